//! What a what-if keeps of a web: ids, ends and signs, with the links of each node in the order of their names.
//!
//! Of ways that say the same and are as short, a what-if gives the one whose links are named first; the web itself lists
//! them by where they lead. An answer is kept without the pathway, so this owns what it names; the web only borrows.

use crate::layout::base::{BreadthFirst, Lists, breadth_first};

use super::value::Value;
use crate::{
    analysis::web::Web,
    model::{LinkId, NodeId},
};

/// The nodes and links of a web by their numbers there, and the links by their names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    nodes: Vec<NodeId>,
    ids: Vec<LinkId>,
    /// Where each link leads from and to, and what it makes of a change.
    ends: Vec<(u32, u32, Value)>,
    /// The numbers of all links in the order of their names.
    pub(super) links: Vec<u32>,
    out: Lists<u32>,
    into: Lists<u32>,
}

impl Named {
    pub(super) fn new(web: &Web) -> Self {
        let (nodes, all) = (web.node_count(), 0..web.link_count() as u32);
        let links = web.links_by_id();
        Self {
            nodes: web.node_ids(0..nodes as u32),
            ids: web.link_ids(all.clone()),
            ends: all.map(|link| (web.from(link), web.to(link), Value::of(web.sign(link)))).collect(),
            out: Lists::new(nodes, links.iter().map(|&link| (web.from(link) as usize, link))),
            into: Lists::new(nodes, links.iter().map(|&link| (web.to(link) as usize, link))),
            links,
        }
    }

    pub(super) fn number(&self, id: &NodeId) -> Option<u32> {
        self.nodes.binary_search(id).ok().map(|number| number as u32)
    }

    pub(super) fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// The id of a node.
    pub(super) fn node(&self, node: u32) -> &NodeId {
        &self.nodes[node as usize]
    }

    /// The id of a link.
    pub(super) fn link(&self, link: u32) -> &LinkId {
        &self.ids[link as usize]
    }

    pub(super) fn from(&self, link: u32) -> u32 {
        self.ends[link as usize].0
    }

    pub(super) fn to(&self, link: u32) -> u32 {
        self.ends[link as usize].1
    }

    /// What a link makes of a change.
    pub(super) fn value(&self, link: u32) -> Value {
        self.ends[link as usize].2
    }

    /// The links that lead out of a node.
    pub(super) fn links_out(&self, node: u32) -> &[u32] {
        self.out.of(node as usize)
    }

    /// The links that lead into a node.
    pub(super) fn links_into(&self, node: u32) -> &[u32] {
        self.into.of(node as usize)
    }

    /// The open links out of a node with where they lead, as a walk takes them.
    pub(super) fn onward(&self, node: u32, open: &[bool]) -> impl Iterator<Item = (u32, u32)> {
        self.links_out(node).iter().filter(|&&link| open[link as usize]).map(|&link| (self.to(link), link))
    }

    /// What a change reaches from `starts` over open links.
    pub(super) fn walk(&self, starts: &[u32], open: &[bool]) -> BreadthFirst {
        breadth_first(self.node_count(), starts.iter().copied(), |node| self.onward(node, open))
    }

    /// Every open link that a change runs along, once, by the step in which it does: the links out of a node run in the
    /// step after the node was reached.
    pub(super) fn front(&self, walk: &BreadthFirst, open: &[bool]) -> Vec<Vec<u32>> {
        let mut front: Vec<Vec<u32>> = Vec::new();
        for &link in self.links.iter().filter(|&&link| open[link as usize]) {
            if let Some(step) = walk.steps(self.from(link)) {
                let steps = front.len().max(step as usize + 1);
                front.resize(steps, Vec::new());
                front[step as usize].push(link);
            }
        }
        front
    }

    /// The open links into a node with where they come from.
    pub(super) fn back(&self, node: u32, open: &[bool]) -> impl Iterator<Item = (u32, u32)> {
        self.links_into(node).iter().filter(|&&link| open[link as usize]).map(|&link| (self.from(link), link))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::lens::Lens,
        model::{Pathway, notation},
    };

    #[test]
    fn links_are_listed_by_their_names_and_silent_ones_are_left_out() {
        // By where they lead, `b_a` comes first; a link that is declared later may have any name.
        let mut parts = notation::parse("b -| a; b -> c; a -0 c; a -? b").expect("the test's own notation").parts();
        parts.links[0].id = LinkId::new("z");
        let named = Named::new(&Web::new(&Pathway::from_parts(parts, Vec::new()), &Lens::default()));
        let spelled = |links: &[u32]| links.iter().map(|&link| named.link(link).as_str()).collect::<Vec<_>>();
        assert_eq!(spelled(&named.links), ["a_b", "b_c", "z"]);
        assert_eq!((spelled(named.links_out(1)), spelled(named.links_into(1))), (vec!["b_c", "z"], vec!["a_b"]));
        assert_eq!((named.links_out(2), named.links_into(0).len()), (&[][..], 1));
        assert_eq!((named.value(0), named.value(1), named.value(2)), (Value::Unsigned, Value::Less, Value::More));
    }
}
