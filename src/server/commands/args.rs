//! The one object a command takes, field by field; what is wrong with it is said by the field's name.

use std::str::FromStr as _;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::*;

use super::super::from_proto;
use super::super::snapshot::{Doc, Snapshot};
use super::super::uris::Key;
use super::invalid;
use crate::text::Span;

/// A command's argument.
pub struct Args<'a> {
    command: &'a str,
    value: &'a Value,
}

impl<'a> Args<'a> {
    /// Takes the first of the arguments; a command without any is given an empty object.
    pub fn new(command: &'a str, arguments: &'a [Value]) -> Result<Args<'a>> {
        static NOTHING: Value = Value::Null;
        match arguments.first().unwrap_or(&NOTHING) {
            value @ (Value::Object(_) | Value::Null) => Ok(Args { command, value }),
            other => Err(invalid(format!("'{command}' takes one object, not {}", kind(other)))),
        }
    }

    /// Whether a field is there.
    pub fn has(&self, name: &str) -> bool {
        self.value.get(name).is_some_and(|v| !v.is_null())
    }

    fn field<T: DeserializeOwned>(&self, name: &str, what: &str) -> Result<T> {
        let Some(value) = self.value.get(name).filter(|v| !v.is_null()) else {
            return Err(invalid(format!("'{}' needs '{name}' ({what})", self.command)));
        };
        T::deserialize(value).map_err(|_| invalid(format!("'{name}' of '{}' must be {what}", self.command)))
    }

    /// A string.
    pub fn string(&self, name: &str) -> Result<String> {
        self.field(name, "a string")
    }

    /// A list of strings.
    pub fn strings(&self, name: &str) -> Result<Vec<String>> {
        self.field(name, "a list of strings")
    }

    /// The document that `uri` names, which has to be open.
    pub fn doc<'s>(&self, snapshot: &'s Snapshot) -> Result<(Key, &'s Arc<Doc>)> {
        let text: String = self.field("uri", "the URI of an open document")?;
        let uri =
            Uri::from_str(&text).map_err(|_| invalid(format!("'uri' of '{}' is not a URI: '{text}'", self.command)))?;
        let key = Key::new(&uri);
        match snapshot.docs.get(&key) {
            Some(doc) => Ok((key, doc)),
            None => Err(invalid(format!("'{text}' is not open (only open documents can be asked about)"))),
        }
    }

    /// The byte that `position` means.
    pub fn position(&self, snapshot: &Snapshot, doc: &Doc) -> Result<u32> {
        let position: Position = self.field("position", "a position {line, character}")?;
        Ok(from_proto::offset(&doc.text, position, snapshot.peer.encoding))
    }

    /// The bytes that `range` means.
    pub fn range(&self, snapshot: &Snapshot, doc: &Doc) -> Result<Span> {
        let range: Range = self.field("range", "a range {start, end}")?;
        Ok(from_proto::span(&doc.text, range, snapshot.peer.encoding))
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
