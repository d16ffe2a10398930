//! The bar on top.

/// Hint on the library's menu.
pub const LIBRARY_HINT: &str = "Library and files";
/// Heading of the pathways that come with the program.
pub const LIBRARY: &str = "Library";
/// Heading of the files that were opened before.
pub const RECENT: &str = "Recent files";
/// Button: what the program is.
pub const ABOUT: &str = "About";
/// Button: shows the whole pathway.
pub const FIT: &str = "Fit";
/// The file must not be saved over.
pub const READ_ONLY: &str = "read only";
/// Why.
pub const READ_ONLY_HINT: &str =
    "This file was made by a newer version of Pathlight. It can be looked at, but not saved over.";
/// Switch: effects as the sources show them.
pub const SHOWN: &str = "Shown";
/// Its hint.
pub const SHOWN_HINT: &str = "As the sources show it (F2)";
/// Switch: effects as the popular article tells them.
pub const TOLD: &str = "Told";
/// Its hint.
pub const TOLD_HINT: &str = "As the popular article tells it (F2)";

/// Button: which theme is on.
pub fn theme(name: &str) -> String {
    format!("Theme: {name}")
}

/// Menu: what finds no room in the bar.
pub const MORE: &str = "More ▾";
/// Its hint.
pub const MORE_HINT: &str = "What a wider window, or smaller text, shows in this bar";

/// Button: takes the whole screen.
pub const PRESENT: &str = "Present";
/// Texts that are written for nobody in particular.
pub const EVERYBODY: &str = "everybody";
/// What the menu of levels is.
pub const LEVEL_HINT: &str = "For whom the texts are written";

/// The menu of levels, with the present one.
pub fn level(name: &str) -> String {
    format!("For: {name} ▾")
}
