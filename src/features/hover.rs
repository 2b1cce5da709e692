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
use crate::trace::{Hit, Trace};

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
    /// The claim that an article's file makes there.
    pub claim: &'a dyn Fn(&Path, Span) -> Option<Claim>,
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
            page.titled(&normal::in_words(figure, sources.texts), &format!("({kind})"));
            statements(&Draft::new(spot, &focus, sources.lexicon)?.trace(sources.corpus), true, sources, &mut page);
            if let Some(mention) = spot.mention() {
                actor(mention, sources, &mut page);
            }
        }
        Focus::Sentence(_) => {
            let trace = Draft::new(spot, &focus, sources.lexicon)?.trace(sources.corpus);
            // A sentence without a source is nothing special; a page that says so at every word would be.
            statements(&trace, false, sources, &mut page);
        }
    }
    Some((page.finish()?, span))
}

fn statements(trace: &Trace, say_none: bool, sources: &Sources<'_>, page: &mut Page) {
    let texts = sources.texts;
    let Some((first, others)) = trace.agreeing.split_first() else {
        if say_none {
            page.paragraph(texts.no_source);
        }
        list(texts.says_otherwise, &trace.disagreeing, sources, page);
        return;
    };
    if let Some(entry) = sources.corpus.entries().get(first.entry) {
        page.titled(texts.first_made, &cite(entry, first.paragraph, texts));
        if let Some(text) = (sources.excerpt)(&entry.path, first.span) {
            page.quote(&text);
        }
        let at = first.figure.as_ref().map_or(first.span, |figure| figure.core);
        if let Some(claim) = (sources.claim)(&entry.path, at) {
            page.paragraph(&said(&claim, sources));
        }
    }
    list(texts.says_the_same, others, sources, page);
    list(texts.says_otherwise, &trace.disagreeing, sources, page);
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

fn list(title: &str, hits: &[Hit], sources: &Sources<'_>, page: &mut Page) {
    if hits.is_empty() {
        return;
    }
    page.titled(title, "");
    for hit in hits.iter().take(MOST) {
        let Some(entry) = sources.corpus.entries().get(hit.entry) else { continue };
        let source = cite(entry, hit.paragraph, sources.texts);
        match &hit.figure {
            Some(figure) => page.item(&format!("{} – {source}", normal::in_words(figure, sources.texts))),
            None => page.item(&source),
        }
    }
    if hits.len() > MOST {
        page.item(&(sources.texts.and_more)(hits.len() - MOST));
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
