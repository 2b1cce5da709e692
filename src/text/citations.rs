//! Citations in pandoc's syntax: `[@article-id, p. 3]` cites paragraph 3 (also `S.`, `Abs.`, `¶`, `para.`).
//!
//! Source: the pandoc manual, "Citation syntax". A bracket may hold several, parted by `;`, each with a prefix, a `-` that
//! suppresses the author, and a locator.

use serde::{Deserialize, Serialize};

use super::Span;

/// One bracket of citations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Where its gap stands in the block's prose.
    pub span: Span,
    /// Where the bracket stands in the chunk's source.
    pub source: Span,
    /// What it cites, at least one.
    pub works: Vec<Work>,
}

/// One work in a citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The article's id.
    pub id: String,
    /// First and last paragraph, when a locator names them; from 1.
    pub paragraphs: Option<(u32, u32)>,
}

/// Every bracket of citations in `text`; `source` is left equal to `span`.
pub fn find(text: &str) -> Vec<Citation> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|n| at + n) {
        at = open + 1;
        let Some(close) = text[at..].find(']').map(|n| at + n) else { break };
        let inner = &text[at..close];
        if !inner.contains('@') || inner.contains('[') || inner.contains('\n') {
            continue;
        }
        let works: Option<Vec<Work>> = inner.split(';').map(work).collect();
        if let Some(works) = works {
            let span = Span::new(open, close + 1);
            out.push(Citation { span, source: span, works });
            at = close + 1;
        }
    }
    out
}

/// One `prefix @id, locator`.
fn work(text: &str) -> Option<Work> {
    let at = text.find('@')?;
    if !text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '-') {
        return None;
    }
    let rest = &text[at + 1..];
    // Inner punctuation may be part of a key; at its end it is not.
    let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-:.#$%&+?<>~/".contains(c))).unwrap_or(rest.len());
    let id = rest[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    if id.is_empty() {
        return None;
    }
    Some(Work { id: id.to_owned(), paragraphs: locator(&rest[id.len()..]) })
}

/// `, p. 3`, `S. 3–5`, `Abs. 3 f.`, `¶3`, `{para. 3}`, or a bare number after the comma.
fn locator(text: &str) -> Option<(u32, u32)> {
    let text = text.trim_start_matches([',', ' ', '\u{a0}', '{', '\u{202f}']);
    let digit = text.find(|c: char| c.is_ascii_digit())?;
    let label = text[..digit].trim().trim_end_matches('.').to_lowercase();
    let known = [
        "",
        "p",
        "pp",
        "page",
        "pages",
        "s",
        "seite",
        "abs",
        "absatz",
        "absätze",
        "¶",
        "¶¶",
        "para",
        "paras",
        "paragraph",
        "paragraphs",
    ];
    if !known.contains(&label.as_str()) {
        return None;
    }
    let number = |s: &str| s.split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok());
    let first: u32 = number(&text[digit..])?;
    let after = text[digit..].trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let last = after
        .strip_prefix(['-', '–'])
        .and_then(|r| number(r.trim_start_matches(['-', '–', ' '])))
        .filter(|&l| l >= first);
    Some((first, last.unwrap_or(first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn works(text: &str) -> Vec<(String, Option<(u32, u32)>)> {
        find(text).into_iter().flat_map(|c| c.works).map(|w| (w.id, w.paragraphs)).collect()
    }

    #[test]
    fn every_locator() {
        for text in [
            "[@a, p. 3]",
            "[@a, S. 3]",
            "[@a, Abs. 3]",
            "[@a, ¶ 3]",
            "[@a, ¶3]",
            "[vgl. @a, 3]",
            "[-@a, para. 3]",
            "[@a S.\u{a0}3]",
        ] {
            assert_eq!(works(text), [("a".to_owned(), Some((3, 3)))], "{text}");
        }
        assert_eq!(works("[@a, pp. 3–5]"), [("a".to_owned(), Some((3, 5)))]);
        assert_eq!(works("[@a]"), [("a".to_owned(), None)]);
        assert_eq!(works("[@a, chap. 3]"), [("a".to_owned(), None)]);
    }

    #[test]
    fn several_in_one_bracket() {
        let want = [("swp-57".to_owned(), Some((6, 6))), ("b.c".to_owned(), None)];
        assert_eq!(works("So [siehe @swp-57, p. 6; auch @b.c] ist es."), want);
    }

    #[test]
    fn what_is_no_citation() {
        for text in ["[a@b.de]", "[sic]", "[@]", "[@a", "@a", "[x] @a ]"] {
            assert_eq!(works(text), [], "{text}");
        }
    }
}
