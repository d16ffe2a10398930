//! A start with care, after the program ended badly twice: nothing is opened or drawn by itself, so that whatever made it
//! fail does not do so again. The outline and Details show everything as text.

use super::{arranging::lay_out, editing::begin_new};
use crate::{parts::view::Message, settings::Settings, state::Session, words};

/// Begins: with an empty pathway, the settings as they come, and no drawing.
pub(crate) fn begin(session: &mut Session) {
    session.drawing.turn_off(true);
    session.settings = Settings::default();
    begin_new(session);
    session.view.say(Message::news(words::closing::CAREFUL));
}

/// Draws from now on.
pub(crate) fn draw_again(session: &mut Session) {
    session.drawing.turn_off(false);
    lay_out(session);
}
