//! Node-link JSON of no further kind, as networkx, d3 and others write it.
//!
//! <https://networkx.org/documentation/stable/reference/readwrite/json_graph.html>: ends are ids, the list of edges is called
//! `links` or `edges`; where nodes have no ids, ends are places in the list.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::values::{Signs, describe, end, first, is_missing, list, notes, papers, said, sentence, shown, text};
use crate::{
    draft::{Draft, Heads, ThingId},
    format::{Format, Knows},
    input::Input,
    json::parsed,
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "node-link",
    name: "node-link JSON",
    about: "Graphs of networkx, d3 and others; a field such as effect or sign gives the effect.",
    endings: &["json"],
    knows,
    read,
    write: None,
};

fn knows(input: &Input<'_>) -> Knows {
    let Some(shape) = input.shape().filter(|shape| !shape.is_list && shape.has(&["nodes"])) else { return Knows::No };
    let has_edges = shape.has(&["links"]) || shape.has(&["edges"]);
    let has_ends = input.text.contains("\"source\"") && input.text.contains("\"target\"");
    match has_edges {
        true if has_ends || shape.has(&["directed"]) || shape.has(&["multigraph"]) => Knows::Surely,
        true => Knows::Perhaps,
        false => Knows::No,
    }
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let mut draft = Draft::default();
    let about = file.get("graph").and_then(Value::as_object);
    draft.title = about.map(|about| first(about, &["name", "title", "label"])).unwrap_or_default();
    draft.summary = about.map(|about| first(about, &["description"])).unwrap_or_default();
    let empty = Map::new();
    // Some write each record under `data`, as Cytoscape does.
    let fields = |value: &'_ Value| value.get("data").unwrap_or(value).as_object().unwrap_or(&empty).clone();
    let mut known: BTreeMap<String, ThingId> = BTreeMap::new();
    let mut places = Vec::new();
    for (place, node) in list(&file, "nodes").iter().enumerate() {
        let fields = fields(node);
        let own = [first(&fields, &["id"]), first(&fields, &["key"])].into_iter().find(|id| !id.is_empty());
        let plain = if node.is_object() { String::new() } else { shown(node) };
        let key = own.unwrap_or(plain);
        let label = first(&fields, &["label", "name", "v_name", "title"]);
        let id =
            draft.thing(if key.is_empty() { &label } else { &key }, if is_missing(&label) { &key } else { &label });
        describe(&mut draft, id, &fields, SKIPPED);
        let at = |key: &str| fields.get(key).and_then(Value::as_f64);
        draft.things[id.0].at = at("x").zip(at("y"));
        places.push(id);
        if !key.is_empty() && known.insert(key.clone(), id).is_some() {
            let what = format!("Node {} has the id of another; edges lead to the later one.", place + 1);
            draft.notice(NoticeKind::Decided, Spot::Element(key), what);
        }
    }
    let edges = if file.get("links").is_some() { list(&file, "links") } else { list(&file, "edges") };
    let edges: Vec<Map<String, Value>> = edges.iter().map(fields).collect();
    let is_plain = file.get("directed") == Some(&Value::Bool(false));
    if is_plain && !edges.is_empty() {
        let what = "The file says that its graph is undirected: which of two acts on the other is not known.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    let signs = Signs::of(edges.iter());
    for said in signs.decided() {
        draft.notice(NoticeKind::Decided, Spot::Whole, said);
    }
    let by_place = known.is_empty();
    for (number, edge) in edges.iter().enumerate() {
        let (word, effect) = signs.word(edge);
        let word = draft.word(&word, effect);
        let ends = [["source", "from"], ["target", "to"]].map(|keys| {
            let value = keys.iter().find_map(|key| edge.get(*key)).unwrap_or(&Value::Null);
            // d3 puts the node itself in the place of its id, once it has drawn.
            let key = if value.is_object() { text(value, "id") } else { shown(value) };
            let place = value.as_u64().filter(|_| by_place).and_then(|place| usize::try_from(place).ok());
            end(known.get(&key).or_else(|| place.and_then(|place| places.get(place))))
        });
        let papers = papers(&mut draft, edge);
        let arrow = draft.arrow(ends[0], ends[1], word, Spot::Element(format!("edge {}", number + 1)));
        arrow.heads = if is_plain { Heads::None } else { Heads::To };
        arrow.label = first(edge, &["label"]);
        arrow.notes = notes(edge, SKIPPED);
        arrow.said = said(papers, &sentence(edge));
    }
    Ok(draft)
}

const SKIPPED: &[&str] = &[
    "id",
    "key",
    "label",
    "name",
    "vname",
    "title",
    "x",
    "y",
    "vx",
    "vy",
    "fx",
    "fy",
    "index",
    "source",
    "target",
    "from",
    "to",
    "interaction",
    "weight",
    "sign",
    "effect",
    "polarity",
];
