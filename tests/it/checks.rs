//! `beleg check` on the sample workspace, by its contract.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn check(args: &[&str], cache: &Path) -> (Option<i32>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_beleg"))
        .arg("check")
        .args(args)
        .args(["--workspace", "."])
        .env("XDG_CACHE_HOME", cache)
        .current_dir(root)
        .output()
        .unwrap();
    assert_ne!(status.code(), Some(2), "{}", String::from_utf8_lossy(&stderr));
    (status.code(), String::from_utf8(stdout).unwrap())
}

fn findings(args: &[&str], cache: &Path) -> Vec<Value> {
    let (_, out) = check(&[args, &["--format", "json"]].concat(), cache);
    let all: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(all["version"], 1);
    all["findings"].as_array().unwrap().clone()
}

/// Mistakes of the sample draft that the checks do not find; the list may only become shorter.
const NOT_YET: &[&str] = &[
    "Eine Entsendung in großer Anzahl ohne Absprache mit China ist nach Darstellung eines Medienberichts ausgeschlossen",
    "Südkorea hat nach wie vor keine Waffen an die Ukraine geliefert",
];

#[test]
fn the_draft_with_mistakes_is_found_out() {
    let cache = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/briefings");
    let draft = std::fs::read_to_string(root.join("entwurf-mit-fehlern.md")).unwrap();
    let expected: toml::Table =
        std::fs::read_to_string(root.join("entwurf-mit-fehlern.expected.toml")).unwrap().parse().unwrap();
    let found = findings(&["tests/briefings/entwurf-mit-fehlern.md"], cache.path());
    let mut missed = Vec::new();
    for want in expected["expected"].as_array().unwrap() {
        let text = want["text"].as_str().unwrap();
        let at = draft.find(text).unwrap_or_else(|| panic!("the draft does not have: {text}"));
        let from = draft[..at].chars().count() as u64;
        let mut to = from + text.chars().count() as u64;
        if want["code"].as_str().unwrap().starts_with("citation-") {
            // The finding is at the citation behind these words.
            to = from + draft[at..].lines().next().unwrap().chars().count() as u64;
        }
        let mut codes = vec![want["code"].as_str().unwrap()];
        codes.extend(want.get("also").and_then(|a| a.as_array()).into_iter().flatten().filter_map(|a| a.as_str()));
        let hit = found.iter().any(|f| {
            let (start, end) = (f["start"].as_u64().unwrap(), f["end"].as_u64().unwrap());
            start < to && from < end && codes.contains(&f["code"].as_str().unwrap())
        });
        if hit == NOT_YET.contains(&text) {
            missed.push(format!("{} {text} (found: {hit})", codes[0]));
        }
    }
    assert!(missed.is_empty(), "{}\n{found:#?}", missed.join("\n"));
}

#[test]
fn correct_briefings_give_no_warning() {
    let cache = tempfile::tempdir().unwrap();
    for name in ["tests/briefings/lage-nordkorea.md", "tests/briefings/troops-for-russia.md"] {
        let found = findings(&[name, "--min-severity", "warning"], cache.path());
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn every_finding_names_its_evidence() {
    let cache = tempfile::tempdir().unwrap();
    let found = findings(&["tests/briefings/entwurf-mit-fehlern.md"], cache.path());
    for finding in &found {
        let evidence = finding["evidence"].as_array().unwrap();
        assert!((1..=3).contains(&evidence.len()), "{finding:#}");
    }
    let (code, sarif) = check(&["tests/briefings/entwurf-mit-fehlern.md", "--format", "sarif"], cache.path());
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!((code, &sarif["version"]), (Some(1), &Value::from("2.1.0")));
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), found.len());
    let (_, github) = check(&["tests/briefings/entwurf-mit-fehlern.md", "--format", "github"], cache.path());
    assert_eq!(github.lines().filter(|l| l.starts_with("::")).count(), found.len());
}
