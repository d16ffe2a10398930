//! Random edits against what holds for all.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{done, errors, mint, skull_marrow};
use crate::{
    analysis::problems::Subject,
    editing::{
        Choice, List, Outcome, Search, add_lane, add_link, add_node, choose, copied, merge_nodes, move_item, move_lane,
        paste, pin, quick_entry, remove, remove_item, remove_lane, replace, reverse, set_ends, texts, tidy, write,
    },
    formats::{save, verify},
    model::{Design, Effect, Kind, LinkId, NodeId, Pathway, Stance},
};

/// One of the edits, by lots.
fn edit(pathway: &Pathway, what: u8, [a, b, c]: [usize; 3], text: &str) -> (Outcome, Vec<Subject>) {
    let nodes: Vec<NodeId> = pathway.nodes().map(|node| node.id.clone()).collect();
    let links: Vec<LinkId> = pathway.links().map(|link| link.id.clone()).collect();
    let lanes = pathway.lanes();
    let (node, other) = (&nodes[a % nodes.len()], &nodes[b % nodes.len()]);
    let link = &links[a % links.len()];
    let lane = |at: usize| lanes[at % lanes.len()].id.clone();
    let effect = Effect::ALL[c % 5];
    let list = match b % 3 {
        0 => List::Evidence(link.clone()),
        1 => List::Notes(node.clone()),
        _ => List::Steps(pathway.tours()[a % pathway.tours().len()].id.clone()),
    };
    let outcome = match what {
        0 => add_node(pathway, &mut mint(pathway), text, Some(&lane(a))),
        1 => add_link(pathway, &mut mint(pathway), node, other, effect),
        2 => reverse(pathway, link),
        3 => set_ends(pathway, link, node, other),
        4 => choose(pathway, &Choice::Effect(link.clone(), effect)),
        5 => choose(pathway, &Choice::Kind(node.clone(), Kind::ALL[c % 16])),
        6 => choose(pathway, &Choice::Lane(node.clone(), lane(b))),
        7 => choose(pathway, &Choice::Design(link.clone(), b % 3, Design::ALL[c % 17])),
        8 => choose(pathway, &Choice::Stance(link.clone(), b % 3, Stance::ALL[c % 4])),
        9 => {
            let places = texts(pathway);
            write(pathway, &places[(a * 31 + b * 7 + c) % places.len()], text)
        }
        10 => remove_item(pathway, &list, c % 4),
        11 => move_item(pathway, &list, c % 4, a % 4),
        12 => pin(pathway, &[(node.clone(), (a as f64, b as f64))]),
        13 => tidy(pathway),
        14 => move_lane(pathway, &lane(a), if b % 2 == 0 { 1 } else { -1 }),
        15 => add_lane(pathway, &mut mint(pathway), text),
        16 => {
            let gone = lane(a);
            let outcome = remove_lane(pathway, &gone, &lane(b));
            return (outcome, vec![Subject::Lane(gone)]);
        }
        17 => {
            let items = [Subject::Node(node.clone()), Subject::Link(link.clone())];
            return (remove(pathway, &items), items.to_vec());
        }
        18 => {
            let items = vec![Subject::Tour(pathway.tours()[a % pathway.tours().len()].id.clone())];
            return (remove(pathway, &items), items);
        }
        19 => {
            // Links that become one with another, or join the two, go with the node.
            return (merge_nodes(pathway, node, other), vec![Subject::Node(other.clone())]);
        }
        20 => {
            let text = copied(pathway, &[node.clone(), other.clone()].into(), &[].into());
            paste(pathway, &mut mint(pathway), &text.expect("two are selected"), None)
        }
        21 => quick_entry(pathway, &mut mint(pathway), &format!("{text} -> {node}\n{text} -| {text}"), None).outcome,
        22 => {
            let search =
                Search { text: text.chars().take(2).collect(), whole_words: a % 2 == 0, same_case: b % 2 == 0 };
            replace(pathway, &search, "Ünd", &[].into())
        }
        _ => {
            let items = vec![Subject::Source(pathway.sources()[a % pathway.sources().len()].id.clone())];
            return (remove(pathway, &items), items);
        }
    };
    (outcome, Vec::new())
}

fn records(pathway: &Pathway) -> BTreeSet<Subject> {
    let nodes = pathway.nodes().map(|node| Subject::Node(node.id.clone()));
    let links = pathway.links().map(|link| Subject::Link(link.id.clone()));
    let lanes = pathway.lanes().iter().map(|lane| Subject::Lane(lane.id.clone()));
    let sources = pathway.sources().iter().map(|source| Subject::Source(source.id.clone()));
    let tours = pathway.tours().iter().map(|tour| Subject::Tour(tour.id.clone()));
    nodes.chain(links).chain(lanes).chain(sources).chain(tours).collect()
}

/// Whether a record may go: it was named, or is a link of a node that was.
fn may_go(pathway: &Pathway, record: &Subject, named: &[Subject]) -> bool {
    let touches = |id: &LinkId| {
        pathway
            .link(id)
            .is_some_and(|link| [&link.from, &link.to].iter().any(|end| named.contains(&Subject::Node((*end).clone()))))
    };
    named.contains(record) || matches!(record, Subject::Link(id) if touches(id))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Edits apply, come back by undo, bring no error, and lose nothing but what is named.
    #[test]
    fn edits_keep_the_rules(
        acts in proptest::collection::vec((0u8..24, [0usize..997, 0usize..997, 0usize..997], "[A-Za-zα β\n\u{0}0-9–-]{0,12}"), 1..25)
    ) {
        let mut pathway = skull_marrow();
        for (what, lots, text) in acts {
            if pathway.tours().is_empty() || pathway.links().len() == 0 || pathway.nodes().len() == 0 || pathway.lanes().is_empty() {
                break;
            }
            let (outcome, named) = edit(&pathway, what, lots, &text);
            if let Err(why) = &outcome {
                prop_assert!(!why.why.contains('\n') && !why.why.contains('\u{0}'), "{}", why);
                continue;
            }
            let after = done(&pathway, &outcome);
            let (old, new) = (records(&pathway), records(&after));
            for gone in old.difference(&new) {
                prop_assert!(may_go(&pathway, gone, &named), "{what}: {gone:?} is lost");
            }
            let expected = named.iter().filter(|named| !new.contains(named)).count();
            prop_assert_eq!(expected, named.len(), "what is named goes");
            pathway = after;
        }
        prop_assert_eq!(verify(save(&pathway).as_bytes(), &pathway, errors(&pathway).len()), Ok(()));
    }
}
