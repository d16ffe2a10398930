//! Tours that name what is gone, put right.

use std::collections::{BTreeMap, BTreeSet};

use super::{draft::Draft, outcome::Refusal, words::tour_name};
use crate::{
    grammar::{count, form},
    model::{NodeId, Predict, Step, Tour, TourId},
};

/// What becomes of ids: another id, or nothing.
pub(super) type Fate = BTreeMap<String, Option<String>>;

/// Takes ids that are gone out of every tour, puts others in the place of those that have become others, and takes out
/// ways to tours that are gone. Steps keep their texts, whatever is left to show; what they lose is told.
pub(super) fn mend(draft: &mut Draft<'_>, fate: &Fate, tours: &BTreeSet<TourId>) -> Result<(), Refusal> {
    let pathway = draft.pathway;
    let mut clauses = Vec::new();
    for tour in pathway.tours().iter().filter(|tour| !tours.contains(&tour.id) && is_touched(tour, fate, tours)) {
        let (mut bare, mut unasked, mut ways) = (Vec::new(), Vec::new(), 0);
        let mended = draft.tour(&tour.id)?;
        for (place, step) in mended.steps.iter_mut().enumerate() {
            let showed = !step.show.is_empty();
            mend_ids(&mut step.show, fate);
            if showed && step.show.is_empty() {
                bare.push((place + 1).to_string());
            }
            if step.predict.as_mut().is_some_and(|predict| !mend_question(predict, fate)) {
                step.predict = None;
                unasked.push((place + 1).to_string());
            }
            let before = step.branches.len();
            step.branches.retain(|branch| !tours.contains(&branch.tour));
            ways += before - step.branches.len();
        }
        let name = tour_name(pathway, &tour.id);
        if !bare.is_empty() {
            let (steps, keep) = (
                form(bare.len(), "step", "steps"),
                form(bare.len(), "shows nothing more and keeps its text", "show nothing more and keep their texts"),
            );
            clauses.push(format!("{steps} {} of the tour {name} {keep}", bare.join(", ")));
        }
        if !unasked.is_empty() {
            let (steps, lose) = (
                form(unasked.len(), "step", "steps"),
                form(unasked.len(), "loses its question", "lose their questions"),
            );
            clauses.push(format!("{steps} {} of the tour {name} {lose}", unasked.join(", ")));
        }
        if ways > 0 {
            let branches = count(ways, "branch", "branches");
            clauses.push(format!("{branches} of the tour {name} {} with it", form(ways, "goes", "go")));
        }
    }
    for clause in clauses {
        draft.tell(clause);
    }
    Ok(())
}

fn is_touched(tour: &Tour, fate: &Fate, tours: &BTreeSet<TourId>) -> bool {
    tour.steps
        .iter()
        .any(|step| names(step).any(|id| fate.contains_key(id)) || ways(step).any(|way| tours.contains(way)))
}

fn names(step: &Step) -> impl Iterator<Item = &str> {
    step.show.iter().map(String::as_str).chain(step.predict.iter().flat_map(Predict::names))
}

fn ways(step: &Step) -> impl Iterator<Item = &TourId> {
    step.branches.iter().map(|branch| &branch.tour)
}

/// Each id once, as it is now.
fn mend_ids(ids: &mut Vec<String>, fate: &Fate) {
    if !ids.iter().any(|id| fate.contains_key(id)) {
        return;
    }
    let mut seen = BTreeSet::new();
    let now = |id: String| fate.get(&id).cloned().unwrap_or(Some(id));
    *ids = std::mem::take(ids).into_iter().filter_map(now).filter(|id| seen.insert(id.clone())).collect();
}

/// Whether anything is left to ask.
fn mend_question(predict: &mut Predict, fate: &Fate) -> bool {
    if !predict.names().any(|id| fate.contains_key(id)) {
        return true;
    }
    let nodes = |ids: &mut Vec<NodeId>| {
        let mut texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
        mend_ids(&mut texts, fate);
        *ids = texts.iter().map(|id| NodeId::new(id)).collect();
    };
    nodes(&mut predict.raise);
    nodes(&mut predict.lower);
    mend_ids(&mut predict.block, fate);
    let mut asked = vec![predict.ask.clone()];
    nodes(&mut asked);
    let Some(ask) = asked.pop() else { return false };
    predict.ask = ask;
    !(predict.raise.is_empty() && predict.lower.is_empty())
}
