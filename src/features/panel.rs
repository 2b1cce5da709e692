//! A document's claims beside their sources: what each says, where it comes from, and what is off about it.
//!
//! A claim is a figure, or a sentence that states none. Dates only say when; they count where a sentence has nothing else.
//!
//! **Invariant:** what a paragraph's claims rest on depends on that paragraph and the sources alone, so it is kept as long as
//! the paragraph is ([`Kept`]).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::actors::Form;
use crate::analysis::{Analysis, Claimed, Paragraph};
use crate::checks::{Finding, Severity};
use crate::claims::words::Cache;
use crate::corpus::Corpus;
use crate::corpus::statement::{Sentence, Stated};
use crate::figures::Kind;
use crate::lang::lexicon::Lexicon;
use crate::text::Span;
use crate::trace::Question;
use crate::trace::series::Series;

/// A sentence without a figure needs this many content words to claim something.
const LEAST_WORDS: usize = 3;

/// How a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// An article says the same.
    Sourced,
    /// A check found something.
    Mismatch,
    /// The corpus knows the matter or who is named, but nobody says this.
    Unsourced,
    /// What was found is ignored, with a reason.
    Ignored,
    /// Somebody has checked it.
    Checked,
    /// The corpus knows nothing of it.
    Uncovered,
}

impl State {
    /// Its name for other programs.
    pub fn name(self) -> &'static str {
        match self {
            State::Sourced => "sourced",
            State::Mismatch => "mismatch",
            State::Unsourced => "unsourced",
            State::Ignored => "ignored",
            State::Checked => "checked",
            State::Uncovered => "uncovered",
        }
    }
}

/// How somebody has dealt with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dealt {
    /// It is ignored.
    Ignored,
    /// The text was checked and is right.
    Checked,
}

/// A finding of the document.
#[derive(Clone, Debug)]
pub struct Noted {
    /// What was found.
    pub finding: Finding,
    /// What was decided about it.
    pub dealt: Option<Dealt>,
}

/// A claim of a paragraph and what was said about it. Its span counts from the start of its chunk.
#[derive(Debug)]
pub struct Traced {
    /// The figure, or the sentence.
    pub span: Span,
    /// Its sentence.
    pub sentence: Span,
    /// Whether it is a figure.
    pub is_figure: bool,
    /// What was said.
    pub series: Series,
    /// Whether an article speaks of the matter or of somebody the sentence names.
    pub covered: bool,
}

/// What the claims of paragraphs rest on, kept while the paragraphs and the sources stay the same.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    known: HashMap<usize, KeptParagraph>,
    /// How many there may be before those that nobody has any more are thrown out.
    most: usize,
}

#[derive(Debug)]
struct KeptParagraph {
    paragraph: Arc<Paragraph>,
    claimed: Arc<Claimed>,
    traced: Arc<Vec<Traced>>,
}

/// So many paragraphs are kept without looking whether they still exist.
const KEPT_UNSEEN: usize = 512;

impl Kept {
    /// The claims of a paragraph; `without` is the article it stands in, if it does.
    pub fn traced(
        &self,
        paragraph: &Arc<Paragraph>,
        claimed: &Arc<Claimed>,
        number: Option<u32>,
        sources: (&Corpus, &Lexicon),
        without: Option<usize>,
        cache: &mut Cache,
    ) -> Arc<Vec<Traced>> {
        let key = Arc::as_ptr(paragraph) as usize;
        {
            let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // The same address is the same paragraph: it is kept alive here.
            if let Some(known) = kept.known.get(&key).filter(|k| Arc::ptr_eq(&k.claimed, claimed)) {
                return known.traced.clone();
            }
        }
        let traced = Arc::new(trace_all(paragraph, claimed, number, sources, without, cache));
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.known.len() >= kept.most.max(KEPT_UNSEEN) {
            kept.known.retain(|_, k| Arc::strong_count(&k.paragraph) > 1);
            kept.most = kept.known.len() + KEPT_UNSEEN;
        }
        let (paragraph, claimed) = (paragraph.clone(), claimed.clone());
        kept.known.insert(key, KeptParagraph { paragraph, claimed, traced: traced.clone() });
        traced
    }
}

fn trace_all(
    paragraph: &Paragraph,
    claimed: &Claimed,
    number: Option<u32>,
    (corpus, lexicon): (&Corpus, &Lexicon),
    without: Option<usize>,
    cache: &mut Cache,
) -> Vec<Traced> {
    let stated = Stated::of(paragraph, &claimed.claims, number, 0, lexicon, cache);
    let mut out = Vec::new();
    for (n, sentence) in stated.sentences.iter().enumerate() {
        let known = sentence.mentions.iter().any(|m| m.form != Form::Adjective && corpus.mentions_of(&m.actor));
        for figure in focuses(sentence) {
            let span = figure.and_then(|n| sentence.figures.get(n)).map_or(sentence.span, |f| f.span);
            let at = figure.and_then(|n| sentence.figures.get(n)).map(|f| f.core.start);
            let series = Series::of(corpus, &Question { stated: &stated, sentence: n, figure, at, without });
            let covered = known || !series.statements.is_empty();
            out.push(Traced { span, sentence: sentence.span, is_figure: figure.is_some(), series, covered });
        }
    }
    out
}

