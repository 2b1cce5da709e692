//! What an editor's settings say, and whether they or `beleg.toml` count.
//!
//! The file is the workspace's: it is shared and holds in every editor, on the command line and in CI, so it wins. Who wants it
//! otherwise in their own editor says so there, with `"precedence": "editor"`.

use serde_json::Value;

use super::config::{CHECKS, Features, Level, Levels};
use crate::annotations::decisions::EVERY_CHECK;

/// Settings of an editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How checks report.
    pub checks: Levels,
    /// What is shown beside the text.
    pub features: Features,
    /// Whether these count for more than the file.
    pub wins: bool,
    /// What is wrong with them.
    pub problems: Vec<String>,
}

impl Settings {
    /// These settings with what an editor has sent, given as `{"beleg": {…}}` or as what stands inside. What it does not speak
    /// of stays.
    pub fn with(&self, sent: &Value) -> Settings {
        let sent = sent.get("beleg").unwrap_or(sent);
        let mut new = self.clone();
        let mut problems = Vec::new();
        if let Some(checks) = sent.get("checks").filter(|v| !v.is_null()) {
            new.checks = Levels::default();
            for (check, level) in checks.as_object().into_iter().flatten() {
                let text = level.as_str().unwrap_or_default();
                if check != EVERY_CHECK && !CHECKS.contains(&check.as_str()) {
                    problems.push(format!("setting 'checks': there is no check '{check}'"));
                } else if let Some(level) = Level::named(text) {
                    new.checks.set(check, level);
                } else {
                    let names = Level::names();
                    problems.push(format!("setting 'checks.{check}' cannot be '{text}' (one of: {names})"));
                }
            }
            if !checks.is_object() {
                problems.push("setting 'checks' must be an object of checks and levels".to_owned());
            }
        }
        if let Some(features) = sent.get("features").filter(|v| !v.is_null()) {
            new.features = Features::default();
            // As in beleg.toml, or as editors like to write it.
            for (name, camel) in Features::NAMES.into_iter().zip(["codeLens", "inlayHints"]) {
                let value = features.get(name).or_else(|| features.get(camel)).filter(|v| !v.is_null());
                match (value.map(Value::as_bool), new.features.get_mut(name)) {
                    (Some(Some(on)), Some(switch)) => *switch = Some(on),
                    (Some(None), _) => problems.push(format!("setting 'features.{camel}' must be true or false")),
                    _ => {}
                }
            }
        }
        match sent.get("precedence").filter(|v| !v.is_null()).map(Value::as_str) {
            Some(Some("file")) => new.wins = false,
            Some(Some("editor")) => new.wins = true,
            Some(_) => problems.push("setting 'precedence' must be one of: file, editor".to_owned()),
            None => {}
        }
        if sent.is_object() {
            new.problems = problems;
        }
        new
    }

    /// Which of two answers counts.
    pub fn choose<T>(&self, file: Option<T>, own: Option<T>) -> Option<T> {
        if self.wins { own.or(file) } else { file.or(own) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_come_with_and_without_their_section() {
        for sent in [
            json!({"beleg": {"checks": {"superseded": "off"}, "features": {"codeLens": false}}}),
            json!({"checks": {"superseded": "off"}, "features": {"code-lens": false}}),
        ] {
            let settings = Settings::default().with(&sent);
            assert_eq!(settings.checks.of("superseded"), Some(Level::Off));
            assert_eq!(settings.features, Features { code_lens: Some(false), inlay_hints: None });
            assert_eq!((settings.wins, settings.problems.len()), (false, 0));
            // Null means that nothing is said, not that everything is taken back.
            assert_eq!(settings.with(&Value::Null), settings);
            assert_eq!(settings.with(&json!({"checks": {}})).checks, Levels::default());
        }
    }

    #[test]
    fn what_cannot_be_used_is_said() {
        let sent = json!({"checks": {"supersede": "off", "superseded": "loud", "all": "hint"}, "precedence": 3,
            "features": {"inlayHints": "yes"}});
        let settings = Settings::default().with(&sent);
        assert_eq!(settings.problems.len(), 4, "{:#?}", settings.problems);
        assert_eq!(settings.checks.of("superseded"), Some(Level::Hint));
    }

    #[test]
    fn the_file_wins_unless_the_editor_says_otherwise() {
        let mut settings = Settings::default();
        assert_eq!(settings.choose(Some(1), Some(2)), Some(1));
        assert_eq!(settings.choose(None, Some(2)), Some(2));
        settings = settings.with(&json!({"precedence": "editor"}));
        assert_eq!((settings.choose(Some(1), Some(2)), settings.choose(Some(1), None)), (Some(2), Some(1)));
    }
}
