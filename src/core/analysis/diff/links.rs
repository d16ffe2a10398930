//! Differences between links.

use std::collections::{BTreeMap, BTreeSet};

use super::{Difference, Field, Item, LinkPair, Matching, Sides, Turn, What};
use crate::model::{Evidence, Link, LinkId, Pathway, SourceId};

/// Links taken out, then links added or changed, in the order of the later file.
pub(super) fn differences(sides: &Sides, matching: &Matching) -> Vec<Difference> {
    let mut found = Vec::new();
    for link in sides.before.links().filter(|link| matching.link(&link.id).is_none()) {
        let sentence = format!("“{}” was taken out.", sides.before.sentence(link));
        found.push(Difference {
            what: What::Removed,
            before: Some(Item::Link(link.id.clone())),
            after: None,
            sentence,
        });
    }
    let earlier: BTreeMap<&LinkId, &LinkPair> = matching.links.iter().map(|pair| (&pair.after, pair)).collect();
    for link in sides.after.links() {
        let pair = earlier.get(&link.id).and_then(|pair| Some((pair.turn, sides.before.link(&pair.before)?)));
        if let Some((turn, before)) = pair {
            Comparison { sides, before, after: link, found: &mut found }.run(turn);
        } else {
            let sentence = format!("“{}” was added.", sides.after.sentence(link));
            let after = Some(Item::Link(link.id.clone()));
            found.push(Difference { what: What::Added, before: None, after, sentence });
        }
    }
    found
}

/// A link before and after.
struct Comparison<'a> {
    sides: &'a Sides<'a>,
    before: &'a Link,
    after: &'a Link,
    found: &'a mut Vec<Difference>,
}

impl Comparison<'_> {
    fn run(&mut self, turn: Turn) {
        self.direction(turn);
        self.effect();
        self.grade();
        self.evidence();
        self.texts();
    }

    fn add(&mut self, what: What, sentence: String) {
        let before = Some(Item::Link(self.before.id.clone()));
        let after = Some(Item::Link(self.after.id.clone()));
        self.found.push(Difference { what, before, after, sentence });
    }

    fn old_claim(&self) -> String {
        self.sides.before.sentence(self.before)
    }

    fn claim(&self) -> String {
        self.sides.after.sentence(self.after)
    }

    fn direction(&mut self, turn: Turn) {
        match turn {
            Turn::Same => {}
            Turn::Reversed => {
                let sentence = format!("“{}” was turned round: it is now “{}”.", self.old_claim(), self.claim());
                self.add(What::Reversed, sentence);
            }
            Turn::Elsewhere => {
                let sentence = format!("“{}” joins other nodes: it is now “{}”.", self.old_claim(), self.claim());
                self.add(What::Moved, sentence);
            }
        }
    }

    fn effect(&mut self) {
        let (before, after) = (self.before.effect, self.after.effect);
        if before == after {
            return;
        }
        let what = What::EffectChanged { before, after };
        let flipped = if what.flips_sign() { "; the sign is flipped" } else { "" };
        let sentence = format!(
            "The effect of “{}” changed from “{}” to “{}”{flipped}.",
            self.claim(),
            before.label(),
            after.label()
        );
        self.add(what, sentence);
    }

    fn grade(&mut self) {
        let (before, after) = (self.before.grade, self.after.grade);
        if before != after {
            let sentence = format!("“{}” is graded {} instead of {}.", self.claim(), after.name(), before.name());
            self.add(What::Regraded { before, after }, sentence);
        }
    }

    fn evidence(&mut self) {
        if self.before.evidence == self.after.evidence {
            return;
        }
        let sides = self.sides;
        let old = by_source(&self.before.evidence, |id| sides.papers.later(id));
        let new = by_source(&self.after.evidence, |id| id);
        let claim = self.claim();
        for (id, items) in &old {
            // The id under which the earlier pathway knows it.
            let Some(own) = items.first().map(|item| &item.source) else { continue };
            if !new.contains_key(id) {
                let sentence = format!("“{claim}” lost the evidence from {}.", short(sides.before, own));
                self.add(What::EvidenceLost(own.clone()), sentence);
            }
        }
        for (id, items) in &new {
            let name = short(sides.after, id);
            match old.get(id) {
                None => {
                    let sentence = format!("“{claim}” gained evidence from {name}.");
                    self.add(What::EvidenceGained((*id).clone()), sentence);
                }
                Some(before) if said(before) != said(items) => {
                    let sentence = format!("What {name} says of “{claim}” was changed.");
                    let before = before.first().map_or((*id).clone(), |item| item.source.clone());
                    self.add(What::EvidenceChanged { before, after: (*id).clone() }, sentence);
                }
                Some(_) => {}
            }
        }
    }

    fn texts(&mut self) {
        let (old, new) = (self.before, self.after);
        let article = |link: &Link| link.popular.as_ref().map(|p| (p.effect, p.says.clone(), p.note.clone()));
        let fields = [
            (Field::Explanation, old.explanation != new.explanation),
            (Field::Levels, old.levels != new.levels),
            (Field::Conditions, old.holds_when != new.holds_when),
            (Field::Delay, old.delay != new.delay),
            (Field::NoSourceFound, old.no_source_found != new.no_source_found),
            (Field::Article, article(old) != article(new)),
            (Field::Returns, old.returns != new.returns),
        ];
        let claim = self.claim();
        for (field, _) in fields.into_iter().filter(|(_, differs)| *differs) {
            self.add(What::TextChanged(field), format!("The {} of “{claim}” was changed.", field.label()));
        }
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
        format!("{:?} {:?} {:?} {:?} {:?} {:?}", e.stance, e.design, e.species, e.sample, e.finding, e.locator)
    };
    items.iter().map(one).collect()
}

/// A source's short name, or its id where it has no record.
fn short(pathway: &Pathway, id: &SourceId) -> String {
    pathway.source(id).map_or_else(|| id.to_string(), |source| source.short())
}
