//! The concept files. See `README.md` beside this file for their format.

use std::collections::HashMap;

/// Every domain with its text.
pub(super) const FILES: &[(&str, &str)] = &[
    ("adjectives", include_str!("adjectives.concepts")),
    ("administration", include_str!("administration.concepts")),
    ("agriculture-food", include_str!("agriculture-food.concepts")),
    ("business-industry", include_str!("business-industry.concepts")),
    ("climate-environment", include_str!("climate-environment.concepts")),
    ("compounds", include_str!("compounds.concepts")),
    ("compounds-en", include_str!("compounds-en.concepts")),
    ("construction-housing", include_str!("construction-housing.concepts")),
    ("deeds", include_str!("deeds.concepts")),
    ("diplomacy-international", include_str!("diplomacy-international.concepts")),
    ("disasters-emergencies", include_str!("disasters-emergencies.concepts")),
    ("economy-trade", include_str!("economy-trade.concepts")),
    ("education-culture", include_str!("education-culture.concepts")),
    ("elections-parties", include_str!("elections-parties.concepts")),
    ("energy", include_str!("energy.concepts")),
    ("everyday", include_str!("everyday.concepts")),
    ("finance-banking", include_str!("finance-banking.concepts")),
    ("general-adjectives-1", include_str!("general-adjectives-1.concepts")),
    ("general-adjectives-2", include_str!("general-adjectives-2.concepts")),
    ("general-nouns-1", include_str!("general-nouns-1.concepts")),
    ("general-nouns-2", include_str!("general-nouns-2.concepts")),
    ("general-nouns-3", include_str!("general-nouns-3.concepts")),
    ("general-verbs-1", include_str!("general-verbs-1.concepts")),
    ("general-verbs-2", include_str!("general-verbs-2.concepts")),
    ("general-verbs-3", include_str!("general-verbs-3.concepts")),
    ("geography-nature", include_str!("geography-nature.concepts")),
    ("health", include_str!("health.concepts")),
    ("idioms", include_str!("idioms.concepts")),
    ("law-justice", include_str!("law-justice.concepts")),
    ("maritime-aviation", include_str!("maritime-aviation.concepts")),
    ("media-communication", include_str!("media-communication.concepts")),
    ("migration-society", include_str!("migration-society.concepts")),
    ("military-security", include_str!("military-security.concepts")),
    ("people-roles", include_str!("people-roles.concepts")),
    ("phrasal-de", include_str!("phrasal-de.concepts")),
    ("phrasal-verbs", include_str!("phrasal-verbs.concepts")),
    ("police-courts", include_str!("police-courts.concepts")),
    ("politics-government", include_str!("politics-government.concepts")),
    ("science-research", include_str!("science-research.concepts")),
    ("society", include_str!("society.concepts")),
    ("speech-acts", include_str!("speech-acts.concepts")),
    ("sports-leisure", include_str!("sports-leisure.concepts")),
    ("technology-digital", include_str!("technology-digital.concepts")),
    ("time-quantity", include_str!("time-quantity.concepts")),
    ("transport-infrastructure", include_str!("transport-infrastructure.concepts")),
];

/// How much a shared word says, in percent, for the concepts whose words are common.
pub(super) fn common() -> HashMap<&'static str, u8> {
    let mut out = HashMap::new();
    let mut weight = 100;
    for line in include_str!("common.txt").lines().filter(|l| !l.starts_with('#')) {
        match line.parse() {
            Ok(number) => weight = number,
            Err(_) => out.extend(line.split_whitespace().map(|id| (id, weight))),
        }
    }
    out
}
