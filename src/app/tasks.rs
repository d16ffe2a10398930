//! What a task does, whoever does it.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::Context;

use super::{outside::Outside, writing::write_or_ask};
use crate::{
    files, lesson,
    model::Pathway,
    picture::{Arrangement, Brief, LanesBy, Picture, Stage, picture_watched},
    session::{Action, Task, answer, library},
    text::{LABEL_SIZE, Measure, visible},
    words,
};

/// Carries out a task that needs no window; `settings` is where the settings are kept.
pub(super) fn perform(task: Task, measure: &mut Measure, settings: Option<&PathBuf>) -> Option<Action> {
    match task {
        Task::ReadFile(path) => {
            let result = files::read(&path).map(Box::new);
            Some(Action::FileRead { path, result })
        }
        Task::LayOut { .. } => {
            let mut last = None;
            draw(&task, measure, &mut |action| {
                last = Some(action);
                ControlFlow::Continue(())
            });
            last
        }
        Task::LaySlide { ticket, pathway, slides, canvas, label } => {
            let picture = slide(&pathway, &slides, canvas, label, measure)?;
            Some(Action::LaidOut { ticket, picture: Arc::new(picture), finished: true })
        }
        Task::Write { path, what, may_replace, reads } => {
            Some(write_or_ask((path, what), may_replace, reads.as_deref(), measure))
        }
        Task::MarkMap { serial, student, reference, reading } => {
            let marks = Arc::new(lesson::mark(&student, &reference, reading));
            Some(Action::MapMarked { serial, marks })
        }
        Task::MakeSheet { serial, pathway, reading, seed, difficulty } => {
            let sheet = Arc::new(lesson::sheet(&pathway, reading, seed, difficulty));
            Some(Action::SheetMade { serial, sheet })
        }
        Task::Answer { ticket, question, pathway, lens } => {
            let answer = Arc::new(answer(&pathway, &lens, &question));
            Some(Action::Answered { ticket, answer })
        }
        Task::IndexLibrary => Some(Action::LibraryIndexed(library::index())),
        Task::Browse(address) => webbrowser::open(&address).is_err().then_some(Action::BrowseFailed(address)),
        Task::SaveSettings(text) => {
            if let Some(path) = settings {
                save_settings(path, &text);
            }
            None
        }
        Task::PickFile
        | Task::PickPlace(_)
        | Task::Watch(_)
        | Task::FullScreen
        | Task::WholeScreen(_)
        | Task::Copy(_)
        | Task::Quit => None,
    }
}

/// Draws what a task asks for: tells a first picture, how far it is, and the last picture, until it is told to stop.
pub(super) fn draw(task: &Task, measure: &mut Measure, tell: &mut dyn FnMut(Action) -> ControlFlow<()>) {
    let Task::LayOut { ticket, pathway, arrangement, before, aspect } = task else { return };
    let ticket = *ticket;
    let brief = Brief { arrangement, aspect: f64::from(*aspect), before: before.as_deref() };
    let last = picture_watched(pathway, measure, brief, &mut |stage| match stage {
        Stage::First(picture) => tell(Action::LaidOut { ticket, picture: Arc::new(picture), finished: false }),
        Stage::Share(share) => tell(Action::Drawing { ticket, share }),
    });
    // Where the last one is refused nobody is left to tell.
    last.map(|picture| tell(Action::LaidOut { ticket, picture: Arc::new(picture), finished: true }));
}

/// Draws the largest of some slides whose labels are at least `label` px high. Where the smallest one is too large, it is
/// tried without lanes as well.
fn slide(
    pathway: &Pathway,
    slides: &[Arrangement],
    canvas: (f32, f32),
    label: f32,
    measure: &mut Measure,
) -> Option<Picture> {
    let aspect = f64::from((canvas.0 / canvas.1.max(1.0)).clamp(0.3, 4.0));
    let mut draw = |arrangement: &Arrangement| {
        let brief = Brief { arrangement, aspect, before: None };
        let picture = picture_watched(pathway, measure, brief, &mut |_| ControlFlow::Continue(()))?;
        let zoom = (f64::from(canvas.0) / picture.width).min(f64::from(canvas.1) / picture.height);
        Some((picture, zoom as f32 * LABEL_SIZE))
    };
    // The canvas keeps a small margin around what it shows.
    let label = label * 1.03;
    let smallest = slides.first()?;
    let (mut best, size) = draw(smallest)?;
    if size < label {
        let (bare, without) = draw(&Arrangement { lanes: LanesBy::Without, ..smallest.clone() })?;
        return Some(if without > size { bare } else { best });
    }
    for larger in slides.iter().skip(1) {
        match draw(larger)? {
            (picture, size) if size >= label => best = picture,
            _ => break,
        }
    }
    Some(best)
}

/// Writes settings so that they are either the old ones or the new ones. Losing them costs a preference, so a
/// failure is no reason to disturb anybody.
fn save_settings(path: &Path, text: &str) {
    let write = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        files::write(path, text).map(drop)
    };
    if let Err(error) = write() {
        log_line(&words::app::settings_lost(&error.to_string()));
    }
}

/// A line for whoever started the program in a terminal.
pub(super) fn log_line(text: &str) {
    use std::io::Write as _;
    // With no terminal there is nobody to tell.
    writeln!(std::io::stderr(), "{}", visible(&words::app::line(text))).ok();
}

/// Carries out tasks at once and on the spot: for tests, where nothing may happen later. Files dialogs and browsers
/// are only noted.
#[derive(Default)]
pub struct Inline {
    measure: Measure,
    done: Vec<Action>,
    /// Tasks that need a person or a browser, as they were asked for.
    pub noted: Arc<std::sync::Mutex<Vec<Task>>>,
}

impl Outside for Inline {
    fn start(&mut self, task: Task, _: &Context) {
        if matches!(task, Task::PickFile | Task::PickPlace(_) | Task::Browse(_)) {
            if let Ok(mut noted) = self.noted.lock() {
                noted.push(task);
            }
        } else {
            self.done.extend(perform(task, &mut self.measure, None));
        }
    }

    fn finished(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.done)
    }
}
