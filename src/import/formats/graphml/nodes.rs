//! Nodes become cards, and groups of them lanes.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{
    attributes::{Attributes, Keys},
    yed,
};
use crate::{
    draft::{Draft, ThingId},
    model::{Kind, one_line},
    notice::{NoticeKind, Spot},
    xml,
};

/// What ids stand for.
#[derive(Default)]
pub(super) struct Nodes<'a> {
    known: BTreeMap<&'a str, Place>,
    groups: Vec<Group>,
}

/// A node, or a group of nodes by its place.
#[derive(Clone, Copy)]
enum Place {
    Thing(ThingId),
    Group(usize),
}

/// A node with nodes inside: a lane, and a card only where an edge ends on it.
struct Group {
    id: String,
    label: String,
    card: Option<ThingId>,
}

impl<'a> Nodes<'a> {
    /// Reads the nodes of a graph, and of those inside of its nodes.
    pub(super) fn read(&mut self, draft: &mut Draft, keys: &Keys<'_>, graph: Node<'a, '_>) {
        let mut open: Vec<(Node<'a, '_>, Option<usize>)> =
            xml::children(graph, "node").map(|node| (node, None)).collect();
        open.reverse();
        while let Some((node, lane)) = open.pop() {
            let inner = xml::child(node, "graph").filter(|inner| xml::child(*inner, "node").is_some());
            let Some(inner) = inner else {
                let thing = thing(draft, keys, node);
                draft.things[thing.0].lane = draft.things[thing.0].lane.or(lane);
                self.know(draft, node, Place::Thing(thing));
                continue;
            };
            let data = Attributes::of(keys, node);
            let id = xml::attribute(node, "id").unwrap_or("group");
            let label = yed::label(node).or_else(|| data.label()).unwrap_or_else(|| id.to_owned());
            let lane = draft.lane(&label);
            self.know(draft, node, Place::Group(self.groups.len()));
            self.groups.push(Group { id: id.to_owned(), label, card: None });
            let mut inside: Vec<_> = xml::children(inner, "node").map(|node| (node, Some(lane))).collect();
            inside.reverse();
            open.extend(inside);
        }
    }

    fn know(&mut self, draft: &mut Draft, node: Node<'a, '_>, place: Place) {
        let id = xml::attribute(node, "id").unwrap_or_default();
        if self.known.contains_key(id) {
            let what = format!("Several nodes have the id “{id}”: edges that name it end on the first.");
            draft.notice(NoticeKind::Decided, Spot::Element(id.to_owned()), what);
        } else {
            self.known.insert(id, place);
        }
    }

    /// The card of an id.
    pub(super) fn card(&mut self, draft: &mut Draft, id: &str) -> Option<ThingId> {
        match *self.known.get(id)? {
            Place::Thing(thing) => Some(thing),
            Place::Group(place) => {
                let group = self.groups.get_mut(place)?;
                Some(*group.card.get_or_insert_with(|| draft.thing(&group.id, &group.label)))
            }
        }
    }

    pub(super) fn finish(&self, draft: &mut Draft) {
        for group in self.groups.iter().filter(|group| group.card.is_some()) {
            let what = format!("The group “{}” is at an edge's end: it is a lane, and a card of its own.", group.label);
            draft.notice(NoticeKind::Decided, Spot::Element(group.id.clone()), what);
        }
    }
}

fn thing(draft: &mut Draft, keys: &Keys<'_>, node: Node<'_, '_>) -> ThingId {
    let data = Attributes::of(keys, node);
    let key = xml::attribute(node, "id").unwrap_or_default();
    let label = yed::label(node).or_else(|| data.label()).unwrap_or_default();
    let card = draft.thing(key, &one_line(&label));
    let lane = data.first(&["lane", "compartment"]).map(|lane| draft.lane(lane));
    let thing = &mut draft.things[card.0];
    thing.lane = lane;
    thing.kind = data.first(&["kind"]).and_then(kind).unwrap_or(Kind::Other);
    data.first(&["explanation", "description"]).unwrap_or_default().clone_into(&mut thing.explanation);
    let number = |name| data.first(&[name])?.parse::<f64>().ok().filter(|number| number.is_finite());
    thing.at = yed::middle(node).or_else(|| Some((number("x")?, number("y")?)));
    let shown =
        ["lane", "compartment", "kind", "explanation", "description", "x", "y", "label", "name", "v_name", "v_label"];
    let rest = data.rest(&shown);
    thing.notes.extend(rest.into_iter().map(|(name, value)| (format!("{name}: {value}"), Vec::new())));
    let further = yed::further_labels(node);
    thing.notes.extend(further.into_iter().map(|text| (format!("Second label: {text}"), Vec::new())));
    // Both are names where they differ.
    let names = ["label", "v_label", "name", "v_name"].map(|name| data.first(&[name]));
    thing.aliases = names.into_iter().flatten().map(one_line).filter(|name| *name != thing.label).collect();
    card
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name))
}
