//! Orders of small graphs: crossings against every pair of lines, the best way of a link against all ways.

use crate::base::dice::Dice;
use crate::base::index::{Item, Link};
use crate::base::work::Work;
use crate::graph::Graph;
use crate::order::detours::{Detours, Gate};
use crate::order::layers::Layers;
use crate::order::reseat::Reseater;
use crate::order::search::Search;
use crate::order::span::Way;
use crate::order::sweep::arrange;
use crate::order::thread::Threader;
use crate::order::walls::lead_again;
use crate::order::weave::Weave;
use crate::samples::{letters, random, weave};

fn work() -> Work<'static> {
    let mut work = Work::quiet();
    work.renew(10_000_000, (0.0, 0.0));
    work
}

/// Where the lines of each gap begin and end: gap 0 lies left of the first column, and what comes from or goes to the
/// outside lies above or below all places.
fn lines(weave: &Weave) -> Vec<Vec<(i64, i64)>> {
    let mut lines = vec![Vec::new(); weave.columns.len() + 1];
    let at = |item: Item| i64::from(weave.at[item]);
    let column = |item: Item| weave.column(item);
    for (link, span) in weave.links().zip(&weave.spans) {
        let outside = match weave.way[link] {
            Way::Absent => continue,
            Way::Inside => {
                let path: Vec<Item> = weave.path(link).collect();
                path.windows(2).for_each(|p| lines[column(p[0]) + 1].push((at(p[0]), at(p[1]))));
                continue;
            }
            Way::Above => -1,
            Way::Below => 1_000_000,
        };
        lines[column(span.from) + 1].push((at(span.from), outside));
        lines[column(span.to)].push((outside, at(span.to)));
    }
    lines
}

fn crossings(weave: &Weave) -> u64 {
    let crosses = |a: &(i64, i64), b: &(i64, i64)| a.0 < b.0 && a.1 > b.1;
    let pairs = |gap: &Vec<(i64, i64)>| gap.iter().map(|a| gap.iter().filter(|b| crosses(a, b)).count()).sum::<usize>();
    lines(weave).iter().map(pairs).sum::<usize>() as u64
}

