//! Reads one paragraph: every name the registry or the packs know, and everything else that may be one.
//!
//! **Invariant:** one look-up a word; candidates come in order and do not overlap; nothing outside the paragraph counts.

use std::sync::{Arc, LazyLock};

use super::context::{self, Around};
use super::fold::Plain;
use super::registry::Registry;
use super::table::{Entry, NONE, Table, Way, bit, pack};
use super::words::{Shape, Word, Words, gap};
use super::{Form, Kind};
use crate::lang::Lang;
use crate::lang::names::{Cue, NamePack};
use crate::text::Span;

/// Finds the registry's names, and names it does not know, in prose.
#[derive(Debug)]
pub struct Matcher {
    pub(super) registry: Arc<Registry>,
    pub(super) table: LazyLock<Table, Box<dyn FnOnce() -> Table + Send>>,
}

impl Default for Matcher {
    /// A matcher without a registry. It is often replaced before anybody asks it, so its table is made when it is needed.
    fn default() -> Matcher {
        Matcher { registry: Arc::default(), table: LazyLock::new(Box::new(|| Table::new(&Registry::default()))) }
    }
}

/// Something in one paragraph that may be a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub(super) span: Span,
    pub(super) form: Form,
    pub(super) what: What,
}

/// What a candidate may be; targets are places in the matcher's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Whom it names is known. `full` when it is enough to tell the actor from others of the same short name.
    Sure { target: u32, full: bool },
    /// One of several; the words around it may favour one.
    /// With `full`, only if one of them is named in full.
    Either { members: Box<[u32]>, cue: Option<u32>, full: bool },
    /// The surname of a listed person whom the registry does not list by surname alone.
    Surname { target: u32, key: u64, cue: bool },
    /// The short form an organisation of the registry is given in parentheses.
    Alias { target: u32, key: u64 },
    /// A name that is not listed, as far as the paragraph tells.
    New(Arc<New>),
    /// A word that is a name if the document says so elsewhere; `stem` without a genitive's s.
    Weak { key: u64, stem: u64 },
}

/// A name that is not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct New {
    pub name: Arc<str>,
    /// Of the whole name.
    pub key: u64,
    /// Of the short forms it may have later: surname, abbreviation.
    pub short: [u64; 2],
    pub kind: Kind,
    /// 2 proves it; below that the document has to say it again.
    pub weight: u8,
}

impl Matcher {
    /// A matcher for every name, short form, inflection, adjective and metonym of `registry`.
    pub fn new(registry: Arc<Registry>) -> Matcher {
        let matcher = Matcher {
            table: LazyLock::new({
                let registry = registry.clone();
                Box::new(move || Table::new(&registry))
            }),
            registry,
        };
        LazyLock::force(&matcher.table);
        matcher
    }

    /// The registry it was made for.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// What may be mentions in `text` (the prose of one paragraph).
    pub fn candidates(&self, text: &str, lang: Lang) -> Vec<Candidate> {
        let plain = Plain::new(text);
        let words = Words::read(&plain.text, &self.table, lang as usize);
        let mut scan = Scan {
            table: &self.table,
            words: &words,
            lang: lang as usize,
            pack: pack(lang),
            original: text,
            plain: &plain,
            out: Vec::with_capacity(words.len() / 4 + 1),
            last_capital: None,
            headline: headline(&words),
        };
        scan.run();
        scan.out
    }
}

/// Whether every word of weight has a capital, as in English headlines: then capitals say nothing.
fn headline(words: &Words<'_>) -> bool {
    let heavy = |w: &&Word| w.len >= 4 && w.shape != Shape::Number && !w.is(Cue::Function);
    words.len() <= 24
        && words.all.iter().filter(heavy).all(|w| w.capital())
        && words.all.iter().filter(heavy).count() >= 4
}

pub(super) struct Scan<'s> {
    pub table: &'s Table,
    pub words: &'s Words<'s>,
    pub lang: usize,
    pub pack: &'static NamePack,
    original: &'s str,
    plain: &'s Plain<'s>,
    out: Vec<Candidate>,
    /// The last capital: its end and whether it was taken for the government.
    last_capital: Option<(usize, bool)>,
    pub headline: bool,
}

