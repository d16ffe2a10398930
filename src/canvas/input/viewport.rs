//! What is looked at: the camera, and what moves it: the hand, the session, a window of another size, another picture.

use egui::{Rect, Response, Vec2};

use super::views::{asked, enlarged, whole, whole_or_readable};
use crate::{
    camera::{Camera, View},
    frame::Frame,
    scene::records::Records,
    session::{Action, Camera as Request, Session},
};

/// Largest change of width over height that is no other shape, as a share.
const SAME_SHAPE: f32 = 0.1;
/// Frames that panels take to find their sizes in a new window: a text must be drawn once before its height is known.
const SETTLING: u8 = 2;
/// Largest change of a slide's canvas that needs no slide of its own, in px.
const SAME_SLIDE: f32 = 2.0;

/// Where the canvas lies.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    canvas: Rect,
    /// The size of the window around it.
    window: Vec2,
    /// Whether it is the whole screen's.
    presents: bool,
}

impl Place {
    fn of(frame: &Frame<'_>) -> Self {
        let window = frame.ui.ctx().content_rect().size();
        Self { canvas: frame.rect, window, presents: frame.session.presents() }
    }

    /// Whether nothing but the canvas's edges is another: a panel was opened or closed.
    fn is_beside_a_panel_of(self, other: Self) -> bool {
        (self.window, self.presents) == (other.window, other.presents)
    }
}

/// The camera over the canvas, and whose view it shows.
#[derive(Default)]
pub(crate) struct Viewport {
    camera: Camera,
    /// Where the canvas lay in the last frame, so that what was in sight stays where it was.
    last: Option<Place>,
    /// The canvas that the whole picture was fitted into, while nobody has moved the view since: then a window of another
    /// size, or another picture, is fitted anew.
    fitted: Option<Rect>,
    /// Frames for which panels still find their sizes after everything was fitted at once: until then it is fitted anew.
    settling: u8,
    /// Frames for which what is above and below the drawing still finds its height after another picture was fitted: until
    /// then that follows it.
    gathering: u8,
    /// Whether a view that showed all of the last picture is to show all of this one.
    refit: bool,
    /// The size of the canvas and the height of the window that the session was told.
    told: Option<(Vec2, f32)>,
    /// The size of the window, and whether it has changed since the session was told.
    window: (Vec2, bool),
}

impl Viewport {
    /// The view as it is now.
    pub(crate) fn view(&self) -> View {
        self.camera.view()
    }

    /// The view that it comes to rest at, where somebody has moved it.
    pub(crate) fn moved(&self) -> Option<View> {
        self.fitted.is_none().then(|| self.camera.target())
    }

    /// The canvas of the last frame, in px of screen.
    pub(crate) fn canvas(&self) -> Option<Rect> {
        self.last.map(|last| last.canvas)
    }

    /// For the first picture of a pathway: nothing was in sight before.
    pub(crate) fn begin(&mut self) {
        self.last = None;
    }

    /// For another picture: a view that showed all of the last one shows all of this one.
    pub(crate) fn go_on(&mut self) {
        self.refit = self.fitted.is_some();
    }

    /// Tells the session the size of the canvas, for the next drawing. A slide is made for just this size; every other
    /// drawing only needs to know when the shape has become another one. A panel that opens or closes calls for no other
    /// drawing, any more than a view that somebody has moved.
    pub(crate) fn tell_size(&mut self, frame: &mut Frame<'_>) {
        let (size, window) = (frame.rect.size(), frame.ui.ctx().content_rect().size());
        self.window = (window, self.window.1 || self.window.0 != window);
        let near = |told: &(Vec2, f32)| {
            let aspect = |size: Vec2| size.x / size.y.max(1.0);
            let same_shape = (aspect(size) / aspect(told.0) - 1.0).abs() <= SAME_SHAPE;
            same_shape && (!frame.session.presents() || (told.0 - size).abs().max_elem() < SAME_SLIDE)
        };
        if !self.told.as_ref().is_some_and(near) {
            self.told = Some((size, window.y));
            let resized = std::mem::take(&mut self.window.1);
            let moved = !resized || (self.last.is_some() && self.fitted.is_none());
            frame.actions.push(Action::CanvasSize { canvas: (size.x, size.y), window: window.y, moved });
        }
    }

