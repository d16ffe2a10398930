//! The panels around the canvas. They read a session, draw, and collect actions; they change nothing.

mod answer;
mod arrange;
mod ask;
mod details;
mod dialogs;
mod evidence;
mod glyphs;
mod hover;
mod keys;
mod lenses;
mod map;
mod outline;
mod palette;
mod quiz;
mod rich;
mod selection;
mod side;
mod stage;
mod stage_keys;
mod status;
mod style;
mod teach;
mod top;
mod typed;
mod widgets;

pub use details::details_panel_ui;
pub use dialogs::dialogs_ui;
pub use keys::shortcuts;
pub use palette::palette_ui;
pub use side::side_panel_ui;
pub use stage::{notes_ui, stage_ui};
pub use stage_keys::{stage_keys, telling_keys};
pub use status::{message_ui, status_panel_ui};
pub use style::{color, set_fonts, set_theme};
pub use top::top_panel_ui;
