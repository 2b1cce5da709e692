//! Concepts: which words, in either language, speak of the same thing?
//!
//! The lexicon is data: `concepts/*.concepts`, one concept a line with its German and English lemmas (see
//! `concepts/README.md`), and a workspace's own `corpus/concepts.toml` on top. A word that no concept knows is its own
//! concept, by its stem and in both languages alike, so that cognates and technical terms still meet.
//!
//! **Steady:** how much a word weighs depends on the lexicon alone, never on what else is in the corpus.

use std::sync::{Arc, LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::stem::{common_stem, fold, stem};
use super::{Lang, concepts, de, en};

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

/// How much a shared word says about two sentences when it is not a common one (get, large, part), in percent.
const RARE_WEIGHT: u8 = 100;
/// How much a word outside the lexicon says: it is rarer than any inside.
const UNKNOWN_WEIGHT: u8 = 120;
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
    /// Whether it is a word outside the lexicon.
    pub fn is_unknown(&self) -> bool {
        self.weight == UNKNOWN_WEIGHT
    }
}

#[derive(Clone, Debug)]
struct Concept {
    id: Box<str>,
    weight: u8,
}

/// Multi-word lemmas by the stem of their first word: the other stems, then the concept.
type Phrases = FxHashMap<Box<str>, Vec<(Vec<Box<str>>, u32)>>;

#[derive(Clone, Debug, Default)]
struct Words {
    /// Concepts by stem.
    stems: FxHashMap<Box<str>, Vec<u32>>,
    phrases: Phrases,
    /// English nouns as written, and verbs: only while the lexicon is made.
    lemmas: FxHashMap<Box<str>, Vec<u32>>,
    verbs: FxHashSet<Box<str>>,
    /// Separable verbs: concepts by particle and stem of a finite form (`wies … zurück`).
    separated: FxHashMap<(Box<str>, Box<str>), Vec<u32>>,
}

/// The concepts of both languages.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    by_id: FxHashMap<Box<str>, u32>,
    /// The keys of the concepts.
    known: FxHashSet<Key>,
    words: [Words; 2],
}

static BUILTIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    let common = concepts::common();
    let mut lines: Vec<(u32, &str, Lemmas<'_>)> = Vec::new();
    for line in concepts::FILES.iter().flat_map(|(_, text)| text.lines()) {
        if let Some((id, pos, lemmas)) = parse_line(line) {
            lines.push((lexicon.concept(id, common.get(id).copied().unwrap_or(RARE_WEIGHT)), pos, lemmas));
        }
    }
    // Every program that reads articles waits for this; the languages do not know of each other.
    let fill = |words: &mut Words, lang: Lang| {
        for (concept, pos, lemmas) in &lines {
            for (_, lemma) in lemmas.iter().filter(|(of, _)| *of == lang) {
                words.add(lemma, pos, lang, *concept);
            }
        }
    };
    let [de, en] = &mut lexicon.words;
    rayon::join(|| fill(de, Lang::De), || fill(en, Lang::En));
    lexicon.link_deeds();
    Arc::new(lexicon)
});

/// English endings that make a noun of a verb, with what stands in their place in the verb.
const DEVERBAL: &[(&str, &[&str])] = &[
    ("ication", &["y"]),
    ("ation", &["e", "ate", ""]),
    ("ition", &["ish", "it", "e"]),
    ("ment", &[""]),
    ("ance", &["", "e"]),
    ("ence", &["", "e"]),
    ("ure", &["e", ""]),
    ("sion", &["d", "de", "t"]),
];

/// Lemmas with their languages.
type Lemmas<'a> = Vec<(Lang, &'a str)>;

/// `id = pos | lang lemma, lemma | lang lemma`, as `concepts/README.md` says.
fn parse_line(line: &str) -> Option<(&str, &str, Lemmas<'_>)> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (id, rest) = line.split_once('=')?;
    let mut fields = rest.split('|').map(str::trim);
    let pos = fields.next()?;
    let mut lemmas = Vec::new();
    for field in fields {
        let (tag, words) = field.split_once(' ')?;
        let lang = Lang::from_tag(tag)?;
        lemmas.extend(words.split(',').map(str::trim).filter(|w| !w.is_empty()).map(|w| (lang, w)));
    }
    Some((id.trim(), pos, lemmas))
}

