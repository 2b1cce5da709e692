//! When findings are told: not inside the word being typed, and for every briefing when asked.

use std::time::Instant;

use serde_json::{Value, json};

use crate::client::{Client, Place, capabilities, uri};
use crate::decisions::{MILL, mill};

/// A draft that says what its source says, and where its figure ends.
fn right(place: &Place) -> (String, String, u32) {
    let text = MILL.replace("4.200", "3.700");
    let at = text.find("3.700").unwrap() as u32 + 5;
    (uri(&place.root().join("entwürfe/mühle.md")), text, at)
}

#[test]
fn nothing_is_said_about_the_word_being_typed() {
    let place = mill();
    let mut client = place.start();
    let (draft, text, end) = right(&place);
    client.open(&draft, &text);
    assert_eq!(client.diagnostics(&draft, Some(1)), json!([]));
    // Two keys: 3.700 becomes .700 on its way to 4.700.
    client.edit(&draft, 2, (0, end - 5), (0, end - 4), "");
    client.edit(&draft, 3, (0, end - 5), (0, end - 5), "4");
    assert_eq!(client.diagnostics(&draft, Some(3)), json!([]));
    // The caret goes elsewhere: editors then ask what to highlight there.
    client.at("textDocument/documentHighlight", &draft, 0, end);
    let found = client.at("textDocument/documentHighlight", &draft, 0, 3);
    assert!(found.is_array());
    assert_eq!(client.diagnostics(&draft, Some(3)).as_array().map(Vec::len), Some(1));
}

#[test]
fn a_pause_a_space_a_save_and_a_paste_end_a_word() {
    let place = mill();
    let mut client = place.start();
    let (draft, text, end) = right(&place);
    let count = |found: Value| found.as_array().map(Vec::len);
    client.open(&draft, &text);
    assert_eq!(count(client.diagnostics(&draft, Some(1))), Some(0));
    client.edit(&draft, 2, (0, end - 5), (0, end - 4), "4");
    let began = Instant::now();
    assert_eq!(count(client.diagnostics(&draft, Some(2))), Some(0));
    // Nobody asks for anything: after a while without a key it is told all the same.
    assert_eq!(count(client.diagnostics(&draft, Some(2))), Some(1));
    assert!(began.elapsed().as_millis() >= 900, "{:?}", began.elapsed());
    client.edit(&draft, 3, (0, end - 5), (0, end - 4), "5");
    client.tell("textDocument/didSave", json!({"textDocument": {"uri": draft}}));
    assert_eq!(count(client.diagnostics(&draft, Some(3))), Some(1));
    client.edit(&draft, 4, (0, end - 5), (0, end), "4.200");
    assert_eq!(count(client.diagnostics(&draft, Some(4))), Some(1));
    client.edit(&draft, 5, (0, end), (0, end), " ");
    assert_eq!(count(client.diagnostics(&draft, Some(5))), Some(1));
}

fn puller(place: &Place) -> Client {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({"refreshSupport": true});
    Client::start(place, json!({"capabilities": capabilities}))
}

/// Reports by the end of their URI: how many findings, or `None` for unchanged.
fn reports(place: &Place, items: &Value) -> Vec<(String, Option<usize>)> {
    let root = uri(&place.root());
    let name = |i: &Value| i["uri"].as_str().unwrap().strip_prefix(&root).unwrap().to_owned();
    let count = |i: &Value| (i["kind"] == "full").then(|| i["items"].as_array().unwrap().len());
    items.as_array().unwrap().iter().map(|i| (name(i), count(i))).collect()
}

