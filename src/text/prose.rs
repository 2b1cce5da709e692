//! Which parts of a source file are prose, and where does each piece of it stand?
//!
//! A [`Block`] holds the prose of one paragraph, heading, list item, quote or table with its markup taken out, so that
//! everything after this reads plain sentences: `**10.000** Soldaten` is `10.000 Soldaten`. A map leads back to the source.
//!
//! Markdown is read by pulldown-cmark (CommonMark with GFM tables), a chunk at a time (see [`super::document`]). Not prose:
//! front matter, code, HTML, link targets, bare autolinks, images, footnote marks and citations. What was taken out of the
//! middle of a sentence leaves [`GAP`] behind, so that the words around it do not grow together.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::Span;
use super::citations::{self, Citation};

/// Stands in prose for something that is not prose: a code span, a citation, an inline HTML tag with content.
pub const GAP: char = '\u{FFFC}';

/// Parts a table's cells; sentences never cross it.
pub const CELL: char = '\t';

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark with GFM tables and YAML front matter.
    Markdown,
    /// No markup.
    Plain,
}

impl Format {
    /// By the file's extension: `.txt` is plain, all else Markdown.
    pub fn of_path(path: &std::path::Path) -> Format {
        match path.extension().and_then(|e| e.to_str()) {
            Some(e) if e.eq_ignore_ascii_case("txt") => Format::Plain,
            _ => Format::Markdown,
        }
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading of level 1 to 6; not counted as a paragraph.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The text of one list item, without the items nested in it.
    ListItem,
    /// A whole block quote.
    Quote,
    /// A whole table; cells are parted by [`CELL`], rows by a line end.
    Table,
}

/// A stretch of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the chunk's source, markup included.
    pub span: Span,
    /// Its prose.
    pub text: String,
    /// Citations in it, in order.
    pub citations: Vec<Citation>,
    /// How far the emphasis reaches that its prose begins with, in bytes of the prose; 0 without: interviews set their
    /// questions apart so.
    pub lead: u32,
    pieces: Vec<Piece>,
}

/// A run of prose and the source it stands for. Equal lengths map byte by byte; otherwise the piece is one atom (an entity,
/// a soft line break with its quote marks, a gap).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    prose: u32,
    prose_len: u32,
    source: u32,
    source_len: u32,
}

impl Block {
    /// Whether it counts as a paragraph.
    pub fn is_paragraph(&self) -> bool {
        !matches!(self.kind, BlockKind::Heading(_))
    }

    /// Where a span of the prose stands in the chunk's source. Markup between its first and last character is inside.
    pub fn to_source(&self, prose: Span) -> Span {
        let start = self.source_of(prose.start, false);
        Span { start, end: self.source_of(prose.end, true).max(start) }
    }

    /// Where byte `at` of the prose stands; `end` asks for the end of the piece before it where two pieces meet.
    fn source_of(&self, at: u32, end: bool) -> u32 {
        let after = self.pieces.partition_point(|p| if end { p.prose < at } else { p.prose <= at });
        let Some(piece) = after.checked_sub(1).and_then(|n| self.pieces.get(n)).or(self.pieces.first()) else {
            return self.span.start;
        };
        let inside = at.saturating_sub(piece.prose);
        if piece.prose_len == piece.source_len || inside == 0 {
            piece.source + inside.min(piece.source_len)
        } else if inside >= piece.prose_len || end {
            piece.source + piece.source_len
        } else {
            piece.source
        }
    }

    /// The byte of the prose at or before a byte of the chunk's source; `None` outside the block.
    pub fn to_prose(&self, source: u32) -> Option<u32> {
        if !self.span.touches(source) {
            return None;
        }
        let after = self.pieces.partition_point(|p| p.source <= source);
        let Some(piece) = after.checked_sub(1).and_then(|n| self.pieces.get(n)) else { return Some(0) };
        let inside = source - piece.source;
        Some(if piece.prose_len == piece.source_len {
            piece.prose + inside.min(piece.prose_len)
        } else if inside >= piece.source_len {
            piece.prose + piece.prose_len
        } else {
            piece.prose
        })
    }
}

