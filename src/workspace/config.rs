//! `beleg.toml`: where are the sources, and how strict are the checks?
//!
//! **Invariant:** a mistake costs the setting it is made in, and is said at its place. The JSON Schema is made of these types.

use std::collections::BTreeMap;

use ignore::overrides::OverrideBuilder;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::annotations::decisions::EVERY_CHECK;
use crate::checks;
use crate::text::{Problem, Severity};

/// The name of the file at the root.
pub const CONFIG_FILE: &str = "beleg.toml";

/// Every check there is or will be; what `[checks]` may name.
pub const CHECKS: [&str; 16] = [
    "figure-mismatch",
    "figure-unsourced",
    "scale-mismatch",
    "bound-dropped",
    "hedge-dropped",
    "attribution-missing",
    "attribution-mismatch",
    "quote-mismatch",
    "name-variant",
    "date-mismatch",
    "sources-disagree",
    "superseded",
    "citation-unknown",
    "citation-mismatch",
    "citation-not-first",
    "self-contradiction",
];

/// `beleg.toml`: where the sources are and how strict the checks are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// What was written before.
    pub corpus: CorpusConfig,
    /// What is being written.
    pub briefings: BriefingsConfig,
    /// How each check reports.
    #[schemars(schema_with = "checks_schema")]
    pub checks: ChecksConfig,
    /// What editors show beside the text.
    pub features: Features,
}

/// How strict the checks are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChecksConfig {
    /// Everywhere.
    #[serde(flatten)]
    pub levels: Levels,
    /// In some files; what comes later counts for more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<PathChecks>,
}

/// How strict the checks are in some files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PathChecks {
    /// Globs below the root; one that starts with `!` takes away.
    pub globs: Vec<String>,
    /// How each check reports there.
    #[serde(flatten)]
    pub levels: Levels,
}

/// How checks report, by name; `all` stands for those that are not named. A check that neither names keeps its own level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Levels(BTreeMap<String, Level>);

impl Levels {
    /// What is said of a check.
    pub fn of(&self, check: &str) -> Option<Level> {
        self.0.get(check).or_else(|| self.0.get(EVERY_CHECK)).copied()
    }

    /// Says it.
    pub fn set(&mut self, check: &str, level: Level) {
        self.0.insert(check.to_owned(), level);
    }
}

/// What editors show beside the text; what is not said is left to the editor's settings, and shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Features {
    /// A line above each paragraph that sums up its claims.
    #[schemars(with = "bool")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_lens: Option<bool>,
    /// The source of each figure behind it.
    #[schemars(with = "bool")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inlay_hints: Option<bool>,
}

impl Features {
    /// Each with its name.
    pub const NAMES: [&'static str; 2] = ["code-lens", "inlay-hints"];

    /// The switch of that name.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Option<bool>> {
        match name {
            "code-lens" => Some(&mut self.code_lens),
            "inlay-hints" => Some(&mut self.inlay_hints),
            _ => None,
        }
    }
}

/// Where the articles and their actors are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CorpusConfig {
    /// Files or folders of articles: Markdown with YAML front matter (`.md`) or plain text (`.txt`).
    pub paths: Vec<String>,
    /// The registry of actors.
    pub actors: String,
}

/// Which documents are briefings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BriefingsConfig {
    /// Globs below the root; one that starts with `!` takes away.
    pub include: Vec<String>,
}

/// How a check reports what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As an error.
    Error,
    /// As a warning.
    Warning,
    /// As information.
    Information,
    /// As a hint.
    Hint,
    /// Not at all.
    Off,
}

