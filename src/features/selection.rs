//! What grows around the cursor: word, figure or mention, sentence, paragraph, document.

use crate::analysis::Analysis;
use crate::features::Spot;
use crate::text::Span;
use crate::text::document::Document;

/// Spans of the source around byte `at`, each inside the next, the innermost first; the last is the document.
pub fn ranges(document: &Document, analysis: &Analysis, at: u32) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    // A span that does not hold the one before, or is the same, is left out: nesting is what the editor relies on.
    let mut grow = |span: Span| {
        if !span.is_empty() && out.last().is_none_or(|inner| span.contains(*inner) && span != *inner) {
            out.push(span);
        }
    };
    if let Some(spot) = Spot::new(analysis, at) {
        let text = spot.paragraph.text();
        grow(spot.source(word(text, spot.at)));
        if let Some(figure) = spot.figure_index().and_then(|n| spot.paragraph.figures().get(n)) {
            grow(spot.source(figure.core));
            grow(spot.source(figure.span));
        }
        if let Some(mention) = spot.mention() {
            grow(spot.source(mention.span));
        }
        if let Some(sentence) = spot.sentence_index().and_then(|n| spot.paragraph.sentences().get(n)) {
            grow(spot.source(*sentence));
        }
        grow(spot.paragraph.block.span.shifted(spot.start));
    }
    grow(Span { start: 0, end: document.len() });
    if out.is_empty() {
        out.push(Span { start: at.min(document.len()), end: at.min(document.len()) });
    }
    out
}

/// The letters and digits around byte `at`.
fn word(text: &str, at: u32) -> Span {
    let at = crate::text::lines::floor_char_boundary(text, at as usize);
    let (before, after) = text.split_at(at);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '_');
    let start = before.len() - before.chars().rev().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>();
    let end = at + after.chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>();
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Context;
    use crate::text::prose::Format;

    #[test]
    fn each_range_holds_the_one_before() {
        let text = "# Kopf\n\nDie *Größe* zählt. Sie wächst \u{1F600} weiter.\n\n- Punkt\n";
        let document = Document::new(text, Format::Markdown);
        let analysis = Analysis::new(&document, &Context { matcher: Default::default(), lang: None, reference: None });
        for at in 0..=text.len() as u32 + 3 {
            let spans = ranges(&document, &analysis, at);
            assert!(spans.windows(2).all(|w| w[1].contains(w[0]) && w[1] != w[0]), "{at}: {spans:?}");
        }
        let at = text.find("röße").expect("the word") as u32;
        let found: Vec<_> = ranges(&document, &analysis, at).into_iter().map(|s| &text[s.range()]).collect();
        assert_eq!(found[..2], ["Größe", "Die *Größe* zählt."]);
    }
}
