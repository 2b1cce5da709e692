//! Import: how do pages become article files?
//!
//! ```text
//! bytes ─ page_text | html | pdf ─ lines ─ distil ─ blocks ─ markdown ─ article file
//! ```
//!
//! **Invariant:** [`import`] is pure: bytes and a name in, an article file and a report out. No sentence is changed, no two
//! paragraphs are joined, and nothing is left out that the [`Report`] does not list. **Not here:** reading and writing files.

use crate::{corpus::article::Article, lang};

mod cues;
mod dates;
mod distil;
mod html;
mod markdown;
mod page_text;
mod pdf;
mod report;
mod shape;
mod slug;

/// The name of the threads on which HTML and PDF files are read. A panic there is reported as a [`Failure`].
pub const READER_THREAD: &str = "beleg-import";

pub use report::{Dropped, Kind, Missing, Reason, Report};
pub use slug::slug;

/// An article taken out of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What the page says about the article; `id` comes from the title.
    pub article: Article,
    /// Markdown: the title as a heading, headings, paragraphs, lists.
    pub body: String,
    /// What was taken and what was not.
    pub report: Report,
}

impl Imported {
    /// The whole article file.
    pub fn file(&self) -> String {
        self.article.to_front_matter() + &self.body
    }
}

/// Why a page cannot become an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no prose in it.
    NoText(Kind),
    /// The file cannot be read as what its ending or first bytes say it is.
    Unreadable(Kind, String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::NoText(Kind::Pdf) => {
                f.write_str("no text found in the PDF: its pages may be pictures (run text recognition on it first)")
            }
            Failure::NoText(_) => {
                f.write_str("no article text found (copy the article's text into a .txt file and import that)")
            }
            Failure::Unreadable(kind, why) => {
                write!(f, "cannot be read as {kind}: {why} (copy the article's text into a .txt file and import that)")
            }
        }
    }
}

impl std::error::Error for Failure {}

/// What a file is, by its first bytes, else by the ending of its name; `None` for what cannot be imported.
pub fn kind_of(name: &str, bytes: &[u8]) -> Option<Kind> {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    if start.windows(5).any(|w| w == b"%PDF-") {
        return Some(Kind::Pdf);
    }
    let text = String::from_utf8_lossy(start).trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).to_lowercase();
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Some(Kind::Html);
    }
    // UTF-16 has zeros too; its name or mark tells it.
    kind_of_name(name).or_else(|| {
        (!start.contains(&0) || start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff")).then_some(Kind::Text)
    })
}

/// What a file is by the ending of its name.
pub fn kind_of_name(name: &str) -> Option<Kind> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Kind::Text),
        "html" | "htm" | "xhtml" => Some(Kind::Html),
        "pdf" => Some(Kind::Pdf),
        _ => None,
    }
}

