//! What is looked at: the camera, and what moves it: the hand, the session, a window of another size, another picture.

use egui::{Rect, Response, Vec2};

use crate::{
    canvas::{
        camera::{Camera, View},
        frame::Frame,
        scene::records::Records,
    },
    session::{Action, Camera as Request, Session},
    text::LABEL_SIZE,
};

/// Largest change of width over height that is no other shape, as a share.
const SAME_SHAPE: f32 = 0.1;
/// Largest change of a slide's canvas that needs no slide of its own, in px.
const SAME_SLIDE: f32 = 2.0;

/// The camera over the canvas, and whose view it shows.
#[derive(Default)]
pub(crate) struct Viewport {
    camera: Camera,
    /// The canvas of the last frame, so that a window that changes size keeps what was in sight.
    last: Option<Rect>,
    /// Whether nobody has moved the view since the last fit: then a new size fits anew.
    fitted: bool,
    /// Whether a view that showed all of the last picture is to show all of this one.
    refit: bool,
    /// The size of the canvas and the height of the window that the session was told.
    told: Option<(Vec2, f32)>,
}

impl Viewport {
    /// The view as it is now.
    pub(crate) fn view(&self) -> View {
        self.camera.view()
    }

    /// The canvas of the last frame, in px of screen.
    pub(crate) fn canvas(&self) -> Option<Rect> {
        self.last
    }

    /// For the first picture of a pathway: nothing was in sight before.
    pub(crate) fn begin(&mut self) {
        self.last = None;
    }

    /// For another picture: a view that showed all of the last one shows all of this one.
    pub(crate) fn go_on(&mut self) {
        self.refit = self.fitted;
    }

    /// Tells the session the size of the canvas, for the next drawing. A slide is made for just this size; every other
    /// drawing only needs to know when the shape has become another one.
    pub(crate) fn tell_size(&mut self, frame: &mut Frame<'_>) {
        let (size, window) = (frame.rect.size(), frame.ui.ctx().content_rect().height());
        let near = |told: &(Vec2, f32)| {
            let aspect = |size: Vec2| size.x / size.y.max(1.0);
            let same_shape = (aspect(size) / aspect(told.0) - 1.0).abs() <= SAME_SHAPE;
            same_shape && (!frame.session.presents() || (told.0 - size).abs().max_elem() < SAME_SLIDE)
        };
        if !self.told.as_ref().is_some_and(near) {
            self.told = Some((size, window));
            let moved = self.last.is_some() && !self.fitted;
            frame.actions.push(Action::CanvasSize { canvas: (size.x, size.y), window, moved });
        }
    }

    /// Goes where the hand moved the view.
    pub(super) fn move_to(&mut self, view: View) {
        self.camera.jump(view);
        self.fitted = false;
    }

    /// Lets the picture go on by itself after a push, in px of screen a second.
    pub(super) fn push(&mut self, speed: Vec2) {
        self.camera.push(speed);
    }

    /// Stops a picture that goes on by itself.
    pub(super) fn stop_push(&mut self) {
        self.camera.stop_push();
    }

    /// Looks where the map was clicked, or follows the hand that drags over it.
    pub(crate) fn look_at(&mut self, centre: egui::Pos2, response: &Response, session: &Session) {
        self.fitted = false;
        let wanted = View { centre, ..self.camera.view() };
        if response.dragged() {
            self.camera.jump(wanted);
        } else {
            self.go(wanted, session);
        }
        response.ctx.request_repaint();
    }

    /// Follows the session, the window and the picture.
    pub(crate) fn follow(&mut self, frame: &mut Frame<'_>, records: &Records) {
        self.fitted = self.carry_out(frame, records);
        self.last = Some(frame.rect);
        if std::mem::take(&mut self.refit) {
            self.go(whole(frame, records), frame.session);
            self.fitted = true;
        }
    }

    /// Moves on a glide or a push by so many seconds; says whether it is still on its way.
    pub(crate) fn advance(&mut self, seconds: f32) -> bool {
        self.camera.advance(seconds)
    }

    /// Carries out what the session asks of the camera, or follows a window that changed size; says whether the view is
    /// still one that nobody has moved.
    fn carry_out(&mut self, frame: &mut Frame<'_>, records: &Records) -> bool {
        let request = frame.session.view().camera.as_ref();
        if let Some(request) = request {
            frame.actions.push(Action::CameraMoved(request.clone()));
        }
        let resized = request.is_none() && self.fitted && self.last != Some(frame.rect);
        if self.last.is_none() || resized {
            self.camera.jump(whole_or_readable(frame, records));
            return true;
        }
        let Some(request) = request else { return self.fitted };
        let target = self.camera.target();
        let asked = asked(request, target, frame, records);
        self.go(asked, frame.session);
        *request == Request::Fit || (self.fitted && asked == target)
    }

    /// Glides to a view, or is there at once where that is wished.
    fn go(&mut self, view: View, session: &Session) {
        if session.settings().reduced_motion {
            self.camera.jump(view);
        } else {
            self.camera.glide(view);
        }
    }
}

/// The view that the session asks for, from the one that the camera comes to rest at.
fn asked(request: &Request, target: View, frame: &Frame<'_>, records: &Records) -> View {
    let rect = frame.rect;
    match request {
        Request::Fit => whole(frame, records),
        Request::Zoom(factor) => target.zoomed(*factor, rect.center(), rect),
        Request::ActualSize => target.zoomed(1.0 / target.zoom, rect.center(), rect),
        Request::Show(items) => {
            let boxes = items.iter().filter_map(|item| records.rect_of(item));
            boxes.reduce(Rect::union).map_or(target, |world| View::showing(world, rect))
        }
        Request::Reveal(item) => records.surroundings_of(item).map_or(target, |world| target.revealing(world, rect)),
    }
}

/// The view that shows everything: on a whole screen large enough for a back row.
fn whole(frame: &Frame<'_>, records: &Records) -> View {
    if frame.session.presents() {
        View::slide(records.size, frame.rect, frame.least_text / LABEL_SIZE)
    } else {
        View::fit(records.size, frame.rect)
    }
}

/// The view that shows everything where it can then be read, else what is looked at.
fn whole_or_readable(frame: &Frame<'_>, records: &Records) -> View {
    if frame.session.presents() {
        return whole(frame, records);
    }
    let looked_at = frame.session.view().selected().and_then(|item| records.surroundings_of(item));
    View::fit_or_read(records.size, frame.rect, looked_at)
}
