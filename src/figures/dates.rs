//! Dates and periods of the calendar: which one is meant, at the precision the text gives it?
//!
//! A date without its year, or said from where the writer stands (last Monday, im Dezember), is resolved from the date
//! of the document: what is said without a hint lies behind it, what a future form or `bis` points at lies ahead.

use jiff::ToSpan;
use jiff::civil;

use super::lex::TokKind;
use super::parse::{Reader, is, say};
use super::{Bound, DateRange, Kind, PartialDate, Value};
use crate::lang::numbers::{Role, Sense, TimeUnit};

mod digits;
mod periods;
mod relative;
mod stands;
mod when;
mod words;

/// A date phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    from: usize,
    to: usize,
    core: (usize, usize),
    lo: PartialDate,
    hi: PartialDate,
    /// Anfang, early, a season: less exact than it looks.
    about: bool,
    /// The year is not said and has to be found.
    open: bool,
    /// Said from where the writer stands, without a date to stand on.
    unknown: bool,
    /// A bare number that is a year only in the right company.
    bare_year: bool,
    /// A month alone.
    bare_month: bool,
    /// A week of the calendar.
    week: bool,
}

impl Atom {
    fn new(from: usize, to: usize, date: PartialDate) -> Atom {
        Atom {
            from,
            to,
            core: (from, to),
            lo: date,
            hi: date,
            about: false,
            open: date.year.is_none(),
            unknown: false,
            bare_year: false,
            bare_month: false,
            week: false,
        }
    }

    fn unknown(from: usize, to: usize) -> Atom {
        let nothing = PartialDate { year: None, month: None, day: None };
        Atom { unknown: true, open: false, ..Atom::new(from, to, nothing) }
    }
}

fn day(date: PartialDate) -> Option<civil::Date> {
    civil::Date::new(date.year?, i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?).ok()
}

