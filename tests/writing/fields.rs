//! Fields, choosers and buttons of the real window, by the keyboard: found by Tab and their accessible names.

use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::hand::{CTRL, Hand, button, press};

/// Most presses of Tab until a field must have come.
const MOST_TABS: usize = 500;

impl Hand {
    /// The accessible name of what has the keyboard.
    pub(crate) fn has_keyboard(&self) -> String {
        // The last one: a reader is told of the canvas' own items, too.
        let focused = self.window.query_all(By::new().predicate(|node| node.is_focused() && node.label().is_some()));
        focused.rev().find_map(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Goes to a field by Tab, on from where the keyboard is.
    #[track_caller]
    pub(crate) fn goes_to(&mut self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..MOST_TABS {
            let now = self.has_keyboard();
            if now == name {
                return;
            }
            seen.push(now);
            self.key(Key::Tab);
        }
        seen.truncate(60);
        panic!("{name:?} is not to be had by Tab: {seen:#?}; {}", self.said());
    }

    /// Types a text of several lines into what has the keyboard.
    pub(crate) fn types_lines(&mut self, text: &str) {
        let typed = |sign: char| if sign == '\n' { press(Key::Enter) } else { Event::Text(sign.to_string()) };
        let events: Vec<Event> = text.chars().map(typed).collect();
        self.events(events);
    }

    /// Fills a field, in the place of what stands in it.
    #[track_caller]
    pub(crate) fn fills(&mut self, name: &str, text: &str) {
        self.goes_to(name);
        self.chord(CTRL, Key::A);
        self.types_lines(text);
    }

    /// Fills a field, where there is something to be said.
    #[track_caller]
    pub(crate) fn fills_some(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.fills(name, text);
        }
    }

    /// Chooses a row by its letters and, where others have them too, by the arrow down.
    #[track_caller]
    pub(crate) fn picks(&mut self, name: &str, rows: &[String], row: usize) {
        self.goes_to(name);
        self.key(Key::Enter);
        self.types_lines(&rows[row]);
        let letters = rows[row].to_lowercase();
        let before = rows[..row].iter().filter(|other| other.to_lowercase().contains(&letters)).count();
        for _ in 0..before {
            self.key(Key::ArrowDown);
        }
        self.key(Key::Enter);
    }

    /// Chooses among everything that there is of a sort.
    #[track_caller]
    pub(crate) fn picks_of<T: Copy + PartialEq>(
        &mut self,
        name: &str,
        all: &[T],
        label: fn(T) -> &'static str,
        wanted: T,
    ) {
        let rows: Vec<String> = all.iter().map(|one| label(*one).to_owned()).collect();
        let row = all.iter().position(|one| *one == wanted).expect("it is one of them");
        self.picks(name, &rows, row);
    }

    /// Presses a button, or ticks a box.
    #[track_caller]
    pub(crate) fn pushes(&mut self, name: &str) {
        self.goes_to(name);
        self.chord(Modifiers::NONE, Key::Space);
    }

    /// Runs a command by the palette.
    pub(crate) fn runs(&mut self, words: &str) {
        self.chord(CTRL, Key::K);
        self.types_lines(words);
        self.key(Key::Enter);
    }

    /// Saves under a path that is typed, as where the system has no dialog for files.
    pub(crate) fn saves_as(&mut self, path: &std::path::Path) {
        self.chord(CTRL, Key::S);
        let ctx = self.window.ctx.clone();
        self.window.state_mut().apply(pathlight::session::Action::NoDialog, &ctx);
        self.window.run();
        self.types_lines(&path.to_string_lossy());
        self.key(Key::Enter);
    }
}

impl Hand {
    /// One click at a place.
    pub(crate) fn clicks_at(&mut self, at: Pos2) {
        self.points(at);
        self.events([button(at, true), button(at, false)]);
    }

    /// A click on something, by its accessible name.
    #[track_caller]
    pub(crate) fn clicks(&mut self, name: &str) {
        let at = self.window.get_by_label(name).rect().center();
        self.clicks_at(at);
    }
}
