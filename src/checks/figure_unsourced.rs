//! `figure-unsourced`: the sources cover the matter, but nobody states this figure.

use rust_decimal::Decimal;

use crate::actors::{self, Mention};
use crate::corpus::statement::Sentence;
use crate::figures::{self, Bound, Figure, Kind, Value};
use crate::text::Span;

use super::doc::{Article, Example};
use super::message::About;
use super::reading::{Match, OnFigure, Reading};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// Least matter of the nearest statement at which the sources cover what a sentence is about; less is enough where they know
/// all of its actors.
const COVERED: (f32, f32) = (0.75, 0.55);
const COVERED_WITH_ACTORS: (f32, f32) = (0.42, 0.15);
/// Least share of the draft's actors that counts as naming them.
const NAMED: f32 = 0.6;
/// The same for people and organisations, whom it is enough that an article names anywhere.
const KNOWN: f32 = 0.3;
/// Least matter of a source that states another figure of the sentence.
const STATED: f32 = 0.8;

/// See the module.
pub struct FigureUnsourced;

impl Check for FigureUnsourced {
    fn code(&self) -> &'static str {
        "figure-unsourced"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "klinik-neubau",
            publisher: "Gesundheitsrundschau",
            date: "2024-01-22",
            text: "Der Neubau des Klinikums Birkenfeld wird teurer als geplant. Die Betten im Klinikum Birkenfeld reichen nach Angaben der Leitung schon heute nicht aus.",
        };
        const DAIRY: Article = Article {
            id: "kaesekeller",
            publisher: "Milchblatt",
            date: "2024-04-04",
            text: "Die Molkerei in Süderlügum hat einen neuen Käsekeller eröffnet. Geschäftsführer Hauke Brömmel will dort Bergkäse reifen lassen.",
        };
        const BUSES: Article = Article {
            id: "busse-dornum",
            publisher: "Verkehrsblatt",
            date: "2024-09-09",
            text: "Die Fähre nach Baltrum legt künftig auch am Abend ab.",
        };
        Doc {
            what: "The sources cover the matter, but nobody states this figure.",
            why: "A figure without a source is the one an editor has to look up. It is only reported where the sources speak of the same matter or the draft cites a work; about anything else they cannot be expected to know. Dates, lengths of time, ranks and small counts are left alone.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Der Neubau des Klinikums Birkenfeld wird mit 86 Millionen Euro teurer als geplant.",
                    finds: Some("86 Millionen Euro"),
                    says: "no source states",
                    ..Example::NONE
                },
                Example {
                    sources: &[DAIRY],
                    actors: "[[actor]]\nid = \"hauke-broemmel\"\nname = \"Hauke Brömmel\"\nkind = \"person\"\n",
                    draft: "Hauke Brömmel verkaufte 5.400 Laibe.",
                    finds: Some("5.400 Laibe"),
                    says: "no source states 5.400 Laibe; the nearest speaks of who is named here",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Die Regionalbahn befördert jeden Tag 4.700 Fahrgäste.",
                    ..Example::NONE
                },
                Example {
                    sources: &[BUSES],
                    draft: "In Dornum fahren 34 Busse mit Strom [@busse-dornum, Abs. 1].",
                    finds: Some("34 Busse"),
                    says: "though one is cited",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        let citations = local.citations();
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            let near: Vec<_> = reading.claims.iter().flat_map(|c| &c.near).collect();
            let best = near.iter().max_by(|a, b| a.hit.explain.matter.total_cmp(&b.hit.explain.matter));
            let Some(best) = best else { continue };
            let explain = &best.hit.explain;
            // Words alone must be many of the draft's, and stand together; with the actors fewer will do.
            let named = explain.actors.is_some_and(|a| a >= NAMED);
            let (matter, own) = if named { COVERED_WITH_ACTORS } else { COVERED };
            // What somebody whom the sources tell of has, spent or counted should be told there too.
            let somebody = |m: &Mention| matches!(m.kind, actors::Kind::Person | actors::Kind::Organisation);
            let known = explain.actors.is_some_and(|a| a >= KNOWN) && sentence.mentions.iter().any(somebody);
            // Where a source states one of its figures, it should state the others.
            let stated = |on: &OnFigure| {
                let counts = |m: &Match| m.hit.figure.as_ref().is_some_and(|f| f.kind != Kind::Date);
                on.agreeing.iter().any(|m| m.hit.explain.matter >= STATED && counts(m))
            };
            let covered = explain.matter >= matter && explain.own >= own || reading.figures.iter().any(stated);
            // Whoever cites a work says that the figure is from somewhere.
            let works = || citations.iter().filter(|c| c.sentence == Some(reading.sentence));
            let cited = works().next().is_some();
            // A work that states the value somewhere is cited at the wrong place, which another check says.
            let elsewhere = |figure: &Figure| {
                let states = |s: &Sentence| s.figures.iter().any(|f| figures::compare(figure, f).agrees());
                works()
                    .filter_map(|c| local.inputs.corpus.index_of(&c.id))
                    .any(|n| local.inputs.corpus.stated(n).iter().any(|p| p.sentences.iter().any(states)))
            };
            if !known && !covered && !cited {
                continue;
            }
            for (figure, on) in sentence.figures.iter().zip(&reading.figures) {
                if on.somewhere
                    || is_half_of_ratio(local, sentence, figure)
                    || !on.contradicting.is_empty()
                    || !is_checkable(figure)
                    || !covered && !cited && (figure.kind == Kind::Rate || is_loose(figure))
                    || !named && !cited && figure.kind == Kind::Measure && !measured(reading, best, figure)
                {
                    continue;
                }
                if !local.asserts(sentence, figure.core) || local.quoted(figure.core) || elsewhere(figure) {
                    continue;
                }
                out.push(Draft {
                    span: figure.span,
                    message: Message::Unsourced {
                        ours: say::short(local.words(figure.span)),
                        about: match () {
                            () if covered => About::Matter,
                            () if known => About::Named,
                            () => About::Cited,
                        },
                        at: say::evidence(local, reading, best).label,
                    },
                    evidence: vec![say::evidence(local, reading, best)],
                    fixes: Vec::new(),
                });
            }
        }
    }
}

