//! What does a document state? Paragraph by paragraph: sentences, quotations, figures, mentions.
//!
//! **Invariant:** pure, and local where it can be. Everything but the resolution of names depends on one block of prose
//! alone, so it is kept for as long as the block's chunk is; one keystroke reads one paragraph again. Resolution looks at the
//! candidates of the whole document, and a paragraph whose mentions come out as before stays the same `Arc`.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::actors::{self, Candidate, Matcher, Mention};
use crate::claims::{self, Claim};
use crate::figures::{self, Figure, Kind, PartialDate, Value};
use crate::lang::{self, Lang};
use crate::text::Span;
use crate::text::document::{Chunk, Document};
use crate::text::prose::Block;
use crate::text::quotes::{Quote, quotes};
use crate::text::sentences::sentences;

/// What an analysis needs to know beside the text.
#[derive(Clone)]
pub struct Context {
    /// Finds names.
    pub matcher: Arc<Matcher>,
    /// The document's language where its front matter says it; otherwise each paragraph's own tells.
    pub lang: Option<Lang>,
    /// The document's date, against which `am 28. Oktober` and `im vergangenen Jahr` are read.
    pub reference: Option<PartialDate>,
}

impl Context {
    fn same(&self, other: &Context) -> bool {
        Arc::ptr_eq(&self.matcher, &other.matcher) && self.lang == other.lang && self.reference == other.reference
    }
}

/// What one block of prose says by itself.
#[derive(Debug)]
struct Local {
    lang: Lang,
    sentences: Vec<Span>,
    quotes: Vec<Quote>,
    figures: Vec<Figure>,
    candidates: Vec<Candidate>,
}

/// One analysed block. All spans are bytes of the block's prose; [`Block::to_source`] leads to the source.
#[derive(Debug)]
pub struct Paragraph {
    /// The prose.
    pub block: Arc<Block>,
    /// Who is mentioned, in order.
    pub mentions: Vec<Mention>,
    local: Arc<Local>,
    /// Its claims as last read, with what stood before it then.
    claimed: Mutex<Option<Arc<Claimed>>>,
}

/// What a paragraph claims, given the paragraphs before it.
#[derive(Debug)]
pub struct Claimed {
    before: claims::Context,
    after: claims::Context,
    /// Its claims, in order.
    pub claims: Vec<Claim>,
}

impl Paragraph {
    /// Whether this is `other`, or its text with the same mentions read anew.
    pub fn says_the_same(self: &Arc<Paragraph>, other: &Arc<Paragraph>) -> bool {
        Arc::ptr_eq(self, other)
            || Arc::ptr_eq(&self.block, &other.block)
                && Arc::ptr_eq(&self.local, &other.local)
                && self.mentions == other.mentions
    }

    /// The language it is read in.
    pub fn lang(&self) -> Lang {
        self.local.lang
    }
    /// Its sentences.
    pub fn sentences(&self) -> &[Span] {
        &self.local.sentences
    }
    /// Its quotations.
    pub fn quotes(&self) -> &[Quote] {
        &self.local.quotes
    }
    /// Its figures.
    pub fn figures(&self) -> &[Figure] {
        &self.local.figures
    }
    /// Its prose.
    pub fn text(&self) -> &str {
        &self.block.text
    }
    fn claimed(&self, before: &claims::Context) -> Arc<Claimed> {
        let mut kept = self.claimed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|k| k.before == *before) {
            return kept.clone();
        }
        let (claims, after) = claims::read(&claims::Input {
            text: self.text(),
            lang: self.lang(),
            sentences: self.sentences(),
            quotes: self.quotes(),
            figures: self.figures(),
            mentions: &self.mentions,
            lead: self.block.lead,
            before,
        });
        let read = Arc::new(Claimed { before: before.clone(), after, claims });
        *kept = Some(read.clone());
        read
    }

    /// The index of the sentence that holds or touches byte `at` of the prose.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        self.local.sentences.iter().position(|s| s.touches(at))
    }
}

/// A chunk with its paragraphs.
#[derive(Clone, Debug)]
pub struct AnalysedChunk {
    /// The source.
    pub chunk: Arc<Chunk>,
    /// Its first byte in the document.
    pub start: u32,
    /// Its first line in the document.
    pub line: u32,
    /// Number of its first paragraph (blocks that are no headings), from 1.
    pub first_number: u32,
    /// Its blocks, in order.
    pub paragraphs: Vec<Arc<Paragraph>>,
}

