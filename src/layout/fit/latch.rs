//! Latches: which doors to open, tried on the distances between posts alone.
//!
//! A door that opens or shuts changes a few distances. How wide the drawing gets for it is found by the longest path,
//! in a small part of the time that drawing everything again takes; heights, and so crossings, stay as they are. Doors
//! on which a longest path depends are tried one by one until none of them makes it shorter.

use crate::base::index::{Distance, Place, Post};
use crate::base::lists::Lists;
use crate::compact::posts::Scene;
use crate::fit::fitted::Fitted;
use crate::fit::leaves::{Builder, Hinge, Hinged, Leaf};
use crate::heights::task::Task;

/// Passes over all posts until distances must hold.
const PASSES: usize = 6;
/// Rounds of shutting doors whose distances do not hold.
const ROUNDS: usize = 4;
/// Most posts that are placed for all tries.
const MOST_PLACED: usize = 60_000;
/// Stands for a distance that does not hold.
const OFF: f64 = -1e9;

/// A distance from an earlier post, by places in the left-to-right order.
#[derive(Clone, Copy, Debug, Default)]
struct Lead {
    from: Place,
    /// When it holds, if not always.
    when: Option<Hinge>,
    /// The distance while it holds, else far below 0.
    gap: f64,
}

/// The doors of a drawing and the distances that depend on them.
pub(crate) struct Latch {
    leaves: Vec<Leaf>,
    open: Vec<bool>,
    /// Distances into each post, by its place.
    leads: Lists<Lead>,
    /// Distances from posts further right: the place that they end at and their number.
    back: Vec<(Place, Distance)>,
    /// Number and distance of what depends on each leaf.
    hinges: Lists<(Distance, f64)>,
    /// Least x and half width of each post, by place, and its leftmost x.
    least: Vec<f64>,
    half: Vec<f64>,
    x: Vec<f64>,
    /// Places from and to which the distances of each leaf reach.
    reach: Vec<Option<(Place, Place)>>,
}

/// The best doors so far.
struct Best {
    /// Width of the drawing.
    end: f64,
    /// Leftmost and rightmost x of each post that make nothing wider, by place.
    x: Vec<f64>,
    last: Vec<f64>,
}

impl Latch {
    /// All doors as they are in this drawing.
    pub(crate) fn new(task: Task, fitted: &Fitted) -> Self {
        let (scene, constraints) = (&fitted.scene, &fitted.constraints);
        let builder = Builder::new(task, fitted);
        let leads = leads(&builder.arcs(), &constraints.place);
        let back = backwards(&leads);
        let hinges = hinges(leads.all(), builder.leaves.len());
        let reach = reaches(&leads, builder.leaves.len());
        let Builder { leaves, open, .. } = builder;
        let by_place = |of: fn(&Scene, Post) -> f64| scene.order.iter().map(|&p| of(scene, p)).collect();
        let mut latch = Self {
            open: open.clone(),
            leaves,
            hinges,
            leads,
            back,
            reach,
            least: by_place(|s, p| s.posts[p].least),
            half: by_place(|s, p| s.posts[p].half),
            x: Vec::new(),
        };
        (0..open.len()).for_each(|leaf| latch.set(leaf, open[leaf]));
        latch
    }

    /// Finds the doors that make the drawing narrowest; gives its width.
    pub(crate) fn search(&mut self) -> f64 {
        let Some(end) = self.settle() else { return f64::INFINITY };
        let mut best = self.best(end);
        let mut left = MOST_PLACED / self.half.len().max(1);
        let mut changed = Vec::new();
        loop {
            let before = best.end;
            for leaf in self.critical(&best) {
                if left == 0 {
                    return best.end;
                }
                left -= 1;
                changed.clear();
                self.toggle(leaf, &mut changed);
                if let Some(end) = self.measure(&changed, Some(&best)).filter(|end| *end < best.end - 1e-6) {
                    best = self.best(end);
                    break;
                }
                for &leaf in changed.iter().rev() {
                    self.set(leaf, !self.open[leaf]);
                }
            }
            if best.end >= before {
                return best.end;
            }
        }
    }

    /// Things as they were just measured.
    fn best(&self, end: f64) -> Best {
        let x = self.x.clone();
        let mut last: Vec<f64> = self.half.iter().map(|half| end - half).collect();
        for p in Place::all(0..x.len()).rev() {
            for lead in self.entering(p) {
                let most = last[p] - lead.gap;
                last[lead.from] = last[lead.from].min(most);
            }
        }
        Best { end, x, last }
    }

