//! Opening pathways: from the library, from disk, and what happens where that fails.

use std::path::{Path, PathBuf};

use super::{
    arranging::lay_out,
    looking::open_item,
    saving::{Output, write_to},
    settings::save,
};
use crate::{
    analysis::lens::Lens,
    formats::{self, Opened, Place, Problem},
    item::Item,
    library,
    model::NodeId,
    parts::{files::FileUse, lens::LensView, open::Origin, view::Message},
    state::Session,
    task::{MayReplace, Task},
    words,
};

/// What comes of reading a file: what it holds, or all that is wrong with it.
pub(crate) type Read = Result<Box<Opened>, Vec<Problem>>;

/// Asks for a file to be read.
pub(crate) fn pick_file(session: &mut Session, what: FileUse) {
    if session.files.pick_to_read(what) {
        session.start(Task::PickFile);
    }
}

/// Closes the file dialog and does with the file what it was picked for, if one was picked.
pub(crate) fn picked(session: &mut Session, path: Option<PathBuf>) {
    let Some(path) = path else { return session.files.pick_nothing() };
    session.files.close_dialog();
    take(session, path, MayReplace::Picked);
}

/// Does with a file what it was picked for.
pub(crate) fn take_file(session: &mut Session, path: PathBuf) {
    take(session, path, MayReplace::Nothing);
}

fn take(session: &mut Session, path: PathBuf, may_replace: MayReplace) {
    match session.files.take_use() {
        FileUse::Open => read_file(session, path),
        FileUse::Pathway => write_to(session, Output::Pathway, path, may_replace),
        FileUse::Picture => write_to(session, Output::Picture, path, may_replace),
        FileUse::Worksheet => write_to(session, Output::Worksheet, path, may_replace),
        what @ (FileUse::Compare | FileUse::Again | FileUse::Map) => {
            session.files.expect(path.clone(), what);
            session.start(Task::ReadFile(path));
        }
    }
}

/// Reads the open file again.
pub(crate) fn reload(session: &mut Session) {
    if let Some(origin) = session.open.origin() {
        open_origin(session, origin);
    }
}

/// Opens what can be had from there.
fn open_origin(session: &mut Session, origin: Origin) {
    match origin {
        Origin::Bundled(id) => open_bundled(session, id),
        Origin::File(path) => read_file(session, path),
    }
}

fn read_file(session: &mut Session, path: PathBuf) {
    session.view.say(Message::note(&words::messages::opening(&file_name(&path))));
    session.files.expect(path.clone(), FileUse::Open);
    session.start(Task::ReadFile(path));
}

/// Shows a file that has been read, or says why it cannot be opened.
pub(crate) fn open_file(session: &mut Session, path: &Path, read: Read) {
    if let Some(number) = session.left.settled_by(read.is_ok().then_some(path)) {
        session.start(Task::Decided(number));
    }
    match read {
        Ok(opened) => {
            show(session, *opened, Some(Origin::File(path.to_owned())));
            session.settings.remember(path);
            save(session);
        }
        Err(problems) => refuse(session, &file_name(path), &problems),
    }
}

/// Opens a bundled pathway by its id.
pub(crate) fn open_bundled(session: &mut Session, id: &str) {
    let Some(bundled) = library::find(id) else {
        return session.view.say(Message::error(&words::messages::not_bundled(id)));
    };
    match formats::open(bundled.text().as_bytes()) {
        Ok(opened) => show(session, opened, Some(Origin::Bundled(bundled.id))),
        Err(problems) => refuse(session, bundled.id, &problems),
    }
}

/// Opens a bundled pathway and a node in it.
pub(crate) fn open_there(session: &mut Session, pathway: &str, node: NodeId) {
    open_bundled(session, pathway);
    open_item(session, Item::Node(node));
}

/// What was open stays open; the message says why, where, and what to do.
pub(crate) fn refuse(session: &mut Session, name: &str, problems: &[Problem]) {
    session.view.say(Message::refusal(&words::messages::refused(name), reasons(problems)));
}

/// Why a file cannot be read: what is wrong in it with its place, and what is wrong with it as a whole without one.
pub(crate) fn reasons(problems: &[Problem]) -> Vec<String> {
    let start = Place { line: 1, column: 1 };
    let reason = |problem: &Problem| {
        if problem.place == start { words::messages::reason(&problem.what, &problem.hint) } else { problem.to_string() }
    };
    problems.iter().map(reason).collect()
}

/// Shows work that was left by a program that did not end well.
pub(crate) fn show_recovered(session: &mut Session, work: Opened, saved: Option<&Opened>, path: Option<PathBuf>) {
    session.open.recover(work, saved, path);
    watch_and_hold(session);
    begin_anew(session);
}

fn watch_and_hold(session: &mut Session) {
    let path = session.path().map(Path::to_owned);
    session.start(Task::Watch(path.clone()));
    session.start(Task::Hold(path));
}

/// Shows another document: everything that was about the last one goes.
pub(crate) fn show(session: &mut Session, opened: Opened, origin: Option<Origin>) {
    let name = match &origin {
        Some(Origin::File(path)) => file_name(path),
        Some(Origin::Bundled(_)) | None => opened.pathway.about().id.clone(),
    };
    session.open.replace(opened, origin);
    watch_and_hold(session);
    begin_anew(session);
    let errors = session.open.errors();
    if errors > 0 {
        session.view.note(&words::messages::opened_with_problems(&name, errors));
    }
}

/// Everything that was about the last document goes.
fn begin_anew(session: &mut Session) {
    let presented = session.presents();
    session.drawing.anew();
    session.files.another_document();
    session.left.offer_again();
    session.view.anew();
    session.citing = None;
    session.entry.anew();
    session.comparison = None;
    session.touring = None;
    session.many.anew();
    session.asking.anew();
    session.teaching.anew(session.open.pathway());
    session.map.anew();
    session.lens = LensView::over(session.open.pathway(), Lens::default());
    lay_out(session);
    if presented {
        session.start(Task::WholeScreen(false));
    }
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
