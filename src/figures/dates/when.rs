//! Which year does a date without one lie in? The tense of its clause and the story so far decide.

use super::{Atom, Story, day};
use crate::figures::PartialDate;
use crate::figures::lex::{TokKind, fold};
use crate::figures::parse::{Reader, is};
use crate::lang::numbers::{Role, Sense};

/// Which way a date without its year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Ahead,
    /// Only a preposition points: the nearer one.
    Near,
    Unsaid,
}

/// The tense of a verb, as far as one word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
}

impl Reader<'_> {
    /// Which way the clause around tokens `from..to` points.
    pub(super) fn way(&self, from: usize, to: usize) -> Way {
        // seit and since look back whatever the verb.
        let mut k = from;
        for _ in 0..4 {
            let Some(p) = self.prev(k) else { break };
            // So does a comparison: more than in December.
            if is!(self, p, Sense::SincePrep | Sense::Than) {
                return Way::Back;
            }
            if !is!(self, p, Sense::DatePrep | Sense::Part3(_) | Sense::Part3Of(_) | Sense::The | Sense::Relative(_)) {
                break;
            }
            k = p;
        }
        if self.is_prev(from, |r, p| r.is_word(p, "as") && r.is_prev(p, |r, q| r.plays(q, Role::AsSoon))) {
            return Way::Ahead;
        }
        let until = self.until(from);
        let mut now = false;
        for commas in [true, false] {
            let ends = |k: usize| match self.kind(k) {
                Some(TokKind::Sym(',' | '(' | ')' | '–')) => commas,
                Some(TokKind::Sym('!' | '?' | ';' | ':' | '"' | '„' | '“' | '”' | '»' | '«')) => true,
                Some(TokKind::Sym('.')) => {
                    let word = k > 0 && self.word(k - 1) && self.end(k - 1) - self.start(k - 1) > 3;
                    self.capital(k + 1) && self.num(k.wrapping_sub(1)).is_none()
                        || self.num(k + 1).is_some() && word
                        || k + 1 >= self.toks.len()
                }
                None => true,
                _ => self.toks.get(k).is_some_and(|t| t.after_break),
            };
            let mut a = from;
            while a > 0 && !ends(a - 1) && from - a < 40 {
                a -= 1;
            }
            let mut b = to;
            while !ends(b) && b - to < 40 {
                b += 1;
            }
            let (mut ahead, mut gone, mut future) = (false, false, false);
            let (mut nearest_ahead, mut nearest_gone) = (usize::MAX, usize::MAX);
            for k in (a..from).chain(to..b) {
                let Some(tok) = self.toks.get(k) else { break };
                if !matches!(tok.kind, TokKind::Word) || tok.capital && self.pack.noun_capitals && !self.begins(k) {
                    continue;
                }
                future |= is!(self, k, Sense::Future);
                // An English date belongs to the verb before it: the inquiry she ordered in May will be published.
                let behind = if self.pack.noun_capitals { 1 } else { 3 };
                let far = if k < from { from - k } else { (k + 1 - to) * behind };
                // They meet on Monday and were told so: what `and` adds behind the date has a verb of its own.
                if behind > 1 && k >= to && is!(self, k, Sense::And) && self.tense(k + 1).is_some() {
                    break;
                }
                if is!(self, k, Sense::Ahead | Sense::Future)
                    && !self.is_object(k)
                    && !self.is_yardstick(k)
                    && !self.is_denied(k)
                {
                    ahead = true;
                    nearest_ahead = nearest_ahead.min(far);
                }
                match self.tense(k) {
                    // Darüber wird im Herbst entschieden: the participle goes with the verb of what is to come.
                    Some(Tense::Past)
                        if self.pack.noun_capitals
                            && k >= to
                            && (future && ends(k + 1) || self.is_word(k + 1, "werden")) => {}
                    Some(Tense::Past) => {
                        gone = true;
                        nearest_gone = nearest_gone.min(far);
                    }
                    Some(Tense::Present) => now = true,
                    None => {}
                }
            }
            match (ahead, gone) {
                (true, false) => return Way::Ahead,
                // By Friday, bis Ende September: a deadline that was set lies ahead as soon as it is nearer there. What had
                // happened by then, and how much of it, is told when it is over.
                (false, true) if until => return if self.done_by(a, to, b) { Way::Back } else { Way::Near },
                (false, true) => return Way::Back,
                // He said in January that it would open in May: each date goes with the verb next to it.
                (true, true) if until => return Way::Ahead,
                (true, true) if nearest_gone < nearest_ahead => return Way::Back,
                (true, true) => return if future { Way::Ahead } else { Way::Near },
                // Sie hat die Verletzten, die noch dort liegen, am Mittwoch besucht: behind a clause that was put in, the
                // sentence goes on.
                (false, false) if now && !(commas && self.goes_on(a, from, to, b)) => return Way::Near,
                (false, false) => {}
            }
        }
        // Am Montag entscheiden die Mitglieder: the verb right behind the date that opens the sentence.
        if self.word(to) && !self.capital(to) && !self.gone(to) && self.ends_folded(to, self.pack.verb_ends) {
            let mut lead = from;
            while lead > 0
                && from - lead < 6
                && is!(self, lead - 1, Sense::DatePrep | Sense::The | Sense::Night | Sense::Towards)
            {
                lead -= 1;
            }
            now |= self.begins(lead) && !is!(self, to, Sense::Adjective | Sense::Stop);
        }
        if until || now { Way::Near } else { Way::Unsaid }
    }

    /// Whether the word at token `k`, which may be a verb of what lies ahead, is the object of a verb in the past: `approved
    /// plans`, `announced a vote`.
    fn is_object(&self, k: usize) -> bool {
        let Some(before) = self.prev(k).filter(|_| !self.pack.noun_capitals) else { return false };
        // Friday's close
        if self.is_word(before, "s") && self.glued(before) {
            return true;
        }
        let verb =
            if self.is_word(before, "a") || is!(self, before, Sense::The) { self.prev(before) } else { Some(before) };
        let participle = self.ends_folded(k, self.pack.past_ends)
            || self.ends_folded(k, &["ing"])
            || self.is_word(k, "due")
            || self.is_word(k, "set");
        verb.is_some_and(|v| self.gone(v) && !is!(self, v, Sense::Be)) && !participle
    }

    /// Whether a preposition right before the date at token `from` says until when: by the end of the summer, until 9 a.m. on
    /// Tuesday, postponed to Monday. `On`, even behind another phrase (from Jordan on Tuesday), says when.
    fn until(&self, from: usize) -> bool {
        let mut k = from;
        for _ in 0..8 {
            let Some(p) = self.prev(k) else { return false };
            // Postponed to 5 March; but: von Freitag auf Samstag, in contrast to Thursday
            let onto = k == from && (is!(self, p, Sense::To) || self.is_word(p, "auf"));
            if is!(self, p, Sense::UntilPrep) || onto && !is!(self, from, Sense::Weekday(_)) {
                return true;
            }
            let clock = self.num(p).is_some()
                || self.kind(p) == Some(TokKind::Junk)
                || is!(self, p, Sense::Clock)
                || self.sym(p, '.')
                || ["a", "p", "m"].iter().any(|w| self.is_word(p, w))
                || self.capital(p) && self.end(p) - self.start(p) <= 4;
            let led = is!(
                self,
                p,
                Sense::DatePrep
                    | Sense::Part3(_)
                    | Sense::Part3Of(_)
                    | Sense::The
                    | Sense::Relative(_)
                    | Sense::Of
                    | Sense::Night
                    | Sense::Towards
            );
            let when = from - p > 1 && is!(self, p, Sense::DatePrep) && !led;
            let limit = is!(self, p, Sense::LimitEnds(_)) || self.is_word(p, "at");
            if when || !(led || clock || limit) {
                return false;
            }
            k = p;
        }
        false
    }

    /// Could not be reached on Monday: nothing lies ahead.
    fn is_denied(&self, k: usize) -> bool {
        self.is_word(k, "could") && self.is_word(k + 1, "not")
    }

    /// Whether the word at token `k` says what something is measured by: later than planned, wie erwartet.
    fn is_yardstick(&self, k: usize) -> bool {
        let by = |p: usize| is!(self, p, Sense::Than) || ["as", "wie"].iter().any(|w| self.is_word(p, w));
        self.prev(k).is_some_and(by)
    }

    /// Whether what stands behind the date that ends at token `to`, in the clause that ends at token `b`, says what had been done
    /// by then, or to how many: By Tuesday oil had reached the beach. They had until Tuesday, or had to, is another matter.
    fn done_by(&self, a: usize, to: usize, b: usize) -> bool {
        let had = (to..b).any(|k| self.pack.had.iter().any(|w| self.is_word(k, w)) && !is!(self, k + 1, Sense::To));
        let many = (to..b.min(to + 4)).any(|k| {
            self.num(k).is_some_and(|n| n.whole_digits < 4 || !n.plain)
                && !is!(self, k + 1, Sense::Clock)
                && !self.clock_at(k)
        });
        let owed = (a..b).any(|k| self.pack.owed.iter().any(|w| self.is_word(k, w)));
        had || many && self.pack.noun_capitals && !owed
    }

    /// Whether the clause `a..b` is the rest of a sentence that another was put into: nothing but a date that a preposition
    /// leads, and the verb.
    fn goes_on(&self, a: usize, from: usize, to: usize, b: usize) -> bool {
        self.pack.noun_capitals
            && self.is_prev(a, |r, p| r.sym(p, ','))
            && (a..from).all(|k| is!(self, k, Sense::DatePrep | Sense::The))
            && b == to + 1
    }

    /// Whether the word at token `k` is a verb in the past.
    pub(super) fn gone(&self, k: usize) -> bool {
        self.tense(k) == Some(Tense::Past)
    }

    /// The tense of the word at token `k` as far as it is listed, alone or behind a prefix (ver-lor), or its ending tells.
    pub(super) fn tense(&self, k: usize) -> Option<Tense> {
        let tok = self.toks.get(k)?;
        // To be published, is to be heard: a participle of what is to come.
        // So is what is heard or is planned in May.
        let ahead = || self.is_prev(k, |r, p| is!(r, p, Sense::Be) || ["is", "are"].iter().any(|w| r.is_word(p, w)));
        if tok.senses.any() {
            return if is!(self, k, Sense::Gone) {
                (!ahead()).then_some(Tense::Past)
            } else if is!(self, k, Sense::Now) && !tok.capital {
                Some(Tense::Present)
            } else {
                None
            };
        }
        if tok.end - tok.start <= 3 {
            return None;
        }
        let mut buffer = [0; 64];
        let word = fold(self.text.get(tok.start as usize..tok.end as usize)?, &mut buffer)?;
        let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e.as_bytes()));
        let listed = |p: &&str| {
            word.strip_prefix(p.as_bytes())
                .filter(|rest| rest.len() > 2)
                .and_then(|rest| self.index.find(rest))
                .is_some_and(|s| self.index.senses(s).contains(&Sense::Gone))
        };
        if word.len() > 4 && (ends(self.pack.past_ends) || self.pack.verb_prefixes.iter().any(listed)) {
            return (!ahead()).then_some(Tense::Past);
        }
        (!tok.capital && ends(self.pack.present_ends)).then_some(Tense::Present)
    }

    /// The date that a story of the past has reached, when the next date belongs to the story.
    pub(super) fn story(&self, way: Way) -> Option<Story> {
        self.story.filter(|_| matches!(way, Way::Back | Way::Near | Way::Unsaid))
    }

    /// Remembers a date whose year the text states: what follows without a year is told from there if it lies well back.
    pub(super) fn tell(&mut self, atom: &Atom, open: bool) {
        if atom.unknown {
            return;
        }
        let stated = (atom.core.0..atom.to).any(|k| match self.kind(k) {
            Some(TokKind::Date(d)) => d.year.is_some(),
            Some(TokKind::Years(..)) => true,
            Some(TokKind::Num(_)) => self.num(k).is_some_and(|n| n.plain && n.whole_digits == 4),
            _ => false,
        });
        let now = self.reference.and_then(|r| r.year);
        let winter = matches!(self.kind(atom.to.saturating_sub(1)), Some(TokKind::Years(..)));
        // What is told after a period of months mostly lies within it.
        let date = if atom.lo == atom.hi || winter || atom.lo.month.is_some() { atom.lo } else { atom.hi };
        if stated {
            self.stated_year = atom.hi.year;
            let back = match (date.year, now) {
                (Some(then), Some(now)) => now - then,
                _ => 0,
            };
            // A year alone (founded in 2019) is no story unless it is long past.
            let enough =
                date.month.is_some() || atom.about || matches!(self.kind(atom.core.0), Some(TokKind::Years(..)));
            self.story = (back >= 2 && enough || back >= 25).then_some(Story(date));
        } else if open {
            // A date that took its year from the story carries it on.
            if let Some(story) = &mut self.story
                && date.year.is_some()
            {
                *story = Story(date);
            }
        } else {
            // Yesterday, on Monday, last year: back to the day of writing.
            self.story = None;
        }
    }

    /// The month (and day) at tokens `from..to` with the year that the text leaves out.
    pub(super) fn dated_by(&self, date: PartialDate, from: usize, to: usize) -> PartialDate {
        if date.year.is_some() {
            return date;
        }
        let way = self.way(from, to);
        // The hall, opened in 1929, is being rebuilt; work agreed on in December begins soon: no story of 1929.
        if let Some(told) = self.story(way).filter(|s| s.is_exact() || !self.speaks_of_now(from, to)) {
            return told.next(date);
        }
        self.resolve(date, way)
    }

    /// Whether a verb of the sentence around tokens `from..to` says what is or will be.
    fn speaks_of_now(&self, from: usize, to: usize) -> bool {
        let ends = |k: usize| self.sym(k, '.') && self.begins(k + 1) && self.capital(k + 1);
        let before = (0..from).rev().take(40).take_while(|k| !ends(*k));
        let behind = (to..self.toks.len()).take(40).take_while(|k| !ends(*k));
        before.chain(behind).any(|k| is!(self, k, Sense::Ahead | Sense::Future | Sense::Now) && !self.capital(k))
    }

    /// The year of a month (and day) that the text leaves out and no story tells.
    fn resolve(&self, date: PartialDate, way: Way) -> PartialDate {
        let Some(reference) = self.reference else { return date };
        let Some(year) = reference.year else { return date };
        let Some(month) = date.month else { return PartialDate { year: Some(year), ..date } };
        let Some(now) = reference.month else { return PartialDate { year: Some(year), ..date } };
        let with = |y: i16| PartialDate { year: Some(y), ..date };
        let later = month > now || month == now && matches!((date.day, reference.day), (Some(a), Some(b)) if a > b);
        let earlier = month < now || month == now && matches!((date.day, reference.day), (Some(a), Some(b)) if a < b);
        match way {
            // Nobody leaves out the year of a day that is a whole year off; the verb ahead belongs to something else.
            Way::Ahead if earlier && !self.just_gone(with(year), reference) => with(year + 1),
            Way::Ahead => with(year),
            // A day of the coming weeks is not told of as past: Putin erklärte den 24. März zum Trauertag; the board declared a
            // dividend, payable on 7 December.
            Way::Back if later && self.soon(with(year), reference, 60) => with(year),
            Way::Back if later => with(year - 1),
            Way::Back => with(year),
            Way::Near => {
                let months = |y: i16| (i32::from(y) - i32::from(year)) * 12 + i32::from(month) - i32::from(now);
                // Half a year back and half a year ahead are as near; then it is ahead.
                [year + 1, year, year - 1].into_iter().min_by_key(|y| months(*y).abs()).map_or(with(year), with)
            }
            Way::Unsaid if later => {
                // A day a few weeks ahead is what a notice in the present tense speaks of.
                if self.soon(with(year), reference, 45) { with(year) } else { with(year - 1) }
            }
            Way::Unsaid => with(year),
        }
    }

    /// Whether a date of the year of writing is over since at most two months.
    fn just_gone(&self, date: PartialDate, now: PartialDate) -> bool {
        match (day(date), day(now), date.month, now.month) {
            (Some(d), Some(r), ..) => r.since(d).is_ok_and(|s| (0..=60).contains(&s.get_days())),
            (_, _, Some(then), Some(now)) => {
                date.day.is_none() && (1..=2).contains(&(i16::from(now) - i16::from(then)))
            }
            _ => false,
        }
    }

    /// Whether the first date lies at most so many days behind the second.
    pub(super) fn soon(&self, date: PartialDate, from: PartialDate, days: i32) -> bool {
        match (day(date), day(from)) {
            (Some(d), Some(r)) => d.since(r).is_ok_and(|s| s.get_days() <= days),
            _ => false,
        }
    }
}
