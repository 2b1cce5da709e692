//! HTML: which elements of a page are the article, and what do its metadata say?
//!
//! The article is found by `dom_smoothie` (Mozilla's readability); its elements become lines that know what they are.
//! Metadata come from JSON-LD first, then from meta elements, then from what the page shows.
//!
//! **Invariant:** what the page showed and the article has not, is reported as left out.

use dom_query::{Document, NodeRef};
use dom_smoothie::Readability;
use serde_json::Value;

use super::{
    dates,
    distil::{self, Known, Line, Shape},
    report::{Dropped, Reason},
    shape,
};
use crate::corpus::{article::bare_doi, edtf::Edtf};

/// The article's lines, what the page's metadata say, and what was left out.
pub fn read(html: &str) -> (Vec<Line>, Known, Vec<Dropped>) {
    let doc = Document::from(html);
    let mut known = known(&doc);
    let page_title = without_site(&collapse(&doc.select("head title").text()), known.publisher.as_deref());
    let all = lines(doc.body());
    // Scoring takes time with the square of the depth.
    let deep = depth(&doc) > MAX_DEPTH;
    let mut article = Readability::with_document(doc, None, None)
        .ok()
        .filter(|_| !deep)
        .and_then(|mut r| r.parse().ok())
        .map(|found| {
            let content = Document::from(found.content.as_ref());
            lines(content.body())
        })
        .unwrap_or_default();
    let size = |lines: &[Line]| lines.iter().map(|l| l.text.len()).sum::<usize>();
    // Short pages do not score; their prose is easier told by its words.
    if !article.iter().any(|l| shape::is_prose(&l.text)) || size(&article) * 5 < prose_size(&all) {
        article.clone_from(&all);
    }
    let mut left = rustc_hash::FxHashMap::<String, usize>::default();
    for line in &article {
        *left.entry(shape::squash(&line.text)).or_default() += 1;
    }
    let mut dropped = Vec::new();
    for line in &all {
        match left.get_mut(&shape::squash(&line.text)) {
            Some(n) if *n > 0 => *n -= 1,
            _ => dropped.push(Dropped { reason: Reason::Page, text: line.text.clone() }),
        }
    }
    article.retain(|line| {
        let picture = line.shape == Shape::Caption;
        if picture {
            dropped.push(Dropped { reason: Reason::Picture, text: line.text.clone() });
        }
        !picture
    });
    level_headings(&mut article);
    if known.title.is_none() {
        // Old pages give the site's name as title, and a heading as headline.
        let mut head = article.iter().take_while(|l| !shape::is_prose(&l.text));
        let headline = head.find(|l| matches!(l.shape, Shape::Heading(_)));
        let shared = headline.map_or(1.0, |h| shape::overlap(&h.text, &page_title));
        if shared >= 0.5 && !page_title.is_empty() {
            known.title = Some(page_title);
        } else if shared == 0.0 && known.publisher.is_none() && (1..=5).contains(&shape::words(&page_title)) {
            known.publisher = Some(page_title);
        }
    }
    (article, known, dropped)
}

/// Are more elements left open than any page has? Parsing such a thing takes time with the square of their number.
pub fn is_bottomless(html: &str) -> bool {
    const MOST: usize = 2_000;
    const UNCLOSED: &[&str] = &[
        "p", "li", "br", "img", "hr", "input", "meta", "link", "td", "tr", "th", "dt", "dd", "option", "source",
        "area", "base", "col", "embed", "param", "track", "wbr",
    ];
    let mut open = 0usize;
    for part in html.split('<').skip(1) {
        if let Some(name) = part.strip_prefix('/') {
            let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
            if !UNCLOSED.iter().any(|u| u.eq_ignore_ascii_case(&name[..end])) {
                open = open.saturating_sub(1);
            }
        } else if part.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(part.len());
            if !UNCLOSED.iter().any(|u| u.eq_ignore_ascii_case(&part[..end])) {
                open += 1;
            }
        }
        if open > MOST {
            return true;
        }
    }
    false
}

