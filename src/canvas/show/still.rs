//! A layout for egui_graphs that moves nothing: positions are ours.

use egui::Ui;
use egui_graphs::{Layout, LayoutState};

/// egui_graphs' own layouts overwrite positions; ours come from the layout module.
#[derive(Debug, Default)]
pub(super) struct NoLayout;

/// The state of [`NoLayout`].
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub(super) struct NoState;

impl LayoutState for NoState {}

impl Layout<NoState> for NoLayout {
    fn from_state(_: NoState) -> impl Layout<NoState> {
        Self
    }

    fn next<N, E, Ty, Ix, Dn, De>(&mut self, _: &mut egui_graphs::Graph<N, E, Ty, Ix, Dn, De>, _: &Ui)
    where
        N: Clone,
        E: Clone,
        Ty: petgraph::EdgeType,
        Ix: petgraph::stable_graph::IndexType,
        Dn: egui_graphs::DisplayNode<N, E, Ty, Ix>,
        De: egui_graphs::DisplayEdge<N, E, Ty, Ix, Dn>,
    {
    }

    fn state(&self) -> NoState {
        NoState
    }
}
