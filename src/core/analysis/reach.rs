//! Reach: what a node can bring about, what can bring it about, and in how many steps.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::layout::base::BreadthFirst;

use super::{
    lens::Lens,
    web::{Refusal, Web},
};
use crate::model::{NodeId, Pathway};

/// Which way links are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From causes to effects.
    Effects,
    /// From effects back to causes.
    Causes,
}

/// Everything that a node can bring about under a lens, each with the fewest links that lead there. The node itself is
/// left out, even where a loop leads back to it.
pub fn effects(pathway: &Pathway, lens: &Lens, node: &NodeId) -> BTreeMap<NodeId, usize> {
    steps(&Web::new(pathway, lens), node, Way::Effects)
}

/// Everything that can bring a node about under a lens, each with the fewest links that lead from there. The node
/// itself is left out, even where a loop leads back to it.
pub fn causes(pathway: &Pathway, lens: &Lens, node: &NodeId) -> BTreeMap<NodeId, usize> {
    steps(&Web::new(pathway, lens), node, Way::Causes)
}

/// What was reached, step by step: first all that is one step away, then two, each by id.
pub fn by_steps(reached: &BTreeMap<NodeId, usize>) -> Vec<Vec<&NodeId>> {
    let mut rings = vec![Vec::new(); reached.values().copied().max().unwrap_or(0)];
    for (node, &steps) in reached {
        if let Some(ring) = steps.checked_sub(1).and_then(|ring| rings.get_mut(ring)) {
            ring.push(node);
        }
    }
    rings
}

/// A node that two nodes share as a cause or an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Common {
    /// The node.
    pub node: NodeId,
    /// The fewest links between it and the first of the two.
    pub first: usize,
    /// The fewest links between it and the second of the two.
    pub second: usize,
    /// Whether it is linked to each of the two on a route that does not pass the other. A common cause of which this
    /// holds makes the two go together even where neither acts on the other.
    pub apart: bool,
}

/// The nodes that can bring about both of two nodes, nearest to both first, then by id; neither of the two itself.
///
/// # Errors
/// Where the pathway lacks one of the nodes, or both are the same.
pub fn common_causes(pathway: &Pathway, lens: &Lens, first: &NodeId, second: &NodeId) -> Result<Vec<Common>, Refusal> {
    common(pathway, lens, (first, second), Way::Causes)
}

/// The nodes that both of two nodes can bring about, nearest to both first, then by id; neither of the two itself.
///
/// # Errors
/// Where the pathway lacks one of the nodes, or both are the same.
pub fn common_effects(pathway: &Pathway, lens: &Lens, first: &NodeId, second: &NodeId) -> Result<Vec<Common>, Refusal> {
    common(pathway, lens, (first, second), Way::Effects)
}

fn common(
    pathway: &Pathway,
    lens: &Lens,
    (first, second): (&NodeId, &NodeId),
    way: Way,
) -> Result<Vec<Common>, Refusal> {
    let web = Web::new(pathway, lens);
    let (one, other) = (web.find(first)?, web.find(second)?);
    if one == other {
        return Err(Refusal::SameNode(first.clone()));
    }
    let (near_one, near_other) = (spread(&web, one, way, None), spread(&web, other, way, None));
    let (apart_one, apart_other) = (spread(&web, one, way, Some(other)), spread(&web, other, way, Some(one)));
    let mut shared: Vec<Common> = (0..web.node_count() as u32)
        .filter(|&node| node != one && node != other)
        .filter_map(|node| {
            let (first, second) = near_one.steps(node).zip(near_other.steps(node))?;
            let apart = apart_one.steps(node).is_some() && apart_other.steps(node).is_some();
            Some(Common { node: web.node(node).clone(), first: first as usize, second: second as usize, apart })
        })
        .collect();
    // A stable sort: nodes that are as near stay in the order of their ids.
    shared.sort_by_key(|each| (each.first.max(each.second), each.first + each.second));
    Ok(shared)
}

fn steps(web: &Web, node: &NodeId, way: Way) -> BTreeMap<NodeId, usize> {
    let Some(start) = web.number(node) else { return BTreeMap::new() };
    let walk = spread(web, start, way, None);
    let others = (0..web.node_count() as u32).filter(|&other| other != start);
    others
        .filter_map(|other| Some((web.node(other), walk.steps(other)?)))
        .map(|(id, n)| (id.clone(), n as usize))
        .collect()
}

/// The fewest steps from a node to each, around one node.
fn spread(web: &Web, start: u32, way: Way, around: Option<u32>) -> BreadthFirst {
    let open = |link: u32| around.is_none_or(|node| web.from(link) != node && web.to(link) != node);
    match way {
        Way::Effects => web.steps_from(start, open),
        Way::Causes => web.steps_to(start, open),
    }
}
