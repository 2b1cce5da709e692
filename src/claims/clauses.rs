//! Clauses of a sentence: cut at marks, recognised by their first words and by where their verb stands.
//!
//! **Invariant:** clauses are in order, never empty, and cover every word of the sentence.

use crate::lang::speech::{Form, Needs, is};

use super::paragraph::Reader;
use super::scan::{CAPITAL, FRAME, FUNCTION, NUMBER, POSSESSIVE, Tok, USED, WORD};

/// What sort of clause it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Can stand alone.
    Main,
    /// What is said, thought or left open: dass, ob, that, whether.
    Content,
    /// Says more about a noun.
    Relative,
    /// Gives a reason, a time, a purpose.
    Adverbial,
    /// Gives a condition.
    Condition,
    /// Names the source in passing: wie X mitteilte, as X said.
    As,
    /// Has no verb of its own.
    Fragment,
}

/// A stretch between marks.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// First token.
    pub a: usize,
    /// One past the last.
    pub b: usize,
    /// The mark before it; 0 at the start of the sentence, `&` for a conjunction without a mark.
    pub lead: u8,
    /// What sort.
    pub kind: Kind,
    /// Its finite verb.
    pub verb: Option<usize>,
    /// First token that carries meaning: behind quotation marks, conjunctions and adverbs.
    pub first: usize,
    /// Whether a conjunction or a contrast leads it.
    pub joined: bool,
    /// Whether it sets itself against the clause before.
    pub contrast: bool,
}

/// What leads a clause that opens with a relative pronoun and no comma.
const RELATIVE: u8 = b'~';

const BLANK: Clause =
    Clause { a: 0, b: 0, lead: 0, kind: Kind::Fragment, verb: None, first: 0, joined: false, contrast: false };

/// Conjunctions that open a side clause wherever they stand.
fn lead_word(t: &Tok) -> bool {
    (t.is(is::IF) || t.is(is::SUBORD) && !t.is(is::PREP | is::AS | is::ASKS | is::SO | is::ADV))
        && !t.has(CAPITAL | USED)
}

