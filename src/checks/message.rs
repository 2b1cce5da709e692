//! What does a finding say? Its parts, as the checks hand them over; how a language puts them stands in a file of its own.
//!
//! **Invariants:** no other file of the checks holds text for people, save the pages of the checks. Each language has every
//! message, or the program does not build. What a finding is does not hang on a language: findings are compared, sorted and
//! recognised by their parts.

use rust_decimal::Decimal;

use crate::corpus::Edtf;
use crate::corpus::edtf::short_month;
use crate::figures::{Bound, DateRange, Figure, Kind, PartialDate, Value};
use crate::lang::Lang;
use crate::lang::wording::wording;

use super::say::{bound_word, number};

mod de;
mod en;

/// What is said about a finding, in one sentence: what the draft says, what the sources say, who and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// No article has the id that is cited.
    NoArticle {
        /// The id.
        id: String,
        /// What may be meant.
        offer: Offer,
    },
    /// The cited article has no such paragraph.
    NoParagraph {
        /// The article's id.
        id: String,
        /// How many it has.
        has: u32,
        /// Which is cited.
        cited: u32,
    },
    /// What is cited does not make the claim.
    NotThere {
        /// The article's id.
        id: String,
        /// First and last paragraph that are cited.
        cited: Option<(u32, u32)>,
        /// What does make it.
        instead: Option<Instead>,
    },
    /// An earlier paragraph made the claim.
    FirstMade {
        /// Which.
        by: Label,
    },
    /// A quotation differs from its source.
    Quoted {
        /// In what; nothing if in too much.
        differs: Vec<Differs>,
        /// The source.
        at: Label,
    },
    /// A name is spelled otherwise.
    HouseSpelling {
        /// How it should be.
        name: String,
    },
    /// The sources spell a name otherwise that nobody listed.
    SourceSpelling {
        /// Theirs.
        name: String,
        /// Where.
        at: Label,
    },
    /// The sources give another value.
    OtherValue {
        /// Theirs.
        theirs: Amount,
        /// Who says so.
        at: Label,
        /// The draft's words.
        ours: String,
    },
    /// The same digits of another magnitude.
    OtherMagnitude {
        /// The sources' value.
        theirs: Amount,
        /// Who says so.
        at: Label,
        /// The draft's words.
        ours: String,
    },
    /// The sources limit the value otherwise.
    OtherBound {
        /// Their value.
        theirs: Amount,
        /// Who says so.
        at: Label,
        /// The draft's words.
        ours: String,
    },
    /// A later statement replaced the value.
    Replaced {
        /// The later value.
        new: Amount,
        /// Who says so.
        at: Label,
        /// The draft's words.
        ours: String,
        /// Who said so.
        before: Label,
    },
    /// The draft gives two values.
    TwoValues {
        /// Here.
        here: String,
        /// Before.
        before: String,
    },
    /// The sources contradict each other.
    Disputed {
        /// Who gives the draft's value.
        same: Label,
        /// Another value.
        theirs: Amount,
        /// Who gives that.
        other: Label,
    },
    /// Somebody else says so.
    OtherSpeaker {
        /// Who does.
        theirs: String,
        /// Where.
        at: Label,
        /// Whom the draft names.
        ours: String,
    },
    /// Only somebody says so.
    OnlySaid {
        /// Who.
        by: String,
        /// Where.
        at: Label,
    },
    /// The sources are less sure.
    LessSure {
        /// How they put it.
        put: Put,
        /// Who says so.
        at: Label,
    },
    /// No source states the value.
    Unsourced {
        /// The draft's words.
        ours: String,
        /// What the nearest speaks of.
        about: About,
        /// The nearest.
        at: Label,
    },
}

/// What a citation may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The article with the nearest id.
    Nearest(String),
    /// The paragraph of an article that makes the claim.
    Made(String, u32),
}

/// What makes a claim instead of what is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The article's id, where it is another one.
    pub id: Option<String>,
    /// Its paragraph.
    pub paragraph: u32,
    /// Who says so.
    pub at: Label,
}

/// A difference between a quotation and its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Differs {
    /// The source has more.
    More(String),
    /// The source has less.
    Less(String),
    /// The source has the first for the second.
    Other(String, String),
}

/// How sources put what the draft states as fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// As probable.
    Probable,
    /// As possible.
    Possible,
    /// As open.
    Open,
    /// They deny it.
    Denied,
}

