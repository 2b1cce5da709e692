//! What an analysed paragraph states, sentence by sentence, in the form the index keeps and the trace compares.
//!
//! Articles and briefings take the same way to here, so that a draft's sentence and a source's can be laid side by side.
//! All spans count bytes of the file (or of the draft), not of the prose.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::xxh3_64;

use crate::actors::{self, ActorRef, Form, Mention};
use crate::analysis::Paragraph;
use crate::claims::words::{self, Cache, content_words};
use crate::claims::{Claim, Voice};
use crate::figures::{self, DateRange, Figure, Kind, PartialDate, Value};
use crate::lang::lexicon::{Key, Lexicon, Unit};
use crate::lang::stem::fold;
use crate::lang::wording::turn_words;
use crate::lang::{self, Lang};
use crate::text::Span;
use crate::text::quotes::Quote;

use super::tape::{Quoted, Tape, quoted};

/// How much a word says that tells who says it, or how surely, in percent of what it says elsewhere.
const CUE_SHARE: u32 = 50;

/// How many bytes behind `statt` the figure may stand that something else took the place of.
const INSTEAD_REACH: u32 = 40;
/// Most bytes between `from` or `to` and the figure behind it, which leave room for a currency or `about`.
const CHANGE_REACH: u32 = 12;

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub units: Vec<Unit>,
}

/// One sentence, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its figures, in order.
    pub figures: Vec<Figure>,
    /// Its mentions, in order.
    pub mentions: Vec<Mention>,
    /// For each mention its words, folded, without a genitive ending: what spellings of one name are compared by.
    pub names: Vec<String>,
    /// Its content words, in order.
    pub words: Vec<Word>,
    /// What it claims, clause by clause; indices count this sentence's figures and mentions.
    pub claims: Vec<Claim>,
    /// The ids of the works it cites.
    pub cites: Vec<String>,
    /// Its words that tell a former value from the present one: `zuvor`, `instead of`.
    pub former: Vec<Span>,
    /// Whether it says that something is so by now: `nun erst`, `inzwischen`, `now`.
    pub by_now: bool,
    /// Whether it sets itself against what was said before: `dagegen`, `by contrast`.
    pub against: bool,
    /// What it quotes.
    pub quoted: Vec<Quoted>,
}

impl Sentence {
    /// Whether `other` is this sentence at another place: the same in all but where it stands.
    pub fn is_moved(&self, other: &Sentence) -> bool {
        let by = other.span.start.wrapping_sub(self.span.start);
        let place = |span: Span| Span { start: span.start.wrapping_add(by), end: span.end.wrapping_add(by) };
        place(self.span) == other.span
            && self.names == other.names
            && self.cites == other.cites
            && (self.by_now, self.against) == (other.by_now, other.against)
            && same(&self.former, &other.former, |a, b| place(*a) == *b)
            && same(&self.quoted, &other.quoted, |a, b| a.clone().at(place(a.span)) == *b)
            && same(&self.words, &other.words, |a, b| place(a.span) == b.span && a.units == b.units)
            && same(&self.mentions, &other.mentions, |a, b| Mention { span: place(a.span), ..a.clone() } == *b)
            && same(&self.figures, &other.figures, |a, b| moved(a, &place) == *b)
            && same(&self.claims, &other.claims, |a, b| claim(a, 0, 0, &place) == *b)
    }

    /// The claim that holds figure `figure`, or else the one nearest to byte `at`.
    pub fn claim(&self, figure: Option<usize>, at: Option<u32>) -> Option<&Claim> {
        let holds = |c: &&Claim| figure.is_some_and(|n| c.figures.contains(&(n as u32)));
        let near = |c: &&Claim| at.is_some_and(|at| c.span.touches(at));
        self.claims.iter().find(holds).or_else(|| self.claims.iter().find(near)).or_else(|| self.claims.first())
    }
}

fn same<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}

/// One paragraph, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Its number, from 1; 0 for a heading.
    pub number: u32,
    /// Where it stands.
    pub span: Span,
    /// Its language.
    pub lang: Lang,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its words in order.
    pub tape: Tape,
}

