//! Who is on the other side: what the client can do and how it wants things said.

use std::path::PathBuf;

use serde_json::Value;
use tower_lsp::ls_types::*;

use super::tokens::Style;
use super::uris;
use crate::lang::Lang;
use crate::text::lines::Encoding;

/// The client, as far as answers depend on it.
#[derive(Clone, Debug)]
pub struct Peer {
    /// What columns count.
    pub encoding: Encoding,
    /// The language of messages.
    pub lang: Lang,
    /// The workspace's folder.
    pub root: Option<PathBuf>,
    /// How tokens are named.
    pub style: Style,
    /// Whether definitions may come as links with the range they start from.
    pub definition_links: bool,
    /// The same for declarations.
    pub declaration_links: bool,
    /// Whether document symbols may be nested.
    pub nested_symbols: bool,
    /// Whether hover may be Markdown.
    pub markdown: bool,
    /// Whether the client asks for diagnostics itself, and again when it is told to.
    pub pulls: bool,
    /// Whether progress may be shown.
    pub progress: bool,
    /// Whether the client watches files for us.
    pub watches: bool,
    /// Whether it can be asked to fetch tokens again.
    pub refreshes_tokens: bool,
    /// Whether it can be asked for settings.
    pub configuration: bool,
    /// Whether it can be asked to tell when they change.
    pub registers_settings: bool,
    /// Whether it can be asked to fetch diagnostics again.
    pub refreshes_diagnostics: bool,
    /// Whether it applies edits of the server.
    pub applies_edits: bool,
    /// Whether it takes edits for a certain version of a document.
    pub versioned_edits: bool,
    /// Whether it asks for an action's edit only once the action is chosen.
    pub resolves_edits: bool,
    /// Whether it asks before it renames.
    pub prepares_renames: bool,
    /// Whether it can be asked to fetch lenses and hints again.
    pub refreshes_lenses: bool,
    /// The same for hints.
    pub refreshes_hints: bool,
    /// Whether it shows a place when asked.
    pub shows_documents: bool,
}

impl Peer {
    /// Reads what `initialize` says.
    pub fn new(params: &InitializeParams) -> Peer {
        let capabilities = &params.capabilities;
        let text = capabilities.text_document.as_ref();
        let workspace = capabilities.workspace.as_ref();
        let mut peer = Peer {
            encoding: encoding(capabilities),
            lang: params.locale.as_deref().and_then(Lang::from_tag).unwrap_or(Lang::En),
            root: root(params),
            style: Style::Beleg,
            definition_links: text.and_then(|t| t.definition?.link_support).unwrap_or(false),
            declaration_links: text.and_then(|t| t.declaration?.link_support).unwrap_or(false),
            nested_symbols: text
                .and_then(|t| t.document_symbol.as_ref()?.hierarchical_document_symbol_support)
                .unwrap_or(false),
            markdown: text
                .and_then(|t| t.hover.as_ref()?.content_format.as_ref())
                .is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
            // Findings change with the sources, too, not only with the text: a client that asks only after edits, as Neovim 0.11
            // does, would show old ones.
            pulls: text.is_some_and(|t| t.diagnostic.is_some())
                && workspace.and_then(|w| w.diagnostics.as_ref()?.refresh_support).unwrap_or(false),
            progress: capabilities.window.as_ref().and_then(|w| w.work_done_progress).unwrap_or(false),
            watches: workspace.and_then(|w| w.did_change_watched_files?.dynamic_registration).unwrap_or(false),
            refreshes_tokens: workspace.and_then(|w| w.semantic_tokens.as_ref()?.refresh_support).unwrap_or(false),
            configuration: workspace.and_then(|w| w.configuration).unwrap_or(false),
            registers_settings: workspace
                .and_then(|w| w.did_change_configuration?.dynamic_registration)
                .unwrap_or(false),
            refreshes_diagnostics: workspace.and_then(|w| w.diagnostics.as_ref()?.refresh_support).unwrap_or(false),
            applies_edits: workspace.and_then(|w| w.apply_edit).unwrap_or(false),
            versioned_edits: workspace.and_then(|w| w.workspace_edit.as_ref()?.document_changes).unwrap_or(false),
            resolves_edits: text
                .and_then(|t| t.code_action.as_ref()?.resolve_support.as_ref())
                .is_some_and(|r| r.properties.iter().any(|p| p == "edit")),
            prepares_renames: text.and_then(|t| t.rename.as_ref()?.prepare_support).unwrap_or(false),
            refreshes_lenses: workspace.and_then(|w| w.code_lens.as_ref()?.refresh_support).unwrap_or(false),
            refreshes_hints: workspace.and_then(|w| w.inlay_hint.as_ref()?.refresh_support).unwrap_or(false),
            shows_documents: capabilities
                .window
                .as_ref()
                .and_then(|w| w.show_document.as_ref())
                .is_some_and(|show| show.support),
        };
        if let Some(options) = &params.initialization_options {
            peer.set(options);
        }
        peer
    }

