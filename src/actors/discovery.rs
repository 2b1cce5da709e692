//! Names that nobody listed: which words of this paragraph are one, and how sure is that?
//!
//! **Invariant:** a weight of 2 is proof by construction (a given name, an office before it, an institution's head with what
//! it is for, an abbreviation in parentheses); anything less counts only if the document says it again.

use super::Kind;
use super::matcher::{Found, Hit, Scan};
use super::table::{NONE, Way, bit};
use super::words::{Shape, Word, gap};
use crate::lang::names::Cue;

const GIVEN: u64 = bit(Cue::GivenFemale) | bit(Cue::GivenMale);
/// Words that are never a name by themselves, wherever they stand.
const CLOSED: u64 =
    bit(Cue::Time) | bit(Cue::Function) | bit(Cue::Role) | bit(Cue::Title) | bit(Cue::NoName) | bit(Cue::Urban);
/// Small words that stay small inside names.
const SMALL: u64 = bit(Cue::Article) | bit(Cue::Preposition) | bit(Cue::Where) | bit(Cue::And) | bit(Cue::Conjunction);
const HEAD: u64 = bit(Cue::OrgHead) | bit(Cue::OrgWide);
/// Words that are no part of a person's name.
const NOT_PERSON: u64 = bit(Cue::Time) | bit(Cue::Title) | bit(Cue::NoName) | bit(Cue::Legal) | bit(Cue::Currency);

/// Whether a German word is an adjective in -isch, with or without an ending.
pub(super) fn is_isch(word: &str) -> bool {
    let stem = ["en", "em", "er", "es", "e"].iter().find_map(|e| word.strip_suffix(e)).unwrap_or(word);
    stem.ends_with("isch") && stem.chars().count() >= 6
}

