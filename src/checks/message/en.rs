//! What findings say in English.

use crate::lang::Lang;

use super::{About, Amount, Differs, Instead, Label, Message, Numbers, Offer, Put};

pub(super) static NUMBERS: Numbers = Numbers {
    to: "to",
    or_more: "or more",
    or_less: "or less",
    unknown: "an unknown number",
    rank: "rank",
    with_unit: |number, unit| match unit {
        "EUR" => format!("€{number}"),
        "USD" => format!("${number}"),
        "GBP" => format!("£{number}"),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    },
};

pub(super) fn paragraph(n: u32) -> String {
    format!("¶ {n}")
}

fn said(amount: &Amount) -> String {
    amount.text(Lang::En)
}

fn by(label: &Label) -> String {
    label.text(Lang::En)
}

pub(super) fn message(message: &Message) -> String {
    match message {
        Message::NoArticle { id, offer } => {
            let offer = match offer {
                Offer::Nearest(near) => format!("the nearest is “{near}”"),
                Offer::Made(made, n) => format!("the claim stands in “{made}”, {}", paragraph(*n)),
            };
            format!("no article has the id “{id}”; {offer}")
        }
        Message::NoParagraph { id, has, cited } => {
            format!("“{id}” has {has} paragraph{}, not {cited}", if *has == 1 { "" } else { "s" })
        }
        Message::NotThere { id, cited, instead } => {
            let place = match cited {
                None => String::new(),
                Some((a, b)) if a == b => format!(" {}", paragraph(*a)),
                Some((a, b)) => format!(" {}–{b}", paragraph(*a)),
            };
            match instead {
                None => format!("“{id}”{place} does not say so, and neither does any other source"),
                Some(Instead { id: other, paragraph: n, at }) => {
                    let other = other.as_ref().map(|other| format!("“{other}” ")).unwrap_or_default();
                    format!("“{id}”{place} does not say so; {other}{} does ({})", paragraph(*n), by(at))
                }
            }
        }
        Message::FirstMade { by: first } => format!("first made by {}", by(first)),
        Message::Quoted { differs, at } => {
            let one = |differs: &Differs| match differs {
                Differs::More(more) => format!("the source also has “{more}”"),
                Differs::Less(less) => format!("the source does not have “{less}”"),
                Differs::Other(theirs, ours) => format!("the source has “{theirs}” for “{ours}”"),
            };
            let all: Vec<String> = differs.iter().map(one).collect();
            let all = if all.is_empty() { "the source has other words".to_owned() } else { all.join(", ") };
            format!("{all} ({})", by(at))
        }
        Message::HouseSpelling { name } => format!("the house spelling is “{name}”"),
        Message::SourceSpelling { name, at } => format!("the sources write “{name}” ({})", by(at)),
        Message::OtherValue { theirs, at, ours } => format!("sources say {} ({}), not {ours}", said(theirs), by(at)),
        Message::OtherMagnitude { theirs, at, ours } => {
            format!("sources say {} ({}), not {ours}: the magnitude differs", said(theirs), by(at))
        }
        Message::OtherBound { theirs, at, ours } => {
            format!("sources say {} ({}); the draft says {ours}", said(theirs), by(at))
        }
        Message::Replaced { new, at, ours, before } if at == before => {
            format!("sources now say {}, and {ours} no longer ({})", said(new), by(at))
        }
        Message::Replaced { new, at, ours, before } => {
            format!("a later source says {} ({}); {ours} was said before ({})", said(new), by(at), by(before))
        }
        Message::TwoValues { here, before } => format!("the draft says {here} here and {before} before"),
        Message::Disputed { same, theirs, other } => {
            let (same, theirs, other) = (by(same), said(theirs), by(other));
            format!("sources disagree: the draft's value is that of {same}, other sources say {theirs} ({other})")
        }
        Message::OtherSpeaker { theirs, at, ours } => format!("{theirs} says so ({}), not {ours}", by(at)),
        Message::OnlySaid { by: speaker, at } => {
            format!("only {speaker} says so ({}); the draft says it in its own voice", by(at))
        }
        Message::LessSure { put, at } => {
            let put = match put {
                Put::Probable => "sources only say that it is probably so",
                Put::Possible => "sources only say that it may be so",
                Put::Open => "sources say that it is open",
                Put::Denied => "sources deny it",
            };
            format!("{put} ({}); the draft states it as fact", by(at))
        }
        Message::Unsourced { ours, about, at } => {
            let about = match about {
                About::Cited => {
                    return format!("no source states {ours}, though one is cited; the nearest is {}", by(at));
                }
                About::Matter => "the matter",
                About::Named => "who is named here",
            };
            format!("no source states {ours}; the nearest speaks of {about} without it ({})", by(at))
        }
    }
}
