//! Links as the columns see them: their cards, their bends, and how they run.

use crate::base::index::Item;
use crate::graph::{Edge, Graph};

/// Most bends; links that would need more run around the outside instead.
const MOST_BENDS: usize = 80_000;

/// How a link runs at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    /// Taken out.
    Absent,
    /// Through the columns, from the left card to the right one.
    Inside,
    /// Around the outside, above the first lane.
    Above,
    /// Around the outside, below the last lane.
    Below,
}

/// Links of one side of a column that come from above or below everything instead of from a neighbour.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strays {
    pub above: Vec<Item>,
    pub below: Vec<Item>,
}

impl Strays {
    /// Those that run this way around the outside.
    pub(crate) fn of(&mut self, way: Way) -> &mut Vec<Item> {
        if way == Way::Above { &mut self.above } else { &mut self.below }
    }

    /// Drops one.
    pub(crate) fn forget(&mut self, way: Way, card: Item) {
        let list = self.of(way);
        if let Some(at) = list.iter().position(|&c| c == card) {
            list.swap_remove(at);
        }
    }
}

/// The items of a link between its cards, which are numbered one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bends {
    first: u32,
    end: u32,
}

impl Bends {
    /// The first of them; where there is none, the first of the links that follow.
    pub(crate) fn first(self) -> Item {
        Item::new(self.first as usize)
    }

    pub(crate) fn items(self) -> impl DoubleEndedIterator<Item = Item> + Clone + use<> {
        Item::all(self.first as usize..self.end as usize)
    }

    pub(crate) fn len(self) -> usize {
        (self.end - self.first) as usize
    }

    pub(crate) fn is_empty(self) -> bool {
        self.first == self.end
    }

    /// The bend with the same place in its link as this item has among `other`'s.
    pub(crate) fn like(self, item: Item, other: Self) -> Item {
        Item::new(self.first as usize + item.number() - other.first as usize)
    }
}

/// A link's cards.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// Card in the left column and card in the right one (in either order if they share a column).
    pub left: Item,
    pub right: Item,
    pub from: Item,
    pub to: Item,
    pub bends: Bends,
    /// Leads back, so it may run around the outside; others do so only if there is no room for their bends.
    pub returns: bool,
}

impl Span {
    /// The other card of the link.
    #[inline]
    pub(crate) fn other(&self, card: Item) -> Item {
        if card == self.left { self.right } else { self.left }
    }
}

/// The links of the graph with how each begins to run, through the columns where there is room; adds the column of each
/// bend to those of the cards.
pub(crate) fn spans(
    graph: &Graph,
    returning: &[bool],
    ranks: &[usize],
    column: &mut Vec<u32>,
) -> (Vec<Span>, Vec<Way>) {
    let inside = with_room(graph, ranks);
    let span = |((&Edge { from, to, .. }, &returns), &inside): ((&Edge, &bool), &bool)| {
        let (left, right) = if ranks[from] <= ranks[to] { (from, to) } else { (to, from) };
        let first = column.len() as u32;
        if inside {
            column.extend(column[left] + 1..column[right]);
        }
        let span = Span { left, right, from, to, bends: Bends { first, end: column.len() as u32 }, returns };
        (span, if inside { Way::Inside } else { Way::Above })
    };
    graph.links.iter().zip(returning).zip(&inside).map(span).unzip()
}

/// The links that have room inside, shortest first.
fn with_room(graph: &Graph, ranks: &[usize]) -> Vec<bool> {
    let span = |l: usize| ranks[graph.links[l].to].abs_diff(ranks[graph.links[l].from]);
    let mut order: Vec<usize> = (0..graph.links.len()).filter(|&l| span(l) > 0).collect();
    order.sort_by_key(|&l| span(l));
    let (mut inside, mut bends) = (vec![false; graph.links.len()], 0);
    for l in order {
        bends += span(l) - 1;
        inside[l] = bends <= MOST_BENDS;
    }
    inside
}
