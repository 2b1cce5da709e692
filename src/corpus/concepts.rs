//! `corpus/concepts.toml`: a workspace's own concepts, on top of the lexicon that beleg ships.

use serde::Deserialize;

use crate::lang::Lang;
use crate::lang::lexicon::Lexicon;
use crate::text::{Problem, Severity};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    concept: Vec<toml::Spanned<Row>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    /// `n` (the default), `v` or `a`.
    pos: Option<String>,
    #[serde(default)]
    de: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
}

/// Weight of a workspace's own concepts: somebody found them worth naming.
const OWN_WEIGHT: u8 = 120;

impl Lexicon {
    /// This lexicon with the concepts of a `concepts.toml`. A row that cannot be used is a problem; the rest counts.
    pub fn with_own(&self, text: &str) -> (Lexicon, Vec<Problem>) {
        let mut lexicon = self.clone();
        let mut problems = Vec::new();
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                let at = error.span().map_or(0, |s| s.start);
                let message = format!("{}; a concept is [[concept]] with id, pos, de and en", error.message());
                return (lexicon, vec![Problem::at(text, at, Severity::Error, message)]);
            }
        };
        for row in file.concept {
            let at = row.span().start;
            let row = row.into_inner();
            let pos = row.pos.as_deref().unwrap_or("n");
            if !matches!(pos, "n" | "v" | "a") {
                let message = format!("'{pos}' is no part of speech; write \"n\", \"v\" or \"a\"");
                problems.push(Problem::at(text, at, Severity::Error, message));
                continue;
            }
            let lemmas =
                row.de.iter().map(|w| (Lang::De, w.as_str())).chain(row.en.iter().map(|w| (Lang::En, w.as_str())));
            let lemmas: Vec<(Lang, &str)> = lemmas.filter(|(_, w)| !w.trim().is_empty()).collect();
            if lemmas.is_empty() {
                let message = format!("concept '{}' has no words; add some under 'de' or 'en'", row.id);
                problems.push(Problem::at(text, at, Severity::Warning, message));
                continue;
            }
            lexicon.add(&row.id, pos, OWN_WEIGHT, &lemmas);
        }
        (lexicon, problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_concepts_join_the_lexicon() {
        let text = "[[concept]]\nid = \"sluice\"\nde = [\"Schützwehr\"]\nen = [\"zorple\"]\n\n[[concept]]\nid = \"x\"\npos = \"q\"\nde = [\"y\"]\n";
        let (lexicon, problems) = Lexicon::builtin().with_own(text);
        assert_eq!(lexicon.concepts_of("Schützwehren", Lang::De), ["sluice"]);
        assert_eq!(lexicon.concepts_of("zorples", Lang::En), ["sluice"]);
        assert_eq!((problems.len(), problems[0].line), (1, 6));
        let (_, problems) = Lexicon::builtin().with_own("[[concept]]\nid = 5\n");
        assert_eq!((problems.len(), problems[0].line), (1, 2));
    }
}
