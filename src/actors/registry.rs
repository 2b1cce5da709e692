//! `actors.toml`: whom do the editors know, and how do they spell them?
//!
//! **Invariant:** a broken entry costs that entry or that field, never the file: everything else loads, and what was left
//! out is a [`Problem`] at its line. Inflected forms are not listed here; the matcher makes them.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Kind, fold};
use crate::text::problem::{Problem, Severity};

/// One office an actor holds or held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Bürgermeister, managing director …
    pub title: String,
    /// The id or name of whom the office belongs to.
    pub of: Option<String>,
    /// The first day, as EDTF.
    pub from: Option<String>,
    /// The last day, as EDTF.
    pub to: Option<String>,
}

/// One entry of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// What other files call the actor.
    pub id: Arc<str>,
    /// The house spelling.
    pub name: String,
    /// What sort of actor.
    pub kind: Kind,
    /// Other spellings and short forms.
    pub aliases: Vec<String>,
    /// Demonym adjectives, in German without an ending: nordkoreanisch, Wendbrücker, Czech.
    pub adjectives: Vec<String>,
    /// Seats and buildings that stand for the actor: Moskau, Kreml.
    pub metonyms: Vec<String>,
    /// Who it is, in a few words.
    pub description: Option<String>,
    /// The Wikidata id.
    pub wikidata: Option<String>,
    /// Offices.
    pub roles: Vec<Role>,
    /// The line of the entry's `id` in `actors.toml`, from 1.
    pub line: u32,
}

impl Actor {
    /// The name and the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// `actors.toml`, read.
#[derive(Debug, Default)]
pub struct Registry {
    actors: Vec<Actor>,
    by_id: FxHashMap<Arc<str>, usize>,
}

const FIELDS: [&str; 9] =
    ["id", "name", "kind", "aliases", "adjectives", "metonyms", "description", "wikidata", "roles"];
const ROLE_FIELDS: [&str; 4] = ["title", "of", "from", "to"];
const KINDS: [(&str, Kind); 5] = [
    ("person", Kind::Person),
    ("organisation", Kind::Organisation),
    ("state", Kind::State),
    ("place", Kind::Place),
    ("group", Kind::Group),
];

impl Registry {
    /// Reads `actors.toml`; what could not be read is among the problems, in the order of the file.
    pub fn parse(text: &str) -> (Registry, Vec<Problem>) {
        let mut reader =
            Reader { text, ends: memchr::memchr_iter(b'\n', text.as_bytes()).collect(), problems: Vec::new() };
        let registry = reader.file();
        let mut problems = reader.problems;
        problems.sort();
        (registry, problems)
    }

    /// A registry of these actors; of two with one id the first counts.
    pub fn from_actors(actors: impl IntoIterator<Item = Actor>) -> Registry {
        let mut registry = Registry::default();
        for actor in actors {
            registry.add(actor);
        }
        registry
    }

    fn add(&mut self, actor: Actor) -> bool {
        if self.by_id.contains_key(&actor.id) {
            return false;
        }
        self.by_id.insert(actor.id.clone(), self.actors.len());
        self.actors.push(actor);
        true
    }

    /// Every actor, in the order of the file.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The actor with this id.
    pub fn get(&self, id: &str) -> Option<&Actor> {
        self.by_id.get(id).and_then(|at| self.actors.get(*at))
    }

