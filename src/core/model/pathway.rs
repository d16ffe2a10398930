//! The pathway itself: a signed, directed graph of records around a petgraph.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use petgraph::{
    Direction,
    stable_graph::{EdgeIndex, NodeIndex, StableDiGraph},
    visit::EdgeRef as _,
};

use super::{Extra, Lane, LaneId, Level, Link, LinkId, Node, NodeId, Reading, Source, SourceId, Tour};

/// What is said of a pathway as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Version of the file format, major and minor.
    pub format: (u32, u32),
    /// Its stable name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in one paragraph.
    pub summary: String,
    /// Language of its texts, as a BCP 47 tag.
    pub language: String,
    /// Licence of its texts, as an SPDX expression.
    pub license: String,
    /// The day on which the evidence was last reviewed, `YYYY-MM-DD`.
    pub reviewed: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Default for About {
    fn default() -> Self {
        Self {
            format: (1, 0),
            id: "untitled".to_owned(),
            title: "Untitled pathway".to_owned(),
            summary: String::new(),
            language: "en".to_owned(),
            license: String::new(),
            reviewed: String::new(),
            extra: Extra::new(),
        }
    }
}

/// Everything a pathway is made of, as plain lists in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// What is said of the whole.
    pub about: About,
    /// Compartments, first on top.
    pub lanes: Vec<Lane>,
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Links.
    pub links: Vec<Link>,
    /// Bibliography.
    pub sources: Vec<Source>,
    /// Tours.
    pub tours: Vec<Tour>,
}

/// A record of a file that cannot take its place in the graph. It is kept, listed and written back.
#[derive(Clone, Debug, PartialEq)]
pub enum Misfit {
    /// A lane whose id another lane has.
    Lane(Lane),
    /// A node whose id another node has.
    Node(Node),
    /// A link whose id another link has.
    TwinLink(Link),
    /// A link one of whose ends is no node.
    LooseLink(Link),
    /// A source whose id another source has.
    Source(Source),
    /// A tour whose id another tour has.
    Tour(Tour),
    /// A record that could not be read: the list it stood in and its raw text.
    Unread {
        /// Name of the list: `nodes`, `links`, ...
        list: String,
        /// The record as it stands in the file.
        text: String,
    },
}

impl Misfit {
    /// What to call it: its id, or the name of the list that it stood in.
    pub fn name(&self) -> &str {
        match self {
            Self::Lane(lane) => lane.id.as_str(),
            Self::Node(node) => node.id.as_str(),
            Self::TwinLink(link) | Self::LooseLink(link) => link.id.as_str(),
            Self::Source(source) => source.id.as_str(),
            Self::Tour(tour) => tour.id.as_str(),
            Self::Unread { list, .. } => list,
        }
    }
}

/// A signed, directed graph of causal links with evidence on every link.
///
/// A value type: records are shared between clones, so a clone costs little and a snapshot can be kept for undo.
/// Nodes, links, lanes, sources and tours keep the order of the file. petgraph recycles indices after removal,
/// so an index is only good while one snapshot is looked at; names are the identity.
#[derive(Clone, Debug, Default)]
pub struct Pathway {
    pub(super) about: Arc<About>,
    pub(super) lanes: Vec<Arc<Lane>>,
    pub(super) graph: StableDiGraph<Arc<Node>, Arc<Link>>,
    pub(super) node_order: Vec<NodeId>,
    pub(super) link_order: Vec<LinkId>,
    pub(super) node_index: BTreeMap<NodeId, NodeIndex>,
    pub(super) link_index: BTreeMap<LinkId, EdgeIndex>,
    pub(super) sources: Vec<Arc<Source>>,
    pub(super) tours: Vec<Arc<Tour>>,
    pub(super) misfits: Vec<Misfit>,
}

