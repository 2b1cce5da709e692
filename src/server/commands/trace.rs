//! `beleg.trace`: where a text, or a passage of an open document, comes from.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};

use super::super::handlers::Files;
use super::args::Args;
use super::statements::statement;
use super::{Desk, invalid};
use crate::analysis::Analysis;
use crate::features::panel::{Item, Kept, items};
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format;
use crate::trace::series::{Stand, Statement};

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let snapshot = desk.snapshot;
    let found = if args.has("text") {
        let text = args.string("text")?;
        if text.trim().is_empty() {
            return Err(invalid("there is no text to trace: 'text' is empty".to_owned()));
        }
        let document = Document::new(&text, Format::Plain);
        let (_, context) = snapshot.world.library.context("", &document, &text);
        let analysis = Analysis::new(&document, &context);
        let whole = Span { start: 0, end: document.len() };
        let kept = Kept::default();
        let beside = snapshot.beside_text(&kept, desk.stop);
        items(&analysis, whole, &[], &beside)
    } else {
        let (key, doc) = args.doc(snapshot)?;
        let range = args.range(snapshot, doc)?;
        let found = items(&doc.analysis, range, &[], &snapshot.beside(&key, desk.stop));
        found.map(|all| within(all, range))
    };
    let Some(found) = found else { return Err(Error::request_cancelled()) };
    let files = Files::new(snapshot);
    let list = |wanted: fn(&Statement) -> bool| -> Vec<Value> {
        let all = found.iter().flat_map(|item| &item.series().statements).filter(|s| wanted(s));
        let mut out: Vec<Value> = Vec::new();
        for one in all.filter_map(|s| statement(snapshot, &files, s)) {
            // Two claims of a passage may rest on one sentence.
            if !out.contains(&one) {
                out.push(one);
            }
        }
        out
    };
    Ok(json!({
        "agreeing": list(Statement::agrees),
        "disagreeing": list(|s| s.stand == Stand::Disagrees),
        "superseding": list(|s| s.stand == Stand::Supersedes),
    }))
}

/// The claims a passage touches: with a caret, those of its figure if it is on one, else of the sentence around it.
fn within(mut all: Vec<Item>, range: Span) -> Vec<Item> {
    let touches = |item: &Item| item.span.start <= range.end && range.start <= item.span.end;
    let on_figure = all.iter().any(|item| item.is_figure() && touches(item));
    if on_figure {
        all.retain(touches);
    } else {
        all.retain(|item| item.sentence().start <= range.end && range.start <= item.sentence().end);
    }
    all
}
