//! Which lines of a page are the article, and what do the others say about it?
//!
//! Every line gets a fate: it stays, or it goes for a [`Reason`]. First the lines whose words tell what they are (see
//! [`super::cues`]), then those that their neighbours give away (a sentence above a picture's credit, headlines below "read
//! also"), then the head and the foot of the page, by where the prose begins and ends. What is left becomes blocks.
//!
//! **Invariant:** a line stays whole or goes whole, and lines that stay keep their order. In doubt a line stays.

use super::{
    cues, dates,
    markdown::Block,
    report::{Dropped, Reason},
    shape,
};
use crate::corpus::{article::bare_doi, edtf::Edtf};

/// A line of a page, or one element of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text, trimmed.
    pub text: String,
    /// Is there a blank line before it?
    pub gap: bool,
    /// What it is, where the page says so.
    pub shape: Shape,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Plain text does not say.
    Unknown,
    /// A heading, with its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a bulleted list.
    Item,
    /// An item of a numbered list.
    Numbered(u32),
    /// A block quote.
    Quote,
    /// A row of a table, its cells parted by tabs.
    Row,
    /// What describes a picture.
    Caption,
}

/// What is known about an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub date: Option<Edtf>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Its DOI.
    pub doi: Option<String>,
    /// Its licence.
    pub license: Option<String>,
}

/// An article taken out of its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distilled {
    /// What the page says about it, and what was known before.
    pub known: Known,
    /// The article.
    pub blocks: Vec<Block>,
    /// The rest.
    pub dropped: Vec<Dropped>,
}

/// Parts the article from its page.
pub fn distil(lines: Vec<Line>, known: Known) -> Distilled {
    let mut d = Distiller::new(lines, known);
    d.end();
    d.cue_lines();
    d.pictures();
    d.repeated();
    d.teasers();
    d.read_more_boxes();
    d.bounds();
    d.head();
    d.foot();
    d.signs();
    d.finish()
}

struct Distiller {
    lines: Vec<Line>,
    fate: Vec<Option<Reason>>,
    known: Known,
    /// The first line of prose, and one behind the last.
    body: std::ops::Range<usize>,
    /// A date that the page calls the last change.
    changed: Option<Edtf>,
    /// Who owns the page; named as publisher when nobody else is.
    owner: Option<String>,
    /// Who speaks in turns: what stands before the colon of several lines.
    speakers: std::collections::BTreeSet<String>,
}

impl Distiller {
    fn new(lines: Vec<Line>, known: Known) -> Distiller {
        let fate = vec![None; lines.len()];
        let body = 0..lines.len();
        let speakers = speakers(&lines);
        Distiller { lines, fate, known, body, changed: None, owner: None, speakers }
    }

