//! The weakest link of a route.

use super::{
    draft::{Draft, Taken},
    ground::{Ground, sources},
};
use crate::{
    model::{Link, LinkId, NodeId},
    seed::Seed,
    sheet::QuestionKind,
};

/// Lengths that are looked for, in links; long enough to look, short enough to read.
const LENGTHS: [usize; 6] = [4, 3, 5, 3, 4, 2];

/// How often a route of a length is looked for.
const TRIES: usize = 12;

/// Asks for the weakest links of routes until there are so many questions.
pub(super) fn ask<'a>(ground: &Ground<'a>, seed: &mut Seed, taken: &mut Taken<'a>, most: usize) {
    for length in LENGTHS {
        for _ in 0..TRIES {
            if taken.count(QuestionKind::WeakestLink) >= most {
                return;
            }
            let links = ground.stroll(seed, length, &taken.blank);
            if links.len() == length
                && let Some(draft) = draft(ground, &links)
            {
                taken.take(ground, draft);
            }
        }
    }
}

/// The question on a route; `None` where several of its links are equally weak.
fn draft<'a>(ground: &Ground<'a>, links: &[&'a Link]) -> Option<Draft> {
    let grade = links.iter().map(|link| link.grade).max()?;
    let weakest = links.iter().position(|link| link.grade == grade)?;
    if links.iter().filter(|link| link.grade == grade).count() > 1 {
        return None;
    }
    let nodes: Vec<&NodeId> =
        links.iter().take(1).map(|link| &link.from).chain(links.iter().map(|link| &link.to)).collect();
    let prompt = format!("Which link of this route has the weakest evidence? {}", ground.row(&nodes));
    let mut draft = Draft::new(QuestionKind::WeakestLink, prompt);
    // In the order of the route: so they are found quickest.
    draft.choices = links.iter().map(|link| ground.claim(link)).collect();
    draft.answer = weakest;
    draft.writable = true;
    let ids: Vec<LinkId> = links.iter().map(|link| link.id.clone()).collect();
    let grades: Vec<&str> = links.iter().map(|link| link.grade.name()).collect();
    let last = ground.told(&ids, false).pop().unwrap_or_default();
    draft.why = format!("{last} The grades along the route are {}.", grades.join(", "));
    draft.sources = sources(links.get(weakest).copied());
    draft.nodes = nodes.into_iter().cloned().collect();
    draft.pairs = links.iter().map(|link| (link.from.clone(), link.to.clone())).collect();
    draft.links = ids;
    Some(draft)
}
