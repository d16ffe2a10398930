//! Drags that begin on a card: from the dot at its edge to another card, which links them, and of the card itself, which
//! pins it where it is dropped. What is drawn meanwhile lies over the picture; only what is dropped is laid out.

use std::sync::Arc;

use egui::{
    Align2, Color32, CursorIcon, FontId, Key, Modifiers, Painter, PointerButton, Pos2, Rect, Response, Shape, Stroke,
    StrokeKind, Vec2, epaint::CubicBezierShape, pos2, vec2,
};

use super::hit;
use crate::{
    camera::View,
    frame::Frame,
    model::{LaneId, NodeId},
    paint::stage::color,
    picture::{Arrangement, MARK_WIDTH},
    scene::records::{CardRecord, Records},
    session::{Action, ChangeAct, EntryAct, Item, Session},
    signs::Area,
    text::{LABEL_SIZE, as_seen},
};

/// Radius of the dot, and how near to its middle the pointer must be; in px of screen.
const DOT: f32 = 5.0;
const DOT_REACH: f32 = 9.0;
/// Width of the edge around it, in px of screen.
const DOT_EDGE: f32 = 1.5;
/// Where the dot may be, as shares of the card's width and height, the best first.
const DOT_PLACES: [(f32, f32); 9] =
    [(1.0, 0.5), (1.0, 0.75), (1.0, 0.25), (0.75, 1.0), (0.75, 0.0), (0.5, 1.0), (0.5, 0.0), (0.25, 1.0), (0.25, 0.0)];
/// Least width and height of a card that has a dot, in px of screen: on a speck there is no room for one beside what is
/// clicked to look at the card.
const LEAST_CARD: (f32, f32) = (4.0 * DOT_REACH, 14.0);
/// Free space that a dropped card keeps to the edge of the picture, in px of picture.
const EDGE: f32 = 8.0;
/// Frames until the session knows of what was dropped.
const TELLING: u8 = 3;

/// A drag that began on a card, and the card that has the dot.
#[derive(Default)]
pub(super) struct Pull {
    /// The card that has the dot, by its number.
    dot: Option<usize>,
    doing: Option<Doing>,
    /// Cards that were dropped and have not arrived there yet, and for how many frames.
    dropped: Option<(Vec<Ghost>, u8)>,
}

/// What is dragged.
enum Doing {
    /// A line from a card.
    Line(usize),
    /// Cards, from a place of the picture.
    Cards(Vec<usize>, Pos2),
}

/// A card on its way, and where it is, in px of picture.
struct Ghost {
    card: Arc<CardRecord>,
    rect: Rect,
}

impl Pull {
    /// For another picture: cards have other numbers.
    pub(super) fn forget(&mut self) {
        (self.dot, self.doing) = (None, None);
    }

    /// Takes the pointer; says whether it has it.
    pub(super) fn pointer(
        &mut self,
        frame: &mut Frame<'_>,
        response: &Response,
        view: View,
        records: &Records,
    ) -> bool {
        if !is_possible(frame) {
            self.forget();
            return false;
        }
        self.begin(frame, response, view, records);
        if self.doing.is_some() {
            frame.ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            self.go_on(frame, response, view, records);
            return true;
        }
        self.dot = self.card_with_dot(response, (view, frame.rect), records);
        let on_dot = |at: Pos2| self.dot.is_some_and(|card| is_on_dot(records, card, view, frame.rect, at));
        let Some(at) = response.hover_pos().filter(|at| on_dot(*at)) else { return false };
        if response.clicked_by(PointerButton::Primary)
            && on_dot(at)
            && let Some(node) = self.dot.and_then(|card| node_of(records, card))
        {
            frame.actions.push(Action::Entry(EntryAct::Link(node, None, None)));
            return true;
        }
        false
    }

