//! Series: what was said about one matter, one after the other, and what replaced what?
//!
//! The trace finds the statements; here they are put in one row by date, each with who says it and how surely. A value that
//! was revised starts a new claim in the same series.
//!
//! **Invariant:** nothing replaces a statement but a later one that the same speaker makes, that fills in what the earlier
//! one left open, or that denies it. Articles without a date replace nothing.

use std::cell::RefCell;
use std::rc::Rc;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Hit, Question, Values, with_paragraphs};
use crate::actors::ActorRef;
use crate::claims::{Certainty, Claim, Polarity, Speaker, Voice};
use crate::corpus::Corpus;
use crate::corpus::index::Found;
use crate::corpus::statement::Sentence;
use crate::figures::{self, Bound, Figure, Kind, Relation, Value};
use crate::lang::Lang;
use crate::lang::lexicon::{Key, Lexicon};
use crate::lang::speech::{Voiced, voiced_phrase};
use crate::text::Span;

/// Least matter of a statement that replaces another, and of the one it replaces.
pub const LEAST_REPLACING: f32 = 0.45;
/// Other values join the series only if they are nearly as much about its matter as the best of them.
const NEAR_BEST: f32 = 0.8;
/// Least the words must prove of those.
const LEAST_WORDS: f32 = 0.4;
/// Most times one value of a series may be another.
const MOST_RATIO: u32 = 3;

/// How a statement stands to the claim that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stand {
    /// It says the same.
    Agrees,
    /// It says the same, and was replaced later.
    Superseded,
    /// It gives another value, or denies the claim.
    Disagrees,
    /// It does so later, and replaces what was said before.
    Supersedes,
}

/// A statement in its series.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Where it is, and why it counts.
    pub hit: Hit,
    /// What is claimed there: by whom, how surely.
    pub claim: Option<Claim>,
    /// Whether it says that this is so by now.
    pub by_now: bool,
    /// How it stands to the claim that is asked about.
    pub stand: Stand,
    /// Whether it is the first of those that say the same.
    pub first: bool,
    /// Whether its value is one of the series: the claim's own, or one that a slip or a later count may have put in its
    /// place. Nobody revises three thousand to fifty thousand; that only stands near.
    pub in_series: bool,
}

impl Statement {
    /// Whether it says the same, replaced or not.
    pub fn agrees(&self) -> bool {
        matches!(self.stand, Stand::Agrees | Stand::Superseded)
    }

    /// Who says it.
    pub fn speaker(&self) -> Option<&Speaker> {
        self.claim.as_ref()?.attribution.speaker.as_ref()
    }

    /// Whether it only says that it may be so.
    pub fn is_rumour(&self) -> bool {
        self.claim.as_ref().is_some_and(|c| {
            c.polarity == Polarity::Affirmed
                && !c.question
                && !c.condition
                && (matches!(c.certainty, Certainty::Possible | Certainty::Unknown)
                    || c.attribution.voice == Voice::Unattributed && c.certainty != Certainty::Certain)
        })
    }

    /// Whether it says without a doubt that it is so.
    pub fn is_firm(&self) -> bool {
        self.claim.as_ref().is_some_and(|c| {
            c.polarity == Polarity::Affirmed && c.certainty == Certainty::Certain && !c.question && !c.condition
        })
    }
}

/// The statements of one matter, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// Earliest first; those of articles without a date last.
    pub statements: Vec<Statement>,
}

