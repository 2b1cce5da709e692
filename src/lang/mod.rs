//! What differs by language: one pack of data each for German and English.
//!
//! **Invariant:** packs are data. Code elsewhere asks a pack; it never asks which language it is in order to take another
//! path. A third language is a new folder beside `de/` and `en/` and a new arm wherever a pack is looked up by [`Lang`].

pub mod de;
pub mod en;
pub mod numbers;

pub mod abbreviations;
#[cfg(test)]
mod concepts;
mod detect;
mod language;
pub mod lexicon;
pub mod names;
pub mod speech;
pub mod stem;
pub mod wording;
pub use detect::{detect, is_function_word};
pub use language::Lang;
