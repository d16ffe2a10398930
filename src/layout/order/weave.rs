//! The layered form in flat arrays, made for trying orders: links are taken out and put back, crossings are exact.

use crate::base::index::{Item, Link};
use crate::base::lists::Lists;
use crate::base::open_lists::OpenLists;
use crate::graph::Graph;
use crate::order::crossings::Counter;
use crate::order::span::{Span, Strays, Way, spans};

/// Position of what lies below every column.
pub(crate) const DEEP: u32 = 1 << 24;

/// Columns of items and the links between them.
#[derive(Clone, Debug)]
pub(crate) struct Weave {
    /// Items of each column, top to bottom.
    pub columns: Vec<Vec<Item>>,
    /// Position of each item in its column, from 1; 0 and `DEEP` for the two items that stand for the outside.
    pub at: Vec<u32>,
    column: Vec<u32>,
    /// Lane of each card; bends may lie in any.
    lane: Vec<u32>,
    pub right: OpenLists<Item>,
    pub left: OpenLists<Item>,
    /// By column: what comes from outside into the left side of its cards, and what leaves the right side for it.
    pub entering: Vec<Strays>,
    pub leaving: Vec<Strays>,
    pub spans: Vec<Span>,
    pub way: Vec<Way>,
    /// Number of cards; they are the first items.
    cards: usize,
    /// Number of cards and bends.
    items: usize,
    incident: Lists<Link>,
}

impl Weave {
    /// Columns by rank, every link inside that has room, in a first order by lane and depth-first walk.
    pub(crate) fn new(graph: &Graph, returning: &[bool], ranks: &[usize]) -> Self {
        let cards = graph.count();
        let width = ranks.iter().max().map_or(0, |r| r + 1);
        let mut column: Vec<u32> = ranks.iter().map(|&r| r as u32).collect();
        let lane: Vec<u32> = graph.lane.iter().map(|&l| l as u32).collect();
        let (spans, ways) = spans(graph, returning, ranks, &mut column);
        let items = column.len();
        let mut at = vec![0; items + 2];
        at[items + 1] = DEEP;
        let (right, left, incident) = lists(&spans, items, cards);
        let mut weave = Self {
            columns: vec![Vec::new(); width],
            at,
            column,
            lane,
            right,
            left,
            entering: vec![Strays::default(); width],
            leaving: vec![Strays::default(); width],
            way: vec![Way::Absent; spans.len()],
            spans,
            cards,
            items,
            incident,
        };
        for (link, way) in weave.links().zip(ways) {
            weave.tie(link, way);
        }
        weave.first_order();
        weave
    }

    /// Depth-first from the sources, then sorted by lane with the bends last.
    fn first_order(&mut self) {
        let mut seen = vec![false; self.at.len()];
        seen[self.items..].fill(true);
        let is_source = |weave: &Self, item: Item| weave.left.of(item).iter().all(|&o| weave.is_outside(o));
        let mut walk = Vec::new();
        for root in self.items() {
            if is_source(self, root) {
                walk.push(root);
            }
            while let Some(item) = walk.pop() {
                if std::mem::replace(&mut seen[item], true) {
                    continue;
                }
                let column = self.column(item);
                self.columns[column].push(item);
                walk.extend(self.right.of(item).iter().rev().filter(|&&o| !seen[o]));
                walk.extend(self.left.of(item).iter().filter(|&&o| !seen[o]));
            }
        }
        for c in 0..self.columns.len() {
            let lane = &self.lane;
            // Bends last.
            self.columns[c].sort_by_key(|&i| lane.get(i.number()).map_or(u32::MAX, |&lane| lane));
            self.number(c);
        }
    }

    /// Sorts the cards of each column by lane and then by these keys, bends below.
    pub(crate) fn sort_by(&mut self, key: &[usize]) {
        for c in 0..self.columns.len() {
            let lane = &self.lane;
            let key = |i: &Item| lane.get(i.number()).map_or((u32::MAX, 0), |&lane| (lane, key[*i]));
            self.columns[c].sort_by_key(key);
            self.number(c);
        }
    }

    /// Whether two items of one column may be in either order.
    #[inline]
    pub(crate) fn may_swap(&self, a: Item, b: Item) -> bool {
        !self.is_card(a) || !self.is_card(b) || self.lane[a] == self.lane[b]
    }

    /// All cards.
    pub(crate) fn cards(&self) -> impl DoubleEndedIterator<Item = Item> + Clone + use<> {
        Item::all(0..self.cards)
    }