    /// Notes in `shut` (at the cause, at the effect, by link) which doors are open and which are not.
    pub(crate) fn note(&self, shut: &mut [(bool, bool)]) {
        for (leaf, open) in self.leaves.iter().zip(&self.open) {
            if leaf.exit {
                shut[leaf.link].0 = !open;
            } else {
                shut[leaf.link].1 = !open;
            }
        }
    }

    /// Shuts doors until all distances hold; gives the width then.
    fn settle(&mut self) -> Option<f64> {
        for _ in 0..ROUNDS {
            if let Some(end) = self.measure(&[], None) {
                return Some(end);
            }
            for leaf in self.broken() {
                if self.open[leaf] {
                    self.toggle(leaf, &mut Vec::new());
                }
            }
        }
        None
    }

    /// Doors whose distances do not hold.
    fn broken(&self) -> Vec<usize> {
        let leads = self.back.iter().map(|&(to, lead)| (to, &self.leads.all()[lead]));
        let short = leads.filter(|(to, lead)| self.low(lead) > self.x[*to] + 1e-6);
        short.filter_map(|(_, lead)| lead.when).map(Hinge::leaf).collect()
    }

    fn entering(&self, place: Place) -> &[Lead] {
        self.leads.of(place.number())
    }

    fn low(&self, lead: &Lead) -> f64 {
        self.x[lead.from] + lead.gap
    }

    /// Pushes everything to the left, from the first post on that these leaves touch; gives the width, if
    /// distances hold and nothing right of what they touch stands further right than the best so far allows.
    fn measure(&mut self, changed: &[usize], best: Option<&Best>) -> Option<f64> {
        let reaches = changed.iter().filter_map(|&leaf| self.reach[leaf]);
        let (mut first, touched) = reaches.reduce(joined).unwrap_or_default();
        self.x.clone_from(&self.least);
        if let Some(best) = best {
            self.x[..first.number()].copy_from_slice(&best.x[..first.number()]);
        } else {
            first = Place::new(0);
        }
        for pass in 0..PASSES {
            for p in Place::all(first.number()..self.x.len()) {
                let mut low = self.x[p];
                for lead in self.entering(p) {
                    // Quicker than `max`, which looks for what is no number.
                    let least = self.low(lead);
                    if least > low {
                        low = least;
                    }
                }
                if p > touched && best.is_some_and(|b| low > b.last[p] + 1e-6) {
                    return None;
                }
                self.x[p] = low;
            }
            // A pass keeps all distances from left to right; what the others push is for the next one.
            let Some(again) = self.push_back(pass + 1 < PASSES) else { return Some(end(&self.x, &self.half)) };
            first = again;
        }
        None
    }

    /// Where distances from posts further right do not hold, first of all; `push` moves what they end at.
    fn push_back(&mut self, push: bool) -> Option<Place> {
        let mut first: Option<Place> = None;
        for i in 0..self.back.len() {
            let (to, lead) = self.back[i];
            let low = self.low(&self.leads.all()[lead]);
            if low > self.x[to] + 1e-6 {
                first = Some(first.map_or(to, |first| first.min(to)));
                if push {
                    self.x[to] = low;
                }
            }
        }
        first
    }

    /// The leaves on which the longest paths depend.
    fn critical(&self, best: &Best) -> Vec<usize> {
        let mut seen = vec![false; best.x.len()];
        let mut found = Vec::new();
        let last = |p: &Place| best.x[*p] + self.half[*p] > best.end - 0.01;
        let mut walk: Vec<Place> = Place::all(0..best.x.len()).filter(last).collect();
        while let Some(p) = walk.pop() {
            if std::mem::replace(&mut seen[p], true) {
                continue;
            }
            let low = |l: &Lead| best.x[l.from] + l.gap;
            for lead in self.entering(p).iter().filter(|l| low(l) > best.x[p] - 0.01) {
                walk.push(lead.from);
                let leaf = lead.when.map(Hinge::leaf);
                found.extend(leaf.filter(|leaf| !found.contains(leaf)));
            }
        }
        found
    }

    fn set(&mut self, leaf: usize, open: bool) {
        self.open[leaf] = open;
        for &(lead, gap) in self.hinges.of(leaf) {
            let lead = &mut self.leads.all_mut()[lead];
            lead.gap = if lead.when == Some(Hinge::new(leaf, open)) { gap } else { OFF };
        }
    }

