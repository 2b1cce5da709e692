//! Is a number part of a name? Flights, articles of law, scores, codes and what else only looks like a figure.

use rust_decimal::Decimal;

use super::{Draft, Form, Number};
use crate::figures::Kind;
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is};
use crate::lang::numbers::{Role, Sense};

impl Reader<'_> {
    /// Whether the digits at token `i` are part of a name: `B-52`, `5G`, `ES-11/1`, `§ 12`.
    pub(super) fn named(&self, i: usize, joined: bool) -> bool {
        let Some(num) = self.num(i) else { return true };
        if num.leading_zero {
            return true;
        }
        if i > 0 && self.glued(i) && !joined {
            // P5+1
            if self.sym(i - 1, '+') && self.glued(i - 1) && i > 1 && self.word(i - 2) {
                return true;
            }
            // PM2.5
            if self.sym(i - 1, '.')
                && self.glued(i - 1)
                && i > 1
                && self.str(i - 2).ends_with(|c: char| c.is_ascii_digit())
            {
                return true;
            }
            // ID.2; a .22 rifle
            if self.sym(i - 1, '.') {
                let named = self.glued(i - 1)
                    && i > 1
                    && self.word(i - 2)
                    && self.end(i - 2) - self.start(i - 2) <= 3
                    && (self.str(i - 2).bytes().all(|b| b.is_ascii_uppercase())
                        // s.21 of the act
                        || ["s", "ss", "r", "p", "pp", "fn"].iter().any(|w| self.str(i - 2) == *w));
                if named || !self.glued(i - 1) && self.unit(i + 1, false).is_none() {
                    return true;
                }
            }
            match self.kind(i - 1) {
                Some(TokKind::Sym('-')) if self.glued(i - 1) && i > 1 => {
                    // Unter-25-Jährige
                    if self.age_group(i) {
                        return false;
                    }
                    // mid-2024 is read as a date; Covid-19, B-52 and 1611-6364 are names, and what follows a range is no number.
                    if matches!(
                        self.kind(i - 2),
                        Some(TokKind::Word | TokKind::Junk | TokKind::Num(_) | TokKind::Sym(')'))
                    ) {
                        return true;
                    }
                }
                Some(TokKind::Sym('–')) if self.glued(i - 1) && i > 1 && self.num(i - 2).is_some() => return true,
                // 200C/180C
                Some(TokKind::Sym('/'))
                    if i > 2 && self.num(i - 3).is_some() && self.glued(i - 2) && self.unit(i + 1, false).is_some() => {
                }
                // n=1,036
                Some(TokKind::Sym('=')) if i > 1 && self.is_word(i - 2, "n") => {}
                Some(TokKind::Sym('/' | '.' | '#' | '§' | '&' | '_' | '=' | '\\' | '*' | ':'))
                    if self.glued(i - 1) || !self.sym(i - 1, ':') =>
                {
                    return !self.sym(i - 1, '*') && !self.sym(i - 1, '.');
                }
                // 20(9)312
                Some(TokKind::Sym(')')) if self.glued(i - 1) && i > 1 && self.num(i - 2).is_some() => return true,
                Some(TokKind::Word) if self.money_before(i).is_some() => {}
                Some(TokKind::Word | TokKind::Junk | TokKind::Num(_)) => return true,
                _ => {}
            }
        }
        if let Some(p) = self.prev(i) {
            if matches!(self.kind(p), Some(TokKind::Sym('§' | '№' | '#' | '†' | '©'))) {
                return true;
            }
            // Studie 2024/A 57: what follows a name of letters and digits is part of it.
            if self.kind(p) == Some(TokKind::Junk)
                && !self.toks.get(i).is_some_and(|t| t.after_break)
                && self.unit(i + 1, false).is_none()
            {
                return true;
            }
            // Anlage A 57: a capital on its own is half of a name.
            if !self.glued(i)
                && self.word(p)
                && self.str(p).bytes().skip(1).any(|b| b.is_ascii_uppercase())
                && self.str(p).starts_with(|c: char| c.is_ascii_lowercase())
            {
                // iPhone 15
                return true;
            }
            let unit = self.is_prev(p, |r, q| r.sym(q, '°') || r.num(q).is_some());
            if !self.glued(i) && self.word(p) && self.str(p).len() == 1 && self.capital(p) && !self.begins(p) && !unit {
                return true;
            }
            let mut label = p;
            if self.sym(label, '.') && label > 0 {
                label -= 1;
            }
            let after_break = self.toks.get(i).is_some_and(|t| t.after_break);
            if !after_break
                && is!(self, label, Sense::Label)
                && (num.plain || num.value < Decimal::ONE_THOUSAND || self.pack.noun_capitals)
                && (label == p || !self.begins(i) || self.str(label).len() <= 5)
                && (self.capital(label) || !self.pack.noun_capitals)
                && !(self.is_word(label, "no")
                    && label == p
                    && (!self.capital(p) || self.begins(p) && !self.is_prev(p, |r, q| r.sym(q, '('))))
                && !is!(self, i + 1, Sense::Percent)
                && !self.sym(i + 1, '%')
            {
                return true;
            }
            // Acts 2 and 3, Linie 4 und 5: the number before it was none either.
            if is!(self, p, Sense::And | Sense::Or)
                && p > 1
                && self.num(p - 1).is_some_and(|n| n.plain && n.whole_digits <= 3)
                && self.word(p - 2)
                && self.capital(p - 2)
                && !joined
                && self.start(p - 1) >= self.out.last().map_or(0, |f| f.span.end as usize)
                && !is!(self, p - 2, Sense::Month(_) | Sense::LimitEnds(_) | Sense::DatePrep)
                && self.unit(i + 1, false).is_none()
                && self.noun(i + 1).is_none()
            {
                return true;
            }
            // Artikel 5 und 6; Seiten 3 bis 7: the second number is as much a name as the first.
            if is!(self, p, Sense::And | Sense::To | Sense::Or)
                || matches!(self.kind(p), Some(TokKind::Sym(',' | '–' | '-')))
            {
                let mut k = p;
                while k > 1
                    && self.num(k - 1).is_some()
                    && !is!(self, k - 2, Sense::Label | Sense::WeakLabel)
                    && !self.sym(k - 2, '§')
                {
                    if !(is!(self, k - 2, Sense::And | Sense::To | Sense::Or)
                        || matches!(self.kind(k - 2), Some(TokKind::Sym(',' | '–' | '-' | '§'))))
                    {
                        break;
                    }
                    k -= 2;
                }
                if k > 1
                    && (is!(self, k - 2, Sense::Label | Sense::WeakLabel)
                        && (self.capital(k - 2) || !self.pack.noun_capitals)
                        && (self.phrase_ends(i + 1)
                            || (!self.pack.noun_capitals || !self.capital(i + 1))
                                && self.noun(i + 1).is_none()
                                && self.unit(i + 1, false).is_none())
                        || self.sym(k - 2, '§'))
                {
                    return true;
                }
            }
        }
        // BLZ 500 105 17: what follows a name in digits is the rest of it.
        if i > self.floor && !self.glued(i) && self.num(i - 1).is_some() && self.named(i - 1, false) {
            return true;
        }
        // H.R. 1319
        if !self.glued(i)
            && i > 3
            && num.plain
            && [i - 1, i - 3].iter().all(|k| self.sym(*k, '.') && self.glued(*k))
            && [i - 2, i - 4].iter().all(|k| self.word(*k) && self.capital(*k) && self.str(*k).len() == 1)
            && self.glued(i - 2)
            && self.str(i - 4) != "U"
            && self.unit(i + 1, false).is_none()
            && self.noun(i + 1).is_none()
        {
            return true;
        }
        // 12 O 345/22: the mark of a court's files
        if self.word(i + 1)
            && self.capital(i + 1)
            && self.str(i + 1).len() <= 4
            && self.kind(i + 2) == Some(TokKind::Junk)
            && self.str(i + 2).split_once('/').is_some_and(|(_, year)| year.len() == 2)
        {
            return true;
        }
        // (2021) EWCA Civ 1203
        if self.law_report(i) {
            return true;
        }
        // asteroid 2024 YR4
        if self.coded(i + 1) && num.plain && num.whole_digits == 4 {
            return true;
        }
        // 140 zu 90: the second number says nothing without the first
        if self.pack.noun_capitals
            && !joined
            && self.is_prev(i, |r, p| r.is_word(p, "zu") && r.is_prev(p, |r, q| r.num(q).is_some()))
            && self.unit(i + 1, false).is_none()
            && self.noun(i + 1).is_none()
        {
            return true;
        }
        // +49 30 880 07-0 and the like: digits next to digits that open with a zero or a plus.
        if self.num(i + 1).is_some_and(|n| n.leading_zero) && !self.glued(i + 1) {
            return true;
        }
        if i > 0 && self.num(i - 1).is_some_and(|n| n.leading_zero) {
            return true;
        }
        if self.is_prev(i, |r, p| r.sym(p, '+')) && (self.num(i + 1).is_some() || self.sym(i + 1, '(')) {
            return true;
        }
        // Further groups of such a number.
        let mut k = i;
        while k > 0 && i - k < 12 {
            match self.kind(k - 1) {
                Some(TokKind::Num(_)) => {
                    if self.num(k - 1).is_some_and(|n| n.leading_zero)
                        || k > 1 && self.sym(k - 2, '+') && self.num(k).is_some()
                    {
                        return true;
                    }
                }
                Some(TokKind::Sym('-' | '–' | '/' | '(' | ')')) if i - k < 11 => {}
                Some(TokKind::Sym('+')) if k < i => return true,
                _ => break,
            }
            k -= 1;
        }
        // Letters right behind that are neither unit nor scale nor ending.
        if self.glued(i + 1) && matches!(self.kind(i + 1), Some(TokKind::Word | TokKind::Compound(..) | TokKind::Junk))
        {
            let known = is!(
                self,
                i + 1,
                Sense::Abbr(_)
                    | Sense::MoneyAbbr(_)
                    | Sense::Time(_)
                    | Sense::Lengths(_)
                    | Sense::Aged(_)
                    | Sense::OrdinalSuffix
                    | Sense::DecadeSuffix
                    | Sense::TimesNoun
                    | Sense::Fold
                    | Sense::PercentAdjective
                    | Sense::Points
                    | Sense::Percent
                    | Sense::Currency(_)
                    | Sense::Clock
            );
            if !known && self.unit(i + 1, false).is_none() {
                return true;
            }
        }
        false
    }

    /// Whether the number at token `i` stands between hyphens in the name of an age group: Unter-25-Jährige.
    fn age_group(&self, i: usize) -> bool {
        let lead = i > 1 && ["unter", "über", "ü", "u"].iter().any(|w| self.is_word(i - 2, w));
        lead && self.dash(i + 1) && self.glued(i + 1) && is!(self, i + 2, Sense::Aged(_))
    }

    /// Whether the year at token `i` is that of a law report: (2021) EWCA Civ 1203.
    pub fn law_report(&self, i: usize) -> bool {
        let court = self.str(i + 2);
        self.is_prev(i, |r, p| r.sym(p, '('))
            && self.sym(i + 1, ')')
            && court.len() > 2
            && court.bytes().all(|b| b.is_ascii_uppercase())
            && self.num(i).is_some_and(|n| n.plain && n.whole_digits == 4)
            && (self.capital(i + 3) || self.num(i + 3).is_some())
    }

    /// Whether token `i` is capitals with digits behind them: YR4.
    pub fn coded(&self, i: usize) -> bool {
        let text = self.str(i).as_bytes();
        self.word(i)
            && !self.glued(i)
            && text.len() > 2
            && text.iter().take(2).all(u8::is_ascii_uppercase)
            && text.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && text.last().is_some_and(u8::is_ascii_digit)
    }

    /// `[47]`, `[2021]`: a reference.
    pub fn bracketed(&self, i: usize) -> bool {
        self.is_prev(i, |r, p| r.sym(p, '[')) && self.sym(i + 1, ']')
    }

    /// `«1984»`: a title.
    pub fn titled(&self, from: usize, to: usize) -> bool {
        let mark =
            |k: usize| matches!(self.kind(k), Some(TokKind::Sym('"' | '„' | '“' | '”' | '»' | '«' | '\'' | '‚')));
        from > 0 && mark(from - 1) && self.glued(from) && mark(to) && self.glued(to)
    }

    /// An EPC rating of C (72): points that a mark stands for.
    fn rated(&self, i: usize) -> bool {
        i > 2
            && self.sym(i - 1, '(')
            && self.sym(i + 1, ')')
            && self.word(i - 2)
            && self.str(i - 2).len() == 1
            && self.capital(i - 2)
            && !self.begins(i - 2)
    }

    /// Digits that refer to something whatever limits them: `unter 110 oder 02572`, `18 U.S.C.`, `P<0.001`.
    pub(super) fn reference_number(&self, i: usize, draft: &Draft) -> bool {
        let to = draft.core.1;
        let phone = is!(self, to, Sense::Or | Sense::And) && self.num(to + 1).is_some_and(|n| n.leading_zero);
        let letter = |k: usize| self.word(k) && self.capital(k) && self.str(k).len() == 1;
        let code = letter(to)
            && self.sym(to + 1, '.')
            && letter(to + 2)
            && self.sym(to + 3, '.')
            && letter(to + 4)
            && self.glued(to + 2)
            && self.glued(to + 4);
        let compared = i > 1
            && matches!(self.kind(i - 1), Some(TokKind::Sym('<' | '>' | '=')))
            && (self.is_word(i - 2, "p") || self.glued(i - 1) && letter(i - 2));
        // 60 Minutes: a name
        let title = !self.pack.noun_capitals
            && self.capital(to)
            && is!(self, to, Sense::Lengths(_) | Sense::Time(_) | Sense::TimesNoun | Sense::Percent);
        // 401(k)
        let lettered = self.sym(to, '(')
            && self.glued(to)
            && self.glued(to + 1)
            && self.str(to + 1).len() == 1
            && self.word(to + 1)
            && self.sym(to + 2, ')');
        // the first 911 call
        let dialled = self.plays(to, Role::Dialled)
            && draft.lo >= Decimal::ONE_HUNDRED
            && draft.lo < Decimal::ONE_THOUSAND
            && draft.from == i;
        // 3 Commando Brigade
        let regiment = self.capital(to) && (to..to + 3).any(|k| self.capital(k) && self.plays(k, Role::Regiment));
        let timed = self.dotted_time(i, to);
        self.rated(i)
            || self.opens_title(i)
            || timed
            || phone
            || code
            || compared
            || title
            || lettered
            || dialled
            || regiment
    }

    /// Whether the word before the digits at token `i` makes a name of them: Frage 14, Warnstufe 4, Heat 3, Motel 6.
    /// Not where a noun that they may count stands at token `to`.
    pub(super) fn labelled(&self, i: usize, to: usize) -> bool {
        let Some(p) = self.prev(i).filter(|_| !self.toks.get(i).is_some_and(|t| t.after_break)) else { return false };
        let Some(num) = self.num(i) else { return false };
        let weak = is!(self, p, Sense::WeakLabel);
        if !(weak || self.capital(p) || self.glued(p)) {
            return self.noun(to).is_none() && self.round(i, &num);
        }
        let counting = self.noun(to).is_some();
        // Ocean's 8; but: Medical's 10-member board
        let joined = self.dash(i + 1) && self.glued(i + 2);
        if !(counting || joined)
            && self.is_word(p, "s")
            && self.glued(p)
            && p > 1
            && self.sym(p - 1, '\'')
            && self.capital(p - 2)
        {
            return true;
        }
        if !self.word(p) {
            return !counting && self.round(i, &num);
        }
        // The hall seats 2,000: a label is no amount
        if !counting
            && (weak && (num.plain || num.value < Decimal::ONE_THOUSAND)
                || self.capital(p) && self.ends_folded(p, self.pack.label_ends))
        {
            return true;
        }
        // An Liegeplatz 7 Schweröl: without an article, what a preposition stands before is a name.
        let placed = self.is_prev(p, |r, q| r.plays(q, Role::Where));
        if weak && self.pack.noun_capitals && self.capital(p) && placed && num.whole_digits <= 3 && num.plain {
            return true;
        }
        // ISO 9001 applies
        let text = self.str(p);
        if num.plain
            && !counting
            && self.begins(p)
            && (2..=5).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_uppercase())
            && self.toks.get(p).is_some_and(|t| !t.senses.any())
        {
            return true;
        }
        // Station 10147 meldete
        if num.plain
            && num.whole_digits > 4
            && self.capital(p)
            && !counting
            && !is!(self, p, Sense::Stop | Sense::LimitEnds(_))
        {
            return self.toks.get(p).is_some_and(|t| !t.senses.any()) && !self.ends_folded(p, self.pack.adverb_ends);
        }
        if num.whole_digits > 3 {
            return false;
        }
        // Local 598 votes, Year 11 pupils
        if counting && !self.pack.noun_capitals && self.capital(p) && weak && num.plain {
            return true;
        }
        if !counting && self.round(i, &num) {
            return true;
        }
        // Heat 3 was run again; but: Lediglich 14 kamen, Nearly 14 came.
        // Heineken 0.0
        let version = !self.pack.noun_capitals && num.whole_digits == 1 && num.value.scale() == 1;
        let unknown = self.capital(p)
            && (num.plain || version)
            && self.toks.get(p).is_some_and(|t| !t.senses.any())
            && !self.ends_folded(p, self.pack.adverb_ends);
        if unknown && self.begins(p) && !self.is_prev(p, |r, q| r.sym(q, '(')) && self.str(p).len() > 2 {
            return !counting || !self.pack.noun_capitals;
        }
        // 28 Challenger 2 tanks
        unknown && !self.pack.noun_capitals && self.is_prev(p, |r, q| r.num(q).is_some() || is!(r, q, Sense::Article))
    }

    /// Rounds of 66 and 69, carded 68, 71 and 70: strokes of golf, one of a list.
    fn round(&self, i: usize, num: &crate::figures::lex::Num) -> bool {
        let strokes = |k: usize| {
            self.num(k).is_some_and(|n| {
                n.plain && n.whole_digits == 2 && n.value >= Decimal::from(58) && n.value < Decimal::from(90)
            })
        };
        if !num.plain || !strokes(i) {
            return false;
        }
        let mut k = i;
        for _ in 0..8 {
            let Some(p) = self.prev(k) else { return false };
            if self.plays(p, Role::Round) {
                return true;
            }
            let goes_on = strokes(p)
                || self.sym(p, ',')
                || is!(self, p, Sense::And | Sense::Of | Sense::Article)
                || self.is_word(p, "for");
            if !goes_on {
                return false;
            }
            k = p;
        }
        false
    }

    /// "12 Years a Slave": whether the number at token `i` opens a title, which a mark closes soon.
    fn opens_title(&self, i: usize) -> bool {
        let mark = |k: usize| matches!(self.kind(k), Some(TokKind::Sym('"' | '“' | '”')));
        !self.pack.noun_capitals
            && i > 0
            && mark(i - 1)
            && self.glued(i)
            && self.unit(i + 1, false).is_none()
            && self.capital(i + 1)
            && (i + 2..=i + 4).any(|k| mark(k) && self.glued(k) && (i + 1..k).all(|w| self.word(w)))
    }

    /// The 10.15 from Leeds, doors open at 7.30: a time of day with a dot, in a language that has the point for decimals.
    pub(super) fn dotted_time(&self, i: usize, to: usize) -> bool {
        let Some(num) = self.num(i).filter(|n| n.value.scale() == 2 && n.whole_digits <= 2 && !self.pack.noun_capitals)
        else {
            return false;
        };
        let hour = num.value.trunc();
        let minutes = (num.value - hour) * Decimal::ONE_HUNDRED;
        if hour >= Decimal::from(24) || minutes >= Decimal::from(60) || !(minutes % Decimal::from(5)).is_zero() {
            return false;
        }
        let leaves = self.is_prev(i, |r, p| is!(r, p, Sense::The)) && self.plays(to, Role::Leaves);
        let money = || self.out.iter().any(|f| matches!(f.kind, Kind::Money | Kind::Percent));
        let at = self.is_prev(i, |r, p| r.is_word(p, "at")) && hour >= Decimal::ONE && hour <= Decimal::from(12);
        leaves || at && self.phrase_ends(to) && !money()
    }

    /// England closed on 302 for seven, two for 55: a score.
    pub(super) fn wickets(&self, number: &Number) -> bool {
        if self.pack.noun_capitals || number.form != Form::Cardinal || number.scale.is_some() || number.hyphen {
            return false;
        }
        let number_at = |k: usize| self.num(k).is_some_and(|n| n.plain) || is!(self, k, Sense::Card(_));
        let alone = |k: usize| self.phrase_ends(k) || is!(self, k, Sense::Stop);
        let (first, second) = if self.is_word(number.to, "for") && number_at(number.to + 1) {
            (number.from, number.to + 1)
        } else if self.is_prev(number.from, |r, p| r.is_word(p, "for") && r.is_prev(p, |_, q| number_at(q))) {
            (number.from - 2, number.from)
        } else {
            return false;
        };
        let small =
            |k: usize| self.num(k).is_some_and(|n| n.value <= Decimal::TEN) || is!(self, k, Sense::Card(0..=10));
        alone(second + 1) && (small(first) || small(second))
    }
}
