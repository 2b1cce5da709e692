//! Trace: where does this come from?
//!
//! A draft's sentence (or one figure in it) is laid beside every source paragraph that shares words, actors or values with it.
//! Slots decide, never one blended similarity:
//!
//! - **matter**: do both speak of the same thing? Content words (concepts, so that German and English meet), actors, what is
//!   counted and in which dimension.
//! - **value**: do the figures agree after normalisation? Two numbers about different things never match because they are
//!   equal; a differing value about the same matter is a *disagreeing* statement, not a weaker match.
//!
//! Who acts counts as named where the article names it anywhere or is its own (`we`); what stands in another clause than the
//! caret counts little; a value coarser than the draft's is no source of it where somebody states the value itself; whoever
//! cites an article says where it is from. The constants below were chosen together, on texts written for that
//! (`make accuracy`), so that a source is found without one being invented.
//!
//! What agrees is put in the order in which it was first made: earliest day of the article's date, article id, paragraph,
//! position. **Steady:** no weight depends on what else the corpus holds, so the same question gives the same answer.

pub mod series;
pub mod verbatim;

use std::cell::{Cell, OnceCell};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::actors::{ActorRef, Mention};
use crate::claims::Part;
use crate::corpus::Corpus;
use crate::corpus::index::{Entry, Found};
use crate::corpus::outline::{Figures, Outline};
use crate::corpus::statement::{Sentence, Stated, UNKNOWN_NOUN, counted_keys, figure_keys, last_word, mention_keys};
use crate::corpus::tape::Quoted;
use crate::figures::{self, DateRange, Figure, Kind, Relation, Value};
use crate::lang::lexicon::{Key, concept_key};
use crate::text::Span;

/// Least that a value must say for itself to be told from others by nothing else.
const TELLING: f32 = 0.3;

/// Paragraphs looked at for one question. A claim's own words bring its sources up front; more only costs time.
const CANDIDATES: usize = 192;
/// Least matter for statements whose values agree: for a value that any text may have by chance, and for one of many digits.
const LEAST_AGREEING: (f32, f32) = (0.36, 0.11);
/// Less matter than this never counts.
pub const LEAST: f32 = LEAST_AGREEING.1;
/// Least matter for statements whose values differ: being about the same thing must then be beyond doubt.
const LEAST_DISAGREEING: f32 = 0.53;
const LEAST_BESIDE_ANOTHER: f32 = 0.4;
const LEAST_OTHER_SCALE: f32 = 0.3;
/// The same where the source names whom the draft names.
const LEAST_OTHER_SCALE_NAMED: f32 = 0.18;
/// Most times one value of a matter may be another, and what is left of the matter beyond it.
const MOST_RATIO: u32 = 10;
const IMPLAUSIBLE: f32 = 0.75;
/// Least matter for statements without a figure in focus.
const LEAST_SENTENCE: f32 = 0.545;
/// Least the words must prove by themselves there: names alone say who it is about, not what.
const LEAST_WORDS: f32 = 0.34;
/// Fewest words that must be shared there when nobody is named.
const LEAST_SHARED: usize = 2;
/// Least the words must prove beside an equal value, when nobody is named.
const LEAST_BESIDE_VALUE: f32 = 0.12;
/// A statement counts only if it is nearly as much about the matter as the best one; without values that agree, nearer still.
const NEAR_BEST: f32 = 0.49;
const NEAR_BEST_SENTENCE: f32 = 0.8;
/// What one article says of a matter it says where it is most about it.
const NEAR_BEST_OF_ARTICLE: f32 = 0.7;
/// Statements of a coarser value count as agreement only if they are so much about the matter as others are.
const COARSER_BEST: f32 = 0.8;
/// How much a shared word counts that stands in the source's sentence before or after, elsewhere in its paragraph, in the
/// article's title.
const BESIDE: f32 = 0.7;
const NEARBY: f32 = 0.5;
const IN_TITLE: f32 = 0.4;
/// The same for an actor who is only named elsewhere in the article, as in `we` and `the company`.
const IN_CAST: f32 = 0.35;
/// What it adds that the draft cites the article.
const CITED: f32 = 0.2;
/// What is left of a word outside the clause of the caret, and of an actor there.
const OTHER_CLAUSE: f32 = 0.4;
/// What is left of a word that says what another of the draft's words says already.
const TWIN: f32 = 0.3;
/// Words away from the caret at which a word of the draft counts half.
const HALF_REACH: f32 = 7.0;
/// Least a word of the sentence counts however far from the caret.
const FAR_SHARE: f32 = 0.35;
/// This much shared weight (a special word at the caret weighs 1) is half of what shared words can prove.
const HALF_PROOF: f32 = 1.1;
/// How much the actors count beside the words.
const ACTORS: f32 = 0.19;
/// How much an actor counts who only says it, beside one who does it.
const SPEAKER_SHARE: f32 = 0.3;
/// What is left of the matter when somebody else acts.
const OTHER_AGENT: f32 = 0.5;
/// Least [`specificity`] of another figure of the sentence that counts.
const LEAST_SPECIFIC: f32 = 0.3;
/// What the digits of a value add to its rank among other values, where only the magnitude differs.
const OTHER_SCALE: f32 = 0.4;
/// What a day that is another in one digit adds.
const SLIPPED: f32 = 0.2;
/// What one more figure of the sentence that the source has too adds to the matter.
const OTHER_FIGURE: f32 = 0.145;

/// How the source's value relates to the draft's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Values {
    /// Equal after normalisation, or rounded as either side is entitled to.
    Agree,
    /// Equal, with another bound (`bis zu 12.000`, `12.000`).
    OtherBound,
    /// The same digits at another magnitude.
    OtherScale,
    /// Another value.
    Differ,
    /// There is no value to compare.
    None,
}

impl Values {
    /// All of them.
    pub const ALL: [Values; 5] = [Values::Agree, Values::OtherBound, Values::OtherScale, Values::Differ, Values::None];
}

/// What each slot contributed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explain {
    /// How much the words prove that both have, 0 to 1, those near the caret counting more.
    pub words: f32,
    /// The share of the draft's words that the source's sentence itself has, by weight.
    pub own: f32,
    /// The share that its paragraph has.
    pub share: f32,
    /// Share of the draft's actors that the source has; `None` when the draft names none.
    pub actors: Option<f32>,
    /// Whether somebody acts in the draft whom the source's paragraph does not name.
    pub other_agent: bool,
    /// Whether both count the same thing; `None` when one does not say what it counts.
    pub counted: Option<bool>,
    /// How many other figures of the draft's sentence the source's sentence has as well.
    pub others: u32,
    /// How the values relate.
    pub values: Values,
    /// Whether the source's value is the coarser one, so that it cannot be what the draft took its own from.
    pub coarser: bool,
    /// Whether the draft cites the article.
    pub cited: bool,
    /// Whether the source has the words that the draft quotes, or nearly the same.
    pub quoted: bool,
    /// All of it: how surely both speak of the same matter.
    pub matter: f32,
    /// The draft's words that were found, as they stand in the draft.
    pub shared: Vec<Span>,
}

