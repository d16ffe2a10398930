//! The usual drawing comes back: from a quiz, from the whole screen.

use super::{
    arranging::lay_out,
    settings::{close_side, is_shown},
};
use crate::{
    parts::view::{Camera, SidePanel},
    state::Session,
    task::Task,
};

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
    // What its panel had asked was put away for the whole screen: it would stand there without an answer.
    if session.comparison().is_none() && is_shown(session, SidePanel::Ask) {
        close_side(session);
    }
    session.view.look_away();
    session.start(Task::WholeScreen(false));
    session.drawing.keep_seats(false);
    lay_out(session);
    session.view.look(Camera::Fit);
}
