//! A document and its analysis after any edits equal the same text opened afresh.
#![no_main]

use std::sync::{Arc, LazyLock};

use beleg::actors::{Matcher, Registry};
use beleg::analysis::{Analysis, Context};
use beleg::text::Span;
use beleg::text::document::Document;
use beleg::text::prose::Format;

static MATCHER: LazyLock<Arc<Matcher>> = LazyLock::new(|| {
    let (registry, _) = Registry::parse(include_str!("../../corpus/actors.toml"));
    Arc::new(Matcher::new(Arc::new(registry)))
});

#[derive(arbitrary::Arbitrary, Debug)]
struct Edit<'a> {
    at: u16,
    len: u8,
    new: &'a str,
}

#[derive(arbitrary::Arbitrary, Debug)]
struct Input<'a> {
    plain: bool,
    text: &'a str,
    edits: Vec<Edit<'a>>,
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&n| text.is_char_boundary(n)).unwrap_or(0)
}

/// Everything an analysis says.
fn says(analysis: &Analysis) -> String {
    let mut out = String::new();
    for (start, number, p) in analysis.paragraphs() {
        out += &format!("{start} {number:?} {:?} {:?} {:?}\n", p.sentences(), p.figures(), p.mentions);
    }
    for claimed in analysis.claims() {
        out += &format!("{:?}\n", claimed.claims);
    }
    out
}

libfuzzer_sys::fuzz_target!(|input: Input<'_>| {
    let format = if input.plain { Format::Plain } else { Format::Markdown };
    let mut copy = input.text.to_owned();
    let mut live = Document::new(&copy, format);
    let context = Context { matcher: MATCHER.clone(), lang: None, reference: None };
    let mut analysis = Analysis::new(&live, &context);
    for edit in input.edits.iter().take(8) {
        let start = boundary(&copy, usize::from(edit.at) % (copy.len() + 1));
        let end = boundary(&copy, start + usize::from(edit.len)).max(start);
        live.edit(Span::new(start, end), edit.new);
        copy.replace_range(start..end, edit.new);
        assert_eq!(live.text(), copy);
        let fresh = Document::new(&copy, format);
        assert_eq!(live.chunks().len(), fresh.chunks().len());
        for (a, b) in live.chunks().iter().zip(fresh.chunks()) {
            assert_eq!((a.start, a.line, &a.chunk), (b.start, b.line, &b.chunk));
        }
        analysis = analysis.update(&live, &context);
        assert_eq!(says(&analysis), says(&Analysis::new(&fresh, &context)));
    }
});
