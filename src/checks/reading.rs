//! What the sources say about one sentence of a draft, once for all checks.
//!
//! A draft's figure is *sourced* where a source states its value about the same matter, and *contradicted* where a source
//! states another one. The second is believed only when nothing speaks against it: both count the same thing, the actors and
//! times agree, neither speaker is another, and the source's figure is not the answer to another figure of the draft.
//!
//! **Invariant:** doubt counts as agreement; a contradiction has to be beyond it.

use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use crate::actors::Form;
use crate::claims::{Certainty, Claim, Polarity};
use crate::corpus::Corpus;
use crate::corpus::index::{Address, Entry, Found};
use crate::corpus::statement::{Sentence, Stated, mention_keys};
use crate::figures::{self, Bound, DateRange, Figure, Kind, PartialDate, Relation, Value};
use crate::lang::Lang;
use crate::lang::lexicon::Key;
use crate::text::Span;
pub use crate::trace::series::same_speaker;
use crate::trace::{self, Desk, Hit, Question, Spelling, Values};

use super::Inputs;

/// Least matter at which a source that states the same value counts as one, whatever else it speaks of: enough to keep quiet.
const LEAST_LOOSE: f32 = 0.2;
/// How much less is enough for a value that a text does not have by chance.
const BY_CHANCE: f32 = 0.75;
/// Least matter at which a source that states another value contradicts.
const LEAST_CONTRADICTING: f32 = 0.53;
/// Least matter at which a coarser date counts as the same one.
const LEAST_COARSE: f32 = 0.45;
/// The same, as a share of the matter of the best other date.
const NEAR_COARSE: f32 = 0.8;
/// Least matter of a contradiction that equal digits, or other figures the two sentences share, prove as well.
const LEAST_PROVEN: f32 = 0.25;
/// Least share of the draft's words beside equal digits where the source names the draft's actors as well.
const LEAST_PROVEN_OF_ACTORS: f32 = 0.12;
const LEAST_BESIDE: f32 = 0.34;
const LEAST_WORDS_BESIDE: f32 = 0.25;
/// The same where both count the same thing.
const LEAST_COUNTED: f32 = 0.5;
const LEAST_WORDS_COUNTED: f32 = 0.36;
/// Less than this is never asked for about a figure: of one that states its value, or the same digits.
const LEAST_STATING: f32 = trace::LEAST.min(LEAST_LOOSE * (1.0 - BY_CHANCE)).min(LEAST_COARSE);
const LEAST_SCALED: f32 = LEAST_LOOSE.min(LEAST_PROVEN).min(LEAST_OTHER);
/// The same of one that states another value. What is less about the matter does not tell how near a coarser date has to be.
const LEAST_OTHER: f32 = LEAST_CONTRADICTING.min(LEAST_BESIDE).min(LEAST_SLIP).min(LEAST_COARSE / NEAR_COARSE);
/// Most statements that are kept for a claim.
const MOST_NEAR: usize = 24;
/// Least share of the draft's words that a source's sentence with another date has when no actor is named.
const LEAST_OWN: f32 = 0.4;
/// The same where the source says that it is so by now.
const LEAST_BY_NOW: f32 = 0.2;
/// The same of a day that is another in one digit.
const LEAST_SLIP: f32 = 0.4;
/// Most times one value may be the other.
const MOST_RATIO: u32 = 3;
/// Least share of the draft's actors a contradicting source has.
const LEAST_ACTORS: f32 = 0.6;
/// The same where the digits prove the matter: named somewhere in the article.
const KNOWN_ACTORS: f32 = 0.3;
/// Least share of the draft's words in a contradicting sentence itself.
const LEAST_HERE: f32 = 0.05;
/// The same of durations and people where nobody is named.
const LEAST_OF_ANYTHING: f32 = 0.4;
/// Least share of the draft's words a contradicting source has.
const LEAST_WORDS: f32 = 0.4;

