//! Workspace: where are the sources, and what may be read?
//!
//! **Invariant:** nothing outside the workspace's root is read, whatever `beleg.toml` or a symbolic link says; a broken
//! `beleg.toml` costs the setting that is broken, and says so at its line.

pub mod checking;
pub mod deciding;
pub mod files;
pub mod importing;
pub mod library;

pub use library::Library;

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use ignore::overrides::{Override, OverrideBuilder};
use schemars::JsonSchema;
use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::{Problem, Severity};

/// The name of the file at the root.
pub const CONFIG_FILE: &str = "beleg.toml";

/// Every check there is or will be; what `[checks]` may name.
pub const CHECKS: [&str; 16] = [
    "figure-mismatch",
    "figure-unsourced",
    "scale-mismatch",
    "bound-dropped",
    "hedge-dropped",
    "attribution-missing",
    "attribution-mismatch",
    "quote-mismatch",
    "name-variant",
    "date-mismatch",
    "sources-disagree",
    "superseded",
    "citation-unknown",
    "citation-mismatch",
    "citation-not-first",
    "self-contradiction",
];

/// `beleg.toml`: where the sources are and how strict the checks are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// What was written before.
    pub corpus: CorpusConfig,
    /// What is being written.
    pub briefings: BriefingsConfig,
    /// How each check reports; a check that is not named keeps its own level.
    #[schemars(schema_with = "checks_schema")]
    pub checks: BTreeMap<String, Level>,
}

/// Where the articles and their actors are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CorpusConfig {
    /// Files or folders of articles: Markdown with YAML front matter (`.md`) or plain text (`.txt`).
    pub paths: Vec<String>,
    /// The registry of actors.
    pub actors: String,
}

/// Which documents are briefings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BriefingsConfig {
    /// Globs below the root; one that starts with `!` takes away.
    pub include: Vec<String>,
}

/// How a check reports what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As an error.
    Error,
    /// As a warning.
    Warning,
    /// As information.
    Information,
    /// As a hint.
    Hint,
    /// Not at all.
    Off,
}

impl Level {
    const NAMES: [(&'static str, Level); 5] = [
        ("error", Level::Error),
        ("warning", Level::Warning),
        ("information", Level::Information),
        ("hint", Level::Hint),
        ("off", Level::Off),
    ];
}

impl Default for CorpusConfig {
    fn default() -> CorpusConfig {
        CorpusConfig { paths: vec!["corpus".into()], actors: "corpus/actors.toml".into() }
    }
}

impl Default for BriefingsConfig {
    fn default() -> BriefingsConfig {
        BriefingsConfig { include: vec!["**/*.md".into(), "**/*.txt".into()] }
    }
}

fn checks_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let level = generator.subschema_for::<Level>();
    let names: serde_json::Map<_, _> =
        CHECKS.iter().map(|name| ((*name).to_owned(), level.clone().to_value())).collect();
    schemars::json_schema!({
        "type": "object",
        "properties": names,
        "additionalProperties": false,
    })
}

