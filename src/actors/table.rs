//! Every name and cue there is, by folded spelling: one look-up a word, whatever the size of the registry.
//!
//! Names are a trie over word hashes. Inflected and variant spellings are branches made when the table is built, so reading
//! text never tries endings. **Invariant:** the registry's own names come before the built-in ones.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::{self, SEED, bare_hash, fold_char, hash, step};
use super::registry::{Actor, Registry};
use super::words::{Shape, Word};
use super::{ActorRef, Kind};
use crate::lang::names::{Cue, NamePack};
use crate::lang::{Lang, lexicon};

/// No node, no target.
pub(super) const NONE: u32 = u32::MAX;

/// The bit of a cue.
#[inline]
pub(super) const fn bit(cue: Cue) -> u64 {
    1 << cue as u8
}

/// How an entry names its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A name or alias.
    Name,
    /// A name that is also an ordinary word: a preposition of place has to stand before it.
    NameToo,
    /// A surname the registry does not list by itself.
    Surname,
    /// A demonym adjective.
    Adjective,
    /// A town's adjective in -er, which is also what its people are called.
    Town,
    /// The people of a state or region.
    People,
    /// A seat that stands for the target because the registry says so.
    Metonym,
    /// The capital of the target.
    Capital,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub target: u32,
    pub way: Way,
    /// How the first word is written in the list.
    pub shape: Shape,
    /// Whether it comes from the registry.
    pub listed: bool,
    /// Whether the first word may be small although the list has a capital: die koreanische Halbinsel.
    pub small: bool,
}

/// Someone who can be named.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub actor: ActorRef,
    pub kind: Kind,
    /// Whether a point of the compass stands for it (the North).
    pub compass: bool,
    /// What tells a person from others of the same name.
    pub profile: Option<Arc<Profile>>,
}

/// What is known of a person beside the name.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub offices: Vec<u16>,
    pub female: bool,
    pub male: bool,
    /// Hash and first letter of the given name.
    pub given: u64,
    pub initial: u8,
}

#[derive(Clone, Copy, Debug)]
struct Known {
    node: u32,
    cues: [u64; 2],
    office: [u16; 2],
}

const UNKNOWN: Known = Known { node: NONE, cues: [0; 2], office: [0; 2] };

#[derive(Debug, Default)]
struct Node {
    entries: Vec<Entry>,
    /// Whether longer names go on from here.
    inner: bool,
}

#[derive(Clone, Debug, Default)]
struct Endings {
    by_tail: FxHashMap<u32, Vec<Ending>>,
}

/// An ending, its cues and its office.
type Ending = (Box<str>, u64, u16);

/// The table.
#[derive(Debug, Default)]
pub(super) struct Table {
    words: FxHashMap<u64, Known>,
    edges: FxHashMap<u64, u32>,
    nodes: Vec<Node>,
    pub targets: Vec<Target>,
    endings: [Endings; 2],
    /// Reversed hashes of ordinary nouns: what German compounds end with.
    nouns: FxHashSet<u64>,
    compound_heads: FxHashSet<u64>,
    head_tails: FxHashSet<u32>,
    /// What truncated names end with (Nord- und Südkorea): the compass words by hash.
    compass: Vec<String>,
}

pub(super) fn pack(lang: Lang) -> &'static NamePack {
    match lang {
        Lang::De => &crate::lang::de::names::NAMES,
        Lang::En => &crate::lang::en::names::NAMES,
    }
}

