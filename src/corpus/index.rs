//! The index: every paragraph of the corpus, taken apart, findable by any of its words, actors and values.
//!
//! It is a tantivy index in the user's cache folder with one document a paragraph: its keys, and what it states as a blob.
//! Beside it lies a table of the articles. Everything in it can be made again from the article files, so whatever is
//! damaged, of an older version or made with another registry is thrown away and built anew; nothing is ever migrated.
//!
//! **Invariant:** a [`Corpus`] never changes. Opening, building and updating return a new one; readers keep theirs.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant, UNIX_EPOCH};

use anyhow::{Context as _, Result};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use tantivy::collector::DocSetCollector;
use tantivy::directory::{MmapDirectory, OwnedBytes, RamDirectory};
use tantivy::query::TermQuery;
use tantivy::schema::{Field, INDEXED, IndexRecordOption, STORED, Schema};
use tantivy::store::{Compressor, StoreReader};
use tantivy::{DocAddress, Index, IndexSettings, IndexWriter, Searcher, TantivyDocument, Term, doc};
use xxhash_rust::xxh3::xxh3_64;

use crate::actors::{ActorRef, Matcher};
use crate::analysis::{Analysis, Context, infer_reference};
use crate::claims::words::Cache;
use crate::figures::PartialDate;
use crate::lang::lexicon::{Key, Lexicon};
use crate::text::document::Document;
use crate::text::prose::Format;
use crate::text::{Problem, Span};

use super::article::{self, Article};
use super::outline::{self, Late, Outline};
use super::search;
use super::statement::{Stated, actor_key, keys, mention_keys};

/// Changes whenever what is kept, or how it is found, changes.
const VERSION: u32 = 30;
const TABLE: &str = "articles.postcard";
/// Memory the writer may use before it flushes, in bytes.
const WRITER_MEMORY: usize = 64 << 20;

/// Bytes that are stored together: a question reads single paragraphs from all over the index, so each stands alone.
const BLOCK: usize = 1;
/// How many of them the store keeps at hand; see [`Lately`] instead.
const BLOCKS_KEPT: usize = 0;

/// Which file, and whether it is still the one that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    len: u64,
    /// Nanoseconds since the epoch.
    modified: u64,
}

impl Stamp {
    fn of(path: &Path) -> Option<Stamp> {
        let meta = fs::metadata(path).ok()?;
        let modified = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Stamp { len: meta.len(), modified: modified.as_nanos() as u64 })
    }
}

/// How often, and where first, an article mentions an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearance {
    /// Who.
    pub actor: ActorRef,
    /// How often.
    pub count: u32,
    /// The paragraph of the first mention outside the headings; 0 when only a heading names the actor.
    pub paragraph: u32,
    /// The first mention in the file.
    pub span: Span,
}

/// An article of the corpus.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its file.
    pub path: PathBuf,
    /// What its front matter says.
    pub article: Article,
    /// What is wrong with its file.
    pub problems: Vec<Problem>,
    /// Who appears in it, in the order of first mention.
    pub appearances: Vec<Appearance>,
    /// How many paragraphs it has.
    pub paragraphs: u32,
    /// The keys of its title's words and actors.
    pub title: Vec<Key>,
    /// The keys of everybody named in it, and of who wrote or published it.
    pub cast: Vec<Key>,
    ordinal: u64,
    stamp: Stamp,
}

/// An entry as the table keeps it: the front matter is kept as text and read again, so that its types stay free to change.
#[derive(Serialize, Deserialize)]
struct Row {
    path: PathBuf,
    head: String,
    problems: Vec<(u32, u32, u8, String)>,
    appearances: Vec<Appearance>,
    paragraphs: u32,
    title: Vec<Key>,
    cast: Vec<Key>,
    ordinal: u64,
    stamp: Stamp,
}

#[derive(Serialize, Deserialize)]
struct Table {
    version: u32,
    /// What the names and words were read with.
    made_with: u64,
    next: u64,
    rows: Vec<Row>,
}

/// What is stored of the paragraphs, a store for each part of the index.
struct Stores(Vec<Option<StoreReader>>);

impl Stores {
    /// The ordinal of a paragraph's article, and what was packed of it.
    fn read(&self, address: DocAddress) -> Option<(u64, OwnedBytes)> {
        let store = self.0.get(address.segment_ord as usize)?.as_ref()?;
        let record = store.get_document_bytes(address.doc_id).ok()?;
        let (ordinal, data) = unsealed(&record)?;
        Some((ordinal, record.slice(data)))
    }
}