/// What the nearest source speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What the draft speaks of.
    Matter,
    /// Somebody whom the draft names.
    Named,
    /// Neither: it is only the nearest to a sentence that cites a work.
    Cited,
}

/// Who says so, where and when; or what else a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A statement.
    Statement {
        /// Who says it, if somebody does.
        speaker: Option<String>,
        /// Who published it, or the article's id.
        publisher: String,
        /// When.
        date: Option<Edtf>,
        /// The number of its paragraph.
        paragraph: u32,
    },
    /// An article, by its title.
    Article(String),
    /// Where an article names an actor.
    Mention {
        /// The actor's name.
        name: String,
        /// The article's id.
        article: String,
        /// The number of its paragraph.
        paragraph: u32,
    },
    /// Other words of the draft.
    Words(String),
}

/// A value that sources give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    kind: Kind,
    value: Value,
    unit: Option<String>,
    bound: Bound,
}

impl From<&Figure> for Amount {
    fn from(figure: &Figure) -> Amount {
        Amount { kind: figure.kind, value: figure.value.clone(), unit: figure.unit.clone(), bound: figure.bound }
    }
}

impl Message {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::De => de::message(self),
            Lang::En => en::message(self),
        }
    }
}

impl Label {
    /// `Nato, SWP-Aktuell 14 Nov 2024, ¶ 6`; `Nato, SWP-Aktuell 14. Nov. 2024, Abs. 6`.
    pub fn text(&self, lang: Lang) -> String {
        let paragraph = |n: u32| match lang {
            Lang::De => de::paragraph(n),
            Lang::En => en::paragraph(n),
        };
        match self {
            Label::Statement { speaker, publisher, date, paragraph: n } => {
                let source = match date {
                    Some(date) => format!("{publisher} {}", date.human(lang)),
                    None => publisher.clone(),
                };
                let parts = speaker.iter().cloned().chain([source, paragraph(*n)]);
                parts.collect::<Vec<_>>().join(", ")
            }
            Label::Mention { name, article, paragraph: n } => {
                let place = match lang {
                    Lang::De => format!("in „{article}“"),
                    Lang::En => format!("in “{article}”"),
                };
                format!("{name} {place}, {}", paragraph(*n))
            }
            Label::Article(words) | Label::Words(words) => words.clone(),
        }
    }
}

/// The words around a number.
struct Numbers {
    /// Between the ends of an interval.
    to: &'static str,
    /// Behind a value without an upper end.
    or_more: &'static str,
    /// Behind a value without a lower end.
    or_less: &'static str,
    /// Instead of a value nobody gave.
    unknown: &'static str,
    /// Before a place in an order.
    rank: &'static str,
    /// A number with a unit that has neither a name of its own (see [`crate::lang::wording`]) nor stands for itself.
    with_unit: fn(&str, &str) -> String,
}

impl Amount {
    /// `up to €2,500`, `46%`, `27 Oct 2024`; `bis zu 2.500 Euro`, `46 Prozent`, `27. Okt. 2024`.
    pub fn text(&self, lang: Lang) -> String {
        let words = wording(lang);
        let style = match lang {
            Lang::De => &de::NUMBERS,
            Lang::En => &en::NUMBERS,
        };
        // Prices have their cents written out: €3.40.
        let price =
            |n: &Decimal| self.kind == Kind::Money && n.abs() < Decimal::ONE_THOUSAND && n.normalize().scale() == 1;
        let said = |n: &Decimal| format!("{}{}", number(*n, words, true), if price(n) { "0" } else { "" });
        let unit = |number: &str, is_one: bool| match self.unit.as_deref() {
            Some(symbol) => match words.unit(symbol, is_one) {
                Some(name) => format!("{number} {name}"),
                None => (style.with_unit)(number, symbol),
            },
            None if self.kind == Kind::Rank => format!("{} {number}", style.rank),
            None => number.to_owned(),
        };
        let one = |n: &Decimal| unit(&said(n), *n == Decimal::ONE);
        let body = match &self.value {
            Value::Unknown | Value::Number { lo: None, hi: None } => return style.unknown.to_owned(),
            Value::Date(range) => return date_range(range, lang),
            Value::Number { lo: Some(lo), hi: Some(hi) } if lo == hi => one(lo),
            Value::Number { lo: Some(lo), hi: Some(hi) } => {
                unit(&format!("{} {} {}", said(lo), style.to, said(hi)), false)
            }
            Value::Number { lo: Some(lo), hi: None } => format!("{} {}", one(lo), style.or_more),
            Value::Number { lo: None, hi: Some(hi) } => format!("{} {}", one(hi), style.or_less),
        };
        match bound_word(self.bound, words) {
            Some(bound) => format!("{bound} {body}"),
            None => body,
        }
    }
}

