//! Loads the workspace in the background, and again when files change.
//!
//! **Invariant:** the main loop gets finished worlds and never waits for one. Changes that come close together are taken in
//! together.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::event::Event;
use super::main_loop::Tools;
use super::peer::Peer;
use super::pool::guarded;
use super::uris::Key;
use crate::actors::Matcher;
use crate::analysis::Context;
use crate::corpus::article;
use crate::figures::PartialDate;
use crate::text::Problem;
use crate::text::document::Document;
use crate::workspace::{Config, Workspace};

/// Editors and version control write many files at once; this long after the last one the sources are read.
const SETTLE: Duration = Duration::from_millis(150);
/// Files that never stop changing are read after this long all the same.
const AT_LAST: Duration = Duration::from_secs(1);

/// What is loaded.
#[derive(Clone)]
pub struct World {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// Finds names.
    pub matcher: Arc<Matcher>,
    /// What is wrong with which file.
    pub problems: BTreeMap<PathBuf, Vec<Problem>>,
    /// Whether the registry is loaded (or known not to exist).
    pub has_names: bool,
    /// Whether all is loaded.
    pub is_complete: bool,
}

/// A world, one stage further.
pub struct Loaded {
    /// The world.
    pub world: World,
}

impl World {
    /// What holds before anything is loaded.
    pub fn empty(root: &Path) -> World {
        World {
            workspace: Arc::new(Workspace::open(root)),
            matcher: Arc::default(),
            problems: BTreeMap::new(),
            has_names: false,
            is_complete: false,
        }
    }

    /// Whether a document holds prose that concerns beleg: an article, a briefing, or something that is no file here.
    pub fn is_prose(&self, key: &Key) -> bool {
        key.path().is_none_or(|path| {
            !path.starts_with(self.workspace.root())
                || self.workspace.is_article(path)
                || self.workspace.is_briefing(path)
        })
    }

    /// What the analysis of a document needs to know.
    pub fn context(&self, key: &Key, front_matter: Option<&str>) -> Context {
        let name = key.path().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let article = front_matter.map(|text| article::read(&name, text).0);
        Context {
            matcher: self.matcher.clone(),
            lang: article.as_ref().and_then(|a| a.lang),
            reference: article.and_then(|a| a.date).map(|date| {
                let first = date.earliest();
                PartialDate::ymd(first.year(), first.month().unsigned_abs(), first.day().unsigned_abs())
            }),
        }
    }

    /// What is wrong with an open file, as it stands in the editor.
    pub fn problems_of(&self, path: &Path, text: &Document) -> Vec<Problem> {
        if path == self.workspace.config_path() {
            Config::read(&text.text()).1
        } else if self.workspace.is_article(path) {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            article::read(&name, &text.text()).1
        } else {
            Vec::new()
        }
    }
}

/// The thread that loads.
pub struct Loader {
    root: PathBuf,
    changes: Sender<Vec<PathBuf>>,
}

impl Loader {
    /// Starts loading the workspace at `root`.
    pub fn start(tools: &Tools, peer: &Peer, root: PathBuf) -> Loader {
        let (changes, changed) = unbounded();
        let inbox = tools.inbox.clone();
        let work = Work { root: root.clone(), inbox, watch: !peer.watches, changes: changes.clone() };
        let started = std::thread::Builder::new().name("load".into()).spawn(move || work.run(&changed));
        if let Err(error) = started {
            tracing::error!("cannot load the workspace: {error}");
        }
        Loader { root, changes }
    }

    /// The workspace's root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Says that files have changed.
    pub fn changed(&self, paths: Vec<PathBuf>) {
        let _ = self.changes.send(paths);
    }
}

struct Work {
    root: PathBuf,
    inbox: Sender<Event>,
    watch: bool,
    changes: Sender<Vec<PathBuf>>,
}

impl Work {
    fn run(self, changed: &Receiver<Vec<PathBuf>>) {
        let mut world = World::empty(&self.root);
        let _ = guarded("loading", || self.load(&mut world));
        self.finish(&mut world);
        let _watcher = self.watch.then(|| self.watcher(&world)).flatten();
        while let Ok(mut paths) = changed.recv() {
            let first = Instant::now();
            while first.elapsed() < AT_LAST
                && let Ok(more) = changed.recv_timeout(SETTLE)
            {
                paths.extend(more);
            }
            if paths.iter().any(|path| self.concerns(&world, path)) {
                let _ = guarded("loading", || self.load(&mut world));
                self.finish(&mut world);
            }
        }
    }

    /// Whatever happened, what waits for the sources must not wait for ever.
    fn finish(&self, world: &mut World) {
        (world.has_names, world.is_complete) = (true, true);
        self.tell(world);
    }

    fn tell(&self, world: &World) {
        let _ = self.inbox.send(Event::Loaded(Box::new(Loaded { world: world.clone() })));
    }

    fn concerns(&self, world: &World, path: &Path) -> bool {
        path == world.workspace.config_path()
            || path == world.workspace.actors_path()
            || world.workspace.is_article(path)
            // A folder that was moved or removed takes its articles with it.
            || path.extension().is_none() && world.workspace.corpus_paths().iter().any(|p| path.starts_with(p) || p.starts_with(path))
    }

    fn load(&self, world: &mut World) {
        let workspace = Arc::new(Workspace::open(&self.root));
        let mut problems: BTreeMap<PathBuf, Vec<Problem>> = BTreeMap::new();
        if !workspace.problems().is_empty() {
            problems.insert(workspace.config_path(), workspace.problems().to_vec());
        }
        world.workspace = workspace;
        world.problems = problems;
        world.has_names = true;
        self.tell(world);
        for path in world.workspace.article_files() {
            let Ok(text) = world.workspace.read(&path) else { continue };
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            let (_, found) = article::read(&name, &text);
            if !found.is_empty() {
                world.problems.insert(path, found);
            }
        }
    }

    /// Watches what the client does not watch for us.
    fn watcher(&self, world: &World) -> Option<notify::RecommendedWatcher> {
        use notify::{RecursiveMode, Watcher};
        let changes = self.changes.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            if let Ok(event) = event
                && !event.kind.is_access()
            {
                let _ = changes.send(event.paths);
            }
        };
        let mut watcher =
            notify::recommended_watcher(tell).map_err(|error| tracing::warn!("cannot watch files: {error}")).ok()?;
        let workspace = &world.workspace;
        let _ = watcher.watch(workspace.root(), RecursiveMode::NonRecursive);
        if let Some(folder) = workspace.actors_path().parent() {
            let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
        }
        for path in workspace.corpus_paths() {
            if workspace.may_read(&path) {
                let _ = watcher.watch(&path, RecursiveMode::Recursive);
            }
        }
        Some(watcher)
    }
}
