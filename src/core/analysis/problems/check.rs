//! What every check needs, and how it reports what it finds.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    carrying::Carrying,
    finding::{Finding, Severity, Subject},
    fix::{Fix, Offer},
    looks::{foreign, looks},
    nearest::Nearest,
    words::named,
};
use crate::model::{Link, Misfit, Node, Pathway, SourceId, is_valid_id, shown};

/// The most findings that are collected; a hostile file could have a million.
const MOST_FINDINGS: usize = 200_000;

/// What every check needs: the pathway, indexes of what exists and what is used, and the findings so far.
pub(super) struct Check<'a> {
    pub(super) pathway: &'a Pathway,
    pub(super) lanes: BTreeSet<&'a str>,
    pub(super) sources: BTreeSet<&'a str>,
    pub(super) cited: BTreeSet<&'a str>,
    pub(super) touched: BTreeSet<&'a str>,
    /// Ids of records that could not be read, by list, so that what refers to them is explained rightly.
    pub(super) unread: BTreeSet<(&'a str, &'a str)>,
    /// The first node and lane with every look of a label, by label and id.
    looks: BTreeMap<(&'static str, usize, String), (&'a str, &'a str)>,
    /// Who goes by a name: the first node of every label, then of every other name.
    pub(super) names: BTreeMap<String, &'a Node>,
    /// The first source with a DOI or a PubMed number.
    pub(super) numbers: BTreeMap<(&'static str, String), &'a str>,
    pub(super) carrying: Carrying,
    /// Nodes that are pinned, by the square of the canvas that they are pinned in.
    pub(super) pins: BTreeMap<(i64, i64), &'a Node>,
    pub(super) nearest: Nearest,
    pub(super) found: Vec<Finding>,
}

impl<'a> Check<'a> {
    pub(super) fn new(pathway: &'a Pathway) -> Self {
        let mut check = Self {
            pathway,
            lanes: pathway.lanes().iter().map(|lane| lane.id.as_str()).collect(),
            sources: pathway.sources().iter().map(|source| source.id.as_str()).collect(),
            cited: BTreeSet::new(),
            touched: BTreeSet::new(),
            unread: BTreeSet::new(),
            looks: BTreeMap::new(),
            names: BTreeMap::new(),
            numbers: BTreeMap::new(),
            carrying: Carrying::of(pathway),
            pins: BTreeMap::new(),
            nearest: Nearest::default(),
            found: Vec::new(),
        };
        pathway.nodes().for_each(|node| check.note_node(node));
        for node in pathway.nodes() {
            check.names.entry(plain_name(&node.label)).or_insert(node);
        }
        for (node, alias) in pathway.nodes().flat_map(|node| node.aliases.iter().map(move |alias| (node, alias))) {
            check.names.entry(plain_name(alias)).or_insert(node);
        }
        pathway.links().for_each(|link| check.note_link(link));
        pathway.misfits().iter().for_each(|misfit| check.note_misfit(misfit));
        check
    }

    fn note_node(&mut self, node: &'a Node) {
        self.cited.extend(node.notes.iter().flat_map(|note| &note.sources).map(SourceId::as_str));
    }

    fn note_link(&mut self, link: &'a Link) {
        self.cited.extend(link.evidence.iter().map(|evidence| evidence.source.as_str()));
        self.touched.extend([link.from.as_str(), link.to.as_str()]);
    }

    fn note_misfit(&mut self, misfit: &'a Misfit) {
        match misfit {
            Misfit::Node(node) => self.note_node(node),
            Misfit::TwinLink(link) | Misfit::LooseLink(link) => self.note_link(link),
            Misfit::Unread { list, text } => self.unread.extend(quoted_id(text).map(|id| (list.as_str(), id))),
            Misfit::Lane(_) | Misfit::Source(_) | Misfit::Tour(_) => {}
        }
    }

    /// An id must be short, lower-case ASCII, so that nobody can confuse two of them.
    pub(super) fn id(&mut self, subject: &Subject, noun: &str, id: &str) {
        if is_valid_id(id) {
            return;
        }
        let what = if id.is_empty() {
            format!("the id of this {noun} is empty")
        } else if id.len() > crate::model::MAX_ID_BYTES {
            let limit = crate::model::MAX_ID_BYTES;
            format!("the id of this {noun} is {} bytes long, more than {limit}", id.len())
        } else {
            let bad = id.chars().find(|&c| !is_valid_id(c.encode_utf8(&mut [0; 4])));
            format!("the id “{}” has {}, which an id may not have", shown(id), bad.map_or_else(String::new, named))
        };
        let hint = format!("use a short name of a-z, 0-9 and _ . - {}", better_id(id));
        self.error(subject, Some("id"), what, hint.trim_end().to_owned());
    }

    /// Warns of a text that is empty where people expect to read something.
    pub(super) fn not_empty(&mut self, subject: &Subject, noun: &str, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.warn(subject, Some(field), format!("the {field} of {noun} is empty"), format!("write the {field}"));
        }
    }

    pub(super) fn look_alike(&mut self, subject: &Subject, noun: &'static str, id: &'a str, label: &'a str) {
        let keys = looks(label).into_iter().enumerate().filter(|(_, look)| !look.is_empty());
        let keys: Vec<_> = keys.map(|(rank, look)| (noun, rank, look)).collect();
        if let Some(&(other, other_id)) = keys.iter().find_map(|key| self.looks.get(key)) {
            let odd = foreign(label, other).or_else(|| foreign(other, label));
            let odd = odd.map_or_else(String::new, |c| format!("; they differ in {}", named(c)));
            let what =
                format!("the label “{}” looks like “{}”, the label of another {noun}{odd}", shown(label), shown(other));
            self.warn(subject, Some("label"), what, format!("give one {noun} another label, or make them one {noun}"));
            let join = if noun == "lane" { Fix::JoinLane(other_id.into()) } else { Fix::JoinNode(other_id.into()) };
            self.offer(join, format!("Make it one with “{}”", shown(other)));
        }
        for key in keys {
            self.looks.entry(key).or_insert((label, id));
        }
    }

    pub(super) fn error(&mut self, subject: &Subject, field: Option<&'static str>, what: String, hint: String) {
        self.push(Severity::Error, subject, (field, None), what, hint);
    }

    pub(super) fn warn(&mut self, subject: &Subject, field: Option<&'static str>, what: String, hint: String) {
        self.push(Severity::Warning, subject, (field, None), what, hint);
    }

    pub(super) fn push(
        &mut self,
        severity: Severity,
        subject: &Subject,
        place: (Option<&'static str>, Option<usize>),
        what: String,
        hint: String,
    ) {
        let (field, item) = place;
        if self.found.len() == MOST_FINDINGS {
            return;
        }
        self.found.push(Finding { severity, subject: subject.clone(), field, item, what, hint, fixes: Vec::new() });
    }
}

impl Check<'_> {
    /// Offers a fix for the problem that was found last. What a record that found no place needs first is a place.
    pub(super) fn offer(&mut self, fix: Fix, words: impl Into<String>) {
        let places = matches!(fix, Fix::NewId | Fix::MakeEnds | Fix::Lead(..));
        // Where the list is full, the last one may be of something else.
        let is_full = self.found.len() >= MOST_FINDINGS;
        let Some(found) = self.found.last_mut().filter(|_| !is_full) else { return };
        let is_aside = matches!(found.subject, Subject::Misfit(_));
        if (places == is_aside || fix == Fix::Remove) && found.fixes.iter().all(|offer| offer.fix != fix) {
            found.fixes.push(Offer { words: words.into(), fix });
        }
    }

    /// What can be done with a record that has the id of another one.
    pub(super) fn offer_twin(&mut self) {
        self.offer(Fix::NewId, "Give it an id of its own");
        self.offer(Fix::Remove, "Take it out");
    }
}

/// A name as it is looked for.
pub(super) fn plain_name(name: &str) -> String {
    let [plain, ..] = looks(name);
    plain
}

/// The suggestion of a good id for a bad one, in brackets, or nothing.
fn better_id(id: &str) -> String {
    let fold = |c: char| if is_valid_id(c.encode_utf8(&mut [0; 4])) { c } else { '_' };
    let better: String = id.trim().to_lowercase().chars().map(fold).take(40).collect();
    let better = better.trim_matches('_');
    if better.is_empty() || !id.is_ascii() { String::new() } else { format!("(such as “{better}”)") }
}

/// The id of a record that could not be read, as far as it can be seen.
fn quoted_id(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("id:")?;
    after.trim_start().strip_prefix('"')?.split_once('"').map(|(id, _)| id)
}
