//! Nodes: added by a name, pinned, and set free.

use super::{
    draft::Draft,
    ids::{Mint, lane_id, node_id},
    outcome::{Outcome, Refusal},
    words::{lane_name, node_name, quoted},
};
use crate::{
    analysis::problems::Subject,
    formats::ron::MAX_COORDINATE,
    grammar::count,
    model::{Extra, Kind, Lane, LaneId, Node, NodeId, Pathway, one_line, written::folded},
};

/// The longest label that a new node gets, in characters: what is longer is no name but a text.
const LONGEST_LABEL: usize = 200;

/// Adds a node with a label, in a lane or else in the last one; a pathway without lanes gets its first.
///
/// # Errors
/// Where the label says nothing or is a whole text, where a node has it already, and where there is no such lane.
pub fn add_node(pathway: &Pathway, mint: &mut Mint<'_>, label: &str, lane: Option<&LaneId>) -> Outcome {
    let label = name_of_node(label)?;
    if let Some(other) = namesake(pathway, &label) {
        return Err(taken(pathway, &label, other));
    }
    let mut draft = Draft::of(pathway);
    let lane = match lane.or_else(|| pathway.lanes().last().map(|lane| &lane.id)) {
        Some(lane) => draft.lane(lane)?.id.clone(),
        None => add_first_lane(&mut draft, mint),
    };
    let id = node_id(mint, &label);
    draft.nodes.add(Node::new(id.as_str(), &label, Kind::Other, lane.as_str()));
    draft.finish(&format!("add {}", quoted(&label)))
}

/// The lane of a pathway that has none yet.
pub(super) fn add_first_lane(draft: &mut Draft<'_>, mint: &mut Mint<'_>) -> LaneId {
    let id = lane_id(mint, "all");
    draft.lanes.add(Lane { id: id.clone(), label: "All".to_owned(), extra: Extra::new() });
    id
}

/// A label in one line that can name a node.
pub(super) fn name_of_node(label: &str) -> Result<String, Refusal> {
    let length = label.chars().count();
    if length > LONGEST_LABEL {
        return Err(Refusal::new(format!(
            "a name of {length} characters is too long for a card; write at most {LONGEST_LABEL}, and the rest as its explanation"
        )));
    }
    let label = one_line(label);
    if label.is_empty() {
        return Err(Refusal::new("a node needs a name; write for example “Poor sleep”"));
    }
    if folded(&label).is_empty() {
        return Err(Refusal::new(format!("{} has no letter or digit; give the node a name", quoted(&label))));
    }
    Ok(label)
}

/// The node that has a name as its label or as another name, as people compare names.
pub(super) fn namesake<'p>(pathway: &'p Pathway, name: &str) -> Option<&'p Node> {
    let key = folded(name);
    let is_key = |name: &str| may_fold_to(name, &key) && folded(name) == key;
    let by_label = || pathway.nodes().find(|node| is_key(&node.label));
    let by_alias = || pathway.nodes().find(|node| node.aliases.iter().any(|alias| is_key(alias)));
    by_label().or_else(by_alias).map(|node| &**node)
}

/// Whether a name can be a key, by its first letter: a plain one stays the first, but for the word `the`. Thousands of names
/// are not folded for each letter that somebody types.
fn may_fold_to(name: &str, key: &str) -> bool {
    let Some((at, first)) = name.char_indices().find(|(_, c)| c.is_alphanumeric() || !c.is_ascii()) else {
        return false;
    };
    let begins_with_the = || name.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case("the"));
    !first.is_ascii() || key.starts_with(first.to_ascii_lowercase()) || begins_with_the()
}

/// A name that a node has already.
pub(super) fn taken(pathway: &Pathway, name: &str, other: &Node) -> Refusal {
    let lane = lane_name(pathway, &other.lane);
    let who = if folded(&other.label) == folded(name) {
        format!("{} is there already, in the lane {lane}", quoted(&other.label))
    } else {
        format!("{} is another name of {}, in the lane {lane}", quoted(name), quoted(&other.label))
    };
    Refusal::because(Subject::Node(other.id.clone()), format!("{who}; go there, or choose a name of its own"))
}

/// Pins the centres of cards at places, in px at zoom 1. What follows with the same cards is the same step, as a drag is.
///
/// # Errors
/// Where a node is gone, or a place is none on the canvas.
pub fn pin(pathway: &Pathway, places: &[(NodeId, (f64, f64))]) -> Outcome {
    let mut draft = Draft::of(pathway);
    for (id, (x, y)) in places {
        if !(x.abs() <= MAX_COORDINATE && y.abs() <= MAX_COORDINATE) {
            return Err(Refusal::new(format!(
                "{} cannot lie that far out; drop it within {MAX_COORDINATE} px of the middle",
                node_name(pathway, id)
            )));
        }
        draft.node(id)?.at = Some((*x, *y));
    }
    let ids: Vec<&str> = places.iter().map(|(id, _)| id.as_str()).collect();
    let what = what(pathway, places.iter().map(|(id, _)| id));
    draft.merging(format!("pin:{}", ids.join(","))).finish(&format!("move {what}"))
}

/// Takes the pins off nodes, so that the layout places them.
///
/// # Errors
/// Where a node is gone, or none of them is pinned.
pub fn unpin(pathway: &Pathway, nodes: &[NodeId]) -> Outcome {
    let mut draft = Draft::of(pathway);
    for id in nodes {
        draft.node(id)?.at = None;
    }
    draft.finish(&format!("unpin {}", what(pathway, nodes.iter())))
}

/// Takes the pins off all nodes.
///
/// # Errors
/// Where none is pinned.
pub fn tidy(pathway: &Pathway) -> Outcome {
    let pinned: Vec<NodeId> = pathway.nodes().filter(|node| node.at.is_some()).map(|node| node.id.clone()).collect();
    if pinned.is_empty() {
        return Err(Refusal::new("no card is pinned; drag one to pin it"));
    }
    unpin(pathway, &pinned)
}

/// One node by its name, several by their number.
fn what<'i>(pathway: &Pathway, mut ids: impl ExactSizeIterator<Item = &'i NodeId>) -> String {
    match (ids.len(), ids.next()) {
        (1, Some(id)) => node_name(pathway, id),
        (number, _) => count(number, "node", "nodes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_rules_out_no_name() {
        for name in [
            "Poor sleep",
            "the Brain",
            "The brain",
            "–IL-6",
            "™ mark",
            "α-synuclein",
            "Ménière",
            "(ß) x",
            "İltihap",
            "theta",
        ] {
            assert!(may_fold_to(name, &folded(name)), "{name}");
        }
        assert!(!may_fold_to("Poor sleep", &folded("Exercise")));
        assert!(!may_fold_to("?", "a"));
    }
}