impl Stated {
    /// Takes `paragraph` apart; `start` is the first byte of its chunk in the file.
    pub fn of(
        paragraph: &Paragraph,
        claims: &[Claim],
        number: Option<u32>,
        start: u32,
        lexicon: &Lexicon,
        cache: &mut Cache,
    ) -> Stated {
        let place = |span: Span| paragraph.block.to_source(span).shifted(start);
        let text = paragraph.text();
        let sentences = paragraph.sentences().iter().enumerate().map(|(n, &sentence)| {
            let within = |span: Span| sentence.overlaps(span);
            let first_figure = paragraph.figures().iter().position(|f| within(f.core)).unwrap_or(0);
            let first_mention = paragraph.mentions.iter().position(|m| within(m.span)).unwrap_or(0);
            let figures: Vec<&Figure> = paragraph.figures().iter().filter(|f| within(f.core)).collect();
            let mentions: Vec<&Mention> = paragraph.mentions.iter().filter(|m| within(m.span)).collect();
            let own = claims.iter().filter(|c| c.sentence as usize == n);
            // Who says it and how surely have slots of their own; that somebody said something is little of the matter.
            let voices = |span: Span| {
                let at = own.clone().filter(|c| c.span.overlaps(span)).map(|c| c.attribution.voice);
                at.fold(Voice::Own, Voice::max)
            };
            let mut quoted = quoted(paragraph, n, voices);
            quoted.iter_mut().for_each(|q| q.span = q.span.shifted(start));
            let cues: Vec<Span> = own.clone().flat_map(|c| [c.attribution.cue, c.certainty_cue]).flatten().collect();
            let mut without: Vec<Span> = mentions.iter().map(|m| m.span).collect();
            let claims = own.map(|c| claim(c, first_figure as u32, first_mention as u32, &place)).collect();
            // The number of a figure has a slot of its own; what it counts is a content word like any other.
            for figure in &figures {
                // What stands between a number and what it counts says more about that: `24 short-stay beds`.
                let end = match &figure.noun {
                    Some(_) if figure.kind == Kind::Count => figure.core.end,
                    Some(noun) => noun.span.start.max(figure.core.end),
                    None => figure.span.end,
                };
                without.push(if figure.kind == Kind::Date {
                    figure.span
                } else {
                    Span {
                        start: figure.span.start.min(figure.core.start),
                        end: end.min(figure.span.end).max(figure.core.end),
                    }
                });
            }
            let starts: Vec<u32> = figures.iter().map(|f| f.core.start).collect();
            let (former, by_now, against) = turns(text, sentence, paragraph.lang(), &starts);
            let mut words = words_of(paragraph, sentence, &without, lexicon, cache);
            for unit in words.iter_mut().filter(|w| cues.iter().any(|c| c.overlaps(w.span))).flat_map(|w| &mut w.units)
            {
                unit.weight = (u32::from(unit.weight) * CUE_SHARE / 100) as u8;
            }
            words.extend(mentions.iter().flat_map(|m| words_of_name(paragraph, m, lexicon, cache)));
            words.sort_by_key(|w| w.span.start);
            Sentence {
                span: place(sentence),
                figures: with_units(figures.into_iter().map(|f| moved(f, &place)).collect()),
                names: mentions.iter().map(|m| folded_name(text.get(m.span.range()).unwrap_or_default())).collect(),
                mentions: mentions.into_iter().map(|m| Mention { span: place(m.span), ..m.clone() }).collect(),
                words: words.into_iter().map(|w| Word { span: place(w.span), units: w.units }).collect(),
                claims,
                cites: cited(paragraph, n),
                former: former.into_iter().map(place).collect(),
                by_now,
                against,
                quoted,
            }
        });
        Stated {
            number: number.unwrap_or(0),
            span: paragraph.block.span.shifted(start),
            lang: paragraph.lang(),
            sentences: sentences.collect(),
            tape: Tape::of(paragraph),
        }
    }
}

