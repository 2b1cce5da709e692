//! `beleg check`: what the sources say against a text, for a terminal, a script, a review or a CI job.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{IsTerminal as _, Read as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;
use serde_json::{Value, json};
use xxhash_rust::xxh3::xxh3_64;

use super::bar::Bar;
use super::locale::Locale;
use crate::analysis::Analysis;
use crate::annotations::Sentences;
use crate::annotations::anchor::words;
use crate::checks::{self, Checked, Edit, Evidence, Finding, Fix, Severity, doc};
use crate::features::panel;
use crate::features::texts::{self, Texts};
use crate::lang::Lang;
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format as TextFormat;
use crate::workspace::checking::{Dealt, How, Judged};
use crate::workspace::files::write_whole;
use crate::workspace::library::file_name;
use crate::workspace::{Library, absolute};

#[derive(clap::Args)]
#[command(after_help = "Without a path, every briefing of the workspace is checked.\n\n\
    Examples:\n  beleg check\n  beleg check entwurf.md --min-severity warning\n  beleg check 'briefings/**/*.md'\n  \
    beleg check - --stdin-path entwurf.md < entwurf.md\n  \
    beleg check --format json > baseline.json; beleg check --baseline baseline.json\n  \
    beleg check --explain figure-mismatch\n\n\
    Exit codes: 0 nothing found, 1 findings, 2 it could not run.")]
