//! `self-contradiction`: the draft gives two values for one matter.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::actors::ActorRef;
use crate::corpus::statement::{Sentence, Stated};
use crate::figures::{self, Figure, Kind, Relation};
use crate::lang::lexicon::Key;
use crate::lang::wording::wording;

use super::doc::{Article, Example};
use super::{Check, Doc, Draft, Evidence, Label, Message, Part, Severity, Whole, say};

/// Least share of the weight of each sentence's words that two sentences on one matter have in common.
const LEAST: f32 = 0.45;
/// The same for places in an order, which name little beside the order itself.
const LEAST_RANK: f32 = 0.12;
/// How many sentences back a figure that has been spoken of may stand.
const BACK: usize = 2;

/// See the module.
pub struct SelfContradiction;

impl Check for SelfContradiction {
    fn code(&self) -> &'static str {
        "self-contradiction"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "imker-umfrage",
            publisher: "Bienenbote",
            date: "2024-02-20",
            text: "An der Umfrage des Imkerverbands nahmen 780 Imker teil, unter ihnen 35 Imkerinnen.",
        };
        Doc {
            what: "The draft gives two values for one matter.",
            why: "One of them is wrong, and readers will find the other. Values of other times, places and people, and values given as somebody else's, are not held against each other.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "An der Umfrage des Imkerverbands nahmen 780 Imker teil. Von diesen 870 Imkern arbeitet die Hälfte im Nebenerwerb.",
                    finds: Some("870 Imkern"),
                    says: "780 Imker",
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "An der Umfrage des Imkerverbands nahmen 780 Imker teil. Die 35 Imkerinnen unter ihnen sind jünger.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn document(&self, whole: &Whole<'_>, out: &mut Vec<Draft>) {
        let tellers = tellers(whole);
        let places = places(&tellers);
        let mut by_key: FxHashMap<Key, Vec<(usize, usize)>> = FxHashMap::default();
        // For each place the last one it was met by.
        let mut met_by = vec![usize::MAX; places.len()];
        for (n, place) in places.iter().enumerate() {
            let mut met: Vec<usize> = Vec::new();
            let mut meet = |other: usize| {
                if std::mem::replace(&mut met_by[other], n) != n {
                    met.push(other);
                }
            };
            // Figures that share a word and whose sentences name the same; others are on one matter only where they stand
            // close to each other.
            let actors = place.teller.actors;
            for key in &place.teller.told.keys {
                let all = by_key.entry(*key).or_default();
                all.iter().rev().take(40).filter(|other| other.1 == actors).for_each(|&(other, _)| meet(other));
                all.push((n, actors));
            }
            let back = (0..n).rev().take_while(|&o| places[o].teller.number + BACK >= place.teller.number);
            back.for_each(meet);
            met.sort_unstable();
            let clashes: Vec<usize> = met.into_iter().rev().filter(|&other| clash(&places, other, n)).collect();
            if clashes.is_empty() {
                continue;
            }
            // Of several the one with the same digits: it is the slip's other half.
            let digits = |f: &Figure| {
                let mut all: Vec<char> = f.json_value().to_string().chars().filter(|c| *c > '0' && *c <= '9').collect();
                all.sort_unstable();
                all
            };
            let own = digits(place.figure);
            let clash = clashes.into_iter().max_by_key(|&o| (digits(places[o].figure) == own, o));
            let Some(other) = clash.and_then(|o| places.get(o)) else { continue };
            out.push(Draft {
                span: place.figure.span.shifted(place.part.start),
                message: Message::TwoValues { here: say::short(place.text()), before: say::short(other.text()) },
                evidence: vec![Evidence {
                    source: None,
                    span: other.figure.span.shifted(other.part.start),
                    label: Label::Words(say::short(other.text())),
                }],
                fixes: Vec::new(),
            });
        }
    }
}

/// A sentence that states figures: what is looked at again and again, made once.
#[derive(Debug)]
pub struct Told {
    /// Index of the sentence in its paragraph.
    sentence: usize,
    /// The keys of its words, sorted.
    words: Vec<Key>,
    /// The weight of each word and where its keys end in `of_words`.
    weights: Vec<(f32, usize)>,
    of_words: Vec<Key>,
    /// The words that are worth looking up.
    keys: Vec<Key>,
    /// Whom it names, sorted.
    actors: Vec<ActorRef>,
    figures: Vec<Counted>,
    /// No other sentence has this number, of whatever draft.
    id: u64,
    /// Which of its figures clash with which of sentences far before it, as far as that is known: a key changes few sentences,
    /// and all are held against each other. By the other's number and the places of both figures.
    clashes: Mutex<FxHashMap<(u64, usize, usize), bool>>,
}

