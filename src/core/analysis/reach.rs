//! Reach: what a node can bring about, what can bring it about, and in how many steps.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

use super::{
    lens::Lens,
    web::{NEVER, Refusal, Web},
};
use crate::model::{Link, NodeId, Pathway};

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
    let mut shared: Vec<Common> = (0..web.node_count())
        .filter(|&node| node as u32 != one && node as u32 != other)
        .filter(|&node| near_one[node] != NEVER && near_other[node] != NEVER)
        .map(|node| Common {
            node: web.node(node as u32).clone(),
            first: near_one[node] as usize,
            second: near_other[node] as usize,
            apart: apart_one[node] != NEVER && apart_other[node] != NEVER,
        })
        .collect();
    // A stable sort: nodes that are as near stay in the order of their ids.
    shared.sort_by_key(|each| (each.first.max(each.second), each.first + each.second));
    Ok(shared)
}

fn steps(web: &Web, node: &NodeId, way: Way) -> BTreeMap<NodeId, usize> {
    let Some(start) = web.number(node) else { return BTreeMap::new() };
    let found = spread(web, start, way, None).into_iter().enumerate();
    let others = found.filter(|&(_, steps)| steps != 0 && steps != NEVER);
    others.map(|(node, steps)| (web.node(node as u32).clone(), steps as usize)).collect()
}

/// The fewest steps from a node to each, around one node.
fn spread(web: &Web, start: u32, way: Way, around: Option<u32>) -> Vec<u32> {
    let open = |link: u32| around.is_none_or(|node| web.from(link) != node && web.to(link) != node);
    match way {
        Way::Effects => web.steps_from(start, open),
        Way::Causes => web.steps_to(start, open),
    }
}

/// Everything that is reached from `starts` over links that carry, each with its fewest steps. The starts themselves
/// are left out, even where a loop leads back to one.
pub fn reached(
    pathway: &Pathway,
    starts: &[&NodeId],
    way: Way,
    carries: &dyn Fn(&Link) -> bool,
) -> BTreeMap<NodeId, usize> {
    let mut steps: BTreeMap<NodeId, usize> = starts.iter().map(|&id| (id.clone(), 0)).collect();
    let mut queue: VecDeque<(&NodeId, usize)> = starts.iter().map(|&id| (id, 0)).collect();
    while let Some((at, so_far)) = queue.pop_front() {
        let links = match way {
            Way::Effects => pathway.effects_of(at),
            Way::Causes => pathway.causes_of(at),
        };
        for link in links.into_iter().filter(|link| carries(link)) {
            let next = match way {
                Way::Effects => &link.to,
                Way::Causes => &link.from,
            };
            if !steps.contains_key(next) {
                steps.insert(next.clone(), so_far + 1);
                queue.push_back((next, so_far + 1));
            }
        }
    }
    steps.retain(|_, steps| *steps > 0);
    steps
}
