//! Asking in the session: which question is open, its answer, and what of it is lit on the canvas.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Answer, Command, FileUse, Item, Question, Session, SidePanel, Task, Topic};
use crate::{
    analysis::{
        prose::{self, Prose},
        whatif::{Outcome, Push},
    },
    model::{LinkId, NodeId},
    words,
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
    ticket: u64,
}

/// What an answer lights on the canvas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    /// Nodes, with what becomes of them.
    pub nodes: BTreeMap<NodeId, Mark>,
    /// Links.
    pub links: BTreeSet<LinkId>,
    /// What is said of links.
    pub link_marks: BTreeMap<LinkId, Mark>,
}

/// What an answer says of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It is on the way.
    On,
    /// There is more of it.
    More,
    /// There is less of it.
    Less,
    /// It cannot be told.
    Undecided,
    /// It was raised by hand.
    Raised,
    /// It was lowered by hand.
    Lowered,
    /// It is held.
    Blocked,
    /// Nothing reaches it any more.
    CutOff,
    /// Only the later pathway has it.
    Added,
    /// Only the earlier pathway has it.
    Removed,
    /// Both pathways have it, and it differs.
    Changed,
}

/// What is asked, or done with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskAct {
    /// Opens a topic.
    Topic(Topic),
    /// Where routes begin.
    From(Option<NodeId>),
    /// Where routes end.
    To(Option<NodeId>),
    /// Raises a node.
    Raise(NodeId),
    /// Lowers a node.
    Lower(NodeId),
    /// Holds a node or closes a link.
    Block(Item),
    /// Lets go of a node or a link.
    Free(Item),
    /// Lets go of everything.
    Clear,
    /// Compares with a bundled pathway.
    Compare(String),
    /// Compares with a file that is picked.
    CompareFile,
    /// Ends the comparison.
    EndComparison,
    /// Lights a row of the answer, or puts it out.
    Light(usize),
    /// Lets the signal run from the start to the end.
    Play,
    /// Lets the signal run one step more.
    Step,
}

impl Asking {
    /// For another pathway: nothing is asked, and an answer that is still on its way is too late.
    pub(super) fn anew(&self) -> Self {
        Self { ticket: self.ticket + 1, ..Self::default() }
    }
}

impl Session {
    /// The question that is open, and its answer.
    pub fn asking(&self) -> &Asking {
        &self.asking
    }

    /// What is asked, if the question is complete.
    pub fn question(&self) -> Option<Question> {
        let Asking { topic, from, to, .. } = &self.asking;
        match topic {
            Topic::Loops => Some(Question::Loops),
            Topic::Routes => from.clone().zip(to.clone()).map(|(from, to)| Question::Routes(from, to)),
            Topic::WhatIf => self.what_if(),
            Topic::Reach => from.clone().map(|from| Question::Reach(from, to.clone())),
            Topic::Compare => None,
        }
    }

    /// Does what is asked of the panel.
    pub(super) fn ask_act(&mut self, act: AskAct) -> Vec<Task> {
        match act {
            AskAct::Topic(topic) => self.asking.topic = topic,
            AskAct::From(node) => self.asking.from = node,
            AskAct::To(node) => self.asking.to = node,
            AskAct::Raise(node) => {
                self.free(&Item::Node(node.clone()));
                self.asking.push.raise.insert(node);
                self.asking.topic = Topic::WhatIf;
            }
            AskAct::Lower(node) => {
                self.free(&Item::Node(node.clone()));
                self.asking.push.lower.insert(node);
                self.asking.topic = Topic::WhatIf;
            }
            AskAct::Block(item) => {
                self.free(&item);
                match item {
                    Item::Link(link) => drop(self.asking.push.block_links.insert(link)),
                    Item::Bundle(links) => self.asking.push.block_links.extend(links),
                    item => self.asking.push.block_nodes.extend(self.nodes_of(&item)),
                }
                self.asking.topic = Topic::WhatIf;
            }
            AskAct::Free(item) => self.free(&item),
            AskAct::Clear => {
                (self.asking.from, self.asking.to, self.asking.push) = (None, None, Push::default());
                self.asking.watched = None;
            }
            AskAct::Compare(id) => return self.compare_with_bundled(&id),
            AskAct::CompareFile => {
                self.view.picks = FileUse::Compare;
                return self.pick_file();
            }
            AskAct::EndComparison => return self.end_comparison(),
            AskAct::Light(row) => {
                self.light(row);
                return Vec::new();
            }
            AskAct::Play => {
                self.asking.play += 1;
                self.asking.steps = usize::MAX;
                self.light_all();
                return Vec::new();
            }
            AskAct::Step => {
                if self.asking.steps == usize::MAX {
                    self.asking.play += 1;
                    self.asking.steps = 0;
                }
                self.asking.steps += 1;
                self.light_all();
                return Vec::new();
            }
        }
        self.ask()
    }

