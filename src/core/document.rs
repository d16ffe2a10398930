//! A pathway over time: its history, its file, and whether it is saved.
//!
//! History is a line of snapshots with a cursor. An edit drops what lies after the cursor and adds a snapshot;
//! undo and redo move the cursor and return to the *same* revision, so everything that was computed for it is
//! good again. "Changed since the last save" is one comparison of revisions: there is no flag to forget.
//!
//! Limits: the line holds [`MAX_STEPS`] snapshots, then forgets the oldest; there are no branches.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::model::{Change, Edit, EditError, Pathway};

/// How many steps can be undone.
pub const MAX_STEPS: usize = 500;

/// Names one state of a document: the cache key, the staleness check and the dirty flag. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// A pathway with its history and its place on disk.
#[derive(Clone, Debug)]
pub struct Document {
    history: Vec<Snapshot>,
    cursor: usize,
    saved: Option<Revision>,
    next_revision: u64,
    path: Option<PathBuf>,
    /// Every id that the document has ever had. It lives beside the history, not in it: undo must not let an id
    /// come back for another thing.
    minted: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct Snapshot {
    pathway: Arc<Pathway>,
    revision: Revision,
    label: String,
    merge: Option<String>,
}

impl Document {
    /// A document that starts with `pathway`, which counts as saved.
    pub fn new(pathway: Pathway, path: Option<PathBuf>) -> Self {
        let minted = ids(&pathway).collect();
        let first = Snapshot { pathway: Arc::new(pathway), revision: Revision(0), label: String::new(), merge: None };
        Self { history: vec![first], cursor: 0, saved: Some(Revision(0)), next_revision: 1, path, minted }
    }

    /// The pathway as it is now.
    pub fn pathway(&self) -> &Arc<Pathway> {
        &self.now().pathway
    }

    /// The state it is in.
    pub fn revision(&self) -> Revision {
        self.now().revision
    }

    /// Where it lies on disk, if anywhere.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether it has changed since it was last read or written.
    pub fn is_changed(&self) -> bool {
        self.saved != Some(self.revision())
    }

    /// Applies an edit as one step, or as part of the last one where both carry the same merge key.
    ///
    /// # Errors
    /// As [`Pathway::apply`]; the document then stays as it was.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        let pathway = Arc::new(self.pathway().apply(edit)?);
        self.minted.extend(edit.changes.iter().filter_map(created));
        let revision = Revision(self.next_revision);
        self.next_revision += 1;
        self.history.truncate(self.cursor + 1);
        let snapshot = Snapshot { pathway, revision, label: edit.label.clone(), merge: edit.merge.clone() };
        if self.merges_with_last(edit) {
            self.history[self.cursor] = snapshot;
        } else {
            self.history.push(snapshot);
            self.cursor += 1;
        }
        if self.cursor > MAX_STEPS {
            self.history.remove(0);
            self.cursor -= 1;
        }
        Ok(())
    }

    /// What undo would take back, in words.
    pub fn undo_label(&self) -> Option<&str> {
        (self.cursor > 0).then(|| self.now().label.as_str())
    }

    /// What redo would do again, in words.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.get(self.cursor + 1).map(|next| next.label.as_str())
    }

    /// Steps back once; says whether there was a step.
    pub fn undo(&mut self) -> bool {
        let can = self.cursor > 0;
        self.cursor -= usize::from(can);
        can
    }

    /// Steps forward once; says whether there was a step.
    pub fn redo(&mut self) -> bool {
        let can = self.cursor + 1 < self.history.len();
        self.cursor += usize::from(can);
        can
    }

    /// Notes that `revision` is what now lies at `path`.
    pub fn mark_saved(&mut self, revision: Revision, path: PathBuf) {
        self.saved = Some(revision);
        self.path = Some(path);
    }

    /// It has no place on disk any more: what lies there is another's.
    pub fn leave_path(&mut self) {
        self.path = None;
        self.saved = None;
    }

    /// A new id that starts with `base` and that no record of this document has ever had.
    pub fn mint(&mut self, base: &str) -> String {
        let mut id = base.to_owned();
        let mut count = 2;
        while !self.minted.insert(id.clone()) {
            id = format!("{base}_{count}");
            count += 1;
        }
        id
    }

    fn now(&self) -> &Snapshot {
        &self.history[self.cursor]
    }

    /// A gesture goes on only from where it left off: not over an undo, and not over a save.
    fn merges_with_last(&self, edit: &Edit) -> bool {
        edit.merge.is_some()
            && self.now().merge == edit.merge
            && self.cursor + 1 == self.history.len()
            && self.cursor > 0
            && self.saved != Some(self.revision())
    }
}

fn ids(pathway: &Pathway) -> impl Iterator<Item = String> {
    let nodes = pathway.nodes().map(|n| n.id.to_string());
    let links = pathway.links().map(|l| l.id.to_string());
    let others = pathway.lanes().iter().map(|l| l.id.to_string());
    let others = others.chain(pathway.sources().iter().map(|s| s.id.to_string()));
    nodes.chain(links).chain(others).chain(pathway.tours().iter().map(|t| t.id.to_string()))
}

fn created(change: &Change) -> Option<String> {
    match change {
        Change::AddLane(lane) => Some(lane.id.to_string()),
        Change::AddNode(node) => Some(node.id.to_string()),
        Change::AddLink(link) => Some(link.id.to_string()),
        Change::AddSource(source) => Some(source.id.to_string()),
        Change::AddTour(tour) => Some(tour.id.to_string()),
        Change::About(_)
        | Change::SetLane(_)
        | Change::MoveLane(..)
        | Change::RemoveLane(_)
        | Change::SetNode(_)
        | Change::RemoveNode(_)
        | Change::SetLink(_)
        | Change::RemoveLink(_)
        | Change::SetSource(_)
        | Change::RemoveSource(_)
        | Change::SetTour(_)
        | Change::MoveTour(..)
        | Change::RemoveTour(_)
        | Change::RemoveMisfit(_) => None,
    }
}

#[cfg(test)]
mod tests;
