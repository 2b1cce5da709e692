//! `workspace/executeCommand`: what an editor may ask for beyond the protocol's own questions.
//!
//! **Invariants:** every command takes one object and says what is wrong with it; a command that reads gets a snapshot on the
//! pool; commands that write do so one after the other on a thread of their own ([`Way::Writes`]), so that two of them never
//! start from the same state. No command keeps the main loop waiting, and none needs more of the client than the protocol
//! has: edits go through `workspace/applyEdit`, jumps through `window/showDocument`.

mod actors;
mod args;
mod check_workspace;
mod cite;
mod decisions;
mod import;
mod new_actor;
mod open;
mod sources;
mod statements;
mod timeline;
mod trace;

use std::sync::Arc;
use std::time::Duration;

use crossbeam_channel::Sender;
use serde_json::Value;
use tokio::runtime::Handle;
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::request::{ApplyWorkspaceEdit, Request, ShowDocument};
use tower_lsp::ls_types::*;

use super::event::Event;
use super::main_loop::Tools;
use super::pool::{Reply, guarded};
use super::progress::Progress;
use super::snapshot::{Doc, Snapshot};
use super::transport::Outbox;
use args::Args;

/// Whom a command waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Nobody: it reads a snapshot.
    Reads,
    /// Every command before it that writes, and the client.
    Writes,
}

type Run = fn(&Desk<'_>, &Args<'_>) -> Result<Value>;

/// Every command.
const COMMANDS: &[(&str, Way, Run)] = &[
    ("beleg.sources", Way::Reads, sources::run),
    ("beleg.actors", Way::Reads, actors::run),
    ("beleg.timeline", Way::Reads, timeline::run),
    ("beleg.trace", Way::Reads, trace::run),
    ("beleg.openSource", Way::Reads, open::run),
    ("beleg.cite", Way::Writes, cite::run),
    ("beleg.newActor", Way::Writes, new_actor::run),
    ("beleg.import", Way::Writes, import::run),
    ("beleg.checkWorkspace", Way::Reads, check_workspace::run),
    ("beleg.decide", Way::Writes, decisions::decide),
    ("beleg.undecide", Way::Writes, decisions::undecide),
];

/// A client that does not answer must not hold up the next command for ever.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the server advertises.
pub fn names() -> Vec<String> {
    COMMANDS.iter().map(|(name, ..)| (*name).to_owned()).collect()
}

/// Whether a command traces a whole document, which views ask for at every edit: it waits for a pause in typing.
pub fn is_patient(name: &str) -> bool {
    name == "beleg.sources"
}

/// What a command works with.
struct Desk<'a> {
    snapshot: &'a Snapshot,
    client: Client,
    runtime: Handle,
    inbox: Sender<Event>,
    outbox: Outbox,
    /// Where the client wants to show how far it is.
    token: Option<ProgressToken>,
    /// Whether nobody waits for the answer any more.
    stop: &'a (dyn Fn() -> bool + Sync),
}

/// Runs a command when a thread is free.
pub fn start(tools: &Tools, snapshot: Snapshot, params: ExecuteCommandParams, reply: Reply<Option<LSPAny>>) {
    let Some((name, way, run)) = COMMANDS.iter().find(|(name, ..)| *name == params.command) else {
        let known = names().join(", ");
        return reply.send(Err(invalid(format!("there is no command '{}' (there are: {known})", params.command))));
    };
    let (client, runtime) = (tools.client.clone(), tools.runtime.clone());
    let (inbox, outbox) = (tools.inbox.clone(), tools.outbox.clone());
    let token = params.work_done_progress_params.work_done_token.clone();
    let job = move || {
        if reply.is_cancelled() {
            return;
        }
        let reply = Arc::new(reply);
        let answer = {
            let stop = || reply.is_cancelled();
            let desk = Desk { snapshot: &snapshot, client, runtime, inbox, outbox, token, stop: &stop };
            guarded(name, || run(&desk, &Args::new(name, &params.arguments)?))
        };
        if let Some(reply) = Arc::into_inner(reply) {
            reply.send(answer.and_then(|answer| answer).map(Some));
        }
    };
    match way {
        Way::Reads => tools.pool.run(job),
        Way::Writes => tools.writer.run(job),
    }
}

