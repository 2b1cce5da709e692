//! A figure's normal form, in words: what beleg understood.

use rust_decimal::Decimal;

use crate::checks::message::date;
use crate::features::texts::Texts;
use crate::figures::{Bound, DateRange, Figure, Kind, Value};

/// `about 5,500,000,000 EUR`, `3 bis 5 Tage`, `Platz 36`, `28. Okt. 2024`. `noun` is what is counted, as it stands in the
/// text: its dictionary form would read `12,000 soldier`.
pub fn in_words(figure: &Figure, noun: Option<&str>, texts: &Texts) -> String {
    let value = match &figure.value {
        Value::Unknown => return texts.bound(Bound::Vague).to_owned(),
        Value::Date(DateRange { lo, hi }) if lo == hi => date(*lo, texts.lang),
        Value::Date(DateRange { lo, hi }) => {
            format!("{} {} {}", date(*lo, texts.lang), texts.to, date(*hi, texts.lang))
        }
        Value::Number { lo, hi } => {
            let number = match (lo, hi) {
                (Some(lo), Some(hi)) if lo == hi => number(*lo, texts),
                (Some(lo), Some(hi)) => format!("{} {} {}", number(*lo, texts), texts.to, number(*hi, texts)),
                (Some(one), None) | (None, Some(one)) => number(*one, texts),
                (None, None) => return texts.bound(Bound::Vague).to_owned(),
            };
            let is_one = lo == hi && *lo == Some(Decimal::ONE);
            if figure.kind == Kind::Rank {
                (texts.rank)(&number)
            } else {
                match (&figure.unit, noun) {
                    (Some(unit), _) => format!("{number} {}", texts.unit(unit, is_one)),
                    (None, Some(noun)) => format!("{number} {noun}"),
                    (None, None) => number,
                }
            }
        }
    };
    match figure.bound {
        Bound::Exact => value,
        bound => format!("{} {value}", texts.bound(bound)),
    }
}

/// A number with its thousands marked.
pub fn number(value: Decimal, texts: &Texts) -> String {
    let (thousands, decimals) = texts.marks;
    let plain = value.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = sign.to_owned();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) && whole.len() > 4 {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(decimals);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::texts;
    use crate::figures::PartialDate;
    use crate::lang::Lang;
    use crate::text::Span;

    fn said(kind: Kind, value: Value, unit: Option<&str>, bound: Bound) -> [String; 2] {
        let span = Span::new(0, 1);
        let figure = Figure {
            span,
            core: span,
            kind,
            value,
            unit: unit.map(str::to_owned),
            bound,
            noun: None,
            coarse: false,
            part: false,
        };
        [Lang::De, Lang::En].map(|lang| in_words(&figure, None, texts::of(lang)))
    }

    fn one(number: &str) -> Value {
        let number = number.parse().ok();
        Value::Number { lo: number, hi: number }
    }

    #[test]
    fn figures_in_words() {
        assert_eq!(
            said(Kind::Money, one("5500000000"), Some("EUR"), Bound::About),
            ["etwa 5.500.000.000 EUR", "about 5,500,000,000 EUR"]
        );
        assert_eq!(said(Kind::Measure, one("7.84"), Some("m"), Bound::Exact), ["7,84 m", "7.84 m"]);
        assert_eq!(said(Kind::Duration, one("1"), Some("month"), Bound::Exact), ["1 Monat", "1 month"]);
        let span = Span::new(0, 1);
        let value = one("12000");
        let count = Figure {
            span,
            core: span,
            kind: Kind::Count,
            value,
            unit: None,
            bound: Bound::AtMost,
            noun: None,
            coarse: false,
            part: false,
        };
        assert_eq!(in_words(&count, Some("soldiers"), texts::of(Lang::En)), "at most 12,000 soldiers");
        assert_eq!(said(Kind::Rank, one("36"), None, Bound::Exact), ["Platz 36", "number 36"]);
        assert_eq!(said(Kind::Count, Value::Unknown, None, Bound::Vague), ["unbestimmt", "vague"]);
        let interval = Value::Number { lo: "3".parse().ok(), hi: "5".parse().ok() };
        assert_eq!(said(Kind::Duration, interval, Some("day"), Bound::Exact), ["3 bis 5 Tage", "3 to 5 days"]);
        let day = PartialDate::ymd(2024, 10, 28);
        let month = PartialDate { year: None, day: None, ..day };
        for (lo, hi, want) in [
            (day, day, ["28. Okt. 2024", "28 Oct 2024"]),
            (PartialDate { year: None, ..day }, PartialDate { year: None, ..day }, ["28. Okt.", "28 Oct"]),
            (month, month, ["Okt.", "Oct"]),
            (PartialDate { day: None, ..day }, day, ["Okt. 2024 bis 28. Okt. 2024", "Oct 2024 to 28 Oct 2024"]),
        ] {
            let date = Value::Date(DateRange { lo, hi });
            assert_eq!(said(Kind::Date, date, None, Bound::Exact), want);
        }
    }
}
