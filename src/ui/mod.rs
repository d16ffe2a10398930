//! The panels around the canvas. They read a session, draw, and collect actions; they change nothing.

mod answer;
mod arrange;
mod ask;
mod details;
mod dialogs;
mod evidence;
mod keys;
mod lenses;
mod outline;
mod palette;
mod selection;
mod status;
mod style;
mod top;
mod widgets;

pub use details::details_panel_ui;
pub use dialogs::dialogs_ui;
pub use keys::shortcuts;
pub use outline::side_panel_ui;
pub use palette::palette_ui;
pub use status::{message_ui, status_panel_ui};
pub use style::{color, set_fonts, set_theme};
pub use top::top_panel_ui;
