//! The program without a window: what is open, what is looked at, and what every act does to it.
//!
//! Panels and canvas read a [`Session`] and collect [`Action`]s; [`Session::apply`] is the one place that changes it.
//! What needs the outside world (files, threads, the browser) comes back as [`Task`]s.

mod action;
mod command;
mod item;
pub mod library;
mod palette;
pub mod search;
mod settings;
pub mod theme;
mod view;
mod walk;

use std::{path::Path, sync::Arc};

pub use action::{Action, Task};
pub use command::{Command, Key, Shortcut};
pub use item::{Item, count, link_name, many, node_name};
pub use palette::PaletteState;
pub use settings::{Settings, ThemeChoice};
pub use view::{Camera, Message, View};
pub use walk::{Side, Walk};

use crate::{
    document::{Document, Revision},
    formats::{self, Opened, Problem},
    layout::Picture,
    model::Pathway,
};

/// Largest and smallest size of all text, as a factor.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);

/// Everything that the window shows.
#[derive(Debug)]
pub struct Session {
    document: Document,
    /// Counts up with every file that is opened, so that a late picture of the last one is dropped.
    serial: u64,
    problems: Vec<Problem>,
    read_only: bool,
    bundled: Option<&'static str>,
    picture: Option<Arc<Picture>>,
    view: View,
    settings: Settings,
}

impl Session {
    /// A session that shows the first bundled pathway.
    pub fn new(settings: Settings) -> (Self, Vec<Task>) {
        let mut session = Self {
            document: Document::new(Pathway::default(), None),
            serial: 0,
            problems: Vec::new(),
            read_only: false,
            bundled: None,
            picture: None,
            view: View::default(),
            settings,
        };
        let first = library::all().first().map_or("", |bundled| bundled.id);
        let tasks = session.open_bundled(first);
        (session, tasks)
    }

    /// The open pathway.
    pub fn pathway(&self) -> &Arc<Pathway> {
        self.document.pathway()
    }

    /// Its state.
    pub fn revision(&self) -> Revision {
        self.document.revision()
    }

    /// Which document this is: counts up with every file that is opened.
    pub fn serial(&self) -> u64 {
        self.serial
    }

