//! When do two figures agree?

use crate::figures::Relation::{Different, Incomparable, Rounded, Same, SameButBound, ScaleDiffers};
use crate::figures::{PartialDate, Relation, compare, figures};
use crate::lang::Lang;

fn relation(draft: &str, source: &str) -> Option<Relation> {
    let day = Some(PartialDate::ymd(2021, 6, 15));
    let one = |text: &str| {
        let lang = crate::lang::detect(text).unwrap_or(Lang::De);
        let lang = if text.starts_with("en:") { Lang::En } else { lang };
        figures(text.trim_start_matches("en:"), lang, day).into_iter().next()
    };
    Some(compare(&one(draft)?, &one(source)?))
}

#[test]
fn relations() {
    let cases = [
        ("1,2 Mrd. Euro", "1.200 Millionen Euro", Same),
        ("0,85 Milliarden Euro", "en:€850m", Same),
        ("en:a quarter of a million euros", "250.000 Euro", Same),
        ("18 Quadratkilometer", "1.800 Hektar", Same),
        ("784 Zentimeter", "7,84 Meter", Same),
        ("zwölf Monate", "1,0 Jahre", Same),
        ("anderthalb Jahre", "18 Monate", Same),
        ("en:two weeks", "14 Tage", Same),
        ("50 Prozent", "die Hälfte", Same),
        ("drei Fünftel", "60 Prozent", Same),
        ("en:three in ten", "30 Prozent", Same),
        ("en:50 cents", "0,50 Euro", Same),
        ("fast 50.000 Soldaten", "knapp 50.000 Mann", Same),
        ("3.000 Soldaten", "mindestens 3.000 Soldaten", SameButBound),
        ("rund 210 Millionen Euro", "fast 210 Millionen Euro", SameButBound),
        ("rund 1,2 Mrd. Euro", "1,18 Milliarden Euro", Rounded),
        ("1,2 Mrd. Euro", "1,18 Milliarden Euro", Rounded),
        ("rund 3.000 Menschen", "3.120 Menschen", Rounded),
        ("mehr als 20.000 Besucher", "24.300 Besucher", Rounded),
        ("fast 20.000 Besucher", "19.400 Besucher", Rounded),
        ("fast 20.000 Besucher", "20.400 Besucher", Different),
        ("rund 25 Prozent", "24,7 Prozent", Rounded),
        ("40 Prozent", "38 Prozent", Different),
        ("3,1 Prozent", "3,12 Prozent", Rounded),
        ("1,6 Milliarden Granaten", "1,6 Millionen Granaten", ScaleDiffers),
        ("en:$210bn", "en:$210m", ScaleDiffers),
        ("17 Prozent", "1,7 Prozent", ScaleDiffers),
        ("5 Tote", "50 Tote", Different),
        ("64 Prozent", "46 Prozent", Different),
        ("33 Prozent", "33 Prozentpunkte", Different),
        ("5 Millionen Euro", "5 Millionen Dollar", Incomparable),
        ("5 Meter", "5 Tage", Incomparable),
        ("19.06.2024", "19. Juni 2024", Same),
        ("Juni 2024", "19. Juni 2024", Rounded),
        ("17.10.2024", "27.10.2024", Different),
        ("190 bis 240 Euro", "zwischen 190 und 240 Euro", Same),
        ("200 bis 240 Euro", "zwischen 190 und 240 Euro", Rounded),
        ("300 bis 340 Euro", "zwischen 190 und 240 Euro", Different),
        ("zwei Treffen pro Monat", "zwei Treffen monatlich", Same),
        ("120 Euro pro Jahr", "10 Euro pro Monat", Same),
    ];
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|&(a, b, want)| {
            let got = relation(a, b);
            (got != Some(want)).then(|| format!("{a} ~ {b}: {got:?}, not {want:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A date without its year is compared as far as it goes.
#[test]
fn dates_without_a_year() {
    let one = |text: &str, lang| figures(text, lang, None).into_iter().next().unwrap();
    for (draft, source, want) in [
        ("am 19. März", "am 19. März 2024", Same),
        ("im März", "am 19. März 2024", Rounded),
        ("am 19. März", "im März 2024", Rounded),
        ("am 19. März", "im April 2024", Different),
        ("am 19. März", "am 20. März 2024", Different),
        ("am 17. März", "vom 17. März bis zum 30. April 2024", Rounded),
        ("am 19. März", "vom 17. März bis zum 30. April 2024", Rounded),
        ("am 30. April", "vom 17. März bis zum 30. April 2024", Rounded),
        ("am 1. Mai", "vom 17. März bis zum 30. April 2024", Different),
        ("am 16. März", "vom 17. März bis zum 30. April 2024", Different),
        ("im März", "vom 17. März bis zum 30. April 2024", Rounded),
        ("am 31. Dezember", "vom 20. Dezember 2023 bis zum 6. Januar 2024", Rounded),
        ("am 3. Januar", "vom 20. Dezember 2023 bis zum 6. Januar 2024", Rounded),
        ("am 7. Januar", "vom 20. Dezember 2023 bis zum 6. Januar 2024", Different),
    ] {
        assert_eq!(compare(&one(draft, Lang::De), &one(source, Lang::De)), want, "{draft} ~ {source}");
    }
    for (draft, source, want) in [
        ("on 19 March", "from 17 March to 30 April 2024", Rounded),
        ("on 2 March", "from 17 March to 30 April 2024", Different),
    ] {
        assert_eq!(compare(&one(draft, Lang::En), &one(source, Lang::En)), want, "{draft} ~ {source}");
    }
}
