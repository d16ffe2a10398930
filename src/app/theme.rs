//! Which theme somebody has chosen.

use crate::{session::ThemeChoice, theme::Theme};

/// The theme of a choice, where the system's own is `system`.
pub(super) fn chosen(choice: ThemeChoice, system: Theme) -> Theme {
    match choice {
        ThemeChoice::System => system,
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::Projector => Theme::Projector,
    }
}