    /// Begins a drag where one has just begun on a dot or on a card.
    fn begin(&mut self, frame: &Frame<'_>, response: &Response, view: View, records: &Records) {
        let (modifiers, space, origin) =
            frame.ui.input(|input| (input.modifiers, input.key_down(Key::Space), input.pointer.press_origin()));
        if !response.drag_started_by(PointerButton::Primary) || modifiers.any() || space {
            return;
        }
        let Some(origin) = origin.or(response.interact_pointer_pos()) else { return };
        let from = view.to_world(origin, frame.rect);
        // Whoever is quicker than frames presses before the dot is drawn; half of it lies beside the card.
        let reach = DOT_REACH / view.zoom;
        let beside =
            [vec2(-reach, 0.0), vec2(0.0, -reach), vec2(0.0, reach)].map(|by| hit::card_at(records, from + by));
        let dots = [self.dot, hit::card_at(records, from)].into_iter().chain(beside);
        let has_dot =
            |card: &usize| is_on_dot(records, *card, view, frame.rect, origin) && has_room(records, *card, view);
        let dot = dots.flatten().find(has_dot);
        let card = || hit::card_at(records, from).filter(|_| *frame.session.arrangement() == Arrangement::default());
        self.doing = match dot {
            Some(card) => Some(Doing::Line(card)),
            None => card().map(|card| Doing::Cards(with_picked(frame.session, records, card), from)),
        };
    }

    /// Ends a drag that was let go of, or that Esc took back.
    fn go_on(&mut self, frame: &mut Frame<'_>, response: &Response, view: View, records: &Records) {
        if frame.ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return self.forget();
        }
        if response.dragged_by(PointerButton::Primary) && !response.drag_stopped_by(PointerButton::Primary) {
            return;
        }
        let at = response.interact_pointer_pos().or(response.hover_pos());
        let (Some(doing), Some(at)) = (self.doing.take(), at) else { return };
        let to = view.to_world(at, frame.rect);
        match doing {
            Doing::Line(card) => {
                let dropped = line_dropped(frame.session, records, card, to);
                frame.actions.extend(dropped.filter(|_| frame.rect.contains(at)));
            }
            Doing::Cards(cards, from) => {
                let ghosts: Vec<Ghost> = ghosts(records, &cards, to - from).collect();
                let node = |(ghost, card): (&Ghost, &usize)| {
                    let centre = ghost.rect.center();
                    Some((node_of(records, *card)?, (f64::from(centre.x.round()), f64::from(centre.y.round()))))
                };
                let places: Vec<_> = ghosts.iter().zip(&cards).filter_map(node).collect();
                frame.actions.push(Action::Change(ChangeAct::Drag(places)));
                self.dropped = Some((ghosts, 0));
            }
        }
    }

    /// The card under the pointer, or the one whose dot it is on.
    fn card_with_dot(&self, response: &Response, (view, canvas): (View, Rect), records: &Records) -> Option<usize> {
        let at = response.hover_pos()?;
        let kept = self.dot.filter(|card| is_on_dot(records, *card, view, canvas, at));
        let card = kept.or_else(|| hit::card_at(records, view.to_world(at, canvas)))?;
        Some(card).filter(|card| has_room(records, *card, view))
    }

    /// Draws the dot, the line or the cards over the picture. `arrived` says whether all of the picture is in its place.
    pub(super) fn draw(
        &mut self,
        frame: &Frame<'_>,
        response: &Response,
        view: View,
        records: &Records,
        arrived: bool,
    ) {
        let canvas = Over { painter: frame.ui.painter_at(frame.rect), frame, view };
        let at = response.interact_pointer_pos().or(response.hover_pos());
        match (&self.doing, at) {
            (Some(Doing::Line(card)), Some(at)) => canvas.line(records, *card, at),
            (Some(Doing::Cards(cards, from)), Some(at)) => {
                let ghosts: Vec<Ghost> = ghosts(records, cards, view.to_world(at, frame.rect) - *from).collect();
                canvas.cards(records, cards, &ghosts);
            }
            (None, _) => {
                if let Some(card) = self.dot.and_then(|card| records.cards.get(card)) {
                    let dot = dot_at(records, card.rect, view, frame.rect);
                    canvas.dot(dot);
                    // The card below it would have the pointer be a hand.
                    if response.hover_pos().is_some_and(|at| at.distance(dot) <= DOT_REACH) {
                        frame.ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
                    }
                }
            }
            (Some(_), None) => {}
        }
        if let Some((ghosts, frames)) = &mut self.dropped {
            *frames = frames.saturating_add(1);
            for ghost in ghosts.iter() {
                canvas.ghost(ghost);
            }
            if *frames > TELLING && arrived && frame.session.drawing_share().is_none() {
                self.dropped = None;
            } else if *frames <= TELLING {
                frame.ui.ctx().request_repaint();
            }
        }
    }
}

