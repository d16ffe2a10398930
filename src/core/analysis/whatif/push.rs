//! What is asked of a what-if, and why it may have no answer.

use std::{collections::BTreeSet, fmt};

use crate::model::{LinkId, NodeId, Pathway};

/// What is done to a pathway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Push {
    /// Nodes that are raised.
    pub raise: BTreeSet<NodeId>,
    /// Nodes that are lowered.
    pub lower: BTreeSet<NodeId>,
    /// Nodes that are held: they do not change and pass nothing on.
    pub block_nodes: BTreeSet<NodeId>,
    /// Links that carry nothing.
    pub block_links: BTreeSet<LinkId>,
}

impl Push {
    /// Whether something is raised or lowered, rather than only blocked.
    pub fn pushes(&self) -> bool {
        !self.raise.is_empty() || !self.lower.is_empty()
    }

    /// Whether something is blocked.
    pub fn blocks(&self) -> bool {
        !self.block_nodes.is_empty() || !self.block_links.is_empty()
    }

    /// The nodes that are raised, lowered or held.
    pub fn nodes(&self) -> impl Iterator<Item = &NodeId> {
        self.raise.iter().chain(&self.lower).chain(&self.block_nodes)
    }

    /// Whether everything that is asked for exists, and nothing is asked twice.
    pub(super) fn check(&self, pathway: &Pathway) -> Result<(), WhatIfError> {
        if !self.pushes() && !self.blocks() {
            return Err(WhatIfError::Nothing);
        }
        let mut seen = BTreeSet::new();
        for id in self.nodes() {
            if pathway.node(id).is_none() {
                return Err(WhatIfError::NoNode(id.clone()));
            }
            if !seen.insert(id) {
                return Err(WhatIfError::Both(id.clone()));
            }
        }
        match self.block_links.iter().find(|id| pathway.link(id).is_none()) {
            Some(id) => Err(WhatIfError::NoLink(id.clone())),
            None => Ok(()),
        }
    }
}

/// Why a question cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatIfError {
    /// Nothing is pushed and nothing blocked.
    Nothing,
    /// There is no such node.
    NoNode(NodeId),
    /// There is no such link.
    NoLink(LinkId),
    /// A node is to be two of raised, lowered and blocked.
    Both(NodeId),
}

impl fmt::Display for WhatIfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => write!(f, "nothing is raised, lowered or blocked; choose at least one node or link"),
            Self::NoNode(id) => write!(f, "there is no node “{id}”; choose one of the pathway"),
            Self::NoLink(id) => write!(f, "there is no link “{id}”; choose one of the pathway"),
            Self::Both(id) => write!(f, "“{id}” can be only one of raised, lowered and blocked; choose one"),
        }
    }
}

impl std::error::Error for WhatIfError {}
