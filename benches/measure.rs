//! `make bench`: the figures the README and the commit messages quote. Every text is generated here (`prose.rs`).
//!
//! Percentiles and one-off times are what users notice, and benchmark harnesses that sample means do not print them, so
//! this is a plain program: it does a thing often, sorts the times and prints them.
//!
//! `cargo bench -- tracing checking` measures these parts alone (reading, typing, corpus, tracing, checking, or of the last
//! opening), and
//! `--keep FOLDER` leaves the generated articles and their index there for the next run. `--processor` counts the time that
//! all threads spend on processors (Linux) instead of the clock's, for a machine that others use as well. `alike` and `varied`
//! choose between the two sets of articles: those of `prose.rs`, where every sentence resembles thousands of others, which is
//! the worst that can happen, and those of `news.rs`, which are as varied as news. `--found FILE` writes down what was traced
//! and found, so that it can be told whether a faster program still finds the same.

#![allow(clippy::print_stdout, reason = "a program whose output is the measurement")]

mod news;
mod prose;

use std::collections::HashMap;
use std::fmt::Debug;
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use beleg::actors::{Matcher, Registry};
use beleg::analysis::{Analysis, Context};
use beleg::checks::{self, Checked, Inputs};
use beleg::claims::words::Cache;
use beleg::corpus::Corpus;
use beleg::corpus::index::Sources;
use beleg::corpus::statement::Stated;
use beleg::figures::PartialDate;
use beleg::lang::Lang;
use beleg::lang::lexicon::Lexicon;
use beleg::text::Span;
use beleg::text::document::Document;
use beleg::text::prose::Format;
use beleg::trace::{Question, trace};

fn main() {
    // `cargo test --benches` asks for the list of tests; there are none.
    if std::env::args().any(|a| a == "--list" || a == "--test") {
        return;
    }
    let mut parts: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let keep = parts.iter().position(|a| a == "--keep").map(|at| {
        let folder = parts.get(at + 1).cloned().expect("--keep is followed by a folder");
        parts.drain(at..at + 2);
        PathBuf::from(folder)
    });
    let found = parts.iter().position(|a| a == "--found").map(|at| {
        let file = parts.get(at + 1).cloned().expect("--found is followed by a file");
        parts.drain(at..at + 2);
        std::fs::File::create(file).expect("a file that can be written")
    });
    let found = found.map(|f| Mutex::new(std::io::BufWriter::new(f)));
    let before = parts.len();
    parts.retain(|a| a != "--processor");
    PROCESSOR.store(parts.len() < before, Ordering::Relaxed);
    let sets = ["alike", "varied"];
    let chosen: Vec<String> = parts.iter().filter(|p| sets.contains(&p.as_str())).cloned().collect();
    parts.retain(|p| !sets.contains(&p.as_str()));
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|p| p == part);
    let matcher = matcher(&prose::registry(1_900));
    if wanted("reading") {
        reading(&matcher);
    }
    if wanted("typing") {
        typing(&matcher);
    }
    if !["corpus", "tracing", "checking", "opening"].into_iter().any(wanted) {
        return;
    }
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = keep.as_deref().unwrap_or(temporary.path());
    let note = |what: &dyn Debug| {
        let Some(Ok(mut file)) = found.as_ref().map(Mutex::lock) else { return };
        writeln!(file, "{what:?}").expect("what was found can be written");
    };
    let measure = |name: &str, matcher: &Arc<Matcher>, folder: &Path, article: Article<'_>, briefing: &str| {
        println!("{name}:");
        let sources = articles(matcher, folder, article);
        if wanted("corpus") {
            opening(&sources);
        }
        let corpus = Corpus::open(&sources, &|_, _| ());
        if wanted("tracing") {
            tracing(&corpus, matcher, briefing, &note);
        }
        if wanted("checking") || wanted("opening") {
            checking(&corpus, matcher, briefing, wanted("checking"), &note);
        }
    };
    let chosen = |set: &str| chosen.is_empty() || chosen.iter().any(|c| c == set);
    if chosen("alike") {
        measure("articles and a briefing, all alike", &matcher, folder, &prose::article, &text(100_000));
    }
    if chosen("varied") {
        let news = news::News::read();
        let matcher = self::matcher(&news.registry(2_000));
        let article = |random: &mut prose::Random, id, bytes| news.article(random, id, bytes);
        measure("varied articles and a briefing", &matcher, &folder.join("varied"), &article, &news.briefing(100_000));
    }
}

/// Writes an article: its number, about how many bytes.
type Article<'a> = &'a dyn Fn(&mut prose::Random, usize, usize) -> String;

static PROCESSOR: AtomicBool = AtomicBool::new(false);

/// A stop watch.
struct Watch(Duration, Instant);