impl Series {
    /// What was said about the claim and its matter.
    pub fn of(corpus: &Corpus, question: &Question<'_>) -> Series {
        let Some(sentence) = question.stated.sentences.get(question.sentence) else { return Series::default() };
        let focus = question.figure.and_then(|n| sentence.figures.get(n));
        let (trace, others, found) = with_paragraphs(corpus, question);
        let ours = match focus {
            Some(figure) => sentence.claim(question.figure, Some(figure.core.start)),
            None => sentence.claim(None, question.at),
        };
        let mut statements: Vec<Statement> = Vec::new();
        for hit in &trace.agreeing {
            let claim = claim_of(&found, hit);
            // Whose words are quoted, they are not denied by what stands around them.
            let denied = focus.is_none() && !hit.explain.quoted && contradicts(ours, claim.as_ref());
            let stand = if denied { Stand::Disagrees } else { Stand::Agrees };
            let by_now = source_of(&found, hit).is_some_and(|s| s.by_now);
            statements.push(Statement { hit: hit.clone(), claim, by_now, stand, first: false, in_series: true });
        }
        let mut rest: Vec<&Hit> = trace.disagreeing.iter().collect();
        rest.extend(revisions(&others, focus, sentence));
        rest.retain(|h| !trace.agreeing.iter().any(|a| (a.entry, a.span) == (h.entry, h.span)));
        rest.sort_by(|a, b| {
            let place = |h: &Hit| (h.entry, h.paragraph);
            let rank = |h: &Hit| (h.explain.counted == Some(true), h.explain.matter);
            place(a).cmp(&place(b)).then(rank(b).partial_cmp(&rank(a)).unwrap_or(std::cmp::Ordering::Equal))
        });
        rest.dedup_by_key(|h| (h.entry, h.paragraph));
        statements.extend(rest.into_iter().map(|hit| Statement {
            hit: hit.clone(),
            claim: claim_of(&found, hit),
            by_now: source_of(&found, hit).is_some_and(|s| s.by_now),
            stand: Stand::Disagrees,
            first: false,
            in_series: focus.zip(hit.figure.as_ref()).is_some_and(|(ours, theirs)| may_replace(ours, theirs, hit)),
        }));
        statements.sort_by_cached_key(|s| (order(corpus, s.hit.entry), s.hit.paragraph, s.hit.span.start));
        settle(corpus, focus.is_some(), &mut statements);
        if let Some(first) = statements.iter_mut().find(|s| s.agrees()) {
            first.first = true;
        }
        Series { statements }
    }

    /// Statements that say the same, first made first.
    pub fn agreeing(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|s| s.agrees())
    }

    /// Statements that say otherwise and replace nothing, first made first.
    pub fn disagreeing(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|s| s.stand == Stand::Disagrees)
    }

    /// Statements that replaced what the claim says, first made first.
    pub fn superseding(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|s| s.stand == Stand::Supersedes)
    }

    /// The statement that first said so, as something that may be, and the later one that says that it is.
    pub fn confirmed(&self, corpus: &Corpus) -> Option<(&Statement, &Statement)> {
        let first = self.agreeing().next().filter(|s| s.is_rumour())?;
        let then = day(corpus, first.hit.entry);
        let later =
            self.agreeing().find(|s| s.is_firm() && dated(day(corpus, s.hit.entry)).is_some_and(|d| d > then))?;
        (later.hit.entry != first.hit.entry).then_some((first, later))
    }

    /// Its values in the order in which they came up, each with who gave it, first made first.
    pub fn values(&self) -> Vec<(&Figure, Vec<&Statement>)> {
        let mut out: Vec<(&Figure, Vec<&Statement>)> = Vec::new();
        for statement in self.statements.iter().filter(|s| s.in_series) {
            let Some(figure) = &statement.hit.figure else { continue };
            match out.iter_mut().find(|(known, _)| same_value(known, figure)) {
                Some((_, all)) => all.push(statement),
                None => out.push((figure, vec![statement])),
            }
        }
        out
    }

    /// Whether a value was given more than one way.
    pub fn is_revised(&self) -> bool {
        self.agreeing().next().is_some()
            && self.statements.iter().any(|s| !s.agrees() && s.in_series && s.hit.figure.is_some())
    }
}

/// The other values that were given for the same matter: what may be a revision, not what merely stands near.
fn revisions<'h>(others: &'h [Hit], focus: Option<&Figure>, sentence: &Sentence) -> Vec<&'h Hit> {
    let Some(focus) = focus.filter(|f| f.kind != Kind::Date) else { return Vec::new() };
    let likely = |h: &&Hit| {
        let explain = &h.explain;
        let theirs = h.figure.as_ref();
        explain.counted != Some(false)
            && !explain.other_agent
            && explain.words >= LEAST_WORDS
            && theirs.is_some_and(|f| {
                f.kind == focus.kind
                    && within_ratio(focus, f)
                    && !sentence.figures.iter().any(|own| own != focus && figures::compare(own, f).agrees())
            })
    };
    let mut out: Vec<&Hit> = others.iter().filter(likely).collect();
    let best = out.iter().map(|h| h.explain.matter).fold(0.0, f32::max);
    out.retain(|h| h.explain.matter >= best * NEAR_BEST);
    out
}

/// Whether a source's other value may stand in the place of the claim's.
fn may_replace(ours: &Figure, theirs: &Figure, hit: &Hit) -> bool {
    hit.explain.values != Values::OtherScale
        && hit.explain.counted != Some(false)
        && ours.kind == theirs.kind
        && (ours.kind == Kind::Date || within_ratio(ours, theirs))
}

fn within_ratio(a: &Figure, b: &Figure) -> bool {
    let size = |f: &Figure| match &f.value {
        Value::Number { lo, hi } => lo.or(*hi).map(|n| n.abs()),
        _ => None,
    };
    match (size(a), size(b)) {
        (Some(x), Some(y)) => x.max(y) <= x.min(y).saturating_mul(Decimal::from(MOST_RATIO)),
        _ => false,
    }
}

