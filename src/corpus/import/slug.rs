//! What is an article file called? Its title in small letters that every system and every citation can spell.
//!
//! **Invariant:** `[a-z0-9-]`, 1 to [`MAX`] bytes, no hyphen at either end.

use unicode_normalization::UnicodeNormalization;

/// The longest name.
pub const MAX: usize = 60;

/// A name for `title`; `fallback` (a file name) where the title has no letters that can be spelled.
pub fn slug(title: &str, fallback: &str) -> String {
    [title, fallback, "article"].into_iter().map(spell).find(|s| !s.is_empty()).unwrap_or_default()
}

fn spell(text: &str) -> String {
    let mut out = String::new();
    let composed: String = text.nfc().collect();
    for c in composed.chars() {
        let known = match c {
            'ä' | 'Ä' | 'æ' | 'Æ' => "ae",
            'ö' | 'Ö' | 'œ' | 'Œ' | 'ø' | 'Ø' => "oe",
            'ü' | 'Ü' => "ue",
            'ß' | 'ẞ' => "ss",
            'å' | 'Å' => "aa",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'þ' | 'Þ' => "th",
            'ı' => "i",
            // An apostrophe or soft hyphen belongs to its word.
            '\'' | '’' | '\u{ad}' | '\u{200b}' => continue,
            _ => "",
        };
        if !known.is_empty() {
            out.push_str(known);
            continue;
        }
        let mut spelled = false;
        for d in std::iter::once(c).nfkd().filter(char::is_ascii_alphanumeric) {
            out.push(d.to_ascii_lowercase());
            spelled = true;
        }
        if !spelled && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    if out.len() > MAX {
        // Whole words, unless that leaves next to nothing.
        let cut = out[..=MAX].rfind('-').filter(|&at| at >= MAX / 2).unwrap_or(MAX);
        out.truncate(cut);
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spelled() {
        for (title, name) in [
            ("Größe zählt: Der Deich!", "groesse-zaehlt-der-deich"),
            ("O\u{308}l & Gas", "oel-gas"),
            ("Sinéad O’Connor's Çay", "sinead-oconnors-cay"),
            ("„Łódź“ – 2.000 m²", "lodz-2-000-m2"),
            ("", "seite-1"),
            ("水", "seite-1"),
        ] {
            assert_eq!(slug(title, "seite_1"), name);
        }
        assert_eq!(slug("", ""), "article");
        let long = slug("Warum der Landkreis an der Küste seine Deiche bis zum Jahr 2050 erhöhen muss", "");
        assert_eq!(long, "warum-der-landkreis-an-der-kueste-seine-deiche-bis-zum-jahr");
        assert_eq!(slug(&"ä".repeat(80), "").len(), MAX);
    }

    proptest! {
        #[test]
        fn always_spellable(title in "\\PC{0,120}", file in "\\PC{0,9}") {
            let s = slug(&title, &file);
            prop_assert!((1..=MAX).contains(&s.len()) && !s.starts_with('-') && !s.ends_with('-'));
            prop_assert!(s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
}
