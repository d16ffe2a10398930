//! Writing tours: fields, buttons, and what they are called for readers.

use pathlight_grammar::count;

/// Title of a tour that has none yet.
pub const UNTITLED: &str = "Untitled tour";
/// Heading above the ways to begin a tour.
pub const WRITE: &str = "Write a tour of your own";
/// What that does.
pub const WRITE_HINT: &str = "It becomes part of the pathway, and is saved with it.";
/// Button: begins with nothing.
pub const NEW: &str = "An empty tour";
/// Button: begins with what is picked or looked at.
pub const OF_PICKED: &str = "Of what is picked";
/// Buttons: begins with an answer, or the whole pathway.
pub const OF_ROW: &str = "Of the lit route or loop";
/// As above, of the what-if.
pub const OF_WHAT_IF: &str = "Of the what-if";
/// As above, of the whole pathway.
pub const OF_WHOLE: &str = "Of all that there is";
/// Button: ends the writing.
pub const DONE: &str = "Done with the tour";
/// Button: tells the tour.
pub const TELL: &str = "Tell it";
/// Field: the title.
pub const TITLE: &str = "Title of the tour";
/// Buttons: move the tour in the list, or remove it.
pub const TOUR_UP: &str = "Move the tour up";
/// As above.
pub const TOUR_DOWN: &str = "Move the tour down";
/// As above.
pub const REMOVE_TOUR: &str = "Remove the tour";
/// Heading above the steps.
pub const STEPS: &str = "Steps";
/// Where there are none.
pub const NO_STEPS: &str = "It has no steps yet. Pick cards on the drawing, then add a step that shows them.";
/// Button: adds a step.
pub const ADD_STEP: &str = "Add a step after this one";
/// Buttons: move a step, or remove it.
pub const STEP_UP: &str = "Move the step up";
/// As above.
pub const STEP_DOWN: &str = "Move the step down";
/// As above.
pub const REMOVE_STEP: &str = "Remove the step";
/// Heading above what a step shows.
pub const SHOWS: &str = "What it shows";
/// Where that is nothing.
pub const SHOWS_NOTHING: &str = "Nothing. Only its text is told.";
/// Button: adds what is picked or looked at.
pub const SHOW: &str = "Show what is picked";
/// Nothing is picked or looked at.
pub const CHOOSE_FIRST: &str =
    "Pick cards or go to a card or an arrow first: click it, or go there with the arrow keys.";
/// No step is written to which it could be added.
pub const NO_STEP: &str = "No step of a tour is being written: open a tour under Teach and add a step first.";
/// All of it is shown already.
pub const SHOWN_ALREADY: &str = "The step shows that already.";
/// Field: what is said.
pub const TEXT: &str = "Text of the step";
/// Field: what only the speaker reads.
pub const NOTES: &str = "Notes for the speaker";
/// Heading above the question to the class.
pub const QUESTION: &str = "Question to the class";
/// What that is, where there is none.
pub const NO_QUESTION: &str = "Asks nothing. Choose what is raised or lowered, and what the class is asked about.";
/// A question that is not complete.
pub const INCOMPLETE: &str =
    "Not asked yet: choose something that is raised or lowered, and something else to ask about.";
/// What the chooser of a raised node is called.
pub const RAISE: &str = "Raise";
/// As above, of a lowered one.
pub const LOWER: &str = "Lower";
/// As above, of a blocked one.
pub const BLOCK: &str = "Block";
/// As above, of what is asked about.
pub const ASK: &str = "Ask about";
/// Button: blocks an arrow, which is no card of a list.
pub const BLOCK_ARROW: &str = "Block the arrow that is looked at";
/// What stands on a chooser of nodes where one more can be chosen.
pub const ONE_MORE: &str = "add a card…";
/// What stands on the chooser of what is asked about, where that is nothing.
pub const NOTHING: &str = "choose a card…";
/// Button: asks nothing.
pub const DROP_QUESTION: &str = "Ask nothing";
/// Heading above ways to other tours.
pub const BRANCHES: &str = "Ways to other tours";
/// Button: adds one.
pub const ADD_BRANCH: &str = "Add a way to another tour";
/// Button: takes one out.
pub const REMOVE_BRANCH: &str = "Remove this way";
/// Heading above texts for readers of other levels.
pub const LEVELS: &str = "Texts for other readers";

/// A button: writes this tour.
pub fn write(title: &str) -> String {
    format!("Edit “{title}”")
}

/// Which step is written, of how many.
pub fn step_of(number: usize, count: usize) -> String {
    format!("Step {number} of {count}")
}

/// A row of the steps: its number and its first words, or what it shows.
pub fn step_row(number: usize, beginning: &str, shown: usize) -> String {
    match beginning {
        "" => format!("{number}  (no text) {}", count(shown, "card or arrow", "cards and arrows")),
        beginning => format!("{number}  {beginning}"),
    }
}

/// A button: takes this out of what is shown, raised, lowered or blocked.
pub fn take_out(name: &str) -> String {
    format!("Take out {name}")
}

/// A node in a question, with what is done to it.
pub fn pushed(verb: &str, name: &str) -> String {
    format!("{verb}: {name}")
}

/// Field: a text for a level.
pub fn text_for(level: &str) -> String {
    format!("Text for a {level}")
}

/// Field: what a way is chosen by, and where it leads.
pub fn branch_to(title: &str) -> String {
    format!("Words of the way to “{title}”")
}

/// A button: adds a way to this tour.
pub fn add_branch(title: &str) -> String {
    format!("Add a way to “{title}”")
}
