//! `beleg.openSource`: shows where the claim at a position was first made.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;

use super::super::handlers::Files;
use super::Desk;
use super::args::Args;
use crate::features::Spot;
use crate::features::definition::definition;
use crate::features::sources::Focus;

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (_, doc) = args.doc(snapshot)?;
    let at = args.position(snapshot, doc)?;
    let library = &snapshot.world.library;
    let files = Files::new(snapshot);
    let found = Spot::new(&doc.analysis, at).and_then(|spot| {
        let first = definition(&spot, &Focus::of(&spot)?, &library.corpus, &library.lexicon)?;
        files.location(&first.path, first.focus)
    });
    let Some((uri, range)) = found else { return Ok(Value::Null) };
    let shown = desk.show(uri.clone(), range);
    Ok(json!({"uri": uri, "range": range, "shown": shown}))
}
