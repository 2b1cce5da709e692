//! Checks: what does a draft say that its sources do not?
//!
//! Every sentence and figure of a draft is laid beside the sources once ([`Reading`]); the checks only judge what was found.
//! Each check is a file of its own with its reason, its examples and its quick fixes, and stands in [`ALL`].
//!
//! **Invariants:** no finding without evidence; a matter the sources do not cover gives none. A paragraph's findings depend on
//! that paragraph, the sources and the settings alone, so they are kept while those stay the same; only what compares
//! paragraphs with each other ([`Check::document`]) looks further. Same input, same findings, same order.
//! **Not here:** deciding which findings somebody has already dealt with (`annotations`), showing them (`server`, `cli`).

use std::cmp::Reverse;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::Serialize;

use crate::actors::Registry;
use crate::analysis::{Analysis, Claimed, Paragraph};
use crate::claims::words::Cache;
use crate::corpus::Corpus;
use crate::corpus::statement::Stated;
use crate::lang::lexicon::Lexicon;
use crate::text::Span;

mod attribution_mismatch;
mod attribution_missing;
mod bound_dropped;
mod citation_mismatch;
mod citation_not_first;
mod citation_unknown;
mod date_mismatch;
pub mod doc;
mod figure_mismatch;
mod figure_unsourced;
mod hedge_dropped;
mod local;
pub mod message;
mod name_variant;
mod quotations;
mod quote_mismatch;
mod reading;
pub mod say;
mod scale_mismatch;
mod self_contradiction;
mod sources_disagree;
mod superseded;
#[cfg(test)]
mod tests;

pub use doc::Doc;
pub use message::{Label, Message};

pub use reading::Reading;
use reading::{Kept, Named};

/// Every check, the most specific first: of two findings about one mistake, the earlier check's stays.
pub const ALL: [&dyn Check; 16] = [
    &citation_unknown::CitationUnknown,
    &citation_mismatch::CitationMismatch,
    &citation_not_first::CitationNotFirst,
    &quote_mismatch::QuoteMismatch,
    &name_variant::NameVariant,
    &scale_mismatch::ScaleMismatch,
    &superseded::Superseded,
    &self_contradiction::SelfContradiction,
    &date_mismatch::DateMismatch,
    &figure_mismatch::FigureMismatch,
    &attribution_mismatch::AttributionMismatch,
    &hedge_dropped::HedgeDropped,
    &bound_dropped::BoundDropped,
    &attribution_missing::AttributionMissing,
    &sources_disagree::SourcesDisagree,
    &figure_unsourced::FigureUnsourced,
];

/// The check with this name.
pub fn by_code(code: &str) -> Option<&'static dyn Check> {
    ALL.into_iter().find(|c| c.code() == code)
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A matter of taste or of order.
    Hint,
    /// Worth knowing before it is published.
    Information,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// Every severity by name, the least first.
    pub const ALL: [(&'static str, Severity); 4] = [
        ("hint", Severity::Hint),
        ("information", Severity::Information),
        ("warning", Severity::Warning),
        ("error", Severity::Error),
    ];

    /// Its name, as in `beleg.toml`.
    pub fn name(self) -> &'static str {
        Severity::ALL[self as usize].0
    }
}

/// A statement a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The article; `None` when it is another place of the draft itself.
    pub source: Option<Source>,
    /// The statement, in bytes of its file.
    pub span: Span,
    /// Who says so, where and when.
    pub label: Label,
}

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its file.
    pub path: PathBuf,
    /// Its id.
    pub article: String,
    /// The paragraph's number, from 1.
    pub paragraph: u32,
}

/// A replacement of text in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the draft; empty to insert.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// What a fix does, with the text it puts in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// Writes it in the place of what is there.
    Write(String),
    /// The same wherever the document says so.
    WriteEverywhere(String),
    /// Adds it to what is there.
    Insert(String),
}

/// What puts a finding right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub does: Does,
    /// How, in order, not overlapping.
    pub edits: Vec<Edit>,
    /// Whether it may be applied without a look: the sentence then says what its source says and nothing else changes.
    pub safe: bool,
    /// Whether it is the one to offer first.
    pub preferred: bool,
}

/// What a check reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check's name.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about, in bytes of the draft.
    pub span: Span,
    /// What the draft says, what the sources say, who and when.
    pub message: Message,
    /// What it rests on, first made first, at most three.
    pub evidence: Vec<Evidence>,
    /// What puts it right.
    pub fixes: Vec<Fix>,
}

