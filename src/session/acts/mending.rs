//! Problems: what is offered about them is done, and what they are about is shown.

use super::{
    forming::turn_to,
    looking::open_item,
    proposing::{make, say_too},
    touring,
};
use crate::{
    analysis::problems::{Fix, Subject},
    editing::fix,
    item::Item,
    model::Misfit,
    page::Page,
    parts::view::Camera,
    state::Session,
    words,
};

/// What is done about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MendAct {
    /// Does what is offered about a problem of a record.
    Fix(Subject, Fix),
    /// Shows a record where it can be seen and edited.
    Show(Subject),
}

/// Does something about a problem.
pub(crate) fn mend(session: &mut Session, act: MendAct) {
    match act {
        MendAct::Fix(subject, fix) => put_right(session, &subject, &fix),
        MendAct::Show(subject) => show_record(session, subject),
    }
}

/// Does what is offered about a problem. What is wrong must be known of the pathway as it is now.
fn put_right(session: &mut Session, subject: &Subject, wanted: &Fix) {
    if !session.open.is_checked() {
        return session.view.note(words::problems::CHECKING);
    }
    if let Some(made) = make(session, &|pathway, mint| fix(pathway, mint, subject, wanted)) {
        let text = words::problems::mended(&made.edit.label, made.told.as_deref());
        say_too(session, &text);
    }
}

/// Shows a record where it can be seen and edited.
fn show_record(session: &mut Session, subject: Subject) {
    session.view.close_texts();
    match subject {
        Subject::Node(id) => show_item(session, Item::Node(id)),
        Subject::Link(id) => show_item(session, Item::Link(id)),
        Subject::Lane(lane) => {
            let nodes = session.pathway().nodes().filter(|node| node.lane == lane);
            let items: Vec<Item> = nodes.map(|node| Item::Node(node.id.clone())).collect();
            session.view.look(Camera::Show(items));
            write_page(session, Page::Lane(lane));
        }
        Subject::Source(id) => write_page(session, Page::Source(id)),
        Subject::Tour(id) => touring::write(session, &id, 0),
        Subject::Misfit(at) => {
            let beside = session.pathway().misfits().get(at).and_then(|misfit| beside(session, misfit));
            match beside {
                Some(item) => show_item(session, item),
                None => session.view.note(words::problems::NOT_DRAWN),
            }
        }
        Subject::Pathway => session.view.look(Camera::Fit),
    }
}

/// Shows what can be written of something that lies beside the drawing.
fn write_page(session: &mut Session, page: Page) {
    session.view.write(true);
    turn_to(session, page);
}

fn show_item(session: &mut Session, item: Item) {
    session.view.look(Camera::Reveal(item.clone()));
    open_item(session, item);
}

/// What is drawn of a record that found no place: a node that it touches, or the one whose id it has.
fn beside(session: &Session, misfit: &Misfit) -> Option<Item> {
    let drawn = |item: Item| Some(item).filter(|item| item.exists_in(session.pathway()));
    match misfit {
        Misfit::Node(node) => drawn(Item::Node(node.id.clone())),
        Misfit::TwinLink(link) | Misfit::LooseLink(link) => {
            drawn(Item::Node(link.from.clone())).or_else(|| drawn(Item::Node(link.to.clone())))
        }
        Misfit::Lane(_) | Misfit::Source(_) | Misfit::Tour(_) | Misfit::Unread { .. } => None,
    }
}