/// How deeply elements are nested, up to a little above [`MAX_DEPTH`].
fn depth(doc: &Document) -> usize {
    let mut deepest = 0;
    let mut open = vec![(doc.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        if depth <= MAX_DEPTH {
            open.extend(node.children_it(false).map(|c| (c, depth + 1)));
        }
    }
    deepest
}

fn prose_size(lines: &[Line]) -> usize {
    lines.iter().filter(|l| l.shape == Shape::Paragraph && shape::is_prose(&l.text)).map(|l| l.text.len()).sum()
}

/// Pages use levels for their looks: the highest below the title becomes 2, the next 3.
fn level_headings(lines: &mut [Line]) {
    let level = |l: &Line| if let Shape::Heading(n) = l.shape { Some(n) } else { None };
    let mut levels: Vec<u8> = lines.iter().filter_map(level).filter(|&n| n > 1).collect();
    levels.sort_unstable();
    levels.dedup();
    for line in lines {
        if let Some(n) = level(line).filter(|&n| n > 1) {
            let rank = levels.iter().position(|&l| l == n).unwrap_or(0);
            line.shape = Shape::Heading((rank as u8).saturating_add(2).min(6));
        }
    }
}

// ---- elements

fn lines(body: Option<NodeRef<'_>>) -> Vec<Line> {
    let mut walk = Walk { lines: Vec::new(), text: String::new(), bold: 0, plain: 0 };
    if let Some(body) = body {
        walk.children(&body, Context { shape: Shape::Unknown, depth: 0 });
    }
    walk.flush(Shape::Unknown);
    walk.lines
}

#[derive(Clone, Copy)]
struct Context {
    shape: Shape,
    depth: usize,
}

/// Deeper than any page that people wrote.
const MAX_DEPTH: usize = 250;

struct Walk {
    lines: Vec<Line>,
    /// The line being gathered.
    text: String,
    /// Letters of it in bold, and not.
    bold: usize,
    plain: usize,
}

impl Walk {
    fn children(&mut self, node: &NodeRef<'_>, cx: Context) {
        for child in node.children_it(false) {
            self.node(&child, cx, false);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>, cx: Context, bold: bool) {
        if node.is_text() {
            self.push(&node.text(), bold);
            return;
        }
        let Some(name) = node.node_name() else { return };
        let cx = Context { depth: cx.depth + 1, ..cx };
        if cx.depth > MAX_DEPTH {
            self.push(&node.text(), bold);
            return;
        }
        let block = |shape| Context { shape, ..cx };
        match name.as_ref() {
            "script" | "style" | "noscript" | "template" | "svg" | "button" | "select" | "input" | "textarea"
            | "iframe" | "object" | "head" | "title" | "audio" | "video" | "canvas" | "img" | "picture" => {}
            "br" => self.push(" ", false),
            "hr" => self.flush(cx.shape),
            "sup" if is_note_mark(&node.text()) => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(2, |b| b - b'0');
                self.block(node, cx, block(Shape::Heading(level)));
            }
            // What a quote or an item holds keeps its shape.
            "p" | "pre" | "dd" | "address" => {
                let shape = if cx.shape == Shape::Unknown { Shape::Paragraph } else { cx.shape };
                self.block(node, cx, block(shape));
            }
            "dt" => self.block(node, cx, block(Shape::Unknown)),
            "blockquote" => self.block(node, cx, block(Shape::Quote)),
            "figure" | "figcaption" | "caption" => self.block(node, cx, block(Shape::Caption)),
            "ul" | "menu" => {
                self.flush(cx.shape);
                for child in node.children_it(false) {
                    self.node(&child, block(Shape::Item), false);
                }
                self.flush(Shape::Item);
            }
            "ol" => {
                self.flush(cx.shape);
                let mut n = node.attr("start").and_then(|s| s.parse().ok()).unwrap_or(1u32);
                for child in node.children_it(false) {
                    if child.has_name("li") {
                        self.block(&child, cx, block(Shape::Numbered(n)));
                        n = n.saturating_add(1);
                    }
                }
            }
            "li" => {
                let shape =
                    if matches!(cx.shape, Shape::Numbered(_) | Shape::Caption) { cx.shape } else { Shape::Item };
                self.block(node, cx, block(shape));
            }
            "tr" => self.row(node, cx),
            "table" | "thead" | "tbody" | "tfoot" | "div" | "section" | "article" | "main" | "header" | "footer"
            | "nav" | "aside" | "form" | "fieldset" | "details" | "summary" | "dl" | "body" | "html" | "center"
            | "hgroup" | "td" | "th" => {
                self.block(node, cx, cx);
            }
            "b" | "strong" => {
                for child in node.children_it(false) {
                    self.node(&child, cx, true);
                }
            }
            _ => {
                for child in node.children_it(false) {
                    self.node(&child, cx, bold);
                }
            }
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, outside: Context, inside: Context) {
        self.flush(outside.shape);
        self.children(node, inside);
        self.flush(inside.shape);
    }

    /// The cells of a table's row, parted by tabs. A table of one cell is layout.
    fn row(&mut self, node: &NodeRef<'_>, cx: Context) {
        self.flush(cx.shape);
        let cells: Vec<_> = node.children_it(false).filter(|c| c.has_name("td") || c.has_name("th")).collect();
        let texts: Vec<String> = cells.iter().map(|c| collapse(&c.text())).collect();
        let layout = texts.iter().any(|t| shape::chars(t) > 300) || cells.len() < 2 || cx.shape == Shape::Caption;
        if layout {
            for cell in &cells {
                self.block(cell, cx, cx);
            }
        } else if texts.iter().any(|t| !t.is_empty()) {
            self.lines.push(Line { text: texts.join("\t"), gap: true, shape: Shape::Row });
        }
    }

    fn push(&mut self, text: &str, bold: bool) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        *(if bold { &mut self.bold } else { &mut self.plain }) += letters;
        self.text.push_str(text);
    }

    fn flush(&mut self, shape: Shape) {
        let text = collapse(&self.text);
        self.text.clear();
        let all_bold = self.bold > 0 && self.plain == 0;
        (self.bold, self.plain) = (0, 0);
        if text.is_empty() {
            return;
        }
        // A paragraph all in bold is often a heading or a question.
        let shape = if shape == Shape::Paragraph && all_bold { Shape::Unknown } else { shape };
        self.lines.push(Line { text, gap: true, shape });
    }
}

fn collapse(text: &str) -> String {
    // No-break spaces stay: they are part of numbers.
    let mut out = String::with_capacity(text.len());
    for word in text.split([' ', '\n', '\r', '\t', '\u{c}']).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')));
    }
    out.trim().to_owned()
}

