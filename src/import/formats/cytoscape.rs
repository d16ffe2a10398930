//! Cytoscape's JSON in its three shapes: elements as nodes and edges, as one flat list, and as a network with data of its own.
//!
//! <https://js.cytoscape.org/#notation/elements-json>: the ends of edges are ids as text or as numbers. networkx writes the
//! id that a node had before as `value`, where a field `id` of the node has taken its place.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::values::{Signs, describe, end, first, is_missing, list, papers, said, sentence, shown, text};
use crate::{
    draft::{Draft, Heads, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    json::parsed,
    model::Pathway,
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "cytoscape",
    name: "Cytoscape JSON",
    about: "Nodes, edges and compounds in all three shapes; a field such as interaction or sign gives the effect.",
    endings: &["cyjs", "json"],
    knows,
    read,
    write: Some(write),
};

fn knows(input: &Input<'_>) -> Knows {
    let Some(shape) = input.shape() else { return Knows::No };
    let is_network =
        !shape.is_list && shape.has(&["elements"]) && !shape.has(&["connections"]) && !shape.has(&["type"]);
    let is_flat = shape.is_list && shape.has(&["data"]) && !shape.has(&["type"]);
    Knows::seen((is_network || is_flat) && (input.text.contains("\"data\"") || input.ends_with("cyjs")))
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let about = file.get("data").unwrap_or(&Value::Null);
    let elements = file.get("elements").unwrap_or(&file);
    let (nodes, edges): (Vec<&Value>, Vec<&Value>) = match elements {
        Value::Array(flat) => flat.iter().partition(|element| !is_edge(element)),
        other => (list(other, "nodes").iter().collect(), list(other, "edges").iter().collect()),
    };
    let mut draft = Draft::default();
    draft.title = named(about);
    draft.summary = text(about, "description");
    let known = read_nodes(&mut draft, &nodes, &edges);
    let is_plain = file.get("directed") == Some(&Value::Bool(false));
    if is_plain && !edges.is_empty() {
        let what = "The file says that its network is undirected: which of two acts on the other is not known.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    let signs = Signs::of(edges.iter().filter_map(|edge| data(edge)));
    for said in signs.decided() {
        draft.notice(NoticeKind::Decided, Spot::Whole, said);
    }
    for (number, edge) in edges.iter().enumerate() {
        let heads = if is_plain { Heads::None } else { Heads::To };
        read_edge(&mut draft, &known, (number + 1, edge), (signs, heads));
    }
    Ok(draft)
}

fn is_edge(element: &Value) -> bool {
    let group = text(element, "group");
    group == "edges" || group.is_empty() && data(element).is_some_and(|data| data.contains_key("source"))
}

fn data(element: &Value) -> Option<&Map<String, Value>> {
    element.get("data").and_then(Value::as_object)
}

fn named(about: &Value) -> String {
    about.as_object().map(|about| first(about, &["name", "title", "shared name"])).unwrap_or_default()
}

/// Cards by their ids, and by the ids that networkx hid; compounds become lanes.
fn read_nodes(draft: &mut Draft, nodes: &[&Value], edges: &[&Value]) -> BTreeMap<String, ThingId> {
    let field =
        |element: &Value, key: &str| data(element).and_then(|data| data.get(key)).map(shown).unwrap_or_default();
    let parents: Vec<String> = nodes.iter().map(|node| field(node, "parent")).filter(|id| !id.is_empty()).collect();
    let parents: std::collections::BTreeSet<String> = parents.into_iter().collect();
    let ends: std::collections::BTreeSet<String> =
        edges.iter().flat_map(|edge| [field(edge, "source"), field(edge, "target")]).collect();
    let label = |node: &Value| {
        let label = data(node).map(|data| first(data, &["label", "name", "v_name", "shared name"])).unwrap_or_default();
        if is_missing(&label) { field(node, "id") } else { label }
    };
    let labels: BTreeMap<String, String> = nodes.iter().map(|node| (field(node, "id"), label(node))).collect();
    let mut known = BTreeMap::new();
    let mut hidden = BTreeMap::new();
    for node in nodes {
        let key = field(node, "id");
        // A compound is a card as well, where something leads to it.
        if parents.contains(&key) && !ends.contains(&key) {
            continue;
        }
        let id = draft.thing(&key, &label(node));
        if let Some(parent) = labels.get(&field(node, "parent")) {
            draft.things[id.0].lane = Some(draft.lane(parent));
        }
        if let Some(data) = data(node) {
            describe(draft, id, data, SKIPPED);
            hidden.entry(field(node, "value")).or_insert(id);
        }
        let at =
            node.get("position").map(|at| (at.get("x").and_then(Value::as_f64), at.get("y").and_then(Value::as_f64)));
        draft.things[id.0].at = at.and_then(|(x, y)| x.zip(y));
        if known.insert(key.clone(), id).is_some() {
            let what = "Its id is that of another node; edges lead to the later one.";
            draft.notice(NoticeKind::Decided, Spot::Element(key), what);
        }
    }
    hidden.remove("");
    for (value, id) in hidden {
        known.entry(value).or_insert(id);
    }
    known
}

const SKIPPED: &[&str] = &[
    "id",
    "label",
    "name",
    "vname",
    "sharedname",
    "parent",
    "value",
    "suid",
    "selected",
    "source",
    "target",
    "interaction",
    "sharedinteraction",
    "cyid",
    "key",
    "weight",
    "sign",
    "effect",
    "polarity",
];

fn read_edge(
    draft: &mut Draft,
    known: &BTreeMap<String, ThingId>,
    (number, edge): (usize, &Value),
    (signs, heads): (Signs, Heads),
) {
    let empty = Map::new();
    let data = data(edge).unwrap_or(&empty);
    let field = |key: &str| data.get(key).map(shown).unwrap_or_default();
    let id = field("id");
    let (word, effect) = signs.word(data);
    let word = draft.word(&word, effect);
    let papers = papers(draft, data);
    let spot = Spot::Element(if id.is_empty() { format!("edge {number}") } else { id });
    let arrow = draft.arrow(end(known.get(&field("source"))), end(known.get(&field("target"))), word, spot);
    arrow.heads = heads;
    arrow.label = first(data, &["label", "name"]);
    arrow.notes.extend(super::values::notes(data, SKIPPED));
    arrow.said = said(papers, &sentence(data));
}

fn write(pathway: &Pathway) -> Written {
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place + 1)).collect();
    let nodes: Vec<Value> = pathway
        .nodes()
        .enumerate()
        .map(|(place, node)| {
            let lane = pathway.lane(&node.lane).map_or("", |lane| lane.label.as_str());
            let mut data =
                json!({"id": format!("n{}", place + 1), "name": node.label, "kind": node.kind.name(), "lane": lane});
            if !node.explanation.is_empty() {
                data["description"] = json!(node.explanation);
            }
            match node.at {
                Some((x, y)) => json!({"data": data, "position": {"x": x, "y": y}}),
                None => json!({ "data": data }),
            }
        })
        .collect();
    let edges: Vec<Value> = pathway
        .links()
        .enumerate()
        .map(|(place, link)| {
            let [from, to] = [&link.from, &link.to].map(|id| places.get(id.as_str()).copied().unwrap_or_default());
            // Nodes and edges share one space of ids: of two that are equal one vanishes.
            json!({"data": {
                "id": format!("e{}", place + 1),
                "source": format!("n{from}"),
                "target": format!("n{to}"),
                "interaction": link.effect.name(),
            }})
        })
        .collect();
    let file = json!({
        "format_version": "1.0",
        "generated_by": "pathlight",
        "data": {"name": pathway.about().title},
        "elements": {"nodes": nodes, "edges": edges},
    });
    let what = "Names, kinds, lanes, effects and explanations of nodes are written: no evidence, grade or tour.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes: format!("{file:#}\n").into_bytes(), lost }
}
