//! CX2, the exchange format of Cytoscape and `NDEx`.
//!
//! <https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/>: a list of aspects, each
//! of which may come in pieces. Attributes have short names and defaults, which the declarations resolve.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::values::{Signs, describe, end, first, is_missing, list, papers, said, sentence, shown, text};
use crate::{
    draft::{Draft, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    json::parsed,
    model::Pathway,
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "cx2",
    name: "CX2",
    about: "Networks of Cytoscape and NDEx, with the short names and the defaults of their attributes resolved.",
    endings: &["cx2", "cx"],
    knows,
    read,
    write: Some(write),
};

fn knows(input: &Input<'_>) -> Knows {
    let is_cx = |shape: &crate::peek::Shape| {
        shape.is_list && (shape.has(&["CXVersion"]) || shape.parts.iter().any(|part| part == "numberVerification"))
    };
    Knows::seen(input.shape().is_some_and(is_cx))
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let parts: &[Value] = file.as_array().map_or(&[], Vec::as_slice);
    if parts.iter().any(|part| part.get("numberVerification").is_some()) {
        let hint = "fetch it as CX2 from NDEx, or open it in Cytoscape and export it as CX2";
        return Err(Problem::at_start("this is CX of the first version, and CX2 is read here", hint));
    }
    // An aspect may come in pieces.
    let aspect = |name: &'static str| parts.iter().flat_map(move |part| list(part, name));
    let declared = |of: &str| Declared::new(aspect("attributeDeclarations").filter_map(|part| part.get(of)));
    let mut draft = Draft::default();
    for about in aspect("networkAttributes").filter_map(Value::as_object) {
        draft.title = first(about, &["name"]);
        draft.summary = first(about, &["description"]);
    }
    let of_nodes = declared("nodes");
    let mut known: BTreeMap<String, ThingId> = BTreeMap::new();
    for node in aspect("nodes") {
        let values = of_nodes.resolved(node);
        let key = text(node, "id");
        let label = first(&values, &["label", "name", "shared name"]);
        let id = draft.thing(&key, if is_missing(&label) { &key } else { &label });
        describe(&mut draft, id, &values, SKIPPED);
        draft.things[id.0].at = node.get("x").and_then(Value::as_f64).zip(node.get("y").and_then(Value::as_f64));
        known.insert(key, id);
    }
    let of_edges = declared("edges");
    let edges: Vec<(&Value, Map<String, Value>)> =
        aspect("edges").map(|edge| (edge, of_edges.resolved(edge))).collect();
    let signs = Signs::of(edges.iter().map(|(_, values)| values));
    for said in signs.decided() {
        draft.notice(NoticeKind::Decided, Spot::Whole, said);
    }
    for (edge, values) in &edges {
        let (word, effect) = signs.word(values);
        let word = draft.word(&word, effect);
        let papers = papers(&mut draft, values);
        let ends = ["s", "t"].map(|key| end(known.get(&text(edge, key))));
        let arrow = draft.arrow(ends[0], ends[1], word, Spot::Element(format!("edge {}", text(edge, "id"))));
        arrow.notes.extend(super::values::notes(values, SKIPPED));
        arrow.said = said(papers, &sentence(values));
    }
    let status = aspect("status").last();
    if status.is_none_or(|status| status.get("success") == Some(&Value::Bool(false))) {
        let said = status.map(|status| text(status, "error")).unwrap_or_default();
        let what = format!("The file does not end with a status of success: it may be incomplete. {said}");
        draft.notice(NoticeKind::Decided, Spot::Whole, what.trim());
    }
    Ok(draft)
}

const SKIPPED: &[&str] = &[
    "label",
    "name",
    "sharedname",
    "interaction",
    "sharedinteraction",
    "weight",
    "sign",
    "effect",
    "polarity",
    "selected",
    "suid",
];

/// What is declared of the attributes of nodes or of edges.
#[derive(Default)]
struct Declared {
    /// Of each short name the whole one.
    names: BTreeMap<String, String>,
    defaults: Vec<(String, Value)>,
}

impl Declared {
    fn new<'v>(parts: impl Iterator<Item = &'v Value>) -> Self {
        let mut declared = Self::default();
        for (name, said) in parts.filter_map(Value::as_object).flatten() {
            let short = text(said, "a");
            if !short.is_empty() {
                declared.names.insert(short, name.clone());
            }
            if let Some(value) = said.get("v").filter(|value| !value.is_null()) {
                declared.defaults.push((name.clone(), value.clone()));
            }
        }
        declared
    }

    /// The attributes of an element under their whole names.
    fn resolved(&self, element: &Value) -> Map<String, Value> {
        let mut values = Map::new();
        for (key, value) in element.get("v").and_then(Value::as_object).into_iter().flatten() {
            if !shown(value).is_empty() {
                values.insert(self.names.get(key).unwrap_or(key).clone(), value.clone());
            }
        }
        for (name, value) in &self.defaults {
            values.entry(name.clone()).or_insert_with(|| value.clone());
        }
        values
    }
}

fn write(pathway: &Pathway) -> Written {
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place)).collect();
    let nodes: Vec<Value> = pathway
        .nodes()
        .enumerate()
        .map(|(place, node)| {
            let lane = pathway.lane(&node.lane).map_or("", |lane| lane.label.as_str());
            let mut values = json!({"name": node.label, "kind": node.kind.name(), "lane": lane});
            if !node.explanation.is_empty() {
                values["description"] = json!(node.explanation);
            }
            match node.at {
                Some((x, y)) => json!({"id": place, "x": x, "y": y, "v": values}),
                None => json!({"id": place, "v": values}),
            }
        })
        .collect();
    let edges: Vec<Value> = pathway
        .links()
        .enumerate()
        .map(|(place, link)| {
            let [from, to] = [&link.from, &link.to].map(|id| places.get(id.as_str()).copied().unwrap_or_default());
            json!({"id": place, "s": from, "t": to, "v": {"interaction": link.effect.name()}})
        })
        .collect();
    let text = json!({"d": "string"});
    let file = json!([
        {"CXVersion": "2.0", "hasFragments": false},
        {"metaData": [
            {"name": "attributeDeclarations", "elementCount": 1},
            {"name": "networkAttributes", "elementCount": 1},
            {"name": "nodes", "elementCount": nodes.len()},
            {"name": "edges", "elementCount": edges.len()},
        ]},
        {"attributeDeclarations": [{
            "networkAttributes": {"name": text},
            "nodes": {"name": text, "kind": text, "lane": text, "description": text},
            "edges": {"interaction": text},
        }]},
        {"networkAttributes": [{"name": pathway.about().title}]},
        {"nodes": nodes},
        {"edges": edges},
        {"status": [{"success": true}]},
    ]);
    let what = "Names, kinds, lanes, effects and explanations of nodes are written: no evidence, grade or tour.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes: format!("{file:#}\n").into_bytes(), lost }
}
