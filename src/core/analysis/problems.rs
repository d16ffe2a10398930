//! Problems of meaning: what is wrong or doubtful in a pathway, whatever file it came from.

mod links;
pub(crate) mod nearest;
mod records;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{LaneId, Link, LinkId, Misfit, Node, NodeId, Pathway, SourceId, TourId, is_valid_id};
use nearest::Nearest;

/// The most findings that are collected; a hostile file could have a million.
const MOST_FINDINGS: usize = 200_000;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is wrong: the pathway says what cannot be.
    Error,
    /// Something is doubtful or missing.
    Warning,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The pathway as a whole.
    Pathway,
    /// A lane.
    Lane(LaneId),
    /// A node.
    Node(NodeId),
    /// A link.
    Link(LinkId),
    /// A source.
    Source(SourceId),
    /// A tour.
    Tour(TourId),
    /// A record that could not take its place: its number among the pathway's misfits, from 0.
    Misfit(usize),
}

/// One thing that is wrong or doubtful, in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The field that it is about, as files name it.
    pub field: Option<&'static str>,
    /// Which item of that field, from 0, where the field is a list.
    pub item: Option<usize>,
    /// What is the matter.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

/// Everything that is wrong or doubtful in a pathway, in the order of the file, misfits last.
pub fn findings(pathway: &Pathway) -> Vec<Finding> {
    let mut check = Check::new(pathway);
    check.about();
    for lane in pathway.lanes() {
        check.lane(&Subject::Lane(lane.id.clone()), lane);
    }
    for node in pathway.nodes() {
        check.node(&Subject::Node(node.id.clone()), node);
    }
    for link in pathway.links() {
        check.link(&Subject::Link(link.id.clone()), link);
    }
    for source in pathway.sources() {
        check.source(&Subject::Source(source.id.clone()), source);
    }
    for tour in pathway.tours() {
        check.tour(&Subject::Tour(tour.id.clone()), tour);
    }
    for (index, misfit) in pathway.misfits().iter().enumerate() {
        check.misfit(&Subject::Misfit(index), misfit);
    }
    check.found
}

/// What every check needs: the pathway, indexes of what exists and what is used, and the findings so far.
struct Check<'a> {
    pathway: &'a Pathway,
    lanes: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
    cited: BTreeSet<&'a str>,
    touched: BTreeSet<&'a str>,
    /// Ids of records that could not be read, by list, so that what refers to them is explained rightly.
    unread: BTreeSet<(&'a str, &'a str)>,
    /// The first node and lane of every label, folded.
    labels: BTreeMap<(&'static str, String), &'a str>,
    nearest: Nearest,
    found: Vec<Finding>,
}

impl<'a> Check<'a> {
    fn new(pathway: &'a Pathway) -> Self {
        let mut check = Self {
            pathway,
            lanes: pathway.lanes().iter().map(|lane| lane.id.as_str()).collect(),
            sources: pathway.sources().iter().map(|source| source.id.as_str()).collect(),
            cited: BTreeSet::new(),
            touched: BTreeSet::new(),
            unread: BTreeSet::new(),
            labels: BTreeMap::new(),
            nearest: Nearest::new(),
            found: Vec::new(),
        };
        pathway.nodes().for_each(|node| check.note_node(node));
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

    fn misfit(&mut self, subject: &Subject, misfit: &'a Misfit) {
        match misfit {
            Misfit::Lane(lane) => {
                self.twin(subject, "lane", lane.id.as_str());
                self.lane(subject, lane);
            }
            Misfit::Node(node) => {
                self.twin(subject, "node", node.id.as_str());
                self.node(subject, node);
            }
            Misfit::TwinLink(link) => {
                self.twin(subject, "link", link.id.as_str());
                self.loose_ends(subject, link);
                self.link(subject, link);
            }
            Misfit::LooseLink(link) => {
                self.loose_ends(subject, link);
                self.link(subject, link);
            }
            Misfit::Source(source) => {
                self.twin(subject, "source", source.id.as_str());
                self.source(subject, source);
            }
            Misfit::Tour(tour) => {
                self.twin(subject, "tour", tour.id.as_str());
                self.tour(subject, tour);
            }
            // Whoever read the file has said why it could not be read.
            Misfit::Unread { .. } => {}
        }
    }

    fn twin(&mut self, subject: &Subject, noun: &str, id: &str) {
        let what = format!("the id “{id}” is taken by another {noun} already, so this one is set aside");
        self.error(subject, Some("id"), what, format!("give this {noun} an id of its own, or remove it"));
    }

    /// An id must be short, lower-case ASCII, so that nobody can confuse two of them.
    fn id(&mut self, subject: &Subject, noun: &str, id: &str) {
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
    fn not_empty(&mut self, subject: &Subject, noun: &str, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.warn(subject, Some(field), format!("the {field} of {noun} is empty"), format!("write the {field}"));
        }
    }

    fn look_alike(&mut self, subject: &Subject, noun: &'static str, label: &'a str) {
        let folded: String = label.chars().filter(|&c| !is_gap(c)).flat_map(char::to_lowercase).collect();
        if folded.is_empty() {
            return;
        }
        if let Some(other) = self.labels.get(&(noun, folded.clone())) {
            let what =
                format!("the label “{}” looks like “{}”, the label of another {noun}", shown(label), shown(other));
            self.warn(subject, Some("label"), what, format!("give one {noun} another label, or make them one {noun}"));
        } else {
            self.labels.insert((noun, folded), label);
        }
    }

    fn error(&mut self, subject: &Subject, field: Option<&'static str>, what: String, hint: String) {
        self.push(Severity::Error, subject, (field, None), what, hint);
    }

    fn warn(&mut self, subject: &Subject, field: Option<&'static str>, what: String, hint: String) {
        self.push(Severity::Warning, subject, (field, None), what, hint);
    }

    fn push(
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
        self.found.push(Finding { severity, subject: subject.clone(), field, item, what, hint });
    }
}

/// A text for a message: not endless, and without characters that a screen does not show.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    for c in text.chars().take(LONGEST) {
        let plain = matches!(c, '"' | '\'' | '\\') || c.escape_debug().count() == 1;
        if plain { out.push(c) } else { out.extend(c.escape_debug()) }
    }
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

/// A character for a message: itself where one can see it, else its number.
pub(crate) fn named(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        '\n' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        _ if c.is_ascii_graphic() => format!("“{c}”"),
        _ if c.escape_debug().count() == 1 => format!("“{c}” (U+{:04X})", u32::from(c)),
        _ => format!("the character U+{:04X}", u32::from(c)),
    }
}

/// Spaces, hyphens and dashes, which eyes pass over.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
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

#[cfg(test)]
mod tests;
mod tours;