/// Where a paragraph lies in the index of a [`Corpus`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address(DocAddress);

/// A paragraph found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Index of its article in [`Corpus::entries`].
    pub entry: usize,
    /// Where it lies, if it is in the index.
    pub address: Option<Address>,
    /// What of it is compared.
    pub outline: Arc<Outline>,
    /// What it states.
    pub stated: Late,
}

impl Found {
    /// A paragraph that is at hand.
    pub fn known(entry: usize, stated: Stated) -> Found {
        Found::of(entry, None, Outline::of(&stated))
    }

    fn of(entry: usize, address: Option<Address>, outline: Outline) -> Found {
        let outline = Arc::new(outline);
        Found { entry, address, stated: Late(outline.clone()), outline }
    }
}

/// Paragraphs that were read lately, in two generations: when the younger is full, the older goes. The sentences of a draft,
/// and one sentence while it is being written, ask for much the same ones.
#[derive(Default)]
struct Lately {
    young: FxHashMap<DocAddress, Found>,
    old: FxHashMap<DocAddress, Found>,
}

/// How many paragraphs a generation holds, of two or three thousand bytes each.
const GENERATION: usize = 512;

impl Lately {
    fn get(&mut self, address: &DocAddress) -> Option<Found> {
        if let Some(found) = self.young.get(address) {
            return Some(found.clone());
        }
        // It is not in the young one, which may therefore grow beyond its size by as many as the old one has.
        let found = self.old.remove(address)?;
        self.young.insert(*address, found.clone());
        Some(found)
    }

    /// Keeps a paragraph; returns the generation that has to go for it, if one has.
    fn put(&mut self, address: DocAddress, found: Found) -> Option<FxHashMap<DocAddress, Found>> {
        let full = self.young.len() >= GENERATION;
        let gone = full.then(|| std::mem::replace(&mut self.old, std::mem::take(&mut self.young)));
        self.young.insert(address, found);
        gone
    }
}

#[derive(Clone, Copy)]
struct Fields {
    article: Field,
    keys: Field,
    pairs: Field,
    data: Field,
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let article = builder.add_u64_field("article", INDEXED);
    let keys = builder.add_u64_field("keys", INDEXED);
    let pairs = builder.add_u64_field("pairs", INDEXED);
    let data = builder.add_bytes_field("data", STORED);
    (builder.build(), Fields { article, keys, pairs, data })
}

/// Says how far a long piece of work is: done and in all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What a corpus is made from.
#[derive(Clone)]
pub struct Sources {
    /// The article files, sorted.
    pub files: Vec<PathBuf>,
    /// Finds the registry's names.
    pub matcher: Arc<Matcher>,
    /// A fingerprint of the registry and the workspace's own concepts.
    pub fingerprint: u64,
    /// The words of both languages.
    pub lexicon: Arc<Lexicon>,
    /// Where the index is kept; `None` keeps it in memory.
    pub cache: Option<PathBuf>,
}

/// The articles and what they state.
pub struct Corpus {
    entries: Vec<Entry>,
    by_ordinal: FxHashMap<u64, usize>,
    by_id: FxHashMap<String, usize>,
    by_path: FxHashMap<PathBuf, usize>,
    actors: OnceLock<FxHashMap<ActorRef, Vec<(usize, usize)>>>,
    searcher: Option<Searcher>,
    index: Option<Index>,
    stores: Arc<Stores>,
    shelf: search::Shelf,
    lately: Mutex<Lately>,
    fields: Fields,
    next: u64,
    /// What could not be kept or read, for `beleg doctor`.
    pub notes: Vec<String>,
}

impl std::fmt::Debug for Corpus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Corpus").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

impl Corpus {
    /// A corpus without articles.
    pub fn empty() -> Corpus {
        Corpus::with(Vec::new(), None, 0, Vec::new())
    }

    fn with(entries: Vec<Entry>, index: Option<(Index, Searcher)>, next: u64, notes: Vec<String>) -> Corpus {
        let by_ordinal = entries.iter().enumerate().map(|(n, e)| (e.ordinal, n)).collect();
        let by_path = entries.iter().enumerate().map(|(n, e)| (e.path.clone(), n)).collect();
        let mut by_id = FxHashMap::default();
        for (n, entry) in entries.iter().enumerate() {
            by_id.entry(entry.article.id.clone()).or_insert(n);
        }
        let (index, searcher) = index.unzip();
        let parts = searcher.as_ref().map_or(&[][..], Searcher::segment_readers);
        let stores = Arc::new(Stores(parts.iter().map(|p| p.get_store_reader(BLOCKS_KEPT).ok()).collect()));
        let fields = schema().1;
        Corpus {
            entries,
            by_ordinal,
            by_id,
            by_path,
            actors: OnceLock::new(),
            searcher,
            index,
            stores,
            shelf: search::Shelf::default(),
            lately: Mutex::default(),
            fields,
            next,
            notes,
        }
    }

