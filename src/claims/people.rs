//! Who is meant by a noun phrase, a role or a pronoun.
//!
//! **Invariant:** a pronoun or a role stands for somebody only when the text leaves one person it fits; otherwise it stands for
//! nobody, and the words stay as they are.

use std::sync::Arc;

use crate::actors::{Form, Kind};
use crate::lang::speech::{Voiced, is};
use crate::text::Span;

use super::paragraph::Reader;
use super::scan::{CAPITAL, FUNCTION, NUMBER, POSSESSIVE, WORD};
use super::{Known, Speaker};

/// As many as a reader keeps in mind, and a bound on the cost of a long document.
const REMEMBERED: usize = 24;

/// Somebody named so far.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub known: Known,
    /// Where this paragraph names them last; `None` when only earlier ones do.
    pub at: Option<u32>,
}

impl Reader<'_> {
    /// The text of a token.
    pub fn word(&self, i: usize) -> &str {
        self.toks.get(i).and_then(|t| self.input.text.get(t.start as usize..t.end as usize)).unwrap_or("")
    }

    /// The text between two tokens.
    pub fn text(&self, a: usize, b: usize) -> &str {
        let span = self.span(a, b);
        self.input.text.get(span.range()).unwrap_or("")
    }

    /// The span from token `a` to before token `b`.
    pub fn span(&self, a: usize, b: usize) -> Span {
        let start = self.toks.get(a).map_or(0, |t| t.start);
        let end = b.checked_sub(1).and_then(|n| self.toks.get(n)).map_or(start, |t| t.end).max(start);
        Span { start, end }
    }

    /// Takes note of who is named between two tokens, and of the nouns beside the names.
    pub fn register(&mut self, a: usize, b: usize) {
        let mut i = a;
        while i < b {
            let n = self.toks[i].mention as usize;
            if n == 0 {
                i += 1;
                continue;
            }
            let from = i;
            while i < b && self.toks[i].mention as usize == n {
                i += 1;
            }
            let Some(mention) = self.input.mentions.get(n - 1) else { continue };
            if !matches!(mention.form, Form::Name | Form::Metonym) || matches!(mention.kind, Kind::Place | Kind::Group)
            {
                continue;
            }
            let person = mention.kind == Kind::Person;
            let (role, title) = self.role_beside(a, from, i, b, person);
            let at = self.toks[from].start;
            let place = self.people.iter().position(|p| p.known.actor.as_ref() == Some(&mention.actor));
            let mut entry = match place {
                Some(place) => self.people.remove(place),
                None => Person {
                    known: Known {
                        actor: Some(mention.actor.clone()),
                        text: self.input.text.get(mention.span.range()).unwrap_or("").into(),
                        roles: Vec::new(),
                        person,
                        female: None,
                    },
                    at: None,
                },
            };
            entry.at = Some(at);
            if let Some(female) = title {
                entry.known.female = Some(female);
            }
            if let Some(role) = role {
                if person && entry.known.female.is_none() && !self.speech.tables.female_endings.is_empty() {
                    let female = self.speech.tables.female_endings.iter().any(|e| role.ends_with(e));
                    // Only a language that marks women by an ending says anything when the ending is missing.
                    if female || self.speech.tables.compounds {
                        entry.known.female = Some(female);
                    }
                }
                let role: Arc<str> = role.into();
                entry.known.roles.retain(|r| *r != role);
                entry.known.roles.push(role);
                if entry.known.roles.len() > 4 {
                    entry.known.roles.remove(0);
                }
            }
            self.people.push(entry);
            if self.people.len() > REMEMBERED {
                self.people.remove(0);
            }
        }
    }

    /// The noun beside a name (`Ministerin Rennert`, `Rennert, the mediator,`) in lower case, and what a title says.
    fn role_beside(&self, a: usize, from: usize, to: usize, b: usize, person: bool) -> (Option<String>, Option<bool>) {
        let mut title = None;
        let mut before = from;
        while before > a && (self.toks[before - 1].is(is::TITLE) || self.toks[before - 1].mark == b'.') {
            before -= 1;
            let t = &self.toks[before];
            if t.is(is::FEMALE) {
                title = Some(true);
            } else if t.is(is::MALE) {
                title = Some(false);
            }
        }
        if self.toks.get(from).is_some_and(|t| t.is(is::TITLE)) {
            title = Some(self.toks[from].is(is::FEMALE));
        }
        if before > a {
            let t = &self.toks[before - 1];
            let noun = t.has(WORD)
                && !t.is(FUNCTION | is::DET | is::FIN | is::TIME | is::REL | is::ASKS)
                && t.mention == 0
                && (!self.speech.tables.noun_capitals || t.has(CAPITAL))
                && !t.has(POSSESSIVE);
            // `Pentagon-Sprecher Ryder`: the name in front does not make the compound a name.
            let compound = t.has(CAPITAL) && t.mention != 0 && self.word(before - 1).contains('-');
            if noun || compound {
                return (Some(self.word(before - 1).to_lowercase()), title);
            }
        }
        // An apposition behind a comma, closed by another.
        if person
            && self.toks.get(to).is_some_and(|t| t.mark == b',' && to < b)
            && let Some((from, end)) = self.noun_phrase(to + 1, b)
            && self.toks.get(end).is_none_or(|t| end >= b || !t.word() || t.is(is::PREP))
            && !self.toks[to + 1].is(is::REL & !is::DET)
        {
            let head = self.head(from, end);
            if head < end
                && self.toks[head].mention == 0
                && (!self.speech.tables.noun_capitals || self.toks[head].has(CAPITAL))
            {
                return (Some(self.word(head).to_lowercase()), title);
            }
        }
        (None, title)
    }

    /// Who a pronoun stands for.
    pub fn pronoun(&self, i: usize) -> Option<&Known> {
        let t = self.toks.get(i)?;
        let female = match (t.is(is::FEMALE), t.is(is::MALE)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => return None,
        };
        let fits = |p: &Known| p.person && (p.female.is_none() || p.female == female);
        let here = || self.people.iter().filter(|p| fits(&p.known) && p.at.is_some_and(|at| at < t.start));
        let mut several = here();
        if let (Some(one), None) = (several.next(), several.next()) {
            return Some(&one.known);
        }
        if let Some(running) = self.running.as_ref().filter(|r| fits(r)) {
            return Some(running);
        }
        if here().next().is_some() {
            // Several: only one whose sex the text has told, and tells right, is safe.
            let mut told = here().filter(|p| p.known.female == female);
            return match (told.next(), told.next()) {
                (Some(one), None) => Some(&one.known),
                _ => None,
            };
        }
        let mut earlier = self.people.iter().rev().filter(|p| fits(&p.known)).take(2);
        match (earlier.next(), earlier.next()) {
            (Some(one), None) => Some(&one.known),
            _ => None,
        }
    }

    /// Whom a noun in lower case was said to be: die Ministerin is the last one introduced as Umweltministerin.
    fn in_role(&self, noun: &str) -> Option<&Known> {
        if noun.len() < 4 {
            return None;
        }
        self.people.iter().rev().map(|p| &p.known).find(|k| {
            k.roles.iter().any(|r| {
                **r == *noun
                    || (self.speech.tables.compounds
                        && noun.len() > 4
                        && (r.ends_with(noun) || (r.len() > 4 && noun.ends_with(&**r))))
            })
        })
    }

    /// The head of a noun phrase: its last noun before a second phrase joins on.
    pub fn head(&self, a: usize, b: usize) -> usize {
        let mut head = a;
        for i in a..b {
            let t = &self.toks[i];
            if i > a && t.mention == 0 && t.is(is::JOIN | is::DET_GEN | is::PREP) {
                break;
            }
            let noun = t.mention != 0
                || (t.has(WORD) && (!self.speech.tables.noun_capitals || t.has(CAPITAL)) && !t.is(FUNCTION))
                || t.has(NUMBER);
            if noun {
                head = i;
            }
        }
        head
    }

    /// Whether what a noun phrase names can say something: somebody, or a paper. `None` where no table knows its noun.
    pub fn voiced(&self, a: usize, b: usize) -> Option<bool> {
        let t = &self.toks[a];
        let head = self.head(a, b);
        if (a..=head).any(|n| self.toks[n].mention != 0) || b == a + 1 && t.is(is::PRON | is::REL | is::NOBODY) {
            return Some(true);
        }
        let t = &self.toks[head];
        if self.class(head) & (is::VOICE | is::WORK | is::SAYING) != 0
            || self.speech.voiced(&self.word(head).to_lowercase()).is_some()
        {
            return Some(true);
        }
        // `52 Euro`; `cent`; what is done, what it is like and when it is are no subjects at all.
        let measured = t.has(NUMBER) || t.figure != 0;
        if measured || !t.has(CAPITAL) && t.is(is::PARTICIPLE | is::ADV | is::OPEN) || t.is(is::TIME | is::ADV) {
            return Some(false);
        }
        None
    }

    /// Whether nothing but a name or a noun that can say something is the subject of a verb of saying.
    pub fn can_speak(&self, a: usize, b: usize) -> bool {
        let name = |n: usize| {
            let t = &self.toks[n];
            !self.speech.tables.noun_capitals && t.has(CAPITAL) && !t.is(FUNCTION) && !self.sentence_first(n)
        };
        self.voiced(a, b).unwrap_or_else(|| (a..b).any(name))
    }

    /// The person named between commas right behind a noun that says what he is: `its director, Jane Doe, said`.
    fn apposed(&self, head: usize, b: usize) -> Option<(usize, usize)> {
        let from = b + 1;
        let t = self.toks.get(from).filter(|t| t.mention != 0 && self.toks[b].mark == b',')?;
        let stop = (from..self.toks.len()).find(|&n| self.toks[n].mention != t.mention)?;
        let person = self.input.mentions.get(t.mention as usize - 1).is_some_and(|m| m.kind == Kind::Person);
        let closed = matches!(self.toks[stop].mark, b',' | b'.' | b';' | b':' | b'"');
        let role = self.class(head) & is::VOICE != 0
            || self.speech.voiced(&self.word(head).to_lowercase()) == Some(Voiced::Somebody);
        (person && closed && role && from <= self.range.1).then_some((from, stop))
    }

    /// The source that the noun phrase from `a` to `b` names.
    pub fn speaker(&self, a: usize, b: usize) -> Speaker {
        // `61 per cent of suppliers`: the figure is part of who they are.
        let figure = self.toks[a].figure;
        let a = (0..a).rev().take_while(|&n| figure != 0 && self.toks[n].figure == figure).last().unwrap_or(a);
        let span = self.span(a, b);
        let text = self.text(a, b).to_string();
        if b == a + 1 && self.toks[a].is(is::PRON) {
            return match self.pronoun(a) {
                Some(known) => Speaker { span, actor: known.actor.clone(), text: known.text.to_string() },
                None => Speaker { span, actor: None, text },
            };
        }
        let head = self.head(a, b);
        let core_end = (head + 1).min(b);
        let mention = |i: usize| {
            let n = self.toks[i].mention as usize;
            n.checked_sub(1).and_then(|n| self.input.mentions.get(n)).map(|m| (n, m))
        };
        // The name that ends the phrase is who speaks; `polnischen` alone stands for `polnischen Angaben`.
        if let Some((_, m)) = mention(head)
            && (matches!(m.form, Form::Name | Form::Metonym) || b == a + 1 && m.form == Form::Adjective)
            && m.span.end >= self.toks[head].end
        {
            return Speaker { span, actor: Some(m.actor.clone()), text };
        }
        let lower = self.word(head).to_lowercase();
        let definite = a.checked_sub(1).is_none_or(|n| !self.indefinite(n));
        // `Global Firepower, ein Fachmagazin`: a name inside that another noun follows is owner or place, unless the noun
        // speaks for it.
        let class = self.toks[head].is | self.speech.head_class(&lower);
        let voices = class & (is::VOICE | is::WORK | is::SAYING) != 0;
        if definite && !(voices && (a..b).any(|i| self.toks[i].mention != 0)) {
            let head_word = lower.rsplit('-').next().unwrap_or(&lower);
            if let Some(known) = self.in_role(&lower).or_else(|| self.in_role(head_word)) {
                return Speaker { span, actor: known.actor.clone(), text };
            }
        }
        if let Some((from, stop)) = self.apposed(head, b)
            && self.toks[head].mention == 0
        {
            let actor = self.input.mentions.get(self.toks[from].mention as usize - 1).map(|m| m.actor.clone());
            return Speaker { span, actor, text: self.text(from, stop).to_string() };
        }
        let actor = voices
            .then(|| {
                let named = |i: &usize| mention(*i).is_some_and(|(_, m)| m.form != Form::Part || *i == head);
                let inside = (a..core_end).find(named).or_else(|| (core_end..b).find(named));
                inside.and_then(mention).map(|(_, m)| m.actor.clone())
            })
            .flatten();
        Speaker { span, actor, text }
    }

    /// Whether a determiner introduces somebody new.
    fn indefinite(&self, i: usize) -> bool {
        let w = self.word(i);
        ["ein", "eine", "einer", "einem", "eines", "einen", "a", "an", "another", "some", "Ein", "Eine", "A", "An"]
            .contains(&w)
    }

    /// The noun phrase that starts at `i`, without its determiners, and at most to `end`.
    pub fn noun_phrase(&self, i: usize, end: usize) -> Option<(usize, usize)> {
        let tables = self.speech.tables;
        let mut at = i;
        let quoted = |n: usize| self.toks.get(n).is_some_and(|t| t.mark == b'"');
        while at < end && (quoted(at) && at + 1 < end || (self.toks[at].is(is::DET) && self.toks[at].mention == 0)) {
            at += 1;
        }
        if at >= end {
            return None;
        }
        if at == i && self.toks[at].is(is::PRON) && self.toks[at].mention == 0 && !self.toks[at].is(is::DET) {
            return Some((at, at + 1));
        }
        let determined = at > i;
        let start = at;
        let mut head = None;
        let mut person = false;
        while at < end {
            let t = &self.toks[at];
            if t.mention != 0 {
                let n = t.mention;
                while at < end && self.toks[at].mention == n {
                    at += 1;
                }
                let mention = self.input.mentions.get(n as usize - 1);
                let adjective = mention.is_some_and(|m| m.form == Form::Adjective);
                person = mention.is_some_and(|m| m.kind == Kind::Person);
                if !adjective || !tables.noun_capitals {
                    head = Some(at);
                }
                continue;
            }
            if !t.word() {
                // `das Magazin »Blick«`, `(NIS)`: a short name in marks belongs to the noun before.
                let close = match t.mark {
                    b'"' => b'"',
                    b'(' => b')',
                    b'.' if at + 1 < end && self.toks[at - 1.min(at)].is(is::TITLE) => {
                        at += 1;
                        continue;
                    }
                    _ => break,
                };
                let shut = (at + 1..end.min(at + 6)).find(|&n| self.toks[n].mark == close);
                match shut {
                    Some(shut) if head.is_some() && shut > at + 1 && self.toks[at + 1].has(CAPITAL) => {
                        at = shut + 1;
                        head = Some(at);
                        continue;
                    }
                    _ => break,
                }
            }
            if t.has(NUMBER) {
                if head.is_some() {
                    break;
                }
                at += 1;
                continue;
            }
            if t.is(is::TIME) && (t.has(CAPITAL) || !tables.noun_capitals) {
                break;
            }
            let joins = head.is_some()
                && ((t.is(is::DET_GEN) && !t.has(CAPITAL) && tables.noun_capitals)
                    || (t.is(is::JOIN) && !person && self.joiner(at)));
            if joins {
                let rest = self.noun_phrase(at + usize::from(t.is(is::JOIN)), end);
                // A genitive may not be a new subject: only take it when something is left to be said.
                match rest {
                    Some((_, stop)) if stop > at + 1 && !self.toks[at + 1].is(is::TIME) => {
                        return Some((start, stop));
                    }
                    _ => break,
                }
            }
            if tables.noun_capitals {
                if t.has(CAPITAL) {
                    if t.is(FUNCTION) && at == start && !determined && self.sentence_first(at) {
                        break;
                    }
                    at += 1;
                    head = Some(at);
                    person = false;
                    // `Rennert Anlagen gekauft`: a name does not continue with a common noun.
                    continue;
                }
                // `deutscher und polnischer Behörden`
                if head.is_none() && at > start && t.is(is::COORD) && at + 1 < end && !self.toks[at + 1].is(is::DET) {
                    at += 1;
                    continue;
                }
                if head.is_some() || t.is(FUNCTION) || (t.is(is::FIN) && !determined) {
                    break;
                }
                let w = self.word(at);
                let adjective = tables.adjective_endings.iter().any(|e| w.ends_with(e)) || t.is(is::PARTICIPLE);
                let noun_ahead =
                    (at + 1..end.min(at + 5)).any(|n| self.toks[n].has(CAPITAL) || self.toks[n].mention != 0);
                if !adjective || !noun_ahead {
                    break;
                }
                at += 1;
                continue;
            }
            // Without capitals to go by, a word is part of the phrase unless it is something else.
            let noun = self.noun_by_place(at, Some(&self.toks[at.saturating_sub(1)]))
                || (head.is_some()
                    && t.is(is::VOICE | is::SAYING | is::WORK)
                    && !self
                        .toks
                        .get(at + 1)
                        .is_some_and(|n| at + 1 < end && (n.is(is::DET | is::THAT) || n.has(NUMBER))));
            let other = t.is(FUNCTION | is::WHETHER | is::REL | is::DET) || (t.is(is::FIN) && !t.has(CAPITAL) && !noun);
            let name = t.has(CAPITAL) && !self.sentence_first(at);
            if other && !name {
                break;
            }
            at += 1;
            head = Some(at);
            person = false;
        }
        let stop = head?;
        (stop > start).then_some((start, stop))
    }

    /// Whether a joining preposition joins here: not before a word of time.
    fn joiner(&self, i: usize) -> bool {
        let next = self.toks.get(i + 1);
        let narrow = ["of", "for", "from", "von", "vom", "für", "aus", "beim"].contains(&self.word(i));
        (narrow || self.backwards)
            && next.is_some_and(|n| !n.is(is::TIME) && (n.is(is::DET) || n.word() && !n.is(FUNCTION)))
    }

    /// Whether the token is the first word of its sentence, where a capital says nothing.
    pub fn sentence_first(&self, i: usize) -> bool {
        (self.range.0..i).all(|n| !self.toks[n].word())
            || i.checked_sub(1).is_some_and(|n| matches!(self.toks[n].mark, b':' | b'"'))
    }

    /// The noun phrase that ends right before `end` and starts no earlier than `from`.
    pub fn noun_phrase_before(&mut self, end: usize, from: usize) -> Option<(usize, usize)> {
        self.backwards = true;
        let earliest = from.max(end.saturating_sub(16));
        let found = (earliest..end).find_map(|start| {
            let t = &self.toks[start];
            let opens = t.word() && !t.is(FUNCTION & !is::PRON) || t.is(is::DET);
            if !opens
                || (t.is(is::PRON) && start + 1 != end)
                || (t.is(is::DET_GEN) && start > earliest && self.inside_phrase(start))
            {
                return None;
            }
            self.noun_phrase(start, end).filter(|&(_, stop)| stop == end)
        });
        self.backwards = false;
        found
    }

    /// Whether a genitive article continues a phrase: a noun stands before it.
    fn inside_phrase(&self, i: usize) -> bool {
        let before = &self.toks[i - 1];
        self.speech.tables.noun_capitals && before.has(CAPITAL) && !before.is(FUNCTION) && !self.sentence_first(i - 1)
    }
}
