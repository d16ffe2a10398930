//! How an edit is made: each change is checked, worked out as what stands where before and after, and carried out.

use std::{fmt, sync::Arc};

use super::{
    Change, Delta, Edit, EditError, Lane, Link, LinkId, Misfit, Node, NodeId, Pathway, Source, SourceId, Tour,
    delta::Swap, is_valid_id, retold::Retold,
};

impl Pathway {
    /// The pathway after `edit`, or why it cannot be. `self` stays as it is either way.
    ///
    /// # Errors
    /// The first change that names something missing, creates something that exists or has no valid id, or removes
    /// something in use. A link may lead from a node to itself, and links may go round: there are such causes.
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        Ok(self.applied(edit)?.0)
    }

    /// The same, with what has changed, in order. A change to what is there already leaves no trace.
    ///
    /// # Errors
    /// As [`Pathway::apply`].
    pub(crate) fn applied(&self, edit: &Edit) -> Result<(Self, Vec<Delta>), EditError> {
        let mut making = Making { pathway: self.clone(), deltas: Vec::with_capacity(edit.changes.len()) };
        for change in &edit.changes {
            making.change(change)?;
        }
        Ok((making.pathway, making.deltas))
    }

    /// Whether some evidence or note rests on a source.
    pub fn cites(&self, id: &SourceId) -> bool {
        self.links().any(|link| link.evidence.iter().any(|e| e.source == *id))
            || self.nodes().any(|node| node.notes.iter().any(|note| note.sources.contains(id)))
    }
}

/// An edit in the making: the pathway so far, and what it took.
struct Making {
    pathway: Pathway,
    deltas: Vec<Delta>,
}

impl Making {
    fn change(&mut self, change: &Change) -> Result<(), EditError> {
        match change {
            Change::About(about) => {
                self.replace(0, Arc::clone(&self.pathway.about), about, Delta::About);
                Ok(())
            }
            Change::AddLane(lane) => self.add(lane),
            Change::SetLane(lane) => self.set(lane),
            Change::MoveLane(id, to) => self.shift::<Lane>(id.as_str(), *to),
            Change::RemoveLane(id) => {
                require_unused(id, self.pathway.nodes().any(|node| node.lane == *id))?;
                self.remove::<Lane>(id.as_str())
            }
            Change::AddNode(node) => self.add_node(node),
            Change::SetNode(node) => self.set_node(node),
            Change::RemoveNode(id) => self.remove_node(id),
            Change::AddLink(link) => self.add_link(link),
            Change::SetLink(link) => self.set_link(link),
            Change::RemoveLink(id) => self.remove_link(id),
            Change::AddSource(source) => self.add(source),
            Change::SetSource(source) => self.set(source),
            Change::RemoveSource(id) => {
                require_unused(id, self.pathway.cites(id))?;
                self.remove::<Source>(id.as_str())
            }
            Change::AddTour(tour) => self.add(tour),
            Change::SetTour(tour) => self.set(tour),
            Change::MoveTour(id, to) => self.shift::<Tour>(id.as_str(), *to),
            Change::RemoveTour(id) => self.remove::<Tour>(id.as_str()),
            Change::RemoveMisfit(misfit) => self.remove_misfit(misfit),
        }
    }

    fn make(&mut self, delta: Delta) {
        self.pathway.redo(&delta);
        self.deltas.push(delta);
    }

    /// Puts a record in the place of one that differs from it.
    fn replace<T: Clone + PartialEq>(&mut self, place: usize, old: Arc<T>, new: &T, delta: fn(Swap<T>) -> Delta) {
        if *old != *new {
            self.make(delta(Swap { place, before: Some(old), after: Some(Arc::new(new.clone())) }));
        }
    }

    fn add_node(&mut self, node: &Node) -> Result<(), EditError> {
        require_new(node.id.as_str(), self.pathway.node(&node.id).is_some())?;
        let place = self.pathway.nodes.len();
        self.make(Delta::Node(Swap { place, before: None, after: Some(Arc::new(node.clone())) }));
        Ok(())
    }

    fn set_node(&mut self, node: &Node) -> Result<(), EditError> {
        let place = self.pathway.node_place(&node.id).ok_or_else(|| missing(&node.id))?;
        self.replace(place, Arc::clone(&self.pathway.nodes[place]), node, Delta::Node);
        Ok(())
    }

    fn remove_node(&mut self, id: &NodeId) -> Result<(), EditError> {
        let place = self.pathway.node_place(id).ok_or_else(|| missing(id))?;
        // The last first, so that each comes back to its own place when the node does.
        for link in self.pathway.topology.touching(place).into_iter().rev() {
            self.remove_link_at(link);
        }
        let node = Arc::clone(&self.pathway.nodes[place]);
        self.make(Delta::Node(Swap { place, before: Some(node), after: None }));
        Ok(())
    }

