//! What helps while writing, over real pipes: lenses, hints, completion, links, renaming.

use serde_json::{Value, json};

use crate::client::{Client, Place, capabilities, uri};
use crate::commands::{cut, place, start};

const TEXT: &str = "# Lage \u{1F30A}\r\n\r\nNach der Sturmflut bei Süderhaven sind mindestens 30 Häuser überflutet worden. \
    Die Gemeinde feierte trotzdem ihr Sommerfest.\r\n\r\nKurz.\r\n";

fn open(place: &Place, client: &mut Client, text: &str) -> String {
    let draft = uri(&place.root().join("entwurf ü.md"));
    client.open(&draft, text);
    draft
}

/// A place of the text, marked by a bar, in the units of `encoding`.
fn bar(marked: &str, encoding: &str) -> (String, Value) {
    let at = marked.find('|').unwrap();
    let line = marked[..at].matches('\n').count();
    let start = marked[..at].rfind('\n').map_or(0, |n| n + 1);
    let before = &marked[start..at];
    let character = if encoding == "utf-8" { before.len() } else { before.encode_utf16().count() };
    (marked.replacen('|', "", 1), json!({"line": line, "character": character}))
}

#[test]
fn a_lens_stands_above_each_paragraph_and_is_worked_out_when_it_is_shown() {
    for (locale, title) in [
        ("en", "2 claims · 1 sourced · first: Küstenbote 18 Feb 2022"),
        ("de", "2 Aussagen · 1 belegt · zuerst: Küstenbote 18. Feb. 2022"),
    ] {
        let place = place();
        let mut client = Client::start(&place, json!({"locale": locale}));
        let draft = open(&place, &mut client, TEXT);
        let document = json!({"textDocument": {"uri": draft}});
        let found = client.ask("textDocument/codeLens", document);
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{found:#}");
        assert_eq!(found[0]["range"]["start"], json!({"line": 2, "character": 0}));
        assert_eq!(found[0].get("command"), None, "nothing is traced for a lens nobody sees");
        let lens = client.ask("codeLens/resolve", found[0].clone());
        assert_eq!(lens["command"]["title"], title);
        assert_eq!(lens["command"]["command"], "beleg.openSource");
        let argument = lens["command"]["arguments"][0].clone();
        assert_eq!(argument["uri"], draft);
        let opened = client.command("beleg.openSource", argument);
        assert_eq!(opened["uri"], uri(&place.root().join("corpus/deich a.md")));
        // An article has none, and neither has anything else once they are off.
        let article = uri(&place.root().join("corpus/deich-b.md"));
        client.open(&article, "Bei der Sturmflut sind 45 Häuser überflutet worden.\n");
        assert_eq!(client.ask("textDocument/codeLens", json!({"textDocument": {"uri": article}})), json!([]));
        client.tell(
            "workspace/didChangeConfiguration",
            json!({"settings": {"beleg": {"features": {"codeLens": false}}}}),
        );
        assert_eq!(client.ask("textDocument/codeLens", json!({"textDocument": {"uri": draft}})), json!([]));
    }
}

#[test]
fn a_lens_of_a_text_that_has_moved_on_is_given_up() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = open(&place, &mut client, TEXT);
    let lens = client.ask("textDocument/codeLens", json!({"textDocument": {"uri": draft}}))[0].clone();
    let whole = json!({"textDocument": {"uri": draft, "version": 2}, "contentChanges": [{"text": "Kurz.\n"}]});
    client.tell("textDocument/didChange", whole);
    let resolved = client.ask("codeLens/resolve", lens);
    assert_eq!(resolved["command"]["title"], "");
}

