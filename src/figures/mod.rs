//! Figures: which numbers does the text state?
//!
//! **Invariant:** pure; a figure's value is a closed interval of exact decimals (or of dates), never a float.
//! **Not here:** judging them.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::lang::numbers::{Role, Sense, numbers};
use crate::text::Span;

use lex::TokKind;
use parse::is;

mod compare;
mod date;
mod dates;
mod lex;
mod nouns;
mod parse;
mod quantity;
#[cfg(test)]
mod tests;
mod units;

pub use compare::{Relation, compare, is_coarser, ratio};
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
    /// `week` for a date that is a week of the calendar. Unit symbol: ISO 4217 for money, `%` and `pp`, UCUM-like symbols for measures (`m`, `ha`, `km2`), `year`, `month`,
    /// `week`, `day`, `hour`, `minute`, `second`, `decade`, `century` for durations, `A/B` for rates.
    pub unit: Option<String>,
    /// How the number limits it.
    pub bound: Bound,
    /// The counted noun; of a percentage what it is a share of, which stands behind its span.
    pub noun: Option<Noun>,
    /// A share in words (a quarter, vier von zehn): it stands for the percentages around it, never for exactly one.
    pub coarse: bool,
    /// Some of those that were spoken of before: `29 of them`, `darunter 2.310 Rinder`.
    pub part: bool,
}

/// Whether the words of a date tell it only to who knows when they were written: `gestern`, `on Tuesday`, `next year`. A month
/// that is named is one whoever reads it.
pub fn is_relative(words: &str, lang: Lang) -> bool {
    let index = numbers(lang);
    let is_month = |word: &str| {
        let mut buffer = [0; lex::FOLD];
        let senses = lex::fold(word, &mut buffer).and_then(|folded| index.find(folded));
        senses.is_some_and(|at| index.senses(at).iter().any(|s| matches!(s, Sense::Month(_))))
    };
    !words.contains(|c: char| c.is_ascii_digit())
        && !words
            .split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c))
            .any(is_month)
}

/// Every figure of `text` (the prose of one paragraph), in order, not overlapping. Yearless and relative dates are resolved
/// against `reference`, the date of the document; without one their year stays open.
pub fn figures(text: &str, lang: Lang, reference: Option<PartialDate>) -> Vec<Figure> {
    let mut reader = parse::Reader::new(text, numbers(lang), reference);
    let mut i = 0;
    while let Some(tok) = reader.toks.get(i) {
        let starts = match tok.kind {
            // A bare unit of time begins a figure only in `the day before`, `year-long` and `the year to March`.
            TokKind::Word => {
                tok.senses.hot
                    && (!is!(reader, i, Sense::Time(_))
                        || is!(
                            reader,
                            i,
                            Sense::Part(_) | Sense::Ordinal(_) | Sense::CenturyWord | Sense::HolidayStarts(_)
                        )
                        || reader.plays(i + 1, Role::Apart)
                        || reader.dash(i + 1)
                        || i > 0 && reader.plays(i - 1, Role::Same)
                        || reader.is_word(i + 1, "end")
                        || reader.sym(i + 1, '\'')
                        || is!(reader, i + 1, Sense::To | Sense::Ending))
            }
            TokKind::Num(_) | TokKind::Compound(..) | TokKind::Date(_) | TokKind::Years(..) | TokKind::Sym('\'') => {
                true
            }
            TokKind::Junk => {
                if let Some(to) = reader.clocked(i).or_else(|| reader.pressure(i)) {
                    i = to;
                    continue;
                }
                false
            }
            TokKind::Sym(_) => false,
        };
        if !starts {
            i += 1;
            continue;
        }
        if let Some(to) = reader.idiom(i) {
            reader.floor = to;
            i = to;
            continue;
        }
        i = reader.date(i).or_else(|| reader.quantity(i)).unwrap_or(0).max(i + 1);
    }
    reader.out
}

impl Figure {
    /// The value as other programs read it: a number, `[lo,hi]` with `null` for an open end, an ISO 8601 date or a pair of
    /// them, `null` where the text is vague.
    pub fn json_value(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        let number = |d: &Option<Decimal>| d.map_or(Json::Null, json_number);
        match &self.value {
            Value::Number { lo, hi } if lo == hi => number(lo),
            Value::Number { lo, hi } => Json::Array(vec![number(lo), number(hi)]),
            Value::Date(range) if range.lo == range.hi => Json::String(range.lo.to_string()),
            Value::Date(range) if self.unit.as_deref() == Some("week") => {
                range.lo.week().map_or_else(|| Json::String(range.lo.to_string()), Json::String)
            }
            Value::Date(range) => {
                Json::Array(vec![Json::String(range.lo.to_string()), Json::String(range.hi.to_string())])
            }
            Value::Unknown => Json::Null,
        }
    }
}

/// An integer without fraction where it is one.
fn json_number(d: Decimal) -> serde_json::Value {
    let d = d.normalize();
    if let Ok(n) = i64::try_from(d)
        && d.scale() == 0
    {
        return n.into();
    }
    d.to_string()
        .parse::<f64>()
        .ok()
        .and_then(serde_json::Number::from_f64)
        .map_or(serde_json::Value::Null, serde_json::Value::Number)
}