/// The nouns of one word that the shipped lexicon has in a language: ordinary words, which no name is taken for.
pub fn nouns(lang: Lang) -> impl Iterator<Item = &'static str> {
    concepts::FILES
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter_map(parse_line)
        .filter(|(_, pos, _)| *pos == "n")
        // What English writes with a capital is a name itself: Europa, Ostsee.
        .filter(|(_, _, lemmas)| {
            let mut english = lemmas.iter().filter(|(of, _)| *of == Lang::En);
            !english.any(|(_, lemma)| lemma.chars().next().is_some_and(char::is_uppercase))
        })
        .flat_map(|(_, _, lemmas)| lemmas)
        .filter(move |(of, lemma)| *of == lang && !lemma.contains(' '))
        .map(|(_, lemma)| lemma)
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
        let index = *self.by_id.entry(id.into()).or_insert_with(|| {
            self.concepts.push(Concept { id: id.into(), weight });
            self.known.insert(concept_key(id));
            self.concepts.len() as u32 - 1
        });
        // What says much anywhere says much.
        if let Some(known) = self.concepts.get_mut(index as usize) {
            known.weight = known.weight.max(weight);
        }
        index
    }

    /// Lets English verbs find the concepts of their deeds (apply: application), where the verb is a lemma too.
    fn link_deeds(&mut self) {
        let words = &mut self.words[Lang::En as usize];
        let mut links: Vec<(String, u32)> = Vec::new();
        for (noun, concepts) in &words.lemmas {
            for (ending, verbs) in DEVERBAL {
                let Some(base) = noun.strip_suffix(ending).filter(|b| b.len() > 2) else { continue };
                for verb in verbs.iter().map(|v| format!("{base}{v}")).filter(|v| words.verbs.contains(v.as_str())) {
                    for form in en::forms(&verb, "v") {
                        let key = format!("={}", fold(&form));
                        links.extend(concepts.iter().map(|&c| (key.clone(), c)));
                    }
                }
            }
        }
        links.sort();
        for (stem, concept) in links {
            words.insert(stem, concept);
        }
        words.lemmas = FxHashMap::default();
        words.verbs = FxHashSet::default();
    }

    /// The ids of the concepts a single word may stand for.
    pub fn concepts_of(&self, word: &str, lang: Lang) -> Vec<&str> {
        self.look_up(word, lang).iter().map(|&c| &*self.concepts[c as usize].id).collect()
    }

    fn look_up(&self, word: &str, lang: Lang) -> &[u32] {
        let stems = &self.words[lang as usize].stems;
        let find = |key: &str| stems.get(key).map_or(&[][..], Vec::as_slice);
        // Irregular forms are kept as written, before stemming.
        let exact = find(&format!("={}", fold(word)));
        if !exact.is_empty() {
            return exact;
        }
        let found = find(&stem(word, lang));
        if found.is_empty() && word.chars().next().is_some_and(char::is_uppercase) {
            // A capital at the start of a sentence hides a verb or an adjective.
            return find(&stem(&word.to_lowercase(), lang));
        }
        found
    }

    /// The concepts of other words with the stem of `word` (industry: industrial), besides its own.
    fn wider(&self, word: &str, own: &[u32]) -> Vec<u32> {
        let found = self.words[Lang::En as usize].stems.get(stem(word, Lang::En).as_str());
        found.into_iter().flatten().filter(|c| !own.contains(c)).copied().collect()
    }

    fn unit(&self, concepts: &[u32], percent: u8) -> Unit {
        let weight = concepts.iter().map(|&c| self.concepts[c as usize].weight).min().unwrap_or(100);
        Unit {
            keys: concepts.iter().map(|&c| concept_key(&self.concepts[c as usize].id)).collect(),
            weight: (u32::from(weight) * u32::from(percent) / 100) as u8,
        }
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
            out.extend(parts.iter().map(|p| self.unit(p, 100)));
        } else {
            out.push(self.unit(known, 100));
            if !wider.is_empty() {
                out.push(self.unit(&wider, PART_WEIGHT));
            }
            out.extend(parts.iter().map(|p| self.unit(p, PART_WEIGHT)));
        }
        out
    }

    /// The parts of an English word that is written as one: seabird, shipyard, policyholder. Empty when it is none.
    fn split_closed(&self, folded: &str) -> Vec<Vec<u32>> {
        let stems = &self.words[Lang::En as usize].stems;
        let known = |part: &str| -> Option<&Vec<u32>> {
            stems.get(format!("={part}").as_str()).or_else(|| stems.get(stem(part, Lang::En).as_str()))
        };
        let bare = folded.strip_suffix("'s").unwrap_or(folded);
        let cuts = (LEAST_PART..bare.len().saturating_sub(LEAST_PART - 1)).filter(|&n| bare.is_char_boundary(n));
        let mut both = cuts.filter_map(|n| Some((known(&bare[..n])?, known(&bare[n..])?)));
        both.next().map_or(Vec::new(), |(a, b)| vec![a.clone(), b.clone()])
    }

    /// The parts of a German compound, from the left; empty when `word` is none. Every part must be known, save that a
    /// first part may be unknown when the rest is (Tölsnitz-flut, Fonds-volumen).
    fn split(&self, folded: &str, word: &str) -> Vec<Vec<u32>> {
        if !word.chars().next().is_some_and(char::is_alphabetic) {
            return Vec::new();
        }
        let stems = &self.words[Lang::De as usize].stems;
        let known = |part: &str| -> Option<Vec<u32>> {
            let mut chars = part.chars();
            let first = chars.next()?;
            // Parts are read as nouns first, then as verbs or adjectives (Fahr-zeug, Groß-brand).
            let noun = format!("{}{}", first.to_uppercase(), chars.as_str());
            stems.get(stem(&noun, Lang::De).as_str()).or_else(|| stems.get(stem(part, Lang::De).as_str())).cloned()
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
        let candidates = self.words[lang as usize].phrases.get(stems.first()?.as_str())?;
        let fits =
            |rest: &[Box<str>]| stems.len() > rest.len() && rest.iter().zip(&stems[1..]).all(|(a, b)| **a == **b);
        let longest = candidates.iter().filter(|(r, _)| fits(r)).map(|(r, _)| r.len()).max()?;
        let concepts: Vec<u32> =
            candidates.iter().filter(|(r, _)| r.len() == longest && fits(r)).map(|&(_, c)| c).collect();
        Some((longest + 1, self.unit(&concepts, 100)))
    }

    /// What a finite verb and its particle at the end of the clause say together: `wies … zurück`.
    pub fn separated(&self, verb: &str, particle: &str, lang: Lang) -> Option<Unit> {
        let words = &self.words[lang as usize];
        let particle: Box<str> = fold(particle).into();
        let exact = words.separated.get(&(particle.clone(), format!("={}", fold(verb)).into()));
        let found = exact.or_else(|| words.separated.get(&(particle, stem(&verb.to_lowercase(), lang).into())))?;
        Some(self.unit(found, 100))
    }
}

