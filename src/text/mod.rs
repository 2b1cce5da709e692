//! Text: where is it?
//!
//! **Invariant:** everything here counts UTF-8 bytes; [`document`] is the one place that converts to and from the units
//! of an editor. **Not here:** what the text says.

pub mod citations;
pub mod document;
pub mod lines;
pub mod problem;
pub mod prose;
pub mod quotes;
pub mod sentences;
pub mod span;
pub mod verbatim;

pub use problem::{Problem, Severity};
pub use span::Span;