    fn text(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |l| &l.text)
    }

    fn shape(&self, i: usize) -> Shape {
        self.lines.get(i).map_or(Shape::Unknown, |l| l.shape)
    }

    fn stays(&self, i: usize) -> bool {
        self.fate.get(i).is_some_and(Option::is_none)
    }

    fn drop(&mut self, i: usize, reason: Reason) {
        if let Some(fate @ None) = self.fate.get_mut(i) {
            *fate = Some(reason);
        }
    }

    fn next(&self, i: usize) -> Option<usize> {
        (i + 1..self.lines.len()).find(|&n| self.stays(n))
    }

    fn before(&self, i: usize) -> Option<usize> {
        (0..i).rev().find(|&n| self.stays(n))
    }

    /// Characters of the lines that stay.
    fn size(&self, range: std::ops::Range<usize>) -> usize {
        range.filter(|&i| self.stays(i)).map(|i| self.text(i).len()).sum()
    }

    /// Is it a headline rather than prose or an item?
    fn headline(&self, i: usize) -> bool {
        match self.shape(i) {
            Shape::Heading(_) => true,
            Shape::Unknown => shape::is_headline(self.text(i)) && bullet(self.text(i)).is_none() && !self.is_turn(i),
            _ => false,
        }
    }

    /// Does somebody speak in it, as in an interview?
    fn is_turn(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Unknown | Shape::Paragraph)
            && turn(self.text(i)).is_some_and(|(who, _)| self.speakers.contains(who))
    }

    fn prose(&self, i: usize) -> bool {
        !matches!(self.shape(i), Shape::Heading(_)) && shape::is_prose(self.text(i))
    }

    // ---- lines that say themselves what they are

    /// Below "Comments" the article is over.
    fn end(&mut self) {
        let all = self.size(0..self.lines.len());
        let at = (0..self.lines.len()).find(|&i| {
            let bare = bare(self.text(i));
            cues::END.contains(&bare.as_str()) && self.size(0..i) * 2 > all
        });
        for i in at.unwrap_or(self.lines.len())..self.lines.len() {
            if let Some(owner) = copyright(self.text(i)).filter(|o| !o.is_empty()) {
                self.owner.get_or_insert(owner);
            }
            self.drop(i, Reason::Footer);
        }
    }

    fn cue_lines(&mut self) {
        for i in 0..self.lines.len() {
            if !self.stays(i) {
                continue;
            }
            let text = self.text(i).to_owned();
            if let Some(reason) = cue(&text) {
                self.metadata(&text);
                // "Read more" also tells where a box ends, so it is looked at again.
                self.drop(i, reason);
            } else if let Some(license) = license(&text) {
                self.known.license.get_or_insert(license);
                self.drop(i, Reason::Metadata);
            } else if is_contact(&text) {
                self.url(&text);
                self.drop(i, Reason::Imprint);
            } else if let Some(owner) = copyright(&text) {
                if !owner.is_empty() {
                    self.owner.get_or_insert(owner);
                }
                self.drop(i, Reason::Imprint);
            } else if let Some(name) =
                after_cue(&text, cues::PUBLISHER).filter(|n| shape::chars(n) <= 80 && !shape::ends_sentence(n))
            {
                self.known.publisher.get_or_insert(name);
                self.drop(i, Reason::Metadata);
            }
        }
        // A street is told by the postcode below it.
        for i in 1..self.lines.len() {
            if self.fate.get(i) == Some(&Some(Reason::Imprint))
                && is_postcode(self.text(i))
                && self.stays(i - 1)
                && is_street(self.text(i - 1))
            {
                self.drop(i - 1, Reason::Imprint);
            }
        }
    }

    /// Dates, DOI and address that a line about the article gives.
    fn metadata(&mut self, text: &str) {
        let lower = text.to_lowercase();
        if let Some((_, date)) = dates::find(text).into_iter().next() {
            let changed = ["updated", "aktualisiert", "geändert", "änderung", "modified", "stand:"]
                .iter()
                .any(|c| lower.contains(c));
            let published =
                ["veröffentlicht", "erschienen", "published", "posted", "erstellt"].iter().any(|c| lower.contains(c));
            if changed && !published {
                self.changed.get_or_insert(date);
            } else {
                match self.known.date {
                    // A day says more than a month.
                    Some(known) if known.is_exact_day() || !date.is_exact_day() => {}
                    _ => self.known.date = Some(date),
                }
            }
        }
        // `Posted on 3 May 2023 by Jane Doe`
        if self.known.author.is_empty()
            && let Some(at) =
                [" by ", " von ", " | by ", "| von "].iter().find_map(|c| lower.find(c).map(|at| at + c.len()))
            && lower.len() == text.len()
            && let Some(names) = text.get(at..).and_then(names)
        {
            self.known.author = names;
        }
        if lower.contains("doi")
            && let Some(doi) = doi(text)
        {
            self.known.doi.get_or_insert(doi);
        }
        self.url(text);
    }

    /// The address of the article: one with a path, on a line of its own or behind a word.
    fn url(&mut self, text: &str) {
        let Some(at) = text.find("https://").or_else(|| text.find("http://")) else { return };
        let url: &str = text[at..].split_whitespace().next().unwrap_or("");
        let path = url.splitn(4, '/').nth(3).unwrap_or("");
        if !path.trim_matches('/').is_empty() && !url.contains("doi.org/") && text.len() - url.len() < 40 {
            self.known.url.get_or_insert_with(|| url.to_owned());
        }
    }

    // ---- lines that their neighbours give away

    /// Credits, and the captions and alternative texts above them.
    fn pictures(&mut self) {
        for i in 0..self.lines.len() {
            if !self.stays(i) {
                continue;
            }
            let text = self.text(i);
            if !is_credit(text) {
                if has_credit(text) {
                    self.drop(i, Reason::Picture);
                    self.alternative_text(i);
                }
                continue;
            }
            self.drop(i, Reason::Picture);
            let Some(above) = self.before(i).filter(|&a| a + 3 >= i) else { continue };
            let caption = self.text(above).to_owned();
            let twice = self.before(above).is_some_and(|b| alike(self.text(b), &caption));
            if twice || self.is_caption(above) {
                self.drop(above, Reason::Picture);
                self.alternative_text(above);
            }
        }
        // A picture's alternative text and its caption often say the same, with no credit below.
        for i in 1..self.lines.len() {
            let Some(above) = self.before(i) else { continue };
            let text = self.text(i);
            if self.stays(i)
                && text == self.text(above)
                && shape::chars(text) <= 200
                && self.size(0..above) > 0
                && self.prose_before(above)
            {
                self.drop(i, Reason::Picture);
                self.drop(above, Reason::Picture);
            }
        }
    }

    fn prose_before(&self, i: usize) -> bool {
        (0..i).any(|k| self.stays(k) && self.prose(k))
    }

    /// The line above a dropped caption that says the same.
    fn alternative_text(&mut self, i: usize) {
        if let Some(above) = self.before(i).filter(|&a| a + 2 >= i)
            && alike(self.text(above), self.text(i))
        {
            self.drop(above, Reason::Picture);
        }
    }

    /// Directly above a credit: a fragment or one short sentence, not a headline at the top of the page.
    fn is_caption(&self, i: usize) -> bool {
        let text = self.text(i);
        let lower = text.to_lowercase();
        if cues::CAPTION.iter().any(|c| lower.contains(c)) {
            return shape::chars(text) <= 300;
        }
        let sentence = shape::ends_sentence(text);
        if matches!(self.shape(i), Shape::Heading(_))
            || shape::chars(text) > 120
            || shape::sentences(text) > 1
            || text.ends_with([':', '?'])
        {
            return false;
        }
        // The first lines of a page are its headline and what stands below it.
        let above = (0..i).filter(|&k| self.stays(k)).count();
        if sentence { above >= 2 } else { above >= 1 && self.prose_before(i) || above >= 3 }
    }

    /// From how many letters on a repetition is no chance; a quotation standing alone is meant as one.
    fn least(&self, i: usize) -> usize {
        let text = self.text(i);
        if text.starts_with(['„', '“', '"', '»', '«', '‘', '‚']) && shape::last_mark(text) != text.chars().next_back()
        {
            20
        } else {
            40
        }
    }

    /// Lines that say what another line says already: pull quotes, and the headline again.
    fn repeated(&mut self) {
        let squashed: Vec<String> = self.lines.iter().map(|l| shape::squash(&l.text)).collect();
        let mut seen = rustc_hash::FxHashMap::default();
        for (i, s) in squashed.iter().enumerate() {
            if !self.stays(i) || s.len() < self.least(i) {
                continue;
            }
            if seen.insert(s.as_str(), i).is_some() {
                self.drop(i, Reason::Repeated);
            }
        }
        // Searching every line for every other is for pages, not for books.
        if self.lines.len() > 2000 {
            return;
        }
        for (i, s) in squashed.iter().enumerate() {
            if !self.stays(i) || s.len() < self.least(i) || shape::chars(self.text(i)) > 300 {
                continue;
            }
            let elsewhere = squashed
                .iter()
                .enumerate()
                .any(|(k, other)| k != i && self.stays(k) && other.len() > s.len() && other.contains(s));
            if elsewhere {
                self.drop(i, Reason::Repeated);
            }
        }
    }

    /// "Read also" and the headlines below it.
    fn teasers(&mut self) {
        let mut i = 0;
        while i < self.lines.len() {
            let text = self.text(i);
            let opener = cues::TEASERS.contains(&bare(text).as_str());
            let inline = !opener
                && after_cue(text, cues::TEASERS).is_some_and(|rest| !rest.is_empty())
                && text.contains(':')
                && shape::chars(text) <= 200;
            if !self.stays(i) || !(opener || inline) {
                i += 1;
                continue;
            }
            self.drop(i, Reason::Teaser);
            i = if opener { self.teaser_list(i) } else { i + 1 };
        }
    }

    /// Drops the list below the opener at `i`; returns where to go on.
    fn teaser_list(&mut self, i: usize) -> usize {
        let mut at = i + 1;
        // Headlines with a short text below each: only when at least two follow this pattern.
        let is_summary = |d: &Distiller, k: usize| {
            d.stays(k) && !d.headline(k) && shape::chars(d.text(k)) <= 200 && bullet(d.text(k)).is_none()
        };
        let pair = |d: &Distiller, k: usize| d.stays(k) && d.headline(k) && is_summary(d, k + 1);
        if pair(self, at) && pair(self, at + 2) {
            while pair(self, at) && at < i + 40 {
                self.drop(at, Reason::Teaser);
                self.drop(at + 1, Reason::Teaser);
                at += 2;
            }
            return at;
        }
        // A list set off by blank lines ends at one.
        let tight = self.lines.get(at + 1).is_some_and(|l| !l.gap);
        while at < self.lines.len() && at < i + 20 {
            let gap = self.lines.get(at).is_some_and(|l| l.gap);
            let item = self.headline(at)
                || bullet(self.text(at)).is_some_and(shape::is_headline)
                || self.shape(at) == Shape::Item;
            let dropped = matches!(self.fate.get(at), Some(Some(reason)) if *reason != Reason::Repeated);
            if !(item || dropped) || (tight && gap && at > i + 1) {
                break;
            }
            // The last headline may be the next section's, if a gap parts it from the list.
            self.drop(at, Reason::Teaser);
            at += 1;
        }
        at
    }

    /// A headline, its text and "Read more": a box about another article.
    fn read_more_boxes(&mut self) {
        for i in 0..self.lines.len() {
            if self.fate.get(i) != Some(&Some(Reason::Teaser)) || !is_read_more(self.text(i)) {
                continue;
            }
            // Headlines below it are what there is more to read of.
            let below = (i + 1..self.lines.len()).take_while(|&k| self.stays(k) && self.headline(k)).count();
            let above = self.before(i).filter(|&t| t + 2 >= i && !self.headline(t));
            let title = above.and_then(|t| self.before(t)).filter(|&t| self.headline(t));
            let second = title.and_then(|t| self.before(t)).filter(|&t| self.headline(t) && self.before(t).is_some());
            let (Some(text), Some(title)) = (above, title) else {
                if below >= 2 {
                    self.teaser_list(i);
                }
                continue;
            };
            // One headline above a text is a section of the article, unless the text is a teaser's two lines.
            let last = match second {
                Some(second) => second,
                None if below >= 2 => {
                    self.teaser_list(i);
                    continue;
                }
                None if shape::chars(self.text(text)) <= 160 && self.before(title).is_some() => title,
                None => continue,
            };
            for k in last..=text {
                self.drop(k, Reason::Teaser);
            }
        }
    }

    // ---- head and foot

    fn bounds(&mut self) {
        let prose = |i: &usize| self.stays(*i) && self.prose(*i);
        let mut first = (0..self.lines.len()).find(prose);
        let last = (0..self.lines.len()).rev().find(prose);
        // A headline can be a whole sentence. It is one when there is nothing else above the text.
        if let Some(f) = first
            && self.known.title.is_none()
            && self.before(f).is_none()
            && shape::chars(self.text(f)) <= 140
            && shape::sentences(self.text(f)) == 1
            && self.next(f).is_some_and(|n| self.prose(n))
        {
            first = Some(f + 1);
        }
        if let (Some(first), Some(last)) = (first, last) {
            self.body = first.min(last)..last + 1;
        } else {
            // Nothing is long: what ends as a sentence does must be the text.
            let sentence = |i: &usize| {
                self.stays(*i)
                    && shape::ends_sentence(self.text(*i))
                    && shape::words(self.text(*i)) >= 4
                    && !self.headline(*i)
            };
            let first = (0..self.lines.len()).find(sentence).unwrap_or(self.lines.len());
            let last = (0..self.lines.len()).rev().find(sentence).map_or(first, |l| l + 1);
            self.body = first..last;
        }
    }

    fn foot(&mut self) {
        // From the first sure sign of the imprint on, when hardly any prose follows.
        let all = self.size(0..self.lines.len()).max(1);
        let marker = (self.lines.len() / 2..self.lines.len()).find(|&i| {
            let sure = match self.fate.get(i) {
                Some(Some(Reason::Imprint)) => true,
                Some(Some(Reason::Metadata)) => license(self.text(i)).is_some(),
                Some(None) => {
                    imprint_inside(self.text(i)) && !self.prose(i)
                        || imprint_inside(self.text(i)) && shape::chars(self.text(i)) <= 250
                }
                _ => false,
            };
            sure && i >= self.body.start && self.size(i..self.lines.len()) * 100 < all * 15
        });
        if let Some(marker) = marker {
            self.publisher_in_foot(marker);
            for i in marker..self.lines.len() {
                if !self.is_about_author(i) {
                    self.drop(i, Reason::Footer);
                }
            }
        }
        for i in self.body.end..self.lines.len() {
            if !self.stays(i)
                || self.lines.get(i).is_some_and(|l| !matches!(l.shape, Shape::Unknown | Shape::Heading(_)))
            {
                continue;
            }
            let text = self.text(i).to_owned();
            if let Some(names) = byline(&text) {
                if self.known.author.is_empty() {
                    self.known.author = names;
                }
                self.drop(i, Reason::Metadata);
                continue;
            }
            let sentence = shape::ends_sentence(&text) && shape::words(&text) >= 4 && shape::chars(&text) >= 25;
            let sign_only = shape::sign(&text).is_some_and(|_| text.starts_with('('));
            if sign_only || bullet(&text).is_some() || number(&text).is_some() || self.is_turn(i) {
                continue;
            }
            if !sentence {
                if is_date_line(&text) {
                    self.metadata(&text);
                    self.drop(i, Reason::Metadata);
                } else {
                    self.drop(i, Reason::Footer);
                }
            }
        }
        self.author_in_foot();
    }

    /// `Jane Doe is a reporter in …` at the end, of somebody the text does not speak of.
    fn author_in_foot(&mut self) {
        if !self.known.author.is_empty() {
            return;
        }
        let tail: Vec<usize> = (self.body.start..self.lines.len()).rev().filter(|&i| self.stays(i)).take(4).collect();
        for i in tail {
            let Some(name) = about_author(self.text(i)) else { continue };
            let surname = name.split_whitespace().last().unwrap_or(&name).to_owned();
            let elsewhere = (0..self.lines.len()).any(|k| k != i && self.stays(k) && self.text(k).contains(&surname));
            if !elsewhere {
                self.known.author = vec![name];
                return;
            }
        }
    }

    fn is_about_author(&self, i: usize) -> bool {
        self.stays(i) && about_author(self.text(i)).is_some()
    }

    /// The first organisation named in the foot, if nobody else claims the page.
    fn publisher_in_foot(&mut self, from: usize) {
        if self.known.publisher.is_some() {
            return;
        }
        let mut lines = (from..self.lines.len()).filter(|&i| self.stays(i)).map(|i| self.text(i));
        // Else what stands above the street.
        let street = (from..self.lines.len()).find(|&i| is_street(self.text(i)) && is_postcode(self.text(i + 1)));
        let above = street.and_then(|s| self.before(s)).filter(|&i| i >= from).map(|i| self.text(i));
        let name = lines.find(|t| is_organisation(t)).or(above.filter(|t| is_proper_name(t)));
        self.known.publisher = name.map(str::to_owned);
    }

    fn head(&mut self) {
        let start = self.body.start.min(self.lines.len());
        let head: Vec<usize> = (0..start).filter(|&i| self.stays(i)).collect();
        self.menus(&head);
        let mut dated = None;
        for &i in &head {
            if !self.stays(i) {
                continue;
            }
            let text = self.text(i).to_owned();
            let only_cue = cues::HEAD_ONLY.contains(&bare(&text).as_str()) || cues::END.contains(&bare(&text).as_str());
            // `From:` and the body it is from, on two lines.
            let label = text.ends_with(':')
                && matches!(bare(&text).as_str(), "from" | "von" | "herausgeber" | "publisher" | "organisation");
            if let Some(next) = self.next(i).filter(|&n| label && is_organisation(self.text(n))) {
                let name = self.text(next).to_owned();
                self.known.publisher.get_or_insert(name);
                self.drop(i, Reason::Metadata);
                self.drop(next, Reason::Metadata);
                continue;
            }
            if is_breadcrumb(&text) || only_cue {
                self.drop(i, Reason::Navigation);
            } else if let Some(names) = byline(&text) {
                if self.known.author.is_empty() {
                    self.known.author = names;
                }
                self.metadata(&text);
                self.drop(i, Reason::Metadata);
            } else if is_date_line(&text) {
                // `Speech of 3 May 2024` may be the headline.
                let wordy = self.known.title.is_none()
                    && shape::words(&text) >= 5
                    && self.headline(i)
                    && !dates::find(&text).iter().any(|(r, _)| r.start == 0);
                if wordy && dated.is_none() {
                    dated = Some(i);
                } else {
                    self.drop(i, Reason::Metadata);
                }
                self.metadata(&text);
            } else if is_reading_time(&text) {
                self.drop(i, Reason::Metadata);
            }
        }
        // Names and dates may also stand between the standfirst and the text.
        let zone: Vec<usize> = self.zone();
        for &i in &zone {
            let text = self.text(i).to_owned();
            if let Some(names) = byline(&text) {
                if self.known.author.is_empty() {
                    self.known.author = names;
                }
                self.metadata(&text);
                self.drop(i, Reason::Metadata);
            } else if is_date_line(&text) && dates::find(&text).first().is_some_and(|(r, _)| r.start <= 16) {
                self.metadata(&text);
                self.drop(i, Reason::Metadata);
            } else if is_reading_time(&text) || cues::END.contains(&bare(&text).as_str()) {
                self.drop(i, Reason::Promotion);
            }
        }
        let around: Vec<usize> = head.iter().chain(&zone).copied().collect();
        self.names_beside_dates(&around);
        self.title(&head, dated);
        if let Some(dated) = dated {
            self.drop(dated, Reason::Metadata);
        }
        // What is left between the headline and the text may be the date in brackets, a place, a name.
        self.dateline();
    }

    /// The short lines between the first three paragraphs.
    fn zone(&self) -> Vec<usize> {
        let mut paragraphs = 0;
        let mut out = Vec::new();
        for i in self.body.clone().filter(|&i| self.stays(i)) {
            if self.prose(i) {
                paragraphs += 1;
                if paragraphs == 3 {
                    break;
                }
            } else if !shape::ends_sentence(self.text(i)) && shape::chars(self.text(i)) <= 120 {
                out.push(i);
            }
        }
        out
    }

    /// Runs of three and more lines of a word or two.
    fn menus(&mut self, head: &[usize]) {
        let tiny = |d: &Distiller, i: usize| {
            let t = d.text(i);
            !matches!(d.shape(i), Shape::Heading(_))
                && shape::words(t) <= 2
                && shape::chars(t) <= 28
                && !shape::ends_sentence(t)
                && dates::find(t).is_empty()
        };
        let mut run: Vec<usize> = Vec::new();
        for &i in head.iter().chain(std::iter::once(&usize::MAX)) {
            if i != usize::MAX && tiny(self, i) {
                run.push(i);
                continue;
            }
            // The last one may head the text.
            let above =
                run.first().is_some_and(|&f| head.iter().any(|&k| k < f && self.stays(k) && self.could_be_title(k)));
            if run.last().is_some_and(|&l| above && self.next(l).is_some_and(|n| self.prose(n))) {
                run.pop();
            }
            if run.len() >= 3 {
                for &k in &run {
                    self.drop(k, Reason::Navigation);
                }
            }
            run.clear();
        }
    }

    /// `Jane Doe` above or below the line with the date.
    fn names_beside_dates(&mut self, head: &[usize]) {
        if !self.known.author.is_empty() {
            return;
        }
        let found = head.iter().enumerate().find_map(|(n, &i)| {
            let beside = |k: Option<&usize>| {
                k.is_some_and(|&k| self.fate.get(k) == Some(&Some(Reason::Metadata)) && is_date_line(self.text(k)))
            };
            let is_name = self.stays(i)
                && shape::words(self.text(i)) <= 12
                && !is_organisation(self.text(i))
                && !self.text(i).contains(':');
            let not_first = head.iter().take(n).any(|&k| self.stays(k) && self.headline(k));
            let near = beside(head.get(n + 1)) || n > 0 && beside(head.get(n - 1));
            (is_name && not_first && near).then(|| all_people(self.text(i)).map(|p| (i, p))).flatten()
        });
        if let Some((i, names)) = found {
            self.known.author = names;
            self.drop(i, Reason::Metadata);
        }
    }

    fn title(&mut self, head: &[usize], dated: Option<usize>) {
        if let Some(title) = self.known.title.clone() {
            // The page repeats its title; what stands above it is not the article.
            let same = |t: &str| shape::squash(t) == shape::squash(&title) || alike(t, &title);
            if let Some(n) = head.iter().position(|&i| same(self.text(i))) {
                for (k, &i) in head.iter().take(n + 1).enumerate() {
                    self.drop(i, if k == n { Reason::Repeated } else { Reason::Kicker });
                }
            } else {
                // Its headline was taken away already; the line above it may be left.
                for &i in head.iter().take(2) {
                    if self.stays(i)
                        && shape::words(self.text(i)) <= 3
                        && !shape::ends_sentence(self.text(i))
                        && !matches!(self.shape(i), Shape::Heading(_))
                    {
                        self.drop(i, Reason::Kicker);
                    }
                }
            }
            return;
        }
        let candidates: Vec<usize> =
            head.iter().copied().filter(|&i| self.stays(i) && Some(i) != dated && self.could_be_title(i)).collect();
        // The logo's words above the headline name the publisher.
        let logo = candidates.first().copied().filter(|&i| {
            candidates.len() > 1 && is_organisation(self.text(i)) && !matches!(self.shape(i), Shape::Heading(1))
        });
        if let Some(logo) = logo {
            self.known.publisher.get_or_insert(self.lines.get(logo).map(|l| l.text.clone()).unwrap_or_default());
            self.drop(logo, Reason::Metadata);
        }
        let candidates: Vec<usize> = candidates.into_iter().filter(|&i| self.stays(i)).collect();
        let chosen = match candidates.as_slice() {
            [] => dated.or_else(|| head.iter().copied().find(|&i| self.stays(i) && shape::chars(self.text(i)) <= 200)),
            all => all.iter().copied().find(|&i| self.shape(i) == Shape::Heading(1)).or_else(|| {
                let [first, rest @ ..] = all else { return None };
                let (a, b) = (self.text(*first), rest.first().map(|&i| self.text(i)).unwrap_or(""));
                let kicker = !shape::ends_sentence(a)
                    && shape::words(a) <= 4
                    && shape::chars(a) <= 32
                    && shape::words(b) >= 4
                    && shape::chars(b) * 10 >= shape::chars(a) * 13;
                if kicker { rest.first().copied() } else { Some(*first) }
            }),
        };
        let Some(chosen) = chosen else { return };
        let mut title = self.text(chosen).to_owned();
        // Browsers save `Headline | Site` as the first line.
        let split = [" | ", " – ", " - ", " — ", " :: ", " » "].iter().find_map(|sep| title.rsplit_once(sep));
        if let Some((front, site)) = split {
            let again = head.iter().any(|&i| i != chosen && shape::squash(self.text(i)) == shape::squash(front));
            let bar = title.contains(" | ");
            if again || bar && shape::words(front) >= 3 && shape::words(site) <= 4 {
                if !site.trim().is_empty() {
                    self.known.publisher.get_or_insert(site.trim().to_owned());
                }
                title = front.trim().to_owned();
            }
        }
        self.drop(chosen, Reason::Repeated);
        for &i in head {
            if i < chosen {
                self.drop(i, if self.headline(i) { Reason::Kicker } else { Reason::Navigation });
            } else {
                // The headline again, whole or line by line, or the site's name.
                let line = shape::squash(self.text(i));
                let part = shape::words(self.text(i)) >= 3 && shape::squash(&title).contains(&line);
                let text = self.text(i);
                let scrap =
                    shape::words(text) <= 2 && shape::chars(text) <= 28 && !matches!(self.shape(i), Shape::Heading(_));
                if scrap && self.next(i).is_some_and(|n| !self.prose(n)) {
                    self.drop(i, Reason::Navigation);
                } else if part
                    || line == shape::squash(&title)
                    || self.known.publisher.as_deref().is_some_and(|p| shape::squash(p) == line)
                {
                    self.drop(i, Reason::Repeated);
                }
            }
        }
        self.known.title = Some(title.trim_end_matches(" …").to_owned());
    }

    fn could_be_title(&self, i: usize) -> bool {
        let text = self.text(i);
        matches!(self.shape(i), Shape::Heading(_) | Shape::Unknown)
            && (self.headline(i) || shape::chars(text) <= 140 && shape::words(text) >= 4 && shape::sentences(text) == 1)
            && bullet(text).is_none()
    }

    /// `Berlin, 3. Mai 2024 – …`, `(3.5.2024) …` at the start of the text.
    fn dateline(&mut self) {
        if self.known.date.is_some() {
            return;
        }
        let first: Vec<usize> = (self.body.start..self.lines.len()).filter(|&i| self.stays(i)).take(2).collect();
        for i in first {
            let text = self.text(i);
            let found = dates::find(text)
                .into_iter()
                .next()
                .filter(|(r, _)| shape::chars(text.get(..r.start).unwrap_or("")) <= 40);
            let Some((range, date)) = found else { continue };
            let before = text.get(..range.start).unwrap_or("").trim_end();
            let after = text.get(range.end..).unwrap_or("").trim_start();
            // Behind it: an agency in brackets, a dash, a colon, a closing bracket.
            let after = match after.strip_prefix('(').and_then(|a| a.split_once(')')) {
                Some((agency, rest)) if shape::chars(agency) <= 20 => rest.trim_start(),
                _ => after,
            };
            let is_dateline = after.starts_with(['–', '—', '-', ':', '|', ')', '/', '•', '.'])
                && (before.is_empty() || before.ends_with([',', '(', '/', '.']) || shape::words(before) <= 3);
            if is_dateline {
                self.known.date = Some(date);
                return;
            }
        }
    }

    /// The author's sign behind the last sentence.
    fn signs(&mut self) {
        if !self.known.author.is_empty() {
            return;
        }
        if let Some(questioner) = self.questioner() {
            self.known.author = vec![questioner];
            return;
        }
        let last = (0..self.lines.len()).rev().find(|&i| self.stays(i));
        if let Some(sign) = last.and_then(|i| shape::sign(self.text(i))) {
            self.known.author = vec![sign.to_owned()];
        }
    }

    /// Who asks in an interview with named turns.
    fn questioner(&self) -> Option<String> {
        let turns: Vec<(String, bool)> = (0..self.lines.len())
            .filter(|&i| self.stays(i))
            .filter_map(|i| {
                turn(self.text(i)).map(|(s, _)| (s.to_owned(), shape::last_mark(self.text(i)) == Some('?')))
            })
            .collect();
        let (first, asks) = turns.first()?;
        let answers = turns.iter().any(|(who, asks)| who != first && !asks);
        (*asks && answers).then(|| shape::person(first)).flatten()
    }

    // ---- what is left

    fn finish(mut self) -> Distilled {
        let kept: Vec<usize> = (0..self.lines.len()).filter(|&i| self.stays(i)).collect();
        let interview = self.is_interview(&kept);
        let mut blocks = Vec::with_capacity(kept.len());
        let mut n = 0;
        let mut level = 1;
        while let Some(&i) = kept.get(n) {
            let text = self.text(i).to_owned();
            let run = kept.iter().skip(n).take_while(|&&k| self.shape(k) == Shape::Unknown && self.headline(k)).count();
            let block = match self.shape(i) {
                Shape::Heading(l) => Block::Heading(l.max(2), text),
                Shape::Paragraph | Shape::Caption => Block::Paragraph(text),
                Shape::Item => Block::Item(bullet(&text).unwrap_or(&text).to_owned()),
                Shape::Numbered(k) => Block::Numbered(k, text),
                Shape::Quote => Block::Quote(text),
                Shape::Row => {
                    let rows: Vec<Vec<String>> = kept
                        .iter()
                        .skip(n)
                        .take_while(|&&k| self.shape(k) == Shape::Row)
                        .map(|&k| self.text(k).split('\t').map(|c| c.trim().to_owned()).collect())
                        .collect();
                    n += rows.len();
                    blocks.push(Block::Table(rows));
                    continue;
                }
                Shape::Unknown => {
                    let question = shape::last_mark(&text) == Some('?');
                    let introduced = matches!(blocks.last(), Some(Block::Paragraph(p)) if p.ends_with(':'));
                    if let Some(item) = bullet(&text).filter(|_| self.in_list(&kept, n)) {
                        Block::Item(item.to_owned())
                    } else if let Some((number, item)) = number(&text).filter(|_| self.in_count(&kept, n)) {
                        Block::Numbered(number, item.to_owned())
                    } else if let Some(quote) = text.strip_prefix("> ") {
                        Block::Quote(quote.trim().to_owned())
                    } else if run == 0 || interview && question {
                        Block::Paragraph(text)
                    } else if (run >= 3 || introduced && run >= 2) && i >= self.body.start {
                        // Several in a row are a list that lost its bullets; the last may head what follows.
                        // … unless all but the last are of one kind: `Depth: 190 m`.
                        let colon = |n: usize| kept.get(n).is_some_and(|&k| self.text(k).contains(": "));
                        let of_a_kind = run >= 3 && (n..n + run - 1).all(colon) && !colon(n + run - 1);
                        let end = if n + run >= kept.len() || introduced && !of_a_kind { run } else { run - 1 };
                        for &k in kept.iter().skip(n).take(end) {
                            blocks.push(Block::Item(self.text(k).to_owned()));
                        }
                        n += end;
                        continue;
                    } else if n + run < kept.len() || n == 0 {
                        level = if run == 2 || level < 2 || !matches!(blocks.last(), Some(Block::Heading(..))) {
                            2
                        } else {
                            3
                        };
                        Block::Heading(level, text)
                    } else {
                        Block::Paragraph(text)
                    }
                }
            };
            blocks.push(block);
            n += 1;
        }
        if self.known.date.is_none() {
            self.known.date = self.changed;
        }
        if self.known.publisher.is_none() {
            self.known.publisher = self.owner.take();
        }
        let title = self.known.title.as_deref().map(shape::squash).unwrap_or_default();
        let dropped = self.lines.iter().zip(&self.fate).filter_map(|(l, f)| f.map(|reason| (reason, &l.text)));
        // The headline itself is not lost, it is in the front matter and above the body.
        let dropped = dropped
            .filter(|(reason, text)| !(*reason == Reason::Repeated && shape::squash(text) == title))
            .map(|(reason, text)| Dropped { reason, text: text.clone() })
            .collect();
        Distilled { known: self.known, blocks, dropped }
    }

    /// Named turns with questions, or several questions among what looks like headings.
    fn is_interview(&self, kept: &[usize]) -> bool {
        let turns = kept.iter().filter(|&&i| self.is_turn(i)).count();
        let asked = kept.iter().filter(|&&i| shape::last_mark(self.text(i)) == Some('?')).count();
        let headings: Vec<_> = kept.iter().filter(|&&i| self.headline(i)).collect();
        let questions = headings.iter().filter(|&&&i| shape::last_mark(self.text(i)) == Some('?')).count();
        turns >= 2 && asked >= 1 || questions >= 3 && questions * 2 > headings.len()
    }

    /// A bullet that could be a dash needs company.
    fn in_list(&self, kept: &[usize], n: usize) -> bool {
        let text = |n: usize| kept.get(n).map_or("", |&i| self.text(i));
        let dash = text(n).starts_with(['-', '–', '—', '*', '+']);
        let company = bullet(text(n + 1)).is_some() || n > 0 && bullet(text(n - 1)).is_some();
        !dash || company || n > 0 && text(n - 1).ends_with(':')
    }

    /// A number that continues a count, or starts one.
    fn in_count(&self, kept: &[usize], n: usize) -> bool {
        let count = |n: usize| kept.get(n).and_then(|&i| number(self.text(i))).map(|(k, _)| k);
        let Some(here) = count(n) else { return false };
        count(n + 1) == Some(here + 1) || n > 0 && here > 0 && count(n - 1) == Some(here - 1)
    }
}

