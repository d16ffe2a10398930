//! What the camera does: what the session asks for, what a window of another size needs, where the map was clicked.

use egui::{Rect, Ui};

use super::{
    camera::{Camera, View},
    label::SMALLEST_LABEL,
    scene::Scene,
};
use crate::{
    session::{Action, Camera as Request, STAGE_HEIGHT, STAGE_TEXT, Session},
    text::LABEL_SIZE,
};

/// Carries out what the session asks of the camera, or follows a window that changed size; says whether the view is
/// still one that nobody has moved.
pub(super) fn follow(
    camera: &mut Camera,
    session: &Session,
    scene: &Scene,
    (rect, least_text): (Rect, f32),
    last: Option<Rect>,
    fitted: bool,
    actions: &mut Vec<Action>,
) -> bool {
    let looked_at = session.view().selected().and_then(|item| scene.surroundings_of(item));
    let fit = if session.presents() {
        fit(session, scene, rect, least_text)
    } else {
        View::fit_or_read(scene.size, rect, looked_at)
    };
    let request = session.view().camera.as_ref();
    if let Some(request) = request {
        actions.push(Action::CameraMoved(request.clone()));
    }
    if last.is_none() || (request.is_none() && fitted && last != Some(rect)) {
        camera.jump(fit);
        return true;
    }
    let target = camera.target();
    let asked = match request {
        None => return fitted,
        Some(Request::Fit) => self::fit(session, scene, rect, least_text),
        Some(Request::Zoom(factor)) => target.zoomed(*factor, rect.center(), rect),
        Some(Request::ActualSize) => target.zoomed(1.0 / target.zoom, rect.center(), rect),
        Some(Request::Show(items)) => {
            let boxes = items.iter().filter_map(|item| scene.rect_of(item));
            boxes.reduce(Rect::union).map_or(target, |world| View::showing(world, rect))
        }
        Some(Request::Reveal(item)) => {
            scene.surroundings_of(item).map_or(target, |world| target.revealing(world, rect))
        }
    };
    let untouched = request == Some(&Request::Fit) || (fitted && asked == target);
    if session.settings().reduced_motion {
        camera.jump(asked);
    } else {
        camera.glide(asked);
    }
    untouched
}

/// The view that shows everything: on a whole screen large enough for a back row.
pub(super) fn fit(session: &Session, scene: &Scene, rect: Rect, least_text: f32) -> View {
    if session.presents() {
        View::slide(scene.size, rect, least_text / LABEL_SIZE)
    } else {
        View::fit(scene.size, rect)
    }
}

/// The smallest text that may be drawn, in px of screen.
pub(super) fn least_text(ui: &Ui, session: &Session) -> f32 {
    if session.presents() {
        STAGE_TEXT * (ui.ctx().content_rect().height() / STAGE_HEIGHT).max(1.0)
    } else {
        SMALLEST_LABEL
    }
}

/// Goes where the map was clicked, or follows the hand that drags over it.
pub(super) fn go_to(camera: &mut Camera, wanted: View, response: &egui::Response, session: &Session) {
    if response.dragged() || session.settings().reduced_motion {
        camera.jump(wanted);
    } else {
        camera.glide(wanted);
    }
    response.ctx.request_repaint();
}
