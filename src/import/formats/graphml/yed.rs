//! What yEd draws: labels, heads and places, which stand in elements of its own inside of `data`.

use roxmltree::Node;

use crate::{model::one_line, xml};

/// An edge as it is drawn.
pub(super) struct Drawn {
    /// The heads at its source and at its target.
    pub(super) arrows: Option<(Option<String>, Option<String>)>,
    /// What is written on it.
    pub(super) label: Option<String>,
}

/// The picture of a node; that of a group is the active one of several.
fn picture<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let pictures = xml::children(node, "data").filter_map(|data| data.first_element_child());
    let picture =
        pictures.into_iter().find(|picture| xml::child(*picture, "Geometry").is_some() || is_group(*picture))?;
    if !is_group(picture) {
        return Some(picture);
    }
    let realizers = xml::child(picture, "Realizers")?;
    let active = xml::attribute(realizers, "active").and_then(|place| place.parse::<usize>().ok()).unwrap_or(0);
    let mut all = realizers.children().filter(Node::is_element);
    all.clone().nth(active).or_else(|| all.next())
}

fn is_group(picture: Node<'_, '_>) -> bool {
    picture.tag_name().name() == "ProxyAutoBoundsNode"
}

/// The texts of a node's labels that are not empty.
fn labels(node: Node<'_, '_>) -> Vec<String> {
    let picture = picture(node);
    let labels = picture.into_iter().flat_map(|picture| picture.children());
    labels.filter(|label| label.tag_name().name() == "NodeLabel").filter_map(own_text).collect()
}

/// The first label of a node that is not empty.
pub(super) fn label(node: Node<'_, '_>) -> Option<String> {
    labels(node).into_iter().next()
}

/// The labels behind the first.
pub(super) fn further_labels(node: Node<'_, '_>) -> Vec<String> {
    labels(node).split_off(1.min(labels(node).len()))
}

/// The middle of a node.
pub(super) fn middle(node: Node<'_, '_>) -> Option<(f64, f64)> {
    let geometry = xml::child(picture(node)?, "Geometry")?;
    let number = |name| xml::attribute(geometry, name)?.parse::<f64>().ok().filter(|number| number.is_finite());
    let half = |name| number(name).unwrap_or_default() / 2.0;
    Some((number("x")? + half("width"), number("y")? + half("height")))
}

/// How an edge is drawn, where yEd drew it.
pub(super) fn edge(edge: Node<'_, '_>) -> Option<Drawn> {
    let pictures = xml::children(edge, "data").filter_map(|data| data.first_element_child());
    let picture = pictures.into_iter().find(|picture| picture.tag_name().name().ends_with("Edge"))?;
    let arrows = xml::child(picture, "Arrows").map(|arrows| {
        let head = |name| xml::attribute(arrows, name).filter(|head| *head != "none").map(str::to_owned);
        (head("source"), head("target"))
    });
    Some(Drawn { arrows, label: xml::children(picture, "EdgeLabel").find_map(own_text) })
}

/// The text of an element before its first child: models of places follow it.
fn own_text(label: Node<'_, '_>) -> Option<String> {
    let text = label.children().take_while(|child| !child.is_element()).filter_map(|child| child.text());
    let text = one_line(&text.collect::<String>());
    (!text.is_empty()).then_some(text)
}
