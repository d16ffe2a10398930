//! Every panel around the canvas, through its accessible names.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use egui::{Event, Key, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use pathlight::{
    app::{App, Inline},
    lesson::RemarkKind,
    model::{LinkId, NodeId},
    session::{Action, Command, Item, OpenText, Question, Session, Settings, SidePanel, Task, Topic, library, search},
    words,
};

struct Window {
    harness: Harness<'static, App>,
    noted: Arc<Mutex<Vec<Task>>>,
}

impl Window {
    /// A window on the first bundled pathway, high enough that no panel scrolls what a test clicks out of sight.
    fn new() -> Self {
        let outside = Inline::default();
        let noted = Arc::clone(&outside.noted);
        let settings = Settings { reduced_motion: true, ..Settings::default() };
        let harness = Harness::builder()
            .with_size(vec2(1360.0, 1400.0))
            .with_max_steps(120)
            .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(outside)));
        let mut window = Self { harness, noted };
        window.harness.run();
        window
    }

    fn on(panel: SidePanel) -> Self {
        let mut window = Self::new();
        window.apply(Action::SidePanel(panel));
        window
    }

    fn session(&self) -> &Session {
        self.harness.state().session()
    }

    fn apply(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().apply(action, &ctx);
        self.harness.run();
    }

    #[track_caller]
    fn click(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.harness.run();
    }

    #[track_caller]
    fn button(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run();
    }

    fn says(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// The name of the first button whose name begins so.
    #[track_caller]
    fn named(&self, start: &str) -> String {
        let names = self.harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
        names.into_iter().find(|name| name.starts_with(start)).expect("there is such a button")
    }

    fn rows(&self) -> usize {
        self.harness.query_all_by_role(Role::TreeItem).count()
    }

    fn selected(&self) -> Option<Item> {
        self.session().view().selected().cloned()
    }

    /// What a person or a browser was asked for.
    fn noted(&self) -> Vec<String> {
        self.noted.lock().expect("nobody else holds it").iter().map(|task| format!("{task:?}")).collect()
    }
}

fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}

fn link(id: &str) -> Item {
    Item::Link(LinkId::new(id))
}

const STRESS: &str = "Chronic stress, stressor, 1 cause, 4 effects";
const STRESS_LINK: &str = "Chronic stress raises Neutrophils in the meninges, grade C, mice, 1 source";
const STRESS_ROW: &str = "Chronic stress raises Neutrophils in the meninges · grade C";

#[test]
fn the_outline_unfolds_links_and_opens_what_is_clicked() {
    let mut window = Window::new();
    let all = window.session().pathway().nodes().len();
    assert_eq!(window.rows(), all, "a row for each node, links are folded");
    window.button("Show the links of Chronic stress");
    assert_eq!(window.rows(), all + 4);
    window.click(Role::TreeItem, STRESS_LINK);
    assert_eq!(window.selected(), Some(link("stress_meningeal_neutrophils")));
    window.click(Role::TreeItem, STRESS);
    assert_eq!(window.selected(), Some(node("chronic_stress")));
    window.button("Hide the links of Chronic stress");
    assert_eq!(window.rows(), all);
}

#[test]
fn the_outline_lists_what_a_search_finds_and_says_where_that_is_nothing() {
    let mut window = Window::new();
    window.apply(Action::Run(Command::Search));
    window.type_text("interferon");
    let found = window.rows();
    assert!(found > 0 && found < window.session().pathway().nodes().len(), "{found}");
    window.type_text(" zzzz");
    assert_eq!(window.rows(), 0);
    assert!(window.says("Nothing here has that name"));
    window.press(Key::Escape);
    assert_eq!(window.rows(), window.session().pathway().nodes().len(), "Esc empties the box");
}

#[test]
fn tabs_change_the_left_side() {
    let mut window = Window::new();
    for (tab, panel, sign) in [
        ("Ask", SidePanel::Ask, "Ways on which a change comes back"),
        ("Teach", SidePanel::Teach, "Of the whole pathway"),
        ("Lenses", SidePanel::Lenses, "What a lens hides stays"),
        ("Sources", SidePanel::Sources, "on it alone"),
        ("Outline", SidePanel::Outline, "Show the links of Chronic stress"),
    ] {
        window.button(tab);
        assert_eq!(window.session().view().side_panel, panel);
        assert!(window.says(sign), "{tab}: {sign}");
    }
}

