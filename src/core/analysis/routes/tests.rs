//! Tests of routes: small ones by hand, known counts, and random pathways against brute force.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{
    analysis::{
        cuts::hangs_on,
        web::tests::{both_orders, carrying, complete, drawn, lens, long, place, raising, reach, sign, timing, ways},
    },
    model::{Link, Stance, notation},
};

const ALL: Limits = Limits { length: usize::MAX, longer: 0, routes: usize::MAX, steps: usize::MAX };

fn found(pathway: &Pathway, from: &str, to: &str, limits: Limits) -> Routes {
    routes(pathway, &Lens::default(), &from.into(), &to.into(), limits).expect("both nodes are there")
}

fn parsed(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

#[track_caller]
fn check(text: &str, expected: &[&str], overall: Overall) {
    let answer = found(&parsed(text), "a", "z", ALL);
    let spelled = |route: &Route| {
        let nodes: Vec<&str> = route.nodes.iter().map(NodeId::as_str).collect();
        format!("{} {}", nodes.join(" "), route.effect.name())
    };
    assert_eq!(answer.routes.iter().map(spelled).collect::<Vec<_>>(), expected, "{text}");
    assert_eq!((answer.overall, answer.complete), (overall, true), "{text}");
}

#[test]
fn routes_say_what_they_do_to_their_end() {
    check("a; z", &[], Overall::NoRoute);
    check("z -> a; a -0 z", &[], Overall::NoRoute);
    check("a -> z", &["a z raises"], Overall::Raises);
    check("a -| b -> z; a -| z", &["a z lowers", "a b z lowers"], Overall::Lowers);
    check("a -| b -| z; a -| z", &["a z lowers", "a b z raises"], Overall::Disagree);
    check("a -? b -> z; a -> z", &["a z raises", "a b z undecided"], Overall::Undecided);
    check("a -> z; a -| z", &["a z raises", "a z lowers"], Overall::Disagree);
    check("a -> a; a -> b -> a; b -> z -> b; z -> z", &["a b z raises"], Overall::Raises);
}

#[test]
fn limits_are_kept_and_said() {
    let pathway = parsed("a -> z; a -> b -> z; b -> c -> z; c -> d; d -> d; z -> a");
    let seen = |limits| {
        let answer = found(&pathway, "a", "z", limits);
        (answer.routes.len(), answer.cut_by)
    };
    assert_eq!(seen(ALL), (3, None));
    assert_eq!(seen(Limits { length: 3, ..ALL }), (3, None));
    assert_eq!(seen(Limits { length: 2, ..ALL }), (2, Some(CutBy::Length)));
    assert_eq!(seen(Limits { length: 0, ..ALL }), (0, Some(CutBy::Length)));
    assert_eq!(seen(Limits { routes: 2, ..ALL }), (2, Some(CutBy::Number)));
    assert_eq!(seen(Limits { steps: 1, ..ALL }).1, Some(CutBy::Steps));
}

#[test]
fn questions_that_make_no_sense_are_refused_or_empty() {
    let pathway = parsed("a -> b -> a");
    let ask = |from: &str, to: &str| routes(&pathway, &Lens::default(), &from.into(), &to.into(), ALL);
    assert_eq!(ask("a", "x"), Err(Refusal::UnknownNode("x".into())));
    assert_eq!(ask("x", "a"), Err(Refusal::UnknownNode("x".into())));
    let none = ask("a", "a").expect("a node is there");
    assert_eq!((none.routes.len(), none.best, none.hangs_on, none.overall), (0, None, None, Overall::NoRoute));
    assert!(none.complete);
}

/// A square of nodes, `side` steps wide, with links to the right and down, or both ways.
fn grid(side: usize, both_ways: bool) -> Pathway {
    let wide = side + 1;
    let right = (0..wide * wide).filter(move |n| n % wide < side).map(|n| (n, n + 1));
    let down = (0..wide * side).map(move |n| (n, n + wide));
    raising(right.chain(down).flat_map(|(a, b)| if both_ways { vec![(a, b), (b, a)] } else { vec![(a, b)] }))
}

#[test]
fn known_graphs_have_the_known_number_of_routes() {
    let count = |pathway: &Pathway, to: &str| found(pathway, "n00", to, ALL).routes.len();
    // Lattice paths: (2n over n).
    assert_eq!(
        [(1, "n03"), (2, "n08"), (3, "n15"), (4, "n24")].map(|(n, to)| count(&grid(n, false), to)),
        [2, 6, 20, 70]
    );
    // Self-avoiding walks from corner to corner: OEIS A007764.
    assert_eq!([(1, "n03"), (2, "n08"), (3, "n15")].map(|(n, to)| count(&grid(n, true), to)), [2, 12, 184]);
    // In a complete graph, the sum over k of (n - 2)! / (n - 2 - k)!.
    assert_eq!([2, 3, 4, 5, 6].map(|n| count(&complete(n), "n01")), [1, 2, 5, 16, 65]);
    // Diamonds in a row: two ways through each.
    let diamonds =
        (0..8).flat_map(|n| [(3 * n, 3 * n + 1), (3 * n, 3 * n + 2), (3 * n + 1, 3 * n + 3), (3 * n + 2, 3 * n + 3)]);
    assert_eq!(count(&raising(diamonds), "n24"), 256);
}

#[test]
fn long_chains_do_not_overflow() {
    let chain = long(100_000, false);
    let answer = found(&chain, "n000000", "n099999", ALL);
    assert_eq!((answer.routes.len(), answer.complete, answer.overall), (1, true, Overall::Raises));
    assert_eq!((answer.routes[0].links.len(), answer.hangs_on), (99_999, Some("l000000".into())));
    let within = found(&chain, "n000000", "n099999", Limits::default());
    assert_eq!((within.routes.len(), within.complete), (1, true), "the shortest are listed, however long");
    let strict = found(&chain, "n000000", "n099999", Limits { longer: 0, ..Limits::default() });
    assert_eq!((strict.routes.len(), strict.cut_by, strict.best), (0, Some(CutBy::Length), answer.best));
    assert_eq!(strict.overall, Overall::Raises, "certain even of what was not listed");
}

/// A dense pathway has far more routes than anybody can list; what is found without listing is still exact.
#[test]
fn what_does_not_need_the_list_is_exact_without_it() {
    let pathway = complete(25);
    let answer = found(&pathway, "n00", "n24", Limits { routes: 10, ..Limits::default() });
    assert_eq!((answer.routes.len(), answer.cut_by, answer.overall), (10, Some(CutBy::Number), Overall::Raises));
    assert_eq!(answer.best.map(|best| best.links.len()), Some(1));
}

fn brute<'a>(pathway: &'a Pathway, lens: &Lens, from: &NodeId, to: &NodeId) -> Vec<Vec<&'a Link>> {
    let mut found = ways(&carrying(pathway, lens), from, to);
    found.sort_by_key(|links| (links.iter().map(|link| link.grade).max(), links.len(), place(links)));
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn routes_agree_with_brute_force(drawn in drawn(6, 14), lens in lens(), length in 0usize..7) {
        let [one, other] = both_orders(6, &drawn);
        let (from, to) = (NodeId::new("n0"), NodeId::new("n5"));
        let brute = brute(&one, &lens, &from, &to);
        let answer = routes(&one, &lens, &from, &to, ALL).expect("both are there");
        prop_assert_eq!(answer.routes.len(), brute.len());
        for (route, links) in answer.routes.iter().zip(&brute) {
            check_route(route, links, &lens);
        }
        prop_assert!(answer.complete && answer.cut_by.is_none());
        prop_assert_eq!(answer.best.as_ref(), answer.routes.first());
        prop_assert_eq!(answer.overall, overall(&brute, &lens));
        let tally = |sign_of| brute.iter().filter(|links| sign(links, &lens) == sign_of).count();
        prop_assert_eq!((answer.tally.raising, answer.tally.lowering, answer.tally.undecided), (tally(1), tally(-1), tally(0)));
        prop_assert_eq!(&answer, &routes(&other, &lens, &from, &to, ALL).expect("both are there"));
        let mut short = answer.routes.clone();
        short.retain(|route| route.links.len() <= length);
        let within = routes(&one, &lens, &from, &to, Limits { length, ..ALL }).expect("both are there");
        prop_assert_eq!(within.complete, short.len() == answer.routes.len());
        prop_assert_eq!(within.cut_by, (!within.complete).then_some(CutBy::Length));
        let few = routes(&one, &lens, &from, &to, Limits { length, longer: 3, ..ALL }).expect("both are there");
        let least = answer.routes.iter().map(|route| route.links.len()).min().unwrap_or(0).max(length);
        let beyond = answer.routes.iter().filter(|route| route.links.len() > least).count();
        prop_assert_eq!(few.complete, beyond <= 3);
        let listed = |route: &&Route| beyond <= 3 || route.links.len() <= least;
        prop_assert_eq!(few.routes, answer.routes.iter().filter(listed).cloned().collect::<Vec<_>>());
        prop_assert_eq!(within.routes, short);
        prop_assert_eq!((&within.best, &within.hangs_on), (&answer.best, &answer.hangs_on));
        check_certain(within.overall, answer.overall);
    }

    #[test]
    fn a_route_hangs_on_the_first_link_that_all_take(drawn in drawn(6, 14), lens in lens()) {
        let [one, _] = both_orders(6, &drawn);
        let (from, to) = (NodeId::new("n0"), NodeId::new("n5"));
        let links = carrying(&one, &lens);
        let connected = reach(&links, &from).contains(&to);
        // Each link is taken away in turn; those that cut all are put in order by how much is still reached.
        let cuts = links.iter().filter_map(|gone| {
            let left: Vec<&Link> = links.iter().copied().filter(|link| link.id != gone.id).collect();
            let reached = reach(&left, &from);
            (connected && !reached.contains(&to)).then(|| (reached.len(), gone.id.clone()))
        });
        let expected = cuts.min().map(|(_, id)| id);
        prop_assert_eq!(&routes(&one, &lens, &from, &to, Limits::default()).expect("both").hangs_on, &expected);
        prop_assert_eq!(hangs_on(&one, &lens, &from, &to), expected);
    }

    /// Where the list is cut short, it is the beginning of the whole list, and says so.
    #[test]
    fn a_short_list_is_the_beginning_of_the_whole(drawn in drawn(6, 16), number in 0usize..6, steps in 0usize..200) {
        let [one, _] = both_orders(6, &drawn);
        let whole = found(&one, "n0", "n5", ALL);
        let few = found(&one, "n0", "n5", Limits { routes: number, ..ALL });
        prop_assert_eq!(&few.routes[..], &whole.routes[..number.min(whole.routes.len())]);
        prop_assert_eq!(few.complete, whole.routes.len() <= number);
        check_certain(few.overall, whole.overall);
        let quick = found(&one, "n0", "n5", Limits { steps, ..ALL });
        prop_assert!(whole.routes.starts_with(&quick.routes));
        prop_assert!(!quick.complete || quick.routes.len() == whole.routes.len());
        check_certain(quick.overall, whole.overall);
        prop_assert_eq!((quick.best, quick.hangs_on), (whole.best, whole.hangs_on));
    }
}

