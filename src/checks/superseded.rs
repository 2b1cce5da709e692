//! `superseded`: a later statement replaced the draft's value.

use crate::claims::Polarity;
use crate::corpus::statement::Sentence;
use crate::figures::{self, Figure, Kind};
use crate::lang::Lang;
use crate::lang::wording::wording;
use crate::text::Span;
use crate::trace;
use crate::trace::series::{Dated, LEAST_REPLACING, replaced_by};

use super::doc::{Article, Example};
use super::reading::{Match, OnFigure, Reading};
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// Least matter of both statements.
const LEAST: f32 = LEAST_REPLACING;
/// Least matter of a statement that says itself that the value is a former one, where the value is not there by chance.
const LEAST_TOLD: f32 = 0.37;
/// Least that such a value says for itself.
const TELLING: f32 = 0.5;

/// See the module.
pub struct Superseded;

impl Check for Superseded {
    fn code(&self) -> &'static str {
        "superseded"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCES: [Article; 2] = [
            Article {
                id: "unglueck-erste-meldung",
                publisher: "Bergbote",
                date: "2023-11-04",
                text: "Bei dem Seilbahnunglück am Hochfirst sind nach Angaben der Bergwacht mindestens vier Menschen verletzt worden.",
            },
            Article {
                id: "unglueck-bericht",
                publisher: "Bergbote",
                date: "2023-12-18",
                text: "Bei dem Seilbahnunglück am Hochfirst sind nach Angaben der Bergwacht elf Menschen verletzt worden.",
            },
        ];
        const DENIED: Article = Article {
            id: "krabben-bilanz",
            publisher: "Fischblatt",
            date: "2024-05-02",
            text: "Die Fischer im Jadebusen fingen im vergangenen Jahr rund 640 Tonnen Krabben und nicht bis zu 400 Tonnen.",
        };
        const DEADLINES: [Article; 2] = [
            Article {
                id: "sanierungsfonds-start",
                publisher: "Kreisblatt",
                date: "2024-03-22",
                text: "Hilfe aus dem Sanierungsfonds können Vereine ab dem 1. Juli 2025 beantragen. Der Fonds hat 310 Mitglieder.",
            },
            Article {
                id: "sanierungsfonds-spaeter",
                publisher: "Kreisblatt",
                date: "2025-04-02",
                text: "Hilfe aus dem Sanierungsfonds können Vereine nun erst ab dem 1. Januar 2026 beantragen. Der Fonds hat inzwischen 420 Mitglieder.",
            },
        ];
        const CORRECTED: Article = Article {
            id: "nordbad-kosten",
            publisher: "Badbote",
            date: "2025-02-11",
            text: "Die Sanierung des Nordbads kostet 7,4 Millionen Euro, nachdem die Stadt zuvor von 6,1 Millionen ausgegangen war.",
        };
        const CHANGED: Article = Article {
            id: "kurtaxe-neu",
            publisher: "Inselbote",
            date: "2025-03-03",
            text: "Die Kurtaxe in Wittdün steigt von 2,60 auf 3,40 Euro.",
        };
        Doc {
            what: "A later statement replaced the draft's value: by the same speaker, by one that says that it is so by now, by one that says the value is a former one, or by one that fills in an earlier `at least` or `up to`.",
            why: "First reports are corrected. A draft that still has the first figure is out of date even though it has a source.",
            examples: &[
                Example {
                    sources: &SOURCES,
                    draft: "Bei dem Seilbahnunglück am Hochfirst sind mindestens vier Menschen verletzt worden.",
                    finds: Some("mindestens vier Menschen"),
                    says: "a later source says 11",
                    ..Example::NONE
                },
                Example {
                    sources: &[DENIED],
                    draft: "Die Fischer im Jadebusen fingen im vergangenen Jahr bis zu 400 Tonnen Krabben.",
                    finds: Some("bis zu 400 Tonnen"),
                    says: "about 640 t",
                    ..Example::NONE
                },
                Example {
                    sources: &DEADLINES,
                    draft: "Ab dem 1. Juli 2025 können Vereine Hilfe aus dem Sanierungsfonds beantragen.",
                    finds: Some("1. Juli 2025"),
                    says: "1 Jan 2026",
                    ..Example::NONE
                },
                Example {
                    sources: &DEADLINES,
                    draft: "Im März 2024 hatte der Sanierungsfonds 310 Mitglieder.",
                    ..Example::NONE
                },
                Example {
                    sources: &[CHANGED],
                    draft: "Die Kurtaxe in Wittdün beträgt 2,60 Euro.",
                    finds: Some("2,60 Euro"),
                    says: "€3.40",
                    ..Example::NONE
                },
                Example {
                    sources: &[CHANGED],
                    draft: "Im Jahr 2023 betrug die Kurtaxe in Wittdün 2,60 Euro.",
                    ..Example::NONE
                },
                Example {
                    sources: &[CORRECTED],
                    draft: "Die Sanierung des Nordbads kostet 6,1 Millionen Euro.",
                    finds: Some("6,1 Millionen Euro"),
                    says: "€7.4 million",
                    ..Example::NONE
                },
                Example {
                    sources: &SOURCES,
                    draft: "Bei dem Seilbahnunglück am Hochfirst sind nach Angaben der Bergwacht elf Menschen verletzt worden.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for (n, on) in reading.figures.iter().enumerate() {
                let Some(figure) = sentence.figures.get(n) else { continue };
                // `Zunächst hieß es, 40`: the draft says itself that it is no longer so.
                if !local.asserts(sentence, figure.core) || former_at(sentence, figure) {
                    continue;
                }
                let Some((old, new, value)) = replaced(local, reading, figure, on) else {
                    continue;
                };
                if super::sources_disagree::mentions(local, &value) || is_start(local, sentence, figure) {
                    continue;
                }
                out.push(Draft {
                    span: figure.span,
                    message: Message::Replaced {
                        new: (&value).into(),
                        at: say::evidence(local, reading, new).label,
                        ours: say::short(local.words(figure.span)),
                        before: say::evidence(local, reading, old).label,
                    },
                    evidence: say::evidences(local, reading, [new, old]),
                    fixes: say::rewrite(local, figure, &value)
                        .map(|edit| say::replace(edit.span, edit.text, false))
                        .into_iter()
                        .collect(),
                });
            }
        }
    }
}

