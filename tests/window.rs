//! The real window, without a screen: panels and canvas through their accessible names, and rest.

use std::sync::{Arc, Mutex};

use egui::{
    Event, Key, Mesh, Modifiers, MouseWheelUnit, Rect, TouchPhase, Vec2, accesskit::Role, epaint::Primitive, pos2, vec2,
};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use pathlight::{
    app::{App, Inline},
    model::{Change, Edit, LinkId, Node, NodeId, Reading},
    session::{Action, Command, EditAct, Item, Settings, Task, ThemeChoice},
};

type Window = Harness<'static, App>;

fn window_with(settings: Settings, size: Vec2) -> (Window, Arc<Mutex<Vec<Task>>>) {
    let outside = Inline::default();
    let noted = Arc::clone(&outside.noted);
    let harness = Harness::builder()
        .with_size(size)
        .with_max_steps(120)
        .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(outside)));
    (harness, noted)
}

fn window() -> Window {
    window_with(Settings::default(), vec2(1360.0, 850.0)).0
}

fn apply(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().apply(action, &ctx);
    window.run();
}

fn selected(window: &Window) -> Option<Item> {
    window.state().session().view().selected().cloned()
}

fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}

const MENINGES: &str = "Neutrophils in the meninges, cell, 5 causes, 2 effects";
const STRESS_LINK: &str = "Chronic stress raises Neutrophils in the meninges, grade C, mice, 1 source";

#[test]
fn a_card_and_an_arrow_open_their_details() {
    let mut window = window();
    window.run();
    window.get_by_role_and_label(Role::Button, MENINGES).click();
    window.run();
    assert_eq!(selected(&window), Some(node("meningeal_neutrophils")));
    assert!(window.query_by_label("What acts on it").is_some());

    let mut window = self::window();
    window.run();
    window.get_by_role_and_label(Role::Link, STRESS_LINK).click();
    window.run();
    assert_eq!(selected(&window), Some(Item::Link(LinkId::new("stress_meningeal_neutrophils"))));
    assert!(window.query_by_label("Evidence for (1)").is_some());
}

#[test]
fn a_screen_reader_opens_what_is_out_of_sight() {
    let mut window = window();
    window.run();
    for _ in 0..12 {
        apply(&mut window, Action::Run(Command::ZoomIn));
    }
    window.get_by_role_and_label(Role::Link, STRESS_LINK).click_accesskit();
    window.run();
    assert_eq!(selected(&window), Some(Item::Link(LinkId::new("stress_meningeal_neutrophils"))));
}

#[test]
fn every_node_and_link_has_a_name_for_screen_readers() {
    let mut window = window();
    window.run();
    all_are_named(&window, Reading::Shown);
    // The canvas keeps names from frame to frame: they follow the reading and the pathway.
    apply(&mut window, Action::Run(Command::Reading));
    all_are_named(&window, Reading::Told);
    apply(&mut window, Action::OpenBundled("antidepressants".to_owned()));
    let reading = window.state().session().reading();
    all_are_named(&window, reading);
}

fn all_are_named(window: &Window, reading: Reading) {
    let pathway = window.state().session().pathway();
    assert_eq!(window.state().session().reading(), reading);
    for node in pathway.nodes() {
        let name = Item::Node(node.id.clone()).spoken_in(pathway, reading);
        assert!(window.query_by_role_and_label(Role::Button, &name).is_some(), "{name}");
    }
    for link in pathway.links() {
        let name = Item::Link(link.id.clone()).spoken_in(pathway, reading);
        assert!(window.query_by_role_and_label(Role::Link, &name).is_some(), "{name}");
    }
}

