//! How a language writes numbers, units and dates: which senses can a word have next to a figure?
//!
//! **Invariant:** data and its index only. A pack lists words; the one index over them is built on first use and never
//! changes. What the senses mean together is the business of `figures`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Lang, de, en};

/// A unit of time that lengths are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// 100 years.
    Century,
    /// 10 years.
    Decade,
    /// Year.
    Year,
    /// Calendar quarter, or school term: three months.
    Quarter,
    /// Month.
    Month,
    /// Week.
    Week,
    /// Day.
    Day,
    /// Hour.
    Hour,
    /// Minute.
    Minute,
    /// Second.
    Second,
}

impl TimeUnit {
    /// The unit symbol of a duration.
    pub fn symbol(self) -> &'static str {
        match self {
            TimeUnit::Century => "century",
            TimeUnit::Decade => "decade",
            TimeUnit::Year => "year",
            TimeUnit::Quarter => "quarter",
            TimeUnit::Month => "month",
            TimeUnit::Week => "week",
            TimeUnit::Day => "day",
            TimeUnit::Hour => "hour",
            TimeUnit::Minute => "minute",
            TimeUnit::Second => "second",
        }
    }
}

impl TimeUnit {
    /// How many of a smaller unit go into one of these; `None` when it is not smaller. A year counts
    /// 365 days and a month 30, as contracts and courts do.
    pub fn times(self, smaller: TimeUnit) -> Option<u32> {
        use TimeUnit::*;
        Some(match (self, smaller) {
            (Century, Year) => 100,
            (Decade, Year) => 10,
            (Year, Month) => 12,
            (Year, Week) => 52,
            (Year, Day) => 365,
            (Month, Week) => 4,
            (Month, Day) => 30,
            (Week, Day) => 7,
            (Day, Hour) => 24,
            (Day, Minute) => 1440,
            (Hour, Minute) => 60,
            (Hour, Second) => 3600,
            (Minute, Second) => 60,
            _ => return None,
        })
    }
}

/// How a word next to a number limits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// rund, some
    About,
    /// fast, nearly
    Nearly,
    /// mindestens, at least
    AtLeast,
    /// mehr als, over
    MoreThan,
    /// bis zu, up to
    AtMost,
    /// weniger als, under
    LessThan,
}

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// Every year on that day of that month.
    Fixed(u8, u8),
    /// So many days from Easter Sunday.
    Easter(i8),
    /// The so-manieth such day of the week (Monday is 0) of a month; the last one is -1.
    Nth(u8, u8, i8),
}

