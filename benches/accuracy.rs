//! `make accuracy`: how often beleg is right, on the gold data in `tests/gold`. Prints a table and fails when a number is below
//! the committed one (`tests/gold/committed.toml`).
//!
//! Sets are folders with `articles/`, `actors.toml`, `probes.jsonl` and gold figures and actors; each was written before the
//! program was run on it, on a topic of its own, so that it says how the program does on topics nobody prepared it for.
//!
//!     cargo bench --bench accuracy -- [--show] [--only claims|pairs|alarms] [--explain PROBE] [SET…]

#![allow(clippy::print_stdout, reason = "a program whose output is the table")]

mod alarms;
mod claims_gold;
mod figures_gold;
mod pairs;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_json::Value as Json;

use beleg::analysis::Analysis;
use beleg::checks::Checked;
use beleg::corpus::index::Entry;
use beleg::corpus::statement::Stated;
use beleg::features::Spot;
use beleg::features::definition::definition;
use beleg::features::sources::{Draft, Focus};
use beleg::lang::Lang;
use beleg::text::document::Document;
use beleg::text::prose::Format;
use beleg::trace::{Hit, Question, candidates, trace};
use beleg::workspace::Library;

/// Sets whose failures are never shown, so that their numbers tell what to expect of a new topic.
const HELD_OUT: [&str; 0] = [];

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    // `cargo test --benches` asks for the list of tests; there are none.
    if args.iter().any(|a| a == "--list" || a == "--test") {
        return Ok(());
    }
    let mut options = Options::default();
    let mut sets = Vec::new();
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--show" => options.show = true,
            "--only" => options.only = args.next(),
            "--explain" => options.explain = args.next(),
            "--dump" => options.dump = true,
            "--commit" => options.commit = true,
            _ => sets.push(PathBuf::from(arg)),
        }
    }
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let all = sets.is_empty() && options.only.is_none();
    if all {
        sets = folders(&gold.join("sets"))?;
    }
    let mut table = BTreeMap::new();
    for set in &sets {
        let name = set.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let made = Set::open(set).with_context(|| format!("cannot read the set '{}'", set.display()))?;
        let held_out = Options { commit: options.commit, ..Options::default() };
        let shown = !HELD_OUT.contains(&name.as_str());
        for (what, score) in made.score(if shown { &options } else { &held_out })? {
            println!("{name:<14} {what:<28} {score}");
            table.insert(format!("{name}.{what}"), score.value);
        }
    }
    if all {
        for (what, value, from) in figures_gold::score(&gold.join("figures"), options.show) {
            println!("{:<14} {what:<28} {value:.3}  {from}", "figures");
            table.insert(format!("figures.{what}"), value);
        }
    }
    let mut more = |name: &str, scores: Vec<(String, Score)>| {
        for (what, score) in scores {
            println!("{name:<14} {what:<28} {score}");
            table.insert(format!("{name}.{what}"), score.value);
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if all || options.only.as_deref() == Some("claims") {
        more("claims", claims_gold::score(root, &gold.join("claims.jsonl"), options.show)?);
    }
    if all || options.only.as_deref() == Some("pairs") {
        more("pairs", pairs::score(&gold.join("pairs"), options.show)?);
    }
    if all || options.only.as_deref() == Some("alarms") {
        let corpus = root.join("corpus");
        let mut beside = folders(&gold.join("sets"))?;
        beside.retain(|set| !HELD_OUT.iter().any(|name| set.ends_with(name)));
        more("alarms", alarms::score(&corpus, &gold, &beside, options.show)?);
    }
    if options.commit {
        let table: String = table
            .iter()
            .map(|(k, v)| {
                format!("{k:?} = {:.3}\n", if is_most(k) { (v * 1e3).ceil() } else { (v * 1e3).floor() } / 1e3)
            })
            .collect();
        let head = "# The least that `make accuracy` accepts; `cargo bench --bench accuracy -- --commit` writes what is measured.\n";
        std::fs::write(gold.join("committed.toml"), format!("{head}{table}"))?;
        return Ok(());
    }
    if all { compare(&gold.join("committed.toml"), &table) } else { Ok(()) }
}

#[derive(Default)]
struct Options {
    show: bool,
    explain: Option<String>,
    /// `claims`, `pairs` or `alarms` alone.
    only: Option<String>,
    /// Writes what is measured as the least that is accepted.
    commit: bool,
    /// Prints every statement that was compared, for choosing the trace's constants.
    dump: bool,
}

/// A number and what it was counted from.
struct Score {
    value: f64,
    from: String,
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.3}  {}", self.value, self.from)
    }
}

