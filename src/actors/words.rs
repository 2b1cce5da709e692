//! The words of a paragraph, looked up once: what stands where, how is it written, what is between?
//!
//! **Invariant:** words come in order, do not overlap, and lie on character boundaries.

use super::fold::{SEED, fold_char, step};
use super::table::{NONE, Table, bit};
use crate::lang::names::Cue;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No capital letter.
    Lower,
    /// A capital and small letters, or a single capital.
    Cap,
    /// Two or more letters, all capital.
    Upper,
    /// Capitals inside: LfHV, YouTube.
    Mixed,
    /// Begins with a digit.
    Number,
}

/// What is between a word and the one before it.
pub(super) mod gap {
    pub(crate) const SPACE: u16 = 1;
    pub(crate) const HYPHEN: u16 = 1 << 1;
    pub(crate) const DOT: u16 = 1 << 2;
    pub(crate) const COMMA: u16 = 1 << 3;
    pub(crate) const OPEN: u16 = 1 << 4;
    pub(crate) const CLOSE: u16 = 1 << 5;
    pub(crate) const COLON: u16 = 1 << 6;
    pub(crate) const QUOTE: u16 = 1 << 7;
    pub(crate) const STOP: u16 = 1 << 8;
    pub(crate) const DASH: u16 = 1 << 9;
    pub(crate) const SLASH: u16 = 1 << 10;
    pub(crate) const OTHER: u16 = 1 << 11;
    pub(crate) const EDGE: u16 = 1 << 12;
    pub(crate) const AT: u16 = 1 << 13;
    pub(crate) const AMP: u16 = 1 << 14;
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub start: u32,
    pub end: u32,
    /// `end`, or behind a genitive's apostrophe and s.
    pub full: u32,
    pub hash: u64,
    /// Cues of the paragraph's language.
    pub cues: u64,
    /// Where names that begin with this word are, or [`NONE`].
    pub node: u32,
    pub office: u16,
    /// What is before it.
    pub gap: u16,
    pub shape: Shape,
    /// Whether a sentence may begin here, so that a capital letter says nothing.
    pub opens: bool,
    /// In characters.
    pub len: u8,
}

impl Word {
    #[inline]
    pub(super) fn is(&self, cue: Cue) -> bool {
        self.cues & bit(cue) != 0
    }

    #[inline]
    pub(super) fn any(&self, cues: u64) -> bool {
        self.cues & cues != 0
    }

    /// Written with a capital letter.
    #[inline]
    pub(super) fn capital(&self) -> bool {
        !matches!(self.shape, Shape::Lower | Shape::Number)
    }

    pub(super) fn genitive(&self) -> bool {
        self.full != self.end
    }

    /// A letter with a point: J.
    pub(super) fn initial(&self) -> bool {
        self.len == 1 && self.capital()
    }
}

/// The words of a paragraph; beyond either end there is a word that matches nothing.
pub(super) struct Words<'t> {
    pub text: &'t str,
    pub all: Vec<Word>,
    /// What is behind the last word.
    pub tail: u16,
}

const NOTHING: Word = Word {
    start: 0,
    end: 0,
    full: 0,
    hash: 0,
    cues: 0,
    node: NONE,
    office: 0,
    gap: gap::EDGE,
    shape: Shape::Number,
    opens: true,
    len: 0,
};

impl<'t> Words<'t> {
    #[inline]
    pub(super) fn at(&self, i: usize) -> &Word {
        self.all.get(i).unwrap_or(&NOTHING)
    }

    /// The word before word `i`, if only white space parts them.
    #[inline]
    pub(super) fn before(&self, i: usize) -> &Word {
        if i > 0 && self.at(i).gap == gap::SPACE { self.at(i - 1) } else { &NOTHING }
    }

    /// The word behind word `i`, if only white space parts them.
    #[inline]
    pub(super) fn behind(&self, i: usize) -> &Word {
        let next = self.at(i + 1);
        if next.gap == gap::SPACE { next } else { &NOTHING }
    }

    /// What is behind word `i`.
    #[inline]
    pub(super) fn gap_behind(&self, i: usize) -> u16 {
        self.all.get(i + 1).map_or(self.tail | gap::EDGE, |w| w.gap)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn str(&self, i: usize) -> &'t str {
        let word = self.at(i);
        self.text.get(word.start as usize..word.end as usize).unwrap_or_default()
    }

    /// The words of the sentence around word `i`, at most `reach` to each side.
    pub(super) fn sentence(&self, i: usize, reach: usize) -> std::ops::Range<usize> {
        let mut from = i;
        while from > 0 && i - from < reach && !(self.at(from).opens && self.at(from).gap & HARD != 0) {
            from -= 1;
        }
        let mut to = i + 1;
        while to < self.len() && to - i <= reach && !(self.at(to).opens && self.at(to).gap & HARD != 0) {
            to += 1;
        }
        from..to
    }

