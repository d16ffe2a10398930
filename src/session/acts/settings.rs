//! Changing what is kept between two starts.

use crate::{parts::view::SidePanel, settings::Settings, state::Session, task::Task, words};

/// Changes settings, and keeps them.
pub(crate) fn change(session: &mut Session, change: impl FnOnce(&mut Settings)) {
    change(&mut session.settings);
    save(session);
}

/// Keeps the settings.
pub(crate) fn save(session: &mut Session) {
    let text = session.settings.to_text();
    session.start(Task::SaveSettings(text));
}

/// The colours after the present ones.
pub(crate) fn next_theme(session: &mut Session) {
    let next = session.settings.theme.next();
    session.view.note(&words::messages::theme(next.label()));
    change(session, |settings| settings.theme = next);
}

/// Whether a panel is what the left side shows.
pub(crate) fn is_shown(session: &Session, panel: SidePanel) -> bool {
    session.settings.outline && session.view().side_panel == panel
}

/// Shows a panel on the left, which comes in for it where it is hidden.
pub(crate) fn show_side(session: &mut Session, panel: SidePanel) {
    if !session.settings.outline {
        session.view.side_has_come(true);
        session.settings.outline = true;
    }
    session.view.show_panel(panel);
}

/// Shows the outline in the place of a panel, or hides the left side where it came in for that panel.
pub(crate) fn close_side(session: &mut Session) {
    if session.view.close_panel() {
        session.settings.outline = false;
    }
}

/// Shows a panel on the left, or hides the left side where that panel is shown already.
pub(crate) fn toggle_side(session: &mut Session, panel: SidePanel) {
    if is_shown(session, panel) {
        toggle_outline(session);
    } else {
        show_side(session, panel);
        save(session);
    }
}

/// Shows or hides the left side.
pub(crate) fn toggle_outline(session: &mut Session) {
    session.view.side_has_come(false);
    change(session, |settings| settings.outline = !settings.outline);
}
