//! Server: how do editors ask?
//!
//! **Invariants:** this is the only folder that knows the protocol. Messages become events in the order they came
//! ([`transport`], [`relay`]); one thread owns what changes ([`main_loop`]); readers get a snapshot ([`snapshot`]) and work
//! on a pool, are not started when their question was withdrawn, and a panic costs one answer ([`pool`]).
//! **Not here:** what to answer ([`crate::features`]).

pub mod actions;
mod commands;
mod completion;
pub mod event;
mod findings;
pub mod from_proto;
pub mod handlers;
mod lens;
pub mod loader;
pub mod main_loop;
pub mod peer;
pub mod pool;
pub mod progress;
pub mod relay;
mod rename;
pub mod snapshot;
mod sweep;
pub mod to_proto;
pub mod tokens;
pub mod transport;
pub mod uris;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::unbounded;
use tower_lsp::LspService;

/// Speaks the protocol on standard input and output until the client says `exit` or closes the pipe. `root` overrules the
/// workspace the client names. Returns the exit code the protocol asks for: 0 after `shutdown`, else 1.
pub fn run(root: Option<PathBuf>) -> io::Result<u8> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let outbox = transport::Outbox::start(io::stdout())?;
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 4);
    let pool = pool::Pool::start(threads)?;
    let (sender, inbox) = unbounded();
    let shut_down = Arc::new(AtomicBool::new(false));
    let mut client = None;
    let relay = relay::Relay { inbox: sender.clone(), shut_down: shut_down.clone() };
    let (service, socket) = LspService::build(|to| {
        client = Some(to);
        relay
    })
    .custom_method("beleg/status", relay::Relay::status)
    .finish();
    let Some(client) = client else { return Err(io::Error::other("the protocol service has no client")) };
    let handle = runtime.handle().clone();
    // One thread for all that writes: what it does happens one after the other.
    let writer = pool::Pool::start(1)?;
    let tools = main_loop::Tools { inbox: sender, outbox: outbox.clone(), client, runtime: handle, pool, writer, root };
    std::thread::Builder::new().name("main loop".into()).spawn(move || main_loop::run(tools, &inbox))?;
    transport::serve(service, socket, io::stdin().lock(), &outbox, runtime.handle());
    // Threads may be in the middle of something; what they hold is only memory.
    runtime.shutdown_background();
    Ok(u8::from(!shut_down.load(Ordering::SeqCst)))
}
