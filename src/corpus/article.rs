//! What does an article file say about itself? Its front matter, read and written.
//!
//! An article file is Markdown with YAML front matter (pandoc's names: `id`, `title`, `author`, `publisher`, `date`,
//! `lang`, `url`, `doi`, `license`), or plain text without any.
//!
//! **Invariant:** [`read`] returns an article for every text; whatever is wrong with the front matter becomes a
//! [`Problem`] and costs at most the value it is about. What [`Article::to_front_matter`] writes, [`read`] reads back.

use std::fmt::Write as _;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle};

use crate::{
    corpus::edtf::Edtf,
    lang::{self, Lang},
    text::{Problem, Severity},
};

/// One published source text: what its file says about it. The prose itself stays in the file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What a citation names: `[@id]`. The file's name without its ending, unless the file says otherwise.
    pub id: String,
    /// The headline; without one the first heading, else the id.
    pub title: String,
    /// Who wrote it, in the order given.
    pub author: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published. An article without a date is never the first to say something.
    pub date: Option<Edtf>,
    /// The language the file states. See [`Article::language`].
    pub lang: Option<Lang>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Digital object identifier, without a resolver before it: `10.1000/182`.
    pub doi: Option<String>,
    /// Under which terms it was published.
    pub license: Option<String>,
    /// The byte at which the body starts, behind the front matter.
    pub body_start: usize,
}

impl Article {
    /// An article that nothing but the id is known of.
    pub fn new(id: impl Into<String>) -> Article {
        let id = id.into();
        Article {
            title: id.clone(),
            id,
            author: Vec::new(),
            publisher: None,
            date: None,
            lang: None,
            url: None,
            doi: None,
            license: None,
            body_start: 0,
        }
    }

    /// The body of the article in the text it was read from.
    pub fn body<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.body_start..).unwrap_or("")
    }

    /// The language: as stated, else as the words of the body tell.
    pub fn language(&self, text: &str) -> Option<Lang> {
        self.lang.or_else(|| lang::detect(self.body(text)))
    }

    /// YAML front matter with both its `---` lines: only what is known, always in the same order, quoted only where
    /// YAML needs it.
    pub fn to_front_matter(&self) -> String {
        let mut out = String::from("---\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(out, "{key}: {}", scalar(value));
        };
        line("id", &self.id);
        line("title", &self.title);
        if let [only] = self.author.as_slice() {
            line("author", only);
        } else if !self.author.is_empty() {
            out.push_str("author:\n");
            for name in &self.author {
                let _ = writeln!(out, "  - {}", scalar(name));
            }
        }
        if let Some(publisher) = &self.publisher {
            let _ = writeln!(out, "publisher: {}", scalar(publisher));
        }
        if let Some(date) = &self.date {
            let _ = writeln!(out, "date: {date}");
        }
        if let Some(lang) = self.lang {
            let _ = writeln!(out, "lang: {}", lang.tag());
        }
        for (key, value) in [("url", &self.url), ("doi", &self.doi), ("license", &self.license)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key}: {}", scalar(value));
            }
        }
        out.push_str("---\n");
        out
    }
}

