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

/// The window's title; a mark where the pathway has changes that are not saved.
pub fn title(pathway: &str, is_changed: bool) -> String {
    let mark = if is_changed { "* " } else { "" };
    format!("{mark}{pathway} – {NAME}")
}

/// There is no screen.
pub fn no_display() -> String {
    format!("there is no display to open a window on; {WITHOUT_WINDOW}")
}

/// There is a screen, but no window on it.
pub fn no_window(why: &str) -> String {
    format!("the window could not be opened ({why}); {WITHOUT_WINDOW}")
}

/// A variable names a screen that is not there.
pub fn stale_display(name: &str) -> String {
    format!(
        "WAYLAND_DISPLAY names {name}, but nothing answers there, and DISPLAY names no other screen; unset it or start \
         this in a terminal of the desktop; {WITHOUT_WINDOW}"
    )
}

/// A variable says how large windows are, but not so that it can be understood.
pub fn bad_scale(variable: &str, value: &str) -> String {
    format!("{variable} is \u{201c}{value}\u{201d}, which is no scale: set it to a number such as 1.5, or unset it")
}

/// A library that windows need is not installed.
pub fn no_library(name: &str, package: &str) -> String {
    let install =
        if package.is_empty() { String::new() } else { format!(" (the package {package} on Debian and Ubuntu)") };
    format!("a window needs {name}, which is not installed{install}; {WITHOUT_WINDOW}")
}

/// There is a screen, but nothing that draws on it.
pub fn no_opengl() -> String {
    format!(
        "a window needs OpenGL 2.1 or newer, and none was found (on Debian and Ubuntu: the packages libgl1, libegl1 and libgl1-mesa-dri); {WITHOUT_WINDOW}"
    )
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

/// The program fails: whether unsaved work is kept, and where the report of it lies.
pub fn failed(is_kept: bool, report: Option<&str>) -> String {
    let kept = if is_kept { "Unsaved work is kept" } else { "Unsaved work is kept up to the last second" };
    let report = report.map(|path| format!(" A report without any of your texts is in {path}.")).unwrap_or_default();
    format!("an error of its own. {kept} and offered at the next start.{report}")
}
