//! Are these somebody's very words? Words as quotations are compared by.
//!
//! Type is set differently by every paper: kinds of quotation marks, hyphens, dashes, spaces and apostrophes, ligatures, soft
//! hyphens, capitals, the comma that moved outside the marks, `ß` and `ss`, `12.000` and `12 000`, `5 %` and `5 Prozent` make
//! no other words. What somebody who quotes may add or leave out is understood as well: an ellipsis stands for any words,
//! square brackets for a few (`[die Ministerin]`) or for a few letters (`[W]ir`, `geh[t]`).
//!
//! **Invariant:** pure; a word's form depends on the word and what touches it alone, so the same words have the same forms
//! wherever they stand. **Not here:** judging whether a difference matters.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::xxh3_64;

use super::Span;

/// What was left out, or put in, before a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// Words in brackets: they stand for a few of the source's, or for none.
    Bracket,
    /// An ellipsis: it stands for any.
    Ellipsis,
}

/// A word in the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without diacritics, `ä` as `ae`.
    pub form: String,
    /// Where it stands.
    pub span: Span,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it stands in parentheses or brackets: whoever quotes may have put it in, or left it out.
    pub is_aside: bool,
    /// Which end of it is in brackets: only the rest, which is `form`, is the source's.
    pub open: Open,
}

/// Which end of a word stands in brackets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// Neither.
    #[default]
    Closed,
    /// `[W]ir`
    Start,
    /// `geh[t]`
    End,
}

impl Word {
    /// Whether a word of the source is this one.
    pub fn is(&self, source: &Word) -> bool {
        match self.open {
            Open::Closed => self.form == source.form,
            Open::Start => source.form.ends_with(&self.form),
            Open::End => source.form.starts_with(&self.form),
        }
    }

    /// A number for its form: equal for equal forms.
    pub fn code(&self) -> u32 {
        xxh3_64(self.form.as_bytes()) as u32
    }
}

/// Whose words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who quotes: what stands in brackets is not the source's.
    Quoting,
    /// The source: what stands in brackets is its own, but may be left out.
    Source,
}

/// Letters that brackets may change at a word's end or start; more are words of their own.
const MOST_LETTERS: usize = 8;

/// The words of `text`, and what is left out behind the last one.
pub fn words(text: &str, side: Side) -> (Vec<Word>, Gap) {
    let mut reader = Reader { text, out: Vec::new(), gap: Gap::None, round: 0, square: 0, symbol: None };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|t| t.chars().next()) {
        at = reader.step(at, c, side);
    }
    reader.flush_symbol();
    (reader.out, reader.gap)
}

struct Reader<'t> {
    text: &'t str,
    out: Vec<Word>,
    gap: Gap,
    round: u32,
    square: u32,
    /// A currency's sign before its number: `€5` is `5 €`.
    symbol: Option<(&'static str, Span)>,
}