static NO_SENTENCE: LazyLock<Sentence> = LazyLock::new(Sentence::default);

/// A statement of a source, laid beside the draft.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Match {
    /// Where it is and how well it fits.
    pub hit: Hit,
    found: usize,
    pub(super) sentence: usize,
}

/// What the sources say about one figure.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OnFigure {
    /// Statements of its value about the same matter, first made first.
    pub agreeing: Vec<Match>,
    /// Those, and others that are less surely about it, in no order.
    pub stating: Vec<Match>,
    /// Statements of another value about the same matter, first made first; of each paragraph the best.
    pub contradicting: Vec<Match>,
    /// Whether any source near the matter states the value.
    pub somewhere: bool,
}

/// What the sources say about one claim (a sentence or one of its clauses), whatever its figures.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OnClaim {
    /// The claim's words.
    pub span: Span,
    /// Index of the claim in its sentence, if it has been read for claims.
    pub claim: Option<usize>,
    /// Statements about the same matter, the best first.
    pub near: Vec<Match>,
}

/// One sentence of a draft, laid beside the sources.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The index of the sentence.
    pub sentence: usize,
    /// Its language.
    pub lang: Lang,
    /// What the sources say about each of its figures.
    pub figures: Vec<OnFigure>,
    /// What the sources say about each of its claims.
    pub claims: Vec<OnClaim>,
    /// The paragraphs that were looked at, and whether they were laid beside the sentence.
    gathered: Vec<(Address, bool)>,
    /// Those that were, by their place among them, in order: those that matches speak of at least.
    sources: Vec<(usize, Found)>,
}

/// A reading as it is kept: packed, since a draft has thousands of sentences. What the sources state is looked up again.
#[derive(Clone, Debug)]
pub struct Kept(Arc<[u8]>);

#[derive(Serialize, Deserialize)]
struct Packed<F, C, G> {
    sentence: usize,
    lang: Lang,
    figures: F,
    claims: C,
    gathered: G,
}

impl Kept {
    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.0.len()
    }

    fn unpack(&self) -> Option<Reading> {
        let packed = postcard::from_bytes::<Packed<_, _, _>>(&self.0).ok()?;
        let Packed { sentence, lang, figures, claims, gathered } = packed;
        Some(Reading { sentence, lang, figures, claims, gathered, sources: Vec::new() })
    }

    /// The reading of the sentence at another place, in a paragraph that names the same as before: it is sentence `n` now,
    /// and starts `by` bytes further on (wrapping). Nothing if the sources are not to be had.
    pub fn moved(&self, corpus: &Corpus, n: usize, by: u32) -> Option<Reading> {
        self.unpack()?.moved(n, by).with_sources(corpus)
    }

    /// The same in the paragraph `stated`, which names `named`: laid beside the sources again where others than before may be
    /// about what that one is about.
    pub fn moved_to(
        &self,
        inputs: &Inputs<'_>,
        stated: &Stated,
        named: &Named<'_>,
        n: usize,
        by: u32,
    ) -> Option<Reading> {
        let reading = self.unpack()?;
        let addresses: Vec<Address> = reading.gathered.iter().map(|(address, _)| *address).collect();
        let found = inputs.corpus.at(&addresses);
        let mut kept = found.clone();
        named.keep(inputs.corpus, &mut kept);
        let before = reading.gathered.iter().filter(|(_, is_kept)| *is_kept).map(|(address, _)| Some(*address));
        if kept.iter().map(|f| f.address).eq(before) {
            return reading.moved(n, by).with_sources(inputs.corpus);
        }
        let question = Question { stated, sentence: n, figure: None, at: None, without: inputs.without };
        Some(Reading::laid(inputs, named, &question, found))
    }
}

