//! `beleg import PATH… --into DIR`: pages become article files.
//!
//! **Invariants:** an existing file is replaced only with `--force`, and then whole or not at all (a temporary file beside
//! it takes its name); every path given is accounted for, as imported or as skipped with the reason.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use rayon::prelude::*;
use serde::Serialize;

use crate::corpus::article;
use crate::corpus::import::{self, Imported, Missing, Reason, Report};
use crate::workspace::importing::{self, Outcome};

/// Turns raw page text, HTML or PDF into article files.
///
/// Each article becomes one Markdown file named after its title, with what the page says about it (title, author,
/// publisher, date, licence) as front matter. Menus, teasers, captions and imprints are left out and counted. What could not
/// be found is said, so that you can add it. Existing files are kept unless --force is given.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  beleg import page.html --into corpus\n  beleg import downloads/ --into corpus --format json\n  \
                        beleg import report.pdf --into corpus --id ministry-2024\n\n\
                        Exit codes: 0 all imported, 1 something was skipped, 2 it could not run."
)]
pub struct Args {
    /// Files (.txt, .html, .htm, .pdf) or folders of them, which are searched recursively.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The folder to write article files to; it is created if need be.
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
    /// Replace article files that exist already.
    #[arg(long)]
    pub force: bool,
    /// The article's id and file name, instead of one made from its title. For a single file only.
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// How to report what was done.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text for people.
    Human,
    /// One JSON object.
    Json,
}

/// Imports and reports; the exit code is 0 when everything was imported, 1 when something was skipped.
pub fn run(args: &Args) -> anyhow::Result<u8> {
    quiet_reader_panics();
    report(args, &mut io::stdout().lock())
}

fn report(args: &Args, out: &mut impl Write) -> anyhow::Result<u8> {
    if let Some(id) = &args.id
        && (!article::is_citable(id) || id.contains(['/', '\\']) || id.starts_with('.'))
    {
        bail!("id '{id}' cannot be cited: {}", words::GOOD_ID);
    }
    let (files, skipped) = importing::files(&args.paths);
    let mut skipped: Vec<Skipped> = skipped.into_iter().map(|(from, why)| Skipped { from, why }).collect();
    if files.is_empty() && skipped.is_empty() {
        bail!("{}", words::NOTHING_FOUND);
    }
    if args.id.is_some() && files.len() != 1 {
        bail!("--id names one article, but there are {} files: {}", files.len(), words::ONE_BY_ONE);
    }
    std::fs::create_dir_all(&args.into)
        .with_context(|| format!("cannot create the folder '{}'", args.into.display()))?;

    let bar = progress(files.len());
    let read: Vec<(PathBuf, anyhow::Result<Imported>)> = files
        .into_par_iter()
        .map(|path| {
            let imported = importing::read(&path);
            bar.inc(1);
            (path, imported)
        })
        .collect();
    bar.finish_and_clear();

    let mut written = Vec::new();
    let mut names = BTreeSet::new();
    for (path, imported) in read {
        let result = imported.and_then(|mut imported| {
            if let Some(id) = &args.id {
                imported.article.id.clone_from(id);
            }
            importing::name_apart(&mut imported, &mut names);
            let to = args.into.join(format!("{}.md", imported.article.id));
            let outcome = importing::write(&to, imported.file().as_bytes(), args.force, words::TAKEN)?;
            Ok(Done { from: path.clone(), to, outcome, imported })
        });
        match result {
            Ok(done) => written.push(done),
            Err(e) => skipped.push(Skipped { from: path, why: format!("{e:#}") }),
        }
    }

    match args.format {
        Format::Human => human(out, &written, &skipped)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &json(&written, &skipped))?;
            writeln!(out)?;
        }
    }
    Ok(u8::from(!skipped.is_empty()))
}

struct Done {
    from: PathBuf,
    to: PathBuf,
    outcome: Outcome,
    imported: Imported,
}

struct Skipped {
    from: PathBuf,
    why: String,
}

/// A bar on a terminal's standard error, for more than a handful of files.
fn progress(files: usize) -> indicatif::ProgressBar {
    if files < 8 {
        return indicatif::ProgressBar::hidden();
    }
    let bar = indicatif::ProgressBar::new(files as u64);
    if let Ok(style) = indicatif::ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message(words::IMPORTING);
    bar
}

/// The readers of HTML and PDF may panic. That is caught and reported; their own message is for their authors.
fn quiet_reader_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().name() != Some(import::READER_THREAD) {
            before(info);
        }
    }));
}