impl Reader<'_> {
    fn step(&mut self, at: usize, c: char, side: Side) -> usize {
        let next = at + c.len_utf8();
        let rest = self.text.get(at..).unwrap_or_default();
        if let Some(len) = ellipsis(rest) {
            self.gap = Gap::Ellipsis;
            return at + len;
        }
        match c {
            '[' => {
                let inner = rest.get(1..).and_then(|r| r.split_once(']')).map(|(inner, _)| inner);
                let Some(inner) = inner.filter(|i| i.len() < 400) else { return next };
                let end = at + inner.len() + 2;
                let only_dots = ellipsis(inner.trim()).is_some_and(|n| n == inner.trim().len());
                if only_dots {
                    self.gap = Gap::Ellipsis;
                    return end;
                }
                if side == Side::Source {
                    self.square += 1;
                    return next;
                }
                // `[W]ir`: the rest of the word follows at once.
                let letters = inner.chars().count() <= MOST_LETTERS && inner.chars().all(char::is_alphabetic);
                let follows = self.text.get(end..).and_then(|r| r.chars().next()).is_some_and(char::is_alphabetic);
                if letters && follows {
                    let (_, stop) = self.word(end, Open::Start);
                    return stop;
                }
                self.gap = self.gap.max(Gap::Bracket);
                end
            }
            ']' => {
                self.square = self.square.saturating_sub(1);
                next
            }
            '(' => {
                self.round += 1;
                next
            }
            ')' => {
                self.round = self.round.saturating_sub(1);
                next
            }
            '%' | '‰' => {
                self.push("%", Span::new(at, next), Open::Closed);
                next
            }
            '€' | '$' | '£' => {
                let sign = match c {
                    '€' => "eur",
                    '$' => "usd",
                    _ => "gbp",
                };
                let after = self.text.get(next..).map(|r| r.trim_start_matches(is_space)).unwrap_or_default();
                if after.starts_with(|c: char| c.is_ascii_digit()) {
                    self.symbol = Some((sign, Span::new(at, next)));
                } else {
                    self.push(sign, Span::new(at, next), Open::Closed);
                }
                next
            }
            '&' => {
                self.push("&", Span::new(at, next), Open::Closed);
                next
            }
            c if c.is_ascii_digit() => self.number(at),
            c if is_letter(c) => self.word(at, Open::Closed).1,
            _ => next,
        }
    }

    fn push(&mut self, form: &str, span: Span, open: Open) {
        let is_aside = self.round > 0 || self.square > 0;
        let gap = std::mem::take(&mut self.gap);
        // `per cent` is one word.
        if form == "cent"
            && let Some(last) = self.out.last_mut().filter(|w| w.form == "per")
        {
            last.form = "%".to_owned();
            last.span.end = span.end;
            return;
        }
        self.out.push(Word { form: form.to_owned(), span, gap, is_aside, open });
    }

    fn flush_symbol(&mut self) {
        if let Some((sign, span)) = self.symbol.take() {
            self.push(sign, span, Open::Closed);
        }
    }

    /// A number, its groups joined and its decimal mark a point.
    fn number(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let digits =
            |from: usize| bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
        let mut at = start + digits(start);
        let mut form = self.text.get(start..at).unwrap_or_default().to_owned();
        let mut grouped = form.len() <= 3;
        while let Some(mark) = self.text.get(at..).and_then(|r| r.chars().next()) {
            let from = at + mark.len_utf8();
            let count = digits(from);
            let more = self.text.get(from..from + count).unwrap_or_default();
            let groups = matches!(mark, '.' | ',' | '\'' | '’') || is_space(mark) && mark != '\n';
            if grouped && count == 3 && groups {
                form.push_str(more);
            } else if count > 0 && matches!(mark, '.' | ',') {
                form.push('.');
                form.push_str(more);
                grouped = false;
            } else {
                break;
            }
            at = from + count;
        }
        self.push(&form, Span::new(start, at), Open::Closed);
        self.flush_symbol();
        // `5G`, `3D`: what touches a number is a word of its own.
        at
    }

    /// A word that starts at `start`; apostrophes in it part it, as in `geht's` and `don't`.
    fn word(&mut self, start: usize, open: Open) -> (usize, usize) {
        let mut at = start;
        let mut parts: Vec<Span> = Vec::new();
        let mut from = start;
        let mut open = open;
        while let Some(c) = self.text.get(at..).and_then(|r| r.chars().next()) {
            let next = at + c.len_utf8();
            let after = || self.text.get(next..).and_then(|r| r.chars().next());
            if is_letter(c) || is_inside(c) {
                at = next;
            } else if is_apostrophe(c) && after().is_some_and(is_letter) {
                parts.push(Span::new(from, at));
                at = next;
                from = next;
            } else {
                break;
            }
        }
        parts.push(Span::new(from, at));
        let mut end = at;
        // `geh[t]`: the end of the word is whose who quotes.
        if let Some(rest) = self.text.get(at..).and_then(|r| r.strip_prefix('['))
            && let Some((inner, _)) = rest.split_once(']')
            && self.square == 0
            && inner.chars().count() <= MOST_LETTERS
            && !inner.is_empty()
            && inner.chars().all(char::is_alphabetic)
        {
            end = at + inner.len() + 2;
            open = Open::End;
            // What follows in the middle of a word, as in `m[e]in`, is the rest of it.
            end +=
                self.text.get(end..).map_or(0, |r| r.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum());
        }
        let last = parts.len().saturating_sub(1);
        for (n, span) in parts.into_iter().enumerate() {
            let mut form = form(self.text.get(span.range()).unwrap_or_default());
            if form.is_empty() {
                continue;
            }
            let lead = form == "t" && n > 0;
            if lead && let Some(verb) = self.out.last_mut().filter(|w| w.form.ends_with('n')) {
                // don't, can't, won't
                match verb.form.as_str() {
                    "can" => {}
                    "won" => verb.form = "will".to_owned(),
                    _ => {
                        verb.form.pop();
                    }
                }
                form = "not".to_owned();
            } else if n > 0 {
                form = match form.as_str() {
                    "re" => "are".to_owned(),
                    "ll" => "will".to_owned(),
                    "ve" => "have".to_owned(),
                    "m" => "am".to_owned(),
                    _ => form,
                };
            }
            let which = match open {
                Open::End if n == last => Open::End,
                Open::Start if n == 0 => Open::Start,
                _ => Open::Closed,
            };
            if form == "cannot" {
                self.push("can", span, Open::Closed);
                self.push("not", span, Open::Closed);
                continue;
            }
            self.push(&form, span, which);
        }
        (start, end)
    }
}

