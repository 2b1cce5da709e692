//! What editors call a document, and what it is here.
//!
//! **Invariant:** documents are keyed by [`Key`], never by the spelling of a URI: clients encode the same path in different
//! ways, and answer with another spelling than they were sent.

use std::path::{Component, Path, PathBuf};
use std::str::FromStr;

use serde_json::Value;
use tower_lsp::ls_types::Uri;

/// Which document: a file, or something only the editor knows (`untitled:Untitled-1`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// An absolute path without `.` and `..`.
    File(PathBuf),
    /// The URI, decoded.
    Other(String),
}

impl Key {
    /// The document `uri` names.
    pub fn new(uri: &Uri) -> Key {
        match path(uri) {
            Some(path) => Key::File(path),
            None => Key::Other(decode(uri.as_str())),
        }
    }

    /// Its path, if it is a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Key::File(path) => Some(path),
            Key::Other(_) => None,
        }
    }
}

/// The path of a `file:` URI, without `.` and `..`.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    Some(normalise(&uri.to_file_path()?))
}

/// The URI of an absolute path.
pub fn from_path(path: &Path) -> Option<Uri> {
    if !path.is_absolute() {
        return None;
    }
    Uri::from_file_path(path)
}

/// `path` without `.` and `..`, symbolic links left alone.
pub fn normalise(path: &Path) -> PathBuf {
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

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Encodes what RFC 3986 forbids in every `uri` inside `params`: some clients send umlauts and spaces as they are, and the
/// strict parser would drop the whole message.
pub fn repair(params: &mut Value) {
    match params {
        Value::Object(map) => {
            for (name, value) in map {
                match value {
                    Value::String(uri) if is_uri(name) && Uri::from_str(uri).is_err() => *uri = encode(uri),
                    Value::Object(_) | Value::Array(_) => repair(value),
                    _ => {}
                }
            }
        }
        Value::Array(items) => items.iter_mut().filter(|v| v.is_object() || v.is_array()).for_each(repair),
        _ => {}
    }
}

fn is_uri(name: &str) -> bool {
    name == "uri" || name.ends_with("Uri")
}

fn encode(uri: &str) -> String {
    let bytes = uri.as_bytes();
    let mut out = String::with_capacity(uri.len() + 8);
    for (at, &byte) in bytes.iter().enumerate() {
        let allowed = match byte {
            b'%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')'
            | b'*' | b'+' | b',' | b';' | b'=' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        if allowed {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn key(uri: &str) -> Key {
        Key::new(&Uri::from_str(uri).expect("a valid URI"))
    }

    #[test]
    fn spellings_of_one_path_are_one_document() {
        let want = Key::File("/a/Größe ö.md".into());
        for uri in [
            "file:///a/Gr%C3%B6%C3%9Fe%20%C3%B6.md",
            "file:///a/./Gr%c3%b6%c3%9fe%20%c3%b6.md",
            "file:///x/../a/Gr%C3%B6%C3%9Fe%20%C3%B6%2Emd",
        ] {
            assert_eq!(key(uri), want, "{uri}");
        }
        let uri = from_path(Path::new("/a/Größe ö.md")).expect("absolute");
        assert_eq!(Key::new(&uri), want);
    }

    #[test]
    fn documents_without_a_file_have_a_key_too() {
        assert_eq!(key("untitled:Untitled-1"), key("untitled:Untitled%2D1"));
        assert_eq!(key("untitled:Untitled-1").path(), None);
    }

    #[test]
    fn forbidden_characters_are_repaired() {
        let mut params =
            json!({"textDocument": {"uri": "file:///a/ü x[1]%.md", "text": "ü"}, "items": [{"scopeUri": "file:///ß"}]});
        repair(&mut params);
        assert_eq!(params["textDocument"]["uri"], "file:///a/%C3%BC%20x%5B1%5D%25.md");
        assert_eq!(params["textDocument"]["text"], "ü");
        assert_eq!(params["items"][0]["scopeUri"], "file:///%C3%9F");
    }
}
