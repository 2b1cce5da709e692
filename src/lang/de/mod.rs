//! German.

pub mod stops;
