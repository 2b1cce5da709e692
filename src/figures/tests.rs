//! Tests of reading and comparing figures.

use super::{Kind, PartialDate, Value, figures};
use crate::lang::Lang;

mod broad;
mod compare;
mod laws;
mod press;
mod story;
mod table;

/// The figures of a sentence, one a line: `span | kind value unit bound`.
fn read(lang: Lang, reference: &str, text: &str) -> Vec<String> {
    figures(text, lang, date(reference))
        .iter()
        .map(|f| {
            let span = text.get(f.span.range()).unwrap_or("?");
            let kind = serde_json::to_value(f.kind).unwrap_or_default();
            let bound = serde_json::to_value(f.bound).unwrap_or_default();
            let mut line = format!("{span} | {} {}", kind.as_str().unwrap_or("?"), f.json_value());
            if let Some(unit) = &f.unit {
                line.push(' ');
                line.push_str(unit);
            }
            if bound != "exact" {
                line.push(' ');
                line.push_str(bound.as_str().unwrap_or("?"));
            }
            line
        })
        .collect()
}

fn date(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    Some(PartialDate {
        year: Some(parts.next()?.parse().ok()?),
        month: parts.next().and_then(|m| m.parse().ok()),
        day: parts.next().and_then(|d| d.parse().ok()),
    })
}

/// Checks sentences against their figures. A case is a sentence and, indented below it, its figures.
#[track_caller]
fn check(lang: Lang, reference: &str, cases: &str) {
    let mut wrong = String::new();
    let mut lines = cases.lines().filter(|l| !l.trim().is_empty()).peekable();
    while let Some(sentence) = lines.next() {
        let mut want = Vec::new();
        while let Some(line) = lines.next_if(|l| l.starts_with("    ")) {
            want.push(line.trim().to_owned());
        }
        let got = read(lang, reference, sentence);
        if got != want {
            wrong.push_str(&format!("{sentence}\n"));
            for line in &want {
                if !got.contains(line) {
                    wrong.push_str(&format!("  - {line}\n"));
                }
            }
            for line in &got {
                if !want.contains(line) {
                    wrong.push_str(&format!("  + {line}\n"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_percentage_knows_what_it_is_a_share_of() {
    let noun = |text: &str, lang| {
        let found = figures(text, lang, None);
        found.first().and_then(|f| Some((f.kind, f.noun.as_ref()?.head.clone(), text[f.span.range()].to_owned())))
    };
    let is = |head: &str, text: &str| Some((Kind::Percent, head.to_owned(), text.to_owned()));
    assert_eq!(
        noun("🚢 Rund 20\u{a0}Prozent der Fa\u{308}hren fielen aus.", Lang::De),
        is("Fa\u{308}hren", "Rund 20\u{a0}Prozent")
    );
    assert_eq!(noun("31 % aller Schulen", Lang::De), is("Schule", "31 %"));
    assert_eq!(noun("About 12 per cent of the ferries sank.", Lang::En), is("ferry", "About 12 per cent"));
    assert_eq!(noun("40 Prozent mehr Fähren", Lang::De), None, "a rise is no share");
    assert_eq!(noun("12 per cent of\r\n\r\nferries", Lang::En), None, "another paragraph");
}

#[test]
fn some_of_those_that_were_spoken_of_are_a_part() {
    let parts = |text: &str, lang| figures(text, lang, None).iter().map(|f| f.part).collect::<Vec<_>>();
    assert_eq!(parts("2.860 Möwen, darunter 310 Küken und 55 kranke", Lang::De), [false, true, true]);
    assert_eq!(parts("Davon waren 12 aus Kiel, 30 aus Köln.", Lang::De), [false, false], "too far from the word");
    assert_eq!(parts("46 boats, **12 of them** new; 29 of\u{a0}these sank.", Lang::En), [false, true, true]);
    assert_eq!(parts("Of the 58 posts 12 are vacant.", Lang::En), [false, false]);
}

#[test]
fn a_year_and_until_when_in_it_are_two_dates() {
    let found = figures("Die Fähre fuhr 2024 bis zum 9. November, zuvor von März bis Mai.", Lang::De, None);
    let dates: Vec<_> = found.iter().map(|f| f.json_value().to_string()).collect();
    assert_eq!(dates, ["\"2024\"", "\"--11-09\"", "[\"--03\",\"--05\"]"]);
}

#[test]
fn the_head_of_a_compound_is_the_noun() {
    let found = figures("Rund 3.000 kanadische Gebirgsjäger und 40 Infanteriesoldaten kamen.", Lang::De, None);
    let heads: Vec<_> = found.iter().map(|f| f.noun.as_ref().map(|n| n.head.as_str())).collect();
    assert_eq!(heads, [Some("Gebirgsjäger"), Some("Soldat")]);
    let found = figures("Some 40 naval officers and 12 ministries took part.", Lang::En, None);
    let heads: Vec<_> = found.iter().map(|f| f.noun.as_ref().map(|n| n.head.as_str())).collect();
    assert_eq!(heads, [Some("officer"), Some("ministry")]);
}

#[test]
fn without_a_reference_the_year_stays_open() {
    let found = figures("Am 23. Oktober begann der Bau.", Lang::De, None);
    assert_eq!(found.first().map(|f| f.json_value()), Some("--10-23".into()));
    let found = figures("Im vergangenen Jahr begann der Bau.", Lang::De, None);
    assert_eq!(found.first().map(|f| (f.kind, f.value.clone())), Some((Kind::Date, Value::Unknown)));
}

#[test]
fn a_month_that_is_named_is_no_relative_date() {
    let relative = |words: &str, lang| super::is_relative(words, lang);
    for words in ["gestern", "am Dienstag", "vorigen\u{a0}Monat", "nächstes Jahr", "vor zwei Wochen", "👍 heute"] {
        assert!(relative(words, Lang::De), "{words}");
    }
    for words in ["im Mai", "Ende März", "Ma\u{308}rz", "voriges Jahr, im Jänner", "am 3. des Monats", "Mai/Juni"] {
        assert!(!relative(words, Lang::De), "{words}");
    }
    assert!(relative("last week", Lang::En) && relative("on Tuesday", Lang::En));
    assert!(!relative("in mid-October", Lang::En) && !relative("last August's", Lang::En));
}
