//! The real program in a window, and what can be read of it from outside.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A program that has just been started, with settings of its own. It ends with this.
pub(crate) struct Program {
    child: Child,
    log: PathBuf,
    start: Instant,
}

/// A line of `--frames`.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// What the interface took in ms, without painting.
    pub(crate) took: f64,
    /// What the frame before took in ms, with its painting.
    pub(crate) before: f64,
    /// Cards of the picture that is shown.
    pub(crate) cards: usize,
}

impl Program {
    /// Starts it on a display; `scratch` is a folder where it may leave files.
    pub(crate) fn start(display: &str, scratch: &Path, file: Option<&Path>) -> Self {
        let home = scratch.join("home");
        // What an earlier start has left there would make this one another.
        fs::remove_dir_all(&home).ok();
        fs::create_dir_all(&home).expect("a folder for settings");
        let log = home.join("frames");
        let mut command = Command::new(env!("CARGO_BIN_EXE_pathlight"));
        command.args(file).arg("--frames").arg(&log);
        command.env("DISPLAY", display).env("LIBGL_ALWAYS_SOFTWARE", "1").env_remove("WAYLAND_DISPLAY");
        command.env("HOME", &home).env("XDG_CONFIG_HOME", &home);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        Self { child: command.spawn().expect("the program starts"), log, start }
    }

    /// The frames that it has drawn so far.
    pub(crate) fn frames(&self) -> Vec<Frame> {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        // The last line may not be whole yet.
        let whole = &text[..text.rfind('\n').map_or(0, |end| end + 1)];
        whole.lines().filter_map(frame).collect()
    }

    /// Looks every 2 ms until the frames are as wanted; ms since the start, or `None` where that takes 20 s.
    pub(crate) fn until(&self, wanted: impl Fn(&[Frame]) -> bool) -> Option<f64> {
        while self.start.elapsed() < Duration::from_secs(20) {
            if wanted(&self.frames()) {
                return Some(self.start.elapsed().as_secs_f64() * 1e3);
            }
            thread::sleep(Duration::from_millis(2));
        }
        None
    }

    /// Waits until so many seconds have passed since the start.
    pub(crate) fn rest_until(&self, seconds: f64) {
        thread::sleep(Duration::from_secs_f64(seconds).saturating_sub(self.start.elapsed()));
    }

    /// A size that the system knows of the process, in MiB: `VmRSS` or `VmHWM`. 0 where there is no `/proc`.
    pub(crate) fn memory(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kib.unwrap_or_default() / 1024.0
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn frame(line: &str) -> Option<Frame> {
    let numbers: Vec<f64> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
    let &[_, _, took, _, cards, before] = numbers.as_slice() else { return None };
    Some(Frame { took, before, cards: cards as usize })
}
