//! The protocol's handlers. Each sends one event before it awaits anything, and decides nothing.

use std::path::PathBuf;

use crossbeam_channel::Sender;
use serde_json::Value;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;

use super::event::{Event, Query};
use super::pool::Reply;
use super::uris;

/// Passes on what the client says.
pub struct Relay {
    /// Where to.
    pub inbox: Sender<Event>,
    /// Told when `shutdown` was accepted.
    pub shut_down: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl Relay {
    fn tell(&self, event: Event) {
        // The loop outlives the reader; if it is gone the process is ending.
        let _ = self.inbox.send(event);
    }

    async fn ask<P, T>(&self, params: P, event: impl FnOnce(P, Reply<T>) -> Event) -> Result<T> {
        let (reply, answer) = Reply::channel();
        self.tell(event(params, reply));
        answer.await.unwrap_or_else(|_| Err(Error::internal_error()))
    }

    async fn query<P, T>(&self, params: P, query: impl FnOnce(P, Reply<T>) -> Query) -> Result<T> {
        self.ask(params, |params, reply| Event::Query(query(params, reply))).await
    }

    /// `beleg/status`.
    pub async fn status(&self, _params: Option<Value>) -> Result<Value> {
        self.ask((), |(), reply| Event::Status(reply)).await
    }
}

impl LanguageServer for Relay {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        self.ask(Box::new(params), Event::Initialize).await
    }

    async fn initialized(&self, _: InitializedParams) {
        self.tell(Event::Initialized);
    }

    async fn shutdown(&self) -> Result<()> {
        self.shut_down.store(true, std::sync::atomic::Ordering::SeqCst);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.tell(Event::Open(params));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.tell(Event::Change(params));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.tell(Event::Close(params));
    }

    /// What a save changed on disk is reported by the watcher.
    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.tell(Event::Saved(params));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.tell(Event::SettingsChanged(params.settings));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let paths: Vec<PathBuf> = params.changes.iter().filter_map(|change| uris::path(&change.uri)).collect();
        self.tell(Event::FilesChanged(paths));
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        self.ask(params, Event::TokensFull).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        self.ask(params, Event::TokensDelta).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.ask(params, Event::TokensRange).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.query(params, Query::Hover).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.query(params, Query::Definition).await
    }

    async fn goto_declaration(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.query(params, Query::Declaration).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.query(params, Query::References).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        self.query(params, Query::Highlight).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.query(params, Query::DocumentSymbols).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        self.query(params, Query::WorkspaceSymbols).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.query(params, Query::CodeActions).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        self.query(Box::new(action), Query::ResolveAction).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let report = self.query(params, Query::Diagnostics).await?;
        Ok(report.unwrap_or_else(super::findings::nothing))
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.query(params, Query::Completion).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.query(params, Query::Links).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        self.query(params, Query::PrepareRename).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.query(params, Query::Rename).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.query(params, Query::Lenses).await
    }

    async fn code_lens_resolve(&self, params: CodeLens) -> Result<CodeLens> {
        let range = params.range;
        let resolved = self.query(Box::new(params), Query::Lens).await?;
        // A lens without words is one that its paragraph has left behind.
        Ok(resolved.unwrap_or(CodeLens { range, command: Some(Command::default()), data: None }))
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.query(params, Query::Hints).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        self.ask(Box::new(params), Event::Command).await
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        self.query(params, Query::WorkspaceDiagnostics).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.query(params, Query::SelectionRanges).await
    }
}
