//! Who is meant, given the whole document.
//!
//! **Invariant:** works on candidates alone, in one pass to learn the document's names and one to decide, so that it can run
//! again on every keystroke; the text is not looked at.

use rustc_hash::FxHashMap;

use super::matcher::{Candidate, Matcher, New, What};
use super::table::Target;
use super::{ActorRef, Form, Kind, Mention};

/// A name the document introduces.
struct Entity {
    actor: ActorRef,
    kind: Kind,
    weight: u32,
}

/// What a short form stands for in this document.
#[derive(Clone, Copy, PartialEq)]
enum Short {
    /// An unlisted entity.
    Entity(u32),
    /// A listed actor.
    Target(u32),
}

#[derive(Default)]
struct Document {
    entities: Vec<Entity>,
    by_key: FxHashMap<u64, u32>,
    /// Short forms, with the paragraph each was introduced in, in order.
    short: FxHashMap<u64, Vec<(u32, Short)>>,
    /// Listed targets mentioned by an unambiguous name, per target the paragraphs in order.
    full: FxHashMap<u32, Vec<u32>>,
    singles: FxHashMap<u64, u32>,
}

/// Decides the candidates of a whole document, given paragraph by paragraph in order: a surname after the full name, a
/// metonym that acts, an unlisted name that proves itself. Returns the mentions of each paragraph, in order, not overlapping.
pub fn resolve(matcher: &Matcher, paragraphs: &[&[Candidate]]) -> Vec<Vec<Mention>> {
    let targets = &matcher.table.targets;
    let mut document = Document::default();
    for (at, candidates) in paragraphs.iter().enumerate() {
        for candidate in *candidates {
            document.learn(at as u32, candidate);
        }
    }
    document.repeated(paragraphs);
    document.settle();
    let mut latest: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
    let mut count = 0;
    paragraphs
        .iter()
        .enumerate()
        .map(|(at, candidates)| {
            let mut mentions = Vec::new();
            for candidate in *candidates {
                count += 1;
                if let Some(mention) = document.decide(targets, at as u32, candidate, &mut latest, count) {
                    mentions.push(mention);
                }
            }
            mentions
        })
        .collect()
}

/// The mentions of a paragraph whose candidates are `now`, when they were `mentions` while its candidates were `before`:
/// those of before in their new places. `None` when other names stand there, so that the document has to be decided anew.
pub fn moved(before: &[Candidate], mentions: &[Mention], now: &[Candidate]) -> Option<Vec<Mention>> {
    let same = |(a, b): (&Candidate, &Candidate)| a.form == b.form && a.what == b.what;
    if before.len() != now.len() || !before.iter().zip(now).all(same) {
        return None;
    }
    let place = |old: &Mention| {
        let at = before.iter().position(|c| c.span == old.span && c.form == old.form)?;
        Some(Mention { span: now.get(at)?.span, ..old.clone() })
    };
    mentions.iter().map(place).collect()
}

impl Document {
    fn learn(&mut self, at: u32, candidate: &Candidate) {
        match &candidate.what {
            What::Sure { target, full: true } if candidate.form != Form::Adjective => {
                let paragraphs = self.full.entry(*target).or_default();
                if paragraphs.last() != Some(&at) {
                    paragraphs.push(at);
                }
            }
            What::Alias { target, key } => self.introduce(*key, at, Short::Target(*target)),
            What::New(new) => self.learn_new(at, new),
            _ => {}
        }
    }

    fn learn_new(&mut self, at: u32, new: &New) {
        let entity = match self.by_key.get(&new.key) {
            Some(entity) => *entity,
            None => {
                self.entities.push(Entity { actor: ActorRef::Unlisted(new.name.clone()), kind: new.kind, weight: 0 });
                let entity = self.entities.len() as u32 - 1;
                self.by_key.insert(new.key, entity);
                entity
            }
        };
        if let Some(e) = self.entities.get_mut(entity as usize) {
            e.weight += u32::from(new.weight);
        }
        if new.short[0] != 0 {
            // A single word stands for itself, but a longer name that ends with it is the fuller spelling.
            let single = !new.name.contains([' ', '-']) && new.kind != Kind::Organisation
                || new.name.split(' ').nth(1).is_none();
            if single {
                self.singles.insert(new.short[0], entity);
            } else {
                self.introduce(new.short[0], at, Short::Entity(entity));
            }
        }
    }

    fn introduce(&mut self, key: u64, at: u32, what: Short) {
        let all = self.short.entry(key).or_default();
        if !all.iter().any(|(_, known)| *known == what) {
            all.push((at, what));
        }
    }

    /// A single word that may be a name gains by standing elsewhere in the document as well.
    fn repeated(&mut self, paragraphs: &[&[Candidate]]) {
        let mut open: FxHashMap<u64, u32> = FxHashMap::default();
        for (key, entity) in &self.singles {
            if self.entities.get(*entity as usize).is_some_and(|e| e.weight == 1) {
                open.insert(*key, *entity);
            }
        }
        if open.is_empty() {
            return;
        }
        for candidate in paragraphs.iter().copied().flatten() {
            let What::Weak { key, stem } = &candidate.what else { continue };
            let entity = open.get(key).or_else(|| open.get(stem));
            if let Some(entity) = entity.and_then(|e| self.entities.get_mut(*e as usize)) {
                entity.weight += 1;
            }
        }
    }

