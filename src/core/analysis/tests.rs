//! No answer depends on how a file happens to be sorted.

use proptest::{collection::vec, prelude::*};

use super::{
    cuts::{break_loops, cuts},
    lens::{Lens, summary, told_and_shown},
    loops::{self, loops},
    prose, reach,
    routes::{self, routes},
    web::tests::{both_orders, drawn, lens},
    whatif::{Push, whatif},
};
use crate::model::{NodeId, Pathway};

/// The same pathway with its nodes and links in the order of some lots.
fn shuffled(pathway: &Pathway, lots: &[u32]) -> Pathway {
    fn by_lot<T>(list: Vec<T>, lots: &mut impl Iterator<Item = u32>) -> Vec<T> {
        let mut drawn: Vec<(u32, T)> = lots.zip(list).collect();
        drawn.sort_by_key(|each| each.0);
        drawn.into_iter().map(|each| each.1).collect()
    }
    let mut lots = lots.iter().copied().cycle();
    let mut parts = pathway.parts();
    (parts.nodes, parts.links) = (by_lot(parts.nodes, &mut lots), by_lot(parts.links, &mut lots));
    Pathway::from_parts(parts, Vec::new())
}

/// Everything that can be asked, as text.
fn everything(pathway: &Pathway, lens: &Lens, push: &Push) -> Vec<String> {
    let id = |n: u8| NodeId::new(&format!("n{n}"));
    let (one, other, last) = (id(0), id(1), id(5));
    let few = loops::Limits { loops: 3, ..loops::Limits::default() };
    let found = loops(pathway, lens, loops::Limits::default());
    let reasons = found.loops.iter().map(|each| each.reason(pathway, lens)).collect::<Vec<_>>();
    let mut said = vec![
        format!("{found:?} {:?} {reasons:?}", found.names(pathway)),
        format!("{:?} {:?}", loops(pathway, lens, few), break_loops(pathway, lens, few)),
        format!("{:?}", break_loops(pathway, lens, loops::Limits::default())),
        format!("{:?}", routes(pathway, lens, &one, &last, routes::Limits::default())),
        format!("{:?}", routes(pathway, lens, &one, &last, routes::Limits { routes: 2, ..routes::Limits::default() })),
        format!("{:?}", cuts(pathway, lens, &one, &last)),
        format!("{:?} {:?}", reach::effects(pathway, lens, &one), reach::causes(pathway, lens, &one)),
        format!("{:?}", reach::common_causes(pathway, lens, &one, &other)),
        format!("{:?}", reach::common_effects(pathway, lens, &one, &other)),
        format!("{} {:?}", summary(pathway, lens), told_and_shown(pathway)),
    ];
    if let Ok(answer) = whatif(pathway, lens, push) {
        said.push(format!("{:?} {:?} {:?}", answer.answers, answer.roots, answer.steps));
        said.push(format!("{:?} {:?} {:?}", answer.cut_off, answer.still_reached, answer.broken_loops));
        said.push(format!("{:?}", prose::whatif(pathway, &answer)));
        said.extend((0..6).map(|n| format!("{:?}", answer.watch(pathway, &id(n)))));
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_file_decides_nothing(
        drawn in drawn(6, 14),
        lens in lens(),
        lots in vec(any::<u32>(), 21),
        done in vec(0u8..8, 6),
    ) {
        let [pathway, _] = both_orders(6, &drawn);
        let mut push = Push::default();
        for (n, done) in (0..6).zip(done) {
            let id = NodeId::new(&format!("n{n}"));
            match done {
                0 => drop(push.raise.insert(id)),
                1 => drop(push.lower.insert(id)),
                2 | 3 => drop(push.block_nodes.insert(id)),
                _ => {}
            }
        }
        let (here, there) = (everything(&pathway, &lens, &push), everything(&shuffled(&pathway, &lots), &lens, &push));
        for (here, there) in here.iter().zip(&there) {
            prop_assert_eq!(here, there);
        }
    }
}
