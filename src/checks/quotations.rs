//! A quotation of the draft beside what its sources have there, for the checks that judge it.
//!
//! What kinds of type make no difference is decided in `text/verbatim.rs`; here it is decided which differences in words do.
//!
//! **Invariant:** doubt counts as faithful: other ways of writing a number, a contraction, a spelling or an abbreviation, words
//! that only slip into speech, an ellipsis, brackets, and words that stand elsewhere in the same article are no difference.

use std::path::Path;

use crate::claims::{Claim, Speaker, Voice};
use crate::corpus::index::Found;
use crate::corpus::statement::Sentence;
use crate::corpus::tape::{Aligned, Quoted, align, is_set_apart, is_title};
use crate::figures::{self, Figure};
use crate::lang::wording::wording;
use crate::lang::{Lang, is_function_word};
use crate::text::Span;
use crate::text::prose::{self, Block, BlockKind, Format};
use crate::text::quotes::quotes;
use crate::text::verbatim::{Gap, Side, Word, words};
use crate::trace::verbatim::{nearest, places};

use super::message::Differs;
use super::reading::{claim_at, same_speaker};
use super::{Evidence, Local, Source, say};

/// Least likeness of words that are meant to be the same quotation.
const LIKE: f32 = 0.6;
/// The same where the source has no quotation marks around them, or somebody else says them there, or nobody is said to say
/// them in the draft.
const LIKE_DOUBTFUL: f32 = 0.8;
/// Fewest words a quotation has that may be recognised by its words alone, and in those doubtful cases.
const LONG: usize = 4;
const LONG_DOUBTFUL: usize = 6;
/// Fewest words of a block quote.
const LONG_BLOCK: usize = 8;
/// Fewest words that both have one behind the other, and fewest that are no function words.
const LEAST_RUN: usize = 2;
/// So many one behind the other tell as much as another word that is no function word.
const LONG_RUN: usize = 5;
const LEAST_CONTENT: usize = 2;
/// Least likeness in two or three words, and of what is about the matter.
const LIKE_SHORT: f32 = 0.5;
const LEAST_MATTER: f32 = 0.3;
/// Paragraphs that are compared word by word.
const COMPARED: usize = 6;
/// Words of the source that brackets may stand for.
const MOST_IN_BRACKETS: usize = 12;
/// Words that an ellipsis leaves out of which a negation must not be one: of more, what is left has a sense of its own.
const MOST_CUT: usize = 2;
/// Fewest words that are looked for elsewhere in the article.
const LEAST_ELSEWHERE: usize = 3;
/// Words of a quotation that may end otherwise than in the source, since the sentence around it asks for it.
const ADAPTED: usize = 6;

/// A quotation of a draft's paragraph.
pub struct Quotation<'l> {
    /// Where it stands in the prose, without its marks.
    pub inner: Span,
    /// Its words as they stand.
    pub text: &'l str,
    /// Its words as they are compared.
    words: Vec<Word>,
    quoted: Quoted,
    /// The sentences it stands in.
    sentences: Vec<&'l Sentence>,
    is_block: bool,
    is_spoken: bool,
}

/// The quotations of a paragraph that may be checked: closed ones of two words and more that are no titles, and the
/// sentences of a block quote.
pub fn quotations<'l>(local: &'l Local<'_>) -> Vec<Quotation<'l>> {
    let paragraph = local.paragraph;
    let text = paragraph.text();
    let of = |inner: Span, is_block: bool| {
        let own = text.get(inner.range())?;
        let (words, _) = words(own, Side::Quoting);
        if words.iter().filter(|w| !w.is_aside).count() < 2 || is_title(text, inner, paragraph.lang()) {
            return None;
        }
        let placed = local.source(inner);
        let sentences: Vec<&Sentence> = local.stated.sentences.iter().filter(|s| s.span.overlaps(placed)).collect();
        let claims = sentences.iter().flat_map(|s| &s.claims).filter(|c| c.span.overlaps(placed));
        let is_spoken = claims.clone().any(|c| c.attribution.voice != Voice::Own);
        let quoted = Quoted::of(own, placed, is_spoken)?;
        Some(Quotation { inner, text: own, words, quoted, sentences, is_block, is_spoken })
    };
    if is_set_apart(paragraph) && paragraph.quotes().is_empty() {
        return paragraph.sentences().iter().filter_map(|&s| of(s, true)).collect();
    }
    paragraph.quotes().iter().filter(|q| q.closed).filter_map(|q| of(q.inner, false)).collect()
}