/// A source statement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Hit {
    /// Index of the article in [`Corpus::entries`].
    pub entry: usize,
    /// Paragraph number, from 1.
    pub paragraph: u32,
    /// The paragraph in the article's file.
    pub paragraph_span: Span,
    /// The sentence in the article's file.
    pub span: Span,
    /// The figure that answers the one in focus.
    pub figure: Option<Figure>,
    /// Why.
    pub explain: Explain,
}

/// What the sources say about one claim; each list first made first.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// Statements of the same claim.
    pub agreeing: Vec<Hit>,
    /// Statements about the same matter with another value.
    pub disagreeing: Vec<Hit>,
}

impl Trace {
    /// Where the claim was first made; when nobody states its value, where its matter was first given one.
    pub fn first(&self) -> Option<&Hit> {
        self.agreeing.first().or(self.disagreeing.first())
    }
}

/// What is asked: a place in a draft.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The draft's paragraph.
    pub stated: &'a Stated,
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the figure in the sentence, when one is in focus.
    pub figure: Option<usize>,
    /// The caret; the sentence's middle when the whole sentence is meant.
    pub at: Option<u32>,
    /// An article not to look at: the one being read or checked.
    pub without: Option<usize>,
}

/// What `Menschen`, `Leute`, `people` count: anybody.
static PEOPLE: LazyLock<Key> = LazyLock::new(|| concept_key("people-humans"));

/// Whether a figure of a sentence counts people, whoever they are.
pub fn counts_people(sentence: &Sentence, figure: &Figure) -> bool {
    counted_keys(sentence, figure).contains(&*PEOPLE)
}

/// Traces one claim.
pub fn trace(corpus: &Corpus, question: &Question<'_>) -> Trace {
    with_paragraphs(corpus, question).0
}

/// The trace, every statement of another value about the matter (the trace keeps those of one), and the paragraphs that all
/// of them stand in.
fn with_paragraphs(corpus: &Corpus, question: &Question<'_>) -> (Trace, Vec<Hit>, Vec<Found>) {
    let mut agreeing: Vec<Hit> = Vec::new();
    let mut disagreeing: Vec<Hit> = Vec::new();
    let focus = question.stated.sentences.get(question.sentence).and_then(|s| s.figures.get(question.figure?));
    // What is cited counts with whatever words.
    let cites = question.stated.sentences.get(question.sentence).is_some_and(|s| !s.cites.is_empty());
    let (hits, found) = compared(corpus, question, if cites { 0.0 } else { LEAST });
    for hit in hits {
        let enough = match hit.explain.values {
            // Two equal values in one sentence are not there by chance.
            Values::Agree | Values::OtherBound if hit.explain.others > 0 && focus.is_some_and(is_telling) => LEAST,
            Values::Agree | Values::OtherBound => {
                let chance = focus.map_or(0.0, specificity).min(hit.figure.as_ref().map_or(0.0, specificity));
                LEAST_AGREEING.0 + (LEAST_AGREEING.1 - LEAST_AGREEING.0) * chance
            }
            // `61,000 of the 186,000 premises` is what it is in whatever words.
            Values::None if hit.explain.others > 1 => LEAST_BESIDE_ANOTHER,
            Values::None => LEAST_SENTENCE,
            // The same digits prove the matter as the same value does.
            Values::OtherScale => {
                let known = hit.explain.actors.is_some_and(|a| a >= 0.6);
                let least = if known { LEAST_OTHER_SCALE_NAMED } else { LEAST_OTHER_SCALE };
                focus.map_or(LEAST_DISAGREEING, least_agreeing).max(least)
            }
            // Another figure that both have proves the matter as well.
            Values::Differ if hit.explain.others > 0 => LEAST_BESIDE_ANOTHER,
            Values::Differ => LEAST_DISAGREEING,
        };
        let explain = &hit.explain;
        let named = explain.actors.is_some_and(|a| a >= 0.5);
        let thin = match explain.values {
            Values::None if explain.others > 1 => false,
            Values::None => explain.words < LEAST_WORDS || !named && explain.shared.len() < LEAST_SHARED,
            // An equal value alone proves nothing.
            _ => explain.words < LEAST_BESIDE_VALUE && !named && explain.others == 0,
        };
        // Whoever cites an article that states the very value has it from there.
        let cited = explain.cited
            && matches!(explain.values, Values::Agree | Values::OtherBound)
            && focus.is_some_and(is_telling);
        if (explain.matter < enough || thin) && !cited {
            continue;
        }
        match hit.explain.values {
            Values::Agree | Values::OtherBound | Values::None => agreeing.push(hit),
            Values::OtherScale | Values::Differ => disagreeing.push(hit),
        }
    }
    keep_near_best(&mut agreeing);
    // Where somebody states the value itself, a coarser one is not its source.
    if agreeing.iter().any(|h| !h.explain.coarser) {
        agreeing.retain(|h| !h.explain.coarser);
    } else if focus.is_some() {
        let best = |hits: &[Hit]| hits.iter().map(|h| h.explain.matter).fold(0.0, f32::max);
        // `December 2022` is no source of the 12th where another one has the 2nd.
        let slip = |h: &Hit| focus.zip(h.figure.as_ref()).is_some_and(|(a, b)| slipped(a, b));
        if best(&agreeing) < COARSER_BEST * best(&disagreeing) || disagreeing.iter().any(slip) {
            agreeing.clear();
        }
    }
    let mut found = found;
    spoken(corpus, question, &mut agreeing, &mut found);
    let others = disagreeing.clone();
    keep_one_value(focus, &mut disagreeing);
    for hits in [&mut agreeing, &mut disagreeing] {
        // One statement a paragraph, the one that says it best: a figure repeated in the next sentence is not another source.
        let best = |h: &Hit| Reverse(h.explain.matter.max(0.0).to_bits());
        let order = |h: &Hit| (corpus.entries()[h.entry].order(), h.paragraph, best(h), h.span.start);
        hits.sort_by_cached_key(order);
        hits.dedup_by(|b, a| (a.entry, a.paragraph) == (b.entry, b.paragraph));
    }
    (Trace { agreeing, disagreeing }, others, found)
}

/// Least share of a quotation's words at which a source is where it is from though it has others.
const LEAST_LIKE: f32 = 0.75;
/// Quotations nearly as like as the most alike are as much its source.
const NEAR_LIKE: f32 = 0.05;

