//! What is asked in the panel of questions, and by commands about what is looked at.

use super::{
    answering::{ask, open_side},
    comparing::{compare_with_bundled, end_comparison},
    lighting::{light_answer, light_row, light_step},
    opening::pick_file,
    settings::{close_side, is_shown},
};
use crate::{
    item::Item,
    model::{LinkId, NodeId},
    parts::{files::FileUse, view::SidePanel},
    question::Topic,
    state::Session,
    words,
};

/// What is asked, or done with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskAct {
    /// Opens a topic.
    Topic(Topic),
    /// Where routes begin.
    From(Option<NodeId>),
    /// Where routes end.
    To(Option<NodeId>),
    /// Raises a node.
    Raise(NodeId),
    /// Lowers a node.
    Lower(NodeId),
    /// Holds a node or closes a link.
    Block(Item),
    /// Lets go of a node or a link.
    Free(Item),
    /// Lets go of everything.
    Clear,
    /// Asks for longer or further loops or routes.
    Further,
    /// Compares with a bundled pathway.
    Compare(String),
    /// Compares with a file that is picked.
    CompareFile,
    /// Ends the comparison.
    EndComparison,
    /// Lights a row of the answer, or puts it out.
    Light(usize),
    /// Lets the signal run from the start to the end.
    Play,
    /// Lets the signal run one step more.
    Step,
}

/// Does what is asked of the panel.
pub(crate) fn act(session: &mut Session, act: AskAct) {
    match act {
        AskAct::Topic(topic) => session.asking.set_topic(topic),
        AskAct::From(node) => session.asking.set_from(node),
        AskAct::To(node) => session.asking.set_to(node),
        AskAct::Raise(node) => session.asking.raise(node),
        AskAct::Lower(node) => session.asking.lower(node),
        AskAct::Block(item) => {
            let (nodes, links) = nodes_and_links(session, item);
            session.asking.block(nodes, links);
        }
        AskAct::Free(item) => {
            let (nodes, links) = nodes_and_links(session, item);
            session.asking.free(&nodes, &links);
        }
        AskAct::Clear => session.asking.clear(),
        AskAct::Further => session.asking.go_further(),
        AskAct::Compare(id) => return compare_with_bundled(session, &id),
        AskAct::CompareFile => return pick_file(session, FileUse::Compare),
        AskAct::EndComparison => return end_comparison(session),
        AskAct::Light(row) => return light_row(session, row),
        AskAct::Play => {
            session.asking.play();
            return light_answer(session);
        }
        AskAct::Step => {
            session.asking.step();
            return light_answer(session);
        }
    }
    ask(session);
}

/// Puts what is asked away, with its answer, its light and its panel. What a comparison or a step of a tour shows comes back.
pub(crate) fn put_away(session: &mut Session) {
    session.asking.put_away();
    if session.comparison().is_some() {
        session.asking.set_topic(Topic::Compare);
        ask(session);
    } else if is_shown(session, SidePanel::Ask) {
        close_side(session);
    }
    let revealed = session.teaching().prediction.as_ref().filter(|asked| asked.revealed);
    if let Some((push, node)) = revealed.map(|asked| (asked.push.clone(), asked.ask.clone())) {
        session.asking.watch(push, node);
        ask(session);
    }
    light_step(session);
}

/// What is held and what is closed where an item is blocked.
fn nodes_and_links(session: &Session, item: Item) -> (Vec<NodeId>, Vec<LinkId>) {
    match item {
        Item::Link(link) => (Vec::new(), vec![link]),
        Item::Bundle(links) => (Vec::new(), links),
        item @ (Item::Node(_) | Item::Lane(_)) => (session.nodes_of(&item), Vec::new()),
    }
}

/// Opens the questions and does something there. On a whole screen there are no panels.
pub(crate) fn in_panel(session: &mut Session, what: AskAct) {
    if !session.presents() {
        open_side(session, SidePanel::Ask);
    }
    act(session, what);
}

/// Opens a topic and does something there with what is looked at, and with the first node that it stands for.
pub(crate) fn about(session: &mut Session, topic: Topic, what: impl FnOnce(Item, NodeId) -> AskAct) {
    let item = session.view().looked_at().cloned();
    let found = item.and_then(|item| Some((session.nodes_of(&item).into_iter().next()?, item)));
    let Some((node, item)) = found else { return session.view.note(words::messages::LOOK_FIRST) };
    session.asking.set_topic(topic);
    in_panel(session, what(item, node));
}
