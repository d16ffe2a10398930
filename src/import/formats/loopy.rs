//! LOOPY: the link to a model, or the list in it.
//!
//! <https://ncase.me/loopy/>: the address carries `data=[[nodes],[edges],[labels],uid]`; a node is `[id, x, y, start, label,
//! hue]`, an edge `[from, to, arc, strength, rotation]`, and labels are encoded twice. A strength of 1 is the same direction,
//! -1 the opposite; a stronger effect is drawn as several arrows.

use std::collections::BTreeMap;

use serde_json::Value;

use super::percent::decoded;
use crate::{
    draft::{Draft, End, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    model::{Effect, Pathway},
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "loopy",
    name: "LOOPY link",
    about: "A link to a LOOPY model, or the list in it: circles and arrows with + and -.",
    endings: &["loopy", "url", "txt"],
    knows: |input| Knows::seen(data(&input.text).is_some_and(|data| lists(&data).is_some())),
    read,
    write: Some(write),
};

/// The list of a model as JSON text: what stands behind `data=` in an address, or all of the text.
fn data(text: &str) -> Option<String> {
    let text = text.trim();
    let found = text.find("?data=").or_else(|| text.find("&data=")).map(|at| at + "?data=".len());
    let data = match found {
        Some(at) => text[at..].split(['&', '#', '\n', '\r', ' ']).next().unwrap_or_default(),
        None if text.starts_with("[[[") || text.starts_with("[[]") => text,
        None => return None,
    };
    // The brackets and the quotes are encoded or not; the labels are encoded once more.
    Some(if data.starts_with("[[") && !data.contains("%22") && data.contains('"') {
        data.to_owned()
    } else {
        decoded(data)
    })
}

/// Nodes and edges.
fn lists(data: &str) -> Option<(Vec<Value>, Vec<Value>)> {
    let Ok(Value::Array(parts)) = serde_json::from_str(data) else { return None };
    let [Value::Array(nodes), Value::Array(edges), Value::Array(_), ..] = parts.as_slice() else { return None };
    let is_node = |node: &Value| node.as_array().is_some_and(|node| node.len() >= 5 && node[4].is_string());
    (nodes.iter().all(is_node)).then(|| (nodes.clone(), edges.clone()))
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let Some((nodes, edges)) = data(&input.text).and_then(|data| lists(&data)) else {
        let hint = "copy the whole link from LOOPY (save as link)";
        return Err(Problem::at_start("this is no whole LOOPY model", hint));
    };
    let mut draft = Draft::default();
    "LOOPY model".clone_into(&mut draft.title);
    let mut known: BTreeMap<String, ThingId> = BTreeMap::new();
    for node in &nodes {
        let field = |at: usize| node.get(at).cloned().unwrap_or(Value::Null);
        let key = field(0).to_string();
        let label = decoded(field(4).as_str().unwrap_or_default());
        let id = draft.thing(&key, &label);
        draft.things[id.0].at = field(1).as_f64().zip(field(2).as_f64());
        if known.insert(key.clone(), id).is_some() {
            let what = "Its number is that of another circle; arrows lead to the later one.";
            draft.notice(NoticeKind::Decided, Spot::Element(key), what);
        }
    }
    for (number, edge) in edges.iter().enumerate() {
        let end = |at: usize| {
            let key = edge.get(at).map(Value::to_string).unwrap_or_default();
            known.get(&key).map_or(End::Nothing, |id| End::Thing(*id))
        };
        let strength = edge.get(3).and_then(Value::as_f64).unwrap_or_default();
        let (word, effect) = match strength {
            _ if strength > 0.0 => ("+", Effect::Raises),
            _ if strength < 0.0 => ("-", Effect::Lowers),
            _ => ("0", Effect::Unknown),
        };
        let word = draft.word(word, effect);
        let spot = Spot::Element(format!("arrow {}", number + 1));
        let arrow = draft.arrow(end(0), end(1), word, spot);
        if strength != 0.0 && strength.abs() != 1.0 {
            arrow.notes.push(format!("Its strength is {strength}."));
        }
    }
    Ok(draft)
}

fn write(pathway: &Pathway) -> Written {
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place + 1)).collect();
    let side = f64::from(u32::try_from(places.len()).unwrap_or(u32::MAX)).sqrt().ceil().max(1.0);
    let nodes: Vec<Value> = pathway
        .nodes()
        .enumerate()
        .map(|(place, node)| {
            let place_f = f64::from(u32::try_from(place).unwrap_or(u32::MAX));
            let (x, y) = node.at.unwrap_or((150.0 + place_f % side * 250.0, 150.0 + (place_f / side).floor() * 200.0));
            serde_json::json!([place + 1, x.round(), y.round(), 0.5, encoded(&node.label), place % 6])
        })
        .collect();
    let mut lost = Vec::new();
    let mut edges: Vec<Value> = Vec::new();
    for link in pathway.links() {
        let [from, to] = [&link.from, &link.to].map(|id| places.get(id.as_str()).copied().unwrap_or_default());
        let strength = match link.effect {
            Effect::Raises => 1,
            Effect::Lowers => -1,
            Effect::Mixed | Effect::NoEffect | Effect::Unknown => {
                let [from, to] = [&link.from, &link.to].map(|id| pathway.label(id));
                let what = format!("The link from “{from}” to “{to}” is not written: LOOPY knows only + and -.");
                lost.push(Notice { kind: NoticeKind::NotKept, spot: Spot::Element(link.id.to_string()), what });
                continue;
            }
        };
        edges.push(serde_json::json!([from, to, if from < to { 60 } else { -60 }, strength, 0]));
    }
    let what = "Names and signs are written: no explanation, evidence, grade, lane or tour.";
    lost.push(Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() });
    let data = serde_json::json!([nodes, edges, [], places.len()]).to_string();
    Written { bytes: format!("https://ncase.me/loopy/v1.1/?data={}\n", encoded(&data)).into_bytes(), lost }
}

/// A text as it may stand in an address, byte by byte: LOOPY reads it back with the browser's own function.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for &byte in text.as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'[' | b']' | b',' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
