//! How often does a check cry wolf? Texts that are right as they stand are checked as if they were briefings.
//!
//! - each article of the sample corpus (`corpus/`) against the other four;
//! - the pages of prose in `tests/gold/prose`, on topics of their own, against the sample corpus and against the corpora of
//!   the gold sets.
//!
//! `tests/gold/alarms.toml` says of each alarm whether it is right, and why; one that it does not name counts as false.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;

use beleg::analysis::Analysis;
use beleg::checks::Checked;
use beleg::lang::Lang;
use beleg::text::document::Document;
use beleg::text::prose::Format;
use beleg::workspace::Library;

use crate::Score;

#[derive(Deserialize)]
struct List {
    #[serde(default)]
    alarm: Vec<Known>,
}

/// An alarm that somebody has looked at.
#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    /// The file's name, and the corpus it is checked against.
    file: String,
    against: String,
    code: String,
    /// The words it is about.
    text: String,
    right: bool,
    why: String,
}

#[derive(Default)]
struct Count {
    words: usize,
    right: usize,
    wrong: usize,
}

impl Count {
    fn score(&self) -> Score {
        let from = format!("{} false, {} right in {} words", self.wrong, self.right, self.words);
        Score { value: self.wrong as f64 * 1000.0 / self.words.max(1) as f64, from }
    }
}

/// Checks the articles in `corpus` and the pages in `gold`.
pub fn score(corpus: &Path, gold: &Path, sets: &[PathBuf], show: bool) -> Result<Vec<(String, Score)>> {
    let path = gold.join("alarms.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read '{}'", path.display()))?;
    let known: List = toml::from_str(&text).with_context(|| format!("cannot read '{}'", path.display()))?;
    let mut desk = Desk { known: known.alarm, met: BTreeSet::new(), show };
    let mut articles = Count::default();
    let files = files(corpus)?;
    for file in &files {
        let others = files.iter().filter(|f| *f != file).cloned().chain([corpus.join("actors.toml")]);
        let (_folder, library) = workspace(others)?;
        desk.check(&library, file, "the other articles", &mut articles)?;
    }
    let mut own = Count::default();
    let mut all = Count::default();
    let pages = self::files(&gold.join("prose"))?;
    for set in std::iter::once(corpus.to_owned()).chain(sets.iter().map(|s| s.join("articles"))) {
        let name = |p: &Path| p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let is_sample = set == corpus;
        let folder = if is_sample { set.clone() } else { set.parent().map(Path::to_owned).unwrap_or_default() };
        let against = name(&folder);
        let (_folder, library) = workspace(self::files(&set)?.into_iter().chain([folder.join("actors.toml")]))?;
        for page in &pages {
            desk.check(&library, page, &against, if is_sample { &mut own } else { &mut all })?;
        }
    }
    for alarm in desk.known.iter().enumerate().filter(|(n, _)| !desk.met.contains(n)).map(|(_, a)| a) {
        println!("  no longer raised: {} “{}” in {} against {}", alarm.code, alarm.text, alarm.file, alarm.against);
    }
    Ok(vec![
        ("articles, per 1,000 words".to_owned(), articles.score()),
        ("prose, per 1,000 words".to_owned(), own.score()),
        ("prose beside gold sets, per 1,000 words".to_owned(), all.score()),
    ])
}

/// A workspace of copies of these files.
fn workspace(files: impl Iterator<Item = PathBuf>) -> Result<(tempfile::TempDir, Library)> {
    let temporary = tempfile::tempdir()?;
    let corpus = temporary.path().join("corpus");
    std::fs::create_dir(&corpus)?;
    for file in files {
        std::fs::copy(&file, corpus.join(file.file_name().unwrap_or_default()))
            .with_context(|| format!("cannot copy '{}'", file.display()))?;
    }
    let library = Library::open(temporary.path(), &|_, _| ());
    Ok((temporary, library))
}

/// The Markdown files in a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let list = std::fs::read_dir(folder).with_context(|| format!("cannot list '{}'", folder.display()))?;
    let mut out: Vec<PathBuf> = list.filter_map(|e| Some(e.ok()?.path())).collect();
    out.retain(|p| p.extension().is_some_and(|e| e == "md"));
    out.sort();
    Ok(out)
}

struct Desk {
    known: Vec<Known>,
    /// Which of them came up.
    met: BTreeSet<usize>,
    show: bool,
}

impl Desk {
    fn check(&mut self, library: &Library, file: &Path, against: &str, count: &mut Count) -> Result<()> {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read '{}'", file.display()))?;
        let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = library.context(&name, &document, &text);
        let analysis = Analysis::new(&document, &context);
        count.words += analysis.paragraphs().map(|(_, _, p)| p.block.text.split_whitespace().count()).sum::<usize>();
        for finding in library.check(None, &analysis, &Checked::default()).findings {
            let about = text.get(finding.span.range()).unwrap_or_default();
            let same = |k: &Known| k.file == name && k.against == against && k.code == finding.code && k.text == about;
            let known = self.known.iter().position(same);
            self.met.extend(known);
            let right = known.and_then(|n| self.known.get(n)).is_some_and(|k| k.right);
            if right {
                count.right += 1;
            } else {
                count.wrong += 1;
            }
            if known.is_none() || self.show && !right {
                let why = known.and_then(|n| self.known.get(n)).map_or("nobody has judged it", |k| k.why.as_str());
                println!(
                    "  alarm in {name} against {against}: {} “{about}”: {} ({why})",
                    finding.code,
                    finding.message.text(Lang::En)
                );
            }
        }
        Ok(())
    }
}