// ---- what one line tells

/// A line's words in lowercase without what stands around them: `» Weiterlesen` and `Comments (12)` are `weiterlesen` and
/// `comments`.
fn bare(text: &str) -> String {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | '[' | ' '));
    if text.chars().count() > 60 {
        return String::new();
    }
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands behind the first cue that the text begins with.
fn after_cue(text: &str, table: &[&str]) -> Option<String> {
    let trimmed = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '('));
    table
        .iter()
        .filter_map(|cue| after(trimmed, cue))
        .max_by_key(|rest| usize::MAX - rest.len())
        .map(|rest| rest.trim_start_matches([':', ' ', '\u{a0}', '–', '-', '|']).trim().to_owned())
}

/// What follows `cue` (lowercase) in `text`, at a word's end.
fn after<'t>(text: &'t str, cue: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let mut cue_chars = cue.chars();
    loop {
        let before = rest.clone();
        let Some(want) = cue_chars.next() else {
            let rest = before.as_str();
            let open =
                cue.ends_with(char::is_alphanumeric) && rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
            return (!open).then_some(rest);
        };
        let got = rest.next()?;
        if got != want && !got.to_lowercase().eq(std::iter::once(want)) {
            return None;
        }
    }
}

/// Why a line's own words put it outside the article.
fn cue(text: &str) -> Option<Reason> {
    let bare = bare(text);
    let n = shape::chars(text);
    if bare.is_empty() && n <= 60 {
        // Only signs, or a number that could be the page's.
        let digits = text.chars().filter(char::is_ascii_digit).count();
        return (digits <= 4 && n <= 8 || digits == 0).then_some(Reason::Navigation);
    }
    if let Some((reason, _)) = cues::WHOLE.iter().find(|(_, list)| list.contains(&bare.as_str())) {
        return Some(*reason);
    }
    let lower = text.to_lowercase();
    let page = |word: &str| {
        after(&lower, word).is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit())) && n <= 24
    };
    if page("seite") || page("page") || page("s.") && n <= 8 {
        return Some(Reason::RunningHead);
    }
    let sentence = shape::ends_sentence(text) && n > 60;
    for (reason, list) in cues::START {
        let Some(rest) = after_cue(text, list) else { continue };
        let has_number = text.chars().any(|c| c.is_ascii_digit());
        let colon = text.chars().take(40).any(|c| c == ':');
        let fits = match reason {
            Reason::Metadata => {
                n <= 300 && colon && !sentence
                    || n <= 160 && !sentence && has_number
                    || n <= 30 && !shape::ends_sentence(text)
            }
            Reason::Imprint => {
                n <= 160 && !sentence && (has_number || colon || text.contains('@') || rest.is_empty() || n <= 50)
            }
            Reason::Navigation => n <= 120 && !shape::ends_sentence(text) || n <= 60,
            _ => {
                n <= 160
                    || n <= 700
                        && (lower.contains("cookie")
                            || lower.contains("newsletter")
                            || lower.contains("inhalt")
                            || lower.contains("consent"))
            }
        };
        if fits {
            return Some(*reason);
        }
    }
    let counted = |words: &[&str]| {
        n <= 30 && text.starts_with(|c: char| c.is_ascii_digit()) && words.iter().any(|w| bare_words(&lower) == *w)
    };
    counted(&["kommentare", "kommentar", "comments", "comment", "shares", "likes", "views", "aufrufe"])
        .then_some(Reason::Promotion)
}

