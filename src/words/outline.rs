//! The outline, and the tabs of the left side.

/// Tab: the pathway as text.
pub const OUTLINE: &str = "Outline";
/// Tab: questions.
pub const ASK: &str = "Ask";
/// Tab: tours, quizzes and students' maps.
pub const TEACH: &str = "Teach";
/// Tab: which links are shown.
pub const LENSES: &str = "Lenses";
/// Tab: the bibliography.
pub const SOURCES: &str = "Sources";
/// In the empty search box.
pub const SEARCH: &str = "Search nodes and links";
/// Heading of the nodes that lie in no lane.
pub const NO_LANE: &str = "Without a lane";

/// The button that shows the links of a node, for those who hear it.
pub fn show_links(node: &str) -> String {
    format!("Show the links of {node}")
}

/// The button that hides the links of a node, for those who hear it.
pub fn hide_links(node: &str) -> String {
    format!("Hide the links of {node}")
}
/// Button: closes the panel that takes the place of the drawing in a small window.
pub const SHOW_DRAWING: &str = "Show the drawing";
