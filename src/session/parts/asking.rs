//! The question that is open, its answer, and what of it is lit.

use std::sync::Arc;

use crate::{
    analysis::{lens::Lens, prose::Prose, whatif::Push},
    lit::Lit,
    model::{LinkId, NodeId, Pathway},
    question::{Answer, Question, Topic},
    task::Task,
};

/// The question that is open, and its answer.
#[derive(Debug, Default)]
pub struct Asking {
    /// What is asked about.
    pub topic: Topic,
    /// The cause of a route, or the node whose reach is asked.
    pub from: Option<NodeId>,
    /// The effect of a route, or the second node.
    pub to: Option<NodeId>,
    /// What is raised, lowered and blocked.
    pub push: Push,
    /// The node whose answer is explained to a class.
    pub watched: Option<NodeId>,
    /// How often longer or further loops or routes were asked for.
    pub further: u32,
    /// The answer, or why there is none.
    pub answer: Option<Arc<Result<Answer, String>>>,
    /// Whether the answer is still being worked out.
    pub waiting: bool,
    /// The row of the answer that is lit on the canvas.
    pub row: Option<usize>,
    /// That row in words.
    pub story: Option<Prose>,
    /// What is lit on the canvas.
    pub lit: Option<Lit>,
    /// How many steps of a what-if the signal has been let to run.
    pub steps: usize,
    /// Counts plays, so that each begins anew.
    pub play: u64,
}

impl Asking {
    /// What is asked, if the question is complete.
    pub fn question(&self) -> Option<Question> {
        let Self { topic, from, to, push, watched, further, .. } = self;
        match topic {
            Topic::Loops => Some(Question::Loops(*further)),
            Topic::Routes => from.clone().zip(to.clone()).map(|(from, to)| Question::Routes(from, to, *further)),
            Topic::WhatIf => (push.pushes() || push.blocks()).then(|| Question::WhatIf(push.clone(), watched.clone())),
            Topic::Reach => from.clone().map(|from| Question::Reach(from, to.clone())),
            Topic::Compare => None,
        }
    }

    /// Whether an answer is there or waited for.
    pub fn is_asked(&self) -> bool {
        self.waiting || self.answer.is_some()
    }

    /// What was found, where there is an answer.
    pub fn found(&self) -> Option<&Answer> {
        self.answer.as_deref()?.as_ref().ok()
    }
}

/// The session's hold on what is asked: everybody reads [`Asking`], and it changes by what is offered here.
#[derive(Debug, Default)]
pub(crate) struct AskingState {
    asking: Asking,
    /// Counts the questions, so that a late answer is dropped.
    ticket: u64,
}

impl AskingState {
    pub(crate) fn shown(&self) -> &Asking {
        &self.asking
    }

    /// Nothing is asked, and an answer that is still on its way is too late.
    pub(crate) fn anew(&mut self) {
        self.ticket += 1;
        self.asking = Asking::default();
    }

    /// Takes the answer away, and an answer that is still on its way is too late. The topic and the push stay.
    pub(crate) fn clear_answer(&mut self) {
        let Asking { topic, push, .. } = std::mem::take(&mut self.asking);
        self.anew();
        (self.asking.topic, self.asking.push) = (topic, push);
    }

    /// Nothing is asked any more; the topic stays.
    pub(crate) fn put_away(&mut self) {
        let topic = self.asking.topic;
        self.anew();
        self.asking.topic = topic;
    }

    pub(crate) fn set_topic(&mut self, topic: Topic) {
        (self.asking.topic, self.asking.further) = (topic, 0);
    }

    /// Asks the same within bounds that are twice as wide.
    pub(crate) fn go_further(&mut self) {
        self.asking.further += 1;
    }

    pub(crate) fn set_push(&mut self, push: Push) {
        self.asking.push = push;
    }

    pub(crate) fn set_from(&mut self, node: Option<NodeId>) {
        (self.asking.from, self.asking.further) = (node, 0);
    }

    pub(crate) fn set_to(&mut self, node: Option<NodeId>) {
        (self.asking.to, self.asking.further) = (node, 0);
    }

    /// Raises a node, in the place of whatever else was done to it.
    pub(crate) fn raise(&mut self, node: NodeId) {
        self.free(std::slice::from_ref(&node), &[]);
        self.asking.push.raise.insert(node);
        self.asking.topic = Topic::WhatIf;
    }

