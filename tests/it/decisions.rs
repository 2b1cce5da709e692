//! Decisions about findings: written by the program, kept by it, shown where they are asked for.

use serde_json::{Value, json};

use crate::cli::run;
use crate::client::{Client, Place, capabilities, uri};

pub const MILL: &str = "Nach Angaben der Genossenschaft wurden in Malvenau 4.200 Tonnen Gerste gemahlen.";

/// A workspace whose draft has a figure its source doesn't.
pub fn mill() -> Place {
    let place = Place::named("Mühle ä");
    place.write("beleg.toml", "");
    place.write(
        "corpus/muehle.md",
        "---\nid: muehle\ntitle: Die Mühle\npublisher: Landbote\ndate: 2021-03-02\nlang: de\n---\n\n\
         Nach Angaben der Genossenschaft wurden in Malvenau 3.700 Tonnen Gerste gemahlen.\n",
    );
    place.write("corpus/actors.toml", "[[actor]]\nid = \"malvenau\"\nname = \"Malvenau\"\nkind = \"place\"\n");
    place.write("entwürfe/mühle.md", &format!("# Die Mühle\n\nEs war ein gutes Jahr. {MILL} Alle freuten sich.\n"));
    place
}

fn findings(place: &Place, more: &[&str]) -> (Option<i32>, Vec<Value>) {
    let (code, out, err) = run(place, &[&["check", "--format", "json"], more].concat(), "");
    let all: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    (code, all["findings"].as_array().unwrap().clone())
}

#[test]
fn a_decision_from_the_shell_holds_until_the_sentence_changes() {
    let place = mill();
    let (code, found) = findings(&place, &[]);
    assert_eq!((code, found.len(), &found[0]["code"]), (Some(1), 1, &json!("figure-mismatch")), "{found:#?}");
    let (code, out, err) =
        run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--reason", "neue  Zählung"], "");
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert_eq!(out, "beleg.decisions.jsonl: figure-mismatch at “4.200 Tonnen”: ignored\n");
    let file = place.root().join("beleg.decisions.jsonl");
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        written,
        format!(
            "{{\"path\":\"entwürfe/mühle.md\",\"check\":\"figure-mismatch\",\"decision\":\"ignored\",\
             \"reason\":\"neue Zählung\",\"sentence\":\"{MILL}\",\"words\":\"4.200 Tonnen\",\
             \"before\":\"Es war ein gutes Jahr.\",\"after\":\"Alle freuten sich.\"}}\n"
        )
    );
    assert_eq!(findings(&place, &[]), (Some(0), Vec::new()));
    // It is still there for whoever asks, and a suppression for other tools.
    let (code, found) = findings(&place, &["--show-ignored"]);
    assert_eq!(
        (code, &found[0]["ignored"], &found[0]["decision"]),
        (Some(0), &json!("neue Zählung"), &json!("ignored"))
    );
    let (_, out, _) = run(&place, &["check", "--show-ignored"], "");
    assert!(out.contains("  ignored: neue Zählung\n") && out.ends_with("nothing found in 1 text\n"), "{out}");
    let (_, sarif, _) = run(&place, &["check", "--format", "sarif"], "");
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    let suppressions = &sarif["runs"][0]["results"][0]["suppressions"];
    assert_eq!(suppressions, &json!([{"kind": "external", "status": "accepted", "justification": "neue Zählung"}]));
    // Edits elsewhere leave it; what changes the sentence opens it; another document is another sentence.
    place.write("entwürfe/mühle.md", &format!("Vorweg.\n\n- {}\n\nSchluss.\n", MILL.replace("4.200", "**4.200**")));
    assert_eq!(findings(&place, &[]).1, Vec::<Value>::new());
    let (_, out, _) = run(&place, &["check", "--show-ignored"], "");
    assert!(out.contains("other sentences stood beside it then"), "{out}");
    place.write("entwürfe/mühle.md", &MILL.replace("4.200", "4.300"));
    assert_eq!(findings(&place, &[]).1.len(), 1);
    place.write("entwürfe/mühle.md", MILL);
    place.write("entwürfe/zwei.md", MILL);
    let (_, found) = findings(&place, &[]);
    assert_eq!((found.len(), &found[0]["path"]), (1, &json!("entwürfe/zwei.md")));
    // And it can be taken back.
    let (code, out, _) = run(&place, &["decide", "entwürfe/mühle.md:1", "figure-mismatch", "--undo"], "");
    assert!(code == Some(0) && out.ends_with(": taken back\n"), "{out}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "");
}

