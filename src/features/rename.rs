//! Renaming an actor: which mentions spell the house name, and how do they spell the new one?
//!
//! **Invariant:** only what spells the house name is touched; its ending stays what it is, an alias or another spelling stays
//! as it was written.

use crate::actors::{Actor, ActorRef, Form, Mention, Registry};
use crate::analysis::Analysis;
use crate::features::Spot;
use crate::text::Span;

/// Endings a name may have in running text, the longest first.
const ENDINGS: [&str; 5] = ["’s", "'s", "s", "’", "'"];

/// Why the place under the cursor cannot be renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no name.
    NoName,
    /// The registry does not have it.
    Unlisted(String),
    /// It is another spelling than the house's.
    NotHouse(String),
}

/// The actor whose house name stands under the cursor, and where, without its ending.
pub fn target<'r>(spot: &Spot<'_>, registry: &'r Registry) -> Result<(Span, &'r Actor), Refusal> {
    let mention = spot.mention().ok_or(Refusal::NoName)?;
    let id = match &mention.actor {
        ActorRef::Listed(id) => id,
        ActorRef::Unlisted(name) => return Err(Refusal::Unlisted(name.to_string())),
    };
    let actor = registry.get(id).ok_or_else(|| Refusal::Unlisted(id.to_string()))?;
    let ending = ending(mention, spot.paragraph.text(), &actor.name);
    let ending = ending.ok_or_else(|| Refusal::NotHouse(actor.name.clone()))?;
    let name = Span { start: mention.span.start, end: mention.span.end - ending.len() as u32 };
    Ok((spot.source(name), actor))
}

/// The mentions that spell the house name of `actor`: where in the document, and how they spell `new`.
pub fn mentions(analysis: &Analysis, actor: &Actor, new: &str) -> Vec<(Span, String)> {
    let mut out = Vec::new();
    for (start, _, paragraph) in analysis.paragraphs() {
        for mention in &paragraph.mentions {
            if !matches!(&mention.actor, ActorRef::Listed(id) if *id == actor.id) {
                continue;
            }
            if let Some(ending) = ending(mention, paragraph.text(), &actor.name) {
                let span = paragraph.block.to_source(mention.span).shifted(start);
                out.push((span, inflected(new, ending)));
            }
        }
    }
    out
}

/// The ending with which a mention spells the house name; `None` when it spells something else.
fn ending<'t>(mention: &Mention, text: &'t str, house: &str) -> Option<&'t str> {
    if !matches!(mention.form, Form::Name | Form::Part) {
        return None;
    }
    let rest = text.get(mention.span.range())?.strip_prefix(house)?;
    (rest.is_empty() || ENDINGS.contains(&rest)).then_some(rest)
}

/// A name with the ending another one had. After a sibilant German has only the apostrophe: Nordkoreas, Laos’.
fn inflected(name: &str, ending: &str) -> String {
    let sibilant = name.to_lowercase().ends_with(['s', 'ß', 'x', 'z']);
    match ending {
        "s" if sibilant => format!("{name}’"),
        "’" | "'" if !sibilant => format!("{name}s"),
        _ => format!("{name}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_kept() {
        for (name, ending, want) in [
            ("Küstenamt", "s", "Küstenamts"),
            ("Küstenhaus", "s", "Küstenhaus’"),
            ("Küstenamt", "’", "Küstenamts"),
            ("Harbour Office", "'s", "Harbour Office's"),
            ("Küstenamt", "", "Küstenamt"),
        ] {
            assert_eq!(inflected(name, ending), want);
        }
    }
}
