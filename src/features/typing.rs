//! Typing: which word is being typed?
//!
//! The protocol says where a text was edited and not where the caret is. So the word that the last edit has left unfinished is
//! taken for the one being typed: the edit was one key (a letter typed or taken away, not a paste or a fix), and the caret,
//! which stands where the edit ended, touches the word. A space or a line end behind the word ends it; so does an edit
//! elsewhere. What else ends it (a question about another place, saving, a while without a key) is the server's to know.
//!
//! **Invariant:** pure; positions are bytes.

use unicode_normalization::char::is_combining_mark;

use crate::text::Span;
use crate::text::document::Document;

/// What one key may insert or take away, in characters: a letter with its marks, an emoji.
const ONE_KEY: usize = 2;

/// Longer than this, a finding is about more than the word in it, and worth telling while somebody types inside.
const LONG: usize = 120;

/// Where the caret stands after an edit that put `new` in the place of `gone` characters at byte `start`, if that was typing.
pub fn caret(start: u32, gone: usize, new: &str) -> Option<u32> {
    let typed = new.chars().count() <= ONE_KEY && gone <= ONE_KEY;
    let ended = new.chars().next_back().is_some_and(char::is_whitespace);
    (typed && !ended).then_some(start + new.len() as u32)
}

/// The word the caret touches, or stands behind if it can still go on (`12.`, `Nord-`).
pub fn word(document: &Document, caret: u32) -> Option<Span> {
    let rope = document.rope();
    let at = rope.byte_to_char((caret as usize).min(rope.len_bytes()));
    let get = |n: usize| rope.get_char(n);
    let before = |n: usize| n.checked_sub(1).and_then(get);
    let (mut start, mut end) = (at, at);
    // A joiner behind the caret's word belongs to it as long as nothing stands behind the joiner.
    if before(start).is_some_and(is_joiner) && before(start - 1).is_some_and(in_word) {
        start -= 1;
    }
    while let Some(c) = before(start) {
        let joins = is_joiner(c) && before(start - 1).is_some_and(in_word) && get(start).is_some_and(in_word);
        if !in_word(c) && !joins {
            break;
        }
        start -= 1;
    }
    while let Some(c) = get(end) {
        let joins = is_joiner(c) && before(end).is_some_and(in_word) && get(end + 1).is_some_and(in_word);
        if !in_word(c) && !joins {
            break;
        }
        end += 1;
    }
    (start < end).then(|| Span::new(rope.char_to_byte(start), rope.char_to_byte(end)))
}

/// Whether a finding at `span` is about the word being typed.
pub fn is_about(word: Span, span: Span) -> bool {
    let around = span.start < word.start && word.end < span.end;
    word.start <= span.end && span.start <= word.end && !(around && span.len() > LONG)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '-' | '\'' | '’' | '\u{2010}' | '\u{2011}' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prose::Format;

    /// The word at `|`.
    fn at(marked: &str) -> Option<String> {
        let caret = marked.find('|').expect("a caret") as u32;
        let text = marked.replace('|', "");
        let found = word(&Document::new(&text, Format::Markdown), caret)?;
        Some(text[found.range()].to_owned())
    }

    #[test]
    fn the_word_at_the_caret_is_found() {
        for (marked, want) in [
            ("Es sind 12.0|", "12.0"),
            ("Es sind 12.|", "12."),
            ("Es sind 12.|000 Container", "12.000"),
            ("Es sind |12.000", "12.000"),
            ("Größ|e zählt", "Größe"),
            ("Nord-|", "Nord-"),
            ("A\u{308}p|fel", "A\u{308}pfel"),
            ("Kim’s| Rede", "Kim’s"),
        ] {
            assert_eq!(at(marked).as_deref(), Some(want), "{marked}");
        }
        for marked in ["", "|", "Ende. |", "a\n|\nb", "„| “", "– |"] {
            if marked.contains('|') {
                assert_eq!(at(marked), None, "{marked}");
            }
        }
    }

    #[test]
    fn only_keys_are_typing() {
        assert_eq!(caret(5, 0, "ü"), Some(7));
        assert_eq!(caret(5, 1, ""), Some(5));
        for (gone, new) in [(0, " "), (0, "\n"), (0, "12.000"), (6, ""), (6, "x")] {
            assert_eq!(caret(5, gone, new), None, "{gone} {new:?}");
        }
    }

    #[test]
    fn what_is_about_more_than_the_word_is_told() {
        let word = Span::new(100, 106);
        assert!(is_about(word, Span::new(100, 120)) && is_about(word, Span::new(90, 100)));
        assert!(is_about(word, Span::new(95, 110)));
        assert!(!is_about(word, Span::new(0, 200)) && !is_about(word, Span::new(0, 99)));
    }
}
