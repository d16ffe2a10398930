//! Small moves that let a drawing be shown larger: cards on its longest path try the other rows of their lane.
//!
//! A move is only tried where the posts that a card would see in its new row leave hope that the longest path does not
//! grow.

use std::collections::BTreeSet;

use crate::base::distances::{FORESEEN_CARD_GAP, FORESEEN_LEADS, FORESEEN_LINE_GAP, OTHER_ROW};
use crate::base::index::{Item, Post};
use crate::compact::posts::Stand;
use crate::fit::fitted::Fitted;
use crate::heights::doors::Door;
use crate::heights::place::in_row;
use crate::heights::task::Task;

/// Most moves that are tried, and moves times the square of the number of cards and links.
const MOST_TRIED: usize = 30;
const MOST_SET: usize = 900_000;
/// px of size that one card on the longest path is worth.
const CRITICAL: f64 = 0.25;
/// How much longer than the longest path one may look to be worth a try, in px: foreseeing is rough.
const HOPE: f64 = 80.0;

/// The first or last riser of a link at a card's side.
#[derive(Clone, Copy, Debug)]
struct Beside {
    riser: Post,
    /// Height at which the link runs on from it, away from the card.
    level: f64,
    /// Whether it stands right of the card.
    leaves: bool,
}

/// Moves cards of the longest path as long as that makes the drawing smaller.
pub(crate) fn nudge(mut fitted: Fitted, task: Task) -> Fitted {
    if fitted.base.shelves.iter().all(|s| s.len() < 2) {
        return fitted;
    }
    let mut critical = fitted.constraints.critical(&fitted.scene);
    let size = task.graph.count() + task.graph.links.len();
    let mut left = MOST_TRIED.min(MOST_SET / (size * size).max(1));
    let mut now = tension(&fitted, task, &critical);
    let mut tried = BTreeSet::new();
    'next: while left > 0 {
        for (card, home) in moves(&fitted, task, &critical) {
            if left == 0 {
                break 'next;
            }
            if !tried.insert((card, home.to_bits())) {
                continue;
            }
            left -= 1;
            let moved = Fitted::hang(task, in_row(task, &fitted.base, card, home), fitted.shut.clone(), false);
            let then = moved.constraints.critical(&moved.scene);
            let tension = tension(&moved, task, &then);
            if moved.constraints.held && tension < now {
                (fitted, now, critical) = (moved, tension, then);
                continue 'next;
            }
        }
        break;
    }
    fitted
}

/// Cards of the longest path with the heights of the rows that they may try, most hopeful first.
fn moves(fitted: &Fitted, task: Task, critical: &[bool]) -> Vec<(Item, f64)> {
    let last = fitted.constraints.last(&fitted.scene);
    let mut moves = Vec::new();
    for card in task.graph.cards().filter(|&c| critical[c]) {
        let rows = rows_for(fitted, task, card, &last);
        moves.extend(rows.into_iter().map(|(path, home)| (path, card, home)));
    }
    moves.sort_by(|a, b| a.0.total_cmp(&b.0));
    moves.into_iter().map(|(_, card, home)| (card, home)).collect()
}

/// The size, and how much of the drawing stands on longest paths.
fn tension(fitted: &Fitted, task: Task, critical: &[bool]) -> f64 {
    fitted.size(task) + CRITICAL * critical.iter().take(task.graph.count()).filter(|c| **c).count() as f64
}

/// The heights of the rows that a card may try, each with about how long the longest path would be.
fn rows_for(fitted: &Fitted, task: Task, card: Item, last: &[f64]) -> Vec<(f64, f64)> {
    let shelves = &fitted.base.shelves[task.graph.lane[card]];
    if shelves.len() < 2 {
        return Vec::new();
    }
    let risers = beside(fitted, task, card);
    let homes = shelves.iter().map(|shelf| shelf.home(task.frame.extent[card]));
    let other = homes.filter(|home| (home - fitted.heights.y[card]).abs() >= OTHER_ROW);
    let rows = other.map(|home| (path(fitted, card, home - fitted.heights.y[card], &risers, last), home));
    rows.filter(|(path, _)| *path < fitted.constraints.end + HOPE).collect()
}

/// The risers at the sides of a card.
fn beside(fitted: &Fitted, task: Task, card: Item) -> Vec<Beside> {
    let mut beside = Vec::new();
    for way in &fitted.scene.ways {
        let link = &task.graph.links[way.link];
        let (&[first, .., last] | &[first @ last]) = fitted.scene.risers(way) else { continue };
        let levels = fitted.scene.levels(way);
        if link.from == card && way.exit == Door::Side {
            beside.push(Beside { riser: first, level: levels[1], leaves: true });
        }
        if link.to == card && way.entry == Door::Side {
            beside.push(Beside { riser: last, level: levels[levels.len() - 2], leaves: false });
        }
    }
    beside
}

/// About how long the longest path through a card would be if it and the risers at its sides moved down by so
/// much; `last` are the rightmost places of all posts.
fn path(fitted: &Fitted, card: Item, by: f64, beside: &[Beside], last: &[f64]) -> f64 {
    let own = &fitted.scene.posts[card];
    let y = fitted.heights.y[card] + by;
    let (mut left, mut right) = sight(fitted, card.into(), beside, (own.top + by, own.bottom + by), last);
    let mut longest = f64::NEG_INFINITY;
    for b in beside {
        let (before, after) = sight(fitted, b.riser, beside, (y.min(b.level), y.max(b.level)), last);
        longest = longest.max(before + after);
        if b.leaves {
            right = right.max(after + FORESEEN_LEADS.1);
        } else {
            left = left.max(before + FORESEEN_LEADS.0);
        }
    }
    longest.max(left + 2.0 * own.half + right)
}

/// What a post would see between two heights: how far what stands left of it reaches from the left end, and what
/// stands right of it from the right end.
fn sight(fitted: &Fitted, post: Post, beside: &[Beside], (top, bottom): (f64, f64), last: &[f64]) -> (f64, f64) {
    let (place, card) = (fitted.constraints.place[post], fitted.scene.posts[post].card);
    let (mut left, mut right) = (0.0_f64, 0.0_f64);
    let seen = |p: &Stand| p.top < bottom && top < p.bottom;
    for (q, p) in fitted.scene.all().zip(&fitted.scene.posts).filter(|(_, p)| seen(p)) {
        if q == post || beside.iter().any(|b| b.riser == q) {
            continue;
        }
        let gap = p.half + if card && p.card { FORESEEN_CARD_GAP } else { FORESEEN_LINE_GAP };
        if fitted.constraints.place[q] < place {
            left = left.max(fitted.constraints.x[q] + gap);
        } else {
            right = right.max(fitted.constraints.end - last[q] + gap);
        }
    }
    (left, right)
}