/// What a function word does beside one sort of figure: closed lists that single rules ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// zuvor, after: behind a unit of time, one from the point spoken of.
    Apart,
    /// um, gegen: before a small number a time of day.
    OnTheHour,
    /// by, than: `half` behind it is a share.
    ByHalf,
    /// more, lower: behind a share.
    Compares,
    /// up, by: the number behind it says how far.
    MovedBy,
    /// ago, later: behind a length, counted from a point.
    FromThere,
    /// within, nearly: before a length of one.
    SoLong,
    /// ab, keine: limits a spelled number only with a unit.
    NeedsUnit,
    /// ago, later: what stands before is no rate.
    Ago,
    /// head, share: money is counted per it.
    Apiece,
    /// rank, number: leads a place in an order.
    RankLead,
    /// finished, came: an ordinal behind it is a rank.
    Placed,
    /// place, spot: behind an ordinal a rank.
    PlaceNoun,
    /// Höhe, Betrag: behind `zweistellig` an amount.
    AmountNoun,
    /// niedrig, hoch: before `zweistellig`.
    AmountAdjective,
    /// seit, for: a bare plural of time behind it is a length.
    OverTime,
    /// zum, the: between `bis` and a date.
    RangeFiller,
    /// ab, um: before a date no limit of it.
    LooseLimit,
    /// um, at: before a time of day.
    ClockPrep,
    /// ab, around: may stand before a year.
    YearLimit,
    /// rund, nearly: what follows is a number, no year.
    NumberLimit,
    /// zum, the: between two days of a month.
    DayFiller,
    /// an, bei: what stands behind without an article has a number for a name.
    Where,
    /// im, this: before a season.
    SeasonPrep,
    /// in, during: before `the` and a season.
    SeasonLead,
    /// am, guten: `Morgen` behind it is the part of the day.
    MorningLead,
    /// am, over the: before the weekend.
    WeekendPrep,
    /// recent: speaks of periods only in the plural.
    PluralOnly,
    /// den, the: between a weekday and its date.
    DateArticle,
    /// black, good: with a weekday a name.
    NamedDay,
    /// times, post: behind a weekday the name of a paper.
    Paper,
    /// heavier: behind a pound it is a weight.
    Heavy,
    /// weighed: before a pound it is a weight.
    Weighs,
    /// über, around: limits a small spelled number only with a unit.
    WeakLimit,
    /// lang, high: behind a measure of one.
    Extent,
    /// reden, Vertrag, talks: `über` behind it says what about, or how much it comes to.
    Concerns,
    /// gutes, knappes: between an article and a number about that many.
    Roundly,
    /// wurde, als, finished: beside it an ordinal is a place.
    Called,
    /// am, zum, by: before a bare day of a month.
    DayLead,
    /// rounds, carded: before strokes of golf.
    Round,
    /// train, from: behind a time of day, what leaves then.
    Leaves,
    /// same, gleichen: before a period that is compared with a year earlier.
    SamePeriod,
    /// period, Zeitraum: a time that the text has named.
    Period,
    /// that, same: before a unit of time the one that was named.
    Same,
    /// soon, early: between `as` and `as` before a date to come.
    AsSoon,
    /// further, trading: between a number and a unit of time.
    Filler,
    /// weniger, ahead: behind one of something, by how much.
    OneMore,
    /// dead, injured: people, counted without a noun.
    Casualty,
    /// wore, shirt: the number beside it is on somebody's back.
    Worn,
    /// Brigade, Squadron: a number before such a name is part of it.
    Regiment,
    /// call, operator: 911 before it is the number that is dialled.
    Dialled,
    /// his, their: before a decade the age of a person.
    Whose,
    /// Krieg: behind a length with a capital a name.
    War,
    /// way, fold: behind a spelled number and a hyphen it says how, not how many.
    Manifold,
    /// day, thing: `one` before it counts nothing.
    OneOff,
    /// interest, forest: ends like a superlative and is none.
    NoSuperlative,
}