/// What a sentence claims: each of its figures, or itself.
fn focuses(sentence: &Sentence) -> Vec<Option<usize>> {
    let counts = |n: &usize| sentence.figures.get(*n).is_some_and(|f| f.kind != Kind::Date);
    let figures: Vec<Option<usize>> = (0..sentence.figures.len()).filter(counts).map(Some).collect();
    if !figures.is_empty() {
        return figures;
    }
    let asks = !sentence.claims.is_empty() && sentence.claims.iter().all(|c| c.question);
    if sentence.words.len() < LEAST_WORDS || asks { Vec::new() } else { vec![None] }
}

/// A claim of a document.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it stands in the document.
    pub span: Span,
    /// The number of its paragraph.
    pub paragraph: u32,
    /// How it stands.
    pub state: State,
    /// Indices of what was found about it.
    pub findings: Vec<usize>,
    sentence: Span,
    traced: Arc<Vec<Traced>>,
    index: usize,
}

impl Item {
    /// What was said about it.
    pub fn series(&self) -> &Series {
        &self.traced[self.index].series
    }

    /// Whether it is a figure.
    pub fn is_figure(&self) -> bool {
        self.traced[self.index].is_figure
    }

    /// Its sentence in the document.
    pub fn sentence(&self) -> Span {
        self.sentence
    }
}

/// What the claims of a document are laid beside.
pub struct Beside<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// The words.
    pub lexicon: &'a Lexicon,
    /// What was traced before.
    pub kept: &'a Kept,
    /// The article that the document is, if it is one.
    pub without: Option<usize>,
    /// Whether nobody waits for the answer any more.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

/// The claims of a document that touch `within`, in order; `None` when it was stopped.
pub fn items(analysis: &Analysis, within: Span, noted: &[Noted], beside: &Beside<'_>) -> Option<Vec<Item>> {
    let blocks: Vec<_> = analysis
        .paragraphs()
        .zip(analysis.claims())
        .filter(|((start, number, paragraph), _)| {
            let span = paragraph.block.span.shifted(*start);
            number.is_some() && span.start <= within.end && within.start <= span.end
        })
        .collect();
    let traced: Option<Vec<Arc<Vec<Traced>>>> = blocks
        .par_iter()
        .map_init(Cache::default, |cache, ((_, number, paragraph), claimed)| {
            let sources = (beside.corpus, beside.lexicon);
            let trace = || beside.kept.traced(paragraph, claimed, *number, sources, beside.without, cache);
            (!(beside.stop)()).then(trace)
        })
        .collect();
    let mut out = Vec::new();
    for (((start, number, _), _), traced) in blocks.iter().zip(traced?) {
        for (index, one) in traced.iter().enumerate() {
            let span = one.span.shifted(*start);
            let sentence = one.sentence.shifted(*start);
            let findings = findings(noted, span, sentence, &traced, *start);
            let state = state(one, findings.iter().filter_map(|&n| noted.get(n)));
            let paragraph = number.unwrap_or_default();
            out.push(Item { span, sentence, paragraph, state, findings, traced: traced.clone(), index });
        }
    }
    Some(out)
}

/// What was found about a claim: at its own words, or in its sentence where no other claim of the sentence is meant.
fn findings(noted: &[Noted], span: Span, sentence: Span, all: &[Traced], start: u32) -> Vec<usize> {
    let first = noted.partition_point(|n| n.finding.span.end <= sentence.start);
    let near = noted.iter().enumerate().skip(first).take_while(|(_, n)| n.finding.span.start <= sentence.end);
    let about = near.filter(|(_, n)| {
        let found = n.finding.span;
        let others = || all.iter().any(|t| t.span.shifted(start) != sentence && t.span.shifted(start).overlaps(found));
        found.overlaps(span) || found.overlaps(sentence) && !others()
    });
    about.map(|(n, _)| n).collect()
}

fn state<'n>(one: &Traced, noted: impl Iterator<Item = &'n Noted>) -> State {
    let (mut open, mut unsourced, mut dealt) = (false, false, None);
    for note in noted {
        match note.dealt {
            Some(how) => dealt = dealt.or(Some(how)),
            None if note.finding.code == "figure-unsourced" => unsourced = true,
            // A hint is about how it is put, not about what is said.
            None => open |= note.finding.severity > Severity::Hint,
        }
    }
    let sourced = one.series.agreeing().next().is_some();
    match dealt {
        _ if open => State::Mismatch,
        Some(Dealt::Checked) => State::Checked,
        Some(Dealt::Ignored) => State::Ignored,
        None if unsourced => State::Unsourced,
        None if sourced => State::Sourced,
        None if one.covered => State::Unsourced,
        None => State::Uncovered,
    }
}
