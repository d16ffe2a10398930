//! Many edits at once: lines that are entered, texts that are replaced, cards that become one.

use pathlight_grammar::{count, sentence};

/// Title of the box for lines.
pub const ENTRY: &str = "Enter many at once";
/// What to write there.
pub const ENTRY_HINT: &str = "A line for each link or chain: “stress -> cortisol -| sleep”. “->” raises, “-|” lowers, “-<>” has mixed \
                              results, “-0” has no effect, “-?” is unknown. Names that are here already are known by their labels, \
                              other names and ids; “#” begins a remark.";
/// What the box is called.
pub const LINES: &str = "Lines of nodes and links";
/// Button: takes the lines.
pub const ENTER: &str = "Add them as one step";
/// Nothing is typed.
pub const NO_LINES: &str = "Nothing is typed yet.";
/// What is shown is not yet of what is typed.
pub const WAITING: &str = "Looking…";
/// Title of the box for finding and replacing.
pub const REPLACE: &str = "Find and replace";
/// What the box for what is looked for is called.
pub const FIND: &str = "Find";
/// What the box for what takes its place is called.
pub const WITH: &str = "Replace by";
/// Box to tick: only whole words.
pub const WHOLE_WORDS: &str = "Whole words only";
/// Box to tick: only with the same capitals.
pub const SAME_CASE: &str = "Same capitals only";
/// Button: replaces everywhere.
pub const REPLACE_ALL: &str = "Replace all as one step";
/// Button: replaces in one text.
pub const REPLACE_HERE: &str = "Replace here";
/// Title of the box where two nodes become one.
pub const MERGE: &str = "Make two cards one";
/// What to pick for that.
pub const PICK_TWO: &str = "Pick two cards first, with Ctrl and a click or with Space, to make them one.";
/// What becomes of the two.
pub const MERGE_HINT: &str = "The one that stays keeps its name, kind and lane; the other name becomes another name of it. Texts, notes, \
                              evidence and links of both are kept, a link between the two goes, and tours show the one that stays.";

/// A line that can be taken: its number, what is new in it, what is known, how many links are new and how many are there.
pub fn good(line: usize, new: &[String], known: &[&str], links: usize, repeated: usize) -> String {
    let names = |names: Vec<String>| names.join(", ");
    let quoted = |name: &str| format!("“{name}”");
    let mut parts = Vec::new();
    if !new.is_empty() {
        parts.push(format!("new: {}", names(new.iter().map(|name| quoted(name)).collect())));
    }
    if !known.is_empty() {
        parts.push(format!("known: {}", names(known.iter().map(|name| quoted(name)).collect())));
    }
    if links > 0 {
        parts.push(count(links, "new link", "new links"));
    }
    if repeated > 0 {
        parts.push(format!("{} already", count(repeated, "link is here", "links are here")));
    }
    format!("Line {line}: {}", parts.join("; "))
}

/// A line with a name that may stand for several.
pub fn in_doubt(line: usize, column: usize, name: &str) -> String {
    format!("Line {line}, column {column}: in doubt. “{name}” may be one of these; choose one:")
}

/// A line that cannot be read.
pub fn wrong(line: usize, column: usize, why: &str) -> String {
    format!("Line {line}, column {column}: cannot be read. {}", sentence(why))
}

/// A button: a name stands for this.
pub fn mean(label: &str, line: usize) -> String {
    format!("“{label}” in line {line}")
}

/// What the lines would do together, by the name of the step.
pub fn would(step: &str) -> String {
    format!("Together: {step}.")
}

/// In how many places of how many texts something stands.
pub fn found(places: usize, texts: usize) -> String {
    match places {
        0 => "It stands nowhere.".to_owned(),
        _ => format!("{} in {}.", count(places, "place", "places"), count(texts, "text", "texts")),
    }
}

/// What a button to replace in one text is called for readers.
pub fn replace_in(place: &str) -> String {
    format!("{REPLACE_HERE}: {place}")
}

/// What stays: its kind, its lane and its links as they are now; and what the one that goes is called.
pub fn stays(kind: &str, lane: &str, links: usize, gone: &str) -> String {
    let links = count(links, "link", "links");
    sentence(&format!("{kind} in “{lane}” with {links}; the links of “{gone}” come to it"))
}

/// A button: this one stays.
pub fn keep(label: &str) -> String {
    format!("Keep “{label}”")
}