impl Reading {
    /// Lays sentence `n` of `stated`, which names `named`, beside the sources.
    pub fn new(inputs: &Inputs<'_>, stated: &Stated, named: &Named<'_>, n: usize) -> Reading {
        let question = Question { stated, sentence: n, figure: None, at: None, without: inputs.without };
        Reading::laid(inputs, named, &question, trace::gather(inputs.corpus, &question))
    }

    /// Lays the sentence beside those of the paragraphs `found` that may be about what its paragraph, which names `named`, is
    /// about.
    fn laid(inputs: &Inputs<'_>, named: &Named<'_>, question: &Question<'_>, mut found: Vec<Found>) -> Reading {
        let Question { stated, sentence: n, .. } = *question;
        let mut reading = Reading {
            sentence: n,
            lang: stated.lang,
            figures: Vec::new(),
            claims: Vec::new(),
            gathered: found.iter().filter_map(|f| Some((f.address?, false))).collect(),
            sources: Vec::new(),
        };
        let Some(sentence) = stated.sentences.get(n) else { return reading };
        named.keep(inputs.corpus, &mut found);
        let mut kept = found.iter().filter_map(|f| f.address).peekable();
        for (address, is_kept) in &mut reading.gathered {
            *is_kept = kept.next_if_eq(address).is_some();
        }
        reading.sources = found.iter().cloned().enumerate().collect();
        let desk = Desk::new(inputs.corpus, question, &found);
        let matches = |laid: Vec<(usize, usize, Hit)>| -> Vec<Match> {
            laid.into_iter().map(|(found, sentence, hit)| Match { hit, found, sentence }).collect()
        };
        let least = |values: Values| match values {
            Values::Agree | Values::OtherBound | Values::None => LEAST_STATING,
            Values::OtherScale => LEAST_SCALED,
            Values::Differ => LEAST_OTHER,
        };
        for figure in 0..sentence.figures.len() {
            let all = matches(desk.lay(Some(figure), None, least, usize::MAX));
            let made = reading.on_figure(inputs, sentence, figure, all);
            reading.figures.push(made);
        }
        let spans: Vec<(Option<usize>, Span)> = match sentence.claims.as_slice() {
            [] | [_] => vec![(sentence.claims.first().map(|_| 0), sentence.span)],
            claims => claims.iter().enumerate().map(|(n, c)| (Some(n), c.span)).collect(),
        };
        for (claim, span) in spans {
            let at = (span != sentence.span).then_some(span.start + span.len() as u32 / 2);
            let mut near = matches(desk.lay(None, at, |_| 0.0, MOST_NEAR));
            near.sort_by(|a, b| b.hit.explain.matter.total_cmp(&a.hit.explain.matter));
            reading.claims.push(OnClaim { span, claim, near });
        }
        reading
    }

    /// The same for the sentence at another place: it is sentence `n` now, and starts `by` bytes further on (wrapping).
    fn moved(mut self, n: usize, by: u32) -> Reading {
        let place = |span: &mut Span| {
            *span = Span { start: span.start.wrapping_add(by), end: span.end.wrapping_add(by) };
        };
        self.sentence = n;
        self.claims.iter_mut().for_each(|c| place(&mut c.span));
        let on_figures = self.figures.iter_mut().flat_map(|f| {
            let OnFigure { agreeing, stating, contradicting, .. } = f;
            agreeing.iter_mut().chain(stating).chain(contradicting)
        });
        let all = on_figures.chain(self.claims.iter_mut().flat_map(|c| &mut c.near));
        all.flat_map(|m| &mut m.hit.explain.shared).for_each(place);
        self
    }

    /// Packs it; nothing if that fails.
    pub fn pack(&self) -> Option<Kept> {
        let Reading { sentence, lang, figures, claims, gathered, sources: _ } = self;
        let packed = Packed { sentence: *sentence, lang: *lang, figures, claims, gathered };
        postcard::to_stdvec(&packed).ok().map(|bytes| Kept(bytes.into()))
    }