fn date_range(range: &DateRange, lang: Lang) -> String {
    if range.lo == range.hi {
        return date(range.lo, lang);
    }
    let to = match lang {
        Lang::De => de::NUMBERS.to,
        Lang::En => en::NUMBERS.to,
    };
    format!("{} {to} {}", date(range.lo, lang), date(range.hi, lang))
}

/// `27 Oct 2024`, `27. Okt. 2024`, with as much of it as is known.
pub fn date(date: PartialDate, lang: Lang) -> String {
    let dot = if wording(lang).day_dot { "." } else { "" };
    let day = date.day.map(|d| format!("{d}{dot}"));
    let month = date.month.and_then(|m| short_month(m, lang)).map(str::to_owned);
    let parts = [day, month, date.year.map(|y| y.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(message: &Message) -> [String; 2] {
        [message.text(Lang::En), message.text(Lang::De)]
    }

    fn amount(kind: Kind, value: Value, unit: Option<&str>, bound: Bound) -> Amount {
        Amount { kind, value, unit: unit.map(str::to_owned), bound }
    }

    fn number(lo: &str, hi: &str) -> Value {
        Value::Number { lo: lo.parse().ok(), hi: hi.parse().ok() }
    }

    fn one(n: &str) -> Value {
        number(n, n)
    }

    #[test]
    fn values_are_put_as_each_language_puts_them() {
        use Bound::*;
        use Kind::*;
        let days = |lo, hi| Value::Date(DateRange { lo, hi });
        let day = PartialDate::ymd;
        let yearless = PartialDate { year: None, ..day(2024, 10, 27) };
        for (kind, value, unit, bound, en, de) in [
            (Count, one("4200"), None, Exact, "4,200", "4.200"),
            (Count, one("999"), None, About, "about 999", "rund 999"),
            (Count, one("-1234.5"), None, Exact, "−1,234.5", "−1.234,5"),
            (Count, one("1200000000"), None, Exact, "1.2 billion", "1,2 Milliarden"),
            (Count, one("1000000000"), None, Nearly, "nearly 1 billion", "fast 1 Milliarde"),
            (Count, one("1000000000000"), None, Exact, "1 trillion", "1 Billion"),
            (Count, one("1234567"), None, Exact, "1,234,567", "1.234.567"),
            (Percent, one("46"), Some("%"), Exact, "46%", "46 Prozent"),
            (Percent, one("1"), Some("pp"), Exact, "1 percentage point", "1 Prozentpunkt"),
            (Percent, one("2.5"), Some("pp"), Exact, "2.5 percentage points", "2,5 Prozentpunkte"),
            (Money, one("2500"), Some("EUR"), AtMost, "up to €2,500", "bis zu 2.500 Euro"),
            (Money, one("4200000000"), Some("EUR"), Exact, "€4.2 billion", "4,2 Milliarden Euro"),
            (Money, one("7000000"), Some("USD"), LessThan, "less than $7 million", "weniger als 7 Millionen US-Dollar"),
            (Money, one("30"), Some("GBP"), MoreThan, "more than £30", "mehr als 30 Pfund"),
            (Money, one("30"), Some("SEK"), Exact, "30 SEK", "30 SEK"),
            (Rank, one("36"), None, Exact, "rank 36", "Platz 36"),
            (Measure, one("640"), Some("t"), About, "about 640 t", "rund 640 t"),
            (Duration, number("3", "5"), Some("day"), Exact, "3 to 5 days", "3 bis 5 Tage"),
            (Duration, one("1"), Some("century"), Exact, "1 century", "1 Jahrhundert"),
            (Count, number("40", ""), None, Exact, "40 or more", "40 oder mehr"),
            (Percent, number("", "40"), Some("%"), Exact, "40% or less", "40 Prozent oder weniger"),
            (Count, number("", ""), None, AtLeast, "an unknown number", "eine unbestimmte Zahl"),
            (Count, Value::Unknown, None, Vague, "an unknown number", "eine unbestimmte Zahl"),
            (Date, days(day(2024, 10, 27), day(2024, 10, 27)), None, Exact, "27 Oct 2024", "27. Okt. 2024"),
            (Date, days(yearless, yearless), None, Exact, "27 Oct", "27. Okt."),
            (
                Date,
                days(day(2024, 3, 17), day(2024, 5, 1)),
                None,
                Exact,
                "17 Mar 2024 to 1 May 2024",
                "17. März 2024 bis 1. Mai 2024",
            ),
        ] {
            let amount = amount(kind, value, unit, bound);
            assert_eq!([amount.text(Lang::En), amount.text(Lang::De)], [en, de]);
        }
    }

    #[test]
    fn labels_say_who_where_and_when() {
        let label = |speaker: Option<&str>, date: Option<&str>| Label::Statement {
            speaker: speaker.map(str::to_owned),
            publisher: "Blätterwald".to_owned(),
            date: date.and_then(|d| d.parse().ok()),
            paragraph: 6,
        };
        let mention = Label::Mention { name: "Ute Voß".to_owned(), article: "moor".to_owned(), paragraph: 2 };
        for (label, en, de) in [
            (
                label(Some("Nato"), Some("2024-11-14")),
                "Nato, Blätterwald 14 Nov 2024, ¶ 6",
                "Nato, Blätterwald 14. Nov. 2024, Abs. 6",
            ),
            (
                label(None, Some("2024-10-24~")),
                "Blätterwald about 24 Oct 2024, ¶ 6",
                "Blätterwald um den 24. Okt. 2024, Abs. 6",
            ),
            (label(None, None), "Blätterwald, ¶ 6", "Blätterwald, Abs. 6"),
            (mention, "Ute Voß in “moor”, ¶ 2", "Ute Voß in „moor“, Abs. 2"),
            (Label::Article("Öl & Gas".to_owned()), "Öl & Gas", "Öl & Gas"),
            (Label::Words("870 Imkern".to_owned()), "870 Imkern", "870 Imkern"),
        ] {
            assert_eq!([label.text(Lang::En), label.text(Lang::De)], [en, de]);
        }
    }

    /// The messages that no example of a check's page shows.
    #[test]
    fn what_the_examples_do_not_show_is_said_in_both_languages() {
        let at = || Label::Words("L".to_owned());
        let id = || "öl".to_owned();
        let quoted = |differs: &[Differs]| Message::Quoted { differs: differs.to_vec(), at: at() };
        let put = |put| Message::LessSure { put, at: at() };
        for (message, en, de) in [
            (
                Message::NoArticle { id: id(), offer: Offer::Nearest("oel".to_owned()) },
                "no article has the id “öl”; the nearest is “oel”",
                "kein Artikel hat die Kennung „öl“; am nächsten kommt „oel“",
            ),
            (
                Message::NoParagraph { id: id(), has: 3, cited: 7 },
                "“öl” has 3 paragraphs, not 7",
                "„öl“ hat nur 3 Absätze, keinen Absatz 7",
            ),
            (
                Message::NotThere { id: id(), cited: Some((2, 4)), instead: None },
                "“öl” ¶ 2–4 does not say so, and neither does any other source",
                "„öl“ Abs. 2–4 sagt das nicht, und auch keine andere Quelle",
            ),
            (
                Message::NotThere {
                    id: id(),
                    cited: None,
                    instead: Some(Instead { id: Some("gas".to_owned()), paragraph: 1, at: at() }),
                },
                "“öl” does not say so; “gas” ¶ 1 does (L)",
                "„öl“ sagt das nicht, wohl aber „gas“ Abs. 1 (L)",
            ),
            (quoted(&[]), "the source has other words (L)", "in der Quelle steht es anders (L)"),
            (
                quoted(&[Differs::More("sehr".to_owned()), Differs::Less("nie".to_owned())]),
                "the source also has “sehr”, the source does not have “nie” (L)",
                "in der Quelle steht auch „sehr“, in der Quelle steht nicht „nie“ (L)",
            ),
            (
                put(Put::Open),
                "sources say that it is open (L); the draft states it as fact",
                "die Quellen sagen, dass es offen ist (L); der Text stellt es als Tatsache hin",
            ),
            (
                put(Put::Denied),
                "sources deny it (L); the draft states it as fact",
                "die Quellen verneinen es (L); der Text stellt es als Tatsache hin",
            ),
        ] {
            assert_eq!(both(&message), [en, de]);
        }
    }
}