impl Level {
    /// Each with its name.
    pub const NAMES: [(&'static str, Level); 5] = [
        ("error", Level::Error),
        ("warning", Level::Warning),
        ("information", Level::Information),
        ("hint", Level::Hint),
        ("off", Level::Off),
    ];

    /// The level of that name.
    pub fn named(name: &str) -> Option<Level> {
        Level::NAMES.iter().find(|(n, _)| *n == name).map(|(_, level)| *level)
    }

    /// All names, for people.
    pub fn names() -> String {
        Level::NAMES.map(|(name, _)| name).join(", ")
    }

    /// The severity; `None` is off.
    pub fn severity(self) -> Option<checks::Severity> {
        match self {
            Level::Error => Some(checks::Severity::Error),
            Level::Warning => Some(checks::Severity::Warning),
            Level::Information => Some(checks::Severity::Information),
            Level::Hint => Some(checks::Severity::Hint),
            Level::Off => None,
        }
    }
}

impl Default for CorpusConfig {
    fn default() -> CorpusConfig {
        CorpusConfig { paths: vec!["corpus".into()], actors: "corpus/actors.toml".into() }
    }
}

impl Default for BriefingsConfig {
    fn default() -> BriefingsConfig {
        BriefingsConfig { include: vec!["**/*.md".into(), "**/*.txt".into()] }
    }
}

fn checks_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let level = generator.subschema_for::<Level>();
    let mut names: serde_json::Map<_, _> =
        CHECKS.iter().map(|name| ((*name).to_owned(), level.clone().to_value())).collect();
    names.insert(
        EVERY_CHECK.to_owned(),
        json!({"description": "Every check that is not named.", "$ref": "#/$defs/Level"}),
    );
    let mut scoped = names.clone();
    let globs = json!({"description": "Globs below the root; one that starts with `!` takes away.", "type": "array",
        "items": {"type": "string"}, "minItems": 1});
    scoped.insert("globs".to_owned(), globs);
    let scope = json!({"type": "object", "properties": scoped, "required": ["globs"], "additionalProperties": false});
    let paths = json!({"description": "How checks report in some files; what comes later counts for more.",
        "type": "array", "items": scope});
    names.insert("paths".to_owned(), paths);
    schemars::json_schema!({
        "type": "object",
        "description": "How each check reports; a check that is not named keeps its own level.",
        "properties": names,
        "additionalProperties": false,
    })
}

