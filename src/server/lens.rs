//! Code lenses and inlay hints: sources in sight without asking.
//!
//! **Invariant:** a lens is resolved when the client shows it and hints are made for the range it asks about; both are given
//! up when the text moves on, and what was traced for a paragraph is kept while the paragraph stays as it is.

use serde_json::{Value, json};
use tower_lsp::ls_types::*;

use super::findings::is_briefing;
use super::handlers::Files;
use super::snapshot::{Doc, Snapshot};
use super::uris::Key;
use super::{from_proto, to_proto};
use crate::features::lens::{brief, paragraphs, summary};
use crate::features::panel::items;
use crate::features::sources::cite;
use crate::features::texts;
use crate::text::Span;

/// `textDocument/codeLens`: the places; what they say comes with `codeLens/resolve`.
pub fn lenses(snapshot: &Snapshot, params: &CodeLensParams) -> Option<Vec<CodeLens>> {
    let key = Key::new(&params.text_document.uri);
    let doc = snapshot.docs.get(&key)?;
    if !snapshot.world.library.shows_lenses() || !is_briefing(&snapshot.world, &key) {
        return Some(Vec::new());
    }
    let lens = |span: Span| {
        let start = to_proto::position(&doc.text, span.start, snapshot.peer.encoding);
        CodeLens {
            range: Range { start, end: start },
            command: None,
            data: Some(json!({"uri": doc.uri, "position": start})),
        }
    };
    Some(paragraphs(&doc.analysis).into_iter().map(lens).collect())
}

/// The document a lens stands in.
pub fn document(lens: &CodeLens) -> Option<Uri> {
    serde_json::from_value(lens.data.as_ref()?.get("uri")?.clone()).ok()
}

/// `codeLens/resolve`.
pub fn resolve(snapshot: &Snapshot, lens: &CodeLens, stop: &(dyn Fn() -> bool + Sync)) -> Option<CodeLens> {
    let uri = document(lens)?;
    let key = Key::new(&uri);
    let doc = snapshot.docs.get(&key)?;
    let at = from_proto::offset(&doc.text, lens.range.start, snapshot.peer.encoding);
    let found = items(&doc.analysis, paragraph_at(doc, at)?, &[], &snapshot.beside(&key, stop))?;
    let library = &snapshot.world.library;
    let summary = summary(&found, &library.corpus, &library.registry, texts::of(snapshot.peer.lang));
    let command = match summary.first {
        Some(span) => {
            let position = to_proto::position(&doc.text, span.start, snapshot.peer.encoding);
            let arguments: Vec<Value> = vec![json!({"uri": doc.uri, "position": position})];
            Command { title: summary.title, command: "beleg.openSource".to_owned(), arguments: Some(arguments) }
        }
        // Text without a command: there is nothing to open.
        None => Command { title: summary.title, ..Command::default() },
    };
    Some(CodeLens { range: lens.range, command: Some(command), data: None })
}

/// The inside of the paragraph that starts at a byte: what touches it also touches the one before.
fn paragraph_at(doc: &Doc, at: u32) -> Option<Span> {
    let span = paragraphs(&doc.analysis).into_iter().find(|span| span.touches(at))?;
    let middle = (span.start + 1).min(span.end);
    Some(Span { start: middle, end: middle })
}

/// `textDocument/inlayHint`: the source of each figure in the range.
pub fn hints(
    snapshot: &Snapshot,
    params: &InlayHintParams,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<InlayHint>> {
    let key = Key::new(&params.text_document.uri);
    let doc = snapshot.docs.get(&key)?;
    if !snapshot.world.library.shows_hints() || !is_briefing(&snapshot.world, &key) {
        return Some(Vec::new());
    }
    let range = from_proto::span(&doc.text, params.range, snapshot.peer.encoding);
    let found = items(&doc.analysis, range, &[], &snapshot.beside(&key, stop))?;
    let texts = texts::of(snapshot.peer.lang);
    let corpus = &snapshot.world.library.corpus;
    let files = Files::new(snapshot);
    let hints = found.iter().filter(|item| item.is_figure() && range.touches(item.span.end)).filter_map(|item| {
        let first = item.series().agreeing().next()?;
        let entry = corpus.entries().get(first.hit.entry)?;
        let location = files.location(&entry.path, first.hit.span).map(|(uri, range)| Location { uri, range });
        let part = InlayHintLabelPart {
            value: brief(entry, &snapshot.world.library.registry, texts),
            tooltip: Some(InlayHintLabelPartTooltip::String(cite(entry, first.hit.paragraph, texts))),
            location,
            command: None,
        };
        Some(InlayHint {
            position: to_proto::position(&doc.text, item.span.end, snapshot.peer.encoding),
            label: InlayHintLabel::LabelParts(vec![part]),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: Some(false),
            data: None,
        })
    });
    Some(hints.collect())
}
