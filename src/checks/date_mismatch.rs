//! `date-mismatch`: the sources date the event differently.

use crate::figures::{self, Kind};

use super::doc::{Article, Example};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// See the module.
pub struct DateMismatch;

impl Check for DateMismatch {
    fn code(&self) -> &'static str {
        "date-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "museum-wiedereroeffnung",
            publisher: "Stadtanzeiger",
            date: "2024-04-02",
            text: "Das Bergbaumuseum in Lauenthal wurde am 17. März 2024 nach sechs Jahren Umbau wieder eröffnet.",
        };
        const CLOSED: Article = Article {
            id: "mine-closed",
            publisher: "Kelby Crier",
            date: "2024-05-02",
            text: "The mining museum in Kelby was closed for rebuilding from 17 March to 30 April 2024.",
        };
        Doc {
            what: "The sources date the same event differently.",
            why: "Dates slip when notes are copied. A coarser date (`im März 2024`) agrees with a finer one; a day that only the day of writing tells (`gestern`, `on Tuesday`) is not checked; a date that any source gives for the matter is never found fault with.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Am 27. März 2024 wurde das Bergbaumuseum in Lauenthal nach sechs Jahren Umbau wieder eröffnet.",
                    finds: Some("27. März 2024"),
                    says: "sources say 17 Mar 2024",
                    fixed: Some(
                        "Am 17. März 2024 wurde das Bergbaumuseum in Lauenthal nach sechs Jahren Umbau wieder eröffnet.",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Das Bergbaumuseum in Lauenthal wurde im Mai nach sechs Jahren Umbau wieder eröffnet.",
                    finds: Some("Mai"),
                    says: "sources say 17 Mar 2024",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Das Bergbaumuseum in Lauenthal wurde am Sonntag nach sechs Jahren Umbau wieder eröffnet.",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Seit März 2024 ist das Bergbaumuseum in Lauenthal wieder eröffnet.",
                    ..Example::NONE
                },
                Example {
                    sources: &[CLOSED],
                    draft: "The mining museum in Kelby was closed for rebuilding on 2 March.",
                    finds: Some("2 March"),
                    says: "sources say 17 Mar 2024 to 30 Apr 2024",
                    ..Example::NONE
                },
                Example {
                    sources: &[CLOSED],
                    draft: "The mining museum in Kelby was closed for rebuilding on 17 March.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for (n, (figure, on)) in sentence.figures.iter().zip(&reading.figures).enumerate() {
                // When somebody said it is not when it was.
                if sentence.claims.iter().any(|c| c.said == Some(n as u32)) {
                    continue;
                }
                if figure.kind != Kind::Date || on.somewhere || !local.asserts(sentence, figure.core) {
                    continue;
                }
                // The sources cannot know what day it was when the draft was written.
                if figures::is_relative(local.words(figure.core), local.stated.lang) {
                    continue;
                }
                let others: Vec<_> = on.contradicting.iter().collect();
                let Some(first) = local.strongest(&others) else { continue };
                let Some(theirs) = &first.hit.figure else { continue };
                // `August's flood` dates the flood, whatever the sentence says of it.
                let text = (local.inputs.read)(first.hit.entry);
                let behind = text.as_deref().and_then(|t| t.get(theirs.core.end as usize..)).unwrap_or_default();
                if behind.starts_with("'s ") || behind.starts_with("’s ") {
                    continue;
                }
                out.push(Draft {
                    span: figure.core,
                    message: Message::OtherValue {
                        theirs: theirs.into(),
                        at: say::evidence(local, reading, first).label,
                        ours: say::short(local.words(figure.core)),
                    },
                    evidence: say::evidences(local, reading, std::iter::once(first).chain(others.iter().copied())),
                    fixes: say::rewrite(local, figure, theirs)
                        .map(|edit| say::replace(edit.span, edit.text, others.len() == 1))
                        .into_iter()
                        .collect(),
                });
            }
        }
    }
}
