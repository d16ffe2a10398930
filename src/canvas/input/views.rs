//! Which view of the drawing shows what is asked for: everything, something of it, or as much as can be read.

use egui::{Rect, Vec2};

use crate::{camera::View, frame::Frame, scene::records::Records, session::Camera as Request, text::LABEL_SIZE};

/// Most of the canvas that the largest card takes where text is enlarged, as a share of its width and of its height.
const CARD_SHARE: f32 = 0.8;

/// The view that the session asks for, from the one that the camera comes to rest at.
pub(super) fn asked(request: &Request, target: View, frame: &Frame<'_>, records: &Records) -> View {
    let rect = frame.rect;
    match request {
        Request::Fit => whole(frame, rect, records),
        Request::Zoom(factor) => target.zoomed(*factor, rect.center(), rect, View::farthest(records.size, rect)),
        Request::ActualSize => target.zoomed(1.0 / target.zoom, rect.center(), rect, 0.0),
        Request::Show(items) => {
            let boxes = items.iter().filter_map(|item| records.rect_of(item));
            boxes.reduce(Rect::union).map_or(target, |world| target.showing(world, rect))
        }
        Request::Near { item, offset, zoom } => records.rect_of(item).map_or(target, |world| {
            let near = View { centre: world.center() + Vec2::from(*offset), ..target };
            near.zoomed(zoom / near.zoom, rect.center(), rect, View::farthest(records.size, rect))
        }),
        Request::Reveal(item) => records.surroundings_of(item).map_or(target, |world| target.revealing(world, rect)),
    }
}

/// The view that shows everything in a canvas: on a whole screen large enough for a back row.
pub(super) fn whole(frame: &Frame<'_>, canvas: Rect, records: &Records) -> View {
    if frame.session.presents() {
        View::slide(records.size, canvas, frame.least_text / LABEL_SIZE)
    } else {
        View::fit(records.size, canvas)
    }
}

/// The view that shows everything where it can then be read, else what is looked at.
pub(super) fn whole_or_readable(frame: &Frame<'_>, records: &Records) -> View {
    if frame.session.presents() {
        return whole(frame, frame.rect, records);
    }
    if let Some(view) = enlarged(frame, records) {
        return view;
    }
    let looked_at = frame.session.view().selected().and_then(|item| records.surroundings_of(item));
    View::fit_or_read(records.size, frame.rect, looked_at)
}

/// Where text is larger than usual: the view in which the words of the drawing are as much larger, about what is looked at
/// or else about where the story begins; less where the canvas would have no room for a card.
pub(super) fn enlarged(frame: &Frame<'_>, records: &Records) -> Option<View> {
    let scale = frame.session.settings().text_scale;
    if frame.session.presents() || scale <= 1.0 {
        return None;
    }
    // The canvas that there would be with text of the usual size, whose pixels are so much smaller.
    let (canvas, window) = (frame.rect, frame.ui.ctx().content_rect());
    let usual = Rect::from_min_size(canvas.min, window.size() * scale - (window.size() - canvas.size()));
    let card = records.cards.iter().map(|card| card.rect.size()).fold(Vec2::splat(1.0), Vec2::max);
    let room = CARD_SHARE * canvas.size() / card;
    let least = View::fit(records.size, usual).zoom.min(room.min_elem());
    let looked_at = frame.session.view().selected().and_then(|item| records.surroundings_of(item));
    let focus = looked_at.or_else(|| records.cards.first().map(|card| card.rect))?;
    Some(View::fit_or_near(records.size, canvas, focus, least))
}
