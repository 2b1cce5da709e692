//! What the checks find in a document of this workspace: the same for the command line and the editor.

use std::path::Path;

use super::{Level, Library};
use crate::analysis::Analysis;
use crate::annotations::decisions::Placed;
use crate::annotations::{self, Ignore, Sentences, Verdict};
use crate::checks::{self, Checked, Finding, Inputs, Severity};
use crate::text::Span;
use crate::text::document::Document;

/// A finding, and why it is not reported if it is not.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What was found.
    pub finding: Finding,
    /// How somebody has dealt with it.
    pub ignored: Option<Dealt>,
}

/// How somebody has dealt with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dealt {
    /// Where that is said.
    pub how: How,
    /// Why; empty for what was only marked as checked.
    pub reason: String,
    /// Whether other sentences stood beside it then: whoever reads it should look again.
    pub moved: bool,
}

/// Where somebody has said how to deal with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// In a comment in the text.
    Comment,
    /// In the file of decisions, to be ignored.
    Ignored,
    /// In the file of decisions, as compared with the sources.
    Checked,
}

impl How {
    /// Its name, for other programs.
    pub fn name(self) -> &'static str {
        match self {
            How::Comment => "comment",
            How::Ignored => "ignored",
            How::Checked => "checked",
        }
    }
}

impl Library {
    /// Checks a document; `before` is what was found before an edit with this same library, or nothing. An article is not
    /// checked against itself.
    pub fn check(&self, path: Option<&Path>, analysis: &Analysis, before: &Checked) -> Checked {
        self.check_from(path, analysis, before, &[], None)
    }

    /// The same, what is nearest to `near` first, as long as `go_on` says so; checking what came of it goes on from there.
    pub fn check_from(
        &self,
        path: Option<&Path>,
        analysis: &Analysis,
        before: &Checked,
        near: &[Span],
        go_on: Option<&dyn Fn() -> bool>,
    ) -> Checked {
        let read = |entry: usize| Some(self.text(&self.corpus.entries().get(entry)?.path)?.text.clone());
        let severity = |code: &str| self.severity(path, code);
        let without = path.and_then(|path| self.corpus.index_at(path));
        let inputs = Inputs {
            corpus: &self.corpus,
            lexicon: &self.lexicon,
            registry: &self.registry,
            severity: &severity,
            read: &read,
            without,
        };
        before.advance(analysis, &inputs, near, go_on)
    }

    /// How a check reports in the document at `path`.
    pub fn severity(&self, path: Option<&Path>, code: &str) -> Option<Severity> {
        let level = self.settings.choose(self.workspace.level(path, code), self.settings.checks.of(code));
        level.map_or_else(|| checks::by_code(code).map(checks::Check::severity), Level::severity)
    }

    /// Whether editors show a line above each paragraph.
    pub fn shows_lenses(&self) -> bool {
        self.settings
            .choose(self.workspace.config().features.code_lens, self.settings.features.code_lens)
            .unwrap_or(true)
    }

    /// Whether editors show sources behind figures.
    pub fn shows_hints(&self) -> bool {
        let (file, own) = (self.workspace.config().features.inlay_hints, self.settings.features.inlay_hints);
        self.settings.choose(file, own).unwrap_or(true)
    }
}

impl Library {
    /// What was found in a document, with how somebody has dealt with it: in the document itself, or in the file of decisions.
    pub fn judge(
        &self,
        path: Option<&Path>,
        document: &Document,
        analysis: &Analysis,
        findings: &[Finding],
    ) -> Vec<Judged> {
        if findings.is_empty() {
            return Vec::new();
        }
        let text = document.text();
        let comments: Vec<Ignore> = annotations::ignores(&text);
        let name = path.and_then(|path| self.workspace.shared_name(path)).unwrap_or_default();
        let sentences = (!self.decisions.of(&name).is_empty()).then(|| Sentences::of(analysis));
        let placed = sentences.as_ref().map(|s| self.decisions.placed(&name, s)).unwrap_or_default();
        let dealt = |finding: &Finding| {
            if let Some(comment) = comments.iter().find(|i| i.applies(finding.code, finding.span)) {
                return Some(Dealt { how: How::Comment, reason: comment.reason.clone(), moved: false });
            }
            let sentences = sentences.as_ref()?;
            let about = |p: &&Placed<'_>| p.is_about(sentences, &text, finding.code, finding.span);
            let Placed { decision, found } = placed.iter().filter(about).min_by_key(|p| p.found.moved)?;
            let how = match decision.decision {
                Verdict::Ignored => How::Ignored,
                Verdict::Checked => How::Checked,
            };
            Some(Dealt { how, reason: decision.reason.clone(), moved: found.moved })
        };
        findings.iter().map(|f| Judged { finding: f.clone(), ignored: dealt(f) }).collect()
    }
}
