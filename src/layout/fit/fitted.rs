//! Fits the drawing to the window: opens doors where they save width, and folds lanes while that lets it be larger.

use crate::base::geometry::{Point, half};
use crate::choose::sketch::SMALL;
use crate::compact::constraints::Web;
use crate::compact::posts::Scene;
use crate::compact::press::press;
use crate::compact::route::routes;
use crate::diagram::Seat;
use crate::drawing::{Band, Drawing};
use crate::fit::latch::Latch;
use crate::heights::place::{Heights, heights, heights_below};
use crate::heights::rows::Rows;
use crate::heights::task::Task;
use crate::heights::touch::touch;

/// Rounds of choosing doors.
const LATCHED: usize = 2;
/// Rounds of giving a lane one more row.
const FOLDS: usize = 12;
/// Lanes in a row for which one more row brought nothing until it is given up.
const MOST_FAILED: usize = 2;
/// Most links that may have doors, and most cards and bends that are folded: beyond that nobody reads at full view.
const MOST_OPENED: usize = 2000;
const MOST_FOLDED: usize = 1500;
/// Height up to which rows are tried, as a share of the height of a drawing of the same size.
const GIVEN_BACK: f64 = 0.91;
/// What a drawing may look larger than another one with every door open, and be smaller in the end; and cards and links
/// up to which that is looked into.
const HOPE: f64 = 1.03;
const MOST_HOPED: usize = 200;
/// How much larger a drawing may get for room before its arrow heads.
const AIRY: f64 = 1.04;
/// How many times as many rows as there is room for anyway all lanes are tried with.
const TALLER: [f64; 4] = [1.3, 1.7, 2.3, 3.2];

/// A finished drawing but for its lines.
pub(crate) struct Fitted {
    /// Before and after links are led to their ports.
    pub base: Heights,
    pub heights: Heights,
    /// Doors that are shut, by link: at the cause, at the effect.
    pub shut: Vec<(bool, bool)>,
    pub scene: Scene,
    pub web: Web,
}

impl Fitted {
    /// Everything as straight as it can be.
    pub(crate) fn new(task: Task) -> Self {
        Self::with_rows(task, &Rows::straight(task.graph.lanes))
    }

    /// The size that a drawing with these columns would have about.
    pub(crate) fn estimate(task: Task) -> f64 {
        let base = heights(task, &Rows::straight(task.graph.lanes));
        let shut = vec![(false, false); task.graph.links.len()];
        Self::hang(task, base, shut, true).size(task)
    }

    fn with_rows(task: Task, rows: &Rows) -> Self {
        Self::smaller(task, rows, f64::INFINITY).unwrap_or_else(|| Self::shut(task, heights(task, rows)))
    }

    /// The drawing with these rows if it has less than this size.
    pub(crate) fn smaller(task: Task, rows: &Rows, size: f64) -> Option<Self> {
        // The height alone may already be too much for the size, even if much of it is given back in the end.
        let base = heights_below(task, rows, GIVEN_BACK * size / task.options.aspect)?;
        Self::opened(task, base, size)
    }

    /// The drawing with these heights if it has less than this size.
    pub(crate) fn opened(task: Task, base: Heights, size: f64) -> Option<Self> {
        let links = task.graph.links.len();
        if links > MOST_OPENED {
            return Some(Self::shut(task, base));
        }
        // First as if every door could be had, then with those that are worth it.
        let mut shut = vec![(false, false); links];
        let hope = Self::hang(task, base, shut.clone(), true);
        let slack = if task.graph.count() + links > MOST_HOPED { 1.0 } else { HOPE };
        if hope.size(task) >= slack * size {
            return None;
        }
        for (link, exit) in hope.web.unreachable(&hope.scene) {
            close(&mut shut[link], exit);
        }
        let best = Self::hang(task, hope.base, shut, false).latched(task);
        let best = if best.web.held { best } else { Self::shut(task, best.base) };
        Some(best).filter(|b| b.size(task) < size)
    }

    /// With foreign lines clear of arrow heads, if that takes little room and the diagram is small enough to see it.
    fn airy(self, task: Task) -> Self {
        if task.graph.count() + task.graph.links.len() > SMALL {
            return self;
        }
        let airy = Task { airy: true, ..task };
        let other = Self::hang(airy, self.base.clone(), self.shut.clone(), false);
        if other.web.held && other.size(task) < AIRY * self.size(task) { other } else { self }
    }

