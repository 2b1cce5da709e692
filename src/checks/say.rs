//! What findings rest on, and how the draft would put a source's value in its own way of writing.

use rust_decimal::Decimal;

use crate::claims::Claim;
use crate::corpus::Corpus;
use crate::figures::{Bound, Figure, PartialDate, Value};
use crate::lang::wording::{Wording, wording};
use crate::text::Span;

use super::reading::{Match, Reading};
use super::{Does, Edit, Evidence, Fix, Label, Local, Source};

/// Who says so, where and when.
pub fn label(corpus: &Corpus, entry: usize, paragraph: u32, claim: Option<&Claim>) -> Label {
    let speaker = claim.and_then(|c| c.attribution.speaker.as_ref()).map(|s| s.text.trim().to_owned());
    statement(corpus, entry, paragraph, speaker)
}

/// The same, with the speaker's name.
pub fn statement(corpus: &Corpus, entry: usize, paragraph: u32, speaker: Option<String>) -> Label {
    let Some(entry) = corpus.entries().get(entry) else { return Label::Words(String::new()) };
    let article = &entry.article;
    let publisher = article.publisher.as_ref().filter(|p| p.chars().count() <= 32).unwrap_or(&article.id).clone();
    Label::Statement { speaker: speaker.filter(|s| !s.is_empty()), publisher, date: article.date, paragraph }
}

/// A match as evidence.
pub fn evidence(local: &Local<'_>, reading: &Reading, m: &Match) -> Evidence {
    let corpus = local.inputs.corpus;
    let label = label(corpus, m.hit.entry, m.hit.paragraph, reading.claim(m));
    let source = corpus.entries().get(m.hit.entry).map(|e| Source {
        path: e.path.clone(),
        article: e.article.id.clone(),
        paragraph: m.hit.paragraph,
    });
    Evidence { source, span: m.hit.span, label }
}

/// Several matches as evidence, as many as a finding names.
pub fn evidences<'m>(local: &Local<'_>, reading: &Reading, all: impl IntoIterator<Item = &'m Match>) -> Vec<Evidence> {
    super::distinct(all.into_iter().map(|m| evidence(local, reading, m)))
}

/// The words that state a bound.
pub fn bound_word(bound: Bound, words: &Wording) -> Option<&'static str> {
    Some(match bound {
        Bound::Exact | Bound::Vague => return None,
        Bound::About => words.about,
        Bound::Nearly => words.nearly,
        Bound::AtLeast => words.at_least,
        Bound::MoreThan => words.more_than,
        Bound::AtMost => words.at_most,
        Bound::LessThan => words.less_than,
    })
}

/// A number with its thousands grouped; `scaled` writes millions and more with their name where that is exact.
pub fn number(value: Decimal, words: &Wording, scaled: bool) -> String {
    if scaled {
        for (power, one, many) in words.scales {
            let unit = Decimal::from(10u64.pow(*power));
            if value.abs() >= unit {
                let part = (value / unit).normalize();
                if part.scale() <= 3 {
                    let name = if part == Decimal::ONE { one } else { many };
                    return format!("{} {name}", plain(part, words));
                }
            }
        }
    }
    plain(value.normalize(), words)
}

