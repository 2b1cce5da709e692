//! Outline: what of a source paragraph is laid beside a draft.
//!
//! A question looks at some two hundred paragraphs and keeps a few. What is compared is therefore kept apart from the rest of
//! [`Stated`], with its keys sorted once, when the article is read; the rest is taken apart only when somebody asks for it.
//! An outline is read where it lies: only its figures are taken apart, and only for a draft that has figures, too.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use tantivy::directory::OwnedBytes;

use crate::figures::Figure;
use crate::lang::Lang;
use crate::lang::lexicon::Key;
use crate::text::Span;

use super::statement::{Sentence, Stated, counted_keys, keys};
use super::tape::Tape;

/// What of one paragraph is compared.
#[derive(Clone)]
pub struct Outline {
    /// The paragraph's number.
    pub number: u32,
    /// Where it stands.
    pub span: Span,
    /// Its language.
    pub lang: Lang,
    /// What [`pack`] packed.
    bytes: OwnedBytes,
    /// Where its names end in it, its keys, its sentences, the figures of these, and its tape.
    ends: [usize; 5],
    figures: OnceLock<Vec<Figures>>,
    /// Its sentences with all that they state, each once somebody has asked for it.
    sentences: OnceLock<Box<[OnceLock<Box<Sentence>>]>>,
    /// All of it, once somebody has asked for that.
    stated: OnceLock<Box<Stated>>,
}

/// One sentence of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// Whether all of it asks.
    pub question: bool,
    /// Bytes of what else it states.
    rest: u32,
}

/// The figures of one sentence of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Its figures, in order.
    pub all: Vec<Figure>,
    /// For each figure the keys of what it counts, sorted.
    pub counted: Vec<Vec<Key>>,
}

/// Bytes of what an outline begins with: its number, its place, its language, and how long its parts are, four bytes each.
const HEAD: usize = 9 * 4;
/// Bytes of one sentence: its place and how long the rest of it is, four bytes each, and whether it asks.
const LINE: usize = 13;

impl Outline {
    /// The outline of `stated`, and all of it.
    pub(super) fn of(stated: &Stated) -> Outline {
        let bytes = pack(stated).unwrap_or_default();
        let outline = Outline::read(OwnedBytes::new(bytes)).unwrap_or_else(|| Outline {
            number: stated.number,
            span: stated.span,
            lang: stated.lang,
            bytes: OwnedBytes::empty(),
            ends: [0; 5],
            figures: OnceLock::new(),
            sentences: OnceLock::new(),
            stated: OnceLock::new(),
        });
        Outline { stated: OnceLock::from(Box::new(stated.clone())), ..outline }
    }

    /// What [`pack`] packed.
    pub(super) fn read(bytes: OwnedBytes) -> Option<Outline> {
        let (head, _) = bytes.get(..HEAD)?.as_chunks::<4>();
        let mut head = head.iter().map(|b| u32::from_le_bytes(*b));
        let (number, start, end) = (head.next()?, head.next()?, head.next()?);
        let lang = postcard::from_bytes(&head.next()?.to_le_bytes()).ok()?;
        let mut ends = [0; 5];
        let mut at = HEAD;
        for (end, len) in ends.iter_mut().zip(head) {
            at = at.checked_add(len as usize)?;
            *end = at;
        }
        let whole = bytes.len() >= at && bytes.get(HEAD..ends[0]).is_some_and(|n| std::str::from_utf8(n).is_ok());
        let (figures, sentences, stated) = Default::default();
        whole.then(|| Outline { number, span: Span { start, end }, lang, bytes, ends, figures, sentences, stated })
    }

    /// All that sentence `n` states.
    pub fn sentence(&self, n: usize) -> Option<&Sentence> {
        if let Some(stated) = self.stated.get() {
            return stated.sentences.get(n);
        }
        let all = self.sentences.get_or_init(|| self.lines().map(|_| OnceLock::new()).collect());
        let sentence = all.get(n)?.get_or_init(|| Box::new(self.unpack(n)));
        Some(sentence)
    }

    /// Takes sentence `n` apart.
    fn unpack(&self, n: usize) -> Sentence {
        let read = || {
            let before: usize = self.lines().take(n).map(|l| l.rest as usize).sum();
            let rest = self.bytes.get(self.ends[4]..)?.get(before..)?.get(..self.lines().nth(n)?.rest as usize)?;
            let mut sentence: Sentence = postcard::from_bytes(rest).ok()?;
            if let Some(figures) = self.figures().get(n) {
                sentence.figures.clone_from(&figures.all);
            }
            let known = self.keys();
            for key in keys_of(&mut sentence) {
                *key = known.nth(*key as usize)?;
            }
            Some(sentence)
        };
        read().unwrap_or_else(|| {
            tracing::error!("a paragraph of the index cannot be read; run `beleg index --rebuild`");
            Sentence::default()
        })
    }