/// `1`, `[12]`, `*`: points to a note.
fn is_note_mark(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    !text.is_empty() && text.len() <= 3 && text.chars().all(|c| c.is_ascii_digit() || c == '*')
}

// ---- metadata

fn known(doc: &Document) -> Known {
    let mut known = Known::default();
    for script in doc.select("script[type='application/ld+json']").nodes() {
        if let Ok(json) = serde_json::from_str::<Value>(script.text().trim()) {
            json_ld(&json, &mut known, 0);
        }
    }
    let mut metas: Vec<(String, String)> = Vec::new();
    for node in doc.select("meta").nodes() {
        let key = ["property", "name", "itemprop"].iter().find_map(|k| node.attr(k));
        if let (Some(key), Some(content)) = (key, node.attr("content")) {
            let content = collapse(&content);
            if !content.is_empty() {
                metas.push((key.to_ascii_lowercase(), content));
            }
        }
    }
    let meta = |keys: &[&str]| {
        keys.iter().find_map(|k| metas.iter().find(|(key, _)| key == k).map(|(_, content)| content.clone()))
    };
    let shown_title = || {
        let h1 = doc.select("h1");
        let headlines = h1.nodes();
        (headlines.len() == 1)
            .then(|| headlines.first().map(|h| collapse(&h.text())))
            .flatten()
            .filter(|t| !t.is_empty())
    };
    let title = known.title.take().or_else(|| {
        meta(&["citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title", "headline"])
            .or_else(shown_title)
    });
    if known.author.is_empty() {
        let keys = ["citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author"];
        for key in keys {
            let found: Vec<&String> = metas.iter().filter(|(k, _)| k == key).map(|(_, c)| c).collect();
            known.author = found.iter().flat_map(|c| people(c)).collect();
            if !known.author.is_empty() {
                break;
            }
        }
    }
    if known.author.is_empty() {
        let shown = doc.select("[rel='author'], [itemprop='author'], .byline, .author");
        known.author = shown
            .nodes()
            .iter()
            .take(4)
            .map(|n| collapse(&n.text()))
            .filter(|t| shape::chars(t) <= 120)
            .flat_map(|t| people(&t))
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        known.author.retain(|a| seen.insert(a.clone()));
    }
    known.publisher = known.publisher.take().or_else(|| {
        meta(&[
            "citation_publisher",
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "publisher",
            "application-name",
        ])
        .filter(|p| !p.starts_with("http"))
    });
    let published = [
        "article:published_time",
        "citation_publication_date",
        "citation_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dcterms.date",
        "datepublished",
        "publish-date",
        "parsely-pub-date",
        "pubdate",
        "og:published_time",
    ];
    known.date =
        known.date.or_else(|| published.iter().find_map(|k| meta(&[k]).and_then(|d| date(&d)))).or_else(|| {
            let times = doc.select("time[datetime]");
            times.nodes().iter().find_map(|t| t.attr("datetime").and_then(|d| date(&d)))
        });
    known.url = known.url.take().or_else(|| {
        let link = doc.select("link[rel='canonical']").attr("href").map(|h| h.to_string());
        link.or_else(|| meta(&["og:url"])).filter(|u| u.starts_with("http"))
    });
    known.doi = known
        .doi
        .take()
        .or_else(|| meta(&["citation_doi", "dc.identifier.doi", "doi", "prism.doi", "dc.identifier"]))
        .map(|d| bare_doi(&d).to_owned())
        .filter(|d| d.starts_with("10.") && d.contains('/'));
    known.license = known.license.take().or_else(|| {
        let link = doc.select("a[rel~='license'], link[rel~='license']");
        link.attr("href")
            .map(|h| license_name(&h))
            .or_else(|| meta(&["dc.rights", "dcterms.license"]).filter(|l| shape::chars(l) <= 60))
    });
    known.title = title.map(|t| without_site(&t, known.publisher.as_deref())).filter(|t| !t.is_empty());
    // Whoever publishes is named once.
    let publisher = known.publisher.clone();
    known.author.retain(|a| Some(a) != publisher.as_ref());
    known
}

