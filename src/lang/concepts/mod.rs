//! The concept files. See `README.md` beside this file for their format.

/// Every domain with its text.
pub(super) const FILES: &[(&str, &str)] = &[
    ("business-industry", include_str!("business-industry.concepts")),
    ("climate-environment", include_str!("climate-environment.concepts")),
    ("disasters-emergencies", include_str!("disasters-emergencies.concepts")),
    ("economy-trade", include_str!("economy-trade.concepts")),
    ("elections-parties", include_str!("elections-parties.concepts")),
    ("energy", include_str!("energy.concepts")),
    ("finance-banking", include_str!("finance-banking.concepts")),
    ("general-verbs-1", include_str!("general-verbs-1.concepts")),
    ("health", include_str!("health.concepts")),
    ("law-justice", include_str!("law-justice.concepts")),
    ("military-security", include_str!("military-security.concepts")),
    ("politics-government", include_str!("politics-government.concepts")),
];

/// Whether a domain's words say little about what a sentence is about.
pub(super) fn is_general(domain: &str) -> bool {
    domain.starts_with("general") || matches!(domain, "speech-acts" | "time-quantity")
}
