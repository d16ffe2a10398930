//! A pathway over time: its history, its file, and whether it is saved.
//!
//! History is a line of steps with a position. Each step keeps what it changed, with the records before and after it,
//! so that it takes as much room as what it changed and not as the pathway; only the pathway as it is now is kept whole.
//! An edit drops what lies after the position and adds a step; undo and redo move the position and return to the
//! *same* revision, so everything that was computed for it is good again. "Changed since the last save" is one
//! comparison of revisions: there is no flag to forget.
//!
//! No step is ever forgotten. Limits: there are no branches.

mod ids;
mod step;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::model::{Edit, EditError, MAX_ID_BYTES, Pathway};
pub use step::{Revision, Step};

/// A pathway with its history and its place on disk.
#[derive(Clone, Debug)]
pub struct Document {
    pathway: Arc<Pathway>,
    steps: Vec<Step>,
    /// How many of the steps have been made.
    position: usize,
    /// The merge key of the last edit, if nothing has been undone since.
    gesture: Option<String>,
    saved: Option<Revision>,
    next_revision: u64,
    path: Option<PathBuf>,
    /// Every id that the document has ever had. It lives beside the history, not in it: undo must not let an id
    /// come back for another thing.
    minted: HashSet<String>,
}

/// The state before the first step.
const FIRST: Revision = Revision(0);

impl Document {
    /// A document that starts with `pathway`, which counts as saved.
    pub fn new(pathway: Pathway, path: Option<PathBuf>) -> Self {
        Self {
            minted: ids::named(&pathway),
            pathway: Arc::new(pathway),
            steps: Vec::new(),
            position: 0,
            gesture: None,
            saved: Some(FIRST),
            next_revision: FIRST.0 + 1,
            path,
        }
    }

    /// A document that starts with what no file holds: a new pathway, one that was pasted, or, with the place where
    /// it belongs, one that was recovered. It counts as changed from the start, unless there is nothing in it to lose:
    /// a pathway with no place and without nodes, links, sources, tours and misfits can be left without a question
    /// until somebody edits it.
    pub fn new_unsaved(pathway: Pathway, path: Option<PathBuf>) -> Self {
        let lost = pathway.nodes().len() > 0
            || !pathway.sources().is_empty()
            || !pathway.tours().is_empty()
            || !pathway.misfits().is_empty();
        let saved = (path.is_none() && !lost).then_some(FIRST);
        Self { saved, ..Self::new(pathway, path) }
    }

    /// The pathway as it is now.
    pub fn pathway(&self) -> &Arc<Pathway> {
        &self.pathway
    }

    /// The state it is in.
    pub fn revision(&self) -> Revision {
        self.position.checked_sub(1).map_or(FIRST, |last| self.steps[last].revision())
    }

    /// Where it lies on disk, if anywhere.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether it has changed since it was last read or written.
    pub fn is_changed(&self) -> bool {
        self.saved != Some(self.revision())
    }

    /// Applies an edit as one step, or as part of the last one where both carry the same merge key. An edit after
    /// which everything is as before is no step.
    ///
    /// # Errors
    /// As [`Pathway::apply`]; the document then stays as it was.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        let (pathway, deltas) = self.pathway.applied(edit)?;
        if deltas.is_empty() {
            return Ok(());
        }
        let goes_on = self.goes_on(edit);
        self.pathway = Arc::new(pathway);
        self.minted.extend(edit.changes.iter().filter_map(ids::created));
        self.gesture.clone_from(&edit.merge);
        let revision = Revision(self.next_revision);
        self.next_revision += 1;
        self.steps.truncate(self.position);
        match self.steps.last_mut() {
            Some(last) if goes_on => last.go_on(&edit.label, revision, deltas),
            _ => self.steps.push(Step::new(&edit.label, revision, deltas)),
        }
        self.position = self.steps.len();
        Ok(())
    }

    /// All steps, the first first: those that have been made, then those that have been undone.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many of the [steps](Self::steps) have been made; 0 is the state before the first.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The [position](Self::position) of what its file holds, if any step leads there.
    pub fn saved_position(&self) -> Option<usize> {
        let revisions = [FIRST].into_iter().chain(self.steps.iter().map(Step::revision));
        revisions.enumerate().find(|(_, revision)| self.saved == Some(*revision)).map(|(position, _)| position)
    }

    /// Undoes or makes again as many steps as it takes to a position; says whether that is another one than now.
    pub fn go_to(&mut self, position: usize) -> bool {
        if position == self.position || position > self.steps.len() {
            return false;
        }
        let mut pathway = Pathway::clone(&self.pathway);
        if position < self.position {
            self.steps[position..self.position].iter().rev().for_each(|step| step.undo(&mut pathway));
        } else {
            self.steps[self.position..position].iter().for_each(|step| step.redo(&mut pathway));
        }
        self.pathway = Arc::new(pathway);
        self.position = position;
        self.gesture = None;
        true
    }

    /// What undo would take back, in words.
    pub fn undo_label(&self) -> Option<&str> {
        self.position.checked_sub(1).map(|last| self.steps[last].label())
    }

    /// What redo would do again, in words.
    pub fn redo_label(&self) -> Option<&str> {
        self.steps.get(self.position).map(Step::label)
    }

    /// Steps back once; says whether there was a step.
    pub fn undo(&mut self) -> bool {
        self.position.checked_sub(1).is_some_and(|before| self.go_to(before))
    }

    /// Steps forward once; says whether there was a step.
    pub fn redo(&mut self) -> bool {
        self.go_to(self.position + 1)
    }

    /// Notes that `revision` is what now lies at `path`.
    pub fn mark_saved(&mut self, revision: Revision, path: PathBuf) {
        self.saved = Some(revision);
        self.path = Some(path);
    }

    /// It has no place on disk any more: what lies there is another's, and is where one comes back to by undoing all.
    pub fn leave_path(&mut self) {
        self.path = None;
    }

    /// A new id that starts with `base`, or with as much of it as an id can hold, and that no record of this document
    /// has ever had or spoken of.
    pub fn mint(&mut self, base: &str) -> String {
        let start = |room: usize| &base[..base.floor_char_boundary(room)];
        let mut id = start(MAX_ID_BYTES).to_owned();
        let mut count = 2;
        while !self.minted.insert(id.clone()) {
            let end = format!("_{count}");
            id = format!("{}{end}", start(MAX_ID_BYTES - end.len()));
            count += 1;
        }
        id
    }

    /// A gesture goes on only from where it left off: not over an undo, and not over a save.
    fn goes_on(&self, edit: &Edit) -> bool {
        edit.merge.is_some() && self.gesture == edit.merge && self.is_changed()
    }
}

#[cfg(test)]
mod tests;
