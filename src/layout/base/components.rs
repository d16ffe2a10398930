//! Strong components: sets of nodes that all lead to one another. Every loop lies inside one.

/// Stands for nodes that no component has yet.
const NONE: u32 = u32::MAX;

/// The number of the strong component of each node (Tarjan 1972), with a stack of its own in place of recursion.
///
/// `next` gives the nodes that a node leads to. Components are numbered from 0 so that links between them lead to lower
/// numbers. O(nodes + links).
///
/// ```
/// use pathlight_layout::base::strong_components;
///
/// // 0 and 1 lead to one another, and 1 leads to 2.
/// let links = [(0, 1), (1, 0), (1, 2)];
/// let next = |node: u32| links.iter().filter(move |link| link.0 == node).map(|link| link.1);
/// assert_eq!(strong_components(3, next), [1, 1, 0]);
/// ```
pub fn strong_components<I: Iterator<Item = u32>>(nodes: usize, next: impl Fn(u32) -> I) -> Vec<u32> {
    let mut search = Search {
        next,
        seen: vec![0; nodes],
        low: vec![0; nodes],
        component: vec![NONE; nodes],
        open: Vec::new(),
        walk: Vec::new(),
        clock: 0,
        found: 0,
    };
    for root in 0..nodes as u32 {
        if search.seen[root as usize] == 0 {
            search.visit(root);
        }
    }
    search.component
}

struct Search<F, I> {
    next: F,
    /// When each node was first seen, counted from 1; 0 before that.
    seen: Vec<u32>,
    /// The earliest node still open that each node is known to lead back to.
    low: Vec<u32>,
    component: Vec<u32>,
    open: Vec<u32>,
    /// The nodes being walked through, each with what is left of its links.
    walk: Vec<(u32, I)>,
    clock: u32,
    /// Number of components so far.
    found: u32,
}

impl<I: Iterator<Item = u32>, F: Fn(u32) -> I> Search<F, I> {
    /// Finds the components of everything that a node leads to.
    fn visit(&mut self, root: u32) {
        self.enter(root);
        while let Some((at, links)) = self.walk.last_mut() {
            let at = *at;
            match links.next() {
                Some(to) if self.seen[to as usize] == 0 => self.enter(to),
                Some(to) if self.component[to as usize] == NONE => {
                    self.low[at as usize] = self.low[at as usize].min(self.seen[to as usize]);
                }
                Some(_) => {}
                None => self.leave(at),
            }
        }
    }

    fn enter(&mut self, node: u32) {
        self.clock += 1;
        (self.seen[node as usize], self.low[node as usize]) = (self.clock, self.clock);
        self.open.push(node);
        let links = (self.next)(node);
        self.walk.push((node, links));
    }

    fn leave(&mut self, node: u32) {
        self.walk.pop();
        let low = self.low[node as usize];
        if let Some(&(before, _)) = self.walk.last() {
            self.low[before as usize] = self.low[before as usize].min(low);
        }
        if low < self.seen[node as usize] {
            return;
        }
        // Nothing in here leads further back: what was opened since is one component.
        while let Some(member) = self.open.pop() {
            self.component[member as usize] = self.found;
            if member == node {
                break;
            }
        }
        self.found += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Dice;

    #[test]
    fn components_are_those_of_mutual_reach() {
        let mut dice = Dice::new(7);
        for _ in 0..300 {
            let nodes = 1 + dice.below(9);
            let links: Vec<(u32, u32)> =
                (0..dice.below(2 * nodes)).map(|_| (dice.below(nodes) as u32, dice.below(nodes) as u32)).collect();
            let out = |node: u32| links.iter().filter(move |l| l.0 == node).map(|l| l.1);
            let mut reach = vec![vec![false; nodes]; nodes];
            (0..nodes).for_each(|n| reach[n][n] = true);
            for _ in 0..nodes {
                for &(from, to) in &links {
                    for row in &mut reach {
                        row[to as usize] |= row[from as usize];
                    }
                }
            }
            let found = strong_components(nodes, out);
            for (a, b) in (0..nodes).flat_map(|a| (0..nodes).map(move |b| (a, b))) {
                assert_eq!(found[a] == found[b], reach[a][b] && reach[b][a], "{links:?}");
                assert!(!reach[a][b] || found[a] >= found[b], "links lead to lower numbers: {links:?}");
            }
        }
    }

    #[test]
    fn a_long_chain_needs_no_recursion() {
        let last = 200_000;
        let found = strong_components(last as usize + 1, |node| (node < last).then_some(node + 1).into_iter());
        assert_eq!((found[0], found[last as usize]), (last, 0));
    }
}
