//! A student's own map.

/// What the page is for.
pub const HINT: &str = "Draw from memory, a line for each arrow, and see how it compares with what is open. Arrows: -> \
    raises, -| lowers, -<> mixed, -0 no effect, -? unknown. A sign in brackets counts, too: -> sleep (-) is -| sleep.";
/// The box, for those who hear it.
pub const BOX: &str = "Lines of the map";
/// Button: marks.
pub const MARK: &str = "Mark it";
/// Button: opens a file.
pub const OPEN: &str = "Open a file…";
/// Button: takes the map away.
pub const CLEAR: &str = "Clear";
/// Button: shows the words.
pub const SHOW_WORDS: &str = "Show the words to use";
/// Button: hides the words.
pub const HIDE_WORDS: &str = "Hide the words";
/// Beside a remark: lights what it is about.
pub const SHOW_HINT: &str = "Shows it on the canvas";
/// Instead of marks, where the open pathway says nothing that a map could say, too.
pub const NOTHING_TO_MARK: &str = "There is nothing to mark a map against: the open pathway has no links.";

/// In the empty box: a line about what is open, or about anything where there is nothing.
pub fn example(line: Option<&str>) -> String {
    line.unwrap_or("stress -> cortisol -| sleep").to_owned()
}

/// Nothing to mark.
pub fn empty(line: Option<&str>) -> String {
    format!("There is nothing to mark yet: write a line such as {}.", example(line))
}

/// A line cannot be read.
pub fn unreadable(why: &str) -> String {
    format!("This cannot be read: {why}.")
}

/// Which file is marked.
pub fn file(name: &str) -> String {
    format!("From the file {name}")
}

/// How many points.
pub fn score(score: u32) -> String {
    format!("{score} of 100 points")
}

/// The papers behind a remark.
pub fn sources(list: &str) -> String {
    format!("Sources: {list}")
}
