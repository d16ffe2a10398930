//! The list of problems: what is offered about them, and what came of it.

/// What is wrong with the present state is not known yet.
pub const CHECKING: &str = "What is wrong is being looked at anew. Try again in a moment.";
/// What a problem is about is not in the drawing.
pub const NOT_DRAWN: &str = "This record found no place in the drawing.";
/// Says that the list is of a state before.
pub const STALE: &str = "The pathway is being looked at anew…";
/// Heading of the remarks, which are not wrong.
pub const REMARKS: &str = "Remarks for whoever writes this pathway";

/// Something was done, by the name of the step, and what came with it, in a sentence.
pub fn mended(step: &str, told: Option<&str>) -> String {
    let told = told.map(|told| format!(" {told}")).unwrap_or_default();
    format!("Done: {step}.{told} Ctrl+Z takes it back.")
}

/// What a button is called for readers: there is one of its words for every problem.
pub fn about(button: &str, what: &str) -> String {
    format!("{button}: {what}")
}
