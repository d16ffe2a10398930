//! Every act that has a name. Menus, shortcuts and the palette all read this one table.
//!
//! What an act does stands in `acts/running.rs`, in a match that names every row: a row that nobody carries out does
//! not compile.

use super::shortcut::{
    Key::{self, Char, Escape, F, Minus, PageDown, PageUp, Plus},
    Shortcut,
};
use crate::words::commands;

/// Makes of each row a variant of [`Command`], and of all rows its list and its table.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident: $label:expr, $shortcut:expr, $place:ident;)*) => {
        /// An act with a name and perhaps a shortcut.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[$doc])* $name,)*
        }

        impl Command {
            /// Every command, in the order of the palette.
            pub const ALL: [Self; [$(Self::$name),*].len()] = [$(Self::$name),*];

            /// What the table says of it.
            const fn row(self) -> Row {
                match self {
                    $(Self::$name => Row { label: $label, shortcut: $shortcut, place: Place::$place },)*
                }
            }
        }
    };
}

/// What the table says of a command.
struct Row {
    label: &'static str,
    shortcut: Option<Shortcut>,
    place: Place,
}

/// Where a command can be given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the window, by its key alone: in the palette it would say nothing.
    Unlisted,
    /// In the window.
    Window,
    /// Also while the whole screen is taken, where no panel and no dialog is shown.
    Anywhere,
}

