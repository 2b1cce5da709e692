//! Every example of every check is run, and the pages in `docs/checks/` say what the examples say.

use std::fs;
use std::sync::{Arc, LazyLock};

use super::doc::{Article, Example};
use super::{ALL, Checked, Finding, Inputs, by_code, check_document};
use crate::actors::{Matcher, Registry};
use crate::analysis::{Analysis, Context};
use crate::corpus::Corpus;
use crate::corpus::index::Sources;
use crate::lang::lexicon::Lexicon;
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::builtin().clone()));
static UNNAMED: LazyLock<Arc<Matcher>> = LazyLock::new(Arc::default);

/// What `ask` makes of these articles and actors.
fn with<T>(sources: &[Article], actors: &str, ask: impl FnOnce(&Inputs<'_>, &dyn Fn(&Document) -> Analysis) -> T) -> T {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for article in sources {
        let path = folder.path().join(format!("{}.md", article.id));
        let head =
            format!("---\nid: {}\npublisher: {}\ndate: {}\n---\n\n", article.id, article.publisher, article.date);
        fs::write(&path, head + article.text + "\n").unwrap();
        files.push(path);
    }
    files.sort();
    let registry = Arc::new(Registry::parse(actors).0);
    let named = || Arc::new(Matcher::new(registry.clone()));
    let matcher = if actors.is_empty() { UNNAMED.clone() } else { named() };
    let lexicon = &*LEXICON;
    let corpus = Corpus::open(
        &Sources { files, matcher: matcher.clone(), fingerprint: 0, lexicon: lexicon.clone(), cache: None },
        &|_, _| (),
    );
    let severity = |code: &str| by_code(code).map(super::Check::severity);
    let read = |n: usize| Some(fs::read_to_string(&corpus.entries().get(n)?.path).ok()?.into());
    let inputs =
        Inputs { corpus: &corpus, lexicon, registry: &registry, severity: &severity, read: &read, without: None };
    let context = Context { matcher, lang: None, reference: None };
    ask(&inputs, &|document| Analysis::new(document, &context))
}

/// The findings of an example's draft.
fn found(example: &Example) -> Vec<Finding> {
    with(example.sources, example.actors, |inputs, read| {
        check_document(&read(&Document::new(example.draft, Format::Markdown)), inputs)
    })
}

/// All examples in one draft, with all their sources.
fn everything() -> (Vec<Article>, String) {
    let examples = || ALL.into_iter().flat_map(|c| c.doc().examples);
    let mut sources: Vec<Article> = examples().flat_map(|e| e.sources).copied().collect();
    sources.sort_by_key(|a| a.id);
    sources.dedup_by_key(|a| a.id);
    (sources, examples().map(|e| e.draft).collect::<Vec<_>>().join("\n\n"))
}

#[test]
fn in_parts_the_same_is_found_and_what_was_found_stays_until_then() {
    let (sources, draft) = everything();
    with(&sources, "", |inputs, read| {
        let analysis = read(&Document::new(&draft, Format::Markdown));
        let whole = check_document(&analysis, inputs);
        let last = whole.last().map(|f| f.span).unwrap();
        let stop = || false;
        let finish = |mut checked: Checked| {
            while checked.is_partial {
                checked = checked.advance(&analysis, inputs, &[last], Some(&stop));
            }
            checked
        };
        let first = Checked::default().advance(&analysis, inputs, &[last], Some(&stop));
        assert!(first.is_partial && first.findings.len() < whole.len());
        assert_eq!(first.findings.last(), whole.last(), "what is near comes first");
        let all = finish(first);
        assert_eq!(all.findings, whole);
        // Other sources, which have nothing to say: part by part the findings go, and none before its turn.
        let empty = Corpus::empty();
        let other = Inputs { corpus: &empty, ..inputs.clone() };
        let old = all.outdated();
        assert_eq!(old.findings, whole);
        let first = old.advance(&analysis, &other, &[last], Some(&stop));
        assert!(first.findings.contains(&whole[0]) && !first.findings.contains(&whole[whole.len() - 1]));
        assert_eq!(finish(first.outdated()).findings, whole, "as if nothing had been in between");
    });
}

#[test]
fn key_by_key_the_same_is_found_as_in_a_text_just_opened() {
    let (sources, draft) = everything();
    with(&sources, "", |inputs, read| {
        let mut document = Document::new(&draft, Format::Markdown);
        let mut checked = Checked::default().update(&read(&document), inputs);
        let mut analysis = read(&document);
        // Before a sentence, within one, within another of the same paragraph, and elsewhere.
        let places = ["An der Umfrage", "Imkerverbands", "Von diesen 870", "Mareike"];
        for (place, keys) in places.into_iter().zip(["Ja. ", "1 ", "Und ", "€"]) {
            let mut at = draft.find(place).map_or(0, |at| at as u32);
            for key in keys.chars() {
                document.edit(Span { start: at, end: at }, key.encode_utf8(&mut [0; 4]));
                at += key.len_utf8() as u32;
                analysis = analysis.update(&document, &analysis.context().clone());
                checked = checked.update(&analysis, inputs);
                assert_eq!(checked.findings, check_document(&read(&document), inputs), "{place} {key}");
            }
        }
    });
}

/// Who is named elsewhere in the paragraph decides whether a source may be about it: a name that comes or goes there makes
/// findings about the sentence beside it come and go.
#[test]
fn a_name_typed_into_the_next_sentence_is_heard_by_the_one_before() {
    const SOURCE: Article = Article {
        id: "hafenfest",
        publisher: "Küstenblatt",
        date: "2024-06-02",
        text: "Zum Hafenfest in Norderwiek kamen am Wochenende 4.200 Besucher, sagte Organisatorin Imke Hansen.",
    };
    with(&[SOURCE], "", |inputs, read| {
        let draft = "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Das war viel.";
        let mut document = Document::new(draft, Format::Markdown);
        let mut analysis = read(&document);
        let mut checked = Checked::default().update(&analysis, inputs);
        let mut seen = std::collections::BTreeSet::new();
        // Somebody the source does not know, then somebody it does.
        let named = "Das freute den Bürgermeister Jörg Lindqvist";
        for (old, new) in [("Das war viel", named), ("Jörg Lindqvist", "x"), ("den Bürgermeister x", "Imke Hansen")] {
            let start = document.text().find(old).map(|at| at as u32).unwrap();
            document.edit(Span { start, end: start + old.len() as u32 }, new);
            analysis = analysis.update(&document, &analysis.context().clone());
            checked = checked.update(&analysis, inputs);
            assert_eq!(checked.findings, check_document(&read(&document), inputs), "{new}");
            seen.insert(checked.findings.len());
        }
        assert!(seen.len() > 1, "the names make a difference: {seen:?}");
    });
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
