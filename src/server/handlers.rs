//! Convert, call, convert: each handler turns the protocol's parameters into beleg's, asks a feature, and turns the answer
//! back.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::str::FromStr as _;

use serde_json::{Value, json};
use tower_lsp::ls_types::*;

use super::from_proto;
use super::snapshot::{Doc, Snapshot};
use super::to_proto;
use super::uris::{self, Key};
use crate::features::sources::Focus;
use crate::features::symbols::SymbolPlace;
use crate::features::{self, Spot, texts};
use crate::text::Span;
use crate::text::lines::LineIndex;

/// The document and byte a position means.
fn place<'s>(snapshot: &'s Snapshot, at: &TextDocumentPositionParams) -> Option<(&'s Doc, u32)> {
    let doc = snapshot.docs.get(&Key::new(&at.text_document.uri))?;
    Some((doc, from_proto::offset(&doc.text, at.position, snapshot.peer.encoding)))
}

/// `textDocument/hover`.
pub fn hover(snapshot: &Snapshot, params: &HoverParams) -> Option<Hover> {
    let (doc, at) = place(snapshot, &params.text_document_position_params)?;
    let library = &snapshot.world.library;
    let files = Files::new(snapshot);
    let sources = features::hover::Sources {
        registry: &library.registry,
        corpus: &library.corpus,
        lexicon: &library.lexicon,
        texts: texts::of(snapshot.peer.lang),
        excerpt: &|path, span| files.excerpt(path, span),
    };
    let (text, span) = features::hover::hover(&Spot::new(&doc.analysis, at)?, &sources, snapshot.peer.markdown)?;
    Some(to_proto::hover(doc, text, span, &snapshot.peer))
}

/// `textDocument/definition`.
pub fn definition(snapshot: &Snapshot, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    let (doc, at) = place(snapshot, &params.text_document_position_params)?;
    let library = &snapshot.world.library;
    let spot = Spot::new(&doc.analysis, at)?;
    let focus = Focus::of(&spot)?;
    let first = features::definition::definition(&spot, &focus, &library.corpus, &library.lexicon)?;
    let files = Files::new(snapshot);
    let (uri, whole) = files.location(&first.path, first.span)?;
    let (_, selection) = files.location(&first.path, first.focus)?;
    let origin = to_proto::range(&doc.text, focus.span(&spot)?, snapshot.peer.encoding);
    Some(to_proto::link(snapshot.peer.definition_links, origin, uri, whole, selection))
}

/// `textDocument/declaration`.
pub fn declaration(snapshot: &Snapshot, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    let (doc, at) = place(snapshot, &params.text_document_position_params)?;
    let library = &snapshot.world.library;
    let (line, span) = features::definition::declaration(&Spot::new(&doc.analysis, at)?, &library.registry)?;
    let uri = uris::from_path(&library.workspace.actors_path())?;
    let start = Position { line, character: 0 };
    let there = Range { start, end: start };
    let origin = to_proto::range(&doc.text, span, snapshot.peer.encoding);
    Some(to_proto::link(snapshot.peer.declaration_links, origin, uri, there, there))
}

/// `textDocument/references`.
pub fn references(snapshot: &Snapshot, params: &ReferenceParams) -> Option<Vec<Location>> {
    let (doc, at) = place(snapshot, &params.text_document_position)?;
    let library = &snapshot.world.library;
    let spot = Spot::new(&doc.analysis, at)?;
    let focus = Focus::of(&spot)?;
    let files = Files::new(snapshot);
    let found = features::definition::references(&spot, &focus, &library.corpus, &library.lexicon);
    let mut out: Vec<Location> = found
        .iter()
        .filter_map(|place| files.location(&place.path, place.focus))
        .map(|(uri, range)| Location { uri, range })
        .collect();
    let own = focus.span(&spot);
    for (key, other) in snapshot.docs.iter() {
        // An article is in the corpus already, as it was saved.
        if key.path().is_some_and(|path| library.corpus.by_path(path).is_some()) {
            continue;
        }
        let here = std::ptr::eq(other.as_ref(), doc);
        for span in features::definition::same_in(&other.analysis, &spot, &focus, &library.lexicon) {
            if params.context.include_declaration || !here || own != Some(span) {
                let range = to_proto::range(&other.text, span, snapshot.peer.encoding);
                out.push(Location { uri: other.uri.clone(), range });
            }
        }
    }
    Some(out)
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
    let symbols = features::symbols::outline(&doc.analysis, texts::of(snapshot.peer.lang));
    Some(to_proto::outline(doc, symbols, &snapshot.peer))
}