commands! {
    /// Opens the palette.
    Palette:        commands::PALETTE,         Some(ctrl(Char('k'))),       Unlisted;
    /// Puts the cursor into the outline's search box.
    Search:         commands::SEARCH,          Some(ctrl(Char('f'))),       Window;
    /// Begins a pathway of one's own.
    New:            commands::NEW,             Some(ctrl(Char('n'))),       Window;
    /// Takes the last edit back.
    Undo:           commands::UNDO,            Some(ctrl(Char('z'))),       Window;
    /// Makes the edit again that was taken back.
    Redo:           commands::REDO,            Some(ctrl(Char('y'))),       Window;
    /// Writes in Details, or reads again.
    EditDetails:    commands::EDIT_DETAILS,    Some(plain(F(12))),          Window;
    /// Asks for a source.
    AddSource:      commands::ADD_SOURCE,      None,                        Window;
    /// Adds what is picked or looked at to the step of the tour that is written.
    ShowInStep:     commands::SHOW_IN_STEP,    None,                        Window;
    /// Shows the lanes, to name, move and remove them.
    EditLanes:      commands::EDIT_LANES,      None,                        Window;
    /// Adds a lane below the others.
    AddLane:        commands::ADD_LANE,        None,                        Window;
    /// Asks for the name of a new node.
    AddNode:        commands::ADD_NODE,        None,                        Window;
    /// Asks for another name of what is looked at.
    Rename:         commands::RENAME,          None,                        Window;
    /// Asks for an effect of what is looked at, and links to it.
    LinkTo:         commands::LINK_TO,         None,                        Window;
    /// Asks for a cause of what is looked at, and links from it.
    LinkFrom:       commands::LINK_FROM,       None,                        Window;
    /// The link that is looked at raises.
    SetRaises:      commands::SET_RAISES,      None,                        Window;
    /// The link that is looked at lowers.
    SetLowers:      commands::SET_LOWERS,      None,                        Window;
    /// The link that is looked at has mixed results.
    SetMixed:       commands::SET_MIXED,       None,                        Window;
    /// The link that is looked at has no effect.
    SetNoEffect:    commands::SET_NO_EFFECT,   None,                        Window;
    /// Nobody knows what the link that is looked at does.
    SetUnknown:     commands::SET_UNKNOWN,     None,                        Window;
    /// Turns the link that is looked at round.
    Reverse:        commands::REVERSE,         None,                        Window;
    /// Asks for another effect at the end of the link that is looked at.
    MoveEffect:     commands::MOVE_EFFECT,     None,                        Window;
    /// Asks for another cause at the beginning of the link that is looked at.
    MoveCause:      commands::MOVE_CAUSE,      None,                        Window;
    /// Deletes what is picked or looked at.
    Delete:         commands::DELETE,          None,                        Window;
    /// Sets pinned cards free: those that are picked, or all.
    Tidy:           commands::TIDY,            None,                        Window;
    /// Asks for a file and opens it.
    Open:           commands::OPEN,            Some(ctrl(Char('o'))),       Window;
    /// Saves the pathway.
    Save:           commands::SAVE,            Some(ctrl(Char('s'))),       Window;
    /// Saves the pathway under another name.
    SaveAs:         commands::SAVE_AS,         Some(ctrl_shift(Char('s'))), Window;
    /// Reads the open file again.
    Reload:         commands::RELOAD,          Some(ctrl(Char('r'))),       Window;
    /// Writes the picture into a file.
    SavePicture:    commands::SAVE_PICTURE,    Some(ctrl_shift(Char('g'))), Window;
    /// Writes a worksheet and its key into files.
    SaveWorksheet:  commands::SAVE_WORKSHEET,  Some(ctrl_shift(Char('w'))), Window;
    /// Shows the whole pathway.
    Fit:            commands::FIT,             Some(ctrl(Char('0'))),       Anywhere;
    /// Nearer.
    ZoomIn:         commands::ZOOM_IN,         Some(ctrl(Plus)),            Anywhere;
    /// Farther.
    ZoomOut:        commands::ZOOM_OUT,        Some(ctrl(Minus)),           Anywhere;
    /// Zoom 1.
    ActualSize:     commands::ACTUAL_SIZE,     Some(ctrl(Char('1'))),       Anywhere;
    /// Shows or hides the outline.
    Outline:        commands::OUTLINE,         Some(ctrl(Char('b'))),       Window;
    /// Shows or hides the legend.
    Legend:         commands::LEGEND,          Some(ctrl(Char('l'))),       Window;
    /// Shows what is wrong with the file.
    Problems:       commands::PROBLEMS,        Some(ctrl(Char('e'))),       Window;
    /// Shows the messages that there were.
    Messages:       commands::MESSAGES,        Some(ctrl(Char('j'))),       Window;
    /// Asks for lines of notation, and adds what they say.
    QuickEntry:     commands::QUICK_ENTRY,     Some(ctrl(Char('m'))),       Window;
    /// Finds a text in all texts of the pathway, and replaces it.
    Replace:        commands::REPLACE,         Some(ctrl_shift(Char('k'))), Window;
    /// Makes the two nodes one that are picked.
    Merge:          commands::MERGE,           None,                        Window;
    /// Shows the steps that were made, and goes to any of them.
    Steps:          commands::STEPS,           Some(ctrl_shift(Char('h'))), Window;
    /// Shows what came of the file of another program that is open.
    Report:         commands::REPORT,          None,                        Window;
    /// As the article tells it, or as the sources show it.
    Reading:        commands::READING,         Some(plain(F(2))),           Anywhere;
    /// Only links that were tested in people.
    HumanOnly:      commands::HUMAN_ONLY,      Some(plain(F(3))),           Window;
    /// Only links that are disputed or told otherwise.
    ContestedOnly:  commands::CONTESTED_ONLY,  Some(plain(F(4))),           Window;
    /// Hides the weakest grade that is shown.
    StrongerOnly:   commands::STRONGER_ONLY,   Some(plain(F(6))),           Window;
    /// Shows the next weaker grade too.
    WeakerToo:      commands::WEAKER_TOO,      Some(plain(F(7))),           Window;
    /// Shows every link again.
    ClearLenses:    commands::CLEAR_LENSES,    Some(plain(F(8))),           Window;
    /// Shows or hides the lenses.
    Lenses:         commands::LENSES,          Some(ctrl(Char('g'))),       Window;
    /// Shows or hides the sources.
    Sources:        commands::SOURCES,         Some(ctrl(Char('d'))),       Window;
    /// Lanes by place in the body.
    LanesByPlace:   commands::LANES_BY_PLACE,  None,                        Window;
    /// Lanes by how soon a change arrives.
    LanesByTime:    commands::LANES_BY_TIME,   None,                        Window;
    /// Lanes from the person down to molecules.
    LanesByScale:   commands::LANES_BY_SCALE,  None,                        Window;
    /// No lanes.
    LanesWithout:   commands::LANES_WITHOUT,   None,                        Window;
    /// Draws the pathway anew for the window as it is now.
    DrawAnew:       commands::DRAW_ANEW,       Some(ctrl_shift(Char('r'))), Window;
    /// Folds the lane of what is looked at to one card, or opens it.
    FoldLane:       commands::FOLD_LANE,       Some(ctrl_shift(Char('l'))), Window;
    /// Opens every folded lane.
    OpenLanes:      commands::OPEN_LANES,      Some(ctrl_shift(Char('u'))), Window;
    /// Picks the neighbours of what is picked or looked at.
    PickNeighbours: commands::PICK_NEIGHBOURS, Some(ctrl_shift(Char('n'))), Window;
    /// Shows only what is picked, or everything again.
    Focus:          commands::FOCUS,           Some(ctrl_shift(Char('f'))), Window;
    /// Shows or hides the small map.
    Minimap:        commands::MINIMAP,         Some(ctrl_shift(Char('m'))), Window;
    /// Opens the questions.
    Ask:            commands::ASK,             Some(ctrl(Char('i'))),       Window;
    /// Asks for the feedback loops.
    AskLoops:       commands::ASK_LOOPS,       Some(plain(F(9))),           Window;
    /// Routes begin at what is looked at.
    RoutesFrom:     commands::ROUTES_FROM,     Some(ctrl_shift(Char('o'))), Window;
    /// Routes end at what is looked at.
    RoutesTo:       commands::ROUTES_TO,       Some(ctrl_shift(Char('e'))), Window;
    /// What if there is more of what is looked at?
    Raise:          commands::RAISE,           Some(ctrl_shift(Char('i'))), Anywhere;
    /// What if there is less of what is looked at?
    Lower:          commands::LOWER,           Some(ctrl_shift(Char('d'))), Anywhere;
    /// What if what is looked at is blocked?
    Block:          commands::BLOCK,           Some(ctrl_shift(Char('b'))), Anywhere;
    /// Lets the signal of a what-if run.
    PlaySignal:     commands::PLAY_SIGNAL,     Some(ctrl_shift(Char('p'))), Anywhere;
    /// Lets the signal of a what-if run one step.
    StepSignal:     commands::STEP_SIGNAL,     Some(ctrl_shift(Char('t'))), Anywhere;
    /// Shows or hides tours, quizzes and students' maps.
    Teach:          commands::TEACH,           Some(ctrl(Char('h'))),       Window;
    /// Takes the whole screen for the tour that is told, or gives it back.
    Present:        commands::PRESENT,         Some(plain(F(5))),           Window;
    /// The next step of the tour; begins where nothing is told yet.
    NextStep:       commands::NEXT_STEP,       Some(plain(PageDown)),       Window;
    /// The step before.
    PreviousStep:   commands::PREVIOUS_STEP,   Some(plain(PageUp)),         Window;
    /// Asks the class what becomes of what is looked at.
    AskTheClass:    commands::ASK_THE_CLASS,   Some(ctrl_shift(Char('q'))), Anywhere;
    /// Texts for the next level that the pathway has.
    Level:          commands::LEVEL,           None,                        Window;
    /// Light, dark, projector, as the system.
    Theme:          commands::THEME,           Some(ctrl(Char('t'))),       Anywhere;
    /// Larger texts everywhere.
    LargerText:     commands::LARGER_TEXT,     Some(ctrl_shift(PageUp)),    Anywhere;
    /// Smaller texts everywhere.
    SmallerText:    commands::SMALLER_TEXT,    Some(ctrl_shift(PageDown)),  Anywhere;
    /// Window or whole screen.
    FullScreen:     commands::FULL_SCREEN,     Some(plain(F(11))),          Anywhere;
    /// What the program is, and what it is not.
    About:          commands::ABOUT,           Some(plain(F(1))),           Window;
    /// One step back: closes what was opened last.
    Back:           commands::BACK,            Some(plain(Escape)),         Unlisted;
    /// Ends the program.
    Quit:           commands::QUIT,            Some(ctrl(Char('q'))),       Anywhere;
}

