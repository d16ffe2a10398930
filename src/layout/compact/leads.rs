//! The distances along a link: between the card that it leaves, its risers, and the card that it reaches.

use crate::base::distances::{FORWARD, LEAD_IN, LEAD_OUT, LEVEL, LID_CORNER, OWN_RISER_GAP};
use crate::compact::posts::{Scene, Way};
use crate::heights::doors::Door;
use crate::heights::task::Task;

/// `to` stands at least `gap` right of `from`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub from: usize,
    pub to: usize,
    pub gap: f64,
}

/// When a distance along a link holds; the flag tells whether it is at the cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// While the link has no door there.
    Shut(bool),
    /// While it has one.
    Open(bool),
    /// Likewise: it keeps riser and card together where else they would only stand in order.
    Held(bool),
}

/// Tells all distances along a way: as its doors are, and where `either` says so (at the cause, at the effect) for a
/// door that is open and for one that is shut.
pub(crate) fn leads(task: Task, scene: &Scene, way: &Way, either: (bool, bool), mut tell: impl FnMut(Arc, When)) {
    let (from, to) = (task.graph.links[way.link].from, task.graph.links[way.link].to);
    let (out, into) = if task.turned[way.link] { (LEAD_IN, LEAD_OUT) } else { (LEAD_OUT, LEAD_IN) };
    let half = |card: usize| scene.posts[card].half;
    let reach = |card: usize| (half(card) - LID_CORNER).max(0.0);
    let risers = scene.risers(way);
    let (Some(&first), Some(&last)) = (risers.first(), risers.last()) else {
        tell(Arc { from, to, gap: half(from) + half(to) + LEVEL }, When::Always);
        return;
    };
    if either.0 || way.exit == Door::Side {
        tell(Arc { from, to: first, gap: half(from) + out }, When::Shut(true));
    }
    if either.0 || way.exit != Door::Side {
        tell(Arc { from, to: first, gap: -reach(from) }, When::Open(true));
        tell(Arc { from: first, to: from, gap: -reach(from) }, When::Held(true));
    }
    if either.1 || way.entry == Door::Side {
        tell(Arc { from: last, to, gap: half(to) + into }, When::Shut(false));
    }
    if either.1 || way.entry != Door::Side {
        tell(Arc { from: last, to, gap: -reach(to) }, When::Open(false));
        tell(Arc { from: to, to: last, gap: -reach(to) }, When::Held(false));
    }
    if way.forward {
        tell(Arc { from, to, gap: FORWARD }, When::Always);
        for pair in risers.windows(2) {
            tell(Arc { from: pair[0], to: pair[1], gap: OWN_RISER_GAP }, When::Always);
        }
    }
}
