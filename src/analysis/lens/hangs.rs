//! The link that everything hangs on: one that every route from a cause to an effect must take.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use crate::model::{Effect, Link, LinkId, NodeId, Pathway, Reading};

/// The first link that every route between two nodes takes; `None` where there is a way round each link, or no route.
///
/// One shortest route is walked from its start. From what has been walked, everything is reached that can be without
/// the route's own links; where that never comes back to the route further on, the next link has no way round.
pub fn hangs_on(pathway: &Pathway, from: &NodeId, to: &NodeId, reading: Reading) -> Option<LinkId> {
    let route = shortest(pathway, from, to, reading)?;
    let own: BTreeSet<&LinkId> = route.iter().map(|link| &link.id).collect();
    let place: BTreeMap<&NodeId, usize> =
        route.iter().enumerate().flat_map(|(index, link)| [(&link.from, index), (&link.to, index + 1)]).collect();
    let (mut seen, mut furthest) = (BTreeSet::new(), 0);
    for (index, link) in route.iter().enumerate() {
        let mut stack = vec![&link.from];
        while let Some(at) = stack.pop() {
            if !seen.insert(at) {
                continue;
            }
            for step in carrying(pathway, at, reading).filter(|step| !own.contains(&step.id)) {
                match place.get(&step.to) {
                    Some(&back) => furthest = furthest.max(back),
                    None => stack.push(&step.to),
                }
            }
        }
        if furthest <= index {
            return Some(link.id.clone());
        }
    }
    None
}

/// The links that lead out of a node and have an effect.
fn carrying<'a>(pathway: &'a Pathway, id: &NodeId, reading: Reading) -> impl Iterator<Item = &'a Arc<Link>> {
    pathway.effects_of(id).into_iter().filter(move |link| link.effect_in(reading) != Effect::NoEffect)
}

/// The links of one of the shortest routes, in order.
fn shortest<'a>(pathway: &'a Pathway, from: &NodeId, to: &NodeId, reading: Reading) -> Option<Vec<&'a Arc<Link>>> {
    let mut came_by: BTreeMap<&NodeId, &'a Arc<Link>> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        for link in carrying(pathway, at, reading) {
            if link.to != *from && !came_by.contains_key(&link.to) {
                came_by.insert(&link.to, link);
                queue.push_back(&link.to);
            }
        }
    }
    let mut route = Vec::new();
    let mut at = to;
    while at != from {
        let link = *came_by.get(at)?;
        route.push(link);
        at = &link.from;
    }
    route.reverse();
    Some(route)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    fn hangs(pathway: &Pathway, from: &str, to: &str) -> Option<String> {
        hangs_on(pathway, &from.into(), &to.into(), Reading::Shown).map(|id| id.to_string())
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let pathway = notation::parse(text).expect("the test's own notation");
        assert_eq!(hangs(&pathway, "a", "z").as_deref(), expected, "{text}");
    }

    #[test]
    fn the_first_link_without_a_way_round() {
        check("a -> z", Some("a_z"));
        check("a -> z; a -> z", None);
        check("a -> b -> z", Some("a_b"));
        check("a -> b -> z; a -> z", None);
        check("a -> b -> c -> z; a -> c", Some("c_z"));
        check("a -> b -> m -> n -> z; a -> c -> m; n -> d -> z", Some("m_n"));
        check("a -> b -> c -> d -> z; a -> c; b -> d", Some("d_z"));
        check("a -> b -> c -> z; a -> c; b -> z", None);
    }

    #[test]
    fn detours_that_lead_nowhere_or_back_are_no_way_round() {
        check("a -> b -> z; b -> a; z -> a", Some("a_b"));
        check("a -> b -> z; a -> c -> a; c -> d", Some("a_b"));
        check("a -> a; a -> z; z -> z", Some("a_z"));
        check("a -> z; a -> b -0 z", Some("a_z"));
    }

    #[test]
    fn no_route_hangs_on_nothing() {
        check("a; z", None);
        check("z -> a", None);
        check("a -0 z", None);
        let pathway = notation::parse("a -> b -> a").expect("the test's own notation");
        assert_eq!(hangs(&pathway, "a", "a"), None);
        assert_eq!(hangs(&pathway, "a", "nowhere"), None);
        assert_eq!(hangs(&pathway, "nowhere", "a"), None);
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { cases: 2000, ..Default::default() })]

        /// Against brute force: each link is taken away in turn; those that cut every route are put in order by how
        /// much can still be reached without them.
        #[test]
        fn agrees_with_taking_links_away(links in proptest::collection::vec((0u8..7, 0u8..7, 0u8..8), 0..16)) {
            let line = |&(a, b, arrow): &(u8, u8, u8)| format!("n{a} {} n{b}\n", if arrow == 0 { "-0" } else { "->" });
            let text: String = links.iter().map(line).collect();
            let pathway = notation::parse(&format!("n0; n6; {text}")).expect("the test's own notation");
            let (from, to) = (NodeId::new("n0"), NodeId::new("n6"));
            let brute = brute(&pathway, &from, &to);
            proptest::prop_assert_eq!(hangs_on(&pathway, &from, &to, Reading::Shown), brute.clone());
            let turned: String = links.iter().rev().map(line).collect();
            let turned = notation::parse(&turned).expect("the test's own notation");
            let ends = |pathway: &Pathway, id: &LinkId| pathway.link(id).map(|l| (l.from.clone(), l.to.clone()));
            let other = hangs_on(&turned, &from, &to, Reading::Shown);
            proptest::prop_assert_eq!(
                other.and_then(|id| ends(&turned, &id)), brute.and_then(|id| ends(&pathway, &id)));
        }
    }

    fn brute(pathway: &Pathway, from: &NodeId, to: &NodeId) -> Option<LinkId> {
        let whole = reach_without(pathway, from, None);
        let cuts = pathway.links().filter_map(|link| {
            let left = reach_without(pathway, from, Some(&link.id));
            (whole.contains(to) && !left.contains(to)).then(|| (left.len(), link.id.clone()))
        });
        cuts.min().map(|(_, id)| id)
    }

    fn reach_without(pathway: &Pathway, from: &NodeId, without: Option<&LinkId>) -> BTreeSet<NodeId> {
        let mut seen = BTreeSet::from([from.clone()]);
        for _ in pathway.nodes() {
            for link in pathway.links().filter(|l| l.effect != Effect::NoEffect && Some(&l.id) != without) {
                if seen.contains(&link.from) {
                    seen.insert(link.to.clone());
                }
            }
        }
        seen
    }
}
