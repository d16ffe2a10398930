//! The panel of questions.

/// Tab of questions about feedback loops.
pub const LOOPS: &str = "Loops";
/// What that tab is about.
pub const LOOPS_HINT: &str = "Ways on which a change comes back to where it began.";
/// Tab of questions about routes.
pub const ROUTES: &str = "Routes";
/// What that tab is about.
pub const ROUTES_HINT: &str = "By which routes does one thing lead to another?";
/// Tab of what-ifs, and title of one that is copied in words.
pub const WHAT_IF: &str = "What if";
/// What that tab is about.
pub const WHAT_IF_HINT: &str = "Raise, lower or block something, and see what follows. Answers are signs, never sizes.";
/// Tab of questions about causes and effects.
pub const REACH: &str = "Reach";
/// What that tab is about.
pub const REACH_HINT: &str =
    "What brings something about, and what follows from it? With a second node: what do both share?";
/// Tab of comparisons.
pub const COMPARE: &str = "Compare";
/// What that tab is about.
pub const COMPARE_HINT: &str = "Shows what is open and another pathway on one canvas, and says how they differ.";
/// A lens is on, so that answers do not count every link.
pub const THROUGH_LENS: &str = "Only links that the lens shows are counted.";
/// Beside the box for the node where routes begin.
pub const FROM: &str = "From";
/// Beside the box for the node where routes end.
pub const TO: &str = "To";
/// Beside the box for the node whose causes and effects are asked.
pub const NODE: &str = "Node";
/// Beside the box for a second node.
pub const SECOND_NODE: &str = "And";
/// Button: takes the second node away.
pub const NO_SECOND_NODE: &str = "Without the second node";
/// In a box while nothing is chosen.
pub const CHOOSE_NODE: &str = "choose a node";
/// In the box for letters of a node's name.
pub const TYPE_NAME: &str = "type a name";
/// What to do first, while nothing is looked at.
pub const CHOOSE_FIRST: &str = "Click a card or a link first, or choose one here.";
/// Button and box: more of something.
pub const RAISE: &str = "Raise";
/// Button and box: less of something.
pub const LOWER: &str = "Lower";
/// Button and box: something is held, or a link closed.
pub const BLOCK: &str = "Block";
/// Heading of what has been raised, lowered and blocked.
pub const DONE: &str = "Done so far";
/// Hint: takes a push or a block back.
pub const FREE_HINT: &str = "Let go of it";
/// Button: plays the signal.
pub const PLAY: &str = "Play";
/// Its hint.
pub const PLAY_HINT: &str = "Let the signal run (Ctrl+Shift+P)";
/// Button: moves the signal one link on.
pub const STEP: &str = "Step";
/// Its hint.
pub const STEP_HINT: &str = "One step of the signal (Ctrl+Shift+T)";
/// Button: takes all pushes and blocks back.
pub const CLEAR: &str = "Clear";
/// Button: compares with a file.
pub const COMPARE_FILE: &str = "A file…";
/// Sign and meaning of what two pathways both have, but not alike.
pub const IN_BOTH: &str = "± in both, but not the same";
/// Button: shows one pathway again.
pub const END_COMPARISON: &str = "End the comparison";

/// While two pathways are compared: answers are about one of them.
pub fn about_the_open(title: &str) -> String {
    format!("Answers are about “{title}” alone.")
}

/// Sign and meaning of what only the later pathway has.
pub fn only_in_later(title: &str) -> String {
    format!("+ only in “{title}”")
}

/// Sign and meaning of what only the earlier pathway has.
pub fn only_in_earlier(title: &str) -> String {
    format!("− only in “{title}”")
}

/// The box for letters of a node's name, for those who hear it.
pub fn letters_for(what: &str) -> String {
    format!("{what}: name of the node")
}

/// More nodes than are listed.
pub fn more_nodes(n: usize) -> String {
    format!("{n} more: type a name")
}

/// Something that was raised, lowered or blocked, on a button that lets go of it.
pub fn done(name: &str, word: &str) -> String {
    format!("{name}: {word}  ×")
}

/// A list of differences that is longer than what is shown of it.
pub fn more_differences(n: usize) -> String {
    format!("{n} more; `pathlight diff` lists all.")
}

/// Button: asks the class about the card that is looked at.
pub const ASK_THE_CLASS: &str = "Ask the class";
/// What that button asks.
pub const ASK_THE_CLASS_HINT: &str = "What becomes of the card that is looked at?";
