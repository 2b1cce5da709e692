//! Actors: who is meant?
//!
//! **Invariant:** [`Matcher::candidates`] looks at one paragraph and nothing else, so its answer can be kept for as long as
//! the paragraph and the registry stay the same; [`resolve`] looks at a whole document's candidates, but not at its text.
//! **Not here:** what the actors say or do.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

mod context;
mod discovery;
pub mod entry;
mod fold;
mod matcher;
mod registry;
mod resolver;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use matcher::{Candidate, Matcher};
pub use registry::{Actor, Registry, Role};
pub use resolver::{moved, resolve};

use serde::{Deserialize, Serialize};

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

/// Which actor: one of the registry, or a name found in the text. Two unlisted names are the same actor when only umlauts,
/// accents or case differ (Müller, Mueller).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ActorRef {
    /// The registry's id.
    Listed(Arc<str>),
    /// The fullest spelling the document gives for a name the registry does not know.
    Unlisted(Arc<str>),
}

impl ActorRef {
    /// The id as other programs see it: the registry's, or `unlisted:` and the name in plain small letters.
    pub fn id(&self) -> String {
        match self {
            ActorRef::Listed(id) => id.to_string(),
            ActorRef::Unlisted(name) => format!("unlisted:{}", fold::slug(name)),
        }
    }
}

impl PartialEq for ActorRef {
    fn eq(&self, other: &ActorRef) -> bool {
        match (self, other) {
            (ActorRef::Listed(a), ActorRef::Listed(b)) => Arc::ptr_eq(a, b) || a == b,
            (ActorRef::Unlisted(a), ActorRef::Unlisted(b)) => {
                Arc::ptr_eq(a, b) || a == b || fold::slug(a) == fold::slug(b)
            }
            _ => false,
        }
    }
}

impl Eq for ActorRef {}

impl Hash for ActorRef {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            ActorRef::Listed(id) => id.hash(state),
            ActorRef::Unlisted(name) => table::key(name).hash(state),
        }
    }
}

impl PartialOrd for ActorRef {
    fn partial_cmp(&self, other: &ActorRef) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ActorRef {
    fn cmp(&self, other: &ActorRef) -> Ordering {
        match (self, other) {
            (ActorRef::Listed(a), ActorRef::Listed(b)) => a.cmp(b),
            (ActorRef::Unlisted(a), ActorRef::Unlisted(b)) => fold::slug(a).cmp(&fold::slug(b)),
            (ActorRef::Listed(_), ActorRef::Unlisted(_)) => Ordering::Less,
            (ActorRef::Unlisted(_), ActorRef::Listed(_)) => Ordering::Greater,
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