    /// Looks up what the paragraphs state that matches speak of.
    fn with_sources(mut self, corpus: &Corpus) -> Option<Reading> {
        let mut spoken_of: Vec<usize> = self.matches().map(|m| m.found).collect();
        spoken_of.sort_unstable();
        spoken_of.dedup();
        let laid: Vec<Address> = self.gathered.iter().filter(|(_, is_kept)| *is_kept).map(|(a, _)| *a).collect();
        let addresses: Vec<Address> = spoken_of.iter().map(|&n| laid.get(n).copied()).collect::<Option<_>>()?;
        let found = corpus.at(&addresses);
        let all = found.len() == spoken_of.len();
        self.sources = spoken_of.into_iter().zip(found).collect();
        all.then_some(self)
    }

    fn matches(&self) -> impl Iterator<Item = &Match> {
        let on_figures = self.figures.iter().flat_map(|f| f.agreeing.iter().chain(&f.stating).chain(&f.contradicting));
        on_figures.chain(self.claims.iter().flat_map(|c| &c.near))
    }

    /// The paragraphs that matches speak of, and maybe others that were laid beside the sentence.
    pub fn sources(&self) -> impl Iterator<Item = &Found> {
        self.sources.iter().map(|(_, found)| found)
    }

    /// The source's sentence.
    pub fn source(&self, m: &Match) -> &Sentence {
        // The index was taken from the paragraph itself.
        self.paragraph(m).outline.sentence(m.sentence).unwrap_or(&NO_SENTENCE)
    }

    /// The source's paragraph.
    pub fn paragraph(&self, m: &Match) -> &Found {
        // What matches speak of is among them.
        let at = self.sources.partition_point(|(n, _)| *n < m.found);
        &self.sources[at].1
    }

    /// What the source's sentence claims where it fits the draft.
    pub fn claim(&self, m: &Match) -> Option<&Claim> {
        let source = self.source(m);
        match &m.hit.figure {
            Some(figure) => claim_at(source, figure.core),
            None => main_claim(source),
        }
    }

    fn on_figure(&self, inputs: &Inputs<'_>, sentence: &Sentence, figure: usize, all: Vec<Match>) -> OnFigure {
        let Some(focus) = sentence.figures.get(figure) else { return OnFigure::default() };
        let agrees = |m: &Match| matches!(m.hit.explain.values, Values::Agree | Values::OtherBound);
        let others = all.iter().filter(|m| m.hit.explain.values == Values::Differ);
        let best_other = others.map(|m| m.hit.explain.matter).fold(0.0, f32::max);
        let somewhere = all.iter().any(|m| {
            // A day and the month around it agree, but the month says nothing about the day.
            let rounded = focus.kind == Kind::Date
                && m.hit.figure.as_ref().is_some_and(|f| figures::compare(focus, f) == Relation::Rounded);
            let least = match (m.hit.explain.coarser, rounded) {
                (true, _) => LEAST_COARSE.max(best_other * NEAR_COARSE),
                (_, true) => LEAST_COARSE,
                // A value that no text has by chance is there, whatever the words around it.
                _ => LEAST_LOOSE * (1.0 - BY_CHANCE * trace::specificity(focus)),
            };
            agrees(m) && m.hit.explain.matter >= least
        });
        let other_scale =
            all.iter().any(|m| m.hit.explain.values == Values::OtherScale && m.hit.explain.matter >= LEAST_LOOSE);
        let least = trace::least_agreeing(focus);
        let (agreeing, others): (Vec<Match>, Vec<Match>) = all.into_iter().partition(agrees);
        let mut agreeing: Vec<Match> = agreeing
            .into_iter()
            .filter(|m| m.hit.explain.matter >= least && self.time_fits(inputs, sentence, Some(figure), m))
            .collect();
        let stating = agreeing.clone();
        let best = agreeing.iter().map(|m| m.hit.explain.matter).fold(0.0, f32::max);
        agreeing.retain(|m| m.hit.explain.matter >= best * 0.72);
        let mut contradicting: Vec<Match> =
            others.into_iter().filter(|m| self.contradicts(inputs, sentence, figure, focus, m)).collect();
        // `December 2022` says nothing about the 12th where another source says the 2nd.
        let month_of_another = |m: &&Match| {
            let same_month = |f: &Figure| m.hit.figure.as_ref().is_some_and(|g| figures::compare(f, g).agrees());
            m.hit.explain.coarser && contradicting.iter().any(|c| c.hit.figure.as_ref().is_some_and(same_month))
        };
        let somewhere = somewhere
            && !(focus.kind == Kind::Date && !agreeing.is_empty() && agreeing.iter().all(|m| month_of_another(&m)));
        self.first_made_first(inputs.corpus, &mut agreeing);
        let disagrees = !contradicting.is_empty();
        self.best_of_paragraph(&mut contradicting);
        self.first_made_first(inputs.corpus, &mut contradicting);
        OnFigure { agreeing, stating, contradicting, somewhere: somewhere || (other_scale && !disagrees) }
    }

