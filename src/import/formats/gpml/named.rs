//! Attributes by the names that the two dialects give them.

use roxmltree::Node;

/// What elements are called: 2013a, then 2021. In 2013a the members of a group name it by another id than arrows do.
pub(super) const ID: &[&str] = &["GraphId", "elementId"];

/// The first of these attributes that an element has and that is not empty.
pub(super) fn attribute<'a>(node: Node<'a, '_>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| node.attribute(*name)).map(str::trim).filter(|value| !value.is_empty())
}
