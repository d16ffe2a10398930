//! Cuts: what keeps a cause from its effect, what every route must pass, and what would break the loops.

mod breaking;
mod flow;
mod hitting;
pub(super) mod must;
#[cfg(test)]
mod tests;

use super::{
    lens::Lens,
    web::{Refusal, Web},
};
use crate::model::{LinkId, NodeId, Pathway};

pub use breaking::{Broken, Proof, break_loops, break_loops_in};

/// What lies between a cause and an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cuts {
    /// Whether there is a route at all; without one, everything else is empty.
    pub connected: bool,
    /// The fewest nodes between the two that every route passes one of.
    pub nodes: NodeCut,
    /// The fewest links that every route takes one of, by id; as many routes share no link (Menger 1927). Of equal
    /// sets, the one with the weaker grades; then the one nearest to the cause.
    pub links: Vec<LinkId>,
    /// Every node between the two that all routes pass (the dominators of the effect), in the order of the way.
    pub every_node: Vec<NodeId>,
    /// Every link that all routes take (the bridges), in the order of the way.
    pub every_link: Vec<LinkId>,
}

/// The fewest nodes that separate a cause from an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeCut {
    /// Without these nodes, sorted by id, there is no route. Of equal sets, the one nearest to the cause.
    Separates(Vec<NodeId>),
    /// Links lead straight from the cause to the effect, so that no nodes can separate them.
    Direct {
        /// Those links, by id.
        links: Vec<LinkId>,
        /// The fewest nodes that every other route passes one of, by id.
        beside: Vec<NodeId>,
    },
}

/// Finds the smallest cuts between a cause and an effect, under a lens.
///
/// # Errors
/// Where the pathway lacks one of the nodes, or both are the same.
pub fn cuts(pathway: &Pathway, lens: &Lens, from: &NodeId, to: &NodeId) -> Result<Cuts, Refusal> {
    cuts_in(&Web::new(pathway, lens), from, to)
}

/// [`cuts`] in a web that is there already.
///
/// # Errors
/// Where the web lacks one of the nodes, or both are the same.
pub fn cuts_in(web: &Web, from: &NodeId, to: &NodeId) -> Result<Cuts, Refusal> {
    let ends = (web.find(from)?, web.find(to)?);
    if ends.0 == ends.1 {
        return Err(Refusal::SameNode(from.clone()));
    }
    Ok(between(web, ends.0, ends.1))
}

/// The first link that every route from a cause to an effect takes; `None` where there is a way round each link, or no
/// route.
pub fn hangs_on(pathway: &Pathway, lens: &Lens, from: &NodeId, to: &NodeId) -> Option<LinkId> {
    let web = Web::new(pathway, lens);
    let must = must::must(&web, web.number(from)?, web.number(to)?)?;
    must.links.first().map(|&link| web.link(link).id.clone())
}

fn between(web: &Web, from: u32, to: u32) -> Cuts {
    let Some(must) = must::must(web, from, to) else {
        let (nodes, links) = (NodeCut::Separates(Vec::new()), Vec::new());
        return Cuts { connected: false, nodes, links, every_node: Vec::new(), every_link: Vec::new() };
    };
    let between = Between::of(web, from, to);
    let mut links = web.link_ids(between.link_cut());
    links.sort();
    let direct: Vec<u32> = web.links_from(from).filter(|&link| web.to(link) == to).collect();
    let beside = web.node_ids(between.node_cut());
    let nodes = if direct.is_empty() {
        NodeCut::Separates(beside)
    } else {
        NodeCut::Direct { links: web.link_ids(direct), beside }
    };
    Cuts { connected: true, nodes, links, every_node: web.node_ids(must.nodes), every_link: web.link_ids(must.links) }
}

/// The part of a web that lies on walks from one node to another, numbered anew from 0.
struct Between<'w> {
    web: &'w Web<'w>,
    from: u32,
    to: u32,
    nodes: Vec<u32>,
    /// The new number of each of these nodes.
    place: Vec<u32>,
    links: Vec<u32>,
}

impl<'w> Between<'w> {
    fn of(web: &'w Web<'w>, from: u32, to: u32) -> Self {
        let (behind, ahead) = (web.steps_from(from, |_| true), web.steps_to(to, |_| true));
        let lies = |node: u32| behind.steps(node).is_some() && ahead.steps(node).is_some();
        let nodes: Vec<u32> = (0..web.node_count() as u32).filter(|&node| lies(node)).collect();
        let mut place = vec![0; web.node_count()];
        for (index, &node) in nodes.iter().enumerate() {
            place[node as usize] = index as u32;
        }
        // A link back to the start, out of the end or from a node to itself lies on no route.
        let on_routes = |&link: &u32| {
            let (cause, effect) = (web.from(link), web.to(link));
            lies(effect) && effect != from && cause != to && cause != effect
        };
        let links = nodes.iter().flat_map(|&node| web.links_from(node)).filter(on_routes).collect();
        Self { web, from, to, nodes, place, links }
    }

    fn ends(&self, link: u32) -> (u32, u32) {
        (self.place[self.web.from(link) as usize], self.place[self.web.to(link) as usize])
    }

    /// The fewest links that cut, and of equal sets one with the weakest grades. A link has as much room as it would
    /// cost to cut it: first of all its number counts, and then its grade.
    fn link_cut(&self) -> Vec<u32> {
        let one = 8 * (self.links.len() as u64 + 1);
        let cost = |link: u32| one + 4 - self.web.grade(link) as u64;
        let mut flow = flow::Flow::new(self.nodes.len());
        for &link in &self.links {
            let (cause, effect) = self.ends(link);
            flow.add(cause, effect, cost(link));
        }
        let near = flow.near_side(self.place[self.from as usize], self.place[self.to as usize]);
        let cut = |&&link: &&u32| near[self.ends(link).0 as usize] && !near[self.ends(link).1 as usize];
        self.links.iter().filter(cut).copied().collect()
    }

    /// The fewest nodes that cut all routes but the direct links. Each node is split in two, with room for one route
    /// from its entry (even) to its exit (odd).
    fn node_cut(&self) -> Vec<u32> {
        let plenty = self.nodes.len() as u64 + 1;
        let mut flow = flow::Flow::new(2 * self.nodes.len());
        for place in 0..self.nodes.len() as u32 {
            flow.add(2 * place, 2 * place + 1, 1);
        }
        for &link in &self.links {
            if (self.web.from(link), self.web.to(link)) != (self.from, self.to) {
                let (cause, effect) = self.ends(link);
                flow.add(2 * cause + 1, 2 * effect, plenty);
            }
        }
        let (from, to) = (self.place[self.from as usize], self.place[self.to as usize]);
        let near = flow.near_side(2 * from + 1, 2 * to);
        let inner = (0..self.nodes.len()).filter(|&place| place as u32 != from && place as u32 != to);
        inner.filter(|&place| near[2 * place] && !near[2 * place + 1]).map(|place| self.nodes[place]).collect()
    }
}
