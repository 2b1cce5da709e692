//! `bound-dropped`: every source limits the figure, the draft does not, or differently.

use rust_decimal::Decimal;

use crate::corpus::statement::Sentence;
use crate::figures::{self, Bound, Figure, Kind};
use crate::lang::wording::wording;

use super::doc::{Article, Example};
use super::reading::Match;
use super::{Check, Doc, Draft, Local, Message, Severity, say};

/// Least matter at which a source is taken at its word about the bound.
const LEAST: f32 = 0.42;

/// See the module.
pub struct BoundDropped;

impl Check for BoundDropped {
    fn code(&self) -> &'static str {
        "bound-dropped"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "waldbrand-lage",
            publisher: "Heidekurier",
            date: "2023-07-19",
            text: "Bei dem Waldbrand in der Kerbower Heide wurden nach Angaben der Feuerwehr mindestens 340 Hektar Kiefernwald zerstört.",
        };
        Doc {
            what: "Every source states the figure with a bound (`bis zu`, `mindestens`, `fast`, `rund` …); the draft states it bare, or with a contrary one.",
            why: "`Up to 12,000` and `12,000` are different claims. Another word for the same bound is no finding, and neither is a bound that only some sources have.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "Bei dem Waldbrand in der Kerbower Heide wurden laut Feuerwehr 340 Hektar Kiefernwald zerstört.",
                    finds: Some("340 Hektar"),
                    says: "sources say at least 340 ha",
                    fixed: Some(
                        "Bei dem Waldbrand in der Kerbower Heide wurden laut Feuerwehr mindestens 340 Hektar Kiefernwald zerstört.",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "In der Kerbower Heide hat der Waldbrand laut Feuerwehr wenigstens 340 Hektar Kiefernwald zerstört.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for (figure, on) in sentence.figures.iter().zip(&reading.figures) {
                if figure.kind == Kind::Date || on.agreeing.is_empty() || !local.asserts(sentence, figure.core) {
                    continue;
                }
                // `up to 10 million` holds for 9.8 million as well, which is another value.
                let other_value =
                    |m: &Match| m.hit.figure.as_ref().is_some_and(|f| figures::ratio(figure, f) != Decimal::ONE);
                if on.agreeing.iter().any(other_value) {
                    continue;
                }
                let theirs: Vec<Bound> =
                    on.agreeing.iter().filter_map(|m| m.hit.figure.as_ref()).map(|f| f.bound).collect();
                let all_differ = theirs.iter().all(|b| contrary(figure.bound, *b));
                let best = on.agreeing.iter().map(|m| m.hit.explain.matter).fold(0.0, f32::max);
                // How long something takes beside what it comes to is told in passing: `after three years a third had left`.
                let counts = |f: &&Figure| !matches!(f.kind, Kind::Date | Kind::Duration);
                let in_passing = figure.kind == Kind::Duration && sentence.figures.iter().any(|f| counts(&f));
                if !all_differ || best < LEAST || in_passing || limits(local, sentence, &theirs) {
                    continue;
                }
                let Some(first) = on.agreeing.first() else { continue };
                let Some(source) = &first.hit.figure else { continue };
                let words = wording(local.stated.lang);
                let fix = say::bound_word(source.bound, words).filter(|_| figure.bound == Bound::Exact).map(|word| {
                    let at = crate::text::Span { start: figure.core.start, end: figure.core.start };
                    let symbol = local.words(figure.span).starts_with(['€', '$', '£']);
                    let at = if symbol {
                        crate::text::Span { start: figure.span.start, end: figure.span.start }
                    } else {
                        at
                    };
                    say::replace(at, format!("{word} "), true)
                });
                out.push(Draft {
                    span: figure.span,
                    message: Message::OtherBound {
                        theirs: source.into(),
                        at: say::evidence(local, reading, first).label,
                        ours: say::short(local.words(figure.span)),
                    },
                    evidence: say::evidences(local, reading, &on.agreeing),
                    fixes: fix.into_iter().collect(),
                });
            }
        }
    }
}

/// Whether the sentence sets the source's limit elsewhere than right beside the figure: `40 teachers from Dunmarra at most`,
/// `more than 24 million will by no means be paid`.
fn limits(local: &Local<'_>, sentence: &Sentence, theirs: &[Bound]) -> bool {
    let words = wording(local.stated.lang);
    let text = local.words(sentence.span).to_lowercase();
    let has = |list: &[&str]| {
        let padded: String =
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).flat_map(|w| [" ", w]).collect();
        list.iter().any(|w| format!("{padded} ").contains(&format!(" {w} ")))
    };
    let above = theirs.iter().all(|b| matches!(b, Bound::AtMost | Bound::LessThan | Bound::Nearly));
    let below = theirs.iter().all(|b| matches!(b, Bound::AtLeast | Bound::MoreThan));
    above && has(words.at_most_words) || below && has(words.at_least_words)
}

/// Whether the draft's bound promises what the source's does not.
fn contrary(draft: Bound, source: Bound) -> bool {
    use Bound::*;
    match (draft, source) {
        (_, Exact | Vague) | (Vague, _) => false,
        (Exact, _) => true,
        (AtLeast | MoreThan, AtMost | LessThan) | (AtMost | LessThan, AtLeast | MoreThan) => true,
        _ => false,
    }
}
