//! A quiz: the canvas shows the sheet's part of the pathway with its blanks, and fills each in once its question has been
//! answered.

use std::sync::Arc;

use super::{arranging::lay_out, leaving::end_quiz, slides::lay_slide, telling::stop_telling};
use crate::{
    lesson::{Difficulty, Sheet},
    state::Session,
    task::Task,
    words,
};

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
    /// Goes on with the quiz that was left.
    Resume,
    /// Leaves the quiz, which can be gone on with.
    End,
}

/// Does what is asked of the quiz.
pub(crate) fn quiz(session: &mut Session, act: QuizAct) {
    match act {
        QuizAct::Begin { seed, difficulty } => begin(session, seed, difficulty),
        QuizAct::Choose(choice) => choose(session, choice),
        QuizAct::Show(number) => show_question(session, number),
        QuizAct::Resume => take_quiz(session, None),
        QuizAct::End => end_quiz(session),
    }
}

/// Asks for the questions of a quiz.
fn begin(session: &mut Session, seed: u64, difficulty: Difficulty) {
    stop_telling(session);
    session.touring = None;
    let (serial, reading) = (session.serial(), session.reading());
    let pathway = Arc::clone(session.pathway());
    session.start(Task::MakeSheet { serial, pathway, reading, seed, difficulty });
}

/// Takes the questions, unless another file has been opened or a tour been begun since.
pub(crate) fn take_sheet(session: &mut Session, serial: u64, sheet: Arc<Sheet>) {
    if serial != session.serial() || session.teaching().telling.is_some() {
        return;
    }
    if sheet.questions.is_empty() {
        return session.view.note(words::quiz::NOTHING_TO_ASK);
    }
    take_quiz(session, Some(sheet));
}

/// Begins a quiz, or with no questions goes on with the one that was left, if there is one.
fn take_quiz(session: &mut Session, sheet: Option<Arc<Sheet>>) {
    stop_telling(session);
    if session.teaching.take_quiz(sheet) {
        session.view.look_away();
        session.view.let_go();
        session.asking.anew();
        session.drawing.arrange_as_usual();
        lay_out(session);
    }
}

/// Shows a question, by its number from 0, if there is such a one.
pub(crate) fn show_question(session: &mut Session, number: usize) {
    session.teaching.show_question(number);
    if session.presents() {
        lay_slide(session);
    }
}

/// Chooses an answer. A blank that it fills in changes what is drawn.
fn choose(session: &mut Session, choice: usize) {
    let Some(fills) = session.teaching.choose(choice) else { return };
    session.drawing.keep_seats(true);
    if session.presents() {
        lay_slide(session);
    } else if fills {
        lay_out(session);
    }
}