/// The words of a line without its numbers.
fn bare_words(lower: &str) -> &str {
    lower
        .trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | 'k'))
        .trim_end()
}

/// A licence named in a short line.
fn license(text: &str) -> Option<String> {
    if shape::chars(text) > 250 {
        return None;
    }
    let upper = text.to_uppercase();
    let lower = text.to_lowercase();
    let at = ["CC BY", "CC-BY", "CC0"].iter().filter_map(|c| upper.find(c)).min();
    if let Some(at) = at.filter(|_| upper.len() == text.len()) {
        let name = text.get(at..)?;
        // `CC BY-NC-ND 4.0` and nothing behind it.
        let mut out = Vec::new();
        for word in name.split_whitespace() {
            let bare = word.trim_end_matches([',', ')', ';', '.']);
            let part = out.len() < 3
                && (out.is_empty()
                    || bare.to_uppercase().starts_with("BY")
                    || bare.chars().all(|c| c.is_ascii_digit() || c == '.'));
            if !part || bare.is_empty() {
                break;
            }
            out.push(bare);
        }
        return Some(out.join(" "));
    }
    if let Some(at) = lower.find("open government licen").filter(|_| lower.len() == text.len()) {
        let words: Vec<&str> =
            text.get(at..)?.split_whitespace().take(4).map(|w| w.trim_matches([',', '.', ';', ')'])).collect();
        let version = words.get(3).filter(|w| w.starts_with(['v', 'V', '1', '2', '3', '4']));
        return Some([words.get(..3)?, version.map(std::slice::from_ref).unwrap_or(&[])].concat().join(" "));
    }
    let named = ["lizenziert unter", "licensed under", "creative commons", "licence:", "license:", "lizenz:"];
    let cue = named.iter().find_map(|c| lower.find(c).map(|at| (at, c.len())))?;
    if lower.len() != text.len() {
        return None;
    }
    let rest = if lower.contains("creative commons") {
        text.get(lower.find("creative commons")?..)?
    } else {
        text.get(cue.0 + cue.1..)?
    };
    let rest = rest.trim_start_matches([':', ' ']).trim_end_matches(['.', ' ']);
    for article in ["a ", "an ", "the ", "einer ", "der "] {
        if let Some(rest) = rest.strip_prefix(article) {
            return Some(rest.to_owned());
        }
    }
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// Addresses, telephone numbers, links: lines made of nothing else.
fn is_contact(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let link = |w: &str| w.starts_with("http://") || w.starts_with("https://") || w.starts_with("www.");
    let mail = |w: &str| w.contains('@') && w.contains('.') && !w.starts_with('@');
    if words.len() <= 2 && words.iter().any(|w| link(w) || mail(w)) {
        return true;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let number = digits >= 6
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.' | '–'));
    number || is_postcode(text)
}

/// `12345 Stadt`, `D-12345 Stadt`, `London SW1A 2AA`, `Washington, DC 20036`.
fn is_postcode(text: &str) -> bool {
    let n = shape::words(text);
    if !(2..=6).contains(&n) || shape::ends_sentence(text) || shape::chars(text) > 60 {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().map(|w| w.trim_matches(',')).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let code = |w: &str| w.len() == 5 && w.bytes().all(|b| b.is_ascii_digit());
    let german = code(first.trim_start_matches("D-").trim_start_matches("DE-"))
        && words.get(1).is_some_and(|w| w.starts_with(char::is_uppercase));
    let american = code(last)
        && words.len() >= 3
        && words.get(words.len() - 2).is_some_and(|w| w.len() == 2 && w.bytes().all(|b| b.is_ascii_uppercase()));
    let british = words.len() >= 3
        && last.len() == 3
        && last.starts_with(|c: char| c.is_ascii_digit())
        && last.bytes().skip(1).all(|b| b.is_ascii_uppercase())
        && words.get(words.len() - 2).is_some_and(|w| {
            (2..=4).contains(&w.len())
                && w.starts_with(|c: char| c.is_ascii_uppercase())
                && w.contains(|c: char| c.is_ascii_digit())
        });
    german || american || british
}

/// A street and its number: `Hauptstraße 3–4`, `12 King Street`.
fn is_street(text: &str) -> bool {
    shape::words(text) <= 6
        && shape::chars(text) <= 60
        && !shape::ends_sentence(text)
        && text.split_whitespace().any(|w| w.starts_with(|c: char| c.is_ascii_digit()))
        && text.starts_with(char::is_alphanumeric)
}

/// Who owns the page: `© 2024 Example Ltd. All rights reserved.` An empty name when only the year is given.
fn copyright(text: &str) -> Option<String> {
    if shape::chars(text) > 160 {
        return None;
    }
    let at =
        text.find('©').map(|at| at + '©'.len_utf8()).or_else(|| after(text, "copyright").map(|r| text.len() - r.len()));
    let rest = text.get(at?..)?.trim_start_matches([' ', '\u{a0}', '©', ':', '(', 'c', ')']);
    let is_year = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_ascii_digit());
        w.len() == 4 && (w.starts_with("19") || w.starts_with("20"))
            || w.len() == 9 && w.get(4..5).is_some_and(|d| matches!(d, "-" | "/"))
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    // Without a year it is a picture's.
    let has_year = words.iter().any(|w| is_year(w));
    if !has_year {
        return None;
    }
    let name: Vec<&str> =
        words.into_iter().filter(|w| !is_year(w) && !matches!(*w, "by" | "–" | "-" | "|" | "—")).collect();
    let name = name.join(" ");
    let lower = name.to_lowercase();
    let end = ["all rights", "alle rechte", "|", " - ", " – "]
        .iter()
        .filter_map(|c| lower.find(c))
        .min()
        .filter(|_| lower.len() == name.len());
    let name = name.get(..end.unwrap_or(name.len())).unwrap_or(&name);
    Some(name.trim().trim_end_matches(['.', ',']).trim().to_owned())
}

/// A DOI in a line.
fn doi(text: &str) -> Option<String> {
    let at = text.find("10.")?;
    let doi = text.get(at..)?.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')' | ']')).next()?;
    let doi = bare_doi(doi.trim_end_matches('.'));
    let (prefix, rest) = doi.split_once('/')?;
    let registrant = prefix.get(3..)?;
    (registrant.len() >= 4 && registrant.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !rest.is_empty())
        .then(|| doi.to_owned())
}

