//! `quote-mismatch`: words between quotation marks differ from what the source has there.

use crate::text::Span;
use crate::text::quotes::quotes;

use super::doc::{Article, Example};
use super::message::Differs;
use super::{Check, Doc, Draft, Evidence, Local, Message, Severity, Source, say};

/// Least likeness of words that are meant to be the same quotation.
const LIKE: f32 = 0.6;
/// The same where the source has no quotation marks around them.
const LIKE_UNQUOTED: f32 = 0.8;
/// Fewest words a quotation has that may be recognised by its words alone.
const LONG: usize = 4;

/// See the module.
pub struct QuoteMismatch;

impl Check for QuoteMismatch {
    fn code(&self) -> &'static str {
        "quote-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn doc(&self) -> Doc {
        const SOURCE: Article = Article {
            id: "theater-intendantin",
            publisher: "Bühnenblatt",
            date: "2024-09-05",
            text: "„Wir spielen weiter, auch wenn uns im Winter die Heizung ausfällt“, sagte die Intendantin Carla Wendt.",
        };
        Doc {
            what: "Words between quotation marks differ from what the source has there.",
            why: "Quotation marks promise the speaker's own words. Cuts marked with […], other quotation marks and a quotation in another language than the source's are not found fault with.",
            examples: &[
                Example {
                    sources: &[SOURCE],
                    draft: "„Wir spielen weiter, auch wenn uns im Sommer die Heizung ausfällt“, sagte Carla Wendt.",
                    finds: Some("Wir spielen weiter, auch wenn uns im Sommer die Heizung ausfällt"),
                    says: "the source has “Winter” for “Sommer”",
                    fixed: Some(
                        "„Wir spielen weiter, auch wenn uns im Winter die Heizung ausfällt“, sagte Carla Wendt.",
                    ),
                    ..Example::NONE
                },
                Example {
                    sources: &[SOURCE],
                    draft: "»Wir spielen weiter«, kündigte Carla Wendt an.",
                    ..Example::NONE
                },
            ],
        }
    }

    fn paragraph(&self, local: &Local<'_>, out: &mut Vec<Draft>) {
        for quote in local.paragraph.quotes().iter().filter(|q| q.closed) {
            let Some(inner) = local.paragraph.text().get(quote.inner.range()) else { continue };
            let ours = words(inner);
            if ours.len() < 2 || ["…", "...", "[", "]"].iter().any(|m| inner.contains(m)) {
                continue;
            }
            let n = local.paragraph.sentences().iter().position(|s| s.touches(quote.inner.start));
            let Some(reading) = local.readings.iter().find(|r| Some(r.sentence) == n) else { continue };
            let Some(best) = best(local, reading, &ours, inner) else { continue };
            let span = local.source(quote.inner);
            out.push(Draft {
                span,
                message: Message::Quoted { differs: best.differs, at: best.evidence.label.clone() },
                evidence: vec![best.evidence],
                fixes: vec![say::replace(span, best.text, best.sure)],
            });
        }
    }
}

struct Best {
    likeness: f32,
    evidence: Evidence,
    text: String,
    differs: Vec<Differs>,
    sure: bool,
}

/// A word, lower case, and where it stands.
type Word = (String, Span);

fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut start = None;
    let push = |from: usize, to: usize, out: &mut Vec<Word>| {
        let word = text.get(from..to).unwrap_or_default();
        let lower = word.to_lowercase();
        let lower = if lower.contains('ß') { lower.replace('ß', "ss") } else { lower };
        out.push((lower, Span::new(from, to)));
    };
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric() || c == '\u{301}' || c == '\u{308}', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                push(from, at, &mut out);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        push(from, text.len(), &mut out);
    }
    out
}

