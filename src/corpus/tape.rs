//! Which words stand in a paragraph, one behind the other?
//!
//! A quotation is found by its words in their order, not by what they mean. So every paragraph keeps its words as numbers (a
//! *tape*), and the index lists the paragraphs by each pair of words that follow each other. What quotes is looked up by its
//! rarest pairs and then laid on the tapes.
//!
//! **Invariant:** a tape holds every word of its paragraph's prose in order, in the form in which quotations are compared
//! ([`verbatim`]). **Not here:** what is said about a difference.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::analysis::Paragraph;
use crate::claims::Voice;
use crate::lang::lexicon::Key;
use crate::lang::wording::wording;
use crate::lang::{Lang, is_function_word};
use crate::text::Span;
use crate::text::prose::BlockKind;
use crate::text::quotes::Quote;
use crate::text::verbatim::{self, Gap, Open, Side};

/// A word as a tape holds it: 30 bits for its form, one for being long, one for standing between quotation marks.
type Code = u32;

const QUOTED: Code = 1;
const LONG: Code = 2;
/// Letters of a long word. Two short words that follow each other tell nothing.
const LONG_LETTERS: usize = 4;
/// Bits of the number of a pair: more would make the index larger, fewer would make more pairs share a list.
const PAIR_BITS: u32 = 20;
/// Most words of the source that brackets stand for.
const MOST_IN_BRACKETS: usize = 12;
/// Fewest words that a part of a quotation has that is looked up by itself; a shorter one goes with the rest of it.
const LEAST_PART: usize = 4;
/// Fewest words that are a quotation whatever stands around them: shorter ones may be a title, or somebody's irony.
const SURELY_SPOKEN: usize = 6;
/// Most words of a quotation that are compared.
const MOST_WORDS: usize = 200;

fn code(word: &verbatim::Word, is_quoted: bool) -> Code {
    let is_long = word.form.chars().count() >= LONG_LETTERS;
    word.code() & !(QUOTED | LONG) | if is_long { LONG } else { 0 } | if is_quoted { QUOTED } else { 0 }
}

fn same(a: Code, b: Code) -> bool {
    a | QUOTED == b | QUOTED
}

/// The key of two words that follow each other; none for two short ones.
fn pair(a: Code, b: Code) -> Option<Key> {
    if (a | b) & LONG == 0 {
        return None;
    }
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&(a | QUOTED).to_le_bytes());
    bytes[4..].copy_from_slice(&(b | QUOTED).to_le_bytes());
    Some(xxh3_64(&bytes) as Key >> (Key::BITS - PAIR_BITS))
}

/// The words of a paragraph in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tape {
    /// Four bytes a word, little-endian.
    codes: Box<[u8]>,
    /// How many words each sentence has.
    counts: Box<[u8]>,
}

impl Tape {
    /// The tape of a paragraph.
    pub fn of(paragraph: &Paragraph) -> Tape {
        let (words, _) = verbatim::words(paragraph.text(), Side::Source);
        let quotes = paragraph.quotes();
        let mut codes = Vec::with_capacity(words.len() * 4);
        let mut counts = vec![0u16; paragraph.sentences().len().max(1)];
        let (mut quote, mut sentence) = (0, 0);
        for word in &words {
            while quotes.get(quote).is_some_and(|q| q.inner.end <= word.span.start) {
                quote += 1;
            }
            let later = |n: usize| paragraph.sentences().get(n + 1).is_some_and(|s| s.start <= word.span.start);
            while later(sentence) {
                sentence += 1;
            }
            let is_quoted = quotes.get(quote).is_some_and(|q| q.inner.contains(word.span));
            codes.extend_from_slice(&code(word, is_quoted).to_le_bytes());
            if let Some(count) = counts.get_mut(sentence) {
                *count = count.saturating_add(1);
            }
        }
        Tape { codes: codes.into(), counts: counts.iter().flat_map(|c| c.to_le_bytes()).collect() }
    }

