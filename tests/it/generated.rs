//! Files that are made from the code are those that the code makes.

use std::path::Path;

/// Compares a file of the repository with what it should hold; `UPDATE_GENERATED=1` writes it.
fn assert_or_update(path: &str, want: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, want).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == want, "'{}' is not current; run the tests with UPDATE_GENERATED=1", path.display());
}

#[test]
fn the_schema_of_beleg_toml_is_current() {
    assert_or_update("editors/beleg.schema.json", &beleg::workspace::Config::schema());
}

#[test]
fn the_pages_of_the_checks_are_current() {
    let mut index = "# Checks\n\n| check | default | reports |\n| --- | --- | --- |\n".to_owned();
    for check in beleg::checks::ALL {
        let code = check.code();
        index += &format!("| [{code}]({code}.md) | {} | {} |\n", check.severity().name(), check.doc().what);
        assert_or_update(&format!("docs/checks/{code}.md"), &beleg::checks::doc::page(check));
    }
    assert_or_update("docs/checks/README.md", &index);
}
