//! Which paragraphs share most with a question?
//!
//! A paragraph scores the sum of its keys' weights, each the rarer the heavier, over its length (BM25 with a key counted once).
//! Rare keys are few and decide: they are added up first. As soon as all keys that are left could not lift a paragraph that has
//! none of the others into the best, their lists are not read any more but only asked about the paragraphs still in the
//! running (MaxScore). What has nothing to do with a question then costs next to nothing, however much of it there is.
//!
//! **Invariant:** the answer is that of adding up everything; a paragraph's score is summed in the order of the keys' weights.

use std::cell::Cell;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet as _, InvertedIndexReader, Searcher, SegmentReader, Term};

use crate::lang::lexicon::Key;

/// How soon a key that is said once is enough, and how much length counts: the usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// Sums of rounded numbers may be a little greater than what bounds them.
const SLACK: f32 = 1.000_1;

/// How many paragraphs are looked at to learn what score another one has to reach.
const SAMPLE: usize = 2048;

/// To what share of itself the weight of what is left has to fall before it is looked again who is still in the running.
const PAYS: f32 = 0.8;

/// A part of the index.
struct Part<'a> {
    reader: &'a SegmentReader,
    lists: Arc<InvertedIndexReader>,
    /// The number of its first paragraph among those of all parts.
    base: usize,
}

/// A key that stands somewhere.
struct Listed {
    key: Key,
    weight: f32,
    /// How many paragraphs have it.
    count: u64,
    /// Its list in each part.
    lists: Vec<Option<TermInfo>>,
}

thread_local! {
    /// A score for each paragraph, all zero between two questions.
    static SCORES: Cell<Vec<f32>> = const { Cell::new(Vec::new()) };
}

/// How long the paragraphs are, as tantivy keeps it: a class of lengths for each, all parts in a row.
pub(super) fn lengths(searcher: &Searcher, field: Field) -> Vec<u8> {
    let mut all = Vec::new();
    for part in searcher.segment_readers() {
        let reader = part.get_fieldnorms_reader(field).ok();
        all.extend((0..part.max_doc()).map(|doc| reader.as_ref().map_or(0, |r| r.fieldnorm_id(doc))));
    }
    all
}

/// The `limit` best paragraphs for the weighted `keys`, the best first; of equals the one that was indexed first.
pub(super) fn best(
    searcher: &Searcher,
    lengths: &[u8],
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
    let terms = terms(&parts, field, keys, all as u64)?;
    let usual = said as f32 / all as f32;
    let length: [f32; 256] = std::array::from_fn(|n| {
        let keys = FieldNormReader::id_to_fieldnorm(n as u8) as f32;
        1.0 / (1.0 + K1 * (1.0 - B + B * keys / usual))
    });
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
    found
}

/// The keys that stand anywhere, the heaviest first.
fn terms(parts: &[Part<'_>], field: Field, keys: &[(Key, f32)], all: u64) -> tantivy::Result<Vec<Listed>> {
    let mut wanted: FxHashMap<Key, f32> = FxHashMap::default();
    for &(key, weight) in keys {
        *wanted.entry(key).or_default() += weight;
    }
    let mut terms = Vec::with_capacity(wanted.len());
    for (key, weight) in wanted {
        let term = Term::from_field_u64(field, u64::from(key));
        let lists = parts.iter().map(|p| p.lists.get_term_info(&term)).collect::<std::io::Result<Vec<_>>>()?;
        let count: u64 = lists.iter().flatten().map(|l| u64::from(l.doc_freq)).sum();
        if count > 0 && weight > 0.0 {
            let rarity = (1.0 + (all.saturating_sub(count) as f32 + 0.5) / (count as f32 + 0.5)).ln();
            terms.push(Listed { key, weight: rarity * (1.0 + K1) * weight, count, lists });
        }
    }
    terms.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key)));
    Ok(terms)
}

struct Search<'a> {
    parts: Vec<Part<'a>>,
    lengths: &'a [u8],
    /// What a score is multiplied by for each length of a paragraph.
    length: [f32; 256],
    limit: usize,
    scores: Vec<f32>,
    /// The paragraphs whose score is not zero, in no order.
    touched: Vec<u32>,
}

