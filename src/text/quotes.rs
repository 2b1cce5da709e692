//! Quotation spans: „…“, »…«, «…», “…”, ‘…’, ‚…‘, ›…‹ and "…".
//!
//! German and English share characters: `“` closes „…“ and opens “…”, `»` opens in Germany and closes in Switzerland. What a
//! mark means is decided by what is open and by what stands beside it. An apostrophe is not a quotation mark.

use serde::{Deserialize, Serialize};

use super::Span;

/// Words between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// Whether the closing mark is there; without it the quotation runs to the end of the paragraph.
    pub closed: bool,
}

/// A mark that is open.
struct Open {
    at: usize,
    inner: usize,
    closers: &'static [char],
}

/// The outermost quotations of `text` (the prose of one paragraph), in order.
pub fn quotes(text: &str) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    // Outer and inner quotation; a deeper one is part of the inner.
    let mut open: Vec<Open> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    // All marks but `"` and `'` start with one of two bytes.
    while let Some(n) = memchr::memchr3(b'"', 0xe2, 0xc2, &bytes[at..]) {
        let mark_at = at + n;
        let Some(mark) = text[mark_at..].chars().next() else { break };
        at = mark_at + mark.len_utf8();
        let Some((closers, may_close)) = role(mark) else { continue };
        let before = text[..mark_at].chars().next_back();
        let after = text[at..].chars().next();
        // An apostrophe: letters on both sides, or the omission of the end of a name (Marx’).
        if matches!(mark, '\u{2019}' | '\u{2018}')
            && before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        if let Some(level) = open.iter().rposition(|o| o.closers.contains(&mark)) {
            // A single mark may still be an apostrophe at a word's end, but then a later one closes: the first wins.
            let opened = &open[level];
            if may_close && opened.inner < mark_at && !(mark == '"' && starts_word(before, after)) {
                if level == 0 {
                    out.push(Quote {
                        span: Span::new(opened.at, at),
                        inner: Span::new(opened.inner, mark_at),
                        closed: true,
                    });
                }
                open.truncate(level);
                continue;
            }
        }
        if !closers.is_empty() && open.len() < 2 && may_open(mark, before, after) {
            open.push(Open { at: mark_at, inner: at, closers });
        }
    }
    if let Some(first) = open.first() {
        // A quotation that runs on into the next paragraph. A lone `"` or single mark is more likely an inch or an apostrophe.
        if matches!(text[first.at..].chars().next(), Some('„' | '“' | '»' | '«')) && first.inner < text.trim_end().len()
        {
            out.push(Quote {
                span: Span::new(first.at, text.len()),
                inner: Span::new(first.inner, text.len()),
                closed: false,
            });
            // What was read as standing inside may be closed quotations of their own.
        }
    }
    out
}

/// What closes a mark when it opens (nothing: it never opens), and whether it can close.
fn role(mark: char) -> Option<(&'static [char], bool)> {
    Some(match mark {
        '„' => (&['“', '”', '"'][..], false),
        '“' => (&['”', '“'][..], true),
        '”' => (&['”'][..], true),
        '»' => (&['«'][..], true),
        '«' => (&['»'][..], true),
        '‚' => (&['‘', '’'][..], false),
        '‘' => (&['’'][..], true),
        '’' => (&[][..], true),
        '›' => (&['‹'][..], true),
        '‹' => (&['›'][..], true),
        '"' => (&['"'][..], true),
        _ => return None,
    })
}

fn starts_word(before: Option<char>, after: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || "([–—".contains(c)) && after.is_some_and(|c| !c.is_whitespace())
}

fn may_open(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let inside_text = after.is_some_and(|c| !c.is_whitespace());
    match mark {
        // These open wherever text follows.
        '„' | '‚' => inside_text,
        // These must not stand behind a word: there they would close something.
        _ => inside_text && !before.is_some_and(|c| c.is_alphanumeric() || ".,!?…%".contains(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        quotes(text).iter().map(|q| &text[q.inner.range()]).collect()
    }

    #[test]
    fn every_style() {
        for text in [
            "Er sagte: „Größe zählt.“ Und ging.",
            "»Größe zählt.«, sagte er",
            "«Größe zählt.» sagte er",
            "“Größe zählt.” he said",
            "‘Größe zählt.’ he said",
            "\"Größe zählt.\" he said",
            "‚Größe zählt.‘ sagte er",
            "›Größe zählt.‹ sagte er",
            "„Größe zählt.” sagte",
            "(“Größe zählt.”)",
            "\u{a0}„Größe zählt.“",
            "\u{1F600}„Größe zählt.“",
        ] {
            assert_eq!(inner(text), ["Größe zählt."], "{text}");
        }
    }

    #[test]
    fn several_and_nested() {
        assert_eq!(inner("„Eins“ und „Zwei ‚drei‘ vier“."), ["Eins", "Zwei ‚drei‘ vier"]);
        assert_eq!(inner("“He said ‘no’ twice,” she said. “Then yes.”"), ["He said ‘no’ twice,", "Then yes."]);
        assert_eq!(inner("\"a\" and \"b\""), ["a", "b"]);
        assert_eq!(inner("»a« und »b«"), ["a", "b"]);
    }

    #[test]
    fn apostrophes_are_not_quotations() {
        assert_eq!(inner("Saxony’s plan isn’t Max’ plan"), [] as [&str; 0]);
        assert_eq!(inner("‘It’s Saxony’s plan,’ he said"), ["It’s Saxony’s plan,"]);
        assert_eq!(inner("“It’s the ’90s”"), ["It’s the ’90s"]);
        assert_eq!(inner("ein 5\" Bildschirm"), [] as [&str; 0]);
    }

    #[test]
    fn an_open_quotation_runs_to_the_end() {
        let text = "„Erst das eine. Dann";
        let all = quotes(text);
        assert_eq!((inner(text), all[0].closed), (vec!["Erst das eine. Dann"], false));
        assert_eq!(inner("„"), [] as [&str; 0]);
    }
}
