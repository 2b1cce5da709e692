//! How a language says who says what, and how surely: words by class, verbs by manner, phrases by effect.
//!
//! **Invariant:** a pack is plain tables; this file compiles them once into one hash table from lower-case word form to
//! what the form can be. Nothing here looks at a text.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Lang, de, en};

/// What a word form can be: one bit each, so that one look-up tells everything.
pub mod is {
    /// Article, demonstrative, possessive or quantifier that opens a noun phrase.
    pub const DET: u64 = 1;
    /// Determiner that may be a genitive (des, der, eines): joins a second noun phrase.
    pub const DET_GEN: u64 = 1 << 1;
    /// Determiner that cannot stand with a subject (den, dem, einen).
    pub const DET_OBJ: u64 = 1 << 2;
    /// Preposition.
    pub const PREP: u64 = 1 << 3;
    /// Preposition that joins a second noun phrase to a first (of, von, für).
    pub const JOIN: u64 = 1 << 4;
    /// Preposition of the one who acts in a passive (von, by).
    pub const BY: u64 = 1 << 5;
    /// Third-person pronoun that may stand for a person.
    pub const PRON: u64 = 1 << 6;
    /// First-person pronoun.
    pub const FIRST: u64 = 1 << 7;
    /// Pronoun that stands for nobody (es, man, it).
    pub const NOBODY: u64 = 1 << 8;
    /// Demonstrative that may stand for what was just said (das, dies, this).
    pub const THIS: u64 = 1 << 9;
    /// Coordinating conjunction.
    pub const COORD: u64 = 1 << 10;
    /// Word that sets a clause against the one before (aber, doch, während, but).
    pub const CONTRAST: u64 = 1 << 11;
    /// Opens a clause that states what is said or thought (dass, that).
    pub const THAT: u64 = 1 << 12;
    /// Opens an indirect question (ob, whether).
    pub const WHETHER: u64 = 1 << 13;
    /// Opens an adverbial clause (weil, because).
    pub const SUBORD: u64 = 1 << 14;
    /// Opens a condition (falls, if).
    pub const IF: u64 = 1 << 15;
    /// Opens a condition that limits what is stated (sofern, provided): all of its bits.
    pub const PROVISO: u64 = IF | SUBORD;
    /// Opens a condition when the sentence or clause begins with it (sollte, should).
    pub const IF_FIRST: u64 = 1 << 16;
    /// Relative pronoun.
    pub const REL: u64 = 1 << 17;
    /// Opens a clause that names the source in passing (wie, as).
    pub const AS: u64 = 1 << 18;
    /// Stands before the source in passing (so).
    pub const SO: u64 = 1 << 19;
    /// Finite verb form.
    pub const FIN: u64 = 1 << 20;
    /// Form of to be.
    pub const BE: u64 = 1 << 21;
    /// Form of to have.
    pub const HAVE: u64 = 1 << 22;
    /// Auxiliary of the passive.
    pub const PASSIVE: u64 = 1 << 23;
    /// Mood of reported speech (Konjunktiv I).
    pub const REPORT_MOOD: u64 = 1 << 24;
    /// Mood that stands in for it in the plural, and is unreal elsewhere (Konjunktiv II, would).
    pub const UNREAL: u64 = 1 << 25;
    /// Modal that may report hearsay (soll).
    pub const HEARSAY: u64 = 1 << 26;
    /// Modal that may report what someone claims of himself (will).
    pub const SELF: u64 = 1 << 27;
    /// Modal of duty that may be a conclusion (muss, must).
    pub const MUST: u64 = 1 << 28;
    /// Infinitive that closes a perfect (haben, sein, have).
    pub const PERFECT: u64 = 1 << 29;
    /// Makes it possible.
    pub const POSSIBLE: u64 = 1 << 30;
    /// Makes it probable.
    pub const PROBABLE: u64 = 1 << 31;
    /// Leaves it open.
    pub const OPEN: u64 = 1 << 32;
    /// Says that others say so (angeblich, reportedly).
    pub const ALLEGED: u64 = 1 << 33;
    /// Negates.
    pub const NOT: u64 = 1 << 34;
    /// Day, month or other word of time, which ends a noun phrase.
    pub const TIME: u64 = 1 << 35;
    /// Adverb or particle: neither verb nor part of a noun phrase.
    pub const ADV: u64 = 1 << 36;
    /// Verb particle (mit, ein, zu).
    pub const PARTICLE: u64 = 1 << 37;
    /// Preposition of the source (laut).
    pub const SOURCE: u64 = 1 << 38;
    /// Postposition of the source (zufolge).
    pub const SOURCE_AFTER: u64 = 1 << 39;
    /// Preposition that names a source before a noun of saying (nach, in, by).
    pub const SOURCE_LEAD: u64 = 1 << 40;
    /// Noun of saying: what someone gives out (Angaben, Einschätzung, view).
    pub const SAYING: u64 = 1 << 41;
    /// Noun for a text or a work that states things (Studie, report).
    pub const WORK: u64 = 1 << 42;
    /// Noun for those who speak for the name beside them (Sprecher, officials, Regierung).
    pub const VOICE: u64 = 1 << 43;
    /// Adjective of conviction (überzeugt, convinced).
    pub const CONVINCED: u64 = 1 << 44;
    /// Noun of a hint or a rumour, which makes what follows probable (Hinweise, signs).
    pub const HINT: u64 = 1 << 45;
    /// Speaks of the future or of a plan.
    pub const FUTURE: u64 = 1 << 46;
    /// Question word.
    pub const ASKS: u64 = 1 << 47;
    /// Says that the source is the clause's own subject (eigenen, own).
    pub const OWN: u64 = 1 << 48;
    /// Noun that names a thought rather than a speaker (Plan, Titel, Motto).
    pub const THOUGHT: u64 = 1 << 49;
    /// Verb of noise, after which the adverb laut is loud.
    pub const NOISE: u64 = 1 << 50;
    /// Opens a clause that gives the contents of the noun before it (wonach).
    pub const WHEREBY: u64 = 1 << 51;
    /// Some form of a verb of saying, of any manner.
    pub const SAY: u64 = 1 << 52;
    /// Label of a question or an answer (Frage, Q).
    pub const LABEL: u64 = 1 << 53;
    /// Some phrase begins with it.
    pub const PHRASE: u64 = 1 << 54;
    /// Marks a woman by form (Frau, she) …
    pub const FEMALE: u64 = 1 << 55;
    /// … or a man.
    pub const MALE: u64 = 1 << 56;
    /// Reflexive pronoun.
    pub const SELF_PRON: u64 = 1 << 57;
    /// Infinitive marker (zu, to).
    pub const TO: u64 = 1 << 58;
    /// Stands in for the mood of reported speech where that looks like the indicative, and only while such speech runs on
    /// (müssten).
    pub const STAND_IN: u64 = 1 << 59;
    /// Participle of a verb.
    pub const PARTICIPLE: u64 = 1 << 60;
    /// Word that a negation leaves standing when it follows (sondern): the statement is corrected, not denied.
    pub const BUT_RATHER: u64 = 1 << 61;
    /// Infinitive of a state (sein, stammen), with which a modal of duty is hearsay.
    pub const STATE: u64 = 1 << 62;
    /// Word that names a person with a title (Herr, Mrs).
    pub const TITLE: u64 = 1 << 63;
}

