//! What a block cuts off, what still gets through and by which way, and which loops it breaks.

use super::{Push, tree::Tree, web::Web};
use crate::{
    analysis::{
        lens::Lens,
        loops::{Limits, Loop, search},
        web,
    },
    model::{Kind, Pathway},
};

/// What is blocked, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    pub(super) nodes: Vec<usize>,
    pub(super) links: Vec<usize>,
}

impl Blocks {
    /// Which links are open: not blocked, and without a blocked end.
    pub(super) fn open(&self, web: &Web) -> Vec<bool> {
        let mut held = vec![false; web.names.len()];
        for &node in &self.nodes {
            held[node] = true;
        }
        let mut open: Vec<bool> = web.arcs.iter().map(|arc| !held[arc.from] && !held[arc.to]).collect();
        for &link in &self.links {
            open[link] = false;
        }
        open
    }
}

/// What becomes of the nodes behind a block.
pub(super) struct Cut {
    pub(super) off: Vec<usize>,
    pub(super) through: Vec<usize>,
}

/// Compares what is reached with and without the blocks. A blocked node is in neither list; what lies behind a block,
/// not counting where the change begins, is in one of them.
pub(super) fn compare(web: &Web, starts: &[usize], blocks: &Blocks, with: &Tree) -> Cut {
    let all = vec![true; web.arcs.len()];
    let without = Tree::new(web, starts, &all);
    let reached = |node: usize| without.steps(node).is_some();
    let blocked_ends = blocks.links.iter().filter(|&&link| reached(web.arcs[link].from)).map(|&link| web.arcs[link].to);
    let held = blocks.nodes.iter().copied().filter(|&node| reached(node));
    let seeds: Vec<usize> = held.chain(blocked_ends).collect();
    // What lies behind a block only because the change comes back to where it began is behind no block.
    let onward: Vec<bool> = web.arcs.iter().map(|arc| without.steps(arc.to) != Some(0)).collect();
    let behind = Tree::new(web, &seeds, &onward);
    let is_free = |node: &usize| blocks.nodes.binary_search(node).is_err() && without.steps(*node) != Some(0);
    let nodes = || (0..web.names.len()).filter(is_free);
    Cut {
        off: nodes().filter(|&node| reached(node) && with.steps(node).is_none()).collect(),
        through: nodes().filter(|&node| behind.steps(node).is_some() && with.steps(node).is_some()).collect(),
    }
}

/// Where a change can begin when none is named: stressors, and nodes without causes, where these have an effect. Links
/// that the author declared to lead back are no causes here. Where things cause one another in a ring that nothing from
/// outside leads into, it is the first of the ring in the order of the file.
pub(super) fn roots(pathway: &Pathway, web: &Web) -> Vec<usize> {
    let order: Vec<usize> = pathway.nodes().filter_map(|node| web.number(&node.id)).collect();
    let stressors: Vec<usize> =
        pathway.nodes().filter(|node| node.kind == Kind::Stressor).filter_map(|node| web.number(&node.id)).collect();
    let is_first =
        |node: usize| web.links_into(node).iter().all(|&link| web.arcs[link].from == node || web.arcs[link].returns);
    let acts = |node: usize| web.links_out(node).iter().any(|&link| web.arcs[link].to != node);
    let mut roots: Vec<usize> = order.iter().copied().filter(|&node| is_first(node)).chain(stressors).collect();
    let mut covered = vec![false; web.names.len()];
    cover(web, &roots, &mut covered);
    // As in Kosaraju's search for strong components: of the starts that a sweep over all nodes takes, the last lies in
    // a ring that nothing leads into, and so does each one before it that the later ones do not reach.
    let mut swept = covered.clone();
    let tops: Vec<usize> = order.iter().copied().filter(|&node| cover(web, &[node], &mut swept)).collect();
    let mut place = vec![0; web.names.len()];
    for (at, &node) in order.iter().enumerate() {
        place[node] = at;
    }
    let mut seen = vec![false; web.names.len()];
    for &node in tops.iter().rev() {
        if cover(web, &[node], &mut covered) {
            roots.extend(ring_of(web, node, &mut seen).into_iter().min_by_key(|&other| place[other]));
        }
    }
    roots.retain(|&node| acts(node));
    roots.sort_unstable();
    roots.dedup();
    roots
}

/// Marks everything that is reached from `starts`; says whether anything was new.
fn cover(web: &Web, starts: &[usize], covered: &mut [bool]) -> bool {
    let mut stack: Vec<usize> = starts.to_vec();
    let mut new = false;
    while let Some(at) = stack.pop() {
        if !std::mem::replace(&mut covered[at], true) {
            new = true;
            let onward = web.links_out(at).iter().map(|&link| web.arcs[link]).filter(|arc| !arc.returns);
            stack.extend(onward.map(|arc| arc.to).filter(|&to| !covered[to]));
        }
    }
    new
}

/// Everything that leads to a node, where nothing leads to it but its own ring.
fn ring_of(web: &Web, node: usize, seen: &mut [bool]) -> Vec<usize> {
    let (mut ring, mut stack) = (Vec::new(), vec![node]);
    while let Some(at) = stack.pop() {
        if !std::mem::replace(&mut seen[at], true) {
            ring.push(at);
            let back = web.links_into(at).iter().map(|&link| web.arcs[link]).filter(|arc| !arc.returns);
            stack.extend(back.map(|arc| arc.from).filter(|&from| !seen[from]));
        }
    }
    ring
}

/// The loops that pass a blocked node or link, shortest first, and whether these are all up to the usual length.
pub(super) fn broken_loops(pathway: &Pathway, lens: &Lens, push: &Push) -> (Vec<Loop>, bool) {
    if !push.blocks() {
        return (Vec::new(), true);
    }
    let web = web::Web::new(pathway, lens);
    let blocked: Vec<bool> = (0..web.link_count() as u32)
        .map(|link| {
            push.block_links.contains(&web.link(link).id) || push.block_nodes.contains(web.node(web.from(link)))
        })
        .collect();
    let passes = |links: &[u32], last: u32| links.iter().chain([&last]).any(|&link| blocked[link as usize]);
    let found = search::search(&web, Limits::default(), |_| true, passes);
    ((0..found.len()).map(|place| found.dress(&web, place)).collect(), found.cut_by.is_none())
}
