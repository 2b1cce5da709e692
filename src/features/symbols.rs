//! A document's outline: headings, under each its paragraphs, under each its claims.

use std::path::PathBuf;

use crate::actors::Registry;
use crate::analysis::{Analysis, Paragraph};
use crate::corpus::Corpus;
use crate::features::texts::Texts;
use crate::text::Span;
use crate::text::prose::BlockKind;

/// What an entry of the outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    /// A heading with what stands under it.
    Heading,
    /// A numbered paragraph.
    Paragraph,
    /// A figure it states.
    Claim,
}

/// An entry of the outline. Spans are bytes of the source; each lies inside its parent's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What it is called: the heading, the paragraph's first words, the figure.
    pub name: String,
    /// What more there is to say: the paragraph's number, the sentence of a figure.
    pub detail: Option<String>,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it.
    pub span: Span,
    /// Where its name stands.
    pub name_span: Span,
    /// What it holds.
    pub children: Vec<Outline>,
}

/// How many characters of a paragraph name it.
const NAME: usize = 60;

/// The outline of a document.
pub fn outline(analysis: &Analysis, texts: &Texts) -> Vec<Outline> {
    // Open headings, the outermost first, each with its level; below them what has no heading.
    let mut open: Vec<(u8, Outline)> = Vec::new();
    let mut out = Vec::new();
    for (start, number, paragraph) in analysis.paragraphs() {
        match paragraph.block.kind {
            BlockKind::Heading(level) => {
                close(&mut open, &mut out, level);
                open.push((level, heading(start, paragraph)));
            }
            _ => {
                let entry = numbered(start, number, paragraph, texts);
                match open.last_mut() {
                    Some((_, heading)) => add(heading, entry),
                    None => out.push(entry),
                }
            }
        }
    }
    close(&mut open, &mut out, 0);
    out
}

/// Closes the headings that one of `level` ends.
fn close(open: &mut Vec<(u8, Outline)>, out: &mut Vec<Outline>, level: u8) {
    while open.last().is_some_and(|(l, _)| *l >= level) {
        let Some((_, done)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => add(parent, done),
            None => out.push(done),
        }
    }
}

fn add(parent: &mut Outline, child: Outline) {
    parent.span = parent.span.cover(child.span);
    parent.children.push(child);
}

fn heading(start: u32, paragraph: &Paragraph) -> Outline {
    let span = paragraph.block.span.shifted(start);
    Outline {
        name: name(paragraph.text()),
        detail: None,
        kind: OutlineKind::Heading,
        span,
        name_span: span,
        children: Vec::new(),
    }
}

fn numbered(start: u32, number: Option<u32>, paragraph: &Paragraph, texts: &Texts) -> Outline {
    let span = paragraph.block.span.shifted(start);
    let claims = paragraph.figures().iter().map(|figure| {
        let source = paragraph.block.to_source(figure.span).shifted(start);
        Outline {
            name: name(paragraph.text().get(figure.span.range()).unwrap_or_default()),
            detail: None,
            kind: OutlineKind::Claim,
            span: source,
            name_span: source,
            children: Vec::new(),
        }
    });
    let mut entry = Outline {
        name: name(paragraph.text()),
        detail: number.map(|n| format!("{} {n}", texts.paragraph)),
        kind: OutlineKind::Paragraph,
        span,
        name_span: span,
        children: Vec::new(),
    };
    claims.for_each(|claim| add(&mut entry, claim));
    entry
}

/// The first words of `text`, on one line. Editors refuse a symbol without a name.
fn name(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if words.chars().count() + word.chars().count() > NAME && !words.is_empty() {
            words.push_str(" …");
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    if words.is_empty() { "…".to_owned() } else { words }
}

/// Where an actor or article is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolPlace {
    /// The registry, at a line from 0.
    Registry(u32),
    /// The start of an article's file.
    Article(PathBuf),
}

/// An actor or an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name or title.
    pub name: String,
    /// What it is: the kind of actor, the publisher.
    pub detail: String,
    /// Where.
    pub place: SymbolPlace,
}

/// Most answers to a search; editors ask again as one types on.
const MOST: usize = 256;

/// Actors and articles whose names hold every word of `query`, whatever its case: those that start with it first.
pub fn search(query: &str, registry: &Registry, corpus: &Corpus, texts: &Texts) -> Vec<Symbol> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    // 0 where the name starts with the query, 1 where it holds its words.
    let rank = |names: &mut dyn Iterator<Item = &str>| {
        names
            .filter_map(|name| {
                let name = name.to_lowercase();
                let all = words.iter().all(|word| name.contains(word));
                all.then(|| u8::from(!name.starts_with(query.trim())))
            })
            .min()
    };
    let mut out: Vec<(u8, Symbol)> = Vec::new();
    for actor in registry.actors() {
        if let Some(rank) = rank(&mut actor.names()) {
            let place = SymbolPlace::Registry(actor.line.saturating_sub(1));
            let detail = texts.actor_kind(actor.kind).to_owned();
            out.push((rank, Symbol { name: actor.name.clone(), detail, place }));
        }
    }
    for entry in corpus.entries() {
        let article = &entry.article;
        if let Some(rank) = rank(&mut [article.title.as_str(), article.id.as_str()].into_iter()) {
            let detail = article.publisher.clone().unwrap_or_default();
            let place = SymbolPlace::Article(entry.path.clone());
            out.push((rank, Symbol { name: name(&article.title), detail, place }));
        }
    }
    out.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    out.truncate(MOST);
    out.into_iter().map(|(_, symbol)| symbol).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Context;
    use crate::features::texts;
    use crate::lang::Lang;
    use crate::text::document::Document;
    use crate::text::prose::Format;

    fn shape(entries: &[Outline], depth: usize, out: &mut String) {
        for entry in entries {
            out.push_str(&format!("{}{} {}\n", "  ".repeat(depth), entry.name, entry.detail.as_deref().unwrap_or("-")));
            assert!(entry.children.iter().all(|c| entry.span.contains(c.span)), "{}", entry.name);
            shape(&entry.children, depth + 1, out);
        }
    }

    #[test]
    fn headings_hold_what_stands_under_them() {
        let text = "Vorab.\n\n# Eins\n\nA.\n\n### Tief\n\n- b\n- c\n\n## Mitte\n\n# Zwei\n\nD.\n";
        let document = Document::new(text, Format::Markdown);
        let analysis = Analysis::new(&document, &Context { matcher: Default::default(), lang: None, reference: None });
        let mut out = String::new();
        shape(&outline(&analysis, texts::of(Lang::De)), 0, &mut out);
        assert_eq!(
            out,
            "Vorab. Absatz 1\nEins -\n  A. Absatz 2\n  Tief -\n    b Absatz 3\n    c Absatz 4\n  Mitte -\nZwei -\n  D. Absatz 5\n"
        );
    }
}
