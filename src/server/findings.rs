//! Findings for the client: diagnostics, pushed or pulled, and what puts them right.

use std::collections::HashMap;
use std::str::FromStr as _;
use std::sync::Arc;

use tower_lsp::ls_types::*;

use super::loader::World;
use super::snapshot::{Doc, Snapshot};
use super::uris::{self, Key};
use super::{from_proto, to_proto};
use crate::checks::{Checked, Evidence, Finding, Fix, Severity};
use crate::features::panel::{Dealt, Noted};
use crate::text::Span;
use crate::text::document::Document;
use crate::text::lines::LineIndex;
use crate::workspace::checking::{How, Judged};

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

/// The kind of the action that applies every safe fix.
pub fn fix_all_kind() -> CodeActionKind {
    CodeActionKind::new("source.fixAll.beleg")
}

/// Whether a document is one that is compared with the sources: a briefing, or something that is no file.
pub fn is_briefing(world: &World, key: &Key) -> bool {
    key.path().is_none_or(|path| world.library.workspace.is_briefing(path))
}

/// What is known to be off in a document, with what was decided about it.
pub fn noted(snapshot: &Snapshot, key: &Key, doc: &Doc) -> Vec<Noted> {
    if !is_briefing(&snapshot.world, key) {
        return Vec::new();
    }
    let checked = snapshot.world.library.check(key.path(), &doc.analysis, &snapshot.before(key));
    let judged = snapshot.world.library.judge(key.path(), &doc.text, &doc.analysis, &checked.findings).into_iter();
    let dealt = |how: How| match how {
        How::Comment | How::Ignored => Dealt::Ignored,
        How::Checked => Dealt::Checked,
    };
    judged.map(|j| Noted { finding: j.finding, dealt: j.ignored.map(|d| dealt(d.how)) }).collect()
}

fn found(snapshot: &Snapshot, key: &Key, doc: &Doc) -> (Arc<Checked>, Vec<Judged>) {
    if !is_briefing(&snapshot.world, key) {
        return (Arc::default(), Vec::new());
    }
    let before = snapshot.before(key);
    let checked = snapshot.world.library.check(key.path(), &doc.analysis, &before);
    let judged = snapshot.world.library.judge(key.path(), &doc.text, &doc.analysis, &checked.findings);
    let judged = judged.into_iter().filter(|j| j.ignored.is_none()).collect();
    (Arc::new(checked), judged)
}

/// Checks a document.
pub fn check(snapshot: &Snapshot, key: &Key, doc: &Arc<Doc>) -> Outcome {
    let (checked, judged) = found(snapshot, key, doc);
    let encoding = snapshot.peer.encoding;
    let problems = key.path().map(|path| snapshot.world.library.problems_of(path, || doc.text.text()));
    let mut diagnostics: Vec<Diagnostic> =
        problems.unwrap_or_default().iter().map(|p| to_proto::problem(&doc.text, p, encoding)).collect();
    let mut files = Files { snapshot, read: HashMap::new() };
    diagnostics.extend(judged.iter().map(|j| files.diagnostic(doc, &j.finding)));
    Outcome { key: key.clone(), doc: doc.clone(), world: snapshot.world.clone(), checked, diagnostics }
}

/// Positions in files that are not open.
struct Files<'s> {
    snapshot: &'s Snapshot,
    read: HashMap<std::path::PathBuf, (String, LineIndex)>,
}

impl Files<'_> {
    fn diagnostic(&mut self, doc: &Doc, finding: &Finding) -> Diagnostic {
        let related: Vec<_> = finding.evidence.iter().filter_map(|e| self.related(doc, e)).collect();
        let home = env!("CARGO_PKG_HOMEPAGE");
        let page = (!home.is_empty()).then(|| format!("{home}/checks/{}", finding.code));
        Diagnostic {
            range: to_proto::range(&doc.text, finding.span, self.snapshot.peer.encoding),
            severity: Some(match finding.severity {
                Severity::Error => DiagnosticSeverity::ERROR,
                Severity::Warning => DiagnosticSeverity::WARNING,
                Severity::Information => DiagnosticSeverity::INFORMATION,
                Severity::Hint => DiagnosticSeverity::HINT,
            }),
            code: Some(NumberOrString::String(finding.code.to_owned())),
            code_description: page.and_then(|page| Uri::from_str(&page).ok()).map(|href| CodeDescription { href }),
            source: Some("beleg".to_owned()),
            message: finding.message.clone(),
            related_information: (!related.is_empty()).then_some(related),
            ..Diagnostic::default()
        }
    }

    fn related(&mut self, doc: &Doc, evidence: &Evidence) -> Option<DiagnosticRelatedInformation> {
        let encoding = self.snapshot.peer.encoding;
        let location = match &evidence.source {
            None => Location { uri: doc.uri.clone(), range: to_proto::range(&doc.text, evidence.span, encoding) },
            Some(source) => {
                if !self.read.contains_key(&source.path) {
                    let text = self.snapshot.world.library.workspace.read(&source.path).ok()?;
                    let lines = LineIndex::new(&text);
                    self.read.insert(source.path.clone(), (text, lines));
                }
                let (text, lines) = self.read.get(&source.path)?;
                let position = |at: u32| {
                    let at = lines.position(text, at.min(text.len() as u32), encoding);
                    Position { line: at.line, character: at.column }
                };
                let range = Range { start: position(evidence.span.start), end: position(evidence.span.end) };
                Location { uri: uris::from_path(&source.path)?, range }
            }
        };
        Some(DiagnosticRelatedInformation { location, message: evidence.label.clone() })
    }
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