/// Where the sentence quotes somebody, the paragraphs that have those words are its sources, whatever the rest of it says;
/// what others said before them in other words is not.
fn spoken(corpus: &Corpus, question: &Question<'_>, agreeing: &mut Vec<Hit>, found: &mut Vec<Found>) {
    let Some(sentence) = question.stated.sentences.get(question.sentence) else { return };
    let focus = question.figure.and_then(|n| sentence.figures.get(n));
    let at = question.at.or(focus.map(|f| f.core.start));
    let here = |q: &&Quoted| at.is_some_and(|at| q.span.touches(at));
    let mut asked: Vec<&Quoted> = sentence.quoted.iter().filter(here).collect();
    // Of a whole sentence the longest quotation is asked about; of a figure beside it, none.
    if asked.is_empty() && focus.is_none() {
        asked.extend(&sentence.quoted);
        asked.sort_by_key(|q| Reverse(q.len()));
    }
    let order = |entry: usize, paragraph: u32| (corpus.entries().get(entry).map(Entry::order), paragraph);
    for quoted in asked {
        let places = match quoted.is_telling() {
            true => verbatim::places_or_nearest(corpus, quoted, question.without, LEAST_LIKE),
            // Turns of phrase stand anywhere; what is about the matter and has them is where they are from.
            false => verbatim::places(corpus, quoted, question.without)
                .into_iter()
                .filter(|p| agreeing.iter().any(|h| (h.entry, h.paragraph) == (p.found.entry, p.found.outline.number)))
                .collect(),
        };
        let best = places.iter().map(|p| p.at.likeness).fold(0.0, f32::max);
        let hits: Vec<Hit> = places
            .iter()
            .filter(|p| p.at.likeness >= best - NEAR_LIKE)
            .filter_map(|p| spoken_hit(corpus, question, p))
            .collect();
        let Some(first) = hits.iter().map(|h| order(h.entry, h.paragraph)).min() else { continue };
        let same = |h: &Hit| hits.iter().any(|x| (x.entry, x.paragraph) == (h.entry, h.paragraph));
        agreeing.retain(|h| order(h.entry, h.paragraph) > first && !same(h));
        agreeing.extend(hits);
        found.extend(places.into_iter().map(|p| p.found));
        return;
    }
}

/// The source's sentence that has the words of a quotation, with all that is to be known about it.
fn spoken_hit(corpus: &Corpus, question: &Question<'_>, place: &verbatim::Place) -> Option<Hit> {
    let outline = &place.found.outline;
    let line = outline.lines().nth(place.at.sentence)?;
    let theirs = outline.figures().get(place.at.sentence).map_or(&[][..], |f| f.all.as_slice());
    let focus = question.stated.sentences.get(question.sentence)?.figures.get(question.figure.unwrap_or(usize::MAX));
    let figure = focus.and_then(|f| theirs.iter().find(|g| figures::compare(f, g).agrees())).cloned();
    // Nearly the same words may be about another value.
    let may_be_another = focus.is_some_and(|f| f.kind != Kind::Date) && figure.is_none();
    if may_be_another && place.at.likeness < 1.0 {
        return None;
    }
    let values = if figure.is_some() { Values::Agree } else { Values::None };
    let laid = Desk::new(corpus, question, std::slice::from_ref(&place.found)).lay(None, None, |_| 0.0, usize::MAX);
    let explain = laid.into_iter().find(|(_, sentence, _)| *sentence == place.at.sentence).map(|(.., hit)| hit.explain);
    let explain = explain.unwrap_or(Explain {
        words: 0.0,
        own: 0.0,
        share: 0.0,
        actors: None,
        other_agent: false,
        counted: None,
        others: 0,
        values,
        coarser: false,
        cited: false,
        quoted: true,
        matter: 0.0,
        shared: Vec::new(),
    });
    Some(Hit {
        entry: place.found.entry,
        paragraph: outline.number,
        paragraph_span: outline.span,
        span: line.span,
        figure,
        explain: Explain { values, quoted: true, matter: explain.matter.max(place.at.likeness), ..explain },
    })
}

/// Whether a value is one that a text does not have by chance: no date, and no small number.
fn is_telling(figure: &Figure) -> bool {
    figure.kind != Kind::Date && specificity(figure) >= TELLING
}

/// Every statement that was compared, before any is dropped: what `--explain` shows.
pub fn candidates(corpus: &Corpus, question: &Question<'_>) -> Vec<Hit> {
    compared(corpus, question, 0.0).0
}

fn compared(corpus: &Corpus, question: &Question<'_>, least: f32) -> (Vec<Hit>, Vec<Found>) {
    let Some(sentence) = question.stated.sentences.get(question.sentence) else { return Default::default() };
    let draft = Draft::new(sentence, question);
    let mut found = corpus.find(&draft.keys(question), CANDIDATES);
    found.retain(|f| Some(f.entry) != question.without);
    let probe = draft.probe();
    let hit = |f: &Found| {
        let places = draft.places(&probe, &f.outline, corpus.entries().get(f.entry));
        let mut weighed = Vec::new();
        if draft.at_most(&places) >= least {
            draft.weigh(0, f, &places, &mut weighed);
        }
        weighed.retain(|w| w.matter >= least);
        weighed.iter().map(|w| draft.hit(corpus, w, f, &places)).collect::<Vec<_>>()
    };
    let mut hits: Vec<Hit> = found.iter().flat_map(hit).collect();
    // Whoever cites an article says where it is from. The checks, which ask whether that is so, do not see this.
    for explain in hits.iter_mut().map(|h| &mut h.explain).filter(|e| e.cited) {
        if matches!(explain.values, Values::Agree | Values::OtherBound | Values::None) {
            explain.matter = (explain.matter + CITED).min(1.0);
        }
    }
    (hits, found)
}

/// The paragraphs worth laying beside a sentence, whichever of its figures is asked about: one look into the index instead
/// of one for each.
pub fn gather(corpus: &Corpus, question: &Question<'_>) -> Vec<Found> {
    let Some(sentence) = question.stated.sentences.get(question.sentence) else { return Vec::new() };
    let mut keys: FxHashMap<Key, f32> = FxHashMap::default();
    let figures = (0..sentence.figures.len()).map(Some);
    for figure in std::iter::once(None).chain(figures) {
        let question = Question { figure, at: None, ..*question };
        for (key, weight) in Draft::new(sentence, &question).keys(&question) {
            let at = keys.entry(key).or_default();
            *at = at.max(weight);
        }
    }
    let mut keys: Vec<(Key, f32)> = keys.into_iter().collect();
    keys.sort_by_key(|&(k, _)| k);
    let mut found = corpus.find(&keys, CANDIDATES);
    found.retain(|f| Some(f.entry) != question.without);
    found
}

