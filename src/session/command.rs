//! Every act that has a name. Menus, shortcuts and the palette all read this one table.

use crate::words;

/// An act with a name, a hint and perhaps a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Opens the palette.
    Palette,
    /// Puts the cursor into the outline's search box.
    Search,
    /// Asks for a file and opens it.
    Open,
    /// Reads the open file again.
    Reload,
    /// Writes the picture into a file.
    SavePicture,
    /// Writes a worksheet and its key into files.
    SaveWorksheet,
    /// Shows the whole pathway.
    Fit,
    /// Nearer.
    ZoomIn,
    /// Farther.
    ZoomOut,
    /// Zoom 1.
    ActualSize,
    /// Shows or hides the outline.
    Outline,
    /// Shows or hides the legend.
    Legend,
    /// Shows what is wrong with the file.
    Problems,
    /// As the article tells it, or as the sources show it.
    Reading,
    /// Only links that were tested in people.
    HumanOnly,
    /// Only links that are disputed or told otherwise.
    ContestedOnly,
    /// Hides the weakest grade that is shown.
    StrongerOnly,
    /// Shows the next weaker grade too.
    WeakerToo,
    /// Shows every link again.
    ClearLenses,
    /// Shows or hides the lenses.
    Lenses,
    /// Shows or hides the sources.
    Sources,
    /// Lanes by place in the body.
    LanesByPlace,
    /// Lanes by how soon a change arrives.
    LanesByTime,
    /// Lanes from the person down to molecules.
    LanesByScale,
    /// No lanes.
    LanesWithout,
    /// Draws the pathway anew for the window as it is now.
    DrawAnew,
    /// Folds the lane of what is looked at to one card, or opens it.
    FoldLane,
    /// Opens every folded lane.
    OpenLanes,
    /// Picks the neighbours of what is picked or looked at.
    PickNeighbours,
    /// Shows only what is picked, or everything again.
    Focus,
    /// Shows or hides the small map.
    Minimap,
    /// Opens the questions.
    Ask,
    /// Asks for the feedback loops.
    AskLoops,
    /// Routes begin at what is looked at.
    RoutesFrom,
    /// Routes end at what is looked at.
    RoutesTo,
    /// What if there is more of what is looked at?
    Raise,
    /// What if there is less of what is looked at?
    Lower,
    /// What if what is looked at is blocked?
    Block,
    /// Lets the signal of a what-if run.
    PlaySignal,
    /// Lets the signal of a what-if run one step.
    StepSignal,
    /// Shows or hides tours, quizzes and students' maps.
    Teach,
    /// Takes the whole screen for the tour that is told, or gives it back.
    Present,
    /// The next step of the tour; begins where nothing is told yet.
    NextStep,
    /// The step before.
    PreviousStep,
    /// Asks the class what becomes of what is looked at.
    AskTheClass,
    /// Texts for the next level that the pathway has.
    Level,
    /// Light, dark, projector, as the system.
    Theme,
    /// Larger texts everywhere.
    LargerText,
    /// Smaller texts everywhere.
    SmallerText,
    /// Window or whole screen.
    FullScreen,
    /// What the program is, and what it is not.
    About,
    /// One step back: closes what was opened last.
    Back,
    /// Ends the program.
    Quit,
}

/// A key that shortcuts use, named apart from any window library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter or a digit, in lower case.
    Char(char),
    /// F1 to F12.
    F(u8),
    /// Escape.
    Escape,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// Page up, as clickers send it.
    PageUp,
    /// Page down, as clickers send it.
    PageDown,
}

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

impl Shortcut {
    const fn ctrl(key: Key) -> Self {
        Self { ctrl: true, shift: false, key }
    }

    const fn ctrl_shift(key: Key) -> Self {
        Self { ctrl: true, shift: true, key }
    }

    const fn plain(key: Key) -> Self {
        Self { ctrl: false, shift: false, key }
    }

    /// As people read it: `Ctrl+Shift+O`.
    pub fn text(self) -> String {
        let key = match self.key {
            Key::Char(c) => c.to_ascii_uppercase().to_string(),
            Key::F(n) => format!("F{n}"),
            Key::Escape => words::commands::ESCAPE.to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "-".to_owned(),
            Key::PageUp => words::commands::PAGE_UP.to_owned(),
            Key::PageDown => words::commands::PAGE_DOWN.to_owned(),
        };
        let ctrl = if self.ctrl { words::commands::CTRL } else { "" };
        let shift = if self.shift { words::commands::SHIFT } else { "" };
        format!("{ctrl}{shift}{key}")
    }
}