/// The blocks of one chunk of source, in order.
pub fn blocks(source: &str, format: Format) -> Vec<Block> {
    match format {
        Format::Markdown => markdown(source),
        Format::Plain => plain(source),
    }
}

/// Collects the prose of the block being read.
struct Builder<'s> {
    source: &'s str,
    kind: BlockKind,
    span: Range<usize>,
    text: String,
    pieces: Vec<Piece>,
    /// How far the emphasis reaches that the prose begins with, once it has ended; how many of its marks are open.
    lead: u32,
    lead_open: u32,
}

impl<'s> Builder<'s> {
    fn new(source: &'s str, kind: BlockKind, span: Range<usize>) -> Builder<'s> {
        Builder { source, kind, span, text: String::new(), pieces: Vec::new(), lead: 0, lead_open: 0 }
    }

    fn push(&mut self, prose: &str, source: Range<usize>) {
        if prose.is_empty() {
            return;
        }
        let (start, len) = (self.text.len() as u32, prose.len() as u32);
        self.text.push_str(prose);
        let (source, source_len) = (source.start as u32, source.len() as u32);
        if let Some(last) = self.pieces.last_mut()
            && last.prose_len == last.source_len
            && len == source_len
            && last.source + last.source_len == source
        {
            last.prose_len += len;
            last.source_len += len;
            return;
        }
        self.pieces.push(Piece { prose: start, prose_len: len, source, source_len });
    }

    /// A separator that stands for nothing in the source but the place where it is.
    fn separate(&mut self, with: char, at: usize) {
        if self.text.is_empty() || self.text.ends_with(['\n', with]) {
            return;
        }
        let mut bytes = [0; 4];
        self.push(with.encode_utf8(&mut bytes), at..at);
    }

    /// Source text as it stands, with its citations cut out.
    fn finish(mut self, out: &mut Vec<Block>) {
        if self.text.chars().all(|c| c.is_whitespace() || c == GAP) {
            // A block of nothing but citations or code says nothing, but a citation in it still wants checking.
            if !self.text.contains('[') && !self.source[self.span.clone()].contains("[@") {
                return;
            }
        }
        let found = citations::find(&self.text);
        let mut block = Block {
            kind: self.kind,
            span: Span::new(self.span.start, self.span.end),
            text: std::mem::take(&mut self.text),
            citations: Vec::new(),
            lead: self.lead,
            pieces: std::mem::take(&mut self.pieces),
        };
        if !found.is_empty() {
            cut(&mut block, found);
        }
        out.push(block);
    }
}

/// Replaces each citation of the block's prose by a gap that maps to it.
fn cut(block: &mut Block, found: Vec<Citation>) {
    let old = block.clone();
    let mut rebuilt = Builder::new("", old.kind, 0..0);
    let mut at = 0;
    let copy = |rebuilt: &mut Builder<'_>, from: u32, to: u32| {
        for piece in &old.pieces {
            let (start, end) = (piece.prose.max(from), (piece.prose + piece.prose_len).min(to));
            if start >= end {
                continue;
            }
            let source = if piece.prose_len == piece.source_len {
                let first = (piece.source + start - piece.prose) as usize;
                first..first + (end - start) as usize
            } else {
                piece.source as usize..(piece.source + piece.source_len) as usize
            };
            rebuilt.push(&old.text[start as usize..end as usize], source);
        }
    };
    if found.iter().any(|c| c.span.start < block.lead) {
        block.lead = 0;
    }
    for mut citation in found {
        copy(&mut rebuilt, at, citation.span.start);
        let source = old.to_source(citation.span);
        at = citation.span.end;
        let gap = rebuilt.text.len();
        rebuilt.push(GAP.encode_utf8(&mut [0; 4]), source.range());
        citation.source = source;
        citation.span = Span::new(gap, rebuilt.text.len());
        block.citations.push(citation);
    }
    copy(&mut rebuilt, at, old.text.len() as u32);
    block.text = rebuilt.text;
    block.pieces = rebuilt.pieces;
}