#[derive(Default)]
struct Count {
    right: usize,
    extra: usize,
    missed: usize,
}

impl Count {
    fn f1(&self) -> Score {
        let all = (2 * self.right + self.extra + self.missed).max(1) as f64;
        let from = format!("{} right, {} extra, {} missed", self.right, self.extra, self.missed);
        Score { value: 2.0 * self.right as f64 / all, from }
    }
}

fn share(right: usize, all: usize) -> Score {
    Score { value: if all == 0 { 1.0 } else { right as f64 / all as f64 }, from: format!("{right} of {all}") }
}

fn folders(of: &Path) -> Result<Vec<PathBuf>> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(of)
        .with_context(|| format!("cannot list '{}'", of.display()))?
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.is_dir())
        .collect();
    out.sort();
    Ok(out)
}

fn rows<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(path)?;
    let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    lines.map(|(n, l)| serde_json::from_str(l).with_context(|| format!("{}:{}", path.display(), n + 1))).collect()
}

/// Whether less of it is better.
fn is_most(name: &str) -> bool {
    name.ends_with("per 1,000 words")
}

/// The committed numbers are the least that is accepted.
fn compare(committed: &Path, table: &BTreeMap<String, f64>) -> Result<()> {
    let text = std::fs::read_to_string(committed).with_context(|| format!("cannot read '{}'", committed.display()))?;
    let least: BTreeMap<String, f64> = toml::from_str(&text)?;
    let mut worse = Vec::new();
    for (name, least) in &least {
        match table.get(name) {
            None => worse.push(format!("{name} is committed but was not measured")),
            Some(now) if is_most(name) && *now > least + 5e-4 => {
                worse.push(format!("{name} is {now:.3}, at most {least:.3} is committed"));
            }
            Some(_) if is_most(name) => {}
            Some(now) if now + 5e-4 < *least => worse.push(format!("{name} is {now:.3}, committed is {least:.3}")),
            Some(_) => {}
        }
    }
    worse.extend(table.keys().filter(|k| !least.contains_key(*k)).map(|k| format!("{k} is not committed")));
    if worse.is_empty() { Ok(()) } else { bail!("{}", worse.join("\n")) }
}

#[derive(Deserialize)]
struct Probe {
    id: String,
    text: String,
    focus: String,
    first: Option<Want>,
    #[serde(default)]
    also: Vec<Want>,
    #[serde(default)]
    expect: BTreeSet<String>,
    #[serde(default)]
    forbid: BTreeSet<String>,
}

/// The paragraph a claim was first made in.
#[derive(Deserialize, Debug)]
struct Want {
    article: Option<String>,
    paragraph: Option<u32>,
    sentence: Option<String>,
}

#[derive(Deserialize)]
struct Gold {
    doc: String,
    start: usize,
    end: usize,
    text: String,
    core: Option<String>,
    value: Option<Json>,
    actor: Option<String>,
}

struct Set {
    folder: PathBuf,
    library: Library,
    _temporary: Option<tempfile::TempDir>,
}

impl Set {
    fn open(folder: &Path) -> Result<Set> {
        if folder.join("corpus").is_dir() {
            let library = Library::open(folder, &|_, _| ());
            return Ok(Set { folder: folder.to_owned(), library, _temporary: None });
        }
        let temporary = tempfile::tempdir()?;
        let corpus = temporary.path().join("corpus");
        std::fs::create_dir(&corpus)?;
        for entry in std::fs::read_dir(folder.join("articles"))? {
            let path = entry?.path();
            std::fs::copy(&path, corpus.join(path.file_name().unwrap_or_default()))?;
        }
        std::fs::copy(folder.join("actors.toml"), corpus.join("actors.toml"))?;
        let library = Library::open(temporary.path(), &|_, _| ());
        Ok(Set { folder: folder.to_owned(), library, _temporary: Some(temporary) })
    }

