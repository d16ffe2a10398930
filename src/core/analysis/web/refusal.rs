//! Why a question cannot be answered, and why an answer is not whole.

use std::fmt;

use crate::model::NodeId;

/// Why a question about two nodes has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The pathway has no such node.
    UnknownNode(NodeId),
    /// The question is about two nodes, and one was named twice.
    SameNode(NodeId),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownNode(id) => write!(f, "there is no node “{id}”"),
            Self::SameNode(id) => write!(f, "the question is about two nodes, but “{id}” was named twice"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Which limit cut a list short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CutBy {
    /// There are longer ones than asked for, or there may be: nothing is known of them.
    Length,
    /// There are more than asked for.
    Number,
    /// The search took too many steps.
    Steps,
}
