//! What is offered about a problem, carried out.

use std::collections::BTreeSet;

use super::{
    choice::{Choice, choose},
    draft::Draft,
    ids::{Mint, link_id, node_id},
    join::{merge_nodes, merge_sources},
    lists::{List, remove_item},
    mend::{Fate, mend},
    nodes::{add_first_lane, name_of_node, namesake, unpin},
    outcome::{Outcome, Refusal},
    removal::{remove, remove_lane},
    slot::{slot, step},
    text::{AboutText, EvidenceText, LinkText, NodeText, SourceText, StepText, Text},
    texts::texts,
    words::{link_name, node_name, quoted, source_name, tour_name},
    write::write,
};
use crate::{
    analysis::problems::{Fix, Subject, cleaned},
    model::{
        Change, Citation, Extra, Kind, Lane, LaneId, Link, LinkId, Misfit, Node, NodeId, Pathway, Source, SourceId,
        Tour, TourId, is_valid_id,
    },
};

/// Carries out what is offered about a problem of `subject`, as one step.
///
/// # Errors
/// Where what it is about is gone or has become something else since the problem was found, and as the edits that it is
/// made of: a DOI may be another source's.
pub fn fix(pathway: &Pathway, mint: &mut Mint<'_>, subject: &Subject, fix: &Fix) -> Outcome {
    match (fix, subject) {
        (Fix::Remove, subject) => remove(pathway, std::slice::from_ref(subject)),
        (Fix::NewId, Subject::Misfit(at)) => with_new_id(pathway, mint, *at),
        (Fix::MakeEnds, Subject::Misfit(at)) => with_ends(pathway, mint, *at),
        (Fix::Lead(from, to), Subject::Misfit(at)) => led(pathway, mint, *at, (from, to)),
        (Fix::MakeLane(lane), _) => make_lane(pathway, lane),
        (Fix::ToLane(lane), Subject::Node(id)) => choose(pathway, &Choice::Lane(id.clone(), lane.clone())),
        (Fix::Grade(grade), Subject::Link(id)) => choose(pathway, &Choice::Grade(id.clone(), *grade)),
        (Fix::Doi(text), Subject::Source(id)) => write_source(pathway, id, SourceText::Doi, text),
        (Fix::Pmid(text), Subject::Source(id)) => write_source(pathway, id, SourceText::Pmid, text),
        (Fix::Url(text), Subject::Source(id)) => write_source(pathway, id, SourceText::Url, text),
        (Fix::MakeSource(id), _) => make_source(pathway, id),
        (Fix::CiteInstead { gone, source }, subject) => cite_instead(pathway, subject, gone, Some(source)),
        (Fix::Uncite(gone), subject) => cite_instead(pathway, subject, gone, None),
        (Fix::JoinNode(kept), Subject::Node(id)) => merge_nodes(pathway, kept, id),
        (Fix::JoinSource(kept), Subject::Source(id)) => merge_sources(pathway, kept, id),
        (Fix::JoinLane(kept), Subject::Lane(id)) => remove_lane(pathway, id, kept),
        (Fix::RemoveAlias(at), Subject::Node(id)) => remove_alias(pathway, id, *at),
        (Fix::RemoveNote(at), Subject::Node(id)) => remove_item(pathway, &List::Notes(id.clone()), *at),
        (Fix::Unpin, Subject::Node(id)) => unpin(pathway, std::slice::from_ref(id)),
        (Fix::RemovePopular, Subject::Link(id)) => choose(pathway, &Choice::Popular(id.clone(), None)),
        (Fix::RemoveSearch, Subject::Link(id)) => write(pathway, &Text::Link(id.clone(), LinkText::NoSourceFound), ""),
        (Fix::TakeOut(gone), Subject::Tour(id)) => rename_in_tours(pathway, id, gone, None),
        (Fix::Instead { gone, name }, Subject::Tour(id)) => rename_in_tours(pathway, id, gone, Some(name)),
        (Fix::RemoveStep(at), Subject::Tour(id)) => remove_item(pathway, &List::Steps(id.clone()), *at),
        (Fix::RemoveQuestion(at), Subject::Tour(id)) => remove_question(pathway, id, *at),
        (Fix::RemoveBranches(gone), Subject::Tour(id)) => remove_branches(pathway, id, gone),
        (Fix::Clean, subject) => clean(pathway, subject),
        _ => Err(Refusal::idle()),
    }
}

