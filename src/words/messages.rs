//! Messages: what has happened, and what to do next.

use pathlight_grammar::count;

use super::counts;

/// Something is on the clipboard.
pub const COPIED: &str = "Copied.";
/// A question needs something to ask about.
pub const LOOK_FIRST: &str = "Click a card first, or go there with the arrow keys.";
/// Neighbours need something whose neighbours they are.
pub const NEIGHBOURS_OF_WHAT: &str = "Click a card first: its neighbours are then picked with it.";
/// Folding needs a lane.
pub const FOLD_WHICH: &str = "Click a card first: its lane is then folded to one card.";
/// Leaving out needs something that stays.
pub const PICK_FIRST: &str = "Pick some cards first: Shift and drag around them, or Shift+click.";

/// The theme has changed.
pub fn theme(name: &str) -> String {
    format!("Theme: {name}.")
}

/// So many nodes are picked now.
pub fn picked(nodes: usize) -> String {
    format!("{} picked.", counts::nodes(nodes))
}

/// Only what was picked is shown.
pub fn focused(shown: usize, left_out: usize) -> String {
    format!(
        "Only {} shown, {} left out; Ctrl+Shift+F shows everything again.",
        count(shown, "node is", "nodes are"),
        count(left_out, "is", "are"),
    )
}

/// Two pathways are shown on one canvas.
pub fn compared(later: &str, earlier: &str, differences: usize) -> String {
    format!("“{later}” beside “{earlier}”: {}.", counts::differences(differences))
}

/// A question has no answer; the reason begins with a small letter and ends without a full stop.
pub fn no_answer(why: &str) -> String {
    format!("This cannot be answered: {why}.")
}

/// A file is being read.
pub fn opening(file: &str) -> String {
    format!("Opening {file}…")
}

/// Nothing of that id comes with the program.
pub fn not_bundled(id: &str) -> String {
    format!("There is no bundled pathway called “{id}”.")
}

/// A file cannot be opened; the reasons stand below.
pub fn refused(file: &str) -> String {
    format!("{file} cannot be opened.")
}

/// Why a file as a whole cannot be read, and what to do.
pub fn reason(what: &str, hint: &str) -> String {
    format!("{what}; {hint}")
}

/// A file was opened, but not all of it was understood.
pub fn opened_with_problems(file: &str, problems: usize) -> String {
    let found = counts::problems(problems);
    format!("{file} opened with {found}. What could not be read is kept as it is; Ctrl+E lists it.")
}

/// The open file was changed by another program, and has not been read again.
pub fn changed_on_disk(file: &str) -> String {
    format!("{file} has changed on disk; Ctrl+R reads it again.")
}

/// The open file was changed by another program, and has been read again.
pub fn read_again(file: &str) -> String {
    format!("{file} has changed on disk and was read again.")
}

/// The open file was changed by another program, and cannot be read; the reasons stand below.
pub fn changed_and_unread(file: &str) -> String {
    format!("{file} has changed on disk and cannot be read now. What is shown is as it was.")
}

/// The open file was deleted or moved by another program.
pub fn gone(file: &str) -> String {
    format!("{file} is no longer there. What is shown is as it was.")
}

/// The system's browser did not start.
pub fn no_browser(address: &str) -> String {
    format!("The browser could not be opened. The address is {address}")
}

/// An address that could do anything but show a page.
pub fn unsafe_address(address: &str) -> String {
    format!("“{address}” was not opened: only plain http and https addresses are.")
}