impl Finding {
    fn shifted(mut self, by: u32) -> Finding {
        self.span = self.span.shifted(by);
        for evidence in self.evidence.iter_mut().filter(|e| e.source.is_none()) {
            evidence.span = evidence.span.shifted(by);
        }
        for edit in self.fixes.iter_mut().flat_map(|f| &mut f.edits) {
            edit.span = edit.span.shifted(by);
        }
        self
    }
}

/// Most sources a finding names.
pub const MOST_EVIDENCE: usize = 3;

/// What checks are told beside the draft.
#[derive(Clone)]
pub struct Inputs<'a> {
    /// What was written before.
    pub corpus: &'a Corpus,
    /// The words of both languages.
    pub lexicon: &'a Lexicon,
    /// Who is known.
    pub registry: &'a Registry,
    /// How each check reports; `None` switches it off.
    pub severity: &'a (dyn Fn(&str) -> Option<Severity> + Sync),
    /// The text of the article at an index of [`Corpus::entries`], as it was indexed.
    pub read: &'a (dyn Fn(usize) -> Option<Arc<str>> + Sync),
    /// The article that is being checked, when the draft is one: it is no source of itself.
    pub without: Option<usize>,
}

/// A paragraph of the draft with everything the checks share. Spans count from the start of its chunk.
pub struct Local<'a> {
    /// What they are told.
    pub inputs: &'a Inputs<'a>,
    /// The source of its chunk.
    pub text: &'a str,
    /// The analysed prose.
    pub paragraph: &'a Paragraph,
    /// Taken apart.
    pub stated: &'a Stated,
    /// Each sentence, laid beside the sources.
    pub readings: &'a [Reading],
}

impl Local<'_> {
    /// Words of the draft.
    pub fn words(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// A span of the paragraph's prose as a span of its chunk.
    pub fn source(&self, prose: Span) -> Span {
        self.paragraph.block.to_source(prose)
    }
}

/// A whole draft, for what compares its paragraphs. Spans count from the start of the document.
pub struct Whole<'a> {
    /// What the checks are told.
    pub inputs: &'a Inputs<'a>,
    /// Its paragraphs and headings, in order.
    pub parts: Vec<Part<'a>>,
    /// The names that were judged before.
    names: &'a name_variant::Judged,
}

/// A paragraph of a [`Whole`].
pub struct Part<'a> {
    /// The source of its chunk.
    pub text: &'a str,
    /// Where its chunk starts in the document.
    pub start: u32,
    /// The analysed prose.
    pub paragraph: &'a Paragraph,
    /// Taken apart; spans count from the chunk's start.
    pub stated: &'a Stated,
    /// What it tells for `self-contradiction`, once that has asked.
    told: &'a OnceLock<Vec<self_contradiction::Told>>,
}

/// A rule.
pub trait Check: Sync {
    /// Its name, as in `beleg.toml`.
    fn code(&self) -> &'static str;
    /// How it reports where nobody has said otherwise.
    fn severity(&self) -> Severity;
    /// What it is for.
    fn doc(&self) -> Doc;
    /// Judges a paragraph.
    fn paragraph(&self, _local: &Local<'_>, _out: &mut Vec<Draft>) {}
    /// Judges what needs the whole draft.
    fn document(&self, _whole: &Whole<'_>, _out: &mut Vec<Draft>) {}
}

/// A finding as a check makes it; its name and severity are the check's.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is about.
    pub span: Span,
    /// What is said.
    pub message: Message,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// What puts it right.
    pub fixes: Vec<Fix>,
}

impl Draft {
    fn finish(self, check: &dyn Check, severity: Severity) -> Option<Finding> {
        let evidence = distinct(self.evidence);
        (!evidence.is_empty()).then_some(Finding {
            code: check.code(),
            severity,
            span: self.span,
            message: self.message,
            evidence,
            fixes: self.fixes,
        })
    }
}

/// The first few of `all`, each once. No more of them are made than a finding names: a matter may have thousands.
fn distinct(all: impl IntoIterator<Item = Evidence>) -> Vec<Evidence> {
    let mut out: Vec<Evidence> = Vec::new();
    for evidence in all {
        if out.len() == MOST_EVIDENCE {
            break;
        }
        if !out.contains(&evidence) {
            out.push(evidence);
        }
    }
    out
}

/// A block of the draft, and what is known of it from before.
struct Block<'a> {
    start: u32,
    number: Option<u32>,
    paragraph: &'a Arc<Paragraph>,
    text: &'a str,
    claimed: &'a Arc<Claimed>,
    known: Option<&'a Known>,
}

