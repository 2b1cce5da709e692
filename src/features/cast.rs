//! Who appears in a document, and in the articles?

use std::path::PathBuf;

use rustc_hash::FxHashMap;

use crate::actors::{ActorRef, Kind, Registry};
use crate::analysis::Analysis;
use crate::corpus::Corpus;
use crate::features::hover::name;
use crate::text::Span;

/// An actor of a document.
#[derive(Clone, Debug)]
pub struct Appearing {
    /// Who.
    pub actor: ActorRef,
    /// The house spelling, or the fullest one of the document.
    pub name: String,
    /// What sort.
    pub kind: Kind,
    /// Where the document names them.
    pub mentions: Vec<Span>,
    /// How often the articles do.
    pub times: u32,
    /// And how many of them.
    pub articles: usize,
    /// The first mention in the articles.
    pub first: Option<First>,
    /// The line of `actors.toml`, from 0, where they are declared.
    pub line: Option<u32>,
}

/// A first mention.
#[derive(Clone, Debug)]
pub struct First {
    /// The article's file.
    pub path: PathBuf,
    /// The mention in it.
    pub span: Span,
    /// The article's id.
    pub article: String,
    /// Its date.
    pub date: Option<String>,
    /// The paragraph.
    pub paragraph: u32,
}

/// The actors of a document, in the order in which they appear.
pub fn cast(analysis: &Analysis, registry: &Registry, corpus: &Corpus) -> Vec<Appearing> {
    let mut known: FxHashMap<&ActorRef, usize> = FxHashMap::default();
    let mut out: Vec<Appearing> = Vec::new();
    for (start, _, paragraph) in analysis.paragraphs() {
        for mention in &paragraph.mentions {
            let span = paragraph.block.to_source(mention.span).shifted(start);
            let at = *known.entry(&mention.actor).or_insert_with(|| {
                out.push(appearing(&mention.actor, mention.kind, registry, corpus));
                out.len() - 1
            });
            if let Some(one) = out.get_mut(at) {
                one.mentions.push(span);
            }
        }
    }
    out
}

fn appearing(actor: &ActorRef, kind: Kind, registry: &Registry, corpus: &Corpus) -> Appearing {
    let appearances = corpus.appearances(actor);
    let first = appearances.first().map(|(entry, first)| First {
        path: entry.path.clone(),
        span: first.span,
        article: entry.article.id.clone(),
        date: entry.article.date.as_ref().map(ToString::to_string),
        paragraph: first.paragraph,
    });
    let listed = match actor {
        ActorRef::Listed(id) => registry.get(id),
        ActorRef::Unlisted(_) => None,
    };
    Appearing {
        actor: actor.clone(),
        name: name(actor, registry),
        kind: listed.map_or(kind, |a| a.kind),
        mentions: Vec::new(),
        times: appearances.iter().map(|(_, a)| a.count).sum(),
        articles: appearances.len(),
        first,
        line: listed.map(|a| a.line.saturating_sub(1)),
    }
}
