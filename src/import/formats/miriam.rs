//! Annotations of the systems biology formats: RDF whose resources name entries of public databases.

use roxmltree::Node;

use crate::{
    draft::{Draft, Paper, PaperId},
    xml,
};

/// What an element's annotation names: papers, and other entries as `database:id`.
#[derive(Default)]
pub(super) struct Named {
    pub(super) papers: Vec<PaperId>,
    pub(super) xrefs: Vec<String>,
}

/// What the annotation of an element names, without those of elements inside it.
pub(super) fn named(draft: &mut Draft, element: Node<'_, '_>) -> Named {
    let mut found = Named::default();
    let annotations = element.children().filter(|child| matches!(child.tag_name().name(), "annotation" | "extension"));
    for entry in annotations.flat_map(|annotation| annotation.descendants()) {
        let Some(resource) = xml::attribute(entry, "resource").filter(|_| entry.is_element()) else { continue };
        let Some((database, id)) = split(resource) else { continue };
        match database.as_str() {
            "pubmed" => found.papers.extend(Paper::pmid(&id).map(|paper| draft.paper(paper))),
            "doi" => found.papers.push(draft.paper(Paper { doi: id, ..Paper::default() })),
            _ => found.xrefs.push(format!("{database}:{id}")),
        }
    }
    found
}

/// `urn:miriam:pubmed:123`, `https://identifiers.org/pubmed/123` and `https://identifiers.org/pubmed:123` as a database and
/// an id.
fn split(resource: &str) -> Option<(String, String)> {
    let resource = resource.trim();
    let rest =
        resource.strip_prefix("urn:miriam:").or_else(|| resource.split_once("identifiers.org/").map(|(_, rest)| rest));
    let (database, id) = match rest {
        Some(rest) => rest.split_once([':', '/'])?,
        None => ("doi", resource.split_once("doi.org/")?.1),
    };
    let id = id.replace("%3A", ":").replace("%2F", "/");
    // Some databases have their name in their ids: GO:0006915.
    let id = id.strip_prefix(&format!("{}:", database.to_ascii_uppercase())).unwrap_or(&id);
    (!id.is_empty()).then(|| (database.to_ascii_lowercase(), id.to_owned()))
}
