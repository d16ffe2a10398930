//! Problems of the pathway as a whole and of its lanes, nodes, sources and tours.

use super::{Fix, Severity, Subject, check::Check, shown};
use crate::{
    address::{checked_address, is_doi, is_pmid},
    model::{Citation, Lane, Node, Source, SourceId, is_valid_id},
};

/// The most words that an explanation should have.
const LONG_EXPLANATION: usize = 120;

impl<'a> Check<'a> {
    pub(super) fn about(&mut self) {
        let about = self.pathway.about();
        self.id(&Subject::Pathway, "pathway", &about.id);
        self.not_empty(&Subject::Pathway, "the pathway", "title", &about.title);
        self.texts_of_about(about);
        self.reviewed(&about.reviewed);
    }

    pub(super) fn lane(&mut self, subject: &Subject, lane: &'a Lane) {
        self.id(subject, "lane", lane.id.as_str());
        let noun = format!("the lane “{}”", shown(lane.id.as_str()));
        self.not_empty(subject, &noun, "label", &lane.label);
        self.name((subject, &noun), ("label", None), &lane.label);
        self.look_alike(subject, "lane", lane.id.as_str(), &lane.label);
    }

    pub(super) fn node(&mut self, subject: &Subject, node: &'a Node) {
        let noun = format!("the node “{}”", shown(node.id.as_str()));
        self.id(subject, "node", node.id.as_str());
        self.not_empty(subject, &noun, "label", &node.label);
        self.texts_of_node((subject, &noun), node);
        self.look_alike(subject, "node", node.id.as_str(), &node.label);
        self.other_names(subject, &noun, node);
        self.pin(subject, &noun, node);
        if !self.lanes.contains(node.lane.as_str()) {
            let what = format!("{noun} lies in the lane “{}”, which does not exist", shown(node.lane.as_str()));
            let hint = self.missing("lanes", "lane", node.lane.as_str());
            self.error(subject, Some("lane"), what, hint);
            self.offer_lane(node.lane.as_str());
        }
        self.explanation(subject, &noun, &node.explanation);
        for (item, note) in node.notes.iter().enumerate() {
            for source in &note.sources {
                self.citation(subject, &format!("note {} of {noun}", item + 1), ("notes", item), source);
            }
            if note.text.trim().is_empty() {
                let what = format!("note {} of {noun} is empty", item + 1);
                let hint = "write the note, or remove it".to_owned();
                self.push(Severity::Warning, subject, (Some("notes"), Some(item)), what, hint);
                self.offer(Fix::RemoveNote(item), "Take the note out");
            }
        }
        // A node with a note says itself why nothing leads to it: a claim that must not be drawn as a link.
        if !self.touched.contains(node.id.as_str()) && node.notes.is_empty() {
            let what = format!("no link touches {noun}");
            self.warn(subject, None, what, "add a link from or to it, or remove it".to_owned());
            self.offer(Fix::Remove, "Remove the node");
        }
    }

    pub(super) fn source(&mut self, subject: &Subject, source: &'a Source) {
        let noun = format!("the source “{}”", shown(source.id.as_str()));
        self.id(subject, "source", source.id.as_str());
        self.not_empty(subject, &noun, "title", &source.title);
        self.texts_of_source((subject, &noun), source);
        self.year(subject, &noun, source.year);
        self.cited_twice(subject, source);
        if let Some(doi) = source.doi.as_deref().filter(|doi| !is_doi(doi)) {
            let what = format!("“{}” does not look like a DOI", shown(doi));
            let hint = "write it without a host, such as 10.1038/s41467-025-62840-5".to_owned();
            self.error(subject, Some("doi"), what, hint);
            self.offer_number(plain_doi(doi), is_doi, Fix::Doi, "DOI");
        }
        if let Some(pmid) = source.pmid.as_deref().filter(|pmid| !is_pmid(pmid)) {
            let what = format!("“{}” does not look like a PubMed number", shown(pmid));
            self.error(subject, Some("pmid"), what, "write its digits only, such as 40890098".to_owned());
            self.offer_number(plain_pmid(pmid), is_pmid, Fix::Pmid, "PubMed number");
        }
        if let Some(url) = source.url.as_deref().filter(|url| checked_address(url).is_none()) {
            let what = format!("“{}” is no web address that can be opened", shown(url));
            let hint = "write an address that starts with https:// or http:// and opens in a browser".to_owned();
            self.error(subject, Some("url"), what, hint);
            let written = format!("https://{}", url.trim());
            self.offer_number(
                &written,
                |url| checked_address(url).is_some_and(|_| url.contains('.')),
                Fix::Url,
                "address",
            );
        }
        self.reading(subject, &noun, source);
        if !self.cited.contains(source.id.as_str()) {
            let what = format!("nothing cites {noun}");
            self.warn(subject, None, what, "cite it in an evidence or a note, or remove it".to_owned());
            self.offer(Fix::Remove, "Remove the source");
        }
        if source.citation == Citation::Unconfirmed {
            let what = format!("the citation of {noun} is not confirmed");
            let hint = "look up title and identifier together, then write Confirmed".to_owned();
            self.warn(subject, Some("citation"), what, hint);
        }
    }

