//! What does a number count? The noun behind it and its dictionary form.

use super::Noun;
use super::lex::{TokKind, fold};
use super::parse::{Reader, is};
use crate::lang::numbers::Sense;
use crate::text::Span;

impl Reader<'_> {
    /// The noun phrase that starts at token `i`: the token behind it and the noun.
    pub fn noun(&self, i: usize) -> Option<(usize, Noun)> {
        if self.pack.noun_capitals { self.noun_by_capital(i) } else { self.noun_by_plural(i) }
    }

    /// What a percentage that ends before token `i` is a share of: `20 Prozent der Fahrgäste`. It is no part of the figure's
    /// span, since a percentage is one without it.
    pub fn share_of(&self, i: usize) -> Option<Noun> {
        let (first, then) = self.pack.share_of;
        let is_one = |i: usize, of: &[&str]| of.iter().any(|w| self.is_word(i, w));
        if !is_one(i, first) {
            return None;
        }
        self.noun(if is_one(i + 1, then) { i + 2 } else { i + 1 }).map(|(_, noun)| noun)
    }

    /// Up to two declined adjectives and a capitalised word.
    fn noun_by_capital(&self, i: usize) -> Option<(usize, Noun)> {
        let mut at = i;
        for _ in 0..3 {
            let tok = self.toks.get(at)?;
            if !matches!(tok.kind, TokKind::Word) || tok.after_break || tok.glued {
                return None;
            }
            if tok.capital {
                break;
            }
            if !self.adjective(at) {
                return None;
            }
            at += 1;
        }
        let tok = self.toks.get(at)?;
        if !tok.capital || tok.after_break || tok.glued || !matches!(tok.kind, TokKind::Word) || !self.may_count(at) {
            return None;
        }
        // EU-Staaten: the part behind the last hyphen is the head; Haupt- und Nebenstellen is left alone.
        let mut head = at;
        while self.sym(head + 1, '-') && self.glued(head + 1) {
            if !(self.glued(head + 2) && matches!(self.kind(head + 2), Some(TokKind::Word | TokKind::Compound(..)))) {
                return None;
            }
            head += 2;
        }
        let text = self.str(head);
        if text.chars().count() < 2 {
            return None;
        }
        // A name in capitals that is no word (USA, SPD) is not counted.
        if head == at && text.len() > 1 && text.len() < 5 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        Some((head + 1, Noun { span: Span::new(self.start(head), self.end(head)), head: self.german_head(text) }))
    }

    /// A capitalised word that can be counted: no month, no day, no number, no unit.
    fn may_count(&self, i: usize) -> bool {
        !is!(
            self,
            i,
            Sense::Stop
                | Sense::Month(_)
                | Sense::Weekday(_)
                | Sense::Clock
                | Sense::Scale(_)
                | Sense::Scales(_)
                | Sense::Abbr(_)
                | Sense::Card(_)
                | Sense::Article
                | Sense::Part3(_)
                | Sense::Era
                | Sense::The
                | Sense::Percent
                | Sense::Points
        )
    }

    fn adjective(&self, i: usize) -> bool {
        if is!(self, i, Sense::Adjective) {
            return true;
        }
        if is!(self, i, Sense::Stop) {
            return false;
        }
        let mut buffer = [0; 64];
        let Some(word) = fold(self.str(i), &mut buffer) else { return false };
        if self.pack.adjective_ends.iter().any(|e| word.len() > e.len() + 1 && word.ends_with(e.as_bytes())) {
            return true;
        }
        let participle = word.ends_with(b"te")
            || word.ends_with(b"ter")
            || word.ends_with(b"tete")
            || word.ends_with(b"ene")
            || word.ends_with(b"ener");
        participle && word.len() > 6 && self.pack.participle_starts.iter().any(|p| word.starts_with(p.as_bytes()))
    }

    /// A plural within three words, no function word before it.
    fn noun_by_plural(&self, i: usize) -> Option<(usize, Noun)> {
        let (mut at, mut from) = (i, i);
        for _ in 0..4 {
            let tok = self.toks.get(at)?;
            if !matches!(tok.kind, TokKind::Word) || tok.after_break || tok.glued && at == from {
                return None;
            }
            let text = self.str(at);
            if is!(
                self,
                at,
                Sense::Stop
                    | Sense::Month(_)
                    | Sense::Weekday(_)
                    | Sense::Scale(_)
                    | Sense::Card(_)
                    | Sense::Percent
                    | Sense::Clock
                    | Sense::Day(_)
            ) {
                return None;
            }
            let mut buffer = [0; 64];
            let word = fold(text, &mut buffer)?;
            // Several words may be one adjective (short-stay beds), or one noun (car-parks).
            if self.sym(at + 1, '-') && self.glued(at + 1) && self.glued(at + 2) {
                at += 2;
                continue;
            }
            // 60 Minutes, 4 Times Square: names.
            if tok.capital && is!(self, at, Sense::Lengths(_) | Sense::TimesNoun) {
                return None;
            }
            let possessive = self.sym(at + 1, '\'') && self.glued(at + 1);
            let plural = is!(self, at, Sense::Plural)
                || word.len() > 3
                    && word.ends_with(b"s")
                    && !matches!(word, b"across" | b"always" | b"perhaps" | b"minus" | b"plus" | b"news")
                    && ![&b"ss"[..], b"us", b"is", b"ous"].iter().any(|e| word.ends_with(e));
            if plural {
                if possessive {
                    return None;
                }
                let span = Span::new(tok.start as usize, tok.end as usize);
                return Some((at + 1, Noun { span, head: self.english_head(text) }));
            }
            if possessive {
                return None;
            }
            // Verbs and adverbs end the phrase before a noun came.
            if word.ends_with(b"ly") || word.ends_with(b"ing") && at > i {
                return None;
            }
            at += 1;
            from = at;
        }
        None
    }

    /// `Infanteriesoldaten` → `Soldat`: the longest listed noun at the end, else the plural taken off.
    pub(super) fn german_head(&self, text: &str) -> String {
        let mut buffer = [0; 64];
        let Some(word) = fold(text, &mut buffer) else { return text.to_owned() };
        if let Some(head) = self.index.noun(word) {
            return head.to_owned();
        }
        for cut in 2..word.len().saturating_sub(3) {
            if word[cut] & 0xC0 == 0x80 {
                continue;
            }
            // Short heads hide in other words: only their plurals (Tage, Züge) tell.
            if let Some(head) = self.index.noun(&word[cut..])
                && (head.len() > 3 || word.len() - cut > head.len() && cut > 3)
            {
                return head.to_owned();
            }
        }
        for &(end, new) in self.pack.plural_rules {
            if let Some(stem) = text.strip_suffix(end)
                && stem.chars().count() > 2
            {
                return format!("{stem}{new}");
            }
        }
        text.to_owned()
    }

    fn english_head(&self, text: &str) -> String {
        let mut buffer = [0; 64];
        if let Some(head) = fold(text, &mut buffer).and_then(|w| self.index.noun(w)) {
            return head.to_owned();
        }
        let lower = text.to_lowercase();
        for &(end, new) in self.pack.plural_rules {
            if let Some(stem) = lower.strip_suffix(end)
                && stem.len() > 1
            {
                return format!("{stem}{new}");
            }
        }
        lower
    }
}
