//! `beleg trace`: where a text comes from, sentence by sentence, first made first.

use std::collections::HashMap;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::bar::Bar;
use super::extract::{CodePoints, value};
use super::locale::Locale;
use crate::analysis::Analysis;
use crate::claims::words::Cache;
use crate::corpus::statement::Stated;
use crate::features::hover::name;
use crate::features::normal;
use crate::features::sources::cite;
use crate::features::texts::Texts;
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format as TextFormat;
use crate::trace::series::{Series, Stand, Statement};
use crate::trace::{Explain, Hit, Question, candidates};
use crate::workspace::Library;

#[derive(clap::Args)]
#[command(after_help = "Each sentence is looked up by each of its figures, as a whole if it has none,\n\
    and by the words it quotes.\n\n\
    Examples:\n  beleg trace 'Im Hafen lagen 40 Boote.'\n  beleg trace - --format json < draft.txt\n  \
    beleg trace --explain 'Im Hafen lagen 40 Boote.'\n\n\
    Exit codes: 0 every claim has a source, 1 some have none, 2 it could not run.")]
pub struct Args {
    /// The text; '-' reads standard input.
    #[arg(value_name = "TEXT")]
    text: String,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Say which words decided, also for statements that were compared and not taken.
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    locale: Locale,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Text for people.
    Human,
    /// One JSON object.
    Json,
}

/// Statements shown with `--explain` that were not taken.
const NEAR_MISSES: usize = 5;

pub fn run(args: &Args, root: &Path) -> Result<u8> {
    let mut text = args.text.clone();
    if text == "-" {
        text.clear();
        std::io::stdin().lock().read_to_string(&mut text).context("cannot read standard input")?;
    }
    if text.trim().is_empty() {
        bail!("there is no text to trace: give a sentence in quotes, or '-' to read standard input");
    }
    let bar = Bar::new("Reading articles");
    let library = Library::open(root, &|done, all| bar.report(done, all));
    if library.corpus.entries().is_empty() {
        bail!("the workspace '{}' has no articles: run beleg doctor to see why", root.display());
    }
    let say = args.locale.texts();
    let claims = claims(&library, &text, args.explain, say);
    let out = &mut std::io::stdout().lock();
    match args.format {
        Format::Human => human(&library, &text, &claims, args.explain, say, out)?,
        Format::Json => json(&library, &text, &claims, args.explain, out)?,
    }
    Ok(u8::from(claims.iter().any(|claim| claim.series.agreeing().next().is_none())))
}

/// One claim of the text and what the sources say.
struct Claim {
    sentence: Span,
    /// The figure, or the whole sentence.
    focus: Span,
    value: Option<(String, Value)>,
    series: Series,
    near: Vec<Hit>,
}

fn claims(library: &Library, text: &str, explain: bool, say: &Texts) -> Vec<Claim> {
    let document = Document::new(text, TextFormat::Plain);
    let (_, context) = library.context("", &document, text);
    let analysis = Analysis::new(&document, &context);
    let cache = &mut Cache::default();
    let mut out = Vec::new();
    for ((start, number, paragraph), claims) in analysis.paragraphs().zip(analysis.claims()) {
        let stated = Stated::of(paragraph, &claims.claims, number, start, &library.lexicon, cache);
        for (index, sentence) in stated.sentences.iter().enumerate() {
            let figures = (0..sentence.figures.len()).map(Some);
            // A quotation is a claim of its own, whatever figures stand around it.
            let quotes = sentence.quoted.iter().any(|q| !sentence.figures.iter().any(|f| q.span.contains(f.core)));
            let whole = (quotes || sentence.figures.is_empty()).then_some(None);
            for figure in whole.into_iter().chain(figures) {
                let question = Question { stated: &stated, sentence: index, figure, at: None, without: None };
                let series = Series::of(&library.corpus, &question);
                let is_quoted = series.statements.iter().any(|s| s.hit.explain.quoted);
                if figure.is_none() && !sentence.figures.is_empty() && !is_quoted {
                    continue;
                }
                let mut near = Vec::new();
                if explain {
                    let taken = |hit: &Hit| {
                        series.statements.iter().any(|s| (s.hit.entry, s.hit.span) == (hit.entry, hit.span))
                    };
                    near = candidates(&library.corpus, &question);
                    near.retain(|hit| !taken(hit));
                    near.sort_by(|a, b| b.explain.matter.total_cmp(&a.explain.matter));
                    near.truncate(NEAR_MISSES);
                }
                let stated = figure.and_then(|n| sentence.figures.get(n));
                out.push(Claim {
                    sentence: sentence.span,
                    focus: stated.map_or(sentence.span, |f| f.span),
                    value: stated.map(|f| {
                        let noun = f.noun.as_ref().and_then(|n| text.get(n.span.range()));
                        (normal::in_words(f, noun, say), value(&f.value))
                    }),
                    series,
                    near,
                });
            }
        }
    }
    out
}

/// Article files, each read once.
struct Files<'l> {
    library: &'l Library,
    texts: HashMap<PathBuf, String>,
}

impl Files<'_> {
    fn get(&mut self, path: &Path) -> &str {
        let library = self.library;
        self.texts.entry(path.to_owned()).or_insert_with(|| library.workspace.read(path).unwrap_or_default())
    }
}

