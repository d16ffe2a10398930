//! A drawing that is finished but for its lines: what it is, how large it is, and how it is drawn.

use crate::base::geometry::{Point, half};
use crate::compact::aside::step_aside;
use crate::compact::constraints::Constraints;
use crate::compact::posts::Scene;
use crate::compact::press::press;
use crate::compact::route::routes;
use crate::diagram::Seat;
use crate::drawing::{Band, Drawing};
use crate::heights::place::{Heights, heights};
use crate::heights::rows::Rows;
use crate::heights::task::Task;
use crate::heights::touch::touch;

/// Most cards and bends that are folded or pressed: beyond that nobody reads at full view.
const MOST_FOLDED: usize = 1500;

/// Whether the drawing is small enough to be folded and pressed.
pub(crate) fn may_fold(task: Task) -> bool {
    task.layers.at.len() <= MOST_FOLDED
}

/// A finished drawing but for its lines.
pub(crate) struct Fitted {
    /// Before and after links are led to their ports.
    pub base: Heights,
    pub heights: Heights,
    /// Doors that are shut, by link: at the cause, at the effect.
    pub shut: Vec<(bool, bool)>,
    pub scene: Scene,
    pub constraints: Constraints,
}

impl Fitted {
    /// The size that a drawing with these columns would have about.
    pub(crate) fn estimate(task: Task) -> f64 {
        let base = heights(task, &Rows::straight(task.graph.lanes));
        let shut = vec![(false, false); task.graph.links.len()];
        Self::hang(task, base, shut, true).size(task)
    }

    /// Without doors: all distances can be held.
    pub(crate) fn shut(task: Task, base: Heights) -> Self {
        Self::hang(task, base, vec![(true, true); task.graph.links.len()], false)
    }

    /// Hangs everything on these heights: chooses among the doors that are not shut, finds where links touch their
    /// cards, and pushes all of it to the left; in `hope` as if every such door could be had for nothing.
    pub(crate) fn hang(task: Task, base: Heights, shut: Vec<(bool, bool)>, hope: bool) -> Self {
        let mut heights = base.clone();
        let touch = touch(task, &mut heights, &shut);
        let scene = Scene::new(task, &heights, &touch);
        let constraints = Constraints::new(task, &scene, hope);
        Self { base, heights, shut, scene, constraints }
    }

    /// The cards on the longest path.
    pub(crate) fn critical_cards(&self, task: Task) -> Vec<usize> {
        let critical = self.constraints.critical(&self.scene);
        (0..task.graph.count()).filter(|&c| critical[c]).collect()
    }

    /// Full height in px.
    pub(crate) fn height(&self) -> f64 {
        self.heights.tops.last().copied().unwrap_or(0.0)
    }

    /// What its reader pays: the window that it fits into, its own area and the length of its lines.
    pub(crate) fn size(&self, task: Task) -> f64 {
        let (width, height) = (self.constraints.end, self.height() * task.options.aspect);
        width.max(height) + 0.25 * (width * height).sqrt() + 0.01 * self.constraints.length(task.graph, &self.scene)
    }

    /// Draws it: everything is pulled to what it is linked with, room before arrow heads is taken where there is some,
    /// needless height is given back, and lines get their corners.
    pub(crate) fn drawing(mut self, task: Task, returning: &[bool], seats: Vec<Seat>) -> Drawing {
        self.constraints.pull(task.graph, &self.scene);
        step_aside(&mut self.constraints, task, &self.scene);
        if self.constraints.held && may_fold(task) {
            press(task, &mut self.heights, &mut self.scene, &self.constraints);
        }
        let x = &self.constraints.x;
        let width = (self.constraints.end + task.options.margin).ceil();
        let y = &self.heights.y;
        let centres: Vec<Point> = (0..task.graph.count()).map(|c| (half(x[c]), y[c])).collect();
        let band = |t: &[f64]| Band { x: 0.0, y: t[0], w: width, h: t[1] - t[0] };
        Drawing {
            routes: routes(task, &self.scene, &centres, &self.constraints, returning),
            centres,
            lanes: self.heights.tops.windows(2).map(band).collect(),
            width,
            height: self.height(),
            seats,
        }
    }
}
