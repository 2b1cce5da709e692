//! What does a line look like? Length, punctuation, capitals; no cue words.
//!
//! **Invariant:** pure functions of one line, for German and English alike.

/// Closing marks that may stand behind the end of a sentence.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '’' | '‘' | '«' | '»' | '›' | '‹' | ')' | ']' | '*')
}

/// The last character that is no closing quote or bracket.
pub fn last_mark(line: &str) -> Option<char> {
    // The number of a note may stand behind it.
    let superscript = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    line.trim_end().trim_end_matches(|c| is_closer(c) || superscript(c)).chars().next_back()
}

/// Does it end as a sentence does?
pub fn ends_sentence(line: &str) -> bool {
    matches!(last_mark(line), Some('.' | '!' | '?' | '…'))
}

/// How many words.
pub fn words(line: &str) -> usize {
    line.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count()
}

/// How many characters.
pub fn chars(line: &str) -> usize {
    line.chars().count()
}

/// Roughly how many sentences: marks followed by a space and a capital, and the end.
pub fn sentences(line: &str) -> usize {
    let mut count = 0;
    let mut rest = line.trim();
    while let Some(at) = rest.find(['.', '!', '?']) {
        let before = &rest[..at];
        let mark = &rest[at..at + 1];
        rest = &rest[at + 1..];
        let after = rest.trim_start_matches(is_closer);
        let opens =
            after.trim_start().trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
        let last_word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // `3. Mai`, `Dr. Voß`, `S. Lund` go on.
        let n = last_word.chars().count();
        let abbreviation = n <= 1 || n == 2 && last_word.starts_with(char::is_uppercase);
        let goes_on = mark == "." && (abbreviation || last_word.bytes().all(|b| b.is_ascii_digit()));
        if after.is_empty() || (after.starts_with(char::is_whitespace) && opens && !goes_on) {
            count += 1;
        }
    }
    count.max(usize::from(!line.trim().is_empty()))
}

/// A paragraph of prose: long enough, and ending as a sentence does.
pub fn is_prose(line: &str) -> bool {
    let n = chars(line);
    n >= 250
        || n >= 60 && words(line) >= 8 && (ends_sentence(line) || ends_with_sign(line) || last_mark(line) == Some(':'))
}

/// `… hieß es. (abc/dpa)`: ends with the sign of who wrote it.
pub fn ends_with_sign(line: &str) -> bool {
    sign(line).is_some()
}

/// The sign of author or agency in brackets at the end of a text: `(abc)`, `(dpa/abc)`.
pub fn sign(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let open = line.rfind('(')?;
    let inside = line.get(open + 1..)?.strip_suffix(')')?;
    let before = line.get(..open)?.trim_end();
    let parts = |c: char| matches!(c, '/' | ',' | '-' | ' ');
    let is_sign = !inside.is_empty()
        && inside.split(parts).filter(|p| !p.is_empty()).all(|p| {
            (2..=7).contains(&p.chars().count())
                && p.chars().all(char::is_alphabetic)
                && (is_lower(p) || p.chars().all(char::is_uppercase))
        })
        && inside.split(parts).filter(|p| !p.is_empty()).count() <= 3
        && inside.starts_with(char::is_lowercase);
    (is_sign && (before.is_empty() || ends_sentence(before))).then_some(inside)
}

fn is_lower(word: &str) -> bool {
    word.chars().all(char::is_lowercase)
}

/// Could be a headline or heading: short, no end of a sentence, starting like one.
pub fn is_headline(line: &str) -> bool {
    let n = chars(line);
    let starts = line
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let ends = match last_mark(line) {
        Some('.' | ':' | ';' | ',' | '…') => line.ends_with("...") || line.ends_with('…'),
        Some('?' | '!') => n <= 120 && sentences(line) <= 2,
        Some(_) => true,
        None => false,
    };
    starts && ends && (3..=160).contains(&n) && words(line) <= 24
}

/// The words of a person's name: two to five with capitals, particles and titles apart. `None` when it is something else.
pub fn person(text: &str) -> Option<String> {
    let text =
        text.trim().trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '*' | '|' | '·' | '•' | '–' | '-')).trim();
    let mut capitals = 0;
    let mut count = 0;
    for word in text.split_whitespace() {
        count += 1;
        let bare = word.trim_end_matches(['.', ',']);
        let particle = matches!(
            bare,
            "von"
                | "van"
                | "de"
                | "der"
                | "den"
                | "del"
                | "della"
                | "di"
                | "da"
                | "dos"
                | "du"
                | "la"
                | "le"
                | "zu"
                | "zur"
                | "vom"
                | "al"
                | "el"
                | "bin"
                | "ibn"
                | "ten"
                | "ter"
                | "y"
                | "e"
        );
        let title = is_title(word);
        if particle || title {
            continue;
        }
        let name = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '‑'))
            && (bare.chars().any(char::is_lowercase)
                || bare.chars().count() <= 2
                || bare.chars().all(|c| c.is_uppercase() || c == '-' || c == '.'));
        // A full stop inside is an initial: `O. Lund`.
        if !name || word.ends_with('.') && bare.chars().filter(|c| c.is_alphabetic()).count() > 2 {
            return None;
        }
        capitals += 1;
    }
    ((2..=4).contains(&capitals) && count <= 7)
        .then(|| text.split_whitespace().skip_while(|w| is_title(w)).map(small_caps).collect::<Vec<_>>().join(" "))
}

