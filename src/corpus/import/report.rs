//! What an import took from a page, what it left out, and what it could not find.
//!
//! **Invariant:** every word of the page is either in the article or counted here.

use std::fmt;

use serde::Serialize;

/// Why a line is not part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Menus, language switches, "skip to content".
    Navigation,
    /// Lists of other articles, "read more" boxes.
    Teaser,
    /// Captions and alternative texts of pictures, and their credits.
    Picture,
    /// Newsletters, social media, advertisements, cookie notices.
    Promotion,
    /// Date, author and document number lines; what they say is in the front matter.
    Metadata,
    /// The line above a headline.
    Kicker,
    /// Addresses, numbers, legal lines.
    Imprint,
    /// Said word for word elsewhere in the article: pull quotes, repeated headlines.
    Repeated,
    /// Running heads, page numbers.
    RunningHead,
    /// Notes below the text of a page.
    Footnote,
    /// Whatever stands around the article in a page with markup.
    Page,
    /// What stands below the article: comments, remaining lines of the page.
    Footer,
}

/// A line that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// Why.
    pub reason: Reason,
    /// The line.
    pub text: String,
}

/// Something an article should have that the page does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Missing {
    /// No headline.
    Title,
    /// Nobody who wrote it.
    Author,
    /// Nobody who published it.
    Publisher,
    /// No date.
    Date,
    /// Neither German nor English.
    Lang,
}

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Text as saved from a web page.
    Text,
    /// HTML.
    Html,
    /// PDF.
    Pdf,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Text => "text",
            Kind::Html => "HTML",
            Kind::Pdf => "PDF",
        })
    }
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What the input was taken for.
    pub kind: Kind,
    /// Paragraphs, list items and block quotes in the article.
    pub paragraphs: usize,
    /// Headings in the article, the title apart.
    pub headings: usize,
    /// What was left out, in the order of the page.
    pub dropped: Vec<Dropped>,
    /// What the page does not say.
    pub missing: Vec<Missing>,
    /// What went wrong on the way, for people.
    pub notes: Vec<String>,
}

impl Report {
    /// How many lines were left out, and why.
    pub fn dropped_counts(&self) -> Vec<(Reason, usize)> {
        let mut counts = std::collections::BTreeMap::new();
        for d in &self.dropped {
            *counts.entry(d.reason).or_insert(0) += 1;
        }
        counts.into_iter().collect()
    }
}