fn markdown(source: &str) -> Vec<Block> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    // Definitions of reference links may stand in another chunk. `[text][ref]` is taken for a link either way; `[sic]` not.
    let mut resolve = |link: BrokenLink<'_>| match link.link_type {
        LinkType::Reference | LinkType::Collapsed => Some((CowStr::Borrowed(""), CowStr::Borrowed(""))),
        _ => None,
    };
    let events = Parser::new_with_broken_link_callback(source, options, Some(&mut resolve)).into_offset_iter();
    let mut reader = Reader { source, out: Vec::new(), open: Vec::new(), quote: 0, silent: 0, table: 0 };
    for (event, range) in events {
        reader.event(event, range);
    }
    let mut out = reader.out;
    out.sort_by_key(|b| b.span.start);
    out
}

struct Reader<'s> {
    source: &'s str,
    out: Vec<Block>,
    /// Blocks being read; an item nested in an item interrupts it.
    open: Vec<Builder<'s>>,
    quote: usize,
    /// How many open elements hide their text.
    silent: usize,
    table: usize,
}

impl<'s> Reader<'s> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.silent == 0 => self.text(&text, range),
            Event::SoftBreak if self.silent == 0 => self.text(" ", range),
            Event::HardBreak if self.silent == 0 => self.text("\n", range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) if self.silent == 0 => self.gap(range),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some(block) = self.open.last_mut() {
            block.push(text, range);
        }
    }

    fn gap(&mut self, range: Range<usize>) {
        self.text(GAP.encode_utf8(&mut [0; 4]), range);
    }

    fn begin(&mut self, kind: BlockKind, range: Range<usize>) {
        self.open.push(Builder::new(self.source, kind, trimmed(self.source, range)));
    }

    fn finish(&mut self) {
        if let Some(block) = self.open.pop() {
            block.finish(&mut self.out);
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::BlockQuote(_) => {
                if self.quote == 0 {
                    self.begin(BlockKind::Quote, range);
                }
                self.quote += 1;
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.silent += 1,
            Tag::Image { .. } => {
                if self.silent == 0 {
                    self.gap(range);
                }
                self.silent += 1;
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                if self.silent == 0 {
                    self.gap(range);
                }
                self.silent += 1;
            }
            // In a quote everything is one block; the parts are kept apart by line ends.
            _ if self.quote > 0 => {
                if matches!(tag, Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::TableRow | Tag::TableCell)
                    && let Some(block) = self.open.last_mut()
                {
                    block.separate('\n', range.start);
                }
            }
            Tag::Emphasis | Tag::Strong => {
                if let Some(block) = self.open.last_mut().filter(|b| b.text.is_empty() || b.lead_open > 0) {
                    block.lead_open += 1;
                }
            }
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(level as u8), range),
            Tag::Item => self.begin(BlockKind::ListItem, range),
            Tag::Paragraph => {
                // The first paragraph of an item is the item's text; the next ones are paragraphs of their own.
                let first = self.open.last().is_some_and(|b| b.kind == BlockKind::ListItem && b.text.is_empty());
                if !first {
                    if self.open.last().is_some_and(|b| b.kind == BlockKind::ListItem) {
                        self.finish();
                        self.begin(BlockKind::ListItem, range.start..range.start);
                    }
                    self.begin(BlockKind::Paragraph, range);
                }
            }
            Tag::Table(_) => {
                self.begin(BlockKind::Table, range);
                self.table += 1;
            }
            Tag::TableRow | Tag::TableCell if self.table > 0 => {
                if let Some(block) = self.open.last_mut() {
                    block.separate(if matches!(tag, Tag::TableRow) { '\n' } else { CELL }, range.start);
                }
            }
            Tag::List(_) => {
                // A list inside an item ends the item's own text.
                if let Some(item) = self.open.last_mut().filter(|b| b.kind == BlockKind::ListItem) {
                    item.span.end = item.span.end.min(range.start).max(item.span.start);
                    item.span = trimmed(self.source, item.span.clone());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.quote = self.quote.saturating_sub(1);
                if self.quote == 0 {
                    self.finish();
                }
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1)
            }
            TagEnd::Image => self.silent = self.silent.saturating_sub(1),
            TagEnd::Link if self.silent > 0 => self.silent -= 1,
            _ if self.quote > 0 => {}
            TagEnd::Emphasis | TagEnd::Strong => {
                if let Some(block) = self.open.last_mut().filter(|b| b.lead_open > 0) {
                    block.lead_open -= 1;
                    if block.lead == 0 && block.lead_open == 0 {
                        block.lead = block.text.len() as u32;
                    }
                }
            }
            TagEnd::Heading(_) | TagEnd::Item => self.finish(),
            TagEnd::Paragraph => {
                if self.open.last().is_some_and(|b| b.kind == BlockKind::Paragraph) {
                    self.finish();
                } else if let Some(item) = self.open.last_mut() {
                    item.span.end = trimmed(self.source, range).end.max(item.span.start);
                }
            }
            TagEnd::Table => {
                self.table = self.table.saturating_sub(1);
                self.finish();
            }
            _ => {}
        }
    }
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