const ARTICLE_TYPES: &[&str] = &[
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "Report",
    "ScholarlyArticle",
    "TechArticle",
    "LiveBlogPosting",
    "PressRelease",
    "SocialMediaPosting",
];

/// Takes what schema.org's types for articles say.
fn json_ld(json: &Value, known: &mut Known, depth: usize) {
    if depth > 8 {
        return;
    }
    if let Value::Array(list) = json {
        list.iter().for_each(|j| json_ld(j, known, depth + 1));
        return;
    }
    let Value::Object(map) = json else { return };
    if let Some(graph) = map.get("@graph") {
        json_ld(graph, known, depth + 1);
    }
    let is_article = match map.get("@type") {
        Some(Value::String(t)) => ARTICLE_TYPES.contains(&t.as_str()),
        Some(Value::Array(ts)) => ts.iter().any(|t| t.as_str().is_some_and(|t| ARTICLE_TYPES.contains(&t))),
        _ => false,
    };
    if !is_article {
        if let Some(entity) = map.get("mainEntity") {
            json_ld(entity, known, depth + 1);
        }
        return;
    }
    let text = |key: &str| {
        map.get(key).and_then(Value::as_str).map(decode_entities).map(|t| collapse(&t)).filter(|t| !t.is_empty())
    };
    known.title = known.title.take().or_else(|| text("headline")).or_else(|| text("name"));
    if known.author.is_empty() {
        let mut names = Vec::new();
        if let Some(author) = map.get("author").or_else(|| map.get("creator")) {
            author_names(author, &mut names);
        }
        known.author = names;
    }
    known.publisher = known.publisher.take().or_else(|| map.get("publisher").and_then(name_of));
    known.date = known.date.or_else(|| text("datePublished").or_else(|| text("dateCreated")).and_then(|d| date(&d)));
    known.url = known.url.take().or_else(|| {
        let entity = map.get("mainEntityOfPage");
        let id = entity.and_then(|e| e.as_str().or_else(|| e.get("@id").and_then(Value::as_str)).map(str::to_owned));
        text("url").or(id).filter(|u| u.starts_with("http"))
    });
    known.license = known.license.take().or_else(|| text("license").map(|l| license_name(&l)));
}

