//! `beleg decide`: writes down that a finding is right as it stands, for those whose editor can't.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::bar::Bar;
use super::check::{self, Entry};
use crate::annotations::Verdict;
use crate::annotations::decisions::{DECISIONS_FILE, EVERY_CHECK};
use crate::checks;
use crate::text::Span;
use crate::workspace::deciding::Deciding;
use crate::workspace::{Library, absolute};

#[derive(clap::Args)]
#[command(
    after_help = "The decision is written to beleg.decisions.jsonl, which is made to be committed. It holds until the \
    sentence says something else.\n\n\
    Examples:\n  beleg decide entwurf.md:12 figure-mismatch --reason 'rounded on purpose'\n  \
    beleg decide entwurf.md:12:40 all --checked\n  beleg decide entwurf.md:12 figure-mismatch --undo\n\n\
    Exit codes: 0 done, 2 it could not run."
)]
pub struct Args {
    /// Where the finding is, as `beleg check` says it.
    #[arg(value_name = "FILE:LINE[:COLUMN]")]
    place: String,
    /// The check that found it; 'all' for every finding of the sentence.
    #[arg(value_name = "CHECK")]
    check: String,
    /// Ignore it, for this reason.
    #[arg(long, value_name = "TEXT", required_unless_present_any = ["checked", "undo"], conflicts_with = "undo")]
    reason: Option<String>,
    /// Mark it as compared with the sources.
    #[arg(long, conflicts_with = "undo")]
    checked: bool,
    /// Take back what was decided.
    #[arg(long)]
    undo: bool,
}

pub fn run(args: &Args, root: &Path) -> Result<u8> {
    let (file, line, column) = place(&args.place)
        .with_context(|| format!("'{}' is no place; write it as FILE:LINE or FILE:LINE:COLUMN", args.place))?;
    if args.check != EVERY_CHECK && checks::by_code(&args.check).is_none() {
        let known: Vec<&str> = checks::ALL.iter().map(|c| c.code()).collect();
        bail!("there is no check '{}' (known: {}, {EVERY_CHECK})", args.check, known.join(", "));
    }
    let reason = args.reason.as_deref().unwrap_or_default();
    if !args.checked && !args.undo && reason.trim().is_empty() {
        bail!("nothing is ignored without a reason; give one with --reason");
    }
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read '{}'", file.display()))?;
    let bar = Bar::new("Reading articles");
    let library = Library::open(root, &|done, all| bar.report(done, all));
    drop(bar);
    let path = absolute(&file);
    let checked = check::check(&library, library.workspace.display(&path), Some(file), text);
    let spans = spans(args, &checked, line, column)?;
    let about = Deciding { path: &path, text: &checked.text, analysis: &checked.analysis };
    let out = &mut std::io::stdout().lock();
    for span in spans {
        let words = checked.text.get(span.range()).unwrap_or_default();
        let result = if args.undo {
            library.undecide(about, &args.check, span).map(|any| if any { "taken back" } else { "nothing was decided" })
        } else {
            let verdict = if args.checked { Verdict::Checked } else { Verdict::Ignored };
            library.decide(about, &args.check, span, verdict, reason).map(|w| w.decision.decision.name())
        };
        let done = result.map_err(anyhow::Error::msg)?;
        writeln!(out, "{DECISIONS_FILE}: {} at “{words}”: {done}", args.check)?;
    }
    Ok(0)
}

/// The last numbers behind colons are line and column.
fn place(text: &str) -> Option<(PathBuf, usize, Option<usize>)> {
    let (rest, last) = text.rsplit_once(':')?;
    let last: usize = last.parse().ok().filter(|n| *n > 0)?;
    if let Some((file, line)) = rest.rsplit_once(':')
        && let Ok(line) = line.parse::<usize>()
        && !file.is_empty()
    {
        return (line > 0).then(|| (file.into(), line, Some(last)));
    }
    (!rest.is_empty()).then(|| (rest.into(), last, None))
}

/// What is decided about.
fn spans(args: &Args, checked: &check::Text, line: usize, column: Option<usize>) -> Result<Vec<Span>> {
    let text = &checked.text;
    let at = |span: Span| (check::place(text, span.start), check::place(text, span.end));
    if args.check == EVERY_CHECK {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let this = text[start..].lines().next().unwrap_or_default();
        let indent = this.chars().take_while(|c| c.is_whitespace()).count();
        let chars = column.map_or(indent, |c| c - 1);
        let inside: usize = this.chars().take(chars).map(char::len_utf8).sum();
        let start = start + inside;
        let end = start + this[inside..].chars().next().map_or(0, char::len_utf8);
        return Ok(vec![Span::new(start, end)]);
    }
    let here = |e: &&Entry| {
        let (from, to) = at(e.judged.finding.span);
        match column {
            Some(column) => from <= (line, column) && (line, column) < to,
            None => from.0 <= line && line <= to.0,
        }
    };
    let found: Vec<&Entry> = checked.found.iter().filter(here).collect();
    let own: Vec<Span> =
        found.iter().map(|e| &e.judged.finding).filter(|f| f.code == args.check).map(|f| f.span).collect();
    if own.is_empty() {
        let others: Vec<&str> = found.iter().map(|e| e.judged.finding.code).collect();
        let others = if others.is_empty() {
            "nothing is found there".to_owned()
        } else {
            format!("found there: {}", others.join(", "))
        };
        bail!("no finding of {} at {}:{line} ({others})", args.check, checked.name);
    }
    if own.len() > 1 {
        let places: Vec<String> =
            own.iter().map(|s| check::place(text, s.start)).map(|(l, c)| format!("{l}:{c}")).collect();
        bail!("{} found {} things there; say which, with its column: {}", args.check, own.len(), places.join(", "));
    }
    Ok(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_from_behind() {
        assert_eq!(place("a.md:3"), Some(("a.md".into(), 3, None)));
        assert_eq!(place("ä b.md:3:14"), Some(("ä b.md".into(), 3, Some(14))));
        assert_eq!(place("C:\\a.md:3"), Some(("C:\\a.md".into(), 3, None)));
        assert_eq!(place("12:3:4"), Some(("12".into(), 3, Some(4))));
        for no in ["a.md", "a.md:", "a.md:x", "a.md:0", ":3", "a.md:0:1"] {
            assert_eq!(place(no), None, "{no}");
        }
    }
}
