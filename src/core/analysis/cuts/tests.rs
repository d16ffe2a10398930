//! Tests of cuts: small ones by hand, known graphs, and random pathways against brute force.

use std::collections::BTreeSet;

use proptest::{
    collection::{btree_set, vec},
    prelude::*,
};

use super::*;
use crate::{
    analysis::{
        loops::Limits,
        web::CutBy,
        web::tests::{both_orders, carrying, complete, drawn, lens, long, petersen, reach, rings, sign},
    },
    model::{Grade, Link, Node, Parts, notation},
};

const ALL: Limits = Limits { length: usize::MAX, longer: 0, loops: usize::MAX, steps: usize::MAX };

fn parsed(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

fn asked(pathway: &Pathway, from: &str, to: &str) -> Cuts {
    cuts(pathway, &Lens::default(), &from.into(), &to.into()).expect("two nodes that are there")
}

fn words<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    ids.into_iter().collect::<Vec<_>>().join(" ")
}

/// Nodes that cut, links that cut, nodes that all routes pass, links that all routes take.
#[track_caller]
fn check(text: &str, nodes: &str, links: &str, every_node: &str, every_link: &str) {
    let found = asked(&parsed(text), "a", "z");
    let cut = match &found.nodes {
        NodeCut::Separates(nodes) => words(nodes.iter().map(NodeId::as_str)),
        NodeCut::Direct { links, beside } => {
            let direct = words(links.iter().map(LinkId::as_str));
            format!("{direct} beside {}", words(beside.iter().map(NodeId::as_str)))
        }
    };
    let spelled = [
        cut,
        words(found.links.iter().map(LinkId::as_str)),
        words(found.every_node.iter().map(NodeId::as_str)),
        words(found.every_link.iter().map(LinkId::as_str)),
    ];
    assert_eq!(spelled, [nodes, links, every_node, every_link], "{text}");
}

#[test]
fn cuts_of_small_pathways() {
    check("a; z", "", "", "", "");
    check("a -0 z; z -> a", "", "", "", "");
    check("a -> z", "a_z beside ", "a_z", "", "a_z");
    check("a -> b -> z", "b", "a_b", "b", "a_b b_z");
    check("a -> b -> z; a -> z", "a_z beside b", "a_b a_z", "", "");
    check("a -> b -> m -> z; a -> c -> m", "m", "m_z", "m", "m_z");
    check("a -> b -> z; a -> c -> z", "b c", "a_b a_c", "", "");
    check("a -> b -> z; a -> b; b -> z", "b", "a_b a_b_2", "b", "");
    check("a -> a -> b -> b -> z -> z -> b -> a", "b", "a_b", "b", "a_b b_z");
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let ask = |from: &str, to: &str| cuts(&parsed("a -> b"), &Lens::default(), &from.into(), &to.into());
    assert_eq!(ask("a", "x"), Err(Refusal::UnknownNode("x".into())));
    assert_eq!(ask("a", "a"), Err(Refusal::SameNode("a".into())));
    assert!(!ask("b", "a").expect("both are there").connected);
    assert_eq!(hangs_on(&parsed("a -> b -> a"), &Lens::default(), &"a".into(), &"a".into()), None);
    assert_eq!(hangs_on(&parsed("a -> b"), &Lens::default(), &"a".into(), &"nowhere".into()), None);
}

#[test]
fn known_graphs_have_the_known_cuts() {
    // Petersen's graph is threefold connected; nodes 0 and 7 are not neighbours.
    let found = asked(&petersen(), "n00", "n07");
    let NodeCut::Separates(nodes) = &found.nodes else { panic!("no direct link") };
    assert_eq!((nodes.len(), found.links.len(), found.every_node.len()), (3, 3, 0));
    let found = asked(&complete(6), "n00", "n05");
    let NodeCut::Direct { links, beside } = &found.nodes else { panic!("a direct link") };
    assert_eq!((links.len(), beside.len(), found.links.len()), (1, 4, 5));
}

#[test]
fn the_weaker_of_equal_links_is_cut() {
    let mut parts = Parts {
        nodes: ["a", "b", "z"].map(|id| Node::new(id, id, crate::model::Kind::Other, "all")).to_vec(),
        ..Parts::default()
    };
    parts.links = [("a", "b"), ("b", "z")]
        .map(|(a, b)| Link::new(&format!("{a}{b}"), a, b, crate::model::Effect::Raises))
        .to_vec();
    parts.links[0].grade = Grade::A;
    parts.links[1].grade = Grade::C;
    assert_eq!(asked(&Pathway::from_parts(parts, Vec::new()), "a", "z").links, ["bz".into()]);
}

