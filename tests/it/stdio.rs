//! The language server over real pipes.

use serde_json::{Value, json};

use crate::client::{Client, Place, capabilities, uri};

#[test]
fn the_exit_code_says_whether_shutdown_came_first() {
    let place = Place::new();
    assert_eq!(place.start().shut_down(), Some(0));
    let mut client = place.start();
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
    let mut client = place.start();
    client.hang_up();
    assert_eq!(client.ended(), Some(1), "the pipe was closed");
    let mut client = Client::spawn(&place);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Some(1), "exit before initialize");
}

#[test]
fn requests_outside_the_life_of_a_session_are_refused() {
    let place = Place::new();
    let mut client = Client::spawn(&place);
    let id = client.request("textDocument/hover", json!({}));
    assert_eq!(client.answer(id)["error"]["code"], -32002);
    let id = client.request("shutdown", Value::Null);
    assert_eq!(client.answer(id)["error"]["code"], -32002);
    client.open("file:///early.md", "dropped");
    client.ask("initialize", json!({"capabilities": {}}));
    client.tell("initialized", json!({}));
    client.ask("shutdown", Value::Null);
    let id = client.request("textDocument/hover", json!({}));
    assert_eq!(client.answer(id)["error"]["code"], -32600);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn broken_messages_cost_nothing_but_themselves() {
    let place = Place::new();
    let mut client = place.start();
    client.raw(b"Content-Length: 7\r\n\r\n{\"a\": 1");
    assert_eq!(client.wait(|m| m["error"]["code"] == -32700)["id"], Value::Null);
    client.raw(b"Content-Length: 3\r\n\r\n\xff\xfe\xfd");
    client.wait(|m| m["error"]["code"] == -32700);
    client.raw(b"Content-Length: 2\r\n\r\n[]");
    client.wait(|m| m["error"]["code"] == -32600);
    client.raw(b"what is this\r\n\r\nContent-Length: none\r\n\r\n");
    client.send(&json!({"jsonrpc": "2.0", "id": 900, "result": "to a question nobody asked"}));
    let id = client.request("beleg/noSuchThing", json!({}));
    assert_eq!(client.answer(id)["error"]["code"], -32601);
    client.tell("beleg/noSuchThing", json!({}));
    client.tell("textDocument/didOpen", json!({"textDocument": {"uri": 3}}));
    client.tell("textDocument/didChange", json!("no object"));
    let id = client.request("textDocument/hover", json!({"textDocument": {}}));
    assert_eq!(client.answer(id)["error"]["code"], -32602);
    client.edit("file:///never-opened.md", 7, (0, 0), (0, 0), "x");
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": "file:///never-opened.md"}}));
    assert_eq!(client.at("textDocument/hover", "file:///never-opened.md", 0, 0), Value::Null);
    assert_eq!(client.tokens("file:///never-opened.md"), Value::Null);
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn a_message_may_come_in_pieces() {
    let place = Place::new();
    let mut client = place.start();
    let body = json!({"jsonrpc": "2.0", "id": 77, "method": "beleg/status"}).to_string();
    for piece in format!("content-length: {}\r\n\r\n{body}", body.len()).as_bytes().chunks(3) {
        client.raw(piece);
    }
    assert_eq!(client.answer(77)["result"]["version"], env!("CARGO_PKG_VERSION"));
}

/// The outline's names, which follow the text closely.
fn outline(client: &mut Client, uri: &str) -> Vec<String> {
    fn walk(entries: &Value, out: &mut Vec<String>) {
        for entry in entries.as_array().into_iter().flatten() {
            out.push(entry["name"].as_str().unwrap().to_owned());
            walk(&entry["children"], out);
        }
    }
    let mut out = Vec::new();
    walk(&client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}})), &mut out);
    out
}