impl Search<'_> {
    fn run(&mut self, terms: &[Listed]) -> tantivy::Result<Vec<DocAddress>> {
        let longest = self.length.iter().copied().fold(0.0, f32::max);
        // What all keys from each one on weigh together, and how many paragraphs their lists name.
        let mut rest: Vec<(f32, u64)> = vec![(0.0, 0); terms.len() + 1];
        for (n, term) in terms.iter().enumerate().rev() {
            rest[n] = (rest[n + 1].0 + term.weight, rest[n + 1].1 + term.count);
        }
        for (n, term) in terms.iter().enumerate() {
            let (weight, reads) = rest[n];
            // The paragraphs touched first have the heaviest keys; the best of some are a bound for the best of all.
            let some = self.touched.get(..self.touched.len().min(SAMPLE)).unwrap_or_default();
            if weight * 2.0 < rest[0].0 && some.len() >= self.limit && reads > some.len() as u64 {
                let least = self.threshold(some);
                if weight * longest * SLACK < least {
                    return self.finish(terms, &rest, n, least);
                }
            }
            self.add(term)?;
        }
        let touched = self.touched.clone();
        Ok(self.rank(touched))
    }

    /// Adds a key to every paragraph that has it.
    fn add(&mut self, term: &Listed) -> tantivy::Result<()> {
        for (part, list) in self.parts.iter().zip(&term.lists) {
            let Some(list) = list else { continue };
            let mut block = part.lists.read_block_postings_from_terminfo(list, IndexRecordOption::Basic)?;
            while !block.docs().is_empty() {
                for &doc in block.docs() {
                    let n = part.base + doc as usize;
                    let Some(score) = self.scores.get_mut(n) else { continue };
                    if *score == 0.0 {
                        if part.reader.is_deleted(doc) {
                            continue;
                        }
                        self.touched.push(n as u32);
                    }
                    *score += term.weight;
                }
                block.advance();
            }
        }
        Ok(())
    }

    /// Asks the lists from `from` on only about the paragraphs that can still be among the best.
    fn finish(
        &mut self,
        terms: &[Listed],
        rest: &[(f32, u64)],
        from: usize,
        least: f32,
    ) -> tantivy::Result<Vec<DocAddress>> {
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
            if n == from {
                running.sort_unstable();
            }
            let mut left = running.as_slice();
            for (k, part) in self.parts.iter().enumerate() {
                let end = self.parts.get(k + 1).map_or(u32::MAX, |p| p.base as u32);
                let (here, later) = left.split_at(left.partition_point(|&n| n < end));
                left = later;
                let Some(Some(list)) = term.lists.get(k) else { continue };
                if here.is_empty() {
                    continue;
                }
                let mut list = part.lists.read_postings_from_terminfo(list, IndexRecordOption::Basic)?;
                for &n in here {
                    let doc = n - part.base as u32;
                    if list.doc() < doc {
                        list.seek(doc);
                    }
                    if list.doc() == doc
                        && let Some(score) = self.scores.get_mut(n as usize)
                    {
                        *score += term.weight;
                    }
                }
            }
        }
        Ok(self.rank(running))
    }

    /// What the keys of paragraph `n` weigh so far, and what that is multiplied by.
    fn score(&self, n: u32) -> (f32, f32) {
        let n = n as usize;
        let length = self.lengths.get(n).copied().unwrap_or(0);
        (self.scores.get(n).copied().unwrap_or(0.0), self.length[usize::from(length)])
    }

    /// The score of the last of the best among `of` so far: what another paragraph has to reach.
    fn threshold(&self, of: &[u32]) -> f32 {
        let mut all: Vec<f32> = of.iter().map(|&n| self.score(n)).map(|(score, length)| score * length).collect();
        nth_best(&mut all, self.limit)
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
        let lengths = lengths(&searcher, field);
        for limit in [1, 7, 50, 192] {
            for _ in 0..60 {
                let mut keys: Vec<Key> = (0..1 + random.below(40)).map(|_| random.rare() as Key).collect();
                keys.sort_unstable();
                keys.dedup();
                let keys: Vec<(Key, f32)> =
                    keys.into_iter().map(|k| (k, 0.1 + random.below(100) as f32 / 40.0)).collect();
                let found = best(&searcher, &lengths, field, &keys, limit).unwrap();
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
