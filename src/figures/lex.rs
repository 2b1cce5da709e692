//! Words, numbers and signs of a paragraph, each with its place and what the language pack knows of it.
//!
//! One pass over the bytes. What can never be a figure whatever stands around it (addresses of the web and of mail,
//! scores, times of day with a colon, version numbers, citations) becomes [`TokKind::Junk`] here.

use rust_decimal::Decimal;

use super::date::PartialDate;
use crate::lang::numbers::{Compounds, Morpheme, NumberIndex, Sense, Senses, Suffix};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokKind {
    /// Letters, or letters with digits behind them.
    Word,
    /// A word that contains a number: index of its [`Num`], and what follows the number in the word.
    Compound(u32, Suffix),
    /// A number in digits: index of its [`Num`].
    Num(u32),
    /// A date in digits.
    Date(PartialDate),
    /// Two years: 2023/24.
    Years(i16, i16),
    /// Any other character.
    Sym(char),
    /// Not to be read.
    Junk,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tok {
    pub start: u32,
    pub end: u32,
    pub kind: TokKind,
    /// No space stands before it.
    pub glued: bool,
    /// A blank line stands before it.
    pub after_break: bool,
    /// The word begins with a capital.
    pub capital: bool,
    pub senses: Senses,
}

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num {
    pub value: Decimal,
    /// Digits only, without groups and fraction.
    pub plain: bool,
    /// How many digits stand before the decimal mark.
    pub whole_digits: u8,
    /// Begins with a zero that has digits behind it.
    pub leading_zero: bool,
    /// Written `17.05` in a language with the decimal comma (or the other way round): may be a time.
    pub odd_mark: bool,
    /// Written as a fraction: 1/2.
    pub fraction: bool,
}

impl Num {
    fn spelled(value: u64) -> Num {
        Num {
            value: Decimal::from(value),
            plain: false,
            whole_digits: 0,
            leading_zero: false,
            odd_mark: false,
            fraction: false,
        }
    }
}

pub(super) struct Lexed {
    pub toks: Vec<Tok>,
    pub nums: Vec<Num>,
}

/// Whether the byte starts or continues an ASCII letter or digit.
fn ascii_word(b: u8) -> bool {
    b.is_ascii_alphanumeric()
}

/// The character at a byte offset, if the offset is on a boundary inside the text.
fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') || (c == '_')
}

/// A fraction in one character.
fn vulgar(c: char) -> Option<(u32, u32)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅛' => (1, 8),
        _ => return None,
    })
}

/// Longest word that is looked up, in bytes.
pub(super) const FOLD: usize = 64;

/// Lower case, decomposed umlauts composed, soft hyphens dropped. `None` when the word is too long to be in any list.
pub(super) fn fold<'b>(word: &str, buffer: &'b mut [u8; FOLD]) -> Option<&'b [u8]> {
    let bytes = word.as_bytes();
    if bytes.len() > FOLD {
        return None;
    }
    let (mut n, mut i) = (0, 0);
    while i < bytes.len() {
        let b = bytes[i];
        let next = bytes.get(i + 1).copied().unwrap_or(0);
        if b < 0x80 {
            buffer[n] = b.to_ascii_lowercase();
            n += 1;
            i += 1;
        } else if b == 0xC3 {
            buffer[n] = b;
            buffer[n + 1] = if (0x80..0x9F).contains(&next) && next != 0x97 { next + 0x20 } else { next };
            n += 2;
            i += 2;
        } else if b == 0xC2 && next == 0xAD {
            i += 2;
        } else if b == 0xCC && next == 0x88 && n > 0 && matches!(buffer[n - 1], b'a' | b'o' | b'u') {
            let composed = match buffer[n - 1] {
                b'a' => 0xA4,
                b'o' => 0xB6,
                _ => 0xBC,
            };
            buffer[n - 1] = 0xC3;
            buffer[n] = composed;
            n += 1;
            i += 2;
        } else {
            buffer[n] = b;
            n += 1;
            i += 1;
        }
    }
    Some(&buffer[..n])
}

