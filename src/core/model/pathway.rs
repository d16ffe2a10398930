//! The pathway itself: a signed, directed graph of records around a petgraph.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use petgraph::{
    Direction,
    graph::{DiGraph, NodeIndex},
    visit::EdgeRef as _,
};

use super::{
    About, Lane, LaneId, Level, Link, LinkId, Misfit, Node, NodeId, Parts, Reading, Source, SourceId, Tour, list::List,
    topology::Topology,
};

/// A signed, directed graph of causal links with evidence on every link.
///
/// A value type: clones share everything, and what changes is copied in small pieces, so a clone and its change cost
/// little. Nodes, links, lanes, sources and tours keep the order of the file. A place or an index of the graph is only
/// good while one state is looked at; names are the identity.
#[derive(Clone, Debug, Default)]
pub struct Pathway {
    pub(super) about: Arc<About>,
    pub(super) lanes: Arc<Vec<Arc<Lane>>>,
    pub(super) nodes: List<Node>,
    pub(super) links: List<Link>,
    pub(super) topology: Arc<Topology>,
    pub(super) sources: Arc<Vec<Arc<Source>>>,
    pub(super) tours: Arc<Vec<Arc<Tour>>>,
    pub(super) misfits: Arc<Vec<Misfit>>,
}

impl Pathway {
    /// Builds a pathway from plain lists. What cannot take its place (a second record with the same id, a link to
    /// nowhere) is kept among the [misfits](Self::misfits), after those in `unread`.
    pub fn from_parts(parts: Parts, unread: Vec<Misfit>) -> Self {
        let mut misfits = unread;
        let lanes = first_of_each(parts.lanes, |lane| lane.id.clone(), Misfit::Lane, &mut misfits);
        let (mut nodes, mut node_places) = (List::default(), BTreeMap::new());
        for node in parts.nodes {
            if node_places.contains_key(&node.id) {
                misfits.push(Misfit::Node(node));
            } else {
                node_places.insert(node.id.clone(), nodes.len() as u32);
                nodes.push(Arc::new(node));
            }
        }
        let (mut links, mut link_places, mut ends) = (List::default(), BTreeMap::new(), Vec::new());
        for link in parts.links {
            // Loose before twin: then a file says the same of its links after they have been saved in another order.
            let (Some(&from), Some(&to)) = (node_places.get(&link.from), node_places.get(&link.to)) else {
                misfits.push(Misfit::LooseLink(link));
                continue;
            };
            if link_places.contains_key(&link.id) {
                misfits.push(Misfit::TwinLink(link));
            } else {
                link_places.insert(link.id.clone(), links.len() as u32);
                links.push(Arc::new(link));
                ends.push([from, to]);
            }
        }
        let by_id = (node_places.into_values().collect(), link_places.into_values().collect());
        Self {
            about: Arc::new(parts.about),
            lanes: Arc::new(lanes),
            nodes,
            links,
            topology: Arc::new(Topology::new(by_id.0, by_id.1, ends)),
            sources: Arc::new(first_of_each(parts.sources, |source| source.id.clone(), Misfit::Source, &mut misfits)),
            tours: Arc::new(first_of_each(parts.tours, |tour| tour.id.clone(), Misfit::Tour, &mut misfits)),
            misfits: Arc::new(misfits),
        }
    }

    /// All that it is made of, as plain lists in the order of the file; what could not be read is in
    /// [`Pathway::misfits`].
    pub fn parts(&self) -> Parts {
        Parts {
            about: self.about().clone(),
            lanes: self.lanes().iter().map(|lane| Lane::clone(lane)).collect(),
            nodes: self.nodes().map(|node| Node::clone(node)).collect(),
            links: self.links().map(|link| Link::clone(link)).collect(),
            sources: self.sources().iter().map(|source| Source::clone(source)).collect(),
            tours: self.tours().iter().map(|tour| Tour::clone(tour)).collect(),
        }
    }

    /// What is said of the whole.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Lanes, first on top.
    pub fn lanes(&self) -> &[Arc<Lane>] {
        &self.lanes
    }

    /// The lane of that name.
    pub fn lane(&self, id: &LaneId) -> Option<&Arc<Lane>> {
        self.lanes.iter().find(|lane| lane.id == *id)
    }

