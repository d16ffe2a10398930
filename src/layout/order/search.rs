//! The search for an order with few crossings: quick starts, then cards and links taken out and put back.

use crate::base::dice::Dice;
use crate::base::index::{Item, Link};
use crate::base::work::Work;
use crate::order::gaps::Levels;
use crate::order::reseat::Reseater;
use crate::order::span::Way;
use crate::order::sweep::arrange;
use crate::order::thread::MOST;
use crate::order::weave::Weave;

/// An order: the columns with how each link runs.
type Snapshot = (i64, Vec<Vec<Item>>, Vec<Way>);

/// Crossings for which a card that people know may move.
const CLEAR: i64 = 4;

/// Units of rise for which a long link is led at another height.
const LEVEL_GAIN: i64 = 4;

/// The order in which an order is built.
#[derive(Clone, Copy, Debug)]
enum Start {
    Story,
    Rightwards,
    Leftwards,
    Dice,
}

/// What is worth another try: things near which something has changed since their last one.
struct Due {
    now: u32,
    /// When each column changed last, with one more at either end.
    changed: Vec<u32>,
    /// When each card and each link had its last try.
    tried: Vec<u32>,
}

impl Due {
    fn new(columns: &[Vec<Item>], things: usize) -> Self {
        Self { now: 1, changed: vec![1; columns.len() + 2], tried: vec![0; things] }
    }

    /// Whether a thing that reaches over these columns is due; it counts as tried from now on.
    fn take(&mut self, thing: usize, (low, high): (usize, usize)) -> bool {
        let last = std::mem::replace(&mut self.tried[thing], self.now);
        self.changed[low..=high + 2].iter().any(|&c| c > last)
    }

    /// Notes a change of these columns.
    fn note(&mut self, (low, high): (usize, usize)) {
        self.now += 1;
        self.changed[low + 1..=high + 1].fill(self.now);
    }
}

/// The search on one layered form.
pub(crate) struct Search<'a> {
    pub weave: &'a mut Weave,
    pub reseater: Reseater,
    dice: Dice,
    now: i64,
}

impl<'a> Search<'a> {
    /// A search that starts from the order as it is; `price` is what running inside costs each link.
    pub(crate) fn new(weave: &'a mut Weave, price: Vec<i64>) -> Self {
        let reseater = Reseater::new(weave, price);
        let now = reseater.total(weave);
        Self { weave, reseater, dice: Dice::new(0x2545_F491_4F6C_DD1D), now }
    }

    /// A first order: the best of a few quick starts, polished as far as the budget reaches.
    pub(crate) fn first(&mut self, work: &mut Work) {
        arrange(self.weave, work);
        self.now = self.reseater.total(self.weave);
        let mut best = self.snapshot();
        for start in [Start::Story, Start::Rightwards, Start::Leftwards] {
            if !self.may_renew() || best.0 == 0 || work.left() < 2 * self.building() {
                break;
            }
            self.build(start, work);
            if self.now < best.0 {
                best = self.snapshot();
            }
        }
        self.recall(&best);
        if self.may_renew() {
            self.polish(8, work);
            self.shake(work);
        }
    }

    /// Finds places for cards that stand anywhere yet.
    pub(crate) fn put_back(&mut self, cards: &[Item], work: &mut Work) {
        self.renew(cards, &[], i64::MIN / 2, work);
        for &card in cards {
            self.renew(&[card], &[], 1, work);
        }
    }

    /// An order around that of the cards: only links and new cards move, others where it clearly pays.
    pub(crate) fn settle(&mut self, new: &[Item], work: &mut Work) {
        if !self.may_renew() {
            return;
        }
        let links: Vec<Link> = self.weave.links().collect();
        self.renew(&[], &links, i64::MIN / 2, work);
        self.renew(new, &[], i64::MIN / 2, work);
        for _ in 0..2 {
            for &link in &links {
                self.renew(&[], &[link], 1, work);
            }
            for &card in new {
                self.renew(&[card], &[], 1, work);
            }
            for card in self.weave.cards() {
                let links = self.weave.links_of(card).to_vec();
                self.renew(&[], &links, 1, work);
            }
            for _ in 0..50 + links.len() {
                let (cards, mut group) = self.pick();
                group.extend(cards.iter().flat_map(|&c| self.weave.links_of(c)));
                self.renew(&[], &group, 0, work);
            }
            let clear = CLEAR.max(self.now / 20);
            for card in self.weave.cards() {
                self.renew(&[card], &[], clear, work);
            }
        }
    }

