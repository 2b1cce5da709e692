//! What is in the lexicon that beleg ships? The concept files, put together once, when beleg is built.
//!
//! This file is part of the build script and of the tests, not of the program. **Invariant:** the same files make the same
//! bytes.

use std::collections::HashMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::Words;
use super::{Lang, concepts, en, fold};

/// How much a shared word says about two sentences when it is not a common one (get, large, part), in percent.
const RARE_WEIGHT: u8 = 100;

/// Lemmas with their languages.
pub type Lemmas<'a> = Vec<(Lang, &'a str)>;

/// `id = pos | lang lemma, lemma | lang lemma`, as `concepts/README.md` says.
pub fn parse_line(line: &str) -> Option<(&str, &str, Lemmas<'_>)> {
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

/// English nouns and verbs as written, while a lexicon is made.
#[derive(Debug, Default)]
struct Deeds<'a> {
    nouns: FxHashMap<&'a str, Vec<u32>>,
    verbs: FxHashSet<&'a str>,
}

impl<'a> Deeds<'a> {
    /// Keeps a lemma of one word.
    fn note(&mut self, lemma: &'a str, pos: &str, concept: u32) {
        if pos == "n" {
            self.nouns.entry(lemma).or_default().push(concept);
        } else if pos == "v" {
            self.verbs.insert(lemma);
        }
    }

    /// Lets English verbs find the concepts of their deeds (apply: application), where the verb is a lemma too.
    fn link(&self, words: &mut Words) {
        let mut links: Vec<(String, u32)> = Vec::new();
        for (noun, concepts) in &self.nouns {
            for (ending, verbs) in DEVERBAL {
                let Some(base) = noun.strip_suffix(ending).filter(|b| b.len() > 2) else { continue };
                for verb in verbs.iter().map(|v| format!("{base}{v}")).filter(|v| self.verbs.contains(v.as_str())) {
                    for form in en::forms(&verb, "v") {
                        let key = format!("={}", fold(&form));
                        links.extend(concepts.iter().map(|&c| (key.clone(), c)));
                    }
                }
            }
        }
        links.sort();
        for (stem, concept) in links {
            words.insert(&stem, concept);
        }
    }
}

/// The lexicon, put together.
#[derive(Debug, Default)]
pub struct Shipped {
    /// The concepts, and how much each says.
    pub concepts: Vec<(&'static str, u8)>,
    /// The words of each language.
    pub words: [Words; 2],
    /// The nouns of one word of each language: ordinary words, which no name is taken for.
    pub nouns: [Vec<&'static str>; 2],
}

impl Shipped {
    /// Reads the concept files.
    pub fn new() -> Shipped {
        let common: HashMap<&str, u8> = concepts::common();
        let mut out = Shipped::default();
        let mut by_id: FxHashMap<&str, u32> = FxHashMap::default();
        let mut deeds = Deeds::default();
        let lines = concepts::FILES.iter().flat_map(|(_, text)| text.lines());
        for (id, pos, lemmas) in lines.filter_map(parse_line) {
            let concept = *by_id.entry(id).or_insert_with(|| {
                out.concepts.push((id, common.get(id).copied().unwrap_or(RARE_WEIGHT)));
                out.concepts.len() as u32 - 1
            });
            // What English writes with a capital is a name itself: Europa, Ostsee.
            let mut english = lemmas.iter().filter(|(of, _)| *of == Lang::En);
            let name = english.any(|(_, lemma)| lemma.chars().next().is_some_and(char::is_uppercase));
            for (lang, lemma) in lemmas {
                out.words[lang as usize].add(lemma, pos, lang, concept);
                if lemma.contains(' ') {
                    continue;
                }
                if pos == "n" && !name {
                    out.nouns[lang as usize].push(lemma);
                }
                if lang == Lang::En {
                    deeds.note(lemma, pos, concept);
                }
            }
        }
        deeds.link(&mut out.words[Lang::En as usize]);
        out
    }

    /// The files that the program reads, by name. `None` when something is larger than they can hold.
    pub fn files(&self) -> Option<Vec<(String, Vec<u8>)>> {
        let ids: Vec<&str> = self.concepts.iter().map(|(id, _)| *id).collect();
        let weights = self.concepts.iter().map(|(_, weight)| *weight).collect();
        let mut files = vec![("ids".to_owned(), ids.join("\n").into_bytes()), ("weights".to_owned(), weights)];
        for (lang, (words, nouns)) in Lang::ALL.into_iter().zip(self.words.iter().zip(&self.nouns)) {
            files.push((format!("{}-stems", lang.tag()), words.stems.freeze()?));
            files.push((format!("{}-phrases", lang.tag()), words.phrases.freeze()?));
            files.push((format!("{}-separated", lang.tag()), words.separated.freeze()?));
            files.push((format!("{}-nouns", lang.tag()), nouns.join("\n").into_bytes()));
        }
        Some(files)
    }
}
