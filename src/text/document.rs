//! A document being edited.
//!
//! The text lives on a rope, so an edit costs the same at either end of a long document. Beside it stands a list of
//! *chunks*: runs of source that can be read on their own, because each starts behind a blank line and outside any fence,
//! comment, list or quote. An edit re-makes the chunks it touches and leaves all others as they are, so whatever later
//! stages keep for an `Arc<Chunk>` stays good. `edits_equal_reopening` proves that the chunks never depend on the history.

use std::sync::Arc;

use ropey::Rope;

use super::Span;
use super::lines::{Encoding, LineIndex, Position, column_offset};
use super::prose::{Block, Format, MOST_WRAP, blocks};

/// A run of source that reads the same wherever it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its source, line ends included.
    pub text: Box<str>,
    /// Its prose; spans count from the chunk's start.
    pub blocks: Vec<Arc<Block>>,
    /// Its lines.
    pub lines: LineIndex,
    /// Whether it is the YAML front matter.
    pub front_matter: bool,
}

impl Chunk {
    fn new(text: &str, format: Format, front_matter: bool) -> Chunk {
        let blocks = if front_matter { Vec::new() } else { blocks(text, format).into_iter().map(Arc::new).collect() };
        Chunk { text: text.into(), blocks, lines: LineIndex::new(text), front_matter }
    }
}

/// A chunk and where it stands.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The chunk.
    pub chunk: Arc<Chunk>,
    /// Its first byte in the document.
    pub start: u32,
    /// Its first line in the document.
    pub line: u32,
}

/// A text, its lines and its chunks.
#[derive(Clone, Debug)]
pub struct Document {
    rope: Rope,
    format: Format,
    slots: Vec<Slot>,
}

