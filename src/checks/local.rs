//! Questions several checks ask about a paragraph of the draft.

use crate::actors::{self, Actor, ActorRef, Form};
use crate::claims::{Part, Speaker, Voice};
use crate::corpus::index::Found;
use crate::corpus::statement::{Sentence, Stated};
use crate::figures::{Bound, Kind};
use crate::lang::Lang;
use crate::lang::lexicon::{Key, Lexicon};
use crate::lang::speech::{Voiced, speech, voiced_phrase};
use crate::lang::wording::wording;
use crate::text::Span;
use crate::trace::{self, Question, Values};

use super::reading::{Match, OnClaim, Reading, claim_at, same_speaker};
use super::{Evidence, Local, Source};

/// Least matter at which a source with the same figure makes the draft's claim: for a value that any text may have, and for
/// one of many digits.
const SAME_FIGURE: (f32, f32) = (0.45, 0.25);
/// Least matter, words and actors at which a source makes a claim without figures.
const SAME_CLAIM: f32 = 0.68;
const SAME_WORDS: f32 = 0.6;
const SAME_ACTORS: f32 = 0.6;
/// Least of the words in the sentence itself.
const SAME_HERE: f32 = 0.3;
/// Least words beside a figure where nobody is named.
const WORDS_ALONE: f32 = 0.34;
/// Least words, and least of them in the sentence itself, where fewer actors are named: `the group`, `sie`.
const OTHERWISE_NAMED: (f32, f32) = (0.75, 0.5);
/// The first two where the draft cites somebody, so that the question is only which of a few paragraphs it is.
const CITED: (f32, f32, usize) = (0.5, 0.4, 2);
/// Sources that fit less than this share of the best are about something else.
const NEAR_BEST: f32 = 0.8;
/// The share of that for sources in another language than the draft and the best.
const TRANSLATED: f32 = 0.75;

/// A work cited in the draft.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The article's id.
    pub id: String,
    /// First and last paragraph.
    pub locator: Option<(u32, u32)>,
    /// `@id, p. 3`, in bytes of the chunk.
    pub span: Span,
    /// `@id`.
    pub key: Span,
    /// The sentence it stands behind.
    pub sentence: Option<usize>,
}

/// How far a cited paragraph makes the draft's claim.
#[derive(Clone, Copy, Debug, Default)]
pub struct Support {
    /// Whether it does.
    pub makes: bool,
    /// Whether it states a figure of the sentence.
    pub with_figure: bool,
    /// Whether the sentence has a figure that could be looked up.
    pub checkable: bool,
    /// How surely it is about the same matter.
    pub matter: f32,
    /// Whether it has the words that the sentence quotes.
    pub quoted: bool,
}

impl Support {
    /// The cited paragraph itself.
    pub fn evidence(&self, local: &Local<'_>, entry: usize, cited: &Cited) -> Option<Evidence> {
        let known = local.inputs.corpus.entries().get(entry)?;
        let number = cited.locator.map_or(1, |l| l.0);
        let all = local.inputs.corpus.stated(entry);
        let stated = all.iter().find(|s| s.number == number)?;
        Some(Evidence {
            source: Some(Source { path: known.path.clone(), article: known.article.id.clone(), paragraph: number }),
            span: stated.span,
            label: super::say::label(local.inputs.corpus, entry, number, None),
        })
    }
}

