//! What is done while teaching: in the panel and on the whole screen.

use super::{
    making::{Made, make_tour, tell},
    predicting::{ask_the_class, drop_prediction, reveal_or_hide},
    staging::{branch, go_to, go_to_last, next_step, present_or_leave, previous_step},
    telling::{resume, stop_telling},
};
use crate::{
    model::{Level, NodeId},
    parts::teaching::TeachPage,
    state::Session,
    words,
};

/// What is done while teaching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeachAct {
    /// Shows a page of the panel.
    Page(TeachPage),
    /// Tells a tour from its beginning: those of the pathway first, then those that were made.
    Tell(usize),
    /// Goes on with the tour that was left.
    Resume,
    /// Stops telling.
    Stop,
    /// Reveals what was asked, or goes to the next step.
    Next,
    /// Hides an answer again, or goes to the step before.
    Back,
    /// Goes to a step, by its number from 0.
    Go(usize),
    /// Goes to the last step.
    Last,
    /// Takes a way out of the tour, by its number from 0.
    Branch(usize),
    /// A hand for an answer, by its number from 0; taken back where not `up`.
    Vote {
        /// Which of [`crate::lesson::ANSWERS`].
        answer: usize,
        /// Whether a hand goes up.
        up: bool,
    },
    /// Counts the hands anew.
    ClearVotes,
    /// Asks the class what becomes of a node under the present what-if.
    Ask(NodeId),
    /// Shows the answer to what was asked, or hides it.
    Reveal,
    /// Takes the question away.
    Drop,
    /// Takes the whole screen, or gives it back.
    Present,
    /// Shows nothing, or everything again.
    Black,
    /// Lights only what is around the pointer, or everything again.
    Spotlight,
    /// Opens or closes the window with the speaker's notes.
    Notes,
    /// A tour of the lit route or loop, of the what-if, or of the whole pathway.
    Make(Made),
    /// Shows texts for a level, or those for everybody.
    Level(Option<Level>),
}

/// Does what is asked of the teaching panel or of the whole screen.
pub(crate) fn teach(session: &mut Session, act: TeachAct) {
    match act {
        TeachAct::Page(page) => session.teaching.show_page(page),
        TeachAct::Tell(number) => tell(session, number),
        TeachAct::Resume => {
            resume(session);
        }
        TeachAct::Stop => stop_telling(session),
        TeachAct::Next => next_step(session),
        TeachAct::Back => previous_step(session),
        TeachAct::Go(step) => go_to(session, step),
        TeachAct::Last => go_to_last(session),
        TeachAct::Branch(number) => branch(session, number),
        TeachAct::Vote { answer, up } => session.teaching.vote(answer, up),
        TeachAct::ClearVotes => session.teaching.clear_votes(),
        TeachAct::Ask(node) => ask_the_class(session, node),
        TeachAct::Reveal => reveal_or_hide(session),
        TeachAct::Drop => drop_prediction(session),
        TeachAct::Present => present_or_leave(session),
        TeachAct::Black => session.teaching.on_stage(|stage| stage.black = !stage.black),
        TeachAct::Spotlight => session.teaching.on_stage(|stage| stage.spotlight = !stage.spotlight),
        TeachAct::Notes => session.teaching.on_stage(|stage| stage.notes = !stage.notes),
        TeachAct::Make(from) => make_tour(session, from),
        TeachAct::Level(level) => session.teaching.set_level(level),
    }
}

/// Asks the class what becomes of what is looked at.
pub(crate) fn ask_about_looked_at(session: &mut Session) {
    match session.node_looked_at() {
        Some(node) => ask_the_class(session, node),
        None => session.view.note(words::teach::CHOOSE_FIRST),
    }
}
