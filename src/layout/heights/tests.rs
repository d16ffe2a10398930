//! Heights of small orders: gaps kept, cards in their bands, ports on their sides, doors where lines turn away at once.

use crate::base::distances::{LEAST_PORT_GAP, PORT_CORNER, TIGHT};
use crate::diagram::{Diagram, Options};
use crate::graph::options;
use crate::heights::doors::{Door, step};
use crate::heights::place::{Heights, heights, heights_below};
use crate::heights::rows::Rows;
use crate::heights::task::Task;
use crate::heights::touch::{Touch, touch};
use crate::samples::{letters, plan, random};

/// Calls `check` with the order of a diagram and how it is drawn.
fn with_task(diagram: &Diagram, check: impl FnOnce(Task)) {
    let options = options(&Options::default());
    check(plan(diagram).task(&options));
}

/// How much nearer two neighbours of a column stand than they should, at worst, in px.
fn worst_gap(task: Task, y: &[f64]) -> f64 {
    let pairs = task.layers.columns.iter().flat_map(|c| c.windows(2));
    pairs.map(|p| task.frame.apart[p[1]] - (y[p[1]] - y[p[0]])).fold(0.0, f64::max)
}

/// Panics unless every card lies in its band.
fn check_bands(name: &str, task: Task, heights: &Heights) {
    for card in task.graph.cards() {
        let ((up, down), lane, y) = (task.frame.extent[card], task.graph.lane[card], heights.y[card]);
        let inside = y - up >= heights.tops[lane] && y + down <= heights.tops[lane + 1];
        assert!(inside, "{name}: {card:?} at {y} is not in its band {:?}", &heights.tops[lane..lane + 2]);
    }
}

#[test]
fn gaps_and_bands_are_kept() {
    for seed in 1..300 {
        with_task(&random(seed), |task| {
            let name = format!("seed {seed}");
            let mut found = heights(task, &Rows::straight(task.graph.lanes));
            check_bands(&name, task, &found);
            // Heights are rounded to half px, each by a quarter at most.
            assert!(worst_gap(task, &found.y) <= 0.5, "{name}: {} px too near", worst_gap(task, &found.y));
            let before = found.y.clone();
            touch(task, &mut found, &vec![(false, false); task.graph.links.len()]);
            assert!(worst_gap(task, &found.y) <= 0.5 + TIGHT, "{name}: lines that step aside may take a little");
            assert_eq!(before[..task.graph.count()], found.y[..task.graph.count()], "{name}: only bends move");
        });
    }
}

#[test]
fn bands_are_as_thin_as_their_fullest_column() {
    with_task(&letters("abcd / e ; ab ac ad ae"), |task| {
        let found = heights(task, &Rows::straight(2));
        let cards = 3.0 * 44.0 + 2.0 * task.options.node_gap;
        let column = task.frame.strip[1] + cards + task.options.lane_pad;
        assert_eq!(found.tops[1], column.ceil(), "b, c and d stand in one column");
        assert!(heights_below(task, &Rows::straight(2), found.tops[2]).is_none());
        assert!(heights_below(task, &Rows::straight(2), found.tops[2] + 1.0).is_some());
    });
}

#[test]
fn a_lane_in_rows_gives_each_column_another_row() {
    with_task(&letters("abcdef ; ab bc cd de ef"), |task| {
        let (straight, found) = (heights(task, &Rows::straight(1)), heights(task, &Rows { least: vec![2] }));
        assert!(straight.y[..6].iter().all(|y| *y == straight.y[0]), "{:?}", straight.y);
        assert!((0..5).all(|card| (found.y[card] - found.y[card + 1]).abs() > 44.0), "{:?}", found.y);
        assert_eq!((found.shelves[0].len(), found.rows[0]), (2, 2));
        check_bands("rows", task, &found);
    });
}

/// Where links touch their cards in straight rows, but for doors that are shut.
fn touched(task: Task, shut: (bool, bool)) -> (Heights, Touch) {
    let mut found = heights(task, &Rows::straight(task.graph.lanes));
    let touch = touch(task, &mut found, &vec![shut; task.graph.links.len()]);
    (found, touch)
}

