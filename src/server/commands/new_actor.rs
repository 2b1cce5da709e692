//! `beleg.newActor`: lists a name of the text in the registry.

use std::io::ErrorKind;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Position, Range, TextEdit};

use super::super::event::Event;
use super::super::snapshot::{Doc, Snapshot};
use super::super::to_proto;
use super::super::uris::{self, Key};
use super::args::Args;
use super::statements::one_line;
use super::{Desk, failed, invalid};
use crate::actors::entry::new_actor;
use crate::actors::{ActorRef, Kind, Mention};
use crate::corpus::import::slug;
use crate::features::{Spot, texts};
use crate::text::Span;
use crate::text::document::Document;
use crate::text::prose::Format;
use crate::workspace::files::write_whole;

/// Longer stretches of text are no names.
const LONGEST: usize = 120;

pub fn run(desk: &Desk<'_>, args: &Args<'_>) -> Result<Value> {
    let (_, doc) = args.doc(desk.snapshot)?;
    let range = args.range(desk.snapshot, doc)?;
    let (name, kind) = selected(desk.snapshot, doc, range)?;
    // An entry that was added a moment ago must be seen: its id is taken.
    let now = desk.now()?;
    let library = &now.world.library;
    let path = library.workspace.actors_path();
    let uri = uris::from_path(&path).ok_or_else(|| failed(format!("'{}' has no URI", path.display())))?;
    let open = now.docs.get(&Key::File(path.clone()));
    let text = match open {
        Some(open) => open.text.text(),
        None => match library.workspace.read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && library.workspace.may_create(&path) => String::new(),
            Err(error) => return Err(failed(format!("cannot read '{}': {error}", path.display()))),
        },
    };
    let new = new_actor(&text, &name, kind, &slug(&name, "actor")).map_err(failed)?;
    match open {
        Some(open) => {
            let end = to_proto::position(&open.text, open.text.len(), now.peer.encoding);
            let edit = TextEdit { range: Range { start: end, end }, new_text: new.text.clone() };
            let label = (texts::of(now.peer.lang).list_actor)(&name);
            desk.apply(&label, desk.edit_of(open, vec![edit]))?;
        }
        None => {
            let cannot = |error: std::io::Error| failed(format!("cannot write '{}': {error}", path.display()));
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(cannot)?;
            }
            write_whole(&path, format!("{text}{}", new.text).as_bytes(), true).map_err(cannot)?;
            desk.tell(Event::FilesChanged(vec![path]));
        }
    }
    let after = Document::new(&format!("{text}{}", new.text), Format::Plain);
    let start = line_start(&after, text.len() + new.at);
    let shown = desk.show(uri, Range { start, end: start });
    Ok(json!({"id": new.id, "name": name, "kind": kind, "shown": shown}))
}

/// The start of the line of a byte.
fn line_start(document: &Document, at: usize) -> Position {
    let line = to_proto::position(document, at as u32, crate::text::lines::Encoding::Utf8).line;
    Position { line, character: 0 }
}

/// The name that is meant, and what sort of actor it seems to be.
fn selected(snapshot: &Snapshot, doc: &Doc, range: Span) -> Result<(String, Kind)> {
    let spot = Spot::new(&doc.analysis, range.start);
    let mention = spot.as_ref().and_then(|spot| {
        let touches = |m: &&Mention| {
            let span = spot.source(m.span);
            span.start <= range.end && range.start <= span.end
        };
        spot.paragraph.mentions.iter().find(touches).map(|m| (m, spot.source(m.span)))
    });
    let text = doc.text.text();
    let chosen = one_line(text.get(range.range()).unwrap_or_default());
    let name = match (&mention, chosen.is_empty()) {
        (Some((Mention { actor: ActorRef::Listed(id), .. }, span)), empty) if empty || *span == range => {
            let actor = snapshot.world.library.registry.get(id);
            let name = actor.map_or_else(|| id.to_string(), |a| a.name.clone());
            return Err(failed(format!("'{name}' is listed already (as '{id}')")));
        }
        // The caret is on a name: its fullest spelling, without a genitive's ending.
        (Some((Mention { actor: ActorRef::Unlisted(name), .. }, _)), true) => name.to_string(),
        (_, true) => return Err(invalid("no name is selected".to_owned())),
        (_, false) => chosen.trim_matches(|c: char| c.is_whitespace() || ",;:.!?".contains(c)).to_owned(),
    };
    if name.chars().count() > LONGEST || !name.contains(char::is_alphabetic) {
        return Err(invalid(format!("'{}' is not a name", name.chars().take(LONGEST).collect::<String>())));
    }
    // A mention in a part of the name may be another's: Süderhaven in KWZ Süderhaven.
    let whole = mention.filter(|(_, span)| span.contains(range));
    let kind = whole.map_or_else(|| guess(&name), |(m, _)| m.kind);
    Ok((name, kind))
}

/// What sort of actor a bare name is: capitals are an abbreviation, two words a person.
fn guess(name: &str) -> Kind {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let words = name.split_whitespace().count();
    if capitals >= 2 && words == 1 {
        Kind::Organisation
    } else if words > 1 {
        Kind::Person
    } else {
        Kind::Place
    }
}