    /// Whether `m` states another value of the same matter.
    fn contradicts(&self, inputs: &Inputs<'_>, draft: &Sentence, figure: usize, focus: &Figure, m: &Match) -> bool {
        let explain = &m.hit.explain;
        let Some(theirs) = &m.hit.figure else { return false };
        // Equal digits, and other figures that the two sentences share, prove the matter as words do.
        let proof = explain.values == Values::OtherScale
            && match digits(focus) {
                0 => false,
                1 => explain.words >= LEAST_CONTRADICTING && explain.actors.is_none_or(|a| a >= KNOWN_ACTORS),
                2 => explain.actors.is_some_and(|a| a >= KNOWN_ACTORS) || explain.words >= LEAST_CONTRADICTING,
                _ => true,
            };
        let (least, words) = match () {
            () if proof && explain.actors.is_some_and(|a| a >= LEAST_ACTORS) => {
                (trace::least_agreeing(focus).max(LEAST_PROVEN), LEAST_PROVEN_OF_ACTORS)
            }
            () if proof => (trace::least_agreeing(focus).max(LEAST_PROVEN), LEAST_PROVEN),
            () if explain.others > 0 => (LEAST_BESIDE, LEAST_WORDS_BESIDE),
            () if explain.counted == Some(true) && figures::ratio(focus, theirs) <= 2.into() => {
                (LEAST_COUNTED, LEAST_WORDS_COUNTED)
            }
            () if trace::slipped(focus, theirs) => (LEAST_SLIP, LEAST_BESIDE),
            () => (LEAST_CONTRADICTING, LEAST_WORDS),
        };
        // Two digits do not prove that the words for what is counted mean the same.
        let named = focus.noun.is_some() && theirs.noun.is_some();
        if proof && digits(focus) <= 2 && focus.kind == Kind::Count && named && explain.counted.is_none() {
            return false;
        }
        // Everything takes minutes, and people are everywhere: the sentence itself has to be about it.
        let anything = focus.kind == Kind::Duration || focus.kind == Kind::Count && trace::counts_people(draft, focus);
        let here = if anything && explain.actors.is_none() { LEAST_OF_ANYTHING } else { LEAST_HERE };
        let enough = explain.matter >= least
            && explain.words >= words
            && (proof || explain.others > 0 || explain.own >= here)
            && explain.actors.is_none_or(|a| a >= if proof { KNOWN_ACTORS } else { LEAST_ACTORS })
            && !explain.other_agent
            && explain.counted != Some(false);
        // What can be told without taking the source's paragraph apart comes first: of most candidates that is enough.
        // A yearly sum beside one without its year.
        let rate = [theirs.kind, focus.kind].contains(&Kind::Rate) && explain.values == Values::OtherScale;
        if !enough
            || theirs.kind != focus.kind && !rate
            || !(explain.values == Values::OtherScale || plausible(focus, theirs))
        {
            return false;
        }
        // By how many points a share changed is no share; the same digits in the other unit are a slip.
        if focus.kind == Kind::Percent && focus.unit != theirs.unit && focus.value != theirs.value {
            return false;
        }
        // `23 injured`, `29 of them`: a part and the whole.
        if theirs.part != focus.part && explain.counted != Some(true) {
            return false;
        }
        if self.other_things(focus, theirs, m) {
            return false;
        }
        let source = self.source(m);
        let limited = matches!(focus.bound, Bound::AtMost | Bound::AtLeast | Bound::LessThan | Bound::MoreThan);
        let firm = |c: &Claim| {
            matches!(c.certainty, Certainty::Certain | Certainty::Probable)
                && (!c.condition || c.proviso)
                && !c.question
        };
        // `in 19 von 60 Fällen nicht belegt`, `29 von 60 Fällen fehlte der Beleg`
        let told_alike = explain.others > 0 && explain.counted == Some(true);
        let stated = |c: &Claim| firm(c) && (c.polarity == Polarity::Affirmed || told_alike);
        let sure = proof || claim_at(draft, focus.core).is_none_or(stated) && self.claim(m).is_none_or(stated);
        sure
            && !(focus.kind == Kind::Date && (limited || !self.beside(draft, figure, source)))
            // Many things happen in a year: without a name, the sentence itself must tell of the same.
            && !(focus.kind == Kind::Date && explain.actors.is_none() && explain.own < if source.by_now { LEAST_BY_NOW } else { LEAST_OWN } && explain.others == 0)
            && !self.taken(draft, figure, source, theirs)
            && !source.figures.iter().any(|f| figures::compare(focus, f).agrees())
            && self.time_fits(inputs, draft, Some(figure), m)
            && (proof || self.speakers_fit(inputs.corpus, draft, focus, m))
    }