pub(super) fn lex(text: &str, index: &NumberIndex) -> Lexed {
    let bytes = text.as_bytes();
    let mut lexer = Lexer {
        text,
        bytes,
        index,
        toks: Vec::with_capacity(text.len() / 5 + 8),
        nums: Vec::new(),
        at: 0,
        glued: false,
        lines: 0,
    };
    lexer.run();
    Lexed { toks: lexer.toks, nums: lexer.nums }
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    index: &'a NumberIndex,
    toks: Vec<Tok>,
    nums: Vec<Num>,
    at: usize,
    glued: bool,
    lines: u8,
}

impl Lexer<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokKind, capital: bool, senses: Senses) {
        self.toks.push(Tok {
            start: start as u32,
            end: end as u32,
            kind,
            glued: self.glued,
            after_break: self.lines > 1,
            capital,
            senses,
        });
        self.at = end;
        self.glued = true;
        self.lines = 0;
    }

    fn run(&mut self) {
        while self.at < self.bytes.len() {
            let b = self.bytes[self.at];
            match b {
                b' ' | b'\t' | b'\r' => {
                    self.at += 1;
                    self.glued = false;
                }
                b'\n' => {
                    self.at += 1;
                    self.glued = false;
                    self.lines = self.lines.saturating_add(1);
                }
                b'0'..=b'9' => self.number(),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(b.is_ascii_uppercase()),
                0..=0x7F => self.sign(b as char),
                _ => {
                    let Some(c) = char_at(self.text, self.at) else {
                        self.at += 1;
                        continue;
                    };
                    if let Some((n, d)) = vulgar(c) {
                        self.fraction(n, d, c.len_utf8());
                    } else if is_word_char(c) {
                        self.word(c.is_uppercase());
                    } else if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}') {
                        self.at += c.len_utf8();
                        self.glued = false;
                    } else {
                        self.sign(c);
                    }
                }
            }
        }
    }

    /// `½`, alone or right after a whole number.
    fn fraction(&mut self, n: u32, d: u32, len: usize) {
        let part = (Decimal::from(n) / Decimal::from(d)).round_dp(6);
        if self.glued
            && let Some(&Tok { kind: TokKind::Num(k), .. }) = self.toks.last()
            && let Some(num) = self.nums.get_mut(k as usize)
            && num.value.scale() == 0
            && let Some(value) = num.value.checked_add(part)
        {
            num.value = value;
            num.plain = false;
            self.at += len;
            if let Some(tok) = self.toks.last_mut() {
                tok.end = self.at as u32;
            }
            return;
        }
        self.nums.push(Num {
            value: part,
            plain: false,
            whole_digits: 0,
            leading_zero: false,
            odd_mark: false,
            fraction: false,
        });
        let kind = TokKind::Num(self.nums.len() as u32 - 1);
        self.push(self.at, self.at + len, kind, false, Senses::default());
    }

    fn word(&mut self, capital: bool) {
        let start = self.at;
        let mut end = start;
        while let Some(&b) = self.bytes.get(end) {
            if ascii_word(b) {
                end += 1;
            } else if b < 0x80 {
                if b == b'_' {
                    end += 1;
                    continue;
                }
                break;
            } else if b == 0xC3 {
                // Latin letters with diacritics, except the multiplication and division signs.
                match self.bytes.get(end + 1) {
                    Some(&n) if n != 0x97 && n != 0xB7 => end += 2,
                    _ => break,
                }
            } else {
                match char_at(self.text, end) {
                    Some(c) if is_word_char(c) && vulgar(c).is_none() => end += c.len_utf8(),
                    _ => break,
                }
            }
        }
        end = self.code_before_digits(start, end);
        if end == start {
            // A lone underscore or mark.
            end = start + char_at(self.text, start).map_or(1, char::len_utf8);
        }
        let Some(word) = self.text.get(start..end) else {
            self.at = end;
            return;
        };
        if word == "www" && self.bytes.get(end) == Some(&b'.')
            || word.eq_ignore_ascii_case("doi") && self.bytes.get(end) == Some(&b':')
        {
            self.junk(start);
            return;
        }
        let mut buffer = [0; FOLD];
        let Some(folded) = fold(word, &mut buffer) else {
            self.push(start, end, TokKind::Word, capital, Senses::default());
            return;
        };
        if let Some(senses) = self.index.find(folded) {
            self.push(start, end, TokKind::Word, capital, senses);
            return;
        }
        if let Some(year) = fiscal_year(folded) {
            self.push(start, end, TokKind::Date(PartialDate::y(year)), false, Senses::default());
            return;
        }
        let mut kind = TokKind::Word;
        if folded.len() > 3
            && let Some(rules) = self.index.pack.compounds
            && let Some((num, suffix)) = compound(folded, rules)
        {
            self.nums.push(num);
            kind = TokKind::Compound(self.nums.len() as u32 - 1, suffix);
        }
        self.push(start, end, kind, capital, Senses::default());
    }

    /// `CHF140`, `Rs500`: where the code of a currency ends that a number is glued to; the end of the word otherwise.
    fn code_before_digits(&self, start: usize, end: usize) -> usize {
        let word = self.bytes.get(start..end).unwrap_or_default();
        let letters = match word {
            [b'R', b's', d, ..] if d.is_ascii_digit() => 2,
            [a, b, c, d, ..] if [a, b, c].iter().all(|x| x.is_ascii_uppercase()) && d.is_ascii_digit() => 3,
            _ => return end,
        };
        let mut buffer = [0; FOLD];
        let code = self.text.get(start..start + letters).and_then(|w| self.index.find(fold(w, &mut buffer)?));
        let money = code.is_some_and(|s| self.index.senses(s).iter().any(|s| matches!(s, Sense::Currency(_))));
        if money { start + letters } else { end }
    }

    /// The end of `,–` or `.-` behind a whole amount of money (26,– Euro), which says that there are no cents.
    fn no_cents(&self, at: usize) -> Option<usize> {
        if !matches!(self.bytes.get(at), Some(b',' | b'.')) {
            return None;
        }
        let rest = self.text.get(at + 1..)?;
        let dash = rest.chars().next().filter(|c| matches!(c, '-' | '–' | '—'))?;
        let end = at + 1 + dash.len_utf8();
        let free = !rest.get(dash.len_utf8()..)?.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–'));
        free.then_some(end)
    }

    /// Everything up to the next space is not to be read; what is already read of the same run is dropped.
    fn junk(&mut self, from: usize) {
        let mut start = from;
        while self.glued
            && let Some(tok) = self.toks.last()
            && !matches!(tok.kind, TokKind::Sym('(' | '[' | '"' | '„' | '“' | '»' | '«' | ','))
        {
            start = tok.start as usize;
            self.glued = tok.glued;
            self.toks.pop();
        }
        let mut end = from;
        while let Some(c) = char_at(self.text, end) {
            if c.is_whitespace() || matches!(c, ')' | ']' | '>' | '"' | '“' | '”' | '«' | '»') {
                break;
            }
            end += c.len_utf8();
        }
        self.push(start, end.max(from + 1), TokKind::Junk, false, Senses::default());
    }

    fn sign(&mut self, c: char) {
        let start = self.at;
        let end = start + c.len_utf8();
        let next = self.bytes.get(end).copied().unwrap_or(b' ');
        match c {
            ':' if next == b'/' && self.bytes.get(end + 1) == Some(&b'/') => return self.junk(start),
            '@' if next.is_ascii_alphanumeric() => {
                let in_brackets =
                    matches!(self.toks.last(), Some(t) if matches!(t.kind, TokKind::Sym('[' | ';' | '-')));
                if in_brackets {
                    // A citation: all of it up to the bracket.
                    let close = self.text.get(start..).and_then(|rest| rest.find(']')).filter(|n| *n < 400);
                    if let Some(n) = close {
                        self.push(start, start + n, TokKind::Junk, false, Senses::default());
                        return;
                    }
                }
                return self.junk(start);
            }
            '#' if next.is_ascii_alphanumeric() => return self.junk(start),
            _ => {}
        }
        let c = match c {
            '\u{2010}' | '\u{2011}' => '-',
            '\u{2012}' | '\u{2014}' | '\u{2015}' => '–',
            '\u{2019}' | '\u{2018}' | '\u{2bc}' => '\'',
            _ => c,
        };
        self.push(start, end, TokKind::Sym(c), false, Senses::default());
    }

    fn digits(&self, from: usize) -> usize {
        let mut end = from;
        while self.bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
        end
    }

    /// Bytes of a mark between digits, and its class.
    fn mark(&self, at: usize) -> Option<(usize, Mark)> {
        let b = *self.bytes.get(at)?;
        Some(match b {
            b'.' => (1, Mark::Dot),
            b',' => (1, Mark::Comma),
            b'\'' => (1, Mark::Tick),
            b' ' => (1, Mark::Space),
            0xC2 if self.bytes.get(at + 1) == Some(&0xA0) => (2, Mark::Space),
            0xE2 if self.bytes.get(at + 1) == Some(&0x80) => match self.bytes.get(at + 2) {
                Some(0x99) => (3, Mark::Tick),
                Some(0xAF | 0x89 | 0x87 | 0x88 | 0x8A | 0x85 | 0x86) => (3, Mark::Space),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn number(&mut self) {
        let start = self.at;
        let mut parts = [(start, self.digits(start), Mark::None); 8];
        let mut count = 1;
        let mut end = parts[0].1;
        let first_len = end - start;
        while count < parts.len() {
            let Some((len, mark)) = self.mark(end) else { break };
            let from = end + len;
            let to = self.digits(from);
            if to == from {
                break;
            }
            if matches!(mark, Mark::Space | Mark::Tick) {
                let grouped_so_far = parts[1..count].iter().all(|p| p.2 == mark);
                if to - from != 3 || first_len > 3 || !grouped_so_far || self.bytes[start] == b'0' {
                    break;
                }
                // `2019 300` and `12 345.6` apart: letters right behind make it a name.
                if self.bytes.get(to).is_some_and(|b| b.is_ascii_alphabetic()) && mark == Mark::Space {
                    break;
                }
            }
            parts[count] = (from, to, mark);
            count += 1;
            end = to;
        }
        let parts = &parts[..count];
        // Longer than any quantity: an account, a card, a key.
        if parts.iter().map(|p| p.1 - p.0).sum::<usize>() > 18 {
            self.junk(start);
            return;
        }
        let next = self.bytes.get(end).copied().unwrap_or(b' ');
        let after = self.bytes.get(end + 1).copied().unwrap_or(b' ');
        if next == b':' && after.is_ascii_digit() {
            let mut stop = end;
            while self.bytes.get(stop).is_some_and(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b',')) {
                stop += 1;
            }
            while matches!(self.bytes.get(stop - 1), Some(b'.' | b',' | b':')) {
                stop -= 1;
            }
            self.push(start, stop, TokKind::Junk, false, Senses::default());
            return;
        }
        if count == 1 && next == b'/' && after.is_ascii_digit() && self.slashed(start, end) {
            return;
        }
        if count == 1 && matches!(next, b'/' | b'-') && after.is_ascii_digit() && self.joined(start, end, next) {
            return;
        }
        if next == b'/' && after.is_ascii_alphanumeric() && !self.per_unit(end + 1) {
            self.junk(start);
            return;
        }
        let (value, stop, odd_mark) = match self.read(parts) {
            Read::Number { value, end, odd_mark } => (value, end, odd_mark),
            Read::Date(date, stop) => return self.push(start, stop, TokKind::Date(date), false, Senses::default()),
            Read::Junk => return self.push(start, end, TokKind::Junk, false, Senses::default()),
        };
        let plain = stop == parts[0].1;
        let stop = if value.scale() == 0 { self.no_cents(stop).unwrap_or(stop) } else { stop };
        self.nums.push(Num {
            value,
            plain: plain && stop == parts[0].1,
            whole_digits: first_len.min(255) as u8,
            leading_zero: self.bytes[start] == b'0' && first_len > 1,
            odd_mark,
            fraction: false,
        });
        let kind = TokKind::Num(self.nums.len() as u32 - 1);
        self.push(start, stop, kind, false, Senses::default());
    }

    /// Whether the word at a byte offset is a unit that something can be counted per: `104/min`.
    fn per_unit(&self, at: usize) -> bool {
        let mut end = at;
        while self.bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
            end += 1;
        }
        let mut buffer = [0; FOLD];
        let word = self.text.get(at..end).and_then(|w| fold(w, &mut buffer));
        !self.bytes.get(end).is_some_and(|b| *b >= 0x80 || b.is_ascii_digit())
            && word
                .and_then(|w| self.index.find(w))
                .is_some_and(|s| self.index.senses(s).iter().any(|s| matches!(s, Sense::Time(_))))
    }

    /// `1/2`, `1 1/2`: a fraction, when it can be nothing else. Pushes it, or adds it to the whole number before it.
    fn slashed(&mut self, start: usize, end: usize) -> bool {
        let stop = self.digits(end + 1);
        let (n, d) = (self.int(start, end), self.int(end + 1, stop));
        let more = self.bytes.get(stop).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b':'));
        let decimals = self.bytes.get(stop).is_some_and(|b| matches!(b, b'.' | b','))
            && self.bytes.get(stop + 1).is_some_and(u8::is_ascii_digit);
        if end - start != 1 || n == 0 || n >= d || !matches!(d, 2 | 3 | 4 | 5 | 6 | 8 | 10) || more || decimals {
            return false;
        }
        let part = (Decimal::from(n) / Decimal::from(d)).round_dp(6);
        // `1 1/2`, `4-1/4 percent`: the whole number before it, and whether a dash parts the two.
        let whole = match self.toks[..] {
            [.., Tok { kind: TokKind::Num(k), .. }, dash]
                if dash.kind == TokKind::Sym('-') && dash.glued && self.glued =>
            {
                Some((k, true))
            }
            [.., Tok { kind: TokKind::Num(k), end: before, .. }]
                if self.text.get(before as usize..start) == Some(" ") =>
            {
                Some((k, false))
            }
            _ => None,
        };
        if let Some((k, dashed)) = whole
            && let Some(num) = self.nums.get_mut(k as usize)
            && num.plain
            && num.whole_digits <= 2
            && let Some(value) = num.value.checked_add(part)
        {
            num.value = value;
            num.plain = false;
            if dashed {
                self.toks.pop();
            }
            self.at = stop;
            if let Some(tok) = self.toks.last_mut() {
                tok.end = stop as u32;
            }
            return true;
        }
        self.nums.push(Num {
            value: part,
            plain: false,
            whole_digits: 0,
            leading_zero: false,
            odd_mark: true,
            fraction: true,
        });
        let kind = TokKind::Num(self.nums.len() as u32 - 1);
        self.push(start, stop, kind, false, Senses::default());
        true
    }

    fn int(&self, from: usize, to: usize) -> u32 {
        self.bytes[from..to].iter().take(9).fold(0, |n, b| n * 10 + u32::from(b.wrapping_sub(b'0')))
    }

    /// `2024-10-28`, `2023/24`, `10/2024`, `28/10/2024`. Pushes a token and says true when it is one of these, or a name.
    fn joined(&mut self, start: usize, end: usize, join: u8) -> bool {
        let (b0, b1) = (end + 1, self.digits(end + 1));
        let third = self.bytes.get(b1) == Some(&join) && self.bytes.get(b1 + 1).is_some_and(u8::is_ascii_digit);
        let (n0, n1) = (self.int(start, end), self.int(b0, b1));
        let (l0, l1) = (end - start, b1 - b0);
        let free = |at: usize| !self.bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
        let mut kind = None;
        let mut stop = b1;
        if third {
            let (c0, c1) = (b1 + 1, self.digits(b1 + 1));
            let (n2, l2) = (self.int(c0, c1), c1 - c0);
            stop = c1;
            if l0 == 4 && l1 <= 2 && l2 <= 2 {
                kind = full(n0, n1, n2);
            } else if join == b'/' && l0 <= 2 && l1 <= 2 && (l2 == 4 || l2 == 2) {
                let year = if l2 == 2 { short_year(n2) } else { n2 };
                let (day, month) =
                    if n0 > 12 || !self.index.pack.month_first && n1 <= 12 { (n0, n1) } else { (n1, n0) };
                kind = full(year, month, day);
            }
            if kind.is_none() || !free(stop) {
                self.junk(start);
                return true;
            }
        } else if l0 == 4 && (l1 == 2 || l1 == 4) && free(b1) && (1200..2200).contains(&n0) {
            if self.bytes.get(b1) == Some(&b'/') {
                self.junk(start);
                return true;
            }
            let second = if l1 == 2 { n0 / 100 * 100 + n1 } else { n1 };
            if second > n0 && second < n0 + 100 && (join == b'/' || l1 == 2) {
                kind = Some(TokKind::Years(n0 as i16, second as i16));
            } else if l1 == 2 && (1..=12).contains(&n1) && join == b'-' {
                kind = Some(TokKind::Date(PartialDate::ym(n0 as i16, n1 as u8)));
            } else if join == b'/' {
                self.junk(start);
                return true;
            }
        } else if join == b'/' && l0 <= 2 && l1 == 4 && (1..=12).contains(&n0) && (1200..2200).contains(&n1) && free(b1)
        {
            kind = Some(TokKind::Date(PartialDate::ym(n1 as i16, n0 as u8)));
        } else if join == b'/' {
            self.junk(start);
            return true;
        }
        match kind {
            Some(kind) => {
                self.push(start, stop, kind, false, Senses::default());
                true
            }
            None => false,
        }
    }

    fn read(&self, parts: &[(usize, usize, Mark)]) -> Read {
        let pack = self.index.pack;
        let decimal = if pack.decimal == b',' { Mark::Comma } else { Mark::Dot };
        let len = |p: &(usize, usize, Mark)| p.1 - p.0;
        let [first, rest @ ..] = parts else { return Read::Junk };
        let end = parts.last().map_or(first.1, |p| p.1);
        let groups = |p: &[(usize, usize, Mark)]| {
            p.iter().all(|g| g.1 - g.0 == 3) && len(first) <= 3 && (self.bytes[first.0] != b'0')
        };
        let number = |whole: &[(usize, usize, Mark)], fraction: Option<&(usize, usize, Mark)>, odd_mark: bool| {
            let mut mantissa: i128 = 0;
            let digits = whole.iter().chain(fraction).flat_map(|p| &self.bytes[p.0..p.1]);
            for b in digits {
                mantissa = mantissa * 10 + i128::from(b.wrapping_sub(b'0'));
            }
            let scale = fraction.map_or(0, |p| p.1 - p.0) as u32;
            match Decimal::try_from_i128_with_scale(mantissa, scale) {
                Ok(value) => {
                    let end = fraction.or(whole.last()).map_or(first.1, |p| p.1);
                    Read::Number { value, end, odd_mark }
                }
                Err(_) => Read::Junk,
            }
        };
        let dots = rest.iter().filter(|p| p.2 == Mark::Dot).count();
        let commas = rest.iter().filter(|p| p.2 == Mark::Comma).count();
        match (rest, dots, commas) {
            ([], ..) => number(parts, None, false),
            // Spaces or ticks group; a last dot or comma is the decimal mark.
            (rest, 0, 0) if groups(rest) => number(parts, None, false),
            ([groups_part @ .., last], d, c)
                if d + c == 1
                    && !groups_part.is_empty()
                    && matches!(last.2, Mark::Dot | Mark::Comma)
                    && groups(groups_part) =>
            {
                number(&parts[..parts.len() - 1], Some(last), false)
            }
            ([only], d, c) if d + c == 1 => {
                if d == 1
                    && pack.ordinal_dot
                    && self.bytes.get(end) == Some(&b'.')
                    && !self.bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
                    && len(first) <= 2
                    && len(only) <= 2
                    && let Some(date) = day_month(self.int(first.0, first.1), self.int(only.0, only.1))
                {
                    return Read::Date(date, end + 1);
                }
                if only.2 == decimal {
                    number(&parts[..1], Some(only), false)
                } else if groups(rest) {
                    number(parts, None, false)
                } else if only.2 == Mark::Comma && len(only) > 2 {
                    number(&parts[..1], None, false)
                } else {
                    number(&parts[..1], Some(only), true)
                }
            }
            (rest, d, c) if d == 0 || c == 0 => {
                if groups(rest) {
                    return number(parts, None, false);
                }
                if c == 0
                    && let [month, year] = rest
                    && len(first) <= 2
                    && len(month) <= 2
                    && matches!(len(year), 2 | 4)
                {
                    let y = self.int(year.0, year.1);
                    let y = if len(year) == 2 { short_year(y) } else { y };
                    if let Some(TokKind::Date(date)) = full(y, self.int(month.0, month.1), self.int(first.0, first.1)) {
                        return Read::Date(date, end);
                    }
                }
                if d == 0 { number(&parts[..1], None, false) } else { Read::Junk }
            }
            ([whole @ .., last], ..)
                if !whole.is_empty() && whole.iter().all(|p| p.2 != last.2 && p.2 == whole[0].2) && groups(whole) =>
            {
                number(&parts[..parts.len() - 1], Some(last), false)
            }
            _ => Read::Junk,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    Dot,
    Comma,
    Tick,
    Space,
}

enum Read {
    Number { value: Decimal, end: usize, odd_mark: bool },
    Date(PartialDate, usize),
    Junk,
}

/// The year that `FY2023` or `FY23` is named after.
fn fiscal_year(word: &[u8]) -> Option<i16> {
    let digits = word.strip_prefix(b"fy")?;
    if !matches!(digits.len(), 2 | 4) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let n = digits.iter().fold(0i16, |n, b| n * 10 + i16::from(b - b'0'));
    match digits.len() {
        2 => Some(2000 + n),
        _ => (1900..2200).contains(&n).then_some(n),
    }
}

fn short_year(n: u32) -> u32 {
    if n < 70 { 2000 + n } else { 1900 + n }
}

fn full(year: u32, month: u32, day: u32) -> Option<TokKind> {
    let (y, m, d) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    jiff::civil::Date::new(y, m, d).ok()?;
    Some(TokKind::Date(PartialDate::ymd(y, m as u8, d as u8)))
}

fn day_month(day: u32, month: u32) -> Option<PartialDate> {
    let (m, d) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // A leap year has every day there is.
    jiff::civil::Date::new(2024, m as i8, d as i8).ok()?;
    Some(PartialDate { year: None, month: Some(m), day: Some(d) })
}

/// The number a word contains, and what the word does with it: `fünfundzwanzig`, `zehnjährig`, `Zehntausende`.
fn compound(word: &[u8], rules: &Compounds) -> Option<(Num, Suffix)> {
    if word.len() < 3
        || !matches!(word[0], b'a' | b'd' | b'e' | b'f' | b'h' | b'n' | b's' | b't' | b'v' | b'z' | b'm' | b'b')
    {
        return None;
    }
    // Nearly every word fails here, so it fails on its first letters.
    let begins = |text: &str| {
        let t = text.as_bytes();
        t[0] == word[0] && t.len() > 2 && t[1] == word[1] && t[2] == word[2]
    };
    if !(rules.morphemes.iter().any(|m| begins(m.0))
        || rules.ordinals.iter().any(|o| begins(o.0))
        || rules.amount_starts.iter().any(|a| begins(a)))
    {
        return None;
    }
    let word = std::str::from_utf8(word).ok()?;
    let (mut total, mut hundreds, mut small): (u64, u64, u64) = (0, 0, 0);
    let (mut half, mut any, mut scale) = (false, false, false);
    let mut halves = None;
    let mut rest = word;
    'morphemes: while !rest.is_empty() {
        let first = rest.as_bytes()[0];
        for &(text, morpheme) in rules.morphemes {
            if text.as_bytes()[0] != first {
                continue;
            }
            let Some(after) = rest.strip_prefix(text) else { continue };
            match morpheme {
                Morpheme::Unit(n) if small == 0 => small = u64::from(n),
                Morpheme::Ten(n) if small == 0 => small = u64::from(n),
                Morpheme::And if (1..10).contains(&small) || small == 0 && scale => {
                    // `und` must lead to a ten (einundzwanzig) or, after a scale, to any number (hundertundzwei).
                    let lead = rules.morphemes.iter().find(|(t, _)| after.starts_with(t));
                    match lead {
                        Some(&(t, Morpheme::Ten(n))) => {
                            small += u64::from(n);
                            rest = after.get(t.len()..)?;
                            continue 'morphemes;
                        }
                        Some((_, Morpheme::Unit(_))) if small == 0 => {}
                        _ => break 'morphemes,
                    }
                }
                Morpheme::Hundred if hundreds == 0 && small < 20 => {
                    hundreds = small.max(1) * 100;
                    small = 0;
                    scale = true;
                }
                Morpheme::Thousand if total == 0 => {
                    total = (hundreds + small).max(1) * 1000;
                    (hundreds, small) = (0, 0);
                    scale = true;
                }
                Morpheme::Halves(n) if !any => halves = Some(n),
                Morpheme::AndHalf if any && small > 0 && !scale => half = true,
                _ => continue,
            }
            any = true;
            rest = after;
            continue 'morphemes;
        }
        break;
    }
    if !any {
        for &(stem, n) in rules.ordinals {
            if let Some(after) = word.strip_prefix(stem)
                && after.len() > 4
                && rules.superlatives.iter().any(|s| after.ends_with(s))
            {
                return Some((Num::spelled(u64::from(n)), Suffix::Rank));
            }
        }
        return amount(word, rules);
    }
    let mut num = Num::spelled(total + hundreds + small);
    if half {
        num.value = num.value.checked_add(Decimal::new(5, 1))?;
    }
    if let Some(n) = halves {
        num.value = Decimal::from(n).checked_div(Decimal::TWO)?;
    }
    let find = |s: &str| rules.suffixes.iter().find(|(t, _)| *t == s).map(|(_, x)| *x);
    let suffix = find(rest).filter(|s| *s != Suffix::Ordinal).or_else(|| {
        rules.endings.iter().find_map(|e| {
            let stem = rest.strip_suffix(e).filter(|s| !s.is_empty())?;
            find(stem).filter(|s| !matches!(s, Suffix::Plural | Suffix::Decade | Suffix::Part | Suffix::Times))
        })
    });
    match suffix {
        // halbstündig; Halbzeit and halbieren are words of their own
        Some(suffix) if halves.is_some() => matches!(suffix, Suffix::Aged(_)).then_some((num, suffix)),
        Some(Suffix::Plural) if !(small == 0 && (hundreds > 0 || total > 0)) => None,
        Some(Suffix::Decade) if !(rest == "er" && (20..=90).contains(&small) && small % 10 == 0 && !scale) => None,
        Some(Suffix::None) if !scale && small == 1 && !half => None,
        Some(Suffix::Part) if total + hundreds + small < 4 => None,
        Some(suffix) => Some((num, suffix)),
        None => rules.ordinals.iter().find_map(|&(stem, n)| {
            let after = word.strip_prefix(stem)?;
            (after.len() > 4 && rules.superlatives.iter().any(|s| after.ends_with(s)))
                .then(|| (Num::spelled(u64::from(n)), Suffix::Rank))
        }),
    }
}

/// `Millionenbetrag`: an amount of which only the magnitude is known.
fn amount(word: &str, rules: &Compounds) -> Option<(Num, Suffix)> {
    let rest = rules.amount_starts.iter().find_map(|s| word.strip_prefix(s))?;
    rules.amount_ends.contains(&rest).then(|| (Num::spelled(0), Suffix::Plural))
}