    /// Reads `text` and looks every word up.
    pub(super) fn read(text: &'t str, table: &Table, lang: usize) -> Words<'t> {
        let mut all: Vec<Word> = Vec::with_capacity(text.len() / 6 + 4);
        let bytes = text.as_bytes();
        let mut between = gap::EDGE;
        let mut at = 0;
        let mut single_quote = false;
        while let Some(&byte) = bytes.get(at) {
            let class = if byte < 128 { CLASS[byte as usize] } else { BEYOND };
            if class == LETTER || class == DIGIT || (class == BEYOND && is_letter_at(text, at)) {
                let (mut word, next) = read_word(text, at, single_quote);
                word.gap = between;
                let previous = all.last().copied().unwrap_or(NOTHING);
                word.opens = opens(&previous, between);
                // Parts of addresses and file names are no words.
                let glued = between & (gap::SPACE | gap::HYPHEN | gap::SLASH | gap::EDGE) == 0
                    && between & (gap::DOT | gap::AT) != 0
                    && word.shape == Shape::Lower;
                if word.shape != Shape::Number && !glued {
                    table.look_up(&mut word, lang, text);
                }
                all.push(word);
                between = 0;
                at = next;
            } else if byte < 128 {
                between |= GAP[byte as usize];
                if byte == b'\'' {
                    // An opening quotation mark stands behind white space; later apostrophes may close it.
                    single_quote = between & (gap::SPACE | gap::EDGE) != 0;
                }
                at += 1;
            } else {
                let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                between |= match c {
                    '–' | '—' | '―' => gap::DASH,
                    '„' | '“' | '”' | '«' | '»' | '‹' | '›' => gap::QUOTE,
                    '‘' | '‚' => {
                        single_quote = true;
                        gap::QUOTE
                    }
                    '’' => gap::QUOTE,
                    '…' | '•' | '·' | '▪' | '‣' => gap::STOP,
                    '\u{2212}' => gap::DASH,
                    c if c.is_whitespace() => gap::SPACE,
                    _ => gap::OTHER,
                };
                at += c.len_utf8();
            }
        }
        Words { text, all, tail: between }
    }
}

/// What ends a sentence.
const HARD: u16 = gap::DOT | gap::STOP | gap::EDGE;

/// Whether a sentence may begin behind `previous` and what follows it.
fn opens(previous: &Word, between: u16) -> bool {
    if between & (gap::EDGE | gap::STOP | gap::COLON | gap::QUOTE) != 0 {
        return true;
    }
    if between & gap::DOT != 0 {
        // 28. Oktober, J. Smith, Dr. Ana, ca. 40
        return !(previous.len <= 1
            || (previous.shape == Shape::Number && previous.len <= 2)
            || (previous.len <= 4 && previous.any(bit(Cue::Title) | bit(Cue::NoName))));
    }
    false
}

fn read_word(text: &str, from: usize, single_quote: bool) -> (Word, usize) {
    let bytes = text.as_bytes();
    let mut hash = SEED;
    let (mut upper, mut lower, mut letters) = (0u32, 0u32, 0u32);
    let digit = bytes.get(from).is_some_and(u8::is_ascii_digit);
    let (mut at, mut end, mut full) = (from, from, 0);
    while let Some(&byte) = bytes.get(at) {
        if byte < 128 {
            match CLASS[byte as usize] {
                LETTER | DIGIT => {
                    if byte.is_ascii_uppercase() {
                        upper += 1;
                    } else if byte.is_ascii_lowercase() {
                        lower += 1;
                    }
                    letters += 1;
                    hash = step(hash, byte.to_ascii_lowercase());
                    at += 1;
                    end = at;
                    continue;
                }
                _ => {
                    if byte == b'\'' {
                        match apostrophe(text, from, at, 1, single_quote) {
                            Apostrophe::Inside => {
                                at += 1;
                                continue;
                            }
                            Apostrophe::Genitive(to) => full = to,
                            Apostrophe::Outside => {}
                        }
                    } else if byte == b'.' && letters == 1 && upper == 1 && is_dotted(bytes, at) {
                        // U.S.: one word, its last point included.
                        let mut to = at;
                        while is_dotted(bytes, to) {
                            let letter = bytes.get(to + 1).copied().unwrap_or_default();
                            hash = step(hash, letter.to_ascii_lowercase());
                            upper += 1;
                            letters += 1;
                            to += 2;
                        }
                        if bytes.get(to) == Some(&b'.') {
                            to += 1;
                        }
                        end = to;
                        at = to;
                        continue;
                    }
                    break;
                }
            }
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if c == '’' {
            match apostrophe(text, from, at, c.len_utf8(), single_quote) {
                Apostrophe::Inside => {
                    at += c.len_utf8();
                    continue;
                }
                Apostrophe::Genitive(to) => full = to,
                Apostrophe::Outside => {}
            }
            break;
        }
        if !is_letter(c) {
            break;
        }
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
        letters += 1;
        fold_char(c, &mut |b| hash = step(hash, b));
        at += c.len_utf8();
        end = at;
    }
    let first_upper =
        text.get(from..).and_then(|t| t.chars().next()).is_some_and(|c| c.is_uppercase() || is_unicased(c));
    let shape = if digit {
        Shape::Number
    } else if upper == 0 && !first_upper {
        Shape::Lower
    } else if upper >= 2 && lower == 0 {
        Shape::Upper
    } else if first_upper && upper <= 1 {
        Shape::Cap
    } else {
        Shape::Mixed
    };
    let full = if full > end { full } else { end };
    let word = Word {
        start: from as u32,
        end: end as u32,
        full: full as u32,
        hash,
        shape,
        len: letters.min(255) as u8,
        ..NOTHING
    };
    (word, full)
}

enum Apostrophe {
    Inside,
    Genitive(usize),
    Outside,
}

/// What an apostrophe at `at` behind a word's letters is: part of the word (O'Brien), a genitive (Nato's, Grass'), or neither.
fn apostrophe(text: &str, from: usize, at: usize, len: usize, single_quote: bool) -> Apostrophe {
    let rest = text.get(at + len..).unwrap_or_default();
    let mut chars = rest.chars();
    let (first, second) = (chars.next(), chars.next());
    match first {
        Some('s' | 'S') if !second.is_some_and(is_letter) => Apostrophe::Genitive(at + len + 1),
        Some(c) if is_letter(c) => Apostrophe::Inside,
        _ => {
            let sibilant = text
                .get(from..at)
                .and_then(|w| w.chars().next_back())
                .is_some_and(|c| matches!(c, 's' | 'x' | 'z' | 'ß' | 'S' | 'X' | 'Z'));
            // The closing mark of a quotation looks the same.
            if sibilant && !single_quote && first == Some(' ') && second.is_some_and(is_letter) {
                Apostrophe::Genitive(at + len)
            } else {
                Apostrophe::Outside
            }
        }
    }
}

/// Whether a point at `at` is followed by a single capital letter with a point: the inside of U.S.
fn is_dotted(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b'.')
        && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
        && bytes.get(at + 2).is_none_or(|b| !b.is_ascii_alphanumeric() && *b < 128)
}

fn is_letter_at(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_letter)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Letters of scripts without case, which stand for capitals.
fn is_unicased(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const BEYOND: u8 = 3;

const CLASS: [u8; 128] = {
    let mut table = [0; 128];
    let mut b = 0;
    while b < 128 {
        let c = b as u8;
        if c.is_ascii_alphabetic() {
            table[b] = LETTER;
        } else if c.is_ascii_digit() {
            table[b] = DIGIT;
        }
        b += 1;
    }
    table
};

const GAP: [u16; 128] = {
    let mut table = [gap::OTHER; 128];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b' ' | b'\t' | b'\n' | b'\r' => gap::SPACE,
            b'-' => gap::HYPHEN,
            b'.' => gap::DOT,
            b',' => gap::COMMA,
            b'(' | b'[' => gap::OPEN,
            b')' | b']' => gap::CLOSE,
            b':' => gap::COLON,
            b'"' | b'\'' => gap::QUOTE,
            b'!' | b'?' | b';' | b'|' | b'*' | b'#' | b'>' => gap::STOP,
            b'/' => gap::SLASH,
            b'@' | b'_' => gap::AT,
            b'&' => gap::AMP,
            _ => gap::OTHER,
        };
        b += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let table = Table::default();
        let words = Words::read(text, &table, 0);
        (0..words.len())
            .map(|i| {
                let w = words.at(i);
                let genitive = if w.genitive() { "+" } else { "" };
                let opens = if w.opens { "^" } else { "" };
                format!("{opens}{}{genitive}", words.str(i))
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn words_genitives_and_openings() {
        assert_eq!(words("Ana’s Haus. Grass' Werk: O'Brien sagt's"), "^Ana+ Haus ^Grass+ Werk ^O'Brien sagt+");
        assert_eq!(words("the U.S. and D.C. on 28. Oktober"), "^the U.S. and D.C. on 28 Oktober");
        assert_eq!(words("‘the Reuters’ office and J. Smith"), "^the Reuters ^office and J Smith");
        assert_eq!(words("朝鮮通信社 é Ä"), "^朝鮮通信社 é Ä");
        assert_eq!(words(""), "");
    }
}