impl Quotation<'_> {
    /// Who says it in the draft.
    fn speaker(&self) -> Option<&Speaker> {
        let here = |c: &&Claim| c.span.overlaps(self.quoted.span);
        let claims = || self.sentences.iter().flat_map(|s| &s.claims);
        let of = |c: &'_ Claim| c.attribution.speaker.is_some();
        let found = claims().filter(here).find(|c| of(c)).or_else(|| claims().find(|c| of(c)))?;
        found.attribution.speaker.as_ref()
    }

    fn count(&self) -> usize {
        self.words.iter().filter(|w| !w.is_aside).count()
    }

    /// The paragraphs that have its very words.
    pub fn exact(&self, local: &Local<'_>) -> Vec<(Found, usize)> {
        let all = places(local.inputs.corpus, &self.quoted, local.inputs.without);
        all.into_iter().map(|p| (p.found, p.at.sentence)).collect()
    }
}

/// How a source has what the draft quotes.
pub struct Comparison {
    /// Where, and who says it there.
    pub evidence: Evidence,
    /// In what words the two differ.
    pub differs: Vec<Differs>,
    /// What is replaced in the draft's prose, and by what.
    pub edits: Vec<(Span, String)>,
    /// Whether the source's words may be written without a look.
    pub is_sure: bool,
    likeness: f32,
}

/// The source that a quotation is from though it has other words; `None` where a source has the draft's own, or none is
/// surely meant.
pub fn unfaithful(local: &Local<'_>, quotation: &Quotation<'_>) -> Option<Comparison> {
    let count = quotation.count();
    let mut candidates: Vec<Found> = if count < LONG {
        near_matter(local, quotation)
    } else {
        nearest(local.inputs.corpus, &quotation.quoted, local.inputs.without)
    };
    // What was cut may be the word that matters.
    let is_cut = quotation.words.iter().any(|w| w.gap == Gap::Ellipsis);
    if !is_cut && candidates.iter().any(|f| f.outline.tape().find(&quotation.quoted).is_some()) {
        return None;
    }
    candidates.truncate(if count < LONG { usize::MAX } else { COMPARED });
    let corpus = local.inputs.corpus;
    let mut best: Option<(Comparison, Option<(i64, String)>)> = None;
    for found in &candidates {
        match compare(local, quotation, found) {
            Compared::Faithful => return None,
            Compared::Other => {}
            Compared::Differs(c) => {
                let order = corpus.entries().get(found.entry).map(|e| e.order());
                let rank = |c: &Comparison| c.likeness;
                let better = |(b, first): &(Comparison, _)| {
                    rank(&c).total_cmp(&rank(b)).then_with(|| Ord::cmp(first, &order)).is_gt()
                };
                if best.as_ref().is_none_or(better) {
                    best = Some((c, order));
                }
            }
        }
    }
    best.map(|(c, _)| c)
}

/// The paragraphs that are about what the quoting sentence is about: two or three words alone tell nothing.
fn near_matter(local: &Local<'_>, quotation: &Quotation<'_>) -> Vec<Found> {
    let at = quotation.quoted.span.start;
    let here = |n: usize| local.stated.sentences.get(n).is_some_and(|s| s.span.touches(at));
    let Some(reading) = local.readings.iter().find(|r| here(r.sentence)) else { return Vec::new() };
    let near = reading.claims.iter().flat_map(|c| &c.near).filter(|m| m.hit.explain.matter >= LEAST_MATTER);
    let places: Vec<(usize, u32)> = near.map(|m| (m.hit.entry, m.hit.paragraph)).collect();
    let found = reading.sources().filter(|f| places.contains(&(f.entry, f.outline.number)));
    found.cloned().collect()
}