    /// The spellings that two or more actors claim, each with the claimants' ids, in the order of the file. Allowed, but
    /// the text has to decide who is meant.
    pub fn shared_names(&self) -> Vec<(String, Vec<Arc<str>>)> {
        let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
        let mut all: Vec<(String, Vec<Arc<str>>)> = Vec::new();
        for actor in &self.actors {
            for name in actor.names() {
                let at = *seen.entry(fold::hash(name)).or_insert_with(|| {
                    all.push((name.to_owned(), Vec::new()));
                    all.len() - 1
                });
                if let Some((_, ids)) = all.get_mut(at)
                    && ids.last() != Some(&actor.id)
                {
                    ids.push(actor.id.clone());
                }
            }
        }
        all.retain(|(_, ids)| ids.len() > 1);
        all
    }
}

struct Reader<'t> {
    text: &'t str,
    /// Where line ends are.
    ends: Vec<usize>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, at: usize, severity: Severity, message: String) {
        self.problems.push(Problem::at(self.text, at, severity, message));
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> u32 {
        self.ends.partition_point(|end| *end < at) as u32 + 1
    }

    fn file(&mut self) -> Registry {
        let mut registry = Registry::default();
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let at = error.span().map_or(0, |s| s.start);
            let message = error.message().trim_end().replace('\n', "; ");
            self.problem(at, Severity::Error, format!("not valid TOML: {message}"));
        }
        for (key, value) in root.get_ref() {
            let (at, name) = (key.span().start, key.get_ref().as_ref());
            if name != "actor" {
                let near = if is_near(name, "actor") || is_near(name, "actors") {
                    "did you mean '[[actor]]'?"
                } else {
                    "the file consists of '[[actor]]' entries"
                };
                self.problem(at, Severity::Warning, format!("unknown key '{}' ({near})", shown(name)));
                continue;
            }
            match value.get_ref() {
                DeValue::Array(entries) => {
                    for entry in entries {
                        match entry.get_ref() {
                            DeValue::Table(table) => self.entry(entry.span().start, table, &mut registry),
                            other => {
                                let kind = type_of(other);
                                let message = format!("an actor must be a table ('[[actor]]'), not {kind}");
                                self.problem(entry.span().start, Severity::Error, message);
                            }
                        }
                    }
                }
                DeValue::Table(table) => {
                    let message = "write '[[actor]]' with two brackets, one for each actor".to_owned();
                    self.problem(at, Severity::Error, message);
                    self.entry(value.span().start, table, &mut registry);
                }
                other => {
                    let kind = type_of(other);
                    self.problem(at, Severity::Error, format!("'actor' must be '[[actor]]' entries, not {kind}"));
                }
            }
        }
        let shared = registry.shared_names();
        for (name, ids) in shared {
            let message = format!(
                "'{}' is a name of {}; the text around it has to decide who is meant",
                shown(&name),
                ids.iter().map(|id| format!("'{}'", shown(id))).collect::<Vec<_>>().join(" and ")
            );
            let line = ids.last().and_then(|id| registry.get(id)).map_or(1, |a| a.line);
            self.problems.push(Problem { line, column: 1, severity: Severity::Hint, message });
        }
        registry
    }

    fn entry(&mut self, at: usize, table: &DeTable<'_>, registry: &mut Registry) {
        for key in table.keys() {
            self.check_key(key, &FIELDS, "an actor");
        }
        let id_at = table.get("id").map_or(at, |v| v.span().start);
        let id = self.string(table, "id").filter(|id| !id.trim().is_empty());
        let name = self.string(table, "name").filter(|name| name.chars().any(char::is_alphanumeric));
        let kind = table.get("kind").and_then(|value| self.kind(value));
        let (Some(id), Some(name)) = (id.clone(), name.clone()) else {
            let missing = if id.is_none() { "id" } else { "name" };
            let which = id.or(name).map_or(String::new(), |w| format!(" ('{}')", shown(&w)));
            self.problem(at, Severity::Error, format!("actor{which} has no '{missing}' (every actor needs one)"));
            return;
        };
        let Some(kind) = kind else {
            if !table.contains_key("kind") {
                let message = format!("actor '{}' has no 'kind' (one of {})", shown(&id), kinds());
                self.problem(at, Severity::Error, message);
            }
            return;
        };
        if let Some(first) = registry.get(&id) {
            let message = format!(
                "id '{}' is already used in line {} (give this actor another id, or merge the two)",
                shown(&id),
                first.line
            );
            self.problem(id_at, Severity::Error, message);
            return;
        }
        let line = self.line(id_at);
        registry.add(Actor {
            id: Arc::from(id.trim()),
            name: name.trim().to_owned(),
            kind,
            aliases: self.strings(table, "aliases"),
            adjectives: self.strings(table, "adjectives"),
            metonyms: self.strings(table, "metonyms"),
            description: self.string(table, "description"),
            wikidata: self.string(table, "wikidata"),
            roles: self.roles(table),
            line,
        });
    }

    fn kind(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Kind> {
        let at = value.span().start;
        let Some(given) = value.get_ref().as_str() else {
            let message = format!("'kind' must be a string, not {} (one of {})", type_of(value.get_ref()), kinds());
            self.problem(at, Severity::Error, message);
            return None;
        };
        let kind = KINDS.iter().find(|(name, _)| *name == given).map(|(_, kind)| *kind);
        if kind.is_none() {
            let near = nearest(given, &KINDS.map(|(name, _)| name));
            let hint = near.map_or_else(|| format!("one of {}", kinds()), |n| format!("did you mean '{n}'?"));
            self.problem(at, Severity::Error, format!("unknown kind '{}' ({hint})", shown(given)));
        }
        kind
    }

    fn check_key(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&'static str], of: &str) {
        let name = key.get_ref().as_ref();
        if known.contains(&name) {
            return;
        }
        let hint = nearest(name, known)
            .map_or_else(|| format!("{of} has {}", known.join(", ")), |n| format!("did you mean '{n}'?"));
        self.problem(key.span().start, Severity::Warning, format!("unknown key '{}' ({hint})", shown(name)));
    }

    fn string(&mut self, table: &DeTable<'_>, key: &str) -> Option<String> {
        let value = table.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                let message = format!("'{key}' must be a string, not {}", type_of(value.get_ref()));
                self.problem(value.span().start, Severity::Error, message);
                None
            }
        }
    }

    fn strings(&mut self, table: &DeTable<'_>, key: &str) -> Vec<String> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            let kind = type_of(value.get_ref());
            let message = format!("'{key}' must be a list of strings such as [\"…\"], not {kind}");
            self.problem(value.span().start, Severity::Error, message);
            return value.get_ref().as_str().map(|s| s.trim().to_owned()).into_iter().collect();
        };
        let mut out = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) if text.chars().any(char::is_alphanumeric) => out.push(text.trim().to_owned()),
                Some(text) => {
                    let message = format!("'{}' in '{key}' has no letters (remove it)", shown(text));
                    self.problem(item.span().start, Severity::Warning, message);
                }
                None => {
                    let message = format!("'{key}' must hold strings, not {}", type_of(item.get_ref()));
                    self.problem(item.span().start, Severity::Error, message);
                }
            }
        }
        out
    }

    fn roles(&mut self, table: &DeTable<'_>) -> Vec<Role> {
        let Some(value) = table.get("roles") else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            let message = format!(
                "'roles' must be a list such as [{{ title = \"mayor\", of = \"…\" }}], not {}",
                type_of(value.get_ref())
            );
            self.problem(value.span().start, Severity::Error, message);
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items {
            let DeValue::Table(role) = item.get_ref() else {
                let kind = type_of(item.get_ref());
                let message = format!("a role must be a table such as {{ title = \"mayor\" }}, not {kind}");
                self.problem(item.span().start, Severity::Error, message);
                continue;
            };
            for key in role.keys() {
                self.check_key(key, &ROLE_FIELDS, "a role");
            }
            match self.string(role, "title") {
                Some(title) => out.push(Role {
                    title,
                    of: self.string(role, "of"),
                    from: self.string(role, "from"),
                    to: self.string(role, "to"),
                }),
                None => self.problem(item.span().start, Severity::Error, "a role has no 'title'".to_owned()),
            }
        }
        out
    }
}

