//! What a GPML file cites: BioPAX in 2013a, lists of citations, terms and evidence codes in 2021.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::named::attribute;
use crate::{
    brief::brief,
    draft::{Draft, Paper, PaperId},
    grammar::ended,
    xml,
};

/// The papers and the terms of a file by their ids.
#[derive(Default)]
pub(super) struct Papers<'a> {
    entries: BTreeMap<&'a str, Entry>,
    /// Terms and evidence codes that elements can name: `ECO:0000006: experimental evidence`.
    terms: BTreeMap<&'a str, String>,
    /// Terms of the pathway.
    about: Vec<String>,
}

/// What one id stands for, and its places in the draft once something cites it.
struct Entry {
    papers: Vec<Paper>,
    cited: Option<Vec<PaperId>>,
}

impl From<Vec<Paper>> for Entry {
    fn from(papers: Vec<Paper>) -> Self {
        Self { papers, cited: None }
    }
}

impl<'a> Papers<'a> {
    /// Everything that can be cited in a file.
    pub(super) fn of(root: Node<'a, '_>) -> Self {
        let mut found = Self::default();
        let lists = ["Biopax", "Citations", "Annotations", "Evidences"];
        for list in root.children().filter(|child| lists.contains(&child.tag_name().name())) {
            list.children().filter(Node::is_element).for_each(|entry| found.add(entry));
        }
        let named = xml::children(root, "AnnotationRef").filter_map(|term| attribute(term, &["elementRef"]));
        found.about.extend(named.filter_map(|id| found.terms.get(id).cloned()));
        found
    }

    fn add(&mut self, entry: Node<'a, '_>) {
        let name = entry.tag_name().name();
        match name {
            "openControlledVocabulary" => {
                let term = xml::child(entry, "TERM").map(xml::text_in).unwrap_or_default();
                let id = xml::child(entry, "ID").map(xml::text_in).unwrap_or_default();
                self.about.push(if id.is_empty() { term } else { format!("{term} ({id})") });
            }
            "PublicationXref" | "publicationXref" => {
                if let Some(id) = xml::attribute(entry, "id") {
                    self.entries.entry(id).or_insert_with(|| published(entry).into());
                }
            }
            "Citation" => {
                if let Some(id) = attribute(entry, &["elementId"]) {
                    self.entries.entry(id).or_insert_with(|| vec![cited(entry)].into());
                }
            }
            "Annotation" | "Evidence" => {
                if let Some(id) = attribute(entry, &["elementId"]) {
                    let code = xml::child(entry, "Xref").and_then(|xref| attribute(xref, &["identifier"]));
                    let parts = [attribute(entry, &["value"]), code];
                    self.terms.insert(id, brief(&parts.into_iter().flatten().collect::<Vec<_>>().join(", ")));
                }
            }
            _ => {}
        }
    }

