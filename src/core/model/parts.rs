//! What a pathway is made of, as plain lists, and what found no place in it.

use super::{About, Lane, Link, Node, Source, Tour};

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