#[test]
fn the_keyboard_alone_walks_reads_and_goes_back() {
    let mut window = window();
    window.run();
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowDown, Key::ArrowRight, Key::Enter] {
        window.key_press(key);
        window.run();
    }
    assert!(matches!(selected(&window), Some(Item::Node(_))), "{:?}", selected(&window));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(selected(&window), None);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.event(Event::Text("leg bone".to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(selected(&window), Some(node("tibia_marrow")));
}

#[test]
fn the_outline_finds_and_opens() {
    let mut window = window();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run();
    window.event(Event::Text("interferon".to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(selected(&window), Some(node("ifn1_signalling")));
}

/// `Harness::run` fails if the window still asks for frames after its steps: so every screen must come to rest.
#[test]
fn every_screen_comes_to_rest() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Projector] {
        for size in [vec2(1280.0, 720.0), vec2(1920.0, 1080.0), vec2(640.0, 420.0)] {
            let (mut window, _) = window_with(Settings { theme, ..Settings::default() }, size);
            window.run();
            let screens = [
                Command::About,
                Command::Problems,
                Command::Palette,
                Command::Fit,
                Command::ZoomIn,
                Command::Reading,
                Command::HumanOnly,
                Command::Sources,
            ];
            for command in screens {
                apply(&mut window, Action::Run(command));
            }
            apply(&mut window, Action::Open(node("depression")));
            apply(&mut window, Action::Hover(Some(node("skull_marrow"))));
        }
    }
}

/// The outline and the canvas both light what the pointer is over; they must not put each other's light out.
#[test]
fn hovering_the_outline_lights_the_canvas_and_rests() {
    let mut window = window();
    window.run();
    let row = window.get_by_role_and_label(Role::TreeItem, "Chronic stress, stressor, 1 cause, 4 effects").rect();
    window.hover_at(row.center());
    window.run();
    assert_eq!(window.state().session().view().hover, Some(node("chronic_stress")));
    window.hover_at(pos2(700.0, 20.0));
    window.run();
    assert_eq!(window.state().session().view().hover, None);
}

#[test]
fn shift_tells_shortcuts_apart() {
    let mut window = window();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Plus);
    window.run();
    assert!(window.state().session().settings().text_scale > 1.0);
}

/// What is painted: every mesh and where it is clipped. Shapes would not do: a drawing that is kept becomes triangles.
fn painted(window: &Window) -> Vec<(Rect, Mesh)> {
    let output = window.output();
    let primitives = window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
    let meshes = primitives.into_iter().filter_map(|clipped| match clipped.primitive {
        Primitive::Mesh(mesh) => Some((clipped.clip_rect, mesh)),
        Primitive::Callback(_) => None,
    });
    meshes.collect()
}

#[test]
fn rest_paints_what_was_drawn() {
    let mut window = window();
    window.run();
    // Something is lit as well: that is kept apart from the rest.
    for item in [None, Some(node("meningeal_neutrophils"))] {
        apply(&mut window, Action::Hover(item));
        // Another size, so that everything is drawn anew; the frames after it are at rest.
        window.set_size(window.ctx.content_rect().size() + vec2(1.0, 0.0));
        window.step();
        let before = painted(&window);
        assert!(before.iter().map(|(_, mesh)| mesh.vertices.len()).sum::<usize>() > 5_000);
        for _ in 0..3 {
            window.step();
            assert!(painted(&window) == before, "a frame at rest must look like the one before");
        }
    }
}

#[test]
fn wheel_drag_and_touch_move_the_picture_and_rest_again() {
    let mut window = window();
    window.run();
    let place = |window: &Window| window.get_by_role_and_label(Role::Button, MENINGES).rect();
    let before = place(&window);
    window.hover_at(pos2(700.0, 400.0));
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, 2.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    window.run();
    let nearer = place(&window);
    assert!(nearer.width() > before.width() * 1.2, "{before} {nearer}");
    // Nothing lies under the empty corner, so the drag moves the picture.
    window.drag_at(pos2(420.0, 640.0));
    window.run();
    window.hover_at(pos2(480.0, 600.0));
    window.run();
    window.drop_at(pos2(480.0, 600.0));
    window.run();
    let moved = place(&window);
    assert!((moved.center() - nearer.center() - vec2(60.0, -40.0)).length() < 12.0, "{nearer} {moved}");
    assert_eq!(selected(&window), None);
}

const MAP: &str = "Map of the diagram. Click to look there.";

#[test]
fn a_map_moves_the_view_while_not_all_is_in_sight() {
    let mut window = window();
    apply(&mut window, Action::Run(Command::Fit));
    assert!(window.query_by_label(MAP).is_none(), "everything is in sight");
    for _ in 0..3 {
        apply(&mut window, Action::Run(Command::ZoomIn));
    }
    let map = window.get_by_label(MAP).rect();
    let mut look_at = |at| {
        window.drag_at(at);
        window.run();
        window.drop_at(at);
        window.run();
        window.get_by_role_and_label(Role::Button, MENINGES).rect()
    };
    let (before, after) = (look_at(map.center()), look_at(map.center() + vec2(10.0, 0.0)));
    assert!(before.width() > 10.0 && after.left() < before.left() - 20.0, "{before} {after}");
    assert_eq!(selected(&window), None);
}

