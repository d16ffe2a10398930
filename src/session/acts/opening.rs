//! Opening pathways: from the library, from disk, and what happens where that fails.

use std::path::Path;

use super::{FileUse, Message, Session, Task, View, library};
use crate::{
    analysis::lens::{Lens, ranked_sources},
    document::Document,
    formats::{self, Opened, Problem},
    picture::Arrangement,
    words,
};

impl Session {
    pub(super) fn pick_file(&mut self) -> Vec<Task> {
        // One dialog at a time: a second request while one is open would stack windows.
        if std::mem::replace(&mut self.view.picking, true) { Vec::new() } else { vec![Task::PickFile] }
    }

    pub(super) fn read_file(&mut self, path: std::path::PathBuf) -> Vec<Task> {
        self.view.path_text = None;
        self.view.message = Some(Message::note(&words::messages::opening(&file_name(&path))));
        self.awaited = Some(path.clone());
        vec![Task::ReadFile(path)]
    }

    /// Closes the file dialog and opens what was picked, if anything was.
    pub(super) fn picked(&mut self, path: Option<std::path::PathBuf>) -> Vec<Task> {
        self.view.picking = false;
        if let Some(path) = path {
            return self.take_file(path);
        }
        self.view.picks = FileUse::Open;
        Vec::new()
    }

    /// Does with a file what it was picked for.
    pub(super) fn take_file(&mut self, path: std::path::PathBuf) -> Vec<Task> {
        match std::mem::take(&mut self.view.picks) {
            FileUse::Open => self.read_file(path),
            what if what.writes() => self.write_to(what, path),
            what => {
                self.view.path_text = None;
                self.reads = Some((path.clone(), what));
                vec![Task::ReadFile(path)]
            }
        }
    }

    pub(super) fn reload(&mut self) -> Vec<Task> {
        match (self.document.path().map(Path::to_owned), self.bundled) {
            (Some(path), _) => self.read_file(path),
            (None, Some(id)) => self.open_bundled(id),
            (None, None) => Vec::new(),
        }
    }

    pub(super) fn open_bundled(&mut self, id: &str) -> Vec<Task> {
        let Some(bundled) = library::find(id) else {
            self.view.message = Some(Message::error(&words::messages::not_bundled(id)));
            return Vec::new();
        };
        match formats::open(bundled.text().as_bytes()) {
            Ok(opened) => {
                let tasks = self.show(opened, None);
                self.bundled = Some(bundled.id);
                tasks
            }
            Err(problems) => self.refuse(bundled.id, &problems),
        }
    }

    pub(super) fn file_read(&mut self, path: &Path, result: Result<Box<Opened>, Vec<Problem>>) -> Vec<Task> {
        if self.awaited.take_if(|awaited| *awaited == path).is_none() {
            return Vec::new();
        }
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
    pub(super) fn refuse(&mut self, name: &str, problems: &[Problem]) -> Vec<Task> {
        let lines = problems.iter().map(Problem::to_string).collect();
        self.view.message = Some(Message::refusal(&words::messages::refused(name), lines));
        Vec::new()
    }

    pub(super) fn show(&mut self, opened: Opened, path: Option<&Path>) -> Vec<Task> {
        self.document = Document::new(opened.pathway, path.map(Path::to_owned));
        self.serial += 1;
        self.problems = opened.problems;
        self.read_only = opened.read_only;
        self.bundled = None;
        self.picture = None;
        self.arrangement = Arrangement::default();
        (self.keeps_seats, self.is_known) = (false, false);
        self.awaited = None;
        // A dialog that is open stays the only one.
        let picking = self.view.picking;
        self.view = View::default();
        self.view.picking = picking;
        self.comparison = None;
        self.asking = self.asking.anew();
        let presented = self.presents();
        self.teach_anew();
        self.ranked = ranked_sources(self.document.pathway());
        self.set_lens(Lens::default());
        let errors = self.problems.iter().filter(|p| p.is_error()).count();
        if errors > 0 {
            let name = path.map_or_else(|| self.pathway().about().id.clone(), file_name);
            let text = words::messages::opened_with_problems(&name, errors);
            self.view.message = Some(Message::note(&text));
        }
        let mut tasks = self.lay_out();
        if presented {
            tasks.push(Task::WholeScreen(false));
        }
        tasks
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
