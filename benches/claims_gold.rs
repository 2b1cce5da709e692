//! How often is it read right who says a claim, how surely, and whether it is denied, on the claims of the sample corpus in
//! `tests/gold/claims.jsonl`?

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::Value as Json;

use beleg::analysis::Analysis;
use beleg::claims::{Claim, Speaker};
use beleg::text::Span;
use beleg::text::document::Document;
use beleg::text::prose::Format;
use beleg::workspace::Library;

use crate::{Score, rows, share};

#[derive(Deserialize)]
struct Gold {
    article: String,
    text: String,
    attribution: Option<String>,
    certainty: String,
    polarity: String,
}

/// Scores the claims in `gold` on the articles of the workspace at `root`.
pub fn score(root: &Path, gold: &Path, show: bool) -> Result<Vec<(String, Score)>> {
    let gold: Vec<Gold> = rows(gold)?;
    let library = Library::open(root, &|_, _| ());
    let mut by_article: BTreeMap<&str, Vec<&Gold>> = BTreeMap::new();
    for row in &gold {
        by_article.entry(&row.article).or_default().push(row);
    }
    let (mut attribution, mut certainty, mut polarity) = (0, 0, 0);
    for (article, rows) in by_article {
        let path = root.join("corpus").join(format!("{article}.md"));
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read '{}'", path.display()))?;
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = library.context(article, &document, &text);
        let analysis = Analysis::new(&document, &context);
        let mut claims: Vec<(Span, Claim)> = Vec::new();
        for ((start, _, paragraph), found) in analysis.paragraphs().zip(analysis.claims()) {
            claims.extend(found.claims.iter().map(|c| (paragraph.block.to_source(c.span).shifted(start), c.clone())));
        }
        for row in rows {
            let from = text.find(&row.text).with_context(|| format!("{article} does not say “{}”", row.text))?;
            let here = Span::new(from, from + row.text.len());
            let shared = |span: &Span| span.end.min(here.end).saturating_sub(span.start.max(here.start));
            let nearest = claims.iter().filter(|(span, _)| shared(span) > 0).max_by_key(|(span, _)| shared(span));
            let (_, claim) = nearest.with_context(|| format!("no claim at “{}”", row.text))?;
            // What states several things is as sure as the weakest of them.
            let inside = || claims.iter().filter(|(span, _)| 2 * shared(span) as usize > span.len()).map(|(_, c)| c);
            let weakest = inside().map(|c| c.certainty).max().unwrap_or(claim.certainty);
            let said = &claim.attribution;
            let mut speakers =
                inside().chain([claim]).flat_map(|c| c.attribution.speaker.iter().chain(&c.attribution.chain));
            let right = match &row.attribution {
                None => said.speaker.is_none(),
                Some(name) => speakers.any(|s| names(&library, s, name)),
            };
            let word = |value| match value {
                Ok(Json::String(word)) => word,
                _ => String::new(),
            };
            let sure = word(serde_json::to_value(weakest));
            let denied = word(serde_json::to_value(claim.polarity));
            attribution += usize::from(right);
            certainty += usize::from(sure == row.certainty);
            polarity += usize::from(denied == row.polarity);
            if show && !(right && sure == row.certainty && denied == row.polarity) {
                println!(
                    "  claim in {article}: “{}”\n      wants {:?} {} {}, got {:?} {sure} {denied}",
                    row.text,
                    row.attribution,
                    row.certainty,
                    row.polarity,
                    said.speaker.as_ref().map(|s| &s.text)
                );
            }
        }
    }
    Ok(vec![
        ("attribution".to_owned(), share(attribution, gold.len())),
        ("certainty".to_owned(), share(certainty, gold.len())),
        ("polarity".to_owned(), share(polarity, gold.len())),
    ])
}

/// Whether a speaker is the one of that name: a longer word of the name, without its ending, is one of his.
fn names(library: &Library, speaker: &Speaker, name: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2);
        words.map(|w| w.to_lowercase().chars().take(6).collect()).collect()
    };
    let mut own = stems(&speaker.text);
    if let Some(actor) = &speaker.actor {
        let id = actor.id();
        own.extend(stems(&id));
        own.extend(library.registry.get(&id).map(|a| stems(&a.name)).unwrap_or_default());
    }
    stems(name).iter().any(|w| own.contains(w))
}
