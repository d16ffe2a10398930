//! Questions that can be asked of the open pathway, and their answers.

use crate::{
    analysis::{
        cuts::{Broken, Cuts, break_loops, cuts},
        lens::Lens,
        loops::{self, Loop, Loops, loops},
        prose::{self, Prose},
        reach::{self, Common},
        routes::{self, Routes, routes},
        whatif::{Push, WhatIf, whatif},
    },
    lesson::{Verdict, verdict},
    model::{Link, LinkId, NodeId, Pathway},
    words,
};

/// A sort of question, as a page of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Topic {
    /// Which feedback loops are there?
    #[default]
    Loops,
    /// By which routes does one thing lead to another, and what stops them?
    Routes,
    /// What if something is raised, lowered or blocked?
    WhatIf,
    /// What does a node bring about, what brings it about, and what do two share?
    Reach,
    /// What does another pathway say?
    Compare,
}

impl Topic {
    /// Every topic, in the order of the panel.
    pub const ALL: [Self; 5] = [Self::Loops, Self::Routes, Self::WhatIf, Self::Reach, Self::Compare];

    /// The word on its tab.
    pub fn label(self) -> &'static str {
        match self {
            Self::Loops => words::ask::LOOPS,
            Self::Routes => words::ask::ROUTES,
            Self::WhatIf => words::ask::WHAT_IF,
            Self::Reach => words::ask::REACH,
            Self::Compare => words::ask::COMPARE,
        }
    }
}

/// A question, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Every loop, within bounds that have been doubled so often.
    Loops(u32),
    /// Every route between two nodes, within bounds that have been doubled so often, and what stops them.
    Routes(NodeId, NodeId, u32),
    /// What a push does; with a node, why that becomes of it.
    WhatIf(Push, Option<NodeId>),
    /// Causes and effects of a node; with a second one, what the two share.
    Reach(NodeId, Option<NodeId>),
}

/// What was found.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Loops in words, and what would break those that reinforce.
    Loops {
        /// The loops.
        found: Loops,
        /// What is said of each.
        told: Vec<ToldLoop>,
        /// The fewest links without which none reinforces.
        broken: Broken,
    },
    /// Routes, and what stops them.
    Routes {
        /// The routes.
        found: Box<Routes>,
        /// What stops them all.
        cuts: Cuts,
    },
    /// What a push does.
    WhatIf {
        /// The answers.
        found: Box<WhatIf>,
        /// The answers in words.
        story: Prose,
        /// Names of the loops that break.
        broken: Vec<String>,
        /// The answer for the node that was asked about.
        verdict: Option<Verdict>,
    },
    /// What a node is linked to, by number of links.
    Reach {
        /// What can bring it about, nearest first.
        causes: Vec<Vec<NodeId>>,
        /// What it can bring about, nearest first.
        effects: Vec<Vec<NodeId>>,
    },
    /// What two nodes share.
    Shared {
        /// Causes of both.
        causes: Vec<Common>,
        /// Effects of both.
        effects: Vec<Common>,
    },
}

impl Answer {
    /// The links of a row that can be lit, and whether they close a loop.
    pub(super) fn walk(&self, row: usize) -> Option<(&[LinkId], bool)> {
        match self {
            Self::Loops { found, .. } => found.loops.get(row).map(|one| (one.links.as_slice(), true)),
            Self::Routes { found, .. } => found.routes.get(row).map(|one| (one.links.as_slice(), false)),
            Self::WhatIf { .. } | Self::Reach { .. } | Self::Shared { .. } => None,
        }
    }

    /// The answer for the node that was asked about.
    pub(super) fn verdict(&self) -> Option<&Verdict> {
        match self {
            Self::WhatIf { verdict, .. } => verdict.as_ref(),
            Self::Loops { .. } | Self::Routes { .. } | Self::Reach { .. } | Self::Shared { .. } => None,
        }
    }
}

/// What is said of a loop, worked out once.
#[derive(Clone, Debug)]
pub struct ToldLoop {
    /// A name that no other loop has.
    pub name: String,
    /// Why it is of its kind.
    pub reason: String,
    /// Its nodes from the one where telling it would begin.
    pub ring: Vec<NodeId>,
    /// The link that closes it: one that is declared to lead back, else the last one as it would be told.
    pub closing: Option<LinkId>,
}

impl ToldLoop {
    fn new(one: &Loop, name: String, pathway: &Pathway, lens: &Lens) -> Self {
        let ring = one.told_from_start(pathway);
        let link = |wanted: &dyn Fn(&Link) -> bool| {
            one.links.iter().find(|id| pathway.link(id).is_some_and(|link| wanted(link))).cloned()
        };
        let closing = link(&|link| link.returns).or_else(|| link(&|link| ring.first() == Some(&link.to)));
        Self { name, reason: one.reason(pathway, lens), ring, closing }
    }
}

/// Answers a question about a pathway under a lens.
///
/// # Errors
/// One sentence, where the question names what is not there or asks nothing.
pub fn answer(pathway: &Pathway, lens: &Lens, question: &Question) -> Result<Answer, String> {
    let said = |error: &dyn std::fmt::Display| words::messages::no_answer(&error.to_string());
    match question {
        Question::Loops(further) => {
            let limits = loops::Limits::default().doubled(*further);
            let found = loops(pathway, lens, limits);
            let told = found.loops.iter().zip(found.names(pathway));
            let told = told.map(|(one, name)| ToldLoop::new(one, name, pathway, lens)).collect();
            let broken = break_loops(pathway, lens, limits);
            Ok(Answer::Loops { found, told, broken })
        }
        Question::Routes(from, to, further) => {
            let limits = routes::Limits { routes: 200, ..routes::Limits::default() }.doubled(*further);
            let found = routes(pathway, lens, from, to, limits).map_err(|e| said(&e))?;
            let cuts = cuts(pathway, lens, from, to).map_err(|e| said(&e))?;
            Ok(Answer::Routes { found: Box::new(found), cuts })
        }
        Question::WhatIf(push, watched) => {
            let found = whatif(pathway, lens, push).map_err(|e| said(&e))?;
            let story = prose::whatif(pathway, &found);
            let broken = found.broken_loops.iter().map(|one| one.name(pathway)).collect();
            let verdict = watched.as_ref().and_then(|node| verdict(pathway, lens, push, node).ok());
            Ok(Answer::WhatIf { found: Box::new(found), story, broken, verdict })
        }
        Question::Reach(node, None) => {
            let rings =
                |found| reach::by_steps(&found).into_iter().map(|ring| ring.into_iter().cloned().collect()).collect();
            let causes = rings(reach::causes(pathway, lens, node));
            Ok(Answer::Reach { causes, effects: rings(reach::effects(pathway, lens, node)) })
        }
        Question::Reach(node, Some(other)) => Ok(Answer::Shared {
            causes: reach::common_causes(pathway, lens, node, other).map_err(|e| said(&e))?,
            effects: reach::common_effects(pathway, lens, node, other).map_err(|e| said(&e))?,
        }),
    }
}
