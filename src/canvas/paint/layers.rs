//! Where items paint: all wires into one mesh, all cards into another, so that a frame moves little memory about.

use std::collections::BTreeSet;

use egui::{Rect, Shape, TextureId};

use super::{brush::Brush, look::Look};
use crate::scene::records::WireRecord;

/// How many vertices the last drawing needed: the next one will need about as many.
pub(crate) type Sizes = [usize; 2];

/// The drawing in the making: what lies lowest comes first.
pub(crate) struct Layers {
    pub(crate) wires: Layer,
    pub(crate) cards: Layer,
}

impl Layers {
    /// Empty layers for a screen whose pixels are so large, with room for what will come; lines take their patterns from
    /// a texture.
    pub(crate) fn new(pixel: f32, clip: Rect, sizes: Sizes, patterns: TextureId) -> Self {
        let [mut wires, cards] = sizes.map(|size| Layer::new(pixel, clip, size));
        wires.brush.patterns = Some(patterns);
        Self { wires, cards }
    }

    /// How much was painted.
    pub(crate) fn sizes(&self) -> Sizes {
        [self.wires.brush.vertices(), self.cards.brush.vertices()]
    }
}

/// What is painted, and what stands on it: texts, and marks that only shapes can say.
pub(crate) struct Layer {
    pub(super) brush: Brush,
    pub(super) above: Vec<Shape>,
    pub(super) once: Once,
}

/// Lines that are painted already: of those that lie on one another with the same look, the first is enough. A file may
/// have thousands of links between two nodes.
#[derive(Default)]
pub(crate) struct Once(BTreeSet<(usize, Look)>);

impl Once {
    /// Whether a line is the first that lies there with that look.
    pub(crate) fn is_first(&mut self, line: &WireRecord, look: Look) -> bool {
        self.0.insert((line.first, look))
    }
}

impl Layer {
    /// An empty layer with room for so many vertices.
    fn new(pixel: f32, clip: Rect, size: usize) -> Self {
        let mut brush = Brush::new(pixel, clip);
        brush.reserve(size + size / 8);
        Self { brush, above: Vec::new(), once: Once::default() }
    }

    /// What was painted, the mesh first.
    pub(crate) fn finish(self) -> Vec<Shape> {
        let mut shapes = self.above;
        if let Some(mesh) = self.brush.finish() {
            shapes.insert(0, mesh);
        }
        shapes
    }
}
