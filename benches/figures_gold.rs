//! How often are figures found and read right, on the gold paragraphs in `tests/gold/figures`?
//!
//! Each language has three files, written at different times. Each is scored as a whole and in its two halves: the first may
//! be looked at while rules are written, the second is only ever scored. In the later files the halves are the odd and
//! the even lines. With `show`, the failures of the first halves are printed.
//!
//! A figure is found when its span covers the gold core and stays inside the gold text. `number` counts it as found
//! whatever else its span covers, which tells wrong edges from wrong figures.

use std::collections::BTreeMap;
use std::path::Path;

use beleg::figures::{Figure, PartialDate, figures};
use beleg::lang::Lang;
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Deserialize)]
struct Paragraph {
    id: String,
    date: String,
    text: String,
    figures: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    text: String,
    core: String,
    occurrence: usize,
    kind: String,
    value: Json,
    bound: String,
    #[serde(default)]
    unsure: bool,
}

/// What was counted in some paragraphs.
struct Count {
    /// Whether a span has to stay inside the gold text.
    edges: bool,
    found: usize,
    extra: usize,
    missed: usize,
    value: usize,
    kind: usize,
    bound: usize,
    by_kind: BTreeMap<String, [usize; 4]>,
}

/// Every measure of the gold paragraphs in `dir`: its name, its value, and what it was counted from.
pub fn score(dir: &Path, show: bool) -> Vec<(String, f64, String)> {
    let mut out = Vec::new();
    for (name, lang) in [
        ("de", Lang::De),
        ("en", Lang::En),
        ("de-2", Lang::De),
        ("en-2", Lang::En),
        ("de-3", Lang::De),
        ("en-3", Lang::En),
    ] {
        let text = std::fs::read_to_string(dir.join(format!("{name}.jsonl"))).unwrap_or_default();
        let mut paragraphs: Vec<Paragraph> = text.lines().filter_map(|l| serde_json::from_str(l).ok()).collect();
        let mut half = paragraphs.len() / 2;
        if name.len() > 2 {
            let (odd, even): (Vec<_>, Vec<_>) = paragraphs.into_iter().enumerate().partition(|(n, _)| n % 2 == 0);
            half = odd.len();
            paragraphs = odd.into_iter().chain(even).map(|(_, p)| p).collect();
        }
        for (part, range) in [("", 0..paragraphs.len()), (" 1st half", 0..half), (" 2nd half", half..paragraphs.len())]
        {
            let mut count = Count::default();
            let mut numbers = Count { edges: false, ..Count::default() };
            for p in paragraphs.get(range).unwrap_or_default() {
                count.paragraph(p, lang, show && part == " 1st half");
                numbers.paragraph(p, lang, false);
            }
            count.report(&format!("figures {name}{part}"), &mut out);
            let (number, from) = numbers.f1();
            out.push((format!("figures {name}{part} number f1"), number, from));
            if part.is_empty() || show {
                count.report_kinds(&format!("figures {name}{part}"), &mut out);
            }
        }
    }
    out
}

impl Default for Count {
    fn default() -> Count {
        Count { edges: true, found: 0, extra: 0, missed: 0, value: 0, kind: 0, bound: 0, by_kind: BTreeMap::new() }
    }
}

impl Count {
    /// Harmonic mean of precision and recall of the spans, and what it was counted from.
    fn f1(&self) -> (f64, String) {
        let all = 2 * self.found + self.extra + self.missed;
        let from = format!("{} found, {} extra, {} missed", self.found, self.extra, self.missed);
        (if all == 0 { 1.0 } else { (2 * self.found) as f64 / all as f64 }, from)
    }

