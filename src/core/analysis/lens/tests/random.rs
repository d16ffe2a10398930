//! Lenses on random pathways, against brute force and against the same file in another order.

use proptest::{collection::vec, option, prelude::*};

use super::*;
use crate::analysis::loops::{Limits, LoopKind, loops};

/// Two ends, an effect, what is told, a grade, and evidence as source, stance and whether people were studied.
type Drawn = ((u8, u8), usize, Option<usize>, usize, Vec<(u8, usize, bool)>);

const NODES: [&str; 6] = ["s", "t", "u", "y", "o", "m"];

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let items = vec((0u8..4, 0usize..4, any::<bool>()), 0..4);
    vec(((0u8..6, 0u8..6), 0usize..5, option::of(0usize..5), 0usize..5, items), 0..12)
}

fn lens() -> impl Strategy<Value = Lens> {
    (any::<bool>(), 0usize..5, any::<bool>(), any::<bool>(), option::of(0u8..4)).prop_map(
        |(told, grade, human_only, contested_only, source)| Lens {
            reading: if told { Reading::Told } else { Reading::Shown },
            weakest: Grade::ALL[grade],
            human_only,
            contested_only,
            without: source.map(|n| SourceId::new(&format!("p{n}"))),
        },
    )
}

fn link(index: usize, ((from, to), effect, told, grade, items): &Drawn) -> Link {
    let id = format!("l{index}");
    let mut link = Link::new(&id, NODES[usize::from(*from)], NODES[usize::from(*to)], Effect::ALL[*effect]);
    link.grade = Grade::ALL[*grade];
    if let Some(told) = told {
        say(&mut link, &format!("told:{}", Effect::ALL[*told].name()));
    }
    let species = |human| if human { "human" } else { "mouse" };
    link.evidence
        .extend(items.iter().map(|&(n, stance, human)| item(&format!("p{n}"), Stance::ALL[stance], species(human))));
    link
}