    fn score(&self, options: &Options) -> Result<Vec<(String, Score)>> {
        let mut out = Vec::new();
        if options.explain.is_none() {
            self.figures(options, &mut out)?;
            self.actors(options, &mut out)?;
        }
        self.probes(options, &mut out)?;
        Ok(out)
    }

    fn analysis(&self, doc: &str) -> Result<(String, Analysis)> {
        let path = self.folder.join("articles").join(doc);
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read '{}'", path.display()))?;
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = self.library.context(doc, &document, &text);
        let analysis = Analysis::new(&document, &context);
        Ok((text, analysis))
    }

    fn figures(&self, options: &Options, out: &mut Vec<(String, Score)>) -> Result<()> {
        let gold: Vec<Gold> = rows(&self.folder.join("gold-figures.jsonl"))?;
        let docs: BTreeSet<&str> = gold.iter().map(|g| g.doc.as_str()).collect();
        let (mut count, mut valued) = (Count::default(), 0);
        for doc in docs {
            let (text, analysis) = self.analysis(doc)?;
            let mut found = Vec::new();
            for (start, _, paragraph) in analysis.paragraphs() {
                for figure in paragraph.figures() {
                    let span = paragraph.block.to_source(figure.span).shifted(start);
                    let chars = |byte: u32| text[..byte as usize].chars().count();
                    found.push((chars(span.start), chars(span.end), figure.json_value()));
                }
            }
            for want in gold.iter().filter(|g| g.doc == doc) {
                let Some(core) = &want.core else { continue };
                let at = want.text.find(core.as_str()).map_or(0, |n| want.text[..n].chars().count());
                let (from, to) = (want.start + at, want.start + at + core.chars().count());
                let fits = |&(start, end, _): &(usize, usize, Json)| {
                    start <= from && to <= end && start + 1 >= want.start && end <= want.end + 1
                };
                match found.iter().position(fits) {
                    Some(n) => {
                        let (.., value) = found.remove(n);
                        count.right += 1;
                        if value_fits(want.value.as_ref(), &value) {
                            valued += 1;
                        } else if options.show {
                            println!("  value of “{}” in {doc}: {value} instead of {:?}", want.text, want.value);
                        }
                    }
                    None => {
                        count.missed += 1;
                        if options.show {
                            println!("  figure missed in {doc}: “{}”", want.text);
                        }
                    }
                }
            }
            count.extra += found.len();
            if options.show {
                for (start, end, _) in &found {
                    println!("  figure extra in {doc}: “{}”", around(&text, *start, *end));
                }
            }
        }
        if count.right + count.missed > 0 {
            let right = count.right;
            out.push(("figures".to_owned(), count.f1()));
            out.push(("figure values".to_owned(), share(valued, right)));
        }
        Ok(())
    }

    fn actors(&self, options: &Options, out: &mut Vec<(String, Score)>) -> Result<()> {
        let gold: Vec<Gold> = rows(&self.folder.join("gold-actors.jsonl"))?;
        let docs: BTreeSet<&str> = gold.iter().map(|g| g.doc.as_str()).collect();
        let mut count = Count::default();
        for doc in docs {
            let (text, analysis) = self.analysis(doc)?;
            let mut found = BTreeSet::new();
            for (start, _, paragraph) in analysis.paragraphs() {
                for mention in &paragraph.mentions {
                    let span = paragraph.block.to_source(mention.span).shifted(start);
                    let chars = |byte: u32| text[..byte as usize].chars().count();
                    found.insert((chars(span.start), chars(span.end)));
                }
            }
            for want in gold.iter().filter(|g| g.doc == doc) {
                if found.remove(&(want.start, want.end)) {
                    count.right += 1;
                } else {
                    count.missed += 1;
                    if options.show {
                        println!("  actor missed in {doc}: “{}” {:?}", around(&text, want.start, want.end), want.actor);
                    }
                }
            }
            count.extra += found.len();
            if options.show {
                for (start, end) in &found {
                    println!("  actor extra in {doc}: “{}”", around(&text, *start, *end));
                }
            }
        }
        if count.right + count.missed > 0 {
            out.push(("actors".to_owned(), count.f1()));
        }
        Ok(())
    }

