//! What the words around a name say: does the capital act or lie there, and which of two people is it?
//!
//! **Invariant:** only words of the same sentence count.

use super::table::{Profile, Table, Way, bit};
use super::words::{Shape, Word, Words, gap};
use crate::lang::names::Cue;

/// How far to each side words are looked at.
const REACH: usize = 24;

/// Below zero: the town; above: the government it stands for; zero: the words do not say. `from..to` are the words of the
/// name; `before` is what the capital coordinated with this one was taken for.
pub(super) fn acts(
    words: &Words<'_>,
    table: &Table,
    from: usize,
    to: usize,
    before: Option<bool>,
    bare_genitive: bool,
) -> i32 {
    let last = to - 1;
    let first_word = words.at(from);
    let previous = words.before(from);
    let next = words.behind(last);
    let sentence = words.sentence(from, REACH);
    let any = |cue: Cue| sentence.clone().any(|i| (i < from || i >= to) && words.at(i).is(cue));

    // A dateline: DRESDEN –, Berlin (dpa) –
    let behind = words.gap_behind(last);
    if first_word.gap & gap::EDGE != 0 && behind & (gap::DASH | gap::OPEN | gap::COLON | gap::STOP) != 0 {
        return -5;
    }
    if first_word.gap & gap::EDGE != 0 && (behind & gap::EDGE != 0 || behind & gap::DOT != 0) {
        return -5;
    }
    // A postcode or house number.
    if previous.shape == Shape::Number && previous.len >= 4 && words.gap_behind(last) & gap::EDGE != 0 {
        return -5;
    }
    if previous.is(Cue::PlaceIntro) || next.is(Cue::PlaceHead) {
        return -4;
    }
    let two_before =
        if from >= 2 && words.at(from - 1).gap == gap::SPACE { words.at(from - 2) } else { words.before(usize::MAX) };
    if previous.is(Cue::Preposition) && (two_before.is(Cue::PlaceIntro) || two_before.is(Cue::Urban)) {
        return -4;
    }
    let genitive = first_word.genitive()
        || (bare_genitive && words.str(last).ends_with('s') && to - from == 1 && genitive_form(words, table, last));
    if genitive {
        return if next.is(Cue::Urban) || words.at(last + 2).is(Cue::Urban) && next.shape == Shape::Lower {
            -4
        } else {
            3
        };
    }
    if let (Some(before), true) = (before, previous.is(Cue::And)) {
        return if before { 3 } else { -3 };
    }
    if previous.is(Cue::Where) {
        // In Seoul wird befürchtet: what is thought there is thought by the government.
        let impersonal = sentence.clone().any(|i| words.at(i).is(Cue::Auxiliary));
        let felt = (last + 1..(last + 10).min(sentence.end)).find(|i| words.at(*i).is(Cue::Felt));
        let person = felt.is_some_and(|felt| (last + 1..felt).any(|i| words.at(i).capital() && !words.at(i).opens));
        return if impersonal && felt.is_some() && !person && !any(Cue::Travel) { 3 } else { -4 };
    }
    if previous.is(Cue::Whence) {
        if any(Cue::Travel) && !(words.at(from - 1).opens && any(Cue::Sent)) {
            return -3;
        }
        return if any(Cue::Sent) { 3 } else { -2 };
    }
    if next.is(Cue::Stands) && !next.is(Cue::Auxiliary) {
        return -3;
    }
    let urban = (last + 1..(last + 7).min(sentence.end)).any(|i| words.at(i).is(Cue::Urban));
    if urban {
        return -2;
    }
    // One of several that act together: Berlin und Dresden haben …
    if next.is(Cue::And) && words.at(last + 2).capital() {
        let mut verb = last + 3;
        while words.at(verb).gap == gap::SPACE && words.at(verb).capital() && verb < last + 6 {
            verb += 1;
        }
        let verb = words.at(verb);
        if verb.gap == gap::SPACE && verb.any(bit(Cue::Acts) | bit(Cue::Auxiliary) | bit(Cue::Says)) {
            return 3;
        }
        if previous.any(bit(Cue::Acts) | bit(Cue::Auxiliary) | bit(Cue::Conjunction)) {
            return 3;
        }
        if previous.is(Cue::Preposition) {
            return if any(Cue::Travel) { -3 } else { 2 };
        }
    }
    if next.any(bit(Cue::Acts) | bit(Cue::Auxiliary) | bit(Cue::Says)) && !previous.is(Cue::Preposition) {
        return 3;
    }
    if previous.any(bit(Cue::Conjunction) | bit(Cue::Acts) | bit(Cue::Auxiliary) | bit(Cue::Says)) {
        return 2;
    }
    if previous.is(Cue::Preposition) {
        return if any(Cue::Travel) { -3 } else { 1 };
    }
    if first_word.opens && next.shape == Shape::Lower && !next.any(bit(Cue::Function)) {
        return 2;
    }
    // Subject or object of a sentence: governments do and are done to. In headings and lists nobody does anything.
    i32::from(
        sentence.len() >= 8
            || sentence.clone().any(|i| words.at(i).any(bit(Cue::Acts) | bit(Cue::Auxiliary) | bit(Cue::Says))),
    )
}