    /// All links.
    pub(crate) fn links(&self) -> impl DoubleEndedIterator<Item = Link> + Clone + use<> {
        Link::all(0..self.spans.len())
    }

    /// All cards and bends.
    fn items(&self) -> impl DoubleEndedIterator<Item = Item> + Clone + use<> {
        Item::all(0..self.items)
    }

    #[inline]
    pub(crate) fn is_card(&self, item: Item) -> bool {
        item.number() < self.cards
    }

    /// The item that stands for the outside, above or below everything.
    #[inline]
    pub(crate) fn outside(&self, way: Way) -> Item {
        Item::new(self.items + usize::from(way == Way::Below))
    }

    #[inline]
    pub(crate) fn is_outside(&self, item: Item) -> bool {
        item.number() >= self.items
    }

    /// The column of an item.
    #[inline]
    pub(crate) fn column(&self, item: Item) -> usize {
        self.column[item] as usize
    }

    /// The position of an item in its column, from 1.
    #[inline]
    pub(crate) fn place(&self, item: Item) -> usize {
        self.at[item] as usize
    }

    /// The lane of a card; none for a bend.
    #[inline]
    pub(crate) fn lane(&self, item: Item) -> Option<u32> {
        self.lane.get(item.number()).copied()
    }

    /// Renews the positions of a column's items.
    pub(crate) fn number(&mut self, column: usize) {
        for (i, &item) in self.columns[column].iter().enumerate() {
            self.at[item] = i as u32 + 1;
        }
    }

    /// Replaces the order of all columns.
    pub(crate) fn set(&mut self, columns: &[Vec<Item>]) {
        self.columns.clone_from_slice(columns);
        (0..self.columns.len()).for_each(|c| self.number(c));
    }

    /// The links of a card.
    pub(crate) fn links_of(&self, card: Item) -> &[Link] {
        self.incident.of(card.number())
    }

    /// The columns from the left to the right end of a link.
    pub(crate) fn reach(&self, link: Link) -> (usize, usize) {
        let span = self.spans[link];
        (self.column(span.left), self.column(span.right))
    }

