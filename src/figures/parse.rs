//! The reader that all rules share: tokens with the senses the pack gives them, and the figures found so far.

use rust_decimal::Decimal;

use super::lex::{Lexed, Num, Tok, TokKind, fold, lex};
use super::{Bound, Figure, Kind, PartialDate, Value};
use crate::lang::numbers::{Limit, NumberIndex, NumberPack, Role, Sense};
use crate::text::Span;

/// A reader over one paragraph.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub index: &'static NumberIndex,
    pub pack: &'static NumberPack,
    pub toks: Vec<Tok>,
    pub nums: Vec<Num>,
    pub reference: Option<PartialDate>,
    pub out: Vec<Figure>,
    /// How far a story of the past has come.
    pub story: Option<super::dates::Story>,
    /// The last year that the text states.
    pub stated_year: Option<i16>,
    /// First token that no figure covers yet.
    pub floor: usize,
}

/// Whether token `$i` of `$r` has a sense that matches.
macro_rules! is {
    ($r:expr, $i:expr, $p:pat) => {
        $r.senses($i).iter().any(|s| matches!(s, $p))
    };
}

/// What the sense of token `$i` that matches says.
macro_rules! say {
    ($r:expr, $i:expr, $p:pat => $v:expr) => {
        $r.senses($i).iter().find_map(|s| match *s {
            $p => Some($v),
            _ => None,
        })
    };
}

