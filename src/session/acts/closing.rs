//! Closing: nothing that is not saved goes without being asked for, and what a crash has left is offered again.

use std::path::{Path, PathBuf};

use super::{
    asking::{self, AskAct},
    entering::begin_new,
    opening::{self, refuse, show_recovered},
    remembering::look_as_before,
    saving::{Output, pick_place, save},
    telling::stop_telling,
};
use crate::{
    document::Revision,
    model::NodeId,
    parts::{
        files::{FileUse, Leave, NotSaved},
        left::{LeftWork, OnDisk},
        view::Message,
    },
    state::Session,
    task::{MayReplace, Task, Written},
    words,
};

/// What is done where unsaved work is in the way, or was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseAct {
    /// Saves, then goes on with what was asked for.
    Save,
    /// Goes on without saving.
    Discard,
    /// Stays.
    Stay,
    /// Saves under another name, since the file has changed.
    KeepCopy,
    /// Reads the file that has changed, and gives the work up.
    Reload,
    /// Shows the work and the file that has changed on one canvas.
    Compare,
    /// Saves again where the file is gone.
    WriteAgain,
    /// Takes up work that was left, by its number.
    Recover(usize),
    /// Takes it up, and compares it with its file.
    RecoverAndCompare(usize),
    /// Opens its file as it was saved, and sets the work aside.
    OpenSaved(usize),
    /// Sets it aside.
    GiveUp(usize),
    /// Offers what was left again at the next start.
    Later,
}

/// Does what was decided.
pub(crate) fn close(session: &mut Session, act: CloseAct) {
    match act {
        CloseAct::Save => {
            let leave = session.files.take_leave();
            session.files.leave_after_saving(leave);
            save(session);
        }
        CloseAct::Discard => {
            session.start(Task::Discard(session.serial()));
            if let Some(leave) = session.files.take_leave() {
                go(session, leave);
            }
        }
        CloseAct::Stay => session.files.stop_waiting(),
        CloseAct::KeepCopy => {
            session.files.set_conflict(None);
            pick_place(session, Output::Pathway);
        }
        CloseAct::Reload => {
            session.files.stop_waiting();
            session.start(Task::Discard(session.serial()));
            opening::reload(session);
        }
        CloseAct::Compare => {
            session.files.stop_waiting();
            compare_with_own_file(session);
        }
        CloseAct::WriteAgain => write_again(session),
        CloseAct::Recover(number) => leave(session, Leave::Left(number)),
        // What is open is not saved either: that is asked for first, and what was left is then taken up alone.
        CloseAct::RecoverAndCompare(number) if session.is_changed() => leave(session, Leave::Left(number)),
        CloseAct::RecoverAndCompare(number) => {
            take_up(session, number);
            compare_with_own_file(session);
        }
        CloseAct::OpenSaved(number) => leave(session, Leave::LeftSaved(number)),
        CloseAct::GiveUp(number) => give_up(session, number),
        CloseAct::Later => session.left.put_off(),
    }
}

/// Goes on where nothing unsaved would be lost, else asks.
pub(crate) fn leave(session: &mut Session, leave: Leave) {
    if session.is_changed() {
        // On a whole screen no question could be seen.
        if session.presents() {
            stop_telling(session);
        }
        session.files.ask_to_leave(leave);
    } else {
        go(session, leave);
    }
}

/// Opens a bundled pathway.
pub(crate) fn open_bundled(session: &mut Session, id: &str) {
    leave(session, Leave::Bundled(id.to_owned()));
}

/// Opens a bundled pathway and a node in it.
pub(crate) fn open_there(session: &mut Session, pathway: String, node: NodeId) {
    leave(session, Leave::There(pathway, node));
}

/// Does with a file what it was named for.
pub(crate) fn take_file(session: &mut Session, path: PathBuf) {
    if session.files().picks() == FileUse::Open {
        leave(session, Leave::Open(path));
    } else {
        opening::take_file(session, path);
    }
}

/// Closes the file dialog and does with the file what it was picked for, if one was picked.
pub(crate) fn picked(session: &mut Session, path: Option<PathBuf>) {
    match path {
        Some(path) if session.files().picks() == FileUse::Open => {
            session.files.close_dialog();
            leave(session, Leave::Open(path));
        }
        path => opening::picked(session, path),
    }
}

