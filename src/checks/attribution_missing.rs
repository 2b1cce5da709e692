//! `attribution-missing`: the sources only report that somebody says so, the draft says it in its own voice.

use crate::claims::{Certainty, Part, Voice};
use crate::corpus::statement::Sentence;
use crate::figures::Kind;
use crate::lang::wording::wording;
use crate::text::Span;
use crate::text::prose::BlockKind;

use super::doc::{Article, Example};
use super::reading::{Match, OnClaim, Reading};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// Least matter of a source that has no figure to prove that it says the same.
const PROVEN: f32 = 0.78;

/// Least matter, or share of the draft's actors, of a source whose speaker has no name.
const SURE: f32 = 0.6;

const ACTORS: &str = "[[actor]]\nid = \"ig-metall\"\nname = \"IG Metall\"\nkind = \"organisation\"\n";

/// See the module.
pub struct AttributionMissing;

impl AttributionMissing {
    /// Whether the draft states as a fact a figure that nobody gives in his own voice.
    fn must_name_role(&self, reading: &Reading, on: &OnClaim, sentence: &Sentence) -> bool {
        let certain = sentence.claims.iter().all(|c| c.certainty == Certainty::Certain);
        let here = |n: usize| sentence.figures.get(n).is_some_and(|f| on.span.contains(f.core) && f.kind != Kind::Date);
        let mut figures = reading.figures.iter().enumerate().filter(|(n, _)| here(*n)).map(|(_, f)| f).peekable();
        let own = |m: &Match| reading.claim(m).is_some_and(|c| c.attribution.voice == Voice::Own);
        certain && figures.peek().is_some() && !figures.any(|f| f.stating.iter().any(own))
    }
}

impl Check for AttributionMissing {
    fn code(&self) -> &'static str {
        "attribution-missing"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "werft-auftraege",
            publisher: "Hansepost",
            date: "2024-03-11",
            text: "Nach Angaben der IG Metall hat die Werft in Warnow 230 Leiharbeiter nach Hause geschickt.",
        };
        const ROLE: Article = Article {
            id: "hafen-vereist",
            publisher: "Hansepost",
            date: "2024-01-19",
            text: "Im vereisten Hafen von Lübtow liegen nach Schätzung des Hafenmeisters 37 Kutter fest.",
        };
        Doc {
            what: "The sources only report that somebody says so; the draft says it in its own voice.",
            why: "Whose statement it is belongs to the statement. A citation names where it was read, not who vouches for it. Once a paragraph names the speaker, the sentences that go on need not.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "Die Werft in Warnow hat 230 Leiharbeiter nach Hause geschickt.",
                    finds: Some("Die Werft in Warnow hat 230 Leiharbeiter nach Hause geschickt."),
                    says: "only IG Metall says so",
                    fixed: Some("Die Werft in Warnow hat 230 Leiharbeiter nach Hause geschickt, laut IG Metall."),
                },
                Example {
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "Die Werft in Warnow hat laut IG Metall 230 Leiharbeiter nach Hause geschickt.",
                    ..Example::NONE
                },
                Example {
                    sources: &[ROLE],
                    draft: "Im vereisten Hafen von Lübtow liegen 37 Kutter fest.",
                    finds: Some("Im vereisten Hafen von Lübtow liegen 37 Kutter fest."),
                    says: "only Hafenmeister says so",
                    ..Example::NONE
                },
                Example {
                    sources: &[ROLE],
                    draft: "Im vereisten Hafen von Lübtow liegen 37 Kutter fest, wie der Hafenmeister schätzt.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            // A table names its sources in a column of its own.
            if local.paragraph.block.kind == BlockKind::Table || !local.own_voice(sentence) {
                continue;
            }
            for on in &reading.claims {
                let Some(saying) = local.said_by(reading, on) else { continue };
                let claims: Vec<_> = saying.iter().filter_map(|m| Some((*m, reading.claim(m)?))).collect();
                let reported = |v: Voice| matches!(v, Voice::Reported | Voice::Quoted);
                let all = claims.iter().all(|(m, c)| {
                    let somebody = |s| local.is_somebody(reading.source(m), s);
                    reported(c.attribution.voice) && c.attribution.speaker.as_ref().is_some_and(somebody)
                });
                // Who answers in an interview speaks for those whom the draft names.
                let answered = claims.iter().any(|(_, c)| {
                    c.attribution.voice == Voice::Quoted
                        && c.attribution.speaker.as_ref().is_some_and(|s| s.span.is_empty())
                });
                let names_agent = sentence.claims.iter().any(|c| c.parts.contains(&Part::Agent));
                if answered && names_agent {
                    continue;
                }
                let proven = |m: &Match| m.hit.figure.is_some() || m.hit.explain.matter >= PROVEN;
                let all = all && claims.iter().all(|(m, _)| proven(m));
                let Some((first, claim)) = claims.first().filter(|_| all) else { continue };
                let Some(speaker) = &claim.attribution.speaker else { continue };
                // Who has no name is left out where the value is known from elsewhere, or is only supposed.
                let named = local.is_actor(reading.source(first), speaker);
                let explain = &first.hit.explain;
                let sure = explain.matter >= SURE || explain.actors.is_some_and(|a| a >= SURE);
                let must = named || sure && self.must_name_role(reading, on, sentence);
                if !must {
                    continue;
                }
                if speaker.text.trim().is_empty() || local.names(speaker) || local.is_of(first, speaker) {
                    continue;
                }
                let end = local.end_of(on.span);
                let words = wording(local.stated.lang);
                let mut sources: Vec<&Match> = vec![first];
                sources.extend(claims.iter().skip(1).map(|(m, _)| *m));
                out.push(Draft {
                    span: on.span,
                    message: Message::OnlySaid {
                        by: say::short(&local.speaker_name(speaker)),
                        at: say::label(local.inputs.corpus, first.hit.entry, first.hit.paragraph, None),
                    },
                    evidence: say::evidences(local, reading, sources),
                    fixes: vec![say::replace(
                        Span { start: end, end },
                        format!(", {} {}", words.according_to, local.speaker_name(speaker)),
                        false,
                    )],
                });
                break;
            }
        }
    }
}
