//! What a change reaches, in how many links, and by which shortest route.

use super::web::Web;

const NEVER: u32 = u32::MAX;

/// A breadth-first tree over the links that are open.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    steps: Vec<u32>,
    came: Vec<u32>,
    met: Vec<usize>,
}

impl Tree {
    /// Searches from `starts`, in their order.
    pub(super) fn new(web: &Web, starts: &[usize], open: &[bool]) -> Self {
        let mut tree =
            Self { steps: vec![NEVER; web.names.len()], came: vec![NEVER; web.names.len()], met: Vec::new() };
        for &start in starts {
            if tree.steps[start] == NEVER {
                tree.steps[start] = 0;
                tree.met.push(start);
            }
        }
        let mut next = 0;
        while let Some(&at) = tree.met.get(next) {
            next += 1;
            for &link in web.links_out(at).iter().filter(|&&link| open[link]) {
                let to = web.arcs[link].to;
                if tree.steps[to] == NEVER {
                    tree.steps[to] = tree.steps[at] + 1;
                    tree.came[to] = link as u32;
                    tree.met.push(to);
                }
            }
        }
        tree
    }

    /// The fewest links that lead to a node.
    pub(super) fn steps(&self, node: usize) -> Option<usize> {
        self.steps.get(node).filter(|&&steps| steps != NEVER).map(|&steps| steps as usize)
    }

    /// The nodes that are reached, nearest first.
    pub(super) fn met(&self) -> &[usize] {
        &self.met
    }

    /// The links of a shortest route to a node that is reached.
    pub(super) fn trace(&self, web: &Web, node: usize) -> Option<Vec<usize>> {
        self.steps(node)?;
        let (mut at, mut links) = (node, Vec::new());
        while self.came[at] != NEVER {
            let link = self.came[at] as usize;
            links.push(link);
            at = web.arcs[link].from;
        }
        links.reverse();
        Some(links)
    }

    /// Every open link that the change runs along, once, by the step in which it does: the links out of a node run in
    /// the step after the node was reached.
    pub(super) fn front(&self, web: &Web, open: &[bool]) -> Vec<Vec<usize>> {
        let mut front: Vec<Vec<usize>> = Vec::new();
        for &at in &self.met {
            let step = self.steps[at] as usize;
            for &link in web.links_out(at).iter().filter(|&&link| open[link]) {
                if front.len() <= step {
                    front.resize(step + 1, Vec::new());
                }
                front[step].push(link);
            }
        }
        for links in &mut front {
            links.sort_unstable();
        }
        front
    }
}
