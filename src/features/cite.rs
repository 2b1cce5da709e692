//! Which citation does the claim under the cursor need, and where does it go?

use crate::analysis::Paragraph;
use crate::corpus::Corpus;
use crate::features::Spot;
use crate::features::links::works;
use crate::features::panel::Traced;
use crate::text::Span;
use crate::text::citations::Work;

/// A citation and how to put it into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// The whole citation, as it stands alone: `[@id, p. 3]`.
    pub citation: String,
    /// What to replace in the document by what; `None` when it is cited already.
    pub edit: Option<(Span, String)>,
}

/// A work that a sentence cites already.
struct Cited<'a> {
    work: &'a Work,
    /// `@id, p. 3` in its chunk.
    span: Span,
    /// The first byte inside its bracket.
    open: u32,
}

/// The citation of the paragraph that first made the claim at the cursor. `traced` are the claims of its paragraph, `chunk` is
/// the source that its spans count in.
pub fn cite(spot: &Spot<'_>, traced: &[Traced], chunk: &str, corpus: &Corpus) -> Option<Cite> {
    let index = spot.sentence_index()?;
    let sentence = spot.paragraph.block.to_source(*spot.paragraph.sentences().get(index)?);
    let claims: Vec<&Traced> = traced.iter().filter(|t| t.sentence == sentence).collect();
    let at = spot.source(Span { start: spot.at, end: spot.at }).start.saturating_sub(spot.start);
    let on = claims.iter().find(|t| t.is_figure && t.span.touches(at));
    let best = claims.iter().filter(|t| t.series.agreeing().next().is_some()).max_by(|a, b| {
        let matter = |t: &Traced| t.series.agreeing().map(|s| s.hit.explain.matter).fold(0.0f32, f32::max);
        matter(a).total_cmp(&matter(b)).then(b.span.start.cmp(&a.span.start))
    });
    let first = on.or(best)?.series.agreeing().next()?;
    let (id, paragraph) = (&corpus.entries().get(first.hit.entry)?.article.id, first.hit.paragraph);
    let key = format!("@{id}, p. {paragraph}");
    let citation = format!("[{key}]");
    let cited = cited(spot.paragraph, index, chunk);
    let covers = |work: &Work, id: &str, paragraph: u32| {
        work.id == id && work.paragraphs.is_none_or(|(a, b)| a <= paragraph && paragraph <= b)
    };
    let exact = |c: &&Cited<'_>| c.work.paragraphs.is_some() && covers(c.work, id, paragraph);
    if cited.iter().any(|c| exact(&c)) {
        return Some(Cite { citation, edit: None });
    }
    let is_right = |c: &&Cited<'_>| {
        claims.iter().flat_map(|t| t.series.agreeing()).any(|s| {
            let known = corpus.entries().get(s.hit.entry);
            c.work.paragraphs.is_some() && known.is_some_and(|entry| covers(c.work, &entry.article.id, s.hit.paragraph))
        })
    };
    let (span, text) = if let Some(wrong) = cited.iter().find(|c| !is_right(c)) {
        (wrong.span, key)
    } else if let Some(right) = cited.first() {
        (Span { start: right.open, end: right.open }, format!("{key}; "))
    } else {
        let at = before_stop(spot.paragraph, index)?;
        (Span { start: at, end: at }, format!(" {citation}"))
    };
    Some(Cite { citation, edit: Some((span.shifted(spot.start), text)) })
}

/// The byte of the chunk before a sentence's final stop; behind it where a closing mark follows the stop.
pub fn before_stop(paragraph: &Paragraph, sentence: usize) -> Option<u32> {
    let sentence = *paragraph.sentences().get(sentence)?;
    let text = paragraph.text().get(sentence.range())?.trim_end();
    let stops = text.trim_end_matches(['.', '!', '?', '…']);
    let end = sentence.start + stops.len() as u32;
    if stops.len() < text.len() && !stops.is_empty() {
        let stop = Span { start: end, end: sentence.start + text.len() as u32 };
        return Some(paragraph.block.to_source(stop).start);
    }
    let whole = Span { start: sentence.start, end: sentence.start + text.len() as u32 };
    Some(paragraph.block.to_source(whole).end)
}

/// Whether a sentence has words; one that has none is the rest of a citation behind a stop.
pub fn has_words(paragraph: &Paragraph, sentence: usize) -> bool {
    let text = paragraph.sentences().get(sentence).and_then(|s| paragraph.text().get(s.range()));
    text.is_some_and(|t| t.contains(char::is_alphanumeric))
}

/// What a sentence cites: inside it, or right behind its stop.
fn cited<'p>(paragraph: &'p Paragraph, sentence: usize, chunk: &str) -> Vec<Cited<'p>> {
    let mut out = Vec::new();
    for (work, span, citation) in works(paragraph, chunk) {
        let mut owner = paragraph.sentences().iter().position(|s| s.touches(citation.span.start));
        while let Some(n) = owner.filter(|&n| n > 0 && !has_words(paragraph, n)) {
            owner = Some(n - 1);
        }
        if owner == Some(sentence) {
            out.push(Cited { work, span, open: citation.source.start + 1 });
        }
    }
    out
}