/// Lays a question beside paragraphs that were gathered before: each statement with the index of its paragraph in `found`
/// and of its sentence there. Nothing is dropped; the order is that of `found`.
pub fn lay(corpus: &Corpus, question: &Question<'_>, found: &[Found]) -> Vec<(usize, usize, Hit)> {
    Desk::new(corpus, question, found).lay(question.figure, question.at, |_| 0.0, usize::MAX)
}

/// One sentence beside the paragraphs that were gathered for it: where its words and actors stand in them is looked up once,
/// whichever of its figures and claims is asked about.
pub struct Desk<'a> {
    corpus: &'a Corpus,
    question: Question<'a>,
    found: &'a [Found],
    places: Vec<Places>,
}

impl<'a> Desk<'a> {
    /// Puts a sentence beside paragraphs.
    pub fn new(corpus: &'a Corpus, question: &Question<'a>, found: &'a [Found]) -> Desk<'a> {
        let places = question.stated.sentences.get(question.sentence).map_or_else(Vec::new, |sentence| {
            let draft = Draft::new(sentence, question);
            let probe = draft.probe();
            found.iter().map(|f| draft.places(&probe, &f.outline, corpus.entries().get(f.entry))).collect()
        });
        Desk { corpus, question: *question, found, places }
    }

    /// The `most` statements that are most about what stands at `figure` or `at`, of those with as much matter as `least` asks
    /// for how their values relate: each with the index of its paragraph in the paragraphs and of its sentence there, in
    /// their order.
    pub fn lay(
        &self,
        figure: Option<usize>,
        at: Option<u32>,
        least: impl Fn(Values) -> f32,
        most: usize,
    ) -> Vec<(usize, usize, Hit)> {
        let question = Question { figure, at, ..self.question };
        let Some(sentence) = question.stated.sentences.get(question.sentence) else { return Vec::new() };
        let draft = Draft::new(sentence, &question);
        let least_of_all = Values::ALL.into_iter().map(&least).fold(f32::INFINITY, f32::min);
        // The matter of the best so far, the least first: what another one has to reach once there are enough.
        let mut best: BinaryHeap<Reverse<u32>> = BinaryHeap::new();
        let mut all: Vec<Weighed> = Vec::new();
        for (n, (found, places)) in self.found.iter().zip(&self.places).enumerate() {
            let bar = best.peek().filter(|_| best.len() >= most).map_or(0.0, |m| f32::from_bits(m.0));
            let matter = draft.at_most(places);
            if matter < least_of_all || matter < bar {
                continue;
            }
            let from = all.len();
            draft.weigh(n, found, places, &mut all);
            if most < usize::MAX {
                // Numbers that are not negative are in the order of their bits.
                best.extend(all[from..].iter().map(|w| Reverse(w.matter.max(0.0).to_bits())));
                while best.len() > most {
                    best.pop();
                }
            }
        }
        all.retain(|w| w.matter >= least(w.values));
        if all.len() > most {
            // Of equals the first ones stay.
            let mut order: Vec<usize> = (0..all.len()).collect();
            order.sort_by(|&a, &b| all[b].matter.total_cmp(&all[a].matter));
            order.truncate(most);
            order.sort_unstable();
            all = order.into_iter().map(|n| all[n]).collect();
        }
        let hit = |w: &Weighed| {
            let (found, places) = self.found.get(w.found).zip(self.places.get(w.found))?;
            Some((w.found, w.sentence, draft.hit(self.corpus, w, found, places)))
        };
        all.iter().filter_map(hit).collect()
    }
}

/// Least matter for statements that state the value of `figure`.
pub fn least_agreeing(figure: &Figure) -> f32 {
    let (bare, many) = LEAST_AGREEING;
    bare + (many - bare) * specificity(figure)
}

/// Drops what is much less about the matter than the best.
fn keep_near_best(hits: &mut Vec<Hit>) {
    // What is added for a citation says nothing against those who said it before.
    let bare = |h: &Hit| if h.explain.cited { h.explain.matter - CITED } else { h.explain.matter };
    let best = hits.iter().map(bare).fold(0.0, f32::max);
    let entries: Vec<(usize, f32)> = hits.iter().map(|h| (h.entry, bare(h))).collect();
    let best_of = |entry| entries.iter().filter(|(e, _)| *e == entry).map(|(_, m)| *m).fold(0.0, f32::max);
    hits.retain(|h| {
        let share = if h.explain.values == Values::None { NEAR_BEST_SENTENCE } else { NEAR_BEST };
        h.explain.matter >= best * share && bare(h) >= best_of(h.entry) * NEAR_BEST_OF_ARTICLE
    });
}

/// Of statements with other values keeps those that agree with the one that is most about the matter: the same paragraphs
/// often give several figures, and only one of them answers the draft's. The same digits at another magnitude are hardly there
/// by chance, the less the more of them there are, nor is the same day but for a digit.
fn keep_one_value(focus: Option<&Figure>, hits: &mut Vec<Hit>) {
    let slip = |h: &Hit| match h.explain.values {
        Values::OtherScale => OTHER_SCALE * h.figure.as_ref().map_or(0.0, specificity),
        _ if focus.zip(h.figure.as_ref()).is_some_and(|(a, b)| slipped(a, b)) => SLIPPED,
        _ => 0.0,
    };
    let rank = |h: &Hit| (h.explain.matter + slip(h), Reverse((h.entry, h.paragraph, h.span.start)));
    let best = hits.iter().max_by(|a, b| {
        let ((m, p), (n, q)) = (rank(a), rank(b));
        m.total_cmp(&n).then(p.cmp(&q))
    });
    let Some(answer) = best.and_then(|h| h.figure.clone()) else { return };
    hits.retain(|h| {
        h.figure.as_ref().is_some_and(|f| {
            matches!(figures::compare(&answer, f), Relation::Same | Relation::Rounded | Relation::SameButBound)
        })
    });
}

/// A statement beside the draft.
#[derive(Clone, Copy)]
struct Weighed {
    /// Index of its paragraph among those found, and of its sentence there.
    found: usize,
    sentence: usize,
    /// Index of the figure that answers the one in focus.
    figure: Option<usize>,
    words: f32,
    actors: Option<f32>,
    other_agent: bool,
    counted: Option<bool>,
    others: u32,
    values: Values,
    matter: f32,
}

/// The draft's side of the comparison.
struct Draft<'a> {
    sentence: &'a Sentence,
    focus: Option<&'a Figure>,
    /// Its index in the sentence.
    in_focus: Option<usize>,
    /// Weight of each word of the sentence.
    weights: Vec<f32>,
    total: f32,
    /// For each unit of each word what part of its word it is.
    shares: Vec<f32>,
    actors: Vec<DraftActor<'a>>,
    /// What the figure in focus counts, sorted.
    noun: Vec<Key>,
    /// The keys of all words that no figure counts, sorted, where the figure in focus counts something.
    around: Vec<Key>,
    /// For each figure of the sentence how unlikely its value is by chance.
    specific: Vec<f32>,
}