#[test]
fn long_chains_and_rings_do_not_overflow() {
    let found = asked(&long(100_000, false), "n000000", "n099999");
    assert_eq!((found.every_node.len(), found.every_link.len(), found.links.len()), (99_998, 99_999, 1));
    let ring = break_loops(&long(100_000, true), &Lens::default(), ALL);
    assert_eq!((ring.links.len(), ring.proof, ring.complete), (1, Proof::Exact, true));
    // Too long for the steps: nothing is broken, and that is said.
    let steps = Limits { steps: 10_000, ..Limits::default() };
    let unknown = break_loops(&long(100_000, true), &Lens::default(), steps);
    assert_eq!((unknown.links.len(), unknown.complete, unknown.cut_by), (0, false, Some(CutBy::Length)));
}

#[test]
fn loops_are_broken_with_the_fewest_links() {
    let check = |text: &str, links: &str| {
        let found = break_loops(&parsed(text), &Lens::default(), ALL);
        assert_eq!(words(found.links.iter().map(LinkId::as_str)), links, "{text}");
        assert_eq!((found.proof, found.complete), (Proof::Exact, true), "{text}");
    };
    check("", "");
    check("a -> b -| a", "");
    check("a -> b -? a", "");
    check("a -> a", "a_a");
    check("a -> b -> a; b -> c -> a", "a_b");
    check("a -> b -> a; c -| d -| c", "a_b c_d");
    check("a -> b -> c -> a; b -> a; c -> b", "a_b b_c");
}

#[test]
fn a_complete_pathway_keeps_no_more_than_an_order() {
    // Without loops, no two nodes can lead to one another: half of the links must go.
    let fewest = |nodes| break_loops(&complete(nodes), &Lens::default(), ALL);
    assert_eq!([2, 3, 4, 5].map(|nodes| fewest(nodes).links.len()), [1, 3, 6, 10]);
    assert!([2, 3, 4, 5].iter().all(|&nodes| fewest(nodes).proof == Proof::Exact));
}

