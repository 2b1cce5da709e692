//! A new entry for `actors.toml`, put behind what is there.
//!
//! **Invariant:** not a byte of the file is changed, only added to; what would not load is not written.

use std::fmt::Write as _;

use toml::de::DeTable;

use super::{Kind, Registry};
use crate::text::Span;
use crate::text::problem::Severity;

/// An entry that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewActor {
    /// Its id, which is free.
    pub id: String,
    /// What to write behind the last byte of the file.
    pub text: String,
    /// Where in that the `[[actor]]` stands.
    pub at: usize,
}

/// An entry for `name` behind `file`. `id` is a wish: a number is added where it is taken. The error says what stands in the
/// way.
pub fn new_actor(file: &str, name: &str, kind: Kind, id: &str) -> Result<NewActor, String> {
    let (known, before) = Registry::parse(file);
    if let Some(listed) = known.actors().iter().find(|a| a.names().any(|n| n == name)) {
        return Err(format!("'{name}' is listed already (as '{}')", listed.id));
    }
    let mut free = id.to_owned();
    for n in 2.. {
        if known.get(&free).is_none() {
            break;
        }
        free = format!("{id}-{n}");
    }
    let end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = String::new();
    if !file.is_empty() && !file.ends_with('\n') {
        text.push_str(end);
    }
    if !file.trim().is_empty() {
        text.push_str(end);
    }
    let at = text.len();
    let kind = kind_name(kind);
    let _ = write!(text, "[[actor]]{end}id = {}{end}name = {}{end}kind = \"{kind}\"{end}", quoted(&free), quoted(name));
    let (after, problems) = Registry::parse(&format!("{file}{text}"));
    let whole = DeTable::parse(&format!("{file}{text}")).is_ok();
    if whole
        && after.get(&free).is_some_and(|a| a.name == name.trim())
        && after.actors().len() == known.actors().len() + 1
    {
        return Ok(NewActor { id: free, text, at });
    }
    let error = |p: &&crate::text::Problem| p.severity == Severity::Error;
    let why = before.iter().find(error).or(problems.iter().find(error));
    Err(why.map_or_else(
        || format!("'{name}' cannot be an actor's name (it has no letters)"),
        |p| format!("the registry has a mistake in line {}: {}", p.line, p.message),
    ))
}

/// Where the house name of each entry stands in `file`: the value between its quotes included, with the entry's id.
pub fn names(file: &str) -> Vec<(Span, String)> {
    let (root, _) = DeTable::parse_recoverable(file);
    let mut out = Vec::new();
    let entries = root.get_ref().get("actor").and_then(|v| v.get_ref().as_array());
    for entry in entries.into_iter().flat_map(|a| a.iter()) {
        let Some(table) = entry.get_ref().as_table() else { continue };
        let (Some(name), Some(id)) = (table.get("name"), table.get("id").and_then(|v| v.get_ref().as_str())) else {
            continue;
        };
        out.push((Span::new(name.span().start, name.span().end), id.trim().to_owned()));
    }
    out
}

/// The edits of `file` that give the actor `id` another house name. The old one becomes an alias: articles spell it so.
pub fn renamed(file: &str, id: &str, new: &str) -> Result<Vec<(Span, String)>, String> {
    if !new.contains(char::is_alphabetic) || new.contains(char::is_control) {
        return Err(format!("'{new}' cannot be an actor's name"));
    }
    let (registry, _) = Registry::parse(file);
    let other = registry.actors().iter().find(|a| a.id.as_ref() != id && a.names().any(|n| n == new));
    if let Some(other) = other {
        return Err(format!("'{new}' is a name of '{}' already", other.id));
    }
    let actor = registry.get(id).ok_or_else(|| format!("the registry has no actor '{id}'"))?;
    let (root, _) = DeTable::parse_recoverable(file);
    let entries = root.get_ref().get("actor").and_then(|v| v.get_ref().as_array());
    let table = entries
        .into_iter()
        .flat_map(|a| a.iter())
        .filter_map(|e| e.get_ref().as_table())
        .find(|t| t.get("id").and_then(|v| v.get_ref().as_str()).is_some_and(|found| found.trim() == id));
    let name = table.and_then(|t| t.get("name")).ok_or_else(|| format!("the registry has no actor '{id}'"))?;
    let span = Span::new(name.span().start, name.span().end);
    let mut edits = vec![(span, quoted(new))];
    let old = actor.name.as_str();
    if old != new && !actor.aliases.iter().any(|a| a == old) {
        match table.and_then(|t| t.get("aliases")) {
            None => {
                let end = if file.contains("\r\n") { "\r\n" } else { "\n" };
                let text = format!("{}{end}aliases = [{}]", quoted(new), quoted(old));
                edits = vec![(span, text)];
            }
            Some(aliases) => match aliases.get_ref().as_array().map(|a| a.iter().next_back().map(|l| l.span().end)) {
                Some(Some(at)) => edits.push((Span::new(at, at), format!(", {}", quoted(old)))),
                Some(None) => {
                    let at = aliases.span().start + 1;
                    edits.push((Span::new(at, at), quoted(old)));
                }
                None => {}
            },
        }
    }
    edits.sort_by_key(|(span, _)| *span);
    let mut after = file.to_owned();
    for (span, text) in edits.iter().rev() {
        after.replace_range(span.range(), text);
    }
    let (after, _) = Registry::parse(&after);
    let done = after.get(id).is_some_and(|a| a.name == new) && after.actors().len() == registry.actors().len();
    if done { Ok(edits) } else { Err(format!("the entry of '{id}' cannot be changed (write it as [[actor]])")) }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organisation => "organisation",
        Kind::State => "state",
        Kind::Place => "place",
        Kind::Group => "group",
    }
}

