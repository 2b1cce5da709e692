//! A value over time: what each article gave for the figure under the cursor.

use crate::actors::Registry;
use crate::corpus::Corpus;
use crate::features::Spot;
use crate::features::hover::name;
use crate::features::sources::{Draft, Focus};
use crate::features::texts::Texts;
use crate::figures::{Figure, Kind};
use crate::lang::lexicon::Lexicon;
use crate::trace::series::{Series, Statement};

/// Most actors that a series is named after.
const MOST_ACTORS: usize = 2;

/// A figure's series.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// What it is about, in a few words of the text.
    pub matter: String,
    /// The unit of every value.
    pub unit: Option<String>,
    /// The draft's own figure; its spans count in the document.
    pub draft: Figure,
    /// What the articles give, first made first.
    pub points: Vec<Statement>,
}

/// The series of the figure at the cursor, or of its sentence's only one.
pub fn timeline(
    spot: &Spot<'_>,
    registry: &Registry,
    corpus: &Corpus,
    lexicon: &Lexicon,
    texts: &Texts,
) -> Option<Timeline> {
    let index = spot.figure_index().or_else(|| nearest(spot))?;
    let figure = spot.paragraph.figures().get(index)?;
    let series = Draft::new(spot, &Focus::Figure(index), lexicon)?.series(corpus);
    let mut draft = figure.clone();
    (draft.span, draft.core) = (spot.source(figure.span), spot.source(figure.core));
    Some(Timeline {
        matter: matter(spot, figure, registry, texts),
        unit: figure.unit.clone(),
        points: points(series, figure),
        draft,
    })
}

/// The statements that give a value of the series on the draft's scale.
fn points(series: Series, figure: &Figure) -> Vec<Statement> {
    let fits = |s: &Statement| {
        s.in_series && s.hit.figure.as_ref().is_some_and(|f| f.kind == figure.kind && f.unit == figure.unit)
    };
    series.statements.into_iter().filter(fits).collect()
}

/// The figure of the cursor's sentence that is next to it; a date only where there is nothing else.
fn nearest(spot: &Spot<'_>) -> Option<usize> {
    let sentence = *spot.paragraph.sentences().get(spot.sentence_index()?)?;
    let figures = spot.paragraph.figures().iter().enumerate().filter(|(_, f)| sentence.overlaps(f.core));
    figures.min_by_key(|(_, f)| (f.kind == Kind::Date, f.core.start.abs_diff(spot.at))).map(|(n, _)| n)
}

/// What is counted and about whom: `Soldaten – Nordkorea, Russland`.
fn matter(spot: &Spot<'_>, figure: &Figure, registry: &Registry, texts: &Texts) -> String {
    let noun = figure.noun.as_ref().and_then(|n| spot.paragraph.text().get(n.span.range()));
    let mut out = noun.map_or_else(|| texts.figure_kind(figure.kind).to_owned(), str::to_owned);
    let sentence = spot.paragraph.sentences().iter().find(|s| s.overlaps(figure.core));
    let mut names: Vec<String> = Vec::new();
    for mention in &spot.paragraph.mentions {
        let name = name(&mention.actor, registry);
        if sentence.is_some_and(|s| s.overlaps(mention.span)) && !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(MOST_ACTORS);
    if !names.is_empty() {
        out.push_str(&format!(" – {}", names.join(", ")));
    }
    out
}
