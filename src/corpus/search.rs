//! Which paragraphs share most with a question?
//!
//! A paragraph scores the sum of its keys' weights, each the rarer the heavier, over its length (BM25 with a key counted once).
//! Rare keys are few and decide: they are added up first. As soon as all keys that are left could not lift a paragraph that has
//! none of the others into the best, their lists are not read any more but only asked about the paragraphs still in the
//! running (MaxScore). What has nothing to do with a question then costs next to nothing, however much of it there is.
//!
//! Lists that were read are kept at hand as they are used: the sentences of a draft ask for the same words again and again.
//!
//! **Invariant:** the answer is that of adding up everything; a paragraph's score is summed in the order of the keys' weights.

use std::cell::Cell;
use std::cmp::Reverse;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, InvertedIndexReader, Searcher, SegmentReader, Term};

use crate::lang::lexicon::Key;

/// How soon a key that is said once is enough, and how much length counts: the usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// Sums of rounded numbers may be a little greater than what bounds them.
const SLACK: f32 = 1.000_1;

/// How many paragraphs are looked at to learn what score another one has to reach; the best of them are asked for all keys.
const SAMPLE: usize = 4096;

/// To what share of itself the weight of what is left has to fall before it is looked again who is still in the running.
const PAYS: f32 = 0.8;

/// A part of the index.
struct Part<'a> {
    reader: &'a SegmentReader,
    lists: Arc<InvertedIndexReader>,
    /// The number of its first paragraph among those of all parts.
    base: usize,
}

/// The paragraphs that have a key.
struct List {
    /// How many have it, those counted that were deleted.
    count: u64,
    who: Who,
}

enum Who {
    /// Their numbers among those of all parts, in order.
    Some(Box<[u32]>),
    /// A bit for each paragraph.
    Many(Box<[u64]>),
}

impl List {
    fn of(all: usize, count: u64, who: Vec<u32>) -> List {
        // A number takes as much room as 32 bits.
        if who.len() * 32 < all {
            return List { count, who: Who::Some(who.into()) };
        }
        let mut bits = vec![0u64; all.div_ceil(64)];
        for n in who {
            if let Some(bits) = bits.get_mut(n as usize / 64) {
                *bits |= 1 << (n % 64);
            }
        }
        List { count, who: Who::Many(bits.into()) }
    }

    fn has(&self, n: u32) -> bool {
        match &self.who {
            Who::Some(all) => all.binary_search(&n).is_ok(),
            Who::Many(bits) => bits.get(n as usize / 64).is_some_and(|b| b >> (n % 64) & 1 == 1),
        }
    }

    fn bytes(&self) -> usize {
        match &self.who {
            Who::Some(all) => all.len() * 4,
            Who::Many(bits) => bits.len() * 8,
        }
    }
}

/// A key that stands somewhere.
struct Listed {
    key: Key,
    weight: f32,
    list: Arc<List>,
}

/// Lists that were read lately, in two generations: when the younger is full, the older goes.
#[derive(Default)]
struct Lately {
    young: FxHashMap<Key, Arc<List>>,
    old: FxHashMap<Key, Arc<List>>,
    /// Bytes of the younger.
    bytes: usize,
}

/// How many bytes a generation holds.
const GENERATION: usize = 12 << 20;

impl Lately {
    fn get(&mut self, key: Key) -> Option<Arc<List>> {
        if let Some(list) = self.young.get(&key) {
            return Some(list.clone());
        }
        let list = self.old.remove(&key)?;
        self.put(key, list.clone());
        Some(list)
    }

    fn put(&mut self, key: Key, list: Arc<List>) {
        if self.bytes >= GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
        // What a map needs for an entry counts as well: most keys have short lists, or none.
        self.bytes += list.bytes() + 64;
        self.young.insert(key, list);
    }
}

/// What is known of an index that never changes.
#[derive(Default)]
pub(super) struct Shelf {
    lengths: OnceLock<Lengths>,
    lately: Mutex<Lately>,
}