    /// Opens the index of `sources`, brings it up to date with the files, or builds it where there is none that fits.
    /// `progress` hears about articles that have to be read.
    pub fn open(sources: &Sources, progress: Progress<'_>) -> Corpus {
        let mut notes = Vec::new();
        if let Some(folder) = &sources.cache {
            match Corpus::open_in(folder, sources, progress) {
                Ok(corpus) => return corpus,
                Err(error) => notes.push(format!(
                    "no index is kept in '{}' ({error:#}); it is built in memory at each start",
                    folder.display()
                )),
            }
        }
        let (schema, _) = schema();
        let built = Index::create(RamDirectory::create(), schema, settings())
            .context("cannot make an index in memory")
            .and_then(|index| Corpus::with_index(index, &Sources { cache: None, ..sources.clone() }, progress));
        match built {
            Ok(mut corpus) => {
                corpus.notes.splice(0..0, notes);
                corpus
            }
            Err(error) => {
                notes.push(format!("{error:#}"));
                Corpus::with(Vec::new(), None, 0, notes)
            }
        }
    }

    /// Opens, updates or builds the index in `folder`, alone: of two servers that start at once on one workspace, the second
    /// waits and opens what the first has built.
    fn open_in(folder: &Path, sources: &Sources, progress: Progress<'_>) -> Result<Corpus> {
        let _alone = lock(folder)?;
        let opened = open_kept(folder, sources).and_then(|kept| {
            let (stale, gone) = kept.changes(sources);
            let current = stale.is_empty() && gone.is_empty();
            if current { Ok(kept) } else { kept.read_changed(sources, progress) }
        });
        match opened {
            Ok(corpus) => Ok(corpus),
            Err(error) => {
                tracing::debug!("no index to open in '{}': {error:#}", folder.display());
                Corpus::with_index(create_kept(folder)?, sources, progress)
            }
        }
    }

    fn with_index(index: Index, sources: &Sources, progress: Progress<'_>) -> Result<Corpus> {
        let searcher = index.reader()?.searcher();
        Corpus::with(Vec::new(), Some((index, searcher)), 0, Vec::new()).read_changed(sources, progress)
    }

    /// This corpus with every file read again that changed, and without those that are gone.
    pub fn updated(&self, sources: &Sources, progress: Progress<'_>) -> Result<Corpus> {
        let _alone = sources.cache.as_deref().map(lock).transpose()?;
        self.read_changed(sources, progress)
    }

