//! Diagrams that the tests of this module lay out: one real pathway, awkward shapes, and random ones.

use crate::base::dice::Dice;
use crate::choose::plan::Plan;
use crate::diagram::{Card, Diagram, Options, Wire};
use crate::graph::{Graph, options};
use crate::order::weave::Weave;
use crate::rank::cycles::returning;
use crate::rank::simplex::ranks;
use crate::rank::spread::squeeze;

/// Names and lanes of the real pathway's cards, in narrative order; a star marks a card of two text lines.
const STRESS_CARDS: [(&str, usize); 21] = [
    ("chronic_stress", 0),
    ("poor_sleep", 0),
    ("exercise", 0),
    ("mindfulness", 0),
    ("social_support", 0),
    ("depression", 0),
    ("sympathetic_ns*", 1),
    ("noradrenaline", 1),
    ("neutrophils_blood", 2),
    ("peripheral_cytokines", 2),
    ("antiinflammatory_drugs", 2),
    ("skull_marrow", 3),
    ("skull_channels", 3),
    ("tibia_marrow", 3),
    ("haematopoiesis", 3),
    ("meningeal_neutrophils*", 4),
    ("ifn1_signalling*", 4),
    ("meningeal_inflammation", 4),
    ("neutrophil_blockade", 4),
    ("frontolimbic_regulation", 5),
    ("mouse_depression_like*", 6),
];

/// The real pathway's links; "!" marks the one declared to lead back.
const STRESS_LINKS: &str = "poor_sleep>peripheral_cytokines exercise>peripheral_cytokines \
    mindfulness>peripheral_cytokines chronic_stress>sympathetic_ns sympathetic_ns>skull_marrow \
    noradrenaline>haematopoiesis sympathetic_ns>noradrenaline haematopoiesis>neutrophils_blood \
    chronic_stress>neutrophils_blood chronic_stress>meningeal_neutrophils skull_marrow>skull_channels \
    skull_channels>meningeal_neutrophils tibia_marrow>meningeal_neutrophils \
    meningeal_neutrophils>meningeal_inflammation ifn1_signalling>meningeal_neutrophils \
    ifn1_signalling>mouse_depression_like meningeal_neutrophils>mouse_depression_like \
    meningeal_inflammation>frontolimbic_regulation meningeal_inflammation>depression !depression>chronic_stress \
    skull_marrow>meningeal_inflammation neutrophil_blockade>meningeal_neutrophils social_support>peripheral_cytokines \
    antiinflammatory_drugs>depression poor_sleep>haematopoiesis exercise>haematopoiesis chronic_stress>depression";

/// The real pathway from chronic stress to depression.
pub(crate) fn stress() -> Diagram {
    let name = |s: &str| s.trim_end_matches('*').to_owned();
    let find = |s: &str| STRESS_CARDS.iter().position(|c| name(c.0) == s).unwrap();
    let height = |s: &str| if s.ends_with('*') { 60.0 } else { 44.0 };
    let cards = STRESS_CARDS
        .iter()
        .map(|c| Card { width: 140.0, height: height(c.0), lane: c.1, at: None, seat: None })
        .collect();
    let wires = STRESS_LINKS.split_whitespace().map(|l| {
        let (from, to) = l.trim_start_matches('!').split_once('>').unwrap();
        Wire { from: find(from), to: find(to), returns: l.starts_with('!'), weight: 1.0 }
    });
    Diagram { cards, wires: wires.collect(), lanes: 7 }
}

/// The index of a card of the real pathway.
pub(crate) fn stress_card(name: &str) -> usize {
    STRESS_CARDS.iter().position(|c| c.0.trim_end_matches('*') == name).unwrap()
}

/// Cards of one size, spread over the lanes in turn, with plain wires.
pub(crate) fn plain(cards: usize, lanes: usize, wires: &[(usize, usize)]) -> Diagram {
    Diagram {
        cards: (0..cards)
            .map(|i| Card { width: 120.0, height: 44.0, lane: i % lanes.max(1), at: None, seat: None })
            .collect(),
        wires: wires.iter().map(|&(from, to)| Wire { from, to, returns: false, weight: 1.0 }).collect(),
        lanes,
    }
}

/// A diagram in letters: the lanes from top to bottom, each with the names of its cards, then the links by cause and
/// effect; `!` marks those that are declared to lead back. Cards are numbered by letter.
///
/// `"ab / c ; ab bc !ca"` is a loop of three cards in two lanes.
pub(crate) fn letters(text: &str) -> Diagram {
    let (lanes, links) = text.split_once(';').unwrap();
    let lanes: Vec<&str> = lanes.split('/').map(str::trim).collect();
    let number = |letter: char| (letter as u8 - b'a') as usize;
    let mut diagram = plain(lanes.iter().map(|lane| lane.len()).sum(), lanes.len(), &[]);
    for (lane, cards) in lanes.iter().enumerate() {
        cards.chars().for_each(|card| diagram.cards[number(card)].lane = lane);
    }
    for link in links.split_whitespace() {
        let ends: Vec<usize> = link.trim_start_matches('!').chars().map(number).collect();
        diagram.wires.push(Wire { from: ends[0], to: ends[1], returns: link.starts_with('!'), weight: 1.0 });
    }
    diagram
}

