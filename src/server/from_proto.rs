//! From the protocol's types to beleg's own.

use tower_lsp::ls_types as lsp;

use crate::text::Span;
use crate::text::document::Document;
use crate::text::lines::{Encoding, Position};

/// The byte of `document` a position means, clamped.
pub fn offset(document: &Document, position: lsp::Position, encoding: Encoding) -> u32 {
    document.offset(Position { line: position.line, column: position.character }, encoding)
}

/// The bytes a range means, clamped; a range that ends before it starts is read backwards.
pub fn span(document: &Document, range: lsp::Range, encoding: Encoding) -> Span {
    let (a, b) = (offset(document, range.start, encoding), offset(document, range.end, encoding));
    Span { start: a.min(b), end: a.max(b) }
}
