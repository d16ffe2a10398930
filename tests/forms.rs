//! Writing in Details: every field by keyboard, through the widgets of the real window.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

mod common;
#[path = "common/hands.rs"]
mod hands;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pathlight::{
    model::{
        Citation, Delay, Design, Effect, Grade, Kind, Level, Link, LinkId, Node, NodeId, Source, SourceId, SourceKind,
        Stance,
    },
    session::{Action, Command, Field, FormAct, Item, Page, Session, Settings},
};

use common::{Window, apply, open};
use hands::{CTRL, choose, fill, focused, go_to, look_at, pick, press, push, type_text};

fn window() -> Window {
    open(vec2(1280.0, 720.0), Settings { reduced_motion: true, ..Settings::default() })
}

fn session(window: &Window) -> &Session {
    window.state().session()
}

fn node(window: &Window, id: &str) -> Node {
    Node::clone(session(window).pathway().node(&NodeId::new(id)).expect("it is there"))
}

fn source(window: &Window, id: &SourceId) -> Source {
    Source::clone(session(window).pathway().source(id).expect("it is there"))
}

fn link(window: &Window, id: &str) -> Link {
    Link::clone(session(window).pathway().link(&LinkId::new(id)).expect("it is there"))
}

/// Leaves writing and begins again, with the keyboard in the first field.
fn again(window: &mut Window) {
    for _ in 0..2 {
        press(window, Modifiers::NONE, Key::F12);
    }
}

#[test]
fn every_field_of_a_node_is_written_by_keyboard() {
    let mut window = window();
    let before = node(&window, "poor_sleep");
    look_at(&mut window, "Poor sleep");
    press(&mut window, Modifiers::NONE, Key::F12);
    let named = |field: &str| format!("{field}: {}", before.label);
    assert_eq!(focused(&window), Some(named("Name")));
    choose(&mut window, &named("Kind"), "");
    assert_eq!(node(&window, "poor_sleep"), before, "the cursor lies on what is chosen");
    assert!(session(&window).view().message.is_none());
    choose(&mut window, &named("Kind"), "symp");
    choose(&mut window, &named("Lane"), "Blood");
    fill(&mut window, &named("Explanation"), "Too short.\nOr too light.");
    fill(&mut window, &named("Explanation for a pupil"), "You sleep badly.");
    push(&mut window, &named("Add a remark"));
    let remark = |field: &str| format!("{field}: remark 1 on {}", before.label);
    assert_eq!(focused(&window), Some(remark("Remark")));
    type_text(&mut window, "One in three.");
    choose(&mut window, &remark("Cite a source"), "Kigar");
    fill(&mut window, &named("Other names, one a line"), "Short sleep\nBad nights");
    fill(&mut window, &named("Terms in public vocabularies, one a line"), "mesh:D012893");
    push(&mut window, &named("Pinned where it lies"));
    // Its own name last: the names of all fields follow it.
    again(&mut window);
    fill(&mut window, &named("Name"), "Bad sleep");
    let after = node(&window, "poor_sleep");
    assert_eq!((after.label.as_str(), after.kind), ("Bad sleep", Kind::Symptom));
    assert_ne!(after.lane, before.lane);
    assert_eq!(after.explanation, "Too short.\nOr too light.");
    let levels: Vec<_> = after.levels.iter().map(|text| (text.level, text.text.as_str())).collect();
    assert_eq!(levels, [(Level::Pupil, "You sleep badly.")]);
    assert_eq!(after.notes.last().map(|note| (note.text.as_str(), note.sources.len())), Some(("One in three.", 1)));
    assert_eq!(
        (after.aliases, after.xrefs),
        (vec!["Short sleep".into(), "Bad nights".into()], vec!["mesh:D012893".into()])
    );
    assert!(after.at.is_some());
}

