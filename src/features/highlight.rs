//! Where else in this document does the thing under the cursor stand?

use crate::analysis::Analysis;
use crate::features::Spot;
use crate::figures::{Figure, Value};
use crate::text::Span;

/// Every mention of the actor, or every figure that states the same, in this document; bytes of the source.
pub fn same_here(analysis: &Analysis, at: u32) -> Vec<Span> {
    let Some(spot) = Spot::new(analysis, at) else { return Vec::new() };
    let mut out = Vec::new();
    if let Some(mention) = spot.mention() {
        for (start, _, paragraph) in analysis.paragraphs() {
            let same = paragraph.mentions.iter().filter(|m| m.actor == mention.actor);
            out.extend(same.map(|m| paragraph.block.to_source(m.span).shifted(start)));
        }
    } else if let Some(figure) = spot.figure_index().and_then(|n| spot.paragraph.figures().get(n)) {
        for (start, _, paragraph) in analysis.paragraphs() {
            let same = paragraph.figures().iter().filter(|f| states_the_same(f, figure));
            out.extend(same.map(|f| paragraph.block.to_source(f.span).shifted(start)));
        }
    }
    out
}

fn states_the_same(a: &Figure, b: &Figure) -> bool {
    let nouns = match (&a.noun, &b.noun) {
        (Some(a), Some(b)) => a.head == b.head,
        _ => true,
    };
    a == b || a.kind == b.kind && a.unit == b.unit && a.value == b.value && a.value != Value::Unknown && nouns
}