/// Says who made a picture, and nothing else.
fn is_credit(text: &str) -> bool {
    let n = shape::chars(text);
    if n > 200 {
        return false;
    }
    if after_cue(text, cues::CREDIT_START).is_some_and(|rest| !shape::is_prose(text) && shape::sentences(&rest) <= 2)
        || text.starts_with('©')
    {
        return true;
    }
    // `Jane Doe/Reuters`, `picture alliance | Jane Doe`, `dpa`.
    let parts: Vec<String> = text.split(['/', '|', ',']).map(bare).collect();
    let names_agency = parts.iter().any(|p| cues::AGENCIES.contains(&p.as_str()));
    n <= 80 && names_agency && !shape::ends_sentence(text) && (parts.len() >= 2 || shape::words(text) <= 2)
}

/// A caption with its credit at the end.
fn has_credit(text: &str) -> bool {
    let n = shape::chars(text);
    if !(12..=350).contains(&n) {
        return false;
    }
    // `… teilte die Polizei mit. (dpa/abc)` is a sentence with its sign.
    if shape::ends_with_sign(text) {
        return false;
    }
    let lower = text.to_lowercase();
    cues::CREDIT_INSIDE.iter().any(|c| {
        lower.rfind(c).is_some_and(|at| {
            let tail = lower.get(at..).unwrap_or("");
            // Nothing but names behind it: one short stretch without a sentence of its own.
            let short = shape::chars(tail) <= 70 && shape::words(tail) <= 8;
            let word = cues::CREDIT_INSIDE.contains(c)
                && (!c.starts_with(char::is_alphabetic)
                    || !lower.get(..at).unwrap_or("").ends_with(char::is_alphanumeric));
            let slash = c.contains('/') && !c.contains(' ') && c.len() <= 9;
            // `/dpa` needs a name before it or an agency beside it.
            let fits = !slash || text.ends_with(')') || at + c.len() + 1 >= lower.len() || !shape::ends_sentence(text);
            at > 0 && short && word && fits
        })
    })
}