/// Which words of a sentence turn against what was so before: where the former value is named, and whether the sentence says
/// that something is so by now or sets itself against another. Only what states figures is asked; `statt` must stand before one.
fn turns(text: &str, sentence: Span, lang: Lang, figures: &[u32]) -> (Vec<Span>, bool, bool) {
    if figures.is_empty() {
        return Default::default();
    }
    let list = turn_words(lang);
    let own = text.get(sentence.range()).unwrap_or_default();
    let inside = |c: char| c.is_alphabetic() || is_combining_mark(c) || c == '\u{ad}';
    let mut words: Vec<(Span, String)> = Vec::new();
    let mut rest = 0;
    for part in own.split(|c| !inside(c)) {
        let at = rest;
        // Behind the part stands the character that ended it.
        rest += part.len() + own.get(at + part.len()..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
        if !part.is_empty() {
            words.push((Span::new(at, at + part.len()).shifted(sentence.start), fold(part)));
        }
    }
    let cues = |phrases: &[Vec<String>]| -> Vec<Span> {
        let starts = 0..words.len();
        let cue = |at: usize| {
            let stands =
                |p: &&Vec<String>| words.get(at..at + p.len()).is_some_and(|w| w.iter().map(|w| &w.1).eq(p.iter()));
            let phrase = phrases.iter().find(stands)?;
            Some(Span { start: words.get(at)?.0.start, end: words.get(at + phrase.len() - 1)?.0.end })
        };
        starts.filter_map(cue).collect()
    };
    let leads = |cue: &Span| figures.iter().any(|f| cue.end <= *f && *f - cue.end < INSTEAD_REACH);
    let mut former = cues(&list.former);
    former.extend(cues(&list.instead).into_iter().filter(leads));
    // `sinkt von 2,3 auf 2,1 Milliarden`: what it goes from is no longer so.
    let before = |cue: &Span| figures.iter().copied().find(|f| cue.end <= *f && *f - cue.end < CHANGE_REACH);
    let goals: Vec<u32> = cues(&list.goes_to).iter().filter_map(before).collect();
    let goes = |cue: &Span| {
        before(cue).is_some_and(|from| figures.iter().find(|f| **f > from).is_some_and(|f| goals.contains(f)))
    };
    former.extend(cues(&list.starts_from).into_iter().filter(goes));
    former.sort_unstable_by_key(|s| s.start);
    (former, !cues(&list.by_now).is_empty(), !cues(&list.against).is_empty())
}

/// Gives sums that leave their currency to another one of the sentence that currency: `7,4 Millionen Euro, nachdem er von 6,1
/// Millionen ausgegangen war`. Only such as may be of one matter: large numbers that count nothing, at most ten times apart.
fn with_units(mut figures: Vec<Figure>) -> Vec<Figure> {
    let million = Decimal::from(1_000_000);
    let large = |f: &Figure| matches!(&f.value, Value::Number { lo: Some(lo), .. } if *lo >= million);
    let bare = |f: &Figure| f.kind == Kind::Count && f.unit.is_none() && f.noun.is_none() && large(f);
    for n in 0..figures.len() {
        if !figures.get(n).is_some_and(bare) {
            continue;
        }
        let lends = |f: &&Figure| f.kind == Kind::Money && figures::ratio(f, &figures[n]) <= Decimal::TEN;
        let Some(unit) = figures.iter().find(lends).map(|f| f.unit.clone()) else { continue };
        let figure = &mut figures[n];
        (figure.kind, figure.unit) = (Kind::Money, unit);
    }
    figures
}

/// What is cited in sentence `n`, or right behind its full stop.
fn cited(paragraph: &Paragraph, n: usize) -> Vec<String> {
    let sentences = paragraph.sentences();
    let Some(own) = sentences.get(n) else { return Vec::new() };
    let next = sentences.get(n + 1).map_or(u32::MAX, |s| s.end);
    let text = paragraph.text();
    let belongs = |at: u32| {
        let gap = |from: u32| text.get(from as usize..at as usize).is_some_and(|g| !g.contains(char::is_alphanumeric));
        own.touches(at) && own.start < at || own.end <= at && at < next && gap(own.end)
    };
    let works = paragraph.block.citations.iter().filter(|c| belongs(c.span.start)).flat_map(|c| &c.works);
    works.map(|w| w.id.clone()).collect()
}

/// The content words of a sentence, a quotation in another language being read in its own.
fn words_of(
    paragraph: &Paragraph,
    sentence: Span,
    without: &[Span],
    lexicon: &Lexicon,
    cache: &mut Cache,
) -> Vec<words::Word> {
    let (text, lang) = (paragraph.text(), paragraph.lang());
    let foreign = |q: &&Quote| {
        sentence.contains(q.inner)
            && q.inner.len() > 20
            && lang::detect(&text[q.inner.range()]).is_some_and(|l| l != lang)
    };
    let Some(quote) = paragraph.quotes().iter().find(foreign) else {
        return content_words(text, sentence, lang, without, lexicon, cache);
    };
    let other = lang::detect(&text[quote.inner.range()]).unwrap_or(lang);
    let before = Span { start: sentence.start, end: quote.inner.start };
    let after = Span { start: quote.inner.end, end: sentence.end };
    let mut out = content_words(text, before, lang, without, lexicon, cache);
    out.extend(content_words(text, quote.inner, other, without, lexicon, cache));
    out.extend(content_words(text, after, lang, without, lexicon, cache));
    out
}

/// What the words of a name say, where they are ordinary ones: a relief fund is one by whatever name. Whoever names the same
/// actor in another way says as much.
fn words_of_name(paragraph: &Paragraph, mention: &Mention, lexicon: &Lexicon, cache: &mut Cache) -> Vec<words::Word> {
    let named =
        matches!(mention.form, Form::Name) && !matches!(mention.kind, actors::Kind::Person | actors::Kind::State);
    if !named {
        return Vec::new();
    }
    // A name that nobody has listed may be read as a plain word elsewhere.
    let unlisted = matches!(mention.actor, ActorRef::Unlisted(_));
    let mut out = content_words(paragraph.text(), mention.span, paragraph.lang(), &[], lexicon, cache);
    let actor = actor_key(&mention.actor);
    for word in &mut out {
        word.units.retain(|u| unlisted || lexicon.has_concept(u));
        for unit in &mut word.units {
            unit.keys.push(actor);
            unit.weaken_in_name();
        }
    }
    out.retain(|w| !w.units.is_empty());
    out
}

fn folded_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|w| w.chars().count() > 1);
    let mut out = words.map(fold).collect::<Vec<_>>().join(" ");
    if out.is_empty() {
        out = fold(name);
    }
    if out.len() > 4 && out.ends_with('s') {
        out.pop();
    }
    out
}

