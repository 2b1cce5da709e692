//! What differs by language: one pack of data each for German and English.
//!
//! **Invariant:** packs are data. Code elsewhere asks a pack; it never asks which language it is in order to take another
//! path. A third language is a new folder beside `de/` and `en/` and a new arm wherever a pack is looked up by [`Lang`].

use serde::{Deserialize, Serialize};

pub mod de;
pub mod en;
pub mod numbers;

pub mod abbreviations;
mod concepts;
mod detect;
pub mod lexicon;
pub mod names;
pub mod speech;
pub mod stem;
pub mod wording;
pub use detect::{detect, is_function_word};

/// A language beleg reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German.
    De,
    /// English.
    En,
}

impl Lang {
    /// Every language there is a pack for.
    pub const ALL: [Lang; 2] = [Lang::De, Lang::En];

    /// The BCP 47 primary subtag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `de`, `de-AT` or `en_GB`; `None` when there is no pack for it.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Lang::ALL.into_iter().find(|l| primary.eq_ignore_ascii_case(l.tag()))
    }
}

/// Reads a pack's `irregular.txt`: a lemma and its forms a line.
fn irregular(text: &'static str) -> std::collections::HashMap<&'static str, Vec<&'static str>> {
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines
        .filter_map(|l| {
            let mut words = l.split_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect()
}
