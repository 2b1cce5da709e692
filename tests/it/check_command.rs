//! `beleg check` by its contract: what it reads, what it prints, and that editors are told the same.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::cli::run;
use crate::client::{Client, Place, uri};
use crate::decisions::{MILL, mill};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn paths(place: &Place, args: &[&str], input: &str) -> (Option<i32>, Vec<String>) {
    let (code, out, err) = run(place, &[&["check", "--format", "json"], args].concat(), input);
    let all: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    (code, all["findings"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap().to_owned()).collect())
}

#[test]
fn files_folders_globs_and_standard_input_are_read() {
    let place = mill();
    place.write("a.md", MILL);
    place.write("notizen/b.md", MILL);
    place.write("notizen/tief/c.md", MILL);
    for (args, want) in [
        (vec!["a.md"], vec!["a.md"]),
        (vec!["a.md", "./notizen/../a.md"], vec!["a.md"]),
        (vec!["notizen"], vec!["notizen/b.md", "notizen/tief/c.md"]),
        (vec!["*.md"], vec!["a.md"]),
        (vec!["notizen/*.md"], vec!["notizen/b.md"]),
        (vec!["notizen/**/*.md"], vec!["notizen/b.md", "notizen/tief/c.md"]),
        (vec![], vec!["a.md", "entwürfe/mühle.md", "notizen/b.md", "notizen/tief/c.md"]),
    ] {
        let want = want.into_iter().map(str::to_owned).collect();
        assert_eq!(paths(&place, &args, ""), (Some(1), want), "{args:?}");
    }
    assert_eq!(paths(&place, &["-"], MILL), (Some(1), vec!["-".to_owned()]));
    assert_eq!(paths(&place, &["-", "--stdin-path", "neu.md"], MILL), (Some(1), vec!["neu.md".to_owned()]));
    assert_eq!(paths(&place, &["-"], "Nichts.\n"), (Some(0), vec![]));
    for (args, why) in [(["check", "x.md"], "cannot read 'x.md'"), (["check", "x*.md"], "no file matches 'x*.md'")] {
        let (code, out, err) = run(&place, &args, "");
        assert!(code == Some(2) && out.is_empty() && err.contains(why), "{err}");
    }
}

#[test]
fn severities_explanations_baselines_and_fixes() {
    let place = mill();
    assert_eq!(paths(&place, &["--min-severity", "error"], "").0, Some(0));
    assert_eq!(paths(&place, &["--min-severity", "warning"], "").0, Some(1));
    let (code, out, _) = run(&place, &["check", "--explain", "figure-mismatch"], "");
    assert!(code == Some(0) && out.starts_with("# figure-mismatch\n") && out.contains("## Not found"), "{out}");
    let (code, _, err) = run(&place, &["check", "--explain", "figure"], "");
    assert!(code == Some(2) && err.contains("known: ") && err.contains("figure-mismatch"), "{err}");
    // What was there before is not reported again, wherever it moves; what is new is.
    let (_, before, _) = run(&place, &["check", "--format", "json"], "");
    place.write("baseline.json", &before);
    assert_eq!(paths(&place, &["--baseline", "baseline.json"], "").0, Some(0));
    place.write(
        "entwürfe/mühle.md",
        &format!("Vorweg.\n\n{MILL}\n\nIn Malvenau wurden laut Genossenschaft 4.200 Tonnen Gerste gemahlen.\n"),
    );
    assert_eq!(paths(&place, &["--baseline", "baseline.json"], "").1.len(), 1);
    // The article and the draft are both shown, nothing else is said, and no bar is drawn where there is no terminal.
    let (_, out, err) = run(&place, &["check"], "");
    assert!(out.contains("--> entwürfe/mühle.md:3:") && out.contains("::: corpus/muehle.md:9:"), "{out}");
    assert!(out.contains("4.200 Tonnen Gerste") && out.contains("3.700 Tonnen Gerste") && err.is_empty(), "{out}{err}");
    let (code, ..) = run(&place, &["check", "--fix"], "");
    let fixed = std::fs::read_to_string(place.root().join("entwürfe/mühle.md")).unwrap();
    let left = fixed.matches("4.200").count();
    assert_eq!((code == Some(0), fixed.starts_with("Vorweg.\n\n")), (left == 0, true), "{fixed}");
}

