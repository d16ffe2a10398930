//! How the records of a pathway hang together, by their places in the file.

use std::sync::{Arc, OnceLock};

use petgraph::graph::{DiGraph, NodeIndex};

/// Which records have which ids, which nodes the links join, and the graph of it all. Plain numbers and no record, so
/// that a change of texts shares it and any other copies quickly what it changes of it: what comes last in the file moves
/// nothing else.
#[derive(Debug, Default)]
pub(super) struct Topology {
    /// Places of all nodes, in the order of their ids.
    pub(super) nodes: Arc<Vec<u32>>,
    /// Places of all links, in the order of their ids.
    pub(super) links: Arc<Vec<u32>>,
    /// The places of the cause and the effect of each link.
    ends: Arc<Vec<[u32; 2]>>,
    graph: OnceLock<DiGraph<(), ()>>,
}

impl Topology {
    /// From places in the order of ids, and the ends of each link in the order of the file.
    pub(super) fn new(nodes: Vec<u32>, links: Vec<u32>, ends: Vec<[u32; 2]>) -> Self {
        Self { nodes: Arc::new(nodes), links: Arc::new(links), ends: Arc::new(ends), graph: OnceLock::new() }
    }

    /// The graph: nodes and links have the numbers of their places, whatever was added and removed before. It is
    /// built when it is first asked for, once for all pathways that differ in texts alone.
    pub(super) fn graph(&self) -> &DiGraph<(), ()> {
        self.graph.get_or_init(|| {
            let mut graph = DiGraph::with_capacity(self.nodes.len(), self.ends.len());
            self.nodes.iter().for_each(|_| _ = graph.add_node(()));
            for ends in &*self.ends {
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
        (0..).zip(&*self.ends).filter(|(_, ends)| ends.contains(&node)).map(|(link, _)| link).collect()
    }

    /// Makes room for a node at a place in the file; its id is to have that rank among all ids.
    pub(super) fn insert_node(&mut self, place: usize, rank: usize) {
        self.graph.take();
        let count = self.nodes.len();
        self.nodes = Arc::new(with_place(&self.nodes, place as u32, rank));
        if place < count {
            let place = place as u32;
            Arc::make_mut(&mut self.ends).iter_mut().flatten().for_each(|end| *end += u32::from(*end >= place));
        }
    }

    /// Takes out a node that no link touches.
    pub(super) fn remove_node(&mut self, place: usize) {
        self.graph.take();
        self.nodes = Arc::new(without_place(&self.nodes, place as u32));
        if place < self.nodes.len() {
            let place = place as u32;
            Arc::make_mut(&mut self.ends).iter_mut().flatten().for_each(|end| *end -= u32::from(*end > place));
        }
    }

    /// Makes room for a link at a place in the file; its id is to have that rank among all ids.
    pub(super) fn insert_link(&mut self, place: usize, rank: usize, ends: [usize; 2]) {
        self.graph.take();
        self.links = Arc::new(with_place(&self.links, place as u32, rank));
        let (before, behind) = self.ends.split_at(place);
        let ends = [ends.map(|end| end as u32)];
        self.ends = Arc::new([before, &ends, behind].concat());
    }

    /// Takes out a link.
    pub(super) fn remove_link(&mut self, place: usize) {
        self.graph.take();
        self.links = Arc::new(without_place(&self.links, place as u32));
        let (before, behind) = self.ends.split_at(place);
        self.ends = Arc::new([before, &behind[1..]].concat());
    }

    /// Moves the ends of a link.
    pub(super) fn set_ends(&mut self, link: usize, ends: [usize; 2]) {
        self.graph.take();
        Arc::make_mut(&mut self.ends)[link] = ends.map(|end| end as u32);
    }
}

/// Places with one more at a rank; those from there on in the file move up.
fn with_place(places: &[u32], place: u32, rank: usize) -> Vec<u32> {
    let mut all = Vec::with_capacity(places.len() + 1);
    all.extend(places.iter().map(|&other| other + u32::from(other >= place)));
    all.insert(rank, place);
    all
}

/// Places without one; those behind it in the file move down.
fn without_place(places: &[u32], place: u32) -> Vec<u32> {
    let mut left = Vec::with_capacity(places.len());
    left.extend(places.iter().filter(|&&other| other != place).map(|&other| other - u32::from(other > place)));
    left
}

/// A clone is made to be changed, so it leaves the graph behind.
impl Clone for Topology {
    fn clone(&self) -> Self {
        let [nodes, links] = [&self.nodes, &self.links].map(Arc::clone);
        Self { nodes, links, ends: Arc::clone(&self.ends), graph: OnceLock::new() }
    }
}