/// Lines shorter than this are never taken for lines of a hard-wrapped paragraph.
const LEAST_WRAP: usize = 40;
/// Lines longer than this are paragraphs of their own: nobody wraps there.
pub(super) const MOST_WRAP: usize = 100;

/// Plain text: blank lines part paragraphs. Text saved from web pages often has one paragraph a line instead; lines belong
/// together only where they look wrapped, that is when all but the last fill a common width.
fn plain(source: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut group: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive(['\n', '\r']) {
        let range = trimmed(source, at..at + line.len());
        at += line.len();
        // The `\n` of a `\r\n` is not a line of its own.
        if line == "\n" && at >= 2 && source.as_bytes()[at - 2] == b'\r' {
            continue;
        }
        if range.is_empty() {
            plain_group(source, &mut group, &mut out);
        } else {
            group.push(range);
        }
    }
    plain_group(source, &mut group, &mut out);
    out
}

fn plain_group(source: &str, group: &mut Vec<Range<usize>>, out: &mut Vec<Block>) {
    let longest = group.iter().map(|l| l.len()).max().unwrap_or(0);
    let wrapped = group.len() > 1
        && (LEAST_WRAP..=MOST_WRAP).contains(&longest)
        && group[..group.len() - 1].iter().all(|l| l.len() * 10 >= longest * 6);
    let paragraphs: Vec<&[Range<usize>]> = if wrapped { vec![&group[..]] } else { group.chunks(1).collect() };
    for lines in paragraphs {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
        let bullet = bullet(&source[first.clone()]);
        let kind = if bullet > 0 { BlockKind::ListItem } else { BlockKind::Paragraph };
        let mut block = Builder::new(source, kind, first.start..last.end);
        for (n, line) in lines.iter().enumerate() {
            let start = if n == 0 { line.start + bullet } else { line.start };
            if let Some(before) = n.checked_sub(1).and_then(|n| lines.get(n)) {
                block.push(" ", before.end..line.start);
            }
            block.push(&source[start..line.end], start..line.end);
        }
        block.finish(out);
    }
    group.clear();
}