impl Scan<'_> {
    fn word(&self, i: usize) -> &Word {
        self.words.at(i)
    }

    fn german(&self) -> bool {
        self.pack.capital_nouns
    }

    /// Whether word `i` is an ordinary noun, title, date … and so no name of its own.
    fn ordinary(&self, i: usize) -> bool {
        let word = self.word(i);
        word.any(
            bit(Cue::Ordinary)
                | bit(Cue::Function)
                | bit(Cue::Time)
                | bit(Cue::Role)
                | bit(Cue::Title)
                | bit(Cue::Event)
                | bit(Cue::NoName)
                | bit(Cue::Currency)
                | bit(Cue::Urban)
                | bit(Cue::OrgIntro)
                | bit(Cue::PlaceIntro)
                | bit(Cue::Sent)
                | HEAD,
        ) || (self.german() && word.shape == Shape::Cap && self.table.is_noun(self.words.str(i)))
    }

    /// A name that begins at word `at`, which the table does not have (or has only a shorter one).
    pub(super) fn discover(&mut self, at: usize, hit: Option<Hit>) -> Option<Found> {
        if self.german() { self.german_name(at, hit) } else { self.english_name(at, hit) }
    }

    // ---- persons

    /// The end of a run of words that may be a person's name, from word `at`.
    fn person_run(&self, at: usize) -> usize {
        let mut i = at;
        loop {
            let word = self.word(i);
            let given = word.any(GIVEN);
            if !word.capital()
                || word.any(NOT_PERSON) && !given
                || (word.is(Cue::Function) && !given && !(i > at && word.len <= 3))
            {
                break;
            }
            if i > at && (word.any(HEAD) && word.gap != gap::HYPHEN || word.is(Cue::Legal)) {
                break;
            }
            // A German office or noun behind the surname is the next thing: … Ana Silva Bürgermeisterin.
            if i > at + 1 && self.german() && word.is(Cue::Role) {
                break;
            }
            i += 1;
            if i - at >= 6 || word.genitive() {
                break;
            }
            let next = self.word(i);
            let joined = next.gap == gap::SPACE
                || next.gap == gap::HYPHEN
                || (next.gap == gap::SPACE | gap::DOT && word.initial());
            if !joined {
                break;
            }
            if next.shape == Shape::Lower && next.is(Cue::Particle) && next.gap == gap::SPACE {
                // Ursula von der Leyen: particles between two capitals.
                let mut j = i;
                while j < i + 3 && self.word(j).shape == Shape::Lower && self.word(j).is(Cue::Particle) {
                    j += 1;
                }
                let noble = [
                    "von", "van", "de", "del", "della", "di", "da", "bin", "al", "el", "la", "le", "dos", "ten", "ter",
                    "zu",
                ];
                let given = (at..i).all(|k| self.word(k).any(GIVEN)) && self.word(at).any(GIVEN)
                    || i == at + 1 && !self.german();
                let name = self.word(j);
                if !name.capital()
                    || !noble.contains(&self.words.str(i))
                    || !given
                    || name.any(HEAD)
                    || self.place_like(j) && j > i + 1
                {
                    break;
                }
                i = j;
            }
        }
        i
    }

    fn person(&self, at: usize, hit: Option<Hit>) -> Option<Found> {
        let first = self.word(at);
        let previous = self.words.before(at);
        let given = first.any(GIVEN) && !first.is(Cue::Ordinary);
        let sure_given = given && !first.is(Cue::GivenToo);
        let role = previous.is(Cue::Role) && !previous.initial();
        let title = previous.is(Cue::Title) || self.titled(at);
        let says = previous.is(Cue::Says) && previous.shape == Shape::Lower;
        let initials =
            self.word(at + 1).initial() && self.word(at + 1).gap == gap::SPACE && self.word(at + 2).gap & gap::DOT != 0;
        let cued = given || role || title || says || initials || first.initial();
        let pair =
            self.german() && !first.opens && self.words.behind(at).shape == Shape::Cap && first.shape == Shape::Cap;
        let run = self.word(at + 1);
        let many = run.capital() && run.gap & !(gap::SPACE | gap::HYPHEN | gap::DOT) == 0;
        if !(cued || pair || many && self.followed_like_person(at)) || first.any(HEAD) && !given {
            return None;
        }
        let to = self.person_run(at);
        if to <= at {
            return None;
        }
        let many = self.parts(at, to) >= 2;
        let last = to - 1;
        if self.word(last).initial() && !many {
            return None;
        }
        // A town's or state's name is no person: only a real given name before it makes one of it.
        let placed = |i: usize| {
            self.table
                .entries(self.word(i).node)
                .iter()
                .any(|e| matches!(e.way, Way::Name | Way::Capital | Way::Adjective | Way::Metonym))
        };
        if hit.is_some() && !sure_given && (to - at < 2 || placed(at)) {
            return None;
        }
        let noun = |i: usize| self.ordinary(i);
        let apposed = says || self.followed_like_person(last);
        let proved = (sure_given && !(self.german() && noun(last) && !self.surname_like(last)))
            || ((role || title) && !noun(at) && !self.word(last).any(HEAD))
            || (initials && !noun(at))
            || (first.initial() && self.word(at + 1).gap & gap::DOT != 0 && !noun(last))
            || (apposed && !noun(last) && (given || !noun(at) && !placed(at)))
            || (given && !noun(last) && self.german());
        let weight = if many {
            let stranger = (at..to).all(|i| self.word(i).node == NONE);
            let unknown =
                self.german() && stranger && hit.is_none() && !first.opens && !noun(at) && !noun(last) && to - at == 2;
            if proved { 2 } else { u8::from(given && !noun(last) || unknown && !first.is(Cue::PlaceEnding)) }
        } else if title && !noun(at) && first.len >= 2 {
            2
        } else if role && !noun(at) && first.len >= 3 {
            // Generalsekretär Rutte; but: der Trainer Autogramme gab.
            let object = self.german()
                && !self.apposed(at)
                && self.words.before(at - 1).is(Cue::Article)
                && self.word(at + 1).shape == Shape::Lower
                && !self.verb(at + 1);
            if object { 1 } else { 2 }
        } else {
            0
        };
        if weight == 0 {
            return None;
        }
        Some(Found { to, kind: Kind::Person, weight, short: Some(last), nothing: false })
    }

    /// How many names a run has; a hyphen joins two into one.
    fn parts(&self, at: usize, to: usize) -> usize {
        1 + (at + 1..to).filter(|i| self.word(*i).gap != gap::HYPHEN).count()
    }

    /// Dr. Ana, Prof. Dr. Ana: the point is no end of a sentence.
    fn titled(&self, at: usize) -> bool {
        at > 0 && self.word(at).gap == gap::SPACE | gap::DOT && self.word(at - 1).is(Cue::Title)
    }

    /// Nouns that surnames often are made of.
    fn surname_like(&self, i: usize) -> bool {
        let word = self.word(i);
        // After a given name an office is a surname (Thomas Richter), and so is a noun with nothing but a verb behind it.
        word.is(Cue::Role) || !word.any(bit(Cue::Time) | bit(Cue::Function) | HEAD | bit(Cue::Urban)) && word.len <= 12
    }

    fn verb(&self, i: usize) -> bool {
        self.word(i).any(bit(Cue::Says) | bit(Cue::Acts) | bit(Cue::Auxiliary))
    }

    /// `, Leiterin von …`, `, the mayor of …`, `(47)`, `said` behind word `i`.
    fn followed_like_person(&self, i: usize) -> bool {
        let mut next = i + 1;
        while next < i + 3 && self.word(next).capital() && self.word(next).gap == gap::SPACE {
            next += 1;
        }
        let word = self.word(next);
        if word.gap & gap::OPEN != 0
            && word.shape == Shape::Number
            && word.len <= 3
            && self.words.gap_behind(next) & gap::CLOSE != 0
        {
            return true;
        }
        if word.gap == gap::SPACE && word.is(Cue::Says) && !word.is(Cue::Auxiliary) && word.shape == Shape::Lower {
            return !self.german() || next == i + 1;
        }
        if word.gap & gap::COMMA != 0 {
            // , the fund's managing director
            return (next..next + 7)
                .take_while(|j| *j == next || self.word(*j).gap & (gap::COMMA | gap::STOP | gap::DOT | gap::EDGE) == 0)
                .any(|j| self.word(j).is(Cue::Role) && !(self.german() && self.word(next).is(Cue::Conjunction)));
        }
        false
    }

    // ---- German

    fn german_name(&mut self, at: usize, hit: Option<Hit>) -> Option<Found> {
        let first = self.word(at);
        if first.any(bit(Cue::Time)) && !first.any(GIVEN) {
            return None;
        }
        let town =
            hit.is_some_and(|h| self.table.entries(h.node).iter().any(|e| matches!(e.way, Way::Town | Way::Adjective)));
        let foreign = || if town { None } else { self.foreign_organisation(at) };
        if let Some(found) = self.german_organisation(at, hit).or_else(foreign) {
            return Some(found);
        }
        if let Some(found) = self.person(at, hit) {
            return Some(found);
        }
        if hit.is_some() {
            return None;
        }
        if let Some(found) = self.company(at) {
            return Some(found);
        }
        self.german_place(at).or_else(|| self.german_intro(at))
    }

    fn german_organisation(&self, at: usize, hit: Option<Hit>) -> Option<Found> {
        let first = self.word(at);
        let text = self.words.str(at);
        // Robert-Koch-Institut
        if self.word(at + 1).gap == gap::HYPHEN && first.capital() {
            let mut last = at + 1;
            while self.word(last + 1).gap == gap::HYPHEN && last < at + 6 {
                last += 1;
            }
            let head = self.word(last);
            let known = hit.is_some() && !first.any(GIVEN);
            if head.is(Cue::OrgHead) && head.capital() && !known {
                let person = last - at >= 2 || first.any(GIVEN);
                let plain = !(at..last).any(|i| self.ordinary(i) && !self.word(i).any(GIVEN));
                if plain && (person || first.shape != Shape::Upper) {
                    let to = self.complement(last).unwrap_or(last + 1);
                    return Some(Found { to, kind: Kind::Organisation, weight: 2, short: None, nothing: false });
                }
            }
            return None;
        }
        if first.any(HEAD) && first.shape != Shape::Lower {
            let wide = !first.is(Cue::OrgHead);
            if let Some(to) = self.complement(at) {
                // A head that is wide needs what it is for, not only a place: Rat Berlin.
                let joined = self.word(at + 1).is(Cue::Joins) || first.is(Cue::Local);
                if !wide || joined {
                    return Some(Found { to, kind: Kind::Organisation, weight: 2, short: None, nothing: false });
                }
            }
            return None;
        }
        // Deutsche Umwelthilfe, Technische Universität Dresden: a capital on an adjective makes a name.
        let adjective = first.shape == Shape::Cap && (first.is(Cue::NameAdjective) || is_isch(text));
        let town = hit.is_some_and(|h| h.to == at + 1 && self.table.entries(h.node).iter().any(|e| e.way == Way::Town));
        if adjective || town {
            let mut last = at + 1;
            let mut next = self.word(last);
            if next.gap != gap::SPACE {
                return None;
            }
            // Deutsche Gesellschaft für Auswärtige Politik; Deutsches Elektronen-Synchrotron
            while next.shape == Shape::Cap
                && (next.is(Cue::NameAdjective) || is_isch(self.words.str(last)))
                && last < at + 3
            {
                last += 1;
                next = self.word(last);
            }
            if !next.capital()
                || next.gap != gap::SPACE
                || next.any(bit(Cue::Time) | bit(Cue::Event) | bit(Cue::Role) | bit(Cue::Title))
            {
                return None;
            }
            let head = next.any(HEAD);
            let demonym = || self.table.entries(first.node).iter().any(|e| e.way == Way::Adjective);
            let descriptive =
                if town { !next.is(Cue::Press) } else { first.opens && (!head || !next.is(Cue::OrgHead) && demonym()) };
            if descriptive {
                return None;
            }
            if !head && !town && self.word(last).is(Cue::Ordinary) && !first.is(Cue::NameAdjective) {
                return None;
            }
            let to = self.complement(last).unwrap_or(last + 1);
            let place = next.is(Cue::PlaceHead) || next.is(Cue::PlaceEnding) && !head;
            let kind = if place { Kind::Place } else { Kind::Organisation };
            // Without an institution's head it may be any title: die Erste Hilfe.
            let weight = if head || town || place || !self.ordinary(last) { 2 } else { 1 };
            return Some(Found { to, kind, weight, short: None, nothing: false });
        }
        None
    }

    /// An institution whose name is in the other language: das Centre for European Transport, die Tarnby University.
    fn foreign_organisation(&self, at: usize) -> Option<Found> {
        let head_of = |i: usize| {
            let word = self.word(i);
            word.shape == Shape::Cap
                && !word.any(HEAD)
                && crate::lang::Lang::ALL
                    .iter()
                    .any(|l| *l as usize != self.lang && self.table.cues_of(word.hash, *l as usize) & HEAD != 0)
                && !self.table.is_noun(self.words.str(i))
        };
        let next = self.word(at + 1);
        // Capitals rarely stand side by side in German: most words are done here.
        if next.gap != gap::SPACE || !(next.capital() || matches!(self.words.str(at + 1), "of" | "for")) {
            return None;
        }
        let (mut i, mut end, mut head, mut joined) = (at, at, None, false);
        while i < at + 9 {
            let word = self.word(i);
            if word.capital() && !word.any(bit(Cue::Time) | bit(Cue::Title)) && (i == at || word.gap == gap::SPACE) {
                if head_of(i) {
                    head.get_or_insert(i);
                }
                i += 1;
                end = i;
                if word.genitive() {
                    break;
                }
                continue;
            }
            let small = word.shape == Shape::Lower && word.gap == gap::SPACE && head.is_some();
            if small && matches!(self.words.str(i), "of" | "for" | "the" | "and" | "on" | "de" | "du") {
                joined |= i > at;
                i += 1;
                continue;
            }
            break;
        }
        let head = head?;
        let first = self.word(at);
        if first.is(Cue::Function) || self.ordinary(at) && head != at {
            return None;
        }
        let to = if joined { end } else { head + 1 };
        let plain = !(at..head).any(|i| self.ordinary(i) || self.word(i).is(Cue::OrgIntro));
        let long = to - at >= 2 && plain && (joined || head > at);
        long.then_some(Found { to, kind: Kind::Organisation, weight: 2, short: None, nothing: false })
    }

    /// The end of an institution's name whose head is word `head`: what it is for, of whom, where.
    fn complement(&self, head: usize) -> Option<usize> {
        let next = self.word(head + 1);
        if next.gap != gap::SPACE || self.word(head).genitive() {
            return None;
        }
        let joiner = self.words.str(head + 1);
        let mut end = None;
        if next.shape == Shape::Lower && next.is(Cue::Joins) {
            match joiner {
                "für" => end = self.noun_phrase(head + 2, true),
                "zur" | "zum" => end = self.noun_phrase(head + 2, false).filter(|_| self.word(head).is(Cue::OrgHead)),
                "der" | "des" | "von" if self.word(head).is(Cue::United) => end = self.noun_phrase(head + 2, false),
                _ => {}
            }
        } else if next.shape == Shape::Cap
            && self.declined(head + 1)
            && self.word(head + 2).capital()
            && self.word(head + 2).gap == gap::SPACE
        {
            // Verband Ostdeutscher Sachversicherer
            end = Some(head + 3);
        } else if next.shape == Shape::Lower
            && self.word(head).is(Cue::United)
            && next.len >= 6
            && joiner.ends_with("er")
            && !next.any(bit(Cue::Function) | bit(Cue::Conjunction))
            && self.words.behind(head + 1).capital()
        {
            // Verband kommunaler Unternehmen
            end = Some(head + 3);
        } else if next.capital() && self.place_like(head + 1) {
            return Some(self.place_end(head + 1));
        } else if next.shape == Shape::Cap
            && self.word(head).is(Cue::Local)
            && !self.ordinary(head + 1)
            && next.len >= 4
        {
            return Some(head + 2);
        }
        let mut end = end?;
        let after = self.word(end);
        if after.gap == gap::SPACE && after.capital() && self.place_like(end) {
            end = self.place_end(end);
        }
        Some(end)
    }

    /// A capitalised adjective: Ostdeutscher, Internationalen.
    fn declined(&self, i: usize) -> bool {
        let text = self.words.str(i);
        let word = self.word(i);
        (word.is(Cue::NameAdjective)
            || is_isch(text)
            || ["deutscher", "licher", "iger", "ischer"].iter().any(|e| text.ends_with(e)))
            && !word.any(bit(Cue::Time) | bit(Cue::Role) | bit(Cue::Event))
    }

    fn place_like(&self, i: usize) -> bool {
        let word = self.word(i);
        if word.any(bit(Cue::Time) | bit(Cue::Function)) {
            return false;
        }
        let known = word.node != NONE
            && self.table.entries(word.node).iter().any(|e| {
                matches!(e.way, Way::Name | Way::NameToo | Way::Capital | Way::Metonym)
                    && !word.is(Cue::Direction)
                    && e.fits(word, false)
                    && self
                        .table
                        .targets
                        .get(e.target as usize)
                        .is_some_and(|t| matches!(t.kind, Kind::Place | Kind::State))
            });
        known || (word.is(Cue::PlaceEnding) && !self.ordinary(i))
    }

    fn place_end(&self, i: usize) -> usize {
        self.hit(i).map_or(i + 1, |h| h.to)
    }

    /// Nouns with their adjectives behind für, der, des: Umwelt, Naturschutz und Geologie.
    fn noun_phrase(&self, from: usize, listed: bool) -> Option<usize> {
        let mut i = from;
        if self.word(i).gap != gap::SPACE {
            return None;
        }
        if matches!(self.words.str(i), "die" | "den" | "das" | "der") && listed && self.word(i + 1).gap == gap::SPACE {
            i += 1;
        }
        let mut end = None;
        loop {
            // Adjectives, capital or small.
            let mut adjectives = 0;
            while adjectives < 2 {
                let word = self.word(i);
                let declined = self.pack.adjective_endings.iter().any(|e| self.words.str(i).ends_with(e));
                let small =
                    word.shape == Shape::Lower && word.len >= 4 && declined && !word.is(Cue::Function) && !self.verb(i);
                let capital =
                    (self.declined(i) || declined) && word.shape == Shape::Cap && self.words.behind(i).capital();
                if !(small || capital) || self.word(i + 1).gap != gap::SPACE || !self.word(i + 1).capital() && !small {
                    break;
                }
                i += 1;
                adjectives += 1;
            }
            let word = self.word(i);
            if !word.capital() || word.any(bit(Cue::Time)) || (i > from && adjectives > 0 && word.gap != gap::SPACE) {
                return end;
            }
            i += 1;
            while self.word(i).gap == gap::HYPHEN {
                i += 1;
            }
            end = Some(i);
            let next = self.word(i);
            // Verkehrs- und Umweltfragen: a truncated noun goes on behind its hyphen.
            if next.gap == gap::SPACE && self.words.str(i) == "und" && self.word(i + 1).gap == gap::SPACE {
                let follows = self.word(i + 1).capital()
                    && !self.word(i + 1).any(HEAD | bit(Cue::Role) | bit(Cue::Title) | GIVEN);
                let known = self.word(i + 1).node != NONE && self.place_like(i + 1);
                let closes = follows && !known && !self.verb_soon(i + 2);
                if closes {
                    i += 1;
                    continue;
                }
            }
            if listed && next.gap == gap::SPACE | gap::COMMA && next.capital() {
                // A list only if it closes with und.
                let mut j = i + 1;
                while self.word(j).gap == gap::SPACE | gap::COMMA && self.word(j).capital() && j < i + 5 {
                    j += 1;
                }
                if self.word(j).gap == gap::SPACE && self.words.str(j) == "und" && self.word(j + 1).capital() {
                    continue;
                }
            }
            return end;
        }
    }

    /// Whether a plural verb follows: then und joined two subjects, not two matters of one office.
    fn verb_soon(&self, i: usize) -> bool {
        let text = self.words.str(i);
        self.word(i).gap == gap::SPACE && self.word(i).shape == Shape::Lower && self.verb(i) && text.ends_with("en")
    }

    /// … GmbH, … Ltd
    fn company(&self, at: usize) -> Option<Found> {
        let mut i = at;
        if self.word(at).any(bit(Cue::Function) | bit(Cue::Legal)) {
            return None;
        }
        while self.word(i).capital() && i < at + 6 {
            if i > at && self.word(i).is(Cue::Legal) {
                let mut to = i + 1;
                // GmbH & Co. KG
                if self.word(to).gap & gap::AMP != 0 && self.words.str(to).starts_with("Co") {
                    to += 1;
                    if self.word(to).is(Cue::Legal) {
                        to += 1;
                    }
                }
                let short = (!self.ordinary(at) && self.word(at).node == NONE).then_some(at);
                return Some(Found { to, kind: Kind::Organisation, weight: 2, short, nothing: false });
            }
            if self.word(i).any(bit(Cue::Time) | bit(Cue::OrgIntro)) && i == at && self.german() {
                return None;
            }
            i += 1;
            let next = self.word(i);
            if !(next.gap == gap::SPACE
                || next.gap == gap::HYPHEN
                || next.gap & gap::AMP != 0 && next.gap & !(gap::AMP | gap::SPACE) == 0)
            {
                return None;
            }
        }
        None
    }

    fn german_place(&self, at: usize) -> Option<Found> {
        let first = self.word(at);
        let place = |to: usize, weight: u8| Some(Found { to, kind: Kind::Place, weight, short: None, nothing: false });
        if first.is(Cue::PlaceHead) && first.shape == Shape::Cap && self.words.behind(at).capital() {
            // Landkreis Görlitz
            let text = self.words.str(at);
            if !self.ordinary(at + 1) && text.chars().next().is_some_and(char::is_uppercase) && self.is_district(text) {
                return place(self.place_end(at + 1), 2);
            }
        }
        if first.shape != Shape::Cap || first.len < 3 {
            return None;
        }
        let previous = self.words.before(at);
        if !(previous.any(bit(Cue::PlaceIntro) | bit(Cue::Where) | bit(Cue::Whence) | bit(Cue::Preposition))
            || first.is(Cue::PlaceEnding))
        {
            return None;
        }
        let town = first.is(Cue::PlaceEnding)
            && !first.any(bit(Cue::Ordinary) | CLOSED)
            && previous.any(bit(Cue::Where) | bit(Cue::Whence));
        if self.ordinary(at) && !town {
            return None;
        }
        // Bad Oberau, Groß Wendau
        if previous.is(Cue::PlaceIntro) {
            return place(at + 1, if self.verb(at + 1) || first.is(Cue::PlaceEnding) { 2 } else { 1 });
        }
        let bare = !previous.is(Cue::Article);
        let local = previous.any(bit(Cue::Where) | bit(Cue::Whence)) && bare;
        let of = previous.is(Cue::Preposition) && bare;
        let colon = first.gap & (gap::EDGE | gap::STOP) != 0 && self.words.gap_behind(at) & gap::COLON != 0;
        if of && self.words.before(at - 1).is(Cue::Role) && !self.ordinary(at) {
            return place(at + 1, 2);
        }
        if first.is(Cue::PlaceEnding) {
            if local || colon {
                return place(at + 1, if self.ordinary(at) && !self.strong_ending(at) { 1 } else { 2 });
            }
            if of || self.strong_ending(at) {
                return place(at + 1, if self.strong_ending(at) && !first.opens { 2 } else { 1 });
            }
            return None;
        }
        // An unknown word behind in, nach, aus without an article: a place, if it is said again.
        (local && self.words.str(at - 1) != "nach").then_some(Found {
            to: at + 1,
            kind: Kind::Place,
            weight: 1,
            short: None,
            nothing: false,
        })
    }

    /// Whether a sentence begins with an article, a noun and this word: the verb being second, the word belongs to the noun.
    fn apposed(&self, at: usize) -> bool {
        let mut i = at;
        while i > 1 && self.word(i).gap == gap::SPACE && at - i < 4 {
            i -= 1;
            if self.word(i).is(Cue::Article) {
                return self.word(i).opens;
            }
            let describes = i + 1 == at || self.word(i).shape == Shape::Lower && !self.word(i).is(Cue::Function);
            if !describes {
                return false;
            }
        }
        at > 0 && i <= 1 && self.words.before(i).is(Cue::Article) && self.word(i - 1).opens
    }

    fn is_district(&self, text: &str) -> bool {
        text.ends_with("kreis") || text.ends_with("kreises") || text.ends_with("gemeinde") || text.starts_with("Kreis")
    }

    /// Endings that no common noun has.
    fn strong_ending(&self, i: usize) -> bool {
        let text = self.words.str(i);
        [
            "witz", "nitz", "stedt", "hausen", "brück", "büttel", "reuth", "kirchen", "wiler", "broich", "hofen",
            "leben", "roda", "rode", "fleth",
        ]
        .iter()
        .any(|e| text.ends_with(e) && text.len() > e.len() + 2)
            && !text.ends_with("slos")
    }

    /// Hersteller Drömer, Nachrichtenagentur Yonhap.
    fn german_intro(&self, at: usize) -> Option<Found> {
        let first = self.word(at);
        let previous = self.words.before(at);
        let apposed = self.apposed(at);
        let common = (first.any(CLOSED) || !apposed) && self.ordinary(at);
        if !previous.is(Cue::OrgIntro) || first.opens || common {
            return None;
        }
        let mut to = at + 1;
        while self.word(to).capital()
            && self.word(to).gap == gap::SPACE
            && !self.ordinary(to)
            && !self.word(to - 1).genitive()
            && to < at + 4
        {
            to += 1;
        }
        // Ordinary plurals the lexicon lacks end like this, and a name in the singular has a verb in the singular.
        let text = self.words.str(to - 1);
        let plural = text.ends_with("en") || text.ends_with('e') || text.ends_with("ern");
        let next = self.words.behind(to - 1);
        let verb = next.shape == Shape::Lower && self.words.str(to).ends_with(['t', 'e']) && !next.is(Cue::Function);
        let named = apposed
            || to - at >= 2
            || first.shape != Shape::Cap
            || !plural
            || verb
            || self.word(to).gap & gap::COMMA != 0;
        let weight = if named { 2 } else { 1 };
        Some(Found { to, kind: Kind::Organisation, weight, short: None, nothing: false })
    }

    // ---- English

    fn english_name(&mut self, at: usize, hit: Option<Hit>) -> Option<Found> {
        let first = self.word(at);
        if first.is(Cue::Function) && !first.any(GIVEN) && (first.opens || first.any(SMALL)) {
            return None;
        }
        if first.is(Cue::Time) && !first.any(GIVEN) {
            return None;
        }
        let nothing = |to: usize| Some(Found { to, kind: Kind::Group, weight: 2, short: None, nothing: true });
        let (to, head) = self.english_run(at);
        if to <= at || hit.is_some_and(|h| self.word(h.to).gap == gap::HYPHEN && head.is_none()) {
            return None;
        }
        let last = to - 1;
        let adjective =
            hit.is_some_and(|h| h.to < to && self.table.entries(h.node).iter().any(|e| e.way == Way::Adjective));
        let company = self.company(at);
        if let Some(company) = company {
            return Some(company);
        }
        if to - at >= 2 {
            if self.word(last).is(Cue::Event) && head.is_none()
                || first.is(Cue::Event) && self.words.str(at + 1) == "of"
            {
                return nothing(to);
            }
            if let Some(head) = head {
                if adjective && self.word(head).is(Cue::OfState) {
                    return None;
                }
                if first.any(bit(Cue::Title) | bit(Cue::Role))
                    && head > at
                    && first.capital()
                    && !first.is(Cue::GivenToo)
                {
                    return None;
                }
                if !self.headline || self.word(at + 1).is(Cue::Joins) {
                    return Some(Found { to, kind: Kind::Organisation, weight: 2, short: None, nothing: false });
                }
                return None;
            }
            if self.word(last).is(Cue::PlaceHead) || first.is(Cue::PlaceHead) && !first.opens {
                let kind = Kind::Place;
                return Some(Found {
                    to,
                    kind,
                    weight: if self.headline { 1 } else { 2 },
                    short: None,
                    nothing: false,
                });
            }
        }
        if first.any(bit(Cue::Title)) && !first.any(GIVEN) && to - at >= 2 {
            return None;
        }
        if adjective {
            return None;
        }
        if let Some(person) = self.person(at, hit) {
            return Some(person);
        }
        if hit.is_some_and(|h| h.to >= to) || self.headline {
            return None;
        }
        if (at..to).all(|i| self.word(i).any(bit(Cue::NoName) | bit(Cue::Ordinary) | bit(Cue::Direction))) {
            return if to - at >= 2 { nothing(to) } else { None };
        }
        if hit.is_some() {
            // A known name with a capital behind it: an unknown longer one only in the middle of a sentence.
            let known = |i: usize| self.word(i).node != NONE && !self.table.entries(self.word(i).node).is_empty();
            if to - at < 2 || first.opens && (known(at + 1) || self.word(at + 1).is(Cue::Function)) {
                return None;
            }
            let listed = hit.is_some_and(|h| self.table.entries(h.node).iter().any(|e| e.listed));
            return if listed {
                None
            } else {
                Some(Found { to, kind: Kind::Organisation, weight: 2, short: None, nothing: false })
            };
        }
        if to - at >= 2 {
            if self.word(at).any(bit(Cue::NoName)) && first.opens {
                return None;
            }
            let kind = if first.any(GIVEN) { Kind::Person } else { Kind::Organisation };
            return Some(Found { to, kind, weight: 2, short: None, nothing: false });
        }
        self.english_single(at)
    }

    /// The end of a run of capitalised words with the small words that join them, and the head of an organisation in it.
    fn english_run(&self, at: usize) -> (usize, Option<usize>) {
        let mut i = at;
        let mut head = None;
        let mut end = at;
        while i < at + 12 {
            let word = self.word(i);
            if word.capital() {
                if word.is(Cue::Time) && !(i > at && self.word(i + 1).gap == gap::SPACE && self.word(i + 1).any(HEAD))
                    || (i > at && word.is(Cue::Title) && !word.any(GIVEN) && !word.any(HEAD))
                {
                    break;
                }
                if i > at && word.is(Cue::Function) && word.any(SMALL) && !word.any(GIVEN | HEAD) {
                    break;
                }
                if word.any(HEAD) && head.is_none_or(|h| i == h + 1) && (i > at || self.joined_by_of(i)) {
                    head = Some(i);
                }
                i += 1;
                end = i;
                if word.genitive() {
                    // Harbour Pilots' Association, but not: Saxony's Ministry
                    let known = word.node != NONE && !self.table.entries(word.node).is_empty() || word.any(GIVEN);
                    let goes_on = self.word(i).any(HEAD) || self.word(i + 1).any(HEAD) && self.word(i).capital();
                    if known && i == at + 1 || !goes_on {
                        break;
                    }
                }
                let next = self.word(i);
                let joined = next.gap == gap::SPACE
                    || next.gap == gap::HYPHEN
                    || next.gap & gap::AMP != 0 && next.gap & !(gap::AMP | gap::SPACE) == 0
                    || next.gap == gap::SPACE | gap::DOT && word.len <= 2;
                if !joined {
                    // Department for Environment, Food and Rural Affairs
                    let list =
                        head.is_some() && next.gap == gap::SPACE | gap::COMMA && next.capital() && self.list_closes(i);
                    if !list {
                        break;
                    }
                }
                continue;
            }
            // Small words go on only behind an organisation's head or between two of its matters.
            if word.shape != Shape::Lower || !word.is(Cue::Joins) || head.is_none() {
                break;
            }
            let text = self.words.str(i);
            let skip = if matches!(self.words.str(i + 1), "the" | "and") { 2 } else { 1 };
            let after = self.word(i + skip);
            let goes_on = match text {
                "of" | "for" => after.capital() && head == Some(i - 1),
                "and" => {
                    after.capital()
                        && head.is_some_and(|h| self.word(h + 1).is(Cue::Joins) && h < i - 1)
                        && !after.any(GIVEN | bit(Cue::Title))
                        && after.node == NONE
                }
                "on" | "de" | "du" | "la" | "des" => after.capital() && head == Some(i - 1),
                _ => false,
            };
            if !goes_on || self.word(i + 1).gap != gap::SPACE || after.is(Cue::Time) {
                break;
            }
            i += skip;
        }
        (end, head)
    }

    fn joined_by_of(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        next.gap == gap::SPACE && matches!(self.words.str(i + 1), "of" | "for" | "on") && {
            let after = self.word(i + 2);
            after.capital() || self.word(i + 3).capital() && self.words.str(i + 2) == "the"
        }
    }

    fn list_closes(&self, i: usize) -> bool {
        let mut j = i + 1;
        while j < i + 5 {
            let word = self.word(j);
            if word.shape == Shape::Lower {
                return self.words.str(j) == "and" && self.word(j + 1).capital();
            }
            if word.gap & !(gap::SPACE | gap::COMMA) != 0 {
                return false;
            }
            j += 1;
        }
        false
    }

    /// A single capitalised English word that nobody knows.
    fn english_single(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        if word.any(
            bit(Cue::NoName)
                | bit(Cue::Ordinary)
                | bit(Cue::Role)
                | bit(Cue::Title)
                | bit(Cue::Event)
                | bit(Cue::Direction)
                | bit(Cue::Currency),
        ) || word.any(HEAD) && !word.genitive()
            || word.len < 2
        {
            return None;
        }
        let previous = self.words.before(at);
        let found = |kind: Kind, weight: u8| Some(Found { to: at + 1, kind, weight, short: None, nothing: false });
        if previous.is(Cue::PlaceIntro)
            || previous.any(bit(Cue::Preposition)) && self.words.before(at - 1).is(Cue::PlaceIntro)
        {
            return found(Kind::Place, 2);
        }
        if previous.any(bit(Cue::OrgIntro)) && previous.shape == Shape::Lower {
            return found(Kind::Organisation, 2);
        }
        let glued = self.word(at + 1).gap == gap::HYPHEN || word.gap == gap::HYPHEN;
        if word.opens || glued {
            return None;
        }
        if previous.any(bit(Cue::Where) | bit(Cue::Whence)) && !previous.is(Cue::Article) && word.shape == Shape::Cap {
            return found(Kind::Place, 2);
        }
        if word.genitive() || self.words.behind(at).any(bit(Cue::Says)) && self.words.behind(at).shape == Shape::Lower {
            return found(Kind::Organisation, 2);
        }
        found(if word.is(Cue::PlaceEnding) { Kind::Place } else { Kind::Organisation }, 1)
    }

    // ---- abbreviations

    /// Names that an abbreviation in parentheses follows: first word, end, and the abbreviation.
    pub(super) fn abbreviations(&self) -> Vec<(usize, usize, usize)> {
        let mut all = Vec::new();
        for i in 1..self.words.len() {
            let word = self.word(i);
            if word.gap != gap::SPACE | gap::OPEN || self.words.gap_behind(i) & gap::CLOSE == 0 {
                continue;
            }
            let text = self.words.str(i);
            let capitals = text.chars().filter(|c| c.is_uppercase()).count();
            if !matches!(word.shape, Shape::Upper | Shape::Mixed) || capitals < 2 || word.len > 9 {
                continue;
            }
            if let Some(from) = self.spelled_out(i, text) {
                all.push((from, i, i));
            }
        }
        all
    }

    /// The first word of the name that `short`, at word `i`, abbreviates: its letters are the words' first letters, or stand
    /// inside them in this order.
    fn spelled_out(&self, i: usize, short: &str) -> Option<usize> {
        let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        let mut best: Option<(i32, usize)> = None;
        let mut from = i;
        while from > 0 && i - from < 12 {
            from -= 1;
            let word = self.word(from);
            if from + 1 < i && self.word(from + 1).gap & !(gap::SPACE | gap::HYPHEN | gap::AMP | gap::COMMA) != 0 {
                break;
            }
            if !word.capital() || (word.is(Cue::Article) && word.opens) {
                continue;
            }
            let first = self.words.str(from).chars().next().and_then(|c| c.to_lowercase().next());
            if first != letters.first().copied() {
                continue;
            }
            if let Some(score) = self.letters_match(from, i, &letters)
                && best.is_none_or(|(b, _)| score > b)
            {
                best = Some((score, from));
            }
        }
        best.map(|(_, from)| from)
    }

    fn letters_match(&self, from: usize, to: usize, letters: &[char]) -> Option<i32> {
        let mut left = letters.iter().copied().peekable();
        let mut score = 0;
        for i in from..to {
            let word = self.word(i);
            let Some(wanted) = left.peek().copied() else {
                // Words behind the last letter do not belong to the name.
                if word.capital() {
                    return None;
                }
                continue;
            };
            let mut chars = self.words.str(i).chars().flat_map(char::to_lowercase);
            let first = chars.next();
            if first == Some(wanted) {
                left.next();
                score += 3;
            } else if word.capital() && !word.is(Cue::Function) {
                score -= 2;
                if i == from {
                    return None;
                }
            } else {
                continue;
            }
            // Letters inside compounds: LfHV for Landesamt für Hochwasservorsorge; but leave those the next words begin with.
            let mut rest = self.words.str(i).chars().skip(1).flat_map(char::to_lowercase).peekable();
            while let Some(wanted) = left.peek().copied() {
                let next_initial = (i + 1..to)
                    .filter(|j| self.word(*j).capital() || letters.len() > 2)
                    .find_map(|j| self.words.str(j).chars().next())
                    .and_then(|c| c.to_lowercase().next());
                if next_initial == Some(wanted) {
                    break;
                }
                if !rest.any(|c| c == wanted) {
                    break;
                }
                left.next();
                score += 1;
            }
        }
        (left.peek().is_none() && score > 0).then_some(score)
    }
}