    /// The files that were written since they were read, or are new, and the ordinals of articles whose files are gone.
    fn changes<'s>(&self, sources: &'s Sources) -> (Vec<(&'s PathBuf, Stamp)>, FxHashSet<u64>) {
        let wanted: FxHashSet<&PathBuf> = sources.files.iter().collect();
        let stamps: Vec<Option<Stamp>> = sources.files.par_iter().map(|f| Stamp::of(f)).collect();
        let stale: Vec<(&PathBuf, Stamp)> = sources
            .files
            .iter()
            .zip(stamps)
            .filter_map(|(f, s)| Some((f, s?)))
            .filter(|(f, s)| self.by_path.get(*f).is_none_or(|&n| self.entries[n].stamp != *s))
            .collect();
        let gone = self.entries.iter().filter(|e| !wanted.contains(&e.path)).map(|e| e.ordinal).collect();
        (stale, gone)
    }

    fn read_changed(&self, sources: &Sources, progress: Progress<'_>) -> Result<Corpus> {
        let Some(index) = &self.index else { return Ok(Corpus::open(sources, progress)) };
        let (stale, gone) = self.changes(sources);
        if stale.is_empty() && gone.is_empty() {
            let index = index.clone();
            let searcher =
                self.searcher.clone().map_or_else(|| Ok::<_, anyhow::Error>(index.reader()?.searcher()), Ok)?;
            return Ok(Corpus::with(self.entries.clone(), Some((index, searcher)), self.next, self.notes.clone()));
        }
        let mut notes = Vec::new();
        let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        let mut entries: Vec<Entry> = self.entries.iter().filter(|e| !gone.contains(&e.ordinal)).cloned().collect();
        let mut replaced: FxHashSet<u64> = FxHashSet::default();
        for &ordinal in &gone {
            writer.delete_term(Term::from_field_u64(self.fields.article, ordinal));
        }
        let mut next = self.next;
        let mut done = 0;
        progress(0, stale.len());
        // Read in parallel, written in order: a batch at a time bounds what is held in memory.
        for batch in stale.chunks(256) {
            let read: Vec<_> = batch
                .par_iter()
                .map_init(Cache::default, |cache, (path, stamp)| read_article(path, stamp.clone(), sources, cache))
                .collect();
            for ((path, _), read) in batch.iter().zip(read) {
                match read {
                    Ok((mut entry, paragraphs)) => {
                        if let Some(old) = self.by_path.get(&entry.path).and_then(|&n| self.entries.get(n)) {
                            writer.delete_term(Term::from_field_u64(self.fields.article, old.ordinal));
                            replaced.insert(old.ordinal);
                        }
                        entry.ordinal = next;
                        next += 1;
                        for paragraph in &paragraphs {
                            writer.add_document(self.document(entry.ordinal, paragraph)?)?;
                        }
                        entries.push(entry);
                    }
                    Err(error) => notes.push(format!("cannot read '{}': {error:#}", path.display())),
                }
                done += 1;
                progress(done, stale.len());
            }
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        entries.retain(|e| !replaced.contains(&e.ordinal));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        if let Some(folder) = &sources.cache
            && let Err(error) = write_table(folder, sources, next, &entries)
        {
            notes.push(format!("cannot keep the table of articles in '{}': {error:#}", folder.display()));
        }
        let searcher = index.reader()?.searcher();
        Ok(Corpus::with(entries, Some((index.clone(), searcher)), next, notes))
    }

    fn document(&self, ordinal: u64, paragraph: &Stated) -> Result<TantivyDocument> {
        let mut data = outline::pack(paragraph)?;
        let mut known: Vec<Key> = paragraph.sentences.iter().flat_map(keys).collect();
        known.sort_unstable();
        known.dedup();
        seal(&mut data, ordinal);
        let mut document = doc!(self.fields.article => ordinal, self.fields.data => data);
        for key in known {
            document.add_u64(self.fields.keys, u64::from(key));
        }
        for pair in paragraph.tape.pairs() {
            document.add_u64(self.fields.pairs, u64::from(pair));
        }
        Ok(document)
    }

    /// The articles, sorted by path.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The article with this id.
    pub fn by_id(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).map(|&n| &self.entries[n])
    }

    /// The index in [`Corpus::entries`] of the article in this file.
    pub fn index_at(&self, path: &Path) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The article in this file.
    pub fn by_path(&self, path: &Path) -> Option<&Entry> {
        self.by_path.get(path).map(|&n| &self.entries[n])
    }

    /// Where an actor appears: indices of the entry and of the appearance in it, by article date, then id. Articles without
    /// a date come last.
    pub fn appearances(&self, actor: &ActorRef) -> Vec<(&Entry, &Appearance)> {
        let places = self.places().get(actor).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&(n, k)| (&self.entries[n], &self.entries[n].appearances[k])).collect()
    }

    /// Whether any article mentions an actor.
    pub fn mentions_of(&self, actor: &ActorRef) -> bool {
        self.places().contains_key(actor)
    }

    fn places(&self) -> &FxHashMap<ActorRef, Vec<(usize, usize)>> {
        self.actors.get_or_init(|| {
            let mut all: FxHashMap<ActorRef, Vec<(usize, usize)>> = FxHashMap::default();
            for (n, entry) in self.entries.iter().enumerate() {
                for (k, appearance) in entry.appearances.iter().enumerate() {
                    all.entry(appearance.actor.clone()).or_default().push((n, k));
                }
            }
            for places in all.values_mut() {
                places.sort_by_key(|&(n, _)| self.entries[n].order());
            }
            all
        })
    }

    /// Every actor that appears.
    pub fn actors(&self) -> Vec<ActorRef> {
        let mut all: Vec<ActorRef> =
            self.entries.iter().flat_map(|e| e.appearances.iter().map(|a| a.actor.clone())).collect();
        all.sort();
        all.dedup();
        all
    }

    /// The `limit` paragraphs that share most with the weighted `keys`, in no order that matters.
    pub fn find(&self, keys: &[(Key, f32)], limit: usize) -> Vec<Found> {
        let Some(searcher) = &self.searcher else { return Vec::new() };
        match search::best(searcher, &self.shelf, self.fields.keys, keys, limit) {
            Ok(best) => self.read_all(&best),
            Err(error) => {
                tracing::error!("the index could not be searched: {error}");
                Vec::new()
            }
        }
    }

    /// The paragraphs that have most of what a quotation's words are looked up by, at most `limit`, each with how many of
    /// those that were asked about it has; and how many these were.
    pub fn sharing(&self, pairs: &[Key], limit: usize) -> (Vec<(Found, usize)>, usize) {
        let Some(searcher) = &self.searcher else { return Default::default() };
        match search::sharing(searcher, self.fields.pairs, pairs, limit) {
            Ok((best, asked)) => {
                let addresses: Vec<DocAddress> = best.iter().map(|b| b.0).collect();
                let found = self.read_each(&addresses).into_iter().zip(best);
                (found.filter_map(|(found, (_, count))| Some((found?, count))).collect(), asked)
            }
            Err(error) => {
                tracing::error!("the index could not be searched: {error}");
                Default::default()
            }
        }
    }

    /// The paragraphs at `addresses`, which are of this corpus, in their order.
    pub fn at(&self, addresses: &[Address]) -> Vec<Found> {
        self.read_all(&addresses.iter().map(|a| a.0).collect::<Vec<_>>())
    }

    /// Every paragraph of the article at index `entry` of [`Corpus::entries`], in order.
    pub fn stated(&self, entry: usize) -> Vec<Stated> {
        let (Some(searcher), Some(known)) = (&self.searcher, self.entries.get(entry)) else { return Vec::new() };
        let query = TermQuery::new(Term::from_field_u64(self.fields.article, known.ordinal), IndexRecordOption::Basic);
        let found = match searcher.search(&query, &DocSetCollector) {
            Ok(found) => found,
            Err(error) => {
                tracing::error!("the index could not be searched: {error}");
                return Vec::new();
            }
        };
        let mut all: Vec<Stated> =
            found.into_iter().filter_map(|address| self.read(address)).map(|f| Stated::clone(&f.stated)).collect();
        all.sort_by_key(|s| s.number);
        all
    }

    /// The index in [`Corpus::entries`] of the article with this id.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    fn read(&self, address: DocAddress) -> Option<Found> {
        let read = self.stores.read(address).and_then(|(ordinal, data)| Some((ordinal, Outline::read(data)?)));
        let Some((ordinal, outline)) = read else {
            tracing::error!("a paragraph of the index cannot be read; run `beleg index --rebuild`");
            return None;
        };
        Some(Found::of(*self.by_ordinal.get(&ordinal)?, Some(Address(address)), outline))
    }

    /// Reads paragraphs, or takes them from those read lately.
    fn read_all(&self, addresses: &[DocAddress]) -> Vec<Found> {
        self.read_each(addresses).into_iter().flatten().collect()
    }

    fn read_each(&self, addresses: &[DocAddress]) -> Vec<Option<Found>> {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found: Vec<Option<Found>> = addresses.iter().map(|a| lately.get(a)).collect();
        drop(lately);
        let mut new = Vec::new();
        for (slot, &address) in found.iter_mut().zip(addresses).filter(|(slot, _)| slot.is_none()) {
            *slot = self.read(address);
            new.extend(slot.clone().map(|f| (address, f)));
        }
        if !new.is_empty() {
            lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
            let gone: Vec<_> = new.into_iter().filter_map(|(address, found)| lately.put(address, found)).collect();
            // Taking thousands of paragraphs down takes its time; others need not wait for it.
            drop(lately);
            drop(gone);
        }
        found
    }

    /// How many paragraphs are indexed.
    pub fn paragraphs(&self) -> u64 {
        self.entries.iter().map(|e| u64::from(e.paragraphs)).sum()
    }
}

