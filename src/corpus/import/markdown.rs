//! How do blocks become the body of an article file? One paragraph a line, blocks apart by blank lines.
//!
//! **Invariant:** Markdown read back gives the text that went in; nothing in a page's prose becomes markup by accident.

use std::borrow::Cow;

/// A block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 2 to 6; level 1 is the article's title.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a bulleted list.
    Item(String),
    /// An item of a numbered list, with its number.
    Numbered(u32, String),
    /// A block quote.
    Quote(String),
    /// A table: rows of cells, the first row its head.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// Its text, as on the page.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Block::Heading(_, t) | Block::Paragraph(t) | Block::Item(t) | Block::Numbered(_, t) | Block::Quote(t) => {
                Cow::Borrowed(t)
            }
            Block::Table(rows) => Cow::Owned(rows.iter().map(|r| r.join("\t")).collect::<Vec<_>>().join("\n")),
        }
    }

    /// Does it count as a paragraph, to be cited?
    pub fn is_paragraph(&self) -> bool {
        !matches!(self, Block::Heading(..))
    }
}

/// The body below the front matter, beginning with a blank line.
pub fn body(title: &str, blocks: &[Block]) -> String {
    let mut out = String::new();
    if !title.is_empty() {
        out.push_str("\n# ");
        out.push_str(&inline(title));
        out.push('\n');
    }
    let mut before: Option<&Block> = None;
    for block in blocks {
        // Items of one list stand together.
        let together = matches!(
            (before, block),
            (Some(Block::Item(_)), Block::Item(_)) | (Some(Block::Numbered(..)), Block::Numbered(..))
        );
        if !together {
            out.push('\n');
        }
        match block {
            Block::Heading(level, t) => {
                out.push_str("######".get(..usize::from((*level).clamp(2, 6))).unwrap_or("##"));
                out.push(' ');
                out.push_str(&inline(t));
            }
            Block::Paragraph(t) => out.push_str(&start(&inline(t))),
            Block::Item(t) => {
                out.push_str("- ");
                out.push_str(&start(&inline(t)));
            }
            Block::Numbered(n, t) => {
                out.push_str(&format!("{n}. "));
                out.push_str(&start(&inline(t)));
            }
            Block::Quote(t) => {
                out.push_str("> ");
                out.push_str(&start(&inline(t)));
            }
            Block::Table(rows) => table(&mut out, rows),
        }
        out.push('\n');
        before = Some(block);
    }
    out
}

/// A table as GitHub's Markdown writes it; short rows are filled up.
fn table(out: &mut String, rows: &[Vec<String>]) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (n, row) in rows.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        out.push('|');
        for cell in 0..width {
            let text = row.get(cell).map_or("", String::as_str);
            out.push(' ');
            out.push_str(&inline(text).replace('|', "\\|"));
            out.push_str(" |");
        }
        if n == 0 {
            out.push_str("\n|");
            out.push_str(&" --- |".repeat(width));
        }
    }
}

/// Escapes what Markdown would take for markup inside a line, and only that.
fn inline(text: &str) -> Cow<'_, str> {
    let pairs = |c: char| text.matches(c).nth(1).is_some();
    let (star, tick, tilde, under) = (pairs('*'), pairs('`'), text.contains("~~"), pairs('_'));
    if !(star || tick || tilde || under || text.contains(['\\', '<', '&', '[', '|', '\n', '\r'])) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let escape = match c {
            '*' => star,
            '`' => tick,
            '~' => tilde,
            // Inside a word an underscore is one; at its edge it could open emphasis.
            '_' => under && !(before.is_alphanumeric() && next.is_alphanumeric()),
            '\\' => next.is_ascii_punctuation(),
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => next.is_ascii_alphabetic() || next == '#',
            '[' => true,
            _ => false,
        };
        if escape && (c != '&' || is_entity(rest.clone())) {
            out.push('\\');
        }
        out.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
        before = c;
    }
    Cow::Owned(out)
}

/// Is what follows an ampersand an entity, such as `amp;`?
fn is_entity(rest: impl Iterator<Item = char>) -> bool {
    for (n, c) in rest.take(32).enumerate() {
        if c == ';' {
            return n > 0;
        }
        if !c.is_ascii_alphanumeric() && c != '#' {
            return false;
        }
    }
    false
}

/// Escapes what Markdown would take for a list, a heading, a quote or a rule at the start of a line.
fn start(text: &str) -> Cow<'_, str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..).unwrap_or("");
    if (1..=9).contains(&digits) && after.starts_with(['.', ')']) {
        let behind = after.get(1..).unwrap_or("");
        if behind.is_empty() || behind.starts_with(char::is_whitespace) {
            return Cow::Owned(format!("{}\\{after}", text.get(..digits).unwrap_or("")));
        }
    }
    let marked = match text.chars().next() {
        Some('#' | '>' | '=' | '|') => true,
        Some('-' | '+' | '*' | '_') => {
            let rest = text.get(1..).unwrap_or("");
            rest.is_empty()
                || rest.starts_with(char::is_whitespace)
                || text.chars().all(|c| matches!(c, '-' | '*' | '_' | '+' | ' '))
        }
        Some('~') => text.starts_with("~~~"),
        Some('`') => text.starts_with("```"),
        Some(':') => true,
        _ => false,
    };
    if marked { Cow::Owned(format!("\\{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn layout() {
        let blocks = [
            Block::Paragraph("Erster.".into()),
            Block::Heading(2, "Zwei".into()),
            Block::Item("a".into()),
            Block::Item("b".into()),
            Block::Numbered(1, "c".into()),
            Block::Numbered(2, "d".into()),
            Block::Quote("„Ja.“".into()),
        ];
        assert_eq!(body("Titel", &blocks), "\n# Titel\n\nErster.\n\n## Zwei\n\n- a\n- b\n\n1. c\n2. d\n\n> „Ja.“\n");
    }

    #[test]
    fn only_markup_is_escaped() {
        for (text, escaped) in [
            ("3. Mai war es.", "3\\. Mai war es."),
            ("3.500 Euro", "3.500 Euro"),
            ("2023) war es", "2023\\) war es"),
            ("- nein", "\\- nein"),
            ("-5 Grad", "-5 Grad"),
            ("– ja", "– ja"),
            ("# eins", "\\# eins"),
            ("Leser*innen", "Leser*innen"),
            ("Leser*innen und Bürger*innen", "Leser\\*innen und Bürger\\*innen"),
            ("a_b und c_d", "a_b und c_d"),
            ("R&D, AT&T und &amp;", "R&D, AT&T und \\&amp;"),
            ("Werte < 5 und <b>", "Werte < 5 und \\<b>"),
            ("[sic] wie [@voss]", "\\[sic] wie \\[@voss]"),
            ("---", "\\---"),
        ] {
            assert_eq!(start(&inline(text)), escaped);
        }
    }

    fn prose_of(markdown: &str) -> String {
        use pulldown_cmark::{Event, Parser};
        let mut out = String::new();
        for event in Parser::new(markdown) {
            match event {
                Event::Text(t) => out.push_str(&t),
                Event::SoftBreak | Event::HardBreak => out.push('\n'),
                Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => out.push('!'),
                _ => {}
            }
        }
        out
    }

    proptest! {
        #[test]
        fn reads_back(text in "([-+#>*_`~\\\\<&\\[\\]!().:=|a-z0-9 ä„]{1,30})") {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!text.is_empty());
            for block in [Block::Paragraph(text.clone()), Block::Item(text.clone()), Block::Quote(text.clone())] {
                prop_assert_eq!(prose_of(&body("", &[block])), text.clone());
            }
        }
    }
}
