//! The largest flow, and the smallest cut that it proves (Ford & Fulkerson 1956), by Dinitz's method of 1970.

use crate::layout::base::{BreadthFirst, breadth_first};

/// Stands for no arc.
const NONE: u32 = u32::MAX;

/// A network of arcs with room for some flow each.
pub(super) struct Flow {
    /// The first arc out of each node, and the next one after each arc.
    first: Vec<u32>,
    next: Vec<u32>,
    to: Vec<u32>,
    /// The room left. Arcs come in pairs: the second of a pair is the way back.
    room: Vec<u64>,
}

impl Flow {
    pub(super) fn new(nodes: usize) -> Self {
        Self { first: vec![NONE; nodes], next: Vec::new(), to: Vec::new(), room: Vec::new() }
    }

    /// Adds an arc.
    pub(super) fn add(&mut self, from: u32, to: u32, room: u64) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.next.push(self.first[from as usize]);
            self.first[from as usize] = self.to.len() as u32;
            self.to.push(to);
            self.room.push(room);
        }
    }

    /// Lets as much flow as possible, and says which nodes are on the near side of the smallest cut: of all smallest
    /// cuts the one nearest to the source, which is the same for every largest flow.
    pub(super) fn near_side(mut self, source: u32, sink: u32) -> Vec<bool> {
        loop {
            let levels = self.levels(source);
            if levels.steps(sink).is_none() {
                return (0..self.first.len() as u32).map(|node| levels.steps(node).is_some()).collect();
            }
            self.block(source, sink, &levels);
        }
    }

    /// The steps from the source over arcs with room.
    fn levels(&self, source: u32) -> BreadthFirst {
        let some = |arc: u32| Some(arc).filter(|arc| *arc != NONE);
        let out = |node: u32| {
            std::iter::successors(some(self.first[node as usize]), move |&arc| some(self.next[arc as usize]))
        };
        let open = |&arc: &u32| self.room[arc as usize] > 0;
        breadth_first(self.first.len(), [source], |node| out(node).filter(open).map(|arc| (self.to[arc as usize], arc)))
    }

    /// Fills every shortest way to the sink.
    fn block(&mut self, source: u32, sink: u32, levels: &BreadthFirst) {
        let mut arcs = self.first.clone();
        let mut path: Vec<u32> = Vec::new();
        let mut at = source;
        loop {
            let arc = arcs[at as usize];
            if at == sink {
                at = self.fill(&mut path);
            } else if arc == NONE {
                let Some(back) = path.pop() else { return };
                at = self.to[back as usize ^ 1];
                arcs[at as usize] = self.next[back as usize];
            } else if self.leads_on(arc, at, levels) {
                path.push(arc);
                at = self.to[arc as usize];
            } else {
                arcs[at as usize] = self.next[arc as usize];
            }
        }
    }

    fn leads_on(&self, arc: u32, at: u32, levels: &BreadthFirst) -> bool {
        let level = levels.steps(self.to[arc as usize]);
        self.room[arc as usize] > 0 && level.is_some() && level == levels.steps(at).map(|level| level + 1)
    }

    /// Sends as much along a path as it has room for, and goes back to where it is full first.
    fn fill(&mut self, path: &mut Vec<u32>) -> u32 {
        let most = path.iter().map(|&arc| self.room[arc as usize]).min().unwrap_or(0);
        let mut full = 0;
        for (place, &arc) in path.iter().enumerate().rev() {
            self.room[arc as usize] -= most;
            self.room[arc as usize ^ 1] += most;
            if self.room[arc as usize] == 0 {
                full = place;
            }
        }
        let at = self.to[path[full] as usize ^ 1];
        path.truncate(full);
        at
    }
}
