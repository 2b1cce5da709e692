//! The one writer: takes events in order and owns everything that changes.
//!
//! **Invariants:** nothing here waits, for the client or for a thread; a panic while handling an event costs that event.
//! What an edit needs is done at once (a paragraph is read again when the next answer wants it, or when nothing else is to
//! be done); questions go to the pool with a snapshot.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use tokio::runtime::Handle;
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::notification::{DidChangeConfiguration, DidChangeWatchedFiles, PublishDiagnostics};
use tower_lsp::ls_types::request::{
    RegisterCapability, SemanticTokensRefresh, WorkspaceConfiguration, WorkspaceDiagnosticRefresh,
};
use tower_lsp::ls_types::*;

use super::event::{Event, Query};
use super::loader::{Loaded, Loader, World};
use super::peer::{Peer, capabilities};
use super::pool::{Pool, Reply, guarded};
use super::snapshot::{Doc, Snapshot};
use super::tokens::Tokens;
use super::transport::Outbox;
use super::uris::{self, Key};
use super::{actions, commands, completion, findings, from_proto, handlers, lens, rename, sweep, to_proto};
use crate::text::Span;
use crate::text::prose::Format;
use crate::workspace::Settings;

/// An event that takes longer is logged.
const SLOW: Duration = Duration::from_millis(50);

/// How long nobody must have typed before the text is checked: checking must not compete with the colours of the next key.
const PAUSE: Duration = Duration::from_millis(150);

/// The same where the client asks what was found, as some do with every key: where keys come faster than this, its question
/// waits, and there is one answer instead of many that compete with the next key.
const BREATH: Duration = Duration::from_millis(30);

/// Without a key for so long, nobody is typing a word any more. The protocol does not say where the caret is.
const LEFT: Duration = Duration::from_secs(1);

/// What the loop works with.
pub struct Tools {
    /// To itself.
    pub inbox: Sender<Event>,
    /// Notifications to the client.
    pub outbox: Outbox,
    /// Requests to the client; never awaited here.
    pub client: Client,
    /// Where those are awaited.
    pub runtime: Handle,
    /// Who answers questions.
    pub pool: Pool,
    /// The one thread on which files and the client's texts are changed.
    pub writer: Pool,
    /// The workspace to use whatever the client says.
    pub root: Option<PathBuf>,
}

