//! Which spellings is a concept found by? The stems and forms of its lemmas, single words and several.
//!
//! This file is part of the build script as well, which puts the lexicon that beleg ships together; the program itself only
//! adds what a workspace has on top. **Invariant:** what a lemma adds does not depend on what else is there.

use super::map::Map;
use super::{Lang, de, en, fold, stem};

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Concepts by stem; by `=` and the folded form for what is found as it is written.
    pub stems: Map,
    /// Multi-word lemmas by the stem of their first word: see [`phrases`].
    pub phrases: Map,
    /// Separable verbs: concepts by [`separable`] particle and stem of a finite form (`wies … zurück`).
    pub separated: Map,
}

/// The key of a separable verb.
pub fn separable(particle: &str, form: &str) -> String {
    format!("{particle}\n{form}")
}

/// The multi-word lemmas in a value of [`Words::phrases`]: the concept, how many stems follow the first, and these, with a
/// space between them.
pub fn phrases(value: &[u8]) -> impl Iterator<Item = (u32, usize, &str)> {
    let mut rest = value;
    std::iter::from_fn(move || {
        let (concept, after) = rest.split_first_chunk()?;
        let (count, after) = after.split_first_chunk()?;
        let (len, after) = after.split_first_chunk()?;
        let (stems, after) = after.split_at_checked(usize::from(u16::from_le_bytes(*len)))?;
        rest = after;
        Some((u32::from_le_bytes(*concept), usize::from(u16::from_le_bytes(*count)), str::from_utf8(stems).ok()?))
    })
}

impl Words {
    /// A lemma of a concept.
    pub fn add(&mut self, lemma: &str, pos: &str, lang: Lang, concept: u32) {
        if !lemma.contains(' ') {
            return self.add_forms(lemma, pos, lang, concept);
        }
        let mut stems = lemma.split(' ').map(|w| stem(w, lang));
        let Some(first) = stems.next() else { return };
        let rest: Vec<String> = stems.collect();
        let joined = rest.join(" ");
        // Nobody's idiom has 65,536 letters.
        if let (Ok(count), Ok(len)) = (u16::try_from(rest.len()), u16::try_from(joined.len())) {
            let value = self.phrases.entry(first.as_bytes());
            value.extend(concept.to_le_bytes());
            value.extend(count.to_le_bytes());
            value.extend(len.to_le_bytes());
            value.extend(joined.as_bytes());
        }
    }

    /// Adds `concept` under `key` unless it is there.
    pub fn insert(&mut self, key: &str, concept: u32) {
        if !self.stems.list(key).contains(concept) {
            self.stems.push(key, concept);
        }
    }

    /// Every key under which a form of `lemma` is found.
    fn add_forms(&mut self, lemma: &str, pos: &str, lang: Lang, concept: u32) {
        self.insert(&stem(lemma, lang), concept);
        let irregular = match lang {
            Lang::De => &*de::IRREGULAR,
            Lang::En => &*en::IRREGULAR,
        };
        if lang == Lang::En {
            for form in irregular.get(lemma).into_iter().flatten() {
                self.insert(&format!("={}", fold(form)), concept);
            }
            for form in en::forms(lemma, pos) {
                // Snowball parts short verbs from their forms (sue, su-ed) and joins what has nothing to do with each other
                // (office, officer; arbitration, arbitrary): forms as written come first.
                self.insert(&format!("={}", fold(&form)), concept);
            }
            return;
        }
        if pos == "n" {
            for form in irregular.get(lemma).into_iter().flatten() {
                self.insert(&format!("={}", fold(form)), concept);
            }
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
            self.insert(&stem(&format!("{particle}zu{base}"), lang), concept);
            // The weak participle: an-ge-kündigt; CISTEM takes the ge- off at the front only.
            self.insert(&stem(&format!("{particle}ge{base}"), lang), concept);
            self.separated.push(&separable(&fold(particle), &stem(base, lang)), concept);
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
                self.insert(&stem(form, lang), concept);
            }
            if let Some(particle) = particle.filter(|p| *p == prefix) {
                self.separated.push(&separable(&fold(particle), &stem(form, lang)), concept);
            }
        }
    }
}
