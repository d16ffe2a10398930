//! Random tables against a naive model of them: plain lists, and a search that looks at everything.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::{
    analysis::{routes::Net, web::CutBy},
    model::Effect,
    quarry::{store::together, *},
};

const WORDS: [(&str, Effect); 5] = [
    ("increases", Effect::Raises),
    ("decreases", Effect::Lowers),
    ("binds", Effect::Unknown),
    ("both", Effect::Mixed),
    ("no effect", Effect::NoEffect),
];

type Rows = Vec<(u8, u8, usize)>;

fn rows() -> impl Strategy<Value = Rows> {
    proptest::collection::vec((0u8..9, 0u8..9, 0usize..5), 1..60)
}

fn table(rows: &Rows) -> Quarry {
    let line = |&(from, to, word): &(u8, u8, usize)| format!("n{from}\tn{to}\t{}\n", WORDS[word].0);
    let text: String = rows.iter().map(line).collect();
    open(format!("source\ttarget\teffect\n{text}").into_bytes()).expect("a table")
}

/// Links by the names of their ends.
fn naive(rows: &Rows) -> BTreeMap<(u8, u8), Effect> {
    let mut said: BTreeMap<(u8, u8), Vec<Effect>> = BTreeMap::new();
    for &(from, to, word) in rows {
        said.entry((from, to)).or_default().push(WORDS[word].1);
    }
    let whole = |said: Vec<Effect>| {
        let signs: BTreeSet<Effect> =
            said.iter().copied().filter(|e| !matches!(e, Effect::Unknown | Effect::NoEffect)).collect();
        match signs.into_iter().collect::<Vec<_>>().as_slice() {
            [one] => *one,
            [_, ..] => Effect::Mixed,
            [] if said.contains(&Effect::NoEffect) => Effect::NoEffect,
            [] => Effect::Unknown,
        }
    };
    said.into_iter().map(|(ends, said)| (ends, whole(said))).collect()
}

/// Every way that passes no thing twice, by trying all.
fn ways(
    links: &BTreeMap<(u8, u8), Effect>,
    way: &mut Vec<u8>,
    to: u8,
    most: usize,
    found: &mut BTreeSet<(Vec<u8>, Net)>,
) {
    let at = way[way.len() - 1];
    if at == to {
        let signs = way.windows(2).map(|ends| links[&(ends[0], ends[1])].sign());
        let net = match signs.collect::<Option<Vec<i8>>>().map(|signs| signs.into_iter().product::<i8>()) {
            Some(1) => Net::Raises,
            Some(_) => Net::Lowers,
            None => Net::Undecided,
        };
        found.insert((way.clone(), net));
        return;
    }
    for next in 0..9 {
        let open = links.get(&(at, next)).is_some_and(|effect| *effect != Effect::NoEffect);
        if open && way.len() <= most && !way.contains(&next) {
            way.push(next);
            ways(links, way, to, most, found);
            way.pop();
        }
    }
}

fn number(table: &Quarry, node: u32) -> u8 {
    table.name(node)[1..].parse().expect("n and a number")
}

proptest! {
    #[test]
    fn pairs_have_the_rows_and_the_effect_of_the_table(rows in rows()) {
        let (table, links) = (table(&rows), naive(&rows));
        prop_assert_eq!(table.link_count(), links.len());
        prop_assert_eq!(table.report().rows, rows.len());
        for (&(from, to), &effect) in &links {
            let node = |n: u8| table.node(&format!("n{n}")).expect("it is named");
            let link = table.link(node(from), node(to)).expect("it is linked");
            prop_assert_eq!(table.effect(link), effect);
            let words: Vec<String> = table.rows(link).into_iter().map(|row| row.word).collect();
            let own = rows.iter().filter(|row| (row.0, row.1) == (from, to)).map(|row| WORDS[row.2].0.to_owned());
            prop_assert_eq!(words, own.collect::<Vec<_>>(), "in the order of the file");
            prop_assert!(table.links_from(node(from)).contains(&link) && table.links_to(node(to)).contains(&link));
        }
    }

    #[test]
    fn routes_are_all_that_there_are_and_bounds_cut_the_longest(
        rows in rows(), from in 0u8..9, to in 0u8..9, length in 1usize..7, number_of in 1usize..9
    ) {
        let (table, links) = (table(&rows), naive(&rows));
        let (Ok(a), Ok(b)) = (table.node(&format!("n{from}")), table.node(&format!("n{to}"))) else { return Ok(()) };
        let mut expected = BTreeSet::new();
        if from != to {
            ways(&links, &mut vec![from], to, length, &mut expected);
        }
        let found = table.routes(a, b, Bounds { length, ..Bounds::default() });
        let said = |route: &Route| {
            let things = table.things(&route.links);
            (things.into_iter().map(|node| number(&table, node)).collect::<Vec<_>>(), route.effect)
        };
        let all: Vec<_> = found.routes.iter().map(said).collect();
        prop_assert_eq!(found.cut_by, None);
        prop_assert!(all.iter().map(|(way, _)| way.len()).is_sorted());
        prop_assert_eq!(all.len(), expected.len(), "none twice");
        prop_assert_eq!(all.iter().cloned().collect::<BTreeSet<_>>(), expected);
        let few = table.routes(a, b, Bounds { length, number: number_of, ..Bounds::default() });
        let cut = all.len() > number_of;
        prop_assert_eq!(few.cut_by, cut.then_some(CutBy::Number));
        prop_assert_eq!(few.routes.iter().map(said).collect::<Vec<_>>(), &all[..all.len().min(number_of)]);
    }

    #[test]
    fn rings_are_what_a_walk_reaches(rows in rows(), start in 0u8..9, steps in 1usize..5) {
        let (table, links) = (table(&rows), naive(&rows));
        let Ok(node) = table.node(&format!("n{start}")) else { return Ok(()) };
        let around = table.around(node, Reach { steps, ..Reach::default() });
        for (rings, forward) in [(&around.effects, true), (&around.causes, false)] {
            let mut seen = BTreeSet::from([start]);
            for ring in rings {
                let next: BTreeSet<u8> = links.keys().map(|&(a, b)| if forward { (a, b) } else { (b, a) })
                    .filter(|(a, b)| seen.contains(a) && !seen.contains(b)).map(|(_, b)| b).collect();
                let own: BTreeSet<u8> = ring.listed.iter().map(|&(node, _)| number(&table, node)).collect();
                prop_assert_eq!((ring.total, &own), (next.len(), &next));
                seen.extend(next);
            }
            prop_assert!(rings.len() <= steps);
        }
    }

    #[test]
    fn what_rows_say_together_does_not_depend_on_their_order(words in proptest::collection::vec(0usize..5, 0..8)) {
        let effects = || words.iter().map(|&word| WORDS[word].1);
        prop_assert_eq!(together(effects()), together(effects().rev()));
    }
}
