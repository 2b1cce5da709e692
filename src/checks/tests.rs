//! Every example of every check is run, and the pages in `docs/checks/` say what the examples say.

use std::fs;
use std::sync::{Arc, LazyLock};

use super::doc::Example;
use super::{ALL, Finding, Inputs, by_code, check_document};
use crate::actors::{Matcher, Registry};
use crate::analysis::{Analysis, Context};
use crate::corpus::Corpus;
use crate::corpus::index::Sources;
use crate::lang::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::prose::Format;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::builtin().clone()));
static UNNAMED: LazyLock<Arc<Matcher>> = LazyLock::new(Arc::default);

/// The findings of an example's draft.
fn found(example: &Example) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for article in example.sources {
        let path = folder.path().join(format!("{}.md", article.id));
        let head =
            format!("---\nid: {}\npublisher: {}\ndate: {}\n---\n\n", article.id, article.publisher, article.date);
        fs::write(&path, head + article.text + "\n").unwrap();
        files.push(path);
    }
    files.sort();
    let registry = Arc::new(Registry::parse(example.actors).0);
    let named = || Arc::new(Matcher::new(registry.clone()));
    let matcher = if example.actors.is_empty() { UNNAMED.clone() } else { named() };
    let lexicon = &*LEXICON;
    let corpus = Corpus::open(
        &Sources { files, matcher: matcher.clone(), fingerprint: 0, lexicon: lexicon.clone(), cache: None },
        &|_, _| (),
    );
    let document = Document::new(example.draft, Format::Markdown);
    let analysis = Analysis::new(&document, &Context { matcher, lang: None, reference: None });
    let severity = |code: &str| by_code(code).map(super::Check::severity);
    let read = |n: usize| Some(fs::read_to_string(&corpus.entries().get(n)?.path).ok()?.into());
    let inputs =
        Inputs { corpus: &corpus, lexicon, registry: &registry, severity: &severity, read: &read, without: None };
    check_document(&analysis, &inputs)
}

fn fixed(draft: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fixes.iter().find(|f| f.preferred)?;
    let mut text = draft.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    Some(text)
}

#[test]
fn every_example_is_found_or_not_as_its_page_says() {
    let mut wrong = Vec::new();
    for check in ALL {
        for example in check.doc().examples {
            let all = found(example);
            let own: Vec<&Finding> = all.iter().filter(|f| f.code == check.code()).collect();
            let words = |f: &Finding| example.draft[f.span.range()].to_owned();
            let said =
                || all.iter().map(|f| format!("\n    {} [{}] {}", f.code, words(f), f.message)).collect::<String>();
            let mut fail = |what: &str| wrong.push(format!("{} {what}: {}{}", check.code(), example.draft, said()));
            match (example.finds, own.as_slice()) {
                (None, []) if all.is_empty() => {}
                (None, _) => fail("must be silent"),
                (Some(finds), [finding]) if words(finding) == finds => {
                    if !finding.message.contains(example.says) {
                        fail("says something else");
                    }
                    if example.fixed.is_some() && fixed(example.draft, finding).as_deref() != example.fixed {
                        fail(&format!("fixes it otherwise ({:?})", fixed(example.draft, finding)));
                    }
                }
                (Some(_), _) => fail("finds something else"),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_check_has_a_name_the_settings_know() {
    let codes: Vec<&str> = ALL.iter().map(|c| c.code()).collect();
    let mut known = codes.clone();
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), codes.len());
    for check in ALL {
        let examples = check.doc().examples;
        assert!(examples.iter().any(|e| e.finds.is_some()) && examples.iter().any(|e| e.finds.is_none()));
    }
}
