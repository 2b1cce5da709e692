//! Do two figures say the same? Units, scales, rounding and bounds understood.
//!
//! The rules, from most to least alike:
//!
//! - **Same** needs equal values in a common unit and bounds that promise the same. `1,2 Mrd.` is `1.200 Millionen`,
//!   `18 km²` is `1.800 Hektar`, `zwei Drittel` is `66.67 %`, `12 Monate` is `ein Jahr`: notation is the writer's own.
//! - **SameButBound**: equal values, but `mindestens`, `rund`, `fast` was dropped, added or changed. Whether that matters is
//!   for a check to say, so the relation keeps it apart.
//! - **Rounded**: one value is the other at fewer digits. A writer may round what the source states exactly, and a source
//!   that says `rund` may be met by a more exact number. How far: to the last digit stated, and by no more than two per cent
//!   where the rounded number stands bare, six where a bound admits that it is rounded. A bare `40` for `38` is a
//!   mistake; `rund 40` is not. Where a bound says on which side the truth lies (`mehr als 20.000` for `24.000`), the value
//!   must lie on that side and within one step of the last digit stated.
//! - **ScaleDiffers**: the same digits at another power of ten: a thousand times too much or too little, the slip that
//!   `billion` and `Milliarde` invite. One digit alone says too little for small shifts, so there the shift must be thousands.
//! - **Different**: comparable, and none of these.
//! - **Incomparable**: another kind of thing or another unit (euros and dollars, metres and days), or a value is unknown.

use rust_decimal::Decimal;

use super::{Bound, DateRange, Figure, Kind, PartialDate, Value};

/// How a figure in a draft relates to one in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Equal after normalisation, bounds alike.
    Same,
    /// Equal values; the bound was dropped or changed.
    SameButBound,
    /// One is the other rounded, as far as its writer is entitled to.
    Rounded,
    /// The same digits at another power of ten.
    ScaleDiffers,
    /// The same sort of thing, another value.
    Different,
    /// Not the same sort of thing, or nothing to compare.
    Incomparable,
}

impl Relation {
    /// Whether the two agree as to their value.
    pub fn agrees(self) -> bool {
        matches!(self, Relation::Same | Relation::SameButBound | Relation::Rounded)
    }
}

/// Compares a figure of a draft with one of a source. Symmetric except that it names the draft's figure first.
pub fn compare(draft: &Figure, source: &Figure) -> Relation {
    match (&draft.value, &source.value) {
        (Value::Date(a), Value::Date(b)) => dates(*a, *b, draft.bound, source.bound),
        (Value::Number { lo: Some(a), hi: Some(b) }, Value::Number { lo: Some(c), hi: Some(d) }) => {
            let Some((fa, fb)) = factors(draft, source) else {
                if let Some(plain) = without_per(draft, source) {
                    return plain;
                }
                // 33 per cent more and 33 percentage points more are two claims about one thing, and one of them is wrong.
                let shares = draft.kind == Kind::Percent && source.kind == Kind::Percent;
                return if shares { Relation::Different } else { Relation::Incomparable };
            };
            let scaled = |v: &Decimal, f: Decimal| if f == Decimal::ONE { Some(*v) } else { v.checked_mul(f) };
            let (Some(a2), Some(b2), Some(c2), Some(d2)) = (scaled(a, fa), scaled(b, fa), scaled(c, fb), scaled(d, fb))
            else {
                return Relation::Incomparable;
            };
            if let Some(plain) = apart((a2, b2), (c2, d2)) {
                return plain;
            }
            let left = Side {
                lo: a2,
                hi: b2,
                step: stated(draft, *a, *b).checked_mul(fa).unwrap_or(Decimal::ZERO),
                bound: draft.bound,
                most: most(draft),
            };
            let right = Side {
                lo: c2,
                hi: d2,
                step: stated(source, *c, *d).checked_mul(fb).unwrap_or(Decimal::ZERO),
                bound: source.bound,
                most: most(source),
            };
            numbers(&left, &right)
        }
        _ => Relation::Incomparable,
    }
}

/// How many times the one value is the other; 1 where there is nothing to compare.
pub fn ratio(a: &Figure, b: &Figure) -> Decimal {
    let size = |f: &Figure| match &f.value {
        Value::Number { lo, hi } => lo.or(*hi).map(|n| n.abs()).filter(|n| !n.is_zero()),
        _ => None,
    };
    let Some((x, y)) = size(a).zip(size(b)) else { return Decimal::ONE };
    // Three hours are no three weeks.
    let (fa, fb) = factors(a, b).unwrap_or((Decimal::ONE, Decimal::ONE));
    let (x, y) = (x.saturating_mul(fa), y.saturating_mul(fb));
    x.max(y).checked_div(x.min(y)).unwrap_or(Decimal::MAX)
}

