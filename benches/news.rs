//! Invented German news for measuring with, as varied as real news: many matters, each told by a few articles in words of its
//! field, the words of the lexicon as frequent as words are (Zipf). Seeded, so that every run reads the same text.

use std::fmt::Write as _;
use std::path::Path;

use crate::prose::Random;

/// How many matters 10,000 articles are about.
const MATTERS: usize = 2_500;
/// Values a matter is told with.
const FACTS: usize = 12;

const HEAD: &[&str] = &[
    "Alt", "Birk", "Dorn", "Eber", "Falk", "Grün", "Hohen", "Immer", "Jäger", "Kessel", "Linden", "Mühl", "Nieder",
    "Ober", "Pfaffen", "Querfurt", "Ritter", "Schön", "Tann", "Ufer", "Vogel", "Wester", "Zell", "Buchen", "Stein",
];
const TAIL: &[&str] = &[
    "bach", "bergen", "brück", "burg", "dorf", "feld", "furt", "hausen", "heim", "hofen", "horst", "kirchen", "leben",
    "moor", "rode", "see", "stedt", "tal", "wald", "werder",
];
const FIRST: &[&str] = &[
    "Anna", "Jürgen", "Maria", "Olaf", "Svenja", "Tomáš", "Łukasz", "Greta", "Mehmet", "Ingrid", "Paul", "Helene",
    "Karim", "Birgit", "Jonas", "Elif", "Rainer", "Sofia", "Dieter", "Nele",
];
const SURNAME: &[&str] = &["mann", "er", "sen", "ke", "ling", "hardt", "ow", "inger", "mer", "bach", "stein", "ski"];
const BODY: &[&str] = &["Verband", "Bund", "Institut", "Werke", "Gesellschaft", "Stiftung", "Kammer", "Amt"];
const BOUND: &[&str] = &["", "", "", "rund ", "fast ", "mehr als ", "mindestens ", "bis zu "];
const UNIT: &[&str] = &["", "", "", " Prozent", " Millionen Euro", " Euro", " Kilometer", " Hektar", " Tonnen"];
const MONTH: &[&str] = &["Januar", "März", "Mai", "Juni", "August", "September", "Oktober", "Dezember"];

/// Words of one field, the commoner first.
#[derive(Default)]
struct Field {
    nouns: Vec<String>,
    verbs: Vec<String>,
    adjectives: Vec<String>,
}

/// Makes articles and briefings.
pub struct News {
    fields: Vec<Field>,
    general: Field,
}

/// What a group of articles is about.
struct Matter {
    words: Field,
    places: Vec<String>,
    people: Vec<String>,
    bodies: Vec<String>,
    /// A value with its unit, what is counted, and what happens to it.
    facts: Vec<(String, String, String)>,
}

/// The commoner an item, the earlier it stands and the oftener it is picked.
fn zipf<'a, T>(random: &mut Random, from: &'a [T]) -> &'a T {
    let share = random.below(1 << 20) as f64 / f64::from(1 << 20);
    let at = ((from.len() + 1) as f64).powf(share) - 1.0;
    &from[(at as usize).min(from.len() - 1)]
}

fn any<'a, T>(random: &mut Random, from: &'a [T]) -> &'a T {
    &from[random.below(from.len())]
}

