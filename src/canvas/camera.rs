//! Where the canvas looks: which point of the picture is in the middle, and how near.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Nearest and farthest view, in px of screen for a px of picture.
const ZOOMS: (f32, f32) = (0.05, 20.0);
/// How much farther than a view of everything one can go, as a share of its zoom.
const OUTSIDE: f32 = 0.75;
/// Fitting never magnifies beyond this: a picture of two cards should not fill a wall.
const LARGEST_FIT: f32 = 1.35;
/// A slide of one card is drawn no larger than this, in sizes that can just be read.
const LARGEST_SLIDE: f32 = 1.6;
/// Space that showing some items leaves around them, in px.
const SHOW_MARGIN: f32 = 70.0;
/// Below this, labels can no longer be read.
const READABLE: f32 = 0.74;
/// Space that fitting leaves around the picture, in px.
const FIT_MARGIN: f32 = 10.0;
/// How long a glide takes, in seconds.
const GLIDE_SECS: f32 = 0.22;
/// How long a push goes on after the hand has let go, in seconds.
const PUSH_SECS: f32 = 0.6;

/// A view of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    /// The point of the picture that lies in the middle of the canvas.
    pub(super) centre: Pos2,
    /// Screen px for a px of picture.
    pub(super) zoom: f32,
}

/// The camera: a view, and the view that it glides to.
#[derive(Clone, Debug)]
pub(super) struct Camera {
    view: View,
    glide: Option<Glide>,
    push: Option<Push>,
}

/// A picture that goes on by itself, slower and slower.
#[derive(Clone, Copy, Debug)]
struct Push {
    from: View,
    /// How fast it was when it was let go, in px of screen a second.
    speed: Vec2,
    /// From 0 to 1.
    done: f32,
}

#[derive(Clone, Copy, Debug)]
struct Glide {
    from: View,
    to: View,
    /// From 0 to 1.
    done: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { view: View { centre: Pos2::ZERO, zoom: 1.0 }, glide: None, push: None }
    }
}

impl Camera {
    /// The view as it is now.
    pub(super) fn view(&self) -> View {
        self.view
    }

    /// Goes to a view at once.
    pub(super) fn jump(&mut self, view: View) {
        self.view = view.checked();
        (self.glide, self.push) = (None, None);
    }

    /// Lets the picture go on as fast as it was moved, slower and slower, for a little more than half a second.
    pub(super) fn push(&mut self, speed: Vec2) {
        self.push = Some(Push { from: self.view, speed, done: 0.0 });
    }

    /// Stops a picture that goes on by itself.
    pub(super) fn stop_push(&mut self) {
        self.push = None;
    }

    /// Glides to a view.
    pub(super) fn glide(&mut self, view: View) {
        let to = view.checked();
        if to != self.view {
            self.push = None;
            self.glide = Some(Glide { from: self.view, to, done: 0.0 });
        }
    }

    /// The canvas has other edges: what is seen stays where it is on the screen.
    pub(super) fn stay(&mut self, from: Rect, to: Rect) {
        let glide = self.glide.iter_mut().flat_map(|glide| [&mut glide.from, &mut glide.to]);
        let push = self.push.iter_mut().map(|push| &mut push.from);
        for view in std::iter::once(&mut self.view).chain(glide).chain(push) {
            *view = view.seen_in(from, to);
        }
    }

    /// Where it will come to rest.
    pub(super) fn target(&self) -> View {
        self.glide.map_or(self.view, |glide| glide.to)
    }

    /// Moves on a glide by `dt` seconds; says whether it is still gliding.
    pub(super) fn advance(&mut self, dt: f32) -> bool {
        if let Some(push) = &mut self.push {
            push.done = (push.done + dt / PUSH_SECS).min(1.0);
            // Slows down evenly to nothing: the way is a third of what full speed would make.
            let way = push.speed * (PUSH_SECS / 3.0) * (1.0 - (1.0 - push.done).powi(3));
            self.view = push.from.panned(way);
            let going = push.done < 1.0;
            self.push = self.push.filter(|_| going);
            return going;
        }
        let Some(glide) = &mut self.glide else { return false };
        glide.done += dt / GLIDE_SECS;
        if glide.done >= 1.0 {
            self.view = glide.to;
            self.glide = None;
            return false;
        }
        let t = glide.done * glide.done * (3.0 - 2.0 * glide.done);
        self.view.centre = glide.from.centre.lerp(glide.to.centre, t);
        // Zoom is felt as a ratio, so it moves evenly on a logarithmic scale.
        self.view.zoom = glide.from.zoom * (glide.to.zoom / glide.from.zoom).powf(t);
        true
    }
}