impl Entry {
    /// What decides who was first: the earliest day of the date (none sorts last), then the id.
    pub fn order(&self) -> (i64, String) {
        let day = self.article.date.as_ref().map_or(i64::MAX, |d| {
            let day = d.earliest();
            i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
        });
        (day, self.article.id.clone())
    }
}

/// Ends every paragraph's data.
const SEAL: [u8; 4] = *b"blg3";
/// Bytes of what is put behind a paragraph's data: its article's ordinal, its length, the seal.
const SEALED: usize = 8 + 4 + SEAL.len();

/// The data is the last thing that is stored of a paragraph, so it can be found from the end of its record: taking the record
/// apart field by field, as tantivy does, copies the data byte by byte.
fn seal(data: &mut Vec<u8>, ordinal: u64) {
    let len = data.len() as u32;
    data.extend_from_slice(&ordinal.to_le_bytes());
    data.extend_from_slice(&len.to_le_bytes());
    data.extend_from_slice(&SEAL);
}

/// The ordinal of a record's article and where its data stands.
fn unsealed(record: &[u8]) -> Option<(u64, std::ops::Range<usize>)> {
    let end = record.len().checked_sub(SEALED)?;
    let (ordinal, rest) = record.get(end..)?.split_first_chunk::<8>()?;
    let (len, seal) = rest.split_first_chunk::<4>()?;
    let start = end.checked_sub(u32::from_le_bytes(*len) as usize)?;
    (*seal == SEAL).then(|| (u64::from_le_bytes(*ordinal), start..end))
}