/// What was found in one paragraph, kept as long as the paragraph is.
#[derive(Clone)]
struct Known {
    paragraph: Arc<Paragraph>,
    claimed: Arc<Claimed>,
    /// Taken apart; nothing if the lexicon may have changed since.
    stated: Option<Arc<Stated>>,
    told: Arc<OnceLock<Vec<self_contradiction::Told>>>,
    findings: Arc<Vec<Finding>>,
    /// Whether these are its findings. Otherwise they are those it had in other sources, until its turn comes.
    is_checked: bool,
    /// Its sentences beside the sources: whoever writes a sentence leaves the others of its paragraph as they are.
    readings: Option<Arc<[Kept]>>,
    /// In which round they were laid there.
    round: u64,
}

/// How many bytes of readings are kept of a draft: those of 100 kB take about a third of it.
const KEPT: usize = 64 << 20;

/// How many paragraphs are checked between two looks at the clock: as many as a screen holds, so that what is on it is told
/// at once, and a short draft as a whole.
const AT_ONCE: usize = 32;

/// A draft's findings, and what is needed to bring them up to date after an edit.
#[derive(Default)]
pub struct Checked {
    known: Vec<Known>,
    names: Arc<name_variant::Judged>,
    round: u64,
    /// Whether paragraphs are left that have not been checked.
    pub is_partial: bool,
    /// What was found, by place, then by check.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Checks `analysis` after an edit. Paragraphs that this already knows are not looked at again, so `inputs` must be those
    /// it was made with; see [`Checked::outdated`].
    pub fn update(&self, analysis: &Analysis, inputs: &Inputs<'_>) -> Checked {
        self.advance(analysis, inputs, &[], None)
    }

    /// The same findings, of other sources or settings than now hold: every paragraph has to be checked again, and keeps what
    /// was found in it until it is.
    pub fn outdated(&self) -> Checked {
        let old =
            |k: &Known| Known { stated: None, told: Arc::default(), is_checked: false, readings: None, ..k.clone() };
        Checked {
            known: self.known.iter().map(old).collect(),
            names: Arc::default(),
            round: self.round,
            is_partial: true,
            findings: self.findings.clone(),
        }
    }

    /// Checks as [`Checked::update`] does, what is nearest to `near` first, as long as `go_on` says so: a few paragraphs at
    /// least. Advancing what came of it goes on from there.
    pub fn advance(
        &self,
        analysis: &Analysis,
        inputs: &Inputs<'_>,
        near: &[Span],
        go_on: Option<&dyn Fn() -> bool>,
    ) -> Checked {
        let round = self.round + 1;
        let claims = analysis.claims();
        let parts = self.parts(analysis, &claims);
        let mut known: Vec<Known> = parts
            .par_iter()
            .map_init(Cache::default, |cache, block| {
                let same = block.known.filter(|k| k.is_of(block));
                let stated = same.and_then(|k| k.stated.clone());
                let state = || {
                    let claims = &block.claimed.claims;
                    Arc::new(Stated::of(block.paragraph, claims, block.number, 0, inputs.lexicon, cache))
                };
                Known {
                    paragraph: block.paragraph.clone(),
                    claimed: block.claimed.clone(),
                    is_checked: stated.is_some() && block.known.is_some_and(|k| k.is_checked),
                    stated: Some(stated.unwrap_or_else(state)),
                    told: same.map(|k| k.told.clone()).unwrap_or_default(),
                    findings: block.known.map(|k| k.findings.clone()).unwrap_or_default(),
                    readings: same.and_then(|k| k.readings.clone()),
                    round: same.map_or(0, |k| k.round),
                }
            })
            .collect();
        let far = |n: &usize| {
            let place = parts.get(*n).map_or_else(Span::default, |p| p.paragraph.block.span.shifted(p.start));
            let away = |s: &Span| place.start.saturating_sub(s.end).max(s.start.saturating_sub(place.end));
            near.iter().map(away).min().unwrap_or(0)
        };
        let mut left: Vec<usize> = (0..known.len()).filter(|&n| !known[n].is_checked).collect();
        left.sort_by_cached_key(far);
        let before: Vec<Option<Before<'_>>> = self.known.iter().map(Known::before).collect();
        let mut left = left.as_slice();
        while !left.is_empty() {
            let (now, later) = left.split_at(if go_on.is_some() { left.len().min(AT_ONCE) } else { left.len() });
            let check = |&n: &usize| {
                let (block, stated) = parts.get(n).zip(known.get(n)?.stated.as_ref())?;
                // What stood in the same place first: one sentence may stand in several paragraphs.
                let (others, here) = before.split_at(n.min(before.len()));
                let before = here.iter().chain(others).flatten();
                Some((n, check_paragraph(block.paragraph, stated, block.text, inputs, before)))
            };
            let found: Vec<_> = now.par_iter().filter_map(check).collect();
            for (n, (findings, readings)) in found {
                let Some(known) = known.get_mut(n) else { continue };
                (known.findings, known.is_checked) = (Arc::new(findings), true);
                (known.readings, known.round) = (readings, round);
            }
            left = later;
            if go_on.is_some_and(|go_on| !go_on()) {
                break;
            }
        }
        drop_oldest(&mut known);
        let names = self.names.clone();
        let findings = findings(&parts, &known, &names, inputs);
        Checked { known, names, round, is_partial: !left.is_empty(), findings }
    }