#[test]
fn a_sentence_can_be_marked_as_checked() {
    let place = mill();
    let (code, _, err) = run(&place, &["decide", "entwürfe/mühle.md:3:30", "all", "--checked"], "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let (code, found) = findings(&place, &["--show-ignored"]);
    assert_eq!((code, &found[0]["ignored"], &found[0]["decision"]), (Some(0), &json!("checked"), &json!("checked")));
    let (_, out, _) = run(&place, &["doctor"], "");
    assert!(out.contains("nothing is wrong"), "{out}");
}

#[test]
fn what_cannot_be_decided_says_why() {
    let place = mill();
    for (args, why) in [
        (vec!["mühle.md:3", "figure-mismatch", "--reason", "x"], "cannot read 'mühle.md'"),
        (vec!["entwürfe/mühle.md", "figure-mismatch", "--reason", "x"], "write it as FILE:LINE"),
        (vec!["entwürfe/mühle.md:3", "figure-mismach", "--reason", "x"], "there is no check 'figure-mismach'"),
        (vec!["entwürfe/mühle.md:3", "figure-mismatch", "--reason", " "], "nothing is ignored without a reason"),
        (vec!["entwürfe/mühle.md:1", "figure-mismatch", "--reason", "x"], "nothing is found there"),
        (vec!["entwürfe/mühle.md:3", "name-variant", "--reason", "x"], "found there: figure-mismatch"),
    ] {
        let (code, _, err) = run(&place, &[&["decide"], args.as_slice()].concat(), "");
        assert!(code == Some(2) && err.contains(why), "{args:?}: {err}");
    }
    assert!(!place.root().join("beleg.decisions.jsonl").exists());
}

#[test]
fn a_merge_that_went_wrong_costs_no_decision_and_is_said() {
    let place = mill();
    run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--reason", "so"], "");
    let path = place.root().join("beleg.decisions.jsonl");
    let line = std::fs::read_to_string(&path).unwrap();
    place.write("beleg.decisions.jsonl", &format!("<<<<<<< HEAD\n{line}=======\n{line}>>>>>>> b\nünsinn\n"));
    assert_eq!(findings(&place, &[]), (Some(0), Vec::new()));
    let (code, out, _) = run(&place, &["doctor"], "");
    assert_eq!(code, Some(1));
    assert!(out.contains("beleg.decisions.jsonl:1:1: warning: left over from a merge"), "{out}");
    assert!(out.contains("beleg.decisions.jsonl:6:1: error: not a decision, and kept as it is"), "{out}");
    run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--checked"], "");
    let tidy = std::fs::read_to_string(&path).unwrap();
    assert_eq!(tidy.lines().count(), 2, "{tidy}");
    assert!(tidy.contains("\"decision\":\"checked\"") && tidy.ends_with("ünsinn\n"), "{tidy}");
}

/// A client that shows documents and has edits made when an action is chosen.
fn editor(place: &Place) -> Client {
    editor_in(place, "en")
}

fn editor_in(place: &Place, locale: &str) -> Client {
    let mut capabilities = capabilities();
    capabilities["window"]["showDocument"] = json!({"support": true});
    capabilities["workspace"]["workspaceEdit"] = json!({"documentChanges": true});
    capabilities["textDocument"]["codeAction"] = json!({"resolveSupport": {"properties": ["edit"]}});
    Client::start(place, json!({"capabilities": capabilities, "locale": locale}))
}

fn text_of(place: &Place) -> String {
    std::fs::read_to_string(place.root().join("entwürfe/mühle.md")).unwrap()
}

/// The actions at the first finding of these diagnostics.
fn actions(client: &mut Client, draft: &str, found: &Value) -> Vec<Value> {
    let params = json!({"textDocument": {"uri": draft}, "range": found[0]["range"], "context": {"diagnostics": []}});
    client.ask("textDocument/codeAction", params).as_array().unwrap().clone()
}

fn titled(actions: &[Value], title: &str) -> Value {
    let found = actions.iter().find(|a| a["title"].as_str().unwrap().starts_with(title));
    found.unwrap_or_else(|| panic!("no '{title}' in {actions:#?}")).clone()
}

fn execute(client: &mut Client, action: &Value) -> Value {
    let command = &action["command"];
    client.command(command["command"].as_str().unwrap(), command["arguments"][0].clone())
}

#[test]
fn what_an_action_does_is_said_in_the_language_of_the_editor() {
    let place = mill();
    let mut client = editor_in(&place, "de");
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    client.open(&draft, &text_of(&place));
    let found = client.diagnostics(&draft, Some(1));
    let all = actions(&mut client, &draft, &found);
    let titles: Vec<&str> = all.iter().filter_map(|a| a["title"].as_str()).collect();
    assert_eq!(
        titles,
        [
            "„3.700“ schreiben",
            "Von mir geprüft: figure-mismatch in diesem Absatz ignorieren, durch einen Kommentar im Text",
            "Alle sicheren Korrekturen anwenden",
            "Von mir geprüft: trotz figure-mismatch stimmt der Text",
            "figure-mismatch hier ignorieren, mit Begründung",
        ]
    );
    // They are chosen as they are in any other language.
    for action in all.iter().filter(|a| a.get("data").is_some()) {
        assert!(client.ask("codeAction/resolve", action.clone())["edit"].is_object(), "{action:#}");
    }
    execute(&mut client, &titled(&all, "Von mir geprüft: trotz"));
    assert_eq!(client.diagnostics(&draft, Some(1)), json!([]));
    titled(&actions(&mut client, &draft, &found), "figure-mismatch hier wieder melden");
}

#[test]
fn an_editor_decides_with_standard_commands() {
    let place = mill();
    let mut client = editor(&place);
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    client.open(&draft, &text_of(&place));
    let found = client.diagnostics(&draft, Some(1));
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found:#}");
    // Its page can be read without a network.
    let page = found[0]["codeDescription"]["href"].as_str().unwrap().strip_prefix("file://").unwrap().to_owned();
    assert!(std::fs::read_to_string(page).unwrap().starts_with("# figure-mismatch"));
    let all = actions(&mut client, &draft, &found);
    let checked = titled(&all, "Checked by me: figure-mismatch is right");
    assert_eq!(execute(&mut client, &checked)["written"], true);
    assert_eq!(client.diagnostics(&draft, Some(1)), json!([]));
    let file = place.root().join("beleg.decisions.jsonl");
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"decision\":\"checked\""));
    // The same finding from the command line: one file for all.
    assert_eq!(findings(&place, &[]).1, Vec::<Value>::new());
    let again = titled(&actions(&mut client, &draft, &found), "Report figure-mismatch here again");
    execute(&mut client, &again);
    assert_eq!(client.diagnostics(&draft, Some(1)), found);
    // A change of the file by somebody else counts.
    let (code, ..) = run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--reason", "so"], "");
    assert_eq!(code, Some(0));
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": uri(&file), "type": 2}]}));
    assert_eq!(client.diagnostics(&draft, Some(1)), json!([]));
    // The sentence says something else: it is open again.
    client.edit(&draft, 2, (2, 0), (2, 0), "Kurz: ");
    assert_eq!(client.diagnostics(&draft, Some(2)), json!([]));
    let at = text_of(&place).lines().nth(2).unwrap().find("4.200").unwrap() as u32 + 6;
    client.edit(&draft, 3, (2, at), (2, at + 5), "4.300");
    assert_eq!(client.diagnostics(&draft, Some(3)).as_array().map(Vec::len), Some(1));
}

