//! The layered form: columns of items, where an item is a card or a bend of a link that passes a column.

use crate::base::open_lists::OpenLists;
use crate::order::weave::{Way, Weave};

/// Lane of a bend, which may lie in any band.
pub(crate) const FREE: usize = usize::MAX;

/// A link as a chain of items from column to column, cause first.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// Index of the link.
    pub link: usize,
    pub items: Vec<usize>,
}

/// Items in columns; the first items are the cards themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layers {
    /// Items of each column, top to bottom.
    pub columns: Vec<Vec<usize>>,
    /// Position of each item in its column.
    pub at: Vec<usize>,
    /// Column of each item.
    pub column: Vec<usize>,
    /// Lane of each item, `FREE` for bends.
    pub lane: Vec<usize>,
    /// Neighbours in the column before.
    pub left: OpenLists,
    /// Neighbours in the column after.
    pub right: OpenLists,
    pub chains: Vec<Chain>,
    /// Links that are led around the outside: returning ones and far too long ones.
    pub outside: Vec<usize>,
    /// For each link, whether it runs above the first lane if it is an outside one.
    pub above: Vec<bool>,
    /// Number of cards.
    pub cards: usize,
}

impl Layers {
    /// The form of an order that the later stages draw.
    pub(crate) fn new(weave: &Weave) -> Self {
        let cards = weave.cards as usize;
        let number = weave.numbers();
        let mut layers = Self {
            column: weave.column[..cards].iter().map(|&c| c as usize).collect(),
            lane: weave.lane[..cards].iter().map(|&l| l as usize).collect(),
            cards,
            ..Self::default()
        };
        for (link, &way) in weave.way.iter().enumerate() {
            layers.above.push(way == Way::Above);
            if way != Way::Inside {
                layers.outside.push(link);
                continue;
            }
            for bend in weave.spans[link].bends.0..weave.spans[link].bends.1 {
                layers.column.push(weave.column[bend as usize] as usize);
                layers.lane.push(FREE);
            }
            layers.chains.push(Chain { link, items: weave.path(link).map(|i| number[i as usize]).collect() });
        }
        layers.columns = weave.columns.iter().map(|c| c.iter().map(|&i| number[i as usize]).collect()).collect();
        layers.tie();
        layers
    }

    /// Fills in positions and neighbours from the columns and chains.
    fn tie(&mut self) {
        let items = self.column.len();
        self.at = vec![0; items];
        for column in &self.columns {
            for (at, &item) in column.iter().enumerate() {
                self.at[item] = at;
            }
        }
        let pairs = || self.chains.iter().flat_map(|c| c.items.windows(2)).map(|pair| (pair[0], pair[1]));
        let (mut left, mut right) = (vec![0; items], vec![0; items]);
        for (from, to) in pairs() {
            right[from] += 1;
            left[to] += 1;
        }
        let (mut left, mut right) = (OpenLists::new(&left), OpenLists::new(&right));
        for (from, to) in pairs() {
            right.add(from as u32, to as u32);
            left.add(to as u32, from as u32);
        }
        (self.left, self.right) = (left, right);
    }

    /// Whether the item is a card.
    pub(crate) fn is_card(&self, item: usize) -> bool {
        item < self.cards
    }

    /// Renews the positions of a column's items.
    pub(crate) fn number(&mut self, column: usize) {
        for (i, &item) in self.columns[column].iter().enumerate() {
            self.at[item] = i;
        }
    }

    /// Crossings of links between neighbouring columns (Barth, Jünger and Mutzel 2002).
    pub(crate) fn crossings(&self) -> u64 {
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
            ends.extend(self.right.of(item as u32).iter().map(|&o| self.at[o as usize]));
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