/// How a verb of saying presents what it introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// What it needs to be a statement about a statement.
    pub needs: Needs,
    /// How sure it makes what it introduces.
    pub certainty: Option<Sure>,
    /// Whether it denies it.
    pub denies: bool,
    /// Whether it speaks of what is to come.
    pub plan: bool,
    /// Whether it asks.
    pub asks: bool,
}

/// What must stand beside a verb of saying before it counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A clause, a quotation, or a place beside the statement: `sagte, dass`, `sagte X`.
    Clause,
    /// A clause or an object: `bestätigte den Einsatz`.
    Object,
    /// A clause, or a figure behind one of these prepositions: `schätzt auf 5 Mio.`, `puts at $5m`.
    Amount,
    /// Nothing makes it one: who finds something out does not say it.
    Never,
}

/// A degree that a word or verb lends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Sure after all.
    Certain,
    /// Likely.
    Probable,
    /// Thinkable.
    Possible,
    /// Left open.
    Unknown,
}

/// What a phrase does to the clause it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Lends a degree, and takes any negation inside it along.
    Degree(Sure),
    /// Lends a degree and denies: unlikely.
    Unlikely(Sure),
    /// Denies: no longer.
    Denies,
    /// Means nothing for certainty or polarity although its words might: not only, kein Wunder.
    Nothing,
    /// Says that others say so, without naming them: is said to, es heißt.
    Hearsay(Sure),
    /// Preposition of the source: according to.
    Source,
    /// Speaks of a plan: is due to.
    Plan,
    /// Opens a condition: on condition that.
    Condition,
    /// What is stated is limited by something: on condition.
    Proviso,
    /// Takes back what the moods in it seem to say: es sei denn.
    Idiom,
}

