//! Convert, call, convert: each handler turns the protocol's parameters into beleg's, asks a feature, and turns the answer
//! back.

use serde_json::{Value, json};
use tower_lsp::ls_types::*;

use super::from_proto;
use super::snapshot::{Doc, Snapshot};
use super::to_proto;
use super::uris::Key;
use crate::features;
use crate::text::Span;

/// The document and byte a position means.
fn place<'s>(snapshot: &'s Snapshot, at: &TextDocumentPositionParams) -> Option<(&'s Doc, u32)> {
    let doc = snapshot.docs.get(&Key::new(&at.text_document.uri))?;
    Some((doc, from_proto::offset(&doc.text, at.position, snapshot.peer.encoding)))
}

/// `textDocument/hover`.
pub fn hover(_snapshot: &Snapshot, _params: &HoverParams) -> Option<Hover> {
    None
}

/// `textDocument/definition`.
pub fn definition(_snapshot: &Snapshot, _params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    None
}

/// `textDocument/declaration`.
pub fn declaration(_snapshot: &Snapshot, _params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    None
}

/// `textDocument/references`.
pub fn references(_snapshot: &Snapshot, _params: &ReferenceParams) -> Option<Vec<Location>> {
    None
}

/// `textDocument/documentHighlight`.
pub fn highlight(snapshot: &Snapshot, params: &DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
    let (doc, at) = place(snapshot, &params.text_document_position_params)?;
    let spans = features::highlight::same_here(&doc.analysis, at);
    let range = |span: Span| to_proto::range(&doc.text, span, snapshot.peer.encoding);
    let found = spans.into_iter().map(|span| DocumentHighlight { range: range(span), kind: None });
    Some(found.collect())
}

/// `textDocument/documentSymbol`.
pub fn document_symbols(snapshot: &Snapshot, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let doc = snapshot.docs.get(&Key::new(&params.text_document.uri))?;
    let symbols = features::symbols::outline(&doc.analysis, snapshot.peer.lang);
    Some(to_proto::outline(doc, symbols, &snapshot.peer))
}

/// `workspace/symbol`.
pub fn workspace_symbols(_snapshot: &Snapshot, _params: &WorkspaceSymbolParams) -> Option<WorkspaceSymbolResponse> {
    None
}

/// `textDocument/selectionRange`.
pub fn selection_ranges(snapshot: &Snapshot, params: &SelectionRangeParams) -> Option<Vec<SelectionRange>> {
    let doc = snapshot.docs.get(&Key::new(&params.text_document.uri))?;
    let of = |position: &Position| {
        let at = from_proto::offset(&doc.text, *position, snapshot.peer.encoding);
        let nested = features::selection::ranges(&doc.text, &doc.analysis, at);
        to_proto::selection(&doc.text, &nested, snapshot.peer.encoding)
    };
    Some(params.positions.iter().map(of).collect())
}

/// `beleg/status`: what is loaded, from where, and what is wrong.
pub fn status(snapshot: &Snapshot) -> Value {
    let world = &snapshot.world;
    let problems: usize = world.problems.values().map(Vec::len).sum();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "root": world.workspace.root(),
        "ready": world.is_complete,
        "problems": problems,
        "documents": snapshot.docs.values().map(|doc| json!({"uri": doc.uri, "version": doc.version, "bytes": doc.text.len()})).collect::<Vec<_>>(),
    })
}