/// Reads, analyses and takes apart one article.
fn read_article(path: &Path, stamp: Stamp, sources: &Sources, cache: &mut Cache) -> Result<(Entry, Vec<Stated>)> {
    let bytes = fs::read(path)?;
    let (text, lossy) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(at))
        }
    };
    let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let (article, mut problems) = article::read(&name, &text);
    if let Some(at) = lossy {
        let message = "this byte is not UTF-8; save the file as UTF-8";
        problems.push(Problem::at(&text, at, crate::text::Severity::Error, message));
    }
    let document = Document::new(&text, Format::of_path(path));
    let context = context_of(&article, &document, &text, sources.matcher.clone());
    let analysis = Analysis::new(&document, &context);
    let mut paragraphs = Vec::new();
    let mut title = Vec::new();
    let mut appearances: Vec<Appearance> = Vec::new();
    let mut known: FxHashMap<ActorRef, usize> = FxHashMap::default();
    let mut last = 0;
    for ((start, number, paragraph), claimed) in analysis.paragraphs().zip(analysis.claims()) {
        let stated = Stated::of(paragraph, &claimed.claims, number, start, &sources.lexicon, cache);
        for mention in stated.sentences.iter().flat_map(|s| &s.mentions) {
            let at = *known.entry(mention.actor.clone()).or_insert_with(|| {
                appearances.push(Appearance {
                    actor: mention.actor.clone(),
                    count: 0,
                    paragraph: 0,
                    span: mention.span,
                });
                appearances.len() - 1
            });
            let seen = &mut appearances[at];
            seen.count += 1;
            if seen.paragraph == 0 && stated.number > 0 {
                (seen.paragraph, seen.span) = (stated.number, mention.span);
            }
        }
        if stated.number > 0 {
            last = stated.number;
            paragraphs.push(stated);
        } else if title.is_empty() {
            title = stated.sentences.iter().flat_map(keys).collect();
        }
    }
    title.sort_unstable();
    title.dedup();
    let cast = cast(&article, &appearances, &paragraphs, &sources.matcher);
    let entry = Entry {
        path: path.to_owned(),
        article,
        problems,
        appearances,
        paragraphs: last,
        title,
        cast,
        ordinal: 0,
        stamp,
    };
    Ok((entry, paragraphs))
}

/// The keys of everybody named in an article, and of who wrote or published it.
fn cast(article: &Article, appearances: &[Appearance], paragraphs: &[Stated], matcher: &Matcher) -> Vec<Key> {
    let mut out: Vec<Key> = appearances.iter().map(|a| actor_key(&a.actor)).collect();
    let sentences = paragraphs.iter().flat_map(|p| &p.sentences);
    out.extend(sentences.flat_map(|s| s.mentions.iter().zip(&s.names)).flat_map(|(m, n)| mention_keys(m, n)));
    for name in article.author.iter().chain(&article.publisher) {
        let known = matcher.registry().actors().iter().filter(|a| a.names().any(|n| n == name));
        out.extend(known.map(|a| actor_key(&ActorRef::Listed(a.id.clone()))));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// How an article's text is to be read: its language, and the date its yearless dates count from.
pub fn context_of(article: &Article, document: &Document, text: &str, matcher: Arc<Matcher>) -> Context {
    let reference = match &article.date {
        Some(date) => {
            let (first, last) = (date.earliest(), date.latest());
            let mut known = PartialDate::y(first.year());
            if (first.year(), first.month()) == (last.year(), last.month()) {
                known = PartialDate::ym(first.year(), first.month() as u8);
                if first == last {
                    known = PartialDate::ymd(first.year(), first.month() as u8, first.day() as u8);
                }
            }
            (first.year() == last.year()).then_some(known)
        }
        None => infer_reference(document),
    };
    Context { matcher, lang: article.language(text), reference }
}

fn settings() -> IndexSettings {
    IndexSettings { docstore_compression: Compressor::None, docstore_blocksize: BLOCK, ..IndexSettings::default() }
}

/// How long another process may take with the index before this one does without.
const PATIENCE: Duration = Duration::from_secs(60);

/// Keeps other processes from writing to the index in `folder` until it is dropped.
fn lock(folder: &Path) -> Result<fs::File> {
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).with_context(|| format!("cannot make '{}'", parent.display()))?;
    }
    let path = folder.with_extension("lock");
    let file = fs::File::create(&path).with_context(|| format!("cannot write '{}'", path.display()))?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(fs::TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(error) => return Err(error).with_context(|| format!("another process holds '{}'", path.display())),
        }
    }
}

