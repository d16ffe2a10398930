//! Random pathways and brute force for the tests of all questions, and tests of the web itself.

use std::collections::BTreeSet;

use proptest::{collection::vec, option, prelude::*};

use super::*;
use crate::{
    analysis::lens::Lens,
    model::{
        Delay, Design, Effect, Evidence, Extra, Grade, Kind, Link, LinkId, Node, NodeId, Parts, Pathway, Popular,
        Reading, SourceId, Stance,
    },
};

/// A link as it is drawn by lot.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Drawn {
    ends: (u8, u8),
    effect: usize,
    told: Option<usize>,
    grade: usize,
    delay: Option<usize>,
    evidence: Vec<(usize, usize)>,
}

/// Up to so many links between so many nodes.
pub(in crate::analysis) fn drawn(nodes: u8, links: usize) -> impl Strategy<Value = Vec<Drawn>> {
    let effect = prop_oneof![4 => 0usize..2, 1 => 2usize..5];
    let rest = (option::weighted(0.2, 0usize..5), 0usize..5, option::of(0usize..7), vec((0usize..4, 0usize..3), 0..3));
    let one = ((0..nodes, 0..nodes), effect, rest).prop_map(|(ends, effect, (told, grade, delay, evidence))| Drawn {
        ends,
        effect,
        told,
        grade,
        delay,
        evidence,
    });
    vec(one, 0..=links)
}

/// A lens that asks for a reading, and sometimes for a grade.
pub(in crate::analysis) fn lens() -> impl Strategy<Value = Lens> {
    (any::<bool>(), prop_oneof![3 => Just(4usize), 1 => 1usize..4]).prop_map(|(told, grade)| Lens {
        reading: if told { Reading::Told } else { Reading::Shown },
        weakest: Grade::ALL[grade],
        ..Lens::default()
    })
}

fn link(index: usize, drawn: &Drawn) -> Link {
    let name = |node: u8| format!("n{node}");
    let (from, to) = (name(drawn.ends.0), name(drawn.ends.1));
    let mut link = Link::new(&format!("l{index}"), &from, &to, Effect::ALL[drawn.effect]);
    link.grade = Grade::ALL[drawn.grade];
    link.delay = drawn.delay.map(|delay| Delay::ALL[delay]);
    link.popular = drawn.told.map(|told| Popular {
        effect: Effect::ALL[told],
        says: String::new(),
        note: String::new(),
        extra: Extra::new(),
    });
    link.evidence = drawn
        .evidence
        .iter()
        .map(|&(stance, species)| Evidence {
            source: SourceId::new("s"),
            stance: Stance::ALL[stance],
            design: Design::Trial,
            species: vec![["human", "mouse", "rat"][species].to_owned()],
            sample: String::new(),
            finding: String::new(),
            locator: None,
            extra: Extra::new(),
        })
        .collect();
    link
}

/// The pathway in the order drawn, and turned round.
pub(in crate::analysis) fn both_orders(nodes: u8, drawn: &[Drawn]) -> [Pathway; 2] {
    let node = |n| Node::new(&format!("n{n}"), &format!("Node {n}"), Kind::ALL[n as usize % 16], "all");
    let mut parts = Parts { nodes: (0..nodes).map(node).collect(), ..Parts::default() };
    parts.links = drawn.iter().enumerate().map(|(index, each)| link(index, each)).collect();
    let mut turned = parts.clone();
    turned.nodes.reverse();
    turned.links.reverse();
    [parts, turned].map(|parts| Pathway::from_parts(parts, Vec::new()))
}

/// Nodes `0`, `1` and so on in a ring or a chain of links that raise.
pub(in crate::analysis) fn long(nodes: usize, closed: bool) -> Pathway {
    let name = |n: usize| format!("n{n:06}");
    let mut parts = Parts {
        nodes: (0..nodes).map(|n| Node::new(&name(n), &name(n), Kind::Other, "all")).collect(),
        ..Parts::default()
    };
    let last = if closed { nodes } else { nodes - 1 };
    let link = |n: usize| Link::new(&format!("l{n:06}"), &name(n), &name((n + 1) % nodes), Effect::Raises);
    parts.links = (0..last).map(link).collect();
    Pathway::from_parts(parts, Vec::new())
}

