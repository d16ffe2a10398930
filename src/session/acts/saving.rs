//! Pictures and worksheets as files: where to, and how it went.

use std::{path::PathBuf, sync::Arc};

use crate::{
    export::Format,
    parts::{files::FileUse, view::Message},
    state::Session,
    task::{Task, Written},
    words,
};

/// What is written into files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// The picture.
    Picture,
    /// A worksheet and its key.
    Worksheet,
}

/// Asks for a place for the picture or for a worksheet.
pub(crate) fn pick_place(session: &mut Session, what: Output) {
    let stem: String = session.pathway().about().id.chars().take(60).collect();
    let (name, what) = match what {
        Output::Picture if session.picture().is_none() => return,
        Output::Picture => (words::saving::picture(&stem), FileUse::Picture),
        Output::Worksheet => (words::saving::worksheet(&stem, session.teaching().quiz_wanted.0), FileUse::Worksheet),
    };
    if session.files.pick_to_write(what) {
        session.start(Task::PickPlace(name));
    }
}

/// Writes into the file that was picked or typed.
pub(crate) fn write_to(session: &mut Session, what: Output, path: PathBuf) {
    let reading = session.reading();
    let (path, what) = match what {
        Output::Picture => {
            let Some(picture) = session.picture().map(Arc::clone) else { return };
            if Format::of(&path).is_none() {
                let sentence = words::saving::no_ending(&path.display().to_string());
                return session.view.say(Message::error(&sentence));
            }
            let (pathway, theme) = (Arc::clone(session.drawn()), session.settings().theme);
            let both = session.comparison().filter(|comparison| Arc::ptr_eq(comparison.both(), &pathway));
            let compared = both.map(|comparison| Arc::clone(&comparison.compared));
            (path, Written::Picture { pathway, picture, theme, reading, compared })
        }
        Output::Worksheet => {
            let (seed, difficulty) = session.teaching().quiz_wanted;
            let pathway = Arc::clone(session.pathway());
            let path = path.with_extension(words::saving::SHEET_ENDING);
            (path, Written::Worksheet { pathway, reading, seed, difficulty })
        }
    };
    session.view.note(words::saving::WRITING);
    session.start(Task::Write { path, what: Box::new(what) });
}

/// Says how the writing went.
pub(crate) fn written(session: &mut Session, result: Result<Vec<PathBuf>, String>) {
    session.view.say(match result {
        Ok(paths) => {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            Message::news(&words::saving::written(&names.join(", ")))
        }
        Err(sentence) => Message::error(&sentence),
    });
}
