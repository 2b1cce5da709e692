//! Semantic tokens in the protocol's form: five numbers each, relative to the token before.
//!
//! **Invariant:** what is kept for a chunk counts from the chunk's first line, so it stays good wherever the chunk moves;
//! a document's tokens are its chunks' tokens one after another. A result that a client still knows is kept as a list of
//! those shared pieces, so comparing two results skips every chunk that both hold.

use std::collections::VecDeque;
use std::sync::Arc;

use tower_lsp::ls_types::*;

use crate::analysis::{AnalysedChunk, Analysis};
use crate::features::tokens::{MODIFIERS, TYPES, Token, TokenType, tokens};
use crate::text::Span;
use crate::text::lines::Encoding;

/// How tokens are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// By beleg's own types, for editors with a theme for them.
    Beleg,
    /// By types every editor has colours for.
    Standard,
}

/// The standard types used instead, behind beleg's own in the legend.
const STANDARD: [&str; 7] = ["class", "interface", "namespace", "enum", "type", "number", "string"];
/// Results kept for a document; a client that cancels requests may refer to one that is not the last.
const RESULTS: usize = 8;

/// Both styles share one legend, so that the setting can change while the server runs.
pub fn legend() -> SemanticTokensLegend {
    let types = TYPES.iter().map(|(_, name)| *name).chain(STANDARD);
    SemanticTokensLegend {
        token_types: types.map(SemanticTokenType::from).collect(),
        token_modifiers: MODIFIERS.map(SemanticTokenModifier::from).to_vec(),
    }
}

fn type_number(kind: TokenType, style: Style) -> u32 {
    if style == Style::Beleg {
        return kind as u32;
    }
    let standard = match kind {
        TokenType::Person => 0,
        TokenType::Organization => 1,
        TokenType::State => 2,
        TokenType::Place => 3,
        TokenType::Group => 4,
        TokenType::Date | TokenType::Duration => 6,
        _ => 5,
    };
    TYPES.len() as u32 + standard
}

/// The tokens of one chunk.
#[derive(Debug)]
struct Piece {
    /// The first one's `delta_line` counts from the chunk's first line.
    tokens: Box<[SemanticToken]>,
    /// The last one's line in the chunk.
    last_line: u32,
}

/// A piece behind other pieces.
#[derive(Clone, Debug)]
struct Placed {
    piece: Arc<Piece>,
    /// Lines between the last token before it and its first.
    lead: u32,
}

impl Placed {
    fn same(&self, other: &Placed) -> bool {
        self.lead == other.lead && Arc::ptr_eq(&self.piece, &other.piece)
    }

    fn push_to(&self, out: &mut Vec<SemanticToken>) {
        let from = out.len();
        out.extend_from_slice(&self.piece.tokens);
        if let Some(first) = out.get_mut(from) {
            first.delta_line = self.lead;
        }
    }
}

/// One document's tokens, and the results its client may still refer to.
pub struct Tokens {
    encoding: Encoding,
    style: Style,
    analysis: Arc<Analysis>,
    pieces: Vec<Arc<Piece>>,
    results: VecDeque<(u64, Arc<[Placed]>)>,
    next: u64,
}

impl Tokens {
    /// The tokens of `analysis`.
    pub fn new(analysis: Arc<Analysis>, encoding: Encoding, style: Style) -> Tokens {
        let pieces = analysis.chunks.iter().map(|chunk| Arc::new(encode(chunk, encoding, style))).collect();
        Tokens { encoding, style, analysis, pieces, results: VecDeque::new(), next: 1 }
    }

    /// Brings them up to `analysis`; only chunks that are not the same as before are encoded.
    pub fn update(&mut self, analysis: &Arc<Analysis>, style: Style) {
        if style != self.style {
            let next = self.next;
            *self = Tokens::new(analysis.clone(), self.encoding, style);
            self.next = next;
            return;
        }
        if Arc::ptr_eq(analysis, &self.analysis) {
            return;
        }
        let (old, new) = (&self.analysis.chunks, &analysis.chunks);
        let head = old.iter().zip(new).take_while(|(a, b)| same_chunk(a, b)).count();
        let shorter = old.len().min(new.len()) - head;
        let tail = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(|(a, b)| same_chunk(a, b)).count();
        let between = &new[head..new.len() - tail];
        // A mention may change far from the edit; what lies between is mostly the same, chunk by chunk.
        let pairs = old.len() == new.len();
        let fresh: Vec<Arc<Piece>> = between
            .iter()
            .enumerate()
            .map(|(n, chunk)| match old.get(head + n).filter(|before| pairs && same_chunk(before, chunk)) {
                Some(_) => self.pieces[head + n].clone(),
                None => Arc::new(encode(chunk, self.encoding, self.style)),
            })
            .collect();
        self.pieces.splice(head..old.len() - tail, fresh);
        self.analysis = analysis.clone();
    }

