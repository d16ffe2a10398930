//! The drawing: the only place that knows egui_graphs.
//!
//! egui_graphs draws the graph; everything around it is ours: positions come from the layout, pointing from a grid,
//! the camera from `camera`, and `rest` sees to it that nothing is drawn while nothing changes.

mod access;
mod band;
mod brush;
mod camera;
mod card;
mod detail;
mod ends;
mod far;
mod follow;
mod hand;
mod hit;
mod input;
mod label;
mod lanes;
mod layers;
mod legend;
mod lit;
mod look;
mod loops;
mod marks;
mod minimap;
mod patterns;
mod plain;
mod records;
mod rest;
mod scene;
mod signal;
mod still;
mod tag;
mod wire;

use std::{cell::RefCell, rc::Rc, sync::Arc};

use egui::{Align2, Context, CornerRadius, FontId, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};
pub use legend::legend_ui;
pub use records::Prepared;
pub use rest::set_painting;

use self::{
    camera::{Camera, View},
    follow::{fit, follow, go_to, least_text},
    hand::Hand,
    layers::Layers,
    look::{Stage, color, looks},
    minimap::Minimap,
    patterns::Patterns,
    records::Records,
    rest::{Kept, Key},
    scene::Scene,
    signal::Signal,
};
use crate::{
    model::Reading,
    picture::Picture,
    session::{Action, Item, Session},
    theme::Palette,
    words,
};

/// How long cards take to a new place, in seconds.
const SETTLE_SECS: f32 = 0.4;
/// Most cards that glide; more would only be a blur.
const MOST_GLIDING: usize = 400;
/// How long the marks take from one reading to the other, in seconds.
const READING_SECS: f32 = 0.35;

/// The canvas: the scene of the open picture, and the camera over it.
#[derive(Default)]
pub struct Canvas {
    scene: Option<Scene>,
    camera: Camera,
    kept: Kept,
    /// The canvas of the last frame, so that a window that changes size keeps what was in sight.
    last: Option<Rect>,
    /// Whether nobody has moved the view since the last fit: then a new size fits anew.
    fitted: bool,
    /// Whether the keyboard came here by Tab and has not moved since: then the canvas shows that it has it.
    tabbed: bool,
    /// From 0, as the sources show it, to 1, as the article tells it; glides between.
    told: f32,
    band: band::Band,
    /// The size of the canvas and the height of the window that the session was told.
    told_size: Option<(Vec2, f32)>,
    /// The picture that the scene was built from.
    picture: Option<Arc<Picture>>,
    /// What a worker has prepared of a picture that is on its way.
    prepared: Option<Prepared>,
    /// The scene before, which goes in the next frame: to let go of thousands of things takes a while.
    leaving: Option<Scene>,
    /// Counts scenes, so that shapes of another one are not kept.
    scenes: u64,
    /// How far cards and lines are on their way to their places, from 0 to 1.
    arrived: f32,
    hand: Hand,
    minimap: Minimap,
    signal: Signal,
    patterns: Patterns,
    spoken: access::Names,
    /// Whether a view that showed all of the last picture is to show all of this one.
    refit: bool,
}

impl Canvas {
    /// Draws the open pathway into the space that is left and takes the pointer and the keyboard there.
    pub fn canvas_ui(&mut self, ui: &mut Ui, session: &Session, palette: &Arc<Palette>, actions: &mut Vec<Action>) {
        let rect = ui.available_rect_before_wrap();
        self.leaving = None;
        self.take_picture(session);
        if self.leaving.is_some() {
            ui.ctx().request_repaint();
        }
        self.tell_size(ui, rect, session, actions);
        let Some(mut scene) = self.scene.take() else {
            waiting(ui, rect, palette);
            return;
        };
        self.scene_ui(ui, rect, &mut scene, session, palette, actions);
        self.scene = Some(scene);
        ui.advance_cursor_after_rect(rect);
    }

    /// To be called when all of the window is drawn: texts after the canvas may have made the font atlas grow, and kept
    /// letters would show the wrong part of it. Then the frame is drawn once more before anybody sees it.
    pub fn check_letters(&mut self, ctx: &Context) {
        if self.kept.forget_outgrown(ctx) {
            ctx.request_discard(module_path!());
        }
    }

