//! `beleg.timeline`: the series of the figure at a position.

use serde_json::{Map, Value, json};
use tower_lsp::jsonrpc::Result;

use super::super::handlers::Files;
use super::super::snapshot::{Doc, Snapshot};
use super::super::to_proto;
use super::Desk;
use super::args::Args;
use super::statements::{one_line, statement};
use crate::features::timeline::{Timeline, timeline};
use crate::features::{Spot, texts};
use crate::figures::{Figure, Value as FigureValue};

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let (_, doc) = args.doc(snapshot)?;
    let at = args.position(snapshot, doc)?;
    let library = &snapshot.world.library;
    let texts = texts::of(snapshot.peer.lang);
    let found = Spot::new(&doc.analysis, at)
        .and_then(|spot| timeline(&spot, &library.registry, &library.corpus, &library.lexicon, texts));
    Ok(found.map_or(Value::Null, |found| convert(snapshot, doc, &found)))
}

fn convert(snapshot: &Snapshot, doc: &Doc, timeline: &Timeline) -> Value {
    let files = Files::new(snapshot);
    let points = timeline.points.iter().filter_map(|one| {
        let mut point = value(one.hit.figure.as_ref()?);
        // What is known of any statement, without what only the list of sources needs.
        if let Value::Object(more) = statement(snapshot, &files, one)? {
            point.extend(more.into_iter().filter(|(key, _)| key != "citation"));
        }
        Some(Value::Object(point))
    });
    let points: Vec<Value> = points.collect();
    let mut draft = value(&timeline.draft);
    let text = doc.text.text();
    let shown = one_line(text.get(timeline.draft.span.range()).unwrap_or_default());
    draft.insert("shown".to_owned(), shown.clone().into());
    draft.insert("text".to_owned(), shown.into());
    draft.insert("uri".to_owned(), json!(doc.uri));
    draft.insert("range".to_owned(), json!(to_proto::range(&doc.text, timeline.draft.span, snapshot.peer.encoding)));
    for key in ["certainty", "speaker", "date", "relation", "article", "title", "paragraph"] {
        draft.insert(key.to_owned(), Value::Null);
    }
    draft.insert("first".to_owned(), false.into());
    json!({"matter": timeline.matter, "unit": timeline.unit, "draft": draft, "points": points})
}

/// The ends of a value and how they limit it.
fn value(figure: &Figure) -> Map<String, Value> {
    let number = |n: Option<rust_decimal::Decimal>| -> Value {
        n.and_then(|n| n.normalize().to_string().parse::<serde_json::Number>().ok()).map_or(Value::Null, Value::Number)
    };
    let (lo, hi) = match &figure.value {
        FigureValue::Number { lo, hi } => (number(*lo), number(*hi)),
        FigureValue::Date(range) => (range.lo.to_string().into(), range.hi.to_string().into()),
        FigureValue::Unknown => (Value::Null, Value::Null),
    };
    let mut out = Map::new();
    out.insert("lo".to_owned(), lo);
    out.insert("hi".to_owned(), hi);
    out.insert("bound".to_owned(), json!(figure.bound));
    out
}
