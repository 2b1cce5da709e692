//! Shares of a whole in words: die Hälfte, every third.

use rust_decimal::Decimal;

use crate::figures::parse::{Reader, is, say};
use crate::figures::{Bound, Kind, Value};
use crate::lang::numbers::Sense;

impl Reader<'_> {
    /// die Hälfte
    pub(super) fn half_share(&mut self, i: usize) -> Option<usize> {
        if !self.capital(i)
            || self.is_prev(i, |r, p| {
                is!(r, p, Sense::Ordinal(_) | Sense::Relative(_))
                    || r.is_word(p, "zweiten")
                    || r.is_word(p, "anderen")
                    || r.is_word(p, "andere")
            })
        {
            return None;
        }
        let mut from = i;
        let mut bound = Bound::Exact;
        let lead = if self.is_prev(i, |r, p| is!(r, p, Sense::The)) { i - 1 } else { i };
        // um die Hälfte gesunken: by how much, not about how much
        let by = |at: usize| self.is_word(at, "um");
        if let Some((start, b)) = self.limit_before(lead).or_else(|| self.limit_before(i)).filter(|l| !by(l.0)) {
            from = start;
            bound = b;
        }
        let value = Value::Number { lo: Some(Decimal::from(50)), hi: Some(Decimal::from(50)) };
        self.push(from, i + 1, (i, i + 1), Kind::Percent, value, Some("%".to_owned()), bound, None)
    }

    /// jeder dritte, every third
    pub(super) fn every(&mut self, i: usize) -> Option<usize> {
        if !is!(self, i, Sense::Every) {
            return None;
        }
        let n = say!(self, i + 1, Sense::Ordinal(n) => n).filter(|n| *n > 1)?;
        let mut from = i;
        let mut bound = Bound::Exact;
        if let Some((start, b)) = self.limit_before(i) {
            from = start;
            bound = b;
        }
        let mut to = i + 2;
        if self.is_word(i + 1, "zweite") && self.is_word(i + 2, "und")
            || self.is_word(i, "alle")
            || is!(self, to, Sense::Time(_) | Sense::Lengths(_))
        {
            return None;
        }
        let mut noun = None;
        if self.pack.noun_capitals
            && let Some((end, n)) = self.noun(to)
        {
            noun = Some(n);
            to = end;
        }
        let share = Decimal::ONE_HUNDRED.checked_div(Decimal::from(n))?.round_dp(4).normalize();
        let value = Value::Number { lo: Some(share), hi: Some(share) };
        self.push(from, to, (i, i + 2), Kind::Percent, value, Some("%".to_owned()), bound, noun)
    }
}
