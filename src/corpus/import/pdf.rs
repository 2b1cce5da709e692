//! PDF: where on its pages are the paragraphs?
//!
//! `pdf-extract` says which glyphs stand where; lines are put together from them here, and paragraphs from lines: by the
//! gap above a line, its indent, its size, and whether the line before was full and ended a sentence.
//!
//! **Invariant:** paragraphs are joined across columns and pages only within a sentence. The reader panics on some files;
//! callers run [`read`] where that is caught.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform};

use super::{
    distil::{self, Known, Line, Shape},
    page_text::join,
    report::{Dropped, Reason},
    shape,
};

/// What a PDF holds.
pub struct Read {
    /// Its paragraphs and headings.
    pub lines: Vec<Line>,
    /// What it says about itself.
    pub known: Known,
    /// Running heads, page numbers, notes.
    pub dropped: Vec<Dropped>,
    /// Pages that could not be read.
    pub notes: Vec<String>,
}

/// Reads a PDF.
pub fn read(bytes: &[u8]) -> Result<Read, String> {
    let mut doc = Document::load_mem(bytes).map_err(|e| e.to_string())?;
    if doc.is_encrypted() {
        doc.decrypt("").map_err(|_| "it is protected by a password".to_owned())?;
    }
    let mut notes = Vec::new();
    let mut rows = Vec::new();
    for &number in doc.get_pages().keys() {
        let mut page = Page::new(number);
        let outcome = catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc_page(&doc, &mut page, number)));
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(e)) => notes.push(format!("page {number} could not be read in full: {e}")),
            Err(_) => notes.push(format!("page {number} could not be read in full")),
        }
        page.flush();
        rows.append(&mut page.rows);
    }
    let mut dropped = Vec::new();
    running_heads(&mut rows, &mut dropped);
    let body = body_size(&rows);
    footnotes(&mut rows, body, &mut dropped);
    let known = Known { title: title(&doc, &rows, body), ..Known::default() };
    Ok(Read { lines: paragraphs(&rows, body), known, dropped, notes })
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    page: u32,
    text: String,
    left: f64,
    right: f64,
    /// From the top of the page.
    y: f64,
    size: f64,
    height: f64,
    /// Has it letters or digits yet?
    lettered: bool,
}

impl Row {
    /// A small sign above the line: a power stays one, a note's number goes, all else is text.
    fn raised(&mut self, text: &str) {
        let note = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '*');
        if !note {
            self.text.push_str(text);
            return;
        }
        let word = self.text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let power = matches!(word, "m" | "km" | "cm" | "mm" | "dm") && matches!(text, "2" | "3")
            || word == "10"
            || self.text.ends_with(SUPERSCRIPTS);
        if power {
            let digits = text.bytes().filter_map(|b| SUPERSCRIPTS.get(usize::from(b.wrapping_sub(b'0'))));
            self.text.extend(digits);
        }
    }
}

const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Puts glyphs together to rows, in the order the file draws them.
struct Page {
    number: u32,
    height: f64,
    rows: Vec<Row>,
    row: Option<Row>,
}

impl Page {
    fn new(number: u32) -> Page {
        Page { number, height: 0.0, rows: Vec::new(), row: None }
    }

    fn flush(&mut self) {
        if let Some(mut row) = self.row.take() {
            row.text = row.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !row.text.is_empty() {
                self.rows.push(row);
            }
        }
    }

    fn glyph(&mut self, x: f64, y: f64, width: f64, size: f64, text: &str) {
        let text = ligatures(text);
        if let Some(row) = &mut self.row {
            let up = row.y - y;
            // A bullet may be drawn in any size and height; letters tell.
            let raised = row.lettered && size < row.size * 0.9 && (0.1..0.7).contains(&(up / row.size));
            let same_line = up.abs() < row.size.max(size) * 0.4 || raised;
            // A small step back is kerning; a large one is a new line or column.
            let forward = x > row.right - size * 1.5;
            // A wide gap on one line parts columns or cells.
            let near = x - row.right < row.size.max(size) * 4.0;
            if same_line && forward && near {
                if x - row.right > size * 0.13 && !row.text.ends_with(' ') {
                    row.text.push(' ');
                }
                row.right = row.right.max(x + width);
                if raised {
                    row.raised(&text);
                    return;
                }
                row.text.push_str(&text);
                if text.chars().any(char::is_alphanumeric) {
                    row.size = if row.lettered { row.size.max(size) } else { size };
                    row.lettered = true;
                }
                return;
            }
        }
        self.flush();
        let height = self.height;
        let lettered = text.chars().any(char::is_alphanumeric);
        self.row = Some(Row { page: self.number, text, left: x, right: x + width, y, size, height, lettered });
    }
}