#[test]
fn hints_name_the_source_of_each_figure_in_the_range_if_wanted() {
    for encoding in ["utf-8", "utf-16"] {
        let place = place();
        let mut client = start(&place, encoding);
        let text = format!("{TEXT}\r\n\u{1F30A} Überflutet wurden 30 oder mehr Häuser bei Süderhaven.\r\n");
        let draft = open(&place, &mut client, &text);
        let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 3, "character": 0}});
        let params = json!({"textDocument": {"uri": draft}, "range": range});
        let found = client.ask("textDocument/inlayHint", params.clone());
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{found:#}");
        let hint = &found[0];
        assert_eq!(hint["label"][0]["value"], "Küstenbote 2022");
        // What the label has no room for is said when it is pointed at.
        assert_eq!(hint["label"][0]["tooltip"], "Sturmflut an der Küste (Küstenbote), 18 Feb 2022, paragraph 2");
        assert_eq!(hint["label"][0]["location"]["uri"], uri(&place.root().join("corpus/deich a.md")));
        let before = json!({"start": {"line": 2, "character": 0}, "end": hint["position"]});
        assert!(cut(&text, &before, encoding).ends_with("mindestens 30 Häuser"));
        let off = json!({"settings": {"beleg": {"features": {"inlayHints": false}}}});
        client.tell("workspace/didChangeConfiguration", off);
        assert_eq!(client.ask("textDocument/inlayHint", params), json!([]));
    }
}

#[test]
fn a_publisher_is_called_by_the_letters_that_the_registry_has_for_it() {
    let place = place();
    let registry = std::fs::read_to_string(place.root().join("corpus/actors.toml")).unwrap();
    let publisher = "[[actor]]\nid = \"kb\"\nname = \"Küstenbote\"\nkind = \"organisation\"\naliases = [\"Bote\", \"KBO\", \"KB\"]\n";
    place.write("corpus/actors.toml", &format!("{registry}\n{publisher}"));
    let mut client = start(&place, "utf-8");
    let draft = open(&place, &mut client, TEXT);
    let document = json!({"uri": draft});
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 3, "character": 0}});
    let hints = client.ask("textDocument/inlayHint", json!({"textDocument": document, "range": range}));
    assert_eq!(hints[0]["label"][0]["value"], "KB 2022");
    let lens = client.ask("textDocument/codeLens", json!({"textDocument": document}))[0].clone();
    assert_eq!(
        client.ask("codeLens/resolve", lens)["command"]["title"],
        "2 claims · 1 sourced · first: KB 18 Feb 2022"
    );
}

/// The proposals at a bar: label and what the text becomes.
fn proposals(client: &mut Client, draft: &str, marked: &str, encoding: &str) -> Vec<(String, String)> {
    let (text, position) = bar(marked, encoding);
    client.open(draft, &text);
    let params = json!({"textDocument": {"uri": draft}, "position": position});
    let found = client.ask("textDocument/completion", params);
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": draft}}));
    let items = found["items"].as_array().cloned().unwrap_or_default();
    let applied = items.iter().map(|item| {
        let edit = &item["textEdit"];
        let replaced = cut(&text, &edit["range"], encoding);
        let at = marked.find('|').unwrap();
        assert!(text[..at].ends_with(&replaced), "{item}");
        let new = format!("{}{}{}", &text[..at - replaced.len()], edit["newText"].as_str().unwrap(), &text[at..]);
        (item["label"].as_str().unwrap().to_owned(), new.lines().last().unwrap_or_default().to_owned())
    });
    applied.collect()
}

#[test]
fn citations_are_completed_with_the_paragraph_that_fits_first() {
    for encoding in ["utf-8", "utf-16"] {
        let place = place();
        let mut client = start(&place, encoding);
        let draft = uri(&place.root().join("entwurf.md"));
        let mut at = |marked: &str| proposals(&mut client, &draft, marked, encoding);
        let sentence = "\u{1F30A} Nach der Sturmflut bei Süderhaven sind mindestens 30 Häuser überflutet worden";
        let found = at(&format!("# Ü\r\n\r\n{sentence} [@|"));
        assert_eq!(found[0], ("@deich-a, p. 2".into(), format!("{sentence} [@deich-a, p. 2]")));
        assert!(found.iter().any(|(label, _)| label == "@deich-b"), "{found:?}");
        // The editor has closed the bracket already.
        let found = at(&format!("{sentence} [vgl. @dei|]."));
        assert_eq!(found[0].1, format!("{sentence} [vgl. @deich-a, p. 2]."));
        let found = at(&format!("{sentence}. [@|"));
        assert_eq!(found[0].0, "@deich-a, p. 2", "behind the stop it is about the sentence before");
        let found = at(&format!("{sentence} [@deich-a, p. |]."));
        assert_eq!(found[0].1, format!("{sentence} [@deich-a, p. 2]."));
        assert_eq!(found[1].0, "1");
        // By the title, without its umlaut.
        let found = at("Dies ist neu [@kuste|");
        assert_eq!(found.iter().map(|f| f.0.as_str()).collect::<Vec<_>>(), ["@deich-a"]);
        assert_eq!(at("Dies ist neu [@gibtsnicht|"), []);
    }
}