/// Do two lines describe the same picture?
fn alike(a: &str, b: &str) -> bool {
    shape::overlap(a, b) >= 0.6
}

/// `- item`, `• item`: the item.
pub fn bullet(text: &str) -> Option<&str> {
    let mark = text.chars().next()?;
    let is_bullet = matches!(
        mark,
        '•' | '▪'
            | '▫'
            | '●'
            | '○'
            | '■'
            | '□'
            | '‣'
            | '⁃'
            | '◦'
            | '∙'
            | '►'
            | '▶'
            | '·'
            | '-'
            | '–'
            | '—'
            | '*'
            | '+'
            | '»'
    );
    let rest = text.get(mark.len_utf8()..)?;
    let item = rest.trim_start();
    (is_bullet && item.len() < rest.len() && !item.is_empty()).then_some(item)
}

/// `3. item`, `3) item`: number and item.
pub fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, rest) = (text.get(..digits)?, text.get(digits..)?);
    let rest = rest.strip_prefix(['.', ')'])?;
    let item = rest.trim_start();
    let small = (1..=2).contains(&digits);
    (small && item.len() < rest.len() && !item.is_empty()).then(|| head.parse().ok().map(|n| (n, item)))?
}

/// `Name: …`: the name and what is said, which ends as a sentence does.
fn turn(text: &str) -> Option<(&str, &str)> {
    let (name, said) = text.split_once(':')?;
    let short = shape::words(name) <= 5 && shape::chars(name) <= 40 && name.starts_with(char::is_uppercase);
    (short && said.starts_with(char::is_whitespace) && shape::ends_sentence(said)).then_some((name, said))
}

