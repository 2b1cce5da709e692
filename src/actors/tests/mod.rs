//! Sentences on many subjects, with every mention marked: `sentences.txt`.

use std::sync::Arc;

use super::{Matcher, Registry, resolve};
use crate::lang::Lang;

/// A mention as marked: where, and whom it should name if that is said.
type Marked = (usize, usize, Option<String>);

fn unmark(text: &str) -> (String, Vec<Marked>) {
    let (mut plain, mut marks, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, after)) = rest.split_once("[[") {
        plain.push_str(before);
        let (inside, tail) = after.split_once("]]").unwrap_or((after, ""));
        let (word, id) = inside.split_once('|').map_or((inside, None), |(w, i)| (w, Some(i.to_owned())));
        let start = plain.len();
        plain.push_str(word);
        marks.push((start, plain.len(), id));
        rest = tail;
    }
    plain.push_str(rest);
    (plain, marks)
}

/// What differs between a marked document and what is found in it.
fn differences(matcher: &Matcher, lang: Lang, document: &str) -> Vec<String> {
    let paragraphs: Vec<(String, Vec<Marked>)> = document.split(" ¶ ").map(unmark).collect();
    let candidates: Vec<_> = paragraphs.iter().map(|(text, _)| matcher.candidates(text, lang)).collect();
    let slices: Vec<&[_]> = candidates.iter().map(Vec::as_slice).collect();
    let mut notes = Vec::new();
    for ((text, marks), mentions) in paragraphs.iter().zip(resolve(matcher, &slices)) {
        let mut left = mentions;
        for (start, end, id) in marks {
            match left.iter().position(|m| m.span.range() == (*start..*end)) {
                Some(at) => {
                    let mention = left.remove(at);
                    if id.as_ref().is_some_and(|id| *id != mention.actor.id()) {
                        notes.push(format!("{} is {}", &text[*start..*end], mention.actor.id()));
                    }
                }
                None => notes.push(format!("missed {}", &text[*start..*end])),
            }
        }
        notes.extend(left.iter().map(|m| format!("extra {} ({})", &text[m.span.range()], m.actor.id())));
    }
    notes
}

fn matcher() -> Matcher {
    let (registry, _) = Registry::parse(include_str!("actors.toml"));
    Matcher::new(Arc::new(registry))
}

#[test]
fn every_marked_mention_and_no_other() {
    let matcher = matcher();
    let mut wrong = Vec::new();
    for line in include_str!("sentences.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let (lang, text) = line.split_once(' ').unwrap_or_default();
        let notes = differences(&matcher, Lang::from_tag(lang).unwrap_or(Lang::De), text);
        if !notes.is_empty() {
            wrong.push(format!("{line}\n    {}", notes.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

proptest::proptest! {
    /// Whatever the text: spans in order, on character boundaries, not overlapping, and no panic.
    #[test]
    fn spans_are_sound(parts in proptest::collection::vec(proptest::sample::select(PIECES), 0..24), free in ".{0,24}") {
        let matcher = MATCHER.get_or_init(matcher);
        for text in [parts.concat(), format!("{}{free}{}", parts.concat(), parts.join(" "))] {
            for lang in Lang::ALL {
                let candidates = matcher.candidates(&text, lang);
                let found = resolve(matcher, &[&candidates, &candidates]);
                let mut end = 0;
                for mention in found.first().into_iter().flatten() {
                    let range = mention.span.range();
                    proptest::prop_assert!(range.start >= end && range.end > range.start, "{text:?} {range:?}");
                    proptest::prop_assert!(text.get(range.clone()).is_some(), "{text:?} {range:?}");
                    end = range.end;
                }
            }
        }
    }
}

static MATCHER: std::sync::OnceLock<Matcher> = std::sync::OnceLock::new();

const PIECES: &[&str] = &[
    "Nord- und Südkorea",
    "Lena Achterberg",
    "Achterbergs",
    " ",
    "\u{a0}",
    "-",
    "\u{2011}",
    "\u{ad}",
    "’s",
    "'",
    "u\u{308}",
    "ß",
    "🙂",
    "U.S.",
    "J. ",
    "(BIGA)",
    "Institut für ",
    "Verband der ",
    "der ",
    "Brüssel",
    "Hannover und ",
    "GmbH",
    "Bank of ",
    "University",
    "the ",
    " von der ",
    "Minister ",
    "sagt ",
    ", ",
    ". ",
    ":",
    "Warnauer",
    "Deutsche ",
    "EU-",
    "Petr Novotny\u{301}",
    "朝鮮",
    "1234",
    "Kim",
    "in ",
    "\n",
    "Dr. ",
    "Ukrainekrieg",
];