/// Which form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Finite; for a separable verb the particle stands apart.
    Finite,
    /// Finite with the particle before it, as at the end of a clause.
    FiniteJoined,
    /// Participle.
    Participle,
    /// Hanging on another clause whose subject speaks: `saying`.
    Gerund,
}

/// One verb of saying.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// How it says.
    pub manner: Manner,
    /// The particle that must stand apart, as a word id; 0 without one.
    pub particle: u32,
    /// A word that must stand before the particle or the joined form (davon in davon ausgehen); 0 without one.
    pub with: u32,
    /// The preposition whose object is the source (geht *aus* X hervor), as a word id; 0 when the subject is.
    pub source: u32,
}

/// What a pack holds about verbs of saying: a manner, the verbs, and the preposition of the source if the subject is none.
pub struct VerbList {
    /// How they say.
    pub manner: Manner,
    /// Verbs, in the notation the pack's `inflect` reads, separated by `;`.
    pub verbs: &'static str,
    /// Preposition whose object is the source.
    pub source: &'static str,
}

/// Writes every form of one verb.
pub type Inflect = fn(&str, &mut dyn FnMut(Written<'_>));

/// The tables of one language.
pub struct Tables {
    /// Words by class, separated by white space.
    pub words: &'static [(u64, &'static str)],
    /// Verbs of saying.
    pub verbs: &'static [VerbList],
    /// Other verbs, whose finite forms tell where a clause has its verb.
    pub plain: &'static str,
    /// Reads one verb of `verbs` or `plain`.
    pub inflect: Inflect,
    /// Phrases by effect, separated by `;`. `a|b` is either word, `*` up to three words in between, `#` a number.
    pub phrases: &'static [(Effect, &'static str)],
    /// Prefixes that a verb in the mood of reported speech may carry before a known form.
    pub prefixes: &'static [&'static str],
    /// Words right before a verb that make it what may or can be, where the verb follows them at once.
    pub able: &'static [&'static str],
    /// Endings of an adjective inside a noun phrase; empty where adjectives do not inflect.
    pub adjective_endings: &'static [&'static str],
    /// Endings that make an unknown lower-case word a likely finite verb.
    pub verb_endings: &'static [&'static str],
    /// Whether nouns are written with a capital.
    pub noun_capitals: bool,
    /// Whether a compound ends in its head noun, so that unknown nouns are judged by how they end.
    pub compounds: bool,
    /// Whether a clause after a conjunction or a relative pronoun ends in its verb.
    pub verb_last: bool,
    /// Endings of a noun for a woman (in, innen).
    pub female_endings: &'static [&'static str],
    /// Nouns for those who can say something and for papers that state things, as in `speakers.txt`.
    pub speakers: &'static str,
    /// What a noun of `speakers` may have at its end, and what that stands for in the list.
    pub speaker_endings: &'static [(&'static str, &'static str)],
    /// Verbs of saying whose object is who hears it, so that what follows them is never the subject (`told reporters`).
    pub addressed: &'static [&'static str],
}