    fn probes(&self, options: &Options, out: &mut Vec<(String, Score)>) -> Result<()> {
        let probes: Vec<Probe> = rows(&self.folder.join("probes.jsonl"))?;
        let (mut first, mut sourced, mut unsourced, mut invented) = (0, 0, 0, 0);
        let mut checks = Count::default();
        let (mut clean, mut alarms, mut forbidden) = (0, 0, 0);
        for probe in &probes {
            if options.explain.as_ref().is_some_and(|id| *id != probe.id) {
                continue;
            }
            let answer = self.ask(probe)?;
            match &probe.first {
                Some(want) => {
                    sourced += 1;
                    let right = answer.first.as_ref().is_some_and(|at| at.is(want));
                    first += usize::from(right);
                    if !right && (options.show || options.explain.is_some()) {
                        let also = answer.first.as_ref().is_some_and(|at| probe.also.iter().any(|w| at.is(w)));
                        println!(
                            "  first missed {}{}: {} <{}>\n      wants {want:?}, got {}",
                            probe.id,
                            if also { " (also)" } else { "" },
                            probe.text,
                            probe.focus,
                            answer
                                .first
                                .as_ref()
                                .map_or("nothing".to_owned(), |a| format!("{} ¶{}", a.article, a.paragraph)),
                        );
                    }
                }
                None => {
                    unsourced += 1;
                    invented += usize::from(answer.first.is_some());
                    if let Some(at) = answer.first.as_ref().filter(|_| options.show) {
                        println!("  false first {}: {} -> {} ¶{}", probe.id, probe.text, at.article, at.paragraph);
                    }
                }
            }
            let codes: BTreeSet<String> = answer.findings.iter().map(|(code, _)| code.clone()).collect();
            let bad: BTreeSet<&String> = codes.intersection(&probe.forbid).collect();
            checks.right += codes.intersection(&probe.expect).count();
            checks.missed += probe.expect.difference(&codes).count();
            checks.extra += if probe.expect.is_empty() { codes.len() } else { bad.len() };
            forbidden += usize::from(!bad.is_empty());
            if probe.expect.is_empty() {
                clean += 1;
                alarms += usize::from(!codes.is_empty());
            }
            if options.show || options.explain.is_some() {
                for missed in probe.expect.difference(&codes) {
                    println!("  check missed {} {missed}: {}\n      got {:?}", probe.id, probe.text, answer.findings);
                }
                for (code, message) in &answer.findings {
                    if probe.expect.is_empty() || probe.forbid.contains(code) {
                        println!("  check wrong {} {code}: {}\n      {message}", probe.id, probe.text);
                    }
                }
            }
            if options.explain.is_some() {
                self.explain(probe)?;
            }
            if options.dump {
                self.dump(probe);
            }
        }
        if probes.is_empty() {
            return Ok(());
        }
        out.push(("first source".to_owned(), share(first, sourced)));
        out.push(("no source invented".to_owned(), share(unsourced - invented, unsourced)));
        out.push(("checks".to_owned(), checks.f1()));
        out.push(("clean without alarm".to_owned(), share(clean - alarms, clean)));
        out.push(("nothing forbidden".to_owned(), share(probes.len() - forbidden, probes.len())));
        Ok(())
    }

    fn ask(&self, probe: &Probe) -> Result<Answer> {
        let text = format!("{}\n", probe.text);
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = self.library.context("briefing.md", &document, &text);
        let analysis = Analysis::new(&document, &context);
        let checked = self.library.check(None, &analysis, &Checked::default());
        let findings = checked.findings.iter().map(|f| (f.code.to_owned(), f.message.text(Lang::En))).collect();
        let at = probe.text.find(&probe.focus).with_context(|| format!("{}: no focus", probe.id))?;
        let half = probe.focus.chars().take(probe.focus.chars().count() / 2).map(char::len_utf8).sum::<usize>();
        let first = Spot::new(&analysis, (at + half) as u32).and_then(|spot| {
            let focus = Focus::of(&spot)?;
            definition(&spot, &focus, &self.library.corpus, &self.library.lexicon)
        });
        let first = match first {
            None => None,
            Some(place) => {
                let text = std::fs::read_to_string(&place.path)?;
                let document = Document::new(&text, Format::Markdown);
                let (article, context) = self.library.context("", &document, &text);
                let analysis = Analysis::new(&document, &context);
                let here =
                    analysis.paragraphs().find(|(start, _, p)| p.block.span.shifted(*start).contains(place.span));
                let paragraph = here.and_then(|(_, number, _)| number).unwrap_or_default();
                let words = text.get(place.span.range()).unwrap_or_default().to_owned();
                let _ = article;
                let stem = place.path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
                Some(At { article: stem, paragraph, words })
            }
        };
        Ok(Answer { first, findings })
    }

