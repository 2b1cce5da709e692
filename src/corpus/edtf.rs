//! When was an article published? Dates in EDTF (ISO 8601-2), levels 0 and 1.
//!
//! `2024` · `2024-11` · `2024-11-14` · `2024-21` (spring) · `202X`, `2024-XX`, `2024-11-XX` · `~` about, `?` uncertain,
//! `%` both · `2024-11-14/2024-11-16` · `2024/..` (open) · `2024/` (unknown).
//!
//! **Invariant:** [`Edtf::earliest`] ≤ [`Edtf::latest`], and [`fmt::Display`] prints what [`FromStr`] reads.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// A date, or a period between two dates, as precise and as sure as its source gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edtf {
    start: Side,
    end: Option<Side>,
}

/// One side of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Side {
    Day(Point),
    /// `..`: it goes on, or has always been.
    Open,
    /// Nothing at all: it is not known.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Point {
    /// With unspecified digits as zeros.
    year: i16,
    /// How many of the year's last digits are unspecified: 0, 1 (`202X`) or 2 (`20XX`).
    year_unknown: u8,
    part: Part,
    mark: Option<Mark>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Year,
    /// `2024-XX`, and with the flag `2024-XX-XX`.
    SomeMonth {
        day_too: bool,
    },
    Month(i8),
    /// 21 spring, 22 summer, 23 autumn, 24 winter.
    Season(i8),
    /// `2024-11-XX`
    SomeDay(i8),
    Day(i8, i8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Mark {
    About,
    Uncertain,
    Both,
}

/// Why a text is not a date that beleg reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotEdtf(&'static str);

impl fmt::Display for NotEdtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NotEdtf {}

const SHAPE: NotEdtf = NotEdtf("write YYYY, YYYY-MM or YYYY-MM-DD, with ~ behind it for 'about'");
const NO_MONTH: NotEdtf = NotEdtf("there is no such month: months are 01 to 12, seasons 21 to 24");
const NO_DAY: NotEdtf = NotEdtf("the month has no such day");
const BACKWARDS: NotEdtf = NotEdtf("the period ends before it starts: put the earlier date first");
const NOTHING: NotEdtf = NotEdtf("one side of the period must be a date");

impl Edtf {
    /// A full date.
    pub fn day(date: Date) -> Edtf {
        Edtf::point(Point { year: date.year(), year_unknown: 0, part: Part::Day(date.month(), date.day()), mark: None })
    }

    /// A month of a year; `None` when there is no such month or the year is not 0 to 9999.
    pub fn month(year: i16, month: i8) -> Option<Edtf> {
        ((0..=9999).contains(&year) && (1..=12).contains(&month))
            .then(|| Edtf::point(Point { year, year_unknown: 0, part: Part::Month(month), mark: None }))
    }

    fn point(p: Point) -> Edtf {
        Edtf { start: Side::Day(p), end: None }
    }

    fn points(&self) -> impl Iterator<Item = &Point> {
        [Some(&self.start), self.end.as_ref()].into_iter().flatten().filter_map(|s| match s {
            Side::Day(p) => Some(p),
            Side::Open | Side::Unknown => None,
        })
    }

    /// The first day it can mean. A period without a beginning starts where it ends: not knowing when something began
    /// must not make it the first of its kind.
    pub fn earliest(&self) -> Date {
        self.points().next().map_or(Date::ZERO, Point::first)
    }

    /// The last day it can mean; for a period without an end, the last day of its beginning.
    pub fn latest(&self) -> Date {
        self.points().last().map_or(Date::ZERO, Point::last)
    }

    /// Is it stated as "about" (`~` or `%`)?
    pub fn approximate(&self) -> bool {
        self.points().any(|p| matches!(p.mark, Some(Mark::About | Mark::Both)))
    }

    /// Is it stated as uncertain (`?` or `%`)?
    pub fn uncertain(&self) -> bool {
        self.points().any(|p| matches!(p.mark, Some(Mark::Uncertain | Mark::Both)))
    }

    /// Does it name one day, and not as an approximation?
    pub fn is_exact_day(&self) -> bool {
        self.earliest() == self.latest() && !self.approximate()
    }

    /// For people: `14 Nov 2024`, `about 24 Oct 2024`; `14. Nov. 2024`, `um den 24. Okt. 2024`.
    pub fn human(&self, lang: Lang) -> String {
        let w = words(lang);
        match (&self.start, &self.end) {
            (Side::Day(p), None) => p.human(w),
            (Side::Day(a), Some(Side::Day(b))) => {
                format!("{}{}{}", a.human(w), w.to, b.human(w))
            }
            (Side::Day(a), Some(Side::Open)) => w.open_end.replace("{}", &a.human(w)),
            (Side::Day(a), Some(Side::Unknown)) => w.no_end.replace("{}", &a.human(w)),
            (Side::Open | Side::Unknown, Some(Side::Day(b))) => w.no_start.replace("{}", &b.human(w)),
            (Side::Open | Side::Unknown, _) => self.to_string(),
        }
    }
}

impl Point {
    fn first(&self) -> Date {
        let (month, day) = match self.part {
            Part::Year | Part::SomeMonth { .. } => (1, 1),
            Part::Month(m) | Part::SomeDay(m) => (m, 1),
            Part::Season(s) => (((s - 20) * 3), 1),
            Part::Day(m, d) => (m, d),
        };
        Date::new(self.year, month, day).unwrap_or(Date::ZERO)
    }

    fn last(&self) -> Date {
        let last_year = match self.year_unknown {
            0 => self.year,
            1 => self.year + 9,
            _ => self.year + 99,
        };
        let end_of = |y: i16, m: i8| Date::new(y, m, 1).map_or(Date::ZERO, Date::last_of_month);
        match self.part {
            Part::Year | Part::SomeMonth { .. } => end_of(last_year, 12),
            Part::Month(m) | Part::SomeDay(m) => end_of(last_year, m),
            // Winter is the one that begins in the year's December; the calendar ends with 9999.
            Part::Season(24) if last_year < 9999 => end_of(last_year + 1, 2),
            Part::Season(s) => end_of(last_year, ((s - 20) * 3 + 2).min(12)),
            Part::Day(m, d) => Date::new(self.year, m, d).unwrap_or(Date::ZERO),
        }
    }

    fn human(&self, w: &Words) -> String {
        let year = match self.year_unknown {
            0 => self.year.to_string(),
            _ => w.years.replace("{}", &self.year.to_string()),
        };
        let month = |m: i8| w.months.get(usize::try_from(m - 1).unwrap_or(0)).copied().unwrap_or("");
        let (text, about) = match self.part {
            Part::Year | Part::SomeMonth { .. } => (year, w.about),
            Part::Month(m) | Part::SomeDay(m) => (format!("{} {year}", month(m)), w.about),
            Part::Season(s) => {
                let name = w.seasons.get(usize::try_from(s - 21).unwrap_or(0)).copied().unwrap_or("");
                (format!("{name} {year}"), w.about)
            }
            Part::Day(m, d) => (format!("{d}{} {} {year}", w.day_dot, month(m)), w.about_day),
        };
        match self.mark {
            None => text,
            Some(Mark::About) => format!("{about} {text}"),
            Some(Mark::Uncertain) => format!("{text} ({})", w.uncertain),
            Some(Mark::Both) => format!("{about} {text} ({})", w.uncertain),
        }
    }

    fn parse(text: &str) -> Result<Point, NotEdtf> {
        let (text, mark) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], Some(Mark::About)),
            Some(b'?') => (&text[..text.len() - 1], Some(Mark::Uncertain)),
            Some(b'%') => (&text[..text.len() - 1], Some(Mark::Both)),
            _ => (text, None),
        };
        // A time of day is valid EDTF; for when an article came out the day is enough.
        let text = match text.split_once('T') {
            Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => day,
            _ => text,
        };
        let mut fields = text.split('-');
        let (year, year_unknown) = parse_year(fields.next().unwrap_or(""))?;
        let part = match (fields.next(), fields.next(), fields.next()) {
            (None, _, _) => Part::Year,
            (Some("XX"), None, _) => Part::SomeMonth { day_too: false },
            (Some("XX"), Some("XX"), None) => Part::SomeMonth { day_too: true },
            (Some(m), None, _) => match two_digits(m)? {
                m @ 1..=12 => Part::Month(m),
                s @ 21..=24 => Part::Season(s),
                _ => return Err(NO_MONTH),
            },
            (Some(m), Some(d), None) => {
                let m = two_digits(m)?;
                if !(1..=12).contains(&m) {
                    return Err(NO_MONTH);
                }
                if d == "XX" { Part::SomeDay(m) } else { Part::Day(m, two_digits(d)?) }
            }
            _ => return Err(SHAPE),
        };
        if year_unknown > 0 && part != Part::Year && part != (Part::SomeMonth { day_too: true }) {
            return Err(SHAPE);
        }
        if let Part::Day(m, d) = part {
            Date::new(year, m, d).map_err(|_| NO_DAY)?;
        }
        Ok(Point { year, year_unknown, part, mark })
    }
}