    /// What an element cites.
    pub(super) fn cite(&mut self, draft: &mut Draft, element: Node<'a, '_>) -> Vec<PaperId> {
        let mut found = Vec::new();
        for child in element.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "BiopaxRef" => self.one(draft, child.text().unwrap_or_default().trim(), &mut found),
                "CitationRef" => {
                    self.one(draft, attribute(child, &["elementRef"]).unwrap_or_default(), &mut found);
                }
                "AnnotationRef" => found.extend(self.cite_inside(draft, child)),
                _ => {}
            }
        }
        found
    }

    /// What a reference to a term cites in its turn; it holds no such references itself.
    fn cite_inside(&mut self, draft: &mut Draft, element: Node<'a, '_>) -> Vec<PaperId> {
        let mut found = Vec::new();
        for child in element.children().filter(|child| child.tag_name().name() == "CitationRef") {
            self.one(draft, attribute(child, &["elementRef"]).unwrap_or_default(), &mut found);
        }
        found
    }

    fn one(&mut self, draft: &mut Draft, id: &str, found: &mut Vec<PaperId>) {
        if let Some(Entry { papers, cited }) = self.entries.get_mut(id) {
            found.extend(
                cited.get_or_insert_with(|| papers.iter().map(|paper| draft.paper(paper.clone())).collect()).iter(),
            );
        }
    }

    /// The terms and evidence codes that an element names, as notes.
    pub(super) fn notes(&self, element: Node<'_, '_>) -> Vec<String> {
        let named = element.children().filter_map(|child| {
            let what = match child.tag_name().name() {
                "AnnotationRef" => "Term",
                "EvidenceRef" => "Kind of evidence",
                _ => return None,
            };
            let term = self.terms.get(attribute(child, &["elementRef"])?)?;
            Some(format!("{what}: {term}"))
        });
        named.collect()
    }

    /// The terms of the pathway, where it has any.
    pub(super) fn terms(&self) -> Option<String> {
        (!self.about.is_empty()).then(|| self.about.join(", "))
    }

    /// Papers that no element cites, a line each.
    pub(super) fn uncited(&self) -> Option<String> {
        let rest = self.entries.values().filter(|entry| entry.cited.is_none()).flat_map(|entry| &entry.papers);
        let lines: Vec<String> = rest.map(line).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// A paper as a line of a list.
fn line(paper: &Paper) -> String {
    let labels = [("PMID ", &paper.pmid), ("doi:", &paper.doi), ("", &paper.url)];
    let known = labels.iter().filter(|(_, id)| !id.is_empty()).map(|(label, id)| format!("{label}{id}"));
    let parts = Some(paper.reference.clone()).filter(|text| !text.is_empty()).into_iter().chain(known);
    parts.collect::<Vec<_>>().join(" ")
}

/// A publication of BioPAX: its fields may come twice, and one entry may hold several papers.
fn published(entry: Node<'_, '_>) -> Vec<Paper> {
    let texts = |name: &'static str| xml::children(entry, name).map(xml::text_in).filter(|text| !text.is_empty());
    let first = |name| texts(name).next().unwrap_or_default();
    let mut reference = texts("AUTHORS").collect::<Vec<_>>().join(", ");
    for part in [first("TITLE"), first("SOURCE"), first("YEAR")] {
        reference = ended(&reference);
        if !part.is_empty() && !reference.is_empty() {
            reference.push(' ');
        }
        reference.push_str(&part);
    }
    let databases: Vec<String> = texts("DB").collect();
    let mut papers: Vec<Paper> = Vec::new();
    for (place, id) in texts("ID").enumerate() {
        let mut paper = identified(databases.get(place).map_or("PubMed", String::as_str), &id);
        if papers.iter().any(|known| (&known.pmid, &known.doi, &known.url) == (&paper.pmid, &paper.doi, &paper.url)) {
            continue;
        }
        if papers.is_empty() {
            paper.reference =
                ended(&format!("{reference}{}{}", if reference.is_empty() { "" } else { " " }, paper.reference));
        }
        papers.push(paper);
    }
    if papers.is_empty() && !reference.is_empty() {
        papers.push(Paper { reference: ended(&reference), ..Paper::default() });
    }
    papers
}

/// A citation of 2021: an identifier, or an address.
fn cited(entry: Node<'_, '_>) -> Paper {
    let xref = xml::child(entry, "Xref");
    let of = |names: &[&str]| xref.and_then(|xref| attribute(xref, names)).unwrap_or_default();
    let mut paper = identified(of(&["dataSource"]), of(&["identifier"]));
    if let Some(link) = xml::child(entry, "Url").and_then(|url| attribute(url, &["link"])) {
        link.clone_into(&mut paper.url);
    }
    paper
}

fn identified(database: &str, id: &str) -> Paper {
    let id = id.trim();
    let named = database.trim().to_ascii_lowercase();
    let known = match named.as_str() {
        "doi" => None,
        _ => Paper::pmid(id),
    };
    known.unwrap_or_else(|| {
        let doi = id.trim_start_matches("https://doi.org/").trim_start_matches("doi:");
        if doi.starts_with("10.") {
            return Paper { doi: doi.to_owned(), ..Paper::default() };
        }
        if id.starts_with("http://") || id.starts_with("https://") {
            return Paper { url: id.to_owned(), ..Paper::default() };
        }
        let reference = if id.is_empty() { String::new() } else { format!("{database}: {id}") };
        Paper { reference, ..Paper::default() }
    })
}