pub(super) use {is, say};

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, index: &'static NumberIndex, reference: Option<PartialDate>) -> Reader<'a> {
        let Lexed { toks, nums } = lex(text, index);
        Reader {
            text,
            index,
            pack: index.pack,
            toks,
            nums,
            reference,
            out: Vec::new(),
            story: None,
            stated_year: None,
            floor: 0,
        }
    }

    pub fn kind(&self, i: usize) -> Option<TokKind> {
        self.toks.get(i).map(|t| t.kind)
    }

    pub fn senses(&self, i: usize) -> &'static [Sense] {
        match self.toks.get(i) {
            Some(t) => self.index.senses(t.senses),
            None => &[],
        }
    }

    /// Whether the word at token `i` has that part beside a figure.
    pub fn plays(&self, i: usize, role: Role) -> bool {
        self.toks.get(i).is_some_and(|t| t.senses.plays(role))
    }

    /// Token before `i`, if any.
    pub fn prev(&self, i: usize) -> Option<usize> {
        i.checked_sub(1)
    }

    pub fn is_prev(&self, i: usize, test: impl Fn(&Self, usize) -> bool) -> bool {
        i > 0 && test(self, i - 1)
    }

    pub fn sym(&self, i: usize, c: char) -> bool {
        self.kind(i) == Some(TokKind::Sym(c))
    }

    pub fn dash(&self, i: usize) -> bool {
        matches!(self.kind(i), Some(TokKind::Sym('-' | '–' | '−')))
    }

    pub fn glued(&self, i: usize) -> bool {
        self.toks.get(i).is_some_and(|t| t.glued)
    }

    pub fn capital(&self, i: usize) -> bool {
        self.toks.get(i).is_some_and(|t| t.capital)
    }

    pub fn word(&self, i: usize) -> bool {
        matches!(self.kind(i), Some(TokKind::Word))
    }

    pub fn num(&self, i: usize) -> Option<Num> {
        match self.kind(i)? {
            TokKind::Num(k) => self.nums.get(k as usize).copied(),
            _ => None,
        }
    }

    pub fn start(&self, i: usize) -> usize {
        self.toks.get(i).map_or(self.text.len(), |t| t.start as usize)
    }

    pub fn end(&self, i: usize) -> usize {
        self.toks.get(i).map_or(self.text.len(), |t| t.end as usize)
    }

    /// Whether the pack has anything to say of the word at token `i`.
    pub fn index_word(&self, i: usize) -> bool {
        self.toks.get(i).is_some_and(|t| t.senses.any())
    }

    pub fn str(&self, i: usize) -> &'a str {
        self.toks.get(i).and_then(|t| self.text.get(t.start as usize..t.end as usize)).unwrap_or("")
    }

    pub fn is_word(&self, i: usize, folded: &str) -> bool {
        if !self.word(i) {
            return match self.kind(i) {
                Some(TokKind::Sym(c)) => {
                    let mut chars = folded.chars();
                    chars.next() == Some(c) && chars.next().is_none()
                }
                Some(TokKind::Compound(..)) => self.folds_to(i, folded),
                _ => false,
            };
        }
        self.folds_to(i, folded)
    }

    fn folds_to(&self, i: usize, folded: &str) -> bool {
        // Folding never makes a word longer, and never changes which ASCII letter it begins with.
        let (word, folded) = (self.str(i).as_bytes(), folded.as_bytes());
        let differs = |(a, b): (&u8, &u8)| a.is_ascii() && b.is_ascii() && a.to_ascii_lowercase() != *b;
        if word.len() < folded.len() || word.first().zip(folded.first()).is_some_and(differs) {
            return false;
        }
        let mut buffer = [0; 64];
        fold(self.str(i), &mut buffer).is_some_and(|w| w == folded)
    }

    pub fn ends_folded(&self, i: usize, ends: &[&str]) -> bool {
        let mut buffer = [0; 64];
        fold(self.str(i), &mut buffer).is_some_and(|w| ends.iter().any(|e| w.ends_with(e.as_bytes())))
    }

    /// Whether a sentence (or a heading, a quotation, a list item) begins at token `i`.
    pub fn begins(&self, i: usize) -> bool {
        let Some(before) = self.prev(i) else { return true };
        if self.toks.get(i).is_some_and(|t| t.after_break) {
            return true;
        }
        matches!(
            self.kind(before),
            Some(TokKind::Sym(
                '.' | '!'
                    | '?'
                    | ':'
                    | '"'
                    | '„'
                    | '“'
                    | '”'
                    | '»'
                    | '«'
                    | '–'
                    | '('
                    | '*'
                    | '•'
                    | '|'
                    | '‚'
                    | '\''
                    | '`'
                    | '#'
                    | '>'
            ))
        )
    }

    /// Whether nothing follows token `i` within its phrase: the text, the sentence or the clause ends.
    pub fn phrase_ends(&self, i: usize) -> bool {
        match self.toks.get(i) {
            None => true,
            Some(t) if t.after_break => true,
            Some(t) => {
                matches!(t.kind, TokKind::Sym(c) if !matches!(c, '-' | '\'' | '"' | '„' | '“' | '»' | '«' | '%' | '°' | '(' | '$' | '€' | '£'))
            }
        }
    }

    /// The limiting phrase that ends right before token `i`, as its first token and what it says. The longest counts.
    pub fn limit_before(&self, i: usize) -> Option<(usize, Bound)> {
        let last = self.prev(i).filter(|l| *l >= self.floor)?;
        if self.toks.get(i).is_some_and(|t| t.after_break) {
            return None;
        }
        if let Some(TokKind::Sym(c)) = self.kind(last) {
            let bound = match c {
                '~' | '≈' | '∼' => Some(Bound::About),
                '≥' => Some(Bound::AtLeast),
                '≤' => Some(Bound::AtMost),
                '>' => Some(Bound::MoreThan),
                '<' => Some(Bound::LessThan),
                _ => None,
            };
            if let Some(bound) = bound {
                return Some((last, bound));
            }
        }
        // A dot behind an abbreviated limit (ca. 300) belongs to it.
        let key = if self.sym(last, '.') && last > self.floor && self.glued(last) { last - 1 } else { last };
        let mut best: Option<(usize, Bound)> = None;
        for sense in self.senses(key).iter().chain(self.senses(last)) {
            let &Sense::LimitEnds(k) = sense else { continue };
            let Some((words, limit)) = self.index.before.get(k as usize) else { continue };
            let dotted = words.last() == Some(&".");
            let mut at = if dotted || key == last { last + 1 } else { key + 1 };
            if key != last && !dotted && !matches!(*limit, Limit::About) {
                continue;
            }
            let fits = words.iter().rev().all(|w| {
                at > self.floor && {
                    at -= 1;
                    self.is_word(at, w)
                }
            });
            if fits && best.is_none_or(|(from, _)| at < from) {
                best = Some((at, bound(*limit)));
            }
        }
        // Edged up to 3.9%: where to, no limit.
        if let Some((from, Bound::AtMost)) = best
            && is!(self, last, Sense::To)
            && self.is_prev(from, |r, p| is!(r, p, Sense::Moves))
        {
            return None;
        }
        best
    }

    /// The limiting phrase that starts at token `i`, as the token behind it and what it says.
    pub fn limit_after(&self, i: usize) -> Option<(usize, Bound)> {
        if self.sym(i, '+') && self.glued(i) {
            return Some((i + 1, Bound::AtLeast));
        }
        // 2% plus another 1%
        if is!(self, i, Sense::Plus) && !self.phrase_ends(i + 1) {
            return None;
        }
        self.senses(i).iter().find_map(|sense| {
            let &Sense::LimitStarts(k) = sense else { return None };
            let (words, limit) = self.index.after.get(k as usize)?;
            // over three and under 14: it limits the number behind it
            let free = self.num(i + words.len()).is_none();
            let stands = free && words.iter().enumerate().all(|(n, w)| self.is_word(i + n, w));
            stands.then(|| (i + words.len(), bound(*limit)))
        })
    }

    /// The end of the idiom that starts at token `i`.
    pub fn idiom(&self, i: usize) -> Option<usize> {
        self.senses(i).iter().find_map(|sense| {
            let &Sense::IdiomStarts(k) = sense else { return None };
            let words = self.index.idioms.get(k as usize)?;
            let at = |n: usize| i + n;
            words.iter().enumerate().all(|(n, w)| self.is_word(at(n), w)).then(|| i + words.len())
        })
    }

    /// Whether token `i` is a percent sign or word, or ends in one (`zehnprozentig`).
    fn says_percent(&self, i: usize) -> bool {
        let word =
            |s: &Sense| matches!(s, Sense::Percent | Sense::Points | Sense::BasisPoints | Sense::PercentAdjective);
        let Some(tok) = self.toks.get(i) else { return false };
        match tok.kind {
            TokKind::Sym(c) => matches!(c, '%' | '‰'),
            TokKind::Compound(_, crate::lang::numbers::Suffix::Percent) => true,
            _ => self.senses(i).iter().any(word),
        }
    }

    /// Whether the figure that covers tokens `from..to` says how many of those that were spoken of before.
    fn is_part(&self, from: usize, to: usize, span: Span) -> bool {
        let (before, behind) = self.pack.part_of;
        let stands = |at: usize, phrase: &str| {
            let words: Vec<&str> = phrase.split(' ').collect();
            words.iter().enumerate().all(|(n, w)| self.is_word(at + n, w))
        };
        let leads = |phrase: &&str| from.checked_sub(phrase.split(' ').count()).is_some_and(|at| stands(at, phrase));
        // `darunter 2.310 Rinder und 550 Ziegen`
        let goes_on = || {
            self.out.last().filter(|f| f.part).is_some_and(|f| {
                let joint = self.text.get(f.span.end as usize..span.start as usize).unwrap_or_default().trim();
                matches!(joint, "," | "und" | "and" | "sowie" | ", und" | ", and")
            })
        };
        before.iter().any(leads) || behind.iter().any(|p| stands(to, p)) || goes_on()
    }

    /// Adds a figure that covers tokens `from..to`, its core `core`; `None` when it would be out of order.
    #[expect(clippy::too_many_arguments, reason = "a figure has that many parts")]
    pub fn push(
        &mut self,
        from: usize,
        to: usize,
        core: (usize, usize),
        kind: Kind,
        value: Value,
        unit: Option<String>,
        bound: Bound,
        noun: Option<super::Noun>,
    ) -> Option<usize> {
        if to <= from || to > self.toks.len() || from < self.floor {
            return None;
        }
        let span = Span::new(self.start(from), self.end(to - 1));
        let core = Span::new(self.start(core.0), self.end(core.1.max(core.0 + 1) - 1));
        let coarse = kind == Kind::Percent && !(from..to).any(|i| self.says_percent(i));
        let part = self.is_part(from, to, span);
        self.out.push(Figure { span, core, kind, value, unit, bound, noun, coarse, part });
        self.floor = to;
        Some(to)
    }
}

pub(super) fn bound(limit: Limit) -> Bound {
    match limit {
        Limit::About => Bound::About,
        Limit::Nearly => Bound::Nearly,
        Limit::AtLeast => Bound::AtLeast,
        Limit::MoreThan => Bound::MoreThan,
        Limit::AtMost => Bound::AtMost,
        Limit::LessThan => Bound::LessThan,
    }
}

/// Ten to the power, as far as a decimal reaches.
pub(super) fn power(exponent: u8) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(10i128.checked_pow(u32::from(exponent))?, 0).ok()
}
