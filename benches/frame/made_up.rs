//! A made-up pathway as large as asked: lanes, labels of usual length, all grades, 1.6 links a node.

use pathlight::model::{About, Effect, Grade, Kind, Lane, LaneId, Link, Node, Parts, Pathway};

const LANES: usize = 8;
const FIRST: [&str; 8] =
    ["Chronic", "Activated", "Circulating", "Meningeal", "Impaired", "Elevated", "Cortical", "Systemic"];
const SECOND: [&str; 9] =
    ["stress", "neutrophils", "interferon", "marrow", "microglia", "sleep", "cortisol", "kynurenine", "serotonin"];
const THIRD: [&str; 6] = ["", " signalling", " in the meninges", " release", " of the skull", " pathway activity"];

/// The pathway of so many nodes.
pub(crate) fn pathway(nodes: usize) -> Pathway {
    let mut parts = Parts { about: About { id: "made-up".to_owned(), ..About::default() }, ..Parts::default() };
    let mut dice = Dice(7);
    for i in 0..LANES {
        parts.lanes.push(Lane { id: LaneId::new(&format!("l{i}")), label: format!("Lane {i}"), extra: Vec::new() });
    }
    for i in 0..nodes {
        let label = format!("{} {}{}", dice.one(&FIRST), dice.one(&SECOND), dice.one(&THIRD));
        let lane = (i * LANES / nodes + dice.below(3)).min(LANES - 1);
        parts.nodes.push(Node::new(&format!("n{i}"), &label, dice.one(&Kind::ALL), &format!("l{lane}")));
    }
    for i in 0..nodes * 8 / 5 {
        let from = dice.below(nodes);
        let ahead = 1 + dice.below(nodes / 12 + 3);
        let to = if dice.below(20) == 0 { from.saturating_sub(ahead) } else { (from + ahead).min(nodes - 1) };
        let effect = dice.one(&Effect::ALL);
        let mut link = Link::new(&format!("e{i}"), &format!("n{from}"), &format!("n{to}"), effect);
        link.grade = dice.one(&Grade::ALL);
        parts.links.push(link);
    }
    Pathway::from_parts(parts, Vec::new())
}

/// Numbers without a pattern that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
