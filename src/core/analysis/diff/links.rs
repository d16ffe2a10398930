//! Differences between links.

use std::collections::{BTreeMap, BTreeSet};

use super::{Field, Found, Item, LinkPair, Matching, Sides, Turn, What, found::Pair};
use crate::model::{Delay, Evidence, Link, LinkId, Pathway, SourceId};

/// Links that only the first pathway has, then the others in the order of the second.
pub(super) fn compare(found: &mut Found<'_>, matching: &Matching) {
    let sides = found.sides;
    for link in sides.before.links().filter(|link| matching.link(&link.id).is_none()) {
        found.only_first(Item::Link(link.id.clone()), &format!("“{}”", sides.before.sentence(link)));
    }
    let earlier: BTreeMap<&LinkId, &LinkPair> = matching.links.iter().map(|pair| (&pair.after, pair)).collect();
    for link in sides.after.links() {
        let pair = earlier.get(&link.id).and_then(|pair| Some((pair.turn, sides.before.link(&pair.before)?)));
        let name = format!("“{}”", sides.after.sentence(link));
        if let Some((turn, before)) = pair {
            let pair = found.pair(Item::Link(before.id.clone()), Item::Link(link.id.clone()), name);
            Comparison { sides, before, after: link, pair }.run(turn);
        } else {
            found.only_second(Item::Link(link.id.clone()), &name);
        }
    }
}

/// A link in both pathways.
struct Comparison<'f, 'a> {
    sides: &'a Sides<'a>,
    before: &'a Link,
    after: &'a Link,
    pair: Pair<'f, 'a>,
}

impl Comparison<'_, '_> {
    fn run(&mut self, turn: Turn) {
        self.direction(turn);
        self.effect();
        self.grade();
        self.evidence();
        self.texts();
    }

    fn direction(&mut self, turn: Turn) {
        let (old, new, second) = (self.sides.before.sentence(self.before), &self.pair.name, &self.sides.second);
        match turn {
            Turn::Same => {}
            Turn::Reversed => {
                let sentence = format!("“{old}” leads the other way in {second}: {new}.");
                self.pair.add(What::Reversed, sentence);
            }
            Turn::Elsewhere => {
                let sentence = format!("“{old}” joins other nodes in {second}: {new}.");
                self.pair.add(What::Moved, sentence);
            }
        }
    }

    fn effect(&mut self) {
        let (before, after) = (self.before.effect, self.after.effect);
        if before != after {
            let what = What::EffectChanged { before, after };
            let flipped = if what.flips_sign() { " The sign is flipped." } else { "" };
            let sentence = self.pair.both("effect", before.label(), after.label()) + flipped;
            self.pair.add(what, sentence);
        }
    }

    fn grade(&mut self) {
        let (before, after) = (self.before.grade, self.after.grade);
        if before != after {
            let sentence = self.pair.both("grade", before.name(), after.name());
            self.pair.add(What::Regraded { before, after }, sentence);
        }
    }

    fn evidence(&mut self) {
        if self.before.evidence == self.after.evidence {
            return;
        }
        let sides = self.sides;
        let old = by_source(&self.before.evidence, |id| sides.papers.later(id));
        let new = by_source(&self.after.evidence, |id| id);
        let claim = self.pair.name.clone();
        for (id, items) in &old {
            // The id under which the earlier pathway knows it.
            let Some(own) = items.first().map(|item| &item.source) else { continue };
            if !new.contains_key(id) {
                let sentence =
                    format!("{claim} has evidence from {} only in {}.", short(sides.before, own), sides.first);
                self.pair.add(What::EvidenceLost(own.clone()), sentence);
            }
        }
        for (id, items) in &new {
            let name = short(sides.after, id);
            match old.get(id) {
                None => {
                    let sentence = format!("{claim} has evidence from {name} only in {}.", sides.second);
                    self.pair.add(What::EvidenceGained((*id).clone()), sentence);
                }
                Some(before) if said(before) != said(items) => {
                    let sentence = format!("What {name} says of {claim} differs.");
                    let before = before.first().map_or((*id).clone(), |item| item.source.clone());
                    self.pair.add(What::EvidenceChanged { before, after: (*id).clone() }, sentence);
                }
                Some(_) => {}
            }
        }
    }

    fn texts(&mut self) {
        let (old, new, pair) = (self.before, self.after, &mut self.pair);
        pair.text(Field::Explanation, old.explanation != new.explanation);
        pair.text(Field::Levels, old.levels != new.levels);
        pair.text(Field::Conditions, old.holds_when != new.holds_when);
        let delay = |link: &Link| link.delay.map_or("", Delay::label);
        pair.value(Field::Delay, delay(old), delay(new));
        pair.text(Field::NoSourceFound, old.no_source_found != new.no_source_found);
        pair.text(Field::Article, old.popular != new.popular);
        pair.text(Field::Returns, old.returns != new.returns);
        pair.text(Field::Extra, old.extra != new.extra);
    }
}

/// Evidence by the source that it is from.
fn by_source<'a>(
    evidence: &'a [Evidence],
    name: impl Fn(&'a SourceId) -> &'a SourceId,
) -> BTreeMap<&'a SourceId, Vec<&'a Evidence>> {
    let mut items: BTreeMap<&SourceId, Vec<&Evidence>> = BTreeMap::new();
    for item in evidence {
        items.entry(name(&item.source)).or_default().push(item);
    }
    items
}

/// Everything that pieces of evidence say, whatever their order.
fn said(items: &[&Evidence]) -> BTreeSet<String> {
    let one = |e: &&Evidence| {
        let (study, said) = ((e.stance, e.design, &e.species, &e.sample), (&e.finding, &e.locator, &e.extra));
        format!("{study:?} {said:?}")
    };
    items.iter().map(one).collect()
}

/// A source's short name, or its id where it has no record.
fn short(pathway: &Pathway, id: &SourceId) -> String {
    pathway.source(id).map_or_else(|| id.to_string(), |source| source.short())
}
