//! What stands in lists inside of records: evidence, notes, steps, branches. Items are added, removed and moved.

use super::{
    choice::{require_ids, require_question, require_sources},
    draft::Draft,
    outcome::{Outcome, Refusal},
    slot::step,
    words::{link_name, node_name, source_name, tour_name},
};
use crate::model::{Branch, Evidence, LinkId, NodeId, Note, Pathway, Step, TourId};

/// A list inside of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// The evidence on a link.
    Evidence(LinkId),
    /// The notes on a node.
    Notes(NodeId),
    /// The steps of a tour.
    Steps(TourId),
    /// The branches of a step, counted from 0.
    Branches(TourId, usize),
}

/// Adds an item of evidence at the end.
///
/// # Errors
/// Where the link or the source is gone, or the same is there already.
pub fn add_evidence(pathway: &Pathway, id: &LinkId, item: Evidence) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.source(&item.source)?;
    let (source, name) = (source_name(pathway, &item.source), link_name(pathway, id));
    let link = draft.link(id)?;
    if link.evidence.contains(&item) {
        return Err(Refusal::new(format!("{source} says just that on {name} already; write another finding")));
    }
    link.evidence.push(item);
    draft.finish(&format!("add {source} to {name}"))
}

/// Adds a note to a node at the end.
///
/// # Errors
/// Where the node or a source is gone, or the note says nothing.
pub fn add_note(pathway: &Pathway, id: &NodeId, note: Note) -> Outcome {
    let mut draft = Draft::of(pathway);
    require_sources(&mut draft, &note.sources)?;
    if note.text.trim().is_empty() {
        return Err(Refusal::new("a note needs a text; write what is to be remembered"));
    }
    draft.node(id)?.notes.push(note);
    draft.finish(&format!("add a note to {}", node_name(pathway, id)))
}

/// Adds a step to a tour at a place, counted from 0; any place past the last is the last.
///
/// # Errors
/// Where the tour or something that the step names is gone.
pub fn add_step(pathway: &Pathway, id: &TourId, at: usize, new: Step) -> Outcome {
    let mut draft = Draft::of(pathway);
    require_step(&mut draft, &new)?;
    let steps = &mut draft.tour(id)?.steps;
    let at = at.min(steps.len());
    steps.insert(at, new);
    draft.finish(&format!("add step {} to the tour {}", at + 1, tour_name(pathway, id)))
}

/// Everything that a step names must be there.
pub(super) fn require_step(draft: &mut Draft<'_>, step: &Step) -> Result<(), Refusal> {
    require_ids(draft.pathway, &step.show)?;
    if let Some(predict) = &step.predict {
        require_question(draft, predict)?;
    }
    step.branches.iter().try_for_each(|branch| draft.tour(&branch.tour).map(drop))
}

/// Adds a branch to a step of a tour, at the end.
///
/// # Errors
/// Where a tour or the step is gone, or the branch leads to its own tour.
pub fn add_branch(pathway: &Pathway, id: &TourId, at: usize, branch: Branch) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.tour(&branch.tour)?;
    if branch.tour == *id {
        return Err(Refusal::new("a branch leads to another tour; choose one, or make it first"));
    }
    let to = tour_name(pathway, &branch.tour);
    step(&mut draft, id, at)?.branches.push(branch);
    draft.finish(&format!("add a branch to {to}"))
}

/// Removes an item. A grade that rested on it falls, and that is told.
///
/// # Errors
/// Where the record or the item is gone.
pub fn remove_item(pathway: &Pathway, list: &List, at: usize) -> Outcome {
    let mut draft = Draft::of(pathway);
    let name = item_name(pathway, list, at);
    rearrange_in(&mut draft, list, at, None)?;
    draft.finish(&format!("delete {name}"))
}

/// Moves an item to a place, counted from 0 without it.
///
/// # Errors
/// Where the record or the item is gone, or it stands there already.
pub fn move_item(pathway: &Pathway, list: &List, at: usize, to: usize) -> Outcome {
    let mut draft = Draft::of(pathway);
    let name = item_name(pathway, list, at);
    rearrange_in(&mut draft, list, at, Some(to))?;
    draft.finish(&format!("move {name}"))
}

/// Puts the item at a place elsewhere, or takes it out.
fn rearrange<T>(list: &mut Vec<T>, at: usize, to: Option<usize>) -> Result<(), Refusal> {
    if at >= list.len() {
        return Err(Refusal::gone("item", at + 1));
    }
    let item = list.remove(at);
    if let Some(to) = to {
        list.insert(to.min(list.len()), item);
    }
    Ok(())
}

fn rearrange_in(draft: &mut Draft<'_>, list: &List, at: usize, to: Option<usize>) -> Result<(), Refusal> {
    match list {
        List::Evidence(id) => rearrange(&mut draft.link(id)?.evidence, at, to),
        List::Notes(id) => rearrange(&mut draft.node(id)?.notes, at, to),
        List::Steps(id) => rearrange(&mut draft.tour(id)?.steps, at, to),
        List::Branches(id, of) => rearrange(&mut step(draft, id, *of)?.branches, at, to),
    }
}

fn item_name(pathway: &Pathway, list: &List, at: usize) -> String {
    let number = at + 1;
    match list {
        List::Evidence(id) => {
            let item = pathway.link(id).and_then(|link| link.evidence.get(at));
            let source = item.map(|item| source_name(pathway, &item.source)).unwrap_or_default();
            format!("{source} on {}", link_name(pathway, id))
        }
        List::Notes(id) => format!("note {number} of {}", node_name(pathway, id)),
        List::Steps(id) => format!("step {number} of the tour {}", tour_name(pathway, id)),
        List::Branches(id, of) => format!("branch {number} of step {} of the tour {}", of + 1, tour_name(pathway, id)),
    }
}
