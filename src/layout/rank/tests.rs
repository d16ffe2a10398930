//! Columns and returning links on small graphs, each against a plain method.

use crate::base::components::strong_components;
use crate::base::dice::Dice;
use crate::base::index::Item;
use crate::base::work::Work;
use crate::diagram::{Diagram, Options, Seat};
use crate::graph::Graph;
use crate::rank::cycles::returning;
use crate::rank::simplex::{longest_path, ranks, shorten};
use crate::rank::spread::{spread, squeeze};
use crate::rank::warm;
use crate::samples::{letters, plain, random};

/// Whether these links close no loop.
fn is_acyclic(count: usize, links: &[(Item, Item)]) -> bool {
    let next = |card: u32| links.iter().filter(move |l| l.0.number() == card as usize).map(|l| l.1.number() as u32);
    let components = strong_components(count, next);
    links.iter().all(|&(from, to)| from != to && components[from] != components[to])
}

/// Total length of links in these columns.
fn length(rank: &[i64], links: &[(Item, Item)]) -> i64 {
    links.iter().map(|&(from, to)| rank[to] - rank[from]).sum()
}

/// The least total length of links in any columns, by trying all.
fn least_length(count: usize, links: &[(Item, Item)]) -> i64 {
    let all = (0..(count as i64).pow(count as u32)).map(|code| {
        let mut rest = code;
        let digit = |_| {
            let rank = rest % count as i64;
            rest /= count as i64;
            rank
        };
        (0..count).map(digit).collect::<Vec<i64>>()
    });
    let fits = |rank: &Vec<i64>| links.iter().all(|&(from, to)| rank[from] < rank[to]);
    all.filter(fits).map(|rank| length(&rank, links)).min().unwrap()
}

#[test]
fn network_simplex_is_as_short_as_trying_everything() {
    // A long way round, a short cut, and a source that belongs next to its only effect.
    let links = [(0, 1), (1, 2), (2, 3), (0, 3), (4, 3)].map(|(a, b)| (Item::new(a), Item::new(b)));
    let mut rank = longest_path(5, &links);
    assert_eq!(rank, [0, 1, 2, 3, 0]);
    shorten(&mut rank, &links);
    assert_eq!(rank, [0, 1, 2, 3, 2]);
    let mut dice = Dice::new(5);
    for _ in 0..150 {
        let order = |a: usize, b: usize| (Item::new(a.min(b)), Item::new(a.max(b)));
        let links: Vec<(Item, Item)> =
            (0..3 + dice.below(6)).map(|_| order(dice.below(5), dice.below(5))).filter(|l| l.0 != l.1).collect();
        let mut rank = longest_path(5, &links);
        shorten(&mut rank, &links);
        assert!(links.iter().all(|&(from, to)| rank[from] < rank[to]), "{links:?}: {rank:?}");
        assert_eq!(length(&rank, &links), least_length(5, &links), "{links:?}: {rank:?}");
    }
}

#[test]
fn columns_keep_every_link_that_they_are_made_for() {
    for seed in 1..300 {
        let graph = Graph::new(&random(seed));
        let back = returning(&graph);
        let (rank, links) = ranks(&graph, &back);
        assert!(links.iter().all(|&(from, to)| rank[from] < rank[to]), "seed {seed}");
        let forward = graph.links.iter().zip(&back).filter(|(_, back)| !**back);
        assert!(forward.clone().all(|(l, _)| links.contains(&(l.from, l.to))), "seed {seed}");
        for narrow in [1.0, 0.4] {
            let (_, thin) = spread_out(&graph, &links, &rank, narrow);
            assert!(links.iter().all(|&(from, to)| thin[from] < thin[to]), "seed {seed}");
        }
    }
}

fn spread_out(graph: &Graph, links: &[(Item, Item)], rank: &[i64], narrow: f64) -> (f64, Vec<usize>) {
    let mut work = Work::quiet();
    work.renew(1_000_000, (0.0, 0.0));
    spread(graph, links, rank, narrow, &Options::default(), &mut work)
}