    fn dump(&self, probe: &Probe) {
        let text = format!("{}\n", probe.text);
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = self.library.context("briefing.md", &document, &text);
        let analysis = Analysis::new(&document, &context);
        let at = probe.text.find(&probe.focus).unwrap_or_default();
        let at = at + probe.focus.chars().take(probe.focus.chars().count() / 2).map(char::len_utf8).sum::<usize>();
        let Some(spot) = Spot::new(&analysis, at as u32) else { return };
        let Some(focus) = Focus::of(&spot) else { return };
        let Some(draft) = Draft::new(&spot, &focus, &self.library.lexicon) else { return };
        let question = Question {
            stated: &draft.stated,
            sentence: draft.sentence,
            figure: draft.figure,
            at: Some(at as u32),
            without: None,
        };
        for hit in candidates(&self.library.corpus, &question) {
            let entry = self.library.corpus.entries().get(hit.entry);
            let stem = entry.and_then(|e| e.path.file_stem()).map(|s| s.to_string_lossy().into_owned());
            let words = entry.and_then(|e| std::fs::read_to_string(&e.path).ok()).unwrap_or_default();
            let words = words.get(hit.paragraph_span.range()).unwrap_or_default().to_owned();
            let here = At { article: stem.clone().unwrap_or_default(), paragraph: hit.paragraph, words };
            let is = |w: &Want| here.is(w);
            let right = probe.first.as_ref().is_some_and(is);
            let also = probe.also.iter().any(is);
            let order = entry.map(|e| e.order());
            println!(
                "{}",
                serde_json::json!({"probe": probe.id, "sourced": probe.first.is_some(), "first": right, "also": also,
                    "figure": draft.figure.is_some(), "order": order, "paragraph": hit.paragraph, "stem": stem,
                    "at": hit.span.start, "explain": hit.explain,
                    "specific": hit.figure.as_ref().map(beleg::trace::specificity)})
            );
        }
    }