    fn codes(&self) -> impl Iterator<Item = Code> + '_ {
        self.codes.as_chunks::<4>().0.iter().map(|&bytes| Code::from_le_bytes(bytes))
    }

    /// The keys of its pairs, those included that what stands between two quotations parts.
    pub fn pairs(&self) -> Vec<Key> {
        let codes: Vec<Code> = self.codes().collect();
        let mut out: Vec<Key> = codes.windows(2).filter_map(|w| pair(*w.first()?, *w.get(1)?)).collect();
        let mut spoken: Option<(usize, Code)> = None;
        for (n, &code) in codes.iter().enumerate().filter(|(_, c)| *c & QUOTED != 0) {
            let before = spoken.replace((n, code)).filter(|(m, _)| m + 1 < n);
            out.extend(before.and_then(|(_, b)| pair(b, code)));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The sentence that holds word `n`.
    fn sentence_of(&self, n: usize) -> usize {
        let mut left = n;
        let counts = self.counts.as_chunks::<2>().0;
        for (sentence, &bytes) in counts.iter().enumerate() {
            let count = usize::from(u16::from_le_bytes(bytes));
            if left < count {
                return sentence;
            }
            left -= count;
        }
        counts.len().saturating_sub(1)
    }

    /// Where it has the very words of a quotation: the first sentence that does. What stands between two quotations that
    /// follow each other (`„…“, sagte sie, „…“`) may be passed over.
    pub fn find(&self, quoted: &Quoted) -> Option<Found> {
        let all: Vec<(usize, Code)> = self.codes().enumerate().collect();
        let within = |words: &[(usize, Code)]| Some(words.get(position(words, &quoted.parts)?)?.0);
        let at = within(&all).or_else(|| {
            let spoken: Vec<_> = all.iter().copied().filter(|(_, c)| c & QUOTED != 0).collect();
            if spoken.len() == all.len() { None } else { within(&spoken) }
        })?;
        let is_quoted = all.get(at).is_some_and(|(_, c)| c & QUOTED != 0);
        Some(Found { sentence: self.sentence_of(at), is_quoted, likeness: 1.0 })
    }

    /// Where it has words most like those of a quotation, and how much they are.
    pub fn nearest(&self, quoted: &Quoted) -> Option<Found> {
        let ours: Vec<Code> = quoted.parts.iter().flat_map(|p| p.words.iter().copied()).take(MOST_WORDS).collect();
        let theirs: Vec<Code> = self.codes().collect();
        let ends = quoted.parts.iter().scan(0, |at, part| {
            *at += part.words.len();
            Some(*at)
        });
        let cuts: Vec<usize> = ends.take(quoted.parts.len().saturating_sub(1)).collect();
        let same = |a, b| ours.get(a).zip(theirs.get(b)).is_some_and(|(a, b)| same(*a, *b));
        let (pairs, from, to) = align(ours.len(), theirs.len(), same, |n| cuts.contains(&n))?;
        // A cut leaves out as much as it likes.
        let is_cut = |a: usize, b: usize| cuts.iter().any(|c| a < *c && *c <= b);
        let gaps = pairs.iter().zip(pairs.iter().skip(1)).filter(|(a, b)| is_cut(a.0, b.0));
        let cut: usize = gaps.map(|(a, b)| b.1 - a.1 - 1).sum();
        let likeness = 2.0 * pairs.len() as f32 / (ours.len() + to + 1 - from - cut) as f32;
        let is_quoted = theirs.get(from).is_some_and(|c| c & QUOTED != 0);
        Some(Found { sentence: self.sentence_of(from), is_quoted, likeness })
    }
}

/// Where `parts` stand in order among `words`.
fn position(words: &[(usize, Code)], parts: &[Part]) -> Option<usize> {
    let first = parts.first()?;
    let starts = |at: usize, part: &Part| {
        let there = words.get(at..at + part.words.len());
        there.is_some_and(|there| there.iter().zip(&part.words).all(|(a, b)| same(a.1, *b)))
    };
    'from: for at in 0..words.len() {
        if !starts(at, first) {
            continue;
        }
        let mut end = at + first.words.len();
        for part in parts.iter().skip(1) {
            let most = match part.gap {
                Gap::Ellipsis => words.len(),
                Gap::Bracket => MOST_IN_BRACKETS,
                Gap::None => 0,
            };
            let next = (end..=end.saturating_add(most).min(words.len())).find(|&n| starts(n, part));
            let Some(next) = next else { continue 'from };
            end = next + part.words.len();
        }
        return Some(at);
    }
    None
}

/// Where a tape has a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The index of the sentence in the paragraph.
    pub sentence: usize,
    /// Whether it stands between quotation marks there.
    pub is_quoted: bool,
    /// The share of words that both have, 0 to 1.
    pub likeness: f32,
}

/// Pairs of equal words in order, and the first and last word of the source among them.
pub type Aligned = (Vec<(usize, usize)>, usize, usize);

/// Aligns `ours` words with `theirs`, whose first and last may stand anywhere; `same` compares one of each, and `is_cut` says
/// before which of ours something was left out.
pub fn align(
    ours: usize,
    theirs: usize,
    same: impl Fn(usize, usize) -> bool,
    is_cut: impl Fn(usize) -> bool,
) -> Option<Aligned> {
    let (n, m) = (ours, theirs);
    if n == 0 || m == 0 || n > MOST_WORDS || m > 4000 {
        return None;
    }
    // Equal words count two, everything passed over costs one; the source may begin and end anywhere.
    let width = m + 1;
    let mut score = vec![0i32; (n + 1) * width];
    let passing: Vec<i32> = (0..=n).map(|i| i32::from(!is_cut(i))).collect();
    for i in 1..=n {
        score[i * width] = -(i as i32);
        for j in 1..=m {
            let diagonal = score[(i - 1) * width + j - 1] + if same(i - 1, j - 1) { 2 } else { -1 };
            score[i * width + j] =
                diagonal.max(score[(i - 1) * width + j] - 1).max(score[i * width + j - 1] - passing[i]);
        }
    }
    let mut j = (0..=m).max_by_key(|&j| (score[n * width + j], std::cmp::Reverse(j)))?;
    let mut i = n;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let here = score[i * width + j];
        let equal = same(i - 1, j - 1);
        if here == score[(i - 1) * width + j - 1] + if equal { 2 } else { -1 } {
            if equal {
                pairs.push((i - 1, j - 1));
            }
            i -= 1;
            j -= 1;
        } else if here == score[(i - 1) * width + j] - 1 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    let (first, last) = (pairs.first()?.1, pairs.last()?.1);
    Some((pairs, first, last))
}

