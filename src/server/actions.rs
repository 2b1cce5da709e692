//! Code actions: what puts a finding right, and what says that it is right as it stands.
//!
//! **Invariant:** an action is made in two steps where the client can take that (`codeAction/resolve`): what it is called at once,
//! the edit when it is chosen. An edit is only ever made for the text it was offered for.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;

use super::findings::{Files, found};
use super::snapshot::{Doc, Snapshot};
use super::uris::Key;
use super::{from_proto, to_proto};
use crate::checks::{Finding, Fix};
use crate::features::texts;
use crate::text::Span;
use crate::text::document::Document;
use crate::workspace::checking::{How, Judged};

/// The kind of the action that applies every safe fix.
pub fn fix_all_kind() -> CodeActionKind {
    CodeActionKind::new("source.fixAll.beleg")
}

/// Which edit an action makes; findings are counted in the order they are found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum What {
    /// A fix of a finding.
    Fix(usize, usize),
    /// A comment that ignores a finding.
    Comment(usize),
    /// Every safe fix.
    All,
}

/// What an action must remember until it is chosen.
#[derive(Debug, Serialize, Deserialize)]
struct Offer {
    uri: Uri,
    version: i32,
    what: What,
}

/// `textDocument/codeAction`.
pub fn actions(snapshot: &Snapshot, params: &CodeActionParams) -> Option<CodeActionResponse> {
    let key = Key::new(&params.text_document.uri);
    let doc = snapshot.docs.get(&key)?;
    let (_, judged) = found(snapshot, &key, doc);
    let texts = texts::of(snapshot.peer.lang);
    let wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|o| includes(o.as_str(), kind.as_str())))
    };
    let span = from_proto::span(&doc.text, params.range, snapshot.peer.encoding);
    let mut out: CodeActionResponse = Vec::new();
    let mut offer = |action: CodeAction, what: What| out.push(offered(snapshot, doc, &judged, action, what));
    let mut decisions: Vec<CodeAction> = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        let here = |f: &Finding| f.span.start <= span.end && span.start <= f.span.end;
        let files = Files::new(snapshot);
        let can_decide = key.path().is_some_and(|path| snapshot.world.library.workspace.shared_name(path).is_some());
        for (n, Judged { finding, ignored }) in judged.iter().enumerate().filter(|(_, j)| here(&j.finding)) {
            let diagnostic = files.diagnostic(doc, finding);
            let blank = CodeAction {
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![diagnostic.clone()]),
                ..CodeAction::default()
            };
            let code = finding.code;
            let mut decide = |title: String, command: &str, more: serde_json::Value| {
                let mut argument = json!({"uri": doc.uri, "range": diagnostic.range, "code": code});
                if let (Some(argument), Some(more)) = (argument.as_object_mut(), more.as_object()) {
                    argument.extend(more.clone());
                }
                let command = Command::new(title.clone(), command.to_owned(), Some(vec![argument]));
                decisions.push(CodeAction { title, command: Some(command), ..blank.clone() });
            };
            let moved = ignored.as_ref().is_some_and(|d| d.moved);
            if ignored.is_none() {
                for (m, fix) in finding.fixes.iter().enumerate() {
                    let action =
                        CodeAction { title: texts.fix(&fix.does), is_preferred: Some(fix.preferred), ..blank.clone() };
                    offer(action, What::Fix(n, m));
                }
            }
            if can_decide && (ignored.is_none() || moved) {
                let (checked, ignored) = (json!({"decision": "checked"}), json!({"decision": "ignored"}));
                decide((texts.checked)(code), "beleg.decide", checked);
                decide((texts.ignore)(code), "beleg.decide", ignored);
            }
            if ignored.is_none() {
                let title = (texts.ignore_in_text)(code);
                offer(CodeAction { title, ..blank.clone() }, What::Comment(n));
            }
            if ignored.as_ref().is_some_and(|d| d.how != How::Comment) {
                decide((texts.report_again)(code), "beleg.undecide", json!({}));
            }
        }
    }
    let all = fix_all_kind();
    if wanted(&all) && !safe_fixes(&judged).is_empty() {
        let action = CodeAction { title: texts.fix_all.to_owned(), kind: Some(all), ..CodeAction::default() };
        offer(action, What::All);
    }
    out.extend(decisions.into_iter().map(CodeActionOrCommand::CodeAction));
    Some(out)
}

