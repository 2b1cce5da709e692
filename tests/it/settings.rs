//! How strict the checks are: from the workspace's file, by path, and from the editor.

use serde_json::{Value, json};

use crate::cli::run;
use crate::client::{Client, Place, capabilities, uri};
use crate::decisions::{MILL, mill};

/// The severities of all findings with their files.
fn severities(place: &Place) -> Vec<String> {
    let (_, out, err) = run(place, &["check", "--format", "json"], "");
    let all: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    let name = |f: &Value| format!("{} {}", f["path"].as_str().unwrap(), f["severity"].as_str().unwrap());
    all["findings"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn severity_is_set_for_checks_and_paths() {
    let place = mill();
    place.write("archiv/alt.md", MILL);
    place.write("archiv/neu.md", MILL);
    assert_eq!(severities(&place), ["archiv/alt.md warning", "archiv/neu.md warning", "entwürfe/mühle.md warning"]);
    place.write(
        "beleg.toml",
        "[checks]\nfigure-mismatch = \"error\"\n[[checks.paths]]\nglobs = [\"archiv/**\"]\nall = \"off\"\n\
         [[checks.paths]]\nglobs = [\"**/neu.md\", \"entwürfe/*\"]\nfigure-mismatch = \"hint\"\n",
    );
    assert_eq!(severities(&place), ["archiv/neu.md hint", "entwürfe/mühle.md hint"]);
    // Standard input has the settings of the file it is the text of.
    let args = ["check", "-", "--stdin-path", "archiv/alt.md"];
    assert_eq!(run(&place, &args, MILL).0, Some(0));
    assert_eq!(run(&place, &["check", "-"], MILL).0, Some(1));
    place.write("beleg.toml", "[[checks.paths]]\nglobs = [\"a[\"]\nall = \"off\"\n");
    let (code, out, _) = run(&place, &["doctor"], "");
    assert!(code == Some(1) && out.contains("beleg.toml:2:10: error: cannot use the glob 'a['"), "{out}");
}

fn open(place: &Place, client: &mut Client) -> String {
    let draft = uri(&place.root().join("entwürfe/mühle.md"));
    client.open(&draft, MILL);
    draft
}

/// The severity of the one finding (1 error, 2 warning, 3 information, 4 hint), if there is one.
fn severity(found: &Value) -> Option<i64> {
    found[0]["severity"].as_i64()
}

#[test]
fn an_editor_sets_what_the_file_leaves_open() {
    let place = mill();
    let options = json!({"checks": {"figure-mismatch": "error"}});
    let mut client = Client::start(&place, json!({"initializationOptions": options}));
    let draft = open(&place, &mut client);
    assert_eq!(severity(&client.diagnostics(&draft, Some(1))), Some(1));
    let tell = |client: &mut Client, settings: Value| {
        client.tell("workspace/didChangeConfiguration", json!({"settings": {"beleg": settings}}));
    };
    tell(&mut client, json!({"checks": {"all": "hint"}}));
    assert_eq!(severity(&client.diagnostics(&draft, Some(1))), Some(4));
    tell(&mut client, json!({"checks": {"figure-mismatch": "off"}}));
    assert_eq!(severity(&client.diagnostics(&draft, Some(1))), None);
    // The file wins, unless the editor says otherwise.
    let config = place.write("beleg.toml", "[checks]\nfigure-mismatch = \"information\"\n");
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": uri(&config), "type": 2}]}));
    assert_eq!(severity(&client.diagnostics(&draft, Some(1))), Some(3));
    tell(&mut client, json!({"precedence": "editor"}));
    assert_eq!(severity(&client.diagnostics(&draft, Some(1))), None);
    // What cannot be used is said where one looks when nothing happens.
    tell(&mut client, json!({"checks": {"figure-mismach": "off"}}));
    assert_eq!(severity(&client.diagnostics(&draft, Some(1))), Some(3));
    let status = client.ask("beleg/status", json!({}));
    assert!(status["notes"].to_string().contains("there is no check 'figure-mismach'"), "{status}");
}

#[test]
fn an_editor_is_asked_for_its_settings() {
    let place = mill();
    let mut capabilities = capabilities();
    capabilities["workspace"]["configuration"] = json!(true);
    capabilities["workspace"]["didChangeConfiguration"] = json!({"dynamicRegistration": true});
    let mut client = Client::spawn(&place);
    client.settings = json!({"checks": {"figure-mismatch": "error"}});
    client.server = client.ask("initialize", json!({"rootUri": uri(&place.root()), "capabilities": capabilities}));
    client.tell("initialized", json!({}));
    client.wait(|m| m["params"]["registrations"][0]["method"] == "workspace/didChangeConfiguration");
    let draft = open(&place, &mut client);
    while severity(&client.diagnostics(&draft, Some(1))) != Some(1) {}
    client.settings = json!({"checks": {"figure-mismatch": "hint"}});
    client.tell("workspace/didChangeConfiguration", json!({"settings": null}));
    while severity(&client.diagnostics(&draft, Some(1))) != Some(4) {}
}
