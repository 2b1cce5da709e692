//! Numbers that are no dates: amounts, shares, lengths of time, rates, ranks; with their limits and ranges.

use rust_decimal::Decimal;

use super::lex::TokKind;
use super::parse::{Reader, bound, is, power, say};
use super::units::Unit;
use super::{Bound, Kind, Noun, Value};
use crate::lang::numbers::{Role, Sense, Suffix, TimeUnit};
use crate::text::Span;

/// A number phrase without its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub from: usize,
    pub to: usize,
    /// Tokens of the number alone.
    pub core: (usize, usize),
    pub value: Decimal,
    /// The value before the scale word.
    pub stated: Decimal,
    /// Power of ten of the scale word.
    pub scale: Option<u8>,
    pub form: Form,
    /// Written in digits.
    pub digits: bool,
    /// A hyphen joins what follows.
    pub hyphen: bool,
}

/// What kind of number phrase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Plain.
    Cardinal,
    /// An article that counts only in company: `ein Jahr nach`.
    Article,
    /// The numeral one on its own.
    One,
    /// A share of a whole.
    Share,
    /// So many times.
    Times,
    /// A length of time in the word itself.
    Aged(TimeUnit),
    /// A percentage in the word itself.
    Percent,
    /// No value: Tausende, several hundred.
    Vague,
    /// A place in an order.
    Rank,
    /// A number of people in the word itself (dreiköpfig): not a figure of its own.
    Headed,
}

