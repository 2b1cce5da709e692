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
    lead: u32,
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
    // `*…*` at the start is set apart.
    let mut lead = 0;
    if let Some((asked, rest)) = text.strip_prefix('*').and_then(|t| t.split_once('*')) {
        lead = asked.len() as u32;
        let text_new = format!("{asked}{rest}");
        for mention in &mut mentions {
            let by = if mention.span.start > lead { 2 } else { 1 };
            mention.span = Span::new((mention.span.start - by) as usize, (mention.span.end - by) as usize);
        }
        text = text_new;
    }
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
            coarse: false,
            part: false,
        });
    }
    Marked { text, mentions, figures, lead }
}

fn with<T>(lang: Lang, fixture: &str, before: &Context, f: impl FnOnce(&Input<'_>, Vec<Claim>, Context) -> T) -> T {
    let m = unmark(fixture);
    let s = sentences(&m.text, lang);
    let q = quotes(&m.text);
    let input = Input {
        text: &m.text,
        lang,
        sentences: &s,
        quotes: &q,
        figures: &m.figures,
        mentions: &m.mentions,
        lead: m.lead,
        before,
    };
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
    assert!(table(Lang::De, include_str!("attribution.de.txt"), |c| attribution(&c.attribution)) >= 185);
}

#[test]
fn attribution_english() {
    assert!(table(Lang::En, include_str!("attribution.en.txt"), |c| attribution(&c.attribution)) >= 140);
}

#[test]
fn certainty_german() {
    assert!(table(Lang::De, include_str!("certainty.de.txt"), judgement) >= 150);
}

#[test]
fn certainty_english() {
    assert!(table(Lang::En, include_str!("certainty.en.txt"), judgement) >= 145);
}

#[test]
fn what_is_left_behind() {
    let none = Context::default();
    // The mood of reported speech runs on into the next paragraph.
    let left = with(Lang::De, "[Kerber|ker] sagte, die Brücke sei marode.", &none, |_, _, c| c);
    with(Lang::De, "Sie müsse gesperrt werden.", &left, |_, claims, _| {
        assert_eq!(attribution(&claims[0].attribution), "says ker");
        assert!(claims[0].attribution.speaker.as_ref().is_some_and(|s| s.span.is_empty()));
    });
    // Plain statements do not.
    with(Lang::De, "Die Brücke ist 90 Jahre alt.", &left, |_, claims, _| {
        assert_eq!(attribution(&claims[0].attribution), "own");
    });
    // A role named in an earlier paragraph.
    let left = with(Lang::En, "Mediator [Anna Vogt|vogt] flew in.", &none, |_, _, c| c);
    with(Lang::En, "The mediator said a deal was close.", &left, |_, claims, _| {
        assert_eq!(attribution(&claims[0].attribution), "says vogt");
    });
}

#[test]
fn interviews_take_turns() {
    let none = Context::default();
    let asked = with(Lang::De, "[Jana Ruhland|jana]: Wie viele Betten fehlen?", &none, |_, claims, c| {
        assert_eq!(attribution(&claims[0].attribution), "quote jana");
        assert!(claims[0].question);
        c
    });
    let answered =
        with(Lang::De, "[Ole Brandt|ole]: Es fehlen 40 Betten. Das Land könnte zahlen.", &asked, |_, claims, c| {
            let all: Vec<String> = claims.iter().map(|c| attribution(&c.attribution)).collect();
            assert_eq!(all, ["quote ole", "quote ole"]);
            assert_eq!(claims[1].certainty, Certainty::Possible);
            c
        });
    let went_on = with(
        Lang::De,
        "Wir haben 3 Jahre gewartet. Laut [Landkreis|lk:o] reicht das Geld.",
        &answered,
        |_, claims, c| {
            let all: Vec<String> = claims.iter().map(|c| attribution(&c.attribution)).collect();
            assert_eq!(all, ["quote ole", "says ole > lk"]);
            c
        },
    );
    with(Lang::De, "[Ole Brandt|ole] leitet die Klinik.", &went_on, |_, claims, c| {
        assert_eq!(attribution(&claims[0].attribution), "own");
        assert!(c.turn.is_none());
    });
    // Questions set apart by emphasis: the one addressed answers them all.
    let intro = with(Lang::De, "Ein Gespräch mit Werftchefin [Jana Ruhland|jana].", &none, |_, _, c| c);
    let first = with(
        Lang::De,
        "*Frau [Ruhland|jana], wie viele Betten fehlen?* Uns fehlen 40 Betten. Laut [Landkreis|lk:o] reicht das Geld.",
        &intro,
        |_, claims, c| {
            let all: Vec<String> = claims.iter().map(|c| attribution(&c.attribution)).collect();
            assert_eq!(all, ["own", "quote jana", "says jana > lk"]);
            c
        },
    );
    let second = with(Lang::De, "*Und das Land?* Das Land zahlt 12 Millionen.", &first, |_, claims, c| {
        let all: Vec<String> = claims.iter().map(|c| attribution(&c.attribution)).collect();
        assert_eq!(all, ["own", "quote jana"]);
        c
    });
    with(Lang::De, "Das Gespräch fand in Kiel statt.", &second, |_, claims, c| {
        assert_eq!(attribution(&claims[0].attribution), "own");
        assert!(c.turn.is_none());
    });
    // An explainer asks without addressing anybody.
    with(Lang::En, "*What does it cost?* The city expects to pay 12 million euros.", &none, |_, claims, c| {
        assert_ne!(attribution(&claims[1].attribution), "quote jana");
        assert!(c.turn.is_none());
    });
    // A label alone is no interview.
    with(Lang::De, "Fazit: Die Halle ist zu klein.", &none, |_, claims, c| {
        assert_eq!(attribution(&claims[0].attribution), "own");
        assert!(c.turn.is_none());
    });
}

#[test]
fn parts_of_the_actors() {
    let parts = |lang, text: &str| {
        with(lang, text, &Context::default(), |_, claims, _| {
            claims.iter().flat_map(|c| c.parts.iter()).map(|p| format!("{p:?}")).collect::<Vec<_>>().join(" ")
        })
    };
    for (lang, text, expected) in [
        (Lang::De, "[Voltera|v:o] kaufte die [Nordbank|n:o].", "Agent Patient"),
        (Lang::De, "Am Montag kaufte [Voltera|v:o] die [Nordbank|n:o].", "Agent Patient"),
        (Lang::De, "Den [Nordbund|n:o] verklagte [Voltera|v:o].", "Patient Agent"),
        (Lang::De, "Die [Nordbank|n:o] wurde von [Voltera|v:o] gekauft.", "Patient Agent"),
        (Lang::De, "Das Haus steht in [Polen|p:s].", "Other"),
        (Lang::De, "Laut [Kerber|k] kaufte [Voltera|v:o] die [Nordbank|n:o].", "Speaker Agent Patient"),
        (Lang::De, "Es ist klar, dass [Voltera|v:o] die [Nordbank|n:o] kauft.", "Agent Patient"),
        (Lang::En, "[Voltera|v:o] bought [Northbank|n:o].", "Agent Patient"),
        (Lang::En, "[Northbank|n:o] was bought by [Voltera|v:o].", "Patient Agent"),
        (Lang::En, "[Kerber|k] said [Voltera|v:o] bought [Northbank|n:o].", "Speaker Agent Patient"),
        (Lang::En, "The house stands in [Poland|p:s].", "Other"),
    ] {
        assert_eq!(parts(lang, text), expected, "{text}");
    }
}

#[test]
fn dates_of_the_matter_and_of_the_saying() {
    with(Lang::De, "[Kerber|ker] sagte 2021, dass der Tunnel 2030 öffnet.", &Context::default(), |_, claims, _| {
        assert_eq!((claims[0].said, claims[0].time), (Some(0), Some(1)));
    });
    with(Lang::En, "The tunnel opened in 2019.", &Context::default(), |_, claims, _| {
        assert_eq!((claims[0].said, claims[0].time), (None, Some(0)));
    });
}

#[test]
fn claims_survive_the_index() {
    with(Lang::En, "[Kerber|ker] said 3 plants may close.", &Context::default(), |_, claims, _| {
        let bytes = postcard::to_stdvec(&claims).expect("claims are plain data");
        assert_eq!(postcard::from_bytes::<Vec<Claim>>(&bytes).expect("what was written"), claims);
    });
}

/// Pieces that mean something to the reader, in any order: it must not matter which.
#[test]
fn nothing_crashes() {
    const PIECES: &[&str] = &[
        "laut",
        "Laut",
        "[A|a]",
        "[B|b:o]",
        "„",
        "“",
        "\"",
        "»",
        "«",
        ",",
        ";",
        ":",
        ".",
        "?",
        "!",
        "(",
        ")",
        "–",
        "so",
        "nach",
        "Angaben",
        "der",
        "die",
        "das",
        "zufolge",
        "sagte",
        "sei",
        "dass",
        "ob",
        "soll",
        "haben",
        "und",
        "aber",
        "3",
        "1,5",
        "said",
        "according",
        "to",
        "that",
        "by",
        "of",
        "the",
        "his",
        "own",
        "view",
        "’s",
        "'",
        "ß",
        "🙂",
        "e\u{301}",
        "\u{a0}",
        "wie",
        "teilte",
        "mit",
        "aus",
        "geht",
        "hervor",
        "nicht",
        "kein",
        "weiß",
        "niemand",
        "if",
        "unless",
        "will",
        "…",
        "-",
        "Ergebnis",
        "zu",
        "diesem",
        "kommt",
        "wonach",
        "einig",
        "überzeugt",
        "sich",
        "Ä",
        "\n",
        "\t",
        "[",
        "]",
        "Mr",
        "saying",
    ];
    let mut state = 0x2545_f491_4f6c_dd1du64;
    for round in 0..6000 {
        let mut text = String::new();
        for _ in 0..(round % 23) + 1 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(PIECES[(state % PIECES.len() as u64) as usize]);
            if state & 0x700 != 0 {
                text.push(' ');
            }
        }
        for lang in Lang::ALL {
            let left = with(lang, &text, &Context::default(), |_, _, c| c);
            with(lang, &text, &left, |_, _, _| ());
        }
    }
}