impl AnalysedChunk {
    /// The blocks with their paragraph numbers; headings have none.
    pub fn numbered(&self) -> impl Iterator<Item = (Option<u32>, &Arc<Paragraph>)> {
        let mut next = self.first_number;
        self.paragraphs.iter().map(move |p| {
            let number = p.block.is_paragraph().then_some(next);
            next += u32::from(number.is_some());
            (number, p)
        })
    }
}

/// A block, what it says by itself, and the paragraph made of it before, if it was.
type Known = (Arc<Block>, Arc<Local>, Option<Arc<Paragraph>>);

/// A document, analysed.
#[derive(Clone)]
pub struct Analysis {
    /// Its chunks, in order.
    pub chunks: Vec<AnalysedChunk>,
    context: Context,
}

impl Analysis {
    /// Analyses all of `document`.
    pub fn new(document: &Document, context: &Context) -> Analysis {
        Analysis { chunks: Vec::new(), context: context.clone() }.update(document, context)
    }

    /// What it was made with.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Analyses `document` after an edit, taking over what this analysis knows of its unchanged chunks.
    pub fn update(&self, document: &Document, context: &Context) -> Analysis {
        let keep = self.context.same(context);
        if keep && let Some(quick) = self.update_in_place(document) {
            return quick;
        }
        let mut old = if keep { self.chunks.iter() } else { [].iter() };
        // Locals of the whole document, in order; chunks keep their order, so a forward search finds what is kept.
        let mut locals: Vec<Known> = Vec::new();
        for slot in document.chunks() {
            let kept = old.as_slice().iter().take(64).position(|o| Arc::ptr_eq(&o.chunk, &slot.chunk));
            match kept.and_then(|n| old.nth(n)) {
                Some(known) => {
                    locals.extend(known.paragraphs.iter().map(|p| (p.block.clone(), p.local.clone(), Some(p.clone()))))
                }
                None => {
                    for block in &slot.chunk.blocks {
                        locals.push((block.clone(), Arc::new(local(block, context)), None));
                    }
                }
            }
        }
        let candidates: Vec<&[Candidate]> = locals.iter().map(|(_, l, _)| l.candidates.as_slice()).collect();
        let mentions = actors::resolve(&context.matcher, &candidates);
        let mut made = locals.iter().zip(mentions).map(|((block, local, known), mentions)| match known {
            Some(known) if known.mentions == mentions => known.clone(),
            _ => {
                Arc::new(Paragraph { block: block.clone(), mentions, local: local.clone(), claimed: Mutex::default() })
            }
        });
        let mut number = 1;
        let chunks = document
            .chunks()
            .iter()
            .map(|slot| {
                let first_number = number;
                let paragraphs: Vec<_> = made.by_ref().take(slot.chunk.blocks.len()).collect();
                number += paragraphs.iter().filter(|p| p.block.is_paragraph()).count() as u32;
                AnalysedChunk {
                    chunk: slot.chunk.clone(),
                    start: slot.start,
                    line: slot.line,
                    first_number,
                    paragraphs,
                }
            })
            .collect();
        Analysis { chunks, context: context.clone() }
    }

    /// The update when an edit left the names as they were, in their order: nobody else's mentions can have changed, so only
    /// the paragraphs of changed chunks are made again. `None` when chunks, blocks or names came or went.
    fn update_in_place(&self, document: &Document) -> Option<Analysis> {
        if self.chunks.len() != document.chunks().len() {
            return None;
        }
        let mut chunks = Vec::with_capacity(self.chunks.len());
        for (old, slot) in self.chunks.iter().zip(document.chunks()) {
            if Arc::ptr_eq(&old.chunk, &slot.chunk) {
                chunks.push(AnalysedChunk { start: slot.start, line: slot.line, ..old.clone() });
                continue;
            }
            let same_kinds = old.chunk.blocks.iter().map(|b| b.is_paragraph()).eq(slot
                .chunk
                .blocks
                .iter()
                .map(|b| b.is_paragraph()));
            if !same_kinds {
                return None;
            }
            let paragraphs = old.paragraphs.iter().zip(&slot.chunk.blocks).map(|(known, block)| {
                let local = Arc::new(local(block, &self.context));
                let mentions = actors::moved(&known.local.candidates, &known.mentions, &local.candidates)?;
                Some(Arc::new(Paragraph { block: block.clone(), mentions, local, claimed: Mutex::default() }))
            });
            let paragraphs: Option<Vec<_>> = paragraphs.collect();
            chunks.push(AnalysedChunk {
                chunk: slot.chunk.clone(),
                start: slot.start,
                line: slot.line,
                first_number: old.first_number,
                paragraphs: paragraphs?,
            });
        }
        Some(Analysis { chunks, context: self.context.clone() })
    }

