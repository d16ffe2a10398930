//! Slides: on a whole screen a tour is told on one drawing, or in stretches where its labels could not be read. Each step
//! shows a sheet of it with what has been told: so cards keep their places, and an answer is at hand when it is asked for.

use std::{collections::BTreeSet, sync::Arc};

use super::arranging::lay_out;
use crate::{
    analysis::whatif::Outcome,
    lesson::{Telling, Told},
    model::{LinkId, NodeId, Pathway, Step},
    parts::{prediction::Prediction, quiz::Quiz, view::Camera},
    picture::Arrangement,
    state::Session,
    task::{SlideStep, Stretch},
};

/// Most cards around what a question shows: beyond, nobody follows.
const MOST_CARDS: usize = 12;

/// Shows the slide of the present step, or asks for the drawing of its stretch where there is none yet; a quiz gets a
/// picture of its question.
pub(crate) fn lay_slide(session: &mut Session) {
    if let Some(quiz) = &session.teaching().quiz {
        let pathway = Arc::clone(session.drawn());
        let slides = around_question(&pathway, quiz);
        let task = session.drawing.request_question(pathway, slides);
        return session.start(task);
    }
    let Some(telling) = session.teaching().telling.clone() else { return lay_out(session) };
    let (tour, needed) = (telling.tour(), needed(session, &telling));
    if session.drawing.turn_to(tour.id.as_str(), &needed) {
        return show_slide(session, &telling);
    }
    let mut steps: Vec<SlideStep> = tour.steps.iter().map(|step| slide_step(session, step)).collect();
    if let Some(present) = steps.get_mut(telling.number()) {
        present.told = needed;
        let asked = session.teaching().prediction.as_ref();
        present.asks = asked.map(|asked| (asked.push.clone(), asked.ask.clone())).or(present.asks.take());
    }
    let (pathway, lens) = (Arc::clone(session.pathway()), session.lens().lens.clone());
    let task = session.drawing.request_slide(pathway, lens, steps, telling.number());
    session.start(task);
}

/// Takes the drawing of a stretch, unless it is too late.
pub(crate) fn slide_laid(session: &mut Session, ticket: u64, stretch: Arc<Stretch>) {
    let Some(telling) = session.teaching().telling.clone().filter(|_| session.presents()) else { return };
    if session.drawing.take_slide(ticket, telling.tour().id.as_str(), stretch) {
        show_slide(session, &telling);
    }
}

/// Shows of the present stretch what has been told so far, and what is needed now.
fn show_slide(session: &mut Session, telling: &Telling) {
    let needed = needed(session, telling);
    let told = session.teaching().told.clone().and(&needed);
    session.drawing.show_slide(telling.number(), &told, &needed);
    session.view.look(Camera::Fit);
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

/// What a step of a tour needs on its slide.
fn slide_step(session: &Session, step: &Step) -> SlideStep {
    let asks = Prediction::of_step(session.pathway(), step).map(|asked| (asked.push, asked.ask));
    SlideStep { told: Told::by(session.pathway(), [step]), asks }
}

/// What must be on the slide of the present step: what it shows, what is asked, and once it is shown the answer.
fn needed(session: &Session, telling: &Telling) -> Told {
    let mut needed = Told::by(session.pathway(), [telling.step()]);
    if let Some(asked) = &session.teaching().prediction {
        needed.nodes.extend(asked.push.nodes().chain([&asked.ask]).cloned());
    }
    if let Some(verdict) = session.verdict().filter(|verdict| verdict.outcome != Outcome::Unchanged) {
        needed.nodes.extend(verdict.nodes.iter().cloned());
        needed.links.extend(verdict.links.iter().cloned());
    }
    needed
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
    let arrangement = |nodes| Arrangement {
        focus: Some(nodes),
        links: Some(links.clone()),
        room: quiz.room(),
        ..Arrangement::default()
    };
    slides.into_iter().map(arrangement).collect()
}
