//! What a block cuts off, what still gets through and by which way, and which loops it breaks.

use crate::layout::base::{BreadthFirst, breadth_first};

use super::{Push, named::Named};
use crate::{
    analysis::{
        loops::{Limits, Loop, search},
        web::{CutBy, Web},
    },
    model::{Kind, Pathway},
};

/// What is blocked, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    pub(super) nodes: Vec<u32>,
    pub(super) links: Vec<u32>,
}

impl Blocks {
    /// Which links are open: not blocked, and without a blocked end.
    pub(super) fn open(&self, named: &Named) -> Vec<bool> {
        let mut held = vec![false; named.node_count()];
        for &node in &self.nodes {
            held[node as usize] = true;
        }
        let ends = |link| [named.from(link), named.to(link)];
        let free = |link| ends(link).into_iter().all(|node| !held[node as usize]);
        let mut open: Vec<bool> = (0..named.links.len() as u32).map(free).collect();
        for &link in &self.links {
            open[link as usize] = false;
        }
        open
    }
}

/// What becomes of the nodes behind a block.
pub(super) struct Cut {
    pub(super) off: Vec<u32>,
    pub(super) through: Vec<u32>,
}

/// Compares what is reached with and without the blocks. A blocked node is in neither list; what lies behind a block,
/// not counting where the change begins, is in one of them.
pub(super) fn compare(named: &Named, starts: &[u32], blocks: &Blocks, with: &BreadthFirst) -> Cut {
    let all = vec![true; named.links.len()];
    let without = named.walk(starts, &all);
    let reached = |node: u32| without.steps(node).is_some();
    let blocked_ends = blocks.links.iter().filter(|&&link| reached(named.from(link))).map(|&link| named.to(link));
    let held = blocks.nodes.iter().copied().filter(|&node| reached(node));
    let seeds: Vec<u32> = held.chain(blocked_ends).collect();
    // What lies behind a block only because the change comes back to where it began is behind no block.
    let onward: Vec<bool> =
        (0..named.links.len() as u32).map(|link| without.steps(named.to(link)) != Some(0)).collect();
    let behind = named.walk(&seeds, &onward);
    let is_free = |node: &u32| blocks.nodes.binary_search(node).is_err() && without.steps(*node) != Some(0);
    let nodes = || (0..named.node_count() as u32).filter(is_free);
    Cut {
        off: nodes().filter(|&node| reached(node) && with.steps(node).is_none()).collect(),
        through: nodes().filter(|&node| behind.steps(node).is_some() && with.steps(node).is_some()).collect(),
    }
}

/// Where a change can begin when none is named: stressors, and nodes without causes, where these have an effect. Links
/// that the author declared to lead back are no causes here. Where things cause one another in a ring that nothing from
/// outside leads into, it is the first of the ring by id that is not blocked itself.
pub(super) fn roots(pathway: &Pathway, web: &Web, named: &Named, blocks: &Blocks) -> Vec<u32> {
    let all = 0..named.node_count() as u32;
    let is_stressor = |&node: &u32| pathway.node(web.node(node)).is_some_and(|node| node.kind == Kind::Stressor);
    let is_first =
        |&node: &u32| named.links_into(node).iter().all(|&link| named.from(link) == node || web.link(link).returns);
    let acts = |node: u32| named.links_out(node).iter().any(|&link| named.to(link) != node);
    let mut roots: Vec<u32> = all.clone().filter(|node| is_first(node) || is_stressor(node)).collect();
    let causal = |&&link: &&u32| !web.link(link).returns;
    let onward = |node| named.links_out(node).iter().filter(causal).map(|&link| (named.to(link), link));
    let back = |node| named.links_into(node).iter().filter(causal).map(|&link| (named.from(link), link));
    let mut covered = breadth_first(named.node_count(), roots.iter().copied(), onward);
    // As in Kosaraju's search for strong components: of the starts that a sweep over all nodes takes, the last lies in
    // a ring that nothing leads into, and so does each one before it that the later ones do not reach.
    let mut swept = covered.clone();
    let tops: Vec<u32> = all.filter(|&node| !swept.spread([node], onward).is_empty()).collect();
    let mut seen = BreadthFirst::new(named.node_count());
    for &node in tops.iter().rev() {
        if !covered.spread([node], onward).is_empty() {
            // Everything that leads to it, where nothing leads to it but its own ring.
            let ring = seen.spread([node], back);
            roots.extend(ring.iter().copied().min_by_key(|node| (blocks.nodes.contains(node), *node)));
        }
    }
    roots.retain(|&node| acts(node));
    roots.sort_unstable();
    roots.dedup();
    roots
}

/// The loops that pass a blocked node or link, shortest first, and the limit that cut the list short.
pub(super) fn broken_loops(web: &Web, push: &Push, limits: Limits) -> (Vec<Loop>, Option<CutBy>) {
    if !push.blocks() {
        return (Vec::new(), None);
    }
    let blocked: Vec<bool> = (0..web.link_count() as u32)
        .map(|link| {
            push.block_links.contains(&web.link(link).id) || push.block_nodes.contains(web.node(web.from(link)))
        })
        .collect();
    let passes = |links: &[u32], last: u32| links.iter().chain([&last]).any(|&link| blocked[link as usize]);
    let found = search::search(web, limits, |_| true, passes);
    ((0..found.len()).map(|place| found.dress(web, place)).collect(), found.cut_by)
}