#[test]
fn lines_that_turn_away_at_once_have_one_door() {
    // Stairs: each card lies in the lane below its cause's.
    with_task(&letters("a / b / c ; ab bc"), |task| {
        let doors = touched(task, (false, false)).1.doors;
        assert_eq!((doors.exit, doors.entry), (vec![Door::Base; 2], vec![Door::Side; 2]));
        let doors = touched(task, (true, false)).1.doors;
        assert_eq!((doors.exit, doors.entry), (vec![Door::Side; 2], vec![Door::Lid; 2]));
        let doors = touched(task, (true, true)).1.doors;
        assert_eq!((doors.exit, doors.entry), (vec![Door::Side; 2], vec![Door::Side; 2]));
    });
    with_task(&letters("c / b / a ; ab bc"), |task| {
        assert_eq!(touched(task, (false, false)).1.doors.exit, [Door::Lid; 2]);
    });
    with_task(&letters("abc ; ab bc"), |task| {
        assert_eq!(touched(task, (false, false)).1.doors.exit, [Door::Side; 2]);
    });
    // Loops stand over the top of a.
    with_task(&letters("b / a ; ab aa"), |task| {
        assert_eq!(touched(task, (false, false)).1.doors.exit, [Door::Side]);
    });
}

#[test]
fn doors_leave_room_for_the_first_turn() {
    let mut open = 0;
    for seed in 1..300 {
        with_task(&random(seed), |task| {
            let (found, touch) = touched(task, (false, false));
            for chain in &task.layers.chains {
                let (link, last) = (chain.link, chain.items.len() - 1);
                let next = if last == 1 { touch.ports.entry[link] } else { found.y[chain.items[1]] };
                let card = chain.items[0];
                let away = task.graph.size[card].1 / 2.0 + step(task.turned[link]);
                match touch.doors.exit[link] {
                    Door::Side => continue,
                    Door::Base => assert!(next >= found.y[card] + away, "seed {seed}, {link:?}"),
                    Door::Lid => assert!(next <= found.y[card] - away, "seed {seed}, {link:?}"),
                }
                assert!(last > 1 || touch.doors.entry[link] == Door::Side, "seed {seed}, {link:?}: two doors");
                open += 1;
            }
        });
    }
    assert!(open > 300, "{open} doors");
}

#[test]
fn ports_lie_on_their_sides_in_the_order_of_what_they_lead_to() {
    for seed in 1..300 {
        with_task(&random(seed), |task| {
            let (found, Touch { ports, doors }) = touched(task, (false, false));
            for card in task.graph.cards() {
                let reach = task.graph.size[card].1 / 2.0 - PORT_CORNER;
                let side = task.frame.right.of(card.number()).iter().filter(|end| doors.exit[end.link] == Door::Side);
                let y: Vec<f64> = side.map(|end| ports.exit[end.link]).collect();
                let on_side = |y: &f64| (y - found.y[card]).abs() <= reach.max(0.0) + 0.5;
                assert!(y.iter().all(on_side), "seed {seed}, {card:?}: {y:?}");
                assert!(y.is_sorted(), "seed {seed}, {card:?}: {y:?}");
                let pitch = (2.0 * reach / (y.len() as f64 - 1.0).max(1.0)).min(LEAST_PORT_GAP);
                assert!(y.windows(2).all(|p| p[1] - p[0] >= pitch - 0.5), "seed {seed}, {card:?}: {y:?}");
            }
        });
    }
}

#[test]
fn long_links_run_level_where_nothing_is_in_their_way() {
    // The link from a to f passes three columns.
    with_task(&letters("abcf / de ; ab bc cf ad de ef af"), |task| {
        let (found, touch) = touched(task, (false, false));
        let chain = task.layers.chains.iter().max_by_key(|c| c.items.len()).unwrap();
        let levels: Vec<f64> = chain.items[1..chain.items.len() - 1].iter().map(|&i| found.y[i]).collect();
        assert!(levels.len() == 2 && levels[0] == levels[1], "{levels:?}");
        assert_eq!(touch.ports.exit.len(), 7);
    });
}
