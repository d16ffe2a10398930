//! A draft of an edit: the records that it touches, as they shall become.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

use super::{
    outcome::{Outcome, Proposal, Refusal, looked_at},
    settle::settle,
};
use crate::{
    formats::ron::{MAX_LANES, MAX_LINKS, MAX_NODES, MAX_SOURCES},
    grammar,
    model::{About, Change, Edit, Lane, LaneId, Link, LinkId, Node, NodeId, Pathway, Source, SourceId, Tour, TourId},
};

/// A record of a pathway, whichever list it stands in.
pub(super) trait Record: Clone + PartialEq {
    type Id: Clone + Ord + fmt::Display;
    const NOUN: &'static str;
    fn id(&self) -> &Self::Id;
    fn stored<'p>(pathway: &'p Pathway, id: &Self::Id) -> Option<&'p Arc<Self>>;
    fn added(self) -> Change;
    fn changed(self) -> Change;
    fn removed(id: Self::Id) -> Change;
}

macro_rules! record {
    ($record:ident, $id:ident, $noun:literal, $stored:expr, $add:ident, $set:ident, $remove:ident) => {
        impl Record for $record {
            type Id = $id;
            const NOUN: &'static str = $noun;
            fn id(&self) -> &$id {
                &self.id
            }
            fn stored<'p>(pathway: &'p Pathway, id: &$id) -> Option<&'p Arc<Self>> {
                let stored: fn(&'p Pathway, &$id) -> Option<&'p Arc<Self>> = $stored;
                stored(pathway, id)
            }
            fn added(self) -> Change {
                Change::$add(self)
            }
            fn changed(self) -> Change {
                Change::$set(self)
            }
            fn removed(id: $id) -> Change {
                Change::$remove(id)
            }
        }
    };
}

record!(Lane, LaneId, "lane", |pathway, id| pathway.lane(id), AddLane, SetLane, RemoveLane);
record!(Node, NodeId, "node", |pathway, id| pathway.node(id), AddNode, SetNode, RemoveNode);
record!(Link, LinkId, "link", |pathway, id| pathway.link(id), AddLink, SetLink, RemoveLink);
record!(Source, SourceId, "source", |pathway, id| pathway.source(id), AddSource, SetSource, RemoveSource);
record!(
    Tour,
    TourId,
    "tour",
    |pathway, id| pathway.tours().iter().find(|tour| tour.id == *id),
    AddTour,
    SetTour,
    RemoveTour
);

/// The records of one list that a draft touches.
pub(super) struct Touched<T: Record> {
    /// What each becomes; nothing, where it goes.
    records: BTreeMap<T::Id, Option<T>>,
    /// Those that are new, in their order.
    new: Vec<T::Id>,
}

impl<T: Record> Default for Touched<T> {
    fn default() -> Self {
        Self { records: BTreeMap::new(), new: Vec::new() }
    }
}

impl<T: Record> Touched<T> {
    /// The record of that id as it is in the draft, to be changed.
    pub(super) fn get(&mut self, pathway: &Pathway, id: &T::Id) -> Result<&mut T, Refusal> {
        let stored = || T::stored(pathway, id).map(|record| T::clone(record));
        let slot = self.records.entry(id.clone()).or_insert_with(stored);
        slot.as_mut().ok_or_else(|| Refusal::gone(T::NOUN, id))
    }

    pub(super) fn add(&mut self, record: T) {
        self.new.push(record.id().clone());
        self.records.insert(record.id().clone(), Some(record));
    }

    pub(super) fn remove(&mut self, id: &T::Id) {
        self.records.insert(id.clone(), None);
    }

    pub(super) fn is_removed(&self, id: &T::Id) -> bool {
        self.records.get(id).is_some_and(Option::is_none)
    }

    /// The ids of those that go.
    pub(super) fn removed(&self) -> impl Iterator<Item = &T::Id> {
        self.records.iter().filter(|(_, record)| record.is_none()).map(|(id, _)| id)
    }

    /// Those that stay, as they shall become.
    pub(super) fn kept(&mut self) -> impl Iterator<Item = &mut T> {
        self.records.values_mut().flatten()
    }

    /// The changes that add and set, and those that remove.
    fn changes(mut self, pathway: &Pathway) -> (Vec<Change>, Vec<Change>) {
        let new: BTreeSet<T::Id> = self.new.iter().cloned().collect();
        let mut set: Vec<Change> =
            self.new.iter().filter_map(|id| self.records.remove(id).flatten()).map(T::added).collect();
        let mut gone = Vec::new();
        for (id, record) in self.records {
            let stored = T::stored(pathway, &id);
            match (record, stored) {
                (Some(record), Some(stored)) if **stored != record => set.push(record.changed()),
                (None, Some(_)) if !new.contains(&id) => gone.push(T::removed(id)),
                _ => {}
            }
        }
        (set, gone)
    }
}

