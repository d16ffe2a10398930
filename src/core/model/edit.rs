//! Edits: the only way to change a pathway.

use std::{fmt, sync::Arc};

use super::{
    About, Lane, LaneId, Link, LinkId, MAX_ID_BYTES, Misfit, Node, NodeId, Pathway, Source, SourceId, Tour, TourId,
    is_valid_id,
};

/// One step that a person can undo: a label, and the changes that make it up.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What it does, in the words after "Undo": `add Poor sleep`.
    pub label: String,
    /// Edits that follow one another with the same key are one step, as a drag or a run of typing is.
    pub merge: Option<String>,
    /// The changes, applied in order; all or none.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit of one change that stands for itself.
    pub fn one(label: &str, change: Change) -> Self {
        Self { label: label.to_owned(), merge: None, changes: vec![change] }
    }
}

/// One change. Records carry the ids that they create.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Replaces what is said of the whole.
    About(About),
    /// Adds a lane at the end.
    AddLane(Lane),
    /// Replaces the lane of the same id.
    SetLane(Lane),
    /// Moves a lane to a place among the lanes, counted from 0 on top without it; any place past the last is the last.
    MoveLane(LaneId, usize),
    /// Removes a lane that no node lies in.
    RemoveLane(LaneId),
    /// Adds a node at the end.
    AddNode(Node),
    /// Replaces the node of the same id.
    SetNode(Node),
    /// Removes a node, and with it the links that touch it.
    RemoveNode(NodeId),
    /// Adds a link at the end; both ends must exist.
    AddLink(Link),
    /// Replaces the link of the same id; its ends may move.
    SetLink(Link),
    /// Removes a link.
    RemoveLink(LinkId),
    /// Adds a source at the end.
    AddSource(Source),
    /// Replaces the source of the same id.
    SetSource(Source),
    /// Removes a source that no evidence and no note cites.
    RemoveSource(SourceId),
    /// Adds a tour at the end.
    AddTour(Tour),
    /// Replaces the tour of the same id.
    SetTour(Tour),
    /// Moves a tour to a place among the tours, counted from 0 without it; any place past the last is the last.
    MoveTour(TourId, usize),
    /// Removes a tour.
    RemoveTour(TourId),
    /// Removes the first record that is equal to this one from those that could not take their place. To put one
    /// right, remove it and add it as it should be, in one edit.
    RemoveMisfit(Misfit),
}

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The id that it would create exists.
    Exists(String),
    /// The id that it names does not exist.
    Missing(String),
    /// What it would remove is in use.
    InUse(String),
    /// The id that it would create is no [valid id](is_valid_id).
    BadId(String),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(id) => write!(f, "“{id}” exists already; choose another name"),
            Self::Missing(id) => write!(f, "there is no “{id}” here; add it first or choose one that is here"),
            Self::InUse(id) => write!(f, "“{id}” is still in use; remove what uses it first"),
            Self::BadId(id) => {
                let id: String = id.chars().take(40).collect();
                write!(f, "“{id}” cannot be an id; write 1 to {MAX_ID_BYTES} of a-z, 0-9, “_”, “.” and “-”")
            }
        }
    }
}

impl std::error::Error for EditError {}

