//! Ranks (columns) with the shortest total link length: network simplex (Gansner, Koutsofios, North and Vo 1993).

use crate::base::breadth::BreadthFirst;
use crate::base::lists::Lists;
use crate::graph::Graph;

/// The rank of each card, and the links that it keeps to: each leads at least one rank to the right.
///
/// Returning links count as links the other way round where the rest lets them, for they are lines to be kept short
/// too. The forward links must be free of cycles; each connected part starts at rank 0.
pub(crate) fn ranks(graph: &Graph, returning: &[bool]) -> (Vec<i64>, Vec<(usize, usize)>) {
    let ends = graph.links.iter().zip(returning);
    let mut links: Vec<(usize, usize)> = ends.clone().filter(|(_, r)| !**r).map(|(l, _)| (l.from, l.to)).collect();
    let mut rank = longest_path(graph.count(), &links);
    links.extend(ends.filter(|(l, r)| **r && rank[l.to] < rank[l.from]).map(|(l, _)| (l.to, l.from)));
    shorten(&mut rank, &links);
    (rank, links)
}

/// Moves ranks that suit the links so that the total length is least and each connected part starts at 0.
pub(crate) fn shorten(rank: &mut [i64], links: &[(usize, usize)]) {
    let ends = links.iter().enumerate().flat_map(|(link, &(from, to))| [(from, link), (to, link)]);
    let incident = Lists::new(rank.len(), ends);
    tighten_slopes(rank, &incident, links);
    let parts = parts(&incident, links);
    // Pivots cost a pass over their part, so the whole work is bounded.
    let mut budget = 35_000_000_i64;
    let mut simplex = Simplex::new(links, &incident, rank);
    for part in parts.iter().filter(|p| p.len() > 1) {
        simplex.part = part;
        if simplex.tighten(&mut budget) {
            simplex.improve(&mut budget);
        }
    }
    for part in &parts {
        let least = part.iter().map(|&c| rank[c]).min().unwrap_or(0);
        for &c in part {
            rank[c] -= least;
        }
    }
}

/// Moves cards with more causes than effects to the left, others to the right, until nothing moves: most of the way
/// to the shortest ranks for little work.
fn tighten_slopes(rank: &mut [i64], incident: &Lists<usize>, links: &[(usize, usize)]) {
    let mut order: Vec<usize> = (0..rank.len()).filter(|&c| !incident.of(c).is_empty()).collect();
    order.sort_by_key(|&c| rank[c]);
    for _ in 0..60 {
        let mut moved = false;
        order.reverse();
        for &card in &order {
            let (mut low, mut high, mut pull) = (i64::MIN, i64::MAX, 0);
            for &l in incident.of(card) {
                if links[l].0 == card {
                    high = high.min(rank[links[l].1] - 1);
                    pull += 1;
                } else {
                    low = low.max(rank[links[l].0] + 1);
                    pull -= 1;
                }
            }
            let target = match pull {
                1.. => high,
                ..0 => low,
                0 => rank[card],
            };
            moved |= target != rank[card];
            rank[card] = target;
        }
        if !moved {
            return;
        }
    }
}

/// Ranks by the longest path from a source.
pub(crate) fn longest_path(count: usize, links: &[(usize, usize)]) -> Vec<i64> {
    let (out, mut waiting) = (Lists::new(count, links.iter().copied()), vec![0; count]);
    for &(_, to) in links {
        waiting[to] += 1;
    }
    let mut ready: Vec<usize> = (0..count).filter(|&c| waiting[c] == 0).collect();
    let mut rank = vec![0; count];
    while let Some(card) = ready.pop() {
        for &to in out.of(card) {
            rank[to] = rank[to].max(rank[card] + 1);
            waiting[to] -= 1;
            if waiting[to] == 0 {
                ready.push(to);
            }
        }
    }
    rank
}

/// The connected parts, each as a list of cards.
fn parts(incident: &Lists<usize>, links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut walk = BreadthFirst::new(incident.groups());
    let next = |card: u32| {
        let other = move |link: usize| links[link].0 + links[link].1 - card as usize;
        incident.of(card as usize).iter().map(move |&link| (other(link) as u32, link as u32))
    };
    let parts =
        (0..incident.groups() as u32).map(|root| walk.spread([root], next).iter().map(|&c| c as usize).collect());
    parts.filter(|part: &Vec<usize>| !part.is_empty()).collect()
}

const NONE: usize = usize::MAX;

/// The spanning trees of tight links; `part` is the connected part at work.
struct Simplex<'a> {
    part: &'a [usize],
    links: &'a [(usize, usize)],
    incident: &'a Lists<usize>,
    rank: &'a mut [i64],
    /// Tree links of each card.
    tree: Vec<Vec<usize>>,
    /// Tree link towards the root.
    parent: Vec<usize>,
    inside: Vec<bool>,
    /// Links out of each card less links into it.
    surplus: Vec<i64>,
}

impl<'a> Simplex<'a> {
    fn new(links: &'a [(usize, usize)], incident: &'a Lists<usize>, rank: &'a mut [i64]) -> Self {
        let count = incident.groups();
        let (tree, parent, inside) = (vec![Vec::new(); count], vec![NONE; count], vec![false; count]);
        let mut surplus = vec![0; count];
        for &(from, to) in links {
            surplus[from] += 1;
            surplus[to] -= 1;
        }
        Self { part: &[], links, incident, rank, tree, parent, inside, surplus }
    }

