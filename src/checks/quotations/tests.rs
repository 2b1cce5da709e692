//! Quotations that are right in every dress, and those that are not: what is told, in the words in which it is told.

use crate::checks::doc::Article;
use crate::checks::tests::with;
use crate::checks::{Finding, check_document};
use crate::lang::Lang;
use crate::text::document::Document;
use crate::text::prose::Format;

const ACTORS: &str = r#"
[[actor]]
id = "thea-juergens"
name = "Thea Jürgens"
kind = "person"
[[actor]]
id = "bo-lindqvist"
name = "Bo Lindqvist"
kind = "person"
[[actor]]
id = "mara-whitcombe"
name = "Mara Whitcombe"
kind = "person"
[[actor]]
id = "seilbahn-ag"
name = "Seilbahn AG"
kind = "organisation"
"#;

const fn article(id: &'static str, date: &'static str, text: &'static str) -> Article {
    Article { id, publisher: "Talblatt", date, text }
}

const SOURCES: &[Article] = &[
    article(
        "seilbahn",
        "2024-02-03",
        "Die Seilbahn in Kaltental wird neu gebaut.\n\n„Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen und die Straße im Winter zwölf Wochen gesperrt ist“, sagte Bürgermeisterin Thea Jürgens am Freitag.\n\n„Das Seil hält länger als jede Straße“, sagte Bo Lindqvist von der Seilbahn AG. „Es kostet uns rund 2,5 Millionen Euro, und es ist jeden Cent wert.“\n\nJürgens nannte die Kritik „völlig überzogenen Unsinn“.\n\nDie Kosten trägt das Land zu 60 Prozent.",
    ),
    article(
        "night-nurses",
        "2024-04-18",
        "The ward stayed open.\n\n“We don’t leave a patient alone at night, and we will not start doing so because a spreadsheet tells us to,” said ward sister Mara Whitcombe.\n\n“The organisation has a duty to every [single] one of them,” Whitcombe told the board. “I’ve seen 14 beds closed in one winter. It is not safe.”",
    ),
    article(
        "gespraech",
        "2024-05-05",
        "Ein Gespräch mit Thea Jürgens über den Berg.\n\n*Frau Jürgens, was kostet Sie der Winter?* Der Winter kostet uns äh vor allem Nerven, denn jede Woche fällt im Tal der Strom aus.\n\n*Und der Sommer?* Im Sommer zählen wir Wanderer statt Schneepflüge.",
    ),
    article(
        "gesetz",
        "2024-01-01",
        "Das Almgesetz sagt: Wer eine Alm pachtet, hat sie bis zum 15. Oktober zu räumen und den Zaun abzulegen.\n\n> Der Berg gehört keinem, der Weg gehört allen, und die Hütte dem, der sie heizt.",
    ),
];

/// What is told about quotations and who says them.
fn told(draft: &str) -> Vec<String> {
    let all: Vec<Finding> =
        with(SOURCES, ACTORS, |inputs, read| check_document(&read(&Document::new(draft, Format::Markdown)), inputs));
    let ours = all.iter().filter(|f| ["quote-mismatch", "attribution-mismatch"].contains(&f.code));
    ours.map(|f| f.message.text(Lang::En)).collect()
}

