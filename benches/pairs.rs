//! How often does the trace tell the same claim from a near miss, on the pairs of sentences in `tests/gold/pairs`?
//!
//! The older sentence is the only paragraph of the only article, the younger one a draft. Every figure of the draft but its
//! dates is traced, or the sentence where it has none, as `beleg trace` does; of dates only a finding of `date-mismatch`
//! counts. What is judged: the *same* claim (the article states it), *another value* of the same matter, or *nothing* that bears on it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use beleg::analysis::Analysis;
use beleg::checks::Checked;
use beleg::claims::words::Cache;
use beleg::corpus::Corpus;
use beleg::corpus::index::Sources;
use beleg::corpus::statement::Stated;
use beleg::figures::Kind;
use beleg::lang::Lang;
use beleg::lang::lexicon::Lexicon;
use beleg::text::document::Document;
use beleg::text::prose::Format;
use beleg::trace::series::{Series, Stand, Statement};
use beleg::trace::{Question, candidates};
use beleg::workspace::Library;

use crate::{Score, rows, share};

#[derive(Deserialize)]
struct Pair {
    id: String,
    relation: Relation,
    a: Side,
    b: Side,
    why: String,
}

#[derive(Deserialize)]
struct Side {
    lang: String,
    text: String,
    date: String,
}

/// What two sentences are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Relation {
    /// One claim in other words.
    Same,
    /// One matter, two values: or affirmed and denied.
    Disagree,
    /// Something else.
    Other,
}

/// The checks that say that a draft and a source give other values of one matter.
const MISMATCH: [&str; 4] = ["figure-mismatch", "scale-mismatch", "date-mismatch", "sources-disagree"];

/// How often each relation was taken for which, and how often a check spoke up.
#[derive(Default)]
struct Table {
    judged: BTreeMap<(Relation, Relation), usize>,
    alarms: BTreeMap<Relation, usize>,
}

impl Table {
    fn count(&self, of: impl Fn(Relation, Relation) -> bool) -> usize {
        self.judged.iter().filter(|((is, judged), _)| of(*is, *judged)).map(|(_, n)| n).sum()
    }

    fn scores(&self, name: &str, out: &mut Vec<(String, Score)>) {
        let same = |r: Relation| r == Relation::Same;
        let right = self.count(|is, judged| same(is) && same(judged));
        out.push((format!("{name} same precision"), share(right, self.count(|_, judged| same(judged)))));
        out.push((format!("{name} same recall"), share(right, self.count(|is, _| same(is)))));
        let right = self.count(|is, judged| !same(is) && !same(judged));
        out.push((format!("{name} near miss precision"), share(right, self.count(|_, judged| !same(judged)))));
        out.push((format!("{name} near miss recall"), share(right, self.count(|is, _| !same(is)))));
    }
}

/// Scores the pairs in `folder`.
pub fn score(folder: &Path, show: bool) -> Result<Vec<(String, Score)>> {
    let pairs: Vec<Pair> = rows(&folder.join("pairs.jsonl"))?;
    let temporary = tempfile::tempdir()?;
    let mut desk = Desk { library: Library::empty(temporary.path()), file: temporary.path().join("article.md") };
    desk.library.lexicon = Lexicon::shared();
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for pair in &pairs {
        let answer = desk.ask(pair).with_context(|| format!("cannot judge {}", pair.id))?;
        let langs = match (pair.a.lang.as_str(), pair.b.lang.as_str()) {
            (a, b) if a == b => a.to_owned(),
            (a, b) => format!("{a}-{b}"),
        };
        for table in ["all".to_owned(), langs] {
            let table = tables.entry(table).or_default();
            *table.judged.entry((pair.relation, answer.judged)).or_default() += 1;
            *table.alarms.entry(pair.relation).or_default() += usize::from(!answer.mismatches.is_empty());
        }
        let wrong = answer.judged != pair.relation || pair.relation == Relation::Same && !answer.mismatches.is_empty();
        if show && wrong {
            println!("  {} is {:?}, judged {:?}: {}", pair.id, pair.relation, answer.judged, pair.why);
            println!("      {} ({})\n      {} ({})", pair.a.text, pair.a.date, pair.b.text, pair.b.date);
            answer.mismatches.iter().for_each(|m| println!("      check {m}"));
            answer.why.iter().for_each(|w| println!("      {w}"));
        }
    }
    let mut out = Vec::new();
    for (name, table) in &tables {
        table.scores(name, &mut out);
    }
    let Some(all) = tables.get("all") else { return Ok(out) };
    let told = |r: Relation| all.alarms.get(&r).copied().unwrap_or_default();
    let of = |r: Relation| all.count(|is, _| is == r);
    let right = |r: Relation| all.count(|is, judged| is == r && judged == r);
    let judged = |r: Relation| all.count(|_, judged| judged == r);
    use Relation::{Disagree, Other, Same};
    out.push(("other value precision".to_owned(), share(right(Disagree), judged(Disagree))));
    out.push(("other value recall".to_owned(), share(right(Disagree), of(Disagree))));
    out.push(("other value told by a check".to_owned(), share(told(Disagree), of(Disagree))));
    out.push(("same without alarm".to_owned(), share(of(Same) - told(Same), of(Same))));
    out.push(("other without alarm".to_owned(), share(of(Other) - told(Other), of(Other))));
    Ok(out)
}