impl Config {
    /// Reads `beleg.toml`. What cannot be used keeps its default and is a problem.
    pub fn read(text: &str) -> (Config, Vec<Problem>) {
        let mut reader = Reader { text, problems: Vec::new() };
        let mut config = Config::default();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            reader.problem(at, Severity::Error, format!("not valid TOML: {}", error.message()));
        }
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                "corpus" => reader.table(value, "corpus", &["paths", "actors"], |reader, key, value| match key {
                    "paths" => reader.strings(value, "corpus.paths", &mut config.corpus.paths),
                    _ => reader.string(value, "corpus.actors", &mut config.corpus.actors),
                }),
                "briefings" => reader.table(value, "briefings", &["include"], |reader, _, value| {
                    reader.globs(value, "briefings.include", &mut config.briefings.include);
                }),
                "checks" => {
                    let keys: Vec<&str> = CHECKS.into_iter().chain([EVERY_CHECK, "paths"]).collect();
                    reader.table(value, "checks", &keys, |reader, key, value| match key {
                        "paths" => reader.scopes(value, &mut config.checks.paths),
                        _ => reader.level(value, key, &mut config.checks.levels),
                    });
                }
                "features" => reader.table(value, "features", &Features::NAMES, |reader, key, value| {
                    if let Some(switch) = config.features.get_mut(key) {
                        reader.switch(value, &format!("features.{key}"), switch);
                    }
                }),
                _ => reader.unknown(key, "table", &["corpus", "briefings", "checks", "features"]),
            }
        }
        (config, reader.problems)
    }

    /// The JSON Schema of `beleg.toml`, for editors.
    pub fn schema() -> String {
        let schema = schemars::schema_for!(Config);
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Reads values, and notes what is wrong with them and where.
struct Reader<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn problem(&mut self, at: usize, severity: Severity, message: String) {
        self.problems.push(Problem::at(self.text, at, severity, message));
    }

    fn table<'i>(
        &mut self,
        value: &Value<'i>,
        name: &str,
        keys: &[&str],
        mut each: impl FnMut(&mut Self, &str, &Value<'i>),
    ) {
        let Some(table) = value.get_ref().as_table() else {
            let message = format!("'{name}' must be a table, written [{name}]");
            return self.problem(value.span().start, Severity::Error, message);
        };
        for (key, value) in table {
            if keys.contains(&key.get_ref().as_ref()) {
                each(self, key.get_ref(), value);
            } else {
                self.unknown(key, "key", keys);
            }
        }
    }

    fn unknown(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, what: &str, known: &[&str]) {
        let name = key.get_ref();
        let nearest = known
            .iter()
            .map(|k| (strsim::damerau_levenshtein(name, k), k))
            .min()
            .filter(|(distance, k)| *distance <= k.len() / 2)
            .map_or_else(|| format!("(known: {})", known.join(", ")), |(_, k)| format!("(did you mean '{k}'?)"));
        self.problem(key.span().start, Severity::Warning, format!("unknown {what} '{name}' {nearest}"));
    }

    fn string(&mut self, value: &Value<'_>, name: &str, into: &mut String) {
        match value.get_ref().as_str() {
            Some(text) => *into = text.to_owned(),
            None => self.problem(value.span().start, Severity::Error, format!("'{name}' must be a string in quotes")),
        }
    }

    fn strings(&mut self, value: &Value<'_>, name: &str, into: &mut Vec<String>) {
        let Some(items) = value.get_ref().as_array() else {
            let message = format!("'{name}' must be a list of strings, such as [\"…\"]");
            return self.problem(value.span().start, Severity::Error, message);
        };
        into.clear();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => into.push(text.to_owned()),
                None => {
                    let message = format!("'{name}' must hold strings in quotes only");
                    self.problem(item.span().start, Severity::Error, message);
                }
            }
        }
    }

    fn globs(&mut self, value: &Value<'_>, name: &str, into: &mut Vec<String>) {
        self.strings(value, name, into);
        for item in value.get_ref().as_array().into_iter().flat_map(|items| items.iter()) {
            let Some(glob) = item.get_ref().as_str() else { continue };
            if let Err(error) = OverrideBuilder::new("").add(glob) {
                let message = format!("cannot use the glob '{glob}': {error}");
                self.problem(item.span().start, Severity::Error, message);
            }
        }
    }

    fn switch(&mut self, value: &Value<'_>, name: &str, into: &mut Option<bool>) {
        match value.get_ref().as_bool() {
            Some(on) => *into = Some(on),
            None => self.problem(value.span().start, Severity::Error, format!("'{name}' must be true or false")),
        }
    }

    fn scopes(&mut self, value: &Value<'_>, into: &mut Vec<PathChecks>) {
        let Some(items) = value.get_ref().as_array() else {
            let message = "'checks.paths' must be tables, each written [[checks.paths]]".to_owned();
            return self.problem(value.span().start, Severity::Error, message);
        };
        let keys: Vec<&str> = CHECKS.into_iter().chain([EVERY_CHECK, "globs"]).collect();
        for item in items.iter() {
            let mut scope = PathChecks::default();
            self.table(item, "checks.paths", &keys, |reader, key, value| match key {
                "globs" => reader.globs(value, "checks.paths.globs", &mut scope.globs),
                _ => reader.level(value, key, &mut scope.levels),
            });
            if scope.globs.is_empty() {
                let message = "'checks.paths' needs 'globs', such as globs = [\"archive/**\"]".to_owned();
                self.problem(item.span().start, Severity::Error, message);
            }
            into.push(scope);
        }
    }

    fn level(&mut self, value: &Value<'_>, check: &str, into: &mut Levels) {
        let text = value.get_ref().as_str().unwrap_or_default();
        match Level::named(text) {
            Some(level) => into.set(check, level),
            None => {
                let message = format!("check '{check}' cannot be set to '{text}' (one of: {})", Level::names());
                self.problem(value.span().start, Severity::Error, message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        Config::read(text).1.iter().map(|p| format!("{}:{} {}", p.line, p.column, p.message)).collect()
    }

    #[test]
    fn every_key_is_read() {
        let (config, problems) = Config::read(
            "[corpus]\npaths = [\"a\", \"b.md\"]\nactors = \"wer.toml\"\n[briefings]\ninclude = [\"x/*.md\"]\n[checks]\nfigure-unsourced = \"off\"\n",
        );
        assert_eq!(problems, []);
        assert_eq!(config.corpus, CorpusConfig { paths: vec!["a".into(), "b.md".into()], actors: "wer.toml".into() });
        assert_eq!(config.briefings.include, ["x/*.md"]);
        assert_eq!(config.checks.levels.of("figure-unsourced"), Some(Level::Off));
        assert_eq!(Config::read("").0, Config::default());
    }

    #[test]
    fn what_cannot_be_used_is_said_at_its_place() {
        assert_eq!(said("[korpus]\n"), ["1:2 unknown table 'korpus' (did you mean 'corpus'?)"]);
        assert_eq!(
            said("[corpus]\nü = 1\n")[0],
            "2:1 not valid TOML: invalid unquoted key, expected letters, numbers, `-`, `_`"
        );
        assert_eq!(said("[corpus]\npath = \"x\"\n"), ["2:1 unknown key 'path' (did you mean 'paths'?)"]);
        assert_eq!(
            said("[corpus]\npaths = \"x\"\n"),
            ["2:9 'corpus.paths' must be a list of strings, such as [\"…\"]"]
        );
        assert_eq!(
            said("[checks]\nfigure-mismatch = \"loud\"\n"),
            ["2:19 check 'figure-mismatch' cannot be set to 'loud' (one of: error, warning, information, hint, off)"]
        );
        assert_eq!(
            said("[checks]\nfigure-mismach = \"off\"\n"),
            ["2:1 unknown key 'figure-mismach' (did you mean 'figure-mismatch'?)"]
        );
        assert_eq!(said("corpus = 3\n"), ["1:10 'corpus' must be a table, written [corpus]"]);
    }

    #[test]
    fn levels_and_switches_are_read() {
        let text = "[checks]\nall = \"hint\"\nsuperseded = \"error\"\n[[checks.paths]]\nglobs = [\"alt/**\"]\nall = \"off\"\n\
                    [[checks.paths]]\nglobs = [\"alt/neu.md\"]\nsuperseded = \"warning\"\n[features]\ncode-lens = false\n";
        let (config, problems) = Config::read(text);
        assert_eq!(problems, []);
        let levels = &config.checks.levels;
        assert_eq!((levels.of("superseded"), levels.of("name-variant")), (Some(Level::Error), Some(Level::Hint)));
        assert_eq!(config.checks.paths[0].levels.of("superseded"), Some(Level::Off));
        assert_eq!(config.checks.paths[1].levels.of("name-variant"), None);
        assert_eq!(config.features, Features { code_lens: Some(false), inlay_hints: None });
        for (text, want) in [
            ("[[checks.paths]]\nall = \"off\"\n", "1:1 'checks.paths' needs 'globs', such as globs = [\"archive/**\"]"),
            ("[checks]\npaths = 3\n", "2:9 'checks.paths' must be tables, each written [[checks.paths]]"),
            ("[features]\ncode-lens = 1\n", "2:13 'features.code-lens' must be true or false"),
            ("[features]\ncode-lense = true\n", "2:1 unknown key 'code-lense' (did you mean 'code-lens'?)"),
        ] {
            assert_eq!(said(text), [want]);
        }
        let bad = said("[briefings]\ninclude = [\"a\", \"b[\"]\n");
        assert!(bad[0].starts_with("2:17 cannot use the glob 'b['"), "{bad:?}");
    }

    #[test]
    fn one_mistake_leaves_the_rest_in_force() {
        let (config, problems) = Config::read("[corpus]\npaths = 3\nactors = \"wer.toml\"\n");
        assert_eq!((config.corpus.actors.as_str(), problems.len()), ("wer.toml", 1));
        assert_eq!(config.corpus.paths, ["corpus"]);
    }

    #[test]
    fn the_schema_knows_the_keys_that_are_read() {
        let schema: serde_json::Value = serde_json::from_str(&Config::schema()).expect("JSON");
        let text = schema.to_string();
        for key in ["corpus", "briefings", "checks", "paths", "actors", "include"].iter().chain(&CHECKS) {
            assert!(text.contains(&format!("\"{key}\"")), "{key}");
        }
    }
}
