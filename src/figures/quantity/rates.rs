//! What is counted per what?

use rust_decimal::Decimal;

use super::{Draft, Form};
use crate::figures::lex::TokKind;
use crate::figures::parse::{Reader, is, say};
use crate::figures::{Bound, Kind, Value};
use crate::lang::numbers::{Role, Sense, TimeUnit};

impl Reader<'_> {
    /// `pro Monat`, `per household`, `a month`, `im Jahr` behind the figure; `jährlich` before or behind it.
    pub(super) fn rate(&self, draft: &mut Draft) {
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
    pub(super) fn denominator(&self, i: usize) -> String {
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

    pub(super) fn times(&mut self, i: usize) -> Option<usize> {
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
}
