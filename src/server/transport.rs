//! Messages in, messages out: the pipe between the client and the protocol service.
//!
//! **Invariants:** every handler runs up to its first await inside [`serve`], in the order the messages arrived, because
//! each future is polled once before the next message is read; so an edit is in the main loop's inbox before the request
//! that follows it. A message that cannot be understood costs a log line, never the session. Nothing here waits for the
//! client, so neither a slow nor a silent one can stop the reading.
//!
//! The library's own `Server` is not used: it ends at the first malformed message, and its bounded queue can be wedged by a
//! client that answers late. Routing, lifecycle, cancellation and requests to the client are the library's.

use std::io::{self, BufRead, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use futures::{SinkExt, StreamExt};
use serde::Serialize;
use serde_json::Value;
use tokio::runtime::Handle;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::ls_types::notification::{DidChangeTextDocument, DidOpenTextDocument, Notification};
use tower_lsp::{ClientSocket, LanguageServer, LspService};
use tower_service::Service;

use super::uris;

/// No message of an editor is longer; a length above it is a broken header.
const LONGEST: usize = 1 << 30;
/// How long the last answers may take to leave after `exit`.
const LAST_WORDS: Duration = Duration::from_secs(1);

enum Outgoing {
    Message(Vec<u8>),
    Flush(Sender<()>),
}

/// Where messages to the client go: one queue, one writing thread, so they leave in the order they were handed over.
#[derive(Clone)]
pub struct Outbox(Sender<Outgoing>);

impl Outbox {
    /// Starts the thread that writes to `out`.
    pub fn start(out: impl Write + Send + 'static) -> io::Result<Outbox> {
        let (sender, receiver) = unbounded();
        std::thread::Builder::new().name("write".into()).spawn(move || write_all(out, &receiver))?;
        Ok(Outbox(sender))
    }

    /// Queues a response, or a request to the client.
    pub fn message(&self, message: &impl Serialize) {
        match serde_json::to_vec(message) {
            Ok(bytes) => drop(self.0.send(Outgoing::Message(bytes))),
            Err(error) => tracing::error!("cannot write a message: {error}"),
        }
    }

    /// Queues a notification.
    pub fn notify<N: Notification>(&self, params: &N::Params)
    where
        N::Params: Serialize,
    {
        #[derive(Serialize)]
        struct Message<'a, P> {
            jsonrpc: &'static str,
            method: &'static str,
            params: &'a P,
        }
        self.message(&Message { jsonrpc: "2.0", method: N::METHOD, params });
    }

    /// Waits until everything queued so far has left, or the client has stopped reading.
    fn flush(&self) {
        let (done, wait) = bounded(1);
        let _ = self.0.send(Outgoing::Flush(done));
        let _ = wait.recv_timeout(LAST_WORDS);
    }
}

fn write_all(out: impl Write, queue: &Receiver<Outgoing>) {
    let mut out = io::BufWriter::new(out);
    for next in queue {
        let written = match next {
            Outgoing::Message(bytes) => {
                write!(out, "Content-Length: {}\r\n\r\n", bytes.len()).and_then(|()| out.write_all(&bytes))
            }
            Outgoing::Flush(done) => out.flush().map(|()| drop(done)),
        };
        let written = written.and_then(|()| if queue.is_empty() { out.flush() } else { Ok(()) });
        if let Err(error) = written {
            // The client has gone; the reader will see the end of its input.
            tracing::warn!("cannot write to the client: {error}");
            return;
        }
    }
}

