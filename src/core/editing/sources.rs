//! Sources: added once, and who cites them.

use std::collections::BTreeSet;

use super::{
    draft::Draft,
    ids::{Mint, source_id},
    outcome::{Outcome, Refusal},
    words::{link_name, node_name, source_name},
};
use crate::{
    analysis::problems::{Subject, shown},
    citing::filled,
    model::{Link, Misfit, Node, Pathway, Source, SourceId},
};

/// Adds a source under an id of its own, made from its first author and its year, whatever id it comes with.
///
/// # Errors
/// Where the pathway has the work already, and where nothing is said of it.
pub fn add_source(pathway: &Pathway, mint: &mut Mint<'_>, source: Source) -> Outcome {
    if let Some(known) = same_work(pathway, &source) {
        return Err(known_work(pathway, known));
    }
    if source.addresses().is_empty() && source.title.trim().is_empty() && source.authors.trim().is_empty() {
        return Err(Refusal::new("nothing is said of this source; give its title, its authors or an address"));
    }
    let name = shown(&source.short());
    let mut draft = Draft::of(pathway);
    let id = source_id(mint, &source);
    draft.sources.add(Source { id, ..source });
    draft.finish(&format!("add the source {name}"))
}

/// Fills what a source lacks from a paste of the same work; what stands there already stays.
///
/// # Errors
/// Where it is gone or lacks nothing that the paste says, and where another source has that DOI or PubMed number.
pub fn fill_source(pathway: &Pathway, id: &SourceId, pasted: &Source) -> Outcome {
    let mut draft = Draft::of(pathway);
    let source = draft.source(id)?;
    *source = filled(source, pasted);
    let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    let (doi, pmid) = (source.doi.clone(), source.pmid.clone());
    let mut others = pathway.sources().iter().filter(|other| other.id != *id);
    if let Some(other) = others.find(|other| same(&other.doi, &doi) || same(&other.pmid, &pmid)) {
        return Err(known_work(pathway, other));
    }
    draft.finish(&format!("fill in what {} lacks", source_name(pathway, id)))
}

/// The source that is the same work: one DOI is one source, and so is one PubMed number or one address. A work without any
/// is known by its title and year.
pub fn same_work<'p>(pathway: &'p Pathway, source: &Source) -> Option<&'p Source> {
    let same = |one: &Option<String>, other: &Option<String>| {
        let [one, other] = [one, other].map(|text| text.as_deref().unwrap_or_default().trim());
        !one.is_empty() && one.eq_ignore_ascii_case(other)
    };
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let title = plain(&source.title);
    let bare = source.addresses().is_empty();
    let is_same = |known: &&Source| {
        same(&known.doi, &source.doi)
            || same(&known.pmid, &source.pmid)
            || source.doi.is_none() && source.pmid.is_none() && same(&known.url, &source.url)
            || bare && !title.is_empty() && plain(&known.title) == title && known.year == source.year
    };
    pathway.sources().iter().map(|known| &**known).find(is_same)
}

pub(super) fn known_work(pathway: &Pathway, known: &Source) -> Refusal {
    let why = format!("{} is among the sources already; cite it from there", source_name(pathway, &known.id));
    Refusal::because(Subject::Source(known.id.clone()), why)
}

/// What cites a source once the draft is applied: each record with its name.
pub(super) fn cited_by(draft: &Draft<'_>, id: &SourceId) -> Vec<(Subject, String)> {
    let pathway = draft.pathway;
    let links =
        pathway.links().filter(|link| !draft.links.is_removed(&link.id) && cited_on(link).any(|source| source == id));
    let nodes =
        pathway.nodes().filter(|node| !draft.nodes.is_removed(&node.id) && cited_in(node).any(|source| source == id));
    let set_aside = pathway.misfits().iter().enumerate().filter(|(_, misfit)| match misfit {
        Misfit::Node(node) => cited_in(node).any(|source| source == id),
        Misfit::TwinLink(link) | Misfit::LooseLink(link) => cited_on(link).any(|source| source == id),
        Misfit::Lane(_) | Misfit::Source(_) | Misfit::Tour(_) | Misfit::Unread { .. } => false,
    });
    let links = links.map(|link| (Subject::Link(link.id.clone()), link_name(pathway, &link.id)));
    let nodes =
        nodes.map(|node| (Subject::Node(node.id.clone()), format!("a note of {}", node_name(pathway, &node.id))));
    let set_aside = set_aside.map(|(at, _)| (Subject::Misfit(at), "a record that found no place".to_owned()));
    links.chain(nodes).chain(set_aside).collect()
}

/// Sources that only what the draft removes cites.
pub(super) fn uncited(draft: &Draft<'_>) -> Vec<SourceId> {
    let pathway = draft.pathway;
    let links = draft.links.removed().filter_map(|id| pathway.link(id));
    let nodes = draft.nodes.removed().filter_map(|id| pathway.node(id));
    let mut left: BTreeSet<&SourceId> = links.flat_map(|link| cited_on(link)).collect();
    left.extend(nodes.flat_map(|node| cited_in(node)));
    let links = pathway.links().filter(|link| !draft.links.is_removed(&link.id));
    let nodes = pathway.nodes().filter(|node| !draft.nodes.is_removed(&node.id));
    for id in links.flat_map(|link| cited_on(link)).chain(nodes.flat_map(|node| cited_in(node))) {
        left.remove(id);
    }
    let stays = |id: &&SourceId| pathway.source(id).is_some() && !draft.sources.is_removed(id);
    left.into_iter().filter(stays).cloned().collect()
}

fn cited_on(link: &Link) -> impl Iterator<Item = &SourceId> {
    link.evidence.iter().map(|evidence| &evidence.source)
}

fn cited_in(node: &Node) -> impl Iterator<Item = &SourceId> {
    node.notes.iter().flat_map(|note| &note.sources)
}
