//! Verbatim: where do the words of a quotation stand?
//!
//! Whoever quotes says where the words are from, whatever else the sentence says: the paragraphs that have them are its sources.
//! They are looked up by the pairs of words that follow each other (`corpus/tape.rs`), so that it costs the same however many
//! articles are about something else.
//!
//! **Invariant:** what is found here depends on the quotation alone; without telling words nothing is.

use crate::corpus::Corpus;
use crate::corpus::index::Found;
use crate::corpus::tape::{self, Quoted};

/// Most paragraphs that are looked at for a quotation.
const CANDIDATES: usize = 96;
/// Most of those that are laid beside it word by word.
const LAID: usize = 12;
/// Least share of the pairs of words that were asked about which a paragraph has that has nearly the same words.
const LEAST_SHARED: f32 = 0.25;
/// Fewest words of a quotation that is found by nearly the same words.
const LEAST_NEARLY: usize = 5;

/// A paragraph that has a quotation's words.
#[derive(Clone, Debug)]
pub struct Place {
    /// The paragraph.
    pub found: Found,
    /// Where in it.
    pub at: tape::Found,
}

/// The paragraphs that have the very words of a quotation, in no order.
pub fn places(corpus: &Corpus, quoted: &Quoted, without: Option<usize>) -> Vec<Place> {
    let (shared, asked) = corpus.sharing(&quoted.pairs(), CANDIDATES);
    exact(&shared, asked, quoted, without)
}

/// The paragraphs that have the very words of a quotation; where there are none, those with nearly the same, the most alike
/// first.
pub fn places_or_nearest(corpus: &Corpus, quoted: &Quoted, without: Option<usize>, least: f32) -> Vec<Place> {
    let (shared, asked) = corpus.sharing(&quoted.pairs(), CANDIDATES);
    let exact = exact(&shared, asked, quoted, without);
    if !exact.is_empty() || quoted.len() < LEAST_NEARLY {
        return exact;
    }
    let enough = |count: usize| count as f32 >= LEAST_SHARED * asked as f32;
    let near = shared.into_iter().filter(|(f, count)| enough(*count) && Some(f.entry) != without).take(LAID);
    let mut out: Vec<Place> = near
        .filter_map(|(found, _)| {
            let at = found.outline.tape().nearest(quoted)?;
            (at.likeness >= least).then_some(Place { found, at })
        })
        .collect();
    out.sort_by(|a, b| b.at.likeness.total_cmp(&a.at.likeness));
    out
}

/// The paragraphs that share most of a quotation's pairs of words, those with its very words first.
pub fn nearest(corpus: &Corpus, quoted: &Quoted, without: Option<usize>) -> Vec<Found> {
    let (shared, asked) = corpus.sharing(&quoted.pairs(), CANDIDATES);
    let enough = |count: usize| count > 0 && count as f32 >= LEAST_SHARED * asked as f32;
    let near = shared.into_iter().filter(|(f, count)| enough(*count) && Some(f.entry) != without).map(|s| s.0);
    let mut near: Vec<(f32, Found)> = near
        .take(LAID)
        .map(|found| {
            let tape = found.outline.tape();
            let like = tape.find(quoted).or_else(|| tape.nearest(quoted));
            (like.map_or(0.0, |l| l.likeness), found)
        })
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().map(|(_, found)| found).collect()
}

fn exact(shared: &[(Found, usize)], asked: usize, quoted: &Quoted, without: Option<usize>) -> Vec<Place> {
    let whole = shared.iter().take_while(|(_, count)| *count == asked && asked > 0);
    let whole = whole.filter(|(found, _)| Some(found.entry) != without);
    whole.filter_map(|(f, _)| Some(Place { found: f.clone(), at: f.outline.tape().find(quoted)? })).collect()
}

#[cfg(test)]
mod tests;
