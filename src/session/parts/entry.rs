//! The entry field: one line over the drawing, in which somebody writes what a thing is called, with what there is already.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::open::Version;
use crate::{
    item::Item,
    library::Known,
    model::{LaneId, LinkId, NodeId, Pathway},
    search::Named,
    words,
};

/// Most offers that are listed.
const MOST_OFFERS: usize = 40;
/// Most characters of a title that stand beside an offer.
const LONGEST_NOTE: usize = 18;

/// What a field is open for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A new node.
    Node,
    /// Another name for a node.
    Rename(NodeId),
    /// The node at the other end of a new link.
    Link {
        /// The node at this end.
        node: NodeId,
        /// Which end is asked for.
        wants: End,
    },
    /// The node at another end of a link that is there.
    End {
        /// The link.
        link: LinkId,
        /// Which end is asked for.
        wants: End,
    },
    /// What the pathway is called.
    Title,
}

/// An end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Where it comes from.
    Cause,
    /// Where it leads.
    Effect,
}

impl EntryKind {
    /// Whether a node is asked for, so that nodes are offered.
    pub fn asks_for_node(&self) -> bool {
        match self {
            Self::Node | Self::Link { .. } | Self::End { .. } => true,
            Self::Rename(_) | Self::Title => false,
        }
    }

    /// What it is about, where that is there already.
    pub fn about(&self) -> Option<Item> {
        match self {
            Self::Rename(node) | Self::Link { node, .. } => Some(Item::Node(node.clone())),
            Self::End { link, .. } => Some(Item::Link(link.clone())),
            Self::Node | Self::Title => None,
        }
    }
}

/// A row under the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it says.
    pub text: String,
    /// A word beside it: what comes of it.
    pub note: String,
    /// What it stands for.
    pub takes: Takes,
}

/// What a row stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Takes {
    /// A node of this pathway.
    Here(NodeId),
    /// A node of another pathway, with what is said of it there.
    Known(Known),
    /// A new node of that name.
    New(String),
}

/// The field while it is open.
#[derive(Debug)]
pub struct Entry {
    /// What it is open for.
    pub kind: EntryKind,
    /// What is typed.
    pub text: String,
    /// Which row the cursor is on; none, while nothing is typed and no arrow was pressed.
    pub row: Option<usize>,
    /// The lane that a new node comes into.
    pub lane: Option<LaneId>,
    /// Where it was asked for, in px of picture; nothing where a key asked for it.
    pub at: Option<(f64, f64)>,
    offers: Vec<Offer>,
    /// Whether the offers are those of the text.
    is_found: bool,
    /// What can be offered, and of which state of what.
    stock: Option<(Version, [usize; 2], Stock)>,
}

impl Entry {
    pub(crate) fn new(kind: EntryKind, text: String, lane: Option<LaneId>, at: Option<(f64, f64)>) -> Self {
        Self { kind, text, row: None, lane, at, offers: Vec::new(), is_found: false, stock: None }
    }

    /// The rows under the field.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }
}

/// Everything that can be offered: the nodes here, then what other pathways know.
#[derive(Debug)]
struct Stock {
    here: usize,
    takes: Vec<Takes>,
    rows: Vec<(String, String)>,
    named: Named,
}

impl Stock {
    fn new(pathway: &Pathway, others: &[&[Known]]) -> Self {
        let here = pathway.nodes().map(|node| (node, Takes::Here(node.id.clone()), words::entry::HERE.to_owned()));
        // A pathway of the library may be among the last files, too.
        let mut seen = BTreeSet::new();
        let lacks = others.iter().copied().flatten().filter(|known| pathway.node(&known.node.id).is_none());
        let mut once: Vec<&Known> = Vec::new();
        for known in lacks {
            let (about, node) = (known.pathway.about(), &known.node);
            if seen.insert((&about.id, &node.id, &node.label, &node.explanation)) {
                once.push(known);
            }
        }
        let known = once.into_iter().map(|known| (&known.node, Takes::Known(known.clone()), from(known)));
        let all: Vec<_> = here.chain(known).collect();
        Self {
            here: pathway.nodes().len(),
            named: Named::new(all.iter().map(|(node, ..)| std::iter::once(&node.label).chain(&node.aliases))),
            rows: all.iter().map(|(node, _, note)| (node.label.clone(), note.clone())).collect(),
            takes: all.into_iter().map(|(_, takes, _)| takes).collect(),
        }
    }