fn parse_year(text: &str) -> Result<(i16, u8), NotEdtf> {
    let unknown = text.bytes().rev().take_while(|&b| b == b'X').count();
    let digits = text.len() - unknown;
    if text.len() != 4 || unknown > 2 || !text.bytes().take(digits).all(|b| b.is_ascii_digit()) {
        return Err(SHAPE);
    }
    let year = text.replace('X', "0").parse().map_err(|_| SHAPE)?;
    Ok((year, unknown as u8))
}

fn two_digits(text: &str) -> Result<i8, NotEdtf> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().map_err(|_| SHAPE)
    } else {
        Err(SHAPE)
    }
}

impl FromStr for Edtf {
    type Err = NotEdtf;

    fn from_str(text: &str) -> Result<Edtf, NotEdtf> {
        let side = |t: &str| match t {
            "" => Ok(Side::Unknown),
            ".." => Ok(Side::Open),
            t => Point::parse(t).map(Side::Day),
        };
        let text = text.trim();
        let Some((a, b)) = text.split_once('/') else {
            return Point::parse(text).map(Edtf::point);
        };
        let whole = Edtf { start: side(a)?, end: Some(side(b)?) };
        if whole.points().next().is_none() {
            return Err(NOTHING);
        }
        if whole.earliest() > whole.latest() {
            return Err(BACKWARDS);
        }
        Ok(whole)
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Side::Day(p) => p.fmt(f),
            Side::Open => f.write_str(".."),
            Side::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year_unknown {
            0 => write!(f, "{:04}", self.year)?,
            1 => write!(f, "{:03}X", self.year / 10)?,
            _ => write!(f, "{:02}XX", self.year / 100)?,
        }
        match self.part {
            Part::Year => {}
            Part::SomeMonth { day_too: false } => f.write_str("-XX")?,
            Part::SomeMonth { day_too: true } => f.write_str("-XX-XX")?,
            Part::Month(m) | Part::Season(m) => write!(f, "-{m:02}")?,
            Part::SomeDay(m) => write!(f, "-{m:02}-XX")?,
            Part::Day(m, d) => write!(f, "-{m:02}-{d:02}")?,
        }
        match self.mark {
            None => Ok(()),
            Some(Mark::About) => f.write_str("~"),
            Some(Mark::Uncertain) => f.write_str("?"),
            Some(Mark::Both) => f.write_str("%"),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        match &self.end {
            Some(end) => write!(f, "/{end}"),
            None => Ok(()),
        }
    }
}

impl Serialize for Edtf {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Edtf, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// How a language writes a date.
struct Words {
    months: [&'static str; 12],
    seasons: [&'static str; 4],
    day_dot: &'static str,
    about: &'static str,
    about_day: &'static str,
    uncertain: &'static str,
    years: &'static str,
    to: &'static str,
    open_end: &'static str,
    no_end: &'static str,
    no_start: &'static str,
}

/// A month in short, from 1: `Okt.`, `Oct`.
pub fn short_month(month: u8, lang: Lang) -> Option<&'static str> {
    words(lang).months.get(usize::from(month).checked_sub(1)?).copied()
}

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::De => &Words {
            months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
            seasons: ["Frühjahr", "Sommer", "Herbst", "Winter"],
            day_dot: ".",
            about: "um",
            about_day: "um den",
            uncertain: "unsicher",
            years: "{}er Jahre",
            to: " bis ",
            open_end: "ab {}",
            no_end: "{} bis unbekannt",
            no_start: "bis {}",
        },
        Lang::En => &Words {
            months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
            seasons: ["spring", "summer", "autumn", "winter"],
            day_dot: "",
            about: "about",
            about_day: "about",
            uncertain: "uncertain",
            years: "{}s",
            to: " to ",
            open_end: "from {} on",
            no_end: "{} until an unknown date",
            no_start: "until {}",
        },
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn edtf(text: &str) -> Edtf {
        match text.parse() {
            Ok(e) => e,
            Err(e) => panic!("{text}: {e}"),
        }
    }