#[test]
fn cards_that_may_stand_anywhere_spread_until_they_fit_the_window() {
    let graph = Graph::new(&plain(20, 1, &[]));
    let (share, thin) = spread_out(&graph, &[], &[0; 20], 1.0);
    let in_column = |column: usize| thin.iter().filter(|&&c| c == column).count();
    let columns = thin.iter().max().unwrap() + 1;
    assert!(share < 0.5 && (3..=6).contains(&columns), "{share} of the fit in {columns} columns");
    assert!((0..columns).all(|column| (3..=7).contains(&in_column(column))), "{thin:?}");
}

#[test]
fn columns_are_numbered_without_gaps() {
    assert_eq!(squeeze(&[7, -2, 3, 3, 7]), [2, 0, 1, 1, 2]);
}

/// Which links lead back, as they are written in the notation.
fn back(text: &str) -> String {
    let graph = Graph::new(&letters(text));
    let back = returning(&graph);
    let name = |card: Item| char::from(b'a' + card.number() as u8);
    let links = graph.links.iter().zip(back).filter(|(_, back)| *back);
    links.map(|(l, _)| [name(l.from), name(l.to)].iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[test]
fn as_few_links_as_can_be_lead_back() {
    assert_eq!(back("abc ; ab bc ac"), "");
    // A loop is opened where the story begins, wherever it was declared to be.
    assert_eq!(back("abc ; ab bc ca"), "ca");
    assert_eq!(back("abc ; ab !bc ca"), "bc");
    // One link closes both loops.
    assert_eq!(back("abcd ; ab bc ca cd da"), "ca da");
    assert_eq!(back("abcd ; ab bc ad ca dc"), "ca");
    // Among equals the link to an upper lane leads back.
    assert_eq!(back("b / acd ; ad dc cb ba"), "cb");
}

#[test]
fn without_returning_links_nothing_closes_a_loop_and_each_of_them_would() {
    for seed in 1..400 {
        let graph = Graph::new(&random(seed));
        let back = returning(&graph);
        let forward: Vec<(Item, Item)> =
            graph.links.iter().zip(&back).filter(|(_, back)| !**back).map(|(l, _)| (l.from, l.to)).collect();
        assert!(is_acyclic(graph.count(), &forward), "seed {seed}");
        for (link, _) in graph.links.iter().zip(&back).filter(|(l, back)| **back && !l.returns) {
            let more: Vec<_> = forward.iter().copied().chain([(link.from, link.to)]).collect();
            assert!(!is_acyclic(graph.count(), &more), "seed {seed}: {link:?} could run forward");
        }
        assert!(graph.links.iter().zip(&back).all(|(l, back)| *back || !l.returns), "seed {seed}");
    }
}

/// The diagram with cards in these columns.
fn seated(text: &str, columns: &[usize]) -> Diagram {
    let mut diagram = letters(text);
    for (card, &rank) in diagram.cards.iter_mut().zip(columns) {
        card.seat = Some(Seat { rank, order: 0 });
    }
    diagram
}

#[test]
fn seats_are_kept_and_new_cards_go_beside_their_neighbours() {
    let warm = |diagram: &Diagram| {
        let graph = Graph::new(diagram);
        let mut back = returning(&graph);
        (warm::ranks(&graph, &mut back), back)
    };
    // Columns wider than need be stay as people know them; d has no seat and stands right of its cause.
    let diagram = seated("abcd ; ab bc bd", &[0, 2, 5]);
    assert_eq!(warm(&diagram), (Some(vec![0, 2, 5, 3]), vec![false; 3]));
    // Without a cause it stands left of its effect.
    assert_eq!(warm(&seated("abcd ; ab bc dc", &[0, 2, 5])).0, Some(vec![0, 2, 5, 4]));
    // A link against the seats pushes one card.
    assert_eq!(warm(&seated("abc ; ab ca", &[1, 2, 1])).0, Some(vec![1, 2, 0]));
    // With fewer seats than cards there is nothing to keep to.
    assert_eq!(warm(&seated("abcde ; ab bc", &[0, 1])).0, None);
}
