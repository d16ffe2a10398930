//! What is lit, above everything else. It is drawn apart from the rest, which is kept while light moves over it.

use egui::{Context, Shape};

use super::{
    far,
    layers::{Layer, Layers},
    look::{Look, Stage},
    scene::{self, Scene},
};

/// Draws what is lit: links first, then cards.
pub(super) fn draw(ctx: &Context, scene: &mut Scene, stage: &Stage, looks: &[Look]) -> Vec<Shape> {
    if stage.is_far() {
        return far::lit(scene, stage, looks).into_iter().collect();
    }
    let Layers { mut wires, mut cards } = Layers::new(stage.pixel, stage.clip, [0; 2], stage.patterns);
    let count = scene.cards.len();
    for (i, &look) in looks.iter().enumerate().filter(|(_, look)| look.on_top()) {
        if i < count {
            if let Some(node) = scene.graph().node_mut(scene::node_index(i)) {
                node.display_mut().paint(&mut cards, look, stage, ctx);
            }
        } else if let Some(edge) = scene.graph().edge_mut(scene::edge_index(i - count)) {
            edge.display_mut().paint(&mut wires, look, stage, ctx);
        }
    }
    [wires, cards].into_iter().flat_map(Layer::finish).collect()
}
