//! Chooses which links lead back: the declared ones, then by meaning as few and as light ones as possible.

use crate::base::components::strong_components;
use crate::base::lists::Lists;
use crate::graph::{Graph, Link};

/// Steps for letting links run forward after all.
const MOST_RELEASED: usize = 20_000_000;

/// For each link, whether it is drawn as a returning one.
pub(crate) fn returning(graph: &Graph) -> Vec<bool> {
    let count = graph.count();
    let mut back: Vec<bool> = graph.links.iter().map(|l| l.returns).collect();
    let forward = graph.links.iter().enumerate().filter(|(_, l)| !l.returns);
    let out = Lists::new(count, forward.clone().map(|(i, l)| (l.from, i)));
    let into = Lists::new(count, forward.map(|(i, l)| (l.to, i)));
    let net = Net { links: &graph.links, out, into };
    if graph.is_seated() {
        // What ran forward before still does; the rest runs forward if that closes no loop.
        let rank = |card: usize| graph.seats[card].map(|s| s.rank);
        let forward = |l: &Link| rank(l.from).zip(rank(l.to)).is_some_and(|(from, to)| from < to);
        back = graph.links.iter().map(|l| l.returns || !forward(l)).collect();
        net.release(&mut back);
        return back;
    }
    let component = net.strong_components();
    let members = Lists::new(count, component.iter().copied().zip(0..));
    let mut place = vec![0; count];
    for m in (0..count).map(|c| members.of(c)).filter(|m| m.len() > 1) {
        for (i, card) in net.best_order(m, &component).into_iter().enumerate() {
            place[card] = i;
        }
    }
    for (i, l) in graph.links.iter().enumerate() {
        back[i] |= component[l.from] == component[l.to] && place[l.from] > place[l.to];
    }
    net.release(&mut back);
    back
}

/// Links with the indices of those leaving and entering each card; declared returning links are left out.
struct Net<'a> {
    links: &'a [Link],
    out: Lists<usize>,
    into: Lists<usize>,
}

