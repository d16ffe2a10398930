//! Where the entry field opens: where the thing will be, on the canvas, and over as few cards as can be.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::{
    camera::View,
    scene::records::{Records, area},
    session::{End, Entry, EntryKind, Item},
};

/// Free space between the field and what it is about, and around it at the edge of the canvas; in px of screen.
const BESIDE: f32 = 14.0;
const EDGE: f32 = 6.0;
/// What it costs to cover the card that the field is about, in other cards.
const OWN: usize = 100;

/// The best place on the screen for a field of a size: on the canvas, or else somewhere in the window. `focus` is what the
/// keyboard's cursor is on.
pub(crate) fn place(
    records: &Records,
    (view, canvas, window): (View, Rect, Rect),
    entry: &Entry,
    focus: Option<&Item>,
    size: Vec2,
) -> Rect {
    let within = canvas.shrink(EDGE);
    let on_screen =
        |world: Rect| Rect::from_min_max(view.to_screen(world.min, canvas), view.to_screen(world.max, canvas));
    let about = entry.kind.about().or(focus.cloned()).and_then(|item| records.rect_of(&item)).map(on_screen);
    let about = about.filter(|rect| rect.intersects(canvas));
    let at = entry.at.map(|(x, y)| view.to_screen(pos2(x as f32, y as f32), canvas) - vec2(10.0, 16.0));
    let corners: Vec<Pos2> = match (&entry.kind, at, about) {
        (_, Some(at), _) => vec![at],
        (EntryKind::Rename(_), None, Some(card)) => vec![card.min],
        (EntryKind::Link { wants: End::Cause, .. } | EntryKind::End { wants: End::Cause, .. }, None, Some(card)) => {
            beside(card, size).into_iter().rev().collect()
        }
        (EntryKind::Title, None, _) => vec![within.min],
        (_, None, Some(card)) => beside(card, size).to_vec(),
        (_, None, None) => vec![canvas.center() - vec2(size.x / 2.0, size.y / 3.0)],
    };
    let places = [within, window.shrink(EDGE)]
        .into_iter()
        .flat_map(|within| corners.iter().map(move |corner| inside(*corner, size, within)).collect::<Vec<_>>());
    let cost = |place: &Rect| {
        let own = about.filter(|card| !matches!(entry.kind, EntryKind::Rename(_)) && card.intersects(*place));
        covered(records, view, canvas, *place) + own.map_or(0, |_| OWN)
    };
    places.min_by_key(cost).unwrap_or(within)
}

/// Places about a card: right of it, below, above, left.
fn beside(card: Rect, size: Vec2) -> [Pos2; 4] {
    [
        pos2(card.right() + BESIDE, card.center().y - 16.0),
        pos2(card.left(), card.bottom() + BESIDE),
        pos2(card.left(), card.top() - BESIDE - size.y),
        pos2(card.left() - BESIDE - size.x, card.center().y - 16.0),
    ]
}

/// The nearest place within the canvas.
fn inside(corner: Pos2, size: Vec2, within: Rect) -> Rect {
    let most = within.max - size;
    Rect::from_min_size(pos2(corner.x.min(most.x).max(within.left()), corner.y.min(most.y).max(within.top())), size)
}

/// How many cards a place covers.
fn covered(records: &Records, view: View, canvas: Rect, place: Rect) -> usize {
    let world = Rect::from_min_max(view.to_world(place.min, canvas), view.to_world(place.max, canvas));
    let mut cards = std::collections::BTreeSet::new();
    records.grid.any_card(&area(world), |card| {
        if records.cards.get(card).is_some_and(|record| record.rect.intersects(world)) {
            cards.insert(card);
        }
        false
    });
    cards.len()
}
