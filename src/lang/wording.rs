//! How a language puts what a check wants to insert, and the words that tell a former value from the present one.
//!
//! **Invariant:** plain tables; nothing here looks at a text.

use std::sync::LazyLock;

use super::stem::fold;
use super::{Lang, de, en};

/// The words of one language.
#[derive(Debug)]
pub struct Wording {
    /// Parts whole numbers and decimals.
    pub decimal: char,
    /// Groups thousands.
    pub group: char,
    /// The least whole number that is grouped.
    pub groups_from: u32,
    /// Powers of ten with their names, singular and plural, the greatest first.
    pub scales: &'static [(u32, &'static str, &'static str)],
    /// Twelve month names.
    pub months: [&'static str; 12],
    /// Units of time and others that are words: symbol, one, more.
    pub units: &'static [(&'static str, &'static str, &'static str)],
    /// Whether a day stands before its month with a dot: `23. Oktober`.
    pub day_dot: bool,
    /// rund
    pub about: &'static str,
    /// fast
    pub nearly: &'static str,
    /// mindestens
    pub at_least: &'static str,
    /// mehr als
    pub more_than: &'static str,
    /// bis zu
    pub at_most: &'static str,
    /// weniger als
    pub less_than: &'static str,
    /// Names a source, before its name.
    pub according_to: &'static str,
    /// Makes a statement probable, behind its finite verb.
    pub probably: &'static str,
    /// Makes it possible.
    pub possibly: &'static str,
    /// Mentions another value; `{}` stands for it.
    pub others_say: &'static str,
    /// Words before the value that something rose or fell from.
    pub starts_from: &'static [&'static str],
    /// Words before the value that it rose or fell to.
    pub goes_to: &'static [&'static str],
    /// Words by which a source marks a value as the former one.
    pub former: &'static [&'static str],
    /// Words that set a limit above, wherever they stand in the sentence.
    pub at_most_words: &'static [&'static str],
    /// Words that set one below.
    pub at_least_words: &'static [&'static str],
    /// Words by which those who wrote a text speak of themselves.
    pub we: &'static [&'static str],
    /// Words by which a source says what a value was before, which may be of any time.
    pub once: &'static [&'static str],
    /// The same, only before a figure: `statt 900`.
    pub instead: &'static [&'static str],
    /// Words by which a source says that something is so by now, and was not before.
    pub by_now: &'static [&'static str],
    /// Words by which it sets a statement against another.
    pub against: &'static [&'static str],
    /// Words before a figure that has been spoken of: the definite articles and what stands for one.
    pub definite: &'static [&'static str],
    /// Stems of words before a figure that point back to it: dies-, these.
    pub demonstrative: &'static [&'static str],
    /// What has a title or a name that may stand between quotation marks right behind it: nobody says that.
    pub works: &'static [&'static str],
    /// Words without which a sentence says the opposite.
    pub denies: &'static [&'static str],
}

impl Wording {
    /// Whether a title follows `word`: one of the [`Wording::works`], or a compound that ends with one.
    pub fn has_title(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let letters = |w: &str| w.chars().count();
        self.works
            .iter()
            .any(|w| lower == *w || letters(w) > 3 && letters(&lower) > letters(w) + 2 && lower.ends_with(w))
    }

    /// The name of a unit that has one, behind a number.
    pub fn unit(&self, symbol: &str, is_one: bool) -> Option<&'static str> {
        self.units.iter().find(|(s, ..)| *s == symbol).map(|(_, one, more)| if is_one { *one } else { *more })
    }
}

/// The words of `lang`.
pub fn wording(lang: Lang) -> &'static Wording {
    match lang {
        Lang::De => &de::WORDING,
        Lang::En => &en::WORDING,
    }
}

/// The words of a language that turn against what was so before, folded and word by word.
#[derive(Debug)]
pub struct TurnWords {
    /// [`Wording::former`]
    pub former: Vec<Vec<String>>,
    /// [`Wording::instead`]
    pub instead: Vec<Vec<String>>,
    /// [`Wording::by_now`]
    pub by_now: Vec<Vec<String>>,
    /// [`Wording::against`]
    pub against: Vec<Vec<String>>,
    /// [`Wording::starts_from`]
    pub starts_from: Vec<Vec<String>>,
    /// [`Wording::goes_to`]
    pub goes_to: Vec<Vec<String>>,
}

impl TurnWords {
    fn of(words: &Wording) -> TurnWords {
        let folded = |list: &[&str]| -> Vec<Vec<String>> {
            list.iter().map(|phrase| phrase.split(' ').map(fold).collect()).collect()
        };
        TurnWords {
            former: folded(words.former).into_iter().chain(folded(words.once)).collect(),
            instead: folded(words.instead),
            by_now: folded(words.by_now),
            against: folded(words.against),
            starts_from: folded(words.starts_from),
            goes_to: folded(words.goes_to),
        }
    }
}

/// Those of `lang`.
pub fn turn_words(lang: Lang) -> &'static TurnWords {
    static DE: LazyLock<TurnWords> = LazyLock::new(|| TurnWords::of(&de::WORDING));
    static EN: LazyLock<TurnWords> = LazyLock::new(|| TurnWords::of(&en::WORDING));
    match lang {
        Lang::De => &DE,
        Lang::En => &EN,
    }
}
