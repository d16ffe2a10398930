//! From the checked diagram to drawings: a first one soon, then a better one if there is time.

use crate::base::work::Work;
use crate::choose::plan::Plan;
use crate::choose::tune::Tuner;
use crate::diagram::Options;
use crate::drawing::Drawing;
use crate::fit::cost::crossing_cost;
use crate::graph::Graph;
use crate::order::gaps::Levels;
use crate::order::search::Search;
use crate::order::weave::Weave;
use crate::rank::simplex::ranks;
use crate::rank::spread::{spread, squeeze};
use crate::rank::warm;

/// Cards and links up to which two balances of slack are tried.
const MOST_TRIED: usize = 600;
/// Diagrams with more links keep their order: no eye follows one line there.
const MOST_LEVELLED: usize = 300;
/// px of rise that one crossing is worth, and px of the unit that rises are counted in.
const CROSSING: f64 = 200.0;
const UNIT: f64 = 6.0;
/// Rounds of leading long links again.
const LEADS: usize = 2;
/// Shares of the fit below which spread ranks are used at once, or are worth a try.
const CLEARLY_THINNER: f64 = 0.7;
const THINNER: f64 = 0.93;
/// Widths of a column that are tried when slack is spread, as shares of its widest card's.
const NARROW: [f64; 4] = [1.0, 0.65, 0.45, 0.3];
/// Cards and links up to which all of them are tried, and how many of the orders are worth refining.
const MOST_BALANCED: usize = 160;
const REFINED: usize = 2;
/// Share of the crossings times the size that a later drawing may have left to take the place of the first one.
const WORTHWHILE: f64 = 0.94;
/// What running inside costs a returning link beyond its crossings, in crossings: as it is, and if it is declared.
const INSIDE: (i64, i64) = (0, 6);

/// Steps of a first drawing: some ms for what fits a window, and less than all else takes for thousands of cards.
fn first_steps(graph: &Graph) -> u64 {
    let size = (graph.count() + graph.links.len()) as u64;
    let each = if size > 400 { 24 } else { 32 };
    (each * size * size).min(40_000_000_000 / (size + 780))
}

/// Steps of a refined drawing: more for each card of a larger diagram, until waiting gets long.
fn refined_steps(graph: &Graph) -> u64 {
    let size = (graph.count() + graph.links.len()) as u64;
    (size * size * (24 + size.saturating_sub(240) / 10))
        .max((size.saturating_sub(60) * 28_000).min(1_600_000))
        .min(220_000_000)
}

/// A diagram on its way to a drawing.
pub(crate) struct Sketch<'a> {
    graph: &'a Graph,
    options: &'a Options,
    returning: Vec<bool>,
    /// Orders with different ranks, the first one best.
    weaves: Vec<Weave>,
    /// Made around an earlier drawing, which is not to be changed for less than clear gains.
    warm: bool,
}

impl<'a> Sketch<'a> {
    /// Chooses ranks and a first order.
    pub(crate) fn new(graph: &'a Graph, mut returning: Vec<bool>, options: &'a Options, work: &mut Work) -> Self {
        work.renew(first_steps(graph).min(options.effort), (0.0, 0.0));
        if let Some(ranks) = warm::ranks(graph, &mut returning) {
            return Self::settled(graph, returning, options, &squeeze(&ranks), work);
        }
        let (shortest, links) = ranks(graph, &returning);
        let size = graph.count() + graph.links.len();
        let mut tries = vec![squeeze(&shortest)];
        for &narrow in NARROW.iter().take(if size > MOST_BALANCED { 1 } else { NARROW.len() }) {
            let (share, thin) = spread(graph, &links, &shortest, narrow, options, work);
            if share < THINNER && !tries.contains(&thin) {
                tries.insert(if narrow == 1.0 { usize::from(share > CLEARLY_THINNER) } else { tries.len() }, thin);
            }
        }
        if size > MOST_TRIED {
            tries.truncate(1);
        }
        let mut sketch = Self { graph, options, returning, weaves: Vec::new(), warm: false };
        for ranks in tries {
            sketch.weaves.push(Weave::new(graph, &sketch.returning, &ranks));
        }
        let price = sketch.prices();
        Search::new(&mut sketch.weaves[0], price).first(work);
        sketch.level(0, 0.0, work);
        sketch
    }

    /// An order around the seats that the cards have.
    fn settled(graph: &'a Graph, returning: Vec<bool>, options: &'a Options, ranks: &[usize], work: &mut Work) -> Self {
        let mut weave = Weave::new(graph, &returning, ranks);
        weave.sort_by(&graph.seats.iter().map(|s| s.map_or(usize::MAX, |s| s.order)).collect::<Vec<_>>());
        let mut sketch = Self { graph, options, returning, weaves: Vec::new(), warm: true };
        Search::new(&mut weave, sketch.prices()).settle(&warm::new_cards(graph), work);
        sketch.weaves.push(weave);
        sketch.level(0, 0.0, work);
        sketch
    }

