//! `beleg.actors`: who appears in a document and in the articles.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Position, Range};

use super::super::handlers::Files;
use super::super::{to_proto, uris};
use super::Desk;
use super::args::Args;
use crate::features::cast::cast;

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (_, doc) = args.doc(snapshot)?;
    let library = &snapshot.world.library;
    let files = Files::new(snapshot);
    let registry = uris::from_path(&library.workspace.actors_path());
    let actors = cast(&doc.analysis, &library.registry, &library.corpus).into_iter().map(|one| {
        let first = one.first.as_ref().and_then(|first| {
            let (uri, range) = files.location(&first.path, first.span)?;
            Some(json!({"uri": uri, "range": range, "article": first.article, "date": first.date,
                "paragraph": first.paragraph}))
        });
        let declaration = one.line.zip(registry.as_ref()).map(|(line, uri)| {
            let start = Position { line, character: 0 };
            json!({"uri": uri, "range": Range { start, end: start }})
        });
        let range = |span: &_| to_proto::range(&doc.text, *span, snapshot.peer.encoding);
        json!({
            "actor": one.actor.id(),
            "name": one.name,
            "kind": one.kind,
            "listed": one.line.is_some(),
            "mentions": one.mentions.iter().map(range).collect::<Vec<_>>(),
            "corpus": {"mentions": one.times, "articles": one.articles},
            "firstStatement": first,
            "declaration": declaration,
        })
    });
    Ok(json!({"actors": actors.collect::<Vec<_>>()}))
}
