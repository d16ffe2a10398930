//! The open file was changed by another program: it is shown as it is now, where nothing is lost or interrupted by that.

use std::path::{Path, PathBuf};

use super::opening::{Read, file_name, reasons, show};
use crate::{
    formats::NO_SUCH_FILE,
    parts::{files::FileUse, open::Origin, view::Message},
    state::Session,
    task::Task,
    words,
};

/// Reads the file again, or only says that it has changed.
pub(crate) fn changed_on_disk(session: &mut Session, path: PathBuf) {
    if session.path() != Some(path.as_path()) {
        return;
    }
    let teaching = session.teaching();
    let is_busy = session.presents() || teaching.quiz.is_some() || teaching.telling.is_some();
    if is_busy || session.open.is_changed() {
        return session.view.note(&words::messages::changed_on_disk(&file_name(&path)));
    }
    session.files.expect(path.clone(), FileUse::Again);
    session.start(Task::ReadFile(path));
}

/// Shows what the file holds now. One that was only touched changes nothing.
pub(crate) fn read_again(session: &mut Session, path: &Path, read: Read) {
    if session.path() != Some(path) {
        return;
    }
    let name = file_name(path);
    match read {
        Ok(opened) if opened.pathway == **session.pathway() && opened.problems == session.problems() => {}
        Ok(opened) => {
            show(session, *opened, Some(Origin::File(path.to_owned())));
            if session.open.errors() == 0 {
                session.view.note(&words::messages::read_again(&name));
            }
        }
        Err(problems) if problems.iter().any(|problem| problem.what == NO_SUCH_FILE) => {
            session.view.say(Message::refusal(&words::messages::gone(&name), Vec::new()));
        }
        Err(problems) => {
            session.view.say(Message::refusal(&words::messages::changed_and_unread(&name), reasons(&problems)));
        }
    }
}