    /// The blocks of a document with what is known of them. An edit far away makes paragraphs and claims anew that say what
    /// they said; other names make them anew from the same block.
    fn parts<'a>(&'a self, analysis: &'a Analysis, claims: &'a [Arc<Claimed>]) -> Vec<Block<'a>> {
        let mut old = self.known.iter();
        let blocks = analysis
            .chunks
            .iter()
            .flat_map(|c| c.numbered().map(move |(number, p)| (c.start, number, p, &*c.chunk.text)));
        blocks
            .zip(claims)
            .map(|((start, number, paragraph, text), claimed)| {
                let block = Block { start, number, paragraph, text, claimed, known: None };
                let soon = || old.as_slice().iter().take(64);
                let kept = soon().position(|k| k.is_of(&block));
                let kept = kept.or_else(|| soon().position(|k| Arc::ptr_eq(&k.paragraph.block, &paragraph.block)));
                Block { known: kept.and_then(|n| old.nth(n)), ..block }
            })
            .collect()
    }
}

impl Known {
    /// Whether it is the same paragraph that claims the same.
    fn is_of(&self, block: &Block<'_>) -> bool {
        self.paragraph.says_the_same(block.paragraph)
            && (Arc::ptr_eq(&self.claimed, block.claimed) || self.claimed.claims == block.claimed.claims)
    }

    fn before(&self) -> Option<Before<'_>> {
        Some((self.stated.as_deref()?, self.readings.as_deref()?))
    }
}

/// A paragraph, and its sentences beside the sources.
type Before<'a> = (&'a Stated, &'a [Kept]);

/// Drops the readings that were made first where they take too much room.
fn drop_oldest(known: &mut [Known]) {
    let bytes = |k: &Known| k.readings.iter().flat_map(|r| r.iter()).map(Kept::bytes).sum::<usize>();
    if known.iter().map(bytes).sum::<usize>() <= KEPT {
        return;
    }
    let mut order: Vec<&mut Known> = known.iter_mut().collect();
    order.sort_by_key(|k| Reverse(k.round));
    let mut all = 0;
    for known in order {
        all += bytes(known);
        if all > KEPT {
            known.readings = None;
        }
    }
}

/// What was found in all paragraphs and between them.
fn findings(parts: &[Block<'_>], known: &[Known], names: &name_variant::Judged, inputs: &Inputs<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (part, known) in parts.iter().zip(known) {
        let placed = known.findings.iter().map(|f| f.clone().shifted(part.start));
        match known.is_checked {
            true => findings.extend(placed),
            // What is from before is told as it is told now.
            false => {
                findings.extend(placed.filter_map(|f| Some(Finding { severity: (inputs.severity)(f.code)?, ..f })))
            }
        }
    }
    let parts = parts.iter().zip(known).filter_map(|(part, known)| {
        let stated = known.stated.as_deref()?;
        Some(Part { text: part.text, start: part.start, paragraph: &known.paragraph, stated, told: &known.told })
    });
    let whole = Whole { inputs, parts: parts.collect(), names };
    for check in ALL {
        let Some(severity) = (inputs.severity)(check.code()) else { continue };
        let mut out = Vec::new();
        check.document(&whole, &mut out);
        findings.extend(out.into_iter().filter_map(|d| d.finish(check, severity)));
    }
    settle(&mut findings);
    findings
}