#[test]
fn every_field_of_a_link_and_its_evidence_is_written_by_keyboard() {
    let mut window = window();
    let id = "poor_sleep_blood_cells";
    look_at(&mut window, "Poor sleep raises Blood-cell production");
    press(&mut window, Modifiers::NONE, Key::F12);
    let sentence = "Poor sleep raises Blood-cell production";
    let named = |field: &str| format!("{field}: {sentence}");
    assert_eq!(focused(&window), Some(named("Cause")));
    fill(&mut window, &named("Seen in or when"), "In mice.");
    choose(&mut window, &named("How long it takes"), "weeks");
    fill(&mut window, &named("Explanation"), "As was seen.");
    fill(&mut window, &named("Explanation for a student"), "As you know.");
    choose(&mut window, &named("The popular article tells"), "lowers");
    fill(&mut window, &named("What it says, in our own words"), "It lowers it.");
    fill(&mut window, &named("How the sources differ"), "They raise it.");
    let there = link(&window, id).evidence.len();
    let of = |field: &str, number: usize| format!("{field}: evidence {number} on {sentence}");
    pick(&mut window, &named("Add evidence"), "Kigar");
    assert_eq!(focused(&window), Some(of("How it bears on the link", there + 1)), "on to what is to be said of it");
    choose(&mut window, &of("How it bears on the link", there + 1), "against");
    choose(&mut window, &of("Design of the study", there + 1), "Controlled");
    fill(&mut window, &of("Species, one a line", there + 1), "human\nmouse");
    fill(&mut window, &of("Who or what was studied", there + 1), "12 people");
    fill(&mut window, &of("Finding, in our own words", there + 1), "None.");
    fill(&mut window, &of("Where in the source", there + 1), "fig. 2");
    push(&mut window, &of("Up", there + 1));
    fill(&mut window, &named("No source found"), "Searched in vain.");
    push(&mut window, &named("Leads back, and may run around the drawing"));
    again(&mut window);
    choose(&mut window, &named("Grade"), "Grade B");
    // The ends and what lies between them last: the names of all fields follow them.
    pick(&mut window, &named("What more of the cause does"), "mixed");
    let sentence = "Poor sleep sometimes raises, sometimes lowers Blood-cell production";
    assert_eq!(focused(&window), Some(format!("What more of the cause does: {sentence}")));
    pick(&mut window, &format!("Effect: {sentence}"), "Noradrenaline");
    let sentence = "Poor sleep sometimes raises, sometimes lowers Noradrenaline";
    assert_eq!(focused(&window), Some(format!("Effect: {sentence}")));
    let after = link(&window, id);
    assert_eq!((after.holds_when.as_deref(), after.delay), (Some("In mice."), Some(Delay::Weeks)));
    assert_eq!(after.explanation, "As was seen.");
    assert!(after.levels.iter().any(|text| text.level == Level::Student && text.text == "As you know."));
    let popular = after.popular.expect("it is told");
    assert_eq!((popular.effect, popular.says.as_str()), (Effect::Lowers, "It lowers it."));
    assert_eq!(popular.note, "They raise it.");
    assert_eq!(after.evidence.len(), there + 1);
    let item = &after.evidence[there - 1];
    assert_eq!((item.stance, item.design), (Stance::Disputes, Design::Trial));
    assert_eq!(item.species, ["human", "mouse"]);
    assert_eq!((item.sample.as_str(), item.finding.as_str()), ("12 people", "None."));
    assert_eq!(item.locator.as_deref(), Some("fig. 2"));
    assert_eq!((after.no_source_found.as_deref(), after.returns), (Some("Searched in vain."), true));
    assert_eq!((after.grade, after.effect), (Grade::B, Effect::Mixed));
    assert_eq!((after.from.as_str(), after.to.as_str()), ("poor_sleep", "noradrenaline"));
}

#[test]
fn a_grade_that_the_evidence_cannot_carry_is_not_given() {
    let mut window = window();
    let id = "stress_meningeal_neutrophils";
    look_at(&mut window, "Chronic stress raises Neutrophils in the meninges");
    press(&mut window, Modifiers::NONE, Key::F12);
    let name = "Grade: Chronic stress raises Neutrophils in the meninges";
    go_to(&mut window, name);
    press(&mut window, Modifiers::NONE, Key::Enter);
    type_text(&mut window, "Grade A");
    assert!(window.query_by_label_contains("cannot be chosen: the evidence carries C at most").is_some());
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(link(&window, id).grade, Grade::C);
}

