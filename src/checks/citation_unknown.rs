//! `citation-unknown`: there is no such article or paragraph.

use crate::text::Span;

use super::doc::{Article, Example};
use super::message::Offer;
use super::{Check, Doc, Draft, Evidence, Label, Local, Message, Severity, Source, say};

/// Least likeness of an id that is offered instead.
const LIKE: f64 = 0.5;

/// See the module.
pub struct CitationUnknown;

impl Check for CitationUnknown {
    fn code(&self) -> &'static str {
        "citation-unknown"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "moorschutz-bericht",
            publisher: "Torfblatt",
            date: "2024-02-14",
            text: "Im Teufelsmoor wurden 120 Hektar Moor wieder vernässt.",
        };
        Doc {
            what: "The citation names an article that does not exist, or a paragraph the article does not have.",
            why: "A reference that leads nowhere is worse than none. The article that makes the claim is offered, else the one with the nearest id.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Im Teufelsmoor wurden 120 Hektar Moor wieder vernässt [@moorschutz-berichte, p. 1].",
                    finds: Some("@moorschutz-berichte"),
                    says: "no article has the id “moorschutz-berichte”",
                    fixed: Some("Im Teufelsmoor wurden 120 Hektar Moor wieder vernässt [@moorschutz-bericht, p. 1]."),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Im Teufelsmoor wurden 120 Hektar Moor wieder vernässt [@moorschutz-bericht, p. 7].",
                    finds: Some("@moorschutz-bericht, p. 7"),
                    says: "has 1 paragraph",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Im Teufelsmoor wurden 120 Hektar Moor wieder vernässt [@moorschutz-bericht, p. 1].",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        let corpus = local.inputs.corpus;
        for cited in local.citations() {
            let made = local.makes(cited.sentence);
            let own = local.readings.iter().find(|r| Some(r.sentence) == cited.sentence);
            match corpus.index_of(&cited.id) {
                None => {
                    let like = |id: &str| strsim::normalized_damerau_levenshtein(&cited.id, id);
                    let nearest = corpus
                        .entries()
                        .iter()
                        .map(|e| (like(&e.article.id), e))
                        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.article.id.cmp(&a.1.article.id)));
                    let Some((likeness, nearest)) = nearest else { continue };
                    let first = made.first().copied();
                    let (id, paragraph) = match first.and_then(|m| Some((corpus.entries().get(m.hit.entry)?, m))) {
                        Some((entry, m)) if likeness < 0.8 || entry.article.id == nearest.article.id => {
                            (entry.article.id.clone(), Some(m.hit.paragraph))
                        }
                        _ if likeness >= LIKE => (nearest.article.id.clone(), None),
                        _ => (String::new(), None),
                    };
                    let evidence = match (first, own) {
                        (Some(m), Some(reading)) => vec![say::evidence(local, reading, m)],
                        _ => vec![article(nearest)],
                    };
                    let offer = match (id.is_empty(), paragraph) {
                        (true, _) => Offer::Nearest(nearest.article.id.clone()),
                        (false, Some(p)) => Offer::Made(id.clone(), p),
                        (false, None) => Offer::Nearest(id.clone()),
                    };
                    let fix = (!id.is_empty()).then(|| match paragraph {
                        Some(p) if cited.locator.is_some() => say::replace(cited.span, format!("@{id}, p. {p}"), false),
                        _ => say::replace(cited.key, format!("@{id}"), likeness >= 0.85),
                    });
                    out.push(Draft {
                        span: cited.key,
                        message: Message::NoArticle { id: cited.id.clone(), offer },
                        evidence,
                        fixes: fix.into_iter().collect(),
                    });
                }
                Some(entry) => {
                    let Some(entry) = corpus.entries().get(entry) else { continue };
                    let Some((_, last)) = cited.locator else { continue };
                    if last >= 1 && last <= entry.paragraphs {
                        continue;
                    }
                    let here = made
                        .iter()
                        .find(|m| corpus.entries().get(m.hit.entry).is_some_and(|e| e.article.id == entry.article.id));
                    let evidence = match (here, own) {
                        (Some(m), Some(reading)) => say::evidence(local, reading, m),
                        _ => article(entry),
                    };
                    out.push(Draft {
                        span: cited.span,
                        message: Message::NoParagraph {
                            id: entry.article.id.clone(),
                            has: entry.paragraphs,
                            cited: last,
                        },
                        evidence: vec![evidence],
                        fixes: here
                            .map(|m| say::replace(cited.span, format!("@{}, p. {}", cited.id, m.hit.paragraph), false))
                            .into_iter()
                            .collect(),
                    });
                }
            }
        }
    }
}

fn article(entry: &crate::corpus::index::Entry) -> Evidence {
    Evidence {
        source: Some(Source { path: entry.path.clone(), article: entry.article.id.clone(), paragraph: 1 }),
        span: Span { start: entry.article.body_start as u32, end: entry.article.body_start as u32 },
        label: Label::Article(entry.article.title.clone()),
    }
}