#[test]
fn details_lead_from_a_node_to_its_links_and_back() {
    let mut window = Window::new();
    window.apply(Action::Open(node("chronic_stress")));
    let pathway = Arc::clone(window.session().pathway());
    assert!(window.says(&pathway.node(&"chronic_stress".into()).expect("it is there").explanation));
    window.button(STRESS_ROW);
    assert_eq!(window.selected(), Some(link("stress_meningeal_neutrophils")));
    assert!(window.says("Grade C") && window.says("From here"));
    // The other end of the link.
    window.button("Neutrophils in the meninges");
    assert_eq!(window.selected(), Some(node("meningeal_neutrophils")));
    for expected in [link("stress_meningeal_neutrophils"), node("chronic_stress")] {
        window.button("Back");
        assert_eq!(window.selected(), Some(expected));
    }
    window.button("Close");
    assert_eq!(window.selected(), None);
}

#[test]
fn details_open_the_same_node_in_another_pathway() {
    let mut window = Window::new();
    window.apply(Action::Open(node("depression")));
    let other = library::find("microglia").expect("it comes with the program");
    window.button(other.title);
    assert_eq!((window.session().bundled(), window.selected()), (Some("microglia"), Some(node("depression"))));
}

/// What lies under a menu is not walked, opened or deleted by keys; what a shortcut opens takes the menu's place.
#[test]
fn a_menu_keeps_keys_from_the_drawing_and_goes_with_a_command() {
    let mut window = Window::new();
    let before = Arc::clone(window.session().pathway());
    let is_open = |window: &Window| window.says(words::arrange::OPEN_LANES);
    window.apply(Action::Open(Item::Node(NodeId::new("skull_marrow"))));
    window.press(Key::Escape);
    let focus = window.session().view().focus.clone();
    assert!(focus.is_some() && !is_open(&window));
    window.button(words::arrange::MENU);
    assert!(is_open(&window));
    for key in [Key::ArrowRight, Key::Enter, Key::Delete, Key::R] {
        window.press(key);
    }
    assert!(is_open(&window));
    assert_eq!((&window.session().view().focus, window.session().view().page()), (&focus, None));
    assert!(Arc::ptr_eq(&before, window.session().pathway()));
    window.press(Key::F1);
    assert!(!is_open(&window) && window.session().view().text == Some(OpenText::About));
    window.press(Key::Escape);
    assert_eq!((window.session().view().text.is_none(), &window.session().view().focus), (true, &focus));
    // With the menu closed the same keys are the drawing's.
    window.press(Key::Enter);
    assert!(window.session().view().page().is_some());
}

#[test]
fn routes_are_asked_between_two_boxes() {
    let mut window = Window::on(SidePanel::Ask);
    window.button("Routes");
    for (name, choice) in [("From", "Chronic stress"), ("To", "Skull bone marrow")] {
        assert_eq!(window.session().question(), None, "two ends make a question");
        window.click(Role::ComboBox, name);
        window.button(choice);
    }
    let ends = Question::Routes("chronic_stress".into(), "skull_marrow".into(), 0);
    assert_eq!(window.session().question(), Some(ends));
    assert!(window.says("routes") && window.says("What stops every route"));
}

