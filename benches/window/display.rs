//! A screen that nobody sees, where one can be had.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

/// Xvfb, which draws in memory. It ends with this.
pub(crate) struct Display {
    server: Child,
    /// What `DISPLAY` must say.
    pub(crate) name: String,
}

impl Display {
    /// Starts one under a number that is free; `None` where there is no Xvfb.
    pub(crate) fn start() -> Option<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x900x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        // It says its number once it listens.
        BufReader::new(server.stdout.take()?).read_line(&mut number).ok()?;
        let display = Self { server, name: format!(":{}", number.trim()) };
        (display.name.len() > 1).then_some(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}