/// Handles events until every sender is gone.
pub fn run(tools: Tools, inbox: &Receiver<Event>) {
    let mut server = Server::Waiting(tools);
    loop {
        let event = match inbox.try_recv() {
            Ok(event) => event,
            Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {
                let mut due = None;
                if let Server::Running(state) = &mut server {
                    due = guarded("idle", || state.idle()).ok().flatten();
                }
                let next = match due {
                    Some(due) => inbox.recv_timeout(due),
                    None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                };
                match next {
                    Ok(event) => event,
                    Err(RecvTimeoutError::Timeout) => continue,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        };
        let began = Instant::now();
        server = server.handle(event);
        if began.elapsed() > SLOW {
            tracing::info!("an event took {} ms", began.elapsed().as_millis());
        }
    }
}

/// Says whether nobody wants to know any more.
type Stop<'s> = &'s (dyn Fn() -> bool + Sync);

/// Before `initialize` there is nothing to own.
enum Server {
    Waiting(Tools),
    Running(Box<State>),
}

impl Server {
    fn handle(self, event: Event) -> Server {
        match (self, event) {
            (Server::Waiting(tools), Event::Initialize(params, reply)) => {
                let options = params.initialization_options.as_ref();
                let settings = options.map(|o| Settings::default().with(o)).unwrap_or_default();
                let mut peer = Peer::new(&params);
                if tools.root.is_some() {
                    peer.root.clone_from(&tools.root);
                }
                reply.send(Ok(InitializeResult {
                    capabilities: capabilities(&peer),
                    server_info: Some(ServerInfo {
                        name: env!("CARGO_PKG_NAME").to_owned(),
                        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
                    }),
                    ..InitializeResult::default()
                }));
                Server::Running(Box::new(State::new(tools, peer, settings)))
            }
            (Server::Running(mut state), event) => {
                let _ = guarded("event", || state.handle(event));
                Server::Running(state)
            }
            // The protocol: notifications before `initialize` are dropped. Requests are refused before they get here.
            (waiting, _) => waiting,
        }
    }
}

struct State {
    tools: Tools,
    loader: Loader,
    now: Snapshot,
    tokens: BTreeMap<Key, Tokens>,
    /// Documents whose diagnostics are not those of their text.
    unpublished: BTreeSet<Key>,
    /// Where somebody has been typing, and when last.
    typed: Option<(Key, Instant)>,
    /// When the last edit came, until its check is under way.
    edited: Option<Instant>,
    /// Whether that came right behind the one before.
    hurried: bool,
    /// The version of each open document whose findings the client was last told, and their id.
    told: BTreeMap<Key, (i32, String)>,
    /// Documents of which a client that pulls has got a part.
    partly_told: BTreeSet<Key>,
    /// What of a document somebody last asked about: the protocol does not say what is on the screen.
    looked_at: BTreeMap<Key, Range>,
    /// Files that are not open and have diagnostics.
    marked: BTreeSet<PathBuf>,
    /// Whether the client asks for what is found in files that are not open: then it is not told twice.
    sweeps: bool,
    /// What was last reported of files that are not open.
    known: Arc<sweep::Known>,
    /// What the client's settings say.
    settings: Arc<Settings>,
    /// Questions that came before there was anything to answer them from.
    early: Vec<Event>,
    /// Questions that trace much and can wait until nobody types.
    patient: Vec<Event>,
    /// Questions what was found, that came right behind a key.
    pulls: Vec<Event>,
}

impl State {
    fn new(tools: Tools, peer: Peer, settings: Settings) -> State {
        let root = peer.root.clone().or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let loader = Loader::start(&tools, &peer, root);
        let now = Snapshot {
            docs: Arc::default(),
            world: Arc::new(World::empty(loader.root())),
            peer: Arc::new(peer),
            checked: Arc::default(),
            kept: Arc::default(),
        };
        State {
            tools,
            loader,
            now,
            tokens: BTreeMap::new(),
            unpublished: BTreeSet::new(),
            edited: None,
            hurried: false,
            typed: None,
            sweeps: false,
            known: Arc::default(),
            looked_at: BTreeMap::new(),
            told: BTreeMap::new(),
            partly_told: BTreeSet::new(),
            marked: BTreeSet::new(),
            settings: Arc::new(settings),
            early: Vec::new(),
            patient: Vec::new(),
            pulls: Vec::new(),
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Initialize(..) => {}
            Event::Initialized => self.initialized(),
            Event::Open(params) => self.open(params),
            Event::Change(params) => self.change(params),
            Event::Saved(params) => self.leave(&Key::new(&params.text_document.uri), None),
            Event::Close(params) => self.close(&params),
            Event::SettingsChanged(settings) => match self.now.peer.configuration {
                // What such a client sends along may be nothing or only what has changed.
                true => self.ask_settings(),
                false => self.settings(&settings),
            },
            Event::Settings(settings) => self.settings(&settings),
            Event::FilesChanged(paths) => self.loader.changed(paths),
            Event::Loaded(loaded) => self.loaded(*loaded),
            Event::TokensFull(..) | Event::TokensDelta(..) | Event::TokensRange(..) if !self.now.world.has_names => {
                self.early.push(event);
            }
            Event::TokensFull(params, reply) => {
                if !reply.is_cancelled() {
                    reply.send(Ok(self.tokens_of(&params.text_document).map(|t| t.full().into())));
                }
            }
            Event::TokensDelta(params, reply) => {
                if !reply.is_cancelled() {
                    let tokens = self.tokens_of(&params.text_document);
                    reply.send(Ok(tokens.map(|t| t.delta(&params.previous_result_id))));
                }
            }
            Event::TokensRange(params, reply) => {
                self.look_at(&params.text_document.uri, params.range);
                let tokens = self.tokens_of(&params.text_document);
                reply.send(Ok(tokens.map(|t| t.range(params.range.start.line, params.range.end.line).into())));
            }
            Event::Checked(outcome) => self.checked(*outcome),
            Event::PartlyTold(key) => match self.now.checked.get(&key) {
                Some((_, checked)) if !checked.is_partial => self.refresh_diagnostics(),
                _ => drop(self.partly_told.insert(key)),
            },
            Event::Query(query @ (Query::Diagnostics(..) | Query::WorkspaceDiagnostics(..)))
                if !self.now.world.is_settled =>
            {
                self.early.push(Event::Query(query));
            }
            Event::Query(query @ Query::Diagnostics(..)) if self.is_hurried() => {
                self.pulls.push(Event::Query(query));
            }
            Event::Query(query) => match self.now.world.is_complete {
                true if query.is_patient() && self.is_typing() => self.patient.push(Event::Query(query)),
                true => self.query(query),
                false => self.early.push(Event::Query(query)),
            },
            Event::Look(sender) => {
                self.refresh();
                let _ = sender.send(self.now.clone());
            }
            Event::Swept(files) => files.into_iter().for_each(|(path, found)| self.swept(path, found)),
            Event::Command(params, reply) => match self.now.world.is_complete {
                true if commands::is_patient(&params.command) && self.is_typing() => {
                    self.patient.push(Event::Command(params, reply));
                }
                true => {
                    self.refresh();
                    commands::start(&self.tools, self.now.clone(), *params, reply);
                }
                false => self.early.push(Event::Command(params, reply)),
            },
            Event::Status(reply) => {
                self.refresh();
                reply.send(Ok(handlers::status(&self.now)));
            }
        }
    }

    /// Nothing waits in the inbox: catch up. Returns when to look again.
    fn idle(&mut self) -> Option<Duration> {
        self.refresh();
        let quiet = self.edited.map_or(Duration::MAX, |edited| edited.elapsed());
        if self.is_hurried() {
            return Some(BREATH.saturating_sub(quiet).max(Duration::from_millis(1)));
        }
        for event in std::mem::take(&mut self.pulls) {
            self.handle(event);
        }
        if quiet < PAUSE {
            return Some(PAUSE - quiet);
        }
        self.edited = None;
        for event in std::mem::take(&mut self.patient) {
            self.handle(event);
        }
        let mut next = None;
        if let Some((key, at)) = self.typed.take() {
            match LEFT.checked_sub(at.elapsed()).filter(|left| !left.is_zero()) {
                Some(left) => {
                    self.typed = Some((key, at));
                    next = Some(left);
                }
                None => self.leave(&key, None),
            }
        }
        if self.now.world.is_settled {
            for key in std::mem::take(&mut self.unpublished) {
                self.publish(&key);
            }
        }
        next
    }

    /// Whether keys come one right behind the other.
    fn is_hurried(&self) -> bool {
        self.hurried && self.edited.is_some_and(|edited| edited.elapsed() < BREATH)
    }

    /// Whether the next key may come at any moment.
    fn is_typing(&self) -> bool {
        self.edited.is_some_and(|edited| edited.elapsed() < PAUSE)
    }

    fn initialized(&mut self) {
        let mut registrations = Vec::new();
        if self.now.peer.watches {
            let watchers = ["**/*.md", "**/*.txt", "**/*.toml", "**/beleg.decisions.jsonl"]
                .map(|glob| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None });
            let options = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.to_vec() };
            registrations.push(Registration {
                id: "beleg-files".to_owned(),
                method: <DidChangeWatchedFiles as notification::Notification>::METHOD.to_owned(),
                register_options: serde_json::to_value(options).ok(),
            });
        }
        if self.now.peer.registers_settings {
            registrations.push(Registration {
                id: "beleg-settings".to_owned(),
                method: <DidChangeConfiguration as notification::Notification>::METHOD.to_owned(),
                register_options: Some(serde_json::json!({"section": "beleg"})),
            });
        }
        for registration in registrations {
            let client = self.tools.client.clone();
            self.tools.runtime.spawn(async move {
                let what = registration.method.clone();
                let params = RegistrationParams { registrations: vec![registration] };
                if let Err(error) = client.send_request::<RegisterCapability>(params).await {
                    tracing::warn!("the client does not send '{what}': {error}");
                }
            });
        }
        if self.now.peer.configuration {
            self.ask_settings();
        }
    }

    fn ask_settings(&self) {
        let (client, inbox) = (self.tools.client.clone(), self.tools.inbox.clone());
        self.tools.runtime.spawn(async move {
            let item = ConfigurationItem { scope_uri: None, section: Some("beleg".to_owned()) };
            let params = ConfigurationParams { items: vec![item] };
            if let Ok(mut values) = client.send_request::<WorkspaceConfiguration>(params).await
                && let Some(settings) = values.pop()
            {
                let _ = inbox.send(Event::Settings(settings));
            }
        });
    }

    fn settings(&mut self, sent: &LSPAny) {
        if Arc::make_mut(&mut self.now.peer).set(sent) {
            self.refresh_tokens();
        }
        let settings = self.settings.with(sent);
        if settings == *self.settings {
            return;
        }
        settings.problems.iter().for_each(|problem| tracing::warn!("{problem}"));
        self.settings = Arc::new(settings);
        let mut world = World::clone(&self.now.world);
        world.library.settings = self.settings.clone();
        // Another world: what was found in the one before does not hold in it.
        self.now.world = Arc::new(world);
        self.outdate();
        self.unpublished.extend(self.now.docs.keys().cloned());
        self.refresh_diagnostics();
        self.refresh_lenses();
    }

    /// Has a client that pulls diagnostics pull them again.
    fn refresh_diagnostics(&self) {
        if self.now.peer.refreshes_diagnostics {
            let client = self.tools.client.clone();
            let ask = async move { drop(client.send_request::<WorkspaceDiagnosticRefresh>(()).await) };
            self.tools.runtime.spawn(ask);
        }
    }

    /// Has the client ask for lenses and hints again: the sources have changed, or what is wanted has.
    fn refresh_lenses(&self) {
        let (client, peer) = (self.tools.client.clone(), self.now.peer.clone());
        self.tools.runtime.spawn(async move {
            if peer.refreshes_lenses {
                drop(client.code_lens_refresh().await);
            }
            if peer.refreshes_hints {
                drop(client.inlay_hint_refresh().await);
            }
        });
    }

    fn refresh_tokens(&self) {
        if self.now.peer.refreshes_tokens {
            let client = self.tools.client.clone();
            self.tools.runtime.spawn(async move { drop(client.send_request::<SemanticTokensRefresh>(()).await) });
        }
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let TextDocumentItem { uri, language_id, version, text } = params.text_document;
        let key = Key::new(&uri);
        let format = match (key.path(), language_id.as_str()) {
            (Some(path), _) => Format::of_path(path),
            (None, "plaintext") => Format::Plain,
            (None, _) => Format::Markdown,
        };
        let context = self.now.world.context(&key, None);
        let doc = Doc::open(uri, version, &text, format, &context);
        Arc::make_mut(&mut self.now.docs).insert(key.clone(), Arc::new(doc));
        self.tokens.remove(&key);
        self.told.remove(&key);
        self.unpublished.insert(key);
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        let key = Key::new(&params.text_document.uri);
        let encoding = self.now.peer.encoding;
        let Some(doc) = Arc::make_mut(&mut self.now.docs).get_mut(&key) else {
            tracing::warn!("an edit of '{}', which is not open, was dropped", params.text_document.uri.as_str());
            return;
        };
        let doc = Arc::make_mut(doc);
        let edits = params.content_changes.len();
        for change in params.content_changes {
            let span = change.range.map(|range| from_proto::span(&doc.text, range, encoding));
            doc.edit(span, &change.text, params.text_document.version);
        }
        doc.version = params.text_document.version;
        if edits > 1 {
            // Several carets, or an edit that was no typing.
            doc.leave();
        }
        self.typed = doc.caret().map(|_| (key.clone(), Instant::now()));
        self.unpublished.insert(key);
        self.hurried = self.edited.is_some_and(|edited| edited.elapsed() < BREATH);
        self.edited = Some(Instant::now());
    }

    /// Somebody was typing in a document and now is elsewhere: at the place between these positions, or who knows where.
    fn leave(&mut self, key: &Key, to: Option<Range>) {
        let encoding = self.now.peer.encoding;
        let Some(doc) = self.now.docs.get(key).filter(|doc| doc.caret().is_some()) else { return };
        if let Some(to) = to.map(|to| from_proto::span(&doc.text, to, encoding)) {
            // A selection says nothing of the caret.
            if !to.is_empty() || doc.typed_word().is_some_and(|word| word.touches(to.start)) {
                return;
            }
        }
        if let Some(doc) = Arc::make_mut(&mut self.now.docs).get_mut(key) {
            Arc::make_mut(doc).leave();
        }
        self.unpublished.insert(key.clone());
        self.refresh_diagnostics();
    }

    fn close(&mut self, params: &DidCloseTextDocumentParams) {
        let key = Key::new(&params.text_document.uri);
        Arc::make_mut(&mut self.now.docs).remove(&key);
        self.tokens.remove(&key);
        self.unpublished.remove(&key);
        self.looked_at.remove(&key);
        self.told.remove(&key);
        Arc::make_mut(&mut self.now.checked).remove(&key);
        match key.path() {
            Some(path) if self.now.world.is_complete => self.publish_file(&path.to_owned()),
            _ => self.send_diagnostics(params.text_document.uri.clone(), Vec::new(), None),
        }
    }

    /// What was found does not hold in the world as it is now; it is told until something else is known.
    fn outdate(&mut self) {
        for (world, checked) in Arc::make_mut(&mut self.now.checked).values_mut() {
            (*world, *checked) = (self.now.world.clone(), Arc::new(checked.outdated()));
        }
    }

    /// Somebody has asked about a part of a document: it is probably on the screen.
    fn look_at(&mut self, uri: &Uri, range: Range) {
        self.looked_at.insert(Key::new(uri), range);
    }

    /// Where somebody is likely to look in a document.
    fn near(&self, key: &Key, doc: &Doc) -> Vec<Span> {
        let caret = doc.caret().map(|at| Span { start: at, end: at });
        let encoding = self.now.peer.encoding;
        let asked = self.looked_at.get(key).map(|range| from_proto::span(&doc.text, *range, encoding));
        caret.into_iter().chain(asked).collect()
    }

    fn loaded(&mut self, mut loaded: Loaded) {
        loaded.world.library.settings = self.settings.clone();
        let before = std::mem::replace(&mut self.now.world, Arc::new(loaded.world));
        if loaded.same_sources {
            for (world, _) in Arc::make_mut(&mut self.now.checked).values_mut().filter(|(w, _)| Arc::ptr_eq(w, &before))
            {
                *world = self.now.world.clone();
            }
            self.unpublished.extend(self.now.docs.keys().cloned());
            self.publish_file(&self.now.world.library.workspace.decisions_path());
            self.refresh_diagnostics();
            self.refresh_lenses();
            return;
        }
        // What was traced was traced in other sources.
        self.now.kept = Arc::default();
        self.outdate();
        // Every open document may read differently now.
        for (key, doc) in Arc::make_mut(&mut self.now.docs) {
            Arc::make_mut(doc).spoil();
            self.unpublished.insert(key.clone());
        }
        for event in std::mem::take(&mut self.early) {
            self.handle(event);
        }
        if !Arc::ptr_eq(&before.library.matcher, &self.now.world.library.matcher) {
            self.refresh_tokens();
        }
        if self.now.world.is_settled {
            self.refresh_lenses();
            let with_problems = self.now.world.library.problems.keys().cloned();
            let files: BTreeSet<PathBuf> = with_problems.chain(std::mem::take(&mut self.marked)).collect();
            files.iter().for_each(|path| self.publish_file(path));
            self.refresh_diagnostics();
        }
    }

    /// Brings every open document's analysis up to its text.
    fn refresh(&mut self) {
        if !self.now.world.has_names || !self.now.docs.values().any(|doc| doc.is_stale()) {
            return;
        }
        let world = self.now.world.clone();
        for (key, doc) in Arc::make_mut(&mut self.now.docs) {
            if doc.is_stale() {
                let doc = Arc::make_mut(doc);
                match world.is_prose(key) {
                    true => doc.refresh(&world.context(key, doc.text.front_matter())),
                    false => doc.leave_alone(),
                }
            }
        }
    }

    fn tokens_of(&mut self, document: &TextDocumentIdentifier) -> Option<&mut Tokens> {
        let key = Key::new(&document.uri);
        self.refresh();
        let doc = self.now.docs.get(&key)?;
        let Peer { encoding, style, .. } = *self.now.peer;
        let tokens = self.tokens.entry(key).or_insert_with(|| Tokens::new(doc.analysis.clone(), encoding, style));
        tokens.update(&doc.analysis, style);
        Some(tokens)
    }

    fn query(&mut self, query: Query) {
        match query {
            Query::Hover(p, reply) => {
                let uri = p.text_document_position_params.text_document.uri.clone();
                let at = p.text_document_position_params.position;
                self.look_at(&uri, Range { start: at, end: at });
                self.ask("hover", Some(uri), reply, move |s| handlers::hover(s, &p));
            }
            Query::Definition(p, reply) => {
                let uri = p.text_document_position_params.text_document.uri.clone();
                self.ask("definition", Some(uri), reply, move |s| handlers::definition(s, &p));
            }
            Query::Declaration(p, reply) => {
                let uri = p.text_document_position_params.text_document.uri.clone();
                self.ask("declaration", Some(uri), reply, move |s| handlers::declaration(s, &p));
            }
            Query::References(p, reply) => {
                let uri = p.text_document_position.text_document.uri.clone();
                self.ask("references", Some(uri), reply, move |s| handlers::references(s, &p));
            }
            Query::Highlight(p, reply) => {
                // Editors ask for these where the caret goes; the mouse asks for others.
                let at = &p.text_document_position_params;
                let to = Range { start: at.position, end: at.position };
                self.look_at(&at.text_document.uri, to);
                self.leave(&Key::new(&at.text_document.uri), Some(to));
                let uri = p.text_document_position_params.text_document.uri.clone();
                self.ask("document highlight", Some(uri), reply, move |s| handlers::highlight(s, &p));
            }
            Query::DocumentSymbols(p, reply) => {
                let uri = p.text_document.uri.clone();
                self.ask("document symbols", Some(uri), reply, move |s| handlers::document_symbols(s, &p));
            }
            Query::WorkspaceSymbols(p, reply) => {
                self.ask("workspace symbols", None, reply, move |s| handlers::workspace_symbols(s, &p));
            }
            Query::CodeActions(p, reply) => {
                self.look_at(&p.text_document.uri, p.range);
                self.leave(&Key::new(&p.text_document.uri), Some(p.range));
                let uri = p.text_document.uri.clone();
                self.ask("code actions", Some(uri), reply, move |s| actions::actions(s, &p));
            }
            Query::ResolveAction(action, reply) => {
                self.refresh();
                let snapshot = self.now.clone();
                self.tools.pool.answer_or_fail("action", reply, move || actions::resolve(&snapshot, *action));
            }
            Query::Diagnostics(p, reply) => {
                let uri = p.text_document.uri.clone();
                // A client that can be told when the rest is known gets what is known soon.
                let in_parts = self.now.peer.refreshes_diagnostics.then(|| {
                    let key = Key::new(&uri);
                    let near = self.now.docs.get(&key).map(|doc| self.near(&key, doc)).unwrap_or_default();
                    let inbox = self.tools.inbox.clone();
                    (near, move || drop(inbox.send(Event::PartlyTold(key))))
                });
                self.ask("diagnostics", Some(uri), reply, move |s| findings::pulled(s, &p, in_parts));
            }
            Query::Completion(p, reply) => {
                let uri = p.text_document_position.text_document.uri.clone();
                let job = move |s: &Snapshot, stop: Stop<'_>| Ok(completion::completion(s, &p, stop));
                self.ask_long("completion", Some(uri), reply, job);
            }
            Query::Links(p, reply) => {
                let uri = p.text_document.uri.clone();
                self.ask("document links", Some(uri), reply, move |s| handlers::links(s, &p));
            }
            Query::PrepareRename(p, reply) => {
                let uri = p.text_document.uri.clone();
                self.ask_long("prepare rename", Some(uri), reply, move |s, _| rename::prepare(s, &p));
            }
            Query::Rename(p, reply) => {
                let uri = p.text_document_position.text_document.uri.clone();
                self.ask_long("rename", Some(uri), reply, move |s, _| rename::rename(s, &p));
            }
            Query::Lenses(p, reply) => {
                let uri = p.text_document.uri.clone();
                self.ask("code lenses", Some(uri), reply, move |s| lens::lenses(s, &p));
            }
            Query::Lens(p, reply) => {
                let uri = lens::document(&p);
                let job = move |s: &Snapshot, stop: Stop<'_>| Ok(lens::resolve(s, &p, stop));
                self.ask_long("code lens", uri, reply, job);
            }
            Query::Hints(p, reply) => {
                let uri = p.text_document.uri.clone();
                self.look_at(&uri, p.range);
                self.ask_long("inlay hints", Some(uri), reply, move |s, stop| Ok(lens::hints(s, &p, stop)));
            }
            Query::WorkspaceDiagnostics(p, reply) => {
                self.sweeps = true;
                self.refresh();
                let (snapshot, known, outbox) = (self.now.clone(), self.known.clone(), self.tools.outbox.clone());
                self.tools.pool.run(move || {
                    let reply = Arc::new(reply);
                    let stop = || reply.is_cancelled();
                    let swept = guarded("workspace diagnostics", || sweep::run(&snapshot, &p, &known, &outbox, &stop));
                    if let Some(reply) = Arc::into_inner(reply) {
                        reply.send(swept.and_then(|report| report.ok_or_else(Error::request_cancelled)));
                    }
                });
            }
            Query::SelectionRanges(p, reply) => {
                let uri = p.text_document.uri.clone();
                self.ask("selection ranges", Some(uri), reply, move |s| handlers::selection_ranges(s, &p));
            }
        }
    }

    fn ask<T: Send + 'static>(
        &mut self,
        name: &'static str,
        uri: Option<Uri>,
        reply: Reply<Option<T>>,
        job: impl FnOnce(&Snapshot) -> Option<T> + Send + 'static,
    ) {
        self.refresh();
        let snapshot = self.now.clone();
        let doc = uri.and_then(|uri| snapshot.docs.get(&Key::new(&uri)).cloned());
        let overtaken = move || doc.is_some_and(|doc| doc.is_overtaken());
        self.tools.pool.answer(name, reply, overtaken, move || job(&snapshot));
    }

    /// The same for what takes longer: it asks in between whether anybody still wants to know, and gives up if not.
    fn ask_long<T: Send + 'static>(
        &mut self,
        name: &'static str,
        uri: Option<Uri>,
        reply: Reply<Option<T>>,
        job: impl FnOnce(&Snapshot, Stop<'_>) -> Result<Option<T>> + Send + 'static,
    ) {
        self.refresh();
        let snapshot = self.now.clone();
        let doc = uri.and_then(|uri| snapshot.docs.get(&Key::new(&uri)).cloned());
        self.tools.pool.run(move || {
            let overtaken = || doc.as_ref().is_some_and(|doc| doc.is_overtaken());
            let reply = Arc::new(reply);
            let stop = || reply.is_cancelled() || overtaken();
            let answer =
                if stop() { Ok(None) } else { guarded(name, || job(&snapshot, &stop)).and_then(|answer| answer) };
            let answer = if overtaken() { Err(Error::content_modified()) } else { answer };
            if let Some(reply) = Arc::into_inner(reply) {
                reply.send(answer);
            }
        });
    }

    /// Tells the client what is wrong with an open document, once it has been found out.
    fn publish(&mut self, key: &Key) {
        let Some(doc) = self.now.docs.get(key).cloned() else { return };
        if key.path().is_some_and(|path| self.marked.remove(path)) && self.now.peer.pulls {
            // What was told of the closed file would stay beside what the client now asks for itself.
            self.send_diagnostics(doc.uri.clone(), Vec::new(), None);
        }
        let near = self.near(key, &doc);
        let (snapshot, key, inbox) = (self.now.clone(), key.clone(), self.tools.inbox.clone());
        self.tools.pool.run(move || {
            if !doc.is_overtaken()
                && let Ok(outcome) = guarded("checks", || findings::check_some(&snapshot, &key, &doc, &near))
            {
                let _ = inbox.send(Event::Checked(Box::new(outcome)));
            }
        });
    }

    /// A document has been checked, or a part of it: it is told unless the text has moved on, in which case the next check is
    /// under way. Then the next part follows.
    fn checked(&mut self, outcome: findings::Outcome) {
        let findings::Outcome { key, doc, world, checked, diagnostics } = outcome;
        let Some(now) = self.now.docs.get(&key) else { return };
        if !Arc::ptr_eq(&world, &self.now.world) {
            return;
        }
        let moved_on = now.caret() != doc.caret() || doc.is_overtaken();
        let is_partial = checked.is_partial;
        // What was found in a paragraph holds wherever the paragraph is by now.
        Arc::make_mut(&mut self.now.checked).insert(key.clone(), (world, checked));
        if moved_on {
            return;
        }
        // What the client has been told of this very text need not be told again.
        let told = (doc.version, findings::id_of(&diagnostics));
        if !self.now.peer.pulls && self.told.get(&key) != Some(&told) {
            self.told.insert(key.clone(), told);
            self.send_diagnostics(doc.uri.clone(), diagnostics, Some(doc.version));
        }
        if is_partial {
            self.publish(&key);
        } else if self.partly_told.remove(&key) {
            self.refresh_diagnostics();
        }
    }

    /// The same for a file that is not open.
    fn publish_file(&mut self, path: &PathBuf) {
        if self.now.docs.contains_key(&Key::File(path.clone())) {
            return;
        }
        let Some(uri) = uris::from_path(path) else { return };
        let problems = self.now.world.library.problems.get(path).map(Vec::as_slice).unwrap_or_default();
        let diagnostics: Vec<_> = match problems {
            [] => Vec::new(),
            problems => {
                let text = self.now.world.library.workspace.read(path).unwrap_or_default();
                let document = crate::text::document::Document::new(&text, Format::Plain);
                problems.iter().map(|p| to_proto::problem(&document, p, self.now.peer.encoding)).collect()
            }
        };
        if diagnostics.is_empty() {
            self.marked.remove(path);
        } else {
            self.marked.insert(path.clone());
        }
        self.send_diagnostics(uri, diagnostics, None);
    }

    /// What was found in a file that is not open.
    fn swept(&mut self, path: PathBuf, diagnostics: Vec<Diagnostic>) {
        if self.sweeps || self.now.docs.contains_key(&Key::File(path.clone())) {
            return;
        }
        let Some(uri) = uris::from_path(&path) else { return };
        let known = if diagnostics.is_empty() { self.marked.remove(&path) } else { !self.marked.insert(path) };
        if known || !diagnostics.is_empty() {
            self.send_diagnostics(uri, diagnostics, None);
        }
    }

    fn send_diagnostics(&self, uri: Uri, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
        self.tools.outbox.notify::<PublishDiagnostics>(&PublishDiagnosticsParams { uri, diagnostics, version });
    }
}