#[test]
fn every_field_of_a_source_and_of_the_whole_is_written_by_keyboard() {
    let mut window = window();
    apply(&mut window, Action::TurnTo(Page::Source("kigar2025".into())));
    press(&mut window, Modifiers::NONE, Key::F12);
    let before = source(&window, &"kigar2025".into());
    let of = before.short();
    let named = |field: &str| format!("{field}: {of}");
    choose(&mut window, &named("Publication"), "preprint");
    fill(&mut window, &named("Title"), "Why?");
    fill(&mut window, &named("Journal with volume and pages, or publisher"), "Nature 1:2");
    fill(&mut window, &named("DOI"), "https://doi.org/10.1234/abc");
    fill(&mut window, &named("PubMed number"), "1234567");
    fill(&mut window, &named("Web address"), "https://example.org/a");
    push(&mut window, &named("Citation confirmed"));
    again(&mut window);
    fill(&mut window, &named("Year"), "1999");
    let of = of.replace("2025", "1999");
    go_to(&mut window, &format!("Title: {of}"));
    again(&mut window);
    fill(&mut window, &format!("Authors: {of}"), "Doe J");
    let after = source(&window, &"kigar2025".into());
    assert_eq!((after.authors.as_str(), after.year, after.title.as_str()), ("Doe J", 1999, "Why?"));
    assert_eq!((after.venue.as_str(), after.kind), ("Nature 1:2", Some(SourceKind::Preprint)));
    let numbers = [&after.doi, &after.pmid, &after.url].map(Option::as_deref);
    assert_eq!(numbers, [Some("10.1234/abc"), Some("1234567"), Some("https://example.org/a")]);
    assert_ne!(after.citation, before.citation);

    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::F12);
    let named = |field: &str| format!("{field}: the pathway");
    assert_eq!(focused(&window), Some(named("Title")), "nothing else is looked at");
    for (field, text) in [
        ("Title", "Mine"),
        ("Summary", "Of mine."),
        ("Id", "mine"),
        ("Language, such as en or pt-BR", "de"),
        ("Licence, such as CC-BY-4.0", "MIT"),
        ("Evidence last reviewed, as 2026-11-22", "2025-01-31"),
    ] {
        fill(&mut window, &named(field), text);
    }
    push(&mut window, &named("Add a lane"));
    assert_eq!(focused(&window).as_deref(), Some("Name: New lane"));
    let about = session(&window).pathway().about();
    let texts = [&about.title, &about.summary, &about.id, &about.language, &about.license, &about.reviewed];
    assert_eq!(texts, ["Mine", "Of mine.", "mine", "de", "MIT", "2025-01-31"]);
}

/// Pastes a text where the keyboard is.
fn paste(window: &mut Window, text: &str) {
    window.event(egui::Event::Paste(text.to_owned()));
    window.run();
}

