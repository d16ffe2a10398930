//! Compaction of small orders: every distance held, nothing wider for being pulled, lower heights where there is room.

use crate::base::distances::{BEND_RADIUS, HEAD_GAP, RISER_CARD_GAP};
use crate::base::index::{Item, Post};
use crate::compact::aside::step_aside;
use crate::compact::constraints::Constraints;
use crate::compact::posts::{Scene, Stand, heads};
use crate::compact::press::press;
use crate::compact::route::routes;
use crate::diagram::{Diagram, Options};
use crate::graph::options;
use crate::heights::place::{Heights, heights};
use crate::heights::rows::Rows;
use crate::heights::task::Task;
use crate::heights::touch::touch;
use crate::samples::{letters, plan, random};

/// Posts and distances of an order with straight rows.
struct Packed {
    heights: Heights,
    scene: Scene,
    constraints: Constraints,
}

fn packed(task: Task, shut: bool) -> Packed {
    let mut heights = heights(task, &Rows::straight(task.graph.lanes));
    let touch = touch(task, &mut heights, &vec![(shut, shut); task.graph.links.len()]);
    let scene = Scene::new(task, &heights, &touch);
    let constraints = Constraints::new(task, &scene, false);
    Packed { heights, scene, constraints }
}

fn with_task(diagram: &Diagram, check: impl FnOnce(Task)) {
    let options = options(&Options::default());
    check(plan(diagram).task(&options));
}

/// How far the distance is from being held that is held least, in px.
fn worst(constraints: &Constraints) -> f64 {
    let short = constraints.arcs.iter().map(|a| a.gap - (constraints.x[a.to] - constraints.x[a.from]));
    short.fold(0.0, f64::max)
}

/// Panics unless posts that stand side by side at some height keep their order and do not touch.
fn check_apart(name: &str, Packed { scene, constraints, .. }: &Packed) {
    for (i, &p) in scene.order.iter().enumerate() {
        for &q in &scene.order[i + 1..] {
            let (a, b) = (&scene.posts[p], &scene.posts[q]);
            if a.top < b.bottom && b.top < a.bottom && a.top < a.bottom && b.top < b.bottom {
                let free = constraints.x[q] - b.half - constraints.x[p] - a.half;
                assert!(free > 0.0, "{name}: {a:?} at {} and {b:?} at {}", constraints.x[p], constraints.x[q]);
            }
        }
    }
}

#[test]
fn every_distance_is_held() {
    let (mut held, mut count) = (0, 0);
    for seed in 1..300 {
        with_task(&random(seed), |task| {
            let name = format!("seed {seed}");
            let shut = packed(task, true);
            assert!(shut.constraints.held && worst(&shut.constraints) < 1e-5, "{name}: without doors");
            check_apart(&name, &shut);
            let mut open = packed(task, false);
            count += 1;
            if open.constraints.held {
                held += 1;
                let end = open.constraints.end;
                assert!(worst(&open.constraints) < 1e-5, "{name}");
                open.constraints.pull(task.graph, &open.scene);
                assert!(worst(&open.constraints) < 1e-5, "{name}: pulled");
                step_aside(&mut open.constraints, task, &open.scene);
                assert!(worst(&open.constraints) < 1e-5, "{name}: stepped aside");
                let inside = |(post, x): (&Stand, &f64)| {
                    x - post.half >= post.least - post.half - 1e-6 && x + post.half <= end + 1e-6
                };
                assert!(open.scene.posts.iter().zip(&open.constraints.x).all(inside), "{name}: no wider");
                check_apart(&name, &open);
            }
        });
    }
    assert!(held * 2 > count, "{held} of {count} with all their doors");
}

#[test]
fn nothing_can_stand_further_left() {
    for seed in 1..100 {
        with_task(&random(seed), |task| {
            let Packed { scene, constraints, .. } = packed(task, true);
            for p in scene.all() {
                let arcs = constraints.arcs.iter().filter(|a| a.to == p);
                let least = arcs.map(|a| constraints.x[a.from] + a.gap).fold(scene.posts[p].least, f64::max);
                assert!((constraints.x[p] - least).abs() < 1e-5, "seed {seed}: {p:?}");
            }
            let last = constraints.last(&scene);
            let slack = |p: Post| last[p] - constraints.x[p];
            let critical = constraints.critical(&scene);
            assert!(scene.all().all(|p| slack(p) > -1e-5 && (!critical[p] || slack(p) < 0.011)), "seed {seed}");
        });
    }
}

