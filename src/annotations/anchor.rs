//! To which sentence does a decision belong, after the text has been edited?
//!
//! An anchor is the document's path, the sentence's own words, the words of the finding in it, and a few words of the sentences
//! on either side. It is what the W3C's annotations call a text quote selector (`exact`, `prefix`, `suffix`), made stricter:
//!
//! - `exact` is a sentence, and it is never matched roughly. Rough matching is right for a margin note and wrong here: `12,000`
//!   and `11,000`, or *do* and *do not*, are nearly the same text. Two sentences are the same when their words are: figures
//!   with their separators and signs, names, negations, quotation marks and a question mark count; emphasis, line breaks, kinds
//!   of spaces, hyphens and quotation marks, commas, soft hyphens and citations do not. So a reflowed or emphasised sentence
//!   keeps its decision, and one that says something else is open again.
//! - The neighbours decide between sentences with the same words, and positions never do: SARIF's fingerprints and compilers'
//!   baselines learned that whatever counts lines breaks with the next edit above it.
//! - When the decision was made, sentences with the same words elsewhere in the document were its *rivals*; the anchor notes how
//!   much of its surroundings the closest of them had (`rivals`). A sentence must later show more than that, so the decision does
//!   not slip over to a rival when its own sentence is deleted. If a rival stood in the very same surroundings, its number
//!   among all of them is noted, and holds only while there are as many.
//! - A sentence that had no rivals keeps its decision wherever its paragraph is moved in the document. If nothing of what stood
//!   beside it stands there any more, that is said ([`Found::moved`]), not passed over; and a short one, which may be about
//!   something else there (`There were 40.`), is open again.
//! - When in doubt (two candidates with the same surroundings), none is meant, and the finding is reported again.
//!
//! The path is part of the anchor as it stands: the same sentence in another document is another sentence.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::xxh3_64;

use crate::analysis::Analysis;
use crate::text::Span;
use crate::text::prose::GAP;

/// How many words of a neighbour are kept.
const NEAR: usize = 8;

/// A sentence of fewer words does not speak for itself.
const TELLING: usize = 6;

/// Where a decision belongs. Plain text throughout, so that a person can read it in a diff and mend it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The sentence.
    pub sentence: String,
    /// The words of the finding; empty for the whole sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Which of several times these words stand in the sentence, from 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub nth: u32,
    /// The last words of the sentence before; empty at the start of the document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The first words of the sentence after; empty at the end of the document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// What is known of sentences with the same words, if there were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rivals: Option<Rivals>,
}

/// Sentences with the same words in the same document, when an anchor was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rivals {
    /// On how many sides (0 to 2) the closest of them had the same neighbour.
    pub sides: u8,
    /// With 2: which of them all the anchor means, from 1.
    #[serde(default, skip_serializing_if = "is_none")]
    pub this: u32,
    /// With 2: of how many.
    #[serde(default, skip_serializing_if = "is_none")]
    pub of: u32,
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_one(n: &u32) -> bool {
    *n == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_none(n: &u32) -> bool {
    *n == 0
}

/// A sentence an anchor belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its index in [`Sentences`].
    pub sentence: usize,
    /// Whether nothing of what stood beside it is there any more.
    pub moved: bool,
}

struct Sentence<'a> {
    /// In bytes of the document.
    span: Span,
    text: &'a str,
    key: u64,
}

/// The sentences of a document, headings included, in order.
pub struct Sentences<'a> {
    all: Vec<Sentence<'a>>,
}

