//! The cheapest items that hit every one of some sets (minimum hitting set), by branch and bound.
//!
//! A set that is not hit yet is taken up, and each of its items is tried in turn, barred for the tries after it.
//! No set holds an item twice. Sets that share no open item each need an item of their own, which bounds the cost from below.

use std::collections::BTreeMap;

/// The cheapest items that hit every set; `None` where to prove that they are takes more effort than is left. Effort is
/// counted in looks at an item.
pub(super) fn cheapest(sets: &[Vec<u32>], cost: impl Fn(u32) -> u64, effort: &mut usize) -> Option<Vec<u32>> {
    let items = telling_items(sets, &cost);
    let mut chosen = Vec::new();
    for part in parts(sets, &items) {
        let mut search = Search::new(&part, &cost);
        if !search.run(effort) {
            return None;
        }
        chosen.extend(search.best.iter().map(|&item| search.items[item]));
    }
    chosen.sort_unstable();
    Some(chosen)
}

/// Items that hit every set, few if not fewest: always the one that hits most of what is left, the cheapest of equals.
/// In the end, those go that the others have made needless, the dearest first.
pub(super) fn greedy(sets: &[Vec<u32>], cost: impl Fn(u32) -> u64) -> Vec<u32> {
    let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (place, set) in sets.iter().enumerate() {
        for &item in set {
            of.entry(item).or_default().push(place);
        }
    }
    let mut left: BTreeMap<u32, usize> = of.iter().map(|(&item, places)| (item, places.len())).collect();
    let mut hits = vec![0u32; sets.len()];
    let mut chosen = Vec::new();
    while let Some((&item, _)) = left
        .iter()
        .filter(|(_, count)| **count > 0)
        .min_by_key(|(item, count)| (std::cmp::Reverse(**count), cost(**item), **item))
    {
        chosen.push(item);
        for &place in &of[&item] {
            hits[place] += 1;
            if hits[place] == 1 {
                for other in &sets[place] {
                    left.entry(*other).and_modify(|count| *count -= 1);
                }
            }
        }
    }
    chosen.sort_by_key(|&item| std::cmp::Reverse((cost(item), item)));
    chosen.retain(|item| {
        let needless = of[item].iter().all(|&place| hits[place] > 1);
        if needless {
            of[item].iter().for_each(|&place| hits[place] -= 1);
        }
        !needless
    });
    chosen.sort_unstable();
    chosen
}

/// The items without those that hit just what a cheaper one does.
fn telling_items(sets: &[Vec<u32>], cost: &impl Fn(u32) -> u64) -> Vec<u32> {
    let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (place, set) in sets.iter().enumerate() {
        for &item in set {
            of.entry(item).or_default().push(place);
        }
    }
    let mut best: BTreeMap<Vec<usize>, (u64, u32)> = BTreeMap::new();
    for (item, places) in of {
        let rank = (cost(item), item);
        best.entry(places).and_modify(|known| *known = rank.min(*known)).or_insert(rank);
    }
    let mut items: Vec<u32> = best.into_values().map(|(_, item)| item).collect();
    items.sort_unstable();
    items
}

