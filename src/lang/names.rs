//! What a language pack knows about names: the words that introduce them, the words that are none, and the world's states,
//! regions, cities and organisations in that language.
//!
//! **Invariant:** lists only. Words are separated by white space, entries by line ends; how they are used is decided where
//! names are found.

/// What a word says about the name beside it, or about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Cue {
    /// A closed-class word, or another that begins sentences: no name begins with it.
    Function,
    /// A given name of women.
    GivenFemale,
    /// A given name of men.
    GivenMale,
    /// A given name that is also an ordinary word, a month or a town: more has to speak for it.
    GivenToo,
    /// A family name that stands before the given name: Kim, Xi.
    FamilyFirst,
    /// A form of address or academic title.
    Title,
    /// An office or occupation that stands before or behind a person's name.
    Role,
    /// Only for women: Frau, Ministerin, spokeswoman.
    Female,
    /// Only for men: Herr, Minister, spokesman.
    Male,
    /// Heads the name of an organisation: Institut, Association.
    OrgHead,
    /// An institution of a town, whose name follows: Landgericht, Stadtwerke.
    Local,
    /// Unites people, who follow in the genitive: Verband der …
    United,
    /// An institution that every state has; a demonym before it stands by itself: the Czech Ministry.
    OfState,
    /// Heads one only when more of the name follows: Amt für …, Bank of …
    OrgWide,
    /// Closes the name of a company: GmbH, Ltd.
    Legal,
    /// Stands before an organisation's name without being part of it: Hersteller, carmaker.
    OrgIntro,
    /// Stands before a place's name without being part of it: Fluss, river, Stadt.
    PlaceIntro,
    /// Closes or heads a place's name as part of it: River, Landkreis.
    PlaceHead,
    /// A day, month, season or other time word.
    Time,
    /// A verb of saying.
    Says,
    /// A finite verb of which only someone who acts can be the subject: governments do.
    Acts,
    /// A verb or word that is said of towns: lies, grows.
    Stands,
    /// Auxiliary and modal verbs.
    Auxiliary,
    /// A preposition that says where.
    Where,
    /// A preposition that says whence: a town, or what a government sends.
    Whence,
    /// Another preposition.
    Preposition,
    /// A definite or indefinite article or a determiner.
    Article,
    /// Joins parts of an organisation's name: für, of.
    Joins,
    /// and, or.
    And,
    /// Going and what goes: Reise, train, flew.
    Travel,
    /// Parts and institutions of a town: Innenstadt, streets.
    Urban,
    /// Says what is heard from a government: Signale, money.
    Sent,
    /// What a government in a capital is said to do, in the passive: befürchtet, expected.
    Felt,
    /// Begins names of treaties, events, laws and works, which are no actors.
    Event,
    /// A point of the compass.
    Direction,
    /// An adjective that names are built with: Deutsche, Technische.
    NameAdjective,
    /// Written like a name, but no actor: CO2, GDP, Internet.
    NoName,
    /// Behind a name in a closed compound: -krieg, -politik.
    CompoundHead,
    /// A currency.
    Currency,
    /// Small words inside persons' names: von, van, bin.
    Particle,
    /// Opens a subordinate clause.
    Conjunction,
    /// A place-name ending.
    PlaceEnding,
    /// Heads the name of a newspaper, which takes the town's adjective in: Kieler Nachrichten.
    Press,
    /// Ordinary nouns that end like names of places, offices or organisations.
    Ordinary,
}

/// The names part of a language pack.
#[derive(Debug)]
pub struct NamePack {
    /// Cue words; each also in its inflected forms if `inflect`.
    pub words: &'static [(&'static [Cue], &'static str)],
    /// Nouns that are cues alone and at the end of compounds, in the masculine nominative singular; inflected here.
    pub nouns: &'static [(&'static [Cue], &'static str)],
    /// Word endings that are cues.
    pub endings: &'static [(&'static [Cue], &'static str)],
    /// Offices that are one and the same matter in every language: `concept: nouns`.
    pub offices: &'static str,
    /// `key | other names | adjectives | people | capital` of states (and parts of states with a government).
    pub states: &'static str,
    /// The same for continents, regions, seas.
    pub regions: &'static str,
    /// `key=other name=…`, separated by semicolons: cities and towns.
    pub cities: &'static str,
    /// The same for cities whose names are ordinary words as well.
    pub cities_too: &'static str,
    /// `key=other name=…`, separated by semicolons: organisations everyone knows.
    pub organisations: &'static str,
    /// Endings of declined adjectives and nouns; empty when the language has none.
    pub adjective_endings: &'static [&'static str],
    /// Whether every noun is capitalised, so that a capital letter says little.
    pub capital_nouns: bool,
    /// Whether towns give adjectives in -er (Berliner).
    pub town_adjectives: bool,
    /// What a suffix turns a man's office into a woman's (-in), if it does.
    pub feminine: &'static str,
}