impl<'a> Sentences<'a> {
    /// Those of an analysed document.
    pub fn of(analysis: &'a Analysis) -> Sentences<'a> {
        let mut all = Vec::new();
        for (start, _, paragraph) in analysis.paragraphs() {
            for sentence in paragraph.sentences() {
                let Some(text) = paragraph.text().get(sentence.range()) else { continue };
                let span = paragraph.block.to_source(*sentence).shifted(start);
                all.push(Sentence { span, text, key: xxh3_64(words(text).as_bytes()) });
            }
        }
        Sentences { all }
    }

    /// The sentence that holds byte `at` of the document, or ends there. Of nested ones (list items) the innermost.
    pub fn at(&self, at: u32) -> Option<usize> {
        let inside = |s: &Sentence<'_>| s.span.start <= at && at < s.span.end;
        let found = self.all.iter().rposition(inside);
        found.or_else(|| self.all.iter().rposition(|s| s.span.touches(at)))
    }

    /// Where a sentence stands.
    pub fn span(&self, sentence: usize) -> Option<Span> {
        self.all.get(sentence).map(|s| s.span)
    }

    fn before(&self, n: usize) -> String {
        let text = n.checked_sub(1).and_then(|n| self.all.get(n)).map_or("", |s| s.text);
        let words: Vec<&str> = pieces(text).collect();
        words[words.len().saturating_sub(NEAR)..].join(" ")
    }

    fn after(&self, n: usize) -> String {
        let text = self.all.get(n + 1).map_or("", |s| s.text);
        pieces(text).take(NEAR).collect::<Vec<_>>().join(" ")
    }

    /// On how many sides sentence `n` has the neighbours an anchor names.
    fn sides(&self, n: usize, before: &str, after: &str) -> u8 {
        u8::from(words(&self.before(n)) == words(before)) + u8::from(words(&self.after(n)) == words(after))
    }

    fn alike(&self, key: u64) -> Vec<usize> {
        let all = self.all.iter().enumerate();
        all.filter(|(_, s)| s.key == key).map(|(n, _)| n).collect()
    }

    /// The anchor of what stands at `span` of the document's `text`; of its whole sentence if `span` is empty. `None` outside
    /// any sentence.
    pub fn anchor(&self, text: &str, span: Span) -> Option<Anchor> {
        let here = self.at(span.start)?;
        let sentence = self.all.get(here)?;
        let found = text.get(span.range()).unwrap_or_default();
        let (before, after) = (self.before(here), self.after(here));
        let alike = self.alike(sentence.key);
        let rivals = alike.iter().filter(|n| **n != here).map(|n| self.sides(*n, &before, &after)).max();
        let rivals = rivals.map(|sides| match sides {
            2 => {
                let this = alike.iter().position(|n| *n == here).map_or(0, |n| n as u32 + 1);
                Rivals { sides, this, of: alike.len() as u32 }
            }
            _ => Rivals { sides, ..Rivals::default() },
        });
        Some(Anchor {
            sentence: pieces(sentence.text).collect::<Vec<_>>().join(" "),
            words: found.split_whitespace().collect::<Vec<_>>().join(" "),
            nth: self.nth(here, text, span),
            before,
            after,
            rivals,
        })
    }

    /// Which of several times the words of `span` stand in their sentence.
    fn nth(&self, sentence: usize, text: &str, span: Span) -> u32 {
        let Some(sentence) = self.all.get(sentence) else { return 1 };
        let found = words(text.get(span.range()).unwrap_or_default());
        let found: Vec<&str> = found.split(' ').collect();
        let ahead = words(text.get(sentence.span.start as usize..span.start as usize).unwrap_or_default());
        let ahead: Vec<&str> = ahead.split(' ').collect();
        1 + ahead.windows(found.len()).filter(|w| *w == found).count() as u32
    }

    /// The sentence `anchor` belongs to in this document, if there is one beyond doubt.
    pub fn find(&self, anchor: &Anchor) -> Option<Found> {
        let own = words(&anchor.sentence);
        let alike = self.alike(xxh3_64(own.as_bytes()));
        if let Some(Rivals { sides: 2, this, of }) = anchor.rivals {
            let sentence = *alike.get((this as usize).checked_sub(1)?)?;
            let same = alike.len() == of as usize && self.sides(sentence, &anchor.before, &anchor.after) == 2;
            return same.then_some(Found { sentence, moved: false });
        }
        let ranked: Vec<(u8, usize)> =
            alike.iter().map(|n| (self.sides(*n, &anchor.before, &anchor.after), *n)).collect();
        let (best, sentence) = ranked.iter().copied().max_by_key(|(sides, _)| *sides)?;
        let alone = ranked.iter().filter(|(sides, _)| *sides == best).count() == 1;
        let enough = match anchor.rivals {
            Some(rivals) => best > rivals.sides,
            None => best > 0 || ranked.len() == 1 && own.split(' ').count() >= TELLING,
        };
        (alone && enough).then_some(Found { sentence, moved: best == 0 })
    }

    /// Whether a finding at `span` is the one `anchor` speaks of, given that it stands in the anchor's sentence.
    pub fn is_about(&self, anchor: &Anchor, text: &str, span: Span) -> bool {
        if anchor.words.is_empty() {
            return true;
        }
        words(text.get(span.range()).unwrap_or_default()) == words(&anchor.words)
            && self.at(span.start).is_some_and(|n| self.nth(n, text, span) == anchor.nth)
    }
}

/// The words of a text as they are kept in the file: without what stands for citations and code.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == GAP).filter(|w| !w.is_empty())
}