struct Lengths {
    /// How long the paragraphs are, as tantivy keeps it: a class of lengths for each, all parts in a row.
    classes: Vec<u8>,
    /// The shortest.
    least: u8,
}

impl Lengths {
    fn of(searcher: &Searcher, field: Field) -> Lengths {
        let mut classes = Vec::new();
        for part in searcher.segment_readers() {
            let reader = part.get_fieldnorms_reader(field).ok();
            classes.extend((0..part.max_doc()).map(|doc| reader.as_ref().map_or(0, |r| r.fieldnorm_id(doc))));
        }
        let least = classes.iter().copied().min().unwrap_or(0);
        Lengths { classes, least }
    }
}

thread_local! {
    /// A score for each paragraph, all zero between two questions.
    static SCORES: Cell<Vec<f32>> = const { Cell::new(Vec::new()) };
}

/// The `limit` best paragraphs for the weighted `keys`, the best first; of equals the one that was indexed first.
pub(super) fn best(
    searcher: &Searcher,
    shelf: &Shelf,
    field: Field,
    keys: &[(Key, f32)],
    limit: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let mut parts = Vec::new();
    let (mut all, mut said) = (0usize, 0u64);
    for reader in searcher.segment_readers() {
        let lists = reader.inverted_index(field)?;
        said += lists.total_num_tokens();
        parts.push(Part { reader, lists, base: all });
        all += reader.max_doc() as usize;
    }
    let terms = terms(&parts, shelf, field, keys, all)?;
    let usual = said as f32 / all as f32;
    let length: [f32; 256] = std::array::from_fn(|n| {
        let keys = FieldNormReader::id_to_fieldnorm(n as u8) as f32;
        1.0 / (1.0 + K1 * (1.0 - B + B * keys / usual))
    });
    let lengths = shelf.lengths.get_or_init(|| Lengths::of(searcher, field));
    let mut search = Search { parts, lengths, length, limit, scores: SCORES.take(), touched: Vec::new() };
    if search.scores.len() < all {
        search.scores.resize(all, 0.0);
    }
    let found = search.run(&terms);
    let mut scores = std::mem::take(&mut search.scores);
    for &n in &search.touched {
        scores[n as usize] = 0.0;
    }
    SCORES.set(scores);
    Ok(found)
}

/// How many entries of lists are read for a quotation once two lists have been read. Its rarest pairs of words tell.
const MOST_READ: u64 = 16_384;

/// The `limit` paragraphs that have most of `keys`, each with how many; of equals the one that was indexed first. Only the
/// rarest keys are asked about, and how many these were is told as well.
pub(super) fn sharing(
    searcher: &Searcher,
    field: Field,
    keys: &[Key],
    limit: usize,
) -> tantivy::Result<(Vec<(DocAddress, usize)>, usize)> {
    let parts: Vec<(&SegmentReader, Arc<InvertedIndexReader>)> =
        searcher.segment_readers().iter().map(|r| Ok((r, r.inverted_index(field)?))).collect::<tantivy::Result<_>>()?;
    let mut lists = Vec::with_capacity(keys.len());
    for &key in keys {
        let term = Term::from_field_u64(field, u64::from(key));
        let infos: Vec<Option<TermInfo>> =
            parts.iter().map(|(_, lists)| lists.get_term_info(&term)).collect::<Result<_, _>>()?;
        let count: u64 = infos.iter().flatten().map(|i| u64::from(i.doc_freq)).sum();
        lists.push((count, key, infos));
    }
    lists.sort_unstable_by_key(|&(count, key, _)| (count, key));
    let mut shared: FxHashMap<DocAddress, usize> = FxHashMap::default();
    let (mut read, mut asked) = (0, 0);
    for (count, _, infos) in lists {
        read += count;
        if asked >= 2 && read > MOST_READ {
            break;
        }
        asked += 1;
        for ((part, (reader, lists)), info) in (0..).zip(&parts).zip(infos) {
            let Some(info) = info else { continue };
            let mut block = lists.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            while !block.docs().is_empty() {
                for &doc in block.docs().iter().filter(|doc| !reader.is_deleted(**doc)) {
                    *shared.entry(DocAddress::new(part, doc)).or_default() += 1;
                }
                block.advance();
            }
        }
    }
    let mut all: Vec<(DocAddress, usize)> = shared.into_iter().collect();
    all.sort_unstable_by_key(|&(address, count)| (Reverse(count), address));
    all.truncate(limit);
    Ok((all, asked))
}

