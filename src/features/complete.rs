//! What may come next at the cursor: a citation after `[@`, an actor's house spelling, a figure the sources give.
//!
//! **Invariant:** proposals are made for what stands before the cursor and come best first; nothing is proposed that the
//! articles or the registry do not have.

use crate::actors::Registry;
use crate::checks::say;
use crate::claims::words::Cache;
use crate::corpus::Corpus;
use crate::corpus::statement::Stated;
use crate::features::lens::short;
use crate::features::panel::Traced;
use crate::features::texts::Texts;
use crate::features::{Spot, cite, normal};
use crate::figures::{Bound, Figure, Kind, Value};
use crate::lang::Lang;
use crate::lang::lexicon::Lexicon;
use crate::lang::stem::fold;
use crate::lang::wording::wording;
use crate::text::Span;
use crate::trace::series::Statement;
use crate::trace::{self, Question};

/// Most proposals of each sort.
const MOST_ARTICLES: usize = 200;
const MOST_ACTORS: usize = 30;
const MOST_FIGURES: usize = 12;
/// Shorter beginnings of names would propose half the registry.
const LEAST_LETTERS: usize = 2;
/// A name has no more words than this.
const MOST_WORDS: usize = 5;
/// Least matter of a statement whose figure is proposed.
const LEAST_MATTER: f32 = 0.3;

/// What stands before the cursor, as far as it decides what may come next. Spans are bytes of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A work inside a bracket: `[vgl. @sw`.
    Work {
        /// From the `@` to the cursor.
        span: Span,
        /// What was typed of the id.
        key: String,
        /// Whether the bracket has no end yet.
        open: bool,
    },
    /// The paragraph of a work: `[@swp, p. `.
    Paragraph {
        /// What was typed of the number.
        span: Span,
        /// The work.
        id: String,
        /// Whether the bracket has no end yet.
        open: bool,
    },
    /// A number: `12.`, or nothing yet.
    Number {
        /// What was typed of it.
        span: Span,
    },
    /// A word.
    Word {
        /// What was typed of it.
        span: Span,
    },
}

/// Something that may come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What the list shows.
    pub label: String,
    /// What is said about it.
    pub detail: String,
    /// The article and the place in it that may be quoted.
    pub quote: Option<(usize, Span)>,
    /// What is replaced in the document.
    pub span: Span,
    /// By what.
    pub text: String,
    /// What it is.
    pub sort: Sort,
}

/// What a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A citation.
    Citation,
    /// An actor.
    Actor,
    /// A figure.
    Figure,
}

/// What may come next at byte `at` of `text`.
pub fn wanted(text: &str, at: u32) -> Option<Wanted> {
    let at = crate::text::lines::floor_char_boundary(text, at as usize);
    let (before, after) = text.split_at(at);
    let line = before.rfind('\n').map_or(0, |n| n + 1);
    let here = before.get(line..)?;
    let after = after.lines().next().unwrap_or_default();
    let span = |from: usize| Span::new(line + from, at);
    if let Some(open) = here.rfind('[').filter(|&open| !here[open..].contains(']')) {
        let inner = here.get(open..)?;
        if let Some(sign) = inner.rfind('@') {
            let rest = inner.get(sign + 1..)?;
            let closed = after.find([']', '[']).is_some_and(|n| after[n..].starts_with(']'));
            let (key, locator) = rest.split_once(',').map_or((rest, None), |(key, locator)| (key, Some(locator)));
            if rest.contains(';') || key.contains(char::is_whitespace) {
                return None;
            }
            let Some(locator) = locator else {
                return Some(Wanted::Work { span: span(open + sign), key: key.to_owned(), open: !closed });
            };
            let digits = locator.len() - locator.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let from = here.len() - digits;
            return Some(Wanted::Paragraph { span: span(from), id: key.to_owned(), open: !closed });
        }
    }
    let number = here.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let typed = here.get(number.len()..)?;
    let stands_alone = number.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    if typed.starts_with(|c: char| c.is_ascii_digit()) && stands_alone {
        return Some(Wanted::Number { span: span(number.len()) });
    }
    if here.ends_with([' ', '\u{a0}', '\u{202f}', '(']) {
        return Some(Wanted::Number { span: span(here.len()) });
    }
    let word = here.trim_end_matches(is_of_name);
    (word.len() < here.len()).then(|| Wanted::Word { span: span(word.len()) })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '&' | '\u{300}'..='\u{36f}')
}

