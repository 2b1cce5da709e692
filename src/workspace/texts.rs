//! What do the articles' files hold?
//!
//! Checks quote the sources and say where in them a statement stands: at every key the same ones.
//!
//! **Invariant:** what is kept is what the files held when they were first asked for after the articles were read; reading them
//! again starts with nothing kept.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::text::lines::LineIndex;

/// How many bytes of text a generation holds. When the younger is full, the older goes.
const GENERATION: usize = 16 << 20;

/// A file's text.
#[derive(Debug)]
pub struct Text {
    /// All of it.
    pub text: Arc<str>,
    lines: OnceLock<LineIndex>,
}

impl Text {
    /// Where its lines start.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// Texts of files that were read lately; nothing for a file that cannot be read.
#[derive(Debug, Default)]
pub struct Texts(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    young: HashMap<PathBuf, Option<Arc<Text>>>,
    old: HashMap<PathBuf, Option<Arc<Text>>>,
    bytes: usize,
}

impl Texts {
    /// The text of the file at `path`; `read` reads it.
    pub fn get(&self, path: &Path, read: impl FnOnce() -> Option<String>) -> Option<Arc<Text>> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut shelf = lock();
        if let Some(known) = shelf.young.get(path) {
            return known.clone();
        }
        let text = match shelf.old.remove(path) {
            Some(known) => known,
            None => {
                drop(shelf);
                let text = read().map(|text| Arc::new(Text { text: text.into(), lines: OnceLock::new() }));
                shelf = lock();
                text
            }
        };
        if shelf.bytes > GENERATION {
            (shelf.old, shelf.bytes) = (std::mem::take(&mut shelf.young), 0);
        }
        shelf.bytes += text.as_ref().map_or(0, |t| t.text.len()) + path.as_os_str().len();
        shelf.young.insert(path.to_owned(), text.clone());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_once_while_there_is_room() {
        let texts = Texts::default();
        let (a, b) = (Path::new("a.md"), Path::new("b.md"));
        let read = |text: &str| Some(text.to_owned());
        assert_eq!(texts.get(a, || read("eins")).map(|t| t.text.clone()).as_deref(), Some("eins"));
        assert_eq!(texts.get(a, || unreachable!("known")).map(|t| t.text.clone()).as_deref(), Some("eins"));
        assert!(texts.get(b, || None).is_none() && texts.get(b, || unreachable!("known to be missing")).is_none());
        // Two others as large as a generation each, and the first is forgotten.
        for n in 0..3 {
            texts.get(Path::new(&format!("{n}.md")), || Some("x".repeat(GENERATION + 1)));
        }
        assert_eq!(texts.get(a, || read("zwei")).map(|t| t.text.clone()).as_deref(), Some("zwei"));
    }
}
