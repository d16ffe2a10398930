//! Everything as it is without light, drawn by egui_graphs: its items paint into two layers, links under cards.

use std::rc::Rc;

use egui::{Shape, Ui, UiBuilder};
use egui_graphs::{GraphView, SettingsInteraction, SettingsNavigation};

use super::{
    far, lanes,
    mirror::{self, Graph, Mirror},
    still::{NoLayout, NoState},
};
use crate::{
    paint::{layers::Layers, look::Look, stage::Stage},
    scene::Scene,
};

/// Draws lanes, links and cards.
pub(crate) fn draw(ui: &mut Ui, scene: &Scene, mirror: &mut Mirror, stage: &Rc<Stage>, looks: &[Look]) {
    lanes::bands(ui, &scene.records, stage);
    if stage.is_far() {
        ui.painter().extend(far::draw(scene, mirror, stage, looks));
        return;
    }
    let room = mirror.near;
    let graph = mirror.graph(&scene.records);
    dress(graph, scene.records.cards.len(), stage, looks);
    stage.layers.replace(Layers::new(stage.pixel, stage.clip, room, stage.patterns));
    walk(ui, graph);
    let layers = stage.layers.replace(Layers::new(stage.pixel, stage.clip, [0; 2], stage.patterns));
    mirror.near = layers.sizes();
    for layer in [layers.wires, layers.cards] {
        ui.painter().add(Shape::Vec(layer.finish()));
    }
}

/// Gives every shape its look and the stage of this frame.
fn dress(graph: &mut Graph, cards: usize, stage: &Rc<Stage>, looks: &[Look]) {
    for (i, &look) in looks.iter().enumerate() {
        if i < cards {
            if let Some(shape) = mirror::card(graph, i) {
                (shape.look, shape.stage) = (look, Some(Rc::clone(stage)));
            }
        } else if let Some(shape) = mirror::wire(graph, i - cards) {
            (shape.look, shape.stage) = (look, Some(Rc::clone(stage)));
        }
    }
}

/// Lets egui_graphs walk over the graph, whose shapes paint into the layers of the stage.
fn walk(ui: &mut Ui, graph: &mut Graph) {
    // The view must take neither pointer nor keyboard: the canvas has one widget, and it is not this one.
    let mut still = ui.new_child(UiBuilder::new().id_salt("egui_graphs").max_rect(ui.max_rect()).disabled());
    still.set_opacity(1.0);
    GraphView::<NoState, NoLayout>::new()
        .with_interactions(&SettingsInteraction::new())
        .with_navigations(&SettingsNavigation::new().with_fit_to_screen_enabled(false).with_zoom_and_pan_enabled(false))
        .with_id(Some("pathway".to_owned()))
        .show(&mut still, graph);
}
