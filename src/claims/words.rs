//! What is a sentence about? Its content words in normal form: concepts, stems, the parts of compounds.
//!
//! Names and figures are left out: they have slots of their own. Function words say nothing.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::{Key, Lexicon, Unit, stem_key};
use crate::lang::stem::stem;
use crate::lang::{Lang, is_function_word};
use crate::text::Span;

/// A content word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it says; a compound says several things.
    pub units: Vec<Unit>,
}

impl Word {
    /// Whether the word may stand for `key`.
    pub fn has(&self, key: Key) -> bool {
        self.units.iter().any(|u| u.keys.contains(&key))
    }
}

/// The stem of a word, and what it says.
type Known = Rc<(String, Vec<Unit>)>;

/// Words looked up before; one per thread that reads many sentences.
#[derive(Default)]
pub struct Cache {
    known: FxHashMap<(Lang, Box<str>), Known>,
}

/// Most words kept in a cache: prose has far fewer, a file of noise may not.
const CACHE_LIMIT: usize = 200_000;
/// How much a number says that names something.
const NUMBER_WEIGHT: u8 = 110;
/// How much the later words of a phrase say beside the phrase, in percent.
const IN_PHRASE: u32 = 70;
/// How much a phrase says at most: its words may stand for it as well.
const PHRASE_WEIGHT: u8 = 70;
/// How far a particle may stand behind its verb, in words.
const CLAUSE_REACH: usize = 25;

/// The content words of `text[within]`, save what overlaps one of `without`.
pub fn content_words(
    text: &str,
    within: Span,
    lang: Lang,
    without: &[Span],
    lexicon: &Lexicon,
    cache: &mut Cache,
) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let tokens = tokens(text, within);
    let mut stems: Vec<Option<Known>> = Vec::with_capacity(tokens.len());
    for token in &tokens {
        let word = &text[token.range()];
        let skip = is_function_word(word, lang)
            || word.bytes().all(|b| b.is_ascii_digit())
            || without.iter().any(|w| w.overlaps(*token));
        if skip {
            stems.push(None);
            continue;
        }
        if cache.known.len() > CACHE_LIMIT {
            cache.known.clear();
        }
        let entry = cache.known.entry((lang, word.into()));
        stems.push(Some(entry.or_insert_with(|| (stem(word, lang), lexicon.units(word, lang)).into()).clone()));
    }
    // Phrases run over function words too (`ums Leben kommen`), so their stems are taken from the text.
    let mut phrase_stems: Vec<String> = Vec::new();
    let mut phrase_end = 0;
    for (n, token) in tokens.iter().enumerate() {
        let word = &text[token.range()];
        if word.bytes().all(|b| b.is_ascii_digit()) && !without.iter().any(|w| w.overlaps(*token)) {
            // A number that is no figure names something: Artikel 4, Resolution 2231.
            let unit = Unit { keys: vec![stem_key(&format!("#{word}"))], weight: NUMBER_WEIGHT };
            out.push(Word { span: *token, units: vec![unit] });
            continue;
        }
        let Some(known) = &stems[n] else { continue };
        let mut units = known.1.clone();
        if n < phrase_end {
            for unit in &mut units {
                unit.weight = (u32::from(unit.weight) * IN_PHRASE / 100) as u8;
            }
        }
        phrase_stems.clear();
        phrase_stems.push(known.0.clone());
        phrase_stems.extend(tokens[n + 1..].iter().take(4).map(|t| stem(&text[t.range()], lang)));
        let mut span = *token;
        if let Some((len, unit)) = lexicon.phrase(&phrase_stems, lang) {
            span.end = tokens[n + len - 1].end;
            phrase_end = phrase_end.max(n + len);
            units.push(Unit { weight: unit.weight.min(PHRASE_WEIGHT), ..unit });
        }
        out.push(Word { span, units });
    }
    separated(text, &tokens, lang, lexicon, &mut out);
    out
}

/// Puts finite verbs and the particles at the end of their clause together: `wies den Vorwurf zurück`.
fn separated(text: &str, tokens: &[Span], lang: Lang, lexicon: &Lexicon, out: &mut Vec<Word>) {
    for (n, token) in tokens.iter().enumerate() {
        let particle = &text[token.range()];
        let ends_clause = match tokens.get(n + 1) {
            None => true,
            Some(next) => {
                let gap = &text[token.end as usize..next.start as usize];
                gap.contains([',', ';', ':', '.', '!', '?', '–', '“']) || matches!(&text[next.range()], "und" | "oder")
            }
        };
        if !ends_clause || particle.len() > 10 || !particle.bytes().all(|b| !b.is_ascii_uppercase()) {
            continue;
        }
        for verb in tokens[..n].iter().rev().take(CLAUSE_REACH) {
            let Some(word) = out.iter_mut().find(|w| w.span.start == verb.start) else { continue };
            if let Some(unit) = lexicon.separated(&text[verb.range()], particle, lang) {
                word.units.push(unit);
                // The particle has been read with its verb.
                out.retain(|w| w.span != *token);
                break;
            }
        }
    }
}

/// Words: runs of letters and digits. Hyphens part them, so that `Software-Update` reads as its parts.
fn tokens(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    let end = within.end as usize;
    for (at, c) in text[within.range()].char_indices() {
        let at = at + within.start as usize;
        let inside = c.is_alphanumeric() || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(Span::new(from, end));
    }
    // A single letter says nothing; a single digit may number an article.
    out.retain(|t| t.len() > 1 || text.as_bytes()[t.start as usize].is_ascii_digit());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::lexicon::concept_key;

    fn words(lang: Lang, text: &str) -> Vec<Word> {
        content_words(text, Span::new(0, text.len()), lang, &[], Lexicon::builtin(), &mut Cache::default())
    }

    #[test]
    fn function_words_and_names_are_left_out() {
        let text = "Der Fonds in Köln zahlte";
        let köln = Span::new(13, 18);
        let found =
            content_words(text, Span::new(0, text.len()), Lang::De, &[köln], Lexicon::builtin(), &mut Cache::default());
        let found: Vec<&str> = found.iter().map(|w| &text[w.span.range()]).collect();
        assert_eq!(found, ["Fonds", "zahlte"]);
    }

    #[test]
    fn separated_verbs_and_phrases() {
        let mut lexicon = Lexicon::default();
        lexicon.add("reject", "v", 100, &[(Lang::De, "zurückweisen"), (Lang::En, "turn down")]);
        for (lang, text) in
            [(Lang::De, "Die Firma wies den Vorwurf am Abend zurück."), (Lang::En, "It turned down the offer")]
        {
            let found = content_words(text, Span::new(0, text.len()), lang, &[], &lexicon, &mut Cache::default());
            assert!(found.iter().any(|w| w.has(concept_key("reject"))), "{text}");
        }
    }

    #[test]
    fn odd_text_is_no_trouble() {
        for text in ["", "x\u{308}\u{308}", "\u{1F600}", "ﬁ-ﬂ-ß-ẞ", "a-b-c-"] {
            words(Lang::De, text);
            words(Lang::En, text);
        }
    }
}