impl Command {
    /// Every command, in the order of the palette.
    pub const ALL: [Self; 53] = [
        Self::Palette,
        Self::Search,
        Self::Open,
        Self::Reload,
        Self::SavePicture,
        Self::SaveWorksheet,
        Self::Fit,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ActualSize,
        Self::Outline,
        Self::Legend,
        Self::Problems,
        Self::Reading,
        Self::HumanOnly,
        Self::ContestedOnly,
        Self::StrongerOnly,
        Self::WeakerToo,
        Self::ClearLenses,
        Self::Lenses,
        Self::Sources,
        Self::LanesByPlace,
        Self::LanesByTime,
        Self::LanesByScale,
        Self::LanesWithout,
        Self::DrawAnew,
        Self::FoldLane,
        Self::OpenLanes,
        Self::PickNeighbours,
        Self::Focus,
        Self::Minimap,
        Self::Ask,
        Self::AskLoops,
        Self::RoutesFrom,
        Self::RoutesTo,
        Self::Raise,
        Self::Lower,
        Self::Block,
        Self::PlaySignal,
        Self::StepSignal,
        Self::Teach,
        Self::Present,
        Self::NextStep,
        Self::PreviousStep,
        Self::AskTheClass,
        Self::Level,
        Self::Theme,
        Self::LargerText,
        Self::SmallerText,
        Self::FullScreen,
        Self::About,
        Self::Back,
        Self::Quit,
    ];