    fn part(&self, n: usize) -> &[u8] {
        let from = n.checked_sub(1).map_or(HEAD, |before| self.ends[before]);
        self.bytes.get(from..self.ends[n]).unwrap_or_default()
    }

    /// The names of its mentions as spellings are compared by: last words, folded.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::str::from_utf8(self.part(0)).unwrap_or_default().split('\n')
    }

    /// Its keys.
    pub fn keys(&self) -> Keys<'_> {
        Keys(self.part(1))
    }

    /// Its sentences.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line> + '_ {
        let (lines, _) = self.part(2).as_chunks::<LINE>();
        lines.iter().map(|&[a, b, c, d, e, f, g, h, i, j, k, l, question]| Line {
            span: Span { start: u32::from_le_bytes([a, b, c, d]), end: u32::from_le_bytes([e, f, g, h]) },
            question: question != 0,
            rest: u32::from_le_bytes([i, j, k, l]),
        })
    }

    /// Its words in order.
    pub fn tape(&self) -> Tape {
        postcard::from_bytes(self.part(4)).unwrap_or_default()
    }

    /// The figures of each of its sentences; nothing at all where none has any.
    pub fn figures(&self) -> &[Figures] {
        self.figures.get_or_init(|| match self.part(3) {
            [] => Vec::new(),
            bytes => postcard::from_bytes(bytes).unwrap_or_else(|error| {
                tracing::error!("a paragraph of the index cannot be read ({error}); run `beleg index --rebuild`");
                Vec::new()
            }),
        })
    }
}

impl PartialEq for Outline {
    fn eq(&self, other: &Outline) -> bool {
        self.bytes.get(..self.ends[4]) == other.bytes.get(..other.ends[4])
    }
}

impl std::fmt::Debug for Outline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outline").field("number", &self.number).field("span", &self.span).finish_non_exhaustive()
    }
}

/// The keys of a paragraph and the sentences they stand in: sorted pairs, six bytes each, so that reading them back is one
/// copy and a look-up is a binary search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys<'a>(&'a [u8]);

/// Bytes of one pair: the key, then the sentence, little-endian.
const PAIR: usize = 6;

fn pairs_of(sentences: &[Sentence]) -> Vec<u8> {
    let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let mut all: Vec<(Key, u16)> =
        sentences.iter().enumerate().flat_map(|(n, s)| keys(s).map(move |k| (k, number(n)))).collect();
    all.sort_unstable();
    all.dedup();
    let mut bytes = Vec::with_capacity(all.len() * PAIR);
    for (key, sentence) in all {
        bytes.extend_from_slice(&key.to_le_bytes());
        bytes.extend_from_slice(&sentence.to_le_bytes());
    }
    bytes
}

impl<'a> Keys<'a> {
    fn pair(&self, n: usize) -> Option<(Key, u16)> {
        match *self.0.get(n * PAIR..)?.first_chunk::<PAIR>()? {
            [a, b, c, d, e, f] => Some((Key::from_le_bytes([a, b, c, d]), u16::from_le_bytes([e, f]))),
        }
    }

    /// The key of pair `n`.
    fn nth(self, n: usize) -> Option<Key> {
        self.pair(n).map(|(key, _)| key)
    }

    /// Every key with each sentence that has it, in order.
    pub fn pairs(self) -> impl Iterator<Item = (Key, usize)> + 'a {
        let (pairs, _) = self.0.as_chunks::<PAIR>();
        pairs.iter().map(|&[a, b, c, d, e, f]| (Key::from_le_bytes([a, b, c, d]), u16::from_le_bytes([e, f]).into()))
    }

    /// The sentences that have `key`, in order.
    pub fn sentences(self, key: Key) -> impl Iterator<Item = usize> + 'a {
        let (mut from, mut to) = (0, self.0.len() / PAIR);
        while from < to {
            let middle = from + (to - from) / 2;
            match self.pair(middle) {
                Some((k, _)) if k < key => from = middle + 1,
                _ => to = middle,
            }
        }
        (from..).map_while(move |n| self.pair(n)).take_while(move |&(k, _)| k == key).map(|(_, s)| usize::from(s))
    }

    /// Every key once, in order.
    pub fn iter(self) -> impl Iterator<Item = Key> + 'a {
        let mut last = None;
        let keys = self.pairs().map(|(k, _)| k);
        keys.filter(move |&k| last.replace(k) != Some(k))
    }
}