impl Net<'_> {
    /// The strong component of each card.
    fn strong_components(&self) -> Vec<usize> {
        let next = |card: u32| self.out.of(card as usize).iter().map(|&link| self.links[link].to as u32);
        strong_components(self.out.groups(), next).into_iter().map(|c| c as usize).collect()
    }

    /// The order of one component with the cheapest returning links among some starts, each refined by insertion.
    fn best_order(&self, members: &[usize], component: &[usize]) -> Vec<usize> {
        let mut best: Option<(f64, Vec<usize>)> = None;
        for mut order in [members.to_vec(), self.depth_first(members, component), self.greedy(members, component)] {
            self.refine(&mut order, component);
            let cost = self.cost(&order, component);
            // The narrative order comes first: another must be clearly cheaper to displace it.
            if best.as_ref().is_none_or(|(c, _)| cost < c - 1e-9) {
                best = Some((cost, order));
            }
        }
        best.map_or_else(|| members.to_vec(), |(_, order)| order)
    }

    fn cost(&self, order: &[usize], component: &[usize]) -> f64 {
        let place = places(order, self.out.groups());
        let inner = order.iter().flat_map(|&c| self.out.of(c)).map(|&l| &self.links[l]);
        inner.filter(|l| component[l.from] == component[l.to] && place[l.from] > place[l.to]).map(|l| l.cost).sum()
    }

    /// Reverse postorder of a depth-first walk in narrative order.
    fn depth_first(&self, members: &[usize], component: &[usize]) -> Vec<usize> {
        let mut seen = vec![false; self.out.groups()];
        let mut order = Vec::with_capacity(members.len());
        for &root in members {
            let mut walk = vec![(root, 0)];
            while let Some((card, next)) = walk.pop() {
                if next == 0 && std::mem::replace(&mut seen[card], true) {
                    continue;
                }
                let Some(&link) = self.out.of(card).get(next) else {
                    order.push(card);
                    continue;
                };
                walk.push((card, next + 1));
                let to = self.links[link].to;
                if component[to] == component[card] && !seen[to] {
                    walk.push((to, 0));
                }
            }
        }
        order.reverse();
        order
    }

    /// Greedy order by the surplus of outgoing cost (Eades, Lin and Smyth 1993).
    fn greedy(&self, members: &[usize], component: &[usize]) -> Vec<usize> {
        let inner = |l: &Link| component[l.from] == component[l.to];
        let mut surplus = vec![(0.0, 0.0); self.out.groups()];
        for l in members.iter().flat_map(|&c| self.out.of(c)).map(|&l| &self.links[l]).filter(|l| inner(l)) {
            surplus[l.from].0 += l.cost;
            surplus[l.to].1 += l.cost;
        }
        let (mut rest, mut first, mut last) = (members.to_vec(), Vec::new(), Vec::new());
        // Quadratic, so very large components keep the order they have.
        while !rest.is_empty() && members.len() <= 4000 {
            let key = |c: usize| match surplus[c] {
                (out, _) if out < 1e-9 => f64::INFINITY,
                (_, into) if into < 1e-9 => f64::MAX,
                (out, into) => out - into,
            };
            let mut pick = 0;
            for i in 1..rest.len() {
                if key(rest[i]) > key(rest[pick]) {
                    pick = i;
                }
            }
            let card = rest.remove(pick);
            if surplus[card].0 < 1e-9 {
                last.push(card);
            } else {
                first.push(card);
            }
            for l in self.out.of(card).iter().map(|&l| &self.links[l]).filter(|l| inner(l)) {
                surplus[l.to].1 -= l.cost;
            }
            for l in self.into.of(card).iter().map(|&l| &self.links[l]).filter(|l| inner(l)) {
                surplus[l.from].0 -= l.cost;
            }
        }
        first.extend(rest);
        first.extend(last.into_iter().rev());
        first
    }

    /// Moves single cards to their cheapest place until nothing improves.
    fn refine(&self, order: &mut Vec<usize>, component: &[usize]) {
        let mut place = places(order, self.out.groups());
        let mut events = Vec::new();
        let passes = (2_000_000 / order.len().max(1).pow(2)).clamp(1, 12);
        for _ in 0..passes {
            let mut moved = false;
            for card in order.clone() {
                self.events(card, component, &place, &mut events);
                let from = place[card];
                if let Some(target) = better_place(&events, from) {
                    moved = true;
                    let card = order.remove(from);
                    order.insert(target, card);
                    for i in from.min(target)..=from.max(target) {
                        place[order[i]] = i;
                    }
                }
            }
            if !moved {
                break;
            }
        }
    }

    /// What it changes to pass each card that is linked with this one, from the first on.
    fn events(&self, card: usize, component: &[usize], place: &[usize], events: &mut Vec<(usize, f64)>) {
        events.clear();
        let inner = |other: usize| component[other] == component[card];
        let ahead = self.out.of(card).iter().map(|&l| (self.links[l].to, self.links[l].cost));
        events.extend(ahead.filter(|e| inner(e.0)).map(|(other, cost)| (place[other], cost)));
        let behind = self.into.of(card).iter().map(|&l| (self.links[l].from, -self.links[l].cost));
        events.extend(behind.filter(|e| inner(e.0)).map(|(other, cost)| (place[other], cost)));
        events.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    }

    /// Lets every link run forward that can: the returning set becomes minimal, dearest links first.
    fn release(&self, back: &mut [bool]) {
        let mut chosen: Vec<usize> = (0..back.len()).filter(|&i| back[i] && !self.links[i].returns).collect();
        chosen.sort_by(|&a, &b| self.links[b].cost.total_cmp(&self.links[a].cost).then(a.cmp(&b)));
        // The last link for which each card was reached.
        let mut seen = vec![usize::MAX; self.out.groups()];
        let mut budget = MOST_RELEASED;
        for link in chosen {
            match self.closes_loop(link, back, &mut seen, &mut budget) {
                Some(closed) => back[link] = closed,
                None => return,
            }
        }
    }

    /// Whether a link that ran forward would close a loop, or None if the budget does not suffice.
    fn closes_loop(&self, link: usize, back: &[bool], seen: &mut [usize], budget: &mut usize) -> Option<bool> {
        let (goal, mut walk) = (self.links[link].from, vec![self.links[link].to]);
        while let Some(card) = walk.pop() {
            *budget = budget.checked_sub(1 + self.out.of(card).len()).filter(|left| *left > 0)?;
            if card == goal {
                return Some(true);
            }
            for &l in self.out.of(card).iter().filter(|&&l| !back[l]) {
                let to = self.links[l].to;
                if std::mem::replace(&mut seen[to], link) != link {
                    walk.push(to);
                }
            }
        }
        Some(false)
    }
}

/// Where a card at `from` closes less loops, if there is such a place: passing what is linked with it changes the cost
/// by the event's.
fn better_place(events: &[(usize, f64)], from: usize) -> Option<usize> {
    // Costs are relative to standing first.
    let (mut cost, mut here, mut best, mut target) = (0.0, 0.0, 0.0, 0);
    for &(at, change) in events {
        cost += change;
        if at < from {
            here = cost;
        }
        if cost < best - 1e-9 {
            (best, target) = (cost, at + 1);
        }
    }
    (best < here - 1e-9).then(|| if target > from { target - 1 } else { target })
}

/// The place of each card in the order.
fn places(order: &[usize], count: usize) -> Vec<usize> {
    let mut place = vec![0; count];
    for (i, &card) in order.iter().enumerate() {
        place[card] = i;
    }
    place
}
