//! `workspace/diagnostic`: what is found in every briefing, open or not.
//!
//! **Invariants:** a result id is made of what is reported, so `unchanged` is true; a file that has not changed since it was
//! last reported in the same world is not read again, since clients ask every few seconds.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::SystemTime;

use rayon::prelude::*;
use serde_json::json;
use tower_lsp::ls_types::*;

use super::findings::{self, id_of};
use super::loader::World;
use super::snapshot::Snapshot;
use super::transport::Outbox;
use super::uris::{self, Key};

/// What was last reported of files that are not open.
#[derive(Default)]
pub struct Known(Mutex<HashMap<PathBuf, Reported>>);

/// The state of a file, the world it was checked in, and the result id.
type Reported = (Stamp, Weak<World>, String);

type Stamp = (Option<SystemTime>, u64);

fn stamp(path: &Path) -> Stamp {
    let meta = std::fs::metadata(path).ok();
    (meta.as_ref().and_then(|m| m.modified().ok()), meta.map_or(0, |m| m.len()))
}

impl Known {
    fn id(&self, path: &Path, stamp: Stamp, world: &Arc<World>) -> Option<String> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (then, seen, id) = known.get(path)?;
        (*then == stamp && std::ptr::eq(seen.as_ptr(), Arc::as_ptr(world))).then(|| id.clone())
    }

    fn set(&self, path: &Path, stamp: Stamp, world: &Arc<World>, id: &str) {
        let entry = (stamp, Arc::downgrade(world), id.to_owned());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), entry);
    }
}

/// Reports every briefing, each as soon as it is checked if the client has named a place for that; `None` when nobody waits
/// any more.
pub fn run(
    snapshot: &Snapshot,
    params: &WorkspaceDiagnosticParams,
    known: &Known,
    outbox: &Outbox,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<WorkspaceDiagnosticReportResult> {
    let workspace = &snapshot.world.library.workspace;
    let before: HashMap<Key, &PreviousResultId> =
        params.previous_result_ids.iter().map(|p| (Key::new(&p.uri), p)).collect();
    let mut keys: BTreeSet<Key> = workspace.briefing_files().into_iter().map(Key::File).collect();
    keys.extend(snapshot.docs.keys().filter(|key| findings::is_briefing(&snapshot.world, key)).cloned());
    // What has gone has no findings any more.
    keys.extend(before.keys().cloned());
    let token = params.partial_result_params.partial_result_token.as_ref();
    let keys: Vec<Key> = keys.into_iter().collect();
    let one = |key: &Key| {
        if stop() {
            return None;
        }
        let item = report(snapshot, key, before.get(key).copied(), known);
        if let (Some(token), Some(item)) = (token, &item) {
            let value = json!({"token": token, "value": {"items": [item]}});
            outbox.message(&json!({"jsonrpc": "2.0", "method": "$/progress", "params": value}));
        }
        Some(item)
    };
    let items: Option<Vec<_>> = keys.par_iter().map(one).collect();
    let items = items?.into_iter().flatten().filter(|_| token.is_none()).collect();
    Some(WorkspaceDiagnosticReport { items }.into())
}

fn report(
    snapshot: &Snapshot,
    key: &Key,
    before: Option<&PreviousResultId>,
    known: &Known,
) -> Option<WorkspaceDocumentDiagnosticReport> {
    let before_id = before.map(|p| p.value.as_str());
    if let Some(doc) = snapshot.docs.get(key) {
        let items = findings::check(snapshot, key, doc).diagnostics;
        return Some(item(doc.uri.clone(), Some(doc.version.into()), items, before_id));
    }
    let path = key.path()?;
    // The client's own spelling, if it has one, or it takes the file for another.
    let uri = before.map(|p| p.uri.clone()).or_else(|| uris::from_path(path))?;
    let stamp = stamp(path);
    if let Some(id) = known.id(path, stamp, &snapshot.world)
        && before_id == Some(&id)
    {
        return Some(unchanged(uri, None, id));
    }
    let briefing = findings::is_briefing(&snapshot.world, key);
    let items = briefing.then(|| findings::check_file(snapshot, path).ok()).flatten().unwrap_or_default();
    known.set(path, stamp, &snapshot.world, &id_of(&items));
    Some(item(uri, None, items, before_id))
}

fn item(
    uri: Uri,
    version: Option<i64>,
    items: Vec<Diagnostic>,
    before: Option<&str>,
) -> WorkspaceDocumentDiagnosticReport {
    let id = id_of(&items);
    if before == Some(&id) {
        return unchanged(uri, version, id);
    }
    let full = FullDocumentDiagnosticReport { result_id: Some(id), items };
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: full,
    })
}

fn unchanged(uri: Uri, version: Option<i64>, result_id: String) -> WorkspaceDocumentDiagnosticReport {
    let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
    WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
        uri,
        version,
        unchanged_document_diagnostic_report,
    })
}
