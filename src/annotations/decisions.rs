//! What has been decided about findings, beside the text: `beleg.decisions.jsonl`.
//!
//! The file is made to be committed and merged: one JSON object a line, sorted by what it is about, so two people's decisions
//! land in different lines and the same decisions give the same file. Whatever a merge leaves behind is read: lines that stand
//! twice count once, both sides of a conflict count, and each is a [`Problem`] at its line; the next decision that is written
//! tidies it away. A line that cannot be read is kept as it is.
//!
//! **Invariant:** an `ignored` without a reason is not in force.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::anchor::{Anchor, Found, Sentences};
use crate::checks;
use crate::text::{Problem, Severity, Span};

/// The name of the file, at the workspace's root.
pub const DECISIONS_FILE: &str = "beleg.decisions.jsonl";

/// Stands for every check.
pub const EVERY_CHECK: &str = "all";

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The finding does not matter, for a reason.
    Ignored,
    /// Somebody has compared the sentence with its sources.
    Checked,
}

impl Verdict {
    /// Its name, as in the file.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Ignored => "ignored",
            Verdict::Checked => "checked",
        }
    }
}

/// A decision about one finding, or with the check `all` about every finding of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The document as seen from the root, with `/`.
    pub path: String,
    /// The check.
    pub check: String,
    /// What was decided.
    pub decision: Verdict,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// About which sentence.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// What newer versions have to say.
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

impl Decision {
    /// Whether it holds.
    pub fn is_in_force(&self) -> bool {
        self.decision == Verdict::Checked || !self.reason.trim().is_empty()
    }

    /// What it is about: two decisions that agree in this are one.
    fn about(&self) -> (&str, &Anchor, &str) {
        (&self.path, &self.anchor, &self.check)
    }
}

/// A decision and the sentence it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'d> {
    /// The decision.
    pub decision: &'d Decision,
    /// Where its sentence is.
    pub found: Found,
}

impl Placed<'_> {
    /// Whether it decides about a finding.
    pub fn is_about(&self, sentences: &Sentences<'_>, text: &str, code: &str, span: Span) -> bool {
        let decision = self.decision;
        (decision.check == code || decision.check == EVERY_CHECK)
            && sentences.at(span.start) == Some(self.found.sentence)
            && sentences.is_about(&decision.anchor, text, span)
    }
}

/// Everything that was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Sorted, each once.
    all: Vec<Decision>,
    /// Lines that are no decisions.
    strange: Vec<String>,
}

impl Decisions {
    /// Reads the file.
    pub fn read(text: &str) -> (Decisions, Vec<Problem>) {
        let mut decisions = Decisions::default();
        let mut problems = Vec::new();
        let mut seen: Vec<(u32, Decision)> = Vec::new();
        let mut base = false;
        for (n, line) in text.lines().enumerate() {
            let n = n as u32 + 1;
            let mut problem = |column: usize, severity: Severity, message: String| {
                problems.push(Problem { line: n, column: column as u32 + 1, severity, message });
            };
            let line = line.trim_start_matches('\u{FEFF}').trim();
            if let Some(marker) = Marker::of(line) {
                problem(0, Severity::Warning, "left over from a merge: both sides count until the next decision is written, which removes this line".into());
                base = marker == Marker::Base || base && marker == Marker::Start;
                continue;
            }
            // What both sides had before the merge is not what either of them says.
            if line.is_empty() || base {
                continue;
            }
            let decision: Decision = match serde_json::from_str(line) {
                Ok(decision) => decision,
                Err(error) => {
                    let message = format!("not a decision, and kept as it is: {}", without_place(&error));
                    problem(error.column().saturating_sub(1), Severity::Error, message);
                    decisions.strange.push(line.to_owned());
                    continue;
                }
            };
            let column = |key: &str| line.find(&format!("\"{key}\"")).map_or(0, |at| line[..at].chars().count());
            if decision.check != EVERY_CHECK && checks::by_code(&decision.check).is_none() {
                problem(column("check"), Severity::Warning, format!("there is no check '{}'", decision.check));
            }
            if !decision.is_in_force() {
                let message = "not in force: nothing is ignored without a reason; write one".to_owned();
                problem(column("reason"), Severity::Warning, message);
            }
            if let Some((first, _)) = seen.iter().find(|(_, d)| d.about() == decision.about()) {
                problem(0, Severity::Hint, format!("decided already in line {first}"));
            }
            seen.push((n, decision));
        }
        seen.into_iter().for_each(|(_, decision)| decisions.add(decision));
        (decisions, problems)
    }

    /// The file: sorted, each decision once.
    pub fn write(&self) -> String {
        let lines = self.all.iter().filter_map(|d| serde_json::to_string(d).ok());
        let mut out = String::new();
        for line in lines.chain(self.strange.iter().cloned()) {
            out += &line;
            out.push('\n');
        }
        out
    }

    fn place(&self, decision: &Decision) -> Result<usize, usize> {
        self.all.binary_search_by(|d| d.about().cmp(&decision.about()))
    }

    /// The line of [`Decisions::write`], from 0, in which a decision about the same stands, and what it says.
    pub fn line_of(&self, decision: &Decision) -> Option<(u32, String)> {
        let line = self.place(decision).ok()?;
        Some((line as u32, serde_json::to_string(self.all.get(line)?).ok()?))
    }

    /// Adds a decision. Of two about the same, the one with a reason stays, else the first.
    fn add(&mut self, decision: Decision) {
        match self.place(&decision) {
            Err(at) => self.all.insert(at, decision),
            Ok(at) => {
                if let Some(known) = self.all.get_mut(at)
                    && !known.is_in_force()
                    && decision.is_in_force()
                {
                    *known = decision;
                }
            }
        }
    }

