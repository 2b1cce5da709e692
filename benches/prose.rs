//! Invented German prose for measuring with: seeded, so that every run reads the same text.

use std::fmt::Write as _;

/// A small linear congruential generator (constants from Knuth, MMIX).
pub struct Random(u64);

impl Random {
    /// Seeded.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(2).wrapping_add(1))
    }

    /// A number below `below`.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

const FIRST: &[&str] = &["Anna", "Jürgen", "Maria", "Olaf", "Svenja", "Tomáš", "Łukasz", "Greta", "Mehmet", "Ingrid"];
const LAST: &[&str] =
    &["Achterfeld", "Brömmel", "Czerny", "Dahlweiß", "Ebersohn", "Fünfstück", "Grothe", "Hölzl", "Imhoff", "Jäckel"];
const PLACE: &[&str] =
    &["Altmühlen", "Birkenau", "Dornbüttel", "Ebersgrün", "Fallersried", "Grünhausen", "Hohenwörth", "Kesselbach"];
const THING: &[&str] =
    &["Anträge", "Wohnungen", "Haushalte", "Fahrzeuge", "Mitarbeiter", "Schüler", "Betriebe", "Windräder", "Patienten"];
const MONTH: &[&str] = &[
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const BOUND: &[&str] = &["", "rund ", "fast ", "mehr als ", "mindestens ", "bis zu "];
const VERB: &[&str] =
    &["bewilligt", "abgelehnt", "geprüft", "gezählt", "gemeldet", "verkauft", "saniert", "angekündigt"];
const PLAIN: &[&str] = &[
    "Der Ausschuss vertagte die Entscheidung, weil mehrere Gutachten noch ausstehen.",
    "Ob das Vorhaben gelingt, hängt von der Zustimmung der Nachbargemeinden ab.",
    "Kritiker bemängeln, dass die Bürger zu spät beteiligt wurden.",
    "Die Verwaltung will den Bericht im kommenden Jahr vorlegen.",
    "„Wir haben aus den Fehlern gelernt“, heißt es in dem Papier, das der Redaktion vorliegt.",
];

/// One sentence.
pub fn sentence(random: &mut Random) -> String {
    let place = random.pick(PLACE);
    let (first, last) = (random.pick(FIRST), random.pick(LAST));
    let (bound, verb, month) = (random.pick(BOUND), random.pick(VERB), random.pick(MONTH));
    let thing = random.pick(THING);
    let (day, year) = (1 + random.below(28), 2015 + random.below(10));
    let (thousands, rest, tenth) = (1 + random.below(80), random.below(1000), random.below(10));
    match random.below(8) {
        0 => format!("In {place} wurden {bound}{thousands}.{rest:03} {thing} {verb}, teilte {first} {last} mit."),
        1 => format!("Am {day}. {month} {year} stieg der Anteil auf {thousands},{tenth} Prozent."),
        2 => {
            format!("Laut {last} kostet der Umbau {bound}{thousands},{tenth} Millionen Euro, {rest} Euro je Einwohner.")
        }
        3 => format!("Die Stadt {place} rechnet bis {year} mit {bound}{rest} {thing}, die {verb} werden."),
        4 => format!(
            "{first} {last}, Bürgermeister von {place}, sagte, es gebe {bound}{thousands} {thing} mehr als im {month}."
        ),
        _ => (*random.pick(PLAIN)).to_owned(),
    }
}

/// An article file of about `bytes` bytes.
pub fn article(random: &mut Random, id: usize, bytes: usize) -> String {
    let (year, month, day) = (2015 + random.below(10), 1 + random.below(12), 1 + random.below(28));
    let mut out = format!(
        "---\nid: artikel-{id}\ntitle: Bericht {id} aus {}\ndate: {year}-{month:02}-{day:02}\nlang: de\n---\n\n# Bericht {id}\n",
        random.pick(PLACE)
    );
    while out.len() < bytes {
        out.push('\n');
        for _ in 0..3 + random.below(3) {
            let _ = write!(out, "{} ", sentence(random));
        }
        out.push('\n');
    }
    out
}

/// A registry of every name the prose uses, and `more` others.
pub fn registry(more: usize) -> String {
    let mut out = String::new();
    let mut add = |id: String, name: String, kind: &str| {
        let _ = write!(out, "[[actor]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"{kind}\"\n\n");
    };
    for (n, place) in PLACE.iter().enumerate() {
        add(format!("place-{n}"), (*place).to_owned(), "place");
    }
    for (n, first) in FIRST.iter().enumerate() {
        for (k, last) in LAST.iter().enumerate() {
            add(format!("person-{n}-{k}"), format!("{first} {last}"), "person");
        }
    }
    for n in 0..more {
        add(format!("org-{n}"), format!("Verband Nummer {n} der Region"), "organisation");
    }
    out
}