    /// Every block, in order: its chunk's first byte, its number (none for headings), itself.
    pub fn paragraphs(&self) -> impl Iterator<Item = (u32, Option<u32>, &Arc<Paragraph>)> {
        self.chunks.iter().flat_map(|c| c.numbered().map(move |(n, p)| (c.start, n, p)))
    }

    /// What every block of [`Analysis::paragraphs`] claims. Who speaks may have been said paragraphs before, so they are read in
    /// order; a block with the same words before it as last time is not read again.
    pub fn claims(&self) -> Vec<Arc<Claimed>> {
        let mut before = claims::Context::default();
        let read = |(_, _, paragraph): (u32, Option<u32>, &Arc<Paragraph>)| {
            let claimed = paragraph.claimed(&before);
            before = claimed.after.clone();
            claimed
        };
        self.paragraphs().map(read).collect()
    }

    /// The block at byte `at` of the document: its chunk's first byte, its number, itself, and the place in its prose.
    pub fn at(&self, at: u32) -> Option<(u32, Option<u32>, &Arc<Paragraph>, u32)> {
        let chunk = &self.chunks[self.chunks.partition_point(|c| c.start <= at).checked_sub(1)?];
        let inside = at - chunk.start;
        // Nested items overlap their parent's span: the last block that holds the place is the innermost.
        let found = chunk.numbered().filter_map(|(n, p)| Some((n, p, p.block.to_prose(inside)?))).last();
        found.map(|(number, paragraph, prose)| (chunk.start, number, paragraph, prose))
    }
}

fn local(block: &Block, context: &Context) -> Local {
    let text = block.text.as_str();
    // The text's own words outrank the front matter: a German quotation in an English briefing reads as German.
    let own = if text.len() > 60 || context.lang.is_none() { lang::detect(text) } else { None };
    let lang = own.or(context.lang).unwrap_or(Lang::De);
    Local {
        lang,
        sentences: sentences(text, lang),
        quotes: quotes(text),
        figures: figures::figures(text, lang, context.reference),
        candidates: context.matcher.candidates(text, lang),
    }
}

/// How many blocks at either end of a page are searched for its date line.
const DATE_LINES: usize = 8;

/// Least paragraphs with full dates that tell the year of a text without a date line.
const LEAST_DATES: usize = 3;
/// Most words of a date line that ends like a sentence: `Berlin, den 14. November 2024.`
const DATE_LINE_WORDS: usize = 6;

