//! Pictures and worksheets as files: where to, and how it went.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    export::Format,
    parts::{
        files::{FileUse, Replaces},
        view::Message,
    },
    state::Session,
    task::{MayReplace, Task, Written},
    words,
};

/// What is written into files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// The picture.
    Picture,
    /// A worksheet and its key.
    Worksheet,
    /// The pathway itself.
    Pathway,
}

/// Asks for a place for the picture or for a worksheet.
pub(crate) fn pick_place(session: &mut Session, what: Output) {
    let stem = stem(&session.pathway().about().id);
    let (name, what) = match what {
        Output::Picture if session.picture().is_none() => return,
        Output::Picture => (words::saving::picture(&stem), FileUse::Picture),
        Output::Worksheet => (words::saving::worksheet(&stem, session.teaching().quiz_wanted.0), FileUse::Worksheet),
        Output::Pathway => (words::saving::pathway(&stem), FileUse::Pathway),
    };
    if session.files.pick_to_write(what) {
        session.start(Task::PickPlace(name));
    }
}

/// Most letters of a file's name that come from a pathway.
const MOST_LETTERS: usize = 60;

/// What of an id can stand in the name of a file on every system.
fn stem(id: &str) -> String {
    let can_stand = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let stem: String = id.chars().filter(can_stand).take(MOST_LETTERS).collect();
    if stem.is_empty() { words::saving::STEM.to_owned() } else { stem }
}

/// The path with the ending that it lacks.
fn with_ending(path: &Path, ending: Option<&str>) -> Option<PathBuf> {
    let ending = ending.filter(|_| path.extension().is_none())?;
    let mut name = path.file_name()?.to_owned();
    name.push(".");
    name.push(ending);
    Some(path.with_file_name(name))
}

/// Saves the pathway where it was opened, or asks for a place where there is none yet.
pub(crate) fn save(session: &mut Session) {
    let path = session.path().filter(|_| session.read_only().is_none()).map(Path::to_owned);
    let Some(path) = path else { return pick_place(session, Output::Pathway) };
    if session.is_changed() {
        let what = Written::Pathway(Box::new(session.open.saving()));
        start(session, path, Box::new(what), MayReplace::Nothing);
    } else {
        session.view.note(words::saving::SAVED_ALREADY);
    }
}

/// Writes into the file that was picked or typed.
pub(crate) fn write_to(session: &mut Session, what: Output, path: PathBuf, may_replace: MayReplace) {
    let reading = session.reading();
    let used = match what {
        Output::Picture => FileUse::Picture,
        Output::Worksheet => FileUse::Worksheet,
        Output::Pathway => FileUse::Pathway,
    };
    // Whoever has given up one file has not given up another.
    let (path, may_replace) =
        with_ending(&path, used.ending()).map_or((path, may_replace), |path| (path, MayReplace::Nothing));
    let what = match what {
        Output::Picture => {
            let Some(picture) = session.picture().map(Arc::clone) else { return };
            if Format::of(&path).is_none() {
                let sentence = words::saving::no_ending(&path.display().to_string());
                if may_replace == MayReplace::Nothing {
                    session.files.type_again(used, &path);
                }
                return session.view.say(Message::error(&sentence));
            }
            let (pathway, theme) = (Arc::clone(session.drawn()), session.settings().theme);
            let both = session.comparison().filter(|comparison| Arc::ptr_eq(comparison.both(), &pathway));
            let compared = both.map(|comparison| Arc::clone(&comparison.compared));
            Written::Picture { pathway, picture, theme, reading, compared }
        }
        Output::Worksheet => {
            let (seed, difficulty) = session.teaching().quiz_wanted;
            let pathway = Arc::clone(session.pathway());
            Written::Worksheet { pathway, reading, seed, difficulty }
        }
        Output::Pathway => Written::Pathway(Box::new(session.open.saving())),
    };
    start(session, path, Box::new(what), may_replace);
}

fn start(session: &mut Session, path: PathBuf, what: Box<Written>, may_replace: MayReplace) {
    session.view.note(words::saving::WRITING);
    let reads = session.path().map(Path::to_owned);
    session.start(Task::Write { path, what, may_replace, reads });
}

/// Files are there already: it waits until somebody has said whether they may be replaced.
pub(crate) fn would_replace(session: &mut Session, replaces: Replaces) {
    session.view.take_back(words::saving::WRITING);
    session.files.ask_to_replace(replaces);
}

/// Somebody has said whether what waits takes the place of what is there.
pub(crate) fn replace(session: &mut Session, yes: bool) {
    let Some(Replaces { path, what, .. }) = session.files.take_replaces() else { return };
    if yes {
        start(session, path, what, MayReplace::Everything);
    }
}

/// Says how the writing went.
pub(crate) fn written(session: &mut Session, result: Result<(Vec<PathBuf>, Vec<String>), String>) {
    session.view.say(match result {
        Ok((paths, remarks)) => {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            Message::news(&words::saving::written(&names.join(", "), &remarks))
        }
        Err(sentence) => Message::error(&sentence),
    });
}