/// An order of the diagram's cards as the search begins with it, in the shortest columns.
pub(crate) fn weave(graph: &Graph) -> Weave {
    let returning = returning(graph);
    Weave::new(graph, &returning, &squeeze(&ranks(graph, &returning).0))
}

/// That order with all that follows from it.
pub(crate) fn plan(diagram: &Diagram) -> Plan {
    let graph = Graph::new(diagram);
    Plan::new(&graph, &weave(&graph), &options(&Options::default()))
}

/// Named shapes that layouts get wrong.
pub(crate) fn shapes() -> Vec<(&'static str, Diagram)> {
    let chain = |n: usize| (1..n).map(|i| (i - 1, i)).collect::<Vec<_>>();
    let ring: Vec<_> = (0..200).map(|i| (i, (i + 1) % 200)).collect();
    let star: Vec<_> = (1..120).map(|i| if i % 2 == 0 { (0, i) } else { (i, 0) }).collect();
    let complete: Vec<_> = (0..16).flat_map(|a| (0..16).filter(move |&b| a != b).map(move |b| (a, b))).collect();
    let mut odd = plain(6, 2, &[(0, 1), (1, 2), (9, 1), (1, 99), (2, 3), (3, 0), (4, 5), (5, 4)]);
    odd.cards[0].width = f64::NAN;
    odd.cards[1].height = -5.0;
    odd.cards[2].width = 900.0;
    odd.cards[3].lane = 77;
    odd.wires[0].weight = f64::NAN;
    let mut back = plain(5, 3, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (4, 1), (3, 0), (2, 1), (0, 3)]);
    back.wires[4..8].iter_mut().for_each(|w| w.returns = true);
    vec![
        ("empty", Diagram::default()),
        ("one", plain(1, 1, &[])),
        ("isolated", plain(20, 3, &[])),
        ("own loops", plain(3, 2, &[(0, 0), (0, 0), (1, 1), (0, 1), (1, 2), (2, 2)])),
        ("parallel", plain(4, 2, &[(0, 1), (0, 1), (0, 1), (1, 2), (1, 2), (0, 3), (0, 3), (3, 0), (2, 0)])),
        ("ring", plain(200, 4, &ring)),
        ("star", plain(120, 5, &star)),
        ("chain", plain(300, 6, &chain(300))),
        ("long chain", plain(5000, 6, &chain(5000))),
        ("complete", plain(16, 4, &complete)),
        ("odd values", odd),
        ("returning", back),
        ("no lanes", plain(4, 0, &[(0, 1), (1, 2), (2, 3)])),
        ("stress", stress()),
    ]
}

/// A small random diagram: sizes, lanes, wires of all kinds.
pub(crate) fn random(seed: u64) -> Diagram {
    let mut dice = Dice::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    (0..4).for_each(|_| _ = dice.below(2));
    let lanes = 1 + dice.below(6);
    let count = 1 + dice.below(22);
    let cards = (0..count).map(|_| Card {
        width: (60 + dice.below(140)) as f64,
        height: (30 + dice.below(50)) as f64,
        lane: dice.below(lanes),
        at: None,
        seat: None,
    });
    let cards: Vec<Card> = cards.collect();
    let wires = (0..dice.below(2 * count + 2)).map(|_| Wire {
        from: dice.below(count),
        to: dice.below(count),
        returns: dice.below(8) == 0,
        weight: 1.0 + dice.below(3) as f64,
    });
    Diagram { wires: wires.collect(), cards, lanes }
}

/// A random diagram of many cards whose links mostly run along the story, with some back.
pub(crate) fn mesh(cards: usize, lanes: usize, wires: usize) -> Diagram {
    let mut dice = Dice::new(0x51_7CC1_B727_220A ^ cards as u64);
    let ends: Vec<_> = (0..wires)
        .map(|_| {
            let from = dice.below(cards);
            let to = (from + 1 + dice.below(12)) % cards;
            if dice.below(10) == 0 { (to, from) } else { (from, to) }
        })
        .collect();
    let mut diagram = plain(cards, lanes, &ends);
    for card in &mut diagram.cards {
        (card.width, card.height) = ((80 + dice.below(120)) as f64, (40 + 16 * dice.below(3)) as f64);
        card.lane = dice.below(lanes);
    }
    diagram
}
