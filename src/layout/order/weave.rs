//! The layered form in flat arrays, made for trying orders: links are taken out and put back, crossings are exact.

use crate::base::open_lists::OpenLists;
use crate::graph::Graph;
use crate::order::crossings::Counter;

/// Lane of a bend, which may lie in any band.
pub(crate) const ANY: u32 = u32::MAX;
/// Most bends; links that would need more run around the outside instead.
const MOST_BENDS: usize = 80_000;
/// Position of what lies below every column.
const DEEP: u32 = 1 << 24;

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
    pub above: Vec<u32>,
    pub below: Vec<u32>,
}

/// A link's cards.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// Card in the left column and card in the right one (in either order if they share a column).
    pub left: u32,
    pub right: u32,
    pub from: u32,
    pub to: u32,
    /// Its bends are the items from the first number to before the second.
    pub bends: (u32, u32),
    /// Leads back, so it may run around the outside; others do so only if there is no room for their bends.
    pub returns: bool,
}

/// Columns of items and the links between them.
#[derive(Clone, Debug)]
pub(crate) struct Weave {
    /// Items of each column, top to bottom.
    pub columns: Vec<Vec<u32>>,
    /// Position of each item in its column, from 1; 0 and `DEEP` for the two items that stand for the outside.
    pub at: Vec<u32>,
    pub column: Vec<u32>,
    pub lane: Vec<u32>,
    pub right: OpenLists,
    pub left: OpenLists,
    /// By column: what comes from outside into the left side of its cards, and what leaves the right side for it.
    pub entering: Vec<Strays>,
    pub leaving: Vec<Strays>,
    pub spans: Vec<Span>,
    pub way: Vec<Way>,
    /// Number of cards; they are the first items.
    pub cards: u32,
    /// Number of cards and bends.
    pub items: u32,
    incident: OpenLists,
}

