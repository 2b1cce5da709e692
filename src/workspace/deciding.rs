//! How a decision about a finding is written down, and what has been decided here.
//!
//! **Invariants:** the file is replaced whole or not at all; what it held and could not be read is still in it; of two decisions
//! made at the same time in one process both are written.

use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization as _;

use super::files::write_whole;
use super::{Library, Workspace};
use crate::analysis::Analysis;
use crate::annotations::decisions::{DECISIONS_FILE, EVERY_CHECK};
use crate::annotations::{Anchor, Decision, Decisions, Sentences, Verdict};
use crate::text::Span;

/// A checked document, to decide about something in it.
#[derive(Clone, Copy)]
pub struct Deciding<'a> {
    /// Its file.
    pub path: &'a Path,
    /// Its text.
    pub text: &'a str,
    /// What it states.
    pub analysis: &'a Analysis,
}

/// A decision that stands in the file.
#[derive(Clone, Debug)]
pub struct Written {
    /// The decision.
    pub decision: Decision,
    /// Its line, from 0.
    pub line: u32,
    /// That line.
    pub text: String,
}

impl Workspace {
    /// Where decisions are, whether or not the file exists.
    pub fn decisions_path(&self) -> PathBuf {
        self.root().join(DECISIONS_FILE)
    }

    /// What a file of the workspace is called in files that are shared: as seen from the root, with `/`, composed (NFC).
    pub fn shared_name(&self, path: &Path) -> Option<String> {
        let inside = path.strip_prefix(self.root()).ok()?;
        let mut parts: Vec<String> = Vec::new();
        for part in inside.components() {
            match part {
                Component::CurDir => {}
                Component::Normal(name) => parts.push(name.to_str()?.nfc().collect()),
                _ => return None,
            }
        }
        (!parts.is_empty()).then(|| parts.join("/"))
    }

    /// Changes the file of decisions as it is on disk; whether anything changed, and what `change` says.
    fn change_decisions<T>(&self, change: impl FnOnce(&mut Decisions) -> T) -> io::Result<(bool, T)> {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.decisions_path();
        let before = match self.read(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let mut decisions = Decisions::read(before.as_deref().unwrap_or_default()).0;
        let done = change(&mut decisions);
        let after = decisions.write();
        let changed = before.as_deref().unwrap_or_default() != after;
        if changed {
            write_whole(&path, after.as_bytes(), true)?;
        }
        Ok((changed, done))
    }
}

impl Library {
    /// Writes down what was decided about the finding of `check` at `span`, or with `all` about the sentence there.
    pub fn decide(
        &self,
        about: Deciding<'_>,
        check: &str,
        span: Span,
        verdict: Verdict,
        reason: &str,
    ) -> Result<Written, String> {
        let (path, sentences, anchor) = self.anchor(about, check, span)?;
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let other = std::collections::BTreeMap::new();
        let decision = Decision { path, check: check.to_owned(), decision: verdict, reason, anchor, other };
        let written = decision.clone();
        let change = |decisions: &mut Decisions| {
            decisions.decide(written, &sentences);
            decisions.line_of(&decision).unwrap_or_default()
        };
        let (_, (line, text)) = self.workspace.change_decisions(change).map_err(cannot_write)?;
        Ok(Written { decision, line, text })
    }

    /// Takes back what was decided about the finding of `check` at `span`, or about its whole sentence; whether there was
    /// anything to take back.
    pub fn undecide(&self, about: Deciding<'_>, check: &str, span: Span) -> Result<bool, String> {
        let (path, sentences, anchor) = self.anchor(about, check, span)?;
        let change = |decisions: &mut Decisions| {
            if decisions.undecide(&path, check, &anchor, &sentences).is_empty() {
                let whole = Anchor { words: String::new(), nth: 1, ..anchor };
                decisions.undecide(&path, EVERY_CHECK, &whole, &sentences);
            }
        };
        self.workspace.change_decisions(change).map(|(changed, ())| changed).map_err(cannot_write)
    }

    fn anchor<'a>(
        &self,
        about: Deciding<'a>,
        check: &str,
        span: Span,
    ) -> Result<(String, Sentences<'a>, Anchor), String> {
        let Some(path) = self.workspace.shared_name(about.path) else {
            return Err(format!("'{}' is not in the workspace", about.path.display()));
        };
        let sentences = Sentences::of(about.analysis);
        let span = if check == EVERY_CHECK { Span { end: span.start, ..span } } else { span };
        let anchor = sentences.anchor(about.text, span).ok_or("there is no sentence there")?;
        Ok((path, sentences, anchor))
    }
}

fn cannot_write(error: io::Error) -> String {
    format!("cannot write '{DECISIONS_FILE}': {error}")
}