/// Goes on with what was asked for, whatever is not saved.
fn go(session: &mut Session, leave: Leave) {
    match leave {
        Leave::Quit => {
            session.files.let_quit();
            session.start(Task::Quit);
        }
        Leave::New => begin_new(session),
        Leave::Open(path) => opening::take_file(session, path),
        Leave::Bundled(id) => opening::open_bundled(session, &id),
        Leave::There(pathway, node) => opening::open_there(session, &pathway, node),
        Leave::Reload => opening::reload(session),
        Leave::Left(number) => take_up(session, number),
        Leave::LeftSaved(number) => open_saved(session, number),
        Leave::Import => {
            if let Some(task) = session.importing.take() {
                session.start(task);
            }
        }
    }
}

/// A pathway has been saved: it lies there now, and what waited for that goes on.
pub(crate) fn saved(session: &mut Session, serial: u64, revision: Revision, path: PathBuf, text: std::sync::Arc<[u8]>) {
    if serial != session.serial() {
        return;
    }
    let moves = session.path() != Some(path.as_path());
    session.open.is_saved(revision, path.clone(), text);
    session.settings.remember(&path);
    super::settings::save(session);
    session.start(Task::Watch(Some(path.clone())));
    if moves {
        session.start(Task::Hold(Some(path)));
    }
    if session.is_changed() {
        // Somebody went on writing while it was being saved.
        session.files.leave_after_saving(None);
        return;
    }
    session.start(Task::Forget(serial));
    if let Some(leave) = session.files.take_after_saving() {
        go(session, leave);
    }
}

/// A pathway could not be saved.
pub(crate) fn not_saved(session: &mut Session, serial: u64, path: PathBuf, why: NotSaved) {
    if serial != session.serial() {
        return;
    }
    session.view.take_back(words::saving::WRITING);
    session.files.leave_after_saving(None);
    match why {
        NotSaved::Changed { is_gone } => session.files.set_conflict(Some((path, is_gone))),
        NotSaved::Failed(sentence) => session.view.say(Message::error(&sentence)),
    }
}

/// Says that a pathway is saved.
pub(crate) fn say_saved(session: &mut Session, path: &Path, remark: Option<&str>) {
    session.view.say(Message::news(&words::saving::saved(&path.display().to_string(), remark)));
}

/// Takes what was left, to be offered.
pub(crate) fn take_left(session: &mut Session, left: Vec<LeftWork>, remarks: Vec<String>) {
    session.left.take_in(left);
    for remark in remarks {
        session.view.say(Message::news(&remark));
    }
}

/// An open file may only be read.
pub(crate) fn may_only_read(session: &mut Session, path: &Path, why: String) {
    if session.path() == Some(path) {
        session.view.say(Message::news(&why));
        session.open.only_read(why);
    }
}

fn compare_with_own_file(session: &mut Session) {
    if let Some(path) = session.path().map(Path::to_owned) {
        session.files.set_conflict(None);
        asking::act(session, AskAct::Topic(crate::question::Topic::Compare));
        session.files.expect(path.clone(), FileUse::Compare);
        session.start(Task::ReadFile(path));
    }
}

/// The file is gone, and is made anew where it was.
fn write_again(session: &mut Session) {
    let Some((path, _)) = session.files().conflict().map(|(path, gone)| (path.to_owned(), gone)) else { return };
    session.files.stop_waiting();
    let what = Written::Pathway(Box::new(session.open.saving()));
    session.view.note(words::saving::WRITING);
    session.start(Task::Write { path, what: Box::new(what), may_replace: MayReplace::Everything, reads: None });
}

/// What was left is set aside.
fn give_up(session: &mut Session, number: usize) {
    if session.left.take(number).is_some() {
        session.start(Task::Decided(number));
    }
}

/// Takes up work that was left. It is not saved, and kept from now on as this program's own.
fn take_up(session: &mut Session, number: usize) {
    let Some(left) = session.left.take(number) else { return };
    match left.work {
        Ok(work) => {
            let saved = left.saved.filter(|_| left.on_disk == OnDisk::Unchanged);
            show_recovered(session, *work, saved.as_deref(), left.path);
            look_as_before(session, left.outlook);
            session.start(Task::Keep(Box::new(session.open.saving())));
            session.start(Task::Decided(number));
            session.view.say(Message::news(&words::closing::recovered(&left.title)));
        }
        Err(problems) => refuse(session, &left.title, &problems),
    }
}

/// The work is set aside once its file is open, and offered again where that cannot be.
fn open_saved(session: &mut Session, number: usize) {
    if let Some(path) = session.left.open_instead(number) {
        opening::take_file(session, path);
    }
}