/// A record that found no place.
fn misfit(pathway: &Pathway, at: usize) -> Result<&Misfit, Refusal> {
    pathway.misfits().get(at).ok_or_else(|| Refusal::gone("record", at + 1))
}

fn with_new_id(pathway: &Pathway, mint: &mut Mint<'_>, at: usize) -> Outcome {
    let misfit = misfit(pathway, at)?;
    let mut draft = Draft::of(pathway);
    let id = match misfit {
        Misfit::Lane(lane) => {
            let id = LaneId::new(&mint(lane.id.as_str()));
            draft.lanes.add(Lane { id: id.clone(), ..lane.clone() });
            id.to_string()
        }
        Misfit::Node(node) => {
            let id = NodeId::new(&mint(node.id.as_str()));
            draft.nodes.add(Node { id: id.clone(), ..node.clone() });
            id.to_string()
        }
        Misfit::TwinLink(link) | Misfit::LooseLink(link) => {
            [&link.from, &link.to].into_iter().try_for_each(|end| draft.node(end).map(drop))?;
            let id = LinkId::new(&mint(link.id.as_str()));
            draft.links.add(Link { id: id.clone(), ..link.clone() });
            id.to_string()
        }
        Misfit::Source(source) => {
            let id = SourceId::new(&mint(source.id.as_str()));
            draft.sources.add(Source { id: id.clone(), ..source.clone() });
            id.to_string()
        }
        Misfit::Tour(tour) => {
            let id = TourId::new(&mint(tour.id.as_str()));
            draft.tours.add(Tour { id: id.clone(), ..tour.clone() });
            id.to_string()
        }
        Misfit::Unread { .. } => return Err(Refusal::new("this record could not be read; take it out or repair it")),
    };
    draft.change(Change::RemoveMisfit(misfit.clone()));
    draft.finish(&format!("give {} an id of its own, {}", quoted(misfit.name()), quoted(&id)))
}

/// Puts a link that found no place from one node to another.
fn placed(
    draft: &mut Draft<'_>,
    mint: &mut Mint<'_>,
    misfit: &Misfit,
    (from, to): (NodeId, NodeId),
) -> Result<(), Refusal> {
    let (Misfit::TwinLink(link) | Misfit::LooseLink(link)) = misfit else { return Err(Refusal::idle()) };
    let is_free = is_valid_id(link.id.as_str()) && draft.pathway.link(&link.id).is_none();
    let id = if is_free { link.id.clone() } else { link_id(mint, &from, &to) };
    draft.links.add(Link { id, from, to, ..link.clone() });
    draft.change(Change::RemoveMisfit(misfit.clone()));
    Ok(())
}

/// Makes the nodes that a link lacks.
fn with_ends(pathway: &Pathway, mint: &mut Mint<'_>, at: usize) -> Outcome {
    let misfit = misfit(pathway, at)?;
    let (Misfit::TwinLink(link) | Misfit::LooseLink(link)) = misfit else { return Err(Refusal::idle()) };
    let mut draft = Draft::of(pathway);
    let mut made: Vec<(NodeId, NodeId)> = Vec::new();
    for end in [&link.from, &link.to] {
        if pathway.node(end).is_none() && made.iter().all(|(asked, _)| asked != end) {
            let id = make_node(&mut draft, mint, end)?;
            made.push((end.clone(), id));
        }
    }
    let now = |end: &NodeId| made.iter().find(|(asked, _)| asked == end).map_or(end, |(_, id)| id).clone();
    let ends = (now(&link.from), now(&link.to));
    placed(&mut draft, mint, misfit, ends)?;
    draft.finish(&format!("make what the link {} lacks", quoted(link.id.as_str())))
}

