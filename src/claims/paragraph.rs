//! One paragraph, sentence by sentence.

use crate::figures;
use crate::lang::speech::{Speech, is, speech};
use crate::text::Span;

use super::clauses::{Clause, Kind};
use super::frames::{Frame, Stand};
use super::judge::Match;
use super::people::Person;
use super::scan::{CAPITAL, FRAME, Tok, scan};
use super::{Attribution, Certainty, Claim, Context, Input, Known, Polarity, Speaker, Voice};

/// What is known while a paragraph is read.
pub struct Reader<'a> {
    /// What is read.
    pub input: &'a Input<'a>,
    /// The pack.
    pub speech: &'static Speech,
    /// Its words.
    pub toks: Vec<Tok>,
    /// The clauses of the sentence being read.
    pub clauses: Vec<Clause>,
    /// Its frames.
    pub frames: Vec<Frame>,
    /// Its phrases.
    pub phrases: Vec<Match>,
    /// Its tokens.
    pub range: (usize, usize),
    /// Whether it asks.
    pub question: bool,
    /// Whether noun phrases are looked for from their end.
    pub backwards: bool,
    /// Who was named so far.
    pub people: Vec<Person>,
    /// Whose indirect speech may run on.
    pub running: Option<Known>,
}

/// Reads the paragraph.
pub fn read(input: &Input<'_>) -> (Vec<Claim>, Context) {
    let speech = speech(input.lang);
    let mut r = Reader {
        input,
        speech,
        toks: scan(input, speech),
        clauses: Vec::new(),
        frames: Vec::new(),
        phrases: Vec::new(),
        range: (0, 0),
        question: false,
        backwards: false,
        people: input.before.people.iter().map(|k| Person { known: k.clone(), at: None }).collect(),
        running: input.before.running.clone(),
    };
    let mut turn = input.before.turn.clone();
    let mut turn_span = Span::default();
    let mut label_end = 0;
    let mut asked = input.before.asked;
    if let Some((known, span, end)) = r.turn_label(turn.as_ref()) {
        turn = Some(known);
        turn_span = span;
        label_end = end;
    } else if let Some(known) = r.asked(turn.as_ref().filter(|_| asked)) {
        turn = Some(known);
        asked = true;
    } else if let Some(t) = &turn
        && (r.leaves_interview(t) || asked && input.lead == 0 && !r.toks.iter().any(|t| t.is(is::FIRST)))
    {
        turn = None;
    }
    asked &= turn.is_some();
    // What is asked is not said by the one who answers.
    let lead = if asked { input.lead } else { 0 };
    let mut out: Vec<Claim> = Vec::new();
    let mut at = 0;
    // Whether the sentence before was somebody else's: then a plural mood that stands in for reported speech goes on with it.
    let mut runs = r.running.is_some();
    for (n, &sentence) in input.sentences.iter().enumerate() {
        let end_of = |r: &Reader<'_>, from: usize| {
            let mut i = from;
            while i < r.toks.len() && r.toks[i].start < sentence.end {
                i += 1;
            }
            i
        };
        while at < r.toks.len() && r.toks[at].start < sentence.start {
            at += 1;
        }
        let b = end_of(&r, at);
        let mut a = at;
        at = b;
        if label_end > a && label_end < b {
            a = label_end;
        }
        let from = out.len();
        let turn = turn.as_ref().filter(|_| sentence.end > lead).map(|t| (t, turn_span));
        r.sentence(n as u32, sentence, (a, b), turn, &mut runs, &mut out);
        debug_assert!(out.len() > from, "a sentence gives at least one claim");
    }
    r.share_out(&mut out);
    r.complete_quotes(&mut out);
    let people = r.people.into_iter().map(|p| p.known).collect();
    (out, Context { turn, asked, running: if runs { r.running } else { None }, people })
}