/// `codeAction/resolve`.
pub fn resolve(snapshot: &Snapshot, mut action: CodeAction) -> Result<CodeAction> {
    let Some(data) = action.data.clone() else { return Ok(action) };
    let offer: Offer = serde_json::from_value(data)
        .map_err(|_| Error::invalid_params("the action is not one that this server has offered"))?;
    let key = Key::new(&offer.uri);
    let doc = snapshot.docs.get(&key).filter(|doc| doc.version == offer.version).ok_or_else(Error::content_modified)?;
    let (_, judged) = found(snapshot, &key, doc);
    let texts = texts::of(snapshot.peer.lang);
    // The sources may have changed meanwhile: then this is another fix, if there is any.
    let same = match offer.what {
        What::Fix(n, m) => {
            judged.get(n).and_then(|j| j.finding.fixes.get(m)).is_some_and(|f| texts.fix(&f.does) == action.title)
        }
        What::Comment(n) => judged.get(n).is_some_and(|j| action.title.contains(j.finding.code)),
        What::All => true,
    };
    match edit_of(snapshot, doc, &judged, offer.what).filter(|_| same) {
        Some(edit) => action.edit = Some(edit),
        None => return Err(Error::content_modified()),
    }
    Ok(action)
}

/// Whether the kind somebody asks for covers another: `quickfix` covers `quickfix.beleg`, and not `quickfixes`.
fn includes(asked: &str, kind: &str) -> bool {
    asked.is_empty() || kind.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn offered(snapshot: &Snapshot, doc: &Doc, judged: &[Judged], action: CodeAction, what: What) -> CodeActionOrCommand {
    let action = if snapshot.peer.resolves_edits {
        let offer = Offer { uri: doc.uri.clone(), version: doc.version, what };
        CodeAction { data: serde_json::to_value(offer).ok(), ..action }
    } else {
        CodeAction { edit: edit_of(snapshot, doc, judged, what), ..action }
    };
    CodeActionOrCommand::CodeAction(action)
}

fn edit_of(snapshot: &Snapshot, doc: &Doc, judged: &[Judged], what: What) -> Option<WorkspaceEdit> {
    match what {
        What::Fix(n, m) => Some(edit(snapshot, doc, &[judged.get(n)?.finding.fixes.get(m)?])),
        What::Comment(n) => Some(ignore(snapshot, doc, &judged.get(n)?.finding)),
        What::All => Some(edit(snapshot, doc, &safe_fixes(judged))),
    }
}

/// Safe fixes that do not get in each other's way.
fn safe_fixes(judged: &[Judged]) -> Vec<&Fix> {
    let open = judged.iter().filter(|j| j.ignored.is_none());
    let safe = open.filter_map(|j| j.finding.fixes.iter().find(|f| f.safe && f.preferred));
    let mut taken: Vec<&Fix> = Vec::new();
    for fix in safe {
        let clear = |a: &Span, b: &Span| a.end <= b.start || b.end <= a.start;
        if fix.edits.iter().all(|e| taken.iter().flat_map(|t| &t.edits).all(|o| clear(&e.span, &o.span))) {
            taken.push(fix);
        }
    }
    taken
}

fn edit(snapshot: &Snapshot, doc: &Doc, fixes: &[&Fix]) -> WorkspaceEdit {
    let range = |span: Span| to_proto::range(&doc.text, span, snapshot.peer.encoding);
    let edits = fixes.iter().flat_map(|f| &f.edits);
    let edits = edits.map(|e| TextEdit { range: range(e.span), new_text: e.text.clone() }).collect();
    one(snapshot, doc, edits)
}

/// Edits of one document, for this version of it where the client can tell versions apart.
fn one(snapshot: &Snapshot, doc: &Doc, edits: Vec<TextEdit>) -> WorkspaceEdit {
    if snapshot.peer.versioned_edits {
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: doc.uri.clone(), version: Some(doc.version) };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
        return WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let mut changes = HashMap::new();
    changes.insert(doc.uri.clone(), edits);
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}

/// Puts a comment above the paragraph; the reason is left for its writer to say.
fn ignore(snapshot: &Snapshot, doc: &Doc, finding: &Finding) -> WorkspaceEdit {
    let at = paragraph_start(&doc.text, finding.span.start);
    let range = to_proto::range(&doc.text, Span { start: at, end: at }, snapshot.peer.encoding);
    let new_text =
        format!("<!-- beleg: ignore {}: {} -->\n\n", finding.code, texts::of(snapshot.peer.lang).checked_in_text);
    one(snapshot, doc, vec![TextEdit { range, new_text }])
}

fn paragraph_start(document: &Document, at: u32) -> u32 {
    let text = document.text();
    let at = crate::text::lines::floor_char_boundary(&text, at as usize);
    let before = &text[..at];
    let blank = before.rfind("\n\n").map_or(0, |n| n + 2);
    blank.max(before.rfind("\n\r\n").map_or(0, |n| n + 3)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_covers_itself_and_what_is_below_it() {
        for (asked, kind, want) in [
            ("", "quickfix", true),
            ("quickfix", "quickfix", true),
            ("source.fixAll", "source.fixAll.beleg", true),
            ("source.fixAll.other", "source.fixAll.beleg", false),
            ("quick", "quickfix", false),
        ] {
            assert_eq!(includes(asked, kind), want, "{asked} {kind}");
        }
    }
}
