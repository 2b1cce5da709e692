//! Concepts: which words, in either language, speak of the same thing?
//!
//! The lexicon is data: `concepts/*.concepts`, one concept a line with its German and English lemmas (see
//! `concepts/README.md`), and a workspace's own `corpus/concepts.toml` on top. A word that no concept knows is its own
//! concept, by its stem and in both languages alike, so that cognates and technical terms still meet.
//! What beleg ships is put together by the build script and lies in the program as it is read.
//!
//! **Steady:** how much a word weighs depends on the lexicon alone, never on what else is in the corpus.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

#[cfg(test)]
use super::concepts;
use super::stem::{common_stem, fold, stem};
use super::{Lang, de, en};
use map::{List, Map};
use words::{Words, phrases, separable};

mod map;
#[cfg(test)]
mod shipped;
mod words;

/// A concept, or the stem of a word without one, hashed. Stable across runs and corpora; of 100,000 words about one pair
/// meets by chance, which costs a weak match now and then and halves the index.
pub type Key = u32;

/// The key of a concept.
pub fn concept_key(id: &str) -> Key {
    xxh3_64(format!("c:{id}").as_bytes()) as Key
}

/// The key of a stem no concept has.
pub fn stem_key(stem: &str) -> Key {
    xxh3_64(format!("w:{stem}").as_bytes()) as Key
}

/// How much a word outside the lexicon says: it is rarer than any inside.
const UNKNOWN_WEIGHT: u8 = 120;
/// How much a word of a name says, in percent: who is named has a slot of its own.
const NAME_SHARE: u32 = 60;
/// An unknown word of a name; no concept weighs as much.
const UNKNOWN_IN_NAME: u8 = (UNKNOWN_WEIGHT as u32 * NAME_SHARE / 100) as u8;
/// The least letters of a part of an English word: shorter ones are met by chance (per-sons, car-pet).
const LEAST_CLOSED: usize = 4;
/// How much the parts of a compound say beside the whole.
const PART_WEIGHT: u8 = 60;
/// Shortest word that is taken for a compound, in characters, and its shortest part.
const LEAST_COMPOUND: usize = 7;
const LEAST_PART: usize = 3;

/// One meaning-bearing unit of a word: any of its keys may match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The concepts it may stand for; never empty.
    pub keys: Vec<Key>,
    /// How much it says, in percent of a special word of the lexicon.
    pub weight: u8,
}

impl Unit {
    /// Whether it is a word outside the lexicon, also one that is part of a name.
    pub fn is_unknown(&self) -> bool {
        self.weight == UNKNOWN_WEIGHT || self.weight == UNKNOWN_IN_NAME
    }

    /// The same unit as part of a name, which has a slot of its own.
    pub fn weaken_in_name(&mut self) {
        self.weight = (u32::from(self.weight) * NAME_SHARE / 100) as u8;
    }
}

/// What the singular may be of a plural that no stemmer takes off, most of them made the Latin, Greek or Italian way: Museen,
/// Viren, Firmen, Risiken, Praxen, Prinzipien; Praktika, Lexika; Boni; Kommata; stadia, policemen, loaves.
fn rare_singulars(word: &str, lang: Lang) -> impl Iterator<Item = String> {
    const DE: &[(&str, &[&str])] = &[
        ("en", &["um", "us", "a", "o", "is", "on"]),
        ("ien", &[""]),
        ("a", &["um", "on"]),
        ("i", &["us", "o"]),
        ("ta", &[""]),
    ];
    const EN: &[(&str, &[&str])] = &[
        ("men", &["man"]),
        ("a", &["um", "on"]),
        ("i", &["us"]),
        ("ae", &["a"]),
        ("ices", &["ex", "ix"]),
        ("ves", &["f", "fe"]),
    ];
    let endings = match lang {
        Lang::De => DE,
        Lang::En => EN,
    };
    endings.iter().flat_map(move |(plural, singular)| {
        let base = word.strip_suffix(plural).filter(|b| b.len() >= 3);
        base.into_iter().flat_map(|base| singular.iter().map(move |s| format!("{base}{s}")))
    })
}

#[derive(Clone, Debug)]
struct Concept {
    id: Cow<'static, str>,
    key: Key,
    weight: u8,
}