/// The keys that stand anywhere, the heaviest first.
fn terms(
    parts: &[Part<'_>],
    shelf: &Shelf,
    field: Field,
    keys: &[(Key, f32)],
    all: usize,
) -> tantivy::Result<Vec<Listed>> {
    let mut wanted: FxHashMap<Key, f32> = FxHashMap::default();
    for &(key, weight) in keys {
        *wanted.entry(key).or_default() += weight;
    }
    let mut lately = shelf.lately.lock().unwrap_or_else(PoisonError::into_inner);
    let known: Vec<_> = wanted.into_iter().map(|(key, weight)| (key, weight, lately.get(key))).collect();
    drop(lately);
    let mut terms = Vec::with_capacity(known.len());
    let mut new = Vec::new();
    for (key, weight, list) in known {
        let list = match list {
            Some(list) => list,
            None => {
                let list = Arc::new(read(parts, field, key, all)?);
                new.push((key, list.clone()));
                list
            }
        };
        if list.count > 0 && weight > 0.0 {
            let count = list.count;
            let rarity = (1.0 + ((all as u64).saturating_sub(count) as f32 + 0.5) / (count as f32 + 0.5)).ln();
            terms.push(Listed { key, weight: rarity * (1.0 + K1) * weight, list });
        }
    }
    if !new.is_empty() {
        lately = shelf.lately.lock().unwrap_or_else(PoisonError::into_inner);
        new.into_iter().for_each(|(key, list)| lately.put(key, list));
    }
    terms.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key)));
    Ok(terms)
}

/// Reads the list of a key.
fn read(parts: &[Part<'_>], field: Field, key: Key, all: usize) -> tantivy::Result<List> {
    let term = Term::from_field_u64(field, u64::from(key));
    let (mut count, mut who) = (0, Vec::new());
    for part in parts {
        let Some(info) = part.lists.get_term_info(&term)? else { continue };
        count += u64::from(info.doc_freq);
        let mut block = part.lists.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        while !block.docs().is_empty() {
            let there = block.docs().iter().filter(|doc| !part.reader.is_deleted(**doc));
            who.extend(there.map(|doc| part.base as u32 + doc));
            block.advance();
        }
    }
    Ok(List::of(all, count, who))
}

struct Search<'a> {
    parts: Vec<Part<'a>>,
    lengths: &'a Lengths,
    /// What a score is multiplied by for each length of a paragraph.
    length: [f32; 256],
    limit: usize,
    scores: Vec<f32>,
    /// The paragraphs whose score is not zero, in no order.
    touched: Vec<u32>,
}