impl Document {
    /// Reads `text`.
    pub fn new(text: &str, format: Format) -> Document {
        let chunks = split(text, format, true).into_iter().map(Arc::new).collect();
        Document { rope: Rope::from_str(text), format, slots: place(chunks) }
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Its chunks, in order, covering all of it.
    pub fn chunks(&self) -> &[Slot] {
        &self.slots
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.rope.to_string()
    }

    /// Its text, to be read in pieces.
    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// Length in bytes.
    pub fn len(&self) -> u32 {
        self.rope.len_bytes() as u32
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.rope.len_bytes() == 0
    }

    /// The YAML front matter with its fences, if there is any.
    pub fn front_matter(&self) -> Option<&str> {
        self.slots.first().filter(|s| s.chunk.front_matter).map(|s| &*s.chunk.text)
    }

    /// The index of the chunk that holds byte `at` (the last one for the end of the text).
    pub fn chunk_at(&self, at: u32) -> Option<usize> {
        self.slots.partition_point(|s| s.start <= at).checked_sub(1)
    }

    /// Replaces the bytes of `span` by `new`. A span outside the text, or inside a character, is clamped.
    pub fn edit(&mut self, span: Span, new: &str) {
        let start = self.rope.byte_to_char((span.start as usize).min(self.rope.len_bytes()));
        let end = self.rope.byte_to_char((span.end as usize).min(self.rope.len_bytes())).max(start);
        let from = self.rope.char_to_byte(start);
        let to = self.rope.char_to_byte(end);
        self.rope.remove(start..end);
        self.rope.insert(start, new);
        self.rechunk(from, to, new.len());
    }

    /// Makes the chunks again that an edit of the old bytes `from..to`, now `new_len` long, can have changed.
    fn rechunk(&mut self, from: usize, to: usize, new_len: usize) {
        let head = self.rope.line(0);
        let opens = head.len_chars() < 80 && is_fence(&head.to_string());
        let had = self.slots.first().is_some_and(|s| s.chunk.front_matter);
        // Front matter reaches as far as its closing fence, which an edit anywhere may add or take away.
        if (opens || had) && (opens != had || self.slots.get(1).is_none_or(|s| from < s.start as usize + 1)) {
            *self = Document::new(&self.text(), self.format);
            return;
        }
        // Whether a chunk starts at a line depends on that line and the one before; one chunk more on either side covers it.
        let first = self.slots.partition_point(|s| (s.start as usize) <= from).saturating_sub(2);
        let first = if had { first.max(1) } else { first };
        let keep_from = self.slots.partition_point(|s| (s.start as usize) <= to);
        let old_len = to - from;
        let start = self.slots.get(first).map_or(0, |s| s.start as usize);
        let mut last = keep_from + 1;
        loop {
            let end = match self.slots.get(last) {
                Some(slot) => slot.start as usize + new_len - old_len,
                None => self.rope.len_bytes(),
            };
            let text = self.rope.byte_slice(start..end).to_string();
            let fresh = split(&text, self.format, start == 0);
            // What follows keeps its chunks only if a chunk still starts there: no fence or comment runs into it.
            let closed = last >= self.slots.len() || starts_clean(&text, self.format, &self.rope, end);
            if !closed {
                last = (last * 2).min(self.slots.len()).max(last + 1);
                continue;
            }
            let fresh = fresh.into_iter().map(Arc::new);
            let mut chunks: Vec<Arc<Chunk>> = Vec::with_capacity(self.slots.len() + 4);
            chunks.extend(self.slots[..first].iter().map(|s| s.chunk.clone()));
            // A re-made chunk that reads as before is the chunk of before.
            let old = &self.slots[first..last.min(self.slots.len())];
            chunks.extend(fresh.map(|c| old.iter().find(|s| *s.chunk == *c).map_or(c, |s| s.chunk.clone())));
            chunks.extend(self.slots.iter().skip(last).map(|s| s.chunk.clone()));
            self.slots = place(chunks);
            return;
        }
    }

    /// Byte `at` as a position; past the end is the end.
    pub fn position(&self, at: u32, encoding: Encoding) -> Position {
        let at = (at as usize).min(self.rope.len_bytes());
        let line = self.rope.byte_to_line(at);
        let start = self.rope.line_to_byte(line);
        let start_char = self.rope.byte_to_char(start);
        let at_char = self.rope.byte_to_char(at);
        let column = match encoding {
            Encoding::Utf8 => self.rope.char_to_byte(at_char) - start,
            Encoding::Utf16 => self.rope.char_to_utf16_cu(at_char) - self.rope.char_to_utf16_cu(start_char),
            Encoding::Utf32 => at_char - start_char,
        };
        Position { line: line as u32, column: column as u32 }
    }

    /// The byte a position means, clamped to its line and to the text.
    pub fn offset(&self, position: Position, encoding: Encoding) -> u32 {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.len();
        }
        let start = self.rope.line_to_byte(line) as u32;
        let chars = self.rope.line(line).chars().take_while(|c| !matches!(c, '\n' | '\r')).collect::<Vec<_>>();
        start + column_offset(chars.into_iter(), position.column, encoding)
    }
}

fn place(chunks: Vec<Arc<Chunk>>) -> Vec<Slot> {
    let (mut start, mut line) = (0, 0);
    chunks
        .into_iter()
        .map(|chunk| {
            let slot = Slot { start, line, chunk };
            start += slot.chunk.text.len() as u32;
            line += slot.chunk.lines.breaks();
            slot
        })
        .collect()
}

/// Whether a line is a fence of front matter.
fn is_fence(line: &str) -> bool {
    line.len() < 80 && line.trim_end() == "---"
}

/// Cuts `text` into chunks. `top` says that it stands at the start of its document.
fn split(text: &str, format: Format, top: bool) -> Vec<Chunk> {
    let mut out = Vec::new();
    let mut rest = text;
    if top && let Some(end) = front_matter_end(text) {
        out.push(Chunk::new(&text[..end], format, true));
        rest = &text[end..];
    }
    let mut scan = Scan::new(format);
    let (mut from, mut at) = (0, 0);
    for line in lines(rest) {
        if scan.line(line) && at > from {
            out.push(Chunk::new(&rest[from..at], format, false));
            from = at;
        }
        at += line.len();
    }
    if from < rest.len() {
        out.push(Chunk::new(&rest[from..], format, false));
    }
    out
}

