//! Strong components: sets of nodes that all lead to one another. Every loop lies inside one.

use super::{NEVER, Web};

impl Web<'_> {
    /// The number of the strong component of each node (Tarjan 1972), with its own stack in place of recursion.
    pub fn components(&self) -> Vec<u32> {
        let count = self.node_count();
        let mut search =
            Search { seen: vec![0; count], low: vec![0; count], of: vec![NEVER; count], ..Search::default() };
        for root in 0..count as u32 {
            if search.seen[root as usize] == 0 {
                search.visit(self, root);
            }
        }
        search.of
    }
}

#[derive(Default)]
struct Search {
    /// When each node was first seen, counted from 1; 0 before that.
    seen: Vec<u32>,
    /// The earliest node still open that each node is known to lead back to.
    low: Vec<u32>,
    of: Vec<u32>,
    open: Vec<u32>,
    /// The nodes being walked through, each with the next of its links.
    walk: Vec<(u32, u32)>,
    clock: u32,
    components: u32,
}

impl Search {
    fn visit(&mut self, web: &Web, root: u32) {
        self.enter(web, root);
        while let Some(top) = self.walk.last_mut() {
            let at = top.0;
            if top.1 < web.links_from(at).end {
                let next = web.to(top.1);
                top.1 += 1;
                if self.seen[next as usize] == 0 {
                    self.enter(web, next);
                } else if self.of[next as usize] == NEVER {
                    self.low[at as usize] = self.low[at as usize].min(self.seen[next as usize]);
                }
            } else {
                self.leave(at);
            }
        }
    }

    fn enter(&mut self, web: &Web, node: u32) {
        self.clock += 1;
        self.seen[node as usize] = self.clock;
        self.low[node as usize] = self.clock;
        self.open.push(node);
        self.walk.push((node, web.links_from(node).start));
    }

    fn leave(&mut self, node: u32) {
        self.walk.pop();
        let low = self.low[node as usize];
        if let Some(&(before, _)) = self.walk.last() {
            self.low[before as usize] = self.low[before as usize].min(low);
        }
        if low == self.seen[node as usize] {
            while let Some(member) = self.open.pop() {
                self.of[member as usize] = self.components;
                if member == node {
                    break;
                }
            }
            self.components += 1;
        }
    }
}
