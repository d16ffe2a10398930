//! What screen readers are told: names and roles, the cursor of lists, the order of Tab, and as little as possible anew.

mod common;

use std::collections::BTreeMap;

use egui::{
    Key, Modifiers, Vec2,
    accesskit::{NodeId as Told, Role},
    vec2,
};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use pathlight::{
    editing::{Choice, LinkText, Text},
    model::{Grade, LinkId, NodeId, SourceId},
    session::{Action, Command, FormAct, Item, Page, Settings, SidePanel, TourAct},
    words,
};

use common::{Window, apply, open};

fn window(size: Vec2) -> Window {
    open(size, Settings { reduced_motion: true, ..Settings::default() })
}

/// Every node of the tree with its parent.
fn parents(window: &Window) -> BTreeMap<Told, Option<Told>> {
    let mut found = BTreeMap::new();
    let mut left = vec![window.root().accesskit_node()];
    while let Some(node) = left.pop() {
        found.insert(node.locate().0, node.parent().map(|parent| parent.locate().0));
        left.extend(node.children());
    }
    found
}

#[test]
fn the_frame_the_canvas_and_every_field_have_a_name_and_a_role() {
    let mut window = window(vec2(1280.0, 720.0));
    let frame = window.root().accesskit_node();
    assert!(frame.label().is_some_and(|label| label.contains("Pathlight")), "{:?}", frame.label());
    let title = window.state().session().pathway().about().title.clone();
    assert!(window.query_by_role_and_label(Role::Canvas, &words::canvas::diagram(&title)).is_some());
    for action in [
        Action::Run(Command::Palette),
        Action::SidePanel(SidePanel::Ask),
        Action::SidePanel(SidePanel::Lenses),
        Action::SidePanel(SidePanel::Sources),
        Action::SidePanel(SidePanel::Teach),
        Action::SidePanel(SidePanel::Outline),
        Action::Run(Command::EditDetails),
        Action::Open(Item::Node(NodeId::new("meningeal_neutrophils"))),
        Action::Open(Item::Link(LinkId::new("stress_meningeal_neutrophils"))),
        Action::TurnTo(Page::Source(SourceId::new("kigar2025"))),
        Action::Run(Command::AddSource),
        Action::Run(Command::QuickEntry),
        Action::Run(Command::Replace),
        Action::Run(Command::Steps),
        Action::Run(Command::Problems),
        Action::Run(Command::Back),
        Action::Tour(TourAct::Open("story".into())),
    ] {
        let what = format!("{action:?}");
        apply(&mut window, action);
        for role in [Role::TextInput, Role::MultilineTextInput, Role::ComboBox, Role::Button, Role::Slider] {
            for node in window.query_all_by_role(role) {
                let node = node.accesskit_node();
                let named = node.label().is_some_and(|label| !label.trim().is_empty());
                assert!(named || node.value().is_some(), "{what}: {role:?} without a name");
                assert!(named || role != Role::TextInput, "{what}: a field without a name");
            }
        }
    }
}

#[test]
fn the_cursor_of_the_palette_is_told() {
    let mut window = window(vec2(1280.0, 720.0));
    apply(&mut window, Action::Run(Command::Palette));
    apply(&mut window, Action::PaletteText("stress".to_owned()));
    let chosen = |window: &Window| {
        let rows = window.query_all_by_role(Role::ListBoxOption);
        let chosen: Vec<usize> = rows
            .enumerate()
            .filter(|(_, row)| row.accesskit_node().is_selected() == Some(true))
            .map(|(at, _)| at)
            .collect();
        chosen
    };
    assert_eq!(chosen(&window), [0]);
    window.key_press(Key::ArrowDown);
    window.run();
    assert_eq!(chosen(&window), [1]);
    // The keyboard is in the field, and what a reader follows is the row.
    assert!(window.query_by_role_and_label(Role::TextInput, words::palette::HINT).is_some());
    let rows: Vec<_> = window.query_all_by_role(Role::ListBoxOption).collect();
    assert!(rows[1].accesskit_node().is_focused());
}

#[test]
fn tab_walks_the_top_bar_from_left_to_right() {
    let mut window = window(vec2(1280.0, 720.0));
    let mut seen = Vec::new();
    for _ in 0..9 {
        window.key_press(Key::Tab);
        window.run();
        let focused = window.ctx.memory(egui::Memory::focused).and_then(|id| window.ctx.read_response(id));
        seen.push(focused.expect("something has the keyboard").rect);
    }
    let bar: Vec<_> = seen.iter().take_while(|rect| rect.center().y < 50.0).collect();
    assert!(bar.len() > 5, "{seen:?}");
    assert!(bar.windows(2).all(|pair| pair[0].center().x < pair[1].center().x), "{bar:?}");
}