    /// The first drawing.
    pub(crate) fn first(&self) -> Drawing {
        Plan::new(self.graph, &self.weaves[0], self.options).drawing(&self.returning, self.options, self.warm)
    }

    /// The first drawing again, or a clearly better one.
    pub(crate) fn refined(mut self, first: Drawing, work: &mut Work) -> Drawing {
        if self.warm {
            return first;
        }
        let steps = refined_steps(self.graph).min(self.options.effort);
        let price = self.prices();
        let mut plans = Vec::new();
        let before = self.weaves[0].crossings();
        self.shortlist(work);
        let tries = self.weaves.len() as u64;
        for i in 0..self.weaves.len() {
            let share = |i: usize| i as f32 / tries as f32;
            work.renew(steps / tries, (share(i), share(i + 1)));
            Search::new(&mut self.weaves[i], price.clone()).refine(work);
            if work.stopped() {
                return first;
            }
            self.level(i, share(i + 1), work);
            if let Some(tuned) = self.tuner(&price).tune(&self.weaves[i], work) {
                self.weaves[i] = tuned;
                self.level(i, share(i + 1), work);
            }
            plans.push(Plan::new(self.graph, &self.weaves[i], self.options).led(self.options, LEADS));
        }
        let Some(plan) = self.most_promising(plans) else { return first };
        let (crossings, old) = (plan.crossings, self.cost(&first, before));
        let drawing = plan.drawing(&self.returning, self.options, true);
        // It must be worth it that everything jumps.
        let worth = self.cost(&drawing, crossings) <= WORTHWHILE * old;
        if worth || self.clearly_better((&drawing, crossings), (&first, before)) { drawing } else { first }
    }

    /// The plan to draw: which one folds best is seen well enough before anything is folded.
    fn most_promising(&self, mut plans: Vec<Plan>) -> Option<Plan> {
        if plans.len() < 2 {
            return plans.pop();
        }
        let scored = plans.into_iter().map(|plan| (plan.score(self.options), plan));
        scored.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, plan)| plan)
    }

    /// Fewer crossings or larger when fitted, neither much at the other's expense.
    fn clearly_better(&self, new: (&Drawing, u64), old: (&Drawing, u64)) -> bool {
        let fit = |d: &Drawing| d.width.max(d.height * self.options.aspect);
        // A crossing more or less is much only where there are more than a few.
        let crossings = (new.1 as f64 + 2.0) / (old.1 as f64 + 2.0);
        let size = fit(new.0) / fit(old.0);
        crossings * size <= WORTHWHILE && crossings < 1.1 && size < 1.1
    }

    /// What a finished drawing costs its reader: crossings, and the size when fitted to the window.
    fn cost(&self, drawing: &Drawing, crossings: u64) -> f64 {
        let (width, height) = (drawing.width, drawing.height * self.options.aspect);
        crossing_cost(self.graph) * crossings as f64 + width.max(height) + 0.1 * (width + height)
    }

    /// Gives every other order half of a first search, which tells enough of it, and keeps the most promising.
    fn shortlist(&mut self, work: &mut Work) {
        let price = self.prices();
        for i in 1..self.weaves.len() {
            work.renew(first_steps(self.graph).min(self.options.effort) / 2, (0.0, 0.0));
            Search::new(&mut self.weaves[i], price.clone()).first(work);
        }
        if self.weaves.len() > REFINED {
            let score = |weave: &Weave| Plan::new(self.graph, weave, self.options).score(self.options);
            let mut scored: Vec<(f64, Weave)> = self.weaves.iter().map(|w| (score(w), w.clone())).collect();
            scored.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.weaves = scored.into_iter().take(REFINED).map(|(_, weave)| weave).collect();
        }
    }

    /// Second thoughts about long links once heights are known: a line should not rise and fall for nothing.
    fn level(&mut self, which: usize, share: f32, work: &mut Work) {
        if self.graph.links.len() > MOST_LEVELLED || work.stopped() {
            return;
        }
        for _ in 0..2 {
            let weave = &mut self.weaves[which];
            let y = Plan::new(self.graph, weave, self.options).levels(self.options);
            let small = |y: f64| (y / UNIT).clamp(0.0, 3000.0) as i16;
            let y = weave.numbers().iter().map(|&n| y.get(n).map_or(0, |&y| small(y))).collect();
            work.renew(first_steps(self.graph).min(self.options.effort), (share, share));
            let price = vec![0; self.graph.links.len()];
            Search::new(weave, price).level(Levels { y, crossing: (CROSSING / UNIT) as i16 }, work);
        }
    }

    fn tuner<'t>(&'t self, price: &'t [i64]) -> Tuner<'t> {
        Tuner { graph: self.graph, returning: &self.returning, price, options: self.options }
    }

    fn prices(&self) -> Vec<i64> {
        let links = self.graph.links.iter().zip(&self.returning);
        links
            .map(|(l, r)| {
                if l.returns {
                    INSIDE.1
                } else if *r {
                    INSIDE.0
                } else {
                    0
                }
            })
            .collect()
    }
}
