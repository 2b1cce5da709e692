//! The whole way: a small corpus, a sentence, and where it comes from.

use std::sync::Arc;

use super::*;
use crate::actors::{Matcher, Registry};
use crate::analysis::{Analysis, Context};
use crate::corpus::index::Sources;
use crate::lang::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::prose::Format;

const ACTORS: &str = r#"
[[actor]]
id = "ahlen"
name = "Ahlen"
kind = "place"
[[actor]]
id = "brandt"
name = "Petra Brandt"
kind = "person"
[[actor]]
id = "kessler"
name = "Uwe Keßler"
kind = "person"
"#;

const ARTICLES: &[(&str, &str, &str)] = &[
    (
        "kurier",
        "2024-03-02",
        "In Ahlen wurden 412 Bäume gefällt.\n\nDie Stadt zahlt für die neue Brücke rund 7,4 Millionen Euro, sagte Petra Brandt.\n\n\
         Die Gewerkschaft rief zum Streik auf.",
    ),
    ("bote", "2024-02-20~", "Die neue Brücke soll 7,4 Mio. Euro kosten.\n\nUwe Keßler lehnte den Umbau der Schule ab."),
    (
        "wire",
        "2024-05-01",
        "The bridge in Ahlen will cost 7.9 million euros.\n\nThe union called off its strike after 412 days.",
    ),
    (
        "institut",
        "2024-06-01",
        "The Kelbrich Institute lost 14 roof tiles in the storm.\n\nDas Forschungsinstitut Muldental beschäftigt Orgelbauer.",
    ),
    ("ohne-datum", "", "Die neue Brücke kostet die Stadt 7,4 Millionen Euro."),
];

/// A corpus of a few articles, and how texts are read beside it.
pub(super) struct World {
    _folder: tempfile::TempDir,
    pub(super) corpus: Corpus,
    pub(super) context: Context,
}

impl World {
    /// The corpus of `articles`, each with its id, date and text, and of `actors`.
    pub(super) fn of<'a>(actors: &str, articles: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> World {
        let folder = tempfile::tempdir().unwrap();
        for (id, date, body) in articles {
            let date = if date.is_empty() { String::new() } else { format!("date: {date}\n") };
            let text = format!("---\nid: {id}\n{date}---\n\n{body}\n");
            std::fs::write(folder.path().join(format!("{id}.md")), text).unwrap();
        }
        let (registry, problems) = Registry::parse(actors);
        assert!(problems.is_empty());
        let matcher = Arc::new(Matcher::new(Arc::new(registry)));
        let mut files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        let lexicon = Arc::new(Lexicon::builtin().clone());
        let sources = Sources { files, matcher: matcher.clone(), fingerprint: 0, lexicon, cache: None };
        let corpus = Corpus::open(&sources, &|_, _| ());
        World { _folder: folder, corpus, context: Context { matcher, lang: None, reference: None } }
    }
}

fn world(more: usize) -> World {
    let others: Vec<String> = (0..more).map(|n| format!("fremd-{n}")).collect();
    let others = others.iter().map(|id| (&**id, "2020-01-01", "Der Verein gewann das Spiel mit drei Toren."));
    World::of(ACTORS, ARTICLES.iter().copied().chain(others))
}

/// Traces the figure or sentence that `focus` stands in: what agrees and what differs, as `article ¶`.
fn ask(world: &World, text: &str, focus: &str) -> (Vec<String>, Vec<String>) {
    let document = Document::new(text, Format::Markdown);
    let analysis = Analysis::new(&document, &world.context);
    let at = text.find(focus).unwrap() as u32;
    let (start, number, paragraph, prose) = analysis.at(at).unwrap();
    let claims = analysis.claims();
    let stated = Stated::of(paragraph, &claims[0].claims, number, start, Lexicon::builtin(), &mut Default::default());
    let sentence = paragraph.sentence_at(prose).unwrap();
    let figure = stated.sentences[sentence].figures.iter().position(|f| f.span.touches(at));
    let trace = trace(&world.corpus, &Question { stated: &stated, sentence, figure, at: Some(at), without: None });
    let name = |h: &Hit| format!("{} {}", world.corpus.entries()[h.entry].article.id, h.paragraph);
    (trace.agreeing.iter().map(name).collect(), trace.disagreeing.iter().map(name).collect())
}

#[test]
fn values_that_agree_are_found_first_made_first() {
    let (agree, differ) = ask(&world(0), "Die neue Brücke kostet die Stadt 7,4 Millionen Euro.", "7,4");
    // An imprecise date counts from its earliest day; an article without a date is never first.
    assert_eq!(agree, ["bote 1", "kurier 2", "ohne-datum 1"]);
    assert_eq!(differ, ["wire 1"]);
}

#[test]
fn roles_are_the_same_in_both_languages() {
    use crate::claims::Speaker;
    let who = |text: &str| Speaker { span: Span::default(), actor: None, text: text.to_owned() };
    let same = |a: &str, b: &str| series::same_speaker(&who(a), &who(b));
    for (a, b) in
        [("police", "Polizei"), ("energy ministry", "Energieministeriums"), ("ministry", "Energieministerium")]
    {
        assert!(same(a, b) && same(b, a), "{a}, {b}");
    }
    for (a, b) in [("finance ministry", "Energieministerium"), ("police", "Feuerwehr"), ("report", "Polizei")] {
        assert!(!same(a, b) && !same(b, a), "{a}, {b}");
    }
}

