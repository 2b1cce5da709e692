//! Which number do the digits or words say? Signs, scale words, halves and shares.

use rust_decimal::Decimal;

use super::{Form, Number};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, bound, is, power, say};
use crate::figures::{Bound, Kind};
use crate::lang::numbers::{Role, Sense, Suffix, TimeUnit};

impl Reader<'_> {
    /// A sign before token `i`: its first token, and whether it makes the number negative. `plus/minus` does not.
    pub(super) fn sign(&self, i: usize) -> Option<(usize, bool)> {
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

    pub(super) fn digits_number(&self, i: usize, range: bool) -> Option<Number> {
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
            // lag bei -0,4
            let led =
                || num.value.scale() > 0 && self.is_prev(i - 1, |r, p| is!(r, p, Sense::Stop | Sense::Of | Sense::To));
            if sign && (self.unit(i + 1, false).is_some() || led()) {
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
    pub(super) fn scaled(&self, number: &mut Number, next: usize, joined: bool) -> Option<()> {
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
                            || self.str(at) == "m"
                                && (counts()
                                    // 2m of them; but: 520m of rope
                                    || self.is_word(at + 1, "of")
                                        && is!(self, at + 2, Sense::The | Sense::Stop | Sense::Every)));
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
    pub(super) fn ends_here(&self, i: usize) -> bool {
        match self.toks.get(i + 1) {
            None => true,
            Some(t) => t.after_break,
        }
    }

    /// A number in words that starts at token `i`.
    pub(super) fn spelled(&self, i: usize) -> Option<Number> {
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
        // ein Dreier: a throw, a boat
        let dreier = self.pack.noun_capitals && is!(self, i, Sense::Card(2 | 3)) && self.ends_folded(i, &["er"]);
        if dreier && self.capital(i) && !self.begins(i) {
            return None;
        }
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
            }) || self.is_prev(i, |r, p| r.is_word(p, "halb")) && self.unit(at, false).is_none()
                || self.is_prev(i, |r, p| r.plays(p, Role::OnTheHour))
                && (self.phrase_ends(at) || is!(self, at, Sense::DayPart | Sense::Stop))
                // Der Umsatz wuchs um vier auf 600 Millionen
                && !(is!(self, at, Sense::Onto)
                    && (self.num(at + 1).is_some() || is!(self, at + 1, Sense::LimitEnds(_)) && self.num(at + 2).is_some())));
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
    pub(super) fn and_a_half(&self, i: usize) -> Option<usize> {
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
    pub(super) fn half(&self, i: usize, half: usize) -> Option<Number> {
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
    pub(super) fn share(&self, i: usize, numerator: Decimal, at: usize) -> Option<Number> {
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
    pub(super) fn fraction_word(&self, mut number: Number) -> Option<Number> {
        number.form = Form::Share;
        number.value = number.value.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
        if number.value == Decimal::from(66) {
            number.value = Decimal::new(666_667, 4);
        }
        number.scale = None;
        Some(number)
    }

    /// `four in ten`, `neun von zehn`: a share when the whole is ten or a hundred, or one in so many.
    pub(super) fn of_ten(&self, number: Number) -> Option<Number> {
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

    pub(super) fn digits_value(&self, i: usize) -> bool {
        self.num(i).is_some() && self.pack.noun_capitals
    }

    /// What an adjective between the article and the number says of it: ein knappes Dutzend.
    pub(super) fn roundly(&self, i: usize) -> Option<Bound> {
        if !self.plays(i, Role::Roundly) {
            return None;
        }
        self.senses(i).iter().find_map(|sense| {
            let &Sense::LimitEnds(k) = sense else { return None };
            let (words, limit) = self.index.before.get(k as usize)?;
            (words.len() == 1).then(|| bound(*limit))
        })
    }
}