impl Watch {
    fn start() -> Watch {
        Watch(processor().unwrap_or_default(), Instant::now())
    }

    fn elapsed(&self) -> Duration {
        processor().map_or_else(|| self.1.elapsed(), |now| now.saturating_sub(self.0))
    }
}

/// What all threads have spent on processors, if that is what is asked for.
fn processor() -> Option<Duration> {
    if !PROCESSOR.load(Ordering::Relaxed) {
        return None;
    }
    // The kernel counts when a thread stops running.
    std::thread::yield_now();
    let threads = std::fs::read_dir("/proc/self/task").ok()?;
    let spent = |thread: std::fs::DirEntry| {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    };
    Some(Duration::from_nanos(threads.flatten().filter_map(spent).sum()))
}

fn matcher(registry: &str) -> Arc<Matcher> {
    let (registry, problems) = Registry::parse(registry);
    assert!(problems.is_empty(), "{problems:?}");
    Arc::new(Matcher::new(Arc::new(registry)))
}

fn context(matcher: &Arc<Matcher>) -> Context {
    Context { matcher: matcher.clone(), lang: Some(Lang::De), reference: Some(PartialDate::ymd(2024, 11, 21)) }
}

fn text(bytes: usize) -> String {
    prose::article(&mut prose::Random::new(7), 0, bytes)
}

fn say(what: &str, value: String) {
    println!("{what:<58} {value}");
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |p: usize| times[(times.len() - 1) * p / 100].as_secs_f64() * 1e3;
    format!("p50 {:.3} ms, p99 {:.3} ms, max {:.3} ms", at(50), at(99), at(100))
}

/// How fast text is read, on one core.
fn reading(matcher: &Arc<Matcher>) {
    let text = text(4_000_000);
    let context = context(matcher);
    let best = |f: &mut dyn FnMut()| {
        let times = (0..5).map(|_| {
            let start = Watch::start();
            f();
            start.elapsed()
        });
        let best = times.min().unwrap_or_default();
        format!("{:.1} MB/s", text.len() as f64 / 1e6 / best.as_secs_f64())
    };
    say(
        "document (Markdown, chunks, prose), 4 MB",
        best(&mut || drop(black_box(Document::new(&text, Format::Markdown)))),
    );
    let document = Document::new(&text, Format::Markdown);
    say("analysis (sentences, figures, mentions)", best(&mut || drop(black_box(Analysis::new(&document, &context)))));
    say(
        "extract: document and analysis with claims",
        best(&mut || {
            let document = Document::new(&text, Format::Markdown);
            let analysis = Analysis::new(&document, &context);
            black_box(analysis.claims());
        }),
    );
    let analysis = Analysis::new(&document, &context);
    say(
        "content words, for the index",
        best(&mut || {
            let mut cache = Cache::default();
            for ((start, number, paragraph), claimed) in analysis.paragraphs().zip(analysis.claims()) {
                black_box(Stated::of(paragraph, &claimed.claims, number, start, Lexicon::builtin(), &mut cache));
            }
        }),
    );
}

/// One keystroke: edit and analysis of what it changed.
fn typing(matcher: &Arc<Matcher>) {
    for (name, bytes) in [("100 kB", 100_000), ("1 MB", 1_000_000)] {
        let mut document = Document::new(&text(bytes), Format::Markdown);
        let mut analysis = Analysis::new(&document, &context(matcher));
        let context = analysis.context().clone();
        let mut random = prose::Random::new(3);
        let times = (0..300).map(|_| {
            let mut at = random.below(document.len() as usize) as u32;
            while document.rope().char_to_byte(document.rope().byte_to_char(at as usize)) != at as usize {
                at -= 1;
            }
            let start = Watch::start();
            document.edit(Span { start: at, end: at }, "e");
            analysis = analysis.update(&document, &context);
            start.elapsed()
        });
        say(&format!("one keystroke in {name}"), percentiles(times.collect()));
    }
}

/// 10,000 articles, 40 MB.
fn articles(matcher: &Arc<Matcher>, folder: &Path, article: Article<'_>) -> Sources {
    std::fs::create_dir_all(folder).expect("a folder");
    let mut random = prose::Random::new(11);
    let files = (0..10_000).map(|n| {
        let path = folder.join(format!("artikel-{n:05}.md"));
        let text = article(&mut random, n, 4_000);
        if !path.exists() {
            std::fs::write(&path, text).expect("the folder takes files");
        }
        path
    });
    Sources {
        files: files.collect(),
        matcher: matcher.clone(),
        fingerprint: 0,
        lexicon: Arc::new(Lexicon::builtin().clone()),
        cache: Some(folder.join("cache")),
    }
}

