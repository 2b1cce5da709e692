//! English.

pub mod stops;
