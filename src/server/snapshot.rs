//! What a reader sees: the open documents and the workspace as they were at one moment.
//!
//! **Invariant:** a snapshot never changes. It is a bundle of `Arc`s, so taking one is cheap, and the main loop goes on with
//! a copy of whatever a reader still holds.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tower_lsp::ls_types::Uri;

use super::loader::World;
use super::peer::Peer;
use super::uris::Key;
use crate::analysis::{Analysis, Context};
use crate::checks::Checked;
use crate::features::panel::{Beside, Kept};
use crate::features::typing;
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format;

/// Open documents by key.
pub type Docs = BTreeMap<Key, Arc<Doc>>;

/// What was found in open documents, each with the world it was found in.
pub type Findings = BTreeMap<Key, (Arc<World>, Arc<Checked>)>;

/// Everything an answer may depend on.
#[derive(Clone)]
pub struct Snapshot {
    /// The open documents.
    pub docs: Arc<Docs>,
    /// What is loaded.
    pub world: Arc<World>,
    /// Who asks.
    pub peer: Arc<Peer>,
    /// What was last found in the open documents, and in which world.
    pub checked: Arc<Findings>,
    /// What the claims of open documents rest on, as far as anybody has asked; of this world only.
    pub kept: Arc<Kept>,
}

impl Snapshot {
    /// What was found before in a document, as far as it still holds.
    pub fn before(&self, key: &Key) -> Arc<Checked> {
        let known = self.checked.get(key).filter(|(world, _)| Arc::ptr_eq(world, &self.world));
        known.map(|(_, checked)| checked.clone()).unwrap_or_default()
    }

    /// What the claims of a document are laid beside.
    pub fn beside<'s>(&'s self, key: &Key, stop: &'s (dyn Fn() -> bool + Sync)) -> Beside<'s> {
        let corpus = &self.world.library.corpus;
        let without = key.path().and_then(|path| corpus.index_at(path));
        Beside { without, ..self.beside_text(&self.kept, stop) }
    }

    /// What the claims of a text are laid beside that is no document.
    pub fn beside_text<'s>(&'s self, kept: &'s Kept, stop: &'s (dyn Fn() -> bool + Sync)) -> Beside<'s> {
        let library = &self.world.library;
        Beside { corpus: &library.corpus, lexicon: &library.lexicon, kept, without: None, stop }
    }
}

/// An open document.
#[derive(Clone)]
pub struct Doc {
    /// Its URI as the client spells it.
    pub uri: Uri,
    /// Its version as the client counts.
    pub version: i32,
    /// Its text.
    pub text: Document,
    /// What it states. Up to date in every snapshot; see [`Doc::refresh`].
    pub analysis: Arc<Analysis>,
    /// Where the caret stands, if somebody has been typing there and has not left.
    caret: Option<u32>,
    /// Whether the text has changed since it was analysed.
    stale: bool,
    /// The edit this state of the text came with.
    edit: u64,
    /// The last edit of this document, shared by all its states.
    last_edit: Arc<AtomicU64>,
}

impl Doc {
    /// A document just opened.
    pub fn open(uri: Uri, version: i32, text: &str, format: Format, context: &Context) -> Doc {
        let text = Document::new(text, format);
        let empty = Document::new("", format);
        let analysis = Arc::new(Analysis::new(&empty, context));
        Doc { uri, version, text, analysis, caret: None, stale: true, edit: 0, last_edit: Arc::default() }
    }

    /// Whether a newer state of the document exists.
    pub fn is_overtaken(&self) -> bool {
        self.last_edit.load(Ordering::Relaxed) != self.edit
    }

    /// Whether the analysis is not that of the text.
    pub fn is_stale(&self) -> bool {
        self.stale
    }

    /// Replaces `span`, or everything. The analysis follows when it is needed.
    pub fn edit(&mut self, span: Option<Span>, new: &str, version: i32) {
        let before = self.text.rope().clone();
        self.caret = span.and_then(|span| {
            let gone = before.get_byte_slice(span.range()).map_or(usize::MAX, |s| s.len_chars());
            typing::caret(span.start, gone, new)
        });
        let edited = super::pool::guarded("edit", || match span {
            Some(span) => self.text.edit(span, new),
            None => self.text = Document::new(new, self.text.format()),
        });
        if let (Err(_), Some(span)) = (edited, span) {
            // The text matters more than how it was kept: read it anew.
            let mut text = before.to_string();
            let end = (span.end as usize).min(text.len());
            let start = (span.start as usize).min(end);
            if text.is_char_boundary(start) && text.is_char_boundary(end) {
                text.replace_range(start..end, new);
            }
            self.text = Document::new(&text, self.text.format());
        }
        self.version = version;
        self.stale = true;
        self.edit += 1;
        self.last_edit.store(self.edit, Ordering::Relaxed);
    }

    /// The word that is being typed.
    pub fn typed_word(&self) -> Option<Span> {
        typing::word(&self.text, self.caret?)
    }

    /// Where the caret stands, if somebody is typing.
    pub fn caret(&self) -> Option<u32> {
        self.caret
    }

    /// Nobody is typing here any more.
    pub fn leave(&mut self) {
        self.caret = None;
    }

    /// Marks the analysis as made with something else than now holds.
    pub fn spoil(&mut self) {
        self.stale = true;
    }

    /// Takes a document that is not prose as up to date.
    pub fn leave_alone(&mut self) {
        self.stale = false;
        let nothing = Document::new("", self.text.format());
        self.analysis = Arc::new(Analysis::new(&nothing, self.analysis.context()));
    }

    /// Brings the analysis up to the text.
    pub fn refresh(&mut self, context: &Context) {
        self.stale = false;
        let (text, before) = (&self.text, &self.analysis);
        let analysis = super::pool::guarded("analysis", || before.update(text, context))
            .or_else(|_| super::pool::guarded("analysis", || Analysis::new(text, context)))
            // Colours of another text would be worse than none.
            .unwrap_or_else(|_| Analysis::new(&Document::new("", text.format()), context));
        self.analysis = Arc::new(analysis);
    }
}