impl Pathway {
    /// The pathway after `edit`, or why it cannot be. `self` stays as it is either way.
    ///
    /// # Errors
    /// The first change that names something missing, creates something that exists, or removes something in use.
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        let mut next = self.clone();
        for change in &edit.changes {
            next.change(change)?;
        }
        Ok(next)
    }

    fn change(&mut self, change: &Change) -> Result<(), EditError> {
        match change {
            Change::About(about) => {
                self.about = Arc::new(about.clone());
                Ok(())
            }
            Change::AddLane(lane) => add(&mut self.lanes, lane, |l| l.id.as_str()),
            Change::SetLane(lane) => set(&mut self.lanes, lane, |l| l.id.as_str()),
            Change::MoveLane(id, to) => move_to(&mut self.lanes, id.as_str(), *to, |l| l.id.as_str()),
            Change::RemoveLane(id) => {
                let used = self.nodes().any(|node| node.lane == *id);
                remove(&mut self.lanes, id.as_str(), used, |l| l.id.as_str())
            }
            Change::AddNode(node) => self.add_node(node),
            Change::SetNode(node) => self.set_node(node),
            Change::RemoveNode(id) => self.remove_node(id),
            Change::AddLink(link) => self.add_link(link),
            Change::SetLink(link) => self.set_link(link),
            Change::RemoveLink(id) => self.remove_link(id),
            Change::AddSource(source) => add(&mut self.sources, source, |s| s.id.as_str()),
            Change::SetSource(source) => set(&mut self.sources, source, |s| s.id.as_str()),
            Change::RemoveSource(id) => {
                let used = self.cites(id);
                remove(&mut self.sources, id.as_str(), used, |s| s.id.as_str())
            }
            Change::AddTour(tour) => add(&mut self.tours, tour, |t| t.id.as_str()),
            Change::SetTour(tour) => set(&mut self.tours, tour, |t| t.id.as_str()),
            Change::MoveTour(id, to) => move_to(&mut self.tours, id.as_str(), *to, |t| t.id.as_str()),
            Change::RemoveTour(id) => remove(&mut self.tours, id.as_str(), false, |t| t.id.as_str()),
            Change::RemoveMisfit(misfit) => {
                let place = self.misfits.iter().position(|other| other == misfit);
                self.misfits.remove(place.ok_or_else(|| EditError::Missing(misfit.name().to_owned()))?);
                Ok(())
            }
        }
    }

    /// Whether some evidence or note rests on a source.
    pub fn cites(&self, id: &SourceId) -> bool {
        self.links().any(|link| link.evidence.iter().any(|e| e.source == *id))
            || self.nodes().any(|node| node.notes.iter().any(|note| note.sources.contains(id)))
    }

    fn add_node(&mut self, node: &Node) -> Result<(), EditError> {
        require_valid(node.id.as_str())?;
        if self.node(&node.id).is_some() {
            return Err(EditError::Exists(node.id.to_string()));
        }
        self.insert_node(node.clone());
        Ok(())
    }

    fn set_node(&mut self, node: &Node) -> Result<(), EditError> {
        let index = self.node_index.get(&node.id).ok_or_else(|| EditError::Missing(node.id.to_string()))?;
        self.graph[*index] = Arc::new(node.clone());
        Ok(())
    }

    fn remove_node(&mut self, id: &NodeId) -> Result<(), EditError> {
        let touching: Vec<LinkId> =
            self.links().filter(|link| link.from == *id || link.to == *id).map(|link| link.id.clone()).collect();
        for link in &touching {
            self.remove_link(link)?;
        }
        let index = self.node_index.remove(id).ok_or_else(|| EditError::Missing(id.to_string()))?;
        self.graph.remove_node(index);
        self.node_order.retain(|other| other != id);
        Ok(())
    }

    fn add_link(&mut self, link: &Link) -> Result<(), EditError> {
        require_valid(link.id.as_str())?;
        if self.link(&link.id).is_some() {
            return Err(EditError::Exists(link.id.to_string()));
        }
        self.require_ends(link)?;
        self.insert_link(link.clone());
        Ok(())
    }

    fn set_link(&mut self, link: &Link) -> Result<(), EditError> {
        self.require_ends(link)?;
        let place = self.link_order.iter().position(|id| *id == link.id);
        let place = place.ok_or_else(|| EditError::Missing(link.id.to_string()))?;
        self.remove_link(&link.id)?;
        self.insert_link(link.clone());
        // Back to its place in the file, so that a changed link is one changed record in a diff.
        if let Some(id) = self.link_order.pop() {
            self.link_order.insert(place, id);
        }
        Ok(())
    }

    fn remove_link(&mut self, id: &LinkId) -> Result<(), EditError> {
        let index = self.link_index.remove(id).ok_or_else(|| EditError::Missing(id.to_string()))?;
        self.graph.remove_edge(index);
        self.link_order.retain(|other| other != id);
        Ok(())
    }

    fn require_ends(&self, link: &Link) -> Result<(), EditError> {
        for end in [&link.from, &link.to] {
            if self.node(end).is_none() {
                return Err(EditError::Missing(end.to_string()));
            }
        }
        Ok(())
    }
}