    /// Its name, in the imperative; an ellipsis where more is asked for.
    pub fn label(self) -> &'static str {
        match self {
            Self::Palette => words::commands::PALETTE,
            Self::Search => words::commands::SEARCH,
            Self::Open => words::commands::OPEN,
            Self::Reload => words::commands::RELOAD,
            Self::SavePicture => words::commands::SAVE_PICTURE,
            Self::SaveWorksheet => words::commands::SAVE_WORKSHEET,
            Self::Fit => words::commands::FIT,
            Self::ZoomIn => words::commands::ZOOM_IN,
            Self::ZoomOut => words::commands::ZOOM_OUT,
            Self::ActualSize => words::commands::ACTUAL_SIZE,
            Self::Outline => words::commands::OUTLINE,
            Self::Legend => words::commands::LEGEND,
            Self::Problems => words::commands::PROBLEMS,
            Self::Reading => words::commands::READING,
            Self::HumanOnly => words::commands::HUMAN_ONLY,
            Self::ContestedOnly => words::commands::CONTESTED_ONLY,
            Self::StrongerOnly => words::commands::STRONGER_ONLY,
            Self::WeakerToo => words::commands::WEAKER_TOO,
            Self::ClearLenses => words::commands::CLEAR_LENSES,
            Self::Lenses => words::commands::LENSES,
            Self::Sources => words::commands::SOURCES,
            Self::LanesByPlace => words::commands::LANES_BY_PLACE,
            Self::LanesByTime => words::commands::LANES_BY_TIME,
            Self::LanesByScale => words::commands::LANES_BY_SCALE,
            Self::LanesWithout => words::commands::LANES_WITHOUT,
            Self::DrawAnew => words::commands::DRAW_ANEW,
            Self::FoldLane => words::commands::FOLD_LANE,
            Self::OpenLanes => words::commands::OPEN_LANES,
            Self::PickNeighbours => words::commands::PICK_NEIGHBOURS,
            Self::Focus => words::commands::FOCUS,
            Self::Minimap => words::commands::MINIMAP,
            Self::Ask => words::commands::ASK,
            Self::AskLoops => words::commands::ASK_LOOPS,
            Self::RoutesFrom => words::commands::ROUTES_FROM,
            Self::RoutesTo => words::commands::ROUTES_TO,
            Self::Raise => words::commands::RAISE,
            Self::Lower => words::commands::LOWER,
            Self::Block => words::commands::BLOCK,
            Self::PlaySignal => words::commands::PLAY_SIGNAL,
            Self::StepSignal => words::commands::STEP_SIGNAL,
            Self::Teach => words::commands::TEACH,
            Self::Present => words::commands::PRESENT,
            Self::NextStep => words::commands::NEXT_STEP,
            Self::PreviousStep => words::commands::PREVIOUS_STEP,
            Self::AskTheClass => words::commands::ASK_THE_CLASS,
            Self::Level => words::commands::LEVEL,
            Self::Theme => words::commands::THEME,
            Self::LargerText => words::commands::LARGER_TEXT,
            Self::SmallerText => words::commands::SMALLER_TEXT,
            Self::FullScreen => words::commands::FULL_SCREEN,
            Self::About => words::commands::ABOUT,
            Self::Back => words::commands::BACK,
            Self::Quit => words::commands::QUIT,
        }
    }

    /// Whether it makes sense while the whole screen is taken, where no panel and no dialog is shown.
    pub fn works_on_stage(self) -> bool {
        matches!(
            self,
            Self::Fit
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ActualSize
                | Self::Reading
                | Self::Raise
                | Self::Lower
                | Self::Block
                | Self::AskTheClass
                | Self::PlaySignal
                | Self::StepSignal
                | Self::Theme
                | Self::LargerText
                | Self::SmallerText
                | Self::FullScreen
                | Self::Quit
        )
    }

    /// Its shortcut, if it has one.
    pub fn shortcut(self) -> Option<Shortcut> {
        Some(match self {
            Self::Palette => Shortcut::ctrl(Key::Char('k')),
            Self::Search => Shortcut::ctrl(Key::Char('f')),
            Self::Open => Shortcut::ctrl(Key::Char('o')),
            Self::Reload => Shortcut::ctrl(Key::Char('r')),
            Self::SavePicture => Shortcut::ctrl_shift(Key::Char('x')),
            Self::SaveWorksheet => Shortcut::ctrl_shift(Key::Char('w')),
            Self::Fit => Shortcut::ctrl(Key::Char('0')),
            Self::ZoomIn => Shortcut::ctrl(Key::Plus),
            Self::ZoomOut => Shortcut::ctrl(Key::Minus),
            Self::ActualSize => Shortcut::ctrl(Key::Char('1')),
            Self::Outline => Shortcut::ctrl(Key::Char('b')),
            Self::Legend => Shortcut::ctrl(Key::Char('l')),
            Self::Problems => Shortcut::ctrl(Key::Char('e')),
            Self::Reading => Shortcut::plain(Key::F(2)),
            Self::HumanOnly => Shortcut::plain(Key::F(3)),
            Self::ContestedOnly => Shortcut::plain(Key::F(4)),
            Self::StrongerOnly => Shortcut::plain(Key::F(6)),
            Self::WeakerToo => Shortcut::plain(Key::F(7)),
            Self::ClearLenses => Shortcut::plain(Key::F(8)),
            Self::Lenses => Shortcut::ctrl(Key::Char('g')),
            Self::Sources => Shortcut::ctrl(Key::Char('d')),
            Self::DrawAnew => Shortcut::ctrl_shift(Key::Char('r')),
            Self::FoldLane => Shortcut::ctrl_shift(Key::Char('l')),
            Self::OpenLanes => Shortcut::ctrl_shift(Key::Char('u')),
            Self::PickNeighbours => Shortcut::ctrl_shift(Key::Char('n')),
            Self::Focus => Shortcut::ctrl_shift(Key::Char('f')),
            Self::Minimap => Shortcut::ctrl_shift(Key::Char('m')),
            Self::LanesByPlace | Self::LanesByTime | Self::LanesByScale | Self::LanesWithout => return None,
            Self::Ask => Shortcut::ctrl(Key::Char('i')),
            Self::AskLoops => Shortcut::plain(Key::F(9)),
            Self::RoutesFrom => Shortcut::ctrl_shift(Key::Char('s')),
            Self::RoutesTo => Shortcut::ctrl_shift(Key::Char('e')),
            Self::Raise => Shortcut::ctrl_shift(Key::Char('i')),
            Self::Lower => Shortcut::ctrl_shift(Key::Char('d')),
            Self::Block => Shortcut::ctrl_shift(Key::Char('b')),
            Self::PlaySignal => Shortcut::ctrl_shift(Key::Char('p')),
            Self::StepSignal => Shortcut::ctrl_shift(Key::Char('t')),
            Self::Teach => Shortcut::ctrl(Key::Char('h')),
            Self::Present => Shortcut::plain(Key::F(5)),
            Self::NextStep => Shortcut::plain(Key::PageDown),
            Self::PreviousStep => Shortcut::plain(Key::PageUp),
            Self::AskTheClass => Shortcut::ctrl_shift(Key::Char('q')),
            Self::Level => return None,
            Self::Theme => Shortcut::ctrl(Key::Char('t')),
            Self::LargerText => Shortcut::ctrl_shift(Key::Plus),
            Self::SmallerText => Shortcut::ctrl_shift(Key::Minus),
            Self::FullScreen => Shortcut::plain(Key::F(11)),
            Self::About => Shortcut::plain(Key::F(1)),
            Self::Back => Shortcut::plain(Key::Escape),
            Self::Quit => Shortcut::ctrl(Key::Char('q')),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_listed_once_and_no_shortcut_twice() {
        let mut commands = Command::ALL.to_vec();
        commands.dedup();
        assert_eq!(commands.len(), Command::ALL.len());
        let mut shortcuts: Vec<Shortcut> = Command::ALL.iter().filter_map(|c| c.shortcut()).collect();
        let all = shortcuts.len();
        shortcuts.sort();
        shortcuts.dedup();
        assert_eq!(shortcuts.len(), all, "two commands share a shortcut");
    }
}
