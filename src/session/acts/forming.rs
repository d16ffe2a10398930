//! Writing in Details: what a form does to the pathway, and where the keyboard goes next.

use super::editing::{apply, may_edit};
use crate::{
    analysis::problems::Subject,
    editing::{
        Choice, List, Outcome, Text, add_evidence, add_lane, choose, merge_sources, move_item, move_lane, pin, remove,
        remove_item, remove_lane, set_ends, unpin, write,
    },
    item::Item,
    model::{Change, Design, Edit, Evidence, Extra, LaneId, LinkId, Node, NodeId, Note, Pathway, SourceId, Stance},
    page::{Field, Page},
    parts::view::Message,
    state::Session,
    walk::item_of_card,
    words,
};

/// What is done in a form of Details. Items of lists are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum FormAct {
    /// Begins to write, with the keyboard in a field.
    Begin(Field),
    /// A field has taken the keyboard.
    Taken,
    /// Writes a text in its place. What is written there in one run is one step.
    Write {
        /// Where.
        place: Text,
        /// What.
        text: String,
        /// Which run of typing this is.
        run: u64,
    },
    /// Makes a choice.
    Choose(Choice),
    /// Leads a link from and to other nodes.
    Ends {
        /// Which link.
        link: LinkId,
        /// Its cause.
        from: NodeId,
        /// Its effect.
        to: NodeId,
    },
    /// Cites a source on a link: as an opinion for it, which carries nothing until more is said.
    Cite(LinkId, SourceId),
    /// Adds an empty note to a node.
    AddNote(NodeId),
    /// Takes an item out of a list.
    RemoveItem(List, usize),
    /// Moves an item of a list to a place.
    MoveItem(List, usize, usize),
    /// Pins a card where it lies, or takes the pin off.
    Pin(NodeId, bool),
    /// Shows the lanes of the pathway, with the keyboard among them.
    EditLanes,
    /// Adds a lane below the others.
    AddLane,
    /// Moves a lane up (`-1`) or down (`1`).
    MoveLane(LaneId, isize),
    /// Removes a lane; its nodes go to another.
    RemoveLane {
        /// Which lane.
        lane: LaneId,
        /// Where its nodes go.
        into: LaneId,
    },
    /// Writes in the fields of a source.
    EditSource(SourceId),
    /// Makes two sources one: the first stays.
    JoinSources(SourceId, SourceId),
    /// Removes a source that nothing cites.
    RemoveSource(SourceId),
}

/// Writes in Details, or reads again. Where nothing is looked at, what is said of the pathway can be written.
pub(crate) fn write_or_read(session: &mut Session) {
    if !may_edit(session) {
        return;
    }
    let shows = session.view().page().is_some();
    let writing = !shows || !session.view().writing;
    session.view.write(writing);
    session.view.want_field(writing.then_some(Field::First));
    if !shows {
        turn_to(session, Page::About);
    }
}

/// Shows a page in Details.
pub(crate) fn turn_to(session: &mut Session, page: Page) {
    if may_edit(session) && page.exists_in(session.shown()) {
        session.view.turn_to(page);
    }
}

/// Does what is asked of a form.
pub(crate) fn form(session: &mut Session, act: FormAct) {
    if !may_edit(session) {
        return;
    }
    let pathway = std::sync::Arc::clone(session.pathway());
    match act {
        FormAct::Begin(field) => begin(session, field),
        FormAct::Taken => session.view.want_field(None),
        FormAct::Write { place, text, run } => write_text(session, &place, &text, run),
        FormAct::Choose(choice) => drop(propose(session, choose(&pathway, &choice))),
        FormAct::Ends { link, from, to } => drop(propose(session, set_ends(&pathway, &link, &from, &to))),
        FormAct::Cite(link, source) => cite(session, &pathway, &link, source),
        FormAct::AddNote(node) => add_note(session, &pathway, &node),
        FormAct::RemoveItem(list, at) => drop(propose(session, remove_item(&pathway, &list, at))),
        FormAct::MoveItem(list, at, to) => drop(propose(session, move_item(&pathway, &list, at, to))),
        FormAct::Pin(node, on) => pin_card(session, &pathway, node, on),
        FormAct::EditLanes => {
            begin(session, Field::Lanes);
            turn_to(session, Page::About);
        }
        FormAct::AddLane => new_lane(session, &pathway),
        FormAct::MoveLane(lane, by) => drop(propose(session, move_lane(&pathway, &lane, by))),
        FormAct::RemoveLane { lane, into } => drop(propose(session, remove_lane(&pathway, &lane, &into))),
        FormAct::EditSource(source) => {
            session.view.write(true);
            turn_to(session, Page::Source(source));
        }
        FormAct::JoinSources(kept, gone) => {
            if propose(session, merge_sources(&pathway, &kept, &gone)) {
                turn_to(session, Page::Source(kept));
            }
        }
        FormAct::RemoveSource(source) => drop(propose(session, remove(&pathway, &[Subject::Source(source)]))),
    }
}