    /// Goes where the hand moved the view.
    pub(super) fn move_to(&mut self, view: View) {
        self.camera.jump(view);
        self.fitted = None;
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
        self.fitted = None;
        let wanted = View { centre, ..self.camera.view() };
        if response.dragged() {
            self.camera.jump(wanted);
        } else {
            self.go(wanted, session);
        }
        response.ctx.request_repaint();
    }

    /// Follows the panels, the window, the session and the picture.
    pub(crate) fn follow(&mut self, frame: &mut Frame<'_>, records: &Records) {
        self.follow_place(frame, records);
        if let Some(home) = self.fitted.filter(|_| std::mem::take(&mut self.refit)) {
            self.gathering = SETTLING;
            self.fit_where(home, frame, records);
        }
        // After that: what is to be seen may be in sight then.
        self.carry_out(frame, records);
    }

    /// Beside panels that open and close the picture stays where it is on the screen. A window of another size shows
    /// everything anew, unless somebody has moved the view.
    fn follow_place(&mut self, frame: &Frame<'_>, records: &Records) {
        let now = Place::of(frame);
        match self.last.replace(now) {
            Some(last) if last.is_beside_a_panel_of(now) => self.stay(frame, records, last.canvas),
            Some(_) if self.fitted.is_none() => {}
            Some(_) | None => {
                self.settling = SETTLING;
                self.fit_at_once(frame, records);
            }
        }
    }

    /// Leaves the picture where it is on the screen, unless the window is still being made up, or another picture comes with
    /// another legend or a strip above it: their rooms belong to it, as that of a panel beside the drawing does not.
    fn stay(&mut self, frame: &Frame<'_>, records: &Records, last: Rect) {
        let [settling, gathering] = [&mut self.settling, &mut self.gathering].map(|frames| {
            let left = std::mem::replace(frames, frames.saturating_sub(1));
            left > 0
        });
        match self.fitted.filter(|_| last != frame.rect) {
            Some(_) if settling => self.fit_at_once(frame, records),
            Some(home) if gathering => {
                self.camera.stay(last, frame.rect);
                let follow = |edge: f32, last: f32, now: f32| if edge == last { now } else { edge };
                let top = follow(home.top(), last.top(), frame.rect.top());
                let bottom = follow(home.bottom(), last.bottom(), frame.rect.bottom());
                let home = Rect::from_x_y_ranges(home.x_range(), top..=bottom);
                self.fit_where(home, frame, records);
            }
            _ => self.camera.stay(last, frame.rect),
        }
    }

    /// Goes where the whole picture is fitted into a canvas, whatever panels leave of it now.
    fn fit_where(&mut self, home: Rect, frame: &Frame<'_>, records: &Records) {
        let view = enlarged(frame, records).unwrap_or_else(|| whole(frame, home, records).seen_in(home, frame.rect));
        self.fitted = Some(home);
        self.go(view, frame.session);
    }

    fn fit_at_once(&mut self, frame: &Frame<'_>, records: &Records) {
        self.camera.jump(whole_or_readable(frame, records));
        self.fitted = Some(frame.rect);
    }

    /// Moves on a glide or a push by so many seconds; says whether it is still on its way.
    pub(crate) fn advance(&mut self, seconds: f32) -> bool {
        self.camera.advance(seconds)
    }

    /// Carries out what the session asks of the camera.
    fn carry_out(&mut self, frame: &mut Frame<'_>, records: &Records) {
        let Some(request) = frame.session.view().camera.as_ref() else { return };
        frame.actions.push(Action::CameraMoved(request.clone()));
        let target = self.camera.target();
        let asked = asked(request, target, frame, records);
        self.go(asked, frame.session);
        if *request == Request::Fit {
            self.fitted = Some(frame.rect);
        } else if asked != target {
            self.fitted = None;
        }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use egui::{Context, RawInput, pos2, vec2};

    use super::*;
    use crate::{
        scene::records::tests::records,
        session::{Command, Item, Settings},
        theme::Themes,
    };

    /// A canvas of a size, at some distance from the window's corner.
    fn canvas(width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(40.0, 20.0), vec2(width, height))
    }