impl Command {
    /// Its name, in the imperative; an ellipsis where more is asked for.
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// Its shortcut, if it has one.
    pub fn shortcut(self) -> Option<Shortcut> {
        self.row().shortcut
    }

    /// A second shortcut, where fingers have long known one that some keyboards cannot send: where `+` is a shifted sign,
    /// Shift cannot tell two meanings of it apart.
    pub fn also(self) -> Option<Shortcut> {
        let keys = [(Self::LargerText, Plus), (Self::SmallerText, Minus), (Self::Redo, Char('z'))];
        let key = keys.into_iter().find(|(command, _)| *command == self);
        key.map(|(_, key)| ctrl_shift(key))
    }

    /// Its shortcut as people read it, or nothing.
    pub fn shortcut_text(self) -> String {
        self.shortcut().map(Shortcut::text).unwrap_or_default()
    }

    /// Whether the palette offers it.
    pub fn is_listed(self) -> bool {
        self.row().place != Place::Unlisted
    }

    /// Whether it makes sense while the whole screen is taken, where no panel and no dialog is shown.
    pub fn works_on_stage(self) -> bool {
        self.row().place == Place::Anywhere
    }
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, key }
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: false, key }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, key }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(commands: impl Iterator<Item = Command>) {
        let mut keys: Vec<(Shortcut, Command)> = commands.filter_map(|c| Some((c.shortcut()?, c))).collect();
        keys.sort();
        for pair in keys.windows(2) {
            assert!(pair[0].0 != pair[1].0, "{} means {:?} and {:?}", pair[0].0.text(), pair[0].1, pair[1].1);
        }
    }

    #[test]
    fn a_shortcut_means_one_command_in_the_window_and_on_the_whole_screen() {
        check(Command::ALL.into_iter());
        check(Command::ALL.into_iter().filter(|command| command.works_on_stage()));
    }

    #[test]
    fn names_are_told_apart() {
        let mut labels = Command::ALL.map(Command::label);
        labels.sort_unstable();
        assert!(labels.windows(2).all(|pair| pair[0] != pair[1] && !pair[0].is_empty()), "{labels:?}");
    }
}
