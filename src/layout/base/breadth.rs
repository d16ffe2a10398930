//! Breadth-first walks: what is reached from where, in how few links, and by which.

/// Stands for nodes that are not reached.
const NEVER: u32 = u32::MAX;

/// What a breadth-first walk has reached so far (Moore 1959).
#[derive(Clone, Debug, Default)]
pub struct BreadthFirst {
    steps: Vec<u32>,
    /// Node and link by which each node was reached first.
    came: Vec<(u32, u32)>,
    order: Vec<u32>,
}

/// Walks from `starts`, in their order, to everything that they lead to: O(nodes + links).
///
/// `next` gives the nodes that a node leads to, each with the number of the link that leads there. Of several shortest
/// ways the one counts whose links come first.
///
/// ```
/// use pathlight_layout::base::breadth_first;
///
/// let links = [(0, 1), (1, 2), (0, 2), (3, 0)];
/// let next = |node: u32| (0..).zip(links).filter(move |(_, link)| link.0 == node).map(|(i, link)| (link.1, i));
/// let walk = breadth_first(4, [0], next);
/// assert_eq!((walk.steps(2), walk.steps(3)), (Some(1), None));
/// assert_eq!(walk.trace(2), Some(vec![2]));
/// ```
pub fn breadth_first<I: Iterator<Item = (u32, u32)>>(
    nodes: usize,
    starts: impl IntoIterator<Item = u32>,
    next: impl Fn(u32) -> I,
) -> BreadthFirst {
    let mut walk = BreadthFirst::new(nodes);
    walk.spread(starts, next);
    walk
}

impl BreadthFirst {
    /// Nothing is reached yet of so many nodes.
    pub fn new(nodes: usize) -> Self {
        Self { steps: vec![NEVER; nodes], came: vec![(NEVER, NEVER); nodes], order: Vec::with_capacity(nodes) }
    }

    /// Goes on from these starts as far as nothing was reached before; gives what is new, nearest first.
    pub fn spread<I: Iterator<Item = (u32, u32)>>(
        &mut self,
        starts: impl IntoIterator<Item = u32>,
        next: impl Fn(u32) -> I,
    ) -> &[u32] {
        let first = self.order.len();
        for start in starts {
            self.reach(start, 0, (NEVER, NEVER));
        }
        let mut head = first;
        while let Some(&at) = self.order.get(head) {
            head += 1;
            let steps = self.steps[at as usize] + 1;
            for (node, link) in next(at) {
                self.reach(node, steps, (at, link));
            }
        }
        &self.order[first..]
    }

    fn reach(&mut self, node: u32, steps: u32, came: (u32, u32)) {
        if self.steps[node as usize] == NEVER {
            self.steps[node as usize] = steps;
            self.came[node as usize] = came;
            self.order.push(node);
        }
    }

    /// The fewest links that lead from a start to a node, if any do.
    pub fn steps(&self, node: u32) -> Option<u32> {
        Some(self.steps[node as usize]).filter(|steps| *steps != NEVER)
    }

    /// The nodes that are reached, in the order in which they were.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Node and link by which a node was reached first; none for starts and for what is not reached.
    pub fn came(&self, node: u32) -> Option<(u32, u32)> {
        Some(self.came[node as usize]).filter(|came| came.0 != NEVER)
    }

    /// The links of a shortest way from a start to a node, if it is reached.
    pub fn trace(&self, node: u32) -> Option<Vec<u32>> {
        let mut links = Vec::with_capacity(self.steps(node)? as usize);
        let mut at = node;
        while let Some((before, link)) = self.came(at) {
            links.push(link);
            at = before;
        }
        links.reverse();
        Some(links)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Dice;

    #[test]
    fn ways_are_as_short_as_any() {
        let mut dice = Dice::new(11);
        for _ in 0..300 {
            let nodes = 2 + dice.below(9);
            let links: Vec<(u32, u32)> =
                (0..dice.below(3 * nodes)).map(|_| (dice.below(nodes) as u32, dice.below(nodes) as u32)).collect();
            // By relaxing every link as often as there are nodes (Bellman 1958).
            let mut least = vec![None; nodes];
            (least[0], least[1]) = (Some(0), Some(0));
            for _ in 0..nodes {
                for &(from, to) in &links {
                    let through: Option<u32> = least[from as usize].map(|steps: u32| steps + 1);
                    let now = &mut least[to as usize];
                    *now = [*now, through].into_iter().flatten().min();
                }
            }
            let next = |node: u32| (0..).zip(&links).filter(move |(_, l)| l.0 == node).map(|(i, l)| (l.1, i));
            let walk = breadth_first(nodes, [0, 1], next);
            for node in 0..nodes as u32 {
                assert_eq!(walk.steps(node), least[node as usize], "{links:?}");
                let trace = walk.trace(node).unwrap_or_default();
                assert_eq!(trace.len(), walk.steps(node).unwrap_or(0) as usize);
                assert!(trace.windows(2).all(|p| links[p[0] as usize].1 == links[p[1] as usize].0));
                assert!(trace.last().is_none_or(|&l| links[l as usize].1 == node));
            }
            let near: Vec<_> = walk.order().iter().map(|&node| walk.steps(node)).collect();
            assert!(near.is_sorted() && near.len() == least.iter().flatten().count());
        }
    }

    #[test]
    fn a_walk_goes_on_from_other_starts() {
        let mut walk = BreadthFirst::new(5);
        let next = |node: u32| (node.is_multiple_of(2) && node < 4).then_some((node + 2, node)).into_iter();
        assert_eq!(walk.spread([2], next), [2, 4]);
        assert_eq!(walk.spread([0, 1], next), [0, 1]);
        assert_eq!((walk.steps(2), walk.came(4), walk.steps(3)), (Some(0), Some((2, 2)), None));
    }
}