fn human(
    library: &Library,
    text: &str,
    claims: &[Claim],
    explain: bool,
    say: &Texts,
    out: &mut impl Write,
) -> Result<()> {
    let [first, otherwise, later, not_taken] = say.traced;
    let mut files = Files { library, texts: HashMap::new() };
    let mut before = None;
    for claim in claims {
        if before != Some(claim.sentence) {
            writeln!(out, "{}", one_line(text.get(claim.sentence.range()).unwrap_or_default()))?;
            before = Some(claim.sentence);
        }
        if let Some((words, _)) = &claim.value {
            let focus = one_line(text.get(claim.focus.range()).unwrap_or_default());
            writeln!(out, "  {focus} = {words}")?;
        }
        if claim.series.agreeing().next().is_none() {
            writeln!(out, "    {}", say.untraced)?;
        }
        let groups: [(&str, Vec<&Hit>); 4] = [
            ("", claim.series.agreeing().map(|s| &s.hit).collect()),
            (otherwise, claim.series.disagreeing().map(|s| &s.hit).collect()),
            (later, claim.series.superseding().map(|s| &s.hit).collect()),
            (not_taken, claim.near.iter().collect()),
        ];
        for (word, hits) in groups {
            for (n, hit) in hits.into_iter().enumerate() {
                let Some(entry) = library.corpus.entries().get(hit.entry) else { continue };
                let word = if word.is_empty() && n == 0 { first } else { word };
                let word = if word.is_empty() { String::new() } else { format!("{word}: ") };
                writeln!(
                    out,
                    "    {word}{} [@{}, p. {}]",
                    cite(entry, hit.paragraph, say),
                    entry.article.id,
                    hit.paragraph
                )?;
                let said = one_line(files.get(&entry.path).get(hit.span.range()).unwrap_or_default());
                writeln!(out, "      {said}")?;
                if explain {
                    writeln!(out, "      {}", explained(text, &hit.explain))?;
                }
            }
        }
    }
    Ok(())
}

fn explained(text: &str, explain: &Explain) -> String {
    let percent = |share: f32| format!("{:.0} %", share * 100.0);
    let mut out = format!("matter {}: words {}", percent(explain.matter), percent(explain.words));
    if let Some(actors) = explain.actors {
        out.push_str(&format!(", actors {}", percent(actors)));
    }
    if let Some(counted) = explain.counted {
        out.push_str(if counted { ", counts the same" } else { ", counts something else" });
    }
    out.push_str(&format!(
        ", values {}",
        serde_json::to_value(explain.values).ok().as_ref().and_then(Value::as_str).unwrap_or("?")
    ));
    if explain.quoted {
        out.push_str(", has the words quoted");
    }
    let shared: Vec<&str> = explain.shared.iter().filter_map(|span| text.get(span.range())).collect();
    if !shared.is_empty() {
        out.push_str(&format!("; shared: {}", shared.join(", ")));
    }
    out
}

fn json(library: &Library, text: &str, claims: &[Claim], explain: bool, out: &mut impl Write) -> Result<()> {
    let mut files = Files { library, texts: HashMap::new() };
    let mut points = CodePoints::new(text);
    let mut out_list = Vec::new();
    for claim in claims {
        let draft = explain.then_some(text);
        let mut list = |wanted: fn(&Statement) -> bool| -> Vec<Value> {
            let all = claim.series.statements.iter().filter(|s| wanted(s));
            all.filter_map(|s| told(library, s, draft, &mut files)).collect()
        };
        let agreeing = list(Statement::agrees);
        let disagreeing = list(|s| s.stand == Stand::Disagrees);
        let superseding = list(|s| s.stand == Stand::Supersedes);
        let near: Vec<Value> = claim.near.iter().filter_map(|hit| statement(library, hit, draft, &mut files)).collect();
        let (start, end) = points.of(claim.focus);
        let mut one = json!({
            "text": text.get(claim.focus.range()),
            "start": start,
            "end": end,
            "sentence": text.get(claim.sentence.range()),
            "value": claim.value.as_ref().map(|(_, value)| value),
            "agreeing": agreeing,
            "disagreeing": disagreeing,
            "superseding": superseding,
        });
        if explain {
            one["not_taken"] = near.into();
        }
        out_list.push(one);
    }
    writeln!(out, "{:#}", json!({ "claims": out_list }))?;
    Ok(())
}

/// A statement of the series: what any has, and who says it how surely.
fn told(library: &Library, told: &Statement, draft: Option<&str>, files: &mut Files<'_>) -> Option<Value> {
    let mut out = statement(library, &told.hit, draft, files)?;
    let claim = told.claim.as_ref();
    let speaker =
        told.speaker().map(|s| s.actor.as_ref().map_or_else(|| s.text.clone(), |a| name(a, &library.registry)));
    out["speaker"] = speaker.into();
    out["certainty"] = serde_json::to_value(claim.map(|c| c.certainty).unwrap_or_default()).ok()?;
    out["polarity"] = serde_json::to_value(claim.map(|c| c.polarity).unwrap_or_default()).ok()?;
    out["superseded"] = (told.stand == Stand::Superseded).into();
    Some(out)
}

fn statement(library: &Library, hit: &Hit, draft: Option<&str>, files: &mut Files<'_>) -> Option<Value> {
    let entry = library.corpus.entries().get(hit.entry)?;
    let text = files.get(&entry.path);
    let (start, end) = CodePoints::new(text).of(hit.span);
    let mut out = json!({
        "article": entry.article.id,
        "title": entry.article.title,
        "date": entry.article.date.as_ref().map(ToString::to_string),
        "path": entry.path,
        "paragraph": hit.paragraph,
        "start": start,
        "end": end,
        "text": text.get(hit.span.range()),
        "value": hit.figure.as_ref().map(|f| value(&f.value)),
        "unit": hit.figure.as_ref().and_then(|f| f.unit.clone()),
        "bound": hit.figure.as_ref().map(|f| f.bound),
    });
    if let Some(draft) = draft {
        let shared = hit.explain.shared.iter().filter_map(|span| draft.get(span.range()));
        out["explain"] = serde_json::to_value(&hit.explain).ok()?;
        out["explain"]["shared"] = shared.collect();
    }
    Some(out)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
