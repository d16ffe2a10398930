//! Who has room in the top bar: worked out from the widths of the texts, so that it is right in the first frame.

use egui::{FontId, RichText, TextStyle, Ui};

use super::{style::bold, widgets::shortened};
use crate::{
    model::Level,
    session::{Command, Session},
    words,
};

/// Least widths of the search field and of the pathway's title, in px.
const LEAST_SEARCH: f32 = 74.0;
const LEAST_TITLE: f32 = 72.0;
/// Widths of both below which what stands right of them is folded away first, in px.
const FAIR_SEARCH: f32 = 120.0;
const FAIR_TITLE: f32 = 150.0;
/// Largest width of the search field, and from which on it names its shortcut; its height. In px.
const MOST_SEARCH: f32 = 380.0;
pub(super) const SEARCH_WITH_SHORTCUT: f32 = 170.0;
pub(super) const SEARCH_HEIGHT: f32 = 30.0;
/// Most letters of the title.
pub(super) const MOST_TITLE: usize = 48;
/// Space that rounding to whole pixels may take, in px.
const SPARE: f32 = 4.0;

/// What may stand in the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// The file must not be saved over.
    ReadOnly,
    /// Told by the article, or shown by the sources.
    Reading,
    /// For whom texts are written.
    Level,
    /// How the pathway is arranged.
    Arrange,
    /// Gives a command.
    Act(Command),
}

/// From left to right.
const ENTRIES: [Entry; 9] = [
    Entry::ReadOnly,
    Entry::Act(Command::Problems),
    Entry::Reading,
    Entry::Level,
    Entry::Arrange,
    Entry::Act(Command::Fit),
    Entry::Act(Command::Present),
    Entry::Act(Command::Theme),
    Entry::Act(Command::About),
];
/// What leads the menu: in a window in which the bar is folded, the panel on the left may hide the drawing.
const PANEL: Entry = Entry::Act(Command::Outline);
/// Which is folded away first.
const FOLDED_FIRST: [Entry; 9] = [
    Entry::Act(Command::About),
    Entry::Act(Command::Theme),
    Entry::Level,
    Entry::Act(Command::Fit),
    Entry::Arrange,
    Entry::Act(Command::Present),
    Entry::ReadOnly,
    Entry::Act(Command::Problems),
    Entry::Reading,
];

impl Entry {
    /// What stands on it.
    pub(super) fn text(self, session: &Session) -> String {
        match self {
            Self::ReadOnly => words::top::READ_ONLY.to_owned(),
            Self::Reading => [words::top::TOLD, words::top::SHOWN].concat(),
            Self::Level => words::top::level(session.level().map_or(words::top::EVERYBODY, Level::label)),
            Self::Arrange => words::arrange::MENU.to_owned(),
            Self::Act(Command::Problems) => problems_text(session),
            Self::Act(Command::Fit) => words::top::FIT.to_owned(),
            Self::Act(Command::Present) => words::top::PRESENT.to_owned(),
            Self::Act(Command::Theme) => words::top::theme(session.settings().theme.label()),
            Self::Act(Command::About) => words::top::ABOUT.to_owned(),
            Self::Act(command) => command.label().to_owned(),
        }
    }

    fn is_wanted(self, session: &Session) -> bool {
        match self {
            Self::ReadOnly => session.read_only().is_some(),
            Self::Level => !session.levels().is_empty(),
            Self::Act(Command::Problems) => session.tells_problems(),
            Self::Reading | Self::Arrange | Self::Act(_) => true,
        }
    }
}

/// How much is wrong with the file: errors, where there are any.
fn problems_text(session: &Session) -> String {
    let problems = session.problems();
    match problems.iter().filter(|problem| problem.is_error()).count() {
        0 => words::counts::remarks(problems.len()),
        errors => words::counts::problems(errors),
    }
}

/// The title of the pathway as it stands on its menu, cut to so many letters.
pub(super) fn title_text(session: &Session, letters: usize) -> RichText {
    let mark = if session.is_changed() { "* " } else { "" };
    RichText::new(format!("{mark}{} ▾", shortened(&session.pathway().about().title, letters))).font(bold(TITLE))
}

