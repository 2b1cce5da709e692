//! Amounts without a value: Tausende, dozens, some weeks.

use rust_decimal::Decimal;

use super::Number;
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is};
use crate::figures::{Bound, Kind, Value};
use crate::lang::numbers::{Role, Sense, Suffix};

impl Reader<'_> {
    /// Amounts without a value: Tausende, mehrere hundert, dozens, einige Wochen, in den vergangenen Jahren.
    pub(super) fn vague(&mut self, i: usize) -> Option<usize> {
        let mut from = i;
        let mut at = i;
        let several = is!(self, at, Sense::Several);
        let few = is!(self, at, Sense::Article)
            && is!(self, at + 1, Sense::AFew)
            && !(self.pack.noun_capitals && self.capital(at + 1));
        if several {
            at += 1;
        } else if few {
            at += 2;
            if self.is_word(at, "of") {
                at += 1;
            }
        }
        // zweistelliger Millionenbetrag
        if is!(self, i, Sense::Places) || matches!(self.kind(i), Some(TokKind::Compound(_, Suffix::Places))) {
            let amount = matches!(self.kind(i + 1), Some(TokKind::Compound(k, Suffix::Plural)) if self.nums.get(k as usize).is_some_and(|n| n.value.is_zero()));
            let amount = amount || self.plays(i + 1, Role::AmountNoun);
            let percent = is!(self, i + 1, Sense::Percent);
            if !(amount || percent) {
                return None;
            }
            if self.is_prev(i, |r, p| r.is_prev(p, |_, _| true) && r.plays(p, Role::AmountAdjective)) && i > self.floor
            {
                from = i - 1;
            }
            let kind = if percent { Kind::Percent } else { Kind::Money };
            return self.push(from, i + 2, (i, i + 1), kind, Value::Unknown, None, Bound::Vague, None);
        }
        if several || few {
            if is!(self, at, Sense::Hundred | Sense::Scale(_) | Sense::Scales(_) | Sense::Group(_) | Sense::Groups) {
                return self.vague_tail(i, at);
            }
            if matches!(self.kind(at), Some(TokKind::Compound(_, Suffix::Plural))) {
                return self.vague_tail(i, at);
            }
            // einige Wochen, several days
            if is!(self, at, Sense::Lengths(_))
                && let Some((to, unit)) = self.time(at)
            {
                if let Some((start, _)) = self.limit_before(i) {
                    from = start;
                }
                return self.push(
                    from,
                    to,
                    (at, to),
                    Kind::Duration,
                    Value::Unknown,
                    Some(unit.symbol().to_owned()),
                    Bound::Vague,
                    None,
                );
            }
            return None;
        }
        if is!(self, i, Sense::Scales(_) | Sense::Groups) {
            // A scale right after a number was read with it; a table's heading (in Millionen Euro) states nothing.
            if self.is_word(i.wrapping_sub(1), "in") && self.money_after(i + 1).is_some() && !self.pack.noun_capitals {
                return None;
            }
            if !self.pack.noun_capitals && is!(self, i, Sense::Scales(1)) && !self.is_word(i + 1, "of") {
                return None;
            }
            if self.pack.noun_capitals
                && self.is_prev(i, |r, p| r.is_word(p, "in") && r.is_prev(p, |r, q| r.sym(q, '(')))
            {
                return None;
            }
            // 213 (Vorjahr: 198) Millionen Euro: read with the number before the bracket
            if self.is_prev(i, |r, p| r.sym(p, ')') && r.behind_bracket(p).is_some()) {
                return None;
            }
            return self.vague_tail(i, i);
        }
        // in den vergangenen Jahren, in recent years, over the coming weeks
        if is!(self, i, Sense::Relative(_)) && is!(self, i + 1, Sense::Lengths(_)) {
            let (to, unit) = self.time(i + 1)?;
            return self.push(
                i,
                to,
                (i + 1, to),
                Kind::Duration,
                Value::Unknown,
                Some(unit.symbol().to_owned()),
                Bound::Vague,
                None,
            );
        }
        // the past few weeks, in den letzten paar Tagen
        if is!(self, i, Sense::Relative(_))
            && is!(self, i + 1, Sense::AFew | Sense::Several)
            && is!(self, i + 2, Sense::Lengths(_))
            && let Some((to, unit)) = self.time(i + 2)
        {
            let unit = Some(unit.symbol().to_owned());
            return self.push(i, to, (i + 2, to), Kind::Duration, Value::Unknown, unit, Bound::Vague, None);
        }
        // over the past decade
        if is!(self, i, Sense::Elapsed)
            && is!(self, i + 1, Sense::Time(_))
            && let Some((to, unit)) = self.time(i + 1)
            && !(self.dash(to) && self.glued(to))
        {
            let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
            let unit = Some(unit.symbol().to_owned());
            return self.push(i, to, (i, to), Kind::Duration, one, unit, Bound::Exact, None);
        }
        // hours after, Wochen später
        if is!(self, i, Sense::Lengths(_))
            && (if self.pack.noun_capitals {
                is!(self, i + 1, Sense::Apart(_))
            } else {
                self.plays(i + 1, Role::FromThere) && !self.is_word(i + 1, "long")
            })
            && !self.is_prev(i, |r, p| {
                is!(r, p, Sense::The | Sense::Relative(_) | Sense::Several | Sense::Part3(_))
                    || r.glued(i)
                    || r.num(p).is_some()
            })
            && let Some((to, unit)) = self.time(i)
        {
            let unit = Some(unit.symbol().to_owned());
            return self.push(i, to, (i, to), Kind::Duration, Value::Unknown, unit, Bound::Vague, None);
        }
        // seit Jahren, for decades
        if is!(self, i, Sense::Lengths(_)) && i > self.floor {
            let (to, unit) = self.time(i)?;
            let p = i - 1;
            let led = if self.pack.noun_capitals {
                self.plays(p, Role::OverTime)
            } else {
                self.plays(p, Role::OverTime) && !self.capital(i)
            };
            let counted = self.noun_follows_unit(to);
            if led && !counted {
                return self.push(
                    i,
                    to,
                    (i, to),
                    Kind::Duration,
                    Value::Unknown,
                    Some(unit.symbol().to_owned()),
                    Bound::Vague,
                    None,
                );
            }
        }
        None
    }

    /// `for years 3 and 4`: the plural is a label.
    pub(super) fn noun_follows_unit(&self, to: usize) -> bool {
        self.num(to).is_some()
    }

    /// Rest of a vague amount: further scales, of, unit and noun.
    pub(super) fn vague_tail(&mut self, i: usize, at: usize) -> Option<usize> {
        let mut to = at + 1;
        for _ in 0..3 {
            if is!(self, to, Sense::Scale(_) | Sense::Scales(_) | Sense::Hundred) {
                to += 1;
            } else if (self.is_word(to, "of") || self.is_word(to, "von"))
                && is!(self, to + 1, Sense::Scale(_) | Sense::Scales(_) | Sense::Groups)
            {
                to += 2;
            } else {
                break;
            }
        }
        let mut from = i;
        if let Some((start, _)) = self.limit_before(i) {
            from = start;
        }
        let core = (at, to);
        let of = if self.is_word(to, "of") || self.is_word(to, "von") { to + 1 } else { to };
        let mut kind = Kind::Count;
        let mut unit = None;
        let mut noun = None;
        if let Some(u) = self.unit(of, false).filter(|u| u.kind != Kind::Percent) {
            kind = u.kind;
            unit = Some(u.symbol.to_owned());
            to = u.to;
        } else if let Some((end, n)) = self.noun(of).filter(|(end, _)| !is!(self, end - 1, Sense::TimesNoun)) {
            noun = Some(n);
            to = end;
        }
        self.push(from, to, core, kind, Value::Unknown, unit, Bound::Vague, noun)
    }

    /// A vague amount in one word: Zehntausende, Millionenbetrag.
    pub(super) fn vague_number(&mut self, number: Number) -> Option<usize> {
        if number.value.is_zero() {
            return self.push(
                number.from,
                number.to,
                number.core,
                Kind::Money,
                Value::Unknown,
                None,
                Bound::Vague,
                None,
            );
        }
        self.vague_tail(number.from, number.from)
    }
}
