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
        let arcs = into.of(p).iter();
        first[p] = arcs.map(|a| first[a.1 as usize] + a.2).fold(scene.posts[p].least, f64::max).min(x[p]);
    }
    for &p in scene.order.iter().rev().filter(|&&p| !fixed[p]) {
        let arcs = out.of(p).iter();
        let wish = arcs.map(|a| x[a.1 as usize] - a.2 - wider[a.0 as usize]).fold(x[p], f64::min);
        x[p] = wish.max(first[p]);
    }
    let mut last = x.clone();
    for &p in scene.order.iter().rev().filter(|&&p| !fixed[p]) {
        let most = *end - scene.posts[p].half;
        last[p] = out.of(p).iter().map(|a| last[a.1 as usize] - a.2).fold(most, f64::min).max(x[p]);
    }
    for &p in scene.order.iter().filter(|&&p| !fixed[p]) {
        let arcs = into.of(p).iter();
        let wish = arcs.map(|a| x[a.1 as usize] + a.2 + wider[a.0 as usize]).fold(x[p], f64::max);
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

#[cfg(test)]
mod tests {
    use crate::diagram::{Diagram, Options};
    use crate::drawing::Drawing;
    use crate::layout;
    use crate::samples::random;

    /// Upright pieces of foreign links that stand closer than 16 px before the left side of a card that arrows enter.
    fn before_heads(diagram: &Diagram, drawing: &Drawing) -> usize {
        let enters = |card: usize| {
            let left = drawing.centres[card].0 - diagram.cards[card].width / 2.0;
            let ends = diagram.wires.iter().zip(&drawing.routes).filter(|(w, _)| w.to == card);
            ends.filter_map(|(_, r)| r.points.last()).any(|p| (p.0 - left).abs() < 0.6)
        };
        let mut found = 0;
        for card in (0..diagram.cards.len()).filter(|&c| enters(c)) {
            let ((x, y), own) = (drawing.centres[card], &diagram.cards[card]);
            let near = |p: &[(f64, f64)]| {
                let (top, bottom) = (p[0].1.min(p[1].1), p[0].1.max(p[1].1));
                let away = x - own.width / 2.0 - p[0].0;
                let beside = top < y + own.height / 2.0 && bottom > y - own.height / 2.0;
                (p[0].0 - p[1].0).abs() < 0.1 && bottom - top > 1.0 && beside && (0.0..15.9).contains(&away)
            };
            let foreign = diagram.wires.iter().zip(&drawing.routes).filter(|(w, _)| w.from != card && w.to != card);
            found += foreign.filter(|(_, r)| r.points.windows(2).any(near)).count();
        }
        found
    }

    #[test]
    fn foreign_lines_keep_away_from_arrow_heads_where_there_is_room() {
        let options = Options { effort: 150_000, ..Options::default() };
        let near: usize = (1..400).map(random).map(|d| before_heads(&d, &layout(&d, &options))).sum();
        // 84 have no room; it would be 321 without that distance held, and 410 if nobody stepped aside either.
        assert!(near < 130, "{near} lines");
    }
}
