//! A whole pathway written from nothing by the keyboard alone, saved, and compared with the one that was the model for it; and
//! what a small edit changes in a file.

use std::{collections::BTreeMap, fs, path::PathBuf};

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use pathlight::{
    formats,
    model::{Lane, Link, Misfit, Node, NodeId, Parts, Pathway, Source},
    session::{Action, Item},
    words::forms,
};

use super::{
    author::Author,
    hand::{CTRL, Hand},
};

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pathlight-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder is made");
    folder
}

/// The model, as the file has it.
fn bundled() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/graphs/skull-marrow.pathway.ron");
    fs::read_to_string(path).expect("it can be read")
}

fn model() -> Pathway {
    let text = bundled();
    formats::open(text.as_bytes()).expect("it can be read").pathway
}

/// A pathway with its first nodes and as many of its first links as lie between those. What is left out on purpose: tours.
fn part(of: &Pathway, nodes: usize, links: usize) -> Pathway {
    let nodes: Vec<Node> = of.nodes().take(nodes).map(|node| Node::clone(node)).collect();
    let there = |id: &NodeId| nodes.iter().any(|node| node.id == *id);
    let between = of.links().filter(|link| there(&link.from) && there(&link.to));
    let links: Vec<Link> = between.take(links).map(|link| Link::clone(link)).collect();
    let lanes = of.lanes().iter().map(|lane| Lane::clone(lane)).collect();
    let cited = |source: &Source| {
        links.iter().any(|link| link.evidence.iter().any(|item| item.source == source.id))
            || nodes.iter().any(|node| node.notes.iter().any(|note| note.sources.contains(&source.id)))
    };
    let sources = of.sources().iter().map(|source| Source::clone(source)).filter(cited).collect();
    Pathway::from_parts(
        Parts { about: of.about().clone(), lanes, nodes, links, sources, ..Parts::default() },
        Vec::<Misfit>::new(),
    )
}

/// The same pathway with the ids of another, record by record: nobody types an id, it is made from a name.
fn with_ids_of(written: &Pathway, of: &Pathway) -> Pathway {
    let lane_ids: BTreeMap<_, _> =
        written.lanes().iter().zip(of.lanes()).map(|(made, lane)| (made.id.clone(), lane.id.clone())).collect();
    let node_ids: BTreeMap<_, _> =
        written.nodes().zip(of.nodes()).map(|(made, node)| (made.id.clone(), node.id.clone())).collect();
    let source_ids: BTreeMap<_, _> =
        written.sources().iter().zip(of.sources()).map(|(made, source)| (made.id.clone(), source.id.clone())).collect();
    let lanes = written.lanes().iter().map(|lane| Lane { id: lane_ids[&lane.id].clone(), ..Lane::clone(lane) });
    let sources =
        written.sources().iter().map(|source| Source { id: source_ids[&source.id].clone(), ..Source::clone(source) });
    let nodes = written.nodes().map(|node| {
        let mut node = Node { id: node_ids[&node.id].clone(), lane: lane_ids[&node.lane].clone(), ..Node::clone(node) };
        node.notes.iter_mut().flat_map(|note| &mut note.sources).for_each(|id| *id = source_ids[id].clone());
        node
    });
    let links = written.links().zip(of.links()).map(|(link, as_there)| {
        let (from, to) = (node_ids[&link.from].clone(), node_ids[&link.to].clone());
        let mut link = Link { id: as_there.id.clone(), from, to, ..Link::clone(link) };
        link.evidence.iter_mut().for_each(|item| item.source = source_ids[&item.source].clone());
        link
    });
    let parts = Parts {
        about: written.about().clone(),
        lanes: lanes.collect(),
        nodes: nodes.collect(),
        links: links.collect(),
        sources: sources.collect(),
        ..Parts::default()
    };
    Pathway::from_parts(parts, Vec::<Misfit>::new())
}

/// A pathway whose sources that only remarks cite are as they were pasted: authors cut short, and confirmed by nobody. The author
/// opens a source from the evidence that rests on it.
fn but_for_pasted(wanted: &Pathway, written: &Pathway) -> Pathway {
    let on_links =
        |source: &Source| wanted.links().any(|link| link.evidence.iter().any(|item| item.source == source.id));
    let sources = wanted.sources().iter().zip(written.sources()).map(|(source, made)| {
        let as_wanted = Source::clone(source);
        let pasted = Source { authors: made.authors.clone(), citation: made.citation, ..as_wanted.clone() };
        if on_links(source) { as_wanted } else { pasted }
    });
    let parts = Parts {
        about: wanted.about().clone(),
        lanes: wanted.lanes().iter().map(|lane| Lane::clone(lane)).collect(),
        nodes: wanted.nodes().map(|node| Node::clone(node)).collect(),
        links: wanted.links().map(|link| Link::clone(link)).collect(),
        sources: sources.collect(),
        ..Parts::default()
    };
    Pathway::from_parts(parts, Vec::<Misfit>::new())
}