enum Compared {
    /// The source has what the draft quotes.
    Faithful,
    /// It has something else.
    Other,
    Differs(Comparison),
}

/// The prose of a source paragraph.
fn prose_of(local: &Local<'_>, found: &Found) -> Option<Block> {
    let entry = local.inputs.corpus.entries().get(found.entry)?;
    let text = (local.inputs.read)(found.entry)?;
    let source = text.get(found.outline.span.range())?;
    let blocks = prose::blocks(source, Format::of_path(Path::new(&entry.path)));
    blocks.into_iter().max_by_key(|b| b.text.len())
}

fn compare(local: &Local<'_>, quotation: &Quotation<'_>, found: &Found) -> Compared {
    let Some(block) = prose_of(local, found) else { return Compared::Other };
    let (all, _) = words(&block.text, Side::Source);
    let marks = quotes(&block.text);
    let is_quoted = |w: &Word| marks.iter().any(|q| q.inner.contains(w.span));
    let spoken: Vec<Word> = all.iter().filter(|w| is_quoted(w)).cloned().collect();
    // What the article says between two quotations parts what somebody says in one breath.
    let sides = [&spoken, &all].into_iter().filter(|s| !s.is_empty());
    let best = sides.filter_map(|theirs| Some((theirs, laid(quotation, theirs)?)));
    let best = best.max_by(|a, b| a.1.likeness.total_cmp(&b.1.likeness));
    let Some((theirs, laid)) = best else { return Compared::Other };
    let (Some(first), Some(last)) = (theirs.get(laid.from), theirs.get(laid.to)) else { return Compared::Other };
    let within = is_quoted(first) && is_quoted(last);
    let place = |span: Span| block.to_source(span).shifted(found.outline.span.start);
    let whole = Span { start: first.span.start, end: last.span.end.max(first.span.end) };
    let line = found.outline.lines().position(|l| l.span.overlaps(place(whole)));
    let source = line.and_then(|n| found.outline.sentence(n));
    let claim = source.and_then(|s| claim_at(s, place(whole)));
    let known = |s: &&Speaker| source.is_some_and(|source| local.is_somebody(source, s));
    let speaker = claim.and_then(|c| c.attribution.speaker.as_ref()).filter(known);
    let lang = found.outline.lang;
    let side = Sides { ours: quotation, theirs, prose: &block.text, lang };
    let count = quotation.count();
    if count < LONG {
        // Two or three words are the same quotation only where the source quotes just as many.
        let Some(inside) = marks.iter().find(|q| q.inner.contains(first.span)) else { return Compared::Other };
        let as_many = theirs.iter().filter(|w| inside.inner.contains(w.span)).count() == count;
        let weighty = laid.pairs.iter().any(|p| quotation.words[p.0].form.chars().count() >= 5);
        if !(within && as_many && weighty && laid.likeness >= LIKE_SHORT) {
            return Compared::Other;
        }
    } else {
        let theirs = speaker.filter(|s| s.actor.is_some());
        let speakers = theirs.zip(quotation.speaker().filter(|s| s.actor.is_some()));
        let another = speakers.is_some_and(|(theirs, ours)| !same_speaker(theirs, ours));
        let is_said = within
            || matches!(claim.map(|c| c.attribution.voice), Some(Voice::Quoted))
            || block.kind == BlockKind::Quote;
        let doubtful = !is_said || another || !quotation.is_spoken && !quotation.is_block;
        let (like, long) = match doubtful {
            _ if quotation.is_block => (LIKE_DOUBTFUL, LONG_BLOCK),
            true => (LIKE_DOUBTFUL, if is_said { LONG_DOUBTFUL } else { LONG }),
            false => (LIKE, LONG),
        };
        let content = laid.pairs.iter().filter(|p| !side.is_function(p.0)).count();
        let run = longest_run(&laid.pairs);
        if laid.likeness < like
            || count < long
            || run < LEAST_RUN
            || content < LEAST_CONTENT && (run < LONG_RUN || content == 0)
        {
            return Compared::Other;
        }
    }
    let stretches = side.stretches(&laid);
    let told: Vec<&Stretch> =
        stretches.iter().filter(|s| side.matters(s) && !elsewhere(local, &side, s, found)).collect();
    if told.is_empty() {
        return Compared::Faithful;
    }
    let Some(entry) = local.inputs.corpus.entries().get(found.entry) else { return Compared::Other };
    let plain = told.iter().all(|s| !s.is_cut);
    let number = found.outline.number;
    let place_of_source = Source { path: entry.path.clone(), article: entry.article.id.clone(), paragraph: number };
    Compared::Differs(Comparison {
        evidence: Evidence {
            source: Some(place_of_source),
            span: place(whole),
            label: say::label(local.inputs.corpus, found.entry, number, claim.filter(|_| within && speaker.is_some())),
        },
        differs: told.iter().map(|s| side.differs(s)).collect(),
        edits: if plain { told.iter().map(|s| side.edit(s)).collect() } else { Vec::new() },
        is_sure: plain && within && laid.likeness >= 0.75,
        likeness: laid.likeness,
    })
}

