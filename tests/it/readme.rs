//! What the README shows is what the program prints.

use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The blocks marked as `console`: each `$ ` line with what follows it.
fn examples(readme: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for line in block.lines() {
            match (line.strip_prefix("$ "), out.last_mut()) {
                (Some(command), _) => out.push((command.to_owned(), String::new())),
                (None, Some((_, output))) => *output += &format!("{line}\n"),
                (None, None) => panic!("output without a command: {line}"),
            }
        }
    }
    out
}

#[test]
#[cfg(unix)]
fn the_readme_shows_what_the_program_prints() {
    let path = Path::new(ROOT).join("README.md");
    let mut readme = std::fs::read_to_string(&path).unwrap();
    let examples = examples(&readme);
    assert!(examples.len() >= 3, "found {} examples", examples.len());
    let programs = Path::new(env!("CARGO_BIN_EXE_beleg")).parent().unwrap().to_owned();
    let path_variable = std::env::join_paths(
        std::iter::once(programs).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let cache = tempfile::tempdir().unwrap();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    for (command, shown) in examples {
        let done = Command::new("sh")
            .args(["-c", &command])
            .current_dir(ROOT)
            .env("PATH", path_variable.as_ref().unwrap())
            .env("XDG_CACHE_HOME", cache.path())
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        let printed = String::from_utf8(done.stdout).unwrap();
        if update {
            readme = readme.replacen(&format!("$ {command}\n{shown}"), &format!("$ {command}\n{printed}"), 1);
        } else {
            assert_eq!(printed, shown, "\n$ {command}\n(UPDATE_EXPECT=1 cargo test writes the README anew)");
        }
    }
    if update {
        std::fs::write(path, readme).unwrap();
    }
}
