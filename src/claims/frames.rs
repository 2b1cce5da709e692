//! Frames: words that name a source, and how far they reach.
//!
//! **Invariant:** a frame's tokens are marked, so that nothing else takes them for what is claimed.

use crate::lang::speech::{Effect, Form, Manner, Needs, Sure, Verb, is};

use super::Speaker;
use super::clauses::{Clause, Kind};
use super::paragraph::Reader;
use super::scan::{CAPITAL, FRAME, FUNCTION, POSSESSIVE, USED, WORD};

/// How a frame stands to what it frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// In passing: `…, sagte X`, `wie X mitteilte`.
    Passing,
    /// As a phrase inside: laut X.
    Phrase,
    /// It opens: `X sagte, …`.
    Opens,
}

/// A source named in a sentence.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Where, as a token, to order frames by.
    pub at: usize,
    /// How it stands.
    pub stand: Stand,
    /// First clause it reaches.
    pub lo: usize,
    /// Last clause it reaches.
    pub hi: usize,
    /// Who; `None` when nobody is named.
    pub speaker: Option<Speaker>,
    /// First and one past the last token of the cue.
    pub cue: (usize, usize),
    /// How a verb says it.
    pub manner: Option<Manner>,
    /// Whether the saying itself is denied.
    pub negated: bool,
    /// Whether the saying itself is hearsay: soll gesagt haben.
    pub hearsay: bool,
    /// It speaks of the sentence before.
    pub back: bool,
    /// It hangs on another clause: saying.
    pub gerund: bool,
    /// It says whom another source goes by: citing X.
    pub inner: bool,
}