    /// Leads long links at other heights where that saves more rise than it crosses.
    pub(crate) fn level(&mut self, levels: Levels, work: &mut Work) {
        self.reseater.set_levels(levels);
        for link in self.weave.links() {
            let span = self.weave.spans[link];
            if !span.returns && self.weave.way[link] == Way::Inside && !span.bends.is_empty() {
                self.renew(&[], &[link], LEVEL_GAIN, work);
            }
        }
    }

    /// A better order: more starts with half of the budget, then small changes to the best.
    pub(crate) fn refine(&mut self, work: &mut Work) {
        if !self.may_renew() {
            return;
        }
        self.polish(8, work);
        let mut best = self.snapshot();
        let half = work.left() / 2;
        for start in [Start::Story, Start::Rightwards, Start::Leftwards].into_iter().chain([Start::Dice; 9]) {
            let before = work.left();
            if best.0 == 0 || before < half + 2 * self.building() {
                break;
            }
            self.build(start, work);
            self.polish(3, work);
            if self.now < best.0 {
                best = self.snapshot();
            }
            if work.left() < half + (before - work.left()) {
                break;
            }
        }
        self.recall(&best);
        self.shake(work);
    }

    /// Whether sums of crossings stay in range.
    fn may_renew(&self) -> bool {
        self.weave.spans.len() < MOST as usize
    }

    /// About the steps that building an order takes.
    fn building(&self) -> u64 {
        let weave = &*self.weave;
        let size = |c: usize| weave.columns[c].len() as u64 + 1;
        let gap = |c: usize| {
            let ends: usize = weave.columns[c].iter().map(|&i| weave.right.of(i).len()).sum();
            let (a, b) = (size(c).min(112), size(c + 1).min(112));
            ends as u64 * (a * b / 8 + 2 * (size(c) + size(c + 1)))
        };
        (1..weave.columns.len()).map(|c| gap(c - 1)).sum()
    }

    /// Builds the whole order card by card, each with its links where they cross least.
    fn build(&mut self, start: Start, work: &mut Work) {
        let weave = &*self.weave;
        let mut cards: Vec<Item> = weave.cards().collect();
        match start {
            Start::Story => {}
            Start::Rightwards => cards.sort_by_key(|&c| weave.column(c)),
            Start::Leftwards => cards.sort_by_key(|&c| std::cmp::Reverse(weave.column(c))),
            Start::Dice => {
                for i in (1..cards.len()).rev() {
                    cards.swap(i, self.dice.below(i + 1));
                }
            }
        }
        self.renew(&cards, &[], i64::MIN / 2, work);
    }

    /// Puts every card and every long link where it crosses least until nothing improves.
    pub(crate) fn polish(&mut self, passes: usize, work: &mut Work) {
        let cards = self.weave.cards().count();
        let mut due = Due::new(&self.weave.columns, cards + self.weave.spans.len());
        for _ in 0..passes {
            let before = self.now;
            for card in self.weave.cards() {
                let reach = self.weave.reach_of(card);
                if due.take(card.number(), reach) && self.renew(&[card], &[], 1, work) {
                    due.note(reach);
                }
            }
            for link in self.weave.links() {
                let (span, reach) = (self.weave.spans[link], self.weave.reach(link));
                let free = span.returns || !span.bends.is_empty();
                if free && due.take(cards + link.number(), reach) && self.renew(&[], &[link], 1, work) {
                    due.note(reach);
                }
            }
            if self.now == before || !work.open() {
                return;
            }
        }
    }

    /// Renews a few cards and links; true if the order changed.
    fn renew(&mut self, cards: &[Item], links: &[Link], least: i64, work: &mut Work) -> bool {
        if !work.open() {
            return false;
        }
        let gain = self.reseater.renew(self.weave, cards, links, least, &mut self.dice, work);
        self.now -= gain.unwrap_or(0);
        gain.is_some()
    }