pub struct Args {
    /// Files, folders or globs; '-' reads standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The file that standard input is the text of: its settings and decisions hold.
    #[arg(long, value_name = "PATH")]
    stdin_path: Option<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Leave out what matters less.
    #[arg(long, value_enum, default_value_t = Least::Hint)]
    min_severity: Least,
    /// Say what a check is for, with examples, and do nothing else.
    #[arg(long, value_name = "CHECK")]
    explain: Option<String>,
    /// Apply the fixes that are safe, and report what is left.
    #[arg(long)]
    fix: bool,
    /// Report only what is not in this file, which `--format json` has written.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Also show what somebody has ignored.
    #[arg(long)]
    show_ignored: bool,
    #[command(flatten)]
    locale: Locale,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Text for people.
    Human,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// GitHub workflow commands.
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Least {
    Hint,
    Information,
    Warning,
    Error,
}

impl Least {
    fn severity(self) -> Severity {
        match self {
            Least::Hint => Severity::Hint,
            Least::Information => Severity::Information,
            Least::Warning => Severity::Warning,
            Least::Error => Severity::Error,
        }
    }
}

/// A checked text.
pub(super) struct Text {
    /// As people know it; `-` is standard input.
    pub(super) name: String,
    path: Option<PathBuf>,
    pub(super) text: String,
    pub(super) analysis: Analysis,
    pub(super) found: Vec<Entry>,
}

/// A finding of a text.
pub(super) struct Entry {
    pub(super) judged: Judged,
    /// What tells it from others when lines have moved.
    fingerprint: String,
}

pub fn run(args: &Args, root: &Path) -> Result<u8> {
    let out = &mut std::io::stdout().lock();
    if let Some(code) = &args.explain {
        let Some(check) = checks::by_code(code) else {
            let known: Vec<&str> = checks::ALL.iter().map(|c| c.code()).collect();
            bail!("there is no check '{code}' (known: {})", known.join(", "));
        };
        write!(out, "{}", doc::page(check))?;
        return Ok(0);
    }
    let baseline = args.baseline.as_deref().map(read_baseline).transpose()?.unwrap_or_default();
    let bar = Bar::new("Reading articles");
    let library = Library::open(root, &|done, all| bar.report(done, all));
    drop(bar);
    let mut texts = Vec::new();
    let inputs = inputs(args, &library)?;
    let bar = Bar::new("Checking");
    let all = inputs.len();
    for (n, (name, path, text)) in inputs.into_iter().enumerate() {
        bar.report(n, all);
        let mut text = check(&library, name, path, text);
        if args.fix {
            text = fix(&library, text)?;
        }
        let least = args.min_severity.severity();
        text.found.retain(|e| e.judged.finding.severity >= least && !baseline.contains(&e.fingerprint));
        texts.push(text);
    }
    drop(bar);
    let any = texts.iter().flat_map(|t| &t.found).any(|e| e.judged.ignored.is_none());
    match args.format {
        Format::Human => human(&library, &texts, args.show_ignored, args.locale.texts(), out)?,
        Format::Json => writeln!(out, "{:#}", to_json(&library, &texts, args.show_ignored))?,
        Format::Sarif => writeln!(out, "{:#}", sarif(&library, &texts))?,
        Format::Github => github(&texts, args.locale.texts().lang, out)?,
    }
    Ok(u8::from(any))
}

type Input = (String, Option<PathBuf>, String);

fn inputs(args: &Args, library: &Library) -> Result<Vec<Input>> {
    let workspace = &library.workspace;
    let mut out: Vec<Input> = Vec::new();
    let mut files: Vec<PathBuf> = Vec::new();
    let briefings = |folder: &Path| {
        let briefing = |p: &PathBuf| workspace.is_briefing(&absolute(p));
        walk(&mut WalkBuilder::new(folder)).into_iter().filter(briefing).collect::<Vec<_>>()
    };
    if args.paths.is_empty() {
        files = briefings(workspace.root());
    }
    for path in &args.paths {
        if path.as_os_str() == "-" {
            let mut text = String::new();
            std::io::stdin().lock().read_to_string(&mut text).context("cannot read standard input")?;
            out.push(match &args.stdin_path {
                Some(path) => (workspace.display(&absolute(path)), Some(path.clone()), text),
                None => ("-".to_owned(), None, text),
            });
        } else if path.is_dir() {
            files.extend(briefings(path));
        } else if !path.exists() && is_glob(path) {
            let found = matching(path)?;
            if found.is_empty() {
                bail!("no file matches '{}'", path.display());
            }
            files.extend(found);
        } else {
            files.push(path.clone());
        }
    }
    let mut seen = BTreeSet::new();
    for file in files {
        let whole = absolute(&file);
        if !seen.insert(whole.clone()) {
            continue;
        }
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read '{}'", file.display()))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        out.push((workspace.display(&whole), Some(file), text));
    }
    Ok(out)
}

/// The files a walk comes upon, in order.
fn walk(builder: &mut WalkBuilder) -> Vec<PathBuf> {
    let entries = builder.build().flatten().map(ignore::DirEntry::into_path);
    let mut found: Vec<PathBuf> = entries.filter(|p| p.is_file()).collect();
    found.sort();
    found
}

fn is_glob(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// The files that match a glob which no shell has expanded: one in quotation marks, or on Windows.
fn matching(glob: &Path) -> Result<Vec<PathBuf>> {
    let fixed: PathBuf = glob.components().take_while(|c| !is_glob(c.as_ref())).collect();
    let rest = glob.strip_prefix(&fixed).unwrap_or(glob).to_string_lossy().replace('\\', "/");
    let folder = if fixed.as_os_str().is_empty() { PathBuf::from(".") } else { fixed };
    let mut overrides = OverrideBuilder::new(&folder);
    // As in a shell, `*.md` does not look into folders.
    let cannot = || format!("cannot use the glob '{}'", glob.display());
    overrides.add(&format!("/{rest}")).with_context(cannot)?;
    let overrides = overrides.build().with_context(cannot)?;
    let found = walk(WalkBuilder::new(&folder).overrides(overrides));
    Ok(found.into_iter().map(|p| p.strip_prefix("./").map(Path::to_owned).unwrap_or(p)).collect())
}

/// Checks a text.
pub(super) fn check(library: &Library, name: String, path: Option<PathBuf>, text: String) -> Text {
    let format = path.as_deref().map_or(TextFormat::Markdown, TextFormat::of_path);
    let document = Document::new(&text, format);
    let file = path.as_deref().map(file_name).unwrap_or_default();
    let (article, mut context) = library.context(&file, &document, &text);
    // A date guessed from the text would make other years of its yearless dates; without one they are compared as they stand.
    if article.date.is_none() {
        context.reference = None;
    }
    let analysis = Analysis::new(&document, &context);
    let absolute = path.as_deref().map(absolute);
    let checked = library.check(absolute.as_deref(), &analysis, &Checked::default());
    let found = library.judge(absolute.as_deref(), &document, &analysis, &checked.findings);
    let fingerprints = fingerprints(&name, &text, &analysis, &found);
    let found =
        found.into_iter().zip(fingerprints).map(|(judged, fingerprint)| Entry { judged, fingerprint }).collect();
    Text { name, path, text, analysis, found }
}

/// Applies safe fixes until there are none, and writes the file.
fn fix(library: &Library, mut text: Text) -> Result<Text> {
    let mut changed = false;
    for _ in 0..8 {
        let mut edits: Vec<Edit> = Vec::new();
        for judged in text.found.iter().map(|e| &e.judged).filter(|j| j.ignored.is_none()) {
            let Some(fix) = judged.finding.fixes.iter().find(|f| f.safe && f.preferred) else { continue };
            if fix.edits.iter().all(|e| edits.iter().all(|o| e.span.end <= o.span.start || o.span.end <= e.span.start))
            {
                edits.extend(fix.edits.iter().cloned());
            }
        }
        if edits.is_empty() {
            break;
        }
        edits.sort_by_key(|e| std::cmp::Reverse((e.span.start, e.span.end)));
        let mut new = text.text.clone();
        for edit in &edits {
            if new.get(edit.span.range()).is_some() {
                new.replace_range(edit.span.range(), &edit.text);
            }
        }
        if new == text.text {
            break;
        }
        changed = true;
        text = check(library, text.name, text.path, new);
    }
    if let Some(path) = text.path.as_deref().filter(|_| changed) {
        write_whole(path, text.text.as_bytes(), true).with_context(|| format!("cannot write '{}'", path.display()))?;
    }
    Ok(text)
}

/// What tells findings from others when lines have moved: the check, the file, the sentence, the words, and which of several.
fn fingerprints(name: &str, text: &str, analysis: &Analysis, found: &[Judged]) -> Vec<String> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let sentences = Sentences::of(analysis);
    let of = |judged: &Judged| {
        let finding = &judged.finding;
        let at = |span: Span| words(text.get(span.range()).unwrap_or_default());
        let sentence = sentences.at(finding.span.start).and_then(|n| sentences.span(n)).map(at).unwrap_or_default();
        let hash = xxh3_64(format!("{}\n{name}\n{sentence}\n{}", finding.code, at(finding.span)).as_bytes());
        let n = seen.entry(hash).or_default();
        *n += 1;
        format!("{hash:016x}-{n}")
    };
    found.iter().map(of).collect()
}

fn read_baseline(path: &Path) -> Result<BTreeSet<String>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read '{}'", path.display()))?;
    let value: Value = serde_json::from_str(&text)
        .with_context(|| format!("'{}' is not what --format json writes", path.display()))?;
    let Some(findings) = value["findings"].as_array() else {
        bail!("'{}' has no list of findings; write it with beleg check --format json", path.display());
    };
    Ok(findings.iter().filter_map(|f| f["fingerprint"].as_str().map(str::to_owned)).collect())
}