/// How long it takes until there is a corpus.
fn opening(sources: &Sources) {
    if let Some(cache) = &sources.cache {
        let _ = std::fs::remove_dir_all(cache);
    }
    let start = Watch::start();
    drop(Corpus::open(sources, &|_, _| ()));
    say("indexing 10,000 articles (40 MB), all cores", format!("{:.1} s", start.elapsed().as_secs_f64()));
    let times = (0..10).map(|_| {
        let start = Watch::start();
        black_box(Corpus::open(sources, &|_, _| ()));
        start.elapsed()
    });
    say("opening them, already indexed", percentiles(times.collect()));
}

/// Writes something down.
type Note<'a> = &'a dyn Fn(&dyn Debug);

/// Where one sentence comes from.
fn tracing(corpus: &Corpus, matcher: &Arc<Matcher>, briefing: &str, note: Note<'_>) {
    let draft = Document::new(briefing, Format::Markdown);
    let analysis = Analysis::new(&draft, &context(matcher));
    let mut cache = Cache::default();
    let read = analysis.paragraphs().zip(analysis.claims());
    let drafts: Vec<Stated> = read
        .map(|((start, number, paragraph), claimed)| {
            Stated::of(paragraph, &claimed.claims, number, start, Lexicon::builtin(), &mut cache)
        })
        .collect();
    let questions: Vec<Question<'_>> = drafts
        .iter()
        .flat_map(|stated| {
            stated.sentences.iter().enumerate().map(move |(sentence, s)| {
                let figure = (!s.figures.is_empty()).then_some(0);
                Question { stated, sentence, figure, at: None, without: None }
            })
        })
        .collect();
    // Other programs take the processor now and then: of three rounds through the whole draft each sentence's best counts.
    let mut best = vec![Duration::MAX; questions.len()];
    for _ in 0..3 {
        for (question, best) in questions.iter().zip(&mut best) {
            let begin = Watch::start();
            black_box(trace(corpus, question));
            *best = begin.elapsed().min(*best);
        }
    }
    questions.iter().for_each(|question| note(&trace(corpus, question)));
    say(&format!("tracing one sentence ({} traced)", best.len()), percentiles(best));
}

/// What the checks find in a briefing that is opened, and in one that is being written.
fn checking(corpus: &Corpus, matcher: &Arc<Matcher>, briefing: &str, written: bool, note: Note<'_>) {
    // As an editor's session does, a file is read once.
    let texts: Mutex<HashMap<usize, Option<Arc<str>>>> = Mutex::default();
    let read = |entry: usize| {
        let path = &corpus.entries().get(entry)?.path;
        let mut texts = texts.lock().ok()?;
        texts.entry(entry).or_insert_with(|| std::fs::read_to_string(path).ok().map(Into::into)).clone()
    };
    let severity = |code: &str| checks::by_code(code).map(|c| c.severity());
    let inputs = Inputs {
        corpus,
        lexicon: Lexicon::builtin(),
        registry: matcher.registry(),
        severity: &severity,
        read: &read,
        without: None,
    };
    let mut document = Document::new(briefing, Format::Markdown);
    let mut analysis = Analysis::new(&document, &context(matcher));
    let mut checked = Checked::default();
    let times = (0..3).map(|_| {
        let start = Watch::start();
        checked = Checked::default().update(&analysis, &inputs);
        start.elapsed()
    });
    let best = times.min().unwrap_or_default();
    let found = checked.findings.len();
    note(&checked.findings);
    say(
        &format!("checking a 100 kB briefing, all cores ({found} findings)"),
        format!("{:.0} ms", best.as_secs_f64() * 1e3),
    );
    if !written {
        return;
    }
    let context = analysis.context().clone();
    let mut random = prose::Random::new(5);
    let mut anywhere = |document: &Document| {
        let mut at = random.below(document.len() as usize) as u32;
        while document.rope().char_to_byte(document.rope().byte_to_char(at as usize)) != at as usize {
            at -= 1;
        }
        at
    };
    let mut key = |document: &mut Document, at: u32| {
        let start = Watch::start();
        document.edit(Span { start: at, end: at }, "e");
        analysis = analysis.update(document, &context);
        checked = checked.update(&analysis, &inputs);
        let elapsed = start.elapsed();
        note(&checked.findings);
        elapsed
    };
    let times = (0..200).map(|_| {
        let at = anywhere(&document);
        key(&mut document, at)
    });
    say("one keystroke anywhere in it, to fresh findings", percentiles(times.collect()));
    let times = (0..30).flat_map(|_| {
        let at = anywhere(&document);
        let times: Vec<Duration> = (0..11).map(|n| key(&mut document, at + n)).collect();
        // Whoever writes a word is in the same sentence as a moment ago.
        times.into_iter().skip(1).collect::<Vec<_>>()
    });
    say("the next keystroke in a word, to fresh findings", percentiles(times.collect()));
}
