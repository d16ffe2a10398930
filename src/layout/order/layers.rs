//! The layered form: columns of items, where an item is a card or a bend of a link that passes a column.

use crate::base::lists::Lists;
use crate::order::crossings::Counter;
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
    pub left: Lists<u32>,
    /// Neighbours in the column after.
    pub right: Lists<u32>,
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
        let pairs = self.chains.iter().flat_map(|c| c.items.windows(2));
        self.right = Lists::new(items, pairs.clone().map(|pair| (pair[0], pair[1] as u32)));
        self.left = Lists::new(items, pairs.map(|pair| (pair[1], pair[0] as u32)));
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

    /// Crossings of links between neighbouring columns.
    pub(crate) fn crossings(&self) -> u64 {
        let mut counter = Counter::default();
        let before = |pair: &[Vec<usize>]| {
            counter.begin(pair[1].len());
            for &item in &pair[0] {
                counter.add(self.right.of(item).iter().map(|&o| self.at[o as usize]));
            }
            counter.crossings()
        };
        self.columns.windows(2).map(before).sum()
    }
}
