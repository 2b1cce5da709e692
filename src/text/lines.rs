//! Lines and the units editors count in.
//!
//! LSP knows three line ends (`\n`, `\r\n`, `\r`) and three ways to count inside a line. Positions a client sends are
//! clamped: past the end of a line is its end, inside a character or a surrogate pair is the character's start.

use serde::{Deserialize, Serialize};

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the default of LSP.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    /// How many units `c` takes.
    pub fn width(self, c: char) -> u32 {
        match self {
            Encoding::Utf8 => c.len_utf8() as u32,
            Encoding::Utf16 => c.len_utf16() as u32,
            Encoding::Utf32 => 1,
        }
    }

    /// How many units `text` takes.
    pub fn measure(self, text: &str) -> u32 {
        match self {
            Encoding::Utf8 => text.len() as u32,
            // Every byte that starts a character is one unit, and one more where it needs a surrogate pair.
            Encoding::Utf16 => text.bytes().map(|b| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0)).sum(),
            Encoding::Utf32 => text.bytes().map(|b| u32::from(b & 0xc0 != 0x80)).sum(),
        }
    }
}

/// A place in a text as editors say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// Units before the place in that line, from 0.
    pub column: u32,
}

/// Where the lines of a text start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    /// First byte of each line; the first is 0.
    starts: Vec<u32>,
}

impl LineIndex {
    /// The lines of `text`.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            // `\r\n` is one line end: its `\r` does not count.
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// How many line ends there are (one less than there are lines).
    pub fn breaks(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// First byte of line `line`, or `None` past the last line.
    pub fn start(&self, line: u32) -> Option<u32> {
        self.starts.get(line as usize).copied()
    }

    /// The line that holds byte `at`.
    pub fn line(&self, at: u32) -> u32 {
        self.starts.partition_point(|&s| s <= at) as u32 - 1
    }

    /// Byte `at` of `text` as a position.
    pub fn position(&self, text: &str, at: u32, encoding: Encoding) -> Position {
        let at = floor_char_boundary(text, at as usize);
        let line = self.line(at as u32);
        let start = self.starts[line as usize] as usize;
        Position { line, column: encoding.measure(&text[start..at]) }
    }

    /// The byte of `text` a position means, clamped.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> u32 {
        let Some(start) = self.start(position.line) else { return text.len() as u32 };
        let rest = &text[start as usize..];
        let line = &rest[..memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len())];
        start + column_offset(line.chars(), position.column, encoding)
    }
}

/// Bytes before column `column` among the characters of a line.
pub(crate) fn column_offset(line: impl Iterator<Item = char>, column: u32, encoding: Encoding) -> u32 {
    let (mut units, mut bytes) = (0, 0);
    for c in line {
        units += encoding.width(c);
        if units > column {
            break;
        }
        bytes += c.len_utf8() as u32;
    }
    bytes
}

/// The nearest character boundary at or before `at`.
pub fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn line_ends_are_lf_crlf_and_cr_only() {
        let index = LineIndex::new("a\r\nb\rc\u{2028}d\u{85}e\n");
        assert_eq!(index.starts, [0, 3, 5, 14]);
    }

    #[test]
    fn columns_in_three_units() {
        let text = "ß\u{1F600}x\u{308}\n";
        let x = text.find('x').unwrap() as u32;
        let index = LineIndex::new(text);
        assert_eq!(ALL.map(|e| index.position(text, x, e).column), [6, 3, 2]);
        assert_eq!(ALL.map(|e| e.measure("ß\u{1F600}")), [6, 3, 2]);
    }

    #[test]
    fn positions_are_clamped() {
        let text = "ab\r\n\u{1F600}\r\ncd";
        let index = LineIndex::new(text);
        let at = |line, column| index.offset(text, Position { line, column }, Encoding::Utf16);
        assert_eq!(at(0, 99), 2, "past the end of a line");
        assert_eq!(at(1, 1), 4, "inside a surrogate pair");
        assert_eq!(at(1, 2), 8);
        assert_eq!(at(9, 0), text.len() as u32, "past the last line");
    }

    proptest! {
        #[test]
        fn positions_round_trip(text in "([a-zäß\u{1F600}\u{308}\u{a0}]|\r\n|\n|\r|[^\r\n]){0,60}") {
            let index = LineIndex::new(&text);
            for (at, _) in text.char_indices() {
                // The place between `\r` and `\n` has no position of its own.
                if at > 0 && text.as_bytes()[at - 1] == b'\r' && text.as_bytes()[at] == b'\n' {
                    continue;
                }
                for encoding in ALL {
                    let position = index.position(&text, at as u32, encoding);
                    prop_assert_eq!(index.offset(&text, position, encoding), at as u32);
                }
            }
        }
    }
}
