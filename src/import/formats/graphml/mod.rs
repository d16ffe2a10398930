//! GraphML, plain and as yEd, networkx and igraph write it.
//!
//! <http://graphml.graphdrawing.org/specification.html>: keys name the attributes of nodes and edges. The same name may have
//! several keys, ids may be numbers that mean nothing, and a text `None` is a missing one. In yEd's drawings a bar lowers, any
//! other head is read by its label, and a group is the active one of its pictures.

mod attributes;
mod edges;
mod write;
mod yed;

use std::collections::BTreeMap;

use roxmltree::Node;

use self::{
    attributes::{Attributes, Keys},
    edges::edges,
};
use crate::{
    draft::{Draft, ThingId},
    format::{Format, Knows},
    input::Input,
    model::{Kind, one_line},
    native::Problem,
    notice::{NoticeKind, Spot},
    xml,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "graphml",
    name: "GraphML",
    about: "Nodes, edges and their attributes, also from yEd, networkx and igraph; signs where an attribute, a bar or a label says so.",
    endings: &["graphml"],
    knows: |input| Knows::seen(input.root() == Some("graphml")),
    read,
    write: Some(write::write),
};

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let document = xml::parsed(input)?;
    let root = document.root_element();
    let keys = Keys::of(root);
    let mut draft = Draft::default();
    let mut nodes = Nodes { known: BTreeMap::new(), groups: Vec::new() };
    let graphs: Vec<Node<'_, '_>> = xml::children(root, "graph").collect();
    for graph in &graphs {
        about(&mut draft, &keys, *graph);
        nodes.read(&mut draft, &keys, *graph);
    }
    edges(&mut draft, &keys, &mut nodes, root);
    nodes.finish(&mut draft);
    for strange in root.descendants().filter(|node| node.tag_name().name() == "hyperedge") {
        let what = "A hyperedge joins more than two nodes and says of none that it acts on another.";
        draft.notice(NoticeKind::NotKept, spot(strange, "hyperedge"), what);
    }
    Ok(draft)
}

/// What the graph says of itself.
fn about(draft: &mut Draft, keys: &Keys<'_>, graph: Node<'_, '_>) {
    let data = Attributes::of(keys, graph);
    if let Some(title) = data.first(&["title", "g_title", "name", "g_name", "label"]).filter(|_| draft.title.is_empty())
    {
        draft.title = title.to_owned();
    }
    let rest = data.rest(&["title", "g_title", "name", "g_name"]);
    draft.summary.push_str(&rest.iter().map(|(name, value)| format!("{name}: {value}\n")).collect::<String>());
}

/// What ids stand for.
struct Nodes<'a> {
    known: BTreeMap<&'a str, Place>,
    groups: Vec<Group>,
}

/// A node, or a group of nodes by its place.
#[derive(Clone, Copy)]
enum Place {
    Thing(ThingId),
    Group(usize),
}

/// A node with nodes inside: a lane, and a card only where an edge ends on it.
struct Group {
    id: String,
    label: String,
    card: Option<ThingId>,
}

impl<'a> Nodes<'a> {
    /// Reads the nodes of a graph, and of those inside of its nodes.
    fn read(&mut self, draft: &mut Draft, keys: &Keys<'_>, graph: Node<'a, '_>) {
        let mut open: Vec<(Node<'a, '_>, Option<usize>)> =
            xml::children(graph, "node").map(|node| (node, None)).collect();
        open.reverse();
        while let Some((node, lane)) = open.pop() {
            let inner = xml::child(node, "graph").filter(|inner| xml::child(*inner, "node").is_some());
            let Some(inner) = inner else {
                let thing = thing(draft, keys, node);
                draft.things[thing.0].lane = draft.things[thing.0].lane.or(lane);
                self.know(draft, node, Place::Thing(thing));
                continue;
            };
            let data = Attributes::of(keys, node);
            let id = xml::attribute(node, "id").unwrap_or("group");
            let label = yed::label(node).or_else(|| data.label()).unwrap_or_else(|| id.to_owned());
            let lane = draft.lane(&label);
            self.know(draft, node, Place::Group(self.groups.len()));
            self.groups.push(Group { id: id.to_owned(), label, card: None });
            let mut inside: Vec<_> = xml::children(inner, "node").map(|node| (node, Some(lane))).collect();
            inside.reverse();
            open.extend(inside);
        }
    }

    fn know(&mut self, draft: &mut Draft, node: Node<'a, '_>, place: Place) {
        let id = xml::attribute(node, "id").unwrap_or_default();
        if self.known.contains_key(id) {
            let what = format!("Several nodes have the id “{id}”: edges that name it end on the first.");
            draft.notice(NoticeKind::Decided, Spot::Element(id.to_owned()), what);
        } else {
            self.known.insert(id, place);
        }
    }

    /// The card of an id.
    fn card(&mut self, draft: &mut Draft, id: &str) -> Option<ThingId> {
        match *self.known.get(id)? {
            Place::Thing(thing) => Some(thing),
            Place::Group(place) => {
                let group = self.groups.get_mut(place)?;
                Some(*group.card.get_or_insert_with(|| draft.thing(&group.id, &group.label)))
            }
        }
    }

    fn finish(&self, draft: &mut Draft) {
        for group in self.groups.iter().filter(|group| group.card.is_some()) {
            let what = format!("The group “{}” is at an edge's end: it is a lane, and a card of its own.", group.label);
            draft.notice(NoticeKind::Decided, Spot::Element(group.id.clone()), what);
        }
    }
}

fn thing(draft: &mut Draft, keys: &Keys<'_>, node: Node<'_, '_>) -> ThingId {
    let data = Attributes::of(keys, node);
    let key = xml::attribute(node, "id").unwrap_or_default();
    let label = yed::label(node).or_else(|| data.label()).unwrap_or_default();
    let card = draft.thing(key, &one_line(&label));
    let lane = data.first(&["lane", "compartment"]).map(|lane| draft.lane(lane));
    let thing = &mut draft.things[card.0];
    thing.lane = lane;
    thing.kind = data.first(&["kind"]).and_then(kind).unwrap_or(Kind::Other);
    data.first(&["explanation", "description"]).unwrap_or_default().clone_into(&mut thing.explanation);
    let number = |name| data.first(&[name])?.parse::<f64>().ok().filter(|number| number.is_finite());
    thing.at = yed::middle(node).or_else(|| Some((number("x")?, number("y")?)));
    let shown =
        ["lane", "compartment", "kind", "explanation", "description", "x", "y", "label", "name", "v_name", "v_label"];
    let rest = data.rest(&shown);
    thing.notes.extend(rest.into_iter().map(|(name, value)| (format!("{name}: {value}"), Vec::new())));
    let further = yed::further_labels(node);
    thing.notes.extend(further.into_iter().map(|text| (format!("Second label: {text}"), Vec::new())));
    // Both are names where they differ.
    let names = ["label", "v_label", "name", "v_name"].map(|name| data.first(&[name]));
    thing.aliases = names.into_iter().flatten().map(one_line).filter(|name| *name != thing.label).collect();
    card
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name))
}

fn spot(node: Node<'_, '_>, what: &str) -> Spot {
    Spot::Element(xml::attribute(node, "id").unwrap_or(what).to_owned())
}
