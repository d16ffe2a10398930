//! Details: what is looked at, and why.

/// Above several things that were picked.
pub const SELECTION: &str = "SELECTION";
/// Above a node.
pub const NODE: &str = "NODE";
/// Above a link.
pub const LINK: &str = "LINK";
/// Above a folded lane.
pub const FOLDED_LANE: &str = "FOLDED LANE";
/// Above all links between two cards.
pub const LINKS: &str = "LINKS";
/// Heading of the links between two cards.
pub const LINKS_BETWEEN: &str = "Links between these two";
/// Button: closes the panel.
pub const CLOSE: &str = "Close";
/// Its hint.
pub const CLOSE_HINT: &str = "Close Details";
/// Button: shows what was shown before.
pub const BACK: &str = "Back";
/// Its hint.
pub const BACK_HINT: &str = "Show again what was shown before";
/// Menu of questions about what is looked at.
pub const ASK: &str = "Ask ▾";
/// In place of a node's lane.
pub const NO_LANE: &str = "without a lane";
/// Heading of the links that lead to a node.
pub const CAUSES: &str = "What acts on it";
/// Heading of the links that leave a node.
pub const EFFECTS: &str = "What it acts on";
/// Under such a heading where there is no link.
pub const NO_LINKS: &str = "Nothing in this pathway.";
/// Heading of a node's other names.
pub const ALIASES: &str = "Also called";
/// Heading of a node's names in public vocabularies.
pub const XREFS: &str = "In public vocabularies";
/// Heading of other pathways with the same node.
pub const ALSO_IN: &str = "Also in other pathways";
/// Hint on each of them.
pub const ALSO_IN_HINT: &str = "Opens that pathway at this node";
/// In place of an explanation.
pub const NO_EXPLANATION: &str = "No explanation has been written yet.";
/// Heading above the words of an author who looked for a source in vain.
pub const NO_SOURCE_FOUND: &str = "No source found";
/// Heading of a link's two ends.
pub const ENDS: &str = "From here";
/// What a link does: more of its effect.
pub const RAISES: &str = "raises";
/// What a link does: less of its effect.
pub const LOWERS: &str = "lowers";
/// What a link does: it depends.
pub const MIXED: &str = "mixed results";
/// What a link does: nothing that was found.
pub const NO_EFFECT: &str = "no effect found";
/// What a link does: nobody knows.
pub const UNKNOWN: &str = "effect unknown";

/// A link in a list, as a sentence with its grade.
pub fn link_row(sentence: &str, grade: &str) -> String {
    format!("{sentence} · grade {grade}")
}

/// In whom or under which conditions a link was seen.
pub fn holds_when(when: &str) -> String {
    format!("Seen in: {when}")
}

/// A link's grade.
pub fn grade(letter: &str) -> String {
    format!("Grade {letter}")
}
