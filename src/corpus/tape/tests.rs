//! Laws of quoting: what is made of somebody's words by leaving out, putting in and setting type is found where it is from.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::actors::Matcher;
use crate::analysis::{Analysis, Context};
use crate::text::document::Document;
use crate::text::prose::Format;
use crate::text::quotes::quotes;

static MATCHER: LazyLock<Arc<Matcher>> = LazyLock::new(Arc::default);

fn paragraph(text: &str) -> Option<Arc<Paragraph>> {
    let context = Context { matcher: MATCHER.clone(), lang: Some(Lang::De), reference: None };
    let analysis = Analysis::new(&Document::new(text, Format::Plain), &context);
    analysis.paragraphs().next().map(|(_, _, p)| p.clone())
}

fn quotation(text: &str) -> Option<Quoted> {
    let paragraph = paragraph(text)?;
    quoted(&paragraph, 0, |_| Voice::Quoted).into_iter().next()
}

const WORDS: &[&str] = &[
    "Brücke",
    "wir",
    "größer",
    "nicht",
    "12.000",
    "den",
    "Café-Betrieb",
    "noch",
    "Übermut",
    "geht's",
    "5 %",
    "trotz",
    "der",
    "Fähre",
    "naïve",
    "morgens",
    "Straße",
    "ein",
    "Löwenzahn",
    "don't",
];
const MARKS: &[(&str, &str)] = &[("„", "“"), ("»", "«"), ("«", "»"), ("“", "”"), ("\"", "\""), ("›", "‹")];
const ELLIPSES: &[&str] = &["…", "...", "[…]", "[...]", "(…)"];

/// What somebody who sets type makes of a word without changing it.
fn typed(word: &str, how: u8) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    match how {
        0 => word.nfd().collect(),
        1 => word.to_uppercase(),
        2 => word.replace('-', "\u{2011}"),
        3 => word.replace('\'', "’"),
        4 => word.replace('.', "\u{202f}").replace(' ', "\u{a0}"),
        5 => word.replace("ß", "ss"),
        6 => format!("*{word}*"),
        _ => word.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn what_was_cut_and_set_anew_is_found(
        said in proptest::collection::vec(0..WORDS.len(), 8..30),
        hows in proptest::collection::vec(0u8..8, 30),
        marks in 0..MARKS.len(),
        (from, cut, ellipsis, insert) in (0..3usize, 0..4usize, 0..ELLIPSES.len(), proptest::bool::ANY),
    ) {
        let words: Vec<&str> = said.iter().map(|&n| WORDS[n]).collect();
        let source = paragraph(&format!("Sie sagte: „{}.“ Dann ging sie.", words.join(" "))).unwrap();
        let tape = Tape::of(&source);
        let typed: Vec<String> = words.iter().zip(&hows).map(|(w, how)| typed(w, *how)).collect();
        let middle = from + (words.len() - from) / 2;
        let mut draft = typed[from..middle].join(" ");
        if cut > 0 {
            draft.push_str(&format!(" {}", ELLIPSES[ellipsis]));
        }
        if insert {
            draft.push_str(" [so sie]");
        }
        draft.push_str(&format!(" {}", typed[(middle + cut).min(words.len() - 1)..].join(" ")));
        let (open, close) = MARKS[marks];
        let quoted = quotation(&format!("{open}{draft}{close}, sagte sie."));
        prop_assert!(quoted.is_some(), "{}", draft);
        let Some(quoted) = quoted else { return Ok(()) };
        prop_assert!(tape.find(&quoted).is_some(), "{} / {}", words.join(" "), draft);
        let listed = tape.pairs();
        prop_assert!(quoted.pairs().iter().all(|p| listed.binary_search(p).is_ok()), "{}", draft);
    }

    #[test]
    fn another_word_is_another_quotation(said in proptest::collection::vec(0..WORDS.len(), 8..20), at in 2..6usize) {
        let words: Vec<&str> = said.iter().map(|&n| WORDS[n]).collect();
        let source = paragraph(&format!("Sie sagte: „{}.“", words.join(" "))).unwrap();
        let mut other = words.clone();
        other[at] = "Kaktus";
        let quoted = quotation(&format!("„{}“, sagte sie.", other.join(" "))).unwrap();
        let tape = Tape::of(&source);
        prop_assert!(tape.find(&quoted).is_none());
        prop_assert!(tape.nearest(&quoted).is_some_and(|f| f.likeness > 0.7 && f.is_quoted));
    }

    #[test]
    fn no_text_is_too_odd(text in "[a-zäßÖ0-9 .,…„“”»«'’\"()\\[\\]%€\u{301}\u{ad}\u{202f}👍\n-]{0,80}") {
        for quote in quotes(&text) {
            prop_assert!(text.get(quote.span.range()).is_some() && quote.span.contains(quote.inner));
        }
        if let Some(paragraph) = paragraph(&text) {
            let tape = Tape::of(&paragraph);
            for n in 0..paragraph.sentences().len() {
                for quoted in quoted(&paragraph, n, |_| Voice::Quoted) {
                    tape.find(&quoted);
                    tape.nearest(&quoted);
                }
            }
        }
    }
}

#[test]
fn a_tape_knows_its_sentences_and_what_is_quoted() {
    let source = paragraph("Der Deich hält. Sie sagte: „Wir bleiben alle hier.“ Es regnet „weiter“.").unwrap();
    let tape = Tape::of(&source);
    let find = |text: &str| quotation(text).and_then(|q| tape.find(&q)).map(|f| (f.sentence, f.is_quoted));
    assert_eq!(find("„Der Deich hält“, hieß es."), Some((0, false)));
    assert_eq!(find("„Wir bleiben alle hier“, hieß es."), Some((1, true)));
    assert_eq!(find("„alle hier. Es regnet weiter“, hieß es."), Some((1, true)));
    assert_eq!(find("„Wir bleiben hier“, hieß es."), None);
    let bytes = postcard::to_stdvec(&tape).unwrap();
    assert_eq!(postcard::from_bytes::<Tape>(&bytes).unwrap(), tape);
}
