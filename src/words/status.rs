//! The status line, messages and their list.

use pathlight_grammar::count;

use super::counts;

/// Button: takes a message away.
pub const DISMISS: &str = "Dismiss";
/// Button: copies a message.
pub const COPY: &str = "Copy";

/// Title of the list of messages.
pub const MESSAGES: &str = "Messages";
/// In that list while it is empty.
pub const NO_MESSAGES: &str = "Nothing has been said yet that needs to be kept.";
/// Button: copies all messages.
pub const COPY_MESSAGES: &str = "Copy all of them";
/// Before a message of something that went wrong, for those who do not see its colour.
pub const FAILED: &str = "Failed: ";

/// Button: opens the list of messages.
pub fn messages(n: usize) -> String {
    count(n, "message", "messages")
}

/// How far the drawing of a large pathway is, from 0 to 100; shown as a whole number.
pub fn refining(percent: f32) -> String {
    format!("Refining the drawing: {percent:.0} %")
}

/// Nothing is open yet, and what can be done.
pub const REST_EMPTY: &str =
    "No card yet. Press N or double-click to add one; Ctrl+V pastes lines; F1 lists every key.";

/// What is open, and what can be done with it.
pub fn rest(nodes: usize, links: usize, sources: usize) -> String {
    format!(
        "{}, {}, {}. Click a card or an arrow to read why; arrow keys walk, Enter opens, N adds a card, L links it, \
         Ctrl+K finds everything.",
        counts::nodes(nodes),
        counts::links(links),
        counts::sources(sources),
    )
}
