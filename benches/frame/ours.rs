//! Our canvas over a session, without a window.

use std::{path::PathBuf, sync::Arc};

use egui::{CentralPanel, Context, Event, Frame, MouseWheelUnit, Pos2, TouchPhase, pos2};
use pathlight::{
    canvas::{self, Canvas},
    formats::Opened,
    session::{Action, Command, Session, Settings, Task},
    theme::{Palette, Themes},
    ui,
};

use crate::{Case, Motion, Near, SCREEN, pictures, run, step};

pub(crate) struct Window {
    ctx: Context,
    session: Session,
    pub(crate) canvas: Canvas,
    palette: Arc<Palette>,
    case: Case,
    /// Points with something to hover.
    points: Vec<Pos2>,
    frame: u32,
}

impl Window {
    pub(crate) fn new(case: Case, spoken: bool) -> Self {
        let ctx = Context::default();
        ui::set_fonts(&ctx);
        canvas::set_painting(&ctx);
        let palette = Arc::new(Themes::bundled().light);
        ui::set_theme(&ctx, &palette);
        if spoken {
            ctx.enable_accesskit();
        }
        let session = session(case.nodes);
        let mut window = Self { ctx, session, canvas: Canvas::default(), palette, case, points: Vec::new(), frame: 0 };
        window.look();
        window
    }

    /// Draws the next frame.
    pub(crate) fn frame(&mut self) -> usize {
        self.frame += 1;
        let hover = |at| Event::PointerMoved(at);
        let events = match self.case.motion {
            Motion::Rest => Vec::new(),
            Motion::Pan => vec![hover(SCREEN.center()), wheel(step(self.frame))],
            Motion::Hover => vec![hover(self.points[self.frame as usize % self.points.len()])],
            Motion::Zoom => {
                vec![hover(SCREEN.center()), Event::Zoom(if self.frame % 16 < 8 { 1.03 } else { 1.0 / 1.03 })]
            }
        };
        self.draw(events)
    }

    /// Lets go of everything that was worked out.
    pub(crate) fn forget(&mut self) {
        self.canvas = Canvas::default();
    }

    fn draw(&mut self, events: Vec<Event>) -> usize {
        let mut actions = Vec::new();
        let triangles = run(&self.ctx, self.frame, events, |ui| {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                self.canvas.canvas_ui(ui, &self.session, &self.palette, &mut actions);
            });
        });
        for action in actions {
            self.session.apply(action);
        }
        triangles
    }

    /// Brings the view to where the case wants it and finds what can be hovered there.
    fn look(&mut self) {
        self.settle();
        let zoom = match self.case.near {
            Near::Fitted => None,
            Near::Labels => Some(0.52),
            Near::Reading => Some(0.9),
            Near::Close => Some(1.2),
        };
        if let Some(zoom) = zoom {
            self.session.apply(Action::Run(Command::ActualSize));
            self.settle();
            self.draw(vec![Event::PointerMoved(SCREEN.center()), Event::Zoom(zoom)]);
            self.settle();
        }
        let grid = (0..160).flat_map(|x| (0..90).map(move |y| pos2(10.0 * x as f32 + 5.0, 10.0 * y as f32 + 5.0)));
        let mut last = None;
        for point in grid {
            let item = self.canvas.item_at(point);
            if item.is_some() && item != last {
                self.points.push(point);
            }
            last = item;
        }
        // Neighbours share much; far points do not.
        let count = self.points.len();
        self.points = (0..count).map(|i| self.points[i * 7919 % count]).collect();
    }

    fn settle(&mut self) {
        for _ in 0..4 {
            self.frame += 1;
            self.draw(Vec::new());
        }
    }
}

fn wheel(delta: egui::Vec2) -> Event {
    let modifiers = egui::Modifiers::NONE;
    Event::MouseWheel { unit: MouseWheelUnit::Point, delta, phase: TouchPhase::Move, modifiers }
}

/// A session that shows the made-up pathway, laid out.
fn session(nodes: usize) -> Session {
    let (pathway, picture) = pictures::drawn(nodes);
    let (mut session, _) = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    let path = PathBuf::from("made-up");
    session.apply(Action::OpenFile(path.clone()));
    let (pathway, problems) = ((*pathway).clone(), Vec::new());
    let opened = Opened { pathway, problems, read_only: false, bytes: Arc::default() };
    let tasks = session.apply(Action::FileRead { path, result: Ok(Box::new(opened)) });
    for task in tasks {
        if let Task::LayOut { ticket, .. } = task {
            session.apply(Action::LaidOut { ticket, picture: Arc::clone(&picture), finished: true });
        }
    }
    session
}
