//! `scale-mismatch`: the digits agree, the magnitude does not.

use crate::trace::Values;

use super::doc::{Article, Example};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// See the module.
pub struct ScaleMismatch;

impl Check for ScaleMismatch {
    fn code(&self) -> &'static str {
        "scale-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "tunnel-haushalt",
            publisher: "Alpenpost",
            date: "2024-05-13",
            text: "Der Bau des Karwendeltunnels kostet den Bund 4,2 Milliarden Euro.",
        };
        Doc {
            what: "The digits agree with the sources, the magnitude does not.",
            why: "German Milliarde is English billion, German Billion is English trillion, `Mio.` and `Mrd.` differ by two letters, and a point is not a comma: the slip is a thousandfold and easily overlooked, because the digits look right.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Der Bau des Karwendeltunnels kostet den Bund 4,2 Millionen Euro.",
                    finds: Some("4,2 Millionen Euro"),
                    says: "sources say €4.2 billion",
                    fixed: Some("Der Bau des Karwendeltunnels kostet den Bund 4,2 Milliarden Euro."),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Building the Karwendeltunnel costs the federal government €4.2bn.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for (figure, on) in sentence.figures.iter().zip(&reading.figures) {
                if on.somewhere || !local.asserts(sentence, figure.core) {
                    continue;
                }
                let others: Vec<_> =
                    on.contradicting.iter().filter(|m| m.hit.explain.values == Values::OtherScale).collect();
                let Some(first) = others.first().copied() else { continue };
                let Some(theirs) = &first.hit.figure else { continue };
                out.push(Draft {
                    span: figure.span,
                    message: Message::OtherMagnitude {
                        theirs: theirs.into(),
                        at: say::evidence(local, reading, first).label,
                        ours: say::short(local.words(figure.span)),
                    },
                    evidence: say::evidences(local, reading, others.iter().copied()),
                    fixes: say::rewrite(local, figure, theirs)
                        .map(|edit| say::replace(edit.span, edit.text, true))
                        .into_iter()
                        .collect(),
                });
            }
        }
    }
}
