//! JSON Canvas, as Obsidian and others write it.
//!
//! <https://jsoncanvas.org/spec/1.0/>: an end that is missing or null is the format's default: no head where an edge begins,
//! a head where it ends. Groups list no members: what lies in a group belongs to it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::values::{end, list, shown, text};
use crate::{
    draft::{Draft, End, Heads, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    json::parsed,
    model::{Effect, Node, Pathway},
    native::{Problem, ron::MAX_LANES},
    notice::{Notice, NoticeKind, Spot},
    relations::effect_of,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "canvas",
    name: "JSON Canvas",
    about: "Cards, groups and arrows of a canvas; groups become lanes, and a word on an arrow gives its effect.",
    endings: &["canvas"],
    knows,
    read,
    write: Some(write),
};

fn knows(input: &Input<'_>) -> Knows {
    let Some(shape) = input.shape().filter(|shape| !shape.is_list) else { return Knows::No };
    let has = |key: &str| shape.has(&[key]);
    let by_edges = has("nodes") && has("edges") && input.text.contains("\"fromNode\"");
    Knows::seen(by_edges || input.ends_with("canvas") && (has("nodes") || has("edges") || shape.keys.is_empty()))
}

/// A rectangle by its corners.
struct Box {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Box {
    fn of(node: &Value) -> Option<Self> {
        let number = |key: &str| node.get(key).and_then(Value::as_f64);
        let (left, top) = (number("x")?, number("y")?);
        let (width, height) = (number("width").unwrap_or(0.0).max(0.0), number("height").unwrap_or(0.0).max(0.0));
        Some(Self { left, top, right: left + width, bottom: top + height })
    }

    fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    fn holds(&self, (x, y): (f64, f64)) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    fn area(&self) -> f64 {
        (self.right - self.left) * (self.bottom - self.top)
    }
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let (nodes, edges) = (list(&file, "nodes"), list(&file, "edges"));
    let mut draft = Draft::default();
    let groups = groups(&mut draft, nodes);
    let ends: std::collections::BTreeSet<String> =
        edges.iter().flat_map(|edge| [text(edge, "fromNode"), text(edge, "toNode")]).collect();
    let mut known = BTreeMap::new();
    for node in nodes {
        let key = text(node, "id");
        // A group is a card as well, where something leads to it.
        if text(node, "type") == "group" && !ends.contains(&key) {
            continue;
        }
        known.insert(key, thing(&mut draft, node, &groups));
    }
    for (number, edge) in edges.iter().enumerate() {
        arrow(&mut draft, &known, number + 1, edge);
    }
    Ok(draft)
}

/// The groups with their lanes, the smallest first.
fn groups(draft: &mut Draft, nodes: &[Value]) -> Vec<(Box, usize)> {
    let found = nodes.iter().filter(|node| text(node, "type") == "group");
    let found = found.filter_map(|node| Box::of(node).map(|place| (place, text(node, "label"))));
    // More than a pathway can hold are not asked, so that a hostile file costs no time.
    let mut found: Vec<(Box, String)> = found.take(MAX_LANES + 1).collect();
    found.sort_by(|(one, _), (other, _)| one.top.total_cmp(&other.top).then(one.left.total_cmp(&other.left)));
    let lane = |(number, (place, label)): (usize, (Box, String))| {
        let label = if label.is_empty() { format!("Group {}", number + 1) } else { label };
        (place, draft.lane(&label))
    };
    let mut groups: Vec<(Box, usize)> = found.into_iter().enumerate().map(lane).collect();
    groups.sort_by(|(one, _), (other, _)| one.area().total_cmp(&other.area()));
    groups
}

/// A card: the first line of its text is its name, and what follows explains it.
fn thing(draft: &mut Draft, node: &Value, groups: &[(Box, usize)]) -> ThingId {
    let kind = text(node, "type");
    let (label, rest) = match kind.as_str() {
        "file" => {
            let file = text(node, "file");
            let name = file.rsplit('/').next().unwrap_or(&file);
            (name.strip_suffix(".md").unwrap_or(name).to_owned(), format!("File: {file}{}", text(node, "subpath")))
        }
        "link" => (text(node, "url"), String::new()),
        "group" => (text(node, "label"), String::new()),
        _ => {
            let whole = node.get("text").map(shown).unwrap_or_default();
            let (first, rest) = whole.split_once('\n').unwrap_or((&whole, ""));
            (unmarked(first), rest.trim().to_owned())
        }
    };
    let id = draft.thing(&text(node, "id"), &label);
    let place = Box::of(node);
    let thing = &mut draft.things[id.0];
    thing.explanation = rest;
    thing.at = place.as_ref().map(Box::middle);
    if !matches!(kind.as_str(), "text" | "file" | "link" | "group") {
        thing.notes.push((format!("A card of the type {kind}."), Vec::new()));
    }
    let within = |at: (f64, f64)| groups.iter().find(|(group, _)| group.holds(at)).map(|(_, lane)| *lane);
    thing.lane = thing.at.filter(|_| kind != "group").and_then(within);
    id
}

/// A line without the mark of a heading; behind a backslash nothing is a mark.
fn unmarked(line: &str) -> String {
    let line = line.trim();
    if let Some(plain) = line.strip_prefix('\\') {
        return plain.to_owned();
    }
    let rest = line.trim_start_matches('#');
    if rest.len() < line.len() && rest.starts_with(' ') { rest.trim().to_owned() } else { line.to_owned() }
}

fn arrow(draft: &mut Draft, known: &BTreeMap<String, ThingId>, number: usize, edge: &Value) {
    let head = |key: &str, default: bool| match text(edge, key).as_str() {
        "arrow" => true,
        "none" => false,
        _ => default,
    };
    let ends: [End; 2] = ["fromNode", "toNode"].map(|key| end(known.get(&text(edge, key))));
    let (from, to, heads) = match (head("fromEnd", false), head("toEnd", true)) {
        (false, true) => (ends[0], ends[1], Heads::To),
        (true, false) => (ends[1], ends[0], Heads::To),
        (true, true) => (ends[0], ends[1], Heads::Both),
        (false, false) => (ends[0], ends[1], Heads::None),
    };
    let label = text(edge, "label");
    let word = if label.is_empty() { "no label" } else { &label };
    let word = draft.word(word, effect_of(&label).unwrap_or(Effect::Unknown));
    let id = text(edge, "id");
    let spot = Spot::Element(if id.is_empty() { format!("edge {number}") } else { id });
    let arrow = draft.arrow(from, to, word, spot);
    arrow.heads = heads;
}

const CARD: (usize, usize) = (260, 100);
const GAP: usize = 80;

fn write(pathway: &Pathway) -> Written {
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place + 1)).collect();
    let mut nodes = Vec::new();
    let mut top = 0;
    for (number, lane) in pathway.lanes().iter().enumerate() {
        let members: Vec<&Node> =
            pathway.nodes().filter(|node| node.lane == lane.id).map(std::convert::AsRef::as_ref).collect();
        let (width, height) = (members.len().max(1) * (CARD.0 + GAP) + GAP, CARD.1 + 2 * GAP);
        nodes.push(json!({
            "id": format!("g{}", number + 1), "type": "group", "label": lane.label,
            "x": 0, "y": top, "width": width, "height": height,
        }));
        for (column, node) in members.iter().enumerate() {
            let place = places.get(node.id.as_str()).copied().unwrap_or_default();
            nodes.push(json!({
                "id": format!("n{place}"), "type": "text", "text": card(node),
                "x": GAP + column * (CARD.0 + GAP), "y": top + GAP, "width": CARD.0, "height": CARD.1,
            }));
        }
        top += height + GAP;
    }
    let edges: Vec<Value> = pathway
        .links()
        .enumerate()
        .map(|(place, link)| {
            let [from, to] = [&link.from, &link.to].map(|id| places.get(id.as_str()).copied().unwrap_or_default());
            json!({
                "id": format!("e{}", place + 1), "fromNode": format!("n{from}"), "fromSide": "right",
                "toNode": format!("n{to}"), "toSide": "left", "toEnd": "arrow", "label": link.effect.name(),
            })
        })
        .collect();
    let file = json!({"nodes": nodes, "edges": edges});
    let what = "Names, lanes, effects and explanations of nodes are written: no kind, evidence, grade, tour or place.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes: format!("{file:#}\n").into_bytes(), lost }
}

/// The text of a card. Other programs refuse keys that they do not know, so that everything stands in the text.
fn card(node: &Node) -> String {
    let label = crate::model::one_line(&node.label);
    let mark = if label.starts_with(['#', '\\']) { "\\" } else { "" };
    let text = format!("{mark}{label}\n\n{}", node.explanation);
    text.trim_end().to_owned()
}
