//! Every shortcut as a real window sends it, on four keyboards; and digits by their place.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

mod layouts;
mod toolkit;

use egui::{Context, Event, Modifiers, RawInput, vec2};
use egui_kittest::Harness;
use layouts::{LAYOUTS, Layout};
use pathlight::{
    app::{App, Inline},
    canvas,
    lesson::{Difficulty, Phase},
    session::{Action, Command, Key, PlainKey, QuizAct, Session, Settings, Shortcut},
    ui,
};
use toolkit::{CTRL, CTRL_SHIFT, key_at, named};

/// What somebody presses who reads a shortcut and has this keyboard.
#[track_caller]
fn pressed(layout: &Layout, shortcut: Shortcut) -> Event {
    let Shortcut { ctrl, shift, key } = shortcut;
    let held = Modifiers { shift, ..if ctrl { CTRL } else { Modifiers::NONE } };
    let by_name = |key| named(key, held);
    match key {
        Key::F(n) => by_name(egui::Key::from_name(&format!("F{n}")).expect("a key of the upper row")),
        Key::Escape => by_name(egui::Key::Escape),
        Key::PageUp => by_name(egui::Key::PageUp),
        Key::PageDown => by_name(egui::Key::PageDown),
        Key::Char(sign) => {
            // Keys are labelled with capitals: `I` in Turkey is the key of `ı`, not that of `i`.
            let (at, _) = layout.place(sign.to_ascii_uppercase()).expect("a key is labelled with it");
            key_at(layout, at, held)
        }
        Key::Plus => {
            let (at, needs_shift) = layout.place('+').expect("a key has +");
            // Where it lies over `=`, everybody leaves Shift out.
            let over_equals = layout.sign(at, false) == Some('=');
            key_at(layout, at, Modifiers { shift: shift || (needs_shift && !over_equals), ..held })
        }
        Key::Minus => {
            let (at, needs_shift) = layout.place('-').expect("a key has -");
            key_at(layout, at, Modifiers { shift: shift || needs_shift, ..held })
        }
    }
}

/// The commands that an event gives.
fn commands(session: &Session, event: Event) -> Vec<Command> {
    let mut actions = Vec::new();
    let input = RawInput { events: vec![event], ..RawInput::default() };
    let mut output = Context::default().run_ui(input, |ui| ui::shortcuts(ui.ctx(), session, false, &mut actions));
    // Nobody paints it.
    output.textures_delta.clear();
    let command = |action: &Action| match action {
        Action::Run(command) => *command,
        other => panic!("{other:?}"),
    };
    actions.iter().map(command).collect()
}

#[test]
fn every_shortcut_arrives_on_every_keyboard() {
    let (session, _) = Session::new(Settings::default());
    let mut asked = 0;
    for layout in LAYOUTS {
        for command in Command::ALL {
            let Some(shortcut) = command.shortcut() else { continue };
            let event = pressed(&layout, shortcut);
            let given = commands(&session, event.clone());
            assert_eq!(given, [command], "{}: {} as {event:?}", layout.name, shortcut.text());
            asked += 1;
        }
    }
    assert!(asked > 150, "{asked}");
}

#[test]
fn text_grows_by_the_key_of_plus_where_shift_can_be_told_apart() {
    let (session, _) = Session::new(Settings::default());
    for (name, sign, command) in [
        ("us", '+', Command::LargerText),
        ("us", '-', Command::SmallerText),
        ("de", '+', Command::LargerText),
        ("de", '-', Command::SmallerText),
        ("fr", '+', Command::LargerText),
        ("tr", '-', Command::SmallerText),
        // There Shift belongs to the sign.
        ("tr", '+', Command::ZoomIn),
    ] {
        let layout = LAYOUTS.into_iter().find(|layout| layout.name == name).expect("a keyboard");
        let (at, _) = layout.place(sign).expect("a key has it");
        assert_eq!(commands(&session, key_at(&layout, at, CTRL_SHIFT)), [command], "{name}: {sign}");
    }
}

/// Ctrl with X, C or V never arrives as a key, whatever else is held: the test above would be worth nothing otherwise.
#[test]
fn the_clipboard_takes_its_keys() {
    let (session, _) = Session::new(Settings::default());
    for layout in LAYOUTS {
        for (sign, taken) in [('x', Event::Cut), ('c', Event::Copy)] {
            let (at, _) = layout.place(sign).expect("a key has it");
            let event = key_at(&layout, at, CTRL_SHIFT);
            assert_eq!(event, taken, "{}", layout.name);
            assert_eq!(commands(&session, event), []);
        }
    }
}

/// `AltGr` is Ctrl and Alt on Windows: `@` on a German keyboard lies on Q and must not end the program.
#[test]
fn signs_written_with_alt_are_no_commands() {
    let (session, _) = Session::new(Settings::default());
    let event = key_at(&LAYOUTS[1], 12, CTRL);
    assert_eq!(commands(&session, event.clone()), [Command::Quit]);
    let Event::Key { key, physical_key, pressed, repeat, modifiers } = event else { panic!("a key") };
    let modifiers = Modifiers { alt: true, ..modifiers };
    assert_eq!(commands(&session, Event::Key { key, physical_key, pressed, repeat, modifiers }), []);
}