/// What a text says, parted by single spaces: what is left when layout and notation are taken away.
pub fn words(text: &str) -> String {
    let chars: Vec<char> = text.nfkc().filter(|c| !is_invisible(*c)).collect();
    let mut out = String::with_capacity(text.len());
    let at = |n: Option<usize>| n.and_then(|n| chars.get(n)).copied();
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut open = false;
    for (n, &c) in chars.iter().enumerate() {
        let (before, after) = (at(n.checked_sub(1)), at(Some(n + 1)));
        let (inside, between) = (word(before) && word(after), digit(before) && digit(after));
        match c {
            _ if word(Some(c)) => {
                if !open && !out.is_empty() {
                    out.push(' ');
                }
                out.push(c);
                open = true;
            }
            '.' | ',' | ':' if between => out.push(c),
            '/' | '\u{2044}' if between => out.push('/'),
            '\'' | '’' | 'ʼ' if inside => out.push('\''),
            '-' | '\u{2010}' | '\u{2011}' if inside => out.push('-'),
            '–' | '−' if between => out.push('-'),
            // A sign in front of a number.
            '-' | '–' | '−' if digit(after) && !word(before) => {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push('-');
                open = true;
            }
            '„' | '“' | '”' | '‟' | '"' | '«' | '»' | '‚' | '‘' | '’' | '‹' | '›' | '\'' => {
                mark('"', &mut out, &mut open);
            }
            '€' | '$' | '£' | '¥' | '₩' | '₽' | '₹' | '₴' | '₺' | '¢' | '%' | '‰' | '°' | '+' | '±' | '≈' | '<'
            | '>' | '≤' | '≥' | '=' | '§' | '?' => mark(c, &mut out, &mut open),
            _ => open = false,
        }
    }
    out
}

/// A mark that is a word of its own.
fn mark(c: char, out: &mut String, open: &mut bool) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push(c);
    *open = false;
}

