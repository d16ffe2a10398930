//! Editing: what was done, what cannot be done, and what to do next.

use pathlight_grammar::count;

/// Title of a pathway that has none yet.
pub const UNTITLED: &str = "Untitled pathway";
/// While a quiz is taken nothing is edited.
pub const NOT_IN_A_QUIZ: &str = "Leave the quiz first, with Esc: nothing is edited while it is taken.";

/// Two sentences, one after the other.
pub fn both(one: &str, other: &str) -> String {
    format!("{one} {other}")
}

/// Title of the list of steps.
pub const STEPS: &str = "Steps so far";
/// What to do with that list.
pub const STEPS_HINT: &str = "Choose a step to go to the pathway as it was then. Nothing is lost by that: steps after it can be \
                              made again, until something else is edited there.";
/// The state before the first step.
pub const AS_OPENED: &str = "as it was opened";
/// That list where nothing was edited.
pub const NO_STEPS: &str = "Nothing has been edited yet.";
/// Button: copies the list.
pub const COPY_STEPS: &str = "Copy the list";

/// Marks of a row of the list of steps: where one is, what the file holds, what has been undone.
pub const HERE_NOW: &str = "here now";
/// As above.
pub const SAVED: &str = "saved";
/// As above.
pub const UNDONE: &str = "undone";

/// A row of the list of steps, with its marks.
pub fn step(number: usize, label: &str, marks: &[&str]) -> String {
    let marks: String = marks.iter().map(|mark| format!(" · {mark}")).collect();
    format!("{number}  {label}{marks}")
}

/// Label of the first lane of a new pathway.
pub const FIRST_LANE: &str = "All";

/// What cannot be changed has become a copy.
pub fn copied(title: &str) -> String {
    format!("This is now a copy of “{title}” of your own. Save it with Ctrl+S; the original stays as it is.")
}

/// Why an edit was not made, as a sentence.
pub fn refused(why: &str) -> String {
    format!("Nothing was changed: {why}.")
}

/// Another state was gone to, by so many steps back or forth; nothing where it is the same or there is none.
pub fn went(steps: usize, back: bool) -> String {
    match (steps, back) {
        (0, _) => "The pathway is at this step already.".to_owned(),
        (steps, true) => format!("{} undone.", count(steps, "step", "steps")),
        (steps, false) => format!("{} made again.", count(steps, "step", "steps")),
    }
}

/// A step was taken back or made again; nothing where there was none.
pub fn stepped(label: Option<&str>, back: bool) -> String {
    match (label, back) {
        (Some(label), true) => format!("Undone: {label}."),
        (Some(label), false) => format!("Done again: {label}."),
        (None, true) => "There is nothing to undo.".to_owned(),
        (None, false) => "There is nothing to do again.".to_owned(),
    }
}
