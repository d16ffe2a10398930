//! Pictures and worksheets as files: where to, and how it went.

use std::{path::PathBuf, sync::Arc};

use super::{Message, Session, Task, ThemeChoice};
use crate::{export::Format, lesson::Difficulty, model::Pathway, model::Reading, picture::Picture, words};

/// What a file is picked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileUse {
    /// It is opened.
    #[default]
    Open,
    /// It is compared with what is open.
    Compare,
    /// It is a student's map, to be marked.
    Map,
    /// The picture is written there.
    Picture,
    /// A worksheet is written there, and its key beside it.
    Worksheet,
}

impl FileUse {
    /// Whether something is written rather than read.
    pub fn writes(self) -> bool {
        matches!(self, Self::Picture | Self::Worksheet)
    }
}

/// What is written into a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// The pathway as it is drawn.
    Picture {
        /// The pathway.
        pathway: Arc<Pathway>,
        /// Its picture.
        picture: Arc<Picture>,
        /// Its colours.
        theme: ThemeChoice,
        /// Whose effects are drawn.
        reading: Reading,
    },
    /// Questions, and a second file beside it with the answers.
    Worksheet {
        /// The pathway.
        pathway: Arc<Pathway>,
        /// Whose effects are asked about.
        reading: Reading,
        /// What the questions are drawn from.
        seed: u64,
        /// How much help they give.
        difficulty: Difficulty,
    },
}

impl Session {
    /// Asks for a place for the picture or for a worksheet.
    pub(super) fn pick_place(&mut self, what: FileUse) -> Vec<Task> {
        if what == FileUse::Picture && self.picture.is_none() {
            return Vec::new();
        }
        // One dialog at a time, as for opening.
        if std::mem::replace(&mut self.view.picking, true) {
            return Vec::new();
        }
        self.view.picks = what;
        let stem: String = self.document.pathway().about().id.chars().take(60).collect();
        let (seed, _) = self.teaching.quiz_wanted;
        let name = if what == FileUse::Picture {
            words::saving::picture(&stem)
        } else {
            words::saving::worksheet(&stem, seed)
        };
        vec![Task::PickPlace(name)]
    }

    /// Writes into the file that was picked or typed.
    pub(super) fn write_to(&mut self, what: FileUse, path: PathBuf) -> Vec<Task> {
        self.view.path_text = None;
        let pathway = Arc::clone(self.document.pathway());
        let reading = self.reading();
        let written = if what == FileUse::Picture {
            let Some(picture) = self.picture.clone() else { return Vec::new() };
            if Format::of(&path).is_none() {
                self.view.message = Some(Message::error(&words::saving::no_ending(&path.display().to_string())));
                return Vec::new();
            }
            Written::Picture { pathway: Arc::clone(self.drawn()), picture, theme: self.settings.theme, reading }
        } else {
            let (seed, difficulty) = self.teaching.quiz_wanted;
            Written::Worksheet { pathway, reading, seed, difficulty }
        };
        let path = if what == FileUse::Worksheet { path.with_extension(words::saving::SHEET_ENDING) } else { path };
        self.note(words::saving::WRITING);
        vec![Task::Write { path, what: Box::new(written) }]
    }

    /// Says how the writing went.
    pub(super) fn written(&mut self, result: Result<Vec<PathBuf>, String>) {
        self.view.message = Some(match result {
            Ok(paths) => {
                let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
                Message::note(&words::saving::written(&names.join(", ")))
            }
            Err(sentence) => Message::error(&sentence),
        });
    }
}
