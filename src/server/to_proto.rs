//! From beleg's types to the protocol's.

use tower_lsp::ls_types as lsp;

use super::peer::Peer;
use super::snapshot::Doc;
use crate::features::symbols::{Outline, OutlineKind, Symbol, SymbolPlace};
use crate::text::document::Document;
use crate::text::lines::Encoding;
use crate::text::{Problem, Severity, Span};

/// A byte of `document` as a position.
pub fn position(document: &Document, at: u32, encoding: Encoding) -> lsp::Position {
    let position = document.position(at, encoding);
    lsp::Position { line: position.line, character: position.column }
}

/// A span of `document` as a range.
pub fn range(document: &Document, span: Span, encoding: Encoding) -> lsp::Range {
    lsp::Range { start: position(document, span.start, encoding), end: position(document, span.end, encoding) }
}

/// What is wrong with a file, from where it is to the end of the line.
pub fn problem(document: &Document, problem: &Problem, encoding: Encoding) -> lsp::Diagnostic {
    use crate::text::lines::Position;
    let line = problem.line.saturating_sub(1);
    let at = |column| document.offset(Position { line, column }, Encoding::Utf32);
    let start = at(problem.column.saturating_sub(1));
    let end = at(u32::MAX);
    lsp::Diagnostic {
        range: range(document, Span { start: start.min(end), end }, encoding),
        severity: Some(match problem.severity {
            Severity::Error => lsp::DiagnosticSeverity::ERROR,
            Severity::Warning => lsp::DiagnosticSeverity::WARNING,
            Severity::Hint => lsp::DiagnosticSeverity::HINT,
        }),
        source: Some("beleg".to_owned()),
        message: problem.message.clone(),
        ..lsp::Diagnostic::default()
    }
}

/// Nested spans, the innermost first, as the protocol nests them.
pub fn selection(document: &Document, spans: &[Span], encoding: Encoding) -> lsp::SelectionRange {
    let mut out: Option<lsp::SelectionRange> = None;
    for span in spans.iter().rev() {
        out = Some(lsp::SelectionRange { range: range(document, *span, encoding), parent: out.map(Box::new) });
    }
    out.unwrap_or(lsp::SelectionRange { range: lsp::Range::default(), parent: None })
}

/// A document's outline, nested or flat as the client can take it.
pub fn outline(doc: &Doc, symbols: Vec<Outline>, peer: &Peer) -> lsp::DocumentSymbolResponse {
    if peer.nested_symbols {
        return symbols.into_iter().map(|s| nested(doc, s, peer)).collect::<Vec<_>>().into();
    }
    let mut out = Vec::new();
    symbols.into_iter().for_each(|s| flat(doc, s, None, peer, &mut out));
    lsp::DocumentSymbolResponse::Flat(out)
}

fn symbol_kind(kind: OutlineKind) -> lsp::SymbolKind {
    match kind {
        OutlineKind::Heading => lsp::SymbolKind::MODULE,
        OutlineKind::Paragraph => lsp::SymbolKind::STRING,
        OutlineKind::Claim => lsp::SymbolKind::NUMBER,
    }
}

#[expect(deprecated, reason = "the field has no default")]
fn nested(doc: &Doc, symbol: Outline, peer: &Peer) -> lsp::DocumentSymbol {
    let children: Vec<_> = symbol.children.into_iter().map(|s| nested(doc, s, peer)).collect();
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: range(&doc.text, symbol.span, peer.encoding),
        selection_range: range(&doc.text, symbol.name_span, peer.encoding),
        children: (!children.is_empty()).then_some(children),
    }
}

#[expect(deprecated, reason = "the field has no default")]
fn flat(doc: &Doc, symbol: Outline, parent: Option<&str>, peer: &Peer, out: &mut Vec<lsp::SymbolInformation>) {
    out.push(lsp::SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        location: lsp::Location { uri: doc.uri.clone(), range: range(&doc.text, symbol.span, peer.encoding) },
        container_name: parent.map(str::to_owned),
    });
    symbol.children.into_iter().for_each(|s| flat(doc, s, Some(&symbol.name), peer, out));
}

/// A page for the place it is about.
pub fn hover(doc: &Doc, value: String, span: Span, peer: &Peer) -> lsp::Hover {
    let kind = if peer.markdown { lsp::MarkupKind::Markdown } else { lsp::MarkupKind::PlainText };
    lsp::Hover {
        contents: lsp::HoverContents::Markup(lsp::MarkupContent { kind, value }),
        range: Some(range(&doc.text, span, peer.encoding)),
    }
}

/// One place to go to, as a link where the client can take one.
pub fn link(
    links: bool,
    origin: lsp::Range,
    uri: lsp::Uri,
    whole: lsp::Range,
    selection: lsp::Range,
) -> lsp::GotoDefinitionResponse {
    if !links {
        return lsp::GotoDefinitionResponse::Scalar(lsp::Location { uri, range: selection });
    }
    // The selection must lie inside the target, or clients refuse the link.
    let target_range = lsp::Range { start: whole.start.min(selection.start), end: whole.end.max(selection.end) };
    lsp::GotoDefinitionResponse::Link(vec![lsp::LocationLink {
        origin_selection_range: Some(origin),
        target_uri: uri,
        target_range,
        target_selection_range: selection,
    }])
}

/// An actor or an article.
pub fn workspace_symbol(symbol: Symbol, uri: lsp::Uri, line: u32) -> lsp::WorkspaceSymbol {
    let start = lsp::Position { line, character: 0 };
    let kind = match &symbol.place {
        SymbolPlace::Registry(_) => lsp::SymbolKind::CLASS,
        SymbolPlace::Article(_) => lsp::SymbolKind::FILE,
    };
    lsp::WorkspaceSymbol {
        name: symbol.name,
        kind,
        tags: None,
        container_name: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        location: lsp::OneOf::Left(lsp::Location { uri, range: lsp::Range { start, end: start } }),
        data: None,
    }
}
