//! Random edits of a pathway, the same for the same seed, as somebody might make them: for tests and for measuring.

use pathlight::model::{
    Change, Edit, Effect, Kind, Lane, Link, LinkId, Node, NodeId, Pathway, Source, SourceId, Step, Tour,
};

/// Numbers that look random, by Steele, Lea and Flood's `SplitMix64` (<https://doi.org/10.1145/2660193.2660195>).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }

    fn pick<'a, T>(&mut self, mut from: impl ExactSizeIterator<Item = &'a T>) -> Option<&'a T> {
        let count = from.len();
        if count == 0 { None } else { from.nth(self.below(count)) }
    }
}

/// What an edit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Other words for a node.
    NodeText,
    /// Other words for a link.
    LinkText,
    /// Another cause or effect for a link.
    Ends,
    /// A link between nodes that are there.
    AddLink,
    /// One link less.
    RemoveLink,
    /// A node and a link that leads to it.
    AddNode,
    /// One node less, with its links.
    RemoveNode,
    /// A source changed, added or removed.
    Sources,
    /// A tour changed, added, moved or removed.
    Tours,
    /// A lane changed, added, moved or removed, or what is said of the whole.
    Whole,
}

impl Act {
    /// As somebody works: mostly on texts.
    const MIXED: [Self; 16] = [
        Self::NodeText,
        Self::NodeText,
        Self::NodeText,
        Self::NodeText,
        Self::LinkText,
        Self::LinkText,
        Self::LinkText,
        Self::LinkText,
        Self::Ends,
        Self::AddLink,
        Self::AddLink,
        Self::RemoveLink,
        Self::AddNode,
        Self::RemoveNode,
        Self::Sources,
        Self::Tours,
    ];

    /// One of all, most often on texts; what changes the whole is the rarest.
    pub(crate) fn any(random: &mut Random) -> Self {
        if random.below(32) == 0 { Self::Whole } else { Self::MIXED[random.below(Self::MIXED.len())] }
    }
}

/// An edit of that sort, if the pathway has what it takes. `number` names what is new, and must not come twice.
pub(crate) fn edit(pathway: &Pathway, act: Act, number: usize, random: &mut Random) -> Option<Edit> {
    let changes = match act {
        Act::NodeText => {
            let node = random.pick(pathway.nodes())?;
            vec![Change::SetNode(Node { explanation: reworded(&node.explanation, number), ..Node::clone(node) })]
        }
        Act::LinkText => {
            let link = random.pick(pathway.links())?;
            vec![Change::SetLink(Link { explanation: reworded(&link.explanation, number), ..Link::clone(link) })]
        }
        Act::Ends => {
            let link = random.pick(pathway.links())?;
            vec![Change::SetLink(Link { to: any_node(pathway, random)?, ..Link::clone(link) })]
        }
        Act::AddLink => vec![Change::AddLink(new_link(pathway, &any_node(pathway, random)?, number, random)?)],
        Act::RemoveLink => vec![Change::RemoveLink(random.pick(pathway.links())?.id.clone())],
        Act::AddNode => {
            let lane = random.pick(pathway.lanes().iter())?.id.clone();
            let node = Node { lane, ..Node::new(&format!("node-{number}"), &format!("Node {number}"), Kind::Cell, "") };
            vec![Change::AddNode(node.clone()), Change::AddLink(new_link(pathway, &node.id, number, random)?)]
        }
        Act::RemoveNode => vec![Change::RemoveNode(any_node(pathway, random)?)],
        Act::Sources => vec![of_sources(pathway, number, random)?],
        Act::Tours => vec![of_tours(pathway, number, random)],
        Act::Whole => vec![of_whole(pathway, number, random)?],
    };
    Some(Edit { label: format!("{act:?} {number}"), merge: None, changes })
}

/// A text with a number at its end in the place of the one before, so that texts do not grow.
fn reworded(text: &str, number: usize) -> String {
    let words = text.rsplit_once(" #").map_or(text, |(words, _)| words);
    format!("{words} #{number}")
}

fn any_node(pathway: &Pathway, random: &mut Random) -> Option<NodeId> {
    random.pick(pathway.nodes()).map(|node| node.id.clone())
}

/// A link to `to` from a node that is there, with the evidence of one that is there.
fn new_link(pathway: &Pathway, to: &NodeId, number: usize, random: &mut Random) -> Option<Link> {
    let id = LinkId::new(&format!("link-{number}"));
    let from = any_node(pathway, random)?;
    let effect = Effect::ALL[random.below(Effect::ALL.len())];
    Some(match random.pick(pathway.links()) {
        Some(like) => Link { id, from, to: to.clone(), effect, ..Link::clone(like) },
        None => Link::new(id.as_str(), from.as_str(), to.as_str(), effect),
    })
}

fn of_sources(pathway: &Pathway, number: usize, random: &mut Random) -> Option<Change> {
    let source = random.pick(pathway.sources().iter())?;
    Some(match random.below(4) {
        0 => Change::AddSource(Source { id: SourceId::new(&format!("source-{number}")), ..Source::clone(source) }),
        1 if !pathway.cites(&source.id) => Change::RemoveSource(source.id.clone()),
        _ => Change::SetSource(Source { title: reworded(&source.title, number), ..Source::clone(source) }),
    })
}

fn of_tours(pathway: &Pathway, number: usize, random: &mut Random) -> Change {
    let Some(tour) = random.pick(pathway.tours().iter()) else {
        let steps = pathway.nodes().take(3).map(|node| Step::new([node.id.as_str()], &node.label)).collect();
        let id = format!("tour-{number}").as_str().into();
        return Change::AddTour(Tour { id, title: format!("Tour {number}"), steps, extra: Vec::new() });
    };
    let mut changed = Tour::clone(tour);
    match random.below(8) {
        0 if pathway.tours().len() < 12 => {
            changed.id = format!("tour-{number}").as_str().into();
            Change::AddTour(changed)
        }
        1 if pathway.tours().len() > 2 => Change::RemoveTour(tour.id.clone()),
        at @ 2..4 => Change::MoveTour(tour.id.clone(), at),
        _ => {
            changed.title = reworded(&changed.title, number);
            let last = changed.steps.len().saturating_sub(1);
            changed.steps.swap(random.below(last + 1), last);
            Change::SetTour(changed)
        }
    }
}

fn of_whole(pathway: &Pathway, number: usize, random: &mut Random) -> Option<Change> {
    let lane = random.pick(pathway.lanes().iter())?;
    let unused = !pathway.nodes().any(|node| node.lane == lane.id);
    Some(match random.below(5) {
        0 => Change::AddLane(Lane { id: format!("lane-{number}").as_str().into(), ..Lane::clone(lane) }),
        1 => Change::MoveLane(lane.id.clone(), random.below(pathway.lanes().len() + 1)),
        2 if unused => Change::RemoveLane(lane.id.clone()),
        3 => Change::SetLane(Lane { label: reworded(&lane.label, number), ..Lane::clone(lane) }),
        _ => {
            let mut about = pathway.about().clone();
            about.summary = reworded(&about.summary, number);
            Change::About(about)
        }
    })
}
