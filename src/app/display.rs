//! Which display the window opens on, and one sentence where it opens on none.
//!
//! The window library takes Wayland wherever a variable names it, also where nothing answers there, and ends the program
//! where a library is missing or a variable of its own makes no sense.

use std::{
    any::Any,
    ffi::OsString,
    ops::RangeInclusive,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook, take_hook},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::words;

/// The variable that sets the scale of windows on X11.
const SCALE: &str = "WINIT_X11_SCALE_FACTOR";

/// What the window opens on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// What the window library takes by itself.
    Usual,
    /// X11, though a variable names Wayland.
    X11,
}

/// Chooses by the environment and by whether anything `answers` on a socket.
///
/// # Errors
/// One sentence, where a variable makes no sense, or names what is not there and nothing else is.
pub(super) fn display(
    variable: impl Fn(&str) -> Option<OsString>,
    answers: impl Fn(&Path) -> bool,
) -> Result<Display, String> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let wayland = set("WAYLAND_DISPLAY");
    let (has_x11, has_socket) = (set("DISPLAY").is_some(), set("WAYLAND_SOCKET").is_some());
    let display = match &wayland {
        Some(name) if !has_socket && !socket(name, set("XDG_RUNTIME_DIR")).is_some_and(|path| answers(&path)) => {
            if !has_x11 {
                return Err(words::app::stale_display(&name.to_string_lossy()));
            }
            Display::X11
        }
        _ => Display::Usual,
    };
    let is_x11 = has_x11 && (display == Display::X11 || wayland.is_none() && !has_socket);
    match variable(SCALE).filter(|_| is_x11) {
        Some(value) if !is_scale(&value.to_string_lossy()) => {
            Err(words::app::bad_scale(SCALE, &value.to_string_lossy()))
        }
        _ => Ok(display),
    }
}

/// The socket of a Wayland display: a name is looked up in the folder for the user's sockets.
fn socket(name: &OsString, folder: Option<OsString>) -> Option<PathBuf> {
    let name = Path::new(name);
    if name.is_absolute() { Some(name.to_owned()) } else { folder.map(|folder| Path::new(&folder).join(name)) }
}

/// Scales with which a window can be read and still fits a screen; far beyond, the window library ends the program.
const SCALES: RangeInclusive<f64> = 0.1..=20.0;

/// Whether it is a scale that the window library takes and a window can have.
fn is_scale(value: &str) -> bool {
    value.eq_ignore_ascii_case("randr") || value.parse::<f64>().is_ok_and(|scale| SCALES.contains(&scale))
}

/// Says whether anybody listens on a socket.
#[cfg(unix)]
pub(super) fn answers(socket: &Path) -> bool {
    std::os::unix::net::UnixStream::connect(socket).is_ok()
}

/// There are no such sockets elsewhere.
#[cfg(not(unix))]
pub(super) fn answers(_: &Path) -> bool {
    true
}

/// Runs a window; where the window library ends the program before it is `open`, that becomes a sentence.
///
/// # Errors
/// What `window` says, or why the window library gave up.
pub(super) fn guarded(open: &Arc<AtomicBool>, window: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let (said, opened) = (Arc::new(Mutex::new(String::new())), Arc::clone(open));
    let (heard, usual) = (Arc::clone(&said), take_hook());
    set_hook(Box::new(move |panic| {
        if opened.load(Ordering::Relaxed) {
            return usual(panic);
        }
        if let Ok(mut heard) = heard.lock() {
            *heard = message(panic.payload());
        }
    }));
    match catch_unwind(AssertUnwindSafe(window)) {
        Ok(done) => done,
        Err(panic) if open.load(Ordering::Relaxed) => resume_unwind(panic),
        Err(_) => Err(why(&said.lock().map(|said| said.clone()).unwrap_or_default())),
    }
}

fn message(payload: &dyn Any) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}

/// What is missing, in one sentence: the library that a message of the window library names, with its package.
pub(super) fn why(message: &str) -> String {
    match library(message) {
        Some(name) => words::app::no_library(name, package(name)),
        None => words::app::no_window(message.lines().next().unwrap_or_default()),
    }
}

/// The first library that is named: `libxkbcommon-x11.so`.
pub(super) fn library(message: &str) -> Option<&str> {
    let of_a_name = |c: char| c.is_ascii_alphanumeric() || "-_.+".contains(c);
    let mut names = message.split(|c| !of_a_name(c));
    names.find_map(|word| {
        let end = word.find(".so")? + ".so".len();
        word.get(..end).filter(|name| name.starts_with("lib"))
    })
}

/// The package of a library on Debian and its kin; elsewhere names differ little.
fn package(library: &str) -> &'static str {
    match library {
        "libxkbcommon-x11.so" => "libxkbcommon-x11-0",
        "libxkbcommon.so" => "libxkbcommon0",
        "libX11.so" => "libx11-6",
        "libX11-xcb.so" => "libx11-xcb1",
        "libXcursor.so" => "libxcursor1",
        "libXi.so" => "libxi6",
        "libXrandr.so" => "libxrandr2",
        "libwayland-client.so" => "libwayland-client0",
        "libEGL.so" => "libegl1",
        "libGL.so" => "libgl1",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(variables: &[(&str, &str)], listens: &str) -> Result<Display, String> {
        let value = |name: &str| variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).into());
        display(value, |socket| socket == Path::new(listens))
    }

    #[test]
    fn a_stale_wayland_gives_way_to_x11() {
        let stale = [("WAYLAND_DISPLAY", "wayland-0"), ("XDG_RUNTIME_DIR", "/run/user/7"), ("DISPLAY", ":0")];
        assert_eq!(chosen(&stale, ""), Ok(Display::X11));
        assert_eq!(chosen(&stale, "/run/user/7/wayland-0"), Ok(Display::Usual));
        assert!(chosen(&stale[..2], "").is_err_and(|why| why.contains("wayland-0")));
        // A socket that was opened already needs no name; without any variable the library says what it lacks.
        assert_eq!(chosen(&[("WAYLAND_SOCKET", "3"), ("WAYLAND_DISPLAY", "wayland-0")], ""), Ok(Display::Usual));
        assert_eq!(chosen(&[("WAYLAND_DISPLAY", "/run/w"), ("DISPLAY", ":1")], "/run/w"), Ok(Display::Usual));
        assert_eq!(chosen(&[], ""), Ok(Display::Usual));
    }

    #[test]
    fn a_scale_that_is_none_is_named_with_its_variable() {
        for value in ["two", "-1", "0", "NaN", "1e999", "", "1000", "0.0001"] {
            let why = chosen(&[("DISPLAY", ":0"), (SCALE, value)], "").expect_err("no scale");
            assert!(why.contains(SCALE), "{why}");
        }
        for value in ["1.5", "randr", "RANDR"] {
            assert_eq!(chosen(&[("DISPLAY", ":0"), (SCALE, value)], ""), Ok(Display::Usual));
        }
    }

    #[test]
    fn what_ends_the_window_library_becomes_a_sentence() {
        let open = Arc::new(AtomicBool::new(false));
        let ended = guarded(&open, || panic!("Library {}.so could not be loaded.", "libxkbcommon-x11"));
        assert!(ended.is_err_and(|why| why.contains("libxkbcommon-x11-0")));
        assert_eq!(guarded(&open, || Ok(())), Ok(()));
        let missing = "opening library failed (libXcursor.so.1: cannot open shared object file)";
        assert!(why(missing).contains("libxcursor1"));
        assert!(why("something else\nTrace { a: 1 }").contains("something else"));
        drop(take_hook());
    }
}
