//! Duplicates: two nodes, two links or two sources become one.

use std::collections::BTreeSet;

use super::{
    draft::Draft,
    mend::{Fate, mend},
    outcome::{Outcome, Refusal},
    same::{join_links, join_nodes, join_sources},
    words::{link_name, node_name, source_name},
};
use crate::{
    grammar::{form, list},
    model::{Evidence, Link, LinkId, Misfit, NodeId, Pathway, SourceId},
};

/// Makes two nodes one. What `gone` says and `kept` does not is added, its links lead from and to `kept`, those that say the
/// same become one with the evidence of both, and tours show `kept`. Links between the two go.
///
/// # Errors
/// Where one is gone already, or both are the same.
pub fn merge_nodes(pathway: &Pathway, kept: &NodeId, gone: &NodeId) -> Outcome {
    let mut draft = Draft::of(pathway);
    let other = draft.node(gone)?.clone();
    different(kept, gone)?;
    join_nodes(draft.node(kept)?, &other);
    let mut fate: Fate = [(gone.to_string(), Some(kept.to_string()))].into();
    let mut joined = 0;
    let now = |id: &NodeId| if id == gone { kept.clone() } else { id.clone() };
    for link in pathway.links().filter(|link| link.from == *gone || link.to == *gone) {
        let ends = (now(&link.from), now(&link.to));
        if ends.0 == ends.1 && link.from != link.to {
            draft.tell(format!("the link {} goes, since it joins the two", link_name(pathway, &link.id)));
            draft.links.remove(&link.id);
            fate.insert(link.id.to_string(), None);
            continue;
        }
        let twin = pathway.links().find(|other| {
            other.from != *gone
                && other.to != *gone
                && (&other.from, &other.to) == (&ends.0, &ends.1)
                && other.effect == link.effect
        });
        if let Some(twin) = twin {
            join_into(&mut draft, &twin.id, link)?;
            fate.insert(link.id.to_string(), Some(twin.id.to_string()));
            joined += 1;
        } else {
            let link = draft.link(&link.id)?;
            (link.from, link.to) = ends;
        }
    }
    if joined > 0 {
        let links = form(joined, "link says", "links say");
        draft.tell(format!(
            "{joined} {links} the same as another and {} one with it",
            form(joined, "becomes", "become")
        ));
    }
    draft.nodes.remove(gone);
    keep_what_is_there(pathway, &draft, &mut fate);
    mend(&mut draft, &fate, &BTreeSet::new())?;
    draft.finish(&format!("make {} one with {}", node_name(pathway, gone), node_name(pathway, kept)))
}

/// Makes two links between the same nodes one, with the effect of `kept` and the evidence of both.
///
/// # Errors
/// Where one is gone already, both are the same, or they join other nodes.
pub fn merge_links(pathway: &Pathway, kept: &LinkId, gone: &LinkId) -> Outcome {
    let mut draft = Draft::of(pathway);
    let other = draft.link(gone)?.clone();
    different(kept, gone)?;
    let first = draft.link(kept)?;
    if (&first.from, &first.to) != (&other.from, &other.to) {
        let (kept, gone) = (link_name(pathway, kept), link_name(pathway, gone));
        return Err(Refusal::new(format!("{gone} and {kept} join other nodes; make their nodes one first")));
    }
    if first.effect != other.effect {
        let effect = other.effect.label();
        draft.tell(format!("that {} says “{effect}” is not kept", link_name(pathway, gone)));
    }
    join_into(&mut draft, kept, &other)?;
    let mut fate: Fate = [(gone.to_string(), Some(kept.to_string()))].into();
    keep_what_is_there(pathway, &draft, &mut fate);
    mend(&mut draft, &fate, &BTreeSet::new())?;
    draft.finish(&format!("make {} one with {}", link_name(pathway, gone), link_name(pathway, kept)))
}

/// Adds what a link says to another one, and takes it out.
fn join_into(draft: &mut Draft<'_>, kept: &LinkId, gone: &Link) -> Result<(), Refusal> {
    let left = join_links(draft.link(kept)?, gone);
    if !left.is_empty() {
        let fields = list(&left.iter().map(|&field| field.to_owned()).collect::<Vec<_>>());
        draft.tell(format!(
            "the {fields} of {} {} not kept",
            link_name(draft.pathway, &gone.id),
            form(left.len(), "is", "are")
        ));
    }
    draft.links.remove(&gone.id);
    Ok(())
}

/// An id that still names a node or a link stays in tours.
fn keep_what_is_there(pathway: &Pathway, draft: &Draft<'_>, fate: &mut Fate) {
    fate.retain(|id, _| {
        let (node, link) = (NodeId::new(id), LinkId::new(id));
        let node = pathway.node(&node).is_some() && !draft.nodes.is_removed(&node);
        !node && (pathway.link(&link).is_none() || draft.links.is_removed(&link))
    });
}

/// Makes two sources one: what cites `gone` cites `kept`, which gets what it does not say yet.
///
/// # Errors
/// Where one is gone already, both are the same, or a record that found no place cites `gone`.
pub fn merge_sources(pathway: &Pathway, kept: &SourceId, gone: &SourceId) -> Outcome {
    let mut draft = Draft::of(pathway);
    let other = draft.source(gone)?.clone();
    different(kept, gone)?;
    if pathway.misfits().iter().any(|misfit| cites(misfit, gone)) {
        let name = source_name(pathway, gone);
        return Err(Refusal::new(format!(
            "a record that found no place cites {name}; put that right in Problems first"
        )));
    }
    let left = join_sources(draft.source(kept)?, &other);
    if !left.is_empty() {
        let fields = list(&left.iter().map(|&field| field.to_owned()).collect::<Vec<_>>());
        draft.tell(format!(
            "the {fields} of {} {} not kept",
            source_name(pathway, gone),
            form(left.len(), "is", "are")
        ));
    }
    for link in pathway.links().filter(|link| link.evidence.iter().any(|item| item.source == *gone)) {
        let evidence = &mut draft.link(&link.id)?.evidence;
        let mut seen: Vec<Evidence> = Vec::with_capacity(evidence.len());
        for mut item in std::mem::take(evidence) {
            let moved = item.source == *gone;
            if moved {
                item.source = kept.clone();
            }
            // What both said in the same words is said once.
            if !moved || !link.evidence.contains(&item) {
                seen.push(item);
            }
        }
        *evidence = seen;
    }
    for node in pathway.nodes().filter(|node| node.notes.iter().any(|note| note.sources.contains(gone))) {
        for note in &mut draft.node(&node.id)?.notes {
            let mut seen = BTreeSet::new();
            let now = |id: SourceId| if id == *gone { kept.clone() } else { id };
            note.sources =
                std::mem::take(&mut note.sources).into_iter().map(now).filter(|id| seen.insert(id.clone())).collect();
        }
    }
    draft.sources.remove(gone);
    draft.finish(&format!("make {} one with {}", source_name(pathway, gone), source_name(pathway, kept)))
}

fn cites(misfit: &Misfit, id: &SourceId) -> bool {
    match misfit {
        Misfit::Node(node) => node.notes.iter().any(|note| note.sources.contains(id)),
        Misfit::TwinLink(link) | Misfit::LooseLink(link) => link.evidence.iter().any(|item| item.source == *id),
        Misfit::Lane(_) | Misfit::Source(_) | Misfit::Tour(_) | Misfit::Unread { .. } => false,
    }
}

fn different<T: PartialEq>(kept: &T, gone: &T) -> Result<(), Refusal> {
    if kept == gone { Err(Refusal::new("it takes two to become one; choose another")) } else { Ok(()) }
}