    /// Nodes in the order of the file.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &Arc<Node>> {
        self.nodes.iter()
    }

    /// Links in the order of the file.
    pub fn links(&self) -> impl ExactSizeIterator<Item = &Arc<Link>> {
        self.links.iter()
    }

    /// The node of that name.
    pub fn node(&self, id: &NodeId) -> Option<&Arc<Node>> {
        self.node_place(id).map(|place| &self.nodes[place])
    }

    /// The link of that name.
    pub fn link(&self, id: &LinkId) -> Option<&Arc<Link>> {
        self.link_place(id).map(|place| &self.links[place])
    }

    /// Nodes with their places in the file, in the order of their ids.
    pub(crate) fn nodes_by_id(&self) -> impl ExactSizeIterator<Item = (usize, &Arc<Node>)> {
        self.topology.nodes.iter().map(|&place| (place as usize, &self.nodes[place as usize]))
    }

    /// Links with the places of their causes and effects in the file, in the order of their own ids.
    pub(crate) fn links_by_id(&self) -> impl ExactSizeIterator<Item = ([usize; 2], &Arc<Link>)> {
        self.topology.links.iter().map(|&place| (self.topology.ends(place as usize), &self.links[place as usize]))
    }

    /// Links that lead into a node, in the order of the file.
    pub fn causes_of(&self, id: &NodeId) -> Vec<&Arc<Link>> {
        self.links_of(id, Direction::Incoming)
    }

    /// Links that lead out of a node, in the order of the file.
    pub fn effects_of(&self, id: &NodeId) -> Vec<&Arc<Link>> {
        self.links_of(id, Direction::Outgoing)
    }

    /// The bibliography, in the order of the file.
    pub fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    /// The source of that name.
    pub fn source(&self, id: &SourceId) -> Option<&Arc<Source>> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The levels that some text is written for, the plainest first.
    pub fn levels(&self) -> BTreeSet<Level> {
        let nodes = self.nodes().flat_map(|node| &node.levels);
        let links = self.links().flat_map(|link| &link.levels);
        let steps = self.tours.iter().flat_map(|tour| &tour.steps).flat_map(|step| &step.levels);
        nodes.chain(links).chain(steps).map(|text| text.level).collect()
    }

    /// Tours, in the order of the file.
    pub fn tours(&self) -> &[Arc<Tour>] {
        &self.tours
    }

    /// Records of the file that could not take their place, kept as they are.
    pub fn misfits(&self) -> &[Misfit] {
        &self.misfits
    }

    /// The graph under the records, for algorithms: its nodes and edges have the numbers of [nodes](Self::nodes) and
    /// [links](Self::links), counted from 0. Numbers are only good for this state.
    pub fn graph(&self) -> &DiGraph<(), ()> {
        self.topology.graph()
    }

    /// The label of a node, or its bare id where no such node exists.
    pub fn label<'a>(&'a self, id: &'a NodeId) -> &'a str {
        self.node(id).map_or(id.as_str(), |node| &node.label)
    }

    /// A link as a sentence without a full stop, as the sources show it: `Poor sleep raises Blood-cell production`.
    /// Labels stand in it as they are written: a small letter would make another word of `Alzheimer` or `T cells`.
    pub fn sentence(&self, link: &Link) -> String {
        self.sentence_in(link, Reading::Shown)
    }

    /// The same under a reading.
    pub fn sentence_in(&self, link: &Link, reading: Reading) -> String {
        let (cause, effect) = (self.label(&link.from), self.label(&link.to));
        format!("{cause} {} {effect}", link.effect_in(reading).verb(cause))
    }

    /// Where a node stands in the file.
    pub(super) fn node_place(&self, id: &NodeId) -> Option<usize> {
        let places = &self.topology.nodes;
        let rank = places.binary_search_by(|&place| self.nodes[place as usize].id.cmp(id)).ok()?;
        Some(places[rank] as usize)
    }

    /// Where a link stands in the file.
    pub(super) fn link_place(&self, id: &LinkId) -> Option<usize> {
        let places = &self.topology.links;
        let rank = places.binary_search_by(|&place| self.links[place as usize].id.cmp(id)).ok()?;
        Some(places[rank] as usize)
    }

    fn links_of(&self, id: &NodeId, direction: Direction) -> Vec<&Arc<Link>> {
        let Some(place) = self.node_place(id) else { return Vec::new() };
        let edges = self.graph().edges_directed(NodeIndex::new(place), direction);
        let mut links: Vec<&Arc<Link>> = edges.map(|edge| &self.links[edge.id().index()]).collect();
        // petgraph walks edges newest first, and the graph takes links in the order of the file.
        links.reverse();
        links
    }
}

/// The first record of each id; the others are misfits.
fn first_of_each<T, I: Ord>(
    records: Vec<T>,
    id: impl Fn(&T) -> I,
    misfit: impl Fn(T) -> Misfit,
    misfits: &mut Vec<Misfit>,
) -> Vec<Arc<T>> {
    let mut seen = BTreeSet::new();
    let mut first = Vec::with_capacity(records.len());
    for record in records {
        if seen.insert(id(&record)) {
            first.push(Arc::new(record));
        } else {
            misfits.push(misfit(record));
        }
    }
    first
}

/// Two pathways are equal when their records are, whatever their indices.
impl PartialEq for Pathway {
    fn eq(&self, other: &Self) -> bool {
        self.about == other.about
            && self.lanes == other.lanes
            && self.nodes().eq(other.nodes())
            && self.links().eq(other.links())
            && self.sources == other.sources
            && self.tours == other.tours
            && self.misfits == other.misfits
    }
}