fn plain(value: Decimal, words: &Wording) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    let grouped = whole.len() > 3;
    for (n, digit) in whole.chars().enumerate() {
        if grouped && n > 0 && (whole.len() - n).is_multiple_of(3) {
            out.push(words.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(words.decimal);
        out.push_str(fraction);
    }
    out
}

/// The source's value, written as the draft writes its own; replaces the draft's number or date.
pub fn rewrite(local: &Local<'_>, draft: &Figure, source: &Figure) -> Option<Edit> {
    let core = local.words(draft.core);
    let words = wording(local.stated.lang);
    let text = match (&source.value, &draft.value) {
        (Value::Date(new), Value::Date(_)) if new.lo == new.hi => write_date(new.lo, core, words)?,
        (Value::Number { lo: Some(lo), hi: Some(hi) }, Value::Number { .. }) if draft.unit == source.unit => {
            if lo != hi {
                let text = format!("{}–{}", number(*lo, words, true), number(*hi, words, true));
                return Some(Edit { span: with_magnitude(local, draft, words), text });
            }
            // A magnitude that stands behind the number (`Mrd.`, `bn`) is kept where the source's value fits it.
            match keep_magnitude(core, draft, *lo, words) {
                Some(text) => text,
                None => {
                    let span = with_magnitude(local, draft, words);
                    let scaled = span != draft.core || core.chars().any(char::is_alphabetic);
                    let text = number(*lo, words, scaled || *lo >= Decimal::from(1_000_000));
                    return Some(Edit { span, text });
                }
            }
        }
        _ => return None,
    };
    (text != core).then_some(Edit { span: draft.core, text })
}

/// The draft's number with the word or letters behind it that name its magnitude.
fn with_magnitude(local: &Local<'_>, draft: &Figure, words: &Wording) -> Span {
    let core = local.words(draft.core);
    let times = magnitude(core, draft, words).unwrap_or(Decimal::ONE);
    if times == Decimal::ONE || core.chars().any(char::is_alphabetic) {
        return draft.core;
    }
    let rest = local.words(Span { start: draft.core.end, end: draft.span.end.max(draft.core.end) });
    let lead = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']).len();
    let word = rest[lead..].find(|c: char| !c.is_alphabetic() && c != '.').unwrap_or(rest.len() - lead);
    Span { start: draft.core.start, end: draft.core.end + (lead + word) as u32 }
}

/// What the number as it is written has to be multiplied by.
fn magnitude(core: &str, draft: &Figure, words: &Wording) -> Option<Decimal> {
    let Value::Number { lo: Some(old), .. } = &draft.value else { return None };
    let (start, end) = digits(core)?;
    let literal: String = core.get(start..end)?.chars().filter(|c| *c != words.group && !c.is_whitespace()).collect();
    let literal: Decimal = literal.replace(words.decimal, ".").parse().ok()?;
    old.checked_div(literal)
}

/// Where the digits of a number begin and end.
fn digits(core: &str) -> Option<(usize, usize)> {
    Some((core.find(|c: char| c.is_ascii_digit())?, core.rfind(|c: char| c.is_ascii_digit())? + 1))
}

/// `5,5 Mio.` with another value of the same magnitude: `6,2 Mio.`
fn keep_magnitude(core: &str, draft: &Figure, new: Decimal, words: &Wording) -> Option<String> {
    let (start, end) = digits(core)?;
    let times = magnitude(core, draft, words)?;
    let part = new.checked_div(times)?.normalize();
    let fits = times == Decimal::ONE && new < Decimal::from(1_000_000)
        || times > Decimal::ONE && part.scale() <= 2 && part < Decimal::from(1000) && part >= Decimal::new(1, 1);
    fits.then(|| format!("{}{}{}", &core[..start], plain(part, words), &core[end..]))
}

fn write_date(date: PartialDate, like: &str, words: &Wording) -> Option<String> {
    let letters = like.chars().any(char::is_alphabetic);
    let has_year = like.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4);
    if !letters && like.contains('.') {
        let (day, month) = (date.day?, date.month?);
        let padded = like.starts_with('0') || like.contains(".0") || like.len() >= 10;
        let year = if has_year { date.year?.to_string() } else { String::new() };
        return Some(if padded { format!("{day:02}.{month:02}.{year}") } else { format!("{day}.{month}.{year}") });
    }
    if !letters && like.contains('-') {
        return Some(date.to_string());
    }
    let year = date.year.filter(|_| has_year).map(|y| y.to_string());
    let Some(month) = date.month else { return date.year.map(|y| y.to_string()) };
    let month = words.months.get(usize::from(month).checked_sub(1)?)?;
    let month_first = like.starts_with(char::is_alphabetic) && !words.day_dot;
    Some(match (date.day, year) {
        (None, None) => (*month).to_owned(),
        (None, Some(year)) => format!("{month} {year}"),
        (Some(day), year) if words.day_dot => {
            year.map_or_else(|| format!("{day}. {month}"), |y| format!("{day}. {month} {y}"))
        }
        (Some(day), year) if month_first => {
            year.map_or_else(|| format!("{month} {day}"), |y| format!("{month} {day}, {y}"))
        }
        (Some(day), year) => year.map_or_else(|| format!("{day} {month}"), |y| format!("{day} {month} {y}")),
    })
}

/// A fix that replaces one stretch of the draft.
pub fn replace(span: Span, text: String, safe: bool) -> Fix {
    let does = if span.is_empty() { Does::Insert(text.trim().to_owned()) } else { Does::Write(text.clone()) };
    Fix { does, edits: vec![Edit { span, text }], safe, preferred: true }
}

/// `text` shortened for a message.
pub fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= 60 {
        return text;
    }
    let cut: String = text.chars().take(58).collect();
    format!("{}…", cut.trim_end())
}
