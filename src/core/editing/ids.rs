//! Ids of new records: made from what people read, and never given twice.

use std::collections::BTreeSet;

use crate::model::{LaneId, LinkId, Name, NodeId, Pathway, Source, SourceId, TourId, notation::id_from};

/// Gives an id that starts with the text it is given and that nothing has or ever had, as `Document::mint` does.
pub type Mint<'a> = dyn FnMut(&str) -> String + 'a;

/// Ids for a pathway without a history: none that a record of it has.
pub fn free_ids(pathway: &Pathway) -> impl FnMut(&str) -> String + use<> {
    let nodes = pathway.nodes().map(|node| node.id.to_string());
    let links = pathway.links().map(|link| link.id.to_string());
    let lanes = pathway.lanes().iter().map(|lane| lane.id.to_string());
    let sources = pathway.sources().iter().map(|source| source.id.to_string());
    let tours = pathway.tours().iter().map(|tour| tour.id.to_string());
    let mut taken: BTreeSet<String> = nodes.chain(links).chain(lanes).chain(sources).chain(tours).collect();
    move |base| {
        let more = (2..).map(|number| format!("{base}_{number}"));
        let free = std::iter::once(base.to_owned()).chain(more).find(|id| !taken.contains(id));
        let id = free.unwrap_or_default();
        taken.insert(id.clone());
        id
    }
}

pub(super) fn node_id(mint: &mut Mint<'_>, label: &str) -> NodeId {
    NodeId::new(&mint(&id_from(label)))
}

pub(super) fn lane_id(mint: &mut Mint<'_>, label: &str) -> LaneId {
    LaneId::new(&mint(&id_from(label)))
}

pub(super) fn tour_id(mint: &mut Mint<'_>, title: &str) -> TourId {
    TourId::new(&mint(&id_from(title)))
}

/// A link is named after its ends.
pub(super) fn link_id(mint: &mut Mint<'_>, from: &NodeId, to: &NodeId) -> LinkId {
    LinkId::new(&mint(&id_from(&format!("{from}_{to}"))))
}

/// A source is named after its first author and its year: `kigar2025`. Where nothing is said of it but a number or an address,
/// that is all there is to tell it from others: `pmid34083447`.
pub(super) fn source_id(mint: &mut Mint<'_>, source: &Source) -> SourceId {
    let family = |name: &Name| match name {
        Name::Person { family, .. } => family.clone(),
        Name::Literal(text) => text.clone(),
    };
    let title = || Some(source.title.clone()).filter(|title| !title.trim().is_empty());
    let pmid = || source.pmid.as_ref().map(|pmid| format!("pmid{pmid}"));
    let doi = || source.doi.as_ref().map(|doi| format!("doi{doi}"));
    let name = source.author_list().names.first().map(family).or_else(title);
    let name = name.or_else(pmid).or_else(doi).or_else(|| source.url.clone()).unwrap_or_default();
    let name: String = id_from(&name).chars().filter(|&c| c != '_').take(24).collect();
    let year = if source.year > 0 { source.year.to_string() } else { String::new() };
    SourceId::new(&mint(&format!("{name}{year}")))
}