impl View {
    /// Everything in view: a picture of `size` px, fitted into `canvas`.
    pub(super) fn fit(size: Vec2, canvas: Rect) -> Self {
        let room = canvas.size() - Vec2::splat(2.0 * FIT_MARGIN);
        let zoom = (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0)).min(LARGEST_FIT);
        Self { centre: (size / 2.0).to_pos2(), zoom }.checked()
    }

    /// Everything in view where it can then still be read; else near enough to read, about `focus`, without showing
    /// more emptiness around the picture than there must be.
    pub(super) fn fit_or_read(size: Vec2, canvas: Rect, focus: Option<Rect>) -> Self {
        focus.map_or_else(|| Self::fit(size, canvas), |focus| Self::fit_or_near(size, canvas, focus, READABLE))
    }

    /// Everything in view where that is no farther than `least`; else as near as that, about `focus`, without showing more
    /// emptiness around the picture than there must be.
    pub(super) fn fit_or_near(size: Vec2, canvas: Rect, focus: Rect, least: f32) -> Self {
        let fit = Self::fit(size, canvas);
        if fit.zoom >= least {
            return fit;
        }
        let half = canvas.size() / least / 2.0;
        let kept = |wanted: f32, half: f32, size: f32| {
            if 2.0 * half >= size { size / 2.0 } else { wanted.clamp(half, size - half) }
        };
        let centre = pos2(kept(focus.center().x, half.x, size.x), kept(focus.center().y, half.y, size.y));
        Self { centre, zoom: least }.checked().revealing(focus, canvas)
    }

    /// The same view moved so that the picture follows a drag of `by` px.
    pub(super) fn panned(self, by: Vec2) -> Self {
        Self { centre: self.centre - by / self.zoom, ..self }.checked()
    }

    /// The same picture at the same place of the screen, for a canvas that lay at `from` and now lies at `to`.
    pub(super) fn seen_in(self, from: Rect, to: Rect) -> Self {
        if from == to {
            return self;
        }
        Self { centre: self.to_world(to.center(), from), ..self }.checked()
    }

    /// The farthest view that is of use: all of a picture of `size` px with some space around. Beyond, it would be a speck.
    pub(super) fn farthest(size: Vec2, canvas: Rect) -> f32 {
        OUTSIDE * Self::fit(size, canvas).zoom
    }

    /// Nearer or farther by a factor, the point under `at` staying where it is, but not farther than `least`.
    pub(super) fn zoomed(self, factor: f32, at: Pos2, canvas: Rect, least: f32) -> Self {
        let fixed = self.to_world(at, canvas);
        let zoom = (self.zoom * factor).max(least.min(self.zoom)).clamp(ZOOMS.0, ZOOMS.1);
        Self { centre: fixed - (at - canvas.center()) / zoom, zoom }.checked()
    }

    /// Moved as little as needed to have `world` in sight, with some space around.
    pub(super) fn revealing(self, world: Rect, canvas: Rect) -> Self {
        let seen = Rect::from_min_max(self.to_screen(world.min, canvas), self.to_screen(world.max, canvas));
        if canvas.shrink(6.0).contains_rect(seen) {
            return self;
        }
        let margin = vec2(60.0, 48.0).min(canvas.size() / 4.0);
        let inner = Rect::from_center_size(self.centre, (canvas.size() - 2.0 * margin) / self.zoom);
        let shift = |low: f32, high: f32, from: f32, to: f32| {
            if high - low > to - from {
                f32::midpoint(low, high) - f32::midpoint(from, to)
            } else {
                (low - from).min(0.0) + (high - to).max(0.0)
            }
        };
        let x = shift(world.left(), world.right(), inner.left(), inner.right());
        let y = shift(world.top(), world.bottom(), inner.top(), inner.bottom());
        Self { centre: self.centre + vec2(x, y), ..self }.checked()
    }

    /// This view, where all of a part can be read in it; else that part in the middle of the canvas, as near as it can be
    /// seen whole, but no nearer than life size.
    pub(super) fn showing(self, world: Rect, canvas: Rect) -> Self {
        let seen = Rect::from_min_max(self.to_screen(world.min, canvas), self.to_screen(world.max, canvas));
        if self.zoom >= READABLE && canvas.contains_rect(seen) {
            return self;
        }
        let room = canvas.size() - Vec2::splat(2.0 * SHOW_MARGIN);
        let zoom = (room.x / world.width().max(1.0)).min(room.y / world.height().max(1.0)).min(1.0);
        Self { centre: world.center(), zoom }.checked()
    }

    /// The whole of a slide: as large as it can be, and never so small that its labels cannot be read.
    pub(super) fn slide(size: Vec2, canvas: Rect, readable: f32) -> Self {
        let room = canvas.size() - Vec2::splat(2.0 * FIT_MARGIN);
        let zoom = (room.x / size.x.max(1.0)).min(room.y / size.y.max(1.0));
        Self { centre: (size / 2.0).to_pos2(), zoom: zoom.min(LARGEST_SLIDE * readable).max(readable) }.checked()
    }

    /// From picture to screen.
    pub(super) fn to_screen(self, world: Pos2, canvas: Rect) -> Pos2 {
        canvas.center() + (world - self.centre) * self.zoom
    }

    /// From screen to picture.
    pub(super) fn to_world(self, screen: Pos2, canvas: Rect) -> Pos2 {
        self.centre + (screen - canvas.center()) / self.zoom
    }

    /// Finite, and within the limits.
    fn checked(self) -> Self {
        let zoom = if self.zoom.is_finite() { self.zoom.clamp(ZOOMS.0, ZOOMS.1) } else { 1.0 };
        let coordinate = |c: f32| if c.is_finite() { c.clamp(-1e7, 1e7) } else { 0.0 };
        Self { centre: pos2(coordinate(self.centre.x), coordinate(self.centre.y)), zoom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Rect = Rect { min: pos2(200.0, 50.0), max: pos2(1000.0, 650.0) };

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let view = View { centre: pos2(300.0, 200.0), zoom: 0.8 };
        let at = pos2(320.0, 400.0);
        let before = view.to_world(at, CANVAS);
        for factor in [0.5, 1.1, 3.0, 1e9, 1e-9, f32::NAN] {
            let after = view.zoomed(factor, at, CANVAS, 0.0);
            assert!(after.zoom.is_finite() && after.zoom >= ZOOMS.0 && after.zoom <= ZOOMS.1);
            if factor.is_finite() {
                assert!((after.to_world(at, CANVAS) - before).length() < 0.1, "{factor}");
            }
        }
    }

    #[test]
    fn nobody_zooms_out_to_a_speck() {
        for size in [vec2(1300.0, 700.0), vec2(100.0, 3000.0), vec2(9000.0, 9000.0)] {
            let (fit, least) = (View::fit(size, CANVAS), View::farthest(size, CANVAS));
            let mut view = View { zoom: 2.0, ..fit };
            for _ in 0..60 {
                view = view.zoomed(0.8, pos2(320.0, 400.0), CANVAS, least);
            }
            assert!(view.zoom < fit.zoom && view.zoom * 2.0 > fit.zoom, "{} beside {}", view.zoom, fit.zoom);
            // Where it is farther already it stays so, and may come nearer.
            let far = View { zoom: least / 2.0, ..fit };
            assert_eq!(far.zoomed(0.5, CANVAS.center(), CANVAS, least).zoom, far.checked().zoom);
        }
    }

    #[test]
    fn fitting_shows_all_of_it() {
        for size in [vec2(1300.0, 700.0), vec2(100.0, 3000.0), vec2(1.0, 1.0), vec2(0.0, 0.0)] {
            let view = View::fit(size, CANVAS);
            let corner = view.to_screen(size.to_pos2(), CANVAS);
            assert!(CANVAS.contains(view.to_screen(Pos2::ZERO, CANVAS)) && CANVAS.contains(corner), "{size:?}");
        }
    }

    #[test]
    fn a_picture_too_large_to_read_is_shown_around_what_matters() {
        let size = vec2(3000.0, 500.0);
        let focus = Rect::from_center_size(pos2(2950.0, 100.0), vec2(100.0, 40.0));
        let view = View::fit_or_read(size, CANVAS, Some(focus));
        assert_eq!(view.zoom, READABLE);
        assert!(
            CANVAS.contains_rect(Rect::from_min_max(
                view.to_screen(focus.min, CANVAS),
                view.to_screen(focus.max, CANVAS)
            ))
        );
        assert_eq!(View::fit_or_read(size, CANVAS, None), View::fit(size, CANVAS));
        let small = vec2(700.0, 500.0);
        assert_eq!(View::fit_or_read(small, CANVAS, Some(focus)), View::fit(small, CANVAS));
    }

    #[test]
    fn a_point_of_the_picture_is_found_again_on_the_screen() {
        let view = View { centre: pos2(300.0, 200.0), zoom: 0.8 };
        assert_eq!(view.to_screen(view.centre, CANVAS), CANVAS.center());
        assert_eq!(view.to_screen(pos2(310.0, 190.0), CANVAS), CANVAS.center() + vec2(8.0, -8.0));
        for at in [CANVAS.min, CANVAS.max, pos2(-40.0, 3000.0)] {
            assert!((view.to_screen(view.to_world(at, CANVAS), CANVAS) - at).length() < 1e-2, "{at}");
        }
        // A drag takes the picture along.
        let by = vec2(24.0, -16.0);
        assert_eq!(view.panned(by).to_screen(view.centre, CANVAS), CANVAS.center() + by);
    }

    #[test]
    fn a_canvas_with_other_edges_leaves_the_picture_where_it_is_on_the_screen() {
        let to = Rect { max: pos2(628.0, 610.0), ..CANVAS };
        let (near, far) = (View { centre: pos2(300.0, 200.0), zoom: 0.8 }, View { centre: pos2(0.0, 0.0), zoom: 2.0 });
        let mut camera = Camera::default();
        camera.jump(near);
        camera.glide(far);
        camera.advance(GLIDE_SECS / 3.0);
        let (at, seen) = (pos2(317.0, 119.0), camera.view().to_screen(pos2(317.0, 119.0), CANVAS));
        camera.stay(CANVAS, to);
        assert!((camera.view().to_screen(at, to) - seen).length() < 1e-2);
        camera.advance(GLIDE_SECS);
        assert!((camera.view().to_screen(at, to) - far.to_screen(at, CANVAS)).length() < 1e-2);
        assert_eq!(near.seen_in(CANVAS, CANVAS), near);
    }

    #[test]
    fn a_part_is_shown_whole_but_no_nearer_than_life_size_and_a_slide_no_smaller_than_can_be_read() {
        let small = Rect::from_center_size(pos2(500.0, 0.0), vec2(100.0, 40.0));
        let far = View { centre: pos2(0.0, 0.0), zoom: 0.5 };
        assert_eq!(far.showing(small, CANVAS), View { centre: small.center(), zoom: 1.0 });
        // What can be read already stays where it is.
        let near = View { centre: pos2(400.0, 30.0), zoom: READABLE };
        assert_eq!(near.showing(small, CANVAS), near);
        let large = Rect::from_center_size(pos2(0.0, 0.0), vec2(3000.0, 40.0));
        let view = far.showing(large, CANVAS);
        let seen = Rect::from_min_max(view.to_screen(large.min, CANVAS), view.to_screen(large.max, CANVAS));
        assert!(CANVAS.contains_rect(seen) && view.zoom < 1.0);
        for (size, readable, zoom) in [
            (vec2(50.0, 20.0), 2.0, 2.0 * LARGEST_SLIDE),
            (vec2(5000.0, 20.0), 2.0, 2.0),
            (vec2(390.0, 20.0), 1.5, 2.0),
        ] {
            assert_eq!(View::slide(size, CANVAS, readable), View { centre: (size / 2.0).to_pos2(), zoom });
        }
    }

    #[test]
    fn revealing_moves_only_when_it_must() {
        let view = View { centre: pos2(0.0, 0.0), zoom: 1.0 };
        let near = Rect::from_center_size(pos2(50.0, 20.0), vec2(100.0, 40.0));
        assert_eq!(view.revealing(near, CANVAS), view);
        let far = Rect::from_center_size(pos2(900.0, 0.0), vec2(100.0, 40.0));
        let moved = view.revealing(far, CANVAS);
        assert!(CANVAS.contains(moved.to_screen(far.max, CANVAS)) && moved.zoom == view.zoom);
    }

    #[test]
    fn a_push_slows_down_and_ends() {
        let mut camera = Camera::default();
        camera.push(vec2(1000.0, 0.0));
        let (mut frames, mut last, mut step) = (0, 0.0, f32::INFINITY);
        while camera.advance(1.0 / 60.0) {
            let way = last - camera.view().centre.x;
            assert!(way <= step + 1e-3, "faster and faster");
            (last, step) = (camera.view().centre.x, way);
            frames += 1;
            assert!(frames < 40);
        }
        assert!((camera.view().centre.x + 200.0).abs() < 1.0, "{:?}", camera.view());
        camera.push(vec2(1000.0, 0.0));
        camera.stop_push();
        assert!(!camera.advance(0.1));
    }

    #[test]
    fn a_glide_ends() {
        let mut camera = Camera::default();
        camera.glide(View { centre: pos2(500.0, 0.0), zoom: 2.0 });
        let mut frames = 0;
        while camera.advance(1.0 / 60.0) {
            frames += 1;
            assert!(frames < 60);
        }
        assert_eq!(camera.view(), View { centre: pos2(500.0, 0.0), zoom: 2.0 });
    }
}
