//! Findings for the client: diagnostics, pushed or pulled.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tower_lsp::ls_types::*;

use super::loader::World;
use super::snapshot::{Doc, Snapshot};
use super::to_proto;
use super::uris::{self, Key};
use crate::checks::{self, Checked, Evidence, Finding, Severity, doc};
use crate::features::panel::{Dealt, Noted};
use crate::features::{texts, typing};
use crate::text::Span;
use crate::text::prose::Format;
use crate::workspace::checking::{How, Judged};
use crate::workspace::files::write_whole;
use crate::workspace::library::cache_base;

/// After so long what has been found is told before the rest is looked for.
const SLICE: Duration = Duration::from_millis(150);

/// What came of checking a document.
pub struct Outcome {
    /// Which.
    pub key: Key,
    /// In which state.
    pub doc: Arc<Doc>,
    /// Against which sources.
    pub world: Arc<World>,
    /// What was found, for the next time.
    pub checked: Arc<Checked>,
    /// All that is to be told about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether a document is one that is compared with the sources: a briefing, or something that is no file.
pub fn is_briefing(world: &World, key: &Key) -> bool {
    key.path().is_none_or(|path| world.library.workspace.is_briefing(path))
}

/// What is known to be off in a document, with what was decided about it.
pub fn noted(snapshot: &Snapshot, key: &Key, doc: &Doc) -> Vec<Noted> {
    let (_, judged) = found(snapshot, key, doc);
    judged.into_iter().map(|j| Noted { finding: j.finding, dealt: j.ignored.map(|d| how(d.how)) }).collect()
}

fn how(how: How) -> Dealt {
    match how {
        How::Comment | How::Ignored => Dealt::Ignored,
        How::Checked => Dealt::Checked,
    }
}

/// What is found in a document, with how somebody has dealt with it.
pub fn found(snapshot: &Snapshot, key: &Key, doc: &Doc) -> (Arc<Checked>, Vec<Judged>) {
    found_from(snapshot, key, doc, &[], None)
}

fn found_from(
    snapshot: &Snapshot,
    key: &Key,
    doc: &Doc,
    near: &[Span],
    go_on: Option<&dyn Fn() -> bool>,
) -> (Arc<Checked>, Vec<Judged>) {
    if !is_briefing(&snapshot.world, key) {
        return (Arc::default(), Vec::new());
    }
    let before = snapshot.before(key);
    let checked = snapshot.world.library.check_from(key.path(), &doc.analysis, &before, near, go_on);
    let judged = snapshot.world.library.judge(key.path(), &doc.text, &doc.analysis, &checked.findings);
    (Arc::new(checked), judged)
}

/// Checks a document.
pub fn check(snapshot: &Snapshot, key: &Key, doc: &Arc<Doc>) -> Outcome {
    outcome(snapshot, key, doc, found(snapshot, key, doc))
}

/// Checks a document for a moment, what is nearest to `near` first. What was found in the rest of it before is told along
/// with it.
pub fn check_some(snapshot: &Snapshot, key: &Key, doc: &Arc<Doc>, near: &[Span]) -> Outcome {
    let began = Instant::now();
    let go_on = || began.elapsed() < SLICE && !doc.is_overtaken();
    outcome(snapshot, key, doc, found_from(snapshot, key, doc, near, Some(&go_on)))
}

fn outcome(snapshot: &Snapshot, key: &Key, doc: &Arc<Doc>, (checked, judged): (Arc<Checked>, Vec<Judged>)) -> Outcome {
    let encoding = snapshot.peer.encoding;
    let problems = key.path().map(|path| snapshot.world.library.problems_of(path, || doc.text.text()));
    let mut diagnostics: Vec<Diagnostic> =
        problems.unwrap_or_default().iter().map(|p| to_proto::problem(&doc.text, p, encoding)).collect();
    let files = Files::new(snapshot);
    let word = doc.typed_word();
    let finished = |j: &&Judged| !word.is_some_and(|word| typing::is_about(word, j.finding.span));
    diagnostics.extend(judged.iter().filter(finished).filter_map(|j| files.told(doc, j)));
    Outcome { key: key.clone(), doc: doc.clone(), world: snapshot.world.clone(), checked, diagnostics }
}

/// Positions in files that are not open.
pub struct Files<'s> {
    snapshot: &'s Snapshot,
}

