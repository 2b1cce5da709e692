//! What the sources say about the place under the cursor, on one short page.

use std::path::Path;

use crate::actors::{ActorRef, Mention, Registry};
use crate::claims::{Claim, Polarity, Voice};
use crate::corpus::Corpus;
use crate::features::Spot;
use crate::features::normal;
use crate::features::page::Page;
use crate::features::sources::{Draft, Focus, cite};
use crate::features::texts::Texts;
use crate::lang::lexicon::Lexicon;
use crate::text::Span;
use crate::trace::series::{Series, Statement};

/// Sources named in each list.
const MOST: usize = 5;

/// What an answer draws on.
pub struct Sources<'a> {
    /// The actors.
    pub registry: &'a Registry,
    /// The articles.
    pub corpus: &'a Corpus,
    /// The words.
    pub lexicon: &'a Lexicon,
    /// The words of the answer.
    pub texts: &'a Texts,
    /// Reads a stretch of an article's file.
    pub excerpt: &'a dyn Fn(&Path, Span) -> Option<String>,
}

/// The page for the place, and the span of the source it is about.
pub fn hover(spot: &Spot<'_>, sources: &Sources<'_>, markdown: bool) -> Option<(String, Span)> {
    let focus = Focus::of(spot)?;
    let span = focus.span(spot)?;
    let mut page = Page::new(markdown);
    match &focus {
        Focus::Actor(_) => actor(spot.mention()?, sources, &mut page),
        Focus::Figure(n) => {
            let figure = spot.paragraph.figures().get(*n)?;
            let kind = sources.texts.figure_kind(figure.kind);
            let noun = figure.noun.as_ref().and_then(|n| spot.paragraph.text().get(n.span.range()));
            page.titled(&normal::in_words(figure, noun, sources.texts), &format!("({kind})"));
            statements(&Draft::new(spot, &focus, sources.lexicon)?.series(sources.corpus), true, sources, &mut page);
            if let Some(mention) = spot.mention() {
                actor(mention, sources, &mut page);
            }
        }
        Focus::Sentence(_) => {
            let series = Draft::new(spot, &focus, sources.lexicon)?.series(sources.corpus);
            // A sentence without a source is nothing special; a page that says so at every word would be.
            statements(&series, false, sources, &mut page);
        }
    }
    Some((page.finish()?, span))
}

fn statements(series: &Series, say_none: bool, sources: &Sources<'_>, page: &mut Page) {
    let texts = sources.texts;
    let mut agreeing = series.agreeing();
    match agreeing.next() {
        None if say_none => page.paragraph(texts.no_source),
        None => {}
        Some(first) => {
            if let Some(entry) = sources.corpus.entries().get(first.hit.entry) {
                page.titled(texts.first_made, &cite(entry, first.hit.paragraph, texts));
                if let Some(text) = (sources.excerpt)(&entry.path, first.hit.span) {
                    page.quote(&text);
                }
                if let Some(claim) = &first.claim {
                    page.paragraph(&said(claim, sources));
                }
            }
            if let Some(words) = confirmed(series, sources) {
                page.paragraph(&words);
            }
        }
    }
    if series.is_revised() {
        revisions(series, sources, page);
        let beside = series.disagreeing().filter(|s| !s.in_series);
        return list(texts.says_otherwise, beside, sources, page);
    }
    list(texts.says_the_same, agreeing, sources, page);
    list(texts.says_otherwise, series.disagreeing(), sources, page);
    list(texts.says_later, series.superseding(), sources, page);
}

/// A claim that began as a rumour: when, and when and where it was confirmed.
fn confirmed(series: &Series, sources: &Sources<'_>) -> Option<String> {
    let (rumour, later) = series.confirmed(sources.corpus)?;
    let entry = |s: &Statement| sources.corpus.entries().get(s.hit.entry);
    let day = |s: &Statement| Some(entry(s)?.article.date.as_ref()?.human(sources.texts.lang));
    Some((sources.texts.rumour)(&day(rumour)?, &cite(entry(later)?, later.hit.paragraph, sources.texts)))
}

/// The values of a series in the order in which they came up: each with who gave it first, how surely, and where.
fn revisions(series: &Series, sources: &Sources<'_>, page: &mut Page) {
    let texts = sources.texts;
    let values = series.values();
    page.titled(texts.in_order, "");
    for (_, statements) in values.iter().take(MOST) {
        let Some(first) = statements.first() else { continue };
        let Some(entry) = sources.corpus.entries().get(first.hit.entry) else { continue };
        let said = first.claim.as_ref().map(|claim| format!(" – {}", said(claim, sources))).unwrap_or_default();
        let more = match statements.len() - 1 {
            0 => String::new(),
            more => format!(" ({})", (texts.and_more)(more)),
        };
        page.item(&format!("{}{said} – {}{more}", valued(first, sources), cite(entry, first.hit.paragraph, texts)));
    }
    if values.len() > MOST {
        page.item(&(texts.and_more)(values.len() - MOST));
    }
}