    fn paragraph(&mut self, p: &Paragraph, lang: Lang, show: bool) {
        let mut found: Vec<Figure> = figures(&p.text, lang, date(&p.date));
        let fails = |what: &str, text: &str, rest: String| {
            if show {
                println!("{what:<7} {} {text:?} {rest}", p.id);
            }
        };
        // Sure figures first; what is left over an unsure one counts for nothing.
        for unsure in [false, true] {
            for gold in p.figures.iter().filter(|g| g.unsure == unsure) {
                let Some((start, end, core)) = gold.place(&p.text) else { continue };
                let before = |at: usize| p.text.get(..at).and_then(|t| t.chars().next_back()).map_or(0, char::len_utf8);
                let behind = |at: usize| p.text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
                let (from, to) = (start - before(start), end + behind(end));
                if unsure {
                    found.retain(|f| f.span.end as usize <= start || end <= f.span.start as usize);
                    continue;
                }
                let kinds = self.by_kind.entry(gold.kind.clone()).or_default();
                kinds[0] += 1;
                let hit = found.iter().position(|f| {
                    let span = f.span.range();
                    let inside = from <= span.start && span.end <= to;
                    span.start <= core.0 && core.1 <= span.end && (inside || !self.edges)
                });
                let Some(hit) = hit else {
                    self.missed += 1;
                    let near: Vec<&str> = found
                        .iter()
                        .filter(|f| (f.span.start as usize) < end && start < f.span.end as usize)
                        .filter_map(|f| p.text.get(f.span.range()))
                        .collect();
                    fails("missed", &gold.text, format!("{} {} near {near:?}", gold.kind, gold.value));
                    continue;
                };
                let figure = found.remove(hit);
                self.found += 1;
                kinds[1] += 1;
                let kind = serde_json::to_value(figure.kind).unwrap_or_default();
                let kind = kind.as_str().unwrap_or_default();
                let fits = kind == gold.kind
                    || kind == "count" && gold.kind == "measure"
                    || kind == "measure" && gold.kind == "count";
                self.kind += usize::from(fits);
                if !fits {
                    fails("kind", &gold.text, format!("{} is {kind}", gold.kind));
                }
                let bound = serde_json::to_value(figure.bound).unwrap_or_default();
                if bound.as_str() == Some(gold.bound.as_str()) {
                    self.bound += 1;
                } else {
                    fails("bound", &gold.text, format!("{} is {bound}", gold.bound));
                }
                let got = figure.json_value();
                if right(&gold.value, &got) {
                    self.value += 1;
                    kinds[2] += 1;
                } else {
                    fails("value", &gold.text, format!("{} {} is {got} (written {})", gold.kind, gold.value, p.date));
                }
            }
        }
        self.extra += found.len();
        for f in &found {
            let kind = serde_json::to_value(f.kind).unwrap_or_default();
            self.by_kind.entry(kind.as_str().unwrap_or_default().to_owned()).or_default()[3] += 1;
            let (a, b) = (f.span.start as usize, f.span.end as usize);
            let lead = p.text.char_indices().rev().map(|c| c.0).filter(|i| *i < a).nth(25).unwrap_or(0);
            let tail = p.text.char_indices().map(|c| c.0).filter(|i| *i > b).nth(20).unwrap_or(p.text.len());
            let (before, behind) = (p.text.get(lead..a).unwrap_or(""), p.text.get(b..tail).unwrap_or(""));
            let text = p.text.get(f.span.range()).unwrap_or("");
            fails("extra", text, format!("{kind} {} in {before}[{text}]{behind}", f.json_value()));
        }
    }

    fn report(&self, name: &str, out: &mut Vec<(String, f64, String)>) {
        let share = |n: usize, of: usize| if of == 0 { 1.0 } else { n as f64 / of as f64 };
        let (f1, from) = self.f1();
        out.push((format!("{name} f1"), f1, from));
        for (what, n) in [("value", self.value), ("kind", self.kind), ("bound", self.bound)] {
            out.push((format!("{name} {what}"), share(n, self.found), format!("{n} of {}", self.found)));
        }
    }

    fn report_kinds(&self, name: &str, out: &mut Vec<(String, f64, String)>) {
        for (kind, [all, found, value, extra]) in &self.by_kind {
            let share = |n: usize, of: usize| if of == 0 { 1.0 } else { n as f64 / of as f64 };
            let from = format!("{found} of {all} found, {extra} extra, {value} right values");
            out.push((format!("{name} {kind} f1"), share(2 * found, all + found + extra), from));
        }
    }
}

impl Gold {
    /// Start and end of the figure and of its core, in bytes.
    fn place(&self, text: &str) -> Option<(usize, usize, (usize, usize))> {
        let start = text.match_indices(&self.text).nth(self.occurrence.checked_sub(1)?)?.0;
        let core = start + self.text.find(&self.core)?;
        Some((start, start + self.text.len(), (core, core + self.core.len())))
    }
}

/// Whether a value is the gold one. A date may be stated at another precision.
fn right(gold: &Json, got: &Json) -> bool {
    let near = |a: &Json, b: f64| a.as_f64().is_some_and(|a| (a - b).abs() <= 1e-9 * b.abs().max(1.0));
    match gold {
        Json::Null => true,
        Json::String(g) => match got {
            Json::String(v) => v.starts_with(g.as_str()) || g.starts_with(v.as_str()) && v.len() >= 4,
            _ => false,
        },
        Json::Array(g) => match (g.as_slice(), got) {
            ([a, b], Json::Array(v)) => {
                let end = |gold: &Json, got: Option<&Json>| match (gold, got) {
                    (Json::String(g), Some(Json::String(v))) => v.starts_with(g.as_str()),
                    (Json::Number(g), Some(v)) => g.as_f64().is_some_and(|g| near(v, g)),
                    (Json::Null, Some(v)) => v.is_null(),
                    _ => false,
                };
                // The fourteenth century may be said to begin in 1300.
                let century = |gold: &Json, got: Option<&Json>| {
                    let year = |j: Option<&Json>| j.and_then(|j| j.as_str()?.parse::<i32>().ok());
                    matches!((year(Some(gold)), year(got)), (Some(g), Some(v)) if (g - v).abs() <= 1)
                };
                end(a, v.first()) && end(b, v.get(1)) || century(a, v.first()) && century(b, v.get(1))
            }
            _ => false,
        },
        Json::Number(g) => {
            let Some(g) = g.as_f64() else { return false };
            match got {
                Json::Array(v) => match v.as_slice() {
                    [lo, hi] => {
                        near(lo, g)
                            || near(hi, g)
                            || matches!((lo.as_f64(), hi.as_f64()), (Some(lo), Some(hi)) if lo <= g && g <= hi)
                    }
                    _ => false,
                },
                v => near(v, g),
            }
        }
        _ => false,
    }
}

fn date(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-').map(|p| p.parse::<i16>());
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(PartialDate::ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}
