//! The legend explains what occurs in the drawing, all of it and nothing else; and what it explains is what is drawn.

use std::path::PathBuf;

use egui::vec2;
use egui_kittest::kittest::Queryable as _;
use pathlight::{
    model::{Effect, Grade, Kind, LaneId, Reading},
    picture::Stands,
    session::{Action, Command, Item, Settings},
    signs::links,
    words,
};

use super::window::Window;

fn window() -> Window {
    Window::new(vec2(1280.0, 720.0), Settings::default())
}

fn says(window: &Window, text: &str) -> bool {
    window.0.query_all_by_label(text).next().is_some()
}

/// The texts of all effects, grades and kinds that the legend has.
fn legend(window: &Window) -> Vec<String> {
    let effects = Effect::ALL.map(|effect| effect.label().to_owned());
    let grades = Grade::ALL.map(|grade| format!("{} {}", grade.name(), grade.short()));
    let kinds = Kind::ALL.map(|kind| kind.label().to_owned());
    effects.into_iter().chain(grades).chain(kinds).filter(|text| says(window, text)).collect()
}

#[test]
fn the_legend_has_what_occurs_and_nothing_else() {
    let mut window = window();
    for id in ["skull-marrow", "microglia", "antidepressants"] {
        window.apply(Action::OpenBundled(id.to_owned()));
        let (pathway, reading) = (window.session().pathway(), window.session().reading());
        let has_effect = |effect: Effect| pathway.links().any(|link| link.effect_in(reading) == effect);
        let has_grade = |grade: Grade| pathway.links().any(|link| link.grade == grade);
        let has_kind = |kind: Kind| pathway.nodes().any(|node| node.kind == kind);
        let effects =
            Effect::ALL.into_iter().filter(|effect| has_effect(*effect)).map(|effect| effect.label().to_owned());
        let grades = Grade::ALL.into_iter().filter(|grade| has_grade(*grade));
        let grades = grades.map(|grade| format!("{} {}", grade.name(), grade.short()));
        let kinds = Kind::ALL.into_iter().filter(|kind| has_kind(*kind)).map(|kind| kind.label().to_owned());
        assert_eq!(legend(&window), effects.chain(grades).chain(kinds).collect::<Vec<_>>(), "{id}");
        assert!(says(&window, words::canvas::PILL), "{id}");
        assert!(!says(&window, words::canvas::SEVERAL) && !says(&window, words::canvas::HIDDEN), "{id}");
    }
}

#[test]
fn the_legend_follows_what_is_drawn() {
    let mut window = window();
    let loops = ["reinforcing", "balancing"];
    assert!(loops.iter().all(|text| !says(&window, text)));
    window.apply(Action::Run(Command::AskLoops));
    assert!(loops.iter().any(|text| says(&window, text)));
    window.apply(Action::Run(Command::Lenses));
    assert!(loops.iter().all(|text| !says(&window, text)), "no loop is marked beside another panel");
    window.apply(Action::Run(Command::Ask));
    assert!(loops.iter().any(|text| says(&window, text)));
    window.apply(Action::Run(Command::HumanOnly));
    assert!(says(&window, words::canvas::HIDDEN));
    window.apply(Action::Run(Command::ClearLenses));
    assert!(!says(&window, words::canvas::HIDDEN));
}

/// A lane folded to one card: its links are drawn as one line between two cards, of which some raise and some lower.
#[test]
fn several_links_in_one_line_are_drawn_by_kind_and_counted_once() {
    let mut window = window();
    let lane =
        |label: &str| window.session().pathway().lanes().iter().find(|lane| lane.label == label).map(|l| l.id.clone());
    let lane: LaneId = lane("Life and treatments").expect("the pathway has it");
    window.apply(Action::ToggleLane(lane));
    let session = window.session();
    let picture = session.picture().expect("it is drawn");
    assert!(picture.cards.iter().any(|card| matches!(card.stands, Stands::Lane(..))));
    let mut mixed = 0;
    for wire in picture.wires.iter().filter(|wire| wire.links.len() > 1) {
        let of: Vec<_> = wire.links.iter().filter_map(|id| session.pathway().link(id)).map(AsRef::as_ref).collect();
        let effects = links::effects(&of, Reading::Shown);
        assert!(of.iter().all(|link| effects.contains(&link.effect)), "every kind has its end");
        assert_eq!(effects.contains(&Effect::Mixed), of.iter().any(|link| link.effect == Effect::Mixed));
        assert_eq!(
            (links::carries(&of), links::Badge::of(&of).map(|badge| badge.sign().into_owned())),
            (String::new(), Some(of.len().to_string()))
        );
        mixed += usize::from(effects.len() > 1);
    }
    assert!(mixed > 0, "one raises and one lowers");
    assert!(says(&window, words::canvas::SEVERAL) && says(&window, words::canvas::SEVERAL_KINDS));
}

#[test]
fn long_labels_that_differ_are_drawn_and_named_differently() {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/long-label.pathway.ron"));
    let mut window = window();
    window.apply(Action::OpenFile(path));
    let session = window.session();
    let cards = &session.picture().expect("it is drawn").cards;
    assert_eq!(cards.len(), 3);
    for card in cards {
        let Stands::Node(id) = &card.stands else { panic!("{:?}", card.stands) };
        assert_eq!(card.label.lines.join(" "), session.pathway().label(id));
        assert!(card.label.lines.len() <= 6 && f64::from(card.label.width) < card.w);
        assert!(f64::from(card.label.line_height) * (card.label.lines.len() as f64) < card.h);
        let name = Item::Node(id.clone()).spoken_in(session.pathway(), session.reading());
        assert!(name.starts_with(session.pathway().label(id)) && says(&window, &name));
    }
}