    /// Whether both say in one language what they count, in words that nobody has listed as meaning the same.
    fn other_things(&self, ours: &Figure, theirs: &Figure, m: &Match) -> bool {
        let noun = |f: &Figure| f.noun.as_ref().map(|n| n.head.to_lowercase());
        ours.kind == Kind::Count
            && m.hit.explain.counted.is_none()
            && self.paragraph(m).outline.lang == self.lang
            && noun(ours).zip(noun(theirs)).is_some_and(|(a, b)| !a.starts_with(&b) && !b.starts_with(&a))
    }

    /// Whether a source's sentence with another date has one of the draft's other figures, if it has others.
    fn beside(&self, draft: &Sentence, figure: usize, source: &Sentence) -> bool {
        let others = draft.figures.iter().enumerate().filter(|(n, f)| *n != figure && f.kind != Kind::Date);
        let known = |f: &Figure, s: &Sentence| s.figures.iter().any(|x| figures::compare(f, x).agrees());
        let mut others = others.peekable();
        others.peek().is_none() || others.any(|(_, f)| known(f, source))
    }

    /// Whether the source's figure answers another figure of the draft.
    fn taken(&self, draft: &Sentence, figure: usize, _source: &Sentence, theirs: &Figure) -> bool {
        draft.figures.iter().enumerate().any(|(n, f)| n != figure && figures::compare(f, theirs).agrees())
    }

