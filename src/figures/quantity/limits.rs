//! Which words before a number limit it?

use rust_decimal::Decimal;

use super::{Draft, Form, Number};
use crate::figures::parse::{Reader, is};
use crate::figures::{Bound, Kind};
use crate::lang::numbers::{Role, Sense};

impl Reader<'_> {
    /// Limits before the number; true when there is one.
    pub(super) fn limits(&self, draft: &mut Draft, number: &Number, has_unit: bool) -> bool {
        let mut found = false;
        // zwischen 3 und 5
        if draft.lo != draft.hi && draft.from > self.floor && is!(self, draft.from - 1, Sense::Between) {
            draft.from -= 1;
        }
        for _ in 0..2 {
            let Some((from, bound)) = self.limit_before(draft.from) else { break };
            let weak = from + 1 == draft.from && self.plays(from, Role::WeakLimit);
            // ein Bericht über drei Soldaten: small spelled numbers take no such limit.
            let few = self.is_word(from, "keine") && draft.lo >= Decimal::from(5);
            if weak && !few && !number.digits && number.scale.is_none() && !has_unit && draft.lo < Decimal::from(20) {
                break;
            }
            if self.plays(from, Role::NeedsUnit) && !has_unit && !number.digits && !few {
                break;
            }
            // Klassen 5 bis 10
            if self.is_word(from, "bis") && from + 1 == draft.from && !has_unit {
                break;
            }
            // Wir reden über zwölf Milliarden Euro; ein Kredit über zwei Millionen
            if weak
                && (is!(self, from, Sense::Across) || self.is_word(from, "unter"))
                && self.is_prev(from, |r, p| r.plays(p, Role::Concerns))
            {
                break;
            }
            if self.is_word(from, "keine") && from + 1 == draft.from && number.form != Form::Cardinal {
                break;
            }
            // mit 23 gegen 17 Stimmen
            if is!(self, from, Sense::Against)
                && from + 1 == draft.from
                && self.is_prev(from, |r, p| r.num(p).is_some() || is!(r, p, Sense::Card(_)))
            {
                break;
            }
            // 35 Prozent mehr als ein Jahr zuvor: it compares with then.
            if draft.kind == Kind::Duration
                && is!(self, draft.to, Sense::Apart(-1))
                && matches!(bound, Bound::MoreThan | Bound::LessThan)
                && from > 0
                && from == self.floor
                && !self.out.is_empty()
            {
                break;
            }
            // ein Zeitfahren über 22 km, ein Kredit über fünf Jahre: the noun's own measure
            if weak
                && matches!(draft.kind, Kind::Duration | Kind::Measure)
                && self.pack.noun_capitals
                && is!(self, from, Sense::Across)
                && self.is_prev(from, |r, p| r.word(p) && r.capital(p) && !r.begins(p))
            {
                break;
            }
            // rain over 48 hours, hostages freed over six weeks
            if draft.kind == Kind::Duration
                && !self.pack.noun_capitals
                && from + 1 == draft.from
                && is!(self, from, Sense::Across)
                && !self.is_prev(from, |r, p| is!(r, p, Sense::Spends) || r.phrase_ends(p))
            {
                break;
            }
            draft.from = from;
            if !found || draft.bound == Bound::About {
                draft.bound = bound;
            }
            found = true;
        }
        // durchschnittlich zwei, jährlich 2,3 Millionen
        found
    }

    /// `within six weeks`, `binnen sechs Monaten`: at most so long.
    pub(super) fn within(&self, draft: &mut Draft) {
        if draft.bound != Bound::Exact {
            return;
        }
        for skip in 1..=2 {
            let Some(k) = draft.from.checked_sub(skip).filter(|k| *k >= self.floor) else { return };
            if is!(self, k, Sense::Within) {
                draft.from = k;
                draft.bound = Bound::AtMost;
                return;
            }
            if !(self.is_word(k, "von") || self.is_word(k, "the") || self.is_word(k, "der") || self.is_word(k, "nur")) {
                return;
            }
        }
    }
}