/// `STRAND` as `Strand`; initials stay.
fn small_caps(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || !word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) || word.contains('.') {
        return word.to_owned();
    }
    let mut start = true;
    word.chars()
        .flat_map(|c| {
            let was_start = std::mem::replace(&mut start, !c.is_alphabetic());
            if was_start { vec![c] } else { c.to_lowercase().collect() }
        })
        .collect()
}

/// Academic titles and forms of address; not part of a name.
fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ',']);
    matches!(
        bare,
        "Dr" | "Prof"
            | "PD"
            | "Dipl.-Ing"
            | "Dipl"
            | "Ing"
            | "Sir"
            | "Dame"
            | "Lord"
            | "med"
            | "phil"
            | "rer"
            | "nat"
            | "jur"
            | "h.c"
            | "Ph.D"
            | "PhD"
            | "Mr"
            | "Mrs"
            | "Ms"
    )
}

/// Letters and digits in lowercase: for comparing lines whatever their punctuation.
pub fn squash(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How much two lines share, 0 to 1: words in both over words in either.
pub fn overlap(a: &str, b: &str) -> f32 {
    let set = |t: &str| -> std::collections::BTreeSet<String> {
        t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (a, b) = (set(a), set(b));
    let both = a.intersection(&b).count();
    let either = a.union(&b).count();
    if either == 0 { 0.0 } else { both as f32 / either as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_and_prose() {
        for line in [
            "Der Deich hält",
            "Was kostet das?",
            "Der Deich: „Wir halten“",
            "2023: ein nasses Jahr",
            "Öl wird teurer …",
        ] {
            assert!(is_headline(line) && !is_prose(line), "{line}");
        }
        for line in [
            "Der Deich hält.",
            "und weiter unten",
            "Gefordert wird:",
            "",
            "– – –",
            "Der Landkreis hat am Montag mitgeteilt, dass der Deich auf ganzer Länge hält und niemand seine Wohnung verlassen muss.",
        ] {
            assert!(!is_headline(line), "{line}");
        }
        assert!(is_prose("Der Landkreis hat am Montag mitgeteilt, dass der Deich auf ganzer Länge hält. (abc/dpa)"));
        assert!(is_prose("„Der Deich hat in dieser Nacht auf seiner ganzen Länge gehalten“, sagte sie, „bis heute.“"));
    }

    #[test]
    fn counting_sentences() {
        for (line, n) in [
            ("", 0),
            ("Der Deich hält", 1),
            ("Der Deich hält.", 1),
            ("Am 3. Mai hielt er. Dr. Voß dankte.", 2),
            ("Hält er? Ja! „Er hält.“ Gut.", 4),
            ("Das kostet 3.500 Euro.", 1),
        ] {
            assert_eq!(sentences(line), n, "{line}");
        }
    }

    #[test]
    fn signs() {
        for (line, s) in [
            ("Das teilte der Kreis mit. (abc)", Some("abc")),
            ("Das teilte der Kreis mit. (dpa/abc)", Some("dpa/abc")),
            ("So hieß es.“ (afp, rtr)", Some("afp, rtr")),
            ("Der Nationale Dienst (NIS)", None),
            ("Das ist alles (noch)", None),
            ("Das gilt auch hier (Artikel 4).", None),
            ("Der Deich. (Foto: Voß/dpa)", None),
        ] {
            assert_eq!(sign(line), s, "{line}");
        }
    }

    #[test]
    fn people() {
        for line in
            ["Änne Voß", "Dr. Änne-Marie von der Heide", "O. Lund", "MAX MUSTER", "J. R. Smith", "Sinéad O’Connor"]
        {
            assert!(person(line).is_some(), "{line}");
        }
        for line in
            ["Berlin", "Berlin nach Paris", "Der Deich hält.", "Landkreis 3", "a b", "Änne Voß arbeitet in Kiel", ""]
        {
            assert!(person(line).is_none(), "{line}");
        }
    }
}
