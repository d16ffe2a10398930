//! Predictions in the session: what a class is asked, the hands that go up, and the answer that is revealed.

use super::{Answer, Question, Session, Task, Topic};
use crate::{
    analysis::whatif::Push,
    lesson::{self, Verdict},
    model::{NodeId, Step},
    words,
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

impl Session {
    /// The answer to what the class was asked, once it has been worked out.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.teaching.prediction.as_ref().filter(|prediction| prediction.revealed)?;
        match self.asking.answer.as_ref()?.as_ref() {
            Ok(Answer::WhatIf { verdict, .. }) => verdict.as_ref(),
            _ => None,
        }
    }

    /// What a step asks, where everything that it names is there.
    pub(super) fn prediction_of(&self, step: &Step) -> Option<Prediction> {
        let pathway = self.document.pathway();
        let predict = step.predict.as_ref()?;
        let push = predict.push(pathway);
        let there = |name: &str| pathway.node(&NodeId::new(name)).is_some() || pathway.link(&name.into()).is_some();
        if !push.pushes() || !predict.names().all(there) || pathway.node(&predict.ask).is_none() {
            return None;
        }
        Some(self.prediction(push, predict.ask.clone()))
    }

    fn prediction(&self, push: Push, ask: NodeId) -> Prediction {
        let text = lesson::question(self.document.pathway(), &push, &ask);
        Prediction { push, ask, text, votes: [0; 4], revealed: false }
    }

    /// Asks the class what becomes of a node under the what-if that is open.
    pub(super) fn ask_the_class(&mut self, node: NodeId) -> Vec<Task> {
        let push = self.asking.push.clone();
        if !push.pushes() || push.raise.contains(&node) || push.lower.contains(&node) {
            self.note(words::teach::PUSH_FIRST);
            return Vec::new();
        }
        let prediction = self.prediction(push.clone(), node);
        let tasks = self.drop_prediction();
        // The answer must not stand there already.
        self.clear_answer();
        self.asking.push = push;
        self.teaching.prediction = Some(prediction);
        self.light_step();
        tasks
    }

    pub(super) fn vote(&mut self, answer: usize, up: bool) {
        let asked = self.teaching.prediction.as_mut().filter(|asked| !asked.revealed);
        if let Some(count) = asked.and_then(|asked| asked.votes.get_mut(answer)) {
            *count = if up { count.saturating_add(1) } else { count.saturating_sub(1) };
        }
    }

    /// Shows the answer: the what-if is asked, and its signal runs. Or hides it again.
    pub(super) fn reveal_or_hide(&mut self) -> Vec<Task> {
        let Some(asked) = &mut self.teaching.prediction else { return Vec::new() };
        asked.revealed = !asked.revealed;
        if !asked.revealed {
            self.clear_answer();
            self.light_step();
            return if self.presents() { self.lay_slide() } else { Vec::new() };
        }
        self.asking.push = asked.push.clone();
        self.asking.watched = Some(asked.ask.clone());
        self.asking.topic = Topic::WhatIf;
        self.asking.play += 1;
        self.ask()
    }

    /// Takes the question and its answer away.
    pub(super) fn drop_prediction(&mut self) -> Vec<Task> {
        if let Some(asked) = self.teaching.prediction.take() {
            if asked.push == self.asking.push {
                self.asking.push = Push::default();
            }
            self.clear_answer();
            self.light_step();
        }
        Vec::new()
    }

    /// Whether a what-if is kept back: on a whole screen the class answers first.
    pub(super) fn keeps_answer_back(&self) -> bool {
        self.presents() && !self.teaching.prediction.as_ref().is_some_and(|asked| asked.revealed)
    }

    fn clear_answer(&mut self) {
        let (push, topic) = (self.asking.push.clone(), self.asking.topic);
        self.asking = self.asking.anew();
        (self.asking.push, self.asking.topic) = (push, topic);
    }

    /// Once an answer has come back: on a whole screen its routes get a picture of their own.
    pub(super) fn show_verdict(&mut self) -> Vec<Task> {
        if self.presents() && self.verdict().is_some() { self.lay_slide() } else { Vec::new() }
    }

    /// Which question is asked of a what-if, with the node that the class was asked about.
    pub(super) fn what_if(&self) -> Option<Question> {
        let push = &self.asking.push;
        (push.pushes() || push.blocks()).then(|| Question::WhatIf(push.clone(), self.asking.watched.clone()))
    }
}
