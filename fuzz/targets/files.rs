//! What is wrong with a file is a problem at a line that exists; the rest of it is read.
#![no_main]

use beleg::actors::{Matcher, Registry};
use beleg::annotations::Decisions;
use beleg::corpus::article;
use beleg::lang::lexicon::Lexicon;
use beleg::workspace::config::Config;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (_, config) = Config::read(text);
    let (registry, actors) = Registry::parse(text);
    if !registry.actors().is_empty() && text.len() < 600 {
        Matcher::new(std::sync::Arc::new(registry));
    }
    let (decisions, decided) = Decisions::read(text);
    // What was read, lines that are no decisions included, is written so that it reads the same.
    assert_eq!(Decisions::read(&decisions.write()).0.write(), decisions.write());
    let (_, concepts) = Lexicon::default().with_own(text);
    let (read, problems) = article::read("a.md", text);
    assert!(text.is_char_boundary(read.body_start), "{}", read.body_start);
    for problem in [config, actors, decided, concepts, problems].concat() {
        assert!(problem.line as usize <= text.split(['\n', '\r']).count(), "{problem:?}");
    }
});
