//! `name-variant`: a spelling other than the house spelling of a known actor.

use std::cell::OnceCell;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::actors::{Actor, ActorRef, Form, Kind, Mention};
use crate::corpus::statement::Sentence;
use crate::lang::lexicon::Unit;
use crate::text::Span;

use super::doc::{Article, Example};
use super::reading::{Match, Reading};
use super::{
    Check, Doc, Does, Draft, Edit, Evidence, Fix, Inputs, Label, Local, Message, Severity, Source, Whole, say,
};

/// See the module.
pub struct NameVariant;

const ACTORS: &str = "[[actor]]\nid = \"mareike-lindqvist\"\nname = \"Mareike Lindqvist\"\nkind = \"person\"\n";

impl Check for NameVariant {
    fn code(&self) -> &'static str {
        "name-variant"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "fischerei-quote",
            publisher: "Küstenbote",
            date: "2024-10-01",
            text: "Mareike Lindqvist leitet seit Juli das Fischereiamt in Sassnitz.",
        };
        const UNLISTED: Article = Article {
            id: "auerhahn-zaehlung",
            publisher: "Waldpost",
            date: "2024-05-06",
            text: "Im Revier Hohnstein zählte Oberförster Volker Brandtner 48 Auerhähne.",
        };
        Doc {
            what: "A name is spelled close to a known actor's, but not as the house spells it; or close to a name that nobody listed, but not as the source spells it that says the same.",
            why: "A name misspelled once is copied from then on. Short forms, inflected forms, other alphabets' accents and the registry's other spellings are not found fault with.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "Das Fischereiamt in Sassnitz leitet Mareike Lindquist.",
                    finds: Some("Mareike Lindquist"),
                    says: "the house spelling is “Mareike Lindqvist”",
                    fixed: Some("Das Fischereiamt in Sassnitz leitet Mareike Lindqvist."),
                },
                Example {
                    sources: &[UNLISTED],
                    draft: "48 Auerhähne zählte Volker Brantner im Revier Hohnstein.",
                    finds: Some("Volker Brantner"),
                    says: "the sources write “Volker Brandtner”",
                    fixed: Some("48 Auerhähne zählte Volker Brandtner im Revier Hohnstein."),
                    ..Example::NONE
                },
                Example {
                    sources: &[UNLISTED],
                    draft: "48 Auerhähne zählte Volker Brandtner im Revier Hohnstein.",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "Mareike Lindqvists Amt hat seinen Sitz in Sassnitz.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for reading in local.readings {
            let Some(sentence) = local.stated.sentences.get(reading.sentence) else { continue };
            for (span, right, m) in named_otherwise(local, reading, sentence) {
                let evidence = say::evidence(local, reading, m);
                let Label::Statement { publisher, date, paragraph, .. } = evidence.label.clone() else { continue };
                let at = Label::Statement { speaker: None, publisher, date, paragraph };
                out.push(Draft {
                    span,
                    message: Message::SourceSpelling { name: right.clone(), at },
                    evidence: vec![evidence],
                    fixes: vec![say::replace(span, right, true)],
                });
            }
        }
    }

    fn document(&self, whole: &Whole<'_>, out: &mut Vec<Draft>) {
        let mut found: Vec<(Span, String, usize)> = Vec::new();
        let actors = whole.inputs.registry.actors();
        let mut judged = whole.names.0.lock().unwrap_or_else(PoisonError::into_inner);
        for part in &whole.parts {
            for mention in part.stated.sentences.iter().flat_map(|s| &s.mentions) {
                if mention.form != Form::Name {
                    continue;
                }
                let Some(text) = part.text.get(mention.span.range()) else { continue };
                if let Some((actor, right)) = judged.judge(whole.inputs, mention, text) {
                    found.push((mention.span.shifted(part.start), right.clone(), *actor));
                }
            }
        }
        for (span, right, actor) in &found {
            let Some(actor) = actors.get(*actor) else { continue };
            let same: Vec<Edit> = found
                .iter()
                .filter(|(_, r, a)| r == right && actors.get(*a).is_some_and(|x| x.id == actor.id))
                .map(|(span, right, _)| Edit { span: *span, text: right.clone() })
                .collect();
            let mut fixes = vec![Fix {
                does: Does::Write(right.clone()),
                edits: vec![Edit { span: *span, text: right.clone() }],
                safe: true,
                preferred: true,
            }];
            if same.len() > 1 {
                fixes.push(Fix {
                    does: Does::WriteEverywhere(right.clone()),
                    edits: same,
                    safe: true,
                    preferred: false,
                });
            }
            let appearances = whole.inputs.corpus.appearances(&ActorRef::Listed(actor.id.clone()));
            let evidence = appearances.iter().filter(|(_, a)| a.paragraph > 0).map(|(entry, a)| Evidence {
                source: Some(Source {
                    path: entry.path.clone(),
                    article: entry.article.id.clone(),
                    paragraph: a.paragraph,
                }),
                span: a.span,
                label: Label::Mention {
                    name: actor.name.clone(),
                    article: entry.article.id.clone(),
                    paragraph: a.paragraph,
                },
            });
            out.push(Draft {
                span: *span,
                message: Message::HouseSpelling { name: actor.name.clone() },
                evidence: super::distinct(evidence),
                fixes,
            });
        }
    }
}

