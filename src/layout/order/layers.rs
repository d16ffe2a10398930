//! The layered form: columns of items, where an item is a card or a bend of a link that passes a column.

use crate::base::index::{Item, Link};
use crate::base::lists::Lists;
use crate::order::crossings::Counter;
use crate::order::span::Way;
use crate::order::weave::Weave;

/// A link as a chain of items from column to column, cause first.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// Index of the link.
    pub link: Link,
    pub items: Vec<Item>,
}

/// Items in columns; the first items are the cards themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layers {
    /// Items of each column, top to bottom.
    pub columns: Vec<Vec<Item>>,
    /// Position of each item in its column.
    pub at: Vec<usize>,
    /// Column of each item.
    pub column: Vec<usize>,
    /// Lane of each card; bends may lie in any.
    lane: Vec<usize>,
    /// Neighbours in the column before.
    pub left: Lists<Item>,
    /// Neighbours in the column after.
    pub right: Lists<Item>,
    pub chains: Vec<Chain>,
    /// Links that are led around the outside: returning ones and far too long ones.
    pub outside: Vec<Link>,
    /// For each link, whether it runs above the first lane if it is an outside one.
    pub above: Vec<bool>,
}

impl Layers {
    /// The form of an order that the later stages draw.
    pub(crate) fn new(weave: &Weave) -> Self {
        let number = weave.numbers();
        let mut layers = Self {
            column: weave.cards().map(|card| weave.column(card)).collect(),
            lane: weave.cards().filter_map(|card| weave.lane(card)).map(|lane| lane as usize).collect(),
            ..Self::default()
        };
        for (link, &way) in weave.links().zip(&weave.way) {
            layers.above.push(way == Way::Above);
            if way != Way::Inside {
                layers.outside.push(link);
                continue;
            }
            layers.column.extend(weave.spans[link].bends.items().map(|bend| weave.column(bend)));
            layers.chains.push(Chain { link, items: weave.path(link).map(|i| number[i]).collect() });
        }
        layers.columns = weave.columns.iter().map(|c| c.iter().map(|&i| number[i]).collect()).collect();
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
        self.right = Lists::new(items, pairs.clone().map(|pair| (pair[0].number(), pair[1])));
        self.left = Lists::new(items, pairs.map(|pair| (pair[1].number(), pair[0])));
    }

    /// Whether the item is a card.
    #[inline]
    pub(crate) fn is_card(&self, item: Item) -> bool {
        item.number() < self.lane.len()
    }

    /// The lane of a card; none for a bend.
    #[inline]
    pub(crate) fn lane(&self, item: Item) -> Option<usize> {
        self.lane.get(item.number()).copied()
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
        let before = |pair: &[Vec<Item>]| {
            counter.begin(pair[1].len());
            for &item in &pair[0] {
                counter.add(self.right.of(item.number()).iter().map(|&o| self.at[o]));
            }
            counter.crossings()
        };
        self.columns.windows(2).map(before).sum()
    }
}
