//! The palette: going where a row of it leads.

use super::{closing::open_bundled, lenses::knock_out, looking::open_item, running::run};
use crate::{parts::view::Camera, search::Target, state::Session};

/// Goes where a row of the palette leads, by its number from 0.
pub(crate) fn choose(session: &mut Session, row: usize) {
    match session.view.choose_in_palette(row) {
        Some(Target::Item(item) | Target::Source(_, item)) => {
            session.view.look(Camera::Reveal(item.clone()));
            open_item(session, item);
        }
        Some(Target::Command(command)) => run(session, command),
        Some(Target::Bundled(id)) => open_bundled(session, &id),
        Some(Target::KnockOut(source)) => knock_out(session, source),
        None => {}
    }
}