/// Says which statements replaced which.
fn settle(corpus: &Corpus, figure: bool, statements: &mut [Statement]) {
    let view = |agrees: bool| -> (Vec<usize>, Vec<Dated<'_>>) {
        let all = statements.iter().enumerate().filter(|(_, s)| s.agrees() == agrees);
        all.map(|(n, s)| {
            let day = day(corpus, s.hit.entry);
            let speaker = s.speaker().cloned();
            let by_now = s.by_now;
            (n, Dated { day, matter: s.hit.explain.matter, figure: s.hit.figure.as_ref(), speaker, by_now })
        })
        .unzip()
    };
    let ((ours, before), (theirs, after)) = (view(true), view(false));
    let Some(last) = before.iter().filter(|d| dated(d.day).is_some()).map(|d| d.day).max() else { return };
    // A later denial takes back what was said; another value has to be the same speaker's, or fill a gap.
    let new: Vec<usize> = if figure {
        (0..after.len()).filter(|&n| replaced_by(&before, &after[n])).collect()
    } else {
        (0..after.len()).filter(|&n| dated(after[n].day).is_some_and(|day| day > last)).collect()
    };
    let Some(from) = new.iter().map(|&n| after[n].day).min() else { return };
    let old: Vec<usize> = (0..before.len()).filter(|&n| before[n].day < from).map(|n| ours[n]).collect();
    let new: Vec<usize> = new.into_iter().map(|n| theirs[n]).collect();
    for n in old {
        statements[n].stand = Stand::Superseded;
    }
    for n in new {
        statements[n].stand = Stand::Supersedes;
    }
}

/// What decides whether a statement replaces another.
#[derive(Clone, Debug)]
pub struct Dated<'a> {
    /// The article's day, as [`crate::corpus::index::Entry::order`] counts it.
    pub day: i64,
    /// How surely it is about the matter.
    pub matter: f32,
    /// Its value.
    pub figure: Option<&'a Figure>,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// Whether it says that this is so by now.
    pub by_now: bool,
}

/// Whether `new` replaces the last of the statements `before` it: by the same speaker, by filling in what it left open, or by
/// saying that it is otherwise now, if that is not another speaker's view.
pub fn replaced_by(before: &[Dated<'_>], new: &Dated<'_>) -> bool {
    let last = before.iter().filter(|d| d.matter >= LEAST_REPLACING).max_by_key(|d| d.day);
    let Some(last) = last else { return false };
    let (Some(old), Some(value)) = (last.figure, new.figure) else { return false };
    let same = matches!((&last.speaker, &new.speaker), (Some(a), Some(b)) if same_speaker(a, b));
    let rivals = matches!((&last.speaker, &new.speaker), (Some(a), Some(b)) if !same_speaker(a, b));
    let replaces = same || fills_in(old, value) || new.by_now && !rivals;
    new.matter >= LEAST_REPLACING && dated(new.day).is_some() && new.day > last.day && replaces
}

/// Whether `new` is the exact value that an earlier `at least` or `up to` left open.
pub fn fills_in(old: &Figure, new: &Figure) -> bool {
    let (Value::Number { lo: Some(a), .. }, Value::Number { lo: Some(b), .. }) = (&old.value, &new.value) else {
        return false;
    };
    let near = |x: Decimal, y: Decimal| x.abs() * Decimal::from(3) >= y.abs();
    match old.bound {
        Bound::AtLeast | Bound::MoreThan => b > a && near(*a, *b) && matches!(new.bound, Bound::Exact | Bound::About),
        Bound::AtMost | Bound::LessThan | Bound::Nearly => {
            b < a && near(*b, *a) && matches!(new.bound, Bound::Exact | Bound::About)
        }
        _ => false,
    }
}

/// Whether two speakers may be one: the same actor, or one's name is part of the other's.
pub fn same_speaker(a: &Speaker, b: &Speaker) -> bool {
    if let (Some(x), Some(y)) = (&a.actor, &b.actor)
        && (x == y || matches!((x, y), (ActorRef::Listed(_), ActorRef::Listed(_))))
    {
        return x == y;
    }
    let words = |s: &Speaker| -> Vec<String> {
        let words = s.text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2);
        words.map(str::to_lowercase).collect()
    };
    let (x, y) = (words(a), words(b));
    let last = |v: &[String]| v.last().cloned();
    x.is_empty()
        || y.is_empty()
        || last(&x).is_some_and(|w| y.contains(&w))
        || last(&y).is_some_and(|w| x.contains(&w))
        || same_role(a, b)
}