    /// Decides, whatever was decided about the same before. `sentences` are those of the document.
    pub fn decide(&mut self, decision: Decision, sentences: &Sentences<'_>) {
        let other = self.undecide(&decision.path, &decision.check, &decision.anchor, sentences);
        let other = other.into_iter().next().map(|old| old.other).unwrap_or_default();
        self.add(Decision { other, ..decision });
    }

    /// Takes back what was decided about a finding; what that was.
    pub fn undecide(&mut self, path: &str, check: &str, anchor: &Anchor, sentences: &Sentences<'_>) -> Vec<Decision> {
        let Some(here) = sentences.find(anchor).map(|f| f.sentence) else { return Vec::new() };
        let same = |d: &Decision| {
            d.path == path
                && d.check == check
                && (&d.anchor.words, d.anchor.nth) == (&anchor.words, anchor.nth)
                && sentences.find(&d.anchor).is_some_and(|f| f.sentence == here)
        };
        let (out, kept) = std::mem::take(&mut self.all).into_iter().partition(same);
        self.all = kept;
        out
    }

    /// What was decided in a document.
    pub fn of<'d>(&'d self, path: &str) -> &'d [Decision] {
        // File systems disagree about how an umlaut is written.
        let path: String = path.nfc().collect();
        let from = self.all.partition_point(|d| d.path < path);
        let to = self.all.partition_point(|d| d.path <= path);
        self.all.get(from..to).unwrap_or_default()
    }

    /// The decisions in force that belong to a sentence of a document.
    pub fn placed<'d>(&'d self, path: &str, sentences: &Sentences<'_>) -> Vec<Placed<'d>> {
        let decisions = self.of(path).iter().filter(|d| d.is_in_force());
        decisions.filter_map(|decision| Some(Placed { decision, found: sentences.find(&decision.anchor)? })).collect()
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// A line a merge leaves behind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    Start,
    Base,
    Middle,
    End,
}

impl Marker {
    fn of(line: &str) -> Option<Marker> {
        let is = |mark: &str| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        match () {
            () if is("<<<<<<<") => Some(Marker::Start),
            () if is("|||||||") => Some(Marker::Base),
            () if is("=======") => Some(Marker::Middle),
            () if is(">>>>>>>") => Some(Marker::End),
            () => None,
        }
    }
}

fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(path: &str, sentence: &str, reason: &str) -> String {
        format!(
            r#"{{"path":"{path}","check":"figure-mismatch","decision":"ignored","reason":"{reason}","sentence":"{sentence}","words":"12 Schiffe"}}"#
        )
    }

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (decisions, problems) = Decisions::read(text);
        let all = decisions.all.iter().map(|d| format!("{}: {} ({})", d.path, d.anchor.sentence, d.reason));
        (all.collect(), problems.iter().map(|p| format!("{}:{} {}", p.line, p.column, p.message)).collect())
    }

    #[test]
    fn the_same_decisions_are_the_same_file() {
        let (a, b) = (line("a.md", "Größe.", "so"), line("b.md", "12 Schiffe.", "doch"));
        let sorted = format!("{a}\n{b}\n");
        for text in [format!("{b}\n{a}\n"), format!("{a}\r\n\n{b}"), format!("{b}\n{a}\n{b}\n")] {
            assert_eq!(Decisions::read(&text).0.write(), sorted, "{text}");
        }
        let newer = sorted.replace("\"reason\"", "\"by\":\"Ö\",\"reason\"");
        let kept = Decisions::read(&newer).0.write();
        assert!(kept.contains("\"by\":\"Ö\""), "{kept}");
        assert_eq!(Decisions::read(&kept).0.write(), kept);
    }

    #[test]
    fn what_a_merge_leaves_behind_is_read_and_said() {
        let (a, b, c) = (line("a.md", "Eins.", "so"), line("a.md", "Zwei.", "so"), line("a.md", "Drei.", "so"));
        let text = format!("<<<<<<< HEAD\n{a}\n||||||| base\n{c}\n=======\n{b}\n{a}\n>>>>>>> theirs\n");
        let (all, problems) = read(&text);
        assert_eq!(all, ["a.md: Eins. (so)", "a.md: Zwei. (so)"]);
        let at: Vec<&str> = problems.iter().map(|p| p.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(at, ["1:1", "3:1", "5:1", "7:1", "8:1"]);
        assert!(problems[3].ends_with("decided already in line 2"), "{problems:?}");
        assert_eq!(Decisions::read(&text).0.write(), format!("{a}\n{b}\n"));
    }

    #[test]
    fn lines_that_are_no_decisions_are_kept_and_said() {
        let good = line("a.md", "Eins.", "so");
        let text = format!("ünsinn\n{good}\n{{\"path\": 3}}\n");
        let (all, problems) = read(&text);
        assert_eq!((all.len(), problems.len()), (1, 2));
        assert!(problems[0].starts_with("1:1 not a decision, and kept as it is: expected value"), "{problems:?}");
        assert_eq!(Decisions::read(&text).0.write(), format!("{good}\nünsinn\n{{\"path\": 3}}\n"));
    }

    #[test]
    fn nothing_is_ignored_without_a_reason() {
        let (none, some) = (line("a.md", "Eins.", " "), line("a.md", "Eins.", "so"));
        let (decisions, problems) = Decisions::read(&none);
        assert!(!decisions.all[0].is_in_force());
        assert!(problems[0].message.starts_with("not in force"), "{problems:?}");
        // Of two about the same, the one that counts stays.
        let (all, _) = read(&format!("{none}\n{some}"));
        assert_eq!(all, ["a.md: Eins. (so)"]);
        let (_, problems) = read(&some.replace("figure-mismatch", "figure-mismach"));
        assert_eq!(problems, ["1:16 there is no check 'figure-mismach'"]);
    }
}