impl Config {
    /// Reads `beleg.toml`. What cannot be used keeps its default and is a problem.
    pub fn read(text: &str) -> (Config, Vec<Problem>) {
        let mut reader = Reader { text, problems: Vec::new() };
        let mut config = Config::default();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            reader.problem(at, Severity::Error, format!("not valid TOML: {}", error.message()));
        }
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                "corpus" => reader.table(value, "corpus", &["paths", "actors"], |reader, key, value| match key {
                    "paths" => reader.strings(value, "corpus.paths", &mut config.corpus.paths),
                    _ => reader.string(value, "corpus.actors", &mut config.corpus.actors),
                }),
                "briefings" => reader.table(value, "briefings", &["include"], |reader, _, value| {
                    reader.strings(value, "briefings.include", &mut config.briefings.include);
                }),
                "checks" => reader.table(value, "checks", &CHECKS, |reader, key, value| {
                    if let Some(level) = reader.level(value, key) {
                        config.checks.insert(key.to_owned(), level);
                    }
                }),
                _ => reader.unknown(key, "table", &["corpus", "briefings", "checks"]),
            }
        }
        (config, reader.problems)
    }

    /// The JSON Schema of `beleg.toml`, for editors.
    pub fn schema() -> String {
        let schema = schemars::schema_for!(Config);
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Reads values, and notes what is wrong with them and where.
struct Reader<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn problem(&mut self, at: usize, severity: Severity, message: String) {
        self.problems.push(Problem::at(self.text, at, severity, message));
    }

    fn table<'i>(
        &mut self,
        value: &Value<'i>,
        name: &str,
        keys: &[&str],
        mut each: impl FnMut(&mut Self, &str, &Value<'i>),
    ) {
        let Some(table) = value.get_ref().as_table() else {
            let message = format!("'{name}' must be a table, written [{name}]");
            return self.problem(value.span().start, Severity::Error, message);
        };
        for (key, value) in table {
            if keys.contains(&key.get_ref().as_ref()) {
                each(self, key.get_ref(), value);
            } else {
                self.unknown(key, "key", keys);
            }
        }
    }

    fn unknown(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, what: &str, known: &[&str]) {
        let name = key.get_ref();
        let nearest = known
            .iter()
            .map(|k| (strsim::damerau_levenshtein(name, k), k))
            .min()
            .filter(|(distance, k)| *distance <= k.len() / 2)
            .map_or_else(|| format!("(known: {})", known.join(", ")), |(_, k)| format!("(did you mean '{k}'?)"));
        self.problem(key.span().start, Severity::Warning, format!("unknown {what} '{name}' {nearest}"));
    }

    fn string(&mut self, value: &Value<'_>, name: &str, into: &mut String) {
        match value.get_ref().as_str() {
            Some(text) => *into = text.to_owned(),
            None => self.problem(value.span().start, Severity::Error, format!("'{name}' must be a string in quotes")),
        }
    }

    fn strings(&mut self, value: &Value<'_>, name: &str, into: &mut Vec<String>) {
        let Some(items) = value.get_ref().as_array() else {
            let message = format!("'{name}' must be a list of strings, such as [\"…\"]");
            return self.problem(value.span().start, Severity::Error, message);
        };
        into.clear();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => into.push(text.to_owned()),
                None => {
                    let message = format!("'{name}' must hold strings in quotes only");
                    self.problem(item.span().start, Severity::Error, message);
                }
            }
        }
    }

    fn level(&mut self, value: &Value<'_>, check: &str) -> Option<Level> {
        let text = value.get_ref().as_str().unwrap_or_default();
        let found = Level::NAMES.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let names = Level::NAMES.map(|(name, _)| name).join(", ");
            let message = format!("check '{check}' cannot be set to '{text}' (one of: {names})");
            self.problem(value.span().start, Severity::Error, message);
        }
        found.map(|(_, level)| *level)
    }
}

/// `path`, absolute and without `.` and `..`; symbolic links are left alone.
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            other => out.push(other),
        }
    }
    out
}

/// A folder with articles and briefings.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    real_root: PathBuf,
    config: Config,
    problems: Vec<Problem>,
    briefings: Override,
}

impl Workspace {
    /// The workspace at `root`. Never fails: without a usable `beleg.toml` the defaults hold.
    pub fn open(root: &Path) -> Workspace {
        let root = absolute(root);
        let real_root = root.canonicalize().unwrap_or_else(|_| root.clone());
        let path = root.join(CONFIG_FILE);
        let (mut config, mut problems) = (Config::default(), Vec::new());
        match read_below(&real_root, &path) {
            Ok(text) => (config, problems) = Config::read(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                problems.push(Problem::at("", 0, Severity::Error, format!("cannot read '{CONFIG_FILE}': {error}")));
            }
        }
        let mut briefings = OverrideBuilder::new(&root);
        for glob in &config.briefings.include {
            if let Err(error) = briefings.add(glob) {
                problems.push(Problem::at("", 0, Severity::Error, format!("cannot use the glob '{glob}': {error}")));
            }
        }
        let briefings = briefings.build().unwrap_or_else(|_| Override::empty());
        Workspace { root, real_root, config, problems, briefings }
    }

    /// The folder a command means that names none: the nearest one upwards from `from` with a `beleg.toml`, else `from`.
    pub fn find_root(from: &Path) -> PathBuf {
        let from = absolute(from);
        from.ancestors().find(|dir| dir.join(CONFIG_FILE).is_file()).map_or_else(|| from.clone(), Path::to_owned)
    }

