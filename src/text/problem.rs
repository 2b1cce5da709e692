//! Bad input is data: what is wrong with a file a person wrote, and where.

use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Part of the file could not be used.
    Error,
    /// The file was used, but probably not as its author meant.
    Warning,
    /// A suggestion.
    Hint,
}

/// Something wrong with an article file, the registry or the configuration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// How bad.
    pub severity: Severity,
    /// For people: lowercase, the offending value quoted, what to do next.
    pub message: String,
}

impl Problem {
    /// A problem at byte `at` of `text`; a byte inside a character counts as the character's first.
    pub fn at(text: &str, at: usize, severity: Severity, message: impl Into<String>) -> Problem {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &text[..at];
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        Problem {
            line: before.matches('\n').count() as u32 + 1,
            column: before[line_start..].chars().count() as u32 + 1,
            severity,
            message: message.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let p = Problem::at("a\nüß x", "a\nüß ".len(), Severity::Error, "m");
        assert_eq!((p.line, p.column), (2, 4));
        assert_eq!(Problem::at("ü", 1, Severity::Error, "m").column, 1);
    }
}
