//! Two pathways on one canvas: the later one, with what only the earlier one has beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diff, Item, Turn, What};
use crate::model::{LinkId, NodeId, Pathway};

/// The later pathway with what was taken out of the earlier one, and how each thing came to be there.
#[derive(Clone, Debug)]
pub struct Union {
    /// Both pathways as one.
    pub pathway: Pathway,
    /// What differs; everything else is in both.
    pub changes: BTreeMap<Item, Change>,
    /// For each difference the node or link in the union that it is about, in the order of [`Diff::differences`].
    pub about: Vec<Option<Item>>,
}

/// How something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Only the later pathway has it.
    Added,
    /// Only the earlier pathway has it.
    Removed,
    /// Both have it, and it is not the same.
    Changed,
}

/// Puts both pathways on one canvas. What keeps its place keeps the id of the later pathway.
pub fn union(before: &Pathway, after: &Pathway, diff: &Diff) -> Union {
    let mut parts = after.parts();
    let mut changes = BTreeMap::new();
    let mut node_of: BTreeMap<NodeId, NodeId> = diff.matching.nodes.clone();
    let mut link_of: BTreeMap<LinkId, LinkId> = BTreeMap::new();
    for lane in before.lanes().iter().filter(|lane| after.lane(&lane.id).is_none()) {
        parts.lanes.push((**lane).clone());
    }
    for node in before.nodes().filter(|node| !diff.matching.nodes.contains_key(&node.id)) {
        let id = free(node.id.as_str(), |id| after.node(&NodeId::new(id)).is_some());
        let mut copy = (**node).clone();
        copy.id = NodeId::new(&id);
        node_of.insert(node.id.clone(), copy.id.clone());
        changes.insert(Item::Node(copy.id.clone()), Change::Removed);
        parts.nodes.push(copy);
    }
    for link in before.links() {
        let pair = diff.matching.link(&link.id);
        if let Some(pair) = pair.filter(|pair| pair.turn == Turn::Same) {
            link_of.insert(link.id.clone(), pair.after.clone());
            continue;
        }
        let id = free(link.id.as_str(), |id| after.link(&LinkId::new(id)).is_some());
        let mut copy = (**link).clone();
        copy.id = LinkId::new(&id);
        copy.from = node_of.get(&link.from).cloned().unwrap_or_else(|| link.from.clone());
        copy.to = node_of.get(&link.to).cloned().unwrap_or_else(|| link.to.clone());
        link_of.insert(link.id.clone(), copy.id.clone());
        changes.insert(Item::Link(copy.id.clone()), Change::Removed);
        parts.links.push(copy);
    }
    for source in before.sources().iter().filter(|source| after.source(&source.id).is_none()) {
        parts.sources.push((**source).clone());
    }
    added(after, diff, &mut changes);
    let about = diff.differences.iter().map(|difference| match (&difference.after, &difference.before) {
        (Some(item @ (Item::Node(_) | Item::Link(_))), _) => Some(item.clone()),
        (None, Some(Item::Node(id))) => node_of.get(id).cloned().map(Item::Node),
        (None, Some(Item::Link(id))) => link_of.get(id).cloned().map(Item::Link),
        _ => None,
    });
    let about: Vec<Option<Item>> = about.collect();
    for (difference, item) in diff.differences.iter().zip(&about) {
        if let Some(item) = item.as_ref().filter(|_| !matches!(difference.what, What::Added | What::Removed)) {
            changes.entry(item.clone()).or_insert(Change::Changed);
        }
    }
    Union { pathway: Pathway::from_parts(parts, Vec::new()), changes, about }
}

/// Marks what only the later pathway has.
fn added(after: &Pathway, diff: &Diff, changes: &mut BTreeMap<Item, Change>) {
    let kept: BTreeSet<&NodeId> = diff.matching.nodes.values().collect();
    for node in after.nodes().filter(|node| !kept.contains(&node.id)) {
        changes.insert(Item::Node(node.id.clone()), Change::Added);
    }
    let kept: BTreeSet<&LinkId> =
        diff.matching.links.iter().filter(|pair| pair.turn == Turn::Same).map(|pair| &pair.after).collect();
    for link in after.links().filter(|link| !kept.contains(&link.id)) {
        changes.insert(Item::Link(link.id.clone()), Change::Added);
    }
}

/// An id like this one that is not taken.
fn free(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut found = id.to_owned();
    while taken(&found) {
        found.push_str("_before");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::diff::diff, model::notation};

    fn check(before: &str, after: &str, expected: &[(&str, Change)]) {
        let [before, after] = [before, after].map(|text| notation::parse(text).expect("notation"));
        let found = union(&before, &after, &diff(&before, &after));
        let name = |item: &Item| match item {
            Item::Node(id) => id.to_string(),
            Item::Link(id) => id.to_string(),
            other => format!("{other:?}"),
        };
        let changes: Vec<(String, Change)> = found.changes.iter().map(|(item, change)| (name(item), *change)).collect();
        let expected: Vec<(String, Change)> = expected.iter().map(|(id, change)| ((*id).to_owned(), *change)).collect();
        assert_eq!(changes, expected);
        assert!(found.pathway.misfits().is_empty());
        assert_eq!(found.about.len(), diff(&before, &after).differences.len());
    }

    #[test]
    fn what_was_taken_out_stands_beside_what_was_added() {
        use Change::{Added, Changed, Removed};
        check("a -> b", "a -> b", &[]);
        check("a -> b -> c", "a -> b -> d", &[("c", Removed), ("d", Added), ("b_c", Removed), ("b_d", Added)]);
        check("a -> b", "a -| b", &[("a_b", Changed)]);
        check("a -> b", "b -> a", &[("a_b", Removed), ("b_a", Added)]);
    }
}