/// Whether `a` says less exactly what `b` says: a month and a day in it, about 50 and 48.
pub fn is_coarser(a: &Figure, b: &Figure) -> bool {
    match (&a.value, &b.value) {
        (Value::Date(x), Value::Date(y)) => {
            let precision = |d: PartialDate| u8::from(d.month.is_some()) + u8::from(d.day.is_some());
            precision(x.lo) < precision(y.lo) || precision(x.lo) == precision(y.lo) && x.lo != x.hi && y.lo == y.hi
        }
        (Value::Number { lo: Some(x), hi: Some(p) }, Value::Number { lo: Some(y), hi: Some(q) }) => {
            let loose = |f: &Figure| f.coarse || f.bound != Bound::Exact;
            compare(b, a) == Relation::Rounded && (stated(a, *x, *p) > stated(b, *y, *q) && loose(a) || p - x > q - y)
        }
        _ => false,
    }
}

/// How many digits a value has without zeros at its ends.
fn significant(figure: &Figure) -> usize {
    let Value::Number { lo: Some(n), .. } = &figure.value else { return 0 };
    n.normalize().to_string().trim_matches(['0', '.', '-']).chars().filter(char::is_ascii_digit).count()
}

/// `2.500 Euro` and `2.500 Euro pro Haushalt`: what it is counted per may stand elsewhere in the sentence, so they can agree;
/// that they differ says nothing, but the same digits at another magnitude are hardly there by chance.
fn without_per(draft: &Figure, source: &Figure) -> Option<Relation> {
    let top = |f: &Figure| f.unit.as_deref().and_then(|u| u.split_once('/')).map(|(top, _)| top.to_owned());
    let bare = |f: &Figure, unit: String, kind: Kind| Figure { unit: Some(unit), kind, ..f.clone() };
    let relation = match (top(draft), top(source)) {
        (Some(unit), None) if source.unit.is_some() => compare(&bare(draft, unit, source.kind), source),
        (None, Some(unit)) if draft.unit.is_some() => compare(draft, &bare(source, unit, draft.kind)),
        _ => return None,
    };
    let telling = relation == Relation::ScaleDiffers && significant(draft) >= 2;
    (relation.agrees() || telling).then_some(relation)
}

/// Percentage points between the shares that words tell apart (a fifth, a quarter).
const COARSE: i64 = 5;

/// The weight of the last digit a figure states.
fn stated(figure: &Figure, lo: Decimal, hi: Decimal) -> Decimal {
    let digits = step(lo).max(step(hi));
    if figure.coarse { digits.max(Decimal::from(COARSE)) } else { digits }
}

/// By how many percent a value may be off at most, whatever its bound.
const MOST_ROUNDED: i64 = 25;

fn most(figure: &Figure) -> i64 {
    if figure.coarse { 10 } else { 2 }
}

struct Side {
    lo: Decimal,
    hi: Decimal,
    /// Weight of the last digit stated.
    step: Decimal,
    bound: Bound,
    /// By how many percent of the other a plain value may be rounded.
    most: i64,
}

/// The weight of the last digit that a value states: trailing zeros of a whole number are not stated.
fn step(value: Decimal) -> Decimal {
    if value.is_zero() {
        return Decimal::ONE;
    }
    if value.scale() > 0 && !value.fract().is_zero() {
        return Decimal::new(1, value.scale().min(28));
    }
    let n = value.trunc().mantissa() / 10i128.pow(value.trunc().scale().min(28));
    Decimal::try_from_i128_with_scale(10i128.pow(zeros(n).1), 0).unwrap_or(Decimal::ONE)
}

/// A number without the zeros at its end, and how many they are. Most numbers are small, which is much faster.
fn zeros(n: i128) -> (i128, u32) {
    let mut count = 0;
    let Ok(mut small) = i64::try_from(n) else {
        let mut n = n;
        while n != 0 && n % 10 == 0 {
            n /= 10;
            count += 1;
        }
        return (n, count);
    };
    while small != 0 && small % 10 == 0 {
        small /= 10;
        count += 1;
    }
    (small.into(), count)
}

fn close(a: Decimal, b: Decimal) -> bool {
    if a == b {
        return true;
    }
    // Thirds and unit factors are cut off somewhere; a millionth is no difference.
    let diff = (a - b).abs();
    diff <= a.abs().max(b.abs()) * Decimal::new(1, 5)
}