/// One thing a word can mean next to a figure. A word may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A cardinal below 100: zwölf, twenty.
    Card(u8),
    /// The numeral one as its own word (`one`, `eins`): counts only before a scale or unit.
    One,
    /// The indefinite article, which counts only before a scale, a share or a length of time.
    Article,
    /// hundert, hundred.
    Hundred,
    /// tausend, Million: times ten to the power.
    Scale(u8),
    /// Plural of a scale; alone it is a vague amount: Tausende, millions.
    Scales(u8),
    /// An abbreviated scale (Mio, bn), only right after digits.
    Abbr(u8),
    /// Letters that mean a scale only where money is spoken of and no space stands before them: `€5m`, `$10k`.
    MoneyAbbr(u8),
    /// Dutzend, dozen: a scale that is no power of ten.
    Group(u8),
    /// Dutzende, dozens.
    Groups,
    /// halb, half.
    Half,
    /// die Hälfte.
    HalfShare,
    /// anderthalb (15), eineinhalb (15): tenths.
    Mixed(u8),
    /// Viertelmillion: hundredths of a million-like scale, and the power of ten.
    PartScale(u8, u8),
    /// Drittel, thirds: the denominator.
    Part(u8),
    /// A word that is both ordinal and share: third, fifth.
    OrdinalPart(u8),
    /// zweite, second: the number it orders by.
    Ordinal(u8),
    /// `th` after digits.
    OrdinalSuffix,
    /// twice, doppelt: so many times.
    Times(u8),
    /// mal, times: makes the number before it count occasions.
    TimesNoun,
    /// fach, fold.
    Fold,
    /// jeder, every: with an ordinal it is a share.
    Every,
    /// mehrere, several.
    Several,
    /// paar, few, couple: vague with the article before it.
    AFew,
    /// Millionenbetrag, Milliardenhöhe.
    Amount,
    /// zweistellig and the like: how many digits.
    Places,
    /// Prozent, percent.
    Percent,
    /// Promille.
    PerMille,
    /// Höhe, Entfernung: says which way a measure goes.
    Dimension,
    /// Prozentpunkte.
    Points,
    /// Basispunkte.
    BasisPoints,
    /// prozentig.
    PercentAdjective,
    /// A currency by its ISO 4217 code.
    Currency(&'static str),
    /// The adjective of a country, which turns the currency after it into that country's: the country's code.
    Nation(&'static str),
    /// A physical unit: its symbol.
    Measure(&'static str),
    /// A unit of time, singular.
    Time(TimeUnit),
    /// A unit of time, plural.
    Lengths(TimeUnit),
    /// monatig, jährig, Jährige.
    Aged(TimeUnit),
    /// jährlich, monthly: a rate over that unit.
    Recurring(TimeUnit),
    /// A month, 1 to 12.
    Month(u8),
    /// A short form of a month that needs a day or year beside it.
    MonthAbbr(u8),
    /// A weekday, Monday 0; also with a part of the day (Montagabend).
    Weekday(u8),
    /// A day relative to the day of writing: gestern -1.
    Day(i8),
    /// Novemberabend: a month only with a year behind it.
    MonthPart(u8),
    /// A holiday starts here: index into the pack's holidays.
    HolidayStarts(u16),
    /// Kalenderwoche: the number beside it is a week of the year.
    WeekOfYear,
    /// Geschäftsjahr, fiscal: the year behind it is named so.
    YearName,
    /// Tabellenzweiter: a place in an order.
    Placing(u8),
    /// Zehntelsekunde, Hundertstel: so many hundredths of a second.
    Hundredths(u8),
    /// Spring 0 to winter 3.
    Season(u8),
    /// The weekend.
    Weekend,
    /// morning, Abend: may follow a day.
    DayPart,
    /// Anfang, Mitte, Ende; early, late: thirds 0, 1, 2.
    Part3(u8),
    /// A noun for the same, which needs `of`: beginning, middle, end.
    Part3Of(u8),
    /// Jahresende, year-end.
    YearPart,
    /// vergangen, last: -1; dies, this: 0; kommend, next: +1.
    Relative(i8),
    /// Vorjahr.
    YearShift(i8),
    /// Halbjahr, Jahreshälfte.
    HalfYear,
    /// Halves written as a word of their own: H1 is 1.
    Half12(u8),
    /// Q1 to Q4.
    Quarter14(u8),
    /// er of 60er, s of 1990s.
    DecadeSuffix,
    /// sechziger: the decade.
    Decade(u8),
    /// Jahrhundert, century.
    CenturyWord,
    /// Uhr, pm: makes the number before it a time of day.
    Clock,
    /// Chr, BC: makes the number before it a year.
    Era,
    /// Artikel, Section: the number after it is a name.
    Label,
    /// Frage, heat: the number after it is a name unless it counts or measures something.
    WeakLabel,
    /// on, at: joins a name and its share.
    Fares,
    /// edged, climbed: `up to` behind it says where to.
    Moves,
    /// Platz, rank.
    Rank,
    /// largest: with an ordinal before it a rank.
    Superlative,
    /// pro, je, per.
    Per,
    /// und, and.
    And,
    /// oder, or.
    Or,
    /// bis, to: joins the ends of a range.
    To,
    /// auf: joins the ends of a change.
    Onto,
    /// von, from.
    From,
    /// zwischen, between.
    Between,
    /// von, of: joins a part and its whole.
    Of,
    /// in: joins numerator and denominator (four in ten).
    InOf,
    /// A preposition or adverb that makes a year or month out of the next word.
    DatePrep,
    /// Points back: seit, since.
    SincePrep,
    /// Points ahead unless the verb is past: bis, until, ab.
    UntilPrep,
    /// nach, später, ago: makes a length out of `ein Jahr` before it.
    After,
    /// vor, innerhalb: makes a length out of `ein Jahr` after it.
    Before,
    /// innerhalb, within: at most so long.
    Within,
    /// The definite article or what stands for it.
    The,
    /// A word that cannot be part of a noun phrase after a number.
    Stop,
    /// Lower-case words that are adjectives although no ending tells.
    Adjective,
    /// A plural without the usual ending: people, men.
    Plural,
    /// The clause speaks of what is to come.
    Ahead,
    /// The clause speaks of what has been.
    Gone,
    /// A verb in the present that no ending tells.
    Now,
    /// will, wird: the clause speaks of what is to come, whatever else it says.
    Future,
    /// be: the participle behind it is not past.
    Be,
    /// Nacht, night.
    Night,
    /// zum, auf: joins a night and the day it leads to.
    Towards,
    /// zuvor, darauf behind a day: so many days from the one spoken of.
    Apart(i8),
    /// folgend, previous before a day: so many days from the one spoken of.
    Beside(i8),
    /// Vormonat: the unit of time before this one.
    Prior(TimeUnit),
    /// Vorjahreszeitraum: the same part of the year before.
    YearEarlier,
    /// past in `the past year`: a length rather than a year of the calendar.
    Elapsed,
    /// Karfreitag: so many days from Easter Sunday.
    Feast(i8),
    /// gegen: between two numbers of votes.
    Against,
    /// als, than: what follows is compared with.
    Than,
    /// aged: the number behind it is an age.
    AgeLead,
    /// for, after, took: `over` behind it is a limit on a length, not the stretch in which something happens.
    Spends,
    /// ended, ending: joins months and the one they end with.
    Ending,
    /// Viertelstunde: hundredths of a unit of time.
    PartTime(u8, TimeUnit),
    /// über: between a noun and a length it says how long that is.
    Across,
    /// Minus.
    Minus,
    /// Plus, before a minus.
    Plus,
    /// Ends a street name: the number beside it is a house number.
    Street,
    /// A limiting phrase ends here: index into the pack's limits before the number.
    LimitEnds(u16),
    /// A limiting phrase starts here: index into the pack's limits after the number.
    LimitStarts(u16),
    /// An idiom starts here: index into the pack's idioms.
    IdiomStarts(u16),
}

impl Sense {
    /// Whether a figure can begin with such a word (limits before the number are found looking back).
    fn starts_figure(self) -> bool {
        use Sense::*;
        matches!(
            self,
            Card(_)
                | One
                | Article
                | Hundred
                | Scale(_)
                | Scales(_)
                | Group(_)
                | Groups
                | Half
                | HalfShare
                | Mixed(_)
                | PartScale(..)
                | Part(_)
                | OrdinalPart(_)
                | Ordinal(_)
                | Times(_)
                | Every
                | Several
                | Places
                | Currency(_)
                | Month(_)
                | MonthAbbr(_)
                | Weekday(_)
                | Day(_)
                | Season(_)
                | Weekend
                | Part3(_)
                | Part3Of(_)
                | YearPart
                | Relative(_)
                | YearShift(_)
                | Prior(_)
                | YearEarlier
                | Night
                | Elapsed
                | PartTime(..)
                | Feast(_)
                | HolidayStarts(_)
                | MonthPart(_)
                | WeekOfYear
                | Placing(_)
                | Era
                | Time(
                    TimeUnit::Hour
                        | TimeUnit::Day
                        | TimeUnit::Year
                        | TimeUnit::Month
                        | TimeUnit::Week
                        | TimeUnit::Decade
                        | TimeUnit::Century
                )
                | Half12(_)
                | Quarter14(_)
                | Decade(_)
                | Rank
                | Lengths(_)
                | Amount
                | IdiomStarts(_)
        )
    }
}

/// Where the senses of a word lie in its index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Senses {
    from: u32,
    len: u16,
    roles: u64,
    /// Whether a figure can begin here.
    pub hot: bool,
}

impl Senses {
    /// Whether the word has that part beside a figure.
    pub fn plays(self, role: Role) -> bool {
        self.roles & (1 << role as u64) != 0
    }

    /// Whether the word has any.
    pub fn any(self) -> bool {
        self.len > 0
    }
}

/// How numbers are built inside one word.
#[derive(Debug)]
pub struct Compounds {
    /// Number morphemes that stand at the start of a word, longest first where one begins another.
    pub morphemes: &'static [(&'static str, Morpheme)],
    /// What may follow the number in the same word, without adjective endings.
    pub suffixes: &'static [(&'static str, Suffix)],
    /// Endings an adjective may have.
    pub endings: &'static [&'static str],
    /// Endings that make a superlative.
    pub superlatives: &'static [&'static str],
    /// Ordinal stems that may stand before a superlative.
    pub ordinals: &'static [(&'static str, u8)],
    /// Starts of words for an amount of a magnitude.
    pub amount_starts: &'static [&'static str],
    /// Their ends.
    pub amount_ends: &'static [&'static str],
}

