//! Whether two pathways look the same, so that no other picture is needed.

use std::sync::Arc;

use crate::model::{Link, Node, Pathway};

/// Whether everything that a picture shows is the same of two pathways: lanes, labels and places, and of links their ends,
/// signs, grades, and which sources are for and against them. Texts that stand in Details may differ.
pub fn looks_same(a: &Pathway, b: &Pathway) -> bool {
    let lanes = a.lanes().len() == b.lanes().len() && a.lanes().iter().zip(b.lanes()).all(|(a, b)| a == b);
    let nodes = a.nodes().len() == b.nodes().len() && a.nodes().zip(b.nodes()).all(|(a, b)| node_looks_same(a, b));
    let links = a.links().len() == b.links().len() && a.links().zip(b.links()).all(|(a, b)| link_looks_same(a, b));
    lanes && nodes && links
}

fn node_looks_same(a: &Arc<Node>, b: &Arc<Node>) -> bool {
    let of = |node: &Arc<Node>| (node.kind, node.at);
    Arc::ptr_eq(a, b) || a.id == b.id && a.label == b.label && a.lane == b.lane && of(a) == of(b)
}

fn link_looks_same(a: &Arc<Link>, b: &Arc<Link>) -> bool {
    let told = |link: &Arc<Link>| link.popular.as_ref().map(|popular| popular.effect);
    let of = |link: &Arc<Link>| (link.effect, link.grade, link.delay, link.returns, told(link), link.evidence.len());
    let same_evidence =
        || a.evidence.iter().zip(&b.evidence).all(|(a, b)| a.source == b.source && a.stance == b.stance);
    Arc::ptr_eq(a, b) || a.id == b.id && a.from == b.from && a.to == b.to && of(a) == of(b) && same_evidence()
}
