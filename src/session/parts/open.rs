//! The document that is open, where it came from, and what follows from it alone.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    analysis::lens::{Rests, ranked_sources},
    document::{Document, Revision},
    formats::{Opened, Problem},
    model::{Edit, EditError, Pathway},
};

/// Names one state of one document; never used twice in a session.
pub(crate) type Version = (u64, Revision);

/// Where a pathway comes from, and can be had again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The library: its id.
    Bundled(&'static str),
    /// A file.
    File(PathBuf),
}

/// The document that is open.
///
/// Whatever changes its pathway belongs here, and ends by working out anew what follows from it
/// ([`Self::follow`]). What other parts know of the pathway they find again by its [`Version`].
#[derive(Debug)]
pub(crate) struct OpenDocument {
    document: Document,
    /// Counts up with every file that is opened, so that a late result for the last one is dropped.
    serial: u64,
    problems: Vec<Problem>,
    read_only: bool,
    bundled: Option<&'static str>,
    ranked: Vec<Rests>,
}

impl OpenDocument {
    /// An empty pathway from nowhere.
    pub(crate) fn empty() -> Self {
        Self {
            document: Document::new(Pathway::default(), None),
            serial: 0,
            problems: Vec::new(),
            read_only: false,
            bundled: None,
            ranked: Vec::new(),
        }
    }

    /// Takes another document in the place of this one.
    pub(crate) fn replace(&mut self, opened: Opened, origin: Option<Origin>) {
        let (bundled, path) = match origin {
            Some(Origin::Bundled(id)) => (Some(id), None),
            Some(Origin::File(path)) => (None, Some(path)),
            None => (None, None),
        };
        self.document = Document::new(opened.pathway, path);
        self.serial += 1;
        (self.problems, self.read_only, self.bundled) = (opened.problems, opened.read_only, bundled);
        self.follow();
    }

    /// Applies an edit. What cannot be written over (what came with the program, what a newer one made) becomes a copy that
    /// has no place on disk yet; says whether it has just become one.
    ///
    /// # Errors
    /// As [`Document::apply`]; nothing has then changed.
    pub(crate) fn apply(&mut self, edit: &Edit) -> Result<bool, EditError> {
        self.document.apply(edit)?;
        self.follow();
        let copies = self.bundled.is_some() || self.read_only;
        if copies {
            (self.bundled, self.read_only) = (None, false);
            self.document.leave_path();
        }
        Ok(copies)
    }

    /// Takes the last step back; says whether there was one.
    #[must_use]
    pub(crate) fn undo(&mut self) -> bool {
        let did = self.document.undo();
        self.follow();
        did
    }

    /// Makes the step again that was taken back last; says whether there was one.
    #[must_use]
    pub(crate) fn redo(&mut self) -> bool {
        let did = self.document.redo();
        self.follow();
        did
    }

    /// An id that no record of the document has ever had.
    pub(crate) fn mint(&mut self, base: &str) -> String {
        self.document.mint(base)
    }

    /// What undo would take back and what redo would make again, in words.
    pub(crate) fn labels(&self) -> (Option<&str>, Option<&str>) {
        (self.document.undo_label(), self.document.redo_label())
    }

    /// Works out what follows from the pathway.
    fn follow(&mut self) {
        self.ranked = ranked_sources(self.document.pathway());
    }

    pub(crate) fn pathway(&self) -> &Arc<Pathway> {
        self.document.pathway()
    }

    pub(crate) fn revision(&self) -> Revision {
        self.document.revision()
    }

    /// Whether it holds what no file does.
    pub(crate) fn is_changed(&self) -> bool {
        self.document.is_changed()
    }

    pub(crate) fn serial(&self) -> u64 {
        self.serial
    }

    /// Which state of which document this is.
    pub(crate) fn version(&self) -> Version {
        (self.serial, self.revision())
    }

    pub(crate) fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    pub(crate) fn bundled(&self) -> Option<&'static str> {
        self.bundled
    }

    /// Where it can be had again, if it can.
    pub(crate) fn origin(&self) -> Option<Origin> {
        let bundled = self.bundled.map(Origin::Bundled);
        bundled.or_else(|| self.path().map(|path| Origin::File(path.to_owned())))
    }

    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many of its problems are errors.
    pub(crate) fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }

    pub(crate) fn read_only(&self) -> bool {
        self.read_only
    }

    /// Its papers, those on which most rests first.
    pub(crate) fn ranked_sources(&self) -> &[Rests] {
        &self.ranked
    }
}