/// What answers the draft: the index of the figure, how the values relate, and whether both count the same thing.
type Answer = (Option<usize>, Values, Option<bool>);

/// How much of the draft's words a source has.
struct Shared {
    words: f32,
    own: f32,
    share: f32,
}

/// Somebody the draft names.
struct DraftActor<'a> {
    keys: Vec<Key>,
    name: &'a str,
    weight: f32,
    part: Part,
}

/// The keys of a draft's sentence in order, each with its *slot*: one for each unit of each word, in order, then one for each
/// actor. They are met with a paragraph's keys, which are in order as well.
struct Probe<'a> {
    keys: Vec<(Key, usize)>,
    /// The keys of each slot, and its word; actors have none.
    slots: Vec<(&'a [Key], Option<usize>)>,
    /// The names of the actors, as spellings are compared.
    names: Vec<Spelling<'a>>,
}

/// Where the words and actors of a draft's sentence stand in a source paragraph.
struct Places {
    /// The slots of words that stand anywhere, in order.
    words: Vec<Present>,
    /// For each actor its slot and where it stands.
    actors: Vec<(usize, Place)>,
    /// For each slot, the sentences that have one of its keys, a bit each.
    bits: Vec<u64>,
    /// Numbers of 64 bits a slot.
    width: usize,
    /// How each figure of the paragraph relates to each of the draft's sentence, once somebody has asked.
    relations: OnceCell<Vec<Cell<Option<Relation>>>>,
}

/// A slot of a word that stands somewhere.
#[derive(Clone, Copy)]
struct Present {
    word: usize,
    slot: usize,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In some sentence.
    Paragraph,
    /// In the article's title only.
    Title,
    /// Only a name much like it.
    Nearly,
    /// Elsewhere in the article, or as the one who wrote or published it.
    Cast,
    Nowhere,
}

impl Places {
    /// Where `slot`, which stands at `place`, stands, seen from sentence `n`: the nearer, the more it counts.
    fn seen_from(&self, slot: usize, place: Place, n: usize) -> f32 {
        match place {
            Place::Paragraph => {
                let bits = self.bits.get(slot * self.width..).unwrap_or_default();
                let has = |n: usize| n / 64 < self.width && bits.get(n / 64).is_some_and(|b| b >> (n % 64) & 1 == 1);
                match () {
                    () if has(n) => 1.0,
                    () if has(n + 1) || n > 0 && has(n - 1) => BESIDE,
                    () => NEARBY,
                }
            }
            Place::Title => IN_TITLE,
            Place::Cast => IN_CAST,
            Place::Nearly | Place::Nowhere => 0.0,
        }
    }

    /// How figure `theirs` of the paragraph, the `nth` of all of its sentences, relates to figure `ours` of the draft's
    /// sentence `draft`.
    fn relation(&self, draft: &Sentence, outline: &Outline, ours: usize, nth: usize, theirs: &Figure) -> Relation {
        let compared = || draft.figures.get(ours).map_or(Relation::Incomparable, |f| figures::compare(f, theirs));
        let width = draft.figures.len();
        let all = self.relations.get_or_init(|| {
            let figures: usize = outline.figures().iter().map(|f| f.all.len()).sum();
            vec![Cell::new(None); figures * width]
        });
        let Some(known) = all.get(nth * width + ours) else { return compared() };
        known.get().unwrap_or_else(|| {
            let relation = compared();
            known.set(Some(relation));
            relation
        })
    }
}

