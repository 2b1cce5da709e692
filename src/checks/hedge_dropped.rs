//! `hedge-dropped`: the sources only say it may be so, or deny it; the draft states it as fact.

use crate::claims::{Certainty, Polarity, Voice};
use crate::lang::Lang;
use crate::lang::wording::wording;
use crate::text::Span;

use rustc_hash::FxHashSet;

use crate::corpus::statement::Sentence;
use crate::figures::Kind;
use crate::lang::lexicon::Key;

use super::doc::{Article, Example};
use super::message::Put;
use super::reading::{Match, Reading};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// Least matter at which a source that denies a sentence speaks of the same thing.
const DENIED: f32 = 0.75;

/// See the module.
pub struct HedgeDropped;

impl Check for HedgeDropped {
    fn code(&self) -> &'static str {
        "hedge-dropped"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "stromausfall-ursache",
            publisher: "Inselkurier",
            date: "2024-08-20",
            text: "Ein Marder hat am Sonntag vermutlich den Stromausfall auf der Insel Langeneß ausgelöst.",
        };
        const PIER: Article = Article {
            id: "steg-neubau",
            publisher: "Seeblatt",
            date: "2024-04-04",
            text: "Der Neubau des Stegs in Hödingen wird voraussichtlich 48 Millionen Euro kosten.\n\nDer Umbau der Schleuse in Rönnau wird möglicherweise 17 Millionen Euro kosten.",
        };
        Doc {
            what: "The sources only say that it may be so, or deny it; the draft states it as fact.",
            why: "`Vermutlich` is lost in the second retelling. Another word for the same doubt, indirect speech, conditions, questions and plans are no finding, and neither is a hedge that only some sources have.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Ein Marder hat am Sonntag den Stromausfall auf der Insel Langeneß ausgelöst.",
                    finds: Some("Ein Marder hat am Sonntag den Stromausfall auf der Insel Langeneß ausgelöst."),
                    says: "sources only say that it is probably so",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Wahrscheinlich war es ein Marder, der am Sonntag den Stromausfall auf der Insel Langeneß auslöste.",
                    ..Example::NONE
                },
                Example {
                    sources: &[PIER],
                    draft: "Der Umbau der Schleuse in Rönnau wird 17 Millionen Euro kosten.",
                    finds: Some("Der Umbau der Schleuse in Rönnau wird 17 Millionen Euro kosten."),
                    says: "sources only say that it may be so",
                    ..Example::NONE
                },
                Example {
                    sources: &[PIER],
                    draft: "Der Neubau des Stegs in Hödingen wird 48 Millionen Euro kosten.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for on in &reading.claims {
                let Some(ours) = on.claim.and_then(|n| sentence.claims.get(n)) else { continue };
                let plain = ours.certainty == Certainty::Certain && !ours.question && !ours.condition;
                // Somebody's own words are as sure as he made them.
                if !plain || ours.attribution.voice == Voice::Quoted || local.quoted(on.span) {
                    continue;
                }
                let Some(saying) = local.said_by(reading, on) else { continue };
                let claims: Vec<_> = saying.iter().filter_map(|m| Some((*m, reading.claim(m)?))).collect();
                let hedged = claims.iter().all(|(m, c)| {
                    let hedged = c.certainty != Certainty::Certain && !c.question;
                    hedged && all_hedged(reading, m, sentence) && !announced(local, reading, m)
                });
                // A source that states the figure for certain, even if less surely of the same matter, is enough to keep quiet.
                let firmly = |m: &Match| {
                    reading.claim(m).is_some_and(|c| {
                        c.certainty == Certainty::Certain
                            && c.polarity == Polarity::Affirmed
                            && !c.question
                            && !c.condition
                    })
                };
                let stated = sentence.figures.iter().zip(&reading.figures).any(|(figure, found)| {
                    on.span.contains(figure.core) && figure.kind != Kind::Date && found.stating.iter().any(firmly)
                });
                let hedged = hedged && !stated;
                let denied = claims.iter().all(|(m, c)| {
                    c.polarity == Polarity::Denied
                        && ours.polarity == Polarity::Affirmed
                        && !c.question
                        && m.hit.figure.is_none()
                        && m.hit.explain.matter >= DENIED
                });
                let Some((first, claim)) = claims.first().filter(|_| hedged || denied) else { continue };
                // Who says what will be may mean a plan, which is as sure as a likely one.
                if ours.plan && hedged && (claim.certainty == Certainty::Probable || ours.figures.is_empty()) {
                    continue;
                }
                // `How much it will be is open: …`: the sentence has its hedge, in another clause.
                if sentence.claims.iter().any(|c| c.certainty != Certainty::Certain) {
                    continue;
                }
                let put = match (hedged, claim.certainty) {
                    (true, Certainty::Probable) => Put::Probable,
                    (true, Certainty::Unknown) => Put::Open,
                    (true, _) => Put::Possible,
                    (false, _) => Put::Denied,
                };
                let words = wording(local.stated.lang);
                let hedge = if claim.certainty == Certainty::Probable { words.probably } else { words.possibly };
                let fix = hedged.then(|| insertion(local, on.span, sentence, hedge)).flatten();
                out.push(Draft {
                    span: on.span,
                    message: Message::LessSure { put, at: say::evidence(local, reading, first).label },
                    evidence: say::evidences(local, reading, claims.iter().map(|(m, _)| *m)),
                    fixes: fix.into_iter().collect(),
                });
                break;
            }
        }
    }
}

