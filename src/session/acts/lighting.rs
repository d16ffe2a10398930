//! What is lit on the canvas: by an answer, by a row of it, by the step of a tour.

use crate::{
    analysis::prose,
    lesson::{Telling, Told},
    lit::{Lit, pushed},
    model::LinkId,
    question::Answer,
    state::Session,
};

/// Lights all that the answer is about, where that is not everything.
pub(crate) fn light_answer(session: &mut Session) {
    let lit = session.asking().found().and_then(|answer| lit_by(session, answer));
    session.asking.light(lit);
}

fn lit_by(session: &Session, answer: &Answer) -> Option<Lit> {
    let (pathway, asking, hidden) = (session.pathway(), session.asking(), &session.lens().hidden);
    match answer {
        Answer::Loops { .. } => None,
        Answer::Routes { found, .. } => {
            let links: Vec<LinkId> = found.routes.iter().flat_map(|route| route.links.iter().cloned()).collect();
            Some(Lit::walk(pathway, &links))
        }
        Answer::WhatIf { found, verdict, .. } => {
            let mut lit = Lit::what_if(found, asking.steps);
            // A class was asked about one card: what else happens elsewhere would only lead away from it.
            if let Some(verdict) = verdict {
                lit.nodes.retain(|node, _| verdict.nodes.contains(node));
                lit.links.retain(|link| verdict.links.contains(link));
            }
            Some(lit)
        }
        Answer::Reach { causes, effects } => {
            let asked = asking.from.as_ref()?;
            let [causes, effects] = [causes, effects].map(|rings| rings.iter().flatten().collect());
            Some(Lit::reach(pathway, hidden, asked, &causes, &effects))
        }
        Answer::Shared { causes, effects } => {
            let all = causes.iter().chain(effects).map(|common| &common.node);
            Some(Lit::among(pathway, hidden, all.chain(&asking.from).chain(&asking.to)))
        }
    }
}

/// Lights one row of the answer, or puts it out where it is lit.
pub(crate) fn light_row(session: &mut Session, row: usize) {
    let asking = session.asking();
    if asking.row == Some(row) {
        session.asking.leave_row();
        return light_answer(session);
    }
    if let Some((links, closed)) = asking.found().and_then(|answer| answer.walk(row)) {
        let story = prose::walk(session.pathway(), session.reading(), links, closed);
        let lit = Lit::walk(session.pathway(), links);
        session.asking.light_row(row, story, lit);
    }
}

/// Lights what the step is about, and what is pushed while a class has not heard the answer yet; in a quiz, what is
/// asked.
pub(crate) fn light_step(session: &mut Session) {
    if session.teaching().quiz.is_some() {
        return session.teaching.light_question();
    }
    let teaching = session.teaching();
    let written = || session.touring.as_ref().and_then(|touring| touring.step(session.pathway()));
    let step = teaching.telling.as_ref().map(Telling::step).or_else(written);
    let mut lit = step.map(|step| Lit::told(&Told::by(session.pathway(), [step]))).unwrap_or_default();
    let push = match &teaching.prediction {
        Some(asked) if asked.revealed => None,
        Some(asked) => Some(&asked.push),
        None => Some(&session.asking().push).filter(|_| session.presents()),
    };
    lit.nodes.extend(push.into_iter().flat_map(pushed));
    session.teaching.light(Some(lit).filter(|lit| !lit.is_empty()));
}