/// What is wrong with a value by the part of JSON Schema that the fixture uses.
fn invalid(schema: &Value, all: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let part = all.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("no {name}"));
        return invalid(part, all, value, at);
    }
    let mut out = Vec::new();
    let mut check = |holds: bool, what: &str| {
        if !holds {
            out.push(format!("{at}: {what}: {value}"));
        }
    };
    let is = |kind: &str| match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        other => panic!("the test does not know type {other}"),
    };
    check(schema["type"].as_str().is_none_or(is), "type");
    check(schema["enum"].as_array().is_none_or(|e| e.contains(value)), "enum");
    check(schema["minimum"].as_i64().is_none_or(|m| value.as_i64() >= Some(m)), "minimum");
    let matches = |p: &str| regex::Regex::new(p).unwrap().is_match(value.as_str().unwrap_or_default());
    check(schema["pattern"].as_str().is_none_or(matches), "pattern");
    for name in schema["required"].as_array().into_iter().flatten() {
        check(value.get(name.as_str().unwrap()).is_some(), &format!("needs {name}"));
    }
    if let Some(items) = value.as_array() {
        check(schema["minItems"].as_u64().is_none_or(|m| items.len() as u64 >= m), "minItems");
        let unique = items.iter().enumerate().all(|(n, i)| !items[..n].contains(i));
        check(unique || schema["uniqueItems"] != true, "uniqueItems");
        for (n, item) in items.iter().enumerate().filter(|_| schema["items"].is_object()) {
            out.extend(invalid(&schema["items"], all, item, &format!("{at}/{n}")));
        }
    }
    for (name, item) in value.as_object().into_iter().flatten() {
        match (schema["properties"].get(name), &schema["additionalProperties"]) {
            (Some(part), _) | (None, part @ Value::Object(_)) => {
                out.extend(invalid(part, all, item, &format!("{at}/{name}")));
            }
            (None, Value::Bool(false)) => out.push(format!("{at}: unknown {name}")),
            _ => {}
        }
    }
    out
}

