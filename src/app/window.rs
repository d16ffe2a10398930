//! The window: a session, the canvas, and whoever carries out what the session asks of the outside.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use egui::{CentralPanel, Context, Event, Frame, Ui, ViewportBuilder, ViewportCommand, ViewportId};

use super::{frames::FrameLog, outside::Outside, system::Cleaned, theme::chosen};
use crate::{
    canvas::{self, Canvas},
    files,
    session::{Action, Command, PlainKey, Session, Settings, Task, TeachAct},
    signs::places::Faults,
    text::Faces,
    theme::{Palette, Theme, Themes},
    ui, words,
};

/// The program's window without its frame: it draws into any [`Ui`], with or without a screen.
pub struct App {
    session: Session,
    canvas: Canvas,
    outside: Box<dyn Outside>,
    themes: [Arc<Palette>; 3],
    /// The theme and text size that egui has.
    styled: Option<(Arc<Palette>, f32)>,
    /// The fonts that egui has beside the bundled ones.
    faces: Faces,
    /// The window's title.
    titled: String,
    frames: Option<FrameLog>,
    /// What was typed in the frame that opened the palette or a field, before there was a box to type into.
    held_back: Vec<Event>,
    /// Whether the window filled the screen before somebody presented.
    was_full_screen: bool,
    /// How many screens there are.
    screens: usize,
}

impl App {
    /// A window on a new session. `ctx` gets the bundled fonts.
    pub fn new(ctx: &Context, settings: Settings, outside: Box<dyn Outside>) -> Self {
        ui::set_fonts(ctx);
        ctx.add_plugin(Cleaned);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let themes = Themes::bundled();
        let (session, tasks) = Session::new(settings);
        let mut app = Self {
            session,
            canvas: Canvas::default(),
            outside,
            themes: Theme::ALL.map(|theme| Arc::new(themes.palette(theme).clone())),
            styled: None,
            faces: Faces::default(),
            titled: String::new(),
            frames: None,
            held_back: Vec::new(),
            was_full_screen: false,
            screens: 1,
        };
        // Before the first frame: a theme that comes later makes the fonts anew.
        let palette = app.palette(ctx);
        app.style(ctx, &palette);
        app.start_all(tasks, ctx);
        app
    }

    /// Writes a line to a log after every frame in a window.
    pub fn log_frames(&mut self, log: FrameLog) {
        self.frames = Some(log);
    }

    /// What the window shows.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What the marks over the drawing cover, as it was last painted.
    pub fn marks_over(&self) -> Faults {
        self.canvas.faults()
    }

    /// Does what an action says, and starts what it asks of the outside.
    pub fn apply(&mut self, action: Action, ctx: &Context) {
        let action = match action {
            // The recent list must mean the same file wherever the program is started next.
            Action::OpenFile(path) => {
                let path = files::local(&path).into_owned();
                Action::OpenFile(std::path::absolute(&path).unwrap_or(path))
            }
            action => action,
        };
        let tasks = self.session.apply(action);
        self.start_all(tasks, ctx);
    }