fn name_of(json: &Value) -> Option<String> {
    let name = match json {
        Value::String(s) => s.as_str(),
        Value::Object(map) => map.get("name")?.as_str()?,
        Value::Array(list) => return list.iter().find_map(name_of),
        _ => return None,
    };
    let name = collapse(&decode_entities(name));
    (!name.is_empty() && !name.starts_with("http")).then_some(name)
}

fn author_names(json: &Value, names: &mut Vec<String>) {
    match json {
        Value::Array(list) => list.iter().take(50).for_each(|j| author_names(j, names)),
        _ => {
            if let Some(name) = name_of(json) {
                let found = people(&name);
                if found.is_empty() { names.push(name) } else { names.extend(found) }
            }
        }
    }
}

/// The people in `By Jane Doe and John Roe`.
fn people(text: &str) -> Vec<String> {
    if text.starts_with("http") {
        return Vec::new();
    }
    if let Some(names) = distil::byline(text) {
        return names;
    }
    distil::split_names(text).into_iter().filter_map(shape::person).collect()
}

fn date(text: &str) -> Option<Edtf> {
    let text = text.trim();
    dates::find(text).into_iter().next().map(|(_, d)| d).or_else(|| {
        // `20241114` and a bare year or month.
        let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
        let dashed = digits.then(|| {
            format!("{}-{}-{}", text.get(..4).unwrap_or(""), text.get(4..6).unwrap_or(""), text.get(6..).unwrap_or(""))
        });
        dashed.as_deref().unwrap_or(text).parse().ok()
    })
}

/// `Headline | Site` without the site.
fn without_site(title: &str, site: Option<&str>) -> String {
    for sep in [" | ", " - ", " – ", " — ", " :: ", " • "] {
        let Some((front, back)) = title.rsplit_once(sep) else { continue };
        let is_site = site.is_some_and(|s| shape::squash(s) == shape::squash(back));
        if is_site || sep == " | " && shape::words(front) >= 3 && shape::words(back) <= 4 {
            return front.trim().to_owned();
        }
    }
    title.trim().to_owned()
}

/// A licence's usual name from its address.
fn license_name(text: &str) -> String {
    let Some((_, path)) = text.split_once("creativecommons.org/") else { return text.to_owned() };
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("zero"), Some(v)) => format!("CC0 {v}"),
        (Some(kind), Some(v)) if !kind.is_empty() && v.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("CC {} {v}", kind.to_uppercase())
        }
        _ => text.to_owned(),
    }
}

/// Some sites escape their JSON as if it were HTML.
fn decode_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    Document::fragment(text).text().to_string()
}
