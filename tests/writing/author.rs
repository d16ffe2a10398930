//! An author who writes a whole pathway anew, record by record, by keys alone or with the mouse.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use pathlight::{
    model::{Delay, Design, Effect, Grade, Kind, LaneId, Level, LevelText, Link, Node, Pathway, Stance},
    session::{Action, Item, Offer, Takes},
    words::{arrange, commands, details, dialogs, entry, forms, saving},
};

use super::hand::{CTRL, Hand};

/// An author, and what is to be written.
pub(crate) struct Author<'a> {
    pub(crate) hand: Hand,
    pub(crate) of: &'a Pathway,
}

impl Author<'_> {
    /// Begins: what is said of the whole, and the lanes.
    pub(crate) fn begins(&mut self) {
        let about = self.of.about();
        if self.hand.by_mouse {
            self.hand.chooses_of_title(commands::NEW);
            self.hand.writes_in(entry::TITLE, &about.title);
            // A name that was written counts when somebody clicks elsewhere.
            let free = self.hand.nowhere();
            self.hand.clicks_at(free);
            self.hand.clicks_there(arrange::MENU);
            self.hand.clicks_option(commands::EDIT_LANES);
        } else {
            self.hand.chord(CTRL, Key::N);
            self.hand.names(&about.title);
            self.hand.key(Key::F12);
        }
        let named = |field: &str| forms::named(field, forms::PATHWAY);
        for (field, text) in [
            (forms::SUMMARY, &about.summary),
            (forms::ID, &about.id),
            (forms::LANGUAGE, &about.language),
            (forms::LICENCE, &about.license),
            (forms::REVIEWED, &about.reviewed),
        ] {
            self.hand.fills(&named(field), text);
        }
        let first = self.hand.pathway().lanes()[0].label.clone();
        self.hand.pushes(&named(&first));
        let mut now = first;
        for (number, lane) in self.of.lanes().iter().enumerate() {
            if number > 0 {
                self.hand.pushes(&forms::named(commands::ADD_LANE, &now));
                now.clone_from(&self.hand.pathway().lanes()[number].label);
            }
            self.hand.fills(&forms::named(forms::LABEL, &now), &lane.label);
            now.clone_from(&lane.label);
        }
        self.closes();
    }

    /// Closes Details.
    pub(crate) fn closes(&mut self) {
        if self.hand.by_mouse {
            self.hand.clicks_there(details::CLOSE);
        } else {
            self.hand.key(Key::Escape);
        }
        assert!(self.hand.session().view().page().is_none(), "{}", self.hand.said());
    }

    /// Opens the fields of something on the drawing that has just been made.
    fn opens_made(&mut self, item: &Item) {
        if self.hand.by_mouse {
            self.hand.fits();
            self.hand.opens(item);
            if !self.hand.session().view().writing {
                self.hand.clicks_there(forms::EDIT);
            }
        } else {
            self.hand.key(Key::Enter);
        }
        assert!(self.hand.session().view().writing);
    }

    /// A card, and everything that is said of it.
    pub(crate) fn writes_node(&mut self, node: &Node) {
        if self.hand.by_mouse {
            let free = self.hand.nowhere();
            self.hand.double_clicks(free);
        } else {
            self.hand.types("n");
        }
        self.goes_to_lane(&node.lane);
        self.takes_new(&node.label);
        let made = Node::clone(self.hand.pathway().nodes().last().expect("it was made"));
        assert_eq!((made.label.as_str(), made.explanation.as_str()), (node.label.as_str(), ""));
        self.opens_made(&Item::Node(made.id.clone()));
        let named = |field: &str| forms::named(field, &node.label);
        if made.kind != node.kind {
            self.hand.picks_of(&named(forms::KIND), &Kind::ALL, Kind::label, node.kind);
        }
        self.hand.fills_some(&named(forms::EXPLANATION), &node.explanation);
        self.writes_levels(&node.label, &node.levels);
        for (number, note) in node.notes.iter().enumerate() {
            self.hand.pushes(&named(forms::ADD_NOTE));
            let of = forms::note_of(number + 1, &node.label);
            self.hand.fills(&forms::named(forms::NOTE, &of), &note.text);
            for source in &note.sources {
                self.picks_source(&forms::named(forms::CITE, &of), source);
                self.confirms_source(source, |short| forms::named(short, &of));
            }
        }
        self.hand.fills_some(&named(forms::ALIASES), &node.aliases.join("\n"));
        self.hand.fills_some(&named(forms::XREFS), &node.xrefs.join("\n"));
        self.closes();
    }

    /// Takes the lane that a new card is to come into.
    fn goes_to_lane(&mut self, wanted: &LaneId) {
        let place = self.of.lanes().iter().position(|lane| lane.id == *wanted).expect("it is there");
        for _ in 0..self.of.lanes().len() {
            let lanes = self.hand.pathway().lanes();
            let offered = self.hand.session().entry().and_then(|entry| entry.lane.clone());
            let now = offered.unwrap_or_else(|| panic!("no lane is offered: {}", self.hand.said()));
            let now = lanes.iter().position(|lane| lane.id == now).expect("it is there");
            let (key, button) = match now.cmp(&place) {
                std::cmp::Ordering::Equal => return,
                std::cmp::Ordering::Less => (Key::ArrowDown, entry::LANE_BELOW),
                std::cmp::Ordering::Greater => (Key::ArrowUp, entry::LANE_ABOVE),
            };
            if self.hand.by_mouse {
                self.hand.clicks_there(button);
            } else {
                self.hand.chord(Modifiers::ALT, key);
            }
        }
    }

    /// Takes the row of a new card: the bundled one of that name would come with everything that is said of it.
    fn takes_new(&mut self, name: &str) {
        if self.hand.by_mouse {
            self.hand.writes_in(entry::NAME_NODE, name);
            self.hand.clicks_option(&entry::new_node(name));
        } else {
            self.hand.types(name);
            let is_new = |offer: &Offer| matches!(offer.takes, Takes::New(_));
            let entry = self.hand.session().entry().expect("a field is open");
            let row = entry.offers().iter().position(is_new).expect("a new card is offered");
            for _ in entry.row.unwrap_or_default()..row {
                self.hand.key(Key::ArrowDown);
            }
            self.hand.key(Key::Enter);
        }
        assert!(self.hand.session().entry().is_none(), "{}", self.hand.said());
    }

    fn writes_levels(&mut self, of: &str, levels: &[LevelText]) {
        for text in levels {
            let name = forms::named(&forms::for_level(text.level.label()), of);
            if self.hand.window.query_by_label(&name).is_none() {
                self.hand.pushes(forms::LEVELS);
            }
            self.hand.fills(&name, &text.text);
        }
        assert!(levels.len() <= Level::ALL.len());
    }

    /// An arrow, and everything that is said of it.
    pub(crate) fn writes_link(&mut self, link: &Link) {
        let (from, to) = (self.of.label(&link.from), self.of.label(&link.to));
        if self.hand.by_mouse {
            self.hand.fits();
            let (dot, card) = (self.hand.dot(from), self.hand.card(to).center());
            self.hand.drags(dot, card);
        } else {
            self.hand.types("n");
            self.hand.names(from);
            self.hand.types("l");
            self.hand.names(to);
            match link.effect {
                Effect::Raises => {}
                Effect::Lowers => self.hand.types("-"),
                Effect::Mixed => self.hand.types("~"),
                Effect::NoEffect => self.hand.types("0"),
                Effect::Unknown => self.hand.types("?"),
            }
        }
        let made = Link::clone(self.hand.pathway().links().last().expect("it was made"));
        assert_eq!((self.hand.pathway().label(&made.from), self.hand.pathway().label(&made.to)), (from, to));
        self.opens_made(&Item::Link(made.id.clone()));
        if made.effect != link.effect {
            let does = forms::named(forms::DOES, &self.hand.pathway().sentence(&made));
            self.hand.picks_of(&does, &Effect::ALL, Effect::label, link.effect);
        }
        let of = self.of.sentence(link);
        let named = |field: &str| forms::named(field, &of);
        self.hand.fills_some(&named(forms::HOLDS_WHEN), link.holds_when.as_deref().unwrap_or_default());
        if let Some(delay) = link.delay {
            self.hand.picks_of(&named(forms::DELAY), &Delay::ALL, Delay::label, delay);
        }
        self.hand.fills_some(&named(forms::EXPLANATION), &link.explanation);
        self.writes_levels(&of, &link.levels);
        if let Some(popular) = &link.popular {
            self.hand.picks_of(&named(forms::POPULAR), &Effect::ALL, Effect::label, popular.effect);
            self.hand.fills(&named(forms::POPULAR_SAYS), &popular.says);
            self.hand.fills_some(&named(forms::POPULAR_NOTE), &popular.note);
        }
        for (number, item) in link.evidence.iter().enumerate() {
            self.picks_source(&named(forms::ADD_EVIDENCE), &item.source);
            let named = |field: &str| forms::named(field, &forms::evidence_of(number + 1, &of));
            self.hand.picks_of(&named(forms::STANCE), &Stance::ALL, Stance::label, item.stance);
            self.hand.picks_of(&named(forms::DESIGN), &Design::ALL, Design::label, item.design);
            self.hand.fills_some(&named(forms::SPECIES), &item.species.join("\n"));
            self.hand.fills_some(&named(forms::SAMPLE), &item.sample);
            self.hand.fills_some(&named(forms::FINDING), &item.finding);
            self.hand.fills_some(&named(forms::LOCATOR), item.locator.as_deref().unwrap_or_default());
            self.confirms_source(&item.source, |_| named(forms::EDIT_SOURCE));
        }
        self.hand.fills_some(&named(forms::NO_SOURCE), link.no_source_found.as_deref().unwrap_or_default());
        if link.returns != self.hand.pathway().links().last().is_some_and(|made| made.returns) {
            self.hand.pushes(&named(forms::RETURNS));
        }
        self.grades(&of, link.grade);
        self.closes();
    }

    fn grades(&mut self, of: &str, grade: Grade) {
        if self.hand.pathway().links().last().is_some_and(|made| made.grade == grade) {
            return;
        }
        // Back to the first field: what can be given depends on what was just written.
        if !self.hand.by_mouse {
            self.hand.key(Key::F12);
            self.hand.key(Key::F12);
        }
        let rows = Grade::ALL.map(|grade| details::grade(grade.name()));
        let row = Grade::ALL.iter().position(|other| *other == grade).expect("it is one of them");
        self.hand.picks(&forms::named(forms::GRADE, of), &rows, row);
    }

    /// Saves under a path that is typed, as where the system has no dialog for files.
    pub(crate) fn saves_as(&mut self, path: &std::path::Path) {
        if self.hand.by_mouse {
            self.hand.chooses_of_title(commands::SAVE);
        } else {
            self.hand.chord(CTRL, Key::S);
        }
        self.hand.applies(Action::NoDialog);
        let path = path.to_string_lossy();
        if self.hand.by_mouse {
            self.hand.writes_in(dialogs::PATH_FIELD, &path);
            self.hand.clicks_there(saving::SAVE);
        } else {
            self.hand.types_lines(&path);
            self.hand.key(Key::Enter);
        }
    }
}