/// Letters that fonts draw as one.
fn ligatures(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            '\u{0}' | '\u{fffd}' => {}
            // Private signs of symbol fonts are bullets nearly always.
            '\u{f000}'..='\u{f0ff}' => out.push('•'),
            c => out.push(c),
        }
    }
    out
}

impl OutputDev for Page {
    fn begin_page(&mut self, _: u32, area: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.height = area.ury - area.lly;
        Ok(())
    }
    fn end_page(&mut self) -> Result<(), OutputError> {
        self.flush();
        Ok(())
    }
    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let scale = (at.m21 * at.m21 + at.m22 * at.m22).sqrt();
        let stretch = (at.m11 * at.m11 + at.m12 * at.m12).sqrt();
        let size = font_size.abs() * scale;
        // Text up the margin is not the article.
        let upright = at.m12.abs() < at.m11.abs() * 0.1 + 1e-9;
        if upright && size.is_finite() && size > 0.5 && at.m31.is_finite() && at.m32.is_finite() {
            self.glyph(at.m31, self.height - at.m32, width * font_size.abs() * stretch, size, text);
        }
        Ok(())
    }
    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Letters only: page numbers and dates in running heads change.
fn without_digits(text: &str) -> String {
    shape::squash(text).chars().filter(|c| !c.is_numeric()).collect()
}

/// Lines at the edge of the pages that come back page after page, and page numbers.
fn running_heads(rows: &mut Vec<Row>, dropped: &mut Vec<Dropped>) {
    let edge = |r: &Row| r.height > 0.0 && (r.y < r.height * 0.12 || r.y > r.height * 0.88);
    let mut pages_with = rustc_hash::FxHashMap::<String, std::collections::BTreeSet<u32>>::default();
    for row in rows.iter().filter(|r| edge(r)) {
        pages_with.entry(without_digits(&row.text)).or_default().insert(row.page);
    }
    rows.retain(|row| {
        let letters = without_digits(&row.text);
        let number = letters.is_empty()
            || matches!(letters.as_str(), "seite" | "page" | "seitevon" | "pageof" | "of" | "von" | "s" | "p");
        let again = pages_with.get(&letters).is_some_and(|p| p.len() >= 2);
        let goes = edge(row) && shape::chars(&row.text) <= 160 && (number || again);
        if goes {
            dropped.push(Dropped { reason: Reason::RunningHead, text: row.text.clone() });
        }
        !goes
    });
}

/// The size most letters have.
fn body_size(rows: &[Row]) -> f64 {
    let mut letters = std::collections::BTreeMap::<i64, usize>::new();
    for row in rows {
        *letters.entry((row.size * 4.0).round() as i64).or_default() += row.text.len();
    }
    letters.into_iter().max_by_key(|&(_, n)| n).map_or(10.0, |(size, _)| size as f64 / 4.0)
}

/// Small print below the text of a page, from its first number on, wherever the file draws it.
fn footnotes(rows: &mut Vec<Row>, body: f64, dropped: &mut Vec<Dropped>) {
    let small = |r: &Row| r.size < body * 0.92 && r.y > r.height * 0.5;
    let mut text_ends = rustc_hash::FxHashMap::<u32, f64>::default();
    for row in rows.iter().filter(|r| !small(r)) {
        let end = text_ends.entry(row.page).or_insert(row.y);
        *end = end.max(row.y);
    }
    let below = |r: &Row| small(r) && text_ends.get(&r.page).is_none_or(|&end| r.y > end);
    let mut notes_on = None;
    rows.retain(|row| {
        let starts = row.text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '¹' | '²' | '³'));
        if !below(row) {
            notes_on = None;
        } else if starts {
            notes_on = Some(row.page);
        }
        let note = notes_on == Some(row.page);
        if note {
            dropped.push(Dropped { reason: Reason::Footnote, text: row.text.clone() });
        }
        !note
    });
}

/// The largest text of the first page; the title in the file's own data is often its name.
fn title(doc: &Document, rows: &[Row], body: f64) -> Option<String> {
    let first: Vec<&Row> = rows.iter().filter(|r| r.page == rows.first().map_or(1, |f| f.page)).collect();
    let largest = first
        .iter()
        .filter(|r| shape::words(&r.text) >= 1 && shape::chars(&r.text) >= 4)
        .map(|r| r.size)
        .fold(0.0, f64::max);
    if largest > body * 1.15 {
        let mut title = String::new();
        let mut before: Option<&Row> = None;
        for row in first.iter().skip_while(|r| r.size < largest * 0.95) {
            let goes_on = row.size >= largest * 0.95 && before.is_none_or(|b| row.y - b.y < row.size * 2.2);
            if !goes_on || shape::chars(&title) > 200 {
                break;
            }
            if title.is_empty() {
                title.push_str(&row.text)
            } else {
                join(&mut title, &row.text)
            }
            before = Some(row);
        }
        if shape::words(&title) >= 2 {
            return Some(title);
        }
    }
    let stated = info(doc, b"Title")?;
    let shown: String = first.iter().map(|r| shape::squash(&r.text)).collect();
    (shape::words(&stated) >= 2 && shown.contains(&shape::squash(&stated))).then_some(stated)
}