    /// Takes settings in, given as `{"beleg": {…}}` or as what stands inside; whether one changed.
    pub fn set(&mut self, settings: &Value) -> bool {
        let settings = settings.get("beleg").unwrap_or(settings);
        let before = self.style;
        match settings.get("semanticTokens").and_then(Value::as_str) {
            Some("standard") => self.style = Style::Standard,
            Some("beleg") => self.style = Style::Beleg,
            Some(other) => tracing::warn!("setting 'semanticTokens' cannot be '{other}' (one of: beleg, standard)"),
            None => {}
        }
        before != self.style
    }
}

/// What counts columns cheapest among what the client offers; UTF-16 is what every client knows.
fn encoding(capabilities: &ClientCapabilities) -> Encoding {
    let offered = capabilities.general.as_ref().and_then(|g| g.position_encodings.as_deref()).unwrap_or_default();
    let known = [
        (PositionEncodingKind::UTF8, Encoding::Utf8),
        (PositionEncodingKind::UTF16, Encoding::Utf16),
        (PositionEncodingKind::UTF32, Encoding::Utf32),
    ];
    known.into_iter().find(|(kind, _)| offered.contains(kind)).map_or(Encoding::Utf16, |(_, encoding)| encoding)
}

/// The name of `encoding` in the protocol.
pub fn encoding_kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

#[expect(deprecated, reason = "older clients send only these")]
fn root(params: &InitializeParams) -> Option<PathBuf> {
    let folder = params.workspace_folders.iter().flatten().find_map(|folder| uris::path(&folder.uri));
    folder
        .or_else(|| params.root_uri.as_ref().and_then(uris::path))
        .or_else(|| params.root_path.as_ref().filter(|path| !path.is_empty()).map(PathBuf::from))
}

/// What the server offers this client.
pub fn capabilities(peer: &Peer) -> ServerCapabilities {
    let legend = super::tokens::legend();
    ServerCapabilities {
        position_encoding: Some(encoding_kind(peer.encoding)),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::Supported(true)),
            ..TextDocumentSyncOptions::default()
        })),
        semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
            SemanticTokensOptions {
                legend,
                range: Some(true),
                full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                ..SemanticTokensOptions::default()
            },
        )),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, super::actions::fix_all_kind()]),
            resolve_provider: Some(peer.resolves_edits),
            ..CodeActionOptions::default()
        })),
        diagnostic_provider: peer.pulls.then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some("beleg".to_owned()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                ..DiagnosticOptions::default()
            })
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        declaration_provider: Some(DeclarationCapability::Simple(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(super::completion::TRIGGERS.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        rename_provider: Some(match peer.prepares_renames {
            true => OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            false => OneOf::Left(true),
        }),
        code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(true) }),
        inlay_hint_provider: Some(OneOf::Left(true)),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: super::commands::names(),
            work_done_progress_options: WorkDoneProgressOptions { work_done_progress: Some(true) },
        }),
        selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn peer(params: Value) -> Peer {
        Peer::new(&serde_json::from_value(params).expect("initialize parameters"))
    }

    #[test]
    fn the_cheapest_encoding_on_offer_is_taken() {
        let with = |kinds: Value| peer(json!({"capabilities": {"general": {"positionEncodings": kinds}}})).encoding;
        assert_eq!(with(json!(["utf-16", "utf-8"])), Encoding::Utf8);
        assert_eq!(with(json!(["utf-32"])), Encoding::Utf32);
        assert_eq!(with(json!(["utf-7"])), Encoding::Utf16);
        assert_eq!(peer(json!({"capabilities": {}})).encoding, Encoding::Utf16);
    }

    #[test]
    fn settings_come_with_and_without_their_section() {
        for options in [json!({"beleg": {"semanticTokens": "standard"}}), json!({"semanticTokens": "standard"})] {
            let peer = peer(json!({"capabilities": {}, "locale": "de-AT", "initializationOptions": options}));
            assert_eq!((peer.style, peer.lang), (Style::Standard, Lang::De));
        }
        assert!(!peer(json!({"capabilities": {}})).set(&json!({"beleg": {"semanticTokens": "loud"}})));
        assert!(!peer(json!({"capabilities": {}})).set(&Value::Null));
    }

    #[test]
    fn a_root_is_found_in_every_form_it_comes_in() {
        let at = |params: Value| peer(params).root;
        let want = Some(PathBuf::from("/a/ü b"));
        assert_eq!(
            at(json!({"capabilities": {}, "workspaceFolders": [{"uri": "file:///a/%C3%BC%20b", "name": "x"}]})),
            want
        );
        assert_eq!(at(json!({"capabilities": {}, "rootUri": "file:///a/%C3%BC%20b"})), want);
        assert_eq!(at(json!({"capabilities": {}, "rootPath": "/a/ü b", "rootUri": null})), want);
        assert_eq!(at(json!({"capabilities": {}, "rootUri": null})), None);
    }
}
