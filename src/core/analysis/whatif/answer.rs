//! What a push does: the answer for each node, and the routes that argue for it.

use std::collections::BTreeMap;

use crate::layout::base::BreadthFirst;

use super::{
    Push,
    named::Named,
    routes::FirstResponse,
    value::{Value, Values},
    walks::Walks,
};
use crate::{
    analysis::{loops::Loop, web::CutBy},
    model::{LinkId, NodeId, Reading},
};

/// What becomes of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// There is more of it.
    More,
    /// There is less of it.
    Less,
    /// Routes disagree, or one of them runs over a link without a sign.
    Undecided,
    /// Nothing reaches it.
    Unchanged,
}

impl Outcome {
    /// Every outcome, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::More, Self::Less, Self::Undecided, Self::Unchanged];

    /// The word on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Less => "less",
            Self::Undecided => "undecided",
            Self::Unchanged => "unchanged",
        }
    }

    fn of(values: Values) -> Self {
        match values.only() {
            _ if values.is_empty() => Self::Unchanged,
            Some(Value::More) => Self::More,
            Some(Value::Less) => Self::Less,
            Some(Value::Unsigned) | None => Self::Undecided,
        }
    }
}

/// The answer for one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The node.
    pub node: NodeId,
    /// The first response: by simple routes.
    pub first: Outcome,
    /// Whether the first response is exact. Where it is not, a search came to its limit and the answer is that of
    /// walks, which may be undecided where routes are not; it is never the other way round.
    pub exact: bool,
    /// With feedback: by all walks. Always exact.
    pub feedback: Outcome,
    /// The fewest links from a pushed node; `None` where blocks keep the change away.
    pub arrives: Option<usize>,
}

/// A way from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Its nodes, one more than links.
    pub nodes: Vec<NodeId>,
    /// Its links, in order; empty where a pushed node argues for itself.
    pub links: Vec<LinkId>,
}

/// The routes that argue for what becomes of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// A shortest route that argues for more.
    pub more: Option<Route>,
    /// A shortest route that argues for less.
    pub less: Option<Route>,
    /// A shortest route over a link without a sign, with the first such link on it.
    pub unsigned: Option<(Route, LinkId)>,
}

/// What a push does.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// What was asked.
    pub push: Push,
    /// Whose effects were read.
    pub reading: Reading,
    /// Where the change was taken to begin because only blocks were given, by name; empty otherwise.
    pub roots: Vec<NodeId>,
    /// Every node that the pushed nodes reach when nothing is blocked, these themselves included; what is cut off and
    /// what is blocked is unchanged. Empty where only blocks were given.
    pub answers: BTreeMap<NodeId, Answer>,
    /// Whether every first response is exact.
    pub exact: bool,
    /// The nodes that are reached without the blocks and not with them, by name; blocked nodes are not among them.
    pub cut_off: Vec<NodeId>,
    /// The nodes behind a block, not counting ways back to where the change begins, that are still reached, by name; [`Self::way_round`] tells by which route.
    pub still_reached: Vec<NodeId>,
    /// The loops that pass a blocked node or link, shortest first.
    pub broken_loops: Vec<Loop>,
    /// Whether these are all such loops there are.
    pub broken_loops_complete: bool,
    /// The limit that cut their list short.
    pub broken_loops_cut_by: Option<CutBy>,
    /// The links that carry the change, each once, with where it leads, by the step in which the change runs along it.
    /// A node is first met in the step of its [`Answer::arrives`]; later links to it are the change coming back.
    pub steps: Vec<Vec<(LinkId, NodeId)>>,
    pub(super) named: Named,
    /// Links that are open to a first response.
    pub(super) first_open: Vec<bool>,
    pub(super) first: FirstResponse,
    pub(super) walks: Walks,
    /// What the change reaches past all blocks.
    pub(super) reached: BreadthFirst,
}

impl WhatIf {
    /// The answer for a node; `None` where the push has nothing to do with it, so that it stays unchanged.
    pub fn answer(&self, node: &NodeId) -> Option<&Answer> {
        self.answers.get(node)
    }

    /// The routes that argue for a node's first response. A route is the shortest of its kind, unless that would meet a
    /// node twice; then it is the one that a search found. Where the answer is not exact, it may meet a node twice.
    pub fn reasons(&self, node: &NodeId) -> Reasons {
        self.reasons_by(node, |number, value| self.first.trace(&self.named, number, value))
    }

    /// The shortest walks that argue for a node's answer with feedback; they go round a loop where that is the reason.
    pub fn reasons_with_feedback(&self, node: &NodeId) -> Reasons {
        self.reasons_by(node, |number, value| self.walks.trace(number, value))
    }

    /// The shortest route by which the change still gets to a node, past all blocks.
    pub fn way_round(&self, node: &NodeId) -> Option<Route> {
        let number = self.named.number(node)?;
        Some(self.route(number, &self.reached.trace(number)?))
    }

    /// The nodes with an outcome in the first response, nearest first, then by name.
    pub fn with_first(&self, outcome: Outcome) -> Vec<&NodeId> {
        let mut found: Vec<&Answer> = self.answers.values().filter(|answer| answer.first == outcome).collect();
        found.sort_by_key(|answer| answer.arrives);
        found.into_iter().map(|answer| &answer.node).collect()
    }

    pub(super) fn fill(&mut self, begins: &[u32]) {
        let all = vec![true; self.named.links.len()];
        for &node in self.named.walk(begins, &all).order() {
            let verdict = self.first.verdict(node);
            let arrives = self.reached.steps(node).map(|steps| steps as usize);
            let answer = Answer {
                node: self.named.node(node).clone(),
                first: Outcome::of(verdict.values),
                exact: verdict.exact || arrives.is_none(),
                feedback: Outcome::of(self.walks.values(node)),
                arrives,
            };
            self.exact &= answer.exact;
            self.answers.insert(answer.node.clone(), answer);
        }
    }

    fn reasons_by(&self, node: &NodeId, trace: impl Fn(u32, Value) -> Option<Vec<u32>>) -> Reasons {
        let Some(number) = self.named.number(node) else { return Reasons::default() };
        let route = |value| trace(number, value).map(|links| (self.route(number, &links), links));
        let bare = |(_, links): &(Route, Vec<u32>)| {
            links.iter().copied().find(|&link| self.named.value(link) == Value::Unsigned)
        };
        let unsigned = route(Value::Unsigned);
        let without_sign = unsigned.as_ref().and_then(bare).map(|link| self.named.link(link).clone());
        Reasons {
            more: route(Value::More).map(|found| found.0),
            less: route(Value::Less).map(|found| found.0),
            unsigned: unsigned.map(|found| found.0).zip(without_sign),
        }
    }

    /// Names the nodes and links of a route that ends at `end`.
    pub(super) fn route(&self, end: u32, links: &[u32]) -> Route {
        let causes = links.iter().map(|&link| self.named.from(link));
        Route {
            nodes: causes.chain([end]).map(|node| self.named.node(node).clone()).collect(),
            links: links.iter().map(|&link| self.named.link(link).clone()).collect(),
        }
    }
}
