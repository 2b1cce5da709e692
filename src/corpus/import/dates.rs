//! Dates as the head and foot of a page write them, in German and English.
//!
//! **Invariant:** a date is only found where year and month are certain; `03/04/2024` could be two days and is none.

use std::{ops::Range, sync::LazyLock};

use jiff::civil::Date;
use regex::Regex;

use crate::corpus::edtf::Edtf;

const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "january", "jan"],
    &["februar", "feber", "february", "feb"],
    &["märz", "maerz", "march", "mär", "mar", "mrz"],
    &["april", "apr"],
    &["mai", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["dezember", "december", "dez", "dec"],
];

/// The month a word names.
fn month(word: &str) -> Option<i8> {
    let lower = word.trim_end_matches('.').to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&lower.as_str()))?;
    i8::try_from(at + 1).ok()
}

// One alternative each for: 2024-11-14 · 14.11.2024, 14/11/2024 · 14. November 2024, 14th of Nov 2024 · November 14, 2024 ·
// November 2024.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)
        \b(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?:T|\b)
      | \b(?P<a>\d{1,2})(?P<sep>[./])\s?(?P<b>\d{1,2})(?:[./])\s?(?P<num_y>(?:19|20)\d\d|\d\d)\b
      | \b(?P<dmy_d>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<dmy_m>\p{L}{3,9})\.?,?\s+(?P<dmy_y>(?:19|20)\d\d)\b
      | \b(?P<mdy_m>\p{L}{3,9})\.?\s+(?P<mdy_d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<mdy_y>(?:19|20)\d\d)\b
      | \b(?P<my_m>\p{L}{3,9})\.?,?\s+(?P<my_y>(?:19|20)\d\d)\b",
    )
    .expect("a constant pattern")
});

/// The dates of a line, each with where it stands.
pub fn find(line: &str) -> Vec<(Range<usize>, Edtf)> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(caps) = DATE.captures_at(line, from) {
        let Some(whole) = caps.get(0) else { break };
        let text = |name: &str| caps.name(name).map(|m| m.as_str());
        let number = |name: &str| text(name).and_then(|t| t.parse::<i16>().ok());
        let day = |y: Option<i16>, m: Option<i8>, d: Option<i16>| {
            let d = i8::try_from(d?).ok()?;
            Date::new(y?, m?, d).ok().map(Edtf::day)
        };
        let small = |n: Option<i16>| n.and_then(|n| i8::try_from(n).ok());
        let found = if text("iso_y").is_some() {
            day(number("iso_y"), small(number("iso_m")), number("iso_d"))
        } else if let Some(sep) = text("sep") {
            let year = number("num_y").map(|y| if y < 100 { 2000 + y } else { y });
            let (a, b) = (number("a"), number("b"));
            match (sep, a, b) {
                // Two digits of a year are only told from a section number by both dots.
                (".", ..) => day(year, small(b), a),
                (_, Some(a_), Some(b_)) if a_ > 12 || a_ == b_ => day(year, small(Some(b_)), Some(a_)),
                (_, Some(a_), Some(b_)) if b_ > 12 => day(year, small(Some(a_)), Some(b_)),
                _ => None,
            }
        } else if let Some(m) = text("dmy_m") {
            day(number("dmy_y"), month(m), number("dmy_d"))
        } else if let Some(m) = text("mdy_m") {
            day(number("mdy_y"), month(m), number("mdy_d"))
        } else {
            text("my_m").and_then(month).zip(number("my_y")).and_then(|(m, y)| Edtf::month(y, m))
        };
        from = match found {
            Some(date) => {
                out.push((whole.range(), date));
                whole.end()
            }
            // `am 3 Tage 2024` must not hide the date behind its first word.
            None => whole.start() + line[whole.start()..].chars().next().map_or(1, char::len_utf8),
        };
        if from >= line.len() {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn usual_forms() {
        for (line, dates) in [
            ("Stand: 3.2.2023, 10:30 Uhr", "2023-02-03"),
            ("03.02.23", "2023-02-03"),
            ("3. Februar 2023", "2023-02-03"),
            ("Freitag, 3. Feb. 2023 – 10 Uhr", "2023-02-03"),
            ("Veröffentlicht am 31. Jänner 2023", "2023-01-31"),
            ("Friday 3 February 2023", "2023-02-03"),
            ("Feb. 3, 2023", "2023-02-03"),
            ("3rd of March 2023", "2023-03-03"),
            ("Updated March 3rd, 2023 2:30 PM", "2023-03-03"),
            ("2023-02-03T10:30:00+01:00", "2023-02-03"),
            ("23/02/2023 · 02/23/2023 · 02/02/2023", "2023-02-23 2023-02-23 2023-02-02"),
            ("Policy Brief, März 2023", "2023-03"),
            ("Issue 7 | May 2023", "2023-05"),
            ("Ausgabe 3 Mai 2023", "2023-05-03"),
            ("03/04/2023", ""),
            ("31.02.2023", ""),
            ("Haushalt 2023", ""),
            ("Absatz 1.2.3", ""),
            ("Version 10.11.12345", ""),
            ("im Sommer 2023", ""),
            ("3 Tage März 2023", "2023-03"),
        ] {
            let found: Vec<_> = find(line).into_iter().map(|(_, d)| d.to_string()).collect();
            assert_eq!(found.join(" "), dates, "{line}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(line in "\\PC{0,60}", digits in "[0-9./ a-zä-]{0,30}") {
            for text in [&line, &digits] {
                for (range, _) in find(text) {
                    prop_assert!(text.get(range).is_some());
                }
            }
        }
    }
}