/// Words that stand together in a quotation, and what was left out before them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    gap: Gap,
    words: Vec<Code>,
}

/// A quotation, or the part of one that stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// Where it stands, without its marks.
    pub span: Span,
    /// Its words, parted by what was left out.
    parts: Vec<Part>,
    /// How many of its words are no function words.
    weight: u32,
    /// Whether somebody is said to have said so, or it is set apart as a quotation.
    is_spoken: bool,
}

impl Quoted {
    /// A quotation's words. `None` where there are none.
    pub fn of(text: &str, span: Span, is_spoken: bool) -> Option<Quoted> {
        let (words, _) = verbatim::words(text, Side::Quoting);
        let mut parts: Vec<Part> = Vec::new();
        let mut gap = Gap::None;
        let mut weight = 0;
        for word in &words {
            gap = gap.max(word.gap);
            // What the quoting side put in, or changed the end of, may be any word.
            if word.is_aside || word.open != Open::Closed {
                gap = gap.max(Gap::Bracket);
                continue;
            }
            if parts.is_empty() || gap != Gap::None {
                parts.push(Part { gap, words: Vec::new() });
            }
            if let Some(part) = parts.last_mut() {
                part.words.push(code(word, false));
            }
            gap = Gap::None;
            let own = text.get(word.span.range()).unwrap_or_default();
            weight += u32::from(!Lang::ALL.into_iter().any(|lang| is_function_word(own, lang)));
        }
        (!parts.is_empty()).then_some(Quoted { span, parts, weight, is_spoken })
    }

    /// The same at another place.
    pub fn at(self, span: Span) -> Quoted {
        Quoted { span, ..self }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|p| p.words.len()).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether its words are telling enough that whoever has them too is where they are from: titles and turns of phrase
    /// stand anywhere.
    pub fn is_telling(&self) -> bool {
        let longest = self.parts.iter().map(|p| p.words.len()).max().unwrap_or(0);
        let is_long = self.len() >= SURELY_SPOKEN;
        longest >= 3 && (self.weight >= 2 || is_long && self.weight == 1) && (self.is_spoken || is_long)
    }

    /// The keys of its pairs.
    pub fn pairs(&self) -> Vec<Key> {
        let pairs = self.parts.iter().flat_map(|p| p.words.windows(2));
        let mut out: Vec<Key> = pairs.filter_map(|w| pair(*w.first()?, *w.get(1)?)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Whether a paragraph is a block quote, and not one of the notes that some renderers write so (`> [!NOTE]`).
pub fn is_set_apart(paragraph: &Paragraph) -> bool {
    paragraph.block.kind == BlockKind::Quote && !paragraph.text().trim_start().starts_with("[!")
}

/// Whether what stands at `span` of `text`, between quotation marks, is the title or the name of something.
pub fn is_title(text: &str, span: Span, lang: Lang) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let before = before.strip_suffix(|c: char| !c.is_alphanumeric()).unwrap_or(before).trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !word.is_empty() && wording(lang).has_title(word)
}

/// What sentence `n` of a paragraph quotes: what stands between quotation marks in it, and all of it in a block quote. A few
/// words of a longer quotation stand for all of it.
pub fn quoted(paragraph: &Paragraph, n: usize, voices: impl Fn(Span) -> Voice) -> Vec<Quoted> {
    let Some(&sentence) = paragraph.sentences().get(n) else { return Vec::new() };
    let text = paragraph.text();
    let place = |span: Span| paragraph.block.to_source(span);
    let spoken = |span: Span| (voices(span) != Voice::Own) && !is_title(text, span, paragraph.lang());
    let of = |span: Span, is_spoken: bool| {
        let words = text.get(span.range())?;
        Quoted::of(words, place(span), is_spoken)
    };
    let own: Vec<&Quote> = paragraph.quotes().iter().filter(|q| q.inner.overlaps(sentence)).collect();
    if own.is_empty() && is_set_apart(paragraph) {
        return of(sentence, true).into_iter().collect();
    }
    let part = |q: &&Quote| {
        let inside = Span { start: q.inner.start.max(sentence.start), end: q.inner.end.min(sentence.end) };
        let here = of(inside, spoken(inside));
        match here {
            Some(here) if here.len() >= LEAST_PART || inside == q.inner => Some(here),
            _ => of(q.inner, spoken(q.inner)).or(here),
        }
    };
    own.iter().filter_map(part).collect()
}

impl Serialize for Tape {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (Bytes(&self.codes), Bytes(&self.counts)).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Tape {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Tape, D::Error> {
        let (codes, counts) = <(&[u8], &[u8])>::deserialize(from)?;
        Ok(Tape { codes: codes.into(), counts: counts.into() })
    }
}

/// Bytes that are read back as one copy.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0)
    }
}

#[cfg(test)]
mod tests;
