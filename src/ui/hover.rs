//! What a row on a panel lights on the canvas while the pointer is over it.

use egui::{Id, Response, Ui};

use crate::session::{Action, Item, Session};

/// Lights an item on the canvas while the pointer is over what speaks of it.
pub(super) fn light(ui: &Ui, response: &Response, item: &Item, session: &Session, actions: &mut Vec<Action>) {
    if response.hovered() {
        let now = ui.ctx().cumulative_pass_nr();
        ui.data_mut(|data| data.insert_temp(last_lit(), now));
        if session.view().hover.as_ref() != Some(item) {
            actions.push(Action::Hover(Some(item.clone())));
        }
    }
}

/// Puts out what a row lit, once the pointer is over no row any more.
pub(super) fn put_out(ui: &Ui, actions: &mut Vec<Action>) {
    let now = ui.ctx().cumulative_pass_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(last_lit()));
    if last.is_some_and(|last| last < now) {
        ui.data_mut(|data| data.remove::<u64>(last_lit()));
        actions.push(Action::Hover(None));
    }
}

/// Where the pass is kept in which the pointer was last over a row. What the canvas lights is not put out here.
fn last_lit() -> Id {
    Id::new("row hover")
}