/// Whether two speakers, of whom one at least has no name, are the same by what they are, also across languages: `police` and
/// `Polizei`, `energy ministry` and `Energieministerium`; `finance ministry` is another.
fn same_role(a: &Speaker, b: &Speaker) -> bool {
    if a.actor.is_some() && b.actor.is_some() {
        return false;
    }
    let (a, b) = (role_of(&a.text), role_of(&b.text));
    let (Some((x, which_x)), Some((y, which_y))) = (&*a, &*b) else { return false };
    let share = |x: &[Key], y: &[Key]| x.iter().any(|k| y.contains(k));
    share(x, y) && (which_x.is_empty() || which_y.is_empty() || share(which_x, which_y))
}

/// The keys of the noun that says what a speaker is, and of the words that say which; `None` where no noun does.
type Role = Option<(Vec<Key>, Vec<Key>)>;

/// Most speakers whose roles a thread remembers: the same few are compared again and again.
const MOST_ROLES: usize = 1024;

fn role_of(text: &str) -> Rc<Role> {
    thread_local! {
        static ROLES: RefCell<FxHashMap<Box<str>, Rc<Role>>> = RefCell::default();
    }
    ROLES.with_borrow_mut(|roles| {
        if let Some(known) = roles.get(text) {
            return known.clone();
        }
        if roles.len() >= MOST_ROLES {
            roles.clear();
        }
        let role = Rc::new(look_up_role(text));
        roles.insert(text.into(), role.clone());
        role
    })
}

fn look_up_role(text: &str) -> Role {
    let lexicon = Lexicon::builtin();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2).collect();
    let head = words.iter().position(|w| voiced_phrase(w) == Some(Voiced::Somebody))?;
    // Of `energy ministry` the last of those that stand together.
    let head = (head..words.len()).take_while(|&n| voiced_phrase(words[n]).is_some()).last().unwrap_or(head);
    // Only in its own language is a compound taken apart.
    let units =
        |word: &str| Lang::ALL.into_iter().map(|l| lexicon.units(word, l)).max_by_key(Vec::len).unwrap_or_default();
    let which = words[..head].iter().flat_map(|w| units(w)).flat_map(|u| u.keys);
    let parts: Vec<Vec<Key>> = units(words[head]).into_iter().map(|u| u.keys).collect();
    let (first, last) = (parts.first()?, parts.last()?);
    let rest = parts.iter().filter(|k| *k != last && *k != first).flatten();
    Some((first.iter().chain(last).copied().collect(), which.chain(rest.copied()).collect()))
}

/// Whether one claim denies what the other affirms.
fn contradicts(ours: Option<&Claim>, theirs: Option<&Claim>) -> bool {
    let (Some(ours), Some(theirs)) = (ours, theirs) else { return false };
    let states = |c: &Claim| !c.question && !c.condition;
    states(ours) && states(theirs) && ours.polarity != theirs.polarity
}

/// The source's sentence.
fn source_of<'a>(found: &'a [Found], hit: &Hit) -> Option<&'a Sentence> {
    let found = found.iter().find(|f| f.entry == hit.entry && f.outline.number == hit.paragraph)?;
    found.outline.sentence(found.outline.lines().position(|l| l.span == hit.span)?)
}

/// The claim that it makes where it fits the question.
fn claim_of(found: &[Found], hit: &Hit) -> Option<Claim> {
    claim_at(source_of(found, hit)?, hit.figure.as_ref().map(|f| f.core)).cloned()
}

fn claim_at(sentence: &Sentence, span: Option<Span>) -> Option<&Claim> {
    let Some(span) = span else {
        // The claim that says most of what the sentence says.
        return sentence
            .claims
            .iter()
            .max_by_key(|c| sentence.words.iter().filter(|w| c.span.contains(w.span)).count());
    };
    let inside = sentence.claims.iter().find(|c| c.span.contains(span));
    inside.or_else(|| sentence.claims.iter().find(|c| c.span.overlaps(span))).or(sentence.claims.first())
}

/// Whether two figures stand for one value of a series.
pub fn same_value(a: &Figure, b: &Figure) -> bool {
    a.bound == b.bound && figures::compare(a, b) == Relation::Same
}

fn order(corpus: &Corpus, entry: usize) -> (i64, String) {
    corpus.entries().get(entry).map_or((i64::MAX, String::new()), crate::corpus::index::Entry::order)
}

fn day(corpus: &Corpus, entry: usize) -> i64 {
    order(corpus, entry).0
}

/// The day, if there is one.
fn dated(day: i64) -> Option<i64> {
    (day != i64::MAX).then_some(day)
}
