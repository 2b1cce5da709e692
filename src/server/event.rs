//! Everything the main loop can be told, in one closed list.

use serde_json::Value;
use tower_lsp::ls_types::*;

use super::loader::Loaded;
use super::pool::Reply;
use super::uris::Key;

/// What the main loop is told. Large ones are boxed: the queue holds many small ones.
pub enum Event {
    /// `initialize`.
    Initialize(Box<InitializeParams>, Reply<InitializeResult>),
    /// `initialized`.
    Initialized,
    /// `textDocument/didOpen`.
    Open(DidOpenTextDocumentParams),
    /// `textDocument/didChange`.
    Change(DidChangeTextDocumentParams),
    /// `textDocument/didSave`.
    Saved(DidSaveTextDocumentParams),
    /// `textDocument/didClose`.
    Close(DidCloseTextDocumentParams),
    /// `workspace/didChangeConfiguration`.
    SettingsChanged(Value),
    /// The client's answer to a question about its settings.
    Settings(Value),
    /// `workspace/didChangeWatchedFiles`, or what the server's own watcher saw.
    FilesChanged(Vec<std::path::PathBuf>),
    /// A stage of loading the workspace is done.
    Loaded(Box<Loaded>),
    /// `textDocument/semanticTokens/full`.
    TokensFull(SemanticTokensParams, Reply<Option<SemanticTokensResult>>),
    /// `textDocument/semanticTokens/full/delta`.
    TokensDelta(SemanticTokensDeltaParams, Reply<Option<SemanticTokensFullDeltaResult>>),
    /// `textDocument/semanticTokens/range`.
    TokensRange(SemanticTokensRangeParams, Reply<Option<SemanticTokensRangeResult>>),
    /// A document has been checked.
    Checked(Box<super::findings::Outcome>),
    /// A client has pulled the findings of a document and got those that were known by then.
    PartlyTold(Key),
    /// `workspace/executeCommand`.
    Command(Box<ExecuteCommandParams>, Reply<Option<LSPAny>>),
    /// A command wants to see what there is now.
    Look(crossbeam_channel::Sender<super::snapshot::Snapshot>),
    /// Files that are not open have been checked.
    Swept(Vec<(std::path::PathBuf, Vec<Diagnostic>)>),
    /// A question the pool answers.
    Query(Query),
    /// `beleg/status`.
    Status(Reply<Value>),
}

impl Query {
    /// Whether the answer traces much and is only looked at in passing: it waits for a pause in typing.
    pub fn is_patient(&self) -> bool {
        matches!(self, Query::Lens(..) | Query::Hints(..))
    }
}

/// Questions about a snapshot.
pub enum Query {
    /// `textDocument/hover`.
    Hover(HoverParams, Reply<Option<Hover>>),
    /// `textDocument/definition`.
    Definition(GotoDefinitionParams, Reply<Option<GotoDefinitionResponse>>),
    /// `textDocument/declaration`.
    Declaration(GotoDefinitionParams, Reply<Option<GotoDefinitionResponse>>),
    /// `textDocument/references`.
    References(ReferenceParams, Reply<Option<Vec<Location>>>),
    /// `textDocument/documentHighlight`.
    Highlight(DocumentHighlightParams, Reply<Option<Vec<DocumentHighlight>>>),
    /// `textDocument/documentSymbol`.
    DocumentSymbols(DocumentSymbolParams, Reply<Option<DocumentSymbolResponse>>),
    /// `workspace/symbol`.
    WorkspaceSymbols(WorkspaceSymbolParams, Reply<Option<WorkspaceSymbolResponse>>),
    /// `textDocument/codeAction`.
    CodeActions(CodeActionParams, Reply<Option<CodeActionResponse>>),
    /// `codeAction/resolve`.
    ResolveAction(Box<CodeAction>, Reply<CodeAction>),
    /// `textDocument/diagnostic`.
    Diagnostics(DocumentDiagnosticParams, Reply<Option<DocumentDiagnosticReportResult>>),
    /// `textDocument/completion`.
    Completion(CompletionParams, Reply<Option<CompletionResponse>>),
    /// `textDocument/documentLink`.
    Links(DocumentLinkParams, Reply<Option<Vec<DocumentLink>>>),
    /// `textDocument/prepareRename`.
    PrepareRename(TextDocumentPositionParams, Reply<Option<PrepareRenameResponse>>),
    /// `textDocument/rename`.
    Rename(RenameParams, Reply<Option<WorkspaceEdit>>),
    /// `textDocument/codeLens`.
    Lenses(CodeLensParams, Reply<Option<Vec<CodeLens>>>),
    /// `codeLens/resolve`.
    Lens(Box<CodeLens>, Reply<Option<CodeLens>>),
    /// `textDocument/inlayHint`.
    Hints(InlayHintParams, Reply<Option<Vec<InlayHint>>>),
    /// `workspace/diagnostic`.
    WorkspaceDiagnostics(WorkspaceDiagnosticParams, Reply<WorkspaceDiagnosticReportResult>),
    /// `textDocument/selectionRange`.
    SelectionRanges(SelectionRangeParams, Reply<Option<Vec<SelectionRange>>>),
}