/// A string as a YAML scalar: plain where every YAML reader takes it for that string, else in double quotes.
fn scalar(value: &str) -> String {
    if is_plain(value) {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_unprintable(c) => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn is_plain(value: &str) -> bool {
    let Some(first) = value.chars().next() else { return false };
    let starts_well = first.is_alphanumeric() || matches!(first, '„' | '»' | '«' | '“' | '‚' | '‘' | '›' | '‹' | '/');
    // Words and numbers that some YAML reader takes for something else than a string.
    let looks_typed = matches!(
        value.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null" | "nan" | "inf"
    ) || first.is_ascii_digit()
        && !value.starts_with("10.")
        && value.bytes().all(|b| {
            b.is_ascii_hexdigit() || matches!(b, b'.' | b'-' | b'+' | b':' | b'_' | b'x' | b'o' | b'T' | b'Z' | b' ')
        })
        || value.starts_with("10.") && value.parse::<f64>().is_ok();
    starts_well
        && !looks_typed
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with([':', ' '])
        && !value.chars().any(is_unprintable)
}

/// Keys that belong to an article, in the order they are written.
const KEYS: [&str; 9] = ["id", "title", "author", "publisher", "date", "lang", "url", "doi", "license"];

/// Other names people give to the same thing, in English and German.
const SYNONYMS: &[(&str, &str)] = &[
    ("headline", "title"),
    ("titel", "title"),
    ("überschrift", "title"),
    ("authors", "author"),
    ("autor", "author"),
    ("autorin", "author"),
    ("autoren", "author"),
    ("by", "author"),
    ("verlag", "publisher"),
    ("herausgeber", "publisher"),
    ("medium", "publisher"),
    ("published", "date"),
    ("datum", "date"),
    ("language", "lang"),
    ("sprache", "lang"),
    ("link", "url"),
    ("uri", "url"),
    ("href", "url"),
    ("lizenz", "license"),
    ("licence", "license"),
    ("rights", "license"),
];

/// Reads an article file. `name` is the file's name or path; its ending decides: `.txt` is plain text without front
/// matter, everything else is Markdown.
pub fn read(name: &str, text: &str) -> (Article, Vec<Problem>) {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, ending) = match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, ending),
        _ => (file, ""),
    };
    let mut reader = Reader { text, article: Article::new(stem), problems: Vec::new(), seen: [false; KEYS.len()] };
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    reader.article.body_start = bom;
    if !ending.eq_ignore_ascii_case("txt")
        && let Some(block) = Block::find(text, bom)
    {
        reader.article.body_start = block.body;
        if !block.closed {
            reader.problem(
                bom,
                Severity::Error,
                "the front matter is not closed: add a line '---' behind its last value",
            );
        }
        reader.yaml(block.start, block.end);
    }
    reader.finish(stem)
}

/// Where the YAML is.
struct Block {
    start: usize,
    end: usize,
    body: usize,
    closed: bool,
}

impl Block {
    fn find(text: &str, at: usize) -> Option<Block> {
        let mut lines = Lines { text, at };
        let (_, first) = lines.next()?;
        if first.trim_end() != "---" {
            return None;
        }
        let start = lines.at;
        let mut blank = None;
        while let Some((line_at, line)) = lines.next() {
            if matches!(line.trim_end(), "---" | "...") {
                return Some(Block { start, end: line_at, body: lines.at, closed: true });
            }
            if line.trim().is_empty() && blank.is_none() {
                blank = Some((line_at, lines.at));
            }
        }
        // A '---' at the top may also be a rule above a text. It is front matter if values follow.
        let (end, body) = blank.unwrap_or((text.len(), text.len()));
        top_key(text.get(start..end)?)?;
        Some(Block { start, end, body, closed: false })
    }
}

/// Lines with the byte each starts at; line ends are `\n`, `\r\n` and `\r`.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        let rest = self.text.get(self.at..).filter(|r| !r.is_empty())?;
        let start = self.at;
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = &rest[..end];
        let after = &rest[end..];
        self.at += end + if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
        Some((start, line))
    }
}

/// The key of a line such as `title: …` that starts a top-level entry.
fn top_key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_key =
        key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    (is_key && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
}

/// What stands behind a key.
#[derive(Debug)]
enum Value {
    /// Text, and whether it stood in quotes.
    Text(String, bool),
    List(Vec<(usize, Value)>),
    Map(Vec<(String, Value)>),
}

struct Reader<'t> {
    text: &'t str,
    article: Article,
    problems: Vec<Problem>,
    seen: [bool; KEYS.len()],
}

/// After this many broken entries the rest is not looked at: the file is something else than front matter.
const MAX_BROKEN: usize = 20;

