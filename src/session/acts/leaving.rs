//! The usual drawing comes back: from a quiz, from the whole screen.

use super::arranging::lay_out;
use crate::{parts::view::Camera, state::Session, task::Task};

/// Leaves the quiz, if there is one; it can be gone on with.
pub(crate) fn end_quiz(session: &mut Session) {
    if session.teaching.leave_quiz() {
        session.drawing.keep_seats(false);
        session.view.close_details();
        lay_out(session);
    }
}

/// Gives the whole screen back: nothing that was asked or looked at there stays lit.
pub(crate) fn leave_stage(session: &mut Session) {
    session.teaching.leave_stage();
    session.asking.put_away();
    session.view.look_away();
    session.start(Task::WholeScreen(false));
    session.drawing.keep_seats(false);
    lay_out(session);
    session.view.look(Camera::Fit);
}
