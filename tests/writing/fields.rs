//! Fields, choosers and buttons of the real window, found by their accessible names: by Tab and keys, or with the mouse.

use egui::{Event, Key, Modifiers, Rect, accesskit, pos2};
use egui_kittest::kittest::NodeT as _;

use super::hand::{CTRL, Hand, press, shifted};

/// Most presses of Tab until a field must have come.
const MOST_TABS: usize = 500;

impl Hand {
    /// The accessible name of what has the keyboard.
    pub(crate) fn has_keyboard(&self) -> String {
        let tree = self.window.root().accesskit_node().tree_state;
        tree.focus_in_tree().label().unwrap_or_default()
    }

    /// Goes to a field: by Tab, on from where the keyboard is, or by a click.
    #[track_caller]
    pub(crate) fn goes_to(&mut self, name: &str) {
        if self.by_mouse {
            return self.clicks(name);
        }
        let mut seen = Vec::new();
        let back = self.lies_above(name);
        for _ in 0..MOST_TABS {
            let now = self.has_keyboard();
            if now == name {
                return self.rests();
            }
            seen.push(now);
            // Nobody waits for the window between two of them; the way back takes egui a frame longer.
            if back {
                self.frame([shifted(Key::Tab)]);
                self.frame([]);
            } else {
                self.frame([press(Key::Tab)]);
            }
        }
        seen.dedup();
        seen.truncate(60);
        panic!("{name:?} is not to be had by Tab: {seen:#?}; {}", self.said());
    }

    /// Whether a field is seen above the one that has the keyboard, in the same panel: people go back to it.
    fn lies_above(&self, name: &str) -> bool {
        let focused = self.window.root().accesskit_node().tree_state.focus_in_tree();
        let canvas = self.canvas();
        let rect = |bounds: accesskit::Rect| {
            Rect::from_min_max(pos2(bounds.x0 as f32, bounds.y0 as f32), pos2(bounds.x1 as f32, bounds.y1 as f32))
        };
        let (Some(now), Some(wanted)) = (focused.bounding_box().map(rect), self.named(name)) else { return false };
        let wanted = wanted.rect();
        let beside = |rect: &Rect| (rect.center().x > canvas.right(), rect.center().x < canvas.left());
        beside(&now) == beside(&wanted) && beside(&now) != (false, false) && wanted.center().y < now.center().y - 2.0
    }

    /// Types a text of several lines into what has the keyboard: each line at once, as predictive keyboards and dictation
    /// hand them over, since egui lays out the field anew for each that comes.
    pub(crate) fn types_lines(&mut self, text: &str) {
        let mut events = Vec::new();
        for (number, line) in text.split('\n').enumerate() {
            events.extend((number > 0).then(|| press(Key::Enter)));
            events.extend((!line.is_empty()).then(|| Event::Text(line.to_owned())));
        }
        self.events(events);
    }

    /// Fills a field, in the place of what stands in it.
    #[track_caller]
    pub(crate) fn fills(&mut self, name: &str, text: &str) {
        self.goes_to(name);
        match (self.stands_in(name), self.by_mouse) {
            (false, _) => {}
            (true, false) => self.chord(CTRL, Key::A),
            (true, true) => self.marks(name),
        }
        self.types_lines(text);
    }

    /// Fills a field, where there is something to be said.
    #[track_caller]
    pub(crate) fn fills_some(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.fills(name, text);
        }
    }

    /// Chooses a row: by its letters and, where others have them too, by the arrow down; or by a click on it.
    #[track_caller]
    pub(crate) fn picks(&mut self, name: &str, rows: &[String], row: usize) {
        self.goes_to(name);
        if self.by_mouse {
            return self.clicks_row(name, rows, row);
        }
        self.key(Key::Enter);
        self.types_lines(&rows[row]);
        let letters = rows[row].to_lowercase();
        let before = rows[..row].iter().filter(|other| other.to_lowercase().contains(&letters)).count();
        for _ in 0..before {
            self.key(Key::ArrowDown);
        }
        self.key(Key::Enter);
    }

    /// Chooses a row of a list that has the best one on top.
    #[track_caller]
    pub(crate) fn picks_best(&mut self, name: &str, rows: &[String], row: usize) {
        if self.by_mouse {
            return self.picks(name, rows, row);
        }
        self.goes_to(name);
        self.key(Key::Enter);
        self.types_lines(&rows[row]);
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
        if !self.by_mouse {
            self.chord(Modifiers::NONE, Key::Space);
        }
    }

    /// Runs a command by the palette, or opens what it finds first.
    pub(crate) fn runs(&mut self, words: &str) {
        self.chord(CTRL, Key::K);
        self.types_lines(words);
        self.key(Key::Enter);
    }
}
