//! The mouse on the real window: clicks on what has a name, by way of the wheel where it lies out of sight, and on cards and
//! arrows of the drawing where the pointer finds them.

use egui::{Event, Modifiers, MouseWheelUnit, Pos2, Rangef, Rect, TouchPhase, vec2};
use egui_kittest::{
    Node,
    kittest::{By, NodeT as _, Queryable as _},
};
use pathlight::{
    session::Item,
    words::{ask, top},
};

use super::hand::{Hand, button};

/// Rows of a chooser from which on its letters are typed.
const MANY_ROWS: usize = 5;
/// Turns of the wheel until something must be in sight.
const MOST_TURNS: usize = 40;
/// Heights of what stands above and below what scrolls in a panel, in px.
const ABOVE: f32 = 75.0;
const BELOW: f32 = 12.0;

impl Hand {
    /// One click at a place.
    pub(crate) fn clicks_at(&mut self, at: Pos2) {
        self.points(at);
        self.events([button(at, true), button(at, false)]);
    }

    /// The last thing of that name: what opens over others comes last.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> Option<Node<'a>> {
        self.window.query_all(By::new().label(name)).next_back()
    }

    /// Where something lies, by its name.
    #[track_caller]
    pub(crate) fn place(&self, name: &str) -> Rect {
        self.named(name).unwrap_or_else(|| panic!("there is no {name:?}; {}", self.said())).rect()
    }

    /// Whether something stands in a field.
    pub(crate) fn stands_in(&self, name: &str) -> bool {
        self.named(name).and_then(|field| field.value()).is_some_and(|text| !text.is_empty())
    }

    /// A click on something, by its name; first with the wheel, where it is out of sight.
    #[track_caller]
    pub(crate) fn clicks(&mut self, name: &str) {
        let at = self.comes_into_sight(name);
        self.clicks_at(at);
    }

    /// Marks what stands in a field of one line: three clicks, of which the first was made.
    pub(crate) fn marks(&mut self, name: &str) {
        let at = self.place(name).center();
        for _ in 0..2 {
            self.frame([button(at, true), button(at, false)]);
        }
        self.rests();
    }

    /// A click on what has a place of its own in the window.
    #[track_caller]
    pub(crate) fn clicks_there(&mut self, name: &str) {
        let at = self.place(name).center();
        self.clicks_at(at);
    }

    /// Turns the wheel until something of a panel is in sight; gives where to click.
    #[track_caller]
    fn comes_into_sight(&mut self, name: &str) -> Pos2 {
        let canvas = self.canvas();
        let sight = Rangef::new(canvas.top() + ABOVE, canvas.bottom() - BELOW);
        for _ in 0..MOST_TURNS {
            let rect = self.place(name);
            let at = rect.center();
            if canvas.x_range().contains(at.x) || sight.contains(at.y) {
                return at;
            }
            self.points(Pos2::new(at.x, sight.center()));
            let delta = vec2(0.0, sight.center() - at.y);
            let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
            self.events([Event::MouseWheel { unit, delta, phase, modifiers }]);
            if self.place(name) == rect {
                // It does not scroll: it stands there.
                return at;
            }
        }
        panic!("{name:?} does not come into sight: {}", self.place(name));
    }

    /// Chooses a row of the list that has just opened, by a click; where there are many, after its letters.
    #[track_caller]
    pub(crate) fn clicks_row(&mut self, name: &str, rows: &[String], row: usize) {
        let letters = ask::letters_for(name);
        let field = self.place(&letters);
        if rows.len() > MANY_ROWS {
            self.clicks_at(field.center());
            self.types_lines(&rows[row]);
        }
        let field = self.place(&letters);
        let with_hint = format!("{}\n", rows[row]);
        let is_row = |node: &Node<'_>| {
            let (at, label) = (node.rect().center(), node.accesskit_node().label().unwrap_or_default());
            let below = at.y > field.bottom() && field.x_range().contains(at.x);
            below && (label == rows[row] || label.starts_with(&with_hint))
        };
        let found = self.window.query_all(By::new().label_contains(&rows[row]));
        let found: Vec<Rect> = found.filter(is_row).map(|node| node.rect()).collect();
        // The list lies over everything, so it comes last. Of several that are called the same, the one in that place.
        let after = rows[row..].iter().filter(|other| **other == rows[row]).count();
        let at = found.len().checked_sub(after).and_then(|at| found.get(at));
        let at = at.unwrap_or_else(|| panic!("{name:?} has no row {:?}", rows[row])).center();
        self.clicks_at(at);
    }

    /// Chooses an entry of the menu behind the pathway's title.
    #[track_caller]
    pub(crate) fn chooses_of_title(&mut self, words: &str) {
        let title = self.pathway().about().title.clone();
        let menu = self.window.query_all(By::new().label_contains(&title)).find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.ends_with('▾'))
        });
        let at = menu.expect("the title has a menu").rect().center();
        self.clicks_at(at);
        self.clicks_option(words);
    }

    /// Clicks on what begins with such words: an entry or a row that says more beside them.
    #[track_caller]
    pub(crate) fn clicks_option(&mut self, words: &str) {
        let all = self.window.query_all(By::new().label_contains(words));
        let begins = |node: &Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(words));
        let at = all.rev().find(begins).unwrap_or_else(|| panic!("there is no {words:?}")).rect().center();
        self.clicks_at(at);
    }

    /// Clicks into a field that has a place of its own, and types.
    #[track_caller]
    pub(crate) fn writes_in(&mut self, name: &str, text: &str) {
        self.clicks_there(name);
        if self.stands_in(name) {
            self.marks(name);
        }
        self.types_lines(text);
    }

    /// Gives the window what it has asked the clipboard for.
    #[track_caller]
    pub(crate) fn gives_clipboard(&mut self, text: &str) {
        assert!(std::mem::take(&mut self.asked_clipboard), "nothing was asked of the clipboard");
        self.events([Event::Paste(text.to_owned())]);
    }

    /// Fits the drawing to the window.
    pub(crate) fn fits(&mut self) {
        self.clicks_there(top::FIT);
    }

    /// A place of a card or an arrow where the pointer finds it.
    #[track_caller]
    pub(crate) fn where_is(&mut self, item: &Item) -> Pos2 {
        let name = item.spoken_in(self.session().drawn(), self.session().reading());
        let rect = self.window.query_all(By::new().label(&name)).map(|node| node.rect()).find(|rect| {
            let canvas = self.canvas();
            canvas.contains_rect(*rect) && *rect != canvas
        });
        let rect = rect.unwrap_or_else(|| panic!("{name:?} is not in sight"));
        let shares = [0.5, 0.35, 0.65, 0.2, 0.8, 0.42, 0.58, 0.27, 0.73, 0.1, 0.9, 0.03, 0.97];
        for (x, y) in shares.iter().flat_map(|x| shares.iter().map(move |y| (*x, *y))) {
            let at = rect.lerp_inside(vec2(x, y));
            self.points(at);
            if self.session().view().hover.as_ref() == Some(item) {
                return at;
            }
        }
        panic!("the pointer does not find {name:?} in {rect}")
    }

    /// Opens a card or an arrow of the drawing by a click.
    #[track_caller]
    pub(crate) fn opens(&mut self, item: &Item) {
        let at = self.where_is(item);
        self.events([button(at, true), button(at, false)]);
        assert_eq!(self.session().view().selected(), Some(item), "{}", self.said());
    }
}
