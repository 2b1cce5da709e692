//! Places in an order: Platz 36, third, joint second.

use rust_decimal::Decimal;

use super::Number;
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, say};
use crate::figures::{Bound, Kind, Value};
use crate::lang::numbers::{Role, Sense, Suffix};

impl Reader<'_> {
    pub(super) fn simple_rank(&mut self, number: Number) -> Option<usize> {
        let value = Value::Number { lo: Some(number.value), hi: Some(number.value) };
        self.push(number.from, number.to, number.core, Kind::Rank, value, None, Bound::Exact, None)
    }

    /// Platz 36, 3. Rang, zweiter Platz, 36th, third-largest
    pub(super) fn rank(&mut self, i: usize) -> Option<usize> {
        let simple = |r: &mut Self, from: usize, to: usize, core: (usize, usize), n: Decimal| {
            let value = Value::Number { lo: Some(n), hi: Some(n) };
            r.push(from, to, core, Kind::Rank, value, None, Bound::Exact, None)
        };
        // Tabellenzweiter
        if let Some(n) = say!(self, i, Sense::Placing(n) => n) {
            return self.capital(i).then(|| simple(self, i, i + 1, (i, i + 1), Decimal::from(n)))?;
        }
        // Nummer zwei
        if self.pack.noun_capitals
            && self.is_prev(i, |r, p| r.is_word(p, "nummer") && p >= r.floor)
            && let Some(n) = say!(self, i, Sense::Card(n) => n)
        {
            return simple(self, i - 1, i + 1, (i, i + 1), Decimal::from(n));
        }
        if let Some(to) = self.called(i) {
            return Some(to);
        }
        if is!(self, i, Sense::Rank) {
            // number three, rank 3; `place 3` is not said
            let led = self.pack.noun_capitals && self.capital(i) || self.plays(i, Role::RankLead);
            if !led {
                return None;
            }
            let mut at = i + 1;
            if self.is_word(i, "no") {
                if !(self.sym(at, '.') && self.glued(at)) {
                    return None;
                }
                at += 1;
                // Symphony No. 9; No. 10 is where the prime minister lives
                let ranked = self.is_prev(i, |r, p| is!(r, p, Sense::Rank) || r.is_word(p, "world"));
                let named = self.begins(i) || self.is_prev(i, |r, p| r.word(p) && r.capital(p));
                let address = (at..at + 4).any(|k| is!(self, k, Sense::Street) && self.capital(k));
                let ten = self.num(at).is_some_and(|n| n.value == Decimal::TEN);
                if !ranked && (named || address || ten) {
                    return None;
                }
            }
            if self.is_word(at, "nummer") {
                at += 1;
            }
            // He wore No. 23
            if self.is_prev(i, |r, p| r.plays(p, Role::Worn)) || self.plays(at + 1, Role::Worn) {
                return None;
            }
            // atomic number 74, case number 12: a name, unless the world, a chart or a sentence ranks
            if !self.pack.noun_capitals
                && self.is_word(i, "number")
                && self.is_prev(i, |r, p| {
                    r.word(p) && !r.toks.get(p).is_some_and(|t| t.senses.any()) && !r.is_word(p, "world")
                })
            {
                return None;
            }
            let n = match self.num(at) {
                Some(n) if n.plain && !n.leading_zero => n.value,
                Some(_) => return None,
                None => match say!(self, at, Sense::Card(n) => n) {
                    Some(n) => Decimal::from(n),
                    None if is!(self, at, Sense::One) => Decimal::ONE,
                    None => return None,
                },
            };
            if !self.pack.noun_capitals
                && self.is_word(i, "number")
                && self.num(at).is_some()
                && !self.phrase_ends(at + 1)
                && !is!(self, at + 1, Sense::Stop)
            {
                return None;
            }
            // charity no. 298405
            if n >= Decimal::ONE_THOUSAND
                || self.glued(at + 1) && self.word(at + 1)
                || self.unit(at + 1, false).is_some()
            {
                return None;
            }
            return simple(self, i, at + 1, (at, at + 1), n);
        }
        // 3. Platz, 36th
        if let Some(num) = self.num(i)
            && num.plain
        {
            if self.pack.ordinal_dot
                && self.sym(i + 1, '.')
                && self.glued(i + 1)
                && is!(self, i + 2, Sense::Rank)
                && self.capital(i + 2)
            {
                return simple(self, i, i + 3, (i, i + 1), num.value);
            }
            if is!(self, i + 1, Sense::OrdinalSuffix) && self.glued(i + 1) && num.whole_digits < 4 {
                let after = i + 2;
                if is!(self, after, Sense::Rank) {
                    return simple(self, i, after + 1, (i, after), num.value);
                }
                let mut k = after;
                if self.dash(k) && self.glued(k) {
                    k += 1;
                }
                if self.superlative(k) {
                    return simple(self, i, k + 1, (i, after), num.value);
                }
                let placed = self.is_prev(i, |r, p| r.plays(p, Role::Placed));
                if placed && (self.phrase_ends(after) || is!(self, after, Sense::Stop)) && !self.is_word(after, "of") {
                    return simple(self, i, after, (i, after), num.value);
                }
            }
            return None;
        }
        // zweiter Platz, third place, third-largest, second most
        if let Some(n) = say!(self, i, Sense::Ordinal(n) => n) {
            let mut at = i + 1;
            if is!(self, at, Sense::Rank)
                && (self.pack.noun_capitals && self.capital(at) || self.plays(at, Role::PlaceNoun))
            {
                return simple(self, i, at + 1, (i, i + 1), Decimal::from(n));
            }
            if self.dash(at) && self.glued(at) {
                at += 1;
            }
            if n > 1 && self.superlative(at) && !self.pack.noun_capitals {
                return simple(self, i, at + 1, (i, i + 1), Decimal::from(n));
            }
        }
        None
    }

    /// Er wurde Dritter, Dritte wurde …; she finished third, joint second: an ordinal that says where somebody came.
    pub(super) fn called(&mut self, i: usize) -> Option<usize> {
        // als Erstes: firstly
        if self.is_word(i, "erstes") {
            return None;
        }
        let n = match self.kind(i) {
            Some(TokKind::Compound(k, Suffix::Ordinal)) => self.nums.get(k as usize)?.value,
            _ => Decimal::from(say!(self, i, Sense::Ordinal(n) => n)?),
        };
        let before = self.is_prev(i, |r, p| r.plays(p, Role::Called) && r.word(p));
        let mut from = i;
        let fits = if self.pack.noun_capitals {
            let verb = |k: usize| self.plays(k, Role::Called) && !self.is_word(k, "als") && !self.is_word(k, "platz");
            let noun = self.word(i + 1) && self.capital(i + 1);
            let dashed = self.dash(i + 1) && self.glued(i + 1);
            self.capital(i)
                && !noun
                && !dashed
                && (before && !self.begins(i) || self.begins(i) && verb(i + 1) || {
                    // die Abfahrt; Dritte wurde die Schweizerin
                    self.is_prev(i, |r, p| matches!(r.kind(p), Some(TokKind::Sym(',' | ';')))) && verb(i + 1)
                })
        } else {
            if self.is_prev(i, |r, p| ["joint", "tied", "equal"].iter().any(|w| r.is_word(p, w))) {
                from = i - 1;
            }
            before
                && !self.capital(i)
                && (self.phrase_ends(i + 1) || is!(self, i + 1, Sense::Stop | Sense::And) || self.capital(i + 1))
                && !self.is_word(i + 1, "of")
        };
        if !fits {
            return None;
        }
        let value = Value::Number { lo: Some(n), hi: Some(n) };
        self.push(from, i + 1, (i, i + 1), Kind::Rank, value, None, Bound::Exact, None)
    }

    /// largest, most, best: an English superlative.
    pub(super) fn superlative(&self, i: usize) -> bool {
        let text = self.str(i);
        !self.pack.noun_capitals
            && self.word(i)
            && (is!(self, i, Sense::Superlative)
                || text.len() > 5 && text.ends_with("est") && !self.plays(i, Role::NoSuperlative))
    }
}