    /// The rows for a text. What has the name in full comes first, then a new one, then what begins so or has its letters.
    fn offers(&self, text: &str) -> Vec<Offer> {
        let row = |&number: &usize| {
            let ((text, note), takes) = self.rows.get(number).zip(self.takes.get(number))?;
            Some(Offer { text: text.clone(), note: note.clone(), takes: takes.clone() })
        };
        let name = text.trim();
        let mut best = self.named.best(name);
        best.truncate(MOST_OFFERS);
        if name.is_empty() {
            return best.iter().filter(|number| **number < self.here).filter_map(row).collect();
        }
        let (exact, others): (Vec<usize>, Vec<usize>) =
            best.into_iter().partition(|&number| self.named.is_name_of(number, name));
        let is_here = exact.iter().any(|&number| number < self.here);
        let new = Offer {
            text: words::entry::new_node(name),
            note: words::entry::NEW.to_owned(),
            takes: Takes::New(name.to_owned()),
        };
        let exact = exact.iter().filter(|number| !is_here || **number < self.here);
        exact.filter_map(row).chain(Some(new).filter(|_| !is_here)).chain(others.iter().filter_map(row)).collect()
    }
}

/// From where a node is taken.
fn from(known: &Known) -> String {
    let about = known.pathway.about();
    let title = if about.title.is_empty() { about.id.as_str() } else { &about.title };
    match title.char_indices().nth(LONGEST_NOTE) {
        Some((end, _)) => words::entry::known_in(&words::entry::cut(title.get(..end).unwrap_or(title))),
        None => words::entry::known_in(title),
    }
}

/// The session's hold on the field, and on what it remembers.
#[derive(Debug, Default)]
pub(crate) struct EntryState {
    entry: Option<Entry>,
    /// The nodes of the files that were opened last, and which files these are.
    files: Arc<Vec<Known>>,
    read: Vec<PathBuf>,
    /// The lane that the last new node came into.
    pub(crate) last_lane: Option<LaneId>,
}

impl EntryState {
    pub(crate) fn shown(&self) -> Option<&Entry> {
        self.entry.as_ref()
    }

    pub(crate) fn open(&mut self, entry: Entry) {
        self.entry = Some(entry);
    }

    pub(crate) fn close(&mut self) {
        self.entry = None;
    }

    /// For another pathway.
    pub(crate) fn anew(&mut self) {
        (self.entry, self.last_lane) = (None, None);
    }

    pub(crate) fn write(&mut self, text: String) {
        if let Some(entry) = &mut self.entry {
            entry.row = (!text.trim().is_empty()).then_some(0);
            (entry.text, entry.is_found) = (text, false);
        }
    }

    /// Moves the cursor by so many rows; the first press of an arrow puts it on the first row.
    pub(crate) fn move_by(&mut self, rows: isize) {
        if let Some(entry) = &mut self.entry {
            let last = entry.offers.len().checked_sub(1);
            let next = entry.row.map_or(0, |row| row.saturating_add_signed(rows));
            entry.row = last.map(|last| next.min(last));
        }
    }

    /// Goes on by so many lanes, within those that there are.
    pub(crate) fn move_lane(&mut self, pathway: &Pathway, by: isize) {
        let Some(entry) = &mut self.entry else { return };
        let lanes = pathway.lanes();
        let now = lanes.iter().position(|lane| Some(&lane.id) == entry.lane.as_ref()).unwrap_or_default();
        let next = now.saturating_add_signed(by).min(lanes.len().saturating_sub(1));
        entry.lane = lanes.get(next).map(|lane| lane.id.clone());
    }

    /// Which of these files are to be read for their nodes: all, where they are not those that were read last.
    pub(crate) fn wants_to_read(&mut self, files: &[PathBuf]) -> bool {
        let wants = self.read != files;
        self.read = files.to_vec();
        wants
    }

    /// Takes the nodes of files.
    pub(crate) fn know(&mut self, files: Vec<Known>) {
        self.files = Arc::new(files);
    }

    /// Closes it where what it is about is gone, and finds its rows where they may be others.
    pub(crate) fn follow(&mut self, version: Version, pathway: &Pathway, library: &[Known]) {
        let is_gone = |entry: &mut Entry| entry.kind.about().is_some_and(|item| !item.exists_in(pathway));
        self.entry.take_if(is_gone);
        let Some(entry) = self.entry.as_mut().filter(|entry| entry.kind.asks_for_node()) else { return };
        let sizes = [library.len(), self.files.len()];
        if entry.stock.as_ref().is_none_or(|(of, known, _)| (*of, *known) != (version, sizes)) {
            entry.stock = Some((version, sizes, Stock::new(pathway, &[library, &self.files])));
            entry.is_found = false;
        }
        if let Some((.., stock)) = entry.stock.as_ref().filter(|_| !entry.is_found) {
            entry.offers = stock.offers(&entry.text);
            entry.row = entry.row.map(|row| row.min(entry.offers.len().saturating_sub(1)));
            entry.is_found = true;
        }
    }
}
