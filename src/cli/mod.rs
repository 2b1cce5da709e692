//! Command line: one file per command.
//!
//! **Invariants:** results go to standard output, everything else to standard error; exit code 0 means done, 1 findings,
//! 2 that it could not run; a reader that closes the pipe is not an error.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bar;
mod check;
mod decide;
mod doctor;
mod extract;
pub mod import;
mod index;
mod locale;
mod lsp;
mod trace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Keeps prose tied to its sources.
#[derive(Parser)]
#[command(name = "beleg", version, about, max_term_width = 100, arg_required_else_help = true)]
struct Args {
    /// The workspace's folder. Default: the nearest one upwards with a beleg.toml, else the current folder.
    #[arg(long, value_name = "DIR", global = true)]
    workspace: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compare texts with their sources and say what is off.
    Check(check::Args),
    /// Write down that a finding is right as it stands, or take that back.
    Decide(decide::Args),
    /// Say what is loaded, from where, and what is wrong.
    Doctor(doctor::Args),
    /// Print the actors, figures and claims of texts as JSON Lines.
    Extract(extract::Args),
    /// Turn raw page text, HTML or PDF into article files.
    Import(import::Args),
    /// Build the index of the articles, or bring it up to date.
    Index(index::Args),
    /// Run the language server on standard input and output, for an editor to start.
    Lsp(lsp::Args),
    /// Say where a text comes from, first made first.
    Trace(trace::Args),
}

/// Runs the program.
pub fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("BELEG_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    let args = Args::parse();
    let result = match args.command {
        Command::Check(command) => root(args.workspace).and_then(|root| check::run(&command, &root)),
        Command::Decide(command) => root(args.workspace).and_then(|root| decide::run(&command, &root)),
        Command::Doctor(command) => root(args.workspace).and_then(|root| doctor::run(&command, &root)),
        Command::Extract(command) => root(args.workspace).and_then(|root| extract::run(&command, &root)),
        Command::Import(command) => import::run(&command),
        Command::Index(command) => root(args.workspace).and_then(|root| index::run(&command, &root)),
        Command::Lsp(command) => lsp::run(&command, args.workspace),
        Command::Trace(command) => root(args.workspace).and_then(|root| trace::run(&command, &root)),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("beleg: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The workspace's folder.
fn root(given: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    match given {
        Some(dir) if dir.is_dir() => Ok(dir),
        Some(dir) => anyhow::bail!("--workspace '{}' is no folder", dir.display()),
        None => Ok(Workspace::find_root(&std::env::current_dir().context("cannot tell the current folder")?)),
    }
}

/// Whether the reader of our output has gone, as `head` does.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}
