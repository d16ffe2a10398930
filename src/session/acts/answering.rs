//! Questions on their way to whoever answers them, and answers on their way back.

use std::sync::Arc;

use super::{
    lighting::{light_answer, light_step},
    settings::{is_shown, show_side},
    slides::lay_slide,
};
use crate::{
    parts::view::SidePanel,
    question::{Answer, Topic},
    state::Session,
};

/// Asks the question that is open, if it is complete. What comes of an earlier one is then too late.
pub(crate) fn ask(session: &mut Session) {
    session.asking.begin();
    if session.asking().topic == Topic::Compare {
        let compared = session.comparison().map(|comparison| comparison.lit().clone());
        session.asking.light(compared);
    }
    let question = session.question().filter(|_| !session.teaching().keeps_answer_back());
    if question.is_none() && session.presents() {
        light_step(session);
    }
    let task = session.asking.request(question, session.open.pathway(), &session.lens.lens);
    if let Some(task) = task {
        session.start(task);
    }
}

/// Takes an answer, unless it is too late. On a whole screen the routes of a verdict get a picture of their own.
pub(crate) fn answered(session: &mut Session, ticket: u64, answer: Arc<Result<Answer, String>>) {
    if session.asking.take(ticket, answer) {
        light_answer(session);
    }
    if session.presents() && session.verdict().is_some() {
        lay_slide(session);
    }
}

/// Shows a panel on the left; the questions are asked when they are first looked at.
pub(crate) fn open_side(session: &mut Session, panel: SidePanel) {
    let was_shown = is_shown(session, panel);
    show_side(session, panel);
    if panel == SidePanel::Ask && !was_shown && session.asking().answer.is_none() {
        ask(session);
    }
}