    /// Draws one frame: takes what has come back, draws, applies what was collected, and asks for one more frame
    /// if anything changed.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        canvas::set_painting(&ctx);
        let drawing = self.canvas.has_keyboard(&ctx);
        let plain = |event: &Event| drawing && canvas::plain_key(event).and_then(PlainKey::command).is_some();
        ui::held_back(&ctx, &self.session, &plain, &mut self.held_back);
        let finished = self.outside.finished();
        if !finished.is_empty() {
            self.take_faces(&ctx);
        }
        for action in finished {
            self.apply(action, &ctx);
        }
        if let Some(prepared) = self.outside.prepared() {
            self.canvas.take_prepared(prepared);
        }
        let palette = self.palette(&ctx);
        self.style(&ctx, &palette);
        let menu_was_open = egui::Popup::is_any_open(&ctx);
        self.title(&ctx);
        let mut actions = Vec::new();
        self.keep_open(&ctx, &mut actions);
        dropped_files(&ctx, &mut actions);
        // A clicker is heard whatever has the keyboard.
        ui::stage_keys(&ctx, &self.session, &mut actions);
        ui::form_keys(&ctx, &self.session, &mut actions);
        if self.session.presents() {
            self.draw_stage(ui, &palette, &mut actions);
        } else {
            self.draw(ui, &palette, &mut actions);
            ui::telling_keys(&ctx, &self.session, &mut actions);
        }
        ui::message_clock(&ctx, &self.session, &mut actions);
        ui::shortcuts(&ctx, &self.session, menu_was_open, &mut actions);
        self.canvas.check_letters(&ctx);
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            self.apply(action, &ctx);
        }
    }

    fn draw(&mut self, ui: &mut Ui, palette: &Arc<Palette>, actions: &mut Vec<Action>) {
        let (session, canvas) = (&self.session, &mut self.canvas);
        ui::top_panel_ui(ui, session, palette, actions);
        let pointed = session.view().hover.as_ref().and_then(|item| canvas.place_of(item));
        let room = ui::Room::new(ui, session, pointed);
        ui::status_panel_ui(ui, session, room, palette, actions, |ui| canvas.legend_ui(ui, session, palette));
        // One number for each, whether it is there or not: what follows keeps its place in the tree that readers walk.
        numbered(ui, |ui| ui::side_panel_ui(ui, session, room, palette, actions));
        numbered(ui, |ui| ui::details_panel_ui(ui, session, room, palette, actions));
        numbered(ui, |ui| ui::compared_ui(ui, session, room, palette, actions));
        let over = ui.available_rect_before_wrap();
        if room.drawing {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                if session.is_undrawn() {
                    ui::undrawn_ui(ui, palette, actions);
                } else {
                    canvas.canvas_ui(ui, session, palette, actions);
                }
            });
        }
        ui::message_ui(ui.ctx(), over, session, palette, actions);
        let window = ui.ctx().content_rect();
        let place = |size| canvas.field_place(session, size, window);
        ui::entry_ui(ui.ctx(), session, &place, palette, actions);
        ui::dialogs_ui(ui.ctx(), session, palette, actions);
        ui::palette_ui(ui.ctx(), session, palette, actions);
    }

    /// The whole screen, and the speaker's window beside it.
    fn draw_stage(&mut self, ui: &mut Ui, palette: &Arc<Palette>, actions: &mut Vec<Action>) {
        let session = &self.session;
        let canvas = &mut self.canvas;
        ui::stage_ui(ui, session, palette, actions, |ui, actions| canvas.canvas_ui(ui, session, palette, actions));
        if !session.teaching().stage.is_some_and(|stage| stage.notes) {
            return;
        }
        let mut window =
            ViewportBuilder::default().with_title(crate::words::stage::NOTES_TITLE).with_inner_size([640.0, 520.0]);
        if self.screens > 1 {
            window = window.with_monitor(1);
        }
        ui.ctx().show_viewport_immediate(ViewportId::from_hash_of("notes"), window, |ui, _| {
            ui::stage_keys(ui.ctx(), session, actions);
            CentralPanel::default().show(ui, |ui| ui::notes_ui(ui, session, palette, actions));
            if ui.ctx().input(|input| input.viewport().close_requested()) {
                actions.push(Action::Teach(TeachAct::Notes));
            }
        });
    }

    fn palette(&self, ctx: &Context) -> Arc<Palette> {
        let is_dark = ctx.system_theme() == Some(egui::Theme::Dark);
        let theme = chosen(self.session.settings().theme, if is_dark { Theme::Dark } else { Theme::Light });
        Arc::clone(&self.themes[theme as usize])
    }

    fn style(&mut self, ctx: &Context, palette: &Arc<Palette>) {
        let scale = self.session.settings().text_scale;
        ui::fit_tooltips(ctx);
        if self.styled.as_ref().is_some_and(|(p, s)| Arc::ptr_eq(p, palette) && *s == scale) {
            return;
        }
        ui::set_theme(ctx, palette);
        ctx.set_zoom_factor(scale);
        self.styled = Some((Arc::clone(palette), scale));
    }

    /// Gives egui the fonts that what has come back was measured with; they count from the next frame on.
    fn take_faces(&mut self, ctx: &Context) {
        let faces = self.outside.faces();
        if faces != self.faces {
            ui::add_fonts(ctx, &faces);
            self.faces = faces;
            ctx.request_repaint();
        }
    }

    /// A window with unsaved work asks before it closes.
    fn keep_open(&self, ctx: &Context, actions: &mut Vec<Action>) {
        let session = &self.session;
        let closes = ctx.input(|input| input.viewport().close_requested());
        if closes && session.is_changed() && !session.files().quits() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            actions.push(Action::Run(Command::Quit));
        }
    }

    fn title(&mut self, ctx: &Context) {
        let title = words::app::title(&self.session.pathway().about().title, self.session.is_changed());
        if self.titled != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.titled.clone_from(&title);
        }
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |frame| frame.set_label(title));
    }

    fn start_all(&mut self, tasks: Vec<Task>, ctx: &Context) {
        for task in tasks {
            match task {
                Task::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
                Task::FullScreen => {
                    let now = ctx.input(|input| input.viewport().fullscreen).unwrap_or_default();
                    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!now));
                }
                Task::WholeScreen(take) => self.whole_screen(take, ctx),
                Task::Copy(text) => ctx.copy_text(text),
                Task::Keep(mut saving) => {
                    saving.outlook.camera = self.canvas.looks_near();
                    self.outside.start(Task::Keep(saving), ctx);
                }
                task => self.outside.start(task, ctx),
            }
        }
    }
}

impl App {
    /// Where there is a second screen, the speaker's window opens on it by itself when somebody presents.
    fn count_screens(&mut self, frame: &eframe::Frame) {
        if !self.session.presents() {
            self.screens = frame.winit_window().map_or(1, |window| window.available_monitors().count());
        }
    }

    /// Takes the whole screen to present, or leaves it as it was found.
    fn whole_screen(&mut self, take: bool, ctx: &Context) {
        let now = ctx.input(|input| input.viewport().fullscreen).unwrap_or_default();
        if take {
            self.was_full_screen = now;
            if self.screens > 1 {
                self.session.apply(Action::Teach(TeachAct::Notes));
            }
        }
        let wanted = take || self.was_full_screen;
        if wanted != now {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wanted));
        }
    }
}

/// Draws what may be there or not; egui numbers what follows by what was drawn before.
fn numbered(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    let before = ui.next_auto_id();
    draw(ui);
    if ui.next_auto_id() == before {
        ui.skip_ahead_auto_ids(1);
    }
}

/// Files dropped on the window are opened; of several, the last one stays.
fn dropped_files(ctx: &Context, actions: &mut Vec<Action>) {
    let dropped = ctx.input(|input| input.raw.dropped_files.clone());
    actions.extend(dropped.iter().map(|file| Action::OpenFile(file.path().to_owned())));
}

impl eframe::App for App {
    /// What shows where panels leave a hair between them, as text sizes other than the usual one do.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.outside.end();
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let start = Instant::now();
        self.count_screens(frame);
        self.frame(ui);
        if let Some(log) = &mut self.frames {
            let before = frame.info().cpu_usage.map(Duration::from_secs_f32).unwrap_or_default();
            log.count(start.elapsed(), before, self.session.picture());
        }
    }
}
