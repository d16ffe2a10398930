//! Which links of a reference a map has not drawn yet.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Effect, Link, LinkId, NodeId, Pathway, Reading};

/// Links by their ends, and by their effect or whatever that is, in the order of the reference. There may be thousands
/// between two nodes, so each list only goes forward: what is drawn stays drawn.
pub(super) struct Open<'a> {
    waiting: BTreeMap<Place<'a>, Waiting<'a>>,
    drawn: BTreeSet<&'a LinkId>,
}

type Place<'a> = (&'a NodeId, &'a NodeId, Option<Effect>);

#[derive(Default)]
struct Waiting<'a> {
    links: Vec<&'a Link>,
    /// How many of them were drawn when last asked: all before that number are.
    passed: usize,
}

impl<'a> Open<'a> {
    /// Nothing of a reference is drawn.
    pub(super) fn new(reference: &'a Pathway, reading: Reading) -> Self {
        let mut waiting: BTreeMap<Place<'a>, Waiting<'a>> = BTreeMap::new();
        for link in reference.links() {
            for effect in [None, Some(link.effect_in(reading))] {
                waiting.entry((&link.from, &link.to, effect)).or_default().links.push(&**link);
            }
        }
        Self { waiting, drawn: BTreeSet::new() }
    }

    /// Draws the first link between two nodes that is not drawn yet and has an effect, or any.
    pub(super) fn take(&mut self, from: &'a NodeId, to: &'a NodeId, effect: Option<Effect>) -> Option<&'a Link> {
        let Waiting { links, passed } = self.waiting.get_mut(&(from, to, effect))?;
        while let Some(link) = links.get(*passed) {
            *passed += 1;
            if self.drawn.insert(&link.id) {
                return Some(link);
            }
        }
        None
    }

    /// Whether a link is drawn in some form.
    pub(super) fn is_drawn(&self, link: &LinkId) -> bool {
        self.drawn.contains(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    #[test]
    fn links_are_drawn_once_whatever_they_are_asked_by() {
        let reference = notation::parse("a -> b; a -| b; a -> b; b -> a").expect("notation");
        let [a, b] = ["a", "b"].map(|label| reference.nodes().find(|node| node.label == label).expect("it is there"));
        let place = |link: &Link| reference.links().position(|other| other.id == link.id);
        let mut open = Open::new(&reference, Reading::Shown);
        let mut asked = |effect| open.take(&a.id, &b.id, effect).and_then(place);
        assert_eq!(asked(Some(Effect::Lowers)), Some(1));
        assert_eq!([None, None, None].map(&mut asked), [Some(0), Some(2), None]);
        assert_eq!(asked(Some(Effect::Raises)), None);
        let drawn: Vec<bool> = reference.links().map(|link| open.is_drawn(&link.id)).collect();
        assert_eq!(drawn, [true, true, true, false]);
    }
}