/// Works to cite: those whose paragraphs make the claim of the cursor's sentence, the one that made it first before the
/// others; then every other article that fits what was typed.
pub fn works(
    spot: Option<(&Spot<'_>, &[Traced])>,
    wanted: (Span, &str, bool),
    corpus: &Corpus,
    texts: &Texts,
) -> Vec<Proposal> {
    let (span, key, open) = wanted;
    let close = if open { "]" } else { "" };
    let fits = |id: &str, title: &str| {
        let key = fold(key);
        key.is_empty() || fold(id).contains(&key) || fold(title).contains(&key)
    };
    let mut out = Vec::new();
    for statement in fitting(spot) {
        let Some(entry) = corpus.entries().get(statement.hit.entry) else { continue };
        let id = &entry.article.id;
        let text = format!("@{id}, p. {}{close}", statement.hit.paragraph);
        if !fits(id, &entry.article.title) || out.iter().any(|p: &Proposal| p.text == text) {
            continue;
        }
        out.push(Proposal {
            label: format!("@{id}, p. {}", statement.hit.paragraph),
            detail: format!("{} · {}", short(entry, texts), entry.article.title),
            quote: Some((statement.hit.entry, statement.hit.span)),
            span,
            text,
            sort: Sort::Citation,
        });
    }
    let rest = corpus.entries().iter().filter(|e| fits(&e.article.id, &e.article.title));
    out.extend(rest.take(MOST_ARTICLES).map(|entry| Proposal {
        label: format!("@{}", entry.article.id),
        detail: format!("{} · {}", short(entry, texts), entry.article.title),
        quote: None,
        span,
        text: format!("@{}", entry.article.id),
        sort: Sort::Citation,
    }));
    out
}

/// Paragraphs of one work: those that make the claim of the cursor's sentence first, then all in order.
pub fn paragraphs(
    spot: Option<(&Spot<'_>, &[Traced])>,
    wanted: (Span, &str, bool),
    corpus: &Corpus,
    texts: &Texts,
) -> Vec<Proposal> {
    let (span, id, open) = wanted;
    let Some(entry) = corpus.index_of(id) else { return Vec::new() };
    let close = if open { "]" } else { "" };
    let mut out: Vec<Proposal> = Vec::new();
    let own = fitting(spot).into_iter().filter(|s| s.hit.entry == entry).map(|s| (s.hit.paragraph, s.hit.span));
    let all = corpus.stated(entry).into_iter().filter(|s| s.number > 0).map(|s| (s.number, s.span));
    for (number, place) in own.chain(all) {
        let text = format!("{number}{close}");
        if !out.iter().any(|p| p.text == text) {
            out.push(Proposal {
                label: number.to_string(),
                detail: format!("{} {number}", texts.paragraph),
                quote: Some((entry, place)),
                span,
                text,
                sort: Sort::Citation,
            });
        }
    }
    out
}

/// The statements that make the claims of the cursor's sentence: the first made ones before the others, of those the ones
/// that fit best.
fn fitting<'t>(spot: Option<(&Spot<'_>, &'t [Traced])>) -> Vec<&'t Statement> {
    let Some((spot, traced)) = spot else { return Vec::new() };
    let Some(sentence) = sentence(spot) else { return Vec::new() };
    let sentence = spot.paragraph.block.to_source(sentence);
    let mut out: Vec<&Statement> =
        traced.iter().filter(|t| t.sentence == sentence).flat_map(|t| t.series.agreeing()).collect();
    out.sort_by(|a, b| b.first.cmp(&a.first).then(b.hit.explain.matter.total_cmp(&a.hit.explain.matter)));
    out
}

/// The sentence of the cursor; behind a stop, with nothing but a citation begun, the one before.
fn sentence(spot: &Spot<'_>) -> Option<Span> {
    let sentences = spot.paragraph.sentences();
    let mut index = spot.sentence_index().or_else(|| sentences.iter().rposition(|s| s.end <= spot.at))?;
    while index > 0 && !cite::has_words(spot.paragraph, index) {
        index -= 1;
    }
    sentences.get(index).copied()
}

/// House spellings that go on from what was typed; those who appear most in the articles first.
pub fn actors(text: &str, span: Span, registry: &Registry, corpus: &Corpus, texts: &Texts) -> Vec<Proposal> {
    let Some(before) = text.get(..span.end as usize) else { return Vec::new() };
    // A name may have begun words before: Kim Jong U.
    let mut starts = vec![span.start as usize];
    while starts.len() < MOST_WORDS {
        let Some(first) = starts.last().and_then(|n| before.get(..*n)) else { break };
        let Some(gap) = first.strip_suffix(' ') else { break };
        let word = gap.trim_end_matches(is_of_name);
        if word.len() == gap.len() {
            break;
        }
        starts.push(word.len());
    }
    let mut out: Vec<(bool, u32, Proposal)> = Vec::new();
    for actor in registry.actors() {
        // The longest beginning that fits, so that nothing of the name stands there twice.
        let from = starts.iter().rev().find(|&&n| {
            let typed = before.get(n..).unwrap_or_default();
            let short = typed.chars().filter(|c| c.is_alphabetic()).count() < LEAST_LETTERS;
            // Of a later word of the name only one word may have been typed.
            let inner = n == span.start as usize;
            !short && actor.names().any(|name| goes_on(name, typed, inner))
        });
        let Some(&from) = from else { continue };
        let typed = before.get(from..).unwrap_or_default();
        if typed == actor.name {
            continue;
        }
        let reference = crate::actors::ActorRef::Listed(actor.id.clone());
        let times = corpus.appearances(&reference).iter().map(|(_, a)| a.count).sum();
        // What goes on from its beginning comes before what has the word somewhere.
        let inside = !goes_on(&actor.name, typed, false);
        out.push((
            inside,
            times,
            Proposal {
                label: actor.name.clone(),
                detail: actor.description.clone().unwrap_or_else(|| texts.actor_kind(actor.kind).to_owned()),
                quote: None,
                span: Span::new(from, span.end as usize),
                text: actor.name.clone(),
                sort: Sort::Actor,
            },
        ));
    }
    out.sort_by(|(m, a, p), (n, b, q)| m.cmp(n).then(b.cmp(a)).then_with(|| p.label.cmp(&q.label)));
    out.into_iter().map(|(_, _, p)| p).take(MOST_ACTORS).collect()
}

/// Whether a name, or with `inner` one of its words, begins with what was typed, umlauts written in any way.
fn goes_on(name: &str, typed: &str, inner: bool) -> bool {
    let typed = fold(typed);
    let begins = |part: &str| fold(part).starts_with(&typed) || fold(&spelled_out(part)).starts_with(&typed);
    begins(name) || inner && name.split([' ', '-']).any(begins)
}

fn spelled_out(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'Ä' => out.push_str("Ae"),
            'Ö' => out.push_str("Oe"),
            'Ü' => out.push_str("Ue"),
            c => out.push(c),
        }
    }
    out
}

