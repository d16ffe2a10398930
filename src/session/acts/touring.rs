//! Writing tours: made, filled step by step, and put in order. The step that is written is lit on the canvas.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    answering::open_side,
    editing::may_edit,
    lighting::light_step,
    making::{Made, made},
    proposing::{make, say_too},
    telling::stop_telling,
};
use crate::{
    analysis::problems::Subject,
    editing::{
        Choice, List, add_branch, add_step, add_tour, choose, move_item, move_tour, remove, remove_item,
        tour_of_selection,
    },
    item::Item,
    lesson::Told,
    model::{Branch, Extra, LinkId, NodeId, Step, Tour, TourId},
    parts::{
        teaching::TeachPage,
        touring::{Draft, Touring},
        view::{Camera, Message, SidePanel},
    },
    state::Session,
    words,
};

/// What is done with a tour that is written. Steps and items are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum TourAct {
    /// Begins a tour.
    New(TourFrom),
    /// Writes a tour of the pathway.
    Open(TourId),
    /// Writes no tour any more.
    Close,
    /// Goes to a step.
    Step(usize),
    /// Adds a step after the one that is written, which shows what is picked or looked at.
    AddStep,
    /// Adds what is picked or looked at to what the step shows.
    Show,
    /// Takes something out of what the step shows.
    Hide(String),
    /// Puts what is asked of the class in the place of what was asked.
    Ask(Draft),
    /// Asks nothing.
    DropQuestion,
    /// Adds a way to another tour.
    AddBranch(TourId),
    /// Takes an item out of a list.
    RemoveItem(List, usize),
    /// Moves an item of a list to a place.
    MoveItem(List, usize, usize),
    /// Moves the tour up (`-1`) or down (`1`) in the list.
    Move(isize),
    /// Removes the tour.
    Remove,
}

/// What a tour begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourFrom {
    /// Nothing.
    Nothing,
    /// What is picked or looked at.
    Picked,
    /// An answer, or the whole pathway.
    Made(Made),
}

/// Does what is asked of the tour that is written.
pub(crate) fn tour(session: &mut Session, act: TourAct) {
    match act {
        TourAct::New(from) => begin(session, from),
        TourAct::Open(id) => write(session, &id, 0),
        TourAct::Close => close(session),
        TourAct::Step(step) => go(session, step),
        act @ (TourAct::AddStep
        | TourAct::Show
        | TourAct::Hide(_)
        | TourAct::Ask(_)
        | TourAct::DropQuestion
        | TourAct::AddBranch(_)
        | TourAct::RemoveItem(..)
        | TourAct::MoveItem(..)
        | TourAct::Move(_)
        | TourAct::Remove) => {
            if let Some(touring) = session.touring.clone() {
                change(session, &touring, act);
            }
        }
    }
}

/// Adds what is picked or looked at to what the step shows that is written, whatever has the keyboard.
pub(crate) fn show_in_step(session: &mut Session) {
    match session.touring.clone() {
        Some(touring) if touring.step(session.pathway()).is_some() => change(session, &touring, TourAct::Show),
        _ => session.view.note(words::touring::NO_STEP),
    }
}

/// Changes the tour that is written.
fn change(session: &mut Session, touring: &Touring, act: TourAct) {
    let Touring { tour: id, step, .. } = touring;
    match act {
        TourAct::AddStep => add(session, id, *step),
        TourAct::Show => show(session, touring),
        TourAct::Hide(name) => {
            let Some(now) = touring.step(session.pathway()) else { return };
            let left = now.show.iter().filter(|shown| **shown != name).cloned().collect();
            propose(session, &Choice::Show(id.clone(), *step, left));
        }
        TourAct::Ask(draft) => ask(session, touring, draft),
        TourAct::DropQuestion => {
            session.touring = Some(Touring::new(id.clone(), *step));
            if touring.step(session.pathway()).is_some_and(|step| step.predict.is_some()) {
                propose(session, &Choice::Predict(id.clone(), *step, None));
            }
        }
        TourAct::AddBranch(to) => {
            let title = session.pathway().tours().iter().find(|tour| tour.id == to).map(|tour| tour.title.clone());
            let branch = Branch { tour: to, text: title.unwrap_or_default(), extra: Extra::new() };
            make(session, &|pathway, _| add_branch(pathway, id, *step, branch.clone()));
        }
        TourAct::RemoveItem(list, at) => {
            make(session, &|pathway, _| remove_item(pathway, &list, at));
            session.touring = session.touring.take().map(|now| Touring { draft: None, ..now });
        }
        TourAct::MoveItem(list, at, to) => {
            let moved = make(session, &|pathway, _| move_item(pathway, &list, at, to)).is_some();
            if moved && list == List::Steps(id.clone()) && at == *step {
                go(session, to);
            }
        }
        TourAct::Move(by) => drop(make(session, &|pathway, _| move_tour(pathway, id, by))),
        TourAct::Remove => {
            if let Some(made) = make(session, &|pathway, _| remove(pathway, &[Subject::Tour(id.clone())])) {
                let text = words::problems::mended(&made.edit.label, made.told.as_deref());
                say_too(session, &text);
            }
        }
        TourAct::New(_) | TourAct::Open(_) | TourAct::Close | TourAct::Step(_) => {}
    }
    follow(session);
}

