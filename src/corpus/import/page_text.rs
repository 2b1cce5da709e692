//! Text as saved from a web page, a wire or a mail: where are its paragraphs?
//!
//! Three layouts are usual: a paragraph a line, paragraphs apart by blank lines, and lines broken at a fixed width. The
//! lengths and ends of the lines tell which it is.
//!
//! **Invariant:** no text is lost here, and no two paragraphs are joined unless their lines were broken at a width.

use super::distil::{Line, Shape, bullet, is_date_line, number};
use super::shape;

/// Bytes as text: UTF-8 or UTF-16 with a mark, else UTF-8, else Windows-1252, which reads every byte.
pub fn decode(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|&b| windows_1252(b)).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|p| p.try_into().ok().map(unit));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// One byte of Windows-1252, the encoding of old web pages; it contains ISO 8859-1.
pub fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(' '),
        _ => char::from(byte),
    }
}

/// The lines of a page, one for each paragraph, heading, list item or scrap.
pub fn lines(text: &str) -> Vec<Line> {
    let mut raw = Vec::new();
    let mut gap = true;
    for line in text.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let line = line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if line.is_empty() {
            // `\r\n` gives an empty line as well; counting it as a gap would tell nothing about the layout.
            gap = true;
        } else {
            raw.push(Line { text: line.to_owned(), gap, shape: Shape::Unknown });
            gap = false;
        }
    }
    let raw = join_bullets(raw);
    let mut lines = match wrap_width(&raw) {
        Some(width) => unwrap(raw, width),
        None => raw,
    };
    for line in &mut lines {
        // Hints for breaking a word are not part of it; they would hide it from every search.
        if line.text.contains(['\u{ad}', '\u{200b}']) {
            line.text.retain(|c| !matches!(c, '\u{ad}' | '\u{200b}'));
        }
    }
    lines.retain(|l| !l.text.is_empty());
    lines
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}') || c.is_control()
}

/// A bullet or number that stands on a line of its own belongs to the next line.
fn join_bullets(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match out.last_mut() {
            Some(last) if matches!(last.text.as_str(), "•" | "▪" | "●" | "‣" | "○" | "■" | "·") => {
                last.text.push(' ');
                last.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
    }
    out
}

/// The width at which lines were broken, if they were: most lines that another follows directly are full and end within a
/// sentence, and hardly any stops short within one.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let width = {
        // The very longest line may be a link that could not be broken.
        let mut lengths: Vec<usize> = lines.iter().map(|l| shape::chars(&l.text)).collect();
        lengths.sort_unstable();
        *lengths.get(lengths.len().saturating_sub(1 + lengths.len() / 50))?
    };
    if !(35..=120).contains(&width) {
        return None;
    }
    let (mut broken, mut whole, mut short) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [a, b] = pair else { continue };
        let within = !shape::ends_sentence(&a.text) && !b.gap;
        if within && is_full(&a.text, &b.text, width) {
            broken += 1;
        } else if within && bullet(&b.text).is_none() {
            // Who breaks lines at a width breaks none before it.
            short += 1;
        } else if shape::chars(&a.text) * 10 >= width * 7 {
            whole += 1;
        }
    }
    (broken >= 4 && broken > whole && broken > 3 * short).then_some(width)
}

/// Whether the first word of `next` would not have fitted behind `line`. No word takes half a line.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let length = shape::chars(line);
    let next_word = next.split_whitespace().next().map_or(0, shape::chars);
    length * 2 >= width && length + 1 + next_word > width.saturating_sub(4) || length * 20 >= width * 17
}

/// Joins the lines of each paragraph.
fn unwrap(lines: Vec<Line>, width: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut before = String::new();
    for line in lines {
        let full = is_full(&before, &line.text, width);
        // A paragraph may go on with a number or a date, but a sentence does not begin with one that heads its line.
        let ended = shape::ends_sentence(&before) || before.ends_with(':');
        let item = bullet(&line.text).is_some()
            || (!full || ended) && (number(&line.text).is_some() || is_date_line(&line.text));
        before.clone_from(&line.text);
        match out.last_mut() {
            Some(last) if !line.gap && !item && full => join(&mut last.text, &line.text),
            _ => out.push(line),
        }
    }
    out
}