/// How many bytes of an ellipsis `text` starts with, brackets around it included.
fn ellipsis(text: &str) -> Option<usize> {
    let dots = |text: &str| -> Option<usize> {
        if text.starts_with('…') {
            return Some('…'.len_utf8());
        }
        if text.starts_with(". . .") {
            return Some(5);
        }
        let count = text.bytes().take_while(|b| *b == b'.').count();
        (count >= 3).then_some(count)
    };
    match text.chars().next()? {
        '(' => {
            let inner = text.get(1..)?;
            let len = dots(inner)?;
            inner.get(len..)?.starts_with(')').then_some(len + 2)
        }
        '…' | '.' => dots(text),
        _ => None,
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// What may stand inside a word and is no part of it.
fn is_inside(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`')
}

/// The form in which `word` is compared.
fn form(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        for c in word.nfkd().filter(|c| !is_inside(*c)) {
            match c {
                'ß' | 'ẞ' => out.push_str("ss"),
                'ø' | 'Ø' => out.push('o'),
                'æ' | 'Æ' => out.push_str("ae"),
                'œ' | 'Œ' => out.push_str("oe"),
                'ł' | 'Ł' => out.push('l'),
                'ı' => out.push('i'),
                // An umlaut is written with an e where the type has none.
                '\u{308}' if out.ends_with(['a', 'o', 'u']) => out.push('e'),
                c if is_combining_mark(c) => {}
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    let same = match out.as_str() {
        "prozent" | "percent" => "%",
        "euro" | "euros" => "eur",
        "dollar" | "dollars" => "usd",
        "und" | "and" => "&",
        "mio" => "millionen",
        "mrd" => "milliarden",
        _ => return out,
    };
    same.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> String {
        let (words, end) = words(text, Side::Quoting);
        let gap = |g: Gap| match g {
            Gap::None => "",
            Gap::Bracket => "_ ",
            Gap::Ellipsis => "… ",
        };
        let mut out: Vec<String> = Vec::new();
        for w in &words {
            let form = match w.open {
                Open::Closed => w.form.clone(),
                Open::Start => format!("~{}", w.form),
                Open::End => format!("{}~", w.form),
            };
            out.push(format!("{}{}{form}", gap(w.gap), if w.is_aside { "?" } else { "" }));
        }
        format!("{} {}", out.join(" "), gap(end)).trim().to_owned()
    }

    #[test]
    fn type_makes_no_other_words() {
        for (a, b) in [
            ("Größe", "GRÖSSE"),
            ("Grösse", "Gro\u{308}ße"),
            ("Hae\u{ad}user", "Häuser"),
            ("efﬁzient und ﬂexibel", "effizient und flexibel"),
            ("12.000 Boote", "12\u{202f}000 Boote"),
            ("12,000 boats", "12\u{a0}000 boats"),
            ("5 %", "5 Prozent"),
            ("5%", "5 per cent"),
            ("€5", "5 Euro"),
            ("Wir, die Jungen – ja, wir!", "wir die Jungen - ja wir"),
            ("Corona‑Hilfe", "Corona-Hilfe"),
            ("it’s", "it's"),
            ("We don’t and can't", "we do not & cannot"),
            ("won't", "will not"),
            ("Zürich\r\nlebt", "Zürich lebt"),
            ("7,4 Mio. Euro", "7.4 Millionen €"),
            ("👍 gut so", "gut so"),
            ("‚gut‘ so", "“gut” so"),
            ("z.\u{a0}B. so", "z.B. so"),
        ] {
            assert_eq!(forms(a), forms(b), "{a} / {b}");
        }
        for (a, b) in [("schon", "schön"), ("5 %", "6 %"), ("12.000", "12.00"), ("1,5", "15"), ("kein", "ein")] {
            assert_ne!(forms(a), forms(b), "{a} / {b}");
        }
    }

    #[test]
    fn what_was_left_out_or_put_in_is_known() {
        for (text, want) in [
            ("Wir … gehen", "wir … gehen"),
            ("Wir [...] gehen", "wir … gehen"),
            ("Wir […] gehen […]", "wir … gehen …"),
            ("Wir (…) gehen", "wir … gehen"),
            ("Wir . . . gehen ...", "wir … gehen …"),
            ("[Die Ministerin] ging", "_ ging"),
            ("Sie [die Ministerin] ging [dann]", "sie _ ging _"),
            ("[W]ir gehen", "~ir gehen"),
            ("er geh[t] hin", "er geh~ hin"),
            ("in m[ein]er Stadt", "in m~ stadt"),
            ("Er (der Chef) ging", "er ?der ?chef ging"),
            ("Das [sic] stimmt", "das _ stimmt"),
            ("ein [ohne Ende", "ein ohne ende"),
            ("", ""),
            ("…", "…"),
        ] {
            assert_eq!(forms(text), want, "{text}");
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        for text in
            ["„Größe“ – don’t [W]ir 12 000 € geh[t] €5", "[", "]", "(((", "'", "’s", "a'", "€", "[a", "½ ½", "\u{308}"]
        {
            for side in [Side::Quoting, Side::Source] {
                for word in words(text, side).0 {
                    assert!(text.get(word.span.range()).is_some(), "{text} {word:?}");
                }
            }
        }
    }
}
