//! How a decision about a finding is written down, and what has been decided here.
//!
//! **Invariants:** the file is replaced whole or not at all; what it held and could not be read is still in it; of two decisions
//! made at the same time in one process both are written.

use std::io::{self, ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization as _;

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

    /// Changes the file of decisions as it is on disk; whether anything changed.
    fn change_decisions(&self, change: impl FnOnce(&mut Decisions)) -> io::Result<bool> {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.decisions_path();
        let before = match self.read(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let mut decisions = Decisions::read(before.as_deref().unwrap_or_default()).0;
        change(&mut decisions);
        let after = decisions.write();
        if before.as_deref().unwrap_or_default() == after {
            return Ok(false);
        }
        write_whole(&path, &after)?;
        Ok(true)
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
    ) -> Result<Decision, String> {
        let (path, sentences, anchor) = self.anchor(about, check, span)?;
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let other = std::collections::BTreeMap::new();
        let decision = Decision { path, check: check.to_owned(), decision: verdict, reason, anchor, other };
        let written = decision.clone();
        let change = |decisions: &mut Decisions| decisions.decide(written, &sentences);
        self.workspace.change_decisions(change).map_err(cannot_write)?;
        Ok(decision)
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
        self.workspace.change_decisions(change).map_err(cannot_write)
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

/// Replaces a file whole or not at all. It keeps its permissions; a new one gets the usual ones.
pub fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has more to say"))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.prefix(".beleg-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(meta) = std::fs::metadata(path) {
        let _ = std::fs::set_permissions(file.path(), meta.permissions());
    }
    file.persist(path)?;
    Ok(())
}