    fn scene_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        scene: &mut Scene,
        session: &Session,
        palette: &Arc<Palette>,
        actions: &mut Vec<Action>,
    ) {
        let id = ui.id().with("canvas");
        // Read before anything is drawn, so that a drag moves the picture in the same frame.
        if let Some(response) = ui.ctx().read_response(id) {
            self.take_hand(ui, &response, rect, scene, session, actions);
        }
        let least_text = least_text(ui, session);
        self.fitted = follow(&mut self.camera, session, scene, (rect, least_text), self.last, self.fitted, actions);
        self.last = Some(rect);
        if std::mem::take(&mut self.refit) {
            let fit = fit(session, scene, rect, least_text);
            if session.settings().reduced_motion {
                self.camera.jump(fit);
            } else {
                self.camera.glide(fit);
            }
            self.fitted = true;
        }
        if self.moves_on(ui, session) {
            ui.ctx().request_repaint();
        }

        let view = self.camera.view();
        let stage = self.stage(ui, rect, scene, session, (view, least_text), palette);
        let (looks, plain) = looks(scene, session, &self.signal);
        let key = Key {
            scene: self.scenes,
            arrived: self.arrived,
            zoom: view.zoom,
            canvas: rect,
            pixels_per_point: ui.ctx().pixels_per_point(),
            told: self.told,
            least_text,
            looks: looks.iter().map(|look| look.unlit(plain)).collect(),
            palette: Arc::clone(palette),
        };
        let mut inner = ui.new_child(UiBuilder::new().id_salt("graph").max_rect(rect));
        inner.set_clip_rect(rect.intersect(ui.clip_rect()));
        if !self.kept.paint(&key, stage.offset, &inner) {
            let reach = self.kept.reach(&key);
            let wide = Rc::new(Stage { clip: rect.expand(reach), ..stage.clone() });
            let looks = key.looks.clone();
            self.kept.redraw(key, stage.offset, reach, &mut inner, |ui| plain::draw(ui, scene, &wide, &looks));
        }
        let ctx = ui.ctx().clone();
        self.kept.paint_lit(looks, stage.offset, &inner, |looks| lit::draw(&ctx, scene, &stage, looks));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        input::keep_focus(ui, &response);
        self.band.draw(ui, &response, rect, view, palette);
        self.signal.draw(ui, scene, &stage, session);
        lanes::names(&inner, scene, &stage);
        if !stage.presents {
            loops::show(ui, scene, &stage, session, actions);
        }
        tag::show(&inner, scene, &stage, session);
        let map = || self.minimap.show(&mut inner, id.with("map"), scene, self.scenes, &stage, view);
        let asked = (session.settings().minimap && !session.presents()).then(map).flatten();
        if let Some((response, centre)) = asked {
            self.fitted = false;
            go_to(&mut self.camera, View { centre, ..view }, &response, session);
        }
        self.tabbed = response.has_focus() && (self.tabbed || ui.input(|i| i.key_pressed(egui::Key::Tab)));
        if self.tabbed && session.view().focus.is_none() {
            let stroke = egui::Stroke::new(1.5, color(palette.accent));
            ui.painter().rect_stroke(rect.shrink(1.5), 4.0, stroke, egui::StrokeKind::Inside);
        }
        access::describe(ui, &response, (scene, self.scenes), &stage, session, &mut self.spoken, actions);
    }

    /// From picture to screen in this frame.
    fn stage(
        &mut self,
        ui: &Ui,
        rect: Rect,
        scene: &Scene,
        session: &Session,
        (view, least_text): (View, f32),
        palette: &Arc<Palette>,
    ) -> Stage {
        let pixel = 1.0 / ui.ctx().pixels_per_point();
        let patterns = self.patterns.texture(ui.ctx());
        Stage {
            zoom: view.zoom,
            // Whole pixels, so that nothing shimmers while the picture moves.
            offset: label::snap(view.to_screen(pos2(0.0, 0.0), rect), pixel).to_vec2(),
            clip: rect,
            pixel,
            atlas: self.kept.atlas(ui.ctx()),
            // Gaps and pills belong to lines that have arrived.
            details: (self.arrived >= 1.0).then(|| scene.details(view.zoom, least_text)).flatten(),
            layers: Rc::new(RefCell::new(Layers::new(pixel, rect, [0; 2], patterns))),
            patterns,
            told: self.told,
            least_text,
            presents: session.presents(),
            arrived: self.arrived,
            palette: Arc::clone(palette),
        }
    }

    /// Takes pointer and keyboard: a rubber band, or a hand that moves the view and points.
    fn take_hand(
        &mut self,
        ui: &Ui,
        response: &egui::Response,
        rect: Rect,
        scene: &Scene,
        session: &Session,
        actions: &mut Vec<Action>,
    ) {
        let view = self.camera.view();
        let banding = self.band.pointer(ui, response, (view, rect), scene, session, actions);
        let moved = || input::pointer(ui, response, rect, view, scene, &mut self.hand, actions);
        if let Some(moved) = (!banding).then(moved).flatten() {
            self.camera.jump(moved);
            self.fitted = false;
        }
        input::keyboard(ui, response, session, actions);
        if hand::stops(ui) {
            self.camera.stop_push();
        } else if let Some(push) = self.hand.take_push().filter(|_| !session.settings().reduced_motion) {
            self.camera.push(push);
        }
    }

    /// Moves on all that moves by itself; says whether any of it is still on its way.
    fn moves_on(&mut self, ui: &Ui, session: &Session) -> bool {
        let seconds = ui.input(|i| i.stable_dt.min(0.05));
        let gliding = self.camera.advance(seconds);
        let settling = settle(&mut self.arrived, session, seconds);
        let running = self.signal.advance(session, seconds);
        turn_to_reading(&mut self.told, session, seconds) || gliding || settling || running
    }

    /// What lies under a point of the screen, as the canvas was last drawn.
    pub fn item_at(&self, at: egui::Pos2) -> Option<Item> {
        let (scene, rect) = self.scene.as_ref().zip(self.last)?;
        input::item_at(scene, self.camera.view(), rect, at, false)
    }

    /// Takes a picture that was prepared on a worker, so that the frame that shows it need not.
    pub fn take_prepared(&mut self, prepared: Prepared) {
        self.prepared = Some(prepared);
    }

    /// What the scene of a picture is made of. What was prepared of another one stays: that one may be on its way.
    fn records(&mut self, session: &Session, picture: &Arc<Picture>) -> Records {
        let prepared = self.prepared.take_if(|prepared| prepared.is_of(picture));
        prepared.map_or_else(|| Records::new(session.drawn(), picture), |prepared| prepared.records)
    }

    /// Builds the scene of a new picture. Of the same document it glides from the one before; without a picture the
    /// scene goes, since it is of another pathway.
    fn take_picture(&mut self, session: &Session) {
        let picture = session.picture();
        if self.picture.as_ref().map(Arc::as_ptr) == picture.map(Arc::as_ptr) {
            return;
        }
        let before = self.scene.take();
        self.picture = picture.cloned();
        self.scene = picture.map(|picture| Scene::new(self.records(session, picture)));
        self.scenes += 1;
        self.hand.hovered = None;
        self.arrived = 1.0;
        match (&mut self.scene, before) {
            (Some(scene), Some(before)) if scene.cards.len() <= MOST_GLIDING => {
                scene.come_from(&before);
                self.arrived = 0.0;
                self.refit = self.fitted;
            }
            (Some(_), None) => self.last = None,
            (_, before) => {
                self.refit = self.fitted;
                self.leaving = before;
            }
        }
    }

    /// Tells the session the size of the canvas, for the next drawing. A slide is made for just this size; every other
    /// drawing only needs to know when the shape has become another one.
    fn tell_size(&mut self, ui: &Ui, rect: Rect, session: &Session, actions: &mut Vec<Action>) {
        let (size, window) = (rect.size(), ui.ctx().content_rect().height());
        let near = |told: &(Vec2, f32)| {
            let aspect = |size: Vec2| size.x / size.y.max(1.0);
            let same_shape = (aspect(size) / aspect(told.0) - 1.0).abs() <= 0.1;
            same_shape && (!session.presents() || (told.0 - size).abs().max_elem() < 2.0)
        };
        if !self.told_size.as_ref().is_some_and(near) {
            self.told_size = Some((size, window));
            let moved = self.last.is_some() && !self.fitted;
            actions.push(Action::CanvasSize { canvas: (size.x, size.y), window, moved });
        }
    }
}

/// Moves cards and lines on towards their places; says whether they are still on their way.
fn settle(arrived: &mut f32, session: &Session, seconds: f32) -> bool {
    let step = if session.settings().reduced_motion { 1.0 } else { seconds / SETTLE_SECS };
    *arrived = (*arrived + step).min(1.0);
    *arrived < 1.0
}

/// Moves the marks towards the reading that is asked for; says whether they are still on their way.
fn turn_to_reading(told: &mut f32, session: &Session, seconds: f32) -> bool {
    let wanted = if session.reading() == Reading::Told { 1.0 } else { 0.0 };
    let step = if session.settings().reduced_motion { 1.0 } else { seconds / READING_SECS };
    *told += (wanted - *told).clamp(-step, step);
    *told != wanted
}

fn waiting(ui: &mut Ui, rect: Rect, palette: &Palette) {
    ui.painter().rect_filled(rect, CornerRadius::ZERO, color(palette.lane_a));
    let at = rect.center() - vec2(0.0, 8.0);
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        words::canvas::WAITING,
        FontId::proportional(15.0),
        color(palette.weak),
    );
    ui.advance_cursor_after_rect(rect);
}
