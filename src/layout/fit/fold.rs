//! Fits the drawing to the window: opens doors where they save width, and folds lanes while that lets it be larger.

use crate::fit::cost::is_small;
use crate::fit::fitted::{Fitted, may_fold};
use crate::fit::latch::Latch;
use crate::fit::nudge::nudge;
use crate::heights::place::{Heights, heights, heights_below};
use crate::heights::rows::Rows;
use crate::heights::task::Task;

/// Rounds of choosing doors.
const LATCHED: usize = 2;
/// Rounds of giving a lane one more row.
const FOLDS: usize = 12;
/// Lanes in a row for which one more row brought nothing until it is given up.
const MOST_FAILED: usize = 2;
/// Most links that may have doors: beyond that nobody reads at full view.
const MOST_OPENED: usize = 2000;
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

/// Everything as straight as it can be.
pub(crate) fn straight(task: Task) -> Fitted {
    let rows = Rows::straight(task.graph.lanes);
    smaller(task, &rows, f64::INFINITY).unwrap_or_else(|| Fitted::shut(task, heights(task, &rows)))
}

/// The drawing with these rows if it has less than this size.
pub(crate) fn smaller(task: Task, rows: &Rows, size: f64) -> Option<Fitted> {
    // The height alone may already be too much for the size, even if much of it is given back in the end.
    let base = heights_below(task, rows, GIVEN_BACK * size / task.options.aspect)?;
    opened(task, base, size)
}

/// The drawing with these heights if it has less than this size.
pub(crate) fn opened(task: Task, base: Heights, size: f64) -> Option<Fitted> {
    let links = task.graph.links.len();
    if links > MOST_OPENED {
        return Some(Fitted::shut(task, base));
    }
    // First as if every door could be had, then with those that are worth it.
    let mut shut = vec![(false, false); links];
    let hope = Fitted::hang(task, base, shut.clone(), true);
    let slack = if task.graph.count() + links > MOST_HOPED { 1.0 } else { HOPE };
    if hope.size(task) >= slack * size {
        return None;
    }
    for (link, exit) in hope.constraints.unreachable(&hope.scene) {
        close(&mut shut[link], exit);
    }
    let best = latched(Fitted::hang(task, hope.base, shut, false), task);
    let best = if best.constraints.held { best } else { Fitted::shut(task, best.base) };
    Some(best).filter(|b| b.size(task) < size)
}

/// With foreign lines clear of arrow heads, if that takes little room and the diagram is small enough to see it.
fn airy(fitted: Fitted, task: Task) -> Fitted {
    if !is_small(task.graph) {
        return fitted;
    }
    let airy = Task { airy: true, ..task };
    let other = Fitted::hang(airy, fitted.base.clone(), fitted.shut.clone(), false);
    if other.constraints.held && other.size(task) < AIRY * fitted.size(task) { other } else { fitted }
}

/// With other doors, if that makes it smaller or distances hold only then.
fn latched(mut fitted: Fitted, task: Task) -> Fitted {
    for _ in 0..LATCHED {
        let mut latch = Latch::new(task, &fitted);
        let end = latch.search();
        if fitted.constraints.held && end >= fitted.constraints.end - 0.5 {
            break;
        }
        let mut shut = fitted.shut.clone();
        latch.note(&mut shut);
        let other = Fitted::hang(task, fitted.base.clone(), shut, false);
        if fitted.constraints.held && !(other.constraints.held && other.size(task) < fitted.size(task)) {
            break;
        }
        fitted = other;
    }
    fitted
}

/// Gives lanes more rows while the drawing can be shown larger for it.
pub(crate) fn fold(fitted: Fitted, task: Task) -> Fitted {
    if !may_fold(task) {
        return fitted;
    }
    let (fitted, _) = with_best_rows(fitted, task);
    airy(latched(nudge(fitted, task), task), task)
}

/// The drawing with as many rows as suit it.
pub(crate) fn with_best_rows(mut fitted: Fitted, task: Task) -> (Fitted, Rows) {
    let mut rows = Rows::straight(task.graph.lanes);
    let two = Rows { least: vec![2; task.graph.lanes] };
    let natural = heights(task, &two).rows.into_iter().max().unwrap_or(2);
    better(&mut fitted, task, &mut rows, two);
    let mut last = 2;
    for times in TALLER {
        let count = (natural as f64 * times).round() as usize;
        if fitted.height() * task.options.aspect > fitted.constraints.end {
            break;
        }
        if count > last {
            better(&mut fitted, task, &mut rows, Rows { least: vec![count; task.graph.lanes] });
        }
        last = count;
    }
    let mut closed = vec![false; task.graph.lanes];
    let mut failed = 0;
    for _ in 0..FOLDS {
        let Some(lane) = fitted.constraints.tight_lane(task.graph, &fitted.scene, &closed) else { break };
        let mut next = rows.clone();
        next.least[lane] += 1;
        closed[lane] = !better(&mut fitted, task, &mut rows, next);
        failed = if closed[lane] { failed + 1 } else { 0 };
        if failed >= MOST_FAILED {
            break;
        }
    }
    (fitted, rows)
}

/// Takes these rows if the drawing can be shown larger with them.
fn better(fitted: &mut Fitted, task: Task, rows: &mut Rows, next: Rows) -> bool {
    let Some(smaller) = smaller(task, &next, fitted.size(task)) else { return false };
    (*fitted, *rows) = (smaller, next);
    true
}

/// Shuts the door of a link at its cause or at its effect.
fn close((cause, effect): &mut (bool, bool), exit: bool) {
    *(if exit { cause } else { effect }) = true;
}