impl Local<'_> {
    /// Whether the draft states as true what stands at `at`: it neither asks nor supposes.
    pub fn asserts(&self, sentence: &Sentence, at: Span) -> bool {
        claim_at(sentence, at).is_none_or(|c| !c.question && (!c.condition || c.proviso))
    }

    /// Whether `at` stands between quotation marks.
    pub fn quoted(&self, at: Span) -> bool {
        self.paragraph.quotes().iter().any(|q| self.source(q.span).overlaps(at))
    }

    /// Of several statements the one to name: the first made of those that fit best.
    pub fn strongest<'m>(&self, matches: &[&'m Match]) -> Option<&'m Match> {
        let best = matches.iter().map(|m| m.hit.explain.matter).fold(0.0, f32::max);
        matches.iter().copied().find(|m| m.hit.explain.matter >= best * 0.9)
    }

    /// Whether the sentence is all in the draft's own voice.
    pub fn own_voice(&self, sentence: &Sentence) -> bool {
        !sentence.claims.is_empty()
            && sentence.claims.iter().all(|c| {
                c.attribution.voice == Voice::Own
                    && c.attribution.speaker.is_none()
                    && !c.question
                    && (!c.condition || c.proviso)
            })
    }

    /// The statements that make this claim, first made first; `None` when the sources do not.
    pub fn said_by<'r>(&self, reading: &'r Reading, on: &'r OnClaim) -> Option<Vec<&'r Match>> {
        self.matches(reading, on, (SAME_CLAIM, SAME_WORDS, 3))
    }

    fn matches<'r>(
        &self,
        reading: &'r Reading,
        on: &'r OnClaim,
        (claim, words, shared): (f32, f32, usize),
    ) -> Option<Vec<&'r Match>> {
        let sentence = self.stated.sentences.get(reading.sentence)?;
        let figures: Vec<usize> = (0..sentence.figures.len())
            .filter(|&n| {
                let figure = &sentence.figures[n];
                on.span.contains(figure.core) && figure.kind != Kind::Date && figure.bound != Bound::Vague
            })
            .collect();
        // Who only says it may be somebody else in the source, which is what is asked.
        let speakers = || sentence.claims.iter().filter_map(|c| c.attribution.speaker.as_ref());
        let only_said = sentence.mentions.iter().all(|m| speakers().any(|s| s.span.overlaps(m.span)));
        let mut all: Vec<&Match> = if figures.is_empty() {
            let near = on.near.iter().filter(|m| {
                let explain = &m.hit.explain;
                let told = only_said && explain.words >= OTHERWISE_NAMED.0 && explain.own >= OTHERWISE_NAMED.1;
                let matter = if told { explain.matter.max(explain.words) } else { explain.matter };
                matter >= claim
                    && explain.words >= words
                    && explain.own >= SAME_HERE
                    && (explain.actors.is_none_or(|a| a >= SAME_ACTORS)
                        || explain.words >= OTHERWISE_NAMED.0 && explain.own >= OTHERWISE_NAMED.1)
                    && !explain.other_agent
                    && self.shared_words(m) >= shared
                    && reading.time_fits(self.inputs, sentence, None, m)
            });
            near.collect()
        } else {
            // Every figure that is sourced at all must be so by the statement; the one with the most to say decides.
            let on_figures = figures.iter().filter_map(|&n| reading.figures.get(n));
            let least = |m: &Match| {
                let special = m.hit.figure.as_ref().map_or(0.0, trace::specificity);
                SAME_FIGURE.0 + (SAME_FIGURE.1 - SAME_FIGURE.0) * special
            };
            let surely = |m: &&Match| {
                let explain = &m.hit.explain;
                explain.matter >= least(m)
                    && explain.counted != Some(false)
                    && (explain.actors.is_some() || explain.words >= WORDS_ALONE)
            };
            on_figures.map(|f| f.agreeing.iter().filter(surely).collect::<Vec<_>>()).max_by_key(Vec::len)?
        };
        self.keep_near_best(reading, &mut all);
        (!all.is_empty()).then_some(all)
    }

    /// Keeps the best of each paragraph, first made first, without what is far less about it than the best of all.
    fn keep_near_best(&self, reading: &Reading, all: &mut Vec<&Match>) {
        let matter = |m: &Match| m.hit.explain.matter;
        let best = all.iter().copied().max_by(|a, b| matter(a).total_cmp(&matter(b)));
        let Some(best) = best else { return };
        let translated = |m: &Match| reading.paragraph(m).outline.lang != self.stated.lang;
        // A translation shares fewer words than a text in the draft's own language.
        let least = |m: &Match| match translated(m) && !translated(best) {
            true => matter(best) * NEAR_BEST * TRANSLATED,
            false => matter(best) * NEAR_BEST,
        };
        all.retain(|m| matter(m) >= least(m));
        let order = |m: &Match| {
            let entry = self.inputs.corpus.entries().get(m.hit.entry);
            (entry.map_or(i64::MAX, |e| e.order().0), m.hit.entry, m.hit.paragraph)
        };
        all.sort_by(|a, b| order(a).cmp(&order(b)).then(matter(b).total_cmp(&matter(a))));
        all.dedup_by_key(|m| (m.hit.entry, m.hit.paragraph));
    }

    fn shared_words(&self, m: &Match) -> usize {
        m.hit.explain.shared.len()
    }

    /// Whether a source's speaker is somebody: one with a name, or a noun for a person, a group or an institution.
    pub fn is_somebody(&self, source: &Sentence, speaker: &Speaker) -> bool {
        let role = || voiced_phrase(&speaker.text) == Some(Voiced::Somebody);
        self.is_actor(source, speaker) || speaker.actor.is_none() && !speaker.span.is_empty() && role()
    }

    /// Whether a source's speaker has a name: a mention of an actor by name, not an adjective, a noun or an institution's
    /// paper that only looks like one.
    pub fn is_actor(&self, source: &Sentence, speaker: &Speaker) -> bool {
        let named = |form: Form| matches!(form, Form::Name | Form::Metonym | Form::Part);
        speaker.actor.is_some()
            && (speaker.span.is_empty()
                || source.mentions.iter().all(|m| !m.span.overlaps(speaker.span))
                || source.mentions.iter().any(|m| m.span.overlaps(speaker.span) && named(m.form)))
    }

    /// Whether the draft's speaker has a name: a listed or unlisted actor, or an abbreviation.
    pub fn has_name(&self, speaker: &Speaker, sentence: &Sentence) -> bool {
        let capitals = |w: &str| w.chars().filter(|c| c.is_uppercase()).count() >= 2;
        self.is_actor(sentence, speaker) || speaker.text.split_whitespace().any(capitals)
    }

    /// Whom a source's statement is: its speaker, or, where it has none, the one who acts in it and whom the draft does not
    /// name (`Das Institut schätzt …`).
    pub fn speaker_of(&self, reading: &Reading, m: &Match, draft: &Sentence) -> Option<Speaker> {
        let source = reading.source(m);
        let claim = reading.claim(m)?;
        if let Some(speaker) = &claim.attribution.speaker {
            return self.is_actor(source, speaker).then(|| speaker.clone());
        }
        // Without a figure to prove it the sentence may be about something else that he did.
        m.hit.figure.as_ref()?;
        if let Some(author) = self.we(m).filter(|_| claim.attribution.voice == Voice::Own) {
            return Some(author);
        }
        let agents = claim.mentions.iter().zip(&claim.parts).filter(|(_, p)| **p == Part::Agent);
        let mut agents = agents.filter_map(|(&n, _)| source.mentions.get(n as usize));
        let agent = agents.next()?;
        let fits = matches!(agent.kind, actors::Kind::Person | actors::Kind::Organisation | actors::Kind::State)
            && agent.form != Form::Adjective;
        let known = draft.mentions.iter().any(|d| d.actor == agent.actor);
        (fits && !known && agents.next().is_none()).then(|| Speaker {
            span: agent.span,
            actor: Some(agent.actor.clone()),
            text: self.name(&agent.actor),
        })
    }

    /// The actor of the registry that has this name.
    fn listed(&self, name: &str) -> Option<ActorRef> {
        let has = |a: &&Actor| a.names().any(|n| n.eq_ignore_ascii_case(name));
        self.inputs.registry.actors().iter().find(has).map(|a| ActorRef::Listed(a.id.clone()))
    }

    /// Who published a source whose sentence says `we`.
    fn we(&self, m: &Match) -> Option<Speaker> {
        let entry = self.inputs.corpus.entries().get(m.hit.entry)?;
        let publisher = entry.article.publisher.clone()?;
        let text = (self.inputs.read)(m.hit.entry)?;
        let own = text.get(m.hit.span.range())?.to_lowercase();
        let first = |w: &str| Lang::ALL.iter().any(|l| wording(*l).we.contains(&w));
        own.split(|c: char| !c.is_alphabetic()).any(first).then(|| Speaker {
            span: m.hit.span,
            actor: self.listed(&publisher),
            text: publisher,
        })
    }

    /// What a speaker is called: the house spelling of an actor that is known, else as the text says.
    pub fn speaker_name(&self, speaker: &Speaker) -> String {
        match &speaker.actor {
            Some(actor @ ActorRef::Listed(_)) => self.name(actor),
            _ => {
                let text = speaker.text.trim();
                speech(Lang::De).nominative(text).unwrap_or(text).to_owned()
            }
        }
    }

    /// What an actor is called.
    pub fn name(&self, actor: &ActorRef) -> String {
        match actor {
            ActorRef::Listed(id) => self.inputs.registry.get(id).map_or_else(|| id.to_string(), |a| a.name.clone()),
            ActorRef::Unlisted(name) => name.to_string(),
        }
    }

    /// Whether the paragraph names the speaker somewhere.
    pub fn names(&self, speaker: &Speaker) -> bool {
        let mentions = self.stated.sentences.iter().flat_map(|s| &s.mentions);
        let listed = speaker.actor.as_ref();
        // A name with a slip is one, which another check says.
        let last_of = |name: &str| name.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        let own = last_of(&speaker.text);
        let slip = |n: &str| own.chars().count() >= 5 && strsim::damerau_levenshtein(&own, &last_of(n)) == 1;
        let nearly = || self.stated.sentences.iter().flat_map(|s| &s.names).any(|n| slip(n));
        // `the league association`, written small; or the last word in another form.
        let written = || {
            let text = self.words(self.stated.span).to_lowercase();
            let actor = match listed {
                Some(ActorRef::Listed(id)) => self.inputs.registry.get(id),
                _ => None,
            };
            let names = actor.into_iter().flat_map(Actor::names).chain(speaker.text.split(" (").next());
            let stem: String = own.chars().take(own.chars().count().saturating_sub(2).max(4)).collect();
            names.map(str::trim).any(|n| n.chars().count() >= 5 && text.contains(&n.to_lowercase()))
                || stem.chars().count() >= 4 && text.contains(&stem)
        };
        // `das Ministerium` and `the ministry of culture`: a speaker without a name is named by what he is.
        // `the ministry in Wiesbaden`: who speaks is not the place.
        let seat = speaker.text.split_once(" in ").is_some_and(|(who, _)| voiced_phrase(who).is_some());
        let place = |id| {
            self.inputs.registry.get(id).is_some_and(|a| matches!(a.kind, actors::Kind::Place | actors::Kind::State))
        };
        let unnamed = match listed {
            Some(ActorRef::Listed(id)) => place(id),
            known => known.is_none(),
        };
        let role = || {
            let lexicon = Lexicon::builtin();
            let voiced = |w: &&str| voiced_phrase(w).is_some();
            let nouns = speaker.text.split(|c: char| !c.is_alphanumeric()).filter(voiced);
            let keys: Vec<Key> = nouns
                .flat_map(|w| Lang::ALL.map(|l| lexicon.units(w, l)))
                // The word itself, and the noun that a compound ends in: a harbour master is not the harbour.
                .flat_map(|units| [units.first().cloned(), units.last().cloned()])
                .flatten()
                .flat_map(|u| u.keys)
                .collect();
            let words = self.stated.sentences.iter().flat_map(|s| &s.words).flat_map(|w| &w.units);
            words.flat_map(|u| u.keys.iter()).any(|k| keys.contains(k))
        };
        mentions.clone().any(|m| Some(&m.actor) == listed) || nearly() || written() || (unnamed || seat) && role()
    }

    /// Whether the speaker wrote or published the source.
    pub fn is_of(&self, m: &Match, speaker: &Speaker) -> bool {
        let Some(entry) = self.inputs.corpus.entries().get(m.hit.entry) else { return false };
        let article = &entry.article;
        let named = |text: &str| {
            // `N. N.` is nobody.
            if !text.split(|c: char| !c.is_alphanumeric()).any(|w| w.chars().count() > 2) {
                return false;
            }
            let other = Speaker { span: Span::default(), actor: None, text: text.to_owned() };
            same_speaker(speaker, &other)
        };
        article.author.iter().any(|a| named(a)) || article.publisher.as_deref().is_some_and(named)
    }

    /// Whether the source's sentence, or the one before it, names the draft's speaker: then it may be another way to say who.
    pub fn near_speaker(&self, reading: &Reading, m: &Match, speaker: &Speaker) -> bool {
        let source = reading.source(m);
        let same = |actor: &ActorRef| speaker.actor.as_ref() == Some(actor);
        source.mentions.iter().any(|x| same(&x.actor) || x.or.iter().any(same))
    }

    /// Where a clause ends, before its closing mark.
    pub fn end_of(&self, span: Span) -> u32 {
        let words = self.words(span);
        let trimmed =
            words.trim_end_matches(|c: char| matches!(c, '.' | '!' | '?' | ';' | ',' | ':') || c.is_whitespace());
        span.start + trimmed.len() as u32
    }

    /// Every work cited in the paragraph.
    pub fn citations(&self) -> Vec<Cited> {
        let mut out = Vec::new();
        for citation in &self.paragraph.block.citations {
            let bracket = self.words(citation.source);
            let sentences = self.paragraph.sentences();
            let at = citation.span.start;
            let mut sentence = sentences.iter().position(|s| s.touches(at));
            // A citation behind the full stop belongs to the sentence before it.
            while let Some(n) = sentence.filter(|&n| n > 0) {
                if self.stated.sentences.get(n).is_some_and(|s| s.words.is_empty()) {
                    sentence = Some(n - 1);
                } else {
                    break;
                }
            }
            let mut from = 0;
            for work in &citation.works {
                let needle = format!("@{}", work.id);
                let Some(at) = bracket.get(from..).and_then(|b| b.find(&needle)).map(|n| n + from) else { continue };
                let end = bracket[at..].find([';', ']']).map_or(bracket.len(), |n| n + at);
                from = end;
                let start = citation.source.start + at as u32;
                out.push(Cited {
                    id: work.id.clone(),
                    locator: work.paragraphs,
                    key: Span { start, end: start + needle.len() as u32 },
                    span: Span { start, end: citation.source.start + end as u32 },
                    sentence,
                });
            }
        }
        out
    }

    /// The statements that make the claim of a sentence, first made first.
    pub fn makes(&self, sentence: Option<usize>) -> Vec<&Match> {
        let Some(reading) = self.readings.iter().find(|r| Some(r.sentence) == sentence) else { return Vec::new() };
        let mut all: Vec<&Match> =
            reading.claims.iter().filter_map(|on| self.matches(reading, on, CITED)).flatten().collect();
        self.keep_near_best(reading, &mut all);
        all
    }

    /// How far the cited paragraphs make the claim of the sentence they are cited for.
    pub fn support(&self, cited: &Cited, entry: usize) -> Option<(&Reading, Support)> {
        let reading = self.readings.iter().find(|r| Some(r.sentence) == cited.sentence)?;
        let sentence = self.stated.sentences.get(reading.sentence)?;
        if sentence.words.is_empty() {
            return None;
        }
        let wanted = |n: u32| cited.locator.is_none_or(|(a, b)| a <= n && n <= b);
        let found: Vec<Found> = self
            .inputs
            .corpus
            .stated(entry)
            .into_iter()
            .filter(|s| wanted(s.number))
            .map(|stated| Found::known(entry, stated))
            .collect();
        let quoted = found.iter().any(|f| quotes(sentence, &f.stated));
        let question =
            Question { stated: self.stated, sentence: reading.sentence, figure: None, at: None, without: None };
        let corpus = self.inputs.corpus;
        let matter = |figure: Option<usize>| -> Vec<(Values, f32)> {
            let laid = trace::lay(corpus, &Question { figure, ..question }, &found);
            laid.iter().map(|(_, _, h)| (h.explain.values, h.explain.matter)).collect()
        };
        let whole = matter(None).iter().map(|m| m.1).fold(0.0, f32::max);
        let checkable: Vec<usize> = (0..sentence.figures.len())
            .filter(|&n| sentence.figures[n].kind != Kind::Date && sentence.figures[n].bound != Bound::Vague)
            .collect();
        let agrees = |n: &usize| {
            matter(Some(*n)).iter().any(|(v, m)| matches!(v, Values::Agree | Values::OtherBound) && *m >= 0.04)
        };
        // The figure that says most decides, where a source states it; the others may be from elsewhere.
        let stated = |n: &&usize| reading.figures.get(**n).is_some_and(|f| !f.agreeing.is_empty());
        let special = |n: usize| trace::specificity(&sentence.figures[n]);
        let decides = checkable.iter().filter(stated).rev().max_by(|&&a, &&b| special(a).total_cmp(&special(b)));
        let with_figure = decides.map_or_else(|| checkable.iter().any(agrees), agrees);
        // A paragraph about the matter that gives another value is cited rightly and quoted wrongly, unless the value stands in
        // another one.
        let makes =
            quoted || with_figure || decides.is_none() && whole >= if checkable.is_empty() { 0.33 } else { 0.55 };
        Some((reading, Support { makes, with_figure, checkable: !checkable.is_empty(), matter: whole, quoted }))
    }
}

/// Whether a source's paragraph has the very words that a sentence quotes.
pub fn quotes(sentence: &Sentence, source: &Stated) -> bool {
    sentence.quoted.iter().any(|q| q.len() > 2 && source.tape.find(q).is_some())
}
