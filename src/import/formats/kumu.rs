//! Kumu's JSON: elements, connections with two-letter signs, loops with names.
//!
//! <https://docs.kumu.io>: a connection's type is one sign, or two: that of the cause and that of the effect. Equal letters
//! are a link in the same direction, so `--`, less brings less, raises; different letters lower.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    draft::{Draft, End, Heads, ThingId},
    format::{Format, Knows},
    input::Input,
    json::{loose_text, parsed},
    model::Effect,
    native::Problem,
    notice::{NoticeKind, Spot},
    relations::effect_of,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "kumu",
    name: "Kumu JSON",
    about: "Elements, connections and loops; two-letter signs are read as cause and effect, so that -- raises.",
    endings: &["json"],
    knows: |input| Knows::seen(input.shape().is_some_and(|shape| shape.has(&["elements", "connections"]))),
    read,
    write: None,
};

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    elements: Vec<Element>,
    #[serde(default)]
    connections: Vec<Connection>,
    #[serde(default)]
    loops: Vec<Loop>,
}

#[derive(Deserialize)]
struct Element {
    #[serde(rename = "_id", default, deserialize_with = "loose_text")]
    id: String,
    #[serde(default)]
    attributes: Map<String, Value>,
}

#[derive(Deserialize)]
struct Connection {
    #[serde(rename = "_id", default, deserialize_with = "loose_text")]
    id: String,
    #[serde(default, deserialize_with = "loose_text")]
    direction: String,
    #[serde(default)]
    delayed: Option<bool>,
    #[serde(default)]
    reversed: Option<bool>,
    #[serde(default, deserialize_with = "loose_text")]
    from: String,
    #[serde(default, deserialize_with = "loose_text")]
    to: String,
    #[serde(default)]
    attributes: Map<String, Value>,
}

#[derive(Deserialize)]
struct Loop {
    #[serde(default)]
    attributes: Map<String, Value>,
    #[serde(default)]
    connections: Vec<Value>,
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: File = parsed(input)?;
    let mut draft = Draft::default();
    let mut known = BTreeMap::new();
    for element in &file.elements {
        known.insert(element.id.clone(), thing(&mut draft, element));
    }
    for connection in &file.connections {
        arrow(&mut draft, &known, connection);
    }
    for named in &file.loops {
        let name = text(&named.attributes, "label");
        let what = format!(
            "The loop “{name}” of {} connections is not kept by its name: loops are found anew from the links.",
            named.connections.len()
        );
        draft.notice(NoticeKind::NotKept, Spot::Element(name), what);
    }
    Ok(draft)
}

fn thing(draft: &mut Draft, element: &Element) -> ThingId {
    let id = draft.thing(&element.id, &text(&element.attributes, "label"));
    let thing = &mut draft.things[id.0];
    thing.explanation = text(&element.attributes, "description");
    for (key, value) in &element.attributes {
        if !matches!(key.as_str(), "label" | "description" | "id") && !shown(value).is_empty() {
            thing.notes.push((format!("{key}: {}", shown(value)), Vec::new()));
        }
    }
    id
}

fn arrow(draft: &mut Draft, known: &BTreeMap<String, ThingId>, connection: &Connection) {
    let kind = text(&connection.attributes, "connection type");
    let label = text(&connection.attributes, "label");
    // People who do not use the types write the same words on the arrow.
    let said = if kind.is_empty() && effect(&label).is_some() { label.clone() } else { kind };
    let word = if said.is_empty() { "no type".to_owned() } else { said };
    let word = draft.word(&word, effect(&word).unwrap_or(Effect::Unknown));
    let end = |id: &str| known.get(id).map_or(End::Nothing, |thing| End::Thing(*thing));
    let (mut from, mut to) = (end(&connection.from), end(&connection.to));
    if connection.reversed == Some(true) {
        std::mem::swap(&mut from, &mut to);
    }
    let arrow = draft.arrow(from, to, word, Spot::Element(connection.id.clone()));
    arrow.heads = match connection.direction.as_str() {
        "undirected" => Heads::None,
        "mutual" => Heads::Both,
        _ => Heads::To,
    };
    arrow.label = label;
    if connection.delayed == Some(true) {
        arrow.notes.push("The effect comes with a delay.".to_owned());
    }
    let description = text(&connection.attributes, "description");
    arrow.notes.extend(Some(description).filter(|text| !text.is_empty()));
}

/// Two letters are those of the cause and of the effect: equal ones raise, different ones lower.
fn effect(kind: &str) -> Option<Effect> {
    match kind.trim() {
        "++" | "--" => Some(Effect::Raises),
        "+-" | "-+" => Some(Effect::Lowers),
        other => {
            let first = other.split(" / ").next().unwrap_or(other);
            effect_of(first)
        }
    }
}

/// An attribute as text.
fn text(attributes: &Map<String, Value>, key: &str) -> String {
    attributes.get(key).map(shown).unwrap_or_default()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Array(list) => list.iter().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