    fn slack(&self, link: usize) -> i64 {
        let (from, to) = self.links[link];
        self.rank[to] - self.rank[from] - 1
    }

    fn other(&self, link: usize, card: usize) -> usize {
        self.links[link].0 + self.links[link].1 - card
    }

    /// Builds the spanning tree of tight links, shifting what is already in it; false if the budget ran out.
    fn tighten(&mut self, budget: &mut i64) -> bool {
        let root = self.part[0];
        self.inside[root] = true;
        let mut members = vec![root];
        let mut walk = vec![root];
        loop {
            while let Some(card) = walk.pop() {
                for &l in self.incident.of(card) {
                    let other = self.other(l, card);
                    if self.slack(l) == 0 && !self.inside[other] {
                        self.inside[other] = true;
                        self.tree[card].push(l);
                        self.tree[other].push(l);
                        members.push(other);
                        walk.push(other);
                    }
                }
            }
            if members.len() == self.part.len() {
                return true;
            }
            let mut least = (i64::MAX, NONE);
            for &card in &members {
                *budget -= self.incident.of(card).len() as i64;
                for &l in self.incident.of(card).iter().filter(|&&l| !self.inside[self.other(l, card)]) {
                    least = least.min((self.slack(l), l));
                }
            }
            if least.1 == NONE || *budget <= 0 {
                return false;
            }
            let shift = if self.inside[self.links[least.1].0] { least.0 } else { -least.0 };
            for &card in &members {
                self.rank[card] += shift;
            }
            walk.clone_from(&members);
        }
    }

    /// Exchanges tree links with a negative cut value until none is left.
    fn improve(&mut self, budget: &mut i64) {
        let mut cut = vec![0_i64; self.incident.groups()];
        let mut order = Vec::with_capacity(self.part.len());
        let mut cursor = 0;
        while *budget > 0 {
            *budget -= 6 * self.part.len() as i64;
            self.walk_tree(&mut order);
            self.cut_values(&order, &mut cut);
            let Some(leaving) = self.leaving(&order, &cut, &mut cursor) else {
                return;
            };
            if !self.exchange(leaving, &order, budget) {
                return;
            }
        }
    }

    /// The part in an order in which every card comes after its tree parent.
    fn walk_tree(&mut self, order: &mut Vec<usize>) {
        order.clear();
        order.push(self.part[0]);
        self.parent[self.part[0]] = NONE;
        let mut next = 0;
        while let Some(&card) = order.get(next) {
            next += 1;
            let up = self.parent[card];
            for &l in self.tree[card].iter().filter(|&&l| l != up) {
                let child = self.other(l, card);
                self.parent[child] = l;
                order.push(child);
            }
        }
    }

    /// For each card the links out of its subtree minus the links into it: its tree link's cut value but for the sign.
    fn cut_values(&self, order: &[usize], cut: &mut [i64]) {
        for &card in order {
            cut[card] = self.surplus[card];
        }
        for &card in order.iter().rev() {
            if self.parent[card] != NONE {
                let up = self.other(self.parent[card], card);
                cut[up] += cut[card];
            }
        }
    }

    /// A card whose tree link has a very negative cut value: the worst of the next twenty.
    fn leaving(&self, order: &[usize], cut: &[i64], cursor: &mut usize) -> Option<usize> {
        let (mut worst, mut pick, mut found) = (0, None, 0);
        for step in 0..order.len() {
            let at = (*cursor + step) % order.len();
            let (card, link) = (order[at], self.parent[order[at]]);
            if link == NONE {
                continue;
            }
            let value = if self.links[link].0 == card { cut[card] } else { -cut[card] };
            if value < 0 {
                found += 1;
                if value < worst {
                    (worst, pick) = (value, Some(card));
                }
            }
            if found >= 20 {
                *cursor = at;
                break;
            }
        }
        pick
    }

    /// Replaces the tree link of `leaving` by the tightest link the other way; false if there is none.
    fn exchange(&mut self, leaving: usize, order: &[usize], budget: &mut i64) -> bool {
        let old = self.parent[leaving];
        let tail_below = self.links[old].0 == leaving;
        let mut below = Vec::new();
        for &card in order {
            let under =
                card == leaving || (self.parent[card] != NONE && self.inside[self.other(self.parent[card], card)]);
            self.inside[card] = under;
            if under {
                below.push(card);
            }
        }
        let mut entering = (i64::MAX, NONE);
        for &card in &below {
            *budget -= self.incident.of(card).len() as i64;
            for &l in self.incident.of(card) {
                let (from, to) = self.links[l];
                let fits = if tail_below {
                    !self.inside[from] && self.inside[to]
                } else {
                    self.inside[from] && !self.inside[to]
                };
                if fits {
                    entering = entering.min((self.slack(l), l));
                }
            }
        }
        if entering.1 == NONE {
            return false;
        }
        let shift = if tail_below { -entering.0 } else { entering.0 };
        for &card in &below {
            self.rank[card] += shift;
        }
        for end in [self.links[old].0, self.links[old].1] {
            self.tree[end].retain(|&l| l != old);
        }
        for end in [self.links[entering.1].0, self.links[entering.1].1] {
            self.tree[end].push(entering.1);
        }
        true
    }
}