/// Writes a pathway, saves it, reads it back: every line is the same. What differs on purpose: ids,
/// tours, and authors and confirmation of sources that only remarks cite.
fn is_written_from_nothing(wanted: &Pathway, name: &str) {
    let mut author = Author { hand: Hand::at(vec2(1280.0, 720.0)), of: wanted };
    author.begins();
    author.pastes_sources();
    for node in wanted.nodes() {
        author.writes_node(node);
    }
    for link in wanted.links() {
        author.writes_link(link);
    }
    let folder = folder(name);
    let path = folder.join("mine.pathway.ron");
    author.hand.saves_as(&path);
    let saved = fs::read(&path).unwrap_or_else(|error| panic!("{error}: {}", author.hand.said()));
    fs::remove_dir_all(&folder).expect("the folder is removed");
    assert!(!author.hand.session().is_changed());
    let opened = formats::open(&saved).expect("it can be read");
    assert_eq!(
        (opened.pathway.nodes().len(), opened.pathway.links().len()),
        (wanted.nodes().len(), wanted.links().len())
    );
    let (made, wanted) =
        (formats::save(&with_ids_of(&opened.pathway, wanted)), formats::save(&but_for_pasted(wanted, &opened.pathway)));
    let differ: Vec<_> = made.lines().zip(wanted.lines()).filter(|(made, wanted)| made != wanted).take(20).collect();
    assert!(made == wanted, "{differ:#?}");
}

/// The first five nodes, with the four first links between them, their evidence, sources, remarks and levels.
#[test]
fn a_part_of_a_bundled_pathway_is_written_from_nothing_by_the_keyboard_alone() {
    is_written_from_nothing(&part(&model(), 5, 4), "part");
}

/// All 21 nodes and 27 links: `cargo test --test writing -- --ignored whole_bundled`.
#[test]
#[ignore = "takes two minutes without optimisation"]
fn the_whole_bundled_pathway_is_written_from_nothing_by_the_keyboard_alone() {
    let wanted = part(&model(), usize::MAX, usize::MAX);
    assert_eq!((wanted.nodes().len(), wanted.links().len()), (21, 27));
    is_written_from_nothing(&wanted, "whole");
}

#[test]
fn a_small_edit_changes_the_lines_of_one_node_and_one_link() {
    let folder = folder("edit");
    let path = folder.join("copy.pathway.ron");
    let before = bundled();
    fs::write(&path, &before).expect("the copy is written");
    let mut hand = Hand::new();
    let ctx = hand.window.ctx.clone();
    hand.window.state_mut().apply(Action::OpenFile(path.clone()), &ctx);
    hand.window.run();
    hand.key(Key::Insert);
    hand.names("Noise at night");
    hand.types("l");
    hand.names("Poor sleep");
    hand.types("-");
    hand.chord(CTRL, Key::S);
    let after = fs::read_to_string(&path).expect("it can be read");
    fs::remove_dir_all(&folder).expect("the folder is removed");
    assert_ne!(after, before, "{}", hand.said());
    // Without the two new records it is what it was, byte for byte.
    let mut rest = after.clone();
    for (record, id) in [("Node", "noise_at_night"), ("Link", "noise_at_night_poor_sleep")] {
        let start = rest.find(&format!("        {record}(\n            id: \"{id}\",\n")).expect("it was written");
        let end = start + rest[start..].find("\n        ),\n").expect("it ends") + "\n        ),\n".len();
        let lines = rest[start..end].lines().count();
        assert!(lines < 14, "{}", &rest[start..end]);
        rest.replace_range(start..end, "");
    }
    assert!(rest == before, "lines of other records were written anew");
}

#[test]
fn nodes_a_link_and_its_effect_are_written_by_the_mouse() {
    let mut hand = Hand::new();
    hand.chord(CTRL, Key::N);
    hand.names("By mouse");
    for name in ["Stress", "Memory"] {
        let free = hand.nowhere();
        hand.double_clicks(free);
        hand.names(name);
    }
    let (dot, memory) = (hand.dot("Stress"), hand.card("Memory").center());
    hand.drags(dot, memory);
    // A click on what is drawn opens it, one on the button writes in it, and the effect is chosen from its list.
    let link = hand.pathway().links().next().expect("it was drawn").id.clone();
    let name = Item::Link(link).spoken_in(hand.session().drawn(), hand.session().reading());
    hand.clicks(&name);
    hand.clicks(forms::EDIT);
    hand.clicks(&forms::named(forms::DOES, "Stress raises Memory"));
    let row = hand.window.get_by_label_contains("lowers\n").rect().center();
    hand.clicks_at(row);
    assert_eq!(hand.outline(), "Stress -| Memory\n");
}
