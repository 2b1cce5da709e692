//! `citation-not-first`: an earlier paragraph made the claim.

use crate::figures::Kind;
use crate::trace;

use super::doc::{Article, Example};
use super::local::quotes;
use super::reading::Match;
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// Least matter of an earlier statement: it has to be the claim, not something like it.
const LEAST: f32 = 0.45;
/// The same as a share of the matter of what is cited; where both state a value, that proves the rest.
const NEAR: f32 = 0.85;

/// Least [`trace::specificity`] of a value, and least matter and actors beside it, that prove the claim without many words.
const TELLING: f32 = 0.5;
const LEAST_TELLING: f32 = 0.42;
const NAMED: f32 = 0.6;

/// See the module.
pub struct CitationNotFirst;

impl Check for CitationNotFirst {
    fn code(&self) -> &'static str {
        "citation-not-first"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn doc(&self) -> Doc {
        const SOURCES: [Article; 2] = [
            Article {
                id: "bruecke-erste-meldung",
                publisher: "Flussbote",
                date: "2024-03-02",
                text: "Die Weidenbrücke in Ostheim ist seit Freitag für Lastwagen über 3,5 Tonnen gesperrt.",
            },
            Article {
                id: "bruecke-rueckblick",
                publisher: "Umlandzeitung",
                date: "2024-09-12",
                text: "Die Weidenbrücke in Ostheim ist weiterhin für Lastwagen über 3,5 Tonnen gesperrt.",
            },
        ];
        Doc {
            what: "An earlier paragraph than the cited one made the claim.",
            why: "A claim is best tied to where it was first made; later texts may only repeat it.",
            examples: &[
                Example {
                    sources: &SOURCES,
                    draft: "Die Weidenbrücke in Ostheim ist für Lastwagen über 3,5 Tonnen gesperrt [@bruecke-rueckblick, p. 1].",
                    finds: Some("@bruecke-rueckblick, p. 1"),
                    says: "first made by",
                    fixed: Some(
                        "Die Weidenbrücke in Ostheim ist für Lastwagen über 3,5 Tonnen gesperrt [@bruecke-erste-meldung, p. 1].",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &SOURCES,
                    draft: "Die Weidenbrücke in Ostheim ist für Lastwagen über 3,5 Tonnen gesperrt [@bruecke-erste-meldung, p. 1].",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        let corpus = local.inputs.corpus;
        let citations = local.citations();
        for cited in &citations {
            let Some(entry) = corpus.index_of(&cited.id) else { continue };
            let Some(paragraph) = cited.locator.map(|l| l.0) else { continue };
            let Some((reading, support)) = local.support(cited, entry) else { continue };
            if !support.makes {
                continue;
            }
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            let mut made = local.makes(cited.sentence);
            // Whoever states the very value of the same actors before made the claim in however many words.
            let telling = |m: &&Match| {
                let explain = &m.hit.explain;
                let value =
                    m.hit.figure.as_ref().is_some_and(|f| f.kind != Kind::Date && trace::specificity(f) >= TELLING);
                let named = explain.actors.is_some_and(|a| a >= NAMED);
                value && named && explain.matter >= LEAST_TELLING && !explain.coarser
            };
            let order = |n: usize| corpus.entries().get(n).map(|e| e.order());
            made.extend(reading.figures.iter().flat_map(|f| &f.stating).filter(telling));
            made.sort_by_key(|m| order(m.hit.entry));
            let first = made.iter().copied().find(|m| {
                let explain = &m.hit.explain;
                let least = if m.hit.figure.is_some() { LEAST } else { LEAST.max(support.matter * NEAR) };
                (telling(m) || explain.matter >= least && explain.counted != Some(false))
                    // Who has not the words that are quoted was not the first to print them.
                    && (!support.quoted || quotes(sentence, &reading.paragraph(m).stated))
            });
            let Some(first) = first else { continue };
            // An article without a date is never the first; a paragraph of the same article is as good.
            let earlier = first.hit.entry != entry && order(first.hit.entry).map(|o| o.0) < order(entry).map(|o| o.0)
                || first.hit.entry == entry && first.hit.paragraph < paragraph && support.with_figure;
            let Some(known) = corpus.entries().get(first.hit.entry).filter(|_| earlier) else { continue };
            let cited_too = citations.iter().any(|c| c.sentence == cited.sentence && c.id == known.article.id);
            if cited_too {
                continue;
            }
            out.push(Draft {
                span: cited.span,
                message: Message::FirstMade { by: say::evidence(local, reading, first).label },
                evidence: say::evidences(local, reading, [first]),
                fixes: vec![say::replace(
                    cited.span,
                    format!("@{}, p. {}", known.article.id, first.hit.paragraph),
                    true,
                )],
            });
        }
    }
}
