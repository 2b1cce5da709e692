//! Annotations: which findings has somebody dealt with?
//!
//! In the text itself, by a comment ([`comments`]); or beside it, in `beleg.decisions.jsonl`, where a finding was ignored with
//! a reason or marked as checked ([`decisions`]), tied to a sentence by what it says ([`anchor`]).
//!
//! **Invariants:** nothing is ignored without a reason; a decision speaks of one sentence or of none, never of another.
//! Pure: reading and writing the file is the workspace's.

pub mod anchor;
pub mod comments;
pub mod decisions;

pub use anchor::{Anchor, Sentences};
pub use comments::{Ignore, ignores};
pub use decisions::{Decision, Decisions, Verdict};