/// One written form of a verb.
pub struct Written<'a> {
    /// The form as one word.
    pub word: &'a str,
    /// Which form.
    pub form: Form,
    /// The particle, when it stands apart.
    pub particle: &'a str,
    /// The word that must go before.
    pub with: &'a str,
    /// Whether it is also the mood of reported speech.
    pub report: bool,
}

/// A compiled word.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    is: u64,
    verbs: (u32, u32),
    phrases: (u32, u32),
}

/// One step of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One of these words, by id.
    Word(Vec<u32>),
    /// Up to three words.
    Gap,
    /// A number.
    Number,
}

/// Fewest bytes of a noun that a compound is judged by.
const LEAST_HEAD: usize = 4;

/// What can say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voiced {
    /// A person, a group or an institution.
    Somebody,
    /// A text, a picture or a sum of figures.
    Paper,
}

/// The compiled tables of one language.
pub struct Speech {
    /// Nouns that can say something.
    voiced: FxHashMap<Box<str>, Voiced>,
    ids: FxHashMap<Box<[u8]>, u32>,
    words: Vec<Word>,
    verbs: Vec<(Verb, Form)>,
    phrases: Vec<(Effect, Vec<Step>)>,
    /// Nouns by which a compound is judged: ending and class.
    heads: Vec<(Box<str>, u64)>,
    /// The tables it came from.
    pub tables: &'static Tables,
}

/// What a speaker in the words of a text is, in whatever language: by the first of its nouns that can say something.
pub fn voiced_phrase(text: &str) -> Option<Voiced> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    let mut words = words.filter(|w| !w.is_empty()).map(str::to_lowercase);
    words.find_map(|w| [Lang::De, Lang::En].into_iter().find_map(|l| speech(l).voiced(&w)))
}

/// The compiled tables of `lang`.
pub fn speech(lang: Lang) -> &'static Speech {
    static DE: OnceLock<Speech> = OnceLock::new();
    static EN: OnceLock<Speech> = OnceLock::new();
    match lang {
        Lang::De => DE.get_or_init(|| Speech::compile(&de::speech::TABLES)),
        Lang::En => EN.get_or_init(|| Speech::compile(&en::speech::TABLES)),
    }
}

/// Longest word in bytes that a table can hold; longer ones are compounds nobody lists.
pub const LONGEST: usize = 40;

impl Speech {
    /// The id of a word in lower case; 0 when no table has it.
    #[inline]
    pub fn id(&self, lower: &str) -> u32 {
        self.id_bytes(lower.as_bytes())
    }

    /// The id of a word given as its UTF-8 bytes.
    #[inline]
    pub fn id_bytes(&self, lower: &[u8]) -> u32 {
        self.ids.get(lower).copied().unwrap_or(0)
    }

    /// What the word of that id can be.
    #[inline]
    pub fn class(&self, id: u32) -> u64 {
        self.words.get(id as usize).map_or(0, |w| w.is)
    }