fn human(out: &mut impl Write, written: &[Done], skipped: &[Skipped]) -> io::Result<()> {
    for done in written {
        let Imported { article, report, .. } = &done.imported;
        writeln!(out, "{} {}", words::outcome(done.outcome), done.to.display())?;
        let mut row = |name: &str, value: &str| writeln!(out, "  {name:<10} {value}");
        row("from", &format!("{} ({})", done.from.display(), report.kind))?;
        row("title", &article.title)?;
        if !article.author.is_empty() {
            row("author", &article.author.join(", "))?;
        }
        if let Some(publisher) = &article.publisher {
            row("publisher", publisher)?;
        }
        if let Some(date) = &article.date {
            row("date", &date.to_string())?;
        }
        if let Some(license) = &article.license {
            row("license", license)?;
        }
        row("took", &words::took(report))?;
        let dropped = words::dropped(&report.dropped_counts());
        if !dropped.is_empty() {
            row("left out", &dropped)?;
        }
        for note in &report.notes {
            writeln!(out, "  {note}")?;
        }
        for &missing in &report.missing {
            writeln!(out, "  {}", words::missing(missing))?;
        }
    }
    for s in skipped {
        writeln!(out, "skipped {}: {}", s.from.display(), s.why)?;
    }
    if written.len() + skipped.len() > 1 {
        writeln!(out, "{} imported, {} skipped", written.len(), skipped.len())?;
    }
    Ok(())
}

/// For other programs.
#[derive(Serialize)]
struct Json<'a> {
    imported: Vec<JsonFile<'a>>,
    skipped: Vec<JsonSkipped>,
}

#[derive(Serialize)]
struct JsonFile<'a> {
    source: String,
    file: String,
    outcome: Outcome,
    id: &'a str,
    title: &'a str,
    author: &'a [String],
    publisher: Option<&'a str>,
    date: Option<String>,
    lang: Option<&'static str>,
    url: Option<&'a str>,
    doi: Option<&'a str>,
    license: Option<&'a str>,
    #[serde(flatten)]
    report: &'a Report,
}

#[derive(Serialize)]
struct JsonSkipped {
    source: String,
    reason: String,
}

fn json<'a>(written: &'a [Done], skipped: &[Skipped]) -> Json<'a> {
    let imported = written
        .iter()
        .map(|d| {
            let a = &d.imported.article;
            JsonFile {
                source: d.from.display().to_string(),
                file: d.to.display().to_string(),
                outcome: d.outcome,
                id: &a.id,
                title: &a.title,
                author: &a.author,
                publisher: a.publisher.as_deref(),
                date: a.date.map(|d| d.to_string()),
                lang: a.lang.map(|l| l.tag()),
                url: a.url.as_deref(),
                doi: a.doi.as_deref(),
                license: a.license.as_deref(),
                report: &d.imported.report,
            }
        })
        .collect();
    let skipped =
        skipped.iter().map(|s| JsonSkipped { source: s.from.display().to_string(), reason: s.why.clone() }).collect();
    Json { imported, skipped }
}

/// Everything this command says, in one place to be translated.
mod words {
    use super::{Missing, Outcome, Reason, Report};

    pub const GOOD_ID: &str = "use letters, digits, '-' and '_', starting and ending with a letter or digit";
    pub const NOTHING_FOUND: &str = "nothing to import: no .txt, .html, .htm or .pdf file in the folders given";
    pub const ONE_BY_ONE: &str = "import them one by one, or leave --id out";
    pub const TAKEN: &str = "use --force to replace it, or --id to give this article another name";
    pub const IMPORTING: &str = "importing";