/// Line and column, from 1, in code points.
pub(super) fn place(text: &str, at: u32) -> (usize, usize) {
    let at = crate::text::lines::floor_char_boundary(text, at as usize);
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

fn points(text: &str, span: Span) -> (usize, usize) {
    let count = |at: u32| text[..crate::text::lines::floor_char_boundary(text, at as usize)].chars().count();
    (count(span.start), count(span.end))
}

struct Paint(bool);

impl Paint {
    fn of(&self, code: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

fn human(library: &Library, texts: &[Text], show_ignored: bool, say: &Texts, out: &mut dyn Write) -> Result<()> {
    let paint = Paint(std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()));
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    let mut files: BTreeMap<PathBuf, String> = BTreeMap::new();
    for text in texts {
        for judged in text.found.iter().map(|e| &e.judged) {
            let finding = &judged.finding;
            if judged.ignored.is_some() && !show_ignored {
                continue;
            }
            let (line, column) = place(&text.text, finding.span.start);
            let colour = match finding.severity {
                Severity::Error => "1;31",
                Severity::Warning => "1;33",
                Severity::Information => "1;34",
                Severity::Hint => "1;36",
            };
            if judged.ignored.is_none() {
                *counts.entry(finding.severity).or_default() += 1;
            }
            let head = paint.of(colour, &format!("{}[{}]", finding.severity.name(), finding.code));
            writeln!(out, "{head}: {}", finding.message.text(say.lang))?;
            writeln!(out, "  {} {}:{line}:{column}", paint.of("34", "-->"), text.name)?;
            write!(out, "{}", excerpt(&text.text, finding.span, &paint, colour, '^'))?;
            for evidence in &finding.evidence {
                let (path, name) = match &evidence.source {
                    Some(source) => (Some(source.path.clone()), library.workspace.display(&source.path)),
                    None => (None, text.name.clone()),
                };
                let other = match &path {
                    Some(path) => files
                        .entry(path.clone())
                        .or_insert_with(|| library.workspace.read(path).unwrap_or_default())
                        .clone(),
                    None => text.text.clone(),
                };
                let (line, column) = place(&other, evidence.span.start);
                let label = evidence.label.text(say.lang);
                writeln!(out, "  {} {name}:{line}:{column} ({label})", paint.of("34", ":::"))?;
                write!(out, "{}", excerpt(&other, evidence.span, &paint, "32", '-'))?;
            }
            for fix in &finding.fixes {
                writeln!(out, "  {}: {}", paint.of("32", say.help), say.fix(&fix.does))?;
            }
            if let Some(dealt) = &judged.ignored {
                let why = &dealt.reason;
                let what =
                    say.dealt(if dealt.how == How::Checked { panel::Dealt::Checked } else { panel::Dealt::Ignored });
                writeln!(out, "  {}{}{why}", paint.of("32", what), if why.is_empty() { "" } else { ": " })?;
                if dealt.moved {
                    writeln!(out, "  {}", say.decide_again)?;
                }
            }
            writeln!(out)?;
        }
    }
    let all: usize = counts.values().sum();
    let parts: Vec<String> = counts.iter().rev().map(|(s, n)| format!("{n} {}", s.name())).collect();
    match all {
        0 => writeln!(out, "{}", (say.nothing_found)(texts.len()))?,
        _ => writeln!(out, "{}: {}", (say.found)(all), parts.join(", "))?,
    }
    Ok(())
}

/// Most characters of a line that are shown.
const WIDTH: usize = 100;

/// The line of `span`, cut to what fits, with the span marked.
fn excerpt(text: &str, span: Span, paint: &Paint, colour: &str, mark: char) -> String {
    let start = crate::text::lines::floor_char_boundary(text, span.start as usize);
    let from = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let to = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let end = crate::text::lines::floor_char_boundary(text, span.end as usize).clamp(start, to);
    let (number, _) = place(text, span.start);
    let before: Vec<char> = text[from..start].chars().collect();
    let marked: Vec<char> = text[start..end].chars().collect();
    let after: Vec<char> = text[end..to].chars().collect();
    let room = WIDTH.saturating_sub(marked.len().min(WIDTH));
    let left = before.len().min(room / 2 + room.saturating_sub(room / 2).saturating_sub(after.len()));
    let right = after.len().min(room.saturating_sub(left));
    let head: String = before[before.len() - left..].iter().collect();
    let middle: String = marked.iter().take(WIDTH).collect();
    let tail: String = after[..right].iter().collect();
    let gutter = number.to_string();
    let cut = if left < before.len() { "…" } else { "" };
    let more = if right < after.len() || marked.len() > WIDTH { "…" } else { "" };
    let mut out = String::new();
    let _ = writeln!(out, "{} {cut}{head}{middle}{tail}{more}", paint.of("34", &format!("{gutter} |")));
    let pad = " ".repeat(cut.chars().count() + left);
    let marks = mark.to_string().repeat(middle.chars().count().max(1));
    let bar = paint.of("34", &format!("{} |", " ".repeat(gutter.len())));
    let _ = writeln!(out, "{bar} {pad}{}", paint.of(colour, &marks));
    out
}

fn shown(texts: &[Text], show_ignored: bool) -> impl Iterator<Item = (&Text, &Judged, &str)> {
    let all = texts.iter().flat_map(|t| t.found.iter().map(move |e| (t, &e.judged, e.fingerprint.as_str())));
    all.filter(move |(_, j, _)| show_ignored || j.ignored.is_none())
}

/// The language of what programs read.
const PROGRAMS: Lang = Lang::En;

/// What a fix does, for programs.
fn does(fix: &Fix) -> String {
    texts::of(PROGRAMS).fix(&fix.does)
}

fn to_json(library: &Library, texts: &[Text], show_ignored: bool) -> Value {
    let findings = shown(texts, show_ignored).map(|(text, judged, fingerprint)| {
        let Finding { code, severity, span, message, evidence, fixes } = &judged.finding;
        let (line, column) = place(&text.text, span.start);
        let (start, end) = points(&text.text, *span);
        let edit = |e: &Edit| {
            let (start, end) = points(&text.text, e.span);
            json!({"start": start, "end": end, "text": e.text})
        };
        json!({
            "path": text.name, "code": code, "severity": severity, "message": message.text(PROGRAMS),
            "start": start, "end": end, "line": line, "column": column,
            "evidence": evidence.iter().map(|e| source(library, text, e)).collect::<Vec<_>>(),
            "fixes": fixes.iter().map(|f| json!({"title": does(f), "safe": f.safe, "preferred": f.preferred,
                "edits": f.edits.iter().map(edit).collect::<Vec<_>>()})).collect::<Vec<_>>(),
            "ignored": judged.ignored.as_ref().map(why),
            "decision": judged.ignored.as_ref().map(|d| d.how.name()), "fingerprint": fingerprint,
        })
    });
    json!({"version": 1, "findings": findings.collect::<Vec<_>>()})
}

/// The reason somebody gave; who only checked need not give one.
fn why(dealt: &Dealt) -> &str {
    if dealt.reason.is_empty() { dealt.how.name() } else { &dealt.reason }
}

fn source(library: &Library, draft: &Text, evidence: &Evidence) -> Value {
    let text = match &evidence.source {
        Some(s) => library.workspace.read(&s.path).unwrap_or_default(),
        None => draft.text.clone(),
    };
    let (start, end) = points(&text, evidence.span);
    let label = evidence.label.text(PROGRAMS);
    match &evidence.source {
        Some(s) => json!({"path": library.workspace.display(&s.path), "article": s.article, "paragraph": s.paragraph,
            "start": start, "end": end, "label": label}),
        None => json!({"path": draft.name, "article": null, "paragraph": null, "start": start, "end": end,
            "label": label}),
    }
}

fn sarif(library: &Library, texts: &[Text]) -> Value {
    let level = |s: Severity| match s {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    };
    let rules = checks::ALL.iter().map(|c| {
        json!({"id": c.code(), "shortDescription": {"text": c.doc().what}, "fullDescription": {"text": c.doc().why},
            "help": {"text": doc::page(*c), "markdown": doc::page(*c)},
            "defaultConfiguration": {"level": level(c.severity())}})
    });
    let region = |text: &str, span: Span| {
        let ((line, column), (last, end)) = (place(text, span.start), place(text, span.end));
        json!({"startLine": line, "startColumn": column, "endLine": last, "endColumn": end})
    };
    let uri = |name: &str| {
        let mut out = String::new();
        for byte in name.replace('\\', "/").bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                out.push(byte as char);
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
        }
        out
    };
    let results = shown(texts, true).map(|(text, judged, fingerprint)| {
        let finding = &judged.finding;
        let related = finding.evidence.iter().enumerate().map(|(n, e)| {
            let (name, body) = match &e.source {
                Some(s) => (library.workspace.display(&s.path), library.workspace.read(&s.path).unwrap_or_default()),
                None => (text.name.clone(), text.text.clone()),
            };
            json!({"id": n, "message": {"text": e.label.text(PROGRAMS)}, "physicalLocation": {
                "artifactLocation": {"uri": uri(&name)}, "region": region(&body, e.span)}})
        });
        let fixes = finding.fixes.iter().map(|f| {
            let replacements = f
                .edits
                .iter()
                .map(|e| json!({"deletedRegion": region(&text.text, e.span), "insertedContent": {"text": e.text}}));
            json!({"description": {"text": does(f)}, "artifactChanges": [{
                "artifactLocation": {"uri": uri(&text.name)}, "replacements": replacements.collect::<Vec<_>>()}]})
        });
        let mut result = json!({
            "ruleId": finding.code,
            "ruleIndex": checks::ALL.iter().position(|c| c.code() == finding.code),
            "level": level(finding.severity),
            "message": {"text": finding.message.text(PROGRAMS)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&text.name)},
                "region": region(&text.text, finding.span)}}],
            "relatedLocations": related.collect::<Vec<_>>(),
            "fixes": fixes.collect::<Vec<_>>(),
            "partialFingerprints": {"beleg/v1": fingerprint},
        });
        // The standard wants them for all results or for none.
        let suppressions = judged.ignored.iter().map(|dealt| {
            let kind = if dealt.how == How::Comment { "inSource" } else { "external" };
            json!({"kind": kind, "status": "accepted", "justification": why(dealt)})
        });
        result["suppressions"] = suppressions.collect();
        result
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "beleg", "version": env!("CARGO_PKG_VERSION"), "rules": rules.collect::<Vec<_>>()}},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn github(texts: &[Text], lang: Lang, out: &mut dyn Write) -> Result<()> {
    let data = |s: &str| s.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |s: &str| data(s).replace(':', "%3A").replace(',', "%2C");
    for (text, judged, _) in shown(texts, false) {
        let finding = &judged.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information | Severity::Hint => "notice",
        };
        let ((line, column), (last, end)) =
            (place(&text.text, finding.span.start), place(&text.text, finding.span.end));
        // A column makes sense to GitHub only within one line.
        let columns = if line == last { format!(",col={column},endColumn={end}") } else { String::new() };
        writeln!(
            out,
            "::{command} file={},line={line},endLine={last}{columns},title={}::{}",
            property(&text.name),
            property(finding.code),
            data(&finding.message.text(lang))
        )?;
    }
    Ok(())
}