/// How many answers a sentence keeps: some are about sentences that are no more.
const KEPT: usize = 4096;

/// A figure that can be held against others.
#[derive(Debug)]
struct Counted {
    /// Its index in its sentence.
    figure: usize,
    /// The keys of what it counts, sorted.
    noun: Vec<Key>,
}

impl Told {
    /// The sentences of a paragraph that state figures.
    fn of(stated: &Stated) -> Vec<Told> {
        let sentences = stated.sentences.iter().enumerate();
        sentences.filter(|(_, s)| !s.figures.is_empty()).map(|(n, own)| Told::of_sentence(n, own)).collect()
    }

    fn of_sentence(sentence: usize, own: &Sentence) -> Told {
        let units = own.words.iter().flat_map(|w| &w.units);
        let all: FxHashMap<Key, u8> = units.flat_map(|u| u.keys.iter().map(|k| (*k, u.weight))).collect();
        let mut words: Vec<Key> = all.keys().copied().collect();
        words.sort_unstable();
        let mut of_words = Vec::new();
        let weights = own.words.iter().map(|word| {
            of_words.extend(word.units.iter().flat_map(|u| &u.keys));
            (f32::from(word.units.iter().map(|u| u.weight).max().unwrap_or(0)), of_words.len())
        });
        let weights = weights.collect();
        let mut actors: Vec<ActorRef> = own.mentions.iter().map(|m| m.actor.clone()).collect();
        actors.sort();
        actors.dedup();
        let keys = all.into_iter().filter(|(_, w)| *w >= 60).map(|(k, _)| k).collect();
        let counted = own.figures.iter().enumerate().filter_map(|(n, figure)| {
            let claim = super::reading::claim_at(own, figure.core);
            let said = claim.is_some_and(|c| c.question || c.condition || c.attribution.speaker.is_some() || c.plan);
            if matches!(figure.value, figures::Value::Unknown) || (said && figure.kind == Kind::Date) {
                return None;
            }
            let mut noun: Vec<Key> = figure.noun.as_ref().map_or_else(Vec::new, |noun| {
                let words = own.words.iter().filter(|w| w.span.overlaps(noun.span));
                words.flat_map(|w| w.units.iter().flat_map(|u| u.keys.iter().copied())).collect()
            });
            noun.sort_unstable();
            noun.dedup();
            Some(Counted { figure: n, noun })
        });
        let figures = counted.collect();
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Told { sentence, words, weights, of_words, keys, actors, figures, id, clashes: Mutex::default() }
    }

    /// What is known of a figure of it and another of a sentence before it; `judge` finds out.
    fn known(&self, key: (u64, usize, usize), judge: impl FnOnce() -> bool) -> bool {
        let lock = || self.clashes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&known) = lock().get(&key) {
            return known;
        }
        let judged = judge();
        let mut known = lock();
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(key, judged);
        judged
    }

    fn has(&self, key: Key) -> bool {
        self.words.binary_search(&key).is_ok()
    }
}

/// A sentence of the draft that states figures, where it stands.
struct Teller<'a> {
    told: &'a Told,
    part: &'a Part<'a>,
    own: &'a Sentence,
    /// Its number in the document.
    number: usize,
    /// The number of the set of those it names.
    actors: usize,
}

/// A figure of the draft and what it is about.
struct Place<'a> {
    teller: &'a Teller<'a>,
    part: &'a Part<'a>,
    own: &'a Sentence,
    figure: &'a Figure,
    /// Its index in its sentence.
    nth: usize,
    noun: &'a [Key],
}

impl Place<'_> {
    fn text(&self) -> &str {
        self.part.text.get(self.figure.span.range()).unwrap_or_default()
    }
}

fn tellers<'a>(whole: &'a Whole<'a>) -> Vec<Teller<'a>> {
    let mut sets: FxHashMap<&[ActorRef], usize> = FxHashMap::default();
    let mut out = Vec::new();
    let mut first = 1;
    for part in whole.parts.iter().filter(|p| p.stated.number > 0) {
        for told in part.told.get_or_init(|| Told::of(part.stated)) {
            let Some(own) = part.stated.sentences.get(told.sentence) else { continue };
            let next = sets.len();
            let actors = *sets.entry(&told.actors).or_insert(next);
            out.push(Teller { told, part, own, number: first + told.sentence, actors });
        }
        first += part.stated.sentences.len();
    }
    out
}

