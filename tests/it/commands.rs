//! `workspace/executeCommand` over real pipes.

use serde_json::{Value, json};

use crate::client::{Client, Place, capabilities, uri};
use crate::decisions::{MILL, mill};

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

/// The edits that the server last asked for: each with its range and its text.
fn edits(client: &mut Client) -> (Value, Vec<Value>) {
    let asked = client.wait(|m| m["method"] == "workspace/applyEdit");
    let change = asked["params"]["edit"]["documentChanges"][0].clone();
    (change["textDocument"].clone(), change["edits"].as_array().unwrap().clone())
}

#[test]
fn a_citation_goes_before_the_stop_or_in_the_place_of_a_wrong_one() {
    let sentence = "Nach der Sturmflut bei Süderhaven sind mindestens 30 Häuser überflutet worden";
    let cases = [
        (format!("# Lage \u{1F30A}\r\n\r\n{sentence}.\r\n"), Some(" [@deich-a, p. 2]")),
        (format!("# Lage \u{1F30A}\r\n\r\n„{sentence}.“\r\n"), Some(" [@deich-a, p. 2]")),
        (format!("# Lage \u{1F30A}\r\n\r\n{sentence} [@deich-a, p. 1].\r\n"), Some("@deich-a, p. 2")),
        (format!("# Lage \u{1F30A}\r\n\r\n{sentence} [vgl. @nirgends, p. 4].\r\n"), Some("@deich-a, p. 2")),
        (format!("# Lage \u{1F30A}\r\n\r\n{sentence}. [@deich-a, p. 2]\r\n"), None),
    ];
    let place = place();
    for encoding in ["utf-8", "utf-16"] {
        let mut client = start(&place, encoding);
        for (n, (text, wanted)) in cases.iter().enumerate() {
            let draft = uri(&place.root().join(format!("entwurf {n}.md")));
            client.open(&draft, text);
            let there = json!({"uri": draft, "position": {"line": 2, "character": 10}});
            assert_eq!(client.command("beleg.cite", there)["citation"], "[@deich-a, p. 2]", "{text}");
            let Some(wanted) = wanted else { continue };
            let (document, edits) = edits(&mut client);
            assert_eq!((&document["uri"], &document["version"]), (&json!(draft), &json!(1)));
            assert_eq!(edits[0]["newText"], *wanted, "{text}");
            let replaced = cut(text, &edits[0]["range"], encoding);
            let shown = format!("{}{}", replaced, if replaced.is_empty() { "|" } else { "" });
            let expected = if text.contains("@nirgends") {
                "@nirgends, p. 4"
            } else if text.contains("@deich-a") {
                "@deich-a, p. 1"
            } else {
                "|"
            };
            assert_eq!(shown, expected, "{text}");
            if replaced.is_empty() {
                let before = json!({"start": {"line": 2, "character": 0}, "end": edits[0]["range"]["start"]});
                let before = cut(text, &before, encoding);
                let whole = if text.contains('„') { format!("„{sentence}.“") } else { sentence.to_owned() };
                assert_eq!(before, whole);
            }
        }
        let other = uri(&place.root().join("fremd.md"));
        client.open(&other, "Die Zahnärzte tagten über 1.234 Implantate.\n");
        let there = json!({"uri": other, "position": {"line": 0, "character": 30}});
        assert_eq!(client.command("beleg.cite", there), Value::Null);
    }
    let mut plain = place.start();
    let draft = uri(&place.root().join("entwurf.md"));
    plain.open(&draft, DRAFT);
    let there = json!({"uri": draft, "position": {"line": 2, "character": 10}});
    let (code, message) = plain.refused("beleg.cite", there);
    assert_eq!((code, message.contains("workspace/applyEdit")), (-32803, true), "{message}");
}

