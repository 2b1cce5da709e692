//! Dates said from where the writer or the text stands: last Monday, im Vorjahr, the next day.

use jiff::ToSpan;
use jiff::civil;

use super::when::Way;
use super::{Atom, Story, day, partial};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, say};
use crate::figures::{PartialDate, Value};
use crate::lang::numbers::{Role, Sense, TimeUnit};

impl Reader<'_> {
    /// The year that `the year before` is before: one just stated (in 2023), else that of the day of writing.
    pub(super) fn year_spoken_of(&self) -> Option<i16> {
        let now = self.reference.and_then(|r| r.year);
        let told = self.story.and_then(Story::year);
        told.or_else(|| self.stated_year.filter(|y| now.is_some_and(|now| (1..=2).contains(&(now - y))))).or(now)
    }

    /// The day that `the next day` follows: the last one the text names.
    pub(super) fn day_spoken_of(&self) -> Option<civil::Date> {
        self.out
            .iter()
            .rev()
            .find_map(|f| match f.value {
                Value::Date(range) => day(range.hi),
                _ => None,
            })
            .or_else(|| self.story.and_then(Story::day))
    }

    /// The day so many days from the last one the text names.
    pub(super) fn days_from_there(&self, from: usize, to: usize, shift: i8) -> Option<Atom> {
        Some(match self.day_spoken_of() {
            Some(d) => Atom::new(from, to, partial(d.checked_add(i64::from(shift).days()).ok()?)),
            None => Atom::unknown(from, to),
        })
    }

    /// im vergangenen Jahr, last week, this month, next Monday
    pub(super) fn relative(&self, i: usize) -> Option<Atom> {
        let shift = say!(self, i, Sense::Relative(n) => n)?;
        let at = i + 1;
        // the same period last year, the corresponding quarter of last year
        if shift == -1
            && is!(self, at, Sense::Time(TimeUnit::Year))
            && let Some(atom) = self.same_period(i, at + 1)
        {
            return Some(atom);
        }
        if self.toks.get(at).is_some_and(|t| t.after_break) {
            return None;
        }
        if !self.pack.noun_capitals && shift == -1 && is!(self, at, Sense::Night) {
            return Some(match self.reference.and_then(day) {
                Some(d) => Atom::new(i, at + 1, partial(d.checked_sub(1.days()).ok()?)),
                None => Atom::unknown(i, at + 1),
            });
        }
        if !self.pack.noun_capitals && self.is_word(i, "this") && is!(self, at, Sense::DayPart) {
            return Some(match self.reference.and_then(day) {
                Some(d) => Atom::new(i, at + 1, partial(d)),
                None => Atom::unknown(i, at + 1),
            });
        }
        if let Some(shift) = say!(self, i, Sense::Beside(n) => n)
            && is!(self, at, Sense::Time(TimeUnit::Day) | Sense::DayPart)
            && self.pack.noun_capitals == self.capital(at)
        {
            return self.days_from_there(i, at + 1, shift);
        }
        // the following year: the one after the year spoken of
        if let Some(shift) = say!(self, i, Sense::Beside(n) => n)
            && !is!(self, i, Sense::Ahead)
            && is!(self, at, Sense::Time(TimeUnit::Year))
            && self.pack.noun_capitals == self.capital(at)
            && let Some(year) = self.stated_year.filter(|_| shift > 0).or_else(|| self.year_spoken_of())
        {
            return Some(Atom::new(i, at + 1, PartialDate::y(year + i16::from(shift))));
        }
        // Over the past decade: a length.
        if is!(self, i, Sense::Elapsed) && is!(self, at, Sense::Time(_)) {
            return None;
        }
        // recent, preceding and following speak of periods only in the plural; past also
        if self.plays(i, Role::PluralOnly) {
            return None;
        }
        if let Some(unit) = say!(self, at, Sense::Time(u) => u) {
            if self.pack.noun_capitals && !self.capital(at) || !self.pack.noun_capitals && self.capital(at) {
                return None;
            }
            if self.dash(at + 1) && self.glued(at + 1) {
                return None;
            }
            // last year's third quarter
            if unit == TimeUnit::Year
                && self.sym(at + 1, '\'')
                && self.is_word(at + 2, "s")
                && let Some(n) = say!(self, at + 3, Sense::Ordinal(n @ 1..=4) => n)
                && let Some(part) = self.part_of_year(at + 3, at + 4, n)
                && part.lo.year.is_none()
                && let Some(year) = self.reference.and_then(|r| r.year)
            {
                let with = |d: PartialDate| PartialDate { year: Some(year + i16::from(shift)), ..d };
                let (lo, hi) = (with(part.lo), with(part.hi));
                return Some(Atom { from: i, core: (i, part.core.1), lo, hi, open: false, ..part });
            }
            return self.period(i, at + 1, unit, shift);
        }
        if is!(self, at, Sense::Weekend) {
            return match self.reference.and_then(day) {
                Some(d) => {
                    let saturday = self.weekday(d, 5, shift)?;
                    let mut atom = Atom::new(i, at + 1, partial(saturday));
                    atom.hi = partial(saturday.checked_add(1.days()).ok()?);
                    Some(atom)
                }
                None => Some(Atom::unknown(i, at + 1)),
            };
        }
        if let Some(n) = say!(self, at, Sense::Weekday(n) => n).filter(|_| self.capital(at)) {
            let to = at + 1;
            // last Monday, 28 October: the date decides
            if let Some(atom) = self.weekday_date(i, to) {
                return Some(atom);
            }
            return Some(match self.reference.and_then(day) {
                Some(d) => Atom::new(i, to, partial(self.weekday(d, n, shift)?)),
                None => Atom::unknown(i, to),
            });
        }
        if let Some((to, m)) = self.month(at)
            && is!(self, at, Sense::Month(_))
            && self.year(to).is_none()
        {
            return Some(self.relative_month(i, to, m, shift));
        }
        if is!(self, at, Sense::Season(_)) {
            let atom = self.season(at)?;
            return Some(Atom { from: i, core: (i, atom.to), ..atom });
        }
        None
    }

    /// That year, the same month, am selben Tag: the year, month or day that the text names last; its unit is token `i`.
    pub(super) fn same(&self, i: usize) -> Option<Atom> {
        let unit = say!(self, i, Sense::Time(u @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Day)) => u)?;
        let mut from = self.prev(i).filter(|p| *p >= self.floor && self.plays(*p, Role::Same))?;
        let that = self.is_word(from, "that") || self.is_prev(from, |r, p| r.is_word(p, "that"));
        if !self.is_word(from, "that") && that {
            from -= 1;
        }
        // It said that day and night were one: `that` may be a conjunction.
        let led = !that
            || self.is_prev(from, |r, p| {
                is!(r, p, Sense::DatePrep | Sense::Part3(_))
                    || ["on", "later", "earlier"].iter().any(|w| r.is_word(p, w))
                    || r.phrase_ends(i + 1) && r.noun(p).is_some()
            });
        if !led || self.pack.noun_capitals != self.capital(i) || self.dash(i + 1) && self.glued(i + 1) {
            return None;
        }
        let last = self.out.iter().rev().find_map(|f| match f.value {
            Value::Date(range) => Some(range.hi),
            _ => None,
        })?;
        let date = match unit {
            TimeUnit::Year => PartialDate::y(last.year?),
            TimeUnit::Month => PartialDate::ym(last.year?, last.month?),
            _ => PartialDate::ymd(last.year?, last.month?, last.day?),
        };
        Some(Atom::new(from, i + 1, date))
    }

    /// The same period last year, im gleichen Zeitraum des Vorjahres: the period that the text names last, a year earlier; `last
    /// year` stands at tokens `from..to`.
    pub(super) fn same_period(&self, from: usize, to: usize) -> Option<Atom> {
        let mut p = self.prev(from)?;
        if is!(self, p, Sense::Of | Sense::The | Sense::InOf) || self.is_word(p, "of") {
            p = self.prev(p)?;
        }
        let lead = self.prev(p).filter(|l| *l >= self.floor && self.plays(*l, Role::SamePeriod))?;
        let period = self.plays(p, Role::Period) || is!(self, p, Sense::Time(TimeUnit::Quarter | TimeUnit::Month));
        let mut atom = self.year_earlier(lead, to)?;
        atom.core = (from, to);
        period.then_some(atom)
    }

    /// The period of months that the text names last, a year earlier; for tokens `from..to`.
    pub(super) fn year_earlier(&self, from: usize, to: usize) -> Option<Atom> {
        let last = self.out.iter().rev().find_map(|f| match f.value {
            Value::Date(range) => Some(range),
            _ => None,
        });
        let back = |d: PartialDate| PartialDate { year: d.year.map(|y| y - 1), ..d };
        let mut atom = match (last, self.reference.and_then(|r| r.year)) {
            (Some(range), _) if range.lo.month.is_some() && range.lo.year.is_some() => {
                let mut atom = Atom::new(from, to, back(range.lo));
                atom.hi = back(range.hi);
                atom
            }
            (_, Some(year)) => Atom::new(from, to, PartialDate::y(year - 1)),
            _ => Atom::unknown(from, to),
        };
        atom.open = false;
        Some(atom)
    }

    pub(super) fn relative_month(&self, from: usize, to: usize, m: u8, shift: i8) -> Atom {
        let Some(PartialDate { year: Some(year), month, .. }) = self.reference else {
            let mut atom = Atom::new(from, to, PartialDate { year: None, month: Some(m), day: None });
            atom.open = false;
            return atom;
        };
        let now = month.unwrap_or(12);
        let year = match shift {
            ..0 => year - i16::from(m >= now),
            0 => year,
            _ => year + i16::from(m <= now),
        };
        Atom::new(from, to, PartialDate::ym(year, m))
    }

    /// The day of that weekday: the last one (-1), the one of the same week (0), the next one (+1).
    pub(super) fn weekday(&self, from: civil::Date, weekday: u8, shift: i8) -> Option<civil::Date> {
        let now = i64::from(from.weekday().to_monday_zero_offset());
        let want = i64::from(weekday);
        let step = match shift {
            -1 => -((now - want - 1).rem_euclid(7) + 1),
            -2 => -((now - want - 1).rem_euclid(7) + 8),
            2 => (want - now - 1).rem_euclid(7) + 8,
            0 => want - now,
            _ => (want - now - 1).rem_euclid(7) + 1,
        };
        from.checked_add(step.days()).ok()
    }

    /// A day and month behind a weekday: `, 28. Oktober 2024`, `, October 28`, ` 28 October`, `, den 28.10.`
    pub(super) fn weekday_date(&self, from: usize, to: usize) -> Option<Atom> {
        let mut at = to;
        if self.sym(at, ',') {
            at += 1;
        }
        if self.plays(at, Role::DateArticle) {
            at += 1;
        }
        let atom = match self.kind(at)? {
            TokKind::Num(_) => self.date_by_number(at)?,
            TokKind::Date(_) => self.date_atom(at)?,
            TokKind::Word if self.month(at).is_some() && !self.pack.ordinal_dot => self.date_by_word(at)?,
            _ => return None,
        };
        atom.lo.day?;
        let atom = Atom { from, core: (from, atom.core.1), ..atom };
        Some(self.told_by_weekday(atom, to - 1))
    }

    /// Friday, 21 June: where the verb points at a year in which that day is another one, the year of writing or the one beside it
    /// in which it is.
    fn told_by_weekday(&self, mut atom: Atom, weekday: usize) -> Atom {
        let Some(n) = say!(self, weekday, Sense::Weekday(n) => n) else { return atom };
        let Some(year) = self.reference.and_then(|r| r.year) else { return atom };
        if !atom.open || atom.lo != atom.hi || self.story.is_some() {
            return atom;
        }
        let fits = |d: &PartialDate| day(*d).is_some_and(|d| d.weekday().to_monday_zero_offset() as u8 == n);
        let told = self.dated_by(atom.lo, atom.from, atom.to);
        let with = |y: i16| PartialDate { year: Some(y), ..atom.lo };
        if let Some(date) = [told].into_iter().chain([year, year + 1, year - 1].map(with)).find(fits) {
            (atom.lo, atom.hi, atom.open) = (date, date, false);
        }
        atom
    }

    /// am Montag, Montagabend, Monday's, on Monday, October 28
    pub(super) fn by_weekday(&self, i: usize) -> Option<Atom> {
        let n = say!(self, i, Sense::Weekday(n) => n)?;
        if !self.capital(i) {
            return None;
        }
        let to = i + 1;
        // Herz-Jesu-Sonntag; but: Montag-Freitag
        let part = |p: usize| {
            self.dash(p) && self.glued(p) && p > 0 && self.word(p - 1) && !is!(self, p - 1, Sense::Weekday(_))
        };
        if self.glued(i) && self.prev(i).is_some_and(part) {
            return None;
        }
        if let Some(atom) = self.weekday_date(i, to) {
            return Some(atom);
        }
        if self.dash(to) && self.glued(to) && self.glued(to + 1) && !is!(self, to + 1, Sense::Weekday(_)) {
            return None;
        }
        // Black Monday 1987: the year tells
        if let Some(year) = self.year(to)
            && self.is_prev(i, |r, p| r.plays(p, Role::NamedDay) && r.capital(p) && p >= r.floor)
        {
            return Some(Atom { from: i - 1, core: (i - 1, to + 1), ..Atom::new(i - 1, to + 1, PartialDate::y(year)) });
        }
        // every Monday, jeden Montag, Black Friday, Sunday Times
        if self.is_prev(i, |r, p| is!(r, p, Sense::Every) || r.plays(p, Role::NamedDay))
            || self.plays(to, Role::Paper) && self.capital(to)
        {
            return None;
        }
        let Some(d) = self.reference.and_then(day) else { return Some(Atom::unknown(i, to)) };
        let way = self.way(i, to);
        let back = {
            let now = i64::from(d.weekday().to_monday_zero_offset());
            (now - i64::from(n)).rem_euclid(7)
        };
        // On a Friday, `on Friday` is today, whatever is yet to come: the Friday after is the next one.
        let date = match way {
            Way::Ahead | Way::Near if back == 0 => d,
            // The talks follow Tuesday's strike: what is known of a day is over.
            Way::Near if self.sym(to, '\'') && self.is_word(to + 1, "s") => d.checked_sub(back.days()).ok()?,
            Way::Ahead | Way::Near => self.weekday(d, n, 1)?,
            _ => d.checked_sub(back.days()).ok()?,
        };
        Some(Atom::new(i, to, partial(date)))
    }
}