/// Who speaks in a page: what looks like a name before several colons, or any short word that comes back there again and
/// again (`Q:` and `A:`, a paper's name).
fn speakers(lines: &[Line]) -> std::collections::BTreeSet<String> {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for line in lines {
        if let Some((who, _)) = turn(&line.text) {
            *counts.entry(who).or_default() += 1;
        }
    }
    let people = counts.keys().filter(|who| is_name(who)).count();
    let again = counts.values().filter(|&&n| n >= 2).count();
    let is_speaker =
        |who: &str, n: usize| (is_name(who) && (n >= 2 || people >= 2)) || (n >= 2 && (again >= 2 || people >= 1));
    counts.into_iter().filter(|&(who, n)| is_speaker(who, n)).map(|(who, _)| who.to_owned()).collect()
}

fn is_name(text: &str) -> bool {
    shape::person(text).is_some() && !starts_with_article(text)
}

/// `Das Kalkül: …` is no name.
fn starts_with_article(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    matches!(
        first.as_str(),
        "der"
            | "die"
            | "das"
            | "ein"
            | "eine"
            | "the"
            | "a"
            | "an"
            | "im"
            | "in"
            | "am"
            | "zum"
            | "zur"
            | "kein"
            | "keine"
            | "neue"
            | "neuer"
            | "neues"
            | "new"
            | "what"
            | "why"
            | "how"
            | "wie"
            | "was"
            | "warum"
            | "wer"
    )
}