    /// Asks the question that is open, if it is complete. What comes of an earlier one is then too late.
    pub(super) fn ask(&mut self) -> Vec<Task> {
        self.asking.ticket += 1;
        (self.asking.answer, self.asking.row, self.asking.lit) = (None, None, None);
        self.asking.story = None;
        self.asking.steps = usize::MAX;
        if self.asking.topic == Topic::Compare {
            self.asking.lit = self.compared();
        }
        let question = self.question().filter(|_| !self.keeps_answer_back());
        if question.is_none() && self.presents() {
            self.light_step();
        }
        self.asking.waiting = question.is_some();
        let task = |question| Task::Answer {
            ticket: self.asking.ticket,
            question,
            pathway: Arc::clone(self.document.pathway()),
            lens: self.lens.lens.clone(),
        };
        question.map(task).into_iter().collect()
    }

    /// Takes an answer, unless it is too late.
    pub(super) fn answered(&mut self, ticket: u64, answer: Arc<Result<Answer, String>>) {
        if ticket == self.asking.ticket {
            self.asking.waiting = false;
            self.asking.answer = Some(answer);
            self.light_all();
        }
    }

    /// Carries out a command that asks something; `None` if it is another one.
    pub(super) fn run_asking(&mut self, command: Command) -> Option<Vec<Task>> {
        let item = self.view.focus.clone().or_else(|| self.view.selected().cloned());
        let node = item.as_ref().and_then(|item| self.nodes_of(item).into_iter().next());
        let act = match (command, node) {
            (Command::Ask, _) => AskAct::Topic(self.asking.topic),
            (Command::AskLoops, _) => AskAct::Topic(Topic::Loops),
            (Command::RoutesFrom, Some(node)) => {
                self.asking.topic = Topic::Routes;
                AskAct::From(Some(node))
            }
            (Command::RoutesTo, Some(node)) => {
                self.asking.topic = Topic::Routes;
                AskAct::To(Some(node))
            }
            (Command::Raise, Some(node)) => AskAct::Raise(node),
            (Command::Lower, Some(node)) => AskAct::Lower(node),
            (Command::Block, Some(_)) => AskAct::Block(item?),
            (Command::PlaySignal, _) => AskAct::Play,
            (Command::StepSignal, _) => AskAct::Step,
            (Command::RoutesFrom | Command::RoutesTo | Command::Raise | Command::Lower | Command::Block, None) => {
                self.note(words::messages::LOOK_FIRST);
                return Some(Vec::new());
            }
            _ => return None,
        };
        // On a whole screen there are no panels.
        let mut tasks = if self.presents() { Vec::new() } else { self.open_side(SidePanel::Ask) };
        tasks.extend(self.ask_act(act));
        Some(tasks)
    }

    fn free(&mut self, item: &Item) {
        let nodes = if matches!(item, Item::Link(_) | Item::Bundle(_)) { Vec::new() } else { self.nodes_of(item) };
        let push = &mut self.asking.push;
        for node in &nodes {
            push.raise.remove(node);
            push.lower.remove(node);
            push.block_nodes.remove(node);
        }
        match item {
            Item::Link(link) => drop(push.block_links.remove(link)),
            Item::Bundle(links) => push.block_links.retain(|link| !links.contains(link)),
            Item::Node(_) | Item::Lane(_) => {}
        }
    }

    /// Lights one row of the answer, or puts it out where it is lit.
    fn light(&mut self, row: usize) {
        if self.asking.row == Some(row) {
            (self.asking.row, self.asking.story) = (None, None);
            self.light_all();
            return;
        }
        let links = self.asking.answer.as_ref().and_then(|answer| match &**answer {
            Ok(Answer::Loops { found, .. }) => found.loops.get(row).map(|one| (one.links.clone(), true)),
            Ok(Answer::Routes { found, .. }) => found.routes.get(row).map(|one| (one.links.clone(), false)),
            _ => None,
        });
        if let Some((links, closed)) = links {
            self.asking.row = Some(row);
            self.asking.story = Some(prose::walk(self.document.pathway(), self.reading(), &links, closed));
            self.asking.lit = Some(self.lit_walk(&links));
        }
    }