#[test]
fn a_source_is_pasted_recognised_added_unconfirmed_and_cited_by_keyboard() {
    let mut window = window();
    let id = "stress_meningeal_neutrophils";
    let sentence = "Chronic stress raises Neutrophils in the meninges";
    look_at(&mut window, sentence);
    press(&mut window, Modifiers::NONE, Key::F12);
    let there = link(&window, id).evidence.len();
    let sources = session(&window).pathway().sources().len();
    push(&mut window, &format!("Add a source…: {sentence}"));
    assert_eq!(focused(&window).as_deref(), Some("What was pasted"));
    paste(&mut window, "Doe J, Roe R. Mice under stress. Nature. 2021;5(2):1-9. doi:10.1234/mice.2021");
    assert!(window.query_by_label_contains("Mice under stress").is_some());
    press(&mut window, Modifiers::NONE, Key::Enter);
    let after = link(&window, id);
    assert_eq!(after.evidence.len(), there + 1);
    let added = source(&window, &after.evidence[there].source);
    assert_eq!((added.doi.as_deref(), added.year), (Some("10.1234/mice.2021"), 2021));
    assert_eq!(added.citation, Citation::Unconfirmed);
    assert_eq!(focused(&window), Some(format!("How it bears on the link: evidence {} on {sentence}", there + 1)));
    // While a link is written, the same is pasted without a box being asked for; one work is one source.
    paste(&mut window, "https://doi.org/10.1234/MICE.2021");
    assert!(window.query_by_label_contains("It is here already as Doe J et al. 2021").is_some());
    press(&mut window, Modifiers::NONE, Key::Escape);
    // No name of a card and no source either.
    paste(&mut window, "Nothing that this could be.");
    assert!(session(&window).new_source().is_none() && session(&window).view().page().is_some());
    // All of it was one step.
    press(&mut window, CTRL, Key::Z);
    assert_eq!(link(&window, id).evidence.len(), there);
    assert_eq!(session(&window).pathway().sources().len(), sources);
}

#[test]
fn two_entries_of_one_work_become_one() {
    let mut window = window();
    apply(&mut window, Action::TurnTo(Page::Source("kigar2025".into())));
    press(&mut window, Modifiers::NONE, Key::F12);
    let of = |id: &str, window: &Window| session(window).pathway().source(&id.into()).map(|source| source.short());
    let kept = of("kigar2025", &window).expect("it is there");
    let gone = of("irwin2016", &window).expect("it is there");
    pick(&mut window, &format!("The same work as: {kept}"), &gone);
    assert_eq!((of("irwin2016", &window), of("kigar2025", &window)), (None, Some(kept)));
    assert!(link(&window, "poor_sleep_blood_cells").evidence.iter().any(|item| item.source.as_str() == "kigar2025"));
}

#[test]
fn lanes_are_named_moved_and_removed_by_keyboard() {
    let mut window = window();
    let lanes = |window: &Window| -> Vec<String> {
        session(window).pathway().lanes().iter().map(|lane| lane.label.clone()).collect()
    };
    let before = lanes(&window);
    apply(&mut window, Action::Run(Command::AddLane));
    type_text(&mut window, " of mine");
    push(&mut window, "Up: New lane of mine");
    let mut expected = before.clone();
    expected.insert(before.len() - 1, "New lane of mine".to_owned());
    assert_eq!(lanes(&window), expected);
    pick(&mut window, "Remove this lane: New lane of mine", &before[0]);
    assert_eq!(lanes(&window), before);
    // By the menu, by the palette, and by a click on its name in the drawing.
    apply(&mut window, Action::Run(Command::EditLanes));
    assert_eq!(focused(&window), Some(format!("{}: the pathway", before[0])));
    window.get_by_label(&format!("Edit the lane {}", before[1])).click();
    window.run();
    assert!(window.query_by_label(&format!("Name: {}", before[1])).is_some());
    apply(&mut window, Action::Run(Command::EditDetails));
    assert!(window.query_by_label(&format!("Edit the lane {}", before[1])).is_none(), "in reading it is as it was");
}

#[test]
fn a_run_of_typing_is_one_step_and_the_field_follows_undo() {
    let mut window = window();
    let before = node(&window, "poor_sleep").explanation;
    look_at(&mut window, "Poor sleep");
    press(&mut window, Modifiers::NONE, Key::F12);
    let name = "Explanation: Poor sleep";
    let text = |window: &Window| node(window, "poor_sleep").explanation;
    fill(&mut window, name, "One two.");
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers { shift: true, ..Modifiers::NONE }, Key::Tab);
    assert_eq!(focused(&window).as_deref(), Some(name));
    press(&mut window, CTRL, Key::End);
    type_text(&mut window, " Three.");
    assert_eq!(text(&window), "One two. Three.");
    let shown = |window: &Window| window.get_by_label(name).accesskit_node().value();
    for expected in ["One two.", before.as_str()] {
        press(&mut window, CTRL, Key::Z);
        assert_eq!((text(&window).as_str(), shown(&window).as_deref()), (expected, Some(expected)));
    }
    press(&mut window, CTRL, Key::Y);
    type_text(&mut window, "!");
    assert_eq!(text(&window).replace('!', ""), "One two.");
    assert_eq!(focused(&window).as_deref(), Some(name), "the field keeps the keyboard");
}