fn move_to<T>(list: &mut Vec<Arc<T>>, name: &str, to: usize, id: impl Fn(&T) -> &str) -> Result<(), EditError> {
    let place = list.iter().position(|other| id(other) == name).ok_or_else(|| EditError::Missing(name.to_owned()))?;
    let record = list.remove(place);
    list.insert(to.min(list.len()), record);
    Ok(())
}

/// An id that is about to be created.
fn require_valid(id: &str) -> Result<(), EditError> {
    if is_valid_id(id) { Ok(()) } else { Err(EditError::BadId(id.to_owned())) }
}

fn add<T: Clone>(list: &mut Vec<Arc<T>>, record: &T, id: impl Fn(&T) -> &str) -> Result<(), EditError> {
    require_valid(id(record))?;
    if list.iter().any(|other| id(other) == id(record)) {
        return Err(EditError::Exists(id(record).to_owned()));
    }
    list.push(Arc::new(record.clone()));
    Ok(())
}

fn set<T: Clone>(list: &mut [Arc<T>], record: &T, id: impl Fn(&T) -> &str) -> Result<(), EditError> {
    let slot = list.iter_mut().find(|other| id(other) == id(record));
    let slot = slot.ok_or_else(|| EditError::Missing(id(record).to_owned()))?;
    *slot = Arc::new(record.clone());
    Ok(())
}

fn remove<T>(list: &mut Vec<Arc<T>>, name: &str, used: bool, id: impl Fn(&T) -> &str) -> Result<(), EditError> {
    if used {
        return Err(EditError::InUse(name.to_owned()));
    }
    let place = list.iter().position(|other| id(other) == name);
    let place = place.ok_or_else(|| EditError::Missing(name.to_owned()))?;
    list.remove(place);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Effect, Kind, notation};

    fn pathway(text: &str) -> Pathway {
        notation::parse(text).expect("the test's own notation")
    }

    fn outline(pathway: &Pathway) -> String {
        notation::write(pathway)
    }

    #[track_caller]
    fn check(before: &str, change: Change, after: Result<&str, EditError>) {
        let before = pathway(before);
        let kept = before.clone();
        let result = before.apply(&Edit::one("test", change)).map(|p| outline(&p));
        assert_eq!(result, after.map(str::to_owned));
        assert_eq!(before, kept, "an edit must not touch the pathway it starts from");
    }

    #[test]
    fn nodes_come_and_go_with_their_links() {
        let node = |id: &str| Node::new(id, id, Kind::Other, "all");
        check("a -> b", Change::AddNode(node("c")), Ok("a -> b\nc\n"));
        check("a -> b", Change::AddNode(node("a")), Err(EditError::Exists("a".into())));
        check("a -> b -| c", Change::RemoveNode("b".into()), Ok("a\nc\n"));
        check("a -> b", Change::RemoveNode("z".into()), Err(EditError::Missing("z".into())));
        check("a -> b", Change::SetNode(node("z")), Err(EditError::Missing("z".into())));
    }

    #[test]
    fn links_need_both_ends() {
        let link = |id, from, to| Link::new(id, from, to, Effect::Lowers);
        check("a -> b", Change::AddLink(link("b_a", "b", "a")), Ok("a -> b\nb -| a\n"));
        check("a -> b", Change::AddLink(link("x", "a", "z")), Err(EditError::Missing("z".into())));
        check("a -> b", Change::AddLink(link("a_b", "a", "b")), Err(EditError::Exists("a_b".into())));
        check("a -> b; b -> c", Change::SetLink(link("a_b", "c", "a")), Ok("c -| a\nb -> c\n"));
        check("a -> b", Change::RemoveLink("a_b".into()), Ok("a\nb\n"));
        check("a -> b", Change::RemoveLink("b_a".into()), Err(EditError::Missing("b_a".into())));
    }

    #[test]
    fn what_is_in_use_stays() {
        check("a -> b", Change::RemoveLane("all".into()), Err(EditError::InUse("all".into())));
    }

    #[test]
    fn an_edit_is_all_or_nothing() {
        let before = pathway("a -> b");
        let edit = Edit {
            label: "two".into(),
            merge: None,
            changes: vec![Change::RemoveLink("a_b".into()), Change::RemoveLink("a_b".into())],
        };
        assert_eq!(before.apply(&edit), Err(EditError::Missing("a_b".into())));
        assert_eq!(outline(&before), "a -> b\n");
    }
}