impl Search<'_> {
    fn run(&mut self, terms: &[Listed]) -> Vec<DocAddress> {
        let shortest = self.length[usize::from(self.lengths.least)];
        // What all keys from each one on weigh together, and how many paragraphs their lists name.
        let mut rest: Vec<(f32, u64)> = vec![(0.0, 0); terms.len() + 1];
        for (n, term) in terms.iter().enumerate().rev() {
            rest[n] = (rest[n + 1].0 + term.weight, rest[n + 1].1 + term.list.count);
        }
        let (mut least, mut looked_at) = (0.0, f32::INFINITY);
        for (n, term) in terms.iter().enumerate() {
            let (weight, reads) = rest[n];
            let worth = self.touched.len() >= self.limit && reads > self.touched.len().min(SAMPLE) as u64;
            if worth && weight * 2.0 < rest[0].0 {
                // Looking is work as well.
                if weight < looked_at * PAYS {
                    looked_at = weight;
                    least = self.threshold(&terms[n..]);
                }
                if weight * shortest * SLACK < least {
                    return self.finish(terms, &rest, n, least);
                }
            }
            self.add(term);
        }
        let touched = self.touched.clone();
        self.rank(touched)
    }

    /// Adds a key to every paragraph that has it.
    fn add(&mut self, term: &Listed) {
        let Search { scores, touched, .. } = self;
        let mut add = |n: u32| {
            let Some(score) = scores.get_mut(n as usize) else { return };
            if *score == 0.0 {
                touched.push(n);
            }
            *score += term.weight;
        };
        match &term.list.who {
            Who::Some(all) => all.iter().copied().for_each(add),
            Who::Many(bits) => {
                for (at, &bits) in (0..).step_by(64).zip(bits) {
                    let mut left = bits;
                    while left != 0 {
                        add(at + left.trailing_zeros());
                        left &= left - 1;
                    }
                }
            }
        }
    }

    /// Asks the lists from `from` on only about the paragraphs that can still be among the best.
    fn finish(&mut self, terms: &[Listed], rest: &[(f32, u64)], from: usize, least: f32) -> Vec<DocAddress> {
        let mut least = least;
        let mut running = self.touched.clone();
        let mut looked_at = f32::INFINITY;
        let mut scored: Vec<f32> = Vec::new();
        for (n, term) in terms.iter().enumerate().skip(from) {
            let weight = rest[n].0;
            // Looking who is still in the running is work as well; it pays when what is left weighs a good deal less.
            if running.len() > 2 * self.limit && weight < looked_at * PAYS {
                looked_at = weight;
                scored.clear();
                running.retain(|&n| {
                    let (score, length) = self.score(n);
                    let stays = (score + weight) * length * SLACK >= least;
                    if stays {
                        scored.push(score * length);
                    }
                    stays
                });
                least = least.max(nth_best(&mut scored, self.limit));
            }
            match &term.list.who {
                // What is out of the running may be added to as well; only what no key has touched must stay so.
                Who::Some(all) => {
                    for &n in all {
                        if let Some(score) = self.scores.get_mut(n as usize).filter(|s| **s > 0.0) {
                            *score += term.weight;
                        }
                    }
                }
                Who::Many(bits) => {
                    for &n in &running {
                        let n = n as usize;
                        let has = bits.get(n / 64).is_some_and(|b| b >> (n % 64) & 1 == 1);
                        if let Some(score) = self.scores.get_mut(n).filter(|_| has) {
                            *score += term.weight;
                        }
                    }
                }
            }
        }
        self.rank(running)
    }

    /// What the keys of paragraph `n` weigh so far, and what that is multiplied by.
    fn score(&self, n: u32) -> (f32, f32) {
        let n = n as usize;
        let length = self.lengths.classes.get(n).copied().unwrap_or(0);
        (self.scores.get(n).copied().unwrap_or(0.0), self.length[usize::from(length)])
    }

    /// What another paragraph has to reach at least: the score of the last of as many as are looked for. The paragraphs that
    /// were touched first have the heaviest keys; the best of some of them are asked for the keys that are `left`.
    fn threshold(&self, left: &[Listed]) -> f32 {
        let some = self.touched.get(..self.touched.len().min(SAMPLE)).unwrap_or_default();
        let so_far = |&n: &u32| {
            let (score, length) = self.score(n);
            (score * length, n)
        };
        let mut best: Vec<(f32, u32)> = some.iter().map(so_far).collect();
        // Not all that have most so far have most in the end.
        let most = 2 * self.limit;
        if most < best.len() {
            best.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0));
            best.truncate(most);
        }
        let whole = |(_, n): (f32, u32)| {
            let (score, length) = self.score(n);
            let more = left.iter().filter(|t| t.list.has(n)).map(|t| t.weight);
            more.fold(score, |sum, weight| sum + weight) * length
        };
        nth_best(&mut best.into_iter().map(whole).collect::<Vec<f32>>(), self.limit)
    }

    fn rank(&self, among: Vec<u32>) -> Vec<DocAddress> {
        let mut all: Vec<(f32, u32)> = among
            .into_iter()
            .map(|n| {
                let (score, length) = self.score(n);
                (score * length, n)
            })
            .collect();
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if self.limit < all.len() {
            all.select_nth_unstable_by(self.limit, order);
            all.truncate(self.limit);
        }
        all.sort_unstable_by(order);
        let address = |(_, n): (f32, u32)| {
            let part = self.parts.partition_point(|p| p.base <= n as usize).saturating_sub(1);
            DocAddress::new(part as u32, n - self.parts.get(part).map_or(0, |p| p.base) as u32)
        };
        all.into_iter().map(address).collect()
    }
}