/// What two single values are that lie so far apart that neither can be the other rounded: of most that is enough to know.
fn apart(a: (Decimal, Decimal), b: (Decimal, Decimal)) -> Option<Relation> {
    let ((x, p), (y, q)) = (a, b);
    if x != p || y != q || (x - y).abs() <= x.abs().max(y.abs()) * Decimal::new(MOST_ROUNDED, 2) {
        return None;
    }
    Some(if shift(x, y).is_some() { Relation::ScaleDiffers } else { Relation::Different })
}

fn numbers(a: &Side, b: &Side) -> Relation {
    if close(a.lo, b.lo) && close(a.hi, b.hi) {
        return if a.bound == b.bound { Relation::Same } else { Relation::SameButBound };
    }
    let range = |s: &Side| s.lo != s.hi;
    if range(a) || range(b) {
        let inside = |x: &Side, y: &Side| x.lo >= y.lo && x.hi <= y.hi;
        if inside(a, b) || inside(b, a) {
            return Relation::Rounded;
        }
        if range(a) && range(b) {
            let ends =
                |x: Decimal, y: Decimal| rounds(&single(a, x), &single(b, y)) || rounds(&single(b, y), &single(a, x));
            if ends(a.lo, b.lo) && ends(a.hi, b.hi) {
                return Relation::Rounded;
            }
            if let (Some(x), Some(y)) = (shift(a.lo, b.lo), shift(a.hi, b.hi))
                && x == y
            {
                return Relation::ScaleDiffers;
            }
        }
        return Relation::Different;
    }
    if rounds(a, b) || rounds(b, a) {
        return Relation::Rounded;
    }
    if shift(a.lo, b.lo).is_some() {
        return Relation::ScaleDiffers;
    }
    Relation::Different
}

fn single(side: &Side, value: Decimal) -> Side {
    Side { lo: value, hi: value, step: step(value).max(Decimal::ZERO), bound: side.bound, most: side.most }
}

/// Whether `coarse` may stand for `fine`.
fn rounds(coarse: &Side, fine: &Side) -> bool {
    let (c, f, step) = (coarse.lo, fine.lo, coarse.step);
    if step <= fine.step
        && !matches!(
            coarse.bound,
            Bound::About | Bound::MoreThan | Bound::AtLeast | Bound::Nearly | Bound::LessThan | Bound::AtMost
        )
    {
        return false;
    }
    if step.is_zero() || f.is_zero() {
        return false;
    }
    let off = (c - f).abs();
    let share = |percent: i64| f.abs() * Decimal::new(percent, 2);
    match coarse.bound {
        Bound::Exact | Bound::Vague => step > fine.step && off * Decimal::TWO <= step && off <= share(coarse.most),
        Bound::About => step >= fine.step && off * Decimal::TWO <= step.max(share(2)) && off <= share(6),
        // The truth lies above: more than 20,000 for 24,000.
        Bound::MoreThan | Bound::AtLeast => step > fine.step && f >= c && off < step && off <= share(MOST_ROUNDED),
        Bound::Nearly | Bound::LessThan | Bound::AtMost => {
            step > fine.step && f <= c && off < step && off <= share(MOST_ROUNDED)
        }
    }
}

/// By how many powers of ten two values with the same digits differ.
fn shift(a: Decimal, b: Decimal) -> Option<i32> {
    let digits = |d: Decimal| -> (i128, i32) {
        let (digits, zeros) = zeros(d.mantissa());
        (digits, zeros as i32 - d.scale() as i32)
    };
    let ((ma, ea), (mb, eb)) = (digits(a), digits(b));
    let by = ea - eb;
    (ma == mb && ma != 0 && by != 0 && (ma.abs() >= 10 || by % 3 == 0)).then_some(by)
}

