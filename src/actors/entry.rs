//! A new entry for `actors.toml`, put behind what is there.
//!
//! **Invariant:** not a byte of the file is changed, only added to; what would not load is not written.

use std::fmt::Write as _;

use super::{Kind, Registry};
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
    let whole = toml::de::DeTable::parse(&format!("{file}{text}")).is_ok();
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