/// The names in a line that says who wrote the article.
pub fn byline(text: &str) -> Option<Vec<String>> {
    if shape::chars(text) > 140 {
        return None;
    }
    let rest = after_cue(text, cues::BYLINE)?;
    names(&rest)
}

/// The names at the start of a text; the date, place or paper behind them is left.
fn names(text: &str) -> Option<Vec<String>> {
    let rest = text.split(['|', '·', '•']).next().unwrap_or("");
    let cut = dates::find(rest).first().map_or(rest.len(), |(r, _)| r.start);
    let rest = rest.get(..cut).unwrap_or(rest);
    let mut names: Vec<String> = Vec::new();
    for part in split_names(rest) {
        match shape::person(part) {
            Some(name) if !is_organisation(&name) => names.push(name),
            // Places and agencies may follow the first name.
            _ if names.is_empty() => return None,
            _ => {}
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The people in a line of nothing but names.
fn all_people(text: &str) -> Option<Vec<String>> {
    let names: Vec<Option<String>> = split_names(text).into_iter().map(shape::person).collect();
    (!names.is_empty()).then(|| names.into_iter().collect()).flatten()
}

/// Is it the link that ends a teaser?
fn is_read_more(text: &str) -> bool {
    let bare = bare(text);
    cues::WHOLE.iter().any(|(reason, list)| *reason == Reason::Teaser && list.contains(&bare.as_str()))
}

/// Names in a list: `A, B und C`.
pub fn split_names(text: &str) -> Vec<&str> {
    let mut out = vec![text];
    for sep in [",", ";", "&", " und ", " and ", " sowie ", " with ", " mit ", " in ", " / ", " aus ", " for "] {
        out = out.into_iter().flat_map(|p| p.split(sep)).collect();
    }
    out.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// Who `Jane Doe is a reporter …` is about.
fn about_author(text: &str) -> Option<String> {
    const VERBS: &[&str] = &[
        "ist",
        "sind",
        "war",
        "arbeitet",
        "leitet",
        "lehrt",
        "forscht",
        "schreibt",
        "berichtet",
        "studierte",
        "is",
        "was",
        "works",
        "leads",
        "heads",
        "teaches",
        "writes",
        "covers",
        "reports",
        "serves",
    ];
    const ROLES: &[&str] = &[
        "wissenschaftler",
        "redakteur",
        "korrespondent",
        "journalist",
        "autor",
        "author",
        "editor",
        "reporter",
        "correspondent",
        "fellow",
        "professor",
        "leiter",
        "director",
        "direktor",
        "referent",
        "researcher",
        "forscher",
        "analyst",
        "columnist",
        "kolumnist",
        "experte",
        "expertin",
        "expert",
        "mitarbeiter",
        "dozent",
        "lecturer",
        "writer",
        "chefredakt",
        "head of",
        "volontär",
        "freelance",
        "freie",
        "doktorand",
        "phd",
        "economist",
        "ökonom",
        "historiker",
        "historian",
        "präsident",
        "president of",
        "senior",
        "stipendiat",
    ];
    if shape::chars(text) > 600 {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let verb = words.iter().take(8).position(|w| VERBS.contains(w))?;
    let name = shape::person(&words.get(..verb)?.join(" "))?;
    let rest = words.get(verb..)?.join(" ").to_lowercase();
    ROLES.iter().any(|r| rest.contains(r)).then_some(name).filter(|n| !starts_with_article(n))
}

/// Is it the name of an organisation, and only that?
fn is_organisation(text: &str) -> bool {
    let n = shape::words(text);
    if !(1..=10).contains(&n) || shape::chars(text) > 90 || shape::ends_sentence(text) && !text.ends_with("e.V.") {
        return false;
    }
    let capitals = text.split_whitespace().all(|w| {
        let w = w.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '"' | '„' | '“'));
        w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || cues::SMALL.contains(&w) || w.is_empty()
    });
    let lower = text.to_lowercase();
    let named = lower.split(|c: char| !c.is_alphanumeric() && c != '.').any(|w| {
        let w = w.trim_matches('.');
        // German puts the kind of body at the end of a compound.
        cues::ORGANISATION
            .iter()
            .any(|o| w == *o || o.len() >= 6 && (w.ends_with(o) || w.starts_with("bundesministeri")))
    });
    capitals && named && n >= 2
}

/// A line that is about when, with little else.
pub fn is_date_line(text: &str) -> bool {
    if shape::chars(text) > 130 || shape::ends_sentence(text) && shape::words(text) > 8 {
        return false;
    }
    let found = dates::find(text);
    let time = text.to_lowercase().ends_with(" uhr") && shape::chars(text) <= 40;
    let rest: usize =
        shape::chars(text) - found.iter().map(|(r, _)| shape::chars(text.get(r.clone()).unwrap_or(""))).sum::<usize>();
    !found.is_empty() && rest <= 70 || time
}

/// `5 min read`, `Lesezeit: 4 Minuten`.
fn is_reading_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    shape::chars(text) <= 45
        && lower.contains("min")
        && text.chars().any(|c| c.is_ascii_digit())
        && (lower.contains("read") || lower.contains("les"))
}

/// `Home > News > Europe`, `Start / Politik`.
fn is_breadcrumb(text: &str) -> bool {
    let short = |parts: &[&str], least: usize| {
        parts.len() >= least && parts.iter().all(|p| (1..=4).contains(&shape::words(p)) && shape::chars(p) <= 32)
    };
    if shape::chars(text) > 140 || shape::ends_sentence(text) {
        return false;
    }
    let split = |c: char| text.split(c).map(str::trim).filter(|p| !p.is_empty()).collect::<Vec<_>>();
    [('>', 2), ('›', 2), ('»', 2), ('→', 2), ('/', 3), ('|', 3), ('·', 3), ('•', 3)]
        .into_iter()
        .any(|(c, least)| text.contains(c) && short(&split(c), least) && !text.contains('„'))
}

/// Capitals throughout, small words apart.
fn is_proper_name(text: &str) -> bool {
    (2..=8).contains(&shape::words(text))
        && !shape::ends_sentence(text)
        && text
            .split_whitespace()
            .all(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric()) || cues::SMALL.contains(&w))
}

fn imprint_inside(text: &str) -> bool {
    let lower = text.to_lowercase();
    cues::IMPRINT_INSIDE.iter().any(|c| lower.contains(c))
}
