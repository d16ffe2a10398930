//! Answers to questions: loops, routes, what-ifs, reach.

use pathlight_grammar::form;

use super::counts;

/// While an answer is being worked out.
pub const WAITING: &str = "Working it out…";
/// Heading of what can cause a node; its number follows.
pub const CAUSES: &str = "Brings it about";
/// Heading of what a node can cause; its number follows.
pub const EFFECTS: &str = "Follows from it";
/// Heading of what causes both of two nodes.
pub const SHARED_CAUSES: &str = "Causes of both";
/// Heading of what both of two nodes cause.
pub const SHARED_EFFECTS: &str = "Effects of both";
/// Where two nodes share nothing.
pub const NOTHING_SHARED: &str = "None.";
/// Heading of the fewest links without which no loop reinforces.
pub const BREAKING: &str = "What would end all that reinforces";
/// That list is proven to be the shortest.
pub const NO_FEWER: &str = "No fewer links would do.";
/// Button: draws a loop as a ring.
pub const AS_CIRCLE: &str = "Draw as a circle";
/// Button: goes back from the ring to the whole.
pub const SHOW_EVERYTHING: &str = "Show everything";
/// Heading of the one link that all routes need.
pub const HANGS_ON: &str = "It hangs on one link";
/// Heading of the list of routes.
pub const ROUTES: &str = "Routes, the best supported first";
/// What a row of the list of routes is, for those who hear it.
pub const ROUTE: &str = "route";
/// Title of a route that is copied in words.
pub const ROUTE_STORY: &str = "A route";
/// Heading of what separates two nodes.
pub const CUTS: &str = "What stops every route";
/// No node lies on a direct link.
pub const CUTS_BESIDE_DIRECT: &str = "A link leads straight there; these nodes stop every other route.";
/// Heading of the nodes that lie on every route.
pub const EVERY_ROUTE: &str = "Every route passes here";
/// Heading of the nodes that nothing reaches any more.
pub const CUT_OFF: &str = "Cut off";
/// Heading of the nodes that are reached in spite of a block.
pub const STILL_REACHED: &str = "Still reached, another way";
/// Heading of an answer as sentences.
pub const IN_WORDS: &str = "In words";
/// Heading of the nodes of which there is more.
pub const MORE: &str = "More";
/// Heading of the nodes of which there is less.
pub const LESS: &str = "Less";
/// Heading of the nodes on which routes disagree.
pub const UNDECIDED: &str = "Cannot be said";
/// Heading of the nodes that stay as they are.
pub const UNCHANGED: &str = "Unchanged";
/// A search stopped at its greatest number.
pub const FURTHER_ONES: &str = "There are more than were listed.";
/// A search stopped after its greatest number of steps.
pub const CUT_SHORT: &str = "The search was cut short; there may be more.";
/// Button: asks for longer ones than are listed.
pub const LOOK_FOR_LONGER: &str = "Look for longer ones";
/// Button: asks for more than are listed.
pub const LOOK_FURTHER: &str = "Look further";
/// The links that are named break all loops that are known, and there may be others.
pub const ONLY_KNOWN_BROKEN: &str = "That is known of the loops that were found; there may be others.";
/// Button: copies sentences and references.
pub const COPY_MARKDOWN: &str = "Copy as Markdown";

/// How far a shared cause or effect is from each of the two nodes.
pub fn far_from_both(first: usize, second: usize) -> String {
    format!("{} and {} away", counts::links(first), counts::links(second))
}

/// How far a ring of causes or effects is.
pub fn away(links: usize) -> String {
    format!("{} away", counts::links(links))
}

/// Fewer links than these cannot break all loops that reinforce.
pub fn at_least(links: usize) -> String {
    format!("At least {links} {} needed.", form(links, "is", "are"))
}

/// What all routes come to.
pub fn together(effect: &str) -> String {
    format!("Together: {effect}.")
}

/// What a route leads over, if anything.
pub fn by_way_of(nodes: &[&str]) -> String {
    if nodes.is_empty() { "straight".to_owned() } else { format!("by {}", nodes.join(", ")) }
}

/// Above the nodes that stop every route.
pub fn blocking(nodes: usize) -> String {
    format!("Blocking {}:", counts::nodes(nodes))
}

/// Above the links that stop every route.
pub fn closing(links: usize) -> String {
    format!("Or closing {}:", counts::links(links))
}

/// What becomes of a node once loops have had their say.
pub fn with_feedback(outcome: &str) -> String {
    format!("{outcome} with feedback")
}

/// Heading of the loops that a block breaks.
pub fn broken_loops(n: usize) -> String {
    format!("Loops that break ({n})")
}

/// Above the weakest links of a loop or a route of a grade.
pub fn weakest(grade: &str, links: usize) -> String {
    format!("Grade {grade}: {}", form(links, "its weakest link is", "its weakest links are"))
}

/// A list that is longer than what is shown of it.
pub fn not_listed(n: usize) -> String {
    format!("{n} more {} not listed here.", form(n, "is", "are"))
}

/// A search stopped at its greatest length.
pub fn longer_ones(length: usize) -> String {
    format!("Up to {}; there may be longer ones.", counts::links(length))
}
