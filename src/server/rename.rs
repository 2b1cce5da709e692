//! `textDocument/rename`: an actor's house spelling, in the registry and in every briefing.

use std::path::Path;

use rayon::prelude::*;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::*;

use super::findings::is_briefing;
use super::snapshot::{Doc, Snapshot};
use super::uris::{self, Key};
use super::{from_proto, to_proto};
use crate::actors::{Actor, entry};
use crate::features::rename::{Refusal, mentions, target};
use crate::features::{Spot, texts};
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format;

/// What cannot be renamed, and why.
fn refused(message: String) -> Error {
    Error { code: ErrorCode::ServerError(-32803), message: message.into(), data: None }
}

/// `textDocument/prepareRename`.
pub fn prepare(snapshot: &Snapshot, params: &TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
    let Some(found) = place(snapshot, params)? else { return Ok(None) };
    let (doc, span, actor) = found;
    let range = to_proto::range(&doc.text, span, snapshot.peer.encoding);
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: actor.name.clone() }))
}

/// The house name at a position: in a briefing, or in the registry itself.
fn place<'s>(
    snapshot: &'s Snapshot,
    params: &TextDocumentPositionParams,
) -> Result<Option<(&'s Doc, Span, &'s Actor)>> {
    let key = Key::new(&params.text_document.uri);
    let Some(doc) = snapshot.docs.get(&key) else { return Ok(None) };
    let at = from_proto::offset(&doc.text, params.position, snapshot.peer.encoding);
    let library = &snapshot.world.library;
    let texts = texts::of(snapshot.peer.lang);
    if key.path() == Some(library.workspace.actors_path().as_path()) {
        let named = entry::names(&doc.text.text()).into_iter().find(|(span, _)| span.touches(at));
        let found = named.and_then(|(span, id)| Some((span, library.registry.get(&id)?)));
        // Without the quotes.
        let inside = |span: Span| Span { start: span.start + 1, end: span.end.saturating_sub(1).max(span.start + 1) };
        return Ok(found.map(|(span, actor)| (doc.as_ref(), inside(span), actor)));
    }
    let Some(spot) = Spot::new(&doc.analysis, at) else { return Ok(None) };
    match target(&spot, &library.registry) {
        Ok((span, actor)) => Ok(Some((doc, span, actor))),
        Err(Refusal::NoName) => Ok(None),
        Err(Refusal::Unlisted(name)) => Err(refused((texts.rename_unlisted)(&name))),
        Err(Refusal::NotHouse(house)) => Err(refused((texts.rename_other)(&house))),
    }
}

/// `textDocument/rename`.
pub fn rename(snapshot: &Snapshot, params: &RenameParams) -> Result<Option<WorkspaceEdit>> {
    let Some((_, _, actor)) = place(snapshot, &params.text_document_position)? else { return Ok(None) };
    let new = params.new_name.trim();
    if new == actor.name {
        return Ok(None);
    }
    let library = &snapshot.world.library;
    let path = library.workspace.actors_path();
    let mut edits = Vec::new();
    let registry = Key::File(path.clone());
    let text = match snapshot.docs.get(&registry) {
        Some(open) => open.text.text(),
        None => library
            .workspace
            .read(&path)
            .map_err(|error| refused(format!("cannot read '{}': {error}", path.display())))?,
    };
    let document = Document::new(&text, Format::Plain);
    let changes = entry::renamed(&text, &actor.id, new).map_err(refused)?;
    edits.extend(edits_of(snapshot, &registry, &document, changes));
    let mut keys: Vec<Key> = library.workspace.briefing_files().into_iter().map(Key::File).collect();
    keys.extend(snapshot.docs.keys().filter(|key| is_briefing(&snapshot.world, key)).cloned());
    keys.sort();
    keys.dedup();
    let briefings: Vec<_> = keys.par_iter().filter_map(|key| briefing(snapshot, key, actor, new)).collect();
    edits.extend(briefings);
    Ok(Some(together(snapshot, edits)))
}

/// The edits of a briefing, open or not.
fn briefing(snapshot: &Snapshot, key: &Key, actor: &Actor, new: &str) -> Option<TextDocumentEdit> {
    if let Some(doc) = snapshot.docs.get(key) {
        return edits_of(snapshot, key, &doc.text, mentions(&doc.analysis, actor, new));
    }
    let path = key.path()?;
    let text = snapshot.world.library.workspace.read(path).ok()?;
    // Most briefings don't name the actor, and need not be read closely.
    if !text.contains(actor.name.as_str()) {
        return None;
    }
    let doc = analysed(snapshot, key, path, &text)?;
    edits_of(snapshot, key, &doc.text, mentions(&doc.analysis, actor, new))
}

/// A file that is not open, as if it were.
fn analysed(snapshot: &Snapshot, key: &Key, path: &Path, text: &str) -> Option<Doc> {
    let empty = snapshot.world.context(key, None);
    let mut doc = Doc::open(uris::from_path(path)?, 0, text, Format::of_path(path), &empty);
    doc.refresh(&snapshot.world.context(key, doc.text.front_matter()));
    Some(doc)
}

fn edits_of(
    snapshot: &Snapshot,
    key: &Key,
    document: &Document,
    changes: Vec<(Span, String)>,
) -> Option<TextDocumentEdit> {
    if changes.is_empty() {
        return None;
    }
    let open = snapshot.docs.get(key);
    let uri = open.map(|doc| doc.uri.clone()).or_else(|| uris::from_path(key.path()?))?;
    let edits = changes.into_iter().map(|(span, new_text)| {
        OneOf::Left(TextEdit { range: to_proto::range(document, span, snapshot.peer.encoding), new_text })
    });
    let version = open.map(|doc| doc.version);
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
    Some(TextDocumentEdit { text_document, edits: edits.collect() })
}

/// All edits in the form the client takes.
fn together(snapshot: &Snapshot, edits: Vec<TextDocumentEdit>) -> WorkspaceEdit {
    if snapshot.peer.versioned_edits {
        return WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(edits)), ..WorkspaceEdit::default() };
    }
    let changes = edits.into_iter().map(|edit| {
        let plain = edit.edits.into_iter().map(|edit| match edit {
            OneOf::Left(edit) => edit,
            OneOf::Right(annotated) => annotated.text_edit,
        });
        (edit.text_document.uri, plain.collect())
    });
    WorkspaceEdit { changes: Some(changes.collect()), ..WorkspaceEdit::default() }
}
