//! Beleg keeps prose tied to its sources.
//!
//! One pipeline, two inputs: articles and briefings run through the same pure analysis.
//!
//! ```text
//! bytes ─ text ─ figures ┐
//!                actors ─┴─ claims ─┬─ corpus (articles: claims, indexed)
//!                                   └─ trace (a claim → its sources, first made first)
//!                                           └─ checks (draft claims + sources → findings)
//!                                                   └─ features (editor answers, plain data)
//!                                                           ├─ server (LSP)   └─ cli
//! ```
//!
//! A folder imports only what stands before it: `lang · text · figures, actors · claims · corpus · trace · checks ·
//! annotations · features · server, cli`. `tests/it/tidy.rs` enforces it.

pub mod actors;
pub mod analysis;
pub mod annotations;
pub mod checks;
pub mod claims;
pub mod cli;
pub mod corpus;
pub mod features;
pub mod figures;
pub mod lang;
pub mod server;
pub mod text;
pub mod trace;
pub mod workspace;
