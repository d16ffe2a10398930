//! Editing: every change of the open pathway goes through here, and everything that is shown of it follows.

use std::sync::Arc;

use super::{arranging::lay_out, comparing::end_comparison, leaving::end_quiz, lenses, opening::show, telling};
use crate::{
    editing,
    formats::{self, Opened},
    model::{Edit, Pathway},
    parts::view::Message,
    picture::looks_same,
    state::Session,
    task::Task,
    words,
};

/// A change of the open pathway.
#[derive(Clone, Debug, PartialEq)]
pub enum EditAct {
    /// Makes an edit.
    Apply(Edit),
    /// Takes the last one back.
    Undo,
    /// Makes the one again that was taken back last.
    Redo,
    /// Goes to a state by its place in the history: 0 is before the first step.
    GoTo(usize),
}

/// Changes the open pathway.
pub(crate) fn edit(session: &mut Session, act: EditAct) {
    if !may_edit(session) {
        return;
    }
    match act {
        EditAct::Apply(edit) => apply(session, &edit),
        EditAct::Undo => step(session, true),
        EditAct::Redo => step(session, false),
        EditAct::GoTo(position) => go_to(session, position),
    }
}

/// Whether anything may be changed now. On a whole screen nothing is edited; while a quiz is taken it must be left first.
pub(crate) fn may_edit(session: &mut Session) -> bool {
    let asks = session.teaching().quiz.is_some();
    if asks && !session.presents() {
        session.view.note(words::editing::NOT_IN_A_QUIZ);
    }
    !asks && !session.presents()
}

/// Begins a pathway with nothing in it but a lane.
pub(crate) fn begin_new(session: &mut Session) {
    let mut parts = editing::blank("").parts();
    words::editing::UNTITLED.clone_into(&mut parts.about.title);
    let pathway = Pathway::from_parts(parts, Vec::new());
    let bytes = formats::save(&pathway).into_bytes().into();
    let opened = Opened { pathway, problems: Vec::new(), read_only: false, bytes };
    show(session, opened, None);
}

/// Makes an edit; says why where it cannot be made.
pub(crate) fn apply(session: &mut Session, edit: &Edit) {
    let before = Arc::clone(session.pathway());
    match session.open.apply(edit) {
        Ok(copied) => {
            follow(session, &before);
            if copied {
                session.view.say(Message::news(&words::editing::copied(&session.pathway().about().title)));
            }
        }
        Err(error) => session.view.say(Message::error(&words::editing::refused(&error.to_string()))),
    }
}

/// Takes the last step back, or makes it again.
fn step(session: &mut Session, back: bool) {
    let before = Arc::clone(session.pathway());
    let (undo, redo) = session.open.labels();
    let label = if back { undo } else { redo }.unwrap_or_default().to_owned();
    let did = if back { session.open.undo() } else { session.open.redo() };
    if did {
        follow(session, &before);
    }
    session.view.note(&words::editing::stepped(did.then_some(&label), back));
}

/// Goes back or forth to a state.
fn go_to(session: &mut Session, position: usize) {
    let (before, from) = (Arc::clone(session.pathway()), session.position());
    let did = session.open.go_to(position);
    if did {
        follow(session, &before);
    }
    let steps = if did { from.abs_diff(position) } else { 0 };
    session.view.note(&words::editing::went(steps, position < from));
}

/// Everything that is shown follows the pathway, which was `before`: what is gone is not looked at any more, what was
/// asked is asked again, and the cards stay in their seats.
fn follow(session: &mut Session, before: &Arc<Pathway>) {
    end_quiz(session);
    end_comparison(session);
    session.start(if session.is_changed() {
        Task::Keep(Box::new(session.open.saving()))
    } else {
        Task::Forget(session.serial())
    });
    let pathway = Arc::clone(session.pathway());
    session.view.forget_what_is_gone(&pathway);
    if session.teaching.follow(&pathway) {
        telling::stop_telling(session);
    }
    if session.touring.take_if(|touring| !touring.follow(&pathway)).is_some() {
        session.teaching.light(None);
    }
    lenses::put_on(session, session.lens().lens.clone());
    session.asking.forget_what_is_gone(&pathway);
    lenses::ask_again(session);
    session.drawing.forget_slides();
    if !looks_same(before, &pathway) {
        session.drawing.follow_edit();
        lay_out(session);
    }
}
