//! Differences between nodes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Field, Found, Item, Matching, Sides, What};
use crate::model::{Extra, LaneId, Node, NodeId, Note, Pathway, SourceId};

/// Nodes that only the first pathway has, then the others in the order of the second.
pub(super) fn compare(found: &mut Found<'_>, matching: &Matching) {
    let sides = found.sides;
    for node in sides.before.nodes().filter(|node| !matching.nodes.contains_key(&node.id)) {
        found.only_first(Item::Node(node.id.clone()), &format!("“{}”", node.label));
    }
    let earlier: BTreeMap<&NodeId, &NodeId> = matching.nodes.iter().map(|(before, after)| (after, before)).collect();
    for node in sides.after.nodes() {
        if let Some(before) = earlier.get(&node.id).and_then(|id| sides.before.node(id)) {
            compare_one(found, before, node);
        } else {
            found.only_second(Item::Node(node.id.clone()), &format!("“{}”", node.label));
        }
    }
}

fn compare_one(found: &mut Found<'_>, before: &Node, after: &Node) {
    let sides = found.sides;
    let name = format!("“{}”", after.label);
    let mut pair = found.pair(Item::Node(before.id.clone()), Item::Node(after.id.clone()), name);
    if before.label != after.label {
        let what = What::Relabelled { before: before.label.clone(), after: after.label.clone() };
        pair.add(what, format!("“{}” is called {} in {}.", before.label, pair.name, sides.second));
    }
    let (old, new) = (lane(sides.before, &before.lane), lane(sides.after, &after.lane));
    if before.lane != after.lane && old.to_lowercase() != new.to_lowercase() {
        let what = What::MovedLane { before: before.lane.clone(), after: after.lane.clone() };
        pair.add(what, pair.both("lane", old, new));
    }
    if before.kind != after.kind {
        let what = What::KindChanged { before: before.kind, after: after.kind };
        pair.add(what, pair.both("kind", before.kind.label(), after.kind.label()));
    }
    pair.text(Field::Explanation, before.explanation != after.explanation);
    pair.text(Field::Levels, before.levels != after.levels);
    pair.text(Field::Aliases, before.aliases != after.aliases);
    pair.text(Field::Terms, before.xrefs != after.xrefs);
    pair.text(Field::Notes, notes(sides, &before.notes, true) != notes(sides, &after.notes, false));
    pair.text(Field::Pin, before.at != after.at);
    pair.text(Field::Extra, before.extra != after.extra);
}

fn lane<'a>(pathway: &'a Pathway, id: &'a LaneId) -> &'a str {
    pathway.lane(id).map_or(id.as_str(), |lane| &lane.label)
}

/// What notes say, with their sources as the second pathway names them.
fn notes<'a>(sides: &'a Sides<'_>, notes: &'a [Note], old: bool) -> Vec<(&'a str, BTreeSet<&'a SourceId>, &'a Extra)> {
    let later = |id: &'a SourceId| if old { sides.papers.later(id) } else { id };
    notes.iter().map(|note| (note.text.as_str(), note.sources.iter().map(later).collect(), &note.extra)).collect()
}