#[test]
fn names_are_completed_in_the_house_spelling() {
    let place = place();
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    let mut at = |marked: &str| proposals(&mut client, &draft, marked, "utf-16");
    for typed in ["Sud", "Süd", "sued"] {
        let found = at(&format!("\u{1F30A} Die Flut bei {typed}|"));
        assert_eq!(found[0], ("Süderhaven".into(), "\u{1F30A} Die Flut bei Süderhaven".into()), "{typed}");
    }
    let found = at("Der Deichverband Su|");
    assert_eq!(found.iter().find(|f| f.0 == "Deichverband Süderhaven").unwrap().1, "Der Deichverband Süderhaven");
    assert_eq!(at("Der D|"), [], "one letter is too little");
    assert_eq!(at("Der Deichverband Süderhaven|").iter().filter(|f| f.0 == "Süderhaven").count(), 0);
}

#[test]
fn figures_are_completed_from_the_sources() {
    let place = place();
    place.write("corpus/bahn.md", "---\nid: bahn\ndate: 2022-01-01\nlang: de\n---\n\nDie Ölpipeline kostete die Stadt Süderhaven 1,7 Milliarden Euro.\n");
    let mut client = start(&place, "utf-16");
    let draft = uri(&place.root().join("entwurf.md"));
    let mut at = |marked: &str| proposals(&mut client, &draft, marked, "utf-16");
    let found = at("Nach der Sturmflut bei Süderhaven wurden 4| Häuser überflutet.");
    assert_eq!(
        found.iter().map(|f| f.1.as_str()).collect::<Vec<_>>(),
        ["Nach der Sturmflut bei Süderhaven wurden 45 Häuser überflutet."]
    );
    let found = at("Nach der Sturmflut bei Süderhaven wurden |Häuser überflutet.");
    assert!(found.iter().any(|f| f.0 == "30") && found.iter().any(|f| f.0 == "45"), "{found:?}");
    let found = at("Die Ölpipeline kostete die Stadt Süderhaven 1|");
    assert!(found.iter().any(|f| f.1.ends_with("Süderhaven 1,7 Milliarden EUR")), "{found:?}");
}

#[test]
fn citations_link_to_their_paragraph() {
    for encoding in ["utf-8", "utf-16"] {
        let place = place();
        let mut client = start(&place, encoding);
        let text = "\u{1F30A} Überflutet [@deich-a, p. 2; vgl. @deich-b; @nichts, p. 1].\r\n";
        let draft = open(&place, &mut client, text);
        let found = client.ask("textDocument/documentLink", json!({"textDocument": {"uri": draft}}));
        let links: Vec<(String, String)> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|l| (cut(text, &l["range"], encoding), l["target"].as_str().unwrap().to_owned()))
            .collect();
        let file = |name: &str| uri(&place.root().join(name));
        assert_eq!(
            links,
            [
                ("@deich-a, p. 2".to_owned(), format!("{}#L13,1", file("corpus/deich a.md"))),
                ("@deich-b".to_owned(), format!("{}#L8,1", file("corpus/deich-b.md"))),
            ]
        );
        assert_eq!(found[0]["tooltip"], "Sturmflut an der Küste (Küstenbote), 18 Feb 2022, paragraph 2");
    }
}

fn renaming(place: &Place) -> Client {
    let mut capabilities = capabilities();
    capabilities["workspace"]["workspaceEdit"] = json!({"documentChanges": true});
    capabilities["textDocument"]["rename"] = json!({"prepareSupport": true});
    Client::start(place, json!({"capabilities": capabilities}))
}

