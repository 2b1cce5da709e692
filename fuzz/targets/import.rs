//! No page makes the import panic, and what it writes reads back without problems.
#![no_main]

use beleg::corpus::{article, import};

libfuzzer_sys::fuzz_target!(
    init: {
        // A panic of somebody else's reader is an error by design; one of our own is a mistake.
        let abort = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let theirs = std::thread::current().name() == Some(import::READER_THREAD)
                && info.location().is_some_and(|at| at.file().contains("registry") || at.file().contains("/rustc/"));
            if !theirs {
                abort(info);
            }
        }));
    },
    |bytes: &[u8]| {
        let Some((kind, bytes)) = bytes.split_first() else { return };
        let name = ["seite.txt", "seite.html", "seite.pdf", "seite"][usize::from(kind % 4)];
        if let Ok(imported) = import::import(name, bytes) {
            let (read, problems) = article::read(&format!("{}.md", imported.article.id), &imported.file());
            assert!(problems.is_empty(), "{problems:?}");
            assert_eq!(read, imported.article);
        }
    }
);