#[test]
fn one_article_is_where_it_is_most_about_the_matter() {
    let two = World::of(
        "",
        [(
            "deichblatt",
            "2024-02-01",
            "Am Deich in Hohn wurden 37 Weiden gepflanzt.\n\nDie Feuerwehr in Hohn pumpte 37 Keller am Deich leer, in denen Öl stand.",
        )],
    );
    let (agree, _) = ask(&two, "Aus 37 Kellern am Deich in Hohn pumpte die Feuerwehr Öl.", "37");
    assert_eq!(agree, ["deichblatt 2"]);
}

#[test]
fn two_equal_figures_prove_a_sentence_in_whatever_words() {
    let world = World::of(
        "[[actor]]\nid = \"telna\"\nname = \"Telna\"\nkind = \"organisation\"\n",
        [("netz", "2024-02-01", "Telna claims that 61,300 of the 186,500 premises had fast internet already.")],
    );
    let (agree, _) = ask(&world, "Von 186.500 Adressen waren laut Telna 61.300 schon versorgt.", "61.300");
    assert_eq!(agree, ["netz 1"]);
    let (agree, _) = ask(&world, "Von 186.900 Adressen waren laut Lomex 61.800 schon versorgt.", "61.800");
    assert!(agree.is_empty(), "{agree:?}");
}

#[test]
fn a_question_in_english_finds_german_sources() {
    let (agree, _) = ask(&world(0), "The new bridge costs the city €7.4m.", "7.4");
    assert_eq!(agree.first().map(String::as_str), Some("bote 1"));
    let (agree, _) = ask(&world(0), "In Ahlen, 412 trees were cut down.", "412");
    assert_eq!(agree, ["kurier 1"]);
}

#[test]
fn equal_numbers_about_different_things_do_not_match() {
    let (agree, _) = ask(&world(0), "In Ahlen wurden 412 Bäume gefällt.", "412");
    assert_eq!(agree, ["kurier 1"], "412 days of a strike are not trees");
    let (agree, differ) = ask(&world(0), "Im Zoo leben 412 Pinguine.", "412");
    assert_eq!((agree, differ), (vec![], vec![]));
}

#[test]
fn a_cited_article_that_states_the_value_is_its_source() {
    let said = "Das Vorhaben schlägt mit 7,4 Millionen Euro zu Buche";
    let (agree, _) = ask(&world(0), &format!("{said}."), "7,4");
    assert_eq!(agree, [] as [&str; 0], "the value alone proves nothing");
    let (agree, _) = ask(&world(0), &format!("{said} [@kurier, S. 1]."), "7,4");
    assert_eq!(agree, ["kurier 2"]);
    let (agree, _) = ask(&world(0), "Es sind drei [@kurier, S. 1].", "drei");
    assert_eq!(agree, [] as [&str; 0], "any text may have a three");
}

#[test]
fn sentences_without_figures_match_by_words_and_who_acts() {
    let (agree, _) = ask(&world(0), "The union called for a strike.", "union");
    assert!(agree.contains(&"kurier 3".to_owned()), "{agree:?}");
    let (agree, _) = ask(&world(0), "Uwe Kessler rejected the conversion of the school.", "rejected");
    assert_eq!(agree, ["bote 2"]);
    let (agree, _) = ask(&world(0), "Petra Brandt eröffnete ein Museum für Glaskunst.", "Museum");
    assert_eq!(agree, [] as [&str; 0]);
}

#[test]
fn names_that_nobody_listed_meet_plain_words() {
    for (text, focus, want) in [
        ("Der Sturm deckte Kelbrich ab.", "Sturm", "institut 1"),
        ("Im Muldental arbeiten Orgelbauer.", "Orgelbauer", "institut 2"),
    ] {
        assert_eq!(ask(&world(0), text, focus).0, [want], "{text}");
    }
    let (agree, _) = ask(&world(0), "Der Sturm deckte Brackwell ab.", "Sturm");
    assert_eq!(agree, [] as [&str; 0]);
}

#[test]
fn unrelated_articles_change_no_answer() {
    let (few, many) = (world(0), world(40));
    for (text, focus) in [
        ("Die neue Brücke kostet die Stadt 7,4 Millionen Euro.", "7,4"),
        ("The union called for a strike.", "strike"),
        ("Im Zoo leben 412 Pinguine.", "412"),
    ] {
        assert_eq!(ask(&few, text, focus), ask(&many, text, focus), "{text}");
    }
}

/// Names are told apart by the letters they have before they are compared letter by letter: that must not change the answer.
#[test]
fn names_are_as_near_as_their_letters_are() {
    let plainly = |a: &str, b: &str| {
        let (m, n) = (a.chars().count(), b.chars().count());
        let long = m.min(n);
        let distance = strsim::damerau_levenshtein(a, b);
        long >= 5 && (a.starts_with(b) || b.starts_with(a) || distance * 5 <= long + 2)
    };
    let names = [
        "lindqvist",
        "lindquist",
        "lindqivst",
        "lindvist",
        "elbe",
        "elbtal",
        "aaresund",
        "aaresund fischer",
        "aaresnud",
        "holmsiel",
        "holmsieler",
        "wattenkirchen",
        "wattenkirhcen",
        "watenkirche",
        "kirchenwatt",
        "øresund",
        "öresund",
        "нордвахта",
        "нордвахтa",
        "nordwacht",
        "ordwachtn",
        "ab",
        "",
        "anna lindqvist",
        "anna lindkvist",
    ];
    for a in names {
        for b in names {
            let last = |name: &'static str| name.rsplit(' ').next().unwrap_or(name);
            let part = |a: &str, b: &str| a.len() >= 6 && b.split(' ').any(|w| w == a);
            let want = plainly(a, b) || plainly(last(a), last(b)) || part(a, b) || part(b, a);
            assert_eq!(Spelling::of(a).is_nearly(b), want, "{a} {b}");
        }
    }
}