/// A window that draws 60 frames a second: a hand's speed is only known from many frames.
fn quick_window(settings: Settings) -> Window {
    let mut window = Harness::builder()
        .with_size(vec2(1360.0, 850.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(120)
        .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(Inline::default())));
    window.run();
    window
}

#[test]
fn a_push_goes_on_for_a_while_and_comes_to_rest() {
    let pushed = |reduced_motion: bool| {
        let mut window = quick_window(Settings { reduced_motion, ..Settings::default() });
        apply(&mut window, Action::Run(Command::Fit));
        let place = |window: &Window| window.get_by_role_and_label(Role::Button, MENINGES).rect().center();
        let before = place(&window);
        window.drag_at(pos2(420.0, 640.0));
        window.step();
        for i in 1..=8 {
            window.hover_at(pos2(420.0 + 10.0 * i as f32, 640.0));
            window.step();
        }
        window.drop_at(pos2(500.0, 640.0));
        window.run();
        place(&window).x - before.x
    };
    assert!(pushed(false) > 120.0, "{}", pushed(false));
    assert!((pushed(true) - 80.0).abs() < 12.0, "{}", pushed(true));
}

#[test]
fn two_fingers_zoom_about_their_middle_and_open_nothing() {
    let mut window = quick_window(Settings::default());
    apply(&mut window, Action::Run(Command::Fit));
    let place = |window: &Window| window.get_by_role_and_label(Role::Button, MENINGES).rect();
    let before = place(&window);
    let touch = |id: u64, phase: TouchPhase, x: f32| Event::Touch {
        device_id: egui::TouchDeviceId(1),
        id: egui::TouchId(id),
        phase,
        pos: before.center() + vec2(x, 0.0),
        force: None,
    };
    let button = |pressed: bool| Event::PointerButton {
        pos: before.center() - vec2(20.0, 0.0),
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    // The first finger is also the pointer, as windows have it.
    window.event(Event::PointerMoved(before.center() - vec2(20.0, 0.0)));
    window.event(touch(1, TouchPhase::Start, -20.0));
    window.event(button(true));
    window.event(touch(2, TouchPhase::Start, 20.0));
    window.step();
    for i in 1..=10 {
        let apart = 20.0 + 2.0 * i as f32;
        window.event(touch(1, TouchPhase::Move, -apart));
        window.event(touch(2, TouchPhase::Move, apart));
        window.step();
    }
    window.event(touch(2, TouchPhase::End, 40.0));
    window.step();
    window.event(touch(1, TouchPhase::End, -40.0));
    window.event(button(false));
    window.event(Event::PointerGone);
    window.run();
    let after = place(&window);
    assert!((after.width() / before.width() - 2.0).abs() < 0.15, "{before} {after}");
    assert!((after.center() - before.center()).length() < 6.0, "{before} {after}");
    assert_eq!(selected(&window), None);
}

#[test]
fn references_open_only_as_checked_addresses() {
    let (mut window, noted) = window_with(Settings::default(), vec2(1360.0, 1500.0));
    window.run();
    apply(&mut window, Action::Open(Item::Link(LinkId::new("stress_meningeal_neutrophils"))));
    window.get_by_label("doi.org ↗").click();
    window.run();
    let noted = noted.lock().expect("nobody else holds it");
    assert_eq!(*noted, [Task::Browse("https://doi.org/10.1038/s41467-025-62840-5".to_owned())]);
}

#[test]
fn bad_files_say_why_and_change_nothing() {
    let mut window = window();
    window.run();
    let folder = std::env::temp_dir().join(format!("pathlight-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let cases: [(&str, &[u8], &str); 4] = [
        ("empty.pathway.ron", b"", "empty"),
        ("noise.pathway.ron", &[0xff, 0xfe, 0x01, 0x80], ""),
        ("cut.pathway.ron", b"Pathway(format: (1, 0), id: \"x", ""),
        ("other.ron", b"Recipe(eggs: 3)", ""),
    ];
    for (name, bytes, word) in cases {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("a file for the test");
        apply(&mut window, Action::OpenFile(path));
        let message = window.state().session().view().message.clone().expect("it says why");
        assert!(message.is_error && message.lines.concat().contains(word), "{name}: {message:?}");
        assert!(window.query_by_label_contains("cannot be opened").is_some());
    }
    apply(&mut window, Action::OpenFile(folder.join("missing.pathway.ron")));
    assert!(window.query_by_label_contains("there is no such file").is_some());
    apply(&mut window, Action::OpenFile(folder.clone()));
    assert!(window.query_by_label_contains("this is a folder").is_some());
    assert_eq!(window.state().session().bundled(), Some("skull-marrow"));
    std::fs::remove_dir_all(&folder).expect("the test's folder");
}

#[test]
fn a_file_with_problems_opens_and_lists_them() {
    let mut window = window();
    window.run();
    let text =
        pathlight::session::library::all()[0].text().replacen("from: \"chronic_stress\"", "from: \"nowhere\"", 1);
    let path = std::env::temp_dir().join(format!("pathlight-loose-{}.pathway.ron", std::process::id()));
    std::fs::write(&path, text).expect("a file for the test");
    apply(&mut window, Action::OpenFile(path.clone()));
    std::fs::remove_file(&path).expect("the test's file");
    assert_eq!(window.state().session().pathway().links().len(), 26);
    apply(&mut window, Action::Run(Command::Problems));
    // In its sentence, and on what is offered about it.
    assert!(window.query_all_by_label_contains("nowhere").count() > 1);
}

#[test]
fn letters_of_other_scripts_are_shown_with_a_font_that_is_found() {
    let case = std::path::Path::new("tests/cases/scripts.pathway.ron");
    for (outside, found) in [(Inline::with_fonts("tests/fonts".into()), true), (Inline::default(), false)] {
        let mut window: Window = Harness::builder()
            .with_size(vec2(1024.0, 768.0))
            .with_max_steps(120)
            .build_eframe(|creation| App::new(&creation.egui_ctx, Settings::default(), Box::new(outside)));
        apply(&mut window, Action::OpenFile(case.to_owned()));
        let has = |c| window.ctx.fonts_mut(|fonts| fonts.has_glyph(&egui::FontId::default(), c));
        assert_eq!((has('慢'), has('ד'), has('²')), (found, found, true));
        // The card is as wide as what is painted on it, and readers hear the letters in their own order.
        assert!(window.query_all_by_label_contains("דלקת כרונית במוח").next().is_some());
        // What no font has is in the list of problems, as `check` says it.
        apply(&mut window, Action::Run(Command::Problems));
        let lacking = window.query_all_by_label_contains("no font here has").count();
        assert!(found || lacking == 1);
        // Whatever else is written, until the letters are gone.
        let count = |window: &Window| {
            let problems = window.state().session().problems().iter();
            problems.filter(|problem| problem.what.starts_with("no font here has")).count()
        };
        for (label, expected) in [(None, lacking), (Some("Plain"), 0)] {
            let nodes = window.state().session().pathway().nodes();
            let changes = nodes.enumerate().map(|(number, node)| {
                let (explanation, old) = ("Mine.".to_owned(), node.label.clone());
                let label = label.map_or(old, |label: &str| format!("{label} {number}"));
                Change::SetNode(Node { label, explanation, ..Node::clone(node) })
            });
            let edit = Edit { label: "write".to_owned(), merge: None, changes: changes.collect() };
            apply(&mut window, Action::Edit(EditAct::Apply(edit)));
            assert!(window.state().session().is_checked() && window.state().session().is_changed());
            assert_eq!(count(&window), expected);
        }
        apply(&mut window, Action::Run(Command::Undo));
        assert_eq!(count(&window), lacking);
        // Words in the status line and rows of the palette are heard in their own order, too.
        let node =
            window.state().session().pathway().nodes().find(|node| node.label.contains("דלקת")).expect("it has one");
        let (item, label) = (Item::Node(node.id.clone()), node.label.clone());
        apply(&mut window, Action::Run(Command::Problems));
        apply(&mut window, Action::Hover(Some(item.clone())));
        let name = item.name_in(window.state().session().pathway(), window.state().session().reading());
        assert!(window.query_all_by_label(&name).next().is_some(), "{name}");
        apply(&mut window, Action::Run(Command::Palette));
        apply(&mut window, Action::PaletteText(label.clone()));
        assert!(
            window
                .query_all_by_role(Role::ListBoxOption)
                .any(|row| row.accesskit_node().label() == Some(label.clone()))
        );
    }
}
