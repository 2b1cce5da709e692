//! Does a number without a unit state anything?

use rust_decimal::Decimal;

use super::{Draft, Form, Number};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is};
use crate::figures::units::Unit;
use crate::figures::{Bound, Kind, Noun, Value};
use crate::lang::numbers::{Role, Sense, TimeUnit};
use crate::text::Span;

impl Reader<'_> {
    /// Whether `ein` or `one` before this unit is a number: ein Jahr nach, one per cent.
    pub(super) fn article_counts(&self, number: &Number, unit: Option<&Unit>) -> bool {
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
    pub(super) fn clock(&self, i: usize) -> bool {
        is!(self, i, Sense::Clock)
            || (self.is_word(i, "a") || self.is_word(i, "p")) && self.sym(i + 1, '.') && self.is_word(i + 2, "m")
            || self.is_word(i, "o") && self.sym(i + 1, '\'') && self.is_word(i + 2, "clock")
    }

    /// `the 27-nation bloc`: a number of two digits or more before a hyphen and a noun.
    pub(super) fn attributive(&self, draft: &mut Draft, number: &Number) {
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
    pub(super) fn bare_counts(&self, i: usize, number: &Number, draft: &Draft, limit: bool, range: bool) -> bool {
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
            && self.num(number.core.0 + 2).is_some()
            && !self
                .is_prev(number.from, |r, p| is!(r, p, Sense::DatePrep | Sense::LimitEnds(_)) && !is!(r, p, Sense::The))
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
    pub(super) fn is_age(&self, i: usize, number: &Number, to: usize) -> bool {
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
        // Monika Prünster (30)
        let name = |k: usize| {
            self.word(k)
                && self.capital(k)
                && self.str(k).bytes().any(|b| b.is_ascii_lowercase())
                && !self.index_word(k)
        };
        if number.digits
            && aged.contains(&number.value)
            && i >= self.floor + 3
            && self.sym(i - 1, '(')
            && self.sym(to, ')')
            && name(i - 2)
            && name(i - 3)
        {
            return true;
        }
        number.digits
            && aged.contains(&number.value)
            && i >= self.floor + 2
            && self.sym(i - 1, ',')
            && self.word(i - 2)
            && self.capital(i - 2)
            && !self.begins(i - 2)
            && self.sym(to, ',')
    }

    /// Whether the word at token `i` is a noun we know to be counted.
    pub(super) fn counted(&self, i: usize) -> bool {
        let mut buffer = [0; 64];
        crate::figures::lex::fold(self.str(i), &mut buffer).is_some_and(|w| self.index.noun(w).is_some())
    }

    /// A number in words without noun or unit: elf von ihnen, all three. Small ones only where nothing else can be meant.
    pub(super) fn spelled_counts(&self, number: &Number) -> bool {
        let big = number.value >= Decimal::from(13);
        if big || number.value.scale() > 0 {
            return true;
        }
        !number.value.is_zero()
    }

    pub(super) fn last_money(&self) -> Option<String> {
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

    /// Eine davon, one of them: a number, though `ein` and `one` mostly are none.
    pub(super) fn one_of_them(&mut self, i: usize) -> Option<usize> {
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

    /// Round two, Phase drei: a small number in words behind what is counted off with it.
    pub(super) fn counted_off(&self, number: &Number) -> bool {
        let label =
            |p: usize| is!(self, p, Sense::Label | Sense::WeakLabel) && (self.capital(p) || !self.pack.noun_capitals);
        !number.digits
            && number.form == Form::Cardinal
            && number.scale.is_none()
            && !number.hyphen
            && number.value <= Decimal::from(20)
            && number.from > self.floor
            && self.prev(number.from).is_some_and(label)
            && !is!(self, number.to, Sense::To | Sense::Or)
            && !self.dash(number.to)
            && self.unit(number.to, false).is_none()
            && self.noun(number.to).is_none()
    }

    /// Mitte vierzig, Anfang 50: an age, by the third of the decade.
    pub(super) fn about_so_old(&mut self, number: &Number) -> Option<usize> {
        let p = self.prev(number.from).filter(|p| self.pack.noun_capitals && *p >= self.floor && self.capital(*p))?;
        let part = self.senses(p).iter().find_map(|s| match s {
            Sense::Part3(n) => Some(*n),
            _ => None,
        })?;
        let decade = number.value >= Decimal::from(20)
            && number.value <= Decimal::from(90)
            && (number.value % Decimal::TEN).is_zero();
        let alone = self.phrase_ends(number.to) && !self.dash(number.to) && !self.sym(number.to, '%')
            || is!(self, number.to, Sense::Stop | Sense::And | Sense::Or | Sense::Gone);
        if !decade || !alone || number.form != Form::Cardinal || number.hyphen || number.scale.is_some() {
            return None;
        }
        let (lo, hi) = [(0, 3), (4, 6), (7, 9)][usize::from(part).min(2)];
        let age = |n: u8| number.value.checked_add(Decimal::from(n));
        let value = Value::Number { lo: age(lo), hi: age(hi) };
        let unit = Some(TimeUnit::Year.symbol().to_owned());
        self.push(p, number.to, (p, number.to), Kind::Duration, value, unit, Bound::About, None)
    }

    /// Einen Punkt weniger, one point clear, one dead: as many as one.
    pub(super) fn one_more(&mut self, number: &Number, bare: bool) -> Option<usize> {
        let i = number.from;
        if !bare || number.hyphen || !matches!(number.form, Form::Article | Form::One) {
            return None;
        }
        let to = i + 2;
        let noun = i + 1;
        let fits = if self.pack.noun_capitals {
            number.to == noun
                && self.word(noun)
                && self.capital(noun)
                && !self.glued(noun)
                && self.plays(to, Role::OneMore)
        } else {
            number.form == Form::One
                && self.word(noun)
                && !self.glued(noun)
                && !self.capital(noun)
                && (self.plays(to, Role::OneMore) && !is!(self, noun, Sense::Stop | Sense::Plural)
                    || self.plays(noun, Role::Casualty)
                        && (self.phrase_ends(to) || is!(self, to, Sense::And | Sense::Stop)))
        };
        if !fits || self.toks.get(noun).is_some_and(|t| t.after_break) {
            return None;
        }
        let (from, bound) = self.limit_before(i).unwrap_or((i, Bound::Exact));
        let one = Value::Number { lo: Some(Decimal::ONE), hi: Some(Decimal::ONE) };
        let span = Span::new(self.start(noun), self.end(noun));
        let head =
            if self.pack.noun_capitals { self.german_head(self.str(noun)) } else { self.str(noun).to_lowercase() };
        // 31 Prozent, einen Punkt weniger als im Mai
        let share = self.out.last().is_some_and(|f| f.kind == Kind::Percent);
        if share && ["punkt", "point"].iter().any(|w| self.is_word(noun, w)) {
            return self.push(from, to, (i, i + 1), Kind::Percent, one, Some("pp".to_owned()), bound, None);
        }
        self.push(from, to, (i, i + 1), Kind::Count, one, None, bound, Some(Noun { span, head }))
    }

    /// One child in four: a share.
    pub(super) fn one_in_so_many(&mut self, number: &Number) -> Option<usize> {
        let i = number.from;
        if self.pack.noun_capitals || number.form != Form::One || number.hyphen {
            return None;
        }
        let noun = i + 1;
        if !self.word(noun) || self.capital(noun) || is!(self, noun, Sense::Stop) || !self.is_word(noun + 1, "in") {
            return None;
        }
        let of = self.number_at(noun + 2, false).filter(|n| {
            n.form == Form::Cardinal
                && n.scale.is_none()
                && !n.hyphen
                && n.value >= Decimal::TWO
                && n.value.is_integer()
        })?;
        let alone =
            self.unit(of.to, false).is_none() && self.noun(of.to).is_none() && !is!(self, of.to, Sense::Scale(_));
        if !alone || of.value > Decimal::ONE_THOUSAND || self.num(noun + 2).is_some_and(|n| n.whole_digits > 3) {
            return None;
        }
        let (from, bound) = self.limit_before(i).unwrap_or((i, Bound::Exact));
        let share = Decimal::ONE_HUNDRED.checked_div(of.value)?.round_dp(4).normalize();
        let value = Value::Number { lo: Some(share), hi: Some(share) };
        let span = Span::new(self.start(noun), self.end(noun));
        let head = self.str(noun).to_lowercase();
        let noun = Some(Noun { span, head });
        self.push(from, of.to, (i, of.to), Kind::Percent, value, Some("%".to_owned()), bound, noun)
    }

    /// One rule, one stroke ahead: the number, where what it counts ends its phrase.
    pub(super) fn one_counts(&mut self, number: &Number, bare: bool) -> Option<usize> {
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
}