    /// The columns that a card and its links reach over.
    pub(crate) fn reach_of(&self, card: Item) -> (usize, usize) {
        let own = self.column(card);
        let links = self.links_of(card).iter().map(|&l| self.reach(l));
        links.fold((own, own), |a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// Whether the link can run through the columns.
    pub(crate) fn fits_inside(&self, link: Link) -> bool {
        let (a, b) = self.reach(link);
        b > a && self.spans[link].bends.len() == b - a - 1
    }

    /// The items of a link that runs inside, from left to right.
    pub(crate) fn path(&self, link: Link) -> impl Iterator<Item = Item> + use<> {
        let Span { left, right, bends, .. } = self.spans[link];
        std::iter::once(left).chain(bends.items()).chain(std::iter::once(right))
    }

    /// The link that a bend belongs to.
    pub(crate) fn link_of(&self, bend: Item) -> Option<Link> {
        // Bends are numbered link by link; links without bends share their number with the next one's first.
        let after = self.spans.partition_point(|s| s.bends.first() <= bend);
        after.checked_sub(1).filter(|_| !self.is_card(bend)).map(Link::new)
    }

    /// The number of each item in the form that is drawn, where only bends in use count.
    pub(crate) fn numbers(&self) -> Vec<Item> {
        let mut numbers: Vec<Item> = self.items().collect();
        let mut next = self.cards;
        for (span, _) in self.spans.iter().zip(&self.way).filter(|(_, way)| **way == Way::Inside) {
            for bend in span.bends.items() {
                numbers[bend] = Item::new(next);
                next += 1;
            }
        }
        numbers
    }

    /// For each link, whether it is laid out from its effect to its cause: returning ones that run inside.
    pub(crate) fn turned(&self) -> Vec<bool> {
        self.spans.iter().zip(&self.way).map(|(s, w)| *w == Way::Inside && s.left != s.from).collect()
    }

    /// Notes how a link runs in the lists of its items; the columns are the caller's business.
    fn tie(&mut self, link: Link, way: Way) {
        let Span { left, from, to, bends, right, .. } = self.spans[link];
        self.way[link] = way;
        match way {
            Way::Absent => {}
            Way::Inside => {
                let mut before = left;
                for item in bends.items().chain(std::iter::once(right)) {
                    self.right.add(before, item);
                    self.left.add(item, before);
                    before = item;
                }
            }
            Way::Above | Way::Below => {
                let outside = self.outside(way);
                let (from_column, to_column) = (self.column(from), self.column(to));
                self.right.add(from, outside);
                self.left.add(to, outside);
                self.leaving[from_column].of(way).push(from);
                self.entering[to_column].of(way).push(to);
            }
        }
    }

    /// Undoes `tie`.
    fn untie(&mut self, link: Link) {
        let Span { left, from, to, bends, right, .. } = self.spans[link];
        let way = std::mem::replace(&mut self.way[link], Way::Absent);
        match way {
            Way::Absent => {}
            Way::Inside => {
                let mut before = left;
                for item in bends.items().chain(std::iter::once(right)) {
                    self.right.drop(before, item);
                    self.left.drop(item, before);
                    before = item;
                }
            }
            Way::Above | Way::Below => {
                let outside = self.outside(way);
                let (from_column, to_column) = (self.column(from), self.column(to));
                self.right.drop(from, outside);
                self.left.drop(to, outside);
                self.leaving[from_column].forget(way, from);
                self.entering[to_column].forget(way, to);
            }
        }
    }

    /// Takes a link out.
    pub(crate) fn take_link(&mut self, link: Link) {
        if self.way[link] == Way::Inside {
            for bend in self.spans[link].bends.items() {
                self.take_item(bend);
            }
        }
        self.untie(link);
    }

    /// Puts a link back inside with its bends at these slots (numbers of the items above them).
    pub(crate) fn put_inside(&mut self, link: Link, slots: &[usize]) {
        for (bend, &slot) in self.spans[link].bends.items().zip(slots) {
            self.put_item(bend, slot);
        }
        self.tie(link, Way::Inside);
    }

    /// Takes a link out but leaves its bends in their columns.
    pub(crate) fn forget_way(&mut self, link: Link) {
        self.untie(link);
    }

    /// Puts a link back that needs no bends or whose bends stand in their columns already.
    pub(crate) fn put_known(&mut self, link: Link, way: Way) {
        self.tie(link, way);
    }

    pub(crate) fn take_item(&mut self, item: Item) {
        let c = self.column(item);
        let at = self.place(item) - 1;
        self.columns[c].remove(at);
        for i in at..self.columns[c].len() {
            self.at[self.columns[c][i]] = i as u32 + 1;
        }
    }

    pub(crate) fn put_item(&mut self, item: Item, slot: usize) {
        let c = self.column(item);
        self.columns[c].insert(slot, item);
        for i in slot..self.columns[c].len() {
            self.at[self.columns[c][i]] = i as u32 + 1;
        }
    }

    /// All crossings: of links between neighbouring columns, and of those on their way to the outside.
    pub(crate) fn crossings(&self) -> u64 {
        let mut counter = Counter::default();
        (0..=self.columns.len()).map(|gap| self.crossings_in(gap, &mut counter)).sum()
    }

    /// Crossings in the gap before a column; what comes from above or below everything counts as from one place there.
    fn crossings_in(&self, gap: usize, counter: &mut Counter) -> u64 {
        let last = self.columns.get(gap).map_or(0, Vec::len) + 1;
        counter.begin(last + 1);
        let mut add = |others: &[Item]| counter.add(others.iter().map(|&o| self.place(o).min(last)));
        if let Some(strays) = self.entering.get(gap) {
            add(&strays.above);
        }
        for &item in gap.checked_sub(1).map_or(&[][..], |c| &self.columns[c]) {
            add(self.right.of(item));
        }
        if let Some(strays) = self.entering.get(gap) {
            add(&strays.below);
        }
        counter.crossings()
    }
}

/// Empty lists with room for every way that each link may run, and the links of each card.
fn lists(spans: &[Span], items: usize, cards: usize) -> (OpenLists<Item>, OpenLists<Item>, Lists<Link>) {
    let (mut right, mut left) = (vec![1; items], vec![1; items]);
    right[..cards].fill(0);
    left[..cards].fill(0);
    for s in spans {
        right[s.left] += 1;
        left[s.right] += 1;
        right[s.from] += u32::from(s.from != s.left);
        left[s.to] += u32::from(s.to != s.right);
    }
    let links = Link::all(0..spans.len()).zip(spans);
    let incident = links.flat_map(|(link, s)| [(s.left.number(), link), (s.right.number(), link)]);
    (OpenLists::new(&right), OpenLists::new(&left), Lists::new(cards, incident))
}
