//! A whole pathway written from nothing, by the keyboard alone and by the mouse, saved, and compared with the one that was the
//! model for it; and what a small edit changes in a file.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use egui::{Key, vec2};
use pathlight::{
    analysis::diff::diff,
    formats,
    model::{Lane, Link, Misfit, Node, NodeId, Parts, Pathway, Source, Tour},
    session::Action,
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

/// What is left out on purpose: how lines of the saved file begin that say something else than the bundled one, and why.
const LEFT_OUT: [(&str, &str); 11] = [
    ("id: ", "ids are made from names, and no one types them"),
    ("Lane(id: ", "the same"),
    ("lane: ", "it is named by its id"),
    ("from: ", "it is named by its id"),
    ("to: ", "it is named by its id"),
    ("source: ", "it is named by its id"),
    ("sources: ", "they are named by their ids"),
    ("show: ", "they are named by their ids"),
    ("raise: ", "they are named by their ids"),
    ("block: ", "they are named by their ids"),
    ("ask: ", "it is named by its id"),
];

/// A pathway with its first nodes, as many of its first links as lie between those, their sources, and what of its first steps
/// is about them.
fn part(of: &Pathway, nodes: usize, links: usize, steps: usize) -> Pathway {
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
    let shown = |id: &String| there(&id.as_str().into()) || links.iter().any(|link| link.id.as_str() == id);
    let steps = |tour: &Arc<Tour>| {
        let mut tour = Tour::clone(tour);
        tour.steps.iter_mut().for_each(|step| step.show.retain(shown));
        tour.steps.retain(|step| !step.show.is_empty());
        tour.steps.truncate(steps);
        tour
    };
    let tours = of.tours().iter().map(steps).collect();
    Pathway::from_parts(Parts { about: of.about().clone(), lanes, nodes, links, sources, tours }, Vec::<Misfit>::new())
}

/// The same pathway with the ids of another, record by record.
fn with_ids_of(written: &Pathway, of: &Pathway) -> Pathway {
    let lane_ids: BTreeMap<_, _> =
        written.lanes().iter().zip(of.lanes()).map(|(made, lane)| (made.id.clone(), lane.id.clone())).collect();
    let node_ids: BTreeMap<_, _> =
        written.nodes().zip(of.nodes()).map(|(made, node)| (made.id.clone(), node.id.clone())).collect();
    let source_ids: BTreeMap<_, _> =
        written.sources().iter().zip(of.sources()).map(|(made, source)| (made.id.clone(), source.id.clone())).collect();
    let links = written.links().zip(of.links()).map(|(made, link)| (made.id.to_string(), link.id.to_string()));
    let nodes = node_ids.iter().map(|(made, node)| (made.to_string(), node.to_string()));
    let shown_ids: BTreeMap<String, String> = nodes.chain(links).collect();
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
    let tours = written.tours().iter().zip(of.tours()).map(|(tour, as_there)| {
        let mut tour = Tour { id: as_there.id.clone(), ..Tour::clone(tour) };
        for step in &mut tour.steps {
            step.show.iter_mut().for_each(|id| *id = shown_ids[id].clone());
            if let Some(question) = &mut step.predict {
                let pushed = question.raise.iter_mut().chain(&mut question.lower).chain([&mut question.ask]);
                pushed.for_each(|id| *id = node_ids[id].clone());
                question.block.iter_mut().for_each(|id| *id = shown_ids[id].clone());
            }
        }
        tour
    });
    let parts = Parts {
        about: written.about().clone(),
        lanes: lanes.collect(),
        nodes: nodes.collect(),
        links: links.collect(),
        sources: sources.collect(),
        tours: tours.collect(),
    };
    Pathway::from_parts(parts, Vec::<Misfit>::new())
}

/// Writes a pathway, saves it through the window, and compares what is in the file with `text`, which is how the model stands
/// in a file.
fn is_written_from_nothing(wanted: &Pathway, text: &str, mut hand: Hand, by_mouse: bool) {
    hand.by_mouse = by_mouse;
    let mut author = Author { hand, of: wanted };
    author.begins();
    author.brings_sources();
    for node in wanted.nodes() {
        author.writes_node(node);
    }
    for link in wanted.links() {
        author.writes_link(link);
    }
    for tour in wanted.tours() {
        author.writes_tour(tour);
    }
    let folder = folder(if by_mouse { "mouse" } else { "keys" });
    let path = folder.join("mine.pathway.ron");
    author.saves_as(&path);
    let saved = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{error}: {}", author.hand.said()));
    fs::remove_dir_all(&folder).expect("the folder is removed");
    assert!(!author.hand.session().is_changed());
    let opened = formats::open(saved.as_bytes()).expect("it can be read");
    assert_eq!(opened.problems, formats::open(text.as_bytes()).expect("it can be read").problems);
    // What people are told of the difference: nothing at all.
    let told: Vec<String> = diff(wanted, &opened.pathway).differences.into_iter().map(|one| one.sentence).collect();
    assert_eq!(told, Vec::<String>::new());
    // Line by line, before any id is looked up.
    let left_out = |line: &str| LEFT_OUT.iter().any(|(begins, _)| line.trim_start().starts_with(begins));
    assert_eq!(saved.lines().count(), text.lines().count());
    for (made, line) in saved.lines().zip(text.lines()) {
        assert!(made == line || left_out(made) && left_out(line), "{made}\nin the place of\n{line}");
    }
    assert_eq!(formats::save(&opened.pathway), saved);
    assert_eq!(formats::save(&with_ids_of(&opened.pathway, wanted)), text);
}

/// The model, and how it stands in its file.
fn whole() -> (Pathway, String) {
    let wanted = model();
    assert_eq!((wanted.nodes().len(), wanted.links().len(), wanted.tours()[0].steps.len()), (21, 27, 14));
    (wanted, bundled())
}

/// The first five nodes, with the four first links between them, their evidence, sources, remarks and levels, and two steps.
fn beginning() -> (Pathway, String) {
    let wanted = part(&model(), 5, 4, 2);
    let text = formats::save(&wanted);
    (wanted, text)
}

#[test]
fn a_part_of_a_bundled_pathway_is_written_from_nothing_by_the_keyboard_alone() {
    let (wanted, text) = beginning();
    is_written_from_nothing(&wanted, &text, Hand::new(), false);
}

#[test]
fn a_part_of_a_bundled_pathway_is_written_from_nothing_by_the_mouse() {
    let (wanted, text) = beginning();
    is_written_from_nothing(&wanted, &text, Hand::at(vec2(1920.0, 1080.0)), true);
}

/// All 21 nodes, 27 links and 14 steps.
#[test]
fn the_whole_bundled_pathway_is_written_from_nothing_by_the_keyboard_alone() {
    let (wanted, text) = whole();
    is_written_from_nothing(&wanted, &text, Hand::new(), false);
}

/// All 21 nodes, 27 links and 14 steps.
#[test]
fn the_whole_bundled_pathway_is_written_from_nothing_by_the_mouse() {
    let (wanted, text) = whole();
    is_written_from_nothing(&wanted, &text, Hand::at(vec2(1920.0, 1080.0)), true);
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