#[test]
fn foreign_lines_keep_clear_of_heads_where_that_is_asked_for() {
    for seed in 1..200 {
        with_task(&random(seed), |task| {
            let Packed { scene, .. } = packed(task, true);
            let constraints = Constraints::new(Task { airy: true, ..task }, &scene, false);
            let heads = heads(task, &scene);
            for arc in constraints.arcs.iter().take(constraints.seen) {
                let (a, b) = (&scene.posts[arc.from], &scene.posts[arc.to]);
                let enters = !a.card && b.card && heads[arc.to].0 || a.card && !b.card && heads[arc.from].1;
                let least = if enters { HEAD_GAP } else { RISER_CARD_GAP };
                assert!(a.card == b.card || arc.gap - a.half - b.half == least, "seed {seed}: {arc:?}");
            }
        });
    }
}

#[test]
fn pressing_gives_height_back_and_moves_nothing_across() {
    let mut saved = 0.0;
    for seed in 1..300 {
        with_task(&random(seed), |task| {
            let Packed { mut heights, mut scene, constraints } = packed(task, true);
            let before = heights.clone();
            press(task, &mut heights, &mut scene, &constraints);
            let height = |heights: &Heights| heights.tops[heights.tops.len() - 1];
            assert!(height(&heights) <= height(&before), "seed {seed}");
            assert!(heights.tops.is_sorted() && heights.tops[0] == 0.0, "seed {seed}: {:?}", heights.tops);
            saved += height(&before) - height(&heights);
            let x = |card: Item| (constraints.x[card], task.graph.size[card].0 / 2.0);
            for (a, b) in task.graph.cards().flat_map(|a| task.graph.cards().map(move |b| (a, b))) {
                let over = (x(a).0 - x(b).0).abs() < x(a).1 + x(b).1;
                let gap = |h: &Heights| h.y[b] - h.y[a] - (task.frame.extent[a].1 + task.frame.extent[b].0);
                let least = gap(&before).min(task.options.node_gap);
                assert!(
                    !(over && gap(&before) >= 0.0) || gap(&heights) >= least - 0.01,
                    "seed {seed}: {a:?} over {b:?}"
                );
            }
        });
    }
    assert!(saved > 1000.0, "{saved} px");
}

#[test]
fn lines_run_from_card_to_card_and_loops_over_theirs() {
    with_task(&letters("ab / c ; ab bc aa aa !ca"), |task| {
        let Packed { heights, scene, constraints } = packed(task, true);
        let centres: Vec<(f64, f64)> = (0..3).map(|c| (constraints.x[c], heights.y[c])).collect();
        let returning: Vec<bool> = task.graph.links.iter().map(|l| l.returns).collect();
        let routes = routes(task, &scene, &centres, &constraints, &returning);
        // Links sort by cause and effect; the wires are numbered as they were given.
        let (first, last) = (|wire: usize| routes[wire].points[0], |wire: usize| *routes[wire].points.last().unwrap());
        assert_eq!((first(0).0, last(0).0), (centres[0].0 + 60.0, centres[1].0 - 60.0));
        assert_eq!(routes.iter().map(|r| r.returns).collect::<Vec<_>>(), [false, false, false, false, true]);
        for wire in [2, 3] {
            let highest = routes[wire].points.iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
            assert_eq!((first(wire).1, last(wire).1), (centres[0].1 - 22.0, centres[0].1 - 22.0));
            assert_eq!(highest, centres[0].1 - 22.0 - 18.0 - 8.0 * (wire - 2) as f64);
        }
        let slanted = |p: &[(f64, f64)]| {
            let (dx, dy) = ((p[1].0 - p[0].0).abs(), (p[1].1 - p[0].1).abs());
            dx.min(dy) > 0.1 && dx.max(dy) > BEND_RADIUS
        };
        assert!(routes.iter().all(|r| !r.points.windows(2).any(slanted)));
    });
}