#[inline]
fn edge(node: u32, hash: u64) -> u64 {
    (hash ^ u64::from(node).wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(17)
}

/// The words of a listed name, apart at spaces, hyphens and other marks.
pub(super) fn parts(name: &str) -> Vec<&str> {
    name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{ad}')))
        .filter(|w| !w.is_empty())
        .collect()
}

pub(super) fn shape(word: &str) -> Shape {
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    let first = word.chars().next();
    if first.is_some_and(char::is_numeric) {
        Shape::Number
    } else if upper == 0 && lower > 0 {
        Shape::Lower
    } else if upper >= 2 && lower == 0 {
        Shape::Upper
    } else if upper <= 1 && !first.is_some_and(char::is_lowercase) {
        Shape::Cap
    } else {
        Shape::Mixed
    }
}

impl Entry {
    /// Whether a word written like `text` can be this entry, whose first word is `len` letters long.
    pub(super) fn fits(&self, text: &Word, longer: bool) -> bool {
        match (self.shape, text.shape) {
            (Shape::Lower, Shape::Lower) => true,
            // Adjectives at the start of a sentence or in a heading in capitals.
            (Shape::Lower, Shape::Cap | Shape::Upper) => true,
            (_, Shape::Lower) => self.small && longer,
            (Shape::Upper, Shape::Cap) => text.len >= 4 || longer,
            (Shape::Cap, Shape::Upper) => text.len >= 3 || longer,
            (Shape::Mixed, Shape::Cap) => longer || text.len >= 5,
            _ => true,
        }
    }
}

impl Table {
    pub(super) fn new(registry: &Registry) -> Table {
        let mut table = Table::default();
        table.cues();
        for actor in registry.actors() {
            table.actor(actor);
        }
        table.gazetteer(registry);
        table
    }

    // ---- building: cues

    fn cues(&mut self) {
        let endings = PLURALS.map(reversed_hash);
        let mut bytes: Vec<u8> = Vec::new();
        for lang in Lang::ALL {
            let (pack, l) = (pack(lang), lang as usize);
            for (cues, words) in pack.words {
                let cues = cues.iter().fold(0, |all, c| all | bit(*c));
                for word in words.split_whitespace() {
                    self.word(hash(word)).cues[l] |= cues;
                }
            }
            for noun in lexicon::nouns(lang) {
                self.word(hash(noun)).cues[l] |= bit(Cue::Ordinary);
                if pack.capital_nouns {
                    // The endings come first in a reversed word.
                    bytes.clear();
                    noun.chars().for_each(|c| fold_char(c, &mut |b| bytes.push(b)));
                    let hashes = endings.iter().map(|&h| bytes.iter().rev().fold(h, |h, b| step(h, *b)));
                    self.nouns.extend(hashes);
                }
            }
            let mut ends: FxHashMap<Box<str>, (u64, u16)> = FxHashMap::default();
            for (cues, words) in pack.nouns {
                let cues = cues.iter().fold(0, |all, c| all | bit(*c));
                for word in words.split_whitespace() {
                    for (form, more) in noun_forms(word, pack, cues & bit(Cue::Role) != 0) {
                        if pack.capital_nouns && cues & (bit(Cue::Role) | bit(Cue::OrgHead) | bit(Cue::OrgWide)) != 0 {
                            self.nouns.insert(reversed_hash(&form));
                        }
                        if cues & bit(Cue::CompoundHead) != 0 {
                            self.compound_heads.insert(hash(&form));
                            if let Some(tail) = tail(form.as_bytes()) {
                                self.head_tails.insert(tail);
                            }
                        }
                        if cues & bit(Cue::PlaceIntro) != 0 {
                            self.word(hash(&form)).cues[l] |= cues;
                        }
                        if cues != bit(Cue::CompoundHead) {
                            ends.entry(form.into()).or_default().0 |= (cues & !bit(Cue::CompoundHead)) | more;
                        }
                    }
                }
            }
            for (concept, line) in pack.offices.lines().enumerate() {
                let Some((_, words)) = line.split_once(':') else { continue };
                for word in words.split_whitespace() {
                    if pack.feminine.is_empty() {
                        let known = self.word(hash(word));
                        known.office[l] = concept as u16 + 1;
                    } else {
                        for (form, more) in noun_forms(word, pack, true) {
                            let end = ends.entry(form.into()).or_default();
                            end.0 |= bit(Cue::Role) | more;
                            end.1 = concept as u16 + 1;
                        }
                    }
                }
            }
            for (cues, words) in pack.endings {
                let cues = cues.iter().fold(0, |all, c| all | bit(*c));
                for word in words.split_whitespace() {
                    ends.entry(word.into()).or_default().0 |= cues;
                }
            }
            let mut ends: Vec<_> = ends.into_iter().collect();
            // The longest ending decides: -staatssekretär before -sekretär.
            ends.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
            for (ending, (cues, office)) in ends {
                if let Some(tail) = tail(ending.as_bytes()) {
                    self.endings[l].by_tail.entry(tail).or_default().push((ending, cues, office));
                } else if let [a, b] = ending.as_bytes() {
                    // Two-letter endings are kept under a tail of their own.
                    self.endings[l].by_tail.entry(packed(0, *a, *b)).or_default().push((ending, cues, office));
                }
            }
            for (cues, words) in pack.words {
                if *cues == [Cue::Direction] {
                    self.compass.extend(words.split_whitespace().map(str::to_lowercase));
                }
            }
        }
        self.compass.sort();
        self.compass.dedup();
    }

    fn word(&mut self, hash: u64) -> &mut Known {
        self.words.entry(hash).or_insert(UNKNOWN)
    }

    // ---- building: names

    fn actor(&mut self, actor: &Actor) {
        let target = self.targets.len() as u32;
        let profile = (actor.kind == Kind::Person).then(|| Arc::new(self.profile(actor)));
        self.targets.push(Target {
            actor: ActorRef::Listed(actor.id.clone()),
            kind: actor.kind,
            compass: actor.metonyms.iter().any(|m| self.is_compass(m)),
            profile,
        });
        for name in actor.names() {
            self.name(name, target, Way::Name, true, actor.kind);
        }
        for adjective in &actor.adjectives {
            self.adjective(adjective, target, true);
        }
        for metonym in &actor.metonyms {
            self.name(without_article(metonym), target, Way::Metonym, true, Kind::Place);
        }
        if actor.kind == Kind::Place {
            for name in actor.names() {
                self.town(name, target, true);
            }
        }
        if actor.kind == Kind::Person {
            self.surnames(actor, target);
        }
    }

    /// What a person is called after the full name: the last word, or the first where the family name comes first.
    fn surnames(&mut self, actor: &Actor, target: u32) {
        let words = parts(&actor.name);
        let ([first, .., last], false) = (words.as_slice(), words.len() < 2) else { return };
        let first_cues = self.words.get(&hash(first)).map_or(0, |w| w.cues[0] | w.cues[1]);
        let surname = if words.len() >= 2 && first_cues & bit(Cue::FamilyFirst) != 0 { first } else { last };
        let long = surname.chars().count() >= if surname == first { 2 } else { 3 };
        if long && !actor.aliases.iter().any(|a| a == surname) {
            self.name(surname, target, Way::Surname, true, Kind::Person);
        }
    }

    fn is_compass(&self, metonym: &str) -> bool {
        let word = self.words.get(&hash(without_article(metonym)));
        word.is_some_and(|w| (w.cues[0] | w.cues[1]) & bit(Cue::Direction) != 0)
    }

    fn profile(&self, actor: &Actor) -> Profile {
        let mut profile = Profile::default();
        let texts = actor.description.iter().chain(actor.roles.iter().map(|r| &r.title));
        for text in texts {
            for part in parts(text) {
                for lang in 0..2 {
                    let (cues, office) = self.noun(part, hash(part), lang);
                    if office != 0 && !profile.offices.contains(&office) {
                        profile.offices.push(office);
                    }
                    profile.female |= cues & bit(Cue::Female) != 0;
                    profile.male |= cues & bit(Cue::Male) != 0;
                }
            }
        }
        let given = parts(&actor.name).first().copied().unwrap_or_default();
        profile.given = hash(given);
        let mut initial = 0;
        given.chars().take(1).for_each(|c| fold_char(c, &mut |b| initial = if initial == 0 { b } else { initial }));
        profile.initial = initial;
        if let Some(word) = self.words.get(&profile.given) {
            let cues = word.cues[0] | word.cues[1];
            let (female, male) = (cues & bit(Cue::GivenFemale) != 0, cues & bit(Cue::GivenMale) != 0);
            if female != male {
                profile.female |= female;
                profile.male |= male;
            }
        }
        if profile.female && profile.male {
            // The description names two people, or a title says nothing about the sex.
            profile.female =
                self.words.get(&profile.given).is_some_and(|w| (w.cues[0] | w.cues[1]) & bit(Cue::GivenFemale) != 0);
            profile.male = !profile.female;
        }
        profile
    }

    fn gazetteer(&mut self, registry: &Registry) {
        let listed = self.targets.len();
        let by_name: FxHashMap<u64, u32> = {
            let mut map = FxHashMap::default();
            for (at, actor) in registry.actors().iter().enumerate().rev() {
                for name in actor.names() {
                    map.insert(name_hash(name), at as u32);
                }
            }
            map
        };
        let mut keys: FxHashMap<(&'static str, bool), u32> = FxHashMap::default();
        let mut items: Vec<Item> = Vec::new();
        for lang in Lang::ALL {
            let pack = pack(lang);
            for (lines, kind) in [(pack.states, Kind::State), (pack.regions, Kind::Place)] {
                for line in lines.lines() {
                    let mut fields = line.split('|');
                    let Some(key) = fields.next().map(str::trim).filter(|k| !k.is_empty()) else { continue };
                    let item = item(&mut items, &mut keys, key, kind, false);
                    item.names.extend(list(fields.next(), ','));
                    let adjectives: Vec<&str> = list(fields.next(), ',').collect();
                    item.adjectives.extend(adjectives.iter().map(|a| (*a, lang)));
                    item.people.extend(list(fields.next(), ',').map(|p| (p, lang)));
                    item.capitals.extend(list(fields.next(), ','));
                }
            }
            for (lines, kind, too) in [
                (pack.cities, Kind::Place, false),
                (pack.cities_too, Kind::Place, true),
                (pack.organisations, Kind::Organisation, false),
            ] {
                for names in list(Some(lines), ';') {
                    let mut names = list(Some(names), '=');
                    let Some(key) = names.next() else { continue };
                    let item = item(&mut items, &mut keys, key, kind, kind == Kind::Place);
                    item.too |= too;
                    item.names.extend(names);
                }
            }
        }
        let mut capitals: FxHashMap<&'static str, u32> = FxHashMap::default();
        let mut done = Vec::with_capacity(items.len());
        for item in &items {
            let fits = |at: &u32| match (item.kind, self.targets.get(*at as usize).map(|t| t.kind)) {
                (Kind::Organisation, Some(kind)) => kind == Kind::Organisation,
                (_, Some(kind)) => matches!(kind, Kind::State | Kind::Place) && (!item.city || kind == Kind::Place),
                _ => false,
            };
            let known = std::iter::once(&item.key)
                .chain(&item.names)
                .find_map(|name| by_name.get(&name_hash(name)).copied().filter(fits));
            let target = known.unwrap_or_else(|| self.target(item.key, item.kind));
            done.push((target, known.is_some()));
            if item.kind == Kind::State {
                for capital in &item.capitals {
                    capitals.insert(capital, target);
                }
            }
        }
        for (item, (target, known)) in items.iter().zip(&done) {
            let way = if item.too && !known { Way::NameToo } else { Way::Name };
            for name in std::iter::once(&item.key).chain(&item.names) {
                self.name(name, *target, way, false, item.kind);
            }
            for (adjective, _) in &item.adjectives {
                self.adjective(adjective, *target, false);
            }
            if item.city {
                for name in std::iter::once(&item.key).chain(&item.names) {
                    if let Some(state) = capitals.get(item.key) {
                        self.name(name, *state, Way::Capital, false, Kind::Place);
                    }
                    self.town(name, *target, false);
                }
            }
            self.people(item, &by_name, listed);
        }
    }

    /// The people of a state or region are a group of their own.
    fn people(&mut self, item: &Item, by_name: &FxHashMap<u64, u32>, listed: usize) {
        let Some((first, _)) = item.people.first() else { return };
        let forms: Vec<String> = item.people.iter().flat_map(|(p, lang)| people_forms(p, *lang)).collect();
        let known = forms.iter().find_map(|f| {
            by_name.get(&name_hash(f)).copied().filter(|at| {
                (*at as usize) < listed && self.targets.get(*at as usize).is_some_and(|t| t.kind == Kind::Group)
            })
        });
        let plural = people_forms(first, Lang::De).into_iter().nth(1).unwrap_or_else(|| (*first).to_owned());
        let target = known.unwrap_or_else(|| self.target(&plural, Kind::Group));
        for form in &forms {
            self.insert(&parts(form), target, Way::People, false, Kind::Group, true);
        }
    }

    fn target(&mut self, key: &str, kind: Kind) -> u32 {
        self.targets.push(Target { actor: ActorRef::Unlisted(Arc::from(key)), kind, compass: false, profile: None });
        self.targets.len() as u32 - 1
    }

    /// A name with its spellings and inflected forms.
    fn name(&mut self, name: &str, target: u32, way: Way, listed: bool, kind: Kind) {
        let words = parts(name);
        self.insert(&words, target, way, listed, kind, false);
        if listed && words.len() > 2 && words.first() == Some(&"The") {
            self.insert(words.get(1..).unwrap_or_default(), target, way, listed, kind, false);
        }
        // Indo-Pazifik is also written Indopazifik.
        if words.len() == 2
            && name.contains(['-', '\u{2010}', '\u{2011}'])
            && kind != Kind::Person
            && let [a, b] = words.as_slice()
            && shape(a) == Shape::Cap
            && a.chars().count() > 2
        {
            self.insert(&[&format!("{a}{}", b.to_lowercase())], target, way, listed, kind, false);
        }
        if name.chars().any(|c| c == '.') {
            // U.S. is read as one word, also where the list has points between the letters.
            let joined: String = name.chars().filter(|c| *c != '.').collect();
            if parts(&joined).len() < words.len() {
                self.insert(&parts(&joined), target, way, listed, kind, false);
            }
        }
    }

    fn insert(&mut self, words: &[&str], target: u32, way: Way, listed: bool, kind: Kind, exact: bool) {
        let Some((first, rest)) = words.split_first() else { return };
        let forms = |word: &str, last: bool, only: bool| {
            let mut all = if exact { vec![word.to_owned()] } else { name_forms(word, last, only, kind) };
            all.sort();
            all.dedup();
            all.into_iter().flat_map(|f| [hash(&f), bare_hash(&f)]).collect::<FxHashSet<u64>>()
        };
        let only = rest.is_empty();
        let mut nodes: Vec<u32> = Vec::new();
        for form in forms(first, only, only) {
            let known = self.words.get(&form).map_or(NONE, |w| w.node);
            let node = if known == NONE { self.node() } else { known };
            self.word(form).node = node;
            nodes.push(node);
        }
        for (at, word) in rest.iter().enumerate() {
            let hashes = forms(word, at + 1 == rest.len(), false);
            let mut next = Vec::new();
            // All forms of a word lead to one node where none of them was there before.
            let mut fresh = NONE;
            for node in &nodes {
                if let Some(node) = self.nodes.get_mut(*node as usize) {
                    node.inner = true;
                }
                for form in &hashes {
                    let at = edge(*node, *form);
                    let to = match self.edges.get(&at) {
                        Some(to) => *to,
                        None => {
                            if fresh == NONE {
                                fresh = self.node();
                            }
                            self.edges.insert(at, fresh);
                            fresh
                        }
                    };
                    if !next.contains(&to) {
                        next.push(to);
                    }
                }
            }
            nodes = next;
        }
        let small = !only && adjective_stem(first).is_some_and(|s| s.ends_with("isch") || s.ends_with("deutsch"));
        let entry = Entry { target, way, shape: shape(first), listed, small };
        for node in nodes {
            if let Some(node) = self.nodes.get_mut(node as usize)
                && !node.entries.iter().any(|e| e.target == target && e.way == way && e.shape == entry.shape)
            {
                node.entries.push(entry);
            }
        }
    }

    fn node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        self.nodes.len() as u32 - 1
    }

    fn adjective(&mut self, adjective: &str, target: u32, listed: bool) {
        let words = parts(adjective);
        let Some((last, before)) = words.split_last() else { return };
        let lower = shape(last) == Shape::Lower;
        let way = if !lower && last.ends_with("er") && last.chars().count() > 4 { Way::Town } else { Way::Adjective };
        let mut forms = vec![(*last).to_owned()];
        if lower {
            forms.extend(pack(Lang::De).adjective_endings.iter().map(|e| format!("{last}{e}")));
        } else if way == Way::Town {
            forms.extend([format!("{last}n"), format!("{last}s")]);
        }
        for form in &forms {
            let mut all = before.to_vec();
            all.push(form);
            self.insert(&all, target, way, listed, Kind::Group, true);
        }
    }

    /// Berliner, Bremer, Dresdner: what a German town's adjective can look like.
    fn town(&mut self, name: &str, target: u32, listed: bool) {
        let words = parts(name);
        let [word] = words.as_slice() else { return };
        if word.chars().count() < 3 || shape(word) != Shape::Cap {
            return;
        }
        let mut stems = vec![format!("{word}er")];
        if let Some(stem) = word.strip_suffix("en") {
            stems.push(format!("{stem}er"));
            stems.push(format!("{stem}ner"));
        }
        if let Some(stem) = word.strip_suffix('e') {
            stems.push(format!("{stem}er"));
            stems.push(format!("{stem}enser"));
        }
        if let Some(stem) = word.strip_suffix("er") {
            stems.push(format!("{stem}eraner"));
            stems.push(format!("{stem}raner"));
        }
        if let Some(stem) = word.strip_suffix("el") {
            stems.push(format!("{stem}ler"));
        }
        if let Some(stem) = word.strip_suffix("ich") {
            stems.push(format!("{stem}cher"));
        }
        if let Some(stem) = word.strip_suffix("au") {
            stems.push(format!("{stem}auer"));
        }
        for stem in stems {
            for form in [stem.clone(), format!("{stem}n"), format!("{stem}s")] {
                self.insert(&[&form], target, Way::Town, listed, Kind::Group, true);
            }
        }
    }

    // ---- asking

    /// Fills in what is known of a word.
    #[inline]
    pub(super) fn look_up(&self, word: &mut Word, lang: usize, text: &str) {
        if let Some(known) = self.words.get(&word.hash) {
            word.node = known.node;
            word.cues = known.cues[lang];
            word.office = known.office[lang];
        }
        if word.shape == Shape::Cap && word.len >= 4 {
            let bytes = text.as_bytes().get(word.start as usize..word.end as usize).unwrap_or_default();
            let (cues, office) = self.ending(bytes, lang);
            // An ordinary noun keeps its meaning: Einfluss is no river.
            const PLACES: u64 = bit(Cue::PlaceEnding) | bit(Cue::PlaceIntro) | bit(Cue::PlaceHead);
            let ordinary = word.cues & bit(Cue::Ordinary) != 0 && word.cues & PLACES == 0;
            word.cues |= if ordinary { cues & !PLACES } else { cues };
            if word.office == 0 {
                word.office = office;
            }
        }
    }

    /// Cues of a word's ending; the longest that has any decides.
    fn ending(&self, word: &[u8], lang: usize) -> (u64, u16) {
        let endings = &self.endings[lang].by_tail;
        if endings.is_empty() {
            return (0, 0);
        }
        let Some(three) = tail(word) else { return (0, 0) };
        for tail in [three, three & 0xffff] {
            let Some(list) = endings.get(&tail) else { continue };
            for (ending, cues, office) in list {
                if ends_with_fold(word, ending.as_bytes()) {
                    return (*cues, *office);
                }
            }
        }
        (0, 0)
    }

    /// Cues and office of a word of a description.
    fn noun(&self, word: &str, hash: u64, lang: usize) -> (u64, u16) {
        let known = self.words.get(&hash).copied().unwrap_or(UNKNOWN);
        let (cues, office) = self.ending(word.as_bytes(), lang);
        (known.cues[lang] | cues, if known.office[lang] != 0 { known.office[lang] } else { office })
    }

    /// The names that begin with a word.
    #[inline]
    pub(super) fn entries(&self, node: u32) -> &[Entry] {
        self.nodes.get(node as usize).map_or(&[], |n| n.entries.as_slice())
    }

    /// Whether longer names go on from a node.
    #[inline]
    pub(super) fn inner(&self, node: u32) -> bool {
        self.nodes.get(node as usize).is_some_and(|n| n.inner)
    }

    /// The node behind `node` for the next word.
    #[inline]
    pub(super) fn next(&self, node: u32, hash: u64) -> u32 {
        self.edges.get(&edge(node, hash)).copied().unwrap_or(NONE)
    }

    /// The node of a single word by its hash.
    pub(super) fn node_of(&self, hash: u64) -> u32 {
        self.words.get(&hash).map_or(NONE, |w| w.node)
    }

    /// Cues of a word by its hash.
    pub(super) fn cues_of(&self, hash: u64, lang: usize) -> u64 {
        self.words.get(&hash).map_or(0, |w| w.cues[lang])
    }

    /// Whether a capitalised German word is an ordinary noun, as far as the lexicon and its endings tell: it is one, or a
    /// compound that ends with one.
    pub(super) fn is_noun(&self, word: &str) -> bool {
        const ENDINGS: [&str; 30] = [
            "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ität",
            "itäten", "ismus", "ismen", "nis", "nisse", "nissen", "tum", "tums", "ling", "linge", "lingen", "chen",
            "enz", "enzen", "sal", "eur", "ionen", "ieren", "igkeit",
        ];
        if word.len() >= 6 && ENDINGS.iter().any(|e| word.ends_with(e)) {
            return true;
        }
        let mut h = SEED;
        let mut letters = 0;
        for c in word.chars().rev() {
            let mut buffer = [0u8; 8];
            let mut n = 0;
            fold_char(c, &mut |b| {
                if let Some(slot) = buffer.get_mut(n) {
                    *slot = b;
                    n += 1;
                }
            });
            for b in buffer.iter().take(n).rev() {
                h = step(h, *b);
            }
            letters += 1;
            if letters >= 4 && self.nouns.contains(&h) {
                return true;
            }
        }
        self.nouns.contains(&h)
    }

    /// A name at the start of a closed compound (Ukrainekrieg): the entries' node and the length of the name in bytes.
    pub(super) fn compound(&self, word: &str) -> Option<(u32, usize)> {
        let bytes = word.as_bytes();
        if bytes.len() < 8 || !self.head_tails.contains(&tail(bytes)?) {
            return None;
        }
        let mut h = SEED;
        let mut best = None;
        for (at, c) in word.char_indices() {
            if at >= 4 {
                let rest = word.get(at..).unwrap_or_default();
                let node = self.node_of(h);
                if node != NONE
                    && self.entries(node).iter().any(|e| matches!(e.way, Way::Name | Way::Metonym | Way::Capital))
                    && self.compound_heads.contains(&fold::composed_hash(rest))
                {
                    best = Some((node, at));
                }
            }
            fold_char(c, &mut |b| h = step(h, b));
        }
        best
    }

    /// The listed name that a truncated word shares with a later one: `Nord` and `Südkorea` give the node of Nordkorea.
    pub(super) fn truncated(&self, stub: &Word, full: &str) -> u32 {
        let lower = full.to_lowercase();
        for compass in &self.compass {
            if let Some(rest) = lower.strip_prefix(compass.as_str())
                && rest.chars().count() >= 4
            {
                let mut h = stub.hash;
                rest.chars().for_each(|c| fold_char(c, &mut |b| h = step(h, b)));
                let node = self.node_of(h);
                if node != NONE {
                    return node;
                }
            }
        }
        NONE
    }
}

struct Item {
    key: &'static str,
    kind: Kind,
    city: bool,
    too: bool,
    names: Vec<&'static str>,
    adjectives: Vec<(&'static str, Lang)>,
    people: Vec<(&'static str, Lang)>,
    capitals: Vec<&'static str>,
}

fn item<'i>(
    items: &'i mut Vec<Item>,
    keys: &mut FxHashMap<(&'static str, bool), u32>,
    key: &'static str,
    kind: Kind,
    city: bool,
) -> &'i mut Item {
    let at = *keys.entry((key, city)).or_insert_with(|| {
        items.push(Item {
            key,
            kind,
            city,
            too: false,
            names: Vec::new(),
            adjectives: Vec::new(),
            people: Vec::new(),
            capitals: Vec::new(),
        });
        items.len() as u32 - 1
    });
    &mut items[at as usize]
}

fn list(text: Option<&'static str>, separator: char) -> impl Iterator<Item = &'static str> {
    text.unwrap_or_default().split(separator).map(str::trim).filter(|t| !t.is_empty())
}

fn name_hash(name: &str) -> u64 {
    parts(name).iter().fold(SEED, |h, word| edge(h as u32, h ^ hash(word)))
}

fn without_article(name: &str) -> &str {
    ["the ", "The ", "der ", "die ", "das ", "dem ", "den ", "Der ", "Die ", "Das "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
}

fn tail(word: &[u8]) -> Option<u32> {
    match word {
        [.., a, b, c] => Some(packed(*a, *b, *c)),
        _ => None,
    }
}

/// Three bytes, without their case, in one number.
fn packed(a: u8, b: u8, c: u8) -> u32 {
    u32::from_be_bytes([0, a.to_ascii_lowercase(), b.to_ascii_lowercase(), c.to_ascii_lowercase()])
}

fn ends_with_fold(word: &[u8], ending: &[u8]) -> bool {
    word.len() >= ending.len() && word.iter().rev().zip(ending.iter().rev()).all(|(a, b)| a.to_ascii_lowercase() == *b)
}

fn reversed_hash(word: &str) -> u64 {
    let mut bytes = Vec::with_capacity(word.len());
    word.chars().for_each(|c| fold_char(c, &mut |b| bytes.push(b)));
    bytes.iter().rev().fold(SEED, |h, b| step(h, *b))
}

/// The plural and case endings German nouns take.
const PLURALS: [&str; 9] = ["", "s", "es", "e", "en", "n", "er", "ern", "innen"];

/// An office or institution in its forms, each with what it says about the sex.
fn noun_forms(noun: &str, pack: &NamePack, person: bool) -> Vec<(String, u64)> {
    let mut all = Vec::new();
    let declined = noun.ends_with('e') || noun.ends_with("ender") || noun.ends_with("agter") || noun.ends_with("eter");
    let male = if person && !declined { bit(Cue::Male) } else { 0 };
    for ending in ["", "s", "es", "n", "en", "e"] {
        all.push((format!("{noun}{ending}"), male));
    }
    if noun.ends_with("amt") {
        all.push((format!("{}ämter", noun.strip_suffix("amt").unwrap_or(noun)), 0));
    }
    if person && !pack.feminine.is_empty() {
        let stem = noun.strip_suffix('e').unwrap_or(noun);
        let feminine = pack.feminine;
        all.push((format!("{stem}{feminine}"), bit(Cue::Female)));
        all.push((format!("{stem}{feminine}nen"), bit(Cue::Female)));
        for (from, to) in [("arzt", "ärzt"), ("anwalt", "anwält"), ("rat", "rät"), ("bauer", "bäuer")] {
            if let Some(stem) = noun.strip_suffix(from) {
                all.push((format!("{stem}{to}{feminine}"), bit(Cue::Female)));
            }
        }
    }
    all
}

/// The people of a state: singular, plural and cases.
fn people_forms(people: &str, lang: Lang) -> Vec<String> {
    match lang {
        Lang::En => vec![people.to_owned()],
        Lang::De => {
            let stem = people.strip_suffix('e').unwrap_or(people);
            let mut all = vec![people.to_owned()];
            if people.ends_with('e') {
                all.push(format!("{people}n"));
            } else if people.ends_with("er") {
                all.extend([people.to_owned(), format!("{people}n"), format!("{people}s")]);
            } else if people.ends_with(['i', 'o']) {
                all.push(format!("{people}s"));
            } else {
                all.push(format!("{people}en"));
            }
            if people.starts_with("Deutsch") || people.ends_with("deutsche") {
                all.push(format!("{people}r"));
            } else {
                all.extend([format!("{stem}in"), format!("{stem}innen")]);
            }
            all
        }
    }
}

/// The forms a word of a name takes in running text.
fn name_forms(word: &str, last: bool, only: bool, kind: Kind) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    let capital = shape(word) != Shape::Lower;
    let len = word.chars().count();
    if !capital {
        // Adjectives inside names: für bedrohte Völker.
        if let (Some(stem), false) = (adjective_stem(word), last) {
            all.extend(pack(Lang::De).adjective_endings.iter().map(|e| format!("{stem}{e}")));
        }
        return all;
    }
    let sibilant = word.ends_with(['s', 'x', 'z', 'ß', 'S']);
    if !sibilant {
        all.push(format!("{word}s"));
    }
    if kind == Kind::Person || shape(word) != Shape::Cap {
        return all;
    }
    if let (Some(stem), true) = (adjective_stem(word), !last || only || word.ends_with("sten")) {
        // Vereinte Nationen, der Vereinten Nationen; Naher Osten, im Nahen Osten; die Grünen.
        if !only || kind == Kind::Organisation {
            all.extend(pack(Lang::De).adjective_endings.iter().map(|e| format!("{stem}{e}")));
        }
    }
    if kind == Kind::Place && only {
        return all;
    }
    if len >= 3 && !word.ends_with(['e', 'a', 'i', 'o', 'u']) && (kind == Kind::Organisation || !only) {
        all.push(format!("{word}es"));
    }
    if len >= 4 && (word.ends_with('e') || word.ends_with("er") || word.ends_with("el")) {
        all.push(format!("{word}n"));
    }
    if only && kind == Kind::State && word.ends_with("at") {
        all.push(format!("{word}es"));
    }
    all
}

/// `Vereint` of `Vereinte`, if the word looks like a declined adjective.
fn adjective_stem(word: &str) -> Option<&str> {
    let stem = ["en", "em", "er", "es", "e"].iter().find_map(|e| word.strip_suffix(e))?;
    (stem.chars().count() >= 3).then_some(stem)
}

/// The slug of an unlisted name's words, for keys.
pub(super) fn key(name: &str) -> u64 {
    let mut h = SEED;
    for b in fold::slug(name).bytes() {
        h = step(h, b);
    }
    h
}
