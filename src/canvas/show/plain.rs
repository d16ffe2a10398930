//! Everything as it is without light, drawn by egui_graphs: its items paint into two layers, links under cards.

use std::rc::Rc;

use egui::{Shape, Ui, UiBuilder};
use egui_graphs::{GraphView, SettingsInteraction, SettingsNavigation};

use super::{
    far, lanes,
    layers::Layers,
    look::{Look, Stage},
    scene::{self, Scene},
    still::{NoLayout, NoState},
};

/// Draws lanes, links and cards.
pub(super) fn draw(ui: &mut Ui, scene: &mut Scene, stage: &Rc<Stage>, looks: &[Look]) {
    lanes::bands(ui, scene, stage);
    if stage.is_far() {
        ui.painter().extend(far::draw(scene, stage, looks));
        return;
    }
    let cards = scene.cards.len();
    for (i, &look) in looks.iter().enumerate() {
        if i < cards {
            if let Some(node) = scene.graph().node_mut(scene::node_index(i)) {
                let shape = node.display_mut();
                (shape.look, shape.stage) = (look, Some(Rc::clone(stage)));
            }
        } else if let Some(edge) = scene.graph().edge_mut(scene::edge_index(i - cards)) {
            let shape = edge.display_mut();
            (shape.look, shape.stage) = (look, Some(Rc::clone(stage)));
        }
    }
    stage.layers.replace(Layers::new(stage.pixel, stage.clip, scene.sizes, stage.patterns));
    // The view must take neither pointer nor keyboard: the canvas has one widget, and it is not this one.
    let mut still = ui.new_child(UiBuilder::new().id_salt("egui_graphs").max_rect(ui.max_rect()).disabled());
    still.set_opacity(1.0);
    GraphView::<NoState, NoLayout>::new()
        .with_interactions(&SettingsInteraction::new())
        .with_navigations(&SettingsNavigation::new().with_fit_to_screen_enabled(false).with_zoom_and_pan_enabled(false))
        .with_id(Some("pathway".to_owned()))
        .show(&mut still, scene.graph());
    let layers = stage.layers.replace(Layers::new(stage.pixel, stage.clip, [0; 2], stage.patterns));
    scene.sizes = layers.sizes();
    for layer in [layers.wires, layers.cards] {
        ui.painter().add(Shape::Vec(layer.finish()));
    }
}
