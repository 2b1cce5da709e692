//! Numbers that are no dates: amounts, shares, lengths of time, rates, ranks; with their limits and ranges.

use rust_decimal::Decimal;

use super::lex::TokKind;
use super::parse::{Reader, is, say};
use super::units::Unit;
use super::{Bound, Kind, Noun, Value};
use crate::lang::numbers::{Role, Sense, Suffix, TimeUnit};

mod counts;
mod joint;
mod lengths;
mod limits;
mod mixed;
mod named;
mod numerals;
mod ranks;
mod rates;
mod shares;
mod vague;

use joint::Joint;

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
        if self.wickets(&number) || self.counted_off(&number) {
            return None;
        }
        if let Some(to) = self.about_so_old(&number) {
            return Some(to);
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
        // a month or two, ein Jahr oder zwei
        if let Some(u) = &mut unit
            && u.kind == Kind::Duration
            && matches!(number.form, Form::Article | Form::One)
            && is!(self, u.to, Sense::Or)
            && is!(self, u.to + 1, Sense::Card(2))
            && (self.phrase_ends(u.to + 2) || is!(self, u.to + 2, Sense::Stop | Sense::After))
        {
            draft.hi = Decimal::TWO;
            draft.core.1 = u.to + 2;
            u.to += 2;
            number.form = Form::Cardinal;
            range = true;
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
            return self
                .one_more(&number, unit.is_none())
                .or_else(|| self.one_in_so_many(&number))
                .or_else(|| self.one_counts(&number, unit.is_none()));
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
        if draft.kind == Kind::Percent && !number.hyphen {
            draft.noun = self.share_of(draft.to);
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
        // 75p is 0.75 pounds; a price per unit is compared in pence.
        if draft.unit.as_deref() == Some("p") && draft.kind == Kind::Money {
            draft.unit = Some("GBP".to_owned());
            let pounds = |d: Decimal| d.checked_div(Decimal::ONE_HUNDRED).map(|d| d.normalize());
            (draft.lo, draft.hi) = (pounds(draft.lo)?, pounds(draft.hi)?);
        }
        let value = Value::Number { lo: Some(draft.lo), hi: Some(draft.hi) };
        self.push(draft.from, draft.to, draft.core, draft.kind, value, draft.unit, draft.bound, draft.noun)
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
        // two more weeks, 360 ehrenamtliche Stunden
        if !number.hyphen
            && number.form == Form::Cardinal
            && is!(self, at + 1, Sense::Lengths(_))
            && self.word(at)
            && !self.capital(at)
            && (self.plays(at, Role::Filler) || self.pack.noun_capitals && self.noun(at).is_some())
            && !self.toks.get(at + 1).is_some_and(|t| t.after_break || t.glued)
            && let Some((to, time)) = self.time(at + 1)
        {
            return Some(Unit { kind: Kind::Duration, symbol: time.symbol(), to });
        }
        // m and the like after a spelled number are no units.
        let unit = self.unit(at, number.hyphen)?;
        if !number.digits && matches!(unit.kind, Kind::Measure) && self.str(at).len() <= 2 {
            return None;
        }
        Some(unit)
    }
}
