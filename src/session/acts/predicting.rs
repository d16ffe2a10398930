//! Predictions: what a class is asked, and the answer that is revealed.

use super::{answering::ask, lighting::light_step, slides::lay_slide};
use crate::{model::NodeId, parts::prediction::Prediction, state::Session, words};

/// Asks the class what becomes of a node under the what-if that is open.
pub(crate) fn ask_the_class(session: &mut Session, node: NodeId) {
    let push = session.asking().push.clone();
    if !push.pushes() || push.raise.contains(&node) || push.lower.contains(&node) {
        return session.view.note(words::teach::PUSH_FIRST);
    }
    let prediction = Prediction::new(session.pathway(), push.clone(), node);
    drop_prediction(session);
    // The answer must not stand there already.
    session.asking.clear_answer();
    session.asking.set_push(push);
    session.teaching.ask(prediction);
    light_step(session);
}

/// Shows the answer: the what-if is asked, and its signal runs. Or hides it again.
pub(crate) fn reveal_or_hide(session: &mut Session) {
    let Some(asked) = session.teaching.turn_prediction() else { return };
    if asked.revealed {
        session.asking.watch(asked.push.clone(), asked.ask.clone());
        return ask(session);
    }
    session.asking.clear_answer();
    light_step(session);
    if session.presents() {
        lay_slide(session);
    }
}

/// Takes the question to the class and its answer away.
pub(crate) fn drop_prediction(session: &mut Session) {
    if let Some(asked) = session.teaching.drop_prediction() {
        session.asking.drop_push(&asked.push);
        session.asking.clear_answer();
        light_step(session);
    }
}