/// Whether a count does not say of what, so that the name beside it alone does not tell what it is about.
fn is_loose(figure: &Figure) -> bool {
    figure.kind == Kind::Count && figure.noun.is_none()
}

/// Whether the source's paragraph measures anything in the unit of the figure: else it speaks of something else.
fn measured(reading: &Reading, m: &Match, figure: &Figure) -> bool {
    reading.paragraph(m).outline.figures().iter().flat_map(|f| &f.all).any(|f| f.unit == figure.unit)
}

/// Whether a number is one half of a ratio: `split 55 to 45`, `im Verhältnis 3:1`.
fn is_half_of_ratio(local: &Local<'_>, sentence: &Sentence, figure: &Figure) -> bool {
    let bare = |f: &Figure| f.kind == Kind::Count && f.unit.is_none() && f.noun.is_none();
    bare(figure)
        && sentence.figures.iter().filter(|f| f.core != figure.core && bare(f)).any(|other| {
            let (a, b) = if other.core.end <= figure.core.start { (other, figure) } else { (figure, other) };
            let between = Span { start: a.core.end.min(b.core.start), end: b.core.start };
            matches!(local.words(between).trim(), ":" | "to" | "zu")
        })
}

/// Whether a figure is one that a text should have from somewhere.
fn is_checkable(figure: &Figure) -> bool {
    // A share in words may be the writer's own sum.
    if figure.bound == Bound::Vague || figure.coarse {
        return false;
    }
    let Value::Number { lo, hi } = &figure.value else { return false };
    let size = lo.or(*hi).unwrap_or_default().abs();
    match figure.kind {
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Rate => true,
        Kind::Count => size > Decimal::from(12),
        Kind::Rank | Kind::Date | Kind::Duration => false,
    }
}
