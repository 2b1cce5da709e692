//! `textDocument/completion`: converts what may come next.

use tower_lsp::ls_types::*;

use super::findings::is_briefing;
use super::handlers::Files;
use super::snapshot::{Doc, Snapshot};
use super::uris::Key;
use super::{from_proto, to_proto};
use crate::claims::words::Cache;
use crate::features::complete::{self, Proposal, Sort, Wanted};
use crate::features::{Spot, texts};

/// Characters after which a citation may be asked for.
pub const TRIGGERS: [&str; 1] = ["@"];
/// Longer passages are cut where they are quoted.
const LONGEST: usize = 400;

pub fn completion(
    snapshot: &Snapshot,
    params: &CompletionParams,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<CompletionResponse> {
    let key = Key::new(&params.text_document_position.text_document.uri);
    let doc = snapshot.docs.get(&key).filter(|_| is_briefing(&snapshot.world, &key))?;
    let at = from_proto::offset(&doc.text, params.text_document_position.position, snapshot.peer.encoding);
    let text = doc.text.text();
    let found = proposals(snapshot, &key, doc, &text, at, stop)?;
    let files = Files::new(snapshot);
    let items = found.into_iter().enumerate().map(|(n, proposal)| {
        let typed = text.get(proposal.span.range()).unwrap_or_default();
        item(snapshot, doc, &files, proposal, typed, n)
    });
    // What fits is decided here, where umlauts are understood, so every letter asks again.
    Some(CompletionResponse::List(CompletionList { is_incomplete: true, items: items.collect() }))
}

fn proposals(
    snapshot: &Snapshot,
    key: &Key,
    doc: &Doc,
    text: &str,
    at: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Proposal>> {
    let library = &snapshot.world.library;
    let texts = texts::of(snapshot.peer.lang);
    let beside = snapshot.beside(key, stop);
    let spot = Spot::new(&doc.analysis, at);
    let traced = || {
        let spot = spot.as_ref()?;
        let claims = spot.claims()?;
        let sources = (beside.corpus, beside.lexicon);
        let (number, without) = (spot.number, beside.without);
        let traced = beside.kept.traced(spot.paragraph, &claims, number, sources, without, &mut Cache::default());
        Some((spot, traced))
    };
    Some(match complete::wanted(text, at)? {
        Wanted::Work { span, key, open } => {
            let traced = traced();
            let spot = traced.as_ref().map(|(spot, traced)| (*spot, traced.as_slice()));
            complete::works(spot, (span, &key, open), &library.corpus, texts)
        }
        Wanted::Paragraph { span, id, open } => {
            let traced = traced();
            let spot = traced.as_ref().map(|(spot, traced)| (*spot, traced.as_slice()));
            complete::paragraphs(spot, (span, &id, open), &library.corpus, texts)
        }
        Wanted::Number { span } => {
            let typed = text.get(span.range()).unwrap_or_default();
            let after = text.get(at as usize..).and_then(|t| t.lines().next()).unwrap_or_default();
            let sources = (beside.corpus, beside.lexicon);
            complete::figures(spot.as_ref()?, (span, typed, after), sources, beside.without, texts)
        }
        Wanted::Word { span } => complete::actors(text, span, &library.registry, &library.corpus, texts),
    })
}

fn item(
    snapshot: &Snapshot,
    doc: &Doc,
    files: &Files<'_>,
    proposal: Proposal,
    typed: &str,
    rank: usize,
) -> CompletionItem {
    let quote = proposal.quote.and_then(|(entry, span)| {
        let entry = snapshot.world.library.corpus.entries().get(entry)?;
        let text = files.excerpt(&entry.path, span)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        })
    });
    CompletionItem {
        label: proposal.label,
        kind: Some(match proposal.sort {
            Sort::Citation => CompletionItemKind::REFERENCE,
            Sort::Actor => CompletionItemKind::CLASS,
            Sort::Figure => CompletionItemKind::VALUE,
        }),
        detail: Some(proposal.detail),
        // Plain text: nothing of an article becomes a link or layout.
        documentation: quote.map(Documentation::String),
        sort_text: Some(format!("{rank:04}")),
        // Clients compare letters; that it fits has been found out already.
        filter_text: Some(if typed.is_empty() { proposal.text.clone() } else { typed.to_owned() }),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range: to_proto::range(&doc.text, proposal.span, snapshot.peer.encoding),
            new_text: proposal.text,
        })),
        ..CompletionItem::default()
    }
}