impl News {
    /// Reads the words of the lexicon's files.
    pub fn read() -> News {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang/concepts");
        let mut files: Vec<_> = std::fs::read_dir(folder).expect("concepts").flatten().map(|f| f.path()).collect();
        files.retain(|f| f.extension().is_some_and(|e| e == "concepts"));
        files.sort();
        let mut news = News { fields: Vec::new(), general: Field::default() };
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let general = ["general", "every", "adject", "deeds", "time"].iter().any(|g| name.starts_with(g));
            let mut field = Field::default();
            for line in std::fs::read_to_string(&file).expect("a concept file").lines() {
                let mut parts = line.split('|').map(str::trim);
                let Some(sort) = parts.next().and_then(|head| head.rsplit('=').next()) else { continue };
                let german = parts.find_map(|p| p.strip_prefix("de ")).unwrap_or_default();
                let words = german.split(',').map(str::trim).filter(|w| !w.is_empty() && !w.contains(' '));
                let into = match sort.trim() {
                    "n" => &mut field.nouns,
                    "v" => &mut field.verbs,
                    "a" => &mut field.adjectives,
                    _ => continue,
                };
                into.extend(words.map(str::to_owned));
            }
            if general {
                news.general.nouns.append(&mut field.nouns);
                news.general.verbs.append(&mut field.verbs);
                news.general.adjectives.append(&mut field.adjectives);
            } else if field.nouns.len() > 60 && field.verbs.len() > 5 {
                news.fields.push(field);
            }
        }
        // The files are in order of their subjects, not of how common their words are.
        let mut random = Random::new(29);
        let Field { nouns, verbs, adjectives } = &mut news.general;
        for list in [nouns, verbs, adjectives] {
            (1..list.len()).for_each(|n| list.swap(n, random.below(n + 1)));
        }
        news
    }

    fn matter(&self, n: usize) -> Matter {
        let random = &mut Random::new(1_000 + n as u64);
        let field = any(random, &self.fields);
        let general = &self.general;
        let mut pick = |own: &[String], all: &[String], count: usize| -> Vec<String> {
            let special = if own.is_empty() { 0 } else { count };
            let mut out: Vec<String> = (0..special).map(|_| any(random, own).clone()).collect();
            out.extend((0..count / 2).map(|_| zipf(random, all).clone()));
            out
        };
        let words = Field {
            nouns: pick(&field.nouns, &general.nouns, 16),
            verbs: pick(&field.verbs, &general.verbs, 8),
            adjectives: pick(&field.adjectives, &general.adjectives, 6),
        };
        let fact = |random: &mut Random| {
            let digits = [9, 90, 900, 9_000, 90_000][random.below(5)];
            let value = 1 + random.below(digits);
            let value =
                if value >= 1_000 { format!("{}.{:03}", value / 1_000, value % 1_000) } else { value.to_string() };
            let unit = any(random, UNIT);
            (format!("{value}{unit}"), any(random, &words.nouns).clone(), any(random, &words.verbs).clone())
        };
        Matter {
            facts: (0..FACTS).map(|_| fact(random)).collect(),
            places: (0..3).map(|_| format!("{}{}", any(random, HEAD), any(random, TAIL))).collect(),
            people: (0..4)
                .map(|_| {
                    let (first, head, tail) = (any(random, FIRST), any(random, HEAD), any(random, SURNAME));
                    format!("{first} {head}{tail}")
                })
                .collect(),
            bodies: (0..2)
                .map(|_| format!("{}{}er {}", any(random, HEAD), any(random, TAIL), any(random, BODY)))
                .collect(),
            words,
        }
    }

    fn sentence(&self, random: &mut Random, matter: &Matter) -> String {
        let noun = |random: &mut Random| match random.below(10) {
            0..6 => any(random, &matter.words.nouns).clone(),
            _ => zipf(random, &self.general.nouns).clone(),
        };
        let verb = |random: &mut Random| match random.below(10) {
            0..5 => any(random, &matter.words.verbs).clone(),
            _ => zipf(random, &self.general.verbs).clone(),
        };
        let adjective = |random: &mut Random| match random.below(2) {
            0 => any(random, &matter.words.adjectives).clone(),
            _ => zipf(random, &self.general.adjectives).clone(),
        };
        let (a, b, c) = (noun(random), noun(random), noun(random));
        let (does, did, how) = (verb(random), verb(random), adjective(random));
        let (place, person) = (any(random, &matter.places), any(random, &matter.people));
        let (body, bound) = (any(random, &matter.bodies), any(random, BOUND));
        let (value, counted, deed) = any(random, &matter.facts);
        let (day, month, year) = (1 + random.below(28), any(random, MONTH), 2015 + random.below(10));
        match random.below(14) {
            0 => format!("In {place} sollen {bound}{value} {counted} {deed}, teilte {person} mit."),
            1 => format!("{person} sprach von {bound}{value} {counted}, die {body} {deed} lassen will."),
            2 => format!(
                "Nach Angaben von {body} kann man {bound}{value} {counted} {deed}, ehe {a} und {b} zu {did} sind."
            ),
            3 => format!(
                "Am {day}. {month} {year} begann {body} damit, {counted} zu {deed}: {bound}{value} waren es in {place}."
            ),
            4 => format!("{bound}{value} {counted} gab es {year} in {place}, wie {person} sagte."),
            5 => format!("„{a} und {b} lassen sich nicht {does}“, sagte {person} in {place}."),
            6 => format!("{person} will {a} und {b} {does}, obwohl {c} als {how} gilt."),
            7 => format!("Ob {a} den {b} {does} darf, hängt von {c} ab."),
            8 => format!("Der {body} hält {a} für {how} und möchte {b} {did}."),
            9 => format!("Kritiker bemängeln, dass {a} in {place} zu {how} sei und niemand {b} {does} könne."),
            10 => format!("Wer {a} {does} will, muss {b} {did}, heißt es bei {body}."),
            11 => format!("Mit {a} und {b} lässt sich {c} {does}."),
            12 => format!("{a} ist in {place} {how}, {b} dagegen kaum zu {did}."),
            _ => format!("Für {c} bleibt {a} ein {how}er Weg, {b} zu {does}."),
        }
    }

    fn paragraph(&self, random: &mut Random, matter: &Matter, out: &mut String) {
        out.push('\n');
        for _ in 0..2 + random.below(4) {
            let sentence = self.sentence(random, matter);
            let mut letters = sentence.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(letters.as_str());
            out.push(' ');
        }
        out.push('\n');
    }

    /// An article file of about `bytes` bytes.
    pub fn article(&self, random: &mut Random, id: usize, bytes: usize) -> String {
        // Few matters are told by many articles, most by few.
        let most = 1 + random.below(MATTERS);
        let matter = self.matter(random.below(most));
        let (year, month, day) = (2015 + random.below(10), 1 + random.below(12), 1 + random.below(28));
        let title = format!("{} und {}", any(random, &matter.words.nouns), any(random, &matter.words.nouns));
        let mut out = format!(
            "---\nid: artikel-{id}\ntitle: {title}\ndate: {year}-{month:02}-{day:02}\nlang: de\n---\n\n# {title}\n"
        );
        while out.len() < bytes {
            self.paragraph(random, &matter, &mut out);
        }
        out
    }

    /// A briefing of about `bytes` bytes on some forty of the matters.
    pub fn briefing(&self, bytes: usize) -> String {
        let random = &mut Random::new(17);
        let mut out = String::from("---\nlang: de\n---\n");
        while out.len() < bytes {
            let most = 1 + random.below(MATTERS);
            let matter = self.matter(random.below(most));
            let _ = write!(out, "\n## {}\n", any(random, &matter.places));
            for _ in 0..6 {
                self.paragraph(random, &matter, &mut out);
            }
        }
        out
    }

    /// A registry of the people, places and bodies of the first matters, `most` at most.
    pub fn registry(&self, most: usize) -> String {
        let mut names = std::collections::BTreeSet::new();
        for n in 0..MATTERS {
            let matter = self.matter(n);
            names.extend(matter.people.into_iter().map(|name| (name, "person")));
            names.extend(matter.places.into_iter().map(|name| (name, "place")));
            names.extend(matter.bodies.into_iter().map(|name| (name, "organisation")));
            if names.len() > most {
                break;
            }
        }
        let mut out = String::new();
        for (n, (name, kind)) in names.iter().enumerate() {
            let _ = write!(out, "[[actor]]\nid = \"actor-{n}\"\nname = \"{name}\"\nkind = \"{kind}\"\n\n");
        }
        out
    }
}
