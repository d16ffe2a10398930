//! A hand on the real window: keys as a keyboard sends them, and a mouse.

use std::sync::Arc;

use egui::{
    CursorIcon, Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, Vec2, ViewportCommand,
    accesskit::Role, vec2,
};
use egui_kittest::{Harness, kittest::Queryable as _};
use pathlight::{
    app::{App, Inline},
    model::{NodeId, Pathway, notation},
    session::{Action, Item, Session, Settings},
};

/// Ctrl, which is also what commands go by.
pub(crate) const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// Most frames until the window must rest.
const MOST_FRAMES: usize = 600;

/// How long a hand takes to move the pointer, in seconds.
const MOVING: f64 = 0.7;

/// Room at the left edge of the canvas where lanes have their names, in px.
const LANE_NAMES: f32 = 150.0;

/// A hand, and the window that it writes in.
pub(crate) struct Hand {
    pub(crate) window: Harness<'static, App>,
    /// Whether it has a mouse alone, and letters for the fields that it has clicked into.
    pub(crate) by_mouse: bool,
    /// Whether the window has asked for what is on the clipboard.
    pub(crate) asked_clipboard: bool,
}

impl Hand {
    /// At a window of the usual size, at rest.
    pub(crate) fn new() -> Self {
        Self::at(vec2(1280.0, 720.0))
    }

