//! From the checked diagram to drawings: a first one soon, then a better one if there is time.

use super::clean::Graph;
use super::fit::Fitted;
use super::gaps::Levels;
use super::layers::Layers;
use super::place::{Task, heights};
use super::rank::ranks;
use super::returning::Detours;
use super::rows::Rows;
use super::search::Search;
use super::spread::{spread, squeeze};
use super::warm;
use super::weave::Weave;
use super::work::Work;
use super::{Drawing, Options, Seat};

/// Cards and links up to which two balances of slack are tried.
const MOST_TRIED: usize = 600;
/// Diagrams with more links keep their order: no eye follows one line there.
const MOST_LEVELLED: usize = 300;
/// px of rise that one crossing is worth, and px of the unit that rises are counted in.
const CROSSING: f64 = 300.0;
const UNIT: f64 = 6.0;
/// px of size that one crossing is worth when orders are compared.
const CROSSING_COST: f64 = 60.0;
/// Shares of the fit below which spread ranks are used at once, or are worth a try.
const CLEARLY_THINNER: f64 = 0.7;
const THINNER: f64 = 0.93;
/// What running inside costs a returning link beyond its crossings, in crossings: as it is, and if it is declared.
const INSIDE: (i64, i64) = (0, 6);

/// Steps of a first drawing: some ms for what fits a window, and less than all else takes for thousands of cards.
fn first_steps(graph: &Graph) -> u64 {
    let size = (graph.count() + graph.links.len()) as u64;
    (32 * size * size).min(31_200_000_000 / (size + 780))
}

/// Steps of a refined drawing: more for each card of a larger diagram, until waiting gets long.
fn refined_steps(graph: &Graph) -> u64 {
    let size = (graph.count() + graph.links.len()) as u64;
    (size * size * (54 + size / 7)).max((size.saturating_sub(60) * 48_000).min(3_200_000)).min(130_000_000)
}