fn dates(a: DateRange, b: DateRange, x: Bound, y: Bound) -> Relation {
    if a == b {
        return if x == y { Relation::Same } else { Relation::SameButBound };
    }
    // A date without its year is compared as far as it goes.
    let open = |r: &DateRange| r.lo.year.is_none() || r.hi.year.is_none();
    if open(&a) || open(&b) {
        let bare = |d: PartialDate| PartialDate { year: None, ..d };
        let (p, q) = (DateRange { lo: bare(a.lo), hi: bare(a.hi) }, DateRange { lo: bare(b.lo), hi: bare(b.hi) });
        if p == q {
            return Relation::Same;
        }
        if p.lo.month.is_none() || q.lo.month.is_none() {
            return Relation::Incomparable;
        }
        // A day within a period, which may run over the turn of the year, or in the month in which it begins.
        let within = |one: &DateRange, many: &DateRange| {
            let ((a0, a1), (b0, b1)) = ((first_day(one.lo), last_day(one.hi)), (first_day(many.lo), last_day(many.hi)));
            a0 <= a1 && if b0 <= b1 { b0 <= a0 && a1 <= b1 } else { b0 <= a0 || a1 <= b1 }
        };
        let begins = p.lo.month == q.lo.month && (p.lo.day.is_none() || q.lo.day.is_none());
        return if begins || within(&p, &q) || within(&q, &p) { Relation::Rounded } else { Relation::Different };
    }
    let days = |r: &DateRange| (first_day(r.lo), last_day(r.hi));
    let ((a0, a1), (b0, b1)) = (days(&a), days(&b));
    // `until 16 March` and `from 24 February to 16 March` end on one day.
    let ends = |one: DateRange, many: DateRange| {
        one.lo == one.hi && many.lo != many.hi && (one.hi == many.hi || one.lo == many.lo)
    };
    if ends(a, b) || ends(b, a) {
        return Relation::Rounded;
    }
    if a0 == b0 && a1 == b1 {
        return if x == y { Relation::Same } else { Relation::SameButBound };
    }
    // The coarser one contains the finer: October for the 23rd of October.
    if a0 <= b0 && b1 <= a1 || b0 <= a0 && a1 <= b1 {
        return Relation::Rounded;
    }
    Relation::Different
}

fn first_day(d: PartialDate) -> (i16, u8, u8) {
    (d.year.unwrap_or(0), d.month.unwrap_or(1), d.day.unwrap_or(1))
}

fn last_day(d: PartialDate) -> (i16, u8, u8) {
    let (year, month) = (d.year.unwrap_or(0), d.month.unwrap_or(12));
    let last = jiff::civil::Date::new(year, month as i8, 1).map_or(31, |m| m.days_in_month().unsigned_abs());
    (year, month, d.day.unwrap_or(last))
}

/// What both values have to be multiplied by to be in one unit; `None` when there is none.
fn factors(a: &Figure, b: &Figure) -> Option<(Decimal, Decimal)> {
    let one = (Decimal::ONE, Decimal::ONE);
    let (ka, kb) = (a.kind, b.kind);
    match (a.unit.as_deref(), b.unit.as_deref()) {
        (Some(x), Some(y)) if x == y && (ka == kb || ka == Kind::Rate || kb == Kind::Rate) => Some(one),
        (Some(x), Some(y)) => rate(x, y).or_else(|| unit(x, y)),
        (None, None) => ((ka == Kind::Rank) == (kb == Kind::Rank)).then_some(one),
        // A number whose unit was left out can be money or a measure, when nothing says what else it counts.
        (None, Some(u)) if a.noun.is_none() && ka == Kind::Count && kb != Kind::Duration => {
            (!u.contains('/') || kb == Kind::Rate).then_some(one)
        }
        (Some(u), None) if b.noun.is_none() && kb == Kind::Count && ka != Kind::Duration => {
            (!u.contains('/') || ka == Kind::Rate).then_some(one)
        }
        _ => None,
    }
}

/// Rates compare when both halves do; what they are counted per may be named in two languages.
fn rate(x: &str, y: &str) -> Option<(Decimal, Decimal)> {
    let (xa, xb) = x.rsplit_once('/')?;
    let (ya, yb) = y.rsplit_once('/')?;
    let (fa, fb) =
        if xa == ya { (Decimal::ONE, Decimal::ONE) } else { unit(xa, ya).unwrap_or((Decimal::ONE, Decimal::ONE)) };
    if unit(xa, ya).is_none() && xa != ya && (known(xa) || known(ya)) {
        return None;
    }
    if xb == yb {
        return Some((fa, fb));
    }
    match unit(xb, yb) {
        // Per month times twelve is per year.
        Some((da, db)) => Some((fa.checked_div(da)?, fb.checked_div(db)?)),
        None => (!(known(xb) && known(yb))).then_some((fa, fb)),
    }
}

fn known(symbol: &str) -> bool {
    scale(symbol).is_some() || symbol.len() == 3 && symbol.bytes().all(|b| b.is_ascii_uppercase())
}

fn unit(x: &str, y: &str) -> Option<(Decimal, Decimal)> {
    if x == y {
        return Some((Decimal::ONE, Decimal::ONE));
    }
    let ((dx, fx), (dy, fy)) = (scale(x)?, scale(y)?);
    (dx == dy).then_some((fx, fy))
}

