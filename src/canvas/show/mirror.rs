//! What is there as the graph that egui_graphs draws, and how much the last drawing painted.

use std::sync::Arc;

use egui_graphs::{Edge, Graph as Drawn, Node};
use petgraph::{
    Directed,
    stable_graph::{EdgeIndex, NodeIndex},
};

use crate::{
    paint::{card::CardShape, layers::Sizes, wire::WireShape},
    scene::records::Records,
};

/// The graph that egui_graphs draws: payloads are numbers, shapes hold shared records.
pub(super) type Graph = Drawn<u32, u32, Directed, u32, CardShape, WireShape>;

/// The mirror of one scene: to be dropped with it.
#[derive(Default)]
pub(crate) struct Mirror {
    /// Built when something is seen from near.
    graph: Option<Graph>,
    /// How much the last drawing painted from near: the next one will need about as much room.
    pub(super) near: Sizes,
    /// How many vertices the last drawing from far needed.
    pub(super) far: usize,
}

impl Mirror {
    /// The graph of the scene's cards and wires.
    pub(super) fn graph(&mut self, records: &Records) -> &mut Graph {
        self.graph.get_or_insert_with(|| graph(records))
    }
}

fn graph(records: &Records) -> Graph {
    let mut graph = Graph::new();
    for (i, card) in records.cards.iter().enumerate() {
        graph.add_node_custom(i as u32, |node| {
            node.set_location(card.rect.center());
            node.display_mut().record = Some(Arc::clone(card));
        });
    }
    // egui_graphs numbers an edge only as it adds it, and then compares it with all that are parallel, to bend them apart:
    // of thousands that takes half a minute. So edges get their numbers where each of them is alone.
    let mut numbered = Graph::new();
    for (i, wire) in records.wires.iter().enumerate() {
        let [from, to] = wire.ends.map(NodeIndex::new);
        let alone = numbered.add_node(0);
        let at =
            numbered.add_edge_custom(alone, alone, i as u32, |edge| edge.display_mut().record = Some(Arc::clone(wire)));
        if let Some(edge) = numbered.edge(at).cloned() {
            graph.g_mut().add_edge(from, to, edge);
        }
    }
    graph
}

/// A card's shape in the graph: cards and wires are added in order and never removed.
pub(super) fn card(graph: &mut Graph, number: usize) -> Option<&mut CardShape> {
    graph.node_mut(NodeIndex::new(number)).map(Node::display_mut)
}

/// A wire's shape in the graph.
pub(super) fn wire(graph: &mut Graph, number: usize) -> Option<&mut WireShape> {
    graph.edge_mut(EdgeIndex::new(number)).map(Edge::display_mut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::records::tests::records;

    #[test]
    fn the_graph_numbers_cards_and_wires_as_the_scene_does() {
        let records = records("a -> b -> c; c -| a; b -> b; a -> b; b -> b; a -> b");
        let mut mirror = Mirror::default();
        let graph = mirror.graph(&records);
        for (i, record) in records.cards.iter().enumerate() {
            let shape = card(graph, i).expect("every card has a shape");
            assert!(shape.record.as_ref().is_some_and(|own| Arc::ptr_eq(own, record)));
        }
        for (i, record) in records.wires.iter().enumerate() {
            let shape = wire(graph, i).expect("every wire has a shape");
            assert!(shape.record.as_ref().is_some_and(|own| Arc::ptr_eq(own, record)));
            let ends = graph.edge_endpoints(EdgeIndex::new(i)).expect("it has ends");
            assert_eq!([ends.0, ends.1].map(NodeIndex::index), record.ends);
        }
        assert!(card(graph, records.cards.len()).is_none() && wire(graph, records.wires.len()).is_none());
    }
}