#[test]
fn every_briefing_is_reported_when_asked() {
    let place = mill();
    let two = place.write("zwei.md", MILL);
    place.write("drei.md", "Nichts Besonderes.\n");
    let mut client = puller(&place);
    let ask = |client: &mut Client, known: &Value, more: Value| {
        let ids: Vec<Value> =
            known.as_array().unwrap().iter().map(|i| json!({"uri": i["uri"], "value": i["resultId"]})).collect();
        let mut params = json!({"previousResultIds": ids});
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        client.ask("workspace/diagnostic", params)["items"].clone()
    };
    let first = ask(&mut client, &json!([]), json!({}));
    let muehle = "/entw%C3%BCrfe/m%C3%BChle.md".to_owned();
    let all = [("/drei.md".to_owned(), Some(0)), (muehle.clone(), Some(1)), ("/zwei.md".to_owned(), Some(1))];
    assert_eq!(reports(&place, &first), all);
    // Nothing has changed.
    let second = ask(&mut client, &first, json!({}));
    assert!(reports(&place, &second).iter().all(|(_, n)| n.is_none()), "{second:#}");
    assert_eq!(second[0]["resultId"], first[0]["resultId"]);
    // One is open and being edited, one has gone.
    client.open(&uri(&place.root().join("drei.md")), MILL);
    std::fs::remove_file(&two).unwrap();
    let third = ask(&mut client, &second, json!({}));
    assert_eq!(reports(&place, &third), [("/drei.md".into(), Some(1)), (muehle, None), ("/zwei.md".into(), Some(0))]);
    assert_eq!(third[0]["version"], 1);
    // Each as soon as it is there, where the client has named a place for that.
    let last = ask(&mut client, &json!([]), json!({"partialResultToken": "here"}));
    assert_eq!(last, json!([]));
    let mut partial = Vec::new();
    for _ in 0..2 {
        let part = client.wait(|m| m["method"] == "$/progress" && m["params"]["token"] == "here");
        partial.extend(reports(&place, &part["params"]["value"]["items"]));
    }
    partial.sort();
    assert_eq!(partial, [("/drei.md".into(), Some(1)), ("/entw%C3%BCrfe/m%C3%BChle.md".into(), Some(1))]);
}

#[test]
fn a_client_that_pulls_is_told_to_pull_again() {
    let place = mill();
    let mut client = puller(&place);
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    client.open(&draft, MILL);
    let pull = |client: &mut Client, id: &Value| {
        client.ask("textDocument/diagnostic", json!({"textDocument": {"uri": draft}, "previousResultId": id}))
    };
    let first = pull(&mut client, &Value::Null);
    assert_eq!((&first["kind"], first["items"].as_array().map(Vec::len)), (&json!("full"), Some(1)));
    let again = pull(&mut client, &first["resultId"]);
    assert_eq!((&again["kind"], &again["resultId"]), (&json!("unchanged"), &first["resultId"]));
    client.wait(|m| m["method"] == "workspace/diagnostic/refresh");
    let settings = json!({"settings": {"beleg": {"checks": {"all": "off"}}}});
    client.tell("workspace/didChangeConfiguration", settings);
    client.wait(|m| m["method"] == "workspace/diagnostic/refresh");
    assert_eq!(pull(&mut client, &first["resultId"])["items"], json!([]));
}

#[test]
fn what_was_told_of_a_closed_file_does_not_stay_beside_what_a_client_pulls_of_the_open_one() {
    let place = mill();
    let wrong = "[checks]\nfigure-mismatch = \"loud\"\n";
    let file = place.write("beleg.toml", wrong);
    let mut client = puller(&place);
    let config = uri(&file);
    assert_eq!(client.diagnostics(&config, None).as_array().map(Vec::len), Some(1));
    client.open(&config, wrong);
    assert_eq!(client.diagnostics(&config, None), json!([]));
    let pulled = json!({"textDocument": {"uri": config}});
    assert_eq!(client.ask("textDocument/diagnostic", pulled.clone())["items"].as_array().map(Vec::len), Some(1));
    client.edit(&config, 2, (1, 19), (1, 23), "hint");
    assert_eq!(client.ask("textDocument/diagnostic", pulled)["items"], json!([]));
}
