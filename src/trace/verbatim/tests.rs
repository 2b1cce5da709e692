//! Quotations in every dress, and the paragraph they are from.

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::corpus::statement::Stated;
use crate::lang::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::prose::Format;
use crate::trace::tests::World;
use crate::trace::{Question, trace};

const ACTORS: &str = r#"
[[actor]]
id = "lohse"
name = "Hanna Lohse"
kind = "person"
[[actor]]
id = "pryce"
name = "Owen Pryce"
kind = "person"
"#;

const ARTICLES: &[(&str, &str, &str)] = &[
    (
        "imker-2",
        "2024-06-02",
        "Die Imker tagten.\n\nHanna Lohse sagte: „Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches, und niemand füllt ihn im Juli wieder auf.“ Danach gab es Honig.",
    ),
    (
        "imker-1",
        "2024-05-11",
        "Am Samstag ging es um Blühstreifen.\n\n»Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches«, sagte Lohse, »und niemand füllt ihn im Juli wieder auf.«\n\nDie Stadt will 3.500 Quadratmeter **nicht** mehr mähen.",
    ),
    (
        "ferry",
        "2024-03-09",
        "The harbour has a new line.\n\n“We don’t run boats for postcards, we run them for the people who clean the hotels,” said Owen Pryce. He then turned to the fares.\n\nThe council paid 12,000 pounds for the pier.",
    ),
    (
        "orgel",
        "2024-01-20",
        "> Eine Orgel schläft nie; sie wartet nur, bis jemand die Bälge tritt.\n\nSo steht es auf dem Schild. Der Kantor nannte es „ein efﬁzientes Instrument“.",
    ),
];

fn world(more: usize) -> World {
    let others: Vec<(String, String)> = (0..more)
        .map(|n| {
            let body =
                format!("Wer im Mai Gärten kauft, nimmt den Bus {n}.\n\nWe don’t run, said the people who clean.");
            (format!("fremd-{n}"), body)
        })
        .collect();
    let others = others.iter().map(|(id, body)| (&**id, "2020-01-01", &**body));
    World::of(ACTORS, ARTICLES.iter().copied().chain(others))
}

/// Traces the sentence with the caret: `|` in `text`, or its first sentence.
fn ask(world: &World, text: &str) -> Vec<String> {
    let caret = text.find('|');
    let text = text.replacen('|', "", 1);
    let document = Document::new(&text, Format::Markdown);
    let analysis = Analysis::new(&document, &world.context);
    let at = caret.map(|at| at as u32);
    let start = analysis
        .paragraphs()
        .next()
        .map_or(0, |(start, _, p)| p.block.to_source(p.sentences()[0]).shifted(start).start);
    let (start, number, paragraph, prose) = analysis.at(at.unwrap_or(start)).unwrap();
    let n = analysis.paragraphs().position(|(_, _, p)| Arc::ptr_eq(p, paragraph)).unwrap();
    let claims = analysis.claims();
    let stated = Stated::of(paragraph, &claims[n].claims, number, start, Lexicon::builtin(), &mut Default::default());
    let sentence = paragraph.sentence_at(prose).unwrap();
    let figure = at.and_then(|at| stated.sentences[sentence].figures.iter().position(|f| f.core.touches(at)));
    let trace = trace(&world.corpus, &Question { stated: &stated, sentence, figure, at, without: None });
    let name = |h: &crate::trace::Hit| {
        let quoted = if h.explain.quoted { "" } else { "~" };
        format!("{quoted}{} {}", world.corpus.entries()[h.entry].article.id, h.paragraph)
    };
    trace.agreeing.iter().map(name).collect()
}