/// The quotation laid on the source's words.
struct Laid {
    pairs: Vec<(usize, usize)>,
    /// The source's first and last word.
    from: usize,
    to: usize,
    likeness: f32,
}

fn laid(quotation: &Quotation<'_>, theirs: &[Word]) -> Option<Laid> {
    let ours = &quotation.words;
    let same = |a: usize, b: usize| ours.get(a).zip(theirs.get(b)).is_some_and(|(a, b)| a.is(b));
    let is_cut = |n: usize| ours.get(n).is_some_and(|w| w.gap != Gap::None);
    let (pairs, first, last): Aligned = align(ours.len(), theirs.len(), same, is_cut)?;
    // What is left over at either end belongs to the quotation as well, as far as the source says it in the same breath.
    let lead = pairs.first().map_or(0, |p| p.0);
    let tail = ours.len() - 1 - pairs.last().map_or(0, |p| p.0);
    let from = first.saturating_sub(lead);
    let to = (last + tail).min(theirs.len() - 1);
    let cut = |w: &[(usize, usize)]| (w[0].0 + 1..=w[1].0).any(is_cut);
    let passed: usize = pairs.windows(2).filter(|w| cut(w)).map(|w| w[1].1 - w[0].1 - 1).sum();
    let likeness = 2.0 * pairs.len() as f32 / (ours.len() + to + 1 - from - passed) as f32;
    Some(Laid { pairs, from, to, likeness })
}

fn longest_run(pairs: &[(usize, usize)]) -> usize {
    let follows = |a: &(usize, usize), b: &(usize, usize)| a.0 + 1 == b.0 && a.1 + 1 == b.1;
    pairs.chunk_by(follows).map(<[_]>::len).max().unwrap_or(0)
}

/// Words that differ: those of the draft and those of the source between two that both have.
struct Stretch {
    ours: std::ops::Range<usize>,
    theirs: std::ops::Range<usize>,
    /// Whether the draft says that something was left out or put in there.
    is_cut: bool,
    gap: Gap,
    /// Whether it stands at an end of the quotation.
    is_end: bool,
}

/// The draft's quotation and the source's paragraph.
struct Sides<'a> {
    ours: &'a Quotation<'a>,
    theirs: &'a [Word],
    prose: &'a str,
    lang: Lang,
}