/// Every finding of a draft, by place, then by check.
pub fn check_document(analysis: &Analysis, inputs: &Inputs<'_>) -> Vec<Finding> {
    Checked::default().update(analysis, inputs).findings
}

/// Checks a paragraph. `before` is what was read of paragraphs before: whoever writes a sentence leaves the others of its
/// paragraph as they are.
fn check_paragraph<'a>(
    paragraph: &Paragraph,
    stated: &Stated,
    text: &str,
    inputs: &Inputs<'_>,
    before: impl Iterator<Item = &'a Before<'a>> + Clone + Sync,
) -> (Vec<Finding>, Option<Arc<[Kept]>>) {
    // A heading announces; what it says is said again, and with care, below it.
    if stated.number == 0 {
        return Default::default();
    }
    let named = Named::of(stated);
    let read = |n: usize| {
        let new = || Reading::new(inputs, stated, &named, n);
        let Some(own) = stated.sentences.get(n) else { return (new(), None) };
        let known = before.clone().filter(|(old, _)| old.lang == stated.lang);
        let known = known.flat_map(|(old, all)| old.sentences.iter().zip(*all).map(move |(s, r)| (*old, s, r)));
        // Who else is named in the paragraph decides which sources are laid beside a sentence.
        let mut same =
            known.filter(|(_, s, _)| s.is_moved(own)).map(|(p, s, r)| (Named::of(p) == named, s, r)).peekable();
        let first = same.peek().copied();
        let kept = same.find(|(is_named, ..)| *is_named).or(first);
        let moved = kept.and_then(|(is_named, old, kept)| {
            let by = own.span.start.wrapping_sub(old.span.start);
            match is_named {
                true => kept.moved(inputs.corpus, n, by),
                false => kept.moved_to(inputs, stated, &named, n, by),
            }
        });
        let reading = moved.unwrap_or_else(new);
        let kept = reading.pack();
        (reading, kept)
    };
    let (readings, kept): (Vec<Reading>, Vec<Option<Kept>>) =
        (0..stated.sentences.len()).into_par_iter().map(read).unzip();
    let kept = kept.into_iter().collect();
    let local = Local { inputs, text, paragraph, stated, readings: &readings };
    let mut findings = Vec::new();
    for check in ALL {
        let Some(severity) = (inputs.severity)(check.code()) else { continue };
        let mut out = Vec::new();
        check.paragraph(&local, &mut out);
        findings.extend(out.into_iter().filter_map(|d| d.finish(check, severity)));
    }
    (findings, kept)
}

/// Which findings speak of the same mistake, so that one of them is enough: for each check, the checks whose finding about
/// the same words makes its own idle.
fn yields_to(code: &str) -> &'static [&'static str] {
    match code {
        // What is wrong with a quotation's words is wrong with its figures and names.
        "name-variant" | "scale-mismatch" => &["quote-mismatch"],
        "figure-mismatch" | "date-mismatch" => &["quote-mismatch", "scale-mismatch", "superseded", "citation-unknown"],
        "sources-disagree" => &["superseded", "figure-mismatch", "date-mismatch", "scale-mismatch"],
        "bound-dropped" => &["figure-mismatch", "scale-mismatch", "superseded"],
        "attribution-missing" => &["attribution-mismatch", "figure-mismatch", "scale-mismatch", "date-mismatch"],
        "hedge-dropped" => &["figure-mismatch", "scale-mismatch", "date-mismatch"],
        "figure-unsourced" => &[
            "quote-mismatch",
            "figure-mismatch",
            "scale-mismatch",
            "superseded",
            "date-mismatch",
            "self-contradiction",
        ],
        "attribution-mismatch" => &["quote-mismatch"],
        "citation-not-first" => &["citation-mismatch", "citation-unknown"],
        _ => &[],
    }
}

/// One finding a mistake, in order of place.
fn settle(findings: &mut Vec<Finding>) {
    let rank = |code: &str| ALL.iter().position(|c| c.code() == code);
    // What one check says of one place keeps its order.
    findings.sort_by_key(|f| (f.span.start, f.span.end, rank(f.code)));
    findings.dedup_by(|b, a| a.code == b.code && a.span == b.span);
    let all: Vec<(&'static str, Span)> = findings.iter().map(|f| (f.code, f.span)).collect();
    findings.retain(|f| {
        let rivals = yields_to(f.code);
        !all.iter().any(|(code, span)| rivals.contains(code) && span.overlaps(f.span))
    });
}