#[test]
fn a_quotation_in_any_dress_is_found_where_it_was_first_printed() {
    let world = world(0);
    const BEES: &[&str] = &["imker-1 2", "imker-2 2"];
    const BOATS: &[&str] = &["ferry 2"];
    for (text, want) in [
        // Marks of every kind.
        ("„Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches“, so Lohse.", BEES),
        ("»Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches«, so Lohse.", BEES),
        ("«Wer im Mai Gärten mäht, nimmt den Bienen die Grösse ihres Tisches», so Lohse.", BEES),
        ("\"Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches\", so Lohse.", BEES),
        ("‚Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches‘, so Lohse.", BEES),
        ("›Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches‹, so Lohse.", BEES),
        ("“We don’t run boats for postcards,” Pryce said.", BOATS),
        ("‘We don’t run boats for postcards,’ Pryce said.", BOATS),
        ("'We don't run boats for postcards,' Pryce said.", BOATS),
        ("«We don't run boats for postcards», said Pryce.", BOATS),
        // Nested.
        (
            "“He told me, ‘We don’t run boats for postcards, we run them for the people who clean the hotels’,” she said.",
            BOATS,
        ),
        (
            "„Ich sage nur: ‚Eine Orgel schläft nie; sie wartet nur, bis jemand die Bälge tritt‘“, rief er.",
            &["orgel 1"],
        ),
        // What was left out or put in.
        ("„Wer im Mai Gärten mäht, … niemand füllt ihn im Juli wieder auf“, so Lohse.", BEES),
        ("„Wer im Mai Gärten mäht [...] und niemand füllt ihn im Juli wieder auf“, so Lohse.", BEES),
        ("„Wer im Mai Gärten mäht […] niemand füllt ihn im Juli wieder auf […]“, so Lohse.", BEES),
        ("„… nimmt den Bienen die Größe ihres Tisches ...“, sagte sie.", BEES),
        ("„Wer im Mai Gärten mäht, nimmt den [armen] Bienen die Größe ihres Tisches“, so Lohse.", BEES),
        ("„[W]er im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches“, so Lohse.", BEES),
        (
            "“[The company does not] run boats for postcards, we run them for the people who clean the hotels,” he said.",
            BOATS,
        ),
        ("“We don’t run boats for postcards, we run them for the [people] who clean the hotels,” he said.", BOATS),
        // The speaker between.
        (
            "„Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches, und niemand füllt ihn im Juli wieder auf“, so Lohse.",
            BEES,
        ),
        ("„Wer im Mai Gärten mäht“, sagte Lohse, „nimmt den Bienen die Größe ihres Tisches.“", BEES),
        // Capitals, commas and stops.
        ("Sie sagte, „nimmt den Bienen die größe ihres Tisches“ sei hart.", BEES),
        ("Lohse: „nimmt den Bienen die Größe ihres Tisches.“", BEES),
        ("He said they “run them for the people who clean the hotels.”", BOATS),
        ("He said they “run them for the people who clean the hotels”.", BOATS),
        // Type.
        ("„Wer im Mai Ga\u{308}rten ma\u{308}ht, nimmt den Bienen die Größe ihres Tisches“, so Lohse.", BEES),
        ("„Wer im Mai Gär\u{ad}ten mäht, nimmt den\u{a0}Bienen die\u{202f}Größe ihres Tisches“, so Lohse.", BEES),
        ("„WER IM MAI GÄRTEN MÄHT, NIMMT DEN BIENEN DIE GRÖSSE IHRES TISCHES“, so Lohse.", BEES),
        ("„Wer im Mai Gärten mäht – nimmt den Bienen die Größe ihres Tisches“, so Lohse.", BEES),
        ("🐝 „Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches“ 🐝", BEES),
        ("„Wer im Mai\r\nGärten mäht, nimmt den Bienen\r\ndie Größe ihres Tisches“, so Lohse.", BEES),
        ("„Wer im Mai *Gärten* mäht, nimmt den **Bienen** die Größe ihres Tisches“, so Lohse.", BEES),
        ("“We do not run boats for postcards, we run them for the people who clean the hotels,” he said.", BOATS),
        ("> Wer im Mai Gärten mäht, nimmt den Bienen\n> die Größe ihres Tisches.", BEES),
        ("„Die Stadt will 3 500 Quadratmeter nicht mehr mähen“, heißt es.", &["imker-1 3"]),
        // Nearly the same words.
        ("„Wer im Mai Wiesen mäht, nimmt den Bienen die Größe ihres Tisches“, so Lohse.", BEES),
        // Somebody else's speech, titles and turns of phrase.
        ("„Die Bienen fliegen weit“, so Lohse.", &[]),
        ("Der Film „Im Juli wieder“ läuft im Kino.", &[]),
        ("Das Wort „Bienen“ steht im Titel.", &[]),
    ] {
        let mut found = ask(&world, text);
        // What only speaks of the same matter is not asked about here.
        found.retain(|f| !want.is_empty() || !f.starts_with('~'));
        assert_eq!(found, want, "{text}");
    }
}

#[test]
fn the_caret_chooses_between_quotations() {
    let world = world(0);
    let both = |a: &str, b: &str| {
        format!(
            "Lohse sagt „nimmt den Bienen die {a}Größe ihres Tisches“, Pryce antwortet “we run them for the {b}people who clean the hotels”."
        )
    };
    assert_eq!(ask(&world, &both("|", "")), ["imker-1 2", "imker-2 2"]);
    assert_eq!(ask(&world, &both("", "|")), ["ferry 2"]);
    assert_eq!(ask(&world, &both("", "")), ["ferry 2"], "the longest");
}

#[test]
fn the_rest_of_the_sentence_does_not_matter() {
    let world = world(0);
    let text = "Im Kanzleramt in Oslo, wo 12.000 Hafenarbeiter streikten, fiel 1998 der Satz „Eine Orgel schläft nie; sie wartet nur, bis je|mand die Bälge tritt“.";
    assert_eq!(ask(&world, text), ["orgel 1"]);
    let figure = "“The council paid 12|,000 pounds for the pier,” the report says.";
    assert_eq!(ask(&world, figure), ["ferry 3"]);
}

#[test]
fn unrelated_articles_change_no_answer() {
    let (few, many) = (world(0), world(60));
    for text in [
        "„Wer im Mai Gärten mäht, nimmt den Bienen die Größe ihres Tisches“, so Lohse.",
        "“We don’t run boats for postcards,” Pryce said.",
    ] {
        assert_eq!(ask(&few, text), ask(&many, text), "{text}");
    }
}
