//! Where do sentences end?
//!
//! A full stop ends a sentence unless it belongs to an abbreviation (`z. B.`, `Dr.`, `Mio.`, `e.g.`, `U.S.`), an ordinal
//! (`28. Oktober`), an initial (`Eric J. Ballbach`), a number, or an ellipsis that runs on. Unicode's rule (UAX #29) breaks
//! German ordinals and most abbreviations, so this is our own. When in doubt it does not cut: a sentence too long still shows
//! the reader the right place, half a sentence loses its figures or its speaker.

use crate::lang::Lang;
use crate::lang::abbreviations;

use super::Span;
use super::prose::{CELL, GAP};

/// The sentences of `text` (the prose of one paragraph), in order, without the space around them.
pub fn sentences(text: &str, lang: Lang) -> Vec<Span> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        // Most bytes are neither; this is the loop that has to be quick.
        match byte {
            b'.' | b'!' | b'?' => {
                let end = run_end(text, at);
                at = if ends_sentence(text, start, at, end, lang) {
                    let end = with_citation(text, end);
                    push(text, start, end, &mut out);
                    start = end;
                    end
                } else {
                    end
                };
            }
            b'\n' | b'\t' => {
                debug_assert_eq!(CELL, '\t');
                push(text, start, at, &mut out);
                start = at + 1;
                at += 1;
            }
            // `…` and the full stops of other scripts.
            0xe2 if text[at..].starts_with('…') => {
                let end = run_end(text, at);
                if ends_sentence(text, start, at, end, lang) {
                    push(text, start, end, &mut out);
                    start = end;
                }
                at = end;
            }
            0xe3 if text[at..].starts_with('。') => {
                push(text, start, at + '。'.len_utf8(), &mut out);
                at += '。'.len_utf8();
                start = at;
            }
            _ => at += 1,
        }
    }
    push(text, start, text.len(), &mut out);
    out
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let part = &text[start..end];
    let inner = part.trim();
    if inner.chars().any(char::is_alphanumeric) {
        let from = start + (part.len() - part.trim_start().len());
        out.push(Span::new(from, from + inner.len()));
    } else if let Some(last) = out.last_mut()
        && !inner.is_empty()
        && !text[last.end as usize..start].contains(['\n', CELL])
    {
        // A lone mark or emoji belongs to the sentence before it.
        last.end = (start + part.trim_end().len()) as u32;
    }
}

/// Behind a citation that follows the end of its sentence: `… Container. [@id] Danach …`.
fn with_citation(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let Some(after) = rest.trim_start_matches(' ').strip_prefix(GAP) else { return end };
    let goes_on = after.trim_start().chars().next().is_some_and(char::is_lowercase);
    if goes_on { end } else { text.len() - after.len() }
}

