//! Quick entry: lines of the notation, each told before it is taken.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    draft::Draft,
    ids::{Mint, link_id, node_id},
    nodes::{add_first_lane, name_of_node},
    outcome::{Outcome, Refusal},
    words::quoted,
};
use crate::{
    grammar::{count, list},
    model::{
        Effect, Kind, LaneId, Link, Node, NodeId, Pathway,
        notation::parse_with,
        written::{Misnamed, Names, folded},
    },
};

/// The longest text that is read as notation, in bytes.
const MAX_BYTES: usize = 1024 * 1024;

/// What lines of notation would do to a pathway.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Every line that is not empty and no comment, in order.
    pub lines: Vec<Line>,
    /// One edit for all lines that can be read; what is in doubt or wrong is left out of it.
    pub outcome: Outcome,
}

/// A line of notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// What it says.
    pub said: Said,
}

/// What a line of notation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It can be taken.
    Good {
        /// Labels of nodes that are new with this line.
        new: Vec<String>,
        /// Nodes that the pathway has.
        known: Vec<NodeId>,
        /// How many links are new with it.
        links: usize,
        /// How many links of it the pathway, or a line before, has already.
        repeated: usize,
    },
    /// A name may stand for several nodes; the id of one of them in its place says which.
    InDoubt {
        /// Where the name stands, in characters from 1.
        column: usize,
        /// The name.
        name: String,
        /// The nodes that it may stand for.
        candidates: Vec<NodeId>,
    },
    /// It cannot be read.
    Wrong {
        /// Where that begins, in characters from 1.
        column: usize,
        /// What is the matter, and what to write.
        why: String,
    },
}

/// Reads lines of notation about a pathway. New nodes lie in a lane, or else in the last one. For a preview give ids that
/// are [free](super::free_ids) for a moment, for the act itself those of the document.
pub fn quick_entry(pathway: &Pathway, mint: &mut Mint<'_>, text: &str, lane: Option<&LaneId>) -> Entry {
    if text.len() > MAX_BYTES {
        let why = "more than 1 MB is too much to be read as lines; save it as a file and open that";
        return Entry { lines: Vec::new(), outcome: Err(Refusal::new(why)) };
    }
    let mut reader = Reader::new(pathway);
    let lines = text.lines().enumerate().filter_map(|(at, line)| {
        let content = line.split('#').next().unwrap_or_default();
        let is_empty = content.chars().all(|c| c.is_whitespace() || c == ';');
        (!is_empty).then(|| Line { number: at + 1, said: reader.line(content) })
    });
    let lines: Vec<Line> = lines.collect();
    let outcome = reader.finish(mint, lane, &lines);
    Entry { lines, outcome }
}

/// Reads lines one by one. Ids are made when all are read.
struct Reader<'p> {
    pathway: &'p Pathway,
    names: Names<'p>,
    /// New nodes by their names as they are compared: their places among the labels.
    new: BTreeMap<String, usize>,
    labels: Vec<String>,
    links: Vec<(End, End, Effect)>,
    /// Every link that there is, by what makes two the same.
    taken: BTreeSet<(End, End, Effect)>,
}

/// A node that a line names: one of the pathway, or a new one by its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Known(NodeId),
    New(usize),
}

impl<'p> Reader<'p> {
    fn new(pathway: &'p Pathway) -> Self {
        let known = |id: &NodeId| End::Known(id.clone());
        let taken = pathway.links().map(|link| (known(&link.from), known(&link.to), link.effect)).collect();
        let (new, labels, links) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self { pathway, names: Names::new(pathway), new, labels, links, taken }
    }

    fn line(&mut self, line: &str) -> Said {
        self.read(line).unwrap_or_else(|said| said)
    }

    /// Takes a line; what stands in its way is the error.
    fn read(&mut self, line: &str) -> Result<Said, Said> {
        let read = parse_with(&self.names, line)
            .map_err(|error| Said::Wrong { column: column_of_quoted(line, &error.message), why: error.message })?;
        let mut ends: BTreeMap<&NodeId, End> = BTreeMap::new();
        let (mut fresh, mut known) = (Vec::new(), Vec::new());
        for node in read.nodes() {
            let end = self.end(line, &node.label, fresh.len())?;
            match &end {
                End::Known(id) => known.push(id.clone()),
                End::New(place) if *place >= self.labels.len() => fresh.push(node.label.clone()),
                End::New(_) => {}
            }
            ends.insert(&node.id, end);
        }
        for label in &fresh {
            self.new.insert(folded(label), self.labels.len());
            self.labels.push(label.clone());
        }
        let (mut links, mut repeated) = (0, 0);
        for link in read.links() {
            let (Some(from), Some(to)) = (ends.get(&link.from), ends.get(&link.to)) else { continue };
            let whole = (from.clone(), to.clone(), link.effect);
            if self.taken.insert(whole.clone()) {
                self.links.push(whole);
                links += 1;
            } else {
                repeated += 1;
            }
        }
        Ok(Said::Good { new: fresh, known, links, repeated })
    }