impl<'a> Draft<'a> {
    fn new(sentence: &'a Sentence, question: &Question<'_>) -> Draft<'a> {
        let focus = question.figure.and_then(|n| sentence.figures.get(n));
        let at = question.at.or(focus.map(|f| f.core.start));
        let clause = clause_at(sentence, at);
        let mut weights: Vec<f32> = sentence
            .words
            .iter()
            .map(|w| {
                let own = w.units.iter().map(|u| u.weight).max().unwrap_or(0);
                let here = if clause.is_none_or(|c| c.overlaps(w.span)) { 1.0 } else { OTHER_CLAUSE };
                // The names of known actors have a slot of their own, and so has a name that is nothing but one.
                let plain = w.units.iter().any(|u| !u.is_unknown());
                let named = |m: &Mention| m.span.overlaps(w.span) && (matches!(m.actor, ActorRef::Listed(_)) || !plain);
                let named = sentence.mentions.iter().any(named);
                if named { 0.0 } else { f32::from(own) / 100.0 * nearness(sentence, w.span, at) * here }
            })
            .collect();
        twins(sentence, &mut weights);
        let total = weights.iter().sum();
        let noun = focus.map(|f| counted_keys(sentence, f)).unwrap_or_default();
        let mut around: Vec<Key> = Vec::new();
        if !noun.is_empty() {
            let nouns = || sentence.figures.iter().filter_map(|f| f.noun.as_ref()).map(|n| n.span);
            let words = sentence.words.iter().filter(|w| !nouns().any(|n| n.overlaps(w.span)));
            around.extend(words.flat_map(|w| &w.units).flat_map(|u| u.keys.iter().copied()));
            around.sort_unstable();
        }
        let specific = sentence.figures.iter().map(specificity).collect();
        let shares = sentence.words.iter().flat_map(|w| {
            let heaviest = f32::from(w.units.iter().map(|u| u.weight).max().unwrap_or(1).max(1));
            w.units.iter().map(move |u| f32::from(u.weight) / heaviest)
        });
        let shares = shares.collect();
        let (in_focus, actors) = (question.figure, draft_actors(sentence, at, clause));
        Draft { sentence, focus, in_focus, weights, total, shares, actors, noun, around, specific }
    }

    /// Its keys, in order.
    fn probe(&self) -> Probe<'_> {
        let units = self.sentence.words.iter().enumerate().flat_map(|(n, w)| w.units.iter().map(move |u| (n, u)));
        let words = units.map(|(n, u)| (u.keys.as_slice(), Some(n)));
        let actors = self.actors.iter().map(|a| (a.keys.as_slice(), None));
        let slots: Vec<(&[Key], Option<usize>)> = words.chain(actors).collect();
        let mut keys: Vec<(Key, usize)> =
            slots.iter().enumerate().flat_map(|(slot, (keys, _))| keys.iter().map(move |&k| (k, slot))).collect();
        keys.sort_unstable();
        Probe { keys, slots, names: self.actors.iter().map(|a| Spelling::of(a.name)).collect() }
    }

    /// Where its words and actors stand in a source paragraph of article `entry`.
    fn places(&self, probe: &Probe<'_>, outline: &Outline, entry: Option<&Entry>) -> Places {
        let (title, cast) = entry.map_or((&[][..], &[][..]), |e| (&*e.title, &*e.cast));
        let width = outline.lines().len().div_ceil(64);
        let mut bits = vec![0u64; probe.slots.len() * width];
        // A bit of its own says of each slot whether it stands in the paragraph at all, whatever the sentence's number.
        let mut here = vec![false; probe.slots.len()];
        let mut left = probe.keys.as_slice();
        for (key, n) in outline.keys().pairs() {
            while let Some(((k, _), later)) = left.split_first()
                && *k < key
            {
                left = later;
            }
            for &(_, slot) in left.iter().take_while(|(k, _)| *k == key) {
                here[slot] = true;
                if n / 64 < width
                    && let Some(bits) = bits.get_mut(slot * width + n / 64)
                {
                    *bits |= 1 << (n % 64);
                }
            }
        }
        let mut places = Places { words: Vec::new(), actors: Vec::new(), bits, width, relations: OnceCell::new() };
        for (slot, (&(keys, word), here)) in probe.slots.iter().zip(here).enumerate() {
            let place = match () {
                () if here => Place::Paragraph,
                () if keys.iter().any(|k| title.binary_search(k).is_ok()) => Place::Title,
                () => Place::Nowhere,
            };
            match word {
                Some(word) if place != Place::Nowhere => places.words.push(Present { word, slot, place }),
                Some(_) => {}
                None => {
                    let name = probe.names.get(places.actors.len());
                    let nearly = || name.is_some_and(|own| outline.names().any(|name| own.is_nearly(name)));
                    let place = match place {
                        Place::Nowhere if nearly() => Place::Nearly,
                        Place::Nowhere if keys.iter().any(|k| cast.binary_search(k).is_ok()) => Place::Cast,
                        place => place,
                    };
                    places.actors.push((slot, place));
                }
            }
        }
        places
    }

    /// What to look for in the index, with weights.
    fn keys(&self, question: &Question<'_>) -> Vec<(Key, f32)> {
        let mut all: FxHashMap<Key, f32> = FxHashMap::default();
        let mut add = |key: Key, weight: f32| {
            let at = all.entry(key).or_default();
            *at = at.max(weight);
        };
        for (word, weight) in self.sentence.words.iter().zip(&self.weights) {
            for unit in &word.units {
                for &key in &unit.keys {
                    add(key, weight * f32::from(unit.weight) / 100.0);
                }
            }
        }
        for actor in &self.actors {
            for &key in &actor.keys {
                add(key, 0.6 * actor.weight);
            }
        }
        for (n, figure) in self.sentence.figures.iter().enumerate() {
            for key in figure_keys(figure) {
                add(key, if Some(n) == question.figure { 2.5 } else { 0.7 });
            }
        }
        let mut all: Vec<(Key, f32)> = all.into_iter().collect();
        all.sort_by_key(|&(k, _)| k);
        all
    }

    /// The most matter that any statement of a paragraph with `places` can have.
    fn at_most(&self, places: &Places) -> f32 {
        let nearest = |_, place| if place == Place::Paragraph { 1.0 } else { IN_TITLE };
        let words = self.words(places, nearest, |_| ()).words;
        let (actors, other_agent) = self.actors(places, |_, place| match place {
            Place::Paragraph => 1.0,
            place => places.seen_from(0, place, 0),
        });
        let others = self.specific.iter().filter(|s| **s >= LEAST_SPECIFIC).count() as u32;
        let of = |counted| matter(words, actors, other_agent, counted, self.focus.is_some(), others);
        // Sums of rounded numbers in the same order cannot grow by being rounded, but nothing rests on that.
        of(None).max(of(Some(true))) * 1.001
    }

    /// Weighs the statements of paragraph `n`, which has `places`.
    fn weigh(&self, n: usize, found: &Found, places: &Places, out: &mut Vec<Weighed>) {
        let mut answers = Vec::new();
        let mut first = 0;
        let none = Figures::default();
        // A draft without figures does not ask for those of its sources.
        let figures = if self.sentence.figures.is_empty() { &[] } else { found.outline.figures() };
        for (sentence, line) in found.outline.lines().enumerate() {
            let source = figures.get(sentence).unwrap_or(&none);
            let relation = |ours: usize, n: usize, theirs: &Figure| {
                places.relation(self.sentence, &found.outline, ours, first + n, theirs)
            };
            answers.clear();
            self.answers(source, relation, &mut answers);
            // Who asks states nothing.
            if !(answers.is_empty() || line.question && self.focus.is_none()) {
                let seen = |slot, place| places.seen_from(slot, place, sentence);
                let words = self.words(places, seen, |_| ()).words;
                let (actors, other_agent) = self.actors(places, seen);
                for &(figure, values, counted) in &answers {
                    let theirs = figure.and_then(|n| source.all.get(n));
                    let others = self.other_figures(source, theirs, relation);
                    let mut matter = matter(words, actors, other_agent, counted, self.focus.is_some(), others);
                    let far = |(a, b): (&Figure, &Figure)| figures::ratio(a, b) > MOST_RATIO.into();
                    if values == Values::Differ && self.focus.zip(theirs).is_some_and(far) {
                        matter *= IMPLAUSIBLE;
                    }
                    let found = n;
                    out.push(Weighed {
                        found,
                        sentence,
                        figure,
                        words,
                        actors,
                        other_agent,
                        counted,
                        others,
                        values,
                        matter,
                    });
                }
            }
            first += source.all.len();
        }
    }

    /// A statement with all that is to be known about it.
    fn hit(&self, corpus: &Corpus, weighed: &Weighed, found: &Found, places: &Places) -> Hit {
        let &Weighed { sentence, figure, words, actors, other_agent, counted, others, values, matter, .. } = weighed;
        let outline = &found.outline;
        let line = outline.lines().nth(sentence);
        let mut shared = Vec::new();
        let seen = |slot, place| places.seen_from(slot, place, sentence);
        let Shared { own, share, .. } = self.words(places, seen, |span| shared.push(span));
        let theirs = figure.and_then(|n| outline.figures().get(sentence)?.all.get(n));
        let coarser = self.focus.zip(theirs).is_some_and(|(draft, source)| figures::is_coarser(source, draft));
        let id = corpus.entries().get(found.entry).map(|e| &e.article.id);
        let cited = self.sentence.cites.iter().any(|c| Some(c) == id);
        Hit {
            entry: found.entry,
            paragraph: outline.number,
            paragraph_span: outline.span,
            span: line.map_or(outline.span, |l| l.span),
            figure: theirs.cloned(),
            explain: Explain {
                words,
                own,
                share,
                actors,
                other_agent,
                counted,
                others,
                values,
                coarser,
                cited,
                quoted: false,
                matter,
                shared,
            },
        }
    }

    /// What of a source's sentence answers the draft: each figure that can be compared with the one in focus, how the values
    /// relate, and whether both count the same thing; the sentence itself when no figure is in focus.
    fn answers(&self, source: &Figures, relation: impl Fn(usize, usize, &Figure) -> Relation, out: &mut Vec<Answer>) {
        let Some((at, focus)) = self.in_focus.zip(self.focus) else {
            out.push((None, Values::None, None));
            return;
        };
        for (n, figure) in source.all.iter().enumerate() {
            let vague = focus.value == Value::Unknown && figure.value == Value::Unknown;
            let values = match relation(at, n, figure) {
                // Two vague amounts of the same kind: the words decide.
                _ if vague && focus.kind == figure.kind => Values::Agree,
                Relation::Same | Relation::Rounded => Values::Agree,
                Relation::SameButBound => Values::OtherBound,
                Relation::ScaleDiffers => Values::OtherScale,
                Relation::Different => Values::Differ,
                Relation::Incomparable => continue,
            };
            let theirs = source.counted.get(n).map_or(&[][..], Vec::as_slice);
            let same = self.noun.iter().any(|k| *k != UNKNOWN_NOUN && theirs.binary_search(k).is_ok());
            let unknown = self.noun.contains(&UNKNOWN_NOUN) || theirs.contains(&UNKNOWN_NOUN);
            let both = !self.noun.is_empty() && !theirs.is_empty();
            let same = (both && (same || !unknown)).then_some(same);
            // `nine babies were born`, `neun Geburten`: what one counts may be what the other says they did. And whoever they
            // are, they are people. Of an equal value neither is another thing.
            let told = || theirs.iter().any(|k| self.around.binary_search(k).is_ok());
            let people = || self.noun.contains(&*PEOPLE) || theirs.contains(&*PEOPLE);
            let loose = same == Some(false) && values != Values::Differ && (told() || people());
            out.push((Some(n), values, same.filter(|_| !loose)));
        }
    }

    /// How much the words prove that both share, where `seen` says how much a slot counts that stands at a place; `each` is
    /// told which they are.
    fn words(&self, places: &Places, seen: impl Fn(usize, Place) -> f32, mut each: impl FnMut(Span)) -> Shared {
        let (mut sum, mut own) = (0.0, 0.0);
        for slots in places.words.chunk_by(|a, b| a.word == b.word) {
            let shares = slots.iter().map(|p| self.shares.get(p.slot).copied().unwrap_or(0.0) * seen(p.slot, p.place));
            let best = shares.fold(0.0, f32::max);
            let word = slots.first().and_then(|p| self.sentence.words.get(p.word).zip(self.weights.get(p.word)));
            let Some((word, weight)) = word else { continue };
            if best > 0.0 {
                each(word.span);
            }
            sum += weight * best;
            if best >= 1.0 {
                own += weight;
            }
        }
        if self.total <= 0.0 {
            return Shared { words: 0.0, own: 0.0, share: 0.0 };
        }
        // Sharing most of a short sentence proves as much as sharing many words of a long one.
        let proof = 1.0 - 0.5f32.powf(sum / HALF_PROOF);
        let share = sum / self.total;
        Shared { words: 0.5 * share + 0.5 * proof, own: own / self.total, share }
    }

    /// The share of the draft's actors that the source has, and whether somebody who acts in the draft is missing there.
    fn actors(&self, places: &Places, seen: impl Fn(usize, Place) -> f32) -> (Option<f32>, bool) {
        let total: f32 = self.actors.iter().map(|a| a.weight).sum();
        if total == 0.0 {
            return (None, false);
        }
        let (mut sum, mut other_agent) = (0.0, false);
        for (&(slot, place), actor) in places.actors.iter().zip(&self.actors) {
            let found = if place == Place::Nearly { 0.7 } else { seen(slot, place) };
            other_agent |= found == 0.0 && actor.part == Part::Agent;
            // A name a sentence or a heading away is still who it is about.
            let found = if found > IN_CAST { found.max(0.6) } else { found };
            sum += actor.weight * found;
        }
        (Some(sum / total), other_agent)
    }

    /// How many figures of the draft's sentence, besides the one in focus, the source's sentence has as well.
    fn other_figures(
        &self,
        source: &Figures,
        answer: Option<&Figure>,
        relation: impl Fn(usize, usize, &Figure) -> Relation,
    ) -> u32 {
        let others = self.sentence.figures.iter().zip(&self.specific).enumerate().filter(|(_, (f, specific))| {
            self.focus.is_none_or(|focus| focus.span != f.span) && **specific >= LEAST_SPECIFIC
        });
        let same = |(ours, _): &(usize, (&Figure, &f32))| {
            source
                .all
                .iter()
                .enumerate()
                .filter(|(_, g)| answer.is_none_or(|a| a.span != g.span))
                .any(|(n, g)| matches!(relation(*ours, n, g), Relation::Same | Relation::SameButBound))
        };
        others.filter(same).count() as u32
    }
}

