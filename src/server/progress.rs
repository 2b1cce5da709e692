//! Shows the client how far a long piece of work is.
//!
//! **Invariant:** nobody waits for the client. It is asked for a place to show progress, and what is reported before it
//! agreed is not shown; a place that it has named itself is used at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use tokio::runtime::Handle;
use tower_lsp::Client;
use tower_lsp::ls_types::*;

use super::transport::Outbox;

/// One piece of work.
pub struct Progress {
    state: Arc<AtomicU8>,
    ask: Option<(Client, Handle)>,
    outbox: Outbox,
    token: NumberOrString,
    title: &'static str,
    shown: AtomicU8,
}

const UNASKED: u8 = 0;
const ASKED: u8 = 1;
const AGREED: u8 = 2;
const BEGUN: u8 = 3;
/// Shown as a share before anything was.
const NOTHING: u8 = u8::MAX;

impl Progress {
    /// Work that the server has begun of its own accord; `ask` is the client if it can show progress.
    pub fn own(ask: Option<(Client, Handle)>, outbox: Outbox, token: &str, title: &'static str) -> Progress {
        let token = NumberOrString::String(token.to_owned());
        Progress::new(UNASKED, ask, outbox, token, title)
    }

    /// Work that the client has asked for and named a place for.
    pub fn of(token: NumberOrString, outbox: Outbox, title: &'static str) -> Progress {
        Progress::new(AGREED, None, outbox, token, title)
    }

    fn new(
        state: u8,
        ask: Option<(Client, Handle)>,
        outbox: Outbox,
        token: NumberOrString,
        title: &'static str,
    ) -> Progress {
        Progress { state: Arc::new(AtomicU8::new(state)), ask, outbox, token, title, shown: AtomicU8::new(NOTHING) }
    }

    /// So much is done of all.
    pub fn report(&self, done: usize, all: usize) {
        let percent = (done * 100).checked_div(all).unwrap_or(100).min(100) as u8;
        match self.state.load(Ordering::Acquire) {
            UNASKED => {
                let Some((client, runtime)) = &self.ask else { return };
                if self.state.compare_exchange(UNASKED, ASKED, Ordering::AcqRel, Ordering::Acquire).is_err() {
                    return;
                }
                let (client, state, token) = (client.clone(), self.state.clone(), self.token.clone());
                runtime.spawn(async move {
                    if client.create_work_done_progress(token).await.is_ok() {
                        // Whoever has given up in the meantime stays given up.
                        let _ = state.compare_exchange(ASKED, AGREED, Ordering::AcqRel, Ordering::Acquire);
                    }
                });
            }
            // Of several threads that report at once, one begins.
            AGREED if self.state.compare_exchange(AGREED, BEGUN, Ordering::AcqRel, Ordering::Acquire).is_ok() => {
                self.shown.store(percent, Ordering::Relaxed);
                self.send(WorkDoneProgress::Begin(WorkDoneProgressBegin {
                    title: self.title.to_owned(),
                    cancellable: Some(false),
                    message: Some(format!("{done}/{all}")),
                    percentage: Some(percent.into()),
                }));
            }
            BEGUN if self.shown.swap(percent, Ordering::Relaxed) != percent => {
                self.send(WorkDoneProgress::Report(WorkDoneProgressReport {
                    cancellable: Some(false),
                    message: Some(format!("{done}/{all}")),
                    percentage: Some(percent.into()),
                }));
            }
            _ => {}
        }
    }

    /// It is done, or given up.
    pub fn end(&self) {
        if self.state.swap(UNASKED, Ordering::AcqRel) == BEGUN {
            self.send(WorkDoneProgress::End(WorkDoneProgressEnd { message: None }));
        }
    }

    fn send(&self, value: WorkDoneProgress) {
        let params = ProgressParams { token: self.token.clone(), value: ProgressParamsValue::WorkDone(value) };
        self.outbox.notify::<notification::Progress>(&params);
    }
}
