//! Which language is a stretch of prose in? Function words decide: they are frequent and short. Where they are too few, as in
//! a heading or a short sentence (`27 of Ölbach's 58 schools stood empty`), the words that the lexicon knows in one language
//! only decide as well.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Lang;
use super::lexicon::Lexicon;

const DE: &[&str] = &[
    "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "sich", "des", "auf", "für", "ist", "im", "dem",
    "nicht", "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er", "hat", "dass", "sie", "nach", "wird",
    "bei", "einer", "um", "am", "sind", "noch", "wie", "einem", "über", "einen", "so", "zum", "war", "haben", "nur",
    "oder", "aber", "vor", "zur", "bis", "mehr", "durch", "sein", "wurde", "ihr", "seine", "ich", "wir", "unter",
    "gegen", "vom", "laut", "sei", "seien", "habe", "soll", "sollen", "kann", "können", "kein", "keine", "wurden",
    "waren", "rund", "etwa", "zwischen", "seit", "ihre", "eines", "beim", "sowie", "damit", "wenn", "was", "dort",
    "hier", "jedoch", "bereits", "mehrere",
];
const EN: &[&str] = &[
    "the",
    "of",
    "and",
    "to",
    "a",
    "that",
    "is",
    "for",
    "it",
    "as",
    "with",
    "be",
    "by",
    "on",
    "not",
    "he",
    "his",
    "but",
    "at",
    "are",
    "this",
    "have",
    "from",
    "or",
    "had",
    "an",
    "they",
    "which",
    "one",
    "you",
    "were",
    "her",
    "all",
    "she",
    "there",
    "would",
    "their",
    "we",
    "him",
    "been",
    "has",
    "when",
    "who",
    "will",
    "more",
    "no",
    "if",
    "out",
    "said",
    "what",
    "its",
    "about",
    "into",
    "than",
    "them",
    "can",
    "only",
    "other",
    "new",
    "some",
    "could",
    "these",
    "may",
    "after",
    "over",
    "while",
    "between",
    "since",
    "most",
    "did",
    "does",
    "according",
    "because",
    "until",
    "where",
    "whose",
    "says",
    // These are German words as well, and say nothing about the language.
    "in",
    "was",
    "so",
    "war",
];

/// Whether `word` is a function word of `lang`: it says nothing about what a sentence is about.
pub fn is_function_word(word: &str, lang: Lang) -> bool {
    static SETS: LazyLock<[FxHashSet<&'static str>; 2]> = LazyLock::new(|| {
        let read = |text: &'static str| text.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace);
        [
            DE.iter().copied().chain(read(include_str!("de/function-words.txt"))).collect(),
            EN.iter().copied().chain(read(include_str!("en/function-words.txt"))).collect(),
        ]
    });
    let set = &SETS[lang as usize];
    // Function words are short; most words are told apart without folding their case.
    word.len() <= 14
        && (set.contains(word)
            || word.chars().next().is_some_and(char::is_uppercase) && set.contains(word.to_lowercase().as_str()))
}

/// The languages that count a word among their function words, as bits.
static KNOWN: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut known: FxHashMap<&'static str, u8> = FxHashMap::default();
    for (words, lang) in [(DE, Lang::De), (EN, Lang::En)] {
        for word in words {
            *known.entry(*word).or_default() |= 1 << lang as u8;
        }
    }
    known
});

/// No word that is looked at is longer, in bytes.
const LONGEST: usize = 10;

/// Function words and umlauts this much in favour of one language, two points a word, decide alone.
const CLEAR: i32 = 4;
/// Most words that are looked up in the lexicon.
const MOST_LOOKED_UP: usize = 40;

/// The language of `text`, judged by its first few hundred words; `None` when nothing tells (no word that belongs to one
/// language, or as many of the one as of the other).
pub fn detect(text: &str) -> Option<Lang> {
    let known = &*KNOWN;
    let (mut de, mut en) = (0, 0);
    for word in words(text).take(400) {
        if !word.is_ascii() && word.chars().any(|c| matches!(c, 'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü')) {
            // An umlaut is weaker evidence than a function word: names travel.
            de += 1;
        }
        if word.len() > LONGEST {
            continue;
        }
        let found = if word.is_ascii() {
            // Copied rather than allocated: every word of every text comes by here.
            let mut small = [0; LONGEST];
            let small = small.get_mut(..word.len()).unwrap_or_default();
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            str::from_utf8(small).ok().and_then(|w| known.get(w))
        } else {
            known.get(word.to_lowercase().as_str())
        };
        let found = found.copied().unwrap_or(0);
        de += 2 * i32::from(found & 1 << Lang::De as u8 != 0);
        en += 2 * i32::from(found & 1 << Lang::En as u8 != 0);
    }
    let lead = de - en;
    match lead + if lead.abs() < CLEAR { 2 * by_vocabulary(text) } else { 0 } {
        ..0 => Some(Lang::En),
        0 => None,
        1.. => Some(Lang::De),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// How many more words of `text` are German than English: those that only one of the two has, among the rarer function words
/// and the words of the lexicon. Capitals after the first word are names in the one language and nouns in the other.
fn by_vocabulary(text: &str) -> i32 {
    let lexicon = Lexicon::builtin();
    let is_word = |word: &str, lang: Lang| is_function_word(word, lang) || !lexicon.concepts_of(word, lang).is_empty();
    let telling = words(text).filter(|w| w.len() > 1 && !w.starts_with(char::is_numeric));
    telling
        .take(MOST_LOOKED_UP)
        .map(|word| i32::from(is_word(word, Lang::De)) - i32::from(is_word(word, Lang::En)))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_decide() {
        assert_eq!(detect("Die Zahl der Anträge stieg auf 14.200."), Some(Lang::De));
        assert_eq!(detect("The number of applications in Wendbrück rose to 14,200."), Some(Lang::En));
        assert_eq!(detect("Ausgezahlt sind 210 Millionen Euro."), Some(Lang::De));
        assert_eq!(detect("14.200"), None);
    }

    #[test]
    fn words_of_the_lexicon_decide_where_function_words_are_few() {
        for text in [
            "In early 2024, 27 of Ölbach's 58 teaching posts stood vacant.",
            "Traffic was worst in Überlingen",
            "58 schools closed",
            "War in Östermark: ministers resign",
            "🚢 Harbour workers’ strike ends",
        ] {
            assert_eq!(detect(text), Some(Lang::En), "{text}");
        }
        for text in [
            "58 Schulen geschlossen",
            "Was in Cambridge geschah",
            "Hafenarbeiter streiken weiter",
            "Minister tritt zuru\u{308}ck",
            "„The Guardian“ zitiert eine Behörde",
        ] {
            assert_eq!(detect(text), Some(Lang::De), "{text}");
        }
        assert_eq!(detect("Köln, 14. 3."), Some(Lang::De), "an umlaut is all there is");
        assert_eq!(detect("Radio Tango Hotel"), None);
    }
}