#[test]
fn a_thousand_edits_in_a_burst_are_all_in_the_next_answer() {
    let place = Place::new();
    let mut client = place.start();
    let uri = uri(&place.root().join("note.md"));
    client.open(&uri, "# Start\n\nEs kamen 3 Boote.\n");
    // What a person types, with mistakes taken back: letters in two, three and four bytes, figures, line ends.
    let mut text: Vec<Vec<char>> =
        vec!["# Start".chars().collect(), vec![], "Es kamen 3 Boote.".chars().collect(), vec![]];
    let pieces: Vec<char> = "Größe 4.500 \u{1F600} Meter — über 12 % ".chars().collect();
    let mut version = 1;
    for n in 0..1000 {
        version += 1;
        let column = |line: &[char]| line.iter().map(|c| c.len_utf16() as u32).sum::<u32>();
        if n % 7 == 6 {
            let from = column(&text[2][..text[2].len() - 1]);
            let to = column(&text[2]);
            client.edit(&uri, version, (2, from), (2, to), "");
            text[2].pop();
        } else {
            let c = pieces[n % pieces.len()];
            let end = column(&text[2]);
            client.edit(&uri, version, (2, end), (2, end), &c.to_string());
            text[2].push(c);
        }
    }
    let text = text.iter().map(|l| l.iter().collect::<String>()).collect::<Vec<_>>().join("\n");
    let tokens = client.tokens(&uri)["data"].clone();
    let names = outline(&mut client, &uri);
    assert_eq!(client.diagnostics(&uri, Some(version)), json!([]));
    let mut fresh = place.start();
    fresh.open(&uri, &text);
    assert_eq!(fresh.tokens(&uri)["data"], tokens);
    assert_eq!(outline(&mut fresh, &uri), names);
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn deltas_lead_to_the_same_tokens() {
    let place = Place::new();
    let mut client = place.start();
    let uri = uri(&place.root().join("note.md"));
    let text = (0..30).map(|n| format!("Am Hafen lagen {n}00 Boote.\n\n")).collect::<String>();
    client.open(&uri, &text);
    let first = client.tokens(&uri);
    let mut data = first["data"].as_array().unwrap().clone();
    let mut id = first["resultId"].clone();
    for (n, (line, new)) in
        [(4, "Etwa 25 Prozent. "), (40, "\n\n12 Kähne\n\n"), (0, "x"), (58, "7 Tage. ")].into_iter().enumerate()
    {
        client.edit(&uri, n as i64 + 2, (line, 0), (line, 0), new);
        let params = json!({"textDocument": {"uri": uri}, "previousResultId": id});
        let delta = client.ask("textDocument/semanticTokens/full/delta", params);
        for edit in delta["edits"].as_array().unwrap() {
            let (start, count) =
                (edit["start"].as_u64().unwrap() as usize, edit["deleteCount"].as_u64().unwrap() as usize);
            data.splice(start..start + count, edit["data"].as_array().unwrap().iter().cloned());
        }
        id = delta["resultId"].clone();
        assert_eq!(client.tokens(&uri)["data"], json!(data));
    }
    let params = json!({"textDocument": {"uri": uri}, "previousResultId": "no such result"});
    let all = client.ask("textDocument/semanticTokens/full/delta", params);
    assert_eq!(all["data"], json!(data), "an unknown result is answered with all tokens");
}

#[test]
fn edits_out_of_range_are_clamped() {
    let place = Place::new();
    let mut client = place.start();
    let uri = uri(&place.root().join("note.md"));
    client.open(&uri, "Kahn \u{1F600}\n");
    client.edit(&uri, 2, (99, 0), (99, 5), "Boot\n");
    client.edit(&uri, 3, (0, 6), (0, 99), "!");
    client.edit(&uri, 4, (0, 4), (0, 0), "");
    assert_eq!(outline(&mut client, &uri), ["! Boot"]);
}

#[test]
fn a_withdrawn_request_is_answered_as_cancelled() {
    let place = Place::new();
    let mut client = place.start();
    let uri = uri(&place.root().join("note.md"));
    // Long enough for the cancellation to arrive while the requests before it are worked on.
    client.open(&uri, &"Ein Absatz mit 40 Booten und 3 Tonnen Fisch.\n\n".repeat(400));
    let ids: Vec<i64> =
        (0..20).map(|_| client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}))).collect();
    for id in &ids[1..] {
        client.tell("$/cancelRequest", json!({"id": id}));
    }
    let codes: Vec<Value> = ids.iter().map(|id| client.answer(*id)["error"]["code"].clone()).collect();
    assert_eq!(codes[0], Value::Null, "the first was not withdrawn");
    assert!(codes[1..].iter().all(|code| *code == -32800 || code.is_null()));
    assert_eq!(codes.last(), Some(&json!(-32800)), "the last cannot have been answered by then");
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn positions_in_all_three_encodings() {
    let place = Place::named("Mäppchen mit Leerzeichen \u{1F4D2}");
    let text = "Größe \u{1F600}: 25 Boote im Hafen.\n";
    for (encoding, column, end) in [("utf-8", 14, 16), ("utf-16", 10, 12), ("utf-32", 9, 11)] {
        let mut capabilities = capabilities();
        capabilities["general"]["positionEncodings"] = json!([encoding]);
        let mut client = Client::start(&place, json!({"capabilities": capabilities}));
        assert_eq!(client.server["capabilities"]["positionEncoding"], encoding);
        let uri = uri(&place.root().join("Übersicht 1.md"));
        client.open(&uri, text);
        let params = json!({"textDocument": {"uri": uri}, "positions": [{"line": 0, "character": column}]});
        let range = client.ask("textDocument/selectionRange", params)[0]["range"].clone();
        assert_eq!(
            (&range["start"]["character"], &range["end"]["character"]),
            (&json!(column), &json!(end)),
            "{encoding}"
        );
    }
}

