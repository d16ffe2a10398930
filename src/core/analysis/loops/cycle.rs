//! One loop, and what it does to itself.

use crate::{
    analysis::web::{Facts, Timing, Web},
    model::{Grade, LinkId, NodeId},
};

/// One directed cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// Its nodes, from the one whose id sorts first.
    pub nodes: Vec<NodeId>,
    /// Its links; the first leads from the first node to the second.
    pub links: Vec<LinkId>,
    /// What it does to itself.
    pub kind: LoopKind,
    /// The weakest grade of its links.
    pub grade: Grade,
    /// The links of that grade, in order.
    pub weakest: Vec<LinkId>,
    /// How many of its links lower.
    pub lowering: usize,
    /// Its links without a sign, in order; they are why it is undecided.
    pub unsigned: Vec<LinkId>,
    /// How long one turn takes.
    pub turn: Timing,
}

impl Loop {
    /// A loop of link numbers as one of names and grades.
    pub(super) fn of(web: &Web, links: &[u32], sign: i8) -> Self {
        let facts = Facts::of(web, links);
        Self {
            nodes: web.node_ids(links.iter().map(|&link| web.from(link))),
            links: web.link_ids(links.iter().copied()),
            kind: LoopKind::of(sign),
            grade: facts.grade,
            weakest: facts.weakest,
            lowering: facts.lowering,
            unsigned: facts.unsigned,
            turn: facts.timing,
        }
    }
}

/// What a loop does to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoopKind {
    /// The signs multiply to plus: a change feeds on itself.
    Reinforcing,
    /// The signs multiply to minus: a change is held back.
    Balancing,
    /// A link on it is mixed or unknown.
    Undecided,
}

impl LoopKind {
    /// The word on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reinforcing => "reinforcing",
            Self::Balancing => "balancing",
            Self::Undecided => "undecided",
        }
    }

    /// Its letter on a badge, as in diagrams of system dynamics: R, B, and U where it is undecided. A question mark is
    /// the badge of a link that some sources doubt.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Reinforcing => "R",
            Self::Balancing => "B",
            Self::Undecided => "U",
        }
    }

    pub(super) fn of(sign: i8) -> Self {
        match sign {
            1 => Self::Reinforcing,
            -1 => Self::Balancing,
            _ => Self::Undecided,
        }
    }
}