/// The argument is not what the command takes.
fn invalid(message: String) -> Error {
    Error { code: ErrorCode::InvalidParams, message: message.into(), data: None }
}

/// It cannot be done, for a reason the user should read.
fn failed(message: String) -> Error {
    Error { code: ErrorCode::ServerError(-32803), message: message.into(), data: None }
}

impl Desk<'_> {
    /// Asks the client and waits. Only on the thread that may wait.
    fn ask<R: Request>(&self, params: R::Params) -> Result<R::Result> {
        let asked = async { tokio::time::timeout(PATIENCE, self.client.send_request::<R>(params)).await };
        let answer = self.runtime.block_on(asked);
        answer.unwrap_or_else(|_| Err(failed(format!("the client did not answer '{}'", R::METHOD))))
    }

    /// The state as it is now, with all that commands before this one have done.
    fn now(&self) -> Result<Snapshot> {
        let (sender, receiver) = crossbeam_channel::bounded(1);
        self.tell(Event::Look(sender));
        receiver.recv_timeout(PATIENCE).map_err(|_| failed("the server is ending".to_owned()))
    }

    /// Tells the main loop.
    fn tell(&self, event: Event) {
        // Without a main loop the process is ending.
        let _ = self.inbox.send(event);
    }

    /// Shows how far the command is.
    fn progress(&self, token: &str, title: &'static str) -> Progress {
        match &self.token {
            Some(token) => Progress::of(token.clone(), self.outbox.clone(), title),
            None => {
                let ask = self.snapshot.peer.progress.then(|| (self.client.clone(), self.runtime.clone()));
                Progress::own(ask, self.outbox.clone(), token, title)
            }
        }
    }

    /// Edits of one document, for the version they were made for where the client can tell.
    fn edit_of(&self, doc: &Doc, edits: Vec<TextEdit>) -> WorkspaceEdit {
        if !self.snapshot.peer.versioned_edits {
            return WorkspaceEdit { changes: Some([(doc.uri.clone(), edits)].into()), ..WorkspaceEdit::default() };
        }
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: doc.uri.clone(), version: Some(doc.version) };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        let edits = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
        WorkspaceEdit { document_changes: Some(edits), ..WorkspaceEdit::default() }
    }

    /// Has the client show a place; false when it cannot. Nothing depends on it, so nobody waits for it.
    fn show(&self, uri: Uri, selection: Range) -> bool {
        if !self.snapshot.peer.shows_documents {
            return false;
        }
        let client = self.client.clone();
        self.runtime.spawn(async move {
            let params =
                ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection: Some(selection) };
            match client.send_request::<ShowDocument>(params).await {
                Ok(shown) if shown.success => {}
                Ok(_) => tracing::warn!("the client did not show the document"),
                Err(error) => tracing::warn!("the client did not show the document: {error}"),
            }
        });
        true
    }

    /// Has the client edit, or says why that is not possible.
    fn apply(&self, label: &str, edit: WorkspaceEdit) -> Result<()> {
        if !self.snapshot.peer.applies_edits {
            return Err(failed("this client cannot apply edits of the server ('workspace/applyEdit')".to_owned()));
        }
        let params = ApplyWorkspaceEditParams { label: Some(label.to_owned()), edit };
        let answer = self.ask::<ApplyWorkspaceEdit>(params)?;
        if answer.applied {
            return Ok(());
        }
        let why = answer.failure_reason.unwrap_or_else(|| "the text may have changed in the meantime".to_owned());
        Err(failed(format!("the client did not apply the edit: {why}")))
    }
}