/// Paragraphs of the sources that are asked for how they spell a name.
const MOST_ASKED: usize = 4;
/// Least matter of them.
const LEAST_MATTER: f32 = 0.4;
/// Fewest letters of a name of one word that is told from another by one.
const LEAST_LETTERS: usize = 6;

/// The names of a draft's sentence that the paragraphs it goes back to spell otherwise, with how and where: names of several
/// words that no article has, and words that are nearly the name of an actor there.
fn named_otherwise<'r>(local: &Local<'_>, reading: &'r Reading, sentence: &Sentence) -> Vec<(Span, String, &'r Match)> {
    let corpus = local.inputs.corpus;
    let unlisted = sentence.mentions.iter().filter(|m| {
        let text = local.words(m.span);
        matches!(m.actor, ActorRef::Unlisted(_))
            && m.form == Form::Name
            && text.contains(' ')
            && !corpus.mentions_of(&m.actor)
    });
    let unlisted: Vec<Span> = unlisted.map(|m| m.span).collect();
    let named = |span: Span| sentence.mentions.iter().any(|m| m.span.overlaps(span));
    let words = sentence.words.iter().filter(|w| {
        let text = local.words(w.span);
        w.units.iter().all(Unit::is_unknown)
            && text.chars().next().is_some_and(char::is_uppercase)
            && text.chars().count() >= LEAST_LETTERS
            && !named(w.span)
    });
    let words: Vec<Span> = words.map(|w| w.span).collect();
    if unlisted.is_empty() && words.is_empty() {
        return Vec::new();
    }
    let figures = reading.figures.iter().flat_map(|f| f.agreeing.iter().chain(&f.contradicting));
    let mut asked: Vec<&Match> = reading.claims.iter().flat_map(|c| &c.near).chain(figures).collect();
    asked.retain(|m| m.hit.explain.matter >= LEAST_MATTER);
    asked.sort_by(|a, b| b.hit.explain.matter.total_cmp(&a.hit.explain.matter));
    let mut seen = Vec::new();
    asked.retain(|m| {
        let place = (m.hit.entry, m.hit.paragraph);
        let new = !seen.contains(&place);
        seen.push(place);
        new
    });
    let mut out: Vec<(Span, String, &Match)> = Vec::new();
    for m in asked.into_iter().take(MOST_ASKED) {
        let outline = &reading.paragraph(m).outline;
        let mentions: Vec<_> =
            (0..outline.lines().len()).filter_map(|n| outline.sentence(n)).flat_map(|s| s.mentions.clone()).collect();
        let theirs: Vec<Name> = mentions
            .iter()
            .filter_map(|x| match &x.actor {
                ActorRef::Unlisted(name) if name.contains(' ') => Some(Name::of(name)),
                _ => None,
            })
            .collect();
        let listed = mentions.iter().filter_map(|x| match &x.actor {
            ActorRef::Listed(id) => local.inputs.registry.get(id),
            ActorRef::Unlisted(_) => None,
        });
        let short: Vec<&str> =
            listed.flat_map(Actor::names).filter(|n| !n.contains(' ') && n.chars().count() >= LEAST_LETTERS).collect();
        let told = |out: &[(Span, String, &Match)], span: Span| out.iter().any(|(s, ..)| *s == span);
        for &span in &unlisted {
            if !told(&out, span)
                && let Some(right) = variant(&Name::of(local.words(span)), &theirs)
            {
                out.push((span, right, m));
            }
        }
        for &span in &words {
            let text = local.words(span);
            let near = |name: &&&str| {
                let same = text.chars().next() == name.chars().next() && text.chars().count() == name.chars().count();
                same && strsim::damerau_levenshtein(text, name) == 1
            };
            if !told(&out, span)
                && let Some(right) = short.iter().find(near)
            {
                out.push((span, (*right).to_owned(), m));
            }
        }
    }
    out
}