/// How a pair was judged.
struct Answer {
    judged: Relation,
    /// Which checks say that the values differ.
    mismatches: Vec<String>,
    /// Slot by slot, for `--show`.
    why: Vec<String>,
}

struct Desk {
    library: Library,
    file: std::path::PathBuf,
}

impl Desk {
    fn ask(&mut self, pair: &Pair) -> Result<Answer> {
        std::fs::write(&self.file, with_head(&pair.a, "article"))?;
        let sources = Sources {
            files: vec![self.file.clone()],
            matcher: self.library.matcher.clone(),
            fingerprint: 0,
            lexicon: self.library.lexicon.clone(),
            cache: None,
        };
        self.library.corpus = Arc::new(Corpus::open(&sources, &|_, _| ()));
        let text = with_head(&pair.b, "draft");
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = self.library.context("draft.md", &document, &text);
        let analysis = Analysis::new(&document, &context);
        let findings = self.library.check(None, &analysis, &Checked::default()).findings;
        let mismatches = findings.iter().filter(|f| MISMATCH.contains(&f.code));
        let mismatches = mismatches.map(|f| format!("{}: {}", f.code, f.message.text(Lang::En))).collect();
        let against = |s: &Statement| matches!(s.stand, Stand::Disagrees | Stand::Supersedes);
        let (mut agrees, mut differs) = (false, findings.iter().any(|f| f.code == "date-mismatch"));
        let mut why = Vec::new();
        let cache = &mut Cache::default();
        for ((start, number, paragraph), claims) in analysis.paragraphs().zip(analysis.claims()) {
            let stated = Stated::of(paragraph, &claims.claims, number, start, &self.library.lexicon, cache);
            for (sentence, of) in stated.sentences.iter().enumerate() {
                let is_date = |n: usize| of.figures.get(n).is_some_and(|f| f.kind == Kind::Date);
                let mut asked: Vec<Option<usize>> = (0..of.figures.len()).map(Some).collect();
                if asked.iter().flatten().all(|&n| is_date(n)) {
                    asked.push(None);
                }
                for figure in asked {
                    let question = Question { stated: &stated, sentence, figure, at: None, without: None };
                    let series = Series::of(&self.library.corpus, &question);
                    let date = figure.is_some_and(is_date);
                    agrees |= !date && series.statements.iter().any(|s| s.agrees());
                    differs |= !date && series.statements.iter().any(against);
                    let focus = figure.and_then(|n| of.figures.get(n));
                    let focus = focus.map_or("the sentence", |f| &text[f.span.range()]);
                    let stands: Vec<_> = series.statements.iter().map(|s| s.stand).collect();
                    why.push(format!("{focus}: {stands:?}"));
                    let near = candidates(&self.library.corpus, &question);
                    if let Some(hit) = near.iter().max_by(|a, b| a.explain.matter.total_cmp(&b.explain.matter)) {
                        let e = &hit.explain;
                        let shared: Vec<&str> = e.shared.iter().filter_map(|s| text.get(s.range())).collect();
                        why.push(format!(
                            "    {:?} matter {:.2} words {:.2} actors {:?} other-agent {} counted {:?} others {} {shared:?}",
                            e.values, e.matter, e.words, e.actors, e.other_agent, e.counted, e.others
                        ));
                    }
                }
            }
        }
        let judged = match (agrees, differs) {
            (_, true) => Relation::Disagree,
            (true, false) => Relation::Same,
            (false, false) => Relation::Other,
        };
        Ok(Answer { judged, mismatches, why })
    }
}

fn with_head(side: &Side, id: &str) -> String {
    format!("---\nid: {id}\ntitle: ''\ndate: {}\nlang: {}\n---\n\n{}\n", side.date, side.lang, side.text)
}
