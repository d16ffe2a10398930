//! Arrangements: lanes by something else, a focus, folded lanes, a circle; and the picture of each.

use std::{collections::BTreeSet, sync::Arc};

use super::picking::pick_neighbours;
use crate::{
    item::Item,
    model::LaneId,
    parts::{
        quiz::Quiz,
        view::{Camera, Message},
    },
    picture::{Arrangement, LanesBy, Picture},
    state::Session,
    task::Task,
    words,
};

/// Asks for a picture of what is open; what comes of earlier requests is then too late.
pub(crate) fn lay_out(session: &mut Session) {
    if session.drawing.is_off() {
        return;
    }
    let pathway = Arc::clone(session.drawn());
    let room = session.teaching().quiz.as_ref().map(Quiz::room).unwrap_or_default();
    let task = session.drawing.request(pathway, room);
    session.start(task);
}

/// Takes a picture that has come back, unless it is too late.
pub(crate) fn laid_out(session: &mut Session, ticket: u64, picture: Arc<Picture>, finished: bool) {
    let taken = session.drawing.take(ticket, picture, finished);
    // A view that shows all keeps showing all; one that somebody has moved stays.
    if taken.is_some_and(|another| another || session.presents()) {
        session.view.look(Camera::Fit);
    }
    // What is waited for is in the picture that was asked for last.
    if taken.is_some()
        && let Some(camera) = session.drawing.arrived(finished)
    {
        session.view.look(camera);
    }
    // The library is read once there is something to look at, so that it delays no first picture.
    if session.shared.is_empty() && finished {
        session.start(Task::IndexLibrary);
    }
}

/// Arranges the pathway anew, if that changes anything.
pub(crate) fn arrange(session: &mut Session, arrangement: Arrangement) {
    if session.drawing.arrange(arrangement) {
        lay_out(session);
    }
}

/// Arranges the whole pathway by lanes of another meaning.
pub(crate) fn lanes_by(session: &mut Session, lanes: LanesBy) {
    arrange(session, Arrangement { lanes, ..Arrangement::default() });
}

/// Draws the pathway anew for the canvas as it is now.
pub(crate) fn draw_anew(session: &mut Session) {
    session.drawing.fit_canvas();
    session.view.look(Camera::Fit);
    lay_out(session);
}

/// Folds a lane to one card, or opens it.
pub(crate) fn toggle_lane(session: &mut Session, lane: LaneId) {
    let mut arrangement = session.arrangement().clone();
    if !arrangement.folded.remove(&lane) {
        arrangement.folded.insert(lane);
    }
    arrange(session, arrangement);
}

/// Opens every folded lane.
pub(crate) fn open_lanes(session: &mut Session) {
    let arrangement = Arrangement { folded: BTreeSet::new(), ..session.arrangement().clone() };
    arrange(session, arrangement);
}

/// Folds the lane of what is looked at, or opens the folded lane that is looked at.
pub(crate) fn fold_or_open_lane(session: &mut Session) {
    match lane_looked_at(session) {
        Some(lane) => toggle_lane(session, lane),
        None => session.view.note(words::messages::FOLD_WHICH),
    }
}

fn lane_looked_at(session: &Session) -> Option<LaneId> {
    match session.view().looked_at()? {
        Item::Lane(lane) => Some(lane.clone()),
        item @ (Item::Node(_) | Item::Link(_) | Item::Bundle(_)) => {
            let node = session.nodes_of(item).into_iter().next()?;
            let picture = session.picture()?;
            let band = picture.card_of(&node)?.band;
            picture.bands.get(band).map(|band| band.id.clone())
        }
    }
}

/// Shows only what is picked, or everything again.
pub(crate) fn focus_or_all(session: &mut Session) {
    let now = session.arrangement().clone();
    if now.focus.is_some() || !now.ring.is_empty() {
        return arrange(session, Arrangement { focus: None, ring: Vec::new(), ..now });
    }
    if session.view().picked.is_empty() {
        // One card alone is no picture: what it is linked to belongs to it.
        pick_neighbours(session);
    }
    let focus = session.view.let_go();
    if focus.is_empty() {
        return session.view.say(Message::note(words::messages::PICK_FIRST));
    }
    let left_out = session.pathway().nodes().len() - focus.len();
    session.view.note(&words::messages::focused(focus.len(), left_out));
    arrange(session, Arrangement { focus: Some(focus), ring: Vec::new(), ..now });
}
