//! Laws that hold for every text.

use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::figures::{Figure, Value, figures};
use crate::lang::Lang;

/// `1234567` with a mark between groups of three.
fn grouped(n: u64, mark: &str) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(c);
    }
    out
}

fn only(text: &str, lang: Lang) -> Option<Figure> {
    let mut found = figures(text, lang, None);
    if found.len() == 1 { found.pop() } else { None }
}

fn is_sound(text: &str, lang: Lang) -> Result<(), TestCaseError> {
    let found = figures(text, lang, Some(crate::figures::PartialDate::ymd(2021, 6, 15)));
    let mut end = 0;
    for f in &found {
        prop_assert!(f.span.start >= end, "out of order in {text:?}");
        end = f.span.end;
        prop_assert!(!f.span.is_empty());
        prop_assert!(f.span.contains(f.core), "core outside its span in {text:?}");
        for at in [f.span.start, f.span.end, f.core.start, f.core.end] {
            prop_assert!(text.is_char_boundary(at as usize));
        }
        if let Some(noun) = &f.noun {
            prop_assert!(text.get(noun.span.range()).is_some());
        }
        if let Value::Number { lo: Some(lo), hi: Some(hi) } = &f.value {
            prop_assert!(lo <= hi, "{lo} > {hi} in {text:?}");
        }
        if let Value::Date(range) = &f.value
            && range.lo.year.is_some()
            && range.hi.year.is_some()
        {
            let key =
                |d: crate::figures::PartialDate, none: u8| (d.year, d.month.unwrap_or(none), d.day.unwrap_or(none));
            prop_assert!(key(range.lo, 1) <= key(range.hi, 99), "{} > {} in {text:?}", range.lo, range.hi);
        }
        let _ = f.json_value();
    }
    Ok(())
}

/// Pieces that prose with figures is made of, so that strange neighbours meet.
const PIECES: &[&str] = &[
    "3",
    "17",
    "2024",
    "1.200",
    "1,5",
    "3 000",
    "0,85",
    "1'000",
    "½",
    "28.",
    "28.10.",
    "2023/24",
    "2018–2020",
    "60er",
    "1990s",
    "36th",
    "Millionen",
    "Mio.",
    "Mrd",
    "million",
    "bn",
    "m",
    "k",
    "Euro",
    "€",
    "$",
    "US-Dollar",
    "%",
    "Prozent",
    "per cent",
    "Prozentpunkte",
    "ein",
    "eine",
    "a",
    "one",
    "halbe",
    "half",
    "fünf",
    "fünfundzwanzig",
    "zwölftausend",
    "twenty",
    "-three",
    "hundred",
    "and",
    "und",
    "Drittel",
    "thirds",
    "third",
    "dozen",
    "Dutzend",
    "mehrere",
    "several",
    "Tausende",
    "jeder",
    "dritte",
    "bis",
    "bis zu",
    "to",
    "from",
    "von",
    "zwischen",
    "between",
    "auf",
    "rund",
    "mindestens",
    "mehr als",
    "about",
    "at least",
    "~",
    ">",
    "Oktober",
    "October",
    "Mai",
    "May",
    "Anfang",
    "mid",
    "Ende",
    "end of",
    "the",
    "des",
    "Jahres",
    "Jahr",
    "Jahre",
    "years",
    "year",
    "-monatig",
    "zehnjährig",
    "Montag",
    "Monday",
    "vergangenen",
    "last",
    "next",
    "Uhr",
    "um",
    "pm",
    "Platz",
    "rank",
    "pro",
    "per",
    "Monat",
    "month",
    "km",
    "/h",
    "Hektar",
    "Artikel",
    "§",
    "Menschen",
    "people",
    "Soldaten",
    "workers",
    "(",
    ")",
    ",",
    ".",
    "-",
    "–",
    "/",
    ":",
    "'",
    "„",
    "“",
    "\n",
    "\n\n",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "ü",
    "u\u{308}",
    "🙂",
    "Sommer",
    "summer",
    "Quartal",
    "quarter",
    "ersten",
    "first",
    "zweiten",
    "19.",
    "Jahrhundert",
    "century",
    "v.",
    "Chr.",
    "gestern",
    "heute",
    "in",
    "ten",
    "zehn",
    "@",
    "https://",
    "[",
    "]",
    "+",
    "minus",
    "−5",
];

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        is_sound(&text, Lang::De)?;
        is_sound(&text, Lang::En)?;
    }

    #[test]
    fn any_mixture_of_pieces_is_read_soundly(pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..24)) {
        let mut text = String::new();
        for (piece, space) in pieces {
            text.push_str(piece);
            if space {
                text.push(' ');
            }
        }
        is_sound(&text, Lang::De)?;
        is_sound(&text, Lang::En)?;
    }

    #[test]
    fn a_whole_number_is_read_back_however_it_is_grouped(n in 10_000u64..1_000_000_000_000, mark in prop::sample::select(&[".", ",", "\u{a0}", "\u{202f}", "\u{2009}", " ", "'", "’"][..])) {
        // One group of three after a decimal mark is a fraction; that is the other law.
        for (lang, euro) in [(Lang::De, "Euro"), (Lang::En, "euros")] {
            let own = if lang == Lang::De { "," } else { "." };
            if mark == own && n < 1_000_000 {
                continue;
            }
            let text = format!("{} {euro}", grouped(n, mark));
            let value = only(&text, lang).map(|f| f.value);
            prop_assert_eq!(value, Some(Value::Number { lo: Some(n.into()), hi: Some(n.into()) }), "{}", text);
        }
    }

    #[test]
    fn a_decimal_is_read_back_in_both_conventions(whole in 0u64..1_000_000, cents in 0u32..100) {
        let value = Decimal::from(whole) + Decimal::new(i64::from(cents), 2);
        let want = Some(Value::Number { lo: Some(value), hi: Some(value) });
        for (lang, euro) in [(Lang::De, "Euro"), (Lang::En, "euros")] {
            for (group, mark) in [(".", ","), (",", ".")] {
                let text = format!("{}{mark}{cents:02} {euro}", grouped(whole, group));
                let got = only(&text, lang).map(|f| f.value);
                let equal = matches!((&got, &want), (Some(Value::Number { lo: Some(a), .. }), Some(Value::Number { lo: Some(b), .. })) if a == b);
                prop_assert!(equal, "{} gave {:?}", text, got);
            }
        }
    }

    #[test]
    fn a_date_is_read_back(year in 1900i16..2100, month in 1u8..13, day in 1u8..29) {
        let months_de = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
        let months_en = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let iso = format!("{year:04}-{month:02}-{day:02}");
        let m = usize::from(month - 1);
        let cases = [
            (Lang::De, format!("am {day}. {} {year}", months_de[m])),
            (Lang::De, format!("am {day}.{month}.{year}")),
            (Lang::De, format!("am {day:02}.{month:02}.{year}")),
            (Lang::De, iso.clone()),
            (Lang::En, iso.clone()),
            (Lang::En, format!("on {day} {} {year}", months_en[m])),
            (Lang::En, format!("on {} {day}, {year}", months_en[m])),
            (Lang::En, format!("on the {day}th of {} {year}", months_en[m])),
        ];
        for (lang, text) in cases {
            prop_assert_eq!(only(&text, lang).map(|f| f.json_value()), Some(iso.clone().into()), "{}", text);
        }
    }
}
