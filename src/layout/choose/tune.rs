//! Ranks chosen by the finished drawing: cards try other columns, and stay there if it crosses less or gets smaller.
//!
//! Ranks come from lengths of links and from estimates of heights, before anything is ordered. What a column more or
//! less is worth shows only when all of it is laid out, which for a small diagram is quick enough to be tried often.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::base::dice::Dice;
use crate::base::index::Item;
use crate::base::work::Work;
use crate::choose::plan::Plan;
use crate::diagram::Options;
use crate::fit::cost::crossing_cost;
use crate::fit::fold::{smaller, straight, with_best_rows};
use crate::graph::Graph;
use crate::heights::rows::Rows;
use crate::order::search::Search;
use crate::order::span::Way;
use crate::order::weave::Weave;
use crate::rank::spread::squeeze;

/// Cards and links up to which ranks are tuned, and crossings that are few enough to leave it.
const MOST_TUNED: usize = 80;
const FEW: u64 = 4;
/// Tries for each crossing, and most tries.
const TRIES: usize = 50;
const MOST_TRIES: usize = 400;
/// Steps that a try is counted as, and steps for putting cards back in one.
const STEPS: u64 = 200_000;
const PUT_BACK: u64 = 100_000;
/// Most cards that are pushed along in one try.
const MOST_PUSHED: usize = 12;
/// Of ten tries, those with a card of the longest path.
const CRITICAL: usize = 7;
/// Rounds of leading long links again in a try.
const LEADS: usize = 1;
/// One improvement out of so many gets new rows.
const REFOLD: usize = 4;

/// A diagram whose ranks are tried.
pub(crate) struct Tuner<'a> {
    pub graph: &'a Graph,
    pub returning: &'a [bool],
    pub price: &'a [i64],
    pub options: &'a Options,
}

/// The best order so far.
struct Best {
    weave: Weave,
    ranks: Vec<usize>,
    rows: Rows,
    /// Cards on the longest path.
    critical: Vec<Item>,
    cost: f64,
}