#[test]
fn a_name_is_listed_and_known_at_once() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    let text = "\u{1F30A} Käthe Möwenstedt sprach mit der KWZ.\r\n";
    client.open(&draft, text);
    let range =
        |from: u32, to: u32| json!({"start": {"line": 0, "character": from}, "end": {"line": 0, "character": to}});
    let made = client.command("beleg.newActor", json!({"uri": draft, "range": range(3, 19)}));
    assert_eq!(
        (&made["id"], &made["name"], &made["kind"]),
        (&json!("kaethe-moewenstedt"), &json!("Käthe Möwenstedt"), &json!("person"))
    );
    let shown = client.wait(|m| m["method"] == "window/showDocument");
    assert_eq!(shown["params"]["selection"]["start"], json!({"line": 10, "character": 0}));
    let file = std::fs::read_to_string(place.root().join("corpus/actors.toml")).unwrap();
    let entry = "\n[[actor]]\nid = \"kaethe-moewenstedt\"\nname = \"Käthe Möwenstedt\"\nkind = \"person\"\n";
    assert_eq!(file, format!("{ACTORS}{entry}"));
    // Once more it would be there twice.
    let (code, message) = client.refused("beleg.newActor", json!({"uri": draft, "range": range(3, 19)}));
    assert_eq!((code, &*message), (-32803, "'Käthe Möwenstedt' is listed already (as 'kaethe-moewenstedt')"));
    // Loaded in the background, the name is soon marked.
    while !client.named_tokens(&draft, text).contains(&"Käthe Möwenstedt/person".to_owned()) {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    // The registry open in the editor is edited there, not on disk.
    let registry = uri(&place.root().join("corpus/actors.toml"));
    client.open(&registry, "# leer\r\n");
    let made = client.command("beleg.newActor", json!({"uri": draft, "range": range(35, 38)}));
    assert_eq!((&made["id"], &made["kind"]), (&json!("kwz"), &json!("organisation")));
    let (document, edits) = edits(&mut client);
    assert_eq!(document["uri"], registry);
    assert_eq!(edits[0]["newText"], "\r\n[[actor]]\r\nid = \"kwz\"\r\nname = \"KWZ\"\r\nkind = \"organisation\"\r\n");
    assert_eq!(edits[0]["range"]["start"], json!({"line": 1, "character": 0}));
    assert_eq!(std::fs::read_to_string(place.root().join("corpus/actors.toml")).unwrap(), format!("{ACTORS}{entry}"));
    assert_eq!(client.refused("beleg.newActor", json!({"uri": draft, "range": range(1, 2)})).0, -32602);
}

/// With another name every article is read again: until then what was found stays.
#[test]
fn what_was_found_stays_while_a_new_actor_is_loaded() {
    let place = mill();
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    for name in ["Käthe Möwenstedt", "Genossenschaft"] {
        let mut client = start(&place, "utf-16");
        let text = format!("{MILL}\n\nKäthe Möwenstedt freute sich.\n");
        client.open(&draft, &text);
        let found = client.diagnostics(&draft, Some(1));
        assert_eq!(found[0]["code"], "figure-mismatch");
        let line = text[..text.find(name).unwrap()].matches('\n').count() as u32;
        let column = text.lines().nth(line as usize).unwrap().find(name).unwrap() as u32;
        let end = column + name.encode_utf16().count() as u32;
        let range = json!({"start": {"line": line, "character": column}, "end": {"line": line, "character": end}});
        let made = client.command("beleg.newActor", json!({"uri": draft, "range": range}));
        assert_eq!(made["name"], name);
        while !client.named_tokens(&draft, &text).iter().any(|t| t.starts_with(&format!("{name}/"))) {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        // The next version is told of once this one has been.
        client.edit(&draft, 2, (3, 0), (3, 0), &format!("\n{MILL}\n"));
        loop {
            let found = client.diagnostics(&draft, Some(2));
            assert_eq!(found[0]["code"], "figure-mismatch", "{name}");
            if found.as_array().map(Vec::len) == Some(2) {
                break;
            }
        }
        let told = client.came(|m| m["method"] == "textDocument/publishDiagnostics" && m["params"]["uri"] == *draft);
        for one in told {
            assert_eq!(one["params"]["diagnostics"][0]["code"], "figure-mismatch", "{name}: {one:#}");
        }
        assert_eq!(client.shut_down(), Some(0));
    }
}

#[test]
fn a_broken_registry_is_left_alone() {
    let place = place();
    place.write("corpus/actors.toml", "[[actor]\n");
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, "Käthe Möwenstedt sprach.\n");
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 16}});
    let (code, message) = client.refused("beleg.newActor", json!({"uri": draft, "range": range}));
    assert_eq!(code, -32803);
    assert!(message.starts_with("the registry has a mistake in line 1"), "{message}");
    assert_eq!(std::fs::read_to_string(place.root().join("corpus/actors.toml")).unwrap(), "[[actor]\n");
}

