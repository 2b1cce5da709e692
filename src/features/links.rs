//! Where do the citations of a document lead?

use std::path::PathBuf;

use crate::analysis::{Analysis, Paragraph};
use crate::corpus::Corpus;
use crate::features::sources::cite;
use crate::features::texts::Texts;
use crate::text::Span;
use crate::text::citations::{Citation, Work};

/// A cited work: where it stands, and the paragraph it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// `@id, p. 3` in the document.
    pub span: Span,
    /// The article's file.
    pub path: PathBuf,
    /// The paragraph in it; the first where the citation names none.
    pub target: Span,
    /// Title, publisher, date and paragraph.
    pub title: String,
}

/// Every citation of an article that there is.
pub fn links(analysis: &Analysis, corpus: &Corpus, texts: &Texts) -> Vec<Link> {
    let mut out = Vec::new();
    let mut known = std::collections::HashMap::new();
    for chunk in &analysis.chunks {
        for paragraph in &chunk.paragraphs {
            for (work, span, _) in works(paragraph, &chunk.chunk.text) {
                let Some(index) = corpus.index_of(&work.id) else { continue };
                let Some(entry) = corpus.entries().get(index) else { continue };
                let stated = known.entry(index).or_insert_with(|| corpus.stated(index));
                let number = work.paragraphs.map_or(1, |(first, _)| first);
                let target = stated.iter().find(|s| s.number == number).map(|s| s.span);
                let named = work.paragraphs.filter(|_| target.is_some()).map_or(0, |(first, _)| first);
                out.push(Link {
                    span: span.shifted(chunk.start),
                    path: entry.path.clone(),
                    target: target.unwrap_or_default(),
                    title: cite(entry, named, texts),
                });
            }
        }
    }
    out
}

/// The works that a paragraph cites, each with where it stands in its chunk and with its bracket.
pub fn works<'p>(paragraph: &'p Paragraph, chunk: &str) -> Vec<(&'p Work, Span, &'p Citation)> {
    let mut out = Vec::new();
    for citation in &paragraph.block.citations {
        let Some(bracket) = chunk.get(citation.source.range()) else { continue };
        let mut from = 0;
        for work in &citation.works {
            let needle = format!("@{}", work.id);
            let Some(at) = bracket.get(from..).and_then(|b| b.find(&needle)).map(|n| n + from) else { continue };
            let end = bracket.get(at..).and_then(|b| b.find([';', ']'])).map_or(bracket.len(), |n| n + at);
            from = end;
            let (start, end) = (citation.source.start + at as u32, citation.source.start + end as u32);
            out.push((work, Span { start, end }, citation));
        }
    }
    out
}
