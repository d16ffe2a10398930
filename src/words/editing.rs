//! Editing: what was done, what cannot be done, and what to do next.

use pathlight_grammar::count;

/// Title of a pathway that has none yet.
pub const UNTITLED: &str = "Untitled pathway";
/// While a quiz is taken nothing is edited.
pub const NOT_IN_A_QUIZ: &str = "Leave the quiz first, with Esc: nothing is edited while it is taken.";
/// A key is about a link.
pub const WHICH_LINK: &str = "Go to a link first: click an arrow, or press → on a card.";
/// A key is about a card.
pub const WHICH_CARD: &str = "Go to a card first: click it, or go there with the arrow keys.";
/// Nothing is looked at that could be deleted.
pub const DELETE_WHAT: &str = "Click a card or an arrow first, or pick several cards.";
/// Nothing is looked at that could be copied.
pub const COPY_WHAT: &str = "Click a card first, or pick several: they are then copied with the links between them.";
/// No card is pinned.
pub const NOTHING_PINNED: &str = "No card is pinned: drag a card to pin it.";

/// Two sentences, one after the other.
pub fn both(one: &str, other: &str) -> String {
    format!("{one} {other}")
}

/// A link is new; and what other keys make of it.
pub fn linked(sentence: &str) -> String {
    format!("{sentence}. Press - if it lowers, ~ or M for mixed results, 0 for no effect, ? or U for unknown.")
}

/// A link has the effect already that was asked for.
pub fn so_already(sentence: &str) -> String {
    format!("It is so already: {sentence}.")
}

/// Something was pasted, by the name of the step, and what came with it, in a sentence.
pub fn pasted(step: &str, told: Option<&str>) -> String {
    let what = step.strip_prefix("paste ").or(step.strip_prefix("add ")).unwrap_or(step);
    let told = told.map(|told| format!(" {told}")).unwrap_or_default();
    format!("Added {what}.{told} Ctrl+Z takes it back.")
}

/// What a link says after it was changed, and what came with that, in a sentence.
pub fn says_now(sentence: &str, told: Option<&str>) -> String {
    let told = told.map(|told| format!(" {told}")).unwrap_or_default();
    format!("{sentence}.{told}")
}

/// A card was dropped in another lane.
pub fn in_lane(label: &str, lane: &str) -> String {
    format!("“{label}” lies in the lane “{lane}” now. Ctrl+Z takes it back.")
}

/// Something was deleted, by the name of the step, and what went with it, in a sentence.
pub fn deleted(step: &str, told: Option<&str>) -> String {
    let what = step.strip_prefix("delete ").unwrap_or(step);
    let told = told.map(|told| format!(" {told}")).unwrap_or_default();
    format!("Deleted {what}.{told} Ctrl+Z brings it back.")
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
