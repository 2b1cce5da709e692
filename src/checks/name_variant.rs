//! `name-variant`: a spelling other than the house spelling of a known actor.

use rustc_hash::FxHashMap;

use crate::actors::{ActorRef, Form, Kind};
use crate::text::Span;

use super::doc::{Article, Example};
use super::{Check, Doc, Does, Draft, Edit, Evidence, Fix, Label, Message, Severity, Source, Whole};

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
        Doc {
            what: "A name is spelled close to a known actor's, but not as the house spells it.",
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
                    sources: &[SOURCE],
                    actors: ACTORS,
                    draft: "Mareike Lindqvists Amt hat seinen Sitz in Sassnitz.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn document(&self, whole: &Whole<'_>, out: &mut Vec<Draft>) {
        let mut found: Vec<(Span, String, usize)> = Vec::new();
        let mut judged: FxHashMap<(ActorRef, String), Option<(usize, String)>> = FxHashMap::default();
        let actors = whole.inputs.registry.actors();
        for part in &whole.parts {
            for mention in part.stated.sentences.iter().flat_map(|s| &s.mentions) {
                if mention.form != Form::Name {
                    continue;
                }
                let Some(text) = part.text.get(mention.span.range()) else { continue };
                let known =
                    judged.entry((mention.actor.clone(), text.to_owned())).or_insert_with(|| match &mention.actor {
                        ActorRef::Listed(id) => {
                            let at = actors.iter().position(|a| a.id == *id && a.kind == Kind::Person)?;
                            let names: Vec<&str> = actors.get(at)?.names().collect();
                            variant(text, &names).map(|right| (at, right))
                        }
                        ActorRef::Unlisted(_) if whole.inputs.corpus.mentions_of(&mention.actor) => None,
                        ActorRef::Unlisted(_) => actors.iter().enumerate().find_map(|(n, actor)| {
                            let fits = actor.kind == mention.kind
                                || matches!((actor.kind, mention.kind), (Kind::Person, Kind::Organisation));
                            let names: Vec<&str> = actor.names().filter(|n| n.contains(' ')).collect();
                            (fits && text.contains(' '))
                                .then(|| variant(text, &names))
                                .flatten()
                                .map(|right| (n, right))
                        }),
                    });
                if let Some((actor, right)) = known {
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

/// How `text` should be written, when it is a misspelling of one of `names`: as many words, each equal or close, and none of
/// the names itself in any inflected form.
fn variant(text: &str, names: &[&str]) -> Option<String> {
    let fold = |w: &str| -> String {
        use unicode_normalization::UnicodeNormalization;
        let lower = w.to_lowercase().replace('ß', "ss").replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
        lower.nfd().filter(|c| c.is_alphanumeric()).collect()
    };
    let parts = |t: &str| -> Vec<String> {
        t.split([' ', '\u{a0}', '-', '‐', '‑']).map(fold).filter(|w| !w.is_empty()).collect()
    };
    let ours = parts(text);
    let stem = |w: &str| -> String {
        let ends = ["er", "en", "em", "es", "e"];
        let cut = ends.iter().find_map(|e| w.strip_suffix(e)).filter(|s| s.chars().count() >= 4);
        cut.unwrap_or(w).to_owned()
    };
    let same = |a: &str, b: &str| {
        a == b || stem(a) == stem(b) || a.strip_prefix(b).is_some_and(|rest| matches!(rest, "s" | "es" | "n" | "en"))
    };
    let equals = |name: &&str| {
        let theirs = parts(name);
        let (n, m) = (ours.len(), theirs.len());
        // A short form is a run of the name's words.
        n <= m && theirs.windows(n).any(|w| w.iter().zip(&ours).all(|(b, a)| same(a, b)))
    };
    if ours.is_empty() || names.iter().any(equals) {
        return None;
    }
    for name in names {
        let theirs = parts(name);
        if theirs.len() != ours.len() {
            continue;
        }
        let mut off = 0;
        let mut equal = 0;
        let close = ours.iter().zip(&theirs).all(|(a, b)| {
            let bare = a.strip_suffix('s').filter(|_| !b.ends_with('s')).unwrap_or(a);
            let distance = strsim::damerau_levenshtein(bare, b).min(strsim::damerau_levenshtein(a, b));
            off += distance;
            equal += usize::from(distance == 0);
            let long = b.chars().count();
            distance == 0 || (a.chars().next() == b.chars().next() && distance * 4 <= long + 1 && distance <= 3)
        });
        let enough = if ours.len() > 1 { equal >= 1 } else { theirs[0].chars().count() >= 7 && off == 1 };
        if close && off > 0 && enough {
            let genitive =
                ours.last().is_some_and(|a| a.ends_with('s')) && theirs.last().is_some_and(|b| !b.ends_with('s'));
            return Some(if genitive { format!("{name}s") } else { (*name).to_owned() });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::variant;

    #[test]
    fn close_spellings_are_variants_and_inflected_ones_are_not() {
        let cases = [
            ("Mareike Lindquist", &["Mareike Lindqvist"][..], Some("Mareike Lindqvist")),
            ("Mareike Lindquists", &["Mareike Lindqvist"], Some("Mareike Lindqvists")),
            ("Mareike Lindqvists", &["Mareike Lindqvist"], None),
            ("Lindqvist", &["Mareike Lindqvist"], None),
            ("Globalen Süden", &["Globaler Süden"], None),
            ("Joerg Haeberle", &["Jörg Häberle"], None),
            ("Maria Lindqvist", &["Mareike Lindqvist"], None),
            ("Peter Meier", &["Petra Meier"], None),
        ];
        for (text, names, want) in cases {
            assert_eq!(variant(text, names).as_deref(), want, "{text}");
        }
    }
}