fn create_kept(folder: &Path) -> Result<Index> {
    // Only what beleg itself put there is removed: a folder of that name with other files in it is left alone.
    if folder.exists() {
        let ours =
            folder.join("meta.json").exists() || folder.join(TABLE).exists() || fs::read_dir(folder)?.next().is_none();
        anyhow::ensure!(
            ours,
            "'{}' holds files that are not an index; remove it or set another cache folder",
            folder.display()
        );
        fs::remove_dir_all(folder).with_context(|| format!("cannot clear '{}'", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make '{}'", folder.display()))?;
    Ok(Index::create(MmapDirectory::open(folder)?, schema().0, settings())?)
}

fn made_with(sources: &Sources) -> u64 {
    let build = concat!(env!("CARGO_PKG_VERSION"), " ", env!("CARGO_PKG_NAME"));
    xxh3_64(format!("{build} {} {}", sources.fingerprint, sources.lexicon.len()).as_bytes())
}

fn open_kept(folder: &Path, sources: &Sources) -> Result<Corpus> {
    let bytes = fs::read(folder.join(TABLE))?;
    let table: Table = postcard::from_bytes(&bytes)?;
    anyhow::ensure!(table.version == VERSION, "it is of version {}, not {VERSION}", table.version);
    anyhow::ensure!(table.made_with == made_with(sources), "it was made with another registry or another beleg");
    let index = Index::open(MmapDirectory::open(folder)?)?;
    anyhow::ensure!(index.schema() == schema().0, "its fields are others");
    let searcher = index.reader()?.searcher();
    let entries: Vec<Entry> = table.rows.into_par_iter().map(entry_of).collect();
    let known: u64 = entries.iter().map(|e| u64::from(e.paragraphs)).sum();
    anyhow::ensure!(searcher.num_docs() == known, "it holds {} paragraphs, its table {known}", searcher.num_docs());
    Ok(Corpus::with(entries, Some((index, searcher)), table.next, Vec::new()))
}

fn entry_of(row: Row) -> Entry {
    use crate::text::Severity;
    let name = row.path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let (article, _) = article::read(&name, &row.head);
    let severity = |n| match n {
        0 => Severity::Error,
        1 => Severity::Warning,
        _ => Severity::Hint,
    };
    let problems = row.problems.into_iter();
    Entry {
        path: row.path,
        article,
        problems: problems
            .map(|(line, column, s, message)| Problem { line, column, severity: severity(s), message })
            .collect(),
        appearances: row.appearances,
        paragraphs: row.paragraphs,
        title: row.title,
        cast: row.cast,
        ordinal: row.ordinal,
        stamp: row.stamp,
    }
}

fn write_table(folder: &Path, sources: &Sources, next: u64, entries: &[Entry]) -> Result<()> {
    let rows = entries.iter().map(|e| Row {
        path: e.path.clone(),
        head: e.article.to_front_matter(),
        problems: e.problems.iter().map(|p| (p.line, p.column, p.severity as u8, p.message.clone())).collect(),
        appearances: e.appearances.clone(),
        paragraphs: e.paragraphs,
        title: e.title.clone(),
        cast: e.cast.clone(),
        ordinal: e.ordinal,
        stamp: e.stamp.clone(),
    });
    let table = Table { version: VERSION, made_with: made_with(sources), next, rows: rows.collect() };
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut file, &postcard::to_stdvec(&table)?)?;
    file.persist(folder.join(TABLE))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(folder: &Path) -> Sources {
        let mut files: Vec<PathBuf> = fs::read_dir(folder.join("corpus")).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        Sources {
            files,
            matcher: Arc::default(),
            fingerprint: 1,
            lexicon: Arc::new(Lexicon::builtin().clone()),
            cache: Some(folder.join("cache")),
        }
    }

    fn read_count(sources: &Sources) -> (Corpus, usize) {
        let read = std::sync::atomic::AtomicUsize::new(0);
        let corpus = Corpus::open(sources, &|_, all| read.store(all, std::sync::atomic::Ordering::Relaxed));
        (corpus, read.into_inner())
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("corpus")).unwrap();
        for (name, date, text) in
            [("ä", "2024-03-01", "Der Deich brach."), ("b", "2024-02-01", "Der Deich hielt.\n\nDie Sirenen schwiegen.")]
        {
            fs::write(
                folder.path().join(format!("corpus/{name}.md")),
                format!("---\nid: {name}\ndate: {date}\n---\n\n# Titel\n\n{text}\n"),
            )
            .unwrap();
        }
        folder
    }

    fn find(corpus: &Corpus, word: &str) -> Vec<String> {
        let keys: Vec<(Key, f32)> = Lexicon::builtin()
            .units(word, crate::lang::Lang::De)
            .into_iter()
            .flat_map(|u| u.keys)
            .map(|k| (k, 1.0))
            .collect();
        let mut found: Vec<String> = corpus
            .find(&keys, 10)
            .iter()
            .map(|f| format!("{} {}", corpus.entries()[f.entry].article.id, f.stated.number))
            .collect();
        found.sort();
        found
    }

    #[test]
    fn built_once_then_opened_then_updated() {
        let folder = folder();
        let (corpus, read) = read_count(&sources(folder.path()));
        assert_eq!((read, corpus.paragraphs()), (2, 3));
        assert_eq!(find(&corpus, "Sirene"), ["b 2"]);
        assert_eq!(find(&corpus, "Deiches"), ["b 1", "ä 1"]);
        drop(corpus);
        let (corpus, read) = read_count(&sources(folder.path()));
        assert_eq!((read, find(&corpus, "Sirene")), (0, vec!["b 2".to_owned()]));
        fs::write(folder.path().join("corpus/b.md"), "# T\n\nDie Sirenen heulten lange.\n").unwrap();
        let (corpus, read) = read_count(&sources(folder.path()));
        assert_eq!((read, find(&corpus, "Sirene")), (1, vec!["b 1".to_owned()]));
        fs::remove_file(folder.path().join("corpus/b.md")).unwrap();
        let (corpus, _) = read_count(&sources(folder.path()));
        assert_eq!((corpus.entries().len(), find(&corpus, "Sirene")), (1, vec![]));
    }

    #[test]
    fn what_was_found_is_looked_up_again() {
        let folder = folder();
        let (corpus, _) = read_count(&sources(folder.path()));
        let units = Lexicon::builtin().units("Deich", crate::lang::Lang::De);
        let keys: Vec<(Key, f32)> = units.into_iter().flat_map(|u| u.keys).map(|k| (k, 1.0)).collect();
        let found = corpus.find(&keys, 10);
        let addresses: Vec<Address> = found.iter().filter_map(|f| f.address).collect();
        let again = corpus.at(&addresses);
        assert_eq!((found.len(), again.len()), (2, 2));
        for (found, again) in found.iter().zip(&again) {
            assert_eq!((found.entry, &found.outline), (again.entry, &again.outline));
            assert_eq!(*found.stated, *again.stated);
            assert_eq!(*found.outline, Outline::of(&found.stated));
        }
    }

    #[test]
    fn a_damaged_or_foreign_index_is_built_anew() {
        let folder = folder();
        read_count(&sources(folder.path()));
        let cache = folder.path().join("cache");
        for file in fs::read_dir(&cache)
            .unwrap()
            .map(|f| f.unwrap().path())
            .filter(|p| p.extension().is_some_and(|e| e != "lock"))
        {
            fs::write(&file, b"damaged").unwrap();
        }
        let (corpus, read) = read_count(&sources(folder.path()));
        assert_eq!((read, find(&corpus, "Sirene"), corpus.notes.len()), (2, vec!["b 2".to_owned()], 0));
        let other = Sources { fingerprint: 2, ..sources(folder.path()) };
        assert_eq!(read_count(&other).1, 2);
    }

    #[test]
    fn without_a_cache_folder_it_is_kept_in_memory() {
        let folder = folder();
        let (corpus, _) = read_count(&Sources { cache: None, ..sources(folder.path()) });
        assert_eq!(find(&corpus, "Sirene"), ["b 2"]);
        fs::write(folder.path().join("cache"), "a file where the folder should be").unwrap();
        let (corpus, _) = read_count(&sources(folder.path()));
        assert_eq!(find(&corpus, "Sirene"), ["b 2"]);
        assert_eq!(corpus.notes.len(), 1);
    }
}
