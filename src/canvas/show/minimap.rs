//! A small map of the whole picture, while not all of it is in sight: where the view is, and a way to move it.

use std::sync::Arc;

use egui::{
    Color32, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use crate::{
    camera::View,
    paint::{
        brush::Brush,
        stage::{Stage, color},
    },
    scene::{Scene, records::Records},
    theme::Palette,
    words,
};

/// Largest size of the map, in px.
const LARGEST: Vec2 = vec2(180.0, 100.0);
/// Smallest canvas that has room for a map, in px.
const LEAST_CANVAS: Vec2 = vec2(480.0, 320.0);
/// Space between the map and the canvas's edges, and between the map's edge and the picture, in px.
const MARGIN: f32 = 10.0;
const INSET: f32 = 4.0;
/// Most cards that are drawn: beyond, every so many are left out.
const MOST_DOTS: usize = 4_000;

/// What the map's ground depends on: the scene, the colours and the place.
type Key = (u64, Arc<Palette>, Rect);

/// The map, and its drawing as it was last made.
#[derive(Debug, Default)]
pub(crate) struct Minimap {
    kept: Option<(Key, Arc<Mesh>)>,
}

impl Minimap {
    /// Shows the map where it is of use; gives back the point of the picture that is asked for.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        id: egui::Id,
        scene: &Scene,
        stage: &Stage,
        view: View,
    ) -> Option<(Response, Pos2)> {
        let size = scene.records.size;
        let place = place(size, stage.clip).filter(|_| !all_in_sight(size, view, stage.clip))?;
        let response = ui.interact(place, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, words::canvas::MAP));
        let key = (scene.number, Arc::clone(&stage.palette), place);
        if self.kept.as_ref().is_none_or(|(kept, _)| *kept != key) {
            self.kept = Some((key, Arc::new(ground(&scene.records, stage, place))));
        }
        let (_, mesh) = self.kept.as_ref()?;
        let scale = scale(size, place);
        let seen = Rect::from_center_size(view.centre, stage.clip.size() / view.zoom);
        let to_map = |at: Pos2| place.center() + (at - (size / 2.0).to_pos2()) * scale;
        let frame = Rect::from_min_max(to_map(seen.min), to_map(seen.max)).intersect(place.shrink(1.0));
        let painter = ui.painter();
        painter.add(Shape::Mesh(Arc::clone(mesh)));
        painter.rect_stroke(place, 4.0, Stroke::new(1.0, color(stage.palette.line)), StrokeKind::Inside);
        let accent = color(stage.palette.accent);
        painter.rect(frame, 2.0, accent.gamma_multiply(0.10), Stroke::new(1.5, accent), StrokeKind::Inside);
        let at = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged())?;
        Some((response, (size / 2.0).to_pos2() + (at - place.center()) / scale))
    }
}

/// The map's place: in the lower right corner, in the shape of the picture.
fn place(size: Vec2, canvas: Rect) -> Option<Rect> {
    if !canvas.size().x.ge(&LEAST_CANVAS.x) || !canvas.size().y.ge(&LEAST_CANVAS.y) {
        return None;
    }
    let room = LARGEST - Vec2::splat(2.0 * INSET);
    let scale = (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0));
    let shape = (size * scale + Vec2::splat(2.0 * INSET)).max(vec2(48.0, 32.0)).round();
    let corner = canvas.max - Vec2::splat(MARGIN);
    Some(Rect::from_min_max((corner - shape).round(), corner.round()))
}

/// Px of map for a px of picture.
fn scale(size: Vec2, place: Rect) -> f32 {
    let room = place.size() - Vec2::splat(2.0 * INSET);
    (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0))
}

fn all_in_sight(size: Vec2, view: View, canvas: Rect) -> bool {
    let picture = Rect::from_min_max(view.to_screen(Pos2::ZERO, canvas), view.to_screen(size.to_pos2(), canvas));
    canvas.expand(1.0).contains_rect(picture)
}

/// The map without the frame: ground, bands, and a dot for every card.
fn ground(records: &Records, stage: &Stage, place: Rect) -> Mesh {
    let palette = &stage.palette;
    let scale = scale(records.size, place);
    let to_map = |at: Pos2| place.center() + (at - (records.size / 2.0).to_pos2()) * scale;
    let thin = |colour: Color32| colour.gamma_multiply(0.92);
    let mut brush = Brush::unclipped(stage.pixel);
    brush.rounded(place, 4.0, thin(color(palette.panel)), Stroke::NONE);
    for (i, band) in records.bands.iter().enumerate() {
        let strip = Rect::from_min_max(to_map(band.rect.min), to_map(band.rect.max)).intersect(place.shrink(2.0));
        brush.rect(strip, stage.ground(i));
    }
    let step = records.cards.len().div_ceil(MOST_DOTS).max(1);
    for card in records.cards.iter().step_by(step) {
        let size = (card.rect.size() * scale).max(Vec2::splat(1.5));
        brush.rect(Rect::from_center_size(to_map(card.rect.center()), size), color(palette.kinds.of(card.kind)));
    }
    match brush.finish() {
        Some(Shape::Mesh(mesh)) => Arc::unwrap_or_clone(mesh),
        _ => Mesh::default(),
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const CANVAS: Rect = Rect { min: pos2(100.0, 50.0), max: pos2(1100.0, 650.0) };

    #[test]
    fn the_map_keeps_the_shape_of_the_picture_and_its_corner() {
        for size in [vec2(3000.0, 1000.0), vec2(500.0, 4000.0), vec2(1.0, 1.0), vec2(0.0, 9.0)] {
            let place = place(size, CANVAS).expect("a large canvas");
            assert!(CANVAS.shrink(MARGIN - 1.0).contains_rect(place), "{place}");
            assert!(place.width() <= LARGEST.x + 1.0 && place.height() <= LARGEST.y + 1.0, "{place}");
        }
        assert_eq!(super::place(vec2(10.0, 10.0), Rect::from_min_size(Pos2::ZERO, vec2(400.0, 900.0))), None);
    }

    #[test]
    fn a_picture_in_sight_needs_no_map() {
        let size = vec2(800.0, 500.0);
        let view = View { centre: pos2(400.0, 250.0), zoom: 1.0 };
        assert!(all_in_sight(size, view, CANVAS));
        assert!(!all_in_sight(size, View { zoom: 1.5, ..view }, CANVAS));
    }
}