/// Makes an article of a page. `name` is the file's name.
pub fn import(name: &str, bytes: &[u8]) -> Result<Imported, Failure> {
    let kind = kind_of(name, bytes).unwrap_or(Kind::Text);
    let unreadable = |why| Failure::Unreadable(kind, why);
    let (lines, known, mut dropped, notes) = match kind {
        Kind::Text => (page_text::lines(&page_text::decode(bytes)), distil::Known::default(), Vec::new(), Vec::new()),
        Kind::Html => {
            let html = page_text::decode(bytes);
            if html::is_bottomless(&html) {
                return Err(unreadable("thousands of its elements are never closed".to_owned()));
            }
            let (lines, known, dropped) = apart(move || html::read(&html)).map_err(unreadable)?;
            (lines, known, dropped, Vec::new())
        }
        Kind::Pdf => {
            let bytes = bytes.to_vec();
            let read = apart(move || pdf::read(&bytes)).and_then(|r| r).map_err(unreadable)?;
            (read.lines, read.known, read.dropped, read.notes)
        }
    };
    let mut distilled = distil::distil(lines, known);
    dropped.append(&mut distilled.dropped);
    let (mut known, blocks) = (distilled.known, distilled.blocks);
    // No-break spaces and the like do no harm in prose; in a name they hide it.
    let tidy = |t: &mut String| *t = t.split_whitespace().collect::<Vec<_>>().join(" ");
    known.author.iter_mut().for_each(tidy);
    [&mut known.title, &mut known.publisher, &mut known.url, &mut known.doi, &mut known.license]
        .into_iter()
        .flatten()
        .for_each(tidy);
    let paragraphs = blocks.iter().filter(|b| b.is_paragraph()).count();
    if paragraphs == 0 {
        return Err(Failure::NoText(kind));
    }

    // The headline is not left out when it stands above the body.
    let title = known.title.as_deref().map(shape::squash).unwrap_or_default();
    dropped.retain(|d| d.reason != Reason::Page || shape::squash(&d.text) != title);

    let prose: Vec<_> = blocks.iter().map(markdown::Block::text).collect();
    let language = lang::detect(&prose.join("\n"));
    let mut missing = Vec::new();
    for (what, found) in [
        (Missing::Title, known.title.is_some()),
        (Missing::Author, !known.author.is_empty()),
        (Missing::Publisher, known.publisher.is_some()),
        (Missing::Date, known.date.is_some()),
        (Missing::Lang, language.is_some()),
    ] {
        if !found {
            missing.push(what);
        }
    }
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(s, _)| s);
    let mut article = Article::new(slug(known.title.as_deref().unwrap_or(""), stem));
    let body = markdown::body(known.title.as_deref().unwrap_or(""), &blocks);
    if let Some(title) = known.title {
        article.title = title;
    }
    article.author = known.author;
    article.publisher = known.publisher;
    article.date = known.date;
    article.lang = language;
    article.url = known.url;
    article.doi = known.doi;
    article.license = known.license;
    article.body_start = article.to_front_matter().len();
    let headings = blocks.len() - paragraphs;
    Ok(Imported { article, body, report: Report { kind, paragraphs, headings, dropped, missing, notes } })
}