/// Whether no clause of the source's sentence says for certain what the draft's sentence says; with a figure, its own clause
/// decides.
fn all_hedged(reading: &Reading, m: &Match, draft: &Sentence) -> bool {
    if m.hit.figure.is_some() {
        return true;
    }
    let source = reading.source(m);
    let keys: FxHashSet<Key> =
        draft.words.iter().flat_map(|w| w.units.iter().flat_map(|u| u.keys.iter().copied())).collect();
    let shares = |span: Span| {
        let words = source.words.iter().filter(|w| span.contains(w.span));
        words.flat_map(|w| &w.units).any(|u| u.keys.iter().any(|k| keys.contains(k)))
    };
    source.claims.iter().all(|c| c.certainty != Certainty::Certain || !shares(c.span))
}

/// Whether the source's hedge stands before a colon, which sets what follows apart: `Das gelingt offenbar: Man einigte sich.`
fn announced(local: &Local<'_>, reading: &Reading, m: &Match) -> bool {
    let Some(claim) = reading.claim(m) else { return false };
    let Some(cue) = claim.certainty_cue else { return false };
    let text = (local.inputs.read)(m.hit.entry);
    let rest = text.as_deref().and_then(|t| t.get(cue.end as usize..claim.span.end.max(cue.end) as usize));
    rest.is_some_and(|rest| rest.contains(": "))
}

/// Where a hedge can be put without touching the order of words: before a figure in German, at the front in English.
fn insertion(
    local: &Local<'_>,
    span: Span,
    sentence: &crate::corpus::statement::Sentence,
    hedge: &str,
) -> Option<super::Fix> {
    if local.stated.lang == Lang::De {
        let figure = sentence.figures.iter().find(|f| span.contains(f.span) && f.span.start > span.start)?;
        let at = Span { start: figure.span.start, end: figure.span.start };
        return Some(say::replace(at, format!("{hedge} "), false));
    }
    let first = local.words(span).chars().next()?;
    let named = sentence.mentions.iter().any(|m| m.span.start == span.start);
    let mut hedge = hedge.to_owned();
    if let Some(head) = hedge.get(..1).map(str::to_uppercase) {
        hedge.replace_range(..1, &head);
    }
    let at = Span { start: span.start, end: span.start + if named { 0 } else { first.len_utf8() as u32 } };
    let first = if named { String::new() } else { first.to_lowercase().collect() };
    Some(say::replace(at, format!("{hedge}, {first}"), false))
}