impl Weave {
    /// Columns by rank, every link inside that has room, in a first order by lane and depth-first walk.
    pub(crate) fn new(graph: &Graph, returning: &[bool], ranks: &[usize]) -> Self {
        let cards = graph.count();
        let width = ranks.iter().max().map_or(0, |r| r + 1);
        let mut column: Vec<u32> = ranks.iter().map(|&r| r as u32).collect();
        let mut lane: Vec<u32> = graph.lane.iter().map(|&l| l as u32).collect();
        let inside = with_room(graph, ranks);
        let (mut spans, mut way) = (Vec::with_capacity(graph.links.len()), Vec::with_capacity(graph.links.len()));
        for (l, link) in graph.links.iter().enumerate() {
            let (from, to) = (link.from as u32, link.to as u32);
            let (left, right) = if ranks[link.from] <= ranks[link.to] { (from, to) } else { (to, from) };
            let first = column.len() as u32;
            if inside[l] {
                column.extend(column[left as usize] + 1..column[right as usize]);
                lane.resize(column.len(), ANY);
            }
            spans.push(Span { left, right, from, to, bends: (first, column.len() as u32), returns: returning[l] });
            way.push(if inside[l] { Way::Inside } else { Way::Above });
        }
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
            cards: cards as u32,
            items: items as u32,
            incident,
        };
        for (l, &way) in way.iter().enumerate() {
            weave.tie(l, way);
        }
        weave.first_order();
        weave
    }

    /// Depth-first from the sources, then sorted by lane with the bends last.
    fn first_order(&mut self) {
        let mut seen = vec![false; self.at.len()];
        seen[self.items as usize] = true;
        seen[self.items as usize + 1] = true;
        let is_source = |weave: &Self, item: u32| weave.left.of(item).iter().all(|&o| o >= weave.items);
        let mut walk = Vec::new();
        for root in 0..self.items {
            if is_source(self, root) {
                walk.push(root);
            }
            while let Some(item) = walk.pop() {
                if std::mem::replace(&mut seen[item as usize], true) {
                    continue;
                }
                self.columns[self.column[item as usize] as usize].push(item);
                walk.extend(self.right.of(item).iter().rev().filter(|&&o| !seen[o as usize]));
                walk.extend(self.left.of(item).iter().filter(|&&o| !seen[o as usize]));
            }
        }
        for c in 0..self.columns.len() {
            let lane = &self.lane;
            self.columns[c].sort_by_key(|&i| lane[i as usize]);
            self.number(c);
        }
    }

    /// Sorts the cards of each column by lane and then by these keys, bends below.
    pub(crate) fn sort_by(&mut self, key: &[usize]) {
        for c in 0..self.columns.len() {
            let lane = &self.lane;
            self.columns[c].sort_by_key(|&i| (lane[i as usize], key.get(i as usize).copied().unwrap_or(0)));
            self.number(c);
        }
    }

    /// Whether two items of one column may be in either order.
    pub(crate) fn may_swap(&self, a: u32, b: u32) -> bool {
        let (a, b) = (self.lane[a as usize], self.lane[b as usize]);
        a == ANY || b == ANY || a == b
    }

    /// Renews the positions of a column's items.
    pub(crate) fn number(&mut self, column: usize) {
        for (i, &item) in self.columns[column].iter().enumerate() {
            self.at[item as usize] = i as u32 + 1;
        }
    }

    /// Replaces the order of all columns.
    pub(crate) fn set(&mut self, columns: &[Vec<u32>]) {
        self.columns.clone_from_slice(columns);
        (0..self.columns.len()).for_each(|c| self.number(c));
    }

    /// The links of a card.
    pub(crate) fn links_of(&self, card: u32) -> &[u32] {
        self.incident.of(card)
    }

    /// The columns from the left to the right end of a link.
    pub(crate) fn reach(&self, link: usize) -> (usize, usize) {
        let span = self.spans[link];
        (self.column[span.left as usize] as usize, self.column[span.right as usize] as usize)
    }

    /// The columns that a card and its links reach over.
    pub(crate) fn reach_of(&self, card: u32) -> (usize, usize) {
        let own = self.column[card as usize] as usize;
        let links = self.links_of(card).iter().map(|&l| self.reach(l as usize));
        links.fold((own, own), |a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// Whether the link can run through the columns.
    pub(crate) fn fits_inside(&self, link: usize) -> bool {
        let (a, b) = self.reach(link);
        let bends = self.spans[link].bends;
        b > a && (bends.1 - bends.0) as usize == b - a - 1
    }

    /// The items of a link that runs inside, from left to right.
    pub(crate) fn path(&self, link: usize) -> impl Iterator<Item = u32> + use<> {
        let Span { left, right, bends, .. } = self.spans[link];
        std::iter::once(left).chain(bends.0..bends.1).chain(std::iter::once(right))
    }

    /// The link that a bend belongs to.
    pub(crate) fn link_of(&self, bend: u32) -> Option<usize> {
        // Bends are numbered link by link; links without bends share their number with the next one's first.
        self.spans.partition_point(|s| s.bends.0 <= bend).checked_sub(1).filter(|_| bend >= self.cards)
    }

    /// The number of each item in the form that is drawn, where only bends in use count.
    pub(crate) fn numbers(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..self.items as usize).collect();
        let mut next = self.cards as usize;
        for (span, _) in self.spans.iter().zip(&self.way).filter(|(_, way)| **way == Way::Inside) {
            for bend in span.bends.0..span.bends.1 {
                numbers[bend as usize] = next;
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
    fn tie(&mut self, link: usize, way: Way) {
        let Span { left, from, to, bends, right, .. } = self.spans[link];
        self.way[link] = way;
        match way {
            Way::Absent => {}
            Way::Inside => {
                let mut before = left;
                for item in (bends.0..bends.1).chain(std::iter::once(right)) {
                    self.right.add(before, item);
                    self.left.add(item, before);
                    before = item;
                }
            }
            Way::Above | Way::Below => {
                let outside = self.items + u32::from(way == Way::Below);
                self.right.add(from, outside);
                self.left.add(to, outside);
                stray(&mut self.leaving[self.column[from as usize] as usize], way).push(from);
                stray(&mut self.entering[self.column[to as usize] as usize], way).push(to);
            }
        }
    }

    /// Undoes `tie`.
    fn untie(&mut self, link: usize) {
        let Span { left, from, to, bends, right, .. } = self.spans[link];
        let way = std::mem::replace(&mut self.way[link], Way::Absent);
        match way {
            Way::Absent => {}
            Way::Inside => {
                let mut before = left;
                for item in (bends.0..bends.1).chain(std::iter::once(right)) {
                    self.right.drop(before, item);
                    self.left.drop(item, before);
                    before = item;
                }
            }
            Way::Above | Way::Below => {
                let outside = self.items + u32::from(way == Way::Below);
                self.right.drop(from, outside);
                self.left.drop(to, outside);
                forget(stray(&mut self.leaving[self.column[from as usize] as usize], way), from);
                forget(stray(&mut self.entering[self.column[to as usize] as usize], way), to);
            }
        }
    }

    /// Takes a link out.
    pub(crate) fn take_link(&mut self, link: usize) {
        if self.way[link] == Way::Inside {
            for bend in self.spans[link].bends.0..self.spans[link].bends.1 {
                self.take_item(bend);
            }
        }
        self.untie(link);
    }

    /// Puts a link back inside with its bends at these slots (numbers of the items above them).
    pub(crate) fn put_inside(&mut self, link: usize, slots: &[u32]) {
        let bends = self.spans[link].bends;
        for (bend, &slot) in (bends.0..bends.1).zip(slots) {
            self.put_item(bend, slot);
        }
        self.tie(link, Way::Inside);
    }

    /// Takes a link out but leaves its bends in their columns.
    pub(crate) fn forget_way(&mut self, link: usize) {
        self.untie(link);
    }

    /// Puts a link back that needs no bends or whose bends stand in their columns already.
    pub(crate) fn put_known(&mut self, link: usize, way: Way) {
        self.tie(link, way);
    }

    pub(crate) fn take_item(&mut self, item: u32) {
        let c = self.column[item as usize] as usize;
        let at = self.at[item as usize] as usize - 1;
        self.columns[c].remove(at);
        for i in at..self.columns[c].len() {
            self.at[self.columns[c][i] as usize] = i as u32 + 1;
        }
    }

    pub(crate) fn put_item(&mut self, item: u32, slot: u32) {
        let c = self.column[item as usize] as usize;
        self.columns[c].insert(slot as usize, item);
        for i in slot as usize..self.columns[c].len() {
            self.at[self.columns[c][i] as usize] = i as u32 + 1;
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
        let mut add = |others: &[u32]| counter.add(others.iter().map(|&o| (self.at[o as usize] as usize).min(last)));
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

/// Empty lists with room for every way that each link may run, and the links of each card.
fn lists(spans: &[Span], items: usize, cards: usize) -> (OpenLists, OpenLists, OpenLists) {
    let (mut right, mut left, mut both) = (vec![1; items], vec![1; items], vec![0; cards]);
    right[..cards].fill(0);
    left[..cards].fill(0);
    for s in spans {
        right[s.left as usize] += 1;
        left[s.right as usize] += 1;
        right[s.from as usize] += u32::from(s.from != s.left);
        left[s.to as usize] += u32::from(s.to != s.right);
        both[s.left as usize] += 1;
        both[s.right as usize] += 1;
    }
    let mut incident = OpenLists::new(&both);
    for (l, s) in spans.iter().enumerate() {
        incident.add(s.left, l as u32);
        incident.add(s.right, l as u32);
    }
    (OpenLists::new(&right), OpenLists::new(&left), incident)
}

fn stray(strays: &mut Strays, way: Way) -> &mut Vec<u32> {
    if way == Way::Above { &mut strays.above } else { &mut strays.below }
}

fn forget(list: &mut Vec<u32>, card: u32) {
    if let Some(at) = list.iter().position(|&c| c == card) {
        list.swap_remove(at);
    }
}