    #[test]
    fn from_first_to_last_day() {
        for (text, first, last) in [
            ("2023-05-17", date(2023, 5, 17), date(2023, 5, 17)),
            ("2023-05-17~", date(2023, 5, 17), date(2023, 5, 17)),
            ("2023-05-17T08:30:00Z", date(2023, 5, 17), date(2023, 5, 17)),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
            ("2023", date(2023, 1, 1), date(2023, 12, 31)),
            ("2023-XX", date(2023, 1, 1), date(2023, 12, 31)),
            ("2023-XX-XX?", date(2023, 1, 1), date(2023, 12, 31)),
            ("2023-02-XX", date(2023, 2, 1), date(2023, 2, 28)),
            ("198X", date(1980, 1, 1), date(1989, 12, 31)),
            ("19XX%", date(1900, 1, 1), date(1999, 12, 31)),
            ("2023-21", date(2023, 3, 1), date(2023, 5, 31)),
            ("2023-23", date(2023, 9, 1), date(2023, 11, 30)),
            ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
            ("9999-24", date(9999, 12, 1), date(9999, 12, 31)),
            ("2023-05/2023-06-02", date(2023, 5, 1), date(2023, 6, 2)),
            ("2023/..", date(2023, 1, 1), date(2023, 12, 31)),
            ("../2023-05", date(2023, 5, 1), date(2023, 5, 31)),
            ("/2023-05", date(2023, 5, 1), date(2023, 5, 31)),
        ] {
            let e = edtf(text);
            assert_eq!((e.earliest(), e.latest()), (first, last), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_date() {
        for text in [
            "",
            "..",
            "/",
            "../..",
            "17.05.2023",
            "2023-5-17",
            "2023-13",
            "2023-00",
            "2023-25",
            "2023-02-30",
            "2023-05-17-1",
            "2023~-05",
            "20230517",
            "XXXX",
            "2X23",
            "202X-05",
            "2023-05-1X",
            "May 2023",
            "2024/2023",
            "ü023",
            "２０２３",
            "-2023",
            "2023-05-17 ~",
            "1e3",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn printed_as_read() {
        for text in [
            "0033",
            "2023-05-17%",
            "2023-21~",
            "202X",
            "20XX",
            "2023-XX",
            "202X-XX-XX",
            "2023-05-XX",
            "../2023",
            "2023/",
            "2023-05/2024-01-02?",
        ] {
            assert_eq!(edtf(text).to_string(), text);
        }
        assert_eq!(edtf(" 2023-05-17T10:00 ").to_string(), "2023-05-17");
    }

    #[test]
    fn for_people() {
        for (text, en, de) in [
            ("2023-05-17", "17 May 2023", "17. Mai 2023"),
            ("2023-10-02~", "about 2 Oct 2023", "um den 2. Okt. 2023"),
            ("2023-10-02?", "2 Oct 2023 (uncertain)", "2. Okt. 2023 (unsicher)"),
            ("2023-03~", "about Mar 2023", "um März 2023"),
            ("2023%", "about 2023 (uncertain)", "um 2023 (unsicher)"),
            ("2023-22", "summer 2023", "Sommer 2023"),
            ("198X", "1980s", "1980er Jahre"),
            ("2023-XX", "2023", "2023"),
            ("2023-12/2024-02", "Dec 2023 to Feb 2024", "Dez. 2023 bis Feb. 2024"),
            ("2023/..", "from 2023 on", "ab 2023"),
            ("../2023-06-01", "until 1 Jun 2023", "bis 1. Juni 2023"),
        ] {
            assert_eq!(edtf(text).human(Lang::En), en);
            assert_eq!(edtf(text).human(Lang::De), de);
        }
    }

    #[test]
    fn marks() {
        assert!(edtf("2023~").approximate() && edtf("2023%").approximate() && !edtf("2023?").approximate());
        assert!(edtf("2023/2024~").approximate());
        assert!(edtf("2023?").uncertain() && edtf("2023%").uncertain() && !edtf("2023~").uncertain());
        assert!(
            edtf("2023-01-02").is_exact_day() && !edtf("2023-01-02~").is_exact_day() && !edtf("2023-01").is_exact_day()
        );
    }

    proptest! {
        #[test]
        fn never_panics(text in "[0-9X~?%/.TÄ-]{0,24}") {
            if let Ok(e) = text.parse::<Edtf>() {
                prop_assert!(e.earliest() <= e.latest());
                prop_assert_eq!(e.to_string().parse::<Edtf>(), Ok(e));
                let _ = (e.human(Lang::De), e.human(Lang::En));
            }
        }

        #[test]
        fn every_day_round_trips(y in 0i16..=9999, m in 1i8..=12, d in 1i8..=28, mark in "[~?%]?") {
            let text = format!("{y:04}-{m:02}-{d:02}{mark}");
            prop_assert_eq!(edtf(&text).to_string(), text);
        }
    }
}
