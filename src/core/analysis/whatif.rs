//! What if: some nodes are raised or lowered, some nodes and links blocked; what becomes more, less, or stays?
//!
//! The answers are signs, never sizes. Two readings of the same push are given side by side:
//!
//! - **First response**: the signs of all simple routes from the pushed nodes. A pushed node is held where it was
//!   pushed, so no route passes another pushed node or comes back (Pearl's intervention, read as a sign). This is the
//!   sign that a qualitative probabilistic network would give by multiplying along trails and adding over them
//!   (Wellman 1990).
//! - **With feedback**: the signs of all walks, however often they go round. The push goes on, pushed nodes answer to
//!   what comes back, and one balancing loop on the way is enough to leave the answer open. It is the cautious answer
//!   of loop analysis when nothing is known of strengths (Puccia & Levins 1985).
//!
//! In both, routes that disagree, or one route over a link without a sign, leave a node undecided.

mod cuts;
mod list;
mod named;
mod routes;
mod search;
#[cfg(test)]
mod tests;
mod value;
mod walks;
mod watch;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::layout::base::BreadthFirst;

use self::{
    cuts::Blocks,
    named::Named,
    routes::FirstResponse,
    value::{Value, Values},
    walks::Walks,
};
use super::{lens::Lens, loops::Loop};
use crate::model::{LinkId, NodeId, Pathway, Reading};

pub use watch::{Disagreement, Watch};

/// How many links the search for first responses may look at before it falls back on walks.
const LIMIT: usize = 500_000;

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
    /// Whether these are all such loops of up to twelve links.
    pub broken_loops_complete: bool,
    /// The links that carry the change, each once, with where it leads, by the step in which the change runs along it.
    /// A node is first met in the step of its [`Answer::arrives`]; later links to it are the change coming back.
    pub steps: Vec<Vec<(LinkId, NodeId)>>,
    named: Named,
    /// Links that are open to a first response.
    first_open: Vec<bool>,
    first: FirstResponse,
    walks: Walks,
    /// What the change reaches past all blocks.
    reached: BreadthFirst,
}

/// Answers what a push does, over the links that a lens shows.
///
/// Where only blocks are given, the change is taken to begin at stressors and at nodes without causes, not counting links
/// that are declared to lead back; in a ring that nothing from outside leads into, at its first node in the file.
///
/// # Errors
/// Where nothing is asked, or it names what is not there, or asks two things of one node.
pub fn whatif(pathway: &Pathway, lens: &Lens, push: &Push) -> Result<WhatIf, WhatIfError> {
    check(pathway, push)?;
    let named = Named::new(pathway, lens);
    let blocks = blocks(pathway, &named, push);
    let open = blocks.open(&named);
    let starts = pushed(&named, push);
    let begins: Vec<u32> =
        if push.pushes() { starts.iter().map(|start| start.0).collect() } else { cuts::roots(pathway, &named) };
    let at_work: Vec<u32> = begins.iter().copied().filter(|at| blocks.nodes.binary_search(at).is_err()).collect();
    let reached = named.walk(&at_work, &open);
    let first_open = closed_into(&named, &open, &starts);
    let first = FirstResponse::new(&named, &starts, &first_open, LIMIT);
    let walks = Walks::new(&named, &starts, &open);
    let cut = cuts::compare(&named, &begins, &blocks, &reached);
    let (broken_loops, broken_loops_complete) = cuts::broken_loops(&named, push);
    let ids = |nodes: &[u32]| named.web.node_ids(nodes.iter().copied());
    let step = |&link: &u32| (named.web.link(link).id.clone(), named.web.node(named.to(link)).clone());
    let mut answer = WhatIf {
        push: push.clone(),
        reading: lens.reading,
        roots: if push.pushes() { Vec::new() } else { ids(&begins) },
        answers: BTreeMap::new(),
        exact: true,
        cut_off: ids(&cut.off),
        still_reached: ids(&cut.through),
        broken_loops,
        broken_loops_complete,
        steps: named.front(&reached, &open).iter().map(|links| links.iter().map(step).collect()).collect(),
        named,
        first_open,
        first,
        walks,
        reached,
    };
    if push.pushes() {
        answer.fill(&begins);
    }
    Ok(answer)
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

    fn fill(&mut self, begins: &[u32]) {
        let all = vec![true; self.named.links.len()];
        for &node in self.named.walk(begins, &all).order() {
            let verdict = self.first.verdict(node);
            let arrives = self.reached.steps(node).map(|steps| steps as usize);
            let answer = Answer {
                node: self.named.web.node(node).clone(),
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
        let without_sign = unsigned.as_ref().and_then(bare).map(|link| self.named.web.link(link).id.clone());
        Reasons {
            more: route(Value::More).map(|found| found.0),
            less: route(Value::Less).map(|found| found.0),
            unsigned: unsigned.map(|found| found.0).zip(without_sign),
        }
    }

    /// Names the nodes and links of a route that ends at `end`.
    fn route(&self, end: u32, links: &[u32]) -> Route {
        let causes = links.iter().map(|&link| self.named.from(link));
        Route {
            nodes: self.named.web.node_ids(causes.chain([end])),
            links: self.named.web.link_ids(links.iter().copied()),
        }
    }
}

/// Whether everything that is asked for exists, and nothing is asked twice.
fn check(pathway: &Pathway, push: &Push) -> Result<(), WhatIfError> {
    if !push.pushes() && !push.blocks() {
        return Err(WhatIfError::Nothing);
    }
    let mut seen = BTreeSet::new();
    for id in push.raise.iter().chain(&push.lower).chain(&push.block_nodes) {
        if pathway.node(id).is_none() {
            return Err(WhatIfError::NoNode(id.clone()));
        }
        if !seen.insert(id) {
            return Err(WhatIfError::Both(id.clone()));
        }
    }
    match push.block_links.iter().find(|id| pathway.link(id).is_none()) {
        Some(id) => Err(WhatIfError::NoLink(id.clone())),
        None => Ok(()),
    }
}

/// What is blocked, by number. A link that carries nothing anyway has none.
fn blocks(pathway: &Pathway, named: &Named, push: &Push) -> Blocks {
    let cause = |id: &LinkId| pathway.link(id).and_then(|link| named.number(&link.from));
    let number = |id: &LinkId| named.links_out(cause(id)?).iter().copied().find(|&link| named.web.link(link).id == *id);
    Blocks {
        nodes: push.block_nodes.iter().filter_map(|id| named.number(id)).collect(),
        links: push.block_links.iter().filter_map(number).collect(),
    }
}

/// The pushed nodes with what is done to them, by number.
fn pushed(named: &Named, push: &Push) -> Vec<(u32, Value)> {
    let raised = push.raise.iter().map(|id| (id, Value::More));
    let lowered = push.lower.iter().map(|id| (id, Value::Less));
    let mut starts: Vec<_> =
        raised.chain(lowered).filter_map(|(id, value)| named.number(id).map(|n| (n, value))).collect();
    starts.sort_unstable();
    starts
}

/// The open links without those that lead into a pushed node: it stays where it was pushed.
fn closed_into(named: &Named, open: &[bool], starts: &[(u32, Value)]) -> Vec<bool> {
    let mut pushed = vec![false; named.node_count()];
    for &(start, _) in starts {
        pushed[start as usize] = true;
    }
    (0..).zip(open).map(|(link, &open)| open && !pushed[named.to(link) as usize]).collect()
}