/// The last word of a folded name.
pub fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// A claim with its spans in the file and its indices counted within the sentence.
fn claim(claim: &Claim, figure: u32, mention: u32, place: &impl Fn(Span) -> Span) -> Claim {
    let mut out = claim.clone();
    out.sentence = 0;
    for n in out.figures.iter_mut().chain(&mut out.time).chain(&mut out.said) {
        *n = n.saturating_sub(figure);
    }
    for n in &mut out.mentions {
        *n = n.saturating_sub(mention);
    }
    out.span = place(claim.span);
    for cue in [&mut out.certainty_cue, &mut out.polarity_cue, &mut out.attribution.cue].into_iter().flatten() {
        *cue = place(*cue);
    }
    for speaker in out.attribution.speaker.iter_mut().chain(&mut out.attribution.chain) {
        if !speaker.span.is_empty() {
            speaker.span = place(speaker.span);
        }
    }
    out
}

fn moved(figure: &Figure, place: &impl Fn(Span) -> Span) -> Figure {
    let mut out = figure.clone();
    out.span = place(figure.span);
    out.core = place(figure.core);
    if let Some(noun) = &mut out.noun {
        noun.span = place(noun.span);
    }
    out
}

/// The key under which the index finds statements about an actor.
pub fn actor_key(actor: &ActorRef) -> Key {
    hashed("a", &actor.id())
}

/// The keys under which the index finds a mention: its actor, those it may also be, and, for a name the registry does not
/// know, the name as it is written (VOS where another text has the full name).
pub fn mention_keys<'s>(mention: &'s Mention, name: &'s str) -> impl Iterator<Item = Key> + 's {
    let unlisted = matches!(mention.actor, ActorRef::Unlisted(_)).then(|| hashed("u", last_word(name)));
    std::iter::once(&mention.actor).chain(&mention.or).map(actor_key).chain(unlisted)
}

/// The keys under which the index finds statements with the value of `figure`: equal numbers of the same dimension, dates at
/// every precision the text gives.
pub fn figure_keys(figure: &Figure) -> Vec<Key> {
    match &figure.value {
        Value::Number { lo, hi } => {
            let ends = [*lo, *hi];
            let mut keys: Vec<Key> = ends.into_iter().flatten().map(|n| hashed("n", &significant(n))).collect();
            keys.dedup();
            keys
        }
        Value::Date(DateRange { lo, hi }) => {
            let mut keys = Vec::new();
            for date in [lo, hi] {
                let PartialDate { year, month, day } = *date;
                keys.push(hashed("d", &date.to_string()));
                if day.is_some() {
                    keys.push(hashed("d", &PartialDate { year, month, day: None }.to_string()));
                }
            }
            keys.sort_unstable();
            keys.dedup();
            keys
        }
        Value::Unknown => Vec::new(),
    }
}