impl Tuner<'_> {
    /// A better order with other ranks, if there is one.
    pub(crate) fn tune(&self, weave: &Weave, work: &mut Work) -> Option<Weave> {
        let crossings = weave.crossings();
        let most = MOST_TRIES.min(TRIES * crossings as usize).min((self.options.effort / STEPS) as usize);
        if crossings <= FEW || most == 0 || self.graph.count() + self.graph.links.len() > MOST_TUNED {
            return None;
        }
        let mut best = self.start(weave);
        let (before, mut dice) = (best.cost, Dice::new(0x5DEE_CE66_D1CE_4E5B));
        let mut tried = BTreeSet::new();
        for _ in 0..most {
            let Some((ranks, moved)) = self.other_ranks(&best, &mut dice) else { continue };
            if work.stopped() {
                return None;
            }
            work.renew(PUT_BACK, (1.0, 1.0));
            let mut weave = self.reranked(&best.weave, &ranks, &moved);
            Search::new(&mut weave, self.price.to_vec()).put_back(&moved, work);
            // Different moves often end in the same order.
            if tried.insert(fingerprint(&weave)) && self.take(&mut best, weave, ranks, &mut dice) {
                tried.clear();
            }
        }
        (best.cost < before).then_some(best.weave)
    }

    fn plan(&self, weave: &Weave) -> Plan {
        Plan::new(self.graph, weave, self.options).led(self.options, LEADS)
    }

    fn start(&self, weave: &Weave) -> Best {
        let plan = self.plan(weave);
        let task = plan.task(self.options);
        let (fitted, rows) = with_best_rows(straight(task), task);
        Best {
            weave: weave.clone(),
            ranks: weave.cards().map(|card| weave.column(card)).collect(),
            rows,
            critical: fitted.critical_cards(task),
            cost: crossing_cost(self.graph) * plan.crossings as f64 + fitted.size(task),
        }
    }

    /// Takes this order if it is better in the same rows; tells whether it was.
    fn take(&self, best: &mut Best, weave: Weave, ranks: Vec<usize>, dice: &mut Dice) -> bool {
        let plan = self.plan(&weave);
        let (task, crossed) = (plan.task(self.options), crossing_cost(self.graph) * plan.crossings as f64);
        let Some(mut fitted) = smaller(task, &best.rows, best.cost - crossed) else { return false };
        if dice.below(REFOLD) == 0 {
            let (folded, rows) = with_best_rows(straight(task), task);
            if folded.size(task) < fitted.size(task) {
                (fitted, best.rows) = (folded, rows);
            }
        }
        best.cost = crossed + fitted.size(task);
        best.critical = fitted.critical_cards(task);
        (best.weave, best.ranks) = (weave, ranks);
        true
    }

    /// Ranks with a card elsewhere, and the cards that moved.
    fn other_ranks(&self, best: &Best, dice: &mut Dice) -> Option<(Vec<usize>, Vec<Item>)> {
        let tight = !best.critical.is_empty() && dice.below(10) < CRITICAL;
        let card = if tight {
            best.critical[dice.below(best.critical.len())]
        } else {
            Item::new(dice.below(self.graph.count()))
        };
        let columns = best.weave.columns.len();
        let low = self.forward().filter(|l| l.1 == card).map(|l| best.ranks[l.0] + 1).max().unwrap_or(0);
        let high = self.forward().filter(|l| l.0 == card).map(|l| best.ranks[l.1]).min().unwrap_or(columns);
        let mut ranks = best.ranks.clone();
        let mut moved = vec![card];
        if dice.below(3) > 0 && high > low + 1 {
            let to = low + dice.below(high - low - 1);
            ranks[card] = if to >= ranks[card] { to + 1 } else { to };
        } else {
            moved = self.push(&mut ranks, card, dice.below(2) == 0, columns)?;
        }
        // A column must not become empty.
        let ranks_now: Vec<i64> = ranks.iter().map(|&r| r as i64).collect();
        (squeeze(&ranks_now) == ranks).then_some((ranks, moved))
    }

    fn forward(&self) -> impl Iterator<Item = (Item, Item)> {
        let links = self.graph.links.iter().zip(self.returning);
        links.filter(|(_, r)| !**r).map(|(l, _)| (l.from, l.to))
    }

    /// Moves a card by one column with all that stands in its way; gives what moved.
    fn push(&self, ranks: &mut [usize], card: Item, right: bool, columns: usize) -> Option<Vec<Item>> {
        let mut moved = Vec::new();
        let mut walk = vec![card];
        while let Some(card) = walk.pop() {
            if moved.contains(&card) {
                continue;
            }
            moved.push(card);
            let rank = if right { ranks[card] + 1 } else { ranks[card].checked_sub(1)? };
            if rank > columns || moved.len() > MOST_PUSHED {
                return None;
            }
            ranks[card] = rank;
            let behind = self.forward().filter(|l| if right { l.0 == card } else { l.1 == card });
            let touched = |other: Item| if right { ranks[other] <= rank } else { ranks[other] >= rank };
            walk.extend(behind.map(|l| if right { l.1 } else { l.0 }).filter(|&o| touched(o)));
        }
        Some(moved)
    }

    /// The same order with other ranks; the cards that moved and their links stand somewhere until they are put back.
    fn reranked(&self, old: &Weave, ranks: &[usize], moved: &[Item]) -> Weave {
        let mut new = Weave::new(self.graph, self.returning, ranks);
        let kept: Vec<bool> = old.spans.iter().map(|s| !moved.contains(&s.left) && !moved.contains(&s.right)).collect();
        let mut columns = carried_over(old, &new, moved, &kept);
        add_cards(&new, moved, &mut columns);
        for link in new.links() {
            new.forget_way(link);
            if !kept[link] && new.fits_inside(link) {
                new.spans[link].bends.items().for_each(|bend| columns[new.column(bend)].push(bend));
            }
        }
        new.set(&columns);
        for link in new.links() {
            let anywhere = if new.fits_inside(link) { Way::Inside } else { Way::Above };
            new.put_known(link, if kept[link] { old.way[link] } else { anywhere });
        }
        new
    }
}

/// The columns of another form with what stays where it was, in its old order: cards that did not move, and bends of
/// links between such cards.
fn carried_over(old: &Weave, new: &Weave, moved: &[Item], kept: &[bool]) -> Vec<Vec<Item>> {
    let mut columns = vec![Vec::new(); new.columns.len()];
    for &item in old.columns.iter().flatten() {
        let same = if old.is_card(item) {
            Some(item).filter(|card| !moved.contains(card))
        } else {
            // Bends are numbered anew, but within their link as before.
            let link = old.link_of(item).filter(|&link| kept[link]);
            link.map(|link| new.spans[link].bends.like(item, old.spans[link].bends))
        };
        if let Some(item) = same {
            columns[new.column(item)].push(item);
        }
    }
    columns
}

/// Puts cards into their columns, below all others of their lane and those above.
fn add_cards(weave: &Weave, cards: &[Item], columns: &mut [Vec<Item>]) {
    for &card in cards {
        let column = &mut columns[weave.column(card)];
        let above = |i: &Item| weave.is_card(*i) && weave.lane(*i) <= weave.lane(card);
        let at = column.iter().rposition(above).map_or(0, |last| last + 1);
        column.insert(at, card);
    }
}

/// A number that stands for an order: its columns and how its links run.
fn fingerprint(weave: &Weave) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&weave.columns, &weave.way).hash(&mut hasher);
    hasher.finish()
}