    pub fn outcome(outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Written => "imported",
            Outcome::Replaced => "replaced",
            Outcome::Unchanged => "unchanged",
        }
    }

    pub fn took(report: &Report) -> String {
        let s = |n: usize| if n == 1 { "" } else { "s" };
        let (p, h) = (report.paragraphs, report.headings);
        format!("{p} paragraph{}, {h} heading{}", s(p), s(h))
    }

    pub fn dropped(counts: &[(Reason, usize)]) -> String {
        let name = |r: &Reason| match r {
            Reason::Navigation => "navigation",
            Reason::Teaser => "teasers",
            Reason::Picture => "captions and credits",
            Reason::Promotion => "promotion",
            Reason::Metadata => "date and author lines",
            Reason::Kicker => "above the headline",
            Reason::Imprint => "imprint",
            Reason::Repeated => "repetitions",
            Reason::RunningHead => "running heads",
            Reason::Footnote => "footnotes",
            Reason::Page => "around the article",
            Reason::Footer => "below the article",
        };
        counts.iter().map(|(r, n)| format!("{n} {}", name(r))).collect::<Vec<_>>().join(", ")
    }

    pub fn missing(missing: Missing) -> &'static str {
        match missing {
            Missing::Title => "no title found: add `title: …` to the front matter",
            Missing::Author => "no author found: add `author: …`, or nothing if the page names none",
            Missing::Publisher => "no publisher found: add `publisher: …`",
            Missing::Date => {
                "no date found: add `date: …` (2024-11-14, 2024-11 or 2024-11-14~ for about); without it this article is never the \
                 first to say something"
            }
            Missing::Lang => "language not recognised: add `lang: de` or `lang: en`",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const PAGE: &str = "Deich hält der Flut stand\n\nDer Deich an der Mündung hat in der Nacht auf seiner ganzen Länge gehalten, \
                        wie der Landkreis mitteilte.\n";

    fn args(paths: &[&Path], into: &Path) -> Args {
        let paths = paths.iter().map(|p| p.to_path_buf()).collect();
        Args { paths, into: into.to_path_buf(), force: false, id: None, format: Format::Human }
    }

    fn quietly(args: &Args) -> anyhow::Result<u8> {
        report(args, &mut io::sink())
    }

    #[test]
    fn never_overwrites_without_force() -> anyhow::Result<()> {
        let dir = tempfile::tempdir()?;
        let page = dir.path().join("Übung 1.txt");
        std::fs::write(&page, PAGE)?;
        let into = dir.path().join("neuer ordner/corpus");
        let mut args = args(&[&page], &into);
        assert_eq!(quietly(&args)?, 0);
        let file = into.join("deich-haelt-der-flut-stand.md");
        let first = std::fs::read_to_string(&file)?;
        assert!(first.starts_with("---\nid: deich-haelt-der-flut-stand\n"), "{first}");
        assert_eq!(quietly(&args)?, 0, "the same again is no conflict");

        std::fs::write(&file, "---\ndate: 2023\n---\nmine\n")?;
        assert_eq!(quietly(&args)?, 1);
        assert_eq!(std::fs::read_to_string(&file)?, "---\ndate: 2023\n---\nmine\n");
        args.id = Some("deich".into());
        assert_eq!(quietly(&args)?, 0);
        args.id = None;
        args.force = true;
        assert_eq!(quietly(&args)?, 0);
        assert_eq!(std::fs::read_to_string(&file)?, first);
        assert_eq!(std::fs::read_dir(&into)?.count(), 2, "no temporary file is left behind");
        Ok(())
    }

    #[test]
    fn folders_and_equal_titles() -> anyhow::Result<()> {
        let dir = tempfile::tempdir()?;
        let pages = dir.path().join("pages");
        std::fs::create_dir_all(pages.join("sub"))?;
        std::fs::write(pages.join("a.txt"), PAGE)?;
        std::fs::write(pages.join("sub/b.TXT"), PAGE.replace("Nacht", "Frühe"))?;
        std::fs::write(pages.join("empty.txt"), " \n")?;
        std::fs::write(pages.join("image.png"), [0, 1, 2])?;
        let into = dir.path().join("corpus");
        assert_eq!(quietly(&args(&[&pages], &into))?, 1, "the empty page is skipped");
        assert!(into.join("deich-haelt-der-flut-stand.md").exists());
        assert!(into.join("deich-haelt-der-flut-stand-2.md").exists());
        assert_eq!(std::fs::read_dir(&into)?.count(), 2);
        Ok(())
    }

    #[test]
    fn json_for_other_programs() -> anyhow::Result<()> {
        let dir = tempfile::tempdir()?;
        let page = dir.path().join("a.txt");
        std::fs::write(&page, PAGE)?;
        let mut args = args(&[&page, &dir.path().join("b.txt")], &dir.path().join("corpus"));
        args.format = Format::Json;
        let mut out = Vec::new();
        assert_eq!(report(&args, &mut out)?, 1);
        let json: serde_json::Value = serde_json::from_slice(&out)?;
        let one = &json["imported"][0];
        assert_eq!(
            (&one["id"], &one["lang"], &one["kind"]),
            (&"deich-haelt-der-flut-stand".into(), &"de".into(), &"text".into())
        );
        assert_eq!(
            (&one["paragraphs"], &one["missing"]),
            (&1.into(), &serde_json::json!(["author", "publisher", "date"]))
        );
        assert!(json["skipped"][0]["reason"].as_str().is_some_and(|r| r.starts_with("cannot read it: ")), "{json}");
        Ok(())
    }

    #[test]
    fn what_cannot_run() -> anyhow::Result<()> {
        let dir = tempfile::tempdir()?;
        let page = dir.path().join("a.txt");
        std::fs::write(&page, PAGE)?;
        let into = dir.path().join("corpus");
        let mut bad = args(&[&page], &into);
        bad.id = Some("../x".into());
        assert!(quietly(&bad).is_err());
        bad.id = Some("x".into());
        bad.paths.push(dir.path().join("b.txt"));
        assert!(quietly(&bad).is_err());
        assert!(quietly(&args(&[&page], &page)).is_err(), "a file is no folder");
        std::fs::create_dir(dir.path().join("none"))?;
        assert!(quietly(&args(&[&dir.path().join("none")], &into)).is_err());
        assert_eq!(quietly(&args(&[&dir.path().join("missing.txt")], &into))?, 1);
        Ok(())
    }
}