#[test]
fn a_node_is_chosen_by_letters_arrows_and_enter() {
    let mut window = Window::on(SidePanel::Ask);
    window.button("Reach");
    window.click(Role::ComboBox, "Node");
    assert!(window.harness.query_by_role_and_label(Role::Button, "Depression").is_some(), "all are listed");
    window.type_text("leg bone");
    assert!(window.harness.query_by_role_and_label(Role::Button, "Depression").is_none(), "those that fit are");
    window.press(Key::Enter);
    assert_eq!(window.session().asking().from, Some("tibia_marrow".into()));
    assert!(
        window.harness.query_by_role(Role::SearchInput).is_none() && !window.says("name of the node"),
        "it has closed"
    );
    // Arrows, from the row on top.
    window.click(Role::ComboBox, "And");
    window.type_text("marrow");
    let session = window.session();
    let found = search::items(session.pathway(), session.reading(), "marrow").into_iter();
    let mut nodes = found.filter_map(|hit| match hit.target {
        search::Target::Item(Item::Node(id)) => Some(id),
        _ => None,
    });
    let second = nodes.nth(1);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(second.is_some());
    assert_eq!(window.session().asking().to, second);
    // Esc closes the list and nothing else.
    window.click(Role::ComboBox, "And");
    window.type_text("zzzz");
    assert!(window.says("Nothing here has that name"));
    window.press(Key::Escape);
    assert!(!window.says("Nothing here has that name"));
    assert_eq!((window.session().asking().to.clone(), window.session().asking().topic), (second, Topic::Reach));
}

#[test]
fn the_text_that_was_opened_last_closes_first() {
    let mut window = Window::new();
    window.apply(Action::Run(Command::Open));
    window.apply(Action::NoDialog);
    window.press(Key::F1);
    assert!(window.says("not medical advice") && !window.says("This system offers no file dialog"), "one at a time");
    window.press(Key::Escape);
    assert!(!window.says("not medical advice") && window.says("This system offers no file dialog"));
    window.press(Key::Escape);
    assert!(!window.says("This system offers no file dialog"));
}

#[test]
fn a_what_if_is_built_from_what_is_looked_at_and_cleared() {
    let mut window = Window::on(SidePanel::Ask);
    window.apply(Action::Open(node("chronic_stress")));
    window.button("What if");
    window.button("Raise");
    assert!(window.session().asking().push.raise.contains(&NodeId::new("chronic_stress")));
    // The other way round takes its place.
    window.button("Lower");
    assert!(window.says("Chronic stress: lowered  ×") && !window.says("Chronic stress: raised  ×"));
    window.button("Step");
    assert_eq!(window.session().asking().steps, 1);
    window.button("Clear");
    assert_eq!(window.session().question(), None);
    assert!(!window.says("Chronic stress: lowered  ×"));
}

#[test]
fn differences_are_listed_and_lead_to_what_they_are_about() {
    let mut window = Window::on(SidePanel::Ask);
    window.button("Compare");
    window.button(library::find("microglia").expect("it comes with the program").title);
    assert_eq!(window.session().asking().topic, Topic::Compare);
    let rows = &window.session().comparison().expect("a comparison").rows;
    let (text, item) = rows.iter().find(|(_, item)| item.is_some()).cloned().expect("a difference with a place");
    window.button(&text);
    assert_eq!(window.selected(), item);
}

#[test]
fn ticks_put_lenses_on_and_one_button_takes_them_off() {
    let mut window = Window::on(SidePanel::Lenses);
    let all = window.session().pathway().links().len();
    for (tick, command) in
        [("Only links tested in people", Command::HumanOnly), ("Only contested links", Command::ContestedOnly)]
    {
        window.click(Role::CheckBox, tick);
        let hidden = window.session().lens().hidden.clone();
        assert!(!hidden.is_empty() && hidden.len() < all, "{tick} hides {} of {all}", hidden.len());
        assert!(window.says(&window.session().lens().line), "the status line says what is left");
        window.button(Command::ClearLenses.label());
        assert!(window.session().lens().hidden.is_empty());
        // The tick and the command are one lens.
        window.apply(Action::Run(command));
        assert_eq!(window.session().lens().hidden, hidden);
        window.click(Role::CheckBox, tick);
        assert!(window.session().lens().hidden.is_empty());
    }
}

