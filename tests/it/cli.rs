//! The commands, each by its contract.

use std::io::Write;
use std::process::{Output, Stdio};

use serde_json::{Value, json};

use crate::client::{Place, beleg};

pub fn run(place: &Place, args: &[&str], input: &str) -> (Option<i32>, String, String) {
    run_in(place, "C", args, input)
}

/// The same for somebody whose environment asks for a language.
pub fn run_in(place: &Place, locale: &str, args: &[&str], input: &str) -> (Option<i32>, String, String) {
    let mut child = beleg(&place.cache())
        .env("LC_ALL", locale)
        .args(args)
        .current_dir(place.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn objects(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Two articles that tell of the same fire, the later one with a newer number.
fn dossier() -> Place {
    let place = Place::new();
    place.write(
        "corpus/brand-a.md",
        "---\nid: brand-a\ntitle: Feuer im Speicher\npublisher: Hafenbote\ndate: 2021-03-02\nlang: de\n---\n\n\
         # Feuer im Speicher\n\nIn der Nacht brannte der Getreidespeicher in Ostermole.\n\n\
         Bei dem Brand wurden 17 Feuerwehrleute verletzt, teilte das Hafenamt mit.\n",
    );
    place.write(
        "corpus/brand-b.md",
        "---\nid: brand-b\ntitle: Nach dem Feuer\ndate: 2021-03-09\nlang: de\n---\n\n\
         Bei dem Brand im Getreidespeicher wurden 17 Feuerwehrleute verletzt.\n",
    );
    place.write(
        "corpus/actors.toml",
        "[[actor]]\nid = \"hafenamt\"\nname = \"Hafenamt\"\nkind = \"organisation\"\n\n\
         [[actor]]\nid = \"ostermole\"\nname = \"Ostermole\"\nkind = \"place\"\n",
    );
    place
}

#[test]
fn help_teaches_every_command() {
    let place = Place::new();
    let (code, out, _) = run(&place, &["--help"], "");
    assert_eq!(code, Some(0));
    for command in ["doctor", "extract", "import", "index", "lsp", "trace"] {
        assert!(out.contains(command), "{command}");
        let (code, help, _) = run(&place, &[command, "--help"], "");
        assert_eq!(code, Some(0), "{command}");
        assert!(help.contains("--workspace"), "{command}");
    }
    for command in ["extract", "import", "trace", "doctor", "index"] {
        let (_, help, _) = run(&place, &[command, "--help"], "");
        assert!(help.contains("Examples:") && help.contains("Exit codes:"), "{command}");
    }
}

#[test]
fn what_cannot_run_says_why_and_ends_with_2() {
    let place = Place::new();
    assert_eq!(run(&place, &["no-such-command"], "").0, Some(2));
    let (code, _, err) = run(&place, &["index", "--workspace", "nowhere"], "");
    assert_eq!((code, err.as_str()), (Some(2), "beleg: --workspace 'nowhere' is no folder\n"));
    let (code, _, err) = run(&place, &["trace", " "], "");
    assert!(code == Some(2) && err.starts_with("beleg: there is no text to trace"), "{err}");
    let (code, _, err) = run(&place, &["trace", "Ein Satz."], "");
    assert!(code == Some(2) && err.contains("run beleg doctor"), "{err}");
}

#[test]
fn extract_counts_code_points_of_the_whole_file() {
    let place = dossier();
    let text = "---\nid: x\n---\n\n# Über \u{1F525}\n\nIn Ostermole brannten rund 40 Boote.\n";
    let path = place.write("notes/ä b.md", text);
    let (code, out, _) = run(&place, &["extract", "--format", "jsonl", path.to_str().unwrap()], "");
    assert_eq!(code, Some(0));
    let found = &objects(&out)[0];
    assert_eq!(found["id"], path.to_str().unwrap());
    let part = |o: &Value| -> String {
        let (start, end) = (o["start"].as_u64().unwrap() as usize, o["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(end - start).collect()
    };
    for kind in ["actors", "figures"] {
        for one in found[kind].as_array().unwrap() {
            assert_eq!(part(one), one["text"].as_str().unwrap());
        }
    }
    let boats = &found["figures"][0];
    assert_eq!((&boats["value"], &boats["bound"], &boats["kind"]), (&json!(40), &json!("about"), &json!("count")));
    let actor = &found["actors"][0];
    assert_eq!(
        (&actor["actor"], &actor["kind"], &actor["form"]),
        (&json!("ostermole"), &json!("place"), &json!("name"))
    );
    let claim = &found["claims"][0];
    assert_eq!(part(claim), "In Ostermole brannten rund 40 Boote.");
    assert_eq!((&claim["certainty"], &claim["polarity"]), (&json!("certain"), &json!("affirmed")));
}

#[test]
fn extract_answers_every_line_and_survives_bad_ones() {
    let place = Place::new();
    let input = "{\"id\": 1, \"lang\": \"de\", \"text\": \"Am 3. Mai 2023 kamen 40 Boote.\"}\nno json\n\n{\"id\": \"b\"}\n{\"text\": \"\"}\n\
                 {\"id\": {\"x\": 1}, \"lang\": \"xx\", \"text\": \"Two boats.\"}";
    let (code, out, _) = run(&place, &["extract", "-"], input);
    assert_eq!(code, Some(1));
    let found = objects(&out);
    assert_eq!(
        found.iter().map(|o| o["id"].clone()).collect::<Vec<_>>(),
        [json!(1), Value::Null, Value::Null, Value::Null, json!({"x": 1})]
    );
    assert_eq!(found[0]["figures"][0]["value"], "2023-05-03");
    assert!(found[1]["error"].as_str().unwrap().starts_with("line 2 "));
    assert!(found[2]["error"].as_str().unwrap().contains("text"));
    assert_eq!(found[3], json!({"id": null, "actors": [], "figures": [], "claims": []}));
}

#[test]
fn extract_goes_on_after_a_file_it_cannot_read() {
    let place = dossier();
    let (code, out, err) = run(&place, &["extract", "missing.md", "corpus/brand-a.md"], "");
    assert_eq!(code, Some(1));
    assert!(err.contains("cannot read 'missing.md'"), "{err}");
    assert_eq!(objects(&out)[0]["id"], "corpus/brand-a.md");
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let place = Place::new();
    for n in 0..300 {
        place.write(&format!("corpus/{n}.md"), &"Im Jahr 2020 sanken 12 Boote.\n\n".repeat(20));
    }
    let mut child = beleg(&place.cache())
        .args(["extract", "corpus"])
        .current_dir(place.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let out = child.wait_with_output().unwrap();
    assert_eq!((out.status.code(), String::from_utf8(out.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn trace_names_the_first_article_first() {
    let place = dossier();
    let sentence = "Beim Brand des Getreidespeichers wurden 17 Feuerwehrleute verletzt.";
    let (code, out, _) = run(&place, &["trace", "--format", "json", "--explain", sentence], "");
    assert_eq!(code, Some(0));
    let found: Value = serde_json::from_str(&out).unwrap();
    let claim = &found["claims"][0];
    assert_eq!(claim["value"], 17);
    let agreeing = claim["agreeing"].as_array().unwrap();
    let ids: Vec<&str> = agreeing.iter().map(|s| s["article"].as_str().unwrap()).collect();
    assert_eq!(ids, ["brand-a", "brand-b"]);
    assert_eq!((&agreeing[0]["paragraph"], &agreeing[0]["date"]), (&json!(2), &json!("2021-03-02")));
    assert!(agreeing[0]["explain"]["matter"].is_number());
    let (code, out, _) = run(&place, &["trace", "-"], sentence);
    assert_eq!(code, Some(0));
    assert!(
        out.contains("first made: Feuer im Speicher (Hafenbote), 2 Mar 2021, paragraph 2 [@brand-a, p. 2]"),
        "{out}"
    );
    let (code, out, _) = run(&place, &["trace", "Die Oper eröffnete mit 900 Gästen."], "");
    assert!(code == Some(1) && out.contains("no article says so"), "{out}");
}

#[test]
fn doctor_says_what_is_wrong() {
    let place = dossier();
    let (code, out, _) = run(&place, &["doctor"], "");
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("2 articles") && out.contains("2 actors") && out.contains("nothing is wrong"), "{out}");
    place.write("beleg.toml", "[corpus]\npaths = [\"corpus\", \"more\"]\n[cheks]\n");
    let (code, out, _) = run(&place, &["doctor"], "");
    assert_eq!(code, Some(1));
    assert!(out.contains("beleg.toml:3:2: warning: unknown table 'cheks' (did you mean 'checks'?)"), "{out}");
    assert!(out.contains("there is no 'more' to read articles from"), "{out}");
    let (_, out, _) = run(&place, &["doctor", "--format", "json", "--workspace", "."], "");
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&report["articles"], &report["actors"]), (&json!(2), &json!(2)));
}

#[test]
fn index_reads_each_article_once() {
    let place = dossier();
    let (code, out, _) = run(&place, &["index"], "");
    assert_eq!((code, out.as_str()), (Some(0), "2 articles with 3 paragraphs are indexed\n"));
    assert!(place.cache().join("beleg").is_dir());
    assert_eq!(run(&place, &["index"], "").1, out);
}
