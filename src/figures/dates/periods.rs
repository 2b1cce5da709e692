//! Periods: centuries, decades, seasons, parts of a year, the months to December.

use jiff::ToSpan;

use super::when::Way;
use super::{Atom, day, partial};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, say};
use crate::figures::{Bound, Kind, PartialDate, Value};
use crate::lang::numbers::{Role, Sense, TimeUnit};

impl Reader<'_> {
    /// In the three months to December: the months that end with that one.
    pub(super) fn months_to(&self, i: usize) -> Option<Atom> {
        let year = is!(self, i, Sense::Time(TimeUnit::Year));
        let months = self.small(i, 24).or_else(|| say!(self, i, Sense::Card(n) => n)).filter(|n| *n > 1);
        let quarter = is!(self, i, Sense::Time(TimeUnit::Quarter)) && !self.pack.noun_capitals;
        let months = match (year, quarter) {
            (true, _) => 12,
            (_, true) => 3,
            _ => months?,
        };
        let year = year || quarter;
        let unit = if year { i } else { i + 1 };
        let led = (year || is!(self, unit, Sense::Lengths(TimeUnit::Month)))
            && is!(self, unit + 1, Sense::To | Sense::Ending)
            && self.is_prev(i, |r, p| is!(r, p, Sense::The | Sense::YearName) || r.is_word(p, "financial"));
        if !led || self.pack.noun_capitals != self.capital(unit) {
            return None;
        }
        let at = if is!(self, unit + 2, Sense::InOf) { unit + 3 } else { unit + 2 };
        let last = self.date_atom(at).filter(|a| a.from == at && a.lo == a.hi && !a.about && !a.unknown)?;
        last.lo.month?;
        let hi = if last.open { self.dated_by(last.lo, i, last.to) } else { last.lo };
        // What has ended lies behind.
        let mut hi = hi;
        if last.open && self.is_word(unit + 1, "ended") {
            let now = self.reference.and_then(|r| Some((r.year?, r.month?, r.day.unwrap_or(31))));
            let then = Some((hi.year?, hi.month?, hi.day.unwrap_or(1)));
            if now.is_some() && then > now {
                hi.year = hi.year.map(|y| y - 1);
            }
        }
        let end = i32::from(hi.year?) * 12 + i32::from(hi.month?) - 1;
        let begin = end - i32::from(months) + 1;
        let lo = PartialDate::ym(i16::try_from(begin.div_euclid(12)).ok()?, (begin.rem_euclid(12) + 1) as u8);
        let hi = PartialDate { day: None, ..hi };
        Some(Atom { from: i, core: (i, last.core.1), lo, hi, open: false, bare_month: false, ..last })
    }

    /// In his mid-twenties, in her 40s: how old somebody is, in decades.
    pub(super) fn decade_of_life(&mut self, i: usize) -> Option<usize> {
        if self.pack.noun_capitals || !self.is_prev(i, |r, p| r.plays(p, Role::Whose)) {
            return None;
        }
        let part = say!(self, i, Sense::Part3(n) => n);
        let mut at = i + usize::from(part.is_some());
        if part.is_some() && self.dash(at) && self.glued(at) {
            at += 1;
        }
        let (to, decade) = match say!(self, at, Sense::Decade(n) => n) {
            Some(n) => (at + 1, n),
            None => {
                let n = self.num(at).filter(|n| n.plain && n.whole_digits == 2)?;
                if !is!(self, at + 1, Sense::DecadeSuffix) || !self.glued(at + 1) {
                    return None;
                }
                (at + 2, u8::try_from(n.value).ok()?)
            }
        };
        if decade % 10 != 0 || decade > 100 {
            return None;
        }
        let (lo, hi) = match part {
            Some(0) => (0, 3),
            Some(1) => (4, 6),
            Some(_) => (7, 9),
            None => (0, 9),
        };
        let value = Value::Number { lo: Some((decade + lo).into()), hi: Some((decade + hi).into()) };
        let unit = Some(TimeUnit::Year.symbol().to_owned());
        self.push(i, to, (i, to), Kind::Duration, value, unit, Bound::About, None)
    }

    pub(super) fn century(&self, from: usize, to: usize, n: u8) -> Atom {
        let n = i16::from(n);
        // 3. Jahrhundert v. Chr., third century BC
        let behind = if self.sym(to + 1, '.') { to + 2 } else { to };
        if is!(self, behind, Sense::Era) && (self.is_word(to, "v") || self.is_word(to, "bc") || self.is_word(to, "bce"))
        {
            let dot = usize::from(self.sym(behind + 1, '.') && self.glued(behind + 1) && self.is_word(to, "v"));
            let mut atom = Atom::new(from, behind + 1 + dot, PartialDate::y(1 - n * 100));
            atom.hi = PartialDate::y(-(n - 1) * 100);
            atom.core.1 = to;
            return atom;
        }
        let mut atom = Atom::new(from, to, PartialDate::y((n - 1) * 100 + 1));
        atom.hi = PartialDate::y(n * 100);
        atom
    }

    pub(super) fn decade(&self, from: usize, to: usize, n: i16) -> Option<Atom> {
        if n % 10 != 0 {
            return None;
        }
        // Nullerjahre and Zehnerjahre are listed as 100 and 110.
        let first = if n <= 110 { 1900 + n } else { n };
        if !(1000..2100).contains(&first) {
            return None;
        }
        let mut atom = Atom::new(from, to, PartialDate::y(first));
        // the 1700s are a century, the 1710s a decade; of the 1900s nobody knows
        atom.hi = PartialDate::y(first + if first % 100 == 0 && first < 1900 { 99 } else { 9 });
        Some(atom)
    }

    /// Half-years and quarters: the ordinal from token `i`, the noun at token `at`.
    pub(super) fn part_of_year(&self, i: usize, at: usize, n: u8) -> Option<Atom> {
        let (lo, hi) = if is!(self, at, Sense::HalfYear) && (self.pack.noun_capitals || self.is_word(at + 1, "of")) {
            if n > 2 {
                return None;
            }
            ((n - 1) * 6 + 1, n * 6)
        } else if is!(self, at, Sense::Time(TimeUnit::Quarter)) && (self.pack.noun_capitals == self.capital(at)) {
            if n > 4 {
                return None;
            }
            ((n - 1) * 3 + 1, n * 3)
        } else {
            return None;
        };
        let half = is!(self, at, Sense::HalfYear);
        let mut to = at + 1;
        let mut k = to;
        if self.is_word(k, "of") || self.is_word(k, "des") || self.is_word(k, "von") || self.is_word(k, "in") {
            k += 1;
        }
        if is!(self, k, Sense::The) && !is!(self, k, Sense::Relative(_)) || self.is_word(k, "jahres") {
            k += 1;
        }
        if is!(self, k, Sense::YearName) {
            k += 1;
        }
        let mut year = self.year(k);
        if year.is_some() {
            to = k + 1;
        } else if let (Some(shift), true) =
            (say!(self, k, Sense::Relative(n) => i16::from(n)), is!(self, k + 1, Sense::Time(TimeUnit::Year)))
        {
            year = self.reference.and_then(|r| r.year).map(|y| y + shift);
            to = k + 2;
        } else if self.is_word(k, "year") {
            to = k + 1;
        } else if half && !self.pack.noun_capitals {
            // the first half of the match
            return None;
        }
        let date = |m| PartialDate { year, month: Some(m), day: None };
        let mut atom = Atom::new(i, to, date(lo));
        atom.hi = date(hi);
        atom.open = year.is_none();
        Some(atom)
    }

    /// Since the, vor dem, für den: a preposition and the article at token `i`, before a season or the weekend.
    pub(super) fn led_by_article(&self, i: usize) -> bool {
        ["the", "dem", "den", "das"].iter().any(|w| self.is_word(i, w))
            && self.is_prev(i, |r, p| r.plays(p, Role::SeasonLead))
    }

    pub(super) fn season(&self, i: usize) -> Option<Atom> {
        let n = say!(self, i, Sense::Season(n) => n)?;
        if self.pack.noun_capitals != self.capital(i) && self.pack.noun_capitals {
            return None;
        }
        let mut to = i + 1;
        let mut k = to;
        if self.is_word(k, "of") || self.is_word(k, "des") {
            k += 1;
        }
        if self.is_word(k, "jahres") {
            k += 1;
        }
        if let Some(year) = self.year(k) {
            to = k + 1;
            let mut atom = Atom::new(i, to, PartialDate::y(year));
            atom.about = true;
            atom.core = (i, to);
            return Some(atom);
        }
        if let Some(TokKind::Years(a, b)) = self.kind(k) {
            let mut atom = Atom::new(i, k + 1, PartialDate::y(a));
            atom.hi = PartialDate::y(b);
            atom.about = true;
            return Some(atom);
        }
        let reference = self.reference.and_then(|r| r.year);
        let mut shift = None;
        let mut from = i;
        if let Some(p) = self.prev(i)
            && let Some(s) = say!(self, p, Sense::Relative(n) => n)
        {
            shift = Some(s);
            from = p;
        }
        if let Some((end, s)) = self.relative_year_behind(to) {
            let year = reference.map(|y| y + s);
            let mut atom = match year {
                Some(y) => Atom::new(from, end, PartialDate::y(y)),
                None => Atom::unknown(from, end),
            };
            atom.about = true;
            return Some(atom);
        }
        let led = shift.is_some()
            || self.is_prev(i, |r, p| {
                is!(r, p, Sense::SincePrep)
                    || r.plays(p, Role::SeasonPrep)
                    || is!(r, p, Sense::Part3(_))
                    || r.led_by_article(p)
                    || r.is_word(p, "the")
                        && r.is_prev(p, |r, q| {
                            r.is_word(q, "of") && r.is_prev(q, |r, q| is!(r, q, Sense::Part3(_) | Sense::Part3Of(_)))
                        })
            });
        if !led
            || self.is_word(i, "fall") && shift.is_none()
            || self.is_word(i, "spring") && shift.is_none() && !self.is_prev(i, |r, p| r.is_word(p, "the"))
        {
            return None;
        }
        // In winter the road is shut: every winter
        if !self.pack.noun_capitals
            && shift.is_none()
            && self.is_prev(i, |r, p| is!(r, p, Sense::InOf))
            && !matches!(self.way(from, to), Way::Back | Way::Ahead)
        {
            return None;
        }
        let Some(reference) = self.reference else {
            let mut atom = Atom::unknown(from, to);
            atom.about = true;
            return Some(atom);
        };
        let ry = reference.year?;
        // A winter is that of the year it begins in.
        let middle = [4u8, 7, 10, 12][usize::from(n).min(3)];
        let way = match shift {
            Some(-1) => Way::Back,
            Some(1) => Way::Ahead,
            _ => self.way(from, to),
        };
        let year = match (way, reference.month) {
            (_, None) => ry,
            _ if shift == Some(0) => ry,
            // Last autumn, said in October, is not the one under way.
            _ if shift == Some(-1) && n == 3 => ry - 1,
            (_, Some(m)) if shift == Some(-1) => ry - i16::from(middle + 1 >= m),
            // Next spring, said in February, is not the one about to begin.
            (Way::Ahead, Some(m)) if shift == Some(1) && !self.pack.noun_capitals && n != 3 => {
                ry + i16::from(middle < m || middle <= m + 2)
            }
            (Way::Ahead, Some(m)) => ry + i16::from(middle < m),
            // In the present tense the nearer one: das Gericht entscheidet im Herbst.
            (Way::Near, Some(m)) => {
                let off = i16::from(middle) - i16::from(m);
                ry + i16::from(off < -6) - i16::from(off > 7)
            }
            (_, Some(m)) => ry - i16::from(middle > m + u8::from(shift.is_none())),
        };
        let mut atom = Atom::new(from, to, PartialDate::y(year));
        atom.about = true;
        Some(atom)
    }

    /// First half of the 19th century, zweite Hälfte der 1990er Jahre: half of the years that the inner date spans.
    pub(super) fn half_of_years(&self, i: usize, half: u8) -> Option<Atom> {
        let mut at = i + 2;
        if is!(self, at, Sense::Of) || is!(self, at, Sense::The) {
            at += 1;
        }
        if is!(self, at, Sense::The) {
            at += 1;
        }
        let inner = self.date_atom(at)?;
        let (lo, hi) = (inner.lo.year?, inner.hi.year?);
        if inner.from != at || inner.lo.month.is_some() || hi <= lo {
            return None;
        }
        let middle = lo + (hi - lo + 1) / 2;
        let (lo, hi) = if half == 1 { (lo, middle - 1) } else { (middle, hi) };
        let mut atom = Atom::new(i, inner.to, PartialDate::y(lo));
        atom.hi = PartialDate::y(hi);
        atom.core = (i, inner.core.1);
        Some(atom)
    }

    /// Anfang Oktober, mid-July, early 2024, Ende des Jahres, the end of the week
    pub(super) fn part_of_date(&self, i: usize) -> Option<Atom> {
        let plain = say!(self, i, Sense::Part3(n) => n);
        let of = say!(self, i, Sense::Part3Of(n) => n);
        plain.or(of)?;
        // den frühen Sechzigern, im späten 19. Jahrhundert: an adjective, before what spans years
        let adjective = self.pack.noun_capitals && plain.is_some() && !self.capital(i);
        if adjective && is!(self, i, Sense::DayPart) {
            return None;
        }
        let mut at = i + 1;
        // am späten Freitagabend
        if adjective && is!(self, at, Sense::Weekday(_)) {
            let day = self.by_weekday(at)?;
            return (day.from == at).then_some(Atom { from: i, core: (i, day.core.1), ..day });
        }
        if self.dash(at) && self.glued(at) {
            at += 1;
        }
        // by mid-decade
        if !self.pack.noun_capitals
            && plain == Some(1)
            && at > i + 1
            && let Some(unit) =
                say!(self, at, Sense::Time(u @ (TimeUnit::Decade | TimeUnit::Year | TimeUnit::Month)) => u)
            && !(self.dash(at + 1) && self.glued(at + 1))
            && self.noun(at + 1).is_none()
        {
            let mut atom = self.period(i, at + 1, unit, 0)?;
            if let (TimeUnit::Decade, Some(first)) = (unit, atom.lo.year) {
                atom.lo = PartialDate::y(first + 5);
                atom.hi = atom.lo;
            }
            atom.about = true;
            return Some(atom);
        }
        let connected = if self.pack.noun_capitals {
            ["des", "der"].iter().any(|w| self.is_word(at, w))
        } else {
            self.is_word(at, "of")
        };
        if connected {
            at += 1;
            if is!(self, at, Sense::The) && !self.pack.noun_capitals && !is!(self, at, Sense::Relative(_)) {
                at += 1;
            }
        } else if plain.is_none() {
            return None;
        }
        if self.is_word(at, "jahres") && self.year(at + 1).is_some() {
            at += 1;
        }
        let inner = self.date_atom(at);
        let mut atom = match inner {
            Some(inner) if inner.from == at || inner.core.0 == at => {
                if adjective && (inner.lo.month.is_some() || inner.unknown || inner.lo == inner.hi && !inner.about) {
                    return None;
                }
                if inner.lo.day.is_some()
                    && !inner.unknown
                    && inner.lo == inner.hi
                    && !is!(self, at, Sense::Relative(_))
                {
                    return None;
                }
                // late 28, early 2000 soldiers
                if inner.bare_year && !self.year_stands(&inner) {
                    return None;
                }
                inner
            }
            _ => {
                // end of the year, Ende des Monats, Anfang der Woche
                let unit = say!(self, at, Sense::Time(u) => u)?;
                if adjective
                    || !connected
                    || self.pack.noun_capitals != self.capital(at)
                    || self.noun_behind_time(at + 1)
                {
                    return None;
                }
                self.period(i, at + 1, unit, 0)?
            }
        };
        atom.from = i;
        atom.about = true;
        atom.bare_month = false;
        atom.bare_year = false;
        Some(atom)
    }

    pub(super) fn noun_behind_time(&self, i: usize) -> bool {
        // end of the year of the dragon, Ende des Jahrhunderts der …
        self.is_word(i, "of")
    }

    /// The period of that unit which lies `shift` units from the reference.
    pub(super) fn period(&self, from: usize, to: usize, unit: TimeUnit, shift: i8) -> Option<Atom> {
        let reference = self.reference;
        let Some(year) = reference.and_then(|r| r.year) else {
            return matches!(
                unit,
                TimeUnit::Year
                    | TimeUnit::Month
                    | TimeUnit::Week
                    | TimeUnit::Quarter
                    | TimeUnit::Decade
                    | TimeUnit::Century
            )
            .then(|| Atom::unknown(from, to));
        };
        let shift16 = i16::from(shift);
        Some(match unit {
            TimeUnit::Year => Atom::new(from, to, PartialDate::y(year + shift16)),
            TimeUnit::Month => match reference.and_then(|r| r.month) {
                Some(m) => {
                    let months = i32::from(year) * 12 + i32::from(m) - 1 + i32::from(shift);
                    Atom::new(
                        from,
                        to,
                        PartialDate::ym((months.div_euclid(12)) as i16, (months.rem_euclid(12) + 1) as u8),
                    )
                }
                None => Atom::unknown(from, to),
            },
            TimeUnit::Week => match reference.and_then(day) {
                Some(d) => {
                    let monday = d
                        .checked_sub(i64::from(d.weekday().to_monday_zero_offset()).days())
                        .ok()?
                        .checked_add((7 * i64::from(shift)).days())
                        .ok()?;
                    let mut atom = Atom::new(from, to, partial(monday));
                    atom.hi = partial(monday.checked_add(6.days()).ok()?);
                    atom.week = true;
                    atom
                }
                None => Atom::unknown(from, to),
            },
            TimeUnit::Quarter => match reference.and_then(|r| r.month) {
                Some(m) => {
                    let quarter = i32::from(year) * 4 + (i32::from(m) - 1) / 3 + i32::from(shift);
                    let (y, q) = (quarter.div_euclid(4) as i16, quarter.rem_euclid(4) as u8);
                    let mut atom = Atom::new(from, to, PartialDate::ym(y, q * 3 + 1));
                    atom.hi = PartialDate::ym(y, q * 3 + 3);
                    atom
                }
                None => Atom::unknown(from, to),
            },
            TimeUnit::Decade => {
                let first = year / 10 * 10 + shift16 * 10;
                let mut atom = Atom::new(from, to, PartialDate::y(first));
                atom.hi = PartialDate::y(first + 9);
                atom
            }
            TimeUnit::Century => {
                let first = (year - 1) / 100 * 100 + 1 + shift16 * 100;
                let mut atom = Atom::new(from, to, PartialDate::y(first));
                atom.hi = PartialDate::y(first + 99);
                atom
            }
            TimeUnit::Day | TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second => return None,
        })
    }
}
