//! `figure-mismatch`: the sources give another value for the same matter.

use crate::figures::{Kind, Value};
use crate::trace::Values;

use super::doc::{Article, Example};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

const PEOPLE: &str = "[[actor]]\nid = \"imke-hansen\"\nname = \"Imke Hansen\"\nkind = \"person\"\n\n[[actor]]\nid = \"joerg-lindqvist\"\nname = \"Jörg Lindqvist\"\nkind = \"person\"\n";

/// See the module.
pub struct FigureMismatch;

impl Check for FigureMismatch {
    fn code(&self) -> &'static str {
        "figure-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "hafen-bilanz",
            publisher: "Küstenbote",
            date: "2024-02-06",
            text: "Im Hafen von Norderwyk wurden im vergangenen Jahr 11.300 Container umgeschlagen, teilte die Hafengesellschaft mit.",
        };
        const FESTIVAL: Article = Article {
            id: "hafenfest-bilanz",
            publisher: "Küstenblatt",
            date: "2024-06-02",
            text: "Zum Hafenfest kamen am Wochenende 4.200 Besucher, sagte Organisatorin Imke Hansen.",
        };
        const BUSES: Article = Article {
            id: "elektrobusse-plan",
            publisher: "Verkehrsblatt",
            date: "2024-01-15",
            text: "Im Jahr 2030 sollen in Lindenau 40 Elektrobusse fahren, teilten die Verkehrsbetriebe mit.",
        };
        const KILN: Article = Article {
            id: "ziegelei-rundgang",
            publisher: "Töpferblatt",
            date: "2024-02-02",
            text: "In der Ziegelei in Möllensdorf stehen 38 Öfen.",
        };
        Doc {
            what: "The sources give another value for the same matter.",
            why: "A wrong figure is the mistake readers remember. Rounding, bounds, units, scales and other ways to write a number are understood first: `rund 11.000`, `mehr als 11.000` and `elftausend` agree with 11.300 or with each other as far as their writer is entitled to. A figure that any source states about the matter is never found fault with. A paragraph that names somebody is not held against an article that names none of them, and nothing is held against a count of other things.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Der Hafen von Norderwyk hat im vergangenen Jahr 13.100 Container umgeschlagen.",
                    finds: Some("13.100 Container"),
                    says: "sources say 11,300",
                    fixed: Some("Der Hafen von Norderwyk hat im vergangenen Jahr 11.300 Container umgeschlagen."),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Der Hafen von Norderwyk schlug im vergangenen Jahr gut 11.000 Container um, wie die Hafengesellschaft mitteilte.",
                    ..Example::NONE
                },
                Example {
                    sources: &[BUSES],
                    draft: "2030 fahren in Lindenau 60 Elektrobusse.",
                    finds: Some("60 Elektrobusse"),
                    says: "sources say 40",
                    fixed: Some("2030 fahren in Lindenau 40 Elektrobusse."),
                    ..Example::NONE
                },
                Example {
                    sources: &[FESTIVAL],
                    actors: PEOPLE,
                    draft: "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Imke Hansen freute sich.",
                    finds: Some("4.700 Besucher"),
                    says: "sources say 4,200",
                    fixed: Some("Zum Hafenfest am Wochenende kamen 4.200 Besucher. Imke Hansen freute sich."),
                },
                Example {
                    sources: &[FESTIVAL],
                    actors: PEOPLE,
                    draft: "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Jörg Lindqvist freute sich.",
                    ..Example::NONE
                },
                Example {
                    sources: &[KILN],
                    draft: "In der Ziegelei in Möllensdorf stehen 45 Pressen.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for (figure, on) in sentence.figures.iter().zip(&reading.figures) {
                if figure.kind == Kind::Date || matches!(figure.value, Value::Unknown) || on.somewhere {
                    continue;
                }
                if !local.asserts(sentence, figure.core) {
                    continue;
                }
                let others: Vec<_> =
                    on.contradicting.iter().filter(|m| m.hit.explain.values == Values::Differ).collect();
                let Some(first) = local.strongest(&others) else { continue };
                let Some(theirs) = &first.hit.figure else { continue };
                out.push(Draft {
                    span: figure.span,
                    message: Message::OtherValue {
                        theirs: theirs.into(),
                        at: say::evidence(local, reading, first).label,
                        ours: say::short(local.words(figure.span)),
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