/// The source's words that the draft's are meant to be; `None` when some source has the draft's own, or nothing is alike.
fn best(local: &Local<'_>, reading: &super::Reading, ours: &[Word], inner: &str) -> Option<Best> {
    let corpus = local.inputs.corpus;
    let mut best: Option<Best> = None;
    for found in reading.found() {
        let Some(entry) = corpus.entries().get(found.entry) else { continue };
        let Some(text) = (local.inputs.read)(found.entry) else { continue };
        let Some(paragraph) = text.get(found.outline.span.range()) else { continue };
        let theirs = words(paragraph);
        let has: rustc_hash::FxHashSet<&str> = theirs.iter().map(|w| w.0.as_str()).collect();
        let common = ours.iter().filter(|w| has.contains(w.0.as_str())).count();
        if common * 2 < ours.len() {
            continue;
        }
        if theirs.windows(ours.len()).any(|w| w.iter().zip(ours).all(|(a, b)| a.0 == b.0)) {
            return None;
        }
        let marks = quotes(paragraph);
        let quoted = |from: Span, to: Span| {
            marks.iter().find(|q| q.inner.contains(from) && q.inner.contains(to)).map(|q| q.inner)
        };
        let short = ours.len() < LONG;
        let Some((pairs, first, last)) = align(ours, &theirs) else { continue };
        // What is left over at either end belongs to the quotation as well, as far as the source's marks reach.
        let lead = pairs.first().map_or(0, |p| p.0);
        let tail = ours.len() - 1 - pairs.last().map_or(0, |p| p.0);
        let inside = quoted(theirs[first].1, theirs[last].1);
        let within = |n: usize| inside.is_some_and(|q| q.contains(theirs[n].1));
        let mut from = first;
        for _ in 0..lead {
            if from > 0 && within(from - 1) {
                from -= 1;
            }
        }
        let mut to = last;
        for _ in 0..tail {
            if to + 1 < theirs.len() && within(to + 1) {
                to += 1;
            }
        }
        let window = to - from + 1;
        let likeness = 2.0 * pairs.len() as f32 / (ours.len() + window) as f32;
        let least = match (short, inside) {
            // Two or three words are the same quotation only where the source quotes just as many.
            (true, Some(q)) => {
                let all = theirs.iter().filter(|w| q.contains(w.1)).count();
                let weighty = pairs.iter().any(|p| ours[p.0].0.chars().count() >= 5);
                if all == ours.len() && weighty && said_alike(local, reading, found) { 0.5 } else { continue }
            }
            (true, None) => continue,
            (false, Some(_)) => LIKE,
            (false, None) => LIKE_UNQUOTED,
        };
        if likeness < least || best.as_ref().is_some_and(|b| b.likeness >= likeness) {
            continue;
        }
        let (start, end) = (theirs[from].1.start, theirs[to].1.end);
        let source = paragraph.get(start as usize..end as usize)?.to_owned();
        let span = Span { start, end }.shifted(found.outline.span.start);
        best = Some(Best {
            likeness,
            differs: differs((ours, inner), (&theirs[from..=to], paragraph)),
            text: source,
            sure: inside.is_some() && likeness >= 0.75,
            evidence: Evidence {
                source: Some(Source {
                    path: entry.path.clone(),
                    article: entry.article.id.clone(),
                    paragraph: found.outline.number,
                }),
                span,
                label: say::label(corpus, found.entry, found.outline.number, None),
            },
        });
    }
    best
}

/// Whether a source's paragraph is about what the quoting sentence is about.
fn said_alike(_local: &Local<'_>, reading: &super::Reading, found: &crate::corpus::index::Found) -> bool {
    let near = reading.claims.iter().flat_map(|c| &c.near);
    let here = near.filter(|m| m.hit.entry == found.entry && m.hit.paragraph == found.outline.number);
    here.map(|m| m.hit.explain.matter).fold(0.0, f32::max) >= 0.3
}

/// What [`align`] finds.
type Aligned = (Vec<(usize, usize)>, usize, usize);

/// Pairs of equal words in order, and the first and last word of the source among them.
fn align(ours: &[Word], theirs: &[Word]) -> Option<Aligned> {
    let (n, m) = (ours.len(), theirs.len());
    if n == 0 || m == 0 || n > 200 || m > 2000 {
        return None;
    }
    // Local alignment: equal words count two, everything passed over costs one; the source may begin and end anywhere.
    let width = m + 1;
    let mut score = vec![0i32; (n + 1) * width];
    for i in 1..=n {
        score[i * width] = -(i as i32);
        for j in 1..=m {
            let same = ours[i - 1].0 == theirs[j - 1].0;
            let diagonal = score[(i - 1) * width + j - 1] + if same { 2 } else { -1 };
            score[i * width + j] = diagonal.max(score[(i - 1) * width + j] - 1).max(score[i * width + j - 1] - 1);
        }
    }
    let mut j = (0..=m).max_by_key(|&j| (score[n * width + j], std::cmp::Reverse(j)))?;
    let mut i = n;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let here = score[i * width + j];
        let same = ours[i - 1].0 == theirs[j - 1].0;
        if here == score[(i - 1) * width + j - 1] + if same { 2 } else { -1 } {
            if same {
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

/// The differences in words; none where there are too many to tell.
fn differs((ours, draft): (&[Word], &str), (theirs, source): (&[Word], &str)) -> Vec<Differs> {
    let Some((pairs, ..)) = align(ours, theirs) else { return Vec::new() };
    let mut parts: Vec<Differs> = Vec::new();
    let text = |words: &[Word], of: &str| -> String {
        let words = words.iter().map(|w| of.get(w.1.range()).unwrap_or_default());
        words.collect::<Vec<_>>().join(" ")
    };
    let (mut i, mut j) = (0, 0);
    for (a, b) in pairs.into_iter().chain(std::iter::once((ours.len(), theirs.len()))) {
        let (mine, its) = (text(&ours[i..a], draft), text(&theirs[j..b], source));
        match (mine.is_empty(), its.is_empty()) {
            (true, true) => {}
            (true, false) => parts.push(Differs::More(its)),
            (false, true) => parts.push(Differs::Less(mine)),
            (false, false) => parts.push(Differs::Other(its, mine)),
        }
        (i, j) = (a + 1, b + 1);
    }
    parts
}
