//! German.

pub mod names;
pub mod numbers;
pub mod speech;
pub mod stops;
mod wording;
pub use wording::WORDING;

use std::collections::HashMap;
use std::sync::LazyLock;

/// Forms a stemmer cannot derive, by lemma.
pub(super) static IRREGULAR: LazyLock<HashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| super::irregular(include_str!("irregular.txt")));

/// Verb particles that part from their verb in main clauses.
pub(super) const SEPARABLE: &[&str] = &[
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "bekannt",
    "bereit",
    "da",
    "dar",
    "durch",
    "ein",
    "empor",
    "entgegen",
    "fehl",
    "fern",
    "fertig",
    "fest",
    "fort",
    "frei",
    "gegenüber",
    "gleich",
    "gut",
    "heim",
    "her",
    "heran",
    "heraus",
    "herbei",
    "herein",
    "herum",
    "herunter",
    "hervor",
    "hin",
    "hinaus",
    "hinein",
    "hinter",
    "hinweg",
    "hinzu",
    "hoch",
    "kennen",
    "klar",
    "krank",
    "lahm",
    "los",
    "mit",
    "nach",
    "nahe",
    "nieder",
    "offen",
    "preis",
    "ruhig",
    "schwer",
    "sicher",
    "stand",
    "statt",
    "still",
    "teil",
    "tot",
    "um",
    "unter",
    "vor",
    "voran",
    "voraus",
    "vorbei",
    "vorüber",
    "wahr",
    "weg",
    "weiter",
    "wider",
    "wieder",
    "zu",
    "zurecht",
    "zurück",
    "zusammen",
    "über",
];