/// The earlier statement, the later one, and its value, when the later one replaces the earlier.
fn replaced<'m>(
    local: &Local<'_>,
    reading: &Reading,
    figure: &Figure,
    on: &'m OnFigure,
) -> Option<(&'m Match, &'m Match, Figure)> {
    let OnFigure { agreeing, stating, contradicting, .. } = on;
    let day = |m: &Match| local.inputs.corpus.entries().get(m.hit.entry).map_or(i64::MAX, |e| e.order().0);
    // A source that states the value as a former one, beside the present one.
    // A bare number proves nothing: `three` may be anything.
    let enough =
        |m: &&Match| m.hit.explain.matter >= if trace::specificity(figure) >= TELLING { LEAST_TOLD } else { LEAST };
    let own = local.stated.sentences.get(reading.sentence);
    // What the draft dates itself was so then, whatever is so now.
    let is_history = own.is_some_and(|s| s.figures.iter().any(|f| f.kind == Kind::Date && f.core != figure.core));
    // `640 says the ministry, 1,150 the union`: the draft weighs values itself.
    let weighs = own.is_some_and(|s| {
        let other = |f: &&Figure| f.core != figure.core && f.kind == figure.kind && f.kind != Kind::Date;
        s.figures.iter().filter(other).any(|f| {
            f.unit == figure.unit
                && f.part == figure.part
                && !other_things(f, figure)
                && super::reading::plausible(f, figure)
        })
    });
    if weighs {
        return None;
    }
    for m in stating.iter().filter(enough).filter(|_| !is_bare(figure)) {
        let source = reading.source(m);
        let Some(own) = &m.hit.figure else { continue };
        let same = matches!(figures::compare(figure, own), figures::Relation::Same | figures::Relation::SameButBound);
        // Days have a former and a present one only where the word for it is about them.
        let surely = || agreeing.iter().any(|a| (a.hit.entry, a.hit.span) == (m.hit.entry, m.hit.span));
        let about =
            figure.kind != Kind::Date || m.hit.explain.matter >= LEAST && surely() && !changes(local, m, source, own);
        if !same || !about {
            continue;
        }
        if !former_at(source, own) && !denied(source, own) || is_history && changes(local, m, source, own) {
            continue;
        }
        let present = |source: &Sentence| {
            let answers = |f: &&Figure| {
                f.core != own.core
                    && (f.kind == own.kind && f.unit == own.unit
                        || f.kind == figure.kind && f.unit == figure.unit
                        || own.kind == Kind::Rate && is_bare(f))
                    && matches!(figures::compare(figure, f), figures::Relation::Different)
                    && !former_at(source, f)
                    && !other_things(own, f)
                    && super::reading::plausible(own, f)
                    && f.part == own.part
            };
            source.figures.iter().find(answers).cloned()
        };
        // `We had said that it was 210. In fact it was 172.`
        let beside = || {
            let outline = &reading.paragraph(m).outline;
            let near = [m.sentence.checked_add(1), m.sentence.checked_sub(1)].into_iter().flatten();
            near.filter_map(|n| outline.sentence(n)).find_map(|s| {
                // It has to be told apart as another value of the matter by itself.
                let other = |f: &Figure| {
                    let here = contradicting
                        .iter()
                        .filter(|c| c.hit.entry == m.hit.entry && c.hit.paragraph == m.hit.paragraph);
                    here.filter_map(|c| c.hit.figure.as_ref()).any(|c| c.core == f.core)
                };
                present(s).filter(other)
            })
        };
        if let Some(value) = present(source).or_else(beside) {
            let first = agreeing.first().unwrap_or(m);
            return Some((first, m, value));
        }
    }
    let last = agreeing.iter().filter(|m| m.hit.explain.matter >= LEAST).max_by_key(|m| day(m))?;
    let dated = |m: &'m Match| Dated {
        day: day(m),
        matter: m.hit.explain.matter,
        figure: m.hit.figure.as_ref(),
        speaker: reading.claim(m).and_then(|c| c.attribution.speaker.clone()),
        by_now: !is_history && reading.source(m).by_now,
    };
    let later = contradicting.iter().filter(|m| m.hit.explain.matter >= LEAST && day(m) > day(last));
    let new = later.min_by_key(|m| day(m))?;
    let value = new.hit.figure.as_ref()?;
    let before: Vec<Dated<'_>> = agreeing.iter().map(dated).collect();
    replaced_by(&before, &dated(new)).then(|| (last, new, value.clone()))
}