impl Reader<'_> {
    /// The number phrase that starts at token `i`.
    pub fn number(&self, i: usize) -> Option<Number> {
        self.number_at(i, false)
    }

    /// The same; `joined` when the number is known to end a range, so that a dash before it is no sign of a name.
    fn number_at(&self, i: usize, joined: bool) -> Option<Number> {
        match self.kind(i)? {
            TokKind::Num(_) => self.digits_number(i, joined),
            TokKind::Compound(k, suffix) => {
                let value = self.nums.get(k as usize)?.value;
                let form = match suffix {
                    Suffix::None => return self.spelled(i),
                    Suffix::Plural => Form::Vague,
                    // Alone (Achtel, Zehntel) it is a place or a round, not a share.
                    Suffix::Part => return None,
                    Suffix::Times | Suffix::Fold => Form::Times,
                    Suffix::Aged(unit) => Form::Aged(unit),
                    Suffix::Percent => Form::Percent,
                    Suffix::Rank => Form::Rank,
                    Suffix::Headed => Form::Headed,
                    Suffix::Places | Suffix::Ordinal | Suffix::Decade => return None,
                };
                let mut to = i + 1;
                let mut hyphen = false;
                if form == Form::Vague && !value.is_zero() && is!(self, to, Sense::Scales(_)) {
                    to += 1;
                }
                if self.dash(to) && self.glued(to) && self.glued(to + 1) {
                    hyphen = true;
                }
                Some(Number {
                    from: i,
                    to,
                    core: (i, i + 1),
                    value,
                    stated: value,
                    scale: None,
                    form,
                    digits: false,
                    hyphen,
                })
            }
            TokKind::Word => self.spelled(i),
            _ => None,
        }
    }

    /// Whether the digits at token `i` are part of a name: `B-52`, `5G`, `ES-11/1`, `§ 12`.
    fn named(&self, i: usize, joined: bool) -> bool {
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
                    && self.str(i - 2).bytes().all(|b| b.is_ascii_uppercase());
                if named || !self.glued(i - 1) && self.unit(i + 1, false).is_none() {
                    return true;
                }
            }
            match self.kind(i - 1) {
                Some(TokKind::Sym('-')) if self.glued(i - 1) && i > 1 => {
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
                Some(TokKind::Sym('/' | '.' | '#' | '§' | '&' | '_' | '=' | '\\' | '*' | ':'))
                    if self.glued(i - 1) || !self.sym(i - 1, ':') =>
                {
                    return !self.sym(i - 1, '*') && !self.sym(i - 1, '.');
                }
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
                && (label == p || !self.begins(i) || self.str(label).len() <= 5)
                && (self.capital(label) || !self.pack.noun_capitals)
                && !(self.is_word(label, "no") && label == p)
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
                        && (self.capital(k - 2) || !self.pack.noun_capitals && is!(self, k - 2, Sense::WeakLabel))
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

    /// A sign before token `i`: its first token, and whether it makes the number negative. `plus/minus` does not.
    fn sign(&self, i: usize) -> Option<(usize, bool)> {
        let p = self.prev(i).filter(|p| *p >= self.floor)?;
        if self.sym(p, '±') {
            return Some((p, false));
        }
        // between −1 and +4: a sign that nothing but a space stands before
        if matches!(self.kind(p), Some(TokKind::Sym('−' | '+'))) && self.glued(i) && !self.glued(p) {
            return Some((p, self.sym(p, '−')));
        }
        if !is!(self, p, Sense::Minus) {
            return None;
        }
        if p >= self.floor + 2
            && is!(self, p - 2, Sense::Plus)
            && (self.sym(p - 1, '/') || self.dash(p - 1) || is!(self, p - 1, Sense::Or))
        {
            return Some((p - 2, false));
        }
        (!self.is_prev(p, |r, q| is!(r, q, Sense::Or))).then_some((p, true))
    }

    fn digits_number(&self, i: usize, range: bool) -> Option<Number> {
        if self.named(i, range) || self.bracketed(i) || self.titled(i, i + 1) {
            return None;
        }
        let num = self.num(i)?;
        let mut number = Number {
            from: i,
            to: i + 1,
            core: (i, i + 1),
            value: num.value,
            stated: num.value,
            scale: None,
            form: Form::Cardinal,
            digits: true,
            hyphen: false,
        };
        // A minus that belongs to the number.
        if i > self.floor {
            let sign = self.dash(i - 1)
                && self.glued(i)
                && !self.glued(i - 1)
                && !self.is_prev(i - 1, |r, p| r.num(p).is_some());
            if sign && (self.unit(i + 1, false).is_some()) {
                number.from = i - 1;
                number.value = -number.value;
            } else if let Some((from, negative)) = self.sign(i) {
                number.from = from;
                number.core.0 = from;
                if negative {
                    number.value = -number.value;
                }
            }
            number.stated = number.value;
        }
        let mut next = i + 1;
        let joined = self.dash(next) && self.glued(next) && self.glued(next + 1);
        if joined {
            next += 1;
        }
        let glued = self.glued(next);
        if is!(self, next, Sense::TimesNoun) && (glued || !self.capital(next)) {
            // 3-mal, 3 times; the multiplication of two numbers is not one.
            if self.num(next + 1).is_none() {
                number.form = Form::Times;
                number.to = next + 1;
                return Some(number);
            }
        }
        if is!(self, next, Sense::Fold) && glued {
            number.form = Form::Times;
            number.to = next + 1;
            return Some(number);
        }
        if let Some(unit) = say!(self, next, Sense::Aged(u) => u)
            && glued
        {
            number.form = Form::Aged(unit);
            number.to = next + 1;
            return Some(number);
        }
        if is!(self, next, Sense::PercentAdjective) && glued {
            number.form = Form::Percent;
            number.to = next + 1;
            return Some(number);
        }
        if is!(self, next, Sense::Places | Sense::OrdinalSuffix) && glued {
            return None;
        }
        // in her 40s
        if is!(self, next, Sense::DecadeSuffix) && glued && !joined {
            return None;
        }
        if num.fraction && num.value < Decimal::ONE && self.unit(i + 1, false).is_none() {
            if is!(self, i + 1, Sense::Of | Sense::The) {
                number.form = Form::Share;
                number.value = number.value.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(4).normalize();
                return Some(number);
            }
            return None;
        }
        self.scaled(&mut number, next, joined)?;
        // 3M, 4K: a letter that turned out no scale makes a name.
        if number.scale.is_none()
            && glued
            && !joined
            && is!(self, next, Sense::MoneyAbbr(_))
            && self.unit(next, false).is_none()
        {
            return None;
        }
        if number.scale.is_none() {
            number.hyphen = joined;
        }
        // 1 in 5 adults
        if !self.pack.noun_capitals && number.scale.is_none() && is!(self, number.to, Sense::InOf) {
            return self.of_ten(number);
        }
        Some(number)
    }

    /// Multiplies by the scale word at `next`, if there is one.
    fn scaled(&self, number: &mut Number, next: usize, joined: bool) -> Option<()> {
        let money = self.money_before(number.from).is_some();
        let half = is!(self, next, Sense::Half) && is!(self, next + 1, Sense::Scale(_));
        let at = if half { next + 1 } else { next };
        let found = say!(self, at, Sense::Scale(p) | Sense::Scales(p) => (p, false))
            .or_else(|| say!(self, at, Sense::Abbr(p) => (p, true)))
            .or_else(|| if is!(self, at, Sense::Hundred) && !self.glued(at) { Some((2, false)) } else { None })
            .or_else(|| {
                let near = self.glued(at) || self.pack.noun_capitals;
                // €5m is money, 5k is only ever a scale in English print.
                let letter = say!(self, at, Sense::MoneyAbbr(p) => p)?;
                let counts = || self.noun(at + 1).is_some() || self.unit(at + 1, false).is_some();
                let fits = money && near
                    || self.glued(at)
                        && !self.pack.noun_capitals
                        && (matches!(self.str(at), "k" | "K")
                            && (number.value >= Decimal::from(20) || self.str(at) == "k" && counts())
                            || self.str(at) == "m" && (counts() || self.is_word(at + 1, "of")));
                fits.then_some((letter, false))
            });
        let Some((mut exponent, dot)) = found else {
            if let Some(dozen) = say!(self, at, Sense::Group(n) => n)
                && number.digits
            {
                number.value = number.value.checked_mul(Decimal::from(dozen))?;
                number.to = at + 1;
                number.scale = Some(1);
            }
            return Some(());
        };
        // Scale words do not stand glued, abbreviations may.
        number.to = at + 1;
        if dot
            && self.sym(number.to, '.')
            && self.glued(number.to)
            && !(self.begins(number.to + 1) && self.ends_here(number.to))
        {
            number.to += 1;
        }
        // tausend Milliarden; hunderttausend Millionen.
        if let Some(more) = say!(self, number.to, Sense::Scale(p) | Sense::Scales(p) => p)
            && more > exponent
            && !joined
        {
            exponent = exponent.checked_add(more)?;
            number.to += 1;
        }
        number.scale = Some(exponent);
        number.value = number.value.checked_mul(power(exponent)?)?.normalize();
        number.hyphen = self.dash(number.to) && self.glued(number.to) && self.glued(number.to + 1);
        Some(())
    }

    /// Whether the dot at token `i` ends the text.
    fn ends_here(&self, i: usize) -> bool {
        match self.toks.get(i + 1) {
            None => true,
            Some(t) => t.after_break,
        }
    }

    /// A number in words that starts at token `i`.
    fn spelled(&self, i: usize) -> Option<Number> {
        let mut number = Number {
            from: i,
            to: i,
            core: (i, i),
            value: Decimal::ZERO,
            stated: Decimal::ZERO,
            scale: None,
            form: Form::Cardinal,
            digits: false,
            hyphen: false,
        };
        let article = is!(self, i, Sense::Article);
        let one = is!(self, i, Sense::One);
        let mut at = i;
        // one-and-a-half, two and a half
        if (one || is!(self, i, Sense::Card(_)))
            && let Some(to) = self.and_a_half(i + 1)
        {
            let whole = say!(self, i, Sense::Card(n) => n).unwrap_or(1);
            number.value = Decimal::from(whole).checked_add(Decimal::new(5, 1))?;
            number.stated = number.value;
            number.to = to;
            number.core = (i, to);
            self.scaled(&mut number, to, false)?;
            return Some(number);
        }
        // ein, eine, a, one: only before what makes it count.
        if article || one {
            at = i + 1;
            if self.dash(at) && self.glued(at) && one {
                at += 1;
            }
            // ein gutes Dutzend, eine knappe Stunde, a full year
            if article && self.plays(at, Role::Roundly) && !self.capital(at) {
                at += 1;
            }
            let led = at.max(i + 1);
            // eine halbe Million, a half million
            if is!(self, at, Sense::Half) {
                return self.half(i, at);
            }
            if let Some(number) = self.share(i, Decimal::ONE, at) {
                return Some(number);
            }
            let counts = is!(self, at, Sense::Hundred | Sense::Scale(_) | Sense::Group(_));
            let viertel = say!(self, at, Sense::PartScale(h, p) => (h, p));
            if let Some((hundredths, exponent)) = viertel {
                number.value = Decimal::new(i64::from(hundredths), 2).checked_mul(power(exponent)?)?.normalize();
                number.stated = number.value;
                number.scale = Some(exponent);
                number.to = at + 1;
                number.core = (i, at + 1);
                if exponent == 0 {
                    return self.fraction_word(number);
                }
                return Some(number);
            }
            if !counts {
                number.form = if article { Form::Article } else { Form::One };
                number.value = Decimal::ONE;
                number.stated = Decimal::ONE;
                number.to = if article { led } else { i + 1 };
                number.core = (i, number.to);
                number.hyphen = self.dash(i + 1) && self.glued(i + 1) && self.glued(i + 2);
                if one && (is!(self, at, Sense::InOf) || self.is_word(at, "von")) {
                    return self.of_ten(number);
                }
                return Some(number);
            }
        }
        if let Some(tenths) = say!(self, i, Sense::Mixed(t) => t) {
            number.value = Decimal::new(i64::from(tenths), 1);
            number.stated = number.value;
            number.to = i + 1;
            number.core = (i, i + 1);
            self.scaled(&mut number, i + 1, false)?;
            return Some(number);
        }
        if let Some((hundredths, exponent)) = say!(self, i, Sense::PartScale(h, p) => (h, p)) {
            number.value = Decimal::new(i64::from(hundredths), 2).checked_mul(power(exponent)?)?.normalize();
            number.stated = number.value;
            number.scale = Some(exponent);
            number.to = i + 1;
            number.core = (i, i + 1);
            if exponent == 0 {
                return self.fraction_word(number);
            }
            return Some(number);
        }
        if is!(self, i, Sense::Half) {
            return self.half(i, i);
        }
        // Cardinals joined by scales.
        let lead = at;
        let mut total = Decimal::ZERO;
        let mut current: Option<u64> = if article || one { Some(1) } else { None };
        let mut last_scale = 40u8;
        let mut any = false;
        let mut last_was_and = false;
        let mut tens_open = false;
        let start = lead;
        loop {
            if at > i && !last_was_and && self.toks.get(at).is_some_and(|t| t.after_break) {
                break;
            }
            let compound = match self.kind(at) {
                Some(TokKind::Compound(k, Suffix::None)) => self.nums.get(k as usize).map(|n| n.value),
                _ => None,
            };
            let card = say!(self, at, Sense::Card(n) => u64::from(n))
                .or_else(|| (tens_open || last_was_and).then(|| is!(self, at, Sense::One).then_some(1)).flatten());
            if let Some(value) = compound {
                if current.is_some() || at > start && !last_was_and && last_scale == 40 {
                    break;
                }
                if value.scale() > 0 {
                    // zweieinhalb
                    number.value = value;
                    number.stated = value;
                    number.to = at + 1;
                    number.core = (i, at + 1);
                    self.scaled(&mut number, at + 1, false)?;
                    return Some(number);
                }
                current = Some(u64::try_from(value).ok()?);
                tens_open = false;
            } else if let Some(n) = card {
                match current {
                    None => current = Some(n),
                    Some(c) if tens_open && (1..10).contains(&n) => current = Some(c + n),
                    Some(c) if c >= 100 && c % 100 == 0 && n < 100 => current = Some(c + n),
                    // nineteen fifty-four is a year, left to the dates
                    _ => break,
                }
                tens_open = (20..=90).contains(&n) && n % 10 == 0;
            } else if is!(self, at, Sense::Hundred) {
                match current {
                    Some(c) if c > 0 && c < 100 => current = Some(c * 100),
                    None => current = Some(100),
                    _ => break,
                }
                tens_open = false;
            } else if let Some(p) = say!(self, at, Sense::Scale(p) | Sense::Scales(p) => p).filter(|p| *p > 2) {
                if is!(self, at, Sense::Scales(_)) && current.is_none() && total.is_zero() {
                    break;
                }
                if p < last_scale {
                    total = total.checked_add(Decimal::from(current.unwrap_or(1)).checked_mul(power(p)?)?)?;
                } else if current.is_none() && !total.is_zero() {
                    // hunderttausend Millionen
                    total = total.checked_mul(power(p)?)?;
                } else {
                    break;
                }
                current = None;
                last_scale = p;
                number.scale = Some(p);
                tens_open = false;
            } else if let Some(g) = say!(self, at, Sense::Group(n) => n) {
                let c = current.filter(|c| *c < 100).or(if any || article || one { None } else { Some(1) })?;
                current = Some(c * u64::from(g));
                any = true;
                at += 1;
                break;
            } else if is!(self, at, Sense::And) && any && !last_was_and {
                // a hundred and twenty; two and a half
                let number_follows = is!(self, at + 1, Sense::Card(_)) || tens_open && is!(self, at + 1, Sense::One);
                let big = current.is_some_and(|c| c >= 100 && c % 100 == 0) || current.is_none() && last_scale < 40;
                if is!(self, at + 1, Sense::Article) && is!(self, at + 2, Sense::Half) && current.is_some() {
                    number.value = total.checked_add(Decimal::from(current?))?.checked_add(Decimal::new(5, 1))?;
                    number.stated = number.value;
                    number.to = at + 3;
                    number.core = (i, at + 3);
                    self.scaled(&mut number, at + 3, false)?;
                    return Some(number);
                }
                if !(number_follows && big) || self.pack.noun_capitals {
                    break;
                }
                last_was_and = true;
                at += 1;
                continue;
            } else if self.sym(at, '-')
                && self.glued(at)
                && tens_open
                && is!(self, at + 1, Sense::Card(1..=9) | Sense::One)
            {
                at += 1;
                continue;
            } else {
                break;
            }
            last_was_and = false;
            any = true;
            at += 1;
        }
        if !any {
            return None;
        }
        if last_was_and {
            at -= 1;
        }
        // DFB-Elf: a name.
        if self.glued(i) && self.is_prev(i, |r, p| r.sym(p, '-') && r.glued(p)) && self.capital(i) {
            return None;
        }
        number.value = total.checked_add(Decimal::from(current.unwrap_or(0)))?;
        number.to = at;
        number.core = (i, at);
        if let Some((from, negative)) = self.sign(i) {
            number.from = from;
            number.core.0 = from;
            if negative {
                number.value = -number.value;
            }
        }
        number.stated = number.value;
        // Viertel nach acht, um acht, gegen elf: a time of day.
        let timed = at == i + 1
            && self.pack.noun_capitals
            && number.value <= Decimal::from(12)
            && (self.is_prev(i, |r, p| {
                ["nach", "vor"].iter().any(|w| r.is_word(p, w)) && r.is_prev(p, |r, q| is!(r, q, Sense::Part(4)))
            }) || self.is_prev(i, |r, p| r.plays(p, Role::OnTheHour))
                && (self.phrase_ends(at) || is!(self, at, Sense::DayPart | Sense::Stop)));
        // half past four, a quarter to nine
        let past = at == i + 1
            && !self.pack.noun_capitals
            && number.value <= Decimal::from(12)
            && self.is_prev(i, |r, p| {
                (r.is_word(p, "past") || r.is_word(p, "to"))
                    && r.is_prev(p, |r, q| is!(r, q, Sense::Half | Sense::Part(4)))
                    && !r.is_word(p.saturating_sub(2), "by")
            });
        if timed || past {
            return None;
        }
        // The Fab Four, the Ten Commandments, Nineteen Eighty-Four: inside a sentence a capital makes a name.
        if !self.pack.noun_capitals
            && self.capital(i)
            && !self.begins(i)
            && number.scale.is_none()
            && number.from == i
            && (self.is_prev(i, |r, p| r.word(p) && (r.capital(p) || is!(r, p, Sense::Of | Sense::The | Sense::And)))
                || self.capital(at))
        {
            return None;
        }
        // A capitalised Acht or Elf inside a sentence is a noun.
        if at == i + 1
            && self.pack.noun_capitals
            && self.capital(i)
            && !self.begins(i)
            && is!(self, i, Sense::Card(_))
            && self
                .is_prev(i, |r, p| r.word(p) && is!(r, p, Sense::The | Sense::DatePrep | Sense::Stop | Sense::Article))
            && !is!(
                self,
                at,
                Sense::Scale(_) | Sense::Scales(_) | Sense::Percent | Sense::Lengths(_) | Sense::Currency(_)
            )
            && !(self.dash(at) && (self.unit(at + 1, true).is_some() || is!(self, at + 1, Sense::To)))
        {
            return None;
        }
        let joined = self.dash(at) && self.glued(at) && self.glued(at + 1);
        let next = if joined { at + 1 } else { at };
        if let Some(number) = self.share(i, number.value, next) {
            return Some(number);
        }
        if is!(self, next, Sense::TimesNoun) && !self.capital(next) {
            number.form = Form::Times;
            number.to = next + 1;
            return Some(number);
        }
        if is!(self, next, Sense::Fold) && joined {
            number.form = Form::Times;
            number.to = next + 1;
            return Some(number);
        }
        // Fünf Mio.
        if number.scale.is_none() && is!(self, next, Sense::Abbr(_)) && !joined {
            self.scaled(&mut number, next, joined)?;
            return Some(number);
        }
        number.hyphen = joined;
        if joined && is!(self, next, Sense::Scale(_)) {
            self.scaled(&mut number, next, joined)?;
        }
        if is!(self, number.to, Sense::InOf) || self.is_word(number.to, "von") {
            return self.of_ten(number);
        }
        Some(number)
    }

    /// `and a half` or `-and-a-half` at token `i`: the token behind it.
    fn and_a_half(&self, i: usize) -> Option<usize> {
        let mut at = i;
        for part in 0..3 {
            if self.dash(at) && self.glued(at) {
                at += 1;
            }
            let fits = match part {
                0 => is!(self, at, Sense::And),
                1 => is!(self, at, Sense::Article),
                _ => is!(self, at, Sense::Half),
            };
            if !fits {
                return None;
            }
            at += 1;
        }
        // A hyphen may also join what is counted: one-and-a-half-hour
        (!self.pack.noun_capitals).then_some(at)
    }

    /// `half a million`, `eine halbe Million`, `half an hour`: token `i` begins, token `half` says half.
    fn half(&self, i: usize, half: usize) -> Option<Number> {
        let mut number = Number {
            from: i,
            to: half + 1,
            core: (i, half + 1),
            value: Decimal::new(5, 1),
            stated: Decimal::new(5, 1),
            scale: None,
            form: Form::Cardinal,
            digits: false,
            hyphen: false,
        };
        let mut at = half + 1;
        if self.dash(at) && self.glued(at) {
            at += 1;
        }
        if is!(self, at, Sense::Article) {
            at += 1;
        }
        if let Some(p) = say!(self, at, Sense::Scale(p) => p) {
            number.value = number.value.checked_mul(power(p)?)?.normalize();
            number.scale = Some(p);
            number.to = at + 1;
            number.core = (i, at + 1);
            return Some(number);
        }
        if let Some(g) = say!(self, at, Sense::Group(g) => g) {
            number.value = number.value.checked_mul(Decimal::from(g))?.normalize();
            number.to = at + 1;
            number.core = (i, at + 1);
            return Some(number);
        }
        // ein halbes Jahr, half an hour: the unit follows.
        if let Some((_, unit)) = self.time(at)
            && !(half == i && self.dash(half + 1) && matches!(unit, TimeUnit::Year))
            && !(matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Day))
        {
            number.to = at;
            number.core = (i, half + 1);
            return Some(number);
        }
        // half a metre, ein halbes Pfund, einen halben Prozentpunkt
        let led = half > i || at > half + 1;
        if led && self.unit(at, false).is_some_and(|u| matches!(u.kind, Kind::Percent | Kind::Measure | Kind::Money)) {
            number.to = at;
            number.core = (i, half + 1);
            return Some(number);
        }
        if self.pack.noun_capitals {
            return None;
        }
        // half of, half the, nearly half
        let shares = self.is_word(half + 1, "of")
            || is!(self, half + 1, Sense::The) && half == i
            || self.limit_before(i).is_some() && half == i
            || half == i && self.is_prev(i, |r, p| r.plays(p, Role::ByHalf)) && self.phrase_ends(half + 1);
        let ordered = self.is_prev(i, |r, p| {
            is!(r, p, Sense::Ordinal(_) | Sense::Relative(_)) || r.is_word(p, "other") || r.is_word(p, "the")
        });
        if shares && !ordered {
            number.value = Decimal::from(50);
            number.form = Form::Share;
            return Some(number);
        }
        None
    }

    /// A share whose numerator ends before token `at`: zwei Drittel, two-thirds, a third of.
    fn share(&self, i: usize, numerator: Decimal, at: usize) -> Option<Number> {
        let part = say!(self, at, Sense::Part(d) => u64::from(d)).or_else(|| match self.kind(at) {
            Some(TokKind::Compound(k, Suffix::Part)) => {
                self.nums.get(k as usize).and_then(|n| u64::try_from(n.value).ok())
            }
            _ => None,
        });
        let ordinal = say!(self, at, Sense::OrdinalPart(d) => u64::from(d));
        let denominator = part.or(ordinal)?;
        let single = numerator == Decimal::ONE;
        if numerator >= Decimal::from(denominator) {
            return None;
        }
        if self.pack.noun_capitals {
            if !self.capital(at) {
                return None;
            }
        } else if single {
            // a third of, a quarter more; a third man, a quarter past
            let after = at + 1;
            let shares = self.is_word(after, "of")
                || self.plays(after, Role::Compares)
                || self.limit_before(i).is_some()
                || is!(self, after, Sense::The)
                || self.is_prev(i, |r, p| r.is_word(p, "by"))
                    && (self.phrase_ends(after) || is!(self, after, Sense::Stop));
            if !shares {
                return None;
            }
        }
        // a quarter of an hour
        if !self.pack.noun_capitals
            && is!(self, at + 1, Sense::Of)
            && is!(self, at + 2, Sense::Article)
            && is!(self, at + 3, Sense::Time(_))
        {
            let value = numerator.checked_div(Decimal::from(denominator))?.round_dp(4).normalize();
            return Some(Number {
                from: i,
                to: at + 3,
                core: (i, at + 1),
                value,
                stated: value,
                scale: None,
                form: Form::Cardinal,
                digits: false,
                hyphen: false,
            });
        }
        let mut number = Number {
            from: i,
            to: at + 1,
            core: (i, at + 1),
            value: Decimal::ONE_HUNDRED
                .checked_mul(numerator)?
                .checked_div(Decimal::from(denominator))?
                .round_dp(4)
                .normalize(),
            stated: numerator,
            scale: None,
            form: Form::Share,
            digits: false,
            hyphen: false,
        };
        // a quarter of a million; ein Viertel Liter stays a share
        if self.is_word(at + 1, "of")
            && is!(self, at + 2, Sense::Article)
            && let Some(p) = say!(self, at + 3, Sense::Scale(p) => p)
        {
            number.form = Form::Cardinal;
            number.value = power(p)?.checked_mul(numerator)?.checked_div(Decimal::from(denominator))?.normalize();
            number.scale = Some(p);
            number.to = at + 4;
            number.core = (i, at + 4);
        }
        Some(number)
    }

    /// Dreiviertel and the like as a share.
    fn fraction_word(&self, mut number: Number) -> Option<Number> {
        number.form = Form::Share;
        number.value = number.value.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
        if number.value == Decimal::from(66) {
            number.value = Decimal::new(666_667, 4);
        }
        number.scale = None;
        Some(number)
    }

    /// `four in ten`, `neun von zehn`: a share when the whole is ten or a hundred, or one in so many.
    fn of_ten(&self, number: Number) -> Option<Number> {
        let mut at = number.to;
        if self.is_word(at, "out") && self.is_word(at + 1, "of") {
            at += 1;
        } else if !(self.is_word(at, "in") || self.is_word(at, "von")) || self.digits_value(at + 1) {
            return Some(number);
        }
        at += 1;
        let whole = match self.kind(at) {
            Some(TokKind::Word) => say!(self, at, Sense::Card(n) => Decimal::from(n))
                .or_else(|| is!(self, at, Sense::Hundred).then_some(Decimal::ONE_HUNDRED)),
            Some(TokKind::Num(_)) if !self.pack.noun_capitals => self.num(at).filter(|n| n.plain).map(|n| n.value),
            _ => None,
        };
        let Some(whole) = whole else { return Some(number) };
        let fits = if self.pack.noun_capitals {
            whole == Decimal::TEN
                || whole == Decimal::ONE_HUNDRED
                || whole <= Decimal::from(5) && self.noun(at + 1).is_none() && !number.digits
        } else {
            number.value == Decimal::ONE
                || whole == Decimal::TEN
                || whole == Decimal::ONE_HUNDRED
                || whole <= Decimal::from(5)
        };
        if !fits
            || whole > Decimal::ONE_THOUSAND
            || whole <= number.value
            || number.scale.is_some()
            || self.unit(at + 1, false).is_some()
            || is!(self, at + 1, Sense::Scale(_))
        {
            return Some(number);
        }
        let value = number.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?.round_dp(4).normalize();
        Some(Number { to: at + 1, core: (number.from, at + 1), value, form: Form::Share, ..number })
    }

    fn digits_value(&self, i: usize) -> bool {
        self.num(i).is_some() && self.pack.noun_capitals
    }
}

