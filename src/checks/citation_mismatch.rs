//! `citation-mismatch`: the cited paragraph does not make this claim.

use super::doc::{Article, Example};
use super::message::Instead;
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// See the module.
pub struct CitationMismatch;

impl Check for CitationMismatch {
    fn code(&self) -> &'static str {
        "citation-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "zoo-jahresbericht",
            publisher: "Zoofreunde",
            date: "2024-01-18",
            text: "Der Zoo in Ahlbeck zählte im vergangenen Jahr 410.000 Besucher.\n\nIm Affenhaus kamen zwei Bonobos zur Welt.",
        };
        Doc {
            what: "The cited paragraph does not make this claim.",
            why: "Citations drift when sentences are moved. The paragraph that does make the claim is offered.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Der Zoo in Ahlbeck zählte im vergangenen Jahr 410.000 Besucher [@zoo-jahresbericht, p. 2].",
                    finds: Some("@zoo-jahresbericht, p. 2"),
                    says: "¶ 1 does",
                    fixed: Some(
                        "Der Zoo in Ahlbeck zählte im vergangenen Jahr 410.000 Besucher [@zoo-jahresbericht, p. 1].",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "Im vergangenen Jahr kamen 410.000 Besucher in den Zoo von Ahlbeck [@zoo-jahresbericht, p. 1].",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        let corpus = local.inputs.corpus;
        for cited in local.citations() {
            let Some(entry) = corpus.index_of(&cited.id) else { continue };
            let Some((reading, support)) = local.support(&cited, entry) else { continue };
            if support.makes
                || corpus.entries().get(entry).is_some_and(|e| cited.locator.is_some_and(|l| l.1 > e.paragraphs))
            {
                continue;
            }
            let made = local.makes(cited.sentence);
            let better = made.iter().find(|m| m.hit.entry == entry).or(made.first()).copied();
            // Either somebody else says it, or what is cited has nothing to do with it.
            if better.is_none() && support.matter >= if support.checkable { 0.5 } else { 0.22 } {
                continue;
            }
            let place = |m: &super::reading::Match| {
                let id = corpus.entries().get(m.hit.entry).map_or("", |e| &e.article.id);
                (id.to_owned(), m.hit.paragraph)
            };
            let (instead, evidence, fixes) = match better {
                Some(m) => {
                    let (id, paragraph) = place(m);
                    let other = (id != cited.id).then(|| id.clone());
                    (
                        Some(Instead { id: other, paragraph, at: say::evidence(local, reading, m).label }),
                        say::evidences(
                            local,
                            reading,
                            made.iter().copied().filter(|x| x.hit.entry == m.hit.entry).chain(made.iter().copied()),
                        ),
                        vec![say::replace(cited.span, format!("@{id}, p. {paragraph}"), true)],
                    )
                }
                None => (None, support.evidence(local, entry, &cited).into_iter().collect(), Vec::new()),
            };
            let message = Message::NotThere { id: cited.id.clone(), cited: cited.locator, instead };
            out.push(Draft { span: cited.span, message, evidence, fixes });
        }
    }
}
