//! Abbreviations and ordinals: full stops that do not end a sentence.

use super::{Lang, de, en};

/// A pack's part about full stops.
pub struct Stops {
    /// Abbreviations without their last stop, as they are written; letters with inner stops (`z.B`) need no entry.
    pub abbreviations: &'static [&'static str],
    /// Those of them that often end a sentence as well (`usw`, `U.S`): a following capitalised function word decides.
    pub often_last: &'static [&'static str],
    /// Capitalised words that commonly start a sentence and are no names or nouns.
    pub starters: &'static [&'static str],
    /// Words after which a number with a stop is an ordinal even before a name (`der 3. Senat`); lowercase.
    pub before_ordinal: &'static [&'static str],
    /// Words after which a number ends a sentence more likely (`Im Jahr 54. Das …`); lowercase.
    pub before_number: &'static [&'static str],
    /// Whether the language writes ordinals with a stop.
    pub ordinals: bool,
}

fn stops(lang: Lang) -> &'static Stops {
    match lang {
        Lang::De => &de::stops::STOPS,
        Lang::En => &en::stops::STOPS,
    }
}

/// Whether `token` followed by a stop is an abbreviation.
pub fn is_abbreviation(lang: Lang, token: &str) -> bool {
    stops(lang).abbreviations.binary_search(&token).is_ok()
        || token.strip_prefix('(').is_some_and(|t| stops(lang).abbreviations.binary_search(&t).is_ok())
}

/// Whether an abbreviation can be the last word of a sentence.
pub fn may_end_sentence(lang: Lang, token: &str) -> bool {
    stops(lang).often_last.contains(&token)
}

/// Whether `rest` begins with a word that starts sentences rather than goes on in one.
pub fn starts_sentence(lang: Lang, rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(rest);
    stops(lang).starters.contains(&word)
}

/// Whether a one- or two-digit number with a stop, `before` in front of it and `rest` behind, is an ordinal inside a sentence.
pub fn ordinal_goes_on(lang: Lang, before: &str, rest: &str) -> bool {
    let pack = stops(lang);
    if !pack.ordinals {
        return false;
    }
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(before).to_lowercase();
    if pack.before_number.contains(&last.as_str()) {
        return false;
    }
    pack.before_ordinal.contains(&last.as_str()) || !starts_sentence(lang, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_binary_search() {
        for lang in Lang::ALL {
            assert!(stops(lang).abbreviations.is_sorted(), "{lang:?}");
        }
    }
}
