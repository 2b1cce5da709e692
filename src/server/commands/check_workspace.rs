//! `beleg.checkWorkspace`: checks every briefing, open or not.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::Diagnostic;

use super::super::event::Event;
use super::super::findings;
use super::super::uris::Key;
use super::Desk;
use super::args::Args;
use crate::features::texts;

pub fn run(desk: &Desk<'_>, _: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let workspace = &snapshot.world.library.workspace;
    let mut keys: Vec<Key> = workspace.briefing_files().into_iter().map(Key::File).collect();
    // What is open counts even if it has not been saved.
    let open = snapshot.docs.keys().filter(|key| findings::is_briefing(&snapshot.world, key));
    keys.extend(open.cloned());
    keys.sort();
    keys.dedup();
    let progress = desk.progress("beleg/check", texts::of(snapshot.peer.lang).checking_briefings);
    let done = AtomicUsize::new(0);
    progress.report(0, keys.len());
    let checked: Option<Vec<Checked>> = keys
        .par_iter()
        .map(|key| {
            if (desk.stop)() {
                return None;
            }
            let checked = check(desk, key);
            progress.report(done.fetch_add(1, Ordering::Relaxed) + 1, keys.len());
            Some(checked)
        })
        .collect();
    progress.end();
    let Some(checked) = checked else { return Err(Error::request_cancelled()) };
    let mut files: Vec<(PathBuf, Vec<Diagnostic>)> = Vec::new();
    let (mut documents, mut found, mut problems) = (0, 0, Vec::new());
    for checked in checked {
        match checked {
            Checked::Open(findings) => (documents, found) = (documents + 1, found + findings),
            Checked::File(path, diagnostics) => {
                (documents, found) = (documents + 1, found + diagnostics.len());
                files.push((path, diagnostics));
            }
            Checked::Unreadable(why) => problems.push(why),
        }
    }
    desk.tell(Event::Swept(files));
    Ok(json!({"documents": documents, "findings": found, "problems": problems}))
}

enum Checked {
    /// Its diagnostics come as it is edited.
    Open(usize),
    File(PathBuf, Vec<Diagnostic>),
    Unreadable(String),
}

fn check(desk: &Desk<'_>, key: &Key) -> Checked {
    let snapshot = desk.snapshot;
    if let Some(doc) = snapshot.docs.get(key) {
        let noted = findings::noted(snapshot, key, doc);
        return Checked::Open(noted.iter().filter(|n| n.dealt.is_none()).count());
    }
    let Some(path) = key.path() else { return Checked::Open(0) };
    match findings::check_file(snapshot, path) {
        Ok(diagnostics) => Checked::File(path.to_owned(), diagnostics),
        Err(why) => Checked::Unreadable(why),
    }
}
