//! How much of what a file may have, and the version that is written.

/// The most nodes that are opened.
pub const MAX_NODES: usize = 5_000;

/// The most links that are opened.
pub const MAX_LINKS: usize = 20_000;

/// The most lanes and the most tours that are opened.
pub const MAX_LANES: usize = 500;

/// The most sources that are opened.
pub const MAX_SOURCES: usize = 10_000;

/// The most values that a file may have, counted by commas; a rich pathway of 20 MB has half of them.
pub const MAX_VALUES: usize = 1_000_000;

/// The longest text of one field, in bytes.
pub const MAX_TEXT: usize = 100 * 1024;

/// The farthest that a node may be pinned from the origin.
pub const MAX_COORDINATE: f64 = 1e6;

/// The format's major version that this program writes.
pub const MAJOR: u32 = 1;
