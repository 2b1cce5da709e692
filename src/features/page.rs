//! A short text for people, for editors with and without Markdown.
//!
//! **Invariant:** what comes from an article or the registry is escaped: it cannot become a link, an image, HTML or layout.

use std::fmt::Write as _;

/// A page being written.
#[derive(Debug)]
pub struct Page {
    text: String,
    markdown: bool,
}

impl Page {
    /// An empty page.
    pub fn new(markdown: bool) -> Page {
        Page { text: String::new(), markdown }
    }

    /// The page, or `None` if nothing was written.
    pub fn finish(self) -> Option<String> {
        let text = self.text.trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// A paragraph that starts with something in bold.
    pub fn titled(&mut self, title: &str, rest: &str) {
        self.gap();
        let (title, rest) = (self.safe(title), self.safe(rest));
        let bold = if self.markdown { "**" } else { "" };
        let _ = write!(self.text, "{bold}{title}{bold}");
        if !rest.is_empty() {
            let _ = write!(self.text, " {rest}");
        }
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.gap();
        let text = self.safe(text);
        self.text.push_str(&text);
    }

    /// What somebody else wrote.
    pub fn quote(&mut self, text: &str) {
        self.gap();
        let text = self.safe(text);
        let _ = write!(self.text, "> {text}");
    }

    /// An entry of a list.
    pub fn item(&mut self, text: &str) {
        let text = self.safe(text);
        let _ = write!(self.text, "\n- {text}");
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn safe(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        for c in text.chars() {
            match c {
                // A line end would end the quote or the list entry.
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{fffc}' => {
                    if !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                '&' if self.markdown => out.push_str("&amp;"),
                '<' if self.markdown => out.push_str("&lt;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '$' if self.markdown => {
                    out.push('\\');
                    out.push(c);
                }
                // These mean something only where a line starts.
                '#' | '+' | '-' | '=' if self.markdown && out.is_empty() => {
                    out.push('\\');
                    out.push(c);
                }
                _ => out.push(c),
            }
        }
        out.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_articles_say_stays_text() {
        let mut page = Page::new(true);
        page.titled("<b>*x*", "![a](http://b)");
        page.quote("# one\n\n- two `three`");
        page.item("a|b");
        let want = "**&lt;b\\>\\*x\\*** !\\[a\\](http://b)\n\n> \\# one  - two \\`three\\`\n- a\\|b";
        assert_eq!(page.finish().as_deref().map(|t| t.replace("  ", " ")), Some(want.replace("  ", " ")));
    }

    #[test]
    fn plain_pages_have_no_markup() {
        let mut page = Page::new(false);
        page.titled("A*", "b_c");
        page.paragraph("d");
        assert_eq!(page.finish().as_deref(), Some("A* b_c\n\nd"));
        assert_eq!(Page::new(true).finish(), None);
    }
}
