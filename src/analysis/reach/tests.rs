//! Tests of reach on small pathways, and of random ones against brute force.

use super::*;
use crate::model::{Effect, notation};

fn spelled(found: &BTreeMap<NodeId, usize>) -> String {
    found.iter().map(|(id, steps)| format!("{id}{steps}")).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, node: &str, expected_effects: &str, expected_causes: &str) {
    let pathway = notation::parse(text).expect("the test's own notation");
    assert_eq!(
        spelled(&effects(&pathway, &Lens::default(), &node.into())),
        expected_effects,
        "effects of {node} in {text}"
    );
    assert_eq!(
        spelled(&causes(&pathway, &Lens::default(), &node.into())),
        expected_causes,
        "causes of {node} in {text}"
    );
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
            proptest::prop_assert_eq!(&effects(&pathway, &Lens::default(), &start.id), &best);
            for node in pathway.nodes() {
                let back = causes(&pathway, &Lens::default(), &node.id);
                proptest::prop_assert_eq!(back.get(&start.id), best.get(&node.id));
            }
        }
    }
}