    /// What was compared, slot by slot.
    fn explain(&self, probe: &Probe) -> Result<()> {
        let text = format!("{}\n", probe.text);
        let document = Document::new(&text, Format::Markdown);
        let (_, context) = self.library.context("briefing.md", &document, &text);
        let analysis = Analysis::new(&document, &context);
        let cache = &mut beleg::claims::words::Cache::default();
        for ((start, number, paragraph), claims) in analysis.paragraphs().zip(analysis.claims()) {
            let stated = Stated::of(paragraph, &claims.claims, number, start, &self.library.lexicon, cache);
            for sentence in &stated.sentences {
                let words: Vec<String> = sentence
                    .words
                    .iter()
                    .map(|w| {
                        format!("{}{:?}", &text[w.span.range()], w.units.iter().map(|u| u.weight).collect::<Vec<_>>())
                    })
                    .collect();
                println!("  words {}", words.join(" "));
                for mention in &sentence.mentions {
                    println!("  mention “{}” {:?}", &text[mention.span.range()], mention.actor);
                }
                for figure in &sentence.figures {
                    println!(
                        "  figure “{}” {:?} noun {:?}",
                        &text[figure.span.range()],
                        figure.json_value(),
                        figure.noun
                    );
                }
                for claim in &sentence.claims {
                    println!("  claim {:?}\n    {claim:?}", &text[claim.span.range()]);
                }
            }
        }
        let at = probe.text.find(&probe.focus).unwrap_or_default() + probe.focus.len() / 2;
        let at = (0..=at).rev().find(|n| probe.text.is_char_boundary(*n)).unwrap_or_default();
        let Some(spot) = Spot::new(&analysis, at as u32) else { return Ok(()) };
        let Some(focus) = Focus::of(&spot) else { return Ok(()) };
        println!("  focus {focus:?}");
        let Some(draft) = Draft::new(&spot, &focus, &self.library.lexicon) else { return Ok(()) };
        let (stated, sentence) = (&draft.stated, draft.sentence);
        let figure = draft.figure;
        let question = Question { stated, sentence, figure, at: Some(at as u32), without: None };
        let found = trace(&self.library.corpus, &question);
        let say = |hit: &Hit, text: &str| {
            let entry: Option<&Entry> = self.library.corpus.entries().get(hit.entry);
            let id = entry.map(|e| e.article.id.clone()).unwrap_or_default();
            let source = entry.and_then(|e| std::fs::read_to_string(&e.path).ok()).unwrap_or_default();
            let shared: Vec<&str> = hit.explain.shared.iter().filter_map(|s| text.get(s.range())).collect();
            let e = &hit.explain;
            println!(
                "    {id} ¶{} {:?} matter {:.2} words {:.2} own {:.2} share {:.2} actors {:?} other-agent {} counted {:?} others {} {shared:?}\n        {}",
                hit.paragraph,
                e.values,
                e.matter,
                e.words,
                e.own,
                e.share,
                e.actors,
                e.other_agent,
                e.counted,
                e.others,
                source.get(hit.span.range()).unwrap_or_default().replace('\n', " ")
            );
        };
        println!("  agreeing");
        found.agreeing.iter().for_each(|hit| say(hit, &text));
        println!("  disagreeing");
        found.disagreeing.iter().for_each(|hit| say(hit, &text));
        println!("  compared");
        let mut near = candidates(&self.library.corpus, &question);
        near.sort_by(|a, b| b.explain.matter.total_cmp(&a.explain.matter));
        near.iter().take(8).for_each(|hit| say(hit, &text));
        if let Some(want) = &probe.first {
            println!("  wanted");
            let id = |h: &Hit| self.library.corpus.entries().get(h.entry).map(|e| e.article.id.clone());
            let wanted = near.iter().filter(|h| id(h) == want.article && Some(h.paragraph) == want.paragraph);
            wanted.take(4).for_each(|hit| say(hit, &text));
        }
        Ok(())
    }
}

struct Answer {
    first: Option<At>,
    findings: Vec<(String, String)>,
}

struct At {
    article: String,
    paragraph: u32,
    words: String,
}

impl At {
    fn is(&self, want: &Want) -> bool {
        if let Some(sentence) = &want.sentence {
            let squash = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            return squash(&self.words).contains(&squash(sentence));
        }
        want.article.as_ref() == Some(&self.article) && want.paragraph == Some(self.paragraph)
    }
}

fn around(text: &str, start: usize, end: usize) -> String {
    let part = |from: usize, to: usize| text.chars().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let whole = format!("{}[{}]{}", part(start.saturating_sub(30), start), part(start, end), part(end, end + 20));
    whole.replace('\n', " ")
}

/// Whether a value is the one that is wanted: dates also in a form that says less or more of the same.
fn value_fits(want: Option<&Json>, got: &Json) -> bool {
    let starts = |a: &str, b: &str| a.starts_with(b) || b.len() >= 4 && b.starts_with(a) && a.len() >= 4;
    match want {
        None | Some(Json::Null) => true,
        Some(Json::String(want)) => got.as_str().is_some_and(|got| starts(got, want)),
        Some(Json::Array(want)) => {
            got.as_array().is_some_and(|got| got.len() == want.len() && got.iter().zip(want).all(|(a, b)| same(a, b)))
        }
        Some(want) => match got.as_array() {
            Some(got) => got.contains(want) || between(want, got),
            None => same(got, want),
        },
    }
}

fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::String(a), Json::String(b)) => a.starts_with(b.as_str()),
        _ => match (a.as_f64(), b.as_f64()) {
            (Some(x), Some(y)) => (x - y).abs() <= 1e-9 * y.abs().max(1.0),
            _ => a == b,
        },
    }
}

fn between(want: &Json, range: &[Json]) -> bool {
    match (want.as_f64(), range.first().and_then(Json::as_f64), range.get(1).and_then(Json::as_f64)) {
        (Some(want), Some(lo), Some(hi)) => lo <= want && want <= hi,
        _ => false,
    }
}
