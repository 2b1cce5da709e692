//! `beleg extract`: actors, figures and claims as JSON Lines, for other programs.
//!
//! **Invariants:** offsets count Unicode code points of the whole text, ends exclusive; one object a line for each text, in
//! the order given; a text that cannot be read costs its own line.

use std::io::{BufRead, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use rayon::prelude::*;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::actors::{ActorRef, Form, Kind as ActorKind};
use crate::analysis::Analysis;
use crate::claims::{Certainty, Polarity};
use crate::figures::{Bound, DateRange, Kind as FigureKind, Value as FigureValue};
use crate::lang::Lang;
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format as TextFormat;
use crate::workspace::Library;
use crate::workspace::library::file_name;

#[derive(clap::Args)]
#[command(after_help = "Each line is one object:\n  \
    {\"id\", \"actors\": [{start, end, text, actor, kind, form}],\n   \
    \"figures\": [{start, end, text, kind, value, unit, bound}],\n   \
    \"claims\": [{start, end, attribution, certainty, polarity}]}\n\
    Offsets count code points. 'value' is a number, [lo, hi] with null for an open end, an ISO 8601 date, or null.\n\
    With '-', each line of standard input is an object with 'text' and, if you like, 'id' and 'lang' (de, en).\n\n\
    Examples:\n  beleg extract corpus/*.md > claims.jsonl\n  \
    echo '{\"id\": 1, \"lang\": \"de\", \"text\": \"Rund 40 Boote kenterten.\"}' | beleg extract -\n\n\
    Exit codes: 0 all was read, 1 some texts could not be read, 2 it could not run.")]
pub struct Args {
    /// Files or folders; '-' reads JSON Lines; without any, the workspace's articles.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One JSON object a line.
    Jsonl,
}

pub fn run(args: &Args, root: &Path) -> Result<u8> {
    let Format::Jsonl = args.format;
    let mut library = Library::empty(root);
    library.read_names();
    let out = &mut std::io::BufWriter::new(std::io::stdout().lock());
    let complete = match args.paths.as_slice() {
        [dash] if dash.as_os_str() == "-" => lines(&library, std::io::stdin().lock(), out)?,
        [] => files(&library, &library.workspace.article_files(), out)?,
        paths => files(&library, &spread(paths), out)?,
    };
    out.flush()?;
    Ok(u8::from(!complete))
}

/// Folders become the articles in them; everything else stays as given.
fn spread(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for path in paths {
        if !path.is_dir() {
            out.push(path.clone());
            continue;
        }
        let walk = ignore::WalkBuilder::new(path).standard_filters(false).hidden(true).build().flatten();
        let is_text = |p: &Path| p.extension().is_some_and(|e| e == "md" || e == "txt") && p.is_file();
        let mut inside: Vec<PathBuf> = walk.map(ignore::DirEntry::into_path).filter(|p| is_text(p)).collect();
        inside.sort();
        out.extend(inside);
    }
    out
}

fn files(library: &Library, files: &[PathBuf], out: &mut impl Write) -> Result<bool> {
    let mut complete = true;
    // Read side by side, written in order; a batch at a time bounds what is held in memory.
    for batch in files.chunks(128) {
        let read: Vec<Result<Vec<u8>>> = batch
            .par_iter()
            .map(|path| {
                let bytes = std::fs::read(path).with_context(|| format!("cannot read '{}'", path.display()))?;
                let text = String::from_utf8_lossy(&bytes);
                let text = Text {
                    id: path.display().to_string().into(),
                    name: &file_name(path),
                    lang: None,
                    text: &text,
                    format: TextFormat::of_path(path),
                };
                guarded(library, &text)
            })
            .collect();
        for line in read {
            match line {
                Ok(line) => out.write_all(&line)?,
                Err(error) => {
                    complete = false;
                    out.flush()?;
                    eprintln!("beleg: {error:#}");
                }
            }
        }
    }
    Ok(complete)
}

/// A line of standard input.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    lang: Option<String>,
    text: String,
}

