//! Tests of reach on small pathways, and of random ones against brute force.

use std::collections::BTreeSet;

use super::*;
use crate::{
    analysis::web::tests::{both_orders, carrying, drawn, lens, long, reach},
    model::{Effect, notation},
};

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

#[test]
fn what_is_reached_is_told_step_by_step() {
    let pathway = notation::parse("a -> b -> c; a -> d").expect("the test's own notation");
    let found = effects(&pathway, &Lens::default(), &"a".into());
    assert_eq!(by_steps(&found), [vec![&NodeId::new("b"), &NodeId::new("d")], vec![&NodeId::new("c")]]);
    assert!(by_steps(&BTreeMap::new()).is_empty());
}

#[test]
fn common_causes_and_effects_have_steps_to_both() {
    let pathway = notation::parse("x -> a -> b; x -> y -> b; z -> a; b -> e; a -> e; b -> f").expect("notation");
    let spelled = |found: Result<Vec<Common>, Refusal>| {
        let spell =
            |each: &Common| format!("{}{}{}{}", each.node, each.first, each.second, if each.apart { "!" } else { "" });
        found.map(|found| found.iter().map(spell).collect::<Vec<_>>().join(" "))
    };
    let (a, b, lens) = ("a".into(), "b".into(), Lens::default());
    // What leads to b only through a is a cause of both, but does not make them go together by itself.
    assert_eq!(spelled(common_causes(&pathway, &lens, &a, &b)), Ok("x12! z12".to_owned()));
    assert_eq!(spelled(common_effects(&pathway, &lens, &a, &b)), Ok("e11! f21".to_owned()));
    assert_eq!(spelled(common_causes(&pathway, &lens, &a, &a)), Err(Refusal::SameNode("a".into())));
    assert_eq!(spelled(common_causes(&pathway, &lens, &a, &"q".into())), Err(Refusal::UnknownNode("q".into())));
}

#[test]
fn long_chains_do_not_overflow() {
    let chain = long(100_000, false);
    assert_eq!(effects(&chain, &Lens::default(), &"n000000".into()).len(), 99_999);
    assert_eq!(causes(&chain, &Lens::default(), &"n099999".into()).get(&"n000000".into()), Some(&99_999));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 1000, ..Default::default() })]

    #[test]
    fn reach_under_a_lens_agrees_with_brute_force(drawn in drawn(6, 14), lens in lens()) {
        let [one, other] = both_orders(6, &drawn);
        let links = carrying(&one, &lens);
        let id = |n: u8| NodeId::new(&format!("n{n}"));
        for n in 0..6 {
            let mut reached = reach(&links, &id(n));
            reached.remove(&id(n));
            proptest::prop_assert_eq!(effects(&one, &lens, &id(n)).into_keys().collect::<BTreeSet<_>>(), reached);
            proptest::prop_assert_eq!(causes(&one, &lens, &id(n)), causes(&other, &lens, &id(n)));
        }
        let around = |gone: NodeId| links.iter().copied().filter(|l| l.from != gone && l.to != gone).collect::<Vec<_>>();
        let found = common_causes(&one, &lens, &id(0), &id(1)).expect("both are there");
        for n in 2..6 {
            let of = |node: u8| effects(&one, &lens, &id(n)).get(&id(node)).copied();
            let apart = reach(&around(id(1)), &id(n)).contains(&id(0)) && reach(&around(id(0)), &id(n)).contains(&id(1));
            let expected = of(0).zip(of(1)).map(|(first, second)| Common { node: id(n), first, second, apart });
            proptest::prop_assert_eq!(found.iter().find(|each| each.node == id(n)), expected.as_ref());
        }
        proptest::prop_assert_eq!(&found, &common_causes(&other, &lens, &id(0), &id(1)).expect("both are there"));
        let effects_of_both = common_effects(&one, &lens, &id(0), &id(1)).expect("both are there");
        for each in &effects_of_both {
            proptest::prop_assert_eq!(effects(&one, &lens, &id(0)).get(&each.node).copied(), Some(each.first));
            proptest::prop_assert_eq!(effects(&one, &lens, &id(1)).get(&each.node).copied(), Some(each.second));
        }
    }
}
