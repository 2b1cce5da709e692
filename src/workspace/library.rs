//! What a workspace holds, loaded: names, words, articles.
//!
//! **Invariant:** a library never changes; a reader keeps the one it has while a newer one is loaded. Whatever is missing or
//! broken, there is a library, and [`Library::problems`] and [`Library::notes`] say what it lacks.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy;
use serde_json::json;
use xxhash_rust::xxh3::xxh3_64;

use super::texts::{Text, Texts};
use super::{Settings, Workspace};
use crate::actors::{Matcher, Registry};
use crate::analysis::Context;
use crate::annotations::Decisions;
use crate::corpus::index::{self, Progress, Sources};
use crate::corpus::{Article, Corpus, article};
use crate::lang::lexicon::Lexicon;
use crate::text::Problem;
use crate::text::document::Document;

/// Everything that answers rest on.
#[derive(Clone)]
pub struct Library {
    /// Where it comes from.
    pub workspace: Arc<Workspace>,
    /// The actors.
    pub registry: Arc<Registry>,
    /// Finds them.
    pub matcher: Arc<Matcher>,
    /// The words of both languages; empty until the articles are read, which is when they are needed.
    pub lexicon: Arc<Lexicon>,
    /// The articles.
    pub corpus: Arc<Corpus>,
    /// Their texts, as far as anybody has asked for them.
    pub texts: Arc<Texts>,
    /// Which findings somebody has dealt with.
    pub decisions: Arc<Decisions>,
    /// What the editor's settings say.
    pub settings: Arc<Settings>,
    /// What is wrong with which file.
    pub problems: BTreeMap<PathBuf, Vec<Problem>>,
    /// What else should be known to whoever wonders why nothing happens.
    pub notes: Vec<String>,
    fingerprint: u64,
    /// The workspace's own `concepts.toml`.
    concepts: Option<String>,
}

impl Library {
    /// Nothing but the workspace's settings.
    pub fn empty(root: &Path) -> Library {
        Library {
            workspace: Arc::new(Workspace::open(root)),
            registry: Arc::default(),
            matcher: Arc::default(),
            lexicon: Arc::default(),
            corpus: Arc::new(Corpus::empty()),
            texts: Arc::default(),
            decisions: Arc::default(),
            settings: Arc::default(),
            problems: BTreeMap::new(),
            notes: Vec::new(),
            fingerprint: 0,
            concepts: None,
        }
    }

    /// All of the workspace at `root`; `progress` hears about articles that have to be read.
    pub fn open(root: &Path, progress: Progress<'_>) -> Library {
        let mut library = Library::empty(root);
        library.read_names();
        library.read_articles(progress);
        library
    }

    /// Reads settings, registry and concepts (again). The matcher stays the same one if nothing changed for it.
    pub fn read_names(&mut self) {
        let workspace = Workspace::open(self.workspace.root());
        self.problems.clear();
        self.notes.clear();
        if !workspace.problems().is_empty() {
            self.problems.insert(workspace.config_path(), workspace.problems().to_vec());
        }
        self.workspace = Arc::new(workspace);
        let actors_path = self.workspace.actors_path();
        let concepts_path = self.workspace.concepts_path();
        let actors = self.optional(&actors_path, "no actors are known by name");
        let concepts = self.optional(&concepts_path, "");
        let (registry, problems) = actors.as_deref().map(Registry::parse).unwrap_or_default();
        self.add_problems(actors_path, problems);
        let problems = concepts.as_deref().map(|text| Lexicon::default().with_own(text).1).unwrap_or_default();
        self.add_problems(concepts_path, problems);
        self.read_decisions();
        let fingerprint = xxh3_64(format!("{actors:?}\n{concepts:?}").as_bytes());
        if self.fingerprint != fingerprint {
            self.fingerprint = fingerprint;
            self.registry = Arc::new(registry);
            self.matcher = Arc::new(Matcher::new(self.registry.clone()));
            self.lexicon = Arc::default();
            self.concepts = concepts;
        }
    }

    /// Reads what was decided about findings (again).
    pub fn read_decisions(&mut self) {
        let path = self.workspace.decisions_path();
        let text = self.optional(&path, "").unwrap_or_default();
        let (decisions, problems) = Decisions::read(&text);
        self.decisions = Arc::new(decisions);
        self.problems.remove(&path);
        self.add_problems(path, problems);
    }

