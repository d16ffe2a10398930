//! The drawing: the only place that knows egui_graphs.
//!
//! egui_graphs draws the graph; everything around it is ours: positions come from the layout, pointing from a grid,
//! the camera from `camera`, and `rest` sees to it that nothing is drawn while nothing changes.
//!
//! From the ground up: `frame` is what one frame is given, `camera` a view of the picture; `scene` is what there is, `paint`
//! how a thing looks, `show` what this frame shows of it, `input` what is taken. `rest` and `scenes` are what stays from
//! frame to frame: what was drawn, and the picture. Each part uses only those before it.

mod camera;
mod frame;
mod input;
mod paint;
mod rest;
mod scene;
mod scenes;
mod show;

use std::{cell::RefCell, rc::Rc, sync::Arc};

use egui::{
    Align2, Context, CornerRadius, FontId, Id, Pos2, Rect, Ui, UiBuilder, Vec2, pos2,
    text::{ByteIndex, LayoutJob, LayoutSection, TextFormat},
    vec2,
};
pub use input::plain_key;
pub use rest::set_painting;
pub use scene::prepared::Prepared;

#[cfg(test)]
use pathlight_core::formats;
use pathlight_core::{analysis, model};
use pathlight_draw::{picture, signs, text, theme};
use pathlight_layout as layout;
use pathlight_session as session;
use pathlight_words as words;

use self::{
    frame::Frame,
    input::{Input, viewport::Viewport},
    paint::{
        label::snap,
        layers::Layers,
        look::{Look, Tone},
        stage::{Stage, color},
    },
    rest::{Kept, Key},
    scene::Scene,
    scenes::{Change, Scenes, Shown},
    show::{
        lanes, legend, lit, looks::looks, loops, minimap::Minimap, motion::Motion, placing::Placed, plain, tag, unseen,
    },
};
use crate::{
    session::{Action, Camera, Item, Session},
    signs::places::Faults,
    theme::{Palette, Shades},
};

/// Longest step that anything moves on in a frame, in seconds: after a pause nothing jumps.
const LONGEST_STEP: f32 = 0.05;

/// The canvas: the scene of the open picture, and the camera over it.
#[derive(Default)]
pub struct Canvas {
    /// The picture, and what is there of it.
    scenes: Scenes,
    /// What is looked at.
    viewport: Viewport,
    /// What moves by itself.
    motion: Motion,
    /// What was drawn before.
    kept: Kept,
    /// What is pointed with.
    input: Input,
    minimap: Minimap,
    /// Where marks lie.
    placed: Placed,
    legend: legend::Needed,
    /// The colours as they were last shaded.
    shades: Option<Shades>,
}

impl Canvas {
    /// Draws the open pathway into the space that is left and takes the pointer and the keyboard there.
    pub fn canvas_ui(&mut self, ui: &mut Ui, session: &Session, palette: &Arc<Palette>, actions: &mut Vec<Action>) {
        let mut frame = Frame::new(ui, session, palette, actions);
        self.take_picture(&frame);
        self.viewport.tell_size(&mut frame);
        if let Some(mut shown) = self.scenes.take() {
            self.scene_ui(&mut frame, &mut shown);
            self.scenes.give_back(shown);
        } else {
            waiting(&frame);
        }
        let rect = frame.rect;
        ui.advance_cursor_after_rect(rect);
    }

    /// Draws the legend of the picture that is shown; nothing while there is none.
    pub fn legend_ui(&mut self, ui: &mut Ui, session: &Session, palette: &Arc<Palette>) {
        let shades = self.shades(palette);
        if let Some(scene) = self.scenes.scene() {
            legend::legend_ui(ui, scene.occurs(), session, &shades, &mut self.legend);
        }
    }

    /// To be called when all of the window is drawn: texts after the canvas may have made the font atlas grow, and kept
    /// letters would show the wrong part of it. Then the frame is drawn once more before anybody sees it.
    pub fn check_letters(&mut self, ctx: &Context) {
        if self.kept.forget_outgrown(ctx) {
            ctx.request_discard(module_path!());
        }
    }

    /// What lies under a point of the screen, as the canvas was last drawn.
    pub fn item_at(&self, at: Pos2) -> Option<Item> {
        input::item_at(&self.viewport, &self.scenes.scene()?.records, at)
    }

    /// Where a card lies on the screen, or the middle of a link, as the canvas was last drawn.
    pub fn place_of(&self, item: &Item) -> Option<Rect> {
        let (world, canvas, view) =
            (self.scenes.scene()?.records.rect_of(item)?, self.viewport.canvas()?, self.viewport.view());
        Some(Rect::from_min_max(view.to_screen(world.min, canvas), view.to_screen(world.max, canvas)))
    }