    /// An explanation should be there, and short enough to be read.
    pub(super) fn explanation(&mut self, subject: &Subject, noun: &str, text: &str) {
        self.not_empty(subject, noun, "explanation", text);
        let words = text.split_whitespace().count();
        if words > LONG_EXPLANATION {
            let what = format!("the explanation of {noun} has {words} words");
            let hint = format!("shorten it to {LONG_EXPLANATION} words, or move a part into a note or the evidence");
            self.warn(subject, Some("explanation"), what, hint);
        }
    }

    /// A source that something rests on must exist.
    pub(super) fn citation(&mut self, subject: &Subject, noun: &str, place: (&'static str, usize), source: &SourceId) {
        if !self.sources.contains(source.as_str()) {
            let what = format!("{noun} cites “{}”, which is no source", shown(source.as_str()));
            let hint = self.missing("sources", "source", source.as_str());
            self.push(Severity::Error, subject, (Some(place.0), Some(place.1)), what, hint);
            self.offer_source(source);
        }
    }

    /// What to do about a name that nothing in that list has.
    pub(super) fn missing(&self, list: &'static str, noun: &str, id: &str) -> String {
        if self.unread.contains(&(list, id)) {
            return format!("repair the {noun} of that id, which could not be read");
        }
        let near = match list {
            "lanes" => self.nearest.id_of(id, self.lanes.iter().copied()),
            "sources" => self.nearest.id_of(id, self.sources.iter().copied()),
            _ => self.nearest.id_of(id, self.pathway.nodes().map(|node| node.id.as_str())),
        };
        near.map_or_else(
            || format!("add a {noun} with that id, or write the id of an existing one"),
            |near| format!("add a {noun} with that id, or write “{}”", shown(near)),
        )
    }
}

impl Check<'_> {
    fn offer_lane(&mut self, id: &str) {
        if is_valid_id(id) {
            self.offer(Fix::MakeLane(id.into()), format!("Make the lane “{}”", shown(id)));
        }
        let lanes = self.pathway.lanes();
        let near = self.nearest.id_of(id, lanes.iter().map(|lane| lane.id.as_str()));
        let lane = near.and_then(|near| self.pathway.lane(&near.into())).or_else(|| lanes.last());
        if let Some((id, label)) = lane.map(|lane| (lane.id.clone(), shown(&lane.label))) {
            self.offer(Fix::ToLane(id), format!("Put it into the lane “{label}”"));
        }
    }

    fn offer_source(&mut self, id: &SourceId) {
        let near = self.nearest.id_of(id.as_str(), self.sources.iter().copied());
        if let Some(near) = near.map(SourceId::new) {
            let words = format!("Cite “{}” instead", shown(near.as_str()));
            self.offer(Fix::CiteInstead { gone: id.clone(), source: near }, words);
        }
        if is_valid_id(id.as_str()) {
            self.offer(Fix::MakeSource(id.clone()), format!("Make the source “{}”", shown(id.as_str())));
        }
        self.offer(Fix::Uncite(id.clone()), "Take out what cites it");
    }

    /// A number or an address as it is meant, or its removal.
    fn offer_number(&mut self, plain: &str, is_good: impl Fn(&str) -> bool, fix: fn(String) -> Fix, noun: &str) {
        if is_good(plain) {
            self.offer(fix(plain.to_owned()), format!("Write it as {}", shown(plain)));
        }
        self.offer(fix(String::new()), format!("Take the {noun} out"));
    }
}

/// A DOI without the host or the prefix that people copy with it.
pub(crate) fn plain_doi(doi: &str) -> &str {
    let doi = doi.trim();
    let hosts =
        ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:"];
    let starts = |host: &&str| doi.get(..host.len()).is_some_and(|start| start.eq_ignore_ascii_case(host));
    hosts.iter().find(|host| starts(host)).and_then(|host| doi.get(host.len()..)).unwrap_or(doi).trim()
}

/// A PubMed number without the words before it.
pub(crate) fn plain_pmid(pmid: &str) -> &str {
    pmid.trim().trim_start_matches(|c: char| !c.is_ascii_digit() && c.is_ascii()).trim()
}