/// A pathway of links that raise, from lines `a b`, as they go.
pub(in crate::analysis) fn raising(pairs: impl IntoIterator<Item = (usize, usize)>) -> Pathway {
    let pairs: Vec<(usize, usize)> = pairs.into_iter().collect();
    let nodes: BTreeSet<usize> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
    let name = |n: usize| format!("n{n:02}");
    let mut parts = Parts {
        nodes: nodes.iter().map(|&n| Node::new(&name(n), &name(n), Kind::Other, "all")).collect(),
        ..Parts::default()
    };
    let link = |(index, &(a, b)): (usize, &(usize, usize))| {
        Link::new(&format!("l{index:03}"), &name(a), &name(b), Effect::Raises)
    };
    parts.links = pairs.iter().enumerate().map(link).collect();
    Pathway::from_parts(parts, Vec::new())
}

/// Every ordered pair of so many nodes.
pub(in crate::analysis) fn complete(nodes: usize) -> Pathway {
    raising((0..nodes).flat_map(move |a| (0..nodes).filter(move |&b| a != b).map(move |b| (a, b))))
}

/// Petersen's graph, each edge as two links.
pub(in crate::analysis) fn petersen() -> Pathway {
    let outer = (0..5).map(|n| (n, (n + 1) % 5));
    let spokes = (0..5).map(|n| (n, n + 5));
    let inner = (0..5).map(|n| (n + 5, (n + 2) % 5 + 5));
    raising(outer.chain(spokes).chain(inner).flat_map(|(a, b)| [(a, b), (b, a)]))
}

/// The links that carry, by id.
pub(in crate::analysis) fn carrying<'a>(pathway: &'a Pathway, lens: &Lens) -> Vec<&'a Link> {
    let mut links: Vec<&Link> = pathway.links().map(|link| &**link).filter(|link| lens.carries(link)).collect();
    links.sort_by(|a, b| a.id.cmp(&b.id));
    links
}

/// What can be reached from a node over links, itself included.
pub(in crate::analysis) fn reach(links: &[&Link], start: &NodeId) -> BTreeSet<NodeId> {
    let mut seen = BTreeSet::from([start.clone()]);
    let mut size = 0;
    while size < seen.len() {
        size = seen.len();
        let more: Vec<NodeId> = links.iter().filter(|l| seen.contains(&l.from)).map(|l| l.to.clone()).collect();
        seen.extend(more);
    }
    seen
}

/// Every way from one node to another that passes no node twice, by brute force; loops where the two are the same.
pub(in crate::analysis) fn ways<'a>(links: &[&'a Link], from: &NodeId, to: &NodeId) -> Vec<Vec<&'a Link>> {
    let mut found = Vec::new();
    extend(links, from, to, &mut Vec::new(), &mut found);
    found
}

fn extend<'a>(links: &[&'a Link], from: &NodeId, to: &NodeId, way: &mut Vec<&'a Link>, found: &mut Vec<Vec<&'a Link>>) {
    let at = way.last().map_or(from, |link| &link.to);
    for link in links.iter().filter(|link| link.from == *at) {
        way.push(link);
        if link.to == *to {
            found.push(way.clone());
        } else if link.to != *from && way.iter().all(|before| before.from != link.to) {
            extend(links, from, to, way, found);
        }
        way.pop();
    }
}

/// Every loop by brute force, from its first node by id.
pub(in crate::analysis) fn rings<'a>(pathway: &'a Pathway, lens: &Lens) -> Vec<Vec<&'a Link>> {
    let links = carrying(pathway, lens);
    let roots = pathway.nodes().flat_map(|node| {
        let later: Vec<&Link> = links.iter().copied().filter(|l| l.from >= node.id && l.to >= node.id).collect();
        ways(&later, &node.id, &node.id)
    });
    roots.collect()
}

/// The product of the signs of links under a lens; 0 where one has none.
pub(in crate::analysis) fn sign(links: &[&Link], lens: &Lens) -> i8 {
    links.iter().map(|link| lens.effect(link).sign().unwrap_or(0)).product()
}

