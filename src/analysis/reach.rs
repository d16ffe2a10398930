//! Reach: what a node can bring about, what can bring it about, and in how many steps.

use std::collections::{BTreeMap, VecDeque};

use crate::model::{Effect, Link, NodeId, Pathway};

/// Which way links are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From causes to effects.
    Effects,
    /// From effects back to causes.
    Causes,
}

/// Everything that a node can bring about, as the sources show it, each with the fewest links that lead there.
pub fn effects(pathway: &Pathway, node: &NodeId) -> BTreeMap<NodeId, usize> {
    reached(pathway, &[node], Way::Effects, &carries_as_shown)
}

/// Everything that can bring a node about, as the sources show it, each with the fewest links that lead from there.
pub fn causes(pathway: &Pathway, node: &NodeId) -> BTreeMap<NodeId, usize> {
    reached(pathway, &[node], Way::Causes, &carries_as_shown)
}

/// Everything that is reached from `starts` over links that carry, each with its fewest steps. The starts themselves
/// are left out, even where a loop leads back to one.
pub fn reached(
    pathway: &Pathway,
    starts: &[&NodeId],
    way: Way,
    carries: &dyn Fn(&Link) -> bool,
) -> BTreeMap<NodeId, usize> {
    let mut steps: BTreeMap<NodeId, usize> = starts.iter().map(|&id| (id.clone(), 0)).collect();
    let mut queue: VecDeque<(&NodeId, usize)> = starts.iter().map(|&id| (id, 0)).collect();
    while let Some((at, so_far)) = queue.pop_front() {
        let links = match way {
            Way::Effects => pathway.effects_of(at),
            Way::Causes => pathway.causes_of(at),
        };
        for link in links.into_iter().filter(|link| carries(link)) {
            let next = match way {
                Way::Effects => &link.to,
                Way::Causes => &link.from,
            };
            if !steps.contains_key(next) {
                steps.insert(next.clone(), so_far + 1);
                queue.push_back((next, so_far + 1));
            }
        }
    }
    steps.retain(|_, steps| *steps > 0);
    steps
}

/// A link that has no effect carries nothing.
fn carries_as_shown(link: &Link) -> bool {
    link.effect != Effect::NoEffect
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    fn spelled(found: &BTreeMap<NodeId, usize>) -> String {
        found.iter().map(|(id, steps)| format!("{id}{steps}")).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, node: &str, expected_effects: &str, expected_causes: &str) {
        let pathway = notation::parse(text).expect("the test's own notation");
        assert_eq!(spelled(&effects(&pathway, &node.into())), expected_effects, "effects of {node} in {text}");
        assert_eq!(spelled(&causes(&pathway, &node.into())), expected_causes, "causes of {node} in {text}");
    }

    #[test]
    fn steps_are_the_fewest_in_both_directions() {
        check("a -> b -| c", "a", "b1 c2", "");
        check("a -> b -| c", "c", "", "a2 b1");
        check("a -> b -> c -> d; a -> d", "a", "b1 c2 d1", "");
        check("a -> b -> c -> d; a -> d", "d", "", "a1 b2 c1");
        check("a; b", "a", "", "");
        check("a -> b", "z", "", "");
    }

    #[test]
    fn every_effect_carries_but_none() {
        check("a -<> b -? c -| d -0 e", "a", "b1 c2 d3", "");
        check("a -0 b; a -> c -> b", "a", "b2 c1", "");
    }

    #[test]
    fn a_loop_does_not_lead_back_to_its_start() {
        check("a -> b -> c -> a", "a", "b1 c2", "b2 c1");
        check("a -> a", "a", "", "");
    }

    proptest::proptest! {
        /// Against brute force: relaxing every link until nothing gets shorter; and causes are effects turned round.
        #[test]
        fn agrees_with_brute_force(links in proptest::collection::vec((0u8..6, 0u8..6, 0u8..3), 0..16)) {
            let line = |&(a, b, arrow): &(u8, u8, u8)| format!("n{a} {} n{b}\n", if arrow == 0 { "-0" } else { "->" });
            let text: String = links.iter().map(line).collect();
            let pathway = notation::parse(&text).expect("the test's own notation");
            for start in pathway.nodes() {
                let mut best = BTreeMap::from([(start.id.clone(), 0)]);
                for _ in pathway.nodes() {
                    for link in pathway.links().filter(|link| link.effect != Effect::NoEffect) {
                        let Some(&steps) = best.get(&link.from) else { continue };
                        let known = best.entry(link.to.clone()).or_insert(steps + 1);
                        *known = (*known).min(steps + 1);
                    }
                }
                best.remove(&start.id);
                proptest::prop_assert_eq!(&effects(&pathway, &start.id), &best);
                for node in pathway.nodes() {
                    let back = causes(&pathway, &node.id);
                    proptest::prop_assert_eq!(back.get(&start.id), best.get(&node.id));
                }
            }
        }
    }
}