/// Length of a list mark at the start of a line, its space included.
fn bullet(line: &str) -> usize {
    let Some(mark) = line.chars().next().filter(|c| "•‣◦▪*-–".contains(*c)) else { return 0 };
    let rest = &line[mark.len_utf8()..];
    if rest.starts_with(char::is_whitespace) { line.len() - rest.trim_start().len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn prose(source: &str) -> Vec<(BlockKind, String)> {
        blocks(source, Format::Markdown).into_iter().map(|b| (b.kind, b.text)).collect()
    }
    fn texts(source: &str) -> Vec<String> {
        prose(source).into_iter().map(|(_, t)| t).collect()
    }

    #[test]
    fn markup_is_taken_out_and_maps_back() {
        let source = "Etwa **10.000** nord\u{ad}koreanische [Soldaten](http://x.y/1 \"2\") &amp; `3` Größen\\*.";
        let block = &blocks(source, Format::Markdown)[0];
        assert_eq!(block.text, "Etwa 10.000 nord\u{ad}koreanische Soldaten & \u{FFFC} Größen*.");
        for word in ["10.000", "Soldaten", "&", "Größen"] {
            let at = block.text.find(word).unwrap();
            let source_span = block.to_source(Span::new(at, at + word.len()));
            let want = if word == "&" { "&amp;" } else { word };
            assert_eq!(&source[source_span.range()], want);
            assert_eq!(block.to_prose(source_span.start), Some(at as u32));
        }
        let all = block.to_source(Span::new(5, block.text.find(" &").unwrap()));
        assert_eq!(&source[all.range()], "10.000** nord\u{ad}koreanische [Soldaten");
    }

    #[test]
    fn a_span_inside_emphasis_leaves_its_marks_outside() {
        let source = "*fast 11 Stunden* vorher";
        let block = &blocks(source, Format::Markdown)[0];
        let span = block.to_source(Span::new(0, "fast 11 Stunden".len()));
        assert_eq!(&source[span.range()], "fast 11 Stunden");
    }

    #[test]
    fn what_is_not_prose() {
        assert_eq!(texts("```\n5 Äpfel\n```\n"), Vec::<String>::new());
        assert_eq!(texts("    5 Äpfel\n"), Vec::<String>::new());
        assert_eq!(texts("<div>5</div>\n\nText"), ["Text"]);
        assert_eq!(texts("<!-- beleg: ignore x: 5 -->\n"), Vec::<String>::new());
        assert_eq!(texts("a <b>c</b> <http://e.f/5> ![g 6](h.png)"), ["a c \u{FFFC} \u{FFFC}"]);
        assert_eq!(texts("[a][b] und [sic] 5"), ["a und [sic] 5"]);
        assert_eq!(texts("Satz.[^1]\n\n[^1]: Fußnote 3.\n"), ["Satz.", "Fußnote 3."]);
    }

    #[test]
    fn blocks_of_every_kind() {
        use BlockKind::*;
        let source = "# Titel\n\nAbsatz\nzwei.\n\n- eins\n- zwei\n  - drei\n\n> Zitat\n> weiter\n>\n> Schluss\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let want = [
            (Heading(1), "Titel"),
            (Paragraph, "Absatz zwei."),
            (ListItem, "eins"),
            (ListItem, "zwei"),
            (ListItem, "drei"),
            (Quote, "Zitat weiter\nSchluss"),
            (Table, "a\tb\n1\t2"),
        ];
        assert_eq!(prose(source), want.map(|(k, t)| (k, t.to_owned())));
        assert_eq!(
            prose("- a\n\n  b\n\n- c\n"),
            [(ListItem, "a".to_owned()), (Paragraph, "b".to_owned()), (ListItem, "c".to_owned())]
        );
    }

    #[test]
    fn line_ends_of_every_kind() {
        let source = "> Größe\r\n> **5** m\r\n";
        let block = &blocks(source, Format::Markdown)[0];
        assert_eq!(block.text, "Größe 5 m");
        let five = block.to_source(Span::new(8, 9));
        assert_eq!(&source[five.range()], "5");
    }

    #[test]
    fn citations_are_gaps() {
        let source = "Es waren **11.000** Container [@swp-57, Abs. 6]. Und [@a; @b, p. 2] mehr.";
        let block = &blocks(source, Format::Markdown)[0];
        assert_eq!(block.text, "Es waren 11.000 Container \u{FFFC}. Und \u{FFFC} mehr.");
        assert_eq!(block.citations.len(), 2);
        assert_eq!(&source[block.citations[0].source.range()], "[@swp-57, Abs. 6]");
        let more = block.text.find("mehr").unwrap();
        assert_eq!(&source[block.to_source(Span::new(more, more + 4)).range()], "mehr");
    }

    /// The prose that stands in emphasis at the start, of each block.
    #[test]
    fn emphasis_at_the_start_is_the_lead() {
        for (source, want) in [
            ("*Frau Öhm, warum so spät?* Weil es schneite.", &["Frau Öhm, warum so spät?"][..]),
            ("_Warum?_ Darum.", &["Warum?"]),
            ("**Wie groß?** 12 m.", &["Wie groß?"]),
            ("__How tall?__ 12 m.", &["How tall?"]),
            // Marks within marks: the outermost decides, wherever the inner ones stand.
            ("***Wie groß?*** 12 m.", &["Wie groß?"]),
            ("**Wie _groß_ ist er?** 12 m.", &["Wie groß ist er?"]),
            ("***Wie* groß?** 12 m.", &["Wie groß?"]),
            ("*Wie **groß?*** 12 m.", &["Wie groß?"]),
            ("**Straße:** *gesperrt* seit Mai.", &["Straße:"]),
            ("*\u{a0}kein Beginn* Text", &[""]),
            ("*So\u{a0}spät?*\u{a0}Ja.", &["So\u{a0}spät?"]),
            ("*Größe\r\nund Maß?* Antwort\r\nfolgt.\r\n", &["Größe und Maß?"]),
            ("*Größe*\r\nAntwort", &["Größe"]),
            ("*Was heißt `ü`?* Nichts.", &["Was heißt \u{FFFC}?"]),
            ("*Was heißt [Öl](http://x.y/öl) &amp; Gas?* Viel.", &["Was heißt Öl & Gas?"]),
            ("[*Frage?*](http://x.y) Antwort.", &["Frage?"]),
            ("\u{1F30A}*Flut?* Ja.", &[""]),
            ("Ja, *warum*?", &[""]),
            ("`x` *nicht am Anfang* y", &[""]),
            ("\\*keine* Frage*", &[""]),
            ("*offen", &[""]),
            // Who cites does not ask; a citation behind the question leaves it one.
            ("*Laut Öhm [@oehm, p. 2] so?* Ja.", &[""]),
            ("*So spät?* Ja [@oehm, p. 2].", &["So spät?"]),
            ("*So spät?*[@oehm] Ja.", &["So spät?"]),
            // Each block for itself.
            ("*Erstens?*\n\nZweitens.\n\n**Drittens?** Ja.", &["Erstens?", "", "Drittens?"]),
            ("- *Müll?* Ja.\n- Nein.\n", &["Müll?", ""]),
            ("# *Über* uns", &["Über"]),
            // A quote's parts are somebody's own words.
            ("> *Frage?* Antwort.", &[""]),
        ] {
            let blocks = blocks(source, Format::Markdown);
            let leads: Vec<&str> = blocks.iter().map(|b| &b.text[..b.lead as usize]).collect();
            assert_eq!(leads, want, "{source:?}");
        }
        let plain = blocks("*Warum?* Darum.", Format::Plain);
        assert_eq!((plain[0].text.as_str(), plain[0].lead), ("*Warum?* Darum.", 0));
    }

    #[test]
    fn plain_text_by_line_or_by_blank_line() {
        let plain = |s: &str| blocks(s, Format::Plain).into_iter().map(|b| b.text).collect::<Vec<_>>();
        assert_eq!(plain("Kopf\r\n\r\n• Punkt eins\r\nZwei\n"), ["Kopf", "Punkt eins", "Zwei"]);
        let wrapped =
            "Die Flut an der Elbe war teurer als bislang\nangenommen, sagt der Abschlussbericht der\nBehörde.\n";
        assert_eq!(plain(wrapped), [wrapped.trim_end().replace('\n', " ")]);
        let long = "x".repeat(150);
        assert_eq!(plain(&format!("{long}\nKurz\n{long}")), [long.clone(), "Kurz".into(), long.clone()]);
    }

    proptest! {
        #[test]
        fn every_span_maps_to_char_boundaries(source in "([a-zä*_`\\[\\]@>|# \n\r-]|\\[@a\\]|\u{1F600}|&amp;|\\*\\*){0,40}") {
            for format in [Format::Markdown, Format::Plain] {
                for block in blocks(&source, format) {
                    let mut last = 0;
                    for (at, c) in block.text.char_indices() {
                        let span = block.to_source(Span::new(at, at + c.len_utf8()));
                        prop_assert!(source.is_char_boundary(span.start as usize) && source.is_char_boundary(span.end as usize));
                        prop_assert!(span.start >= last, "source order follows prose order");
                        last = span.start;
                    }
                }
            }
        }
    }
}