fn overall(brute: &[Vec<&Link>], lens: &Lens) -> Overall {
    let has = |sign_of| brute.iter().any(|links| sign(links, lens) == sign_of);
    match (has(1), has(-1), has(0)) {
        (false, false, false) => Overall::NoRoute,
        (true, true, _) => Overall::Disagree,
        (_, _, true) => Overall::Undecided,
        (true, ..) => Overall::Raises,
        (_, true, _) => Overall::Lowers,
    }
}

/// What is said of a list that was cut short is right of the whole, or left open.
fn check_certain(said: Overall, right: Overall) {
    assert!(said == right || said == Overall::Open, "{said:?}, but {right:?}");
}

fn check_route(route: &Route, links: &[&Link], lens: &Lens) {
    let ids = |wanted: &dyn Fn(&Link) -> bool| -> Vec<LinkId> {
        links.iter().filter(|link| wanted(link)).map(|link| link.id.clone()).collect()
    };
    let grade = links.iter().map(|link| link.grade).max().expect("a route has a link");
    assert_eq!(route.links, ids(&|_| true));
    assert_eq!(route.nodes[0], links[0].from);
    assert_eq!(route.nodes[1..], links.iter().map(|link| link.to.clone()).collect::<Vec<_>>());
    assert_eq!(route.effect, Net::of(sign(links, lens)));
    assert_eq!((route.grade, &route.weakest), (grade, &ids(&|link| link.grade == grade)));
    assert_eq!(route.undecided_by, ids(&|link| lens.effect(link).sign().is_none()));
    assert_eq!(route.delay, timing(links));
    let found_in = |link: &&Link| -> BTreeSet<String> {
        let supports = link.evidence.iter().filter(|item| item.stance == Stance::Supports);
        supports.flat_map(|item| item.species.clone()).collect()
    };
    let any: BTreeSet<String> = links.iter().flat_map(found_in).collect();
    let all = any.iter().filter(|name| links.iter().all(|link| found_in(link).contains(*name)));
    assert_eq!(route.species_of_all, all.cloned().collect::<Vec<_>>());
    assert_eq!(route.species_of_any, any.into_iter().collect::<Vec<_>>());
}
