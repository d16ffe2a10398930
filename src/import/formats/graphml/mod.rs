//! GraphML, plain and as yEd, networkx and igraph write it.
//!
//! <http://graphml.graphdrawing.org/specification.html>: keys name the attributes of nodes and edges. The same name may have
//! several keys, ids may be numbers that mean nothing, and a text `None` is a missing one. In yEd's drawings a bar lowers, any
//! other head is read by its label, and a group is the active one of its pictures.

mod attributes;
mod edges;
mod nodes;
mod write;
mod yed;

use roxmltree::Node;

use self::{
    attributes::{Attributes, Keys},
    edges::edges,
    nodes::Nodes,
};
use crate::{
    draft::Draft,
    format::{Format, Knows},
    input::Input,
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
    let mut nodes = Nodes::default();
    let graphs: Vec<Node<'_, '_>> = xml::children(root, "graph").collect();
    for graph in &graphs {
        about(&mut draft, &keys, *graph);
        nodes.read(&mut draft, &keys, *graph);
    }
    edges(&mut draft, &keys, &mut nodes, root);
    nodes.finish(&mut draft);
    for strange in root.descendants().filter(|node| node.tag_name().name() == "hyperedge") {
        let what = "A hyperedge joins more than two nodes and says of none that it acts on another.";
        draft.notice(
            NoticeKind::NotKept,
            Spot::Element(xml::attribute(strange, "id").unwrap_or("hyperedge").to_owned()),
            what,
        );
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
