//! How surely is it said, and is it denied?
//!
//! **Invariant:** only words outside the frames and inside the clauses that make the claim count; a phrase is judged as a whole
//! before its words are.

use crate::figures;
use crate::lang::speech::{Effect, Step, Sure, is};
use crate::text::Span;

use super::clauses::Kind;
use super::paragraph::Reader;
use super::scan::{CAPITAL, FRAME, NUMBER, USED, WORD};
use super::{Certainty, Polarity};

/// A phrase found in the sentence.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// What it does.
    pub effect: Effect,
    /// First token.
    pub a: usize,
    /// One past the last.
    pub b: usize,
}

/// What the words of a claim say about how it is meant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Judgement {
    /// How surely.
    pub certainty: Certainty,
    /// By which words.
    pub certainty_cue: Option<Span>,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// By which words.
    pub polarity_cue: Option<Span>,
    /// Others are said to say so, and by which words.
    pub hearsay: Option<Span>,
    /// The clause's own subject is said to say so: will … gesehen haben.
    pub self_said: Option<usize>,
    /// It asks.
    pub question: bool,
    /// It depends on something.
    pub condition: bool,
    /// On nothing but provisos.
    pub proviso: bool,
    /// It speaks of a plan.
    pub plan: bool,
}

impl Judgement {
    fn weaken(&mut self, to: Certainty, cue: Span) {
        if to > self.certainty {
            self.certainty = to;
            self.certainty_cue = Some(cue);
        }
    }

    fn deny(&mut self, cue: Span) {
        self.polarity = Polarity::Denied;
        self.polarity_cue.get_or_insert(cue);
    }
}

fn degree(sure: Sure) -> Certainty {
    match sure {
        Sure::Certain => Certainty::Certain,
        Sure::Probable => Certainty::Probable,
        Sure::Possible => Certainty::Possible,
        Sure::Unknown => Certainty::Unknown,
    }
}