    /// Brings the corpus up to the article files.
    pub fn read_articles(&mut self, progress: Progress<'_>) {
        if self.lexicon.is_empty() {
            self.lexicon = match &self.concepts {
                Some(text) => Arc::new(Lexicon::builtin().with_own(text).0),
                None => Lexicon::shared(),
            };
        }
        let sources = Sources {
            files: self.workspace.article_files(),
            matcher: self.matcher.clone(),
            fingerprint: self.fingerprint,
            lexicon: self.lexicon.clone(),
            cache: cache_folder(self.workspace.root()),
        };
        let corpus = Corpus::open(&sources, progress);
        for path in self.workspace.corpus_paths() {
            if !path.exists() {
                self.notes.push(format!("there is no '{}' to read articles from", self.workspace.display(&path)));
            } else if !self.workspace.may_read(&path) {
                self.notes.push(format!("'{}' lies outside the workspace and is not read", path.display()));
            }
        }
        self.notes.extend(corpus.notes.iter().cloned());
        for entry in corpus.entries() {
            self.add_problems(entry.path.clone(), entry.problems.clone());
        }
        self.corpus = Arc::new(corpus);
        self.texts = Arc::default();
    }

    /// The text of the article file at `path`.
    pub fn text(&self, path: &Path) -> Option<Arc<Text>> {
        self.texts.get(path, || self.workspace.read(path).ok())
    }

    fn optional(&mut self, path: &Path, without: &str) -> Option<String> {
        match self.workspace.read(path) {
            Ok(text) => return Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if !without.is_empty() {
                    self.notes.push(format!("there is no '{}': {without}", self.workspace.display(path)));
                }
            }
            Err(error) => self.notes.push(format!("cannot read '{}': {error}", self.workspace.display(path))),
        }
        None
    }

    fn add_problems(&mut self, path: PathBuf, problems: Vec<Problem>) {
        if !problems.is_empty() {
            self.problems.entry(path).or_default().extend(problems);
        }
    }

    /// What is wrong with a file when it holds `text`, which may not be saved yet.
    pub fn problems_of(&self, path: &Path, text: impl FnOnce() -> String) -> Vec<Problem> {
        if path == self.workspace.config_path() {
            super::Config::read(&text()).1
        } else if path == self.workspace.actors_path() {
            Registry::parse(&text()).1
        } else if path == self.workspace.decisions_path() {
            Decisions::read(&text()).1
        } else if path == self.workspace.concepts_path() {
            Lexicon::default().with_own(&text()).1
        } else if self.workspace.is_article(path) {
            article::read(&file_name(path), &text()).1
        } else {
            Vec::new()
        }
    }

    /// What the analysis of a whole text needs to know: its front matter's language and date, else what the text tells.
    pub fn context(&self, name: &str, document: &Document, text: &str) -> (Article, Context) {
        let article = article::read(name, text).0;
        let context = index::context_of(&article, document, text, self.matcher.clone());
        (article, context)
    }

    /// What is loaded, from where, and what is wrong: what `beleg/status` and `beleg doctor` say.
    pub fn report(&self) -> serde_json::Value {
        let workspace = &self.workspace;
        let problems = self.problems.iter().flat_map(|(path, problems)| {
            problems.iter().map(|p| {
                json!({"path": workspace.display(path), "line": p.line, "column": p.column,
                    "severity": p.severity, "message": p.message})
            })
        });
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "root": workspace.root(),
            "config": workspace.config_path().is_file().then(|| workspace.config_path()),
            "registry": workspace.actors_path(),
            "actors": self.registry.actors().len(),
            "corpus": workspace.corpus_paths(),
            "articles": self.corpus.entries().len(),
            "undated": self.corpus.entries().iter().filter(|e| e.article.date.is_none()).count(),
            "paragraphs": self.corpus.paragraphs(),
            "decisions": workspace.decisions_path().is_file().then(|| workspace.decisions_path()),
            "index": cache_folder(workspace.root()),
            "problems": problems.collect::<Vec<_>>(),
            "notes": self.notes.iter().chain(&self.settings.problems).collect::<Vec<_>>(),
        })
    }

    /// Whether a change of `path` changes anything here.
    pub fn concerns(&self, path: &Path) -> bool {
        let workspace = &self.workspace;
        path == workspace.config_path()
            || path == workspace.actors_path()
            || path == workspace.concepts_path()
            || path == workspace.decisions_path()
            || workspace.is_article(path)
            // A folder that was moved or removed takes its articles with it.
            || path.extension().is_none()
                && workspace.corpus_paths().iter().any(|p| path.starts_with(p) || p.starts_with(path))
    }
}

/// The last part of a path.
pub fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Where the index of the workspace at `root` is kept: a folder of its own in the user's cache.
pub fn cache_folder(root: &Path) -> Option<PathBuf> {
    Some(cache_base()?.join(format!("{:016x}", xxh3_64(root.as_os_str().as_encoded_bytes()))))
}

/// The program's folder in the user's cache.
pub fn cache_base() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.cache_dir().join("beleg"))
}
