//! A small client of the language server, on real pipes.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Nothing in these tests takes this long unless it hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program with a cache folder of its own, so that tests don't touch the user's, and in English whatever the user's is.
pub fn beleg(cache: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beleg"));
    command.env("XDG_CACHE_HOME", cache).env("HOME", cache).env_remove("BELEG_LOG").env("LC_ALL", "C");
    command
}

/// A folder with a workspace in it, and one for the cache.
pub struct Place {
    dir: tempfile::TempDir,
    name: &'static str,
}

impl Place {
    /// An empty workspace.
    pub fn new() -> Place {
        Place::named("root")
    }

    /// An empty workspace in a folder of that name.
    pub fn named(name: &'static str) -> Place {
        let place = Place { dir: tempfile::tempdir().unwrap(), name };
        std::fs::create_dir_all(place.root()).unwrap();
        place
    }

    pub fn root(&self) -> PathBuf {
        // Some systems keep temporary folders behind a symbolic link.
        self.dir.path().canonicalize().unwrap().join(self.name)
    }

    pub fn cache(&self) -> PathBuf {
        self.dir.path().join("cache")
    }

    pub fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn start(&self) -> Client {
        Client::start(self, json!({}))
    }
}

/// `file:` and the path, everything but unreserved characters encoded, as VS Code does it.
pub fn uri(path: &Path) -> String {
    let mut out = "file://".to_owned();
    for byte in path.to_str().unwrap().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// What every editor of today says it can do.
pub fn capabilities() -> Value {
    json!({
        "general": {"positionEncodings": ["utf-16"]},
        "window": {"workDoneProgress": true},
        "workspace": {"configuration": false, "didChangeWatchedFiles": {"dynamicRegistration": true},
            "semanticTokens": {"refreshSupport": true}},
        "textDocument": {
            "hover": {"contentFormat": ["markdown"]},
            "definition": {"linkSupport": true}, "declaration": {"linkSupport": true},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "publishDiagnostics": {"versionSupport": true},
        },
    })
}

pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// Read, but asked for by nobody yet.
    kept: VecDeque<Value>,
    next: i64,
    /// What it answers when it is asked for its settings.
    pub settings: Value,
    pub server: Value,
}

impl Client {
    /// Starts the program without saying anything to it.
    pub fn spawn(place: &Place) -> Client {
        let mut child = beleg(&place.cache())
            .arg("lsp")
            .current_dir(place.root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (sender, messages) = channel();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let stdin = child.stdin.take();
        Client { child, stdin, messages, kept: VecDeque::new(), next: 0, settings: Value::Null, server: Value::Null }
    }

    /// Starts the program and shakes hands; `extra` is merged into the parameters of `initialize`.
    pub fn start(place: &Place, extra: Value) -> Client {
        let mut client = Client::spawn(place);
        let mut params = json!({"processId": null, "rootUri": uri(&place.root()), "capabilities": capabilities()});
        for (key, value) in extra.as_object().unwrap() {
            params[key] = value.clone();
        }
        client.server = client.ask("initialize", params);
        client.tell("initialized", json!({}));
        client
    }

    pub fn raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(bytes).unwrap();
        stdin.flush().unwrap();
    }

    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and returns its id.
    pub fn request(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        let id = self.next;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        id
    }

    /// The whole answer to a request.
    pub fn answer(&mut self, id: i64) -> Value {
        self.wait(|m| m.get("method").is_none() && m["id"] == id)
    }