/// A part of a number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Morpheme {
    /// 1 to 19.
    Unit(u8),
    /// 20, 30 … 90.
    Ten(u8),
    /// `und` between unit and ten.
    And,
    /// hundert.
    Hundred,
    /// tausend.
    Thousand,
    /// `einhalb`.
    AndHalf,
    /// halb, anderthalb: so many halves, only of a length of time (halbstündig).
    Halves(u8),
}

/// What a number word may end in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// Nothing: a cardinal.
    None,
    /// `-e`, `-en` after hundert and tausend: vague.
    Plural,
    /// `-tel`, `-stel`: a share.
    Part,
    /// `-mal`.
    Times,
    /// `-fach`.
    Fold,
    /// `-jährig`, `-monatig`.
    Aged(TimeUnit),
    /// `-prozentig`.
    Percent,
    /// `-stellig`.
    Places,
    /// `-köpfig`.
    Headed,
    /// `-te`, `-ste`: an ordinal.
    Ordinal,
    /// `-er` after tens: a decade.
    Decade,
    /// Before a superlative: a rank.
    Rank,
}

/// Words and habits of one language.
#[derive(Debug)]
pub struct NumberPack {
    /// The decimal mark; the other of `.` and `,` groups thousands.
    pub decimal: u8,
    /// Whether a dot after a number makes an ordinal (28. Oktober).
    pub ordinal_dot: bool,
    /// Whether common nouns are capitalised.
    pub noun_capitals: bool,
    /// Whether `10/12/2024` has the month first.
    pub month_first: bool,
    /// Words, several to a string; `~` stands for the adjective endings.
    pub words: &'static [(&'static str, Sense)],
    /// Words by the part they have beside one sort of figure.
    pub roles: &'static [(Role, &'static str)],
    /// The endings that `~` stands for.
    pub endings: &'static [&'static str],
    /// Limiting phrases before the number.
    pub limits_before: &'static [(&'static str, Limit)],
    /// Limiting phrases after the number and its unit.
    pub limits_after: &'static [(&'static str, Limit)],
    /// Phrases with a number word in them that state no number.
    pub idioms: &'static [&'static str],
    /// Holidays and when they are.
    pub holidays: &'static [(&'static str, Holiday)],
    /// Numbers inside words, for languages that write them so.
    pub compounds: Option<&'static Compounds>,
    /// Currencies by country for currencies that share a name: (country, name's own currency, currency).
    pub nations: &'static [(&'static str, &'static str, &'static str)],
    /// Ends of lower-case words that mark an adjective between number and noun.
    pub adjective_ends: &'static [&'static str],
    /// Starts of participles that end in `te`.
    pub participle_starts: &'static [&'static str],
    /// Words one of which stands between a percentage and what it is a share of (20 Prozent der Fahrgäste, 20 per cent of the
    /// passengers), and those that may follow it.
    pub share_of: (&'static [&'static str], &'static [&'static str]),
    /// Phrases before and behind a number that make it a part of what was spoken of before.
    pub part_of: (&'static [&'static str], &'static [&'static str]),
    /// Ends of capitalised words before a house number.
    pub street_ends: &'static [&'static str],
    /// Ends of capitalised words that make a name of the number behind them.
    pub label_ends: &'static [&'static str],
    /// Ends of adverbs that may stand before a number at the start of a sentence.
    pub adverb_ends: &'static [&'static str],
    /// Ends of finite verbs in the past.
    pub past_ends: &'static [&'static str],
    /// Verbs that make a pluperfect wherever they stand behind a date.
    pub had: &'static [&'static str],
    /// Words of a clause that says what was to be done.
    pub owed: &'static [&'static str],
    /// Ends of finite verbs right behind what opens the sentence.
    pub verb_ends: &'static [&'static str],
    /// Ends of finite verbs in the present.
    pub present_ends: &'static [&'static str],
    /// Prefixes of verbs: behind one, a listed verb in the past is in the past too.
    pub verb_prefixes: &'static [&'static str],
    /// Counted nouns: `singular plural plural…`; also heads of compounds.
    pub nouns: &'static [&'static str],
    /// How to take a plural off an unlisted noun: (ending, replacement), tried in order.
    pub plural_rules: &'static [(&'static str, &'static str)],
}

