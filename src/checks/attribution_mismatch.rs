//! `attribution-mismatch`: the draft names another speaker than any source.

use crate::claims::Voice;
use crate::text::prose::BlockKind;

use super::doc::{Article, Example};
use super::quotations::{OtherVoice, other_voice, quotations};
use super::reading::same_speaker;
use super::{Check, Doc, Draft, Label, Local, Message, Severity, say};

const ACTORS: &str = "[[actor]]\nid = \"pro-bahn\"\nname = \"Pro Bahn\"\nkind = \"organisation\"\n\n[[actor]]\nid = \"uba\"\nname = \"Umweltbundesamt\"\nkind = \"organisation\"\n";

const PEOPLE: &str = "[[actor]]\nid = \"grit-moehring\"\nname = \"Grit Möhring\"\nkind = \"person\"\n\n[[actor]]\nid = \"ute-voss\"\nname = \"Ute Voß\"\nkind = \"person\"\n";

/// See the module.
pub struct AttributionMismatch;

impl Check for AttributionMismatch {
    fn code(&self) -> &'static str {
        "attribution-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "bahn-puenktlichkeit",
            publisher: "Schienenblatt",
            date: "2024-01-30",
            text: "Nach Berechnungen des Fahrgastverbands Pro Bahn kamen 2023 nur 62 Prozent der Fernzüge pünktlich an.",
        };
        const INTERVIEW: Article = Article {
            id: "klaerwerk-gespraech",
            publisher: "Auenbote",
            date: "2024-05-14",
            text: "Das Klärwerk in Ölbach wird umgebaut. Ein Gespräch mit der Leiterin Grit Möhring.\n\n*Frau Möhring, wohin mit dem Klärschlamm?* Den Klärschlamm trocknen wir seit Januar in einer Halle mit 38 Öfen.",
        };
        const SAID: Article = Article {
            id: "moor-birken",
            publisher: "Auenbote",
            date: "2024-08-08",
            text: "„Im Moor pflanzen wir keine Birken mehr, sie trinken es leer“, sagte Grit Möhring.",
        };
        Doc {
            what: "The draft names another speaker than any source does.",
            why: "A statement put into the wrong mouth is a correction in tomorrow's paper. A person and the organisation they speak for may stand for each other, and so may a medium and what it published. In an interview whose questions stand in emphasis, whoever is addressed says the answers. Quoted words are looked up word for word, whatever else the sentence says.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "Nach Berechnungen des Umweltbundesamts kamen 2023 nur 62 Prozent der Fernzüge pünktlich an.",
                    finds: Some("Umweltbundesamts"),
                    says: "Pro Bahn says so",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "2023 kamen laut Pro Bahn nur 62 Prozent der Fernzüge pünktlich an.",
                    ..Example::NONE
                },
                Example {
                    sources: &[SAID],
                    actors: PEOPLE,
                    draft: "Beim Erntefest in Nordhorn sagte Ute Voß: „Im Moor pflanzen wir keine Birken mehr […]!“",
                    finds: Some("Ute Voß"),
                    says: "Grit Möhring says so",
                    ..Example::NONE
                },
                Example {
                    sources: &[INTERVIEW],
                    actors: PEOPLE,
                    draft: "Laut Ute Voß wird der Klärschlamm seit Januar in einer Halle mit 38 Öfen getrocknet.",
                    finds: Some("Ute Voß"),
                    says: "Grit Möhring says so",
                    ..Example::NONE
                },
                Example {
                    sources: &[INTERVIEW],
                    actors: PEOPLE,
                    draft: "Laut Grit Möhring wird der Klärschlamm seit Januar in einer Halle mit 38 Öfen getrocknet.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        // Whoever's very words they are, they are nobody else's.
        for quotation in quotations(local) {
            let Some(OtherVoice { ours, theirs, evidence }) = other_voice(local, &quotation) else { continue };
            let Some(first) = evidence.first() else { continue };
            let Label::Statement { publisher, date, paragraph, .. } = first.label.clone() else { continue };
            out.push(Draft {
                span: ours.span,
                message: Message::OtherSpeaker {
                    theirs: say::short(&local.speaker_name(&theirs)),
                    at: Label::Statement { speaker: None, publisher, date, paragraph },
                    ours: say::short(&local.speaker_name(&ours)),
                },
                evidence: super::distinct(evidence),
                fixes: vec![super::Fix {
                    preferred: false,
                    ..say::replace(ours.span, local.speaker_name(&theirs), false)
                }],
            });
        }
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for on in &reading.claims {
                let Some(ours) = on.claim.and_then(|n| sentence.claims.get(n)) else { continue };
                let Some(speaker) = ours.attribution.speaker.as_ref().filter(|s| !s.text.trim().is_empty()) else {
                    continue;
                };
                // Who asks says nothing, and neither does who only supposes.
                if ours.question || ours.condition && !ours.proviso {
                    continue;
                }
                if !matches!(ours.attribution.voice, Voice::Reported | Voice::Quoted) || speaker.span.is_empty() {
                    continue;
                }
                if local.paragraph.block.kind == BlockKind::Table || !local.has_name(speaker, sentence) {
                    continue;
                }
                let Some(saying) = local.said_by(reading, on) else { continue };
                let claims: Vec<_> = saying.iter().filter_map(|m| Some((*m, reading.claim(m)?))).collect();
                let speakers: Vec<_> =
                    claims.iter().filter_map(|(m, _)| local.speaker_of(reading, m, sentence)).collect();
                let others = claims.iter().all(|(m, c)| {
                    // A text of those whom another one quotes needs no speaker.
                    let own = || speakers.iter().find(|s| local.is_of(m, s)).cloned();
                    local.speaker_of(reading, m, sentence).or_else(own).is_some_and(|s| {
                        !s.text.trim().is_empty()
                            && !same_speaker(&s, speaker)
                            && !sentence.mentions.iter().any(|d| s.actor.as_ref() == Some(&d.actor))
                            && !c.attribution.chain.iter().any(|s| same_speaker(s, speaker))
                            && !ours.attribution.chain.iter().any(|o| same_speaker(&s, o))
                    }) && !local.is_of(m, speaker)
                        && !local.near_speaker(reading, m, speaker)
                });
                let Some((first, _)) = claims.first().filter(|_| others) else { continue };
                let Some(theirs) = local.speaker_of(reading, first, sentence) else { continue };
                out.push(Draft {
                    span: speaker.span,
                    message: Message::OtherSpeaker {
                        theirs: say::short(&local.speaker_name(&theirs)),
                        at: say::label(local.inputs.corpus, first.hit.entry, first.hit.paragraph, None),
                        ours: say::short(&local.speaker_name(speaker)),
                    },
                    evidence: say::evidences(local, reading, claims.iter().map(|(m, _)| *m)),
                    fixes: vec![super::Fix {
                        preferred: false,
                        ..say::replace(speaker.span, local.speaker_name(&theirs), false)
                    }],
                });
                break;
            }
        }
    }
}
