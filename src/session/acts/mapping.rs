//! A student's own map in the session: typed, pasted or opened, then marked against what is open.

use std::{path::Path, sync::Arc};

use super::{FileUse, Session, SidePanel, Task, TeachPage};
use crate::{
    formats::{Opened, Problem},
    lesson::{Marks, word_list},
    model::{Pathway, notation},
    words,
};

/// A student's map and what came of marking it.
#[derive(Debug, Default)]
pub struct StudentMap {
    /// The lines as they are typed.
    pub text: String,
    /// The name of the file, where the map came from one.
    pub file: Option<String>,
    /// What came of marking, or one sentence why it cannot be read.
    pub marks: Option<Result<Arc<Marks>, String>>,
    /// The words that the reference knows, while they are shown.
    pub word_list: Option<Vec<String>>,
    /// The map of the file.
    pub(super) opened: Option<Arc<Pathway>>,
}

/// What is done with a student's map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapAct {
    /// The lines have become these.
    Text(String),
    /// Marks what is typed, or what was opened.
    Mark,
    /// Asks for a file with a map.
    Open,
    /// Takes the map away.
    Clear,
    /// Shows or hides the words that the reference knows.
    Words,
}

impl Session {
    /// Does what is asked of the page of students' maps.
    pub(super) fn map(&mut self, act: MapAct) -> Vec<Task> {
        let map = &mut self.teaching.map;
        match act {
            MapAct::Text(text) => {
                *map = StudentMap { text, word_list: map.word_list.take(), ..StudentMap::default() };
            }
            MapAct::Mark => return self.mark_map(),
            MapAct::Open => {
                self.view.picks = FileUse::Map;
                return self.pick_file();
            }
            MapAct::Clear => *map = StudentMap { word_list: map.word_list.take(), ..StudentMap::default() },
            MapAct::Words => {
                map.word_list = match map.word_list.take() {
                    Some(_) => None,
                    None => Some(word_list(self.document.pathway())),
                };
            }
        }
        Vec::new()
    }

    /// Takes a map from a file and marks it.
    pub(super) fn take_map(&mut self, path: &Path, result: Result<Box<Opened>, Vec<Problem>>) -> Vec<Task> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.view.message = None;
        match result {
            Ok(opened) => {
                let map = &mut self.teaching.map;
                (map.file, map.opened, map.marks) = (Some(name), Some(Arc::new(opened.pathway)), None);
                self.teaching.page = TeachPage::Map;
                let mut tasks = self.open_side(SidePanel::Teach);
                tasks.extend(self.mark_map());
                tasks
            }
            Err(problems) => self.refuse(&name, &problems),
        }
    }

    fn mark_map(&mut self) -> Vec<Task> {
        let map = &mut self.teaching.map;
        let student = match &map.opened {
            Some(opened) => Ok(Arc::clone(opened)),
            None => notation::parse(&map.text).map(Arc::new).map_err(|error| error.to_string()),
        };
        match student {
            Ok(student) if student.nodes().len() > 0 => vec![Task::MarkMap {
                serial: self.serial,
                student,
                reference: Arc::clone(self.document.pathway()),
                reading: self.reading(),
            }],
            Ok(_) => {
                map.marks = Some(Err(words::map::EMPTY.to_owned()));
                Vec::new()
            }
            Err(sentence) => {
                map.marks = Some(Err(words::map::unreadable(&sentence)));
                Vec::new()
            }
        }
    }

    /// Takes the marks, unless another reference has been opened since.
    pub(super) fn map_marked(&mut self, serial: u64, marks: Arc<Marks>) {
        if serial == self.serial {
            self.teaching.map.marks = Some(Ok(marks));
        }
    }
}