/// Names that were looked at, with what was found: the same in any draft as long as the registry and the articles stay.
#[derive(Default)]
pub struct Judged(Mutex<Judgements>);

#[derive(Default)]
struct Judgements {
    /// For each actor, by the spelling in the draft, the actor that is meant and how it is written.
    of: FxHashMap<ActorRef, FxHashMap<String, Option<(usize, String)>>>,
    /// The names of several words of each actor of the registry.
    known: OnceCell<Vec<Vec<Name>>>,
}

impl Judgements {
    fn judge(&mut self, inputs: &Inputs<'_>, mention: &Mention, text: &str) -> Option<&(usize, String)> {
        if self.of.get(&mention.actor).is_none_or(|all| !all.contains_key(text)) {
            let made = self.look(inputs, mention, text);
            self.of.entry(mention.actor.clone()).or_default().insert(text.to_owned(), made);
        }
        self.of.get(&mention.actor)?.get(text)?.as_ref()
    }

    fn look(&self, inputs: &Inputs<'_>, mention: &Mention, text: &str) -> Option<(usize, String)> {
        let actors = inputs.registry.actors();
        match &mention.actor {
            ActorRef::Listed(id) => {
                let at = actors.iter().position(|a| a.id == *id && a.kind == Kind::Person)?;
                let names: Vec<Name> = actors.get(at)?.names().map(Name::of).collect();
                variant(&Name::of(text), &names).map(|right| (at, right))
            }
            ActorRef::Unlisted(_) if inputs.corpus.mentions_of(&mention.actor) || !text.contains(' ') => None,
            ActorRef::Unlisted(_) => {
                let of = |a: &Actor| a.names().filter(|n| n.contains(' ')).map(Name::of).collect();
                let known = self.known.get_or_init(|| actors.iter().map(of).collect());
                let ours = Name::of(text);
                actors.iter().zip(known).enumerate().find_map(|(n, (actor, names))| {
                    let fits = actor.kind == mention.kind
                        || matches!((actor.kind, mention.kind), (Kind::Person, Kind::Organisation));
                    fits.then(|| variant(&ours, names)).flatten().map(|right| (n, right))
                })
            }
        }
    }
}

/// A name and its words, folded.
struct Name {
    text: String,
    words: Vec<String>,
}