impl Reader<'_> {
    /// Finds the phrases of the sentence and marks the words they use up.
    pub fn find_phrases(&mut self) {
        self.phrases.clear();
        let (a, b) = self.range;
        for i in a..b {
            let t = self.toks[i];
            if !t.is(is::PHRASE) || t.has(USED) {
                continue;
            }
            let found = self.speech.phrases(t.id).iter().find_map(|(effect, steps)| {
                let mut used = [0usize; 8];
                let n = self.matches(steps, i, b, &mut used)?;
                Some((*effect, used, n))
            });
            let Some((effect, used, n)) = found else { continue };
            // `nothing` phrases with a correction behind them, or a modal in passing, keep their words from counting.
            let last = used[..n].last().copied().unwrap_or(i);
            for &u in &used[..n] {
                self.toks[u].shape |= USED;
                if effect == Effect::Idiom {
                    self.toks[u].is &= !(is::REPORT_MOOD | is::UNREAL | is::IF | is::SO | is::AS | is::ALLEGED);
                }
                // `es heißt`, `is said to`: the phrase says it, no frame of its own is needed.
                if matches!(effect, Effect::Hearsay(_)) && !self.speech.tables.noun_capitals {
                    self.toks[u].is &= !is::SAY;
                }
            }
            self.phrases.push(Match { effect, a: i, b: last + 1 });
        }
    }

    fn matches(&self, steps: &[Step], i: usize, end: usize, used: &mut [usize; 8]) -> Option<usize> {
        let mut at = i;
        let mut n = 0;
        let mut gap = false;
        for step in steps {
            match step {
                Step::Gap => gap = true,
                Step::Word(ids) => {
                    let reach = if gap { 4 } else { 1 };
                    let mut hit = None;
                    let mut probe = at;
                    let mut steps_left = reach;
                    while probe < end && steps_left > 0 {
                        let t = &self.toks[probe];
                        // A figure is one word, however it is written: `about €1.1 billion`.
                        if gap && t.figure != 0 && self.toks.get(probe + 1).is_some_and(|n| n.figure == t.figure) {
                            probe += 1;
                            continue;
                        }
                        if !t.word() && t.mark != b'"' && !(gap && t.figure != 0) {
                            break;
                        }
                        if t.id != 0 && ids.contains(&t.id) && !t.has(USED) {
                            hit = Some(probe);
                            break;
                        }
                        probe += 1;
                        steps_left -= 1;
                    }
                    let hit = hit?;
                    *used.get_mut(n)? = hit;
                    n += 1;
                    at = hit + 1;
                    gap = false;
                }
                Step::Number => {
                    let t = self.toks.get(at).filter(|_| at < end)?;
                    if !t.has(NUMBER)
                        && t.figure == 0
                        && !(t.mark == b'.' && self.toks.get(at + 1).is_some_and(|t| t.has(NUMBER)))
                    {
                        return None;
                    }
                    at += 1;
                }
            }
        }
        Some(n)
    }

    /// Judges the clauses from `from` to before `to`; `reported` when a frame or the mood says that somebody else is speaking.
    pub fn judge(&self, from: usize, to: usize, reported: bool) -> Judgement {
        let mut j = Judgement::default();
        let core = self.core(from, to);
        let (a, b) = (self.clauses[from].a, self.clauses[to - 1].b);
        let conditions =
            || self.clauses[from..to].iter().filter(|c| c.kind == Kind::Condition && !self.toks[c.first].has(USED));
        j.condition = conditions().next().is_some();
        j.proviso = conditions().all(|c| self.toks[c.first].is & is::PROVISO == is::PROVISO);
        for p in &self.phrases {
            if p.a < a || p.a >= b {
                continue;
            }
            let k = self.clause_of(p.a);
            let cue = self.span(p.a, p.b);
            let framed = self.toks[p.a].has(FRAME);
            if matches!(p.effect, Effect::Condition | Effect::Proviso) {
                j.proviso &= p.effect == Effect::Proviso;
                j.condition = true;
            }
            if framed || !core.contains(&k) && !self.counts(k, from, to, &core) {
                continue;
            }
            match p.effect {
                Effect::Degree(sure) => j.weaken(degree(sure), cue),
                Effect::Unlikely(sure) => {
                    j.weaken(degree(sure), cue);
                    j.deny(cue);
                }
                Effect::Denies => j.deny(cue),
                Effect::Hearsay(sure) => {
                    j.hearsay.get_or_insert(cue);
                    j.weaken(degree(sure), cue);
                }
                Effect::Plan => j.plan = true,
                Effect::Nothing | Effect::Source | Effect::Condition | Effect::Proviso | Effect::Idiom => {}
            }
        }
        for k in from..to {
            if !core.contains(&k) {
                continue;
            }
            let c = self.clauses[k];
            let asks = self.toks[c.first];
            // Only the first thing said: `werde prüfen, ob` is about the checking.
            let unframed =
                |k: &usize| self.toks[self.clauses[*k].a..self.clauses[*k].b].iter().any(|t| t.word() && !t.has(FRAME));
            let leads = (from..k).filter(unframed).count() == 0;
            if leads && c.kind == Kind::Content && asks.is(is::WHETHER) && !asks.has(USED) {
                j.weaken(Certainty::Unknown, asks.span());
            }
            for i in c.a..c.b {
                self.judge_word(i, k, reported, &mut j);
            }
        }
        j.proviso &= j.condition;
        j
    }

    fn judge_word(&self, i: usize, k: usize, reported: bool, j: &mut Judgement) {
        const MATTERS: u64 = is::POSSIBLE
            | is::PROBABLE
            | is::OPEN
            | is::ALLEGED
            | is::NOT
            | is::HEARSAY
            | is::SELF
            | is::MUST
            | is::UNREAL
            | is::FUTURE
            | is::HINT;
        let t = self.toks[i];
        if !t.is(MATTERS) || t.has(FRAME | USED) || t.mention != 0 {
            return;
        }
        let c = &self.clauses[k];
        let tables = self.speech.tables;
        let first = self.sentence_first(i);
        if t.has(CAPITAL) && !first && (tables.noun_capitals && !t.is(is::HINT | is::POSSIBLE) || t.is(is::TIME)) {
            return;
        }
        // The month: May opens a sentence as a modal only before its subject, in a question.
        if t.is(is::TIME) && t.has(CAPITAL) && t.is(is::POSSIBLE) {
            return;
        }
        let cue = t.span();
        // A modal verb in English that cannot be one here: its might, the will.
        let noun = !tables.noun_capitals
            && i > 0
            && t.is(is::FIN)
            && !t.is(is::PROBABLE)
            && self.toks[i - 1].is(is::DET)
            && !self.toks[i - 1].is(is::THAT | is::THIS | is::PRON);
        if noun {
            return;
        }
        if t.is(is::ALLEGED) {
            j.hearsay.get_or_insert(cue);
        }
        if t.is(is::POSSIBLE) {
            if tables.noun_capitals && t.has(CAPITAL) && t.id != 0 && !first && !self.rumour(i) {
                return;
            }
            // could not: no ability, no doubt.
            let ability = !tables.noun_capitals
                && self.word(i).eq_ignore_ascii_case("could")
                && self.toks.get(i + 1).is_some_and(|n| n.is(is::NOT));
            if !ability {
                j.weaken(Certainty::Possible, cue);
            }
        }
        if t.is(is::PROBABLE) {
            // wohl as an adjective of comfort, `likely` behind `more … than not` stay what they are.
            j.weaken(Certainty::Probable, cue);
        }
        if t.is(is::OPEN) {
            let predicate = self.predicate(i, c.a, c.b);
            if predicate {
                j.weaken(Certainty::Unknown, cue);
            }
        }
        if t.is(is::HINT) && self.hint(i) {
            j.weaken(Certainty::Probable, cue);
        }
        if t.is(is::NOT) && self.denies(i, c.b) {
            j.deny(cue);
        }
        if t.is(is::HEARSAY) || t.is(is::SELF) {
            let closes = self.closing_perfect(i, c.a, c.b);
            if closes && t.is(is::SELF) {
                j.self_said = Some(i);
                j.weaken(Certainty::Possible, cue);
            } else if t.is(is::HEARSAY) && (closes || self.closing_state(i, c.a, c.b)) {
                j.hearsay.get_or_insert(cue);
                j.weaken(Certainty::Possible, cue);
            } else {
                j.plan = true;
            }
        }
        if t.is(is::MUST) {
            let closes = if tables.verb_last {
                self.closing_perfect(i, c.a, c.b)
            } else {
                self.toks.get(i + 1).is_some_and(|n| n.is(is::PERFECT))
            };
            if closes {
                j.weaken(Certainty::Probable, cue);
            }
        }
        if t.is(is::UNREAL) && !reported && !t.is(is::NOBODY) {
            j.weaken(Certainty::Possible, cue);
        }
        if t.is(is::FUTURE) && !t.is(is::HEARSAY | is::SELF) {
            let passive = tables.verb_last && t.is(is::PASSIVE) && !self.closing_infinitive(i, c.a, c.b);
            j.plan |= !passive;
        } else if t.is(is::UNREAL) && reported && !tables.verb_last {
            j.plan = true;
        }
    }

    /// A rumour makes what it is about possible; the word alone does.
    fn rumour(&self, i: usize) -> bool {
        self.toks[i].has(WORD)
    }

    /// Hints of something: `Hinweise auf`, `signs that`, but not `Hinweise nimmt die Polizei entgegen`.
    fn hint(&self, i: usize) -> bool {
        let next = match self.toks.get(i + 1) {
            Some(t) if t.mark == b',' => self.toks.get(i + 2),
            other => other,
        };
        let joins = ["auf", "für", "dafür", "darauf", "of", "that", "dass", "to", "gegen", "zu", "about"];
        next.is_some()
            && (joins.contains(&self.word(i + 1)) || self.toks[i + 1].mark == b',' && joins.contains(&self.word(i + 2)))
    }

    /// Whether an adjective says something of a whole clause: it stands without a noun behind it.
    fn predicate(&self, i: usize, a: usize, b: usize) -> bool {
        let next = self.toks.get(i + 1).filter(|_| i + 1 < b);
        let attributive = next.is_some_and(|n| {
            n.has(WORD)
                && (n.has(CAPITAL)
                    || !self.speech.tables.noun_capitals
                        && n.id == 0
                        && i > a
                        && self.toks[i - 1].is(is::DET | is::PREP))
        });
        let known = (a..b).any(|n| self.toks[n].is(is::BE | is::FIN)) || self.clauses.len() > 1;
        !attributive && known
    }

    /// Whether a negation denies the clause, rather than a part of it or nothing.
    fn denies(&self, i: usize, end: usize) -> bool {
        let tables = self.speech.tables;
        // `not quite 2,900`: it is a bound.
        if self.toks[i].figure != 0 && !self.toks[i].is(is::DET) {
            return false;
        }
        let next = self.toks.get(i + 1).filter(|_| i + 1 < end);
        // A correction: nicht A, sondern B.
        let (_, sentence_end) = self.range;
        if self.toks[i + 1..sentence_end].iter().any(|t| t.is(is::BUT_RATHER)) {
            return false;
        }
        if !tables.noun_capitals && self.word(i).eq_ignore_ascii_case("not") {
            // not A but B
            let but = (i + 2..end.min(i + 8)).find(|&n| self.word(n) == "but");
            if but.is_some() {
                return false;
            }
        }
        // nicht genannte Firma: it denies the adjective.
        if tables.noun_capitals && !self.toks[i].is(is::DET) && i > 0 {
            let before = &self.toks[i - 1];
            let mut n = i + 1;
            while n < end
                && n <= i + 3
                && !self.toks[n].has(CAPITAL)
                && self.toks[n].word()
                && !self.toks[n].is(is::PREP | is::FIN & !is::SAY)
            {
                n += 1;
            }
            let adjective = n > i + 1
                && n < end
                && self.toks[n].has(CAPITAL)
                && tables.adjective_endings.iter().any(|e| self.word(n - 1).ends_with(e));
            if adjective
                && (before.is(is::DET)
                    || before.is(is::PREP)
                    || before.is(is::ADV) && i > 1 && self.toks[i - 2].is(is::DET))
            {
                return false;
            }
        }
        // `hardly 300`, `kein` before a bound.
        !next.is_some_and(|n| n.has(NUMBER) && !self.toks[i].is(is::DET) && !tables.noun_capitals)
    }

    /// Whether the verbs of a clause close with a perfect: soll … gestohlen haben.
    fn closing_perfect(&self, modal: usize, a: usize, b: usize) -> bool {
        let Some(mut last) = self.last_word(a, b) else { return false };
        if last == modal {
            last = match last.checked_sub(1) {
                Some(n) if n > a => n,
                _ => return false,
            };
        }
        if last <= a || !self.toks[last].is(is::PERFECT) || (last < modal && self.last_word(a, b) != Some(modal)) {
            return false;
        }
        let before = &self.toks[last - 1];
        let w = self.word(last - 1);
        before.has(WORD)
            && !before.has(CAPITAL)
            && (before.is(is::PARTICIPLE)
                || (before.is == 0 && (w.ends_with('t') || w.ends_with('n')))
                || before.is(is::BE) && before.is(is::PARTICIPLE))
    }

    /// Whether a modal of duty closes with a state (soll … stammen) and no date to come.
    fn closing_state(&self, modal: usize, a: usize, b: usize) -> bool {
        let Some(last) =
            self.last_word(a, b).filter(|&n| n != modal).or_else(|| modal.checked_sub(1).filter(|&n| n > a))
        else {
            return false;
        };
        if !self.toks[last].is(is::STATE) {
            return false;
        }
        let future = (a..b).any(|n| {
            let t = &self.toks[n];
            t.is(is::FUTURE) && n != modal && !t.is(is::HEARSAY)
                || ["ab", "bis", "spätestens", "bereit", "fertig"].contains(&self.word(n))
        });
        !future
    }

    /// Whether the clause closes with an infinitive: wird … steigen.
    fn closing_infinitive(&self, verb: usize, a: usize, b: usize) -> bool {
        self.last_word(a, b).filter(|&n| n != verb).is_some_and(|n| {
            let t = &self.toks[n];
            let w = self.word(n);
            t.has(WORD)
                && !t.has(CAPITAL)
                && w.ends_with('n')
                && !t.is(is::PARTICIPLE)
                && !t.is(is::PASSIVE & is::PARTICIPLE)
                && !w.starts_with("ge")
                || t.is(is::PASSIVE) && w == "werden"
        })
    }

    /// The clauses that make the claim: those that can stand alone and what they say; side remarks only when nothing else has
    /// the figures.
    fn core(&self, from: usize, to: usize) -> Vec<usize> {
        let plain = |n: &usize| matches!(self.clauses[*n].kind, Kind::Main | Kind::Content | Kind::Fragment);
        let mut core: Vec<usize> = (from..to).filter(plain).collect();
        // A stretch without a verb behind a side remark goes on with the side remark's list only when nothing precedes.
        if core.is_empty() {
            return (from..to).collect();
        }
        let figured = |n: &usize| {
            let c = &self.clauses[*n];
            (c.a..c.b).any(|i| {
                let f = self.toks[i].figure as usize;
                !self.toks[i].has(FRAME)
                    && f > 0
                    && self.input.figures.get(f - 1).is_some_and(|f| f.kind != figures::Kind::Date)
            })
        };
        if !core.iter().any(figured) {
            let side: Vec<usize> =
                (from..to).filter(|n| !plain(n) && self.clauses[*n].kind == Kind::Relative).filter(figured).collect();
            core.extend(side);
        }
        core
    }

    /// Whether a hedge in a side clause still counts: causes and reasons share the claim's doubt.
    fn counts(&self, k: usize, from: usize, to: usize, core: &[usize]) -> bool {
        let _ = (k, from, to, core);
        false
    }
}