/// A TOML basic string.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_keeps_its_text() {
        for (file, added) in [
            ("", "[[actor]]\nid = \"moor\"\nname = \"Moor\"\nkind = \"place\"\n"),
            ("# Wer?\n", "\n[[actor]]\nid = \"moor\"\nname = \"Moor\"\nkind = \"place\"\n"),
            ("# Wer?", "\n\n[[actor]]\nid = \"moor\"\nname = \"Moor\"\nkind = \"place\"\n"),
            (
                "[[actor]]\r\nid = \"moor\"\r\nname = \"Großes Moor\"\r\nkind = \"place\"\r\n",
                "\r\n[[actor]]\r\nid = \"moor-2\"\r\nname = \"Moor\"\r\nkind = \"place\"\r\n",
            ),
        ] {
            let new = new_actor(file, "Moor", Kind::Place, "moor").expect("an entry");
            assert_eq!(new.text, added, "{file:?}");
            assert!(new.text[new.at..].starts_with("[[actor]]"));
        }
    }

    #[test]
    fn a_new_house_name_keeps_the_old_one_as_an_alias() {
        let apply = |file: &str, edits: Vec<(Span, String)>| {
            let mut out = file.to_owned();
            for (span, text) in edits.into_iter().rev() {
                out.replace_range(span.range(), &text);
            }
            out
        };
        let head = "# Ämter\r\n[[actor]]\r\nid = 'a'\r\nname = \"Hafenamt Ö\" # Haus\r\nkind = \"organisation\"\r\n";
        let file = apply(head, renamed(head, "a", "Küstenamt").expect("edits"));
        assert_eq!(file, head.replace("\"Hafenamt Ö\"", "\"Küstenamt\"\r\naliases = [\"Hafenamt Ö\"]"));
        for aliases in ["[]", "[\"HA\"]", "[\r\n  \"HA\", # kurz\r\n]"] {
            let file = format!("{head}aliases = {aliases}\r\n");
            let (registry, problems) = Registry::parse(&apply(&file, renamed(&file, "a", "Küstenamt").expect("edits")));
            assert_eq!(problems, []);
            let actor = registry.get("a").expect("the actor");
            assert_eq!(actor.name, "Küstenamt");
            assert!(actor.aliases.contains(&"Hafenamt Ö".to_owned()), "{aliases}");
            assert_eq!(actor.aliases.contains(&"HA".to_owned()), aliases.contains("HA"));
        }
        let (span, id) = names(head).remove(0);
        assert_eq!((&head[span.range()], &*id), ("\"Hafenamt Ö\"", "a"));
        assert!(renamed(head, "a", "…").is_err() && renamed(head, "b", "X Y").is_err());
    }

    #[test]
    fn every_name_is_read_back() {
        for name in ["Müller & Söhne", "\"Ton\" \\ Steine", "O’Brien \u{1F600}", "a\tb"] {
            let new = new_actor("", name, Kind::Organisation, "x").expect("an entry");
            let (registry, problems) = Registry::parse(&new.text);
            assert_eq!(registry.get("x").map(|a| a.name.as_str()), Some(name), "{problems:?}");
        }
    }

    #[test]
    fn what_would_not_load_is_not_written() {
        let error = new_actor("[[actor]\nid = 1\n", "Moor", Kind::Place, "moor").expect_err("broken");
        assert!(error.starts_with("the registry has a mistake in line 1: not valid TOML"), "{error}");
        let error = new_actor("actor = []\n", "Moor", Kind::Place, "moor").expect_err("closed list");
        assert!(error.contains("mistake"), "{error}");
        assert!(new_actor("", "…", Kind::Place, "x").is_err());
        let listed = "[[actor]]\nid = \"moor\"\nname = \"Großes Moor\"\nkind = \"place\"\naliases = [\"Moor\"]\n";
        assert_eq!(new_actor(listed, "Moor", Kind::Place, "x"), Err("'Moor' is listed already (as 'moor')".to_owned()));
    }
}
