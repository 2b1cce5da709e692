//! Corpus: what was written before?
//!
//! **Invariant:** reading an article is pure and never fails; what is wrong with a file is a [`crate::text::Problem`].
//! **Not here:** what an article's sentences claim.

pub mod article;
mod concepts;
pub mod edtf;
pub mod import;

pub use article::Article;
pub use edtf::Edtf;

pub mod index;
pub mod outline;
mod search;
pub mod statement;
pub mod tape;

pub use index::Corpus;
