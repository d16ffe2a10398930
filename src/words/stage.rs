//! The whole screen of a presentation, and the speaker's window.

/// Button `×`, for those who hear it.
pub const END: &str = "End (F5)";
/// Button `›`, for those who hear it.
pub const NEXT: &str = "Next (Page Down)";
/// Button `‹`, for those who hear it.
pub const BACK: &str = "Back (Page Up)";
/// Title of the speaker's window.
pub const NOTES_TITLE: &str = "Notes – Pathlight";
/// Buttons of the speaker's window: black.
pub const BLACK: &str = "Black";
/// Buttons of the speaker's window: end.
pub const END_SHORT: &str = "End";
/// Heading of the notes.
pub const NOTES: &str = "Notes";
/// A step without notes.
pub const NO_NOTES: &str = "None for this step.";
/// Heading of the next step.
pub const NEXT_STEP: &str = "Next";
/// After the last step.
pub const THE_END: &str = "The end.";
/// Heading of the keys.
pub const KEYS: &str = "Keys";
/// The keys of the whole screen.
pub const ALL_KEYS: &str = "Page Down, right arrow or space: on. Page Up or left arrow: back. 1 to 4: count a \
    hand, take a branch or answer; with Shift take a hand back. B or full stop: black. S: spotlight. V: this window. Tab and Enter: \
    explain a card or an arrow. I, D, X: raise, lower or block the card that is marked; Q: ask the class what becomes of \
    it. Esc: one step back, at last to the window. F5: back to the window at once.";

/// A link with its grade, as it is explained.
pub fn link(claim: &str, grade: &str, short: &str, why: &str) -> String {
    format!("**{claim}** (grade {grade}: {short}). {why}")
}