/// A text of the document's information dictionary.
fn info(doc: &Document, key: &[u8]) -> Option<String> {
    let dict = match doc.trailer.get(b"Info").ok()? {
        pdf_extract::Object::Reference(id) => doc.get_object(*id).ok()?.as_dict().ok()?,
        other => other.as_dict().ok()?,
    };
    let text = pdf_extract::decode_text_string(dict.get(key).ok()?).ok()?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Joins rows to paragraphs and tells headings by their size.
fn paragraphs(rows: &[Row], body: f64) -> Vec<Line> {
    // The usual step from line to line, and how far full lines reach, column by column.
    let step = usual_step(rows, body);
    let mut sizes: Vec<i64> = Vec::new();
    for row in rows.iter().filter(|r| r.size > body * 1.12) {
        let size = (row.size * 2.0).round() as i64;
        if !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let mut out: Vec<Line> = Vec::new();
    let mut before: Option<&Row> = None;
    for (n, row) in rows.iter().enumerate() {
        let large = row.size > body * 1.12;
        let shape = if large {
            let rank = sizes.iter().position(|&s| s == (row.size * 2.0).round() as i64).unwrap_or(0);
            Shape::Heading((rank as u8).saturating_add(1).min(6))
        } else {
            Shape::Unknown
        };
        let bullet = distil::bullet(&row.text).is_some();
        let joins = before.is_some_and(|b| {
            let same_size = (row.size - b.size).abs() < body * 0.08;
            let next_line = row.page == b.page
                && row.y > b.y
                && row.y - b.y < step * if large { 1.6 } else { 1.35 } * (row.size / body).max(1.0);
            let full = is_full(rows, n - 1);
            let ended = shape::ends_sentence(&b.text);
            let indented = row.left > b.left + body * 0.7 && !distil::bullet(&b.text).is_some_and(|_| true);
            let goes_on = row.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) || !ended;
            if !same_size || bullet || (large && !next_line) {
                false
            } else if large {
                true
            } else if next_line {
                // A short last line ends a paragraph, and an indent starts one.
                !(indented && ended) && (full || !ended && goes_on && !headline_alone(b, full))
            } else {
                // The next column or page: only in the middle of a sentence.
                // A full line may look like a headline without its end.
                full && !ended && (!shape::is_headline(&row.text) || is_full(rows, n))
            }
        });
        match out.last_mut() {
            Some(last) if joins => join(&mut last.text, &row.text),
            _ => out.push(Line { text: row.text.clone(), gap: true, shape }),
        }
        before = Some(row);
    }
    for line in &mut out {
        line.text.retain(|c| c != '\u{ad}');
    }
    out.retain(|l| !l.text.is_empty());
    out
}

/// A line that could be a heading, too short to be a line of a paragraph.
fn headline_alone(row: &Row, full: bool) -> bool {
    !full && shape::is_headline(&row.text)
}

/// The usual distance between the lines of a paragraph.
fn usual_step(rows: &[Row], body: f64) -> f64 {
    let mut steps = std::collections::BTreeMap::<i64, usize>::new();
    for pair in rows.windows(2) {
        let [a, b] = pair else { continue };
        let step = b.y - a.y;
        let same = a.page == b.page && (a.size - body).abs() < body * 0.08 && (b.size - body).abs() < body * 0.08;
        if same && step > body * 0.8 && step < body * 2.5 {
            *steps.entry((step * 4.0).round() as i64).or_default() += 1;
        }
    }
    steps.into_iter().max_by_key(|&(_, n)| n).map_or(body * 1.25, |(s, _)| s as f64 / 4.0)
}

/// Does a row reach as far right as those around it?
fn is_full(rows: &[Row], n: usize) -> bool {
    let Some(row) = rows.get(n) else { return false };
    let near = rows.iter().skip(n.saturating_sub(12)).take(25);
    // Only rows of the same column: what begins at about the same place.
    let right = near
        .filter(|r| (r.left - row.left).abs() < row.size * 3.0 && (r.size - row.size).abs() < row.size * 0.1)
        .map(|r| r.right)
        .fold(row.right, f64::max);
    let width = right - row.left;
    row.right >= right - (width * 0.16).max(row.size * 2.0)
}