    /// Opens or shuts a door with all that must go with it; notes what changed.
    fn toggle(&mut self, leaf: usize, changed: &mut Vec<usize>) {
        let open = !self.open[leaf];
        let mut next = Some(leaf);
        while let Some(at) = next.filter(|&l| self.open[l] != open) {
            self.set(at, open);
            changed.push(at);
            if let Some(twin) = self.leaves[at].twin.filter(|&t| open && self.open[t]) {
                self.toggle(twin, changed);
            }
            next = if open { self.leaves[at].outer } else { self.leaves[at].inner };
        }
    }
}

/// Right end of all posts.
fn end(x: &[f64], half: &[f64]) -> f64 {
    x.iter().zip(half).map(|(x, half)| x + half).fold(0.0, f64::max)
}

/// Two stretches of places and all between them.
fn joined(a: (Place, Place), b: (Place, Place)) -> (Place, Place) {
    (a.0.min(b.0), a.1.max(b.1))
}

/// The distances by the place of the post that they end at.
fn leads(arcs: &[Hinged], place: &[Place]) -> Lists<Lead> {
    let lead = |&(arc, when): &Hinged| Lead { from: place[arc.from], when, gap: arc.gap };
    Lists::new(place.len(), arcs.iter().map(|hinged| (place[hinged.0.to].number(), lead(hinged))))
}

/// The distances from posts further right: the place that they end at and their number.
fn backwards(leads: &Lists<Lead>) -> Vec<(Place, Distance)> {
    let into = |p: Place| Distance::all(leads.range(p.number())).map(move |lead| (p, lead));
    let all = Place::all(0..leads.groups()).flat_map(into);
    all.filter(|&(p, lead)| leads.all()[lead].from > p).collect()
}

/// Number and distance of what depends on each leaf.
fn hinges(leads: &[Lead], leaves: usize) -> Lists<(Distance, f64)> {
    let all = Distance::all(0..leads.len()).zip(leads);
    Lists::new(leaves, all.filter_map(|(i, lead)| lead.when.map(|when| (when.leaf(), (i, lead.gap)))))
}

/// Places from and to which the distances of each leaf reach.
fn reaches(leads: &Lists<Lead>, leaves: usize) -> Vec<Option<(Place, Place)>> {
    let mut reaches = vec![None; leaves];
    for p in Place::all(0..leads.groups()) {
        for lead in leads.of(p.number()) {
            let Some(when) = lead.when else { continue };
            let own = (p, p.max(lead.from));
            let reach = &mut reaches[when.leaf()];
            *reach = Some(reach.map_or(own, |reach| joined(reach, own)));
        }
    }
    reaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::Options;
    use crate::graph::options;
    use crate::heights::place::heights;
    use crate::heights::rows::Rows;
    use crate::samples::{plain, plan, random};

    #[test]
    fn doors_make_a_flight_of_stairs_narrow_and_by_as_much_as_foreseen() {
        // Each card stands in the lane below its cause's.
        let wires: Vec<_> = (1..8).map(|i| (i - 1, i)).collect();
        let mut diagram = plain(8, 8, &wires);
        diagram.cards.iter_mut().enumerate().for_each(|(i, card)| card.lane = i);
        let (plan, options) = (plan(&diagram), options(&Options::default()));
        let task = plan.task(&options);
        let mut shut = vec![(true, true); wires.len()];
        let before = Fitted::hang(task, heights(task, &Rows::straight(8)), shut.clone(), false);
        let mut latch = Latch::new(task, &before);
        let foreseen = latch.search();
        latch.note(&mut shut);
        let after = Fitted::hang(task, before.base.clone(), shut, false);
        assert!(
            after.constraints.held && (after.constraints.end - foreseen).abs() < 0.5,
            "{} for {foreseen}",
            after.constraints.end
        );
        assert!(
            after.constraints.end < 0.6 * before.constraints.end,
            "{} from {}",
            after.constraints.end,
            before.constraints.end
        );
        // Seen from there it is no wider.
        assert!(Latch::new(task, &after).search() < after.constraints.end + 0.5);
    }

    #[test]
    fn doors_as_they_are_make_it_as_wide_as_it_is() {
        let (mut held, options) = (0, options(&Options::default()));
        for seed in 1..200 {
            let plan = plan(&random(seed));
            let task = plan.task(&options);
            let shut = vec![(false, false); task.graph.links.len()];
            let fitted = Fitted::hang(task, heights(task, &Rows::straight(task.graph.lanes)), shut, false);
            if fitted.constraints.held {
                held += 1;
                let end = Latch::new(task, &fitted).settle();
                assert!(end.is_some_and(|end| (end - fitted.constraints.end).abs() < 1e-3), "seed {seed}: {end:?}");
            }
        }
        assert!(held > 100, "{held} drawings");
    }
}
