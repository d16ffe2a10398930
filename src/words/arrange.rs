//! The menu of arrangements.

/// The menu's button.
pub const MENU: &str = "Arrange ▾";
/// Its hint.
pub const MENU_HINT: &str = "What the lanes mean, and what is shown";
/// Heading of what lanes may mean.
pub const LANES: &str = "Lanes";
/// Heading of the ticks that open and fold lanes.
pub const OPEN_LANES: &str = "Lanes that are open";
/// Entry: leaves everything out that is not picked.
pub const SHOW_PICKED: &str = "Show only what is picked";
/// Entry: takes that back.
pub const SHOW_ALL: &str = "Show everything again";
/// Entry: takes the small map away.
pub const HIDE_MAP: &str = "Hide the small map";
/// Entry: brings the small map back.
pub const SHOW_MAP: &str = "Show the small map";