    /// With other doors, if that makes it smaller or distances hold only then.
    fn latched(mut self, task: Task) -> Self {
        for _ in 0..LATCHED {
            let mut latch = Latch::new(task, &self);
            let end = latch.search();
            if self.web.held && end >= self.web.end - 0.5 {
                break;
            }
            let mut shut = self.shut.clone();
            latch.note(&mut shut);
            let other = Self::hang(task, self.base.clone(), shut, false);
            if self.web.held && !(other.web.held && other.size(task) < self.size(task)) {
                break;
            }
            self = other;
        }
        self
    }

    /// Without doors: all distances can be held.
    fn shut(task: Task, base: Heights) -> Self {
        Self::hang(task, base, vec![(true, true); task.graph.links.len()], false)
    }

    pub(crate) fn hang(task: Task, base: Heights, shut: Vec<(bool, bool)>, hope: bool) -> Self {
        let mut heights = base.clone();
        let touch = touch(task, &mut heights, &shut);
        let scene = Scene::new(task, &heights, &touch);
        let web = Web::new(task, &scene, hope);
        Self { base, heights, shut, scene, web }
    }

    /// Gives lanes more rows while the drawing can be shown larger for it.
    pub(crate) fn fold(self, task: Task) -> Self {
        if task.layers.at.len() > MOST_FOLDED {
            self
        } else {
            self.with_best_rows(task).0.nudge(task).latched(task).airy(task)
        }
    }

    /// The drawing with as many rows as suit it.
    pub(crate) fn with_best_rows(mut self, task: Task) -> (Self, Rows) {
        let mut rows = Rows::straight(task.graph.lanes);
        let two = Rows { least: vec![2; task.graph.lanes] };
        let natural = heights(task, &two).rows.into_iter().max().unwrap_or(2);
        self.better(task, &mut rows, two);
        let mut last = 2;
        for times in TALLER {
            let count = (natural as f64 * times).round() as usize;
            if self.height() * task.options.aspect > self.web.end {
                break;
            }
            if count > last {
                self.better(task, &mut rows, Rows { least: vec![count; task.graph.lanes] });
            }
            last = count;
        }
        let mut closed = vec![false; task.graph.lanes];
        let mut failed = 0;
        for _ in 0..FOLDS {
            let Some(lane) = self.web.tight_lane(task.graph, &self.scene, &closed) else { break };
            let mut next = rows.clone();
            next.least[lane] += 1;
            closed[lane] = !self.better(task, &mut rows, next);
            failed = if closed[lane] { failed + 1 } else { 0 };
            if failed >= MOST_FAILED {
                break;
            }
        }
        (self, rows)
    }

    /// The cards on the longest path.
    pub(crate) fn critical_cards(&self, task: Task) -> Vec<usize> {
        let critical = self.web.critical(&self.scene);
        (0..task.graph.count()).filter(|&c| critical[c]).collect()
    }

    /// Takes these rows if the drawing can be shown larger with them.
    fn better(&mut self, task: Task, rows: &mut Rows, next: Rows) -> bool {
        let Some(smaller) = Self::smaller(task, &next, self.size(task)) else { return false };
        (*self, *rows) = (smaller, next);
        true
    }

    pub(crate) fn height(&self) -> f64 {
        self.heights.tops.last().copied().unwrap_or(0.0)
    }

    /// What its reader pays: the window that it fits into, its own area and the length of its lines.
    pub(crate) fn size(&self, task: Task) -> f64 {
        let (width, height) = (self.web.end, self.height() * task.options.aspect);
        width.max(height) + 0.25 * (width * height).sqrt() + 0.01 * self.web.length(task.graph, &self.scene)
    }

    pub(crate) fn drawing(mut self, task: Task, returning: &[bool], seats: Vec<Seat>) -> Drawing {
        self.web.pull(task.graph, &self.scene);
        self.web.step_aside(task, &self.scene);
        if self.web.held && task.layers.at.len() <= MOST_FOLDED {
            press(task, &mut self.heights, &mut self.scene, &self.web);
        }
        let x = &self.web.x;
        let width = (self.web.end + task.options.margin).ceil();
        let y = &self.heights.y;
        let centres: Vec<Point> = (0..task.graph.count()).map(|c| (half(x[c]), y[c])).collect();
        let band = |t: &[f64]| Band { x: 0.0, y: t[0], w: width, h: t[1] - t[0] };
        Drawing {
            routes: routes(task, &self.scene, &centres, &self.web, returning),
            centres,
            lanes: self.heights.tops.windows(2).map(band).collect(),
            width,
            height: self.height(),
            seats,
        }
    }
}

/// Shuts the door of a link at its cause or at its effect.
fn close((cause, effect): &mut (bool, bool), exit: bool) {
    *(if exit { cause } else { effect }) = true;
}