/// Reads messages until `exit` or the end of input.
pub fn serve<S: LanguageServer>(
    mut service: LspService<S>,
    socket: ClientSocket,
    mut input: impl BufRead,
    outbox: &Outbox,
    runtime: &Handle,
) {
    let (mut requests, mut responses) = socket.split();
    let to_client = outbox.clone();
    runtime.spawn(async move {
        while let Some(request) = requests.next().await {
            to_client.message(&request);
        }
    });
    loop {
        let body = match read_message(&mut input) {
            Ok(Some(body)) => body,
            Ok(None) => break,
            Err(error) => {
                tracing::warn!("cannot read from the client: {error}");
                break;
            }
        };
        match understand(&body) {
            Ok(Message::Request(request)) => {
                let exit = request.method() == "exit";
                let initialize = request.method() == "initialize";
                call(&mut service, request, initialize, outbox, runtime);
                if exit {
                    break;
                }
            }
            Ok(Message::Response(response)) => drop(runtime.block_on(responses.send(response))),
            Err((id, error)) => {
                tracing::warn!("broken message: {}", error.message);
                outbox.message(&Response::from_error(id, error));
            }
        }
    }
    outbox.flush();
}

fn call<S: LanguageServer>(
    service: &mut LspService<S>,
    request: Request,
    wait: bool,
    outbox: &Outbox,
    runtime: &Handle,
) {
    warn_of_bad_params(&request);
    let id = request.id().cloned();
    let method = request.method().to_owned();
    let first = catch_unwind(AssertUnwindSafe(|| {
        let mut future = service.call(request);
        let _inside = runtime.enter();
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => Ok(answer),
            Poll::Pending => Err(future),
        }
    }));
    match first {
        Ok(Ok(answer)) => respond(outbox, answer),
        // Nothing else may be answered before `initialize` is.
        Ok(Err(future)) if wait => respond(outbox, runtime.block_on(future)),
        Ok(Err(future)) => {
            let outbox = outbox.clone();
            drop(runtime.spawn(async move { respond(&outbox, future.await) }));
        }
        Err(_) => {
            tracing::error!("{method} panicked");
            if let Some(id) = id {
                outbox.message(&Response::from_error(id, Error::internal_error()));
            }
        }
    }
}

fn respond<E: std::fmt::Display>(outbox: &Outbox, answer: Result<Option<Response>, E>) {
    match answer {
        Ok(Some(response)) => outbox.message(&response),
        Ok(None) => {}
        Err(error) => tracing::warn!("{error}"),
    }
}

/// A text notification whose parameters do not parse is dropped by the router without a word; the text is then out of step.
fn warn_of_bad_params(request: &Request) {
    use serde::Deserialize;
    fn check<N: Notification>(params: &Value) -> Option<String>
    where
        N::Params: for<'de> Deserialize<'de>,
    {
        N::Params::deserialize(params).err().map(|e| e.to_string())
    }
    let Some(params) = request.params() else { return };
    let error = match request.method() {
        DidOpenTextDocument::METHOD => check::<DidOpenTextDocument>(params),
        DidChangeTextDocument::METHOD => check::<DidChangeTextDocument>(params),
        _ => None,
    };
    if let Some(error) = error {
        tracing::error!("{} has parameters that cannot be read: {error}", request.method());
    }
}

enum Message {
    Request(Request),
    Response(Response),
}

fn understand(body: &[u8]) -> Result<Message, (Id, Error)> {
    let mut value: Value = serde_json::from_slice(body).map_err(|e| {
        let mut error = Error::parse_error();
        error.message = format!("the message is not JSON: {e}").into();
        (Id::Null, error)
    })?;
    let invalid = |id: Id, why: String| {
        let mut error = Error::invalid_request();
        error.message = why.into();
        (id, error)
    };
    let id = value.get("id").and_then(|id| serde_json::from_value::<Id>(id.clone()).ok());
    if value.get("method").is_some_and(Value::is_string) {
        let ours = value["method"].as_str().is_some_and(|method| method.starts_with("beleg/"));
        match value.get_mut("params") {
            Some(params) => uris::repair(params),
            // The router wants parameters for a handler that takes some, even if it can do without.
            None if ours => value["params"] = Value::Null,
            None => {}
        }
        return serde_json::from_value(value)
            .map(Message::Request)
            .map_err(|e| invalid(id.unwrap_or_default(), format!("not a request: {e}")));
    }
    if value.get("result").is_some() || value.get("error").is_some() {
        return serde_json::from_value(value)
            .map(Message::Response)
            .map_err(|e| invalid(Id::Null, format!("not a response: {e}")));
    }
    Err(invalid(id.unwrap_or_default(), "the message has no 'method', 'result' or 'error'".to_owned()))
}

