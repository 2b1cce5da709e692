//! How do two numbers belong together? Ranges, changes, parts of a whole, lists that share a unit.

use rust_decimal::Decimal;

use super::{Form, Number};
use crate::figures::Kind;
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, power, say};
use crate::figures::units::Unit;
use crate::lang::numbers::{Role, Sense};

/// How two numbers belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Ends of one range.
    Range,
    /// Two figures that share scale and unit: von 3 auf 5 Prozent.
    Change,
    /// Part and whole: 17 von 52 Dichtungen.
    Whole,
}

impl Reader<'_> {
    /// Magnitude and currency behind a bracket that opens or closes at token `i`: `(Vorjahr: 1.020) Mio. €`.
    pub(super) fn behind_bracket(&self, i: usize) -> Option<(Decimal, &'static str)> {
        let opened = self.sym(i, '(');
        let close = if opened { (i + 1..i + 8).find(|k| self.sym(*k, ')'))? } else { i };
        if !self.sym(close, ')') || opened && !(i + 1..close).any(|k| self.num(k).is_some()) {
            return None;
        }
        let open = if opened { i } else { (i.saturating_sub(8)..i).rev().find(|k| self.sym(*k, '('))? };
        if open == 0 || self.num(open - 1).is_none() {
            return None;
        }
        let scale = say!(self, close + 1, Sense::Abbr(p) | Sense::Scale(p) | Sense::Scales(p) => p)?;
        let dot = usize::from(self.sym(close + 2, '.') && self.glued(close + 2));
        let (_, code) = self.money_after(close + 2 + dot)?;
        Some((power(scale)?, code))
    }

    /// `die SPD 14, die Grünen 13 Prozent`; `38 percent, the Greens 14`: a number in a list of shares is one.
    pub(super) fn share_of_list(&self, i: usize, number: &Number) -> bool {
        if number.scale.is_some() || number.value > Decimal::ONE_HUNDRED || number.hyphen || self.bracketed(i) {
            return false;
        }
        // It stands behind a name, or behind what says how the name fares.
        let named = self.is_prev(i, |r, p| {
            r.word(p)
                && !is!(r, p, Sense::WeakLabel)
                && (r.capital(p) && !is!(r, p, Sense::Month(_) | Sense::Label) || is!(r, p, Sense::Fares))
        });
        if !named {
            return false;
        }
        let joint = |k: usize| self.sym(k, ',') || self.sym(k, ';') || is!(self, k, Sense::And);
        let word = |k: usize| self.word(k) && !self.toks.get(k).is_some_and(|t| t.after_break);
        // Ahead: up to six words, then a number that is a percentage or goes on in the same way.
        let mut k = number.to;
        if joint(k) {
            for _ in 0..4 {
                let mut words = 0;
                while joint(k) || word(k) && words < 6 {
                    words += usize::from(word(k));
                    k += 1;
                }
                if self.num(k).is_none() {
                    break;
                }
                if self.percent(k + 1).is_some() {
                    return true;
                }
                k += 1;
                if !joint(k) {
                    break;
                }
            }
        }
        // Behind: the last figure is a share, and nothing but a comma and names stand between.
        let Some(last) = self.out.last().filter(|f| f.kind == Kind::Percent) else { return false };
        let mut k = i;
        let mut joints = 0;
        let mut words = 0;
        while k > self.floor {
            k -= 1;
            if joint(k) {
                joints += 1;
            } else if self.word(k) && words < 7 {
                words += 1;
            } else {
                return false;
            }
        }
        let follows = self.phrase_ends(number.to) || is!(self, number.to, Sense::And);
        last.unit.as_deref() == Some("%") && joints > 0 && follows && k == self.floor
    }

    /// `rose 0.8% to 5,304`: what stands before `to` is how far, what stands behind is where to.
    pub(super) fn moved(
        &self,
        first: &Number,
        joint: usize,
        unit: Option<&Unit>,
        second: Option<&Unit>,
        money: Option<&'static str>,
        second_money: Option<&'static str>,
    ) -> bool {
        if self.pack.noun_capitals || !is!(self, joint, Sense::To) {
            return false;
        }
        let unit = money.or(unit.map(|u| u.symbol));
        let second = second_money.or(second.map(|u| u.symbol));
        let Some(unit) = unit else { return false };
        if second != Some(unit) {
            return second.is_none() || money.is_none() || second_money.is_some();
        }
        let lead = first.from.saturating_sub(usize::from(money.is_some()));
        self.is_prev(lead, |r, p| {
            is!(r, p, Sense::Gone) || r.ends_folded(p, r.pack.past_ends) || r.plays(p, Role::MovedBy)
        })
    }

    /// Whether the dash at token `i` is longer than a hyphen.
    pub(super) fn dash_is_dash(&self, i: usize) -> bool {
        self.sym(i, '–') || is!(self, i, Sense::To | Sense::And)
    }

    /// The first number's value once it has taken the scale of the second.
    pub(super) fn lend(&self, first: &Number, second: &Number) -> Decimal {
        // drei- bis viertausend
        if !first.digits
            && !second.digits
            && self.dash(first.to)
            && !self.glued(first.to + 1)
            && first.value < Decimal::ONE_HUNDRED
        {
            for factor in [Decimal::ONE_THOUSAND, Decimal::ONE_HUNDRED] {
                if second.value >= factor && (second.value % factor).is_zero() {
                    return first.value.checked_mul(factor).unwrap_or(first.value);
                }
            }
        }
        match second.scale {
            Some(p) if first.scale.is_none() && first.stated < Decimal::ONE_THOUSAND && p > 1 => {
                power(p).and_then(|f| first.stated.checked_mul(f)).map_or(first.value, |v| v.normalize())
            }
            _ => first.value,
        }
    }

    /// The number that the one ending before token `at` is joined with, and how.
    pub(super) fn second(&self, first: &Number, at: usize) -> Option<(Joint, Number)> {
        let mut at = at;
        // zwei- bis dreijährig, drei- bis viertausend
        let between = (0..4)
            .any(|n| first.from.checked_sub(n + 1).is_some_and(|k| k >= self.floor && is!(self, k, Sense::Between)));
        let cut = self.dash(at)
            && self.glued(at)
            && !self.glued(at + 1)
            && (is!(self, at + 1, Sense::To) || between && is!(self, at + 1, Sense::And));
        if cut {
            at += 1;
        }
        // the 18-to-24 age group
        let linked = self.dash(at)
            && self.glued(at)
            && is!(self, at + 1, Sense::To)
            && self.dash(at + 2)
            && self.num(at + 3).is_some();
        if linked {
            at += 1;
        }
        if first.hyphen && at == first.to && self.num(at + 1).is_none() && self.number_at(at + 1, true).is_none() {
            return None;
        }
        let from =
            (0..4).any(|n| first.from.checked_sub(n + 1).is_some_and(|k| k >= self.floor && is!(self, k, Sense::From)));
        let joint = match self.kind(at)? {
            TokKind::Sym('–' | '-')
                if self.num(at + 1).is_some() || matches!(self.kind(at + 1), Some(TokKind::Sym('$' | '€' | '£'))) =>
            {
                // 2 – 3, 2–3; a dash with a space on one side only is punctuation.
                if self.glued(at) != self.glued(at + 1) {
                    return None;
                }
                Joint::Range
            }
            TokKind::Sym('/') => return None,
            // nach drei, vier Tagen
            TokKind::Sym(',')
                if at == first.to
                    && first.value < Decimal::TEN
                    && self.number_at(at + 1, true).is_some_and(|n| {
                        n.form == Form::Cardinal
                            && n.digits == first.digits
                            && n.value == first.value + Decimal::ONE
                            && (self.number_unit(&n).is_some_and(|u| u.kind == Kind::Duration)
                                || !n.digits && self.noun(n.to).is_some())
                            && !self.glued(at + 1)
                    }) =>
            {
                Joint::Range
            }
            // 2,5, 3,1 und 4,2 Millionen Tonnen: the last of a list says what all of them are
            TokKind::Sym(',') if at == first.to && first.digits && self.list_end(at).is_some() => {
                at = self.list_end(at)?;
                Joint::Change
            }
            TokKind::Word if is!(self, at, Sense::And) && between => Joint::Range,
            TokKind::Word if is!(self, at, Sense::To) => {
                if !self.pack.noun_capitals && from {
                    Joint::Change
                } else {
                    Joint::Range
                }
            }
            // five or six months
            TokKind::Word
                if at == first.to
                    && (self.is_word(at, "or") || self.is_word(at, "oder"))
                    && self.number_at(at + 1, true).is_some_and(|n| self.as_good(first, &n)) =>
            {
                Joint::Range
            }
            TokKind::Word if is!(self, at, Sense::Onto) => Joint::Change,
            TokKind::Word if is!(self, at, Sense::And | Sense::Or) => Joint::Change,
            TokKind::Word if is!(self, at, Sense::Of) => Joint::Whole,
            _ => return None,
        };
        // three or four times
        let at_first = at == first.to;
        let to_word = is!(self, at, Sense::To);
        at += 1 + usize::from(linked);
        if to_word && self.is_word(at, "zu") {
            at += 1;
        }
        for skip in ["der", "the", "den", "insgesamt"] {
            if joint == Joint::Whole && self.is_word(at, skip) {
                at += 1;
            }
        }
        // Limits and signs before the second number.
        let mut starts = at;
        for _ in 0..5 {
            if self.num(starts).is_some()
                || matches!(self.kind(starts), Some(TokKind::Compound(..)))
                || is!(self, starts, Sense::Card(_) | Sense::Mixed(_))
            {
                break;
            }
            let sign =
                matches!(self.kind(starts), Some(TokKind::Sym('€' | '$' | '£' | '¥'))) || self.is_word(starts, "us");
            let limit = is!(self, starts, Sense::LimitEnds(_) | Sense::Minus | Sense::Plus)
                || matches!(self.kind(starts), Some(TokKind::Sym('−' | '+')))
                    && !self.glued(starts)
                    && self.glued(starts + 1)
                || self.is_word(starts, "mehr")
                || self.is_word(starts, "more")
                || self.is_word(starts, "bis");
            if !(sign || limit) {
                if is!(self, starts, Sense::Article) && joint != Joint::Whole {
                    break;
                }
                return None;
            }
            starts += 1;
        }
        let second = self.number_at(starts, true)?;
        let fits = second.form == Form::Cardinal
            || cut && matches!(second.form, Form::Times | Form::Aged(_) | Form::Percent)
            || joint == Joint::Range && at_first && second.form == Form::Times;
        if !fits || second.from < at {
            return None;
        }
        // A year is no second number.
        if second.digits
            && self.num(starts).is_some_and(|n| n.plain && n.whole_digits == 4)
            && second.scale.is_none()
            && self.number_unit(&second).is_none()
            && joint != Joint::Range
        {
            return None;
        }
        if joint == Joint::Change
            && (self.number_unit(&second).is_none()
                && self.money_before(second.from).is_none()
                && second.scale.is_none())
        {
            let noun = self.noun(second.to).is_some();
            if !(noun && is!(self, at - 1, Sense::Onto | Sense::To)) {
                return None;
            }
        }
        Some((joint, second))
    }

    /// The `and` that ends a list of bare numbers whose first comma is token `at`.
    pub(super) fn list_end(&self, at: usize) -> Option<usize> {
        let mut k = at;
        for _ in 0..6 {
            self.num(k + 1).filter(|n| !(n.leading_zero || n.plain && n.whole_digits == 4))?;
            match self.kind(k + 2)? {
                TokKind::Sym(',') => k += 2,
                TokKind::Word if is!(self, k + 2, Sense::And | Sense::Or) => return Some(k + 2),
                _ => return None,
            }
        }
        None
    }

    /// Whether either of two numbers will do: five or six months, 30 oder 40 Leute.
    pub(super) fn as_good(&self, first: &Number, second: &Number) -> bool {
        let step = match first.value {
            v if v < Decimal::TEN => Decimal::ONE,
            v if (v % Decimal::TEN).is_zero() => Decimal::TEN,
            _ => Decimal::ONE,
        };
        first.scale.is_none()
            && matches!(second.form, Form::Cardinal | Form::Times)
            && first.digits == second.digits
            && first.value < Decimal::ONE_HUNDRED
            && first.value + step == second.value
            && (!second.digits
                || self.number_unit(second).is_some()
                || self.noun(second.to).is_some()
                || second.form == Form::Times
                || second.scale.is_some())
    }
}
