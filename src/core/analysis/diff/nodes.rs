//! Differences between nodes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Difference, Field, Item, Matching, Sides, What};
use crate::model::{LaneId, Node, NodeId, Note, Pathway, SourceId};

/// Nodes taken out, then nodes added or changed, in the order of the later file.
pub(super) fn differences(sides: &Sides, matching: &Matching) -> Vec<Difference> {
    let mut found = Vec::new();
    for node in sides.before.nodes().filter(|node| !matching.nodes.contains_key(&node.id)) {
        let sentence = format!("“{}” was taken out.", node.label);
        found.push(Difference {
            what: What::Removed,
            before: Some(Item::Node(node.id.clone())),
            after: None,
            sentence,
        });
    }
    let earlier: BTreeMap<&NodeId, &NodeId> = matching.nodes.iter().map(|(before, after)| (after, before)).collect();
    for node in sides.after.nodes() {
        if let Some(before) = earlier.get(&node.id).and_then(|id| sides.before.node(id)) {
            compare(sides, before, node, &mut found);
        } else {
            let sentence = format!("“{}” was added.", node.label);
            let after = Some(Item::Node(node.id.clone()));
            found.push(Difference { what: What::Added, before: None, after, sentence });
        }
    }
    found
}

fn compare(sides: &Sides, before: &Node, after: &Node, found: &mut Vec<Difference>) {
    let name = &after.label;
    let mut add = |what, sentence| {
        let (before, after) = (Some(Item::Node(before.id.clone())), Some(Item::Node(after.id.clone())));
        found.push(Difference { what, before, after, sentence });
    };
    if before.label != after.label {
        let what = What::Relabelled { before: before.label.clone(), after: after.label.clone() };
        add(what, format!("“{}” is now called “{name}”.", before.label));
    }
    let (old, new) = (lane(sides.before, &before.lane), lane(sides.after, &after.lane));
    if before.lane != after.lane && old.to_lowercase() != new.to_lowercase() {
        let what = What::MovedLane { before: before.lane.clone(), after: after.lane.clone() };
        add(what, format!("“{name}” moved from the lane “{old}” to the lane “{new}”."));
    }
    if before.kind != after.kind {
        let (old, new) = (before.kind.label(), after.kind.label());
        let what = What::KindChanged { before: before.kind, after: after.kind };
        add(what, format!("The kind of “{name}” changed from “{old}” to “{new}”."));
    }
    let fields = [
        (Field::Explanation, before.explanation != after.explanation),
        (Field::Levels, before.levels != after.levels),
        (Field::Aliases, before.aliases != after.aliases),
        (Field::Terms, before.xrefs != after.xrefs),
        (Field::Notes, notes(sides, &before.notes, true) != notes(sides, &after.notes, false)),
    ];
    for (field, _) in fields.into_iter().filter(|(_, differs)| *differs) {
        add(What::TextChanged(field), format!("The {} of “{name}” was changed.", field.label()));
    }
}

fn lane<'a>(pathway: &'a Pathway, id: &'a LaneId) -> &'a str {
    pathway.lane(id).map_or(id.as_str(), |lane| &lane.label)
}

/// What notes say, with their sources as the later pathway names them.
fn notes<'a>(sides: &'a Sides, notes: &'a [Note], old: bool) -> Vec<(&'a str, BTreeSet<&'a SourceId>)> {
    let later = |id: &'a SourceId| if old { sides.papers.later(id) } else { id };
    notes.iter().map(|note| (note.text.as_str(), note.sources.iter().map(later).collect())).collect()
}
