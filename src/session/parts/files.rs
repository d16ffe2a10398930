//! Files that somebody is asked for, and files that are on their way.

use std::path::{Path, PathBuf};

use crate::{model::NodeId, task::Written, words};

/// What a file is picked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileUse {
    /// It is opened.
    #[default]
    Open,
    /// It is compared with what is open.
    Compare,
    /// It is what is open, which somebody else has changed.
    Again,
    /// It is a student's map, to be marked.
    Map,
    /// The picture is written there.
    Picture,
    /// A worksheet is written there, and its key beside it.
    Worksheet,
    /// The pathway is saved there.
    Pathway,
}

impl FileUse {
    /// Whether something is written rather than read.
    pub fn writes(self) -> bool {
        matches!(self, Self::Picture | Self::Worksheet | Self::Pathway)
    }

    /// The ending that the name of a file gets where it has none.
    pub fn ending(self) -> Option<&'static str> {
        match self {
            Self::Picture => Some(words::saving::PICTURE_ENDING),
            Self::Worksheet => Some(words::saving::SHEET_ENDING),
            Self::Pathway => Some(words::saving::PATHWAY_ENDING),
            Self::Open | Self::Compare | Self::Again | Self::Map => None,
        }
    }
}

/// Something that would take the place of files that are there already.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaces {
    /// Where it was to be written.
    pub path: PathBuf,
    /// What was to be written.
    pub what: Box<Written>,
    /// What is there.
    pub there: Vec<PathBuf>,
}

/// Why a pathway was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// Another program has changed the file, or taken it away: somebody must choose whose work is kept.
    Changed {
        /// Whether it is not there any more.
        is_gone: bool,
    },
    /// Something else; one sentence with the next step.
    Failed(String),
}

/// What somebody was about to do, with which the open pathway goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leave {
    /// End the program.
    Quit,
    /// Begin a new pathway.
    New,
    /// Open a file.
    Open(PathBuf),
    /// Open a bundled pathway.
    Bundled(String),
    /// Open a bundled pathway and a node in it.
    There(String, NodeId),
    /// Read the open one again.
    Reload,
    /// Take up work that was left, by its number.
    Left(usize),
    /// Open the file of work that was left as it was saved, by its number.
    LeftSaved(usize),
    /// Make a pathway of the file of another program that is offered.
    Import,
}

/// Which file is picked, and which are being read.
#[derive(Debug, Default)]
pub struct Files {
    /// Whether a file dialog is open.
    dialog: bool,
    picks: FileUse,
    path_text: Option<String>,
    replaces: Option<Replaces>,
    /// The file that is being read to be opened; what comes back of any other is too late.
    opens: Option<PathBuf>,
    /// The file that is read for something else than to be opened, and for what.
    reads: Option<(PathBuf, FileUse)>,
    /// What waits until somebody has said what becomes of the work that is not saved.
    leaves: Option<Leave>,
    /// What is done once that work is saved.
    after_saving: Option<Leave>,
    /// A file that was to be saved, but that another program has changed, or taken away.
    conflict: Option<(PathBuf, bool)>,
    /// The program may end now.
    quits: bool,
}

impl Files {
    /// What the file that is being picked is for.
    pub fn picks(&self) -> FileUse {
        self.picks
    }

    /// The path that is being typed, where there is no file dialog.
    pub fn path_text(&self) -> Option<&str> {
        self.path_text.as_deref()
    }

    /// What waits until somebody has said whether it may take the place of what is there.
    pub fn replaces(&self) -> Option<&Replaces> {
        self.replaces.as_ref()
    }

    /// What waits until somebody has said what becomes of the work that is not saved.
    pub fn leaves(&self) -> Option<&Leave> {
        self.leaves.as_ref()
    }

    /// A file that was to be saved, but that another program has changed; or taken away, where that says so.
    pub fn conflict(&self) -> Option<(&Path, bool)> {
        self.conflict.as_ref().map(|(path, is_gone)| (path.as_path(), *is_gone))
    }

    /// Whether the program may end now, whatever is not saved.
    pub fn quits(&self) -> bool {
        self.quits
    }

    pub(crate) fn ask_to_leave(&mut self, leave: Leave) {
        self.leaves = Some(leave);
    }

    pub(crate) fn take_leave(&mut self) -> Option<Leave> {
        self.leaves.take()
    }