#[test]
fn a_reason_is_asked_for_in_the_file() {
    let place = mill();
    let mut client = editor(&place);
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    let decisions = uri(&place.root().join("beleg.decisions.jsonl"));
    client.open(&draft, &text_of(&place));
    let found = client.diagnostics(&draft, Some(1));
    let all = actions(&mut client, &draft, &found);
    let answer = execute(&mut client, &titled(&all, "Ignore figure-mismatch here, with a reason"));
    assert_eq!(answer, json!({"written": true, "inForce": false, "shown": true}));
    let shown = client.wait(|m| m["method"] == "window/showDocument");
    let line = std::fs::read_to_string(place.root().join("beleg.decisions.jsonl")).unwrap();
    let at = shown["params"]["selection"]["start"]["character"].as_u64().unwrap() as usize;
    assert_eq!(shown["params"]["uri"], decisions);
    let ahead = String::from_utf16(&line.encode_utf16().take(at).collect::<Vec<_>>()).unwrap();
    assert!(ahead.ends_with("\"reason\":\""), "{ahead}");
    // Not in force, and that is said where it stands.
    let problems = client.diagnostics(&decisions, None);
    assert!(problems[0]["message"].as_str().unwrap().starts_with("not in force"), "{problems:#}");
    place.write("beleg.decisions.jsonl", &line.replace("\"reason\":\"\"", "\"reason\":\"alte Zählung\""));
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": decisions, "type": 2}]}));
    assert_eq!(client.diagnostics(&decisions, None), json!([]));
    let open = |m: &Value| m["method"] == "textDocument/publishDiagnostics" && m["params"]["uri"] == draft;
    while client.wait(open)["params"]["diagnostics"] != json!([]) {}
}