    /// The result of a request; an error fails the test.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next message that fits, now or later. Requests of the server are agreed to on the way.
    pub fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(n) = self.kept.iter().position(&fits) {
            return self.kept.remove(n).unwrap();
        }
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let message = self.messages.recv_timeout(left).expect("a message that fits");
            if let (Some(method), Some(id)) = (message.get("method"), message.get("id")) {
                let result = match method.as_str() {
                    Some("workspace/applyEdit") => json!({"applied": true}),
                    Some("window/showDocument") => json!({"success": true}),
                    Some("workspace/configuration") => json!([self.settings]),
                    _ => Value::Null,
                };
                let id = id.clone();
                self.send(&json!({"jsonrpc": "2.0", "id": id, "result": result}));
            }
            if fits(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// Every message that fits and has come while something else was waited for.
    pub fn came(&mut self, fits: impl Fn(&Value) -> bool) -> Vec<Value> {
        let (came, kept) = self.kept.drain(..).partition(fits);
        self.kept = kept;
        Vec::from(came)
    }

    /// The diagnostics of a document at this version, or of a file that is not open.
    pub fn diagnostics(&mut self, uri: &str, version: Option<i64>) -> Value {
        let found = self.wait(|m| {
            m["method"] == "textDocument/publishDiagnostics"
                && m["params"]["uri"] == uri
                && m["params"]["version"].as_i64() == version
        });
        found["params"]["diagnostics"].clone()
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let item = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": item}));
    }

    /// Replaces what stands between two positions.
    pub fn edit(&mut self, uri: &str, version: i64, from: (u32, u32), to: (u32, u32), text: &str) {
        let range = json!({"start": {"line": from.0, "character": from.1}, "end": {"line": to.0, "character": to.1}});
        self.tell(
            "textDocument/didChange",
            json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": range, "text": text}]}),
        );
    }

    pub fn at(&mut self, method: &str, uri: &str, line: u32, character: u32) -> Value {
        let position = json!({"line": line, "character": character});
        self.ask(method, json!({"textDocument": {"uri": uri}, "position": position}))
    }

    pub fn tokens(&mut self, uri: &str) -> Value {
        self.ask("textDocument/semanticTokens/full", json!({"textDocument": {"uri": uri}}))
    }

    /// The text of tokens, each with its type and modifiers: `10.000 Boote/count`.
    pub fn named_tokens(&mut self, uri: &str, text: &str) -> Vec<String> {
        let data = self.tokens(uri)["data"].clone();
        let legend = self.server["capabilities"]["semanticTokensProvider"]["legend"].clone();
        let lines: Vec<Vec<u16>> = text.split('\n').map(|l| l.encode_utf16().collect()).collect();
        let numbers: Vec<usize> = data.as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
        let (mut line, mut column) = (0, 0);
        let mut out = Vec::new();
        for token in numbers.chunks(5) {
            column = if token[0] == 0 { column + token[1] } else { token[1] };
            line += token[0];
            let text = String::from_utf16(&lines[line][column..column + token[2]]).unwrap();
            let mut name = format!("{text}/{}", legend["tokenTypes"][token[3]].as_str().unwrap());
            for (n, modifier) in legend["tokenModifiers"].as_array().unwrap().iter().enumerate() {
                if token[4] & (1 << n) != 0 {
                    name.push_str(&format!(".{}", modifier.as_str().unwrap()));
                }
            }
            out.push(name);
        }
        out
    }

    /// Runs a command of the server.
    pub fn command(&mut self, name: &str, argument: Value) -> Value {
        self.ask("workspace/executeCommand", json!({"command": name, "arguments": [argument]}))
    }

    /// The message with which a command is refused.
    pub fn refused(&mut self, name: &str, argument: Value) -> (i64, String) {
        let id = self.request("workspace/executeCommand", json!({"command": name, "arguments": [argument]}));
        let error = self.answer(id)["error"].clone();
        (error["code"].as_i64().unwrap_or_default(), error["message"].as_str().unwrap_or_default().to_owned())
    }

    /// Closes the pipe without a word.
    pub fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// The exit code; a process that does not end fails the test.
    pub fn ended(&mut self) -> Option<i32> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the server did not end");
    }

    pub fn shut_down(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.ended()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.stdin = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        if let Some(n) = line.strip_prefix("Content-Length: ") {
            length = n.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    out.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