impl Reader<'_> {
    /// Finds the frames of the sentence whose clauses have been cut.
    pub fn find_frames(&mut self) {
        self.frames.clear();
        let (a, b) = self.range;
        const TRIGGER: u64 = is::SOURCE
            | is::SOURCE_AFTER
            | is::SOURCE_LEAD
            | is::SAY
            | is::SO
            | is::CONVINCED
            | is::SAYING
            | is::WHEREBY
            | is::THOUGHT;
        self.label();
        for n in 0..self.phrases.len() {
            if self.phrases[n].effect == Effect::Source {
                let (a, b) = (self.phrases[n].a, self.phrases[n].b);
                self.source_phrase(a, b);
            }
        }
        for i in a..b {
            let t = self.toks[i];
            if !t.is(TRIGGER) || t.has(FRAME) || t.mention != 0 && !t.is(is::SOURCE) {
                continue;
            }
            if t.is(is::SOURCE) && self.source(i) {
                continue;
            }
            if t.is(is::SOURCE_AFTER) && self.source_after(i, i) {
                continue;
            }
            if t.is(is::SOURCE_LEAD) && self.source_lead(i) {
                continue;
            }
            if t.is(is::SO) && self.so(i) {
                continue;
            }
            if t.is(is::WHEREBY) && self.whereby(i) {
                continue;
            }
            if t.is(is::SAYING) && self.of_the_view(i) {
                continue;
            }
            if t.is(is::THOUGHT) && self.finding(i) {
                continue;
            }
            if t.is(is::CONVINCED) && self.convinced(i) {
                continue;
            }
            if t.is(is::SAY) {
                self.verb(i);
            }
        }
        // `rejected the claim, saying …`: the one who says it is also the subject of the clause before.
        if let Some(at) = self.frames.iter().filter(|f| f.gerund).map(|f| f.at).next() {
            self.frames.retain(|f| f.gerund || f.stand != Stand::Opens || f.at > at);
        }
        self.frames.sort_by_key(|f| (f.stand != Stand::Passing, f.inner, f.at));
    }

    /// The clauses that a phrase in clause `k` reaches: to the next semicolon, or to a main clause set against it; only its own
    /// when it is a side remark.
    fn reach(&self, k: usize) -> (usize, usize) {
        let c = &self.clauses[k];
        if matches!(c.kind, Kind::Relative | Kind::Adverbial | Kind::Condition) && self.clauses.len() > 1 {
            return (k, k);
        }
        let borders = |n: usize| {
            let c = &self.clauses[n];
            c.lead == b';'
                || c.lead == b':' && c.verb.is_some() && self.clauses[n - 1].verb.is_some()
                || (c.contrast && c.kind == Kind::Main && c.joined && !self.reports(c))
        };
        let mut lo = k;
        while lo > 0 && !borders(lo) {
            lo -= 1;
        }
        let mut hi = k;
        while hi + 1 < self.clauses.len() && !borders(hi + 1) {
            hi += 1;
        }
        (lo, hi)
    }

    fn push(&mut self, frame: Frame) {
        let (a, b) = frame.cue;
        self.frame(a, b);
        self.frames.push(frame);
    }

    fn phrase_frame(&mut self, at: usize, cue: (usize, usize), speaker: Option<Speaker>, all: (usize, usize)) {
        let k = self.clause_of(at);
        let (lo, hi) = self.reach(k);
        self.frame(all.0, all.1);
        let inner = ["citing", "unter", "mit"].iter().any(|w| self.word(cue.0).eq_ignore_ascii_case(w));
        self.push(Frame {
            inner,
            at,
            stand: Stand::Phrase,
            lo,
            hi,
            speaker,
            cue,
            manner: None,
            negated: false,
            hearsay: false,
            back: false,
            gerund: false,
        });
    }

    /// `Name: …` at the head of a sentence that goes on with what the name says.
    fn label(&mut self) {
        let (a, _) = self.range;
        let (Some(first), Some(second)) = (self.clauses.first().copied(), self.clauses.get(1).copied()) else { return };
        if second.lead != b':' || first.verb.is_some() || first.b - first.a > 8 {
            return;
        }
        let Some((from, to)) = self.noun_phrase(a, first.b).filter(|&(_, to)| to == first.b) else { return };
        let speaker = self.speaker(from, to);
        let quoted = self.toks.get(second.a).is_some_and(|t| t.mark == b'"' || t.quote != 0);
        let class = self.toks[self.head(from, to)].is;
        if speaker.actor.is_none() && !(quoted && class & is::THOUGHT == 0) {
            return;
        }
        let hi = self.clauses.len() - 1;
        self.frame(first.a, first.b);
        self.push(Frame {
            at: a,
            stand: Stand::Opens,
            lo: 1,
            hi,
            speaker: Some(speaker),
            cue: (from, to),
            manner: None,
            negated: false,
            hearsay: false,
            back: false,
            gerund: false,
            inner: false,
        });
    }

    /// `laut X`.
    fn source(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        let end = self.clauses[k].b;
        let Some(next) = self.toks.get(i + 1).filter(|_| i + 1 < end).copied() else { return false };
        // `86 per cent`
        if self.toks[i].figure != 0 || i > self.range.0 && self.toks[i - 1].is(is::NOISE) {
            return false;
        }
        let opens = next.is(is::DET)
            || next.has(CAPITAL)
            || next.mention != 0
            || next.mark == b'"'
            || next.id == 0
            || next.is(is::OWN);
        let opens = opens || !self.speech.tables.noun_capitals && !next.is(FUNCTION);
        if !opens || !next.has(CAPITAL) && next.is(is::FIN | is::COORD) {
            return false;
        }
        let Some((a, b)) = self.noun_phrase(i + 1, end).or_else(|| self.extended(i + 1, end)) else { return false };
        if next.mark == 0
            && !next.is(is::DET)
            && !self.speech.tables.noun_capitals
            && next.mention == 0
            && !self.citing(a, b)
        {
            return false;
        }
        let speaker = self.owner_or_self(a, b, end);
        self.phrase_frame(i, (i, i + 1), speaker, (i, b));
        true
    }

    /// A noun phrase whose adjective has words of its own before it: `dem am Dienstag vorgelegten Bericht`.
    fn extended(&self, i: usize, end: usize) -> Option<(usize, usize)> {
        if !self.speech.tables.noun_capitals || !self.toks.get(i).is_some_and(|t| t.is(is::DET)) {
            return None;
        }
        let adjective = |n: usize| {
            let t = &self.toks[n];
            let w = self.word(n);
            t.has(WORD)
                && !t.has(CAPITAL)
                && !t.is(FUNCTION | is::DET)
                && w.len() > 4
                && self.speech.tables.adjective_endings.iter().any(|e| w.ends_with(e))
        };
        let noun = |n: usize| self.toks[n].has(CAPITAL) && !self.toks[n].is(is::TIME);
        let at = (i + 2..end.min(i + 8)).find(|&n| n + 1 < end && adjective(n) && noun(n + 1))?;
        self.noun_phrase(at, end)
    }

    /// English prepositions of the source are rarer ones (`per`): what follows has to be somebody or a work.
    fn citing(&self, a: usize, b: usize) -> bool {
        (a..b).any(|n| self.toks[n].mention != 0 || self.toks[n].is(is::VOICE | is::WORK))
    }

    /// A phrase such as `according to`.
    fn source_phrase(&mut self, a: usize, b: usize) {
        if self.toks[a].has(FRAME) {
            return;
        }
        let k = self.clause_of(b.saturating_sub(1));
        let end = self.clauses[k].b;
        let from =
            if self.toks.get(b).is_some_and(|t| b < end && t.is(is::JOIN) && !t.is(is::DET)) { b + 1 } else { b };
        if let Some((x, y)) = self.noun_phrase(from, end) {
            let speaker = self.owner_or_self(x, y, end);
            self.phrase_frame(a, (a, b), speaker, (a, y));
        }
    }

    /// The source a noun phrase names: for `Angaben des Amtes` the office, for `eigenen Angaben` the clause's subject, for bare
    /// `Berichten` nobody.
    fn owner_or_self(&mut self, a: usize, b: usize, end: usize) -> Option<Speaker> {
        // `Einschätzung Südkoreas`: the noun of saying, and whose it is right behind it.
        let saying = (a..b).find(|&n| self.class(n) & is::SAYING != 0 && self.toks[n].mention == 0);
        let head = match saying {
            Some(n) if self.toks.get(n + 1).is_some_and(|t| n + 1 < end && t.mention != 0) => n,
            _ => self.head(a, b),
        };
        let class = self.class(head);
        let b = if saying == Some(head) && head + 1 < b && self.toks[head + 1].mention != 0 { head + 1 } else { b };
        let by = self.toks.get(b).is_some_and(|t| b < end && t.is(is::BY) && t.mention == 0);
        if class & is::SAYING == 0 {
            // A study by somebody.
            if class & is::WORK != 0
                && by
                && let Some((_, y)) = self.noun_phrase(b + 1, end)
            {
                self.frame(b, y);
                return Some(self.speaker(a, y));
            }
            return Some(self.speaker(a, b));
        }
        // In a phrase that already runs on (`Angaben des Amtes`), the rest is the owner.
        if head + 1 < b {
            let from = head + 1 + usize::from(self.toks[head + 1].is(is::JOIN));
            if let Some((x, y)) = self.noun_phrase(from, b) {
                if class & is::WORK != 0 {
                    return Some(self.speaker(a, b));
                }
                return Some(self.speaker(x, y));
            }
        }
        if let Some(t) = self.toks.get(b).filter(|_| b < end)
            && (t.is(is::JOIN | is::BY | is::DET_GEN) || self.genitive_without_article(b))
        {
            let from = b + usize::from(t.mention == 0 && t.is(is::JOIN | is::BY) && !t.is(is::DET_GEN));
            if let Some((x, y)) = self.noun_phrase(from, end) {
                self.frame(b, y);
                return Some(self.speaker(x, y));
            }
        }
        if (a..head).any(|n| self.toks[n].is(is::OWN)) {
            let k = self.clause_of(a);
            // A phrase of its own before a comma belongs to the clause behind.
            let k = if self.clauses[k].verb.is_none() && k + 1 < self.clauses.len() { k + 1 } else { k };
            return self.subject_speaker(k);
        }
        // Whose: a pronoun or a name before the noun.
        if let Some(who) =
            a.checked_sub(1).filter(|&n| self.toks[n].is(is::MALE | is::FEMALE) && self.toks[n].is(is::DET))
        {
            let known = self.pronoun(who).cloned().or_else(|| self.running.clone());
            if let Some(known) = known {
                return Some(Speaker { span: self.toks[who].span(), actor: known.actor, text: known.text.to_string() });
            }
        }
        let name = (a..head).find(|&n| self.toks[n].mention != 0);
        if let Some(n) = name {
            let m = self.toks[n].mention;
            let stop = (n..head).find(|&x| self.toks[x].mention != m).unwrap_or(head);
            return Some(self.speaker(n, stop));
        }
        // `nach Medienberichten`, `offiziellen Angaben`, `mehreren Berichten`: the words themselves say whose.
        let compound = self.toks[head].id == 0;
        let counted = a.checked_sub(1).is_some_and(|n| {
            let t = &self.toks[n];
            t.is(is::DET) && !t.is(is::DET_GEN | is::DET_OBJ | is::REL | is::PREP)
        });
        if compound || counted || head > a || class & is::WORK != 0 && self.indefinite_or_many(a) {
            return Some(self.speaker(a, b));
        }
        None
    }

    /// Whether a word looks like a participle.
    fn participle(&self, i: usize) -> bool {
        let t = &self.toks[i];
        let w = self.word(i);
        !t.has(CAPITAL)
            && (t.is(is::PARTICIPLE) || t.is == 0 && (w.ends_with('t') || w.ends_with("en")) && w.contains("ge"))
    }

    /// Whose, without an article: a name, or the genitive plural of an adjective (`Angaben örtlicher Behörden`).
    fn genitive_without_article(&self, i: usize) -> bool {
        if !self.speech.tables.noun_capitals {
            return false;
        }
        let t = &self.toks[i];
        if t.mention != 0 && t.has(CAPITAL) {
            return true;
        }
        self.word(i).ends_with("er")
            && !t.is(FUNCTION | is::FIN | is::DET)
            && self.noun_phrase(i, self.toks.len().min(i + 8)).is_some_and(|(_, stop)| stop > i + 1)
    }

    fn indefinite_or_many(&self, a: usize) -> bool {
        a.checked_sub(1).is_some_and(|n| self.toks[n].is(is::DET))
    }

    /// What a noun can be, by itself or by the noun it ends in.
    pub fn class(&self, i: usize) -> u64 {
        let t = &self.toks[i];
        if t.is(is::SAYING | is::WORK | is::VOICE) || t.mention != 0 {
            return t.is;
        }
        let w = self.word(i);
        if !self.speech.tables.compounds || !t.has(CAPITAL) {
            return t.is;
        }
        t.is | self.speech.head_class(&w.to_lowercase())
    }

    /// `X zufolge`.
    fn source_after(&mut self, i: usize, at: usize) -> bool {
        if self.toks[i].has(USED) {
            return false;
        }
        let k = self.clause_of(i);
        let from = self.clauses[k].a;
        let Some((a, b)) = self.noun_phrase_before(i, from) else { return false };
        let speaker = self.owner_or_self(a, b, b);
        self.phrase_frame(a, (i, i + 1), speaker, (a, i + 1));
        let _ = at;
        true
    }

    /// `nach Angaben von X`, `in X's view`.
    fn source_lead(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        let end = self.clauses[k].b.min(i + 9);
        let verb_last = self.speech.tables.noun_capitals;
        let found =
            (i + 1..end).find(|&n| self.class(n) & is::SAYING != 0 && (!verb_last || self.toks[n].has(CAPITAL)));
        let Some(noun) = found else { return false };
        // Only determiners, adjectives and an owner may stand between.
        let between = (i + 1..noun).all(|n| {
            let t = &self.toks[n];
            t.word() && (!t.is(FUNCTION) || t.is(is::DET) || t.mention != 0 || t.is(is::PRON) && t.is(is::DET))
                || t.mark == b'"'
        });
        if !between
            || (i > self.range.0 && self.toks[i - 1].is(is::NOISE))
            || (i > self.range.0 + 1 && self.toks[i - 2].is(is::NOISE) && !self.toks[i - 2].is(FUNCTION))
        {
            return false;
        }
        let clause_end = self.clauses[k].b;
        let next = self.toks.get(noun + 1).filter(|_| noun + 1 < clause_end).copied();
        let owned_before = (i + 1..noun).any(|n| {
            let t = &self.toks[n];
            t.mention != 0 || t.has(POSSESSIVE) || t.is(is::OWN) || t.is(is::DET) && t.is(is::MALE | is::FEMALE)
        });
        let joined = next.is_some_and(|t| {
            t.is(is::DET_GEN) || t.is(is::JOIN) || t.is(is::BY) || ["aus", "durch"].contains(&self.word(noun + 1))
        });
        if !verb_last {
            if noun == i + 1 {
                return false;
            }
            // English says whose: in X's view, by its own count. `by the count of X` is a phrase of its own.
            let whose = owned_before
                || (next.is_some_and(|t| t.is(is::JOIN)) && self.word(noun + 1) == "of" && self.word(i) != "in");
            if !whose || (self.word(i) == "in" && !self.subjective(noun)) {
                return false;
            }
            if let Some(p) = (i + 1..noun).find(|&n| self.toks[n].has(POSSESSIVE)) {
                let Some((a, b)) = self.noun_phrase_before(p + 1, i + 1) else { return false };
                let speaker = self.speaker(a, b);
                self.phrase_frame(i, (i, noun + 1), Some(speaker), (i, noun + 1));
                return true;
            }
        } else {
            let definite = self.toks.get(i + 1).is_some_and(|t| {
                t.is(is::DET) && !t.is(is::MALE | is::FEMALE) && ["den", "der", "dem"].contains(&self.word(i + 1))
            });
            if definite && (!joined && !owned_before || self.class(noun) & is::THOUGHT != 0) {
                return false;
            }
            // `nach seiner Erklärung`: an event, not a source.
            if owned_before && self.class(noun) & is::THOUGHT != 0 && self.toks[i + 1].is(is::DET) {
                return false;
            }
        }
        let Some((a, b)) = self.noun_phrase(i + 1, clause_end) else { return false };
        if noun >= b {
            return false;
        }
        // The phrase may run on beyond the noun of saying; the owner is looked for from the noun.
        let speaker = self.owner_or_self(a, b.min(noun + 1).max(a + 1), clause_end);
        let stop = (noun + 1..clause_end).find(|&n| !self.toks[n].has(FRAME)).unwrap_or(clause_end);
        self.phrase_frame(i, (i, noun + 1), speaker, (i, stop.max(noun + 1)));
        true
    }

    /// Nouns for which `in X's …` means that X says so.
    fn subjective(&self, i: usize) -> bool {
        [
            "view",
            "opinion",
            "words",
            "estimate",
            "estimation",
            "assessment",
            "judgment",
            "judgement",
            "telling",
            "reckoning",
            "account",
        ]
        .contains(&self.word(i))
    }

    /// `…, so X`.
    fn so(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        let c = self.clauses[k];
        let alone = c.verb.is_none() && (c.a..i).all(|n| !self.toks[n].word());
        // `So X gegenüber Y: „…“`
        let quoted_next = |r: &Self| r.clauses.get(k + 1).is_some_and(|n| n.lead == b':' && r.quoted(n));
        if k == 0
            && alone
            && self.speech.tables.noun_capitals
            && quoted_next(self)
            && let Some((a, b)) = self.noun_phrase(i + 1, c.b)
        {
            let speaker = self.speaker(a, b);
            self.frame(c.a, c.b);
            self.opens(k, i, (i, i + 1), Some(speaker), None, (k + 1, 0));
            return true;
        }
        let behind = k > 0 || self.toks[c.a..i].iter().any(|t| t.mark == b'"');
        if !alone
            || !behind
            || i + 1 >= c.b
            || self.toks[i + 1].is(is::ADV | is::DET_OBJ) && self.toks[i + 1].mention == 0
        {
            return false;
        }
        if !self.speech.tables.noun_capitals {
            return false;
        }
        let Some((mut a, mut b)) = self.noun_phrase(i + 1, c.b) else { return false };
        // `die der Zeitung vorliegenden Akten`
        if b < c.b
            && !self.toks[b].is(FUNCTION | is::DET)
            && !self.toks[b].has(CAPITAL)
            && let Some((x, y)) = self.noun_phrase(b, c.b)
            && y > x + 1
        {
            (a, b) = (x, y);
        }
        let thought = self.class(self.head(a, b)) & is::THOUGHT != 0 && self.toks[a].mention == 0;
        // What comes behind must be a place or a time, not more of a list.
        let rest_fits = self
            .toks
            .get(b)
            .is_none_or(|t| b >= c.b || t.is(is::PREP | is::TIME | is::ADV | is::DET_GEN) || t.mark != 0);
        let list = self.clauses.get(k + 1).is_some_and(|n| n.kind == Kind::Fragment && n.lead == b',' && n.joined);
        if !rest_fits || list {
            return false;
        }
        if k > 0
            && self.clauses[..k].iter().all(|c| c.verb.is_none())
            && self.clauses.get(k + 1).is_none()
            && self.toks[a].mention == 0
            && !thought
        {
            return false;
        }
        let speaker = if thought { None } else { Some(self.speaker(a, b)) };
        self.passing(k, i, (i, i + 1), speaker, None);
        true
    }

    fn passing(
        &mut self,
        k: usize,
        at: usize,
        cue: (usize, usize),
        speaker: Option<Speaker>,
        verb: Option<(Manner, bool, bool)>,
    ) {
        let (lo, hi) = {
            let this = self.toks[self.clauses[k].first].is(is::THIS);
            let mut lo = if this { k.saturating_sub(1) } else { k };
            while lo > 0 && self.clauses[lo].lead != b';' {
                lo -= 1;
            }
            let mut hi = k;
            while hi + 1 < self.clauses.len() {
                let next = &self.clauses[hi + 1];
                if next.lead == b';' || (next.contrast && next.joined && next.kind == Kind::Main && !self.reports(next))
                {
                    break;
                }
                hi += 1;
            }
            (lo, hi)
        };
        let c = self.clauses[k];
        for n in c.a..c.b {
            if self.toks[n].quote == 0 || self.toks[n].mark == b'"' {
                self.frame(n, n + 1);
            }
        }
        let (manner, negated, hearsay) = verb.map_or((None, false, false), |(m, n, h)| (Some(m), n, h));
        self.push(Frame {
            at,
            stand: Stand::Passing,
            lo,
            hi,
            speaker,
            cue,
            manner,
            negated,
            hearsay,
            back: false,
            gerund: false,
            inner: false,
        });
    }

    /// `Berichte des Amtes, wonach …`.
    fn whereby(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        if k == 0 || self.clauses[k].first != i {
            return false;
        }
        let before = self.clauses[k - 1];
        let Some(noun) = (before.a..before.b).rev().find(|&n| self.class(n) & (is::SAYING | is::WORK) != 0) else {
            return false;
        };
        let start =
            (before.a..=noun).rev().take_while(|&n| !self.toks[n].is(FUNCTION & !is::NOT)).last().unwrap_or(noun);
        let (a, b) = self.noun_phrase(start, before.b).unwrap_or((noun, noun + 1));
        let speaker = self.owner_or_self(a, b, before.b);
        self.opens(k, i, (i, i + 1), speaker, None, (k, i));
        true
    }

    /// A frame that opens: reaches from clause `content.0` on.
    fn opens(
        &mut self,
        k: usize,
        at: usize,
        cue: (usize, usize),
        speaker: Option<Speaker>,
        verb: Option<(Manner, bool, bool)>,
        content: (usize, usize),
    ) {
        let lo = content.0;
        let mut hi = lo.max(k);
        while hi + 1 < self.clauses.len() {
            let next = &self.clauses[hi + 1];
            let free = next.lead == b';' || (next.contrast && next.joined && next.kind == Kind::Main);
            if free && !self.reports(next) {
                break;
            }
            hi += 1;
        }
        let (manner, negated, hearsay) = verb.map_or((None, false, false), |(m, n, h)| (Some(m), n, h));
        self.push(Frame {
            at,
            stand: Stand::Opens,
            lo,
            hi,
            speaker,
            cue,
            manner,
            negated,
            hearsay,
            back: false,
            gerund: false,
            inner: false,
        });
    }

    /// `X ist der Ansicht, dass …`.
    fn of_the_view(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        let c = self.clauses[k];
        if i < 1
            || !self.toks[i - 1].is(is::DET_GEN | is::DET)
            || !c.verb.is_some_and(|v| self.toks[v].is(is::BE))
            || !self.content_next(k)
        {
            return false;
        }
        let genitive = self.speech.tables.noun_capitals && self.toks[i - 1].is(is::DET_GEN)
            || !self.speech.tables.noun_capitals && i >= 2 && self.word(i - 2) == "of";
        if !genitive || self.class(i) & is::WORK != 0 {
            return false;
        }
        let Some(speaker) = self.subject_speaker(k) else { return false };
        self.frame(c.a, c.b);
        self.opens(k, i, (i, i + 1), Some(speaker), None, (k + 1, 0));
        true
    }

    /// `zeigte sich überzeugt, dass …`, `is confident that …`.
    fn convinced(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        let c = self.clauses[k];
        let inline = (i + 1..c.b).find(|&n| self.toks[n].is(is::THAT));
        // A thing may be safe; somebody is sure of something.
        let verb =
            c.verb.is_some_and(|v| self.toks[v].is(is::BE) || self.toks[c.a..c.b].iter().any(|t| t.is(is::SELF_PRON)));
        if !verb || (inline.is_none() && !self.reported_next(k)) {
            return false;
        }
        let Some(subject) = self.subject(k) else { return false };
        // `Es ist sicher, dass` says that it is; a thing is not convinced of anything.
        if self.toks[subject.0].is(is::NOBODY | is::FIRST) {
            return false;
        }
        let speaker = self.speaker(subject.0, subject.1);
        let negated = self.toks[c.a..i].iter().any(|t| t.is(is::NOT));
        self.frame(c.a, inline.unwrap_or(c.b));
        let manner = Manner {
            needs: Needs::Clause,
            certainty: negated.then_some(Sure::Unknown),
            denies: false,
            plan: false,
            asks: false,
        };
        self.opens(
            k,
            i,
            (i, i + 1),
            Some(speaker),
            Some((manner, false, false)),
            (if inline.is_some() { k } else { k + 1 }, 0),
        );
        true
    }

    /// `zu diesem Ergebnis kommt ein Gutachten`.
    fn finding(&mut self, i: usize) -> bool {
        let k = self.clause_of(i);
        let c = self.clauses[k];
        if i < c.a + 2 || !self.toks[i - 1].is(is::DET) || !["zu", "Zu", "to"].contains(&self.word(i - 2)) {
            return false;
        }
        let Some(verb) = c.verb.filter(|&v| {
            ["kommt", "kamen", "kommen", "kam", "komme", "gelangt", "gelangte", "gelangen"].contains(&self.word(v))
        }) else {
            return false;
        };
        let behind = self.noun_phrase(if verb > i { verb + 1 } else { i + 1 }, c.b);
        let before = self.noun_phrase(c.first, verb).filter(|&(a, _)| a < i && verb < i);
        let Some((a, b)) = before.or(behind) else { return false };
        let speaker = self.speaker(a, b);
        let back = self.word(i - 1).starts_with("dies") && !self.content_next(k);
        if !back && !self.content_next(k) {
            return false;
        }
        self.frame(c.a, c.b);
        self.opens(k, i, (i - 2, i + 1), Some(speaker), None, (if back { k } else { k + 1 }, 0));
        if back && let Some(f) = self.frames.last_mut() {
            f.back = true;
        }
        true
    }

    /// Whether what follows clause `k` can be what is said.
    fn content_next(&self, k: usize) -> bool {
        // A relative clause may stand between.
        let mut n = k + 1;
        while self.clauses.get(n).is_some_and(|c| {
            c.kind == Kind::Relative
                || c.kind == Kind::Fragment
                    && c.verb.is_none()
                    && c.lead != b':'
                    && !self.infinitive(c)
                    && n + 1 < self.clauses.len()
        }) {
            n += 1;
        }
        // What stands behind a semicolon is a statement of its own.
        if self.clauses[k + 1..n.min(self.clauses.len())].iter().any(|c| c.lead == b';') {
            return false;
        }
        let Some(c) = self.clauses.get(n) else { return false };
        match c.kind {
            Kind::Content => true,
            Kind::Main => c.lead == b':' || (!c.joined || self.reports(c)) && c.lead != b';' && c.verb.is_some(),
            Kind::Fragment => c.lead == b':' || self.infinitive(c) || self.quoted(c),
            Kind::Condition | Kind::Adverbial => {
                c.lead == b':'
                    || self.clauses[n + 1..].iter().any(|c| self.reports(c) || c.kind == Kind::Content)
                    || self.quoted(c)
            }
            Kind::Relative | Kind::As => c.lead == b':',
        }
    }

    fn quoted(&self, c: &Clause) -> bool {
        self.toks[c.a..c.b].iter().any(|t| t.quote != 0)
    }

    /// `Stellen zu streichen`, `to cut jobs`.
    fn infinitive(&self, c: &Clause) -> bool {
        self.toks[c.a..c.b].iter().any(|t| t.is(is::TO)) && c.lead == b',' && self.speech.tables.verb_last
    }

    /// The subject of a clause, as far as the surface tells.
    pub fn subject(&mut self, k: usize) -> Option<(usize, usize)> {
        let c = *self.clauses.get(k)?;
        let verb = c.verb?;
        let verb_last = self.speech.tables.verb_last;
        if !verb_last {
            // Before the verb, if anything fit stands there.
            if let Some((mut a, b)) = self.noun_phrase_before(self.before_adverbs(verb, c.a), c.a) {
                // In June 2025 Marsh confirmed …
                while a + 1 < b && self.dates((a, a + 1)) {
                    a += 1;
                }
                return Some((a, b));
            }
            let before = self.before_adverbs(verb, c.a);
            if before > c.a && self.toks[before - 1].is(is::NOBODY | is::FIRST | is::THIS) {
                return Some((before - 1, before));
            }
            return self.behind(verb + 1, c.b);
        }
        // Right behind the verb a pronoun that can only be a subject is one: eine Wirkung erwarte ich.
        if let Some(t) = self.toks.get(verb + 1).filter(|_| verb + 1 < c.b)
            && (t.is(is::FIRST) || t.is(is::PRON) && t.is(is::MALE))
            && t.mention == 0
            && !t.is(is::DET)
        {
            return Some((verb + 1, verb + 2));
        }
        let mut from = c.first;
        if c.kind != Kind::Main && c.kind != Kind::Fragment {
            from += 1;
            // Verb at the end: the first phrase that can be a subject.
            return self.behind(from, verb);
        }
        if from < verb {
            let t = &self.toks[from];
            if t.is(is::NOBODY | is::FIRST | is::PRON) && t.mention == 0 && from + 1 == verb {
                return Some((from, from + 1));
            }
            let oblique = t.is(is::DET_OBJ) && !t.is(is::PRON) || t.is(is::PREP) && t.mention == 0;
            if !oblique
                && !t.has(FRAME)
                && (!t.is(is::THIS) || from + 1 < verb && t.is(is::DET))
                && let Some(found) = self.noun_phrase(from, verb)
                && !self.dates(found)
            {
                return Some(found);
            }
        }
        self.behind(verb + 1, c.b)
    }

    /// Whether a noun phrase is a date: `Anfang Oktober berichtete die Polizei …`.
    fn dates(&self, (a, b): (usize, usize)) -> bool {
        let kind = |t: &super::scan::Tok| self.input.figures.get((t.figure as usize).checked_sub(1)?).map(|f| f.kind);
        self.toks[a..b].iter().any(|t| kind(t) == Some(crate::figures::Kind::Date))
    }

    fn before_adverbs(&self, verb: usize, from: usize) -> usize {
        let mut at = verb;
        while at > from + 1
            && (self.toks[at - 1].is(is::ADV | is::NOT) && self.toks[at - 1].mention == 0
                || self.toks[at - 1].is(is::HAVE)
                || self.toks[at - 1].is(is::TIME))
        {
            at -= 1;
        }
        at
    }

    /// The first noun phrase from `i` that can be a subject: prepositions and their phrases, adverbs and reflexives are passed.
    fn behind(&self, i: usize, end: usize) -> Option<(usize, usize)> {
        let mut at = i;
        let mut rounds = 0;
        while at < end && rounds < 12 {
            rounds += 1;
            let t = &self.toks[at];
            if t.mention != 0 {
                return self.noun_phrase(at, end);
            }
            if t.is(is::PRON) && !t.is(is::DET)
                || t.is(is::PRON) && self.toks.get(at + 1).is_none_or(|n| at + 1 >= end || !n.has(CAPITAL))
            {
                return Some((at, at + 1));
            }
            if t.is(is::NOBODY | is::FIRST) {
                return Some((at, at + 1));
            }
            if t.is(is::PREP) || t.is(is::DET_OBJ) {
                let from = at + usize::from(!t.is(is::DET_OBJ) || t.is(is::PREP));
                match self.noun_phrase(from, end) {
                    Some((_, stop)) => at = stop.max(at + 1),
                    None => {
                        at += 1;
                        // `am Montag`, `on Tuesday`.
                        while at < end
                            && (self.toks[at].is(is::TIME)
                                || self.toks[at].figure != 0
                                || self.toks[at].mark == b'.' && self.toks[at - 1].figure != 0)
                        {
                            at += 1;
                        }
                    }
                }
                continue;
            }
            let skip =
                t.is(is::SELF_PRON | is::ADV | is::TIME | is::NOT | is::COORD | is::FIN) && !t.is(is::DET) || !t.word();
            if !skip {
                let found = self.noun_phrase(at, end);
                if found.is_some() {
                    return found;
                }
            }
            at += 1;
        }
        None
    }

    fn subject_speaker(&mut self, k: usize) -> Option<Speaker> {
        let (a, b) = self.subject(k)?;
        if self.toks[a].is(is::NOBODY | is::FIRST) && self.toks[a].mention == 0 {
            return None;
        }
        Some(self.speaker(a, b))
    }

    /// A verb of saying.
    fn verb(&mut self, i: usize) {
        let t = self.toks[i];
        let tables = self.speech.tables;
        if tables.noun_capitals && t.has(CAPITAL) {
            return;
        }
        let before = i.checked_sub(1).filter(|&n| n >= self.range.0).map(|n| self.toks[n]);
        if before.is_some_and(|b| b.is(is::TO)) {
            return;
        }
        let after_as = before.is_some_and(|b| b.is(is::AS));
        if !tables.noun_capitals && !after_as && self.noun_by_place(i, before.as_ref()) {
            return;
        }
        let verbs = self.speech.verbs(t.id);
        for (verb, form) in verbs {
            // `ruled out` is not `ruled`.
            let longer = |v: &Verb| v.particle != 0 && self.toks.get(i + 1).is_some_and(|t| t.id == v.particle);
            if !tables.verb_last && verb.particle == 0 && verbs.iter().any(|(v, _)| longer(v)) {
                continue;
            }
            if self.try_verb(i, verb, *form) {
                return;
            }
        }
    }

    fn try_verb(&mut self, i: usize, verb: &Verb, form: Form) -> bool {
        let k = self.clause_of(i);
        let c = self.clauses[k];
        // Had the council agreed, …: nobody says anything yet.
        if c.kind == Kind::Condition {
            return false;
        }
        let tables = self.speech.tables;
        let (_, sentence_end) = self.range;
        // bestätigte, was der Betriebsrat befürchtet: …: what he fears is what the first one says.
        let asked = c.kind != Kind::Main && self.toks[c.first].is(is::ASKS) && self.toks[c.first].mention == 0;
        if asked && k > 0 && tables.verb_last && self.clauses.get(k + 1).is_some_and(|n| n.lead == b':') {
            return false;
        }
        // The particle, and the word that goes with it.
        if verb.particle != 0 && form != Form::FiniteJoined {
            let found = if tables.verb_last {
                form == Form::Finite
                    && (i + 1..sentence_end.min(i + 60)).any(|n| {
                        self.toks[n].id == verb.particle
                            && self.toks.get(n + 1).is_none_or(|next| {
                                n + 1 >= sentence_end || !next.word() || next.is(is::COORD | is::THAT | is::AS)
                            })
                    })
            } else {
                (i + 1..sentence_end.min(i + 4)).any(|n| self.toks[n].id == verb.particle)
            };
            if !found {
                return false;
            }
        } else if tables.verb_last && form == Form::Finite && verb.particle == 0 {
            let other = self.last_word(c.a, c.b).is_some_and(|n| {
                n > i && self.toks[n].is(is::PARTICLE) && !self.toks[n].has(CAPITAL) && self.toks[n].mention == 0
            });
            if other {
                return false;
            }
        }
        if verb.with != 0 && !(c.a..sentence_end.min(i + 60)).any(|n| self.toks[n].id == verb.with) {
            return false;
        }
        if verb.manner.needs == Needs::Never {
            return true;
        }
        let Some(use_) = self.use_of(i, k, form) else { return false };
        // `creditors can hope for 12 per cent`: what is open to them, not what they say.
        let able = |n: usize| tables.able.contains(&self.word(n));
        if verb.manner.certainty.is_some() && i > c.a && able(i - 1) {
            return false;
        }
        // `might have shown`: nobody is known to have said it.
        let perfect =
            || i >= c.a + 2 && self.toks[i - 1].is(is::HAVE) && (able(i - 2) || self.toks[i - 2].is(is::UNREAL));
        if !tables.able.is_empty() && perfect() {
            return false;
        }
        // `of the deer examined by the institute`: nobody says anything.
        let by = || self.toks.get(i + 1).is_some_and(|t| i + 1 < c.b && t.is(is::BY) && t.mention == 0);
        if !tables.verb_last && use_ == Use::Active && by() {
            return false;
        }
        let negated = (c.a..c.b).any(|n| {
            self.toks[n].is(is::NOT)
                && (verb.manner.denies || !self.toks[n].has(USED))
                && (n < i || tables.verb_last || n <= i + 1)
                && !self.toks[n].is(is::DET & !is::NOT)
        }) && (tables.verb_last || (c.a..i).any(|n| self.toks[n].is(is::NOT)));
        let manner = verb.manner;
        // `that they had not documented 19 cases`: what was not done, not what is not said.
        if negated && manner.needs == Needs::Object && c.kind == Kind::Content && !self.content_next(k) {
            return false;
        }
        // `suggested that a counter might have shown …`: who says it stands before the first verb of saying.
        let inside = |f: &Frame| f.stand == Stand::Opens && f.at < i && self.clause_of(f.at) == k;
        if !tables.verb_last
            && self.frames.iter().any(inside)
            && !self.content_next(k)
            && !self.content_inside(i, c.b)
            && !self.quote_follows(i, c.b)
        {
            return false;
        }
        let how = Some((manner, negated, use_ == Use::Hearsay));
        // The source behind a preposition: aus X geht hervor.
        if verb.source != 0 {
            let mut here = c;
            let mut prep = (c.a..c.b).find(|&n| self.toks[n].id == verb.source);
            // `Aus Akten, die X vorliegen, geht hervor`
            if prep.is_none() && c.first == i {
                let before = (0..k).rev().find(|&n| self.clauses[n].kind != Kind::Relative);
                if let Some(before) = before.map(|n| self.clauses[n]).filter(|b| b.verb.is_none()) {
                    prep = Some(before.first).filter(|&n| self.toks[n].id == verb.source);
                    here = before;
                }
            }
            let Some(prep) = prep else { return false };
            let Some((a, b)) = self.noun_phrase(prep + 1, here.b) else { return false };
            let speaker = self.owner_or_self(a, b, here.b).or_else(|| Some(self.speaker(a, b)));
            return self.place(i, k, speaker, how, (a, b), Some((prep, prep)));
        }
        let first_words = self.toks[c.first..i.min(c.b).max(c.first)]
            .iter()
            .all(|t| t.is(is::SO | is::THIS | is::HAVE | is::PASSIVE | is::ADV) || !t.word() || t.quote != 0);
        if use_ == Use::Passive {
            let by = (c.a..c.b)
                .find(|&n| self.toks[n].is(is::BY) && self.toks[n].mention == 0 && (tables.verb_last || n > i));
            let agent = by
                .and_then(|n| self.noun_phrase(n + 1, c.b))
                .filter(|&(a, _)| !self.toks[a].is(is::TIME) && self.toks[a].figure == 0);
            return match agent {
                Some((a, b))
                    if self.content_next(k)
                        || c.kind == Kind::As
                        || self.says_this(k)
                        || manner.needs == Needs::Object =>
                {
                    let speaker = self.speaker(a, b);
                    self.place(i, k, Some(speaker), how, (a, b), None)
                }
                None if self.content_next(k) && self.impersonal(k) || c.kind == Kind::As => {
                    self.place(i, k, None, how, (i, i), None)
                }
                _ => false,
            };
        }
        let inverted = c.verb == Some(i) && i == c.first || first_words && k > 0;
        // `…, enthüllte Dokumente und Preise ausgewertet`: an adjective; the clause closes with the verb of the one before.
        if tables.verb_last
            && inverted
            && k > 0
            && use_ == Use::Active
            && c.verb == Some(i)
            && self.last_word(c.a, c.b).is_some_and(|n| n > i && self.participle(n))
        {
            return false;
        }
        // `nimmt es hin, erwartet aber nichts`: the subject is the one of the clause before.
        let elided = tables.verb_last
            && c.verb == Some(i)
            && i == c.first
            && k > 0
            && (c.joined || self.toks.get(i + 1).is_some_and(|t| t.is(is::CONTRAST)));
        let mut subject = if use_ == Use::Gerund { None } else { self.subject(k) };
        // `X, who heads Y, puts it at … and expects …`: the subject is the one of the verb before.
        let shared = !tables.verb_last && use_ == Use::Active && i > c.a && self.toks[i - 1].is(is::COORD);
        if shared && c.verb.is_none_or(|v| v == i || v == c.first) {
            let before = (0..k).rev().find(|&n| self.clauses[n].kind == Kind::Main && self.clauses[n].verb.is_some());
            // `intends to file and says …`: no table knows the first verb.
            let own = || self.behind(c.first, i).filter(|_| before.is_none() && c.verb == Some(i));
            subject = self.subject_before(k).or_else(own).or_else(|| self.subject(before?));
        }
        // `X intends to sell and Y says …`: whoever stands right before the verb.
        if !tables.verb_last
            && use_ == Use::Active
            && let Some(verb) = c.verb.filter(|&v| v < i)
            && let Some(joint) = (verb + 1..i).rev().find(|&n| self.toks[n].is(is::COORD) && self.toks[n].mention == 0)
            && let Some(own) = self.noun_phrase(joint + 1, i).filter(|&(_, b)| b == i)
        {
            subject = Some(own);
        }
        // `quoted X as saying`: X says so.
        if form == Form::Gerund && i > c.a && self.toks[i - 1].is(is::AS) && !tables.verb_last {
            let quoted = c.verb.and_then(|v| self.noun_phrase_before(i - 1, v + 1));
            subject = quoted.or(subject);
        }
        if elided {
            let main = (0..k).rev().find(|&n| self.clauses[n].kind == Kind::Main && self.clauses[n].verb.is_some());
            subject = main.and_then(|n| self.subject(n));
        } else if use_ == Use::Gerund {
            // The one who does what the main clause says: …, saying that …
            let main = (0..k).rev().find(|&n| self.clauses[n].kind == Kind::Main);
            subject = main.and_then(|n| self.subject(n));
        } else if inverted && !shared && !tables.verb_last && !tables.addressed.contains(&self.word(i)) {
            subject = self.behind(i + 1, c.b).or(subject);
        }
        let lone = inverted && k > 0;
        if lone && let Some(found) = self.subject_before(k) {
            // `X, who heads Y, said …`: the subject stands before the side remark.
            let next_opens_with_verb = self
                .clauses
                .get(k + 1)
                .is_some_and(|n| n.verb == Some(n.first) && n.kind == Kind::Main && n.lead == b',');
            let object = manner.needs != Needs::Clause && self.open_fits(i, k, Some(manner), found, None);
            // `X, chief vet, said tests on samples …`; `X, who heads Y, called it “the end of the line”`.
            let somebody = |r: &Self| (found.0..found.1).any(|n| r.toks[n].mention != 0 || r.toks[n].is(is::VOICE));
            let says = !tables.verb_last
                && somebody(self)
                && (self.quote_follows(i, c.b)
                    || self.has_figure(i + 1, c.b) && self.open_fits(i, k, Some(manner), found, None)
                    || self.toks[i + 1..c.b].iter().filter(|t| t.word() && !t.is(FUNCTION | is::TIME)).count() > 1);
            let goes_on = object || says || self.content_next(k) || self.content_inside(i, c.b);
            if !next_opens_with_verb && goes_on {
                let speaker = self.speaker(found.0, found.1);
                return self.open_verb(i, k, Some(speaker), how, found);
            }
        }
        // `The trial worked, X, head of Y, announced on Monday.`
        if lone
            && !tables.verb_last
            && let Some((start, (a, b))) = self.subject_beside(k)
            && !self.content_next(k)
            && !self.content_inside(i, c.b)
            && !self.quote_follows(i, c.b)
        {
            let speaker = self.speaker(a, b);
            let from = self.clauses[start].a;
            self.frame(from, c.a);
            self.passing(k, i, (i, i + 1), Some(speaker), how);
            return true;
        }
        let Some((a, b)) = subject else {
            return false;
        };
        // `The BNF, which looked at 640 cases, arrives at 14.`
        let before = || self.subject_before(k).filter(|&(a, b)| lone && self.voiced(a, b) == Some(true));
        let (a, b) = match self.voiced(a, b) {
            Some(false) => before().unwrap_or((a, b)),
            _ => (a, b),
        };
        let nobody = self.toks[a].is(is::NOBODY) && self.toks[a].mention == 0 && b == a + 1;
        if self.toks[a].is(is::FIRST) || (self.toks[a].is(is::ASKS) && self.toks[a].mention == 0) {
            return false;
        }
        if nobody {
            // heißt es in X: the place is the source.
            let place = (i + 1..c.b).chain(c.a..i).find(|&n| {
                let t = &self.toks[n];
                t.is(is::PREP)
                    && ["in", "im", "aus", "bei", "beim", "von", "vom", "vonseiten", "seitens"]
                        .iter()
                        .any(|w| self.word(n).eq_ignore_ascii_case(w))
                    && t.mention == 0
            });
            let found = place.and_then(|n| self.noun_phrase(n + 1, c.b)).filter(|&(a, _)| !self.toks[a].is(is::TIME));
            let says = manner.needs == Needs::Clause && manner.certainty.is_none() && !manner.asks;
            if !says {
                return false;
            }
            return match found {
                Some((a, b)) => {
                    let speaker = self.owner_or_self(a, b, c.b);
                    self.place(i, k, speaker, how, (a, b), None)
                }
                None => self.place(i, k, None, how, (a, b), None),
            };
        }
        let (a, b) = match self.voiced(a, b) {
            Some(true) => (a, b),
            // `Die Reserven gab die Gouverneurin mit 3,6 Milliarden an`: what is said may stand first.
            known => match self.subject_behind_verb(k, b) {
                Some(found) => found,
                None if known == Some(false)
                    || manner.needs != Needs::Clause && !manner.denies && !self.can_speak(a, b) =>
                {
                    return false;
                }
                None => (a, b),
            },
        };
        // The subject of a verb in passing must not be what the sentence is about.
        let speaker = self.speaker(a, b);
        if self.toks[a].is(is::THIS | is::REL) && self.toks[a].mention == 0 && b == a + 1 {
            return false;
        }
        self.place(i, k, Some(speaker), how, (a, b), None)
    }

    /// In a language whose object may stand first: who can say something, right behind the verb of a main clause whose first
    /// phrase ends at `b`.
    fn subject_behind_verb(&self, k: usize, b: usize) -> Option<(usize, usize)> {
        let c = &self.clauses[k];
        let verb = c.verb.filter(|&v| self.speech.tables.verb_last && c.kind == Kind::Main && b <= v)?;
        self.behind(verb + 1, c.b).filter(|&(a, b)| self.can_speak(a, b))
    }

    /// Whether a clause speaks of what was just said: `Das teilte X mit`.
    fn says_this(&self, k: usize) -> bool {
        let c = &self.clauses[k];
        let t = &self.toks[c.first];
        t.is(is::THIS) && t.mention == 0 && c.verb == Some(c.first + 1)
    }

    /// Whether nobody in particular is the subject.
    fn impersonal(&mut self, k: usize) -> bool {
        let c = self.clauses[k];
        if !self.speech.tables.verb_last {
            return self.toks[c.a..c.b].iter().any(|t| t.is(is::NOBODY));
        }
        match self.subject(k) {
            Some((a, _)) => self.toks[a].is(is::NOBODY),
            None => true,
        }
    }

    /// Whether a statement follows in the same clause: `said the bridge would close`.
    fn content_inside(&self, i: usize, end: usize) -> bool {
        if self.speech.tables.verb_last {
            return false;
        }
        (i + 1..end).any(|n| self.toks[n].is(is::THAT | is::WHETHER) && n <= i + 6)
            || self.finite_verb(i + 1, end).is_some_and(|v| v > i + 1)
    }

    /// The noun phrase that stands alone before a side remark that ends where clause `k` begins.
    fn subject_before(&self, k: usize) -> Option<(usize, usize)> {
        let start = (0..k).rev().find(|&n| {
            let c = &self.clauses[n];
            let starts = n == 0 || matches!(c.lead, b';' | b':');
            c.kind != Kind::Relative && (starts || c.kind != Kind::Fragment)
        })?;
        let c = &self.clauses[start];
        if c.verb.is_some() || !matches!(c.lead, 0 | b';' | b':') {
            return None;
        }
        let (a, b) = self.noun_phrase(c.first, c.b)?;
        (!self.toks[c.first].is(is::PREP | is::DET_OBJ) || self.toks[c.first].mention != 0).then_some((a, b))
    }

    /// The name that stands between commas before clause `k`, with its apposition or side remark, behind what it says; with
    /// its clause.
    fn subject_beside(&self, k: usize) -> Option<(usize, (usize, usize))> {
        let side = |n: &usize| {
            let c = &self.clauses[*n];
            c.lead == b',' && (c.verb.is_none() || c.kind == Kind::Relative)
        };
        let said = |n: usize| self.clauses[..n].iter().any(|c| c.verb.is_some() && c.kind != Kind::Relative);
        (1..k).rev().take_while(side).filter(|&n| self.clauses[n].verb.is_none()).find_map(|n| {
            let c = &self.clauses[n];
            let (a, b) = self.noun_phrase(c.first, c.b)?;
            let named = b == c.b && (a..b).any(|n| self.toks[n].mention != 0);
            let whole = (a..b).all(|n| self.toks[n].mention != 0);
            // `…, the finance minister, Lidia Sorn, told parliament`
            let role = |n: usize| {
                let c = &self.clauses[n];
                side(&n)
                    && self.noun_phrase(c.first, c.b).is_some_and(|(a, b)| b == c.b && self.voiced(a, b) == Some(true))
            };
            (named && (n + 1 < k || n > 1 && whole && role(n - 1)) && said(n)).then_some((n, (a, b)))
        })
    }

    /// Decides how a verb of saying stands, once its source is known.
    fn place(
        &mut self,
        i: usize,
        k: usize,
        speaker: Option<Speaker>,
        how: Option<(Manner, bool, bool)>,
        subject: (usize, usize),
        source: Option<(usize, usize)>,
    ) -> bool {
        let c = self.clauses[k];
        let tables = self.speech.tables;
        let manner = how.map(|(m, ..)| m);
        let cue = (i, i + 1);
        if c.kind == Kind::As {
            self.passing(k, i, cue, speaker, how);
            return true;
        }
        let after_quote = (c.a..i).any(|n| self.toks[n].mark == b'"')
            && (c.a..i).all(|n| self.toks[n].quote != 0 || !self.toks[n].word() || self.toks[n].is(is::SO | is::HAVE));
        // `…, hatte X im Mai erklärt`: the auxiliary stands where the verb would.
        let stands = c.verb.filter(|&v| v < i && self.toks[v].is(is::HAVE) && tables.verb_last).unwrap_or(i);
        let leading = (c.first..stands).all(|n| {
            let t = &self.toks[n];
            t.is(is::SO | is::THIS | is::HAVE | is::ADV | is::HEARSAY) || !t.word() || t.quote != 0
        });
        let this = self.says_this(k);
        let next = self.clauses.get(k + 1).copied();
        let next_verb_first = next.is_some_and(|n| n.verb == Some(n.first) && n.kind == Kind::Main && n.lead == b',');
        if this && !self.content_next(k) {
            if k > 0 {
                self.passing(k, i, cue, speaker, how);
                return true;
            }
            self.frame(c.a, c.b);
            self.opens(k, i, cue, speaker, how, (k, 0));
            if let Some(f) = self.frames.last_mut() {
                f.back = true;
            }
            return true;
        }
        if after_quote || (leading && k > 0 && matches!(c.kind, Kind::Main | Kind::Fragment)) {
            let said_before = k > 0 || after_quote;
            if said_before
                && (next_verb_first
                    || after_quote
                    || !self.reported_next(k)
                    || self.clauses[..k].iter().any(|c| c.verb.is_some()))
            {
                self.passing(k, i, cue, speaker, how);
                return true;
            }
        }
        // English names the source behind as well: …, the ministry said.
        if k > 0 && !tables.verb_last && c.kind == Kind::Main && subject.0 <= i && c.lead != b';' && c.lead != b':' {
            let before = self.clauses[..k]
                .iter()
                .any(|c| c.verb.is_some() && c.kind != Kind::Adverbial && c.kind != Kind::Condition || self.quoted(c))
                // A verb no table knows: enough words, and no phrase of place or time.
                || k == 1
                    && self.clauses[0].b - self.clauses[0].a > 3
                    && !self.toks[self.clauses[0].first].is(is::PREP | is::SUBORD | is::TIME | is::PARTICIPLE);
            // `Until May the museum paid the firm, its director said.`: nothing is left for him to say behind.
            let bare = (i + 1..c.b).all(|n| {
                let t = &self.toks[n];
                !t.word() || t.is(is::TIME | is::PREP | is::DET) || t.figure != 0
            });
            let quote_or_clause = self.clauses[..k].iter().any(|c| c.verb.is_some());
            let before = before
                || bare
                    && quote_or_clause
                    && manner.is_some_and(|m| m.needs == Needs::Clause)
                    && k + 1 == self.clauses.len();
            let behind = self.content_inside(i, c.b)
                || next.is_some_and(|n| n.kind == Kind::Content || n.lead == b':')
                || self.quote_follows(i, c.b);
            let object = manner.is_some_and(|m| m.needs != Needs::Clause)
                && self.toks[i + 1..c.b].iter().any(|t| t.word() && !t.is(is::TIME | is::PREP | is::ADV));
            let own_start = (c.a..subject.0).all(|n| !self.toks[n].word() || self.toks[n].is(is::DET | is::ADV));
            if own_start && (next_verb_first || before && !behind && !object) && !c.joined {
                self.passing(k, i, cue, speaker, how);
                return true;
            }
        }
        if self.open_fits(i, k, manner, subject, source) {
            return self.open_verb(i, k, speaker, how, subject);
        }
        false
    }

    /// Whether the next clause is reported by its mood or its first word.
    fn reported_next(&self, k: usize) -> bool {
        self.clauses.get(k + 1).is_some_and(|n| n.kind == Kind::Content || self.reports(n) || n.lead == b':')
    }

    fn quote_follows(&self, i: usize, end: usize) -> bool {
        self.toks[i..end].iter().any(|t| t.quote != 0)
    }

    /// Whether a verb of saying that opens has what it needs.
    fn open_fits(
        &self,
        i: usize,
        k: usize,
        manner: Option<Manner>,
        subject: (usize, usize),
        source: Option<(usize, usize)>,
    ) -> bool {
        let Some(manner) = manner else { return true };
        let c = &self.clauses[k];
        let quoted = self.quote_follows(i, c.b) || (c.a..i).any(|n| self.toks[n].quote != 0 && n >= subject.1);
        // Content before its verb: Dass X, sagte Y.
        let content_before =
            k > 0 && self.clauses[k - 1].kind == Kind::Content && self.toks[self.clauses[k - 1].first].is(is::THAT);
        let clause = match manner.needs {
            Needs::Amount => {
                let that = self.clauses.get(k + 1).is_some_and(|n| self.toks[n.first].is(is::THAT) || self.reports(n));
                that || self.toks[i + 1..c.b].iter().any(|t| t.is(is::THAT))
            }
            _ => self.content_next(k) || self.content_inside(i, c.b) || quoted || content_before,
        };
        if clause {
            return true;
        }
        match manner.needs {
            Needs::Clause | Needs::Never => false,
            Needs::Object => {
                let reflexive = self.toks[c.a..c.b].iter().any(|t| t.is(is::SELF_PRON));
                let object = (c.a..c.b).any(|n| {
                    let t = &self.toks[n];
                    n != i
                        && !(subject.0 <= n && n < subject.1)
                        && t.word()
                        && !t.is(FUNCTION | is::TIME | is::FIN)
                        && (t.has(CAPITAL) || !self.speech.tables.noun_capitals || t.figure != 0)
                });
                object && !reflexive && c.kind != Kind::Relative && source.is_none()
            }
            Needs::Amount => {
                // `veranschlagt den Anstieg an Orten, in denen …, auf vier Prozent`
                let goes_on = |n: &usize| {
                    let c = &self.clauses[*n];
                    c.lead == b',' && (c.kind == Kind::Relative || c.kind == Kind::Fragment)
                };
                let last = (k + 1..self.clauses.len()).take_while(goes_on).last();
                let end = last.filter(|&n| self.clauses[n].kind == Kind::Fragment).map_or(c.b, |n| self.clauses[n].b);
                (c.a..end).any(|n| self.toks[n].figure != 0)
                    && (c.a..end).any(|n| {
                        self.toks[n].is(is::PREP)
                            && ["auf", "mit", "von", "at", "bei", "of"].contains(&self.word(n))
                            && self
                                .toks
                                .get(n + 1)
                                .is_some_and(|t| t.figure != 0 || self.toks.get(n + 2).is_some_and(|t| t.figure != 0))
                    })
            }
        }
    }

    fn open_verb(
        &mut self,
        i: usize,
        k: usize,
        speaker: Option<Speaker>,
        how: Option<(Manner, bool, bool)>,
        subject: (usize, usize),
    ) -> bool {
        let c = self.clauses[k];
        let here = self.clause_of(subject.0);
        // What names the source: everything up to the content.
        let inside = self.content_inside(i, c.b) || self.quote_follows(i, c.b) || !self.content_next(k);
        if inside {
            self.frame(subject.0, subject.1.min(c.b).max(subject.0));
            let verb = c.verb.unwrap_or(i).min(i);
            for n in verb..=i {
                if self.toks[n].is(is::FIN | is::SAY | is::HAVE | is::HEARSAY | is::NOT | is::ADV) {
                    self.frame(n, n + 1);
                }
            }
            for n in i..c.b {
                // The particle and the words of the hearer or the hour are no content, but the first noun is.
                if self.toks[n].is(is::PARTICLE) && n + 1 == c.b || n == i {
                    self.frame(n, n + 1);
                }
            }
        } else {
            self.frame(c.a, c.b);
        }
        for n in here..k {
            let c = self.clauses[n];
            if n > here || n < k {
                self.frame(c.a, c.b);
            }
        }
        let content_before = k > 0 && self.clauses[k - 1].kind == Kind::Content && !self.content_next(k);
        let lo = if content_before {
            k - 1
        } else if inside {
            k
        } else {
            k + 1
        };
        self.opens(k, i, (i, i + 1), speaker, how, (lo, i + 1));
        let quoted = i > 0 && self.toks[i - 1].is(is::AS);
        let gerund = !self.toks[i].is(is::FIN | is::PARTICIPLE) && !quoted;
        if let Some(f) = self.frames.last_mut() {
            f.gerund = gerund;
        }
        true
    }

    /// How the form at `i` is used in its clause.
    fn use_of(&self, i: usize, k: usize, form: Form) -> Option<Use> {
        let c = &self.clauses[k];
        let tables = self.speech.tables;
        let verb = c.verb;
        if form == Form::Gerund {
            // is warning that; is quoted as saying that
            if i > c.a && (self.toks[i - 1].is(is::BE) || self.toks[i - 1].is(is::AS)) {
                return Some(Use::Active);
            }
            return (k > 0 && c.first == i).then_some(Use::Gerund);
        }
        if tables.verb_last {
            let v = verb?;
            let aux = self.toks[v];
            return match form {
                Form::Finite | Form::FiniteJoined
                    if v == i
                        || self.last_word(c.a, c.b) == Some(i) && !aux.is(is::HAVE | is::BE)
                        || self.finite_pair(i, v) =>
                {
                    // `könne zeigen`: nobody says anything; `wollte nicht sagen, ob` leaves it open.
                    let modal = v != i && c.kind == Kind::Main && !self.finite_pair(i, v);
                    (!modal || self.toks[c.a..c.b].iter().any(|t| t.is(is::NOT))).then_some(Use::Active)
                }
                Form::Participle if v != i => {
                    let closes = self.last_word(c.a, c.b).is_some_and(|n| self.toks[n].is(is::PERFECT) && n > i);
                    if aux.is(is::HEARSAY | is::SELF) && closes {
                        Some(Use::Hearsay)
                    } else if aux.is(is::HAVE) {
                        Some(Use::Active)
                    } else if aux.is(is::PASSIVE | is::BE) {
                        Some(Use::Passive)
                    } else {
                        None
                    }
                }
                _ => None,
            };
        }
        let mut aux = 0;
        let mut n = i;
        while n > c.a && i - n < 5 {
            n -= 1;
            let t = &self.toks[n];
            if t.is(is::BE) {
                aux = is::PASSIVE;
                break;
            }
            if t.is(is::HAVE) {
                aux = is::HAVE;
                break;
            }
            if !t.is(is::ADV | is::NOT) && !t.is(is::FIN) && self.word(n) != "first" {
                break;
            }
        }
        match form {
            _ if aux == is::PASSIVE => (form == Form::Participle).then_some(Use::Passive),
            Form::Participle if aux == is::HAVE => Some(Use::Active),
            Form::Finite if aux == 0 => Some(Use::Active),
            _ => None,
        }
    }

    /// Two clauses sharing a stretch: the verb of saying is the second finite verb of a clause (`kam und sagte`).
    fn finite_pair(&self, i: usize, v: usize) -> bool {
        v < i
            && self.toks[i].is(is::FIN)
            && self.toks[v + 1..i].iter().any(|t| t.is(is::COORD))
            && !self.toks[v].is(is::HEARSAY | is::SELF)
    }
}

/// How a form of a verb of saying is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Active,
    Passive,
    Hearsay,
    Gerund,
}
