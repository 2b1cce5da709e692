//! What the checks find in a document of this workspace: the same for the command line and the editor.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Level, Library};
use crate::analysis::Analysis;
use crate::annotations::{self, Ignore};
use crate::checks::{self, Checked, Finding, Inputs, Severity};
use crate::text::document::Document;

/// A finding, and why it is not reported if it is not.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What was found.
    pub finding: Finding,
    /// The reason somebody gave to ignore it.
    pub ignored: Option<String>,
}

impl Library {
    /// Checks a document; `before` is what was found before an edit with this same library, or nothing. An article is not
    /// checked against itself.
    pub fn check(&self, path: Option<&Path>, analysis: &Analysis, before: &Checked) -> Checked {
        let texts: Mutex<HashMap<usize, Option<Arc<str>>>> = Mutex::default();
        let read = |entry: usize| {
            let mut texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
            let text = texts.entry(entry).or_insert_with(|| {
                let known = self.corpus.entries().get(entry)?;
                self.workspace.read(&known.path).ok().map(Into::into)
            });
            text.clone()
        };
        let severity = |code: &str| self.severity(code);
        let without = path.and_then(|path| self.corpus.entries().iter().position(|e| e.path == path));
        let inputs = Inputs {
            corpus: &self.corpus,
            lexicon: &self.lexicon,
            registry: &self.registry,
            severity: &severity,
            read: &read,
            without,
        };
        before.update(analysis, &inputs)
    }

    /// How a check reports here.
    pub fn severity(&self, code: &str) -> Option<Severity> {
        match self.workspace.config().checks.get(code) {
            Some(Level::Error) => Some(Severity::Error),
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Information) => Some(Severity::Information),
            Some(Level::Hint) => Some(Severity::Hint),
            Some(Level::Off) => None,
            None => checks::by_code(code).map(checks::Check::severity),
        }
    }
}

/// Findings with what the document itself says about ignoring them.
pub fn judge(document: &Document, findings: &[Finding]) -> Vec<Judged> {
    let ignores: Vec<Ignore> = annotations::ignores(&document.text());
    let judged = findings.iter().map(|finding| {
        let ignore = ignores.iter().find(|i| i.applies(finding.code, finding.span));
        Judged { finding: finding.clone(), ignored: ignore.map(|i| i.reason.clone()) }
    });
    judged.collect()
}