/// The last of the `limit` best of `all`, which are put in another order; 0 where there are not so many.
fn nth_best(all: &mut [f32], limit: usize) -> f32 {
    match limit.checked_sub(1) {
        Some(last) if last < all.len() => *all.select_nth_unstable_by(last, |a, b| b.total_cmp(a)).1,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tantivy::collector::TopDocs;
    use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
    use tantivy::schema::{INDEXED, Schema};
    use tantivy::{Index, IndexWriter, TantivyDocument};

    /// Numbers that look random and are the same on every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, below: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % below
        }

        /// Small numbers often, large ones seldom, as words are.
        fn rare(&mut self) -> u64 {
            let most = 1 << self.below(12);
            self.below(most)
        }
    }

    fn index(field: Field, schema: Schema, random: &mut Random) -> Searcher {
        let index = Index::create_in_ram(schema);
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 20 << 20).unwrap();
        for part in 0..3 {
            for _ in 0..2500 {
                let mut document = TantivyDocument::default();
                let mut keys: Vec<u64> = (0..3 + random.below(40)).map(|_| random.rare()).collect();
                keys.sort_unstable();
                keys.dedup();
                for key in keys {
                    document.add_u64(field, key);
                }
                writer.add_document(document).unwrap();
            }
            writer.delete_term(Term::from_field_u64(field, 500 + part));
            writer.commit().unwrap();
        }
        index.reader().unwrap().searcher()
    }

    #[test]
    fn the_best_are_those_of_adding_up_everything() {
        let mut builder = Schema::builder();
        let field = builder.add_u64_field("keys", INDEXED);
        let mut random = Random(3);
        let searcher = index(field, builder.build(), &mut random);
        let shelf = Shelf::default();
        for limit in [1, 7, 50, 192] {
            for _ in 0..60 {
                let mut keys: Vec<Key> = (0..1 + random.below(40)).map(|_| random.rare() as Key).collect();
                keys.sort_unstable();
                keys.dedup();
                let keys: Vec<(Key, f32)> =
                    keys.into_iter().map(|k| (k, 0.1 + random.below(100) as f32 / 40.0)).collect();
                let found = best(&searcher, &shelf, field, &keys, limit).unwrap();
                let clauses = keys.iter().map(|&(key, weight)| {
                    let term = Term::from_field_u64(field, u64::from(key));
                    let query = TermQuery::new(term, IndexRecordOption::Basic);
                    (Occur::Should, Box::new(BoostQuery::new(Box::new(query), weight)) as Box<dyn Query>)
                });
                let query = BooleanQuery::new(clauses.collect());
                let all = searcher.search(&query, &TopDocs::with_limit(10_000).order_by_score()).unwrap();
                let scores: FxHashMap<DocAddress, f32> = all.iter().map(|&(s, a)| (a, s)).collect();
                assert_eq!(found.len(), limit.min(all.len()));
                for (n, address) in found.iter().enumerate() {
                    // Sums of the same numbers in another order differ in their last digits.
                    assert!((scores[address] - all[n].0).abs() < 1e-4, "{n} of {limit}: {keys:?}");
                }
            }
        }
    }
}
