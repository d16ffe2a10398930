//! Sentences and the references that they cite.

use crate::model::{LinkId, NodeId};

/// Sentences with their references.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Lines of a reference list; the first is number 1.
    pub references: Vec<String>,
}

/// One numbered sentence, or a few short ones that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Plain text, with numbers of references in brackets.
    pub text: String,
    /// The link that it is about, where it is about one.
    pub link: Option<LinkId>,
    /// The nodes that it is about, in the order in which it names them.
    pub nodes: Vec<NodeId>,
    /// The numbers of the references that it cites, ascending.
    pub cites: Vec<usize>,
}
