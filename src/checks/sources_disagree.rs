//! `sources-disagree`: the draft gives one value of a matter on which the sources contradict each other.

use crate::actors;
use crate::claims::{Certainty, Part, Speaker};
use crate::corpus::statement::Sentence;
use crate::figures::{self, Kind};
use crate::lang::wording::wording;
use crate::text::Span;

use crate::trace::Values;

use super::doc::{Article, Example};
use super::reading::{Match, Reading};
use super::{Check, Doc, Draft, Label, Local, Message, Severity, say};

/// Least matter on both sides before two sources are said to contradict each other.
const LEAST: f32 = 0.45;
/// Least matter of another value, as a share of the matter of the draft's own.
const NEAR: f32 = 0.75;

/// See the module.
pub struct SourcesDisagree;

impl Check for SourcesDisagree {
    fn code(&self) -> &'static str {
        "sources-disagree"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn doc(&self) -> Doc {
        const SOURCES: [Article; 2] = [
            Article {
                id: "demo-polizei",
                publisher: "Tagesblick",
                date: "2024-06-09",
                text: "Nach Angaben der Polizei nahmen 4.500 Menschen an der Demonstration in Hellerau teil.",
            },
            Article {
                id: "demo-veranstalter",
                publisher: "Morgenpresse",
                date: "2024-06-09",
                text: "Nach Angaben der Veranstalter nahmen 9.000 Menschen an der Demonstration in Hellerau teil.",
            },
        ];
        const BOTH: Article = Article {
            id: "mole-streit",
            publisher: "Hafenblatt",
            date: "2024-03-09",
            text: "An der Mole in Wörth fehlen 230 Tonnen Stahl; die Reederei Marden kam auf 180 Tonnen Stahl.",
        };
        const AGAINST: Article = Article {
            id: "schleuse-ausfall",
            publisher: "Uferbote",
            date: "2024-08-20",
            text: "Der Ausfall der Schleuse in Wörth dauerte laut Wasseramt 55 Minuten. Das Betriebsbuch der Schleuse verzeichnet dagegen einen Ausfall von 80 Minuten.",
        };
        Doc {
            what: "The draft gives one value of a matter on which the sources contradict each other, and does not say so.",
            why: "Readers should know when a figure is disputed. Where the later of two values replaces the earlier one, `superseded` speaks instead; where the draft gives both values, nothing is reported; that it names whose figure it gives is not enough.",
            examples: &[
                Example {
                    sources: &SOURCES,
                    draft: "4.500 Menschen nahmen an der Demonstration in Hellerau teil.",
                    finds: Some("4.500 Menschen"),
                    says: "other sources say 9,000",
                    ..Example::NONE
                },
                Example {
                    sources: &[BOTH],
                    actors: "[[actor]]\nid = \"marden\"\nname = \"Reederei Marden\"\nkind = \"organisation\"\n",
                    draft: "An der Mole in Wörth fehlen 230 Tonnen Stahl.",
                    finds: Some("230 Tonnen"),
                    says: "sources disagree",
                    ..Example::NONE
                },
                Example {
                    sources: &[AGAINST],
                    draft: "Der Ausfall der Schleuse in Wörth dauerte 55 Minuten.",
                    finds: Some("55 Minuten"),
                    says: "80 minutes",
                    ..Example::NONE
                },
                Example {
                    sources: &SOURCES,
                    draft: "An der Demonstration in Hellerau nahmen nach Angaben der Polizei 4.500, nach Angaben der Veranstalter 9.000 Menschen teil.",
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
                if figure.kind == Kind::Date || !local.asserts(sentence, figure.core) {
                    continue;
                }
                let surely = |m: &&Match| m.hit.explain.matter >= LEAST;
                // One source may give both sides, each with its speaker.
                let beside = on.stating.iter().find_map(|m| Some((m, other_side(reading, m, figure)?)));
                let Some(same) = on.agreeing.iter().find(surely).or(beside.as_ref().map(|(m, _)| *m)) else { continue };
                let firm = |m: &&Match| {
                    reading.claim(m).is_none_or(|c| {
                        matches!(c.certainty, Certainty::Certain | Certainty::Probable) && !c.condition && !c.plan
                    })
                };
                // What a later count has filled in is no other side.
                let open = |m: &&Match| {
                    let (Some(old), Some(new)) = (&m.hit.figure, &same.hit.figure) else { return false };
                    !crate::trace::series::fills_in(old, new) && !reading.source(m).by_now
                };
                // What one voice says elsewhere in the same text is another part of the matter, and so is what is less about it.
                let own: Vec<usize> = on.agreeing.iter().map(|m| m.hit.entry).collect();
                let speaker = |m: &Match| reading.claim(m).and_then(|c| c.attribution.speaker.clone());
                let rivals = |m: &Match| {
                    let own = || m.hit.figure.as_ref().and_then(|f| voice(reading.source(m), f));
                    let both = speaker(m).or_else(own).zip(speaker(same));
                    both.is_some_and(|(a, b)| !super::reading::same_speaker(&a, &b)) || reading.source(m).against
                };
                let near = same.hit.explain.matter * NEAR;
                let apart = |m: &&Match| (!own.contains(&m.hit.entry) || rivals(m)) && m.hit.explain.matter >= near;
                // What the draft dates was so then, whatever others say later; and the same digits at another magnitude are a
                // slip of somebody's, not his view.
                let dated = sentence.figures.iter().any(|f| f.kind == Kind::Date);
                let day = |m: &Match| local.inputs.corpus.entries().get(m.hit.entry).map_or(i64::MAX, |e| e.order().0);
                let of_its_time = |m: &&Match| !dated || rivals(m) || day(m) <= day(same);
                let other = |m: &&Match| m.hit.explain.values == Values::Differ;
                let others = on.contradicting.iter().filter(surely).filter(firm).filter(open).filter(apart);
                let others = others.filter(of_its_time).filter(other);
                let others: Vec<&Match> = others.collect();
                let (other, theirs) = match (others.first().copied(), &beside) {
                    (Some(other), _) => (say::evidence(local, reading, other).label, other.hit.figure.clone()),
                    (None, Some((m, figure))) => (side(local, reading, m, figure), Some(figure.clone())),
                    (None, None) => continue,
                };
                let Some(theirs) = &theirs else { continue };
                if mentions(local, theirs) {
                    continue;
                }
                let end = Span { start: figure.span.end, end: figure.span.end };
                let words = wording(local.stated.lang);
                let value = say::rewrite(local, figure, theirs).map(|e| e.text);
                out.push(Draft {
                    span: figure.span,
                    message: Message::Disputed {
                        same: say::evidence(local, reading, same).label,
                        theirs: theirs.into(),
                        other,
                    },
                    evidence: both(local, reading, same, &others),
                    fixes: value
                        .map(|v| say::replace(end, format!(" {}", words.others_say.replace("{}", &v)), false))
                        .into_iter()
                        .collect(),
                });
            }
        }
    }
}

fn both(local: &Local<'_>, reading: &Reading, same: &Match, others: &[&Match]) -> Vec<super::Evidence> {
    say::evidences(local, reading, std::iter::once(same).chain(others.iter().copied()))
}

/// Another value of the same matter in the same sentence of a source, given by another speaker.
fn other_side(reading: &Reading, m: &Match, draft: &figures::Figure) -> Option<figures::Figure> {
    let source = reading.source(m);
    let own = m.hit.figure.as_ref()?;
    // `In January 58 per cent, by the end of February 46`: one voice at two times.
    let dates = || source.figures.iter().filter(|f| f.kind == Kind::Date);
    if dates().any(|a| dates().any(|b| figures::compare(a, b) == figures::Relation::Different)) {
        return None;
    }
    let first = voice(source, own);
    let other = source.figures.iter().find(|f| {
        f.core != own.core
            && f.kind == own.kind
            && f.unit == own.unit
            && figures::compare(draft, f) == figures::Relation::Different
            && match (&first, voice(source, f)) {
                (Some(first), Some(second)) => !super::reading::same_speaker(first, &second),
                // `Her union sees 11 per cent; the association concedes 3.`
                (None, Some(second)) => !second.span.is_empty() && !apart(source, own, f),
                _ => false,
            }
    })?;
    Some(other.clone())
}

/// Who gives a figure of the source's sentence, in the source's words.
fn side(local: &Local<'_>, reading: &Reading, m: &Match, figure: &figures::Figure) -> Label {
    let speaker = voice(reading.source(m), figure);
    let text = (local.inputs.read)(m.hit.entry);
    let words = speaker.as_ref().and_then(|s| text.as_deref()?.get(s.span.range())).filter(|w| !w.is_empty());
    let name = words.map(say::short).or(speaker.map(|s| local.speaker_name(&s)));
    say::statement(local.inputs.corpus, m.hit.entry, m.hit.paragraph, name)
}

/// Whether one claim holds both figures.
fn apart(source: &Sentence, a: &figures::Figure, b: &figures::Figure) -> bool {
    source.claims.iter().any(|c| c.span.contains(a.core) && c.span.contains(b.core))
}

/// Whose value a figure is: its clause's speaker, or else who acts in the clause (`the institute had come to 118 days`).
fn voice(source: &Sentence, figure: &figures::Figure) -> Option<Speaker> {
    let at = source.figures.iter().position(|x| x.core == figure.core)?;
    let claim = source.claim(Some(at), None)?;
    let speaker = claim.attribution.speaker.as_ref();
    if let Some(speaker) = speaker.filter(|s| claim.span.contains(s.span)) {
        return Some(speaker.clone());
    }
    let agents = claim.mentions.iter().zip(&claim.parts).filter(|(_, p)| **p == Part::Agent);
    let mut agents = agents.filter_map(|(&n, _)| source.mentions.get(n as usize));
    let fits = |m: &&crate::actors::Mention| {
        matches!(m.kind, actors::Kind::Person | actors::Kind::Organisation) && m.form != actors::Form::Adjective
    };
    match agents.find(fits) {
        Some(m) => Some(Speaker { span: m.span, actor: Some(m.actor.clone()), text: m.actor.id().to_string() }),
        None => speaker.cloned(),
    }
}

/// Whether the paragraph gives the other value too.
pub fn mentions(local: &Local<'_>, value: &figures::Figure) -> bool {
    let mut all = local.stated.sentences.iter().flat_map(|s| &s.figures);
    // `3.200 Reisende pro Werktag`, `3,200 on an average weekday`: the number is there, whatever it is counted in.
    let is_rate = |f: &figures::Figure| f.kind == Kind::Rate;
    let alone = |f: &figures::Figure| f.kind == Kind::Count && f.unit.is_none() && f.noun.is_none();
    let bare = |f: &figures::Figure| (is_rate(f) != is_rate(value) || alone(f)) && f.value == value.value;
    // A number that was read as part of a name (`Saal 47`) is there as well.
    let written = || {
        let figures::Value::Number { lo: Some(lo), .. } = &value.value else { return false };
        let digits = lo.normalize().to_string();
        let text = local.words(local.stated.span);
        digits.len() > 1 && text.split(|c: char| !c.is_ascii_digit()).any(|part| part == digits)
    };
    all.any(|f| figures::compare(f, value).agrees() || bare(f)) || written()
}
