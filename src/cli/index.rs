//! `beleg index`: builds the index, or brings it up to date.

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;

use super::bar::Bar;
use crate::workspace::Library;

#[derive(clap::Args)]
#[command(
    after_help = "The server and the other commands do this by themselves; use it to have it done beforehand.\n\n\
    Examples:\n  beleg index\n  beleg index --workspace ~/dossier\n\n\
    Exit codes: 0 done, 1 some files have problems (see beleg doctor), 2 it could not run."
)]
pub struct Args {}

pub fn run(_args: &Args, root: &Path) -> Result<u8> {
    let bar = Bar::new("Reading articles");
    let library = Library::open(root, &|done, all| bar.report(done, all));
    let (articles, paragraphs) = (library.corpus.entries().len(), library.corpus.paragraphs());
    writeln!(std::io::stdout().lock(), "{articles} articles with {paragraphs} paragraphs are indexed")?;
    for note in &library.notes {
        writeln!(std::io::stderr().lock(), "note: {note}")?;
    }
    Ok(u8::from(!library.problems.is_empty()))
}
