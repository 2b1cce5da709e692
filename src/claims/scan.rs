//! Words of a paragraph, each looked up once.
//!
//! **Invariant:** tokens are in order, do not overlap, and lie on character boundaries.

use crate::lang::speech::{LONGEST, Speech, is};
use crate::text::Span;

use super::Input;

/// It is a word.
pub const WORD: u8 = 1;
/// It starts with a capital.
pub const CAPITAL: u8 = 2;
/// It is a number.
pub const NUMBER: u8 = 4;
/// A genitive with an apostrophe.
pub const POSSESSIVE: u8 = 8;
/// It names the source and is no part of what is stated.
pub const FRAME: u8 = 16;
/// A phrase has already said what it means.
pub const USED: u8 = 32;

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub struct Tok {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The word's id in the pack; 0 for one it does not know.
    pub id: u32,
    /// What it can be.
    pub is: u64,
    /// What it looks like, and what was found out about it.
    pub shape: u8,
    /// For a mark: which (`,` `;` `:` `-` for a dash, `(` `)` `"` `.` `?` `!`); 0 for words.
    pub mark: u8,
    /// 1 + the index of the quotation it stands in, or 0.
    pub quote: u16,
    /// 1 + the index of the mention it belongs to, or 0.
    pub mention: u16,
    /// 1 + the index of the figure it belongs to, or 0.
    pub figure: u16,
}

impl Tok {
    /// Whether it can be one of these.
    #[inline]
    pub fn is(&self, class: u64) -> bool {
        self.is & class != 0
    }
    /// Whether it looks like this.
    #[inline]
    pub fn has(&self, shape: u8) -> bool {
        self.shape & shape != 0
    }
    /// Whether it is a word or a number.
    #[inline]
    pub fn word(&self) -> bool {
        self.mark == 0
    }
    /// Its bytes.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// The tokens of the paragraph.
pub fn scan(input: &Input<'_>, speech: &Speech) -> Vec<Tok> {
    let text = input.text;
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len() / 5 + 8);
    let mut at = 0;
    let (mut quote, mut mention, mut figure) = (0, 0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b' ' || byte == b'\n' || byte == b'\t' {
            at += 1;
            continue;
        }
        let start = at;
        let mut shape = 0;
        let mut mark = 0;
        let mut id = 0;
        if byte.is_ascii_digit() {
            at = number_end(bytes, at);
            shape = NUMBER;
        } else if byte.is_ascii_alphabetic() || (byte >= 0x80 && letter_at(text, at).is_some()) {
            let mut lower = [0u8; LONGEST];
            let (end, len, possessive, next) = word_end(text, at, &mut lower);
            let first = text[start..].chars().next().unwrap_or(' ');
            shape = WORD | if first.is_uppercase() { CAPITAL } else { 0 } | if possessive { POSSESSIVE } else { 0 };
            if len > 0 {
                id = speech.id_bytes(&lower[..len]);
            }
            push(&mut out, input, (start, end), id, speech, shape, 0, (&mut quote, &mut mention, &mut figure));
            at = next;
            continue;
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            at += c.len_utf8();
            mark = match c {
                ',' | ';' | ':' | '(' | ')' | '.' | '?' | '!' => c as u8,
                '…' => b'.',
                '–' | '—' | '―' => b'-',
                '-' if bytes.get(at).is_none_or(|b| *b == b' ') => b'-',
                '[' => b'(',
                ']' => b')',
                '„' | '“' | '”' | '»' | '«' | '›' | '‹' | '‚' | '‘' | '’' | '"' | '\'' => b'"',
                c if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => continue,
                _ => b'~',
            };
        }
        push(&mut out, input, (start, at), id, speech, shape, mark, (&mut quote, &mut mention, &mut figure));
    }
    out
}