impl Sides<'_> {
    fn is_function(&self, ours: usize) -> bool {
        let word = self.ours.words.get(ours).and_then(|w| self.ours.text.get(w.span.range())).unwrap_or_default();
        Lang::ALL.into_iter().any(|lang| is_function_word(word, lang))
    }

    fn stretches(&self, laid: &Laid) -> Vec<Stretch> {
        let mut out = Vec::new();
        let (mut i, mut j) = (0, laid.from);
        let count = self.ours.words.len();
        for &(a, b) in laid.pairs.iter().chain(std::iter::once(&(count, laid.to + 1))) {
            let gaps = self.ours.words.get(i..(a + 1).min(count)).unwrap_or_default();
            let gap = gaps.iter().map(|w| w.gap).max().unwrap_or_default();
            if i < a || j < b {
                let is_end = i == 0 || a == count;
                out.push(Stretch { ours: i..a, theirs: j..b.max(j), is_cut: gap != Gap::None, gap, is_end });
            }
            (i, j) = (a + 1, b + 1);
        }
        out
    }

    fn of<'w>(all: &'w [Word], range: &std::ops::Range<usize>) -> &'w [Word] {
        all.get(range.clone()).unwrap_or_default()
    }

    /// Whether the difference is one in words, and not one that whoever quotes may make.
    fn matters(&self, stretch: &Stretch) -> bool {
        let ours: Vec<&Word> = Self::of(&self.ours.words, &stretch.ours).iter().filter(|w| !w.is_aside).collect();
        let mut theirs: Vec<&Word> = Self::of(self.theirs, &stretch.theirs).iter().filter(|w| !w.is_aside).collect();
        if ours.is_empty() && stretch.is_end {
            return false;
        }
        if stretch.is_cut && ours.is_empty() {
            let denies = |w: &&Word| Lang::ALL.iter().any(|l| wording(*l).denies.contains(&w.form.as_str()));
            return match stretch.gap {
                Gap::Bracket => theirs.len() > MOST_IN_BRACKETS,
                _ => theirs.len() <= MOST_CUT && theirs.iter().any(denies),
            };
        }
        theirs.retain(|w| !FILLERS.contains(&w.form.as_str()) || ours.iter().any(|o| o.form == w.form));
        if ours.is_empty() && theirs.is_empty() {
            return false;
        }
        let joined = |words: &[&Word]| words.iter().map(|w| w.form.as_str()).collect::<String>();
        let (a, b) = (joined(&ours), joined(&theirs));
        if a == b {
            return false;
        }
        let pairs = || ours.iter().zip(&theirs);
        let all_alike = ours.len() == theirs.len() && pairs().all(|(a, b)| self.alike(a, b));
        !(all_alike || is_short_for(&ours, &theirs) || is_short_for(&theirs, &ours) || self.same_figure(stretch))
    }

    /// Whether two words are one in other spellings.
    fn alike(&self, ours: &Word, theirs: &Word) -> bool {
        let (a, b) = (ours.form.as_str(), theirs.form.as_str());
        let contracted = |a: &str, b: &str| {
            matches!((a, b), ("s", "is" | "es" | "has") | ("n", "ein" | "einen") | ("ne", "eine") | ("nen", "einen"))
        };
        let adapted = self.ours.count() <= ADAPTED && {
            let (x, y) = (without_ending(a), without_ending(b));
            x == y && x.chars().count() >= 4
        };
        ours.is(theirs) || contracted(a, b) || contracted(b, a) || british(a) == british(b) || adapted
    }

    /// Whether both say the same number, in digits or in words.
    fn same_figure(&self, stretch: &Stretch) -> bool {
        let span = |words: &[Word]| {
            let (first, last) = words.first().zip(words.last())?;
            Some(Span { start: first.span.start, end: last.span.end })
        };
        let ours = Self::of(&self.ours.words, &stretch.ours);
        let theirs = Self::of(self.theirs, &stretch.theirs);
        let Some((mine, its)) = span(ours).zip(span(theirs)) else { return false };
        let here = |text: &str, at: Span| -> Vec<Figure> {
            let all = figures::figures(text, self.lang, None);
            all.into_iter().filter(|f| f.core.overlaps(at)).collect()
        };
        let (mine, its) = (here(self.ours.text, mine), here(self.prose, its));
        let same = |f: &Figure| its.iter().any(|g| figures::compare(f, g) == figures::Relation::Same);
        let words = |words: &[Word], all: &[Figure]| words.iter().all(|w| all.iter().any(|f| f.core.overlaps(w.span)));
        !mine.is_empty()
            && mine.len() == its.len()
            && mine.iter().all(same)
            && words(ours, &mine)
            && words(theirs, &its)
    }

    fn text<'t>(words: &[Word], text: &'t str) -> Option<&'t str> {
        let (first, last) = words.first().zip(words.last())?;
        text.get(first.span.start as usize..last.span.end as usize)
    }

    fn differs(&self, stretch: &Stretch) -> Differs {
        let one_line = |text: Option<&str>| text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let mine = one_line(Self::text(Self::of(&self.ours.words, &stretch.ours), self.ours.text));
        let its = one_line(Self::text(Self::of(self.theirs, &stretch.theirs), self.prose));
        match (mine.is_empty(), its.is_empty()) {
            (true, _) => Differs::More(its),
            (false, true) => Differs::Less(mine),
            (false, false) => Differs::Other(its, mine),
        }
    }

    /// What stands between the words around the difference, as the source has it.
    fn edit(&self, stretch: &Stretch) -> (Span, String) {
        let base = self.ours.inner.start;
        let (a, b) = (&stretch.ours, &stretch.theirs);
        let end = |words: &[Word], n: usize| n.checked_sub(1).and_then(|n| words.get(n)).map(|w| w.span.end);
        let start = |words: &[Word], n: usize| words.get(n).map(|w| w.span.start);
        let ours = &self.ours.words;
        let own = Self::of(ours, a);
        let its = Self::of(self.theirs, b);
        // Between two words that both have, the source's commas come along; at an end only the words do.
        let between = (a.start > 0).then(|| end(ours, a.start)).flatten().zip(start(ours, a.end));
        let source = end(self.theirs, b.start).zip(start(self.theirs, b.end));
        if let Some(((from, to), (first, last))) = between.zip(source).filter(|_| own.is_empty() || its.is_empty()) {
            let text = self.prose.get(first as usize..last as usize).unwrap_or_default();
            // What stands between two quotations is not said.
            if !text.contains(['„', '“', '”', '"', '»', '«']) {
                return (Span { start: base + from, end: base + to }, flat(text));
            }
        }
        let span = match own.first().zip(own.last()) {
            Some((first, last)) => Span { start: base + first.span.start, end: base + last.span.end },
            None => {
                let at = base + start(ours, a.start).unwrap_or(0);
                Span { start: at, end: at }
            }
        };
        let mut text = flat(Self::text(its, self.prose).unwrap_or_default());
        if own.is_empty() {
            text.push(' ');
        }
        (span, text)
    }
}