    /// Where somebody has moved the view to, by the card that is nearest to its middle: another drawing may have that elsewhere.
    /// Nothing while all is shown.
    pub fn looks_near(&self) -> Option<Camera> {
        let (view, records) = (self.viewport.moved()?, &self.scenes.scene()?.records);
        let far =
            |place: &&Item| records.rect_of(place).map_or(f32::INFINITY, |rect| rect.distance_sq_to_pos(view.centre));
        let item = records.items.iter().take(records.cards.len()).min_by(|a, b| far(a).total_cmp(&far(b)))?;
        let offset = view.centre - records.rect_of(item)?.center();
        Some(Camera::Near { item: item.clone(), offset: offset.into(), zoom: view.zoom })
    }

    /// Whether a key that is pressed now is meant for the drawing.
    pub fn has_keyboard(&self, ctx: &Context) -> bool {
        self.input.has_keyboard(ctx)
    }

    /// The best place on the screen for the entry field, of a size in px, in a window; nothing while there is no drawing.
    pub fn field_place(&self, session: &Session, size: Vec2, window: Rect) -> Option<Rect> {
        let (entry, records) = (session.entry()?, &self.scenes.scene()?.records);
        let seen = (self.viewport.view(), self.viewport.canvas()?, window);
        Some(input::field::place(records, seen, entry, session.view().looked_at(), size))
    }

    /// What the marks that were painted last cover: names, badges, pills, words on cards, marks of loops.
    pub fn faults(&self) -> Faults {
        self.scenes.scene().map(|scene| self.placed.faults(scene)).unwrap_or_default()
    }

    /// Takes a picture that was prepared on a worker, so that the frame that shows it need not.
    pub fn take_prepared(&mut self, prepared: Prepared) {
        self.scenes.take_prepared(prepared);
    }

    /// Shows another picture, if the session has one.
    fn take_picture(&mut self, frame: &Frame<'_>) {
        if let Some(change) = self.scenes.follow(frame.session) {
            self.input.forget();
            self.motion.set_out(change == Change::Glides);
            match change {
                Change::First => {
                    self.viewport.begin();
                    self.legend = legend::Needed::default();
                }
                Change::Glides | Change::AtOnce => self.viewport.go_on(),
            }
        }
        if self.scenes.is_leaving() {
            frame.ui.ctx().request_repaint();
        }
    }

    /// One frame: what is asked of the view, the picture, and what lies above it.
    fn scene_ui(&mut self, frame: &mut Frame<'_>, shown: &mut Shown) {
        let id = frame.ui.id().with("canvas");
        self.move_view(frame, id, &shown.scene);
        let mut stage = self.stage(frame, &shown.scene);
        let (looks, plain) = looks(&shown.scene, frame.session, &self.motion.signal);
        stage.places = self.placed.places(frame.ui.ctx(), &shown.scene, &stage, frame.session, &looks);
        let mut inside = frame.ui.new_child(UiBuilder::new().id_salt("graph").max_rect(frame.rect));
        inside.set_clip_rect(frame.rect.intersect(frame.ui.clip_rect()));
        self.paint(&mut inside, shown, &stage, looks, plain);
        let arrived = self.motion.arrived() >= 1.0;
        let response = self.input.widget(frame, id, &self.viewport, &shown.scene.records, arrived);
        self.lay_over(frame, &mut inside, id, &shown.scene, &stage);
        self.input.tell(frame, &response, &shown.scene, &stage);
    }

    /// Moves the view as it is asked, and everything that moves by itself. Before anything is drawn, so that a drag moves
    /// the picture in the same frame.
    fn move_view(&mut self, frame: &mut Frame<'_>, id: Id, scene: &Scene) {
        self.input.take(frame, id, &mut self.viewport, &scene.records);
        self.viewport.follow(frame, &scene.records);
        let seconds = frame.ui.input(|input| input.stable_dt.min(LONGEST_STEP));
        let gliding = self.viewport.advance(seconds);
        if self.motion.advance(frame.session, seconds) || gliding {
            frame.ui.ctx().request_repaint();
        }
    }

