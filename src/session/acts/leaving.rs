//! The usual drawing comes back: from a quiz, from the whole screen.

use super::arranging::lay_out;
use crate::{state::Session, task::Task};

/// Ends the quiz, if there is one.
pub(crate) fn end_quiz(session: &mut Session) {
    if session.teaching.end_quiz() {
        session.drawing.keep_seats(false);
        session.view.close_details();
        lay_out(session);
    }
}

/// Gives the whole screen back; the tour stays where it is.
pub(crate) fn leave_stage(session: &mut Session) {
    session.teaching.leave_stage();
    session.start(Task::WholeScreen(false));
    session.drawing.keep_seats(false);
    lay_out(session);
}