#[test]
fn one_path_in_several_spellings_is_one_document() {
    let place = Place::named("Größe");
    let mut client = place.start();
    let encoded = uri(&place.root().join("ä b.md"));
    let plain = format!("file://{}", place.root().join("ä b.md").to_str().unwrap());
    client.open(&encoded, "Kahn.\n");
    client.edit(&plain, 2, (0, 0), (0, 4), "Boot");
    let lower = encoded.replace("%C3%A4", "%c3%a4");
    assert_eq!(outline(&mut client, &lower), ["Boot."]);
    assert_eq!(outline(&mut client, &plain), ["Boot."]);
    client.open("untitled:Untitled-1", "Steg.\n");
    assert_eq!(outline(&mut client, "untitled:Untitled-1"), ["Steg."]);
    assert_eq!(client.diagnostics("untitled:Untitled-1", Some(1)), json!([]));
}

#[test]
fn diagnostics_come_for_every_document_even_without_any() {
    let place = Place::new();
    let mut client = place.start();
    let note = uri(&place.root().join("note.md"));
    client.open(&note, "Nichts.\n");
    assert_eq!(client.diagnostics(&note, Some(1)), json!([]));
    client.edit(&note, 2, (0, 0), (0, 0), "Gar ");
    assert_eq!(client.diagnostics(&note, Some(2)), json!([]));
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": note}}));
    assert_eq!(client.diagnostics(&note, None), json!([]));
}

