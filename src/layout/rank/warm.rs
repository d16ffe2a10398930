//! Starts from the seats of an earlier drawing, so that what people know stays where it is.
//!
//! Cards with a seat keep their column unless a link would run backwards; new cards go beside their neighbours.

use crate::graph::Graph;
use crate::rank::simplex::longest_path;

/// Share of the cards that may move for one link; a link that would move more is drawn as a returning one.
const MOVABLE: f64 = 0.06;

/// Ranks near the seats, or None if too few cards have one. Links that would move too much are made returning.
pub(crate) fn ranks(graph: &Graph, returning: &mut [bool]) -> Option<Vec<i64>> {
    if !graph.is_seated() {
        return None;
    }
    let mut net = Net::new(graph, returning);
    let mut rank: Vec<i64> = graph.seats.iter().map(|s| s.map_or(0, |s| s.rank as i64)).collect();
    net.place_new(graph, &mut rank);
    for link in net.repair(graph, &mut rank) {
        returning[link] = true;
    }
    let least = rank.iter().copied().min().unwrap_or(0);
    for r in &mut rank {
        *r -= least.min(0);
    }
    Some(rank)
}

/// The cards that have no seat yet.
pub(crate) fn new_cards(graph: &Graph) -> Vec<u32> {
    (0..graph.count()).filter(|&c| graph.seats[c].is_none()).map(|c| c as u32).collect()
}

/// The forward links, and the cards in an order along them.
struct Net {
    /// Cause, effect and index.
    links: Vec<(usize, usize, usize)>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    order: Vec<usize>,
}

impl Net {
    fn new(graph: &Graph, returning: &[bool]) -> Self {
        let ends = graph.links.iter().enumerate().zip(returning).filter(|(_, r)| !**r);
        let links: Vec<(usize, usize, usize)> = ends.map(|((i, l), _)| (l.from, l.to, i)).collect();
        let (mut out, mut into) = (vec![Vec::new(); graph.count()], vec![Vec::new(); graph.count()]);
        for &(from, to, _) in &links {
            out[from].push(to);
            into[to].push(from);
        }
        let depth = longest_path(graph.count(), &links.iter().map(|l| (l.0, l.1)).collect::<Vec<_>>());
        let mut order: Vec<usize> = (0..graph.count()).collect();
        order.sort_by_key(|&c| depth[c]);
        Self { links, out, into, order }
    }

    /// Puts new cards right of their causes, or left of their effects if they have no cause.
    fn place_new(&self, graph: &Graph, rank: &mut [i64]) {
        let mut placed: Vec<bool> = graph.seats.iter().map(Option::is_some).collect();
        for &card in self.order.iter().filter(|&&c| graph.seats[c].is_none()) {
            let after = self.into[card].iter().filter(|&&o| placed[o]).map(|&o| rank[o] + 1).max();
            let before = self.out[card].iter().filter(|&&o| placed[o]).map(|&o| rank[o] - 1).min();
            rank[card] = after.or(before).unwrap_or(0).max(0);
            placed[card] = true;
        }
    }

    /// Makes forward links run forward with as few moves as can be, of cards with a seat above all; gives the links
    /// that are not worth it.
    fn repair(&mut self, graph: &Graph, rank: &mut Vec<i64>) -> Vec<usize> {
        let mut given_up = Vec::new();
        let most = (graph.count() as f64 * MOVABLE).max(2.0) as usize * 100 + 99;
        for i in 0..self.links.len() {
            let (from, to, link) = self.links[i];
            if rank[to] > rank[from] {
                continue;
            }
            let later = pushed(rank, to, rank[from] + 1, &self.out, 1);
            let earlier = pushed(rank, from, rank[to] - 1, &self.into, -1);
            let moves = |new: &[i64]| {
                let moved = (0..new.len()).filter(|&c| new[c] != rank[c]);
                moved.map(|c| if graph.seats[c].is_some() { 100 } else { 1 }).sum::<usize>()
            };
            let left = earlier.iter().all(|&r| r >= 0) && moves(&earlier) < moves(&later);
            let new = if left { earlier } else { later };
            if moves(&new) <= most {
                *rank = new;
            } else {
                given_up.push(link);
                self.out[from].retain(|&o| o != to);
                self.into[to].retain(|&o| o != from);
            }
        }
        given_up
    }
}

/// The ranks after moving a card at least to `target` and all that stand in its way along `next`.
fn pushed(rank: &[i64], card: usize, target: i64, next: &[Vec<usize>], step: i64) -> Vec<i64> {
    let mut new = rank.to_vec();
    let mut walk = vec![(card, target)];
    while let Some((card, target)) = walk.pop() {
        if (target - new[card]) * step > 0 {
            new[card] = target;
            walk.extend(next[card].iter().map(|&o| (o, target + step)));
        }
    }
    new
}
