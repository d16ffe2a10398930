//! The whole screen: taking it, giving it back, and the key of a clicker.

use super::{
    leaving::{end_quiz, leave_stage},
    making::tell,
    predicting::reveal_or_hide,
    telling::{show_step, step_by},
};
use crate::{
    lesson::{Phase, Telling},
    state::Session,
    task::Task,
};

/// Takes the whole screen, or gives it back.
pub(crate) fn present_or_leave(session: &mut Session) {
    if session.presents() { leave_stage(session) } else { take_stage(session) }
}

/// Takes the whole screen: for the tour that is told, else for the first one, else for the pathway as it is.
fn take_stage(session: &mut Session) {
    end_quiz(session);
    session.teaching.take_stage();
    session.view.hush();
    session.start(Task::WholeScreen(true));
    if session.teaching().telling.is_some() { show_step(session) } else { tell(session, 0) }
}

/// The next step. Where nothing is told yet this begins: a clicker has no other key for it.
pub(crate) fn next_step(session: &mut Session) {
    if session.teaching.lighten() {
        return;
    }
    let teaching = session.teaching();
    let Some(telling) = &teaching.telling else { return take_stage(session) };
    let asked = teaching.prediction.as_ref().is_some_and(|asked| !asked.revealed);
    if asked && telling.phase() != Phase::Asked {
        // A question of the teacher's own: the tour waits for its answer.
        reveal_or_hide(session);
    } else {
        step_by(session, Telling::forward);
    }
}
