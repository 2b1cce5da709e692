//! `beleg doctor`: what is loaded, from where, and what is wrong.

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;

use super::bar::Bar;
use crate::text::Severity;
use crate::workspace::Library;
use crate::workspace::library::cache_folder;

#[derive(clap::Args)]
#[command(after_help = "Examples:\n  beleg doctor\n  beleg doctor --workspace ~/dossier --format json\n\n\
    Exit codes: 0 nothing is wrong, 1 something is, 2 it could not run.")]
pub struct Args {
    /// How to report.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Text for people.
    Human,
    /// One JSON object, as the server's `beleg/status` answers it.
    Json,
}

pub fn run(args: &Args, root: &Path) -> Result<u8> {
    let bar = Bar::new("Reading articles");
    let library = Library::open(root, &|done, all| bar.report(done, all));
    let out = &mut std::io::stdout().lock();
    match args.format {
        Format::Json => writeln!(out, "{:#}", library.report())?,
        Format::Human => human(&library, out)?,
    }
    Ok(u8::from(!library.problems.is_empty() || !library.notes.is_empty()))
}

fn human(library: &Library, out: &mut impl std::io::Write) -> Result<()> {
    let workspace = &library.workspace;
    writeln!(out, "beleg {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "workspace  {}", workspace.root().display())?;
    let config = workspace.config_path();
    let known = if config.is_file() { "" } else { " (not there; defaults hold)" };
    writeln!(out, "settings   {}{known}", workspace.display(&config))?;
    let actors = library.registry.actors().len();
    writeln!(out, "registry   {}: {actors} actors", workspace.display(&workspace.actors_path()))?;
    for path in workspace.corpus_paths() {
        let articles = library.corpus.entries().iter().filter(|e| e.path.starts_with(&path)).count();
        writeln!(out, "corpus     {}: {articles} articles", workspace.display(&path))?;
    }
    let undated: Vec<_> = library.corpus.entries().iter().filter(|e| e.article.date.is_none()).collect();
    if let Some(one) = undated.first() {
        let name = workspace.display(&one.path);
        writeln!(
            out,
            "           {} of them without a date, such as {name}: never first to say something",
            undated.len()
        )?;
    }
    writeln!(out, "paragraphs {}", library.corpus.paragraphs())?;
    let cache =
        cache_folder(workspace.root()).map_or_else(|| "in memory".to_owned(), |path| path.display().to_string());
    writeln!(out, "index      {cache}")?;
    writeln!(out, "briefings  {}", workspace.config().briefings.include.join(", "))?;
    for note in &library.notes {
        writeln!(out, "\nnote: {note}")?;
    }
    for (path, problems) in &library.problems {
        writeln!(out)?;
        for problem in problems {
            let word = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Hint => "hint",
            };
            let name = workspace.display(path);
            writeln!(out, "{name}:{}:{}: {word}: {}", problem.line, problem.column, problem.message)?;
        }
    }
    if library.problems.is_empty() && library.notes.is_empty() {
        writeln!(out, "\nnothing is wrong")?;
    }
    Ok(())
}