fn places<'a>(tellers: &'a [Teller<'a>]) -> Vec<Place<'a>> {
    let places = |teller: &'a Teller<'a>| {
        let Teller { part, own, .. } = *teller;
        let counted = teller.told.figures.iter().filter_map(|c| Some((c, own.figures.get(c.figure)?)));
        counted.map(move |(counted, figure)| Place {
            teller,
            part,
            own,
            figure,
            nth: counted.figure,
            noun: &counted.noun,
        })
    };
    tellers.iter().flat_map(places).collect()
}

/// Whether two figures of the draft are on one matter and differ.
fn clash(places: &[Place<'_>], first: usize, second: usize) -> bool {
    let (a, b) = (&places[first], &places[second]);
    // Dates follow each other in any story.
    let (here, there) = (a.teller, b.teller);
    if here.number == there.number || a.figure.kind == Kind::Date || b.figure.kind == Kind::Date {
        return false;
    }
    // Between two values and one value lies no slip.
    if is_range(a.figure) != is_range(b.figure) {
        return false;
    }
    if there.number - here.number <= BACK {
        return clash_near(places, first, second);
    }
    here.actors == there.actors && there.told.known((here.told.id, a.nth, b.nth), || clash_far(a, b))
}

/// Sentences far apart are on one matter only if they share its actors and most of their words.
fn on_one_matter(a: &Place<'_>, b: &Place<'_>) -> bool {
    let (here, there) = (a.teller, b.teller);
    let same_actors = here.actors == there.actors;
    let named = same_actors && !here.told.actors.is_empty();
    let least = if a.figure.kind == Kind::Rank && named { LEAST_RANK } else { LEAST };
    same_actors && share(here, there) >= least && share(there, here) >= least
}

/// How two figures relate, if they differ as values of one matter do.
fn difference(a: &Place<'_>, b: &Place<'_>) -> Option<Relation> {
    let relation = figures::compare(b.figure, a.figure);
    let differs = matches!(relation, Relation::Different | Relation::ScaleDiffers)
        && (relation != Relation::Different || super::reading::plausible(a.figure, b.figure));
    differs.then_some(relation)
}

/// Whether two figures that differ may be of one matter.
fn may_clash(a: &Place<'_>, b: &Place<'_>) -> bool {
    // A value that either sentence, or one in between, gives as well is another part of the matter.
    let agrees = |x: &Figure, own: &Sentence| own.figures.iter().any(|f| figures::compare(f, x).agrees());
    if agrees(a.figure, b.own) || agrees(b.figure, a.own) {
        return false;
    }
    let other_noun = || !a.noun.iter().any(|k| b.noun.binary_search(k).is_ok());
    if !a.noun.is_empty() && !b.noun.is_empty() && other_noun() && !points_back(b, true) {
        return false;
    }
    !other_time(a.own, b.own, a.figure, b.figure) && !other_speaker(a, b)
}

/// The same as [`clash`] for sentences far apart: it depends on these two alone.
fn clash_far(a: &Place<'_>, b: &Place<'_>) -> bool {
    // What takes least comes first.
    difference(a, b).is_some() && on_one_matter(a, b) && may_clash(a, b)
}

fn clash_near(places: &[Place<'_>], first: usize, second: usize) -> bool {
    let (a, b) = (&places[first], &places[second]);
    let difference = difference(a, b);
    if transposed(a.figure, b.figure) && !other_time(a.own, b.own, a.figure, b.figure) {
        return true;
    }
    let Some(relation) = difference.filter(|_| may_clash(a, b)) else { return false };
    if points_back(b, false) && nearest(places, first, second) {
        let shared = near_words(b).iter().any(|k| a.teller.told.has(*k));
        let shared = shared || same_time(a.own, b.own);
        if relation == Relation::ScaleDiffers || shared || points_back(b, true) {
            return true;
        }
    }
    on_one_matter(a, b)
}

fn is_range(figure: &Figure) -> bool {
    matches!(&figure.value, figures::Value::Number { lo, hi } if lo != hi)
}

/// Whether two values of one sort have the same three digits or more in another order: 24.9 and 29.4.
fn transposed(a: &Figure, b: &Figure) -> bool {
    let digits = |f: &Figure| -> Vec<char> {
        let figures::Value::Number { lo: Some(lo), hi } = &f.value else { return Vec::new() };
        if hi.is_none_or(|hi| hi != *lo) {
            return Vec::new();
        }
        lo.normalize()
            .abs()
            .to_string()
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
            .trim_matches('0')
            .chars()
            .collect()
    };
    let sorted = |mut all: Vec<char>| {
        all.sort_unstable();
        all
    };
    let (x, y) = (digits(a), digits(b));
    let same_sort = a.kind == b.kind && a.unit == b.unit
        || a.unit.is_none() && b.kind == Kind::Money
        || b.unit.is_none() && a.kind == Kind::Money;
    same_sort && x.len() >= 3 && x != y && sorted(x) == sorted(y) && figures::ratio(a, b) < rust_decimal::Decimal::TWO
}

/// Whether no figure between the two is of the same sort as the second.
fn nearest(places: &[Place<'_>], first: usize, second: usize) -> bool {
    let b = &places[second];
    places[first + 1..second]
        .iter()
        .filter(|p| p.teller.number != b.teller.number)
        .all(|p| p.figure.kind != b.figure.kind || p.figure.unit != b.figure.unit)
        || share(b.teller, places[first].teller) >= 0.3
}

/// Whether the words before the figure say that it has been spoken of.
fn points_back(place: &Place<'_>, strictly: bool) -> bool {
    let before =
        place.part.text.get(place.own.span.start as usize..place.figure.span.start as usize).unwrap_or_default();
    let inside = place.text();
    let words = wording(place.part.stated.lang);
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let head = inside.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is = |list: &[&str]| list.contains(&last.as_str()) || list.contains(&head.as_str());
    is(words.demonstrative) || (!strictly && is(words.definite))
}

/// Content words right behind the figure and right before it.
fn near_words(place: &Place<'_>) -> FxHashSet<Key> {
    let behind = place.own.words.iter().filter(|w| w.span.start >= place.figure.core.end).take(3);
    let keys = behind.filter(|w| place.figure.noun.as_ref().is_none_or(|n| !n.span.overlaps(w.span)));
    let mut keys: FxHashSet<Key> = keys.flat_map(|w| w.units.iter().flat_map(|u| u.keys.iter().copied())).collect();
    keys.extend(place.noun);
    keys
}

/// The share of `a`'s words that `b` has, by weight.
fn share(a: &Teller<'_>, b: &Teller<'_>) -> f32 {
    let mut all = 0.0;
    let mut met = 0.0;
    let mut from = 0;
    for &(weight, to) in &a.told.weights {
        all += weight;
        if a.told.of_words.get(from..to).is_some_and(|keys| keys.iter().any(|k| b.told.has(*k))) {
            met += weight;
        }
        from = to;
    }
    if all > 0.0 { met / all } else { 0.0 }
}

/// Whether the sentences name other times, beside the figures themselves.
fn other_time(a: &Sentence, b: &Sentence, x: &Figure, y: &Figure) -> bool {
    let dates = |s: &Sentence, f: &Figure| -> Vec<Figure> {
        s.figures.iter().filter(|d| matches!(d.kind, Kind::Date) && d.core != f.core).cloned().collect()
    };
    let (ours, theirs) = (dates(a, x), dates(b, y));
    // What only one of them dates may still be the same; what both date must not differ.
    let differ = |p: &Figure, q: &Figure| figures::compare(p, q) == Relation::Different;
    let meets = ours.iter().any(|p| theirs.iter().any(|q| figures::compare(p, q).agrees()));
    !meets && ours.iter().any(|p| theirs.iter().any(|q| differ(p, q)))
}

/// Whether both sentences give the same date.
fn same_time(a: &Sentence, b: &Sentence) -> bool {
    let dates = |s: &Sentence| s.figures.iter().filter(|d| d.kind == Kind::Date).cloned().collect::<Vec<_>>();
    let theirs = dates(b);
    dates(a).iter().any(|p| theirs.iter().any(|q| figures::compare(p, q).agrees()))
}

/// Whether the two values are given as those of two speakers.
fn other_speaker(a: &Place<'_>, b: &Place<'_>) -> bool {
    let speaker =
        |p: &Place<'_>| super::reading::claim_at(p.own, p.figure.core).and_then(|c| c.attribution.speaker.clone());
    match (speaker(a), speaker(b)) {
        (Some(x), Some(y)) => !super::reading::same_speaker(&x, &y),
        (None, None) => false,
        // One of them is somebody's, the other the draft's own: unless it points back, they may differ on purpose.
        _ => !points_back(b, false),
    }
}
