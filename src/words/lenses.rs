//! Lenses, and how much rests on each paper.

use pathlight_grammar::count;

use super::counts;

/// What lenses do.
pub const HINT: &str = "What a lens hides stays as a faint trace.";
/// Heading of the lens for grades.
pub const WEIGHT: &str = "Weight of the evidence";
/// Before the weakest grade of that lens: `A to C`.
pub const FROM_A_TO: &str = "A to";
/// Hint on that lens.
pub const WEIGHT_HINT: &str = "F6 stronger, F7 weaker";
/// Heading of the lenses for sorts of evidence.
pub const KIND: &str = "Kind of evidence";
/// Tick: the lens for people.
pub const HUMAN_ONLY: &str = "Only links tested in people";
/// Tick: the lens for links that are disputed or told otherwise.
pub const CONTESTED_ONLY: &str = "Only contested links";
/// Heading of the paper that is knocked out.
pub const WITHOUT: &str = "Without one paper";
/// Button under it: takes that back.
pub const BRING_BACK: &str = "Bring it back";
/// Button at a paper: shows the pathway without it.
pub const KNOCK_OUT: &str = "Knock out this paper";
/// Button at a paper that is knocked out.
pub const BRING_PAPER_BACK: &str = "Bring this paper back";
/// Hint on either.
pub const KNOCK_OUT_HINT: &str = "Shows the pathway as if this paper did not exist";

/// The weakest grade that passes, by its definition.
pub fn weakest(definition: &str) -> String {
    format!("The weakest that is shown: {definition}")
}

/// Which paper is knocked out.
pub fn as_if_without(paper: &str) -> String {
    format!("As if {paper} did not exist.")
}

/// How many links cite a paper, and how many would be gone without it.
pub fn how_much_rests(links: usize, alone: usize) -> String {
    let cited = format!("cited by {}", counts::links(links));
    match alone {
        0 => cited,
        n => format!("{cited}; {} on it alone", count(n, "link rests", "links rest")),
    }
}