/// Runs other people's readers on a thread of their own, with room for deep nesting; a panic there is an error here.
fn apart<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
    const STACK: usize = 64 << 20;
    let thread = std::thread::Builder::new()
        .name(READER_THREAD.to_owned())
        .stack_size(STACK)
        .spawn(job)
        .map_err(|e| e.to_string())?;
    thread.join().map_err(|_| "its reader gave up on it".to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pages in `tests/fixtures/import`, each with the article file and the lines left out that are expected of it beside
    /// it. `UPDATE_EXPECT=1` rewrites those; read the difference before committing it.
    #[test]
    fn fixtures() -> std::io::Result<()> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
        let Ok(files) = std::fs::read_dir(folder) else { return Ok(()) };
        for file in files {
            let path = file?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".expected") {
                continue;
            }
            let imported = import(&name, &std::fs::read(&path)?).map_err(std::io::Error::other)?;
            let mut out = imported.file();
            out.push_str("\n=== left out\n");
            for d in &imported.report.dropped {
                out.push_str(&format!("{:?}: {}\n", d.reason, d.text));
            }
            out.push_str(&format!("=== missing {:?}\n", imported.report.missing));
            expect_test::expect_file![path.with_extension("expected")].assert_eq(&out);
        }
        Ok(())
    }

    proptest! {
        /// Whatever comes in: no panic, a file that reads back without problems, and paragraphs that stood in the page.
        #[test]
        fn any_page(lines in prop::collection::vec(line(), 0..30), gap in "\n{1,2}") {
            let page = lines.join(&gap);
            if let Ok(imported) = import("seite.txt", page.as_bytes()) {
                let file = imported.file();
                let (article, problems) = crate::corpus::article::read(&format!("{}.md", imported.article.id), &file);
                prop_assert!(problems.is_empty(), "{problems:?} in {file}");
                prop_assert_eq!(&article, &imported.article);
                let known = |t: &str| lines.iter().any(|l| shape::squash(l).contains(&shape::squash(t)));
                for line in imported.body.lines().filter(|l| !l.is_empty()) {
                    prop_assert!(known(line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')), "{line} in {page}");
                }
            }
        }

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), tags in "(<(p|div|h2|li|ul|td|tr|table|b|/p|/div)>|[a-zä .]{1,40}){0,40}") {
            for name in ["a.txt", "a.html", "a.pdf", "a"] {
                let _ = import(name, &bytes);
            }
            let _ = import("a.html", tags.as_bytes());
            let _ = import("a.txt", tags.as_bytes());
        }
    }

    fn line() -> impl Strategy<Value = String> {
        prop_oneof![
            "[A-ZÄ][a-zäöü]{2,9}( [A-Za-zäöß]{2,9}){1,20}[.?!:]?",
            "[A-ZÄ][a-zäöü]{2,9}( [A-Za-zäöß]{2,9}){10,20}\\. [A-ZÄ][a-zäöü]{2,9}( [A-Za-zäöß]{2,9}){3,20}\\.",
            Just("Lesen Sie auch".to_owned()),
            Just("Weiterlesen".to_owned()),
            Just("Read more".to_owned()),
            Just("Kommentare".to_owned()),
            Just("© 2023 Küstenbote".to_owned()),
            Just("Foto: Ole Brandt/dpa".to_owned()),
            Just("Von Änne Voß und Ole Lund".to_owned()),
            Just("12. Mai 2023, 10:30 Uhr".to_owned()),
            Just("Änne Voß: Was heißt das genau für die Leute am Fluss?".to_owned()),
            Just("12345 Wendbrück".to_owned()),
            "[•\\-*] [A-ZÄ][a-zäöü]{2,9}( [a-zäöß]{2,9}){1,9}",
            "[0-9]{1,2}\\. [A-ZÄ][a-zäöü]{2,9}( [a-zäöß]{2,9}){1,9}",
            "\\PC{0,60}",
        ]
    }

    #[test]
    fn deep_nesting_and_broken_files() {
        let deep = |n: usize| format!("<html><body>{}<p>Der Deich hält bis heute.</p>", "<div>".repeat(n));
        assert!(import("deep.html", deep(100_000).as_bytes()).is_err());
        assert!(import("deep.html", deep(300).as_bytes()).is_ok());
        for broken in [
            &b"%PDF-1.4\n"[..],
            b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer<</Root 1 0 R>>",
            b"%PDF-",
            b"",
        ] {
            assert!(import("a.pdf", broken).is_err());
        }
    }

    #[test]
    fn a_page_without_text() {
        assert_eq!(import("a.txt", b" \n\n"), Err(Failure::NoText(Kind::Text)));
        assert_eq!(import("a.html", b"<html><body><nav>x</nav></body></html>"), Err(Failure::NoText(Kind::Html)));
    }

    /// Raw pages that may lie beside the checkout: whatever they are, their paragraphs stay whole and apart.
    #[test]
    fn raw_pages_beside_the_checkout() -> std::io::Result<()> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
        let Ok(files) = std::fs::read_dir(folder) else { return Ok(()) };
        for file in files {
            let path = file?.path();
            let bytes = std::fs::read(&path)?;
            let source = page_text::decode(&bytes);
            let imported = import(&path.to_string_lossy(), &bytes).map_err(std::io::Error::other)?;
            assert!(!imported.report.missing.contains(&Missing::Title), "{}", path.display());
            assert_eq!(imported.article.lang, Some(lang::Lang::De), "{}", path.display());
            assert!(imported.report.paragraphs >= 10, "{}: {:?}", path.display(), imported.report);
            for line in imported.body.lines().filter(|l| !l.is_empty() && !l.starts_with(['#', '-'])) {
                assert!(source.lines().any(|l| l.trim() == line), "{}: {line}", path.display());
                assert!(!line.contains('©') && !line.contains("www."), "{}: {line}", path.display());
            }
        }
        Ok(())
    }
}
