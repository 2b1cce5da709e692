//! Statements of articles, as editors get them.

use serde_json::{Value, json};

use super::super::handlers::Files;
use super::super::snapshot::Snapshot;
use crate::claims::{Claim, Polarity, Speaker};
use crate::features::hover::name;
use crate::trace::series::{Stand, Statement};

/// A statement; `None` when its article is gone.
pub fn statement(snapshot: &Snapshot, files: &Files<'_>, statement: &Statement) -> Option<Value> {
    let library = &snapshot.world.library;
    let hit = &statement.hit;
    let entry = library.corpus.entries().get(hit.entry)?;
    let (uri, range) = files.location(&entry.path, hit.span)?;
    let claim = statement.claim.as_ref();
    let shown = hit.figure.as_ref().and_then(|f| files.excerpt(&entry.path, f.span));
    Some(json!({
        "uri": uri,
        "range": range,
        "text": one_line(&files.excerpt(&entry.path, hit.span)?),
        "article": entry.article.id,
        "title": entry.article.title,
        "date": entry.article.date.as_ref().map(ToString::to_string),
        "paragraph": hit.paragraph,
        "speaker": statement.speaker().map(|s| speaker(snapshot, s)),
        "certainty": claim.map(|c| c.certainty).unwrap_or_default(),
        "condition": claim.is_some_and(|c| c.condition),
        "denied": is_denied(claim),
        "shown": shown.map(|s| one_line(&s)),
        "relation": relation(statement.stand),
        "first": statement.first,
        "citation": citation(&entry.article.id, hit.paragraph),
    }))
}

fn is_denied(claim: Option<&Claim>) -> bool {
    claim.is_some_and(|c| c.polarity == Polarity::Denied)
}

/// How a briefing cites a paragraph.
pub fn citation(article: &str, paragraph: u32) -> String {
    format!("[@{article}, p. {paragraph}]")
}

/// The name of a relation.
pub fn relation(stand: Stand) -> &'static str {
    match stand {
        Stand::Agrees => "agrees",
        Stand::Superseded => "superseded",
        Stand::Disagrees => "disagrees",
        Stand::Supersedes => "supersedes",
    }
}

/// What a speaker is called: the house spelling, or as the article has it.
pub fn speaker(snapshot: &Snapshot, speaker: &Speaker) -> String {
    let actor = speaker.actor.as_ref();
    actor.map_or_else(|| speaker.text.clone(), |actor| name(actor, &snapshot.world.library.registry))
}

/// Text of an article without its line ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
