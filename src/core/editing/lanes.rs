//! Lanes: added and moved. They are renamed as every text is written, and removed with a lane where their nodes go.

use super::{
    draft::Draft,
    ids::{Mint, lane_id},
    outcome::{Outcome, Refusal},
    words::{lane_name, quoted},
};
use crate::{
    analysis::problems::Subject,
    model::{Change, Extra, Lane, LaneId, Pathway, one_line, written::folded},
};

/// Adds a lane below the others.
///
/// # Errors
/// Where the name says nothing or another lane has it.
pub fn add_lane(pathway: &Pathway, mint: &mut Mint<'_>, label: &str) -> Outcome {
    let label = one_line(label);
    if label.is_empty() {
        return Err(Refusal::new("a lane needs a name; write for example “Blood”"));
    }
    if let Some(other) = lane_of_name(pathway, &label) {
        let why = format!("the lane {} is there already; choose another name", quoted(&other.label));
        return Err(Refusal::because(Subject::Lane(other.id.clone()), why));
    }
    let mut draft = Draft::of(pathway);
    let id = lane_id(mint, &label);
    let name = quoted(&label);
    draft.lanes.add(Lane { id, label, extra: Extra::new() });
    draft.finish(&format!("add the lane {name}"))
}

/// The lane of a name, as people compare names.
pub(super) fn lane_of_name<'p>(pathway: &'p Pathway, label: &str) -> Option<&'p Lane> {
    let key = folded(label);
    pathway.lanes().iter().find(|lane| !key.is_empty() && folded(&lane.label) == key).map(|lane| &**lane)
}

/// Moves a lane up (`-1`) or down (`1`) by so many places.
///
/// # Errors
/// Where it is gone, or there is no place that way.
pub fn move_lane(pathway: &Pathway, id: &LaneId, by: isize) -> Outcome {
    let at = pathway.lanes().iter().position(|lane| lane.id == *id).ok_or_else(|| Refusal::gone("lane", id))?;
    let name = lane_name(pathway, id);
    let to = moved(at, by, pathway.lanes().len());
    let to =
        to.ok_or_else(|| Refusal::new(format!("the lane {name} lies at that end already; move it the other way")))?;
    let mut draft = Draft::of(pathway);
    draft.change(Change::MoveLane(id.clone(), to));
    draft.finish(&format!("move the lane {name}"))
}

/// The place of an item that is moved in a list; nothing, where it would stay.
pub(super) fn moved(at: usize, by: isize, length: usize) -> Option<usize> {
    let to = at.saturating_add_signed(by).min(length.saturating_sub(1));
    (to != at).then_some(to)
}