/// Where a way stands among equals: by the ids of each node and link that it comes to.
pub(in crate::analysis) fn place(links: &[&Link]) -> Vec<(NodeId, NodeId, LinkId)> {
    links.iter().map(|link| (link.from.clone(), link.to.clone(), link.id.clone())).collect()
}

/// The timing that links should have.
pub(in crate::analysis) fn timing(links: &[&Link]) -> Timing {
    let longest = links.iter().filter_map(|link| link.delay).max();
    let first = longest.and_then(|delay| links.iter().find(|link| link.delay == Some(delay)));
    Timing {
        slowest: first.and_then(|link| link.delay.map(|delay| (delay, link.id.clone()))),
        unknown: links.iter().filter(|link| link.delay.is_none()).map(|link| link.id.clone()).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_web_has_the_links_that_carry(drawn in drawn(6, 14), lens in lens()) {
        let [one, other] = both_orders(6, &drawn);
        let (web, turned) = (Web::new(&one, &lens), Web::new(&other, &lens));
        let listed = |web: &Web| (0..web.link_count() as u32).map(|link| {
            (web.node(web.from(link)).clone(), web.node(web.to(link)).clone(), web.link(link).id.clone(), web.sign(link))
        }).collect::<Vec<_>>();
        let mut expected: Vec<_> = carrying(&one, &lens).iter().map(|link| {
            (link.from.clone(), link.to.clone(), link.id.clone(), sign(&[link], &lens))
        }).collect();
        expected.sort();
        prop_assert_eq!(listed(&web), expected);
        prop_assert_eq!(listed(&web), listed(&turned));
        for node in 0..web.node_count() as u32 {
            prop_assert!(web.links_from(node).all(|link| web.from(link) == node));
            prop_assert!(web.links_to(node).iter().all(|&link| web.to(link) == node));
            prop_assert_eq!(web.number(web.node(node)), Some(node));
        }
        let ins: usize = (0..web.node_count() as u32).map(|node| web.links_to(node).len()).sum();
        prop_assert_eq!(ins, web.link_count());
    }

    #[test]
    fn components_are_what_leads_to_one_another(drawn in drawn(7, 14), lens in lens()) {
        let [one, _] = both_orders(7, &drawn);
        let (web, links) = (Web::new(&one, &lens), carrying(&one, &lens));
        let component = web.components(|_| true);
        for a in 0..7u32 {
            for b in 0..7u32 {
                let leads = |from: u32, to: u32| reach(&links, web.node(from)).contains(web.node(to));
                prop_assert_eq!(component[a as usize] == component[b as usize], leads(a, b) && leads(b, a));
            }
        }
    }
}

#[test]
fn without_a_paper_a_link_is_judged_by_what_is_left() {
    let mut pathway = both_orders(2, &[])[0].clone();
    let mut strong =
        link(0, &Drawn { ends: (0, 1), effect: 0, told: None, grade: 0, delay: None, evidence: vec![(0, 0), (0, 1)] });
    strong.evidence[1].source = SourceId::new("other");
    let mut parts = Parts { nodes: pathway.nodes().map(|node| Node::clone(node)).collect(), ..Parts::default() };
    parts.links = vec![strong];
    pathway = Pathway::from_parts(parts, Vec::new());
    let seen = |lens: &Lens| {
        let web = Web::new(&pathway, lens);
        (web.grade(0), species(&web, 0).join(" "))
    };
    assert_eq!(seen(&Lens::default()), (Grade::A, "human mouse".to_owned()));
    // What is left is one trial on mice, which carries no more than a C.
    assert_eq!(seen(&Lens { without: Some(SourceId::new("s")), ..Lens::default() }), (Grade::C, "mouse".to_owned()));
}

#[test]
fn an_empty_pathway_has_an_empty_web() {
    let (pathway, lens) = (Pathway::default(), Lens::default());
    let web = Web::new(&pathway, &lens);
    assert_eq!((web.node_count(), web.link_count(), web.components(|_| true)), (0, 0, Vec::new()));
    assert_eq!(web.find(&"a".into()), Err(Refusal::UnknownNode("a".into())));
}