#[test]
fn many_loops_are_broken_within_a_bound() {
    let found = break_loops(&complete(12), &Lens::default(), Limits { loops: 500, ..Limits::default() });
    let Proof::Bound { at_least } = found.proof else { return assert_eq!(found.links.len(), 66) };
    assert!(at_least <= 66 && found.links.len() >= 66, "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn node_cuts_agree_with_all_subsets(drawn in drawn(7, 16), lens in lens()) {
        let [one, other] = both_orders(7, &drawn);
        let (from, to) = (NodeId::new("n0"), NodeId::new("n6"));
        let found = cuts(&one, &lens, &from, &to).expect("both are there");
        prop_assert_eq!(&found, &cuts(&other, &lens, &from, &to).expect("both are there"));
        let links = carrying(&one, &lens);
        prop_assert_eq!(found.connected, reach(&links, &from).contains(&to));
        let direct: Vec<LinkId> = links.iter().filter(|l| l.from == from && l.to == to).map(|l| l.id.clone()).collect();
        let (said, cut) = match &found.nodes {
            NodeCut::Separates(nodes) => (Vec::new(), nodes.clone()),
            NodeCut::Direct { links, beside } => (links.clone(), beside.clone()),
        };
        prop_assert_eq!(&said, &direct);
        let cuts_off = |gone: &BTreeSet<NodeId>| {
            let left: Vec<&Link> = links.iter().copied()
                .filter(|l| !gone.contains(&l.from) && !gone.contains(&l.to) && !direct.contains(&l.id)).collect();
            !reach(&left, &from).contains(&to)
        };
        let subset = |bits: u32| -> BTreeSet<NodeId> {
            (1..6).filter(|n| bits & (1 << (n - 1)) != 0).map(|n| NodeId::new(&format!("n{n}"))).collect()
        };
        let fewest = (0..32).filter(|&bits| cuts_off(&subset(bits))).map(u32::count_ones).min();
        prop_assert!(cuts_off(&cut.iter().cloned().collect()));
        prop_assert_eq!(Some(cut.len() as u32), fewest);
    }

    #[test]
    fn link_cuts_agree_with_all_subsets(drawn in drawn(5, 11), lens in lens()) {
        let [one, _] = both_orders(5, &drawn);
        let (from, to) = (NodeId::new("n0"), NodeId::new("n4"));
        let found = cuts(&one, &lens, &from, &to).expect("both are there");
        let links = carrying(&one, &lens);
        let left = |bits: usize| -> Vec<&Link> {
            links.iter().enumerate().filter(|(place, _)| bits & (1 << place) == 0).map(|(_, link)| *link).collect()
        };
        let price = |bits: usize| {
            let cut = links.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
            (bits.count_ones(), cut.map(|(_, link)| 4 - link.grade as u32).sum::<u32>())
        };
        let cheapest = (0..1usize << links.len()).filter(|&bits| !reach(&left(bits), &from).contains(&to)).map(price).min();
        let bits = links.iter().enumerate().filter(|(_, link)| found.links.contains(&link.id)).map(|(place, _)| 1 << place).sum();
        prop_assert!(!reach(&left(bits), &from).contains(&to));
        prop_assert_eq!(Some(price(bits)), cheapest);
    }

    /// Each node and each link is taken away in turn; what cuts all is put in order by how much is still reached.
    #[test]
    fn what_every_route_passes_agrees_with_taking_it_away(drawn in drawn(7, 12), lens in lens()) {
        let [one, _] = both_orders(7, &drawn);
        let (from, to) = (NodeId::new("n0"), NodeId::new("n6"));
        let found = cuts(&one, &lens, &from, &to).expect("both are there");
        let links = carrying(&one, &lens);
        let without = |gone: &dyn Fn(&Link) -> bool| {
            reach(&links.iter().copied().filter(|link| !gone(link)).collect::<Vec<_>>(), &from)
        };
        let inner = one.nodes().filter(|node| node.id != from && node.id != to);
        let mut nodes: Vec<(usize, NodeId)> = inner.map(|node| {
            (without(&|link| link.from == node.id || link.to == node.id), node.id.clone())
        }).filter(|(reached, _)| found.connected && !reached.contains(&to)).map(|(reached, id)| (reached.len(), id)).collect();
        let mut bridges: Vec<(usize, LinkId)> = links.iter().map(|link| (without(&|l| l.id == link.id), link.id.clone()))
            .filter(|(reached, _)| found.connected && !reached.contains(&to)).map(|(reached, id)| (reached.len(), id)).collect();
        nodes.sort();
        bridges.sort();
        prop_assert_eq!(found.every_node, nodes.into_iter().map(|(_, id)| id).collect::<Vec<_>>());
        prop_assert_eq!(found.every_link, bridges.into_iter().map(|(_, id)| id).collect::<Vec<_>>());
    }

    #[test]
    fn broken_loops_agree_with_all_subsets(drawn in drawn(5, 11), lens in lens(), loops in 0usize..4) {
        let [one, other] = both_orders(5, &drawn);
        let links = carrying(&one, &lens);
        let mut rings = rings(&one, &lens);
        rings.retain(|ring| sign(ring, &lens) == 1);
        let place = |id: &LinkId| links.iter().position(|link| link.id == *id).expect("a link that carries");
        let sets: Vec<usize> = rings.iter().map(|ring| ring.iter().map(|link| 1 << place(&link.id)).sum()).collect();
        let price = |bits: usize| {
            let gone = links.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
            (bits.count_ones(), gone.map(|(_, link)| 4 - link.grade as u32).sum::<u32>())
        };
        let breaks = |bits: usize| sets.iter().all(|set| set & bits != 0);
        let cheapest = (0..1usize << links.len()).filter(|&bits| breaks(bits)).map(price).min();
        // With few loops listed, or only short ones, the others are found while the answer is looked for.
        for limits in [ALL, Limits { loops, ..ALL }, Limits { length: loops, ..ALL }] {
            let found = break_loops(&one, &lens, limits);
            let bits = found.links.iter().map(|id| 1 << place(id)).sum();
            prop_assert!(breaks(bits));
            prop_assert_eq!(Some(price(bits)), cheapest);
            prop_assert_eq!((found.proof, found.complete), (Proof::Exact, true));
            prop_assert_eq!(&found, &break_loops(&other, &lens, limits));
        }
        let hasty = break_loops(&one, &lens, Limits { steps: 5, ..ALL });
        let bits = hasty.links.iter().map(|id| 1 << place(id)).sum();
        prop_assert!(!hasty.complete || breaks(bits));
        let at_least = match hasty.proof {
            Proof::Exact => hasty.links.len(),
            Proof::Bound { at_least } => at_least,
        };
        prop_assert!(Some(at_least as u32) <= cheapest.map(|(count, _)| count));
    }

    #[test]
    fn hitting_sets_agree_with_all_subsets(sets in vec(btree_set(0u32..9, 1..5), 0..9), costs in vec(1u64..6, 9)) {
        let sets: Vec<Vec<u32>> = sets.into_iter().map(|set| set.into_iter().collect()).collect();
        let cost = |item: u32| costs[item as usize];
        let price = |items: &[u32]| items.iter().map(|&item| cost(item)).sum::<u64>();
        let hits = |items: &[u32]| sets.iter().all(|set| set.iter().any(|item| items.contains(item)));
        let subset = |bits: u32| (0..9).filter(|item| bits & (1 << item) != 0).collect::<Vec<u32>>();
        let least = (0..512).map(subset).filter(|items| hits(items)).map(|items| price(&items)).min();
        let found = hitting::cheapest(&sets, cost, &mut 1_000_000).expect("so few sets are quick");
        prop_assert!(hits(&found) && hits(&hitting::greedy(&sets, cost)));
        prop_assert_eq!(Some(price(&found)), least);
    }
}