fn lines(library: &Library, input: impl Read, out: &mut impl Write) -> Result<bool> {
    let mut input = std::io::BufReader::with_capacity(1 << 18, input);
    let mut complete = true;
    let mut number = 0;
    loop {
        // What has arrived is read side by side; whoever sends one line and waits gets its answer.
        let mut batch: Vec<(usize, Vec<u8>)> = Vec::new();
        loop {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line).context("cannot read standard input")? == 0 {
                break;
            }
            number += 1;
            if !line.trim_ascii().is_empty() {
                batch.push((number, line));
            }
            if batch.len() >= 256 || memchr::memchr(b'\n', input.buffer()).is_none() && !batch.is_empty() {
                break;
            }
        }
        if batch.is_empty() {
            return Ok(complete);
        }
        let done: Vec<(bool, Vec<u8>)> =
            batch.par_iter().map(|(number, line)| answer(library, *number, line)).collect();
        for (good, line) in done {
            complete &= good;
            out.write_all(&line)?;
        }
        out.flush()?;
    }
}

/// The answer to one line; a line that cannot be used is answered with what is wrong with it.
fn answer(library: &Library, number: usize, line: &[u8]) -> (bool, Vec<u8>) {
    let read = serde_json::from_slice::<Line>(line).with_context(|| {
        format!("line {number} is no object with a 'text' (each line is like {{\"id\": 1, \"lang\": \"de\", \"text\": \"…\"}})")
    });
    let (id, result) = match read {
        Ok(line) => {
            let lang = line.lang.as_deref().and_then(Lang::from_tag);
            let text = Text { id: line.id.clone(), name: "", lang, text: &line.text, format: TextFormat::Plain };
            (line.id, guarded(library, &text))
        }
        Err(error) => (Value::Null, Err(error)),
    };
    match result {
        Ok(line) => (true, line),
        Err(error) => {
            let message = serde_json::json!({"id": id, "error": format!("{error:#}")});
            (false, format!("{message}\n").into_bytes())
        }
    }
}

struct Text<'a> {
    id: Value,
    name: &'a str,
    lang: Option<Lang>,
    text: &'a str,
    format: TextFormat,
}

fn guarded(library: &Library, text: &Text<'_>) -> Result<Vec<u8>> {
    let line = catch_unwind(AssertUnwindSafe(|| extract(library, text)));
    let line = line.map_err(|_| anyhow::anyhow!("the text '{}' could not be analysed; please report it", text.id))?;
    let mut bytes = serde_json::to_vec(&line)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Extract<'t> {
    id: Value,
    actors: Vec<Actor<'t>>,
    figures: Vec<Figure<'t>>,
    claims: Vec<Claim>,
}

#[derive(Serialize)]
struct Actor<'t> {
    start: u32,
    end: u32,
    text: &'t str,
    actor: String,
    kind: ActorKind,
    form: Form,
}

#[derive(Serialize)]
struct Figure<'t> {
    start: u32,
    end: u32,
    text: &'t str,
    kind: FigureKind,
    value: Value,
    unit: Option<String>,
    bound: Bound,
}

#[derive(Serialize)]
struct Claim {
    start: u32,
    end: u32,
    attribution: Option<String>,
    certainty: Certainty,
    polarity: Polarity,
}