    /// Does something in one frame of a canvas; gives the actions that were asked for.
    fn frame(session: &Session, rect: Rect, act: impl FnOnce(&mut Frame<'_>)) -> Vec<Action> {
        frame_in(session, 1600.0, rect, act)
    }

    /// The same in a window that is so many px wide.
    fn frame_in(session: &Session, window: f32, rect: Rect, act: impl FnOnce(&mut Frame<'_>)) -> Vec<Action> {
        let (palette, mut actions, mut act) = (Arc::new(Themes::bundled().light), Vec::new(), Some(act));
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(window, 900.0))),
            ..RawInput::default()
        };
        let mut run = |ui: &mut egui::Ui| {
            if let Some(act) = act.take() {
                let actions = &mut actions;
                act(&mut Frame { ui, rect, session, palette: &palette, actions, least_text: 7.0 });
            }
        };
        // There is no screen to send the texture to.
        Context::default().run_ui(input, &mut run).textures_delta.clear();
        actions
    }

    fn still() -> Session {
        Session::new(Settings { reduced_motion: true, ..Settings::default() }).0
    }

    #[test]
    fn a_window_of_another_size_fits_anew_until_a_hand_moves_the_view() {
        let (session, records, mut viewport) = (still(), records("a -> b -> c"), Viewport::default());
        let mut window = 1600.0;
        let mut follow = |viewport: &mut Viewport, rect: Rect| {
            window += 1.0;
            assert!(frame_in(&session, window, rect, |frame| viewport.follow(frame, &records)).is_empty());
            (viewport.view(), View::fit(records.size, rect))
        };
        for rect in [canvas(300.0, 200.0), canvas(260.0, 200.0)] {
            let (view, fit) = follow(&mut viewport, rect);
            assert_eq!((view, viewport.canvas()), (fit, Some(rect)));
        }
        let moved = viewport.view().panned(vec2(10.0, 0.0));
        viewport.move_to(moved);
        assert_eq!(follow(&mut viewport, canvas(200.0, 200.0)).0, moved);
        // Another picture leaves such a view alone, and the first one of a pathway does not.
        viewport.go_on();
        assert_eq!(follow(&mut viewport, canvas(200.0, 200.0)).0, moved);
        viewport.begin();
        let (view, fit) = follow(&mut viewport, canvas(200.0, 200.0));
        assert_eq!(view, fit);
        viewport.go_on();
        let (view, fit) = follow(&mut viewport, canvas(220.0, 200.0));
        assert_eq!(view, fit);
    }

    #[test]
    fn the_session_moves_the_view_and_is_told_that_it_was_done() {
        let (mut session, records, rect) = (still(), records("a -> b -> c"), canvas(300.0, 200.0));
        let mut viewport = Viewport::default();
        frame(&session, rect, |frame| viewport.follow(frame, &records));
        let fit = viewport.view();
        let mut run = |viewport: &mut Viewport, act: Action| {
            session.apply(act);
            let request = session.view().camera.clone().expect("something is asked of the camera");
            let actions = frame(&session, rect, |frame| viewport.follow(frame, &records));
            assert!(matches!(&actions[..], [Action::CameraMoved(moved)] if *moved == request), "{actions:?}");
            for action in actions {
                session.apply(action);
            }
            viewport.view()
        };
        let nearer = run(&mut viewport, Action::Run(Command::ZoomIn));
        assert!(nearer.zoom > fit.zoom && nearer.centre == fit.centre);
        assert_eq!(run(&mut viewport, Action::Run(Command::ActualSize)).zoom, 1.0);
        assert_eq!(run(&mut viewport, Action::Run(Command::Fit)), fit);
        // What is in sight is revealed without a move.
        assert_eq!(run(&mut viewport, Action::Reveal(records.items[0].clone())), fit);
        assert_eq!(run(&mut viewport, Action::Reveal(Item::Bundle(Vec::new()))), fit);
        // So the view is again one that nobody has moved, and a window of another size shows everything.
        let smaller = canvas(200.0, 150.0);
        frame_in(&session, 1500.0, smaller, |frame| viewport.follow(frame, &records));
        assert_eq!(viewport.view(), View::fit(records.size, smaller));
    }

    #[test]
    fn a_panel_that_opens_moves_nothing_on_the_screen_and_closes_again_without_a_trace() {
        let (session, records, mut viewport) = (still(), records("a -> b -> c"), Viewport::default());
        let (alone, beside) = (canvas(300.0, 200.0), Rect::from_min_max(pos2(140.0, 20.0), pos2(340.0, 190.0)));
        let mut follow = |rect: Rect| {
            frame(&session, rect, |frame| viewport.follow(frame, &records));
            viewport.view()
        };
        let [_, _, before] = [alone; 3].map(&mut follow);
        let at = (records.size / 3.0).to_pos2();
        let after = follow(beside);
        assert!((after.to_screen(at, beside) - before.to_screen(at, alone)).length() < 1e-2);
        assert_eq!(after.zoom, before.zoom);
        // Another picture fits where the one before did, and not into what the panel leaves.
        viewport.go_on();
        frame(&session, beside, |frame| viewport.follow(frame, &records));
        assert!((viewport.view().to_screen(at, beside) - before.to_screen(at, alone)).length() < 1e-2);
        frame(&session, alone, |frame| viewport.follow(frame, &records));
        assert!((viewport.view().to_screen(at, alone) - before.to_screen(at, alone)).length() < 1e-2);
    }

    #[test]
    fn another_picture_is_fitted_above_its_own_legend() {
        let (session, records, mut viewport) = (still(), records("a -> b -> c"), Viewport::default());
        let follow = |viewport: &mut Viewport, rects: &[Rect]| {
            for &rect in rects {
                frame(&session, rect, |frame| viewport.follow(frame, &records));
            }
            viewport.view()
        };
        let (alone, low) = (canvas(300.0, 60.0), canvas(300.0, 40.0));
        follow(&mut viewport, &[alone; 3]);
        viewport.go_on();
        let fit = View::fit(records.size, low);
        assert_eq!(follow(&mut viewport, &[alone, low, low, low]), fit);
        // For a legend that grows later the picture stays, and so it does for a panel that opens beside it.
        assert_eq!(follow(&mut viewport, &[canvas(300.0, 30.0), low]).zoom, fit.zoom);
        viewport.go_on();
        let beside = Rect::from_min_max(pos2(140.0, 20.0), low.max);
        let [before, after] = [low, beside].map(|rect| follow(&mut viewport, &[rect]));
        assert_eq!((before.zoom, after.zoom), (fit.zoom, fit.zoom));
        assert!((after.to_screen(pos2(0.0, 0.0), beside) - before.to_screen(pos2(0.0, 0.0), low)).length() < 1e-2);
    }

    #[test]
    fn the_session_is_told_the_size_when_the_shape_has_become_another() {
        let (session, records, mut viewport) = (still(), records("a -> b"), Viewport::default());
        let tell = |viewport: &mut Viewport, rect: Rect| {
            let actions = frame(&session, rect, |frame| viewport.tell_size(frame));
            let told = actions.into_iter().map(|action| match action {
                Action::CanvasSize { canvas, window, moved } => (canvas, window, moved),
                other => panic!("{other:?}"),
            });
            told.collect::<Vec<_>>()
        };
        let told = |canvas: (f32, f32), moved: bool| [(canvas, 900.0, moved)];
        assert_eq!(tell(&mut viewport, canvas(300.0, 200.0)), told((300.0, 200.0), false));
        assert!(tell(&mut viewport, canvas(300.0, 200.0)).is_empty());
        // Larger and a little wider, but of about the same shape.
        assert!(tell(&mut viewport, canvas(640.0, 400.0)).is_empty());
        frame(&session, canvas(640.0, 400.0), |frame| viewport.follow(frame, &records));
        // A panel makes another shape of the canvas, but asks for no other drawing.
        assert_eq!(tell(&mut viewport, canvas(500.0, 200.0)), told((500.0, 200.0), true));
        viewport.window.1 = true;
        assert_eq!(tell(&mut viewport, canvas(700.0, 200.0)), told((700.0, 200.0), false));
        viewport.move_to(View { centre: pos2(0.0, 0.0), zoom: 1.0 });
        assert_eq!(tell(&mut viewport, canvas(300.0, 200.0)), told((300.0, 200.0), true));
    }
}
