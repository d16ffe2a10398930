//! Editing: what was done, what cannot be done, and what to do next.

/// Title of a pathway that has none yet.
pub const UNTITLED: &str = "Untitled pathway";
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

/// A step was taken back or made again; nothing where there was none.
pub fn stepped(label: Option<&str>, back: bool) -> String {
    match (label, back) {
        (Some(label), true) => format!("Undone: {label}."),
        (Some(label), false) => format!("Done again: {label}."),
        (None, true) => "There is nothing to undo.".to_owned(),
        (None, false) => "There is nothing to do again.".to_owned(),
    }
}