#[test]
fn what_is_wrong_with_a_file_stands_in_that_file() {
    let place = Place::new();
    let config = uri(&place.write("beleg.toml", "[corpus]\n\npath = \"x\"\n"));
    let article = uri(&place.write("corpus/a.md", "---\nid: a\ndate: someday\n---\n\nText.\n"));
    let mut client = place.start();
    let found = client.diagnostics(&config, None);
    assert_eq!(found[0]["range"]["start"], json!({"line": 2, "character": 0}));
    assert_eq!(found[0]["message"], "unknown key 'path' (did you mean 'paths'?)");
    let found = client.diagnostics(&article, None);
    assert_eq!(found[0]["range"]["start"]["line"], 2);
    // Opened and repaired in the editor, before it is saved.
    client.open(&article, "---\nid: a\ndate: someday\n---\n\nText.\n");
    assert_eq!(client.diagnostics(&article, Some(1)).as_array().map(Vec::len), Some(1));
    client.edit(&article, 2, (2, 6), (2, 13), "2024-10");
    assert_eq!(client.diagnostics(&article, Some(2)), json!([]));
    // Repaired on disk.
    std::fs::write(place.root().join("beleg.toml"), "[corpus]\npaths = [\"corpus\"]\n").unwrap();
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": config, "type": 2}]}));
    assert_eq!(client.diagnostics(&config, None), json!([]));
}

#[test]
fn without_a_watching_client_the_server_watches() {
    let place = Place::new();
    let path = place.write("beleg.toml", "[korpus]\n");
    let mut capabilities = capabilities();
    capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] = json!(false);
    let mut client = Client::start(&place, json!({"capabilities": capabilities}));
    let config = uri(&path);
    assert_eq!(client.diagnostics(&config, None).as_array().map(Vec::len), Some(1));
    // The watch may begin a moment after the first load: the file is written until it is noticed.
    for n in 0.. {
        std::fs::write(&path, format!("[corpus]\n# {n}\n")).unwrap();
        let id = client.request("beleg/status", json!({}));
        let status = client.answer(id);
        if status["result"]["problems"] == json!([]) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(400));
    }
    assert_eq!(client.diagnostics(&config, None), json!([]));
}

#[test]
fn a_setting_maps_tokens_to_standard_types() {
    let place = Place::new();
    let mut client = place.start();
    let uri = uri(&place.root().join("note.md"));
    let text = "Am Kai lagen 40 Boote.\n";
    client.open(&uri, text);
    let own = client.named_tokens(&uri, text);
    client.tell("workspace/didChangeConfiguration", json!({"settings": {"beleg": {"semanticTokens": "standard"}}}));
    let standard = client.named_tokens(&uri, text);
    assert_eq!(own.iter().map(|t| t.replace("/count", "/number")).collect::<Vec<_>>(), standard);
    if !own.is_empty() {
        client.wait(|m| m["method"] == "workspace/semanticTokens/refresh");
    }
}

const FIRE: &str = "---\nid: brand-a\ntitle: Feuer *im* Speicher\ndate: 2021-03-02\nlang: de\n---\n\n\
    # Feuer im Speicher\n\nIn der Nacht brannte der Getreidespeicher in Ostermole.\n\n\
    Bei dem Brand wurden 17 Feuerwehrleute verletzt, teilte das Hafenamt mit.\n";

/// A workspace with two articles that say the same, and its registry.
fn dossier() -> Place {
    let place = Place::named("Mappe ö");
    place.write("corpus/brand a.md", FIRE);
    place.write(
        "corpus/brand-b.md",
        "---\nid: brand-b\ndate: 2021-03-09\nlang: de\n---\n\nBei dem Brand im Getreidespeicher wurden 17 Feuerwehrleute verletzt.\n",
    );
    place.write("corpus/actors.toml", "\n[[actor]]\nid = \"ostermole\"\nname = \"Ostermole\"\nkind = \"place\"\ndescription = \"<Hafen> am *Meer*\"\n");
    place
}

const DRAFT: &str = "In Ostermole wurden beim Brand des Getreidespeichers 17 Feuerwehrleute verletzt.\n";

