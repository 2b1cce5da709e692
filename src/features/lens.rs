//! What stands above a paragraph and behind a figure, for those who want to see sources without asking.
//!
//! **Invariant:** finding the places costs nothing but a look at the analysis; what is said there is worked out for the
//! places somebody looks at.

use crate::actors::Registry;
use crate::analysis::Analysis;
use crate::corpus::Corpus;
use crate::corpus::index::Entry;
use crate::features::panel::Item;
use crate::features::texts::Texts;
use crate::text::Span;
use crate::trace::series::Statement;

/// Paragraphs with fewer words than this have nothing to say about.
const LEAST_WORDS: usize = 4;
/// Longer names of publishers make way for the article's id.
const LONGEST: usize = 32;
/// What stands between the words of a text is no longer than this.
const BRIEFEST: usize = 20;

/// Where paragraphs begin that may claim something: the span of each in the document.
pub fn paragraphs(analysis: &Analysis) -> Vec<Span> {
    let claims = analysis.paragraphs().filter(|(_, number, paragraph)| {
        number.is_some() && paragraph.text().split_whitespace().nth(LEAST_WORDS - 1).is_some()
    });
    claims.map(|(start, _, paragraph)| paragraph.block.span.shifted(start)).collect()
}

/// A paragraph in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `4 claims · 3 sourced · first: SWP 14 Nov 2024`.
    pub title: String,
    /// The claim whose source is named as the first, in the document.
    pub first: Option<Span>,
}

/// The claims of a paragraph in one line.
pub fn summary(items: &[Item], corpus: &Corpus, registry: &Registry, texts: &Texts) -> Summary {
    let firsts = items.iter().filter_map(|item| Some((item, item.series().agreeing().next()?)));
    let order = |s: &Statement| (corpus.entries().get(s.hit.entry).map(Entry::order), s.hit.paragraph);
    let first = firsts.clone().min_by_key(|(_, s)| order(s));
    let who = first.and_then(|(_, s)| corpus.entries().get(s.hit.entry)).map(|entry| {
        abbreviation(entry, registry).map_or_else(|| short(entry, texts), |who| format!("{who} {}", date(entry, texts)))
    });
    Summary {
        title: (texts.lens)(items.len(), firsts.count(), who.as_deref()),
        first: first.map(|(item, _)| item.span),
    }
}

/// A source in two words: `SWP 14 Nov 2024`.
pub fn short(entry: &Entry, texts: &Texts) -> String {
    let article = &entry.article;
    let who = article.publisher.as_deref().filter(|p| p.chars().count() <= LONGEST).unwrap_or(&article.id);
    format!("{who} {}", date(entry, texts))
}

/// A source as briefly as it can be told from others in passing: `SWP 2024`.
pub fn brief(entry: &Entry, registry: &Registry, texts: &Texts) -> String {
    let article = &entry.article;
    let who = match (abbreviation(entry, registry), &article.publisher) {
        (Some(abbreviation), _) => abbreviation.to_owned(),
        (None, Some(publisher)) => clipped(publisher),
        (None, None) => clipped(&article.id),
    };
    match &article.date {
        Some(date) => format!("{who} {}", date.earliest().year()),
        None => format!("{who}, {}", texts.no_date),
    }
}

fn date(entry: &Entry, texts: &Texts) -> String {
    entry.article.date.as_ref().map_or_else(|| texts.no_date.to_owned(), |d| d.human(texts.lang))
}

/// The letters that stand for a publisher, if the registry knows some: `SWP`.
fn abbreviation<'r>(entry: &Entry, registry: &'r Registry) -> Option<&'r str> {
    let publisher = entry.article.publisher.as_deref()?;
    let actor = registry.actors().iter().find(|actor| actor.names().any(|name| name == publisher))?;
    let letters = |name: &&str| {
        name.chars().filter(|c| c.is_uppercase()).count() >= 2 && !name.contains(|c: char| c.is_lowercase() || c == ' ')
    };
    actor.names().filter(letters).min_by_key(|name| name.chars().count())
}

/// The first words of a name, as many as there is room for.
fn clipped(name: &str) -> String {
    if name.chars().count() <= BRIEFEST {
        return name.to_owned();
    }
    let end = name.char_indices().nth(BRIEFEST).map_or(name.len(), |(at, _)| at);
    let room = name.get(..end).unwrap_or(name);
    let words = room.rfind([' ', '-']).and_then(|at| room.get(..at)).filter(|words| !words.is_empty());
    format!("{}…", words.unwrap_or(room).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_where_a_word_ends() {
        for (name, want) in [
            ("Küstenbote", "Küstenbote"),
            ("Allgemeine Zeitung 20", "Allgemeine Zeitung…"),
            ("Gesellschaft für Binnenschifffahrt", "Gesellschaft für…"),
            ("wasserstandsmeldungen-2021", "wasserstandsmeldunge…"),
            ("Übersee-Zwischenhändler", "Übersee…"),
            ("", ""),
        ] {
            assert_eq!(clipped(name), want);
        }
    }
}
