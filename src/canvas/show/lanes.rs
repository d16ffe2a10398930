//! Lanes: soft bands across the whole canvas, each with its name.

use std::{borrow::Cow, sync::Arc};

use egui::{
    Color32, Context, CornerRadius, CursorIcon, FontFamily, FontId, Galley, Pos2, Rect, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, WidgetType, vec2,
};

use crate::{
    frame::Frame,
    layout::Options,
    paint::{
        places::Name,
        stage::{Stage, color},
    },
    scene::records::{Records, area, rect},
    session::{Action, Page},
    signs::{
        Area,
        names::name_places,
        places::{Of, Placing},
    },
    text::as_seen,
    words,
};

/// Height of a line of text, as a share of its size.
const LINE: f32 = 1.25;
/// Smallest size of a name, in px of screen.
const SMALLEST: f32 = 10.5;
/// Shares of its letters to which a name is shortened where it finds no place beside all lines.
const SHORTER: [f32; 2] = [0.7, 0.45];
/// Free space around a name, in px of screen.
const AROUND: Vec2 = vec2(4.0, 1.0);

/// Lanes as soft bands across the whole canvas, each with its name.
pub(super) fn bands(ui: &Ui, records: &Records, stage: &Stage) {
    let painter = ui.painter();
    painter.rect_filled(stage.clip, CornerRadius::ZERO, color(stage.palette.lane_a));
    for (i, band) in records.bands.iter().enumerate() {
        let mut rect = stage.rect_to_screen(band.rect);
        rect.set_left(stage.clip.left());
        rect.set_right(stage.clip.right());
        // The outermost lanes go on to the edge: there is nothing beyond them.
        if i == 0 {
            rect.set_top(rect.top().min(stage.clip.top()));
        }
        if i + 1 == records.bands.len() {
            rect.set_bottom(rect.bottom().max(stage.clip.bottom()));
        }
        if !rect.intersects(stage.clip) {
            continue;
        }
        painter.rect_filled(rect, CornerRadius::ZERO, stage.ground(i));
    }
}

/// Where the lanes' names stand: at the left edge of what is in sight of their band, or as near to it as most of them have
/// room one below the other; those that have none there in the nearest place that covers nothing. In the overview, whose cards
/// bear no words, a name may lie on cards where there is no other place.
pub(super) fn places(
    ctx: &Context,
    records: &Records,
    stage: &Stage,
    placing: &mut Placing<'_, Pos2>,
    shrinks: bool,
) -> Vec<Name> {
    let plain = (12.5 * stage.zoom).clamp(SMALLEST, 16.0).round();
    let usual = if stage.presents { stage.least_text } else { plain };
    // What the drawing keeps free of cards for the name.
    let strip = Options::default().label_strip as f32 * stage.zoom;
    let sizes = [usual, if shrinks && !stage.presents { SMALLEST } else { usual }];
    let mut rooms = Vec::new();
    for (band, record) in records.bands.iter().enumerate() {
        let seen = stage.rect_to_screen(record.rect);
        let seen = Rect::from_x_y_ranges(stage.clip.x_range(), seen.y_range().intersection(stage.clip.y_range()));
        let top = ((strip - LINE * usual) / 2.0).clamp(1.0, 6.0) - AROUND.y;
        let within = Rect::from_min_max(seen.min + vec2(12.0 - AROUND.x, top), seen.max - vec2(12.0, 1.0));
        let within = area(stage.rect_to_picture(within));
        let room = Room { ctx, stage, band, name: &record.label, within, sizes };
        if seen.height() >= 16.0 && room.needs(1)[1].1 <= within.h {
            rooms.push(room);
        }
    }
    let column = placing.aside(|placing| column(&rooms, placing));
    rooms.iter().filter_map(|room| room.place(column, placing)).collect()
}

/// The room that the name of a lane has.
struct Room<'a> {
    ctx: &'a Context,
    stage: &'a Stage,
    /// The lane's number, and its name.
    band: usize,
    name: &'a str,
    /// Where the name may lie.
    within: Area,
    /// Its sizes, the better one first, in px of screen.
    sizes: [f32; 2],
}

impl Room<'_> {
    /// What so many letters of it take, in px of picture.
    fn needs(&self, letters: usize) -> [(f32, f32); 2] {
        let galley = |size| galley(self.ctx, &shown(self.name, letters), size);
        let size = |size| (galley(size).size() + 2.0 * AROUND) / self.stage.zoom;
        self.sizes.map(size).map(|size| (size.x, size.y))
    }

    /// Places for so many letters of it.
    fn at(&self, letters: usize) -> impl Iterator<Item = Area> + use<> {
        name_places(self.within, self.needs(letters), 1.0 / self.stage.zoom)
    }

    /// Places for all of it in its better size that begin at the same `x`.
    fn in_column(&self, x: f32) -> impl Iterator<Item = Area> + use<> {
        let [best, _] = self.needs(self.name.chars().count());
        let band = Area { x, w: best.0.min(self.within.right() - x), ..self.within };
        name_places(band, [best, best], 1.0 / self.stage.zoom)
    }

    /// Gives it the place in the column, if it has one there; else another beside all lines if it can, or else shorter; or
    /// else a line has a gap there.
    fn place(&self, column: Option<f32>, placing: &mut Placing<'_, Pos2>) -> Option<Name> {
        let all = self.name.chars().count();
        let over = if self.stage.is_far() { &[Of::Nothing, Of::Cards][..] } else { &[Of::Nothing] };
        let lengths = std::iter::once(all).chain(SHORTER.map(|share| kept(self.name, share)));
        let mut clear = lengths.flat_map(|letters| over.iter().map(move |of| (*of, letters)));
        let aligned = column.and_then(|x| Some((placing.place_clear(Of::Nothing, self.in_column(x))?, all)));
        let found = aligned
            .or_else(|| clear.find_map(|(of, letters)| Some((placing.place_clear(of, self.at(letters))?, letters))));
        let mut crossed = || over.iter().find_map(|of| Some((placing.place(*of, self.at(all))?, all)));
        let (area, letters) = found.or_else(&mut crossed)?;
        let size = if area.h == self.needs(letters)[0].1 { self.sizes[0] } else { self.sizes[1] };
        Some(Name { band: self.band, area, size, letters })
    }
}