    /// The verbs of saying a word may be a form of.
    pub fn verbs(&self, id: u32) -> &[(Verb, Form)] {
        let (from, to) = self.words.get(id as usize).map_or((0, 0), |w| w.verbs);
        self.verbs.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The phrases that begin with a word.
    pub fn phrases(&self, id: u32) -> &[(Effect, Vec<Step>)] {
        let (from, to) = self.words.get(id as usize).map_or((0, 0), |w| w.phrases);
        self.phrases.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The classes of the noun that a compound ends in; 0 when it is none.
    pub fn head_class(&self, lower: &str) -> u64 {
        if !self.tables.compounds {
            return 0;
        }
        let head = |(end, _): &&(Box<str>, u64)| lower.len() > end.len() + 1 && lower.ends_with(&**end);
        self.heads.iter().find(head).map_or(0, |(_, is)| *is)
    }

    /// Whether what a noun names can say something: by itself, by its last part behind a hyphen, or in a language of compounds
    /// by the noun it ends in.
    pub fn voiced(&self, lower: &str) -> Option<Voiced> {
        let lower = lower.rsplit('-').next().unwrap_or(lower);
        let listed = |word: &str| {
            let found = |(end, stem): &(&str, &str)| {
                let base = word.strip_suffix(end)?;
                match stem.is_empty() {
                    true => self.voiced.get(base).copied(),
                    false => self.voiced.get(format!("{base}{stem}").as_str()).copied(),
                }
            };
            self.voiced.get(word).copied().or_else(|| self.tables.speaker_endings.iter().find_map(found))
        };
        if let Some(found) = listed(lower) {
            return Some(found);
        }
        if !self.tables.compounds {
            return None;
        }
        // Short nouns end too many others (`Heirat`, `Samt`).
        let parts = lower.char_indices().map(|(n, _)| n).skip(2);
        parts.filter_map(|n| lower.get(n..)).take_while(|rest| rest.len() >= LEAST_HEAD).find_map(listed)
    }

    /// A noun that can say something without the ending of its genitive (`Hafenmeisters`); `None` where it has none.
    pub fn nominative<'w>(&self, word: &'w str) -> Option<&'w str> {
        let listed = |base: &str| {
            let lower = base.to_lowercase();
            let mut parts = lower.char_indices().filter_map(|(n, _)| lower.get(n..));
            parts.any(|part| (part.len() >= LEAST_HEAD || part == lower) && self.voiced.contains_key(part))
        };
        let genitive = self.tables.compounds && word.chars().next().is_some_and(char::is_uppercase) && !listed(word);
        ["es", "s"].iter().filter_map(|end| word.strip_suffix(end)).find(|base| genitive && listed(base))
    }

    /// Whether an unknown lower-case word is a verb of reported speech once its prefix is off: `ver-lange`.
    pub fn prefixed_report_mood(&self, lower: &str) -> bool {
        self.tables.prefixes.iter().any(|p| {
            lower.strip_prefix(p).is_some_and(|rest| {
                let is = self.class(self.id(rest));
                rest.len() > 3 && is & self::is::REPORT_MOOD != 0
            })
        })
    }