/// Line ends are the source's layout.
fn flat(text: &str) -> String {
    text.replace(['\n', '\r', prose::GAP], " ")
}

/// Sounds that slip into speech and that nobody prints.
const FILLERS: [&str; 10] = ["aeh", "aehm", "oeh", "hm", "hmm", "mhm", "uh", "um", "uhm", "er"];

/// A word without the ending that a German adjective takes from what stands around it.
fn without_ending(form: &str) -> &str {
    ["em", "en", "er", "es", "e"].iter().find_map(|ending| form.strip_suffix(ending)).unwrap_or(form)
}

/// A word as Britons write it, or something that is the same for both spellings.
fn british(form: &str) -> String {
    if form.len() < 6 || !form.is_ascii() {
        return form.to_owned();
    }
    let out = form.replace("iz", "is").replace("yz", "ys").replace("our", "or").replace("ll", "l");
    match out.strip_suffix("tre") {
        Some(stem) => format!("{stem}ter"),
        None => out.replace("ense", "ence").replace("ogue", "og").replace("programme", "program"),
    }
}

/// Whether `short` abbreviates `long`: `z. B.`, `Dr.`
fn is_short_for(short: &[&Word], long: &[&Word]) -> bool {
    let initial = |(a, b): (&&Word, &&Word)| {
        let letters = a.form.chars().count();
        letters == 1 && b.form.starts_with(a.form.as_str()) && a.form.chars().all(char::is_alphabetic)
    };
    let initials = short.len() == long.len() && short.len() > 1 && short.iter().zip(long).all(initial);
    let title = |a: &Word, b: &Word| {
        matches!(a.form.as_str(), "dr" | "prof" | "nr" | "mr" | "st") && {
            let full = matches!(
                b.form.as_str(),
                "doktor" | "doctor" | "professor" | "professorin" | "nummer" | "mister" | "sankt" | "saint"
            );
            full && b.form.starts_with(a.form.chars().next().unwrap_or('?'))
        }
    };
    initials || short.len() == 1 && long.len() == 1 && title(short[0], long[0])
}

