//! The rules of the house: which folder may know which.

use std::path::{Path, PathBuf};

/// Folders in the order in which they build on each other. A folder imports only what stands before it; those in one row
/// do not know each other.
const LAYERS: &[&[&str]] = &[
    &["lang"],
    &["text"],
    &["figures", "actors"],
    &["analysis"],
    &["claims"],
    &["corpus"],
    &["trace"],
    &["checks"],
    &["annotations"],
    &["features"],
    &["workspace"],
    &["server", "cli"],
];

/// What may be imported although it stands later, and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("lang", "text", "a pack speaks of spans"),
    ("analysis", "claims", "claims are found paragraph by paragraph"),
    ("cli", "server", "`beleg lsp` starts the server"),
];

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Every source file: its path below `src` and its text.
fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    files.sort();
    let name = |path: &PathBuf| path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&name))
}

fn folder(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The modules of the crate that a file names.
fn imports(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for part in text.split("crate::").skip(1) {
        let names = match part.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default(),
            None => part.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default(),
        };
        let first = |name: &str| {
            name.trim().split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default().to_owned()
        };
        out.extend(names.split(',').map(first));
    }
    out.retain(|name| layer(name).is_some());
    out
}

/// A file without its comments: documentation may speak of any folder.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_folder_imports_only_what_stands_before_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let own = folder(&path);
        let Some(mine) = layer(own) else { continue };
        for name in imports(&code(&text)) {
            let theirs = layer(&name).unwrap();
            let allowed = ALLOWED.iter().any(|(from, to, _)| *from == own && *to == name);
            if name != own && theirs >= mine && !allowed {
                wrong.push(format!("{path} imports {name}"));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let unknown: Vec<String> = sources()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| layer(folder(path)).is_none() && !["lib.rs", "main.rs"].contains(&path.as_str()))
        .collect();
    assert!(unknown.is_empty(), "name these in LAYERS: {unknown:?}");
}

#[test]
fn only_the_server_speaks_the_protocol() {
    for (path, text) in sources() {
        let code = code(&text);
        let speaks = ["tower_lsp", "ls_types", "lsp_types"].iter().any(|name| code.contains(name));
        assert!(!speaks || path.starts_with("server/"), "{path} knows the protocol's types");
    }
}

#[test]
fn every_folder_says_what_it_answers_and_what_holds() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{path} does not say what it is for");
    }
}
