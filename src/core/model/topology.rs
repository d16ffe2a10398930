//! How the records of a pathway hang together, by their places in the file.

use std::sync::OnceLock;

use petgraph::graph::{DiGraph, NodeIndex};

/// Which records have which ids, which nodes the links join, and the graph of it all. Plain numbers and no record, so
/// that a change of texts shares it and any other copies it quickly.
#[derive(Debug, Default)]
pub(super) struct Topology {
    /// Places of all nodes, in the order of their ids.
    pub(super) nodes: Vec<u32>,
    /// Places of all links, in the order of their ids.
    pub(super) links: Vec<u32>,
    /// The places of the cause and the effect of each link.
    ends: Vec<[u32; 2]>,
    graph: OnceLock<DiGraph<(), ()>>,
}

impl Topology {
    /// From places in the order of ids, and the ends of each link in the order of the file.
    pub(super) fn new(nodes: Vec<u32>, links: Vec<u32>, ends: Vec<[u32; 2]>) -> Self {
        Self { nodes, links, ends, graph: OnceLock::new() }
    }

    /// The graph: nodes and links have the numbers of their places, whatever was added and removed before. It is
    /// built when it is first asked for, once for all pathways that differ in texts alone.
    pub(super) fn graph(&self) -> &DiGraph<(), ()> {
        self.graph.get_or_init(|| {
            let mut graph = DiGraph::with_capacity(self.nodes.len(), self.ends.len());
            self.nodes.iter().for_each(|_| _ = graph.add_node(()));
            for ends in &self.ends {
                let [from, to] = ends.map(|end| NodeIndex::new(end as usize));
                graph.add_edge(from, to, ());
            }
            graph
        })
    }

    /// The places of a link's cause and effect.
    pub(super) fn ends(&self, link: usize) -> [usize; 2] {
        self.ends[link].map(|end| end as usize)
    }

    /// Places of the links that begin or end at a node, the first first.
    pub(super) fn touching(&self, node: usize) -> Vec<usize> {
        let node = node as u32;
        (0..).zip(&self.ends).filter(|(_, ends)| ends.contains(&node)).map(|(link, _)| link).collect()
    }

    /// Makes room for a node at a place in the file; its id is to have that rank among all ids.
    pub(super) fn insert_node(&mut self, place: usize, rank: usize) {
        self.graph.take();
        let place = place as u32;
        let up = |other: &mut u32| *other += u32::from(*other >= place);
        self.nodes.iter_mut().for_each(up);
        self.ends.iter_mut().flatten().for_each(up);
        self.nodes.insert(rank, place);
    }

    /// Takes out a node that no link touches.
    pub(super) fn remove_node(&mut self, place: usize) {
        self.graph.take();
        let place = place as u32;
        let down = |other: &mut u32| *other -= u32::from(*other > place);
        self.nodes.retain(|other| *other != place);
        self.nodes.iter_mut().for_each(down);
        self.ends.iter_mut().flatten().for_each(down);
    }

    /// Makes room for a link at a place in the file; its id is to have that rank among all ids.
    pub(super) fn insert_link(&mut self, place: usize, rank: usize, ends: [usize; 2]) {
        self.graph.take();
        self.ends.insert(place, ends.map(|end| end as u32));
        let place = place as u32;
        self.links.iter_mut().for_each(|other| *other += u32::from(*other >= place));
        self.links.insert(rank, place);
    }

    /// Takes out a link.
    pub(super) fn remove_link(&mut self, place: usize) {
        self.graph.take();
        self.ends.remove(place);
        let place = place as u32;
        self.links.retain(|other| *other != place);
        self.links.iter_mut().for_each(|other| *other -= u32::from(*other > place));
    }

    /// Moves the ends of a link.
    pub(super) fn set_ends(&mut self, link: usize, ends: [usize; 2]) {
        self.graph.take();
        self.ends[link] = ends.map(|end| end as u32);
    }
}

/// A clone is made to be changed, so it leaves the graph behind.
impl Clone for Topology {
    fn clone(&self) -> Self {
        Self::new(self.nodes.clone(), self.links.clone(), self.ends.clone())
    }
}
