//! A quiz in the session: the questions of a worksheet on screen. The canvas shows the sheet's part of the pathway with
//! its blanks, and fills each in once its question has been answered.

use std::sync::Arc;

use super::{Item, Lit, Mark, Session, Task};
use crate::{
    lesson::{Blanks, Difficulty, Question, QuestionKind, Sheet},
    model::{Change, Edit, Effect, Pathway},
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
    fn new(sheet: Arc<Sheet>) -> Self {
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
}

/// What is done with a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuizAct {
    /// Begins a quiz.
    Begin {
        /// What the questions are drawn from.
        seed: u64,
        /// How much help it gives.
        difficulty: Difficulty,
    },
    /// Chooses an answer, by its number from 0; the first choice counts.
    Choose(usize),
    /// Shows a question, by its number from 0.
    Show(usize),
    /// Ends the quiz.
    End,
}

impl Session {
    /// What the canvas shows: the open pathway, or the part of it that a quiz asks about, with blanks.
    pub fn drawn(&self) -> &Arc<Pathway> {
        self.teaching.quiz.as_ref().map_or_else(|| self.document.pathway(), |quiz| &quiz.drawn)
    }

    /// Does what is asked of the quiz.
    pub(super) fn quiz(&mut self, act: QuizAct) -> Vec<Task> {
        match act {
            QuizAct::Begin { seed, difficulty } => {
                let mut tasks = self.stop_telling();
                tasks.push(Task::MakeSheet {
                    serial: self.serial,
                    pathway: Arc::clone(self.document.pathway()),
                    reading: self.reading(),
                    seed,
                    difficulty,
                });
                tasks
            }
            QuizAct::Choose(choice) => self.choose(choice),
            QuizAct::Show(number) => {
                if let Some(quiz) = self.teaching.quiz.as_mut().filter(|quiz| number < quiz.sheet.questions.len()) {
                    quiz.at = number;
                    self.light_question();
                }
                Vec::new()
            }
            QuizAct::End => self.end_quiz(),
        }
    }

    /// Takes the questions, unless another file has been opened since.
    pub(super) fn take_sheet(&mut self, serial: u64, sheet: Arc<Sheet>) -> Vec<Task> {
        if serial != self.serial {
            return Vec::new();
        }
        if sheet.questions.is_empty() {
            self.note(words::quiz::NOTHING_TO_ASK);
            return Vec::new();
        }
        self.view.close_details();
        (self.view.focus, self.view.hover) = (None, None);
        self.view.picked.clear();
        self.asking = self.asking.anew();
        self.teaching.quiz = Some(Quiz::new(sheet));
        self.light_question();
        self.arrangement = crate::picture::Arrangement::default();
        self.keeps_seats = false;
        self.lay_out()
    }

    fn choose(&mut self, choice: usize) -> Vec<Task> {
        let Some(quiz) = &mut self.teaching.quiz else { return Vec::new() };
        let Some(question) = quiz.sheet.questions.get(quiz.at) else { return Vec::new() };
        if quiz.answer().is_some() || choice >= question.choices.len() {
            return Vec::new();
        }
        if let Some(chosen) = quiz.chosen.get_mut(quiz.at) {
            *chosen = Some(choice);
        }
        let drawn = blanked(&quiz.sheet, &quiz.chosen);
        let fills = drawn != *quiz.drawn;
        quiz.drawn = Arc::new(drawn);
        self.light_question();
        self.keeps_seats = true;
        if fills { self.lay_out() } else { Vec::new() }
    }

    pub(super) fn end_quiz(&mut self) -> Vec<Task> {
        if self.teaching.quiz.take().is_none() {
            return Vec::new();
        }
        self.teaching.lit = None;
        self.keeps_seats = false;
        self.view.close_details();
        self.lay_out()
    }

    /// Lights what the question is about: the blank before it is answered, everything afterwards.
    fn light_question(&mut self) {
        let lit = self.teaching.quiz.as_ref().and_then(|quiz| {
            let question = quiz.question()?;
            let answered = quiz.answer().is_some();
            let asks = |kind| question.kind == kind;
            let nodes = answered || asks(QuestionKind::BlankLabel);
            let links = answered || asks(QuestionKind::BlankSign);
            let lit = Lit {
                nodes: question.nodes.iter().filter(|_| nodes).map(|id| (id.clone(), Mark::On)).collect(),
                links: question.links.iter().filter(|_| links).cloned().collect(),
                ..Lit::default()
            };
            (nodes || links).then_some(lit)
        });
        self.teaching.lit = lit;
    }

    /// Whether an item may be read in Details. While a quiz is on, they would give its answers away.
    pub(super) fn may_open(&mut self, item: &Item) -> bool {
        let open = self.teaching.quiz.is_none() && item.exists_in(self.document.pathway());
        if self.teaching.quiz.is_some() {
            self.note(words::quiz::NO_DETAILS);
        }
        open
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
            changes.push(Change::SetNode(crate::model::Node { label, ..(**node).clone() }));
        }
    }
    for (id, _) in signs.iter().filter(|(_, number)| open(number)) {
        if let Some(link) = sheet.part.link(id) {
            changes.push(Change::SetLink(crate::model::Link {
                effect: Effect::Unknown,
                popular: None,
                ..(**link).clone()
            }));
        }
    }
    let asked = |id: &crate::model::LinkId| {
        let mut about = sheet.questions.iter().filter(|q| q.kind == QuestionKind::MissingLink && q.links.contains(id));
        about.any(|question| open(&question.number))
    };
    changes.extend(links.iter().filter(|id| asked(id)).cloned().map(Change::RemoveLink));
    let edit = Edit { label: String::new(), merge: None, changes };
    // Every blank names something of the part, so that this cannot fail.
    sheet.part.apply(&edit).unwrap_or_else(|_| sheet.part.clone())
}