    /// Its folder, absolute.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Where its settings are, whether or not the file exists.
    pub fn config_path(&self) -> PathBuf {
        self.root.join(CONFIG_FILE)
    }

    /// What is wrong with its settings.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Where the registry is, whether or not the file exists.
    pub fn actors_path(&self) -> PathBuf {
        self.resolve(&self.config.corpus.actors)
    }

    /// Where the workspace's own concepts are, beside the registry.
    pub fn concepts_path(&self) -> PathBuf {
        self.actors_path().with_file_name("concepts.toml")
    }

    /// The corpus's files and folders as configured, absolute.
    pub fn corpus_paths(&self) -> Vec<PathBuf> {
        self.config.corpus.paths.iter().map(|path| self.resolve(path)).collect()
    }

    /// `path` as seen from the root, for people.
    pub fn display(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// Reads a file of the workspace.
    pub fn read(&self, path: &Path) -> std::io::Result<String> {
        read_below(&self.real_root, path)
    }

    /// Whether `path` exists and, with every symbolic link followed, lies inside the root.
    pub fn may_read(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|real| real.starts_with(&self.real_root))
    }

    /// Every article file, in order, each once.
    pub fn article_files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for start in self.corpus_paths() {
            // What `.gitignore` hides is still a source; hidden files are not.
            for entry in ignore::WalkBuilder::new(&start).standard_filters(false).hidden(true).build().flatten() {
                let path = entry.path();
                if is_article_name(path) && self.may_read(path) && path.is_file() {
                    files.push(path.to_owned());
                }
            }
        }
        files.sort();
        files.dedup();
        files
    }

    /// Every briefing, in order.
    pub fn briefing_files(&self) -> Vec<PathBuf> {
        let walk = ignore::WalkBuilder::new(&self.root).build().flatten().map(ignore::DirEntry::into_path);
        let mut found: Vec<PathBuf> = walk.filter(|p| p.is_file() && self.is_briefing(p)).collect();
        found.sort();
        found
    }

    /// The folder that new articles go to: the first of the corpus inside the workspace, whether or not it exists.
    pub fn import_folder(&self) -> Option<PathBuf> {
        let folders = self.corpus_paths().into_iter().filter(|path| !is_article_name(path));
        folders
            .into_iter()
            .find(|path| if path.exists() { path.is_dir() && self.may_read(path) } else { self.may_create(path) })
    }

    /// Whether a file or folder may be made at `path`: it is not there, and what is lies inside the root.
    pub fn may_create(&self, path: &Path) -> bool {
        let existing = path.ancestors().skip(1).find(|p| p.exists());
        path.starts_with(&self.root) && existing.is_some_and(|p| self.may_read(p))
    }

    /// Whether a file at `path` belongs to the corpus. It need not exist.
    pub fn is_article(&self, path: &Path) -> bool {
        is_article_name(path) && self.corpus_paths().iter().any(|start| path.starts_with(start))
    }

    /// Whether a file at `path` is a briefing: matched by the globs, and not an article.
    pub fn is_briefing(&self, path: &Path) -> bool {
        path.starts_with(&self.root) && !self.is_article(path) && self.briefings.matched(path, false).is_whitelist()
    }

    /// `path` of the settings, absolute and without `.` and `..`.
    fn resolve(&self, path: &str) -> PathBuf {
        let mut out = PathBuf::new();
        for part in self.root.join(path).components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => drop(out.pop()),
                other => out.push(other),
            }
        }
        out
    }
}

fn is_article_name(path: &Path) -> bool {
    path.extension().is_some_and(|ext| ext.eq_ignore_ascii_case("md") || ext.eq_ignore_ascii_case("txt"))
}

