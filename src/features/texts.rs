//! Every word that people read in an answer, in the languages of [`Lang`].
//!
//! **Invariant:** no other file of the features or the server holds text for people, save problems and log lines, which are
//! English. What findings say stands with the checks (`checks/message/`).

use crate::actors::Kind as ActorKind;
use crate::checks::Does;
use crate::claims::Certainty;
use crate::features::panel::Dealt;
use crate::figures::{Bound, Kind as FigureKind};
use crate::lang::Lang;
use crate::lang::wording::wording;

/// The words of one language.
#[derive(Debug)]
pub struct Texts {
    /// The language.
    pub lang: Lang,
    /// Title of the progress while articles are read.
    pub reading_articles: &'static str,
    /// Title of the progress while briefings are checked.
    pub checking_briefings: &'static str,
    /// Title of the progress while pages are imported.
    pub importing: &'static str,
    /// What the editor calls putting in a citation, to be undone.
    pub cite: fn(&str) -> String,
    /// What it calls listing a name in the registry.
    pub list_actor: fn(&str) -> String,
    /// What a fix does that writes a text in the place of another.
    write: fn(&str) -> String,
    /// The same wherever the document says so.
    write_everywhere: fn(&str) -> String,
    /// What a fix does that adds a text.
    insert: fn(&str) -> String,
    /// The action that applies every fix that needs no look.
    pub fix_all: &'static str,
    /// The action that says that somebody has checked what a finding is about.
    pub checked: fn(&str) -> String,
    /// The action that puts a finding aside and says why.
    pub ignore: fn(&str) -> String,
    /// The action that says so in the text itself.
    pub ignore_in_text: fn(&str) -> String,
    /// The reason it gives there, to be written over.
    pub checked_in_text: &'static str,
    /// The action that takes such a decision back.
    pub report_again: fn(&str) -> String,
    /// A finding that is told again because other sentences stand beside it now: how it was dealt with, why, and what it says.
    pub decided_elsewhere: fn(&str, &str, &str) -> String,
    /// The same, behind the finding itself.
    pub decide_again: &'static str,
    /// Names of the ways to deal with a finding, in the order of [`Dealt`].
    dealt: [&'static str; 2],
    /// Before the statements that a trace lists: the first that agrees, those that differ, those that replaced it, and those
    /// that were compared and not taken.
    pub traced: [&'static str; 4],
    /// What a trace says when there is none that agrees.
    pub untraced: &'static str,
    /// Before what a fix does.
    pub help: &'static str,
    /// How many findings there are.
    pub found: fn(usize) -> String,
    /// That there are none, in so many texts.
    pub nothing_found: fn(usize) -> String,
    /// Why a name that the registry does not have cannot be renamed.
    pub rename_unlisted: fn(&str) -> String,
    /// Why another spelling than the house's cannot be renamed.
    pub rename_other: fn(&str) -> String,
    /// A paragraph in one line: its claims, how many have a source, and the first of those.
    pub lens: fn(usize, usize, Option<&str>) -> String,
    /// Before a paragraph's number.
    pub paragraph: &'static str,
    /// Names of the kinds of actors, in the order of [`ActorKind`].
    actor_kinds: [&'static str; 5],
    /// Names of the kinds of figures, in the order of [`FigureKind`].
    figure_kinds: [&'static str; 8],
    /// Names of the bounds, in the order of [`Bound`].
    bounds: [&'static str; 8],
    /// Before an actor's other names.
    pub also: &'static str,
    /// Before an actor's offices.
    pub roles: &'static str,
    /// An office that belongs to somebody.
    pub of: &'static str,
    /// A name the registry does not have.
    pub unlisted: &'static str,
    /// Before the other actors a mention may mean.
    pub may_be: &'static str,
    /// Before where an actor is first mentioned.
    pub first_mentioned: &'static str,
    /// An actor no article mentions.
    pub never_mentioned: &'static str,
    /// Before the one who made a claim first.
    pub first_made: &'static str,
    /// Before the others who say the same.
    pub says_the_same: &'static str,
    /// Before those who said otherwise later, and so replaced it.
    pub says_later: &'static str,
    /// Before the values that were given one after the other.
    pub in_order: &'static str,
    /// When a claim was first made as a rumour, and where it was confirmed.
    pub rumour: fn(&str, &str) -> String,
    /// Before those who say otherwise.
    pub says_otherwise: &'static str,
    /// Before who says it.
    pub according_to: &'static str,
    /// The article says it itself.
    pub own_voice: &'static str,
    /// It is said that somebody says it, but not who.
    pub unattributed: &'static str,
    /// Names of the certainties, in the order of [`Certainty`].
    certainties: [&'static str; 4],
    /// A claim that holds only if something else does.
    pub conditional: &'static str,
    /// A claim that something is not so.
    pub denied: &'static str,
    /// A claim that no article makes.
    pub no_source: &'static str,
    /// An article without a date.
    pub no_date: &'static str,
    /// How the list goes on that is too long.
    pub and_more: fn(usize) -> String,
    /// How often and where an actor is mentioned.
    pub mentioned: fn(u32, usize) -> String,
    /// A place in an order.
    pub rank: fn(&str) -> String,
    /// The word between the ends of a period or an interval.
    pub to: &'static str,
    /// Marks of thousands and of decimals.
    pub marks: (char, char),
}

static DE: Texts = Texts {
    lang: Lang::De,
    reading_articles: "Artikel lesen",
    checking_briefings: "Texte prüfen",
    importing: "Artikel importieren",
    write: |text| format!("„{text}“ schreiben"),
    write_everywhere: |text| format!("Überall im Text „{text}“ schreiben"),
    insert: |text| format!("„{text}“ einfügen"),
    fix_all: "Alle sicheren Korrekturen anwenden",
    checked: |code| format!("Von mir geprüft: trotz {code} stimmt der Text"),
    ignore: |code| format!("{code} hier ignorieren, mit Begründung"),
    ignore_in_text: |code| {
        format!("Von mir geprüft: {code} in diesem Absatz ignorieren, durch einen Kommentar im Text")
    },
    checked_in_text: "von mir geprüft",
    report_again: |code| format!("{code} hier wieder melden"),
    decided_elsewhere: |how, why, says| {
        let why = if why.is_empty() { String::new() } else { format!(" („{why}“)") };
        format!("{how}{why}, als andere Sätze daneben standen; bitte neu entscheiden, falls das noch gilt: {says}")
    },
    decide_again: "damals standen andere Sätze daneben: bitte neu entscheiden, falls es noch gilt",
    dealt: ["ignoriert", "geprüft"],
    traced: ["zuerst", "anders", "später", "nicht genommen"],
    untraced: "kein Artikel sagt das",
    help: "Vorschlag",
    found: |n| if n == 1 { "1 Befund".to_owned() } else { format!("{n} Befunde") },
    nothing_found: |texts| {
        if texts == 1 { "nichts gefunden in 1 Text".to_owned() } else { format!("nichts gefunden in {texts} Texten") }
    },
    rename_unlisted: |name| format!("„{name}“ steht nicht in actors.toml"),
    rename_other: |house| format!("umbenannt wird nur die Hausschreibung „{house}“"),
    lens: |claims, sourced, first| {
        let first = first.map(|first| format!(" · zuerst: {first}")).unwrap_or_default();
        match claims {
            0 => "keine Aussage".to_owned(),
            1 => format!("1 Aussage · {sourced} belegt{first}"),
            n => format!("{n} Aussagen · {sourced} belegt{first}"),
        }
    },
    cite: |citation| format!("Quelle {citation} angeben"),
    list_actor: |name| format!("„{name}“ in actors.toml aufnehmen"),
    paragraph: "Absatz",
    actor_kinds: ["Person", "Organisation", "Staat", "Ort", "Gruppe"],
    figure_kinds: ["Anzahl", "Geldbetrag", "Anteil", "Rate", "Rang", "Messwert", "Datum", "Dauer"],
    bounds: ["genau", "etwa", "knapp", "mindestens", "mehr als", "höchstens", "weniger als", "unbestimmt"],
    also: "Auch",
    roles: "Ämter",
    of: "von",
    unlisted: "steht nicht in actors.toml",
    may_be: "Kann auch sein",
    first_mentioned: "Zuerst genannt",
    never_mentioned: "In keinem Artikel genannt.",
    first_made: "Zuerst",
    says_the_same: "Ebenso",
    says_otherwise: "Anders",
    says_later: "Später",
    in_order: "Der Reihe nach",
    rumour: |day, source| format!("Zuerst als Gerücht am {day}, bestätigt: {source}"),
    according_to: "Laut",
    own_voice: "Der Artikel selbst",
    unattributed: "Ohne genannte Quelle",
    certainties: ["sicher", "wahrscheinlich", "möglich", "offen"],
    conditional: "unter einer Bedingung",
    denied: "verneint",
    no_source: "Kein Artikel sagt das.",
    no_date: "ohne Datum",
    and_more: |n| format!("und {n} weitere"),
    mentioned: |times, articles| {
        let articles = if articles == 1 { "einem Artikel".to_owned() } else { format!("{articles} Artikeln") };
        format!("{times}-mal genannt in {articles}.")
    },
    rank: |n| format!("Platz {n}"),
    to: "bis",
    marks: ('.', ','),
};

static EN: Texts = Texts {
    lang: Lang::En,
    reading_articles: "Reading articles",
    checking_briefings: "Checking briefings",
    importing: "Importing articles",
    write: |text| format!("Write “{text}”"),
    write_everywhere: |text| format!("Write “{text}” in the whole document"),
    insert: |text| format!("Insert “{text}”"),
    fix_all: "Apply every safe fix",
    checked: |code| format!("Checked by me: {code} is right as it stands"),
    ignore: |code| format!("Ignore {code} here, with a reason"),
    ignore_in_text: |code| format!("Checked by me: ignore {code} in this paragraph, by a comment in the text"),
    checked_in_text: "checked by me",
    report_again: |code| format!("Report {code} here again"),
    decided_elsewhere: |how, why, says| {
        let why = if why.is_empty() { String::new() } else { format!(" (“{why}”)") };
        format!("{how}{why} where other sentences stood beside it; decide again if that still holds: {says}")
    },
    decide_again: "other sentences stood beside it then: decide again if it still holds",
    dealt: ["ignored", "checked"],
    traced: ["first made", "otherwise", "later", "not taken"],
    untraced: "no article says so",
    help: "help",
    found: |n| if n == 1 { "1 finding".to_owned() } else { format!("{n} findings") },
    nothing_found: |texts| {
        if texts == 1 { "nothing found in 1 text".to_owned() } else { format!("nothing found in {texts} texts") }
    },
    rename_unlisted: |name| format!("“{name}” is not in actors.toml"),
    rename_other: |house| format!("only the house spelling “{house}” can be renamed"),
    lens: |claims, sourced, first| {
        let first = first.map(|first| format!(" · first: {first}")).unwrap_or_default();
        match claims {
            0 => "no claim".to_owned(),
            1 => format!("1 claim · {sourced} sourced{first}"),
            n => format!("{n} claims · {sourced} sourced{first}"),
        }
    },
    cite: |citation| format!("Cite {citation}"),
    list_actor: |name| format!("List “{name}” in actors.toml"),
    paragraph: "paragraph",
    actor_kinds: ["person", "organisation", "state", "place", "group"],
    figure_kinds: ["count", "amount of money", "share", "rate", "rank", "measure", "date", "duration"],
    bounds: ["exactly", "about", "nearly", "at least", "more than", "at most", "less than", "vague"],
    also: "Also",
    roles: "Roles",
    of: "of",
    unlisted: "not in actors.toml",
    may_be: "May also be",
    first_mentioned: "First mentioned",
    never_mentioned: "No article mentions it.",
    first_made: "First made",
    says_the_same: "Also",
    says_otherwise: "Otherwise",
    says_later: "Later",
    in_order: "In order",
    rumour: |day, source| format!("First made as a rumour on {day}, confirmed: {source}"),
    according_to: "According to",
    own_voice: "The article itself",
    unattributed: "Without a named source",
    certainties: ["certain", "probable", "possible", "open"],
    conditional: "if something else holds",
    denied: "denied",
    no_source: "No article says so.",
    no_date: "undated",
    and_more: |n| format!("and {n} more"),
    mentioned: |times, articles| {
        let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
        let articles = if articles == 1 { "one article".to_owned() } else { format!("{articles} articles") };
        format!("Mentioned {times} in {articles}.")
    },
    rank: |n| format!("number {n}"),
    to: "to",
    marks: (',', '.'),
};

/// The words of `lang`.
pub fn of(lang: Lang) -> &'static Texts {
    match lang {
        Lang::De => &DE,
        Lang::En => &EN,
    }
}

impl Texts {
    /// What a fix does, as the title of an action.
    pub fn fix(&self, does: &Does) -> String {
        match does {
            Does::Write(text) => (self.write)(text),
            Does::WriteEverywhere(text) => (self.write_everywhere)(text),
            Does::Insert(text) => (self.insert)(text),
        }
    }

    /// How a finding was dealt with.
    pub fn dealt(&self, dealt: Dealt) -> &'static str {
        self.dealt[dealt as usize]
    }

    /// The name of a kind of actor.
    pub fn actor_kind(&self, kind: ActorKind) -> &'static str {
        self.actor_kinds[kind as usize]
    }

    /// The name of a kind of figure.
    pub fn figure_kind(&self, kind: FigureKind) -> &'static str {
        self.figure_kinds[kind as usize]
    }

    /// The name of a bound.
    pub fn bound(&self, bound: Bound) -> &'static str {
        self.bounds[bound as usize]
    }

    /// The name of a certainty.
    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        self.certainties[certainty as usize]
    }

    /// A unit after a number: the word where there is one, else the symbol.
    pub fn unit<'a>(&self, symbol: &'a str, is_one: bool) -> &'a str {
        wording(self.lang).unit(symbol, is_one).unwrap_or(symbol)
    }
}
