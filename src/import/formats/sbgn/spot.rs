//! Where something stands, by its id.

use roxmltree::Node;

use crate::{notice::Spot, xml};

/// The id of an element, or what it is.
pub(super) fn spot(element: Node<'_, '_>) -> Spot {
    Spot::Element(xml::attribute(element, "id").unwrap_or_else(|| element.tag_name().name()).to_owned())
}