    /// Whether both speak of the same time, as far as they say.
    pub fn time_fits(&self, inputs: &Inputs<'_>, draft: &Sentence, focus: Option<usize>, m: &Match) -> bool {
        let dates = |s: &Sentence, without: Option<usize>| -> Vec<Figure> {
            let all = s.figures.iter().enumerate();
            all.filter(|(n, f)| Some(*n) != without && f.kind == Kind::Date).map(|(_, f)| f.clone()).collect()
        };
        let ours = dates(draft, focus);
        if ours.is_empty() || focus.and_then(|n| draft.figures.get(n)).is_some_and(|f| f.kind == Kind::Date) {
            return true;
        }
        let theirs = dates(self.source(m), None);
        let relations: Vec<Relation> =
            ours.iter().flat_map(|a| theirs.iter().map(move |b| figures::compare(a, b))).collect();
        if relations.contains(&Relation::Different) && !relations.iter().any(|r| r.agrees()) {
            return false;
        }
        // A text knows nothing of the time after it but what it says of it.
        if relations.iter().any(|r| r.agrees()) {
            return true;
        }
        let published = inputs.corpus.entries().get(m.hit.entry).and_then(|e| e.article.date.as_ref());
        published.is_none_or(|date| {
            let last = date.latest();
            ours.iter().all(|f| match &f.value {
                Value::Date(DateRange { lo: PartialDate { year: Some(year), month, day }, .. }) => {
                    (i32::from(*year), month.unwrap_or(1) as i8, day.unwrap_or(1) as i8)
                        <= (i32::from(last.year()), last.month(), last.day())
                }
                _ => true,
            })
        })
    }

    /// Whether both may be the same speaker's words.
    pub fn speakers_fit(&self, corpus: &Corpus, draft: &Sentence, focus: &Figure, m: &Match) -> bool {
        let ours = claim_at(draft, focus.core).and_then(|c| c.attribution.speaker.as_ref());
        let Some(ours) = ours else { return true };
        let theirs = self.claim(m).and_then(|c| c.attribution.speaker.as_ref());
        match theirs {
            Some(theirs) => same_speaker(ours, theirs),
            None => corpus.entries().get(m.hit.entry).is_some(),
        }
    }

    fn best_of_paragraph(&self, matches: &mut Vec<Match>) {
        matches.sort_by(|a, b| {
            let place = |m: &Match| (m.hit.entry, m.hit.paragraph);
            let rank = |m: &Match| (m.hit.explain.counted == Some(true), m.hit.explain.matter);
            place(a).cmp(&place(b)).then(rank(b).partial_cmp(&rank(a)).unwrap_or(std::cmp::Ordering::Equal))
        });
        matches.dedup_by(|b, a| (a.hit.entry, a.hit.paragraph) == (b.hit.entry, b.hit.paragraph));
    }

    /// Puts matches in the order in which they were made, one a paragraph.
    pub fn first_made_first(&self, corpus: &Corpus, matches: &mut Vec<Match>) {
        matches.sort_by_cached_key(|m| (order(corpus, m.hit.entry), m.hit.paragraph, m.hit.span.start));
        matches.dedup_by(|b, a| (a.hit.entry, a.hit.paragraph) == (b.hit.entry, b.hit.paragraph));
    }
}

/// Whom a paragraph of the draft names. Sorted, so that two paragraphs that name the same are equal.
#[derive(Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// The keys of everybody, in whatever form.
    keys: Vec<Key>,
    /// Those by which names that nobody listed are found as plain words.
    plain: Vec<Key>,
    /// Who is named by name and does not only say something.
    names: Vec<&'a str>,
}