/// The records that an edit touches, as they shall become; all others stay as they are.
pub(super) struct Draft<'p> {
    pub(super) pathway: &'p Pathway,
    about: Option<About>,
    pub(super) lanes: Touched<Lane>,
    pub(super) nodes: Touched<Node>,
    pub(super) links: Touched<Link>,
    pub(super) sources: Touched<Source>,
    pub(super) tours: Touched<Tour>,
    /// What comes with it, clause by clause.
    told: Vec<String>,
    /// Moves, and records that found no place and go.
    more: Vec<Change>,
    merge: Option<String>,
}

impl<'p> Draft<'p> {
    pub(super) fn of(pathway: &'p Pathway) -> Self {
        Self {
            pathway,
            about: None,
            lanes: Touched::default(),
            nodes: Touched::default(),
            links: Touched::default(),
            sources: Touched::default(),
            tours: Touched::default(),
            told: Vec::new(),
            more: Vec::new(),
            merge: None,
        }
    }

    pub(super) fn about(&mut self) -> &mut About {
        self.about.get_or_insert_with(|| self.pathway.about().clone())
    }

    pub(super) fn lane(&mut self, id: &LaneId) -> Result<&mut Lane, Refusal> {
        self.lanes.get(self.pathway, id)
    }

    pub(super) fn node(&mut self, id: &NodeId) -> Result<&mut Node, Refusal> {
        self.nodes.get(self.pathway, id)
    }

    pub(super) fn link(&mut self, id: &LinkId) -> Result<&mut Link, Refusal> {
        self.links.get(self.pathway, id)
    }

    pub(super) fn source(&mut self, id: &SourceId) -> Result<&mut Source, Refusal> {
        self.sources.get(self.pathway, id)
    }

    pub(super) fn tour(&mut self, id: &TourId) -> Result<&mut Tour, Refusal> {
        self.tours.get(self.pathway, id)
    }

    /// Adds a clause to what is told of the edit.
    pub(super) fn tell(&mut self, clause: impl Into<String>) {
        self.told.push(clause.into());
    }

    /// Adds a change that is of no record's fields.
    pub(super) fn change(&mut self, change: Change) {
        self.more.push(change);
    }

    /// Edits that follow one another with this key are one step.
    pub(super) fn merging(mut self, key: String) -> Self {
        self.merge = Some(key);
        self
    }

    /// The edit, under its name in the words after "Undo".
    pub(super) fn finish(mut self, label: &str) -> Outcome {
        settle(self.pathway, self.links.kept(), &mut self.told);
        let pathway = self.pathway;
        let about = self.about.filter(|about| about != pathway.about()).map(Change::About);
        let (lanes, lanes_gone) = self.lanes.changes(pathway);
        let (nodes, nodes_gone) = self.nodes.changes(pathway);
        let (links, links_gone) = self.links.changes(pathway);
        let (sources, sources_gone) = self.sources.changes(pathway);
        let (tours, tours_gone) = self.tours.changes(pathway);
        // What is named comes before what names it, and goes after it.
        let set = about.into_iter().chain(lanes).chain(sources).chain(nodes).chain(links).chain(tours);
        let gone = links_gone.into_iter().chain(nodes_gone).chain(lanes_gone).chain(sources_gone).chain(tours_gone);
        let changes: Vec<Change> = set.chain(self.more).chain(gone).collect();
        if changes.is_empty() {
            return Err(Refusal::idle());
        }
        within_limits(pathway, &changes)?;
        let told = (!self.told.is_empty()).then(|| grammar::sentence(&self.told.join("; ")));
        let about = looked_at(&changes);
        Ok(Proposal { edit: Edit { label: label.to_owned(), merge: self.merge, changes }, told, about })
    }
}

/// A file with more could not be opened again.
fn within_limits(pathway: &Pathway, changes: &[Change]) -> Result<(), Refusal> {
    let count = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
    for (noun, there, new, most) in [
        ("lanes", pathway.lanes().len(), count(|change| matches!(change, Change::AddLane(_))), MAX_LANES),
        ("nodes", pathway.nodes().len(), count(|change| matches!(change, Change::AddNode(_))), MAX_NODES),
        ("links", pathway.links().len(), count(|change| matches!(change, Change::AddLink(_))), MAX_LINKS),
        ("sources", pathway.sources().len(), count(|change| matches!(change, Change::AddSource(_))), MAX_SOURCES),
        ("tours", pathway.tours().len(), count(|change| matches!(change, Change::AddTour(_))), MAX_LANES),
    ] {
        if new > 0 && there + new > most {
            let whole = there + new;
            return Err(Refusal::new(format!(
                "the pathway would have {whole} {noun}, more than {most}; split it into several files"
            )));
        }
    }
    Ok(())
}
