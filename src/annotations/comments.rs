//! Which findings does the text itself say to ignore?
//!
//! `<!-- beleg: ignore NAME: reason -->` in the text ignores the findings of one check (or of `all`) in the paragraph it stands
//! in; alone in a paragraph, it speaks of the next one.

use crate::text::Span;

/// A comment that ignores findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// The check, or `all`.
    pub code: String,
    /// Why.
    pub reason: String,
    /// The comment.
    pub comment: Span,
    /// The text it speaks of.
    pub scope: Span,
}

impl Ignore {
    /// Whether it ignores a finding of `code` at `span`.
    pub fn applies(&self, code: &str, span: Span) -> bool {
        (self.code == code || self.code == "all") && self.scope.start <= span.start && span.start < self.scope.end
    }
}

/// Every comment of `text` that ignores findings, in order.
pub fn ignores(text: &str) -> Vec<Ignore> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|t| t.find("<!--")).map(|n| n + from) {
        let Some(close) = text[open..].find("-->").map(|n| n + open) else { break };
        from = close + 3;
        let Some(body) = text[open + 4..close].trim().strip_prefix("beleg:") else { continue };
        let Some(body) = body.trim().strip_prefix("ignore") else { continue };
        let Some((code, reason)) = body.split_once(':') else { continue };
        let (code, reason) = (code.trim(), reason.trim());
        if code.is_empty() || reason.is_empty() {
            continue;
        }
        out.push(Ignore {
            code: code.to_owned(),
            reason: reason.to_owned(),
            comment: Span::new(open, from),
            scope: scope(text, open, from),
        });
    }
    out
}

/// The paragraph around a comment, or the next one where the comment stands alone.
fn scope(text: &str, open: usize, close: usize) -> Span {
    let start = paragraph_start(text, open);
    let end = paragraph_end(text, close);
    let rest = without_comments(&text[start..end]);
    if !rest.trim().is_empty() {
        return Span::new(start, end);
    }
    let next = end + (text[end..].len() - text[end..].trim_start().len());
    Span::new(next, paragraph_end(text, next))
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find("<!--") {
        out.push_str(&rest[..open]);
        rest = rest[open..].find("-->").map_or("", |n| &rest[open + n + 3..]);
    }
    out + rest
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn paragraph_start(text: &str, at: usize) -> usize {
    let mut start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    while start > 0 {
        let before = text[..start - 1].rfind('\n').map_or(0, |n| n + 1);
        if is_blank(&text[before..start]) {
            break;
        }
        start = before;
    }
    start
}

fn paragraph_end(text: &str, at: usize) -> usize {
    let mut end = text[at..].find('\n').map_or(text.len(), |n| at + n + 1);
    while end < text.len() {
        let next = text[end..].find('\n').map_or(text.len(), |n| end + n + 1);
        if is_blank(&text[end..next]) {
            break;
        }
        end = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ignored(text: &str) -> Vec<(String, String, String)> {
        let all = ignores(text).into_iter();
        all.map(|i| (i.code.clone(), i.reason.clone(), text[i.scope.range()].trim().to_owned())).collect()
    }

    #[test]
    fn a_comment_speaks_of_its_paragraph_or_the_next() {
        let alone = "Eins.\n\n<!-- beleg: ignore figure-mismatch: geprüft -->\n\nZwölf Bäume.\nMehr.\n\nDrei.";
        assert_eq!(ignored(alone), [("figure-mismatch".into(), "geprüft".into(), "Zwölf Bäume.\nMehr.".into())]);
        let above = "<!-- beleg: ignore all: Zitat -->\nZwölf Bäume.\n\nDrei.";
        assert_eq!(ignored(above)[0].2, "<!-- beleg: ignore all: Zitat -->\nZwölf Bäume.");
        let inside = "Ä <!-- beleg: ignore name-variant: so im Pass --> b\n\nDrei.";
        assert_eq!(ignored(inside)[0].2, "Ä <!-- beleg: ignore name-variant: so im Pass --> b");
    }

    #[test]
    fn without_a_reason_nothing_is_ignored() {
        for text in [
            "<!-- beleg: ignore all: -->",
            "<!-- beleg: ignore all -->",
            "<!-- ignore all: x -->",
            "<!-- beleg: ignore",
        ] {
            assert_eq!(ignores(text), [], "{text}");
        }
    }
}
