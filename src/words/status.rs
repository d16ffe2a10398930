//! The status line, and the buttons beside a message.

use super::counts;

/// Button: takes a message away.
pub const DISMISS: &str = "Dismiss";
/// Button: copies a message.
pub const COPY: &str = "Copy";

/// How far the drawing of a large pathway is, from 0 to 100; shown as a whole number.
pub fn refining(percent: f32) -> String {
    format!("Refining the drawing: {percent:.0} %")
}

/// What is open, and what can be done with it.
pub fn rest(nodes: usize, links: usize, sources: usize) -> String {
    format!(
        "{}, {}, {}. Click a card or an arrow to read why; arrow keys walk, Enter opens, Ctrl+K finds everything.",
        counts::nodes(nodes),
        counts::links(links),
        counts::sources(sources),
    )
}