/// The `x` at which most names can begin, in px of picture; of several the leftmost. Names that begin one below the other are
/// read as what they are, which those that stand here and there are not.
fn column(rooms: &[Room<'_>], placing: &mut Placing<'_, Pos2>) -> Option<f32> {
    let first = |room: &Room<'_>, placing: &mut Placing<'_, Pos2>| {
        let [best, _] = room.needs(room.name.chars().count());
        placing.find_clear(Of::Nothing, &mut name_places(room.within, [best, best], 1.0 / room.stage.zoom))
    };
    let mut candidates: Vec<f32> = rooms.iter().filter_map(|room| first(room, placing)).map(|area| area.x).collect();
    candidates.sort_by(f32::total_cmp);
    candidates.dedup();
    let mut best = None;
    for x in candidates {
        let fits = |room: &&Room<'_>| placing.find_clear(Of::Nothing, &mut room.in_column(x)).is_some();
        let count = rooms.iter().filter(fits).count();
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, x));
        }
    }
    best.map(|(_, x)| x)
}

/// The lanes' names in their places, above the drawing.
pub(crate) fn names(ui: &Ui, records: &Records, stage: &Stage) {
    let ink = color(stage.palette.lane_text);
    for &Name { band, area, size, letters } in &stage.places.names {
        let Some(record) = records.bands.get(band) else { continue };
        let around = stage.rect_to_screen(rect(area));
        // A line that has no way around the name has a gap there.
        ui.painter().rect_filled(around, 3.0, stage.ground(band));
        ui.painter().galley((around.min + AROUND).round(), galley(ui.ctx(), &shown(&record.label, letters), size), ink);
    }
}

/// How many letters of a name are left of a share of them, in whole words; the first word always.
fn kept(name: &str, share: f32) -> usize {
    let most = (share * name.chars().count() as f32) as usize;
    let ends = name.char_indices().enumerate().filter(|(_, (_, c))| c.is_whitespace()).map(|(letters, _)| letters);
    let ends: Vec<usize> = ends.collect();
    let fitting = ends.iter().rev().find(|end| **end <= most).or(ends.first());
    fitting.copied().unwrap_or(name.chars().count())
}

/// So many letters of a name, and a sign that there are more.
fn shown(name: &str, letters: usize) -> Cow<'_, str> {
    match name.char_indices().nth(letters).and_then(|(end, _)| name.get(..end)) {
        Some(kept) => Cow::Owned(words::canvas::shortened(kept.trim_end_matches([',', ' ']))),
        None => Cow::Borrowed(name),
    }
}

/// While Details are written in, a click on the name of a lane leads to its fields.
pub(crate) fn written(frame: &mut Frame<'_>, stage: &Stage) {
    let Frame { ui, session, actions, .. } = frame;
    let Some(picture) = session.picture().filter(|_| session.view().writing) else { return };
    for name in &stage.places.names {
        let lane = picture.bands.get(name.band).and_then(|band| session.pathway().lane(&band.id));
        let area = stage.rect_to_screen(rect(name.area));
        let Some(lane) = lane.filter(|_| stage.clip.contains(area.center())) else { continue };
        // Drags too: else what lies under the name would count as pointed at.
        let response = ui.interact(area, ui.id().with(("lane", &lane.id)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, words::canvas::lane(&lane.label)));
        if response.has_focus() {
            let edge = Stroke::new(2.0, color(stage.palette.accent));
            ui.painter().rect_stroke(area, 3.0, edge, StrokeKind::Outside);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            actions.push(Action::TurnTo(Page::Lane(lane.id.clone())));
        }
    }
}

fn galley(ctx: &Context, name: &str, size: f32) -> Arc<Galley> {
    let font = FontId::new(size, FontFamily::Name(crate::text::BOLD.into()));
    ctx.fonts_mut(|fonts| fonts.layout_no_wrap(as_seen(name).into_owned(), font, Color32::PLACEHOLDER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shortened_to_whole_words() {
        let name = "Body systems, brain regions and circuits";
        let short = |share: f32| shown(name, kept(name, share)).into_owned();
        assert_eq!([short(0.7), short(0.45), short(0.0)], ["Body systems, brain regions…", "Body systems…", "Body…"]);
        assert_eq!(shown("Meninges", kept("Meninges", 0.5)), "Meninges");
        assert_eq!(shown(name, name.chars().count()), name);
    }
}