/// `workspace/symbol`.
pub fn workspace_symbols(snapshot: &Snapshot, params: &WorkspaceSymbolParams) -> Option<WorkspaceSymbolResponse> {
    let library = &snapshot.world.library;
    let texts = texts::of(snapshot.peer.lang);
    let found = features::symbols::search(&params.query, &library.registry, &library.corpus, texts);
    let actors = uris::from_path(&library.workspace.actors_path());
    let symbols = found.into_iter().filter_map(|symbol| {
        let (uri, line) = match &symbol.place {
            SymbolPlace::Registry(line) => (actors.clone()?, *line),
            SymbolPlace::Article(path) => (uris::from_path(path)?, 0),
        };
        Some(to_proto::workspace_symbol(symbol, uri, line))
    });
    Some(symbols.collect::<Vec<_>>().into())
}

/// `textDocument/documentLink`: citations lead to their paragraphs.
pub fn links(snapshot: &Snapshot, params: &DocumentLinkParams) -> Option<Vec<DocumentLink>> {
    let doc = snapshot.docs.get(&Key::new(&params.text_document.uri))?;
    let files = Files::new(snapshot);
    let corpus = &snapshot.world.library.corpus;
    let found = features::links::links(&doc.analysis, corpus, texts::of(snapshot.peer.lang));
    let links = found.into_iter().filter_map(|link| {
        let (uri, target) = files.location(&link.path, link.target)?;
        // The form in which editors understand a place in a file.
        let target = format!("{}#L{},{}", uri.as_str(), target.start.line + 1, target.start.character + 1);
        Some(DocumentLink {
            range: to_proto::range(&doc.text, link.span, snapshot.peer.encoding),
            target: Uri::from_str(&target).ok(),
            tooltip: Some(link.title),
            data: None,
        })
    });
    Some(links.collect())
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
    let library = &world.library;
    let documents = snapshot.docs.iter().map(|(key, doc)| {
        let figures: usize = doc.analysis.paragraphs().map(|(_, _, p)| p.figures().len()).sum();
        let mentions: usize = doc.analysis.paragraphs().map(|(_, _, p)| p.mentions.len()).sum();
        json!({"uri": doc.uri, "version": doc.version, "bytes": doc.text.len(), "prose": world.is_prose(key),
            "figures": figures, "mentions": mentions})
    });
    let documents: Vec<Value> = documents.collect();
    let mut status = library.report();
    status["ready"] = world.is_complete.into();
    status["documents"] = documents.into();
    status
}

/// A file's text and its lines.
type File = Rc<(String, LineIndex)>;

/// Article files as they are on disk, each read once for an answer.
pub(super) struct Files<'s> {
    snapshot: &'s Snapshot,
    read: RefCell<HashMap<PathBuf, Option<File>>>,
}

impl<'s> Files<'s> {
    pub(super) fn new(snapshot: &'s Snapshot) -> Files<'s> {
        Files { snapshot, read: RefCell::default() }
    }

    fn get(&self, path: &Path) -> Option<File> {
        let mut read = self.read.borrow_mut();
        if let Some(known) = read.get(path) {
            return known.clone();
        }
        let text = self.snapshot.world.library.workspace.read(path).ok();
        let file = text.map(|text| {
            let lines = LineIndex::new(&text);
            Rc::new((text, lines))
        });
        read.insert(path.to_owned(), file.clone());
        file
    }

    /// A span of a file, which may have changed since it was indexed, for the client.
    pub(super) fn location(&self, path: &Path, span: Span) -> Option<(Uri, Range)> {
        let file = self.get(path)?;
        let (text, lines) = &*file;
        let position = |at: u32| {
            let at = lines.position(text, at.min(text.len() as u32), self.snapshot.peer.encoding);
            Position { line: at.line, character: at.column }
        };
        Some((uris::from_path(path)?, Range { start: position(span.start), end: position(span.end) }))
    }

    pub(super) fn excerpt(&self, path: &Path, span: Span) -> Option<String> {
        self.get(path)?.0.get(span.range()).map(str::to_owned)
    }
}