/// Soft hyphens, joiners and other characters that show nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::Context;
    use crate::text::document::Document;
    use crate::text::prose::Format;

    fn with<T>(text: &str, ask: impl FnOnce(&Sentences<'_>) -> T) -> T {
        let document = Document::new(text, Format::Markdown);
        let context = Context { matcher: Arc::default(), lang: None, reference: None };
        let analysis = Analysis::new(&document, &context);
        ask(&Sentences::of(&analysis))
    }

    /// The anchor of the words between `[` and `]`, and the text without the brackets.
    fn anchor(marked: &str) -> (Anchor, String) {
        let start = marked.find('[').expect("an opening bracket");
        let end = marked.find(']').expect("a closing bracket") - 1;
        let text = marked.replace(['[', ']'], "");
        let anchor = with(&text, |s| s.anchor(&text, Span::new(start, end)));
        (anchor.expect("a sentence"), text)
    }

    /// Where the anchor is found: the first words of the source from there on, with `~` if the surroundings have gone.
    fn found(anchor: &Anchor, text: &str) -> Option<String> {
        with(text, |s| {
            let found = s.find(anchor)?;
            let start = s.span(found.sentence)?.start as usize;
            let line = text[..start].matches('\n').count() + 1;
            Some(format!("{}{line}", if found.moved { "~" } else { "" }))
        })
    }

    const DRAFT: &str = "# Ernte\n\nDie Lage ist gut. Die Genossenschaft meldet [4.200 Tonnen] Gerste. Das freut alle.\n\nDer Preis fiel.\n";

    #[test]
    fn edits_elsewhere_and_layout_change_nothing() {
        let (anchor, text) = anchor(DRAFT);
        assert_eq!((anchor.words.as_str(), anchor.rivals), ("4.200 Tonnen", None));
        let same = [
            (text.clone(), "3"),
            (format!("Vorweg.\n\n{text}"), "5"),
            (text.replace("Die Lage ist gut", "Die Lage ist sehr schlecht"), "3"),
            (text.replace("Die Lage ist gut. ", "").replace(" Das freut alle.", " So ist es."), "~3"),
            (text.replace("meldet 4.200 Tonnen", "mel\u{AD}det\n**4.200\u{A0}Tonnen**"), "3"),
            (text.replace("Gerste.", "Gerste [@ernte, p. 2]."), "3"),
            (text.replace("meldet", "meldet,"), "3"),
        ];
        for (text, line) in same {
            assert_eq!(found(&anchor, &text).as_deref(), Some(line), "{text}");
        }
    }

    #[test]
    fn a_paragraph_may_move() {
        let (anchor, _) = anchor(DRAFT);
        let moved = "# Ernte\n\nDer Preis fiel.\n\n## Anhang\n\nDie Lage ist gut. Die Genossenschaft meldet 4.200 Tonnen Gerste. Das freut alle.\n";
        assert_eq!(found(&anchor, moved).as_deref(), Some("7"));
        let alone = "# Preise\n\nDer Preis fiel.\n\nDie Genossenschaft meldet 4.200 Tonnen Gerste.\n\nSchluss.\n";
        assert_eq!(found(&anchor, alone).as_deref(), Some("~5"));
        let (short, _) = super::tests::anchor("Auf See ist es kalt. Dort sind [40 Boote]. Sie warten.\n");
        assert_eq!(found(&short, "Im Hafen ist es warm. Dort sind 40 Boote. Sie sind neu.\n"), None);
    }

    #[test]
    fn a_sentence_that_says_something_else_is_open_again() {
        let (anchor, text) = anchor(DRAFT);
        for (old, new) in [
            ("4.200", "4.300"),
            ("4.200", "4,200"),
            ("4.200", "-4.200"),
            ("4.200", "rund 4.200"),
            ("Genossenschaft", "Behörde"),
            ("meldet 4", "meldet nicht 4"),
            ("Gerste.", "Gerste?"),
            ("Tonnen Gerste", "Tonnen „Gerste“"),
            ("meldet", "meldete"),
        ] {
            let changed = text.replace(old, new);
            assert_ne!(changed, text);
            assert_eq!(found(&anchor, &changed), None, "{changed}");
        }
    }

    #[test]
    fn it_never_slips_over_to_a_sentence_that_looks_the_same() {
        let same = "Die Genossenschaft meldet 4.200 Tonnen Gerste.";
        let marked = "Im Norden regnete es. Die Genossenschaft meldet [4.200 Tonnen] Gerste. Es war 2019.\n\n";
        let other = format!("Im Süden war es trocken. {same} Es war 2020.\n");
        let (anchor, text) = anchor(&format!("{marked}{other}"));
        assert_eq!(anchor.rivals, Some(Rivals::default()));
        assert_eq!(found(&anchor, &text).as_deref(), Some("1"));
        assert_eq!(found(&anchor, &other), None, "its own sentence is gone");
        let swapped = format!("{other}\n{}", marked.replace(['[', ']'], ""));
        assert_eq!(found(&anchor, &swapped).as_deref(), Some("3"));
        // A copy that came later, in other surroundings, is not meant; one in the same surroundings leaves it open which is.
        let (first, text) = super::tests::anchor(marked);
        assert_eq!(found(&first, &format!("{text}{other}")).as_deref(), Some("1"));
        assert_eq!(found(&first, &format!("{text}{text}")), None);
    }

    #[test]
    fn rivals_in_the_same_surroundings_are_counted() {
        let twice = "A kam. Die Genossenschaft meldet 4.200 Tonnen Gerste. B ging.\n\n";
        let (anchor, text) = anchor(&format!("{twice}{}", twice.replace("4.200 Tonnen", "[4.200 Tonnen]")));
        assert_eq!(anchor.rivals, Some(Rivals { sides: 2, this: 2, of: 2 }));
        assert_eq!(found(&anchor, &text).as_deref(), Some("3"));
        assert_eq!(found(&anchor, twice), None);
        assert_eq!(found(&anchor, &format!("{text}{twice}")), None);
    }

    #[test]
    fn the_same_words_twice_in_a_sentence_are_told_apart() {
        let (anchor, text) = anchor("Erst kamen 40 Boote und dann noch einmal [40 Boote] aus Malve.");
        assert_eq!(anchor.nth, 2);
        let about = |from: &str| {
            let at = text.find(from).expect("these words") + from.len();
            with(&text, |s| s.is_about(&anchor, &text, Span::new(at, at + "40 Boote".len())))
        };
        assert!(about("einmal ") && !about("Erst kamen "));
    }

    #[test]
    fn words_leave_layout_and_notation_out() {
        for (a, b) in [
            ("12\u{202F}000 Euro", "12 000 Euro"),
            ("Kim’s „Rede“", "Kim's \"Rede\""),
            ("Nord\u{2011}Süd", "Nord-Süd"),
            ("A\u{308}pfel, Birnen", "Äpfel Birnen"),
            ("2019–2021", "2019-2021"),
            ("\u{1F525} Feuer", "Feuer"),
        ] {
            assert_eq!(words(a), words(b), "{a}");
        }
        for (a, b) in [("5", "-5"), ("1.5", "1,5"), ("5 %", "5"), ("Straße", "Strasse"), ("sie", "Sie"), ("", "a")] {
            assert_ne!(words(a), words(b), "{a}");
        }
        assert_eq!(words("-5 Grad"), words("−5 Grad"));
    }
}
