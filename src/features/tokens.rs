//! What is coloured: mentions and figures.
//!
//! **Invariant:** the tokens of a paragraph are in order and share no byte: where an actor stands inside a figure, both
//! are marked, the figure by its number alone.

use crate::actors::{ActorRef, Form, Kind as ActorKind, Mention};
use crate::analysis::Paragraph;
use crate::figures::{Bound, Figure, Kind as FigureKind};
use crate::text::Span;

/// What a token is; the order is that of [`TYPES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "they are the kinds of actors and figures")]
pub enum TokenType {
    Person,
    Organization,
    State,
    Place,
    Group,
    Count,
    Money,
    Percent,
    Rate,
    Rank,
    Measure,
    Date,
    Duration,
}

/// Every type with the name editors know it by.
pub const TYPES: [(TokenType, &str); 13] = [
    (TokenType::Person, "person"),
    (TokenType::Organization, "organization"),
    (TokenType::State, "state"),
    (TokenType::Place, "place"),
    (TokenType::Group, "group"),
    (TokenType::Count, "count"),
    (TokenType::Money, "money"),
    (TokenType::Percent, "percent"),
    (TokenType::Rate, "rate"),
    (TokenType::Rank, "rank"),
    (TokenType::Measure, "measure"),
    (TokenType::Date, "date"),
    (TokenType::Duration, "duration"),
];

/// Every modifier; a set of them has the bit of each one's index.
pub const MODIFIERS: [&str; 6] = ["adjective", "metonym", "part", "unlisted", "ambiguous", "vague"];

const ADJECTIVE: u32 = 1;
const METONYM: u32 = 1 << 1;
const PART: u32 = 1 << 2;
const UNLISTED: u32 = 1 << 3;
const AMBIGUOUS: u32 = 1 << 4;
const VAGUE: u32 = 1 << 5;

/// A span to be coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in bytes of the paragraph's prose.
    pub span: Span,
    /// What.
    pub kind: TokenType,
    /// Which of [`MODIFIERS`], as bits.
    pub modifiers: u32,
}

/// The tokens of a paragraph, in order.
pub fn tokens(paragraph: &Paragraph) -> Vec<Token> {
    merge(paragraph.figures(), &paragraph.mentions)
}

fn merge(figures: &[Figure], mentions: &[Mention]) -> Vec<Token> {
    let mut out: Vec<Token> = mentions.iter().map(of_mention).collect();
    for figure in figures {
        let inside = |span: Span| {
            let from = mentions.partition_point(|m| m.span.end <= span.start);
            mentions[from..].iter().take_while(move |m| m.span.start < span.end)
        };
        let (kind, modifiers) = of_figure(figure);
        let mut push = |start: u32, end: u32| {
            if start < end {
                out.push(Token { span: Span { start, end }, kind, modifiers });
            }
        };
        if inside(figure.span).next().is_none() {
            push(figure.span.start, figure.span.end);
            continue;
        }
        let mut from = figure.core.start;
        for mention in inside(figure.core) {
            push(from, mention.span.start);
            from = mention.span.end;
        }
        push(from, figure.core.end);
    }
    out.sort_by_key(|token| token.span);
    out
}

fn of_mention(mention: &Mention) -> Token {
    let kind = match mention.kind {
        ActorKind::Person => TokenType::Person,
        ActorKind::Organisation => TokenType::Organization,
        ActorKind::State => TokenType::State,
        ActorKind::Place => TokenType::Place,
        ActorKind::Group => TokenType::Group,
    };
    let mut modifiers = match mention.form {
        Form::Name => 0,
        Form::Adjective => ADJECTIVE,
        Form::Metonym => METONYM,
        Form::Part => PART,
    };
    if matches!(mention.actor, ActorRef::Unlisted(_)) {
        modifiers |= UNLISTED;
    }
    if !mention.or.is_empty() {
        modifiers |= AMBIGUOUS;
    }
    Token { span: mention.span, kind, modifiers }
}

fn of_figure(figure: &Figure) -> (TokenType, u32) {
    let kind = match figure.kind {
        FigureKind::Count => TokenType::Count,
        FigureKind::Money => TokenType::Money,
        FigureKind::Percent => TokenType::Percent,
        FigureKind::Rate => TokenType::Rate,
        FigureKind::Rank => TokenType::Rank,
        FigureKind::Measure => TokenType::Measure,
        FigureKind::Date => TokenType::Date,
        FigureKind::Duration => TokenType::Duration,
    };
    (kind, if figure.bound == Bound::Vague { VAGUE } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Value;

    fn figure(span: (usize, usize), core: (usize, usize)) -> Figure {
        Figure {
            span: Span::new(span.0, span.1),
            core: Span::new(core.0, core.1),
            kind: FigureKind::Count,
            value: Value::Unknown,
            unit: None,
            bound: Bound::Vague,
            noun: None,
            coarse: false,
            part: false,
        }
    }

    fn mention(start: usize, end: usize) -> Mention {
        Mention {
            span: Span::new(start, end),
            actor: ActorRef::Unlisted("X".into()),
            kind: ActorKind::State,
            form: Form::Adjective,
            or: Vec::new(),
        }
    }

    fn shape(figures: &[Figure], mentions: &[Mention]) -> Vec<(u32, u32, TokenType)> {
        merge(figures, mentions).iter().map(|t| (t.span.start, t.span.end, t.kind)).collect()
    }

    #[test]
    fn types_stand_in_the_order_of_their_numbers() {
        assert!(TYPES.iter().enumerate().all(|(n, (kind, _))| *kind as usize == n));
    }

    #[test]
    fn an_actor_inside_a_figure_leaves_the_number() {
        use TokenType::{Count, State};
        assert_eq!(shape(&[figure((0, 20), (5, 8))], &[]), [(0, 20, Count)]);
        assert_eq!(shape(&[figure((0, 20), (5, 8))], &[mention(9, 15)]), [(5, 8, Count), (9, 15, State)]);
        assert_eq!(
            shape(&[figure((0, 20), (5, 12))], &[mention(6, 8)]),
            [(5, 6, Count), (6, 8, State), (8, 12, Count)]
        );
        assert_eq!(
            shape(&[figure((4, 8), (4, 8))], &[mention(0, 4), mention(8, 9)]),
            [(0, 4, State), (4, 8, Count), (8, 9, State)]
        );
    }

    #[test]
    fn modifiers_say_how_sure_it_is() {
        let out = merge(&[figure((0, 2), (0, 2))], &[mention(3, 4)]);
        assert_eq!(out.iter().map(|t| t.modifiers).collect::<Vec<_>>(), [VAGUE, ADJECTIVE | UNLISTED]);
    }
}
