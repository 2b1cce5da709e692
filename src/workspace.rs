//! Workspace: where are the sources, and what may be read?
//!
//! **Invariant:** nothing outside the workspace's root is read, whatever `beleg.toml` or a symbolic link says; a broken
//! `beleg.toml` costs the setting that is broken, and says so at its line.

pub mod checking;
pub mod config;
pub mod deciding;
pub mod files;
pub mod importing;
pub mod library;
pub mod settings;
pub mod texts;

pub use config::{CHECKS, CONFIG_FILE, Config, Level};
pub use library::Library;
pub use settings::Settings;

use std::path::{Component, Path, PathBuf};

use ignore::overrides::{Override, OverrideBuilder};

use crate::text::{Problem, Severity};

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

/// Globs below `root`; those that are none have been reported where they stand.
fn globs(root: &Path, globs: &[String]) -> Override {
    let mut builder = OverrideBuilder::new(root);
    for glob in globs {
        let _ = builder.add(glob);
    }
    builder.build().unwrap_or_else(|_| Override::empty())
}

/// A folder with articles and briefings.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    real_root: PathBuf,
    config: Config,
    problems: Vec<Problem>,
    briefings: Override,
    /// Where each of `checks.paths` holds.
    scopes: Vec<Override>,
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
        let briefings = globs(&root, &config.briefings.include);
        let scopes = config.checks.paths.iter().map(|p| globs(&root, &p.globs)).collect();
        Workspace { root, real_root, config, problems, briefings, scopes }
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

    /// What its settings say of a check in the file at `path`; the last of `checks.paths` that says something counts.
    pub fn level(&self, path: Option<&Path>, check: &str) -> Option<Level> {
        let inside = path.filter(|p| p.starts_with(&self.root));
        let scoped = inside.and_then(|path| {
            let mut scopes = self.scopes.iter().zip(&self.config.checks.paths).rev();
            scopes.find_map(|(scope, of)| of.levels.of(check).filter(|_| scope.matched(path, false).is_whitelist()))
        });
        scoped.or_else(|| self.config.checks.levels.of(check))
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