#[test]
fn sarif_is_what_the_standard_says() {
    let schema = std::fs::read_to_string(Path::new(ROOT).join("tests/fixtures/sarif-2.1.0-subset.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert!(!invalid(&schema, &schema, &json!({"version": "2.1.0", "runs": [{}], "x": 1}), "").is_empty());
    let place = mill();
    place.write("a.md", &format!("<!-- beleg: ignore figure-mismatch: so -->\n{MILL}\n"));
    run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--checked"], "");
    place.write("\u{1F525} b.md", MILL);
    let (_, out, _) = run(&place, &["check", "--format", "sarif"], "");
    let sarif: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(invalid(&schema, &schema, &sarif, ""), Vec::<String>::new());
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let kinds: Vec<&Value> = results.iter().map(|r| &r["suppressions"][0]["kind"]).collect();
    assert_eq!(kinds, [&json!("inSource"), &json!("external"), &Value::Null]);
    assert_eq!(results[2]["suppressions"], json!([]), "the standard wants them for all results or for none");
    assert_eq!(results[2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "%F0%9F%94%A5%20b.md");
    assert_eq!(results[2]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 9);
}

/// The sample workspace, in a folder of its own.
fn sample() -> Place {
    let place = Place::new();
    for folder in ["corpus", "tests/briefings"] {
        for entry in std::fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            place.write(&format!("{folder}/{name}"), &std::fs::read_to_string(&path).unwrap());
        }
    }
    place
}

#[test]
fn the_command_line_and_editors_are_told_the_same() {
    let place = sample();
    let mut client = Client::start(&place, json!({}));
    let mut all = 0;
    for name in ["entwurf-mit-fehlern.md", "lage-nordkorea.md", "troops-for-russia.md"] {
        let path: PathBuf = place.root().join("tests/briefings").join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let (_, out, _) = run(&place, &["check", "--format", "json", path.to_str().unwrap()], "");
        let shell: Value = serde_json::from_str(&out).unwrap();
        let draft = uri(&path);
        client.open(&draft, &text);
        let found = client.diagnostics(&draft, Some(1));
        let lines: Vec<&str> = text.split('\n').collect();
        let point = |p: &Value| {
            let line = p["line"].as_u64().unwrap() as usize;
            let before: usize = lines[..line].iter().map(|l| l.chars().count() + 1).sum();
            let units: Vec<u16> = lines[line].encode_utf16().take(p["character"].as_u64().unwrap() as usize).collect();
            before + String::from_utf16(&units).unwrap().chars().count()
        };
        let mut editor: Vec<Value> = Vec::new();
        for d in found.as_array().unwrap() {
            let severity = ["error", "warning", "information", "hint"][d["severity"].as_u64().unwrap() as usize - 1];
            let labels: Vec<&Value> =
                d["relatedInformation"].as_array().unwrap().iter().map(|r| &r["message"]).collect();
            editor.push(json!([
                d["code"],
                severity,
                d["message"],
                point(&d["range"]["start"]),
                point(&d["range"]["end"]),
                labels
            ]));
        }
        let mut printed: Vec<Value> = Vec::new();
        for f in shell["findings"].as_array().unwrap() {
            let labels: Vec<&Value> = f["evidence"].as_array().unwrap().iter().map(|e| &e["label"]).collect();
            printed.push(json!([f["code"], f["severity"], f["message"], f["start"], f["end"], labels]));
        }
        all += printed.len();
        assert_eq!(editor, printed, "{name}");
    }
    assert!(all > 5, "the sample has findings to compare");
}

/// Runs a command line as a hook or a workflow does.
#[cfg(unix)]
fn shell(place: &Place, command: &str) -> (Option<i32>, String) {
    let programs = Path::new(env!("CARGO_BIN_EXE_beleg")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    let mut sh = Command::new("sh");
    sh.args(["-e", "-c", command]).current_dir(place.root());
    let done = sh.env("PATH", path).env("XDG_CACHE_HOME", place.cache()).output().unwrap();
    (done.status.code(), String::from_utf8(done.stdout).unwrap())
}

#[test]
#[cfg(unix)]
fn the_hook_does_what_it_says() {
    let hooks = std::fs::read_to_string(Path::new(ROOT).join(".pre-commit-hooks.yaml")).unwrap();
    let entry = hooks.lines().find_map(|l| l.trim().strip_prefix("entry: ")).unwrap();
    for must in ["- id: beleg\n", "  name: ", "  language: rust\n", "  pass_filenames: false\n"] {
        assert!(hooks.contains(must), "{must}");
    }
    let place = mill();
    let (code, out) = shell(&place, entry);
    assert!(code == Some(1) && out.contains("figure-mismatch"), "{out}");
    run(&place, &["decide", "entwürfe/mühle.md:3", "figure-mismatch", "--reason", "so"], "");
    assert_eq!(shell(&place, entry).0, Some(0));
}

#[test]
#[cfg(unix)]
fn the_workflow_does_what_it_says() {
    let workflow = std::fs::read_to_string(Path::new(ROOT).join("docs/github-workflow.yml")).unwrap();
    let steps: Vec<&str> = workflow.lines().filter_map(|l| l.trim().strip_prefix("run: ")).collect();
    let [annotate, report] = steps.as_slice() else { panic!("{steps:?}") };
    let place = mill();
    let (code, out) = shell(&place, annotate);
    assert_eq!(code, Some(1));
    assert!(out.starts_with("::warning file=entwürfe/mühle.md,line=3,endLine=3,col="), "{out}");
    // Findings do not keep the report from being uploaded; a program that cannot run does.
    assert_eq!(shell(&place, report).0, Some(0));
    let sarif: Value =
        serde_json::from_str(&std::fs::read_to_string(place.root().join("beleg.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert_ne!(shell(&place, &report.replace("sarif >", "sarif nowhere.md >")).0, Some(0));
}
