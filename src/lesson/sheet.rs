//! What a worksheet and a quiz are made of.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{LinkId, NodeId, Pathway, Reading, SourceId};

/// Questions about a part of a pathway, with their answers: printed it is a worksheet and its key, on screen a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The pathway's title.
    pub title: String,
    /// What the questions were drawn from; the same seed gives the same sheet.
    pub seed: u64,
    /// How much help it gives.
    pub difficulty: Difficulty,
    /// Whose effects are drawn and asked about.
    pub reading: Reading,
    /// What is printed and asked about: the pathway, or as much of a large one as a page can show. The answers are
    /// true of this part.
    pub part: Pathway,
    /// What the printed diagram leaves out.
    pub blanks: Blanks,
    /// Labels to choose from for the blank cards, in the order of the alphabet; empty where none are given.
    pub word_list: Vec<String>,
    /// The questions, in the order of their numbers.
    pub questions: Vec<Question>,
}

/// How much help a sheet gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difficulty {
    /// Fewer blanks, a word list, choices for every question.
    #[default]
    Easy,
    /// More blanks, no word list, answers are written out where a teacher can mark them.
    Hard,
}

/// What a diagram leaves out, each blank with the number of the question that asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blanks {
    /// Cards that show a number instead of their label.
    pub labels: BTreeMap<NodeId, u32>,
    /// Links whose end shows a number instead of their effect.
    pub signs: BTreeMap<LinkId, u32>,
    /// Links that are not drawn.
    pub links: BTreeSet<LinkId>,
}

impl Blanks {
    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty() && self.signs.is_empty() && self.links.is_empty()
    }
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number, counted from 1.
    pub number: u32,
    /// What it asks for.
    pub kind: QuestionKind,
    /// The question, in one or two sentences that stand without the diagram's colours.
    pub prompt: String,
    /// Answers to choose from, each once; never empty.
    pub choices: Vec<String>,
    /// Which choice is right.
    pub answer: usize,
    /// Whether print leaves a line to write on instead of the choices.
    pub written: bool,
    /// Why that is so, in words that also help those who were right.
    pub why: String,
    /// The papers that the answer rests on.
    pub sources: Vec<SourceId>,
    /// The nodes that it is about.
    pub nodes: Vec<NodeId>,
    /// The links that it is about.
    pub links: Vec<LinkId>,
}

impl Question {
    /// The right answer in words.
    pub fn right(&self) -> &str {
        self.choices.get(self.answer).map_or("", String::as_str)
    }
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionKind {
    /// The label of a card.
    BlankLabel,
    /// The effect of a link.
    BlankSign,
    /// A link that is not drawn.
    MissingLink,
    /// The steps of a feedback loop, and what sort of loop it is.
    Loop,
    /// The link of a route that has the weakest evidence.
    WeakestLink,
    /// What becomes of a node when another one is pushed.
    Push,
    /// The grade that goes with a description of evidence.
    Grade,
}

impl QuestionKind {
    /// Every kind, in the order in which a sheet asks.
    pub const ALL: [Self; 7] =
        [Self::BlankLabel, Self::BlankSign, Self::MissingLink, Self::Loop, Self::WeakestLink, Self::Push, Self::Grade];
}
