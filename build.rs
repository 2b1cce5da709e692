//! Puts the lexicon together when beleg is built: stemming 70,000 lemmas takes a process longer than what it was started for.
//!
//! The modules are the program's own. All they read is compiled into this script, so it runs again when any of it changes.

#![allow(dead_code, reason = "the program uses the rest")]
#![allow(clippy::print_stdout, reason = "how a build script speaks to cargo")]

use std::error::Error;
use std::path::Path;

use language::Lang;
use stem::{fold, irregular, stem};

#[path = "src/lang/concepts/mod.rs"]
mod concepts;
#[path = "src/lang/de/forms.rs"]
mod de;
#[path = "src/lang/en/forms.rs"]
mod en;
#[path = "src/lang/language.rs"]
mod language;
#[path = "src/lang/lexicon/map.rs"]
mod map;
#[path = "src/lang/lexicon/shipped.rs"]
mod shipped;
#[path = "src/lang/stem.rs"]
mod stem;
#[path = "src/lang/lexicon/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let files = shipped::Shipped::new().files().ok_or("the lexicon is larger than its format can hold")?;
    for (name, bytes) in files {
        std::fs::write(Path::new(&out).join(format!("lexicon-{name}")), bytes)?;
    }
    Ok(())
}