    /// Links with the nodes at their ends.
    fn lit_walk(&self, links: &[LinkId]) -> Lit {
        let found = links.iter().filter_map(|id| self.document.pathway().link(id));
        let nodes = found.flat_map(|link| [link.from.clone(), link.to.clone()]).map(|id| (id, Mark::On)).collect();
        Lit { nodes, links: links.iter().cloned().collect(), ..Lit::default() }
    }

    /// Lights all that an answer is about, where that is not everything.
    fn light_all(&mut self) {
        let answer = self.asking.answer.clone();
        let answer = answer.as_ref().and_then(|answer| answer.as_ref().as_ref().ok());
        self.asking.lit = answer.and_then(|answer| match answer {
            Answer::Loops { .. } => None,
            Answer::Routes { found, .. } => {
                let links: Vec<LinkId> = found.routes.iter().flat_map(|route| route.links.iter().cloned()).collect();
                Some(self.lit_walk(&links))
            }
            Answer::WhatIf { found, verdict, .. } => {
                let mut lit = marks_of(found, self.asking.steps);
                // A class was asked about one card: what else happens elsewhere would only lead away from it.
                if let Some(verdict) = verdict {
                    lit.nodes.retain(|node, _| verdict.nodes.contains(node));
                    lit.links.retain(|link| verdict.links.contains(link));
                }
                Some(lit)
            }
            Answer::Reach { causes, effects } => {
                let all = causes.iter().chain(effects).flatten().chain(&self.asking.from);
                Some(self.lit_nodes(all))
            }
            Answer::Shared { causes, effects } => {
                let all = causes.iter().chain(effects).map(|common| &common.node);
                Some(self.lit_nodes(all.chain(&self.asking.from).chain(&self.asking.to)))
            }
        });
    }

    /// Nodes with the links among them.
    fn lit_nodes<'a>(&self, nodes: impl Iterator<Item = &'a NodeId>) -> Lit {
        let nodes: BTreeMap<NodeId, Mark> = nodes.map(|id| (id.clone(), Mark::On)).collect();
        let carries = |id: &LinkId| !self.lens.hidden.contains(id);
        let among = |link: &&Arc<crate::model::Link>| nodes.contains_key(&link.from) && nodes.contains_key(&link.to);
        let links = self.document.pathway().links().filter(among).map(|link| link.id.clone()).filter(carries).collect();
        Lit { nodes, links, ..Lit::default() }
    }
}

/// What a what-if says of each node, as far as the signal has been let to run.
fn marks_of(found: &crate::analysis::whatif::WhatIf, steps: usize) -> Lit {
    let mut lit = Lit::default();
    for (id, answer) in &found.answers {
        if answer.arrives.is_some_and(|arrives| arrives > steps) {
            continue;
        }
        let mark = match answer.first {
            Outcome::More => Mark::More,
            Outcome::Less => Mark::Less,
            Outcome::Undecided => Mark::Undecided,
            Outcome::Unchanged => continue,
        };
        lit.nodes.insert(id.clone(), mark);
    }
    if found.answers.is_empty() {
        lit.nodes.extend(found.roots.iter().chain(&found.still_reached).map(|id| (id.clone(), Mark::On)));
    }
    for links in found.steps.iter().take(steps) {
        lit.links.extend(links.iter().map(|(link, _)| link.clone()));
    }
    lit.nodes.extend(found.cut_off.iter().map(|id| (id.clone(), Mark::CutOff)));
    lit.nodes.extend(pushed(&found.push));
    lit
}

/// What is said of the nodes that are pushed or held.
pub(super) fn pushed(push: &Push) -> impl Iterator<Item = (NodeId, Mark)> {
    let marks = [(&push.raise, Mark::Raised), (&push.lower, Mark::Lowered), (&push.block_nodes, Mark::Blocked)];
    marks.into_iter().flat_map(|(nodes, mark)| nodes.iter().map(move |id| (id.clone(), mark)))
}