#[test]
fn a_paper_is_knocked_out_among_the_sources_and_brought_back_among_the_lenses() {
    let mut window = Window::on(SidePanel::Sources);
    let first = window.session().ranked_sources()[0].clone();
    let name = window.session().pathway().source(&first.source).expect("it is listed").short();
    let falling = first.alone.len() + first.bare.len();
    assert!(
        falling > 1 && window.says(&format!("{falling} links rest on it alone")),
        "what the row says is gone is gone"
    );
    assert!(!window.says("Knock out this paper"), "papers are folded");
    window.button(&name);
    window.button("Knock out this paper");
    assert_eq!(window.session().lens().lens.without.as_ref(), Some(&first.source));
    assert_eq!(window.session().lens().hidden.len(), falling);
    assert!(window.says(&format!("As if {name} did not exist.")), "the lenses say so");
    window.button("Bring it back");
    assert_eq!(window.session().lens().lens.without, None);
}

#[test]
fn the_palette_is_walked_by_arrows_and_says_when_nothing_fits() {
    let mut window = Window::new();
    window.apply(Action::Run(Command::Palette));
    let labels: Vec<String> = window.session().palette_hits().iter().map(|hit| hit.text.clone()).collect();
    assert_eq!(labels.first().map(String::as_str), Some(Command::Search.label()), "what opens it is not in it");
    // Up at the top stays there.
    window.press(Key::ArrowUp);
    let about = labels.iter().position(|label| label == Command::About.label()).expect("every command is in it");
    for _ in 0..about {
        window.press(Key::ArrowDown);
    }
    window.press(Key::Enter);
    assert!(window.session().view().text == Some(OpenText::About) && window.session().view().palette.is_none());
    window.press(Key::Escape);
    window.apply(Action::Run(Command::Palette));
    window.type_text("zzzz");
    assert!(window.says("Nothing here has that name"));
    window.press(Key::Enter);
    assert!(window.session().view().palette.is_some(), "there is nothing to go to");
    window.press(Key::Escape);
    assert!(window.session().view().palette.is_none());
}

#[test]
fn a_row_of_the_palette_is_clicked() {
    let mut window = Window::new();
    window.apply(Action::Run(Command::Palette));
    window.type_text("leg bone");
    let best = &window.session().palette_hits()[0];
    let row = format!("{} {}", best.text, best.note);
    window.click(Role::ListBoxOption, &row);
    assert_eq!(window.selected(), Some(node("tibia_marrow")));
}

#[test]
fn about_lists_the_keys_and_leads_to_helplines() {
    let mut window = Window::new();
    window.button("About");
    assert!(window.says("not medical advice") && window.says("Ctrl+Shift+G"));
    window.button("https://findahelpline.com ↗");
    assert_eq!(window.noted(), [r#"Browse("https://findahelpline.com/")"#]);
    window.press(Key::Escape);
    assert!(!window.says("not medical advice"));
}

/// A file for a test, which goes with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pathlight-{name}-{}.pathway.ron", std::process::id()));
        std::fs::write(&path, text).expect("a temporary file can be written");
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).ok();
    }
}

#[test]
fn a_problem_leads_to_what_it_is_about() {
    let mut window = Window::new();
    window.apply(Action::Run(Command::Problems));
    assert!(window.says("None. Every part of this file was understood."));
    let text = library::all()[0].text().replacen("grade: C", "grade: A", 1);
    let file = Scratch::new("grade", &text);
    window.apply(Action::OpenFile(file.0.clone()));
    window.apply(Action::Run(Command::Problems));
    assert!(window.says("Problem, line 392"));
    window.button(&window.named("Show it: "));
    assert_eq!(window.selected(), Some(link("stress_sympathetic")));
    assert!(window.session().view().text != Some(OpenText::Problems), "the list gives way to it");
}

#[test]
fn a_path_is_typed_where_there_is_no_dialog() {
    let mut window = Window::new();
    let file = Scratch::new("typed", &library::find("microglia").expect("it is there").text());
    window.apply(Action::Run(Command::Open));
    assert_eq!(window.noted(), ["PickFile"]);
    window.apply(Action::NoDialog);
    assert!(window.says("This system offers no file dialog"));
    window.button("Cancel");
    assert_eq!(window.session().files().path_text(), None);
    window.apply(Action::Run(Command::Open));
    window.apply(Action::NoDialog);
    window.type_text(&file.0.display().to_string());
    window.button("Open");
    assert_eq!(window.session().path(), Some(file.0.as_path()));
    assert_eq!(window.session().files().path_text(), None, "the box has closed");
}

