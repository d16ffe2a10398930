//! A quiz: the questions of a worksheet on screen, and the sheet's part of the pathway with the blanks that are left.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    lesson::{Blanks, Question, QuestionKind, Sheet},
    lit::{Lit, Mark},
    model::{Change, Edit, Effect, Link, LinkId, Node, NodeId, Pathway},
    picture::Room,
    words,
};

/// A quiz that is being taken.
#[derive(Debug)]
pub struct Quiz {
    /// Its questions.
    pub sheet: Arc<Sheet>,
    /// Which question is shown, from 0.
    pub at: usize,
    /// What was chosen for each question.
    pub chosen: Vec<Option<usize>>,
    /// What the canvas shows: the part with the blanks that are left.
    drawn: Arc<Pathway>,
}

impl Quiz {
    pub(crate) fn new(sheet: Arc<Sheet>) -> Self {
        let chosen = vec![None; sheet.questions.len()];
        let drawn = Arc::new(blanked(&sheet, &chosen));
        Self { sheet, at: 0, chosen, drawn }
    }

    /// The question that is shown.
    pub fn question(&self) -> Option<&Question> {
        self.sheet.questions.get(self.at)
    }

    /// What was chosen for the question that is shown.
    pub fn answer(&self) -> Option<usize> {
        self.chosen.get(self.at).copied().flatten()
    }

    /// How many questions have been answered, and how many of them rightly.
    pub fn score(&self) -> (usize, usize) {
        let answered =
            self.chosen.iter().zip(&self.sheet.questions).filter_map(|(chosen, q)| Some((*chosen)? == q.answer));
        answered.fold((0, 0), |(all, right), is_right| (all + 1, right + usize::from(is_right)))
    }

    /// What the canvas shows: the part with the blanks that are left.
    pub(crate) fn drawn(&self) -> &Arc<Pathway> {
        &self.drawn
    }

    /// Blank cards have room for each of the labels that are asked for, and keep it.
    pub(crate) fn room(&self) -> Room {
        let nodes: BTreeSet<NodeId> = self.sheet.blanks.labels.keys().cloned().collect();
        let labels = nodes.iter().filter_map(|id| self.sheet.part.node(id)).map(|node| node.label.clone()).collect();
        Room { nodes, labels }
    }

    /// Shows a question, by its number from 0.
    pub(crate) fn show(&mut self, number: usize) {
        if number < self.sheet.questions.len() {
            self.at = number;
        }
    }

    /// Chooses an answer, by its number from 0; the first choice counts. Gives whether a blank was filled in, or nothing
    /// where there was nothing to choose.
    pub(crate) fn choose(&mut self, choice: usize) -> Option<bool> {
        let choices = self.question()?.choices.len();
        let chosen = self.chosen.get_mut(self.at).filter(|chosen| chosen.is_none() && choice < choices)?;
        *chosen = Some(choice);
        let drawn = blanked(&self.sheet, &self.chosen);
        let fills = drawn != *self.drawn;
        self.drawn = Arc::new(drawn);
        Some(fills)
    }

    /// What the question that is shown is about: its blank before it is answered, everything afterwards.
    pub(crate) fn lit(&self) -> Option<Lit> {
        let question = self.question()?;
        let answered = self.answer().is_some();
        let asks = |kind| question.kind == kind;
        let nodes = answered || asks(QuestionKind::BlankLabel);
        let links = answered || asks(QuestionKind::BlankSign);
        let lit = Lit {
            nodes: question.nodes.iter().filter(|_| nodes).map(|id| (id.clone(), Mark::On)).collect(),
            links: question.links.iter().filter(|_| links).cloned().collect(),
            ..Lit::default()
        };
        (nodes || links).then_some(lit)
    }
}

/// The part of a sheet with the blanks whose questions are not answered yet: numbers for labels, no known effect, links
/// left out.
fn blanked(sheet: &Sheet, chosen: &[Option<usize>]) -> Pathway {
    let open = |number: &u32| {
        let at = sheet.questions.iter().position(|question| question.number == *number);
        at.and_then(|at| chosen.get(at)).is_none_or(Option::is_none)
    };
    let Blanks { labels, signs, links } = &sheet.blanks;
    let mut changes = Vec::new();
    for (id, number) in labels.iter().filter(|(_, number)| open(number)) {
        if let Some(node) = sheet.part.node(id) {
            let label = words::quiz::blank(*number);
            changes.push(Change::SetNode(Node { label, ..(**node).clone() }));
        }
    }
    for (id, _) in signs.iter().filter(|(_, number)| open(number)) {
        if let Some(link) = sheet.part.link(id) {
            changes.push(Change::SetLink(Link { effect: Effect::Unknown, popular: None, ..(**link).clone() }));
        }
    }
    let asked = |id: &LinkId| {
        let mut about = sheet.questions.iter().filter(|q| q.kind == QuestionKind::MissingLink && q.links.contains(id));
        about.any(|question| open(&question.number))
    };
    changes.extend(links.iter().filter(|id| asked(id)).cloned().map(Change::RemoveLink));
    let edit = Edit { label: String::new(), merge: None, changes };
    // Every blank names something of the part, so that this cannot fail.
    sheet.part.apply(&edit).unwrap_or_else(|_| sheet.part.clone())
}
