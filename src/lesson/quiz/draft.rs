//! Questions in the making, and what a sheet has given away so far.

use std::collections::BTreeSet;

use super::ground::{Ground, outcome, plain};
use crate::{
    analysis::{
        lens::Lens,
        whatif::{Outcome, Push},
    },
    model::{Link, LinkId, NodeId, Pathway, SourceId},
    sheet::{Question, QuestionKind},
};

/// What is pushed, what is watched, and what becomes of that.
pub(super) type Pushed = (Push, NodeId, Outcome);

/// A question without a number.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: QuestionKind,
    /// The words before its number, where the prompt names the number: `Card`.
    pub(super) lead: Option<&'static str>,
    /// The prompt, or what of it follows the number.
    pub(super) prompt: String,
    pub(super) choices: Vec<String>,
    pub(super) answer: usize,
    /// Whether the answer can be written out.
    pub(super) writable: bool,
    pub(super) why: String,
    pub(super) sources: Vec<SourceId>,
    pub(super) nodes: Vec<NodeId>,
    /// The links whose effect its texts say.
    pub(super) links: Vec<LinkId>,
    /// Where its texts say that a link leads from one node to another.
    pub(super) pairs: Vec<(NodeId, NodeId)>,
    /// What it pushes, what it watches, and what becomes of that.
    pub(super) push: Option<Pushed>,
}

impl Draft {
    pub(super) fn new(kind: QuestionKind, prompt: String) -> Self {
        Self {
            kind,
            lead: None,
            prompt,
            choices: Vec::new(),
            answer: 0,
            writable: false,
            why: String::new(),
            sources: Vec::new(),
            nodes: Vec::new(),
            links: Vec::new(),
            pairs: Vec::new(),
            push: None,
        }
    }

    /// Whether all choices differ as they are read, and there is something to choose from.
    pub(super) fn is_fair(&self) -> bool {
        let distinct: BTreeSet<String> = self.choices.iter().map(|choice| choice.trim().to_lowercase()).collect();
        distinct.len() == self.choices.len() && self.choices.len() >= 2 && self.answer < self.choices.len()
    }

    /// The question under its number.
    pub(super) fn numbered(self, number: u32, written: bool) -> Question {
        let prompt = match self.lead {
            Some(lead) => format!("{lead} {number} {}", self.prompt),
            None => self.prompt,
        };
        Question {
            number,
            kind: self.kind,
            prompt,
            choices: self.choices,
            answer: self.answer,
            written: written && self.writable,
            why: self.why,
            sources: self.sources,
            nodes: self.nodes,
            links: self.links,
        }
    }

    /// The words of its texts. The choices of a question on a blank card are left out: it must give them.
    fn said(&self) -> String {
        let choices = if self.kind == QuestionKind::BlankLabel { &[] } else { self.choices.as_slice() };
        let texts = [&self.prompt, &self.why].into_iter().chain(choices);
        // No name holds the mark between two texts.
        texts.map(|text| plain(text)).collect::<Vec<_>>().join("|")
    }
}

/// What a sheet asks for, and what its questions say.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken<'a> {
    /// Cards without a label.
    pub(super) blank: BTreeSet<&'a NodeId>,
    /// Links that are not drawn.
    pub(super) hidden: BTreeSet<LinkId>,
    /// Links without a sign.
    pub(super) unsigned: BTreeSet<LinkId>,
    /// The questions so far.
    pub(super) drafts: Vec<Draft>,
}

impl<'a> Taken<'a> {
    /// Takes a question, unless it is unfair, is there already, or would give away what another one asks for.
    pub(super) fn take(&mut self, ground: &Ground<'a>, draft: Draft) -> bool {
        // A question on an arrow that is missing, or on a loop, is told from another by its links alone.
        let same = |other: &Draft| match draft.kind {
            QuestionKind::MissingLink | QuestionKind::Loop => other.links == draft.links,
            _ => draft.lead.is_none() && other.prompt == draft.prompt,
        };
        let repeated = self.drafts.iter().any(|other| other.kind == draft.kind && same(other));
        let own = |node: &NodeId| draft.kind == QuestionKind::BlankLabel && draft.nodes.contains(node);
        let said = draft.said();
        let leaks = self.blank.iter().any(|node| !own(node) && said.contains(ground.name(node)));
        let told = draft.links.iter().any(|link| self.hidden.contains(link) || self.unsigned.contains(link));
        let drawn =
            |(from, to): &(NodeId, NodeId)| ground.single(from, to).is_some_and(|link| self.hidden.contains(&link.id));
        let told = told || draft.pairs.iter().any(drawn);
        let fine = draft.is_fair() && !repeated && !leaks && !told;
        let taken = fine && self.stands(ground, &draft);
        if taken {
            self.drafts.push(draft);
        }
        taken
    }

    /// Whether a link can be taken out of the diagram: no question says that it is there, and no answer needs it.
    pub(super) fn can_hide(&self, ground: &Ground<'a>, link: &Link) -> bool {
        let mut hidden = self.hidden.clone();
        hidden.insert(link.id.clone());
        self.is_open(link) && !self.says_pair(link) && self.all_stand(ground, &hidden, &self.unsigned)
    }

    /// Whether a link can go without its sign: no question says it, and no answer needs it.
    pub(super) fn can_unsign(&self, ground: &Ground<'a>, link: &Link) -> bool {
        let mut unsigned = self.unsigned.clone();
        unsigned.insert(link.id.clone());
        self.is_open(link) && self.all_stand(ground, &self.hidden, &unsigned)
    }

    /// How many questions are of a kind.
    pub(super) fn count(&self, kind: QuestionKind) -> usize {
        self.drafts.iter().filter(|draft| draft.kind == kind).count()
    }

    /// Whether nothing asks for a link yet or says what it does, and both of its cards have labels.
    fn is_open(&self, link: &Link) -> bool {
        !self.hidden.contains(&link.id)
            && !self.unsigned.contains(&link.id)
            && !self.blank.contains(&link.from)
            && !self.blank.contains(&link.to)
            && !self.drafts.iter().any(|draft| draft.links.contains(&link.id))
    }

    /// Whether a question has the same answer whatever the blanks so far are taken to be.
    fn stands(&self, ground: &Ground<'a>, draft: &Draft) -> bool {
        let free = self.hidden.is_empty() && self.unsigned.is_empty();
        free || draft.push.is_none() || stand(&ground.guesses(&self.hidden, &self.unsigned), draft.push.iter())
    }

    fn says_pair(&self, link: &Link) -> bool {
        let pairs = self.drafts.iter().flat_map(|draft| &draft.pairs);
        pairs.into_iter().any(|(from, to)| *from == link.from && *to == link.to)
    }

    fn all_stand(&self, ground: &Ground<'a>, hidden: &BTreeSet<LinkId>, unsigned: &BTreeSet<LinkId>) -> bool {
        let mut pushes = self.drafts.iter().filter_map(|draft| draft.push.as_ref()).peekable();
        pushes.peek().is_none() || stand(&ground.guesses(hidden, unsigned), pushes)
    }
}

/// Whether pushes have the same answers whatever the blanks are taken to be.
fn stand<'d>(guesses: &[Pathway], mut pushes: impl Iterator<Item = &'d Pushed>) -> bool {
    let lens = Lens::default();
    pushes.all(|(push, node, answer)| guesses.iter().all(|guess| outcome(guess, &lens, push, node) == *answer))
}
