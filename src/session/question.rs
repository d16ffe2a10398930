//! Questions that can be asked of the open pathway, and their answers.

use crate::{
    analysis::{
        cuts::{Broken, Cuts, break_loops, cuts},
        lens::Lens,
        loops::{self, Loops, loops},
        reach::{self, Common},
        routes::{self, Routes, routes},
        whatif::{Push, WhatIf, whatif},
    },
    model::{NodeId, Pathway},
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
            Self::Loops => "Loops",
            Self::Routes => "Routes",
            Self::WhatIf => "What if",
            Self::Reach => "Reach",
            Self::Compare => "Compare",
        }
    }
}

/// A question, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Every loop.
    Loops,
    /// Every route between two nodes, and what stops them.
    Routes(NodeId, NodeId),
    /// What a push does.
    WhatIf(Push),
    /// Causes and effects of a node; with a second one, what the two share.
    Reach(NodeId, Option<NodeId>),
}

/// What was found.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Loops, their names, and what would break those that reinforce.
    Loops {
        /// The loops.
        found: Loops,
        /// A name for each.
        names: Vec<String>,
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
    WhatIf(Box<WhatIf>),
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

/// Answers a question about a pathway under a lens.
///
/// # Errors
/// One sentence, where the question names what is not there or asks nothing.
pub fn answer(pathway: &Pathway, lens: &Lens, question: &Question) -> Result<Answer, String> {
    let said = |error: &dyn std::fmt::Display| format!("This cannot be answered: {error}.");
    match question {
        Question::Loops => {
            let found = loops(pathway, lens, loops::Limits::default());
            let names = found.names(pathway);
            let broken = break_loops(pathway, lens, loops::Limits::default());
            Ok(Answer::Loops { found, names, broken })
        }
        Question::Routes(from, to) => {
            let limits = routes::Limits { routes: 200, ..routes::Limits::default() };
            let found = routes(pathway, lens, from, to, limits).map_err(|e| said(&e))?;
            let cuts = cuts(pathway, lens, from, to).map_err(|e| said(&e))?;
            Ok(Answer::Routes { found: Box::new(found), cuts })
        }
        Question::WhatIf(push) => {
            whatif(pathway, lens, push).map(|found| Answer::WhatIf(Box::new(found))).map_err(|e| said(&e))
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
