//! Things become nodes.

use std::collections::BTreeMap;

use super::{ids::Ids, papers::Papers};
use crate::{
    draft::{Draft, PaperId, Thing},
    meanings::Wishes,
    model::{Lane, Node, NodeId, Note, notation::id_from, one_line},
    native::ron::{MAX_COORDINATE, MAX_TEXT},
};

/// The longest label, in characters; what is longer begins with it and goes on in the explanation.
const LONGEST_LABEL: usize = 200;

/// Notes that arrows left on their causes: of each thing the texts with their papers.
pub(super) type Notes = BTreeMap<usize, Vec<(String, Vec<PaperId>)>>;

/// The nodes, in the order of the things.
pub(super) fn nodes(
    draft: &Draft,
    lanes: &[Lane],
    (wishes, mut notes): (&Wishes, Notes),
    papers: &mut Papers,
) -> Vec<Node> {
    let mut ids = Ids::default();
    let elsewhere = lanes.len().saturating_sub(1);
    let mut node = |(place, thing): (usize, &Thing)| {
        let lane = &lanes[thing.lane.filter(|lane| *lane < lanes.len()).unwrap_or(elsewhere)];
        let mut node = bare(thing, lane, &mut ids);
        for (said, cited) in thing.notes.iter().cloned().chain(notes.remove(&place).unwrap_or_default()) {
            let sources = cited.into_iter().map(|paper| papers.cite(paper)).collect();
            node.notes.push(Note { text: text(&said), sources, extra: Vec::new() });
        }
        let pin = |(x, y): (f64, f64)| (clamped(x), clamped(y));
        node.at = thing.at.filter(|(x, y)| wishes.positions && x.is_finite() && y.is_finite()).map(pin);
        node
    };
    draft.things.iter().enumerate().map(&mut node).collect()
}

fn clamped(at: f64) -> f64 {
    at.clamp(-MAX_COORDINATE, MAX_COORDINATE)
}

fn bare(thing: &Thing, lane: &Lane, ids: &mut Ids) -> Node {
    let whole = one_line(if thing.label.trim().is_empty() { &thing.key } else { &thing.label });
    let shown = label(&whole);
    let shown = if shown.is_empty() { "No name".to_owned() } else { shown };
    let id = NodeId::new(&ids.free(&id_from(&shown)));
    let mut node = Node::new(id.as_str(), &shown, thing.kind, lane.id.as_str());
    node.explanation = text(&thing.explanation);
    if whole != shown && whole.chars().count() > LONGEST_LABEL {
        node.explanation = text(&format!("{whole} {}", thing.explanation));
    }
    let told = |texts: &[String]| {
        let mut out: Vec<String> = texts.iter().map(|text| one_line(text)).filter(|text| !text.is_empty()).collect();
        out.dedup();
        out
    };
    node.aliases = told(&thing.aliases).into_iter().filter(|alias| *alias != shown).collect();
    node.xrefs = told(&thing.xrefs);
    node
}

/// A text as a label: on one line, not endless.
pub(super) fn label(text: &str) -> String {
    let line = one_line(text);
    if line.chars().count() <= LONGEST_LABEL {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_LABEL - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A text of several lines, without characters that no screen shows, and not longer than a field may be.
pub(super) fn text(text: &str) -> String {
    let seen: String =
        text.replace("\r\n", "\n").chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
    let mut end = seen.len().min(MAX_TEXT);
    while !seen.is_char_boundary(end) {
        end -= 1;
    }
    seen[..end].trim().to_owned()
}