    /// At a window of a size, at rest.
    pub(crate) fn at(size: Vec2) -> Self {
        let settings = Settings { reduced_motion: true, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(size)
            .with_max_steps(600)
            .with_step_dt(1.0 / 30.0)
            .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(Inline::default())));
        window.run();
        Self { window, by_mouse: false, asked_clipboard: false }
    }

    pub(crate) fn session(&self) -> &Session {
        self.window.state().session()
    }

    pub(crate) fn pathway(&self) -> &Arc<Pathway> {
        self.session().pathway()
    }

    /// The pathway in notation.
    pub(crate) fn outline(&self) -> String {
        notation::write(self.pathway())
    }

    /// What was said last.
    pub(crate) fn said(&self) -> String {
        self.session().view().message.as_ref().map(|message| message.text.clone()).unwrap_or_default()
    }

    /// Events that come in one frame; waits until the window rests.
    pub(crate) fn events(&mut self, events: impl IntoIterator<Item = Event>) {
        self.frame(events);
        self.rests();
    }

    /// One frame with events, as the system brings them: the harness's own queue gives each of them a frame.
    pub(crate) fn frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.window.input_mut().events.extend(events);
        self.window.step();
        let mut commands = self.window.output().viewport_output.values().flat_map(|viewport| &viewport.commands);
        self.asked_clipboard |= commands.any(|command| *command == ViewportCommand::RequestPaste);
    }

    /// Waits until the window asks for no frame any more: none is drawn for nothing.
    pub(crate) fn rests(&mut self) {
        for _ in 0..MOST_FRAMES {
            let viewports = &self.window.output().viewport_output;
            if viewports.values().all(|viewport| !viewport.repaint_delay.is_zero()) {
                return;
            }
            self.frame([]);
        }
        panic!("the window does not rest: {:?}", self.window.ctx.repaint_causes());
    }

    /// Does something that the system does.
    pub(crate) fn applies(&mut self, action: Action) {
        let ctx = self.window.ctx.clone();
        self.window.state_mut().apply(action, &ctx);
        self.events([]);
    }

    /// Copies, and gives what is on the clipboard then.
    pub(crate) fn copies(&mut self) -> String {
        self.frame([Event::Copy]);
        let text = |window: &Harness<'_, App>| {
            let mut commands = window.output().platform_output.commands.iter();
            commands.find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        };
        let copied = (0..3).find_map(|_| {
            text(&self.window).or_else(|| {
                self.window.step();
                None
            })
        });
        self.window.run();
        copied.expect("something is copied")
    }

    /// A key with what is held beside it.
    pub(crate) fn chord(&mut self, modifiers: Modifiers, key: Key) {
        let turn = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.events([turn(true), turn(false)]);
    }

    /// A key without anything.
    pub(crate) fn key(&mut self, key: Key) {
        self.chord(Modifiers::NONE, key);
    }

    /// Types a text, as it comes from a keyboard: a letter is a key and a text.
    pub(crate) fn types(&mut self, text: &str) {
        let events: Vec<Event> = text.chars().flat_map(letter).collect();
        self.events(events);
    }

    /// Types a name into the field that a key has opened, and takes it.
    pub(crate) fn names(&mut self, text: &str) {
        assert!(self.session().entry().is_some(), "no field is open for “{text}”");
        self.types(text);
        self.key(Key::Enter);
        assert!(self.session().entry().is_none(), "“{text}” was not taken: {}", self.said());
    }

    /// Where a card lies on the screen, by its label.
    pub(crate) fn card(&self, label: &str) -> Rect {
        let session = self.session();
        let mut nodes = session.drawn().nodes();
        let node = nodes.find(|node| node.label == label).unwrap_or_else(|| panic!("there is no “{label}”"));
        let name = Item::Node(node.id.clone()).spoken_in(session.drawn(), session.reading());
        self.window.get_by_role_and_label(Role::Button, &name).rect()
    }

    /// Where the canvas lies on the screen.
    pub(crate) fn canvas(&self) -> Rect {
        self.window.get_by_label_contains("Diagram of").rect()
    }

    /// A place of the canvas where nothing lies.
    pub(crate) fn nowhere(&mut self) -> Pos2 {
        let cards: Vec<Rect> = self.pathway().nodes().map(|node| self.card(&node.label).expand(60.0)).collect();
        let mut canvas = self.canvas().shrink(40.0);
        canvas.min.x += LANE_NAMES;
        let places = (0..40).flat_map(|y| (0..40).map(move |x| vec2(x as f32, y as f32) / 40.0));
        let places = places.map(|share| canvas.min + share * canvas.size());
        for at in places.filter(|at| !cards.iter().any(|card| card.contains(*at))) {
            self.points(at);
            if self.session().view().hover.is_none() {
                return at;
            }
        }
        panic!("no place is free")
    }

    /// Moves the pointer. That takes a while: the next click belongs to none before it.
    pub(crate) fn points(&mut self, at: Pos2) {
        let now = self.window.ctx.input(|input| input.time);
        self.window.input_mut().time = Some(now + MOVING);
        self.frame([Event::PointerMoved(at)]);
        self.window.input_mut().time = None;
        self.rests();
    }

    /// Two clicks, one after the other.
    pub(crate) fn double_clicks(&mut self, at: Pos2) {
        self.points(at);
        for _ in 0..2 {
            self.frame([button(at, true), button(at, false)]);
            self.frame([]);
        }
        self.rests();
    }

    /// Presses at one place and lets go at another, by way of some between.
    pub(crate) fn drags(&mut self, from: Pos2, to: Pos2) {
        self.points(from);
        self.frame([button(from, true)]);
        for step in 1..=4 {
            self.frame([Event::PointerMoved(from.lerp(to, step as f32 / 4.0))]);
        }
        self.events([button(to, false)]);
    }

    /// The dot at the edge of a card, once the pointer is over the card: where the pointer becomes a cross. It lies where it
    /// covers no end of a line, the middle of the right edge first.
    pub(crate) fn dot(&mut self, label: &str) -> Pos2 {
        let card = self.card(label);
        let [start, middle, end] = [0.25, 0.5, 0.75];
        let right = [middle, end, start].map(|y| (1.0, y));
        let below_or_above = [end, middle, start].into_iter().flat_map(|x| [(x, 1.0), (x, 0.0)]);
        for (x, y) in right.into_iter().chain(below_or_above) {
            self.points(card.center());
            let at = card.min + card.size() * vec2(x, y);
            self.points(at);
            if self.window.output().platform_output.cursor_icon == CursorIcon::Crosshair {
                return at;
            }
        }
        panic!("the card “{label}” has no dot");
    }

    /// What the keyboard's cursor is on.
    pub(crate) fn focus(&self) -> Option<Item> {
        self.session().view().focus.clone()
    }
}

/// What a keyboard sends for a sign.
pub(crate) fn letter(sign: char) -> Vec<Event> {
    let key = Key::from_name(&sign.to_uppercase().to_string());
    let modifiers = if sign.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
    let turn = |pressed| key.map(|key| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
    turn(true).into_iter().chain([Event::Text(sign.to_string())]).chain(turn(false)).collect()
}

/// A key that goes down and says nothing.
pub(crate) fn press(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// The same with Shift.
pub(crate) fn shifted(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::SHIFT }
}

/// The mouse's first button at a place.
pub(crate) fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// A node as something to look at.
pub(crate) fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}