/// Dimension and factor of a unit: two units of one dimension convert by their factors.
fn scale(symbol: &str) -> Option<(&'static str, Decimal)> {
    let d = |n: i64, scale: u32| Decimal::new(n, scale);
    Some(match symbol {
        "nm" => ("length", d(1, 9)),
        "um" => ("length", d(1, 6)),
        "mm" => ("length", d(1, 3)),
        "cm" => ("length", d(1, 2)),
        "dm" => ("length", d(1, 1)),
        "m" => ("length", d(1, 0)),
        "km" => ("length", d(1000, 0)),
        "mi" => ("length", d(1_609_344, 3)),
        "nmi" => ("length", d(1852, 0)),
        "yd" => ("length", d(9144, 4)),
        "ft" => ("length", d(3048, 4)),
        "in" => ("length", d(254, 4)),
        "cm2" => ("area", d(1, 4)),
        "m2" => ("area", d(1, 0)),
        "a" => ("area", d(100, 0)),
        "ha" => ("area", d(10_000, 0)),
        "km2" => ("area", d(1_000_000, 0)),
        "acr" => ("area", d(40_468_564_224, 7)),
        "mi2" => ("area", d(2_589_988_110_336, 6)),
        "ft2" => ("area", d(9_290_304, 8)),
        "cm3" | "ml" => ("volume", d(1, 3)),
        "l" => ("volume", d(1, 0)),
        "hl" => ("volume", d(100, 0)),
        "m3" => ("volume", d(1000, 0)),
        "km3" => ("volume", d(1_000_000_000_000, 0)),
        "bbl" => ("barrels", d(1, 0)),
        "gal" => ("volume", d(3_785_411_784, 9)),
        "pt" => ("pints", d(1, 0)),
        "ug" => ("mass", d(1, 9)),
        "mg" => ("mass", d(1, 6)),
        "g" => ("mass", d(1, 3)),
        "kg" => ("mass", d(1, 0)),
        "pfd" => ("mass", d(5, 1)),
        "ztr" => ("mass", d(50, 0)),
        "t" => ("mass", d(1000, 0)),
        "kt" => ("mass", d(1_000_000, 0)),
        "Mt" => ("mass", d(1_000_000_000, 0)),
        "Gt" => ("mass", d(1_000_000_000_000, 0)),
        "lb" => ("mass", d(45_359_237, 8)),
        "oz" => ("mass", d(28_349_523_125, 12)),
        "stone" => ("mass", d(635_029_318, 8)),
        "W" => ("power", d(1, 0)),
        "kW" => ("power", d(1000, 0)),
        "MW" => ("power", d(1_000_000, 0)),
        "GW" => ("power", d(1_000_000_000, 0)),
        "TW" => ("power", d(1_000_000_000_000, 0)),
        "Wh" => ("energy", d(1, 0)),
        "kWh" => ("energy", d(1000, 0)),
        "MWh" => ("energy", d(1_000_000, 0)),
        "GWh" => ("energy", d(1_000_000_000, 0)),
        "TWh" => ("energy", d(1_000_000_000_000, 0)),
        "km/h" => ("speed", d(1, 0)),
        "m/s" => ("speed", d(36, 1)),
        "mi/h" => ("speed", d(1_609_344, 6)),
        "kn" => ("speed", d(1852, 3)),
        "Hz" => ("frequency", d(1, 0)),
        "kHz" => ("frequency", d(1000, 0)),
        "MHz" => ("frequency", d(1_000_000, 0)),
        "GHz" => ("frequency", d(1_000_000_000, 0)),
        "kB" => ("data", d(1, 3)),
        "MB" => ("data", d(1, 0)),
        "GB" => ("data", d(1000, 0)),
        "TB" => ("data", d(1_000_000, 0)),
        "pp" => ("points", d(1, 0)),
        "bp" => ("points", d(1, 2)),
        "%" => ("share", d(1, 0)),
        "‰" => ("share", d(1, 1)),
        "ct" => ("EUR", d(1, 2)),
        "EUR" => ("EUR", d(1, 0)),
        "p" => ("GBP", d(1, 2)),
        "GBP" => ("GBP", d(1, 0)),
        "month" => ("months", d(1, 0)),
        "quarter" => ("months", d(3, 0)),
        "year" => ("months", d(12, 0)),
        "decade" => ("months", d(120, 0)),
        "century" => ("months", d(1200, 0)),
        "second" => ("seconds", d(1, 0)),
        "minute" => ("seconds", d(60, 0)),
        "hour" => ("seconds", d(3600, 0)),
        "day" => ("seconds", d(86_400, 0)),
        "week" => ("seconds", d(604_800, 0)),
        _ => return None,
    })
}
