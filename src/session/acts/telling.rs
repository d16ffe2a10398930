//! Telling: from step to step, and what each shows.

use std::sync::Arc;

use super::{
    leaving::{end_quiz, leave_stage},
    lighting::light_step,
    predicting::{drop_prediction, reveal_or_hide},
    slides::lay_slide,
};
use crate::{
    item::Item,
    lesson::{Phase, Telling, Told},
    parts::{teaching::Gone, view::Camera},
    state::Session,
};

/// Tells a tour from its beginning, by its number: made ones come after those of the pathway. Says whether there is such
/// a one with something to tell.
pub(crate) fn begin(session: &mut Session, number: usize) -> bool {
    end_quiz(session);
    let begins = session.teaching.begin(number);
    if begins {
        session.touring = None;
        show_step(session);
    }
    begins
}

/// Goes on with the tour that was left; says whether there is one.
pub(crate) fn resume(session: &mut Session) -> bool {
    end_quiz(session);
    let resumes = session.teaching.resume_tour();
    if resumes {
        session.touring = None;
        show_step(session);
    }
    resumes
}

/// Tells nothing any more, though the tour can be gone on with; a whole screen is given back.
pub(crate) fn stop_telling(session: &mut Session) {
    session.teaching.stop();
    drop_prediction(session);
    if session.presents() {
        leave_stage(session);
    }
    light_step(session);
    session.view.look(Camera::Fit);
}

/// Goes on in the tour that is told.
pub(crate) fn step_by(session: &mut Session, go: impl FnOnce(&mut Telling) -> bool) {
    match session.teaching.go(go) {
        Gone::Nowhere => {}
        Gone::ToAnswer => reveal_or_hide(session),
        Gone::ToStep => show_step(session),
    }
}

/// Takes a way out of the tour, by its number from 0.
pub(crate) fn take_branch(session: &mut Session, number: usize) {
    let pathway = Arc::clone(session.pathway());
    step_by(session, |telling| telling.branch(number, &pathway));
}

/// Shows the present step: what it is about is lit, what it asks is asked.
pub(crate) fn show_step(session: &mut Session) {
    let Some(telling) = session.teaching().telling.clone() else { return };
    drop_prediction(session);
    if session.presents() {
        session.view.hush();
    }
    session.view.look_away();
    session.teaching.take_step(session.open.pathway());
    light_step(session);
    if telling.phase() == Phase::Revealed {
        reveal_or_hide(session);
    }
    if session.presents() {
        lay_slide(session);
    } else {
        let now = Told::by(session.pathway(), [telling.step()]);
        let items = now.nodes.into_iter().map(Item::Node).chain(now.links.into_iter().map(Item::Link));
        session.view.look(Camera::Show(items.collect()));
    }
}