/// A node of an id, with a label that is made from it.
fn make_node(draft: &mut Draft<'_>, mint: &mut Mint<'_>, asked: &NodeId) -> Result<NodeId, Refusal> {
    let label = name_of_node(&spelled_out(asked.as_str()))?;
    // A name leads to one node.
    let label = match namesake(draft.pathway, &label) {
        Some(_) => format!("{label} ({asked})"),
        None => label,
    };
    let lane = match draft.pathway.lanes().last() {
        Some(lane) => lane.id.clone(),
        None => add_first_lane(draft, mint),
    };
    let id = if is_valid_id(asked.as_str()) { asked.clone() } else { node_id(mint, &label) };
    draft.nodes.add(Node::new(id.as_str(), &label, Kind::Other, lane.as_str()));
    Ok(id)
}

/// An id as a label: `poor_sleep` becomes `Poor sleep`.
fn spelled_out(id: &str) -> String {
    let text = id.replace(['_', '-'], " ");
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn led(pathway: &Pathway, mint: &mut Mint<'_>, at: usize, (from, to): (&NodeId, &NodeId)) -> Outcome {
    let misfit = misfit(pathway, at)?;
    let mut draft = Draft::of(pathway);
    draft.node(from)?;
    draft.node(to)?;
    placed(&mut draft, mint, misfit, (from.clone(), to.clone()))?;
    let [from, to] = [from, to].map(|end| node_name(pathway, end));
    draft.finish(&format!("lead the link {} from {from} to {to}", quoted(misfit.name())))
}

fn make_lane(pathway: &Pathway, id: &LaneId) -> Outcome {
    let mut draft = Draft::of(pathway);
    let label = spelled_out(id.as_str());
    draft.lanes.add(Lane { id: id.clone(), label: label.clone(), extra: Extra::new() });
    draft.finish(&format!("add the lane {}", quoted(&label)))
}

/// A source of which nothing is known but what it is cited as.
fn make_source(pathway: &Pathway, id: &SourceId) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.sources.add(Source {
        id: id.clone(),
        authors: String::new(),
        year: 0,
        title: id.to_string(),
        venue: String::new(),
        doi: None,
        pmid: None,
        url: None,
        kind: None,
        citation: Citation::Unconfirmed,
        extra: Extra::new(),
    });
    draft.finish(&format!("add the source {}", quoted(id.as_str())))
}

fn write_source(pathway: &Pathway, id: &SourceId, field: SourceText, text: &str) -> Outcome {
    write(pathway, &Text::Source(id.clone(), field), text)
}

/// Cites another source, or none, in the place of one that is not there.
fn cite_instead(pathway: &Pathway, subject: &Subject, gone: &SourceId, source: Option<&SourceId>) -> Outcome {
    let mut draft = Draft::of(pathway);
    if let Some(source) = source {
        draft.source(source)?;
    }
    let name = match subject {
        Subject::Link(id) => {
            let evidence = &mut draft.link(id)?.evidence;
            match source {
                Some(source) => evidence
                    .iter_mut()
                    .filter(|item| item.source == *gone)
                    .for_each(|item| item.source = source.clone()),
                None => evidence.retain(|item| item.source != *gone),
            }
            link_name(pathway, id)
        }
        Subject::Node(id) => {
            for note in &mut draft.node(id)?.notes {
                let instead = source.filter(|source| !note.sources.contains(source));
                match (instead, note.sources.iter().position(|cited| cited == gone)) {
                    (Some(source), Some(at)) => note.sources[at] = source.clone(),
                    _ => note.sources.retain(|cited| cited != gone),
                }
            }
            node_name(pathway, id)
        }
        _ => return Err(Refusal::idle()),
    };
    let by = source.map_or_else(String::new, |source| format!(" by {}", source_name(pathway, source)));
    let verb = if source.is_some() { "replace" } else { "take out" };
    draft.finish(&format!("{verb} {} on {name}{by}", quoted(gone.as_str())))
}

