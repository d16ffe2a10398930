//! Telling in the session: from step to step, what is lit on the way, and what a slide must show.

use std::{collections::BTreeSet, sync::Arc};

use super::{Camera, Item, Lit, Made, Mark, Session, Task, asking::pushed};
use crate::{
    analysis::whatif::Outcome,
    lesson::{Phase, Telling, Told},
    model::NodeId,
    words,
};

impl Session {
    /// Tells a tour from its beginning; made ones come after those of the pathway.
    pub(super) fn tell(&mut self, number: usize) -> Vec<Task> {
        let mut tasks = self.end_quiz();
        let tour = self.tours().get(number).map(|listed| Arc::clone(&listed.tour));
        let Some(telling) = tour.as_ref().and_then(Telling::begin) else {
            if number > 0 || !self.presents() {
                self.note(words::teach::EMPTY_TOUR);
                return Vec::new();
            }
            // A pathway without tours is told as a whole.
            return self.make_tour(Made::Whole);
        };
        self.teaching.telling = Some(telling);
        tasks.extend(self.show_step());
        tasks
    }

    pub(super) fn stop_telling(&mut self) -> Vec<Task> {
        self.teaching.telling = None;
        self.teaching.told = Told::default();
        let mut tasks = self.drop_prediction();
        self.light_step();
        if self.presents() {
            tasks.extend(self.leave_stage());
        }
        self.view.camera = Some(Camera::Fit);
        tasks
    }

    /// The next step. Where nothing is told yet this begins: a clicker has no other key for it.
    pub(super) fn next_step(&mut self) -> Vec<Task> {
        if let Some(stage) = self.teaching.stage.as_mut().filter(|stage| stage.black) {
            stage.black = false;
            return Vec::new();
        }
        if self.teaching.telling.is_none() {
            return self.take_stage();
        }
        let asked = self.teaching.prediction.as_ref().is_some_and(|asked| !asked.revealed);
        if asked && self.teaching.telling.as_ref().is_some_and(|telling| telling.phase() != Phase::Asked) {
            // A question of the teacher's own: the tour waits for its answer.
            return self.reveal_or_hide();
        }
        self.step_by(Telling::forward)
    }

    pub(super) fn step_by(&mut self, go: impl FnOnce(&mut Telling) -> bool) -> Vec<Task> {
        let Some(telling) = &mut self.teaching.telling else { return Vec::new() };
        let before = telling.phase();
        let same_step = (Arc::clone(telling.tour()), telling.number());
        if !go(telling) {
            return Vec::new();
        }
        let stays = same_step == (Arc::clone(telling.tour()), telling.number());
        match (stays, before, telling.phase()) {
            (true, Phase::Asked, Phase::Revealed) | (true, Phase::Revealed, Phase::Asked) => self.reveal_or_hide(),
            _ => self.show_step(),
        }
    }

    /// Shows the present step: what it is about is lit, what it asks is asked.
    pub(super) fn show_step(&mut self) -> Vec<Task> {
        let Some(telling) = self.teaching.telling.clone() else { return Vec::new() };
        let mut tasks = self.drop_prediction();
        if self.presents() {
            self.view.message = None;
        }
        self.view.close_details();
        (self.view.hover, self.view.focus) = (None, None);
        let pathway = Arc::clone(self.document.pathway());
        self.teaching.told = Told::by(&pathway, telling.so_far());
        let now = Told::by(&pathway, [telling.step()]);
        self.teaching.prediction = self.prediction_of(telling.step());
        self.light_step();
        if telling.phase() == Phase::Revealed {
            tasks.extend(self.reveal_or_hide());
        }
        if self.presents() {
            tasks.extend(self.lay_slide());
        } else {
            let items = now.nodes.into_iter().map(Item::Node).chain(now.links.into_iter().map(Item::Link));
            self.view.camera = Some(Camera::Show(items.collect()));
        }
        tasks
    }

    /// Lights what the step is about, and what is pushed while a class has not heard the answer yet.
    pub(super) fn light_step(&mut self) {
        let step = self.teaching.telling.as_ref().map(Telling::step);
        let mut lit = step.map(|step| lit(&Told::by(self.document.pathway(), [step]))).unwrap_or_default();
        let asked = self.teaching.prediction.as_ref();
        let push = match asked {
            Some(asked) if asked.revealed => None,
            Some(asked) => Some(&asked.push),
            None => Some(&self.asking.push).filter(|_| self.presents()),
        };
        lit.nodes.extend(push.into_iter().flat_map(pushed));
        self.teaching.lit = Some(lit).filter(|lit| !lit.nodes.is_empty() || !lit.links.is_empty());
    }
}

/// Lights what a step is about.
fn lit(now: &Told) -> Lit {
    let nodes = now.nodes.iter().map(|id| (id.clone(), Mark::On)).collect();
    Lit { nodes, links: now.links.clone(), ..Lit::default() }
}

/// The nodes that must be on a slide, whatever else fits.
pub(super) fn needed(session: &Session, telling: &Telling) -> BTreeSet<NodeId> {
    let pathway = session.pathway();
    let mut nodes = Told::by(pathway, [telling.step()]).nodes;
    if let Some(asked) = &session.teaching.prediction {
        let push = &asked.push;
        nodes.extend(push.raise.iter().chain(&push.lower).chain(&push.block_nodes).chain([&asked.ask]).cloned());
    }
    if let Some(verdict) = session.verdict().filter(|verdict| verdict.outcome != Outcome::Unchanged) {
        nodes.extend(verdict.nodes.iter().cloned());
    }
    nodes
}