/// The concepts of both languages.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    by_id: FxHashMap<Cow<'static, str>, u32>,
    /// The keys of the concepts.
    known: FxHashSet<Key>,
    words: [Words; 2],
}

/// One of the files that the build script makes of the concept files.
macro_rules! shipped {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/lexicon-", $name))
    };
}

static BUILTIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    let ids = str::from_utf8(shipped!("ids")).unwrap_or_default().lines();
    let weights = shipped!("weights");
    let concepts = ids.zip(weights).map(|(id, &weight)| Concept { id: id.into(), key: concept_key(id), weight });
    let concepts: Vec<Concept> = concepts.collect();
    Arc::new(Lexicon {
        by_id: concepts.iter().zip(0..).map(|(c, n)| (c.id.clone(), n)).collect(),
        known: concepts.iter().map(|c| c.key).collect(),
        concepts,
        words: [
            Words {
                stems: Map::read(shipped!("de-stems")),
                phrases: Map::read(shipped!("de-phrases")),
                separated: Map::read(shipped!("de-separated")),
            },
            Words {
                stems: Map::read(shipped!("en-stems")),
                phrases: Map::read(shipped!("en-phrases")),
                separated: Map::read(shipped!("en-separated")),
            },
        ],
    })
});

/// The nouns of one word that the shipped lexicon has in a language: ordinary words, which no name is taken for.
pub fn nouns(lang: Lang) -> impl Iterator<Item = &'static str> {
    let lines: &[u8] = match lang {
        Lang::De => shipped!("de-nouns"),
        Lang::En => shipped!("en-nouns"),
    };
    str::from_utf8(lines).unwrap_or_default().lines()
}