/// Puts a broken line behind the one it continues; a hyphen at the break goes where it only parted a word.
pub fn join(text: &mut String, next: &str) {
    if let Some(stem) = text.strip_suffix(['\u{ad}', '\u{2010}', '-', '¬']) {
        let soft = text.ends_with(['\u{ad}', '¬']);
        let before = stem.chars().next_back();
        let first = next.chars().next();
        let second_word = next.split_whitespace().next().unwrap_or("");
        // `Nord- und Südufer` keeps its hyphen and its space.
        let truncated = matches!(second_word, "und" | "oder" | "bzw." | "sowie" | "and" | "or" | "bis" | "to");
        if soft || before.is_some_and(char::is_lowercase) && first.is_some_and(char::is_lowercase) && !truncated {
            text.truncate(stem.len());
            text.push_str(next);
            return;
        }
        if !truncated && before.is_some_and(char::is_alphanumeric) && first.is_some_and(char::is_alphanumeric) {
            text.push_str(next);
            return;
        }
    }
    text.push(' ');
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(page: &str) -> Vec<String> {
        lines(page).into_iter().map(|l| l.text).collect()
    }

    #[test]
    fn encodings() {
        assert_eq!(decode("Öl".as_bytes()), "Öl");
        assert_eq!(decode(b"\xef\xbb\xbf\xc3\x96l"), "Öl");
        assert_eq!(decode(b"\xd6l \x84Ja\x93 5 \x80"), "Öl „Ja“ 5 €");
        assert_eq!(decode(b"\xff\xfe\xd6\x00l\x00"), "Öl");
        assert_eq!(decode(b"\xfe\xff\x00\xd6\x00l\x00"), "Öl");
    }

    #[test]
    fn a_paragraph_a_line_stays_one() {
        let page = "Titel\nDer Deich hielt in der Nacht auf seiner ganzen Länge.\nDie Pumpen liefen.\r\n\r\nAm Morgen sank das Wasser wieder.";
        assert_eq!(texts(page).len(), 4);
    }

    #[test]
    fn broken_lines_are_joined() {
        let page = "Deich hält der Flut stand\n\nDer Deich an der Mündung hat in der Nacht auf seiner ganzen Länge\n\
            gehalten, wie der Landkreis mitteilte. Die Wasserstands-\nvorhersage nennt für den Abend einen Scheitel von 4,20 Metern über\n\
            Normal. Helfer füllten auf der Nord- und auf der Südseite, der Nord-\nund der Südseite also, Sandsäcke.\n\
            Am Morgen sank das Wasser wieder, und die Helfer konnten nach Hause\ngehen.\n\n- Der erste Punkt einer Liste, die über eine Zeile geht, weil sie\n  länger ist\n- Zweiter Punkt\n";
        let lines = texts(page);
        assert_eq!(lines[0], "Deich hält der Flut stand");
        assert!(lines[1].ends_with("der Nord- und der Südseite also, Sandsäcke."), "{lines:#?}");
        assert!(lines[1].contains("Die Wasserstandsvorhersage nennt"), "{lines:#?}");
        assert_eq!(lines[2], "Am Morgen sank das Wasser wieder, und die Helfer konnten nach Hause gehen.");
        assert_eq!(lines[3], "- Der erste Punkt einer Liste, die über eine Zeile geht, weil sie länger ist");
        assert_eq!(lines.len(), 5);
    }

    #[test]
    fn bullets_on_their_own_line() {
        assert_eq!(texts("•\nEins\n\n•\n\nZwei"), ["• Eins", "• Zwei"]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(page in "[a-zäö., \n\r•-]{0,200}") {
            let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&texts(&page).join(" ")), letters(&page));
        }

        #[test]
        fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,200}") {
            let _ = lines(&decode(&bytes));
            let _ = lines(&text);
        }
    }
}
