//! Lengths of time that are written in a way of their own, and readings of two numbers.

use rust_decimal::Decimal;

use crate::figures::parse::{Reader, is, say};
use crate::figures::{Bound, Kind, Value};
use crate::lang::numbers::{Sense, TimeUnit};

impl Reader<'_> {
    /// eine Viertelstunde, eine Dreiviertelstunde
    pub(super) fn part_time(&mut self, i: usize, hundredths: u8, unit: TimeUnit) -> Option<usize> {
        let mut from = i;
        if self.is_prev(i, |r, p| is!(r, p, Sense::Article)) && i > self.floor {
            from = i - 1;
        }
        let core = (from, i + 1);
        let mut bound = Bound::Exact;
        if let Some((start, b)) = self.limit_before(from) {
            from = start;
            bound = b;
        }
        let value = Decimal::new(i64::from(hundredths), 2);
        let value = Value::Number { lo: Some(value), hi: Some(value) };
        self.push(from, i + 1, core, Kind::Duration, value, Some(unit.symbol().to_owned()), bound, None)
    }

    /// `7:29 Minuten`, `2:05 hours`: what a clock shows, as a length in the smaller unit.
    pub fn clocked(&mut self, i: usize) -> Option<usize> {
        let Some((to, unit)) = self.time(i + 1) else { return self.ran(i) };
        let mut parts = self.str(i).split(':');
        let (a, b) = (parts.next()?.parse::<u32>().ok()?, parts.next()?);
        let (b, rest) = (b.replace(',', ".").parse::<Decimal>().ok()?, parts.next());
        let (smaller, factor) = match unit {
            TimeUnit::Hour => (TimeUnit::Minute, 60),
            TimeUnit::Minute => (TimeUnit::Second, 60),
            _ => return None,
        };
        if b >= Decimal::from(60) || a > 999 {
            return None;
        }
        let mut value = Decimal::from(a).checked_mul(Decimal::from(factor))?.checked_add(b)?;
        let mut smaller = smaller;
        if let Some(c) = rest {
            let c = c
                .replace(',', ".")
                .parse::<Decimal>()
                .ok()
                .filter(|c| unit == TimeUnit::Hour && *c < Decimal::from(60))?;
            value = value.checked_mul(Decimal::from(60))?.checked_add(c)?;
            smaller = TimeUnit::Second;
        }
        let mut from = i;
        let mut bound = Bound::Exact;
        if let Some((start, b)) = self.limit_before(i) {
            from = start;
            bound = b;
        }
        let value = Value::Number { lo: Some(value), hi: Some(value) };
        self.push(from, to, (i, i + 1), Kind::Duration, value, Some(smaller.symbol().to_owned()), bound, None)
    }

    /// 2:00:35, in 13:51: how long somebody took, in seconds.
    pub(super) fn ran(&mut self, i: usize) -> Option<usize> {
        let text = self.str(i).trim_end_matches([',', '.', ';', ':', '!', '?']);
        let parts: Vec<&str> = text.split(':').collect();
        let (last, wholes) = parts.split_last()?;
        let two = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
        let seconds = last.replace(',', ".");
        let (second, fraction) = seconds.split_once('.').map_or((seconds.as_str(), None), |(a, b)| (a, Some(b)));
        if !two(second) || fraction.is_some_and(|f| f.is_empty() || f.len() > 3) {
            return None;
        }
        let (hours, minutes) = match wholes {
            [h, m] if two(m) && h.len() == 1 => (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?),
            // Nobody says at what time of day something happened with `in`.
            [m] if (1..=2).contains(&m.len())
                && (fraction.is_some()
                    || self
                        .is_prev(i, |r, p| is!(r, p, Sense::InOf) || r.pack.noun_capitals && r.is_word(p, "in"))
                        && !is!(self, i + 1, Sense::Clock)) =>
            {
                (0, m.parse::<u32>().ok()?)
            }
            _ => return None,
        };
        let seconds = seconds.parse::<Decimal>().ok()?;
        if minutes > 59 || seconds >= Decimal::from(60) {
            return None;
        }
        let value = Decimal::from(hours * 3600 + minutes * 60).checked_add(seconds)?;
        let (from, bound) = self.limit_before(i).unwrap_or((i, Bound::Exact));
        let value = Value::Number { lo: Some(value), hi: Some(value) };
        self.push(from, i + 1, (i, i + 1), Kind::Duration, value, Some("second".to_owned()), bound, None)
    }

    /// 142/91 mmHg: a blood pressure, two numbers that are no range.
    pub fn pressure(&mut self, i: usize) -> Option<usize> {
        let (upper, lower) = self.str(i).split_once('/')?;
        let digits = |s: &str| (2..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(upper) || !digits(lower) {
            return None;
        }
        let to = if self.is_word(i + 1, "mmhg") {
            i + 2
        } else if self.is_word(i + 1, "mm") && self.is_word(i + 2, "hg") {
            i + 3
        } else {
            return None;
        };
        let unit = Some("mm[Hg]".to_owned());
        self.push(i, to, (i, i + 1), Kind::Measure, Value::Unknown, unit, Bound::Exact, None)
    }

    /// A month-long siege: one month.
    pub(super) fn one_long(&mut self, i: usize) -> Option<usize> {
        let unit = say!(self, i, Sense::Time(u) => u)?;
        let long = !self.pack.noun_capitals
            && self.dash(i + 1)
            && self.glued(i + 1)
            && self.glued(i + 2)
            && self.is_word(i + 2, "long")
            && !(self.glued(i) && self.is_prev(i, |r, p| r.dash(p)));
        if !long {
            return None;
        }
        let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
        self.push(i, i + 3, (i, i + 1), Kind::Duration, one, Some(unit.symbol().to_owned()), Bound::Exact, None)
    }
}
