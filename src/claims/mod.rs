//! Claims: who says what, how surely?
//!
//! A sentence is cut into clauses at its marks; each clause is recognised by how it begins and where its verb stands; words
//! and verbs of saying open *frames*, which name a source and reach over some of the clauses. What lies outside the frames is
//! what is claimed, and its hedges, moods and negations say how surely.
//!
//! **Invariant:** [`read`] is pure and looks at one paragraph and what the paragraphs before left behind; every sentence gives
//! at least one claim, and every figure and mention of it belongs to exactly one. Claims are in order and do not overlap.
//! **Not here:** whether two claims are the same, or true.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::actors::{ActorRef, Mention};
use crate::figures::Figure;
use crate::lang::Lang;
use crate::text::Span;
use crate::text::quotes::Quote;

mod clauses;
mod frames;
mod judge;
mod paragraph;
mod parts;
mod people;
mod scan;
pub mod words;

#[cfg(test)]
mod tests;

/// One paragraph, and everything already known about it.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Its prose.
    pub text: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Its sentences, in order.
    pub sentences: &'a [Span],
    /// Its outermost quotations, in order.
    pub quotes: &'a [Quote],
    /// Its figures, in order.
    pub figures: &'a [Figure],
    /// Its mentions, in order.
    pub mentions: &'a [Mention],
    /// How far the emphasis reaches that it begins with: an interview's question, perhaps.
    pub lead: u32,
    /// What the paragraphs before it leave behind.
    pub before: &'a Context,
}

/// What a sentence, or one of its clauses, states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Where, in bytes of the paragraph's prose; with the words that name the source.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// Indices of its figures.
    pub figures: Vec<u32>,
    /// Indices of its mentions.
    pub mentions: Vec<u32>,
    /// For each of `mentions`, its part.
    pub parts: Vec<Part>,
    /// Who says it.
    pub attribution: Attribution,
    /// How surely it is said.
    pub certainty: Certainty,
    /// The words that make it less than certain.
    pub certainty_cue: Option<Span>,
    /// Whether it is said to be so or not to be so.
    pub polarity: Polarity,
    /// The words that deny it.
    pub polarity_cue: Option<Span>,
    /// Whether it asks.
    pub question: bool,
    /// Whether it holds only if something else does.
    pub condition: bool,
    /// Whether what it depends on only limits what it states (`is refunded, provided that`).
    pub proviso: bool,
    /// Whether it speaks of a plan or the future.
    pub plan: bool,
    /// Index of the figure with the date it speaks of.
    pub time: Option<u32>,
    /// Index of the figure with the date it was said at.
    pub said: Option<u32>,
}

/// Who says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// In whose voice.
    pub voice: Voice,
    /// Whose statement it is: of several the one nearest to the matter.
    pub speaker: Option<Speaker>,
    /// The words that say so.
    pub cue: Option<Span>,
    /// When it went through several hands: all of them, from the one the reader hears it from to `speaker`. Otherwise empty.
    pub chain: Vec<Speaker>,
}

/// In whose voice a claim is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The article's.
    #[default]
    Own,
    /// Somebody's, in the article's words.
    Reported,
    /// Somebody's, in his own words.
    Quoted,
    /// Somebody's who is not named: es wird vermutet, reportedly.
    Unattributed,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    /// Where the paragraph names it; empty when an earlier paragraph does.
    pub span: Span,
    /// Who it is, when it is an actor.
    pub actor: Option<ActorRef>,
    /// How the text calls it, without an article; for a pronoun the name it stands for.
    pub text: String,
}

/// How surely a claim is made, after FactBank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// No hedge. Reported speech is as sure as its speaker makes it.
    #[default]
    Certain,
    /// offenbar, dürfte, likely.
    Probable,
    /// könnte, soll … haben, may.
    Possible,
    /// unklar, whether, a question.
    Unknown,
}

/// Whether a claim says that something is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not.
    Denied,
}

/// What part an actor has in a claim, as far as the surface tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Who does it.
    Agent,
    /// To whom or what it is done.
    Patient,
    /// Who says it.
    Speaker,
    /// Anything else: place, owner, topic.
    #[default]
    Other,
}

/// What a paragraph leaves behind for the next one of its document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Context {
    /// Whose turn it is in an interview.
    pub turn: Option<Known>,
    /// Whether its questions are set apart by emphasis instead of by names.
    pub asked: bool,
    /// Whose indirect speech may run on.
    pub running: Option<Known>,
    /// Who was named, the last one last, with what they were called.
    pub people: Vec<Known>,
}

/// Somebody who was named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Known {
    /// Who.
    pub actor: Option<ActorRef>,
    /// The name, or the words for a speaker without one.
    pub text: Arc<str>,
    /// Nouns they were introduced with, in lower case.
    pub roles: Vec<Arc<str>>,
    /// Whether it is a person.
    pub person: bool,
    /// Whether a woman, when the text has said so.
    pub female: Option<bool>,
}

/// The claims of a paragraph, in order.
pub fn claims(input: &Input<'_>) -> Vec<Claim> {
    read(input).0
}

/// What the paragraph leaves behind for the next.
pub fn leave(input: &Input<'_>) -> Context {
    read(input).1
}

/// The claims of a paragraph, and what it leaves behind: one pass for both.
pub fn read(input: &Input<'_>) -> (Vec<Claim>, Context) {
    paragraph::read(input)
}
