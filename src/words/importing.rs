//! Files of other programs.

use pathlight_grammar::count;

/// Title of the box.
pub const TITLE: &str = "Open a file of another program";
/// What a pasted text is called.
pub const PASTED: &str = "What was pasted";
/// What a file is called whose name is not told again.
pub const FILE: &str = "The file";
/// Made into a pathway, the file could not be opened.
pub const LOST: &str = "what was read cannot be opened as a pathway";
/// What to do then.
pub const LOST_HINT: &str = "report this, with the file, to who makes this program";
/// What the table is for.
pub const MEANINGS: &str =
    "What its arrows mean. A kind of arrow that you know better can be changed here; it is remembered for this format.";
/// No arrow in the file.
pub const NO_ARROWS: &str = "There is no arrow in it.";
/// Head of the column of words.
pub const WORD: &str = "In the file";
/// Head of the column of counts.
pub const ARROWS: &str = "Arrows";
/// Head of the column of effects.
pub const EFFECT: &str = "Is read as";
/// Box to tick: positions.
pub const PIN: &str = "Pin the cards where the file has them";
/// Button: takes the file.
pub const TAKE: &str = "Open it";
/// Button: leaves it.
pub const LEAVE: &str = "Leave it";
/// It is being taken.
pub const WAITING: &str = "Making a pathway of it…";
/// Tab and title of the report.
pub const REPORT: &str = "Import";
/// Nothing was imported.
pub const NO_REPORT: &str = "What is open was not imported from another program.";
/// What the report is about.
pub const REPORT_HINT: &str = "What came of the file. Nothing was left out without a word here.";
/// What to do with it.
pub const NOT_SAVED: &str = "It is not saved yet: Ctrl+S makes it a file of its own; the other file stays as it is.";

/// What was found: the format's name and how much is in the file.
pub fn found(name: &str, format: &str, things: usize, arrows: usize) -> String {
    let name = if name.is_empty() { PASTED.to_owned() } else { format!("“{name}”") };
    let (things, arrows) = (count(things, "thing", "things"), count(arrows, "arrow", "arrows"));
    format!("{name} is read as {format}: {things}, {arrows}.")
}

/// What a chooser for an effect is called.
pub fn effect_of(word: &str) -> String {
    format!("What “{word}” is read as")
}

/// A row is shortened after so many.
pub fn and_more(more: usize) -> String {
    format!("and {} that each get what the format says", count(more, "word more", "words more"))
}
