//! Which forms does an English word have?
//!
//! This file is part of the build script as well, which puts the lexicon together. **Invariant:** the word itself is the
//! first of its forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::irregular;

/// Forms a stemmer cannot derive, by lemma.
pub static IRREGULAR: LazyLock<HashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| irregular(include_str!("irregular.txt")));

/// The forms of a word that follow the rules: plurals of nouns, `-s`, `-ed` and `-ing` of verbs, degrees and adverbs of
/// adjectives; the word itself first. Some that nobody writes are among them, which does no harm.
pub fn forms(lemma: &str, pos: &str) -> Vec<String> {
    let mut out = vec![lemma.to_owned()];
    let last = lemma.chars().next_back();
    let before = lemma.chars().rev().nth(1);
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let soft_y = last == Some('y') && !vowel(before);
    let stem = if soft_y { &lemma[..lemma.len() - 1] } else { lemma };
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|e| lemma.ends_with(e));
    if pos != "a" {
        out.push(match () {
            () if soft_y => format!("{stem}ies"),
            () if hisses || last == Some('o') => format!("{lemma}es"),
            () => format!("{lemma}s"),
        });
    }
    let doubled = matches!(last, Some('b' | 'd' | 'g' | 'l' | 'm' | 'n' | 'p' | 'r' | 't')) && vowel(before);
    let bare = lemma.strip_suffix('e').unwrap_or(lemma);
    match pos {
        "v" => {
            out.push(if soft_y { format!("{stem}ied") } else { format!("{bare}ed") });
            out.push(format!("{bare}ing"));
            if let Some(last) = last.filter(|_| doubled) {
                out.push(format!("{lemma}{last}ed"));
                out.push(format!("{lemma}{last}ing"));
            }
        }
        "a" => {
            let root = if soft_y { format!("{stem}i") } else { bare.to_owned() };
            out.extend([format!("{root}er"), format!("{root}est")]);
            out.push(match lemma.strip_suffix("le") {
                Some(able) => format!("{able}ly"),
                None if lemma.ends_with("ic") => format!("{lemma}ally"),
                None if soft_y => format!("{stem}ily"),
                None => format!("{lemma}ly"),
            });
        }
        _ => {}
    }
    out
}
