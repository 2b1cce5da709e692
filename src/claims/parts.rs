//! What part an actor has in a clause, as far as prepositions, articles, voice and word order tell.

use crate::actors::Form;
use crate::lang::speech::is;

use super::Part;
use super::clauses::Kind;
use super::paragraph::Reader;
use super::scan::{CAPITAL, FRAME, FUNCTION, POSSESSIVE, WORD};

impl Reader<'_> {
    /// The part of the mention whose first token is `i`.
    pub fn part(&self, i: usize) -> Part {
        let t = self.toks[i];
        if t.has(FRAME) {
            return Part::Speaker;
        }
        let k = self.clause_of(i);
        let c = self.clauses[k];
        let tables = self.speech.tables;
        let Some(mut verb) = c.verb else { return Part::Other };
        // `X said Y bought Z`: the verb of what is said.
        if self.toks[verb].has(FRAME)
            && let Some(inner) = self.finite_verb(verb + 1, c.b)
        {
            verb = inner;
        }
        let n = t.mention;
        let mut after = i;
        while after < c.b && self.toks[after].mention == n {
            after += 1;
        }
        let mention = self.input.mentions.get((n as usize).wrapping_sub(1));
        let adjective = mention.is_some_and(|m| matches!(m.form, Form::Adjective));
        // An owner: Rennerts Haus, the firm's plant.
        let owner = self.toks[after - 1].has(POSSESSIVE)
            || (!adjective
                && tables.noun_capitals
                && self.word(after - 1).ends_with('s')
                && self
                    .toks
                    .get(after)
                    .is_some_and(|x| after < c.b && x.has(CAPITAL) && x.has(WORD) && x.mention == 0)
                && !self.toks[after].is(is::TIME));
        // Back to what opens the phrase.
        let mut open = i;
        let mut article = 0u64;
        let mut preposition = None;
        while open > c.a {
            let b = &self.toks[open - 1];
            if b.is(is::DET) && b.mention == 0 {
                article |= b.is;
                open -= 1;
                if b.is(is::PREP) {
                    preposition = Some(open);
                    break;
                }
                continue;
            }
            if b.is(is::PREP) && b.mention == 0 {
                preposition = Some(open - 1);
                break;
            }
            let inside = b.has(WORD)
                && b.mention == 0
                && !b.is(FUNCTION)
                && article == 0
                && if tables.noun_capitals {
                    b.has(CAPITAL) && !b.is(is::TIME)
                        || tables.adjective_endings.iter().any(|e| self.word(open - 1).ends_with(e)) && !b.is(is::FIN)
                } else {
                    !b.is(is::FIN)
                };
            if !inside {
                break;
            }
            open -= 1;
        }
        let passive = self.toks[verb].is(is::PASSIVE) && self.passive(verb, c.a, c.b);
        if let Some(p) = preposition {
            let joined_to_noun = p > c.a && self.toks[p].is(is::JOIN) && !self.toks[p - 1].is(is::FIN) && !passive;
            return match () {
                _ if passive && self.toks[p].is(is::BY) => Part::Agent,
                _ if joined_to_noun => Part::Other,
                _ if ["gegen", "against", "an", "to"].contains(&self.word(p)) && !passive => Part::Patient,
                _ => Part::Other,
            };
        }
        if owner {
            return Part::Other;
        }
        let genitive = tables.noun_capitals && article & is::DET_GEN != 0 && open > c.a && {
            let b = &self.toks[open - 1];
            b.has(CAPITAL) && b.has(WORD) && !b.is(FUNCTION)
        };
        if genitive {
            return Part::Other;
        }
        let before = i < verb;
        if tables.verb_last && article & is::DET_OBJ != 0 && article & is::DET_GEN == 0 {
            return Part::Patient;
        }
        if passive {
            return if before || tables.verb_last { Part::Patient } else { Part::Other };
        }
        if !tables.verb_last {
            return if before { Part::Agent } else { Part::Patient };
        }
        if c.kind != Kind::Main && c.kind != Kind::Fragment {
            // Verb at the end: the first free phrase acts, a later one is acted on.
            return if self.free_phrase_before(c.first + 1, i) { Part::Patient } else { Part::Agent };
        }
        if before {
            return Part::Agent;
        }
        // Behind the verb: who acts when something else took the first place.
        let first_place_taken = self.free_phrase_before(c.first, verb) || self.free_phrase_before(verb + 1, i);
        if first_place_taken { Part::Patient } else { Part::Agent }
    }

    /// Whether a phrase without a preposition that can be a subject stands between.
    fn free_phrase_before(&self, a: usize, b: usize) -> bool {
        let mut i = a;
        while i < b {
            let t = &self.toks[i];
            if t.is(is::PREP) && t.mention == 0 {
                i = self.noun_phrase(i + 1, b).map_or(i + 1, |(_, stop)| stop.max(i + 1));
                continue;
            }
            if t.is(is::PRON | is::NOBODY | is::FIRST) && !t.is(is::DET) {
                return true;
            }
            if t.is(is::TIME | is::ADV | is::DET_OBJ) || t.has(FRAME) {
                i = if t.is(is::DET_OBJ) {
                    self.noun_phrase(i, b).map_or(i + 1, |(_, stop)| stop.max(i + 1))
                } else {
                    i + 1
                };
                continue;
            }
            if let Some((_, _)) = self.noun_phrase(i, b) {
                return true;
            }
            i += 1;
        }
        false
    }

    fn passive(&self, verb: usize, a: usize, b: usize) -> bool {
        if !self.speech.tables.verb_last {
            return (verb + 1..b.min(verb + 5)).any(|n| {
                let t = &self.toks[n];
                t.is(is::PARTICIPLE) || t.is == 0 && self.word(n).ends_with("ed")
            });
        }
        let last = self.last_word(a, b);
        last.is_some_and(|n| {
            let w = self.word(n);
            n != verb
                && (self.toks[n].is(is::PARTICIPLE)
                    || self.toks[n].is == 0 && (w.ends_with('t') || w.starts_with("ge")))
        }) || last == Some(verb)
            && verb > a
            && (self.toks[verb - 1].is(is::PARTICIPLE)
                || self.toks[verb - 1].is == 0 && self.word(verb - 1).ends_with('t'))
    }
}
