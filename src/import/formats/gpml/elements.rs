//! The elements of a GPML file by what they are, whichever dialect they are in.

use roxmltree::Node;

/// The elements of a drawing, in the order of the file.
#[derive(Default)]
pub(super) struct Elements<'a, 'i> {
    /// Data nodes.
    pub(super) nodes: Vec<Node<'a, 'i>>,
    /// States, which stand outside of their data nodes in 2013a and inside in 2021.
    pub(super) states: Vec<Node<'a, 'i>>,
    /// Interactions.
    pub(super) interactions: Vec<Node<'a, 'i>>,
    /// Lines without a meaning.
    pub(super) lines: Vec<Node<'a, 'i>>,
    /// Free texts.
    pub(super) labels: Vec<Node<'a, 'i>>,
    /// Shapes, some of which are compartments.
    pub(super) shapes: Vec<Node<'a, 'i>>,
    /// Groups.
    pub(super) groups: Vec<Node<'a, 'i>>,
}

impl<'a, 'i> Elements<'a, 'i> {
    /// The elements under the root: directly there in 2013a, in lists of their own in 2021.
    pub(super) fn of(root: Node<'a, 'i>) -> Self {
        let mut found = Self::default();
        for element in root.children().filter(Node::is_element) {
            match element.tag_name().name() {
                "DataNodes" | "Interactions" | "GraphicalLines" | "Labels" | "Shapes" | "Groups" | "States" => {
                    element.children().filter(Node::is_element).for_each(|inner| found.add(inner));
                }
                _ => found.add(element),
            }
        }
        found
    }

    fn add(&mut self, element: Node<'a, 'i>) {
        let list = match element.tag_name().name() {
            "DataNode" => {
                let states = element.children().filter(|child| child.tag_name().name() == "States");
                self.states.extend(states.flat_map(|list| list.children().filter(Node::is_element)));
                &mut self.nodes
            }
            "State" => &mut self.states,
            // Older dialects call an interaction a line.
            "Interaction" | "Line" => &mut self.interactions,
            "GraphicalLine" => &mut self.lines,
            "Label" => &mut self.labels,
            "Shape" => &mut self.shapes,
            "Group" => &mut self.groups,
            _ => return,
        };
        list.push(element);
    }
}
