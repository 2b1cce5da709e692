//! Which unit stands beside a number? Money, percent, physical units, lengths of time, and what they are counted per.

use super::Kind;
use super::lex::TokKind;
use super::parse::{Reader, is, say};
use crate::lang::numbers::{Role, Sense, TimeUnit};

/// A unit found beside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub kind: Kind,
    pub symbol: &'static str,
    /// The token behind it.
    pub to: usize,
}

impl Reader<'_> {
    /// The currency that a sign or code at token `i` names.
    fn money_sign(&self, i: usize) -> Option<&'static str> {
        let TokKind::Sym(c) = self.kind(i)? else { return None };
        Some(match c {
            '€' => "EUR",
            '$' => "USD",
            '£' => "GBP",
            '¥' => "JPY",
            '₽' => "RUB",
            '₹' => "INR",
            '₩' => "KRW",
            '₺' => "TRY",
            '₴' => "UAH",
            '₪' => "ILS",
            '฿' => "THB",
            '₿' => "XBT",
            _ => return None,
        })
    }

    /// A currency before the number that starts at token `i`: `$5`, `US$ 5`, `EUR 5`. Its first token and its code.
    pub fn money_before(&self, i: usize) -> Option<(usize, &'static str)> {
        let last = self.prev(i).filter(|l| *l >= self.floor)?;
        if let Some(code) = self.money_sign(last) {
            // Letters right before a dollar sign say whose dollar it is.
            if code == "USD" && self.glued(last) && last > self.floor && self.word(last - 1) {
                let code = match self.str(last - 1) {
                    "US" => "USD",
                    "A" | "AU" => "AUD",
                    "C" | "CA" | "Can" => "CAD",
                    "HK" => "HKD",
                    "NZ" => "NZD",
                    "S" => "SGD",
                    "R" => "BRL",
                    "NT" => "TWD",
                    _ => return None,
                };
                return Some((last - 1, code));
            }
            return Some((last, code));
        }
        let code = say!(self, last, Sense::Currency(c) => c)?;
        let text = self.str(last);
        // Euro 2024 is a tournament.
        if text == "Euro"
            && self
                .num(i)
                .is_some_and(|n| n.plain && n.whole_digits == 4 && n.value < rust_decimal::Decimal::from(2100))
        {
            return None;
        }
        // Only codes stand before the number; `Euro 5` of old bank prose is one too.
        let coded =
            text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) || matches!(text, "Fr" | "Rs" | "Euro");
        let joined = self.is_prev(last, |r, p| r.dash(p) && r.glued(last));
        (coded && !joined).then_some((last, code))
    }

    /// A currency at token `i`, behind a number.
    pub fn money_after(&self, i: usize) -> Option<(usize, &'static str)> {
        if let Some(code) = self.money_sign(i) {
            // June 30 $1.1bn: the sign is the next number's.
            let next = !self.glued(i) && self.glued(i + 1) && self.num(i + 1).is_some();
            return (!next).then_some((i + 1, code));
        }
        if is!(self, i, Sense::Nation(_)) && self.word(i) {
            let nation = say!(self, i, Sense::Nation(n) => n)?;
            let mut k = i + 1;
            if self.dash(k) && self.glued(k) {
                k += 1;
            }
            if self.money_sign(k) == Some("USD") && self.glued(k) {
                return Some((k + 1, "USD"));
            }
            let plain = say!(self, k, Sense::Currency(c) => c)?;
            let code = self.pack.nations.iter().find(|n| n.0 == nation && n.1 == plain).map_or(plain, |n| n.2);
            return Some((k + 1, code));
        }
        // New Zealand dollars, Hong Kong dollars.
        if self.capital(i) && is!(self, i + 1, Sense::Nation(_)) && is!(self, i + 2, Sense::Currency(_)) {
            return self.money_after(i + 1);
        }
        let code = say!(self, i, Sense::Currency(c) => c)?;
        match code {
            // `won` and `real` and `try` are words of their own; money is lower case there or a code.
            "ct" | "p" | "KRW" | "BRL" | "TRY" | "ZAR"
                if self.pack.noun_capitals != self.capital(i) && self.str(i).len() != 3 =>
            {
                None
            }
            "KRW"
                if !self.pack.noun_capitals
                    && !self.phrase_ends(i + 1)
                    && !is!(self, i + 1, Sense::Stop)
                    && self.str(i) == "won" =>
            {
                None
            }
            "p" if !self.glued(i) && self.str(i) == "p" => None,
            _ => Some((i + 1, code)),
        }
    }

    /// Percent and percentage points at token `i`.
    pub fn percent(&self, i: usize) -> Option<(usize, &'static str)> {
        match self.kind(i)? {
            TokKind::Sym('%') => {
                if self.dash(i + 1) && self.glued(i + 1) && is!(self, i + 2, Sense::Points) {
                    return Some((i + 3, "pp"));
                }
                if self.is_word(i + 1, "points") {
                    return Some((i + 2, "pp"));
                }
                return Some((i + 1, "%"));
            }
            TokKind::Sym('‰') => return Some((i + 1, "‰")),
            TokKind::Word => {}
            _ => return None,
        }
        // half a percentage point
        if is!(self, i, Sense::Per) && is!(self, i + 1, Sense::Percent) {
            return Some((i + 2, "%"));
        }
        // sechzig vom Hundert
        if is!(self, i, Sense::From) && is!(self, i + 1, Sense::Hundred) && self.capital(i + 1) {
            return Some((i + 2, "%"));
        }
        // v. H. and v.H.
        if self.is_word(i, "v") && self.sym(i + 1, '.') && self.is_word(i + 2, "h") {
            return Some((if self.sym(i + 3, '.') { i + 4 } else { i + 3 }, "%"));
        }
        if self.is_word(i, "vh") {
            return Some((i + 1, "%"));
        }
        if is!(self, i, Sense::PerMille) {
            return Some((i + 1, "‰"));
        }
        if is!(self, i, Sense::Points) {
            return Some((i + 1, "pp"));
        }
        if is!(self, i, Sense::BasisPoints) {
            return Some((i + 1, "bp"));
        }
        if self.is_word(i, "basis") && (self.is_word(i + 1, "points") || self.is_word(i + 1, "point")) {
            return Some((i + 2, "bp"));
        }
        if self.is_word(i, "percentage") && (self.is_word(i + 1, "points") || self.is_word(i + 1, "point")) {
            return Some((i + 2, "pp"));
        }
        if is!(self, i, Sense::PercentAdjective) {
            return Some((i + 1, "%"));
        }
        if is!(self, i, Sense::Percent) && !self.is_word(i, "cent") {
            if self.is_word(i + 1, "points") || self.is_word(i + 1, "point") {
                return Some((i + 2, "pp"));
            }
            return Some((i + 1, "%"));
        }
        None
    }

    /// A physical unit at token `i`.
    fn measure(&self, i: usize) -> Option<(usize, &'static str)> {
        if self.sym(i, '°') {
            if self.glued(i + 1) || !self.phrase_ends(i + 1) {
                match self.str(i + 1) {
                    "C" => return Some((i + 2, "Cel")),
                    "F" => return Some((i + 2, "[degF]")),
                    _ => {}
                }
            }
            return Some((i + 1, "Cel"));
        }
        let text = self.str(i);
        // 4.2 light years
        if !self.pack.noun_capitals && text == "light" && matches!(self.str(i + 1), "years" | "year") {
            return Some((i + 2, "ly"));
        }
        // 35C, 95F
        if !self.pack.noun_capitals
            && self.glued(i)
            && matches!(text, "C" | "F")
            && i > 0
            && !self.is_prev(i - 1, |r, p| is!(r, p, Sense::WeakLabel | Sense::Label))
            && self.num(i - 1).is_some_and(|n| {
                matches!(n.whole_digits, 2 | 3)
                    || n.whole_digits == 1
                        && self.is_prev(i - 1, |r, p| {
                            is!(r, p, Sense::To | Sense::Of | Sense::Minus | Sense::DatePrep)
                                || r.dash(p) && r.glued(i - 1) && !r.glued(p)
                        })
            })
        {
            return Some((i + 1, if text == "C" { "Cel" } else { "[degF]" }));
        }
        let symbol = say!(self, i, Sense::Measure(s) => s)?;
        // Letters are units only in their own case, and never where they may be an initial.
        if text.len() == 1 && !(self.glued(i) || self.pack.noun_capitals || symbol == "m") {
            return None;
        }
        if text.len() <= 2 && text.bytes().next().is_some_and(|b| b.is_ascii_uppercase()) {
            let upper = matches!(
                symbol,
                "MW" | "GW"
                    | "TW"
                    | "W"
                    | "MB"
                    | "GB"
                    | "TB"
                    | "hp"
                    | "Hz"
                    | "kB"
                    | "dB"
                    | "V"
                    | "A"
                    | "kW"
                    | "tsp"
                    | "tbsp"
            );
            if !upper {
                return None;
            }
        }
        if matches!(text, "Mi" | "In" | "Stone" | "Bar" | "Ar") || text == "in" && !self.glued(i) {
            return None;
        }
        // 5 degrees Celsius, 20 Grad Celsius.
        let mut to = i + 1;
        match symbol {
            "Cel" if self.is_word(to, "celsius") || self.is_word(to, "c") && self.str(to) == "C" => {
                return Some((to + 1, "Cel"));
            }
            "Cel" if self.is_word(to, "fahrenheit") => return Some((to + 1, "[degF]")),
            "degree" => {
                return if self.is_word(to, "celsius") || self.is_word(to, "centigrade") || self.str(to) == "C" {
                    Some((to + 1, "Cel"))
                } else if self.is_word(to, "fahrenheit") || self.str(to) == "F" {
                    Some((to + 1, "[degF]"))
                } else {
                    Some((to, "deg"))
                };
            }
            "square" | "cubic" => {
                let base = say!(self, to, Sense::Measure(s) => s)?;
                let symbol = match (symbol, base) {
                    ("square", "m") => "m2",
                    ("square", "km") => "km2",
                    ("square", "cm") => "cm2",
                    ("square", "mi") => "mi2",
                    ("square", "ft") => "ft2",
                    ("square", "yd") => "yd2",
                    ("square", "in") => "in2",
                    ("cubic", "m") => "m3",
                    ("cubic", "km") => "km3",
                    ("cubic", "cm") => "cm3",
                    ("cubic", "ft") => "ft3",
                    _ => return None,
                };
                return Some((to + 1, symbol));
            }
            _ => {}
        }
        // km/h, m/s, mg/l.
        if self.sym(to, '/') && self.glued(to) && self.glued(to + 1) {
            let joined = match (symbol, self.str(to + 1)) {
                ("km", "h") => Some("km/h"),
                ("m", "s") => Some("m/s"),
                ("mi", "h") => Some("mi/h"),
                _ => None,
            };
            if let Some(symbol) = joined {
                return Some((to + 2, symbol));
            }
        }
        if is!(self, to, Sense::Per) {
            let joined = match (symbol, say!(self, to + 1, Sense::Time(u) => u)) {
                ("km", Some(TimeUnit::Hour)) => Some("km/h"),
                ("m", Some(TimeUnit::Second)) => Some("m/s"),
                ("mi", Some(TimeUnit::Hour)) => Some("mi/h"),
                _ => None,
            };
            if let Some(symbol) = joined {
                return Some((to + 2, symbol));
            }
        }
        // kilowatt hours, megawatt-hours
        let watt_hours = match symbol {
            "W" => Some("Wh"),
            "kW" => Some("kWh"),
            "MW" => Some("MWh"),
            "GW" => Some("GWh"),
            "TW" => Some("TWh"),
            _ => None,
        };
        if let Some(hours) = watt_hours {
            let h = if self.dash(to) && self.glued(to) { to + 1 } else { to };
            if is!(self, h, Sense::Time(TimeUnit::Hour) | Sense::Lengths(TimeUnit::Hour)) && !self.capital(h) {
                to = h + 1;
                return Some((to, hours));
            }
        }
        Some((to, symbol))
    }

    /// A length of time at token `i`.
    pub fn time(&self, i: usize) -> Option<(usize, TimeUnit)> {
        let unit = say!(self, i, Sense::Time(u) | Sense::Lengths(u) | Sense::Aged(u) => u)?;
        // German nouns are capitalised (Tage), its adjectives are not.
        if self.pack.noun_capitals && !self.capital(i) && !is!(self, i, Sense::Aged(_)) {
            return None;
        }
        if !self.pack.noun_capitals && self.capital(i) {
            return None;
        }
        Some((i + 1, unit))
    }

    /// The unit at token `i`, right behind a number; `hyphen` when a hyphen joins them.
    pub fn unit(&self, i: usize, hyphen: bool) -> Option<Unit> {
        // three second-half goals
        if !hyphen
            && !self.pack.noun_capitals
            && self.dash(i + 1)
            && self.glued(i + 1)
            && is!(self, i, Sense::Ordinal(_))
        {
            return None;
        }
        if let Some((to, symbol)) = self.percent(i) {
            return Some(Unit { kind: Kind::Percent, symbol, to });
        }
        if let Some((to, symbol)) = self.money_after(i)
            && !(is!(self, i, Sense::Measure(_)) && self.weighs(to))
        {
            return Some(Unit { kind: Kind::Money, symbol, to });
        }
        if self.str(i) == "h" && i > 0 && self.num(i - 1).is_some() {
            return Some(Unit { kind: Kind::Duration, symbol: "hour", to: i + 1 });
        }
        if let Some((to, unit)) = self.time(i) {
            let mut to = to;
            if hyphen
                && self.dash(to)
                && self.glued(to)
                && (self.is_word(to + 1, "old") || self.is_word(to + 1, "olds"))
            {
                to += 2;
            }
            return Some(Unit { kind: Kind::Duration, symbol: unit.symbol(), to });
        }
        let (to, symbol) = self.measure(i)?;
        let symbol = match symbol {
            // The German pound is half a kilogram.
            "lb_de" => "pfd",
            s => s,
        };
        Some(Unit { kind: Kind::Measure, symbol, to })
    }

    /// Whether what follows a pound says it is a weight.
    fn weighs(&self, i: usize) -> bool {
        // ein halbes Pfund Zucker; but: zehn Pfund Sterling
        let stuff = self.pack.noun_capitals
            && self.word(i)
            && self.capital(i)
            && !self.toks.get(i).is_some_and(|t| t.senses.any())
            && !self.is_word(i, "sterling");
        stuff
            || self.plays(i, Role::Heavy)
            || (2..=5).any(|n| i.checked_sub(n).is_some_and(|k| self.plays(k, Role::Weighs)))
    }
}
