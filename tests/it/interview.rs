//! An interview whose questions stand in emphasis, from the article's file to what is told: its answers are the interviewee's.

use serde_json::Value;

use crate::cli::run;
use crate::client::Place;

const ACTORS: &str = "[[actor]]\nid = \"grit-moehring\"\nname = \"Grit Möhring\"\nkind = \"person\"\n\n\
    [[actor]]\nid = \"jonas-kessler\"\nname = \"Jonas Keßler\"\nkind = \"person\"\n\n\
    [[actor]]\nid = \"ute-voss\"\nname = \"Ute Voß\"\nkind = \"person\"\n";

/// Questions in every sort of emphasis, one of them before a paragraph of its own.
const INTERVIEW: &str = "---
id: klaerwerk-gespraech
title: „Wir klären zu viel Regen“
publisher: Auenbote
date: 2024-05-14
lang: de
---

Das Klärwerk in Ölbach wird umgebaut. Ein Gespräch mit der Leiterin Grit Möhring.

*Frau Möhring, wie viel Wasser kommt an einem Regentag bei Ihnen an?*

Wir nehmen an einem Regentag 64.000\u{a0}Kubikmeter Wasser auf.

**Und was wird aus dem _Klärschlamm_?** Den Klärschlamm trocknen
wir seit Januar in einer Halle mit 38 Öfen.

Das Gespräch führte Jonas Keßler.
";

fn place(line_end: &str) -> Place {
    let place = Place::named("Gespräch ß");
    place.write("corpus/gespraech.md", &INTERVIEW.replace('\n', line_end));
    place.write("corpus/actors.toml", ACTORS);
    place
}

fn json(place: &Place, args: &[&str], input: &str) -> Value {
    let (_, out, err) = run(place, &[args, &["--format", "json"]].concat(), input);
    serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"))
}

#[test]
fn answers_are_traced_to_the_interviewee() {
    for line_end in ["\n", "\r\n"] {
        let place = place(line_end);
        for (draft, paragraph) in [
            ("Laut Grit Möhring nimmt das Klärwerk an einem Regentag 64.000 Kubikmeter Wasser auf.", 3),
            ("On a rainy day the plant takes in 64,000 cubic metres of water, said Grit Möhring.", 3),
            ("Der Klärschlamm wird nach Angaben von Grit Möhring in einer Halle mit 38 Öfen getrocknet.", 4),
        ] {
            let claims = json(&place, &["trace", draft], "");
            let first = &claims["claims"][0]["agreeing"][0];
            assert_eq!(
                (&first["article"], &first["paragraph"], &first["speaker"]),
                (&"klaerwerk-gespraech".into(), &paragraph.into(), &"Grit Möhring".into()),
                "{draft} {claims:#}"
            );
        }
    }
}

#[test]
fn only_a_wrong_interviewee_is_found_fault_with() {
    for line_end in ["\n", "\r\n"] {
        let place = place(line_end);
        for (speaker, found) in
            [("Grit Möhring", None), ("Frau Möhring", None), ("Ute Voß", Some("attribution-mismatch"))]
        {
            for draft in [
                "Laut {} wird der Klärschlamm seit Januar in einer Halle mit 38 Öfen getrocknet.",
                "An einem Regentag nimmt das Klärwerk nach Angaben von {} 64.000\u{a0}Kubikmeter Wasser auf.",
                "On a rainy day the plant takes in 64,000 cubic metres of water, said {}.",
            ] {
                // In English nobody is called Frau.
                let speaker = if draft.starts_with("On") { speaker.trim_start_matches("Frau ") } else { speaker };
                let draft = draft.replace("{}", speaker).replace('\n', line_end);
                let all = json(&place, &["check", "-"], &draft);
                let findings = all["findings"].as_array().unwrap();
                let codes: Vec<&str> = findings.iter().filter_map(|f| f["code"].as_str()).collect();
                assert_eq!(codes, Vec::from_iter(found), "{draft}");
                if let Some(finding) = findings.first() {
                    let start = draft.find(speaker).map(|at| draft[..at].chars().count()).unwrap();
                    assert_eq!(finding["start"], start, "{draft}");
                    assert!(finding["message"].as_str().unwrap().starts_with("Grit Möhring says so"), "{finding:#}");
                }
            }
        }
    }
}
