//! The palette: the box that finds everything.

/// In the empty box.
pub const HINT: &str = "Type a node, a link, a source or a command";
/// Nothing was found, here or in the outline.
pub const NOTHING: &str = "Nothing here has that name. Try fewer letters.";
/// Beside a row that opens a pathway.
pub const BUNDLED: &str = "bundled pathway";
/// Beside a row that knocks a paper out.
pub const LENS: &str = "lens";
/// Beside a row that shows a source.
pub const SOURCE: &str = "source";

/// Row: opens a pathway of the library.
pub fn open(title: &str) -> String {
    format!("Open “{title}”")
}

/// Row: knocks a paper out, or brings it back.
pub fn knock_out(short: &str, title: &str) -> String {
    format!("Knock out or bring back {short}: {title}")
}