    /// Where it lies on disk, if it does.
    pub fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    /// Its id in the library, where it came with the program.
    pub fn bundled(&self) -> Option<&'static str> {
        self.bundled
    }

    /// What is wrong with the file, in its order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the file was made by a newer major version and must not be saved over.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// The picture, once it is drawn.
    pub fn picture(&self) -> Option<&Arc<Picture>> {
        self.picture.as_ref()
    }

    /// What is looked at, and how.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What is kept between two starts.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Does what an action says and returns what the outside must do.
    pub fn apply(&mut self, action: Action) -> Vec<Task> {
        match action {
            Action::Run(command) => return self.run(command),
            Action::Open(item) => self.open_item(item),
            Action::Focus(item) => self.view.focus = item.filter(|i| i.exists_in(self.document.pathway())),
            Action::OpenFocused => {
                if let Some(item) = self.view.focus.clone() {
                    self.open_item(item);
                }
            }
            Action::Walk(walk) => self.walk(walk),
            Action::Hover(item) => self.view.hover = item,
            Action::Reveal(item) => self.view.camera = Some(Camera::Reveal(item)),
            Action::CloseDetails => self.view.close_details(),
            Action::Filter(text) => self.view.filter = text,
            Action::SearchTaken => self.view.wants_search = false,
            Action::PaletteText(_) | Action::PaletteMove(_) | Action::PaletteRun(_) => return self.palette(action),
            Action::Unfold(item) => self.view.toggle_unfolded(item),
            Action::OpenBundled(id) => return self.open_bundled(&id),
            Action::OpenFile(path) => return self.read_file(path),
            Action::Picked(path) => {
                self.view.picking = false;
                return path.map(|path| self.read_file(path)).unwrap_or_default();
            }
            Action::NoDialog => {
                self.view.picking = false;
                self.view.path_text = Some(String::new());
            }
            Action::PathText(text) => self.view.path_text = Some(text),
            Action::FileRead { path, result } => return self.file_read(&path, result),
            Action::LaidOut { revision, document, picture } => self.laid_out(revision, document, picture),
            Action::Browse(address) => return self.browse(&address),
            Action::BrowseFailed(address) => {
                self.view.message =
                    Some(Message::error(&format!("The browser could not be opened. The address is {address}")));
            }
            Action::Copy(text) => {
                self.view.message = Some(Message::note("Copied."));
                return vec![Task::Copy(text)];
            }
            Action::Dismiss => self.view.message = None,
            Action::CameraMoved => self.view.camera = None,
        }
        Vec::new()
    }

    fn run(&mut self, command: Command) -> Vec<Task> {
        match command {
            Command::Palette => self.view.palette = Some(PaletteState::default()),
            Command::Search => {
                self.settings.outline = true;
                self.view.wants_search = true;
            }
            Command::Open => return self.pick_file(),
            Command::Reload => return self.reload(),
            Command::Fit => self.view.camera = Some(Camera::Fit),
            Command::ZoomIn => self.view.camera = Some(Camera::Zoom(1.25)),
            Command::ZoomOut => self.view.camera = Some(Camera::Zoom(0.8)),
            Command::ActualSize => self.view.camera = Some(Camera::ActualSize),
            Command::Outline => return self.set(|s| s.outline = !s.outline),
            Command::Legend => return self.set(|s| s.legend = !s.legend),
            Command::Problems => self.view.problems_open = !self.view.problems_open,
            Command::Theme => {
                let next = self.settings.theme.next();
                self.view.message = Some(Message::note(&format!("Theme: {}.", next.label())));
                return self.set(|s| s.theme = next);
            }
            Command::LargerText => return self.set(|s| s.text_scale = (s.text_scale + 0.1).min(TEXT_SCALES.1)),
            Command::SmallerText => return self.set(|s| s.text_scale = (s.text_scale - 0.1).max(TEXT_SCALES.0)),
            Command::FullScreen => return vec![Task::FullScreen],
            Command::About => self.view.about_open = !self.view.about_open,
            Command::Back => self.view.back(),
            Command::Quit => return vec![Task::Quit],
        }
        Vec::new()
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Task> {
        change(&mut self.settings);
        vec![Task::SaveSettings(self.settings.to_text())]
    }

    fn open_item(&mut self, item: Item) {
        if item.exists_in(self.document.pathway()) {
            self.view.open(item);
        }
    }

    fn walk(&mut self, walk: Walk) {
        let Some(picture) = self.picture.clone() else { return };
        let at = self.view.focus.clone().or_else(|| self.view.selected().cloned());
        let (next, side) = walk::step(self.document.pathway(), &picture, at.as_ref(), self.view.side, walk);
        self.view.side = side;
        self.view.camera = next.clone().map(Camera::Reveal);
        self.view.focus = next;
    }

    fn pick_file(&mut self) -> Vec<Task> {
        // One dialog at a time: a second request while one is open would stack windows.
        if std::mem::replace(&mut self.view.picking, true) { Vec::new() } else { vec![Task::PickFile] }
    }

    fn read_file(&mut self, path: std::path::PathBuf) -> Vec<Task> {
        self.view.path_text = None;
        self.view.message = Some(Message::note(&format!("Opening {}…", file_name(&path))));
        vec![Task::ReadFile(path)]
    }

    fn reload(&mut self) -> Vec<Task> {
        match (self.document.path().map(Path::to_owned), self.bundled) {
            (Some(path), _) => self.read_file(path),
            (None, Some(id)) => self.open_bundled(id),
            (None, None) => Vec::new(),
        }
    }

    fn open_bundled(&mut self, id: &str) -> Vec<Task> {
        let Some(bundled) = library::find(id) else {
            self.view.message = Some(Message::error(&format!("There is no bundled pathway called “{id}”.")));
            return Vec::new();
        };
        match formats::open(bundled.text.as_bytes()) {
            Ok(opened) => {
                let tasks = self.show(opened, None);
                self.bundled = Some(bundled.id);
                tasks
            }
            Err(problems) => self.refuse(bundled.id, &problems),
        }
    }

    fn file_read(&mut self, path: &Path, result: Result<Box<Opened>, Vec<Problem>>) -> Vec<Task> {
        match result {
            Ok(opened) => {
                let mut tasks = self.show(*opened, Some(path));
                self.settings.remember(path);
                tasks.push(Task::SaveSettings(self.settings.to_text()));
                tasks
            }
            Err(problems) => self.refuse(&file_name(path), &problems),
        }
    }

    /// What was open stays open; the message says why, where, and what to do.
    fn refuse(&mut self, name: &str, problems: &[Problem]) -> Vec<Task> {
        let lines = problems.iter().map(Problem::to_string).collect();
        self.view.message = Some(Message::refusal(&format!("{name} cannot be opened."), lines));
        Vec::new()
    }

    fn show(&mut self, opened: Opened, path: Option<&Path>) -> Vec<Task> {
        self.document = Document::new(opened.pathway, path.map(Path::to_owned));
        self.serial += 1;
        self.problems = opened.problems;
        self.read_only = opened.read_only;
        self.bundled = None;
        self.picture = None;
        self.view = View::default();
        let errors = self.problems.iter().filter(|p| p.is_error()).count();
        if errors > 0 {
            let name = path.map_or_else(|| self.pathway().about().id.clone(), file_name);
            let found = count(errors, "problem", "problems");
            let text = format!("{name} opened with {found}. What could not be read is kept as it is; Ctrl+E lists it.");
            self.view.message = Some(Message::note(&text));
        }
        vec![Task::LayOut {
            revision: self.document.revision(),
            document: self.serial,
            pathway: Arc::clone(self.document.pathway()),
        }]
    }

    fn laid_out(&mut self, revision: Revision, document: u64, picture: Arc<Picture>) {
        if (revision, document) == (self.document.revision(), self.serial) {
            self.picture = Some(picture);
            self.view.camera = Some(Camera::Fit);
        }
    }

    fn browse(&mut self, address: &str) -> Vec<Task> {
        let Some(url) = checked_address(address) else {
            let text = format!("“{address}” was not opened: only plain http and https addresses are.");
            self.view.message = Some(Message::error(&text));
            return Vec::new();
        };
        vec![Task::Browse(url.to_string())]
    }
}

/// The address as browsers read it, if it is http or https, names a host and carries no user name.
pub fn checked_address(address: &str) -> Option<url::Url> {
    // Browsers silently drop line breaks and tabs inside an address; what is shown must be what is opened.
    let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
    let url = url::Url::parse(address).ok().filter(|_| !address.contains(odd))?;
    let plain = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    (plain && url.has_host() && address.len() <= 2_000).then_some(url)
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests;