/// Begins a tour and writes it.
fn begin(session: &mut Session, from: TourFrom) {
    if !may_edit(session) {
        return;
    }
    let empty = || Tour {
        id: TourId::new(""),
        title: words::touring::UNTITLED.to_owned(),
        steps: Vec::new(),
        extra: Extra::new(),
    };
    let (nodes, links) = chosen(session);
    let tour = match from {
        TourFrom::Nothing => Ok(empty()),
        TourFrom::Picked => tour_of_selection(session.pathway(), &nodes, &links).map_err(|refusal| refusal.why),
        TourFrom::Made(from) => made(session, from).ok_or_else(String::new),
    };
    let tour = match tour {
        Ok(tour) => tour,
        Err(why) if why.is_empty() => return session.view.note(words::teach::NOTHING_TO_MAKE),
        Err(why) => return session.view.say(Message::error(&words::editing::refused(&why))),
    };
    let proposal = make(session, &|pathway, mint| add_tour(pathway, mint, tour.clone()));
    if let Some(Subject::Tour(id)) = proposal.and_then(|proposal| proposal.about) {
        write(session, &id, 0);
    }
}

/// Writes a tour, from a step on.
pub(crate) fn write(session: &mut Session, id: &TourId, step: usize) {
    if !may_edit(session) || !session.pathway().tours().iter().any(|tour| tour.id == *id) {
        return;
    }
    if session.teaching().telling.is_some() {
        stop_telling(session);
    }
    session.touring = Some(Touring::new(id.clone(), step));
    session.teaching.show_page(TeachPage::Tours);
    open_side(session, SidePanel::Teach);
    follow(session);
    look(session);
}

/// Writes no tour any more.
pub(crate) fn close(session: &mut Session) {
    if session.touring.take().is_some() {
        light_step(session);
    }
}

fn go(session: &mut Session, step: usize) {
    if let Some(touring) = &mut session.touring {
        *touring = Touring::new(touring.tour.clone(), step);
        follow(session);
        look(session);
    }
}

/// Lights what the step shows, and brings it into view.
fn look(session: &mut Session) {
    light_step(session);
    let step = session.touring.as_ref().and_then(|touring| touring.step(session.pathway()));
    let now = step.map(|step| Told::by(session.pathway(), [step])).unwrap_or_default();
    let items: Vec<Item> = now.nodes.into_iter().map(Item::Node).chain(now.links.into_iter().map(Item::Link)).collect();
    if !items.is_empty() {
        session.view.look(Camera::Show(items));
    }
}

/// What is picked, else what is looked at.
fn chosen(session: &Session) -> (BTreeSet<NodeId>, BTreeSet<LinkId>) {
    let view = session.view();
    if !view.picked.is_empty() {
        return (view.picked.clone(), BTreeSet::new());
    }
    match view.looked_at() {
        Some(Item::Link(id)) => (BTreeSet::new(), [id.clone()].into()),
        Some(Item::Bundle(links)) => (BTreeSet::new(), links.iter().cloned().collect()),
        Some(item @ (Item::Node(_) | Item::Lane(_))) => (session.nodes_of(item).into_iter().collect(), BTreeSet::new()),
        None => (BTreeSet::new(), BTreeSet::new()),
    }
}

/// The ids of what is picked or looked at.
fn names(session: &Session) -> Vec<String> {
    let (nodes, links) = chosen(session);
    nodes.iter().map(ToString::to_string).chain(links.iter().map(ToString::to_string)).collect()
}

fn add(session: &mut Session, id: &TourId, step: usize) {
    let count = session.pathway().tours().iter().find(|tour| tour.id == *id).map_or(0, |tour| tour.steps.len());
    let at = if count == 0 { 0 } else { step + 1 };
    let new = Step { show: names(session), ..Step::default() };
    if make(session, &|pathway, _| add_step(pathway, id, at, new.clone())).is_some() {
        go(session, at);
    }
}

fn show(session: &mut Session, touring: &Touring) {
    let new = names(session);
    let Some(now) = touring.step(session.pathway()) else { return };
    let mut all = now.show.clone();
    all.extend(new.iter().filter(|name| !now.show.contains(name)).cloned());
    if new.is_empty() {
        return session.view.note(words::touring::CHOOSE_FIRST);
    }
    if all.len() > now.show.len() {
        propose(session, &Choice::Show(touring.tour.clone(), touring.step, all));
    } else {
        session.view.note(words::touring::SHOWN_ALREADY);
    }
}

/// Takes a question, which the tour has as soon as it is complete.
fn ask(session: &mut Session, touring: &Touring, draft: Draft) {
    let predict = touring.step(session.pathway()).and_then(|step| step.predict.as_ref());
    let complete = draft.complete(predict);
    let is_new = complete.as_ref() != predict;
    let keeps = complete.is_none();
    if let Some(predict) = complete.filter(|_| is_new) {
        propose(session, &Choice::Predict(touring.tour.clone(), touring.step, Some(predict)));
    }
    session.touring = Some(Touring { draft: keeps.then_some(draft), ..touring.clone() });
}

fn propose(session: &mut Session, choice: &Choice) {
    make(session, &|pathway, _| choose(pathway, choice));
}

/// Lights the step of the tour that is written; a tour that is gone is not written any more.
fn follow(session: &mut Session) {
    let pathway = Arc::clone(session.pathway());
    session.touring.take_if(|touring| !touring.follow(&pathway));
    light_step(session);
}
