//! Pages become article files of a folder: the same for the command line and the editor.
//!
//! **Invariant:** an existing file is replaced only when that is asked for, and then whole or not at all.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde::Serialize;

use super::files::write_whole;
use crate::corpus::import::{self, Imported};

/// Larger files are not pages.
const MAX_BYTES: u64 = 64 << 20;

/// What came of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It is new.
    Written,
    /// It replaced another.
    Replaced,
    /// It was there with just this content.
    Unchanged,
}

/// The files to import, in the order given and sorted within folders, each once; and the paths that are none, with the reason.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<(PathBuf, String)>) {
    let mut files = Vec::new();
    let mut skipped = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        if path.is_dir() {
            let mut found = Vec::new();
            for entry in ignore::WalkBuilder::new(path).standard_filters(false).hidden(true).build() {
                match entry {
                    Ok(e) => {
                        let importable = import::kind_of_name(&e.file_name().to_string_lossy()).is_some();
                        if importable && e.file_type().is_some_and(|t| t.is_file()) {
                            found.push(e.into_path());
                        }
                    }
                    Err(e) => skipped.push((path.clone(), e.to_string())),
                }
            }
            found.sort();
            files.extend(found.into_iter().filter(|f| seen.insert(f.clone())));
        } else if seen.insert(path.clone()) {
            files.push(path.clone());
        }
    }
    (files, skipped)
}

/// Reads a page.
pub fn read(path: &Path) -> anyhow::Result<Imported> {
    let size = std::fs::metadata(path).context(CANNOT_READ)?.len();
    if size > MAX_BYTES {
        bail!("it has {} MB, more than a page has ({} MB)", size >> 20, MAX_BYTES >> 20);
    }
    let bytes = std::fs::read(path).context(CANNOT_READ)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if matches!(ending.as_str(), "md" | "markdown") {
        bail!("{IS_ARTICLE}");
    }
    if import::kind_of(&name, &bytes).is_none() {
        bail!("{UNKNOWN_KIND}");
    }
    Ok(import::import(&name, &bytes)?)
}

/// Gives an article a name that no other of this run has: two pages may share a title.
pub fn name_apart(imported: &mut Imported, names: &mut BTreeSet<String>) {
    let wanted = imported.article.id.clone();
    for n in 2.. {
        if names.insert(imported.article.id.clone()) {
            break;
        }
        imported.article.id = format!("{wanted}-{n}");
    }
}

/// Writes a whole file or nothing; `taken` says what to do about a file that is there already.
pub fn write(to: &Path, content: &[u8], force: bool, taken: &str) -> anyhow::Result<Outcome> {
    let existed = to.exists();
    if existed && std::fs::read(to).is_ok_and(|old| old == content) {
        return Ok(Outcome::Unchanged);
    }
    let taken = || format!("'{}' exists already: {taken}", to.display());
    if existed && !force {
        bail!(taken());
    }
    write_whole(to, content, force)
        .with_context(|| if !force && to.exists() { taken() } else { format!("cannot write '{}'", to.display()) })?;
    Ok(if existed { Outcome::Replaced } else { Outcome::Written })
}

const CANNOT_READ: &str = "cannot read it";
const IS_ARTICLE: &str = "it is Markdown already: if it is an article file, copy it into the corpus folder";
const UNKNOWN_KIND: &str =
    "it is neither text nor HTML nor PDF: save the page as .html or copy its text into a .txt file";