impl<'s> Files<'s> {
    /// As this snapshot knows them.
    pub fn new(snapshot: &'s Snapshot) -> Files<'s> {
        Files { snapshot }
    }

    /// What is said about a finding: nothing if it is dealt with, unless that was decided where other sentences stood beside it.
    /// Then it is only a hint: decisions don't move without a word.
    fn told(&self, doc: &Doc, judged: &Judged) -> Option<Diagnostic> {
        let Some(dealt) = &judged.ignored else { return Some(self.diagnostic(doc, &judged.finding)) };
        if !dealt.moved {
            return None;
        }
        let say = texts::of(self.snapshot.peer.lang);
        let how = say.dealt(how(dealt.how));
        let told = self.diagnostic(doc, &judged.finding);
        Some(Diagnostic {
            severity: Some(DiagnosticSeverity::HINT),
            message: (say.decided_elsewhere)(how, &dealt.reason, &told.message),
            ..told
        })
    }

    /// A finding, as the client is told of it.
    pub fn diagnostic(&self, doc: &Doc, finding: &Finding) -> Diagnostic {
        let related: Vec<_> = finding.evidence.iter().filter_map(|e| self.related(doc, e)).collect();
        Diagnostic {
            range: to_proto::range(&doc.text, finding.span, self.snapshot.peer.encoding),
            severity: Some(match finding.severity {
                Severity::Error => DiagnosticSeverity::ERROR,
                Severity::Warning => DiagnosticSeverity::WARNING,
                Severity::Information => DiagnosticSeverity::INFORMATION,
                Severity::Hint => DiagnosticSeverity::HINT,
            }),
            code: Some(NumberOrString::String(finding.code.to_owned())),
            code_description: page(finding.code).map(|href| CodeDescription { href }),
            source: Some("beleg".to_owned()),
            message: finding.message.text(self.snapshot.peer.lang),
            related_information: (!related.is_empty()).then_some(related),
            ..Diagnostic::default()
        }
    }

    fn related(&self, doc: &Doc, evidence: &Evidence) -> Option<DiagnosticRelatedInformation> {
        let encoding = self.snapshot.peer.encoding;
        let location = match &evidence.source {
            None => Location { uri: doc.uri.clone(), range: to_proto::range(&doc.text, evidence.span, encoding) },
            Some(source) => {
                let file = self.snapshot.world.library.text(&source.path)?;
                let position = |at: u32| {
                    let at = file.lines().position(&file.text, at.min(file.text.len() as u32), encoding);
                    Position { line: at.line, character: at.column }
                };
                let range = Range { start: position(evidence.span.start), end: position(evidence.span.end) };
                Location { uri: uris::from_path(&source.path)?, range }
            }
        };
        Some(DiagnosticRelatedInformation { location, message: evidence.label.text(self.snapshot.peer.lang) })
    }
}

/// The page of a check, for whoever wants to know more. It is written from the program itself into the user's cache folder, so
/// it is the page of this very version, and can be read without a network; a web address would be neither.
fn page(code: &'static str) -> Option<Uri> {
    static PAGES: Mutex<BTreeMap<&str, Option<Uri>>> = Mutex::new(BTreeMap::new());
    let mut pages = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    let write = || {
        let text = doc::page(checks::by_code(code)?);
        let folder = cache_base()?.join("checks");
        let path = folder.join(format!("{code}.md"));
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            let written = std::fs::create_dir_all(&folder).and_then(|()| write_whole(&path, text.as_bytes(), true));
            written.map_err(|error| tracing::warn!("cannot write '{}': {error}", path.display())).ok()?;
        }
        uris::from_path(&path)
    };
    pages.entry(code).or_insert_with(write).clone()
}

/// A report without findings.
pub fn nothing() -> DocumentDiagnosticReportResult {
    report(Vec::new(), None)
}

fn report(items: Vec<Diagnostic>, result_id: Option<String>) -> DocumentDiagnosticReportResult {
    DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    }))
}

/// The findings are their own id: what is equal needs no telling.
pub fn id_of(items: &[Diagnostic]) -> String {
    let text = serde_json::to_string(items).unwrap_or_default();
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes()))
}

/// What is found in a file that is not open, or why that cannot be told.
pub fn check_file(snapshot: &Snapshot, path: &Path) -> Result<Vec<Diagnostic>, String> {
    let key = Key::File(path.to_owned());
    let text = snapshot.world.library.workspace.read(path);
    let text = text.map_err(|error| format!("cannot read '{}': {error}", path.display()))?;
    let uri = uris::from_path(path).ok_or_else(|| format!("'{}' has no URI", path.display()))?;
    let mut doc = Doc::open(uri, 0, &text, Format::of_path(path), &snapshot.world.context(&key, None));
    doc.refresh(&snapshot.world.context(&key, doc.text.front_matter()));
    Ok(check(snapshot, &key, &Arc::new(doc)).diagnostics)
}

/// `textDocument/diagnostic`: everything, or, `in_parts`, what is found in a moment, nearest to these places first; the other
/// half is told if that is not everything.
pub fn pulled(
    snapshot: &Snapshot,
    params: &DocumentDiagnosticParams,
    in_parts: Option<(Vec<Span>, impl FnOnce())>,
) -> Option<DocumentDiagnosticReportResult> {
    let key = Key::new(&params.text_document.uri);
    let doc = snapshot.docs.get(&key)?;
    let items = match in_parts {
        None => check(snapshot, &key, doc).diagnostics,
        Some((near, tell)) => {
            let outcome = check_some(snapshot, &key, doc, &near);
            if outcome.checked.is_partial {
                tell();
            }
            outcome.diagnostics
        }
    };
    let id = id_of(&items);
    if params.previous_result_id.as_deref() == Some(&id) {
        return Some(DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Unchanged(
            RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id },
            },
        )));
    }
    Some(report(items, Some(id)))
}