#[test]
fn a_typed_path_asks_before_it_replaces_what_is_there() {
    let mut window = Window::new();
    let file = Scratch(std::env::temp_dir().join(format!("pathlight-there-{}.svg", std::process::id())));
    std::fs::write(&file.0, "as it was").expect("a temporary file can be written");
    let typed = file.0.with_extension("").display().to_string();
    let text = || std::fs::read_to_string(&file.0).expect("it is there");
    for answer in [None, Some("Keep it"), Some("Replace")] {
        window.apply(Action::Run(Command::SavePicture));
        window.apply(Action::NoDialog);
        window.type_text(&typed);
        window.button("Save");
        assert!(window.says("This is there already"));
        assert_eq!(text(), "as it was");
        match answer {
            // Whoever goes on pressing Enter loses nothing.
            None => window.press(Key::Enter),
            Some(answer) => window.button(answer),
        }
        assert!(!window.says("This is there already"));
    }
    assert!(text().starts_with("<?xml"));
}

#[cfg(unix)]
#[test]
fn the_open_file_is_not_written_over_by_its_picture() {
    let mut window = Window::new();
    let file = Scratch::new("open", &library::find("microglia").expect("it is there").text());
    let picture = Scratch(file.0.with_file_name(format!("pathlight-open-{}.svg", std::process::id())));
    std::os::unix::fs::symlink(&file.0, &picture.0).expect("a link for the test");
    window.apply(Action::OpenFile(file.0.clone()));
    window.apply(Action::Run(Command::SavePicture));
    window.apply(Action::Picked(Some(picture.0.clone())));
    assert!(window.says("is the pathway that is open"));
    assert!(std::fs::read_to_string(&file.0).expect("it is there").starts_with("Pathway("));
}

#[test]
fn a_quiz_is_taken_by_clicks() {
    let mut window = Window::on(SidePanel::Teach);
    window.button("Quiz");
    window.button("Hard");
    window.button("Begin");
    let quiz = |window: &Window| window.session().teaching().quiz.as_ref().map(|quiz| (quiz.at, quiz.score()));
    let sheet = Arc::clone(&window.session().teaching().quiz.as_ref().expect("a quiz").sheet);
    let question = &sheet.questions[0];
    assert!(window.says(&question.prompt));
    let wrong = (question.answer + 1) % question.choices.len();
    window.button(&question.choices[wrong]);
    assert_eq!(quiz(&window), Some((0, (1, 0))));
    assert!(window.says(&format!("Not this time. Right is: {}", question.right())) && window.says(&question.why));
    window.button("Next");
    assert_eq!(quiz(&window), Some((1, (1, 0))));
    let question = &sheet.questions[1];
    window.button(question.right());
    assert_eq!(quiz(&window), Some((1, (2, 1))));
    assert!(window.says("1 of 2 right so far"));
    window.button("Previous");
    assert_eq!(quiz(&window).map(|(at, _)| at), Some(0));
    // What it asks must not be read in Details.
    window.apply(Action::Open(node("chronic_stress")));
    assert!(window.selected().is_none() && window.says("Details would give the answers away"));
    window.button("Other questions");
    let next = Arc::clone(&window.session().teaching().quiz.as_ref().expect("another quiz").sheet);
    assert_eq!((next.seed, next.difficulty), (sheet.seed + 1, sheet.difficulty));
    window.button("End");
    assert!(window.session().teaching().quiz.is_none() && window.says("Begin"));
}