/// What a value is, with its article.
fn type_of(value: &DeValue<'_>) -> String {
    let name = value.type_str();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

fn kinds() -> String {
    KINDS.map(|(name, _)| name).join(", ")
}

/// User text in a message: on one line and not endless.
fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

fn is_near(a: &str, b: &str) -> bool {
    strsim::damerau_levenshtein(&a.to_lowercase(), b) <= 2
}

fn nearest(given: &str, known: &[&'static str]) -> Option<&'static str> {
    let given = given.to_lowercase();
    known
        .iter()
        .map(|k| (strsim::damerau_levenshtein(&given, k), *k))
        .filter(|(distance, k)| *distance <= 2.max(k.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, k)| k)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> (Vec<String>, Vec<String>) {
        let (registry, problems) = Registry::parse(text);
        (
            registry.actors().iter().map(|a| format!("{}@{}", a.id, a.line)).collect(),
            problems.iter().map(|p| format!("{}:{} {}", p.line, p.column, p.message)).collect(),
        )
    }

    #[test]
    fn a_full_entry() {
        let (registry, problems) = Registry::parse(
            "[[actor]]\nid = \"ana-silva\"\nname = \"Ana Silva\"\nkind = \"person\"\naliases = [\"Silva\"]\n\
             description = \"Ärztin\"\nwikidata = \"Q1\"\nroles = [{ title = \"mayor\", of = \"porto\", from = \"2020\" }]\n",
        );
        assert_eq!(problems, []);
        let actor = registry.get("ana-silva").map(|a| (a.names().collect::<Vec<_>>().join("|"), a.line, a.roles.len()));
        assert_eq!(actor, Some(("Ana Silva|Silva".to_owned(), 2, 1)));
    }

    #[test]
    fn a_broken_entry_costs_only_itself() {
        let (ids, problems) = messages(
            "[[actor]]\nid = \"a\"\nname = \"Ä\"\nkind = \"place\"\nalias = [\"x\"]\n\n\
             [[actor]]\nid = \"b\"\nname = \"B\"\nkind = \"city\"\n\n\
             [[actor]]\nname = \"C\"\nkind = \"state\"\n\n\
             [[actor]]\nid = \"a\"\nname = \"D\"\nkind = \"organization\"\n\n\
             [[actor]]\nid = \"a\"\nname = \"E\"\nkind = \"state\"\n\n\
             [[actor]]\nid = \"f\"\nname = \"F\"\nkind = \"state\"\naliases = \"Eff\"\nadjectives = [1, \"effisch\"]\n",
        );
        assert_eq!(ids, ["a@2", "f@27"]);
        assert_eq!(
            problems,
            [
                "5:1 unknown key 'alias' (did you mean 'aliases'?)",
                "10:8 unknown kind 'city' (one of person, organisation, state, place, group)",
                "12:1 actor ('C') has no 'id' (every actor needs one)",
                "19:8 unknown kind 'organization' (did you mean 'organisation'?)",
                "22:6 id 'a' is already used in line 2 (give this actor another id, or merge the two)",
                "30:11 'aliases' must be a list of strings such as [\"…\"], not a string",
                "31:15 'adjectives' must hold strings, not an integer",
            ]
        );
    }

    #[test]
    fn broken_toml_still_gives_the_rest() {
        let (ids, problems) = messages(
            "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"place\"\n\n[[actor]]\nid = \"b\nname = \"B\"\nkind = \"place\"\n",
        );
        assert!(ids.contains(&"a@2".to_owned()), "{ids:?}");
        assert!(problems.iter().any(|p| p.starts_with("7:")), "{problems:?}");
    }

    #[test]
    fn a_shared_alias_is_allowed_and_listed() {
        let (ids, problems) = messages(
            "[[actor]]\nid = \"a\"\nname = \"Eva Holm\"\nkind = \"person\"\naliases = [\"Holm\"]\n\n\
             [[actor]]\nid = \"b\"\nname = \"Per Holm\"\nkind = \"person\"\naliases = [\"Holm\"]\n",
        );
        assert_eq!(ids, ["a@2", "b@8"]);
        assert_eq!(problems, ["8:1 'Holm' is a name of 'a' and 'b'; the text around it has to decide who is meant"]);
    }

    #[test]
    fn unknown_top_level_keys_and_single_brackets() {
        let (ids, problems) =
            messages("[[actors]]\nid = \"a\"\n\n[actor]\nid = \"b\"\nname = \"B\"\nkind = \"place\"\n");
        assert_eq!(ids, ["b@5"]);
        assert_eq!(
            problems,
            [
                "1:3 unknown key 'actors' (did you mean '[[actor]]'?)",
                "4:2 write '[[actor]]' with two brackets, one for each actor"
            ]
        );
    }
}
