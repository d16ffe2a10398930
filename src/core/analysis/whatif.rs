//! What if: some nodes are raised or lowered, some nodes and links blocked; what becomes more, less, or stays?
//!
//! The answers are signs, never sizes. Two readings of the same push are given side by side:
//!
//! - **First response**: the signs of all simple routes from the pushed nodes. A pushed node is held where it was
//!   pushed, so no route passes another pushed node or comes back (Pearl's intervention, read as a sign). This is the
//!   sign that a qualitative probabilistic network would give by multiplying along trails and adding over them
//!   (Wellman 1990).
//! - **With feedback**: the signs of all walks, however often they go round. The push goes on, pushed nodes answer to
//!   what comes back, and one balancing loop on the way is enough to leave the answer open. It is the cautious answer
//!   of loop analysis when nothing is known of strengths (Puccia & Levins 1985).
//!
//! In both, routes that disagree, or one route over a link without a sign, leave a node undecided.

mod answer;
mod cuts;
mod list;
mod named;
mod push;
mod routes;
mod search;
#[cfg(test)]
mod tests;
mod value;
mod walks;
mod watch;

use std::collections::BTreeMap;

use self::{cuts::Blocks, named::Named, routes::FirstResponse, value::Value, walks::Walks};
use super::{lens::Lens, loops::Limits, web::Web};
use crate::model::{LinkId, Pathway};

pub use answer::{Answer, Outcome, Reasons, Route, WhatIf};
pub use push::{Push, WhatIfError};
pub use watch::{Disagreement, Watch};

/// How many links the search for first responses may look at before it falls back on walks.
const LIMIT: usize = 500_000;

/// Answers what a push does, over the links that a lens shows.
///
/// Where only blocks are given, the change is taken to begin at stressors and at nodes without causes, not counting links
/// that are declared to lead back; in a ring that nothing from outside leads into, at its first node by id that is not
/// blocked.
///
/// # Errors
/// Where nothing is asked, or it names what is not there, or asks two things of one node.
pub fn whatif(pathway: &Pathway, lens: &Lens, push: &Push) -> Result<WhatIf, WhatIfError> {
    whatif_within(pathway, lens, push, Limits::default())
}

/// [`whatif`] with bounds of its own on the loops that a block breaks.
///
/// # Errors
/// As [`whatif`].
pub fn whatif_within(pathway: &Pathway, lens: &Lens, push: &Push, limits: Limits) -> Result<WhatIf, WhatIfError> {
    push.check(pathway)?;
    let web = Web::new(pathway, lens);
    let named = Named::new(&web);
    let blocks = blocks(pathway, &named, push);
    let open = blocks.open(&named);
    let starts = pushed(&named, push);
    let begins: Vec<u32> = if push.pushes() {
        starts.iter().map(|start| start.0).collect()
    } else {
        cuts::roots(pathway, &web, &named, &blocks)
    };
    let at_work: Vec<u32> = begins.iter().copied().filter(|at| blocks.nodes.binary_search(at).is_err()).collect();
    let reached = named.walk(&at_work, &open);
    let first_open = closed_into(&named, &open, &starts);
    let first = FirstResponse::new(&named, &starts, &first_open, LIMIT);
    let walks = Walks::new(&named, &starts, &open);
    let cut = cuts::compare(&named, &begins, &blocks, &reached);
    let (broken_loops, broken_loops_cut_by) = cuts::broken_loops(&web, push, limits);
    let ids = |nodes: &[u32]| web.node_ids(nodes.iter().copied());
    let step = |&link: &u32| (named.link(link).clone(), named.node(named.to(link)).clone());
    let mut answer = WhatIf {
        push: push.clone(),
        reading: lens.reading,
        roots: if push.pushes() { Vec::new() } else { ids(&begins) },
        answers: BTreeMap::new(),
        exact: true,
        cut_off: ids(&cut.off),
        still_reached: ids(&cut.through),
        broken_loops,
        broken_loops_complete: broken_loops_cut_by.is_none(),
        broken_loops_cut_by,
        steps: named.front(&reached, &open).iter().map(|links| links.iter().map(step).collect()).collect(),
        named,
        first_open,
        first,
        walks,
        reached,
    };
    if push.pushes() {
        answer.fill(&begins);
    }
    Ok(answer)
}

/// What is blocked, by number. A link that carries nothing anyway has none.
fn blocks(pathway: &Pathway, named: &Named, push: &Push) -> Blocks {
    let cause = |id: &LinkId| pathway.link(id).and_then(|link| named.number(&link.from));
    let number = |id: &LinkId| named.links_out(cause(id)?).iter().copied().find(|&link| named.link(link) == id);
    Blocks {
        nodes: push.block_nodes.iter().filter_map(|id| named.number(id)).collect(),
        links: push.block_links.iter().filter_map(number).collect(),
    }
}

/// The pushed nodes with what is done to them, by number.
fn pushed(named: &Named, push: &Push) -> Vec<(u32, Value)> {
    let raised = push.raise.iter().map(|id| (id, Value::More));
    let lowered = push.lower.iter().map(|id| (id, Value::Less));
    let mut starts: Vec<_> =
        raised.chain(lowered).filter_map(|(id, value)| named.number(id).map(|n| (n, value))).collect();
    starts.sort_unstable();
    starts
}

/// The open links without those that lead into a pushed node: it stays where it was pushed.
fn closed_into(named: &Named, open: &[bool], starts: &[(u32, Value)]) -> Vec<bool> {
    let mut pushed = vec![false; named.node_count()];
    for &(start, _) in starts {
        pushed[start as usize] = true;
    }
    (0..).zip(open).map(|(link, &open)| open && !pushed[named.to(link) as usize]).collect()
}
