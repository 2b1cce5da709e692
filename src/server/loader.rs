//! Loads the workspace in the background, and again when files change.
//!
//! **Invariant:** the main loop gets finished worlds and never waits for one. Changes that come close together are taken in
//! together.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::event::Event;
use super::main_loop::Tools;
use super::peer::Peer;
use super::pool::guarded;
use super::progress::Progress;
use super::uris::Key;
use crate::analysis::Context;
use crate::corpus::article;
use crate::corpus::index::context_of;
use crate::features::texts;
use crate::text::document::Document;
use crate::text::prose::Format;
use crate::workspace::Library;
use crate::workspace::library::file_name;

/// Editors and version control write many files at once; this long after the last one the sources are read.
const SETTLE: Duration = Duration::from_millis(150);
/// Files that never stop changing are read after this long all the same.
const AT_LAST: Duration = Duration::from_secs(1);

/// What is loaded, and how far.
#[derive(Clone)]
pub struct World {
    /// The library.
    pub library: Library,
    /// Whether the registry is loaded (or known not to exist).
    pub has_names: bool,
    /// Whether all is loaded.
    pub is_complete: bool,
    /// Whether the articles have been read with these names. While they are being read again, what can be found by comparing
    /// the two is not what will be found.
    pub is_settled: bool,
}

impl World {
    /// What holds before anything is loaded.
    pub fn empty(root: &Path) -> World {
        World { library: Library::empty(root), has_names: false, is_complete: false, is_settled: false }
    }

    /// Whether a document holds prose that concerns beleg: an article, a briefing, or something that is no file here.
    pub fn is_prose(&self, key: &Key) -> bool {
        let workspace = &self.library.workspace;
        key.path().is_none_or(|path| {
            !path.starts_with(workspace.root()) || workspace.is_article(path) || workspace.is_briefing(path)
        })
    }

    /// What the analysis of an open document needs to know. Only the front matter is asked: it is there at every keystroke
    /// for nothing, where looking through the whole text is not.
    pub fn context(&self, key: &Key, front_matter: Option<&str>) -> Context {
        let matcher = self.library.matcher.clone();
        let article = front_matter.map(|text| article::read(&key.path().map(file_name).unwrap_or_default(), text).0);
        match article {
            Some(article) if article.date.is_some() => {
                let nothing = Document::new("", Format::Plain);
                let lang = article.lang;
                Context { lang, ..context_of(&article, &nothing, "", matcher) }
            }
            article => Context { matcher, lang: article.and_then(|a| a.lang), reference: None },
        }
    }
}

/// A world, one stage further.
pub struct Loaded {
    /// The world.
    pub world: World,
    /// Whether only decisions have changed: what was found in the documents is still what is found.
    pub same_sources: bool,
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
        let ask = peer.progress.then(|| (tools.client.clone(), tools.runtime.clone()));
        let title = texts::of(peer.lang).reading_articles;
        let progress = Progress::own(ask, tools.outbox.clone(), "beleg/index", title);
        let work = Work { root: root.clone(), inbox, watch: !peer.watches, changes: changes.clone(), progress };
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
    progress: Progress,
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
            let decisions = world.library.workspace.decisions_path();
            let mut concerning = paths.iter().filter(|path| world.library.concerns(path)).peekable();
            if concerning.peek().is_some() && concerning.all(|path| *path == decisions) {
                world.library.read_decisions();
                self.tell(&world, true);
            } else if paths.iter().any(|path| world.library.concerns(path)) {
                let _ = guarded("loading", || self.load(&mut world));
                self.finish(&mut world);
            }
        }
    }

    /// Whatever happened, what waits for the sources must not wait for ever.
    fn finish(&self, world: &mut World) {
        self.progress.end();
        (world.has_names, world.is_complete, world.is_settled) = (true, true, true);
        self.tell(world, false);
    }

    fn tell(&self, world: &World, same_sources: bool) {
        let _ = self.inbox.send(Event::Loaded(Box::new(Loaded { world: world.clone(), same_sources })));
    }

    fn load(&self, world: &mut World) {
        let before = world.library.matcher.clone();
        world.library.read_names();
        (world.has_names, world.is_settled) = (true, false);
        // The colours of other names need not wait for the articles.
        if !world.is_complete || !Arc::ptr_eq(&before, &world.library.matcher) {
            self.tell(world, false);
        }
        world.library.read_articles(&|done, all| self.progress.report(done, all));
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
        let workspace = &world.library.workspace;
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
