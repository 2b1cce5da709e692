//! Dates that begin with a word: October 28, Heiligabend, Q3 2024.

use jiff::ToSpan;
use jiff::civil;

use super::when::Way;
use super::{Atom, Story, day, partial};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, say};
use crate::figures::{Kind, PartialDate, Value};
use crate::lang::numbers::{Holiday, Role, Sense, TimeUnit};

/// Easter Sunday, by the rule of Gauss as Lichtenberg put it.
pub(super) fn easter(year: i16) -> Option<civil::Date> {
    let x = i32::from(year);
    let k = x / 100;
    let m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
    let s = 2 - (3 * k + 3) / 4;
    let a = x % 19;
    let d = (19 * a + m) % 30;
    let r = (d + a / 11) / 29;
    let og = 21 + d - r;
    let sz = 7 - (x + x / 4 + s).rem_euclid(7);
    let march = og + 7 - (og - sz).rem_euclid(7);
    civil::Date::new(year, 3, 1).ok()?.checked_add(i64::from(march - 1).days()).ok()
}

/// The so-manieth such day of the week of a month; the last one for -1.
fn nth_weekday(year: i16, month: u8, weekday: u8, n: i8) -> Option<civil::Date> {
    let day = civil::Weekday::from_monday_zero_offset(i8::try_from(weekday).ok()?).ok()?;
    civil::Date::new(year, i8::try_from(month).ok()?, 1).ok()?.nth_weekday_of_month(n, day).ok()
}