impl Lexicon {
    /// The lexicon that beleg ships.
    pub fn builtin() -> &'static Lexicon {
        &BUILTIN
    }

    /// The same, to keep.
    pub fn shared() -> Arc<Lexicon> {
        BUILTIN.clone()
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// Adds lemmas to concept `id`, which is made if it is new. `pos` is `n`, `v` or `a`.
    pub fn add(&mut self, id: &str, pos: &str, weight: u8, lemmas: &[(Lang, &str)]) {
        let index = self.concept(id, weight);
        for &(lang, lemma) in lemmas {
            self.words[lang as usize].add(lemma, pos, lang, index);
        }
    }

    /// The index of a concept, which is made if it is new.
    fn concept(&mut self, id: &str, weight: u8) -> u32 {
        let index = match self.by_id.get(id) {
            Some(index) => *index,
            None => {
                let (id, index, key) = (Cow::from(id.to_owned()), self.concepts.len() as u32, concept_key(id));
                self.by_id.insert(id.clone(), index);
                self.known.insert(key);
                self.concepts.push(Concept { id, key, weight });
                index
            }
        };
        // What says much anywhere says much.
        if let Some(known) = self.concepts.get_mut(index as usize) {
            known.weight = known.weight.max(weight);
        }
        index
    }

    /// The ids of the concepts a single word may stand for.
    pub fn concepts_of(&self, word: &str, lang: Lang) -> Vec<&str> {
        self.known(self.look_up(word, lang)).map(|c| &*c.id).collect()
    }

    /// The concepts that a list names.
    fn known(&self, list: List<'_>) -> impl Iterator<Item = &Concept> {
        list.iter().filter_map(|c| self.concepts.get(c as usize))
    }

    fn look_up(&self, word: &str, lang: Lang) -> List<'_> {
        let stems = &self.words[lang as usize].stems;
        let find = |key: &str| stems.list(key);
        // Irregular forms are kept as written, before stemming.
        let exact = find(&format!("={}", fold(word)));
        if !exact.is_empty() {
            return exact;
        }
        let found = find(&stem(word, lang));
        if !found.is_empty() {
            return found;
        }
        let exact = |w: &str| Some(find(&format!("={}", fold(w)))).filter(|l| !l.is_empty());
        let listed = |w: String| exact(&w).or_else(|| Some(find(&stem(&w, lang))).filter(|l| !l.is_empty()));
        if let Some(found) = rare_singulars(word, lang).find_map(listed) {
            return found;
        }
        if word.chars().next().is_some_and(char::is_uppercase) {
            // A capital at the start of a sentence hides a verb or an adjective.
            return find(&stem(&word.to_lowercase(), lang));
        }
        found
    }

    /// The concepts of other words with the stem of `word` (industry: industrial), besides its own.
    fn wider(&self, word: &str, own: List<'_>) -> Vec<u32> {
        let found = self.words[Lang::En as usize].stems.list(&stem(word, Lang::En));
        found.iter().filter(|&c| !own.contains(c)).collect()
    }

    fn unit(&self, concepts: impl Iterator<Item = u32>, percent: u8) -> Unit {
        let mut unit = Unit { keys: Vec::new(), weight: u8::MAX };
        for concept in concepts.filter_map(|c| self.concepts.get(c as usize)) {
            unit.keys.push(concept.key);
            unit.weight = unit.weight.min(concept.weight);
        }
        let weight = if unit.keys.is_empty() { 100 } else { unit.weight };
        unit.weight = (u32::from(weight) * u32::from(percent) / 100) as u8;
        unit
    }

    /// Whether a unit speaks of a concept of the lexicon, not of a word it does not know.
    pub fn has_concept(&self, unit: &Unit) -> bool {
        unit.keys.iter().any(|k| self.known.contains(k))
    }

    /// What one word says: itself, and its parts when it is a compound.
    pub fn units(&self, word: &str, lang: Lang) -> Vec<Unit> {
        let mut out = Vec::new();
        let mut known = self.look_up(word, lang);
        if known.is_empty() {
            // A German word in an English sentence, or the other way round.
            for other in Lang::ALL.into_iter().filter(|&l| l != lang) {
                known = self.look_up(word, other);
                if !known.is_empty() {
                    break;
                }
            }
        }
        let parts = match () {
            () if word.chars().count() < LEAST_COMPOUND => Vec::new(),
            () if lang == Lang::En => self.split_closed(&fold(word)),
            () => self.split(&fold(word), word),
        };
        let wider = if lang == Lang::En { self.wider(word, known) } else { Vec::new() };
        if known.is_empty() {
            let weight = if parts.is_empty() { UNKNOWN_WEIGHT } else { PART_WEIGHT };
            out.push(Unit { keys: vec![stem_key(&common_stem(word))], weight });
            out.extend(parts.iter().map(|p| self.unit(p.iter(), 100)));
        } else {
            out.push(self.unit(known.iter(), 100));
            if !wider.is_empty() {
                out.push(self.unit(wider.iter().copied(), PART_WEIGHT));
            }
            out.extend(parts.iter().map(|p| self.unit(p.iter(), PART_WEIGHT)));
        }
        out
    }

    /// The parts of an English word that is written as one: seabird, shipyard, policyholder. Empty when it is none.
    fn split_closed(&self, folded: &str) -> Vec<List<'_>> {
        let stems = &self.words[Lang::En as usize].stems;
        let known = |part: &str| {
            let exact = Some(stems.list(&format!("={part}"))).filter(|l| !l.is_empty());
            exact.or_else(|| Some(stems.list(&stem(part, Lang::En))).filter(|l| !l.is_empty()))
        };
        let bare = folded.strip_suffix("'s").unwrap_or(folded);
        // An adverb is no ally: origin-ally.
        if bare.ends_with("ally") {
            return Vec::new();
        }
        let cuts = (LEAST_CLOSED..bare.len().saturating_sub(LEAST_CLOSED - 1)).filter(|&n| bare.is_char_boundary(n));
        let mut both = cuts.filter_map(|n| Some((known(&bare[..n])?, known(&bare[n..])?)));
        both.next().map_or(Vec::new(), |(a, b)| vec![a, b])
    }

    /// The parts of a German compound, from the left; empty when `word` is none. Every part must be known, save that a
    /// first part may be unknown when the rest is (Tölsnitz-flut, Fonds-volumen).
    fn split(&self, folded: &str, word: &str) -> Vec<List<'_>> {
        if !word.chars().next().is_some_and(char::is_alphabetic) {
            return Vec::new();
        }
        let stems = &self.words[Lang::De as usize].stems;
        let known = |part: &str| -> Option<List<'_>> {
            let mut chars = part.chars();
            let first = chars.next()?;
            // Parts are read as nouns first, then as verbs or adjectives (Fahr-zeug, Groß-brand).
            let noun = format!("{}{}", first.to_uppercase(), chars.as_str());
            let listed = |word: &str| Some(stems.list(&stem(word, Lang::De))).filter(|l| !l.is_empty());
            let exact = Some(stems.list(&format!("={part}"))).filter(|l| !l.is_empty());
            let rare = || rare_singulars(&noun, Lang::De).find_map(|w| listed(&w));
            exact.or_else(|| listed(&noun)).or_else(|| listed(part)).or_else(rare)
        };
        let ends: Vec<usize> = folded.char_indices().map(|(n, _)| n).collect();
        let chars = ends.len();
        for &cut in ends.iter().take(chars.saturating_sub(LEAST_PART)).skip(LEAST_PART) {
            let (left, right) = folded.split_at(cut);
            let Some(head) = known(right) else { continue };
            // Linking elements between the parts: Antrag-s-frist, Sonne-n-schein, Kind-er-garten.
            for link in ["", "s", "es", "n", "en", "er", "e", "ns", "ens"] {
                let Some(stripped) = left.strip_suffix(link).filter(|l| l.chars().count() >= LEAST_PART) else {
                    continue;
                };
                if let Some(first) = known(stripped) {
                    return vec![first, head];
                }
                let deeper = if stripped.chars().count() >= LEAST_COMPOUND {
                    self.split(stripped, stripped)
                } else {
                    Vec::new()
                };
                if !deeper.is_empty() {
                    return deeper.into_iter().chain([head]).collect();
                }
            }
        }
        // Only the head is known: its longest reading, with a first part that is at least a word long.
        for cut in 4..chars.saturating_sub(3) {
            if let Some(head) = known(&folded[ends[cut]..]) {
                return vec![head];
            }
        }
        // Or only the first part is.
        for cut in (4..chars.saturating_sub(3)).rev() {
            let left = &folded[..ends[cut]];
            if let Some(first) = ["", "s", "es", "n", "en"].iter().find_map(|l| known(left.strip_suffix(l)?)) {
                return vec![first];
            }
        }
        Vec::new()
    }

    /// The multi-word lemma that starts at `stems[0]`: how many words it takes, and what it says.
    pub fn phrase(&self, stems: &[String], lang: Lang) -> Option<(usize, Unit)> {
        let value = self.words[lang as usize].phrases.get(stems.first()?.as_bytes());
        let candidates = || phrases(value);
        let fits = |count: usize, rest: &str| {
            stems.len() > count && (count == 0 || rest.split(' ').eq(stems[1..=count].iter().map(String::as_str)))
        };
        let longest = candidates().filter(|(_, n, rest)| fits(*n, rest)).map(|(_, n, _)| n).max()?;
        let concepts = candidates().filter(|(_, n, rest)| *n == longest && fits(*n, rest)).map(|(c, ..)| c);
        Some((longest + 1, self.unit(concepts, 100)))
    }

    /// What a finite verb and its particle at the end of the clause say together: `wies … zurück`.
    pub fn separated(&self, verb: &str, particle: &str, lang: Lang) -> Option<Unit> {
        let verbs = &self.words[lang as usize].separated;
        let particle = fold(particle);
        let find = |form: &str| Some(verbs.list(&separable(&particle, form))).filter(|l| !l.is_empty());
        let found = find(&format!("={}", fold(verb))).or_else(|| find(&stem(&verb.to_lowercase(), lang)))?;
        Some(self.unit(found.iter(), 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(de: &str, en: &str) -> bool {
        let lexicon = Lexicon::builtin();
        let keys = |w: &str, l| lexicon.units(w, l).into_iter().flat_map(|u| u.keys).collect::<Vec<_>>();
        let english = keys(en, Lang::En);
        keys(de, Lang::De).iter().any(|k| english.contains(k))
    }

    #[test]
    fn rare_plurals_are_the_words_they_are_plurals_of() {
        let keys = |word: &str, lang: Lang| Lexicon::builtin().units(word, lang).first().map(|u| u.keys.clone());
        for (plural, singular) in [
            ("Museen", "Museum"),
            ("Viren", "Virus"),
            ("Firmen", "Firma"),
            ("Konten", "Konto"),
            ("Risiken", "Risiko"),
            ("Praxen", "Praxis"),
            ("Dosen", "Dosis"),
            ("Praktika", "Praktikum"),
            ("Boni", "Bonus"),
            ("Prinzipien", "Prinzip"),
            ("Jubila\u{308}en", "Jubiläum"),
        ] {
            assert_eq!(keys(plural, Lang::De), keys(singular, Lang::De), "{plural}");
        }
        for (plural, singular) in [("stadia", "stadium"), ("policemen", "policeman"), ("criteria", "criterion")] {
            assert_eq!(keys(plural, Lang::En), keys(singular, Lang::En), "{plural}");
        }
        assert_ne!(keys("kommen", Lang::De), keys("Komma", Lang::De), "a word that is one stays one");
    }

    #[test]
    fn words_meet_across_languages_in_any_form() {
        for (de, en) in [
            ("bewilligt", "approved"),
            ("geflohen", "fled"),
            ("zurückgewiesen", "rejected"),
            ("Wahlen", "election"),
            ("Haushalte", "households"),
            ("Gerichte", "court"),
            ("verklagt", "sued"),
            ("Zinsen", "interest"),
        ] {
            assert!(share(de, en), "{de} / {en}");
        }
        assert!(!share("Zinsen", "court"));
    }

    #[test]
    fn compounds_say_what_their_parts_say() {
        assert!(share("Gerichtskosten", "court"));
        assert!(share("Bankenaufsicht", "bank"));
    }

    #[test]
    fn unknown_words_meet_by_their_stem() {
        assert!(share("Flux-Kompensator", "flux-kompensator"));
    }

    #[test]
    fn the_program_has_what_the_files_say() {
        let shipped = shipped::Shipped::new();
        let known = &Lexicon::builtin().concepts;
        assert!(shipped.concepts.iter().copied().eq(known.iter().map(|c| (&*c.id, c.weight))));
        for lang in Lang::ALL {
            assert!(shipped.nouns[lang as usize].iter().copied().eq(nouns(lang)), "{lang:?}");
        }
        let files = shipped.files().unwrap_or_default();
        let same = |name: &str, bytes: &[u8]| files.iter().any(|(n, b)| n == name && b == bytes);
        assert!(same("de-stems", shipped!("de-stems")) && same("en-stems", shipped!("en-stems")));
        assert!(same("de-phrases", shipped!("de-phrases")) && same("en-phrases", shipped!("en-phrases")));
        assert!(same("de-separated", shipped!("de-separated")) && same("en-separated", shipped!("en-separated")));
    }

    #[test]
    fn what_is_added_joins_what_is_shipped() {
        let mut lexicon = Lexicon::builtin().clone();
        let shipped = lexicon.concepts_of("Haushalte", Lang::De).len();
        lexicon.add("budget-own", "n", 120, &[(Lang::De, "Haushalt"), (Lang::De, "unter Dach und Fach")]);
        let concepts = lexicon.concepts_of("Haushalte", Lang::De);
        assert_eq!((concepts.len(), concepts.last()), (shipped + 1, Some(&"budget-own")));
        let stems: Vec<String> = ["unter", "Dach", "und", "Fach", "."].iter().map(|w| stem(w, Lang::De)).collect();
        let found =
            lexicon.phrase(&stems, Lang::De).map(|(n, unit)| (n, unit.keys.contains(&concept_key("budget-own"))));
        assert_eq!(found, Some((4, true)));
        assert_eq!(lexicon.phrase(&stems[..3], Lang::De), None);
        assert_eq!(lexicon.phrase(&[], Lang::De), None);
    }

    #[test]
    fn every_line_of_every_file_reads() {
        for (domain, text) in concepts::FILES {
            for (n, line) in text.lines().enumerate() {
                let blank = line.trim().is_empty() || line.trim_start().starts_with('#');
                assert!(
                    blank || shipped::parse_line(line).is_some_and(|(_, p, l)| "nva".contains(p) && l.len() > 1),
                    "{domain}:{}: {line}",
                    n + 1
                );
            }
        }
    }

    #[test]
    fn english_words_are_not_cut_into_words_by_chance() {
        let lexicon = Lexicon::builtin();
        let keys =
            |word: &str| -> FxHashSet<Key> { lexicon.units(word, Lang::En).into_iter().flat_map(|u| u.keys).collect() };
        for (word, chance) in [("originally", "ally"), ("persons", "sons"), ("carpet", "pet"), ("season", "sons")] {
            assert!(keys(word).is_disjoint(&keys(chance)), "{word} {chance}");
        }
        assert!(!keys("shipyard").is_disjoint(&keys("ship")));
    }
}
