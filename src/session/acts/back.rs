//! One step back on the ladder: what is left, and how.

use super::{
    arranging::lanes_by, asking::put_away, comparing::end_comparison, leaving::end_quiz, lenses::take_off,
    lighting::light_answer, predicting::drop_prediction, settings::close_side, telling::stop_telling, touring,
};
use crate::{ladder::Rung, parts::view::Camera, picture::LanesBy, state::Session};

/// Leaves the topmost of what the window is in, and nothing else. What was only to be known goes with any step.
pub(crate) fn back(session: &mut Session) {
    session.view.hush_note();
    match Rung::topmost(session) {
        Rung::Palette => session.view.close_palette(),
        Rung::Entry => session.entry.close(),
        Rung::Text => session.view.close_texts(),
        Rung::Path => leave_box(session),
        Rung::NewSource => session.citing = None,
        Rung::Black => {
            session.teaching.lighten();
        }
        Rung::Error => session.view.hush(),
        Rung::Explanation | Rung::Details => session.view.close_details(),
        Rung::Picked => {
            session.view.let_go();
        }
        Rung::Cursor => session.view.focus(None),
        Rung::Row => {
            session.asking.leave_row();
            light_answer(session);
        }
        Rung::Question => leave_question(session),
        Rung::Writing => touring::close(session),
        Rung::Stage | Rung::Tour => stop_telling(session),
        Rung::Quiz => end_quiz(session),
        Rung::Comparison => {
            close_side(session);
            end_comparison(session);
        }
        Rung::Arrangement => {
            lanes_by(session, LanesBy::default());
            session.view.look(Camera::Fit);
        }
        Rung::Lens => take_off(session),
        Rung::Panel => close_side(session),
        Rung::Plain => {
            session.asking.put_away();
            session.view.look(Camera::Fit);
        }
    }
}

/// Leaves the box that waits for an answer: nothing is given up by that.
fn leave_box(session: &mut Session) {
    if session.files().waits() {
        session.files.stop_waiting();
    } else if session.files().path_text().is_some() || session.files().replaces().is_some() {
        session.files.stop_typing();
    } else {
        session.left.put_off();
    }
}

/// What a class was asked by hand goes with what it was asked about.
fn leave_question(session: &mut Session) {
    if !session.teaching().step_asks() {
        drop_prediction(session);
    }
    put_away(session);
}
