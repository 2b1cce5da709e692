//! The one integration binary: the real program over real pipes, and the rules of the house.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod assist;
mod check_command;
mod checks;
mod cli;
mod client;
mod commands;
mod decisions;
mod diagnostics;
mod generated;
mod interview;
mod languages;
mod quotations;
mod readme;
mod series;
mod settings;
mod stdio;
mod tidy;
