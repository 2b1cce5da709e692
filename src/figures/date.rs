//! Calendar dates at the precision a text gives them (EDTF level 0 and ISO 8601 reduced precision).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A date of which year, month or day may be missing: `2024`, `2024-10`, `2024-10-23`, `--10-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// Proleptic Gregorian year; `None` when neither the text nor its document tells.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

/// A period from the first day of `lo` to the last day of `hi`, both included. A single date has `lo == hi`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First.
    pub lo: PartialDate,
    /// Last.
    pub hi: PartialDate,
}

impl PartialDate {
    /// A full date. The caller has checked that the day exists.
    pub fn ymd(year: i16, month: u8, day: u8) -> PartialDate {
        PartialDate { year: Some(year), month: Some(month), day: Some(day) }
    }
    /// A month of a year.
    pub fn ym(year: i16, month: u8) -> PartialDate {
        PartialDate { year: Some(year), month: Some(month), day: None }
    }
    /// A year.
    pub fn y(year: i16) -> PartialDate {
        PartialDate { year: Some(year), month: None, day: None }
    }
}

impl PartialDate {
    /// The ISO 8601 week that a full date lies in: `2024-W43`.
    pub fn week(&self) -> Option<String> {
        let (year, month, day) = (self.year?, i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?);
        let week = jiff::civil::Date::new(year, month, day).ok()?.iso_week_date();
        Some(format!("{:04}-W{:02}", week.year(), week.week()))
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601 with reduced precision; a missing year is `--` as in ISO 8601:2000 truncated dates.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(y) if y < 0 => write!(f, "-{:04}", y.unsigned_abs())?,
            Some(y) => write!(f, "{y:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(m) = self.month {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}
