//! The arrays of a web, and the walks over them.

use std::ops::Range;

use crate::layout::base::{BreadthFirst, Lists, breadth_first, strong_components};

use super::Refusal;
use crate::{
    analysis::lens::Lens,
    model::{Delay, Evidence, Grade, Link, LinkId, NodeId, Pathway, SourceId, ceiling},
};

/// A pathway under a lens, as numbered nodes and links.
///
/// Nodes are numbered in the order of their ids; links in the order of their causes, then their effects, then their
/// own ids. Records are borrowed from the pathway: a web is made anew for every question, and must be quick to make.
#[derive(Clone, Debug)]
pub struct Web<'a> {
    nodes: Vec<&'a NodeId>,
    links: Vec<&'a Link>,
    from: Vec<u32>,
    to: Vec<u32>,
    signs: Vec<i8>,
    grades: Vec<Grade>,
    /// The links out of each node lie side by side; what is listed of each is its place in the order of all ids.
    out: Lists<u32>,
    into: Lists<u32>,
    without: Option<SourceId>,
}

impl<'a> Web<'a> {
    /// The pathway as the lens shows it.
    pub fn new(pathway: &'a Pathway, lens: &Lens) -> Self {
        let count = pathway.nodes().len();
        let mut nodes = Vec::with_capacity(count);
        let mut number = vec![0u32; count];
        for (place, node) in pathway.nodes_by_id() {
            number[place] = nodes.len() as u32;
            nodes.push(&node.id);
        }
        let named: Vec<(u32, u32, &'a Link)> = pathway
            .links_by_id()
            .filter(|(_, link)| lens.carries(link))
            .map(|([from, to], link)| (number[from], number[to], &**link))
            .collect();
        // Sorts by counting are stable: by effect, then by cause, with the order of their ids left among equals.
        let by_effect = Lists::new(count, named.iter().map(|link| link.1 as usize).zip(0u32..));
        let cause = |&place: &u32| named[place as usize].0 as usize;
        let out = Lists::new(count, by_effect.all().iter().map(|place| (cause(place), *place)));
        let links: Vec<(u32, u32, &'a Link)> = out.all().iter().map(|&place| named[place as usize]).collect();
        Self {
            nodes,
            from: links.iter().map(|link| link.0).collect(),
            to: links.iter().map(|link| link.1).collect(),
            signs: links.iter().map(|link| lens.effect(link.2).sign().unwrap_or(0)).collect(),
            grades: links.iter().map(|link| grade(lens, link.2)).collect(),
            into: Lists::new(count, links.iter().map(|link| link.1 as usize).zip(0..)),
            links: links.into_iter().map(|link| link.2).collect(),
            without: lens.without.clone(),
            out,
        }
    }

    /// The numbers of all links in the order of their ids.
    pub(in crate::analysis) fn links_by_id(&self) -> Vec<u32> {
        let mut numbers = vec![0; self.link_count()];
        for (number, &place) in (0..).zip(self.out.all()) {
            numbers[place as usize] = number;
        }
        numbers
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
        self.links[link as usize].delay
    }

    /// The links out of a node, by effect, then id.
    pub fn links_from(&self, node: u32) -> Range<u32> {
        let links = self.out.range(node as usize);
        links.start as u32..links.end as u32
    }

    /// The links into a node, by cause, then id.
    pub fn links_to(&self, node: u32) -> &[u32] {
        self.into.of(node as usize)
    }

    /// The evidence of a link but that of the paper that the lens leaves out.
    pub fn evidence(&self, link: u32) -> impl Iterator<Item = &'a Evidence> {
        self.link(link).evidence.iter().filter(|item| Some(&item.source) != self.without.as_ref())
    }

    /// The ids of nodes.
    pub fn node_ids(&self, nodes: impl IntoIterator<Item = u32>) -> Vec<NodeId> {
        nodes.into_iter().map(|node| self.node(node).clone()).collect()
    }

    /// The ids of links.
    pub fn link_ids(&self, links: impl IntoIterator<Item = u32>) -> Vec<LinkId> {
        links.into_iter().map(|link| self.link(link).id.clone()).collect()
    }

    /// What a node leads to over the links that are `open`, in how few of them.
    pub fn steps_from(&self, start: u32, open: impl Fn(u32) -> bool) -> BreadthFirst {
        self.reached([start], open)
    }

    /// What several nodes lead to over the links that are `open`, in how few of them.
    pub fn reached(&self, starts: impl IntoIterator<Item = u32>, open: impl Fn(u32) -> bool) -> BreadthFirst {
        let open = &open;
        let next = |node| self.links_from(node).filter(|&link| open(link)).map(|link| (self.to(link), link));
        breadth_first(self.node_count(), starts, next)
    }

    /// What leads to a node over the links that are `open`, in how few of them.
    pub fn steps_to(&self, end: u32, open: impl Fn(u32) -> bool) -> BreadthFirst {
        let open = &open;
        let links = |node| self.links_to(node).iter().copied();
        let next = |node| links(node).filter(|&link| open(link)).map(|link| (self.from(link), link));
        breadth_first(self.node_count(), [end], next)
    }

    /// The links of the shortest route over `open` links; of equal ones, the first by ids of nodes and links.
    pub fn shortest(&self, from: u32, to: u32, open: impl Fn(u32) -> bool) -> Option<Vec<u32>> {
        let walk = self.steps_to(to, &open);
        let mut left = walk.steps(from)?;
        let mut links = Vec::with_capacity(left as usize);
        let mut at = from;
        while left > 0 {
            left -= 1;
            let link = self.links_from(at).find(|&link| walk.steps(self.to(link)) == Some(left) && open(link))?;
            links.push(link);
            at = self.to(link);
        }
        Some(links)
    }

    /// The number of the strong component of each node: all nodes of one lead to one another over the links that are
    /// `open`.
    pub fn components(&self, open: impl Fn(u32) -> bool) -> Vec<u32> {
        let open = &open;
        strong_components(self.node_count(), |node| {
            self.links_from(node).filter(|&link| open(link)).map(|link| self.to(link))
        })
    }
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
