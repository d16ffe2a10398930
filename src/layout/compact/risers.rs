//! The left-to-right order of the risers of a gap: no two lines lie on one another, none cross without need.

use crate::base::distances::NEAR;

/// Most risers of a gap that are compared pair by pair.
const MOST_COMPARED: usize = 200;

/// A vertical piece of a link in a gap: it comes from the left at one height and leaves to the right at another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Riser {
    pub from: f64,
    pub to: f64,
}

impl Riser {
    fn top(&self) -> f64 {
        self.from.min(self.to)
    }

    fn bottom(&self) -> f64 {
        self.from.max(self.to)
    }

    fn holds(&self, y: f64) -> bool {
        self.top() < y && y < self.bottom()
    }

    /// What it costs to stand left of another riser: crossings, and lines that would lie on one another.
    fn cost_left_of(&self, other: &Self) -> i32 {
        let crossed = i32::from(self.holds(other.from)) + i32::from(other.holds(self.to));
        crossed + if (other.from - self.to).abs() < NEAR { 100 } else { 0 }
    }
}

/// The risers' indices from left to right.
pub(crate) fn order(risers: &[Riser]) -> Vec<usize> {
    // Falling lines that start lowest turn first, rising ones that start highest.
    let key = |r: &Riser| if r.to > r.from { -r.from } else { r.from };
    let mut all: Vec<usize> = (0..risers.len()).collect();
    all.sort_by(|&a, &b| key(&risers[a]).total_cmp(&key(&risers[b])).then(a.cmp(&b)));
    if risers.len() > MOST_COMPARED {
        let falls = |i: &usize| risers[*i].to > risers[*i].from;
        let (mut down, up): (Vec<usize>, Vec<usize>) = all.into_iter().partition(falls);
        down.extend(up);
        return down;
    }
    // Greedy ordering: next comes the one with the least regret of standing left of all that remain.
    let count = all.len();
    let (mut excess, mut regret) = (vec![0; count * count], vec![0; count]);
    for i in 0..count {
        for j in i + 1..count {
            let (a, b) = (&risers[all[i]], &risers[all[j]]);
            let more = a.cost_left_of(b) - b.cost_left_of(a);
            excess[i * count + j] = more.max(0);
            excess[j * count + i] = (-more).max(0);
            regret[i] += more.max(0);
            regret[j] += (-more).max(0);
        }
    }
    let mut found = Vec::with_capacity(count);
    let mut rest: Vec<usize> = (0..count).collect();
    while let Some(next) = (0..rest.len()).min_by_key(|&k| regret[rest[k]]) {
        let chosen = rest.remove(next);
        for &i in &rest {
            regret[i] -= excess[i * count + chosen];
        }
        found.push(all[chosen]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Dice;

    /// What an order of risers costs.
    fn cost(risers: &[Riser], order: &[usize]) -> i32 {
        let pairs = order.iter().enumerate().flat_map(|(i, &a)| order[i + 1..].iter().map(move |&b| (a, b)));
        pairs.map(|(a, b)| risers[a].cost_left_of(&risers[b])).sum()
    }

    /// All orders of so many things.
    fn orders(count: usize) -> Vec<Vec<usize>> {
        (0..count).fold(vec![Vec::new()], |orders: Vec<Vec<usize>>, new| {
            let insert = |order: &Vec<usize>, at: usize| [&order[..at], &[new], &order[at..]].concat();
            orders.iter().flat_map(|order| (0..=order.len()).map(move |at| insert(order, at))).collect()
        })
    }

    #[test]
    fn risers_that_would_lie_on_one_another_change_places() {
        let order =
            |risers: &[(f64, f64)]| order(&risers.iter().map(|&(from, to)| Riser { from, to }).collect::<Vec<_>>());
        // Two that fall side by side: the lower one turns first. Two that rise: the upper one.
        assert_eq!(order(&[(0.0, 100.0), (20.0, 120.0)]), [1, 0]);
        assert_eq!(order(&[(100.0, 0.0), (120.0, 20.0)]), [0, 1]);
        // One line ends at the height where the other begins.
        assert_eq!(order(&[(0.0, 50.0), (50.0, 100.0)]), [1, 0]);
        assert_eq!(order(&[(50.0, 100.0), (0.0, 50.0)]), [0, 1]);
        assert_eq!(order(&[(50.0, 20.0), (100.0, 50.0)]), [0, 1]);
        assert_eq!(order(&[(100.0, 50.0), (50.0, 20.0)]), [1, 0]);
    }

    #[test]
    fn orders_cost_little_more_than_the_best_of_all() {
        let (mut dice, orders, mut found, mut least) = (Dice::new(41), orders(5), 0, 0);
        for _ in 0..400 {
            let mut height = || 20.0 * dice.below(12) as f64;
            let risers: Vec<Riser> = (0..5).map(|_| Riser { from: height(), to: height() }).collect();
            found += cost(&risers, &order(&risers));
            least += orders.iter().map(|order| cost(&risers, order)).min().unwrap();
        }
        assert!(f64::from(found) < 1.01 * f64::from(least), "{found} for {least}");
    }
}
