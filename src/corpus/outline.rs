//! Outline: what of a source paragraph is laid beside a draft.
//!
//! A question looks at some two hundred paragraphs and keeps a few. What is compared is therefore kept apart from the rest of
//! [`Stated`], with its keys sorted once, when the article is read; the rest is taken apart only when somebody asks for it.

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// The paragraph's number.
    pub number: u32,
    /// Where it stands.
    pub span: Span,
    /// Its sentences.
    pub sentences: Vec<Line>,
    /// The names of its mentions as spellings are compared by, a line each.
    names: String,
    /// Its keys.
    pub keys: Keys,
}

/// One sentence of an outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// Its figures, in order.
    pub figures: Vec<Figure>,
    /// For each figure the keys of what it counts, sorted.
    pub counted: Vec<Vec<Key>>,
    /// Whether all of it asks.
    pub question: bool,
}

impl Outline {
    /// The outline of `stated`.
    pub fn of(stated: &Stated) -> Outline {
        let mut names: Vec<&str> = stated.sentences.iter().flat_map(|s| &s.names).map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        let lines = stated.sentences.iter().map(|s| Line {
            span: s.span,
            figures: s.figures.clone(),
            counted: s.figures.iter().map(|f| counted_keys(s, f)).collect(),
            question: !s.claims.is_empty() && s.claims.iter().all(|c| c.question),
        });
        Outline {
            number: stated.number,
            span: stated.span,
            sentences: lines.collect(),
            names: names.join("\n"),
            keys: Keys::of(&stated.sentences),
        }
    }

    /// The names of its mentions as spellings are compared by: last words, folded.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.split('\n')
    }
}

/// The keys of a paragraph and the sentences they stand in: sorted pairs, six bytes each, so that reading them back is one
/// copy and a look-up is a binary search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(Box<[u8]>);

/// Bytes of one pair: the key, then the sentence, little-endian.
const PAIR: usize = 6;

impl Keys {
    fn of(sentences: &[Sentence]) -> Keys {
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
        Keys(bytes.into())
    }

    fn pair(&self, n: usize) -> Option<(Key, u16)> {
        match *self.0.get(n * PAIR..)?.first_chunk::<PAIR>()? {
            [a, b, c, d, e, f] => Some((Key::from_le_bytes([a, b, c, d]), u16::from_le_bytes([e, f]))),
        }
    }

    /// Every key with each sentence that has it, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (Key, usize)> + '_ {
        let (pairs, _) = self.0.as_chunks::<PAIR>();
        pairs.iter().map(|&[a, b, c, d, e, f]| (Key::from_le_bytes([a, b, c, d]), u16::from_le_bytes([e, f]).into()))
    }

    /// The sentences that have `key`, in order.
    pub fn sentences(&self, key: Key) -> impl Iterator<Item = usize> + '_ {
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
    pub fn iter(&self) -> impl Iterator<Item = Key> + '_ {
        let mut last = None;
        let keys = (0..self.0.len() / PAIR).filter_map(|n| self.pair(n)).map(|(k, _)| k);
        keys.filter(move |&k| last.replace(k) != Some(k))
    }
}

impl Serialize for Keys {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Keys, D::Error> {
        <&[u8]>::deserialize(from).map(|bytes| Keys(bytes.into()))
    }
}

/// A paragraph as the index keeps it: its outline, then the rest of what it states. What the outline has (figures, keys) is
/// not said again: a key is its place among the outline's.
pub(super) fn pack(stated: &Stated) -> postcard::Result<(Outline, Vec<u8>)> {
    let outline = Outline::of(stated);
    let known: Vec<Key> = outline.keys.iter().collect();
    let mut rest = stated.clone();
    for sentence in &mut rest.sentences {
        sentence.figures.clear();
        for key in keys_of(sentence) {
            *key = known.binary_search(key).unwrap_or(known.len()) as Key;
        }
    }
    let bytes = postcard::to_extend(&rest, postcard::to_stdvec(&outline)?)?;
    Ok((outline, bytes))
}

/// What [`pack`] packed.
fn unpack(bytes: &[u8]) -> postcard::Result<Stated> {
    let (outline, rest) = postcard::take_from_bytes::<Outline>(bytes)?;
    let mut stated: Stated = postcard::from_bytes(rest)?;
    if stated.sentences.len() != outline.sentences.len() {
        return Err(postcard::Error::DeserializeBadEncoding);
    }
    let known: Vec<Key> = outline.keys.iter().collect();
    for (sentence, line) in stated.sentences.iter_mut().zip(outline.sentences) {
        sentence.figures = line.figures;
        for key in keys_of(sentence) {
            *key = known.get(*key as usize).copied().ok_or(postcard::Error::DeserializeBadEncoding)?;
        }
    }
    Ok(stated)
}

fn keys_of(sentence: &mut Sentence) -> impl Iterator<Item = &mut Key> {
    sentence.words.iter_mut().flat_map(|w| w.units.iter_mut().flat_map(|u| u.keys.iter_mut()))
}

/// Everything a source paragraph states, taken apart when it is first looked at, once for all that share it.
#[derive(Clone, Debug)]
pub struct Late(Arc<Packed>);

#[derive(Debug)]
struct Packed {
    bytes: OwnedBytes,
    /// What is left of it if it cannot be read: its number, place and sentences.
    known: (u32, Span, usize),
    stated: OnceLock<Stated>,
}

impl Late {
    /// What [`pack`] packed; `outline` is its beginning.
    pub(super) fn packed(bytes: OwnedBytes, outline: &Outline) -> Late {
        let known = (outline.number, outline.span, outline.sentences.len());
        Late(Arc::new(Packed { bytes, known, stated: OnceLock::new() }))
    }

    /// What is at hand.
    pub(super) fn known(stated: Stated) -> Late {
        let known = (stated.number, stated.span, stated.sentences.len());
        Late(Arc::new(Packed { bytes: OwnedBytes::empty(), known, stated: OnceLock::from(stated) }))
    }
}

impl Deref for Late {
    type Target = Stated;

    fn deref(&self) -> &Stated {
        let Packed { bytes, known, stated } = &*self.0;
        stated.get_or_init(|| {
            unpack(bytes).unwrap_or_else(|error| {
                tracing::error!("a paragraph of the index cannot be read ({error}); run `beleg index --rebuild`");
                let (number, span, sentences) = *known;
                let sentences = vec![Sentence::default(); sentences];
                Stated { number, span, lang: Lang::De, sentences, tape: Tape::default() }
            })
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
        let keys = Keys::of(&sentences);
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
        let (outline, bytes) = pack(&stated).unwrap();
        assert_eq!(outline, Outline::of(&stated));
        let late = |bytes: &[u8]| Late::packed(OwnedBytes::new(bytes.to_vec()), &outline);
        assert_eq!(*late(&bytes), stated);
        assert_eq!(late(&bytes[..bytes.len() - 1]).sentences.len(), 2);
    }
}