    fn compile(tables: &'static Tables) -> Speech {
        let mut ids: FxHashMap<Box<[u8]>, u32> = FxHashMap::default();
        let mut words = vec![Word::default()];
        let mut verbs: Vec<(u32, Verb, Form)> = Vec::new();
        let mut phrases: Vec<(u32, Effect, Vec<Step>)> = Vec::new();
        let mut heads = Vec::new();
        let mut voiced = FxHashMap::default();
        let mut section = Voiced::Somebody;
        for line in tables.speakers.lines().filter(|l| !l.starts_with('#')) {
            match line.trim() {
                "[people]" => section = Voiced::Somebody,
                "[papers]" => section = Voiced::Paper,
                words => voiced.extend(words.split_whitespace().map(|w| (Box::from(w), section))),
            }
        }
        fn id(word: &str, ids: &mut FxHashMap<Box<[u8]>, u32>, words: &mut Vec<Word>) -> u32 {
            if word.is_empty() {
                return 0;
            }
            *ids.entry(word.as_bytes().into()).or_insert_with(|| {
                words.push(Word::default());
                words.len() as u32 - 1
            })
        }
        for &(class, list) in tables.words {
            for word in list.split_whitespace() {
                let n = id(word, &mut ids, &mut words);
                words[n as usize].is |= class;
                if class & (is::SAYING | is::WORK | is::VOICE) != 0 && word.len() > 4 {
                    heads.push((Box::from(word), class));
                }
            }
        }
        for list in tables.verbs {
            for verb in list.verbs.split(';').map(str::trim).filter(|v| !v.is_empty()) {
                let source = id(list.source, &mut ids, &mut words);
                (tables.inflect)(verb, &mut |w| {
                    let n = id(w.word, &mut ids, &mut words);
                    let particle = id(w.particle, &mut ids, &mut words);
                    let with = id(w.with, &mut ids, &mut words);
                    let is = &mut words[n as usize].is;
                    *is |= is::SAY | form_class(&w);
                    verbs.push((n, Verb { manner: list.manner, particle, with, source }, w.form));
                });
            }
        }
        for verb in tables.plain.split(';').map(str::trim).filter(|v| !v.is_empty()) {
            (tables.inflect)(verb, &mut |w| {
                let n = id(w.word, &mut ids, &mut words);
                words[n as usize].is |= form_class(&w);
            });
        }
        for &(effect, list) in tables.phrases {
            for phrase in list.split(';').map(str::trim).filter(|p| !p.is_empty()) {
                let mut steps = Vec::new();
                for part in phrase.split_whitespace() {
                    steps.push(match part {
                        "*" => Step::Gap,
                        "#" => Step::Number,
                        words_ => Step::Word(words_.split('|').map(|w| id(w, &mut ids, &mut words)).collect()),
                    });
                }
                if let Some(Step::Word(firsts)) = steps.first().cloned() {
                    for first in firsts {
                        words[first as usize].is |= is::PHRASE;
                        phrases.push((first, effect, steps.clone()));
                    }
                }
            }
        }
        verbs.sort_by_key(|(n, ..)| *n);
        for (i, (n, ..)) in verbs.iter().enumerate() {
            let range = &mut words[*n as usize].verbs;
            *range = (if range.1 == 0 { i as u32 } else { range.0 }, i as u32 + 1);
        }
        // The longest first, so that the first that fits is the one that says most.
        phrases.sort_by_key(|(n, _, steps)| (*n, std::cmp::Reverse(steps.len())));
        for (i, (n, ..)) in phrases.iter().enumerate() {
            let range = &mut words[*n as usize].phrases;
            *range = (if range.1 == 0 { i as u32 } else { range.0 }, i as u32 + 1);
        }
        heads.sort_by_key(|(word, _): &(Box<str>, u64)| std::cmp::Reverse(word.len()));
        Speech {
            ids,
            words,
            verbs: verbs.into_iter().map(|(_, v, f)| (v, f)).collect(),
            phrases: phrases.into_iter().map(|(_, e, s)| (e, s)).collect(),
            heads,
            voiced,
            tables,
        }
    }
}

fn form_class(w: &Written<'_>) -> u64 {
    let form = match w.form {
        Form::Finite | Form::FiniteJoined => is::FIN,
        Form::Participle => is::PARTICIPLE,
        Form::Gerund => 0,
    };
    form | if w.report { is::REPORT_MOOD } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_packs_compile_and_know_their_words() {
        let de = speech(Lang::De);
        assert_ne!(de.class(de.id("laut")) & is::SOURCE, 0);
        assert_ne!(de.class(de.id("teilte")) & is::SAY, 0);
        assert_ne!(de.class(de.id("sei")) & is::REPORT_MOOD, 0);
        assert!(de.prefixed_report_mood("erbringe"));
        assert_ne!(de.head_class("medienberichten") & is::SAYING, 0);
        let en = speech(Lang::En);
        assert_ne!(en.class(en.id("said")) & is::SAY, 0);
        assert_eq!(en.head_class("forecasts"), 0);
        for lang in Lang::ALL {
            let s = speech(lang);
            assert_eq!(s.class(0), 0);
            assert!(s.verbs(0).is_empty() && s.phrases(0).is_empty());
            // A table word longer than what the scanner looks up would never be found.
            assert!(
                s.ids
                    .keys()
                    .all(|w| { w.len() <= LONGEST && std::str::from_utf8(w).is_ok_and(|w| *w == w.to_lowercase()) })
            );
        }
    }
}
