//! Fixtures: one construction a line, in both languages. `text => what is expected`, where `[Name|id]` marks a mention
//! (`:o` organisation, `:s` state, `:a` adjective; a person otherwise), and ` / ` stands between claims.

use std::fmt::Write;

use rust_decimal::Decimal;

use super::*;
use crate::actors::{Form, Kind};
use crate::figures::{self, Bound, Value};
use crate::text::quotes::quotes;
use crate::text::sentences::sentences;

/// A fixture without its marks.
struct Marked {
    text: String,
    mentions: Vec<Mention>,
    figures: Vec<Figure>,
}

fn unmark(fixture: &str) -> Marked {
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut rest = fixture;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = rest[open..].find(']').map_or(rest.len(), |n| open + n);
        match rest[open + 1..close].split_once('|') {
            Some((name, id)) => {
                let (id, kind) = id.split_once(':').unwrap_or((id, ""));
                let span = Span::new(text.len(), text.len() + name.len());
                let (kind, form) = match kind {
                    "o" => (Kind::Organisation, Form::Name),
                    "s" => (Kind::State, Form::Name),
                    "a" => (Kind::State, Form::Adjective),
                    "m" => (Kind::State, Form::Metonym),
                    _ => (Kind::Person, Form::Name),
                };
                mentions.push(Mention { span, actor: ActorRef::Listed(id.into()), kind, form, or: Vec::new() });
                text.push_str(name);
            }
            None => text.push_str(&rest[open..(close + 1).min(rest.len())]),
        }
        rest = rest.get(close + 1..).unwrap_or("");
    }
    text.push_str(rest);
    let mut figures = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || at > start && matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
        {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        let span = Span::new(start, at);
        let year = at - start == 4 && (text[start..at].starts_with("19") || text[start..at].starts_with("20"));
        figures.push(Figure {
            span,
            core: span,
            kind: if year { figures::Kind::Date } else { figures::Kind::Count },
            value: Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) },
            unit: None,
            bound: Bound::Exact,
            noun: None,
        });
    }
    Marked { text, mentions, figures }
}

fn with<T>(lang: Lang, fixture: &str, before: &Context, f: impl FnOnce(&Input<'_>, Vec<Claim>, Context) -> T) -> T {
    let m = unmark(fixture);
    let s = sentences(&m.text, lang);
    let q = quotes(&m.text);
    let input =
        Input { text: &m.text, lang, sentences: &s, quotes: &q, figures: &m.figures, mentions: &m.mentions, before };
    let (claims, context) = read(&input);
    check_invariants(&input, &claims);
    f(&input, claims, context)
}

/// What holds for any input.
fn check_invariants(input: &Input<'_>, claims: &[Claim]) {
    for n in 0..input.sentences.len() as u32 {
        assert!(claims.iter().any(|c| c.sentence == n), "sentence {n} of {:?} has no claim", input.text);
    }
    let mut figures: Vec<u32> = claims.iter().flat_map(|c| c.figures.iter().copied()).collect();
    figures.sort_unstable();
    assert_eq!(figures, (0..input.figures.len() as u32).collect::<Vec<_>>(), "{:?}", input.text);
    let mut mentions: Vec<u32> = claims.iter().flat_map(|c| c.mentions.iter().copied()).collect();
    mentions.sort_unstable();
    assert_eq!(mentions, (0..input.mentions.len() as u32).collect::<Vec<_>>(), "{:?}", input.text);
    for pair in claims.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{:?}", input.text);
    }
    for c in claims {
        assert_eq!(c.mentions.len(), c.parts.len());
        assert!(input.text.get(c.span.range()).is_some());
        let spans =
            [c.attribution.cue, c.certainty_cue, c.polarity_cue, c.attribution.speaker.as_ref().map(|s| s.span)];
        for span in spans.into_iter().flatten() {
            assert!(input.text.get(span.range()).is_some());
        }
    }
}

fn name(s: &Speaker) -> String {
    match &s.actor {
        Some(actor) => actor.id(),
        None => s.text.clone(),
    }
}

fn attribution(a: &Attribution) -> String {
    let mut out = String::from(match a.voice {
        Voice::Own => "own",
        Voice::Reported => "says",
        Voice::Quoted => "quote",
        Voice::Unattributed => "someone",
    });
    let chain: Vec<String> = match a.chain.is_empty() {
        true => a.speaker.iter().map(name).collect(),
        false => a.chain.iter().map(name).collect(),
    };
    if !chain.is_empty() {
        let _ = write!(out, " {}", chain.join(" > "));
    }
    out
}

fn judgement(c: &Claim) -> String {
    let mut out = format!("{:?}", c.certainty).to_lowercase();
    if c.polarity == Polarity::Denied {
        out.push_str(" not");
    }
    if c.question {
        out.push_str(" ?");
    }
    if c.condition {
        out.push_str(" if");
    }
    out
}

/// Runs every line of a table, and says all that is wrong at once. Returns how many lines there were.
fn table(lang: Lang, lines: &str, show: fn(&Claim) -> String) -> usize {
    let mut wrong = String::new();
    let (mut all, mut bad) = (0, 0);
    for line in lines.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let Some((text, expected)) = line.rsplit_once(" => ") else { panic!("no expectation in {line:?}") };
        all += 1;
        let got = with(lang, text.trim(), &Context::default(), |_, claims, _| {
            claims.iter().map(show).collect::<Vec<_>>().join(" / ")
        });
        if got != expected.trim() {
            bad += 1;
            let _ = writeln!(wrong, "{text}\n    expected {}\n    got      {got}", expected.trim());
        }
    }
    assert!(wrong.is_empty(), "{bad} of {all} wrong:\n{wrong}");
    all
}

#[test]
fn attribution_german() {
    assert!(table(Lang::De, include_str!("attribution.de.txt"), |c| attribution(&c.attribution)) >= 75);
}

#[test]
fn attribution_english() {
    assert!(table(Lang::En, include_str!("attribution.en.txt"), |c| attribution(&c.attribution)) >= 75);
}

#[test]
fn certainty_german() {
    assert!(table(Lang::De, include_str!("certainty.de.txt"), judgement) >= 75);
}

#[test]
fn certainty_english() {
    assert!(table(Lang::En, include_str!("certainty.en.txt"), judgement) >= 75);
}