/// A diagram on its way to a drawing.
pub(super) struct Sketch<'a> {
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
    pub(super) fn new(graph: &'a Graph, mut returning: Vec<bool>, options: &'a Options, work: &mut Work) -> Self {
        work.renew(first_steps(graph).min(options.effort), (0.0, 0.0));
        if let Some(ranks) = warm::ranks(graph, &mut returning) {
            return Self::settled(graph, returning, options, &squeeze(&ranks), work);
        }
        let (shortest, links) = ranks(graph, &returning);
        let (share, thin) = spread(graph, &links, &shortest, options, work);
        let mut tries = vec![squeeze(&shortest)];
        if share < THINNER {
            tries.insert(usize::from(share > CLEARLY_THINNER), thin);
        }
        if graph.count() + graph.links.len() > MOST_TRIED {
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
    pub(super) fn first(&self) -> Drawing {
        Plan::new(self.graph, &self.weaves[0]).drawing(&self.returning, self.options, self.warm)
    }

    /// The first drawing again, or a clearly better one.
    pub(super) fn refined(mut self, first: Drawing, work: &mut Work) -> Drawing {
        if self.warm {
            return first;
        }
        let steps = refined_steps(self.graph).min(self.options.effort);
        let price = self.prices();
        let mut best: Option<(f64, Plan)> = None;
        let (tries, before) = (self.weaves.len() as u64, self.weaves[0].crossings());
        for i in 0..self.weaves.len() {
            let share = |i: usize| i as f32 / tries as f32;
            work.renew(steps / tries, (share(i), share(i + 1)));
            let mut search = Search::new(&mut self.weaves[i], price.clone());
            if i > 0 {
                search.first(work);
            }
            search.refine(work);
            if work.stopped() {
                return first;
            }
            self.level(i, share(i + 1), work);
            let plan = Plan::new(self.graph, &self.weaves[i]);
            // One order alone needs no score.
            let score = if tries > 1 { plan.score(self.options) } else { 0.0 };
            if best.as_ref().is_none_or(|b| score < b.0) {
                best = Some((score, plan));
            }
        }
        let Some((_, plan)) = best else { return first };
        let crossings = plan.crossings;
        let new = plan.drawing(&self.returning, self.options, true);
        if self.clearly_better((&new, crossings), (&first, before)) { new } else { first }
    }

    /// Second thoughts about long links once heights are known: a line should not rise and fall for nothing.
    fn level(&mut self, which: usize, share: f32, work: &mut Work) {
        if self.graph.links.len() > MOST_LEVELLED || work.stopped() {
            return;
        }
        for _ in 0..2 {
            let weave = &mut self.weaves[which];
            let y = Plan::new(self.graph, weave).levels(self.options);
            let small = |y: f64| (y / UNIT).clamp(0.0, 3000.0) as i16;
            let y = weave.numbers().iter().map(|&n| y.get(n).map_or(0, |&y| small(y))).collect();
            work.renew(first_steps(self.graph).min(self.options.effort), (share, share));
            let price = vec![0; self.graph.links.len()];
            Search::new(weave, price).level(Levels { y, crossing: (CROSSING / UNIT) as i16 }, work);
        }
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

    /// Whether it is worth it that everything jumps: a tenth fewer crossings or a tenth larger when fitted.
    fn clearly_better(&self, new: (&Drawing, u64), old: (&Drawing, u64)) -> bool {
        let fit = |d: &Drawing| d.width.max(d.height * self.options.aspect);
        let crossings = new.1 as f64 / old.1.max(1) as f64;
        let size = fit(new.0) / fit(old.0);
        (crossings <= 0.9 && size < 1.1) || (size <= 0.9 && crossings < 1.1)
    }
}

/// An order of the columns in the form that the later stages draw.
struct Plan {
    /// With the links turned round that are laid out against their direction.
    graph: Graph,
    turned: Vec<bool>,
    layers: Layers,
    detours: Detours,
    seats: Vec<Seat>,
    crossings: u64,
}

impl Plan {
    fn new(graph: &Graph, weave: &Weave) -> Self {
        let turned = weave.turned();
        let (graph, layers) = (graph.with_turned(&turned), weave.layers());
        let detours = Detours::new(&graph, &layers);
        Self { graph, turned, layers, detours, seats: seats(weave), crossings: weave.crossings() }
    }

    fn task<'a>(&'a self, options: &'a Options) -> Task<'a> {
        Task { graph: &self.graph, layers: &self.layers, detours: &self.detours, turned: &self.turned, options }
    }

    /// y of all items with every lane in one row.
    fn levels(&self, options: &Options) -> Vec<f64> {
        heights(self.task(options), &Rows::straight(self.graph.lanes)).y
    }

    /// What a drawing with this order costs its reader: crossings, and the size when fitted to the window.
    fn score(&self, options: &Options) -> f64 {
        CROSSING_COST * self.crossings as f64 + Fitted::estimate(self.task(options))
    }

    /// The drawing, folded to suit the window if there is time.
    fn drawing(self, returning: &[bool], options: &Options, fold: bool) -> Drawing {
        let task = self.task(options);
        let fitted = Fitted::new(task);
        let fitted = if fold { fitted.fold(task) } else { fitted };
        fitted.drawing(task, returning, self.seats.clone())
    }
}

/// Where the cards sit.
fn seats(weave: &Weave) -> Vec<Seat> {
    let mut seats = vec![Seat::default(); weave.cards as usize];
    let mut order = std::collections::BTreeMap::new();
    for (rank, column) in weave.columns.iter().enumerate() {
        order.clear();
        for &card in column.iter().filter(|&&i| i < weave.cards) {
            let next: &mut usize = order.entry(weave.lane[card as usize]).or_default();
            seats[card as usize] = Seat { rank, order: *next };
            *next += 1;
        }
    }
    seats
}