    /// From picture to screen in this frame.
    fn stage(&mut self, frame: &Frame<'_>, scene: &Scene) -> Stage {
        let (ctx, view) = (frame.ui.ctx(), self.viewport.view());
        let (clip, least_text, arrived) = (frame.rect, frame.least_text, self.motion.arrived());
        let pixel = 1.0 / ctx.pixels_per_point();
        let patterns = self.kept.patterns(ctx);
        Stage {
            zoom: view.zoom,
            // Whole pixels, so that nothing shimmers while the picture moves.
            offset: snap(view.to_screen(pos2(0.0, 0.0), clip), pixel).to_vec2(),
            clip,
            pixel,
            atlas: self.kept.atlas(ctx),
            // Gaps and pills belong to lines that have arrived.
            details: (arrived >= 1.0).then(|| scene.details(view.zoom, least_text)).flatten(),
            layers: Rc::new(RefCell::new(Layers::new(pixel, clip, [0; 2], patterns))),
            patterns,
            told: self.motion.told(),
            least_text,
            presents: frame.session.presents(),
            arrived,
            places: Rc::default(),
            palette: Arc::clone(frame.palette),
            shades: self.shades(frame.palette),
        }
    }

    /// The shades of a palette, made anew where it is another one.
    fn shades(&mut self, palette: &Arc<Palette>) -> Shades {
        let kept = self.shades.take().filter(|shades| Arc::ptr_eq(&shades.plain, palette));
        self.shades.insert(kept.unwrap_or_else(|| Shades::new(palette))).clone()
    }

    /// Paints the picture as it is without light, as it is kept or anew, and above it what is lit.
    fn paint(
        &mut self,
        ui: &mut Ui,
        Shown { scene, mirror }: &mut Shown,
        stage: &Stage,
        looks: Vec<Look>,
        plain: Tone,
    ) {
        let key = Key::new(scene.number, stage, looks.iter().map(|look| look.unlit(plain)).collect());
        if !self.kept.paint(&key, stage.offset, ui) {
            let reach = self.kept.reach(&key);
            let wide = Rc::new(Stage { clip: stage.clip.expand(reach), ..stage.clone() });
            let looks = key.looks.clone();
            self.kept.redraw(key, stage.offset, reach, ui, |ui| plain::draw(ui, scene, mirror, &wide, &looks));
        }
        let ctx = ui.ctx().clone();
        self.kept.paint_lit(looks, stage.offset, ui, |looks| lit::draw(&ctx, &scene.records, mirror, stage, looks));
    }

    /// Lays over the picture what belongs to no card or line of it: the signal, names, badges of loops, the tag, the map.
    fn lay_over(&mut self, frame: &mut Frame<'_>, ui: &mut Ui, id: Id, scene: &Scene, stage: &Stage) {
        let (session, records) = (frame.session, &scene.records);
        self.motion.signal.draw(frame.ui, records, stage, session);
        lanes::names(ui, records, stage);
        if !stage.presents {
            lanes::written(frame, stage);
            loops::show(frame, stage);
            unseen::explain(frame, records, stage);
        }
        if records.cards.is_empty() && session.entry().is_none() {
            empty(frame);
        }
        tag::show(ui, records, stage, session);
        if session.settings().minimap
            && !stage.presents
            && !records.cards.is_empty()
            && let Some((response, centre)) = self.minimap.show(ui, id.with("map"), scene, stage, self.viewport.view())
        {
            self.viewport.look_at(centre, &response, session);
        }
    }
}

/// While there is no picture yet.
fn waiting(frame: &Frame<'_>) {
    let (painter, palette) = (frame.ui.painter(), frame.palette);
    painter.rect_filled(frame.rect, CornerRadius::ZERO, color(palette.lane_a));
    let at = frame.rect.center() - vec2(0.0, 8.0);
    let font = FontId::proportional(15.0);
    painter.text(at, Align2::CENTER_CENTER, words::canvas::WAITING, font, color(palette.weak));
}

/// Where there is no card yet: how to make one.
fn empty(frame: &Frame<'_>) {
    let ink = color(frame.palette.text);
    let font = TextFormat::simple(FontId::proportional(15.0), ink);
    let mut job = LayoutJob { text: words::canvas::EMPTY.to_owned(), ..LayoutJob::default() };
    // Each sign by itself: the font would join `->` into an arrow that no keyboard has.
    job.sections = (job.text.char_indices())
        .map(|(at, sign)| LayoutSection {
            leading_space: 0.0,
            byte_range: ByteIndex(at)..ByteIndex(at + sign.len_utf8()),
            format: font.clone(),
        })
        .collect();
    job.wrap.max_width = (frame.rect.width() - 40.0).max(80.0);
    job.halign = egui::Align::Center;
    let galley = frame.ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let top = frame.rect.center() - vec2(0.0, galley.size().y / 2.0);
    frame.ui.painter_at(frame.rect).galley(top, galley, ink);
}