#[allow(clippy::too_many_arguments)] // one call each for words and marks; a struct would only rename the arguments
#[inline]
fn push(
    out: &mut Vec<Tok>,
    input: &Input<'_>,
    (start, end): (usize, usize),
    id: u32,
    speech: &Speech,
    shape: u8,
    mark: u8,
    (quote, mention, figure): (&mut usize, &mut usize, &mut usize),
) {
    let (start, end) = (start as u32, end as u32);
    let inside = |n: &mut usize, len: usize, span: &dyn Fn(usize) -> Span| -> u16 {
        while *n < len && span(*n).end <= start {
            *n += 1;
        }
        if *n < len && span(*n).start < end { (*n + 1).min(u16::MAX as usize) as u16 } else { 0 }
    };
    let quote = inside(quote, input.quotes.len(), &|n| input.quotes[n].span);
    let mention = inside(mention, input.mentions.len(), &|n| input.mentions[n].span);
    let figure = inside(figure, input.figures.len(), &|n| input.figures[n].span);
    let is = if id == 0 { 0 } else { speech.class(id) };
    out.push(Tok { start, end, id, is, shape, mark, quote, mention, figure });
}

fn letter_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next().filter(|c| c.is_alphanumeric())
}

/// The end of a number: digits with points, commas, colons, spaces of no breaking, and what is glued to it (`5.`, `3-fach`).
fn number_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        let digit_next = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        match bytes[at] {
            b'0'..=b'9' => at += 1,
            b'.' | b',' | b':' | b'/' if digit_next => at += 1,
            b'a'..=b'z' | b'A'..=b'Z' => at += 1,
            b'-' if bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => at += 1,
            _ => break,
        }
    }
    at
}

/// The end of the word at `at`, its lower-case bytes in `lower` (length 0 when it is too long to be in a table), whether a
/// genitive apostrophe follows, and where to go on.
fn word_end(text: &str, start: usize, lower: &mut [u8; LONGEST]) -> (usize, usize, bool, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut len = 0;
    let mut fits = true;
    let mut put = |piece: &[u8]| {
        for &b in piece {
            match lower.get_mut(len) {
                Some(slot) => {
                    *slot = b;
                    len += 1;
                }
                None => fits = false,
            }
        }
    };
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() {
            put(&[byte.to_ascii_lowercase()]);
            at += 1;
            continue;
        }
        if byte == b'-' {
            // Part of the word only between letters or digits.
            if letter_at(text, at + 1).is_some() {
                put(b"-");
                at += 1;
                continue;
            }
            break;
        }
        let apostrophe = match byte {
            b'\'' => 1,
            0xe2 if text[at..].starts_with('\u{2019}') => 3,
            _ => 0,
        };
        if apostrophe > 0 {
            let rest = &bytes[at + apostrophe..];
            let letter = |n: usize| rest.get(n).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
            if matches!(rest.first(), Some(b's' | b'S')) && !letter(1) {
                let len = if fits { len } else { 0 };
                return (at, len, true, at + apostrophe + 1);
            }
            if rest.first().is_some_and(u8::is_ascii_alphabetic) && at > start {
                put(b"'");
                at += apostrophe;
                continue;
            }
            let genitive = text[..at].ends_with(['s', 'x', 'z', 'ß']) && rest.first() == Some(&b' ');
            let len = if fits { len } else { 0 };
            // The apostrophe itself may still be a closing mark: it stays a token.
            return (at, len, genitive, at);
        }
        if byte < 0x80 {
            break;
        }
        let Some(c) = text[at..].chars().next() else { break };
        // Combining marks and soft hyphens belong to the word they stand in.
        if !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c) && c != '\u{ad}' && c != '\u{2011}' {
            break;
        }
        let end = at + c.len_utf8();
        match (byte, bytes.get(at + 1)) {
            (0xc3, Some(&second @ 0x80..=0x9e)) if second != 0x97 => put(&[0xc3, second + 0x20]),
            _ => put(&bytes[at..end]),
        }
        at = end;
    }
    (at, if fits { len } else { 0 }, false, at)
}

/// Words that may open a noun phrase or belong to one have none of these.
pub const FUNCTION: u64 = is::PREP
    | is::PRON
    | is::FIRST
    | is::NOBODY
    | is::COORD
    | is::CONTRAST
    | is::THAT
    | is::WHETHER
    | is::SUBORD
    | is::IF
    | is::AS
    | is::NOT
    | is::ADV
    | is::BE
    | is::HAVE
    | is::PASSIVE
    | is::SELF_PRON
    | is::HEARSAY
    | is::TO
    | is::SOURCE
    | is::SOURCE_AFTER;
