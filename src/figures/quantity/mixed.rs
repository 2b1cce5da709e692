//! Amounts in several units: two hours and 51 minutes, two pounds eighty.

use rust_decimal::Decimal;

use super::{Form, Number};
use crate::figures::Kind;
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, say};
use crate::figures::units::Unit;
use crate::lang::numbers::{Sense, Suffix, TimeUnit};

/// A length of time stated in several units, in the smallest of them.
pub(super) struct Mixed {
    pub(super) value: Decimal,
    pub(super) unit: TimeUnit,
    pub(super) to: usize,
}

impl Reader<'_> {
    /// A length in several units: `zwei Stunden und 14 Minuten`, `2 hours, 5 minutes and 3 seconds`, `a year and a half`.
    pub(super) fn mixed(&self, number: &Number, unit: Option<&Unit>) -> Option<Mixed> {
        let unit = unit.filter(|u| u.kind == Kind::Duration)?;
        if number.hyphen || !matches!(number.form, Form::Cardinal | Form::Article | Form::One) {
            return None;
        }
        let (to, first) = self.time(unit.to.checked_sub(1)?).filter(|(to, _)| *to == unit.to)?;
        let mut found = Mixed { value: number.value, unit: first, to };
        // a year and a half
        if is!(self, to, Sense::And)
            && is!(self, to + 1, Sense::Article)
            && is!(self, to + 2, Sense::Half)
            && self.time(to + 3).is_none()
        {
            let half = number.value.checked_add(Decimal::new(5, 1))?;
            return Some(Mixed { value: half, to: to + 3, ..found });
        }
        // an hour and a quarter, two hours and three quarters
        let numerator = match self.kind(to + 1) {
            _ if is!(self, to + 1, Sense::Article) => Some(1),
            _ => say!(self, to + 1, Sense::Card(3) => 3),
        };
        if is!(self, to, Sense::And)
            && is!(self, to + 2, Sense::Part(4))
            && self.time(to + 3).is_none()
            && !is!(self, to + 3, Sense::Of)
            && let Some(n) = numerator
        {
            let value = number.value.checked_add(Decimal::new(25 * n, 2))?;
            return Some(Mixed { value, to: to + 3, ..found });
        }
        for _ in 0..3 {
            let mut at = found.to;
            if self.sym(at, ',') {
                at += 1;
            }
            if is!(self, at, Sense::And) {
                at += 1;
            }
            if self.toks.get(at).is_some_and(|t| t.after_break) {
                break;
            }
            let number = self.num(at).is_some()
                || matches!(self.kind(at), Some(TokKind::Compound(..)))
                || is!(self, at, Sense::Card(_) | Sense::Article | Sense::One);
            if !number {
                break;
            }
            let Some(next) = self.number_at(at, false) else { break };
            let spelled = matches!(next.form, Form::Article | Form::One);
            if !(next.form == Form::Cardinal || spelled && at > found.to) || next.from != at || next.hyphen {
                break;
            }
            let Some((to, smaller)) = self.time(next.to) else { break };
            let Some(factor) = found.unit.times(smaller) else { break };
            if !(found.value.is_integer() && next.value < Decimal::from(factor))
                || is!(self, to, Sense::After) && !self.digits_or_and(at)
            {
                break;
            }
            let whole = found.value.checked_mul(Decimal::from(factor)).and_then(|v| v.checked_add(next.value));
            let Some(value) = whole else { break };
            found = Mixed { value: value.normalize(), unit: smaller, to };
        }
        (found.to > to).then_some(found)
    }

    /// The cents at token `i`, behind an amount of a currency: two digits or a number below a hundred that counts nothing.
    pub(super) fn cents(&self, i: usize, digits: bool) -> Option<(usize, i64)> {
        if self.toks.get(i).is_some_and(|t| t.after_break || t.glued) {
            return None;
        }
        let (to, value) = if digits || self.num(i).is_some() {
            let num = self.num(i).filter(|n| n.plain && n.whole_digits == 2)?;
            (i + 1, num.value)
        } else {
            let spelled =
                is!(self, i, Sense::Card(10..)) || matches!(self.kind(i), Some(TokKind::Compound(_, Suffix::None)));
            let number = spelled.then(|| self.number_at(i, true))??;
            (number.to, number.value)
        };
        let alone = self.phrase_ends(to) || is!(self, to, Sense::Stop | Sense::Per | Sense::And);
        let fits = value < Decimal::ONE_HUNDRED && value >= Decimal::TEN && value.is_integer();
        (alone && fits && self.unit(to, false).is_none()).then_some((to, i64::try_from(value).ok()?))
    }

    pub(super) fn digits_or_and(&self, at: usize) -> bool {
        self.num(at).is_some() || self.is_prev(at, |r, p| is!(r, p, Sense::And))
    }
}
