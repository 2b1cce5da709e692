//! English.

pub mod names;
pub mod numbers;
pub mod speech;
pub mod stops;
mod wording;
pub use wording::WORDING;

use std::collections::HashMap;
use std::sync::LazyLock;

/// Forms a stemmer cannot derive, by lemma.
pub(super) static IRREGULAR: LazyLock<HashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| super::irregular(include_str!("irregular.txt")));