type Window = Harness<'static, App>;

fn window() -> Window {
    let settings = Settings { reduced_motion: true, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(200)
        .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(Inline::default())));
    window.run();
    window
}

fn send(window: &mut Window, event: Event) {
    window.event(event);
    window.run();
}

#[test]
fn plain_keys_of_the_drawing_arrive_as_they_are_labelled_and_signs_as_they_are_typed() {
    let mut asked = 0;
    for layout in LAYOUTS {
        for letter in ['n', 'e', 'l', 'r', 'c', 't', 'm', 'u'] {
            let (at, _) = layout.place(letter.to_ascii_uppercase()).expect("a key is labelled with it");
            let event = key_at(&layout, at, Modifiers::NONE);
            assert_eq!(canvas::plain_key(&event), Some(PlainKey::Letter(letter)), "{}: {event:?}", layout.name);
            let event = key_at(&layout, at, CTRL);
            assert_eq!(canvas::plain_key(&event), None, "{}: {event:?}", layout.name);
        }
        // No other key is taken for one of them, whatever is written on it.
        for (at, shift) in (0..45).flat_map(|at| [(at, false), (at, true)]) {
            let event = key_at(&layout, at, Modifiers { shift, ..Modifiers::NONE });
            let Some(key) = canvas::plain_key(&event).filter(|key| key.command().is_some()) else { continue };
            let sign = layout.sign(at, shift).map(|sign| sign.to_ascii_lowercase());
            let letter = match key {
                PlainKey::Letter(letter) | PlainKey::Shifted(letter) => Some(letter),
                _ => None,
            };
            assert_eq!((sign, letter.is_some()), (letter, true), "{}: {event:?}", layout.name);
            asked += 1;
        }
    }
    assert!(asked >= 4 * 9, "{asked}");
    for (sign, command) in [
        ("+", Command::SetRaises),
        ("-", Command::SetLowers),
        ("−", Command::SetLowers),
        ("~", Command::SetMixed),
        ("0", Command::SetNoEffect),
        ("?", Command::SetUnknown),
    ] {
        let key = canvas::plain_key(&Event::Text(sign.to_owned()));
        assert_eq!(key.and_then(PlainKey::command), Some(command), "{sign}");
    }
}

#[test]
fn hands_are_counted_by_the_place_of_a_digit() {
    for layout in LAYOUTS {
        let mut window = window();
        send(&mut window, named(egui::Key::F5, Modifiers::NONE));
        let asks = |window: &Window| {
            let telling = window.state().session().teaching().telling.as_ref();
            telling.is_some_and(|telling| telling.phase() == Phase::Asked)
        };
        for _ in 0..40 {
            if !asks(&window) {
                send(&mut window, named(egui::Key::PageDown, Modifiers::NONE));
            }
        }
        assert!(asks(&window), "{}", layout.name);
        let votes = |window: &Window| window.state().session().teaching().prediction.as_ref().map(|asked| asked.votes);
        // The keys of 1, 4 and 4 again, then a hand is taken back.
        for at in [0, 3, 3] {
            send(&mut window, key_at(&layout, at, Modifiers::NONE));
        }
        assert_eq!(votes(&window), Some([1, 0, 0, 2]), "{}", layout.name);
        send(&mut window, key_at(&layout, 3, Modifiers::SHIFT));
        assert_eq!(votes(&window), Some([1, 0, 0, 1]), "{}", layout.name);
    }
}

#[test]
fn a_quiz_is_answered_by_the_place_of_a_digit_in_the_window_and_on_the_whole_screen() {
    for layout in LAYOUTS {
        let mut window = window();
        let ctx = window.ctx.clone();
        let begin = QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy };
        window.state_mut().apply(Action::Quiz(begin), &ctx);
        window.run();
        send(&mut window, key_at(&layout, 0, Modifiers::NONE));
        send(&mut window, named(egui::Key::PageDown, Modifiers::NONE));
        send(&mut window, named(egui::Key::F5, Modifiers::NONE));
        send(&mut window, key_at(&layout, 1, Modifiers::NONE));
        let session = window.state().session();
        let chosen = session.teaching().quiz.as_ref().map(|quiz| quiz.chosen[..2].to_vec());
        assert_eq!(chosen, Some(vec![Some(0), Some(1)]), "{}", layout.name);
        assert!(session.presents() && session.teaching().telling.is_none(), "{}", layout.name);
        for expected in [(false, true), (false, false)] {
            send(&mut window, named(egui::Key::Escape, Modifiers::NONE));
            let session = window.state().session();
            assert_eq!((session.presents(), session.teaching().quiz.is_some()), expected, "{}", layout.name);
        }
    }
}