fn remove_alias(pathway: &Pathway, id: &NodeId, at: usize) -> Outcome {
    let mut draft = Draft::of(pathway);
    let aliases = &mut draft.node(id)?.aliases;
    if at >= aliases.len() {
        return Err(Refusal::gone("name", at + 1));
    }
    let alias = aliases.remove(at);
    draft.finish(&format!("take the name {} from {}", quoted(&alias), node_name(pathway, id)))
}

/// Names something else, or nothing, in tours.
fn rename_in_tours(pathway: &Pathway, id: &TourId, gone: &str, name: Option<&str>) -> Outcome {
    let mut draft = Draft::of(pathway);
    draft.tour(id)?;
    let is_there = pathway.node(&gone.into()).is_some() || pathway.link(&gone.into()).is_some();
    if is_there {
        return Err(Refusal::idle());
    }
    let fate: Fate = [(gone.to_owned(), name.map(str::to_owned))].into();
    mend(&mut draft, &fate, &BTreeSet::new())?;
    draft.finish(&format!("put {} right in the tour {}", quoted(gone), tour_name(pathway, id)))
}

fn remove_question(pathway: &Pathway, id: &TourId, at: usize) -> Outcome {
    choose(pathway, &Choice::Predict(id.clone(), at, None))
}

fn remove_branches(pathway: &Pathway, id: &TourId, gone: &TourId) -> Outcome {
    let mut draft = Draft::of(pathway);
    for at in 0..draft.tour(id)?.steps.len() {
        step(&mut draft, id, at)?.branches.retain(|branch| branch.tour != *gone);
    }
    draft.finish(&format!("take out the branch of the tour {} to {}", tour_name(pathway, id), quoted(gone.as_str())))
}

/// Takes characters out of the texts of a record that nobody sees.
fn clean(pathway: &Pathway, subject: &Subject) -> Outcome {
    let mut draft = Draft::of(pathway);
    for place in texts(pathway).into_iter().filter(|place| of(place) == *subject) {
        let text = slot(&mut draft, &place)?.get();
        let plain = if is_name(&place) {
            text.split('\n').map(|line| cleaned(line, true)).collect::<Vec<_>>().join("\n")
        } else {
            cleaned(&text, false)
        };
        if plain != text {
            slot(&mut draft, &place)?.set(plain);
        }
    }
    draft.finish("take out characters that cannot be seen")
}

/// The record that a text belongs to.
fn of(place: &Text) -> Subject {
    match place {
        Text::About(_) => Subject::Pathway,
        Text::Lane(id) => Subject::Lane(id.clone()),
        Text::Node(id, _) | Text::Note(id, _) => Subject::Node(id.clone()),
        Text::Link(id, _) | Text::Evidence(id, ..) => Subject::Link(id.clone()),
        Text::Source(id, _) => Subject::Source(id.clone()),
        Text::Tour(id) | Text::Step(id, ..) | Text::Branch(id, ..) => Subject::Tour(id.clone()),
    }
}

/// Whether a text is checked as a name, each line for itself.
fn is_name(place: &Text) -> bool {
    match place {
        Text::About(field) => *field != AboutText::Summary,
        Text::Lane(_) | Text::Source(..) | Text::Tour(_) => true,
        Text::Node(_, field) => matches!(field, NodeText::Label | NodeText::Aliases | NodeText::Xrefs),
        Text::Evidence(_, _, field) => *field == EvidenceText::Species,
        Text::Note(..)
        | Text::Link(..)
        | Text::Step(_, _, StepText::Text | StepText::Level(_) | StepText::Notes)
        | Text::Branch(..) => false,
    }
}
