//! A small map of the whole picture, while not all of it is in sight: where the view is, and a way to move it.

use std::sync::Arc;

use egui::{
    Align2, Color32, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    vec2,
};

use crate::{
    camera::View,
    paint::{
        brush::Brush,
        stage::{Stage, color},
    },
    scene::{
        Scene,
        records::{Records, rect},
    },
    signs::Area,
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
    /// In which corner it lies, and the view that was then shown.
    corner: Option<(Align2, View)>,
    /// What is drawn of a scene, by its number: less than the picture, which has free edges.
    drawn: Option<(u64, Rect)>,
}

/// The corners that the map may take, the usual one first.
const CORNERS: [Align2; 4] = [Align2::RIGHT_BOTTOM, Align2::LEFT_BOTTOM, Align2::RIGHT_TOP, Align2::LEFT_TOP];

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
        let place = self.place(ui, id, scene, stage, view)?;
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

impl Minimap {
    /// Where the map lies: while something is out of sight, in a corner where it covers no card. It stays there while the
    /// view moves, and while somebody uses it.
    fn place(&mut self, ui: &Ui, id: egui::Id, scene: &Scene, stage: &Stage, view: View) -> Option<Rect> {
        if self.drawn.is_none_or(|(number, _)| number != scene.number) {
            self.drawn = Some((scene.number, drawn(&scene.records)));
        }
        let (_, drawn) = self.drawn?;
        let at = |corner: Align2| place(scene.records.size, stage.clip, corner);
        if stage.clip.expand(1.0).contains_rect(stage.rect_to_screen(drawn)) {
            self.corner = None;
            return None;
        }
        let used = || ui.ctx().read_response(id).is_some_and(|map| map.contains_pointer() || map.dragged());
        let (last, before) = self.corner.unzip();
        let moves = before.is_some_and(|before| before != view);
        if moves {
            // Once more when it has come to rest.
            ui.ctx().request_repaint();
        }
        let stays = last.filter(|_| moves || used());
        let free = || {
            last.into_iter().chain(CORNERS).find(|corner| at(*corner).is_some_and(|at| is_free(scene, stage, view, at)))
        };
        let corner = stays.or_else(free);
        self.corner = corner.map(|corner| (corner, view));
        at(corner?)
    }
}

/// Whether no card and no name of a lane lies there on the screen.
fn is_free(scene: &Scene, stage: &Stage, view: View, place: Rect) -> bool {
    let records = &scene.records;
    if stage.places.names.iter().any(|name| stage.rect_to_screen(rect(name.area)).intersects(place)) {
        return false;
    }
    let covers =
        |card: usize| records.cards.get(card).is_some_and(|card| stage.rect_to_screen(card.rect).intersects(place));
    let [min, max] = [place.min, place.max].map(|at| view.to_world(at, stage.clip));
    let (middle, size) = (min.lerp(max, 0.5), max - min);
    !records.grid.any_card(&Area::around((middle.x, middle.y), size.x, size.y), covers)
}

/// All that is drawn: cards and lines.
fn drawn(records: &Records) -> Rect {
    let cards = records.cards.iter().map(|card| card.rect);
    let lines = records.wires.iter().flat_map(|wire| &wire.points).map(|at| Rect::from_min_max(*at, *at));
    cards.chain(lines).fold(Rect::NOTHING, Rect::union)
}

/// The map's place in a corner, in the shape of the picture.
fn place(size: Vec2, canvas: Rect, corner: Align2) -> Option<Rect> {
    if !canvas.size().x.ge(&LEAST_CANVAS.x) || !canvas.size().y.ge(&LEAST_CANVAS.y) {
        return None;
    }
    let room = LARGEST - Vec2::splat(2.0 * INSET);
    let scale = (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0));
    let shape = (size * scale + Vec2::splat(2.0 * INSET)).max(vec2(48.0, 32.0)).round();
    let place = corner.align_size_within_rect(shape, canvas.shrink(MARGIN));
    Some(Rect::from_min_max(place.min.round(), place.max.round()))
}

/// Px of map for a px of picture.
fn scale(size: Vec2, place: Rect) -> f32 {
    let room = place.size() - Vec2::splat(2.0 * INSET);
    (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0))
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
            for corner in CORNERS {
                let place = place(size, CANVAS, corner).expect("a large canvas");
                assert!(CANVAS.shrink(MARGIN - 1.0).contains_rect(place), "{place}");
                assert!(place.width() <= LARGEST.x + 1.0 && place.height() <= LARGEST.y + 1.0, "{place}");
                assert_eq!(place.center().x > CANVAS.center().x, corner.x() == egui::Align::Max);
            }
        }
        let small = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 900.0));
        assert_eq!(super::place(vec2(10.0, 10.0), small, CORNERS[0]), None);
    }
}
