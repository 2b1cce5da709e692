//! Actors: who is meant?
//!
//! **Invariant:** [`Matcher::candidates`] looks at one paragraph and nothing else, so its answer can be kept for as long as
//! the paragraph and the registry stay the same; [`resolve`] looks at a whole document's candidates, but not at its text.
//! **Not here:** what the actors say or do.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::text::Span;

/// What sort of actor it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A human being.
    Person,
    /// A company, authority, party, alliance, medium …
    Organisation,
    /// A state or a part of one with its own government.
    State,
    /// A town, river, region, building …
    Place,
    /// People named together: Russians, Wendbrücker.
    Group,
}

/// How a mention names its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Any spelling of the name, with a genitive ending if it has one.
    Name,
    /// A demonym adjective: nordkoreanische.
    Adjective,
    /// A seat or building that stands for the actor: Pjöngjang for the government.
    Metonym,
    /// The name part of a compound: Kim-Jong-Un in Kim-Jong-Un-Regime.
    Part,
}

/// Which actor: one of the registry, or a name found in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActorRef {
    /// The registry's id.
    Listed(Arc<str>),
    /// The fullest spelling the document gives for a name the registry does not know.
    Unlisted(Arc<str>),
}

impl ActorRef {
    /// The id as other programs see it: the registry's, or `unlisted:NAME`.
    pub fn id(&self) -> String {
        match self {
            ActorRef::Listed(id) => id.to_string(),
            ActorRef::Unlisted(name) => format!("unlisted:{name}"),
        }
    }
}

/// A span that names an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where, in bytes of the paragraph's prose.
    pub span: Span,
    /// Who; for an ambiguous mention the likeliest.
    pub actor: ActorRef,
    /// What sort.
    pub kind: Kind,
    /// How.
    pub form: Form,
    /// The other actors it may be, when the text does not decide; empty otherwise.
    pub or: Vec<ActorRef>,
}

/// `actors.toml`, read.
#[derive(Debug, Default)]
pub struct Registry {}

/// Finds the registry's names, and names it does not know, in prose.
#[derive(Debug, Default)]
pub struct Matcher {}

/// Something in one paragraph that may be a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {}

impl Matcher {
    /// A matcher for every name, short form, inflection, adjective and metonym of `registry`.
    pub fn new(registry: Arc<Registry>) -> Matcher {
        let _ = registry;
        Matcher {}
    }

    /// What may be mentions in `text` (the prose of one paragraph).
    pub fn candidates(&self, text: &str, lang: Lang) -> Vec<Candidate> {
        let _ = (text, lang);
        Vec::new()
    }
}

/// Decides the candidates of a whole document, given paragraph by paragraph in order: a surname after the full name, a
/// metonym that acts, an unlisted name that proves itself. Returns the mentions of each paragraph, in order, not overlapping.
pub fn resolve(matcher: &Matcher, paragraphs: &[&[Candidate]]) -> Vec<Vec<Mention>> {
    let _ = matcher;
    paragraphs.iter().map(|_| Vec::new()).collect()
}