/// A name of the table in the text: words `from..to`.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub node: u32,
    pub to: usize,
}

/// A name found without the table.
pub(super) struct Found {
    pub to: usize,
    pub kind: Kind,
    pub weight: u8,
    /// Word whose spelling is a short form of it.
    pub short: Option<usize>,
    /// No name after all, and none inside: an event, a law.
    pub nothing: bool,
}

impl Scan<'_> {
    fn run(&mut self) {
        let introduced = self.abbreviations();
        let mut next_introduced = introduced.iter().peekable();
        let mut at = 0;
        while at < self.words.len() {
            while next_introduced.peek().is_some_and(|(from, _, _)| *from < at) {
                next_introduced.next();
            }
            if let Some((from, to, short)) = next_introduced.peek()
                && *from == at
            {
                at = self.introduced(at, *to, *short);
                continue;
            }
            at = self.step(at).max(at + 1);
        }
    }

    fn step(&mut self, at: usize) -> usize {
        let word = self.words.at(at);
        if word.shape == Shape::Number {
            return at + 1;
        }
        if word.shape == Shape::Lower {
            if word.node != NONE
                && let Some(hit) = self.hit(at)
                && let Some(to) = self.decide(at, hit)
            {
                return to;
            }
            return self.stub(at).unwrap_or(at + 1);
        }
        if let Some(to) = self.stub(at) {
            return to;
        }
        let hit = if word.node == NONE { None } else { self.hit(at) };
        let found = self.discover(at, hit);
        if let Some(found) = found
            && hit.is_none_or(|h| found.to > h.to)
        {
            if found.nothing {
                return self.inside(at, found.to);
            }
            if found.weight >= 2 || hit.is_none() {
                self.push_new(at, &found);
                return found.to;
            }
        }
        if let Some(hit) = hit
            && let Some(to) = self.decide(at, hit)
        {
            return to;
        }
        if let Some(to) = self.closed_compound(at) {
            return to;
        }
        self.weak(at);
        at + 1
    }

    /// Only the table's names between two words.
    fn inside(&mut self, from: usize, to: usize) -> usize {
        let mut at = from;
        while at < to {
            let hit = if self.words.at(at).node == NONE { None } else { self.hit(at) };
            let decided = hit.filter(|h| h.to <= to).and_then(|h| {
                let states = self.table.entries(h.node).iter().any(|e| matches!(e.way, Way::Adjective | Way::Name));
                if states { self.decide(at, h) } else { None }
            });
            at = decided.unwrap_or(at + 1);
        }
        to
    }

    /// The longest name of the table that begins at word `at`.
    pub(super) fn hit(&self, at: usize) -> Option<Hit> {
        let first = self.words.at(at);
        let mut node = first.node;
        let mut best = None;
        let mut i = at;
        let mut longer = false;
        while node != NONE {
            if self.table.entries(node).iter().any(|e| e.fits(first, longer)) && self.ends_well(i) {
                best = Some(Hit { node, to: i + 1 });
            }
            if !self.table.inner(node) || self.words.at(i).genitive() && !self.words.at(i + 1).capital() {
                break;
            }
            let next = self.words.at(i + 1);
            let joined = match next.gap {
                gap::SPACE | gap::HYPHEN | gap::SLASH => true,
                g if g == gap::SPACE | gap::DOT || g == gap::DOT => self.words.at(i).len <= 3,
                g if g == gap::SPACE | gap::AMP || g == gap::AMP => true,
                g if g == gap::SPACE | gap::OPEN => true,
                _ => false,
            };
            if !joined {
                break;
            }
            node = self.table.next(node, next.hash);
            i += 1;
            longer = true;
        }
        best
    }

    /// Whether a name may end with word `i`: a lower-case word glued to it would make another word of it, but a compound's
    /// hyphen is fine.
    fn ends_well(&self, i: usize) -> bool {
        let next = self.words.at(i + 1);
        !(next.gap & gap::AT != 0 && next.gap & gap::SPACE == 0)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.words.at(from).start;
        let end = self.words.at(to - 1).full;
        self.original_span(start, end)
    }

    fn original_span(&self, start: u32, end: u32) -> Span {
        Span { start: self.plain.start(start), end: self.plain.end(self.original, end) }
    }

    fn push(&mut self, from: usize, to: usize, form: Form, what: What) {
        let span = self.span(from, to);
        self.out.push(Candidate { span, form, what });
    }

    fn sure(&mut self, from: usize, to: usize, form: Form, target: u32) -> Option<usize> {
        self.push(from, to, form, What::Sure { target, full: true });
        Some(to)
    }

    /// What a name of the table means here; `None` when it is none.
    fn decide(&mut self, at: usize, hit: Hit) -> Option<usize> {
        let words = self.words;
        let (first, to) = (words.at(at), hit.to);
        let longer = to - at > 1;
        let entries: Vec<Entry> = {
            let all = self.table.entries(hit.node);
            let fit = all.iter().filter(|e| e.fits(first, longer)).copied();
            // What the registry says a word means, the gazetteer does not make ambiguous.
            let named = all.iter().any(|e| e.listed && e.way == Way::Name && e.fits(first, longer));
            fit.filter(|e| e.listed || !(named && matches!(e.way, Way::Name | Way::NameToo))).collect()
        };
        let with = |way: Way| entries.iter().find(move |e| e.way == way).map(|e| e.target);
        if longer && words.at(to - 1).gap == gap::HYPHEN && words.at(to - 1).is(Cue::PlaceIntro) {
            // Kursk-Region is listed, but so is Kursk: the name is what stands before the hyphen.
            let short = self.table.entries(first.node);
            let same = short.iter().find(|s| s.way == Way::Name && entries.iter().any(|e| e.target == s.target));
            if let (Some(entry), true) = (same, to - at == 2) {
                return self.sure(at, at + 1, Form::Part, entry.target);
            }
        }
        let next = words.at(to);
        let glued =
            next.gap & gap::HYPHEN != 0 && next.gap & !(gap::HYPHEN | gap::SPACE | gap::SLASH | gap::QUOTE) == 0;
        let before_glued = first.gap == gap::HYPHEN;

        if let Some(adjective) = with(Way::Adjective) {
            let lower = words.at(to - 1).shape == Shape::Lower;
            let foreign = entries.iter().any(|e| e.way == Way::Adjective && e.shape != Shape::Lower);
            if lower || foreign {
                if glued && next.gap == gap::HYPHEN && next.is(Cue::Currency) {
                    return None;
                }
                if foreign && self.language(at, to) {
                    return Some(to);
                }
                return self.sure(at, to, Form::Adjective, adjective);
            }
            // A capital makes a German adjective part of a name, unless a sentence begins or everything is in capitals.
            if first.opens || first.shape == Shape::Upper {
                let describes = next.gap == gap::SPACE && (next.capital() || next.shape == Shape::Lower)
                    || glued
                    || next.gap & gap::COMMA != 0;
                if describes || with(Way::People).is_none() {
                    return self.sure(at, to, Form::Adjective, adjective);
                }
            }
            if with(Way::People).is_none() && with(Way::Name).is_none() {
                return None;
            }
        }
        if glued && !entries.is_empty() {
            if next.gap == gap::HYPHEN && next.is(Cue::Currency) {
                return Some(to);
            }
            let target =
                with(Way::Name).or(with(Way::Metonym)).or(with(Way::Town)).or(with(Way::People)).or(with(Way::NameToo));
            if let Some(target) = target {
                let names: Vec<u32> = entries.iter().filter(|e| e.way == Way::Name).map(|e| e.target).collect();
                let form = if next.gap == gap::HYPHEN || next.gap & gap::SPACE != 0 { Form::Part } else { Form::Name };
                return match self.one_of(at, to, &names) {
                    Some(what) => {
                        self.push(at, to, form, what);
                        Some(to)
                    }
                    None => self.sure(at, to, form, target),
                };
            }
        }
        if let Some(town) = with(Way::Town) {
            let describes = next.gap == gap::SPACE
                && (next.capital() && !next.any(bit(Cue::Time) | bit(Cue::Function)) || self.adjective_then_noun(to));
            if describes {
                return self.sure(at, to, Form::Adjective, town);
            }
            if let Some(group) = with(Way::Name).or(with(Way::People)) {
                return self.sure(at, to, Form::Name, group);
            }
            // The people of a town nobody lists: only after a word that makes it people.
            let article = words.before(at);
            if article.is(Cue::Article) || first.opens {
                return self.towns_people(at, to, if article.is(Cue::Article) { 2 } else { 1 });
            }
            return None;
        }
        let metonym = with(Way::Metonym);
        let place = entries
            .iter()
            .find(|e| matches!(e.way, Way::Name | Way::NameToo) && self.kind(e.target) == Kind::Place)
            .copied();
        if let Some(owner) = metonym {
            return self.metonym(at, to, owner, place);
        }
        if let (Some(state), Some(place)) = (with(Way::Capital), place) {
            let before = self.coordinated(at);
            let score = context::acts(words, self.table, at, to, before, self.pack.capital_nouns);
            let listed =
                matches!(self.table.targets.get(state as usize).map(|t| &t.actor), Some(super::ActorRef::Listed(_)));
            let acts = score
                >= if place.listed {
                    4
                } else if listed {
                    2
                } else {
                    3
                };
            self.last_capital = Some((to, acts));
            return if acts {
                self.sure(at, to, Form::Metonym, state)
            } else {
                self.sure(at, to, Form::Name, place.target)
            };
        }
        if before_glued && !longer {
            // Anti-Nato, Ex-Google-Chef
            if let Some(target) = with(Way::Name) {
                let form = if words.at(at - 1).capital() { Form::Part } else { Form::Name };
                return self.sure(at, to, form, target);
            }
        }
        let names: Vec<u32> = entries.iter().filter(|e| e.way == Way::Name).map(|e| e.target).collect();
        if !names.is_empty() {
            let organisation = names.iter().any(|t| self.kind(*t) == Kind::Organisation);
            let ordinary =
                !entries.iter().any(|e| e.listed) && (!organisation || first.opens) && self.too_ordinary(at, to);
            if ordinary {
                return None;
            }
            let what = self.one_of(at, to, &names)?;
            self.push(at, to, Form::Name, what);
            return Some(to);
        }
        if let Some(people) = with(Way::People) {
            return self.sure(at, to, Form::Name, people);
        }
        if let Some(surname) = entries.iter().find(|e| e.way == Way::Surname) {
            return self.surname(at, to, surname.target, &entries);
        }
        if let Some(place) = with(Way::NameToo) {
            let previous = words.before(at);
            let dateline = first.gap & gap::EDGE != 0 && words.gap_behind(to - 1) & (gap::DASH | gap::OPEN) != 0;
            if dateline
                || (previous.any(bit(Cue::Where) | bit(Cue::Whence)) && !previous.is(Cue::Article))
                || previous.is(Cue::PlaceIntro)
            {
                return self.sure(at, to, Form::Name, place);
            }
        }
        None
    }

    /// An English demonym that is the language: He speaks English, written in French.
    fn language(&self, at: usize, to: usize) -> bool {
        let previous = self.words.before(at);
        let next = self.words.at(to);
        let alone = next.gap != gap::SPACE || next.any(bit(Cue::And) | bit(Cue::Function));
        let spoken =
            ["speak", "speaks", "spoke", "speaking", "learn", "learns", "learned", "learning", "fluent", "in", "into"];
        alone
            && !self.pack.capital_nouns
            && previous.shape == Shape::Lower
            && at > 0
            && spoken.contains(&self.words.str(at - 1))
    }

    fn kind(&self, target: u32) -> Kind {
        self.table.targets.get(target as usize).map_or(Kind::Place, |t| t.kind)
    }

    /// Gazetteer names that are also ordinary words are not believed at the start of a sentence.
    fn too_ordinary(&self, at: usize, to: usize) -> bool {
        let word = self.words.at(at);
        to - at == 1
            && word.shape == Shape::Cap
            && (word.is(Cue::Ordinary) || word.is(Cue::NoName) || word.opens && word.is(Cue::Function))
            && word.len < 12
    }

    /// Whether a lower-case adjective and a noun follow: Wendbrücker historische Altstadt.
    fn adjective_then_noun(&self, at: usize) -> bool {
        let word = self.words.at(at);
        word.shape == Shape::Lower
            && word.len >= 4
            && !word.any(bit(Cue::Function) | bit(Cue::Acts) | bit(Cue::Says) | bit(Cue::Auxiliary) | bit(Cue::Stands))
            && self.pack.adjective_endings.iter().any(|e| self.words.str(at).ends_with(e))
            && self.words.behind(at).capital()
            && self.words.str(at).len() > 5
    }

    fn towns_people(&mut self, at: usize, to: usize, weight: u8) -> Option<usize> {
        let text = self.words.str(at);
        let plural = text.strip_suffix('n').filter(|t| t.ends_with("er")).unwrap_or(text);
        let name: Arc<str> = Arc::from(plural);
        let key = super::table::key(plural);
        let new = New { name, key, short: [0; 2], kind: Kind::Group, weight };
        self.push(at, to, Form::Name, What::New(Arc::new(new)));
        Some(to)
    }

    fn coordinated(&self, at: usize) -> Option<bool> {
        let (end, acts) = self.last_capital?;
        (end + 1 == at && self.words.at(end).is(Cue::And)).then_some(acts)
    }

    fn metonym(&mut self, at: usize, to: usize, owner: u32, place: Option<Entry>) -> Option<usize> {
        let words = self.words;
        let first = words.at(at);
        if (first.is(Cue::Direction) || compass_word(self.table, first)) && place.is_none() {
            if !context::compass(words, at, to) || !self.counterpart(owner) {
                return Some(to);
            }
            return self.sure(at, to, Form::Metonym, owner);
        }
        let score = context::acts(words, self.table, at, to, self.coordinated(at), self.pack.capital_nouns);
        let neutral = !place.is_some_and(|p| p.listed);
        let acts = score > 0 || (score == 0 && neutral);
        self.last_capital = Some((to, acts));
        if acts {
            return self.sure(at, to, Form::Metonym, owner);
        }
        match place {
            Some(place) => self.sure(at, to, Form::Name, place.target),
            // A building or district that the gazetteer does not know still stands for its owner (im Kreml), a town in
            // an adverbial does not.
            None if first.is(Cue::Ordinary) || words.before(at).is(Cue::Article) => {
                self.sure(at, to, Form::Metonym, owner)
            }
            None => {
                let name: Arc<str> = Arc::from(words.str(at));
                let key = super::table::key(&name);
                let new = New { name, key, short: [0; 2], kind: Kind::Place, weight: 2 };
                self.push(at, to, Form::Name, What::New(Arc::new(new)));
                Some(to)
            }
        }
    }

    /// Whether the paragraph speaks of the state itself or of another that a point of the compass stands for.
    fn counterpart(&self, owner: u32) -> bool {
        let speaks =
            |target: u32| target == owner || self.table.targets.get(target as usize).is_some_and(|t| t.compass);
        (0..self.words.len()).any(|i| {
            let word = self.words.at(i);
            word.node != NONE
                && !word.is(Cue::Direction)
                && self.table.entries(word.node).iter().any(|e| {
                    matches!(e.way, Way::Name | Way::Adjective | Way::Metonym | Way::People) && speaks(e.target)
                })
                && !compass_word(self.table, word)
        })
    }

    /// One target, or several the words around may tell apart.
    fn one_of(&self, at: usize, to: usize, targets: &[u32]) -> Option<What> {
        let mut members = targets.to_vec();
        members.sort_unstable();
        members.dedup();
        match members.as_slice() {
            [] => None,
            [one] => Some(What::Sure { target: *one, full: true }),
            _ => {
                let around = Around::read(self.words, at, to);
                let mut scores: Vec<(i32, u32)> = members
                    .iter()
                    .map(|t| {
                        let profile = self.table.targets.get(*t as usize).and_then(|t| t.profile.as_deref());
                        (profile.map_or(0, |p| around.fits(p)), *t)
                    })
                    .collect();
                scores.sort_by_key(|(score, target)| (-score, *target));
                let cue = match scores.as_slice() {
                    [(best, target), (second, _), ..] if best > second && (*best > 0 || *second < 0) => Some(*target),
                    _ => None,
                };
                Some(What::Either { members: members.into(), cue, full: false })
            }
        }
    }

    fn surname(&mut self, at: usize, to: usize, target: u32, entries: &[Entry]) -> Option<usize> {
        let word = self.words.at(at);
        let others: Vec<u32> = entries.iter().filter(|e| e.way == Way::Surname).map(|e| e.target).collect();
        if others.len() > 1 {
            let mut what = self.one_of(at, to, &others)?;
            if let What::Either { full, .. } = &mut what {
                *full = true;
            }
            self.push(at, to, Form::Name, what);
            return Some(to);
        }
        let previous = self.words.before(at);
        let introduced = previous.any(bit(Cue::Role) | bit(Cue::Title)) && !previous.is(Cue::OrgIntro);
        let cues = [Cue::Ordinary, Cue::Function, Cue::Time, Cue::Role, Cue::NoName, Cue::FamilyFirst];
        let cues = cues.iter().fold(0, |all, c| all | bit(*c));
        let common =
            word.any(cues) || word.len < 4 || self.pack.capital_nouns && self.table.is_noun(self.words.str(at));
        let plain = !common;
        self.push(at, to, Form::Name, What::Surname { target, key: word.hash, cue: introduced || plain });
        Some(to)
    }

    /// Nord- und Südkorea, US- und EU-Diplomaten, North and South Korea: the shortened name.
    fn stub(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        let word = words.at(at);
        let joiner = words.at(at + 1);
        if !joiner.is(Cue::And) || joiner.shape != Shape::Lower {
            return None;
        }
        let full = words.at(at + 2);
        if full.gap & gap::SPACE == 0 {
            return None;
        }
        if joiner.gap == gap::HYPHEN | gap::SPACE {
            let node = self.table.truncated(word, words.str(at + 2));
            let entry = self
                .table
                .entries(node)
                .iter()
                .find(|e| matches!(e.way, Way::Name | Way::Adjective | Way::People))
                .copied()?;
            let start = word.start;
            let span = self.original_span(start, word.end + 1);
            self.out.push(Candidate { span, form: Form::Part, what: What::Sure { target: entry.target, full: true } });
            return Some(at + 1);
        }
        if word.capital() && word.is(Cue::Direction) && joiner.gap == gap::SPACE && full.is(Cue::Direction) {
            let node = self.table.next(word.node, words.at(at + 3).hash);
            if word.node == NONE || node == NONE || words.at(at + 3).gap != gap::SPACE {
                return None;
            }
            let entry =
                self.table.entries(node).iter().find(|e| matches!(e.way, Way::Name | Way::Adjective)).copied()?;
            return self.sure(at, at + 1, Form::Part, entry.target);
        }
        None
    }

    /// Ukrainekrieg: the name at its start.
    fn closed_compound(&mut self, at: usize) -> Option<usize> {
        if !self.pack.capital_nouns || self.words.at(at).shape != Shape::Cap {
            return None;
        }
        let text = self.words.str(at);
        let (node, len) = self.table.compound(text)?;
        let entries = self.table.entries(node);
        let entry =
            [Way::Name, Way::Metonym, Way::Capital].iter().find_map(|way| entries.iter().find(|e| e.way == *way))?;
        let target = entry.target;
        let start = self.words.at(at).start;
        let span = self.original_span(start, start + len as u32);
        self.out.push(Candidate { span, form: Form::Part, what: What::Sure { target, full: true } });
        Some(at + 1)
    }

    fn push_new(&mut self, at: usize, found: &Found) {
        let words = self.words;
        let last = found.to - 1;
        let start = words.at(at).start as usize;
        let text = words.text.get(start..words.at(last).end as usize).unwrap_or_default();
        let glued = words.at(found.to).gap == gap::HYPHEN;
        let name = self.canonical(text, at, found);
        let short = match found.short {
            Some(i) => [words.at(i).hash, strip_s(words.str(i))],
            None if found.to - at == 1 => [words.at(at).hash, strip_s(words.str(at))],
            None => [0; 2],
        };
        let new =
            New { key: super::table::key(&name), name: Arc::from(name), short, kind: found.kind, weight: found.weight };
        self.push(at, found.to, if glued { Form::Part } else { Form::Name }, What::New(Arc::new(new)));
    }

    /// The name as it would be listed: one line, plain spaces, the adjectives in it not in a dative.
    fn canonical(&self, text: &str, at: usize, found: &Found) -> String {
        let mut name = String::with_capacity(text.len());
        for (i, part) in text.split_whitespace().enumerate() {
            if i > 0 {
                name.push(' ');
            }
            let word = self.words.at(at + i);
            let weak = self.pack.capital_nouns
                && found.kind != Kind::Person
                && i == 0
                && found.to - at > 1
                && (word.is(Cue::NameAdjective) || super::discovery::is_isch(part));
            match part.strip_suffix("en").or(part.strip_suffix("em")).filter(|_| weak) {
                Some(stem) => {
                    name.push_str(stem);
                    name.push('e');
                }
                None => name.push_str(part),
            }
        }
        if self.pack.capital_nouns && found.kind == Kind::Organisation {
            // Heads in the genitive: des Instituts für …, des Landesamtes für …
            if let Some((head, rest)) = name.split_once(' ') {
                for ending in ["es", "s"] {
                    if let Some(stem) = head.strip_suffix(ending) {
                        let known = [stem.chars().count() >= 3, self.is_head(stem)];
                        if known == [true, true] {
                            return format!("{stem} {rest}");
                        }
                    }
                }
            }
        }
        name
    }

    fn is_head(&self, text: &str) -> bool {
        let mut word = *self.words.at(usize::MAX);
        word.hash = super::fold::composed_hash(text);
        word.shape = Shape::Cap;
        word.len = text.chars().count().min(255) as u8;
        word.end = text.len() as u32;
        self.table.look_up(&mut word, self.lang, text);
        word.any(bit(Cue::OrgHead) | bit(Cue::OrgWide))
    }

    /// A word that may turn out to be a name.
    fn weak(&mut self, at: usize) {
        let word = self.words.at(at);
        if word.len < 2
            || word.any(bit(Cue::Function) | bit(Cue::Time) | bit(Cue::Title))
            || (word.shape == Shape::Cap && word.is(Cue::NoName))
            || word.gap == gap::HYPHEN && self.pack.capital_nouns
        {
            return;
        }
        let glued = self.words.at(at + 1).gap == gap::HYPHEN;
        let form = if glued { Form::Part } else { Form::Name };
        let stem = strip_s(self.words.str(at));
        self.push(at, at + 1, form, What::Weak { key: word.hash, stem });
    }

    /// A name and its short form in parentheses; `from..to` are the words of the name.
    fn introduced(&mut self, from: usize, to: usize, short: usize) -> usize {
        let hit = self.hit(from).filter(|h| h.to == to);
        let listed = hit.and_then(|h| {
            let entries = self.table.entries(h.node);
            entries.iter().find(|e| e.way == Way::Name).map(|e| e.target)
        });
        let short_word = self.words.at(short);
        match listed {
            Some(target) => {
                self.push(from, to, Form::Name, What::Sure { target, full: true });
                if short_word.node == NONE || self.hit(short).is_none() {
                    self.push(short, short + 1, Form::Name, What::Alias { target, key: short_word.hash });
                    return short + 1;
                }
                to
            }
            None => {
                let known = (short_word.node != NONE).then(|| self.hit(short)).flatten().and_then(|h| {
                    self.table
                        .entries(h.node)
                        .iter()
                        .find(|e| e.way == Way::Name && self.kind(e.target) == Kind::Organisation)
                });
                if let Some(entry) = known {
                    // The long form of an abbreviation that the table knows.
                    self.push(from, to, Form::Name, What::Sure { target: entry.target, full: true });
                    return to;
                }
                let found = Found { to, kind: Kind::Organisation, weight: 2, short: Some(short), nothing: false };
                self.push_new(from, &found);
                to
            }
        }
    }
}

fn compass_word(table: &Table, word: &Word) -> bool {
    (0..2).any(|lang| table.cues_of(word.hash, lang) & bit(Cue::Direction) != 0)
}

/// The hash of a word without its last s, or 0.
fn strip_s(text: &str) -> u64 {
    text.strip_suffix('s').map_or(0, super::fold::composed_hash)
}