#[test]
fn tab_walks_a_row_of_buttons_from_left_to_right() {
    let mut window = window(vec2(1280.0, 720.0));
    let link = |id: &str| Action::Open(Item::Link(LinkId::new(id)));
    let details = [words::details::BACK, words::details::ASK, words::forms::EDIT, words::details::CLOSE];
    let stage = [words::stage::BACK, words::stage::NEXT, words::stage::END];
    let mut check = |actions: Vec<Action>, row: &[&str]| {
        for action in actions {
            apply(&mut window, action);
        }
        let mut seen = Vec::new();
        for _ in 0..120 {
            window.key_press(Key::Tab);
            window.run();
            let told = window.query_all(By::new()).filter(|node| node.accesskit_node().is_focused());
            let Some(name) = told.filter_map(|node| node.accesskit_node().label()).next_back() else { continue };
            let Some(&name) = row.iter().find(|expected| **expected == name) else { continue };
            let at = window.ctx.memory(egui::Memory::focused).and_then(|id| window.ctx.read_response(id));
            seen.push((name, at.expect("something has the keyboard").rect.center().x));
            if seen.len() == row.len() {
                break;
            }
        }
        assert_eq!(seen.iter().map(|(name, _)| *name).collect::<Vec<_>>(), row);
        assert!(seen.is_sorted_by(|one, next| one.1 < next.1), "{seen:?}");
    };
    check(vec![link("stress_sympathetic"), link("stress_meningeal_neutrophils")], &details);
    check(vec![Action::CloseDetails, Action::Run(Command::Present)], &stage);
}

#[test]
fn a_panel_that_opens_moves_nothing_in_the_tree() {
    let mut window = window(vec2(1280.0, 720.0));
    let mut before = parents(&window);
    assert!(before.len() > 60, "{}", before.len());
    for action in [
        Action::Open(Item::Node(NodeId::new("meningeal_neutrophils"))),
        Action::CloseDetails,
        Action::Run(Command::Outline),
        Action::Run(Command::Outline),
        Action::Run(Command::Palette),
        Action::Run(Command::Back),
        Action::Run(Command::About),
    ] {
        let what = format!("{action:?}");
        apply(&mut window, action);
        let after = parents(&window);
        let moved = before.iter().filter(|(id, parent)| after.get(id).is_some_and(|now| now != *parent)).count();
        assert_eq!(moved, 0, "{what}");
        before = after;
    }
}

#[test]
fn items_are_told_again_only_where_they_have_changed() {
    let mut window = window(vec2(1280.0, 720.0));
    let drawn = |window: &Window| window.query_all_by_role(Role::Link).count();
    let links = window.state().session().pathway().links().len();
    assert!(drawn(&window) >= links);
    // What is out of sight has no place, what comes back has one, and the names stay.
    let before = parents(&window).len();
    for command in [Command::ZoomIn, Command::ZoomIn, Command::ZoomIn, Command::Fit] {
        apply(&mut window, Action::Run(command));
        assert!(drawn(&window) >= links, "{command:?}");
    }
    assert_eq!(parents(&window).len(), before);
    // An edit of a name is told, in its place.
    let place = Text::Link(LinkId::new("stress_meningeal_neutrophils"), LinkText::Explanation);
    apply(&mut window, Action::Form(FormAct::Write { place, text: "Because.".to_owned(), run: 1 }));
    let choice = Choice::Grade(LinkId::new("stress_meningeal_neutrophils"), Grade::D);
    apply(&mut window, Action::Form(FormAct::Choose(choice)));
    assert!(window.query_by_label_contains("Neutrophils in the meninges, grade D").is_some());
    assert!(drawn(&window) >= links);
    // A hidden drawing is told anew when it comes back.
    apply(&mut window, Action::OpenBundled("microglia".to_owned()));
    let pathway = std::sync::Arc::clone(window.state().session().pathway());
    assert!(drawn(&window) >= pathway.links().len());
    for node in pathway.nodes() {
        let name = Item::Node(node.id.clone()).spoken_in(&pathway, pathlight::model::Reading::Shown);
        assert!(window.query_by_role_and_label(Role::Button, &name).is_some(), "{name}");
    }
}

#[test]
fn tab_walks_the_fields_of_details_from_top_to_bottom_and_back() {
    let mut window = window(vec2(1280.0, 720.0));
    apply(&mut window, Action::Open(Item::Link(LinkId::new("stress_meningeal_neutrophils"))));
    window.key_press(Key::F12);
    window.run();
    let focused = |window: &Window| {
        let told = window.query_all(By::new()).filter(|node| node.accesskit_node().is_focused());
        told.filter_map(|node| node.accesskit_node().label()).next_back().expect("a field has the keyboard")
    };
    // Fields by their place in the file of words, as one reads them; what lies out of sight comes into sight.
    let mut there = vec![focused(&window)];
    for _ in 0..24 {
        window.key_press(Key::Tab);
        window.run();
        let at = window.ctx.memory(egui::Memory::focused).and_then(|id| window.ctx.read_response(id));
        let rect = at.expect("something has the keyboard").interact_rect;
        assert!(rect.is_positive(), "{:?} is not in sight", focused(&window));
        there.push(focused(&window));
    }
    let expected = ["Cause", "What more of the cause does", "Effect", "Seen in or when", "Grade"];
    assert!(there.iter().zip(expected).all(|(name, field)| name.starts_with(field)), "{there:#?}");
    for name in there.iter().rev().skip(1) {
        window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        window.run();
        assert_eq!(focused(&window), *name);
    }
}
