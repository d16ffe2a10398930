//! What is asked before unsaved work could be lost, and what is offered after it nearly was.

use pathlight_grammar::count;

/// Title: unsaved work is in the way.
pub const LEAVE_TITLE: &str = "Save your changes?";
/// Button: saves, then goes on.
pub const SAVE: &str = "Save";
/// Button: goes on without saving.
pub const DISCARD: &str = "Don’t save";
/// Button: stays.
pub const STAY: &str = "Cancel";

/// The pathway of this title has changes.
pub fn leave(title: &str) -> String {
    format!("“{title}” has changes that are not saved. Without saving they are set aside for seven days, then gone.")
}

/// Title: another program has changed the file.
pub const CONFLICT_TITLE: &str = "The file has changed";
/// Button: saves under another name.
pub const KEEP_COPY: &str = "Keep mine as a copy…";
/// Button: reads the file again.
pub const RELOAD: &str = "Read the file again";
/// Button: shows both on one canvas.
pub const COMPARE: &str = "Compare";
/// Button: writes the file again where it was.
pub const WRITE_AGAIN: &str = "Save it there again";

/// Another program has changed this file.
pub fn changed(path: &str) -> String {
    format!(
        "{path} was changed by another program since you opened it, so it was not saved over. Your work is still here; \
         reading the file again gives it up."
    )
}

/// This file is gone.
pub fn gone(path: &str) -> String {
    format!("{path} is not there any more. Your work is still here; save it there again, or under another name.")
}

/// What is said at a start after two that ended badly.
pub const CAREFUL: &str = "Pathlight ended badly twice just now, so nothing was opened and nothing is drawn. Open or \
                           recover a pathway: the outline and Details show it as text.";
/// In the place of the drawing then.
pub const NOT_DRAWN: &str = "Nothing is drawn, since the program ended badly twice. The outline shows the pathway.";
/// Button: draws again.
pub const DRAW_AGAIN: &str = "Draw it again";

/// Title: work was left.
pub const LEFT_TITLE: &str = "There is work that was not saved";
/// Button: takes it up.
pub const RECOVER: &str = "Recover it";
/// Button: opens the file as it was saved.
pub const OPEN_SAVED: &str = "Open what was saved";
/// Button: gives it up.
pub const GIVE_UP: &str = "Discard it";
/// Button: decides at the next start.
pub const LATER: &str = "Later";

/// What was left, how long ago it was kept, in seconds, and how its file stands to it.
pub fn left(title: &str, age: u64, file: &str) -> String {
    let ago = match age {
        0..60 => "less than a minute".to_owned(),
        60..3_600 => count((age / 60) as usize, "minute", "minutes"),
        3_600..86_400 => count((age / 3_600) as usize, "hour", "hours"),
        _ => count((age / 86_400) as usize, "day", "days"),
    };
    format!("“{title}” had changes that were not saved when the program ended, {ago} ago. {file}")
}

/// It was never saved.
pub const NEVER_SAVED: &str = "It was never saved in a file.";

/// Its file is as it was.
pub fn unchanged(path: &str) -> String {
    format!("Its file, {path}, is as it was before those changes.")
}

/// Its file was written since.
pub fn written_since(path: &str) -> String {
    format!("Its file, {path}, was written by another program since; compare before you save over it.")
}

/// Its file is gone.
pub fn file_gone(path: &str) -> String {
    format!("Its file, {path}, is not there any more.")
}

/// Work that was left cannot be read.
pub fn unreadable(why: &str) -> String {
    format!("It cannot be read: {why}.")
}

/// Work that was left was damaged, and lies there.
pub fn damaged(path: &str) -> String {
    format!("Some work that was left could not be read; it is kept as {path}")
}

/// Work that was left by a later version.
pub fn newer(path: &str) -> String {
    format!("Some work was left by a later version of Pathlight, which can read it; it stays at {path}")
}

/// Work was taken up again.
pub fn recovered(title: &str) -> String {
    format!("“{title}” is here again with its changes. Save it with Ctrl+S.")
}

/// Unsaved work is not kept either.
pub fn not_kept(why: &str) -> String {
    format!("Should the program end before you save, your work would be lost: {why}.")
}

/// Another window has the file open.
pub fn elsewhere(path: &str) -> String {
    format!(
        "{path} is open in another window of Pathlight, so it can only be read here; the first change makes a copy."
    )
}

/// The file cannot be saved.
pub fn protected(why: &str) -> String {
    format!("It can only be read here ({why}); the first change makes a copy.")
}