#[test]
fn an_actor_is_renamed_in_the_registry_and_in_briefings() {
    let place = place();
    let other =
        "\u{1F30A} In Süderhaven, und Süderhavens Deich.\r\n\r\nDer Deichverband Süderhaven wohnt im Suederhaven.\r\n";
    place.write("texte/andere.md", other);
    place.write("texte/ohne.md", "Nichts.\n");
    let mut client = renaming(&place);
    let draft = open(&place, &mut client, TEXT);
    let at = json!({"textDocument": {"uri": draft}, "position": {"line": 2, "character": 26}});
    let prepared = client.ask("textDocument/prepareRename", at.clone());
    assert_eq!(
        (cut(TEXT, &prepared["range"], "utf-16"), &prepared["placeholder"]),
        ("Süderhaven".into(), &json!("Süderhaven"))
    );
    let mut params = at.clone();
    params["newName"] = json!("Söderhaus");
    let found = client.ask("textDocument/rename", params);
    let mut changes = Vec::new();
    for change in found["documentChanges"].as_array().unwrap() {
        let name = change["textDocument"]["uri"].as_str().unwrap().to_owned();
        let text = match name.rsplit('/').next().unwrap() {
            "actors.toml" => std::fs::read_to_string(place.root().join("corpus/actors.toml")).unwrap(),
            "andere.md" => other.to_owned(),
            _ => TEXT.to_owned(),
        };
        let edits = change["edits"].as_array().unwrap().iter();
        let edits = edits.map(|e| (cut(&text, &e["range"], "utf-16"), e["newText"].as_str().unwrap().to_owned()));
        changes.push((name, change["textDocument"]["version"].clone(), edits.collect::<Vec<_>>()));
    }
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let file = |name: &str| uri(&place.root().join(name));
    assert_eq!(
        changes,
        [
            (
                file("corpus/actors.toml"),
                Value::Null,
                vec![pair("\"Süderhaven\"", "\"Söderhaus\"\naliases = [\"Süderhaven\"]")]
            ),
            (draft.clone(), json!(1), vec![pair("Süderhaven", "Söderhaus")]),
            (
                file("texte/andere.md"),
                Value::Null,
                vec![pair("Süderhaven", "Söderhaus"), pair("Süderhavens", "Söderhaus’")]
            ),
        ],
        "articles are left alone, and so are other actors and other spellings"
    );
    let refused = |client: &mut Client, params: Value, method: &str| {
        let id = client.request(method, params);
        client.answer(id)["error"]["message"].as_str().unwrap_or_default().to_owned()
    };
    let mut params = at;
    params["newName"] = json!("Deichverband Süderhaven");
    let message = refused(&mut client, params.clone(), "textDocument/rename");
    assert_eq!(message, "'Deichverband Süderhaven' is a name of 'deichverband' already");
    params["newName"] = json!("…");
    assert_eq!(refused(&mut client, params, "textDocument/rename"), "'…' cannot be an actor's name");
    let andere = file("texte/andere.md");
    client.open(&andere, other);
    let there = json!({"textDocument": {"uri": andere}, "position": {"line": 2, "character": 44}});
    assert_eq!(
        refused(&mut client, there, "textDocument/prepareRename"),
        "only the house spelling “Süderhaven” can be renamed"
    );
    let nowhere = json!({"textDocument": {"uri": andere}, "position": {"line": 2, "character": 29}});
    assert_eq!(client.ask("textDocument/prepareRename", nowhere), Value::Null);
}

#[test]
fn an_actor_is_renamed_from_the_registry() {
    let place = place();
    let path = place.root().join("corpus/actors.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut client = renaming(&place);
    let draft = open(&place, &mut client, TEXT);
    let registry = uri(&path);
    client.open(&registry, &text);
    let at = json!({"textDocument": {"uri": registry}, "position": {"line": 7, "character": 12}});
    let prepared = client.ask("textDocument/prepareRename", at.clone());
    assert_eq!(cut(&text, &prepared["range"], "utf-16"), "Süderhaven");
    let mut params = at;
    params["newName"] = json!("Nordhaven");
    let found = client.ask("textDocument/rename", params);
    let changed: Vec<&str> = found["documentChanges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["textDocument"]["uri"].as_str().unwrap())
        .collect();
    assert_eq!(changed, [registry.as_str(), draft.as_str()]);
    assert_eq!(found["documentChanges"][0]["textDocument"]["version"], 1);
}