/// Whether the chunk at byte `end` of the document, behind `text`, still starts there.
fn starts_clean(text: &str, format: Format, rope: &Rope, end: usize) -> bool {
    if !text.ends_with(['\n', '\r']) {
        return false;
    }
    // `\r` and `\n` that now stand side by side have become one line end.
    if text.ends_with('\r') && rope.get_byte(end) == Some(b'\n') {
        return false;
    }
    let mut scan = Scan::new(format);
    for line in lines(text) {
        scan.line(line);
    }
    let next = rope.line(rope.byte_to_line(end)).to_string();
    scan.line(&next)
}

/// Lines with their ends; `\n`, `\r\n` and `\r` end a line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let end = match memchr::memchr2(b'\n', b'\r', bytes) {
            Some(n) if bytes[n] == b'\r' && bytes.get(n + 1) == Some(&b'\n') => n + 2,
            Some(n) => n + 1,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line)
    })
}

/// Byte behind the front matter's closing fence line.
fn front_matter_end(text: &str) -> Option<usize> {
    let mut all = lines(text);
    let first = all.next().filter(|l| is_fence(l))?;
    let mut at = first.len();
    for line in all {
        at += line.len();
        if is_fence(line) || line.trim_end() == "..." {
            return Some(at);
        }
    }
    None
}

/// Reads line by line and says where a chunk may start.
struct Scan {
    format: Format,
    /// The open code fence: its character and length.
    fence: Option<(char, usize)>,
    /// Inside an HTML comment.
    comment: bool,
    before: Before,
}

/// What the line before was.
#[derive(PartialEq)]
enum Before {
    Nothing,
    Blank,
    Long,
    Text,
}

impl Scan {
    fn new(format: Format) -> Scan {
        Scan { format, fence: None, comment: false, before: Before::Nothing }
    }

    /// Takes the next line in; whether a chunk may start at it.
    fn line(&mut self, line: &str) -> bool {
        let text = line.trim();
        let inside = self.fence.is_some() || self.comment;
        let may = !inside
            && match self.format {
                Format::Markdown => self.before == Before::Blank && !text.is_empty() && !line.starts_with([' ', '\t']),
                // A long line is a paragraph of its own, so what stands beside it can be read without it.
                Format::Plain => {
                    self.before == Before::Blank && !text.is_empty()
                        || self.before == Before::Long
                        || text.len() > MOST_WRAP && self.before == Before::Text
                }
            };
        if self.format == Format::Markdown {
            self.track(text);
        }
        self.before = match () {
            () if text.is_empty() => Before::Blank,
            () if text.len() > MOST_WRAP && self.format == Format::Plain => Before::Long,
            () => Before::Text,
        };
        may
    }

