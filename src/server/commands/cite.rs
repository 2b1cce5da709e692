//! `beleg.cite`: puts the citation of the paragraph that first made the claim into the text.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::TextEdit;

use super::super::to_proto;
use super::Desk;
use super::args::Args;
use crate::claims::words::Cache;
use crate::features::cite::cite;
use crate::features::{Spot, texts};

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (key, doc) = args.doc(snapshot)?;
    let at = args.position(snapshot, doc)?;
    let beside = snapshot.beside(&key, desk.stop);
    let found = Spot::new(&doc.analysis, at).and_then(|spot| {
        let claims = spot.claims()?;
        let sources = (beside.corpus, beside.lexicon);
        let (number, without) = (spot.number, beside.without);
        let traced = beside.kept.traced(spot.paragraph, &claims, number, sources, without, &mut Cache::default());
        let chunk = doc.analysis.chunks.iter().find(|c| c.start == spot.start)?;
        cite(&spot, &traced, &chunk.chunk.text, beside.corpus)
    });
    let Some(cite) = found else { return Ok(Value::Null) };
    if let Some((span, new_text)) = cite.edit {
        let range = to_proto::range(&doc.text, span, snapshot.peer.encoding);
        let label = (texts::of(snapshot.peer.lang).cite)(&cite.citation);
        desk.apply(&label, desk.edit_of(doc, vec![TextEdit { range, new_text }]))?;
    }
    Ok(json!({"citation": cite.citation}))
}