    /// Drops what has not proved itself, and lets single words stand for the longer names they shorten.
    fn settle(&mut self) {
        let entities = &self.entities;
        let proved = |what: &Short| match what {
            Short::Entity(e) => entities.get(*e as usize).is_some_and(|e| e.weight >= 2),
            Short::Target(_) => true,
        };
        for all in self.short.values_mut() {
            all.retain(|(_, what)| proved(what));
        }
        self.short.retain(|_, all| !all.is_empty());
        let singles: Vec<(u64, u32)> = self.singles.iter().map(|(k, v)| (*k, *v)).collect();
        for (key, entity) in singles {
            if !self.short.contains_key(&key) && self.entities.get(entity as usize).is_some_and(|e| e.weight >= 2) {
                self.short.insert(key, vec![(0, Short::Entity(entity))]);
            }
        }
    }

    /// Whom a short form means in paragraph `at`: the nearest that was introduced before, else the first after; the others
    /// are returned too when there are several.
    fn short_form(&self, key: u64, at: u32) -> Option<(Short, Vec<Short>)> {
        let all = self.short.get(&key)?;
        let (_, best) = all.iter().rev().find(|(p, _)| *p <= at).or(all.first())?;
        let others = all.iter().map(|(_, w)| *w).filter(|w| w != best).collect();
        Some((*best, others))
    }

    fn actor(&self, targets: &[Target], what: Short) -> Option<(ActorRef, Kind)> {
        match what {
            Short::Entity(e) => self.entities.get(e as usize).map(|e| (e.actor.clone(), e.kind)),
            Short::Target(t) => targets.get(t as usize).map(|t| (t.actor.clone(), t.kind)),
        }
    }

    fn decide(
        &self,
        targets: &[Target],
        at: u32,
        candidate: &Candidate,
        latest: &mut FxHashMap<u32, (u32, u32)>,
        count: u32,
    ) -> Option<Mention> {
        let mention = |actor: ActorRef, kind: Kind, or: Vec<ActorRef>| {
            Some(Mention { span: candidate.span, actor, kind, form: candidate.form, or })
        };
        let listed = |target: u32| targets.get(target as usize).map(|t| (t.actor.clone(), t.kind));
        match &candidate.what {
            What::Sure { target, full } => {
                let target_data = targets.get(*target as usize)?;
                if *full && target_data.profile.is_some() {
                    latest.insert(*target, (at, count));
                }
                mention(target_data.actor.clone(), target_data.kind, Vec::new())
            }
            What::Alias { target, .. } => {
                let (actor, kind) = listed(*target)?;
                mention(actor, kind, Vec::new())
            }
            What::Either { members, cue, full } => {
                if *full && cue.is_none() && !members.iter().any(|m| self.full.contains_key(m)) {
                    return None;
                }
                let (target, others) = self.choose(members, *cue, at, latest);
                if cue.is_some() {
                    latest.insert(target, (at, count));
                }
                let (actor, kind) = listed(target)?;
                let or = others.into_iter().filter_map(|t| listed(t).map(|(a, _)| a)).collect();
                mention(actor, kind, or)
            }
            What::Surname { target, key, cue } => {
                // Someone unlisted of that surname may be nearer.
                if let Some((Short::Entity(e), _)) = self.short_form(*key, at) {
                    let introduced = self.full.contains_key(target);
                    if !introduced {
                        let (actor, kind) = self.actor(targets, Short::Entity(e))?;
                        return mention(actor, kind, Vec::new());
                    }
                }
                if !*cue && !self.full.contains_key(target) {
                    return None;
                }
                let (actor, kind) = listed(*target)?;
                mention(actor, kind, Vec::new())
            }
            What::New(new) => {
                // One word may be the short form of a name that is said in full elsewhere.
                if new.short[0] != 0 && !new.name.contains(' ') {
                    let known = new.short.iter().filter(|k| **k != 0).find_map(|k| self.short_form(*k, at));
                    if let Some((what, others)) = known {
                        let (actor, kind) = self.actor(targets, what)?;
                        let or = others.into_iter().filter_map(|w| self.actor(targets, w).map(|(a, _)| a)).collect();
                        return mention(actor, kind, or);
                    }
                }
                let entity = self.entities.get(*self.by_key.get(&new.key)? as usize)?;
                if entity.weight < 2 {
                    return None;
                }
                mention(entity.actor.clone(), entity.kind, Vec::new())
            }
            What::Weak { key, stem } => {
                if self.short.is_empty() {
                    return None;
                }
                let (what, others) = match self.short_form(*key, at) {
                    Some(known) => known,
                    None if *stem != 0 => self.short_form(*stem, at)?,
                    None => return None,
                };
                let (actor, kind) = self.actor(targets, what)?;
                let or = others.into_iter().filter_map(|w| self.actor(targets, w).map(|(a, _)| a)).collect();
                mention(actor, kind, or)
            }
        }
    }

    /// Which of several: what the words say, else who was last named in full, else who is named in full later, else nobody
    /// can say.
    fn choose(
        &self,
        members: &[u32],
        cue: Option<u32>,
        at: u32,
        latest: &FxHashMap<u32, (u32, u32)>,
    ) -> (u32, Vec<u32>) {
        let first = members.first().copied().unwrap_or_default();
        let others = |chosen: u32| members.iter().copied().filter(|m| *m != chosen).collect::<Vec<u32>>();
        if let Some(cue) = cue {
            return (cue, Vec::new());
        }
        let last = members.iter().filter_map(|m| latest.get(m).map(|when| (when, *m))).max();
        if let Some(((paragraph, _), chosen)) = last {
            // Two of the name in one document, and the last mention is not in this paragraph: said so.
            let rivals = members.iter().filter(|m| self.full.contains_key(m)).count() > 1;
            let or = if rivals && *paragraph != at { others(chosen) } else { Vec::new() };
            return (chosen, or);
        }
        let later: Vec<u32> = members.iter().copied().filter(|m| self.full.contains_key(m)).collect();
        match later.as_slice() {
            [one] => (*one, Vec::new()),
            [one, ..] => (*one, others(*one)),
            [] => (first, others(first)),
        }
    }
}
