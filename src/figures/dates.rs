//! Dates and periods of the calendar: which one is meant, at the precision the text gives it?
//!
//! A date without its year, or said from where the writer stands (last Monday, im Dezember), is resolved from the date
//! of the document: what is said without a hint lies behind it, what a future form or `bis` points at lies ahead.

use jiff::ToSpan;
use jiff::civil;

use super::lex::{TokKind, fold};
use super::parse::{Reader, is, say};
use super::{Bound, DateRange, Kind, PartialDate, Value};
use crate::lang::numbers::{Holiday, Role, Sense, TimeUnit};

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

/// Which way a date without its year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Ahead,
    /// Only a preposition points: the nearer one.
    Near,
    Unsaid,
}

/// The tense of a verb, as far as one word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
}

fn day(date: PartialDate) -> Option<civil::Date> {
    civil::Date::new(date.year?, i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?).ok()
}

/// Easter Sunday, by the rule of Gauss as Lichtenberg put it.
fn easter(year: i16) -> Option<civil::Date> {
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
        let joined = if self.dash(joint)
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
        let second = if joined && !first.unknown { self.second_date(&first, joint) } else { None };
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
                let way = self.way(first.from, second.to);
                let hi = self.resolve(second.hi, way);
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
                lo.lo = self.resolve(lo.lo, self.way(first.from, first.to));
                lo.open = false;
            }
            let hi = if second.open { self.resolve(second.hi, self.way(first.from, second.to)) } else { second.hi };
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
            let way = self.way(atom.from, atom.to);
            let lo = self.resolve(atom.lo, way);
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

    /// In the three months to December: the months that end with that one.
    fn months_to(&self, i: usize) -> Option<Atom> {
        let year = is!(self, i, Sense::Time(TimeUnit::Year));
        let months = self.small(i, 24).or_else(|| say!(self, i, Sense::Card(n) => n)).filter(|n| *n > 1);
        let months = if year { 12 } else { months? };
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
        let hi = if last.open { self.resolve(last.lo, self.way(i, last.to)) } else { last.lo };
        let end = i32::from(hi.year?) * 12 + i32::from(hi.month?) - 1;
        let begin = end - i32::from(months) + 1;
        let lo = PartialDate::ym(i16::try_from(begin.div_euclid(12)).ok()?, (begin.rem_euclid(12) + 1) as u8);
        let hi = PartialDate { day: None, ..hi };
        Some(Atom { from: i, core: (i, last.core.1), lo, hi, open: false, bare_month: false, ..last })
    }

    /// October 28 and 29: the second day takes its month from the date before it.
    fn second_day(&mut self, i: usize) -> Option<usize> {
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

    /// In his mid-twenties, in her 40s: how old somebody is, in decades.
    fn decade_of_life(&mut self, i: usize) -> Option<usize> {
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

    /// Whether a bare year or month stands where one is meant.
    fn stands(&self, atom: &Atom) -> bool {
        if atom.bare_year {
            return self.year_stands(atom);
        }
        if atom.bare_month {
            return self.month_stands(atom);
        }
        true
    }

    fn year_stands(&self, atom: &Atom) -> bool {
        let Some(year) = atom.lo.year else { return false };
        let i = atom.core.0;
        if self.bracketed(i) || self.titled(i, i + 1) && atom.lo == atom.hi {
            return false;
        }
        // 1600 Pennsylvania Avenue
        if !self.pack.noun_capitals
            && self.capital(atom.to)
            && (atom.to..atom.to + 3).any(|k| is!(self, k, Sense::Street) && self.capital(k))
        {
            return false;
        }
        if self.law_report(i) {
            return false;
        }
        // asteroid 2024 YR4
        if self.coded(atom.to) && !self.is_prev(i, |r, p| is!(r, p, Sense::DatePrep)) {
            return false;
        }
        // TSV 1860
        if self.is_prev(i, |r, p| {
            let text = r.str(p);
            (2..=5).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_uppercase())
                && !is!(r, p, Sense::DatePrep | Sense::Label | Sense::Era)
                && (1800..1920).contains(&year)
        }) {
            return false;
        }
        // AB 1234 is a number plate, no preposition.
        let shouted = |r: &Self, p: usize| r.str(p).len() > 1 && r.str(p).bytes().all(|b| b.is_ascii_uppercase());
        let prep = self.is_prev(i, |r, p| {
            is!(r, p, Sense::DatePrep | Sense::Month(_) | Sense::Between) && !shouted(r, p) || r.sym(p, '(')
        });
        let to = atom.to;
        if self.unit(to, false).is_some()
            || self.sym(to, '%')
            || is!(self, to, Sense::Scale(_) | Sense::Scales(_) | Sense::Abbr(_) | Sense::Hundred)
        {
            return false;
        }
        if self.limit_before(i).is_some_and(|(f, _)| !self.plays(f, Role::YearLimit) || self.is_word(f, "some"))
            && self.noun(to).is_some()
        {
            return false;
        }
        if self.is_prev(i, |r, p| is!(r, p, Sense::LimitEnds(_)) && r.plays(p, Role::NumberLimit)) {
            return false;
        }
        if self.money_before(i).is_some() {
            return false;
        }
        let typical = (1500..=2100).contains(&year);
        if !(typical || prep && (900..2200).contains(&year)) {
            return false;
        }
        if let Some((_, noun)) = self.noun(to) {
            // 2000 Menschen, 1900 Beschäftigte; but `2019 Präsident`, `2023 rund`.
            let round = year % 50 == 0;
            let plural = {
                let mut buffer = [0; 64];
                let text = self.text.get(noun.span.range()).unwrap_or("");
                super::lex::fold(text, &mut buffer)
                    .is_some_and(|w| self.index.noun(w).is_some_and(|h| h.to_lowercase().as_bytes() != w))
            };
            if round && (plural || !self.pack.noun_capitals)
                || plural && !(1900..=2060).contains(&year)
                || plural && !prep && !self.begins(i) && year % 10 == 0
            {
                return false;
            }
            if !self.pack.noun_capitals && !(1900..=2060).contains(&year) {
                return false;
            }
        }
        // Windows 2000, Artikel 2010, Nr. 2023; Agenda 2030.
        if let Some(p) = self.prev(i) {
            if is!(self, p, Sense::Label)
                && (self.capital(p) || !self.pack.noun_capitals)
                && !is!(self, p, Sense::DatePrep)
            {
                return false;
            }
            if self.sym(p, '.') && p > 0 && is!(self, p - 1, Sense::Label) && self.str(p - 1).len() <= 5 {
                return false;
            }
            if matches!(self.kind(p), Some(TokKind::Sym('§' | '+' | '=' | '№')))
                || self.glued(i)
                    && matches!(self.kind(p), Some(TokKind::Sym('-' | '/' | '.' | ':')))
                    && !self.is_prev(p, |r, q| is!(r, q, Sense::Part3(_)))
            {
                return false;
            }
            // after 2.863 in 2022, said without the preposition: the first is no year
            let amount = self.num(p).is_some_and(|n| !n.plain || n.whole_digits == 3) && (1990..2060).contains(&year);
            if self.num(p).is_some() && !amount || matches!(self.kind(p), Some(TokKind::Junk)) {
                return false;
            }
        }
        if self.num(to).is_some_and(|n| n.leading_zero || self.glued(to)) {
            return false;
        }
        // A hyphen right behind makes a name of it (2000-Watt-Gesellschaft), except before another word of time.
        if self.dash(to) && self.glued(to) && self.sym(to, '-') {
            return false;
        }
        if self.glued(to) && matches!(self.kind(to), Some(TokKind::Word | TokKind::Num(_) | TokKind::Compound(..))) {
            return false;
        }
        true
    }

    fn month_stands(&self, atom: &Atom) -> bool {
        let i = atom.core.0;
        let led = self.is_prev(i, |r, p| {
            is!(
                r,
                p,
                Sense::DatePrep
                    | Sense::SincePrep
                    | Sense::UntilPrep
                    | Sense::Relative(_)
                    | Sense::Part3(_)
                    | Sense::Between
                    | Sense::To
                    | Sense::And
                    | Sense::Or
                    | Sense::The
            ) || r.sym(p, '/')
                || r.sym(p, '(')
        });
        let name = self.word(atom.to)
            && self.capital(atom.to)
            && !self.toks.get(atom.to).is_some_and(|t| t.after_break)
            && !self.begins(atom.to);
        let modal = !self.pack.noun_capitals
            && (self.is_word(i, "may") || self.is_word(i, "march") || self.is_word(i, "august"));
        if modal {
            return led && !(self.is_prev(i, |r, p| is!(r, p, Sense::And | Sense::Or | Sense::The)))
                || self.sym(atom.to, '\'')
                    && self.glued(atom.to)
                    && self.is_word(atom.to + 1, "s")
                    && !self.is_word(i, "may");
        }
        if self.is_word(i, "mai") && name || self.is_word(i, "august") && name && !led {
            return led && !name;
        }
        // April O'Neil, June Smith: a name follows a name.
        if !self.pack.noun_capitals && name && !led {
            return false;
        }
        if self.pack.noun_capitals && name && !led && self.is_word(i, "august") {
            return false;
        }
        true
    }

    /// One date, without looking for a second.
    fn date_atom(&self, i: usize) -> Option<Atom> {
        match self.kind(i)? {
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

    /// In der 7. Kalenderwoche, KW 12: the number at token `n`, the whole from token `from` to before `to`.
    fn week_of_year(&self, from: usize, n: usize, to: usize) -> Option<Atom> {
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
    fn bare_day(&self, i: usize, to: usize, d: u8) -> Option<Atom> {
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

    /// Heiligabend, New Year's Eve 2024.
    fn holiday(&self, i: usize) -> Option<Atom> {
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

    fn date_by_number(&self, i: usize) -> Option<Atom> {
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
                        && !self.capital(to)
                        && !self.dash(to)
                        && self.noun(to).is_none()
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
    fn after_decade(&self, i: usize) -> bool {
        i == self.floor
            && self.out.last().is_some_and(|f| {
                matches!(f.value, Value::Date(r) if matches!((r.lo.year, r.hi.year), (Some(a), Some(b)) if b - a == 9))
            })
    }

    /// The first of two days that share a month: the day at token `i`, the joint at token `at`.
    fn day_before_day(&self, i: usize, at: usize, d: u8) -> Option<Atom> {
        let mut k = at;
        if self.dash(k) || self.sym(k, '/') || is!(self, k, Sense::And | Sense::To | Sense::Or) || self.sym(k, ',') {
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
        {
            // One period.
            atom.hi = next.hi;
            if atom.hi.year.is_none() {
                atom.hi.year = atom.lo.year;
            }
            atom.to = next.to;
            atom.core.1 = next.core.1;
        }
        Some(atom)
    }

    fn century(&self, from: usize, to: usize, n: u8) -> Atom {
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

    fn decade(&self, from: usize, to: usize, n: i16) -> Option<Atom> {
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
    fn part_of_year(&self, i: usize, at: usize, n: u8) -> Option<Atom> {
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

    fn season(&self, i: usize) -> Option<Atom> {
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
                    || r.is_word(p, "the") && r.is_prev(p, |r, q| r.plays(q, Role::SeasonLead))
                    || r.is_word(p, "dem") && r.is_prev(p, |r, q| is!(r, q, Sense::SincePrep))
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
        let middle = [4u8, 7, 10, 1][usize::from(n).min(3)];
        let way = match shift {
            Some(-1) => Way::Back,
            Some(1) => Way::Ahead,
            _ => self.way(from, to),
        };
        let year = match (way, reference.month) {
            (_, None) => ry,
            _ if shift == Some(0) => ry,
            // A winter is that of the year it begins in.
            _ if shift == Some(-1) && n == 3 => ry - 1,
            // Next spring, said in February, is not the one about to begin.
            (Way::Ahead, Some(m)) if shift == Some(1) && !self.pack.noun_capitals => {
                ry + i16::from(middle < m || middle <= m + 2)
            }
            (Way::Ahead, Some(m)) => ry + i16::from(middle < m),
            (_, Some(m)) => ry - i16::from(middle > m + u8::from(shift.is_none())),
        };
        let mut atom = Atom::new(from, to, PartialDate::y(year));
        atom.about = true;
        Some(atom)
    }

    fn date_by_word(&self, i: usize) -> Option<Atom> {
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
                if (self.dash(end) && self.glued(end) || through)
                    && let Some(d2) = self.small(end + 1, 31)
                    && d2 > d
                {
                    let mut atom = self.dated(i, end + 2, m, Some(d2))?;
                    atom.lo.day = Some(d);
                    return Some(atom);
                }
                if (self.noun(end).is_none() || self.year(end + 1).is_some()) && !self.clock_at(to) {
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
            && self.is_prev(i, |r, p| r.plays(p, Role::WeekendPrep))
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
            return Some(match self.year_spoken_of() {
                Some(y) => Atom::new(i, i + 1, PartialDate::y(y + i16::from(shift))),
                None => Atom::unknown(i, i + 1),
            });
        }
        if is!(self, i, Sense::YearPart)
            || self.is_word(i, "year") && self.dash(i + 1) && self.is_word(i + 2, "end") && self.glued(i + 2)
        {
            let mut to = if is!(self, i, Sense::YearPart) { i + 1 } else { i + 3 };
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
            let last = self.out.iter().rev().find_map(|f| match f.value {
                Value::Date(range) => Some(range),
                _ => None,
            });
            let back = |d: PartialDate| PartialDate { year: d.year.map(|y| y - 1), ..d };
            let mut atom = match (last, self.reference.and_then(|r| r.year)) {
                (Some(range), _) if range.lo.month.is_some() && range.lo.year.is_some() => {
                    let mut atom = Atom::new(i, i + 1, back(range.lo));
                    atom.hi = back(range.hi);
                    atom
                }
                (_, Some(year)) => Atom::new(i, i + 1, PartialDate::y(year - 1)),
                _ => Atom::unknown(i, i + 1),
            };
            atom.open = false;
            return Some(atom);
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
        self.relative(i)
    }

    /// The year that `the year before` is before: one just stated (in 2023), else that of the day of writing.
    fn year_spoken_of(&self) -> Option<i16> {
        let now = self.reference.and_then(|r| r.year);
        let told = self.story.and_then(Story::year);
        told.or_else(|| self.stated_year.filter(|y| now.is_some_and(|now| (1..=2).contains(&(now - y))))).or(now)
    }

    /// The day that `the next day` follows: the last one the text names.
    fn day_spoken_of(&self) -> Option<civil::Date> {
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
    fn days_from_there(&self, from: usize, to: usize, shift: i8) -> Option<Atom> {
        Some(match self.day_spoken_of() {
            Some(d) => Atom::new(from, to, partial(d.checked_add(i64::from(shift).days()).ok()?)),
            None => Atom::unknown(from, to),
        })
    }

    /// A day so many days from Easter.
    fn feast(&self, i: usize, days: i8) -> Option<Atom> {
        self.feast_at(i, i + 1, days)
    }

    /// The same for one whose name ends before token `end`.
    fn feast_at(&self, i: usize, end: usize, days: i8) -> Option<Atom> {
        let stated = self.year(end);
        let to = end + usize::from(stated.is_some());
        let of = |year: i16| easter(year)?.checked_add(i64::from(days).days()).ok();
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
    fn night(&self, i: usize) -> Option<Atom> {
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

    /// First half of the 19th century, zweite Hälfte der 1990er Jahre: half of the years that the inner date spans.
    fn half_of_years(&self, i: usize, half: u8) -> Option<Atom> {
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

    /// Q3 2024, H1
    fn numbered(&self, i: usize, lo: u8, hi: u8) -> Option<Atom> {
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

    fn clock_at(&self, i: usize) -> bool {
        is!(self, i + 1, Sense::Clock)
            || (self.is_word(i + 1, "a") || self.is_word(i + 1, "p"))
                && self.sym(i + 2, '.')
                && self.is_word(i + 3, "m")
    }

    /// Anfang Oktober, mid-July, early 2024, Ende des Jahres, the end of the week
    fn part_of_date(&self, i: usize) -> Option<Atom> {
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

    fn noun_behind_time(&self, i: usize) -> bool {
        // end of the year of the dragon, Ende des Jahrhunderts der …
        self.is_word(i, "of")
    }

    /// The period of that unit which lies `shift` units from the reference.
    fn period(&self, from: usize, to: usize, unit: TimeUnit, shift: i8) -> Option<Atom> {
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

    /// im vergangenen Jahr, last week, this month, next Monday
    fn relative(&self, i: usize) -> Option<Atom> {
        let shift = say!(self, i, Sense::Relative(n) => n)?;
        let at = i + 1;
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

    fn relative_month(&self, from: usize, to: usize, m: u8, shift: i8) -> Atom {
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
    fn weekday(&self, from: civil::Date, weekday: u8, shift: i8) -> Option<civil::Date> {
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
    fn weekday_date(&self, from: usize, to: usize) -> Option<Atom> {
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
        Some(Atom { from, core: (from, atom.core.1), ..atom })
    }

    /// am Montag, Montagabend, Monday's, on Monday, October 28
    fn by_weekday(&self, i: usize) -> Option<Atom> {
        let n = say!(self, i, Sense::Weekday(n) => n)?;
        if !self.capital(i) {
            return None;
        }
        let to = i + 1;
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
        // On a Friday, `on Friday evening` that is yet to come is today's.
        let evening = is!(self, to, Sense::DayPart) || self.end(i) - self.start(i) > 11;
        let date = match way {
            Way::Ahead | Way::Near if back == 0 && evening => d,
            Way::Ahead | Way::Near => self.weekday(d, n, 1)?,
            _ => d.checked_sub(back.days()).ok()?,
        };
        Some(Atom::new(i, to, partial(date)))
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
        Some(atom)
    }

    /// Which way the clause around tokens `from..to` points.
    fn way(&self, from: usize, to: usize) -> Way {
        // seit and since look back whatever the verb.
        let mut k = from;
        for _ in 0..4 {
            let Some(p) = self.prev(k) else { break };
            // So does a comparison: more than in December.
            if is!(self, p, Sense::SincePrep | Sense::Than) {
                return Way::Back;
            }
            if !is!(self, p, Sense::DatePrep | Sense::Part3(_) | Sense::Part3Of(_) | Sense::The | Sense::Relative(_)) {
                break;
            }
            k = p;
        }
        let until = (from.saturating_sub(3)..from).any(|k| is!(self, k, Sense::UntilPrep));
        let mut now = false;
        for commas in [true, false] {
            let ends = |k: usize| match self.kind(k) {
                Some(TokKind::Sym(',' | '(' | ')' | '–')) => commas,
                Some(TokKind::Sym('!' | '?' | ';' | ':' | '"' | '„' | '“' | '”' | '»' | '«')) => true,
                Some(TokKind::Sym('.')) => {
                    let word = k > 0 && self.word(k - 1) && self.end(k - 1) - self.start(k - 1) > 3;
                    self.capital(k + 1) && self.num(k.wrapping_sub(1)).is_none()
                        || self.num(k + 1).is_some() && word
                        || k + 1 >= self.toks.len()
                }
                None => true,
                _ => self.toks.get(k).is_some_and(|t| t.after_break),
            };
            let mut a = from;
            while a > 0 && !ends(a - 1) && from - a < 40 {
                a -= 1;
            }
            let mut b = to;
            while !ends(b) && b - to < 40 {
                b += 1;
            }
            let (mut ahead, mut gone, mut future) = (false, false, false);
            let (mut nearest_ahead, mut nearest_gone) = (usize::MAX, usize::MAX);
            for k in (a..from).chain(to..b) {
                let Some(tok) = self.toks.get(k) else { break };
                if !matches!(tok.kind, TokKind::Word) || tok.capital && self.pack.noun_capitals && !self.begins(k) {
                    continue;
                }
                future |= is!(self, k, Sense::Future);
                // An English date belongs to the verb before it: the inquiry she ordered in May will be published.
                let behind = if self.pack.noun_capitals { 1 } else { 3 };
                let far = if k < from { from - k } else { (k + 1 - to) * behind };
                if is!(self, k, Sense::Ahead | Sense::Future) {
                    ahead = true;
                    nearest_ahead = nearest_ahead.min(far);
                }
                match self.tense(k) {
                    Some(Tense::Past) => {
                        gone = true;
                        nearest_gone = nearest_gone.min(far);
                    }
                    Some(Tense::Present) => now = true,
                    None => {}
                }
            }
            match (ahead, gone) {
                (true, false) => return Way::Ahead,
                // By Friday, bis Ende September: a deadline that was set lies ahead as soon as it is nearer there.
                (false, true) => return if until { Way::Near } else { Way::Back },
                // He said in January that it would open in May: each date goes with the verb next to it.
                (true, true) if until => return Way::Ahead,
                (true, true) if nearest_gone < nearest_ahead => return Way::Back,
                (true, true) => return if future { Way::Ahead } else { Way::Near },
                (false, false) if now => return Way::Near,
                (false, false) => {}
            }
        }
        // Am Montag entscheiden die Mitglieder: the verb right behind the date that opens the sentence.
        if self.word(to) && !self.capital(to) && !self.gone(to) && self.ends_folded(to, self.pack.verb_ends) {
            let mut lead = from;
            while lead > 0
                && from - lead < 6
                && is!(self, lead - 1, Sense::DatePrep | Sense::The | Sense::Night | Sense::Towards)
            {
                lead -= 1;
            }
            now |= self.begins(lead) && !is!(self, to, Sense::Adjective | Sense::Stop);
        }
        if until || now { Way::Near } else { Way::Unsaid }
    }

    /// Whether the word at token `k` is a verb in the past.
    fn gone(&self, k: usize) -> bool {
        self.tense(k) == Some(Tense::Past)
    }

    /// The tense of the word at token `k` as far as it is listed, alone or behind a prefix (ver-lor), or its ending tells.
    fn tense(&self, k: usize) -> Option<Tense> {
        let tok = self.toks.get(k)?;
        // To be published, is to be heard: a participle of what is to come.
        let ahead = || self.is_prev(k, |r, p| is!(r, p, Sense::Be));
        if tok.senses.any() {
            return if is!(self, k, Sense::Gone) {
                (!ahead()).then_some(Tense::Past)
            } else if is!(self, k, Sense::Now) && !tok.capital {
                Some(Tense::Present)
            } else {
                None
            };
        }
        if tok.end - tok.start <= 3 {
            return None;
        }
        let mut buffer = [0; 64];
        let word = fold(self.text.get(tok.start as usize..tok.end as usize)?, &mut buffer)?;
        let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e.as_bytes()));
        let listed = |p: &&str| {
            word.strip_prefix(p.as_bytes())
                .filter(|rest| rest.len() > 2)
                .and_then(|rest| self.index.find(rest))
                .is_some_and(|s| self.index.senses(s).contains(&Sense::Gone))
        };
        if word.len() > 4 && (ends(self.pack.past_ends) || self.pack.verb_prefixes.iter().any(listed)) {
            return (!ahead()).then_some(Tense::Past);
        }
        (!tok.capital && ends(self.pack.present_ends)).then_some(Tense::Present)
    }

    /// The date that a story of the past has reached, when the next date belongs to the story.
    fn story(&self, way: Way) -> Option<Story> {
        self.story.filter(|_| matches!(way, Way::Back | Way::Near | Way::Unsaid))
    }

    /// Remembers a date whose year the text states: what follows without a year is told from there if it lies well back.
    fn tell(&mut self, atom: &Atom, open: bool) {
        if atom.unknown {
            return;
        }
        let stated = (atom.core.0..atom.to).any(|k| match self.kind(k) {
            Some(TokKind::Date(d)) => d.year.is_some(),
            Some(TokKind::Years(..)) => true,
            Some(TokKind::Num(_)) => self.num(k).is_some_and(|n| n.plain && n.whole_digits == 4),
            _ => false,
        });
        let now = self.reference.and_then(|r| r.year);
        let winter = matches!(self.kind(atom.to.saturating_sub(1)), Some(TokKind::Years(..)));
        // What is told after a period of months mostly lies within it.
        let date = if atom.lo == atom.hi || winter || atom.lo.month.is_some() { atom.lo } else { atom.hi };
        if stated {
            self.stated_year = atom.hi.year;
            let back = match (date.year, now) {
                (Some(then), Some(now)) => now - then,
                _ => 0,
            };
            // A year alone (founded in 2019) is no story unless it is long past.
            let enough =
                date.month.is_some() || atom.about || matches!(self.kind(atom.core.0), Some(TokKind::Years(..)));
            self.story = (back >= 2 && enough || back >= 25).then_some(Story(date));
        } else if open {
            // A date that took its year from the story carries it on.
            if let Some(story) = &mut self.story
                && date.year.is_some()
            {
                *story = Story(date);
            }
        } else {
            // Yesterday, on Monday, last year: back to the day of writing.
            self.story = None;
        }
    }

    /// The year of a month (and day) that the text leaves out.
    fn resolve(&self, date: PartialDate, way: Way) -> PartialDate {
        if date.year.is_some() {
            return date;
        }
        if let Some(told) = self.story(way) {
            return told.next(date);
        }
        let Some(reference) = self.reference else { return date };
        let Some(year) = reference.year else { return date };
        let Some(month) = date.month else { return PartialDate { year: Some(year), ..date } };
        let Some(now) = reference.month else { return PartialDate { year: Some(year), ..date } };
        let with = |y: i16| PartialDate { year: Some(y), ..date };
        let later = month > now || month == now && matches!((date.day, reference.day), (Some(a), Some(b)) if a > b);
        let earlier = month < now || month == now && matches!((date.day, reference.day), (Some(a), Some(b)) if a < b);
        match way {
            Way::Ahead if earlier => with(year + 1),
            Way::Ahead => with(year),
            // A day of the coming weeks is not told of as past: Putin erklärte den 24. März zum Trauertag.
            Way::Back if later && self.soon(with(year), reference, 7) => with(year),
            Way::Back if later => with(year - 1),
            Way::Back => with(year),
            Way::Near => {
                let months = |y: i16| (i32::from(y) - i32::from(year)) * 12 + i32::from(month) - i32::from(now);
                // Half a year back and half a year ahead are as near; then it is ahead.
                [year + 1, year, year - 1].into_iter().min_by_key(|y| months(*y).abs()).map_or(with(year), with)
            }
            Way::Unsaid if later => {
                // A day a few weeks ahead is what a notice in the present tense speaks of.
                if self.soon(with(year), reference, 45) { with(year) } else { with(year - 1) }
            }
            Way::Unsaid => with(year),
        }
    }

    /// Whether the first date lies at most so many days behind the second.
    fn soon(&self, date: PartialDate, from: PartialDate, days: i32) -> bool {
        match (day(date), day(from)) {
            (Some(d), Some(r)) => d.since(r).is_ok_and(|s| s.get_days() <= days),
            _ => false,
        }
    }
}
