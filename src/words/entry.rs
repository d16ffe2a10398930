//! The entry field over the drawing: what it asks for, and what it offers.

/// Beside a node of this pathway.
pub const HERE: &str = "in this pathway";
/// Beside a node that would be new.
pub const NEW: &str = "new";
/// In the field, for a new card.
pub const NAME_NODE: &str = "Name of the new card";
/// In the field, for another name of a card.
pub const NEW_NAME: &str = "New name of the card";
/// In the field, for the effect at the end of a link.
pub const NAME_EFFECT: &str = "Name of what this leads to";
/// In the field, for the cause at the beginning of a link.
pub const NAME_CAUSE: &str = "Name of what leads to this";
/// In the field, for the title of a pathway.
pub const TITLE: &str = "Title of the pathway";
/// Under a field with rows.
pub const KEYS: &str = "Enter takes the marked row, ↑ ↓ choose, Esc closes";
/// Under a field without rows.
pub const KEYS_TEXT: &str = "Enter keeps it, Esc leaves it as it was";
/// Button: the lane above.
pub const LANE_ABOVE: &str = "Lane above (Alt+↑)";
/// Button: the lane below.
pub const LANE_BELOW: &str = "Lane below (Alt+↓)";
/// Where nothing has been typed or chosen.
pub const NOTHING_TYPED: &str = "Type a name first, or choose a row with the arrow keys.";

/// A row: a new node.
pub fn new_node(name: &str) -> String {
    format!("New card “{name}”")
}

/// Beside a node that another pathway has.
pub fn known_in(title: &str) -> String {
    format!("from {title}")
}

/// A title that finds no room.
pub fn cut(title: &str) -> String {
    format!("{}…", title.trim_end())
}

/// The lane that a new card comes into.
pub fn lane(label: &str) -> String {
    format!("Lane: {label}")
}
