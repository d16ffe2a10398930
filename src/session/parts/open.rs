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
    outlook::Outlook,
    task::Saving,
    words,
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
    /// The state that the problems are of.
    checked: Revision,
    /// What is wrong with the state that its file holds, where that is known.
    of_file: Option<(Revision, Vec<Problem>)>,
    /// Why it may only be read, where it may.
    read_only: Option<String>,
    /// What it is saved over: its file as it was read or saved last.
    text: Arc<[u8]>,
    bundled: Option<&'static str>,
    ranked: Vec<Rests>,
}

impl OpenDocument {
    /// An empty pathway from nowhere.
    pub(crate) fn empty() -> Self {
        let document = Document::new(Pathway::default(), None);
        Self {
            checked: document.revision(),
            of_file: None,
            document,
            serial: 0,
            problems: Vec::new(),
            read_only: None,
            text: Arc::default(),
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
        (self.problems, self.bundled, self.text) = (opened.problems, bundled, opened.bytes);
        self.checked = self.revision();
        self.of_file = Some((self.checked, self.problems.clone()));
        self.read_only = opened.read_only.then(|| words::top::READ_ONLY_HINT.to_owned());
        self.follow();
    }

    /// What is open lies nowhere yet, and is to be saved.
    pub(crate) fn is_new(&mut self) {
        self.document = Document::new_unsaved(self.document.pathway().as_ref().clone(), None);
        self.checked = self.revision();
        self.of_file = None;
        self.follow();
    }

    /// Takes work that was never saved in the place of this document: over its own file as it was, where that is known.
    pub(crate) fn recover(&mut self, work: Opened, saved: Option<&Opened>, path: Option<PathBuf>) {
        let text = saved.map_or_else(|| Arc::clone(&work.bytes), |saved| Arc::clone(&saved.bytes));
        let origin = path.clone().map(Origin::File);
        let pathway = work.pathway.clone();
        self.replace(work, origin);
        (self.document, self.text) = (Document::new_unsaved(pathway, path), text);
    }

    /// Applies an edit. What cannot be written over (what came with the program, what a newer one made) becomes a copy that
    /// has no place on disk yet; says whether it has just become one.
    ///
    /// # Errors
    /// As [`Document::apply`]; nothing has then changed.
    pub(crate) fn apply(&mut self, edit: &Edit) -> Result<bool, EditError> {
        self.document.apply(edit)?;
        self.follow();
        let copies = self.bundled.is_some() || self.read_only.is_some();
        if copies {
            (self.bundled, self.read_only) = (None, None);
            self.document.leave_path();
        }
        Ok(copies)
    }

    /// A new id that starts with `base` and that nothing of this document has ever had.
    pub(crate) fn mint(&mut self, base: &str) -> String {
        self.document.mint(base)
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

    /// Goes to a state by its place in the history; says whether that is another one than now.
    #[must_use]
    pub(crate) fn go_to(&mut self, position: usize) -> bool {
        let did = self.document.go_to(position);
        self.follow();
        did
    }

    /// The document with its history.
    pub(crate) fn history(&self) -> &Document {
        &self.document
    }

    /// What undo would take back and what redo would make again, in words.
    pub(crate) fn labels(&self) -> (Option<&str>, Option<&str>) {
        (self.document.undo_label(), self.document.redo_label())
    }

    /// Works out what follows from the pathway.
    fn follow(&mut self) {
        // What the file holds was looked at when it was read or saved.
        let now = self.revision();
        if let Some((_, problems)) = self.of_file.as_ref().filter(|(of, _)| *of == now) {
            (self.problems, self.checked) = (problems.clone(), now);
        }
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

    /// Why it may only be read; nothing where it may be saved.
    pub(crate) fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// It may only be read from now on.
    pub(crate) fn only_read(&mut self, why: String) {
        self.read_only = Some(why);
    }

    /// What is to be saved, over what.
    pub(crate) fn saving(&self) -> Saving {
        let (serial, revision) = self.version();
        let open_as = self.path().map(Path::to_owned);
        let (pathway, text) = (Arc::clone(self.pathway()), Arc::clone(&self.text));
        Saving { serial, revision, pathway, text, open_as, outlook: Outlook::default() }
    }

    /// A state of it now lies at a path, as this text.
    pub(crate) fn is_saved(&mut self, revision: Revision, path: PathBuf, text: Arc<[u8]>) {
        self.document.mark_saved(revision, path);
        (self.text, self.bundled, self.read_only) = (text, None, None);
        self.of_file = (self.checked == revision).then(|| (revision, self.problems.clone()));
    }

    /// What is wrong with it has been found out.
    pub(crate) fn take_problems(&mut self, version: Version, problems: Vec<Problem>) {
        if version == self.version() {
            (self.problems, self.checked) = (problems, version.1);
            if !self.is_changed() {
                self.of_file = Some((version.1, self.problems.clone()));
            }
        }
    }

    /// Whether what is wrong is known of the pathway as it is now.
    pub(crate) fn is_checked(&self) -> bool {
        self.checked == self.revision()
    }

    /// Its papers, those on which most rests first.
    pub(crate) fn ranked_sources(&self) -> &[Rests] {
        &self.ranked
    }
}
