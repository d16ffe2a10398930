//! What is lit, above everything else. It is drawn apart from the rest, which is kept while light moves over it.

use egui::{Context, Shape};

use super::{
    far,
    mirror::{self, Mirror},
};
use crate::{
    paint::{
        layers::{Layer, Layers},
        look::Look,
        stage::Stage,
    },
    scene::records::Records,
};

/// Draws what is lit: links first, then cards.
pub(crate) fn draw(ctx: &Context, records: &Records, mirror: &mut Mirror, stage: &Stage, looks: &[Look]) -> Vec<Shape> {
    if stage.is_far() {
        return far::lit(records, stage, looks).into_iter().chain(far::marks(ctx, records, stage, looks)).collect();
    }
    let Layers { mut wires, mut cards } = Layers::new(stage.pixel, stage.clip, [0; 2], stage.patterns);
    let count = records.cards.len();
    for (i, &look) in looks.iter().enumerate().filter(|(_, look)| look.on_top()) {
        let graph = mirror.graph(records);
        if i < count {
            if let Some(card) = mirror::card(graph, i) {
                card.paint(&mut cards, look, stage, ctx);
            }
        } else if let Some(wire) = mirror::wire(graph, i - count) {
            wire.paint(&mut wires, look, stage, ctx);
        }
    }
    [wires, cards].into_iter().flat_map(Layer::finish).collect()
}