impl Reader<'_> {
    /// Heiligabend, New Year's Eve 2024.
    pub(super) fn holiday(&self, i: usize) -> Option<Atom> {
        if !self.capital(i) {
            return None;
        }
        let mut best: Option<(usize, Holiday)> = None;
        for sense in self.senses(i) {
            let &Sense::HolidayStarts(k) = sense else { continue };
            let Some((words, holiday)) = self.index.holidays.get(k as usize) else { continue };
            let whole = words.iter().enumerate().all(|(n, w)| self.is_word(i + n, w));
            if whole && best.is_none_or(|(to, _)| i + words.len() > to) {
                best = Some((i + words.len(), *holiday));
            }
        }
        let (to, holiday) = best?;
        // Christmas tree, Weihnachten-Spezial, Easter Island, at the Halloween party: not the day
        let stated = self.year(to);
        let one = to == i + 1;
        if self.dash(to) && self.glued(to)
            || one
                && stated.is_none()
                && !(self.phrase_ends(to)
                    || is!(self, to, Sense::Stop | Sense::And | Sense::Or)
                    || self.pack.noun_capitals && !self.capital(to))
            || one && !self.pack.noun_capitals && self.is_prev(i, |r, p| is!(r, p, Sense::The | Sense::Article))
        {
            return None;
        }
        match holiday {
            Holiday::Easter(days) => self.feast_at(i, to, days),
            Holiday::Fixed(month, d) => self.dated(i, to, month, Some(d)),
            Holiday::Nth(month, weekday, n) => self.moving_at(i, to, |year| nth_weekday(year, month, weekday, n)),
        }
    }

    pub(super) fn date_by_word(&self, i: usize) -> Option<Atom> {
        // mid-July, Anfang Oktober, early 2024, end of 2023
        if let Some(atom) = self.part_of_date(i) {
            return Some(atom);
        }
        if let Some(atom) = self.by_weekday(i) {
            return Some(atom);
        }
        if let Some((to, m)) = self.month(i) {
            // October 28, 2024; May 3
            if !self.pack.ordinal_dot
                && let Some(d) = self.small(to, 31)
                && !is!(self, to + 1, Sense::Percent | Sense::Scale(_))
                && self.unit(to + 1, false).is_none()
            {
                let mut end = to + 1;
                if is!(self, end, Sense::OrdinalSuffix) && self.glued(end) {
                    end += 1;
                }
                // June 3-5, 2024; August 12 through 15
                let through = is!(self, end, Sense::To)
                    && self.unit(end + 2, false).is_none()
                    && self.noun(end + 2).is_none()
                    && self.month(end + 2).is_none()
                    && !is!(self, end + 2, Sense::Scale(_) | Sense::Percent | Sense::Clock | Sense::OrdinalSuffix);
                // October 28 and 29
                let row = is!(self, end, Sense::And)
                    && self.small(end + 1, 31) == Some(d + 1)
                    && self.noun(end + 2).is_none()
                    && self.unit(end + 2, false).is_none()
                    && self.month(end + 2).is_none()
                    && !is!(self, end + 2, Sense::Scale(_) | Sense::Percent | Sense::Clock);
                if (self.dash(end) && self.glued(end) || through || row)
                    && let Some(d2) = self.small(end + 1, 31)
                    && d2 > d
                {
                    let mut atom = self.dated(i, end + 2, m, Some(d2))?;
                    atom.lo.day = Some(d);
                    return Some(atom);
                }
                // the Aug. 7 blasts; but: in August 7 blasts shook the town
                let named = self.is_prev(i, |r, p| is!(r, p, Sense::The));
                if (named || self.noun(end).is_none() || self.year(end + 1).is_some()) && !self.clock_at(to) {
                    return self.dated(i, end, m, Some(d));
                }
            }
            let mut atom = self.dated(i, to, m, None)?;
            // June and July 2019, Mai/Juni 2020, Jan-Mar 2020: the year stands behind the last month.
            let mut next = to;
            if atom.open && (is!(self, next, Sense::And | Sense::Or) || self.sym(next, '/') || self.dash(next)) {
                next += 1;
                if let Some((after, m2)) = self.month(next)
                    && let Some((_, year)) = self.year_behind(after)
                {
                    let year = if m > m2 { year - 1 } else { year };
                    atom.lo.year = Some(year);
                    atom.hi.year = Some(year);
                    atom.open = false;
                    return Some(atom);
                }
            }
            if is!(self, i, Sense::MonthAbbr(_)) && atom.open {
                return None;
            }
            atom.bare_month = atom.open && atom.to == to;
            if atom.bare_month
                && let Some(p) = self.prev(i)
                && let Some(shift) = say!(self, p, Sense::Relative(n) => n)
                && p >= self.floor
                && !(shift == 0 && self.story.is_some())
            {
                return Some(self.relative_month(p, to, m, shift));
            }
            return Some(atom);
        }
        if let Some(m) = say!(self, i, Sense::MonthPart(m) => m) {
            let atom = self.dated(i, i + 1, m, None)?;
            return (!atom.open).then_some(atom);
        }
        if is!(self, i, Sense::WeekOfYear) {
            return self.week_of_year(i, i + 1, i + 2);
        }
        if is!(self, i, Sense::HolidayStarts(_))
            && let Some(atom) = self.holiday(i)
        {
            return Some(atom);
        }
        if let Some(atom) = self.season(i) {
            return Some(atom);
        }
        if let Some(shift) = say!(self, i, Sense::Day(n) => n) {
            // heute-Journal, der Morgen, guten Morgen; USA Today
            if self.pack.noun_capitals && self.capital(i) && (!self.begins(i) || is!(self, i, Sense::Day(1)))
                || !self.pack.noun_capitals && self.capital(i) && !self.begins(i)
                || self.dash(i + 1) && self.glued(i + 1)
                || self.is_prev(i, |r, p| r.dash(p) && r.glued(i))
                || self.is_word(i, "morgen")
                    && self.is_prev(i, |r, p| {
                        is!(r, p, Sense::Day(_) | Sense::Weekday(_)) || r.plays(p, Role::MorningLead)
                    })
            {
                return None;
            }
            let to = i + 1;
            return Some(
                match self.reference.and_then(day).and_then(|d| d.checked_add(i64::from(shift).days()).ok()) {
                    Some(d) => Atom::new(i, to, partial(d)),
                    None => Atom::unknown(i, to),
                },
            );
        }
        // am Wochenende, over the weekend
        if is!(self, i, Sense::Weekend)
            && self.is_prev(i, |r, p| r.plays(p, Role::WeekendPrep) || r.led_by_article(p))
            && !(self.glued(i + 1) && self.dash(i + 1))
        {
            return Some(match self.reference.and_then(day) {
                Some(d) => {
                    let shift = if matches!(self.way(i, i + 1), Way::Ahead | Way::Near) { 1 } else { -1 };
                    let saturday = self.weekday(d, 5, shift)?;
                    let mut atom = Atom::new(i, i + 1, partial(saturday));
                    atom.hi = partial(saturday.checked_add(1.days()).ok()?);
                    atom
                }
                None => Atom::unknown(i, i + 1),
            });
        }
        // im Vorjahr, heuer
        if let Some(shift) = say!(self, i, Sense::YearShift(n) => n) {
            if shift == -1
                && let Some(atom) = self.same_period(i, i + 1)
            {
                return Some(atom);
            }
            let year = if shift == 0 { self.reference.and_then(|r| r.year) } else { self.year_spoken_of() };
            return Some(match year {
                Some(y) => Atom::new(i, i + 1, PartialDate::y(y + i16::from(shift))),
                None => Atom::unknown(i, i + 1),
            });
        }
        if is!(self, i, Sense::YearPart) || self.year_end(i).is_some() {
            let mut to = self.year_end(i).unwrap_or(i + 1);
            if let Some(TokKind::Years(a, b)) = self.kind(to) {
                let mut atom = Atom::new(i, to + 1, PartialDate::y(a));
                atom.hi = PartialDate::y(b);
                atom.about = true;
                return Some(atom);
            }
            let year = self.year(to);
            if year.is_some() {
                to += 1;
            }
            let told = self.story(self.way(i, to)).and_then(Story::year);
            let mut atom = match year.or(told).or_else(|| self.reference.and_then(|r| r.year)) {
                Some(y) => Atom::new(i, to, PartialDate::y(y)),
                None => Atom::unknown(i, to),
            };
            atom.about = true;
            return Some(atom);
        }
        if let Some(n) = say!(self, i, Sense::Quarter14(n) => n) {
            return self.numbered(i, (n - 1) * 3 + 1, n * 3);
        }
        if let Some(n) = say!(self, i, Sense::Half12(n) => n) {
            return self.numbered(i, (n - 1) * 6 + 1, n * 6);
        }
        if let Some(n) = say!(self, i, Sense::Decade(n) => n) {
            let mut to = i + 1;
            if self.pack.noun_capitals {
                if !self.ends_folded(i, &["jahre", "jahren"]) {
                    if self.dash(to) && self.glued(to) {
                        to += 1;
                    }
                    // die Sechziger, in den frühen Siebzigern
                    let alone = self.capital(i)
                        && self.is_prev(i, |r, p| is!(r, p, Sense::The | Sense::Part3(_)))
                        && (self.is_prev(i, |r, p| {
                            is!(r, p, Sense::Part3(_)) || r.is_prev(p, |r, q| is!(r, q, Sense::Part3(_)))
                        }) || self.ends_folded(i, &["n"]));
                    if is!(self, to, Sense::Lengths(TimeUnit::Year)) {
                        to += 1;
                    } else if alone {
                        to = i + 1;
                    } else {
                        return None;
                    }
                }
            } else if !self.is_prev(i, |r, p| {
                r.is_word(p, "the")
                    || is!(r, p, Sense::Part3(_))
                    || r.dash(p) && r.is_prev(p, |r, q| is!(r, q, Sense::Part3(_)))
                    || is!(r, p, Sense::And) && self.after_decade(p)
            }) {
                return None;
            }
            return self.decade(i, to, i16::from(n));
        }
        // AD 79
        if is!(self, i, Sense::Era)
            && self.str(i) == "AD"
            && let Some(num) = self.num(i + 1).filter(|n| n.plain && n.whole_digits <= 4)
        {
            return Some(Atom {
                core: (i + 1, i + 2),
                ..Atom::new(i, i + 2, PartialDate::y(i16::try_from(num.value).ok()?))
            });
        }
        if is!(self, i, Sense::Night)
            && let Some(atom) = self.night(i)
        {
            return Some(atom);
        }
        // the day after tomorrow
        if !self.pack.noun_capitals
            && is!(self, i, Sense::Time(TimeUnit::Day))
            && let Some(shift) = say!(self, i + 2, Sense::Day(n) => n).filter(|n| *n != 0)
            && (shift < 0 && self.is_word(i + 1, "before") || shift > 0 && self.is_word(i + 1, "after"))
        {
            return Some(match self.reference.and_then(day) {
                Some(d) => Atom::new(i, i + 3, partial(d.checked_add((2 * i64::from(shift)).days()).ok()?)),
                None => Atom::unknown(i, i + 3),
            });
        }
        // Tags zuvor, am Tag darauf
        if is!(self, i, Sense::Time(TimeUnit::Day))
            && (self.pack.noun_capitals || self.phrase_ends(i + 2))
            && let Some(shift) = say!(self, i + 1, Sense::Apart(n) => n)
            && self.pack.noun_capitals == self.capital(i)
        {
            return self.days_from_there(i, i + 2, shift);
        }
        // im Jahr zuvor, the month before: from the period spoken of
        if let Some(unit) = say!(self, i, Sense::Time(u @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Week)) => u)
            && self.pack.noun_capitals
            && self.capital(i)
            && let Some(shift) = say!(self, i + 1, Sense::Apart(n) => n)
            && self.is_prev(i, |r, p| is!(r, p, Sense::DatePrep) && !is!(r, p, Sense::Article))
        {
            return match (unit, self.year_spoken_of()) {
                (TimeUnit::Year, Some(y)) => Some(Atom::new(i, i + 2, PartialDate::y(y + i16::from(shift)))),
                _ => self.period(i, i + 2, unit, shift),
            };
        }
        if let Some(unit) = say!(self, i, Sense::Prior(u) => u) {
            // In der Vorwoche: the week before the one just named.
            let week = self.out.last().filter(|f| f.kind == Kind::Date && f.unit.as_deref() == Some("week"));
            let monday = match week.map(|f| &f.value) {
                Some(Value::Date(range)) if unit == TimeUnit::Week => day(range.lo),
                _ => None,
            };
            if let Some(monday) = monday.and_then(|d| d.checked_sub(7.days()).ok()) {
                let mut atom = Atom::new(i, i + 1, partial(monday));
                atom.hi = partial(monday.checked_add(6.days()).ok()?);
                atom.week = true;
                return Some(atom);
            }
            return match unit {
                TimeUnit::Day => self.days_from_there(i, i + 1, -1),
                unit => self.period(i, i + 1, unit, -1),
            };
        }
        if let Some(days) = say!(self, i, Sense::Feast(n) => n) {
            return self.feast(i, days);
        }
        // im Vorjahreszeitraum: the period just named, a year earlier
        if is!(self, i, Sense::YearEarlier) {
            return self.year_earlier(i, i + 1);
        }
        // year-ago, the year-earlier quarter
        if self.is_word(i, "year")
            && self.dash(i + 1)
            && self.glued(i + 2)
            && ["ago", "earlier"].iter().any(|w| self.is_word(i + 2, w))
        {
            let period = self.plays(i + 3, Role::Period) || is!(self, i + 3, Sense::Time(TimeUnit::Quarter));
            return self.year_earlier(i, i + 3 + usize::from(period));
        }
        if let Some(n) = say!(self, i, Sense::Ordinal(n) => n) {
            let mut at = i + 1;
            if self.dash(at) && self.glued(at) {
                at += 1;
            }
            if n <= 2
                && is!(self, at, Sense::HalfShare)
                && let Some(atom) = self.half_of_years(i, n)
            {
                return Some(atom);
            }
            if is!(self, at, Sense::CenturyWord)
                && (n > 3 || self.pack.noun_capitals || self.is_prev(i, |r, p| is!(r, p, Sense::The)))
            {
                return Some(self.century(i, at + 1, n));
            }
            if n <= 4 {
                return self.part_of_year(i, at, n);
            }
        }
        self.same(i).or_else(|| self.relative(i))
    }

    /// Year-end, year end, year's end: the token behind it.
    fn year_end(&self, i: usize) -> Option<usize> {
        if !self.is_word(i, "year") {
            return None;
        }
        let at = if self.dash(i + 1) && self.glued(i + 2) {
            i + 2
        } else if self.sym(i + 1, '\'') && self.is_word(i + 2, "s") {
            i + 3
        } else {
            i + 1
        };
        let led = at == i + 2
            || self
                .is_prev(i, |r, p| ["by", "at", "before", "until", "since", "after"].iter().any(|w| r.is_word(p, w)));
        (led && self.is_word(at, "end")).then_some(at + 1)
    }

    /// A day so many days from Easter.
    pub(super) fn feast(&self, i: usize, days: i8) -> Option<Atom> {
        self.feast_at(i, i + 1, days)
    }

    /// The same for one whose name ends before token `end`.
    pub(super) fn feast_at(&self, i: usize, end: usize, days: i8) -> Option<Atom> {
        self.moving_at(i, end, |year| easter(year)?.checked_add(i64::from(days).days()).ok())
    }

    /// The same for one that `of` tells of each year.
    fn moving_at(&self, i: usize, end: usize, of: impl Fn(i16) -> Option<civil::Date>) -> Option<Atom> {
        let stated = self.year(end);
        let to = end + usize::from(stated.is_some());
        if let Some(year) = stated {
            return Some(Atom::new(i, to, partial(of(year)?)));
        }
        let Some(now) = self.reference.and_then(day) else { return Some(Atom::unknown(i, to)) };
        let this = of(now.year())?;
        let date = match self.way(i, to) {
            Way::Ahead | Way::Near if this < now => of(now.year() + 1)?,
            Way::Back if this > now => of(now.year() - 1)?,
            _ => this,
        };
        Some(Atom::new(i, to, partial(date)))
    }

    /// In der Nacht zum Dienstag, in der Nacht auf den 3. Mai, last night
    pub(super) fn night(&self, i: usize) -> Option<Atom> {
        if !is!(self, i + 1, Sense::Towards) || self.pack.noun_capitals != self.capital(i) {
            return None;
        }
        let mut at = i + 2;
        if is!(self, at, Sense::The) {
            at += 1;
        }
        let inner = self.date_atom(at)?;
        (inner.from == at && (inner.lo.day.is_some() || inner.unknown)).then_some(Atom {
            from: i,
            core: (i, inner.core.1),
            ..inner
        })
    }

    /// Q3 2024, H1
    pub(super) fn numbered(&self, i: usize, lo: u8, hi: u8) -> Option<Atom> {
        if !self.capital(i) || self.glued(i) && self.is_prev(i, |r, p| r.num(p).is_some()) {
            return None;
        }
        let mut at = i + 1;
        if self.dash(at) && self.glued(at) || self.sym(at, '/') || self.is_word(at, "of") {
            at += 1;
        }
        let year = self.year(at);
        let to = if year.is_some() { at + 1 } else { i + 1 };
        let date = |m| PartialDate { year, month: Some(m), day: None };
        let mut atom = Atom::new(i, to, date(lo));
        atom.hi = date(hi);
        Some(atom)
    }

    pub(super) fn clock_at(&self, i: usize) -> bool {
        is!(self, i + 1, Sense::Clock)
            || (self.is_word(i + 1, "a") || self.is_word(i + 1, "p"))
                && self.sym(i + 2, '.')
                && self.is_word(i + 3, "m")
    }
}
