//! Findings are told in the reader's language, and are the same findings in each.

use serde_json::{Value, json};

use crate::cli::{run, run_in};
use crate::client::{Client, Place, uri};
use crate::decisions::{MILL, mill};

const EN: &str = "sources say 3,700 t (Genossenschaft, Landbote 2 Mar 2021, ¶ 1), not 4.200 Tonnen";
const DE: &str = "die Quellen nennen 3.700 t (Genossenschaft, Landbote 2. März 2021, Abs. 1), nicht 4.200 Tonnen";

fn told(place: &Place, locale: &str) -> Value {
    let mut client = Client::start(place, json!({"locale": locale}));
    let path = place.root().join("entwürfe/mühle.md");
    let draft = uri(&path);
    client.open(&draft, &std::fs::read_to_string(&path).unwrap());
    let mut found = client.diagnostics(&draft, Some(1));
    let sources = client.command("beleg.sources", json!({"uri": draft}));
    found[0]["panel"] =
        sources["claims"].as_array().unwrap().iter().flat_map(|c| c["findings"].as_array().unwrap()).cloned().collect();
    found
}

#[test]
fn editors_are_told_in_their_language() {
    let place = mill();
    for (locale, message, label) in [
        ("en", EN, "Genossenschaft, Landbote 2 Mar 2021, ¶ 1"),
        ("de", DE, "Genossenschaft, Landbote 2. März 2021, Abs. 1"),
        ("de-AT", DE, "Genossenschaft, Landbote 2. März 2021, Abs. 1"),
        ("fr", EN, "Genossenschaft, Landbote 2 Mar 2021, ¶ 1"),
    ] {
        let found = told(&place, locale);
        assert_eq!(found[0]["message"], message);
        assert_eq!(found[0]["relatedInformation"][0]["message"], label);
        assert_eq!(found[0]["panel"][0]["message"], message);
    }
}

#[test]
fn a_decision_made_where_other_sentences_stood_is_told_in_the_reader_s_language() {
    let place = mill();
    run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--reason", "alte Zählung"], "");
    place.write("entwürfe/mühle.md", &format!("# Anderes\n\nVorher stand hier nichts. {MILL} Danach auch nicht.\n"));
    for (locale, before, message) in [
        (
            "en",
            "ignored (“alte Zählung”) where other sentences stood beside it; decide again if that still holds: ",
            EN,
        ),
        (
            "de",
            "ignoriert („alte Zählung“), als andere Sätze daneben standen; bitte neu entscheiden, falls das noch gilt: ",
            DE,
        ),
    ] {
        let found = told(&place, locale);
        assert_eq!((&found[0]["message"], &found[0]["severity"]), (&json!(format!("{before}{message}")), &json!(4)));
    }
    let (_, out, _) = run_in(&place, "de_DE.UTF-8", &["check", "--show-ignored"], "");
    assert!(out.contains("  ignoriert: alte Zählung\n  damals standen andere Sätze daneben"), "{out}");
    let (_, out, _) = run(&place, &["check", "--show-ignored"], "");
    assert!(out.contains("  ignored: alte Zählung\n  other sentences stood beside it then"), "{out}");
}

#[test]
fn the_command_line_speaks_the_language_of_the_environment_or_the_one_it_is_given() {
    let place = mill();
    for (locale, more, german) in [
        ("C", &[][..], false),
        ("en_GB.UTF-8", &[], false),
        ("fr_FR.UTF-8", &[], false),
        ("de_DE.UTF-8", &[], true),
        ("de_CH", &[], true),
        ("C", &["--locale", "de"], true),
        ("de_DE.UTF-8", &["--locale", "en"], false),
    ] {
        let (code, out, err) = run_in(&place, locale, &[&["check"], more].concat(), "");
        assert!(code == Some(1) && err.is_empty(), "{out}{err}");
        let (message, label, help, count) = match german {
            true => (DE, "Abs. 1)\n", "Vorschlag: „3.700“ schreiben", "1 Befund: 1 warning\n"),
            false => (EN, "¶ 1)\n", "help: Write “3.700”", "1 finding: 1 warning\n"),
        };
        assert!(out.starts_with(&format!("warning[figure-mismatch]: {message}\n")), "{out}");
        assert!(out.contains(label) && out.contains(help) && out.ends_with(count), "{out}");
        let (_, out, _) = run_in(&place, locale, &[&["check", "--format", "github"], more].concat(), "");
        assert!(out.trim_end().ends_with(&format!("::{message}")), "{out}");
        let (_, out, _) = run_in(&place, locale, &[&["check", "-"], more].concat(), "Nichts.\n");
        assert_eq!(out, if german { "nichts gefunden in 1 Text\n" } else { "nothing found in 1 text\n" });
        let (_, out, _) = run_in(&place, locale, &[&["trace", MILL], more].concat(), "");
        let differs = if german {
            "anders: Die Mühle (Landbote), 2. März 2021, Absatz 1"
        } else {
            "otherwise: Die Mühle (Landbote), 2 Mar 2021, paragraph 1"
        };
        assert!(out.contains(differs), "{out}");
        assert!(out.contains(if german { "kein Artikel sagt das" } else { "no article says so" }), "{out}");
    }
    let (code, _, err) = run(&place, &["check", "--locale", "fr"], "");
    assert!(code == Some(2) && err.contains("one of: de, en"), "{err}");
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let place = mill();
    place.write("a.md", &format!("<!-- beleg: ignore figure-mismatch: so -->\n{MILL}\n"));
    for format in ["json", "sarif"] {
        let args = ["check", "--show-ignored", "--format", format];
        let english = run(&place, &args, "");
        assert!(english.1.contains(EN) && !english.1.contains("Quellen nennen"), "{}", english.1);
        assert_eq!(run_in(&place, "de_DE.UTF-8", &args, ""), english);
        assert_eq!(run(&place, &[&args[..], &["--locale", "de"]].concat(), ""), english);
    }
    // What was found in one language is known in the other.
    let (_, before, _) = run_in(&place, "de_DE.UTF-8", &["check", "--format", "json"], "");
    place.write("baseline.json", &before);
    for locale in ["C", "de_DE.UTF-8"] {
        let (code, ..) = run_in(&place, locale, &["check", "--baseline", "baseline.json"], "");
        assert_eq!(code, Some(0));
        let (code, _, err) =
            run_in(&place, locale, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--checked"], "");
        assert_eq!(code, Some(0), "{err}");
        let other = if locale == "C" { "de_DE.UTF-8" } else { "C" };
        assert_eq!(run_in(&place, other, &["check"], "").0, Some(0));
        run_in(&place, other, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--undo"], "");
    }
}