/// Makes an edit that was proposed, and tells what comes with it; says why where there is none. Says whether it was made.
pub(crate) fn propose(session: &mut Session, outcome: Outcome) -> bool {
    match outcome {
        Ok(proposal) => {
            let before = session.revision();
            apply(session, &proposal.edit);
            if let Some(told) = &proposal.told {
                session.view.say(Message::news(told));
            }
            session.revision() != before
        }
        // What is chosen or written as it stands already is no edit, and nothing to speak of.
        Err(refusal) if refusal.is_idle() => false,
        Err(refusal) => {
            session.view.say(Message::error(&words::editing::refused(&refusal.why)));
            false
        }
    }
}

fn begin(session: &mut Session, field: Field) {
    session.view.write(true);
    session.view.want_field(Some(field));
}

fn write_text(session: &mut Session, place: &Text, text: &str, run: u64) {
    let in_run = write(session.pathway(), place, text).map(|mut proposal| {
        proposal.edit.merge = proposal.edit.merge.map(|key| words::forms::run(&key, run));
        proposal
    });
    propose(session, in_run);
}

fn cite(session: &mut Session, pathway: &Pathway, link: &LinkId, source: SourceId) {
    let at = pathway.link(link).map_or(0, |link| link.evidence.len());
    if propose(session, add_evidence(pathway, link, opinion(source))) {
        session.view.want_field(Some(Field::Stance(link.clone(), at)));
    }
}

/// What a source that is just cited says of a link: the least, until more is said.
pub(crate) fn opinion(source: SourceId) -> Evidence {
    Evidence {
        source,
        stance: Stance::Supports,
        design: Design::Opinion,
        species: Vec::new(),
        sample: String::new(),
        finding: String::new(),
        locator: None,
        extra: Extra::new(),
    }
}

/// Adds a note that has no text yet, with the keyboard in it.
fn add_note(session: &mut Session, pathway: &Pathway, id: &NodeId) {
    let Some(node) = pathway.node(id) else { return };
    let at = node.notes.len();
    let mut node = Node::clone(node);
    node.notes.push(Note { text: String::new(), sources: Vec::new(), extra: Extra::new() });
    let label = words::forms::add_note(&node.label);
    apply(session, &Edit::one(&label, Change::SetNode(node)));
    session.view.want_field(Some(Field::Text(Text::Note(id.clone(), at))));
}

fn pin_card(session: &mut Session, pathway: &Pathway, node: NodeId, on: bool) {
    let outcome = if on {
        let picture = session.picture().cloned();
        let card = picture
            .iter()
            .flat_map(|picture| &picture.cards)
            .find(|card| item_of_card(card) == Item::Node(node.clone()));
        match card {
            Some(card) => pin(pathway, &[(node, (card.x, card.y))]),
            None => return session.view.note(words::forms::NO_CARD),
        }
    } else {
        unpin(pathway, &[node])
    };
    propose(session, outcome);
}

/// Adds a lane with a name that is to be overwritten, and the keyboard in it.
fn new_lane(session: &mut Session, pathway: &Pathway) {
    let taken = |label: &str| pathway.lanes().iter().any(|lane| lane.label == label);
    let label =
        (1..=pathway.lanes().len() + 1).map(words::forms::new_lane).find(|label| !taken(label)).unwrap_or_default();
    let outcome = add_lane(pathway, &mut |base| session.open.mint(base), &label);
    let lane = outcome.as_ref().ok().and_then(|proposal| proposal.about.clone());
    if propose(session, outcome)
        && let Some(Subject::Lane(lane)) = lane
    {
        session.view.write(true);
        session.view.turn_to(Page::Lane(lane.clone()));
        session.view.want_field(Some(Field::Text(Text::Lane(lane))));
    }
}
