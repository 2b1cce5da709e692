//! Every example of every check is run, and the pages in `docs/checks/` say what the examples say.

use std::fs;
use std::sync::{Arc, LazyLock};

use expect_test::expect_file;

use super::doc::{Article, Example};
use super::{ALL, Checked, Finding, Inputs, by_code, check_document};
use crate::actors::{Matcher, Registry};
use crate::analysis::{Analysis, Context};
use crate::corpus::Corpus;
use crate::corpus::index::Sources;
use crate::lang::Lang;
use crate::lang::lexicon::Lexicon;
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::builtin().clone()));
static UNNAMED: LazyLock<Arc<Matcher>> = LazyLock::new(Arc::default);

/// What `ask` makes of these articles and actors.
pub(super) fn with<T>(
    sources: &[Article],
    actors: &str,
    ask: impl FnOnce(&Inputs<'_>, &dyn Fn(&Document) -> Analysis) -> T,
) -> T {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for article in sources {
        let path = folder.path().join(format!("{}.md", article.id));
        let head =
            format!("---\nid: {}\npublisher: {}\ndate: {}\n---\n\n", article.id, article.publisher, article.date);
        fs::write(&path, head + article.text + "\n").unwrap();
        files.push(path);
    }
    files.sort();
    let registry = Arc::new(Registry::parse(actors).0);
    let named = || Arc::new(Matcher::new(registry.clone()));
    let matcher = if actors.is_empty() { UNNAMED.clone() } else { named() };
    let lexicon = &*LEXICON;
    let corpus = Corpus::open(
        &Sources { files, matcher: matcher.clone(), fingerprint: 0, lexicon: lexicon.clone(), cache: None },
        &|_, _| (),
    );
    let severity = |code: &str| by_code(code).map(super::Check::severity);
    let read = |n: usize| Some(fs::read_to_string(&corpus.entries().get(n)?.path).ok()?.into());
    let inputs =
        Inputs { corpus: &corpus, lexicon, registry: &registry, severity: &severity, read: &read, without: None };
    let context = Context { matcher, lang: None, reference: None };
    ask(&inputs, &|document| Analysis::new(document, &context))
}

/// The findings of an example's draft.
fn found(example: &Example) -> Vec<Finding> {
    with(example.sources, example.actors, |inputs, read| {
        check_document(&read(&Document::new(example.draft, Format::Markdown)), inputs)
    })
}

/// All examples in one draft, with all their sources.
fn everything() -> (Vec<Article>, String) {
    let examples = || ALL.into_iter().flat_map(|c| c.doc().examples);
    let mut sources: Vec<Article> = examples().flat_map(|e| e.sources).copied().collect();
    sources.sort_by_key(|a| a.id);
    sources.dedup_by_key(|a| a.id);
    (sources, examples().map(|e| e.draft).collect::<Vec<_>>().join("\n\n"))
}

#[test]
fn in_parts_the_same_is_found_and_what_was_found_stays_until_then() {
    let (sources, draft) = everything();
    with(&sources, "", |inputs, read| {
        let analysis = read(&Document::new(&draft, Format::Markdown));
        let whole = check_document(&analysis, inputs);
        let last = whole.last().map(|f| f.span).unwrap();
        let stop = || false;
        let finish = |mut checked: Checked| {
            while checked.is_partial {
                checked = checked.advance(&analysis, inputs, &[last], Some(&stop));
            }
            checked
        };
        let first = Checked::default().advance(&analysis, inputs, &[last], Some(&stop));
        assert!(first.is_partial && first.findings.len() < whole.len());
        assert_eq!(first.findings.last(), whole.last(), "what is near comes first");
        let all = finish(first);
        assert_eq!(all.findings, whole);
        // Other sources, which have nothing to say: part by part the findings go, and none before its turn.
        let empty = Corpus::empty();
        let other = Inputs { corpus: &empty, ..inputs.clone() };
        let old = all.outdated();
        assert_eq!(old.findings, whole);
        let first = old.advance(&analysis, &other, &[last], Some(&stop));
        assert!(first.findings.contains(&whole[0]) && !first.findings.contains(&whole[whole.len() - 1]));
        assert_eq!(finish(first.outdated()).findings, whole, "as if nothing had been in between");
    });
}

#[test]
fn key_by_key_the_same_is_found_as_in_a_text_just_opened() {
    let (sources, draft) = everything();
    with(&sources, "", |inputs, read| {
        let mut document = Document::new(&draft, Format::Markdown);
        let mut checked = Checked::default().update(&read(&document), inputs);
        let mut analysis = read(&document);
        // Before a sentence, within one, within another of the same paragraph, and elsewhere.
        let places = ["An der Umfrage", "Imkerverbands", "Von diesen 870", "Mareike"];
        for (place, keys) in places.into_iter().zip(["Ja. ", "1 ", "Und ", "€"]) {
            let mut at = draft.find(place).map_or(0, |at| at as u32);
            for key in keys.chars() {
                document.edit(Span { start: at, end: at }, key.encode_utf8(&mut [0; 4]));
                at += key.len_utf8() as u32;
                analysis = analysis.update(&document, &analysis.context().clone());
                checked = checked.update(&analysis, inputs);
                assert_eq!(checked.findings, check_document(&read(&document), inputs), "{place} {key}");
            }
        }
    });
}

/// Who is named elsewhere in the paragraph decides whether a source may be about it: a name that comes or goes there makes
/// findings about the sentence beside it come and go.
#[test]
fn a_name_typed_into_the_next_sentence_is_heard_by_the_one_before() {
    const SOURCE: Article = Article {
        id: "hafenfest",
        publisher: "Küstenblatt",
        date: "2024-06-02",
        text: "Zum Hafenfest in Norderwiek kamen am Wochenende 4.200 Besucher, sagte Organisatorin Imke Hansen.",
    };
    with(&[SOURCE], "", |inputs, read| {
        let draft = "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Das war viel.";
        let mut document = Document::new(draft, Format::Markdown);
        let mut analysis = read(&document);
        let mut checked = Checked::default().update(&analysis, inputs);
        let mut seen = std::collections::BTreeSet::new();
        // Somebody the source does not know, then somebody it does.
        let named = "Das freute den Bürgermeister Jörg Lindqvist";
        for (old, new) in [("Das war viel", named), ("Jörg Lindqvist", "x"), ("den Bürgermeister x", "Imke Hansen")] {
            let start = document.text().find(old).map(|at| at as u32).unwrap();
            document.edit(Span { start, end: start + old.len() as u32 }, new);
            analysis = analysis.update(&document, &analysis.context().clone());
            checked = checked.update(&analysis, inputs);
            assert_eq!(checked.findings, check_document(&read(&document), inputs), "{new}");
            seen.insert(checked.findings.len());
        }
        assert!(seen.len() > 1, "the names make a difference: {seen:?}");
    });
}

/// What a draft is found fault with: the checks and the words.
fn faults(sources: &[Article], actors: &str, draft: &str) -> Vec<String> {
    with(sources, actors, |inputs, read| {
        let found = check_document(&read(&Document::new(draft, Format::Markdown)), inputs);
        found.iter().map(|f| format!("{} {}", f.code, &draft[f.span.range()])).collect()
    })
}

fn article(id: &'static str, date: &'static str, text: &'static str) -> Article {
    Article { id, publisher: "Blatt", date, text }
}

const PEOPLE: &str = "[[actor]]\nid = \"imke\"\nname = \"Imke Hansen\"\nkind = \"person\"\n\n\
    [[actor]]\nid = \"joerg\"\nname = \"Jörg Lindqvist\"\nkind = \"person\"\n\n\
    [[actor]]\nid = \"marden\"\nname = \"Marden\"\nkind = \"organisation\"\n\n\
    [[actor]]\nid = \"nordwacht\"\nname = \"Nordwacht\"\nkind = \"organisation\"\n";

#[test]
fn a_paragraph_about_somebody_else_is_held_against_nothing() {
    let de = article(
        "fest",
        "2024-06-02",
        "Zum Hafenfest in Norderwiek kamen am Wochenende 4.200 Besucher, sagte Imke Hansen.",
    );
    let en =
        article("fair", "2024-06-02", "The Kelby harbour fair drew 4,200 visitors at the weekend, Imke Hansen said.");
    let found = ["figure-mismatch 4.700 Besucher"];
    for (source, draft, want) in [
        (de, "Zum Hafenfest am Wochenende kamen 4.700 Besucher.", &found[..]),
        (
            de,
            "Zum Hafenfest am Wochenende kamen 4.700\u{a0}Besucher.\r\nImke Hansen kam auch.\r\n",
            &["figure-mismatch 4.700\u{a0}Besucher"],
        ),
        (de, "Jörg Lindqvist kam auch. Zum Hafenfest am Wochenende kamen 4.700 Besucher.", &[]),
        // A misspelt name is the name; two names are known by one.
        (
            de,
            "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Imke Hanssen kam auch.",
            &["figure-mismatch 4.700 Besucher", "name-variant Imke Hanssen"],
        ),
        (de, "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Imke Hansen und Jörg Lindqvist kamen auch.", &found),
        // Who is named only as a speaker is still named.
        (
            de,
            "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Imke Hansen sagte, Jörg Lindqvist habe geholfen.",
            &found,
        ),
        // In the next paragraph it is another matter.
        (de, "Zum Hafenfest am Wochenende kamen 4.700 Besucher.\n\nJörg Lindqvist kam auch.", &found),
        // Who only says something may be the wrong one.
        (
            de,
            "Zum Hafenfest am Wochenende kamen 4.700 Besucher. Das Wetter sei gut gewesen, sagte Jörg Lindqvist.",
            &found,
        ),
        (en, "The harbour fair drew 4,700 visitors at the weekend.", &["figure-mismatch 4,700 visitors"]),
        (en, "The harbour fair drew 4,700 visitors at the weekend. Jörg Lindqvist came, too.", &[]),
    ] {
        assert_eq!(faults(&[source], PEOPLE, draft), want, "{draft}");
    }
}

#[test]
fn a_source_in_another_language_that_counts_people_by_another_name_was_still_first() {
    let de = article(
        "faehre-1",
        "2024-01-08",
        "An einem Werktag befördert Marden 86.400 Fahrgäste, die meisten zur Schule.",
    );
    let en = article(
        "faehre-2",
        "2024-05-02",
        "On every working day Marden carries 86,400 passengers, most of them to school.",
    );
    for (draft, want) in [
        (
            "On every working day Marden carries 86,400 people, most of them to school [@faehre-2, p. 1].",
            &["citation-not-first @faehre-2, p. 1"][..],
        ),
        ("An einem Werktag befördert Marden 86.400 Menschen, die meisten zur Schule [@faehre-1, Abs. 1].", &[]),
    ] {
        assert_eq!(faults(&[de, en], PEOPLE, draft), want, "{draft}");
    }
}

#[test]
fn who_says_so_is_told_by_the_sentence_that_fits_best() {
    let source = article(
        "deichplan",
        "2024-06-02",
        "Die Nordwacht warnte vor dem neuen Deichplan für das Teufelsmoor. Marden begrüßte den neuen Deichplan für das \
         Teufelsmoor dagegen als überfällig.",
    );
    let draft = "Jörg Lindqvist begrüßte den neuen Deichplan für das Teufelsmoor als überfällig.";
    assert_eq!(faults(&[source], PEOPLE, draft), ["attribution-mismatch Jörg Lindqvist"]);
}

#[test]
fn a_source_that_is_sure_settles_what_another_hedges() {
    let rumour = article(
        "werft-1",
        "2024-01-08",
        "Nach Informationen aus der Belegschaft könnte die Werft in Hödingen geschlossen werden; betroffen wären 140 Arbeitsplätze.",
    );
    let sure = article("werft-2", "2024-05-02", "Die Werft in Hödingen schließt. Es gehen 140 Arbeitsplätze verloren.");
    let draft = "Die Werft in Hödingen wird geschlossen; betroffen sind 140 Arbeitsplätze.";
    assert!(faults(&[rumour], "", draft).iter().any(|f| f.starts_with("hedge-dropped")), "{draft}");
    assert!(!faults(&[rumour, sure], "", draft).iter().any(|f| f.starts_with("hedge-dropped")), "{draft}");
}

#[test]
fn one_voice_may_give_two_values_of_two_times() {
    let source = article(
        "umfrage",
        "2024-06-02",
        "Im Januar begrüßten 58 Prozent der Leute in Hödingen den Deich; im Februar kam Marden auf 46 Prozent.",
    );
    let draft = "58 Prozent der Leute in Hödingen begrüßten den Deich.";
    assert_eq!(faults(&[source], PEOPLE, draft), [] as [&str; 0]);
}

#[test]
fn both_sides_of_a_dispute_may_stand_in_one_sentence() {
    let steel = "Am Deich in Wörth fehlen 230 Tonnen Stahl; Marden kam auf 180 Tonnen Stahl.";
    let frogs = "Die Nordwacht sieht im Teufelsmoor 118 Moorfrösche; Marden kam auf 45 Moorfrösche.";
    let dyke = "The Nordwacht insurance put the damage to the Holmsiel dyke at 11 million euros; Marden had come to 7 million euros.";
    let alone = "Marden sah im Teufelsmoor im Mai 118 Moorfrösche und im Juni 45 Moorfrösche.";
    for (source, draft, want) in [
        (steel, "Am Deich in Wörth fehlen 230 Tonnen Stahl.", &["sources-disagree 230 Tonnen"][..]),
        (frogs, "Im Teufelsmoor leben 118 Moorfrösche.", &["sources-disagree 118 Moorfrösche"]),
        (dyke, "The damage to the Holmsiel dyke is 11 million euros.", &["sources-disagree 11 million euros"]),
        // Who says whose value it is has still not said that there is another.
        (
            frogs,
            "Im Teufelsmoor leben nach Angaben der Nordwacht 118 Moorfrösche.",
            &["sources-disagree 118 Moorfrösche"],
        ),
        (frogs, "Im Teufelsmoor leben 118 Moorfrösche, nach anderer Zählung 45 Moorfrösche.", &[]),
        (frogs, "Im Teufelsmoor leben 118 oder auch 45 Moorfrösche.", &[]),
        // One voice may say both, of two times.
        (alone, "Im Teufelsmoor waren es im Mai 118 Moorfrösche.", &[]),
    ] {
        assert_eq!(faults(&[article("streit", "2024-03-09", source)], PEOPLE, draft), want, "{draft}");
    }
}

#[test]
fn a_value_that_its_source_denies_is_a_former_one() {
    let shrimp =
        "Die Fischer im Jadebusen fingen im vergangenen Jahr rund 640 Tonnen Krabben und nicht bis zu 400 Tonnen.";
    let boats = "Boats in Kelby Bay landed about 640 tonnes of shrimp last year, and not up to 400 tonnes.";
    for (source, draft, want) in [
        (
            shrimp,
            "Die Fischer im Jadebusen fingen im vergangenen Jahr bis zu 400 Tonnen Krabben.",
            &["superseded bis zu 400 Tonnen"][..],
        ),
        (shrimp, "Die Fischer im Jadebusen fingen im vergangenen Jahr rund 640 Tonnen Krabben.", &[]),
        (boats, "Boats in Kelby Bay landed up to 400 tonnes of shrimp last year.", &["superseded up to 400 tonnes"]),
        (boats, "Boats in Kelby Bay landed about 640 tonnes of shrimp last year.", &[]),
    ] {
        assert_eq!(faults(&[article("fang", "2024-05-02", source)], "", draft), want, "{draft}");
    }
}

#[test]
fn a_source_knows_of_the_time_after_it_what_it_says_of_it() {
    let de = "Im Jahr 2030 sollen in Lindenau 40 Elektrobusse fahren, teilten die Verkehrsbetriebe mit.\n\nIn Lindenau fahren 12 Straßenbahnen.";
    let en = "In 2030, 40 electric buses are to run in Kelby, the operator said.";
    let trams = "The operator runs 12 trams in Kelby.";
    for (source, draft, want) in [
        (de, "2030 fahren in Lindenau 60 Elektrobusse.", &["figure-mismatch 60 Elektrobusse"][..]),
        (de, "2029 fahren in Lindenau 60 Elektrobusse.", &["figure-unsourced 60 Elektrobusse"]),
        (de, "In Lindenau fahren 20 Straßenbahnen.", &["figure-mismatch 20 Straßenbahnen"]),
        (de, "2030 fahren in Lindenau 20 Straßenbahnen.", &["figure-unsourced 20 Straßenbahnen"]),
        (en, "In 2030, 60 electric buses will run in Kelby.", &["figure-mismatch 60 electric buses"]),
        (trams, "The operator runs 20 trams in Kelby.", &["figure-mismatch 20 trams"]),
        (trams, "In 2030 the operator runs 20 trams in Kelby.", &["figure-unsourced 20 trams"]),
    ] {
        assert_eq!(faults(&[article("plan", "2024-01-15", source)], "", draft), want, "{draft}");
    }
}

#[test]
fn counts_of_other_things_are_not_compared() {
    let kiln = "In der Ziegelei in Möllensdorf stehen 38 Öfen.";
    for (draft, want) in [
        ("In der Ziegelei in Möllensdorf stehen 45 Öfen.", &["figure-mismatch 45 Öfen"][..]),
        ("In der Ziegelei in Möllensdorf stehen 45 Pressen.", &[]),
        // Whatever a Quarl is, it is no kiln.
        ("In der Ziegelei in Möllensdorf stehen 45 Quarle.", &[]),
    ] {
        assert_eq!(faults(&[article("ziegelei", "2024-02-02", kiln)], "", draft), want, "{draft}");
    }
}

#[test]
fn a_period_begins_and_ends_on_days_of_its_own() {
    let museum = "The mining museum in Kelby was closed for rebuilding from 17 March to 30 April 2024.";
    for (draft, want) in [
        ("The mining museum in Kelby was closed for rebuilding on 2 March.", &["date-mismatch 2 March"][..]),
        ("The mining museum in Kelby was closed for rebuilding on 3 May 2024.", &["date-mismatch 3 May 2024"]),
        ("The mining museum in Kelby was closed for rebuilding on 17 March.", &[]),
        ("The mining museum in Kelby was closed for rebuilding on 19 March.", &[]),
        ("The mining museum in Kelby was closed for rebuilding on 30 April.", &[]),
        ("The mining museum in Kelby was closed for rebuilding on 30 April 2024.", &[]),
    ] {
        assert_eq!(faults(&[article("museum", "2024-05-02", museum)], "", draft), want, "{draft}");
    }
}

#[test]
fn what_will_be_may_be_a_plan() {
    let likely = "Der Neubau des Stegs in Hödingen wird voraussichtlich 48 Millionen Euro kosten.";
    let maybe = "Der Neubau des Stegs in Hödingen wird möglicherweise 48 Millionen Euro kosten.";
    let probably = "The new pier at Kelby will probably cost 48 million euros.";
    let possibly = "The new pier at Kelby will possibly cost 48 million euros.";
    let (de, en) = (
        "Der Neubau des Stegs in Hödingen wird 48 Millionen Euro kosten.",
        "The new pier at Kelby will cost 48 million euros.",
    );
    for (source, draft, found) in [(likely, de, false), (maybe, de, true), (probably, en, false), (possibly, en, true)]
    {
        let want = if found { vec![format!("hedge-dropped {draft}")] } else { Vec::new() };
        assert_eq!(faults(&[article("steg", "2024-04-04", source)], "", draft), want, "{source}");
    }
}

#[test]
fn figures_about_somebody_the_sources_tell_of_should_stand_there() {
    let dairy = "Die Molkerei in Süderlügum hat einen Käsekeller eröffnet. Imke Hansen will dort Käse reifen lassen.";
    for (draft, want) in [
        ("Imke Hansen verkaufte 5.400 Laibe.", &["figure-unsourced 5.400 Laibe"][..]),
        ("Imke Hansen zahlte 3,4 Millionen Euro.", &["figure-unsourced 3,4 Millionen Euro"]),
        ("Jörg Lindqvist verkaufte 5.400 Laibe.", &[]),
        ("Am Markt verkaufte man 5.400 Laibe.", &[]),
        // Rates, small counts and what is not asserted.
        ("Imke Hansen verkaufte 40 Laibe pro Tag.", &[]),
        ("Imke Hansen verkaufte zwölf Laibe.", &[]),
        ("Verkaufte Imke Hansen 5.400 Laibe?", &[]),
    ] {
        assert_eq!(faults(&[article("molkerei", "2024-04-04", dairy)], PEOPLE, draft), want, "{draft}");
    }
}

fn fixed(draft: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fixes.iter().find(|f| f.preferred)?;
    let mut text = draft.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    Some(text)
}

#[test]
fn every_example_is_found_or_not_as_its_page_says() {
    let mut wrong = Vec::new();
    for check in ALL {
        for example in check.doc().examples {
            let all = found(example);
            let own: Vec<&Finding> = all.iter().filter(|f| f.code == check.code()).collect();
            let words = |f: &Finding| example.draft[f.span.range()].to_owned();
            let said = || {
                all.iter()
                    .map(|f| format!("\n    {} [{}] {}", f.code, words(f), f.message.text(Lang::En)))
                    .collect::<String>()
            };
            let mut fail = |what: &str| wrong.push(format!("{} {what}: {}{}", check.code(), example.draft, said()));
            match (example.finds, own.as_slice()) {
                (None, []) if all.is_empty() => {}
                (None, _) => fail("must be silent"),
                (Some(finds), [finding]) if words(finding) == finds => {
                    if !finding.message.text(Lang::En).contains(example.says) {
                        fail("says something else");
                    }
                    if example.fixed.is_some() && fixed(example.draft, finding).as_deref() != example.fixed {
                        fail(&format!("fixes it otherwise ({:?})", fixed(example.draft, finding)));
                    }
                }
                (Some(_), _) => fail("finds something else"),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found in the examples, as it is told in each language.
#[test]
fn every_check_speaks_every_language() {
    let mut told = String::new();
    for check in ALL {
        for example in check.doc().examples {
            for finding in found(example).iter().filter(|f| f.code == check.code()) {
                told += &format!("{} [{}]\n", check.code(), &example.draft[finding.span.range()]);
                for lang in Lang::ALL {
                    let labels: Vec<String> = finding.evidence.iter().map(|e| e.label.text(lang)).collect();
                    told += &format!("  {}: {} | {}\n", lang.tag(), finding.message.text(lang), labels.join(" | "));
                }
            }
        }
    }
    expect_file!["tests/messages.txt"].assert_eq(&told);
}

#[test]
fn every_check_has_a_name_the_settings_know() {
    let codes: Vec<&str> = ALL.iter().map(|c| c.code()).collect();
    let mut known = codes.clone();
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), codes.len());
    for check in ALL {
        let examples = check.doc().examples;
        assert!(examples.iter().any(|e| e.finds.is_some()) && examples.iter().any(|e| e.finds.is_none()));
    }
}

#[test]
fn parts_ratios_and_months_contradict_nothing() {
    let ferry = article(
        "faehre",
        "2024-06-02",
        "Bei dem Fährunglück vor Norderwiek wurden 43 Menschen verletzt. Die Reederei zahlte 19 von ihnen eine Entschädigung.",
    );
    let none: [&str; 0] = [];
    assert_eq!(faults(&[ferry], "", "Bei dem Fährunglück vor Norderwiek wurden 43 Menschen verletzt."), none);
    let born = article(
        "hof",
        "2024-06-02",
        "Bislang kamen auf dem Hof Lindenau 86 Tiere zur Welt, darunter 61 Kälber und 25 Lämmer.",
    );
    assert_eq!(faults(&[born], "", "Auf dem Hof Lindenau kamen 86 Tiere zur Welt, 25 davon Lämmer."), none);
    let bill = article(
        "bridge",
        "2024-06-02",
        "Kelby carries 55 per cent of the cost of the Marden bridge, the county the rest.",
    );
    assert_eq!(
        faults(&[bill], "", "The cost of the Marden bridge is split 55 to 45 between Kelby and the county."),
        none
    );
    // A month says nothing against a day, and nothing for another one.
    let custody = article(
        "haft",
        "2024-06-02",
        "Der Kassenwart des Ruderklubs Norderwiek sitzt seit dem 2. Dezember 2023 in Untersuchungshaft.",
    );
    let month = article(
        "urteil",
        "2024-09-02",
        "Dem Kassenwart des Ruderklubs Norderwiek wird die Untersuchungshaft seit Dezember 2023 angerechnet.",
    );
    let draft = "Am 12. Dezember 2023 kam der Kassenwart des Ruderklubs Norderwiek in Untersuchungshaft.";
    assert_eq!(faults(&[custody, month], "", draft), ["date-mismatch 12. Dezember 2023"]);
    let draft = "Im Dezember 2023 kam der Kassenwart des Ruderklubs Norderwiek in Untersuchungshaft.";
    assert_eq!(faults(&[custody, month], "", draft), none);
}

#[test]
fn a_value_that_some_source_states_is_not_called_unsourced() {
    let dear = article(
        "bad",
        "2024-06-02",
        "What was a €68.4m project last autumn and a €71.9m project in April now stands at €74.3m, says Imke Hansen.",
    );
    let other = article("kasse", "2024-05-02", "Imke Hansen, die Kämmerin, hatte intern vor dem Umbau gewarnt.");
    let draft = "Knapp ein Jahr danach sprach die Kämmerin Imke Hansen von 74,3 Millionen.";
    let found = faults(&[dear, other], PEOPLE, draft);
    assert!(!found.iter().any(|f| f.starts_with("figure-unsourced")), "{found:?}");
}

#[test]
fn a_yearly_sum_is_told_at_another_magnitude_and_not_beside_another_value() {
    let source =
        article("kaese", "2024-06-02", "Die Molkereien in Lindenau führen Käse für 310 Millionen Euro im Jahr aus.");
    let draft = "Die jährliche Ausfuhr von Käse der Molkereien in Lindenau beträgt 310 Milliarden Euro.";
    assert_eq!(faults(&[source], "", draft), ["scale-mismatch 310 Milliarden Euro"]);
    let draft = "Die jährliche Ausfuhr von Käse der Molkereien in Lindenau beträgt 310 Millionen Euro.";
    assert!(faults(&[source], "", draft).is_empty());
}

#[test]
fn whoever_cites_hears_of_the_paragraph_that_had_the_value_before() {
    let first = article("zusage", "2024-01-02", "Nordwacht hat Marden 640.700 Euro aus seinem Fonds versprochen.");
    let late = article(
        "rueckblick",
        "2024-06-02",
        "Das Vorhaben von Marden hat bislang 301.000 von den 640.700 Euro an Zuschuss abgerufen, die Nordwacht zugesagt hat.",
    );
    let draft = "Nordwacht hat dem Vorhaben von Marden 640.700 Euro zugesagt [@rueckblick, Abs. 1].";
    assert_eq!(faults(&[first, late], PEOPLE, draft), ["citation-not-first @rueckblick, Abs. 1"]);
}

#[test]
fn a_name_that_the_other_language_reads_as_a_word_is_what_it_is_about() {
    let trial = article(
        "impfung",
        "2024-07-02",
        "Am 16. Juni hat in Lindenau der Feldversuch mit Korvalin begonnen, mit 240 Rindern auf acht Höfen.",
    );
    let draft = "Field testing of Korvalin began on 19 June 2024, with 240 cattle on eight farms.";
    assert_eq!(faults(&[trial], "", draft), ["date-mismatch 19 June 2024"]);
}

#[test]
fn sources_disagree_in_one_sentence_and_not_with_what_the_draft_dates() {
    let march = article(
        "march",
        "2024-06-02",
        "Police put the number of protesters in Kelby at about 350; the Nordwacht, an alliance of dockers, spoke of 600.",
    );
    let draft = "Some 350 people protested in Kelby, according to the police.";
    assert_eq!(faults(&[march], PEOPLE, draft), ["sources-disagree Some 350 people"]);
    let early = article(
        "fonds-dezember",
        "2023-12-05",
        "Der Flutfonds Lindenau hat bis Anfang Dezember 38 Prozent der Anträge der Haushalte bewilligt.",
    );
    let late = article(
        "fonds-juli",
        "2024-07-30",
        "Der Flutfonds Lindenau hat inzwischen 71 Prozent der Anträge der Haushalte bewilligt.",
    );
    let draft = "Bis Anfang Dezember 2023 hatte der Flutfonds Lindenau 38 Prozent der Anträge der Haushalte bewilligt.";
    let none: [&str; 0] = [];
    assert_eq!(faults(&[early, late], "", draft), none);
}
