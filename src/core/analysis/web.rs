//! A pathway under a lens as flat arrays: what searches over it run on.
//!
//! Nodes and links are numbered in the order of their ids, never of the file, so that no answer depends on how a file
//! happens to be sorted. Links without an effect carry nothing and are left out, as are those that the lens hides.
//! The layout is the compressed sparse row form: the links out of a node lie side by side.

mod components;
mod facts;
mod refusal;
pub(super) mod search;
#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;

use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _};

use super::lens::Lens;
use crate::model::{Delay, Effect, Evidence, Grade, Link, LinkId, NodeId, Pathway, SourceId, ceiling};

pub use facts::Timing;
pub(super) use facts::{Facts, species};
pub use refusal::{CutBy, Refusal};

/// The number of steps to what cannot be reached.
pub const NEVER: u32 = u32::MAX;

/// A pathway under a lens, as numbered nodes and links.
///
/// Nodes are numbered in the order of their ids; links in the order of their causes, then their effects, then their
/// own ids.
#[derive(Clone, Debug)]
pub struct Web<'a> {
    nodes: Vec<&'a NodeId>,
    links: Vec<&'a Link>,
    /// Where the links out of each node begin, and one past the last.
    first_out: Vec<u32>,
    from: Vec<u32>,
    to: Vec<u32>,
    signs: Vec<i8>,
    grades: Vec<Grade>,
    delays: Vec<Option<Delay>>,
    /// Where the links into each node begin in `into`, and one past the last.
    first_in: Vec<u32>,
    into: Vec<u32>,
    without: Option<&'a str>,
}

impl<'a> Web<'a> {
    /// The pathway as the lens shows it.
    pub fn new(pathway: &'a Pathway, lens: &'a Lens) -> Self {
        let graph = pathway.graph();
        let mut indices: Vec<_> = graph.node_indices().collect();
        indices.sort_unstable_by(|a, b| graph[*a].id.cmp(&graph[*b].id));
        let mut number = vec![0u32; indices.iter().map(|index| index.index() + 1).max().unwrap_or(0)];
        for (place, index) in indices.iter().enumerate() {
            number[index.index()] = place as u32;
        }
        let mut links: Vec<(u32, u32, &Link)> = graph
            .edge_references()
            .filter(|edge| carries(lens, edge.weight()))
            .map(|edge| (number[edge.source().index()], number[edge.target().index()], &**edge.weight()))
            .collect();
        links.sort_unstable_by(|a, b| (a.0, a.1, &a.2.id).cmp(&(b.0, b.1, &b.2.id)));
        let nodes: Vec<&NodeId> = indices.iter().map(|&index| &graph[index].id).collect();
        Self::of(nodes, &links, lens)
    }

