//! Adding sources: what was pasted becomes entries of the bibliography, and evidence on the link that it was pasted for.

use super::{
    editing::{apply, may_edit},
    forming::opinion,
};
use crate::{
    citing::recognise,
    editing::{Outcome, add_evidence, add_source, fill_source},
    item::Item,
    model::{Change, Edit, LinkId, Pathway},
    page::{Field, Page},
    parts::{citing::NewSource, view::Message},
    state::Session,
    words,
};

/// What is done about a source that is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CiteAct {
    /// Asks for a source, for the link that is written or for the bibliography alone.
    Ask,
    /// What is typed or pasted.
    Text(String),
    /// What was pasted while a link is written, where it is a source.
    Paste(String),
    /// Fills what a source lacks that is here already, or not, by its place among those that were recognised.
    Fill(usize, bool),
    /// Takes what was recognised.
    Take,
}

/// Does something about a source that is to be added.
pub(crate) fn cite(session: &mut Session, act: CiteAct) {
    if !may_edit(session) {
        return;
    }
    match act {
        CiteAct::Ask => ask(session),
        CiteAct::Text(text) => read(session, text),
        CiteAct::Paste(text) => {
            if recognise(&text).is_ok() {
                ask(session);
                read(session, text);
            }
        }
        CiteAct::Fill(at, fills) => session.citing.iter_mut().for_each(|new| new.fill(at, fills)),
        CiteAct::Take => take(session),
    }
}

/// Opens the box, in the place of other texts and of a path that is being typed.
fn ask(session: &mut Session) {
    let link = match session.view().page() {
        Some(Page::Item(Item::Link(id))) if session.view().writing => Some(id.clone()),
        _ => None,
    };
    session.view.close_texts();
    session.files.stop_typing();
    session.citing = Some(NewSource::of(link));
}

fn read(session: &mut Session, text: String) {
    let pathway = std::sync::Arc::clone(session.pathway());
    if let Some(new) = &mut session.citing {
        new.read(text, &pathway);
    }
}

/// Adds what is not here yet, and cites all of it on the link, as one step.
fn take(session: &mut Session) {
    let Some(new) = session.citing.take_if(|new| !new.found.is_empty()) else { return };
    let link = new.link.clone().filter(|link| session.pathway().link(link).is_some());
    let at = link.as_ref().and_then(|link| session.pathway().link(link)).map_or(0, |link| link.evidence.len());
    let mut all = Steps {
        pathway: Pathway::clone(session.pathway()),
        label: String::new(),
        changes: Vec::new(),
        told: Vec::new(),
    };
    for found in &new.found {
        if let Err(why) = all.add(session, found, link.as_ref()) {
            all.told.push(why);
        }
    }
    let Steps { label, changes, told, .. } = all;
    if !changes.is_empty() {
        let label = if new.found.len() == 1 { label } else { words::forms::add_sources(new.found.len()) };
        apply(session, &Edit { label, merge: None, changes });
        if let Some(link) = link {
            session.view.want_field(Some(Field::Stance(link, at)));
        }
    }
    if !told.is_empty() {
        session.view.say(Message::news(&told.join(" ")));
    }
}

/// Edits that are made one after the other and become one step.
struct Steps {
    pathway: Pathway,
    label: String,
    changes: Vec<Change>,
    told: Vec<String>,
}

impl Steps {
    /// Adds a source where it is not known, or fills what it lacks, and cites it on the link; says why where that cannot be.
    fn add(
        &mut self,
        session: &mut Session,
        found: &crate::parts::citing::Found,
        link: Option<&LinkId>,
    ) -> Result<(), String> {
        let source = if let Some(known) = &found.known {
            if found.fills && !found.gaps.is_empty() {
                self.make(fill_source(&self.pathway, known, &found.recognised.source))?;
            }
            known.clone()
        } else {
            let before = self.pathway.sources().len();
            let source = found.recognised.source.clone();
            self.make(add_source(&self.pathway, &mut |base| session.open.mint(base), source))?;
            let Some(added) = self.pathway.sources().get(before) else { return Ok(()) };
            added.id.clone()
        };
        match link {
            Some(link) => self.make(add_evidence(&self.pathway, link, opinion(source))),
            None => Ok(()),
        }
    }

    fn make(&mut self, outcome: Outcome) -> Result<(), String> {
        let proposal = outcome.map_err(|refusal| words::sentence(&refusal.why))?;
        self.pathway = self.pathway.apply(&proposal.edit).map_err(|error| words::sentence(&error.to_string()))?;
        self.label.clone_from(&proposal.edit.label);
        self.changes.extend(proposal.edit.changes);
        self.told.extend(proposal.told);
        Ok(())
    }
}
