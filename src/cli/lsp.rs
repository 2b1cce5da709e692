//! `beleg lsp`: the language server.

use std::path::PathBuf;

use anyhow::{Context, Result};

#[derive(clap::Args)]
#[command(after_help = "Editors start this themselves. Set BELEG_LOG=info to see on standard error what it does.")]
pub struct Args {
    /// Accepted because many clients pass it; standard input and output are always used.
    #[arg(long, hide = true)]
    stdio: bool,
}

pub fn run(_args: &Args, workspace: Option<PathBuf>) -> Result<u8> {
    crate::server::run(workspace).context("cannot run the language server")
}
