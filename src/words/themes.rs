//! Names of themes.

/// As the system has it.
pub const SYSTEM: &str = "as the system";
/// Dark on light.
pub const LIGHT: &str = "light";
/// Light on dark.
pub const DARK: &str = "dark";
/// High contrast.
pub const PROJECTOR: &str = "projector";
/// Why the file of colours cannot be read.
pub const NOT_A_COLOUR: &str = "a colour is #rrggbb";