impl<'a> Named<'a> {
    /// Whom `stated` names.
    pub fn of(stated: &'a Stated) -> Named<'a> {
        let mut out = Named { keys: Vec::new(), plain: Vec::new(), names: Vec::new() };
        for sentence in &stated.sentences {
            let speakers =
                sentence.claims.iter().flat_map(|c| c.attribution.speaker.iter().chain(&c.attribution.chain));
            let speakers: Vec<Span> = speakers.map(|s| s.span).filter(|s| !s.is_empty()).collect();
            for (mention, name) in sentence.mentions.iter().zip(&sentence.names) {
                out.keys.extend(mention_keys(mention, name));
                out.plain.extend(trace::plain_keys(sentence, mention));
                let named = matches!(mention.form, Form::Name | Form::Metonym);
                if named && !speakers.iter().any(|s| s.overlaps(mention.span)) {
                    out.names.push(name);
                }
            }
        }
        out.keys.sort_unstable();
        out.keys.dedup();
        out.plain.sort_unstable();
        out.plain.dedup();
        out.names.sort_unstable();
        out.names.dedup();
        out
    }

    /// Keeps the paragraphs of articles that the paragraph may be about.
    fn keep(&self, corpus: &Corpus, found: &mut Vec<Found>) {
        let mut by_article: Vec<&Found> = found.iter().collect();
        by_article.sort_by_key(|f| f.entry);
        let fits = |own: &&[&Found]| {
            let article = own.first().and_then(|f| corpus.entries().get(f.entry));
            article.is_none_or(|article| self.may_be_about(article, own))
        };
        let articles = by_article.chunk_by(|a, b| a.entry == b.entry).filter(fits);
        let articles: Vec<usize> = articles.filter_map(|own| Some(own.first()?.entry)).collect();
        found.retain(|f| articles.binary_search(&f.entry).is_ok());
    }

    /// Whether the paragraph may be about what an article is about: one that names only others is not, unless a name is
    /// misspelt.
    fn may_be_about(&self, article: &Entry, found: &[&Found]) -> bool {
        let known = || self.keys.iter().any(|k| article.cast.binary_search(k).is_ok());
        let has = |f: &&Found, key: Key| f.outline.keys().sentences(key).next().is_some();
        let plainly = || self.plain.iter().any(|&k| found.iter().any(|f| has(f, k)));
        let nearly = |ours: &str| {
            let ours = Spelling::of(ours);
            found.iter().any(|f| f.outline.names().any(|theirs| ours.is_nearly(theirs)))
        };
        self.names.is_empty() || known() || plainly() || self.names.iter().any(|n| nearly(n))
    }
}

/// Whether a slip of the pen, or a later count, may lie between two values: nothing counts a thousand dead as seven.
pub fn plausible(a: &Figure, b: &Figure) -> bool {
    // Three hours are no slip for a week.
    if a.kind == Kind::Duration && b.kind == Kind::Duration {
        return figures::ratio(a, b) <= MOST_RATIO.into();
    }
    let size = |f: &Figure| match &f.value {
        Value::Number { lo, hi } => lo.or(*hi).map(|n| n.abs()),
        _ => None,
    };
    match (size(a), size(b)) {
        (Some(x), Some(y)) => {
            let most = rust_decimal::Decimal::from(MOST_RATIO);
            x.max(y) <= x.min(y).saturating_mul(most)
        }
        _ => true,
    }
}

/// How many digits a value has that are not zeros at its ends.
fn digits(figure: &Figure) -> usize {
    match &figure.value {
        Value::Number { lo, hi } => {
            lo.or(*hi).map_or(0, |n| n.normalize().to_string().replace(['.', '-'], "").trim_matches('0').len())
        }
        _ => 0,
    }
}

fn order(corpus: &Corpus, entry: usize) -> (i64, String) {
    corpus.entries().get(entry).map_or((i64::MAX, String::new()), Entry::order)
}

/// The claim of `sentence` that holds what stands at `span`.
pub fn claim_at(sentence: &Sentence, span: Span) -> Option<&Claim> {
    let inside = sentence.claims.iter().find(|c| c.span.contains(span));
    inside.or_else(|| sentence.claims.iter().find(|c| c.span.overlaps(span))).or(sentence.claims.first())
}

/// The claim that says most of what the sentence says.
pub fn main_claim(sentence: &Sentence) -> Option<&Claim> {
    sentence.claims.iter().max_by_key(|c| {
        let words = sentence.words.iter().filter(|w| c.span.contains(w.span));
        words.map(|w| w.units.iter().map(|u| u32::from(u.weight)).max().unwrap_or(0)).sum::<u32>()
    })
}