impl Reader<'_> {
    fn problem(&mut self, at: usize, severity: Severity, message: impl Into<String>) {
        self.problems.push(Problem::at(self.text, at, severity, message));
    }

    /// Reads entries from `start`; where YAML gives up, the line is taken as it stands and reading goes on behind it.
    fn yaml(&mut self, mut start: usize, end: usize) {
        for _ in 0..MAX_BROKEN {
            let Some(source) = self.text.get(start..end) else { return };
            let (mut entries, error) = parse(source);
            // `title: One: two` yields an entry before the second colon breaks it.
            let same_line = |a: usize, b: usize| !source.get(a..b).is_some_and(|s| s.contains(['\n', '\r']));
            if let Some((error_at, _)) = &error {
                entries.pop_if(|(key_at, ..)| same_line(*key_at, *error_at));
            }
            let mut lines = Lines { text: self.text.get(..end).unwrap_or(self.text), at: start };
            // A tab before a key breaks what stands around it too.
            if error.is_some()
                && let Some((at, line)) = lines.by_ref().find(|(_, l)| l.starts_with('\t'))
            {
                self.yaml(start, at);
                let bare = line.trim_start();
                match top_key(bare) {
                    Some(key) => {
                        self.broken_entry(at + line.len() - bare.len(), key, bare, "a tab stands before the key")
                    }
                    None => self.problem(at, Severity::Error, "a tab cannot indent YAML: use spaces"),
                }
                start = lines.at;
                continue;
            }
            let mut read_to = start;
            for (key_at, key, value_at, value) in entries {
                read_to = start + value_at;
                self.entry(start + key_at, &key, start + value_at, value);
            }
            let Some((error_at, why)) = error else { return };
            lines.at = start;
            // The entry that broke is the first one behind what could be read.
            let broken =
                lines.by_ref().find_map(|(at, line)| Some((at, top_key(line)?, line)).filter(|_| at >= read_to));
            let Some((at, key, line)) = broken else {
                self.problem(
                    start + error_at,
                    Severity::Error,
                    format!("the front matter is not YAML: {why} (write one `key: value` a line)"),
                );
                return;
            };
            self.broken_entry(at, key, line, &why);
            start = lines.find(|(_, line)| top_key(line).is_some()).map_or(end, |(at, _)| at);
        }
    }

    /// An entry that is not YAML. The usual reason is a colon or a quote in a title; the line is used as it stands.
    fn broken_entry(&mut self, at: usize, key: &str, line: &str, why: &str) {
        let raw = line.get(key.len() + 1..).unwrap_or("").trim();
        let value_at = at + line.len() - raw.len().min(line.len());
        let message = if raw.is_empty() {
            format!("'{key}' cannot be read: {why} (put the value behind the colon, lists as `  - item` lines)")
        } else if raw.contains(": ") || raw.ends_with(':') {
            format!("'{raw}' needs quotes because of its colon: write {key}: {}", quoted(raw))
        } else {
            format!("'{raw}' is not YAML: {why} (write {key}: {})", quoted(raw))
        };
        self.problem(value_at, Severity::Error, message);
        let bare = raw.trim_matches(['"', '\'']).trim();
        if !bare.is_empty() && !raw.starts_with(['[', '{', '&', '*', '|', '>', '%', '@', '`']) {
            self.entry(at, key, value_at, Value::Text(bare.to_owned(), true));
        }
    }

    fn entry(&mut self, key_at: usize, key: &str, value_at: usize, value: Value) {
        let Some(n) = KEYS.iter().position(|k| *k == key) else {
            if let Some(meant) = near_miss(key) {
                self.problem(key_at, Severity::Hint, format!("unknown key '{key}': did you mean '{meant}'?"));
            }
            return;
        };
        if self.seen.get(n).copied().unwrap_or(false) {
            self.problem(
                key_at,
                Severity::Warning,
                format!("'{key}' is given twice: the first is used, delete one of them"),
            );
            return;
        }
        if matches!(&value, Value::Text(t, quoted) if t.trim().is_empty() || !quoted && is_null(t)) {
            return;
        }
        if let Some(seen) = self.seen.get_mut(n) {
            *seen = true;
        }
        if key == "author" {
            self.authors(value_at, value);
            return;
        }
        let text = match value {
            Value::Text(text, _) => collapse(&text),
            Value::List(_) | Value::Map(_) => {
                self.problem(
                    value_at,
                    Severity::Error,
                    format!("'{key}' must be one value, not a list: write {key}: …"),
                );
                return;
            }
        };
        match key {
            "id" => self.id(value_at, text),
            "title" => self.article.title = text,
            "publisher" => self.article.publisher = Some(text),
            "url" => self.article.url = Some(text),
            "license" => self.article.license = Some(text),
            "doi" => self.doi(value_at, &text),
            "lang" => match Lang::from_tag(&text) {
                Some(lang) => self.article.lang = Some(lang),
                None => {
                    let known: Vec<_> = Lang::ALL.iter().map(|l| format!("'{}'", l.tag())).collect();
                    let message =
                        format!("language '{text}' is not one that beleg reads: write {}", known.join(" or "));
                    self.problem(value_at, Severity::Warning, message);
                }
            },
            _ => match text.parse::<Edtf>() {
                Ok(date) => self.article.date = Some(date),
                Err(why) => {
                    let message = format!("date '{text}' is not EDTF: {why}");
                    self.problem(value_at, Severity::Error, message);
                }
            },
        }
    }

    fn id(&mut self, at: usize, text: String) {
        if is_citable(&text) {
            self.article.id = text;
        } else {
            let message = format!(
                "id '{text}' cannot be cited: use letters, digits, '-' and '_', starting with a letter or digit"
            );
            self.problem(at, Severity::Error, message);
        }
    }

    fn doi(&mut self, at: usize, text: &str) {
        let bare = bare_doi(text);
        if !bare.starts_with("10.") || !bare.contains('/') {
            let message = format!("doi '{text}' does not look like one: write it as 10.1234/name");
            self.problem(at, Severity::Warning, message);
        }
        self.article.doi = Some(bare.to_owned());
    }

    fn authors(&mut self, at: usize, value: Value) {
        let mut names = Vec::new();
        match value {
            Value::Text(text, _) => names.extend(text.split(';').map(collapse)),
            Value::List(items) => {
                for (item_at, item) in items {
                    match item {
                        Value::Text(text, _) => names.push(collapse(&text)),
                        Value::Map(map) if name_in(&map).is_some() => names.extend(name_in(&map)),
                        Value::List(_) | Value::Map(_) => {
                            self.problem(item_at, Severity::Error, "an author must be a name: write `  - Jane Doe`");
                        }
                    }
                }
            }
            Value::Map(map) => match name_in(&map) {
                Some(name) => names.push(name),
                None => self.problem(
                    at,
                    Severity::Error,
                    "'author' must be a name or a list of names: write author: Jane Doe",
                ),
            },
        }
        names.retain(|n| !n.is_empty());
        self.article.author = names;
    }

    fn finish(mut self, stem: &str) -> (Article, Vec<Problem>) {
        let seen = |key: &str| KEYS.iter().zip(self.seen).any(|(k, seen)| *k == key && seen);
        if !seen("title") {
            let body = self.article.body(self.text);
            let heading = body.lines().take(200).find_map(|l| l.trim().strip_prefix("# ").map(collapse));
            self.article.title = heading.filter(|h| !h.is_empty()).unwrap_or_else(|| self.article.id.clone());
        }
        if self.article.id == stem && !is_citable(stem) {
            let at = self.article.body_start;
            let message = format!(
                "the file name '{stem}' cannot be cited: give the article an `id:` of letters, digits, '-' and '_'"
            );
            self.problem(at, Severity::Hint, message);
        }
        self.problems.sort();
        (self.article, self.problems)
    }
}

