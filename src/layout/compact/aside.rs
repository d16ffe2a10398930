//! Room before arrow heads: where there is some, lines that pass a card keep further away from the sides that arrows
//! enter.

use crate::base::distances::HEAD_GAP;
use crate::compact::constraints::Constraints;
use crate::compact::posts::{Scene, heads};
use crate::heights::task::Task;

/// Moves lines away from arrow heads, and cards with arrow heads away from lines, as far as all distances allow;
/// nothing becomes wider.
pub(crate) fn step_aside(constraints: &mut Constraints, task: Task, scene: &Scene) {
    let wider = wider(constraints, task, scene);
    if wider.iter().all(|w| *w <= 0.0) {
        return;
    }
    let fixed = fixed(constraints);
    let Constraints { x, into, out, end, .. } = constraints;
    let mut first = x.clone();
    for &p in scene.order.iter().filter(|&&p| !fixed[p]) {
        let arcs = into.of(p.number()).iter();
        first[p] = arcs.map(|a| first[a.post] + a.gap).fold(scene.posts[p].least, f64::max).min(x[p]);
    }
    for &p in scene.order.iter().rev().filter(|&&p| !fixed[p]) {
        let arcs = out.of(p.number()).iter();
        let wish = arcs.map(|a| x[a.post] - a.gap - wider[a.arc]).fold(x[p], f64::min);
        x[p] = wish.max(first[p]);
    }
    let mut last = x.clone();
    for &p in scene.order.iter().rev().filter(|&&p| !fixed[p]) {
        let most = *end - scene.posts[p].half;
        last[p] = out.of(p.number()).iter().map(|a| last[a.post] - a.gap).fold(most, f64::min).max(x[p]);
    }
    for &p in scene.order.iter().filter(|&&p| !fixed[p]) {
        let arcs = into.of(p.number()).iter();
        let wish = arcs.map(|a| x[a.post] + a.gap + wider[a.arc]).fold(x[p], f64::max);
        x[p] = wish.min(last[p]);
    }
}

/// How much wider each distance should be.
fn wider(constraints: &Constraints, task: Task, scene: &Scene) -> Vec<f64> {
    let heads = heads(task, scene);
    let mut wider = vec![0.0; constraints.arcs.len()];
    for (wider, arc) in wider.iter_mut().zip(&constraints.arcs).take(constraints.seen) {
        let (left, right) = (&scene.posts[arc.from], &scene.posts[arc.to]);
        let passes = match (left.card, right.card) {
            (false, true) => heads[arc.to].0,
            (true, false) => heads[arc.from].1,
            _ => false,
        };
        if passes {
            *wider = (left.half + right.half + HEAD_GAP - arc.gap).max(0.0);
        }
    }
    wider
}

/// Posts that stay where they are: those that doors tie to each other, whichever stands further left.
fn fixed(constraints: &Constraints) -> Vec<bool> {
    let mut fixed = vec![false; constraints.x.len()];
    for arc in constraints.arcs.iter().filter(|a| constraints.place[a.from] > constraints.place[a.to]) {
        (fixed[arc.from], fixed[arc.to]) = (true, true);
    }
    fixed
}