#[test]
fn a_figure_leads_to_where_it_was_first_stated() {
    let place = dossier();
    let mut client = place.start();
    let uri_of = |name: &str| uri(&place.root().join(name));
    let draft = uri_of("entwurf.md");
    // Asked at once: the answer waits for the corpus.
    client.open(&draft, DRAFT);
    let found = client.at("textDocument/definition", &draft, 0, 54);
    assert_eq!(found[0]["targetUri"], uri_of("corpus/brand a.md"));
    assert_eq!(found[0]["targetSelectionRange"]["start"], json!({"line": 11, "character": 0}));
    assert_eq!(found[0]["originSelectionRange"]["start"], json!({"line": 0, "character": 53}));
    let params = json!({"textDocument": {"uri": draft}, "position": {"line": 0, "character": 54}, "context": {"includeDeclaration": false}});
    let found = client.ask("textDocument/references", params);
    let files: Vec<&str> = found.as_array().unwrap().iter().map(|l| l["uri"].as_str().unwrap()).collect();
    assert_eq!(files, [uri_of("corpus/brand a.md"), uri_of("corpus/brand-b.md")]);
    let page = client.at("textDocument/hover", &draft, 0, 54)["contents"]["value"].as_str().unwrap().to_owned();
    assert!(page.contains("**First made** Feuer \\*im\\* Speicher, 2 Mar 2021, paragraph 2"), "{page}");
    assert!(page.contains("> Bei dem Brand wurden 17 Feuerwehrleute verletzt"), "{page}");
    assert!(page.contains("**Also**"), "{page}");
}

#[test]
fn an_actor_leads_to_its_first_mention_and_its_entry() {
    let place = dossier();
    let mut client = Client::start(&place, json!({"locale": "de"}));
    let uri_of = |name: &str| uri(&place.root().join(name));
    let draft = uri_of("entwurf.md");
    client.open(&draft, DRAFT);
    let found = client.at("textDocument/definition", &draft, 0, 5);
    assert_eq!(found[0]["targetUri"], uri_of("corpus/brand a.md"));
    assert_eq!(found[0]["targetSelectionRange"]["start"]["line"], 9);
    let found = client.at("textDocument/declaration", &draft, 0, 5);
    assert_eq!(found[0]["targetUri"], uri_of("corpus/actors.toml"));
    assert_eq!(found[0]["targetSelectionRange"]["start"]["line"], 2);
    let page = client.at("textDocument/hover", &draft, 0, 5)["contents"]["value"].as_str().unwrap().to_owned();
    assert!(page.starts_with("**Ostermole** (Ort)\n\n&lt;Hafen\\> am \\*Meer\\*"), "{page}");
    assert!(page.contains("1-mal genannt in einem Artikel."), "{page}");
    let found = client.ask("workspace/symbol", json!({"query": "oster"}));
    assert_eq!(found[0]["name"], "Ostermole");
    assert_eq!(client.named_tokens(&draft, DRAFT)[0], "Ostermole/place");
}

#[test]
fn a_new_article_counts_as_soon_as_it_is_there() {
    let place = dossier();
    let mut client = place.start();
    let draft = uri(&place.root().join("entwurf.md"));
    client.open(&draft, DRAFT);
    assert!(client.at("textDocument/definition", &draft, 0, 54)[0].is_object());
    let path = place.write("corpus/früher.md", &FIRE.replace("2021-03-02", "2021-03-01").replace("brand-a", "frueher"));
    client.tell("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": uri(&path), "type": 1}]}));
    // Reading is in the background: ask until it is done.
    let found = loop {
        let found = client.at("textDocument/definition", &draft, 0, 54);
        if found[0]["targetUri"] == uri(&path) {
            break found;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    assert_eq!(found[0]["targetSelectionRange"]["start"]["line"], 11);
}

#[test]
fn only_a_client_that_asks_again_when_told_to_is_left_to_ask_for_findings() {
    for again in [false, true] {
        let mut capabilities = capabilities();
        capabilities["textDocument"]["diagnostic"] = json!({});
        capabilities["workspace"]["diagnostics"] = json!({"refreshSupport": again});
        let place = Place::new();
        let client = Client::start(&place, json!({"capabilities": capabilities}));
        assert_eq!(client.server["capabilities"]["diagnosticProvider"].is_object(), again);
        assert_eq!(client.shut_down(), Some(0));
    }
}
