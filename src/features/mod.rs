//! Features: what does an editor want to know about a place in a text?
//!
//! **Invariants:** every answer is plain data in byte spans, made from what it is given; nothing here reads a file or knows
//! the protocol. **Not here:** finding sources ([`crate::trace`]) and judging text (`checks`).

pub mod cast;
pub mod cite;
pub mod complete;
pub mod definition;
pub mod highlight;
pub mod hover;
pub mod lens;
pub mod links;
pub mod normal;
pub mod page;
pub mod panel;
pub mod rename;
pub mod selection;
pub mod sources;
pub mod symbols;
pub mod texts;
pub mod timeline;
pub mod tokens;
pub mod typing;

use std::sync::Arc;

use crate::actors::Mention;
use crate::analysis::{Analysis, Claimed, Paragraph};
use crate::figures::Figure;
use crate::text::Span;

/// What stands under the cursor.
pub struct Spot<'a> {
    /// The document.
    pub analysis: &'a Analysis,
    /// The paragraph (or heading).
    pub paragraph: &'a Arc<Paragraph>,
    /// Its number, if it counts.
    pub number: Option<u32>,
    /// First byte of its chunk in the document.
    pub start: u32,
    /// The place in its prose.
    pub at: u32,
}

impl<'a> Spot<'a> {
    /// What stands at byte `at` of the document.
    pub fn new(analysis: &'a Analysis, at: u32) -> Option<Spot<'a>> {
        let (start, number, paragraph, at) = analysis.at(at)?;
        Some(Spot { analysis, paragraph, number, start, at })
    }

    /// The mention the cursor touches; the one behind it where two meet.
    pub fn mention(&self) -> Option<&'a Mention> {
        self.paragraph.mentions.iter().rev().find(|m| m.span.touches(self.at))
    }

    /// The index of the figure the cursor touches.
    pub fn figure_index(&self) -> Option<usize> {
        let figures = self.paragraph.figures();
        let inside = |span: fn(&Figure) -> Span| figures.iter().rposition(|f| span(f).touches(self.at));
        inside(|f| f.core).or_else(|| inside(|f| f.span))
    }

    /// The index of the sentence the cursor is in.
    pub fn sentence_index(&self) -> Option<usize> {
        self.paragraph.sentence_at(self.at)
    }

    /// What the paragraph claims.
    pub fn claims(&self) -> Option<Arc<Claimed>> {
        let mut all = self.analysis.paragraphs().zip(self.analysis.claims());
        all.find(|((start, _, p), _)| *start == self.start && Arc::ptr_eq(p, self.paragraph)).map(|(_, claims)| claims)
    }

    /// A span of the paragraph's prose as a span of the document.
    pub fn source(&self, prose: Span) -> Span {
        self.paragraph.block.to_source(prose).shifted(self.start)
    }
}