    fn place(&self) -> Arc<[Placed]> {
        let mut line = 0;
        let with_tokens = self.analysis.chunks.iter().zip(&self.pieces).filter(|(_, piece)| !piece.tokens.is_empty());
        with_tokens
            .map(|(chunk, piece)| {
                let first = chunk.line + piece.tokens.first().map_or(0, |t| t.delta_line);
                let lead = first - line;
                line = chunk.line + piece.last_line;
                Placed { piece: piece.clone(), lead }
            })
            .collect()
    }

    fn remember(&mut self, result: Arc<[Placed]>) -> String {
        let id = self.next;
        self.next += 1;
        self.results.push_back((id, result));
        if self.results.len() > RESULTS {
            self.results.pop_front();
        }
        id.to_string()
    }

    /// All of them.
    pub fn full(&mut self) -> SemanticTokens {
        let placed = self.place();
        let data = concat(&placed);
        SemanticTokens { result_id: Some(self.remember(placed)), data }
    }

    /// What changed since the result `previous`; all of them if that is not known any more.
    pub fn delta(&mut self, previous: &str) -> SemanticTokensFullDeltaResult {
        let known = self.results.iter().find(|(id, _)| id.to_string() == previous).map(|(_, result)| result.clone());
        let Some(old) = known else { return self.full().into() };
        let new = self.place();
        let edits = difference(&old, &new).into_iter().collect();
        SemanticTokensDelta { result_id: Some(self.remember(new)), edits }.into()
    }

    /// Those on lines `first..=last`.
    pub fn range(&self, first: u32, last: u32) -> SemanticTokens {
        let mut data = Vec::new();
        let mut before = (0, 0);
        for (chunk, piece) in self.analysis.chunks.iter().zip(&self.pieces) {
            if chunk.line > last || chunk.line + piece.last_line < first {
                continue;
            }
            let mut at = (chunk.line, 0);
            for token in &piece.tokens {
                at = if token.delta_line == 0 {
                    (at.0, at.1 + token.delta_start)
                } else {
                    (at.0 + token.delta_line, token.delta_start)
                };
                if (first..=last).contains(&at.0) {
                    let delta_line = at.0 - before.0;
                    let delta_start = if delta_line == 0 { at.1 - before.1 } else { at.1 };
                    data.push(SemanticToken { delta_line, delta_start, ..*token });
                    before = at;
                }
            }
        }
        SemanticTokens { result_id: None, data }
    }
}

/// Whether the two have the same tokens, wherever they stand.
fn same_chunk(a: &AnalysedChunk, b: &AnalysedChunk) -> bool {
    Arc::ptr_eq(&a.chunk, &b.chunk)
        && a.paragraphs.len() == b.paragraphs.len()
        && a.paragraphs.iter().zip(&b.paragraphs).all(|(a, b)| Arc::ptr_eq(a, b))
}

fn concat(placed: &[Placed]) -> Vec<SemanticToken> {
    let mut out = Vec::with_capacity(count(placed));
    placed.iter().for_each(|p| p.push_to(&mut out));
    out
}

fn count(placed: &[Placed]) -> usize {
    placed.iter().map(|p| p.piece.tokens.len()).sum()
}

