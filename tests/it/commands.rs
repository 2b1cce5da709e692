//! `workspace/executeCommand` over real pipes.

use serde_json::{Value, json};

use crate::client::{Client, Place, capabilities, uri};

const EARLY: &str = "---\nid: deich-a\ntitle: Sturmflut an der Küste\npublisher: Küstenbote\ndate: 2022-02-18\nlang: de\n---\n\n\
    # Sturmflut\n\nIn der Nacht brach der Deich bei Süderhaven.\n\n\
    Nach Angaben des Deichverbands Süderhaven sind mindestens 30 Häuser überflutet worden.\n";
const LATE: &str = "---\nid: deich-b\ntitle: Bilanz der Sturmflut\ndate: 2022-03-04\nlang: de\n---\n\n\
    Nach Angaben des Deichverbands Süderhaven sind bei der Sturmflut 45 Häuser überflutet worden.\n";
const ACTORS: &str = "[[actor]]\nid = \"deichverband\"\nname = \"Deichverband Süderhaven\"\nkind = \"organisation\"\n\n\
    [[actor]]\nid = \"suederhaven\"\nname = \"Süderhaven\"\nkind = \"place\"\n";
const DRAFT: &str = "# Lage \u{1F30A}\r\n\r\nNach der Sturmflut bei Süderhaven sind mindestens 30 Häuser überflutet worden.\r\n\r\n\
    Die Zahnärzte der Nachbarstadt tagten über 1.234 Implantate.\r\n";

/// A workspace with two articles, the second of which brings the first up to date.
pub fn place() -> Place {
    let place = Place::named("Küste ü");
    place.write("corpus/deich a.md", EARLY);
    place.write("corpus/deich-b.md", LATE);
    place.write("corpus/actors.toml", ACTORS);
    place
}

pub fn start(place: &Place, encoding: &str) -> Client {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    capabilities["window"]["showDocument"] = json!({"support": true});
    capabilities["workspace"]["applyEdit"] = json!(true);
    capabilities["workspace"]["workspaceEdit"] = json!({"documentChanges": true});
    Client::start(place, json!({"capabilities": capabilities}))
}

/// The text between the positions of a range.
pub fn cut(text: &str, range: &Value, encoding: &str) -> String {
    let at = |position: &Value| -> usize {
        let line = position["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut column = 0;
        for (n, c) in text[start..].char_indices() {
            if column >= position["character"].as_u64().unwrap() as usize {
                return start + n;
            }
            column += match encoding {
                "utf-8" => c.len_utf8(),
                "utf-16" => c.len_utf16(),
                _ => 1,
            };
        }
        text.len()
    };
    text[at(&range["start"])..at(&range["end"])].to_owned()
}

#[test]
fn commands_are_advertised_and_say_what_is_wrong_with_them() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let known = client.server["capabilities"]["executeCommandProvider"]["commands"].clone();
    for name in ["beleg.sources", "beleg.actors", "beleg.timeline", "beleg.trace", "beleg.openSource"] {
        assert!(known.as_array().unwrap().contains(&json!(name)), "{name}");
    }
    let (code, message) = client.refused("beleg.noSuch", json!({}));
    assert_eq!(code, -32602);
    assert!(message.starts_with("there is no command 'beleg.noSuch' (there are: beleg.sources, "), "{message}");
    let message = |client: &mut Client, argument: Value| client.refused("beleg.sources", argument).1;
    assert_eq!(message(&mut client, json!([1])), "'beleg.sources' takes one object, not a list");
    assert_eq!(message(&mut client, json!({})), "'beleg.sources' needs 'uri' (the URI of an open document)");
    assert_eq!(message(&mut client, json!({"uri": 7})), "'uri' of 'beleg.sources' must be the URI of an open document");
    assert!(message(&mut client, json!({"uri": "file:///zu.md"})).contains("is not open"));
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn the_sources_of_a_document_come_claim_by_claim() {
    for encoding in ["utf-8", "utf-16"] {
        let place = place();
        let mut client = start(&place, encoding);
        let draft = uri(&place.root().join("entwurf.md"));
        client.open(&draft, DRAFT);
        let found = client.command("beleg.sources", json!({"uri": draft, "unknown": 1}));
        assert_eq!(found["version"], 1);
        let claims = found["claims"].as_array().unwrap();
        assert_eq!(claims.len(), 2, "{claims:#?}");
        let flood = &claims[0];
        assert_eq!(cut(DRAFT, &flood["range"], encoding), "mindestens 30 Häuser");
        assert_eq!((&flood["text"], &flood["paragraph"]), (&json!("mindestens 30 Häuser"), &json!(1)));
        assert_eq!(flood["state"], "mismatch", "{flood:#}");
        assert_eq!(flood["findings"][0]["code"], "superseded");
        let statements = flood["statements"].as_array().unwrap();
        let told: Vec<_> = statements
            .iter()
            .map(|s| (s["article"].as_str().unwrap(), s["relation"].as_str().unwrap(), s["first"].as_bool().unwrap()))
            .collect();
        assert_eq!(told, [("deich-a", "superseded", true), ("deich-b", "supersedes", false)]);
        let first = &statements[0];
        assert_eq!(first["uri"], uri(&place.root().join("corpus/deich a.md")));
        assert_eq!(first["citation"], "[@deich-a, p. 2]");
        assert_eq!(first["speaker"], "Deichverband Süderhaven");
        assert_eq!((&first["date"], &first["paragraph"]), (&json!("2022-02-18"), &json!(2)));
        assert_eq!((&first["shown"], &first["certainty"]), (&json!("mindestens 30 Häuser"), &json!("certain")));
        assert_eq!(cut(EARLY, &first["range"], encoding), first["text"].as_str().unwrap());
        let other = &claims[1];
        assert_eq!(other["state"], "uncovered", "{other:#}");
        assert_eq!(other["statements"], json!([]));
    }
}

#[test]
fn an_empty_document_has_no_claims_and_no_actors() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("leer.md"));
    client.open(&draft, "");
    assert_eq!(client.command("beleg.sources", json!({"uri": draft}))["claims"], json!([]));
    assert_eq!(client.command("beleg.actors", json!({"uri": draft}))["actors"], json!([]));
    let there = json!({"uri": draft, "position": {"line": 9, "character": 9}});
    assert_eq!(client.command("beleg.timeline", there.clone()), Value::Null);
    assert_eq!(client.command("beleg.openSource", there), Value::Null);
}