#[test]
fn a_faithful_quotation_is_not_found_fault_with() {
    for draft in [
        // Marks, type, capitals, commas and stops.
        "„Wir geben die Seilbahn nicht auf“, sagte Thea Jürgens.",
        "»Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen«, sagte Thea Jürgens.",
        "«Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen und die Strasse im Winter zwölf Wochen gesperrt ist.» Das sagte Thea Jürgens.",
        "\"Wir geben die Seil\u{ad}bahn nicht auf, solange oben im Dorf noch 340\u{202f}Menschen wohnen\", sagte Thea Jürgens.",
        "‚Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen‘, so Thea Jürgens.",
        "›Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen‹, so Thea Jürgens.",
        "Thea Jürgens sagte: „wir geben die Seilbahn nicht auf – solange oben im Dorf noch 340 Menschen wohnen“!",
        "„Wir geben die **Seilbahn** nicht auf, *solange* oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
        "„Wir geben die Seilbahn\r\nnicht auf, solange oben im Dorf\r\nnoch 340 Menschen wohnen“, sagte Thea Ju\u{308}rgens. 👍",
        "“We do not leave a patient alone at night,” Mara Whitcombe said.",
        "'We don't leave a patient alone at night, and we won't start doing so,' said Mara Whitcombe.",
        "“We don't leave a patient alone at night”, said Mara Whitcombe.",
        "‘The organization has a duty to every one of them,’ Mara Whitcombe said.",
        // Numbers in another notation.
        "„Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen und die Straße im Winter 12 Wochen gesperrt ist“, sagte Thea Jürgens.",
        "„Es kostet uns rund 2,5 Mio. Euro, und es ist jeden Cent wert“, sagte Bo Lindqvist.",
        "„Es kostet uns rund 2,5 Mio. €, und es ist jeden Cent wert“, sagte Bo Lindqvist.",
        "“I have seen fourteen beds closed in one winter,” Mara Whitcombe said.",
        // Cuts, brackets, asides.
        "„Wir geben die Seilbahn nicht auf, […] und die Straße im Winter zwölf Wochen gesperrt ist“, sagte Thea Jürgens.",
        "„Wir geben die Seilbahn nicht auf, solange ... die Straße im Winter zwölf Wochen gesperrt ist“, sagte Thea Jürgens.",
        "„[W]ir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
        "„[Die Gemeinde] geb[e] die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
        "„Wir geben die Seilbahn [von Kaltental] nicht auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
        "„Wir geben die Seilbahn (in Kaltental, Red.) nicht auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
        "“[The hospital does not] leave a patient alone at night, and we will not start doing so,” said Mara Whitcombe.",
        "“The organisation has a duty to every one of them,” Mara Whitcombe said.",
        "„Der Winter kostet uns vor allem Nerven, denn jede Woche fällt im Tal der Strom aus“, sagte Thea Jürgens.",
        // The speaker between, in the draft or in the source.
        "„Das Seil hält länger als jede Straße. Es kostet uns rund 2,5 Millionen Euro“, sagte Bo Lindqvist.",
        "„Wir geben die Seilbahn nicht auf“, sagte Thea Jürgens, „solange oben im Dorf noch 340 Menschen wohnen.“",
        "“We don’t leave a patient alone at night,” said Mara Whitcombe, “and we will not start doing so.”",
        // Over paragraphs, and in other places of the article.
        "„Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen … Das Seil hält länger als jede Straße“, heißt es.",
        // An ending that the sentence around asks for.
        "Thea Jürgens sprach von „völlig überzogenem Unsinn“.",
        // Translations.
        "“We are not giving up the cable car as long as 340 people live up in the village,” Thea Jürgens said.",
        "„Wir lassen nachts keinen Patienten allein“, sagte Mara Whitcombe.",
        "“The rope lasts longer than any road,” said Bo Lindqvist.",
        // What nobody says: titles, irony, single words, names of things.
        "Der Film „Das Seil hält länger als die Nacht“ läuft im Kino.",
        "Das Buch „Wir geben die Bergbahn nicht auf“ erscheint im Mai.",
        "Der „Unsinn“ kostet Geld.",
        "Die sogenannte „sichere Straße“ ist gesperrt.",
        // What no source has.
        "„Wir bauen im Mai eine neue Schule“, sagte Thea Jürgens.",
        "„Wir geben uns nicht auf“, sagte Bo Lindqvist.",
        "“We will not leave the town alone,” said Mara Whitcombe.",
        "„Das Seil ist neu“, sagte Bo Lindqvist.",
        // Block quotes.
        "> Der Berg gehört keinem, der Weg gehört allen,\n> und die Hütte dem, der sie heizt.",
        "> Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen.\n\nDas sagte Thea Jürgens.",
        "> Merke: Im Winter gehört der Berg keinem.",
        "> [!NOTE]\n> Der Berg gehört keinem, der Weg gehört vielen, und die Hütte dem, der sie heizt.",
        // What is in the making.
        "Thea Jürgens sagte: „Wir geben die Seilbahn nicht auf, solange",
        "Thea Jürgens sagte: „Wir geben die Seil“",
        "Thea Jürgens sagte: „“",
        // The article's own words.
        "Im Gesetz steht: „Wer eine Alm pachtet, hat sie bis zum 15. Oktober zu räumen.“",
    ] {
        assert_eq!(told(draft), [] as [&str; 0], "{draft}");
    }
}

