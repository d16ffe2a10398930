//! Told and shown: where the popular article says more of a link, or something else, than the sources show.

use super::{Lens, words::share};
use crate::{
    analysis::loops::{Limits, Loop, LoopKind, Loops, loops},
    grammar::{clauses, count, form, sentence},
    model::{LinkId, Pathway, Reading},
};

/// How the telling of a pathway differs from what its sources show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many links say what the article tells of them.
    pub compared: usize,
    /// Links that raise or lower as told, and neither as shown; by id.
    pub lose_sign: Vec<LinkId>,
    /// Links whose effect differs in another way; by id.
    pub change: Vec<LinkId>,
    /// Loops as told.
    pub loops_told: LoopCounts,
    /// Loops as shown.
    pub loops_shown: LoopCounts,
    /// Loops that are reinforcing as told and not as shown.
    pub only_told: Vec<Loop>,
}

/// How many loops there are of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoopCounts {
    /// A change feeds on itself.
    pub reinforcing: usize,
    /// A change is held back.
    pub balancing: usize,
    /// A link on the way has no sign.
    pub undecided: usize,
    /// Whether these are all, rather than as many as could be counted.
    pub complete: bool,
}

impl LoopCounts {
    fn of(found: &Loops) -> Self {
        Self {
            reinforcing: found.count(LoopKind::Reinforcing),
            balancing: found.count(LoopKind::Balancing),
            undecided: found.count(LoopKind::Undecided),
            complete: found.complete,
        }
    }

    /// All of them together.
    pub fn total(&self) -> usize {
        self.reinforcing + self.balancing + self.undecided
    }
}

/// Compares what the article tells with what the sources show.
pub fn told_and_shown(pathway: &Pathway) -> Told {
    let (mut lose_sign, mut change) = (Vec::new(), Vec::new());
    for link in pathway.links().filter(|link| link.told_otherwise()) {
        let loses = link.effect_in(Reading::Told).sign().is_some() && link.effect.sign().is_none();
        if loses { lose_sign.push(link.id.clone()) } else { change.push(link.id.clone()) }
    }
    lose_sign.sort();
    change.sort();
    let told = loops(pathway, &Lens { reading: Reading::Told, ..Lens::default() }, Limits::default());
    let shown = loops(pathway, &Lens::default(), Limits::default());
    Told {
        compared: pathway.links().filter(|link| link.popular.is_some()).count(),
        lose_sign,
        change,
        loops_told: LoopCounts::of(&told),
        loops_shown: LoopCounts::of(&shown),
        only_told: told.loops.into_iter().filter(|each| is_only_told(pathway, each)).collect(),
    }
}

/// Whether a loop as told is reinforcing, and the same links as shown are not.
fn is_only_told(pathway: &Pathway, told: &Loop) -> bool {
    let shown = |id: &LinkId| pathway.link(id).and_then(|link| link.effect.sign());
    let sign = told.links.iter().try_fold(1, |sign, id| shown(id).map(|s| s * sign));
    told.kind == LoopKind::Reinforcing && sign != Some(1)
}

/// The difference between the telling and the sources, in one line.
pub fn told_line(told: &Told) -> String {
    if told.compared == 0 {
        return "No link says how an article tells it.".to_owned();
    }
    let (signs, others) = (told.lose_sign.len(), told.change.len());
    let mut parts = Vec::new();
    if signs > 0 {
        let have = form(signs, "has", "have");
        parts.push(format!("{} {have} a sign that the sources do not show", count(signs, "link", "links")));
    }
    if others > 0 {
        let have = form(others, "has", "have");
        let links = if signs > 0 { format!("{others} more") } else { count(others, "link", "links") };
        parts.push(format!("{links} {have} another effect than the sources show"));
    }
    parts.extend(loops_part(told));
    if parts.is_empty() {
        return "The sources show every link as the article tells it.".to_owned();
    }
    sentence(&format!("as told, {}", clauses(&parts)))
}

fn loops_part(told: &Told) -> Option<String> {
    let only = told.only_told.len();
    if only == 0 {
        return None;
    }
    let who = share(only, told.loops_told.total(), ("loop", "loops"), ("feeds on itself", "feed on themselves"));
    let bound = if told.loops_told.complete { "" } else { ", as far as they could be counted" };
    Some(format!("{who} in a way that the sources do not show{bound}"))
}
