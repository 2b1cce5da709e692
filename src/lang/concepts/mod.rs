//! The concept files. See `README.md` beside this file for their format.

/// Every domain with its text.
pub(super) const FILES: &[(&str, &str)] = &[
    ("administration", include_str!("administration.concepts")),
    ("agriculture-food", include_str!("agriculture-food.concepts")),
    ("business-industry", include_str!("business-industry.concepts")),
    ("climate-environment", include_str!("climate-environment.concepts")),
    ("construction-housing", include_str!("construction-housing.concepts")),
    ("diplomacy-international", include_str!("diplomacy-international.concepts")),
    ("disasters-emergencies", include_str!("disasters-emergencies.concepts")),
    ("economy-trade", include_str!("economy-trade.concepts")),
    ("education-culture", include_str!("education-culture.concepts")),
    ("elections-parties", include_str!("elections-parties.concepts")),
    ("energy", include_str!("energy.concepts")),
    ("finance-banking", include_str!("finance-banking.concepts")),
    ("general-adjectives-1", include_str!("general-adjectives-1.concepts")),
    ("general-adjectives-2", include_str!("general-adjectives-2.concepts")),
    ("general-nouns-1", include_str!("general-nouns-1.concepts")),
    ("general-nouns-2", include_str!("general-nouns-2.concepts")),
    ("general-verbs-1", include_str!("general-verbs-1.concepts")),
    ("general-verbs-2", include_str!("general-verbs-2.concepts")),
    ("geography-nature", include_str!("geography-nature.concepts")),
    ("health", include_str!("health.concepts")),
    ("law-justice", include_str!("law-justice.concepts")),
    ("media-communication", include_str!("media-communication.concepts")),
    ("migration-society", include_str!("migration-society.concepts")),
    ("military-security", include_str!("military-security.concepts")),
    ("people-roles", include_str!("people-roles.concepts")),
    ("politics-government", include_str!("politics-government.concepts")),
    ("science-research", include_str!("science-research.concepts")),
    ("speech-acts", include_str!("speech-acts.concepts")),
    ("sports-leisure", include_str!("sports-leisure.concepts")),
    ("technology-digital", include_str!("technology-digital.concepts")),
    ("time-quantity", include_str!("time-quantity.concepts")),
    ("transport-infrastructure", include_str!("transport-infrastructure.concepts")),
];

/// Whether a domain's words say little about what a sentence is about.
pub(super) fn is_general(domain: &str) -> bool {
    (domain.starts_with("general") && domain != "general-nouns-2") || matches!(domain, "speech-acts" | "time-quantity")
}
