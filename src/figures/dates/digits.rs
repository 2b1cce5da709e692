//! Dates that begin with a number: 28 October, 3. bis 5. Mai, the 1990s, 7. Kalenderwoche.

use jiff::ToSpan;
use jiff::civil;

use super::when::Way;
use super::{Atom, day, month_day, partial};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is};
use crate::figures::{Bound, DateRange, Kind, PartialDate, Value};
use crate::lang::numbers::{Role, Sense, TimeUnit};

impl Reader<'_> {
    /// October 28 and 29: the second day takes its month from the date before it.
    pub(super) fn second_day(&mut self, i: usize) -> Option<usize> {
        if self.pack.ordinal_dot || i < 2 || i != self.floor + 1 {
            return None;
        }
        let day = self.small(i, 31)?;
        // October 20, 21 and 22
        let listed = self.sym(i - 1, ',')
            && is!(self, i + 1, Sense::And | Sense::Or)
            && self.small(i + 2, 31).is_some_and(|d| d > day);
        if !listed && !is!(self, i - 1, Sense::And | Sense::Or) {
            return None;
        }
        let Value::Date(DateRange { hi, .. }) = self.out.last()?.value else { return None };
        let (month, last) = (hi.month?, hi.day?);
        let named = (1..6).any(|n| i.checked_sub(n + 1).is_some_and(|k| self.month(k).is_some_and(|m| m.1 == month)));
        if day <= last
            || !named
            || self.noun(i + 1).is_some()
            || self.unit(i + 1, false).is_some()
            || is!(self, i + 1, Sense::Scale(_))
        {
            return None;
        }
        let date = PartialDate { year: hi.year, ..month_day(month, day)? };
        let value = Value::Date(DateRange { lo: date, hi: date });
        self.push(i, i + 1, (i, i + 1), Kind::Date, value, None, Bound::Exact, None)
    }

    /// In der 7. Kalenderwoche, KW 12: the number at token `n`, the whole from token `from` to before `to`.
    pub(super) fn week_of_year(&self, from: usize, n: usize, to: usize) -> Option<Atom> {
        let mut to = to;
        let (week, stated) = match self.str(n).split_once('/') {
            // KW 12/2024
            Some((week, year)) if week.len() <= 2 && year.len() == 4 => {
                (week.parse().ok().filter(|w| (1..=53).contains(w))?, Some(year.parse().ok()?))
            }
            _ => (i8::try_from(self.small(n, 53)?).ok()?, self.year(to).inspect(|_| to += 1)),
        };
        let monday = |year: i16| Some(civil::ISOWeekDate::new(year, week, civil::Weekday::Monday).ok()?.date());
        let date = match (stated, self.reference.and_then(|r| r.year)) {
            (Some(year), _) => monday(year)?,
            (None, Some(now)) => {
                let date = monday(now)?;
                let gone = self.way(from, to) == Way::Back && self.reference.and_then(day).is_some_and(|d| d < date);
                if gone { monday(now - 1)? } else { date }
            }
            (None, None) => return Some(Atom::unknown(from, to)),
        };
        let mut atom = Atom::new(from, to, partial(date));
        atom.hi = partial(date.checked_add(6.days()).ok()?);
        atom.week = true;
        Some(atom)
    }

    /// On the 17th, am 3.: a day of the month spoken of, which the text does not name.
    pub(super) fn bare_day(&self, i: usize, to: usize, d: u8) -> Option<Atom> {
        let led = if self.pack.ordinal_dot {
            self.is_prev(i, |r, p| r.plays(p, Role::DayLead))
        } else {
            self.is_prev(i, |r, p| is!(r, p, Sense::The) && r.is_prev(p, |r, q| r.plays(q, Role::DayLead)))
        };
        let alone = match self.toks.get(to) {
            None => true,
            Some(tok) if tok.after_break => true,
            Some(tok) => match tok.kind {
                TokKind::Sym(c) => !matches!(c, '-' | '/' | '%' | '°'),
                TokKind::Word if self.pack.ordinal_dot => {
                    is!(self, to, Sense::Stop | Sense::And | Sense::Or) || !tok.capital && self.noun(to).is_none()
                }
                TokKind::Word => is!(self, to, Sense::Stop | Sense::And | Sense::Or),
                _ => false,
            },
        };
        if !led || !alone {
            return None;
        }
        let (Some(year), Some(month)) = (self.reference.and_then(|r| r.year), self.reference.and_then(|r| r.month))
        else {
            return Some(Atom::unknown(i, to));
        };
        let now = self.reference.and_then(|r| r.day).unwrap_or(15);
        let shift = match self.way(i, to) {
            Way::Ahead | Way::Near if d < now => 1,
            Way::Back if d > now => -1,
            Way::Unsaid if d > now + 14 => -1,
            _ => 0,
        };
        let months = i32::from(year) * 12 + i32::from(month) - 1 + shift;
        let (year, month) = (i16::try_from(months.div_euclid(12)).ok()?, (months.rem_euclid(12) + 1) as u8);
        let date = PartialDate { year: Some(year), ..month_day(month, d)? };
        Some(Atom::new(i, to, date))
    }

    pub(super) fn date_by_number(&self, i: usize) -> Option<Atom> {
        let num = self.num(i)?;
        if i > 0
            && self.glued(i)
            && matches!(self.kind(i - 1), Some(TokKind::Word | TokKind::Compound(..) | TokKind::Junk))
        {
            return None;
        }
        if num.plain && num.whole_digits <= 2 {
            // 28. Oktober, 28 October, the 28th of October
            if let Some(d) = self.small(i, 31) {
                let mut at = i + 1;
                if self.pack.ordinal_dot {
                    if self.sym(at, '.') && self.glued(at) {
                        at += 1;
                        if let Some((to, m)) = self.month(at) {
                            return self.dated(i, to, m, Some(d));
                        }
                        // 28. 10. 2024
                        if let Some(m) = self.small(at, 12)
                            && self.sym(at + 1, '.')
                            && self.glued(at + 1)
                        {
                            let atom = Atom::new(i, at + 2, month_day(m, d)?);
                            return Some(self.with_year(atom));
                        }
                        // 28. und 29. Oktober; 28./29. Oktober; 3. bis 5. Mai
                        if let Some(atom) = self.day_before_day(i, at, d) {
                            return Some(atom);
                        }
                    }
                } else if is!(self, at, Sense::OrdinalSuffix) && self.glued(at) {
                    at += 1;
                    if self.is_word(at, "of") {
                        at += 1;
                    }
                }
                if let Some((to, m)) = self.month(at)
                    && !(self.pack.ordinal_dot && is!(self, at, Sense::MonthAbbr(_)))
                    && (self.pack.ordinal_dot
                        || !self.is_word(at, "may")
                        || !self.word(to)
                        || is!(self, to, Sense::Stop | Sense::DatePrep))
                {
                    return self.dated(i, to, m, Some(d));
                }
                if !self.pack.ordinal_dot
                    && let Some(atom) = self.day_before_day(i, at, d)
                {
                    return Some(atom);
                }
            }
            if self.pack.ordinal_dot && self.sym(i + 1, '.') && self.glued(i + 1) {
                if is!(self, i + 2, Sense::WeekOfYear) {
                    return self.week_of_year(i, i, i + 3);
                }
                if let Some(atom) = self.small(i, 31).and_then(|d| self.bare_day(i, i + 2, d)) {
                    return Some(atom);
                }
            } else if is!(self, i + 1, Sense::OrdinalSuffix)
                && self.glued(i + 1)
                && let Some(atom) = self.small(i, 31).and_then(|d| self.bare_day(i, i + 2, d))
            {
                return Some(atom);
            }
            // 19. Jahrhundert, 19th century
            if let Some(n) = self.small(i, 30) {
                let mut at = i + 1;
                if self.pack.ordinal_dot && self.sym(at, '.') || is!(self, at, Sense::OrdinalSuffix) && self.glued(at) {
                    at += 1;
                    if self.dash(at) && self.glued(at) {
                        at += 1;
                    }
                    if is!(self, at, Sense::CenturyWord) {
                        return Some(self.century(i, at + 1, n));
                    }
                    // 3. Quartal, 2. Halbjahr, 3rd quarter
                    if n <= 4
                        && let Some(atom) = self.part_of_year(i, at, n)
                    {
                        return Some(atom);
                    }
                }
            }
        }
        // 60er Jahre, 1990s
        if num.plain && is!(self, i + 1, Sense::DecadeSuffix) && self.glued(i + 1) && matches!(num.whole_digits, 2 | 4)
        {
            let mut to = i + 2;
            if self.pack.noun_capitals {
                if self.dash(to) && self.glued(to) {
                    to += 1;
                }
                // in den 1990ern
                if is!(self, to, Sense::Lengths(TimeUnit::Year)) {
                    to += 1;
                } else if !(self.is_word(i + 1, "ern")
                    || num.whole_digits == 2
                        && num.value >= rust_decimal::Decimal::TEN
                        && self.is_prev(i, |r, p| is!(r, p, Sense::The | Sense::Part3(_)))
                        && !self.dash(to)
                        && (!self.capital(to) && self.noun(to).is_none()
                            // Mitte der 90er Wirt
                            || self.is_prev(i, |r, p| r.is_prev(p, |r, q| is!(r, q, Sense::Part3(_)))))
                    || num.whole_digits == 4
                        && (self.phrase_ends(to)
                            || self.is_prev(i, |r, p| is!(r, p, Sense::The | Sense::Part3(_))) && !self.capital(to)))
                {
                    return None;
                } else {
                    to = i + 2;
                }
            } else if num.whole_digits == 2 {
                // in the 60s and 70s; highs in the 70s are no years
                let led = self.is_prev(i, |r, p| {
                    is!(r, p, Sense::The) && r.is_prev(p, |r, q| is!(r, q, Sense::DatePrep))
                        || is!(r, p, Sense::Part3(_))
                        || r.dash(p) && r.is_prev(p, |r, q| is!(r, q, Sense::Part3(_)))
                        || is!(r, p, Sense::And) && self.after_decade(p)
                });
                let ends = self.phrase_ends(to) || is!(self, to, Sense::Stop | Sense::And);
                let warm = (i.saturating_sub(8)..i)
                    .any(|k| ["highs", "lows", "temperatures", "temperature"].iter().any(|w| self.is_word(k, w)));
                if !led || !ends || warm || num.value < rust_decimal::Decimal::from(20) {
                    return None;
                }
            }
            return self.decade(i, to, i16::try_from(num.value).ok()?);
        }
        // 300 v. Chr.
        if num.plain {
            let at = i + 1;
            let before = self.is_word(at, "v") && self.sym(at + 1, '.') && is!(self, at + 2, Sense::Era);
            let after = self.is_word(at, "n") && self.sym(at + 1, '.') && is!(self, at + 2, Sense::Era);
            if before || after {
                let y = i16::try_from(num.value).ok()?;
                let dot = usize::from(self.sym(at + 3, '.') && self.glued(at + 3));
                let mut atom = Atom::new(i, at + 3 + dot, PartialDate::y(if before { 1 - y } else { y }));
                atom.core = (i, i + 1);
                return Some(atom);
            }
            if is!(self, at, Sense::Era) && self.str(at).bytes().all(|b| b.is_ascii_uppercase()) {
                let y = i16::try_from(num.value).ok()?;
                let bc = self.is_word(at, "bc") || self.is_word(at, "bce");
                let mut atom = Atom::new(i, at + 1, PartialDate::y(if bc { 1 - y } else { y }));
                atom.core = (i, i + 1);
                return Some(atom);
            }
        }
        let year = self.year(i)?;
        if self.dash(i + 1) && self.glued(i + 1) && self.glued(i + 2) && self.num(i + 2).is_none() {
            return None;
        }
        let mut atom = Atom { bare_year: true, ..Atom::new(i, i + 1, PartialDate::y(year)) };
        // 2018–20
        if self.dash(i + 1)
            && self.glued(i + 1)
            && self.glued(i + 2)
            && let Some(n) = self.num(i + 2).filter(|n| n.plain && n.whole_digits == 2)
        {
            let end = year / 100 * 100 + i16::try_from(n.value).ok()?;
            if end > year && end < year + 60 {
                atom.hi = PartialDate::y(end);
                atom.to = i + 3;
                atom.core.1 = i + 3;
                atom.bare_year = false;
            }
        }
        Some(atom)
    }

    /// Whether a decade ends right before token `i`.
    pub(super) fn after_decade(&self, i: usize) -> bool {
        i == self.floor
            && self.out.last().is_some_and(|f| {
                matches!(f.value, Value::Date(r) if matches!((r.lo.year, r.hi.year), (Some(a), Some(b)) if b - a == 9))
            })
    }

    /// The first of two days that share a month: the day at token `i`, the joint at token `at`.
    pub(super) fn day_before_day(&self, i: usize, at: usize, d: u8) -> Option<Atom> {
        let mut k = at;
        if self.dash(k)
            || self.sym(k, '/')
            || is!(self, k, Sense::And | Sense::To | Sense::Or)
            || self.sym(k, ',')
            || self.is_word(k, "auf") && self.is_prev(i, |r, p| is!(r, p, Sense::From))
        {
            k += 1;
        } else {
            return None;
        }
        while self.plays(k, Role::DayFiller) {
            k += 1;
        }
        let other = self.small(k, 31)?;
        if self.pack.ordinal_dot && !(self.sym(k + 1, '.') && self.glued(k + 1)) {
            return None;
        }
        let next = self.date_by_number(k)?;
        next.lo.day?;
        let month = next.lo.month?;
        let mut date = month_day(month, d)?;
        date.year = next.lo.year;
        if next.lo.day != Some(other) {
            // A chain of days: the month comes last.
            date.month = next.lo.month;
        }
        let mut atom = Atom::new(i, at, date);
        atom.open = next.open;
        if self.sym(at.saturating_sub(1), '.') {
            atom.core.1 = at;
        }
        if self.is_prev(at + 1, |r, p| r.dash(p) || r.sym(p, '/') || is!(r, p, Sense::To))
            || self.is_prev(i, |r, p| is!(r, p, Sense::Between))
            || is!(self, at, Sense::And) && next.lo.day == Some(d + 1)
            || self.is_word(at, "auf")
        {
            // One period; two days in a row are one too.
            atom.hi = next.hi;
            if atom.hi.year.is_none() {
                atom.hi.year = atom.lo.year;
            }
            atom.to = next.to;
            atom.core.1 = next.core.1;
        }
        Some(atom)
    }
}