/// `textDocument/diagnostic`.
pub fn pulled(snapshot: &Snapshot, params: &DocumentDiagnosticParams) -> Option<DocumentDiagnosticReportResult> {
    let key = Key::new(&params.text_document.uri);
    let doc = snapshot.docs.get(&key)?;
    let items = check(snapshot, &key, doc).diagnostics;
    // The findings are their own id: what is equal needs no telling.
    let text = serde_json::to_string(&items).unwrap_or_default();
    let id = format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes()));
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

/// `textDocument/codeAction`.
pub fn actions(snapshot: &Snapshot, params: &CodeActionParams) -> Option<CodeActionResponse> {
    let key = Key::new(&params.text_document.uri);
    let doc = snapshot.docs.get(&key)?;
    let (_, judged) = found(snapshot, &key, doc);
    let wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|o| kind.as_str().starts_with(o.as_str())))
    };
    let span = from_proto::span(&doc.text, params.range, snapshot.peer.encoding);
    let mut out: CodeActionResponse = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        let here = |f: &Finding| f.span.start <= span.end && span.start <= f.span.end;
        let mut files = Files { snapshot, read: HashMap::new() };
        for judged in judged.iter().filter(|j| here(&j.finding)) {
            let diagnostic = files.diagnostic(doc, &judged.finding);
            for fix in &judged.finding.fixes {
                out.push(CodeActionOrCommand::CodeAction(CodeAction {
                    title: fix.title.clone(),
                    kind: Some(CodeActionKind::QUICKFIX),
                    diagnostics: Some(vec![diagnostic.clone()]),
                    is_preferred: Some(fix.preferred),
                    edit: Some(edit(snapshot, doc, &[fix])),
                    ..CodeAction::default()
                }));
            }
            out.push(CodeActionOrCommand::CodeAction(CodeAction {
                title: format!("Ignore {} in this paragraph, with a reason", judged.finding.code),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![diagnostic]),
                edit: Some(ignore(snapshot, doc, &judged.finding)),
                ..CodeAction::default()
            }));
        }
    }
    let all = fix_all_kind();
    if wanted(&all) {
        let safe: Vec<&Fix> =
            judged.iter().filter_map(|j| j.finding.fixes.iter().find(|f| f.safe && f.preferred)).collect();
        let mut taken: Vec<&Fix> = Vec::new();
        for fix in safe {
            let clear = |a: &Span, b: &Span| a.end <= b.start || b.end <= a.start;
            let free = fix.edits.iter().all(|e| taken.iter().flat_map(|t| &t.edits).all(|o| clear(&e.span, &o.span)));
            if free {
                taken.push(fix);
            }
        }
        if !taken.is_empty() {
            out.push(CodeActionOrCommand::CodeAction(CodeAction {
                title: "Apply every safe fix".to_owned(),
                kind: Some(all),
                edit: Some(edit(snapshot, doc, &taken)),
                ..CodeAction::default()
            }));
        }
    }
    Some(out)
}

fn edit(snapshot: &Snapshot, doc: &Doc, fixes: &[&Fix]) -> WorkspaceEdit {
    let range = |span: Span| to_proto::range(&doc.text, span, snapshot.peer.encoding);
    let edits = fixes.iter().flat_map(|f| &f.edits);
    let edits = edits.map(|e| TextEdit { range: range(e.span), new_text: e.text.clone() }).collect();
    one(doc, edits)
}

fn one(doc: &Doc, edits: Vec<TextEdit>) -> WorkspaceEdit {
    let mut changes = HashMap::new();
    changes.insert(doc.uri.clone(), edits);
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}

/// Puts a comment above the paragraph; the reason is left for its writer to say.
fn ignore(snapshot: &Snapshot, doc: &Doc, finding: &Finding) -> WorkspaceEdit {
    let at = paragraph_start(&doc.text, finding.span.start);
    let range = to_proto::range(&doc.text, Span { start: at, end: at }, snapshot.peer.encoding);
    let new_text = format!("<!-- beleg: ignore {}: checked by me -->\n\n", finding.code);
    one(doc, vec![TextEdit { range, new_text }])
}

fn paragraph_start(document: &Document, at: u32) -> u32 {
    let text = document.text();
    let at = crate::text::lines::floor_char_boundary(&text, at as usize);
    let before = &text[..at];
    let blank = before.rfind("\n\n").map_or(0, |n| n + 2);
    blank.max(before.rfind("\n\r\n").map_or(0, |n| n + 3)) as u32
}
