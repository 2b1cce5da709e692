//! No text makes the analysis panic, and every span lies within its text, on character boundaries.
#![no_main]

use std::sync::{Arc, LazyLock};

use beleg::actors::{Matcher, Registry};
use beleg::analysis::{Analysis, Context};
use beleg::lang::Lang;
use beleg::text::Span;
use beleg::text::document::Document;
use beleg::text::prose::Format;

static MATCHER: LazyLock<Arc<Matcher>> = LazyLock::new(|| {
    let (registry, _) = Registry::parse(include_str!("../../corpus/actors.toml"));
    Arc::new(Matcher::new(Arc::new(registry)))
});

fn inside(text: &str, span: Span, what: &str) {
    assert!(span.start <= span.end && text.get(span.range()).is_some(), "{what} {span:?} in {text:?}");
}

libfuzzer_sys::fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let format = if choice & 1 == 0 { Format::Markdown } else { Format::Plain };
    let document = Document::new(text, format);
    let lang = [None, None, Some(Lang::De), Some(Lang::En)][usize::from(choice >> 1 & 3)];
    let reference = beleg::analysis::infer_reference(&document);
    let analysis = Analysis::new(&document, &Context { matcher: MATCHER.clone(), lang, reference });
    let claims = analysis.claims();
    let mut claims = claims.iter();
    for (start, _, paragraph) in analysis.paragraphs() {
        let prose = paragraph.text();
        let source = |span: Span, what: &str| {
            inside(prose, span, what);
            inside(text, paragraph.block.to_source(span).shifted(start), what);
        };
        let mut last = 0;
        for sentence in paragraph.sentences() {
            source(*sentence, "sentence");
            assert!(last <= sentence.start, "sentences overlap in {prose:?}");
            last = sentence.end;
        }
        paragraph.quotes().iter().for_each(|quote| source(quote.span, "quotation"));
        paragraph.figures().iter().for_each(|figure| source(figure.span, "figure"));
        paragraph.mentions.iter().for_each(|mention| source(mention.span, "mention"));
        for claim in claims.next().map_or(&[][..], |claimed| &claimed.claims) {
            source(claim.span, "claim");
        }
    }
});
