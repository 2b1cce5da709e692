//! What findings say in German.

use crate::lang::Lang;

use super::{About, Amount, Differs, Instead, Label, Message, Numbers, Offer, Put};

pub(super) static NUMBERS: Numbers = Numbers {
    to: "bis",
    or_more: "oder mehr",
    or_less: "oder weniger",
    unknown: "eine unbestimmte Zahl",
    rank: "Platz",
    with_unit: |number, unit| match unit {
        "EUR" => format!("{number} Euro"),
        "USD" => format!("{number} US-Dollar"),
        "GBP" => format!("{number} Pfund"),
        "CHF" => format!("{number} Franken"),
        "%" => format!("{number} Prozent"),
        unit => format!("{number} {unit}"),
    },
};

pub(super) fn paragraph(n: u32) -> String {
    format!("Abs. {n}")
}

fn said(amount: &Amount) -> String {
    amount.text(Lang::De)
}

fn by(label: &Label) -> String {
    label.text(Lang::De)
}

pub(super) fn message(message: &Message) -> String {
    match message {
        Message::NoArticle { id, offer } => {
            let offer = match offer {
                Offer::Nearest(near) => format!("am nächsten kommt „{near}“"),
                Offer::Made(made, n) => format!("die Aussage steht in „{made}“, {}", paragraph(*n)),
            };
            format!("kein Artikel hat die Kennung „{id}“; {offer}")
        }
        Message::NoParagraph { id, has, cited } => {
            let has = if *has == 1 { "nur 1 Absatz".to_owned() } else { format!("nur {has} Absätze") };
            format!("„{id}“ hat {has}, keinen Absatz {cited}")
        }
        Message::NotThere { id, cited, instead } => {
            let place = match cited {
                None => String::new(),
                Some((a, b)) if a == b => format!(" {}", paragraph(*a)),
                Some((a, b)) => format!(" {}–{b}", paragraph(*a)),
            };
            match instead {
                None => format!("„{id}“{place} sagt das nicht, und auch keine andere Quelle"),
                Some(Instead { id: other, paragraph: n, at }) => {
                    let other = other.as_ref().map(|other| format!("„{other}“ ")).unwrap_or_default();
                    format!("„{id}“{place} sagt das nicht, wohl aber {other}{} ({})", paragraph(*n), by(at))
                }
            }
        }
        Message::FirstMade { by: first } => format!("zuerst gesagt von {}", by(first)),
        Message::Quoted { differs, at } => {
            let one = |differs: &Differs| match differs {
                Differs::More(more) => format!("in der Quelle steht auch „{more}“"),
                Differs::Less(less) => format!("in der Quelle steht nicht „{less}“"),
                Differs::Other(theirs, ours) => format!("in der Quelle steht „{theirs}“ statt „{ours}“"),
            };
            let all: Vec<String> = differs.iter().map(one).collect();
            let all = if all.is_empty() { "in der Quelle steht es anders".to_owned() } else { all.join(", ") };
            format!("{all} ({})", by(at))
        }
        Message::HouseSpelling { name } => format!("die Hausschreibung ist „{name}“"),
        Message::SourceSpelling { name, at } => format!("die Quellen schreiben „{name}“ ({})", by(at)),
        Message::OtherValue { theirs, at, ours } => {
            format!("die Quellen nennen {} ({}), nicht {ours}", said(theirs), by(at))
        }
        Message::OtherMagnitude { theirs, at, ours } => {
            format!("die Quellen nennen {} ({}), nicht {ours}: eine andere Größenordnung", said(theirs), by(at))
        }
        Message::OtherBound { theirs, at, ours } => {
            format!("die Quellen sagen „{}“ ({}), der Text sagt „{ours}“", said(theirs), by(at))
        }
        Message::Replaced { new, at, ours, before } if at == before => {
            format!("die Quellen nennen jetzt {} und nicht mehr {ours} ({})", said(new), by(at))
        }
        Message::Replaced { new, at, ours, before } => {
            format!("eine spätere Quelle nennt {} ({}); „{ours}“ hieß es vorher ({})", said(new), by(at), by(before))
        }
        Message::TwoValues { here, before } => format!("der Text sagt hier „{here}“ und vorher „{before}“"),
        Message::Disputed { same, theirs, other } => {
            let (same, theirs, other) = (by(same), said(theirs), by(other));
            format!("die Quellen widersprechen sich: den Wert im Text nennt {same}, andere nennen {theirs} ({other})")
        }
        Message::OtherSpeaker { theirs, at, ours } => format!("das sagt {theirs} ({}), nicht {ours}", by(at)),
        Message::OnlySaid { by: speaker, at } => {
            format!("das sagt nur {speaker} ({}); der Text stellt es als eigene Aussage hin", by(at))
        }
        Message::LessSure { put, at } => {
            let put = match put {
                Put::Probable => "die Quellen sagen nur, dass es wahrscheinlich so ist",
                Put::Possible => "die Quellen sagen nur, dass es so sein kann",
                Put::Open => "die Quellen sagen, dass es offen ist",
                Put::Denied => "die Quellen verneinen es",
            };
            format!("{put} ({}); der Text stellt es als Tatsache hin", by(at))
        }
        Message::Unsourced { ours, about, at } => {
            let about = match about {
                About::Cited => {
                    return format!(
                        "keine Quelle nennt {ours}, obwohl eine angegeben ist; am nächsten kommt {}",
                        by(at)
                    );
                }
                About::Matter => "von der Sache",
                About::Named => "von jemandem, der hier genannt ist",
            };
            format!("keine Quelle nennt {ours}; die nächste spricht {about}, nennt es aber nicht ({})", by(at))
        }
    }
}