/// Whether cards can be linked and moved by hand now. A finger moves the picture.
fn is_possible(frame: &Frame<'_>) -> bool {
    let session = frame.session;
    let touches = frame.ui.input(egui::InputState::any_touches);
    !touches && !session.presents() && session.teaching().quiz.is_none() && session.comparison().is_none()
}

/// The node that a card stands for.
fn node_of(records: &Records, card: usize) -> Option<NodeId> {
    match records.items.get(card)? {
        Item::Node(id) => Some(id.clone()),
        Item::Link(_) | Item::Lane(_) | Item::Bundle(_) => None,
    }
}

/// A card, or all that are picked where it is one of them.
fn with_picked(session: &Session, records: &Records, card: usize) -> Vec<usize> {
    let picked = &session.view().picked;
    if node_of(records, card).is_none_or(|node| !picked.contains(&node)) {
        return vec![card];
    }
    let others = picked.iter().filter_map(|node| records.place.get(&Item::Node(node.clone())).copied());
    others.collect()
}

/// Whether a card is that of a node, and large enough for a dot.
fn has_room(records: &Records, card: usize, view: View) -> bool {
    let (width, height) = (LEAST_CARD.0 / view.zoom, LEAST_CARD.1 / view.zoom);
    let large = records.cards.get(card).is_some_and(|card| card.rect.width() >= width && card.rect.height() >= height);
    large && node_of(records, card).is_some()
}

/// Where the dot of a card is on the screen: in the middle of its right edge, or else where it covers no end and no start of
/// a line, if there is such a place.
fn dot_at(records: &Records, card: Rect, view: View, canvas: Rect) -> Pos2 {
    let side = 2.0 * (DOT + DOT_EDGE) / view.zoom;
    let is_free = |at: &Pos2| records.fixed.ends.is_free(&Area::around((at.x, at.y), side, side));
    let place = DOT_PLACES.map(|(x, y)| card.min + card.size() * vec2(x, y)).into_iter().find(is_free);
    view.to_screen(place.unwrap_or(card.right_center()), canvas)
}

fn is_on_dot(records: &Records, card: usize, view: View, canvas: Rect, at: Pos2) -> bool {
    records.cards.get(card).is_some_and(|card| dot_at(records, card.rect, view, canvas).distance(at) <= DOT_REACH)
}

/// What comes of a line that was dropped on a card or beside all of them.
fn line_dropped(session: &Session, records: &Records, from: usize, at: Pos2) -> Option<Action> {
    let cause = node_of(records, from)?;
    match hit::card_at(records, at) {
        Some(card) if card == from => None,
        Some(card) => Some(Action::Change(ChangeAct::Connect(cause, node_of(records, card)?))),
        None => {
            let place = (f64::from(at.x), f64::from(at.y));
            Some(Action::Entry(EntryAct::Link(cause, Some(place), lane_at(session, at.y))))
        }
    }
}

/// The author's lane that lies at a height of the picture; the outermost ones go on to the edge.
pub(super) fn lane_at(session: &Session, y: f32) -> Option<LaneId> {
    let bands = &session.picture()?.bands;
    let band = bands.iter().find(|band| f64::from(y) < band.y + band.h).or(bands.last())?;
    session.pathway().lane(&band.id).map(|lane| lane.id.clone())
}

/// Cards that were moved by so much, all of them within the picture's left and upper edge.
fn ghosts<'a>(records: &'a Records, cards: &'a [usize], by: Vec2) -> impl Iterator<Item = Ghost> + 'a {
    let cards = cards.iter().filter_map(|&card| records.cards.get(card));
    cards.map(move |card| {
        let moved = card.rect.translate(by);
        let inside = vec2((EDGE - moved.left()).max(0.0), (EDGE - moved.top()).max(0.0));
        Ghost { card: Arc::clone(card), rect: moved.translate(inside) }
    })
}