/// Size of the title, and of the program's name, in px.
const TITLE: f32 = 14.0;
const NAME: f32 = 16.0;

/// What stands in the bar, and how wide.
#[derive(Debug)]
pub(super) struct Bar {
    /// Whether the program's name is there.
    pub(super) has_name: bool,
    /// Width of the pathway's title, in px.
    pub(super) title: f32,
    /// Space between the title and the search field, in px.
    pub(super) space: f32,
    /// Width of the search field, in px.
    pub(super) search: f32,
    /// From left to right.
    pub(super) shown: Vec<Entry>,
    /// What found no room.
    pub(super) folded: Vec<Entry>,
}

impl Bar {
    /// The bar in the width that is left.
    pub(super) fn new(ui: &Ui, session: &Session) -> Self {
        let widths = Widths { ui, session, gap: ui.spacing().item_spacing.x };
        let room = ui.available_width() - SPARE;
        let mut bar =
            Self { has_name: true, title: 0.0, space: 0.0, search: 0.0, shown: Vec::new(), folded: Vec::new() };
        bar.shown.extend(ENTRIES.into_iter().filter(|entry| entry.is_wanted(session)));
        let title = widths.title();
        let fair = title.min(FAIR_TITLE) + FAIR_SEARCH;
        for entry in FOLDED_FIRST {
            if widths.others(&bar) + fair <= room {
                break;
            }
            // The name goes before what is of use.
            bar.has_name &= entry != Entry::Arrange;
            if widths.others(&bar) + fair > room {
                bar.fold(entry);
            }
        }
        let left = room - widths.others(&bar);
        bar.title = title.min((left - FAIR_SEARCH).max(LEAST_TITLE));
        bar.search = (left - bar.title).clamp(LEAST_SEARCH, MOST_SEARCH);
        bar.space = (left - bar.title - bar.search).max(0.0);
        bar
    }

    /// Moves an entry from the bar into the menu.
    fn fold(&mut self, entry: Entry) {
        if !self.shown.contains(&entry) {
            return;
        }
        self.shown.retain(|shown| *shown != entry);
        if self.folded.is_empty() {
            self.folded.push(PANEL);
        }
        self.folded.push(entry);
        let place = |entry: &Entry| ENTRIES.iter().position(|other| other == entry);
        self.folded.sort_by_key(place);
    }
}

/// How wide texts are.
struct Widths<'a> {
    ui: &'a Ui,
    session: &'a Session,
    /// Between two things in the bar, in px.
    gap: f32,
}

impl Widths<'_> {
    /// All but the title and the search field, with the gaps between everything.
    fn others(&self, bar: &Bar) -> f32 {
        let name = if bar.has_name { self.text(words::app::NAME, bold(NAME)) + self.gap } else { 0.0 };
        let shown: f32 = bar.shown.iter().map(|&entry| self.entry(entry) + self.gap).sum();
        let more = if bar.folded.is_empty() { 0.0 } else { self.button(words::top::MORE) + self.gap };
        // The title and the search field have a gap after them, too.
        name + shown + more + 2.0 * self.gap
    }

    fn title(&self) -> f32 {
        let text = title_text(self.session, MOST_TITLE);
        self.text(text.text(), bold(TITLE)) + 2.0 * self.ui.spacing().button_padding.x
    }

    fn entry(&self, entry: Entry) -> f32 {
        let padding = 2.0 * self.ui.spacing().button_padding.x;
        match entry {
            // Two buttons side by side.
            Entry::Reading => self.button(&entry.text(self.session)) + padding,
            Entry::ReadOnly => self.button(&entry.text(self.session)) - padding,
            _ => self.button(&entry.text(self.session)),
        }
    }

    fn button(&self, text: &str) -> f32 {
        let font = TextStyle::Button.resolve(self.ui.style());
        self.text(text, font) + 2.0 * self.ui.spacing().button_padding.x
    }

    fn text(&self, text: &str, font: FontId) -> f32 {
        let ink = self.ui.visuals().text_color();
        self.ui.painter().layout_no_wrap(text.to_owned(), font, ink).size().x
    }
}
