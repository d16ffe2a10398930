//! Several things at once: what was picked, and what a folded lane holds.

use super::counts;

/// Button: leaves everything else out.
pub const SHOW_ONLY: &str = "Show only these";
/// Button: picks the neighbours as well.
pub const ADD_NEIGHBOURS: &str = "Add neighbours";
/// Button: picks nothing any more.
pub const LET_GO: &str = "Let go";
/// Its hint.
pub const LET_GO_HINT: &str = "Nothing is picked any more (Esc)";
/// Heading of the nodes that were picked, or that a lane holds.
pub const NODES: &str = "Nodes";
/// Heading of the links among what was picked.
pub const LINKS: &str = "Links among them";
/// Title of a selection that is copied in words.
pub const STORY: &str = "A selection";
/// Button: opens a folded lane.
pub const OPEN_LANE: &str = "Open this lane";

/// Heading: so many nodes are picked.
pub fn picked(nodes: usize) -> String {
    format!("{} picked", counts::nodes(nodes))
}

/// Under that heading: so many links lie among them.
pub fn with_links(links: usize) -> String {
    format!("with {} among them", counts::links(links))
}

/// What a folded lane is.
pub fn folded(nodes: usize) -> String {
    format!("{} folded to one card. Its arrows stand for all links that leave or enter it.", counts::nodes(nodes))
}
