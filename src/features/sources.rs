//! What do the sources say about the place under the cursor? The questions that hover, definition and references share.

use crate::actors::ActorRef;
use crate::claims::words::Cache;
use crate::corpus::Corpus;
use crate::corpus::index::Entry;
use crate::corpus::statement::Stated;
use crate::features::Spot;
use crate::features::texts::Texts;
use crate::lang::lexicon::Lexicon;
use crate::text::Span;
use crate::trace::series::Series;
use crate::trace::{Question, Trace, trace};

/// What the cursor is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A figure, by its index in the paragraph. An actor inside its span is part of what it states.
    Figure(usize),
    /// An actor.
    Actor(ActorRef),
    /// A sentence, by its index in the paragraph.
    Sentence(usize),
}

impl Focus {
    /// What is meant by the place.
    pub fn of(spot: &Spot<'_>) -> Option<Focus> {
        let actor = || spot.mention().map(|m| Focus::Actor(m.actor.clone()));
        let sentence = || spot.sentence_index().map(Focus::Sentence);
        spot.figure_index().map(Focus::Figure).or_else(actor).or_else(sentence)
    }

    /// Where it stands in the document.
    pub fn span(&self, spot: &Spot<'_>) -> Option<Span> {
        let prose = match self {
            Focus::Figure(n) => spot.paragraph.figures().get(*n)?.span,
            Focus::Actor(_) => spot.mention()?.span,
            Focus::Sentence(n) => *spot.paragraph.sentences().get(*n)?,
        };
        Some(spot.source(prose))
    }
}

/// The draft's paragraph, taken apart as the index does it, and which claim of it is asked about.
#[derive(Debug)]
pub struct Draft {
    /// The paragraph.
    pub stated: Stated,
    /// The sentence.
    pub sentence: usize,
    /// The figure in the sentence.
    pub figure: Option<usize>,
    at: Option<u32>,
}

impl Draft {
    /// The claim under the cursor; `None` for an actor, who is not a claim.
    pub fn new(spot: &Spot<'_>, focus: &Focus, lexicon: &Lexicon) -> Option<Draft> {
        let sentences = spot.paragraph.sentences();
        let (sentence, figure, at) = match focus {
            Focus::Actor(_) => return None,
            Focus::Sentence(n) => (*n, None, spot.source(Span { start: spot.at, end: spot.at }).start),
            Focus::Figure(n) => {
                let figure = spot.paragraph.figures().get(*n)?;
                let sentence = sentences.iter().position(|s| s.overlaps(figure.core))?;
                // The same figures in the same order as the statement holds them.
                let before = spot.paragraph.figures()[..*n].iter();
                let index = before.filter(|f| sentences[sentence].overlaps(f.core)).count();
                (sentence, Some(index), spot.source(figure.core).start)
            }
        };
        let claims = spot.claims()?;
        let cache = &mut Cache::default();
        let stated = Stated::of(spot.paragraph, &claims.claims, spot.number, spot.start, lexicon, cache);
        Some(Draft { stated, sentence, figure, at: Some(at) })
    }

    /// What the sources say about it.
    pub fn trace(&self, corpus: &Corpus) -> Trace {
        let Draft { stated, sentence, figure, at } = self;
        trace(corpus, &Question { stated, sentence: *sentence, figure: *figure, at: *at, without: None })
    }

    /// The same in one row, with who says it and how surely.
    pub fn series(&self, corpus: &Corpus) -> Series {
        let Draft { stated, sentence, figure, at } = self;
        Series::of(corpus, &Question { stated, sentence: *sentence, figure: *figure, at: *at, without: None })
    }
}

/// `Title (Publisher), 14 Nov 2024, paragraph 3`.
pub fn cite(entry: &Entry, paragraph: u32, texts: &Texts) -> String {
    let article = &entry.article;
    let mut out = article.title.clone();
    let by = article.publisher.clone().or_else(|| (!article.author.is_empty()).then(|| article.author.join(", ")));
    if let Some(by) = by {
        out.push_str(&format!(" ({by})"));
    }
    let date = article.date.as_ref().map_or_else(|| texts.no_date.to_owned(), |date| date.human(texts.lang));
    out.push_str(&format!(", {date}"));
    if paragraph > 0 {
        out.push_str(&format!(", {} {paragraph}", texts.paragraph));
    }
    out
}
