//! Slides: on a whole screen a step gets a picture of its own, with as much of the story so far as can be read.

use std::{collections::BTreeSet, sync::Arc};

use super::arranging::lay_out;
use crate::{
    analysis::whatif::Outcome,
    lesson::{Telling, Told},
    model::{LinkId, NodeId, Pathway},
    parts::quiz::Quiz,
    picture::{Arrangement, LanesBy},
    state::Session,
};

/// Most cards on a slide: beyond, nobody follows.
const MOST_CARDS: usize = 12;

/// Asks for a picture of the question that a quiz shows, or of the present step: the step itself, with as many of those before it as can be shown with
/// labels that a back row reads.
pub(crate) fn lay_slide(session: &mut Session) {
    if let Some(quiz) = &session.teaching().quiz {
        let pathway = Arc::clone(session.drawn());
        let slides = around_question(&pathway, quiz);
        let task = session.drawing.request_slide(pathway, slides);
        return session.start(task);
    }
    let Some(telling) = &session.teaching().telling else { return lay_out(session) };
    let links = links_of(session);
    let slides = slides(session, telling).into_iter().map(|nodes| arrangement(nodes, &links)).collect();
    let pathway = Arc::clone(session.pathway());
    let task = session.drawing.request_slide(pathway, slides);
    session.start(task);
}

/// Takes the size of the canvas and the height of the window; a slide is made for just that size. `moved` says whether
/// somebody has moved the view since it showed everything.
pub(crate) fn take_size(session: &mut Session, canvas: (f32, f32), window: f32, moved: bool) {
    if session.presents() {
        session.drawing.resize_stage(canvas, window);
        lay_slide(session);
    } else if session.drawing.resize(canvas, window, moved) {
        lay_out(session);
    }
}

/// The nodes of each slide, smallest first: those that are needed, then with more and more of the steps before.
fn slides(session: &Session, telling: &Telling) -> Vec<BTreeSet<NodeId>> {
    let needed = needed(session, telling);
    let steps: Vec<_> = telling.so_far().collect();
    let mut slides = vec![needed.clone()];
    for first in (0..steps.len().saturating_sub(1)).rev() {
        let mut nodes = Told::by(session.pathway(), steps.iter().skip(first).copied()).nodes;
        nodes.extend(needed.iter().cloned());
        if nodes.len() > MOST_CARDS {
            break;
        }
        if slides.last() != Some(&nodes) {
            slides.push(nodes);
        }
    }
    slides
}

/// The nodes that must be on a slide, whatever else fits.
fn needed(session: &Session, telling: &Telling) -> BTreeSet<NodeId> {
    let mut nodes = Told::by(session.pathway(), [telling.step()]).nodes;
    if let Some(asked) = &session.teaching().prediction {
        let push = &asked.push;
        nodes.extend(push.raise.iter().chain(&push.lower).chain(&push.block_nodes).chain([&asked.ask]).cloned());
    }
    if let Some(verdict) = session.verdict().filter(|verdict| verdict.outcome != Outcome::Unchanged) {
        nodes.extend(verdict.nodes.iter().cloned());
    }
    nodes
}

/// What a question shows, with more and more of what that is linked to; where it shows nothing, all that is drawn.
fn around_question(pathway: &Pathway, quiz: &Quiz) -> Vec<Arrangement> {
    let links: BTreeSet<LinkId> = pathway.links().map(|link| link.id.clone()).collect();
    let lit = quiz.lit().unwrap_or_default();
    let ends = lit.links.iter().filter_map(|id| pathway.link(id)).flat_map(|link| [link.from.clone(), link.to.clone()]);
    let mut nodes: BTreeSet<NodeId> = lit.nodes.keys().cloned().chain(ends).collect();
    if nodes.is_empty() {
        nodes = pathway.nodes().map(|node| node.id.clone()).collect();
    }
    let mut slides = vec![nodes.clone()];
    loop {
        let touching = pathway.links().filter(|link| nodes.contains(&link.from) || nodes.contains(&link.to));
        let wider: BTreeSet<NodeId> =
            touching.flat_map(|link| [link.from.clone(), link.to.clone()]).chain(nodes.clone()).collect();
        if wider == nodes || wider.len() > MOST_CARDS {
            break;
        }
        slides.push(wider.clone());
        nodes = wider;
    }
    slides.into_iter().map(|nodes| arrangement(nodes, &links)).collect()
}

/// What has been told, and what an answer that is shown runs along.
fn links_of(session: &Session) -> BTreeSet<LinkId> {
    let verdict = session.verdict().map(|verdict| &verdict.links);
    session.teaching().told.links.iter().chain(verdict.into_iter().flatten()).cloned().collect()
}

fn arrangement(nodes: BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Arrangement {
    Arrangement { lanes: LanesBy::Place, focus: Some(nodes), links: Some(links.clone()), ..Arrangement::default() }
}