/// The leading digits of a number without its magnitude: 850 Mio., 0.85 bn and 850,000,000 agree, and so does a figure whose
/// magnitude was mistaken, which the trace wants to see as well.
fn significant(number: rust_decimal::Decimal) -> String {
    let digits: String = number.normalize().to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').chars().take(4).collect()
}

fn hashed(kind: &str, what: &str) -> Key {
    xxh3_64(format!("{kind}:{what}").as_bytes()) as Key
}

/// Every key under which the index finds `sentence`.
pub fn keys(sentence: &Sentence) -> impl Iterator<Item = Key> + '_ {
    let words = sentence.words.iter().flat_map(|w| w.units.iter().flat_map(|u| u.keys.iter().copied()));
    let actors = sentence.mentions.iter().zip(&sentence.names).flat_map(|(m, n)| mention_keys(m, n));
    // Whose words it is, where they are not named in it: whoever answers in an interview.
    let carried = sentence.claims.iter().flat_map(|c| c.attribution.speaker.iter().chain(&c.attribution.chain));
    let carried = carried.filter(|s| s.span.is_empty()).filter_map(|s| s.actor.as_ref()).map(actor_key);
    words.chain(actors).chain(sentence.figures.iter().flat_map(figure_keys)).chain(carried)
}

/// Stands among the keys of a noun that the lexicon does not know: another word may mean the same.
pub const UNKNOWN_NOUN: Key = 0;

/// What a figure counts, as the sorted keys of the word that is its noun.
pub fn counted_keys(sentence: &Sentence, figure: &Figure) -> Vec<Key> {
    let Some(noun) = &figure.noun else { return Vec::new() };
    let units = || sentence.words.iter().filter(|w| w.span.overlaps(noun.span)).flat_map(|w| &w.units);
    let mut keys: Vec<Key> = units().flat_map(|u| u.keys.iter().copied()).collect();
    if units().any(Unit::is_unknown) {
        keys.push(UNKNOWN_NOUN);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_turn_against_what_was_before_are_found_however_they_are_written() {
        let found = |text: &str, lang| {
            let figure = text.find(|c: char| c.is_ascii_digit()).map_or(0, |at| at as u32);
            let (former, by_now, against) = turns(text, Span::new(0, text.len()), lang, &[figure]);
            (former.iter().map(|s| text[s.range()].to_owned()).collect::<Vec<_>>(), by_now, against)
        };
        let de = |text: &str| found(text, Lang::De);
        assert_eq!(de("Ursprünglich waren es 6 Euro."), (vec!["Ursprünglich".to_owned()], false, false));
        assert_eq!(de("👍 Zuna\u{308}chst waren es 6 Euro."), (vec!["Zuna\u{308}chst".to_owned()], false, false));
        assert_eq!(de("Bis\u{a0}dahin waren es 6 Euro.\r\n"), (vec!["Bis\u{a0}dahin".to_owned()], false, false));
        assert_eq!(de("**Statt** 6 Euro gilt das."), (vec!["Statt".to_owned()], false, false));
        assert_eq!(de("Am 6. Mai findet das statt."), (vec![], false, false), "it takes place");
        assert_eq!(de("Nun erst 6, demgegenu\u{308}ber nichts"), (vec![], true, true));
        assert_eq!(de("Die Nunatak hat 6 Räume"), (vec![], false, false));
        let en = |text: &str| found(text, Lang::En);
        assert_eq!(en("Now 6, instead\u{2009}of more"), (vec![], true, false), "before a figure only");
        assert_eq!(en("It is more, instead\nof 6, by contrast"), (vec!["instead\nof".to_owned()], false, true));
        assert_eq!(turns("Nun zuvor dagegen.", Span::new(0, 18), Lang::De, &[]), (vec![], false, false));
    }

    #[test]
    fn magnitudes_share_their_digits() {
        let n = |s: &str| significant(s.parse().unwrap());
        assert_eq!(n("850000000"), n("0.85"));
        assert_eq!(n("1200000000"), "12");
        assert_ne!(n("64"), n("46"));
    }
}
