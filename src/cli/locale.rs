//! In which language people are told what was found. What programs read is the same everywhere.

use crate::features::texts::{self, Texts};
use crate::lang::Lang;

#[derive(clap::Args)]
pub struct Locale {
    /// The language to tell people what was found in, de or en; json and sarif are always English. Default: what LC_ALL,
    /// LC_MESSAGES or LANG says, else en.
    #[arg(long, value_name = "TAG", value_parser = parse)]
    locale: Option<Lang>,
}

impl Locale {
    /// The words of that language.
    pub fn texts(&self) -> &'static Texts {
        texts::of(self.locale.unwrap_or_else(|| of_environment(|name| std::env::var(name).ok())))
    }
}

fn parse(tag: &str) -> Result<Lang, String> {
    let known = || Lang::ALL.map(Lang::tag).join(", ");
    Lang::from_tag(tag).ok_or_else(|| format!("there are no texts in it (one of: {})", known()))
}

/// As for every program: the first of the variables that says anything decides, and what it says may be unknown here.
fn of_environment(get: impl Fn(&str) -> Option<String>) -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(get).find(|value| !value.is_empty());
    said.and_then(|tag| Lang::from_tag(tag.split(['.', '@']).next()?)).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_says_anything_decides() {
        for (set, want) in [
            (&[][..], Lang::En),
            (&[("LANG", "de_DE.UTF-8")], Lang::De),
            (&[("LANG", "de")], Lang::De),
            (&[("LANG", "de.UTF-8")], Lang::De),
            (&[("LANG", "de@euro")], Lang::De),
            (&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "de_AT")], Lang::De),
            (&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], Lang::En),
            (&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "")], Lang::De),
            (&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "fr_FR")], Lang::En),
            (&[("LC_TIME", "de_DE.UTF-8")], Lang::En),
            (&[("LANG", "deutsch")], Lang::En),
        ] {
            let get = |name: &str| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(of_environment(get), want, "{set:?}");
        }
        assert_eq!((parse("de-CH"), parse("EN"), parse("fr").is_err()), (Ok(Lang::De), Ok(Lang::En), true));
    }
}
