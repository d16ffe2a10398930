//! Edits that `core/editing` proposes: made, and told.

use std::sync::Arc;

use super::editing::{apply, may_edit};
use crate::{
    editing::{Mint, Outcome, Proposal},
    model::Pathway,
    parts::view::Message,
    state::Session,
    words,
};

/// What asks for an edit of a pathway.
pub(crate) type Asks<'a> = &'a dyn Fn(&Pathway, &mut Mint<'_>) -> Outcome;

/// Makes an edit and says what comes with it, or says why there is none. Gives what was made of the pathway.
pub(crate) fn make(session: &mut Session, ask: Asks<'_>) -> Option<Proposal> {
    if !may_edit(session) {
        return None;
    }
    let before = Arc::clone(session.pathway());
    match ask(&before, &mut |base| session.open.mint(base)) {
        Ok(proposal) => {
            apply(session, &proposal.edit);
            if Arc::ptr_eq(&before, session.pathway()) {
                return None;
            }
            if let Some(told) = &proposal.told {
                say_too(session, told);
            }
            Some(proposal)
        }
        Err(refusal) => {
            session.view.say(Message::error(&words::editing::refused(&refusal.why)));
            None
        }
    }
}

/// Says something beside what an edit has said already: that this is a copy now.
pub(crate) fn say_too(session: &mut Session, text: &str) {
    let copied = words::editing::copied(&session.pathway().about().title);
    let said = session.view().message.as_ref().is_some_and(|message| message.text.starts_with(&copied));
    session.view.note(&if said { words::editing::both(&copied, text) } else { text.to_owned() });
}
