//! What a task does, whoever does it.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::Context;

use super::{
    desk::{Desk, checked},
    letters::{Letters, SystemFonts},
    outside::Outside,
    saving::save,
    slides::{Board, largest},
    writing::write_or_ask,
};
use crate::{
    files, formats,
    import::{self, Foreign, Input},
    lesson,
    picture::{Brief, Stage, picture_watched},
    session::{Action, Task, Written, answer, library, made},
    text::{Faces, visible},
    words,
};

/// Carries out a task that needs no window; `settings` is where the settings are kept.
pub(super) fn perform(
    task: Task,
    letters: &mut Letters,
    settings: Option<&PathBuf>,
    desk: Option<&Desk>,
) -> Option<Action> {
    match task {
        Task::ReadFile(path) => Some(read_file(path, letters)),
        Task::Import { ticket, foreign, wishes } => Some(Action::Imported { ticket, made: made(&foreign, &wishes) }),
        Task::LayOut { .. } => {
            let mut last = None;
            draw(&task, letters, &mut |action| {
                last = Some(action);
                ControlFlow::Continue(())
            });
            last
        }
        Task::LayQuestion { ticket, pathway, slides, canvas, label } => {
            let picture = largest(&pathway, &slides, canvas, label, letters.of(&pathway))?;
            Some(Action::LaidOut { ticket, picture: Arc::new(picture), finished: true })
        }
        Task::LaySlide { ticket, pathway, lens, steps, at, before, canvas, label } => {
            let mut board = Board::new(&pathway, &lens, &steps, canvas, label, letters.of(&pathway));
            let stretch = board.stretch(at, before.as_deref().map(|before| &before.picture))?;
            Some(Action::SlideLaid { ticket, stretch: Arc::new(stretch) })
        }
        Task::Write { path, what, may_replace, reads } => Some(match *what {
            Written::Pathway(saving) => save(path, saving, may_replace, desk.map(Desk::data)),
            what => write_or_ask((path, Box::new(what)), may_replace, reads.as_deref(), letters),
        }),
        Task::FindLeft => desk?.find_left(),
        Task::Hold(path) => desk?.hold(path),
        Task::Decided(number) => {
            desk?.decided(number);
            None
        }
        // Where there is a desk it keeps the work on a thread of its own.
        Task::Keep(saving) => {
            let text = formats::save_over(&saving.text, &saving.pathway).text;
            Some(checked(&saving, &text, letters.fonts()))
        }
        Task::Preview { ticket, pathway, wanted } => {
            Some(Action::Previewed { ticket, found: Box::new(wanted.preview(&pathway)) })
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
        Task::KnowFiles(paths) => {
            let read = |path: PathBuf| files::read(&path).ok();
            let known = paths.into_iter().filter_map(read).flat_map(|opened| library::known_in(opened.pathway));
            Some(Action::FilesKnown(known.collect()))
        }
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
        | Task::Forget(_)
        | Task::Discard(_)
        | Task::FullScreen
        | Task::WholeScreen(_)
        | Task::Copy(_)
        | Task::Quit => None,
    }
}

/// Reads a file: a pathway, or a file of another program.
fn read_file(path: PathBuf, letters: &mut Letters) -> Action {
    let bytes = match files::bytes(&path) {
        Ok(bytes) => bytes,
        Err(problem) => return Action::FileRead { path, result: Err(vec![problem]) },
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let input = Input::new(&name, &bytes);
    if import::is_foreign(&input) {
        let read = import::read(&input, None).map_err(|problem| vec![problem]);
        let result = read.map(|(format, draft)| Box::new(Foreign { name: name.clone(), format, draft }));
        return Action::ForeignRead { path, result };
    }
    let result = formats::open(&bytes).map(|mut opened| {
        let text = String::from_utf8_lossy(&opened.bytes);
        opened.problems.extend(files::lacking(&letters.fonts().missing(&opened.pathway), &text));
        Box::new(opened)
    });
    Action::FileRead { path, result }
}

/// Draws what a task asks for: tells a first picture, how far it is, and the last picture, until it is told to stop.
pub(super) fn draw(task: &Task, letters: &mut Letters, tell: &mut dyn FnMut(Action) -> ControlFlow<()>) {
    let Task::LayOut { ticket, pathway, arrangement, before, aspect } = task else { return };
    let ticket = *ticket;
    let brief = Brief { arrangement, aspect: f64::from(*aspect), before: before.as_deref() };
    let last = picture_watched(pathway, letters.of(pathway), brief, &mut |stage| match stage {
        Stage::First(picture) => tell(Action::LaidOut { ticket, picture: Arc::new(picture), finished: false }),
        Stage::Share(share) => tell(Action::Drawing { ticket, share }),
    });
    // Where the last one is refused nobody is left to tell.
    last.map(|picture| tell(Action::LaidOut { ticket, picture: Arc::new(picture), finished: true }));
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
    letters: Letters,
    fonts: SystemFonts,
    done: Vec<Action>,
    /// Tasks that need a person or a browser, as they were asked for.
    pub noted: Arc<std::sync::Mutex<Vec<Task>>>,
}

impl Inline {
    /// Looks for fonts of other scripts in a folder; else there are only the bundled ones.
    pub fn with_fonts(folder: PathBuf) -> Self {
        let fonts = SystemFonts::new(vec![folder]);
        Self { letters: Letters::new(fonts.clone()), fonts, ..Self::default() }
    }
}

impl Outside for Inline {
    fn start(&mut self, task: Task, _: &Context) {
        if matches!(task, Task::PickFile | Task::PickPlace(_) | Task::Browse(_)) {
            if let Ok(mut noted) = self.noted.lock() {
                noted.push(task);
            }
        } else {
            self.done.extend(perform(task, &mut self.letters, None, None));
        }
    }

    fn finished(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.done)
    }

    fn faces(&self) -> Faces {
        self.fonts.faces()
    }
}