/// A statement's value, with the noun that it counts as it stands in the article.
fn valued(statement: &Statement, sources: &Sources<'_>) -> String {
    let Some(figure) = &statement.hit.figure else { return String::new() };
    let entry = sources.corpus.entries().get(statement.hit.entry);
    let noun = figure.noun.as_ref().zip(entry).and_then(|(noun, entry)| (sources.excerpt)(&entry.path, noun.span));
    normal::in_words(figure, noun.as_deref(), sources.texts)
}

/// Who says it and how surely: `Laut Hafenamt · wahrscheinlich · verneint`.
fn said(claim: &Claim, sources: &Sources<'_>) -> String {
    let texts = sources.texts;
    let speaker = claim.attribution.speaker.as_ref().map(|speaker| {
        let name = speaker.actor.as_ref().map_or_else(|| speaker.text.clone(), |actor| name(actor, sources.registry));
        format!("{} {name}", texts.according_to)
    });
    let speaker = speaker.or_else(|| match claim.attribution.voice {
        Voice::Own => Some(texts.own_voice.to_owned()),
        Voice::Unattributed => Some(texts.unattributed.to_owned()),
        Voice::Reported | Voice::Quoted => None,
    });
    let denied = (claim.polarity == Polarity::Denied).then(|| texts.denied.to_owned());
    // "Geht man von 10.000 aus" is not a certain statement, however firmly it is put.
    let certainty = if claim.condition { texts.conditional } else { texts.certainty(claim.certainty) };
    let parts = [speaker, Some(certainty.to_owned()), denied];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn list<'s>(title: &str, statements: impl Iterator<Item = &'s Statement>, sources: &Sources<'_>, page: &mut Page) {
    let all: Vec<&Statement> = statements.collect();
    if all.is_empty() {
        return;
    }
    page.titled(title, "");
    for statement in all.iter().take(MOST) {
        let Some(entry) = sources.corpus.entries().get(statement.hit.entry) else { continue };
        let source = cite(entry, statement.hit.paragraph, sources.texts);
        match &statement.hit.figure {
            Some(_) => page.item(&format!("{} – {source}", valued(statement, sources))),
            None => page.item(&source),
        }
    }
    if all.len() > MOST {
        page.item(&(sources.texts.and_more)(all.len() - MOST));
    }
}

fn actor(mention: &Mention, sources: &Sources<'_>, page: &mut Page) {
    let texts = sources.texts;
    let kind = texts.actor_kind(mention.kind);
    match &mention.actor {
        ActorRef::Unlisted(name) => page.titled(name, &format!("({kind}, {})", texts.unlisted)),
        ActorRef::Listed(id) => {
            let Some(actor) = sources.registry.get(id) else { return };
            page.titled(&actor.name, &format!("({kind})"));
            if let Some(description) = &actor.description {
                page.paragraph(description);
            }
            if !actor.aliases.is_empty() {
                page.paragraph(&format!("{}: {}", texts.also, actor.aliases.join(", ")));
            }
            let roles: Vec<String> = actor.roles.iter().map(|role| self::role(role, sources)).collect();
            if !roles.is_empty() {
                page.paragraph(&format!("{}: {}", texts.roles, roles.join("; ")));
            }
            if let Some(wikidata) = &actor.wikidata {
                page.paragraph(&format!("Wikidata: {wikidata}"));
            }
        }
    }
    if !mention.or.is_empty() {
        let others: Vec<String> = mention.or.iter().map(|other| name(other, sources.registry)).collect();
        page.paragraph(&format!("{}: {}", texts.may_be, others.join(", ")));
    }
    let appearances = sources.corpus.appearances(&mention.actor);
    match appearances.first() {
        None => page.paragraph(texts.never_mentioned),
        Some((entry, first)) => {
            let times = appearances.iter().map(|(_, a)| a.count).sum();
            page.paragraph(&(texts.mentioned)(times, appearances.len()));
            page.titled(texts.first_mentioned, &cite(entry, first.paragraph, texts));
        }
    }
}

fn role(role: &crate::actors::Role, sources: &Sources<'_>) -> String {
    let mut out = role.title.clone();
    if let Some(of) = &role.of {
        let of = sources.registry.get(of).map_or(of.as_str(), |actor| &actor.name);
        out.push_str(&format!(" ({} {of})", sources.texts.of));
    }
    match (&role.from, &role.to) {
        (None, None) => {}
        (from, to) => {
            out.push_str(&format!(", {}–{}", from.as_deref().unwrap_or_default(), to.as_deref().unwrap_or_default()));
        }
    }
    out
}

/// The house spelling of an actor.
pub fn name(actor: &ActorRef, registry: &Registry) -> String {
    match actor {
        ActorRef::Listed(id) => registry.get(id).map_or_else(|| id.to_string(), |actor| actor.name.clone()),
        ActorRef::Unlisted(name) => name.to_string(),
    }
}