/// A paragraph as the index keeps it: its outline, then sentence by sentence the rest of what it states. What the outline has
/// (figures, keys) is not said again: a key is its place among the outline's.
pub(super) fn pack(stated: &Stated) -> postcard::Result<Vec<u8>> {
    let mut names: Vec<&str> = stated.sentences.iter().flat_map(|s| &s.names).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let names = names.join("\n");
    let keys = pairs_of(&stated.sentences);
    let known: Vec<(Key, usize)> = Keys(&keys).pairs().collect();
    let (mut lines, mut rest) = (Vec::with_capacity(stated.sentences.len() * LINE), Vec::new());
    for sentence in &stated.sentences {
        let mut own = Sentence { figures: Vec::new(), ..sentence.clone() };
        for key in keys_of(&mut own) {
            *key = known.partition_point(|(k, _)| k < key) as Key;
        }
        let before = rest.len();
        rest = postcard::to_extend(&own, rest)?;
        let question = !sentence.claims.is_empty() && sentence.claims.iter().all(|c| c.question);
        lines.extend_from_slice(&sentence.span.start.to_le_bytes());
        lines.extend_from_slice(&sentence.span.end.to_le_bytes());
        lines.extend_from_slice(&((rest.len() - before) as u32).to_le_bytes());
        lines.push(question.into());
    }
    let all = stated
        .sentences
        .iter()
        .map(|s| Figures { all: s.figures.clone(), counted: s.figures.iter().map(|f| counted_keys(s, f)).collect() });
    let some = stated.sentences.iter().any(|s| !s.figures.is_empty());
    let figures = if some { postcard::to_stdvec(&all.collect::<Vec<_>>())? } else { Vec::new() };
    let tape = postcard::to_stdvec(&stated.tape)?;
    let parts = [names.as_bytes(), &keys, &lines, &figures, &tape];
    let mut lang = [0; 4];
    postcard::to_slice(&stated.lang, &mut lang)?;
    let head = [stated.number, stated.span.start, stated.span.end, u32::from_le_bytes(lang)];
    let head = head.into_iter().chain(parts.iter().map(|p| p.len() as u32));
    let head: Vec<u8> = head.flat_map(u32::to_le_bytes).collect();
    Ok([&head[..]].into_iter().chain(parts).chain([&rest[..]]).flatten().copied().collect())
}

fn keys_of(sentence: &mut Sentence) -> impl Iterator<Item = &mut Key> {
    sentence.words.iter_mut().flat_map(|w| w.units.iter_mut().flat_map(|u| u.keys.iter_mut()))
}

/// Everything a source paragraph states, taken apart when it is first looked at, once for all that share it.
#[derive(Clone, Debug)]
pub struct Late(pub(super) Arc<Outline>);

impl Deref for Late {
    type Target = Stated;

    fn deref(&self) -> &Stated {
        let outline = &*self.0;
        outline.stated.get_or_init(|| {
            let sentences = (0..outline.lines().len()).filter_map(|n| outline.sentence(n).cloned());
            let Outline { number, span, lang, .. } = *outline;
            Box::new(Stated { number, span, lang, sentences: sentences.collect(), tape: outline.tape() })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::statement::Word;
    use crate::lang::lexicon::Unit;

    fn sentence(keys: &[Key]) -> Sentence {
        let unit = |&k: &Key| Unit { keys: vec![k], weight: 100 };
        let words = vec![Word { span: Span::default(), units: keys.iter().map(unit).collect() }];
        Sentence { words, ..Sentence::default() }
    }

    #[test]
    fn keys_know_their_sentences() {
        let sentences = [sentence(&[7, 3, 7]), sentence(&[]), sentence(&[u32::MAX, 3, 0])];
        let bytes = pairs_of(&sentences);
        let keys = Keys(&bytes);
        let at = |k| keys.sentences(k).collect::<Vec<_>>();
        assert_eq!((at(3), at(7), at(0), at(u32::MAX)), (vec![0, 2], vec![0], vec![2], vec![2]));
        assert_eq!((at(1), at(8), Keys::default().sentences(0).count()), (vec![], vec![], 0));
        assert_eq!(keys.iter().collect::<Vec<_>>(), [0, 3, 7, u32::MAX]);
    }

    #[test]
    fn packed_and_taken_apart_it_is_the_same() {
        let sentences = vec![sentence(&[1, 2]), sentence(&[2])];
        let stated =
            Stated { number: 4, span: Span { start: 3, end: 9 }, lang: Lang::En, sentences, tape: Tape::default() };
        let bytes = pack(&stated).unwrap();
        let outline = Outline::read(OwnedBytes::new(bytes.clone())).unwrap();
        assert_eq!(outline, Outline::of(&stated));
        assert_eq!(
            (0..3).filter_map(|n| outline.sentence(n)).collect::<Vec<_>>(),
            [&stated.sentences[0], &stated.sentences[1]]
        );
        let late = |bytes: &[u8]| Late(Arc::new(Outline::read(OwnedBytes::new(bytes.to_vec())).unwrap()));
        assert_eq!(*late(&bytes), stated);
        assert_eq!(late(&bytes[..bytes.len() - 1]).sentences.len(), 2);
    }
}