/// Behind the end marks at `at` and the closing quotation marks and brackets after them.
fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    for c in text[at..].chars() {
        let is_end = matches!(c, '.' | '!' | '?' | '…');
        let closes = end > at && matches!(c, '“' | '”' | '"' | '«' | '»' | '’' | '‘' | '\'' | '‹' | '›' | ')' | ']');
        if !is_end && !closes {
            break;
        }
        // A mark that opens the next quotation does not belong to this sentence.
        if closes
            && matches!(c, '"' | '“' | '«' | '»' | '‘' | '\'')
            && opens_next(&text[end + c.len_utf8()..], &text[..end])
        {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether a quotation mark with `rest` behind it opens: a word follows at once and no space stood before it is impossible
/// here, so only a directly following letter tells.
fn opens_next(rest: &str, before: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric) && before.ends_with(char::is_whitespace)
}

fn ends_sentence(text: &str, start: usize, at: usize, end: usize, lang: Lang) -> bool {
    let rest = &text[end..];
    let Some(next) = rest.chars().next() else { return true };
    let marks = &text[at..end];
    if !next.is_whitespace() {
        // `2.0`, `z.B.`, `beleg.toml`, `!“, sagte`; but `Ende.“Anfang` and a gap (citation) behind the stop do end.
        return false;
    }
    let after = rest.trim_start();
    // Past opening quotation marks and brackets.
    let word = after.trim_start_matches(['„', '“', '»', '«', '‚', '‘', '"', '\'', '(', '[', '–', '—', '›', '‹', ' ']);
    let Some(first) = word.chars().next() else { return true };
    let quoted = marks.ends_with(['“', '”', '"', '«', '»', '’', '‘', '‹', '›']);
    let lower = first.is_lowercase();
    if marks.contains('…') || marks.starts_with("..") {
        return !lower;
    }
    if quoted {
        // „Kommen Sie!“ rief er. — “No!” he said.
        return !lower;
    }
    if marks.starts_with(['!', '?']) {
        return !lower || marks.len() > 1;
    }
    if lower {
        return false;
    }
    if marks != "." {
        return true;
    }
    let before = &text[start..at];
    let token_start = before
        .rfind(|c: char| c.is_whitespace() || "(„“»«\"–—/".contains(c))
        .map_or(0, |n| n + before[n..].chars().next().map_or(1, char::len_utf8));
    let token = &before[token_start..];
    // Decimal separators never stand before a space, so digits here are an ordinal, a numbered item or a plain number.
    if !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit()) {
        let head = token.len() == before.len();
        let ordinal = token.len() <= 2 && abbreviations::ordinal_goes_on(lang, before[..token_start].trim_end(), word);
        return !(head || ordinal);
    }
    // Roman numerals of monarchs and centuries: `Friedrich II. von`, `Wilhelm II. Kaiser` is too rare to cut for.
    if token.len() <= 5 && !token.is_empty() && token.bytes().all(|b| b"IVXLCM".contains(&b)) && lang == Lang::De {
        return false;
    }
    // An initial or a spaced abbreviation: `J. Ballbach`, `z. B.`. A one-letter word that ends a sentence is rarer.
    let mut letters = token.chars();
    if let (Some(c), None) = (letters.next(), letters.next())
        && c.is_alphabetic()
    {
        return false;
    }
    // `U.S.`, `e.g.`, `z.B.`: letters with stops inside.
    if token.contains('.') && token.split('.').all(|p| p.chars().count() <= 2 && p.chars().all(char::is_alphabetic)) {
        return abbreviations::may_end_sentence(lang, token) && abbreviations::starts_sentence(lang, word);
    }
    if abbreviations::is_abbreviation(lang, token) {
        return abbreviations::may_end_sentence(lang, token) && abbreviations::starts_sentence(lang, word);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(lang: Lang, text: &str) -> Vec<&str> {
        sentences(text, lang).into_iter().map(|s| &text[s.range()]).collect()
    }
    /// `|` marks where sentences part.
    fn check(lang: Lang, marked: &str) {
        let text = marked.replace('|', "");
        let want: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(cut(lang, &text), want);
    }

    #[test]
    fn german() {
        for marked in [
            "Am 28. Oktober kam Dr. Weiß, z. B. mit Prof. Groß. | Danach ging er.",
            "Das Amt zahlte 5,5 Mio. Euro. | Der Rest folgt im 1. Quartal.",
            "Der 3. Senat entschied. | Er tagte am 3. Mai 2024. | Dann war Schluss.",
            "„Wir kommen!“, rief sie. | „Sofort.“ | Er blieb.",
            "„Kommen Sie!“ rief er. | Niemand kam.",
            "Eric J. Ballbach schrieb es. | Es stimmt.",
            "Das steht in Abs. 3 Nr. 4 der Satzung. | Sie gilt bzw. galt.",
            "Er zögerte … und ging. | Dann … | Stille.",
            "Kaiser Wilhelm II. Kam er? | Nein!".replace("II. Kam er?", "II. dankte ab.").as_str(),
            "Im Jahr 1954. | Das war lange her.",
            "Sie ist gestiegen (um ca. 3 Prozent). | Das reicht.",
            "Der Preis lag bei 7,84. | Er stieg.",
            "Es war ein Fehler.\u{a0}| Niemand gab ihn zu. \u{1F600}",
            "Bis zum 30. Juni bzw. 31. Dezember. | Ende.",
            "Das kostet rd. 3 Mrd. Euro inkl. MwSt. laut Plan. | Punkt.",
            "1. Die erste Regel gilt. | Immer.",
            "Das sagte die Firma Müller & Co. aus Köln. | Mehr nicht.",
            "Um 16.40 Uhr kam sie an. | Es war spät.",
            "Er war St. Gallens Held usw. | Dann fiel er.",
        ] {
            check(Lang::De, marked);
        }
    }

    #[test]
    fn english() {
        for marked in [
            "Mr. Smith of the U.S. Army met Gen. Ryder. | They talked.",
            "It rose to $5.5 bn. | Then it fell, e.g. in May.",
            "“We won’t go,” he said. | “Not now.” | She left.",
            "He lives in the U.S. | She does not.",
            "J. R. Ewing came at 5 p.m. on Monday. | He stayed.",
            "Is it true? | Yes! | No. 5 says so.",
            "The firm Acme Inc. of Ohio and Bolt Ltd. merged. | Shares fell.",
            "He paused... then left. | Done.",
            "It grew by 3. | Nobody knew why.",
            "\"Stop!\" he said. | \"Why?\" | \"Because.\"",
        ] {
            check(Lang::En, marked);
        }
    }

    #[test]
    fn cells_and_hard_breaks_part_sentences() {
        assert_eq!(cut(Lang::De, "Ort\tTote\nElbe\t5"), ["Ort", "Tote", "Elbe", "5"]);
    }

    #[test]
    fn a_citation_stays_with_its_sentence() {
        check(Lang::De, "Es waren 5 \u{FFFC}. | Mehr nicht.");
        check(Lang::De, "Es waren alle. \u{FFFC} | Mehr nicht.");
        check(Lang::De, "Es waren alle. | \u{FFFC} heißt der Befehl.");
    }
}