/// Whether the word is a genitive: without its s it is a name too.
fn genitive_form(words: &Words<'_>, table: &Table, at: usize) -> bool {
    let text = words.str(at);
    let Some(stem) = text.strip_suffix('s') else { return false };
    let node = table.node_of(super::fold::composed_hash(stem));
    table.entries(node).iter().any(|e| matches!(e.way, Way::Metonym | Way::Capital | Way::Name))
}

/// Whether a point of the compass (the South) means the state: an article before it, nothing behind it that it could be the
/// south of.
pub(super) fn compass(words: &Words<'_>, from: usize, to: usize) -> bool {
    let previous = words.before(from);
    let plain_article = previous.is(Cue::Article) && !previous.any(bit(Cue::Where) | bit(Cue::Preposition));
    let next = words.behind(to - 1);
    let of = next.any(bit(Cue::Article) | bit(Cue::Preposition)) && {
        let object = words.behind(to);
        object.capital() || next.is(Cue::Article)
    };
    let with_preposition = previous.is(Cue::Preposition) && previous.is(Cue::Article);
    (plain_article || with_preposition) && !of && !next.is(Cue::Direction) && !next.capital()
}

/// Offices and sexes that the words around `from..to` name.
#[derive(Default)]
pub(super) struct Around {
    offices: Vec<u16>,
    female: bool,
    male: bool,
}

impl Around {
    /// What stands right before a name, and in apposition behind it.
    pub(super) fn read(words: &Words<'_>, from: usize, to: usize) -> Around {
        let mut around = Around::default();
        // The word right before the name decides alone: Trainer Achterberg, Ms Silva.
        let previous = words.before(from);
        if previous.any(bit(Cue::Role) | bit(Cue::Title)) {
            around.take(previous);
            return around;
        }
        let sentence = words.sentence(from, 12);
        for i in from.saturating_sub(4).max(sentence.start)..from {
            around.take(words.at(i));
        }
        if words.at(to).gap & gap::COMMA != 0 {
            // An apposition: Silva, the mayor of …,
            let end = (to + 1..(to + 8).min(sentence.end)).find(|i| words.at(*i).gap & gap::COMMA != 0);
            for i in to..end.unwrap_or((to + 8).min(sentence.end)) {
                around.take(words.at(i));
            }
        }
        around
    }

    fn take(&mut self, word: &Word) {
        if !word.any(bit(Cue::Role) | bit(Cue::Title)) {
            return;
        }
        if word.office != 0 && !self.offices.contains(&word.office) {
            self.offices.push(word.office);
        }
        self.female |= word.is(Cue::Female);
        self.male |= word.is(Cue::Male) && word.is(Cue::Title);
    }

    /// How well a person fits what was read; negative when something contradicts.
    pub(super) fn fits(&self, profile: &Profile) -> i32 {
        let mut score = 0;
        for office in &self.offices {
            if profile.offices.contains(office) {
                score += 4;
            }
        }
        if (self.female && profile.male) || (self.male && profile.female) {
            score -= 3;
        }
        if (self.female && profile.female) || (self.male && profile.male) {
            score += 2;
        }
        score
    }
}
