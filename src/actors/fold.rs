//! Spelling: which letters count as the same?
//!
//! **Invariant:** two spellings of one name fold to the same bytes: upper and lower case, umlauts and their transliteration
//! (ü = ue, ß = ss), accents and their absence, combining marks and composed letters.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// The start of a [`hash`]; [`step`] carries it on, so the hash of a word's beginning is known on the way.
pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// One more folded byte.
#[inline]
pub(super) fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Calls `out` with the folded bytes of `c`.
#[inline]
pub(super) fn fold_char(c: char, out: &mut impl FnMut(u8)) {
    if c.is_ascii() {
        out(c.to_ascii_lowercase() as u8);
        return;
    }
    match c {
        'ä' | 'Ä' | 'æ' | 'Æ' => "ae",
        'ö' | 'Ö' | 'œ' | 'Œ' => "oe",
        'ü' | 'Ü' => "ue",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => "",
        _ => return fold_rare(c, out),
    }
    .bytes()
    .for_each(out);
}

#[cold]
fn fold_rare(c: char, out: &mut impl FnMut(u8)) {
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    let base = base.unwrap_or(c);
    if unicode_normalization::char::is_combining_mark(base) {
        return;
    }
    let mut buffer = [0; 4];
    for lower in base.to_lowercase() {
        lower.encode_utf8(&mut buffer).bytes().for_each(&mut *out);
    }
}

/// The hash of a word's folded spelling.
pub(super) fn hash(word: &str) -> u64 {
    if word.chars().all(is_composed) {
        return composed_hash(word);
    }
    let mut h = SEED;
    word.nfc().for_each(|c| fold_char(c, &mut |b| h = step(h, b)));
    h
}

/// Whether `c` is the same in NFC whatever stands around it, told quickly; a false `false` does no harm.
fn is_composed(c: char) -> bool {
    c < '\u{300}'
}

/// The hash of a word that is composed already.
pub(super) fn composed_hash(word: &str) -> u64 {
    let mut h = SEED;
    word.chars().for_each(|c| fold_char(c, &mut |b| h = step(h, b)));
    h
}

/// The hash with umlauts reduced to their vowel (Tolsnitz for Tölsnitz), as keyboards without them write it.
pub(super) fn bare_hash(word: &str) -> u64 {
    let mut h = SEED;
    let mut add = |c: char| {
        let c = match c {
            'ä' | 'Ä' => 'a',
            'ö' | 'Ö' => 'o',
            'ü' | 'Ü' => 'u',
            c => c,
        };
        fold_char(c, &mut |b| h = step(h, b));
    };
    if word.chars().all(is_composed) {
        word.chars().for_each(&mut add);
    } else {
        word.nfc().for_each(&mut add);
    }
    h
}

/// The folded spelling, words joined by `-`: what ids of unlisted names are made of.
pub(super) fn slug(name: &str) -> String {
    let mut bytes: Vec<u8> = Vec::with_capacity(name.len());
    let composed: Cow<'_, str> =
        if name.chars().any(is_mark) { Cow::Owned(name.nfc().collect()) } else { Cow::Borrowed(name) };
    for c in composed.chars() {
        if c.is_alphanumeric() {
            fold_char(c, &mut |b| bytes.push(b));
        } else if !matches!(c, '\'' | '’' | '.') && bytes.last().is_some_and(|b| *b != b'-') {
            bytes.push(b'-');
        }
    }
    while bytes.last() == Some(&b'-') {
        bytes.pop();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A paragraph in plain typography, and the way back to the paragraph's own bytes.
pub(super) struct Plain<'t> {
    /// The text with composed letters, plain spaces and hyphens, without soft hyphens.
    pub text: Cow<'t, str>,
    /// For each byte of `text`, and its end, the byte of the original; empty when they are the same.
    back: Vec<u32>,
}

impl<'t> Plain<'t> {
    /// Only text that has such characters is copied.
    pub(super) fn new(text: &'t str) -> Plain<'t> {
        if !text.bytes().any(|b| matches!(b, 0xC2 | 0xCC | 0xCD | 0xE2 | 0xEF)) || !text.chars().any(is_special) {
            return Plain { text: Cow::Borrowed(text), back: Vec::new() };
        }
        let mut out = String::with_capacity(text.len());
        let mut back = Vec::with_capacity(text.len() + 1);
        let mut chars = text.char_indices().peekable();
        let mut cluster = String::new();
        while let Some((at, c)) = chars.next() {
            cluster.clear();
            match c {
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => cluster.push(' '),
                '\u{2010}' | '\u{2011}' => cluster.push('-'),
                c => {
                    cluster.push(c);
                    while let Some((_, mark)) = chars.next_if(|(_, m)| is_mark(*m)) {
                        cluster.push(mark);
                    }
                }
            }
            let from = out.len();
            if cluster.chars().nth(1).is_some() {
                out.extend(cluster.nfc());
            } else {
                out.push_str(&cluster);
            }
            back.resize(back.len() + out.len() - from, at as u32);
        }
        back.push(text.len() as u32);
        Plain { text: Cow::Owned(out), back }
    }

    /// Where byte `at` of the plain text starts in the original.
    pub(super) fn start(&self, at: u32) -> u32 {
        self.back.get(at as usize).copied().unwrap_or(at)
    }

    /// Where a span that ends at byte `at` of the plain text ends in the original.
    pub(super) fn end(&self, original: &str, at: u32) -> u32 {
        if self.back.is_empty() || at == 0 {
            return at;
        }
        // The end of the last character: marks that were composed into it belong to it, a soft hyphen behind it does not.
        let last = self.start(at - 1) as usize;
        let mut chars = original.get(last..).unwrap_or_default().char_indices();
        chars.next();
        let len = chars.find(|(_, c)| !is_mark(*c)).map_or(original.len() - last, |(len, _)| len);
        (last + len) as u32
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_special(c: char) -> bool {
    is_mark(c)
        || matches!(
            c,
            '\u{ad}' | '\u{a0}' | '\u{2000}'
                ..='\u{200d}' | '\u{2010}' | '\u{2011}' | '\u{202f}' | '\u{2060}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (a, b) in [
            ("Müller", "MUELLER"),
            ("Weiß", "Weiss"),
            ("Jiří", "Jiri"),
            ("Łódź", "Lodz"),
            ("Mu\u{308}ller", "Müller"),
            ("Erdoğan", "Erdogan"),
            ("Gro\u{ad}ßen", "Grossen"),
        ] {
            assert_eq!(hash(a), hash(b), "{a} {b}");
        }
        assert_ne!(hash("Muller"), hash("Müller"));
        assert_eq!(bare_hash("Müller"), hash("Muller"));
        assert_eq!(slug("Henrik von Groß-Öhring"), "henrik-von-gross-oehring");
    }

    #[test]
    fn plain_text_leads_back() {
        let text = "Die Nord\u{ad}see\u{a0}und Mu\u{308}nchens Süd\u{2011}bad.";
        let plain = Plain::new(text);
        assert_eq!(plain.text, "Die Nordsee und Münchens Süd-bad.");
        let at = plain.text.find("Nordsee").unwrap_or(0) as u32;
        assert_eq!(&text[plain.start(at) as usize..plain.end(text, at + 7) as usize], "Nord\u{ad}see");
        let at = plain.text.find("Mü").unwrap_or(0) as u32;
        assert_eq!(&text[plain.start(at) as usize..plain.end(text, at + 3) as usize], "Mu\u{308}");
    }
}
