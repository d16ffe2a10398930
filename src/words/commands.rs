//! Names of commands, in the imperative, with an ellipsis where more is asked for; and of keys.

/// Opens the palette.
pub const PALETTE: &str = "Search or run a command";
/// Puts the cursor into the outline's search box.
pub const SEARCH: &str = "Search the outline";
/// Begins a pathway of one's own.
pub const NEW: &str = "New pathway";
/// Takes the last edit back.
pub const UNDO: &str = "Undo";
/// Makes the edit again that was taken back.
pub const REDO: &str = "Redo";
/// Writes in Details, or reads again.
pub const EDIT_DETAILS: &str = "Edit what Details show, or read again";
/// Asks for a source.
pub const ADD_SOURCE: &str = "Add a source…";
/// Adds what is looked at to the step of a tour.
pub const SHOW_IN_STEP: &str = "Show this in the step of the tour that is written";
/// Shows the lanes, to name, move and remove them.
pub const EDIT_LANES: &str = "Edit the lanes";
/// Adds a lane below the others.
pub const ADD_LANE: &str = "Add a lane";
/// Asks for the name of a new node.
pub const ADD_NODE: &str = "Add a card…";
/// Asks for another name of a node.
pub const RENAME: &str = "Rename this card…";
/// Links to an effect.
pub const LINK_TO: &str = "Link this card to an effect…";
/// Links from a cause.
pub const LINK_FROM: &str = "Link a cause to this card…";
/// A link raises.
pub const SET_RAISES: &str = "This link raises";
/// A link lowers.
pub const SET_LOWERS: &str = "This link lowers";
/// A link has mixed results.
pub const SET_MIXED: &str = "This link has mixed results";
/// A link has no effect.
pub const SET_NO_EFFECT: &str = "This link has no effect";
/// What a link does is unknown.
pub const SET_UNKNOWN: &str = "What this link does is unknown";
/// Turns a link round.
pub const REVERSE: &str = "Turn this link round";
/// Leads a link elsewhere.
pub const MOVE_EFFECT: &str = "Lead this link to another effect…";
/// Leads a link from elsewhere.
pub const MOVE_CAUSE: &str = "Let this link come from another cause…";
/// Deletes.
pub const DELETE: &str = "Delete this, or all that is picked";
/// Sets pinned cards free.
pub const TIDY: &str = "Tidy: set pinned cards free";
/// Asks for a file and opens it.
pub const OPEN: &str = "Open a file…";
/// Saves the pathway.
pub const SAVE: &str = "Save";
/// Saves the pathway under another name.
pub const SAVE_AS: &str = "Save as…";
/// Writes the picture into a file.
pub const SAVE_PICTURE: &str = "Save the picture (SVG, PNG or PDF)…";
/// Writes a worksheet.
pub const SAVE_WORKSHEET: &str = "Save a worksheet and its key (PDF)…";
/// Reads the file again.
pub const RELOAD: &str = "Read the file again";
/// Shows the whole pathway.
pub const FIT: &str = "Fit the pathway to the window";
/// Nearer.
pub const ZOOM_IN: &str = "Zoom in";
/// Farther.
pub const ZOOM_OUT: &str = "Zoom out";
/// Zoom 1.
pub const ACTUAL_SIZE: &str = "Zoom to actual size";
/// Shows or hides the outline.
pub const OUTLINE: &str = "Show or hide the outline";
/// Shows or hides the legend.
pub const LEGEND: &str = "Show or hide the legend";
/// Shows what is wrong with the file.
pub const PROBLEMS: &str = "Show the file’s problems";
/// Shows the messages that there were.
pub const MESSAGES: &str = "Show the messages so far";
/// Asks for lines of notation.
pub const QUICK_ENTRY: &str = "Enter many nodes and links as lines…";
/// Finds and replaces.
pub const REPLACE: &str = "Find and replace in texts…";
/// Makes two nodes one.
pub const MERGE: &str = "Make two picked cards one…";
/// Shows the steps that were made.
pub const STEPS: &str = "Show the steps so far";
/// As the article tells it, or as the sources show it.
pub const READING: &str = "Switch between told by the article and shown by the sources";
/// Only links that were tested in people.
pub const HUMAN_ONLY: &str = "Show only links tested in people";
/// Only links that are disputed or told otherwise.
pub const CONTESTED_ONLY: &str = "Show only contested links";
/// Hides the weakest grade that is shown.
pub const STRONGER_ONLY: &str = "Hide the weakest grade of evidence";
/// Shows the next weaker grade too.
pub const WEAKER_TOO: &str = "Show the next weaker grade too";
/// Takes every lens away.
pub const CLEAR_LENSES: &str = "Show every link again";
/// Shows or hides the lenses.
pub const LENSES: &str = "Show or hide the lenses";
/// Shows or hides the sources.
pub const SOURCES: &str = "Show or hide the sources";
/// Lanes by place.
pub const LANES_BY_PLACE: &str = "Lanes by place in the body";
/// Lanes by time.
pub const LANES_BY_TIME: &str = "Lanes by how soon a change arrives";
/// Lanes by scale.
pub const LANES_BY_SCALE: &str = "Lanes from person to molecule";
/// No lanes.
pub const LANES_WITHOUT: &str = "No lanes";
/// Draws the pathway anew for the window as it is now.
pub const DRAW_ANEW: &str = "Draw anew for this window";
/// Folds the lane of what is looked at to one card, or opens it.
pub const FOLD_LANE: &str = "Fold this lane to one card, or open it";
/// Opens every folded lane.
pub const OPEN_LANES: &str = "Open every folded lane";
/// Picks the neighbours of what is picked or looked at.
pub const PICK_NEIGHBOURS: &str = "Pick the neighbours too";
/// Shows only what is picked, or everything again.
pub const FOCUS: &str = "Show only what is picked, or everything again";
/// Shows or hides the small map.
pub const MINIMAP: &str = "Show or hide the small map";
/// Opens the questions.
pub const ASK: &str = "Ask the pathway";
/// Asks for the feedback loops.
pub const ASK_LOOPS: &str = "Find the feedback loops";
/// Routes begin at what is looked at.
pub const ROUTES_FROM: &str = "Routes from here";
/// Routes end at what is looked at.
pub const ROUTES_TO: &str = "Routes to here";
/// What if there is more of what is looked at?
pub const RAISE: &str = "What if there is more of this?";
/// What if there is less of what is looked at?
pub const LOWER: &str = "What if there is less of this?";
/// What if what is looked at is blocked?
pub const BLOCK: &str = "What if this is blocked?";
/// Plays the signal of a what-if.
pub const PLAY_SIGNAL: &str = "Let the signal run";
/// Moves the signal of a what-if one step on.
pub const STEP_SIGNAL: &str = "Let the signal run one step";
/// Shows or hides the teaching panel.
pub const TEACH: &str = "Show or hide tours, quizzes and students’ maps";
/// Presents, or stops presenting.
pub const PRESENT: &str = "Present on the whole screen, or stop";
/// The next step.
pub const NEXT_STEP: &str = "Next step of the tour";
/// The step before.
pub const PREVIOUS_STEP: &str = "Previous step of the tour";
/// Asks the class.
pub const ASK_THE_CLASS: &str = "Ask the class what becomes of this";
/// Texts for the next level.
pub const LEVEL: &str = "Texts for another level of knowledge";
/// Changes the theme.
pub const THEME: &str = "Change the theme (system, light, dark, projector)";
/// Larger texts everywhere.
pub const LARGER_TEXT: &str = "Make all text larger";
/// Smaller texts everywhere.
pub const SMALLER_TEXT: &str = "Make all text smaller";
/// Window or whole screen.
pub const FULL_SCREEN: &str = "Full screen on or off";
/// What the program is, and what it is not; also the title of that text.
pub const ABOUT: &str = "About Pathlight";
/// Closes what was opened last.
pub const BACK: &str = "Go back one step";
/// Ends the program.
pub const QUIT: &str = "Quit";

/// Two shortcuts of one command.
pub fn either(one: &str, other: &str) -> String {
    format!("{one}, {other}")
}

/// The key that is held down for most shortcuts, with what joins it to the next.
pub const CTRL: &str = "Ctrl+";
/// The key that is held down for further shortcuts, with what joins it to the next.
pub const SHIFT: &str = "Shift+";
/// The key that goes back a step.
pub const PAGE_UP: &str = "Page Up";
/// The key that goes on a step.
pub const PAGE_DOWN: &str = "Page Down";
/// The key that inserts.
pub const INSERT: &str = "Insert";
/// The key that deletes.
pub const DELETE_KEY: &str = "Delete";
/// The key that deletes to the left.
pub const BACKSPACE: &str = "Backspace";
/// The key that closes.
pub const ESCAPE: &str = "Esc";
/// The key that opens.
pub const ENTER: &str = "Enter";
/// Shows what came of an import.
pub const REPORT: &str = "What came of the import";
