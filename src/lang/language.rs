//! Which languages are there?
//!
//! **Invariant:** [`Lang::ALL`] has them in the order of their numbers, so that `lang as usize` finds a language's own in
//! any array of one for each.

use serde::{Deserialize, Serialize};

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