/// The names of the cards of each column, with a dot for each bend.
fn columns(weave: &Weave) -> String {
    let name = |&item: &Item| if weave.is_card(item) { char::from(b'a' + item.number() as u8) } else { '.' };
    weave.columns.iter().map(|column| column.iter().map(name).collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[test]
fn columns_hold_cards_by_lane_and_a_bend_for_each_column_that_is_passed() {
    let graph = Graph::new(&letters("abc / d ; ab bc ac ad !ca"));
    let weave = weave(&graph);
    // The link from a to c passes b's column, and so does the returning one, inside at first.
    assert_eq!(columns(&weave), "a bd.. c");
    assert_eq!(weave.way, [Way::Inside; 5]);
    assert_eq!(weave.crossings(), crossings(&weave));
}

#[test]
fn crossings_are_those_of_every_pair_of_lines_wherever_links_run() {
    let mut dice = Dice::new(23);
    for seed in 1..300 {
        let graph = Graph::new(&random(seed));
        let mut weave = weave(&graph);
        for link in weave.links() {
            let way = [Way::Inside, Way::Above, Way::Below][dice.below(3)];
            if way != Way::Inside {
                weave.take_link(link);
                weave.put_known(link, way);
            }
        }
        for c in 0..weave.columns.len() {
            let count = weave.columns[c].len();
            (0..count).for_each(|i| weave.columns[c].swap(i, dice.below(count)));
            weave.number(c);
        }
        assert_eq!(weave.crossings(), crossings(&weave), "seed {seed}");
        let layers = Layers::new(&weave);
        let inside: u64 = weave.links().filter(|&l| weave.way[l] == Way::Inside).count() as u64;
        assert_eq!(layers.chains.len() as u64, inside, "seed {seed}");
        if layers.outside.is_empty() {
            assert_eq!(layers.crossings(), weave.crossings(), "seed {seed}");
        }
    }
}

#[test]
fn sweeps_and_sifting_untangle_what_can_be_untangled() {
    let graph = Graph::new(&letters("abcdefgh ; ah bg cf de"));
    let mut tangled = weave(&graph);
    arrange(&mut tangled, &mut work());
    assert_eq!(crossings(&tangled), 0, "{}", columns(&tangled));
    for seed in 1..200 {
        let graph = Graph::new(&random(seed));
        let mut weave = weave(&graph);
        let before = crossings(&weave);
        arrange(&mut weave, &mut work());
        assert!(crossings(&weave) <= before, "seed {seed}");
        // No two neighbours that may change places would cross less for it.
        let after = crossings(&weave);
        for c in 0..weave.columns.len() {
            for i in 1..weave.columns[c].len() {
                if weave.may_swap(weave.columns[c][i - 1], weave.columns[c][i]) {
                    let mut other = weave.clone();
                    other.columns[c].swap(i - 1, i);
                    other.number(c);
                    assert!(crossings(&other) >= after, "seed {seed}: column {c}, place {i}");
                }
            }
        }
    }
}

/// The fewest crossings that a link which was taken out can have, by trying all slots of its bends.
fn fewest(weave: &Weave, link: Link) -> u64 {
    let slots = weave.spans[link].bends.items().map(|bend| weave.columns[weave.column(bend)].len() + 1);
    let mut ways = vec![Vec::new()];
    for count in slots {
        ways = ways.iter().flat_map(|w: &Vec<usize>| (0..count).map(|s| [&w[..], &[s]].concat())).collect();
    }
    let cost = |slots: &Vec<usize>| {
        let mut other = weave.clone();
        other.put_inside(link, slots);
        crossings(&other)
    };
    ways.iter().map(cost).min().unwrap() - crossings(weave)
}

#[test]
fn threads_are_the_best_of_all_ways() {
    let mut tried = 0;
    for seed in 1..160 {
        let graph = Graph::new(&random(seed));
        let mut weave = weave(&graph);
        for link in weave.links().filter(|&l| weave.fits_inside(l)).collect::<Vec<_>>() {
            let (bends, mut threader) = (weave.spans[link].bends, Threader::default());
            if !(1..=2).contains(&bends.len()) {
                continue;
            }
            let before = crossings(&weave);
            let cost = threader.cost(&weave, link, &mut work());
            weave.take_link(link);
            assert_eq!(before - crossings(&weave), cost as u64, "seed {seed}, {link:?}: what it costs as it runs");
            let course = threader.course(&weave, link, &mut work());
            assert_eq!(course.cost as u64, fewest(&weave, link), "seed {seed}, {link:?}");
            let without = crossings(&weave);
            weave.put_inside(link, &course.slots);
            assert_eq!(crossings(&weave) - without, course.cost as u64, "seed {seed}, {link:?}");
            tried += 1;
        }
    }
    assert!(tried > 200, "{tried} links with bends");
}

#[test]
fn what_is_put_back_gains_what_it_says_or_leaves_all_as_it_was() {
    let (mut dice, mut checked) = (Dice::new(9), 0);
    for seed in 1..150 {
        let graph = Graph::new(&random(seed));
        let mut weave = weave(&graph);
        let mut reseater = Reseater::new(&weave, vec![2; weave.spans.len()]);
        // An outside link to the next column meets itself there, which counts while it is in place and not before.
        let meets_itself = weave.spans.iter().any(|s| weave.column(s.from) + 1 == weave.column(s.to) && s.returns);
        if meets_itself {
            continue;
        }
        checked += 1;
        for _ in 0..10 {
            let (before, old) = (reseater.total(&weave), (weave.columns.clone(), weave.way.clone()));
            let cards = [Item::new(dice.below(graph.count()))];
            let least = dice.below(3) as i64;
            match reseater.renew(&mut weave, &cards, &[], least, &mut dice, &mut work()) {
                Some(gain) => {
                    assert!(gain >= least, "seed {seed}");
                    assert_eq!(before - reseater.total(&weave), gain, "seed {seed}");
                }
                None => assert!(old == (weave.columns.clone(), weave.way.clone()), "seed {seed}"),
            }
            assert_eq!(weave.crossings(), crossings(&weave), "seed {seed}");
            for column in &weave.columns {
                let lanes = column.iter().filter_map(|&i| weave.lane(i));
                assert!(lanes.is_sorted(), "seed {seed}: cards stand by lane");
            }
        }
    }
    assert!(checked > 60, "{checked} diagrams");
}

#[test]
fn the_search_finds_orders_without_crossings_where_there_are_some() {
    // Two trees that share their leaves in the same order, begun in the wrong one.
    let graph = Graph::new(&letters("abcdefghi ; ab ac ad bg ch di eg fi"));
    let mut weave = weave(&graph);
    let price = vec![0; graph.links.len()];
    Search::new(&mut weave, price).first(&mut work());
    assert_eq!(crossings(&weave), 0, "{}", columns(&weave));
}

#[test]
fn tracks_hold_links_that_do_not_meet() {
    for seed in 1..300 {
        let graph = Graph::new(&random(seed));
        let mut weave = weave(&graph);
        for link in weave.links() {
            weave.take_link(link);
            weave.put_known(link, if link.number() % 2 == 0 { Way::Above } else { Way::Below });
        }
        let layers = Layers::new(&weave);
        let detours = Detours::new(&graph, &layers);
        assert_eq!(detours.list.len(), graph.links.len());
        // Columns and gaps in half steps; a cap stands on its card, a riser in the gap beside it.
        let span = |d: &crate::order::detours::Detour| {
            let (from, to) = (graph.links[d.link].from, graph.links[d.link].to);
            let exit = 2 * layers.column[from] + if d.exit == Gate::Cap { 1 } else { 2 };
            let entry = 2 * layers.column[to] + usize::from(d.entry == Gate::Cap);
            (exit.min(entry), exit.max(entry))
        };
        for (i, a) in detours.list.iter().enumerate() {
            for b in detours.list[i + 1..].iter().filter(|b| (a.above, a.track) == (b.above, b.track)) {
                assert!(span(a).1 < span(b).0 || span(b).1 < span(a).0, "seed {seed}: {a:?} and {b:?}");
            }
        }
    }
}

#[test]
fn long_links_led_again_keep_every_column_whole() {
    let mut moved = 0;
    for seed in 1..200 {
        let graph = Graph::new(&random(seed));
        let mut layers = Layers::new(&weave(&graph));
        let y: Vec<f64> = layers.at.iter().map(|&at| at as f64 * 50.0).collect();
        let sorted = |layers: &Layers| -> Vec<Vec<Item>> {
            let sort = |mut column: Vec<Item>| {
                column.sort_unstable();
                column
            };
            layers.columns.iter().cloned().map(sort).collect()
        };
        let cards = |layers: &Layers| -> Vec<Vec<Item>> {
            layers.columns.iter().map(|c| c.iter().copied().filter(|&i| layers.is_card(i)).collect()).collect()
        };
        let before = (sorted(&layers), cards(&layers));
        moved += usize::from(lead_again(&mut layers, &y, &mut 1_000_000));
        assert!(before == (sorted(&layers), cards(&layers)), "seed {seed}: only bends change places");
        let placed = |c: &Vec<Item>| c.iter().enumerate().all(|(at, &item)| layers.at[item] == at);
        assert!(layers.columns.iter().all(placed), "seed {seed}");
    }
    assert!(moved > 50, "{moved} moved");
}