/// Figures that the sources give for what is counted at the cursor, in the draft's way of writing them.
pub fn figures(
    spot: &Spot<'_>,
    wanted: (Span, &str, &str),
    sources: (&Corpus, &Lexicon),
    without: Option<usize>,
    texts: &Texts,
) -> Vec<Proposal> {
    let (span, typed, after) = wanted;
    let (corpus, lexicon) = sources;
    let Some(claims) = spot.claims() else { return Vec::new() };
    let stated = Stated::of(spot.paragraph, &claims.claims, spot.number, spot.start, lexicon, &mut Cache::default());
    let Some(sentence) = spot.sentence_index().filter(|&n| n < stated.sentences.len()) else { return Vec::new() };
    let focus = stated.sentences[sentence].figures.iter().position(|f| f.core.touches(span.end) && !span.is_empty());
    let at = Some(span.start);
    let question = Question { stated: &stated, sentence, figure: focus, at, without };
    let found = trace::gather(corpus, &question);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let typed = digits(typed);
    let mut ranked: Vec<(f32, usize, Span, Figure)> = Vec::new();
    for (n, sentence, hit) in trace::lay(corpus, &question, &found) {
        if hit.explain.matter < LEAST_MATTER || hit.explain.counted == Some(false) {
            continue;
        }
        let source = found.get(n).and_then(|f| f.stated.sentences.get(sentence));
        let figures: Vec<Figure> = match &hit.figure {
            Some(figure) => vec![figure.clone()],
            None => source.map(|s| s.figures.clone()).unwrap_or_default(),
        };
        let bonus = if hit.explain.counted == Some(true) { 0.2 } else { 0.0 };
        ranked.extend(figures.into_iter().map(|f| (hit.explain.matter + bonus, hit.entry, hit.span, f)));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let lang = spot.paragraph.lang();
    let mut out: Vec<Proposal> = Vec::new();
    for (_, entry, place, figure) in ranked {
        let Some(text) = written(&figure, lang, after, texts) else { continue };
        let Some(known) = corpus.entries().get(entry) else { continue };
        if !digits(&text).starts_with(&typed) || out.iter().any(|p| p.text == text) {
            continue;
        }
        out.push(Proposal {
            label: text.clone(),
            detail: format!("{} · {}", normal::in_words(&figure, None, texts), short(known, texts)),
            quote: Some((entry, place)),
            span,
            text,
            sort: Sort::Figure,
        });
        if out.len() == MOST_FIGURES {
            break;
        }
    }
    out
}

/// A source's number as the draft's language writes it, with its unit unless that follows already.
fn written(figure: &Figure, lang: Lang, after: &str, texts: &Texts) -> Option<String> {
    let Value::Number { lo, hi } = &figure.value else { return None };
    if figure.kind == Kind::Rank || figure.bound == Bound::Vague {
        return None;
    }
    let words = wording(lang);
    let number = match (lo, hi) {
        (Some(lo), Some(hi)) if lo != hi => {
            format!("{}–{}", say::number(*lo, words, true), say::number(*hi, words, true))
        }
        (Some(one), _) | (None, Some(one)) => say::number(*one, words, true),
        (None, None) => return None,
    };
    let follows = after.trim_start().starts_with(|c: char| c.is_alphabetic() || "%€$£".contains(c));
    Some(match figure.unit.as_deref() {
        Some(_) if follows => number,
        Some("%") if lang == Lang::En => format!("{number}%"),
        Some(unit) => format!("{number} {}", texts.unit(unit, *lo == Some(rust_decimal::Decimal::ONE))),
        None => number,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_bar(text: &str) -> Option<Wanted> {
        let at = text.find('|').expect("a cursor");
        wanted(&text.replace('|', ""), at as u32)
    }

    fn cut(text: &str) -> String {
        let span = match at_bar(text).unwrap_or_else(|| panic!("{text}")) {
            Wanted::Work { span, .. }
            | Wanted::Paragraph { span, .. }
            | Wanted::Number { span }
            | Wanted::Word { span } => span,
        };
        text.replace('|', "")[span.range()].to_owned()
    }

    #[test]
    fn what_stands_before_the_cursor_decides() {
        for (text, typed) in [
            ("Öl \u{1F6E2} floss [@|", "@"),
            ("Öl floss [vgl. @öl-b|]", "@öl-b"),
            ("Öl floss [@a, p. 2; @b|", "@b"),
            ("Öl floss [@a, p. |]", ""),
            ("Öl floss [@a, Abs. 1|2]", "1"),
            ("Es waren 12.|", "12."),
            ("Es waren |", ""),
            ("Die Gemeinde Süd|", "Süd"),
            ("Die Nord-Ost|", "Nord-Ost"),
        ] {
            assert_eq!(cut(text), typed, "{text}");
        }
        let is_open = |text| match at_bar(text) {
            Some(Wanted::Work { open, .. } | Wanted::Paragraph { open, .. }) => open,
            other => panic!("{text}: {other:?}"),
        };
        assert!(is_open("x [@a|"));
        assert!(is_open("x [@a| y [@b]"));
        assert!(!is_open("x [@a|] y"));
        assert_eq!(at_bar("[@a, p. 2] u. a.|"), None);
        assert_eq!(at_bar("|"), None);
    }

    #[test]
    fn umlauts_are_typed_in_any_way() {
        for typed in ["Süd", "Sud", "Sued", "süd", "Brück", "bruck", "BRUECK"] {
            assert!(goes_on("Süderhaven Brückenamt", typed, true), "{typed}");
        }
        assert!(goes_on("Süderhaven Brückenamt", "Süderhaven Br", false));
        assert!(!goes_on("Süderhaven Brückenamt", "Br", false));
        assert!(!goes_on("Süderhaven", "haven", true));
    }
}
