//! Which nodes of a student's map and of a reference are the same, by their names as people write them.

use std::collections::BTreeMap;

use crate::model::{
    Node, NodeId, Pathway,
    written::{Misnamed, Names, folded},
};

/// The nodes of a student's map beside those of a reference.
pub(super) struct Same<'a, 's> {
    /// The node of the reference for each node of the map that it knows. Several nodes of the map may be one of the
    /// reference.
    pub(super) known: BTreeMap<NodeId, &'a NodeId>,
    /// The others, in the order of the map, each with the reason.
    pub(super) strangers: Vec<(&'s Node, Misnamed<'a>)>,
}

impl<'a, 's> Same<'a, 's> {
    pub(super) fn new(student: &'s Pathway, reference: &'a Pathway) -> Self {
        let names = Names::new(reference);
        let mut same = Self { known: BTreeMap::new(), strangers: Vec::new() };
        for node in student.nodes() {
            match twin(node, reference).map_or_else(|| find(node, &names), Ok) {
                Ok(id) => drop(same.known.insert(node.id.clone(), id)),
                Err(misnamed) => same.strangers.push((node, misnamed)),
            }
        }
        same
    }
}

/// The node with the same id and label: a copy of the reference is the same whatever names its nodes share.
fn twin<'a>(node: &Node, reference: &'a Pathway) -> Option<&'a NodeId> {
    let twin = reference.node(&node.id).filter(|twin| folded(&twin.label) == folded(&node.label));
    twin.map(|twin| &twin.id)
}

/// The node that goes by one of the names of another, the best of them first.
fn find<'a>(node: &Node, names: &Names<'a>) -> Result<&'a NodeId, Misnamed<'a>> {
    // Only what ends with its brackets: words behind them would be lost.
    let ends = node.label.trim_end().ends_with([')', ']']);
    let bare = node.label.split(['(', '[']).next().filter(|_| ends).unwrap_or_default();
    let all = [node.label.as_str(), node.id.as_str()].into_iter().chain(node.aliases.iter().map(String::as_str));
    for name in all.chain([bare]) {
        match names.find(name) {
            Err(Misnamed::Unknown) => {}
            found => return found.map(|node| &node.id),
        }
    }
    Err(Misnamed::Unknown)
}