    /// The node that a name in a line stands for, after so many that are new in it.
    fn end(&self, line: &str, name: &str, fresh: usize) -> Result<End, Said> {
        match self.names.find(name) {
            Ok(node) => return Ok(End::Known(node.id.clone())),
            Err(Misnamed::Several(nodes)) => {
                let candidates = nodes.iter().map(|node| node.id.clone()).collect();
                return Err(Said::InDoubt { column: column_of(line, name), name: name.to_owned(), candidates });
            }
            Err(Misnamed::Unknown) => {}
        }
        let checked = name_of_node(name);
        checked.map_err(|refusal| Said::Wrong { column: column_of(line, name), why: refusal.why })?;
        let place = self.new.get(&folded(name)).copied();
        Ok(End::New(place.unwrap_or(self.labels.len() + fresh)))
    }

    fn finish(self, mint: &mut Mint<'_>, lane: Option<&LaneId>, lines: &[Line]) -> Outcome {
        let mut draft = Draft::of(self.pathway);
        let lane = match lane.or_else(|| self.pathway.lanes().last().map(|lane| &lane.id)) {
            Some(lane) => draft.lane(lane)?.id.clone(),
            None => add_first_lane(&mut draft, mint),
        };
        let ids: Vec<NodeId> = self.labels.iter().map(|label| node_id(mint, label)).collect();
        for (id, label) in ids.iter().zip(&self.labels) {
            draft.nodes.add(Node::new(id.as_str(), label, Kind::Other, lane.as_str()));
        }
        let id_of = |end: &End| match end {
            End::Known(id) => Some(id.clone()),
            End::New(place) => ids.get(*place).cloned(),
        };
        for (from, to, effect) in &self.links {
            let (Some(from), Some(to)) = (id_of(from), id_of(to)) else { continue };
            let id = link_id(mint, &from, &to);
            draft.links.add(Link::new(id.as_str(), from.as_str(), to.as_str(), *effect));
        }
        if self.labels.is_empty() && self.links.is_empty() {
            return Err(nothing_new(lines));
        }
        tell_what_is_left(&mut draft, lines);
        let label = self.words();
        draft.finish(&label)
    }

    fn words(&self) -> String {
        let (nodes, links) = (self.labels.len(), self.links.len());
        let counted = [(nodes, count(nodes, "node", "nodes")), (links, count(links, "link", "links"))];
        let parts: Vec<String> =
            counted.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
        match self.labels.as_slice() {
            [label] if links == 0 => format!("add {}", quoted(label)),
            _ => format!("add {}", list(&parts)),
        }
    }
}

fn nothing_new(lines: &[Line]) -> Refusal {
    let first = lines.iter().find(|line| !matches!(line.said, Said::Good { .. }));
    match first.map(|line| (line.number, &line.said)) {
        None if lines.is_empty() => Refusal::new("there is no line to read; write for example “stress -> sleep”"),
        None => Refusal::new("all that these lines say is there already; write what is new"),
        Some((number, Said::Wrong { column, why })) => Refusal::new(format!("line {number}, column {column}: {why}")),
        Some((number, Said::InDoubt { column, name, .. })) => Refusal::new(format!(
            "line {number}, column {column}: {} may be several nodes; choose one of them",
            quoted(name)
        )),
        Some((_, Said::Good { .. })) => Refusal::idle(),
    }
}

fn tell_what_is_left(draft: &mut Draft<'_>, lines: &[Line]) {
    let left: Vec<String> = lines
        .iter()
        .filter(|line| !matches!(line.said, Said::Good { .. }))
        .map(|line| line.number.to_string())
        .collect();
    match left.as_slice() {
        [] => {}
        [one] => draft.tell(format!("line {one} is left out")),
        several => draft.tell(format!("{} lines are left out, the first of them line {}", several.len(), several[0])),
    }
}

/// Where a name stands in a line, in characters from 1.
fn column_of(line: &str, name: &str) -> usize {
    let place = line.find(name).or_else(|| line.find(|c: char| !c.is_whitespace())).unwrap_or_default();
    line.get(..place).unwrap_or_default().chars().count() + 1
}

/// Where that stands which a message quotes, or else the beginning of the line.
fn column_of_quoted(line: &str, message: &str) -> usize {
    let quoted = message.split_once('“').and_then(|(_, rest)| rest.split_once('”')).map(|(quoted, _)| quoted);
    column_of(line, quoted.filter(|quoted| line.contains(quoted)).unwrap_or_default())
}
