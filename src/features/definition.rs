//! Where was this first made, where is it declared, and where else does it stand?

use std::path::PathBuf;

use crate::actors::{ActorRef, Registry};
use crate::analysis::{Analysis, Paragraph};
use crate::claims::words::Cache;
use crate::corpus::Corpus;
use crate::corpus::statement::{Sentence, Stated, actor_key};
use crate::features::Spot;
use crate::features::sources::{Draft, Focus};
use crate::figures::{Relation, compare};
use crate::lang::lexicon::Lexicon;
use crate::text::Span;

/// A place in an article's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// All of it: the paragraph.
    pub span: Span,
    /// What matters in it: the sentence or the mention.
    pub focus: Span,
}

/// Most mentions of an actor that are listed; more help nobody.
const MOST: usize = 2000;

/// Where the claim under the cursor was first made, or its actor first mentioned.
pub fn definition(spot: &Spot<'_>, focus: &Focus, corpus: &Corpus, lexicon: &Lexicon) -> Option<Place> {
    if let Focus::Actor(actor) = focus {
        let (entry, appearance) = corpus.appearances(actor).into_iter().next()?;
        return Some(Place { path: entry.path.clone(), span: appearance.span, focus: appearance.span });
    }
    let trace = Draft::new(spot, focus, lexicon)?.trace(corpus);
    let first = trace.first()?;
    let entry = corpus.entries().get(first.entry)?;
    Some(Place { path: entry.path.clone(), span: first.paragraph_span, focus: first.span })
}

/// The line of the registry, from 0, where the actor under the cursor is declared. Inside a figure's span too.
pub fn declaration(spot: &Spot<'_>, registry: &Registry) -> Option<(u32, Span)> {
    let mention = spot.mention()?;
    let ActorRef::Listed(id) = &mention.actor else { return None };
    let line = registry.get(id)?.line.saturating_sub(1);
    Some((line, spot.source(mention.span)))
}

/// Every article statement of the same claim, or every mention of the same actor; first made first.
pub fn references(spot: &Spot<'_>, focus: &Focus, corpus: &Corpus, lexicon: &Lexicon) -> Vec<Place> {
    let place = |entry: usize, span: Span, focus: Span| {
        corpus.entries().get(entry).map(|entry| Place { path: entry.path.clone(), span, focus })
    };
    let Focus::Actor(actor) = focus else {
        let trace = Draft::new(spot, focus, lexicon).map(|draft| draft.trace(corpus)).unwrap_or_default();
        return trace.agreeing.iter().filter_map(|hit| place(hit.entry, hit.paragraph_span, hit.span)).collect();
    };
    let mut found = corpus.find(&[(actor_key(actor), 1.0)], MOST);
    found.sort_by_cached_key(|f| (corpus.entries().get(f.entry).map(|e| e.order()), f.outline.number));
    let mentions = found.iter().flat_map(|f| {
        let all = f.stated.sentences.iter().flat_map(|s| &s.mentions);
        all.filter(|m| m.actor == *actor).filter_map(|m| place(f.entry, f.stated.span, m.span))
    });
    mentions.collect()
}

/// Where an open document says the same, or names the same actor; bytes of its source.
pub fn same_in(analysis: &Analysis, spot: &Spot<'_>, focus: &Focus, lexicon: &Lexicon) -> Vec<Span> {
    let mut out = Vec::new();
    if let Focus::Actor(actor) = focus {
        for (start, _, paragraph) in analysis.paragraphs() {
            let same = paragraph.mentions.iter().filter(|m| m.actor == *actor);
            out.extend(same.map(|m| paragraph.block.to_source(m.span).shifted(start)));
        }
        return out;
    }
    let Some(draft) = Draft::new(spot, focus, lexicon) else { return out };
    let Some(sentence) = draft.stated.sentences.get(draft.sentence) else { return out };
    let figure = draft.figure.and_then(|n| sentence.figures.get(n));
    let cache = &mut Cache::default();
    for ((start, number, paragraph), claims) in analysis.paragraphs().zip(analysis.claims()) {
        // Taking a paragraph apart costs more than seeing that it cannot say the same.
        let may = match figure {
            Some(figure) => paragraph.figures().iter().any(|f| is_same(compare(figure, f))),
            None => sentence.mentions.is_empty() || sentence.mentions.iter().any(|m| names(paragraph, &m.actor)),
        };
        if !may {
            continue;
        }
        for other in &Stated::of(paragraph, &claims.claims, number, start, lexicon, cache).sentences {
            match figure {
                Some(figure) if shared(sentence, other) >= 0.4 => {
                    out.extend(other.figures.iter().filter(|f| is_same(compare(figure, f))).map(|f| f.span));
                }
                None if shared(sentence, other) >= 0.6 => out.push(other.span),
                _ => {}
            }
        }
    }
    out
}

fn is_same(relation: Relation) -> bool {
    matches!(relation, Relation::Same | Relation::SameButBound | Relation::Rounded)
}

fn names(paragraph: &Paragraph, actor: &ActorRef) -> bool {
    paragraph.mentions.iter().any(|m| m.actor == *actor)
}

/// Share of the words and actors of `a` that `b` has too.
fn shared(a: &Sentence, b: &Sentence) -> f32 {
    let words = a.words.iter().map(|w| {
        let has = b
            .words
            .iter()
            .any(|other| other.units.iter().any(|u| w.units.iter().any(|v| u.keys.iter().any(|k| v.keys.contains(k)))));
        f32::from(u8::from(has))
    });
    let actors = a.mentions.iter().map(|m| f32::from(u8::from(b.mentions.iter().any(|n| n.actor == m.actor))));
    let all: Vec<f32> = words.chain(actors).collect();
    if all.is_empty() { 1.0 } else { all.iter().sum::<f32>() / all.len() as f32 }
}
