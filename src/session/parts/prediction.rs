//! What a class is asked, and the hands that went up.

use crate::{
    analysis::whatif::Push,
    lesson,
    model::{NodeId, Pathway, Step},
};

/// A question to the class, with the hands that went up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// What is done.
    pub push: Push,
    /// The node that the class is asked about.
    pub ask: NodeId,
    /// The question in words.
    pub text: String,
    /// Hands for each of [`lesson::ANSWERS`].
    pub votes: [u32; 4],
    /// Whether the answer is shown.
    pub revealed: bool,
}

impl Prediction {
    /// What becomes of a node under a push?
    pub(crate) fn new(pathway: &Pathway, push: Push, ask: NodeId) -> Self {
        let text = lesson::question(pathway, &push, &ask);
        Self { push, ask, text, votes: [0; 4], revealed: false }
    }

    /// What a step asks, where everything that it names is there.
    pub(crate) fn of_step(pathway: &Pathway, step: &Step) -> Option<Self> {
        let predict = step.predict.as_ref()?;
        let push = lesson::predicted_push(predict, pathway);
        let there = |name: &str| pathway.node(&NodeId::new(name)).is_some() || pathway.link(&name.into()).is_some();
        let can_be_asked = push.pushes() && predict.names().all(there) && pathway.node(&predict.ask).is_some();
        can_be_asked.then(|| Self::new(pathway, push, predict.ask.clone()))
    }

    /// Counts a hand for an answer, by its number from 0, or takes one back; not once the answer is shown.
    pub(crate) fn vote(&mut self, answer: usize, up: bool) {
        if let Some(count) = self.votes.get_mut(answer).filter(|_| !self.revealed) {
            *count = if up { count.saturating_add(1) } else { count.saturating_sub(1) };
        }
    }
}
