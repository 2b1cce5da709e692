//! `beleg.import`: pages, or a text from the clipboard, become articles of the corpus.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;

use super::super::event::Event;
use super::super::uris;
use super::args::Args;
use super::{Desk, failed, invalid};
use crate::corpus::import::{self, Imported};
use crate::features::texts;
use crate::workspace::importing::{self, Outcome};

/// What to do about a file that is there already.
const TAKEN: &str = "rename or remove it first";

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let workspace = &desk.snapshot.world.library.workspace;
    let into = workspace.import_folder().ok_or_else(|| {
        failed("there is no folder of articles inside the workspace to import into ('corpus.paths')".to_owned())
    })?;
    let mut problems = Vec::new();
    let mut read: Vec<(String, anyhow::Result<Imported>)> = Vec::new();
    if args.has("text") {
        let text = args.string("text")?;
        let name = if args.has("name") { args.string("name")? } else { "clipboard.txt".to_owned() };
        let name = if name.contains('.') { name } else { format!("{name}.txt") };
        read.push((name.clone(), import::import(&name, text.as_bytes()).map_err(Into::into)));
    } else {
        let paths: Vec<PathBuf> = args.strings("paths")?.iter().map(|path| place(path)).collect();
        if let Some(path) = paths.iter().find(|path| !path.is_absolute()) {
            return Err(invalid(format!("'{}' is not an absolute path or a file URI", path.display())));
        }
        let (files, skipped) = importing::files(&paths);
        problems.extend(skipped.iter().map(|(path, why)| format!("{}: {why}", path.display())));
        let progress = desk.progress("beleg/import", texts::of(desk.snapshot.peer.lang).importing);
        for (n, path) in files.iter().enumerate() {
            if (desk.stop)() {
                break;
            }
            progress.report(n, files.len());
            read.push((path.display().to_string(), importing::read(path)));
        }
        progress.end();
    }
    std::fs::create_dir_all(&into)
        .map_err(|error| failed(format!("cannot create the folder '{}': {error}", into.display())))?;
    let (mut written, mut changed, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (from, imported) in read {
        let done = imported.and_then(|mut imported| {
            importing::name_apart(&mut imported, &mut names);
            let to = into.join(format!("{}.md", imported.article.id));
            Ok((importing::write(&to, imported.file().as_bytes(), false, TAKEN)?, to))
        });
        match done {
            Ok((Outcome::Unchanged, to)) => problems.push(format!("{from}: it is there already ('{}')", to.display())),
            Ok((_, to)) => {
                written.extend(uris::from_path(&to));
                changed.push(to);
            }
            Err(error) => problems.push(format!("{from}: {error:#}")),
        }
    }
    if !changed.is_empty() {
        desk.tell(Event::FilesChanged(changed));
    }
    Ok(json!({"written": written, "problems": problems}))
}

/// A path, which some clients give as a URI.
fn place(path: &str) -> PathBuf {
    let uri = path.starts_with("file:").then(|| path.parse().ok()).flatten();
    uri.as_ref().and_then(uris::path).unwrap_or_else(|| Path::new(path).to_owned())
}
