//! What a check is for, with examples that are run.
//!
//! The pages in `docs/checks/` are made of this by a test, so they say what the program does.

use super::Check;

/// Why a check exists, for people.
#[derive(Clone, Copy, Debug)]
pub struct Doc {
    /// When it fires, in one sentence.
    pub what: &'static str,
    /// Why that matters, and what it leaves alone.
    pub why: &'static str,
    /// Drafts with what is found in them.
    pub examples: &'static [Example],
}

/// An article of an example.
#[derive(Clone, Copy, Debug)]
pub struct Article {
    /// What citations call it.
    pub id: &'static str,
    /// Who published it, and when (EDTF).
    pub publisher: &'static str,
    /// When.
    pub date: &'static str,
    /// What it says; paragraphs are parted by a blank line.
    pub text: &'static str,
}

/// A draft, its sources, and what is found.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What was written before.
    pub sources: &'static [Article],
    /// The registry, as TOML; mostly empty.
    pub actors: &'static str,
    /// The draft.
    pub draft: &'static str,
    /// The words that are found fault with; `None` when nothing is.
    pub finds: Option<&'static str>,
    /// What the message contains.
    pub says: &'static str,
    /// The draft after the preferred fix, where there is one.
    pub fixed: Option<&'static str>,
}

impl Example {
    /// An example to fill in.
    pub const NONE: Example = Example { sources: &[], actors: "", draft: "", finds: None, says: "", fixed: None };
}

/// The page of a check.
pub fn page(check: &dyn Check) -> String {
    let doc = check.doc();
    let mut out = format!(
        "# {}\n\n{}\n\n{}\n\nDefault severity: {}. Set it in `beleg.toml`:\n\n```toml\n[checks]\n{} = \"{}\" # error | warning | information | hint | off\n```\n",
        check.code(),
        doc.what,
        doc.why,
        severity(check),
        check.code(),
        severity(check),
    );
    for (title, found) in [("Found", true), ("Not found", false)] {
        let examples: Vec<&Example> = doc.examples.iter().filter(|e| e.finds.is_some() == found).collect();
        if examples.is_empty() {
            continue;
        }
        out += &format!("\n## {title}\n");
        for example in examples {
            for article in example.sources {
                out += &format!("\n`{}` ({}, {}):\n", article.id, article.publisher, article.date);
                for line in article.text.lines() {
                    out += &format!("{}\n", format!("> {line}").trim_end());
                }
            }
            out += &format!("\nDraft:\n\n```text\n{}\n```\n", example.draft);
            if let Some(finds) = example.finds {
                out += &format!("\nAt “{finds}”: {}…\n", example.says);
            }
            if let Some(fixed) = example.fixed {
                out += &format!("\nFixed:\n\n```text\n{fixed}\n```\n");
            }
        }
    }
    out
}

fn severity(check: &dyn Check) -> &'static str {
    check.severity().name()
}
