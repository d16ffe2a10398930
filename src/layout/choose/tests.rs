//! Seats by hand, and what other ranks must keep.

use crate::base::work::Work;
use crate::choose::plan::Plan;
use crate::choose::tune::Tuner;
use crate::diagram::{Options, Seat};
use crate::graph::{Graph, options};
use crate::order::search::Search;
use crate::rank::cycles::returning;
use crate::samples::{letters, mesh, plan, weave};

#[test]
fn seats_are_columns_and_places_in_a_lane() {
    let options = options(&Options::default());
    let drawing = plan(&letters("abcd / e ; ab ac ae bd")).drawing(&[false; 4], &options, false);
    let seat = |rank, order| Seat { rank, order };
    // b and c stand in one lane of the second column, e in the lane below.
    assert_eq!(drawing.seats, [seat(0, 0), seat(1, 0), seat(1, 1), seat(2, 0), seat(1, 0)]);
}

#[test]
fn ranks_are_tuned_only_for_what_costs_less_and_links_stay_forward() {
    let options = options(&Options::default());
    let mut tuned = 0;
    for cards in 20..32 {
        let graph = Graph::new(&mesh(cards, 3, 3 * cards / 2));
        let (back, price) = (returning(&graph), vec![0; graph.links.len()]);
        let mut work = Work::quiet();
        work.renew(1_000_000, (0.0, 0.0));
        let mut order = weave(&graph);
        Search::new(&mut order, price.clone()).first(&mut work);
        let tuner = Tuner { graph: &graph, returning: &back, price: &price, options: &options };
        let Some(better) = tuner.tune(&order, &mut work) else { continue };
        tuned += 1;
        for (link, back) in graph.links.iter().zip(&back) {
            assert!(*back || better.column(link.from) < better.column(link.to), "{cards} cards: {link:?}");
        }
        assert!(better.columns.iter().all(|column| !column.is_empty()), "{cards} cards");
        let crossings = |weave| Plan::new(&graph, weave, &options).crossings;
        assert!(crossings(&better) < 2 * crossings(&order), "{cards} cards: crossings are not forgotten for size");
    }
    assert!(tuned > 3, "{tuned} tuned");
}
