//! Copy and paste: the clipboard holds a small pathway file, which any editor can show and any pathway can take.

use std::collections::BTreeSet;

use super::{
    draft::Draft,
    entry::{Said, quick_entry},
    graft::{Known, graft},
    ids::{Mint, free_ids},
    nodes::{namesake, taken},
    outcome::{Outcome, Proposal, Refusal},
    start::blank,
    words::{node_name, quoted},
};
use crate::{
    analysis::problems::{Severity, findings},
    formats::{self, Problem},
    grammar::count,
    model::{About, Lane, LaneId, Link, LinkId, Node, NodeId, Parts, Pathway, Source, SourceId},
};

/// A selection as the text of a pathway file: its nodes, the links among them and those that are selected with their ends,
/// their lanes and the sources that they cite.
///
/// # Errors
/// Where nothing is selected that is there.
pub fn copied(pathway: &Pathway, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Result<String, Refusal> {
    let piece = piece(pathway, nodes, links);
    if piece.nodes().len() == 0 {
        return Err(Refusal::new("nothing is selected; choose what to copy first"));
    }
    Ok(formats::save(&piece))
}

fn piece(pathway: &Pathway, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Pathway {
    let among = |link: &Link| nodes.contains(&link.from) && nodes.contains(&link.to);
    let links: Vec<Link> =
        pathway.links().filter(|link| links.contains(&link.id) || among(link)).map(|link| Link::clone(link)).collect();
    let ends: BTreeSet<&NodeId> = links.iter().flat_map(|link| [&link.from, &link.to]).chain(nodes).collect();
    let nodes: Vec<Node> =
        pathway.nodes().filter(|node| ends.contains(&node.id)).map(|node| Node::clone(node)).collect();
    let cited: BTreeSet<&SourceId> = links
        .iter()
        .flat_map(|link| link.evidence.iter().map(|item| &item.source))
        .chain(nodes.iter().flat_map(|node| &node.notes).flat_map(|note| &note.sources))
        .collect();
    let lanes = pathway.lanes().iter().filter(|lane| nodes.iter().any(|node| node.lane == lane.id));
    let sources = pathway.sources().iter().filter(|source| cited.contains(&source.id));
    let about = About { summary: String::new(), extra: Vec::new(), ..pathway.about().clone() };
    let parts = Parts {
        about,
        lanes: lanes.map(|lane| (**lane).clone()).collect(),
        sources: sources.map(|source| Source::clone(source)).collect(),
        nodes,
        links,
        tours: Vec::new(),
    };
    Pathway::from_parts(parts, Vec::new())
}

/// Takes a node of another pathway, with its explanation, kind, other names, notes and the sources that they cite: into a lane
/// of this one, or else with its own, which comes along.
///
/// # Errors
/// Where it is gone, or a node of this pathway has its name already.
pub fn copy_node(
    pathway: &Pathway,
    mint: &mut Mint<'_>,
    from: &Pathway,
    id: &NodeId,
    lane: Option<&LaneId>,
) -> Outcome {
    let node = from.node(id).ok_or_else(|| Refusal::gone("node", id))?;
    let there = pathway.node(id).map(|node| &**node).or_else(|| namesake(pathway, &node.label));
    if let Some(there) = there {
        return Err(taken(pathway, &there.label, there));
    }
    let mut draft = Draft::of(pathway);
    let mut piece = piece(from, &[id.clone()].into(), &BTreeSet::new());
    if let Some(lane) = lane.and_then(|lane| pathway.lane(lane)) {
        let mut parts = piece.parts();
        parts.lanes = vec![Lane::clone(lane)];
        for node in &mut parts.nodes {
            (node.lane, node.at) = (lane.id.clone(), None);
        }
        piece = Pathway::from_parts(parts, Vec::new());
    }
    graft(&mut draft, mint, &piece, Known::Join)?;
    let label = format!("add {} from {}", node_name(from, id), quoted(&from.about().title));
    let done = draft.finish(&label)?;
    if errors(&piece).is_empty() { Ok(done) } else { without_new_errors(pathway, done) }
}

/// Pastes a text: a pathway file, or lines of notation. What was copied from this very pathway becomes copies with names of
/// their own; nodes of another pathway that are known by id or name are the ones that are there, and one DOI is one source.
///
/// # Errors
/// Where the text is neither, or holds nothing new.
pub fn paste(pathway: &Pathway, mint: &mut Mint<'_>, text: &str, lane: Option<&LaneId>) -> Outcome {
    if !is_pathway_file(text) {
        let entry = quick_entry(pathway, mint, text, lane);
        only_lines(entry.lines.iter().map(|line| (line.number, &line.said)))?;
        return entry.outcome;
    }
    let unread = |problems: &[Problem]| {
        let why = problems.first().map(ToString::to_string).unwrap_or_default();
        Refusal::new(format!("the pathway in the clipboard cannot be read: {why}"))
    };
    let opened = formats::open(text.as_bytes()).map_err(|problems| unread(&problems))?;
    let piece = opened.pathway;
    if piece.nodes().len() == 0 && opened.problems.iter().any(Problem::is_error) {
        return Err(unread(&opened.problems));
    }
    if piece.nodes().len() == 0 {
        return Err(Refusal::new("the pathway in the clipboard has no nodes; copy some first"));
    }
    let own = piece.about().id == pathway.about().id && piece.nodes().all(|node| pathway.node(&node.id).is_some());
    let mut draft = Draft::of(pathway);
    graft(&mut draft, mint, &piece, if own { Known::Copy } else { Known::Join })?;
    let (aside, tours) = (piece.misfits().len(), piece.tours().len());
    if aside > 0 {
        draft.tell(format!("{} that could not be read stay out", count(aside, "record", "records")));
    }
    if tours > 0 {
        draft.tell(format!("{} stay out", count(tours, "tour", "tours")));
    }
    let (nodes, links) = (piece.nodes().len(), piece.links().len());
    let label = format!("paste {} and {}", count(nodes, "node", "nodes"), count(links, "link", "links"));
    let done = draft.finish(&label)?;
    if opened.problems.iter().any(Problem::is_error) { without_new_errors(pathway, done) } else { Ok(done) }
}

/// A pathway of its own from a text: a pathway file, or lines of notation, which become a pathway with one lane.
///
/// # Errors
/// Where the text is neither.
pub fn pathway_from_text(text: &str) -> Result<Pathway, Refusal> {
    if is_pathway_file(text) {
        return formats::open(text.as_bytes())
            .map(|opened| opened.pathway)
            .map_err(|problems| Refusal::new(problems.first().map(ToString::to_string).unwrap_or_default()));
    }
    let start = blank("");
    let done = paste(&start, &mut free_ids(&start), text, None)?;
    start.apply(&done.edit).map_err(|error| Refusal::new(error.to_string()))
}

/// Whether a text means to be a pathway file.
fn is_pathway_file(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("Pathway") && text.trim_start_matches("Pathway").trim_start().starts_with('(')
        || text.starts_with('(')
        || text.starts_with("//") && text.contains("Pathway(")
        || text.starts_with("#!")
}

/// Lines that are pasted are taken as a whole: a text that only happens to have an arrow is none.
fn only_lines<'l>(lines: impl Iterator<Item = (usize, &'l Said)>) -> Result<(), Refusal> {
    for (number, said) in lines {
        let (column, why) = match said {
            Said::Good { new, .. } => match new.iter().find(|name| is_sentence(name)) {
                Some(name) => (1, format!("{} reads as a sentence and not as a name", quoted(name))),
                None => continue,
            },
            Said::InDoubt { column, name, .. } => {
                (*column, format!("{} may be several nodes; write the id of one", quoted(name)))
            }
            Said::Wrong { column, why } => (*column, why.clone()),
        };
        return Err(Refusal::new(format!(
            "the text is neither a pathway file nor lines such as “stress -> sleep”: line {number}, column {column}: {why}"
        )));
    }
    Ok(())
}

/// Whether a name has the length and the end of a sentence, or the length of several.
fn is_sentence(name: &str) -> bool {
    name.ends_with(['.', '!', '?']) && name.split_whitespace().count() > 4 || name.split_whitespace().count() > 20
}

/// Refuses what would bring an error into the pathway.
fn without_new_errors(pathway: &Pathway, done: Proposal) -> Outcome {
    let after = pathway.apply(&done.edit).map_err(|error| Refusal::new(error.to_string()))?;
    let old = errors(pathway);
    match errors(&after).into_iter().find(|error| !old.contains(error)) {
        Some(error) => Err(Refusal::new(format!("what is pasted has an error: {error}"))),
        None => Ok(done),
    }
}

fn errors(pathway: &Pathway) -> Vec<String> {
    let found = findings(pathway).into_iter().filter(|finding| finding.severity == Severity::Error);
    found.map(|finding| format!("{}; {}", finding.what, finding.hint)).collect()
}