/// Whether the draft itself goes on from a value to a later one: `from €118 million to €171 million`, `von 6 auf 9 Euro`.
fn is_start(local: &Local<'_>, sentence: &Sentence, figure: &Figure) -> bool {
    let words = wording(local.stated.lang);
    let before = |f: &Figure, of: &[&str]| {
        let text = local.words(Span { start: sentence.span.start, end: f.span.start });
        text.split_whitespace().next_back().is_some_and(|w| of.contains(&w.to_lowercase().as_str()))
    };
    let later = |f: &&Figure| f.core.start > figure.core.end && f.kind == figure.kind;
    before(figure, words.starts_from) && sentence.figures.iter().filter(later).any(|f| before(f, words.goes_to))
}

/// Whether two figures of one sentence count different things: `bislang 2.860 Tiere, darunter 2.310 Rinder`.
fn other_things(a: &Figure, b: &Figure) -> bool {
    let noun = |f: &Figure| f.noun.as_ref().map(|n| n.head.to_lowercase());
    noun(a).zip(noun(b)).is_some_and(|(a, b)| a != b)
}

/// Whether a figure is marked only as what was so before a change: `from 40 to 60`, `up from 40`.
fn changes(local: &Local<'_>, m: &Match, source: &Sentence, figure: &Figure) -> bool {
    let Some(text) = (local.inputs.read)(m.hit.entry) else { return false };
    let lang = [Lang::De, Lang::En];
    source.former.iter().filter(|cue| nearest(source, cue, figure)).any(|cue| {
        let word = text.get(cue.range()).unwrap_or_default().to_lowercase();
        let once = |l: &Lang| wording(*l).starts_from.iter().chain(wording(*l).once).any(|w| *w == word);
        lang.iter().any(once)
    })
}

/// Whether a figure leaves its unit to another one: `statt der 900 im Jahr jetzt 780`.
fn is_bare(figure: &Figure) -> bool {
    figure.kind == Kind::Count && figure.unit.is_none() && figure.noun.is_none()
}

/// Whether a source's sentence denies the figure itself: `about 640 tonnes, and not up to 400`.
fn denied(source: &Sentence, figure: &Figure) -> bool {
    let near = |cue: crate::text::Span| cue.end <= figure.core.start && figure.core.start - cue.end < 16;
    source
        .claims
        .iter()
        .any(|c| c.span.contains(figure.core) && c.polarity == Polarity::Denied && c.polarity_cue.is_some_and(near))
}

/// Whether a figure stands right behind a word that marks it as the former one.
fn former_at(source: &Sentence, figure: &Figure) -> bool {
    source.former.iter().any(|cue| nearest(source, cue, figure))
}

/// Whether a word of the source's sentence is about a figure of it: a few words before or behind it, and nearer to it than to
/// another one of its sort.
fn nearest(source: &Sentence, cue: &Span, figure: &Figure) -> bool {
    let away = |f: &Figure| match cue.end <= f.core.start {
        true => f.core.start - cue.end,
        false => cue.start.saturating_sub(f.core.end),
    };
    // Dates stand in the past as it is: of them, only one that the word itself is about is a former one.
    let reach = if figure.kind == Kind::Date { 16 } else { 60 };
    let nearest = || source.figures.iter().all(|f| f.kind != figure.kind || away(f) >= away(figure));
    away(figure) < reach && nearest()
}
