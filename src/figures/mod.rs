//! Figures: which numbers does the text state?
//!
//! **Invariant:** pure; a figure's value is a closed interval of exact decimals (or of dates), never a float.
//! **Not here:** judging them.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::text::Span;

mod date;
pub use date::{DateRange, PartialDate};

/// What sort of thing a figure states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// So many of something: `11.000 Container`.
    Count,
    /// An amount of a currency: `5,5 Milliarden US-Dollar`.
    Money,
    /// A share, in percent or percentage points: `38 Prozent`, `two thirds`.
    Percent,
    /// Something per something: `zwei Treffen pro Monat`, `€2,500 per household`.
    Rate,
    /// A place in an order: `Platz 36`, `36th`.
    Rank,
    /// A physical quantity: `7,84 Meter`, `1.800 Hektar`.
    Measure,
    /// A point or period in the calendar.
    Date,
    /// A length of time: `17-monatig`, `elf Stunden`.
    Duration,
}

/// How the number limits what it speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// Stated bare.
    #[default]
    Exact,
    /// rund, etwa, circa, some, roughly.
    About,
    /// fast, knapp, nearly: a little less.
    Nearly,
    /// mindestens, at least.
    AtLeast,
    /// mehr als, über, gut, more than.
    MoreThan,
    /// bis zu, höchstens, up to.
    AtMost,
    /// weniger als, unter, fewer than.
    LessThan,
    /// mehrere Tausend, Hunderte: no number to hold on to.
    Vague,
}

/// The normal form of what a figure states.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// A closed interval; `lo == hi` for a single number, `None` for an open end.
    Number {
        /// Least value, or open.
        lo: Option<Decimal>,
        /// Greatest value, or open.
        hi: Option<Decimal>,
    },
    /// A calendar date or period at the precision the text gives it.
    Date(DateRange),
    /// The text is vague: there is no value to compare.
    Unknown,
}

/// What the number counts, where the text says so next to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Noun {
    /// Where the head noun stands.
    pub span: Span,
    /// The head in its dictionary form as far as the packs can tell, without modifiers: `Soldat` of `Infanteriesoldaten`.
    pub head: String,
}

/// A number stated in prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The whole statement: bound words, number, magnitude, unit, adjectives and counted noun where they stand together.
    pub span: Span,
    /// The number (or date) itself.
    pub core: Span,
    /// What sort of figure it is.
    pub kind: Kind,
    /// Its value in the base unit: `5,5 Milliarden` is 5,500,000,000.
    pub value: Value,
    /// Unit symbol: ISO 4217 for money, `%` and `pp`, UCUM-like symbols for measures (`m`, `ha`, `km2`), `year`, `month`,
    /// `week`, `day`, `hour`, `minute`, `second`, `decade`, `century` for durations, `A/B` for rates.
    pub unit: Option<String>,
    /// How the number limits it.
    pub bound: Bound,
    /// The counted noun.
    pub noun: Option<Noun>,
}

/// Every figure of `text` (the prose of one paragraph), in order, not overlapping. Yearless and relative dates are resolved
/// against `reference`, the date of the document; without one their year stays open.
pub fn figures(text: &str, lang: Lang, reference: Option<PartialDate>) -> Vec<Figure> {
    let _ = (text, lang, reference);
    Vec::new()
}
/// How a draft's figure relates to a source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Equal after normalisation.
    Same,
    /// Equal, with another bound.
    SameButBound,
    /// One is the other, rounded.
    Rounded,
    /// The same digits at another magnitude.
    ScaleDiffers,
    /// Another value.
    Different,
    /// Other kinds or dimensions: nothing to compare.
    Incomparable,
}

/// Compares a draft's figure with a source's.
pub fn compare(draft: &Figure, source: &Figure) -> Relation {
    match () {
        () if draft.kind != source.kind || draft.unit != source.unit => Relation::Incomparable,
        () if draft.value != source.value => Relation::Different,
        () if draft.bound != source.bound => Relation::SameButBound,
        () => Relation::Same,
    }
}
