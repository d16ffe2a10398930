//! The whole screen: taking it, giving it back, and the keys that go on and back.

use super::{
    making::tell,
    predicting::reveal_or_hide,
    quizzing::show_question,
    slides::lay_slide,
    telling::{resume, show_step, step_by, stop_telling, take_branch},
};
use crate::{
    lesson::{Phase, Telling},
    parts::quiz::Quiz,
    state::Session,
    task::Task,
};

/// Takes the whole screen, or gives it back.
pub(crate) fn present_or_leave(session: &mut Session) {
    if session.presents() { stop_telling(session) } else { take_stage(session) }
}

/// Takes the whole screen: for the quiz that is taken, for the tour that is told or was left, else for the first one, else
/// for the pathway as it is. What is asked in the window and what lies over it would stand in the way there.
fn take_stage(session: &mut Session) {
    session.asking.put_away();
    session.view.close_palette();
    session.view.close_texts();
    session.view.look_away();
    session.teaching.take_stage();
    session.view.hush();
    session.start(Task::WholeScreen(true));
    if session.teaching().quiz.is_some() {
        lay_slide(session);
    } else if session.teaching().telling.is_some() {
        show_step(session);
    } else if !resume(session) {
        tell(session, 0);
    }
}

/// The next step. Where nothing is told yet this begins: a clicker has no other key for it.
pub(crate) fn next_step(session: &mut Session) {
    if does_else(session, |quiz| Some(quiz.at + 1)) {
        return;
    }
    let teaching = session.teaching();
    let Some(telling) = &teaching.telling else {
        if !session.presents() {
            take_stage(session);
        }
        return;
    };
    let asked = teaching.prediction.as_ref().is_some_and(|asked| !asked.revealed);
    if asked && telling.phase() != Phase::Asked {
        // A question of the teacher's own: the tour waits for its answer.
        reveal_or_hide(session);
    } else {
        step_by(session, Telling::forward);
    }
}

/// The step before, or the question of its own that it ended with.
pub(crate) fn previous_step(session: &mut Session) {
    if !does_else(session, |quiz| quiz.at.checked_sub(1)) {
        step_by(session, Telling::backward);
    }
}

/// Goes to a step of the tour, by its number from 0.
pub(crate) fn go_to(session: &mut Session, step: usize) {
    if !does_else(session, |_| Some(step)) {
        step_by(session, |telling| telling.go(step));
    }
}

/// Goes to the last step of the tour.
pub(crate) fn go_to_last(session: &mut Session) {
    if !does_else(session, |quiz| quiz.sheet.questions.len().checked_sub(1)) {
        step_by(session, |telling| telling.go(telling.tour().steps.len() - 1));
    }
}

/// Takes a way out of the tour, by its number from 0.
pub(crate) fn branch(session: &mut Session, number: usize) {
    if !does_else(session, |_| None) {
        take_branch(session, number);
    }
}

/// What a key does that moves a tour where it has something else to do; says whether that was so. Where nothing is shown
/// it shows everything again and moves nothing; in a quiz it turns to a question, if there is such a one.
fn does_else(session: &mut Session, question: impl FnOnce(&Quiz) -> Option<usize>) -> bool {
    if session.teaching.lighten() {
        return true;
    }
    let Some(quiz) = &session.teaching().quiz else { return false };
    if let Some(number) = question(quiz) {
        show_question(session, number);
    }
    true
}