/// The date of a document that does not say it in front matter: the latest full date near its top or bottom, where pages
/// print it, in a line of its own. Dates in running text say little about when it was written, since they may be years ahead;
/// the year that most of several of them lie in is taken for its year.
pub fn infer_reference(document: &Document) -> Option<PartialDate> {
    let blocks: Vec<&Block> = document.chunks().iter().flat_map(|s| s.chunk.blocks.iter().map(|b| &**b)).collect();
    let full = |block: &&Block| {
        // Years are written in digits.
        block.text.chars().filter(|c| c.is_numeric()).nth(1)?;
        let lang = lang::detect(&block.text).unwrap_or(Lang::De);
        figures::figures(&block.text, lang, None)
            .into_iter()
            .filter(|f| f.kind == Kind::Date)
            .filter_map(|f| match f.value {
                Value::Date(d) if d.lo == d.hi && d.lo.year.is_some() && d.lo.day.is_some() => Some(d.lo),
                _ => None,
            })
            .max()
    };
    let line = |b: &&&Block| {
        let text = b.text.trim_end();
        text.len() < 160 && (!text.ends_with(['.', '!', '?']) || text.split_whitespace().count() <= DATE_LINE_WORDS)
    };
    let head = blocks.iter().take(DATE_LINES).copied().filter(|b| line(&b)).filter_map(|b| full(&b)).max();
    let foot = || blocks.iter().rev().take(DATE_LINES).copied().filter(|b| line(&b)).filter_map(|b| full(&b)).max();
    head.or_else(foot).or_else(|| {
        let mut years: BTreeMap<i16, usize> = BTreeMap::new();
        for year in blocks.iter().copied().filter_map(|b| full(&b)).filter_map(|d| d.year) {
            *years.entry(year).or_default() += 1;
        }
        let all: usize = years.values().sum();
        let (year, most) = years.into_iter().max_by_key(|&(year, n)| (n, year))?;
        (all >= LEAST_DATES && 2 * most > all).then_some(PartialDate::y(year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prose::Format;

    fn context() -> Context {
        Context { matcher: Arc::default(), lang: None, reference: None }
    }

    #[test]
    fn a_text_is_of_its_date_line_or_of_the_year_most_of_its_dates_lie_in() {
        let of = |text: &str| infer_reference(&Document::new(text, Format::Markdown));
        assert_eq!(
            of("# Deiche\n\nKöln, 14. März 2024\n\nAm 3. Mai 2026 ist alles fertig."),
            Some(PartialDate::ymd(2024, 3, 14))
        );
        let plan =
            "Die Brücke öffnet am 10. Dezember 2028; das habe das Amt im Mai mitgeteilt, sagte die Bürgermeisterin.";
        assert_eq!(of(plan), None, "one date, and it lies ahead");
        let page = "Am 3. Mai 2024 stieg der Pegel in der ganzen Stadt und in den Dörfern am Fluss.\r\n\r\n\
            On 5 June 2024 it fell again, and people went back to their houses by the river.\r\n\r\n\
            Am 9.\u{a0}Juli 2024 zog das Amt **Bilanz**, und die Bürgermeisterin dankte allen, die geholfen hatten.\r\n\r\n\
            Am 1. Mai 2027 soll der neue Deich fertig sein, wie das Amt in Überlingen versprochen hat.";
        assert_eq!(of(page), Some(PartialDate::y(2024)));
    }

    #[test]
    fn one_edit_reads_one_paragraph() {
        let text = (0..20).map(|n| format!("Der Absatz {n} ist von hier.\n\n")).collect::<String>();
        let mut document = Document::new(&text, Format::Markdown);
        let before = Analysis::new(&document, &context());
        // A context is the same context while its matcher is.
        let same = before.context().clone();
        let at = text.find("Absatz 7").unwrap() as u32;
        document.edit(Span { start: at, end: at }, "neue ");
        let after = before.update(&document, &same);
        let pairs = before.paragraphs().zip(after.paragraphs());
        assert_eq!(pairs.filter(|(a, b)| !Arc::ptr_eq(a.2, b.2)).count(), 1);
    }

    #[test]
    fn any_edits_end_in_the_same_mentions_as_a_fresh_reading() {
        let text =
            "Der Ökonom Max Brömmel warnt.\n\nIn Köln sagte Brömmel, es gehe.\n\nAm 3. Mai zahlte Polen 5 Euro.\n";
        let mut document = Document::new(text, Format::Markdown);
        let mut live = Analysis::new(&document, &context());
        let context = live.context().clone();
        let edits = [
            ("Brömmel warnt", "x"),
            ("es gehe", "Frau "),
            ("Brömmel, Frau", "Olga "),
            ("Polen", "\n\n"),
            ("5 Euro", "1"),
            ("Max", ""),
        ];
        for (place, new) in edits {
            let at = document.text().find(place).unwrap() as u32;
            let end = if new.is_empty() { at + 3 } else { at };
            document.edit(Span { start: at, end }, new);
            live = live.update(&document, &context);
            let fresh = Analysis::new(&document, &context);
            for ((a, n, p), (b, m, q)) in live.paragraphs().zip(fresh.paragraphs()) {
                assert_eq!(
                    (a, n, p.text(), &p.mentions, p.figures()),
                    (b, m, q.text(), &q.mentions, q.figures()),
                    "{place}"
                );
            }
        }
    }

    #[test]
    fn paragraphs_are_numbered_without_headings() {
        let document = Document::new("# A\n\nEins.\n\n- zwei\n- drei\n\n## B\n\n> vier\n", Format::Markdown);
        let analysis = Analysis::new(&document, &context());
        let numbers: Vec<_> = analysis.paragraphs().map(|(_, n, p)| (n, p.text().to_owned())).collect();
        let want =
            [(None, "A"), (Some(1), "Eins."), (Some(2), "zwei"), (Some(3), "drei"), (None, "B"), (Some(4), "vier")];
        assert_eq!(numbers, want.map(|(n, t)| (n, t.to_owned())));
        let (start, number, paragraph, prose) = analysis.at(21).unwrap();
        assert_eq!((start, number, paragraph.text(), prose), (12, Some(3), "drei", 0));
    }
}
