//! Looking at something: in Details, by the keyboard's cursor.

use std::sync::Arc;

use crate::{
    item::Item,
    page::Field,
    parts::view::Camera,
    state::Session,
    walk::{self, Walk},
    words,
};

/// Shows an item in Details. While a quiz is on, they would give its answers away.
pub(crate) fn open_item(session: &mut Session, item: Item) {
    if session.teaching().quiz.is_some() {
        session.view.note(words::quiz::NO_DETAILS);
    } else if item.exists_in(session.shown()) {
        session.view.open(item);
    }
}

/// Shows in Details what the keyboard's cursor is on.
pub(crate) fn open_focused(session: &mut Session) {
    if let Some(item) = session.view().focus.clone() {
        // Details take room: what they are about is not to lie under them.
        session.view.look(Camera::Reveal(item.clone()));
        open_item(session, item);
        if session.view().writing {
            session.view.want_field(Some(Field::First));
        }
    }
}

/// Moves the keyboard's cursor to an item, or away.
pub(crate) fn focus(session: &mut Session, item: Option<Item>) {
    let item = item.filter(|item| item.exists_in(session.shown()));
    session.view.focus(item);
}

/// Moves the keyboard's cursor along the graph.
pub(crate) fn walk(session: &mut Session, walk: Walk) {
    let Some(picture) = session.picture().map(Arc::clone) else { return };
    let view = session.view();
    let (next, side) = walk::step(session.drawn(), &picture, view.looked_at(), view.side, walk);
    session.view.walk_to(next, side);
}
