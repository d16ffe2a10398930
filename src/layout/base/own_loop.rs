//! The line of a link from a card to itself: a small loop over the card's top.

use crate::base::distances::{LOOP_CLEAR, LOOP_CORNER, LOOP_HEIGHT, LOOP_RADIUS, LOOP_STEP};
use crate::base::geometry::{Point, half, rounded};

/// Loops of one card that are drawn apart; further ones lie on the last.
const MOST_LOOPS: usize = 6;

/// Free height in px that so many loops need above their card.
pub(crate) fn headroom(loops: usize) -> f64 {
    match loops {
        0 => 0.0,
        n => LOOP_HEIGHT + LOOP_STEP * (n.min(MOST_LOOPS) - 1) as f64 + LOOP_CLEAR,
    }
}

/// How far right of a card's centre so many loops stand, so that its top stays free for other lines, in px.
pub(crate) fn loops_aside(loops: usize, width: f64) -> f64 {
    let widest = loops.clamp(1, MOST_LOOPS) as f64 * LOOP_STEP;
    (width / 2.0 - widest - LOOP_CORNER).max(0.0)
}

/// The loop with this number, from 0, over a card of this centre and size, so far right of the centre; further loops
/// stand around the first.
pub(crate) fn own_loop((x, y): Point, (width, height): (f64, f64), aside: f64, number: usize) -> Vec<Point> {
    let step = number.min(MOST_LOOPS - 1) as f64;
    let reach = ((step + 1.0) * LOOP_STEP).min(width / 2.0 - 1.0).max(1.0);
    let (top, over) = (y - height / 2.0, y - height / 2.0 - LOOP_HEIGHT - LOOP_STEP * step);
    let (from, to) = (half(x + aside - reach), half(x + aside + reach));
    rounded(&[(from, top), (from, over), (to, over), (to, top)], LOOP_RADIUS)
}
