//! Decisions about findings: written by the program, kept by it, shown where they are asked for.

use serde_json::{Value, json};

use crate::cli::run;
use crate::client::Place;

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
    assert_eq!(out, "beleg.decisions.jsonl: figure-mismatch at “4.200 Tonnen Gerste”: ignored\n");
    let file = place.root().join("beleg.decisions.jsonl");
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        written,
        format!(
            "{{\"path\":\"entwürfe/mühle.md\",\"check\":\"figure-mismatch\",\"decision\":\"ignored\",\
             \"reason\":\"neue Zählung\",\"sentence\":\"{MILL}\",\"words\":\"4.200 Tonnen Gerste\",\
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
