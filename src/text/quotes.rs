//! Quotation spans: „…“, »…«, «…», “…”, ‘…’, ‚…‘, ›…‹, "…" and '…'.
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
    if memchr::memchr(b'\'', bytes).is_some() {
        typewritten(text, &mut out);
    }
    out
}

/// Letters behind an apostrophe that stands for what is left out before them: no quotation starts so.
const ELISIONS: [&str; 14] =
    ["n", "ne", "nen", "nem", "ner", "nes", "s", "ist", "em", "tis", "twas", "til", "cause", "round"];

/// Adds what stands between two `'` outside the other quotations. Most of these are apostrophes: a quotation starts behind a
/// space or a bracket and ends before one, and holds more than a word that may have lost its ends.
fn typewritten(text: &str, out: &mut Vec<Quote>) {
    let taken = out.clone();
    let free = |at: usize| !taken.iter().any(|q| q.span.start as usize <= at && at < q.span.end as usize);
    let marks: Vec<usize> = memchr::memchr_iter(b'\'', text.as_bytes()).filter(|&at| free(at)).collect();
    let opens = |at: usize| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let rest = text.get(at + 1..).unwrap_or_default();
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        before.is_none_or(|c| c.is_whitespace() || "([–—:".contains(c))
            && rest.starts_with(|c: char| c.is_alphanumeric() || "[…".contains(c))
            && !ELISIONS.contains(&word.to_lowercase().as_str())
            // the '90s
            && !(word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let closes = |at: usize| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + 1..).and_then(|t| t.chars().next());
        before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
    };
    // A plural's apostrophe (`the workers' union`) looks like the end; what stands at a stop is it more surely.
    let surely = |at: usize| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + 1..).and_then(|t| t.chars().next());
        before.is_some_and(|c| ".,!?…;".contains(c))
            || after.is_none_or(|c| ".,!?;:)–—".contains(c))
            || before.is_some_and(|c| c != 's')
    };
    let mut n = 0;
    while let Some(&start) = marks.get(n) {
        n += 1;
        if !opens(start) {
            continue;
        }
        let next = marks.get(n..).unwrap_or_default();
        let end = next.iter().position(|&m| opens(m)).unwrap_or(next.len());
        let within = next.get(..end).unwrap_or_default();
        let clear = |m: usize| taken.iter().all(|q| !q.span.overlaps(Span::new(start, m)) || q.span.end as usize <= m);
        let found = within.iter().position(|&m| closes(m) && surely(m));
        let found = found.or_else(|| within.iter().rposition(|&m| closes(m)));
        let Some(found) = found.filter(|&k| within.get(k).is_some_and(|&m| m > start + 1 && clear(m))) else {
            continue;
        };
        let Some(&stop) = within.get(found) else { continue };
        let span = Span::new(start, stop + 1);
        // What it holds is part of it.
        out.retain(|q| !span.contains(q.span));
        out.push(Quote { span, inner: Span::new(start + 1, stop), closed: true });
        n += found + 1;
    }
    out.sort_by_key(|q| q.span.start);
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
            "'Größe zählt.' he said",
            "He said: 'Größe zählt.'",
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
    fn typewritten_single_marks_are_told_from_apostrophes() {
        for (text, want) in [
            ("'We don't know,' she said, 'but we will.'", vec!["We don't know,", "but we will."]),
            ("He called it 'a total mess' and left.", vec!["a total mess"]),
            ("'The workers' union is angry,' he said.", vec!["The workers' union is angry,"]),
            ("'She said \"no\" twice,' he told us.", vec!["She said \"no\" twice,"]),
            ("The workers' union and the drivers' union met.", vec![]),
            ("It's the boss's plan, isn't it?", vec![]),
            ("rock 'n' roll in the '90s, in the '80s'", vec![]),
            ("So'n Haus, 'ne Katze und 's Kind' dabei", vec![]),
            ("Hans' Haus und Max' Hund", vec![]),
            ("\"It's the dogs' day,\" she said.", vec!["It's the dogs' day,"]),
            ("ein 5' langes und 3' breites Brett", vec![]),
            ("'", vec![]),
            ("''", vec![]),
            ("'ä'", vec!["ä"]),
            ("('Größe zählt')", vec!["Größe zählt"]),
        ] {
            assert_eq!(inner(text), want, "{text}");
        }
    }

    #[test]
    fn an_open_quotation_runs_to_the_end() {
        let text = "„Erst das eine. Dann";
        let all = quotes(text);
        assert_eq!((inner(text), all[0].closed), (vec!["Erst das eine. Dann"], false));
        assert_eq!(inner("„"), [] as [&str; 0]);
    }
}