impl Reader<'_> {
    /// Cuts the tokens from `a` to `b` into clauses.
    pub fn cut(&mut self, a: usize, b: usize) {
        let mut clauses = std::mem::take(&mut self.clauses);
        clauses.clear();
        let mut start = a;
        let mut lead = 0;
        let mut skip = a;
        for i in a..=b {
            if i < skip {
                continue;
            }
            let mark = self.toks.get(i).filter(|_| i < b).map_or(b'.', |t| t.mark);
            // A side clause without a mark: `is off if it rains`.
            if i < b
                && i > start
                && lead_word(&self.toks[i])
                && !self.speech.tables.verb_last
                && self.toks[start..i].iter().any(|t| t.is(is::FIN))
            {
                clauses.push(Clause { a: start, b: i, lead, ..BLANK });
                lead = b'^';
                start = i;
                continue;
            }
            // `a bill that the treasury puts at 3 million`: what is said of one thing frames nothing else.
            if i < b && i > start && self.puts_relative(i, b) {
                clauses.push(Clause { a: start, b: i, lead, ..BLANK });
                lead = RELATIVE;
                start = i;
                continue;
            }
            // A short name in brackets belongs to the noun before.
            if i < b && mark == b'(' {
                let shut = (i + 1..b.min(i + 6)).find(|&n| self.toks[n].mark == b')');
                if let Some(shut) = shut.filter(|&n| !self.toks[i..n].iter().any(|t| t.is(is::FIN) && !t.has(CAPITAL)))
                {
                    skip = shut + 1;
                    continue;
                }
            }
            if !matches!(mark, b',' | b';' | b':' | b'-' | b'(' | b')' | b'?' | b'!') && i < b {
                continue;
            }
            if self.toks[start..i].iter().any(Tok::word) {
                clauses.push(Clause { a: start, b: i, lead, ..BLANK });
                lead = mark;
            } else if lead == 0 || mark == b';' || mark == b':' || lead == b'?' || lead == b'!' {
                lead = if clauses.is_empty() { 0 } else { mark };
            }
            start = i + 1;
        }
        for n in 0..clauses.len() {
            let next_verb_first = clauses.get(n + 1).copied().is_some_and(|next| self.starts_with_verb(next.a, next.b));
            self.classify(&mut clauses[n], n == 0, next_verb_first);
        }
        let mut n = 0;
        while n < clauses.len() {
            if let Some((left, right)) = self.coordinated(&clauses[n]) {
                clauses[n] = left;
                clauses.insert(n + 1, right);
            }
            n += 1;
        }
        self.clauses = clauses;
    }

    /// Whether a relative pronoun without a comma opens at `i` what somebody puts, estimates, values the noun before it at.
    fn puts_relative(&self, i: usize, end: usize) -> bool {
        let t = &self.toks[i];
        let before = &self.toks[i - 1];
        if self.speech.tables.verb_last
            || t.mention != 0
            || !t.is(is::REL | is::THAT)
            || !before.word()
            || before.is(FUNCTION | is::SAY | is::FIN)
        {
            return false;
        }
        let stop = (i + 1..end).find(|&n| !self.toks[n].word()).unwrap_or(end);
        let amount = |n: usize| {
            self.speech
                .verbs(self.toks[n].id)
                .iter()
                .any(|(v, f)| v.manner.needs == Needs::Amount && *f == Form::Finite)
        };
        (i + 2..stop.min(i + 8)).find(|&n| amount(n)).is_some_and(|n| self.has_figure(n + 1, stop))
    }

    /// Whether the first word between `a` and `b` is a finite verb.
    fn starts_with_verb(&self, a: usize, b: usize) -> bool {
        let first = (a..b).find(|&i| self.toks[i].word() && !self.toks[i].is(is::SO) && !self.adverb(i));
        first.is_some_and(|i| self.toks[i].is(is::FIN) && self.finite_verb(a, b) == Some(i))
    }

    fn adverb(&self, i: usize) -> bool {
        let t = &self.toks[i];
        t.is(is::ADV) && !t.is(is::FIN) && t.mention == 0
    }

    /// Finds out what sort of clause it is, and where its verb stands.
    fn classify(&self, c: &mut Clause, opens: bool, next_verb_first: bool) {
        let tables = self.speech.tables;
        let mut first = c.a;
        while first < c.b {
            let t = &self.toks[first];
            let skip = !t.word()
                || (t.is(is::COORD | is::CONTRAST) && !t.is(is::SUBORD))
                || (t.is(is::CONTRAST) && first == c.a && opens && !t.is(is::SUBORD))
                || (self.adverb(first) && !t.is(is::SUBORD | is::SO | is::IF | is::REL | is::AS | is::PREP | is::TIME));
            if !skip {
                break;
            }
            c.joined |= t.is(is::COORD | is::CONTRAST);
            c.contrast |= t.is(is::CONTRAST);
            first += 1;
        }
        c.first = first.min(c.b.saturating_sub(1)).max(c.a);
        c.verb = self.finite_verb(c.a, c.b);
        let t = self.toks[c.first];
        c.contrast |= t.is(is::CONTRAST);
        c.joined |= t.is(is::CONTRAST);
        let last_verb = self.last_word(c.a, c.b).is_some_and(|i| self.verb_like(i) && i > c.first);
        // `in dem`, `für die`: the preposition belongs to the pronoun.
        let after = self.toks.get(c.first + 1).filter(|_| c.first + 1 < c.b).copied();
        let side = c.lead != 0 || tables.verb_last;
        // `Should it rain,`; `Sollte es regnen,`; verb first, and the next clause begins with its verb too: Kommt es dazu, …
        let verb_opens = opens && !self.question && t.has(CAPITAL) && c.verb == Some(c.first);
        let unreal =
            opens && !self.question && t.has(CAPITAL) && t.is(is::IF_FIRST) && (!tables.verb_last || next_verb_first);
        let condition = t.is(is::IF) && c.verb.is_some() || unreal || verb_opens && tables.verb_last && next_verb_first;
        c.kind = if c.lead == RELATIVE {
            Kind::Relative
        } else if t.is(is::WHETHER) || t.is(is::THAT) && side {
            Kind::Content
        } else if condition {
            Kind::Condition
        } else if t.is(is::AS) && self.says(c) {
            Kind::As
        } else if t.is(is::SUBORD) && self.subordinate(c, last_verb)
            || t.is(is::AS) && (c.verb.is_none() || last_verb && tables.verb_last)
        {
            Kind::Adverbial
        } else if self.relative(c, &t, after.as_ref(), last_verb, opens) {
            Kind::Relative
        } else if tables.verb_last && t.is(is::ASKS) && last_verb && c.lead != 0 {
            Kind::Content
        } else if c.verb.is_some() {
            Kind::Main
        } else {
            Kind::Fragment
        };
        if c.kind != Kind::Main && c.kind != Kind::Fragment && tables.verb_last && last_verb {
            // At the end of a clause the last of several verbs is the finite one, unless a modal opened the clause.
            c.verb = self.last_word(c.a, c.b).filter(|&i| self.toks[i].is(is::FIN)).or(c.verb);
        }
    }

    /// Whether a verb of saying stands in the clause.
    fn says(&self, c: &Clause) -> bool {
        self.toks[c.a..c.b].iter().any(|t| t.is(is::SAY) && !(self.speech.tables.noun_capitals && t.has(CAPITAL)))
    }

    fn subordinate(&self, c: &Clause, last_verb: bool) -> bool {
        if self.speech.tables.verb_last { last_verb } else { c.verb.is_some() || !self.toks[c.first].is(is::PREP) }
    }

    fn relative(&self, c: &Clause, t: &Tok, after: Option<&Tok>, last_verb: bool, opens: bool) -> bool {
        if opens || c.lead == 0 || t.has(CAPITAL) {
            return false;
        }
        let pronoun = t.is(is::REL) || t.is(is::WHEREBY) || (t.is(is::PREP) && after.is_some_and(|a| a.is(is::REL)));
        if !pronoun {
            return false;
        }
        if !self.speech.tables.verb_last {
            return c.lead != b';';
        }
        // Reported speech in second place: sagte, der Deich halte.
        if c.verb.is_some_and(|v| v > c.first + 1 && self.toks[v].is(is::REPORT_MOOD)) {
            return false;
        }
        // Second place means a main clause: das teilte X mit.
        last_verb && c.verb.is_none_or(|v| v != c.first + 1 || self.last_word(c.a, c.b) == Some(v))
    }

    /// Last word of a stretch.
    pub fn last_word(&self, a: usize, b: usize) -> Option<usize> {
        (a..b).rev().find(|&i| self.toks[i].word())
    }

    /// Whether a word may be a verb at the end of a clause.
    fn verb_like(&self, i: usize) -> bool {
        let t = &self.toks[i];
        if !t.has(WORD) || t.has(CAPITAL) || t.mention != 0 {
            return false;
        }
        if t.is(is::FIN) {
            return !(i > 0 && self.toks[i - 1].is(is::TO));
        }
        // An unknown verb: the endings of the third person, of the past and of the plural.
        t.is == 0 && {
            let w = self.word(i);
            w.len() > 3
                && (w.ends_with('t') || w.ends_with("te") || w.ends_with("en") || w.ends_with("ern"))
                && !(i > 0 && self.toks[i - 1].is(is::TO))
        }
    }

    /// The finite verb of a stretch, if it has one.
    pub fn finite_verb(&self, a: usize, b: usize) -> Option<usize> {
        let tables = self.speech.tables;
        let mut weak = None;
        let mut seen_word = false;
        for i in a..b {
            let t = &self.toks[i];
            if !t.has(WORD) {
                seen_word |= t.word();
                continue;
            }
            let first = !seen_word;
            seen_word = true;
            if t.mention != 0 || !t.is(is::FIN) {
                continue;
            }
            let before = if i > a { Some(&self.toks[i - 1]) } else { None };
            if before.is_some_and(|b| b.is(is::TO)) {
                continue;
            }
            const AUX: u64 =
                is::BE | is::HAVE | is::PASSIVE | is::HEARSAY | is::UNREAL | is::REPORT_MOOD | is::MUST | is::SELF;
            if tables.noun_capitals && t.has(CAPITAL) {
                if !first {
                    continue;
                }
                if !t.is(AUX) {
                    weak = weak.or(Some(i));
                    continue;
                }
            }
            if !tables.noun_capitals && !t.is(AUX) && self.noun_by_place(i, before) {
                continue;
            }
            return Some(i);
        }
        weak.or_else(|| self.guessed_verb(a, b))
    }

    /// Whether what stands before says that a word that may be a verb is a noun: the report, his claims, two votes.
    pub fn noun_by_place(&self, i: usize, before: Option<&Tok>) -> bool {
        let noun_before = before.is_some_and(|b| {
            (b.is(is::DET) && !b.is(is::THAT | is::THIS) && !b.is(is::PRON))
                || b.is(is::PREP)
                || b.has(POSSESSIVE)
                || b.has(NUMBER)
        });
        // `the final report said`: an adjective between, and a verb behind.
        let past = self.word(i).ends_with("ed") || self.word(i) == "said" || self.word(i) == "told";
        // `in a written reply the company said`
        let described = !past
            && i >= 2
            && self.toks[i - 2].is(is::DET)
            && before.is_some_and(|b| b.is(is::PARTICIPLE) && !b.is(is::FIN | FUNCTION))
            && self.toks.get(i + 1).is_some_and(|n| n.word() && n.is(is::DET | is::FIN | is::PREP));
        described
            || noun_before && !(past && before.is_some_and(|b| b.has(NUMBER) || b.has(POSSESSIVE)))
            || (!past
                && i >= 2
                && self.toks[i - 2].is(is::DET)
                && before.is_some_and(|b| b.has(WORD) && !b.is(FUNCTION | is::DET | is::SAY))
                && self.toks[i].is(is::SAYING | is::WORK)
                && self.toks.get(i + 1).is_none_or(|n| !n.word() || n.is(is::FIN | is::PREP) && !n.is(is::DET)))
    }

    /// An unknown word that ends and stands like a finite verb.
    fn guessed_verb(&self, a: usize, b: usize) -> Option<usize> {
        let tables = self.speech.tables;
        (a + 1..b).find(|&i| {
            let t = &self.toks[i];
            if t.is != 0 || !t.has(WORD) || t.has(CAPITAL) || t.mention != 0 {
                return false;
            }
            let w = self.word(i);
            if w.len() < 4 || !tables.verb_endings.iter().any(|e| w.ends_with(e)) {
                return false;
            }
            let next_noun = tables.noun_capitals
                && self.toks.get(i + 1).is_some_and(|n| n.has(CAPITAL) && n.has(WORD) && n.mention == 0)
                && w.ends_with('n');
            let before = &self.toks[i - 1];
            let participle = tables.verb_last && w.starts_with("ge");
            !participle && !next_noun && !before.is(is::DET | is::BE | is::PREP | is::TO) && !before.has(NUMBER)
        })
    }

    /// Two clauses that share a stretch: `A stieg auf 5 und B fiel auf 3`. Both need a verb and a figure of their own.
    fn coordinated(&self, c: &Clause) -> Option<(Clause, Clause)> {
        let verb = c.verb?;
        let cut = (c.a + 1..c.b).find(|&i| {
            let t = &self.toks[i];
            t.is(is::COORD | is::CONTRAST)
                && !t.has(CAPITAL)
                && t.quote == 0
                && !t.is(is::ADV & !is::CONTRAST)
                && (t.is(is::COORD) || t.is(is::SUBORD) || !self.speech.tables.verb_last)
                && i + 2 < c.b
                && verb < i
                && self.finite_verb(i + 1, c.b).is_some_and(|v| v > i + 1)
                && (self.has_figure(c.a, i) && self.has_figure(i, c.b)
                    || t.is(is::CONTRAST) && !self.speech.tables.verb_last && self.toks[i - 1].mark == 0)
        })?;
        let mut right = Clause { a: cut, lead: b'&', ..*c };
        self.classify(&mut right, false, false);
        right.joined = true;
        if right.kind == Kind::Main && c.kind != Kind::Main {
            right.kind = c.kind;
        }
        let left = Clause { b: cut, verb: self.finite_verb(c.a, cut), ..*c };
        Some((left, right))
    }

    /// Whether a figure stands in the stretch.
    pub fn has_figure(&self, a: usize, b: usize) -> bool {
        self.toks[a..b].iter().any(|t| t.figure != 0)
    }

    /// Which clause a token stands in.
    pub fn clause_of(&self, i: usize) -> usize {
        self.clauses.iter().rposition(|c| c.a <= i).unwrap_or(0)
    }

    /// Whether a clause has a verb in the mood of reported speech.
    pub fn reports(&self, c: &Clause) -> bool {
        self.report_mood(c).is_some()
    }

    /// Where a clause has a verb in the mood of reported speech.
    pub fn report_mood(&self, c: &Clause) -> Option<usize> {
        let first_person = || self.toks[c.a..c.b].iter().any(|t| t.is(is::FIRST) && !t.is(is::SELF_PRON));
        let known = (c.a..c.b).find(|&i| {
            let t = &self.toks[i];
            t.is(is::REPORT_MOOD) && (!t.has(CAPITAL) || i == c.first) && !t.has(USED) && t.mention == 0
                // An adjective looks the same, but a noun follows it.
                && (t.is(is::BE | is::HAVE | is::PASSIVE) || !self.toks.get(i + 1).is_some_and(|n| i + 1 < c.b && n.has(CAPITAL) && n.mention == 0 && c.verb != Some(i)))
                && (c.verb == Some(i) || t.is(is::BE | is::HAVE | is::PASSIVE) || self.last_word(c.a, c.b) == Some(i))
        });
        let found = known.or_else(|| {
            if !self.speech.tables.verb_last || c.verb.is_some_and(|v| !self.toks[v].is(is::PARTICIPLE)) {
                return None;
            }
            (c.a..c.b).find(|&i| {
                let t = &self.toks[i];
                t.id == 0
                    && t.has(WORD)
                    && !t.has(CAPITAL)
                    && self.word(i).ends_with('e')
                    && !self.toks.get(i + 1).is_some_and(|n| i + 1 < c.b && n.has(CAPITAL))
                    && self.speech.prefixed_report_mood(self.word(i))
            })
        });
        let found = found.or_else(|| {
            // `er neige`: no other form of a verb looks so beside `er`.
            let er = |n: usize| {
                let t = &self.toks[n];
                t.is(is::PRON) && t.is(is::MALE) && !t.is(is::DET) && t.mention == 0
            };
            let mood = |i: usize| {
                let (t, w) = (&self.toks[i], self.word(i));
                t.id == 0
                    && t.has(WORD)
                    && !t.has(CAPITAL)
                    && w.ends_with('e')
                    && !w.ends_with("te")
                    && !self.toks.get(i + 1).is_some_and(|n| i + 1 < c.b && n.has(CAPITAL) && n.mention == 0)
            };
            let own = self.speech.tables.verb_last && c.verb.is_none_or(mood);
            let beside = |i: &usize| mood(*i) && (*i > c.a && er(*i - 1) || *i + 1 < c.b && er(*i + 1));
            if own { (c.a..c.b).find(beside) } else { None }
        });
        found.filter(|_| !first_person())
    }

    /// Marks tokens as naming a source.
    pub fn frame(&mut self, a: usize, b: usize) {
        for t in &mut self.toks[a..b] {
            t.shape |= FRAME;
        }
    }
}