/// The words of a pack, ready to be looked up.
pub struct NumberIndex {
    /// The pack.
    pub pack: &'static NumberPack,
    words: FxHashMap<Box<[u8]>, Senses>,
    senses: Vec<Sense>,
    nouns: FxHashMap<Box<[u8]>, &'static str>,
    /// Limits before, as words.
    pub before: Vec<(Vec<&'static str>, Limit)>,
    /// Limits after, as words.
    pub after: Vec<(Vec<&'static str>, Limit)>,
    /// Idioms, as words.
    pub idioms: Vec<Vec<&'static str>>,
    /// Holidays, as words.
    pub holidays: Vec<(Vec<&'static str>, Holiday)>,
}

impl NumberIndex {
    fn new(pack: &'static NumberPack) -> NumberIndex {
        let mut gathered: FxHashMap<Vec<u8>, Vec<Sense>> = FxHashMap::default();
        let mut add = |word: String, sense: Sense| {
            let senses = gathered.entry(word.into_bytes()).or_default();
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        };
        for &(words, sense) in pack.words {
            for word in words.split_ascii_whitespace() {
                match word.strip_suffix('~') {
                    Some(stem) => pack.endings.iter().for_each(|e| add(format!("{stem}{e}"), sense)),
                    None => add(word.to_owned(), sense),
                }
            }
        }
        let split = |list: &'static [(&'static str, Limit)]| -> Vec<(Vec<&'static str>, Limit)> {
            list.iter().map(|&(p, l)| (p.split(' ').collect(), l)).collect()
        };
        let (before, after) = (split(pack.limits_before), split(pack.limits_after));
        let idioms: Vec<Vec<&'static str>> = pack.idioms.iter().map(|p| p.split(' ').collect()).collect();
        let holidays: Vec<(Vec<&'static str>, Holiday)> =
            pack.holidays.iter().map(|&(p, h)| (p.split(' ').collect(), h)).collect();
        for (i, (words, _)) in holidays.iter().enumerate() {
            if let Some(first) = words.first() {
                add((*first).to_owned(), Sense::HolidayStarts(i as u16));
            }
        }
        for (i, (words, _)) in before.iter().enumerate() {
            if let Some(last) = words.last() {
                add((*last).to_owned(), Sense::LimitEnds(i as u16));
            }
        }
        for (i, (words, _)) in after.iter().enumerate() {
            if let Some(first) = words.first() {
                add((*first).to_owned(), Sense::LimitStarts(i as u16));
            }
        }
        for (i, words) in idioms.iter().enumerate() {
            if let Some(first) = words.first() {
                add((*first).to_owned(), Sense::IdiomStarts(i as u16));
            }
        }
        let mut roles: FxHashMap<&[u8], u64> = FxHashMap::default();
        for &(role, list) in pack.roles {
            for word in list.split_ascii_whitespace() {
                *roles.entry(word.as_bytes()).or_default() |= 1 << role as u64;
                gathered.entry(word.as_bytes().to_vec()).or_default();
            }
        }
        let mut words = FxHashMap::default();
        let mut senses = Vec::new();
        for (word, list) in gathered {
            let hot = list.iter().any(|s| s.starts_figure());
            let roles = roles.get(word.as_slice()).copied().unwrap_or(0);
            let at = Senses { from: senses.len() as u32, len: list.len() as u16, roles, hot };
            words.insert(word.into_boxed_slice(), at);
            senses.extend(list);
        }
        let mut nouns = FxHashMap::default();
        for line in pack.nouns {
            let mut forms = line.split(' ');
            if let Some(head) = forms.next() {
                for form in std::iter::once(head).chain(forms) {
                    nouns.entry(form.to_lowercase().into_bytes().into_boxed_slice()).or_insert(head);
                }
            }
        }
        NumberIndex { pack, words, senses, nouns, before, after, idioms, holidays }
    }

    /// Where the senses of a folded word lie, for [`NumberIndex::senses`].
    pub fn find(&self, folded: &[u8]) -> Option<Senses> {
        self.words.get(folded).copied()
    }

    /// The senses at a place that [`NumberIndex::find`] gave.
    pub fn senses(&self, at: Senses) -> &[Sense] {
        let from = at.from as usize;
        self.senses.get(from..from + at.len as usize).unwrap_or(&[])
    }

    /// The dictionary form of a listed noun.
    pub fn noun(&self, folded: &[u8]) -> Option<&'static str> {
        self.nouns.get(folded).copied()
    }
}

/// The index over the number words of `lang`.
pub fn numbers(lang: Lang) -> &'static NumberIndex {
    static DE: LazyLock<NumberIndex> = LazyLock::new(|| NumberIndex::new(&de::numbers::PACK));
    static EN: LazyLock<NumberIndex> = LazyLock::new(|| NumberIndex::new(&en::numbers::PACK));
    match lang {
        Lang::De => &DE,
        Lang::En => &EN,
    }
}

/// Currencies that share a name, by country: (country, the currency the bare name means, that country's).
pub static NATIONS: &[(&str, &str, &str)] = &[
    ("us", "USD", "USD"),
    ("au", "USD", "AUD"),
    ("ca", "USD", "CAD"),
    ("nz", "USD", "NZD"),
    ("sg", "USD", "SGD"),
    ("hk", "USD", "HKD"),
    ("tw", "USD", "TWD"),
    ("no", "SEK", "NOK"),
    ("dk", "SEK", "DKK"),
    ("se", "SEK", "SEK"),
    ("cz", "SEK", "CZK"),
    ("is", "SEK", "ISK"),
    ("gb", "GBP", "GBP"),
    ("eg", "GBP", "EGP"),
    ("sy", "GBP", "SYP"),
    ("lb", "GBP", "LBP"),
    ("ar", "MXN", "ARS"),
    ("cl", "MXN", "CLP"),
    ("co", "MXN", "COP"),
    ("ph", "MXN", "PHP"),
    ("in", "INR", "INR"),
    ("pk", "INR", "PKR"),
    ("ch", "CHF", "CHF"),
    ("tr", "TRY", "TRY"),
];