#[test]
fn pages_and_texts_become_articles_of_the_corpus() {
    let place = place();
    let page = place.write(
        "downloads/Seite ä.html",
        "<html lang=de><head><title>Neue Fähre</title></head><body><article><h1>Neue Fähre</h1>\
         <p>Die Reederei Nordlicht stellte am Montag ihre neue Fähre vor, die 400 Fahrgäste fasst.</p>\
         <p>Sie soll vom Sommer an zwischen Süderhaven und den Inseln verkehren, wie die Reederei mitteilte.</p>\
         </article></body></html>",
    );
    let mut client = start(&place, "utf-16");
    let argument = json!({"paths": [page.to_str().unwrap(), place.root().join("fehlt.html").to_str().unwrap()]});
    let done = client.command("beleg.import", argument);
    assert_eq!(done["written"], json!([uri(&place.root().join("corpus/neue-faehre.md"))]), "{done:#}");
    assert_eq!(done["problems"].as_array().map(Vec::len), Some(1), "{done:#}");
    let file = std::fs::read_to_string(place.root().join("corpus/neue-faehre.md")).unwrap();
    assert!(file.contains("400 Fahrgäste"), "{file}");
    let again = client.command("beleg.import", json!({"paths": [uri(&page)]}));
    assert_eq!(again["written"], json!([]));
    let text = "Möwen zählen\n\nFreiwillige zählten am Strand von Süderhaven in drei Tagen 2.300 Möwen, so viele wie nie zuvor.\n";
    let done = client.command("beleg.import", json!({"text": text, "name": "Möwen"}));
    assert_eq!(done["problems"], json!([]), "{done:#}");
    let written = done["written"][0].as_str().unwrap().to_owned();
    assert!(written.starts_with(&uri(&place.root().join("corpus"))), "{written}");
    // What was imported is a source.
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, "Am Strand von Süderhaven zählten Freiwillige 2.300 Möwen.\n");
    loop {
        let found = client.command("beleg.sources", json!({"uri": draft}));
        if found["claims"][0]["statements"][0]["uri"] == written {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(client.refused("beleg.import", json!({"paths": ["x.html"]})).1.contains("not an absolute path"));
    assert!(client.refused("beleg.import", json!({})).1.starts_with("'beleg.import' needs 'paths'"));
}

#[test]
fn every_briefing_is_checked_with_progress() {
    let place = place();
    let path = place.write("texte/lage ü.md", DRAFT);
    place.write("texte/gut.md", "Bei Süderhaven brach der Deich.\n");
    let mut client = start(&place, "utf-16");
    let params = json!({"command": "beleg.checkWorkspace", "arguments": [{}], "workDoneToken": "mine"});
    let id = client.request("workspace/executeCommand", params);
    let answer = client.answer(id)["result"].clone();
    assert_eq!((&answer["documents"], &answer["findings"]), (&json!(2), &json!(1)), "{answer:#}");
    for kind in ["begin", "end"] {
        let told = client.wait(|m| m["params"]["token"] == "mine" && m["params"]["value"]["kind"] == kind);
        assert_eq!(told["method"], "$/progress");
    }
    let found = client.diagnostics(&uri(&path), None);
    assert_eq!(found[0]["code"], "superseded");
    assert_eq!(cut(DRAFT, &found[0]["range"], "utf-16"), "mindestens 30 Häuser");
    // Once it is right, a second check takes the finding back.
    std::fs::write(&path, "Bei Süderhaven brach der Deich.\n").unwrap();
    let answer = client.command("beleg.checkWorkspace", json!({}));
    assert_eq!(answer["findings"], 0);
    assert_eq!(client.diagnostics(&uri(&path), None), json!([]));
}
