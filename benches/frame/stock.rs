//! egui_graphs as it comes: its default shapes with labels, the same graph at the same places.

use egui::{CentralPanel, Context, Event, Frame, Pos2, Vec2, pos2, vec2};
use egui_graphs::{DefaultGraphView, Graph, MetadataFrame, SettingsInteraction, SettingsNavigation, SettingsStyle};
use pathlight::{theme::Themes, ui};
use petgraph::stable_graph::NodeIndex;

use crate::{Case, Motion, Near, SCREEN, pictures, run, step};

pub(crate) struct Window {
    ctx: Context,
    graph: Graph<(), ()>,
    case: Case,
    points: Vec<Pos2>,
    zoom: f32,
    pan: Vec2,
    frame: u32,
}

impl Window {
    pub(crate) fn new(case: Case) -> Self {
        let ctx = Context::default();
        ui::set_fonts(&ctx);
        ui::set_theme(&ctx, &Themes::bundled().light);
        let (pathway, picture) = pictures::drawn(case.nodes);
        let mut graph: Graph<(), ()> = Graph::new();
        for node in pathway.nodes() {
            graph.add_node_with_label((), node.label.clone());
        }
        for wire in &picture.wires {
            graph.add_edge(NodeIndex::new(wire.from), NodeIndex::new(wire.to), ());
        }
        let size = vec2(picture.width as f32, picture.height as f32);
        let zoom = if case.near == Near::Fitted { (SCREEN.size() / size).min_elem() } else { 0.9 };
        let pan = (SCREEN.size() - size * zoom) / 2.0;
        let places: Vec<Pos2> = picture.cards.iter().map(|card| pos2(card.x as f32, card.y as f32)).collect();
        let points = places.iter().map(|at| (at.to_vec2() * zoom + pan).to_pos2()).collect();
        let mut window = Self { ctx, graph, case, points, zoom, pan, frame: 0 };
        // Its first frame scatters the nodes.
        window.frame();
        for (i, at) in places.into_iter().enumerate() {
            window.graph.node_mut(NodeIndex::new(i)).expect("it was added").set_location(at);
        }
        window.frame();
        window
    }

    /// Draws the next frame.
    pub(crate) fn frame(&mut self) -> usize {
        self.frame += 1;
        let mut events = Vec::new();
        match self.case.motion {
            Motion::Hover => events.push(Event::PointerMoved(self.points[self.frame as usize % self.points.len()])),
            Motion::Pan => self.pan += step(self.frame),
            Motion::Rest | Motion::Zoom => {}
        }
        let (zoom, pan) = (self.zoom, self.pan);
        run(&self.ctx, self.frame, events, |ui| {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                let mut view = MetadataFrame::new(Some("stock".to_owned())).load(ui);
                (view.zoom, view.pan) = (zoom, pan);
                view.save(ui);
                DefaultGraphView::new()
                    .with_id(Some("stock".to_owned()))
                    .with_interactions(&SettingsInteraction::new().with_hover_enabled(true))
                    .with_navigations(&SettingsNavigation::new().with_fit_to_screen_enabled(false))
                    .with_styles(&SettingsStyle::new().with_labels_always(true))
                    .show(ui, &mut self.graph);
            });
        })
    }
}