    /// What is to be done once the work is saved; nothing where saving has failed.
    pub(crate) fn leave_after_saving(&mut self, leave: Option<Leave>) {
        self.after_saving = leave;
    }

    pub(crate) fn take_after_saving(&mut self) -> Option<Leave> {
        self.after_saving.take()
    }

    pub(crate) fn set_conflict(&mut self, conflict: Option<(PathBuf, bool)>) {
        self.conflict = conflict;
    }

    pub(crate) fn let_quit(&mut self) {
        self.quits = true;
    }

    /// Whether something waits for an answer in the place of a path that is being typed.
    pub(crate) fn waits(&self) -> bool {
        self.leaves.is_some() || self.conflict.is_some()
    }

    /// Nothing waits for an answer any more: all stays as it is.
    pub(crate) fn stop_waiting(&mut self) {
        (self.leaves, self.after_saving, self.conflict) = (None, None, None);
    }

    /// Waits until somebody has said whether that may be replaced, in the place of a path that is being typed.
    pub(crate) fn ask_to_replace(&mut self, replaces: Replaces) {
        if self.path_text.take().is_some() {
            self.picks = FileUse::Open;
        }
        self.replaces = Some(replaces);
    }

    /// What waited; nothing does any more.
    pub(crate) fn take_replaces(&mut self) -> Option<Replaces> {
        self.replaces.take()
    }

    /// Lets somebody type another path for the same.
    pub(crate) fn type_again(&mut self, what: FileUse, path: &Path) {
        (self.picks, self.path_text, self.replaces) = (what, Some(path.to_string_lossy().into_owned()), None);
    }

    /// Begins to pick a file to be read; says whether a dialog must open for it. A second one would stack windows: the
    /// one that is open then picks for this.
    #[must_use]
    pub(crate) fn pick_to_read(&mut self, what: FileUse) -> bool {
        self.picks = what;
        !std::mem::replace(&mut self.dialog, true)
    }

    /// Begins to pick a place for a file; says whether a dialog must open for it, which it must not while one is open.
    #[must_use]
    pub(crate) fn pick_to_write(&mut self, what: FileUse) -> bool {
        let opens = !std::mem::replace(&mut self.dialog, true);
        if opens {
            self.picks = what;
        }
        opens
    }

    /// The dialog was closed without a choice.
    pub(crate) fn pick_nothing(&mut self) {
        self.after_saving = None;
        (self.dialog, self.picks) = (false, FileUse::Open);
    }

    /// The dialog was closed with a choice.
    pub(crate) fn close_dialog(&mut self) {
        self.dialog = false;
    }

    /// There is no dialog to be had: a path is typed instead, and in the place of a question that waits.
    pub(crate) fn type_instead(&mut self) {
        (self.dialog, self.path_text, self.replaces) = (false, Some(String::new()), None);
    }

    pub(crate) fn type_path(&mut self, text: String) {
        (self.path_text, self.replaces) = (Some(text), None);
    }

    /// Gives up the question whether something may be replaced, or else typing a path.
    pub(crate) fn stop_typing(&mut self) {
        self.after_saving = None;
        if self.replaces.take().is_none() && self.path_text.take().is_some() {
            self.picks = FileUse::Open;
        }
    }

    /// What the file was picked for. The next one is opened, unless something else is asked for.
    pub(crate) fn take_use(&mut self) -> FileUse {
        self.path_text = None;
        std::mem::take(&mut self.picks)
    }

    /// A file is being read.
    pub(crate) fn expect(&mut self, path: PathBuf, what: FileUse) {
        self.path_text = None;
        if what == FileUse::Open {
            self.opens = Some(path);
        } else {
            self.reads = Some((path, what));
        }
    }

    /// What a file that has been read is for; nothing where it comes too late.
    pub(crate) fn arrived(&mut self, path: &Path) -> Option<FileUse> {
        let other = self.reads.take_if(|(other, _)| other == path).map(|(_, what)| what);
        other.or_else(|| self.opens.take_if(|opens| opens == path).map(|_| FileUse::Open))
    }

    /// Another document was opened: what was on its way to be opened is too late. A dialog that is open stays the only
    /// one.
    pub(crate) fn another_document(&mut self) {
        (self.opens, self.picks, self.path_text, self.replaces) = (None, FileUse::Open, None, None);
        self.stop_waiting();
    }
}