    fn of(nodes: Vec<&'a NodeId>, links: &[(u32, u32, &'a Link)], lens: &'a Lens) -> Self {
        let from: Vec<u32> = links.iter().map(|link| link.0).collect();
        let to: Vec<u32> = links.iter().map(|link| link.1).collect();
        let first_out = starts(nodes.len(), &from);
        let first_in = starts(nodes.len(), &to);
        let mut next = first_in.clone();
        let mut into = vec![0; to.len()];
        for (link, &target) in to.iter().enumerate() {
            into[next[target as usize] as usize] = link as u32;
            next[target as usize] += 1;
        }
        Self {
            signs: links.iter().map(|link| lens.effect(link.2).sign().unwrap_or(0)).collect(),
            grades: links.iter().map(|link| grade(lens, link.2)).collect(),
            delays: links.iter().map(|link| link.2.delay).collect(),
            links: links.iter().map(|link| link.2).collect(),
            without: lens.without.as_ref().map(SourceId::as_str),
            nodes,
            first_out,
            from,
            to,
            first_in,
            into,
        }
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// How many links the lens shows that have an effect.
    pub fn link_count(&self) -> usize {
        self.links.len()
    }

    /// The number of a node.
    pub fn number(&self, id: &NodeId) -> Option<u32> {
        self.nodes.binary_search(&id).ok().map(|number| number as u32)
    }

    /// The number of a node.
    ///
    /// # Errors
    /// Where the pathway has no such node.
    pub fn find(&self, id: &NodeId) -> Result<u32, Refusal> {
        self.number(id).ok_or_else(|| Refusal::UnknownNode(id.clone()))
    }

    /// The id of a node.
    pub fn node(&self, node: u32) -> &'a NodeId {
        self.nodes[node as usize]
    }

    /// The record of a link.
    pub fn link(&self, link: u32) -> &'a Link {
        self.links[link as usize]
    }

    /// The cause that a link leads from.
    pub fn from(&self, link: u32) -> u32 {
        self.from[link as usize]
    }

    /// The effect that a link leads to.
    pub fn to(&self, link: u32) -> u32 {
        self.to[link as usize]
    }

    /// +1 where a link raises, -1 where it lowers, 0 where it is mixed or unknown.
    pub fn sign(&self, link: u32) -> i8 {
        self.signs[link as usize]
    }

    /// The grade of a link, judged without the paper that the lens leaves out.
    pub fn grade(&self, link: u32) -> Grade {
        self.grades[link as usize]
    }

    /// How long a link takes.
    pub fn delay(&self, link: u32) -> Option<Delay> {
        self.delays[link as usize]
    }

    /// The links out of a node, by effect, then id.
    pub fn links_from(&self, node: u32) -> Range<u32> {
        self.first_out[node as usize]..self.first_out[node as usize + 1]
    }

    /// The links into a node, by cause, then id.
    pub fn links_to(&self, node: u32) -> &[u32] {
        &self.into[self.first_in[node as usize] as usize..self.first_in[node as usize + 1] as usize]
    }

    /// The evidence of a link but that of the paper that the lens leaves out.
    pub fn evidence(&self, link: u32) -> impl Iterator<Item = &'a Evidence> {
        let without = self.without;
        self.link(link).evidence.iter().filter(move |item| Some(item.source.as_str()) != without)
    }

    /// The ids of nodes.
    pub fn node_ids(&self, nodes: impl IntoIterator<Item = u32>) -> Vec<NodeId> {
        nodes.into_iter().map(|node| self.node(node).clone()).collect()
    }

    /// The ids of links.
    pub fn link_ids(&self, links: impl IntoIterator<Item = u32>) -> Vec<LinkId> {
        links.into_iter().map(|link| self.link(link).id.clone()).collect()
    }

    /// The fewest steps from a node to each node over the links that are `open`; [`NEVER`] where there is no way.
    pub fn steps_from(&self, start: u32, open: impl Fn(u32) -> bool) -> Vec<u32> {
        self.spread(start, |node| self.links_from(node), |link| self.to(link), open)
    }

    /// The fewest steps from each node to a node over the links that are `open`; [`NEVER`] where there is no way.
    pub fn steps_to(&self, end: u32, open: impl Fn(u32) -> bool) -> Vec<u32> {
        self.spread(end, |node| self.links_to(node).iter().copied(), |link| self.from(link), open)
    }

    /// The links of the shortest route over `open` links; of equal ones, the first by ids of nodes and links.
    pub fn shortest(&self, from: u32, to: u32, open: impl Fn(u32) -> bool) -> Option<Vec<u32>> {
        let steps = self.steps_to(to, &open);
        if steps[from as usize] == NEVER {
            return None;
        }
        let mut links = Vec::new();
        let mut at = from;
        while at != to {
            let nearer = |&link: &u32| steps[self.to(link) as usize] == steps[at as usize] - 1 && open(link);
            let link = self.links_from(at).find(nearer)?;
            links.push(link);
            at = self.to(link);
        }
        Some(links)
    }

    /// A breadth-first search.
    fn spread<I: Iterator<Item = u32>>(
        &self,
        start: u32,
        links: impl Fn(u32) -> I,
        next: impl Fn(u32) -> u32,
        open: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        let mut steps = vec![NEVER; self.node_count()];
        steps[start as usize] = 0;
        let mut queue = vec![start];
        let mut head = 0;
        while let Some(&at) = queue.get(head) {
            head += 1;
            for link in links(at) {
                let reached = next(link);
                if steps[reached as usize] == NEVER && open(link) {
                    steps[reached as usize] = steps[at as usize] + 1;
                    queue.push(reached);
                }
            }
        }
        steps
    }
}

/// Whether a change runs along a link: the lens shows it, and it has an effect.
fn carries(lens: &Lens, link: &Link) -> bool {
    lens.effect(link) != Effect::NoEffect && lens.passes(link)
}

/// The grade of a link; without a paper, no heavier than what is left can carry.
fn grade(lens: &Lens, link: &Link) -> Grade {
    let Some(without) = &lens.without else { return link.grade };
    if link.evidence.iter().all(|item| item.source != *without) {
        return link.grade;
    }
    let left: Vec<Evidence> = link.evidence.iter().filter(|item| item.source != *without).cloned().collect();
    link.grade.max(ceiling(&left))
}

/// Where the items of each group begin when they lie group by group, and one past the last.
fn starts(groups: usize, group_of: &[u32]) -> Vec<u32> {
    let mut starts = vec![0; groups + 1];
    for &group in group_of {
        starts[group as usize + 1] += 1;
    }
    for group in 0..groups {
        starts[group + 1] += starts[group];
    }
    starts
}