/// The clause of the sentence that the caret is in, when it has several.
fn clause_at(sentence: &Sentence, at: Option<u32>) -> Option<Span> {
    let claims = sentence.claims.iter().map(|c| c.span);
    claims.filter(|c| *c != sentence.span).find(|c| at.is_some_and(|at| c.touches(at)))
}

/// Lowers the weight of words that say what a heavier word of the sentence says already: a source that has the one has the
/// other.
fn twins(sentence: &Sentence, weights: &mut [f32]) {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
    let mut seen: FxHashSet<Key> = FxHashSet::default();
    for n in order {
        let units = sentence.words.get(n).map_or(&[][..], |w| &w.units);
        let main = units.iter().map(|u| u.weight).max();
        let keys = || units.iter().filter(|u| Some(u.weight) == main).flat_map(|u| u.keys.iter().copied());
        if keys().any(|k| seen.contains(&k)) {
            weights[n] *= TWIN;
        }
        seen.extend(keys());
    }
}

/// Who the draft's sentence names; one who only says it counts less, since a draft may have the speaker wrong.
fn draft_actors(sentence: &Sentence, at: Option<u32>, clause: Option<Span>) -> Vec<DraftActor<'_>> {
    let mut out: Vec<DraftActor<'_>> = Vec::new();
    for (n, (mention, name)) in sentence.mentions.iter().zip(&sentence.names).enumerate() {
        let part = part_of(sentence, n);
        let share = if part == Part::Speaker { SPEAKER_SHARE } else { 1.0 };
        let here = if clause.is_none_or(|c| c.overlaps(mention.span)) { 1.0 } else { OTHER_CLAUSE };
        let weight = share * nearness(sentence, mention.span, at) * here;
        let mut keys: Vec<Key> = mention_keys(mention, name).collect();
        keys.extend(plain_keys(sentence, mention));
        match out.iter_mut().find(|a| a.keys.first() == keys.first()) {
            Some(known) => known.weight = known.weight.max(weight),
            None => out.push(DraftActor { keys, name, weight, part }),
        }
    }
    out
}