/// What is drawn over the picture.
struct Over<'a> {
    painter: Painter,
    frame: &'a Frame<'a>,
    view: View,
}

impl Over<'_> {
    fn on_screen(&self, world: Rect) -> Rect {
        let canvas = self.frame.rect;
        Rect::from_min_max(self.view.to_screen(world.min, canvas), self.view.to_screen(world.max, canvas))
    }

    fn accent(&self, width: f32) -> Stroke {
        Stroke::new(width, color(self.frame.palette.accent))
    }

    fn dot(&self, at: Pos2) {
        self.painter.circle_filled(at, DOT + DOT_EDGE, color(self.frame.palette.card));
        self.painter.circle_filled(at, DOT, color(self.frame.palette.accent));
    }

    /// A line from a card to the pointer, and a ring about the card under it.
    fn line(&self, records: &Records, from: usize, at: Pos2) {
        let Some(card) = records.cards.get(from) else { return };
        let start = dot_at(records, card.rect, self.view, self.frame.rect);
        let target = hit::card_at(records, self.view.to_world(at, self.frame.rect)).filter(|card| *card != from);
        if let Some(target) = target.and_then(|card| records.cards.get(card)) {
            self.painter.rect_stroke(
                self.on_screen(target.rect).expand(3.0),
                8.0,
                self.accent(3.0),
                StrokeKind::Outside,
            );
        }
        let bend = vec2(((at.x - start.x).abs() / 2.0).max(24.0), 0.0);
        let points = [start, start + bend, at - bend, at];
        self.painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, self.accent(2.0)));
        let head = vec![at, at + vec2(-10.0, -5.0), at + vec2(-10.0, 5.0)];
        self.painter.add(Shape::convex_polygon(head, color(self.frame.palette.accent), Stroke::NONE));
        self.dot(start);
    }

    /// Cards on their way, and a veil over the places that they leave.
    fn cards(&self, records: &Records, cards: &[usize], ghosts: &[Ghost]) {
        for card in cards.iter().filter_map(|&card| records.cards.get(card)) {
            let veil = color(self.frame.palette.lane_a).gamma_multiply(0.7);
            self.painter.rect_filled(self.on_screen(card.rect).expand(1.0), 7.0, veil);
        }
        for ghost in ghosts {
            self.ghost(ghost);
        }
    }

    fn ghost(&self, Ghost { card, rect }: &Ghost) {
        let (palette, zoom, rect) = (self.frame.palette, self.view.zoom, self.on_screen(*rect));
        let radius = (7.0 * zoom).clamp(1.0, 14.0);
        self.painter.rect(rect, radius, color(palette.card), self.accent(2.2), StrokeKind::Inside);
        let size = (LABEL_SIZE * zoom).floor();
        if size < self.frame.least_text {
            return;
        }
        let height = card.line_height * zoom;
        let top = rect.center().y - height * card.lines.len() as f32 / 2.0;
        for (i, line) in card.lines.iter().enumerate() {
            let at = pos2(rect.center().x + MARK_WIDTH * zoom / 2.0, top + height * (i as f32 + 0.5));
            let font = FontId::proportional(size);
            self.painter.text(at, Align2::CENTER_CENTER, as_seen(line), font, color(palette.card_text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::records::tests::records;

    #[test]
    fn the_dot_covers_no_end_and_no_start() {
        let records = records("a -> b -> c -> d\na -> c\na -> d\nd -> a\nb -| d");
        let canvas = Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 600.0));
        for zoom in [0.8, 1.0, 2.0] {
            let view = View { centre: (records.size / 2.0).to_pos2(), zoom };
            let side = 2.0 * (DOT + DOT_EDGE) / zoom - 0.1;
            let dots = records.cards.iter().map(|card| {
                let at = view.to_world(dot_at(&records, card.rect, view, canvas), canvas);
                assert!(records.ends().iter().all(|end| !end.meets(&Area::around((at.x, at.y), side, side))), "{at}");
                at.distance(card.rect.right_center()) > 1.0
            });
            assert!(dots.filter(|moved| *moved).count() > 0, "a line begins in the middle of an edge");
        }
    }
}