    fn track(&mut self, text: &str) {
        if let Some((mark, least)) = self.fence {
            let run = text.chars().take_while(|&c| c == mark).count();
            if run >= least && text[run * mark.len_utf8()..].trim().is_empty() {
                self.fence = None;
            }
            return;
        }
        if self.comment {
            self.comment = !text.contains("-->");
            return;
        }
        for mark in ['`', '~'] {
            let run = text.chars().take_while(|&c| c == mark).count();
            if run >= 3 && (mark == '~' || !text[run..].contains('`')) {
                self.fence = Some((mark, run));
            }
        }
        if let Some(at) = text.rfind("<!--") {
            self.comment = !text[at..].contains("-->");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(document: &Document) -> Vec<&str> {
        document.chunks().iter().map(|s| &*s.chunk.text).collect()
    }

    #[test]
    fn chunks_start_behind_blank_lines_outside_fences() {
        let text =
            "---\nid: a\n\nb: c\n---\n# T\n\nEins\n\n```\nx\n\ny\n```\n\n- a\n\n  b\n\nZwei\n\n<!-- x\n\ny -->\nDrei\n";
        let document = Document::new(text, Format::Markdown);
        assert_eq!(
            texts(&document),
            [
                "---\nid: a\n\nb: c\n---\n",
                "# T\n\n",
                "Eins\n\n",
                "```\nx\n\ny\n```\n\n",
                "- a\n\n  b\n\n",
                "Zwei\n\n",
                "<!-- x\n\ny -->\nDrei\n",
            ]
        );
        assert_eq!(document.chunks().iter().map(|s| s.line).collect::<Vec<_>>(), [0, 5, 7, 9, 15, 19, 21]);
    }

    #[test]
    fn an_edit_keeps_the_chunks_it_does_not_touch() {
        let text = (0..50).map(|n| format!("Absatz {n} mit **Text**.\n\n")).collect::<String>();
        let mut document = Document::new(&text, Format::Markdown);
        let before: Vec<_> = document.chunks().iter().map(|s| s.chunk.clone()).collect();
        let at = text.find("Absatz 25").unwrap() as u32;
        document.edit(Span { start: at, end: at }, "Neu: ");
        let kept = document.chunks().iter().zip(&before).filter(|(s, b)| Arc::ptr_eq(&s.chunk, b)).count();
        assert_eq!((kept, document.chunks().len()), (49, 50));
    }

    #[test]
    fn opening_and_closing_a_fence_reaches_down() {
        let mut document = Document::new("a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n", Format::Markdown);
        document.edit(Span::new(0, 0), "```\n");
        assert_eq!(document.chunks().len(), 1);
        document.edit(Span::new(0, 4), "");
        assert_eq!(document.chunks().len(), 7);
    }

    #[test]
    fn edits_out_of_range_are_clamped() {
        let mut document = Document::new("ü", Format::Markdown);
        document.edit(Span { start: 1, end: 99 }, "x");
        assert_eq!(document.text(), "x");
        document.edit(Span { start: 50, end: 90 }, "y");
        assert_eq!(document.text(), "xy");
        let end = document.offset(Position { line: 7, column: 7 }, Encoding::Utf16);
        assert_eq!(end, 2);
    }

    #[derive(Clone, Debug)]
    struct Edit(u16, u16, String);

    fn piece() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select(vec![
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                "\r\n\r\n",
                "---\n",
                "```\n",
                "```",
                "~~~\n",
                "<!-- ",
                "-->",
                "- ",
                "  ",
                "> ",
                "# ",
                "Größe ",
                "5,5 \u{1F600}",
                "x\u{308}",
                "...\n",
                "a b",
                "| a |\n|---|\n",
            ]),
            0..8,
        )
        .prop_map(|p| p.concat())
    }

    fn edits() -> impl Strategy<Value = Vec<Edit>> {
        prop::collection::vec((any::<u16>(), 0u16..12, piece()).prop_map(|(a, l, t)| Edit(a, l, t)), 0..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]
        #[test]
        fn edits_equal_reopening(pieces in prop::collection::vec(piece(), 0..8), edits in edits(), plain: bool) {
            let format = if plain { Format::Plain } else { Format::Markdown };
            let text = pieces.concat();
            let mut live = Document::new(&text, format);
            let mut copy = text;
            for Edit(at, len, new) in edits {
                let mut start = at as usize % (copy.len() + 1);
                while !copy.is_char_boundary(start) { start -= 1; }
                let mut end = (start + len as usize).min(copy.len());
                while !copy.is_char_boundary(end) { end -= 1; }
                live.edit(Span::new(start, end), &new);
                copy.replace_range(start..end, &new);
                prop_assert_eq!(live.text(), copy.clone());
                let fresh = Document::new(&copy, format);
                prop_assert_eq!(texts(&live), texts(&fresh));
                for (a, b) in live.chunks().iter().zip(fresh.chunks()) {
                    prop_assert_eq!((a.start, a.line, &a.chunk), (b.start, b.line, &b.chunk));
                }
            }
        }

        #[test]
        fn positions_round_trip(text in "([a-zäß\u{1F600}\u{308}\u{a0}]|\r\n|\n|\r|\u{2028}){0,60}") {
            let document = Document::new(&text, Format::Markdown);
            let index = LineIndex::new(&text);
            for (at, _) in text.char_indices() {
                if at > 0 && text.as_bytes()[at - 1] == b'\r' && text.as_bytes()[at] == b'\n' {
                    continue;
                }
                for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                    let position = document.position(at as u32, encoding);
                    prop_assert_eq!(position, index.position(&text, at as u32, encoding));
                    prop_assert_eq!(document.offset(position, encoding), at as u32);
                }
            }
        }
    }
}