#[test]
fn the_actors_of_a_document_with_where_they_first_appear() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, DRAFT);
    let found = client.command("beleg.actors", json!({"uri": draft}));
    let one = found["actors"].as_array().unwrap().iter().find(|a| a["name"] == "Süderhaven").unwrap();
    assert_eq!((&one["actor"], &one["kind"], &one["listed"]), (&json!("suederhaven"), &json!("place"), &json!(true)));
    assert_eq!(cut(DRAFT, &one["mentions"][0], "utf-16"), "Süderhaven");
    assert_eq!(one["firstStatement"]["article"], "deich-a");
    assert_eq!(
        (&one["firstStatement"]["date"], &one["firstStatement"]["paragraph"]),
        (&json!("2022-02-18"), &json!(1))
    );
    assert_eq!(cut(EARLY, &one["firstStatement"]["range"], "utf-16"), "Süderhaven");
    assert_eq!(one["declaration"]["uri"], uri(&place.root().join("corpus/actors.toml")));
    assert_eq!(one["declaration"]["range"]["start"]["line"], 6);
}

#[test]
fn the_timeline_of_a_figure() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, DRAFT);
    // On the figure, and elsewhere in its sentence.
    for character in [55, 3] {
        let there = json!({"uri": draft, "position": {"line": 2, "character": character}});
        let found = client.command("beleg.timeline", there);
        assert_eq!(found["draft"]["lo"], 30, "{found:#}");
        assert_eq!(found["draft"]["bound"], "at-least");
        assert!(found["matter"].as_str().unwrap().starts_with("Häuser – "), "{found:#}");
        let points: Vec<_> = found["points"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| (p["date"].as_str().unwrap(), p["lo"].as_i64(), p["hi"].as_i64(), p["shown"].as_str().unwrap()))
            .collect();
        let first = points.first().unwrap();
        assert_eq!((first.0, first.1, first.3), ("2022-02-18", Some(30), "mindestens 30 Häuser"));
        assert_eq!(points[1], ("2022-03-04", Some(45), Some(45), "45 Häuser"));
    }
}

#[test]
fn a_passage_or_a_sentence_is_traced() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let ids = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|s| s["article"].as_str().unwrap().to_owned()).collect()
    };
    let text = "Bei Süderhaven wurden nach der Sturmflut mindestens 30 Häuser überflutet.";
    let found = client.command("beleg.trace", json!({"text": text}));
    assert_eq!((ids(&found["agreeing"]), ids(&found["superseding"])), (vec!["deich-a".into()], vec!["deich-b".into()]));
    assert_eq!(found["disagreeing"], json!([]));
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, DRAFT);
    let range = json!({"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 20}});
    let found = client.command("beleg.trace", json!({"uri": draft, "range": range}));
    assert_eq!(ids(&found["agreeing"]), ["deich-a"], "the figure of the sentence the passage is in");
    assert_eq!(client.refused("beleg.trace", json!({"text": " "})).1, "there is no text to trace: 'text' is empty");
    assert!(client.refused("beleg.trace", json!({"uri": draft})).1.starts_with("'beleg.trace' needs 'range'"));
}

#[test]
fn the_first_source_is_shown_where_the_client_can() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, DRAFT);
    let there = json!({"uri": draft, "position": {"line": 2, "character": 55}});
    let found = client.command("beleg.openSource", there.clone());
    assert_eq!(found["uri"], uri(&place.root().join("corpus/deich a.md")));
    assert_eq!(found["shown"], true);
    let shown = client.wait(|m| m["method"] == "window/showDocument");
    assert_eq!(shown["params"]["uri"], found["uri"]);
    assert_eq!(shown["params"]["selection"], found["range"]);
    assert!(cut(EARLY, &found["range"], "utf-16").starts_with("Nach Angaben des Deichverbands"));
    // Without that ability the answer is all there is.
    let mut plain = place.start();
    plain.open(&draft, DRAFT);
    let found = plain.command("beleg.openSource", there);
    assert_eq!((&found["uri"], &found["shown"]), (&json!(uri(&place.root().join("corpus/deich a.md"))), &json!(false)));
}