    /// Lowers a node, in the place of whatever else was done to it.
    pub(crate) fn lower(&mut self, node: NodeId) {
        self.free(std::slice::from_ref(&node), &[]);
        self.asking.push.lower.insert(node);
        self.asking.topic = Topic::WhatIf;
    }

    /// Holds nodes and closes links, in the place of whatever else was done to them.
    pub(crate) fn block(&mut self, nodes: Vec<NodeId>, links: Vec<LinkId>) {
        self.free(&nodes, &links);
        self.asking.push.block_nodes.extend(nodes);
        self.asking.push.block_links.extend(links);
        self.asking.topic = Topic::WhatIf;
    }

    /// Lets go of nodes and links.
    pub(crate) fn free(&mut self, nodes: &[NodeId], links: &[LinkId]) {
        let push = &mut self.asking.push;
        for node in nodes {
            push.raise.remove(node);
            push.lower.remove(node);
            push.block_nodes.remove(node);
        }
        push.block_links.retain(|link| !links.contains(link));
    }

    /// Lets go of everything.
    pub(crate) fn clear(&mut self) {
        (self.asking.from, self.asking.to, self.asking.push) = (None, None, Push::default());
        (self.asking.watched, self.asking.further) = (None, 0);
    }

    /// What is asked about is gone: it is let go of.
    pub(crate) fn forget_what_is_gone(&mut self, pathway: &Pathway) {
        let Asking { from, to, push, watched, .. } = &mut self.asking;
        let is_there = |node: &NodeId| pathway.node(node).is_some();
        for end in [from, to, watched] {
            end.take_if(|node| !is_there(node));
        }
        for nodes in [&mut push.raise, &mut push.lower, &mut push.block_nodes] {
            nodes.retain(is_there);
        }
        push.block_links.retain(|link| pathway.link(link).is_some());
    }

    /// Nothing is pushed any more, where it is this push.
    pub(crate) fn drop_push(&mut self, push: &Push) {
        if self.asking.push == *push {
            self.asking.push = Push::default();
        }
    }

    /// What becomes of a node under a push is to be explained, while its signal runs.
    pub(crate) fn watch(&mut self, push: Push, node: NodeId) {
        (self.asking.push, self.asking.watched) = (push, Some(node));
        self.asking.topic = Topic::WhatIf;
        self.asking.play += 1;
    }

    /// Takes the answer away before the question is asked again; what comes of an earlier one is then too late.
    pub(crate) fn begin(&mut self) {
        self.ticket += 1;
        (self.asking.answer, self.asking.row, self.asking.lit) = (None, None, None);
        self.asking.story = None;
        self.asking.steps = usize::MAX;
    }

    /// Asks a question, or says that none is waited for.
    pub(crate) fn request(&mut self, question: Option<Question>, pathway: &Arc<Pathway>, lens: &Lens) -> Option<Task> {
        self.asking.waiting = question.is_some();
        let (ticket, pathway, lens) = (self.ticket, Arc::clone(pathway), lens.clone());
        question.map(|question| Task::Answer { ticket, question, pathway, lens })
    }

    /// Takes an answer; says whether it is not too late.
    #[must_use]
    pub(crate) fn take(&mut self, ticket: u64, answer: Arc<Result<Answer, String>>) -> bool {
        let fits = ticket == self.ticket;
        if fits {
            (self.asking.waiting, self.asking.answer) = (false, Some(answer));
        }
        fits
    }

    /// Lets the signal run from the start to the end.
    pub(crate) fn play(&mut self) {
        self.asking.play += 1;
        self.asking.steps = usize::MAX;
    }

    /// Lets the signal run one step more; from its end, from the start.
    pub(crate) fn step(&mut self) {
        if self.asking.steps == usize::MAX {
            self.asking.play += 1;
            self.asking.steps = 0;
        }
        self.asking.steps += 1;
    }

    pub(crate) fn light(&mut self, lit: Option<Lit>) {
        self.asking.lit = lit;
    }

    /// Lights a row, with what is said of it.
    pub(crate) fn light_row(&mut self, row: usize, story: Prose, lit: Lit) {
        (self.asking.row, self.asking.story, self.asking.lit) = (Some(row), Some(story), Some(lit));
    }

    /// No row is lit any more.
    pub(crate) fn leave_row(&mut self) {
        (self.asking.row, self.asking.story) = (None, None);
    }
}