impl Name {
    fn of(text: &str) -> Name {
        let fold = |w: &str| -> String {
            use unicode_normalization::UnicodeNormalization;
            let lower = w.to_lowercase().replace('ß', "ss").replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
            lower.nfd().filter(|c| c.is_alphanumeric()).collect()
        };
        let words = text.split([' ', '\u{a0}', '-', '‐', '‑']).map(fold).filter(|w| !w.is_empty());
        Name { text: text.to_owned(), words: words.collect() }
    }
}

/// How `name` should be written, when it is a misspelling of one of `names`: as many words, each equal or close, and none of
/// the names itself in any inflected form.
fn variant(name: &Name, names: &[Name]) -> Option<String> {
    let ours = &name.words;
    fn stem(word: &str) -> &str {
        let ends = ["er", "en", "em", "es", "e"];
        let cut = ends.iter().find_map(|e| word.strip_suffix(e)).filter(|s| s.chars().count() >= 4);
        cut.unwrap_or(word)
    }
    // Words that begin otherwise are neither one word nor close to each other: of most names that is enough.
    let begin = |a: &str, b: &str| a.chars().next() == b.chars().next();
    let same = |a: &str, b: &str| {
        begin(a, b)
            && (a == b
                || stem(a) == stem(b)
                // A name in s takes no other (Brandeis, Brandeiss).
                || a.strip_prefix(b).is_some_and(|rest| matches!(rest, "s" | "es" | "n" | "en") && !b.ends_with('s')))
    };
    let equals = |name: &Name| {
        let theirs = &name.words;
        let (n, m) = (ours.len(), theirs.len());
        // A short form is a run of the name's words.
        n <= m && theirs.windows(n).any(|w| w.iter().zip(ours).all(|(b, a)| same(a, b)))
    };
    if ours.is_empty() || names.iter().any(equals) {
        return None;
    }
    for Name { text, words: theirs } in names {
        if theirs.len() != ours.len() {
            continue;
        }
        let mut off = 0;
        let mut equal = 0;
        let close = ours.iter().zip(theirs).all(|(a, b)| {
            if !begin(a, b) {
                return false;
            }
            let bare = a.strip_suffix('s').filter(|_| !b.ends_with('s')).unwrap_or(a);
            let distance = strsim::damerau_levenshtein(bare, b).min(strsim::damerau_levenshtein(a, b));
            off += distance;
            equal += usize::from(distance == 0);
            let long = b.chars().count();
            distance == 0 || (distance * 4 <= long + 1 && distance <= 3)
        });
        let enough = if ours.len() > 1 { equal >= 1 } else { theirs[0].chars().count() >= 7 && off == 1 };
        if close && off > 0 && enough {
            let genitive =
                ours.last().is_some_and(|a| a.ends_with('s')) && theirs.last().is_some_and(|b| !b.ends_with('s'));
            return Some(if genitive { format!("{text}s") } else { text.clone() });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Name, variant};

    #[test]
    fn close_spellings_are_variants_and_inflected_ones_are_not() {
        let cases = [
            ("Mareike Lindquist", &["Mareike Lindqvist"][..], Some("Mareike Lindqvist")),
            ("Mareike Lindquists", &["Mareike Lindqvist"], Some("Mareike Lindqvists")),
            ("Mareike Lindqvists", &["Mareike Lindqvist"], None),
            ("Lindqvist", &["Mareike Lindqvist"], None),
            ("Hanno Brandeiss", &["Hanno Brandeis"], Some("Hanno Brandeis")),
            ("Hanno Voigts", &["Hanno Voigt"], None),
            ("Globalen Süden", &["Globaler Süden"], None),
            ("Joerg Haeberle", &["Jörg Häberle"], None),
            ("Maria Lindqvist", &["Mareike Lindqvist"], None),
            ("Peter Meier", &["Petra Meier"], None),
        ];
        for (text, names, want) in cases {
            let names: Vec<Name> = names.iter().copied().map(Name::of).collect();
            assert_eq!(variant(&Name::of(text), &names).as_deref(), want, "{text}");
        }
    }
}
