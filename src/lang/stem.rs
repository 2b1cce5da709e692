//! Stems: one key for all inflected forms of a word.
//!
//! German uses CISTEM (Leonie Weißweiler, Alexander Fraser, "Developing a Stemmer for German Based on a Comparative Analysis
//! of Publicly Available Stemmers", GSCL 2017), because Snowball's German stemmer parts the participle from its verb
//! (evakuieren, evakuiert); English uses Snowball's (Porter 2). Forms neither can derive stand in the packs' `irregular.txt`.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Lang;

/// The word in lower case without diacritics, `ß` as `ss`, and without soft hyphens.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfd().filter(|&c| !is_combining_mark(c) && c != '\u{ad}') {
        match c {
            'ß' | 'ẞ' => out.push_str("ss"),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'æ' | 'Æ' => out.push_str("ae"),
            'ı' => out.push('i'),
            '’' => out.push('\''),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The stem of `word`. German keeps the final `t` of a capitalised word (a noun: Bericht), so case counts.
pub fn stem(word: &str, lang: Lang) -> String {
    match lang {
        Lang::De => cistem(&fold(word), word.chars().next().is_some_and(char::is_uppercase)),
        Lang::En => {
            let folded = fold(word);
            let word = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(&folded);
            Stemmer::create(Algorithm::English).stem(word).into_owned()
        }
    }
}

/// A stem that does not depend on the language, for words that no lexicon knows: cognates and terms meet by it.
pub fn common_stem(word: &str) -> String {
    cistem(&fold(word), true)
}

/// Reads a pack's `irregular.txt`: a lemma and its forms a line.
pub fn irregular(text: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines
        .filter_map(|l| {
            let mut words = l.split_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect()
}

fn cistem(folded: &str, noun: bool) -> String {
    let word = match folded.strip_prefix("ge") {
        Some(rest) if rest.chars().count() >= 4 => rest,
        _ => folded,
    };
    // Letter groups that count as one, and doubled letters, are shielded from suffix stripping.
    let shielded = word.replace("sch", "$").replace("ei", "%").replace("ie", "&");
    let mut chars: Vec<char> = Vec::with_capacity(shielded.len());
    for c in shielded.chars() {
        let doubled = chars.last() == Some(&c);
        chars.push(if doubled { '*' } else { c });
    }
    while chars.len() > 3 {
        if chars.len() > 5
            && (chars.ends_with(&['e', 'm']) || chars.ends_with(&['e', 'r']) || chars.ends_with(&['n', 'd']))
        {
            chars.truncate(chars.len() - 2);
        } else if !noun && chars.ends_with(&['t']) || matches!(chars.last(), Some('e' | 's' | 'n')) {
            chars.pop();
        } else {
            break;
        }
    }
    let mut out = String::with_capacity(chars.len() + 4);
    let mut last = None;
    for c in chars {
        match c {
            '*' => out.extend(last),
            '$' => out.push_str("sch"),
            '%' => out.push_str("ei"),
            '&' => out.push_str("ie"),
            c => out.push(c),
        }
        last = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_share_a_stem() {
        for group in [
            "evakuieren evakuiert evakuierte evakuierten",
            "Soldat Soldaten",
            "Haus Häuser Häusern Hauses",
            "Antrag Anträge Anträgen",
            "bewilligen bewilligt bewilligte",
            "groß großer großes großen",
            "Menge Mengen",
        ] {
            let stems: Vec<String> = group.split(' ').map(|w| stem(w, Lang::De)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{group}: {stems:?}");
        }
        for group in ["approve approved approves approving", "application applications", "country countries"] {
            let stems: Vec<String> = group.split(' ').map(|w| stem(w, Lang::En)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{group}: {stems:?}");
        }
    }

    #[test]
    fn nouns_keep_their_t_and_marks_fold() {
        assert_eq!(stem("Bericht", Lang::De), "bericht");
        assert_eq!(fold("Größe"), fold("Gro\u{308}ße"));
        assert_eq!(fold("Dvořáček"), "dvoracek");
        assert_eq!(stem("", Lang::De), "");
    }
}
