//! What goes out of the window: web addresses and texts to copy.

use crate::{address::checked_address, parts::view::Message, state::Session, task::Task, words};

/// Opens a web address in the browser, where it is one that can do no harm.
pub(crate) fn browse(session: &mut Session, address: &str) {
    match checked_address(address) {
        Some(url) => session.start(Task::Browse(url.to_string())),
        None => session.view.say(Message::error(&words::messages::unsafe_address(address))),
    }
}

/// The browser could not be opened.
pub(crate) fn browse_failed(session: &mut Session, address: &str) {
    session.view.say(Message::error(&words::messages::no_browser(address)));
}

/// Puts text on the clipboard.
pub(crate) fn copy(session: &mut Session, text: String) {
    session.view.note(words::messages::COPIED);
    session.start(Task::Copy(text));
}