#[test]
fn other_words_are_told() {
    for (draft, says) in [
        // A word.
        (
            "„Wir geben die Seilbahn nicht auf, solange oben im Tal noch 340 Menschen wohnen“, sagte Thea Jürgens.",
            "the source has “Dorf” for “Tal”",
        ),
        (
            "“We don’t leave a patient alone at night, and we will not start doing so because a manager tells us to,” said Mara Whitcombe.",
            "the source has “spreadsheet” for “manager”",
        ),
        // A negation left out, or put in.
        (
            "„Wir geben die Seilbahn auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
            "the source also has “nicht”",
        ),
        (
            "“We leave a patient alone at night, and we will start doing so because a spreadsheet tells us to,” said Mara Whitcombe.",
            "the source also has “don’t”",
        ),
        ("„Das Seil hält nicht länger als jede Straße“, sagte Bo Lindqvist.", "the source does not have “nicht”"),
        // An ellipsis that hides one.
        (
            "„Wir geben die Seilbahn … auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
            "the source also has “nicht”",
        ),
        // A figure.
        (
            "„Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 430 Menschen wohnen“, sagte Thea Jürgens.",
            "the source has “340” for “430”",
        ),
        ("“I’ve seen 40 beds closed in one winter,” Mara Whitcombe said.", "the source has “14” for “40”"),
        // Words swapped, left out, put in.
        (
            "„Das Seil hält länger als jede Straße, und es kostet uns rund 2,5 Millionen Euro“, sagte Bo Lindqvist.",
            "the source does not have “und”",
        ),
        ("“The organisation has every duty to a one of them,” Mara Whitcombe said.", "the source"),
        (
            "„Wir geben die Seilbahn nicht auf, solange oben im Dorf noch Menschen wohnen“, sagte Thea Jürgens.",
            "the source also has “340”",
        ),
        (
            "„Wir geben die alte Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
            "the source does not have “alte”",
        ),
        // A letter that makes another word.
        (
            "„Im Sommer zahlen wir Wanderer statt Schneepflüge“, sagte Thea Jürgens.",
            "the source has “zählen” for “zahlen”",
        ),
        // Two words, quoted as two.
        ("Thea Jürgens nannte die Kritik „völlig überzogenen Quatsch“.", "the source has “Unsinn” for “Quatsch”"),
        // Where the source has no marks.
        (
            "„Wer eine Alm pachtet, hat sie bis zum 25. Oktober zu räumen“, heißt es im Gesetz.",
            "the source has “15” for “25”",
        ),
        (
            "> Der Berg gehört keinem, der Weg gehört vielen, und die Hütte dem, der sie heizt.",
            "the source has “allen” for “vielen”",
        ),
        // Faithful but for one part.
        (
            "„Wir geben die Seilbahn nicht auf […] und die Straße im Sommer zwölf Wochen gesperrt ist“, sagte Thea Jürgens.",
            "the source has “Winter” for “Sommer”",
        ),
    ] {
        let told = told(draft);
        assert!(told.len() == 1 && told[0].starts_with(says), "{draft}: {told:#?}");
    }
}

#[test]
fn words_in_the_wrong_mouth_are_told() {
    for (draft, says) in [
        ("„Das Seil hält länger als jede Straße“, sagte Thea Jürgens.", Some("Bo Lindqvist says so")),
        ("“We don’t leave a patient alone at night,” Thea Jürgens said.", Some("Mara Whitcombe says so")),
        ("„Im Sommer zählen wir Wanderer statt Schneepflüge“, sagte Bo Lindqvist.", Some("Thea Jürgens says so")),
        ("„Im Sommer zählen wir Wanderer statt Schneepflüge“, sagte Thea Jürgens.", None),
        ("Bo Lindqvist nannte die Kritik „völlig überzogenen Unsinn“.", Some("Thea Jürgens says so")),
        ("Bo Lindqvist bedauert, dass Thea Jürgens die Kritik „völlig überzogenen Unsinn“ nannte.", None),
        ("„Das Seil hält länger als jede Straße“, sagte Bo Lindqvist.", None),
        // The article's own words, and what nobody is said to have said.
        ("„Die Kosten trägt das Land zu 60 Prozent“, sagte Bo Lindqvist.", None),
        ("„Das Seil hält länger als jede Straße“, sagte Lindqvist.", None),
        ("„Das Seil hält länger als jede Straße“, sagte die Seilbahn AG.", None),
        ("„Das Seil hält länger als jede Straße“, sagte der Techniker.", None),
        ("„Das Seil hält länger als jede Straße“, zitierte Thea Jürgens Bo Lindqvist.", None),
    ] {
        let told = told(draft);
        match says {
            Some(says) => assert!(told.len() == 1 && told[0].starts_with(says), "{draft}: {told:#?}"),
            None => assert!(told.is_empty(), "{draft}: {told:#?}"),
        }
    }
}

#[test]
fn the_fix_writes_the_source_s_words_and_leaves_the_rest() {
    for (draft, fixed) in [
        (
            "»Wir geben die Seilbahn *nicht* auf, solange unten im Dorf noch 340\u{a0}Menschen wohnen.« So Thea Jürgens.",
            "»Wir geben die Seilbahn *nicht* auf, solange oben im Dorf noch 340\u{a0}Menschen wohnen.« So Thea Jürgens.",
        ),
        (
            "„Wir geben die Seilbahn auf, solange oben im Tal noch 340 Menschen wohnen“, sagte Thea Jürgens.",
            "„Wir geben die Seilbahn nicht auf, solange oben im Dorf noch 340 Menschen wohnen“, sagte Thea Jürgens.",
        ),
        (
            "“We don't ever leave a patient alone at night, and we will not start doing so,” said Mara Whitcombe.",
            "“We don't leave a patient alone at night, and we will not start doing so,” said Mara Whitcombe.",
        ),
    ] {
        with(SOURCES, ACTORS, |inputs, read| {
            let all = check_document(&read(&Document::new(draft, Format::Markdown)), inputs);
            let finding =
                all.iter().find(|f| f.code == "quote-mismatch").unwrap_or_else(|| panic!("{draft}: {all:#?}"));
            let mut text = draft.to_owned();
            for edit in finding.fixes[0].edits.iter().rev() {
                text.replace_range(edit.span.range(), &edit.text);
            }
            assert_eq!(text, fixed);
        });
        assert_eq!(told(fixed), [] as [&str; 0]);
    }
}
