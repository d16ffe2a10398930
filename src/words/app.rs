//! The program around the window: its name, its title, why it cannot start.

/// The program's name.
pub const NAME: &str = "Pathlight";
/// Title of the system's dialog for a file.
pub const FILE_DIALOG: &str = "Open a pathway";
/// What sort of file that dialog lists.
pub const FILE_KIND: &str = "Pathway";
/// The ending of a settings file that is set aside, since it holds no settings.
pub const UNREADABLE: &str = "unreadable.ron";
/// A thread has ended that should never end; in the terminal.
pub const THREAD_ENDED: &str = "a worker thread has ended; please start Pathlight again";

/// What can be done where no window opens; ends a sentence.
const WITHOUT_WINDOW: &str =
    "these commands need none: pathlight check FILE, pathlight info FILE, pathlight layout FILE";

/// The window's title.
pub fn title(pathway: &str) -> String {
    format!("{pathway} – {NAME}")
}

/// There is no screen.
pub fn no_display() -> String {
    format!("there is no display to open a window on; {WITHOUT_WINDOW}")
}

/// There is a screen, but no window on it.
pub fn no_window(why: &str) -> String {
    format!("the window could not be opened ({why}); {WITHOUT_WINDOW}")
}

/// Settings could not be written; in the terminal.
pub fn settings_lost(why: &str) -> String {
    format!("settings were not kept: {why}")
}

/// A thread could not be started; in the terminal.
pub fn no_thread(name: &str, why: &str) -> String {
    format!("the {name} thread could not be started: {why}")
}

/// A line in the terminal.
pub fn line(text: &str) -> String {
    format!("pathlight: {text}")
}