/// The keys by which a name that nobody listed is found where it is read as a plain word: those of its last word.
pub fn plain_keys<'a>(sentence: &'a Sentence, mention: &'a Mention) -> impl Iterator<Item = Key> + 'a {
    let unlisted = matches!(mention.actor, ActorRef::Unlisted(_));
    let own = sentence.words.iter().rev().find(|w| unlisted && mention.span.contains(w.span));
    own.into_iter().flat_map(|w| &w.units).filter(|u| u.is_unknown()).flat_map(|u| u.keys.iter().copied())
}

/// The part that mention `n` has in its claim.
fn part_of(sentence: &Sentence, n: usize) -> Part {
    let mention = &sentence.mentions[n];
    for claim in &sentence.claims {
        let speaker = claim.attribution.speaker.iter().chain(&claim.attribution.chain);
        if speaker.into_iter().any(|s| s.actor.as_ref() == Some(&mention.actor) || s.span.overlaps(mention.span)) {
            return Part::Speaker;
        }
        if let Some(at) = claim.mentions.iter().position(|&m| m as usize == n) {
            return claim.parts.get(at).copied().unwrap_or_default();
        }
    }
    Part::Other
}

/// A folded name that others are compared with.
pub struct Spelling<'a> {
    name: &'a str,
    whole: Letters,
    last: &'a str,
    of_last: Letters,
}

/// How many letters a word has, and which: a bit each, some of them shared.
#[derive(Clone, Copy)]
struct Letters {
    count: usize,
    which: u64,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let add = |l: Letters, c: char| Letters { count: l.count + 1, which: l.which | 1 << (u32::from(c) % 64) };
        word.chars().fold(Letters { count: 0, which: 0 }, add)
    }
}

impl<'a> Spelling<'a> {
    /// A name to compare others with.
    pub fn of(name: &'a str) -> Spelling<'a> {
        let last = last_word(name);
        Spelling { name, whole: Letters::of(name), last, of_last: Letters::of(last) }
    }

    /// Whether two folded names are spellings of one, or one is made of the other (Elbe, Elbtal; Aaresund, the Aaresund
    /// fishers): long enough, and at most one letter in five apart, as a whole or in the last word.
    pub fn is_nearly(&self, other: &str) -> bool {
        let letters = Letters::of(other);
        let last = last_word(other);
        let is_one_word = |name: &str, last: &str| name.len() == last.len();
        let part = |a: &str, b: &str| a.len() >= 6 && b.len() >= a.len() && b.split(' ').any(|w| w == a);
        let (one, other_one) = (is_one_word(self.name, self.last), is_one_word(other, last));
        alike((self.name, self.whole), (other, letters))
            || !(one && other_one) && alike((self.last, self.of_last), (last, Letters::of(last)))
            || part(self.name, other)
            || part(other, self.name)
    }
}

fn alike((a, x): (&str, Letters), (b, y): (&str, Letters)) -> bool {
    let long = x.count.min(y.count);
    let is_made_of = || a.starts_with(b) || b.starts_with(a);
    let most = (long + 2) / 5;
    // The names are at least as far apart as their lengths, and one change brings in a letter and takes out another at most.
    let may_be = || {
        x.count.abs_diff(y.count) <= most
            && (x.which ^ y.which).count_ones() as usize <= 2 * most
            && strsim::damerau_levenshtein(a, b) <= most
    };
    long >= 5 && (is_made_of() || may_be())
}

/// How surely both speak of the same matter.
fn matter(words: f32, actors: Option<f32>, other_agent: bool, counted: Option<bool>, figure: bool, others: u32) -> f32 {
    let mut base = match actors {
        Some(actors) => (1.0 - ACTORS) * words + ACTORS * actors,
        None => words,
    };
    if other_agent {
        base *= OTHER_AGENT;
    }
    base += OTHER_FIGURE * others.min(3) as f32;
    if figure {
        base = match counted {
            Some(true) => base * 0.85 + 0.15,
            Some(false) => base * 0.75,
            None => base,
        };
    }
    base.min(1.0)
}

/// How much a word at `span` counts for a question about `at`.
fn nearness(sentence: &Sentence, span: Span, at: Option<u32>) -> f32 {
    let Some(at) = at else { return 1.0 };
    let between =
        |from: u32, to: u32| sentence.words.iter().filter(|w| from <= w.span.start && w.span.start < to).count();
    let distance = if span.touches(at) {
        0
    } else if span.end <= at {
        between(span.end, at)
    } else {
        between(at, span.start)
    };
    FAR_SHARE + (1.0 - FAR_SHARE) * 0.5f32.powf(distance as f32 / HALF_REACH)
}

/// Whether two days of one month and year differ in one digit: the 9th and the 19th, the 27th and the 29th.
pub fn slipped(a: &Figure, b: &Figure) -> bool {
    let day = |f: &Figure| match &f.value {
        Value::Date(DateRange { lo, hi }) if lo == hi => Some((lo.year?, lo.month?, lo.day?)),
        _ => None,
    };
    let Some(((x, m, d), (y, n, e))) = day(a).zip(day(b)) else { return false };
    (x, m) == (y, n) && d != e && (d / 10 == e / 10 || d % 10 == e % 10)
}

/// How unlikely it is that two texts state this value by chance, 0 to 1.
pub fn specificity(figure: &Figure) -> f32 {
    match &figure.value {
        Value::Unknown => 0.0,
        Value::Date(range) => match (range.lo.year, range.lo.month, range.lo.day) {
            (_, Some(_), Some(_)) => 1.0,
            (Some(_), Some(_), None) => 0.5,
            _ => 0.2,
        },
        Value::Number { lo, hi } => {
            let digits = lo.or(*hi).map_or(0, |n| n.normalize().to_string().trim_matches(['0', '.', '-']).len());
            // A bare count may be of anything; a unit narrows what it can be about.
            let unit = if matches!(figure.kind, Kind::Count | Kind::Rank) { 0.0 } else { 0.3 };
            (0.3 * digits.saturating_sub(1) as f32 + unit).min(1.0)
        }
    }
}

#[cfg(test)]
mod tests;