impl Pathway {
    /// Builds a pathway from plain lists. What cannot take its place (a second record with the same id, a link to
    /// nowhere) is kept among the [misfits](Self::misfits), after those in `unread`.
    pub fn from_parts(parts: Parts, unread: Vec<Misfit>) -> Self {
        let mut pathway = Self { about: Arc::new(parts.about), misfits: unread, ..Self::default() };
        let (mut lanes, mut sources, mut tours) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for lane in parts.lanes {
            if lanes.insert(lane.id.clone()) {
                pathway.lanes.push(Arc::new(lane));
            } else {
                pathway.misfits.push(Misfit::Lane(lane));
            }
        }
        for node in parts.nodes {
            if pathway.node(&node.id).is_some() {
                pathway.misfits.push(Misfit::Node(node));
            } else {
                pathway.insert_node(node);
            }
        }
        for link in parts.links {
            // Loose before twin: then a file says the same of its links after they have been saved in another order.
            if pathway.node(&link.from).is_none() || pathway.node(&link.to).is_none() {
                pathway.misfits.push(Misfit::LooseLink(link));
            } else if pathway.link(&link.id).is_some() {
                pathway.misfits.push(Misfit::TwinLink(link));
            } else {
                pathway.insert_link(link);
            }
        }
        for source in parts.sources {
            if sources.insert(source.id.clone()) {
                pathway.sources.push(Arc::new(source));
            } else {
                pathway.misfits.push(Misfit::Source(source));
            }
        }
        for tour in parts.tours {
            if tours.insert(tour.id.clone()) {
                pathway.tours.push(Arc::new(tour));
            } else {
                pathway.misfits.push(Misfit::Tour(tour));
            }
        }
        pathway
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
        self.node_order.iter().map(|id| &self.graph[self.node_index[id]])
    }

    /// Links in the order of the file.
    pub fn links(&self) -> impl ExactSizeIterator<Item = &Arc<Link>> {
        self.link_order.iter().map(|id| &self.graph[self.link_index[id]])
    }

    /// The node of that name.
    pub fn node(&self, id: &NodeId) -> Option<&Arc<Node>> {
        self.node_index.get(id).map(|&index| &self.graph[index])
    }

    /// The link of that name.
    pub fn link(&self, id: &LinkId) -> Option<&Arc<Link>> {
        self.link_index.get(id).map(|&index| &self.graph[index])
    }

    /// Nodes with their places in the [graph](Self::graph), in the order of their ids.
    pub(crate) fn nodes_by_id(&self) -> impl ExactSizeIterator<Item = (NodeIndex, &Arc<Node>)> {
        self.node_index.values().map(|&index| (index, &self.graph[index]))
    }

    /// Links with the places of their causes and effects in the [graph](Self::graph), in the order of their own ids.
    pub(crate) fn links_by_id(&self) -> impl Iterator<Item = (NodeIndex, NodeIndex, &Arc<Link>)> {
        self.link_index.values().filter_map(|&index| {
            let (from, to) = self.graph.edge_endpoints(index)?;
            Some((from, to, &self.graph[index]))
        })
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

    /// The graph under the records, for algorithms. Indices are only good for this snapshot.
    pub fn graph(&self) -> &StableDiGraph<Arc<Node>, Arc<Link>> {
        &self.graph
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

    pub(super) fn insert_node(&mut self, node: Node) {
        let id = node.id.clone();
        let index = self.graph.add_node(Arc::new(node));
        self.node_index.insert(id.clone(), index);
        self.node_order.push(id);
    }

    /// Adds a link whose ends exist; without them it does nothing and says so.
    pub(super) fn insert_link(&mut self, link: Link) -> bool {
        let ends = (self.node_index.get(&link.from), self.node_index.get(&link.to));
        let (Some(&from), Some(&to)) = ends else { return false };
        let id = link.id.clone();
        let index = self.graph.add_edge(from, to, Arc::new(link));
        self.link_index.insert(id.clone(), index);
        self.link_order.push(id);
        true
    }

    fn links_of(&self, id: &NodeId, direction: Direction) -> Vec<&Arc<Link>> {
        let Some(&index) = self.node_index.get(id) else { return Vec::new() };
        let mut links: Vec<&Arc<Link>> =
            self.graph.edges_directed(index, direction).map(|edge| &self.graph[edge.id()]).collect();
        // petgraph walks edges newest first; the file's order is what people wrote.
        links.reverse();
        links
    }
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
