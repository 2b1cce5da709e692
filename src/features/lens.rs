//! What stands above a paragraph and behind a figure, for those who want to see sources without asking.
//!
//! **Invariant:** finding the places costs nothing but a look at the analysis; what is said there is worked out for the
//! places somebody looks at.

use crate::analysis::Analysis;
use crate::corpus::Corpus;
use crate::corpus::index::Entry;
use crate::features::panel::Item;
use crate::features::texts::Texts;
use crate::text::Span;
use crate::trace::series::Statement;

/// Paragraphs with fewer words than this have nothing to say about.
const LEAST_WORDS: usize = 4;
/// Longer names of publishers make way for the article's id.
const LONGEST: usize = 32;

/// Where paragraphs begin that may claim something: the span of each in the document.
pub fn paragraphs(analysis: &Analysis) -> Vec<Span> {
    let claims = analysis.paragraphs().filter(|(_, number, paragraph)| {
        number.is_some() && paragraph.text().split_whitespace().nth(LEAST_WORDS - 1).is_some()
    });
    claims.map(|(start, _, paragraph)| paragraph.block.span.shifted(start)).collect()
}

/// A paragraph in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `4 claims · 3 sourced · first: SWP 14 Nov 2024`.
    pub title: String,
    /// The claim whose source is named as the first, in the document.
    pub first: Option<Span>,
}

/// The claims of a paragraph in one line.
pub fn summary(items: &[Item], corpus: &Corpus, texts: &Texts) -> Summary {
    let firsts = items.iter().filter_map(|item| Some((item, item.series().agreeing().next()?)));
    let order = |s: &Statement| (corpus.entries().get(s.hit.entry).map(Entry::order), s.hit.paragraph);
    let first = firsts.clone().min_by_key(|(_, s)| order(s));
    let who = first.and_then(|(_, s)| corpus.entries().get(s.hit.entry)).map(|entry| short(entry, texts));
    Summary {
        title: (texts.lens)(items.len(), firsts.count(), who.as_deref()),
        first: first.map(|(item, _)| item.span),
    }
}

/// A source in two words: `SWP 14 Nov 2024`.
pub fn short(entry: &Entry, texts: &Texts) -> String {
    let article = &entry.article;
    let who = article.publisher.as_deref().filter(|p| p.chars().count() <= LONGEST).unwrap_or(&article.id);
    let date = article.date.as_ref().map_or_else(|| texts.no_date.to_owned(), |d| d.human(texts.lang));
    format!("{who} {date}")
}