impl Reader<'_> {
    /// `Name:` at the head of the paragraph: whose turn it is.
    fn turn_label(&self, turn: Option<&Known>) -> Option<(Known, Span, usize)> {
        let colon = self.toks.iter().take(8).position(|t| t.mark == b':')?;
        if colon == 0
            || !self.toks.get(colon + 1).is_some_and(Tok::word)
                && self.toks.get(colon + 1).is_none_or(|t| t.mark != b'"')
        {
            return None;
        }
        let words = &self.toks[..colon];
        if !words.iter().all(|t| t.has(CAPITAL) || t.mention != 0 || t.mark == b'.' || t.mark == b'(' || t.mark == b')')
        {
            return None;
        }
        let span = self.span(0, colon);
        let text = self.text(0, colon);
        let mention = words[0].mention as usize;
        let named =
            mention > 0 && words.iter().all(|t| t.mention as usize == mention || t.mark != 0 || t.is(is::TITLE));
        let mention = mention.checked_sub(1).and_then(|n| self.input.mentions.get(n)).filter(|_| named);
        let asks = self.input.text.trim_end().ends_with('?');
        let known_before = turn.is_some_and(|t| *t.text == *text)
            || self.people.iter().any(|p| *p.known.text == *text && p.known.person);
        let person = mention.is_some_and(|m| m.kind == crate::actors::Kind::Person);
        let several = self.input.sentences.len() > 1 || asks || known_before || turn.is_some();
        let label = words.len() == 1 && words[0].is(is::LABEL);
        if !(person && several
            || mention.is_some() && asks
            || known_before
            || label
            || words.len() >= 2 && words.len() <= 4 && asks && mention.is_none())
        {
            return None;
        }
        // A quotation behind the colon is an ordinary one.
        if !asks && turn.is_none() && self.toks.get(colon + 1).is_some_and(|t| t.quote != 0) {
            return None;
        }
        let known = Known {
            actor: mention.map(|m| m.actor.clone()),
            text: text.into(),
            roles: Vec::new(),
            person: person || mention.is_none(),
            female: None,
        };
        Some((known, span, colon + 1))
    }

    /// `*Frau Rennert, wann öffnet die Brücke?* Im Mai.`: who answers a question that is set apart by emphasis. Somebody must be
    /// addressed once, since explainers ask their readers' questions in the same way; further questions go to the same one.
    fn asked(&self, turn: Option<&Known>) -> Option<Known> {
        let lead = self.input.text.get(..self.input.lead as usize)?.trim_end_matches(['*', '_', ' ', '\n', '\u{a0}']);
        if lead.is_empty() {
            return None;
        }
        if let Some(known) = self.addressed() {
            return Some(known);
        }
        turn.filter(|_| lead.ends_with(['?', '!', '.', '…', ':'])).cloned()
    }

    /// Whom the paragraph's first words address: `Frau Rennert, …`, `Ms Rennert, …`.
    fn addressed(&self) -> Option<Known> {
        let title = self.toks.iter().take(3).position(|t| t.is(is::TITLE))?;
        let at = (title..self.toks.len().min(title + 5)).find(|&i| self.toks[i].mention != 0)?;
        let mention = self.input.mentions.get(self.toks[at].mention as usize - 1)?;
        let end = (at..self.toks.len()).find(|&i| self.toks[i].mention != self.toks[at].mention)?;
        if self.toks[end].mark != b',' || self.toks[end].start > self.input.lead {
            return None;
        }
        let name = self.input.text.get(mention.span.range())?;
        let last = name.rsplit(' ').next()?;
        let known =
            |k: &Known| k.actor.as_ref() == Some(&mention.actor) || k.person && k.text.rsplit(' ').next() == Some(last);
        let person = self.people.iter().rev().map(|p| &p.known).find(|k| known(k)).cloned();
        Some(person.unwrap_or_else(|| Known {
            actor: Some(mention.actor.clone()),
            text: name.into(),
            roles: Vec::new(),
            person: true,
            female: None,
        }))
    }

    /// Whether a paragraph without a label is about the speaker instead of by him.
    fn leaves_interview(&self, turn: &Known) -> bool {
        turn.actor.is_some() && self.input.mentions.iter().any(|m| Some(&m.actor) == turn.actor.as_ref())
    }

    fn sentence(
        &mut self,
        n: u32,
        span: Span,
        (a, b): (usize, usize),
        turn: Option<(&Known, Span)>,
        runs: &mut bool,
        out: &mut Vec<Claim>,
    ) {
        self.range = (a, b);
        self.question = self.toks[a..b].iter().rev().take_while(|t| !t.word()).any(|t| t.mark == b'?');
        self.find_phrases();
        self.cut(a, b);
        self.register(a, b);
        if self.clauses.is_empty() {
            out.push(empty(span, n));
            self.frames.clear();
            return;
        }
        self.find_frames();
        if self.only_back() && !out.is_empty() {
            self.say_of_the_one_before(n, out);
        }
        let mut group = 0;
        let mut first = true;
        let mut reported_any = false;
        let mut speaker_now: Option<Known> = None;
        let mut start = span.start;
        while group < self.clauses.len() {
            let mut next = group + 1;
            while next < self.clauses.len() && !self.splits(group, next) {
                next += 1;
            }
            let end = match self.clauses.get(next) {
                Some(c) => self.toks[c.a].start,
                None => span.end,
            };
            let end = end.max(start).min(span.end.max(start));
            let claim = self.claim(n, Span { start, end: self.trim(start, end) }, group, next, turn, *runs, first);
            reported_any |= matches!(claim.attribution.voice, Voice::Reported | Voice::Quoted) && turn.is_none();
            if let Some(s) = self.lasting_speaker(&claim) {
                speaker_now = Some(s);
            }
            out.push(claim);
            start = end;
            group = next;
            first = false;
        }
        if let Some(s) = speaker_now {
            self.running = Some(s);
        }
        *runs = reported_any;
    }

    /// The end of a span without the space and the joining mark before the next.
    fn trim(&self, start: u32, end: u32) -> u32 {
        let text = self.input.text.get(start as usize..end as usize).unwrap_or("");
        start + text.trim_end().len() as u32
    }

    fn only_back(&self) -> bool {
        self.frames.iter().any(|f| f.back)
    }

    /// `Das teilte X mit.` speaks of the sentence before.
    fn say_of_the_one_before(&mut self, n: u32, out: &mut [Claim]) {
        let Some(frame) = self.frames.iter().find(|f| f.back) else { return };
        let Some(sentence) = n.checked_sub(1) else { return };
        for claim in out.iter_mut().rev().take_while(|c| c.sentence == sentence) {
            if claim.attribution.speaker.is_none() && frame.speaker.is_some() {
                let quoted = claim.attribution.voice == Voice::Quoted;
                claim.attribution.voice = if quoted { Voice::Quoted } else { Voice::Reported };
                claim.attribution.speaker = frame.speaker.clone();
                claim.attribution.cue = Some(self.span(frame.cue.0, frame.cue.1));
                if frame.manner.is_some_and(|m| m.denies) && !frame.negated {
                    claim.polarity = Polarity::Denied;
                    claim.polarity_cue = claim.attribution.cue;
                }
            }
        }
    }

    /// Whether a claim of its own begins with clause `k`, when one is open since clause `from`.
    fn splits(&self, from: usize, k: usize) -> bool {
        let c = &self.clauses[k];
        let framed = |c: &Clause| self.toks[c.a..c.b].iter().filter(|t| t.word()).all(|t| t.has(FRAME));
        // `; the association, a body of investors, spoke of 600`: the verb stands behind a side remark.
        let rest = self.clauses[k + 1..].iter().take_while(|c| c.lead != b';');
        if c.lead == b';' && c.verb.is_none() && rest.clone().any(|c| c.verb == Some(c.first) && c.lead == b',') {
            return (from..k).any(|n| self.clauses[n].verb.is_some());
        }
        if framed(c) || (from..k).all(|n| framed(&self.clauses[n]) || self.clauses[n].verb.is_none()) {
            return false;
        }
        // `nicht 6,5, sondern elf Millionen`: one statement.
        if self.toks[c.a..=c.first.min(c.b - 1)].iter().any(|t| t.is(is::BUT_RATHER)) {
            return false;
        }
        let words = |c: &Clause| self.toks[c.a..c.b].iter().filter(|t| t.word()).count();
        let stands = |n: usize| {
            matches!(self.clauses[n].kind, Kind::Main) && self.clauses[n].verb.is_some() && !framed(&self.clauses[n])
        };
        let main_before = (from..k).any(stands);
        if c.lead == b';' {
            return c.verb.is_some() && words(c) >= 3;
        }
        if c.lead == b'&' {
            return true;
        }
        // `nach Angaben der Gewerkschaft kamen 840, nach Angaben der Reederei 310`: each source has its figure.
        let sourced = |n: usize| {
            let phrase = self.frames.iter().any(|f| f.stand == Stand::Phrase && self.clause_of(f.at) == n);
            phrase && self.has_figure(self.clauses[n].a, self.clauses[n].b)
        };
        if c.lead == b',' && c.verb.is_none() && sourced(k) && (from..k).any(sourced) {
            return true;
        }
        // `counted 640 deer, whereas the association believes that 1,100 died`: two statements, set against each other.
        let against = c.contrast && self.toks[c.first].is(is::SUBORD) && c.verb.is_some();
        if against && main_before && self.has_figure(c.a, c.b) {
            let figures_before = (from..k).any(|n| self.has_figure(self.clauses[n].a, self.clauses[n].b));
            return figures_before && words(c) >= 3;
        }
        // Inside a quotation the quotation decides: it is kept whole.
        if !main_before || c.kind != Kind::Main || c.verb.is_none() || words(c) < 3 || c.lead == b'(' {
            return false;
        }
        let figures_before = (from..k).any(|n| self.has_figure(self.clauses[n].a, self.clauses[n].b));
        let subject = c.verb.is_some_and(|v| v > c.first) || self.clauses[k].joined;
        if c.lead == b',' && c.joined && subject {
            // The mood decides whether `und` goes on with what is said.
            return true;
        }
        if c.lead == b':'
            && c.verb.is_some_and(|v| v > c.first)
            && !self.frames.iter().any(|f| f.stand != Stand::Phrase && f.lo <= k)
        {
            return true;
        }
        let opens_here = self.frames.iter().any(|f| f.stand == Stand::Opens && f.lo == k);
        matches!(c.lead, b',' | b':' | b'-')
            && subject
            && !opens_here
            && figures_before
            && self.has_figure(c.a, c.b)
            && c.verb.is_some_and(|v| v > c.first)
    }

    #[allow(clippy::too_many_arguments)] // the state of the sentence loop, passed once
    fn claim(
        &mut self,
        n: u32,
        span: Span,
        from: usize,
        to: usize,
        turn: Option<(&Known, Span)>,
        runs: bool,
        first: bool,
    ) -> Claim {
        let mut claim = empty(span, n);
        let _ = first;
        // The frames that reach it, from the one heard first to the one nearest to the matter.
        let content: Vec<usize> = (from..to)
            .filter(|&k| {
                let c = &self.clauses[k];
                matches!(c.kind, Kind::Main | Kind::Content | Kind::Fragment | Kind::Condition)
                    && self.toks[c.a..c.b].iter().any(|t| t.word() && !t.has(FRAME))
            })
            .collect();
        let reaches = |f: &Frame| {
            let inside = content.iter().any(|&k| f.lo <= k && k <= f.hi);
            inside || (content.is_empty() && f.lo < to && f.hi >= from)
        };
        let mut governing: Vec<&Frame> = self.frames.iter().filter(|f| reaches(f) || f.back).collect();
        // Of two phrases side by side each keeps to its own clause.
        let own: Vec<usize> = governing
            .iter()
            .enumerate()
            .filter(|(_, f)| f.stand == Stand::Phrase && (from..to).contains(&self.clause_of(f.at)))
            .map(|(i, _)| i)
            .collect();
        if !own.is_empty() {
            let mut i = 0;
            governing.retain(|f| {
                let keep = f.stand != Stand::Phrase || own.contains(&i);
                i += 1;
                keep
            });
        }
        let reported_mood =
            (from..to).find_map(|k| self.report_mood(&self.clauses[k]).filter(|&i| !self.toks[i].has(FRAME)));
        let mood = reported_mood.is_some();
        let stands_in = |c: &Clause| c.kind == Kind::Main && c.verb.is_some_and(|v| self.toks[v].is(is::STAND_IN));
        let replaced = runs && self.clauses[from..to].iter().any(stands_in);
        // demnach: as the one quoted last says.
        let (a, b) = (self.clauses[from].a, self.clauses[to - 1].b);
        let accordingly = governing.is_empty() && self.toks[a..b].iter().any(|t| t.is(is::WHEREBY) && t.is(is::ADV));
        let replaced = replaced || accordingly;
        let indirect = !governing.is_empty() || mood || (replaced && self.running.is_some() && turn.is_none());
        let mut j = self.judge(from, to, indirect);
        j.question |= self.question && to == self.clauses.len();
        if self.question {
            j.question = true;
        }
        // Who.
        let mut speakers: Vec<Speaker> = governing.iter().filter_map(|f| f.speaker.clone()).collect();
        speakers.dedup_by(|b, a| a.actor.is_some() && a.actor == b.actor || a.text == b.text);
        let cue = governing
            .iter()
            .rev()
            .find(|f| f.speaker.is_some())
            .or(governing.last())
            .map(|f| self.span(f.cue.0, f.cue.1));
        let mut negated_saying = false;
        let mut asks = None;
        for f in &governing {
            let Some(m) = f.manner else {
                if f.hearsay {
                    j.certainty = j.certainty.max(Certainty::Possible);
                }
                continue;
            };
            let at = self.span(f.cue.0, f.cue.1);
            if f.hearsay && j.certainty < Certainty::Possible {
                j.certainty = Certainty::Possible;
                j.certainty_cue = Some(at);
            }
            let lends = m.certainty.map(|s| match s {
                crate::lang::speech::Sure::Certain => Certainty::Certain,
                crate::lang::speech::Sure::Probable => Certainty::Probable,
                crate::lang::speech::Sure::Possible => Certainty::Possible,
                crate::lang::speech::Sure::Unknown => Certainty::Unknown,
            });
            let degree = match (f.negated, m.denies, lends) {
                // schließt nicht aus, did not deny
                (true, true, _) => Some(Certainty::Possible),
                // glaubt nicht, dass: the doubt moves on to what is thought.
                (true, false, Some(Certainty::Probable)) => {
                    j.polarity = Polarity::Denied;
                    j.polarity_cue = Some(at);
                    Some(Certainty::Probable)
                }
                (true, false, _) => {
                    negated_saying = true;
                    Some(Certainty::Unknown)
                }
                (false, true, lends) => {
                    j.polarity = if j.polarity == Polarity::Denied && j.polarity_cue.is_some() {
                        Polarity::Affirmed
                    } else {
                        Polarity::Denied
                    };
                    j.polarity_cue = if j.polarity == Polarity::Denied { Some(at) } else { None };
                    lends
                }
                (false, false, lends) => lends,
            };
            if let Some(degree) = degree
                && degree > j.certainty
            {
                j.certainty = degree;
                j.certainty_cue = Some(at);
            }
            if m.asks {
                asks = Some(at);
            }
            j.plan |= m.plan;
        }
        let _ = (negated_saying, asks);
        let quoted = self.mostly_quoted(from, to);
        let mut voice = match (governing.is_empty(), speakers.is_empty()) {
            (false, false) => Voice::Reported,
            (false, true) => Voice::Unattributed,
            _ => Voice::Own,
        };
        let mut speaker = speakers.last().cloned();
        let mut chain = if speakers.len() > 1 { speakers } else { Vec::new() };
        let mut cue = cue;
        if governing.is_empty() {
            if let Some(m) = j.self_said {
                // will es nicht gewusst haben: who is the subject says so.
                let k = self.clause_of(m);
                if let Some((a, b)) = self.subject(k) {
                    speaker = Some(self.speaker(a, b));
                    voice = Voice::Reported;
                    cue = Some(self.toks[m].span());
                }
            } else if let Some(i) = reported_mood {
                voice = Voice::Unattributed;
                cue = Some(self.toks[i].span());
                let k = self.clause_of(i);
                let running = self.running.clone();
                if let Some(known) = running.or_else(|| self.who_speaks(k)).filter(|_| turn.is_none()) {
                    voice = Voice::Reported;
                    speaker = Some(carried(&known));
                }
            } else if replaced
                && turn.is_none()
                && let Some(known) = self.running.clone()
            {
                voice = Voice::Reported;
                speaker = Some(carried(&known));
            }
        } else if mood
            && voice == Voice::Unattributed
            && turn.is_none()
            && let Some(known) = self.running.clone().filter(|_| runs)
        {
            voice = Voice::Reported;
            speaker = Some(carried(&known));
        }
        if let Some(h) = j.hearsay
            && voice == Voice::Own
        {
            voice = Voice::Unattributed;
            cue = Some(h);
        }
        if quoted {
            voice = Voice::Quoted;
        }
        if let Some((known, at)) = turn {
            let source = Speaker { span: at, actor: known.actor.clone(), text: known.text.to_string() };
            match (&speaker, voice) {
                (None, Voice::Unattributed) => {
                    speaker = Some(source);
                }
                (None, _) => {
                    voice = Voice::Quoted;
                    cue = cue.or(Some(at).filter(|s| !s.is_empty()));
                    speaker = Some(source);
                }
                (Some(inner), _) => {
                    if chain.is_empty() {
                        chain.push(inner.clone());
                    }
                    chain.insert(0, source);
                }
            }
        }
        claim.attribution = Attribution { voice, speaker, cue, chain };
        if j.question && j.certainty < Certainty::Unknown {
            j.certainty = Certainty::Unknown;
            j.certainty_cue = self.toks[..self.range.1].last().map(|t| t.span());
        }
        claim.certainty = j.certainty;
        claim.certainty_cue = j.certainty_cue;
        claim.polarity = j.polarity;
        claim.polarity_cue = j.polarity_cue;
        claim.question = j.question;
        claim.condition = j.condition;
        claim.proviso = j.proviso;
        claim.plan = j.plan;
        // Mentions, with their parts.
        let (a, b) = (self.clauses[from].a, self.clauses[to - 1].b);
        let mut last = 0;
        let first_token = if from == 0 { self.range.0 } else { a };
        let last_token = match self.clauses.get(to) {
            Some(c) => c.a,
            None => self.range.1,
        };
        let _ = b;
        for i in first_token..last_token {
            let m = self.toks[i].mention;
            if m != 0 && m != last {
                claim.mentions.push(u32::from(m) - 1);
                claim.parts.push(self.part(i));
            }
            last = m;
        }
        // Dates: what the claim speaks of, and when it was said.
        let mut last = 0;
        for i in first_token..last_token {
            let f = self.toks[i].figure;
            if f == 0 || f == last {
                last = f;
                continue;
            }
            last = f;
            let date = self.input.figures.get(f as usize - 1).is_some_and(|f| f.kind == figures::Kind::Date);
            if date {
                let slot = if self.toks[i].has(FRAME) { &mut claim.said } else { &mut claim.time };
                slot.get_or_insert(u32::from(f) - 1);
            }
        }
        claim
    }

    /// The person that the subject of a clause in the mood of reported speech stands for, where nobody was heard speaking
    /// before: `X wehrte sich. Er habe nichts gewusst.`
    fn who_speaks(&mut self, k: usize) -> Option<Known> {
        let (a, b) = self.subject(k)?;
        let t = self.toks.get(a)?;
        let alone = b == a + 1 && t.is(is::PRON) && t.mention == 0;
        self.pronoun(a).filter(|_| alone).cloned()
    }

    /// Whose speech may run on after a claim: of several the one who was heard speaking.
    fn lasting_speaker(&self, claim: &Claim) -> Option<Known> {
        let s = claim.attribution.chain.first().or(claim.attribution.speaker.as_ref())?;
        let person = self.people.iter().rev().find(|p| s.actor.is_some() && p.known.actor == s.actor);
        Some(match person {
            Some(p) => p.known.clone(),
            None => Known {
                actor: s.actor.clone(),
                text: s.text.as_str().into(),
                roles: Vec::new(),
                person: false,
                female: None,
            },
        })
    }

    /// Whether most of what is claimed stands in quotation marks, and enough to be somebody's words.
    fn mostly_quoted(&self, from: usize, to: usize) -> bool {
        let (mut inside, mut outside) = (0, 0);
        for c in &self.clauses[from..to] {
            for t in &self.toks[c.a..c.b] {
                if t.word() && !t.has(FRAME) {
                    if t.quote != 0 { inside += 1 } else { outside += 1 }
                } else if t.word() && t.quote != 0 {
                    inside += 1;
                }
            }
        }
        let verb = self.clauses[from..to].iter().any(|c| c.verb.is_some_and(|v| self.toks[v].quote != 0));
        inside > outside && (inside >= 6 || inside >= 2 && verb)
    }

    /// Every figure and mention to exactly one claim, also those between sentences.
    fn share_out(&self, claims: &mut [Claim]) {
        let place = |claims: &[Claim], at: u32| -> Option<usize> {
            let n = claims.partition_point(|c| c.span.start <= at);
            if claims.is_empty() { None } else { Some(n.saturating_sub(1)) }
        };
        for (n, f) in self.input.figures.iter().enumerate() {
            if let Some(c) = place(claims, f.core.start).and_then(|c| claims.get_mut(c)) {
                c.figures.push(n as u32);
            }
        }
        let mut had = vec![false; self.input.mentions.len()];
        for c in claims.iter_mut() {
            let mut keep = Vec::with_capacity(c.mentions.len());
            for &m in &c.mentions {
                keep.push(had.get(m as usize).is_some_and(|h| !*h));
                if let Some(h) = had.get_mut(m as usize) {
                    *h = true;
                }
            }
            let mut it = keep.iter();
            c.parts.retain(|_| *it.next().unwrap_or(&true));
            let mut it = keep.iter();
            c.mentions.retain(|_| *it.next().unwrap_or(&true));
        }
        for (n, m) in self.input.mentions.iter().enumerate() {
            if !had[n]
                && let Some(c) = place(claims, m.span.start).and_then(|c| claims.get_mut(c))
            {
                c.mentions.push(n as u32);
                c.parts.push(super::Part::Other);
            }
        }
        for c in claims.iter_mut() {
            let own = |f: &u32| c.figures.contains(f);
            c.time = c.time.filter(own);
            c.said = c.said.filter(own);
        }
    }

    /// The sentences of one quotation have one speaker, and a quotation beside another the same.
    fn complete_quotes(&self, claims: &mut [Claim]) {
        let quote_of = |c: &Claim| {
            self.input
                .quotes
                .iter()
                .position(|q| q.span.overlaps(c.span))
                .filter(|_| c.attribution.voice == Voice::Quoted)
        };
        for n in 0..claims.len() {
            if claims[n].attribution.voice != Voice::Quoted || claims[n].attribution.speaker.is_some() {
                continue;
            }
            let q = quote_of(&claims[n]);
            let same = |c: &Claim| {
                q.is_some_and(|q| self.input.quotes[q].span.overlaps(c.span)) && c.attribution.speaker.is_some()
            };
            let from = claims.iter().find(|c| same(c)).or_else(|| {
                // The quotation that follows the speaker's own sentence.
                claims[..n].last().filter(|c| matches!(c.attribution.voice, Voice::Quoted | Voice::Reported))
            });
            let found = from.and_then(|c| c.attribution.speaker.clone());
            let running = || self.input.before.running.as_ref().filter(|_| n == 0).map(carried);
            claims[n].attribution.speaker = found.or_else(running);
        }
    }
}

fn carried(known: &Known) -> Speaker {
    Speaker { span: Span::default(), actor: known.actor.clone(), text: known.text.to_string() }
}

fn empty(span: Span, sentence: u32) -> Claim {
    Claim {
        span,
        sentence,
        figures: Vec::new(),
        mentions: Vec::new(),
        parts: Vec::new(),
        attribution: Attribution::default(),
        certainty: Certainty::Certain,
        certainty_cue: None,
        polarity: Polarity::Affirmed,
        polarity_cue: None,
        question: false,
        condition: false,
        proviso: false,
        plan: false,
        time: None,
        said: None,
    }
}
