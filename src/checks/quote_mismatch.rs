//! `quote-mismatch`: words between quotation marks differ from what the source has there.

use crate::text::Span;

use super::doc::{Article, Example};
use super::quotations::{quotations, unfaithful};
use super::{Check, Doc, Does, Draft, Edit, Fix, Local, Message, Severity};

/// See the module.
pub struct QuoteMismatch;

impl Check for QuoteMismatch {
    fn code(&self) -> &'static str {
        "quote-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "theater-intendantin",
            publisher: "Bühnenblatt",
            date: "2024-09-05",
            text: "„Wir spielen weiter, auch wenn uns im Winter die Heizung ausfällt“, sagte die Intendantin Carla Wendt.",
        };
        const FARM: Article = Article {
            id: "dairy-strike",
            publisher: "Fell Gazette",
            date: "2024-10-02",
            text: "“We sell milk, and we will not sell it below cost,” said Jonty Albright, a dairy farmer.",
        };
        Doc {
            what: "Words between quotation marks differ from what the source has there.",
            why: "Quotation marks promise the speaker's own words. Cuts marked with an ellipsis, words in brackets, another way of setting type or of writing a number, and a quotation in another language than the source's are not found fault with, unless an ellipsis stands for a negation. Titles and single words are no quotations.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "„Wir spielen weiter, auch wenn uns im Sommer die Heizung ausfällt“, sagte Carla Wendt.",
                    finds: Some("Wir spielen weiter, auch wenn uns im Sommer die Heizung ausfällt"),
                    says: "the source has “Winter” for “Sommer”",
                    fixed: Some(
                        "„Wir spielen weiter, auch wenn uns im Winter die Heizung ausfällt“, sagte Carla Wendt.",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &[FARM],
                    draft: "“We sell milk, and we sell it below cost,” said dairy farmer Jonty Albright.",
                    finds: Some("We sell milk, and we sell it below cost,"),
                    says: "the source also has “will not”",
                    fixed: Some(
                        "“We sell milk, and we will not sell it below cost,” said dairy farmer Jonty Albright.",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "»Wir spielen weiter«, kündigte Carla Wendt an.",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "„[Das Theater werde] weiter [spielen], auch wenn uns … die Heizung ausfällt“, so Wendt.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for quotation in quotations(local) {
            let Some(found) = unfaithful(local, &quotation) else { continue };
            let edits: Vec<Edit> =
                found.edits.iter().map(|(span, text)| Edit { span: local.source(*span), text: text.clone() }).collect();
            let does = Does::Write(written(quotation.text, quotation.inner.start, &found.edits));
            let fix = Fix { does, edits, safe: found.is_sure, preferred: true };
            out.push(Draft {
                span: local.source(quotation.inner),
                message: Message::Quoted { differs: found.differs, at: found.evidence.label.clone() },
                evidence: vec![found.evidence],
                fixes: if found.edits.is_empty() { Vec::new() } else { vec![fix] },
            });
        }
    }
}

/// The quotation `text`, which starts at `start` of the prose, with `edits` made.
fn written(text: &str, start: u32, edits: &[(Span, String)]) -> String {
    let mut out = text.to_owned();
    for (span, new) in edits.iter().rev() {
        let range = span.start.saturating_sub(start) as usize..span.end.saturating_sub(start) as usize;
        if out.get(range.clone()).is_some() {
            out.replace_range(range, new);
        }
    }
    out
}
