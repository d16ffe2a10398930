//! Tours: ordered walks for telling.

use super::{Extra, Level, LevelText, NodeId, TourId, level::at_level};

/// An ordered walk through a pathway.
#[derive(Clone, Debug, PartialEq)]
pub struct Tour {
    /// Its stable name.
    pub id: TourId,
    /// What people see in the list of tours.
    pub title: String,
    /// What is shown and said, in order.
    pub steps: Vec<Step>,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

/// One step of a tour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Ids of the nodes and links that the step is about; one that names nothing is a problem, never a crash.
    pub show: Vec<String>,
    /// What is said.
    pub text: String,
    /// The same for one level each.
    pub levels: Vec<LevelText>,
    /// What only the speaker reads.
    pub notes: String,
    /// A question to the class, answered by the pathway itself.
    pub predict: Option<Predict>,
    /// Other tours that can be taken from here, in the order of their number keys.
    pub branches: Vec<Branch>,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Step {
    /// A step that shows some nodes and links and says something of them.
    pub fn new<'a>(show: impl IntoIterator<Item = &'a str>, text: &str) -> Self {
        Self { show: show.into_iter().map(str::to_owned).collect(), text: text.to_owned(), ..Self::default() }
    }

    /// What is said at a level.
    pub fn text_at(&self, level: Option<Level>) -> &str {
        at_level(&self.levels, &self.text, level)
    }
}

/// A question to the class: something is pushed or blocked; what becomes of something else?
#[derive(Clone, Debug, PartialEq)]
pub struct Predict {
    /// Nodes that are raised.
    pub raise: Vec<NodeId>,
    /// Nodes that are lowered.
    pub lower: Vec<NodeId>,
    /// Ids of nodes and links that are blocked.
    pub block: Vec<String>,
    /// The node that the class is asked about.
    pub ask: NodeId,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Predict {
    /// Every id that it names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let nodes = self.raise.iter().chain(&self.lower).chain([&self.ask]);
        nodes.map(NodeId::as_str).chain(self.block.iter().map(String::as_str))
    }
}

/// A way that leaves a tour: another tour, after which the first goes on where it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The tour it leads to.
    pub tour: TourId,
    /// What people choose by.
    pub text: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}