    /// Takes out small groups and puts them back, getting a little worse at first, until the budget is spent.
    pub(crate) fn shake(&mut self, work: &mut Work) {
        let mut best = self.snapshot();
        let (total, mut idle) = (work.left().max(1), 0_usize);
        let patience = 400 + 60 * (self.weave.cards().count() + self.weave.spans.len());
        while work.open() && idle < patience && best.0 > 0 {
            let rest = work.left() as f64 / total as f64;
            let slack = (best.0 as f64 * 0.02 * rest) as i64 + i64::from(rest > 0.2);
            let least = self.now - (best.0 + slack);
            if self.dice.below(40) == 0 {
                self.flip(slack, work);
            }
            let (cards, links) = self.pick();
            self.renew(&cards, &links, least.min(0), work);
            idle += 1;
            if self.now < best.0 {
                best = self.snapshot();
                idle = 0;
            }
        }
        self.recall(&best);
    }

    /// Turns a block of one lane upside down and settles it again: what single moves cannot reach.
    fn flip(&mut self, slack: i64, work: &mut Work) {
        let before = self.snapshot();
        let block = self.mirror();
        let links: Vec<Link> = block.iter().flat_map(|&c| self.weave.links_of(c)).copied().collect();
        if block.is_empty() {
            return;
        }
        self.now = self.reseater.total(self.weave);
        self.renew(&[], &links, i64::MIN / 2, work);
        for _ in 0..2 {
            let now = self.now;
            for &card in &block {
                self.renew(&[card], &[], 1, work);
            }
            if self.now == now {
                break;
            }
        }
        if self.now > before.0 + slack {
            self.recall(&before);
        }
    }

    /// Reverses the cards of a lane around a random card, in some columns; gives those cards.
    fn mirror(&mut self) -> Vec<Item> {
        let seed = Item::new(self.dice.below(self.weave.cards().count()));
        let (before, after, high) = (self.dice.below(4), self.dice.below(4), 2 + self.dice.below(12));
        let weave = &mut *self.weave;
        let (c, at, lane) = (weave.column(seed), weave.place(seed), weave.lane(seed));
        let (mut block, mut turned) = (Vec::new(), false);
        for column in c.saturating_sub(before)..(c + after + 1).min(weave.columns.len()) {
            let items = &weave.columns[column];
            let near = |i: &Item| weave.lane(*i) == lane && weave.place(*i).abs_diff(at) <= high;
            let cards: Vec<Item> = items.iter().copied().filter(near).collect();
            turned |= cards.len() > 1;
            let places: Vec<usize> = cards.iter().map(|&i| weave.place(i)).collect();
            for (&card, &place) in cards.iter().zip(places.iter().rev()) {
                weave.columns[column][place - 1] = card;
            }
            weave.number(column);
            block.extend(cards);
        }
        if turned { block } else { Vec::new() }
    }

    /// A random group: one card or link, and some that stand beside it or are linked to it.
    fn pick(&mut self) -> (Vec<Item>, Vec<Link>) {
        let weave = &*self.weave;
        let mut cards = Vec::new();
        let mut links = Vec::new();
        let size = if self.dice.below(8) == 0 { 5 + self.dice.below(12) } else { 1 + self.dice.below(4) };
        let mut card = Item::new(self.dice.below(weave.cards().count()));
        for _ in 0..size {
            if !cards.contains(&card) {
                cards.push(card);
            }
            let c = weave.column(card);
            let around = weave.links_of(card);
            if !around.is_empty() && self.dice.below(2) == 0 {
                card = weave.spans[around[self.dice.below(around.len())]].other(card);
            } else {
                let reach = (weave.columns[c].len()).min(9);
                let at = (weave.place(card) + self.dice.below(reach)).saturating_sub(reach / 2);
                let item = weave.columns[c][at.clamp(1, weave.columns[c].len()) - 1];
                if weave.is_card(item) {
                    card = item;
                } else if let Some(link) = weave.link_of(item) {
                    links.push(link);
                }
            }
        }
        (cards, links)
    }

    fn snapshot(&self) -> Snapshot {
        (self.now, self.weave.columns.clone(), self.weave.way.clone())
    }

    fn recall(&mut self, best: &Snapshot) {
        for link in self.weave.links() {
            self.weave.forget_way(link);
        }
        self.weave.set(&best.1);
        for (link, &way) in self.weave.links().zip(&best.2) {
            self.weave.put_known(link, way);
        }
        self.now = best.0;
    }
}
