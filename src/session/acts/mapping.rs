//! A student's own map: marked against what is open.

use std::{path::Path, sync::Arc};

use super::{
    answering::open_side,
    opening::{Read, pick_file, refuse},
};
use crate::{
    lesson::Marks,
    parts::{files::FileUse, teaching::TeachPage, view::SidePanel},
    state::Session,
    task::Task,
};

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

/// Does what is asked of the page of students' maps.
pub(crate) fn map(session: &mut Session, act: MapAct) {
    match act {
        MapAct::Text(text) => session.map.type_text(text),
        MapAct::Mark => mark_map(session),
        MapAct::Open => pick_file(session, FileUse::Map),
        MapAct::Clear => session.map.type_text(String::new()),
        MapAct::Words => session.map.toggle_words(session.open.pathway()),
    }
}

/// Takes a map from a file and marks it.
pub(crate) fn take_map(session: &mut Session, path: &Path, read: Read) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    session.view.hush();
    match read {
        Ok(opened) => {
            session.map.open(name, opened.pathway);
            session.teaching.show_page(TeachPage::Map);
            open_side(session, SidePanel::Teach);
            mark_map(session);
        }
        Err(problems) => refuse(session, &name, &problems),
    }
}

fn mark_map(session: &mut Session) {
    let reference = Arc::clone(session.pathway());
    if let Some(student) = session.map.read(&reference) {
        let (serial, reading) = (session.serial(), session.reading());
        session.start(Task::MarkMap { serial, student, reference, reading });
    }
}

/// Takes the marks, unless another reference has been opened since.
pub(crate) fn map_marked(session: &mut Session, serial: u64, marks: Arc<Marks>) {
    if serial == session.serial() {
        session.map.take_marks(marks);
    }
}
