//! The tour that is being written, and where.

use crate::model::{NodeId, Pathway, Predict, Step, Tour, TourId};

/// The tour that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Touring {
    /// Which tour.
    pub tour: TourId,
    /// Which of its steps, from 0. A tour may have none.
    pub step: usize,
    /// A question to the class that is not complete yet, so that the tour does not have it.
    pub draft: Option<Draft>,
}

/// A question to the class as it is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Nodes that are raised.
    pub raise: Vec<NodeId>,
    /// Nodes that are lowered.
    pub lower: Vec<NodeId>,
    /// Ids of nodes and links that are blocked.
    pub block: Vec<String>,
    /// The node that is asked about.
    pub ask: Option<NodeId>,
}

impl Touring {
    pub(crate) fn new(tour: TourId, step: usize) -> Self {
        Self { tour, step, draft: None }
    }

    /// The tour as the pathway has it.
    pub fn tour<'p>(&self, pathway: &'p Pathway) -> Option<&'p Tour> {
        pathway.tours().iter().map(|tour| &**tour).find(|tour| tour.id == self.tour)
    }

    /// The step that is written.
    pub fn step<'p>(&self, pathway: &'p Pathway) -> Option<&'p Step> {
        self.tour(pathway)?.steps.get(self.step)
    }

    /// The question of the step, whether the tour has it already or not.
    pub fn question(&self, pathway: &Pathway) -> Draft {
        let asked = || self.step(pathway).and_then(|step| step.predict.as_ref()).map(Draft::of);
        self.draft.clone().or_else(asked).unwrap_or_default()
    }

    /// The pathway has changed: says whether the tour is still there. Its last step stands for one that is gone.
    pub(crate) fn follow(&mut self, pathway: &Pathway) -> bool {
        let Some(tour) = self.tour(pathway) else { return false };
        self.step = self.step.min(tour.steps.len().saturating_sub(1));
        if let Some(draft) = &mut self.draft {
            draft.forget_what_is_gone(pathway);
        }
        true
    }
}

impl Draft {
    fn of(predict: &Predict) -> Self {
        let Predict { raise, lower, block, ask, .. } = predict.clone();
        Self { raise, lower, block, ask: Some(ask) }
    }

    /// The question, where it pushes something and asks about something else.
    pub(crate) fn complete(&self, extra: Option<&Predict>) -> Option<Predict> {
        let pushed = |id: &NodeId| self.raise.contains(id) || self.lower.contains(id);
        let ask = self.ask.clone().filter(|ask| !pushed(ask))?;
        let pushes = !self.raise.is_empty() || !self.lower.is_empty();
        let extra = extra.map(|predict| predict.extra.clone()).unwrap_or_default();
        let Self { raise, lower, block, .. } = self.clone();
        pushes.then_some(Predict { raise, lower, block, ask, extra })
    }

    fn forget_what_is_gone(&mut self, pathway: &Pathway) {
        self.raise.retain(|id| pathway.node(id).is_some());
        self.lower.retain(|id| pathway.node(id).is_some());
        self.block
            .retain(|id| pathway.node(&id.as_str().into()).is_some() || pathway.link(&id.as_str().into()).is_some());
        self.ask.take_if(|id| pathway.node(id).is_none());
    }
}
