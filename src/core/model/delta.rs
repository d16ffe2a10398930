//! Changes that have been made, kept so that they can be taken back and made again.

use std::{mem, sync::Arc};

use super::{About, Lane, Link, Misfit, Node, Pathway, Source, Tour, retold::Retold};

/// What stood in one place of one list, and what stands there since: a record that only stands before was taken out,
/// one that only stands after was put in. Those behind it move.
#[derive(Clone, Debug)]
pub(crate) struct Swap<T> {
    pub(super) place: usize,
    pub(super) before: Option<Arc<T>>,
    pub(super) after: Option<Arc<T>>,
}

/// One change that has been made. Records are shared with the pathways before and after it, so it takes little more
/// than its own size.
#[derive(Clone, Debug)]
pub(crate) enum Delta {
    About(Swap<About>),
    Lane(Swap<Lane>),
    Node(Swap<Node>),
    Link(Swap<Link>),
    Source(Swap<Source>),
    Tour(Swap<Tour>),
    Retold(Retold),
    Misfit(Swap<Misfit>),
}

impl<T> Swap<T> {
    fn turned(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }

    /// Whether this put the very record there that `next` replaces. If so, it takes over what `next` puts there.
    fn absorb(&mut self, next: &mut Self) -> bool {
        let same = match (&self.after, &next.before) {
            (Some(put), Some(replaced)) => Arc::ptr_eq(put, replaced),
            _ => false,
        };
        let absorbs = same && next.after.is_some();
        if absorbs {
            mem::swap(&mut self.after, &mut next.after);
        }
        absorbs
    }
}

impl Delta {
    /// The change that takes this one back.
    fn turned(self) -> Self {
        match self {
            Self::About(swap) => Self::About(swap.turned()),
            Self::Lane(swap) => Self::Lane(swap.turned()),
            Self::Node(swap) => Self::Node(swap.turned()),
            Self::Link(swap) => Self::Link(swap.turned()),
            Self::Source(swap) => Self::Source(swap.turned()),
            Self::Tour(swap) => Self::Tour(swap.turned()),
            Self::Retold(retold) => Self::Retold(retold.turned()),
            Self::Misfit(swap) => Self::Misfit(swap.turned()),
        }
    }

    /// Makes `next` part of this one, if that only replaces the record that this one put in its place. Both are as
    /// good as one then, also with other changes between them: none of those has touched the record. Steps of a tour are
    /// not known by where they are kept, so nothing may lie between: `is_last` says whether `next` comes right after.
    pub(crate) fn absorb(&mut self, next: &mut Self, is_last: bool) -> bool {
        match (self, next) {
            (Self::About(own), Self::About(next)) => own.absorb(next),
            (Self::Lane(own), Self::Lane(next)) => own.absorb(next),
            (Self::Node(own), Self::Node(next)) => own.absorb(next),
            (Self::Link(own), Self::Link(next)) => own.absorb(next),
            (Self::Source(own), Self::Source(next)) => own.absorb(next),
            (Self::Tour(own), Self::Tour(next)) => own.absorb(next),
            (Self::Retold(own), Self::Retold(next)) => is_last && own.absorb(next),
            (Self::Misfit(own), Self::Misfit(next)) => own.absorb(next),
            _ => false,
        }
    }
}

impl Pathway {
    /// Makes a change that was made to a pathway equal to this one.
    pub(crate) fn redo(&mut self, delta: &Delta) {
        match delta {
            Delta::About(swap) => {
                if let Some(about) = &swap.after {
                    self.about = Arc::clone(about);
                }
            }
            Delta::Lane(swap) => put(&mut self.lanes, swap),
            Delta::Node(swap) => self.put_node(swap),
            Delta::Link(swap) => self.put_link(swap),
            Delta::Source(swap) => put(&mut self.sources, swap),
            Delta::Tour(swap) => put(&mut self.tours, swap),
            Delta::Retold(retold) => {
                let tours = Arc::make_mut(&mut self.tours);
                retold.tell(Arc::make_mut(&mut tours[retold.place]));
            }
            Delta::Misfit(swap) => put_misfit(Arc::make_mut(&mut self.misfits), swap),
        }
    }

    /// Takes the last change back that was made to this pathway.
    pub(crate) fn undo(&mut self, delta: &Delta) {
        self.redo(&delta.clone().turned());
    }

    fn put_node(&mut self, swap: &Swap<Node>) {
        let place = swap.place;
        match (&swap.before, &swap.after) {
            (Some(_), Some(node)) => self.nodes.set(place, Arc::clone(node)),
            (Some(_), None) => {
                Arc::make_mut(&mut self.topology).remove_node(place);
                self.nodes.remove(place);
            }
            (None, Some(node)) => {
                let topology = Arc::make_mut(&mut self.topology);
                let rank = topology.nodes.partition_point(|&other| self.nodes[other as usize].id < node.id);
                topology.insert_node(place, rank);
                self.nodes.insert(place, Arc::clone(node));
            }
            (None, None) => {}
        }
    }

    fn put_link(&mut self, swap: &Swap<Link>) {
        let place = swap.place;
        match (&swap.before, &swap.after) {
            (Some(old), Some(link)) => {
                if (&old.from, &old.to) != (&link.from, &link.to)
                    && let Some(ends) = self.ends_of(link)
                {
                    Arc::make_mut(&mut self.topology).set_ends(place, ends);
                }
                self.links.set(place, Arc::clone(link));
            }
            (Some(_), None) => {
                Arc::make_mut(&mut self.topology).remove_link(place);
                self.links.remove(place);
            }
            (None, Some(link)) => {
                let Some(ends) = self.ends_of(link) else { return };
                let topology = Arc::make_mut(&mut self.topology);
                let rank = topology.links.partition_point(|&other| self.links[other as usize].id < link.id);
                topology.insert_link(place, rank, ends);
                self.links.insert(place, Arc::clone(link));
            }
            (None, None) => {}
        }
    }

    /// The places of the nodes that a link joins, if both are there.
    fn ends_of(&self, link: &Link) -> Option<[usize; 2]> {
        Some([self.node_place(&link.from)?, self.node_place(&link.to)?])
    }
}

fn put<T>(list: &mut Arc<Vec<Arc<T>>>, swap: &Swap<T>) {
    let list = Arc::make_mut(list);
    match (&swap.before, &swap.after) {
        (Some(_), Some(record)) => list[swap.place] = Arc::clone(record),
        (Some(_), None) => _ = list.remove(swap.place),
        (None, Some(record)) => list.insert(swap.place, Arc::clone(record)),
        (None, None) => {}
    }
}

/// Misfits only go, and come back where they were.
fn put_misfit(list: &mut Vec<Misfit>, swap: &Swap<Misfit>) {
    match &swap.after {
        Some(misfit) => list.insert(swap.place, Misfit::clone(misfit)),
        None => _ = list.remove(swap.place),
    }
}
