//! What is tried makes drawings smaller, and what is kept holds.

use crate::base::index::Post;
use crate::diagram::{Diagram, Options};
use crate::fit::fitted::Fitted;
use crate::fit::fold::{fold, smaller, straight, with_best_rows};
use crate::fit::nudge::nudge;
use crate::graph::options;
use crate::heights::rows::Rows;
use crate::heights::task::Task;
use crate::samples::{letters, plan, random};

fn with_task(diagram: &Diagram, check: impl FnOnce(Task)) {
    let options = options(&Options::default());
    check(plan(diagram).task(&options));
}

#[test]
fn doors_and_rows_are_had_only_where_they_make_the_drawing_smaller() {
    let (mut narrower, mut folded_more) = (0, 0);
    for seed in 1..150 {
        with_task(&random(seed), |task| {
            let shut = Fitted::shut(task, straight(task).base);
            let open = straight(task);
            assert!(open.constraints.held && shut.constraints.held, "seed {seed}");
            narrower += usize::from(open.size(task) < shut.size(task) - 1.0);
            let size = open.size(task);
            let (rows, least) = with_best_rows(open, task);
            assert!(rows.size(task) <= size && rows.constraints.held, "seed {seed}");
            folded_more += usize::from(least.least.iter().any(|&rows| rows > 1));
            let size = rows.size(task);
            let nudged = nudge(rows, task);
            // What it counts is size and how many cards stand on longest paths, at a quarter px each.
            let most = size + 0.25 * task.graph.count() as f64;
            assert!(nudged.size(task) <= most && nudged.constraints.held, "seed {seed}");
            let folded = fold(straight(task), task);
            assert!(folded.constraints.held, "seed {seed}");
        });
    }
    assert!(narrower > 50 && folded_more > 20, "{narrower} narrower for doors, {folded_more} folded");
}

#[test]
fn a_drawing_is_given_only_if_it_is_smaller_than_asked_for() {
    with_task(&letters("abc / def / g ; ad de be cg fg af"), |task| {
        let rows = Rows::straight(3);
        let size = smaller(task, &rows, f64::INFINITY).unwrap().size(task);
        assert!(smaller(task, &rows, size).is_none());
        assert!(smaller(task, &rows, size + 0.1).is_some());
    });
}

#[test]
fn a_longest_path_runs_from_the_left_edge_to_the_right() {
    for seed in 1..100 {
        with_task(&random(seed), |task| {
            let fitted = straight(task);
            let critical = fitted.constraints.critical(&fitted.scene);
            let edges = |post: Post| {
                let (x, own) = (fitted.constraints.x[post], &fitted.scene.posts[post]);
                (x - own.least < 0.02, x + own.half > fitted.constraints.end - 0.02)
            };
            let on_path = fitted.scene.all().filter(|&post| critical[post]).map(edges);
            let (first, last) = on_path.fold((false, false), |found, edge| (found.0 | edge.0, found.1 | edge.1));
            assert!(first && last, "seed {seed}");
            let cards = fitted.critical_cards(task);
            assert!(cards.iter().all(|&card| critical[card]), "seed {seed}: {cards:?}");
        });
    }
}