/// The sets, cut down to some items, in groups that share none with one another.
fn parts(sets: &[Vec<u32>], items: &[u32]) -> Vec<Vec<Vec<u32>>> {
    let mut leader: Vec<usize> = (0..sets.len()).collect();
    let mut last: BTreeMap<u32, usize> = BTreeMap::new();
    for (place, set) in sets.iter().enumerate() {
        for item in set.iter().filter(|item| items.binary_search(item).is_ok()) {
            if let Some(before) = last.insert(*item, place) {
                let (one, other) = (led_by(&mut leader, before), led_by(&mut leader, place));
                leader[one.max(other)] = one.min(other);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<Vec<u32>>> = BTreeMap::new();
    for (place, set) in sets.iter().enumerate() {
        let kept = set.iter().copied().filter(|item| items.binary_search(item).is_ok()).collect();
        groups.entry(led_by(&mut leader, place)).or_default().push(kept);
    }
    groups.into_values().collect()
}

/// The leader of a set's group; the way to it is halved on the walk.
fn led_by(leader: &mut [usize], mut place: usize) -> usize {
    while leader[place] != place {
        leader[place] = leader[leader[place]];
        place = leader[place];
    }
    place
}

struct Search {
    items: Vec<u32>,
    cost: Vec<u64>,
    /// Smallest first; items are places in `items`.
    sets: Vec<Vec<usize>>,
    /// The sets that each item hits.
    of: Vec<Vec<usize>>,
    /// How many chosen items hit each set.
    hits: Vec<u32>,
    barred: Vec<bool>,
    chosen: Vec<usize>,
    spent: u64,
    best: Vec<usize>,
    best_cost: u64,
}

/// A set whose items are tried in turn.
struct Turn {
    options: Vec<usize>,
    next: usize,
}

impl Search {
    fn new(part: &[Vec<u32>], cost: &impl Fn(u32) -> u64) -> Self {
        let mut items: Vec<u32> = part.iter().flatten().copied().collect();
        items.sort_unstable();
        items.dedup();
        let place = |item: &u32| items.binary_search(item).unwrap_or(0);
        let mut sets: Vec<Vec<usize>> = part.iter().map(|set| set.iter().map(place).collect()).collect();
        for set in &mut sets {
            set.sort_unstable();
        }
        sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        sets.dedup();
        let mut of = vec![Vec::new(); items.len()];
        for (index, set) in sets.iter().enumerate() {
            for &item in set {
                of[item].push(index);
            }
        }
        let best: Vec<usize> = greedy(part, cost).iter().map(place).collect();
        let cost: Vec<u64> = items.iter().map(|&item| cost(item)).collect();
        Self {
            hits: vec![0; sets.len()],
            barred: vec![false; items.len()],
            chosen: Vec::new(),
            spent: 0,
            best_cost: best.iter().map(|&item| cost[item]).sum(),
            best,
            items,
            cost,
            sets,
            of,
        }
    }

    /// Whether the best is proved to be the cheapest before the effort is used up.
    fn run(&mut self, effort: &mut usize) -> bool {
        let mut turns = Vec::from_iter(self.look(effort));
        while let Some(mut turn) = turns.pop() {
            if let Some(&tried) = turn.next.checked_sub(1).and_then(|before| turn.options.get(before)) {
                self.put_back(tried);
                self.barred[tried] = true;
            }
            let Some(&option) = turn.options.get(turn.next) else {
                turn.options.iter().for_each(|&item| self.barred[item] = false);
                continue;
            };
            turn.next += 1;
            turns.push(turn);
            self.take(option);
            turns.extend(self.look(effort));
            if *effort == 0 {
                return false;
            }
        }
        true
    }

    fn take(&mut self, item: usize) {
        self.chosen.push(item);
        self.spent += self.cost[item];
        self.of[item].iter().for_each(|&set| self.hits[set] += 1);
    }

    fn put_back(&mut self, item: usize) {
        self.chosen.pop();
        self.spent -= self.cost[item];
        self.of[item].iter().for_each(|&set| self.hits[set] -= 1);
    }

    /// Keeps what is chosen where it hits all and is cheaper; else the set to take up next, where that can be worth it.
    fn look(&mut self, effort: &mut usize) -> Option<Turn> {
        *effort = effort.saturating_sub(self.sets.len() + self.items.len());
        let mut claimed = vec![false; self.items.len()];
        let (mut bound, mut fewest) = (self.spent, None);
        for set in (0..self.sets.len()).filter(|&set| self.hits[set] == 0) {
            let open = || self.sets[set].iter().copied().filter(|&item| !self.barred[item]);
            let count = open().count();
            *effort = effort.saturating_sub(self.sets[set].len());
            if fewest.is_none_or(|(least, _)| count < least) {
                fewest = Some((count, set));
            }
            if !open().any(|item| claimed[item]) {
                bound = bound.saturating_add(open().map(|item| self.cost[item]).min().unwrap_or(u64::MAX));
                open().for_each(|item| claimed[item] = true);
            }
        }
        if bound >= self.best_cost {
            return None;
        }
        let Some((_, set)) = fewest else {
            (self.best, self.best_cost) = (self.chosen.clone(), self.spent);
            return None;
        };
        let mut options: Vec<usize> = self.sets[set].iter().copied().filter(|&item| !self.barred[item]).collect();
        options.sort_by_key(|&item| (std::cmp::Reverse(self.fresh(item)), self.cost[item], item));
        Some(Turn { options, next: 0 })
    }

    /// How many sets an item would be the first to hit.
    fn fresh(&self, item: usize) -> usize {
        self.of[item].iter().filter(|&&set| self.hits[set] == 0).count()
    }
}
