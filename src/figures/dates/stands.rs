//! Does a bare year or month stand where one is meant?

use super::Atom;
use crate::figures::Kind;
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is};
use crate::lang::numbers::{Role, Sense};

impl Reader<'_> {
    /// Whether a bare year or month stands where one is meant.
    pub(super) fn stands(&self, atom: &Atom) -> bool {
        if atom.bare_year {
            return self.year_stands(atom);
        }
        if atom.bare_month {
            return self.month_stands(atom);
        }
        true
    }

    pub(super) fn year_stands(&self, atom: &Atom) -> bool {
        let Some(year) = atom.lo.year else { return false };
        let i = atom.core.0;
        if self.bracketed(i) || self.titled(i, i + 1) && atom.lo == atom.hi {
            return false;
        }
        // 1600 Pennsylvania Avenue
        if !self.pack.noun_capitals
            && self.capital(atom.to)
            && (atom.to..atom.to + 3).any(|k| is!(self, k, Sense::Street) && self.capital(k))
        {
            return false;
        }
        if self.law_report(i) {
            return false;
        }
        // asteroid 2024 YR4
        if self.coded(atom.to) && !self.is_prev(i, |r, p| is!(r, p, Sense::DatePrep)) {
            return false;
        }
        // TSV 1860
        if self.is_prev(i, |r, p| {
            let text = r.str(p);
            (2..=5).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_uppercase())
                && !is!(r, p, Sense::DatePrep | Sense::Label | Sense::Era)
                && (1800..1920).contains(&year)
        }) {
            return false;
        }
        // AB 1234 is a number plate, no preposition.
        let shouted = |r: &Self, p: usize| r.str(p).len() > 1 && r.str(p).bytes().all(|b| b.is_ascii_uppercase());
        let prep = self.is_prev(i, |r, p| {
            is!(r, p, Sense::DatePrep | Sense::Month(_) | Sense::Between) && !shouted(r, p) || r.sym(p, '(')
        });
        let to = atom.to;
        // 2000 bis 3000 Grad
        let range = (is!(self, to, Sense::To) || self.dash(to)) && self.num(to + 1).is_some();
        if range && (self.unit(to + 2, false).is_some_and(|u| u.kind != Kind::Duration)) {
            return false;
        }
        if self.unit(to, false).is_some()
            || self.sym(to, '%')
            || is!(self, to, Sense::Scale(_) | Sense::Scales(_) | Sense::Abbr(_) | Sense::Hundred)
        {
            return false;
        }
        if self.limit_before(i).is_some_and(|(f, _)| !self.plays(f, Role::YearLimit) || self.is_word(f, "some"))
            && self.noun(to).is_some()
        {
            return false;
        }
        if self.is_prev(i, |r, p| is!(r, p, Sense::LimitEnds(_)) && r.plays(p, Role::NumberLimit)) {
            return false;
        }
        if self.money_before(i).is_some() {
            return false;
        }
        let typical = (1500..=2100).contains(&year);
        if !(typical || prep && (900..2200).contains(&year)) {
            return false;
        }
        // the 2000 Olympics: a name
        let event = !self.pack.noun_capitals
            && (1900..=2060).contains(&year)
            && self.capital(to)
            && self.is_prev(i, |r, p| is!(r, p, Sense::The));
        if let Some((_, noun)) = self.noun(to).filter(|_| !event) {
            // 2000 Menschen, 1900 Beschäftigte; but `2019 Präsident`, `2023 rund`.
            let round = year % 50 == 0;
            let plural = {
                let mut buffer = [0; 64];
                let text = self.text.get(noun.span.range()).unwrap_or("");
                crate::figures::lex::fold(text, &mut buffer)
                    .is_some_and(|w| self.index.noun(w).is_some_and(|h| h.to_lowercase().as_bytes() != w))
            };
            if round && (plural || !self.pack.noun_capitals)
                || plural && !(1900..=2060).contains(&year)
                || plural && !prep && !self.begins(i) && year % 10 == 0
            {
                return false;
            }
            if !self.pack.noun_capitals && !(1900..=2060).contains(&year) {
                return false;
            }
        }
        // Windows 2000, Artikel 2010, Nr. 2023; Agenda 2030.
        if let Some(p) = self.prev(i) {
            if is!(self, p, Sense::Label)
                && (self.capital(p) || !self.pack.noun_capitals)
                && !is!(self, p, Sense::DatePrep)
            {
                return false;
            }
            if self.sym(p, '.') && p > 0 && is!(self, p - 1, Sense::Label) && self.str(p - 1).len() <= 5 {
                return false;
            }
            if matches!(self.kind(p), Some(TokKind::Sym('§' | '+' | '=' | '№')))
                || self.glued(i)
                    && matches!(self.kind(p), Some(TokKind::Sym('-' | '/' | '.' | ':')))
                    && !self.is_prev(p, |r, q| is!(r, q, Sense::Part3(_)))
            {
                return false;
            }
            // after 2.863 in 2022, said without the preposition: the first is no year
            let amount = self.num(p).is_some_and(|n| !n.plain || n.whole_digits == 3) && (1990..2060).contains(&year);
            if self.num(p).is_some() && !amount || matches!(self.kind(p), Some(TokKind::Junk)) {
                return false;
            }
        }
        if self.num(to).is_some_and(|n| n.leading_zero || self.glued(to)) {
            return false;
        }
        // A hyphen right behind makes a name of it (2000-Watt-Gesellschaft), except before another word of time.
        if self.dash(to) && self.glued(to) && self.sym(to, '-') {
            return false;
        }
        if self.glued(to) && matches!(self.kind(to), Some(TokKind::Word | TokKind::Num(_) | TokKind::Compound(..))) {
            return false;
        }
        true
    }

    pub(super) fn month_stands(&self, atom: &Atom) -> bool {
        let i = atom.core.0;
        let led = self.is_prev(i, |r, p| {
            is!(
                r,
                p,
                Sense::DatePrep
                    | Sense::SincePrep
                    | Sense::UntilPrep
                    | Sense::Relative(_)
                    | Sense::Part3(_)
                    | Sense::Between
                    | Sense::To
                    | Sense::And
                    | Sense::Or
                    | Sense::The
            ) || r.sym(p, '/')
                || r.sym(p, '(')
        });
        let name = self.word(atom.to)
            && self.capital(atom.to)
            && !self.toks.get(atom.to).is_some_and(|t| t.after_break)
            && !self.begins(atom.to);
        let modal = !self.pack.noun_capitals
            && (self.is_word(i, "may") || self.is_word(i, "march") || self.is_word(i, "august"));
        // the March accession; but: the March on Washington
        if modal
            && self.is_prev(i, |r, p| r.is_word(p, "the"))
            && self.word(atom.to)
            && !self.capital(atom.to)
            && !is!(self, atom.to, Sense::Stop)
        {
            return true;
        }
        if modal {
            return led && !(self.is_prev(i, |r, p| is!(r, p, Sense::And | Sense::Or | Sense::The)))
                || self.sym(atom.to, '\'')
                    && self.glued(atom.to)
                    && self.is_word(atom.to + 1, "s")
                    && !self.is_word(i, "may");
        }
        if self.is_word(i, "mai") && name || self.is_word(i, "august") && name && !led {
            return led && !name;
        }
        // April O'Neil, June Smith: a name follows a name.
        if !self.pack.noun_capitals && name && !led {
            return false;
        }
        if self.pack.noun_capitals && name && !led && self.is_word(i, "august") {
            return false;
        }
        true
    }
}