#[test]
fn a_map_of_a_file_is_marked_and_its_remarks_lead_to_links() {
    let mut window = Window::on(SidePanel::Teach);
    window.button("Student’s map");
    window.button("Mark it");
    assert!(window.says("There is nothing to mark yet"));
    window.button("Open a file…");
    assert_eq!(window.noted(), ["PickFile"]);
    let map = pathlight::model::notation::parse("Chronic stress -> Neutrophils in the meninges").expect("notation");
    let file = Scratch::new("map", &pathlight::formats::save(&map));
    window.apply(Action::Picked(Some(file.0.clone())));
    // Once it has been read, it is marked.
    window.harness.run();
    let name = file.0.file_name().expect("it has a name").to_string_lossy().into_owned();
    assert!(window.says(&format!("From the file {name}")));
    let marks = Arc::clone(window.session().map().marks().expect("marked").as_ref().expect("it can be read"));
    assert_eq!(marks.counts.correct, 1);
    assert!(window.says(&format!("{} of 100 points", marks.score)));
    // What differs comes first: what the map leaves out.
    let about = marks.remarks.iter().filter(|remark| remark.kind != RemarkKind::Correct);
    let first = about.flat_map(|remark| &remark.links).next().cloned().expect("it leaves something out");
    let pathway = Arc::clone(window.session().pathway());
    window.button(&pathway.sentence(pathway.link(&first).expect("the reference has it")));
    assert_eq!(window.selected(), Some(Item::Link(first)));
    window.button("Clear");
    assert!(window.session().map().marks().is_none() && !window.says("From the file"));
    assert_eq!(window.session().bundled(), Some("skull-marrow"), "a map is not opened");
}

#[test]
fn what_is_picked_is_listed_told_and_let_go() {
    let mut window = Window::new();
    let nodes = ["chronic_stress", "meningeal_neutrophils"].map(NodeId::new).into_iter().collect();
    window.apply(Action::Pick { nodes, add: false });
    assert!(window.says("2 nodes picked") && window.says("with 1 link among them"));
    let story = window.session().picked_story().expect("it is told in words");
    assert!(!story.sentences.is_empty() && window.says(&format!("1. {}", story.sentences[0].text)));
    window.button("Add neighbours");
    let more = window.session().view().picked.len();
    assert!(more > 2 && window.says(&format!("{more} nodes picked")));
    window.button("Show only these");
    assert_eq!(window.session().picture().map(|picture| picture.cards.len()), Some(more));
    window.apply(Action::Run(Command::Focus));
    window.apply(Action::TogglePicked(link("stress_meningeal_neutrophils")));
    window.button(STRESS_ROW);
    // What is opened takes the place of what was picked.
    assert_eq!(window.selected(), Some(link("stress_meningeal_neutrophils")));
    assert!(window.session().view().picked.is_empty() && !window.says("nodes picked"));
    for leave in ["Let go", "Close"] {
        window.apply(Action::TogglePicked(link("stress_meningeal_neutrophils")));
        assert!(window.says("2 nodes picked"));
        window.button(leave);
        assert!(window.session().view().picked.is_empty() && !window.says("nodes picked"), "{leave}");
    }
}

#[test]
fn a_folded_lane_lists_what_it_holds_and_opens() {
    let mut window = Window::new();
    let lane = window.session().pathway().lanes()[0].id.clone();
    window.apply(Action::ToggleLane(lane.clone()));
    window.apply(Action::Open(Item::Lane(lane.clone())));
    let held = window.session().nodes_in_lane(&lane);
    assert!(window.says(&format!("{} nodes folded to one card", held.len())) && held.len() > 1);
    let label = window.session().pathway().label(&held[1]).to_owned();
    window.button(&label);
    assert_eq!(window.selected(), Some(Item::Node(held[1].clone())));
    window.apply(Action::Open(Item::Lane(lane)));
    window.button("Open this lane");
    assert!(window.session().arrangement().folded.is_empty());
}

#[test]
fn a_question_is_asked_from_details() {
    let mut window = Window::new();
    window.apply(Action::Open(link("stress_meningeal_neutrophils")));
    window.button("Ask ▾");
    assert!(!window.says(Command::Raise.label()), "a link can only be blocked");
    let block = Command::Block.label();
    window.harness.get_by_label_contains(block).click();
    window.harness.run();
    let blocked = &window.session().asking().push.block_links;
    assert_eq!(blocked.iter().collect::<Vec<_>>(), [&LinkId::new("stress_meningeal_neutrophils")]);
}
