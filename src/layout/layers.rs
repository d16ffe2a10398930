//! The layered form: columns of items, where an item is a card or a bend of a link that passes a column.

use super::clean::Graph;

/// Lane of a bend, which may lie in any band.
pub(super) const FREE: usize = usize::MAX;
/// Most bends; links that would need more are led around the outside instead.
const MOST_BENDS: usize = 60_000;

/// A link as a chain of items from column to column, cause first.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// Index of the link.
    pub link: usize,
    pub items: Vec<usize>,
}

/// Items in columns; the first items are the cards themselves.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    /// Items of each column, top to bottom.
    pub columns: Vec<Vec<usize>>,
    /// Position of each item in its column.
    pub at: Vec<usize>,
    /// Column of each item.
    pub column: Vec<usize>,
    /// Lane of each item, `FREE` for bends.
    pub lane: Vec<usize>,
    /// Neighbours in the column before.
    pub left: Vec<Vec<usize>>,
    /// Neighbours in the column after.
    pub right: Vec<Vec<usize>>,
    pub chains: Vec<Chain>,
    /// Links that are led around the outside: returning ones and far too long ones.
    pub outside: Vec<usize>,
    /// Number of cards.
    pub cards: usize,
}

impl Layers {
    /// Columns by rank, in a first order by lane and depth-first walk.
    pub(super) fn new(graph: &Graph, returning: &[bool], ranks: &[usize]) -> Self {
        let cards = graph.count();
        let width = ranks.iter().max().map_or(0, |r| r + 1);
        let mut layers = Self {
            columns: vec![Vec::new(); width],
            at: vec![0; cards],
            column: ranks.to_vec(),
            lane: graph.lane.clone(),
            left: vec![Vec::new(); cards],
            right: vec![Vec::new(); cards],
            chains: Vec::new(),
            outside: Vec::new(),
            cards,
        };
        let span = |l: usize| ranks[graph.links[l].to].saturating_sub(ranks[graph.links[l].from]);
        let mut order: Vec<usize> = (0..graph.links.len()).collect();
        order.sort_by_key(|&l| span(l));
        let mut bends = 0;
        let mut layered = vec![false; graph.links.len()];
        for l in order.into_iter().filter(|&l| !returning[l] && span(l) > 0) {
            bends += span(l) - 1;
            layered[l] = bends <= MOST_BENDS;
        }
        for (l, &inner) in layered.iter().enumerate() {
            if inner {
                layers.add_chain(graph, l);
            } else {
                layers.outside.push(l);
            }
        }
        layers.first_order();
        layers
    }

    fn add_chain(&mut self, graph: &Graph, link: usize) {
        let (from, to) = (graph.links[link].from, graph.links[link].to);
        let mut items = vec![from];
        for column in self.column[from] + 1..self.column[to] {
            items.push(self.column.len());
            self.column.push(column);
            self.at.push(0);
            self.lane.push(FREE);
            self.left.push(Vec::new());
            self.right.push(Vec::new());
        }
        items.push(to);
        for pair in items.windows(2) {
            self.right[pair[0]].push(pair[1]);
            self.left[pair[1]].push(pair[0]);
        }
        self.chains.push(Chain { link, items });
    }

    /// Depth-first from the sources, then sorted by lane with the bends last.
    fn first_order(&mut self) {
        let mut seen = vec![false; self.column.len()];
        for root in (0..self.column.len()).filter(|&i| self.left[i].is_empty()) {
            let mut walk = vec![root];
            while let Some(item) = walk.pop() {
                if std::mem::replace(&mut seen[item], true) {
                    continue;
                }
                self.columns[self.column[item]].push(item);
                walk.extend(self.right[item].iter().rev().filter(|&&o| !seen[o]));
                walk.extend(self.left[item].iter().filter(|&&o| !seen[o]));
            }
        }
        for c in 0..self.columns.len() {
            let lane = &self.lane;
            self.columns[c].sort_by_key(|&i| lane[i]);
            self.number(c);
        }
    }

    /// Whether the item is a card.
    pub(super) fn is_card(&self, item: usize) -> bool {
        item < self.cards
    }

    /// Whether two items of one column may be in either order.
    pub(super) fn may_swap(&self, a: usize, b: usize) -> bool {
        self.lane[a] == FREE || self.lane[b] == FREE || self.lane[a] == self.lane[b]
    }

    /// Renews the positions of a column's items.
    pub(super) fn number(&mut self, column: usize) {
        for (i, &item) in self.columns[column].iter().enumerate() {
            self.at[item] = i;
        }
    }

    /// Replaces the order of all columns.
    pub(super) fn set(&mut self, columns: &[Vec<usize>]) {
        self.columns.clone_from_slice(columns);
        (0..self.columns.len()).for_each(|c| self.number(c));
    }

    /// Crossings of links between neighbouring columns (Barth, Jünger and Mutzel 2002).
    pub(super) fn crossings(&self) -> u64 {
        let mut tree = Vec::new();
        let mut ends = Vec::new();
        (1..self.columns.len()).map(|c| self.crossings_before(c, &mut tree, &mut ends)).sum()
    }

    fn crossings_before(&self, column: usize, tree: &mut Vec<u64>, ends: &mut Vec<usize>) -> u64 {
        let size = self.columns[column].len();
        tree.clear();
        tree.resize(size + 1, 0);
        let (mut total, mut crossings) = (0, 0);
        for &item in &self.columns[column - 1] {
            ends.clear();
            ends.extend(self.right[item].iter().map(|&o| self.at[o]));
            for &end in ends.iter() {
                let (mut below, mut i) = (0, end + 1);
                while i > 0 {
                    below += tree[i];
                    i &= i - 1;
                }
                crossings += total - below;
            }
            for &end in ends.iter() {
                let mut i = end + 1;
                while i <= size {
                    tree[i] += 1;
                    i += i & i.wrapping_neg();
                }
                total += 1;
            }
        }
        crossings
    }
}