/// The one edit that makes `new` of `old`, if they differ.
fn difference(old: &[Placed], new: &[Placed]) -> Option<SemanticTokensEdit> {
    let head = old.iter().zip(new).take_while(|(a, b)| a.same(b)).count();
    let shorter = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(|(a, b)| a.same(b)).count();
    let before = concat(&old[head..old.len() - tail]);
    let after = concat(&new[head..new.len() - tail]);
    let same_head = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let shorter = before.len().min(after.len()) - same_head;
    let same_tail = before.iter().rev().zip(after.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
    let deleted = before.len() - same_tail - same_head;
    let inserted = &after[same_head..after.len() - same_tail];
    (deleted > 0 || !inserted.is_empty()).then(|| SemanticTokensEdit {
        start: 5 * (count(&old[..head]) + same_head) as u32,
        delete_count: 5 * deleted as u32,
        data: Some(inserted.to_vec()),
    })
}

fn encode(analysed: &AnalysedChunk, encoding: Encoding, style: Style) -> Piece {
    let chunk = &analysed.chunk;
    let mut out = Vec::new();
    let (mut line, mut column) = (0, 0);
    for paragraph in &analysed.paragraphs {
        for Token { span, kind, modifiers } in tokens(paragraph) {
            let source = paragraph.block.to_source(span);
            each_line(&chunk.text, source, |part| {
                let at = chunk.lines.position(&chunk.text, part.start, encoding);
                let length = chunk.text.get(part.range()).map_or(0, |text| encoding.measure(text));
                // Text that stands twice in the source (a reference-style link) may send its tokens back.
                if length == 0 || (at.line, at.column) < (line, column) {
                    return;
                }
                out.push(SemanticToken {
                    delta_line: at.line - line,
                    delta_start: if at.line == line { at.column - column } else { at.column },
                    length,
                    token_type: type_number(kind, style),
                    token_modifiers_bitset: modifiers,
                });
                (line, column) = (at.line, at.column);
            });
        }
    }
    Piece { tokens: out.into(), last_line: line }
}

/// The parts of `span` on each of its lines, without the blanks and quote marks a new line starts with.
fn each_line(text: &str, span: Span, mut each: impl FnMut(Span)) {
    let Some(all) = text.get(span.range()) else { return };
    let mut start = span.start as usize;
    for (n, line) in all.split(['\n', '\r']).enumerate() {
        let skip = if n == 0 { 0 } else { line.len() - line.trim_start_matches([' ', '\t', '>']).len() };
        let end = start + line.trim_end().len();
        if start + skip < end {
            each(Span::new(start + skip, end));
        }
        start += line.len() + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(lead: u32, tokens: &[u32]) -> Placed {
        let tokens = tokens.iter().map(|&length| SemanticToken { length, ..SemanticToken::default() }).collect();
        Placed { piece: Arc::new(Piece { tokens, last_line: 0 }), lead }
    }

    /// What a client does with an edit.
    fn apply(old: &[Placed], edit: Option<SemanticTokensEdit>) -> Vec<SemanticToken> {
        let mut data = concat(old);
        if let Some(edit) = edit {
            let (start, deleted) = (edit.start as usize / 5, edit.delete_count as usize / 5);
            data.splice(start..start + deleted, edit.data.unwrap_or_default());
        }
        data
    }

    #[test]
    fn a_difference_makes_the_new_of_the_old() {
        let (a, b, c) = (placed(1, &[1, 2]), placed(2, &[3]), placed(2, &[4, 5, 6]));
        let b2 = Placed { lead: 3, ..b.clone() };
        let all: [&[&Placed]; 8] =
            [&[], &[&a], &[&a, &b], &[&a, &b, &c], &[&a, &c], &[&b2, &c], &[&a, &b2, &c], &[&c, &c]];
        for old in all {
            for new in all {
                let (old, new): (Vec<_>, Vec<_>) =
                    (old.iter().map(|p| (*p).clone()).collect(), new.iter().map(|p| (*p).clone()).collect());
                let edit = difference(&old, &new);
                assert_eq!(apply(&old, edit.clone()), concat(&new));
                assert_eq!(edit.is_none(), concat(&old) == concat(&new));
            }
        }
    }

    #[test]
    fn only_what_differs_is_sent() {
        let old = [placed(1, &[1, 2, 3]), placed(1, &[4])];
        let new = [placed(1, &[1, 9, 3]), old[1].clone()];
        let edit = difference(&old, &new).expect("a difference");
        assert_eq!((edit.start, edit.delete_count, edit.data.map(|d| d.len())), (5, 5, Some(1)));
    }

    #[test]
    fn tokens_over_several_lines_are_split() {
        let text = "> Platz\r\n> 36 der Liste";
        let mut parts = Vec::new();
        each_line(text, Span::new(2, 13), |part| parts.push(&text[part.range()]));
        assert_eq!(parts, ["Platz", "36"]);
    }
}
