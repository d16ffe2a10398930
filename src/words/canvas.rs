//! The drawing: words on cards, legend, small map, and what is said to those who hear it.

/// Where there is no card yet.
pub const EMPTY: &str =
    "Press N or double-click to add the first card.\nOr paste lines like “stress -> sleep loss -| memory”.";
/// While there is no picture yet.
pub const WAITING: &str = "Drawing…";
/// On a card: it causes what is looked at.
pub const CAUSE: &str = "cause";
/// On a card: what is looked at causes it.
pub const EFFECT: &str = "effect";
/// On a card: it is what is asked about.
pub const ASKED: &str = "asked about";
/// On a card: both, by a feedback loop.
pub const CAUSE_AND_EFFECT: &str = "cause and effect";
/// On a card: an answer says that there is more of it.
pub const MORE: &str = "more";
/// On a card: an answer says that there is less of it.
pub const LESS: &str = "less";
/// On a card: routes disagree on it.
pub const UNDECIDED: &str = "cannot say";
/// On a card, and in the list of what was done: raised by hand.
pub const RAISED: &str = "raised";
/// On a card, and in the list of what was done: lowered by hand.
pub const LOWERED: &str = "lowered";
/// On a card, and in the list of what was done: held by hand.
pub const BLOCKED: &str = "blocked";
/// On a card: nothing reaches it any more.
pub const CUT_OFF: &str = "cut off";
/// On a card: only the later of two pathways has it.
pub const ADDED: &str = "only here";
/// On a card: only the earlier of two pathways has it.
pub const REMOVED: &str = "only there";
/// On a card: two pathways have it, but not alike.
pub const CHANGED: &str = "differs";
/// Legend of the badge on links that some sources speak against, found no sign of, or give reason to doubt.
pub const DISPUTED: &str = "some sources doubt it";
/// Legend of the badge with the number of links that one line stands for.
pub const SEVERAL: &str = "links in one line";
/// Legend of a line with an end for each kind of the links that it stands for.
pub const SEVERAL_KINDS: &str = "several links, by kind";
/// Legend of the pill on a link.
pub const PILL: &str = "grade and sources";
/// Legend of what says how many links lead to what is not shown.
pub const UNSEEN: &str = "more links, to what is not shown";
/// Legend of what is only a trace, because of the lens.
pub const HIDDEN: &str = "hidden by the lens";
/// Legend of what is only a trace, because the tour has not come to it.
pub const UNTOLD: &str = "not told yet";
/// The small map, for those who hear it.
pub const MAP: &str = "Map of the diagram. Click to look there.";

/// The canvas, for those who hear it.
pub fn diagram(title: &str) -> String {
    format!("Diagram of {title}. Arrow keys walk, Enter opens.")
}

/// A link that the lens hides, for those who hear it.
pub fn hidden(link: &str) -> String {
    format!("{link}, hidden by the lens")
}

/// At a card: links from causes, or to effects, that are not shown; in words, and in short.
pub fn unseen(count: usize, causes: bool) -> [String; 2] {
    let words = if causes { super::counts::causes(count) } else { super::counts::effects(count) };
    [format!("+{words}"), format!("+{count}")]
}

/// The same in a sentence.
pub fn unseen_told(card: &str, count: usize, causes: bool) -> String {
    let links = super::counts::links(count);
    if causes {
        format!("{card}: {links} more, from causes that are not shown here.")
    } else {
        format!("{card}: {links} more, to effects that are not shown here.")
    }
}

/// The badge of a loop, for those who hear it.
pub fn loop_badge(name: &str, kind: &str) -> String {
    format!("Loop: {name}, {kind}")
}

/// A name of which only the beginning is shown.
pub fn shortened(name: &str) -> String {
    format!("{name}…")
}

/// The name of a lane that leads to its fields, for those who hear it.
pub fn lane(label: &str) -> String {
    format!("Edit the lane {label}")
}