fn partial(date: civil::Date) -> PartialDate {
    PartialDate::ymd(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// Whether a period would end before it begins.
fn falls(lo: PartialDate, hi: PartialDate) -> bool {
    let key = |d: PartialDate, none: u8| (d.year, d.month.unwrap_or(none), d.day.unwrap_or(none));
    lo.year.is_some() && hi.year.is_some() && key(lo, 1) > key(hi, 99)
}

/// A day of a month that exists in some year.
fn month_day(month: u8, d: u8) -> Option<PartialDate> {
    civil::Date::new(2024, i8::try_from(month).ok()?, i8::try_from(d).ok()?).ok()?;
    Some(PartialDate { year: None, month: Some(month), day: Some(d) })
}

/// How far a story of the past has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Story(PartialDate);

impl Story {
    /// The date with the year the story has reached; one that lies much earlier in the year is in the next.
    fn next(self, date: PartialDate) -> PartialDate {
        let Some(year) = self.0.year else { return date };
        let wraps = matches!((self.0.month, date.month), (Some(a), Some(b)) if a >= b + 6);
        PartialDate { year: Some(year + i16::from(wraps)), ..date }
    }

    /// Whether it goes by more than years.
    fn is_exact(self) -> bool {
        self.0.month.is_some()
    }

    /// The year it has reached.
    fn year(self) -> Option<i16> {
        self.0.year
    }

    /// The day it has reached, if the text is that exact.
    fn day(self) -> Option<civil::Date> {
        day(self.0)
    }
}

impl Reader<'_> {
    /// Reads the date that starts at token `i`, adds its figure and returns the token behind it.
    pub fn date(&mut self, i: usize) -> Option<usize> {
        if let Some(to) = self.second_day(i).or_else(|| self.decade_of_life(i)) {
            return Some(to);
        }
        if let Some(atom) = self.months_to(i) {
            return self.push_date(atom, true);
        }
        let first = self.date_atom(i)?;
        if first.from < self.floor {
            return None;
        }
        // Platz des 4. Juli, Straße des 17. Juni: a name.
        if self.is_prev(first.from, |r, p| {
            is!(r, p, Sense::The) && r.is_prev(p, |r, q| is!(r, q, Sense::Street) && r.capital(q))
        }) {
            self.floor = first.to;
            return Some(first.to);
        }
        // zwischen August und Anfang Oktober, 2018 bis 2020
        let between =
            (1..=2).any(|n| first.from.checked_sub(n).is_some_and(|k| k >= self.floor && is!(self, k, Sense::Between)));
        let mut joint = first.to;
        // von Montag, 17. Juni, bis Freitag, 21. Juni
        if self.sym(joint, ',')
            && is!(self, joint + 1, Sense::To)
            && is!(self, first.from.wrapping_sub(1), Sense::From)
            && first.lo.day.is_some()
        {
            joint += 1;
        }
        let beside = self.beside(&first, joint);
        let joined = if beside.is_some()
            || self.dash(joint)
                && (self.glued(joint) == self.glued(joint + 1))
                && (self.sym(joint, '–') || self.glued(joint))
        {
            joint += 1;
            true
        } else if is!(self, joint, Sense::To) && !self.toks.get(joint).is_some_and(|t| t.after_break) {
            joint += 1;
            while self.plays(joint, Role::RangeFiller) {
                joint += 1;
            }
            true
        } else if between && is!(self, joint, Sense::And) {
            joint += 1;
            if is!(self, joint, Sense::The) {
                joint += 1;
            }
            true
        } else {
            false
        };
        let joint =
            if joined && (self.is_word(joint, "zum") || self.is_word(joint, "dem")) { joint + 1 } else { joint };
        let second = beside.or_else(|| if joined && !first.unknown { self.second_date(&first, joint) } else { None });
        let mut atom = first;
        if let Some(second) = second {
            let mut lo = first;
            if lo.open && lo.lo.year.is_none() && second.lo.year.is_some() && !second.open {
                // The first end takes the second's year, or the year before when it lies later in the year.
                let wraps = match (lo.lo.month, second.hi.month) {
                    (Some(a), Some(b)) => a > b,
                    _ => false,
                };
                lo.lo.year = second.hi.year.map(|y| if wraps { y - 1 } else { y });
                lo.open = false;
            } else if lo.open && second.open {
                let hi = self.dated_by(second.hi, first.from, second.to);
                let wraps = matches!((lo.lo.month, hi.month), (Some(a), Some(b)) if a > b);
                lo.lo.year = hi.year.map(|y| if wraps { y - 1 } else { y });
                atom = Atom {
                    lo: lo.lo,
                    hi,
                    open: false,
                    about: first.about || second.about,
                    to: second.to,
                    core: (first.core.0, second.core.1),
                    ..first
                };
                let from = if first.from > self.floor && is!(self, first.from - 1, Sense::Between) {
                    first.from - 1
                } else {
                    first.from
                };
                atom.from = from;
                return self.push_date(atom, true);
            } else if lo.open {
                lo.lo = self.dated_by(lo.lo, first.from, first.to);
                lo.open = false;
            }
            let hi = if second.open { self.dated_by(second.hi, first.from, second.to) } else { second.hi };
            atom = Atom {
                lo: lo.lo,
                hi,
                open: false,
                about: first.about || second.about,
                to: second.to,
                core: (first.core.0, second.core.1),
                bare_year: false,
                bare_month: false,
                ..first
            };
            if atom.from > self.floor && is!(self, atom.from - 1, Sense::Between) {
                atom.from -= 1;
            }
            // Montag bis Freitag: the second day follows the first.
            if let (Some(lo), Some(hi)) = (day(atom.lo), day(atom.hi))
                && hi < lo
                && is!(self, second.from, Sense::Weekday(_))
            {
                atom.hi = partial(hi.checked_add(7.days()).ok()?);
            }
            if falls(atom.lo, atom.hi) {
                atom = Atom {
                    lo: first.lo,
                    hi: first.hi,
                    to: first.to,
                    core: first.core,
                    from: first.from,
                    open: first.open,
                    about: first.about,
                    ..atom
                };
            }
        } else if !self.stands(&first) {
            return None;
        }
        if atom.open {
            let lo = self.dated_by(atom.lo, atom.from, atom.to);
            // The third quarter, said in October: a verb ahead does not make it that of next year.
            let mut lo = lo;
            if let (Some(now), Some(end), Some(year)) = (self.reference, atom.hi.month, lo.year)
                && atom.hi.month > atom.lo.month
                && atom.lo.day.is_none()
                && now.year.is_some_and(|y| y + 1 == year)
                && now.month.is_some_and(|m| (end..=end.saturating_add(3)).contains(&m))
            {
                lo.year = now.year;
            }
            let shift = lo.year;
            atom.hi.year = shift.or(atom.hi.year);
            if atom.lo == (PartialDate { year: None, ..atom.hi }) {
                atom.hi = lo;
            }
            atom.lo = lo;
            if atom.hi.month < atom.lo.month && atom.hi.year == atom.lo.year {
                atom.hi.year = atom.hi.year.map(|y| y + 1);
            }
        }
        let open = atom.open;
        self.push_date(atom, open)
    }

    /// The date that the word or sign at token `i` joins with the one before it when it is the very next: May and June, 3. und
    /// 4. Mai, Juni/Juli 2020, the 60s and 70s, in der Nacht von Freitag auf Samstag.
    fn beside(&self, first: &Atom, i: usize) -> Option<Atom> {
        if first.unknown || first.week || self.toks.get(i).is_some_and(|t| t.after_break) {
            return None;
        }
        let slash = self.sym(i, '/') && self.glued(i) && self.glued(i + 1);
        let night = self.is_word(i, "auf") && self.is_prev(first.from, |r, p| is!(r, p, Sense::From));
        if !(slash || night || is!(self, i, Sense::And)) || is!(self, i + 1, Sense::Day(_)) {
            return None;
        }
        let second = self.date_atom(i + 1).or_else(|| self.decade_after(first, i + 1))?;
        if second.from != i + 1 || second.unknown || second.week || second.about {
            return None;
        }
        let next = match (first.hi.month, first.hi.day, second.lo.month, second.lo.day) {
            (Some(_), Some(a), Some(_), Some(b)) => match (day(first.hi), day(second.lo)) {
                (Some(a), Some(b)) => a.tomorrow().is_ok_and(|d| d == b),
                _ => first.hi.month == second.lo.month && a + 1 == b,
            },
            (Some(a), None, Some(b), None) => first.lo == first.hi && second.lo == second.hi && a + 1 == b,
            (None, None, None, None) => match (first.lo.year, first.hi.year, second.lo.year, second.hi.year) {
                (Some(a), Some(b), Some(c), Some(d)) => b - a == 9 && d - c == 9 && b + 1 == c,
                _ => false,
            },
            _ => false,
        };
        next.then_some(second)
    }

    /// The decade that begins at token `i`, behind another: 60s and 70s.
    fn decade_after(&self, first: &Atom, i: usize) -> Option<Atom> {
        let (lo, hi) = (first.lo.year?, first.hi.year?);
        if hi - lo != 9 || self.pack.noun_capitals {
            return None;
        }
        if let Some(n) = say!(self, i, Sense::Decade(n) => n) {
            return self.decade(i, i + 1, i16::from(n));
        }
        let n = self.num(i).filter(|n| n.plain && n.whole_digits == 2)?;
        let ends = is!(self, i + 1, Sense::DecadeSuffix) && self.glued(i + 1);
        self.decade(i, i + 2, i16::try_from(n.value).ok().filter(|_| ends)?)
    }

    /// Adds a date; `open` when it took its year from elsewhere.
    fn push_date(&mut self, mut atom: Atom, open: bool) -> Option<usize> {
        let mut bound = if atom.about { Bound::About } else { Bound::Exact };
        // frühestens im, spätestens am, no later than
        let mut k = atom.from;
        for _ in 0..3 {
            if k <= self.floor {
                break;
            }
            if is!(self, k - 1, Sense::LimitEnds(_))
                && let Some((from, b)) = self.limit_before(k)
                && matches!(b, Bound::AtLeast | Bound::AtMost | Bound::About)
                && !self.plays(from, Role::LooseLimit)
            {
                atom.from = from;
                bound = b;
                break;
            }
            if !is!(self, k - 1, Sense::DatePrep) {
                break;
            }
            k -= 1;
        }
        // um 1900
        if bound == Bound::Exact
            && self.pack.noun_capitals
            && atom.from > self.floor
            && atom.lo.month.is_none()
            && self.num(atom.from).is_some()
            && self.is_word(atom.from - 1, "um")
        {
            atom.from -= 1;
            bound = Bound::About;
        }
        // im Geschäftsjahr 2023/24, in fiscal 2023
        if atom.from > self.floor && is!(self, atom.from - 1, Sense::YearName) {
            atom.from -= 1;
        }
        // , 17.05 Uhr; um 3.20 Uhr; at 5 pm
        let clock = self.time_of_day(atom.to);
        // am Montag Abend: the part of the day is said with it, the hour is not what the figure states
        if is!(self, atom.to, Sense::DayPart) && clock.is_some() {
            atom.to += 1;
        }
        let value = if atom.unknown { Value::Unknown } else { Value::Date(DateRange { lo: atom.lo, hi: atom.hi }) };
        let unit = atom.week.then(|| TimeUnit::Week.symbol().to_owned());
        self.tell(&atom, open);
        let to = self.push(atom.from, atom.to, atom.core, Kind::Date, value, unit, bound, None)?;
        // Morgen, Freitag, beginnt …: the weekday says the same day once more.
        if is!(self, to - 1, Sense::Day(_))
            && (self.sym(to, ',') || self.sym(to, '('))
            && is!(self, to + 1, Sense::Weekday(_))
            && self.phrase_ends(to + 2)
        {
            self.floor = to + 2;
        }
        self.floor = self.floor.max(clock.unwrap_or(to));
        Some(self.floor)
    }

    /// A time of day right behind a date.
    fn time_of_day(&self, i: usize) -> Option<usize> {
        let mut at = i;
        if self.sym(at, ',') {
            at += 1;
        }
        if is!(self, at, Sense::DayPart)
            && at == i
            && !self.toks.get(at).is_some_and(|t| t.after_break)
            && (!self.pack.noun_capitals || self.capital(at) || self.is_word(at, "früh"))
        {
            at += 1;
            return Some(self.time_of_day(at).unwrap_or(at));
        }
        for _ in 0..2 {
            if self.plays(at, Role::ClockPrep) {
                at += 1;
            }
        }
        let number = self.num(at).is_some()
            || self.kind(at) == Some(TokKind::Junk) && self.str(at).bytes().next().is_some_and(|b| b.is_ascii_digit())
            || is!(self, at, Sense::Card(_) | Sense::One);
        if !number {
            return None;
        }
        let after = at + 1;
        if is!(self, after, Sense::Clock) {
            return Some(after + 1);
        }
        if (self.is_word(after, "a") || self.is_word(after, "p"))
            && self.sym(after + 1, '.')
            && self.is_word(after + 2, "m")
        {
            return Some(if self.sym(after + 3, '.') && self.glued(after + 3) && !self.begins(after + 4) {
                after + 4
            } else {
                after + 3
            });
        }
        if self.is_word(after, "o") && self.sym(after + 1, '\'') {
            return Some(after + 3);
        }
        None
    }

    /// One date, without looking for a second.
    fn date_atom(&self, i: usize) -> Option<Atom> {
        match self.kind(i)? {
            // Heft 3/2024
            TokKind::Date(date)
                if date.day.is_none()
                    && self.str(i).contains('/')
                    && self.is_prev(i, |r, p| is!(r, p, Sense::Label) && !is!(r, p, Sense::DatePrep)) =>
            {
                None
            }
            TokKind::Date(date) => Some(self.with_year(Atom::new(i, i + 1, date))),
            TokKind::Years(a, b) => {
                let mut atom = Atom::new(i, i + 1, PartialDate::y(a));
                atom.hi = PartialDate::y(b);
                (!(self.unit(i + 1, false).is_some()
                    || self.is_prev(i, |r, p| is!(r, p, Sense::Label) && r.capital(p) || r.glued(i) && r.dash(p))))
                .then_some(atom)
            }
            TokKind::Num(_) => self.date_by_number(i),
            TokKind::Word => self.date_by_word(i),
            TokKind::Compound(..) => None,
            TokKind::Sym('\'') => {
                // the '90s
                let n = self.num(i + 1).filter(|n| n.plain && n.whole_digits == 2)?;
                if !self.glued(i + 1)
                    || !is!(self, i + 2, Sense::DecadeSuffix)
                    || !self.glued(i + 2)
                    || self.pack.noun_capitals
                    || self.glued(i)
                {
                    return None;
                }
                let decade = i16::try_from(n.value).ok()?;
                Some(Atom { from: i, ..self.decade(i + 1, i + 3, decade)? })
            }
            TokKind::Sym(_) | TokKind::Junk => None,
        }
    }

    /// A year behind a date in digits: 28.10. 2024
    fn with_year(&self, mut atom: Atom) -> Atom {
        if atom.lo.year.is_none()
            && atom.lo.day.is_some()
            && let Some(year) = self.year(atom.to)
        {
            atom.lo.year = Some(year);
            atom.hi = atom.lo;
            atom.open = false;
            atom.to += 1;
            atom.core.1 = atom.to;
        }
        atom
    }

    /// A number of four digits that can be a year.
    fn year(&self, i: usize) -> Option<i16> {
        let num = self.num(i).filter(|n| n.plain && n.whole_digits == 4 && !n.leading_zero)?;
        let year = i16::try_from(num.value).ok()?;
        if self.glued(i + 1) && matches!(self.kind(i + 1), Some(TokKind::Word | TokKind::Compound(..))) {
            return None;
        }
        // 1215 GMT
        if is!(self, i + 1, Sense::Clock) {
            return None;
        }
        if self.toks.get(i).is_some_and(|t| t.after_break) {
            return None;
        }
        ((900..2200).contains(&year)).then_some(year)
    }

    fn small(&self, i: usize, most: u8) -> Option<u8> {
        let num = self.num(i).filter(|n| n.plain && n.whole_digits <= 2)?;
        u8::try_from(num.value).ok().filter(|n| (1..=most).contains(n))
    }

    /// The month at token `i`, and the token behind it.
    fn month(&self, i: usize) -> Option<(usize, u8)> {
        if !self.capital(i) {
            return None;
        }
        if let Some(m) = say!(self, i, Sense::Month(m) => m) {
            return Some((i + 1, m));
        }
        let m = say!(self, i, Sense::MonthAbbr(m) => m)?;
        let dot = self.sym(i + 1, '.') && self.glued(i + 1);
        Some((if dot { i + 2 } else { i + 1 }, m))
    }

    /// `, 2024` or `2024` or `this year` behind a day and month.
    fn year_behind(&self, at: usize) -> Option<(usize, i16)> {
        let comma = self.sym(at, ',') && !self.pack.noun_capitals;
        let at = if comma { at + 1 } else { at };
        if self.sym(at, '\'') && self.glued(at + 1) {
            let n = self.num(at + 1).filter(|n| n.plain && n.whole_digits == 2)?;
            let y = i16::try_from(n.value).ok()?;
            return Some((at + 2, if y < 70 { 2000 + y } else { 1900 + y }));
        }
        if self.is_word(at, "of") && self.year(at + 1).is_some() {
            return Some((at + 2, self.year(at + 1)?));
        }
        let year = self.year(at)?;
        // October 28, 2000 people
        if comma && self.noun(at + 1).is_some() && year % 50 == 0 {
            return None;
        }
        if (self.unit(at + 1, false).is_some()) || is!(self, at + 1, Sense::Scale(_) | Sense::Scales(_)) {
            return None;
        }
        Some((at + 1, year))
    }

    fn dated(&self, from: usize, to: usize, month: u8, day: Option<u8>) -> Option<Atom> {
        let date = match day {
            Some(d) => month_day(month, d)?,
            None => PartialDate { year: None, month: Some(month), day: None },
        };
        let mut atom = Atom::new(from, to, date);
        if let Some((to, year)) = self.year_behind(to) {
            // 29 February of a year without one is a slip; the month stands.
            atom.lo.year = Some(year);
            if atom.lo.day.is_some() && self::day(atom.lo).is_none() {
                atom.lo.day = None;
            }
            atom.hi = atom.lo;
            atom.open = false;
            atom.to = to;
            atom.core.1 = to;
        } else if let Some((to, shift)) = self.relative_year_behind(to) {
            atom.to = to;
            match self.reference.and_then(|r| r.year) {
                Some(y) => {
                    atom.lo.year = Some(y + shift);
                    atom.hi = atom.lo;
                    atom.open = false;
                }
                None => atom.open = true,
            }
        }
        Some(atom)
    }

    /// `dieses Jahres`, `of last year`, `this year`.
    fn relative_year_behind(&self, at: usize) -> Option<(usize, i16)> {
        let mut k = at;
        if self.is_word(k, "of") || self.is_word(k, "des") {
            k += 1;
        }
        let shift = say!(self, k, Sense::Relative(n) => i16::from(n))?;
        is!(self, k + 1, Sense::Time(TimeUnit::Year)).then_some((k + 2, shift))
    }

    /// The second end of a period.
    fn second_date(&self, first: &Atom, at: usize) -> Option<Atom> {
        let atom = self.date_atom(at)?;
        if atom.unknown || atom.from != at {
            return None;
        }
        if atom.bare_year {
            // von 2018 bis 2020; 2018 bis 2400 Euro is no period
            if !(self.year_stands(&atom) || first.lo.day.is_none() && first.lo.month.is_none())
                || self.unit(atom.to, false).is_some()
                || self.noun(atom.to).is_some() && first.bare_year && atom.lo.year.is_some_and(|y| y % 50 == 0)
            {
                return None;
            }
            if first.lo.year.is_some() && first.lo.year >= atom.lo.year {
                return None;
            }
        }
        // Both ends are of one sort: a year does not end in a month.
        let sort = |d: &PartialDate| (d.month.is_some(), d.day.is_some());
        let (a, b) = (sort(&first.lo), sort(&atom.hi));
        if a.0 != b.0 && !(a.0 && first.lo.year.is_some()) && !b.0 {
            return None;
        }
        // `flogen 2024 bis zum 9. November`: a year, and until when in it.
        if !a.0 && b.0 && first.lo.year.is_some() && atom.hi.year.is_none() {
            return None;
        }
        Some(atom)
    }
}