    fn add_link(&mut self, link: &Link) -> Result<(), EditError> {
        require_new(link.id.as_str(), self.pathway.link(&link.id).is_some())?;
        self.require_ends(link)?;
        let place = self.pathway.links.len();
        self.make(Delta::Link(Swap { place, before: None, after: Some(Arc::new(link.clone())) }));
        Ok(())
    }

    fn set_link(&mut self, link: &Link) -> Result<(), EditError> {
        self.require_ends(link)?;
        let place = self.pathway.link_place(&link.id).ok_or_else(|| missing(&link.id))?;
        self.replace(place, Arc::clone(&self.pathway.links[place]), link, Delta::Link);
        Ok(())
    }

    fn remove_link(&mut self, id: &LinkId) -> Result<(), EditError> {
        let place = self.pathway.link_place(id).ok_or_else(|| missing(id))?;
        self.remove_link_at(place);
        Ok(())
    }

    fn remove_link_at(&mut self, place: usize) {
        let link = Arc::clone(&self.pathway.links[place]);
        self.make(Delta::Link(Swap { place, before: Some(link), after: None }));
    }

    fn require_ends(&self, link: &Link) -> Result<(), EditError> {
        let lost = [&link.from, &link.to].into_iter().find(|end| self.pathway.node(end).is_none());
        lost.map_or(Ok(()), |end| Err(missing(end)))
    }

    fn remove_misfit(&mut self, misfit: &Misfit) -> Result<(), EditError> {
        let place = self.pathway.misfits.iter().position(|other| other == misfit);
        let place = place.ok_or_else(|| missing(misfit.name()))?;
        self.make(Delta::Misfit(Swap { place, before: Some(Arc::new(misfit.clone())), after: None }));
        Ok(())
    }

    fn add<T: Listed>(&mut self, record: &T) -> Result<(), EditError> {
        let name = record.name();
        require_new(name, T::all(&self.pathway).iter().any(|other| other.name() == name))?;
        let place = T::all(&self.pathway).len();
        self.make(T::delta(Swap { place, before: None, after: Some(Arc::new(record.clone())) }));
        Ok(())
    }

    fn set<T: Listed>(&mut self, record: &T) -> Result<(), EditError> {
        let (place, old) = self.find::<T>(record.name())?;
        match T::in_part(place, &old, record).filter(|_| *old != *record) {
            Some(delta) => self.make(delta),
            None => self.replace(place, old, record, T::delta),
        }
        Ok(())
    }

    fn shift<T: Listed>(&mut self, name: &str, to: usize) -> Result<(), EditError> {
        let (place, record) = self.find::<T>(name)?;
        let to = to.min(T::all(&self.pathway).len() - 1);
        if place != to {
            self.make(T::delta(Swap { place, before: Some(Arc::clone(&record)), after: None }));
            self.make(T::delta(Swap { place: to, before: None, after: Some(record) }));
        }
        Ok(())
    }

    fn remove<T: Listed>(&mut self, name: &str) -> Result<(), EditError> {
        let (place, record) = self.find::<T>(name)?;
        self.make(T::delta(Swap { place, before: Some(record), after: None }));
        Ok(())
    }

    fn find<T: Listed>(&self, name: &str) -> Result<(usize, Arc<T>), EditError> {
        let mut all = T::all(&self.pathway).iter().enumerate();
        let found = all.find(|(_, record)| record.name() == name);
        found.map(|(place, record)| (place, Arc::clone(record))).ok_or_else(|| missing(name))
    }
}

/// Records that lie in short lists and that nothing else counts by its place.
trait Listed: Clone + PartialEq {
    fn name(&self) -> &str;
    fn all(pathway: &Pathway) -> &[Arc<Self>];
    fn delta(swap: Swap<Self>) -> Delta;

    /// A record that differs in a small part alone.
    fn in_part(_: usize, _: &Self, _: &Self) -> Option<Delta> {
        None
    }
}

macro_rules! listed {
    ($record:ident, $list:ident $(, $in_part:expr)?) => {
        impl Listed for $record {
            fn name(&self) -> &str {
                self.id.as_str()
            }

            fn all(pathway: &Pathway) -> &[Arc<Self>] {
                pathway.$list()
            }

            fn delta(swap: Swap<Self>) -> Delta {
                Delta::$record(swap)
            }

            $(fn in_part(place: usize, old: &Self, new: &Self) -> Option<Delta> {
                $in_part(place, old, new).map(Delta::Retold)
            })?
        }
    };
}

listed!(Lane, lanes);
listed!(Source, sources);
listed!(Tour, tours, Retold::of);

fn missing(id: &(impl fmt::Display + ?Sized)) -> EditError {
    EditError::Missing(id.to_string())
}

/// An id that is about to be created.
fn require_new(id: &str, there: bool) -> Result<(), EditError> {
    match (is_valid_id(id), there) {
        (false, _) => Err(EditError::BadId(id.to_owned())),
        (true, true) => Err(EditError::Exists(id.to_owned())),
        (true, false) => Ok(()),
    }
}

fn require_unused(id: &impl fmt::Display, used: bool) -> Result<(), EditError> {
    if used { Err(EditError::InUse(id.to_string())) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