impl Words {
    /// A lemma of a concept.
    fn add(&mut self, lemma: &str, pos: &str, lang: Lang, concept: u32) {
        if !lemma.contains(' ') {
            return self.add_forms(lemma, pos, lang, concept);
        }
        let mut stems = lemma.split(' ').map(|w| stem(w, lang).into_boxed_str());
        if let Some(first) = stems.next() {
            self.phrases.entry(first).or_default().push((stems.collect(), concept));
        }
    }

    fn insert(&mut self, key: String, concept: u32) {
        let at = self.stems.entry(key.into()).or_default();
        if !at.contains(&concept) {
            at.push(concept);
        }
    }

    /// Every key under which a form of `lemma` is found.
    fn add_forms(&mut self, lemma: &str, pos: &str, lang: Lang, concept: u32) {
        self.insert(stem(lemma, lang), concept);
        let irregular = match lang {
            Lang::De => &*de::IRREGULAR,
            Lang::En => &*en::IRREGULAR,
        };
        if lang == Lang::En {
            if pos == "n" {
                self.lemmas.entry(lemma.into()).or_default().push(concept);
            } else if pos == "v" {
                self.verbs.insert(lemma.into());
            }
            for form in irregular.get(lemma).into_iter().flatten() {
                self.insert(format!("={}", fold(form)), concept);
            }
            for form in en::forms(lemma, pos) {
                // Snowball parts short verbs from their forms (sue, su-ed) and joins what has nothing to do with each other
                // (office, officer; arbitration, arbitrary): forms as written come first.
                self.insert(format!("={}", fold(&form)), concept);
            }
            return;
        }
        if pos == "n"
            && let Some(base) = lemma.strip_suffix("ung").filter(|b| b.chars().count() > 3)
        {
            // A deed and its verb: Bewilligung, bewilligt.
            self.add_forms(&format!("{}en", base.to_lowercase()), "v", lang, concept);
        }
        if pos != "v" {
            return;
        }
        let particle = de::SEPARABLE.iter().filter(|p| lemma.starts_with(**p)).max_by_key(|p| p.len());
        let particle = particle.filter(|p| lemma.len() >= p.len() + 4).copied();
        if let Some(particle) = particle {
            let base = &lemma[particle.len()..];
            self.insert(stem(&format!("{particle}zu{base}"), lang), concept);
            // The weak participle: an-ge-kündigt; CISTEM takes the ge- off at the front only.
            self.insert(stem(&format!("{particle}ge{base}"), lang), concept);
            let finite: Box<str> = stem(base, lang).into();
            self.separated.entry((fold(particle).into(), finite)).or_default().push(concept);
        }
        // Strong verbs, with any prefix: ver-geben, zurück-ge-wiesen.
        let base = (0..lemma.len())
            .filter(|&n| lemma.is_char_boundary(n))
            .map(|n| &lemma[n..])
            .find(|b| irregular.contains_key(*b));
        let Some(base) = base else { return };
        let prefix = &lemma[..lemma.len() - base.len()];
        for form in irregular.get(base).into_iter().flatten() {
            let forms = [format!("{prefix}{form}"), format!("{prefix}{}", form.strip_prefix("ge").unwrap_or(form))];
            for form in &forms {
                self.insert(stem(form, lang), concept);
            }
            if let Some(particle) = particle.filter(|p| *p == prefix) {
                let key = (fold(particle).into(), stem(form, lang).into_boxed_str());
                self.separated.entry(key).or_default().push(concept);
            }
        }
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
    fn every_line_of_every_file_reads() {
        for (domain, text) in concepts::FILES {
            for (n, line) in text.lines().enumerate() {
                let blank = line.trim().is_empty() || line.trim_start().starts_with('#');
                assert!(
                    blank || parse_line(line).is_some_and(|(_, p, l)| "nva".contains(p) && l.len() > 1),
                    "{domain}:{}: {line}",
                    n + 1
                );
            }
        }
    }
}