fn read_below(real_root: &Path, path: &Path) -> std::io::Result<String> {
    let real = path.canonicalize()?;
    if !real.starts_with(real_root) {
        return Err(std::io::Error::new(std::io::ErrorKind::PermissionDenied, "it lies outside the workspace"));
    }
    let bytes = std::fs::read(real)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        Config::read(text).1.iter().map(|p| format!("{}:{} {}", p.line, p.column, p.message)).collect()
    }

    #[test]
    fn every_key_is_read() {
        let (config, problems) = Config::read(
            "[corpus]\npaths = [\"a\", \"b.md\"]\nactors = \"wer.toml\"\n[briefings]\ninclude = [\"x/*.md\"]\n[checks]\nfigure-unsourced = \"off\"\n",
        );
        assert_eq!(problems, []);
        assert_eq!(config.corpus, CorpusConfig { paths: vec!["a".into(), "b.md".into()], actors: "wer.toml".into() });
        assert_eq!(config.briefings.include, ["x/*.md"]);
        assert_eq!(config.checks.get("figure-unsourced"), Some(&Level::Off));
        assert_eq!(Config::read("").0, Config::default());
    }

    #[test]
    fn what_cannot_be_used_is_said_at_its_place() {
        assert_eq!(said("[korpus]\n"), ["1:2 unknown table 'korpus' (did you mean 'corpus'?)"]);
        assert_eq!(
            said("[corpus]\nü = 1\n")[0],
            "2:1 not valid TOML: invalid unquoted key, expected letters, numbers, `-`, `_`"
        );
        assert_eq!(said("[corpus]\npath = \"x\"\n"), ["2:1 unknown key 'path' (did you mean 'paths'?)"]);
        assert_eq!(
            said("[corpus]\npaths = \"x\"\n"),
            ["2:9 'corpus.paths' must be a list of strings, such as [\"…\"]"]
        );
        assert_eq!(
            said("[checks]\nfigure-mismatch = \"loud\"\n"),
            ["2:19 check 'figure-mismatch' cannot be set to 'loud' (one of: error, warning, information, hint, off)"]
        );
        assert_eq!(
            said("[checks]\nfigure-mismach = \"off\"\n"),
            ["2:1 unknown key 'figure-mismach' (did you mean 'figure-mismatch'?)"]
        );
        assert_eq!(said("corpus = 3\n"), ["1:10 'corpus' must be a table, written [corpus]"]);
    }

    #[test]
    fn one_mistake_leaves_the_rest_in_force() {
        let (config, problems) = Config::read("[corpus]\npaths = 3\nactors = \"wer.toml\"\n");
        assert_eq!((config.corpus.actors.as_str(), problems.len()), ("wer.toml", 1));
        assert_eq!(config.corpus.paths, ["corpus"]);
    }

    #[test]
    fn the_schema_knows_the_keys_that_are_read() {
        let schema: serde_json::Value = serde_json::from_str(&Config::schema()).expect("JSON");
        let text = schema.to_string();
        for key in ["corpus", "briefings", "checks", "paths", "actors", "include"].iter().chain(&CHECKS) {
            assert!(text.contains(&format!("\"{key}\"")), "{key}");
        }
    }

    #[test]
    fn nothing_outside_the_root_is_read() {
        let dir = tempfile::tempdir().expect("a folder");
        let root = dir.path().join("Mappe ü");
        std::fs::create_dir_all(root.join("corpus/sub")).expect("folders");
        let write = |path: PathBuf| std::fs::write(path, "x").expect("a file");
        for name in ["corpus/b.md", "corpus/sub/ä.txt", "corpus/c.html", "corpus/.hidden.md", "note.md"] {
            write(root.join(name));
        }
        write(dir.path().join("secret.md"));
        write(root.join(CONFIG_FILE));
        std::fs::write(root.join(CONFIG_FILE), "[corpus]\npaths = [\"corpus\", \"../secret.md\"]\n").expect("a file");
        #[cfg(unix)]
        std::os::unix::fs::symlink(dir.path().join("secret.md"), root.join("corpus/link.md")).expect("a link");
        let workspace = Workspace::open(&root);
        let names: Vec<_> = workspace.article_files().iter().map(|p| workspace.display(p)).collect();
        assert_eq!(names, ["corpus/b.md", "corpus/sub/ä.txt"]);
        assert!(workspace.read(&root.join("corpus/link.md")).is_err());
        assert!(workspace.read(&root.join("note.md")).is_ok());
        assert!(workspace.is_briefing(&root.join("note.md")));
        assert!(!workspace.is_briefing(&root.join("corpus/b.md")));
        assert!(!workspace.is_briefing(&dir.path().join("secret.md")));
        assert_eq!(Workspace::find_root(&root.join("corpus/sub")), root);
    }
}
