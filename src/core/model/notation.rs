//! A short text notation for pathways: `stress -> marrow -| calm`, for tests and for quick entry.
//!
//! One chain a line (or between `;`). Between names stands an arrow: `->` raises, `-|` lowers, `-<>` mixed,
//! `-0` no effect, `-?` unknown. A name alone is a node without links. What follows `#` is a comment. A name may
//! have spaces; its id is the name in lower case with `_` for everything that an id may not have.

use std::fmt;

use super::{About, Effect, Kind, Lane, LaneId, Link, Node, NodeId, Parts, Pathway};

const ARROWS: [(&str, Effect); 5] = [
    ("-<>", Effect::Mixed),
    ("->", Effect::Raises),
    ("-|", Effect::Lowers),
    ("-0", Effect::NoEffect),
    ("-?", Effect::Unknown),
];

/// Why a line of notation cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotationError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for NotationError {}

/// Reads notation. Every node lies in one lane, `all`; a link is named after its ends.
///
/// # Errors
/// The first line in which a name is missing on one side of an arrow, or has no letter or digit.
pub fn parse(text: &str) -> Result<Pathway, NotationError> {
    let mut parts = Parts { about: About { id: "notation".to_owned(), ..About::default() }, ..Parts::default() };
    parts.lanes.push(Lane { id: LaneId::new("all"), label: "All".to_owned(), extra: Vec::new() });
    for (index, line) in text.lines().enumerate() {
        let line_text = line.split('#').next().unwrap_or_default();
        for chain in line_text.split(';').filter(|chain| !chain.trim().is_empty()) {
            read_chain(chain, &mut parts).map_err(|message| NotationError { line: index + 1, message })?;
        }
    }
    Ok(Pathway::from_parts(parts, Vec::new()))
}

/// Writes a pathway in notation, a line for each link, then a line for each node without links.
pub fn write(pathway: &Pathway) -> String {
    let mut text = String::new();
    for link in pathway.links() {
        let arrow = ARROWS.iter().find(|(_, effect)| *effect == link.effect).map_or("-?", |(arrow, _)| arrow);
        text.push_str(&format!("{} {arrow} {}\n", pathway.label(&link.from), pathway.label(&link.to)));
    }
    for node in pathway.nodes() {
        if pathway.causes_of(&node.id).is_empty() && pathway.effects_of(&node.id).is_empty() {
            text.push_str(&node.label);
            text.push('\n');
        }
    }
    text
}

fn read_chain(chain: &str, parts: &mut Parts) -> Result<(), String> {
    let (name, mut rest) = split_at_arrow(chain);
    let mut cause = node_named(name, parts)?;
    while let Some((effect, after)) = rest {
        let (name, next) = split_at_arrow(after);
        let target = node_named(name, parts)?;
        add_link(&cause, &target, effect, parts);
        cause = target;
        rest = next;
    }
    Ok(())
}

/// The text before the first arrow, and the arrow's effect with the text after it.
fn split_at_arrow(text: &str) -> (&str, Option<(Effect, &str)>) {
    let found = ARROWS.iter().filter_map(|&(arrow, effect)| text.find(arrow).map(|at| (at, arrow.len(), effect)));
    match found.min_by_key(|&(at, length, _)| (at, usize::MAX - length)) {
        Some((at, length, effect)) => {
            (text.get(..at).unwrap_or_default(), Some((effect, text.get(at + length..).unwrap_or_default())))
        }
        None => (text, None),
    }
}

fn node_named(name: &str, parts: &mut Parts) -> Result<NodeId, String> {
    let name = name.trim();
    let id = id_from(name);
    if name.is_empty() {
        return Err("a name is missing beside an arrow; write for example “stress -> sleep”".to_owned());
    }
    if id.is_empty() {
        return Err(format!("“{name}” has no letter or digit; give the node a name"));
    }
    if !parts.nodes.iter().any(|node| node.id.as_str() == id) {
        parts.nodes.push(Node::new(&id, name, Kind::Other, "all"));
    }
    Ok(NodeId::new(&id))
}

fn id_from(name: &str) -> String {
    let kept =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c.to_ascii_lowercase() } else { '_' };
    let id: String = name.chars().map(kept).collect();
    id.trim_matches('_').to_owned()
}

fn add_link(from: &NodeId, to: &NodeId, effect: Effect, parts: &mut Parts) {
    let base = format!("{from}_{to}");
    let taken = |id: &str| parts.links.iter().any(|link| link.id.as_str() == id);
    let mut id = base.clone();
    let mut count = 2;
    while taken(&id) {
        id = format!("{base}_{count}");
        count += 1;
    }
    parts.links.push(Link::new(&id, from.as_str(), to.as_str(), effect));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse(text).map(|p| write(&p)).map_err(|e| e.to_string()), Ok(expected.to_owned()));
    }

    #[test]
    fn chains_arrows_comments_and_lone_names() {
        check("stress -> marrow -| calm", "stress -> marrow\nmarrow -| calm\n");
        check("a -<> b; b -0 c; c -? a # why", "a -<> b\nb -0 c\nc -? a\n");
        check("a -> b\n\n# nothing\nlonely", "a -> b\nlonely\n");
        check("Poor sleep -> Low mood", "Poor sleep -> Low mood\n");
        check("a -> b; a -> b; a -> a", "a -> b\na -> b\na -> a\n");
        check("il-6 -> tnf-alpha", "il-6 -> tnf-alpha\n");
        check("", "");
    }

    #[test]
    fn a_missing_name_is_said_with_its_line() {
        let error = parse("a -> b\n-> c").map_err(|e| e.to_string());
        assert!(matches!(&error, Err(text) if text.starts_with("line 2: a name is missing")), "{error:?}");
        assert!(parse("a -> ?!").is_err());
    }
}