/// The name in `{name: …}`, which pandoc's templates use for authors with affiliations.
fn name_in(map: &[(String, Value)]) -> Option<String> {
    map.iter().find_map(|(key, value)| match value {
        Value::Text(text, _) if key == "name" => Some(collapse(text)),
        _ => None,
    })
}

/// A DOI without the resolver or scheme that is often written before it.
pub fn bare_doi(text: &str) -> &str {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let skip = lower.find("10.").filter(|&at| {
        let before = &lower[..at];
        before.ends_with("doi.org/") || before.trim_end().ends_with("doi:") || before.trim_end() == "doi"
    });
    skip.and_then(|at| text.get(at..)).unwrap_or(text)
}

/// Can pandoc's `[@id]` name it?
pub fn is_citable(id: &str) -> bool {
    id.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && id.ends_with(|c: char| c.is_alphanumeric() || c == '_')
        && id.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '+' | '/' | '#' | '$' | '%' | '&' | '~' | '?')
        })
}

fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted(text: &str) -> String {
    let bare = text.trim_matches(['"', '\'']);
    format!("\"{}\"", bare.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The key that was probably meant.
fn near_miss(key: &str) -> Option<&'static str> {
    let lower = key.to_lowercase();
    if let Some((_, meant)) = SYNONYMS.iter().find(|(other, _)| *other == lower) {
        return Some(meant);
    }
    KEYS.into_iter().find(|known| {
        // Short keys are one slip away from too much.
        let slips = if known.len() > 4 { 2 } else { usize::from(known.len() > 3) };
        *known == lower || strsim::damerau_levenshtein(known, &lower) <= slips
    })
}

type Entry = (usize, String, usize, Value);

/// The top-level entries of a YAML mapping, each with the byte of its key and of its value, up to the first error.
fn parse(source: &str) -> (Vec<Entry>, Option<(usize, String)>) {
    let mut entries = Vec::new();
    // What is open: the outermost is the mapping itself.
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(source) {
        let (event, span) = match event {
            Ok(e) => e,
            Err(e) => {
                let why = e.info();
                let why = why.lines().next().unwrap_or("it breaks off").trim_end_matches('.').to_owned();
                return (entries, Some((e.marker().byte_offset().unwrap_or(0).min(source.len()), why)));
            }
        };
        let at = span.start.byte_offset().unwrap_or(0);
        let (at, value) = match event {
            Event::Scalar(text, style, ..) => (at, Value::Text(text.into_owned(), style != ScalarStyle::Plain)),
            // An alias stands for another value; front matter has no use for it.
            Event::Alias(_) => (at, Value::Text(String::new(), false)),
            Event::SequenceStart(..) => {
                open.push(Open::List(at, Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(at, Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(at, items)) => (at, Value::List(items)),
                Some(Open::Map(at, items, _)) => (at, Value::Map(items)),
                None => continue,
            },
            _ => continue,
        };
        let outermost = open.len() == 1;
        match open.last_mut() {
            Some(Open::List(_, items)) => items.push((at, value)),
            Some(Open::Map(_, items, key)) => match key.take() {
                None => {
                    let text = if let Value::Text(text, _) = value { text } else { String::new() };
                    *key = Some((at, text));
                }
                Some((key_at, key)) if outermost => entries.push((key_at, key, at, value)),
                Some((_, key)) => items.push((key, value)),
            },
            // A document that is not a mapping; an empty one is fine.
            None => match value {
                Value::Map(_) => {}
                Value::Text(text, false) if text.is_empty() || is_null(&text) => {}
                _ => return (entries, Some((at, "there are no keys".to_owned()))),
            },
        }
    }
    (entries, None)
}

enum Open {
    List(usize, Vec<(usize, Value)>),
    Map(usize, Vec<(String, Value)>, Option<(usize, String)>),
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    /// What was read, and what is wrong, one a line.
    fn check(text: &str, expected: Expect) {
        let (a, problems) = read("corpus/deich.md", text);
        let mut out = String::new();
        let date = a.date.map(|d| d.to_string());
        let lang = a.lang.map(|l| l.tag().to_owned());
        let one = |v: &str| Some(v.to_owned());
        for (key, value) in [
            ("id", one(&a.id)),
            ("title", one(&a.title)),
            ("author", (!a.author.is_empty()).then(|| a.author.join(" | "))),
            ("publisher", a.publisher.clone()),
            ("date", date),
            ("lang", lang),
            ("url", a.url.clone()),
            ("doi", a.doi.clone()),
            ("license", a.license.clone()),
            ("body", one(a.body(text).lines().next().unwrap_or(""))),
        ] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} {value}");
            }
        }
        for p in problems {
            let _ = writeln!(out, "{}:{} {:?} {}", p.line, p.column, p.severity, p.message);
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn everything() {
        check(
            "---\nid: deich-2023\ntitle: 'Der Deich hält: vorerst'\nauthor:\n  - Änne Voß\n  - \"O. Lund\"\npublisher: Küstenbote # weekly\ndate: 2023-05-17~\nlang: de-DE\nurl: https://kueste.example/deich\ndoi: https://doi.org/10.1234/ab.c\nlicense: CC BY 4.0\nfoo: bar\n---\n\nText.\n",
            expect![[r#"
                id deich-2023
                title Der Deich hält: vorerst
                author Änne Voß | O. Lund
                publisher Küstenbote
                date 2023-05-17~
                lang de
                url https://kueste.example/deich
                doi 10.1234/ab.c
                license CC BY 4.0
                body 
            "#]],
        );
    }

    #[test]
    fn nothing() {
        check(
            "Der Deich hält.\n",
            expect![[r#"
            id deich
            title deich
            body Der Deich hält.
        "#]],
        );
        check(
            "---\n---\n# Der  *Deich*\n",
            expect![[r#"
            id deich
            title Der *Deich*
            body # Der  *Deich*
        "#]],
        );
        check(
            "---\ntitle:\ndate: ~\nauthor: []\n...\nText\n",
            expect![[r#"
            id deich
            title deich
            body Text
        "#]],
        );
        check(
            "",
            expect![[r#"
            id deich
            title deich
            body 
        "#]],
        );
    }

    #[test]
    fn line_ends_and_byte_order_marks() {
        check(
            "\u{feff}---\r\ntitle: Ölpreis\r\ndate: 2023\r\n---\r\nText\r\n",
            expect![[r#"
            id deich
            title Ölpreis
            date 2023
            body Text
        "#]],
        );
    }

    #[test]
    fn a_rule_above_the_text_is_no_front_matter() {
        check(
            "---\n\nDer Deich hält.\n",
            expect![[r#"
            id deich
            title deich
            body ---
        "#]],
        );
    }

    #[test]
    fn broken_values_cost_themselves_only() {
        check(
            "---\ndate: 2023\ntitle: Der Deich: hält er?\n---\n",
            expect![[r#"
            id deich
            title Der Deich: hält er?
            date 2023
            body 
            3:8 Error 'Der Deich: hält er?' needs quotes because of its colon: write title: "Der Deich: hält er?"
        "#]],
        );
        check(
            "---\ntitle: Der Deich: hält er?\ndate: 2023\nauthor: Änne Voß\n---\nText\n",
            expect![[r#"
                id deich
                title Der Deich: hält er?
                author Änne Voß
                date 2023
                body Text
                2:8 Error 'Der Deich: hält er?' needs quotes because of its colon: write title: "Der Deich: hält er?"
            "#]],
        );
        check(
            "---\ntitle: \"Der Deich\ndate: 2023\nlang: de\n---\nText\n",
            expect![[r#"
            id deich
            title Der Deich
            date 2023
            lang de
            body Text
            2:8 Error '"Der Deich' is not YAML: invalid indentation in multiline quoted scalar (write title: "Der Deich")
        "#]],
        );
        check(
            "---\nauthor: [Änne Voß, O. Lund\ntitle: Deich\n---\nText\n",
            expect![[r#"
            id deich
            title Deich
            body Text
            2:9 Error '[Änne Voß, O. Lund' is not YAML: illegal placement of ':' indicator (write author: "[Änne Voß, O. Lund")
        "#]],
        );
        check(
            "---\ntitle: Deich\n\tdate: 2023\nlang: de\n---\nText\n",
            expect![[r#"
                id deich
                title Deich
                date 2023
                lang de
                body Text
                3:8 Error '2023' is not YAML: a tab stands before the key (write date: "2023")
            "#]],
        );
        check(
            "---\ndate: 17.05.2023\nlang: fr\nid: a b\ndoi: none\n---\nText\n",
            expect![[r#"
            id deich
            title deich
            doi none
            body Text
            2:7 Error date '17.05.2023' is not EDTF: write YYYY, YYYY-MM or YYYY-MM-DD, with ~ behind it for 'about'
            3:7 Warning language 'fr' is not one that beleg reads: write 'de' or 'en'
            4:5 Error id 'a b' cannot be cited: use letters, digits, '-' and '_', starting with a letter or digit
            5:6 Warning doi 'none' does not look like one: write it as 10.1234/name
        "#]],
        );
        check(
            "---\ntitle: [a, b]\nauthor: {first: A}\n---\nText\n",
            expect![[r#"
            id deich
            title deich
            body Text
            2:8 Error 'title' must be one value, not a list: write title: …
            3:9 Error 'author' must be a name or a list of names: write author: Jane Doe
        "#]],
        );
        check(
            "---\ntitle: A\ntitle: B\n---\nText\n",
            expect![[r#"
            id deich
            title A
            body Text
            3:1 Warning 'title' is given twice: the first is used, delete one of them
        "#]],
        );
        check(
            "---\ntitle: Deich\ndate: 2023\n\nText ohne Ende.\n",
            expect![[r#"
            id deich
            title Deich
            date 2023
            body Text ohne Ende.
            1:1 Error the front matter is not closed: add a line '---' behind its last value
        "#]],
        );
        check(
            "---\njust words\n---\nText\n",
            expect![[r#"
            id deich
            title deich
            body Text
            2:1 Error the front matter is not YAML: there are no keys (write one `key: value` a line)
        "#]],
        );
    }

    #[test]
    fn near_misses_are_hinted_at() {
        check(
            "---\nTitle: Deich\nautor: X\npubliser: Y\ndat: 2023\ntags: [a]\nids: 3\n---\nText\n",
            expect![[r#"
            id deich
            title deich
            body Text
            2:1 Hint unknown key 'Title': did you mean 'title'?
            3:1 Hint unknown key 'autor': did you mean 'author'?
            4:1 Hint unknown key 'publiser': did you mean 'publisher'?
            5:1 Hint unknown key 'dat': did you mean 'date'?
        "#]],
        );
    }

    #[test]
    fn authors_in_every_shape() {
        check(
            "---\nauthor: Änne Voß; O. Lund\n---\nText\n",
            expect![[r#"
            id deich
            title deich
            author Änne Voß | O. Lund
            body Text
        "#]],
        );
        check(
            "---\nauthor:\n- name: Änne Voß\n  affiliation: Uni\n- O. Lund\n- [x]\n---\nText\n",
            expect![[r#"
            id deich
            title deich
            author Änne Voß | O. Lund
            body Text
            5:9 Error an author must be a name: write `  - Jane Doe`
        "#]],
        );
    }

    #[test]
    fn plain_text_has_no_front_matter() {
        let (a, problems) = read("Zwei Wörter.TXT", "---\ntitle: x\n---\n");
        assert_eq!((a.id.as_str(), a.body_start, a.title.as_str()), ("Zwei Wörter", 0, "Zwei Wörter"));
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn written_plainly_where_it_can_be() {
        for plain in [
            "Der Deich",
            "„Wir halten“, sagt sie",
            "CC BY 4.0",
            "10.1234/ab.c",
            "https://a.example/b",
            "2023 wird nass",
            "Öl",
        ] {
            assert_eq!(scalar(plain), plain);
        }
        for quoted in [
            "",
            "2023",
            "2023-05-17",
            "yes",
            "No",
            "~",
            "- a",
            "a: b",
            "a #b",
            "a:",
            "\"a\"",
            "[a]",
            "*a",
            "0x1F",
            "12:30",
            "10.5",
            " a",
            "a\u{85}b",
            "Null",
        ] {
            assert!(scalar(quoted).starts_with('"'), "{quoted}");
        }
    }

    fn round_trip(article: &Article) {
        let text = article.to_front_matter() + "\nText.\n";
        let (mut read, problems) = read("deich.md", &text);
        assert_eq!(read.body(&text), "\nText.\n");
        read.body_start = 0;
        assert_eq!(&read, article, "{text}{problems:?}");
        assert!(problems.is_empty(), "{problems:?}");
    }

    prop_compose! {
        fn word()(text in "\\PC{1,30}|[ -~äöüß„“#:'\"\\\\-]{1,30}") -> String {
            let text = collapse(&text.replace('\u{feff}', " "));
            if text.is_empty() { "x".to_owned() } else { text }
        }
    }

    proptest! {
        #[test]
        fn front_matter_round_trips(
            title in word(), author in prop::collection::vec(word(), 0..3), publisher in prop::option::of(word()),
            license in prop::option::of(word()), url in prop::option::of(word()), month in 1i8..=12,
        ) {
            let mut a = Article::new("deich-2");
            // One string may name several people.
            let author = author.into_iter().map(|n| n.replace(';', ",")).collect();
            (a.title, a.author, a.publisher, a.license, a.url) = (title, author, publisher, license, url);
            (a.date, a.lang, a.doi) = (Edtf::month(2023, month), Some(Lang::De), Some("10.1/x".to_owned()));
            round_trip(&a);
        }

        #[test]
        fn never_panics(text in "\\PC{0,80}", yaml in "([a-z]{1,6}: ?)?[-a-z:\\[\\]{}\"'&*|>%@`#!,?~ \n\tä]{0,60}") {
            let _ = read("a.md", &text);
            let whole = format!("---\n{yaml}\n---\n{text}");
            let (a, _) = read("a.md", &whole);
            prop_assert!(whole.is_char_boundary(a.body_start));
            let _ = read("a.md", &format!("---\ntitle: {text}\n{yaml}"));
        }
    }
}
