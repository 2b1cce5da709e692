//! `beleg.sources`: every claim of a document, how it stands, and its statements.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};

use super::super::findings;
use super::super::handlers::Files;
use super::super::to_proto;
use super::Desk;
use super::args::Args;
use super::statements::{one_line, statement};
use crate::features::panel::items;
use crate::text::Span;

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (key, doc) = args.doc(snapshot)?;
    let noted = findings::noted(snapshot, &key, doc);
    let whole = Span { start: 0, end: doc.text.len() };
    let items = items(&doc.analysis, whole, &noted, &snapshot.beside(&key, desk.stop));
    let Some(items) = items else { return Err(Error::request_cancelled()) };
    let text = doc.text.text();
    let files = Files::new(snapshot);
    let claims = items.iter().map(|item| {
        let findings = item.findings.iter().filter_map(|&n| noted.get(n)).map(|noted| {
            let finding = &noted.finding;
            json!({"code": finding.code, "severity": finding.severity, "message": finding.message.text(snapshot.peer.lang)})
        });
        let statements: Vec<Value> =
            item.series().statements.iter().filter_map(|s| statement(snapshot, &files, s)).collect();
        json!({
            "range": to_proto::range(&doc.text, item.span, snapshot.peer.encoding),
            "text": one_line(text.get(item.span.range()).unwrap_or_default()),
            "paragraph": item.paragraph,
            "state": item.state.name(),
            "findings": findings.collect::<Vec<_>>(),
            "statements": statements,
        })
    });
    Ok(json!({"uri": doc.uri, "version": doc.version, "claims": claims.collect::<Vec<_>>()}))
}