/// The pathway in the order drawn, and turned round.
fn both_orders(drawn: &[Drawn]) -> [Pathway; 2] {
    let mut parts = Parts { nodes: NODES.map(|id| Node::new(id, id, kind(id), "all")).to_vec(), ..Parts::default() };
    parts.links = drawn.iter().enumerate().map(|(index, each)| link(index, each)).collect();
    let mut turned = parts.clone();
    turned.nodes.reverse();
    turned.links.reverse();
    turned.links.iter_mut().for_each(|link| link.evidence.reverse());
    [parts, turned].map(|parts| Pathway::from_parts(parts, Vec::new()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn what_is_applied_is_what_passes(drawn in drawn(), lens in lens()) {
        let [whole, _] = both_orders(&drawn);
        let (left, shown) = (apply(&whole, &lens), passing(&whole, &lens));
        prop_assert_eq!(left.links().map(|link| link.id.clone()).collect::<BTreeSet<_>>(), shown.clone());
        prop_assert!(left.links().all(|link| whole.link(&link.id) == Some(link)));
        prop_assert!(left.nodes().eq(whole.nodes()));
        prop_assert_eq!(apply(&whole, &Lens::default()), whole.clone());
        // The loops that are left are the loops of what is left.
        let read = Lens { reading: lens.reading, ..Lens::default() };
        let mut closed = loops(&whole, &read, Limits::default());
        closed.loops.retain(|each| each.links.iter().all(|link| shown.contains(link)));
        prop_assert_eq!(loops(&left, &read, Limits::default()), closed);
    }

    #[test]
    fn a_stricter_lens_never_shows_more(drawn in drawn(), lens in lens()) {
        let [whole, _] = both_orders(&drawn);
        let shown = passing(&whole, &lens);
        let looser = [
            Lens { weakest: Grade::X, ..lens.clone() },
            Lens { human_only: false, ..lens.clone() },
            Lens { contested_only: false, ..lens.clone() },
            Lens { without: None, ..lens.clone() },
        ];
        for looser in looser {
            prop_assert!(shown.is_subset(&passing(&whole, &looser)), "{:?}", looser);
        }
    }

    #[test]
    fn a_knocked_out_paper_hides_what_rests_on_it(drawn in drawn()) {
        let [whole, _] = both_orders(&drawn);
        for rest in ranked_sources(&whole) {
            let lens = Lens { without: Some(rest.source.clone()), ..Lens::default() };
            let shown = passing(&whole, &lens);
            let fallen: BTreeSet<LinkId> = rest.alone.iter().chain(&rest.bare).cloned().collect();
            let all: BTreeSet<LinkId> = whole.links().map(|link| link.id.clone()).collect();
            let hidden: BTreeSet<LinkId> = all.difference(&shown).cloned().collect();
            prop_assert_eq!(&hidden, &fallen);
            for link in whole.links() {
                let items = link.evidence.iter();
                let (mine, others): (Vec<_>, Vec<_>) = items.partition(|item| item.source == rest.source);
                let supports = |items: &[&Evidence]| items.iter().any(|item| item.stance == Stance::Supports);
                let alone = supports(&mine) && !supports(&others);
                let bare = !mine.is_empty() && others.is_empty() && !supports(&mine);
                prop_assert_eq!(rest.alone.contains(&link.id), alone);
                prop_assert_eq!(rest.bare.contains(&link.id), bare);
            }
        }
    }

    #[test]
    fn a_summary_agrees_with_the_pathway_that_is_left(drawn in drawn(), lens in lens()) {
        let [whole, _] = both_orders(&drawn);
        let left = apply(&whole, &lens);
        let reach = |pathway: &Pathway| {
            let mut seen = BTreeSet::from([NODES[0].to_owned()]);
            for _ in NODES {
                for link in pathway.links().filter(|link| link.effect_in(lens.reading) != Effect::NoEffect) {
                    if seen.contains(link.from.as_str()) {
                        seen.insert(link.to.to_string());
                    }
                }
            }
            NODES[3..].iter().filter(|id| seen.contains(**id)).count()
        };
        let (before, after) = (reach(&whole), reach(&left));
        let line = summary(&whole, &lens);
        let says = |text: &str| line.contains(text);
        let hides = left.links().len() < whole.links().len();
        prop_assert_eq!(says("can no longer be reached"), hides && 0 < after && after < before, "{}", &line);
        prop_assert_eq!(says("any more"), hides && after == 0 && before > 0, "{}", &line);
        prop_assert_eq!(says("still can"), hides && after == before && before > 0, "{}", &line);
        if says("can no longer") {
            let lost = format!("; {} ", before - after);
            prop_assert!(says(&lost), "{}", &line);
        }
        prop_assert!(!line.contains('\n') && line.ends_with('.'));
    }

    #[test]
    fn the_order_of_the_file_does_not_matter(drawn in drawn(), lens in lens()) {
        let [one, other] = both_orders(&drawn);
        prop_assert_eq!(passing(&one, &lens), passing(&other, &lens));
        prop_assert_eq!(summary(&one, &lens), summary(&other, &lens));
        prop_assert_eq!(ranked_sources(&one), ranked_sources(&other));
        prop_assert_eq!(told_and_shown(&one), told_and_shown(&other));
    }

    #[test]
    fn told_loops_agree_with_the_loops_of_both_readings(drawn in drawn()) {
        let [whole, _] = both_orders(&drawn);
        let told = told_and_shown(&whole);
        let shown = loops(&whole, &Lens::default(), Limits::default()).loops;
        let as_told = Lens { reading: Reading::Told, ..Lens::default() };
        let mut only = loops(&whole, &as_told, Limits::default()).loops;
        let is_shown = |links: &[LinkId]| {
            shown.iter().any(|each| each.kind == LoopKind::Reinforcing && each.links == links)
        };
        only.retain(|each| each.kind == LoopKind::Reinforcing && !is_shown(&each.links));
        prop_assert_eq!(&told.only_told, &only);
        let differ = whole.links().filter(|link| link.told_otherwise()).count();
        prop_assert_eq!(told.lose_sign.len() + told.change.len(), differ);
        prop_assert_eq!(told.loops_shown.total(), shown.len());
        prop_assert!(!told_line(&told).contains('\n'));
    }
}