/// Whether what the draft has instead stands elsewhere in the article: quotations may run over paragraphs.
fn elsewhere(local: &Local<'_>, side: &Sides<'_>, stretch: &Stretch, found: &Found) -> bool {
    let own = Sides::of(&side.ours.words, &stretch.ours);
    if own.len() < LEAST_ELSEWHERE {
        return false;
    }
    let text = Sides::text(own, side.ours.text).unwrap_or_default();
    let Some(quoted) = Quoted::of(text, Span::default(), true) else { return false };
    local.inputs.corpus.stated(found.entry).iter().any(|p| p.tape.find(&quoted).is_some())
}

/// Somebody else who says the very words in every source that has them: the draft's speaker, theirs, and where.
pub struct OtherVoice {
    /// Whom the draft names.
    pub ours: Speaker,
    /// Who says it.
    pub theirs: Speaker,
    /// The statements, first made first.
    pub evidence: Vec<Evidence>,
}

/// Whether a quotation is put into the wrong mouth.
pub fn other_voice(local: &Local<'_>, quotation: &Quotation<'_>) -> Option<OtherVoice> {
    let corpus = local.inputs.corpus;
    if !quotation.quoted.is_telling() || quotation.is_block {
        return None;
    }
    let sentence = quotation
        .sentences
        .iter()
        .find(|s| s.claims.iter().any(|c| c.attribution.speaker.is_some() && c.attribution.voice == Voice::Quoted))?;
    let ours = quotation.speaker().filter(|s| !s.span.is_empty() && !s.text.trim().is_empty())?;
    if !local.has_name(ours, sentence) {
        return None;
    }
    let mut exact = quotation.exact(local);
    exact.sort_by_cached_key(|(f, _)| (corpus.entries().get(f.entry).map(|e| e.order()), f.outline.number));
    let mut first = None;
    let mut evidence = Vec::new();
    for (found, n) in &exact {
        let source = found.stated.sentences.get(*n)?;
        let entry = corpus.entries().get(found.entry)?;
        let is_ours = |s: &Speaker| same_speaker(s, ours);
        let named = |s: &Sentence| {
            let all = s.mentions.iter().flat_map(|m| std::iter::once(&m.actor).chain(&m.or));
            all.into_iter().any(|a| Some(a) == ours.actor.as_ref())
        };
        let of_article = {
            let says = |name: &String| is_ours(&Speaker { span: Span::default(), actor: None, text: name.clone() });
            entry.article.author.iter().chain(&entry.article.publisher).any(says)
        };
        if of_article || found.stated.sentences.iter().any(named) {
            return None;
        }
        // Where it is not said who says it, nothing speaks against what others have.
        let voices = source.claims.iter().filter_map(|c| Some((c, c.attribution.speaker.as_ref()?)));
        // In an interview nobody is named in the answer.
        let speaks = |(c, s): &(&Claim, &Speaker)| match c.attribution.voice {
            Voice::Quoted => true,
            Voice::Reported => s.span.is_empty(),
            _ => false,
        };
        let Some((claim, theirs)) = voices.into_iter().find(speaks) else { continue };
        let chain = source.claims.iter().flat_map(|c| c.attribution.speaker.iter().chain(&c.attribution.chain));
        let (mut several, mut own) = (false, false);
        for speaker in chain {
            several |= !same_speaker(speaker, theirs);
            own |= is_ours(speaker);
        }
        let here = quotation.sentences.iter().flat_map(|s| &s.mentions);
        let named_here = here.into_iter().any(|m| Some(&m.actor) == theirs.actor.as_ref());
        if own || named_here {
            return None;
        }
        if several || theirs.actor.is_none() || !local.is_somebody(source, theirs) {
            continue;
        }
        first.get_or_insert_with(|| theirs.clone());
        let label = say::label(corpus, found.entry, found.outline.number, Some(claim));
        let source_place =
            Source { path: entry.path.clone(), article: entry.article.id.clone(), paragraph: found.outline.number };
        evidence.push(Evidence { source: Some(source_place), span: source.span, label });
    }
    Some(OtherVoice { ours: ours.clone(), theirs: first?, evidence })
}

#[cfg(test)]
mod tests;
