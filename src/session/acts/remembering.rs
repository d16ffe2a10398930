//! What the window shows, kept with work that is not saved, and shown again when that is recovered.

use super::{arranging::arrange, lenses::put_on};
use crate::{item::Item, model::NodeId, outlook::Outlook, state::Session};

/// What the window shows now. Where the view is only the canvas knows.
pub(crate) fn outlook(session: &Session) -> Outlook {
    let view = session.view();
    Outlook {
        page: view.page().cloned(),
        writing: view.writing,
        focus: view.focus.clone(),
        picked: view.picked.clone(),
        panel: view.side_panel,
        arrangement: session.arrangement().clone(),
        lens: session.lens().lens.clone(),
        camera: None,
    }
}

/// Shows a pathway that has just been opened as it was shown, as far as it still has what was looked at.
pub(crate) fn look_as_before(session: &mut Session, mut outlook: Outlook) {
    let pathway = std::sync::Arc::clone(session.open.pathway());
    let has = |item: &Item| item.exists_in(&pathway);
    let node = |id: &NodeId| pathway.node(id).is_some();
    let arrangement = &mut outlook.arrangement;
    arrangement.ring.retain(node);
    arrangement.focus = arrangement.focus.take().filter(|focus| focus.iter().any(node));
    arrange(session, outlook.arrangement);
    outlook.lens.without.take_if(|source| pathway.source(source).is_none());
    put_on(session, outlook.lens);
    outlook.picked.retain(node);
    session.view.pick(outlook.picked, false);
    if let Some(page) = outlook.page.filter(|page| page.exists_in(&pathway)) {
        session.view.turn_to(page);
    }
    session.view.write(outlook.writing);
    session.view.focus(outlook.focus.filter(has));
    session.view.show_panel(outlook.panel);
    if let Some(camera) = outlook.camera {
        session.drawing.wait_for(camera);
    }
}
