//! Tours that make themselves: from what is lit, from a what-if, from the whole pathway.

use super::{answering::open_side, telling::begin};
use crate::{
    lesson,
    model::Tour,
    parts::{teaching::TeachPage, view::SidePanel},
    question::Answer,
    state::Session,
    words,
};

/// What a tour is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The route or loop that is lit in the answers.
    Row,
    /// The what-if that is open.
    WhatIf,
    /// The whole pathway.
    Whole,
}

/// A tour that makes itself, where there is something to tell.
pub(crate) fn made(session: &Session, from: Made) -> Option<Tour> {
    let made = match from {
        Made::Row => of_row(session),
        Made::WhatIf => of_what_if(session),
        Made::Whole => Some(lesson::made::of_whole(session.pathway())),
    };
    made.filter(|tour| !tour.steps.is_empty())
}

/// Makes a tour, and tells it.
pub(crate) fn make_tour(session: &mut Session, from: Made) {
    let Some(tour) = made(session, from) else {
        return session.view.note(words::teach::NOTHING_TO_MAKE);
    };
    let number = session.teaching.add_made(tour, session.open.pathway());
    session.asking.anew();
    if !session.presents() {
        open_side(session, SidePanel::Teach);
    }
    session.teaching.show_page(TeachPage::Tours);
    begin(session, number);
}

/// Tells a tour from its beginning, by its number. On a whole screen a pathway without tours is told as a whole.
pub(crate) fn tell(session: &mut Session, number: usize) {
    if begin(session, number) {
        return;
    }
    if number == 0 && session.presents() {
        make_tour(session, Made::Whole);
    } else {
        session.view.note(words::teach::EMPTY_TOUR);
    }
}

fn of_row(session: &Session) -> Option<Tour> {
    let (pathway, asking) = (session.pathway(), session.asking());
    let row = asking.row?;
    let (links, closed) = match asking.found()? {
        Answer::Loops { found, .. } => (found.loops.get(row)?.links_from_start(pathway), true),
        Answer::Routes { found, .. } => (found.routes.get(row)?.links.clone(), false),
        Answer::WhatIf { .. } | Answer::Reach { .. } | Answer::Shared { .. } => return None,
    };
    lesson::made::along(pathway, session.reading(), &links, closed)
}

fn of_what_if(session: &Session) -> Option<Tour> {
    match session.asking().found()? {
        Answer::WhatIf { found, .. } => {
            let ask = session.node_looked_at().filter(|node| found.answer(node).is_some());
            Some(lesson::made::of_push(session.pathway(), &session.asking().push, found, ask.as_ref()))
        }
        Answer::Loops { .. } | Answer::Routes { .. } | Answer::Reach { .. } | Answer::Shared { .. } => None,
    }
}