/// How many messages of `input` are understood. For whoever tests what broken input does.
pub fn understood(mut input: impl BufRead) -> usize {
    std::iter::from_fn(|| read_message(&mut input).ok().flatten()).filter(|body| understand(body).is_ok()).count()
}

/// The body of the next message; `None` at the end of input. Lines that are not headers are skipped.
fn read_message(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length: Option<usize> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.take(1 << 16).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let header = line.trim_ascii();
        if header.is_empty() {
            match length.take() {
                Some(length) => {
                    // Grown as bytes arrive: a broken length must not reserve memory.
                    let mut body = Vec::new();
                    let read = input.take(length as u64).read_to_end(&mut body)?;
                    return Ok((read == length).then_some(body));
                }
                None => continue,
            }
        }
        let Some(colon) = header.iter().position(|&b| b == b':') else {
            tracing::warn!("skipped a line between messages: {:?}", String::from_utf8_lossy(header));
            continue;
        };
        let (name, value) = (&header[..colon], header[colon + 1..].trim_ascii());
        // Garbage may stand before a header on the same line, left over from a body longer than its header said.
        if name.to_ascii_lowercase().ends_with(b"content-length") {
            length = std::str::from_utf8(value).ok().and_then(|v| v.parse().ok()).filter(|&n| n <= LONGEST);
            if length.is_none() {
                tracing::warn!("skipped a message with length {:?}", String::from_utf8_lossy(value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(input: &str) -> Vec<String> {
        let mut input = input.as_bytes();
        let mut out = Vec::new();
        while let Ok(Some(body)) = read_message(&mut input) {
            out.push(String::from_utf8_lossy(&body).into_owned());
        }
        out
    }

    #[test]
    fn frames_are_read_and_garbage_between_them_skipped() {
        assert_eq!(bodies("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\nabc"), ["{}", "abc"]);
        assert_eq!(bodies("content-length:2\r\nContent-Type: x\r\n\r\n{}"), ["{}"]);
        assert_eq!(bodies("noise\r\n\r\nContent-Length: 2\r\n\r\n{}"), ["{}"]);
        assert_eq!(bodies("noiseContent-Length: 2\r\n\r\n{}"), ["{}"]);
        assert_eq!(bodies("Content-Length: -7\r\n\r\nContent-Length: 2\r\n\r\n{}"), ["{}"]);
        assert_eq!(bodies("Content-Length: 99999999999999\r\n\r\n"), [""; 0]);
        assert_eq!(bodies("Content-Length: 5\r\n\r\n{}"), [""; 0], "an input that ends inside a body");
    }

    #[test]
    fn the_seeds_of_fuzzing_are_messages() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/messages");
        for (name, ends, messages) in [("open", "\r\n", 2), ("change", "\r\n", 4), ("line-feeds", "\n", 2)] {
            let seed = std::fs::read(folder.join(name)).unwrap_or_default();
            assert_eq!(understood(&*seed), messages, "{name}");
            let blank = String::from_utf8_lossy(&seed).contains(&format!("{ends}{ends}{{"));
            assert!(blank, "line ends of {name}: see .gitattributes");
        }
    }

    #[test]
    fn what_cannot_be_understood_says_why() {
        let error = |body: &str| match understand(body.as_bytes()) {
            Err((id, error)) => format!("{id} {} {}", error.code, error.message),
            Ok(_) => "ok".to_owned(),
        };
        assert!(error("{").contains("not JSON"));
        assert!(error("[]").contains("no 'method'"));
        assert!(error(r#"{"jsonrpc":"2.0","id":7}"#).starts_with('7'));
        assert!(error(r#"{"jsonrpc":"1.0","id":7,"method":"x"}"#).contains("not a request"));
        assert_eq!(error(r#"{"jsonrpc":"2.0","method":"x"}"#), "ok");
        assert_eq!(error(r#"{"jsonrpc":"2.0","id":1,"result":null}"#), "ok");
    }
}