/// What ends up in a figure.
struct Draft {
    from: usize,
    to: usize,
    core: (usize, usize),
    lo: Decimal,
    hi: Decimal,
    kind: Kind,
    unit: Option<String>,
    bound: Bound,
    noun: Option<Noun>,
}

impl Reader<'_> {
    /// Reads the quantity that starts at token `i`, adds its figure and returns the token behind it.
    pub fn quantity(&mut self, i: usize) -> Option<usize> {
        if let Some(to) = self.vague(i).or_else(|| self.every(i)).or_else(|| self.rank(i)) {
            return Some(to);
        }
        if is!(self, i, Sense::HalfShare) && self.pack.noun_capitals {
            return self.half_share(i);
        }
        if let Some((hundredths, unit)) = say!(self, i, Sense::PartTime(h, u) => (h, u)) {
            return self.part_time(i, hundredths, unit);
        }
        if is!(self, i, Sense::Times(_)) {
            return self.times(i);
        }
        if let Some(to) = self.one_long(i).or_else(|| self.one_of_them(i)) {
            return Some(to);
        }
        let number = self.number(i)?;
        if number.digits
            && number.scale.is_none()
            && number.form == Form::Cardinal
            && number.from == i
            && self.number_unit(&number).is_none()
            && self.money_before(i).is_none()
            && self.labelled(i, number.to)
        {
            return None;
        }
        if self.wickets(&number) {
            return None;
        }
        match number.form {
            Form::Headed | Form::Rank => {
                return if number.form == Form::Rank { self.simple_rank(number) } else { None };
            }
            Form::Vague => return self.vague_number(number),
            _ => {}
        }
        let (from, money) = match self.money_before(number.from) {
            Some((from, code)) => (from, Some(code)),
            None => (number.from, None),
        };
        let mut draft = Draft {
            from,
            to: number.to,
            core: number.core,
            lo: number.value,
            hi: number.value,
            kind: Kind::Count,
            unit: None,
            bound: Bound::Exact,
            noun: None,
        };
        // A second number makes a range, or lends its scale and unit.
        let mut number = number;
        let mut unit: Option<Unit> = self.number_unit(&number);
        // drei Zehntelsekunden
        if unit.is_none()
            && money.is_none()
            && number.form == Form::Cardinal
            && let Some(h) = say!(self, number.to, Sense::Hundredths(h) => h)
        {
            number.value = number.value.checked_mul(Decimal::new(i64::from(h), 2))?.normalize();
            number.stated = number.value;
            draft.lo = number.value;
            draft.hi = number.value;
            unit = Some(Unit { kind: Kind::Duration, symbol: TimeUnit::Second.symbol(), to: number.to + 1 });
        }
        if unit.is_none()
            && money.is_none()
            && number.form == Form::Cardinal
            && number.digits
            && self.share_of_list(i, &number)
        {
            unit = Some(Unit { kind: Kind::Percent, symbol: "%", to: number.to });
        }
        let mut range = false;
        let mut borrowed: Option<Unit> = None;
        let mut share_noun: Option<Noun> = None;
        let behind_first = unit.as_ref().map_or(number.to, |u| u.to);
        // eine bis zwei Milliarden
        if matches!(number.form, Form::Article | Form::One)
            && is!(self, number.to, Sense::To | Sense::Or)
            && self.second(&number, number.to).is_some_and(|s| s.0 == Joint::Range && s.1.value > Decimal::ONE)
        {
            number.form = Form::Cardinal;
        }
        if number.form == Form::Cardinal
            && let Some((joint, second)) = self.second(&number, behind_first)
        {
            let second_money = self.money_before(second.from).map(|m| m.1);
            let second_unit = self.number_unit(&second);
            match joint {
                Joint::Range
                    if self.moved(&number, behind_first, unit.as_ref(), second_unit.as_ref(), money, second_money) => {}
                Joint::Range => {
                    let scaled = self.lend(&number, &second);
                    // 3-1 is a score, 17-12 a result: a range rises, unless a word says it falls (4 bis 0 Grad).
                    let (mut lo, mut hi) = (scaled, second.value);
                    if lo > hi && is!(self, behind_first, Sense::To) && second_unit.is_some() && unit.is_none() {
                        (lo, hi) = (hi, lo);
                    }
                    if lo < hi || (self.dash_is_dash(behind_first) && lo <= hi) {
                        draft.lo = lo;
                        draft.hi = hi;
                        draft.core = (number.core.0, second.core.1);
                        draft.to = second.to;
                        range = true;
                        if unit.is_none() || second_unit.is_some() {
                            unit = second_unit;
                        }
                        if money.is_none() && second_money.is_some() {
                            draft.kind = Kind::Money;
                            draft.unit = second_money.map(str::to_owned);
                        }
                        number.form = second.form;
                        number.hyphen = second.hyphen;
                        number.scale = second.scale;
                        number.digits = second.digits;
                        number.to = second.to;
                    } else if !self.dash_is_dash(behind_first) {
                        return None;
                    }
                }
                Joint::Change if unit.is_none() => {
                    let scaled = self.lend(&number, &second);
                    draft.lo = scaled;
                    draft.hi = scaled;
                    borrowed = second_unit.map(|u| Unit { to: number.to, ..u });
                    if borrowed.is_none() && money.is_none() {
                        borrowed = second_money.map(|m| Unit { kind: Kind::Money, symbol: m, to: number.to });
                    }
                    if borrowed.is_none() && second_money.is_none() {
                        share_noun = self.noun(second.to).map(|n| n.1);
                    }
                }
                Joint::Whole if unit.is_none() => {
                    // 37 von 671 Milliarden Parametern
                    if number.digits && second.digits {
                        let scaled = self.lend(&number, &second);
                        draft.lo = scaled;
                        draft.hi = scaled;
                    }
                    let after = second.to;
                    share_noun = self.noun(after).map(|n| n.1);
                    if second_unit.as_ref().is_some_and(|u| u.kind != Kind::Count) {
                        borrowed = second_unit.map(|u| Unit { to: number.to, ..u });
                    }
                }
                _ => {}
            }
        }
        // Two hours and 51 minutes; a year and a half.
        let mixed = if range || money.is_some() { None } else { self.mixed(&number, unit.as_ref()) };
        if let Some(m) = &mixed {
            draft.lo = m.value;
            draft.hi = m.value;
            draft.core.1 = m.to;
            unit = Some(Unit { kind: Kind::Duration, symbol: m.unit.symbol(), to: m.to });
        }
        // a mile and a half
        let mut halved = false;
        if let Some(u) = &mut unit
            && u.kind == Kind::Measure
            && !range
            && money.is_none()
            && !number.hyphen
            && is!(self, u.to, Sense::And)
            && is!(self, u.to + 1, Sense::Article)
            && is!(self, u.to + 2, Sense::Half)
            && (self.phrase_ends(u.to + 3) || is!(self, u.to + 3, Sense::Stop))
        {
            let half = number.value.checked_add(Decimal::new(5, 1))?;
            draft.lo = half;
            draft.hi = half;
            draft.core.1 = u.to + 3;
            u.to += 3;
            halved = true;
        }
        // two pounds eighty, drei Euro 50
        if let Some(u) = &mut unit
            && u.kind == Kind::Money
            && matches!(u.symbol, "EUR" | "GBP" | "USD" | "CHF" | "DEM")
            && !range
            && !number.hyphen
            && number.scale.is_none()
            && number.value.is_integer()
            && let Some((to, cents)) = self.cents(u.to, number.digits)
        {
            let whole = number.value.checked_add(Decimal::new(cents, 2))?;
            draft.lo = whole;
            draft.hi = whole;
            draft.core.1 = to;
            u.to = to;
        }
        // 890 (Vorjahr: 1.020) Mio. €: what stands behind the bracket is said of both
        if number.digits
            && number.scale.is_none()
            && !range
            && unit.is_none()
            && money.is_none()
            && borrowed.is_none()
            && let Some((power, code)) = self.behind_bracket(number.to)
        {
            let value = number.value.checked_mul(power)?.normalize();
            draft.lo = value;
            draft.hi = value;
            borrowed = Some(Unit { kind: Kind::Money, symbol: code, to: number.to });
        }
        let has_unit = unit.is_some() || money.is_some() || draft.unit.is_some();
        // The article and the pronoun count only in company.
        if matches!(number.form, Form::Article | Form::One)
            && mixed.is_none()
            && !halved
            && !self.article_counts(&number, unit.as_ref())
        {
            return self.one_counts(&number, unit.is_none());
        }
        if let Some(code) = money {
            draft.kind = Kind::Money;
            draft.unit = Some(code.to_owned());
            // $5 Canadian does not happen; $5bn a year does.
            if let Some(u) = &unit
                && u.kind == Kind::Money
            {
                draft.to = u.to;
            }
        } else if let Some(u) = &unit {
            if number.form == Form::Cardinal && !range && is!(self, u.to, Sense::Clock) {
                return None;
            }
            draft.kind = u.kind;
            draft.unit = Some(u.symbol.to_owned());
            draft.to = u.to.max(draft.to);
        } else if let Some(u) = &borrowed {
            draft.kind = u.kind;
            draft.unit = Some(u.symbol.to_owned());
        }
        match number.form {
            Form::Share => {
                draft.kind = Kind::Percent;
                draft.unit = Some("%".to_owned());
            }
            Form::Percent => {
                draft.kind = Kind::Percent;
                draft.unit = Some("%".to_owned());
                draft.to = number.to;
            }
            // im Dreißigjährigen Krieg: a name
            Form::Aged(_) if self.capital(i) && !number.digits && self.plays(number.to, Role::War) => return None,
            Form::Aged(u) => {
                draft.kind = Kind::Duration;
                draft.unit = Some(u.symbol().to_owned());
                draft.to = number.to;
            }
            _ => {}
        }
        // one minute past midnight, fünf Minuten vor zwölf
        if draft.unit.as_deref() == Some("minute")
            && (self.is_word(draft.to, "past")
                || self.is_word(draft.to, "to")
                || self.pack.noun_capitals && ["vor", "nach"].iter().any(|w| self.is_word(draft.to, w)))
            && (is!(self, draft.to + 1, Sense::DayPart | Sense::One)
                || is!(self, draft.to + 1, Sense::Card(1..=12))
                    && (self.phrase_ends(draft.to + 2) || is!(self, draft.to + 2, Sense::Stop | Sense::Clock)))
        {
            return None;
        }
        // A time of day.
        if number.digits && !has_unit && self.clock(draft.to) {
            return None;
        }
        let limit = self.limits(&mut draft, &number, has_unit);
        if draft.bound == Bound::Exact
            && number.core.1 > number.core.0 + 1
            && let Some(bound) = self.roundly(number.core.0 + 1)
        {
            draft.bound = bound;
        }
        if matches!(draft.kind, Kind::Duration) {
            self.within(&mut draft);
        }
        // What is counted.
        let countable = draft.kind == Kind::Count && matches!(number.form, Form::Cardinal);
        if countable && !number.hyphen {
            // Mio. without anything behind keeps its dot out of the span.
            if let Some((to, noun)) = self.noun(draft.to) {
                draft.to = to;
                draft.noun = Some(noun);
            } else {
                draft.noun = share_noun;
            }
        } else if matches!(draft.kind, Kind::Measure) && !number.hyphen && self.pack.noun_capitals {
            // 350 Hektar Rückhalteflächen: the noun is what the measure is of.
            // 20 Meter Höhe: that it is a height is no part of what is stated.
            // 250 Gramm Butter: a unit says what is measured, the butter is another matter; only a rate reaches over it.
            if let Some((to, noun)) = self.noun(draft.to).filter(|_| self.capital(draft.to)) {
                if is!(self, to, Sense::Per) {
                    draft.to = to;
                }
                draft.noun = Some(noun);
            }
        }
        self.attributive(&mut draft, &number);
        if countable && !self.bare_counts(i, &number, &draft, limit, range) {
            return None;
        }
        if let Some((to, bound)) = self.limit_after(draft.to) {
            draft.to = to;
            if draft.bound == Bound::Exact {
                draft.bound = bound;
            }
        }
        self.rate(&mut draft);
        // gerade einmal: once is a number only in a rate.
        if number.form == Form::Times && number.value == Decimal::ONE && !number.digits && draft.kind != Kind::Rate {
            return None;
        }
        if draft.kind == Kind::Count
            && draft.noun.is_none()
            && draft.unit.is_none()
            && self.is_age(i, &number, draft.to)
        {
            draft.kind = Kind::Duration;
            draft.unit = Some(TimeUnit::Year.symbol().to_owned());
        }
        // Money known only by its magnitude, after money was spoken of.
        if draft.kind == Kind::Count
            && draft.noun.is_none()
            && draft.unit.is_none()
            && number.scale.is_some_and(|s| s >= 6)
            && let Some(code) = self.last_money()
        {
            draft.kind = Kind::Money;
            draft.unit = Some(code);
        }
        // An abbreviation's dot that ends up last is the sentence's.
        while draft.to > draft.from + 1 && self.sym(draft.to - 1, '.') {
            draft.to -= 1;
        }
        let value = Value::Number { lo: Some(draft.lo), hi: Some(draft.hi) };
        self.push(draft.from, draft.to, draft.core, draft.kind, value, draft.unit, draft.bound, draft.noun)
    }

    /// A length in several units: `zwei Stunden und 14 Minuten`, `2 hours, 5 minutes and 3 seconds`, `a year and a half`.
    fn mixed(&self, number: &Number, unit: Option<&Unit>) -> Option<Mixed> {
        let unit = unit.filter(|u| u.kind == Kind::Duration)?;
        if number.hyphen || !matches!(number.form, Form::Cardinal | Form::Article | Form::One) {
            return None;
        }
        let (to, first) = self.time(unit.to.checked_sub(1)?).filter(|(to, _)| *to == unit.to)?;
        let mut found = Mixed { value: number.value, unit: first, to };
        // a year and a half
        if is!(self, to, Sense::And)
            && is!(self, to + 1, Sense::Article)
            && is!(self, to + 2, Sense::Half)
            && self.time(to + 3).is_none()
        {
            let half = number.value.checked_add(Decimal::new(5, 1))?;
            return Some(Mixed { value: half, to: to + 3, ..found });
        }
        // an hour and a quarter, two hours and three quarters
        let numerator = match self.kind(to + 1) {
            _ if is!(self, to + 1, Sense::Article) => Some(1),
            _ => say!(self, to + 1, Sense::Card(3) => 3),
        };
        if is!(self, to, Sense::And)
            && is!(self, to + 2, Sense::Part(4))
            && self.time(to + 3).is_none()
            && !is!(self, to + 3, Sense::Of)
            && let Some(n) = numerator
        {
            let value = number.value.checked_add(Decimal::new(25 * n, 2))?;
            return Some(Mixed { value, to: to + 3, ..found });
        }
        for _ in 0..3 {
            let mut at = found.to;
            if self.sym(at, ',') {
                at += 1;
            }
            if is!(self, at, Sense::And) {
                at += 1;
            }
            if self.toks.get(at).is_some_and(|t| t.after_break) {
                break;
            }
            let number = self.num(at).is_some()
                || matches!(self.kind(at), Some(TokKind::Compound(..)))
                || is!(self, at, Sense::Card(_) | Sense::Article | Sense::One);
            if !number {
                break;
            }
            let Some(next) = self.number_at(at, false) else { break };
            let spelled = matches!(next.form, Form::Article | Form::One);
            if !(next.form == Form::Cardinal || spelled && at > found.to) || next.from != at || next.hyphen {
                break;
            }
            let Some((to, smaller)) = self.time(next.to) else { break };
            let Some(factor) = found.unit.times(smaller) else { break };
            if !(found.value.is_integer() && next.value < Decimal::from(factor))
                || is!(self, to, Sense::After) && !self.digits_or_and(at)
            {
                break;
            }
            let whole = found.value.checked_mul(Decimal::from(factor)).and_then(|v| v.checked_add(next.value));
            let Some(value) = whole else { break };
            found = Mixed { value: value.normalize(), unit: smaller, to };
        }
        (found.to > to).then_some(found)
    }

    /// Magnitude and currency behind a bracket that opens or closes at token `i`: `(Vorjahr: 1.020) Mio. €`.
    fn behind_bracket(&self, i: usize) -> Option<(Decimal, &'static str)> {
        let opened = self.sym(i, '(');
        let close = if opened { (i + 1..i + 8).find(|k| self.sym(*k, ')'))? } else { i };
        if !self.sym(close, ')') || opened && !(i + 1..close).any(|k| self.num(k).is_some()) {
            return None;
        }
        let open = if opened { i } else { (i.saturating_sub(8)..i).rev().find(|k| self.sym(*k, '('))? };
        if open == 0 || self.num(open - 1).is_none() {
            return None;
        }
        let scale = say!(self, close + 1, Sense::Abbr(p) | Sense::Scale(p) | Sense::Scales(p) => p)?;
        let dot = usize::from(self.sym(close + 2, '.') && self.glued(close + 2));
        let (_, code) = self.money_after(close + 2 + dot)?;
        Some((power(scale)?, code))
    }

    /// The cents at token `i`, behind an amount of a currency: two digits or a number below a hundred that counts nothing.
    fn cents(&self, i: usize, digits: bool) -> Option<(usize, i64)> {
        if self.toks.get(i).is_some_and(|t| t.after_break || t.glued) {
            return None;
        }
        let (to, value) = if digits || self.num(i).is_some() {
            let num = self.num(i).filter(|n| n.plain && n.whole_digits == 2)?;
            (i + 1, num.value)
        } else {
            let spelled =
                is!(self, i, Sense::Card(10..)) || matches!(self.kind(i), Some(TokKind::Compound(_, Suffix::None)));
            let number = spelled.then(|| self.number_at(i, true))??;
            (number.to, number.value)
        };
        let alone = self.phrase_ends(to) || is!(self, to, Sense::Stop | Sense::Per | Sense::And);
        let fits = value < Decimal::ONE_HUNDRED && value >= Decimal::TEN && value.is_integer();
        (alone && fits && self.unit(to, false).is_none()).then_some((to, i64::try_from(value).ok()?))
    }

    fn digits_or_and(&self, at: usize) -> bool {
        self.num(at).is_some() || self.is_prev(at, |r, p| is!(r, p, Sense::And))
    }

    /// `die SPD 14, die Grünen 13 Prozent`; `38 percent, the Greens 14`: a number in a list of shares is one.
    fn share_of_list(&self, i: usize, number: &Number) -> bool {
        if number.scale.is_some() || number.value > Decimal::ONE_HUNDRED || number.hyphen || self.bracketed(i) {
            return false;
        }
        // It stands behind a name, or behind what says how the name fares.
        let named = self.is_prev(i, |r, p| {
            r.word(p)
                && !is!(r, p, Sense::WeakLabel)
                && (r.capital(p) && !is!(r, p, Sense::Month(_) | Sense::Label) || is!(r, p, Sense::Fares))
        });
        if !named {
            return false;
        }
        let joint = |k: usize| self.sym(k, ',') || self.sym(k, ';') || is!(self, k, Sense::And);
        let word = |k: usize| self.word(k) && !self.toks.get(k).is_some_and(|t| t.after_break);
        // Ahead: up to six words, then a number that is a percentage or goes on in the same way.
        let mut k = number.to;
        if joint(k) {
            for _ in 0..4 {
                let mut words = 0;
                while joint(k) || word(k) && words < 6 {
                    words += usize::from(word(k));
                    k += 1;
                }
                if self.num(k).is_none() {
                    break;
                }
                if self.percent(k + 1).is_some() {
                    return true;
                }
                k += 1;
                if !joint(k) {
                    break;
                }
            }
        }
        // Behind: the last figure is a share, and nothing but a comma and names stand between.
        let Some(last) = self.out.last().filter(|f| f.kind == Kind::Percent) else { return false };
        let mut k = i;
        let mut joints = 0;
        let mut words = 0;
        while k > self.floor {
            k -= 1;
            if joint(k) {
                joints += 1;
            } else if self.word(k) && words < 7 {
                words += 1;
            } else {
                return false;
            }
        }
        let follows = self.phrase_ends(number.to) || is!(self, number.to, Sense::And);
        last.unit.as_deref() == Some("%") && joints > 0 && follows && k == self.floor
    }

    /// `rose 0.8% to 5,304`: what stands before `to` is how far, what stands behind is where to.
    fn moved(
        &self,
        first: &Number,
        joint: usize,
        unit: Option<&Unit>,
        second: Option<&Unit>,
        money: Option<&'static str>,
        second_money: Option<&'static str>,
    ) -> bool {
        if self.pack.noun_capitals || !is!(self, joint, Sense::To) {
            return false;
        }
        let unit = money.or(unit.map(|u| u.symbol));
        let second = second_money.or(second.map(|u| u.symbol));
        let Some(unit) = unit else { return false };
        if second != Some(unit) {
            return second.is_none() || money.is_none() || second_money.is_some();
        }
        let lead = first.from.saturating_sub(usize::from(money.is_some()));
        self.is_prev(lead, |r, p| {
            is!(r, p, Sense::Gone) || r.ends_folded(p, r.pack.past_ends) || r.plays(p, Role::MovedBy)
        })
    }

    /// Whether the dash at token `i` is longer than a hyphen.
    fn dash_is_dash(&self, i: usize) -> bool {
        self.sym(i, '–') || is!(self, i, Sense::To | Sense::And)
    }

    fn number_unit(&self, number: &Number) -> Option<Unit> {
        if !matches!(number.form, Form::Cardinal | Form::Article | Form::One) {
            return None;
        }
        if self.toks.get(number.to).is_some_and(|t| t.after_break) {
            return None;
        }
        let at = if number.hyphen { number.to + 1 } else { number.to };
        if self.sym(at, '.') && !number.hyphen && number.scale.is_some() {
            // Mio. Euro
            return self.unit(at + 1, false);
        }
        // m and the like after a spelled number are no units.
        let unit = self.unit(at, number.hyphen)?;
        if !number.digits && matches!(unit.kind, Kind::Measure) && self.str(at).len() <= 2 {
            return None;
        }
        Some(unit)
    }

    /// The first number's value once it has taken the scale of the second.
    fn lend(&self, first: &Number, second: &Number) -> Decimal {
        // drei- bis viertausend
        if !first.digits
            && !second.digits
            && self.dash(first.to)
            && !self.glued(first.to + 1)
            && first.value < Decimal::ONE_HUNDRED
        {
            for factor in [Decimal::ONE_THOUSAND, Decimal::ONE_HUNDRED] {
                if second.value >= factor && (second.value % factor).is_zero() {
                    return first.value.checked_mul(factor).unwrap_or(first.value);
                }
            }
        }
        match second.scale {
            Some(p) if first.scale.is_none() && first.stated < Decimal::ONE_THOUSAND && p > 1 => {
                power(p).and_then(|f| first.stated.checked_mul(f)).map_or(first.value, |v| v.normalize())
            }
            _ => first.value,
        }
    }

    /// The number that the one ending before token `at` is joined with, and how.
    fn second(&self, first: &Number, at: usize) -> Option<(Joint, Number)> {
        let mut at = at;
        // zwei- bis dreijährig, drei- bis viertausend
        let cut = self.dash(at) && self.glued(at) && !self.glued(at + 1) && is!(self, at + 1, Sense::To);
        if cut {
            at += 1;
        }
        // the 18-to-24 age group
        let linked = self.dash(at)
            && self.glued(at)
            && is!(self, at + 1, Sense::To)
            && self.dash(at + 2)
            && self.num(at + 3).is_some();
        if linked {
            at += 1;
        }
        if first.hyphen && at == first.to && self.num(at + 1).is_none() && self.number_at(at + 1, true).is_none() {
            return None;
        }
        let between = (0..4)
            .any(|n| first.from.checked_sub(n + 1).is_some_and(|k| k >= self.floor && is!(self, k, Sense::Between)));
        let from =
            (0..4).any(|n| first.from.checked_sub(n + 1).is_some_and(|k| k >= self.floor && is!(self, k, Sense::From)));
        let joint = match self.kind(at)? {
            TokKind::Sym('–' | '-')
                if self.num(at + 1).is_some() || matches!(self.kind(at + 1), Some(TokKind::Sym('$' | '€' | '£'))) =>
            {
                // 2 – 3, 2–3; a dash with a space on one side only is punctuation.
                if self.glued(at) != self.glued(at + 1) {
                    return None;
                }
                Joint::Range
            }
            TokKind::Sym('/') => return None,
            // nach drei, vier Tagen
            TokKind::Sym(',')
                if at == first.to
                    && first.value < Decimal::TEN
                    && self.number_at(at + 1, true).is_some_and(|n| {
                        n.form == Form::Cardinal
                            && n.digits == first.digits
                            && n.value == first.value + Decimal::ONE
                            && (self.number_unit(&n).is_some_and(|u| u.kind == Kind::Duration)
                                || !n.digits && self.noun(n.to).is_some())
                            && !self.glued(at + 1)
                    }) =>
            {
                Joint::Range
            }
            // 2,5, 3,1 und 4,2 Millionen Tonnen: the last of a list says what all of them are
            TokKind::Sym(',') if at == first.to && first.digits && self.list_end(at).is_some() => {
                at = self.list_end(at)?;
                Joint::Change
            }
            TokKind::Word if is!(self, at, Sense::And) && between => Joint::Range,
            TokKind::Word if is!(self, at, Sense::To) => {
                if !self.pack.noun_capitals && from {
                    Joint::Change
                } else {
                    Joint::Range
                }
            }
            // five or six months
            TokKind::Word
                if at == first.to
                    && (self.is_word(at, "or") || self.is_word(at, "oder"))
                    && self.number_at(at + 1, true).is_some_and(|n| self.as_good(first, &n)) =>
            {
                Joint::Range
            }
            TokKind::Word if is!(self, at, Sense::Onto) => Joint::Change,
            TokKind::Word if is!(self, at, Sense::And | Sense::Or) => Joint::Change,
            TokKind::Word if is!(self, at, Sense::Of) => Joint::Whole,
            _ => return None,
        };
        let to_word = is!(self, at, Sense::To);
        at += 1 + usize::from(linked);
        if to_word && self.is_word(at, "zu") {
            at += 1;
        }
        for skip in ["der", "the", "den", "insgesamt"] {
            if joint == Joint::Whole && self.is_word(at, skip) {
                at += 1;
            }
        }
        // Limits and signs before the second number.
        let mut starts = at;
        for _ in 0..5 {
            if self.num(starts).is_some()
                || matches!(self.kind(starts), Some(TokKind::Compound(..)))
                || is!(self, starts, Sense::Card(_) | Sense::Mixed(_))
            {
                break;
            }
            let sign =
                matches!(self.kind(starts), Some(TokKind::Sym('€' | '$' | '£' | '¥'))) || self.is_word(starts, "us");
            let limit = is!(self, starts, Sense::LimitEnds(_) | Sense::Minus | Sense::Plus)
                || matches!(self.kind(starts), Some(TokKind::Sym('−' | '+')))
                    && !self.glued(starts)
                    && self.glued(starts + 1)
                || self.is_word(starts, "mehr")
                || self.is_word(starts, "more")
                || self.is_word(starts, "bis");
            if !(sign || limit) {
                if is!(self, starts, Sense::Article) && joint != Joint::Whole {
                    break;
                }
                return None;
            }
            starts += 1;
        }
        let second = self.number_at(starts, true)?;
        let fits =
            second.form == Form::Cardinal || cut && matches!(second.form, Form::Times | Form::Aged(_) | Form::Percent);
        if !fits || second.from < at {
            return None;
        }
        // A year is no second number.
        if second.digits
            && self.num(starts).is_some_and(|n| n.plain && n.whole_digits == 4)
            && second.scale.is_none()
            && self.number_unit(&second).is_none()
            && joint != Joint::Range
        {
            return None;
        }
        if joint == Joint::Change
            && (self.number_unit(&second).is_none()
                && self.money_before(second.from).is_none()
                && second.scale.is_none())
        {
            let noun = self.noun(second.to).is_some();
            if !(noun && is!(self, at - 1, Sense::Onto | Sense::To)) {
                return None;
            }
        }
        Some((joint, second))
    }

    /// The `and` that ends a list of bare numbers whose first comma is token `at`.
    fn list_end(&self, at: usize) -> Option<usize> {
        let mut k = at;
        for _ in 0..6 {
            self.num(k + 1).filter(|n| !(n.leading_zero || n.plain && n.whole_digits == 4))?;
            match self.kind(k + 2)? {
                TokKind::Sym(',') => k += 2,
                TokKind::Word if is!(self, k + 2, Sense::And | Sense::Or) => return Some(k + 2),
                _ => return None,
            }
        }
        None
    }

    /// Whether either of two numbers will do: five or six months, 30 oder 40 Leute.
    fn as_good(&self, first: &Number, second: &Number) -> bool {
        let step = match first.value {
            v if v < Decimal::TEN => Decimal::ONE,
            v if (v % Decimal::TEN).is_zero() => Decimal::TEN,
            _ => Decimal::ONE,
        };
        first.scale.is_none()
            && second.form == Form::Cardinal
            && first.digits == second.digits
            && first.value < Decimal::ONE_HUNDRED
            && first.value + step == second.value
            && (!second.digits
                || self.number_unit(second).is_some()
                || self.noun(second.to).is_some()
                || second.scale.is_some())
    }

    /// Whether `ein` or `one` before this unit is a number: ein Jahr nach, one per cent.
    fn article_counts(&self, number: &Number, unit: Option<&Unit>) -> bool {
        let Some(unit) = unit else { return false };
        let one = number.form == Form::One;
        // eine knappe Stunde, a full year; but: ein gutes Jahr
        let roundly = number.form == Form::Article && number.to > number.from + 1;
        if roundly {
            let good = self.roundly(number.from + 1) == Some(Bound::MoreThan) || self.is_word(number.from + 1, "good");
            let short = matches!(unit.symbol, "hour" | "minute") || unit.kind != Kind::Duration;
            let led = self.is_prev(number.from, |r, p| is!(r, p, Sense::Before | Sense::SincePrep | Sense::Within));
            return !good && (self.pack.noun_capitals || unit.kind == Kind::Duration) || short || led;
        }
        match unit.kind {
            Kind::Percent => true,
            Kind::Money => self.pack.noun_capitals && !matches!(unit.symbol, "ct" | "DEM" | "GBP" | "KRW") || one,
            Kind::Measure => one || self.limit_before(number.from).is_some() || self.plays(unit.to, Role::Extent),
            Kind::Duration => {
                let before = self.limit_before(number.from).is_some()
                    || self.is_prev(number.from, |r, p| {
                        is!(r, p, Sense::Before | Sense::SincePrep | Sense::Within)
                            || r.is_word(p, "von") && r.is_prev(p, |r, q| is!(r, q, Sense::Within))
                    });
                let after = is!(self, unit.to, Sense::After);
                let day = unit.symbol == "day";
                if number.hyphen {
                    return true;
                }
                if one && !day {
                    return true;
                }
                // An hour, eine Minute: nobody means which one.
                let clock = matches!(unit.symbol, "hour" | "minute") && number.form == Form::Article;
                let lasts = self.is_prev(number.from, |r, p| r.plays(p, Role::SoLong));
                if self.pack.noun_capitals {
                    // an einem Tag; einen Tag nach der Schlacht
                    let on = self.is_word(number.from, "einem")
                        && self.is_word(number.to, "tag")
                        && self.is_prev(number.from, |r, p| r.is_word(p, "an") && !r.begins(p))
                        && !self.is_word(unit.to, "im");
                    let whole = self.is_word(number.from, "einen") && is!(self, unit.to, Sense::After);
                    if day && (on || whole) {
                        return true;
                    }
                    // ein Jahr in Rom, eine Woche Urlaub, einen Monat Haft; not: ein Jahr der Wahlen, eine Woche, in der
                    let of = self.is_word(unit.to, "der")
                        || self.is_word(unit.to, "des")
                        || self.is_word(unit.to, "voller")
                        || self.is_word(unit.to, "wie")
                        || self.sym(unit.to, ',')
                            && !self.phrase_ends(unit.to + 1)
                            && is!(self, unit.to + 1, Sense::Stop);
                    if !day && !of && !self.begins(number.from) {
                        return true;
                    }
                    before || clock || lasts && !day || after && (!day || is!(self, unit.to, Sense::Apart(_)))
                } else {
                    // in a year, for an hour; `a day` mostly says per day
                    let strong = self.plays(unit.to, Role::FromThere);
                    let most = !day || !self.is_prev(number.from, |r, p| is!(r, p, Sense::InOf));
                    // I took a second to think: no second was counted
                    strong || clock || lasts && most && unit.symbol != "second"
                }
            }
            _ => false,
        }
    }

    /// A time of day ends or follows here.
    fn clock(&self, i: usize) -> bool {
        is!(self, i, Sense::Clock)
            || (self.is_word(i, "a") || self.is_word(i, "p")) && self.sym(i + 1, '.') && self.is_word(i + 2, "m")
            || self.is_word(i, "o") && self.sym(i + 1, '\'') && self.is_word(i + 2, "clock")
    }

    /// Limits before the number; true when there is one.
    fn limits(&self, draft: &mut Draft, number: &Number, has_unit: bool) -> bool {
        let mut found = false;
        // zwischen 3 und 5
        if draft.lo != draft.hi && draft.from > self.floor && is!(self, draft.from - 1, Sense::Between) {
            draft.from -= 1;
        }
        for _ in 0..2 {
            let Some((from, bound)) = self.limit_before(draft.from) else { break };
            let weak = from + 1 == draft.from && self.plays(from, Role::WeakLimit);
            // ein Bericht über drei Soldaten: small spelled numbers take no such limit.
            let few = self.is_word(from, "keine") && draft.lo >= Decimal::from(5);
            if weak && !few && !number.digits && number.scale.is_none() && !has_unit && draft.lo < Decimal::from(20) {
                break;
            }
            if self.plays(from, Role::NeedsUnit) && !has_unit && !number.digits && !few {
                break;
            }
            // Klassen 5 bis 10
            if self.is_word(from, "bis") && from + 1 == draft.from && !has_unit {
                break;
            }
            // Wir reden über zwölf Milliarden Euro; ein Kredit über zwei Millionen
            if weak
                && (is!(self, from, Sense::Across) || self.is_word(from, "unter"))
                && self.is_prev(from, |r, p| r.plays(p, Role::Concerns))
            {
                break;
            }
            if self.is_word(from, "keine") && from + 1 == draft.from && number.form != Form::Cardinal {
                break;
            }
            // mit 23 gegen 17 Stimmen
            if is!(self, from, Sense::Against)
                && from + 1 == draft.from
                && self.is_prev(from, |r, p| r.num(p).is_some() || is!(r, p, Sense::Card(_)))
            {
                break;
            }
            // 35 Prozent mehr als ein Jahr zuvor: it compares with then.
            if draft.kind == Kind::Duration
                && is!(self, draft.to, Sense::Apart(-1))
                && matches!(bound, Bound::MoreThan | Bound::LessThan)
                && from > 0
                && from == self.floor
                && !self.out.is_empty()
            {
                break;
            }
            // ein Zeitfahren über 22 km, ein Kredit über fünf Jahre: the noun's own measure
            if weak
                && matches!(draft.kind, Kind::Duration | Kind::Measure)
                && self.pack.noun_capitals
                && is!(self, from, Sense::Across)
                && self.is_prev(from, |r, p| r.word(p) && r.capital(p) && !r.begins(p))
            {
                break;
            }
            // rain over 48 hours, hostages freed over six weeks
            if draft.kind == Kind::Duration
                && !self.pack.noun_capitals
                && from + 1 == draft.from
                && is!(self, from, Sense::Across)
                && !self.is_prev(from, |r, p| is!(r, p, Sense::Spends) || r.phrase_ends(p))
            {
                break;
            }
            draft.from = from;
            if !found || draft.bound == Bound::About {
                draft.bound = bound;
            }
            found = true;
        }
        // durchschnittlich zwei, jährlich 2,3 Millionen
        found
    }

    /// `within six weeks`, `binnen sechs Monaten`: at most so long.
    fn within(&self, draft: &mut Draft) {
        if draft.bound != Bound::Exact {
            return;
        }
        for skip in 1..=2 {
            let Some(k) = draft.from.checked_sub(skip).filter(|k| *k >= self.floor) else { return };
            if is!(self, k, Sense::Within) {
                draft.from = k;
                draft.bound = Bound::AtMost;
                return;
            }
            if !(self.is_word(k, "von") || self.is_word(k, "the") || self.is_word(k, "der") || self.is_word(k, "nur")) {
                return;
            }
        }
    }

    /// `the 27-nation bloc`: a number of two digits or more before a hyphen and a noun.
    fn attributive(&self, draft: &mut Draft, number: &Number) {
        if draft.kind == Kind::Count
            && number.hyphen
            && !self.pack.noun_capitals
            && (number.digits || number.value >= Decimal::TWO && !self.plays(number.to + 1, Role::Manifold))
            && self.word(number.to + 1)
            && !self.capital(number.to + 1)
            && (number.digits && !is!(self, number.to + 1, Sense::Stop)
                || !is!(
                    self,
                    number.to + 1,
                    Sense::And | Sense::Or | Sense::To | Sense::Of | Sense::Per | Sense::DatePrep
                ))
            && (number.digits || !self.ends_folded(number.to + 1, &["ed", "al", "ing", "ly"]))
        {
            draft.to = number.to + 2;
            // 40-odd
            if self.is_word(number.to + 1, "odd") {
                draft.bound = Bound::About;
                if let Some((to, noun)) = self.noun(draft.to) {
                    draft.to = to;
                    draft.noun = Some(noun);
                }
                return;
            }
            let head = self.str(number.to + 1).to_lowercase();
            draft.noun = Some(Noun { span: Span::new(self.start(number.to + 1), self.end(number.to + 1)), head });
        }
    }

    /// Whether a number that has no unit states anything by itself.
    fn bare_counts(&self, i: usize, number: &Number, draft: &Draft, limit: bool, range: bool) -> bool {
        if number.form == Form::Times {
            return true;
        }
        if number.hyphen && draft.noun.is_none() && draft.bound == Bound::Exact {
            return false;
        }
        if self.sym(draft.to, '/') && self.glued(draft.to) && is!(self, draft.to + 1, Sense::Time(_)) {
            return true;
        }
        if number.digits && number.scale.is_none() && self.reference_number(i, draft) {
            return false;
        }
        if number.scale.is_some() || limit {
            return true;
        }
        if number.digits && self.labelled(i, number.to) {
            return false;
        }
        let last = draft.to;
        // null Toleranz
        if number.value.is_zero() && !number.digits && (self.pack.noun_capitals || draft.noun.is_none()) {
            return false;
        }
        if draft.noun.is_some() && draft.to > number.to {
            // 10719 Berlin: five plain digits before a name are a postcode unless round.
            if let Some(num) = self.num(i)
                && num.plain
                && num.whole_digits == 5
                && self.pack.noun_capitals
                && number.value % Decimal::ONE_HUNDRED != Decimal::ZERO
                && draft.to == number.to + 1
                && !self.is_prev(i, |r, p| is!(r, p, Sense::LimitEnds(_)) || r.is_word(p, "die") || r.is_word(p, "der"))
                && !self.counted(number.to)
            {
                return false;
            }
            // 10 Downing Street
            if (number.to..draft.to + 2).any(|k| is!(self, k, Sense::Street) && self.capital(k))
                && !self.pack.noun_capitals
            {
                return false;
            }
            return true;
        }
        if !self.pack.noun_capitals
            && self.capital(number.to)
            && (number.to..number.to + 3).any(|k| is!(self, k, Sense::Street) && self.capital(k))
        {
            return false;
        }
        if !number.digits {
            return self.spelled_counts(number);
        }
        let Some(num) = self.num(i) else { return false };
        // 17.05 in a language with decimal commas, without unit: a time, a section, a version.
        if num.odd_mark {
            return false;
        }
        if range
            && self.sym(number.core.0 + 1, '-')
            && !self.is_prev(number.from, |r, p| is!(r, p, Sense::DatePrep | Sense::LimitEnds(_)))
        {
            return false;
        }
        // (1), 1. and 1) open list items.
        if (self.begins(i) || i == 0)
            && (self.sym(last, '.') || self.sym(last, ')'))
            && number.value < Decimal::ONE_HUNDRED
        {
            let alone = i == 0
                || self.toks.get(i).is_some_and(|t| t.after_break)
                || self.sym(last, ')') && self.is_prev(i, |r, p| r.sym(p, '('));
            if alone
                && !(self.sym(last, ')') && number.value >= Decimal::from(16) && self.is_prev(i, |r, p| r.sym(p, '(')))
            {
                return false;
            }
        }
        // der 17. Sitzung, am 3. Tag: an ordinal.
        if self.pack.ordinal_dot && self.sym(last, '.') && self.glued(last) && num.plain && num.whole_digits <= 3 {
            let next = last + 1;
            if let Some(tok) = self.toks.get(next)
                && !tok.after_break
            {
                let lower = matches!(tok.kind, TokKind::Word | TokKind::Compound(..)) && !tok.capital;
                let led = self.is_prev(i, |r, p| {
                    is!(r, p, Sense::The | Sense::And | Sense::To)
                        || r.sym(p, '/')
                        || r.capital(p) && r.word(p) && !r.begins(p)
                });
                if lower || led || matches!(tok.kind, TokKind::Sym(',' | ';' | '/' | '–' | '-' | ')')) {
                    return false;
                }
            }
        }
        // TPM 2.0, Bluetooth 5.3: a version
        let version = !self.pack.noun_capitals && num.whole_digits == 1 && number.value.scale() == 1;
        // Schalke 04, Windows 11, Hauptstraße 12: a number right behind a name belongs to it.
        if let Some(p) = self.prev(i)
            && !(range && is!(self, number.core.0 + 1, Sense::To))
            && (num.plain || version)
            && self.word(p)
            && self.str(p).bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80)
            && (self.capital(p) || self.str(p).bytes().any(|b| b.is_ascii_uppercase()))
            && !self.toks.get(i).is_some_and(|t| t.after_break)
            && !is!(self, p, Sense::Month(_) | Sense::Weekday(_) | Sense::DatePrep | Sense::Stop)
            && !self.begins(p)
        {
            return false;
        }
        if let Some(p) = self.prev(i)
            && self.word(p)
            && self.capital(p)
            && self.ends_folded(p, self.pack.street_ends)
        {
            return false;
        }
        true
    }

    /// `Kane, 31, has scored`, `aged 92`: an age.
    fn is_age(&self, i: usize, number: &Number, to: usize) -> bool {
        if number.scale.is_some() || !number.value.is_integer() || number.form != Form::Cardinal || number.hyphen {
            return false;
        }
        if self.is_prev(number.from, |r, p| {
            is!(r, p, Sense::AgeLead)
                || is!(r, p, Sense::Of | Sense::From) && r.is_prev(p, |r, q| is!(r, q, Sense::AgeLead))
        }) {
            return true;
        }
        let aged = Decimal::from(12)..=Decimal::from(112);
        number.digits
            && aged.contains(&number.value)
            && i >= self.floor + 2
            && self.sym(i - 1, ',')
            && self.word(i - 2)
            && self.capital(i - 2)
            && !self.begins(i - 2)
            && self.sym(to, ',')
    }

    /// Digits that refer to something whatever limits them: `unter 110 oder 02572`, `18 U.S.C.`, `P<0.001`.
    fn reference_number(&self, i: usize, draft: &Draft) -> bool {
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
            && matches!(self.kind(i - 1), Some(TokKind::Sym('<' | '>')))
            && self.glued(i - 1)
            && (letter(i - 2) || self.is_word(i - 2, "p"));
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
        phone || code || compared || title || lettered || dialled || regiment
    }

    /// Whether the word before the digits at token `i` makes a name of them: Frage 14, Warnstufe 4, Heat 3, Motel 6.
    /// Not where a noun that they may count stands at token `to`.
    fn labelled(&self, i: usize, to: usize) -> bool {
        let Some(p) = self.prev(i).filter(|_| !self.toks.get(i).is_some_and(|t| t.after_break)) else { return false };
        let Some(num) = self.num(i) else { return false };
        let weak = is!(self, p, Sense::WeakLabel);
        if !(weak || self.capital(p) || self.glued(p)) {
            return false;
        }
        let counting = self.noun(to).is_some();
        // Ocean's 8
        if !counting && self.is_word(p, "s") && self.glued(p) && p > 1 && self.sym(p - 1, '\'') && self.capital(p - 2) {
            return true;
        }
        if !self.word(p) {
            return false;
        }
        if !counting && (weak || self.capital(p) && self.ends_folded(p, self.pack.label_ends)) {
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

    /// Whether the word at token `i` is a noun we know to be counted.
    fn counted(&self, i: usize) -> bool {
        let mut buffer = [0; 64];
        super::lex::fold(self.str(i), &mut buffer).is_some_and(|w| self.index.noun(w).is_some())
    }

    /// A number in words without noun or unit: elf von ihnen, all three. Small ones only where nothing else can be meant.
    fn spelled_counts(&self, number: &Number) -> bool {
        let big = number.value >= Decimal::from(13);
        if big || number.value.scale() > 0 {
            return true;
        }
        !number.value.is_zero()
    }

    fn last_money(&self) -> Option<String> {
        self.out
            .iter()
            .rev()
            .find(|f| f.kind == Kind::Money || f.kind == Kind::Rate && f.unit.as_ref().is_some_and(|u| u.contains('/')))
            .and_then(|f| {
                let unit = f.unit.as_ref()?;
                let code = unit.split('/').next()?;
                (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())).then(|| code.to_owned())
            })
    }

    /// `pro Monat`, `per household`, `a month`, `im Jahr` behind the figure; `jährlich` before or behind it.
    fn rate(&self, draft: &mut Draft) {
        let warm = draft.unit.as_deref() == Some("Cel") || draft.unit.as_deref() == Some("[degF]");
        if draft.kind == Kind::Rank || warm || draft.kind == Kind::Duration && draft.noun.is_none() {
            return;
        }
        let base = |d: &Draft| match (&d.unit, &d.noun) {
            (Some(u), _) => u.clone(),
            (None, Some(n)) => n.head.clone(),
            (None, None) => String::from("1"),
        };
        let at = draft.to;
        let mut per: Option<(usize, String)> = None;
        if self.sym(at, '/') && self.glued(at) && self.word(at + 1) {
            per = Some((at + 2, self.denominator(at + 1)));
        } else if is!(self, at, Sense::Per)
            && !is!(self, at + 1, Sense::Percent)
            && self.word(at + 1)
            && !self.toks.get(at + 1).is_some_and(|t| t.after_break)
        {
            let each = self.is_word(at, "each") || self.is_word(at, "every");
            let days = is!(self, at + 1, Sense::Time(_));
            if !each || days {
                let mut noun = at + 1;
                while self.word(noun)
                    && (is!(self, noun, Sense::Adjective)
                        || self.is_word(noun, "square")
                        || self.is_word(noun, "cubic"))
                    && self.word(noun + 1)
                {
                    noun += 1;
                }
                if !is!(self, noun, Sense::Stop) || is!(self, noun, Sense::Article) {
                    if let Some(unit) = self.unit(at + 1, false).filter(|u| u.kind == Kind::Measure) {
                        per = Some((unit.to, unit.symbol.to_owned()));
                    } else {
                        per = Some((noun + 1, self.denominator(noun)));
                    }
                }
            }
        } else if is!(self, at, Sense::Article) && !self.pack.noun_capitals {
            // 200 dollars a month, 12 pounds an hour, 40 cents a litre
            if let Some((to, unit)) = self.time(at + 1)
                && is!(self, at + 1, Sense::Time(_))
                && !self.plays(to, Role::Ago)
            {
                per = Some((to, unit.symbol().to_owned()));
            } else if draft.kind == Kind::Money
                && let Some(unit) = self.unit(at + 1, false).filter(|u| u.kind == Kind::Measure)
            {
                per = Some((unit.to, unit.symbol.to_owned()));
            } else if draft.kind == Kind::Money && self.plays(at + 1, Role::Apiece) {
                per = Some((at + 2, self.denominator(at + 1)));
            }
        } else if self.pack.noun_capitals
            && matches!(draft.kind, Kind::Money | Kind::Rate | Kind::Count | Kind::Measure)
            && (draft.kind != Kind::Count || draft.noun.is_some())
            && (["im", "am"].iter().any(|w| self.is_word(at, w))
                || self.is_word(at, "in") && self.is_word(at + 1, "der")
                || self.is_word(at, "die"))
        {
            // 17.000 Euro im Jahr, zwölf Euro die Stunde; not `im Jahr 2023`
            let noun = if self.is_word(at, "in") { at + 2 } else { at + 1 };
            if is!(self, noun, Sense::Time(_))
                && let Some((to, unit)) = self.time(noun)
                && self.num(to).is_none()
                && !matches!(self.kind(to), Some(TokKind::Years(..) | TokKind::Date(_)))
                && !matches!(unit, TimeUnit::Quarter | TimeUnit::Decade | TimeUnit::Century)
                && !is!(self, to, Sense::After)
                && !self.is_word(to, "der")
                && !self.is_word(to, "des")
            {
                per = Some((to, unit.symbol().to_owned()));
            }
        }
        // 412 je 100.000 Einwohner
        if per.is_none()
            && is!(self, at, Sense::Per)
            && let Some(whole) =
                self.number(at + 1).filter(|n| n.form == Form::Cardinal && n.value >= Decimal::ONE_HUNDRED)
            && let Some((to, noun)) = self.noun(whole.to)
        {
            per = Some((to, format!("{} {}", whole.value.normalize(), noun.head)));
        }
        let at = if draft.kind == Kind::Money
            && ["brutto", "netto"].iter().any(|w| self.is_word(at, w))
            && is!(self, at + 1, Sense::Recurring(_))
        {
            at + 1
        } else {
            at
        };
        if per.is_none()
            && let Some(unit) = say!(self, at, Sense::Recurring(u) => u)
            && !self.is_word(at, "annual")
            && matches!(draft.kind, Kind::Money | Kind::Measure | Kind::Percent | Kind::Count)
            && (draft.kind != Kind::Count || draft.noun.is_some())
        {
            per = Some((at + 1, unit.symbol().to_owned()));
        }
        if per.is_none()
            && self.pack.noun_capitals
            && draft.from > self.floor
            && let Some(unit) = say!(self, draft.from - 1, Sense::Recurring(u) => u)
            && !self.toks.get(draft.from).is_some_and(|t| t.after_break)
        {
            draft.unit = Some(format!("{}/{}", base(draft), unit.symbol()));
            draft.kind = Kind::Rate;
            draft.from -= 1;
            if let Some((from, bound)) = self.limit_before(draft.from) {
                draft.from = from;
                if draft.bound == Bound::Exact {
                    draft.bound = bound;
                }
            }
            return;
        }
        if let Some((to, per)) = per {
            // km/h and the like are units of their own
            draft.unit = Some(format!("{}/{}", base(draft), per));
            draft.kind = Kind::Rate;
            draft.to = to.min(self.toks.len());
        }
    }

    /// What a rate is counted per: a unit of time by its symbol, else the noun's dictionary form.
    fn denominator(&self, i: usize) -> String {
        if let Some((_, unit)) = self.time(i) {
            return unit.symbol().to_owned();
        }
        if let Some(symbol) = say!(self, i, Sense::Measure(s) => s)
            && symbol.len() < 5
        {
            return symbol.to_owned();
        }
        if self.pack.noun_capitals { self.german_head(self.str(i)) } else { self.str(i).to_lowercase() }
    }

    fn times(&mut self, i: usize) -> Option<usize> {
        let n = say!(self, i, Sense::Times(n) => n)?;
        let mut draft = Draft {
            from: i,
            to: i + 1,
            core: (i, i + 1),
            lo: Decimal::from(n),
            hi: Decimal::from(n),
            kind: Kind::Count,
            unit: None,
            bound: Bound::Exact,
            noun: None,
        };
        self.rate(&mut draft);
        if draft.kind != Kind::Rate {
            // doppelt so viele, twice as many
            let compares = self.is_word(i + 1, "so") || self.is_word(i + 1, "as");
            if !compares {
                return None;
            }
            if let Some((from, bound)) = self.limit_before(i) {
                draft.from = from;
                draft.bound = bound;
            }
        }
        let value = Value::Number { lo: Some(draft.lo), hi: Some(draft.hi) };
        self.push(draft.from, draft.to, draft.core, draft.kind, value, draft.unit, draft.bound, None)
    }

    /// eine Viertelstunde, eine Dreiviertelstunde
    fn part_time(&mut self, i: usize, hundredths: u8, unit: TimeUnit) -> Option<usize> {
        let mut from = i;
        if self.is_prev(i, |r, p| is!(r, p, Sense::Article)) && i > self.floor {
            from = i - 1;
        }
        let core = (from, i + 1);
        let mut bound = Bound::Exact;
        if let Some((start, b)) = self.limit_before(from) {
            from = start;
            bound = b;
        }
        let value = Decimal::new(i64::from(hundredths), 2);
        let value = Value::Number { lo: Some(value), hi: Some(value) };
        self.push(from, i + 1, core, Kind::Duration, value, Some(unit.symbol().to_owned()), bound, None)
    }

    /// `7:29 Minuten`, `2:05 hours`: what a clock shows, as a length in the smaller unit.
    pub fn clocked(&mut self, i: usize) -> Option<usize> {
        let Some((to, unit)) = self.time(i + 1) else { return self.ran(i) };
        let mut parts = self.str(i).split(':');
        let (a, b) = (parts.next()?.parse::<u32>().ok()?, parts.next()?);
        let (b, rest) = (b.replace(',', ".").parse::<Decimal>().ok()?, parts.next());
        let (smaller, factor) = match unit {
            TimeUnit::Hour => (TimeUnit::Minute, 60),
            TimeUnit::Minute => (TimeUnit::Second, 60),
            _ => return None,
        };
        if b >= Decimal::from(60) || a > 999 {
            return None;
        }
        let mut value = Decimal::from(a).checked_mul(Decimal::from(factor))?.checked_add(b)?;
        let mut smaller = smaller;
        if let Some(c) = rest {
            let c = c
                .replace(',', ".")
                .parse::<Decimal>()
                .ok()
                .filter(|c| unit == TimeUnit::Hour && *c < Decimal::from(60))?;
            value = value.checked_mul(Decimal::from(60))?.checked_add(c)?;
            smaller = TimeUnit::Second;
        }
        let mut from = i;
        let mut bound = Bound::Exact;
        if let Some((start, b)) = self.limit_before(i) {
            from = start;
            bound = b;
        }
        let value = Value::Number { lo: Some(value), hi: Some(value) };
        self.push(from, to, (i, i + 1), Kind::Duration, value, Some(smaller.symbol().to_owned()), bound, None)
    }

    /// 2:00:35, in 13:51: how long somebody took, in seconds.
    fn ran(&mut self, i: usize) -> Option<usize> {
        let text = self.str(i).trim_end_matches([',', '.', ';', ':', '!', '?']);
        let parts: Vec<&str> = text.split(':').collect();
        let (last, wholes) = parts.split_last()?;
        let two = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
        let seconds = last.replace(',', ".");
        let (second, fraction) = seconds.split_once('.').map_or((seconds.as_str(), None), |(a, b)| (a, Some(b)));
        if !two(second) || fraction.is_some_and(|f| f.is_empty() || f.len() > 3) {
            return None;
        }
        let (hours, minutes) = match wholes {
            [h, m] if two(m) && h.len() == 1 => (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?),
            // Nobody says at what time of day something happened with `in`.
            [m] if (1..=2).contains(&m.len())
                && (fraction.is_some()
                    || self
                        .is_prev(i, |r, p| is!(r, p, Sense::InOf) || r.pack.noun_capitals && r.is_word(p, "in"))
                        && !is!(self, i + 1, Sense::Clock)) =>
            {
                (0, m.parse::<u32>().ok()?)
            }
            _ => return None,
        };
        let seconds = seconds.parse::<Decimal>().ok()?;
        if minutes > 59 || seconds >= Decimal::from(60) {
            return None;
        }
        let value = Decimal::from(hours * 3600 + minutes * 60).checked_add(seconds)?;
        let (from, bound) = self.limit_before(i).unwrap_or((i, Bound::Exact));
        let value = Value::Number { lo: Some(value), hi: Some(value) };
        self.push(from, i + 1, (i, i + 1), Kind::Duration, value, Some("second".to_owned()), bound, None)
    }

    /// 142/91 mmHg: a blood pressure, two numbers that are no range.
    pub fn pressure(&mut self, i: usize) -> Option<usize> {
        let (upper, lower) = self.str(i).split_once('/')?;
        let digits = |s: &str| (2..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(upper) || !digits(lower) {
            return None;
        }
        let to = if self.is_word(i + 1, "mmhg") {
            i + 2
        } else if self.is_word(i + 1, "mm") && self.is_word(i + 2, "hg") {
            i + 3
        } else {
            return None;
        };
        let unit = Some("mm[Hg]".to_owned());
        self.push(i, to, (i, i + 1), Kind::Measure, Value::Unknown, unit, Bound::Exact, None)
    }

    /// England closed on 302 for seven, two for 55: a score.
    fn wickets(&self, number: &Number) -> bool {
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

    /// What an adjective between the article and the number says of it: ein knappes Dutzend.
    fn roundly(&self, i: usize) -> Option<Bound> {
        if !self.plays(i, Role::Roundly) {
            return None;
        }
        self.senses(i).iter().find_map(|sense| {
            let &Sense::LimitEnds(k) = sense else { return None };
            let (words, limit) = self.index.before.get(k as usize)?;
            (words.len() == 1).then(|| bound(*limit))
        })
    }

    /// A month-long siege: one month.
    fn one_long(&mut self, i: usize) -> Option<usize> {
        let unit = say!(self, i, Sense::Time(u) => u)?;
        let long = !self.pack.noun_capitals
            && self.dash(i + 1)
            && self.glued(i + 1)
            && self.glued(i + 2)
            && self.is_word(i + 2, "long")
            && !(self.glued(i) && self.is_prev(i, |r, p| r.dash(p)));
        if !long {
            return None;
        }
        let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
        self.push(i, i + 3, (i, i + 1), Kind::Duration, one, Some(unit.symbol().to_owned()), Bound::Exact, None)
    }

    /// Eine davon, one of them: a number, though `ein` and `one` mostly are none.
    fn one_of_them(&mut self, i: usize) -> Option<usize> {
        let of = if self.pack.noun_capitals {
            is!(self, i, Sense::Article)
                && (self.is_word(i + 1, "davon") || self.is_word(i + 1, "von") && self.is_word(i + 2, "ihnen"))
        } else {
            is!(self, i, Sense::One)
                && self.is_word(i + 1, "of")
                && ["them", "whom", "which"].iter().any(|w| self.is_word(i + 2, w))
        };
        // Einer davon ist Toni Glaser: who, not how many
        if !of || self.begins(i) && is!(self, i + 2, Sense::Gone | Sense::Now) {
            return None;
        }
        let (from, bound) = self.limit_before(i).unwrap_or((i, Bound::Exact));
        let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
        self.push(from, i + 1, (i, i + 1), Kind::Count, one, None, bound, None)
    }

    /// One rule, one stroke ahead: the number, where what it counts ends its phrase.
    fn one_counts(&mut self, number: &Number, bare: bool) -> Option<usize> {
        let i = number.from;
        if number.form != Form::One || !bare || self.pack.noun_capitals || number.hyphen || self.glued(i) && i > 0 {
            return None;
        }
        let led = self.is_prev(i, |r, p| {
            is!(r, p, Sense::The | Sense::Every | Sense::Label | Sense::Ordinal(_) | Sense::Relative(_))
                || ["no", "any", "not", "number", "each", "another", "only", "which", "s"]
                    .iter()
                    .any(|w| r.is_word(p, w))
                    && !r.is_word(p, "only")
        });
        let counted = |k: usize| {
            self.word(k)
                && !self.glued(k)
                && !self.capital(k)
                && !self.toks.get(k).is_some_and(|t| t.after_break)
                && !self.plays(k, Role::OneOff)
                && !is!(
                    self,
                    k,
                    Sense::Stop
                        | Sense::Time(_)
                        | Sense::Lengths(_)
                        | Sense::Ordinal(_)
                        | Sense::Relative(_)
                        | Sense::Card(_)
                        | Sense::Scale(_)
                        | Sense::Half
                        | Sense::Part(_)
                        | Sense::Plural
                        | Sense::TimesNoun
                        | Sense::After
                        | Sense::Times(_)
                        | Sense::Gone
                        | Sense::Superlative
                )
                && self.end(k) - self.start(k) > 2
                && !self.ends_folded(k, &["ly", "ing", "ed"])
        };
        let mut to = i + 2;
        if led || !counted(i + 1) {
            return None;
        }
        if counted(i + 2) {
            to += 1;
        }
        // One analyst said: nobody counts analysts
        let goes_on = is!(self, to, Sense::Gone | Sense::Now)
            || ["who", "that", "in", "out"].iter().any(|w| self.is_word(to, w))
            || !is!(self, to, Sense::Stop | Sense::After);
        if goes_on && !self.phrase_ends(to) {
            return None;
        }
        let (from, bound) = self.limit_before(i).unwrap_or((i, Bound::Exact));
        let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
        let span = Span::new(self.start(to - 1), self.end(to - 1));
        let noun = Some(Noun { span, head: self.str(to - 1).to_lowercase() });
        self.push(from, to, (i, i + 1), Kind::Count, one, None, bound, noun)
    }

    /// die Hälfte
    fn half_share(&mut self, i: usize) -> Option<usize> {
        if !self.capital(i)
            || self.is_prev(i, |r, p| {
                is!(r, p, Sense::Ordinal(_) | Sense::Relative(_))
                    || r.is_word(p, "zweiten")
                    || r.is_word(p, "anderen")
                    || r.is_word(p, "andere")
            })
        {
            return None;
        }
        let mut from = i;
        let mut bound = Bound::Exact;
        let lead = if self.is_prev(i, |r, p| is!(r, p, Sense::The)) { i - 1 } else { i };
        // um die Hälfte gesunken: by how much, not about how much
        let by = |at: usize| self.is_word(at, "um");
        if let Some((start, b)) = self.limit_before(lead).or_else(|| self.limit_before(i)).filter(|l| !by(l.0)) {
            from = start;
            bound = b;
        }
        let value = Value::Number { lo: Some(Decimal::from(50)), hi: Some(Decimal::from(50)) };
        self.push(from, i + 1, (i, i + 1), Kind::Percent, value, Some("%".to_owned()), bound, None)
    }

    /// jeder dritte, every third
    fn every(&mut self, i: usize) -> Option<usize> {
        if !is!(self, i, Sense::Every) {
            return None;
        }
        let n = say!(self, i + 1, Sense::Ordinal(n) => n).filter(|n| *n > 1)?;
        let mut from = i;
        let mut bound = Bound::Exact;
        if let Some((start, b)) = self.limit_before(i) {
            from = start;
            bound = b;
        }
        let mut to = i + 2;
        if self.is_word(i + 1, "zweite") && self.is_word(i + 2, "und")
            || self.is_word(i, "alle")
            || is!(self, to, Sense::Time(_) | Sense::Lengths(_))
        {
            return None;
        }
        let mut noun = None;
        if self.pack.noun_capitals
            && let Some((end, n)) = self.noun(to)
        {
            noun = Some(n);
            to = end;
        }
        let share = Decimal::ONE_HUNDRED.checked_div(Decimal::from(n))?.round_dp(4).normalize();
        let value = Value::Number { lo: Some(share), hi: Some(share) };
        self.push(from, to, (i, i + 2), Kind::Percent, value, Some("%".to_owned()), bound, noun)
    }

    fn simple_rank(&mut self, number: Number) -> Option<usize> {
        let value = Value::Number { lo: Some(number.value), hi: Some(number.value) };
        self.push(number.from, number.to, number.core, Kind::Rank, value, None, Bound::Exact, None)
    }

    /// Platz 36, 3. Rang, zweiter Platz, 36th, third-largest
    fn rank(&mut self, i: usize) -> Option<usize> {
        let simple = |r: &mut Self, from: usize, to: usize, core: (usize, usize), n: Decimal| {
            let value = Value::Number { lo: Some(n), hi: Some(n) };
            r.push(from, to, core, Kind::Rank, value, None, Bound::Exact, None)
        };
        // Tabellenzweiter
        if let Some(n) = say!(self, i, Sense::Placing(n) => n) {
            return self.capital(i).then(|| simple(self, i, i + 1, (i, i + 1), Decimal::from(n)))?;
        }
        // Nummer zwei
        if self.pack.noun_capitals
            && self.is_prev(i, |r, p| r.is_word(p, "nummer") && p >= r.floor)
            && let Some(n) = say!(self, i, Sense::Card(n) => n)
        {
            return simple(self, i - 1, i + 1, (i, i + 1), Decimal::from(n));
        }
        if let Some(to) = self.called(i) {
            return Some(to);
        }
        if is!(self, i, Sense::Rank) {
            // number three, rank 3; `place 3` is not said
            let led = self.pack.noun_capitals && self.capital(i) || self.plays(i, Role::RankLead);
            if !led {
                return None;
            }
            let mut at = i + 1;
            if self.is_word(i, "no") {
                if !(self.sym(at, '.') && self.glued(at)) {
                    return None;
                }
                at += 1;
                // Symphony No. 9; No. 10 is where the prime minister lives
                let ranked = self.is_prev(i, |r, p| is!(r, p, Sense::Rank) || r.is_word(p, "world"));
                let named = self.begins(i) || self.is_prev(i, |r, p| r.word(p) && r.capital(p));
                let address = (at..at + 4).any(|k| is!(self, k, Sense::Street) && self.capital(k));
                let ten = self.num(at).is_some_and(|n| n.value == Decimal::TEN);
                if !ranked && (named || address || ten) {
                    return None;
                }
            }
            if self.is_word(at, "nummer") {
                at += 1;
            }
            // He wore No. 23
            if self.is_prev(i, |r, p| r.plays(p, Role::Worn)) || self.plays(at + 1, Role::Worn) {
                return None;
            }
            // atomic number 74, case number 12: a name, unless the world, a chart or a sentence ranks
            if !self.pack.noun_capitals
                && self.is_word(i, "number")
                && self.is_prev(i, |r, p| {
                    r.word(p) && !r.toks.get(p).is_some_and(|t| t.senses.any()) && !r.is_word(p, "world")
                })
            {
                return None;
            }
            let n = match self.num(at) {
                Some(n) if n.plain && !n.leading_zero => n.value,
                Some(_) => return None,
                None => match say!(self, at, Sense::Card(n) => n) {
                    Some(n) => Decimal::from(n),
                    None if is!(self, at, Sense::One) => Decimal::ONE,
                    None => return None,
                },
            };
            if !self.pack.noun_capitals
                && self.is_word(i, "number")
                && self.num(at).is_some()
                && !self.phrase_ends(at + 1)
                && !is!(self, at + 1, Sense::Stop)
            {
                return None;
            }
            if self.glued(at + 1) && self.word(at + 1) || self.unit(at + 1, false).is_some() {
                return None;
            }
            return simple(self, i, at + 1, (at, at + 1), n);
        }
        // 3. Platz, 36th
        if let Some(num) = self.num(i)
            && num.plain
        {
            if self.pack.ordinal_dot
                && self.sym(i + 1, '.')
                && self.glued(i + 1)
                && is!(self, i + 2, Sense::Rank)
                && self.capital(i + 2)
            {
                return simple(self, i, i + 3, (i, i + 1), num.value);
            }
            if is!(self, i + 1, Sense::OrdinalSuffix) && self.glued(i + 1) && num.whole_digits < 4 {
                let after = i + 2;
                if is!(self, after, Sense::Rank) {
                    return simple(self, i, after + 1, (i, after), num.value);
                }
                let mut k = after;
                if self.dash(k) && self.glued(k) {
                    k += 1;
                }
                if self.superlative(k) {
                    return simple(self, i, k + 1, (i, after), num.value);
                }
                let placed = self.is_prev(i, |r, p| r.plays(p, Role::Placed));
                if placed && (self.phrase_ends(after) || is!(self, after, Sense::Stop)) && !self.is_word(after, "of") {
                    return simple(self, i, after, (i, after), num.value);
                }
            }
            return None;
        }
        // zweiter Platz, third place, third-largest, second most
        if let Some(n) = say!(self, i, Sense::Ordinal(n) => n) {
            let mut at = i + 1;
            if is!(self, at, Sense::Rank)
                && (self.pack.noun_capitals && self.capital(at) || self.plays(at, Role::PlaceNoun))
            {
                return simple(self, i, at + 1, (i, i + 1), Decimal::from(n));
            }
            if self.dash(at) && self.glued(at) {
                at += 1;
            }
            if n > 1 && self.superlative(at) && !self.pack.noun_capitals {
                return simple(self, i, at + 1, (i, i + 1), Decimal::from(n));
            }
        }
        None
    }

    /// Er wurde Dritter, Dritte wurde …; she finished third, joint second: an ordinal that says where somebody came.
    fn called(&mut self, i: usize) -> Option<usize> {
        let n = match self.kind(i) {
            Some(TokKind::Compound(k, Suffix::Ordinal)) => self.nums.get(k as usize)?.value,
            _ => Decimal::from(say!(self, i, Sense::Ordinal(n) => n)?),
        };
        let before = self.is_prev(i, |r, p| r.plays(p, Role::Called) && r.word(p));
        let mut from = i;
        let fits = if self.pack.noun_capitals {
            let verb = |k: usize| self.plays(k, Role::Called) && !self.is_word(k, "als") && !self.is_word(k, "platz");
            let noun = self.word(i + 1) && self.capital(i + 1);
            let dashed = self.dash(i + 1) && self.glued(i + 1);
            self.capital(i)
                && !noun
                && !dashed
                && (before && !self.begins(i) || self.begins(i) && verb(i + 1) || {
                    // die Abfahrt; Dritte wurde die Schweizerin
                    self.is_prev(i, |r, p| matches!(r.kind(p), Some(TokKind::Sym(',' | ';')))) && verb(i + 1)
                })
        } else {
            if self.is_prev(i, |r, p| ["joint", "tied", "equal"].iter().any(|w| r.is_word(p, w))) {
                from = i - 1;
            }
            before
                && !self.capital(i)
                && (self.phrase_ends(i + 1) || is!(self, i + 1, Sense::Stop | Sense::And) || self.capital(i + 1))
                && !self.is_word(i + 1, "of")
        };
        if !fits {
            return None;
        }
        let value = Value::Number { lo: Some(n), hi: Some(n) };
        self.push(from, i + 1, (i, i + 1), Kind::Rank, value, None, Bound::Exact, None)
    }

    /// largest, most, best: an English superlative.
    fn superlative(&self, i: usize) -> bool {
        let text = self.str(i);
        !self.pack.noun_capitals
            && self.word(i)
            && (is!(self, i, Sense::Superlative)
                || text.len() > 5 && text.ends_with("est") && !self.plays(i, Role::NoSuperlative))
    }
}

/// A length of time stated in several units, in the smallest of them.
struct Mixed {
    value: Decimal,
    unit: TimeUnit,
    to: usize,
}

/// How two numbers belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// Ends of one range.
    Range,
    /// Two figures that share scale and unit: von 3 auf 5 Prozent.
    Change,
    /// Part and whole: 17 von 52 Dichtungen.
    Whole,
}

impl Reader<'_> {
    /// Amounts without a value: Tausende, mehrere hundert, dozens, einige Wochen, in den vergangenen Jahren.
    fn vague(&mut self, i: usize) -> Option<usize> {
        let mut from = i;
        let mut at = i;
        let several = is!(self, at, Sense::Several);
        let few = is!(self, at, Sense::Article)
            && is!(self, at + 1, Sense::AFew)
            && !(self.pack.noun_capitals && self.capital(at + 1));
        if several {
            at += 1;
        } else if few {
            at += 2;
            if self.is_word(at, "of") {
                at += 1;
            }
        }
        // zweistelliger Millionenbetrag
        if is!(self, i, Sense::Places) || matches!(self.kind(i), Some(TokKind::Compound(_, Suffix::Places))) {
            let amount = matches!(self.kind(i + 1), Some(TokKind::Compound(k, Suffix::Plural)) if self.nums.get(k as usize).is_some_and(|n| n.value.is_zero()));
            let amount = amount || self.plays(i + 1, Role::AmountNoun);
            let percent = is!(self, i + 1, Sense::Percent);
            if !(amount || percent) {
                return None;
            }
            if self.is_prev(i, |r, p| r.is_prev(p, |_, _| true) && r.plays(p, Role::AmountAdjective)) && i > self.floor
            {
                from = i - 1;
            }
            let kind = if percent { Kind::Percent } else { Kind::Money };
            return self.push(from, i + 2, (i, i + 1), kind, Value::Unknown, None, Bound::Vague, None);
        }
        if several || few {
            if is!(self, at, Sense::Hundred | Sense::Scale(_) | Sense::Scales(_) | Sense::Group(_) | Sense::Groups) {
                return self.vague_tail(i, at);
            }
            if matches!(self.kind(at), Some(TokKind::Compound(_, Suffix::Plural))) {
                return self.vague_tail(i, at);
            }
            // einige Wochen, several days
            if is!(self, at, Sense::Lengths(_))
                && let Some((to, unit)) = self.time(at)
            {
                if let Some((start, _)) = self.limit_before(i) {
                    from = start;
                }
                return self.push(
                    from,
                    to,
                    (at, to),
                    Kind::Duration,
                    Value::Unknown,
                    Some(unit.symbol().to_owned()),
                    Bound::Vague,
                    None,
                );
            }
            return None;
        }
        if is!(self, i, Sense::Scales(_) | Sense::Groups) {
            // A scale right after a number was read with it; a table's heading (in Millionen Euro) states nothing.
            if self.is_word(i.wrapping_sub(1), "in") && self.money_after(i + 1).is_some() && !self.pack.noun_capitals {
                return None;
            }
            if !self.pack.noun_capitals && is!(self, i, Sense::Scales(1)) && !self.is_word(i + 1, "of") {
                return None;
            }
            if self.pack.noun_capitals
                && self.is_prev(i, |r, p| r.is_word(p, "in") && r.is_prev(p, |r, q| r.sym(q, '(')))
            {
                return None;
            }
            return self.vague_tail(i, i);
        }
        // in den vergangenen Jahren, in recent years, over the coming weeks
        if is!(self, i, Sense::Relative(_)) && is!(self, i + 1, Sense::Lengths(_)) {
            let (to, unit) = self.time(i + 1)?;
            return self.push(
                i,
                to,
                (i + 1, to),
                Kind::Duration,
                Value::Unknown,
                Some(unit.symbol().to_owned()),
                Bound::Vague,
                None,
            );
        }
        // over the past decade
        if is!(self, i, Sense::Elapsed)
            && is!(self, i + 1, Sense::Time(_))
            && let Some((to, unit)) = self.time(i + 1)
            && !(self.dash(to) && self.glued(to))
        {
            let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
            let unit = Some(unit.symbol().to_owned());
            return self.push(i, to, (i, to), Kind::Duration, one, unit, Bound::Exact, None);
        }
        // hours after, Wochen später
        if is!(self, i, Sense::Lengths(_))
            && (if self.pack.noun_capitals {
                is!(self, i + 1, Sense::Apart(_))
            } else {
                self.plays(i + 1, Role::FromThere) && !self.is_word(i + 1, "long")
            })
            && !self.is_prev(i, |r, p| {
                is!(r, p, Sense::The | Sense::Relative(_) | Sense::Several | Sense::Part3(_))
                    || r.glued(i)
                    || r.num(p).is_some()
            })
            && let Some((to, unit)) = self.time(i)
        {
            let unit = Some(unit.symbol().to_owned());
            return self.push(i, to, (i, to), Kind::Duration, Value::Unknown, unit, Bound::Vague, None);
        }
        // seit Jahren, for decades
        if is!(self, i, Sense::Lengths(_)) && i > self.floor {
            let (to, unit) = self.time(i)?;
            let p = i - 1;
            let led = if self.pack.noun_capitals {
                self.plays(p, Role::OverTime)
            } else {
                self.plays(p, Role::OverTime) && !self.capital(i)
            };
            let counted = self.noun_follows_unit(to);
            if led && !counted {
                return self.push(
                    i,
                    to,
                    (i, to),
                    Kind::Duration,
                    Value::Unknown,
                    Some(unit.symbol().to_owned()),
                    Bound::Vague,
                    None,
                );
            }
        }
        None
    }

    /// `for years 3 and 4`: the plural is a label.
    fn noun_follows_unit(&self, to: usize) -> bool {
        self.num(to).is_some()
    }

    /// Rest of a vague amount: further scales, of, unit and noun.
    fn vague_tail(&mut self, i: usize, at: usize) -> Option<usize> {
        let mut to = at + 1;
        for _ in 0..3 {
            if is!(self, to, Sense::Scale(_) | Sense::Scales(_) | Sense::Hundred) {
                to += 1;
            } else if (self.is_word(to, "of") || self.is_word(to, "von"))
                && is!(self, to + 1, Sense::Scale(_) | Sense::Scales(_) | Sense::Groups)
            {
                to += 2;
            } else {
                break;
            }
        }
        let mut from = i;
        if let Some((start, _)) = self.limit_before(i) {
            from = start;
        }
        let core = (at, to);
        let of = if self.is_word(to, "of") || self.is_word(to, "von") { to + 1 } else { to };
        let mut kind = Kind::Count;
        let mut unit = None;
        let mut noun = None;
        if let Some(u) = self.unit(of, false).filter(|u| u.kind != Kind::Percent) {
            kind = u.kind;
            unit = Some(u.symbol.to_owned());
            to = u.to;
        } else if let Some((end, n)) = self.noun(of).filter(|(end, _)| !is!(self, end - 1, Sense::TimesNoun)) {
            noun = Some(n);
            to = end;
        }
        self.push(from, to, core, kind, Value::Unknown, unit, Bound::Vague, noun)
    }

    /// A vague amount in one word: Zehntausende, Millionenbetrag.
    fn vague_number(&mut self, number: Number) -> Option<usize> {
        if number.value.is_zero() {
            return self.push(
                number.from,
                number.to,
                number.core,
                Kind::Money,
                Value::Unknown,
                None,
                Bound::Vague,
                None,
            );
        }
        self.vague_tail(number.from, number.from)
    }
}
