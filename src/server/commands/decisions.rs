//! `beleg.decide` and `beleg.undecide`: what somebody has decided about a finding, written to `beleg.decisions.jsonl`.
//!
//! The protocol has no way to ask for a line of text. Without a reason, a decision to ignore is written without one, which is
//! not in force, and the client is shown the place in the file where it belongs; whoever saves it has decided.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Position, Range};

use super::super::snapshot::{Doc, Snapshot};
use super::super::uris::{self, Key};
use super::super::{event::Event, findings};
use super::args::Args;
use super::{Desk, failed, invalid};
use crate::annotations::Verdict;
use crate::annotations::decisions::{DECISIONS_FILE, EVERY_CHECK};
use crate::text::Span;
use crate::workspace::deciding::{Deciding, Written};

pub fn decide(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (key, doc) = args.doc(snapshot)?;
    let verdict = match args.string("decision")?.as_str() {
        "ignored" => Verdict::Ignored,
        "checked" => Verdict::Checked,
        other => {
            return Err(invalid(format!(
                "'decision' of 'beleg.decide' cannot be '{other}' (one of: ignored, checked)"
            )));
        }
    };
    let reason = if args.has("reason") { args.string("reason")? } else { String::new() };
    let (code, span) = about(snapshot, &key, doc, args)?;
    let text = doc.text.text();
    let about = deciding(&key, doc, &text, snapshot)?;
    let written = snapshot.world.library.decide(about, &code, span, verdict, &reason).map_err(failed)?;
    desk.tell(Event::FilesChanged(vec![snapshot.world.library.workspace.decisions_path()]));
    let asks = !written.decision.is_in_force();
    let shown = asks && show_reason(desk, &written);
    Ok(json!({"written": true, "inForce": !asks, "shown": shown}))
}

pub fn undecide(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (key, doc) = args.doc(snapshot)?;
    let (code, span) = about(snapshot, &key, doc, args)?;
    let text = doc.text.text();
    let about = deciding(&key, doc, &text, snapshot)?;
    let written = snapshot.world.library.undecide(about, &code, span).map_err(failed)?;
    desk.tell(Event::FilesChanged(vec![snapshot.world.library.workspace.decisions_path()]));
    Ok(json!({"written": written}))
}

fn deciding<'a>(key: &'a Key, doc: &'a Doc, text: &'a str, snapshot: &Snapshot) -> Result<Deciding<'a>> {
    let Some(path) = key.path() else {
        return Err(failed("save the document first: decisions are tied to a file".to_owned()));
    };
    let file = snapshot.world.library.workspace.decisions_path();
    if let Some(open) = snapshot.docs.get(&Key::File(file.clone()))
        && std::fs::read_to_string(&file).unwrap_or_default() != open.text.text()
    {
        return Err(failed(format!("save '{DECISIONS_FILE}' first: it has changes that would be lost")));
    }
    Ok(Deciding { path, text, analysis: &doc.analysis })
}

/// The finding that is meant: of the named check, in the range, the one that fits it best.
fn about(snapshot: &Snapshot, key: &Key, doc: &Doc, args: &Args<'_>) -> Result<(String, Span)> {
    let span = args.range(snapshot, doc)?;
    let code = if args.has("code") { args.string("code")? } else { EVERY_CHECK.to_owned() };
    if code == EVERY_CHECK {
        return Ok((code, Span { end: span.start, ..span }));
    }
    let noted = findings::noted(snapshot, key, doc);
    let own = noted.iter().map(|n| &n.finding).filter(|f| f.code == code);
    let here = own.filter(|f| f.span.start <= span.end && span.start <= f.span.end);
    let off = |s: Span| s.start.abs_diff(span.start) + s.end.abs_diff(span.end);
    match here.min_by_key(|f| off(f.span)) {
        Some(finding) => Ok((code, finding.span)),
        None => Err(invalid(format!("there is no finding of '{code}' there"))),
    }
}

/// Shows the client where the reason belongs.
fn show_reason(desk: &Desk<'_>, written: &Written) -> bool {
    const KEY: &str = "\"reason\":\"";
    let Some(at) = written.text.find(KEY) else { return false };
    let ahead = written.text.get(..at + KEY.len()).unwrap_or_default();
    let at = Position { line: written.line, character: desk.snapshot.peer.encoding.measure(ahead) };
    match uris::from_path(&desk.snapshot.world.library.workspace.decisions_path()) {
        Some(uri) => desk.show(uri, Range { start: at, end: at }),
        None => false,
    }
}
