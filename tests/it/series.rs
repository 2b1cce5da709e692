//! What was said about one matter, one after the other: in hover and in `beleg trace`.

use serde_json::{Value, json};

use crate::client::{Place, beleg, uri};

fn place() -> Place {
    let place = Place::named("Reihe ö");
    let article = |id: &str, date: &str, text: &str| {
        place.write(
            &format!("corpus/{id}.md"),
            &format!("---\nid: {id}\ntitle: Blatt {id}\n{date}lang: de\n---\n\n{text}\n"),
        );
    };
    // A count that is revised, twice by one speaker and once by another.
    article(
        "zug-a",
        "date: 2023-05-02\n",
        "Nach Angaben der Bergwacht Ölsberg saßen nach dem Erdrutsch mindestens 60 Wanderer in der Hütte fest.",
    );
    article(
        "zug-b",
        "date: 2023-05-03\n",
        "Nach Angaben der Bergwacht Ölsberg saßen nach dem Erdrutsch 85 Wanderer in der Hütte fest.",
    );
    article("zug-c", "", "Nach dem Erdrutsch saßen nach Angaben der Polizei 70 Wanderer in der Hütte fest.");
    // A rumour that is confirmed.
    article(
        "bahn-a",
        "date: 2023-06-01\n",
        "Die Reederei Ölsberg könnte ihre Fähre Seestern an die Werft Brückl verkaufen.",
    );
    article(
        "bahn-b",
        "date: 2023-06-20\n",
        "Die Reederei Ölsberg hat ihre Fähre Seestern an die Werft Brückl verkauft.",
    );
    place.write(
        "corpus/actors.toml",
        "[[actor]]\nid = \"bergwacht\"\nname = \"Bergwacht Ölsberg\"\nkind = \"organisation\"\n\n\
        [[actor]]\nid = \"reederei\"\nname = \"Reederei Ölsberg\"\nkind = \"organisation\"\n\n\
        [[actor]]\nid = \"werft\"\nname = \"Werft Brückl\"\nkind = \"organisation\"\n",
    );
    place
}

fn hover(locale: &str, text: &str, character: u32) -> String {
    let place = place();
    let mut client = crate::client::Client::start(&place, json!({"locale": locale}));
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, text);
    client.at("textDocument/hover", &draft, 0, character)["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

const COUNT: &str = "Nach dem Erdrutsch saßen \u{1F3D4} mindestens 60 Wanderer in der Hütte fest.\n";

#[test]
fn revised_values_are_shown_in_order() {
    let page = hover("de", COUNT, 40);
    assert!(page.starts_with("**mindestens 60 Wanderer** (Anzahl)"), "{page}");
    assert!(page.contains("**Zuerst** Blatt zug-a, 2. Mai 2023, Absatz 1"), "{page}");
    let list = page.split("**Der Reihe nach**").nth(1).unwrap_or_else(|| panic!("{page}"));
    let items: Vec<&str> = list.trim().lines().collect();
    assert_eq!(
        items,
        [
            "- mindestens 60 Wanderer – Laut Bergwacht Ölsberg · sicher – Blatt zug-a, 2. Mai 2023, Absatz 1",
            "- 85 Wanderer – Laut Bergwacht Ölsberg · sicher – Blatt zug-b, 3. Mai 2023, Absatz 1",
            "- 70 Wanderer – Laut Polizei · sicher – Blatt zug-c, ohne Datum, Absatz 1",
        ],
        "{page}"
    );
    let page = hover("en", COUNT, 40);
    assert!(page.contains("**In order**"), "{page}");
    assert!(page.starts_with("**at least 60 Wanderer** (count)"), "{page}");
}

#[test]
fn a_rumour_that_was_confirmed_is_called_one() {
    let text = "Die Reederei Ölsberg verkauft ihre Fähre Seestern an die Werft Brückl.\n";
    let page = hover("de", text, 34);
    assert!(page.contains("**Zuerst** Blatt bahn-a, 1. Juni 2023"), "{page}");
    assert!(
        page.contains("Zuerst als Gerücht am 1. Juni 2023, bestätigt: Blatt bahn-b, 20. Juni 2023, Absatz 1"),
        "{page}"
    );
    let page = hover("en", text, 34);
    assert!(
        page.contains("First made as a rumour on 1 Jun 2023, confirmed: Blatt bahn-b, 20 Jun 2023, paragraph 1"),
        "{page}"
    );
}

#[test]
fn trace_tells_agreeing_disagreeing_and_superseding_apart() {
    let place = place();
    let done = beleg(&place.cache())
        .args(["trace", COUNT.trim(), "--format", "json", "--workspace"])
        .arg(place.root())
        .output()
        .unwrap();
    let found: Value = serde_json::from_slice(&done.stdout).unwrap();
    let claim = &found["claims"][0];
    let ids = |name: &str| -> Vec<String> {
        claim[name].as_array().unwrap().iter().map(|s| s["article"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        (ids("agreeing"), ids("disagreeing"), ids("superseding")),
        (vec!["zug-a".into()], vec!["zug-c".into()], vec!["zug-b".into()])
    );
    let first = &claim["agreeing"][0];
    assert_eq!(
        (&first["speaker"], &first["certainty"], &first["polarity"]),
        (&json!("Bergwacht Ölsberg"), &json!("certain"), &json!("affirmed"))
    );
    assert_eq!(first["superseded"], true);
}