#[test]
fn what_cannot_stand_is_said_under_its_field_and_stays_there() {
    let mut window = window();
    look_at(&mut window, "Poor sleep");
    press(&mut window, Modifiers::NONE, Key::F12);
    fill(&mut window, "Name: Poor sleep", "");
    let why = "A node needs a name; write for example “Poor sleep”.";
    assert!(window.query_by_label(why).is_some());
    assert_eq!(node(&window, "poor_sleep").label, "Poor sleep");
    type_text(&mut window, "Exercise");
    assert_eq!(node(&window, "poor_sleep").label, "Exercis", "another node has the whole");
    assert!(window.query_by_label_contains("“Exercise” is there already").is_some());
    type_text(&mut window, " at night");
    assert_eq!(node(&window, "poor_sleep").label, "Exercise at night");
    // A number is wrong until it is whole, and is judged when it is left.
    apply(&mut window, Action::TurnTo(Page::Source("kigar2025".into())));
    let name = window.get_by_label_contains("DOI: ").accesskit_node().label().expect("a field");
    let doi = source(&window, &"kigar2025".into()).doi;
    fill(&mut window, &name, "10.");
    assert!(window.query_by_label_contains("is no DOI; write it as").is_some());
    assert!(session(&window).view().message.is_none());
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(session(&window).view().message.as_ref().is_some_and(|message| message.text.contains("is no DOI")));
    assert_eq!(source(&window, &"kigar2025".into()).doi, doi);
}

#[test]
fn writing_stays_from_item_to_item_and_is_left_by_its_key() {
    let mut window = window();
    look_at(&mut window, "Poor sleep");
    assert!(window.query_by_label("Name: Poor sleep").is_none());
    press(&mut window, Modifiers::NONE, Key::F12);
    look_at(&mut window, "Noradrenaline");
    assert!(window.query_by_label("Name: Noradrenaline").is_some());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).view().page().is_none(), "Esc closes Details");
    apply(&mut window, Action::Open(Item::Node(NodeId::new("exercise"))));
    assert!(window.query_by_label("Name: Exercise").is_some(), "remembered for the sitting");
    press(&mut window, Modifiers::NONE, Key::F12);
    assert!(window.query_by_label("Name: Exercise").is_none() && session(&window).view().page().is_some());
}

#[test]
fn much_evidence_is_laid_out_where_somebody_looks_and_found_by_tab() {
    let mut window = window();
    let id = LinkId::new("stress_meningeal_neutrophils");
    let sources: Vec<SourceId> = session(&window).pathway().sources().iter().map(|one| one.id.clone()).collect();
    let mut cited = link(&window, id.as_str()).evidence.len();
    for source in sources.iter().cycle().take(30) {
        apply(&mut window, Action::Form(FormAct::Cite(id.clone(), source.clone())));
        cited += 1;
    }
    assert_eq!(link(&window, id.as_str()).evidence.len(), cited);
    look_at(&mut window, "Chronic stress raises Neutrophils in the meninges");
    press(&mut window, Modifiers::NONE, Key::F12);
    let laid_out = |window: &Window| window.query_all_by_label_contains("Finding, in our own words: evidence").count();
    assert!(laid_out(&window) < 8, "{} of {cited}", laid_out(&window));
    apply(&mut window, Action::Form(FormAct::Begin(Field::NewEvidence(id))));
    press(&mut window, Modifiers { shift: true, ..Modifiers::NONE }, Key::Tab);
    assert!(focused(&window).is_some_and(|name| name.starts_with(&format!("Remove: evidence {cited} on"))));
    assert!(laid_out(&window) < 8, "{} of {cited}", laid_out(&window));
}