fn extract<'t>(library: &Library, text: &Text<'t>) -> Extract<'t> {
    let document = Document::new(text.text, text.format);
    let (_, mut context) = library.context(text.name, &document, text.text);
    if text.lang.is_some() {
        context.lang = text.lang;
    }
    let analysis = Analysis::new(&document, &context);
    let (mut actors, mut figures, mut stated) = (Vec::new(), Vec::new(), Vec::new());
    let mut points = CodePoints::new(text.text);
    for ((start, number, paragraph), claimed) in analysis.paragraphs().zip(analysis.claims()) {
        for mention in &paragraph.mentions {
            let span = paragraph.block.to_source(mention.span).shifted(start);
            let (start, end) = points.of(span);
            let text = text.text.get(span.range()).unwrap_or_default();
            actors.push(Actor { start, end, text, actor: mention.actor.id(), kind: mention.kind, form: mention.form });
        }
        for figure in paragraph.figures() {
            let span = paragraph.block.to_source(figure.span).shifted(start);
            let (start, end) = points.of(span);
            let text = text.text.get(span.range()).unwrap_or_default();
            let (kind, bound, unit) = (figure.kind, figure.bound, figure.unit.clone());
            figures.push(Figure { start, end, text, kind, value: value(&figure.value), unit, bound });
        }
        if number.is_none() {
            // A heading announces what the text states.
            continue;
        }
        for claim in &claimed.claims {
            let (start, end) = points.of(paragraph.block.to_source(claim.span).shifted(start));
            let (certainty, polarity) = (claim.certainty, claim.polarity);
            let speaker = claim.attribution.speaker.as_ref();
            let attribution = speaker.map(|s| s.actor.as_ref().map_or_else(|| s.text.clone(), ActorRef::id));
            stated.push(Claim { start, end, attribution, certainty, polarity });
        }
    }
    Extract { id: text.id.clone(), actors, figures, claims: stated }
}

/// The normal form as other programs read it.
pub fn value(value: &FigureValue) -> Value {
    match value {
        FigureValue::Unknown => Value::Null,
        FigureValue::Date(DateRange { lo, hi }) if lo == hi => lo.to_string().into(),
        FigureValue::Date(DateRange { lo, hi }) => vec![lo.to_string(), hi.to_string()].into(),
        FigureValue::Number { lo, hi } => {
            let number = |n: &Option<rust_decimal::Decimal>| {
                let Some(n) = n else { return Value::Null };
                n.is_integer().then(|| n.to_i64()).flatten().map_or_else(|| n.to_f64().into(), Value::from)
            };
            if lo == hi { number(lo) } else { Value::Array(vec![number(lo), number(hi)]) }
        }
    }
}

/// Counts code points from one place to the next: places come nearly in order, so the text is walked about once.
pub struct CodePoints<'t> {
    text: &'t str,
    at: usize,
    count: u32,
}

impl<'t> CodePoints<'t> {
    /// At the start of `text`.
    pub fn new(text: &'t str) -> CodePoints<'t> {
        CodePoints { text, at: 0, count: 0 }
    }

    /// A span of bytes in code points.
    pub fn of(&mut self, span: Span) -> (u32, u32) {
        let start = self.to(span.start as usize);
        let (at, count) = (self.at, self.count);
        let end = self.to(span.end as usize);
        (self.at, self.count) = (at, count);
        (start, end)
    }

    fn to(&mut self, byte: usize) -> u32 {
        // Every byte but those that continue a character starts one.
        let count = |range: std::ops::Range<usize>| {
            let bytes = self.text.as_bytes().get(range).unwrap_or_default();
            bytes.iter().filter(|b| **b & 0xc0 != 0x80).count() as u32
        };
        let byte = byte.min(self.text.len());
        self.count =
            if byte >= self.at { self.count + count(self.at..byte) } else { self.count - count(byte..self.at) };
        self.at = byte;
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_forwards_and_back() {
        let text = "aß\u{1F600}x\u{308}z";
        let mut points = CodePoints::new(text);
        let z = text.find('z').expect("z");
        assert_eq!(points.of(Span::new(z, z + 1)), (5, 6));
        assert_eq!(points.of(Span::new(1, 7)), (1, 3));
        assert_eq!(points.of(Span::new(0, text.len())), (0, 6));
    }

    #[test]
    fn values_as_other_programs_read_them() {
        let number =
            |lo: &str, hi: &str| value(&FigureValue::Number { lo: lo.parse().ok(), hi: hi.parse().ok() }).to_string();
        assert_eq!(number("850000000", "850000000"), "850000000");
        assert_eq!(number("7.84", "7.84"), "7.84");
        assert_eq!(number("3", ""), "[3,null]");
        assert_eq!(value(&FigureValue::Unknown), Value::Null);
    }
}