#[test]
fn what_cannot_be_decided_in_an_editor_says_why() {
    let place = mill();
    let mut client = editor(&place);
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    let text = text_of(&place);
    client.open(&draft, &text);
    let found = client.diagnostics(&draft, Some(1));
    let range = &found[0]["range"];
    let decide = |more: Value| {
        let mut argument = json!({"uri": draft, "range": range, "code": "figure-mismatch", "decision": "ignored"});
        argument.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        argument
    };
    for (argument, why) in [
        (decide(json!({"decision": "maybe"})), "cannot be 'maybe'"),
        (decide(json!({"code": "name-variant"})), "no finding of 'name-variant' there"),
        (decide(json!({"range": null})), "needs 'range'"),
    ] {
        let (_, error) = client.refused("beleg.decide", argument);
        assert!(error.contains(why), "{error}");
    }
    // Text that has not been saved in the file of decisions is not overwritten.
    client.open(&uri(&place.root().join("beleg.decisions.jsonl")), "not saved\n");
    let (_, error) = client.refused("beleg.decide", decide(json!({"reason": "so"})));
    assert!(error.contains("save 'beleg.decisions.jsonl' first"), "{error}");
    client.open("untitled:Untitled-1", &text);
    let (_, error) = client.refused("beleg.decide", decide(json!({"uri": "untitled:Untitled-1", "reason": "so"})));
    assert!(error.contains("save the document first"), "{error}");
}

#[test]
fn an_action_makes_its_edit_when_it_is_chosen() {
    let place = mill();
    let mut client = editor(&place);
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    client.open(&draft, &text_of(&place));
    let found = client.diagnostics(&draft, Some(1));
    let all = actions(&mut client, &draft, &found);
    let fix = all.iter().find(|a| a["isPreferred"] == true).unwrap().clone();
    assert!(fix.get("edit").is_none(), "{fix:#}");
    let chosen = client.ask("codeAction/resolve", fix.clone());
    let change = &chosen["edit"]["documentChanges"][0];
    assert_eq!((&change["textDocument"]["version"], &change["edits"][0]["newText"]), (&json!(1), &json!("3.700")));
    // The text has moved on: no edit is made for another text than it was offered for.
    client.edit(&draft, 2, (0, 0), (0, 0), "Vorweg.\n\n");
    let id = client.request("codeAction/resolve", fix);
    assert_eq!(client.answer(id)["error"]["code"], json!(-32801));
    // A client that cannot do that gets the edit at once.
    let mut plain = place.start();
    plain.open(&draft, &text_of(&place));
    let found = plain.diagnostics(&draft, Some(1));
    let all = actions(&mut plain, &draft, &found);
    let fix = all.iter().find(|a| a["isPreferred"] == true).unwrap();
    assert_eq!(fix["edit"]["changes"][&draft][0]["newText"], "3.700");
}
